"""Sanctions lists: XML (`list_xml`), OFAC SDN CSV, EU and UK CSV, OpenSanctions targets.simple.csv, and JSON lines. Clear errors by line."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ..errors import InputError
from ..records import Entry
from . import list_xml, sources


def load(paths: Iterable[str]) -> tuple[Entry, ...]:
    """Entries of every list in canonical order; raises InputError with file and line on a bad file."""
    out: list[Entry] = []
    aliases: dict[str, list[str]] = defaultdict(list)
    for name in paths:
        path = Path(name)
        try:
            data = path.read_bytes()
        except OSError as e:
            raise InputError(f"the list cannot be opened: {e.strerror}", name, "check the path") from e
        text = sources.decode(data)[0]
        if path.suffix.lower() == ".xml":
            out += list_xml.entries(text, name)
        elif path.suffix.lower() == ".csv":
            rows = _rows(text, name)
            more = _alternates(rows)
            for ref, listed in more:
                aliases[ref].append(listed)
            out += () if more else _csv(rows, name)
        elif path.suffix.lower() in (".jsonl", ".json", ".ndjson"):
            out += _jsonl(text, name)
        else:
            raise InputError(
                "unknown kind of list",
                name,
                "give XML of the UN, OFAC or the EU, CSV of OFAC, the EU, the UK or OpenSanctions, or JSON lines",
            )
    out = [
        replace(e, aliases=tuple(dict.fromkeys((*e.aliases, *aliases[e.id]))))
        if e.list == SDN and e.id in aliases
        else e
        for e in out
    ]
    return tuple(sorted(set(out), key=lambda e: (e.list, e.id, e.name)))


SDN = "OFAC SDN"


def _rows(text: str, name: str) -> list[list[str]]:
    mark = ";" if text.count(";", 0, 3000) > 3 * text.count(",", 0, 3000) else ","
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as e:
        raise InputError(f"not a CSV file: {e}", name, "is the file damaged?") from e


def _alternates(rows: list[list[str]]) -> list[tuple[str, str]]:
    """(number of the entry, other name) of OFAC's alt.csv, which goes with sdn.csv; nothing for any other file."""
    found = [
        r for r in rows if len(r) >= 4 and r[0].strip().isdigit() and r[2].strip().lower() in ("aka", "fka", "nka")
    ]
    return [(r[0].strip(), " ".join(reversed([p.strip() for p in r[3].split(",", 1)]))) for r in found]


def _csv(rows: list[list[str]], name: str) -> list[Entry]:
    if rows and {"id", "schema", "name"} <= set(rows[0]):
        head = rows[0]
        out = []
        for n, row in enumerate(rows[1:], 2):
            if len(row) != len(head):
                raise InputError(
                    f"{len(row)} fields instead of {len(head)}", f"{name}, line {n}", "is the file cut off?"
                )
            d = dict(zip(head, row, strict=True))
            out.append(
                Entry(
                    f"OpenSanctions {Path(name).name}",
                    d["id"],
                    d["name"],
                    tuple(a for a in d.get("aliases", "").split(";") if a),
                    d["schema"].lower(),
                    "; ".join(filter(None, (d.get("countries", ""), d.get("sanctions", "")))),
                )
            )
        return out
    for n, row in enumerate(rows[:2]):
        known = {c.strip().lower() for c in row}
        if {"entity_logicalid", "namealias_wholename"} <= known:
            return _tabular(rows, n, name, f"EU consolidated list {Path(name).stem}", _EU)
        if {"name 6", "name 1"} <= known and known & {"group id", "unique id"}:
            date = next((c for c in rows[0] if re.search(r"\d{1,2}/\d{1,2}/\d{4}", c)), "") if n else ""
            return _tabular(rows, n, name, f"UK sanctions list {date}".strip(), _UK)
    out = []
    for n, row in enumerate(rows, 1):
        if len(row) < 3 or (n == len(rows) and row[0] == "\x1a"):
            if row and row[0] not in ("\x1a", ""):
                raise InputError(f"{len(row)} fields; an SDN line has 12", f"{name}, line {n}", "is the file cut off?")
            continue
        if n == 1 and not row[0].strip().isdigit() and row[1].strip().lower() in ("name", "sdn_name", "sdn name"):
            continue
        if not row[0].strip().isdigit():
            raise InputError(
                f"field 1 is “{row[0][:30]}”, not a number", f"{name}, line {n}", "is this OFAC's sdn.csv?"
            )
        listed = row[1].strip()
        person = row[2].strip() == "individual"
        order = " ".join(reversed([p.strip() for p in listed.split(",", 1)])) if person else listed
        notes = "; ".join(x for x in (row[4:5] + row[11:12]) if x.strip() != "-0-")
        out.append(
            Entry(
                SDN,
                row[0].strip(),
                order,
                tuple(re.findall(r"a\.k\.a\. '([^']+)'", notes)),
                "individual" if person else "entity",
                f"{row[3].strip()}; {notes}",
            )
        )
    return out


_EU = {
    "id": ("entity_eu_referencenumber", "entity_logicalid"), "name": ("namealias_wholename",), "kind": ("entity_subjecttype", "entity_subjecttype_classificationcode"),
    "told": ("namealias_function", "entity_regulation_programme", "birthdate_birthdate", "entity_remark"),
}  # fmt: skip
_UK = {
    "id": ("unique id", "group id"), "name": ("name 1", "name 2", "name 3", "name 4", "name 5", "name 6"), "kind": ("group type", "individual, entity, ship"),
    "told": ("position", "designation", "regime", "regime name", "dob", "d.o.b", "other information"),
}  # fmt: skip


def _tabular(
    rows: list[list[str]], head: int, name: str, label: str, fields: dict[str, tuple[str, ...]]
) -> list[Entry]:
    """A list that gives each spelling of a listed name a line of its own; lines of one reference are one entry."""
    columns = [c.strip().lower() for c in rows[head]]
    by: dict[str, tuple[dict[str, None], dict[str, None], str]] = {}
    for n, row in enumerate(rows[head + 1 :], head + 2):
        if not any(c.strip() for c in row):
            continue
        if len(row) < len(columns) - 2:
            raise InputError(
                f"{len(row)} fields instead of {len(columns)}", f"{name}, line {n}", "is the file cut off?"
            )
        d = dict(zip(columns, (c.strip() for c in row), strict=False))
        ref = next((d[k] for k in fields["id"] if d.get(k)), "")
        if not ref:
            raise InputError(f"no {fields['id'][0]}", f"{name}, line {n}", "is the file cut off?")
        names, told, kind = by.setdefault(ref, ({}, {}, ""))
        form = " ".join(d[k] for k in fields["name"] if d.get(k))
        if form:
            names[form] = None
        told |= {d[k]: None for k in fields["told"] if d.get(k)}
        kind = kind or next((d[k] for k in fields["kind"] if d.get(k)), "")
        by[ref] = names, told, kind
    return [
        Entry(
            label,
            ref,
            next(iter(names)),
            tuple(names)[1:],
            "individual" if kind.lower()[:1] in ("p", "i") else "entity",
            "; ".join(told),
        )
        for ref, (names, told, kind) in by.items()
        if names
    ]


def _jsonl(text: str, name: str) -> list[Entry]:
    out = []
    for n, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            d = json.loads(line)
            listed, ref = (
                str(d.get("name") or d["caption"]),
                str(d.get("ref") or d.get("id")),
            )
        except (ValueError, KeyError, AttributeError, TypeError) as e:
            raise InputError(
                f"not a listed person or body: {e}", f"{name}, line {n}", 'give {"ref": …, "name": …, "alias": […]}'
            ) from e
        alias = d.get("alias") or d.get("properties", {}).get("alias") or ()
        aliases = tuple(str(a[-1] if isinstance(a, list) else a) for a in alias)
        roles = d.get("designation") or ()
        told = [
            " ".join(map(str, r)) if isinstance(r, (list, tuple)) else str(r)
            for r in (roles if isinstance(roles, list) else [roles])
        ]
        details = "; ".join([*told, str(d.get("comments", ""))])
        out.append(
            Entry(
                str(d.get("list") or Path(name).stem),
                ref,
                listed,
                aliases,
                str(d.get("type", "")).lower(),
                details.strip("; "),
            )
        )
    return out
