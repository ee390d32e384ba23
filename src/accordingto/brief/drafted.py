"""The brief as a desk has edited it: chosen, ordered, annotated, with sentences of its own that are marked as such. Pure."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from ..records import Draft, Own
from .model import Brief, Line, Section


def key(section: str, line: Line) -> str:
    """What names a line in a draft: its section with its id, or with a digest of its words where it has none."""
    return f"{section}:{line.id or hashlib.sha256(line.text.encode()).hexdigest()[:12]}"


def drafted(brief: Brief, draft: Draft) -> Brief:
    """The brief with a draft applied. A key that names no line any more does nothing: the line has changed, and is read anew."""
    if draft == Draft():
        return brief
    notes = {n.id: n for n in draft.notes}
    place = {k: i for i, k in enumerate(draft.first)}
    sections = []
    for s in brief.sections:
        kept = [(k, line) for line in s.lines if (k := key(s.key, line)) not in draft.hidden]
        kept.sort(key=lambda row: place.get(row[0], len(place)))
        sections.append(replace(s, lines=tuple(_noted(line, notes.get(k)) for k, line in kept)))
    if draft.own:
        lines = tuple(Line(f"{o.text} ({o.by}, {o.at[:10]})", id=o.id) for o in draft.own)
        sections.insert(
            0, Section("own", "In the desk’s own words", "Written by the desk, not taken from an article.", lines)
        )
    return replace(brief, sections=tuple(sections))


def _noted(line: Line, note: Own | None) -> Line:
    if note is None:
        return line
    return replace(line, under=(Line(f"Note of the desk: {note.text} ({note.by}, {note.at[:10]})"), *line.under))
