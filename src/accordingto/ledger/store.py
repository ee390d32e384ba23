"""The desk on disk: a folder that a person can zip. The only writer of disk.

`originals/` holds every capture under its SHA-256, written before anything refers to it. `decisions.jsonl` is only ever
appended to. `desk.sqlite` (WAL) can be rebuilt from the two. One transaction a change: a kill or a full disk loses nothing.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..errors import DecisionError, DeskError
from ..records import Annotation, Article, Capture, Decision, Issue, Ledger, Settings
from . import schema, settings
from .codec import dumps, from_plain
from .files import write_whole
from .views import TYPES, Catalogue, record_id

Readings = dict[str, tuple[Article | None, list[Issue]]]
"""What captures were read as, by a key of all that reading depends on: the article, None where there is none, and the trouble."""
KINDS = (
    "articles derivations reporting entities statements claims events stories discrepancies screenings novelty issues suggestions "
).split()


class Store:
    """An open desk. Use as a context manager; one writer at a time, readers never wait."""

    def __init__(self, folder: str | Path, create: bool = True) -> None:
        self.folder = Path(folder)
        if not self.folder.exists() and not create:
            raise DeskError("there is no desk here", str(folder), "make one: accordingto add PATH… --desk DIR")
        try:
            (self.folder / "originals").mkdir(parents=True, exist_ok=True)
            self.db = sqlite3.connect(self.folder / "desk.sqlite", isolation_level=None, timeout=30)
            self.db.execute("PRAGMA journal_mode = WAL")
            self.db.execute("PRAGMA synchronous = FULL")
            schema.migrate(self.db, str(self.folder))
        except OSError as e:
            raise DeskError(
                f"the desk folder cannot be used: {e.strerror}", str(folder), "check permissions and free space"
            ) from e
        except sqlite3.Error as e:
            raise DeskError(
                f"desk.sqlite cannot be opened: {e}",
                str(self.folder / "desk.sqlite"),
                "if it is damaged, move it away: originals/ and decisions.jsonl rebuild it",
            ) from e

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *exc: object) -> None:
        self.db.close()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            self.db.execute("BEGIN IMMEDIATE")
            yield self.db
            self.db.execute("COMMIT")
        except sqlite3.OperationalError as e:
            with contextlib.suppress(sqlite3.Error):
                self.db.execute("ROLLBACK")
            raise DeskError(
                f"nothing was changed: {e}",
                str(self.folder),
                "is the disk full, or another program writing? then run it again",
            ) from e
        except BaseException:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise

    # ── originals ────────────────────────────────────────────────────────────────────────────────────────────────────

    def keep(self, captures: Iterable[tuple[Capture, dict[str, Any]]], at: str) -> int:
        """Store captures; the bytes first, then one row each. Returns how many are new to the desk."""
        rows = []
        for c, meta in captures:
            self._write(self.folder / "originals" / c.sha256, c.data)
            given = {
                k: v for k, v in meta.items() if k not in ("text", "html") and isinstance(v, (str, int, float, list))
            }
            rows.append((c.sha256, c.input, c.media, json.dumps(given, ensure_ascii=False, sort_keys=True), at))
        with self._transaction() as db:
            before = int(db.execute("SELECT count(*) FROM capture").fetchone()[0])
            db.executemany("INSERT OR IGNORE INTO capture VALUES (?, ?, ?, ?, ?)", rows)
            return int(db.execute("SELECT count(*) FROM capture").fetchone()[0]) - before

    def _write(self, path: Path, data: bytes) -> None:
        if path.exists():
            return
        try:
            write_whole(path, data)
        except OSError as e:
            raise DeskError(
                f"an original could not be stored: {e.strerror}; nothing refers to it",
                str(path),
                "free some space and run it again",
            ) from e

    def captures(self) -> list[tuple[Capture, dict[str, Any]]]:
        """Every capture with what was given beside it, in canonical order. A missing or altered original is an error."""
        out = []
        for sha, name, media, meta in self.db.execute(
            "SELECT sha256, input, media, meta FROM capture ORDER BY input, sha256"
        ):
            path = self.folder / "originals" / sha
            try:
                data = path.read_bytes()
            except OSError as e:
                raise DeskError(
                    "an original is missing", str(path), "put the file back; its name is its SHA-256"
                ) from e
            out.append((Capture(sha, name, media, data), json.loads(meta)))
        return out

    # ── annotations and records ──────────────────────────────────────────────────────────────────────────────────────

    def cached(self, keys: Mapping[str, str]) -> dict[str, Annotation]:
        """Annotations whose key, by article id, is that of the same code, lexicon, weights and metadata."""
        rows = self.db.execute("SELECT article, key, json FROM annotation")
        return {a: from_plain(Annotation, json.loads(j)) for a, key, j in rows if keys.get(a) == key}

    def readings(self) -> Readings:
        """What the captures were read as when the ledger was last written."""
        rows = self.db.execute(
            "SELECT key, article, issues, json FROM reading LEFT JOIN record ON kind = 'articles' AND id = article"
        )
        return {
            key: (from_plain(Article, json.loads(j)) if j else None, list(from_plain(tuple[Issue, ...], json.loads(i))))
            for key, a, i, j in rows
            if j or not a
        }

    def made_of(self) -> str:
        """Digest of all that the ledger was made from which is written here; "" before the first."""
        return self._meta("made of")

    def _meta(self, key: str) -> str:
        row = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else ""

    def ledger(self, decisions: tuple[Decision, ...]) -> Ledger:
        """The ledger as it was written, with the decisions that it obeys."""
        found: dict[str, tuple[Any, ...]] = {
            kind: tuple(
                from_plain(TYPES[kind], json.loads(j))
                for (j,) in self.db.execute("SELECT json FROM record WHERE kind = ? ORDER BY n", (kind,))
            )
            for kind in KINDS
        }
        rows = dict(self.db.execute("SELECT article, json FROM annotation"))
        annotations = tuple(from_plain(Annotation, json.loads(rows[a.id])) for a in found["articles"])
        return Ledger(annotations=annotations, decisions=decisions, **found)

    def write(self, ledger: Ledger, keys: Mapping[str, str], catalogue: Catalogue, readings: Readings) -> None:
        """Replace the ledger, its catalogue and what the captures were read as in one transaction."""
        known = {a for a, key in self.db.execute("SELECT article, key FROM annotation") if keys.get(a) == key}
        with self._transaction() as db:
            for table in (
                "record",
                "article_text",
                "record_text",
                "flag",
                "flag_count",
                "touch",
                "figure",
                "change",
                "reading",
            ):
                db.execute(f"DELETE FROM {table}")
            for kind in KINDS:
                rows = ((kind, record_id(kind, r), n, dumps(r)) for n, r in enumerate(getattr(ledger, kind)))
                db.executemany("INSERT INTO record VALUES (?, ?, ?, ?)", rows)
            db.executemany(
                "INSERT INTO reading VALUES (?, ?, ?)",
                ((k, a.id if a else "", dumps(i)) for k, (a, i) in readings.items()),
            )
            texts = ((a.id, a.headline, a.text) for a in ledger.articles)
            db.executemany("INSERT INTO article_text VALUES (?, ?, ?)", texts)
            db.executemany(
                "INSERT OR REPLACE INTO annotation VALUES (?, ?, ?)",
                ((n.article, keys[n.article], dumps(n)) for n in ledger.annotations if n.article not in known),
            )
            db.executemany("INSERT OR IGNORE INTO flag VALUES (?, ?, ?, ?)", catalogue.flags)
            db.execute("INSERT INTO flag_count SELECT kind, flag, count(*) FROM flag GROUP BY kind, flag")
            db.executemany("INSERT OR IGNORE INTO touch VALUES (?, ?, ?)", catalogue.touches)
            db.executemany("INSERT INTO record_text VALUES (?, ?, ?)", catalogue.words)
            db.executemany("INSERT INTO figure VALUES (?, ?, ?)", catalogue.figures)
            db.executemany("INSERT INTO change (kind, id, text) VALUES (?, ?, ?)", catalogue.changes)
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", sorted(catalogue.meta.items()))

    # ── decisions ────────────────────────────────────────────────────────────────────────────────────────────────────

    def decisions(self) -> list[Decision]:
        """Every ruling ever made, in order. A last line that a crash cut off is passed over and stays in the file."""
        path = self.folder / "decisions.jsonl"
        out: list[Decision] = []
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        for n, line in enumerate(lines, 1):
            try:
                out.append(from_plain(Decision, json.loads(line)))
            except (ValueError, KeyError, TypeError) as e:
                if n < len(lines):
                    raise DecisionError(
                        "a decision cannot be read", f"{path}, line {n}", "mend or remove the line"
                    ) from e
        return out

    def decide(
        self,
        left: str,
        right: str,
        verdict: str,
        by: str,
        at: str,
        field: str = "",
        value: str = "",
        withdraws: str = "",
    ) -> Decision:
        """Append a ruling; it is on disk when this returns."""
        identity = hashlib.sha256(
            f"{at}\0{by}\0{left}\0{right}\0{verdict}\0{field}\0{value}\0{withdraws}".encode()
        ).hexdigest()[:12]
        made = Decision("r" + identity, at, by, left, right, verdict, field, value, withdraws)
        path = self.folder / "decisions.jsonl"
        try:
            with open(path, "a+b") as f:
                f.seek(0, os.SEEK_END)
                if f.tell():
                    f.seek(-1, os.SEEK_END)
                    if f.read(1) != b"\n":
                        f.write(b"\n")
                f.write(dumps(made).encode() + b"\n")
                f.flush()
                os.fsync(f.fileno())
        except OSError as e:
            raise DeskError(
                f"the decision could not be stored: {e.strerror}", str(path), "free some space and run it again"
            ) from e
        return made

    # ── looks ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def last_look(self) -> tuple[str, dict[str, str]]:
        """(when, id → what it was) of the last look; ('', {}) before the first."""
        row = self.db.execute("SELECT at, marks FROM look ORDER BY n DESC LIMIT 1").fetchone()
        return (row[0], json.loads(row[1])) if row else ("", {})

    def mark_seen(self, at: str) -> None:
        """Count from here: what the ledger now holds is known."""
        now = self._meta("marks") or "{}"
        with self._transaction() as db:
            db.execute("INSERT INTO look (at, marks) VALUES (?, ?)", (at, now))
            db.execute("DELETE FROM change")
            db.execute("DELETE FROM flag WHERE flag IN ('new', 'changed')")
            db.execute("DELETE FROM flag_count WHERE flag IN ('new', 'changed')")

    def settings(self) -> Settings:
        return settings.settings(self.folder)


def today() -> str:
    """The present moment in UTC, ISO 8601 to the second."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def marks(ledger: Ledger) -> dict[str, str]:
    """What every record of the ledger is now, as a short digest under its kind and id."""
    out: dict[str, str] = {}
    rows: Sequence[tuple[str, Sequence[Any]]] = [
        (k, getattr(ledger, k))
        for k in ("articles", "statements", "claims", "events", "discrepancies", "derivations", "screenings")
    ]
    for kind, records in rows:
        for r in records:
            out[f"{kind}:{r.id}"] = hashlib.sha256(dumps(r).encode()).hexdigest()[:16]
    for c in ledger.claims:
        out[f"positions:{c.id}"] = "|".join(sorted({f"{p.holder}={p.position}" for p in c.positions}))
    return out
