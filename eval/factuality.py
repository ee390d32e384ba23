"""Certainty of happenings against the news set of ../shared/data/factuality (UW; K. Lee et al., 2015): mean absolute error.

    python eval/factuality.py [train|dev|test] [--groups]

Gold: a target word and the mean of the annotators on -3 … 3. "always 3" is the floor that any method must beat.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from accordingto.annotate import ENGINE
from accordingto.annotate.certainty import certainty

NEWS = Path(__file__).parent.parent.parent / "shared" / "data" / "factuality" / "UW_all"


def plain(text: str) -> tuple[str, list[int]]:
    """The tokenised text as a line, and where each of its words begins."""
    words = text.split(" ")
    starts, out = [], ""
    for w in words:
        joined = w in (".", ",", ";", ":", "?", "!", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m") and out
        out += ("" if joined or not out else " ") + w
        starts.append(len(out) - len(w))
    return out, starts


def errors(part: str) -> list[tuple[float, float, tuple[str, ...], str, str]]:
    """(gold, found, reasons, word, sentence) of each target."""
    out = []
    for line in (NEWS / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, starts = plain(row["text"])
        (sentence,) = ENGINE.parse(text, [(0, len(text))])
        for t in row["targets"]:
            at = starts[t["span1"][0]]
            i = next((k for k, x in enumerate(sentence.tokens) if x.start <= at < x.end), None)
            found = certainty(sentence, i) if i is not None else None
            value, why = (found.value, found.reasons) if found else (3.0, ("no token",))
            out.append((t["label"], value, why, t["span_text"], text))
    return out


def mae(part: str) -> float:
    rows = errors(part)
    return sum(abs(g - f) for g, f, *_ in rows) / len(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", default="dev")
    parser.add_argument("--groups", action="store_true", help="error by the last reason")
    options = parser.parse_args()
    rows = errors(options.part)
    n = len(rows)
    print(
        f"{options.part}: MAE {sum(abs(g - f) for g, f, *_ in rows) / n:.3f}   always 3: {sum(abs(g - 3) for g, *_ in rows) / n:.3f}   n={n}"
    )
    if options.groups:
        by = defaultdict(list)
        for g, f, why, word, text in rows:
            by[why[-1] if why else "none"].append((g, f, word, text))
        for k, v in sorted(by.items(), key=lambda x: -sum(abs(g - f) for g, f, *_ in x[1]))[:70]:
            golds = sorted(g for g, *_ in v)
            print(f"{k:28s} n {len(v):5d}  found {v[0][1]:5.2f}  gold median {golds[len(v) // 2]:5.2f}  error {sum(abs(g - f) for g, f, *_ in v) / len(v):.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
