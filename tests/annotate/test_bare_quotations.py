"""Transcripts and interviews: whose turn it is, and what is said within a turn."""

from __future__ import annotations

from conftest import annotated, said

INTERVIEW = """How will the harbour town go on? Two experts answered our questions on Monday in the old town hall.

Marta Holm:

What has changed for the people of the harbour since the toll was raised in the spring of last year?

Jonas Reik:

The quays are full again after three hard years in which nobody came. I think the toll will stay.

Shipowners told me that they would pay it for another year if the council dredged the northern channel.

Marta Holm:

And what about the fishermen who lived from the small boats on the other side of the bay?

Ilse Tomkin:

They have lost everything that their parents built here over forty years of hard work on the water.

The talk was shortened for length and lightly edited for clarity before it was printed in this paper.
"""


def test_labels_on_their_own_line() -> None:
    _, found = annotated(INTERVIEW)
    turns = [(a.speaker, said(INTERVIEW, a.content)) for a in found.attributions if said(INTERVIEW, a.cue) == ":"]
    assert [who for who, _ in turns] == ["Marta Holm", "Jonas Reik", "Marta Holm", "Ilse Tomkin"]
    assert "Shipowners told me" in turns[1][1] and "They have lost" in turns[3][1]
    inner = next(a for a in found.attributions if said(INTERVIEW, a.cue) == "told")
    assert inner.inside is not None and found.attributions[inner.inside].speaker == "Jonas Reik"


def test_labels_in_capitals_share_their_line() -> None:
    text = "\n\n".join(
        [
            "The talk went as follows.",
            "HOLM: Will you go?",
            "REIK: I will stay here.",
            "HOLM: And the crew?",
            "REIK: It left on Monday morning with the old ferry to Lund.",
        ]
    )
    _, found = annotated(text)
    assert [said(text, a.source) for a in found.attributions if said(text, a.cue) == ":"] == ["HOLM", "REIK"] * 2


def test_a_pull_quotation_is_nobody_elses() -> None:
    text = "\n\n".join(
        [
            "A senior officer said the crews had “every sign” that the ice would come again.",
            "‘All sailors should fear this ice’",
            "In his own note, Mayor Jan Reik said: “All sailors should fear this ice. It will come again.”",
        ]
    )
    _, found = annotated(text)
    assert [a.speaker for a in found.attributions if "fear this ice" in said(text, a.content)] == ["Jan Reik"]


def test_an_interview_with_names_on_lines_of_their_own() -> None:
    rows = [
        ("Anna Holm", "The council says that the port will open again in May. Will it?"),
        ("Jan Reik", "It will open when the ice has gone and the old ferry has been mended, and no day before."),
        ("Anna Holm", "What will become of the crews, who have had no wages since the autumn?"),
        ("Jan Reik", "They will have to wait for their wages until the insurers have paid for the ferry."),
    ]
    text = "\n\n".join(
        ["We asked the mayor of Lund how the port will go on after the long winter.", *(x for row in rows for x in row)]
    )
    _, found = annotated(text)
    told = {(a.speaker, said(text, a.content)) for a in found.attributions if a.source == a.cue}
    assert told == set(rows)


def test_a_list_with_colons_is_no_transcript() -> None:
    text = "\n\n".join(
        ["Price: ten crowns a night.", "Place: Lund harbour.", "Price: twelve crowns at noon.", "Note: no dogs."]
    )
    _, found = annotated(text)
    assert not [a for a in found.attributions if said(text, a.cue) == ":" and a.speaker]


def test_headings_are_no_speakers() -> None:
    text = "\n\n".join(
        f"{who}: the {what}\n\nIt is so in Lund." for who, what in (("Winner", "port"), ("Loser", "road")) * 2
    )
    assert annotated(text)[1].attributions == ()
