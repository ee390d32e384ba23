"""Where accounts disagree, against what we listed by hand from the articles (eval/labels/discrepancies.jsonl).

    python eval/discrepancies.py [--misses]

For each story: how many of the disagreements listed are in the ledger, by kind and both passages; of those that the ledger shows, how many
are listed, or were found right when they were read there (`also`). Texts stay in ../shared.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import holders
from accordingto.records import Discrepancy, Ledger

LABELS = Path(__file__).parent / "labels" / "discrepancies.jsonl"
Place = tuple[str, int, int]
Listed = tuple[str, Sequence[Place]]


@dataclass
class Score:
    story: str
    listed: int = 0
    found: int = 0
    shown: int = 0
    right: int = 0
    notes: list[str] = field(default_factory=list)


def scores() -> Iterator[Score]:
    """One score a story."""
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        yield _score(story["story"], holders.ledger(story), story["listed"], story["also"])


def _score(story: str, made: Ledger, listed: Sequence[Listed], also: Sequence[Listed]) -> Score:
    name = {a.id: a.input for a in made.articles}
    out = Score(story, len(listed), shown=len(made.discrepancies))
    for item in listed:
        hit = any(_is(d, item, name) for d in made.discrepancies)
        out.found += hit
        if not hit:
            out.notes.append(f"missing: {item}")
    for d in made.discrepancies:
        good = any(_is(d, item, name) for item in (*listed, *also))
        out.right += good
        if not good:
            places = [[name[e.article], e.start, e.end] for e in d.evidence]
            out.notes.append(f"not listed: {json.dumps([d.kind, places])} {d.values}")
    return out


def _is(d: Discrepancy, item: Listed, name: dict[str, str]) -> bool:
    kind, places = item
    return d.kind == kind and all(
        any(name[e.article] == article and e.start < end and start < e.end for e in d.evidence)
        for article, start, end in places
    )


def total(made: Sequence[Score]) -> tuple[float, float]:
    """(listed that are found, shown that are right), percent, over all stories."""
    return (
        100 * sum(s.found for s in made) / max(1, sum(s.listed for s in made)),
        100 * sum(s.right for s in made) / max(1, sum(s.shown for s in made)),
    )


if __name__ == "__main__":
    rows = list(scores())
    for s in rows:
        print(f"{s.story:20} {s.listed:3} listed, {s.found:3} found   {s.shown:3} shown, {s.right:3} right")
        if "--misses" in sys.argv:
            print("\n".join(f"    {n}" for n in s.notes))
    found, right = total(rows)
    print(f"{'all':20} listed that are found {found:.1f}   shown that are right {right:.1f}")
