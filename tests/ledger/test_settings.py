"""desk.toml and outlets.csv: a desk's own register stands over the shipped one; what is wrong is told by file, entry and field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from accordingto import api, lexicon
from accordingto.errors import DeskError
from accordingto.ledger.settings import settings
from accordingto.ledger.store import Store, today
from accordingto.records import Outlet


@pytest.fixture(autouse=True)
def shipped_register() -> Iterator[None]:
    yield
    lexicon.use_register(())


def test_both_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "desk.toml").write_text(
        '[[register]]\nname = "Lena Post"\nkind = "rewriter"\nfamily = "Lena Media"\ndomains = ["lena.example"]\nreliability = "c"\n'
    )
    (tmp_path / "outlets.csv").write_text("name,kind,names,reliability\nNorth Wire,agency,NW;Nordwire,B\n")
    assert settings(tmp_path).register == (
        Outlet("North Wire", "agency", "", "", (), ("NW", "Nordwire"), "B"),
        Outlet("Lena Post", "rewriter", "Lena Media", "", ("lena.example",), (), "C"),
    )


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("desk.toml", '[[register]]\nname = "X"\nreliability = "G"\n', "reliability “G”"),
        ("desk.toml", '[[register]]\nname = "X"\nkind = "blog"\n', "kind “blog”"),
        ("desk.toml", '[[register]]\nkind = "agency"\n', "no name"),
        ("desk.toml", '[[register]]\nname = "X"\nowner = "Y"\n', "owner"),
        ("desk.toml", "grades = 1\n", "grades"),
        ("outlets.csv", "name,kind\nX,agency\nY,blog\n", "kind “blog”"),
        ("outlets.csv", "name,kind\nX,agency,too,many\n", "unknown field"),
    ],
)
def test_a_bad_entry_says_where(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(DeskError, match=told) as e:
        settings(tmp_path)
    assert name in e.value.where and e.value.fix


def test_own_entries_change_and_add() -> None:
    before = lexicon.fingerprint()
    lexicon.use_register((Outlet("Reuters", reliability="A"), Outlet("Lena Post", "rewriter", names=("LP",))))
    reuters = lexicon.outlet_by_name()["reuters"]
    assert (reuters.kind, reuters.family, reuters.reliability) == ("agency", "Thomson Reuters", "A")
    assert lexicon.outlet_by_name()["lp"].family == "Lena Post" and lexicon.fingerprint() != before
    lexicon.use_register(())
    assert lexicon.fingerprint() == before and "lp" not in lexicon.outlet_by_name()


TEXT = "PORT ANSEL (North Wire) - An explosion sank a ferry in the harbour on Tuesday, the port authority said. Divers looked for its crew."


def test_a_desks_agency_becomes_an_origin_and_its_grade_is_shown(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Ferry sinks in harbour\n\n{TEXT}\n")
    with Store(tmp_path / "desk") as store:
        api.add(store, [str(tmp_path / "a.txt")], today())
        assert not api.refresh(store, workers=1)[0].reporting[0].origins.names
        (tmp_path / "desk" / "outlets.csv").write_text("name,kind,reliability\nNorth Wire,agency,B\n")
        ledger, _ = api.refresh(store, workers=1)
    assert ledger.reporting[0].origins.names == ("North Wire",)
