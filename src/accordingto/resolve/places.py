"""Places that cannot both hold: one deed of one event, told of two places, where neither article knows the other's place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from . import sparse
from .context import Desk
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


def _names(desk: Desk, article: int, place: str) -> bool:
    return place in desk.articles[article].text.lower()


def _printed(desk: Desk, p: Proposition, place: str) -> str:
    found = re.search(re.escape(place), desk.articles[p.article].text[slice(*p.span)], re.I)
    return found[0] if found else place
