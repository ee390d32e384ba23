"""Cost an article beside named peers in one run.

    python eval/bench.py PATH…

Peers: trafilatura, the main-text extractor that every page goes through anyway, and, where spaCy is installed (`pip install
-e '.[bench]'`), its CNN pipeline (tagger, parser, names; the sizes of its small English model, trained for a moment on the
treebank so that it parses like one) over the same texts. Prints CPU seconds an article for reading, annotating and
resolving, words a CPU second, the ratio to trafilatura, peak memory, and how resolving grows when the input is doubled.
"""

from __future__ import annotations

import gzip
import html
import importlib.util
import json
import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

import trafilatura

from accordingto import ingest, pipeline
from accordingto.annotate import annotate
from accordingto.records import Article


def cpu(f: object, *args: object) -> tuple[float, object]:
    start = time.process_time()
    out = f(*args)  # type: ignore[operator]
    return time.process_time() - start, out


def peer(articles: list[Article]) -> None:
    for a in articles:
        paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in a.text.split("\n") if p.strip())
        trafilatura.extract(f"<html><body><article>{paragraphs}</article></body></html>")


def spacy_cnn(articles: list[Article]) -> float:
    """CPU seconds of a spaCy CNN pipeline over the texts of the articles; 0 where spaCy or the treebank is missing."""
    gold = Path(__file__).parent.parent.parent / "shared" / "data" / "syntax" / "ewt_train.jsonl.gz"
    if importlib.util.find_spec("spacy") is None or not gold.exists():
        return 0.0
    spacy = importlib.import_module("spacy")
    example, doc = importlib.import_module("spacy.training").Example, importlib.import_module("spacy.tokens").Doc
    nlp = spacy.blank("en")
    listener = {"model": {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}}}
    nlp.add_pipe("tok2vec")
    for pipe in ("tagger", "parser", "ner"):
        nlp.add_pipe(pipe, config=listener)
    seen = []
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        for _, line in zip(range(3000), lines, strict=False):
            d = json.loads(line)
            n = len(d["words"])
            made = doc(
                nlp.vocab, d["words"], spaces=d["space"], tags=d["xpos"], deps=d["rel"],
                heads=[h - 1 if h else i for i, h in enumerate(d["head"])], sent_starts=[i == 0 for i in range(n)],
                ents=["B-NAME" if u == "PROPN" else "O" for u in d["upos"]],
            )  # fmt: skip
            seen.append(example(doc(nlp.vocab, d["words"], spaces=d["space"]), made))
    nlp.initialize(lambda: seen)
    for k in range(0, len(seen), 60):
        nlp.update(seen[k : k + 60])
    texts = [a.text for a in articles]
    list(nlp.pipe(texts[:1]))
    return cpu(lambda: list(nlp.pipe(texts)))[0]


def main() -> None:
    paths = [p for p in sys.argv[1:] if not p.startswith("--")]
    reading, rows = cpu(ingest.read, paths)
    articles = [a for a, _ in rows[0]]  # type: ignore[index]
    if not articles:
        raise SystemExit("bench: nothing to read")
    annotate(articles[0])  # load weights and lexicon before the clock starts
    words = sum(len(a.text.split()) for a in articles)
    annotating, found = cpu(lambda: [annotate(a) for a in articles])
    extracting, _ = cpu(peer, articles)
    cached = {n.article: n for n in found}  # type: ignore[attr-defined]
    resolving, _ = cpu(lambda: pipeline.run(articles, cached=cached, workers=1))
    half = articles[: max(1, len(articles) // 2)]
    resolving_half, _ = cpu(lambda: pipeline.run([replace(a) for a in half], cached=cached, workers=1))
    n = len(articles)
    print(f"{n} articles, {words} words, {words / n:.0f} words an article")
    for name, seconds in (
        ("read", reading),
        ("annotate", annotating),
        ("resolve", resolving),
        ("trafilatura (peer)", extracting),
    ):
        print(
            f"{name:20s} {1000 * seconds / n:8.1f} ms an article   {words / max(seconds, 1e-9):10.0f} words a CPU second   {seconds / max(extracting, 1e-9):6.1f} × peer"
        )
    if seconds := spacy_cnn(articles):
        print(
            f"{'spaCy CNN (peer)':20s} {1000 * seconds / n:8.1f} ms an article   {words / seconds:10.0f} words a CPU second   annotate takes {annotating / seconds:.2f} × its time"
        )
    print(f"resolve, doubling the input from {len(half)} to {n}: × {resolving / max(resolving_half, 1e-9):.2f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
