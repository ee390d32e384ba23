"""Places that cannot both hold: one deed of one event, told of two places, where neither article knows the other's place; and one named
place that lies "in central" and "in western" of one country.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from .. import lexicon
from ..records import Evidence
from ..text import enclosing, squeeze
from . import sparse
from .context import Desk, evidence
from .propositions import Proposition

ALIKE = 0.6  # likeness of the two contents
SPELT = 75  # likeness, percent, from which two names may be spellings of one


def disagreements(
    desk: Desk, rows: Sequence[Proposition]
) -> Iterator[tuple[Proposition, Proposition, tuple[str, str], float]]:
    """(one telling, another, the two places as printed, likeness). An article that names both tells of two places, or of a place
    inside the other."""
    by_event: dict[str, list[Proposition]] = defaultdict(list)
    for p in rows:
        if p.event and len(p.spots) == 1:
            by_event[p.event].append(p)
    for found in by_event.values():
        for close, i, j in sparse.close_pairs([p.vector for p in found], ALIKE, keep=8, crowd=60):
            a, b = found[i], found[j]
            (here,), (there,) = a.spots, b.spots
            if a.article == b.article or here == there or fuzz.ratio(here, there) >= SPELT:
                continue
            if _names(desk, a.article, there) or _names(desk, b.article, here):
                continue
            if not (a.days and b.days) or a.days & b.days:
                yield a, b, (_printed(desk, a, here), _printed(desk, b, there)), close


def regions(desk: Desk) -> Iterator[tuple[str, str, list[str], list[Evidence]]]:
    """(named place, grade, the parts of the country in which articles put it, the passages): "substantive" where two parts lie opposite,
    "cosmetic" where one is the middle. What lies in the north may lie in the east too."""
    told: dict[tuple[str, str], dict[frozenset[str], tuple[str, Evidence]]] = defaultdict(dict)
    for a, n in zip(desk.articles, desk.annotations, strict=True):
        for m in n.mentions:
            found = _REGION.match(a.text, m.end) if m.kind in ("place", "body") else None
            if found and m.name.lower() not in lexicon.country_of():
                sentence = evidence(a, enclosing(n.sentences, (m.start, m.end)))
                part = frozenset(re.findall("north|south|east|west|central", found[1].lower()))
                told[m.name, found[2].lower()].setdefault(part, (squeeze(found[0]).lstrip(", "), sentence))
    for (name, _), parts in sorted(told.items()):
        apart = [(p, q) for p, q in combinations(sorted(parts, key=sorted), 2) if not p & q]
        far = [pair for pair in apart if _opposite(*pair)]
        odd = far or [(p, q) for p, q in apart if "central" in p | q]
        if rows := [parts[p] for p in sorted({x for pair in odd for x in pair}, key=sorted)]:
            grade = "substantive" if far else "cosmetic"
            yield name, grade, [printed for printed, _ in rows], [e for _, e in rows]


def _opposite(p: frozenset[str], q: frozenset[str]) -> bool:
    return any({x, y} in ({"north", "south"}, {"east", "west"}) for x in p for y in q)


_REGION = re.compile(
    r"(?:[ ,]+(?!in\b)[a-z][\w-]*){0,3},? in (?:the )?((?:north|south|east|west|central)[a-z-]*)(?: part)?(?: of)? ([A-Z][\w-]+(?: [A-Z][\w-]+)*)"
)


def _names(desk: Desk, article: int, place: str) -> bool:
    return place in desk.articles[article].text.lower()


def _printed(desk: Desk, p: Proposition, place: str) -> str:
    found = re.search(re.escape(place), desk.articles[p.article].text[slice(*p.span)], re.I)
    return found[0] if found else place
