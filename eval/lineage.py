"""Lineage against pairs that we labelled ourselves (eval/labels): which relation the program finds, and whether it ever
calls two articles independent that are not.

    python eval/lineage.py [--misses]

Texts stay in ../shared; pairs whose texts are not there are passed over.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accordingto import pipeline
from accordingto.ingest import to_article
from accordingto.records import Article, Capture, Ledger
from accordingto.resolve.origins import relation

ROOT = Path(__file__).parent
SHARED = ROOT.parent.parent / "shared" / "data"


def texts(wanted: set[str]) -> Iterator[dict[str, Any]]:
    with gzip.open(SHARED / "allsides" / "stream_train.jsonl.gz", "rt", encoding="utf-8") as f:
        for line in f:
            row = json.loads(line)
            if row["id"] in wanted:
                yield row


def article(row: dict[str, Any]) -> Article | None:
    given = {"id": row["id"], "text": row["text"], "title": row["title"] or "", "published": row["date"] or "",
             "outlet": row["outlet"] or "", "url": row.get("url") or "", "author": row.get("authors") or ""}  # fmt: skip
    data = json.dumps(given).encode()
    return to_article(Capture(row["id"], row["id"], "json", data), given, strict=False)[0]


def compared(labels: list[dict[str, str]], ledger: Ledger) -> list[tuple[str, str, dict[str, str]]]:
    """(label, answer of the program, the pair) of every pair whose articles are there."""
    key = {a.input: a.id for a in ledger.articles}
    return [
        (r["label"], relation(ledger, key[r["a"]], key[r["b"]])[0], r)
        for r in labels
        if r["a"] in key and r["b"] in key
    ]


def labelled() -> list[tuple[str, str, dict[str, str]]]:
    """What the program answers to each labelled pair."""
    labels = [json.loads(x) for x in (ROOT / "labels" / "lineage.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [article(r) for r in texts({r[k] for r in labels for k in ("a", "b")})]
    return compared(labels, pipeline.run([a for a in rows if a is not None]))


def accuracy() -> float:
    """Percent of the pairs with a clear label that get it."""
    found = [(label, said) for label, said, _ in labelled() if label != "unclear"]
    return 100 * sum(label == said for label, said in found) / len(found)


def main() -> None:
    found = labelled()
    table = Counter((label, said) for label, said, _ in found)
    for label in ("copied", "cites", "same_primary_source", "independent", "unclear"):
        print(f"{label:22s}", {said: n for (x, said), n in sorted(table.items()) if x == label})
    for kind in ("copied", "cites", "same_primary_source", "independent"):
        said = [(label, r) for label, s, r in found if s == kind and label != "unclear"]
        gold = sum(label == kind for label, _, _ in found)
        right = sum(label == kind for label, _ in said)
        print(f"{kind:22s} said {len(said):3d}  right {right:3d}  of {gold:3d} labelled")
    if "--misses" in sys.argv:
        for label, s, r in found:
            if label not in (s, "unclear"):
                print(label, "but said", s, r["a"], r["b"])


if __name__ == "__main__":
    main()
