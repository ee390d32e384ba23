"""Figures that cannot both hold: one thing counted, of one occasion, told by two voices. Intervals of what the words bound
are compared ("up to 300" is open below); agreement by arithmetic, part or unit is no disagreement.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

from .. import lexicon, naming
from ..records import Claim, Why
from . import similarity
from .context import Desk, concepts, day, in_headline, mentions_in, names_in
from .counted import (
    CLAUSE,
    NEAR,
    WIDE,
    Figure,
    apart,
    clause_of,
    disagreement,
    disjoint,
    figures_of,
    generic,
    of_one_order,
    ratio,
    rounded,
    sentence_of,
    states_by_name,
    toll,
    vague,
    window,
)
from .occasions import elsewhere, meet, ordinal, other_number, states
from .tolls import LATELY, first_told, measures, of_more, of_these_days, one_day, other_means, recalled, unlike
from .wholes import adds_up, kind_of, part_of, some_of_them

ALIKE, ALIKE_CLAIMED = 0.46, 0.32  # likeness of two sentences that belong to no common claim, and that do
TOLL = 0.4  # of two that tell of people only what befell them
SAME_PAPER = 0.6  # of two of one article
UNNAMED = 0.65  # of two whose sums, shares or distances are of nothing that is named
AROUND = 0.3  # likeness of the words around two figures
ALL_IN_ALL, DEEDS = 0.25, 0.45  # of these and the sentences on average, and where two verbs tell of the figures
OF_ANYTHING = 0.5  # of two counts of women, of countries, which are many
SUMS = 0.30  # the same of two sums of money: an article has many
PHRASE = 3  # concepts beside two figures that make one phrase of them
FEW = 60  # figures of one kind of which all pairs are looked at
OTHERWISE = 0.1  # likeness that sentences need beyond the rest when two verbs tell of the figures
SLIP, SLIP_WORDS = 3, 3  # days between two that are told of one deed, and words beside both figures then
FAR_OFF = 0.2  # part of the greater figure that the smaller one is at least, where both are of one name
NAMED = 0.35  # likeness of the words around two figures of one that both name
VOICES = 3  # outlets that one number is shown from
PART = 0.5  # part of a whole below which the more narrowly named may be some of the others


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
        found = list(figures_of(desk, i, n, told[desk.articles[i].id]))
        for f in found:
            blocks[(f.head, f.quantity.unit)].append(f)
            if f.quantity.fate and not toll(f):
                kinds[i, f.quantity.fate].add(f.quantity.value)
        for key, f in (*first_told(desk, i, found).items(), *measures(desk, i, found).items()):
            tolls[event_of.get(i, -1 - i), key[0]][key[1]].append(f)
    yield from unlike(desk, tolls, kinds)
    everything = [f for rows in blocks.values() for f in rows]
    yield from _around_alike(desk, everything, event_of, kinds)
    yield from _in_one_phrase(desk, everything, event_of, kinds)
    yield from _side_by_side(desk, everything, event_of, kinds)
    yield from _name_by_name(desk, everything, event_of, kinds)
    for _, rows in sorted(blocks.items()):
        vectors = [desk.vector(sentence_of(desk, f)) for f in rows]
        given: dict[int, set[float]] = defaultdict(set)
        for f in rows:
            given[f.article].add(f.quantity.value)
        few = len(rows) <= FEW
        pairs = itertools.combinations(range(len(rows)), 2) if few else similarity.candidates(vectors, keep=6, crowd=40)
        for m, k in pairs:
            a, b = rows[m], rows[k]
            if not apart(a.quantity, b.quantity):
                continue
            own = a.article == b.article and _headline_and_lead(desk, a, b)
            if not (own or _one_occasion(a, b, event_of)) or not _may_be_one(desk, a, b):
                continue
            if a.quantity.fate and (of_more(desk, a, b) or recalled(desk, a) or recalled(desk, b)):
                continue
            if a.article != b.article and _both_given(given, a, b, event_of):
                continue
            close = 1.0 if _others_say(desk, a, b) else similarity.cosine(vectors[m], vectors[k])
            if (own or _one_thing(a, b, close)) and not kind_of(kinds, a, b) and not part_of(desk, a, b):
                yield a, b, [disagreement(a, b, f"sentences alike {close:.2f}")]


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
        lately = not q.fate or (published is not None and of_these_days(desk, f, published) and not recalled(desk, f))
        if (f.alone or generic(q)) and not vague(q) and lately:
            blocks[key].append(f)
    for key, rows in sorted(blocks.items()):
        if len({f.outlet for f in rows}) < 2:
            continue
        around: dict[int, list[similarity.Vector]] = {}
        few = len(rows) <= FEW
        pairs = (
            itertools.combinations(range(len(rows)), 2)
            if few
            else similarity.candidates([desk.vector(window(desk, f, WIDE)) for f in rows], keep=6, crowd=40)
        )
        for m, k in pairs:
            a, b = rows[m], rows[k]
            x, y = a.quantity, b.quantity
            if not (a.head == b.head != "" or a.near & b.near) or not _comparable(desk, a, b, given[key], event_of):
                continue
            if not x.fate and elsewhere(desk, (a.article, a.sentence), (b.article, b.sentence)):
                continue
            for n in (m, k):  # most figures meet none that they could be set against
                if n not in around:
                    told = (
                        window(desk, rows[n], reach) for reach in (NEAR, WIDE, len(desk.articles[rows[n].article].text))
                    )
                    around[n] = [desk.vector(text) for text in told]
            alike = [similarity.cosine(v, w) for v, w in zip(around[m], around[k], strict=True)]
            mean = sum(alike) / len(alike)
            least = DEEDS if _other_deed(a, b) and not rounded(x, y) else SUMS if x.unit.isupper() else ALL_IN_ALL
            least = max(least, OF_ANYTHING) if generic(x) else least
            if max(alike[:2]) >= AROUND and mean >= least and not _of_one_whole(desk, kinds, a, b, alike[0]):
                yield a, b, [disagreement(a, b, f"words around alike {mean:.2f}")]


def _in_one_phrase(
    desk: Desk, found: Sequence[Figure], event_of: dict[int, int], kinds: dict[tuple[int, str], set[float]]
) -> Iterator[tuple[Figure, Figure, list[Why]]]:
    """Pairs of two outlets of one event whose figures stand in one phrase, whatever they are said to count: "a path to citizenship for 2
    million Dreamers", "for 1.5 million young people"."""
    phrases: dict[tuple[int, str, tuple[str, ...], tuple[str, ...]], list[Figure]] = defaultdict(list)
    given: dict[tuple[int, str], dict[int, set[float]]] = defaultdict(lambda: defaultdict(set))
    for f in found:
        if f.article in event_of and not vague(f.quantity) and (f.alone or generic(f.quantity)):
            given[event_of[f.article], f.quantity.unit][f.article].add(f.quantity.value)
            before, behind = _beside(desk, f)
            for left in range(PHRASE + 1):
                if len(before) >= left and len(behind) >= PHRASE - left:
                    key = event_of[f.article], f.quantity.unit, before[:left], behind[: PHRASE - left]
                    phrases[key].append(f)
    told: dict[tuple[Hashable, Hashable], dict[tuple[Hashable, Hashable], tuple[Figure, Figure]]] = defaultdict(dict)
    for key, rows in sorted(phrases.items()):
        for a, b in itertools.combinations(rows[:FEW], 2):
            if not _comparable(desk, a, b, given[key[:2]], event_of):
                continue
            alike = similarity.cosine(*(desk.vector(window(desk, f, NEAR)) for f in (a, b)))
            if (alike >= AROUND or not (key[2] and key[3])) and not _of_one_whole(desk, kinds, a, b, alike):
                sentences = (a.article, a.sentence), (b.article, b.sentence)
                told[sentences][a.place, b.place] = a, b
    for pairs in told.values():
        if len(pairs) == 1:  # two sentences of which several figures differ tell of two things
            a, b = next(iter(pairs.values()))
            yield a, b, [disagreement(a, b, "in one phrase")]


def _side_by_side(
    desk: Desk, found: Sequence[Figure], event_of: dict[int, int], kinds: dict[tuple[int, str], set[float]]
) -> Iterator[tuple[Figure, Figure, list[Why]]]:
    """Pairs of two outlets of one event that count the same two things in one breath: "eight sailors and 139 passengers", "nine sailors and
    136 passengers"."""
    twos: dict[tuple[int, str, str], list[tuple[Figure, Figure]]] = defaultdict(list)
    given: dict[tuple[int, str], dict[int, set[float]]] = defaultdict(lambda: defaultdict(set))
    plain = [
        f
        for f in found
        if f.article in event_of and f.head and not (f.quantity.unit or f.quantity.fate or generic(f.quantity))
    ]
    for f in plain:
        given[event_of[f.article], f.head][f.article].add(f.quantity.value)
    for f, g in itertools.pairwise(sorted(plain, key=lambda f: (f.article, f.quantity.start))):
        if f.sentence == g.sentence and f.article == g.article and f.head != g.head:
            text = desk.articles[f.article].text
            if _AND.fullmatch(text, f.quantity.end, g.quantity.start):
                first, second = sorted((f, g), key=lambda x: x.head)
                twos[event_of[f.article], first.head, second.head].append((first, second))
    for key, rows in sorted(twos.items()):
        for one, other in itertools.combinations(rows[:FEW], 2):
            pairs = (one[0], other[0]), (one[1], other[1])
            alike = similarity.cosine(*(desk.vector(sentence_of(desk, f)) for f in pairs[0]))
            if alike < ALL_IN_ALL or not all(of_one_order(a.quantity, b.quantity) for a, b in pairs):
                continue
            for a, b in pairs:
                if _comparable(desk, a, b, given[key[0], a.head], event_of) and not _of_one_whole(
                    desk, kinds, a, b, alike
                ):
                    yield a, b, [disagreement(a, b, "counted side by side")]


_AND = re.compile(r"\s+(?:[\w’'-]+\s+){1,3}and\s+")
"""What stands between them; what hedges the second belongs to it."""


def _name_by_name(
    desk: Desk, found: Sequence[Figure], event_of: dict[int, int], kinds: dict[tuple[int, str], set[float]]
) -> Iterator[tuple[Figure, Figure, list[Why]]]:
    """Pairs of two outlets of one event that give another number for one of those whom they go through: "Lund will pay 17 percent, Oslo 20",
    "Lund is to pay 14 percent"."""
    rows: dict[tuple[int, str, str, str], list[Figure]] = defaultdict(list)
    given: dict[tuple[int, str, str, str], dict[int, set[float]]] = defaultdict(lambda: defaultdict(set))
    named = {f.place: _of_whom(desk, f) for f in found if f.article in event_of}
    nobody = {(f.article, f.sentence, f.quantity.unit, f.head) for f in found if named.get(f.place) is None}
    for f in found:
        q, who = f.quantity, named.get(f.place)
        if who and not vague(q) and q.share != "from" and (f.article, f.sentence, q.unit, f.head) not in nobody:
            key = event_of[f.article], q.unit, q.fate or ("" if q.unit else f.head), who
            given[key][f.article].add(q.value)
            rows[key].append(f)
    for key, told in sorted(rows.items()):
        for a, b in itertools.combinations(told[:FEW], 2):
            if len(given[key][a.article]) > 1 or len(given[key][b.article]) > 1 or _other_deed(a, b):
                continue
            if a.quantity.fate and not one_day(desk, a, b):
                continue  # a toll rises
            if not _comparable(desk, a, b, given[key], event_of, FAR_OFF):
                continue
            alike = similarity.cosine(*(desk.vector(window(desk, f, WIDE)) for f in (a, b)))
            if alike >= NAMED and _one_matter(desk, a, b) and not _of_one_whole(desk, kinds, a, b, alike):
                yield a, b, [disagreement(a, b, f"of {key[3]}, words around alike {alike:.2f}")]


def _one_matter(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether the words around two figures have more in common than names."""
    one, other = ({*concepts(window(desk, f, WIDE))} for f in (a, b))
    named = {w for f in (a, b) for name in f.names for w in concepts(name)}
    return any(w.isalpha() for w in one & other - named - _UNITS)


_UNITS = frozenset("percent per cent million billion trillion dollar euro pound".split())


def _of_whom(desk: Desk, f: Figure) -> str | None:
    """The one name between the figure before and this one, within its sentence: whose it is where a sentence goes through several; "" where
    there are two, None where there is none."""
    n, q = desk.annotations[f.article], f.quantity
    begin = max((x.end for x in n.quantities if f.sentence[0] <= x.end <= q.start), default=f.sentence[0])
    sayers = [s for x in n.attributions if x.act != "vow" for s in x.source]  # who pledges a sum gives it
    told = (m for m in mentions_in(n, (begin, q.start)) if not any(s <= m.start < e for s, e in sayers))
    names = {m.name for m in told if m.kind in ("person", "body", "place")}
    return names.pop() if len(names) == 1 else "" if names else None


def _comparable(
    desk: Desk, a: Figure, b: Figure, given: Mapping[int, set[float]], event_of: dict[int, int], least: float = 1.0
) -> bool:
    """Whether two outlets give figures of one order that cannot both hold and may be of one thing, where only the words around them say
    that they are. `given`: the numbers of each article; `least`: a part of the greater that the smaller one may be, though they are of two orders."""
    x, y = a.quantity, b.quantity
    return (
        a.outlet != b.outlet
        and (of_one_order(x, y) or ratio(x, y) >= least)
        and disjoint(x, y)
        and _may_be_one(desk, a, b)
        and not _both_given(given, a, b, event_of)
        and _one_occasion(a, b, event_of)
        and not _of_two(desk, a, b)
    )


def _of_one_whole(desk: Desk, kinds: dict[tuple[int, str], set[float]], a: Figure, b: Figure, alike: float) -> bool:
    """Whether one of two figures may be a part or a kind of what the other counts; `alike`: the likeness of the words beside them."""
    return kind_of(kinds, a, b) or adds_up(desk, a, b) or some_of_them(desk, a, b, alike)


def _beside(desk: Desk, f: Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The concepts before a figure, the nearest first, and those behind it, within its sentence and up to the next figure."""
    text, q = desk.articles[f.article].text, f.quantity
    others = [x for x in desk.annotations[f.article].quantities if x is not q]
    first = max((x.end for x in others if x.end <= q.start), default=0)
    last = min((x.start for x in others if x.start >= q.end), default=len(text))
    before = text[max(f.sentence[0], q.start - NEAR, first) : q.start]
    behind = text[q.end : min(f.sentence[1], q.end + NEAR, last)]
    return tuple(concepts(before)[::-1][:PHRASE]), tuple(concepts(behind)[:PHRASE])


def _of_two(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether the clauses of two plain counts name, and nobody and nothing in common: "Berg held four events", "in Lund Holm held three"."""
    if a.quantity.unit or a.quantity.fate:
        return False
    one, other = (names_in(desk.annotations[f.article], clause_of(desk, f)) for f in (a, b))
    return bool(one and other) and not any(
        x <= y or y <= x for x, y in itertools.product((set(n.split()) for n in one), (set(n.split()) for n in other))
    )


def _both_given(given: Mapping[int, set[float]], a: Figure, b: Figure, event_of: Mapping[int, int]) -> bool:
    """Whether an article of their event has both numbers: who has both tells of two things."""
    two = {a.quantity.value, b.quantity.value}
    events = {event_of.get(f.article) for f in (a, b)}
    return len(two) > 1 and any(two <= values for i, values in given.items() if event_of.get(i) in events)


def _others_say(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether an article sets one toll beside another: "49 people died, the clinic said. Others put the toll at 150 or more"."""
    if a.article != b.article or not (toll(a) and toll(b)) or a.modifiers or b.modifiers:
        return False
    first, then = sorted((a, b), key=lambda f: f.place)
    text = desk.articles[a.article].text
    between = text[first.sentence[1] : then.sentence[0]]
    return not between.strip() and bool(_OTHERS.match(text, then.sentence[0]))


def _headline_and_lead(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether the headline of the article of both and its first sentences count what one deed is done to or by: "150 defenders return home" above
    "160 defenders returned on Sunday"."""
    first, then = sorted((a, b), key=lambda f: f.place)
    article, body = desk.articles[a.article], desk.annotations[a.article].sentences
    if not in_headline(article, first.quantity.start) or in_headline(article, then.quantity.start):
        return False
    lead = [s for s in body if not in_headline(article, s[0])][:LEAD]
    return then.sentence in lead and a.quantity.deed == b.quantity.deed != ""


LEAD = 2  # sentences that say once more what the headline says
_OTHERS = re.compile(r"\W*(?:(?:But|However,|While)\s+)?(?:others|another|other|a second|some)\b", re.I)


def _other_fate(a: Figure, b: Figure) -> bool:
    return bool(a.quantity.fate and b.quantity.fate) and a.quantity.fate != b.quantity.fate


def _one_thing(a: Figure, b: Figure, close: float) -> bool:
    """Both count the same: told apart from others in its sentence, in like words, of the same actors."""
    if {w for w in a.modifiers ^ b.modifiers if w in states_by_name()}:
        return False
    if a.article == b.article and close < SAME_PAPER:
        return False  # "Berg's plan would cost 3 billion", and Holm's another sum
    if not (a.alone and b.alone) or (not a.near & b.near and not toll(a)):
        return False
    if _other_deed(a, b):
        close -= OTHERWISE
    if a.claims & b.claims and not _other_deed(a, b):
        return close >= ALIKE_CLAIMED
    if not a.head and close < UNNAMED:
        return False
    shared = a.names & b.names
    # states alone do not tell: "Britain expelled 23 Russians", "Norway 60 Russians after Britain"
    several = len(shared) > 1 and not shared <= states()
    actors = several or (shared and (a.names <= b.names or b.names <= a.names))
    least = TOLL if toll(a) else ALIKE
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
    told = [{w for w in f.modifiers if w in states_by_name()} for f in (a, b)]
    if (
        not (a.modifiers <= b.modifiers or b.modifiers <= a.modifiers)
        or _other_fate(a, b)
        or (a.quantity.share == "from") != (b.quantity.share == "from")
        or (a.quantity.hedge == "limit") != (b.quantity.hedge == "limit")  # "must be held within 60 days"
        or (a.quantity.hedge == "limit" and a.voice != b.voice and bool(a.voice and b.voice))
        or _by_many(desk, a) != _by_many(desk, b)
        or _together(desk, a) != _together(desk, b)
        or _until(desk, a) != _until(desk, b)
        or (a.quantity.fate and (other_means(desk, a, b) or _risen(desk, a, b)))
        or other_number(*(sentence_of(desk, f) for f in (a, b)))
        or (all(told) and told[0] != told[1])
        or _other_measure(a, b)
    ):
        return False
    some, whole = (a, b) if a.modifiers > b.modifiers else (b, a)
    if some.modifiers > whole.modifiers and some.quantity.value < PART * whole.quantity.value:
        return False  # "two turboprop aircraft" may be of the "13 aircraft"
    states = a.near & states_by_name(), b.near & states_by_name()
    if (
        all(states)
        and not states[0] & {*concepts(sentence_of(desk, b))}
        and not states[1] & {*concepts(sentence_of(desk, a))}
    ):
        return False  # "from South Korea" here, "from Syria" there
    kinds, years = zip(*(_behind(desk.articles[f.article].text, f) for f in (a, b)), strict=True)
    by_then = all(y.startswith("by ") for y in years)  # a plan may be told with another end, too
    if (all(kinds) and not kinds[0] & kinds[1]) or (all(years) and years[0] != years[1] and not by_then):
        return False
    if a.article != b.article:
        return True
    others = [(x, y.quantity.value) for x, y in ((a, b), (b, a))]
    n = desk.annotations[a.article]
    return not any(
        f.sentence[0] <= q.start < f.sentence[1] and q.value == value for q in n.quantities for f, value in others
    )


def _other_measure(a: Figure, b: Figure) -> bool:
    """Whether one is how high and the other how far or deep something got."""
    one, other = (_MEASURES.get(f.quantity.what, "") for f in (a, b))
    return bool(one or other) and one != other


_MEASURES = {"altitude": "up", "height": "up", "apogee": "up", "depth": "down", "speed": "speed"}


def _risen(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether a toll is the greater one some days later in the week: it has risen."""
    first, then = sorted((a, b), key=lambda f: f.published)
    x, y = (day(desk.articles[f.article]) for f in (first, then))
    return x is not None and y is not None and 1 < (y - x).days <= LATELY and then.quantity.value > first.quantity.value


def _behind(text: str, f: Figure) -> tuple[frozenset[str], str]:
    """What the thing counted is of, and the year that the figure is of ("by 2027"); each empty where nothing says so."""
    told = CLAUSE.split(text[f.quantity.end : min(f.sentence[1], f.quantity.end + NEAR)])[0]
    of, year = _OF_WHAT.match(told), _YEAR.search(_NEXT.split(told)[0])
    what = frozenset(concepts(of[1])[:2]) if of and not f.quantity.unit else frozenset()
    return what, year[0].lower() if year else ""


_OF_WHAT = re.compile(
    r"(?:\s+[\w’'-]+){1,2}?\s+of\s+(?!(?:the|them|those|these|whom|which|its|their|his|her)\b)(.+)", re.S
)
_NEXT = re.compile(r",|[$€£]\s?\d|\bfrom\s(?!(?:19|20)\d\d\b)")
_YEAR = re.compile(r"\b(?:in|by|until|through|for|during|from)\s+((?:19|20)\d\d)\b")


def _other_deed(a: Figure, b: Figure) -> bool:
    """Whether verbs tell of the two figures, and two verbs that do not mean the same."""
    one, two = (set(concepts(f.quantity.deed)) for f in (a, b))
    told = lexicon.cue_table("verbs")  # what is promised, announced or estimated may be what is paid
    verbs = a.quantity.deed, b.quantity.deed
    return bool(one and two) and not one & two and not any(v in told for v in verbs) and not lexicon.one_deed(*verbs)


def _slipped(a: Figure, b: Figure) -> bool:
    """Whether two days a few apart are told of one deed in like words: then the day is in dispute too."""
    apart = min(abs(ordinal(x) - ordinal(y)) for x in a.days for y in b.days)
    return 0 < apart <= SLIP and a.quantity.deed == b.quantity.deed != "" and len(a.near & b.near) >= SLIP_WORDS


def _one_occasion(a: Figure, b: Figure, event_of: dict[int, int]) -> bool:
    """No two days differ, and it is two voices of one article, two articles of one event, or one day that both name."""
    if a.days and b.days and not meet(a.days, b.days):
        return event_of.get(a.article) == event_of.get(b.article, -1) and _slipped(a, b)
    if a.article == b.article:
        deeds = {a.quantity.deed, b.quantity.deed} - {""}
        one = a.voice == b.voice or naming.acronym(a.voice, b.voice) or naming.acronym(b.voice, a.voice)
        return a.sentence != b.sentence and not one and len(deeds) < 2
    if a.days and b.days:
        return True
    # one outlet on another day, or it is not known on which: a new figure, not another account
    update = a.outlet == b.outlet and (a.published != b.published or not a.published)
    return event_of.get(a.article) == event_of.get(b.article) and not update
