"""One number for each passage, in the order of first use: the same in every form of the brief."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Evidence
from ..text import squeeze
from .model import Brief, Line
from .phrases import when

STYLES = ("file", "press", "short")
"""Styles of footnotes."""


def lines(brief: Brief) -> Iterator[Line]:
    """Every line, outer before inner."""
    for section in brief.sections:
        stack = list(reversed(section.lines))
        while stack:
            line = stack.pop()
            yield line
            stack.extend(reversed(line.under))


class Numbering:
    """Numbers of passages and labels of sources."""

    def __init__(self, brief: Brief) -> None:
        self._number: dict[Evidence, int] = {}
        self.used: dict[Evidence, list[int]] = {}
        self.line_number: dict[int, int] = {}
        for n, line in enumerate(lines(brief), 1):
            self.line_number[id(line)] = n
            for e in line.notes:
                self._number.setdefault(e, len(self._number) + 1)
                self.used.setdefault(e, []).append(n)
        self._source = {s.id: s for s in brief.sources}

    def of(self, line: Line) -> list[int]:
        return [self._number[e] for e in dict.fromkeys(line.notes)]

    def number(self, e: Evidence) -> int:
        return self._number[e]

    def rows(self) -> list[tuple[int, Evidence]]:
        return sorted((n, e) for e, n in self._number.items())

    def note(self, e: Evidence, style: str = "file") -> str:
        """The text of a footnote. "file": the input's name with offsets; "press": outlet, headline, day, address; "short": outlet and
        day."""
        s, words = self._source.get(e.article), f"“{squeeze(e.text)}”"
        if s is None or style == "file":
            return f"{s.input if s else e.article} [{e.start}–{e.end}]: {words}"
        day = when(s.published) if s.published else "no date"
        if style == "short":
            return f"{s.outlet}, {day}: {words}"
        return ", ".join(x for x in (s.outlet, f"“{s.headline}”" if s.headline else "", day, s.url) if x) + f": {words}"

    def label(self, e: Evidence) -> str:
        s = self._source.get(e.article)
        return s.input if s else e.article
