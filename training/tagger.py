"""Train the part-of-speech tagger.   python training/tagger.py ../shared/data/syntax src/accordingto/annotate/tagger.json.gz

Data: UD English EWT (CC BY-SA 4.0) and GUM (the genres whose text is not NC). Hyphenated words are joined to one token
with the tag of their last part, as `accordingto.text.tokens` keeps them. Deterministic: fixed seed, fixed order.
"""

from __future__ import annotations

import collections
import gzip
import json
import random
import sys
from pathlib import Path

from accordingto.annotate.tagger import features

Sentence = list[tuple[str, str]]
EPOCHS, SEED, KEEP = 6, 7, 0.35


def read(path: Path) -> list[Sentence]:
    out: list[Sentence] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            d = json.loads(line)
            out.append(join(d["words"], d["xpos"], d["space"]))
    return out


def join(words: list[str], tags: list[str], space: list[bool]) -> Sentence:
    out: Sentence = []
    i = 0
    while i < len(words):
        word, tag = words[i], tags[i]
        while (
            i + 2 < len(words)
            and words[i + 1] in ("-", "‑", "–", "/")
            and not space[i]
            and not space[i + 1]
            and words[i + 2][0].isalnum()
            and word[-1].isalnum()
        ):
            word, tag = word + words[i + 1] + words[i + 2], tags[i + 2]
            i += 2
        out.append((word, tag))
        i += 1
    return out


def augment(sentence: Sentence, rng: random.Random) -> Sentence:
    """Headlines: one sentence in twelve in Title Case."""
    if rng.random() > 1 / 12:
        return sentence
    return [(w.capitalize() if t[:1] in "NVJR" and w.islower() else w, t) for w, t in sentence]


def train(data: list[Sentence]) -> tuple[dict[str, dict[str, float]], dict[str, str], list[str]]:
    rng = random.Random(SEED)
    seen: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for s in data:
        for w, t in s:
            seen[w][t] += 1
    only = {
        w: c.most_common(1)[0][0]
        for w, c in seen.items()
        if sum(c.values()) >= 20 and c.most_common(1)[0][1] >= 0.995 * sum(c.values())
    }
    tags = sorted({t for s in data for _, t in s})
    w: dict[str, dict[str, float]] = collections.defaultdict(dict)
    total: dict[str, dict[str, float]] = collections.defaultdict(dict)
    stamp: dict[str, dict[str, int]] = collections.defaultdict(dict)
    step = 0
    for epoch in range(EPOCHS):
        rng.shuffle(data)
        right = n = 0
        for sentence in data:
            s = augment(sentence, rng)
            words = ["-S2-", "-S-", *(x for x, _ in s), "-E-", "-E2-"]
            low = [x.lower().replace("’", "'") for x in words]
            before, before2 = "-S-", "-S2-"
            for i, (word, gold) in enumerate(s, 2):
                guess = only.get(word)
                if guess is None:
                    step += 1
                    fs = features(words, low, i, before, before2)
                    scores = dict.fromkeys(tags, 0.0)
                    for f in fs:
                        for k, v in w.get(f, {}).items():
                            scores[k] += v
                    guess = max(tags, key=lambda k: (scores[k], k))
                    if guess != gold:
                        for f in fs:
                            for k, d in ((gold, 1.0), (guess, -1.0)):
                                row, now = w[f], w[f].get(k, 0.0)
                                total[f][k] = total[f].get(k, 0.0) + (step - stamp[f].get(k, 0)) * now
                                stamp[f][k] = step
                                row[k] = now + d
                right += guess == gold
                n += 1
                before2, before = before, guess
        print(f"epoch {epoch + 1}: {100 * right / n:.2f} % of {n}", flush=True)
    out: dict[str, dict[str, float]] = {}
    for f, row in w.items():
        kept = {k: (total[f].get(k, 0.0) + (step - stamp[f].get(k, 0)) * v) / step for k, v in row.items()}
        kept = {k: v for k, v in kept.items() if abs(v) >= KEEP}
        if kept:
            out[f] = kept
    return out, only, tags


def main(source: str, target: str) -> None:
    folder = Path(source)
    weights, only, tags = train(read(folder / "ewt_train.jsonl.gz") + read(folder / "gum_train.jsonl.gz"))
    number = {t: i for i, t in enumerate(tags)}
    rows = {f: [x for k in sorted(row) for x in (number[k], round(100 * row[k]))] for f, row in sorted(weights.items())}
    body = json.dumps(
        {"tags": tags, "only": dict(sorted(only.items())), "weights": rows}, separators=(",", ":"), ensure_ascii=False
    )
    Path(target).write_bytes(gzip.compress(body.encode(), 9, mtime=0))
    print(f"{len(rows)} features, {Path(target).stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:3])
