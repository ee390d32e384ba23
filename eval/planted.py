"""How many planted disagreements the ledger shows: a figure, surname, day or quotation that two articles of one cluster of dated news have
in common is altered in one of them.

    python eval/planted.py [--misses] [kind …]

Kinds: figure, surname, day, place, quotation. Every alteration is one run over its cluster (three to eight articles of the stream of `allsides`).
What is altered is drawn by likeness of two sentences alone, so that some tell of two things; read `--misses` before blaming the ledger. A
figure, surname or place is altered wherever the article has it. Shown counts: a line with the altered value and the altered article. Texts stay
in ../shared.
"""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import permutations
from typing import Any, NamedTuple

import events
from accordingto import pipeline
from accordingto.text import MONTHS, STOP, WEEKDAYS
from lineage import article

KINDS = ("figure", "surname", "day", "place", "quotation")
ALIKE = {"figure": 0.4, "day": 0.65, "place": 0.65, "quotation": 0.0}
"""Part of the shorter sentence's words that the longer one has."""
CLUSTER = range(3, 9)  # articles
EACH = 2  # alterations of one kind in one cluster
SMALL = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+")
_FIGURE = re.compile(
    rf"(?<![\w.,-])(?<!least )(\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?:\.\d)?|{'|'.join(SMALL[:11])})(?![\w.,-]*\d)(?=\s+[a-z-]*\s*[a-z]{{3,}}|-[a-z]{{4,}})"
)
_NAME = re.compile(
    r"\b([A-Z][a-z]{2,}) ([A-Z][a-z]{5,}) (?:said|told|added|wrote)\b|\b(?:said|told) ([A-Z][a-z]{2,}) ([A-Z][a-z]{5,})\b"
)
_QUOTED = re.compile(r"[“\"]([^“”\"]{40,200})[”\"]")
_PLACE = re.compile(
    rf"\b(?:in|near|from|at) (?!(?:{'|'.join(m[:3].title() for m in MONTHS)}))([A-Z][a-z]{{3,}}(?: [A-Z][a-z]+)?)(?=[.,]| [a-z])"
)
ELSEWHERE = "Ravensburg"
_DAY = re.compile(rf"\b(?:{'|'.join(d.title() for d in WEEKDAYS)})\b")


class Planted(NamedTuple):
    """An alteration: the articles of the cluster, the altered one and the one that has the value too, both values, both passages."""

    articles: list[dict[str, Any]]
    where: str
    old: str
    new: str
    one: str
    other: str


def clusters() -> list[list[dict[str, Any]]]:
    by: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in events.rows("stream"):
        by[str(row["cluster"])].append(row)
    return [rows for _, rows in sorted(by.items()) if len(rows) in CLUSTER]


def planted(kind: str) -> Iterator[Planted]:
    chance = random.Random(1)
    for rows in clusters():
        made = 0
        for x, y in permutations(sorted(rows, key=lambda r: str(r["id"])), 2):
            found = sorted(set(_common(kind, x["text"], y["text"]))) if x["outlet"] != y["outlet"] else []
            if not found or made >= EACH:
                continue
            one, other, old = chance.choice(found)
            new = _altered(kind, old, chance)
            whole = rf"(?<![\w.,-]){re.escape(old)}(?!\w|[.,]\d)" if kind != "quotation" else re.escape(old)
            text = (
                x["text"].replace(one, one.replace(old, new))
                if kind == "day"
                else re.sub(whole, lambda m, n=new: n, x["text"])  # type: ignore[misc]
            )
            if new != old and text != x["text"]:
                made += 1
                yield Planted([{**r, "text": text} if r is x else r for r in rows], str(x["id"]), old, new, one, other)


def _common(kind: str, x: str, y: str) -> Iterator[tuple[str, str, str]]:
    """(sentence of the one, sentence of the other, what both have)."""
    if kind == "surname":
        told = [{" ".join(p for p in m if p) for m in _NAME.findall(t)} for t in (x, y)]
        yield from ((n, n, n.split()[-1]) for n in told[0] & told[1])
        return
    for s in _sentences(x):
        for t in _sentences(y):
            few, many = sorted((_words(s), _words(t)), key=len)
            if s == t or not few or len(few & many) < ALIKE[kind] * len(few) or x.count(s) > 1:
                continue
            if kind == "figure":
                yield from ((s, t, n) for n in set(_FIGURE.findall(s)) & set(_FIGURE.findall(t)))
            elif kind == "place":
                yield from ((s, t, p) for p in set(_PLACE.findall(s)) & set(_PLACE.findall(t)))
            elif kind == "day":
                days = _DAY.findall(s)
                if len(days) == 1 and days == _DAY.findall(t):
                    yield s, t, days[0]
            else:
                yield from ((s, t, q) for q in _QUOTED.findall(s) if len(q.split()) > 7 and q in t)


def _sentences(text: str) -> list[str]:
    return [s for s in _SENTENCE.split(text) if 30 < len(s) < 400]


def _words(sentence: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", sentence.lower())) - STOP


def _altered(kind: str, old: str, chance: random.Random) -> str:
    if kind == "place":
        return ELSEWHERE
    if kind == "day":
        return WEEKDAYS[WEEKDAYS.index(old.lower()) - 1].title()
    if kind == "quotation":
        words = re.findall(r"\b[a-z]{5,}\b", old)
        return old.replace(words[len(words) // 2], "peaceful", 1) if words else old
    if kind == "surname":
        k = chance.randrange(2, len(old) - 2)
        return old[:k] + old[k + 1] + old[k] + old[k + 2 :] if old[k] != old[k + 1] else old[:k] + old[k + 1 :]
    if old in SMALL:
        return SMALL[SMALL.index(old) + 3]
    if "." in old:
        return f"{float(old) * 1.4:.1f}"
    value = int(old.replace(",", ""))
    more = value + max(2, round(0.3 * value))
    return f"{more:,}" if "," in old else str(more)


def shown(p: Planted) -> bool:
    """Whether a line of the ledger has the altered value and the altered article."""
    articles = [a for r in p.articles if (a := article(r)) is not None]
    ledger = pipeline.run(articles, workers=1)
    here = {a.id for a in ledger.articles if p.where in a.input}
    for d in ledger.discrepancies:
        told = " ".join((*d.values, *(e.text for e in d.evidence if d.kind == "date"))).lower()
        part = p.new.lower() if len(p.new) < 40 else ""
        exact = (
            part in told
            if part
            else any(p.new[:25].lower() in v.lower() or v[:25].lower() in p.new.lower() for v in d.values)
        )
        if exact and any(e.article in here for e in d.evidence):
            return True
    return False


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:
        for kind in [k for k in KINDS if k in sys.argv] or KINDS:
            rows = list(planted(kind))
            found = list(pool.map(shown, rows))
            print(f"{kind:10} {sum(found):4} of {len(rows):4} planted ones shown")
            for p, seen in zip(rows, found, strict=True):
                if not seen and "--misses" in sys.argv:
                    print(f"  {p.where}: {p.old[:60]!r} → {p.new[:60]!r}\n    {p.one[:200]!r}\n    {p.other[:200]!r}")
