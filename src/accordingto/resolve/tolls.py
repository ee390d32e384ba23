"""What befell people and how long or far it was: the figure that each dated article gives first of its own days and place."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .. import lexicon
from ..records import LASTING, Why
from . import similarity
from .context import Desk, concepts, day, last_concept, told_of, why
from .counted import (
    ORDER,
    Figure,
    apart,
    clause_of,
    disjoint,
    ratio,
    sentence_of,
    states_by_name,
    told_before,
    toll,
    vague,
)
from .occasions import Day, spots, states
from .wholes import kind_of, part_of, without_the_killer

SLIGHTLY = 0.12  # likeness of two sentences that give the length of one thing
LATELY = 7  # days between a toll and the article that gives it
OPENING = 6  # sentences in which an article says where it plays
SCALE = 5  # times that one kind may be more than all


def first_told(desk: Desk, i: int, found: Sequence[Figure]) -> dict[tuple[str, str], Figure]:
    """The tolls that a dated article gives first, by what befell whom: of its own days and place, not of another attack that it recalls."""
    out: dict[tuple[str, str], Figure] = {}
    published, fates = day(desk.articles[i]), [f for f in found if f.quantity.fate]
    if published is None or not fates:
        return out
    scene = _scene(desk, i)
    for f in sorted(fates, key=lambda f: vague(f.quantity)):  # "dozens" only where no number is given
        q = f.quantity
        if q.share or q.hedge == "capacity" or recalled(desk, f) or _one_of_list(desk, f, fates):
            continue
        told = f.sentence[0], clause_of(desk, f)[1]
        there = {*spots(desk, i, told)}
        if of_these_days(desk, f, published) and (there <= scene or there & scene - states()):
            apart = f.modifiers - _ANYBODY
            who = "" if toll(f) and not apart else " ".join(sorted({f.head, *apart} - {q.fate}))
            out.setdefault((q.fate, who), f)
            if lexicon.state_in(f.voice):  # "the Danish army said six", "the Danish military said at least seven"
                out.setdefault((q.fate, f"{who} by {' '.join(sorted(concepts(f.voice)))}"), f)
    return out


_ANYBODY = frozenset("foreign local young innocent unarmed fellow remaining".split())
"""Words that tell no group of people from another in one story: "14 foreign engineers" are its engineers."""


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


def recalled(desk: Desk, f: Figure) -> bool:
    """Whether a figure is told of what was long ago ("the deadliest since the flood, which killed five"), or behind the opening of something
    that is new there ("it came after a flood that killed five")."""
    opening = desk.annotations[f.article].sentences[:OPENING]
    told = told_before(desk, f)
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


def measures(desk: Desk, i: int, found: Sequence[Figure]) -> dict[tuple[str, str], Figure]:
    """How long, far or strong it was, by what it is told of ("flew for 37 minutes", "the 37-minute flight"), and how many voted for it,
    where a dated article gives it once: whoever gives it twice tells of two."""
    rows: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    if (published := day(desk.articles[i])) is None:
        return {}
    for f in found:
        q = f.quantity
        of = f.head if q.unit in LASTING or q.what in _ONCE else _FLOWN.get(q.deed, last_concept(q.deed))
        if (q.unit in _MEASURES or q.what in _ONCE) and of and q.hedge not in ("capacity", "limit"):
            rows[q.unit, of].append(f)
    return {
        key: told[0]
        for key, told in rows.items()
        if not any(disjoint(told[0].quantity, f.quantity) for f in told) and of_these_days(desk, told[0], published)
    }


_MEASURES = LASTING | {"km", "mi"}
_ONCE = ("magnitude", "vote", "altitude", "apogee", "depth")
_FLOWN = dict.fromkeys(("fly", "travel", "cover"), "fly")
"""Verbs of how far something got: "flew 430 km", "covered a distance of 650 km"."""


def of_these_days(desk: Desk, f: Figure, published: dt.date) -> bool:
    """Whether nothing tells that a figure is of another time: its sentence names no month or year gone by ("In May 2015 a fire killed nine
    people"), and it no day but those before the article."""
    n, (start, end) = desk.annotations[f.article], f.sentence
    told = (t.value for t in n.times if t.type == "DATE" and start <= t.start < end)
    if any(re.fullmatch(r"\d{4}(-\d\d)?", v) and v < published.isoformat()[: len(v)] for v in told):
        return False
    return not f.days or any(_within(d, published) for d in f.days)


def _within(d: Day, published: dt.date) -> bool:
    year, month = int(d[0] or published.year), min(12, max(1, int(d[1][:2])))
    told = dt.date(
        year, month, min(calendar.monthrange(year, month)[1], max(1, int(d[1][3:])))
    )  # "31 June" is in print
    return abs((published - told).days) <= LATELY


def _scene(desk: Desk, i: int) -> set[str]:
    """The places of the headline and the opening of an article."""
    n = desk.annotations[i]
    return {name for s in n.sentences[:OPENING] for name in spots(desk, i, s)}


def unlike(
    desk: Desk, tolls: dict[tuple[int, str], dict[str, list[Figure]]], kinds: dict[tuple[int, str], set[float]]
) -> Iterator[tuple[Figure, Figure, list[Why]]]:
    for _, groups in sorted(tolls.items()):
        for who, rows in sorted(groups.items()):
            pairs = itertools.combinations(rows, 2) if not rows[0].modifiers - {"civilian", "police"} else ()
            more = ((a, b) for a in groups.get("", ()) for b in rows if who and " by " not in who and _fewer(a, b))
            without = without_the_killer(desk, rows)
            for a, b in (*pairs, *more):
                low, high = sorted((a.quantity.value, b.quantity.value))
                if low in without and high == low + 1:
                    continue
                two = one_day(desk, a, b) and apart(a.quantity, b.quantity) and not of_more(desk, a, b)
                if other_means(desk, a, b) if a.quantity.fate else not _of_one(desk, a, b):
                    continue
                if two and not kind_of(kinds, a, b) and not part_of(desk, a, b):
                    yield a, b, [why("discrepancy", "disjoint-figures", "the figure that each gives first")]


def _of_one(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether two lengths or distances may be of one thing: the sentences are alike, and no two people are named ("Berg has lived in the
    town for 25 years", "Holm for 30")."""
    one, other = (_named(desk, f) for f in (a, b))
    if any(one[kind] and other[kind] and not one[kind] & other[kind] for kind in one.keys() & other.keys()):
        return False
    texts = (desk.vector(sentence_of(desk, f)) for f in (a, b))
    return similarity.cosine(*texts) >= SLIGHTLY


def _named(desk: Desk, f: Figure) -> dict[str, set[str]]:
    """Whom and what the sentence of a figure names beside those who say it, places apart from others."""
    out: dict[str, set[str]] = defaultdict(set)
    for m in told_of(desk.annotations[f.article], f.sentence):
        out["place" if m.kind == "place" else ""].add(m.name)
    return out


def other_means(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether two sentences tell of two kinds of misfortune: the dead of a gas attack and of an air raid."""
    texts = (sentence_of(desk, f) for f in (a, b))
    one, other = ({name for name, words in lexicon.means() if words.search(text)} for text in texts)
    return bool(one and other) and not one & other


def one_day(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether two outlets tell it at most a day apart, or one on one day."""
    x, y = day(desk.articles[a.article]), day(desk.articles[b.article])
    return x is not None and y is not None and abs((x - y).days) <= (a.outlet != b.outlet)


def of_more(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether the greater of two tolls that lie far apart is that of a time or a place of its own: "680 in the past week", "in six years of war"
    beside "160 in the Lund area"."""
    if ratio(a.quantity, b.quantity) >= ORDER:
        return False
    few, many = sorted((a, b), key=lambda f: f.quantity.value)
    over = [bool(_OVER.search(sentence_of(desk, f))) for f in (few, many)]
    here, there = ({*spots(desk, f.article, f.sentence)} for f in (few, many))
    return over[0] != over[1] or (here != there and not (there and there < here))


_OVER = re.compile(
    r"\b(?:in|over|during|for|within) the (?:last|past|previous|\w+) (?:\w+ )?(?:years?|months?|weeks?|days?)\b|\bsince\b|\byears of\b",
    re.I,
)


def _fewer(everybody: Figure, some: Figure) -> bool:
    """Whether fewer people are told of in all than of one kind of them, on one scale: "seven people" of a blast are not the dead of the war; nor
    was anybody hurt where nobody was."""
    most = everybody.quantity.high
    all_, kind = math.inf if most is None else most, some.quantity.low or 0.0
    kind_of_people = (
        not toll(some) and not some.modifiers & states_by_name()
    )  # the dead of one state are no kind of another's
    return kind_of_people and (all_ < kind <= SCALE * all_ or kind > all_ == 0)
