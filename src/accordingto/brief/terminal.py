"""The brief on a terminal, with rich: footnote numbers in the text, passages at the end."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from ..text import squeeze
from .footnotes import Numbering
from .model import Brief, Line


def show(brief: Brief, console: Console, notes: bool = True) -> None:
    """Print the brief; `notes` adds the passages under their numbers."""
    numbers = Numbering(brief)
    console.print(Text(brief.title, style="bold"))
    console.print(Text(brief.subtitle, style="dim"))
    for n, section in enumerate(brief.sections, 1):
        console.print()
        console.rule(f"[bold]{n} · {escape(section.title)}[/bold]", align="left", style="dim")
        console.print(Text(section.lead, style="dim italic"))
        for line in section.lines:
            _line(line, numbers, console, 0)
    if notes:
        console.print()
        console.rule("[bold]Passages[/bold]", align="left", style="dim")
        for number, evidence in numbers.rows():
            text = Text(f"[{number}] ", style="cyan")
            text.append(f"{numbers.label(evidence)} [{evidence.start}:{evidence.end}] ", style="dim")
            text.append(f"“{squeeze(evidence.text)}”", style="default")
            console.print(text)


def _line(line: Line, numbers: Numbering, console: Console, depth: int) -> None:
    text = Text("• " if depth == 0 else "– ", style="dim")
    text.append(line.text, style="default")
    marks = numbers.of(line)
    if marks:
        text.append(" " + "".join(f"[{m}]" for m in marks), style="cyan")
    labels = [c.label for c in line.chips if not c.label.startswith("why")]
    if labels:
        text.append("\n  " + " · ".join(labels), style="dim yellow")
    console.print(Padding(text, (0, 0, 0, 2 * depth)))
    for under in line.under:
        _line(under, numbers, console, depth + 1)
