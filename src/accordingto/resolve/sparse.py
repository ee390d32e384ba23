"""Many word vectors as arrays: which pairs are close, without comparing all. No knowledge of news.

Rows are compressed (CSR). A pair is only looked at where the two share one of each other's heaviest words, as in the prefix filtering
of all-pairs similarity search (R. Bayardo, Y. Ma, R. Srikant 2007). Likenesses are rounded to nine digits, so that they do not depend on
the order in which a processor adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .similarity import Vector

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
DIGITS = 9
BATCH = 2_000_000  # shared heavy words held in memory at once


@dataclass(frozen=True, slots=True)
class Rows:
    """Vectors, row by row, each with its heaviest words first (ties by the alphabet): row i is `words` and `weights` from `starts[i]`
    to `starts[i + 1]`."""

    starts: Ints
    words: Ints
    weights: Floats
    vocabulary: int

    def __len__(self) -> int:
        return len(self.starts) - 1


def rows(vectors: Iterable[Vector]) -> Rows:
    """Compressed rows of vectors, which may come from a generator: none is kept."""
    number: dict[str, int] = {}
    ids, values, starts = [], [], [0]
    for v in vectors:
        ids.append(np.fromiter((number.setdefault(w, len(number)) for w in v), np.int64, len(v)))
        values.append(np.fromiter(v.values(), np.float64, len(v)))
        starts.append(starts[-1] + len(v))
    rank = np.empty(len(number), np.int64)
    rank[[number[w] for w in sorted(number)]] = np.arange(len(number))
    if not ids:
        return Rows(np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0), 0)
    words, weights, begin = rank[np.concatenate(ids)], np.concatenate(values), np.array(starts, np.int64)
    order = np.lexsort((words, -weights, np.repeat(np.arange(len(starts) - 1), np.diff(begin))))
    return Rows(begin, words[order], weights[order], len(number))


@dataclass(frozen=True, slots=True)
class Index:
    """The heaviest words of rows, sorted by word, then row: `words`, `rows`, `weights`; word w stands from `starts[w]` to
    `starts[w + 1]`."""

    words: Ints
    rows: Ints
    weights: Floats
    starts: Ints


def index(r: Rows, keep: int) -> Index:
    """An inverted index of the `keep` heaviest words of each row."""
    owner = np.repeat(np.arange(len(r)), np.diff(r.starts))
    heavy = np.flatnonzero(np.arange(len(owner)) - r.starts[owner] < keep)
    order = heavy[np.argsort(r.words[heavy], kind="stable")]
    starts = np.searchsorted(r.words[order], np.arange(r.vocabulary + 1))
    return Index(r.words[order], owner[order], r.weights[order], starts)


def close_pairs(
    vectors: Iterable[Vector], least: float, keep: int = 8, crowd: int = 60
) -> list[tuple[float, int, int]]:
    """(cosine, i, j) of the pairs (i < j) that reach `least` and share one of each other's `keep` heaviest words, nearest first; words in
    more than `crowd` vectors are passed over.

    A quarter of `least` must come from those words; what they and the rest can add up to bounds the cosine, so that most pairs
    are never compared in full.
    """
    r = rows(vectors)
    at = index(r, keep)
    rest = np.sqrt(np.maximum(0.0, 1.0 - np.bincount(at.rows, at.weights**2, len(r))))
    size = np.diff(at.starts)[at.words]
    place = np.arange(len(at.words))
    behind = np.where(size <= crowd, at.starts[at.words + 1] - place - 1, 0)
    found: list[tuple[Floats, Ints, Ints]] = []
    by_row = np.argsort(at.rows, kind="stable")
    for part in _batches(by_row, at.rows, behind):
        i, j, shared = _overlaps(at, part, place[part] + 1, behind[part], len(r))
        near = (shared >= least / 4) & (shared + rest[i] + rest[j] >= least)
        i, j = i[near], j[near]
        c = cosines(r, i, j)
        found.append((c[c >= least], i[c >= least], j[c >= least]))
    pairs = [p for batch in found for p in zip(*(column.tolist() for column in batch), strict=True)]
    return sorted(pairs, key=lambda p: (-p[0], p[1], p[2]))


def nearest_earlier(r: Rows, first: Ints, keep: int, recent: int, compared: int) -> tuple[Floats, Ints]:
    """(cosine, row) of the nearest row before `first[i]` for each row i, the older of two equals; (0, -1) where none shares a heavy word.

    Of the rows that share a heavy word the `recent` last ones are looked at, and those that share most of them `compared` in full.
    """
    at = index(r, keep)
    key = at.words * len(r) + at.rows
    end = np.searchsorted(key, at.words * len(r) + first[at.rows])
    begin = np.maximum(at.starts[at.words], end - recent)
    likeness, nearest = np.zeros(len(r)), np.full(len(r), -1, np.int64)
    for part in _batches(np.argsort(at.rows, kind="stable"), at.rows, end - begin):
        i, j, shared = _overlaps(at, part, begin[part], (end - begin)[part], len(r))
        most = np.sort(_greatest(i, shared, compared))
        i, j = i[most], j[most]
        c = cosines(r, i, j)
        best = _greatest(i, c, 1)
        likeness[i[best]], nearest[i[best]] = c[best], j[best]
    return likeness, nearest


def _greatest(i: Ints, value: Floats, most: int) -> Ints:
    """Places of the `most` greatest values (0 … 1) of each i, which ascends; the first of equals."""
    by = np.argsort((i - i[:1].sum()) * 4.0 - value, kind="stable")
    begins = np.searchsorted(i, i[by])
    return by[np.arange(len(by)) - begins < most]


def _batches(entries: Ints, owner: Ints, count: Ints) -> Iterator[Ints]:
    """Entries of an index, whole rows together, in parts that meet about BATCH others."""
    entries = entries[count[entries] > 0]
    if not len(entries):
        return
    total = np.cumsum(count[entries])
    edge = np.flatnonzero(np.diff(owner[entries])) + 1  # where a row ends
    wanted = (
        np.searchsorted(total[edge - 1], np.arange(BATCH, total[-1], BATCH)) if len(edge) else np.zeros(0, np.int64)
    )
    cuts = np.unique(np.concatenate(([0], edge[wanted[wanted < len(edge)]], [len(entries)])))
    for start, end in pairwise(cuts.tolist()):
        yield entries[start:end]


def _overlaps(at: Index, part: Ints, first: Ints, count: Ints, total: int) -> tuple[Ints, Ints, Floats]:
    """(row, other row, what their shared heavy words add to the cosine) for entries that meet `count` entries from `first` on; ascending."""
    ends = np.cumsum(count)
    other = np.repeat(first - (ends - count), count) + np.arange(ends[-1] if len(ends) else 0)
    key = np.repeat(at.rows[part], count) * total + at.rows[other]
    product = np.repeat(at.weights[part], count) * at.weights[other]
    order = np.argsort(key, kind="stable")
    key, product = key[order], product[order]
    begin = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1]))) if len(key) else np.zeros(0, np.int64)
    shared = np.add.reduceat(product, begin) if len(begin) else np.zeros(0)
    return key[begin] // total, key[begin] % total, np.round(shared, DIGITS)


def cosines(r: Rows, i: Ints, j: Ints) -> Floats:
    """Cosine of each pair of rows; `i` ascending."""
    out = np.zeros(len(i))
    dense = np.zeros(r.vocabulary)
    edges = np.concatenate(([0], np.flatnonzero(np.diff(i)) + 1, [len(i)])) if len(i) else np.zeros(0, np.int64)
    for start, end in pairwise(edges.tolist()):
        mine = slice(r.starts[i[start]], r.starts[i[start] + 1])
        dense[r.words[mine]] = r.weights[mine]
        first, last = r.starts[j[start:end]], r.starts[j[start:end] + 1]
        size = last - first
        ends = np.cumsum(size)
        at = np.repeat(first - (ends - size), size) + np.arange(ends[-1])
        out[start:end] = np.add.reduceat(dense[r.words[at]] * r.weights[at], ends - size)
        dense[r.words[mine]] = 0.0
    return np.round(out, DIGITS)
