"""Make the lemma table.   python training/lemmas.py ../shared/data/syntax src/accordingto/lemmas.json.gz

Inflected verbs and plural nouns of UD English EWT (CC BY-SA 4.0) and GUM with their commonest lemma. Deterministic.
"""

from __future__ import annotations

import collections
import gzip
import json
import sys
from pathlib import Path


def main(source: str, target: str) -> None:
    seen: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    base: set[str] = set()
    for name in ("ewt_train", "gum_train"):
        with gzip.open(Path(source) / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                d = json.loads(line)
                for word, lemma, tag in zip(d["words"], d["lemma"], d["xpos"], strict=True):
                    if not (word.isalpha() and lemma.isalpha() and word.isascii()):
                        continue
                    if tag in ("VBD", "VBN", "VBG", "VBZ", "NNS"):
                        seen[word.lower()][lemma.lower()] += 1
                    if tag in ("VB", "VBP", "NN"):
                        base.add(word.lower())
    table = {w: c.most_common(1)[0][0] for w, c in sorted(seen.items()) if len(w) > 2}
    known = sorted(base | set(table.values()))
    body = json.dumps({"forms": table, "known": known}, separators=(",", ":"))
    Path(target).write_bytes(gzip.compress(body.encode(), 9, mtime=0))
    print(len(table), "forms", len(known), "lemmas", Path(target).stat().st_size, "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:3])
