"""Figures that cannot both hold: one thing counted, of one occasion, told by two voices. Intervals of what the words bound
are compared ("up to 300" is open below); agreement by arithmetic, part or unit is no disagreement.
"""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from .. import lexicon
from ..records import LASTING, Annotation, Claim, Quantity, Why
from ..text import Span, squeeze
from . import similarity
from .context import Desk, concepts, day, family, last_concept, mentions_in, names_in, outlet_label, why
from .occasions import Day, days, innermost, meet

ALIKE, ALIKE_CLAIMED = 0.46, 0.32  # likeness of two sentences that belong to no common claim, and that do
TOLL = 0.4  # of two that tell of people only what befell them
UNNAMED = 0.65  # of two whose sums, shares or distances are of nothing that is named
NEAR = 60  # characters on either side of a figure that tell what is done with it
OTHERWISE = 0.1  # likeness that sentences need beyond the rest when two verbs tell of the figures
LATELY = 7  # days between a toll and the article that gives it
OPENING, TOLLS = 6, 20  # sentences in which an article says where it plays, and in which it gives its own tolls
PART = 0.5  # part of a whole below which the more narrowly named may be some of the others
_GENERIC = frozenset(
    (
        "side leader country nation time way thing part party man woman day point area case question reason "
        "issue step talk meeting "
    ).split()
)


_CLAUSE = re.compile(r"\b(?:and|but|while)\b|;")
_PHRASE = re.compile(r"\b(?:and|but|while)\b|[;,]")


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity in its sentence. `near`: concepts around it; `names`: of the sentence; `days`: of what is said,
    not of the saying; `voice`: who gives it."""

    article: int
    quantity: Quantity
    sentence: Span
    head: str
    fate: str
    modifiers: frozenset[str]
    alone: bool
    near: frozenset[str]
    names: frozenset[str]
    days: frozenset[Day]
    voice: str
    claims: frozenset[str]
    outlet: str
    published: str


def disagreements(
    desk: Desk, made: Sequence[Claim], event_of: dict[int, int]
) -> Iterator[tuple[Figure, Figure, list[Why]]]:
    """Pairs of figures that disagree, with the reasons, by what is counted."""
    told: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for c in made:
        for x in c.positions:
            told[x.evidence.article].append((x.evidence.start, x.evidence.end, c.id))
    blocks: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    tolls: dict[tuple[int, str, str], list[Figure]] = defaultdict(list)
    for i, n in enumerate(desk.annotations):
        found = list(_figures(desk, i, n, told[desk.articles[i].id]))
        for f in found:
            blocks[(f.head, f.quantity.unit)].append(f)
        for key, f in _tolls(desk, i, found).items():
            tolls[event_of.get(i, -1 - i), *key].append(f)
        for key, f in _measures(desk, i, found).items():
            tolls[event_of.get(i, -1 - i), *key].append(f)
    yield from _unlike_tolls(desk, tolls)
    for _, rows in sorted(blocks.items()):
        vectors = [desk.vector(desk.articles[f.article].text[slice(*f.sentence)]) for f in rows]
        few = len(rows) <= 60
        pairs = itertools.combinations(range(len(rows)), 2) if few else similarity.candidates(vectors, keep=6, crowd=40)
        for m, k in pairs:
            a, b = rows[m], rows[k]
            if not _disjoint(a.quantity, b.quantity) or not _one_occasion(a, b, event_of):
                continue
            close = similarity.cosine(vectors[m], vectors[k])
            if _one_thing(a, b, close) and not _part_of(desk, a, b):
                code = "rounding" if _ratio(a.quantity, b.quantity) >= 0.95 else "disjoint-figures"
                yield a, b, [why("discrepancy", code, f"sentences alike {close:.2f}")]


def _tolls(desk: Desk, i: int, found: Sequence[Figure]) -> dict[tuple[str, str], Figure]:
    """The tolls that a dated article opens with, by what befell whom: of its own days and place, not of another attack that it recalls."""
    out: dict[tuple[str, str], Figure] = {}
    published, fates = day(desk.articles[i]), [f for f in found if f.fate]
    if published is None or not fates:
        return out
    scene, opening = _scene(desk, i), desk.annotations[i].sentences[:TOLLS]
    for f in fates:
        q = f.quantity
        if q.share or q.hedge == "capacity" or _vague(q) or f.modifiers - {"civilian", "police"}:
            continue
        if f.sentence not in opening or not _of_these_days(desk, f, published):
            continue
        if {*_spots(desk, i, f.sentence)} <= scene:
            who = "" if f.head == f.fate and not f.modifiers else " ".join(sorted({f.head, *f.modifiers} - {f.fate}))
            out.setdefault((f.fate, who), f)
    return out


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
        if not any(_disjoint(told[0].quantity, f.quantity) for f in told) and _of_these_days(desk, told[0], published)
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


def _spots(desk: Desk, i: int, sentence: Span) -> Iterator[str]:
    return (m.name for m in mentions_in(desk.annotations[i], sentence) if m.kind in ("place", "demonym"))


def _unlike_tolls(
    desk: Desk, tolls: dict[tuple[int, str, str], list[Figure]]
) -> Iterator[tuple[Figure, Figure, list[Why]]]:
    for _, rows in sorted(tolls.items()):
        for a, b in itertools.combinations(rows, 2):
            x, y = day(desk.articles[a.article]), day(desk.articles[b.article])
            one_day = x is not None and y is not None and abs((x - y).days) <= 1
            if one_day and a.outlet != b.outlet and _disjoint(a.quantity, b.quantity) and not _part_of(desk, a, b):
                yield a, b, [why("discrepancy", "disjoint-figures", "the figure that each gives first")]


def _figures(desk: Desk, i: int, n: Annotation, told: Sequence[tuple[int, int, str]]) -> Iterator[Figure]:
    text = desk.articles[i].text
    for s, e in n.sentences:
        counted = [q for q in n.quantities if s <= q.start < e and (q.what or q.unit)]
        inside = [
            (q, near, _head(q, fate), fate)
            for q in counted
            for near in (_around(text, (s, e), q),)
            for fate in (_fate(text, (s, e), q),)
        ]
        heads = Counter((kind, q.unit) for q, _, kind, _ in inside)
        whole = Counter((q.what, q.unit) for q in counted)
        names = names_in(n, (s, e)) if inside else frozenset()
        for q, near, kind, fate in inside:
            words_ = q.what.split()
            if q.value < 2 or (words_ and words_[-1] in _GENERIC and not q.unit):
                continue
            yield Figure(
                i, q, (s, e), kind, fate, frozenset(concepts(" ".join(words_ if words_[-1:] == ["civilian"] else words_[:-1]))),
                heads[(kind, q.unit)] == 1 or (len(words_) > 1 and whole[(q.what, q.unit)] == 1),
                near - frozenset(concepts(q.what)) - _TELLING, names, days(text, n, (s, e), q.start), _voice(n, q),
                frozenset(c for a, b, c in told if a <= q.start < b), family(outlet_label(desk.articles[i])),
                desk.articles[i].published.value,
            )  # fmt: skip


def _around(text: str, sentence: Span, q: Quantity, ends: re.Pattern[str] = _CLAUSE) -> frozenset[str]:
    """Concepts that tell what is done with a figure."""
    left = ends.split(text[max(sentence[0], q.start - NEAR) : q.start])[-1]
    right = ends.split(text[q.end : min(sentence[1], q.end + NEAR)])[0]
    return frozenset(concepts(f"{left} {right}"))


_TELLING = frozenset("report say tell ministry officials official accord people monday tuesday wednesday thursday friday saturday sunday".split())  # fmt: skip


def _head(q: Quantity, fate: str) -> str:
    """The thing counted; of people without more, what befell them; what lasted; "" where a sum, share or distance is of nothing that is named."""
    if q.unit in LASTING:
        return last_concept(q.what or q.deed)
    if not q.what:
        return ""
    head = " ".join(concepts(q.what.split()[-1])) or q.what
    return fate if fate and head in _anybody() else head


def _fate(text: str, sentence: Span, q: Quantity) -> str:
    """What befell those whom a figure counts, by its verb, else by the one such word around it; "" where nothing did."""
    if q.unit or not q.what:
        return ""
    if own := _befell().keys() & set(concepts(q.deed or q.what)):
        return min(own)
    if q.deed:
        return ""
    befell = _befell().keys() & _around(text, sentence, q, _PHRASE)
    return min(befell) if len(befell) == 1 else ""


def subject(f: Figure) -> str:
    """What a figure is a figure of, in the article's word."""
    q = f.quantity
    return _befell().get(f.head) or (q.what.split()[-1].lower() if q.what else f.head or q.deed or q.unit)


@cache
def _befell() -> dict[str, str]:
    """The words for what befalls people, by their concept."""
    return {concepts(w)[0]: w for w in ("killed", "injured", "missing", "arrested")}


@cache
def _anybody() -> frozenset[str]:
    return frozenset(concepts("people person civilian victim"))


def _voice(n: Annotation, q: Quantity) -> str:
    """The speaker of the innermost attribution around the figure, "" for the author."""
    inner = innermost(n, q.start)
    return inner.speaker or "somebody unnamed" if inner else ""


def _one_thing(a: Figure, b: Figure, close: float) -> bool:
    """Both count the same: one kind, told apart from others in its sentence, in like words, of the same actors."""
    if not (a.alone and b.alone) or not (a.modifiers <= b.modifiers or b.modifiers <= a.modifiers):
        return False
    if {w for w in a.modifiers ^ b.modifiers if w in _places()} or (a.fate and b.fate and a.fate != b.fate):
        return False
    some, whole = (a, b) if a.modifiers > b.modifiers else (b, a)
    if some.modifiers > whole.modifiers and some.quantity.value < PART * whole.quantity.value:
        return False  # "two turboprop aircraft" may be of the "13 aircraft"
    states = a.near & _places(), b.near & _places()
    if all(states) and not states[0] & states[1]:
        return False  # "from South Korea" here, "from Syria" there
    if not a.near & b.near and a.head not in _befell():
        return False
    if _other_deed(a, b):
        close -= OTHERWISE
    if a.claims & b.claims:
        return close >= ALIKE_CLAIMED
    if not a.head and close < UNNAMED:
        return False
    actors = a.names & b.names and (a.names <= b.names or b.names <= a.names)
    least = TOLL if a.head in _befell() else ALIKE
    return close >= least and bool(actors or not (a.names or b.names))


def _other_deed(a: Figure, b: Figure) -> bool:
    """Whether verbs tell of the two figures, and two verbs that do not mean the same."""
    one, two = (set(concepts(f.quantity.deed)) for f in (a, b))
    return bool(one and two) and not one & two


@cache
def _places() -> frozenset[str]:
    return frozenset(x.lower() for x in lexicon.country_of().values())


def _one_occasion(a: Figure, b: Figure, event_of: dict[int, int]) -> bool:
    """No two days differ, and it is two voices of one article, two articles of one event, or one day that both name."""
    if a.days and b.days and not meet(a.days, b.days):
        return False
    if a.article == b.article:
        deeds = {a.quantity.deed, b.quantity.deed} - {""}
        return a.sentence != b.sentence and a.voice != b.voice and len(deeds) < 2
    if a.days and b.days:
        return True
    # one outlet on another day, or it is not known on which: a new figure, not another account
    update = a.outlet == b.outlet and (a.published != b.published or not a.published)
    return event_of.get(a.article) == event_of.get(b.article) and not update


def shown(desk: Desk, f: Figure) -> str:
    """The figure as printed, with what is counted."""
    q, text = f.quantity, desk.articles[f.article].text
    noun = re.escape(q.what.split()[-1][:4]) if q.what else ""
    behind = noun and re.compile(rf"(?:\W+[\w’'-]+){{0,3}}?\W*\b(?:{noun}\w*|people)\b", re.I).match(
        text, q.end, f.sentence[1]
    )
    if not noun and q.unit.islower() and q.unit not in LASTING:  # a distance, a weight: its unit is the next word
        behind = re.compile(r"\W?\w+").match(text, q.end, f.sentence[1])
    what = "" if q.unit in LASTING else q.what
    printed = text[q.start : behind.end()] if behind else f"{text[q.start : q.end]} {what}"
    return squeeze(printed) + (" (capacity)" if q.hedge == "capacity" else "")


def _ratio(p: Quantity, q: Quantity) -> float:
    low, high = sorted((abs(p.value), abs(q.value)))
    return low / high if high else 1.0


def _disjoint(p: Quantity, q: Quantity) -> bool:
    """No number lies inside the bounds of both; an open bound reaches to infinity on its side."""
    low = max(-1e30 if p.low is None else p.low, -1e30 if q.low is None else q.low)
    high = min(1e30 if p.high is None else p.high, 1e30 if q.high is None else q.high)
    return low > high + 1e-9


def _part_of(desk: Desk, a: Figure, b: Figure) -> bool:
    """Agreement by arithmetic: 314 and 157 each; a part of a whole that the same sentence names."""
    low, high = sorted((a.quantity.value, b.quantity.value))
    for f in (a, b):
        text, (start, end), quantity = desk.articles[f.article].text, f.sentence, f.quantity
        shared = quantity.share == "each" or re.search(r"\b(?:both sides|from each|per side)\b", text[start:end])
        if shared and low and (high / low).is_integer() and high / low <= 6:
            return True
        if re.search(
            r"\b(?:another|additional|including|among them|of (?:the|them|those|which|whom))\s*$",
            text[start : quantity.start],
        ):
            return True
        if quantity.share == "part" or re.match(r"\s+(?:more|additional|other|others)\b", text[quantity.end : end]):
            return True
    return False
