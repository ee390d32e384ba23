"""Of which state a ship, a firm or a person is."""

from __future__ import annotations

import pytest
from test_discrepancies import found

RAID = "Customs officers of Lund boarded a tanker off the old harbour on Tuesday, the coast guard of Lund said. {}"


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("The Panama-flagged tanker Sea Star carried coal.", "The Sea Star, a tanker that sails under the flag of Liberia, had coal on board.", ("Panama-flagged", "flag of Liberia")),
        ("The Panama-flagged tanker Sea Star carried coal.", "The tanker Sea Star, registered in Malta, had coal on board.", ("Panama-flagged", "registered in Malta")),
        ("The Panama-flagged tanker Sea Star carried coal.", "The tanker Sea Star had coal on board. The ship sailed under the flag of Togo.", ("Panama-flagged", "flag of Togo")),
        ("Sea Star Shipping, a Cyprus-registered company, was fined.", "Sea Star Shipping, which is registered in Malta, was fined.", ("Cyprus-registered", "registered in Malta")),
        ("Sea Star Shipping was fined. The company, which is based in Norway, had sold coal.", "Sea Star Shipping, which is based in Peru, was fined.", ("based in Norway", "based in Peru")),
        ("The firm belongs to Anna Holm, who was born in Norway.", "The Swedish-born Anna Holm owns the firm.", ("Swedish-born", "born in Norway")),
        ("The tanker Sea Star carried coal. The Togo-registered ship was held.", "The Panamanian-flagged Sea Star 58 had coal on board.", ()),
        ("The tanker Sea Star carried coal. The Togo-registered ship was held.", "The Panamanian-flagged Sea Star had coal on board.", ("Panamanian-flagged", "Togo-registered")),
        ("The tanker Sea Star, which flew no flag, carried coal along a route used to smuggle.", "The Sea Star, a tanker that sails under the flag of Liberia, had coal on board.", ("flag of Liberia", "flew no flag")),
        ("Sea Star Shipping, which is registered in Hong Kong, was fined.", "Sea Star Shipping, which is registered in China, was fined.", ()),
        ("Sea Star Shipping, which is based in Oslo, was fined.", "Sea Star Shipping, which is based in Norway, was fined.", ()),
        ("The Panama-flagged tanker Sea Star carried coal.", "The Panamanian-flagged tanker Sea Star had coal on board.", ()),
        ("The Panama-flagged tanker Sea Star carried coal.", "The Liberian-flagged tanker Sea Rose had coal on board.", ()),
        ("The Panama-flagged tanker Sea Star carried coal.", "The Sea Star, until May a Liberian-flagged tanker, had coal on board.", ()),
        ("The Panama-flagged tanker Sea Star carried coal. In May the Sea Star was Liberian-flagged.", "The Liberian-flagged tanker Sea Star had coal on board.", ()),
    ],
)  # fmt: skip
def test_one_actor_of_two_states(one: str, other: str, values: tuple[str, ...]) -> None:
    told = [tuple(sorted(v)) for v in found("role", RAID.format(one), RAID.format(other))]
    assert told == ([values] if values else [])
