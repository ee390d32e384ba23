"""One person's two ages."""

from __future__ import annotations

import pytest
from test_discrepancies import found

FIRE = "A fire in the old harbour of Lund destroyed twelve boats on Tuesday. {} was taken to hospital, the fire brigade of Lund said. The fire was put out at noon."


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("Anna Holm, 64,", "Anna Holm, 65,", ("64 years old", "65 years old")),
        ("Anna Holm, 64,", "The 66-year-old pilot Anna Holm", ("64 years old", "66 years old")),
        ("Anna Holm, 64,", "Anna Holm — the 66-year-old pilot of the boat —", ("64 years old", "66 years old")),
        ("Anna Holm, 64,", "Anna Holm (64)", ()),
        ("Anna Holm, 64,", "A 66-year-old Danish-Norwegian called Anna Holm", ("64 years old", "66 years old")),
        ("Anna Holm, 64,", "Anna Holm, who is 66,", ("64 years old", "66 years old")),
        (
            "Anna Holm, 64,",
            "Anna Holm died there on Tuesday at the age of 66. Her son",
            ("64 years old", "66 years old"),
        ),
        ("Anna Holm, 64,", "Anna Holm died there at 11 a.m. Her son", ()),
        ("Anna Holm, 64,", "The 40-year-old son of Anna Holm", ()),
        ("Anna Holm, 64,", "the then 32-year-old pilot Anna Holm", ()),
        ("Anna Holm, 64,", "Anna Holm, 59.9 percent of whose boats burned,", ()),
        ("Anna Holm, 64,", "Jonas Reik, 65,", ()),
        ("Anna Holm, 64,", "The 66-year-old Reik's friend Anna Holm", ()),
        ("Anna Holm, 64,", "Anna Holm, who left school at 15,", ()),
    ],
)
def test_two_ages(one: str, other: str, values: tuple[str, ...]) -> None:
    assert [tuple(sorted(v)) for v in found("quantity", FIRE.format(one), FIRE.format(other))] == (
        [values] if values else []
    )


def test_the_age_alone_is_that_of_the_only_person_named() -> None:
    other = "The harbour of Lund burned on Tuesday; twelve boats were lost. Anna Holm saw the fire first. The 66-year-old was taken to hospital, the fire brigade of Lund said."
    assert [sorted(v) for v in found("quantity", FIRE.format("Anna Holm, 64,"), other)] == [
        ["64 years old", "66 years old"]
    ]


def test_the_age_of_him_who_is_the_only_person_named() -> None:
    other = "The harbour of Lund burned on Tuesday; twelve boats were lost. Anna Holm saw the fire first. She was 66 years old. The fire was put out at noon, the fire brigade of Lund said."
    assert [sorted(v) for v in found("quantity", FIRE.format("Anna Holm, 64,"), other)] == [
        ["64 years old", "66 years old"]
    ]


def test_one_article_sets_the_age_that_another_gives_beside_its_own() -> None:
    one = "The harbour of Lund burned on Tuesday. The town named the pilot as Anna Holm, 64; however the Courier listed her age as 63. The fire was put out at noon."
    assert [sorted(v) for v in found("quantity", one)] == [["63 years old", "64 years old"]]
    said = "The harbour of Lund burned on Tuesday. The town said Anna Holm was 64, but papers seen by the Courier say that she was {}. The fire was put out at noon."
    assert [sorted(v) for v in found("quantity", said.format("63"))] == [["63 years old", "64 years old"]]
    assert not found("quantity", said.format("63 boats short"))


@pytest.mark.parametrize(
    ("other", "values"),
    [
        ("Police in Lund charged a 36-year-old man on Tuesday after a fire in the old harbour, the fire brigade said.", [["34 years old", "36 years old"]]),
        ("Police in Lund charged a 36-year-old woman on Tuesday after a fire in the old harbour, the fire brigade said.", []),
        ("Police in Lund charged a 36-year-old man on Tuesday after a fire in the old harbour; they let a 34-year-old man go.", []),
    ],
)  # fmt: skip
def test_somebody_without_a_name(other: str, values: list[list[str]]) -> None:
    one = "A 34-year-old man was charged on Tuesday in Lund after a fire in the old harbour, police said."
    assert [sorted(v) for v in found("quantity", one, other)] == values


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("The youngest is 22.", "The youngest of the crew is 21 years old.", ("21 years old", "22 years old")),
        ("The youngest is 22.", "The oldest is 21.", ()),
        ("The youngest is 22.", "The youngest is 22 years old.", ()),
    ],
)
def test_the_youngest(one: str, other: str, values: tuple[str, ...]) -> None:
    text = "A fire in the old harbour of Lund destroyed twelve boats on Tuesday. Their crews came home, the fire brigade of Lund said. {}"
    told = [tuple(sorted(v)) for v in found("quantity", text.format(one), text.format(other))]
    assert told == ([values] if values else [])
