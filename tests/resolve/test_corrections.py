"""A person's word on one attribution, discrepancy or event comes before any inference, and can be taken back."""

from __future__ import annotations

from test_discrepancies import FIRE
from test_resolve import story

from accordingto import pipeline
from accordingto.records import Decision, Ledger

SAID = "Interior Minister Anna Berg told reporters in Lund on Tuesday that the divers had found a naval mine under the pier."


def ruled(ledger: Ledger, left: str, verdict: str, field: str = "", value: str = "", right: str = "") -> Ledger:
    made = Decision("r1", "2024-06-01T00:00:00Z", "ilse", left, right, verdict, field, value)
    return pipeline.run(ledger.articles, decisions=[made], workers=1)


def test_a_wrong_speaker_is_set_right_and_a_rejected_attribution_makes_no_statement() -> None:
    ledger = story((SAID, {"outlet": "Paper"}))
    (statement,) = (s for s in ledger.statements if s.speaker == "Anna Berg")
    name = f"{ledger.articles[0].id}-{statement.wordings[0].attribution}"
    edited = ruled(ledger, name, "edit", "speaker", "Jonas Reik")
    assert {s.speaker for s in edited.statements} == {"Jonas Reik"}
    assert "Jonas Reik" in {p.holder for c in edited.claims for p in c.positions}
    assert edited.annotations == ledger.annotations  # what was observed stays as it was
    gone = ruled(ledger, name, "reject")
    assert not gone.statements and "Anna Berg" not in {p.holder for c in gone.claims for p in c.positions}


def test_a_rejected_discrepancy_is_not_shown_again() -> None:
    ledger = story((FIRE.format("twelve"), {"outlet": "Paper"}), (FIRE.format("nine"), {"outlet": "Post"}))
    (found,) = (d for d in ledger.discrepancies if d.kind == "quantity")
    assert found.id not in {d.id for d in ruled(ledger, found.id, "reject").discrepancies}


def test_events_named_by_id_are_joined_and_parted() -> None:
    other = "Fishermen in Ystad sold their whole catch of herring by noon, Jonas Reik of the fish market said."
    ledger = story((SAID, {}), (other, {"title": "A good catch"}))
    one, two = (e.id for e in ledger.events if e.main)
    joined = ruled(ledger, one, "same", right=two)
    assert len([e for e in joined.events if e.main]) == 1
    twins = story(
        (SAID, {"outlet": "Paper"}), (SAID.replace("told reporters in Lund", "said in Lund"), {"outlet": "Post"})
    )
    (event,) = (e for e in twins.events if e.main)
    parted = ruled(twins, event.articles[0], "different", right=event.articles[1])
    assert len([e for e in parted.events if e.main]) == 2
