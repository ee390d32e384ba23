"""Make the lemma table.   python -m training.lemmas ../shared/data/syntax src/accordingto/lemmas.json.gz

Of UD English EWT (CC BY-SA 4.0) and GUM: inflected verbs and plural nouns with their commonest lemma ("forms", for words
without a tag), and by class of tag what the rules of `annotate/lemmas.py` get wrong ("tagged"). Deterministic.
"""

from __future__ import annotations

import collections
import gzip
import json
import sys
from pathlib import Path

from accordingto.annotate.lemmas import ruled, ruled_degree

KIND = {
    "VB": "V",
    "VBD": "V",
    "VBG": "V",
    "VBN": "V",
    "VBP": "V",
    "VBZ": "V",
    "NNS": "N",
    "JJR": "D",
    "JJS": "D",
    "RBR": "D",
    "RBS": "D",
}


def main(source: str, target: str) -> None:
    seen: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    base: set[str] = set()
    tagged: dict[tuple[str, str], collections.Counter[tuple[str, str]]] = collections.defaultdict(collections.Counter)
    for name in ("ewt_train", "gum_train"):
        with gzip.open(Path(source) / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                d = json.loads(line)
                for word, lemma, tag in zip(d["words"], d["lemma"], d["xpos"], strict=True):
                    if not (word.isalpha() and lemma.isalpha() and word.isascii()):
                        continue
                    if tag in KIND:
                        tagged[KIND[tag], word.lower()][lemma.lower(), tag] += 1
                    if tag in ("VBD", "VBN", "VBG", "VBZ", "NNS"):
                        seen[word.lower()][lemma.lower()] += 1
                    if tag in ("VB", "VBP", "NN"):
                        base.add(word.lower())
    table = {w: c.most_common(1)[0][0] for w, c in sorted(seen.items()) if len(w) > 2}
    known = sorted(base | set(table.values()))
    exceptions: dict[str, dict[str, str]] = {"V": {}, "N": {}, "D": {}}
    for (kind, word), seen_as in sorted(tagged.items()):
        (best, tag), _ = max(seen_as.items(), key=lambda x: (x[1], x[0]))
        if best != (ruled_degree(word, tag) if kind == "D" else ruled(word, tag)):
            exceptions[kind][word] = best
    body = json.dumps({"forms": table, "known": known, "tagged": exceptions}, separators=(",", ":"))
    Path(target).write_bytes(gzip.compress(body.encode(), 9, mtime=0))
    print(len(table), "forms", len(known), "lemmas", Path(target).stat().st_size, "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:3])
