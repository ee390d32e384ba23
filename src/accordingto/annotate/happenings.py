"""Happenings: PLOVER type of each main verb or event noun, actor, recipient, time and occurrence status.

Types: PLOVER codebook (A. Halterman et al., "PLOVER and POLECAT", 2023). It codes words as acts: who says he will cooperate
AGREEs, who says he will strike THREATENs, who says he will not cooperate REJECTs, who says another must act REQUESTs. Such an
act stands beside the happening that it announces. Status follows modality, negation and tense.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import lexicon
from ..records import Happening, Time
from ..text import Span, lemma
from . import clauses
from .certainty import SURE, Certainty, certainty
from .drafting import span_of
from .engine import Sentence, VerbGroup

OCCURRED = 2.35
"""From this certainty on a happening counts as occurred."""
_EXPECTED = frozenset(("belief:expect", "belief:anticipate", "belief:forecast", "belief:predict"))
_COMMITS = frozenset(
    """will shall 'll ’ll willing ready prepared offer plan decide agree vow pledge promise intend threaten prepare ready
    undertake volunteer swear""".split()
)
_SAYS = frozenset(
    """say announce declare tell state confirm pledge vow promise threaten warn add note claim conclude reiterate insist
    remind""".split()
)
_MUST = frozenset(["must", "should"])
_LIGHT = frozenset(
    """make hold have take conduct carry give pay launch stage begin start end face impose issue announce renew resume continue
    complete finish undertake organise organize speed order reiterate reach engage perform wage mount declare open join
    step resort call lead host""".split()
)
_GOES_ON = frozenset(
    "continue begin start erupt resume occur happen follow intensify escalate flare rage be take break".split()
)
_FRIENDLY = frozenset("CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT AGREE".split())
_HOSTILE = frozenset("SANCTION COERCE ASSAULT MOBILIZE".split())
_OBJECT_CONTROL = frozenset(
    "ask order urge force tell press pressure call push allow help invite want warn let".split()
)
_TOWARDS = frozenset("to against with from on upon in into between of over at toward towards for".split())
_OBJECTS = ("obj", "iobj", "nsubj:pass")


def happenings(text: str, sentences: Sequence[Sentence], times: Sequence[Time]) -> tuple[Happening, ...]:
    """One happening for each verb group that names one, and beside it the act of announcing or demanding it."""
    out: list[Happening] = []
    for sentence in sentences:
        dates = [t for t in times if sentence.start <= t.at < sentence.end]
        for group in sentence.verbs:
            out += _Clause(text, sentence, group, dates).read()
    return tuple(out)


class _Clause:
    """One verb group with what the tree hangs on it."""

    def __init__(self, text: str, sentence: Sentence, group: VerbGroup, dates: Sequence[Time]) -> None:
        self.text, self.sentence, self.group = text, sentence, group
        self.made = sentence.tokens
        self.top = clauses.governor(sentence, group)
        self.dates = dates
        self.word = self.made[group.verb].lemma

    def read(self) -> Iterator[Happening]:
        kind, last = self._kind()
        if not kind:
            yield from self._demand()
            return
        start, end = self.made[self.group.first].start, self.made[last].end
        subject, objects = self._subject(self.top, set()), self._objects()
        if self.group.passive:
            subject = self._agent()
        elif not subject and not objects and self._event_subject() is not None:
            subject, objects = self._of_noun()
        sure = certainty(self.sentence, self.top)
        yield Happening(
            start,
            end,
            kind,
            subject,
            objects,
            self._time(start, end),
            status(sure, self.group),
            sure.value,
            sure.reasons,
        )
        yield from self._demand()
        act = self._announced(kind)
        if act:
            yield Happening(start, end, act, subject, objects, self._time(start, end), "occurred", SURE, ("announced",))

    def _time(self, start: int, end: int) -> str:
        """The value of the first time that dates a word of this stretch."""
        return next((t.value for t in self.dates if start <= t.at < end), "")

    def _kind(self) -> tuple[str, int]:
        """PLOVER type and the last token of the words that tell it: verb with object, verb with particle, noun, verb."""
        words = lexicon.event_words()
        at = [i for i, t in enumerate(self.made) if t.head == self.top and t.rel in _OBJECTS]
        near = [
            i for i, t in enumerate(self.made)
            if t.head == self.top and t.rel == "obl" and self.top < i <= self.top + 4 and self._case(i) in ("in", "to", "up", "of", "under")
        ]  # fmt: skip
        for i in (*at, *near):
            for noun in self._names_of(i):
                if found := words.pairs.get(f"{self.word} {noun}"):
                    return found, max(i, self.group.verb)
        following = " ".join(t.text.lower() for t in self.made[self.group.verb + 1 : self.group.verb + 2])
        by_verb = words.verbs.get(f"{self.word} {following}") or words.verbs.get(self.word, "")
        if self.word in _LIGHT:
            for i in (*at, *near):
                for noun in self._names_of(i):
                    if found := words.nouns.get(noun):
                        return found, max(i, self.group.verb)
        if by_verb:
            return by_verb, self.group.verb
        told = self._event_subject()
        found = next((words.nouns[x] for x in self._names_of(told) if x in words.nouns), "") if told is not None else ""
        return found, self.group.verb

    def _names_of(self, i: int) -> tuple[str, ...]:
        """ "hunger strike", then "strike": the head noun with and without the word before it."""
        word = self.made[i].lemma if self.made[i].tag.startswith("NN") else lemma(self.made[i].text)
        before = self.made[i - 1].text.lower() if i and self.made[i - 1].head == i else ""
        return (f"{before} {word}", word) if before else (word,)

    def _case(self, i: int) -> str:
        return clauses.case_of(self.sentence, i)

    def _event_subject(self) -> int | None:
        if self.word not in _GOES_ON:
            return None
        return next((i for i, t in enumerate(self.made) if t.head == self.top and t.rel == "nsubj"), None)

    def _span(self, i: int) -> Span:
        """The noun phrase under token i with its tail, without relative clauses and appositions behind a comma."""
        first, last = self.sentence.reach[i]
        cut = [
            self.sentence.reach[k][0] for k, t in enumerate(self.made)
            if t.head == i and k > i and (
                t.rel in ("acl:relcl", "acl", "parataxis", "advcl")
                or (t.rel == "appos" and self.made[self.sentence.reach[k][0] - 1].text == ",")
            )
        ]  # fmt: skip
        last = min([last, *(c - 1 for c in cut)])
        while first < i and (self.made[first].rel in ("case", "punct", "cc", "mark") or self.made[first].text == ","):
            first += 1
        while last > i and (self.made[last].text in ',.;:—–-”"' or clauses.is_time(self.sentence, last)):
            last -= 1
        return span_of(self.sentence, first, last)

    def _subject(self, verb: int, seen: set[int]) -> tuple[Span, ...]:
        """The subject of a verb; where it is a pronoun or missing, that of the clause it hangs on."""
        if verb in seen or verb < 0:
            return ()
        seen.add(verb)
        t = self.made[verb]
        own = [i for i, x in enumerate(self.made) if x.head == verb and x.rel in ("nsubj", "nsubj:pass")]
        own = [i for i in own if i < verb] or own[:1]
        if own and not self.made[own[-1]].tag.startswith(("PRP", "W")) and self.made[own[-1]].text.lower() != "that":
            return (self._span(own[-1]),)
        if t.rel.startswith("acl") and t.head >= 0:
            return (self._span(t.head),)
        if own and t.rel not in ("ccomp", "advcl", "conj"):
            return (self._span(own[-1]),)
        if t.head >= 0 and t.rel in ("xcomp", "ccomp", "advcl", "conj", "acl"):
            up = self.made[t.head]
            if t.rel == "xcomp" and not own and up.lemma in _OBJECT_CONTROL:
                held = [i for i, x in enumerate(self.made) if x.head == t.head and x.rel in ("obj", "iobj", "obl")]
                if held:
                    return (self._span(held[0]),)
            if found := self._subject(t.head, seen):
                return found
        return (self._span(own[-1]),) if own else ()

    def _agent(self) -> tuple[Span, ...]:
        return tuple(
            self._span(i) for i, t in enumerate(self.made)
            if t.head == self.top and t.rel.startswith("obl") and self._case(i) == "by"
        )  # fmt: skip

    def _objects(self) -> tuple[Span, ...]:
        """Objects, and phrases with a name behind "to", "against", "with" … of the verb or of its object."""
        out: list[Span] = []
        for i, t in enumerate(self.made):
            if t.head == self.top and t.rel in _OBJECTS and i != self.top:
                out.append(self._span(i))
        for i, t in enumerate(self.made):
            if (
                t.head == self.top
                and t.rel in ("obl", "obl:arg")
                and i > self.top
                and self._case(i) in _TOWARDS
                and self._named(i)
            ):
                out.append(self._span(i))
        if not out:
            out = self._in_complement()
        if not out:
            found = next((i for i, t in enumerate(self.made) if t.head == self.top and t.rel == "obl" and self._case(i) in ("with", "to", "against", "on", "at", "of", "for")), None)  # fmt: skip
            out = [self._span(found)] if found is not None else []
        return tuple(s for k, s in enumerate(out) if not any(a <= s[0] and s[1] <= b for a, b in out[:k]))

    def _in_complement(self) -> list[Span]:
        """ "agreed to free the crew": the crew; "demanded that Lund pay": Lund."""
        below = next((i for i, t in enumerate(self.made) if t.head == self.top and t.rel in ("xcomp", "ccomp")), None)
        if below is None:
            return []
        wanted = ("nsubj",) if self.made[below].rel == "ccomp" else ("obj", "obl")
        held = [i for i, t in enumerate(self.made) if t.head == below and t.rel in wanted]
        return [self._span(i) for i in held if self.made[i].rel == "obj" or self._named(i)]

    def _of_noun(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Actor and recipient of an event noun: "Lund's shelling of Oslo goes on"."""
        i = self._event_subject()
        assert i is not None
        by = [
            k
            for k, t in enumerate(self.made)
            if t.head == i and t.rel in ("nmod:poss", "amod", "compound") and self._named(k)
        ]
        to = [
            k
            for k, t in enumerate(self.made)
            if t.head == i and t.rel == "nmod" and self._case(k) in ("against", "of", "on", "with")
        ]
        return tuple(self._span(k) for k in by[:1]), tuple(self._span(k) for k in to[:1])

    def _named(self, i: int) -> bool:
        first, last = self.sentence.reach[i]
        return any(
            t.name != "O" or t.text in ("North", "South") or t.text.lower() in lexicon.country_of()
            for t in self.made[first : last + 1]
        )

    def _speaker(self) -> int | None:
        """The verb of saying that governs this clause."""
        t = self.made[self.top]
        return t.head if t.rel == "ccomp" and t.head >= 0 and self.made[t.head].lemma in _SAYS else None

    def _demand(self) -> Iterator[Happening]:
        """ "Lund said Oslo must pay": a REQUEST of Lund to Oslo."""
        above = self._speaker()
        if self.group.modal not in _MUST or above is None or self.group.negated:
            return
        own = [i for i, t in enumerate(self.made) if t.head == self.top and t.rel.startswith("nsubj")]
        if own and not self.made[own[-1]].tag.startswith("PRP"):
            at = self.made[self.group.first].start, self.made[self.group.last].end
            yield Happening(
                *at,
                "REQUEST",
                self._subject(above, set()),
                (self._span(own[-1]),),
                self._time(*at),
                "occurred",
                SURE,
                ("demanded",),
            )

    def _announced(self, kind: str) -> str:
        """The act of saying that one will do this: AGREE, THREATEN or REJECT; "" where nobody commits himself."""
        if self.group.passive or kind not in _FRIENDLY | _HOSTILE:
            return ""
        above = self.made[self.top].head
        governed = (
            self.made[self.top].rel in ("xcomp", "acl", "advcl", "ccomp")
            and above >= 0
            and self.made[above].lemma in _COMMITS
        )
        future = self.group.modal in ("will", "shall", "'ll", "’ll", "would")
        if not (future or (self.group.infinitive and governed)):
            return ""
        told = self._speaker()
        own = [t for t in self.made if t.head == self.top and t.rel == "nsubj"]
        if told is not None and told < self.top and future and not (own and own[-1].tag.startswith("PRP")):
            return ""  # what one says that another will do is a forecast
        if told is None and self.group.modal == "would":
            return ""
        if self.group.negated:
            return "REJECT" if kind in _FRIENDLY else ""
        return "AGREE" if kind in _FRIENDLY else "THREATEN"


def status(found: Certainty, group: VerbGroup) -> str:
    """occurred, expected, negated or uncertain: the certainty in words; plans and the future tense are expectations, and what may not
    come is open."""
    if found.value < 0:
        return "uncertain" if {"modal:may", "modal:might"} & {*found.reasons} else "negated"
    if group.modal in ("will", "shall", "'ll", "’ll") or any(looks_ahead(r) for r in found.reasons):
        return "expected"
    return "occurred" if found.value >= OCCURRED else "uncertain"


def looks_ahead(reason: str) -> bool:
    """Whether a reason of certainty is a plan or an expectation."""
    return reason in _EXPECTED or reason.startswith("plan:")
