"""Who holds what, against positions that we listed by hand from the articles (eval/labels/holders.jsonl).

    python eval/holders.py [--misses]

For each story: of the positions listed, how many stand in the ledger with the right holder and the right position; of those that the
ledger gives a named holder, how many were listed so. Texts stay in ../shared.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import claims
import events
from accordingto import pipeline
from accordingto.records import Article, Ledger, Position
from accordingto.text import Span
from lineage import article

LABELS = Path(__file__).parent / "labels" / "holders.jsonl"
COVERED = 0.6  # of a listed passage that a content must hold


@dataclass
class Score:
    story: str
    found: Counter[str] = field(default_factory=Counter)
    named: int = 0
    listed: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def right(self) -> float:
        return 100 * self.found["right"] / max(1, self.found.total())

    @property
    def precision(self) -> float:
        return 100 * self.listed / max(1, self.named)


def scores() -> Iterator[Score]:
    """One score a story."""
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        yield _score(story["story"], ledger(story), story["positions"])


def ledger(story: dict[str, Any]) -> Ledger:
    """The ledger of a labelled story: `articles` of the slice or of a set."""
    read = claims.sliced() if story["from"] == "slice" else _of_set(story["from"], story["articles"])
    return pipeline.run([read[x] for x in story["articles"]], workers=2)


def _of_set(name: str, wanted: list[str]) -> dict[str, Article]:
    return {r["id"]: a for r in events.rows(name) if r["id"] in wanted and (a := article(r)) is not None}


def _score(story: str, made: Ledger, listed: list[tuple[str, int, int, list[str], list[str]]]) -> Score:
    told = _told(made)
    out = Score(story)
    good: set[str] = set()
    for name, start, end, holders, positions in listed:
        over = [(p, spans) for p, spans in told[name] if _overlap(spans, start, end) >= COVERED * (end - start)]
        right = [p for p, _ in over if _same(p.holder, holders)]
        state = (
            "right"
            if any(p.position in positions for p in right)
            else "other position"
            if right
            else "missing"
            if not over
            else "other holder"
            if any(_named(p) for p, _ in over)
            else "unnamed"
        )
        out.found[state] += 1
        good.update(p.id for p in right)
        if state != "right":
            got = ", ".join(f"{p.holder} {p.position}" for p, _ in over[:3])
            out.misses.append(f"{state}: {name} {start}-{end}: {' / '.join(holders)}; got {got or 'nothing'}")
    shown = [p for rows in told.values() for p, _ in rows if _named(p)]
    out.named, out.listed = len(shown), sum(p.id in good for p in shown)
    out.misses += [f"not listed: {p.holder} {p.position}: {p.evidence.text[:120]!r}" for p in shown if p.id not in good]
    return out


def _told(made: Ledger) -> dict[str, list[tuple[Position, tuple[Span, ...]]]]:
    """Positions with the spans of their contents, by the name of the article."""
    name = {a.id: a.input for a in made.articles}
    read = {n.article: n for n in made.annotations}
    out: dict[str, list[tuple[Position, tuple[Span, ...]]]] = defaultdict(list)
    for c in made.claims:
        for p in c.positions:
            e = p.evidence
            said = (
                read[e.article].attributions[p.attribution].content
                if p.attribution is not None
                else ((e.start, e.end),)
            )
            out[name[e.article]].append((p, said))
    return out


def _overlap(spans: tuple[Span, ...], start: int, end: int) -> int:
    return sum(max(0, min(e, end) - max(s, start)) for s, e in spans)


def _named(p: Position) -> bool:
    return p.basis != "its own voice" and p.holder != "unnamed"


def _same(holder: str, listed: list[str]) -> bool:
    """Whether a holder is one of those listed; "~word" stands for every holder that has the word."""
    plain = holder.lower().removeprefix("the ")
    return any(h[1:].lower() in plain if h.startswith("~") else plain == h.lower().removeprefix("the ") for h in listed)


if __name__ == "__main__":
    for s in scores():
        print(
            f"{s.story:20} {s.found.total():4} listed   right holder and position {s.right:.1f}   "
            f"{s.named:4} named in the ledger, {s.precision:.1f} of them listed   {dict(s.found.most_common())}"
        )
        if "--misses" in sys.argv:
            print("\n".join(f"    {m}" for m in s.misses))
