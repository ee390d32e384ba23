"""Names by tradition, and what screening finds: how often the listed person is found again, and how many others come with him.

    python eval/names.py            both, over ../shared/data/names and ../shared/data/sanctions

Screening: every listed name loses its aliases; its aliases then look for it. "found" is the share that finds its own entry,
"others" the mean number of other entries that one query brings as possible namesake or near name.
"""

from __future__ import annotations

import json
import random
import time
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

from accordingto import naming
from accordingto.ingest import lists
from accordingto.records import Entity
from accordingto.resolve import screening

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
LISTS = ("sanctions/UN_consolidated.xml", "sanctions/ofac_2023/sdn.csv", "sanctions/ofac_2023/alt.csv")


def by_tradition() -> dict[str, tuple[float, int]]:
    """Tradition (first part of the kind of pair) → (F1 of "same" in per cent, pairs)."""
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (DATA / "names" / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        r = json.loads(line)
        said = naming.compare_names(r["a"], r["b"]).verdict == "same"
        for key in (r["kind"].split("_")[0], "all"):
            count[key].update(pairs=1, said=said, gold=r["same"], hit=said and r["same"])
    return {k: (200 * c["hit"] / max(1, c["said"] + c["gold"]), c["pairs"]) for k, c in sorted(count.items())}


def found_again(sample: int = 1500) -> dict[str, float]:
    """Share of aliases in Latin letters that find their entry without it, other entries a query brings, and CPU seconds of it."""
    entries = lists.load(str(DATA / x) for x in LISTS)
    queries = [
        (a, e) for e in entries if e.kind == "person" for a in e.aliases if a.isascii() and len(naming.parts(a)) > 1
    ]
    random.Random(7).shuffle(queries)
    queries = queries[:sample]
    start = time.process_time()
    actors = [Entity(str(n), a, "person", (a,), (), (), ()) for n, (a, _) in enumerate(queries)]
    alerts: dict[str, list[str]] = defaultdict(list)
    for s in screening.screen(actors, [replace(e, aliases=()) for e in entries]):
        alerts[s.entity].append(f"{s.entry.list} {s.entry.id}")
    own = [f"{e.list} {e.id}" for _, e in queries]
    hits = sum(own[n] in alerts[str(n)] for n in range(len(queries)))
    others = sum(len(set(alerts[str(n)]) - {own[n]}) for n in range(len(queries)))
    return {
        "found": 100 * hits / len(queries),
        "others": others / len(queries),
        "seconds for 1,000": 1000 * (time.process_time() - start) / len(queries),
    }


def main() -> None:
    for k, (f1, n) in by_tradition().items():
        print(f"{k:10s} F1 of same {f1:5.1f}   {n} pairs")
    print("   ".join(f"{k} {v:.2f}" for k, v in found_again().items()))


if __name__ == "__main__":
    main()
