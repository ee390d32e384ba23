"""Names that differ by a letter or two: which are one, and which are two."""

from __future__ import annotations

import pytest
from test_discrepancies import found

BREACH = "A breach of the {} dam flooded the villages below it on Tuesday, the fire brigade of Lund said. The {} dam held back a lake."


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Kastorka", "Katsorka", 1),  # two letters exchanged
        ("Kastorka", "Kastorkas", 0),  # an ending
        ("Kastorka", "Marienbad", 0),
        ("Norlandia", "Norlantia", 1),
        ("Austria", "Australia", 0),  # states
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
