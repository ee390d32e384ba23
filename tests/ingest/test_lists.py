from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.errors import InputError
from accordingto.ingest import lists

XML = """<CONSOLIDATED_LIST dateGenerated="2026-02-27T10:00:00"><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>PAK</FIRST_NAME><SECOND_NAME>CHOL</SECOND_NAME>
<UN_LIST_TYPE>Example</UN_LIST_TYPE><REFERENCE_NUMBER>EXi.001</REFERENCE_NUMBER><DESIGNATION><VALUE>Attache</VALUE></DESIGNATION>
<INDIVIDUAL_ALIAS><ALIAS_NAME>Bak Cheol</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"""
OFAC = '36,"FELD, Anna","individual","EXAMPLE","Director","-0-","-0-","-0-","-0-","-0-","-0-","a.k.a. \'FELDT, Ana\'; DOB 1970."\n173,"FELD SHIPPING","-0-","EXAMPLE","-0-","-0-","-0-","-0-","-0-","-0-","-0-","-0-"\n'


def test_un_xml(tmp_path: Path) -> None:
    (tmp_path / "un.xml").write_text(XML)
    (e,) = lists.load([str(tmp_path / "un.xml")])
    assert (e.name, e.id, e.aliases, e.list) == (
        "PAK CHOL",
        "EXi.001",
        ("Bak Cheol",),
        "UN consolidated list 2026-02-27",
    ) and "Attache" in e.details


def test_ofac(tmp_path: Path) -> None:
    (tmp_path / "sdn.csv").write_text(OFAC)
    person, body = sorted(lists.load([str(tmp_path / "sdn.csv")]), key=lambda e: int(e.id))
    assert (person.name, person.kind, person.aliases) == ("Anna FELD", "individual", ("FELDT, Ana",))
    assert (body.name, body.kind) == ("FELD SHIPPING", "entity")


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.xml", "<a><b></a>"), ("a.xml", "<a/>"), ("sdn.csv", "x,y,z\n"), ("a.jsonl", '{"a": 1}\n'), ("a.doc", "x")],
)
def test_a_bad_list_says_where(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=name):
        lists.load([str(tmp_path / name)])


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([".xml", ".csv", ".jsonl"]), st.binary(max_size=200))
def test_any_bytes_give_entries_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("lists") / f"list{suffix}"
    path.write_bytes(data)
    try:
        lists.load([str(path)])
    except InputError as e:
        assert path.name in e.where
