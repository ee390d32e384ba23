"""The door that stays open: what arrives in a folder is read once it is whole, and only what it changes is told."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from accordingto.cli import main
from accordingto.errors import InputError
from accordingto.watch import Watcher

CHARGE = "OSTVIK (Reuters) - The ministry of Ostmark said on Tuesday that Lima had sent two ships to the strait."
DENIAL = "LIMA (AFP) - Lima denied on Wednesday that it had sent two ships to the strait, a spokesman said."


def nothing(seconds: float) -> None:
    """Time that does not pass."""


@pytest.fixture
def incoming(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "one.txt").write_text(CHARGE, encoding="utf-8")
    return folder


def watcher(incoming: Path, sleep: Callable[[float], None] = nothing) -> Watcher:
    return Watcher(str(incoming.parent / "desk"), [str(incoming)], sleep)


def test_the_first_look_tells_and_a_look_at_the_same_files_does_not(incoming: Path) -> None:
    door = watcher(incoming)
    first = door.look()
    assert first is not None and first.fresh == 1 and first.changes
    assert door.look() is None


def test_only_what_an_arrival_changes_is_told(incoming: Path) -> None:
    door = watcher(incoming)
    door.look()
    (incoming / "two.txt").write_text(DENIAL, encoding="utf-8")
    second = door.look()
    assert second is not None and second.fresh == 1
    assert {c.kind for c in second.changes} >= {"denial"} and all("one.txt" not in c.text for c in second.changes)


def test_a_file_that_is_being_written_is_waited_for(incoming: Path) -> None:
    pieces = iter((DENIAL[:30], DENIAL[:60], DENIAL))

    def write(seconds: float) -> None:
        for text in itertools.islice(pieces, 1):
            (incoming / "two.txt").write_text(text, encoding="utf-8")

    found = watcher(incoming, write).look()
    assert found is not None and found.fresh == 2
    kept = {p.read_text(encoding="utf-8") for p in (incoming.parent / "desk" / "originals").iterdir()}
    assert kept == {CHARGE, DENIAL}


def test_a_folder_that_goes_is_told_once_and_one_that_never_was_is_an_error(incoming: Path) -> None:
    door = watcher(incoming)
    door.look()
    aside = incoming.rename(incoming.parent / "aside")
    gone = door.look()
    assert gone is not None and gone.issues[0].where == str(incoming)
    assert door.look() is None
    aside.rename(incoming)
    (incoming / "two.txt").write_text(DENIAL, encoding="utf-8")
    back = door.look()
    assert back is not None and back.fresh == 1 and not back.issues
    with pytest.raises(InputError):
        Watcher(str(incoming.parent / "desk"), [str(incoming / "no")], nothing).look()


def test_a_desk_inside_the_folder_is_no_article(incoming: Path) -> None:
    desk = str(incoming / "desk")
    door = Watcher(desk, [str(incoming)], nothing)
    assert door.look() is not None and door.look() is None
    told = CliRunner().invoke(main, ["watch", str(incoming), "--desk", desk, "--once", "--json"])
    assert told.exit_code == 0 and json.loads(told.output)["new"] == 0
