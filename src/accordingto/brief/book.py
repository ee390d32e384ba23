"""What several sections of the brief need: articles by id, cross references, reasons in words, how much is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .. import lexicon
from ..records import Derivation, Ledger, Why
from .phrases import outlet

SHOWN = {
    "attention": 12,
    "statements": 60,
    "one speaker": 15,
    "disputed": 30,
    "single": 15,
    "figures": 30,
    "timeline": 40,
    "actors": 30,
    "new": 4,
}


class Book:
    """Articles by id, and the ledger's cross references that several sections need."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.article = {a.id: a for a in ledger.articles}
        self.annotation = {n.article: n for n in ledger.annotations}
        self.reporting = {r.article: r for r in ledger.reporting}
        self.made_from: dict[str, list[Derivation]] = defaultdict(list)
        for d in ledger.derivations:
            self.made_from[d.later].append(d)

    def name(self, key: str) -> str:
        return outlet(self.article[key]) if key in self.article else key


def reasons(kind: str, rows: Sequence[Why]) -> tuple[str, ...]:
    """Reasons as a reader sees them."""
    return tuple(dict.fromkeys(f"{lexicon.reason(kind, w.code)[1]}{f' ({w.note})' if w.note else ''}" for w in rows))
