"""The only reader of the outside: files, folders, standard input, JSON lines → captures with their metadata.

Any bytes are accepted. What cannot be an article becomes an Issue that says what, where and what to do.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..records import Capture, Issue

LIMIT = 8_000_000  # bytes of one article; the longest real page in the press sample is 0.3 MB
SKIPPED = {
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".ico",
    ".css",
    ".js",
    ".woff",
    ".woff2",
    ".zip",
    ".gz",
    ".sqlite",
    ".mp4",
    ".mp3",
    ".py",
    ".toml",
    ".md",
}
Meta = dict[str, Any]
Read = tuple[list[tuple[Capture, Meta]], list[Issue]]


def read(paths: Iterable[str]) -> Read:
    """Captures with the metadata given beside them, in canonical order of input name, and Issues.

    A folder is read recursively. A line of a `.jsonl` file, or the object (each of the list) of a `.json` file, is an article
    (`text` or `html`) or, when it has `file`
    and no text, metadata of the file of that name beside it. Raises InputError only when a named path is absent.
    """
    issues: list[Issue] = []
    return from_bytes((row for name in dict.fromkeys(paths) for row in _files(name, issues)), issues)


def from_bytes(files: Iterable[tuple[str, bytes]], issues: list[Issue]) -> Read:
    """The same of files that are already read: (input name, bytes). `issues` are those met while reading, and are added to."""
    found: dict[tuple[str, str], tuple[Capture, Meta]] = {}
    beside: dict[str, Meta] = {}
    for input_name, data in files:
        if input_name.endswith((".jsonl", ".ndjson")) or (input_name == "-" and data.lstrip()[:1] == b"{"):
            _lines(input_name, data, found, beside, issues)
        elif input_name.endswith(".json"):
            _lines(input_name, _unrolled(data), found, beside, issues)
        else:
            _keep(_capture(input_name, data), {}, found)
    out = [(c, {**beside.get(c.input, {}), **meta}) for c, meta in found.values()]
    return sorted(out, key=lambda p: (p[0].input, p[0].sha256)), sorted(issues, key=lambda i: (i.code, i.where, i.what))


def _files(name: str, issues: list[Issue]) -> Iterator[tuple[str, bytes]]:
    if name == "-":
        yield "-", sys.stdin.buffer.read()
        return
    for label, p in files(name):
        try:
            size = p.stat().st_size
            if size > LIMIT and not label.endswith((".jsonl", ".ndjson")):
                issues.append(
                    Issue(
                        "too-large",
                        f"{size / 1e6:.0f} MB is too large for one article",
                        label,
                        "split it, or give the article as JSON lines",
                    )
                )
                continue
            yield label, p.read_bytes()
        except OSError as e:
            issues.append(Issue("unreadable", f"cannot be opened: {e.strerror}", label, "check its permissions"))


def files(name: str) -> Iterator[tuple[str, Path]]:
    """(input name, path) of a file, or of every file below a folder that may be an article; desks below it are passed over.

    Raises InputError when there is no such path.
    """
    path = Path(name)
    if not path.exists():
        raise InputError("no such file or folder", name, "check the path; a folder is read with all its files")
    if not path.is_dir():
        yield path.name, path
        return
    desks = {p.parent for p in path.rglob("desk.sqlite")} - {path}
    for p in sorted(path.rglob("*")):
        inside = p.relative_to(path)
        skipped = p.suffix.lower() in SKIPPED or any(part.startswith(".") for part in inside.parts)
        if p.is_file() and not skipped and not desks.intersection(p.parents):
            yield inside.as_posix(), p


def _capture(name: str, data: bytes) -> Capture:
    head = data[:2000].lstrip().lower()
    media = (
        "html"
        if name.endswith((".html", ".htm", ".xhtml")) or head.startswith((b"<!doctype html", b"<html"))
        else "text"
    )
    return Capture(hashlib.sha256(data).hexdigest(), name, media, data)


def _keep(capture: Capture, meta: Meta, found: dict[tuple[str, str], tuple[Capture, Meta]]) -> None:
    found[(capture.input, capture.sha256)] = (capture, meta)


def _lines(
    name: str,
    data: bytes,
    found: dict[tuple[str, str], tuple[Capture, Meta]],
    beside: dict[str, Meta],
    issues: list[Issue],
) -> None:
    folder = name.rsplit("/", 1)[0] + "/" if "/" in name else ""
    for n, line in enumerate(data.split(b"\n"), 1):
        line = line.strip()
        if not line:
            continue
        where = f"{name}, line {n}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            issues.append(
                Issue(
                    "bad-json",
                    "the line is not one whole JSON value",
                    where,
                    "is the file cut off? give one object a line",
                )
            )
            continue
        if not isinstance(record, dict):
            issues.append(Issue("bad-json", "the line is not a JSON object", where, 'give {"id": …, "text": …}'))
        elif isinstance(record.get("text"), str) or isinstance(record.get("html"), str):
            given = str(record.get("id") or f"{name}:{n}")
            _keep(Capture(hashlib.sha256(line).hexdigest(), given, "json", line), record, found)
        elif isinstance(record.get("file"), str):
            beside[folder + record["file"]] = record
        else:
            issues.append(Issue("no-text", "the object has neither text nor html", where, 'give {"id": …, "text": …}'))


def _unrolled(data: bytes) -> bytes:
    """A JSON value of many lines as JSON lines: an object as one, a list as one for each member; anything else as it is."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return data
    rows = value if isinstance(value, list) else [value]
    return b"\n".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")).encode() for r in rows)


_TWICE = re.compile("[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}")


def mended(text: str) -> str:
    """The text with UTF-8 that somebody read as Latin-1 put right ("Obama\u00e2\u0080\u0099s" → "Obama’s"), where control characters give
    it away."""
    return _TWICE.sub(lambda m: _once(m[0]) if any("\u0080" <= c <= "\u009f" for c in m[0]) else m[0], text)


def _once(twice: str) -> str:
    try:
        return twice.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return twice


def decode(data: bytes) -> tuple[str, str]:
    """(text, trouble): UTF-8 first, then what the bytes declare, then Windows-1252; never raises.

    Raw line ends are kept: offsets count code points of exactly this text.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(encoding), ""
            except UnicodeDecodeError:
                break
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as e:
        where = f"byte {e.start}"
    declared = data[:3000].lower().partition(b"charset=")[2][:40].strip(b"\"' ")
    name = declared.replace(b"'", b'"').partition(b'"')[0].split(b">")[0].strip(b"/; ").decode("ascii", "ignore")
    for encoding in (name, "cp1252"):
        try:
            return data.decode(encoding), "" if encoding == name else f"not UTF-8 ({where}); read as Windows-1252"
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return data.decode("latin-1"), f"not UTF-8 ({where}); read byte by byte"


def looks_binary(data: bytes) -> bool:
    """True when the first 4 kB are no text in any common encoding."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    control = sum(b < 9 or 13 < b < 32 for b in head)
    return bool(head) and (b"\0" in head or control > 0.05 * len(head))
