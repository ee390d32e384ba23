"""Main events against labelled groups: pairwise and B-cubed F1 of dated news (allsides), twin events (ecbplus) and rumours (fnc1).

    python eval/events.py [allsides] [ecbplus] [fnc1] [stream] [topics]      all but the stream without names (about ten minutes)

`topics` are the twin events again, every topic a desk of its own, as a person gathers articles on one matter; `stream` is the dated stream that the labelled articles of allsides stand in. Only the opening of each article is read: what
an article is about stands in its first twenty sentences, the rest does not change its event (resolve/likeness.py).
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from accordingto.annotate import annotate
from accordingto.records import Annotation, Article
from accordingto.resolve import context, events, likeness
from lineage import article

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"
SETS = {
    "allsides": "allsides/train.jsonl",
    "ecbplus": "ecbplus/train_docs.jsonl",
    "fnc1": "fnc1/train.jsonl",
    "stream": "allsides/stream_train.jsonl.gz",
}
READ = 4500  # characters of each article, about twenty sentences


def rows(name: str) -> list[dict[str, Any]]:
    path = SHARED / SETS[name]
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in text.splitlines()]


def annotated(row: dict[str, Any]) -> tuple[Article, Annotation]:
    opening = article({**row, "text": row["text"][:READ]})
    assert opening is not None
    return opening, annotate(opening)


def read(found: list[dict[str, Any]], workers: int = 2) -> list[tuple[Article, Annotation]]:
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(annotated, found, chunksize=16))


def groups(made: list[tuple[Article, Annotation]]) -> dict[str, int]:
    """The number of the event of each article id."""
    desk = context.desk([a for a, _ in made], [n for _, n in made])
    profiles = likeness.profiles(desk)
    told = events.main_events(desk, profiles, likeness.alike(profiles), ())
    return {desk.articles[m].input: n for n, members in enumerate(told) for m in members}


def f1(pairs: Sequence[tuple[int | str, str]]) -> tuple[float, float]:
    """(pairwise, B-cubed) F1 in percent of (found, gold) labels."""
    both, found, gold = Counter(pairs), Counter(a for a, _ in pairs), Counter(b for _, b in pairs)

    def two(counts: Counter[Any]) -> float:
        return sum(v * (v - 1) / 2 for v in counts.values())

    def mean(p: float, r: float) -> float:
        return 200 * p * r / (p + r) if p + r else 0.0

    precision = sum(v * v / found[a] for (a, _), v in both.items()) / len(pairs)
    recall = sum(v * v / gold[b] for (_, b), v in both.items()) / len(pairs)
    return mean(two(both) / max(1, two(found)), two(both) / max(1, two(gold))), mean(precision, recall)


def score(name: str, days: str = "") -> tuple[float, float]:
    """Pairwise and B-cubed F1 of a set, or of its articles whose date begins as the pattern `days` says."""
    found = [r for r in rows(name) if re.match(days, r["date"] or "")]
    gold = {r["id"]: r["cluster"] for r in (rows("allsides") if name == "stream" else found)}
    told = groups(read(found))
    return f1([(told[k], str(c)) for k, c in gold.items() if c is not None])


def topics() -> tuple[float, float]:
    """Pairwise and B-cubed F1 of twin events where each topic is a desk of its own."""
    found = rows("ecbplus")
    by: dict[str, list[tuple[Article, Annotation]]] = defaultdict(list)
    for r, made in zip(found, read(found), strict=True):
        by[r["id"].split("_")[0]].append(made)
    told = {k: f"{topic} {n}" for topic, made in by.items() for k, n in groups(made).items()}
    return f1([(told[r["id"]], str(r["cluster"])) for r in found if r["cluster"] is not None])


if __name__ == "__main__":
    for name in sys.argv[1:] or ("allsides", "ecbplus", "fnc1", "topics"):
        pairwise, bcubed = topics() if name == "topics" else score(name)
        print(f"{name:10s} pairwise F1 {pairwise:.1f}   B-cubed F1 {bcubed:.1f}")
