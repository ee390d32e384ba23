"""What is new in an article, sentence by sentence: known from an earlier article, reworded, or new."""

from __future__ import annotations

import heapq
from collections import defaultdict

from ..records import Evidence, Novelty
from . import similarity
from .context import Desk, evidence, order_key

KNOWN, REWORDED = 0.8, 0.42
RECENT = 40  # earlier sentences looked at for each heavy word, the latest first


def novelty(desk: Desk) -> tuple[Novelty, ...]:
    """In reading order: oldest article first, undated ones last. An inverted index on rare words keeps the cost near linear."""
    out: list[Novelty] = []
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    seen: list[tuple[Evidence, similarity.Vector]] = []
    for a in sorted(desk.articles, key=order_key):
        fresh: list[tuple[Evidence, similarity.Vector]] = []
        for span in desk.annotations[desk.number[a.id]].sentences:
            here = evidence(a, span)
            v = desk.vector(here.text)
            if len(v) < 3:
                continue
            partial: dict[int, float] = defaultdict(float)
            for w in similarity.heaviest(v, 8):
                for n, x in index[w][-RECENT:]:
                    partial[n] += v[w] * x
            near = heapq.nsmallest(6, ((-x, n) for n, x in partial.items()))
            best = max(((similarity.cosine(v, seen[n][1]), -n) for _, n in near), default=(0.0, 0))
            state = "known" if best[0] >= KNOWN else "reworded" if best[0] >= REWORDED else "new"
            out.append(Novelty(here, state, seen[-best[1]][0] if state != "new" else None))
            fresh.append((here, v))
        for item in fresh:
            for w in similarity.heaviest(item[1], 8):
                index[w].append((len(seen), item[1][w]))
            seen.append(item)
    return tuple(out)
