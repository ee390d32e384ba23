"""What a desk has set: `desk.toml` (questions, lists, metadata of inputs, outlets) and `outlets.csv` for a longer register."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import DeskError
from ..records import Outlet, Settings

KINDS = ("agency", "original", "rewriter", "official", "state-media", "think-tank", "unknown")
_KEYS = ("name", "kind", "family", "country", "domains", "names", "reliability")


def settings(folder: Path) -> Settings:
    """The settings of the desk in `folder`; all of it is optional. Raises DeskError with file, entry and field."""
    path = folder / "desk.toml"
    data: dict[str, Any] = {}
    if path.exists():
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
            raise DeskError(f"desk.toml cannot be read: {e}", str(path), "mend the line it names") from e
    unknown = set(data) - {"questions", "lists", "outlet", "register"}
    if unknown:
        raise DeskError(
            f"desk.toml has unknown settings: {', '.join(sorted(unknown))}", str(path),
            "known are: questions, lists, [[outlet]] (one input), [[register]] (an outlet)",
        )  # fmt: skip
    own = [_outlet(row, f"{path}, [[register]] {n}") for n, row in enumerate(data.get("register", ()), 1)]
    return Settings(
        tuple(data.get("questions", ())),
        tuple(str((folder / x) if not Path(x).is_absolute() else x) for x in data.get("lists", ())),
        {o["input"]: o for o in data.get("outlet", ()) if "input" in o},
        (*_from_csv(folder / "outlets.csv"), *own),
    )


def _from_csv(path: Path) -> list[Outlet]:
    """Rows of `outlets.csv`, a table with the same columns as [[register]]; several domains or names are parted by ;"""
    if not path.exists():
        return []
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error) as e:
        raise DeskError(f"outlets.csv cannot be read: {e}", str(path), "save it as CSV in UTF-8") from e
    return [_outlet({k: v for k, v in r.items() if v}, f"{path}, line {n}") for n, r in enumerate(rows, 2)]


def _outlet(row: Mapping[Any, Any], where: str) -> Outlet:
    """One entry, checked field by field."""
    unknown = [str(k) for k in row if k not in _KEYS]
    if unknown:
        raise DeskError(f"unknown field {', '.join(unknown)}", where, f"fields are {', '.join(_KEYS)}")
    given = {k: v.split(";") if k in ("domains", "names") and isinstance(v, str) else v for k, v in row.items()}
    name, kind, grade = (
        str(given.get(k, d)).strip() for k, d in (("name", ""), ("kind", "unknown"), ("reliability", ""))
    )
    if not name:
        raise DeskError("an outlet has no name", where, "add name")
    if kind not in KINDS:
        raise DeskError(f"kind “{kind}” is not known", where, f"kinds are {', '.join(KINDS)}")
    if grade.upper() not in ("", "A", "B", "C", "D", "E", "F"):
        raise DeskError(f"reliability “{grade}” is no grade", where, "grades are A to F, or leave it out")
    domains, names = (tuple(str(x).strip() for x in given.get(k, ()) if str(x).strip()) for k in ("domains", "names"))
    return Outlet(
        name,
        kind,
        str(given.get("family", "")).strip(),
        str(given.get("country", "")).strip(),
        domains,
        names,
        grade.upper(),
    )
