"""Legal instruments that an article names: resolutions by number or symbol, treaties by name."""

from __future__ import annotations

import re
from functools import cache

from .. import lexicon
from ..records import Instrument
from ..text import Span

_SYMBOL = re.compile(r"\bS/RES/(\d{1,4})(?:\s*\((\d{4})\))?")
_NUMBERED = re.compile(
    r"\b(?:(?:UN|U\.N\.|United Nations)\s+)?(?:(?:Security Council|UNSC)\s+)?[Rr]esolutions?\s+(?:[Nn]os?\.?\s*|[Nn]umbers?\s+)?"
    r"(\d{3,4}(?:\s*\(\d{4}\))?(?:(?:\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s*&\s*)\d{3,4}(?:\s*\(\d{4}\))?)*)"
)


@cache
def _named() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    rows = [(form, i["symbol"], i["name"]) for i in lexicon.raw("instruments")["instrument"] for form in i["forms"]]
    rows.sort(key=lambda r: (-len(r[0]), r[0]))
    return tuple(
        (re.compile(rf"\b(?:the )?{re.escape(form)}(?![\w-])".replace("(?:the )?", "")), symbol, name)
        for form, symbol, name in rows
    )


def instruments(text: str, body: tuple[Span, ...]) -> tuple[Instrument, ...]:
    """Instruments in the given sentence spans, one per number; the span of a numbered one is its number."""
    found: list[Instrument] = []
    for start, end in body:
        for m in _SYMBOL.finditer(text, start, end):
            found.append(_resolution(m.start(), m.end(), int(m.group(1)), m.group(2)))
        for m in _NUMBERED.finditer(text, start, end):
            for n in re.finditer(r"(\d{3,4})(?:\s*\((\d{4})\))?", m.group(1)):
                at = m.start(1)
                first = not any(f.start >= m.start() and f.end <= m.end() for f in found)
                found.append(
                    _resolution(m.start() if first else at + n.start(), at + n.end(), int(n.group(1)), n.group(2))
                )
        for pattern, symbol, name in _named():
            for m in pattern.finditer(text, start, end):
                if not any(f.start < m.end() and m.start() < f.end for f in found):
                    found.append(Instrument(m.start(), m.end(), symbol, name))
    return tuple(sorted(set(found), key=lambda i: (i.start, i.end, i.symbol)))


def _resolution(start: int, end: int, number: int, year: str | None) -> Instrument:
    known = year or lexicon.resolution_year(number)
    return Instrument(
        start,
        end,
        f"S/RES/{number} ({known})" if known else f"S/RES/{number}",
        f"UN Security Council resolution {number}",
    )
