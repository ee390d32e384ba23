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


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_first,)


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
