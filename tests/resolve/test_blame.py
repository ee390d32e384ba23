"""Who is held answerable for what, by whom, and where two hold two."""

from __future__ import annotations

import pytest
from test_discrepancies import found
from test_resolve import story

DAM = "The Kastor dam on the river Lena broke on Tuesday and the water rose in the harbour of Lund."


def blamed(*texts: str) -> list[list[str]]:
    told = found("who-to-whom", *(f"{DAM} {t}" for t in texts), published="2024-05-14")
    return [sorted(values) for values in told]


BOTH = [["Norway blames Sweden", "Sweden blames Norway"]]


@pytest.mark.parametrize(
    ("texts", "want"),
    [
        (("Norway accused Sweden of blowing up the dam.", "Sweden blamed Norway for blowing up the dam."), BOTH),
        (("Norway accused Sweden of blowing up the dam.", "Sweden said Norway was behind the attack."), BOTH),
        (("Norway and Sweden blamed each other for blowing up the dam.",), BOTH),
        (("Norway and Sweden blamed each other for the attack.", "Sweden blamed Norway for blowing up the dam."), BOTH),
        (("Norway and Sweden accused each other of shyness.",), []),
        (("Norway accused Sweden of blowing up the dam.", "Sweden accused Norway of shelling a school."), []),
        (("Norway accused Sweden of blowing up the dam.", "Norway again accused Sweden of blowing up the dam."), []),
        (("Norway accused Sweden of blowing up the dam.", "Sweden denied that it was behind the attack."), []),
        (("Norway accused Sweden of blowing up the dam.", "Finland will win nobody by blaming Norway for blowing up the dam."), []),
        (("Norway accused Sweden of blowing up the dam.", "Finland said that the front in the Norwegian Hills blew up the dam."), []),
        (("Norway accused Sweden of blowing up the dam.", "Norway said that Norway was behind the attack."), [["Norway blames Sweden", "Norway says that it was its own doing"]]),
        (("Norway accused Sweden of blowing up the dam.", "Finland was looking for any evidence that Norway was behind the attack."), []),
    ],
)  # fmt: skip
def test_two_hold_two_answerable_for_one_deed(texts: tuple[str, ...], want: list[list[str]]) -> None:
    assert blamed(*texts) == want


def test_each_side_is_shown_once_as_it_was_first_told() -> None:
    rows = [
        (f"{DAM} {t}", {"outlet": o, "published": day})
        for t, o, day in (
            ("Sweden blamed Norway for blowing up the dam.", "Paper", "2024-05-15"),
            ("Norway accused Sweden of blowing up the dam.", "Post", "2024-05-14"),
            ("Norway accused Sweden of blowing up the dam.", "Courier", "2024-05-15"),
        )
    ]
    ledger = story(*rows)
    outlet = {a.id: a.outlet for a in ledger.articles}
    (shown,) = [d for d in ledger.discrepancies if d.kind == "who-to-whom"]
    assert {v: outlet[e.article] for v, e in zip(shown.values, shown.evidence, strict=True)} == {
        "Norway blames Sweden": "Post",
        "Sweden blames Norway": "Paper",
    }
