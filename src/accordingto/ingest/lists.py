"""Sanctions lists: UN consolidated XML, OFAC SDN CSV, OpenSanctions targets.simple.csv, and JSON lines. Clear errors by line."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from pathlib import Path

from ..errors import InputError
from ..records import Entry
from . import sources


def load(paths: Iterable[str]) -> tuple[Entry, ...]:
    """Entries of every list in canonical order; raises InputError with file and line on a bad file."""
    out: list[Entry] = []
    for name in paths:
        path = Path(name)
        try:
            data = path.read_bytes()
        except OSError as e:
            raise InputError(f"the list cannot be opened: {e.strerror}", name, "check the path") from e
        text = sources.decode(data)[0]
        if path.suffix.lower() == ".xml":
            out += _un_xml(text, name)
        elif path.suffix.lower() == ".csv":
            out += _csv(text, name)
        elif path.suffix.lower() in (".jsonl", ".json", ".ndjson"):
            out += _jsonl(text, name)
        else:
            raise InputError("unknown kind of list", name, "give UN XML, OFAC or OpenSanctions CSV, or JSON lines")
    return tuple(sorted(set(out), key=lambda e: (e.list, e.id, e.name)))


def _un_xml(text: str, name: str) -> list[Entry]:
    if "<!ENTITY" in text[:4000]:
        raise InputError(
            "the XML declares entities, which a list does not need", name, "take the file from the publisher again"
        )
    try:
        root = ET.fromstring(text)
    except ET.ParseError as e:
        raise InputError(f"broken XML: {e}", name, "download the file again") from e
    label = "UN consolidated list" + (f" {root.get('dateGenerated', '')[:10]}" if root.get("dateGenerated") else "")
    out = []
    for node in root.iter():
        if node.tag not in ("INDIVIDUAL", "ENTITY"):
            continue
        full = " ".join(filter(None, (_field(node, f"{k}_NAME") for k in ("FIRST", "SECOND", "THIRD", "FOURTH"))))
        aliases = tuple(
            a for x in node.iter() if x.tag.endswith("_ALIAS") for a in [(x.findtext("ALIAS_NAME") or "").strip()] if a
        )
        roles = [v.text.strip() for v in node.findall("DESIGNATION/VALUE") if v.text]
        details = "; ".join([*roles, _field(node, "UN_LIST_TYPE"), re.sub(r"\s+", " ", _field(node, "COMMENTS1"))])
        if full:
            out.append(
                Entry(label, _field(node, "REFERENCE_NUMBER"), full, aliases, node.tag.lower(), details.strip("; "))
            )
    if not out:
        raise InputError("no INDIVIDUAL or ENTITY in it", name, "is this the UN consolidated list?")
    return out


def _field(node: ET.Element, tag: str) -> str:
    return (node.findtext(tag) or "").strip()


def _csv(text: str, name: str) -> list[Entry]:
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as e:
        raise InputError(f"not a CSV file: {e}", name, "is the file damaged?") from e
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
                "OFAC SDN",
                row[0].strip(),
                order,
                tuple(re.findall(r"a\.k\.a\. '([^']+)'", notes)),
                "individual" if person else "entity",
                f"{row[3].strip()}; {notes}",
            )
        )
    return out


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
