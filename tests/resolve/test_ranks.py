"""Which one of its kind something was, and since when the first."""

from __future__ import annotations

import pytest
from test_discrepancies import found

TEST = "The navy of Norway fired a rocket over the Lund fjord on Tuesday morning, the port said. {} The rocket fell into the sea off Lund, and fishermen saw it."


@pytest.mark.parametrize(
    ("one", "other", "kind", "values"),
    [
        ("It was the second launch this year.", "The launch was the third this year.", "quantity", ("second launch this year", "third this year")),
        ("It was the 70th launch.", "It was the 71st launch.", "quantity", ("70th launch", "71st launch")),
        ("It was the first launch since July.", "It was the first launch since August.", "date", ("first launch since August", "first launch since July")),
        ("It was the second case of a lost rocket this year.", "It was the third such incident this year.", "quantity", ("second case this year", "third incident this year")),
        ("It was the second launch this year.", "It was the third launch since May.", "quantity", ()),
        ("It was the second launch this year.", "It was the third visit this year.", "quantity", ()),
        ("It was the 70th launch.", "It came after the 69th launch, in May.", "quantity", ()),
        ("It was the 70th launch.", "It was the 70th launch; the 71st launch is planned for June.", "quantity", ()),
        ("The 36th brigade looked on.", "The 37th brigade looked on.", "quantity", ()),
        ("It was the first launch since July.", "It was the first launch since July 2023.", "date", ()),
    ],
)  # fmt: skip
def test_another_of_its_kind(one: str, other: str, kind: str, values: tuple[str, ...]) -> None:
    told = [tuple(sorted(v)) for v in found(kind, TEST.format(one), TEST.format(other), published="2024-05-14")]
    assert told == ([values] if values else [])


def test_a_headline_against_its_own_article() -> None:
    text = "Rocket fired in 71st launch\n\nThe navy of Norway fired a rocket over the Lund fjord on Tuesday, the port said. {} It fell into the sea."
    title = "Rocket fired in 71st launch"
    assert found("quantity", text.format("It was the 70th launch from there."), title=title) == [
        ("71st launch", "70th launch")
    ]
    assert found("quantity", text.format("The 70th launch was in May."), title=title) == []
