"""Figures as the articles give them: what is counted, between which bounds, by whom, when."""

from __future__ import annotations

from typing import NamedTuple

from ..records import LASTING, Evidence, Ledger
from ..text import enclosing
from .phrases import voice


class Figure(NamedTuple):
    """`low` and `high` are the bounds that the words give, None where open; `date` is the day of publication, "" where unknown."""

    what: str
    value: float
    low: float | None
    high: float | None
    text: str
    holder: str
    date: str
    hedge: str
    evidence: Evidence

    def bounds(self) -> str:
        return f"{_number(self.low)} to {_number(self.high)}" if self.low != self.high else _number(self.value)


def figures(ledger: Ledger) -> list[Figure]:
    """Figures above three or with a unit, by what is counted, the largest first."""
    article = {a.id: a for a in ledger.articles}
    out = []
    for n in ledger.annotations:
        a = article[n.article]
        for q in n.quantities:
            if q.unit in LASTING or (q.value <= 3 and not q.unit):
                continue
            s, e = enclosing(n.sentences, (q.start, q.end))
            what = " ".join(x for x in (q.unit, q.what) if x)
            day = a.published.value if a.published.precision == "day" else ""
            out.append(
                Figure(what, q.value, q.low, q.high, a.text[q.start : q.end], voice(a, n, q.start), day, q.hedge, Evidence(a.id, s, e, a.text[s:e]))
            )  # fmt: skip
    return sorted(out, key=lambda f: (f.what, -f.value, f.evidence))


def _number(v: float | None) -> str:
    return "open" if v is None else f"{v:,.0f}" if v == int(v) else f"{v:,g}"
