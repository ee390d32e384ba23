"""Two drawings in SVG coordinates: lineage from origins to outlets, and figures over time by holder. Pure; templates draw them."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..brief.phrases import outlet
from ..records import ESTABLISHED, Article, Derivation
from ..text import clip, squeeze

ROW, COLUMN, BOX = 30, 385, 300
WIDTH = 2 * COLUMN + BOX + 40


class Node(NamedTuple):
    x: int
    y: int
    label: str
    sub: str
    href: str
    named: bool


class Edge(NamedTuple):
    path: str
    relation: str
    weak: bool
    href: str
    title: str


class Lineage(NamedTuple):
    nodes: list[Node]
    edges: list[Edge]
    height: int
    left_out: int


def lineage(articles: Sequence[Article], derivations: Sequence[Derivation], most: int = 60) -> Lineage:
    """Origins that are named on the left, articles that others rest on in the middle, the rest on the right.

    Rows of a column follow what they hang on (barycentre, Sugiyama 1981), so that few lines cross. More than `most` articles: those
    with the most derivations are drawn and the others counted.
    """
    degree: dict[str, int] = defaultdict(int)
    for d in derivations:
        degree[d.later] += 1
        degree[d.earlier] += not d.named
    shown = sorted(articles, key=lambda a: (-degree[a.id], a.published.value or "9999", a.input))[:most]
    known = {a.id: a for a in shown}
    kept = [d for d in derivations if d.later in known and (d.named or d.earlier in known)]
    sources = {d.earlier for d in kept if not d.named and d.relation != "same_primary_source"}
    columns: list[list[str]] = [
        sorted({d.earlier for d in kept if d.named}),
        sorted((k for k in known if k in sources), key=lambda k: (known[k].published.value or "9999", known[k].input)),
        sorted((k for k in known if k not in sources), key=lambda k: (known[k].published.value or "9999", known[k].input)),
    ]  # fmt: skip
    row = {k: i for column in columns for i, k in enumerate(column)}
    hangs: dict[str, list[str]] = defaultdict(list)
    for d in kept:
        hangs[d.later].append(d.earlier)
        if d.named:
            hangs[d.earlier].append(d.later)
    for column in (columns[1], columns[2], columns[0]):
        column.sort(key=lambda k: (sum(row.get(h, 0) for h in hangs[k]) / len(hangs[k]) if hangs[k] else 1e6, row[k]))
        row |= {k: i for i, k in enumerate(column)}
    place = {k: (10 + c * COLUMN, 26 + i * ROW) for c, column in enumerate(columns) for i, k in enumerate(column)}
    nodes = []
    for key, (x, y) in place.items():
        a = known.get(key)
        if a is None:
            nodes.append(Node(x, y, key[:40], "named by the articles", "", True))
        else:
            day = a.published.value if a.published.value else "no date"
            nodes.append(
                Node(x, y, outlet(a)[:34], f"{day} · {clip(a.headline or a.input, 60)}", f"/articles/{a.id}", False)
            )
    edges = [_edge(d, place) for d in kept]
    height = 40 + ROW * max((len(c) for c in columns), default=1)
    return Lineage(nodes, edges, height, len(articles) - len(shown))


def _edge(d: Derivation, place: Mapping[str, tuple[int, int]]) -> Edge:
    (x1, y1), (x2, y2) = place[d.earlier], place[d.later]
    if x1 == x2:
        bend = 26 + abs(y2 - y1) // 8
        path = f"M{x1} {y1} C{x1 - bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    else:
        left, right = ((x1, y1), (x2, y2)) if x1 < x2 else ((x2, y2), (x1, y1))
        a, b = left[0] + BOX, right[0]
        middle = (a + b) // 2
        path = f"M{a} {left[1]} C{middle} {left[1]} {middle} {right[1]} {b} {right[1]}"
    codes = ", ".join(w.code for w in d.why)
    return Edge(
        path,
        d.relation,
        d.relation == "copied" and d.score < ESTABLISHED,
        f"/derivations/{d.id}",
        f"{d.relation.replace('_', ' ')} ({d.score:.2f}: {codes})",
    )


# ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class Mark(NamedTuple):
    x: float
    y: float
    low: float
    high: float
    holder: int
    title: str
    href: str
    text: str


class Plot(NamedTuple):
    """`ticks`: (y, label); `days`: (x, label); `holders` in the order of their numbers; a mark without a day stands at the left."""

    marks: list[Mark]
    undated: bool
    ticks: list[tuple[float, str]]
    days: list[tuple[float, str]]
    holders: list[str]
    logarithmic: bool
    width: int
    height: int


def plot(figures: Sequence[Mapping[str, Any]], width: int = 900, height: int = 380) -> Plot:
    """Figures of one thing over the days of publication; a logarithmic scale where the largest is fifty times the smallest."""
    left, right, top, bottom = 90, 50, 16, 46
    holders = sorted({f["holder"] for f in figures}, key=lambda h: (-sum(f["holder"] == h for f in figures), h))
    values = [v for f in figures for v in (f["value"], f["low"], f["high"]) if v is not None]
    least, most = min(values), max(values)
    logarithmic = least > 0 and most / least >= 50
    low, high = (math.log10(least), math.log10(most)) if logarithmic else (min(0.0, least), most)
    span = (high - low) or 1.0

    def y(v: float) -> float:
        at = math.log10(max(v, least)) if logarithmic else v
        return round(height - bottom - (at - low) / span * (height - top - bottom), 1)

    days = sorted({f["date"] for f in figures if f["date"]})
    first, last = (dt.date.fromisoformat(d).toordinal() for d in (days[0], days[-1])) if days else (0, 0)
    start = left + 60

    def x(day: str) -> float:
        if not day:
            return left + 20.0
        at = dt.date.fromisoformat(day).toordinal() - first
        return round(start + at / ((last - first) or 1) * (width - start - right), 1)

    marks = []
    for f in figures:
        e = f["evidence"]
        floor, ceiling = (f["low"] if f["low"] is not None else least), (f["high"] if f["high"] is not None else most)
        marks.append(
            Mark(
                x(f["date"]), y(f["value"]), y(floor), y(ceiling), holders.index(f["holder"]),
                f"{squeeze(f['text'])} — {f['holder']}, {f['date'] or 'no date'}", f"/articles/{e[0]}#p{e[1]}-{e[2]}", squeeze(f["text"]),
            )
        )  # fmt: skip
    if logarithmic:
        steps = [10**n for n in range(math.ceil(low), math.floor(high) + 1)] or [least, most]
    else:
        unit = 10 ** math.floor(math.log10(span / 4)) if span > 0 else 1
        unit *= next(k for k in (1, 2, 5, 10) if span / (unit * k) <= 5)
        steps = [low + unit * i for i in range(int(span / unit) + 1)]
    ticks = [(y(s), f"{s:,g}") for s in steps]
    shown = days if len(days) <= 6 else [days[round(i * (len(days) - 1) / 5)] for i in range(6)]
    return Plot(
        marks,
        any(not f["date"] for f in figures),
        ticks,
        [(x(d), d) for d in shown],
        holders,
        logarithmic,
        width,
        height,
    )
