"""One number for each passage, in the order of first use: the same in every form of the brief."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Evidence
from .model import Brief, Line


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
        self._label = {s.id: s.input for s in brief.sources}

    def of(self, line: Line) -> list[int]:
        return [self._number[e] for e in dict.fromkeys(line.notes)]

    def number(self, e: Evidence) -> int:
        return self._number[e]

    def rows(self) -> list[tuple[int, Evidence]]:
        return sorted((n, e) for e, n in self._number.items())

    def label(self, e: Evidence) -> str:
        return self._label.get(e.article, e.article)
