"""Room 4: nothing is lost on a kill, a full disk or bad input; twice is once; decisions are appended."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from accordingto import api, ingest, pipeline
from accordingto.errors import DecisionError, DeskError
from accordingto.ledger.changes import changes
from accordingto.ledger.codec import dumps
from accordingto.ledger.store import Store, marks, today
from accordingto.ledger.views import Views
from accordingto.records import Ledger
from conftest import EXAMPLE


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    with Store(tmp_path / "desk") as store:
        api.add(store, [str(EXAMPLE)], today())
        api.refresh(store, workers=1)
    return tmp_path / "desk"


def test_running_twice_changes_nothing(desk: Path) -> None:
    def dump() -> list[tuple[object, ...]]:
        with Store(desk) as store:
            return store.db.execute("SELECT kind, id, n, json FROM record ORDER BY kind, n").fetchall()

    before = dump()
    with Store(desk) as store:
        assert api.add(store, [str(EXAMPLE)], today())[0] == 0
        api.refresh(store, workers=1)
    assert dump() == before


def test_the_desk_equals_a_reading_without_one(desk: Path, harbour: tuple[object, object]) -> None:
    with Store(desk) as store:
        ledger, captures = api.refresh(store, workers=1)
    assert marks(ledger) == marks(harbour[0])  # type: ignore[arg-type]
    assert api.verify(ledger, captures)[1] == []


def test_the_ledger_is_read_as_it_was_made(desk: Path, harbour: tuple[Ledger, object]) -> None:
    """What has not changed is not made anew; what is read back is the very value, annotations too."""
    with Store(desk) as store:
        ledger, _ = api.refresh(store, workers=1)
        assert ledger == pipeline.run(ledger.articles, ledger.issues, workers=1)
    assert dumps(ledger.claims) == dumps(harbour[0].claims)


@pytest.mark.parametrize("change", ["nothing", "article", "ruling", "question", "outlet", "list", "edited list", "day"])
def test_the_ledger_is_made_anew_where_something_changed(
    desk: Path, tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = tmp_path / "list.jsonl"
    listed.write_text('{"list": "UN", "id": "1", "name": "Anna Berg", "type": "person"}\n')
    (desk / "desk.toml").write_text(f'lists = ["{listed}"]\n')
    made: list[int] = []
    run = pipeline.run
    with Store(desk) as store:
        api.update(store, workers=1)
        monkeypatch.setattr(pipeline, "run", lambda *given: made.append(1) or run(*given))
        if change == "article":
            (tmp_path / "late.txt").write_text(
                "Divers found a second mine under the pier in Lena, the navy said on Sunday.\n"
            )
            api.add(store, [str(tmp_path / "late.txt")], today())
        if change == "ruling":
            store.decide("Jonas Reik", "Anna Berg", "different", "ilse", "2024-01-01T00:00:00Z")
        if change == "question":
            (desk / "desk.toml").write_text(f'lists = ["{listed}"]\nquestions = ["Was it sabotage?"]\n')
        if change == "outlet":
            (desk / "outlets.csv").write_text("name,kind\nLena Courier,original\n")
        if change == "list":
            (desk / "desk.toml").write_text("lists = []\n")
        if change == "edited list":
            listed.write_text('{"list": "UN", "id": "1", "name": "Jonas Reik", "type": "person"}\n')
        if change == "day":
            monkeypatch.setattr(api, "today", lambda: "2099-01-01T00:00:00Z")
        api.update(store, workers=1)
        api.update(store, workers=1)
        assert len(made) == (change != "nothing")


def test_captures_that_were_read_are_not_read_again(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    to_article = ingest.to_article
    monkeypatch.setattr(ingest, "to_article", lambda c, meta: read.append(c.input) or to_article(c, meta))
    with Store(desk) as store:
        store.decide("04_thinktank.txt", "", "edit", "ilse", "2024-01-01T00:00:00Z", "outlet", "BBC")
        api.update(store, workers=1)
    assert read == ["04_thinktank.txt"]


def test_the_same_bytes_under_two_names_are_two_articles(tmp_path: Path) -> None:
    for name in ("berg.txt", "copy.txt"):
        shutil.copy(EXAMPLE / "01_agency.txt", tmp_path / name)
    with Store(tmp_path / "desk") as store:
        api.add(store, [str(tmp_path / "berg.txt"), str(tmp_path / "copy.txt")], today())
        ledger, _ = api.refresh(store, workers=1)
    assert sorted(a.input for a in ledger.articles) == ["berg.txt", "copy.txt"]
    assert len({a.id for a in ledger.articles}) == 2


def test_verify_fails_on_an_altered_original(desk: Path) -> None:
    with Store(desk) as store:
        ledger, _ = api.refresh(store, workers=1)
        path = next((desk / "originals").glob("*"))
        path.write_bytes(path.read_bytes().replace(b"e", b"a"))
        _, wrong = api.verify(ledger, [c for c, _ in store.captures()])
    assert wrong


def test_verify_fails_on_an_altered_passage(harbour: tuple[object, object]) -> None:
    from dataclasses import replace

    ledger, captures = harbour
    claim = ledger.claims[0]  # type: ignore[attr-defined]
    e = claim.positions[0].evidence
    bad = replace(claim, positions=(replace(claim.positions[0], evidence=e._replace(text=e.text + "x")),))
    assert api.verify(replace(ledger, claims=(bad,)), captures)[1]  # type: ignore[type-var, arg-type]


def test_kill_dash_nine_leaves_a_whole_desk(desk: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    shutil.copytree(EXAMPLE, more)
    for n in range(30):
        (more / f"extra{n}.txt").write_text(
            (EXAMPLE / "01_agency.txt").read_text() + f"\nNumber {n} of the series, the ministry said on Monday.\n"
        )
    for wait in (0.4, 0.9, 1.4):
        child = subprocess.Popen(
            [sys.executable, "-m", "accordingto.cli", "add", str(more), "--desk", str(desk), "-q"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(wait)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        with Store(desk) as store:
            assert store.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            assert store.db.execute("SELECT count(*) FROM record WHERE kind = 'articles'").fetchone()[0] >= 10
            assert all(hashlib.sha256(c.data).hexdigest() == c.sha256 for c, _ in store.captures())
    with Store(desk) as store:
        api.add(store, [str(more)], today())
        ledger, captures = api.refresh(store, workers=1)
    assert len(ledger.articles) > 30 and not api.verify(ledger, captures)[1]


def test_ctrl_c_is_told_and_the_next_run_goes_on(desk: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    for n in range(60):  # sentences of their own: copies would be read too fast to interrupt
        own = " ".join(
            f"Berth {n * 8 + k} will stay closed for {n + k + 2} days, the ministry said on Monday." for k in range(8)
        )
        (more / f"extra{n}.txt").write_text((EXAMPLE / "01_agency.txt").read_text() + f"\n{own}\n")
    command = [sys.executable, "-m", "accordingto.cli", "add", str(more), "--desk", str(desk), "-q"]
    child = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job in the background ignores it
    )
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:  # the captures are in, the ledger is being made
        with Store(desk) as store:
            if len(store.captures()) > 60:
                break
        time.sleep(0.05)
    os.kill(child.pid, signal.SIGINT)
    _, said = child.communicate(timeout=60)
    assert child.returncode == 130 and "interrupted" in said
    with Store(desk) as store:
        ledger, captures = api.refresh(store, workers=1)
    assert len(ledger.articles) >= 60 and not api.verify(ledger, captures)[1]


def test_a_full_disk_is_told_and_loses_nothing(desk: Path) -> None:
    with Store(desk) as store:
        pages = store.db.execute("PRAGMA page_count").fetchone()[0]
        before = store.db.execute("SELECT count(*) FROM record").fetchone()[0]
        store.db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DeskError, match="nothing was changed"):
            for n in range(400):
                store.mark_seen(f"2024-01-01T00:00:{n:05d}Z")
        assert store.db.execute("SELECT count(*) FROM record").fetchone()[0] == before


def test_decisions_are_appended_obeyed_and_withdrawn(desk: Path) -> None:
    with Store(desk) as store:
        ledger, _ = api.refresh(store, workers=1)
        one = next(e for e in ledger.entities if e.name == "Jonas Reik")
        assert "Jonas Raik" in one.variants
        ruling = store.decide("Jonas Reik", "Jonas Raik", "different", "ilse", today())
        after, _ = api.refresh(store, workers=1)
        assert not any({"Jonas Reik", "Jonas Raik"} <= set(e.variants) for e in after.entities)
        store.decide("", "", "unsure", "ilse", today(), withdraws=ruling.id)
        again, _ = api.refresh(store, workers=1)
        assert marks(again) == marks(ledger) and len(store.decisions()) == 2
        derivation = next(d for d in ledger.derivations if d.relation == "copied" and not d.named)
        store.decide(derivation.id, "", "reject", "ilse", today())
        assert derivation.id not in {d.id for d in api.refresh(store, workers=1)[0].derivations}


def test_a_decision_that_a_crash_cut_off_is_passed_over_and_the_next_one_stands(desk: Path) -> None:
    with Store(desk) as store:
        store.decide("a", "b", "same", "ilse", "2024-01-01T00:00:00Z")
        with open(desk / "decisions.jsonl", "ab") as f:
            f.write(b'{"id": "r9", "at"')
        assert len(store.decisions()) == 1
        store.decide("a", "c", "same", "ilse", "2024-01-02T00:00:00Z")
        with pytest.raises(DecisionError, match="line 2"):
            store.decisions()


def test_a_newer_desk_is_refused(desk: Path) -> None:
    db = sqlite3.connect(desk / "desk.sqlite")
    db.execute("PRAGMA user_version = 999")
    db.commit()
    db.close()
    with pytest.raises(DeskError, match="newer program"):
        Store(desk)


def test_what_changed(desk: Path, tmp_path: Path) -> None:
    with Store(desk) as store:
        ledger, _ = api.refresh(store, workers=1)
        before = marks(ledger)
        assert changes(ledger, before, before, "2024-05-20", "2024-05-20") == []
        told = {e.window[1] for e in ledger.events if e.status == "expected" and e.window[1]}
        lapsed = changes(ledger, before, before, min(told), "2099-01-01")
        assert told and {c.kind for c in lapsed} == {"lapsed"}
        assert not changes(
            ledger, before, before, "2098-12-31", "2099-01-01"
        )  # told at the look after it closed, then no more
        late = tmp_path / "late.txt"
        late.write_text(
            "LENA, Ostmark (Reuters) - Ostmark's foreign ministry denied that divers had found parts of a naval mine under the pier.\n\nPublished 19 May 2024\n"
        )
        api.add(store, [str(late)], today())
        after, _ = api.refresh(store, workers=1)
    kinds = {c.kind for c in changes(after, before, marks(after), "2024-05-20", "2024-05-20")}
    assert "denial" in kinds and kinds & {"article", "nothing-new"}


def test_full_text_search_and_settings(desk: Path) -> None:
    (desk / "desk.toml").write_text(
        'questions = ["Was it sabotage?"]\n[[outlet]]\ninput = "04_thinktank.txt"\noutlet = "BBC"\n'
    )
    with Store(desk) as store:
        assert store.settings().questions == ("Was it sabotage?",)
        ledger, _ = api.refresh(store, workers=1)
        assert "BBC" in {a.outlet for a in ledger.articles}
    with Views(desk) as views:
        assert len(views.search("kilograms charge", "articles")) == 1
        assert views.search('" OR kilograms:* (', "articles") == [] and views.search("", "claims") == []
        asked = views.ids("claims", ["question:0"], 0, 5)
        assert asked and "sabotage" in views.find(asked[0])[1].text  # type: ignore[index]
        (desk / "desk.toml").write_text("unknown = 1\n")
        with pytest.raises(DeskError, match="unknown settings"):
            store.settings()
