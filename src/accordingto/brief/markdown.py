"""The brief as Markdown with footnotes."""

from __future__ import annotations

import re

from ..text import squeeze
from .footnotes import Numbering
from .model import Brief, Line


def markdown(brief: Brief, style: str = "file") -> str:
    """CommonMark with footnotes in the Pandoc and GitHub form."""
    numbers = Numbering(brief)
    out = [f"# {_safe(brief.title)}", "", f"*{_safe(brief.subtitle)}*", ""]
    for n, section in enumerate(brief.sections, 1):
        out += [f"## {n}. {_safe(section.title)}", "", f"*{_safe(section.lead)}*", ""]
        for line in section.lines:
            out += _line(line, numbers, 0)
        out.append("")
    out += ["## Passages", ""]
    for number, e in numbers.rows():
        out.append(f"[^{number}]: {_safe(numbers.note(e, style))}")
    return "\n".join(out) + "\n"


def _safe(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", squeeze(text))


def _line(line: Line, numbers: Numbering, depth: int) -> list[str]:
    marks = "".join(f"[^{n}]" for n in numbers.of(line))
    out = [f"{'  ' * depth}- {_safe(line.text)}{marks}"]
    if line.chips:
        out.append(f"{'  ' * depth}  <br>*" + " · ".join(_safe(c.label) for c in line.chips) + "*")
    for under in line.under:
        out += _line(under, numbers, depth + 1)
    return out
