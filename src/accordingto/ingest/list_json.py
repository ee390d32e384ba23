"""Sanctions lists as JSON lines: FollowTheMoney entities (OpenSanctions) and plain records {"ref", "name", "alias": […]}."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..records import Entry
from .listed import dated, entry, kind

_LISTED = frozenset("Person Organization Company LegalEntity PublicBody Vessel Airplane".split())
"""Schemata that can be on a list; addresses, passports, sanctions and links are told beside them and have no name to screen."""


def entries(text: str, name: str) -> Iterator[Entry | None]:
    """One entry a line; raises InputError with the line that cannot be read."""
    for n, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            d = json.loads(line)
            yield _ftm(d, name) if "schema" in d else _plain(d, name)
        except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as e:
            raise InputError(
                f"not a listed person or body: {e}", f"{name}, line {n}",
                'give {"ref": …, "name": …, "alias": […]} or FollowTheMoney entities',
            ) from e  # fmt: skip


def _ftm(d: dict[str, Any], name: str) -> Entry | None:
    """FollowTheMoney: values of properties are lists of strings; nested entities (targets.nested.json) are passed over."""
    if d["schema"] not in _LISTED:
        return None
    given: dict[str, Any] = d.get("properties", {})

    def all_of(*keys: str) -> list[str]:
        return [v for k in keys for v in given.get(k, ()) if isinstance(v, str)]

    caption = d.get("caption")
    names = [*([caption] if isinstance(caption, str) else []), *all_of("name", "alias", "previousName", "weakAlias")]
    return entry(
        dated(Path(name).stem, str(d.get("last_seen") or d.get("last_change") or "")[:10]), str(d["id"]), names,
        "vessel" if d["schema"] in ("Vessel", "Airplane") else "person" if d["schema"] == "Person" else "" if d["schema"] == "LegalEntity" else "body",
        roles=all_of("position"), born=all_of("birthDate"), countries=all_of("nationality", "citizenship", "country", "jurisdiction", "flag"),
        identifiers=all_of("passportNumber", "idNumber", "taxNumber", "registrationNumber", "innCode", "ogrnCode", "imoNumber"),
        programmes=all_of("programId", "program", "topics"), remarks=all_of("notes"),
    )  # fmt: skip


def _plain(d: dict[str, Any], name: str) -> Entry | None:
    def all_of(key: str) -> list[str]:
        v = d.get(key) or ()
        return [str(x[-1]) if isinstance(x, list) and x else str(x) for x in ([v] if isinstance(v, str) else v)]

    return entry(
        str(d.get("list") or Path(name).stem), str(d.get("ref") or d.get("id") or ""), [str(d["name"]), *all_of("alias")], kind(str(d.get("type", ""))),
        roles=all_of("designation"), born=all_of("dob"), countries=all_of("nationality"), identifiers=all_of("document"),
        remarks=[str(d.get("comments", ""))],
    )  # fmt: skip
