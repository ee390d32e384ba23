"""What a change gained and lost: two sets of predictions for one gold file of attributions.

    git stash; python eval/diff.py write before.jsonl [GOLD]; git stash pop; python eval/diff.py write after.jsonl [GOLD]
    python eval/diff.py show before.jsonl after.jsonl [GOLD] [--limit N]

GOLD is ../shared/data/polnear/dev.jsonl where none is named. A gold attribution counts as found where some content overlaps it by half
(intersection over union, as in shared/eval/score_attributions.py); what is found and in no gold attribution is spurious.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gate

GOLD = gate.SHARED / "data" / "polnear" / "dev.jsonl"


def rows(path: Path) -> dict[str, Any]:
    return {r["id"]: r for r in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def cover(spans: list[list[int]]) -> set[int]:
    return {i for s, e in spans for i in range(s, e)}


def alike(a: list[list[int]], b: list[list[int]]) -> bool:
    x, y = cover(a), cover(b)
    return len(x & y) * 2 >= len(x | y) > 0


def shown(text: str, a: dict[str, Any]) -> str:
    part = {k: " … ".join(text[s:e] for s, e in a.get(k, ())).replace("\n", " ") for k in ("source", "cue", "content")}
    return f"[{part['source']}] {{{part['cue']}}} <{part['content'][:160]}>"


def moves(gold: dict[str, Any], before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(gained | lost | new spurious | spurious gone, article, attribution)."""
    for key, g in gold.items():
        old, new = before[key]["attributions"], after[key]["attributions"]
        for a in g["attributions"]:
            was, now = (any(alike(a["content"], p["content"]) for p in x) for x in (old, new))
            if was != now:
                yield "gained" if now else "lost", key, shown(g["text"], a)
        for label, these, those in (("new spurious", new, old), ("spurious gone", old, new)):
            for p in these:
                if not any(alike(p["content"], a["content"]) for a in g["attributions"]) and not any(
                    alike(p["content"], x["content"]) for x in those
                ):
                    yield label, key, shown(g["text"], p)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=["write", "show"])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--limit", type=int, default=40, help="lines of each kind")
    options = parser.parse_args()
    wanted = 1 if options.verb == "write" else 2
    gold = options.paths[wanted] if len(options.paths) > wanted else GOLD
    if options.verb == "write":
        gate.annotated(gold, options.paths[0])
        return
    found = list(moves(rows(gold), rows(options.paths[0]), rows(options.paths[1])))
    for kind in ("lost", "gained", "new spurious", "spurious gone"):
        these = [(k, t) for label, k, t in found if label == kind]
        print(f"{kind}: {len(these)}")
        for key, text in these[: options.limit]:
            print(f"  {key[:28]:28s} {text}")


if __name__ == "__main__":
    main()
