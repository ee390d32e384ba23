"""Making the ledger anew behind the pages: one worker, at most one refresh at a time, pages show the last whole ledger meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

from .. import api
from ..errors import AccordingToError
from ..ledger.store import Store
from ..ledger.views import Views

LARGE = 1_500
"""Articles from which a refresh runs in a process of its own, so that pages stay quick."""
SHOWN = 12


class Effect(NamedTuple):
    """What a refresh changed: (kind, id, new | changed | gone), and how many more there are."""

    rows: tuple[tuple[str, str, str], ...]
    more: int


class Worker:
    """Refreshes a desk when asked. `state()` is what a page says of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.memory = api.Memory()
        self.step, self.done, self.total, self.trouble = "", 0, 0, ""
        self.effects: dict[str, Effect] = {}
        self._waiting: list[str] = []
        self._lock = threading.Lock()
        self._wake, self._idle = threading.Event(), threading.Event()
        self._idle.set()
        threading.Thread(target=self._run, daemon=True).start()

    def ask(self, ticket: str, wait: float = 0.0) -> bool:
        """Have the ledger made anew; True when that was done within `wait` seconds. `ticket` names the effect."""
        with self._lock:
            self._waiting.append(ticket)
            self._idle.clear()
            self._wake.set()
        return self._idle.wait(wait)

    def state(self) -> dict[str, object]:
        return {"busy": not self._idle.is_set(), "step": self.step, "done": self.done, "total": self.total, "trouble": self.trouble}  # fmt: skip

    def _run(self) -> None:
        while True:
            self._wake.wait()
            with self._lock:
                tickets, self._waiting = self._waiting, []
                self._wake.clear()
            before = self._marks()
            self.trouble = ""
            try:
                self._refresh()
            except AccordingToError as e:
                self.trouble = str(e)
            except Exception as e:  # a fault in one refresh is told on every page and must not end the worker
                self.trouble = f"{type(e).__name__}: {e}"
            effect = _effect(before, self._marks())
            for t in tickets:
                self.effects[t] = effect
            with self._lock:
                if not self._waiting:
                    self._idle.set()

    def _refresh(self) -> None:
        with Views(self.folder) as views:
            large = int(views.meta("articles") or 0) > LARGE
        if large:
            self.step, self.done, self.total = "making the ledger", 0, 0
            done = subprocess.run([sys.executable, "-m", __name__, str(self.folder)], capture_output=True, text=True, check=False)  # fmt: skip
            if done.returncode:
                raise AccordingToError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "the refresh failed")  # fmt: skip
            return
        with Store(self.folder, create=False) as store:
            api.update(store, progress=self._progress, memory=self.memory)

    def _progress(self, step: str, done: int, total: int) -> None:
        self.step, self.done, self.total = step, done, total

    def _marks(self) -> dict[str, str]:
        with Views(self.folder) as views:
            found: dict[str, str] = json.loads(views.meta("marks") or "{}")
        return found


def _effect(before: dict[str, str], after: dict[str, str]) -> Effect:
    told = []
    for key in sorted(before.keys() | after.keys()):
        kind, _, name = key.partition(":")
        if kind != "positions" and before.get(key) != after.get(key):
            told.append((kind, name, "new" if key not in before else "gone" if key not in after else "changed"))
    told.sort(key=lambda r: ("claims statements events discrepancies".find(r[0]) < 0, r))
    return Effect(tuple(told[:SHOWN]), max(0, len(told) - SHOWN))


def main() -> None:
    """Refresh the desk that is named, in a process of its own."""
    try:
        with Store(sys.argv[1], create=False) as store:
            api.update(store)
    except AccordingToError as e:
        raise SystemExit(str(e)) from e


if __name__ == "__main__":
    main()
