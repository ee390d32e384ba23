"""When something was said: remarks of two days are two."""

from __future__ import annotations

import pytest
from test_discrepancies import BLAST, story


@pytest.mark.parametrize(
    ("one", "other", "tellings"),
    [
        ("Anna Berg said on Monday that the harbour of Lund would open soon.", "Anna Berg said on Monday the harbour would open again soon.", [2]),
        ("Anna Berg said on Monday that the harbour of Lund would open soon.", "Anna Berg said on Tuesday the harbour would open again soon.", [1, 1]),
        ("“The harbour of Lund will open very soon,” Anna Berg said on Monday.", "“The harbour of Lund will open very soon,” Anna Berg said on Tuesday.", [2]),
    ],
)  # fmt: skip
def test_remarks_of_two_days(one: str, other: str, tellings: list[int]) -> None:
    rows = [(f"{BLAST} {x}", {"outlet": o, "published": "2024-05-15"}) for x, o in ((one, "Paper"), (other, "Post"))]
    said = [s for s in story(*rows).statements if s.speaker == "Anna Berg"]
    assert sorted(len(s.wordings) for s in said) == tellings
