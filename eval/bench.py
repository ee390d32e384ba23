"""Cost an article beside a named peer in one run: trafilatura, the main-text extractor that every page goes through anyway.

    python eval/bench.py PATH… [--repeat N]

Prints CPU seconds an article for reading, annotating and resolving, words a CPU second, the ratio to the peer, peak memory,
and how resolving grows when the input is doubled.
"""

from __future__ import annotations

import html
import resource
import sys
import time
from dataclasses import replace

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
    print(f"resolve, doubling the input from {len(half)} to {n}: × {resolving / max(resolving_half, 1e-9):.2f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
