"""Places that cannot both hold: one named place that lies "in northern" and "in southern" of one country."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from .. import lexicon
from ..records import Evidence
from ..text import enclosing, squeeze
from .context import Desk, evidence


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
