"""Which day of a text is the day of something, and what of a day gone by is still expected."""

from __future__ import annotations

import pytest
from test_resolve import LEAD, story


@pytest.mark.parametrize(
    ("told", "dates"),
    [
        ("Holm met Berg in 2003 at the old quay.", {"2003"}),
        ("In 2005 Holm attacked the quay.", {"2005"}),
        ("The 2016 candidate attacked the quay.", set()),
        ("Berg attacked the heroes of the 1950-53 Scania war.", set()),
    ],
)
def test_a_year_that_says_which_one_dates_nothing(told: str, dates: set[str]) -> None:
    found = story((f"{LEAD} {told}", {"outlet": "Paper"})).events
    assert {e.date for e in found if not e.main and len(e.date) == 4} == dates


def test_what_was_expected_of_a_day_gone_by_is_not_expected() -> None:
    rows = [f"{LEAD} Berg planned to meet Holm on the old quay in {year}." for year in (2003, 2031)]
    for text, status in zip(rows, ("uncertain", "expected"), strict=True):
        found = [e for e in story((text, {"outlet": "Paper"})).events if not e.main and "quay" in e.title]
        assert [e.status for e in found] == [status]
