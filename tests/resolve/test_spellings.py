"""Names that differ by a letter or two: which are one, and which are two."""

from __future__ import annotations

import pytest
from test_discrepancies import found
from test_resolve import story

BREACH = "A breach of the {} dam flooded the villages below it on Tuesday, the fire brigade of Lund said. The {} dam held back a lake."


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Kastorka", "Katsorka", 1),  # two letters exchanged
        ("Kastorka", "Kastorkas", 0),  # an ending
        ("Kastorka", "Marienbad", 0),
        ("Norlandia", "Norlantia", 1),
        ("Austria", "Australia", 0),  # states
        ("Northeastern", "Northwestern", 0),
        ("Oslo Kastorka", "Bergen Katsorka", 0),
        ("Sheikhrouna", "Shaykhruna", 1),  # two transcriptions
    ],
)
def test_one_dam_under_two_spellings(one: str, other: str, count: int) -> None:
    assert len(found("name", BREACH.format(one, one), BREACH.format(other, other))) == count


def test_an_article_that_has_both_names_tells_of_two() -> None:
    assert found("name", BREACH.format("Kastorka", "Kastorka"), BREACH.format("Kastorka", "Katsorka")) == []


WITNESS = "The fire in the old harbour of Lund destroyed twelve boats on Tuesday. “It went up in a minute,” said {}, who saw the fire from the quay."


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Erik Drattell", "Erik Dartell", 1),
        ("Erik Drattell", "Anna Dartell", 0),
        ("Erik Larsen", "Erik Lars", 0),
        ("Tom Barrett", "Tom Garrett", 0),
        ("Nils Hodgkins", "Nils Hodgkinson", 1),
        ("Nils Peters", "Nils Petersen", 0),  # a patronym
        ("Jonas Vandermeer", "Jonas Vandermer", 1),
        ("Binali Drattell", "Binaldi Drattell", 1),
        ("Martin Drattell", "Martina Drattell", 0),  # a man and a woman
    ],
)
def test_one_witness_under_two_surnames(one: str, other: str, count: int) -> None:
    assert len(found("name", WITNESS.format(one), WITNESS.format(other))) == count


def test_a_misspelt_surname_is_looked_for_in_the_whole_story() -> None:
    rows = [
        (
            "The interior ministry of Norway said that Robert Hellquist, who owns the harbour of Lund, would testify.",
            {"outlet": "Paper", "published": "2024-05-14", "title": "Owner of the harbour of Lund to testify"},
        ),
        (
            "The interior ministry of Norway said that Robert Hellqvist, who owns the harbour of Lund, had testified.",
            {"outlet": "Post", "published": "2024-05-18", "title": "Owner of the harbour of Lund has testified"},
        ),
    ]
    assert [d.values for d in story(*rows).discrepancies if d.kind == "name"] == [
        ("Robert Hellquist", "Robert Hellqvist")
    ]


def test_a_part_left_out_does_not_hide_another_spelling() -> None:
    (told,) = found("name", WITNESS.format("Moner Reik Abu-Salha"), WITNESS.format("Monar Abu Salha"))
    assert sorted(told) == ["Monar Abu Salha", "Moner Reik Abu-Salha"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("the Massive Old Air Blast Bomb (MOAB)", "the Massive Old Air Burst Bomb (MOAB)", 1),
        ("the Massive Old Air Blast (MOAB)", "the Massive Old Air Burst Bomb (MOAB)", 0),  # one says more
        ("the Lund Harbour Office (LHO)", "the Lund Harbor Office (LHO)", 0),  # two houses
        ("the Lund Harbour Office (LHO)", "the Lund Harbours Office (LHO)", 0),
        ("the Lund Harbour Office (LHO)", "the Lisbon Hotel Office (LHO)", 0),
        ("the Lund Harbour Office (LHO)", "the Lund Health Office (LHO), and not the Lund Harbour Office (LHO)", 0),
    ],
)
def test_what_one_abbreviation_stands_for(one: str, other: str, count: int) -> None:
    texts = (
        f"A breach of the dam flooded the villages below it on Tuesday, said {x}. The fire brigade of Lund was there."
        for x in (one, other)
    )
    assert len(found("name", *texts)) == count


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Al Noor", "Al-Nour", 1),
        ("Lund Tai 58", "Lundtai 168", 1),
        ("Lund Star II", "Lund Star IV", 0),
        ("Al Noor", "Al Nasr", 0),
    ],
)
def test_a_ship_under_two_spellings(one: str, other: str, count: int) -> None:
    raid = "Customs officers of Lund boarded the tanker {} off the old harbour on Tuesday, the coast guard of Lund said. It carried coal."
    assert len(found("name", raid.format(one), raid.format(other))) == count


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("spokesman John Holm", "spokesman Jon Holm", 1),
        ("spokesman John Holm", "diver Jon Holm", 0),
    ],
)
def test_a_short_given_name_in_one_office(one: str, other: str, count: int) -> None:
    fire = "The fire in the old harbour of Lund destroyed twelve boats on Tuesday, port {} said. The quay was closed."
    assert len(found("name", fire.format(one), fire.format(other))) == count
