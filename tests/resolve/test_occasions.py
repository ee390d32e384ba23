"""Calendar days that a text spells out."""

from __future__ import annotations

import pytest

from accordingto.resolve.occasions import Day, written


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
