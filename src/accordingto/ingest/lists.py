"""Sanctions lists of every publisher: by ending and by what stands in the file. Clear errors by line and field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from ..errors import InputError
from ..records import Entry
from . import list_csv, list_json, list_xml, sources


def load(
    paths: Iterable[str], progress: Callable[[str, int, int], None] = lambda step, done, total: None
) -> tuple[Entry, ...]:
    """Entries of every list in canonical order; raises InputError with file and line on a bad file."""
    out: list[Entry] = []
    others: dict[str, list[str]] = defaultdict(list)
    todo = list(paths)
    for n, name in enumerate(todo):
        progress(f"reading list {Path(name).name}", n, len(todo))
        try:
            data = Path(name).read_bytes()
        except OSError as e:
            raise InputError(f"the list cannot be opened: {e.strerror}", name, "check the path") from e
        text = sources.decode(data)[0]
        suffix = Path(name).suffix.lower()
        if suffix == ".xml":
            found = list_xml.entries(text, name)
        elif suffix == ".csv":
            table = list_csv.rows(text, name)
            more = list_csv.other_names(table)
            for ref, listed in more:
                others[ref].append(listed)
            found = iter(()) if more else list_csv.entries(table, name)
        elif suffix in (".jsonl", ".json", ".ndjson"):
            found = list_json.entries(text, name)
        else:
            raise InputError(
                "unknown kind of list", name,
                "give XML of the UN, OFAC or the EU, CSV of OFAC, the EU, the UK or OpenSanctions, or JSON lines",
            )  # fmt: skip
        out += [e for e in found if e is not None]
    return tuple(sorted(set(list_csv.with_other_names(out, others)), key=lambda e: (e.list, e.id, e.name)))
