"""Looking things up in a desk without reading the whole ledger: filters in order, records by id, search. Reads only."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import DeskError
from ..records import (
    Annotation,
    Article,
    Claim,
    Derivation,
    Discrepancy,
    Entity,
    Event,
    Issue,
    Novelty,
    Reporting,
    Screening,
    Statement,
    Story,
    Suggestion,
)
from .changes import Change
from .codec import from_plain

TYPES: Mapping[str, type] = {
    "articles": Article, "derivations": Derivation, "reporting": Reporting, "entities": Entity, "statements": Statement, "claims": Claim, "events": Event, "stories": Story,
    "discrepancies": Discrepancy, "screenings": Screening, "novelty": Novelty, "issues": Issue, "suggestions": Suggestion,
}  # fmt: skip


def record_id(kind: str, record: Any) -> str:
    """What a record is filed under: its id, or, of what has none, its kind and article."""
    if kind == "reporting":
        return f"reporting:{record.article}"
    if kind == "novelty":
        return f"novelty:{record.evidence.article}"
    return str(getattr(record, "id", ""))


class Catalogue(NamedTuple):
    """What is looked up, made once a refresh (`catalogue.py`).

    flags: (kind of record, flag, rank, id), ranks from 0 in the order of the list; touches: (article, kind, id) of records that
    rest on an article; words: (kind, id, text) to search; figures: (what, n, JSON); changes since the last look; meta: values by
    name.
    """

    flags: Sequence[tuple[str, str, int, str]]
    touches: Sequence[tuple[str, str, str]]
    words: Sequence[tuple[str, str, str]]
    figures: Sequence[tuple[str, int, str]]
    changes: Sequence[Change]
    meta: Mapping[str, str]


class Views:
    """An open desk to read from. Use as a context manager; a writer is never waited for (WAL)."""

    def __init__(self, folder: str | Path) -> None:
        path = Path(folder) / "desk.sqlite"
        try:
            self.db = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=10, check_same_thread=False
            )
            self.db.execute("SELECT 1 FROM meta LIMIT 1")
        except sqlite3.Error as e:
            raise DeskError(
                f"the desk cannot be read: {e}", str(path), "make it anew: accordingto add PATH… --desk DIR"
            ) from e

    def __enter__(self) -> Views:
        return self

    def __exit__(self, *exc: object) -> None:
        self.db.close()

    def meta(self, key: str) -> str:
        row = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else ""

    def last_look(self) -> str:
        row = self.db.execute("SELECT at FROM look ORDER BY n DESC LIMIT 1").fetchone()
        return row[0] if row else ""

    def changes(self) -> list[Change]:
        return [Change(*r) for r in self.db.execute("SELECT kind, id, text FROM change ORDER BY n")]

    def changes_of(self, kind: str, most: int) -> tuple[int, list[Change]]:
        """(how many changes there are of a kind, the first of them)."""
        (n,) = self.db.execute("SELECT count(*) FROM change WHERE kind = ?", (kind,)).fetchone()
        rows = self.db.execute("SELECT kind, id, text FROM change WHERE kind = ? ORDER BY n LIMIT ?", (kind, most))
        return n, [Change(*r) for r in rows]

    # ── lists ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def counts(self, kind: str) -> dict[str, int]:
        """Flag → how many records of the kind have it."""
        return dict(self.db.execute("SELECT flag, n FROM flag_count WHERE kind = ?", (kind,)))

    def ids(self, kind: str, flags: Sequence[str], offset: int, limit: int) -> list[str]:
        """Ids that have all the flags, in the order of the list."""
        first, *rest = flags or ["all"]
        more = "".join(" AND EXISTS (SELECT 1 FROM flag x WHERE x.id = f.id AND x.flag = ?)" for _ in rest)
        sql = f"SELECT f.id FROM flag f WHERE f.kind = ? AND f.flag = ?{more} ORDER BY f.rank LIMIT ? OFFSET ?"
        return [i for (i,) in self.db.execute(sql, (kind, first, *rest, limit, offset))]

    def flags_of(self, key: str) -> set[str]:
        return {f for (f,) in self.db.execute("SELECT flag FROM flag WHERE id = ?", (key,))}

    def search(self, words: str, kind: str, limit: int = 200) -> list[str]:
        """Ids of a kind that hold the words, best first (FTS5); quotation marks and operators are words like others."""
        query = " ".join('"' + w.replace('"', '""') + '"' for w in words.split())
        if not query:
            return []
        if kind == "articles":
            sql, given = "SELECT id FROM article_text WHERE article_text MATCH ? ORDER BY rank LIMIT ?", (query, limit)
            return [i for (i,) in self.db.execute(sql, given)]
        sql = "SELECT id FROM record_text WHERE record_text MATCH ? AND kind = ? ORDER BY rank LIMIT ?"
        return [i for (i,) in self.db.execute(sql, (query, kind, limit))]

    # ── records ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def find(self, key: str) -> tuple[str, Any] | None:
        """(kind, record) of an id, None where there is none."""
        row = self.db.execute("SELECT kind, json FROM record WHERE id = ? LIMIT 1", (key,)).fetchone()
        return (row[0], from_plain(TYPES[row[0]], json.loads(row[1]))) if row else None

    def many(self, keys: Iterable[str]) -> list[Any]:
        """Records in the order of the ids; those that are gone are left out."""
        found = (self.find(k) for k in dict.fromkeys(keys))
        return [r[1] for r in found if r is not None]

    def all_of(self, kind: str, limit: int = 1_000) -> list[Any]:
        rows = self.db.execute("SELECT json FROM record WHERE kind = ? ORDER BY n LIMIT ?", (kind, limit))
        return [from_plain(TYPES[kind], json.loads(j)) for (j,) in rows]

    def knows(self, name: str) -> bool:
        """Whether something of the desk is called so: a record, a position or telling, a spelling, an input, an attribution."""
        if self.flags_of(name) or self.find(name) is not None or self.article_called(name):
            return True
        article, _, number = name.rpartition("-")
        found = self.annotation(article) if number.isdigit() else None
        return found is not None and int(number) < len(found.attributions)

    def holder_of(self, member: str) -> str:
        """Id of the record that a position, telling or spelling stands in; a record's own id; "" where there is none."""
        found = sorted(f for f in self.flags_of(member) if f.startswith("of:"))
        return found[0][3:] if found else member if self.find(member) is not None else ""

    def articles(self, keys: Iterable[str]) -> dict[str, Article]:
        return {a.id: a for a in self.many(keys) if isinstance(a, Article)}

    def article_called(self, name: str) -> str:
        """Id of the article with an input name; "" where there is none."""
        row = self.db.execute(
            "SELECT id FROM flag WHERE kind = 'articles' AND flag = ? LIMIT 1", (f"input:{name}",)
        ).fetchone()
        return row[0] if row else ""

    def touching(self, article: str, kind: str) -> list[Any]:
        """Records of a kind that rest on an article."""
        rows = self.db.execute("SELECT id FROM touch WHERE article = ? AND kind = ? ORDER BY id", (article, kind))
        return self.many([i for (i,) in rows])

    def novelty(self, article: str) -> list[Novelty]:
        """What each sentence of an article adds, in its order."""
        rows = self.db.execute("SELECT json FROM record WHERE id = ? ORDER BY n", (f"novelty:{article}",))
        return [from_plain(Novelty, json.loads(j)) for (j,) in rows]

    def reporting(self, article: str) -> Reporting | None:
        found = self.find(f"reporting:{article}")
        return found[1] if found else None

    def annotation(self, article: str) -> Annotation | None:
        row = self.db.execute("SELECT json FROM annotation WHERE article = ?", (article,)).fetchone()
        return from_plain(Annotation, json.loads(row[0])) if row else None

    # ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def counted(self) -> list[tuple[str, int]]:
        """(what is counted, how many figures), the most frequent first."""
        return list(
            self.db.execute("SELECT what, count(*) FROM figure GROUP BY what ORDER BY count(*) DESC, what LIMIT 200")
        )

    def figures(self, what: str) -> list[Any]:
        rows = self.db.execute("SELECT json FROM figure WHERE what = ? ORDER BY n LIMIT 500", (what,))
        return [json.loads(j) for (j,) in rows]
