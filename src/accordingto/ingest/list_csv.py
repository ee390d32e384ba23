"""Sanctions lists in CSV: OFAC SDN (with its file of other names), European Union, United Kingdom, OpenSanctions targets."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..errors import InputError
from ..records import Entry
from .listed import clean, cut_off, dated, entry, kind, western

SDN = "OFAC SDN"
_NONE = "-0-"


def rows(text: str, name: str) -> list[list[str]]:
    mark = ";" if text.count(";", 0, 3000) > 3 * text.count(",", 0, 3000) else ","
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as e:
        raise InputError(f"not a CSV file: {e}", name, "is the file damaged?") from e


def other_names(table: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """(number of the entry, other name) of OFAC's alt.csv, which goes with sdn.csv; nothing for any other file."""
    found = [r for r in table if len(r) >= 4 and r[0].strip().isdigit() and r[2].strip().lower() in ("aka", "fka", "nka")]  # fmt: skip
    return [(r[0].strip(), western(r[3])) for r in found]


def with_other_names(entries: Sequence[Entry], names: Mapping[str, Sequence[str]]) -> list[Entry]:
    """OFAC's entries with what alt.csv adds to them."""
    return [
        replace(e, aliases=clean((*e.aliases, *names[e.id]))) if e.list.startswith(SDN) and e.id in names else e
        for e in entries
    ]


def entries(table: Sequence[Sequence[str]], name: str) -> Iterator[Entry | None]:
    """The entries of a CSV list, by the columns that its publisher uses."""
    for n, row in enumerate(table[:2]):
        head = {c.strip().lower() for c in row}
        if {"id", "schema", "name"} <= head:
            return _opensanctions(table, name)
        if {"entity_logicalid", "namealias_wholename"} <= head:
            date = next((r[0] for r in table[n + 1 : n + 2] if row[0].strip().lower() == "filegenerationdate"), "")
            return _grouped(table, n, name, dated("EU consolidated list", date), _EU)
        if {"name 6", "name 1"} <= head and head & {"group id", "unique id"}:
            date = next((c for c in table[0] if re.search(r"\d{1,2}/\d{1,2}/\d{4}", c)), "") if n else ""
            return _grouped(table, n, name, dated("UK sanctions list", date), _UK)
    return _ofac(table, name)


# ── OFAC ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

_PAPER = re.compile(
    r"\b(?:passport|national id|id no|identification|registration|tax id|imo|ssn|certificate|license|licence|swift|cedula|dni|folio)\b",
    re.I,
)


def _ofac(table: Sequence[Sequence[str]], name: str) -> Iterator[Entry | None]:
    """sdn.csv: number, name, type, programme, title, … remarks in the twelfth field, parts of which have their own names."""
    for n, row in enumerate(table, 1):
        if not any(c.strip("\x1a ") for c in row):
            continue
        if len(row) < 12:
            raise cut_off(len(row), 12, name, n)
        if n == 1 and row[1].strip().lower() in ("name", "sdn_name", "sdn name"):
            continue
        if not row[0].strip().isdigit():
            raise InputError(f"field 1 is “{row[0][:30]}”, not a number", f"{name}, line {n}", "is this OFAC's sdn.csv?")  # fmt: skip
        person = row[2].strip() == "individual"
        told = [x.strip().rstrip(".") for x in row[11].split(";") if x.strip() != _NONE]
        other = [m for x in told for m in re.findall(r"[afn]\.k\.a\. '([^']+)'", x)]
        rest = [x for x in told if not re.match(r"(?:[afn]\.k\.a\.|(?:alt\. )?(?:DOB|nationality|citizen)\b)", x) and not _PAPER.search(x)]  # fmt: skip
        yield entry(
            dated(SDN, ""), row[0], [western(row[1]) if person else row[1], *(western(x) if person else x for x in other)],
            kind(row[2]) or "body", roles=[row[4]], programmes=row[3].split("] ["), remarks=rest,
            born=[x.partition("DOB ")[2] for x in told if "DOB " in x],
            countries=[re.split(r"nationality |citizen ", x)[-1] for x in told if re.match(r"(?:alt\. )?(?:nationality|citizen) ", x)],
            identifiers=[x for x in told if _PAPER.search(x)],
        )  # fmt: skip


# ── OpenSanctions targets.simple.csv ─────────────────────────────────────────────────────────────────────────────────


def _opensanctions(table: Sequence[Sequence[str]], name: str) -> Iterator[Entry | None]:
    head = [c.strip().lower() for c in table[0]]
    seen = max((r[head.index("last_seen")][:10] for r in table[1:] if "last_seen" in head and len(r) == len(head)), default="")  # fmt: skip
    for n, row in enumerate(table[1:], 2):
        if not any(row):
            continue
        if len(row) != len(head):
            raise cut_off(len(row), len(head), name, n)
        d = dict(zip(head, row, strict=True))
        yield entry(
            dated("OpenSanctions", seen), d["id"], [d["name"], *d.get("aliases", "").split(";")], kind(d["schema"]),
            born=d.get("birth_date", "").split(";"), countries=d.get("countries", "").split(";"),
            identifiers=d.get("identifiers", "").split(";"), programmes=d.get("sanctions", "").split(";"), remarks=[d.get("dataset", "")],
        )  # fmt: skip


# ── lists that give each spelling a line ─────────────────────────────────────────────────────────────────────────────

_EU = {
    "id": ("entity_eu_referencenumber", "entity_logicalid"), "name": ("namealias_wholename",), "kind": ("entity_subjecttype", "entity_subjecttype_classificationcode"),
    "roles": ("namealias_function",), "born": ("birthdate_birthdate", "birthdate_year"), "countries": ("citizenship_countrydescription",),
    "identifiers": ("identification_number",), "programmes": ("entity_regulation_programme",), "remarks": ("entity_remark",),
}  # fmt: skip
_UK = {
    "id": ("unique id", "group id"), "name": ("name 1", "name 2", "name 3", "name 4", "name 5", "name 6"), "kind": ("group type", "individual, entity, ship"),
    "roles": ("position",), "born": ("dob", "d.o.b"), "countries": ("nationality", "nationality(/ies)"),
    "identifiers": ("passport number", "national identification number", "ni number", "imo number"), "programmes": ("regime", "regime name"),
    "remarks": ("designation", "other information"),
}  # fmt: skip


def _grouped(
    table: Sequence[Sequence[str]], head: int, name: str, label: str, fields: Mapping[str, tuple[str, ...]]
) -> Iterator[Entry | None]:
    """Lines of one reference are one entry."""
    columns = [c.strip().lower() for c in table[head]]
    by: dict[str, dict[str, list[str]]] = {}
    for n, row in enumerate(table[head + 1 :], head + 2):
        if not any(c.strip() for c in row):
            continue
        if len(row) < len(columns) - 2:
            raise cut_off(len(row), len(columns), name, n)
        d = dict(zip(columns, (c.strip() for c in row), strict=False))
        ref = next((d[k] for k in fields["id"] if d.get(k)), "")
        if not ref:
            raise InputError(f"no {fields['id'][0]}", f"{name}, line {n}", "is the file cut off?")
        told = by.setdefault(ref, {k: [] for k in fields})
        for key, names in fields.items():
            found = [d[k] for k in names if d.get(k)]
            told[key] += [" ".join(found)] if key == "name" else found
    for ref, told in by.items():
        what = next((k for k in map(kind, told["kind"]) if k), "")
        rest = {k: told[k] for k in ("roles", "born", "countries", "identifiers", "programmes", "remarks")}
        yield entry(label, ref, told["name"], what, **rest)
