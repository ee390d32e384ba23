"""Part-of-speech tags (Penn Treebank set) by a greedy averaged perceptron.

Method: M. Collins, "Discriminative training methods for hidden Markov models" (EMNLP 2002), greedy left to right,
with a dictionary of unambiguous frequent words. Weights: `tagger.json.gz`, trained by `training/tagger.py` on
UD English EWT and GUM; model card in `docs/model-card-tagger.md`. Pure Python, no dependency.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from functools import cache
from importlib import resources

Weights = dict[str, dict[str, float]]


@cache
def load() -> tuple[Weights, dict[str, str], list[str]]:
    """(feature → tag → weight, word → only tag, tags) from the package's own data."""
    raw = resources.files("accordingto.annotate").joinpath("tagger.json.gz").read_bytes()
    data = json.loads(gzip.decompress(raw))
    names: list[str] = data["tags"]
    weights = {
        f: {names[int(k)]: w / 100 for k, w in zip(row[::2], row[1::2], strict=True)}
        for f, row in data["weights"].items()
    }
    return weights, data["only"], names


def shape(word: str) -> str:
    """Xx, XX, x, d, Xx-x …: runs of one class folded."""
    out: list[str] = []
    for c in word[:12]:
        k = "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c
        if not out or out[-1] != k:
            out.append(k)
    return "".join(out)


def features(words: Sequence[str], low: Sequence[str], i: int, before: str, before2: str) -> list[str]:
    """Features of token i; `words` and `low` are padded by two at both ends."""
    w, lw = words[i], low[i]
    return [
        "b", "w" + lw, "s" + lw[-3:], "S" + lw[-2:], "4" + lw[-4:], "p" + lw[:2], "h" + shape(w), "t" + before, "u" + before2 + "|" + before,
        "v" + before + "|" + lw, "<" + low[i - 1], "[" + low[i - 1][-3:], ">" + low[i + 1], "]" + low[i + 1][-3:], "H" + shape(words[i + 1]),
        "}" + low[i + 2], "{" + low[i - 2], "x" + before + "|" + low[i + 1], "f" + ("1" if words[i - 1] == "-S-" else "0") + shape(w),
    ]  # fmt: skip


def tag(tokens: Sequence[str]) -> list[str]:
    """One tag a token, for one sentence."""
    weights, only, names = load()
    if sum(t.isupper() for t in tokens) > 0.6 * len(tokens) and len(tokens) > 3:
        tokens = [t.capitalize() if t.isupper() else t for t in tokens]
    words = ["-S2-", "-S-", *tokens, "-E-", "-E2-"]
    low = [w.lower().replace("’", "'") for w in words]
    out: list[str] = []
    before, before2 = "-S-", "-S2-"
    for i in range(2, len(words) - 2):
        best = only.get(words[i])
        if best is None:
            scores = dict.fromkeys(names, 0.0)
            for f in features(words, low, i, before, before2):
                row = weights.get(f)
                if row:
                    for k, v in row.items():
                        scores[k] += v
            best = max(scores, key=lambda k: (scores[k], k))
        out.append(best)
        before2, before = before, best
    return out
