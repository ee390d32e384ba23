"""What a date or an hour dates: the verb or the noun of an occasion that it hangs on, what that is done to and by whom, the words that
tell of it, and whether it happened.

A date in a relative clause, a participle or a noun ("…, who left last month", "the summit of 12 June") dates that, not the sentence
around it (method: the temporal relation of a time to the event that governs it, J. Pustejovsky et al., ISO-TimeML, TLINK).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from .. import lexicon
from ..records import Time
from ..text import Span
from . import clauses
from .certainty import certainty
from .drafting import span_of
from .engine import Sentence, Token
from .happenings import looks_ahead, status

_OF = ("obj", "nsubj:pass", "nsubj", "nsubj:outer")
"""Relations of what a deed is told of, the nearest to it first (Universal Dependencies)."""
_TIMES = ("obl", "advmod", "nmod", "compound", "amod", "nummod")
_BOUNDS = frozenset("since until till through before after beyond than between".split())
"""What holds from, up to or between two days is not told of those days."""
_UNTIL = frozenset(("until", "till", "through"))
_LASTS = frozenset("run last continue go stretch extend remain".split())
"""Verbs of what ends on the day up to which it lasts: "the drills run until Friday"."""
_STATES = frozenset("be have seem appear remain know think believe want need like mean contain own owe belong".split())
_EXCLUDES = frozenset(("exclude", "rule", "preclude"))
"""Verbs that leave open what they are denied of: "more talks this week are not excluded"."""
_DASHES = ("-", "–", "—", "--")
_PRESENT = ("VBZ", "VBP")
_OCCASIONS = frozenset(
    """election vote referendum ballot hearing trial deadline inauguration ceremony funeral parade congress session debate speech
    address launch decision ruling verdict strike crash explosion earthquake flight""".split()
)
"""Nouns of what takes place on a day, beside those of `events.toml`."""


def dated(sentences: Sequence[Sentence], times: Sequence[Time]) -> tuple[Time, ...]:
    """The times, each with what it dates where the tree says so; the verb's lemma and nouns only for a day or an hour."""
    out = []
    for t in times:
        sentence = next((s for s in sentences if s.start <= t.start < s.end), None)
        if t.type in ("DATE", "TIME") and sentence is not None:
            at, case = _hangs_on(sentence.tokens, t)
            if at >= 0 and sentence.tokens[at].tag.startswith("VB"):
                deed, of, by = _deed(sentence.tokens, at, t.start)
                t = replace(t, deed=deed, of=of, by=by)
            until = case in _UNTIL and at >= 0 and sentence.tokens[at].lemma in _LASTS
            if until:
                t = replace(t, deed="end")
            if at >= 0 and (until or case not in _BOUNDS):
                t = _told(sentence, at, t)
            if t.at >= 0 and t.deed == "meet" and sentence.tokens[at].lemma in _CALLS:
                t = replace(t, status="expected")  # who scheduled a meeting for Thursday has not met
        out.append(t)
    return tuple(out)


def _hangs_on(made: Sequence[Token], t: Time) -> tuple[int, str]:
    """The word outside a time that its words hang on, and the preposition between them; (-1, "") where there is none."""
    inside = [k for k, x in enumerate(made) if t.start <= x.start < t.end]
    top = next((k for k in inside if made[k].head not in inside and made[k].rel.split(":")[0] in _TIMES), None)
    if top is None or made[top].head < 0:
        return -1, ""
    beside = inside[0] - 1
    if (
        beside > 0
        and made[beside].tag in ("NN", "NNS")
        and any(x.head == beside and x.rel == "case" and x.text.lower() in _BOUNDS | {"following"} for x in made)
    ):
        return beside, ""  # "after a speech Thursday night, she left"
    begins = next((k for k, x in enumerate(made[:top]) if x.head == top and x.rel in ("case", "mark")), -1)
    head, before = made[top].head, (begins if begins >= 0 else inside[0]) - 1
    if before > 0 and made[before].text in _DASHES and any(x.text in _DASHES for x in made[:head]) and head < before:
        return -1, ""  # "left for Oslo - where the talks will be held - on Sunday"
    if head < before and made[before].tag in ("VBD", "VBZ", "VBP") and any(x.text == "," for x in made[head:before]):
        head = before  # "…, the embassy said on Thursday"
    root = next((k for k, x in enumerate(made) if x.rel == "root"), head)
    shows = made[root].tag in _PRESENT and made[root].lemma not in lexicon.cue_table("verbs")
    if before > 0 and made[before].text == "," and shows and root < head:
        head = root  # a caption: "Residents sail past a dam that broke, in Lund, Norway, on Thursday"
    return _past_subject(made, head, inside[-1]), made[begins].text.lower() if begins >= 0 else ""


def _past_subject(made: Sequence[Token], at: int, last: int) -> int:
    """The verb behind a subject on which the tree hung a day that stands between the two ("The council on Monday voted"); else the word."""
    while made[at].lemma in _HOURS and made[at].head >= 0:
        at = made[at].head  # "at noon on Monday"
    verb = made[at].head
    if (
        _occasion(made[at])
        or not made[at].rel.startswith("nsubj")
        or verb <= last
        or any(x.tag in (",", "CC") for x in made[last:verb])
    ):
        return at
    if made[verb].tag.startswith("VB"):
        return verb
    return next((k for k, x in enumerate(made) if x.head == verb and x.rel == "xcomp" and x.tag == "VB"), at)


_HOURS = clauses.DAYTIMES | {"noon", "midnight", "hour"}


def _told(sentence: Sentence, at: int, t: Time) -> Time:
    """The time with the words that tell of it; unchanged where what it hangs on is a state or a thing."""
    made = sentence.tokens
    if made[at].tag.startswith("VB"):
        group = next((g for g in sentence.verbs if clauses.governor(sentence, g) == at), None)
        if made[at].lemma in _STATES or group is None or _nowadays(sentence, at, t):
            return t
        sure = certainty(sentence, _ahead(made, at) if group.passive or made[at].lemma == "expect" else at)
        first, last = _clause(sentence, at, set())
        told = "uncertain" if made[at].lemma in _EXCLUDES and sure.value < 0 else status(sure, group)
        return replace(t, at=made[at].start, clause=_trimmed(sentence, at, first, last), status=told, reasons=(*sure.reasons, *_past(made, at)))  # fmt: skip
    if made[at].tag in ("NN", "NNS") and _occasion(made[at]):
        sure = certainty(sentence, at)
        found = (
            "negated"
            if sure.value < 0
            else "uncertain"
            if any(r.startswith("hedge") for r in sure.reasons)
            else "occurred"
        )
        return replace(t, at=made[at].start, clause=_trimmed(sentence, at, *_noun(sentence, at)), status=found, reasons=sure.reasons)  # fmt: skip
    return t


def _occasion(t: Token) -> bool:
    """Whether a noun is what takes place on a day."""
    return t.lemma in lexicon.event_words().nouns or t.lemma in _OCCASIONS


def _clause(sentence: Sentence, verb: int, seen: set[int]) -> Span:
    """First and last token of the clause around a verb, with the noun that a relative clause or participle hangs on; where it has no
    subject of its own, or a pronoun for one, with the clause above it."""
    made = sentence.tokens
    seen.add(verb)
    first, last = sentence.reach[verb]
    head, rel = made[verb].head, made[verb].rel
    own = [k for k, x in enumerate(made) if x.head == verb and x.rel.startswith(("nsubj", "csubj"))]
    behind = [
        k for k, x in enumerate(made)
        if x.head == verb and k > verb and x.rel in ("conj", "parataxis") and clauses.bears_subject(sentence, k)
    ]  # fmt: skip
    if behind:
        last = min(last, sentence.reach[behind[0]][0] - 1)
    if head < 0 or head in seen:
        return first, last
    aim = rel == "acl" and any(x.head == verb and x.tag == "TO" for x in made)
    if rel.startswith("acl") and not aim:
        return min(first, _noun(sentence, head)[0]), last
    named = bool(own) and not made[own[0]].tag.startswith(("PRP", "W")) and made[own[0]].text.lower() != "that"
    if named or rel == "parataxis":
        return first, last
    if aim:
        head = _verb_over(made, head)
    if head >= 0 and head not in seen and (aim or rel in ("conj", "xcomp", "ccomp", "advcl")):
        above = _clause(sentence, head, seen)
        return min(above[0], first), last if rel == "conj" else max(above[1], last)
    return first, last


def _verb_over(made: Sequence[Token], at: int) -> int:
    """The verb above a noun; -1 where there is none."""
    for _ in range(len(made)):
        if at < 0 or made[at].tag.startswith("VB"):
            return at
        at = made[at].head
    return -1


def _noun(sentence: Sentence, at: int) -> Span:
    """The noun phrase of a token without clauses and appositions behind it; infinitives stay ("decision to withdraw")."""
    made = sentence.tokens
    first, last = sentence.reach[at]
    while first < at and made[first].head == at and made[first].rel in ("case", "mark", "punct"):
        first += 1
    cut = [
        sentence.reach[k][0] for k, x in enumerate(made)
        if x.head == at and k > at
        and (x.rel in ("acl:relcl", "appos", "parataxis", "conj", "cop") or (x.rel == "acl" and made[sentence.reach[k][0] - 1].text == ","))
    ]  # fmt: skip
    return first, max(at, min([last, *(c - 1 for c in cut)]))


def _nowadays(sentence: Sentence, verb: int, t: Time) -> bool:
    """ "The world today does not accept …": what is so, not what happens on a day."""
    made = sentence.tokens
    words = " ".join(x.text.lower() for x in made if t.start <= x.start < t.end)
    helped = [x for x in made if x.head == verb and x.rel.startswith("aux")]
    does = any(x.lemma == "do" and x.tag in _PRESENT for x in helped)
    return words == "today" and (made[verb].tag in _PRESENT or does or (made[verb].tag == "VBG" and not helped))


def _ahead(made: Sequence[Token], verb: int) -> int:
    """The verb that "are expected this week to meet" is about; else the verb itself."""
    if not _plans(made[verb].lemma):
        return verb
    return next((k for k, x in enumerate(made) if x.head == verb and x.rel == "xcomp"), verb)


def _past(made: Sequence[Token], verb: int) -> tuple[str, ...]:
    """The reason that a verb tells of what is over: it stands in the past and does not look ahead."""
    over = made[verb].tag == "VBD" or any(x.head == verb and x.rel.startswith("aux") and x.tag == "VBD" for x in made)
    return ("past",) if over and not _plans(made[verb].lemma) else ()


def _plans(lemma: str) -> bool:
    """Whether a verb looks ahead: what is scheduled, expected or planned."""
    found = lexicon.certainty_classes().get(lemma)
    return found is not None and looks_ahead(f"{found.id}:{lemma}")


def _trimmed(sentence: Sentence, at: int, first: int, last: int) -> Span:
    """Text span of tokens without the marks, conjunctions and prepositions of the word `at` before it, and the ends of the sentence."""
    made = sentence.tokens
    while first < last and (
        (made[first].head == at and (made[first].rel in ("mark", "cc", "case") or made[first].tag == "WRB"))
        or made[first].tag in (",", ":")
    ):
        first += 1
    while last > first and (made[last].tag in (",", ":", "CC") or made[last].text in ".;"):
        last -= 1
    return span_of(sentence, first, last)


_WITH = frozenset(
    "meet speak talk negotiate confer consult sign agree dine lunch hold clash collide fight trade play".split()
)
"""What is done with somebody, not while he is there: "sank with 40 people on board"."""
_SPOTS = frozenset("port city town village province region island district capital".split())
_GOING = frozenset("visit arrive travel go come land".split())
"""Verbs of somebody who is in a place on the day."""


def _gone_to(made: Sequence[Token], at: int, when: int) -> tuple[str, str, str] | None:
    """ "Holm arrives in Lund", "is due to travel to Lund" as "Holm visits Lund"; None for what is no journey to a place that is named."""
    if made[at].lemma not in _GOING:
        return None
    led = {x.head for x in made if x.rel == "case" and x.text.lower() in ("to", "in", "at")}
    place = next(
        (
            k
            for k, x in enumerate(made)
            if x.head == at
            and k > at
            and x.name[2:] == "LOC"
            and (x.rel == "obj" or (x.rel.startswith("obl") and k in led))
        ),
        None,
    )
    who = _doer_above(made, at)
    if place is None or who is None:
        return None
    return "visit", _name(made, _nearest(made, place, when)), _name(made, who)


_TALKS = frozenset("talk meeting session negotiation discussion consultation".split())
_CALLS = frozenset("schedule call convene set plan arrange announce request".split())
_COUNCILS = frozenset("council committee parliament assembly cabinet board commission".split())
"""Bodies that meet to do what they do: "the council will discuss the launch on Monday"."""


def _talked(made: Sequence[Token], at: int) -> tuple[str, str, str] | None:
    """ "Will begin talks with the mayor" as "will meet the mayor", "the council scheduled a session" and "its members will discuss the raid" as
    "the council will meet"; None for another deed."""
    if (body := _council(made, at)) is not None:
        return "meet", body, ""
    if made[at].lemma not in ("hold", "have", "begin", "start", "open", "conduct"):
        return None
    talks = next((k for k, x in enumerate(made) if x.head == at and x.rel == "obj" and x.lemma in _TALKS), None)
    with_ = {x.head for x in made if x.rel == "case" and x.text.lower() == "with"}
    other = next((k for k in sorted(with_) if made[k].head in (at, talks)), None) if talks is not None else None
    who = _doer(made, at)
    return ("meet", _name(made, other), _name(made, who) if who is not None else "") if other is not None else None


def _council(made: Sequence[Token], at: int) -> str | None:
    """The body that meets where it, or its members, discuss something or call a session; None for another deed."""
    who = _doer_above(made, at)
    if who is not None and made[who].lemma == "member":
        who = next((k for k, x in enumerate(made) if x.head == who and x.lemma in _COUNCILS), None)
    if who is None or made[who].lemma not in _COUNCILS:
        return None
    called = made[at].lemma in _CALLS | {"hold"} and any(
        x.head == at and x.rel == "obj" and x.lemma in _TALKS for x in made
    )
    return made[who].lemma if called or made[at].lemma in ("discuss", "debate", "convene") else None


def _nearest(made: Sequence[Token], at: int, when: int) -> int:
    """Of two that are named with a time each, the one before the time: "will visit Lund on Monday and | Oslo | on Tuesday"."""
    verb = made[at].head
    times = [k for k, x in enumerate(made) if k > at and x.head == verb and x.rel.startswith("obl")]
    row = [
        k for k, x in enumerate(made)
        if k > at and x.rel == "conj" and x.tag.startswith("NN") and x.head in (at, verb, *times) and x.start < when
    ]  # fmt: skip
    return row[-1] if row and any(t < row[-1] for t in times) else at


def _deed(made: Sequence[Token], at: int, when: int) -> tuple[str, str, str]:
    """The lemma of a verb, whom it is done to, and who does it, where two are told; `when`: where the time stands."""
    if (gone := _gone_to(made, at, when)) is not None:
        return gone
    if (met := _talked(made, at)) is not None:
        return met
    over, beside = at, False
    for _ in range(3):
        if beside and (who := _doer(made, over)) is not None:
            return made[at].lemma, _name(made, who), ""  # "the drills involve ships and end on Friday": the drills end
        if (of := _told_of(made, over)) is not None:
            doer = _doer(made, over)
            return (
                made[at].lemma,
                _name(made, _nearest(made, of, when)),
                _name(made, doer) if doer not in (of, None) else "",
            )
        if made[over].rel.startswith(("conj", "xcomp")) and made[over].head >= 0:
            beside = beside or made[over].rel.startswith("conj")
            over = made[over].head  # "is scheduled to meet": who meets stands beside the plan
    behind = made[at].head if made[at].rel.startswith("acl") else -1
    doer = _doer(made, at)
    return made[at].lemma, _name(made, behind) if behind >= 0 else "", _name(made, doer) if doer is not None else ""


def _told_of(made: Sequence[Token], at: int) -> int | None:
    """Whom a verb is done with, to or by: "met with Holm", "rented the truck", "the truck was rented", "the talks ended"."""
    with_ = {x.head for x in made if x.rel == "case" and x.text.lower() == "with"}
    met = (
        k
        for k, x in enumerate(made)
        if x.head == at and x.rel.startswith("obl") and k in with_ and made[at].lemma in _WITH
    )
    rest = (k for rel in _OF for k, x in enumerate(made) if x.head == at and x.rel == rel)
    found = next(itertools.chain(met, rest), None)
    named = found is not None and made[found].rel.startswith("nsubj") and made[found].tag.startswith("N")
    which = any(x.head == at and x.tag == "WDT" for x in made)
    bare = made[at].rel == "acl:relcl" and not any(x.head == at and x.tag == "WRB" for x in made)
    if named and made[at].rel.startswith("acl") and (which or bare):
        return made[at].head  # "the treaty that the ministers signed"
    return found


def _doer(made: Sequence[Token], at: int) -> int | None:
    """Who does what is done to another: the subject, or whoever stands behind "by"."""
    return next((k for k, x in enumerate(made) if x.head == at and x.rel in ("nsubj", "obl:agent")), None)


def _doer_above(made: Sequence[Token], at: int) -> int | None:
    """Who does it by the verb itself or one that it hangs on: "Holm is due to travel", "Holm came and spoke"."""
    while (who := _doer(made, at)) is None and made[at].rel in ("xcomp", "conj") and made[at].head >= 0:
        at = made[at].head
    return who


def _name(made: Sequence[Token], at: int) -> str:
    """The noun, of a name its last word, of "who" and "which" the noun that they stand for; "" for another pronoun."""
    if made[at].tag in ("WP", "WDT") and made[made[at].head].rel == "acl:relcl":
        at = made[made[at].head].head
    if not made[at].tag.startswith("NN"):
        return ""
    if made[at].lemma in _SPOTS:  # "the port of Lund" is Lund
        at = next((k for k, x in enumerate(made) if x.head == at and x.rel == "nmod" and x.name[2:] == "LOC"), at)
    while made[at].tag == "NNP" and at + 1 < len(made) and made[at + 1].tag == "NNP":
        at += 1
    return made[at].lemma
