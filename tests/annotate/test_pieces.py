from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.annotate.pieces import MOST, SHAPES, UNKNOWN, Pieces, shape

VOCABULARY = {"[PAD]": 0, "har": 7, "##bour": 8, "harbour": 9, ".": 10, "u": 11, "s": 12, "'": 13, "##s": 14, "e": 15}


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("Harbour", (9,)),
        ("harbours", (9, 14)),
        ("U.S.", (11, 10, 12, 10)),
        ("’s", (13, 12)),
        ("é", (15,)),
        ("zzz", (UNKNOWN,)),
        ("\u200b", (UNKNOWN,)),
        ("e" * 70, (UNKNOWN,)),
        ("e." * 40, (15, 10) * (MOST // 2)),
    ],
)
def test_longest_known_prefix_again_and_again(word: str, ids: tuple[int, ...]) -> None:
    assert Pieces(VOCABULARY)(word)[0] == ids


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("harbour", "lower"), ("Harbour", "Title"), ("HARBOUR", "UPPER"), ("H", "U"), ("H.", "U"), ("McLeod", "miXed"),
        ("4.8", "digits"), ("5th", "d1gits"), ("—", "other"), ("", "other"),
    ],
)  # fmt: skip
def test_shape(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name


@given(st.text(max_size=40))
def test_every_word_has_pieces(word: str) -> None:
    ids, look = Pieces(VOCABULARY)(word)
    assert 1 <= len(ids) <= MOST
    assert 0 <= look < len(SHAPES)
