"""Close pairs and nearest earlier rows by arrays are those that comparing everything one by one gives."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.resolve import similarity, sparse

WEIGHT = {w: 1 + n / 4 for n, w in enumerate("abcdefghij")}
vectors = st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=7), max_size=14).map(
    lambda rows: [similarity.vector(r, WEIGHT) for r in rows]
)


@given(vectors, st.sampled_from([0.2, 0.5, 0.9]))
@settings(max_examples=200, deadline=None)
def test_close_pairs_are_all_that_are_close(given_: list[similarity.Vector], least: float) -> None:
    found = sparse.close_pairs(given_, least, keep=10, crowd=99)
    assert found == sorted(found, key=lambda p: (-p[0], p[1], p[2]))
    slow = {(i, j): similarity.cosine(given_[i], given_[j]) for i, j in combinations(range(len(given_)), 2)}
    assert {(i, j) for _, i, j in found} == {p for p, c in slow.items() if round(c, 9) >= least}
    assert all(c == pytest.approx(slow[i, j]) for c, i, j in found)


def test_words_of_a_crowd_bring_no_pair_together() -> None:
    rows = [similarity.vector(("a", w), WEIGHT) for w in "bcdefg"]
    assert len(sparse.close_pairs(rows, 0.05, keep=2, crowd=6)) == 15
    assert sparse.close_pairs(rows, 0.05, keep=2, crowd=5) == []


@given(vectors, st.integers(1, 4))
@settings(max_examples=200, deadline=None)
def test_the_nearest_earlier_row(given_: list[similarity.Vector], size: int) -> None:
    first = np.array([i - i % size for i in range(len(given_))], np.int64)
    likeness, nearest = sparse.nearest_earlier(sparse.rows(given_), first, keep=10, recent=99, compared=99)
    for i, v in enumerate(given_):
        before = [(round(similarity.cosine(v, given_[j]), 9), -j) for j in range(int(first[i]))]
        c, j = max([b for b in before if b[0] > 0], default=(0.0, 1))
        assert (likeness[i], nearest[i]) == (pytest.approx(c, abs=2e-9), -j) or (
            likeness[i] == pytest.approx(c, abs=2e-9) and nearest[i] in {-b[1] for b in before if abs(b[0] - c) < 2e-9}
        )


def test_many_rows_are_met_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [similarity.vector("abc"[: 1 + n % 3] + "defghij"[n % 7], WEIGHT) for n in range(60)]
    whole = sparse.close_pairs(rows, 0.3, keep=5, crowd=99)
    monkeypatch.setattr(sparse, "BATCH", 50)
    assert sparse.close_pairs(rows, 0.3, keep=5, crowd=99) == whole and len(whole) > 100
