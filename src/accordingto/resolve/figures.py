"""Figures that cannot both hold: one thing counted, of one occasion, told by two voices. Intervals of what the words bound
are compared ("up to 300" is open below); agreement by arithmetic, part or unit is no disagreement.
"""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from .. import lexicon, naming
from ..records import LASTING, Annotation, Claim, Quantity, Why
from ..text import Span, squeeze
from . import similarity
from .context import Desk, concepts, day, family, last_concept, mentions_in, names_in, outlet_label, why
from .occasions import Day, days, innermost, meet, other_number

ALIKE, ALIKE_CLAIMED = 0.46, 0.32  # likeness of two sentences that belong to no common claim, and that do
SLIGHTLY = 0.12  # likeness of two sentences that give the length of one thing
TOLL = 0.4  # of two that tell of people only what befell them
SAME_PAPER = 0.6  # of two of one article
UNNAMED = 0.65  # of two whose sums, shares or distances are of nothing that is named
NEAR, WIDE = 60, 100  # characters on either side of a figure that tell what is done with it, and in which words
AROUND = 0.3  # likeness of the words around two figures
SAME_WORDS = 0.6  # likeness of those beside them, from which "the two charges" are no part of "five additional charges"
ALL_IN_ALL, DEEDS = 0.25, 0.45  # of these and the sentences on average, and where two verbs tell of the figures
OF_ANYTHING = 0.5  # of two counts of women, of countries, which are many
SUMS = 0.38  # the same of two sums of money: an article has many
ORDER = 0.5  # part of the greater of two figures that the lesser is, where only the words around them say that they are of one thing
ROUNDED = 0.95  # the same, of two that may be one number rounded
PHRASE = 3  # concepts beside two figures that make one phrase of them
FEW_OF_THEM = 12  # up to which a number may be twice as far from another
FEW = 60  # figures of one kind of which all pairs are looked at
OTHERWISE = 0.1  # likeness that sentences need beyond the rest when two verbs tell of the figures
LATELY = 7  # days between a toll and the article that gives it
OPENING = 6  # sentences in which an article says where it plays
VOICES = 3  # outlets that one number is shown from
SCALE = 5  # times that one kind may be more than all
FAR = 2.0  # times that "hundreds" are more than another figure before they contradict it
PART = 0.5  # part of a whole below which the more narrowly named may be some of the others
_GENERIC = frozenset(
    (
        "side leader country nation time way thing part party man woman day point area case question reason "
        "issue step talk meeting "
    ).split()
)


_CLAUSE = re.compile(r"\b(?:and|but|while)\b|;")


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity in its sentence. `near`: concepts around it; `names`: of the sentence; `days`: of what is said,
    not of the saying; `voice`: who gives it."""

    article: int
    quantity: Quantity
    sentence: Span
    head: str
    modifiers: frozenset[str]
    alone: bool
    near: frozenset[str]
    names: frozenset[str]
    days: frozenset[Day]
    voice: str
    claims: frozenset[str]
    outlet: str
    published: str

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands; of one distance told in kilometres and in miles, where its sentence does."""
        return self.article, self.sentence[0] if self.quantity.unit in ("km", "mi") else self.quantity.start


def disagreements(
    desk: Desk, made: Sequence[Claim], event_of: dict[int, int], story_of: dict[int, int]
) -> Iterator[tuple[list[Figure], list[Why]]]:
    """Figures of one thing that disagree, with the reasons: each number, the lowest first, as the first outlets print it. The same two
    numbers for the same thing are told once a story."""
    pairs = list(_pairs(desk, made, event_of))
    rows: dict[Any, Figure] = {}
    for f in sorted((f for a, b, _ in pairs for f in (a, b)), key=lambda f: f.quantity.unit):
        rows.setdefault(f.place, f)
    groups = similarity.Groups(sorted(rows))
    told_of: dict[Any, tuple[int, int]] = {}
    for a, b, _ in pairs:
        groups.join(a.place, b.place)
        two = (
            story_of.get(a.article, -1 - a.article),
            a.quantity.unit,
            a.head,
            *sorted((a.quantity.value, b.quantity.value)),
        )
        groups.join(a.place, told_of.setdefault(two, a.place))
    reasons: dict[Hashable, list[Why]] = defaultdict(list)
    for a, _, found in pairs:
        reasons[groups.root(a.place)] += found
    for members in groups.sets():
        by: dict[tuple[float, float, float], dict[str, Figure]] = defaultdict(dict)
        for f in sorted((rows[p] for p in members), key=lambda f: (f.published, f.place)):
            q = f.quantity
            by[q.value, q.low or 0.0, q.high or 0.0].setdefault(f.outlet, f)
        told = [f for _, of in sorted(by.items()) for f in list(of.values())[:VOICES]]
        yield told, list(dict.fromkeys(reasons[groups.root(members[0])]))


def _pairs(desk: Desk, made: Sequence[Claim], event_of: dict[int, int]) -> Iterator[tuple[Figure, Figure, list[Why]]]:
    """Pairs of figures that disagree, with the reasons, by what is counted."""
    told: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for c in made:
        for x in c.positions:
            told[x.evidence.article].append((x.evidence.start, x.evidence.end, c.id))
    blocks: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    tolls: dict[tuple[int, str], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    kinds: dict[tuple[int, str], set[float]] = defaultdict(set)
    for i, n in enumerate(desk.annotations):
        found = list(_figures(desk, i, n, told[desk.articles[i].id]))
        for f in found:
            blocks[(f.head, f.quantity.unit)].append(f)
            if f.quantity.fate and not _toll(f):
                kinds[i, f.quantity.fate].add(f.quantity.value)
        for key, f in (*_tolls(desk, i, found).items(), *_measures(desk, i, found).items()):
            tolls[event_of.get(i, -1 - i), key[0]][key[1]].append(f)
    yield from _unlike_tolls(desk, tolls, kinds)
    everything = [f for rows in blocks.values() for f in rows]
    yield from _around_alike(desk, everything, event_of, kinds)
    yield from _in_one_phrase(desk, everything, event_of, kinds)
    for _, rows in sorted(blocks.items()):
        vectors = [desk.vector(_told(desk, f)) for f in rows]
        given: dict[int, set[float]] = defaultdict(set)
        for f in rows:
            given[f.article].add(f.quantity.value)
        few = len(rows) <= FEW
        pairs = itertools.combinations(range(len(rows)), 2) if few else similarity.candidates(vectors, keep=6, crowd=40)
        for m, k in pairs:
            a, b = rows[m], rows[k]
            if not _apart(a.quantity, b.quantity) or not _one_occasion(a, b, event_of) or not _may_be_one(desk, a, b):
                continue
            if a.quantity.fate and (_of_more(desk, a, b) or _recalled(desk, a) or _recalled(desk, b)):
                continue
            if a.article != b.article and _both_given(given, a, b, event_of):
                continue
            close = 1.0 if _others_say(desk, a, b) else similarity.cosine(vectors[m], vectors[k])
            if _one_thing(a, b, close) and not _kind_of(kinds, a, b) and not _part_of(desk, a, b):
                yield a, b, [_disjoint(a, b, f"sentences alike {close:.2f}")]


def _around_alike(
    desk: Desk, found: Sequence[Figure], event_of: dict[int, int], kinds: dict[tuple[int, str], set[float]]
) -> Iterator[tuple[Figure, Figure, list[Why]]]:
    """Pairs of two outlets of one event whose figures stand among the same words and are of one order, where no article of the event has
    both: who has both tells of two things."""
    blocks: dict[tuple[int, str, str], list[Figure]] = defaultdict(list)
    given: dict[tuple[int, str, str], dict[int, set[float]]] = defaultdict(lambda: defaultdict(set))
    for f in found:
        q, published = f.quantity, day(desk.articles[f.article])
        if f.article not in event_of or q.unit == "%":
            continue
        key = event_of[f.article], q.unit, "" if q.unit else f.head
        given[key][f.article].add(q.value)
        lately = not q.fate or (published is not None and _of_these_days(desk, f, published) and not _recalled(desk, f))
        if (f.alone or _generic(q)) and not _vague(q) and lately:
            blocks[key].append(f)
    for key, rows in sorted(blocks.items()):
        if len({f.outlet for f in rows}) < 2:
            continue
        around: dict[int, list[similarity.Vector]] = {}
        few = len(rows) <= FEW
        pairs = (
            itertools.combinations(range(len(rows)), 2)
            if few
            else similarity.candidates([desk.vector(_window(desk, f, WIDE)) for f in rows], keep=6, crowd=40)
        )
        for m, k in pairs:
            a, b = rows[m], rows[k]
            x, y = a.quantity, b.quantity
            if a.outlet == b.outlet or not _of_one_order(x, y) or not disjoint(x, y) or not _may_be_one(desk, a, b):
                continue
            if not (a.head == b.head != "" or a.near & b.near) or (
                not x.fate and elsewhere(desk, (a.article, a.sentence), (b.article, b.sentence))
            ):
                continue
            if _both_given(given[key], a, b, event_of) or not _one_occasion(a, b, event_of) or _of_two(desk, a, b):
                continue
            for n in (m, k):  # most figures meet none that they could be set against
                if n not in around:
                    told = (
                        _window(desk, rows[n], reach)
                        for reach in (NEAR, WIDE, len(desk.articles[rows[n].article].text))
                    )
                    around[n] = [desk.vector(text) for text in told]
            alike = [similarity.cosine(v, w) for v, w in zip(around[m], around[k], strict=True)]
            mean = sum(alike) / len(alike)
            least = DEEDS if _other_deed(a, b) and _ratio(x, y) < ROUNDED else SUMS if x.unit.isupper() else ALL_IN_ALL
            least = max(least, OF_ANYTHING) if _generic(x) else least
            part = _adds_up(desk, a, b) or _some_of_them(desk, a, b, alike[0])
            if max(alike[:2]) >= AROUND and mean >= least and not _kind_of(kinds, a, b) and not part:
                yield a, b, [_disjoint(a, b, f"words around alike {mean:.2f}")]


def _in_one_phrase(
    desk: Desk, found: Sequence[Figure], event_of: dict[int, int], kinds: dict[tuple[int, str], set[float]]
) -> Iterator[tuple[Figure, Figure, list[Why]]]:
    """Pairs of two outlets of one event whose figures stand in one phrase, whatever they are said to count: "a path to citizenship for 2
    million Dreamers", "for 1.5 million young people"."""
    phrases: dict[tuple[int, str, tuple[str, ...], tuple[str, ...]], list[Figure]] = defaultdict(list)
    given: dict[tuple[int, str], dict[int, set[float]]] = defaultdict(lambda: defaultdict(set))
    for f in found:
        if f.article in event_of and not _vague(f.quantity) and (f.alone or _generic(f.quantity)):
            given[event_of[f.article], f.quantity.unit][f.article].add(f.quantity.value)
            before, behind = _beside(desk, f)
            for left in range(PHRASE + 1):
                if len(before) >= left and len(behind) >= PHRASE - left:
                    key = event_of[f.article], f.quantity.unit, before[:left], behind[: PHRASE - left]
                    phrases[key].append(f)
    told: dict[tuple[Hashable, Hashable], dict[tuple[Hashable, Hashable], tuple[Figure, Figure]]] = defaultdict(dict)
    for key, rows in sorted(phrases.items()):
        for a, b in itertools.combinations(rows[:FEW], 2):
            if (
                a.outlet == b.outlet
                or not _of_one_order(a.quantity, b.quantity)
                or not disjoint(a.quantity, b.quantity)
                or not _may_be_one(desk, a, b)
                or not _one_occasion(a, b, event_of)
                or _both_given(given[key[:2]], a, b, event_of)
                or _of_two(desk, a, b)
            ):
                continue
            alike = similarity.cosine(*(desk.vector(_window(desk, f, NEAR)) for f in (a, b)))
            part = _adds_up(desk, a, b) or _some_of_them(desk, a, b, alike)
            if (alike >= AROUND or not (key[2] and key[3])) and not _kind_of(kinds, a, b) and not part:
                sentences = (a.article, a.sentence), (b.article, b.sentence)
                told[sentences][a.place, b.place] = a, b
    for pairs in told.values():
        if len(pairs) == 1:  # two sentences of which several figures differ tell of two things
            a, b = next(iter(pairs.values()))
            yield a, b, [_disjoint(a, b, "in one phrase")]


def _beside(desk: Desk, f: Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The concepts before a figure, the nearest first, and those behind it, within its sentence and up to the next figure."""
    text, q = desk.articles[f.article].text, f.quantity
    others = [x for x in desk.annotations[f.article].quantities if x is not q]
    first = max((x.end for x in others if x.end <= q.start), default=0)
    last = min((x.start for x in others if x.start >= q.end), default=len(text))
    before = text[max(f.sentence[0], q.start - NEAR, first) : q.start]
    behind = text[q.end : min(f.sentence[1], q.end + NEAR, last)]
    return tuple(concepts(before)[::-1][:PHRASE]), tuple(concepts(behind)[:PHRASE])


def elsewhere(desk: Desk, one: tuple[int, Span], other: tuple[int, Span]) -> bool:
    """Whether two stretches of text (article number, span) name places, and not one in common: the wind in Chad, the wind in Peru. A state
    tells nothing where both name a place in it."""
    there, here = ({*_spots(desk, *part)} for part in (one, other))
    states = _states()
    if not (there <= states or here <= states):
        there, here = there - states, here - states
    return bool(there and here) and not there & here


def _of_two(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether the clauses of two plain counts name, and nobody and nothing in common: "Berg held four events", "in Lund Holm held three"."""
    if a.quantity.unit or a.quantity.fate:
        return False
    one, other = (names_in(desk.annotations[f.article], _clause(desk, f)) for f in (a, b))
    return bool(one and other) and not one & other


def _clause(desk: Desk, f: Figure) -> Span:
    """The clause in which a figure stands."""
    text, (begin, end) = desk.articles[f.article].text, f.sentence
    before = [m.end() for m in _CLAUSE.finditer(text, begin, f.quantity.start)]
    after = _CLAUSE.search(text, f.quantity.end, end)
    return max([begin, *before]), after.start() if after else end


def _both_given(given: Mapping[int, set[float]], a: Figure, b: Figure, event_of: Mapping[int, int]) -> bool:
    """Whether an article of their event has both numbers: who has both tells of two things."""
    two = {a.quantity.value, b.quantity.value}
    events = {event_of.get(f.article) for f in (a, b)}
    return any(two <= values for i, values in given.items() if event_of.get(i) in events)


def _window(desk: Desk, f: Figure, reach: int) -> str:
    """The words on either side of a figure, within its sentence."""
    text, q = desk.articles[f.article].text, f.quantity
    return f"{text[max(f.sentence[0], q.start - reach) : q.start]} {text[q.end : min(f.sentence[1], q.end + reach)]}"


def _disjoint(a: Figure, b: Figure, note: str) -> Why:
    return why("discrepancy", "rounding" if _ratio(a.quantity, b.quantity) >= ROUNDED else "disjoint-figures", note)


def _others_say(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether an article sets one toll beside another: "49 people died, the clinic said. Others put the toll at 150 or more"."""
    if a.article != b.article or not (_toll(a) and _toll(b)) or a.modifiers or b.modifiers:
        return False
    first, then = sorted((a, b), key=lambda f: f.place)
    text = desk.articles[a.article].text
    between = text[first.sentence[1] : then.sentence[0]]
    return not between.strip() and bool(_OTHERS.match(text, then.sentence[0]))


_OTHERS = re.compile(r"\W*(?:(?:But|However,|While)\s+)?(?:others|another|other|a second|some)\b", re.I)


def _tolls(desk: Desk, i: int, found: Sequence[Figure]) -> dict[tuple[str, str], Figure]:
    """The tolls that a dated article gives first, by what befell whom: of its own days and place, not of another attack that it recalls."""
    out: dict[tuple[str, str], Figure] = {}
    published, fates = day(desk.articles[i]), [f for f in found if f.quantity.fate]
    if published is None or not fates:
        return out
    scene = _scene(desk, i)
    for f in sorted(fates, key=lambda f: _vague(f.quantity)):  # "dozens" only where no number is given
        q = f.quantity
        if q.share or q.hedge == "capacity" or _recalled(desk, f) or _one_of_list(desk, f, fates):
            continue
        told = f.sentence[0], _clause(desk, f)[1]
        if _of_these_days(desk, f, published) and {*_spots(desk, i, told)} <= scene:
            who = "" if _toll(f) and not f.modifiers else " ".join(sorted({f.head, *f.modifiers} - {q.fate}))
            out.setdefault((q.fate, who), f)
            if lexicon.state_in(f.voice):  # "the Danish army said six", "the Danish military said at least seven"
                out.setdefault((q.fate, f"{who} by {' '.join(sorted(concepts(f.voice)))}"), f)
    return out


def _one_of_list(desk: Desk, f: Figure, fates: Sequence[Figure]) -> bool:
    """Whether a sentence has the same befall others too, whom it counts apart: "Denmark expelled 30 people and Sweden seven"."""
    text = desk.articles[f.article].text
    beside = [
        g.quantity
        for g in fates
        if g.sentence == f.sentence and g.quantity.fate == f.quantity.fate and g.voice == f.voice and g is not f
    ]
    first = min((f.quantity.start, *(q.start for q in beside)))
    return any(not _AMONG.search(text, first, max(q.start, f.quantity.start)) for q in beside)


_AMONG = re.compile(r"\b(?:including|includes?|among|of (?:the|them|those|these|whom|which)|with)\b|[(:;–—]", re.I)


def _recalled(desk: Desk, f: Figure) -> bool:
    """Whether a figure is told of what was long ago ("the deadliest since the flood, which killed five"), or behind the opening of something
    that is new there ("it came after a flood that killed five")."""
    opening = desk.annotations[f.article].sentences[:OPENING]
    told = _told_before(desk, f)
    return bool(_LONG_AGO.search(told)) or (f.sentence not in opening and bool(_NEW_THERE.search(told)))


_LONG_AGO = re.compile(
    r"\b(?:years?|decades?|months|anniversary)\s(?:after|since|of)\b[^;]*?\b(?:that|which|who|where)\b[^,;]*$"
    r"|\b(?:deadliest|worst|biggest|largest|first|most)\b[^;]*?\bsince\b[^;]*$",
    re.I,
)


_NEW_THERE = re.compile(
    r"\b(?:an?|another|one)\s(?:(?!the\b|this\b|that\b|which\b|who\b|where\b)[^\s.;]+\s){1,9}?(?:that|which|who|where|in which)\b",
    re.I,
)


def _measures(desk: Desk, i: int, found: Sequence[Figure]) -> dict[tuple[str, str], Figure]:
    """How long or far it was, by what it is told of ("flew for 37 minutes", "the 37-minute flight"), where a dated article gives it once:
    whoever gives it twice tells of two."""
    rows: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    if (published := day(desk.articles[i])) is None:
        return {}
    for f in found:
        q = f.quantity
        of = f.head if q.unit in LASTING else last_concept(q.deed)
        if q.unit in _MEASURES and of and q.hedge != "capacity":
            rows[q.unit, of].append(f)
    return {
        key: told[0]
        for key, told in rows.items()
        if not any(disjoint(told[0].quantity, f.quantity) for f in told) and _of_these_days(desk, told[0], published)
    }


_MEASURES = LASTING | {"km", "mi"}


def _of_these_days(desk: Desk, f: Figure, published: dt.date) -> bool:
    """Whether nothing tells that a figure is of another time: its sentence names no month or year gone by ("In May 2015 a fire killed nine
    people"), and it no day but those before the article."""
    n, (start, end) = desk.annotations[f.article], f.sentence
    told = (t.value[:7] for t in n.times if t.type == "DATE" and start <= t.start < end)
    if any(re.fullmatch(r"\d{4}(-\d\d)?", v) and v < published.isoformat()[: len(v)] for v in told):
        return False
    return not f.days or any(_within(d, published) for d in f.days)


def _vague(q: Quantity) -> bool:
    """ "Dozens", "hundreds": no figure that another contradicts."""
    return q.low is not None and q.high is not None and q.high > 1.5 * q.low


def _within(d: Day, published: dt.date) -> bool:
    year, month = int(d[0] or published.year), min(12, max(1, int(d[1][:2])))
    told = dt.date(
        year, month, min(calendar.monthrange(year, month)[1], max(1, int(d[1][3:])))
    )  # "31 June" is in print
    return abs((published - told).days) <= LATELY


def _scene(desk: Desk, i: int) -> set[str]:
    """The places of the headline and the opening of an article."""
    n = desk.annotations[i]
    return {name for s in n.sentences[:OPENING] for name in _spots(desk, i, s)}


def _spots(desk: Desk, i: int, part: Span) -> Iterator[str]:
    return (m.name for m in mentions_in(desk.annotations[i], part) if m.kind in ("place", "demonym"))


def _unlike_tolls(
    desk: Desk, tolls: dict[tuple[int, str], dict[str, list[Figure]]], kinds: dict[tuple[int, str], set[float]]
) -> Iterator[tuple[Figure, Figure, list[Why]]]:
    for _, groups in sorted(tolls.items()):
        for who, rows in sorted(groups.items()):
            pairs = itertools.combinations(rows, 2) if not rows[0].modifiers - {"civilian", "police"} else ()
            more = ((a, b) for a in groups.get("", ()) for b in rows if who and " by " not in who and _fewer(a, b))
            for a, b in (*pairs, *more):
                apart = _one_day(desk, a, b) and _apart(a.quantity, b.quantity) and not _of_more(desk, a, b)
                if _other_means(desk, a, b) if a.quantity.fate else not _of_one(desk, a, b):
                    continue
                if apart and not _kind_of(kinds, a, b) and not _part_of(desk, a, b):
                    yield a, b, [why("discrepancy", "disjoint-figures", "the figure that each gives first")]


def _of_one(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether two lengths or distances may be of one thing: the sentences are alike, and no two people are named ("Berg has lived in the
    town for 25 years", "Holm for 30")."""
    if a.names and b.names and not a.names & b.names:
        return False
    texts = (desk.vector(_told(desk, f)) for f in (a, b))
    return similarity.cosine(*texts) >= SLIGHTLY


def _other_means(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether two sentences tell of two kinds of misfortune: the dead of a gas attack and of an air raid."""
    texts = (_told(desk, f) for f in (a, b))
    one, other = ({name for name, words in lexicon.means() if words.search(text)} for text in texts)
    return bool(one and other) and not one & other


def _one_day(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether two outlets tell it at most a day apart, or one on one day."""
    x, y = day(desk.articles[a.article]), day(desk.articles[b.article])
    return x is not None and y is not None and abs((x - y).days) <= (a.outlet != b.outlet)


def _of_more(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether the greater of two tolls that lie far apart is that of a time or a place of its own: "680 in the past week", "in six years of war"
    beside "160 in the Lund area"."""
    if _ratio(a.quantity, b.quantity) >= ORDER:
        return False
    told = [_told(desk, f) for f in (a, b)]
    places = [{*_spots(desk, f.article, f.sentence)} for f in (a, b)]
    return bool(_OVER.search(told[0])) != bool(_OVER.search(told[1])) or places[0] != places[1]


_OVER = re.compile(
    r"\b(?:in|over|during|for|within) the (?:last|past|previous|\w+) (?:\w+ )?(?:years?|months?|weeks?|days?)\b|\bsince\b|\byears of\b",
    re.I,
)


def _fewer(everybody: Figure, some: Figure) -> bool:
    """Whether fewer people are told of in all than of one kind of them, on one scale: "seven people" of a blast are not the dead of the war."""
    all_, kind = everybody.quantity.high or math.inf, some.quantity.low or 0.0
    kind_of_people = (
        not _toll(some) and not some.modifiers & _places()
    )  # the dead of one state are no kind of another's
    return kind_of_people and all_ < kind <= SCALE * all_


def _apart(p: Quantity, q: Quantity) -> bool:
    """Whether two figures cannot both hold; of "dozens" and "hundreds", that not by little."""
    low, high = sorted((p, q), key=lambda x: x.value)
    far = (high.low or 0.0) >= FAR * (low.high or math.inf) if _vague(p) or _vague(q) else True
    return far and disjoint(p, q)


def _figures(desk: Desk, i: int, n: Annotation, told: Sequence[tuple[int, int, str]]) -> Iterator[Figure]:
    text = desk.articles[i].text
    for s, e in n.sentences:
        counted = [q for q in n.quantities if s <= q.start < e and (q.what or q.unit)]
        inside = [(q, near, _head(q)) for q in counted for near in (_around(text, (s, e), q),)]
        heads = Counter((kind, q.unit) for q, _, kind in inside)
        whole = Counter((q.what, q.unit) for q in counted)
        names = names_in(n, (s, e)) if inside else frozenset()
        for q, near, kind in inside:
            words_ = q.what.split()
            generic = _generic(q)
            if (q.value < 2 and not _themselves(q)) or (generic and q.fate):
                continue
            if (
                _IF.match(text, s, e)
                or _QUESTION.match(text, q.end, e)
                or _NEEDED.match(text, q.end, e)
                or _NEEDS.search(text, s, q.start)
                or _NO_LONGER.search(text, s, q.start)
                or _NOT.search(text, s, q.start)
                or _THRESHOLD.search(text, s, q.start)
            ):
                continue
            yield Figure(
                i, q, (s, e), kind, frozenset(concepts(" ".join(words_ if words_[-1:] == ["civilian"] else words_[:-1]))),
                not generic and (heads[(kind, q.unit)] == 1 or (len(words_) > 1 and whole[(q.what, q.unit)] == 1)),
                near - frozenset(concepts(q.what)) - _TELLING, names, days(text, n, (s, e), q.start), _voice(n, q),
                frozenset(c for a, b, c in told if a <= q.start < b), family(outlet_label(desk.articles[i])),
                desk.articles[i].published.value,
            )  # fmt: skip


def _generic(q: Quantity) -> bool:
    """Whether what is counted tells little: countries, women, days."""
    return not q.unit and bool(q.what) and q.what.split()[-1] in _GENERIC


_IF = re.compile(r"\W*(?:If|Unless|Should)\b")
_NEEDED = re.compile(r"(?:\s+[\w’'-]+){0,2}\s+(?:needed|necessary|required\s+(?:to|for))\b")
_NEEDS = re.compile(r"\b(?:needs?|needed|requires?|required)\s+(?:to\s+\w+\s+)?(?:(?:at least|the|some|about)\s+)*$")
"""What is needed is no count of what there is: "the 270 needed to win"."""
_NO_LONGER = re.compile(r"\b(?:instead of|rather than|(?:down|up) from)\b[^,;.]*$", re.I)
"""What is no longer so, or is not done: "down from the 400 of last year"."""
_NOT = re.compile(r"(?:\bnot|n[’']t|\bnever)\s+(?!only\b|just\b|merely\b)(?:[\w’'-]+\s+){0,2}$", re.I)
"""What is not so: "we did not get 15 feet of water"."""
_THRESHOLD = re.compile(
    r"\b(?:threshold|majority|quorum|minimum|maximum|limit|ceiling|cap|goal|target)\b[^,;.]*\b(?:to|of|at|is|was)\s+(?:(?:at least|the|some|about)\s+)*$",
    re.I,
)
_QUESTION = re.compile(r"[^.!?]*\?")


def _around(text: str, sentence: Span, q: Quantity) -> frozenset[str]:
    """Concepts that tell what is done with a figure."""
    left = _CLAUSE.split(text[max(sentence[0], q.start - NEAR) : q.start])[-1]
    right = _CLAUSE.split(text[q.end : min(sentence[1], q.end + NEAR)])[0]
    return frozenset(concepts(f"{left} {right}"))


_TELLING = frozenset("report say tell ministry officials official accord people monday tuesday wednesday thursday friday saturday sunday".split())  # fmt: skip


def _head(q: Quantity) -> str:
    """The thing counted; of people without more, what befell them; what lasted; "" where a sum, share or distance is of nothing that is named."""
    if q.unit in LASTING:
        return last_concept(q.what or q.deed)
    if not q.what or q.what == q.fate:
        return q.fate
    head = " ".join(concepts(q.what.split()[-1])) or q.what
    return q.fate if head in _anybody() or q.what == "other" or _themselves(q) else head


def _themselves(q: Quantity) -> bool:
    """Whether those who are counted are counted as what they are: so many attackers."""
    return bool(q.fate and q.what) and (q.fate, q.what.split()[-1]) in _selves()


@cache
def _selves() -> frozenset[tuple[str, str]]:
    return frozenset((f.name, noun) for f in lexicon.fates() for noun in f.selves)


def subject(f: Figure) -> str:
    """What a figure is a figure of, in the article's word."""
    q = f.quantity
    return f.head if _toll(f) else (q.what.split()[-1].lower() if q.what else f.head or q.deed or q.unit)


def _toll(f: Figure) -> bool:
    """Whether it counts people of whom nothing is told but what befell them."""
    return f.head == f.quantity.fate != ""


def _other_fate(a: Figure, b: Figure) -> bool:
    return bool(a.quantity.fate and b.quantity.fate) and a.quantity.fate != b.quantity.fate


@cache
def _anybody() -> frozenset[str]:
    return frozenset(concepts("people person civilian victim death fatality injury arrest"))


def _voice(n: Annotation, q: Quantity) -> str:
    """The speaker of the innermost attribution around the figure, "" for the author."""
    inner = innermost(n, q.start)
    return inner.speaker or "somebody unnamed" if inner else ""


def _one_thing(a: Figure, b: Figure, close: float) -> bool:
    """Both count the same: told apart from others in its sentence, in like words, of the same actors."""
    if {w for w in a.modifiers ^ b.modifiers if w in _places()}:
        return False
    if a.article == b.article and close < SAME_PAPER:
        return False  # "Berg's plan would cost 3 billion", and Holm's another sum
    if not (a.alone and b.alone) or (not a.near & b.near and not _toll(a)):
        return False
    if _other_deed(a, b):
        close -= OTHERWISE
    if a.claims & b.claims and not _other_deed(a, b):
        return close >= ALIKE_CLAIMED
    if not a.head and close < UNNAMED:
        return False
    shared = a.names & b.names
    # states alone do not tell: "Britain expelled 23 Russians", "Norway 60 Russians after Britain"
    several = len(shared) > 1 and not shared <= _states()
    actors = several or (shared and (a.names <= b.names or b.names <= a.names))
    least = TOLL if _toll(a) else ALIKE
    return close >= least and bool(actors or not (a.names or b.names))


def _together(desk: Desk, f: Figure) -> bool:
    """Whether a sentence sums up what several have: "the two funds together raised $4 million"."""
    return bool(_SUM.search(desk.articles[f.article].text, f.sentence[0], f.quantity.start))


_SUM = re.compile(r"\b(?:together|combined|jointly|altogether)\b", re.I)


def _until(desk: Desk, f: Figure) -> str:
    """The moment up to which a sentence counts, or since when: "as of 2 p.m.", "since Monday"; "" where it tells none."""
    text = desk.articles[f.article].text
    found = _AS_OF.search(text, *f.sentence)
    return found[0].lower() if found else ""


_AS_OF = re.compile(r"\b(?:as of \w+(?::\d\d)?|since (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.I)


def _by_many(desk: Desk, f: Figure) -> bool:
    """Whether a sentence counts the states that do it together: "21 countries expelling 100 officials"."""
    return any(
        q.value > 1 and q.what.rsplit(" ", 1)[-1] in _STATES
        for q in desk.annotations[f.article].quantities
        if f.sentence[0] <= q.start < f.quantity.start
    )


_STATES = frozenset(("country", "nation", "state", "government", "ally"))


def _may_be_one(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether nothing beside the two figures tells them apart: "twelve counts of fraud" and "seven counts of perjury", "by 2027" and "in
    2019"; nor does one article set the two beside each other itself."""
    told = [{w for w in f.modifiers if w in _places()} for f in (a, b)]
    if (
        not (a.modifiers <= b.modifiers or b.modifiers <= a.modifiers)
        or _other_fate(a, b)
        or _by_many(desk, a) != _by_many(desk, b)
        or _together(desk, a) != _together(desk, b)
        or _until(desk, a) != _until(desk, b)
        or (a.quantity.fate and _other_means(desk, a, b))
        or other_number(*(_told(desk, f) for f in (a, b)))
        or (all(told) and told[0] != told[1])
    ):
        return False
    some, whole = (a, b) if a.modifiers > b.modifiers else (b, a)
    if some.modifiers > whole.modifiers and some.quantity.value < PART * whole.quantity.value:
        return False  # "two turboprop aircraft" may be of the "13 aircraft"
    states = a.near & _places(), b.near & _places()
    if all(states) and not states[0] & states[1]:
        return False  # "from South Korea" here, "from Syria" there
    kinds, years = zip(*(_behind(desk.articles[f.article].text, f) for f in (a, b)), strict=True)
    if (all(kinds) and not kinds[0] & kinds[1]) or (all(years) and years[0] != years[1]):
        return False
    if a.article != b.article:
        return True
    others = [(x, y.quantity.value) for x, y in ((a, b), (b, a))]
    n = desk.annotations[a.article]
    return not any(
        f.sentence[0] <= q.start < f.sentence[1] and q.value == value for q in n.quantities for f, value in others
    )


def _behind(text: str, f: Figure) -> tuple[frozenset[str], str]:
    """What the thing counted is of, and the year that the figure is of; each empty where nothing says so."""
    told = _CLAUSE.split(text[f.quantity.end : min(f.sentence[1], f.quantity.end + NEAR)])[0]
    of, year = _OF_WHAT.match(told), _YEAR.search(told)
    return frozenset(list(concepts(of[1]))[:2]) if of and not f.quantity.unit else frozenset(), year[1] if year else ""


_OF_WHAT = re.compile(
    r"(?:\s+[\w’'-]+){1,2}?\s+of\s+(?!(?:the|them|those|these|whom|which|its|their|his|her)\b)(.+)", re.S
)
_YEAR = re.compile(r"\b(?:in|by|until|through|for|during|from)\s+((?:19|20)\d\d)\b")


def _other_deed(a: Figure, b: Figure) -> bool:
    """Whether verbs tell of the two figures, and two verbs that do not mean the same."""
    one, two = (set(concepts(f.quantity.deed)) for f in (a, b))
    return bool(one and two) and not one & two


@cache
def _states() -> frozenset[str]:
    return frozenset(lexicon.country_of().values())


@cache
def _places() -> frozenset[str]:
    return frozenset(x.lower() for x in _states())


def _one_occasion(a: Figure, b: Figure, event_of: dict[int, int]) -> bool:
    """No two days differ, and it is two voices of one article, two articles of one event, or one day that both name."""
    if a.days and b.days and not meet(a.days, b.days):
        return False
    if a.article == b.article:
        deeds = {a.quantity.deed, b.quantity.deed} - {""}
        one = a.voice == b.voice or naming.acronym(a.voice, b.voice) or naming.acronym(b.voice, a.voice)
        return a.sentence != b.sentence and not one and len(deeds) < 2
    if a.days and b.days:
        return True
    # one outlet on another day, or it is not known on which: a new figure, not another account
    update = a.outlet == b.outlet and (a.published != b.published or not a.published)
    return event_of.get(a.article) == event_of.get(b.article) and not update


def shown(desk: Desk, f: Figure) -> str:
    """The figure as printed, with what is counted."""
    q, text = f.quantity, desk.articles[f.article].text
    if q.what == q.fate != "":
        told = _TOLD.match(text, q.end, f.sentence[1])
        return squeeze(f"{text[q.start : q.end]}{told[0] if told else f' {q.fate}'}")
    noun = re.escape(q.what.split()[-1][:4]) if q.what else ""
    behind = noun and re.compile(rf"(?:\W+[\w’'-]+){{0,3}}?\W*\b(?:{noun}\w*|people)\b", re.I).match(
        text, q.end, f.sentence[1]
    )
    if not noun and q.unit.islower() and q.unit not in LASTING:  # a distance, a weight: its unit is the next word
        behind = re.compile(r"\W?\w+").match(text, q.end, f.sentence[1])
    what = "" if q.unit in LASTING else q.what
    printed = text[q.start : behind.end()] if behind else f"{text[q.start : q.end]} {what}"
    return squeeze(printed) + (" (capacity)" if q.hedge == "capacity" else "")


_TOLD = re.compile(
    r"(?:\s+(?!(?:a|the|of|to|as|at|after|when|while|in|on|before|and|by|for|from|amid|during|including|along|near|across|around|over|outside|inside|under|between|within|through|with|early|late|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b)[\w’'-]+){1,3}"
)


def _ratio(p: Quantity, q: Quantity) -> float:
    low, high = sorted((abs(p.value), abs(q.value)))
    return low / high if high else 1.0


def _of_one_order(p: Quantity, q: Quantity) -> bool:
    """Whether two figures are near enough to be of one thing where only the words around them say so."""
    return _ratio(p, q) >= (ORDER if max(p.value, q.value) > FEW_OF_THEM else ORDER / 2)


def disjoint(p: Quantity, q: Quantity) -> bool:
    """No number lies inside the bounds of both; an open bound reaches to infinity on its side."""
    low = max(-1e30 if p.low is None else p.low, -1e30 if q.low is None else q.low)
    high = min(1e30 if p.high is None else p.high, 1e30 if q.high is None else q.high)
    return low > high + 1e-9


def _kind_of(kinds: dict[tuple[int, str], set[float]], a: Figure, b: Figure) -> bool:
    """Whether the smaller figure is that of a kind in the article that has the greater: "the nine wounded", and "seven officers" among them."""
    few, many = sorted((a, b), key=lambda f: f.quantity.value)
    return few.quantity.value in kinds[many.article, few.quantity.fate]


def _part_of(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether the lesser figure may be a part of the greater, by arithmetic or in words."""
    return _adds_up(desk, a, b) or _some_of_them(desk, a, b)


def _adds_up(desk: Desk, a: Figure, b: Figure) -> bool:
    """Agreement by arithmetic: 314 and 157 each; 60 and "48 from the embassy and 12 from the mission"."""
    few, many = sorted((a, b), key=lambda f: f.quantity.value)
    low, high = few.quantity.value, many.quantity.value
    beside = (q for q in desk.annotations[few.article].quantities if few.sentence[0] <= q.start < few.sentence[1])
    if any(q.start != few.quantity.start and q.value + low == high and q.unit == few.quantity.unit for q in beside):
        return True
    each = any(f.quantity.share == "each" or _EACH_SIDE.search(_told(desk, f)) for f in (a, b))
    return each and low > 0 and (high / low).is_integer() and high / low <= 6


_EACH_SIDE = re.compile(r"\b(?:both sides|from each|per side)\b")


def _told(desk: Desk, f: Figure) -> str:
    """The sentence of a figure."""
    return desk.articles[f.article].text[slice(*f.sentence)]


def _some_of_them(desk: Desk, a: Figure, b: Figure, alike: float = 0.0) -> bool:
    """Whether words make the one a part of the other: a part of a whole that the same sentence names, "the two" of those just told of, two
    more. Among the same words ("the two charges of May", "five more charges of May") the lesser, if it is known, is the whole."""
    if a.quantity.share == b.quantity.share == "part":
        return False  # "two of his rifles", "twelve of the rifles"
    few, many = sorted((a, b), key=lambda f: f.quantity.value)
    known = [f for f in (few, many) if _KNOWN.search(_told_before(desk, f))]
    if known and not few.quantity.unit and 1 < few.quantity.value <= many.quantity.value / 2:
        # "two swimmers" are of "the four swimmers", "the two candidates" are those just told of
        return many in known or alike < SAME_WORDS
    for f, other in ((a, b), (b, a)):
        told = _told_before(desk, f)
        more = _ANOTHER.search(told) or _MORE.match(desk.articles[f.article].text, f.quantity.end, f.sentence[1])
        of_them = _OF_THEM.search(told) and not (f.modifiers & other.modifiers and _less_than_all(desk, f, other))
        if f.quantity.share == "part" or of_them or (more and not _first_of_its_kind(desk, f)):
            return True
    return False


def _told_before(desk: Desk, f: Figure) -> str:
    """What stands before a figure in its sentence."""
    return desk.articles[f.article].text[f.sentence[0] : f.quantity.start]


_KNOWN = re.compile(r"\bthe $", re.I)


def _less_than_all(desk: Desk, f: Figure, other: Figure) -> bool:
    """Whether the sentence of a part counts the whole, and that as more than the other figure: "38 people, among them 17 senior
    officials" beside "22 senior officials"."""
    before = (
        q.value
        for q in desk.annotations[f.article].quantities
        if f.sentence[0] <= q.start < f.quantity.start and q.unit == f.quantity.unit
    )
    return any(q > other.quantity.value for q in before)


_OF_THEM = re.compile(r"\b(?:including|among them|of (?:the|them|those|which|whom))\s*$")
_ANOTHER = re.compile(r"\b(?:another|additional)\s*$", re.I)
_MORE = re.compile(r"\s+(?:more|additional|further|other|others)\b")


def _first_of_its_kind(desk: Desk, f: Figure) -> bool:
    """Whether "another" and "more" are said after another fate: "five were killed. Another 12 were injured"."""
    told = [q.fate for q in desk.annotations[f.article].quantities if q.start < f.quantity.start and q.fate]
    return bool(f.quantity.fate and told) and f.quantity.fate not in told
