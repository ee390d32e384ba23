"""What a date is told of: the clause or the noun, and whether it happened."""

from __future__ import annotations

import pytest

from conftest import annotated

PUBLISHED = "2024-05-14"  # a Tuesday


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Holm left the town on Monday.", ["Holm left the town on Monday"]),
        ("Berg, who left the town on Monday, praised the mayor.", ["Berg, who left the town on Monday"]),
        (
            "The licence, issued in February 2016, would have freed the ship.",
            ["The licence, issued in February 2016"],
        ),
        (
            "Berg met Holm last week, and the mayor met the divers on Monday.",
            ["Berg met Holm last week", "the mayor met the divers on Monday"],
        ),
        ("Lund urged Oslo to keep the pact that Holm signed in 2015.", ["the pact that Holm signed in 2015"]),
        ("The deal ended after his May 8 decision to leave the port.", ["his May 8 decision to leave the port"]),
        ("The fleet has been in the port since Monday.", []),
        ("The council on Monday approved the plan.", ["The council on Monday approved the plan"]),
        (
            "Residents sail on a flooded street after the dam broke, in Lund, Norway, Monday, May 13, 2024.",
            ["Residents sail on a flooded street after the dam broke, in Lund, Norway, Monday, May 13, 2024"],
        ),
        ("The town today does not accept the treaty.", []),
        ("The 2015 ship was blue.", []),
    ],
)
def test_what_is_told_of_a_date(text: str, told: list[str]) -> None:
    article, n = annotated(text, published=PUBLISHED)
    assert [article.text[slice(*t.clause)] for t in n.times if t.at >= 0] == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Holm left the town on Monday.", "occurred"),
        ("The council is due to leave the town on Sunday.", "expected"),
        ("Holm will leave the town on Friday.", "expected"),
        ("Diplomats are expected to meet in Oslo this week.", "expected"),
        ("Holm vowed on Monday to leave the town.", "occurred"),
        ("Holm did not leave the town on Monday.", "negated"),
        ("Holm may have left the town on Monday.", "uncertain"),
    ],
)
def test_whether_it_happened(text: str, status: str) -> None:
    _, n = annotated(text, published=PUBLISHED)
    assert [t.status for t in n.times if t.at >= 0] == [status]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Holm spoke ahead of his Friday meeting with Berg.", "2024-05-17"),
        ("Holm took office in January last year.", "2023-01"),
        ("Holm must answer for the attack of May 4.", "2024-05-04"),
        ("Holm could still win the vote in November.", "2024-11"),
    ],
)
def test_which_day_it_is(text: str, value: str) -> None:
    _, n = annotated(text, published=PUBLISHED)
    assert [t.value for t in n.times] == [value]


def test_a_person_is_no_month() -> None:
    _, n = annotated("Theresa May spoke. The proof presented by May of the plot was solid.", published=PUBLISHED)
    assert not n.times
