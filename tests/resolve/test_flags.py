"""One ship under two flags."""

from __future__ import annotations

import pytest
from test_discrepancies import found

RAID = "Customs officers of Lund boarded a tanker off the old harbour on Tuesday, the coast guard of Lund said. {}"


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("The Panama-flagged tanker Sea Star carried coal.", "The Sea Star, a tanker that sails under the flag of Liberia, had coal on board.", ("Panama-flagged", "flag of Liberia")),
        ("The Panama-flagged tanker Sea Star carried coal.", "The tanker Sea Star, registered in Malta, had coal on board.", ("Panama-flagged", "registered in Malta")),
        ("The Panama-flagged tanker Sea Star carried coal.", "The Panamanian-flagged tanker Sea Star had coal on board.", ()),
        ("The Panama-flagged tanker Sea Star carried coal.", "The Liberian-flagged tanker Sea Rose had coal on board.", ()),
        ("The Panama-flagged tanker Sea Star carried coal.", "The Sea Star, until May a Liberian-flagged tanker, had coal on board.", ()),
        ("The Panama-flagged tanker Sea Star carried coal. In May the Sea Star was Liberian-flagged.", "The Liberian-flagged tanker Sea Star had coal on board.", ()),
    ],
)  # fmt: skip
def test_one_ship_under_two_flags(one: str, other: str, values: tuple[str, ...]) -> None:
    told = [tuple(sorted(v)) for v in found("role", RAID.format(one), RAID.format(other))]
    assert told == ([values] if values else [])
