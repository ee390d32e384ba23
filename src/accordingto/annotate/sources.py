"""Whom the source of an attribution stands for, inside one article: names, pronouns, offices, relatives, documents.

"Unresolved" ('') is an answer: a pronoun with two candidates stays unresolved.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from .. import lexicon
from ..records import Mention
from ..text import MONTHS, Span, squeeze
from . import clauses
from .animacy import can_speak
from .coreference import PERSONAL, Antecedents
from .drafting import Body, Draft, form
from .engine import Sentence, Token

_IT = frozenset(("it", "its"))
_THEY = frozenset(
    (
        "they",
        "them",
        "their",
        "both",
        "the two",
        "both sides",
        "the two sides",
        "both countries",
        "both nations",
        "the two countries",
        "the two leaders",
        "the sides",
    )
)
_SEVERAL = frozenset(("they", "countries", "nations", "pair", "couple", "men", "women"))
"""Who spoke before together."""
SPOKEN = frozenset(
    (
        "say tell warn announce report allege accuse blame deny reject refuse confirm urge condemn express "
        "describe predict "
    ).split()
)
_CALENDAR = re.compile(rf"^(?:{'|'.join(MONTHS)}|\w+day)\b")
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_BESIDE = re.compile(
    r"(?:\s+(?:him|her|it|them)sel(?:f|ves)|,\s*(?:though|however|meanwhile|too|in turn|for (?:his|her|its|their) part),?)\s*$"
    r"|,\s+(?:including|such as|among them|led by)\b.*$"
    r"|\s+(?:[-–—]|--)\s+[a-z].*$|,\s+(?:who|whose|whom|which)\b.*$"
    r"|\s+(?:seen|obtained|reviewed|viewed|verified|examined) by\b.*$|\s+(?:leaked|shown|provided|given|sent) to\b.*$",
    re.S,
)
"""What stands behind a source and names nobody: "Berg himself", "officials, though", "the president - who is back - "; or only him through
whom it came: "a report seen by Lund TV"."""
_PAPERS = frozenset(
    "statement letter tweet post memo communique communiqué declaration message email note announcement complaint lawsuit suit".split()
)
_JUST = 5
"""Sentences within which "the statement" is the last one that was told of."""
_OPENING = re.compile(r"(?:that\s+)?(?:(?:Mr|Ms|Mrs|Sen|Rep|President)\b\.?\s+)?")
_FOR, _WHOSE = re.compile(r"\s(?:for|to|of)\s(?:\w+\.?\s)?"), re.compile(r"['’]s?\s(?:[\w-]+\s){0,2}")
_PRESS = r"(?:news)?paper|daily|broadcaster|magazine|channel|news (?:site|outlet|agency)"
_SPOKES_FOR = re.compile(r"\b(spokes\w+) for (?:[\w.]+ ){0,4}[A-Z]")
_FORWARDED = re.compile(r"RT (@\w+)")
_DAYTIME = re.compile(r"\w+day|morning|afternoon|evening|night|today|yesterday")
_OF_ONE = frozenset("campaign team office party staff".split())
_MANY = frozenset(
    "parents sons daughters brothers sisters siblings family families relatives grandparents lawyers attorneys doctors".split()
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """kind person, body, government, anonymous, group or '' (unresolved)."""

    name: str
    kind: str


NOBODY = Speaker("", "")


@dataclass(frozen=True, slots=True)
class _Office:
    """What somebody was called by; `state`: whose office it is, "" where that is not said."""

    holder: str
    words: frozenset[str]
    state: str


_OF_STATE = re.compile(
    r"its (?:[\w-]+ )?(?:ministry|minister|government|parliament|military|army|navy|embassy|ambassador)\b"
)
_NATION = re.compile(
    r"[Tt]he (?:[a-z-]+ ){0,3}(?:country|nation|regime|kingdom|republic)"
    r"|[Tt]he (?:[a-z-]+ )?(?:Gulf|Baltic|Balkan|Nordic|Caribbean|Andean|Himalayan|Pacific|African|Asian|Arab|European|Latin American|(?:Central|South|North|West|East)(?:ern)? (?:African|American|Asian|European)) (?:[a-z-]+ )?(?:state|country|nation|kingdom|republic)"
)


CHAIN = 3
"""Sentences with one pronoun for a subject that are gone back through."""


OPENING = 2
"""Words before a pronoun at the head of its sentence."""
_ASKERS = frozenset(("reporter", "journalist", "interviewer", "correspondent", "host"))
_UNNAMED = frozenset(("official", "source", "aide", "spokesperson", "spokesman", "spokeswoman"))
"""Who stays unnamed though a sentence says "the …": others are mostly called so for variety ("the Pentagon chief")."""


class Sources:
    """What has been said so far, for pronouns and short descriptions."""

    def __init__(self, body: Body, mentions: Sequence[Mention]) -> None:
        self.body, self.mentions = body, mentions
        self.starts = [m.start for m in mentions]
        self.spoken: list[tuple[int, Speaker]] = []
        self.offices = [
            _Office(m.name, frozenset(_role_words(r)), lexicon.state_in(r)) for m, r in _roles(body, mentions)
        ]
        self.first = {m.name: m.start for m in reversed(mentions)}
        self.bodies: list[tuple[int, str]] = []
        self.unnamed: list[tuple[int, int, str, Speaker]] = []
        self.single: set[str] = set()
        self.accused: list[Draft] = []
        self.papers: list[tuple[int, str, Speaker]] = []
        self.kin: dict[str, set[str]] = {}
        people = sorted((*mentions, *self._by_office()), key=lambda m: m.start)
        self.antecedents = Antecedents(body.text, body.sentences, people, body.quotations)
        self.order = self.antecedents.order

    def _by_office(self) -> Iterator[Mention]:
        """ "The president", "the Chilean minister" where one person was told of by that office: he is meant as if he were named."""
        roles = lexicon.word_set("roles")
        for s in self.body.sentences:
            for p in s.phrases:
                first, head = s.tokens[p.first], s.tokens[p.head]
                if first.text.lower() != "the" or head.text.lower() not in roles or p.last != p.head:
                    continue
                inside = self._between(first.start, head.end)
                if all(_acts_as_state(m) for m in inside):
                    state = inside[0].name if inside else ""
                    held = self._holders(self.body.text[first.end : head.end], state, first.start)
                    if len(held) == 1:
                        yield Mention(first.start, head.end, "person", held.pop(), "")

    def _since(self, earlier: int, sentence: int) -> int:
        """Sentences from one to another; what runs on inside one quotation counts as one."""
        return self.order[sentence] - self.order[earlier]

    def _between(self, start: int, end: int) -> Sequence[Mention]:
        """Mentions that begin in a stretch of text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def speaker(self, d: Draft) -> Speaker:
        if d.act in ("accuse", "allege", "blame"):
            self.accused.append(d)
        if not d.source:
            return NOBODY
        spoken = [c for c in d.content if self.body.text[c[0]] in '“"„«' or self.body.text.startswith("''", c[0])]
        found = self._in_writing(d) or self.name_of(d.source[0], d.sentence, (*spoken, *self._opens_with(d)))
        if found.name and (d.act in SPOKEN or (found.kind in ("body", "government") and d.act != "think")):
            self.spoken.append((d.sentence, found))
            self._note_unnamed(d, found)
        pronoun = self.body.text[slice(*d.source[0])].lower()
        if found.kind == "person" and pronoun in PERSONAL:
            self.antecedents.mean(d.sentence, found.name, pronoun)
        if found.name and found.name.lower().split()[-1] not in _PAPERS:
            self.papers += [(d.sentence, paper, found) for paper in self._put_out(d)]
        return found

    def _note_unnamed(self, d: Draft, found: Speaker) -> None:
        """Note that one person who is not named speaks as the subject of a sentence: the next "he" is that person, not whoever was named
        before. "The X" is mostly somebody named, and who asks is not the one who answers."""
        s = self.body.sentences[d.sentence]
        top = clauses.head_of(s, *d.source[0])
        if found.kind != "anonymous" or top is None or any(m.kind == "person" for m in self._between(*d.source[0])):
            return
        t, words = s.tokens[top], self.body.text[slice(*d.source[0])].lower().split()
        if t.tag != "NN" or t.mention != "person" or not t.rel.startswith("nsubj") or t.lemma in _ASKERS:
            return
        if words[0] == "the" and t.lemma not in _UNNAMED:
            return
        self.single.add(found.name)
        for gender, kind in (("f", "feminine"), ("m", "masculine")):
            if not lexicon.word_set(kind).isdisjoint(words):
                self.antecedents.gender.setdefault(found.name, gender)

    def _opens_with(self, d: Draft) -> Iterator[Span]:
        """The name with which a content begins: "he added that Holm trails" is not said by Holm."""
        for s, e in d.content[:1]:
            found = _OPENING.match(self.body.text, s, e)
            start = found.end() if found else s
            yield from ((m.start, m.end) for m in self._between(start, start + 1) if m.kind == "person")

    def _put_out(self, d: Draft) -> Iterator[str]:
        """The statement or letter in which somebody speaks here: "released a statement saying …", "said in a letter"."""
        s = self.body.sentences[d.sentence]
        source = clauses.head_of(s, *d.source[0])
        cue = next((i for i, t in enumerate(s.tokens) if d.cue and t.start == d.cue[0][0]), -1)
        for i, t in enumerate(s.tokens):
            if t.lemma not in _PAPERS:
                continue
            said_in = t.head == cue >= 0 and t.rel == "obl" and clauses.case_of(s, i) == "in"
            known = any(x.head == i and x.rel == "det" and x.text.lower() == "the" for x in s.tokens)
            if (i == source or said_in) and not known:
                yield t.lemma

    def _of_paper(self, low: str, sentence: int) -> Speaker | None:
        """Whose words "the statement" has: theirs who put one out just before, or alone in the article; None where that is not said."""
        kind = re.fullmatch(r"(?:the|this|that)\s+(?:joint\s+|same\s+)?(\w+)", low)
        told = [(self._since(at, sentence), s) for at, paper, s in self.papers if kind and paper == kind[1]]
        near = {s for since, s in told if since <= _JUST} or {s for _, s in told}
        return next(iter(near)) if len(near) == 1 else None

    def in_speech(self, d: Draft, at: int) -> bool:
        """Whether a place in a content is in somebody's own words: in quotation marks, or a paragraph of their own."""
        quoted = any(s <= at < e for s, e in self.body.quotations)
        return (quoted and form(self.body, d.content) == "direct") or any(c in self.body.blocks for c in d.content)

    def told_in(self, d: Draft) -> set[str]:
        """The one person whom a content names; empty where it names several."""
        names = {m.name for s, e in d.content for m in self._between(s, e) if m.kind == "person"}
        return names if len(names) == 1 else set()

    def name_of(self, span: Span, sentence: int, spoken: Sequence[Span] = ()) -> Speaker:
        span = (span[0], span[0] + len(_BESIDE.sub("", self.body.text[span[0] : span[1]])))
        words = squeeze(self.body.text[span[0] : span[1]])
        if forwarded := _FORWARDED.fullmatch(words):
            return Speaker(forwarded[1], "anonymous")  # "RT @lund: …" is what @lund posted, not the paper RT's
        low = re.sub(r"^(?:the|a|an)\s+", "", words.lower())
        if words.lower() in _RELATIVE:
            return self._above(span, sentence) or self._antecedent(span)
        if low in PERSONAL:
            return self._person(span, sentence, spoken)
        if low in _IT:
            return self._last(sentence, ("body", "government"))
        if low in _THEY or low in _SEVERAL or re.match(r"both\b(?! [A-Z])|the two\b", words[:1].lower() + words[1:]):
            return self._pair(span, sentence) if low not in _SEVERAL else self._several(sentence)
        if (
            words == "us"
            or low in "i you we me what this these those there one it everyone nobody someone people".split()
        ):
            return NOBODY
        if low.startswith("what "):
            return NOBODY  # "what it has said"
        if re.match(r"(?:younger|elder|older)\s+[a-z]+$", low):
            return Speaker(re.sub(r"^[Tt]he\s+", "", words), "anonymous")  # not the one whom the bare name means
        words, low = re.sub(r"^[Bb]oth (?=[A-Z])", "", words), re.sub(r"^both ", "", low)
        inside = [m for m in self._between(span[0], span[1]) if m.end <= span[1]]
        people = inside[0] if len(inside) == 1 and inside[0].kind == "demonym" else None
        if people is not None and self.body.text[people.start : people.end] == words:
            return Speaker(people.name, "government")  # "a | Norwegian | pledge to stop"
        if not inside and words.isalpha() and words[:1].isupper() and (bearer := self._bearer(words, span[0])):
            return Speaker(bearer, "person")
        if (issuer := self._of_paper(words.lower(), sentence)) is not None:
            return issuer
        if _NATION.fullmatch(words):
            nation = self._nation(span[0], sentence)
            return Speaker(nation.name, "government") if nation else NOBODY
        top = clauses.head_of(self.body.sentences[sentence], *span)
        if top is not None and (whose := self._belongs(top, span, sentence) or self._issuer(top, sentence)) is not None:
            return whose
        if top is not None and (issuer := self._put_out_by(top, inside, sentence)) is not None:
            return issuer
        return self._described(words, low, inside, span, sentence, top)

    def _put_out_by(self, top: int, inside: Sequence[Mention], sentence: int) -> Speaker | None:
        """Whose "a Kremlin statement" and "a Lund Shipping report" are: the government's or the body's named right before the document."""
        paper = self.body.sentences[sentence].tokens[top]
        if paper.lemma not in lexicon.word_set("documents") or paper.tag.startswith("NNP"):
            return None
        m = next((m for m in inside if m.end + 1 == paper.start), None)
        if m is None or not (m.kind == "body" or self.body.text[m.start : m.end].lower() in lexicon.seats()):
            return None
        return self.name_of((m.start, m.end), sentence)

    def _nation(self, before: int, sentence: int) -> Mention | None:
        """Which state "the isolated country" is, or "its" in "its foreign minister": the only one that is the subject of a clause of this
        sentence, else of the nearest of the two before."""
        for k in range(sentence, max(-1, sentence - 3), -1):
            s = self.body.sentences[k]
            subjects = {t.start for t in s.tokens if t.rel.startswith("nsubj") and t.start < before}
            told = {
                m.name: m
                for m in self._between(s.start, min(s.end, before))
                if _acts_as_state(m) and m.kind != "demonym" and any(m.start <= at < m.end for at in subjects)
            }
            if told:
                return next(iter(told.values())) if len(told) == 1 else None
        return None

    def _bearer(self, part: str, before: int) -> str:
        """The one person told of so far of whose name a word is the first or the last part."""
        names = {
            m.name
            for m in self._between(0, before)
            if m.kind == "person" and part in (m.name.split()[0], m.name.split()[-1])
        }
        return names.pop() if len(names) == 1 else ""

    def _in_writing(self, d: Draft) -> Speaker | None:
        """ "Filed a lawsuit in the northern district contending that …": whose words a letter, a suit or a statement has, whatever noun
        stands right before the participle."""
        s = self.body.sentences[d.sentence]
        cue = next((i for i, t in enumerate(s.tokens) if d.cue and t.start == d.cue[0][0]), None)
        top = clauses.head_of(s, *d.source[0])
        if cue is None or top is None or s.tokens[cue].tag != "VBG" or d.source[0][1] + 1 < s.tokens[cue].start:
            return None
        for _ in range(3):
            if (found := self._issuer(top, d.sentence)) is not None:
                return found
            if s.tokens[top].rel not in ("nmod", "obl", "appos") or s.tokens[top].head < 0:
                return None
            top = s.tokens[top].head
            beside = [i for i, t in enumerate(s.tokens) if t.head == top and t.rel == "obj"]
            top = beside[0] if s.tokens[top].tag.startswith("VB") and beside else top
        return None

    def _belongs(self, top: int, span: Span, sentence: int) -> Speaker | None:
        """Relatives, lawyers, critics: they are called by whose they are; None where the word is none of these or nobody is named
        for it."""
        s = self.body.sentences[sentence]
        word = s.tokens[top].text.lower()
        if word == "attorney" and self.body.text.startswith(" general", s.tokens[top].end):
            return None  # that is an office
        crowd = word in lexicon.word_set("crowd")
        if not crowd and word not in lexicon.word_set("kin") | lexicon.word_set("family"):
            return None
        owner = next((i for i, t in enumerate(s.tokens) if t.head == top and t.rel == "nmod:poss"), None)
        behind = next(
            (i for i, t in enumerate(s.tokens) if t.head == top and t.rel == "nmod" and clauses.case_of(s, i) == "of"),
            None,
        )
        at = owner if owner is not None else behind
        behind_it = self._between(s.tokens[top].end, span[1])
        if at is None or any(m.kind == "person" and not s.tokens[top].end < s.tokens[at].start for m in behind_it):
            return None
        if any(m.kind == "person" and self.body.text.endswith(", ", 0, m.start) for m in behind_it):
            return None  # "the wife of Berg, Anna Holm"
        name = self._owner(at, sentence)
        if not name and behind is not None:
            last = s.reach[behind][1]
            of = squeeze(self.body.text[s.tokens[top].start : s.tokens[last].end].split(",")[0])
            return Speaker(of, "anonymous") if len(of.split()) <= 6 else None  # "the family of the victim"
        if name:
            self.kin.setdefault(word, set()).add(name)
        elif len(known := self.kin.get(word, set())) == 1:
            name = next(iter(known))
        if not name:
            return NOBODY if s.tokens[at].tag == "PRP$" else None
        kind = "anonymous" if crowd else "body" if word in _OF_ONE else "group" if word in _MANY else "person"
        begin = s.tokens[s.reach[at][1]].end if owner is not None else s.tokens[top].start
        return Speaker(f"{name}’s {squeeze(self.body.text[begin : s.tokens[top].end])}", kind)

    def _owner(self, at: int, sentence: int) -> str:
        s = self.body.sentences[sentence]
        t = s.tokens[at]
        if t.tag == "PRP$":
            return self.antecedents.person(t.start, t.end) if t.text.lower() in PERSONAL else ""
        first, last = s.reach[at]
        named = [
            m
            for m in self._between(s.tokens[first].start, s.tokens[last].end)
            if m.kind in ("person", "body", "place") and "," not in self.body.text[t.end : m.start]
        ]
        held = [m for m in named if m.start <= t.start < m.end] or [m for m in named if m.kind == "person"]
        return held[0].name if held else ""

    def _issuer(self, top: int, sentence: int) -> Speaker | None:
        """Whose words "released a statement saying …" tells: theirs who put it out; None where that is not said."""
        s = self.body.sentences[sentence]
        if _DAYTIME.fullmatch(s.tokens[top].text.lower()) and s.tokens[top].head >= 0:
            top = s.tokens[top].head
        t = s.tokens[top]
        made_by = next(
            (
                i
                for i, x in enumerate(s.tokens)
                if x.head == top and clauses.case_of(s, i) == "by" and not _DAYTIME.fullmatch(x.text.lower())
            ),
            None,
        )
        if made_by is not None and t.lemma in lexicon.word_set("documents") and not t.tag.startswith("NNP"):
            first, last = s.reach[made_by]  # "an analysis by Amnesty in May"
            begin = next(k for k in range(first, last + 1) if s.tokens[k].rel != "case")
            return self.name_of((s.tokens[begin].start, s.tokens[last].end), sentence)
        if t.lemma not in lexicon.word_set("documents") or t.tag.startswith("NNP"):
            return None
        whose = next((i for i, x in enumerate(s.tokens) if x.head == top and x.rel == "nmod:poss"), None)
        if whose is not None and (name := self._owner(whose, sentence)):
            m = next(m for m in self.mentions if m.name == name)
            return Speaker(name, "person" if m.kind == "person" else "government" if _acts_as_state(m) else "body")
        if t.rel not in ("obj", "obl") or t.head < 0:
            return None
        verb = t.head
        if t.rel == "obj" and s.tokens[verb].lemma not in lexicon.word_set("issuing"):
            return None  # "cited a report saying …"
        if t.rel == "obl" and clauses.case_of(s, top) not in ("in", "through", "via", "with", "by"):
            return None  # "is under fire over a report claiming …"
        while s.tokens[verb].rel in ("conj", "xcomp") and not any(
            x.head == verb and x.rel.startswith("nsubj") for x in s.tokens
        ):
            verb = s.tokens[verb].head
        subject = next((i for i, x in enumerate(s.tokens) if x.head == verb and x.rel == "nsubj"), None)
        if subject is None or s.tokens[subject].lemma in lexicon.word_set("documents"):
            return None
        first, last = s.reach[subject]
        found = self.name_of((s.tokens[first].start, s.tokens[last].end), sentence)
        return found if found.name else None

    def _above(self, span: Span, sentence: int) -> Speaker | None:
        """Who "who", "which" or "that" stands for, by the tree: the noun that the clause hangs under."""
        s = self.body.sentences[sentence]
        noun = clauses.modified(s, *span, "acl")
        noun = self._named_beside(s, noun, span[0]) if noun is not None else None
        phrase = clauses.phrase_at(s, noun) if noun is not None else None
        if phrase is None or s.tokens[phrase.last].start >= span[0]:
            return None
        found = self.name_of((s.tokens[phrase.first].start, s.tokens[phrase.last].end), sentence)
        return found if found.name else None

    def _named_beside(self, s: Sentence, noun: int, before: int) -> int:
        """The name that a word for a person stands beside: "Holm, his deputy, who …", "his deputy, Holm, who …"; the word itself where none is."""
        t = s.tokens[noun]
        if t.rel == "appos" and s.tokens[t.head].mention == "person":
            return t.head
        if t.name != "O":
            return noun
        beside = (i for i, x in enumerate(s.tokens) if x.head == noun and x.rel == "appos" and x.start < before)
        return next((i for i in beside if s.tokens[i].name.endswith("PER")), noun)

    def _described(
        self, words: str, low: str, inside: list[Mention], span: Span, sentence: int, top: int | None
    ) -> Speaker:
        people = [m for m in inside if m.kind == "person"]
        head_end = self.body.text.find(",", span[0], span[1])
        if together := self._listed(people, top, span, sentence):
            return Speaker(together, "group")
        lead = [m for m in people if head_end < 0 or m.end <= head_end] or people
        if self._client(lead, head_end, top, sentence):
            lead = [
                m for m in people if m.start > head_end and not self.body.text[head_end + 1 : m.start].strip()
            ] or lead
        if lead and not self._heads(span, lead[-1]):
            lead = []
            if not re.search(
                r"\b(?:comments?|remarks?|words|speech|letter|tweets?|testimony|statements?|spokes\w+|lawyers?|aides?|officials?)\b",
                low,
            ):
                body = any(w in lexicon.word_set("bodies") for w in re.findall(r"[\w-]+", low))
                if not body and not self._human(top, sentence):
                    return NOBODY
            elif not re.search(r"\b(?:spokes\w+|lawyers?|aides?|officials?)\b", low):
                lead = people[:1]
        if not lead and (whose := self._speaks_for(words, people)):
            return Speaker(whose, "anonymous")
        if lead:
            joined = re.search(r"\band\b", self.body.text[lead[0].end : lead[-1].start]) if len(lead) > 1 else None
            if joined and len({m.name for m in lead}) > 1:
                return Speaker(" and ".join(dict.fromkeys(m.name for m in lead[:3])), "group")
            return Speaker(next((m for m in lead if self._heads(span, m)), lead[0]).name, "person")
        beside = next((m for m in inside if m.kind == "body" and m.start == head_end + 2), None)
        if head_end >= 0 and beside is not None and re.match(r"(?:its|the|their) \w+,", low):
            return Speaker(beside.name, "body")  # "its owner, Lund Shipping of Oslo"
        country = next((m for m in inside if _acts_as_state(m) and self.body.text[m.end : m.end + 1] != "-"), None)
        if low.startswith("its ") and country is None:
            country = self._nation(span[0], sentence)
            lately = dict.fromkeys(n for at, n in self.bodies if 0 <= sentence - at <= 2)
            whose = next(iter(lately)) if len(lately) == 1 else ""
            if _OF_STATE.match(low) and set(whose.lower().split()) & lexicon.word_set("bodies"):
                whose = ""  # no general staff has a foreign ministry
            owner = country.name if country else whose
            words, low = (f"{owner}’s{words[3:]}", f"{owner.lower()}’s{low[3:]}") if owner else (words, low)
        tail = low.split(",")[0]
        words_low = re.findall(r"[\w-]+", tail)
        head = re.findall(r"[\w-]+", re.split(r"\s(?:at|in|of|from|with|for|who|close|familiar|briefed)\b", tail)[0])[
            -1:
        ]
        if any(w in lexicon.word_set("bodies") for w in words_low) and not any(
            w in lexicon.word_set("anonymous") or w in ("spokesman", "spokeswoman", "spokesperson")
            for w in [*head, *words_low[-1:]]
        ):
            # "technology service | Dyn Research": the phrase ends before the name
            behind = self._between(span[1], span[1] + 2) if words.split()[-1].islower() else ()
            placed = next((m for m in (*behind, *reversed(inside)) if _placed(self.body.text, m, span)), None)
            if placed is not None:
                self.bodies.append((sentence, placed.name))
                return Speaker(placed.name, "body")
            return self._body(words.split(",")[0], tail, inside, country, sentence)
        heads_at = self._head_words(top, span, sentence)
        of_people = top is not None and _are_people(self.body.sentences[sentence].tokens[top])
        named = [m for m in inside if m.kind == "body" and not _acts_as_state(m)]
        if (
            named
            and not of_people
            and len(words_low) <= 8
            and not (words_low and words_low[-1] in lexicon.word_set("anonymous"))
        ):
            heads = [m.name for m in named if any(m.start <= h < m.end for h in heads_at)] or [named[-1].name]
            return Speaker(" and ".join(dict.fromkeys(heads[:3])), "group" if len(set(heads)) > 1 else "body")
        states = list(
            dict.fromkeys(
                m.name
                for m in inside
                if m.kind != "demonym" and _acts_as_state(m) and any(m.start <= h < m.end for h in heads_at)
            )
        )
        if states:
            return Speaker(
                " and ".join(states[:3]),
                "group" if len(states) > 1 else "government",
            )
        if (
            any(w in lexicon.word_set("roles") for w in words_low)
            and words_low[-1:]
            and words_low[-1] not in lexicon.word_set("anonymous") - {"official"}
        ):
            fits = self._holders(tail, country.name if country is not None else "", span[0])
            if len(fits) == 1 and (country is not None or not self._another(next(iter(fits)), words_low[-1], span)):
                return Speaker(next(iter(fits)), "person")
        human = lexicon.word_set("roles") | lexicon.word_set("anonymous") | lexicon.word_set("bodies")
        if _CALENDAR.search(low) or (
            re.match(r"(?:its|his|her|their|my|our)\b", words.lower()) and not set(words_low) & human
        ):
            return NOBODY
        head_token = self.body.sentences[sentence].tokens[top] if top is not None else None
        if not low or (head_token is not None and not can_speak(head_token)):
            return NOBODY
        head_word = head_token.text.lower() if head_token is not None else ""
        if words.lower() == f"the {head_word}" and (meant := self._short_for(words.lower(), sentence)):
            return Speaker(meant, "body")
        if words.lower() == f"the {head_word}" and (before := self._unnamed_before(head_word, sentence)) is not None:
            return before
        bare = re.split(r",? (?:[-–—] )?(?:who|which|that)\b|, (?=\w+ing\b)", words)[0]
        told = Speaker(_short(words if bare.lower() == "those" else bare), "anonymous")
        self.unnamed.append((span[0], sentence, head_word, told))
        return told

    def _listed(self, people: Sequence[Mention], top: int | None, span: Span, sentence: int) -> str:
        """All of three or more persons who speak as one ("President Berg, the mayor Anna Holm and Per Lund"), or a person and a state; "" where
        they are fewer."""
        states = [m for m in self._between(*span) if m.end <= span[1] and m.kind != "demonym" and _acts_as_state(m)]
        if top is None or (len(people) < 3 and not (people and states)):
            return ""
        made, listed = self.body.sentences[sentence].tokens, {top}
        for i, t in enumerate(made):
            if t.rel == "conj" and t.head in listed and span[0] <= t.start < span[1]:
                listed.add(i)
        heads = [made[i].start for i in listed]
        both = sorted((*people, *states), key=lambda m: m.start)
        kinds = {m.name: m.kind for m in both if any(m.start <= h < m.end for h in heads)}
        mixed = len(kinds) == 2 and len({k == "person" for k in kinds.values()}) == 2
        return " and ".join(kinds) if len(kinds) > 2 or mixed else ""

    def _speaks_for(self, words: str, people: Sequence[Mention]) -> str:
        """What an unnamed spokesman of one person is called, however the article puts it: "a spokesman for President Berg", "Berg's
        spokesman"; "" where he is none, or a campaign's or an office's."""
        if len(people) != 1:
            return ""
        said = re.escape(self.body.text[people[0].start : people[0].end])
        found = (
            _SPOKES_FOR.search(words)
            if re.search(rf"{said}$", words)
            else re.search(rf"{said}(?:['’]s?)? (spokes\w+)$", words)
        )
        return f"{people[0].name}’s {found[1]}" if found else ""

    def _client(self, lead: Sequence[Mention], comma: int, top: int | None, sentence: int) -> bool:
        """Whether the first person of a phrase is whom somebody works for or belongs to, who is named behind the comma: "a lawyer for Lund, Anna
        Holm", "Lund's brother, Per Lund"."""
        if comma < 0 or top is None or not lead or lead[0].start > comma:
            return False
        noun, text = self.body.sentences[sentence].tokens[top], self.body.text
        return bool(_FOR.fullmatch(text[noun.end : lead[0].start]) or _WHOSE.fullmatch(text[lead[0].end : noun.start]))

    def _unnamed_before(self, word: str, sentence: int) -> Speaker | None:
        """ "The spokesperson" after "a spokesperson of the brigade": the one who was told of with this word and more, within four
        sentences; None where nobody was, or several."""
        fits = {s for _, at, w, s in self.unnamed if w == word and self._since(at, sentence) <= 4}
        return fits.pop() if len(fits) == 1 else None

    def _holders(self, office: str, state: str, before: int) -> set[str]:
        """Who was told of with an office before: "the US president" whoever is president, and of no other state; "the president" first
        of all who is called so without a state."""
        places = {
            w
            for m in self._between(before, before + len(office) + 4)
            if m.kind == "place"
            for w in m.name.lower().split()
        }
        asked = set(_role_words(office)) - lexicon.state_words() - places
        held = [o for o in self.offices if asked <= o.words and self.first[o.holder] < before]
        unstated = {o.holder for o in held if not o.state}
        if state:
            return {o.holder for o in held if o.state == state} or unstated
        return unstated or {o.holder for o in held}

    def _another(self, name: str, role: str, span: Span) -> bool:
        """Whether somebody else with this role was told of since the person was last named ("a Ukrainian brigade's spokesperson"), or the
        sentence before tells of somebody else, where he is known as another state's only ("the French president … Berg hesitated. The
        president tweeted")."""
        before = span[0]
        other = self.antecedents.told_of_before(*span)
        if other not in ("", name) and all(o.state for o in self.offices if o.holder == name and role in o.words):
            return True
        last = max(m.end for m in self.mentions if m.name == name and m.start < before)
        stem = re.sub(r"(?:wo)?man$|person$", "", role)
        named = {m.start for m in self.mentions if m.kind == "person"}
        told = re.finditer(rf"(?<!\bthe )\b{re.escape(stem)}\w*", self.body.text[last:before], re.I)
        unnamed = any(last < at < before and word.startswith(stem) for at, _, word, _ in self.unnamed)
        return unnamed or any(last + m.end() + 1 not in named for m in told)

    def _human(self, top: int | None, sentence: int) -> bool:
        """Whether the head of a phrase says that somebody speaks: "the Fox host", "one Channel 2 presenter"."""
        word = self.body.sentences[sentence].tokens[top].text.lower() if top is not None else ""
        return any(word in lexicon.word_set(x) for x in ("roles", "anonymous"))

    def _head_words(self, top: int | None, span: Span, sentence: int) -> list[int]:
        """Where the head word of a source phrase begins, and the words coordinated with it: "the war with Chad" is no state."""
        return [
            t.start
            for i, t in enumerate(self.body.sentences[sentence].tokens)
            if span[0] <= t.start < span[1] and (i == top or (t.rel == "conj" and t.head == top))
        ]

    def _heads(self, span: Span, person: Mention) -> bool:
        """The person is the head of the source phrase, not somebody's visit, efforts or comments."""
        cut = re.search(
            r",|\s(?:of|by|for|in|with|on|to|at|from|who|that)\s|\s\(", self.body.text[person.start : span[1]]
        )
        end = person.start + cut.start() if cut else span[1]
        before = self.body.text[span[0] : person.start]
        if re.search(r"\s(?:by|with|on|against|about)\s+(?:\S+\s+){0,4}$", before) and not before.strip().endswith(","):
            return False
        lead = before.strip().removesuffix(person.role).strip()
        if re.search(r"\sof(?:\s+the)?$|\bspokes\w+ for(?:\s+the)?$", lead):
            return False  # "a backer of the government of President Berg", "a spokesman for Berg"
        return person.end >= end - 1

    def _body(self, words: str, low: str, inside: list[Mention], country: Mention | None, sentence: int) -> Speaker:
        outlet = next((o for m in inside if (o := lexicon.outlet_by_name().get(m.name.lower()))), None)
        if outlet is not None:
            return Speaker(outlet.name, "body")
        rest = re.sub(r"^(?:the|a|its|his|her|their)\s+", "", words, flags=re.I)
        if country is not None and rest == country.name:
            return Speaker(country.name, "body")
        bearer = next((m for m in inside if m.kind == "person" and m.role), None)
        if bearer is not None and (at := rest.find(self.body.text[bearer.start : bearer.end])) > 0:
            rest = rest[at:]  # "leader Berg's government": the Berg government
        if country is not None and (both := re.fullmatch(rf"{re.escape(country.name)} and (?:the )?(.+)", rest)):
            return Speaker(f"{country.name} and {both[1]}", "group")  # "Norway and the Chilean army"
        if country is not None:
            rest = re.sub(rf"^.*?{re.escape(self.body.text[country.start : country.end])}(?:['’]s)?\s+", "", rest)
            demonym = next(
                (c.demonyms[0] for c in lexicon.countries() if c.name == country.name and c.demonyms), country.name
            )
            rest = re.sub(
                rf"\s+(?:of|in)\s+(?:the\s+)?{re.escape(self.body.text[country.start : country.end])}$", "", rest
            )
            short = next(
                (o for c in lexicon.countries() if c.name == country.name for o in c.others if o.isupper()), ""
            )
            name = f"{short if country.name.startswith('United') and short else demonym} {rest}".strip()
            self.bodies.append((sentence, name))
            return Speaker(name, "body")
        key = [
            w for w in re.findall(r"[a-z]+", low) if w in lexicon.word_set("bodies") or w in lexicon.word_set("offices")
        ]
        fits = list(
            dict.fromkeys(
                n for s, n in self.bodies if sentence - s <= 2 and set(key) <= set(re.findall(r"[a-z]+", n.lower()))
            )
        )
        if fits and not any(m.kind == "body" and len(m.name.split()) > 2 for m in inside):
            return Speaker(fits[-1], "body")
        if all(m.kind == "place" for m in inside) and (meant := self._short_for(words.lower(), sentence)):
            return Speaker(meant, "body")
        named = [
            m
            for m in inside
            if m.kind == "body" and set(key) & set(re.findall(r"[a-z]+", m.name.lower())) and " " in m.name
        ]
        whose = re.fullmatch(r"(.+?) of (?:the )?([A-Z][\w’'-]+)", rest)
        name = (
            named[-1].name
            if named
            else _short(f"{whose[2]} {whose[1]}" if whose else re.sub(r"\b([A-Z][\w-]*)['’]s\b(?! [A-Z])", r"\1", rest))
        )
        self.bodies.append((sentence, name))
        return Speaker(name, "body")

    def _named_so(self, low: str, sentence: int) -> str:
        """Which body "the bloc" is where one was named so: "the bloc ECOWAS"; "" where none was, or several."""
        noun, text = low.removeprefix("the "), self.body.text.lower()
        told = self._between(0, self.body.sentences[sentence].end) if noun != low and " " not in noun else ()
        names = {m.name for m in told if m.kind == "body" and text.endswith(f" {noun} ", 0, m.start)}
        return names.pop() if len(names) == 1 else ""

    def _short_for(self, low: str, sentence: int) -> str:
        """Whom "the agency" or "the company" means: the one body that was called so by name ("the bloc ECOWAS"), else that spoke within three
        sentences, unless what it is called speaks against it."""
        if called := self._named_so(low, sentence):
            return called
        kind = re.fullmatch(
            rf"the (?:[\w ]+-based )?(agency|bureau|commission|company|firm|studio|group|organi[sz]ation|think tank|{_PRESS})",
            low,
        )
        spoke = {s.name for at, s in self.spoken if self._since(at, sentence) <= 3 and s.kind == "body"}
        if kind is None or len(spoke) != 1:
            return ""
        (name,) = spoke
        if re.fullmatch(_PRESS, kind[1]):
            return name if lexicon.names_a_paper(name) else ""
        public = name.isupper() or bool(set(name.lower().split()) & _PUBLIC)
        return name if public == (kind[1] in ("agency", "bureau", "commission")) and name[:1].isupper() else ""

    def _person(self, span: Span, sentence: int, spoken: Sequence[Span], back: int = CHAIN) -> Speaker:
        """He or she: the person, named or not ("a senior official"), who spoke in this sentence or the one before and agrees in gender, else
        the most salient. Who spoke before gives way to another subject of this sentence."""
        if name := self._within(span, sentence):
            return Speaker(name, "person")
        if name := self._done_to(span, sentence):
            return Speaker(name, "person")
        subject = self.antecedents.subject_before(span[0])
        rival = bool(subject) and self.antecedents.agrees(span, subject)
        lately = takewhile(
            lambda x: not self._unnamed_office(x[1]),  # "… the president-elect said. “Great move,” he tweeted"
            ((at, s) for at, s in reversed(self.spoken) if self._since(at, sentence) <= 1),
        )
        near = [
            (at, s) for at, s in lately if s.kind == "person" or (s.name in self.single and self._opens(span, sentence))
        ]
        others = self.antecedents.named_in(spoken)  # "he said that Berg had forgotten it": not Berg
        near = [(at, s) for at, s in near if s.name not in others]
        sure = any(self.antecedents.agrees(span, s.name, surely=True) for _, s in near)
        for at, s in near:
            if self.antecedents.agrees(span, s.name, surely=sure):
                if self._since(at, sentence) and rival and s.name != subject:
                    break
                return s
        opens = "" if rival else self.antecedents.told_of_before(*span, spoken)
        if (
            spoken
            and not rival
            and not opens
            and back
            and (again := self.antecedents.same_before(span, sentence)) is not None
        ):
            found = self._person(*again, (), back - 1)
            if found.name and self.antecedents.agrees(span, found.name):
                return found
        name = (opens if spoken else "") or self.antecedents.person(*span, spoken) or opens
        if name or rival:
            return Speaker(name, "person") if name else NOBODY
        last = self._last(sentence, ("person",))
        return last if self.antecedents.agrees(span, last.name) else NOBODY

    def _unnamed_office(self, s: Speaker) -> bool:
        """Whether who spoke is one person in office who is not named: the next "he" may be that one."""
        last = s.name.lower().split()[-1] if s.kind == "anonymous" else ""
        return bool(last) and s.name not in self.single and last in lexicon.word_set("roles")

    def _opens(self, span: Span, sentence: int) -> bool:
        """Whether a pronoun stands at the head of its sentence, after a word or two or a quotation: not in "asked whether he …, Berg"."""
        before = self.body.text[self.body.sentences[sentence].start : span[0]]
        return len(re.sub(r"[“\"].*?[”\"]", "", before, flags=re.S).split()) <= OPENING

    def _within(self, span: Span, sentence: int) -> str:
        """Who is meant in "a speech by Berg, in which he …": the one person that the noun before the clause names."""
        s = self.body.sentences[sentence]
        noun = clauses.modified(s, *span, "acl:relcl")
        if noun is None:
            return ""
        first = s.reach[noun][0]
        named = {
            m.name
            for m in self._between(s.tokens[first].start, span[0])
            if m.kind == "person"
            and self.antecedents.agrees(span, m.name)
            and not m.start <= s.tokens[noun].start < m.end
        }  # in "Berg, whom he called a fool" he is somebody else
        return named.pop() if len(named) == 1 else ""

    def _done_to(self, span: Span, sentence: int) -> str:
        """Who is meant in "the envoy insulted Berg after he said …": to whom something is done for what he said, where who does it is
        not named."""
        s = self.body.sentences[sentence]
        he = next((i for i, t in enumerate(s.tokens) if t.start == span[0]), None)
        said = s.tokens[he].head if he is not None else -1
        if said < 0 or s.tokens[said].rel != "advcl":
            return ""
        marks = {t.text.lower() for t in s.tokens if t.head == said and t.rel == "mark"}
        roles = {t.rel: i for i, t in enumerate(s.tokens) if t.head == s.tokens[said].head and i < said and t.rel in ("nsubj", "obj")}  # fmt: skip
        if not marks & {"after", "because", "since"} or roles.keys() != {"nsubj", "obj"}:
            return ""
        did, had = (self._people_at(s.reach[roles[r]], s) for r in ("nsubj", "obj"))
        return had.pop() if not did and len(had) == 1 and self.antecedents.agrees(span, next(iter(had))) else ""

    def _people_at(self, reach: Span, s: Sentence) -> set[str]:
        inside = self._between(s.tokens[reach[0]].start, s.tokens[reach[1]].end)
        return {m.name for m in inside if m.kind == "person"}

    def _last(self, sentence: int, kinds: tuple[str, ...]) -> Speaker:
        """The last speaker of these kinds within three sentences."""
        return next(
            (s for at, s in reversed(self.spoken) if self._since(at, sentence) <= 3 and s.kind in kinds), NOBODY
        )

    def _several(self, sentence: int) -> Speaker:
        """ "They": the last speakers of many, unless a sentence between tells of several others."""
        near = ((at, s) for at, s in reversed(self.spoken) if self._since(at, sentence) <= 3)
        at, found = next(((at, s) for at, s in near if s.kind in ("group", "anonymous")), (sentence, NOBODY))
        for k in range(at + 1, sentence):
            s = self.body.sentences[k]
            people = {m.name for m in self._between(s.start, s.end) if m.kind == "person"}
            crowd = any(t.tag == "NNS" and t.rel == "nsubj" and t.mention == "person" for t in s.tokens)
            if len(people) > 1 or crowd:
                return NOBODY
        return found

    def _pair(self, span: Span, sentence: int) -> Speaker:
        """ "Both nations": the two states that the accusation before it is about, else the only two named just before."""
        floor = self.body.sentences[max(0, sentence - 2)].start
        for d in reversed(self.accused):
            states = self._states(d.content[0][0], d.content[-1][1])
            if d.content[-1][1] <= span[0] and d.content[0][0] >= floor and len(states) == 2:
                return Speaker(" and ".join(states), "group")
        states = self._states(floor, span[0])
        return Speaker(" and ".join(states), "group") if len(states) == 2 else NOBODY

    def _states(self, start: int, end: int) -> list[str]:
        return list(dict.fromkeys(m.name for m in self._between(start, end) if m.end <= end and _acts_as_state(m)))

    def _antecedent(self, span: Span) -> Speaker:
        before = [
            m
            for m in self._between(span[0] - 300, span[0])
            if m.end <= span[0] and span[0] - m.end <= 80 and m.kind in ("person", "body", "place")
        ]
        if before and re.fullmatch(r"[\s,]*(?:[^.;]{0,60},)?\s*", self.body.text[before[-1].end : span[0]]):
            m = before[-1]
            return Speaker(
                m.name,
                "person" if m.kind == "person" else "government" if m.kind == "place" or _acts_as_state(m) else "body",
            )
        return NOBODY


def _are_people(t: Token) -> bool:
    """ "Former FBI agents" are not the FBI."""
    return t.tag in ("NN", "NNS") and t.mention == "person" and not t.lemma.startswith("spokes")


def _roles(body: Body, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, str]]:
    """Persons with each office that is printed beside them, in lower case; past ones left out."""
    for m in mentions:
        title = _TITLE.search(body.text, max(0, m.start - 8), m.start)
        for role in (m.role, title[1] if title else "") if m.kind == "person" else ():
            if role and not lexicon.once_held(role):
                yield m, role.lower()


def _role_words(role: str) -> list[str]:
    found = (_WRITTEN_OUT.get(w, w) for w in re.findall(r"[a-z]+", role.lower()))
    return [w for w in found if w not in ("the", "a", "an", "of", "for", "to", "s", "former")]


_TITLE = re.compile(r"\b(Sen|Rep|Gov|Gen|Lt|Col)\.\s$")
_WRITTEN_OUT = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "col": "colonel",
}


def _acts_as_state(m: Mention) -> bool:
    """A state, its people, or a union that speaks as states do."""
    return m.kind in ("place", "demonym", "body") and m.name in _country_names()


_PUBLIC = frozenset(
    "agency bureau commission department ministry office service council committee administration police".split()
)


def _placed(text: str, m: Mention, span: Span) -> bool:
    """Whether a body's name stands beside what it is: "technology service Dyn Research", "a service, Arbor Networks, which …"."""
    before = text[span[0] : m.start].rstrip(" ,")
    said = before.split()[-1:] or [""]
    return m.kind == "body" and said[0].islower() and said[0] in lexicon.word_set("bodies") and before.count(",") == 0


@cache
def _country_names() -> frozenset[str]:
    return frozenset(c.name for c in lexicon.countries())


def _short(words: str) -> str:
    flat = re.sub(r"^(?:the|a|an)\s+", "", squeeze(words), flags=re.I).replace("'s ", "’s ")
    return flat if len(flat) <= 90 else flat[:90].rsplit(" ", 1)[0] + " …"
