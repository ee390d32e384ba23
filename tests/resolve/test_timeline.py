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


@pytest.mark.parametrize(
    ("told", "dated"),
    [
        (
            "On Friday the mayor mocked Holm for breaking a leg during the talks of 2015.",
            {"2024-05-10": "On Friday the mayor mocked Holm for breaking a leg during the talks of 2015"},
        ),
        ("Holm said the ferry left Lund two months earlier.", {}),
        ("Holm said on Monday that the ferry was old.", {}),
        ("Holm attacked the quay this spring.", {"2024-SP": "Holm attacked the quay this spring"}),
        ("Berg is set to meet Holm on Friday.", {"2024-05-17": "Berg is set to meet Holm on Friday"}),
    ],
)
def test_a_date_stands_with_what_it_dates(told: str, dated: dict[str, str]) -> None:
    found = [e for e in story((f"{LEAD} {told}", {"outlet": "Paper"})).events if not e.main]
    assert {e.date: e.title for e in found if len(e.date) > 4 and e.evidence[0].text == told} == dated


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Holm said more talks were not to be excluded on 20 May.", "expected"),
        ("Holm said the talks may not be held on 20 May.", "expected"),
        ("Holm said the talks will not be held on 20 May.", "negated"),
        ("Holm spoke unnamed to avoid harming the talks on 10 May.", "uncertain"),
    ],
)
def test_what_is_left_open_is_not_denied(told: str, status: str) -> None:
    found = [e for e in story((f"{LEAD} {told}", {"outlet": "Paper"})).events if e.evidence[0].text == told]
    assert {e.status for e in found} == {status}


def test_a_season_that_has_begun_is_not_expected() -> None:
    rows = [("Holm attacked the quay this spring.", "occurred"), ("Holm will attack the quay next winter.", "expected")]
    for told, status in rows:
        found = [e for e in story((f"{LEAD} {told}", {"outlet": "Paper"})).events if e.evidence[0].text == told]
        assert [e.status for e in found] == [status]
