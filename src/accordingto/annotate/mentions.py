"""Nested mentions: which words of a tree belong to what a head word names."""

from __future__ import annotations

from collections.abc import Sequence

_OUTSIDE = frozenset("case cc punct mark parataxis cop nsubj nsubj:pass aux aux:pass advcl discourse orphan".split())


def subtree(heads: Sequence[int], head: int, rels: Sequence[str]) -> tuple[int, int]:
    """First and last word (from 0) of the phrase of `head`: all that hangs under it, without prepositions, conjunctions and
    marks of punctuation at its own edge."""
    children: dict[int, list[int]] = {}
    for i, h in enumerate(heads):
        children.setdefault(h - 1, []).append(i)
    inside, todo = {head}, [c for c in children.get(head, ()) if rels[c] not in _OUTSIDE]
    while todo:
        c = todo.pop()
        if c not in inside:
            inside.add(c)
            todo += children.get(c, ())
    return min(inside), max(inside)
