"""What was expected and what became of it."""

from __future__ import annotations

from test_resolve import story

from accordingto.records import Event, Ledger

PLAN = "The Swedish president will visit the harbour of Lund on May 20, Interior Minister Anna Berg told reporters on Tuesday."
DONE = "The Swedish president visited the harbour of Lund on Monday, May 20, and spoke with the divers on the pier."


def expected(ledger: Ledger) -> list[Event]:
    return [e for e in ledger.events if not e.main and "will visit" in e.title]


def told(report: str, published: str) -> list[Event]:
    later = (report, {"outlet": "Post", "published": published, "title": "A day at the pier"})
    return expected(story((PLAN, {"outlet": "Paper"}), later))


def test_a_later_report_inside_the_window_is_the_outcome() -> None:
    (event,) = told(DONE, "2024-05-21")
    assert event.status == "occurred" and event.outcome[0].text.startswith("The Swedish president visited")
    assert event.why[-1].code == "reported-later"


def test_a_report_out_of_time_another_act_or_another_plan_is_none() -> None:
    for report, day in (
        (DONE, "2024-07-01"),
        (DONE.replace("visited", "will not visit"), "2024-05-21"),
        ("Fishermen sold their catch in the harbour of Lund on Monday.", "2024-05-21"),
        (PLAN.replace("Tuesday", "Wednesday"), "2024-05-15"),
    ):
        assert {e.status for e in told(report, day) if "outcome" not in e.title} <= {"expected"}
