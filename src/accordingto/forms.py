"""A brief in the form that a file ending names: the doors write or send the same bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from .brief import docx, markdown, page
from .brief.model import Brief
from .ledger.codec import to_plain

MEDIA = {
    ".html": "text/html; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".json": "application/json",
}


def render(made: Brief, suffix: str, style: str = "file") -> bytes:
    """The bytes of a brief; `style` names how footnotes of .md and .docx cite (`footnotes.STYLES`)."""
    if suffix == ".docx":
        return docx.document(made, style)
    if suffix == ".md":
        return markdown.markdown(made, style).encode()
    if suffix == ".html":
        return page.page(made).encode()
    names = {s.id: s.input for s in made.sources}
    value = to_plain(made)
    value["sources"] = [{"id": s.id, "input": s.input, "label": s.label} for s in made.sources]
    return (json.dumps(_named(value, names), ensure_ascii=False, indent=1) + "\n").encode()


def _named(value: Any, names: dict[str, str]) -> Any:
    """Passages as {"article", "start", "end", "text"} with the input's name."""
    if isinstance(value, dict):
        return {k: [_passage(e, names) for e in v] if k == "notes" else _named(v, names) for k, v in value.items()}
    return [_named(v, names) for v in value] if isinstance(value, list) else value


def _passage(e: Sequence[Any], names: dict[str, str]) -> dict[str, Any]:
    return {"article": names.get(e[0], e[0]), "start": e[1], "end": e[2], "text": e[3]}
