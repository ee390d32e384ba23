"""The desk's edited brief and the briefs it has frozen: `brief.json` and `briefs/`, files a person can read, copy and keep."""

from __future__ import annotations

import json
import re
from pathlib import Path

from ..errors import DeskError
from ..records import Draft
from .codec import dumps, from_plain
from .files import write_whole

NAME = re.compile(r"[0-9A-Za-z-]{1,40}")


def load(folder: Path) -> Draft:
    path = folder / "brief.json"
    try:
        return from_plain(Draft, json.loads(path.read_text(encoding="utf-8"))) if path.exists() else Draft()
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as e:
        raise DeskError(f"brief.json cannot be read: {e}", str(path), "mend it, or move it away to begin anew") from e


def save(folder: Path, draft: Draft) -> None:
    _keep(folder / "brief.json", dumps(draft))


def freeze(folder: Path, name: str, text: str) -> None:
    """Keep a brief as it is now, as JSON; one that is frozen is never written again."""
    path = _named(folder, name)
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        _keep(path, text)


def frozen(folder: Path) -> list[str]:
    """Names of the frozen briefs, the newest first."""
    return sorted((p.stem for p in (folder / "briefs").glob("*.json")), reverse=True)


def thawed(folder: Path, name: str) -> str:
    path = _named(folder, name)
    try:
        return path.read_text(encoding="utf-8")
    except OSError as e:
        raise DeskError("there is no such frozen brief", name, "the brief page lists them") from e


def _named(folder: Path, name: str) -> Path:
    if not NAME.fullmatch(name):
        raise DeskError("this is no name of a frozen brief", name, "the brief page lists them")
    return folder / "briefs" / f"{name}.json"


def _keep(path: Path, text: str) -> None:
    try:
        write_whole(path, f"{text}\n".encode())
    except OSError as e:
        raise DeskError(
            f"the brief could not be stored: {e.strerror}", str(path), "free some space and try again"
        ) from e
