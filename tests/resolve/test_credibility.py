"""The proposed credibility follows from independence and contradiction; a person's grade stands over it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accordingto.records import Claim, Decision, Discrepancy, Evidence, Origins, Position, Why
from accordingto.resolve.credibility import graded

PASSAGE = Evidence("a1", 0, 10, "0123456789")


def claim(written: Origins, told: Origins, *against: str) -> Claim:
    says = [Position(h, "asserts", PASSAGE, (), "", "attributed") for h in ("Reik", "Tomkin")]
    denies = [Position(h, "denies", Evidence("a2", 0, 4, "none"), (), "", "attributed") for h in against]
    return Claim("c1", "It sank.", (*says, *denies), ("One",), written, told, "", (), ())


ONE, TWO = Origins(("Reuters",), ""), Origins(("Reuters", "Yonhap"), "")
OPEN = Origins(("Reuters", "Yonhap"), "", ("Daily: credits nobody",))
NONE = Origins((), "credits nobody")


@pytest.mark.parametrize(
    ("made", "value"),
    [
        (claim(TWO, TWO), 1),
        (claim(OPEN, TWO), 2),
        (claim(TWO, ONE), 3),
        (claim(ONE, TWO), 3),
        (claim(ONE, ONE), 6),
        (claim(NONE, NONE), 6),
        (claim(TWO, TWO, "Ostmark"), 4),
        (claim(ONE, ONE, "Ostmark", "Lanz"), 4),
    ],
)
def test_the_scale(made: Claim, value: int) -> None:
    (found,) = graded([made], [], [])
    assert found.credibility is not None
    assert (found.credibility.value, found.credibility.by) == (value, "") and found.credibility.why


def test_what_two_only_promise_or_half_say_is_not_confirmed() -> None:
    whole = claim(TWO, TWO)
    promised = replace(whole, positions=tuple(replace(p, position="commits") for p in whole.positions))
    partly = replace(whole, why=(Why("any-two", -5.0), Why("similar-content", 6.0)))
    assert [c.credibility.value for c in graded([promised, partly], [], []) if c.credibility] == [2, 2]


def test_accounts_that_differ_make_it_doubtful_where_they_touch_it() -> None:
    def differs(e: Evidence) -> Discrepancy:
        return Discrepancy("q1", "quantity", "substantive", "dead", ("four", "three"), (e,), ())

    (touched,) = graded([claim(TWO, TWO)], [differs(Evidence("a1", 4, 8, "4567"))], [])
    (apart,) = graded([claim(TWO, TWO)], [differs(Evidence("a1", 10, 12, "xx"))], [])
    assert touched.credibility is not None and apart.credibility is not None
    assert (touched.credibility.value, apart.credibility.value) == (4, 1)


def test_a_person_confirms_or_changes_it() -> None:
    ruled = Decision("r1", "2024-05-14T10:00:00Z", "ana", "c1", "", "edit", "credibility", "5")
    (found,) = graded([claim(ONE, ONE)], [], [ruled])
    assert found.credibility is not None and (found.credibility.value, found.credibility.by) == (5, "ana")
