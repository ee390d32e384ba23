"""From scores to a dependency tree: the best head of each word, and where those do not make a tree the maximum spanning
arborescence (Chu and Liu 1965; Edmonds 1967) under the likeliest root words.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
MINUS = -1e6
ROOTS = 3
"""How many words are tried as the root where the best heads are no tree."""


def heads(scores: Scores) -> list[int]:
    """scores (n × n + 1): of word i under governor j, 0 being the root. The head of each word, from 1; exactly one is 0."""
    n = len(scores)
    work = scores.astype(np.float64)
    work[np.arange(n), np.arange(1, n + 1)] = MINUS
    best = [int(h) for h in work.argmax(1)]
    if best.count(0) == 1 and _cycle(best) is None:
        return best
    loss = work[:, 1:].max(1) - work[:, 0] if n > 1 else np.zeros(1)
    tried = [_rooted(work, int(root)) for root in np.argsort(loss, kind="stable")[:ROOTS]]
    return max(tried, key=lambda t: sum(work[i, h] for i, h in enumerate(t)))


def _rooted(work: NDArray[np.float64], root: int) -> list[int]:
    """The best tree under one root word (counted from 0)."""
    n = len(work)
    square = np.full((n + 1, n + 1), MINUS)
    square[1:, 1:] = work[:, 1:]
    square[root + 1] = MINUS
    square[root + 1, 0] = 0
    return _edmonds(square)[1:]


def _cycle(best: list[int]) -> list[int] | None:
    """A cycle among words (numbers from 1), if the heads hold one."""
    state = [0] * (len(best) + 1)
    for start in range(1, len(best) + 1):
        path, at = [], start
        while at and not state[at]:
            state[at] = start
            path.append(at)
            at = best[at - 1]
        if at and state[at] == start and at in path:
            return path[path.index(at) :]
    return None


def _edmonds(square: NDArray[np.float64]) -> list[int]:
    """Heads of all nodes of a full graph; square[d, h] scores h over d; node 0 is the root."""
    n = len(square)
    best = square.argmax(1)
    best[0] = 0
    cycle = _cycle([int(x) for x in best[1:]])
    if cycle is None:
        return [int(x) for x in best]
    inside = np.zeros(n, bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    members = np.array(cycle)
    total = square[members, best[members]].sum()
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = square[np.ix_(rest, rest)]
    into = square[np.ix_(members, rest)] - square[members, best[members]][:, None] + total
    out = square[np.ix_(rest, members)]
    small[-1, :-1], small[:-1, -1] = into.max(0), out.max(1)
    enter, leave = into.argmax(0), out.argmax(1)
    np.fill_diagonal(small, -np.inf)
    chosen = _edmonds(small)
    result = best.tolist()
    for k, d in enumerate(rest):
        if d:
            h = chosen[k]
            result[d] = int(members[leave[k]]) if h == len(rest) else int(rest[h])
    outer = chosen[-1]
    result[int(members[enter[outer]])] = int(rest[outer])
    return [int(x) for x in result]
