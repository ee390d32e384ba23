"""Claims against pairs of passages that we labelled ourselves (eval/labels): which the ledger puts into one claim.

    python eval/claims.py [--misses]

Pairs drawn by likeness say little of what is never drawn. So two whole stories are grouped by hand too (`labels/stories.jsonl`).

Every desk is read as a person would give it: a folder of press, the articles of one event or rumour. Texts stay in ../shared; desks that
are not there are passed over.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import events
from accordingto import ingest, pipeline
from accordingto.annotate import annotate
from accordingto.records import Annotation, Article, Evidence, Ledger

ROOT = Path(__file__).parent
SHARED = ROOT.parent.parent / "shared"
SLICE = "press/slice_north_korea_2012_2020.jsonl"

Row = dict[str, Any]


def rows() -> list[Row]:
    return [json.loads(x) for x in (ROOT / "labels" / "claims.jsonl").read_text(encoding="utf-8").splitlines()]


def desks(labels: Sequence[Row]) -> Iterator[tuple[list[Row], list[tuple[Article, Annotation]]]]:
    """The labels of each desk with its articles."""
    by: dict[str, list[Row]] = defaultdict(list)
    for r in labels:
        by[r["desk"]].append(r)
    with ProcessPoolExecutor(2) as pool:
        for name, mine in sorted(by.items()):
            kind, _, part = name.partition("/")
            if kind in events.SETS:
                found = [r for r in events.rows(kind) if str(r["cluster"]) == part]
                yield mine, list(pool.map(events.annotated, found))
                continue
            named = {x[0] for r in mine for x in (r["a"], r["b"])}
            path = SHARED / "seeds" if name == "seeds" else SHARED / "data" / (SLICE if part == "slice" else name)
            made = [a for a, _ in ingest.read([str(path)])[0] if part != "slice" or a.input in named]
            yield mine, list(zip(made, pool.map(annotate, made, chunksize=4), strict=True))


def _passages(ledger: Ledger, name: str) -> list[tuple[str, str, Evidence]]:
    """(claim, position, passage) of whatever one article says."""
    key = next((a.id for a in ledger.articles if a.input == name), "")
    return [(c.id, p.id, p.evidence) for c in ledger.claims for p in c.positions if p.evidence.article == key]


def claim_of(ledger: Ledger, place: tuple[str, int, int]) -> set[str]:
    """Claims that a passage stands in: those whose own passage covers it best."""
    _, start, end = place
    overlap = {
        (claim, position): min(end, e.end) - max(start, e.start) - 0.01 * (e.end - e.start)
        for claim, position, e in _passages(ledger, place[0])
    }
    most = max(overlap.values(), default=0)
    return {c for (c, _), n in overlap.items() if n == most and n > 0.5 * (end - start)}


def inside(ledger: Ledger, place: tuple[str, int, int]) -> set[str]:
    """Claims of the single sentences of a passage: those whose own passages lie in it for the most part."""
    _, start, end = place
    return {
        c for c, _, e in _passages(ledger, place[0]) if min(end, e.end) - max(start, e.start) >= 0.6 * (e.end - e.start)
    }


def told() -> list[tuple[bool, bool, Row]]:
    """(one claim in the ledger, one by the label, the label) of every pair whose passages are claims."""
    out = []
    for mine, made in desks(rows()):
        ledger = pipeline.run([a for a, _ in made], cached={n.article: n for _, n in made}, workers=1)
        for r in mine:
            a, b = claim_of(ledger, r["a"]), claim_of(ledger, r["b"])
            if a and b and r["label"] == "same":  # one sentence of a speech is enough to find it
                a, b = a | inside(ledger, r["a"]), b | inside(ledger, r["b"])
            if a and b and r["label"] != "unsure":
                out.append((bool(a & b), r["label"] == "same", r))
    return out


@cache
def sliced() -> dict[str, Article]:
    """The articles of the slice by their names."""
    return {a.input: a for a, _ in ingest.read([str(SHARED / "data" / SLICE)])[0]}


def stories() -> Iterator[tuple[str, list[tuple[bool, bool]], int, int]]:
    """Of each story: its name, (one claim in the ledger, one by the labels) of every pair of passages of two articles, the claims that
    several articles carry, and of how many most articles stand in one claim of the ledger."""
    read = sliced()
    for line in (ROOT / "labels" / "stories.jsonl").read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        ledger = pipeline.run([read[x] for x in story["articles"]], workers=2)
        groups = [[tuple(x) for x in g] for g in story["groups"]]
        of: dict[tuple[str, int, int], set[int]] = defaultdict(set)
        for n, g in enumerate(groups):
            for place in g:
                of[place].add(n)
        places = [*of, *(tuple(x) for x in story["others"])]
        claim = {x: _nearest(ledger, x) for x in places}
        parts = {x: claim[x] | inside(ledger, x) for x in places}
        pairs = [
            (bool(found[a] & found[b]), same)
            for a, b in itertools.combinations(places, 2)
            if a[0] != b[0]
            for same in (bool(of.get(a, set()) & of.get(b, set())),)
            for found in (parts if same else claim,)
        ]
        several = [g for g in groups if len({x[0] for x in g}) > 1]
        yield story["story"], pairs, len(several), sum(_whole(g, parts) for g in several)


def _nearest(ledger: Ledger, place: tuple[str, int, int]) -> set[str]:
    """The claim whose passage is most nearly the one given: of a sentence and what is quoted in it each finds its own."""
    _, start, end = place
    shared = [
        ((min(end, e.end) - max(start, e.start)) / (max(end, e.end) - min(start, e.start)), claim)
        for claim, _, e in _passages(ledger, place[0])
    ]
    most, claim = max(shared, default=(0.0, ""))
    return {claim} if most > 0 else set()


def _whole(group: Sequence[tuple[str, int, int]], found: dict[tuple[str, int, int], set[str]]) -> bool:
    """Whether two articles of a group and three in five of them stand in one claim."""
    by: dict[str, set[str]] = defaultdict(set)
    for place in group:
        for claim in found[place]:
            by[claim].add(place[0])
    best = max((len(x) for x in by.values()), default=0)
    return best >= 2 and best >= 0.6 * len({x[0] for x in group})


def scores(pairs: Iterable[tuple[bool, bool]]) -> tuple[float, float]:
    """(precision, recall) of joined pairs in percent."""
    counted = Counter(pairs)
    right = counted[True, True]
    said, true = right + counted[True, False], right + counted[False, True]
    return 100 * right / max(1, said), 100 * right / max(1, true)


if __name__ == "__main__":
    found = told()
    kinds = sorted(
        {r["desk"].split("/")[0] if r["desk"].split("/")[0] in events.SETS else r["desk"] for _, _, r in found}
    )
    for kind in (*kinds, ""):
        part = [x for x in found if x[2]["desk"].startswith(kind)]
        print(
            f"{kind or 'all':12} {len(part):4} pairs   precision %.1f recall %.1f" % scores((s, t) for s, t, _ in part)
        )
    for name, pairs, count, whole in stories():
        precision, recall = scores(pairs)
        print(
            f"{name:12} {len(pairs):6} pairs   precision {precision:.1f} recall {recall:.1f}   {whole} of {count} claims mostly whole"
        )
    if "--misses" in sys.argv:
        for said, true, r in found:
            if said != true:
                print("joined" if said else "missed", r["desk"], r["a"], r["b"])
