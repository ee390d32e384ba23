from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.annotate import ENGINE
from accordingto.annotate.coreference import Antecedents
from accordingto.annotate.names import mentions
from accordingto.text import blocks, sentences

LINES = [
    x
    for x in (Path(__file__).parent.parent / "cases" / "pronouns.txt").read_text(encoding="utf-8").splitlines()
    if x and not x.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_case(line: str) -> None:
    marked, want = line.split(" || ")
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    end = marked.index("]") - 1
    made = ENGINE.parse(text, [s for b in blocks(text) for s in sentences(text, b)])
    assert Antecedents(text, made, mentions(text, made)).person(start, end) == want.replace("-", "")
