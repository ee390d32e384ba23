"""What is new in an article, sentence by sentence: known from an earlier article, reworded, or new."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..records import Evidence, Novelty
from . import sparse
from .context import Desk, evidence, order_key
from .similarity import Vector

KNOWN, REWORDED = 0.84, 0.52
HEAVY = 8  # words of a sentence by which earlier ones are looked up
RECENT = 40  # earlier sentences looked at for each of them, the latest first
COMPARED = 6  # sentences that share most of them
LEAST = 3  # words of a sentence that tells something


def novelty(desk: Desk) -> tuple[Novelty, ...]:
    """In reading order: oldest article first, undated ones last. An inverted index on rare words keeps the cost near linear."""
    told: list[Evidence] = []
    first: list[int] = []  # of the article in which each stands

    def vectors() -> Iterator[Vector]:
        for a in sorted(desk.articles, key=order_key):
            before = len(told)
            for span in desk.annotations[desk.number[a.id]].sentences:
                here = evidence(a, span)
                v = desk.vector(here.text)
                if len(v) >= LEAST:
                    told.append(here)
                    first.append(before)
                    yield v

    rows = sparse.rows(vectors())
    near = sparse.nearest_earlier(rows, np.array(first, np.int64), HEAVY, RECENT, COMPARED)
    states = ("known" if c >= KNOWN else "reworded" if c >= REWORDED else "new" for c in near[0].tolist())
    return tuple(
        Novelty(here, state, told[source] if state != "new" else None)
        for here, state, source in zip(told, states, near[1].tolist(), strict=True)
    )
