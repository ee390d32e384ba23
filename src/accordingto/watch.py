"""The door that stays open: looks into folders again and again, reads what is new into the desk and tells what it changed.

Files that are still being written are waited for: half an article must never enter the desk.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from . import api
from .errors import AccordingToError
from .ingest import sources
from .ledger.changes import Change
from .ledger.store import Store, today
from .ledger.views import Views
from .pipeline import Progress
from .records import Issue

SETTLE = 1.0  # seconds without a change after which a file counts as written to its end
Listing = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """`fresh`: articles that are new to the desk; `changes`: since the last look of a person, without those told before; `issues`: what
    could not be read."""

    fresh: int
    changes: list[Change]
    issues: list[Issue]


class Watcher:
    """Looks into folders and reads only when names, sizes or times of their files differ from the last look."""

    def __init__(self, desk: str, paths: Sequence[str], sleep: Callable[[float], None] = time.sleep) -> None:
        self.desk, self.paths, self.sleep = desk, paths, sleep
        self.memory = api.Memory()
        self.seen: Listing | None = None
        self.told: set[Change] = set()
        self.trouble = ""

    def look(self, progress: Progress = api.silent) -> Look | None:
        """What there is to tell; None where nothing is new. The first look always tells.

        Trouble after the first look (a folder that is gone, a full disk) is told once, as an Issue, and the next look tries again.
        """
        try:
            here = _settled(self.paths, self.seen, self.sleep)
            found = self._read(progress) if here != self.seen else None
            told = found is not None and (self.seen is None or found.fresh or found.issues)
            self.seen, self.trouble = here, ""
            return found if told else None
        except AccordingToError as e:
            if self.seen is None:
                raise
            if str(e) == self.trouble:
                return None
            self.trouble = str(e)
            return Look(0, [], [Issue("watch", e.what, e.where, f"{e.fix}; the next look tries again")])

    def _read(self, progress: Progress) -> Look:
        with Store(self.desk) as store:
            fresh, issues = api.add(store, self.paths, today(), progress)
            api.update(store, progress=progress, memory=self.memory)
        with Views(self.desk) as views:
            changes = [c for c in views.changes() if c not in self.told]
        self.told.update(changes)
        return Look(fresh, changes, issues)


def _settled(paths: Sequence[str], seen: Listing | None, sleep: Callable[[float], None]) -> Listing:
    """The files as they are once nothing is being written to them; at once where they are as they were seen last."""
    here, before = _listing(paths), seen
    while here != before:
        sleep(SETTLE)
        here, before = _listing(paths), here
    return here


def _listing(paths: Sequence[str]) -> Listing:
    """Path, size and time of change of every file that would be read."""
    out = []
    for name in paths:
        for _, p in sources.files(name):
            with contextlib.suppress(FileNotFoundError):  # gone since it was listed
                found = p.stat()
                out.append((str(p), found.st_size, found.st_mtime_ns))
    return tuple(out)
