"""Who is held answerable: which charges and denials are one claim."""

from __future__ import annotations

import pytest
from test_resolve import LEAD, claim, story


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        ("The coast guard said that Ostmark was behind the raid.", "Ostmark denied any involvement in the attack.", True),
        ("The ministry blamed Ostmark for the raid on the ferry.", "Investigators concluded that the Ostmark government was responsible for the attack.", True),
        ("The ministry blamed Ostmark for the raid.", "The ministry blamed Nordland for the raid.", False),
        ("The ministry accused Russia of blowing up the ferry.", "The ministry accused Russia of shelling the school.", False),
        ("The mayor said it certainly looked as if the Russians were behind it.", "Russia denied being behind the attack on the ferry.", True),
        ("Ostmark denied being behind the raid, which cost the lives of 80 people.", "The raid cost the lives of more than 80 people.", False),
        ("Ostmark was accused by the mayor of sinking the big ferry near Lund.", "The big ferry sank near Lund, which has hurt many towns.", False),
    ],
)  # fmt: skip
def test_who_is_held_answerable_makes_a_claim(one: str, two: str, joined: bool) -> None:
    ledger = story((f"{LEAD} {one}", {"outlet": "Paper"}), (f"{LEAD} {two}", {"outlet": "Post"}))
    told = [
        {p.evidence.article for p in c.positions}
        for c in ledger.claims
        if any(x in p.evidence.text for p in c.positions for x in ("Ostmark", "Nordland", "Russia"))
    ]
    assert any(len(x) > 1 for x in told) is joined


def test_who_says_that_somebody_has_nothing_to_do_with_it_denies_the_charge() -> None:
    ledger = story(
        (f"{LEAD} Mayor Anna Berg blamed Ostmark for the raid on the ferry.", {"outlet": "Paper"}),
        (f"{LEAD} “Ostmark has nothing to do with the raid,” the mayor of Malmö said.", {"outlet": "Post"}),
    )
    found = claim(ledger, "Ostmark blamed")
    assert {(p.holder, p.position) for p in found.positions} == {
        ("Anna Berg", "alleges"),
        ("mayor of Malmö", "denies"),
    }
    assert found.information_origins.names == ("Anna Berg",)
