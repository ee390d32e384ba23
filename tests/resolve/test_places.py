"""Of which state a ship, a firm or a person is."""

from __future__ import annotations

import pytest
from test_discrepancies import found

HEAD = "The court of Lund heard the case of the lost cargo on Tuesday, its clerk said. {}"


@pytest.mark.parametrize(
    ("one", "other", "states"),
    [
        ("The Panama-flagged tanker Blue Star was seized by the navy.", "The tanker Blue Star was seized. The ship sailed under the flag of Togo.", ("Panama", "Togo")),
        ("Blue Star Shipping, a Cyprus-registered company, was fined.", "Blue Star Shipping, which is registered in Malta, was fined.", ("Cyprus", "Malta")),
        ("The firm belongs to Anna Holm, who was born in Norway.", "The Swedish-born Anna Holm owns the firm.", ("Norway", "Sweden")),
        ("Blue Star Shipping, which is registered in Hong Kong, was fined.", "Blue Star Shipping, which is registered in China, was fined.", ()),
        ("The Panama-flagged tanker Blue Star was seized.", "The Togo-flagged tanker Sea Lady was seized.", ()),
        ("The Panama-flagged tanker Blue Star was seized. It was the Togo-flagged tanker Blue Star then.", "The Togo-flagged tanker Blue Star was seized.", ()),
        ("Blue Star Shipping, which is based in Oslo, was fined.", "Blue Star Shipping, which is based in Norway, was fined.", ()),
    ],
)  # fmt: skip
def test_two_states_for_one(one: str, other: str, states: tuple[str, ...]) -> None:
    told = found("place", HEAD.format(one), HEAD.format(other))
    assert [tuple(sorted(v)) for v in told] == ([states] if states else [])
