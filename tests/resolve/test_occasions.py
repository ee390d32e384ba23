"""Calendar days that a text spells out."""

from __future__ import annotations

import pytest

from accordingto.resolve.occasions import Day, other_number, written


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Harbour bulletin, Feb. 26, 2026 | Port", {("2026", "02-26")}),
        ("26 February: the harbour today", {("", "02-26")}),
        ("From May 5 to 6 June 2024", {("", "05-05"), ("2024", "06-06")}),
        ("Sept 3 in Lund", {("", "09-03")}),
        ("Maybe 12 ferries sank in March 2024, and 40 may", set()),
        ("Decent 12 and Janet 4", set()),
    ],
)
def test_days_with_month_and_number_are_read_and_nothing_else(text: str, days: set[Day]) -> None:
    assert written(text) == days


@pytest.mark.parametrize(
    ("one", "two", "other"),
    [
        ("Flight 175 left Lund", "Flight 11 left Lund", True),
        ("a Category 2 storm", "a category three storm", True),
        ("Flight 175 left Lund", "Gate 11 was closed", False),
        ("Flights 11 and Flight 175", "Flight 175 left Lund", False),
        ("on May 4 in Lund", "on May 5 in Lund", False),
    ],
)
def test_things_of_one_series_are_told_apart_by_their_numbers(one: str, two: str, other: bool) -> None:
    assert other_number(one, two) is other
