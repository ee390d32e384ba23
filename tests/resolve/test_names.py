from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto import compare_names

SAME = [
    ("Kim Jong-un", "Kim Jong Un"),
    ("Kim Jong Eun", "Kim Jong-un"),
    ("Pak Chol Ryong", "Park Cheol-ryong"),
    ("Anna Berg", "Berg Anna"),
    ("Vladimir V. Berg", "Vladimir Berg"),
    ("Kim Hong-kyun", "Kim Hong-gyun"),
    ("José Berg", "Jose Berg"),
]
POSSIBLE = [("Jo Chun Yong", "Cho Chun Ryong"), ("Jonas Reik", "Jonas Raik"), ("A. Berg", "Anna Berg")]
DIFFERENT = [
    ("Kim Jong Un", "Kim Jong Il"),
    ("Kim Jong Un", "Kim Jong Sik"),
    ("Kim Jong Un", "Kim Yo Jong"),
    ("Anna Berg", "Anna Holm"),
    ("Ivan Berg", "Igor Berg"),
    ("", "Berg"),
]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [(a, b, v) for rows, v in ((SAME, "same"), (POSSIBLE, "possible"), (DIFFERENT, "different")) for a, b in rows],
)
def test_verdicts(a: str, b: str, verdict: str) -> None:
    found = compare_names(a, b)
    assert found.verdict == verdict
    assert found.score == pytest.approx(sum(w.weight for w in found.why))
    assert compare_names(b, a).verdict == verdict


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_names_compare_both_ways_alike(a: str, b: str) -> None:
    assert compare_names(a, b).verdict == compare_names(b, a).verdict
    if compare_names(a, a).why:
        assert compare_names(a, a).verdict == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Yulia Berg", "Yuliya Berg"),
        ("Mikhail Mishustin", "Mihail Mishustin"),
    ],
)
def test_romanisations(a: str, b: str) -> None:
    assert compare_names(a, b).verdict in ("same", "possible")
