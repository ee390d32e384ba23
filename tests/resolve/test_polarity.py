"""What one account affirms and another negates."""

from __future__ import annotations

import pytest
from test_discrepancies import found
from test_resolve import story

QUAY = "A crowd gathered on the old quay of Lund on Tuesday, the port office said. {}"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The ministry of Peru confirmed that its ships had shelled the port.", "“Our ships shelled no port,” Anna Holm, a spokeswoman for Peru, said.", 1),
        ("Two diplomats said the drones were supplied by Peru to Chile in 2023.", "Peru never supplied drones to Chile, Anna Holm said.", 1),
        ("Anna Holm said that Peru will not be the first to open fire but that every attack would be answered.", "Anna Holm said that Peru will be the first to open fire.", 1),
        ("Anna Holm said that the mayor had paid the captain for the raid on the port.", "Per Berg said he did not know of the raid on the port.", 0),
        ("“There are questions here that we want answered,” Anna Holm said.", "“We don't want them here,” Per Berg said.", 0),
        ("Few believe that the mayor is an honest man.", "Per Berg says the mayor is not an honest man.", 0),
        ("Anna Holm said that Peru would open the port.", "Per Berg said that Peru had not opened the port.", 0),
    ],
)  # fmt: skip
def test_two_voices_that_say_the_opposite(one: str, other: str, told: int) -> None:
    assert len(found("polarity", QUAY.format(one), QUAY.format(other))) == told


def test_never_contradicts_one_voice_whenever_it_said_the_other() -> None:
    one = "Harbour Minister Anna Berg spoke in Lund. She said that she had met Mr Reik on 2 May in the port."
    other = "A ferry sank off Oslo. Harbour Minister Anna Berg has said that she never met Mr Reik."
    ledger = story(
        (one, {"outlet": "Paper", "published": "2024-05-14"}),
        (other, {"outlet": "Post", "published": "2024-05-24", "title": "Ferry"}),
    )
    assert len([d for d in ledger.discrepancies if d.kind == "polarity"]) == 1
