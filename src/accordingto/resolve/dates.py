"""Days that cannot both hold: one act of the same people, told by two articles of one event, on two different days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..records import Evidence
from ..text import squeeze
from . import sparse
from .context import Desk, evidence, mentions_in
from .occasions import Day, meet, named_days, spanned

ALIKE = 0.6  # likeness of the two sentences
NAMES = 1  # names that both sentences share
SERIES = 10  # days beyond which two tellings are two occasions


@dataclass(frozen=True, slots=True)
class Dated:
    article: int
    passage: Evidence
    type: str
    day: Day
    names: frozenset[str]


def disagreements(desk: Desk, event_of: dict[int, int]) -> list[tuple[Dated, Dated, float]]:
    """Pairs of sentences that put one act on two days, with their likeness. Two articles that disagree on the days of several
    acts are reports of two days."""
    found: dict[tuple[int, int], list[tuple[Dated, Dated, float]]] = defaultdict(list)
    for a, b, close in _pairs(desk, event_of):
        found[(a.article, b.article)].append((a, b, close))
    return [rows[0] for rows in found.values() if len(rows) == 1]


def _pairs(desk: Desk, event_of: dict[int, int]) -> Iterator[tuple[Dated, Dated, float]]:
    blocks: dict[tuple[int, str], list[Dated]] = defaultdict(list)
    for i in range(len(desk.articles)):
        for d in _dated(desk, i):
            blocks[(event_of.get(i, -1 - i), d.type)].append(d)
    for rows in blocks.values():
        vectors = [desk.vector(d.passage.text) for d in rows]
        for close, m, k in sparse.close_pairs(vectors, ALIKE, keep=8, crowd=40):
            a, b = sorted((rows[m], rows[k]), key=lambda d: (d.article, d.passage))
            if (
                a.article == b.article
                or len(a.names & b.names) < NAMES
                or meet(frozenset((a.day,)), frozenset((b.day,)))
            ):
                continue
            if a.day[0] == b.day[0] and abs(_ordinal(a.day) - _ordinal(b.day)) <= SERIES:
                yield a, b, close


def _ordinal(day: Day) -> int:
    return int(day[1][:2]) * 30 + int(day[1][3:])


_EXACT = re.compile(r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today", re.I)
"""Expressions that name a day; "recently" and "in the morning" do not."""


def _dated(desk: Desk, i: int) -> Iterator[Dated]:
    """Sentences with one act and one day."""
    a, n = desk.articles[i], desk.annotations[i]
    for s, e in n.sentences:
        acts = [h for h in n.happenings if s <= h.start < e and h.status == "occurred"]
        if len(acts) != 1:
            continue
        exact = [t for t in n.times if s <= t.start < e and t.type == "DATE" and _EXACT.search(a.text[t.start : t.end])]
        found = named_days(n, (s, e), acts[0].start) & {d for t in exact for d in spanned(t.value)}
        if len(found) == 1:
            names = frozenset(m.name for m in mentions_in(n, (s, e)) if m.kind != "role")
            yield Dated(i, evidence(a, (s, e)), acts[0].type, next(iter(found)), names)


def shown(d: Dated) -> str:
    return squeeze("-".join(filter(None, d.day)))
