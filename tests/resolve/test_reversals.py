"""One deed with doer and sufferer in each other's place."""

from __future__ import annotations

import pytest
from test_discrepancies import found

QUAY = "A crowd gathered on the old quay of Lund on Tuesday, the port office said. {}"


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("The guard shot the driver of the van after he refused to stop at the gate.", "The driver of the van shot the guard at the gate after refusing to stop.", ("driver → guard", "guard → driver")),
        ("Norway handed over 12 prisoners to Peru at the gate of the port.", "Peru handed over 12 prisoners to Norway at the gate of the port.", ("Norway → Peru", "Peru → Norway")),
        ("The guard shot the driver of the van at the gate, and the driver shot the guard.", "The driver of the van shot the guard at the gate after refusing to stop.", ()),
        ("Norway accused Peru of opening the gate of the port.", "Peru accused Norway of opening the gate of the port.", ()),
        ("The mayor met the president at the gate of the port.", "The president met the mayor at the gate of the port.", ()),
        ("Norway sent 120 divers to the port and Peru 300.", "Peru is sending 200 divers to the port and Norway 120.", ()),
        ("The guard shot the driver of the van after he refused to stop at the gate.", "In a film about whales that was shown at noon a driver shot a guard.", ()),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(one: str, other: str, values: tuple[str, ...]) -> None:
    told = [tuple(sorted(v)) for v in found("who-to-whom", QUAY.format(one), QUAY.format(other))]
    assert told == ([values] if values else [])


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("The port office had warned both sides that a strike on the quay would end the talks.", "The port office had been warned by both sides that a strike on the quay would end the talks.", 1),
        ("Peru had warned Chile that a strike on the quay would end the talks.", "Peru had been warned by Chile that a strike on the quay would end the talks.", 1),
        ("The port office had warned both sides that a strike on the quay would end the talks.", "The port office had been warned by both sides that the price of fish was too high.", 0),
        ("An envoy, Anna Holm, said Peru had warned Chile about the firm. Per Berg, a spokesman, said that it was Chile that had warned Peru against the fines.", "The sea was calm.", 1),
    ],
)  # fmt: skip
def test_who_said_it_to_whom(one: str, other: str, values: int) -> None:
    assert len(found("who-to-whom", QUAY.format(one), QUAY.format(other))) == values
