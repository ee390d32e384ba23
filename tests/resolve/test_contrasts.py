"""What one thing can be only one of, told otherwise by other outlets."""

from __future__ import annotations

import pytest
from test_discrepancies import found

FERRY = "The ferry Ask sank in the old harbour of Lund on Tuesday, the coast guard of Lund said. {} The wreck was found at noon."


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("The captain, Anders Moe, is in critical condition, and the clinic says no more.", "Surgeons in Visby said on Tuesday that Anders Moe was in a stable condition.", ("critical condition", "stable condition")),
        ("The captain, Anders Moe, is in critical condition, and the clinic says no more.", "Surgeons in Visby said on Tuesday that Erik Lind was in a stable condition.", ()),
        ("The ferry sank an hour after Ostmark fired a short-range missile on Tuesday.", "On Tuesday Ostmark also tested what its army calls a medium-range ballistic missile.", ("medium-range ballistic missile", "short-range missile")),
        ("The ferry sank an hour after Ostmark fired a short-range missile on Tuesday.", "In May Ostmark also tested what its army calls a medium-range ballistic missile.", ()),
    ],
)  # fmt: skip
def test_two_kinds_of_one_thing(one: str, other: str, values: tuple[str, ...]) -> None:
    told = [tuple(sorted(v)) for v in found("role", FERRY.format(one), FERRY.format(other))]
    assert told == ([values] if values else [])
