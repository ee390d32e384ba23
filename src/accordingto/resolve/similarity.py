"""Weighted word vectors, groups that obey decisions, and candidate pairs by shared rare words. No knowledge of news."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from ..records import Decision, Why

Vector = dict[str, float]


def vector(
    words: Iterable[str],
    weight: Mapping[str, float],
    rarest: float = 1.0,
    share: Mapping[str, float] = MappingProxyType({}),
) -> Vector:
    """Unit vector of (1 + ln tf) · idf; words without a weight count as `rarest`, those with a `share` for that part."""
    raw = {w: (1 + math.log(c)) * weight.get(w, rarest) * share.get(w, 1.0) for w, c in sorted(Counter(words).items())}
    norm = math.sqrt(sum(v * v for v in raw.values()))
    return {w: v / norm for w, v in raw.items()} if norm else {}


def cosine(a: Vector, b: Vector) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(v * b[w] for w, v in a.items() if w in b)


def candidates(
    vectors: Sequence[Vector], keep: int = 8, crowd: int = 60, days: Sequence[int | None] = (), window: int = 0
) -> list[tuple[int, int]]:
    """Pairs (i < j) that share one of each other's `keep` heaviest words; words in more than `crowd` vectors are passed over.

    With `days` (ordinals, None where unknown) no pair is further apart than `window`, and the crowd of a word that is too common
    over all counts within the window of each day.
    """
    pairs: set[tuple[int, int]] = set()
    for members in by_word(vectors, keep).values():
        pairs.update(_near(members, crowd, days, window))
    return sorted(pairs)


def _near(members: Sequence[int], crowd: int, days: Sequence[int | None], window: int) -> Iterator[tuple[int, int]]:
    if len(members) <= crowd:
        for k, i in enumerate(members):
            x = days[i] if days else None
            for j in members[k + 1 :]:
                y = days[j] if days else None
                if x is None or y is None or abs(x - y) <= window:
                    yield i, j
        return
    dated = sorted((d, i) for i in members if days and (d := days[i]) is not None)
    low = high = 0
    for k, (d, i) in enumerate(dated):
        while dated[low][0] < d - window:
            low += 1
        while high < len(dated) and dated[high][0] <= d + window:
            high += 1
        if high - low <= crowd:
            yield from ((min(i, j), max(i, j)) for _, j in dated[k + 1 : high])


def by_word(vectors: Sequence[Vector], keep: int) -> dict[str, list[int]]:
    """Which vectors, ascending, have a word among their `keep` heaviest."""
    index: dict[str, list[int]] = defaultdict(list)
    for i, v in enumerate(vectors):
        for w in heaviest(v, keep):
            index[w].append(i)
    return dict(index)


def heaviest(v: Vector, keep: int) -> list[str]:
    """The `keep` heaviest words of a vector, heaviest first."""
    return sorted(v, key=lambda w: (-v[w], w))[:keep]


class Groups:
    """Disjoint sets over hashable items; `different` pairs never end in one set, `same` pairs always do."""

    def __init__(self, items: Iterable[Hashable]) -> None:
        self._parent: dict[Hashable, Hashable] = {i: i for i in items}
        self._apart: list[tuple[Hashable, Hashable]] = []
        self.why: dict[Hashable, list[Why]] = defaultdict(list)

    def root(self, item: Hashable) -> Hashable:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def forbid(self, a: Hashable, b: Hashable) -> None:
        self._apart.append((a, b))

    def join(self, a: Hashable, b: Hashable, why: Sequence[Why] = ()) -> bool:
        """Join two sets unless a forbidden pair would meet; True when they are one afterwards."""
        x, y = self.root(a), self.root(b)
        if x == y:
            return True
        for p, q in self._apart:
            if {self.root(p), self.root(q)} == {x, y}:
                return False
        low, high = sorted((x, y), key=repr)
        self._parent[high] = low
        self.why[low] += [*self.why.pop(high, []), *why]
        return True

    def sets(self) -> list[list[Hashable]]:
        out: dict[Hashable, list[Hashable]] = defaultdict(list)
        for i in self._parent:
            out[self.root(i)].append(i)
        return [sorted(v, key=repr) for _, v in sorted(out.items(), key=lambda kv: repr(kv[0]))]


def once(groups: Groups, ids: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Id → the first row that has it; rows of one id are one thing (the same words given to the same voice by two cues) and joined."""
    first: dict[str, int] = {}
    for n, key in ids:
        if first.setdefault(key, n) != n:
            groups.join(first[key], n)
    return first


def obey(groups: Groups, decisions: Sequence[Decision], find: Callable[[str], Hashable | None]) -> None:
    """Apply `different`, then `same`: rulings come before any inference."""
    pairs = [(d, find(d.left), find(d.right)) for d in decisions]
    for d, a, b in pairs:
        if d.verdict == "different" and a is not None and b is not None and a != b:
            groups.forbid(a, b)
    for d, a, b in pairs:
        if d.verdict == "same" and a is not None and b is not None:
            groups.join(a, b, (Why("decision", 1.0, f"{d.by} {d.at}"),))


def score(why: Sequence[Why]) -> float:
    """The stored score: the sum of the reasons' weights, within 0 … 1."""
    return round(min(1.0, max(0.0, sum(w.weight for w in why))), 4)


def probability(why: Iterable[Why]) -> float:
    """The stored score where the weights are log-odds: the logistic of their sum."""
    return round(1 / (1 + math.exp(-sum(w.weight for w in why))), 4)


def average_link(
    count: int, pairs: Mapping[tuple[int, int], float], threshold: float, apart: Callable[[int, int], bool]
) -> list[list[int]]:
    """Average-link agglomeration over sparse similarities (absent pairs count 0), deterministic.

    Stops when no pair of clusters has a mean similarity of `threshold`; clusters with any `apart` pair never merge.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), s in pairs.items():
        links[a][b] = links[b][a] = s
    queue = [(-s, a, b) for (a, b), s in pairs.items() if s >= threshold]
    heapq.heapify(queue)
    while queue:
        neg, a, b = heapq.heappop(queue)
        if a not in members or b not in members or a == b:
            continue
        mean = links[a].get(b, 0.0) / (len(members[a]) * len(members[b]))
        if abs(mean + neg) > 1e-9 or mean < threshold:
            continue
        if any(apart(i, j) for i in members[a] for j in members[b]):
            continue
        for c, s in links.pop(b).items():
            links[c].pop(b, None)
            if c != a:
                links[a][c] = links[c][a] = links[a].get(c, 0.0) + s
        members[a] += members.pop(b)
        for c, s in links[a].items():
            value = s / (len(members[a]) * len(members[c]))
            if value >= threshold:
                heapq.heappush(queue, (-value, min(a, c), max(a, c)))
    return [sorted(m) for _, m in sorted(members.items())]
