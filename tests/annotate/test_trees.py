from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.annotate import trees
from accordingto.annotate.mentions import subtree


def is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for i in range(1, len(heads) + 1):
        seen: set[int] = set()
        while i:
            if i in seen:
                return False
            seen.add(i)
            i = heads[i - 1]
    return True


def total(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads)))


@given(st.integers(1, 5), st.integers(0, 10**6))
@settings(deadline=None, max_examples=150)
def test_a_tree_with_one_root_no_worse_than_any_under_that_root(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    heads = trees.heads(scores)
    assert is_tree(heads)
    root = heads.index(0)
    best = max(
        total(scores, list(h)) for h in itertools.product(range(n + 1), repeat=n) if is_tree(list(h)) and h[root] == 0
    )
    assert total(scores, heads) == pytest.approx(best, abs=1e-4)


@given(st.integers(6, 60), st.integers(0, 10**6))
@settings(deadline=None, max_examples=50)
def test_long_sentences_give_trees(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    assert is_tree(trees.heads(scores))


def test_the_phrase_of_a_head_leaves_its_preposition_out() -> None:
    # "in the old port of Lund": case det amod root case nmod
    heads, rels = [4, 4, 4, 0, 6, 4], ["case", "det", "amod", "root", "case", "nmod"]
    assert subtree(heads, 3, rels) == (1, 5)
    assert subtree(heads, 5, rels) == (5, 5)
