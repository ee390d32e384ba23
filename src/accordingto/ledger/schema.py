"""The tables of `desk.sqlite` and their migrations, ordered functions that each run once, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from ..errors import DeskError


def _first(db: sqlite3.Connection) -> None:
    for statement in (
        "CREATE TABLE capture (sha256 TEXT NOT NULL, input TEXT NOT NULL, media TEXT NOT NULL, meta TEXT NOT NULL, added TEXT NOT NULL, PRIMARY KEY (input, sha256))",
        "CREATE TABLE annotation (article TEXT PRIMARY KEY, key TEXT NOT NULL, json TEXT NOT NULL)",
        "CREATE TABLE record (kind TEXT NOT NULL, id TEXT NOT NULL, n INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, n))",
        "CREATE INDEX record_id ON record (id)",
        "CREATE TABLE look (n INTEGER PRIMARY KEY, at TEXT NOT NULL, marks TEXT NOT NULL)",
        "CREATE VIRTUAL TABLE article_text USING fts5 (id UNINDEXED, headline, body)",
    ):
        db.execute(statement)


def _catalogue(db: sqlite3.Connection) -> None:
    """What pages look up: filters in order, what rests on an article, words to search, figures, changes since the last look."""
    for statement in (
        "CREATE TABLE flag (kind TEXT NOT NULL, flag TEXT NOT NULL, rank INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, flag, rank, id)) WITHOUT ROWID",
        "CREATE INDEX flag_id ON flag (id, flag)",
        "CREATE TABLE flag_count (kind TEXT NOT NULL, flag TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (kind, flag)) WITHOUT ROWID",
        "CREATE TABLE touch (article TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (article, kind, id)) WITHOUT ROWID",
        "CREATE TABLE figure (what TEXT NOT NULL, n INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (what, n)) WITHOUT ROWID",
        "CREATE TABLE change (n INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL)",
        "CREATE INDEX change_kind ON change (kind, n)",
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
        "CREATE VIRTUAL TABLE record_text USING fts5 (kind UNINDEXED, id UNINDEXED, body)",
    ):
        db.execute(statement)


def _readings(db: sqlite3.Connection) -> None:
    """Which article a capture was read as, and with what trouble, by a key of all that reading depends on; "" where it is none."""
    db.execute("CREATE TABLE reading (key TEXT PRIMARY KEY, article TEXT NOT NULL, issues TEXT NOT NULL) WITHOUT ROWID")


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first, _catalogue, _readings)


def migrate(db: sqlite3.Connection, where: str) -> None:
    """Bring the file to this program's version; a newer file is refused, never guessed at."""
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise DeskError(
            f"the desk was written by a newer program (schema {version}, this one knows {len(MIGRATIONS)})",
            where,
            "update accordingto",
        )
    for n in range(version, len(MIGRATIONS)):
        db.execute("BEGIN IMMEDIATE")
        try:
            MIGRATIONS[n](db)
            db.execute(f"PRAGMA user_version = {n + 1}")
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")
