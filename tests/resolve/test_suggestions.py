"""Questions that are left to a person: asked once, the most doubtful first, gone when somebody has ruled."""

from __future__ import annotations

from dataclasses import replace

from accordingto import api, naming
from accordingto.pipeline import run
from accordingto.records import Decision, Ledger
from accordingto.resolve.suggestions import LINE, _persons
from conftest import EXAMPLE, ROOT


def test_the_example_asks_about_its_slip_and_its_weak_joins(harbour: tuple[Ledger, object]) -> None:
    asked = harbour[0].suggestions
    assert {"entity", "statement"} <= {s.kind for s in asked}
    assert any({s.left, s.right} == {"Jonas Reik", "Jonas Raik"} for s in asked)
    assert all(s.why and s.evidence and s.question.endswith("?") for s in asked)
    far = [abs(s.score - LINE[s.kind]) for s in asked]
    assert far == sorted(far)


def test_a_near_name_of_a_list_is_a_question_and_a_ruling_ends_it() -> None:
    listed = [str(ROOT / "examples" / "list" / "un_dprk_excerpt.jsonl")]
    ledger, _ = api.read([str(EXAMPLE)], list_files=listed, workers=1)
    (asked,) = [s for s in ledger.suggestions if s.kind == "screening"]
    assert "Jo Chun-yong" in asked.question and asked.right == ""


def test_what_is_ruled_is_not_asked_again(harbour: tuple[Ledger, object]) -> None:
    ledger = harbour[0]
    ruled = [
        Decision(f"r{n}", "2024-06-01T00:00:00Z", "ana", s.left, s.right, "unsure" if s.right else "reject")
        for n, s in enumerate(ledger.suggestions)
    ]
    again = run(ledger.articles, decisions=ruled, workers=1)
    assert not {(s.left, s.right) for s in again.suggestions} & {(s.left, s.right) for s in ledger.suggestions}


def test_persons_whose_names_may_be_one_are_asked_about(harbour: tuple[Ledger, object]) -> None:
    reik = next(e for e in harbour[0].entities if e.name == "Jonas Reik")
    other = replace(reik, id="e2", name="Jonas Reiks", variants=("Jonas Reiks",), why=())
    asked = list(_persons([replace(reik, why=()), other]))
    assert len(asked) == 1 and naming.compare_names("Jonas Reik", "Jonas Reiks").verdict != "different"
