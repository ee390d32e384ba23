"""Figures as the articles give them: what is counted, between which bounds, by whom, when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..records import LASTING, Evidence, Ledger
from ..text import content_words, enclosing, squeeze
from .phrases import voice

BEFORE, BEHIND = 50, 60
"""Characters of the passage that are shown beside a figure."""
COMMON = 2  # words beside the figure and its noun that two passages about one amount share


class Figure(NamedTuple):
    """`low` and `high` are the bounds that the words give, None where open; `date` is the day of publication, "" where unknown; `noun` is
    what is counted without the unit; `at`: where the figure begins in its passage."""

    what: str
    value: float
    low: float | None
    high: float | None
    text: str
    holder: str
    date: str
    hedge: str
    evidence: Evidence
    noun: str
    at: int

    def bounds(self) -> str:
        """ " (24 to 99)", where the words leave room."""
        return "" if self.low == self.high else f" ({_number(self.low)} to {_number(self.high)})"

    def around(self) -> str:
        """The words around the figure, cut between words and marked where something was left out."""
        text, end = self.evidence.text, self.at + len(self.text)
        start = max(0, text.rfind(" ", 0, max(0, self.at - BEFORE)))
        stop = text.find(" ", end + BEHIND)
        shown = squeeze(text[start : stop if stop >= 0 else len(text)]).strip("“”\"' ")
        return f"{'… ' if start else ''}{shown}{' …' if stop >= 0 else ''}"


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
                Figure(
                    what, q.value, q.low, q.high, a.text[q.start : q.end], voice(a, n, q.start), day, q.hedge, Evidence(a.id, s, e, a.text[s:e]),
                    q.what, q.start - s,
                )
            )  # fmt: skip
    return sorted(out, key=lambda f: (f.what, -f.value, f.evidence))


def told(rows: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures, those together that give one amount of one thing: the same sum of money, or the same count of the same noun, in passages
    that have more in common than that."""
    same: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for k, f in enumerate(rows):
        unit = f.what.removesuffix(f.noun).strip()
        noun = f.noun.rsplit(" ", 1)[-1]
        money = len(unit) == 3 and unit.isupper()
        same[(unit, "" if money else noun or k, f.value, f.low, f.high)].append(f)
    for group in same.values():
        lines: list[tuple[set[str], list[Figure]]] = []
        for f in group:
            told = {*content_words(f.evidence.text)} - {*content_words(f"{f.text} {f.noun}")}
            line = next((x for x in lines if len(x[0] & told) >= COMMON), None)
            if line is None:
                lines.append((told, [f]))
            else:
                line[1].append(f)
        yield from (found for _, found in lines)


def _number(v: float | None) -> str:
    return "open" if v is None else f"{v:,.0f}" if v >= 1000 or v == int(v) else f"{v:g}"
