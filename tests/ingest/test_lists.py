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
    ) and e.roles == ("Attache",)


def test_ofac(tmp_path: Path) -> None:
    (tmp_path / "sdn.csv").write_text(OFAC)
    person, body = sorted(lists.load([str(tmp_path / "sdn.csv")]), key=lambda e: int(e.id))
    assert (person.name, person.kind, person.aliases) == ("Anna FELD", "person", ("Ana FELDT",))
    assert (person.born, person.roles, person.remarks) == (("1970",), ("Director",), "")
    assert (body.name, body.kind) == ("FELD SHIPPING", "body")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.xml", "<a><b></a>"),
        ("a.xml", "<a/>"),
        ("sdn.csv", "x,y,z\n"),
        ("a.jsonl", '{"a": 1}\n'),
        ("a.doc", "x"),
        ("alt.csv", "1,2,aka," + "x" * 140_000),
    ],
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


OFAC_XML = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>05/02/2024</Publish_Date></publshInformation>
<sdnEntry><uid>77</uid><firstName>Anton</firstName><lastName>REIK</lastName><sdnType>Individual</sdnType><title>Minister of Ports</title>
<programList><program>OSTMARK</program></programList><akaList><aka><uid>1</uid><type>a.k.a.</type><firstName>Tony</firstName>
<lastName>REIK</lastName></aka></akaList><dateOfBirthList><dateOfBirthItem><dateOfBirth>1 May 1960</dateOfBirth></dateOfBirthItem></dateOfBirthList>
</sdnEntry><sdnEntry><uid>78</uid><lastName>LENA SHIPPING</lastName><sdnType>Entity</sdnType></sdnEntry></sdnList>"""
EU_XML = """<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-05-02T10:00:00">
<sanctionEntity euReferenceNumber="EU.1.2" logicalId="5"><subjectType code="person" classificationCode="P"/>
<nameAlias wholeName="Anton Reik" function="Minister of Ports"/><nameAlias wholeName="Антон Рейк" function=""/>
<regulation programme="OST"/><birthdate birthdate="1960-05-01"/></sanctionEntity>
<sanctionEntity euReferenceNumber="EU.1.3" logicalId="6"><subjectType code="enterprise" classificationCode="E"/>
<nameAlias wholeName="Lena Shipping"/></sanctionEntity></export>"""
EU_CSV = (
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;NameAlias_WholeName;NameAlias_Function\n"
    "02/05/2024;5;EU.1.2;P;Anton Reik;Minister of Ports\n02/05/2024;5;EU.1.2;P;Tony Reik;\n02/05/2024;6;EU.1.3;E;Lena Shipping;\n"
)
UK_CSV = (
    "Last Updated,02/05/2024\nName 6,Name 1,Name 2,Title,DOB,Position,Group Type,Regime,Group ID\n"
    "REIK,Anton,,Mr,01/05/1960,Minister of Ports,Individual,Ostmark,900\nREIK,Tony,,,,,Individual,Ostmark,900\nLENA SHIPPING,,,,,,Entity,Ostmark,901\n"
)


@pytest.mark.parametrize(
    ("name", "text", "label"),
    [
        ("sdn.xml", OFAC_XML, "OFAC SDN 05/02/2024"),
        ("eu.xml", EU_XML, "EU consolidated list 2024-05-02"),
        ("eu.csv", EU_CSV, "EU consolidated list 02/05/2024"),
        ("ConList.csv", UK_CSV, "UK sanctions list 02/05/2024"),
    ],
)
def test_lists_of_every_publisher(tmp_path: Path, name: str, text: str, label: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    person, body = sorted(lists.load([str(tmp_path / name)]), key=lambda e: e.kind, reverse=True)
    assert (person.list, person.kind, body.kind) == (label, "person", "body")
    assert person.name.lower() == "anton reik" and len(person.aliases) == 1
    assert person.roles == ("Minister of Ports",) and body.name.lower() == "lena shipping"


def test_other_names_of_ofac_join_their_entries(tmp_path: Path) -> None:
    (tmp_path / "sdn.csv").write_text(
        '77,"REIK, Anton","individual","OSTMARK",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
    )
    (tmp_path / "alt.csv").write_text('77,12,"aka","REIK, Tony",-0- \n')
    (e,) = lists.load([str(tmp_path / "sdn.csv"), str(tmp_path / "alt.csv")])
    assert (e.name, e.aliases) == ("Anton REIK", ("Tony REIK",))


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("eu.csv", EU_CSV + "02/05/2024;7\n", "line 5"),
        ("uk.csv", UK_CSV.replace(",900\nREIK", ",\nREIK", 1), "line 3"),
        ("x.xml", "<a><b/></a>", "sanctionEntity"),
        ("x.xml", "<export><sanctionEntity>", "broken XML"),
    ],
)
def test_a_cut_or_foreign_list_says_where(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        lists.load([str(tmp_path / name)])


FTM = """{"id": "Q1", "schema": "Person", "caption": "Anton Reik", "last_seen": "2026-01-05", "properties": {"name": ["Anton Reik"], "alias": ["Антон Рейк"], "position": ["Minister of Ports"], "birthDate": ["1960-05-01"], "nationality": ["ru"], "passportNumber": ["P77"], "topics": ["sanction"], "notes": ["Runs the harbour."], "addressEntity": [{"id": "a1", "schema": "Address"}]}}
{"id": "a1", "schema": "Address", "caption": "Pier 1", "properties": {"full": ["Pier 1"]}}
{"id": "Q2", "schema": "Vessel", "caption": "Lena", "properties": {"name": ["Lena"], "imoNumber": ["9074729"]}}
"""


def test_followthemoney_entities_and_what_stands_beside_them(tmp_path: Path) -> None:
    (tmp_path / "targets.json").write_text(FTM, encoding="utf-8")
    ship, person = lists.load([str(tmp_path / "targets.json")])
    assert (person.list, person.kind, person.aliases) == ("targets 2026-01-05", "person", ("Антон Рейк",))
    assert (person.roles, person.born, person.identifiers) == (("Minister of Ports",), ("1960-05-01",), ("P77",))
    assert (ship.list, ship.kind, ship.identifiers) == ("targets (the file gives no date)", "vessel", ("9074729",))


def test_opensanctions_targets(tmp_path: Path) -> None:
    (tmp_path / "targets.simple.csv").write_text(
        "id,schema,name,aliases,birth_date,countries,identifiers,sanctions,dataset,last_seen\n"
        "Q1,Person,Anton Reik,Tony Reik;A. Reik,1960,ru,P77,Ostmark,EU list,2026-01-05T10:00:00\n"
    )
    (e,) = lists.load([str(tmp_path / "targets.simple.csv")])
    assert (e.list, e.kind, e.aliases, e.born) == (
        "OpenSanctions 2026-01-05",
        "person",
        ("Tony Reik", "A. Reik"),
        ("1960",),
    )


def test_parts_of_ofacs_remarks(tmp_path: Path) -> None:
    (tmp_path / "sdn.csv").write_text(
        '9,"REIK, Anton",individual,OSTMARK] [PORTS,Minister of Ports,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
        "\"DOB 01 May 1960; alt. DOB 1961; POB Lena; nationality Ostmark; Passport P77 (Ostmark); a.k.a. 'REIK, Tony'; Linked To: LENA SHIPPING.\"\n"
    )
    (e,) = lists.load([str(tmp_path / "sdn.csv")])
    assert (e.name, e.aliases, e.born) == ("Anton REIK", ("Tony REIK",), ("01 May 1960", "1961"))
    assert (e.countries, e.identifiers, e.programmes) == (
        ("Ostmark",),
        ("Passport P77 (Ostmark)",),
        ("OSTMARK", "PORTS"),
    )
    assert e.list.endswith("(the file gives no date)") and e.remarks == "POB Lena; Linked To: LENA SHIPPING"


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([("un.xml", XML), ("sdn.xml", OFAC_XML), ("eu.xml", EU_XML), ("eu.csv", EU_CSV), ("uk.csv", UK_CSV), ("sdn.csv", OFAC), ("t.json", FTM)]),
    st.integers(0, 2000), st.integers(0, 2000), st.binary(max_size=12),
)  # fmt: skip
def test_a_damaged_list_of_each_publisher_gives_entries_or_says_where(
    tmp_path_factory: pytest.TempPathFactory, case: tuple[str, str], at: int, size: int, noise: bytes
) -> None:
    data = case[1].encode()
    path = tmp_path_factory.mktemp("lists") / case[0]
    path.write_bytes(data[: at % len(data)] + noise + data[at % len(data) + size % 60 :])
    try:
        assert all(e.name and e.list for e in lists.load([str(path)]))
    except InputError as e:
        assert path.name in e.where and e.fix
