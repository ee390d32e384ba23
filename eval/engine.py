"""Scores of the linguistic engine against the treebanks and name sets of ../shared/data/syntax.

    python eval/engine.py [--weights FOLDER] [--limit N]

From gold words: UPOS, XPOS, features, lemmas, UAS, LAS (CoNLL 2018 definitions: punctuation counts, subtypes count), names
(exact spans, strict), nested mentions. From raw text: sentences, words, and LAS over words found. The development parts are
`*_dev`; the `ww` set (nine types in the press of many countries; its facilities count as places) is only ever measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

from accordingto.annotate import ENGINE
from accordingto.annotate import encoder as encoders
from accordingto.annotate.coreference import PERSONAL, Antecedents
from accordingto.annotate.lemmas import lemma
from accordingto.annotate.mentions import subtree
from accordingto.annotate.names import mentions
from accordingto.text import Span, blocks, sentences, tokens

SYNTAX = Path(__file__).parent.parent.parent / "shared" / "data" / "syntax"
PRESS = {"Person": "PER", "Organization": "ORG", "Location": "LOC", "Facility": "LOC"}


def rows(name: str, limit: int = 0) -> list[dict[str, Any]]:
    with gzip.open(SYNTAX / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [d for d in (json.loads(x) for _, x in zip(range(limit or 10**9), lines, strict=False)) if d["words"]]


def f1(hit: int, found: int, gold: int) -> float:
    return 200 * hit / max(1, found + gold)


def names(labels: list[str]) -> set[tuple[int, int, str]]:
    out, i = set(), 0
    while i < len(labels):
        j = i + 1
        if labels[i][0] == "B":
            while j < len(labels) and labels[j] == "I" + labels[i][1:]:
                j += 1
            out.add((i, j, labels[i][2:]))
        i = j
    return out


def press_labels(labels: list[str]) -> list[str]:
    return [f"{x[:2]}{PRESS[x[2:]]}" if x[2:] in PRESS else "O" for x in labels]


def gold_words(name: str, encoder: encoders.Encoder, limit: int) -> dict[str, float]:
    """Scores where the words are given."""
    n: Counter[str] = Counter()
    for d in rows(name, limit):
        a = encoder(d["words"])
        if d.get("ner"):
            gold, found = names(press_labels(d["ner"]) if d["src"] == "ww" else d["ner"]), names(list(a.names))
            n["names hit"], n["names found"], n["names gold"] = (
                n["names hit"] + len(gold & found), n["names found"] + len(found), n["names gold"] + len(gold),
            )  # fmt: skip
            for kind in ("PER", "ORG", "LOC"):
                g, f = {x for x in gold if x[2] == kind}, {x for x in found if x[2] == kind}
                for k, v in (("hit", g & f), ("found", f), ("gold", g)):
                    n[f"{kind} {k}"] += len(v)
        if "head" not in d:
            continue
        n["words"] += len(d["words"])
        for k, gold, found in (
            ("upos", d["upos"], a.upos),
            ("xpos", d["xpos"], a.xpos),
            ("feats", d["feats"], a.feats),
        ):
            n[k] += sum(x == y for x, y in zip(gold, found, strict=True))
        n["lemma"] += sum(lemma(w, t) == g for w, t, g in zip(d["words"], a.xpos, d["lemma"], strict=True))
        n["uas"] += sum(x == y for x, y in zip(d["head"], a.heads, strict=True))
        n["las"] += sum(
            x == y
            for x, y in zip(zip(d["head"], d["rel"], strict=True), zip(a.heads, a.rels, strict=True), strict=True)
        )
        if d["mentions"] is not None:
            gold_m = {tuple(m) for m in d["mentions"]}
            found_m = {(*subtree(a.heads, i, a.rels), kind) for i, kind in enumerate(a.mentions) if kind != "none"}
            n["m hit"], n["m found"], n["m gold"] = (
                n["m hit"] + len(gold_m & found_m),
                n["m found"] + len(found_m),
                n["m gold"] + len(gold_m),
            )
    out = {k: 100 * n[k] / n["words"] for k in ("upos", "xpos", "feats", "lemma", "uas", "las") if n["words"]}
    if n["names gold"]:
        out["names"] = f1(n["names hit"], n["names found"], n["names gold"])
        out |= {k: f1(n[k + " hit"], n[k + " found"], n[k + " gold"]) for k in ("PER", "ORG", "LOC")}
    if n["m gold"]:
        out["mentions"] = f1(n["m hit"], n["m found"], n["m gold"])
    return out


def raw_text(name: str, encoder: encoders.Encoder, limit: int) -> dict[str, float]:
    """Scores where only the text is given: paragraphs apart, sentences joined as they stood."""
    n: Counter[str] = Counter()
    for text, gold in documents(rows(name, limit)):
        spans = [s for b in blocks(text) for s in sentences(text, b)]
        true = {s for s, _ in gold}
        n["s hit"], n["s found"], n["s gold"] = (
            n["s hit"] + len(true & set(spans)),
            n["s found"] + len(spans),
            n["s gold"] + len(true),
        )
        want = {w: (h, r) for _, words in gold for w, h, r in words}
        found: dict[Span, tuple[Span | None, str]] = {}
        for s in spans:
            words = tokens(text, s)
            a = encoder([text[b:e] for b, e in words])
            for w, h, r in zip(words, a.heads, a.rels, strict=True):
                found[w] = (words[h - 1] if h else None, r)
        n["w hit"], n["w found"], n["w gold"] = (
            n["w hit"] + len(want.keys() & found.keys()),
            n["w found"] + len(found),
            n["w gold"] + len(want),
        )
        n["las hit"] += sum(found.get(w) == x for w, x in want.items())
    out = {
        k: f1(n[x + " hit"], n[x + " found"], n[x + " gold"]) for k, x in (("raw sentences", "s"), ("raw words", "w"))
    }
    return out | {"raw las": f1(n["las hit"], n["w found"], n["w gold"])}


def coreference(limit: int) -> dict[str, float]:
    """Pronouns of the third person singular in ECB+ whose chain holds a name: how many are resolved, and how many rightly."""
    n: Counter[str] = Counter()
    for path in sorted((SYNTAX.parent / "ecbplus" / "docs").glob("*.json"))[: limit or None]:
        d = json.loads(path.read_text(encoding="utf-8"))
        people = [m for m in d["mentions"] if m["type"].startswith("HUMAN")]
        asked = [m for m in people if m["text"].lower() in PERSONAL]
        if not asked:
            continue
        spans = [(s["start"], s["end"]) for s in d["sentences"]]
        sentences_ = ENGINE.parse(d["text"], spans)
        found = Antecedents(d["text"], sentences_, mentions(d["text"], sentences_))
        for m in asked:
            chain = [
                x["text"].lower()
                for x in people
                if x["chain"] == m["chain"] and x["text"][:1].isupper() and x["text"].lower() not in PERSONAL
            ]
            if not chain:
                continue
            name = found.person(m["start"], m["end"])
            n["asked"] += 1
            n["answered"] += bool(name)
            n["right"] += bool(name) and any(set(name.lower().split()) & set(x.split()) for x in chain)
    return {
        "answered": 100 * n["answered"] / max(1, n["asked"]),
        "right of answered": 100 * n["right"] / max(1, n["answered"]),
        "asked": n["asked"],
    }


Word = tuple[Span, "Span | None", str]


def documents(lines: list[dict[str, Any]]) -> list[tuple[str, list[tuple[Span, list[Word]]]]]:
    """Whole documents put together again, with the gold sentences and words as spans of them."""
    out: list[tuple[str, list[tuple[Span, list[Word]]]]] = []
    text, gold, at = "", [], ""
    space = True
    for d in [*lines, {"doc": None}]:
        if d["doc"] != at:
            if gold:
                out.append((text, gold))
            text, gold, at = "", [], d["doc"]
        if d["doc"] is None:
            break
        if text:
            text += "\n\n" if d.get("newpar") else " " if space else ""
        start, pos, spans = len(text), 0, []
        for w in d["words"]:
            p = d["text"].find(w, pos)
            p = pos if p < 0 or p - pos > 3 else p
            spans.append((start + p, start + p + len(w)))
            pos = p + len(w)
        text += d["text"]
        space = d["space"][-1]
        words = [(s, spans[h - 1] if h else None, r) for s, h, r in zip(spans, d["head"], d["rel"], strict=True)]
        gold.append(((start, start + len(d["text"])), words))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", default="", help="a folder with other weights than the shipped ones")
    parser.add_argument("--limit", type=int, default=0, help="sentences of each set")
    parser.add_argument("--sets", default="ewt_dev gum_dev ww_dev")
    options = parser.parse_args()
    encoder = encoders.Encoder(options.weights)
    for name in options.sets.split():
        found = gold_words(name, encoder, options.limit)
        if name.startswith(("ewt", "gum")):
            found |= raw_text(name, encoder, options.limit)
        print(name, "  ".join(f"{k} {v:.2f}" for k, v in found.items()), flush=True)
    print("pronouns", "  ".join(f"{k} {v:.2f}" for k, v in coreference(options.limit).items()), flush=True)


if __name__ == "__main__":
    main()
