"""Whether two articles tell one event: what speaks for it, what against, and that the score is the sum of the reasons."""

from __future__ import annotations

import math

from accordingto.resolve import context, likeness, similarity
from conftest import annotated

BLAST = "An explosion sank an empty grain ferry in the harbour of Lund on Tuesday and killed four dock workers, Interior Minister Anna Berg said. Berg spoke of sabotage."
AGAIN = "Four dock workers died when a blast sank an empty ferry in Lund harbour, and Anna Berg, the interior minister, called it sabotage. Berg wants divers there."
OTHER = "Fishermen in Lund sold their whole catch of herring by noon, Jonas Reik of the fish market said. Reik wants a longer season."


def compared(*rows: tuple[str, str]) -> list[list[likeness.Why]]:
    """Reasons of the first article beside each other one; rows are (text, day)."""
    made = [annotated(t, id=f"n{i}", published=d, title=t.split(",")[0]) for i, (t, d) in enumerate(rows)]
    desk = context.desk(*zip(*made, strict=True))
    by = dict(zip((a.input for a in desk.articles), likeness.profiles(desk), strict=True))
    common = likeness.alike(list(by.values()))
    return [likeness.compare(by["n0"], by[f"n{i}"], common) for i in range(1, len(rows))]


def codes(reasons: list[likeness.Why]) -> set[str]:
    return {w.code for w in reasons}


def test_one_event_is_likely_and_another_is_not() -> None:
    same, other = compared((BLAST, "2024-05-14"), (AGAIN, "2024-05-15"), (OTHER, "2024-05-14"))
    assert similarity.probability(same) > 0.5 > 0.1 > similarity.probability(other)
    assert {"next-day", "same-cast"} <= codes(same)
    assert "same-day" in codes(other) and codes(other) & {"other-focus", "other-focus-both"}


def test_the_score_is_the_logistic_of_the_stored_weights() -> None:
    (reasons,) = compared((BLAST, "2024-05-14"), (AGAIN, "2024-05-14"))
    assert similarity.probability(reasons) == round(1 / (1 + math.exp(-sum(w.weight for w in reasons))), 4)


def test_days_between_speak_against_and_an_unknown_day_against_among_likes() -> None:
    near, far, unknown = compared((BLAST, "2024-05-14"), (AGAIN, "2024-05-14"), (AGAIN, "2024-05-19"), (AGAIN, ""))
    assert similarity.probability(near) > max(similarity.probability(unknown), similarity.probability(far))
    assert "undated-among-alike" in codes(unknown) and "days-apart" in codes(far)


def test_how_alike_a_desk_is_counts_copies_once() -> None:
    rows = [annotated(t, id=f"n{i}", published="2024-05-14") for i, t in enumerate((BLAST, AGAIN, BLAST))]
    whole = likeness.alike(likeness.profiles(context.desk(*zip(*rows, strict=True))))
    two = likeness.alike(likeness.profiles(context.desk(*zip(*rows[:2], strict=True))))
    assert 0 < whole < 1 and abs(whole - two) < 1e-9


def test_candidates_stay_within_the_window_and_the_crowd_counts_within_it() -> None:
    vectors = [{"ferry": 1.0} for _ in range(6)]
    days = [1, 2, 9, 9, None, 30]
    found = similarity.candidates(vectors, 1, 60, days, 3)
    assert (0, 1) in found and (2, 3) in found and (1, 2) not in found and (3, 5) not in found
    assert {(0, 4), (1, 4), (2, 4), (3, 4), (4, 5)} <= set(found)
    assert similarity.candidates(vectors, 1, 2, days, 3) == [(0, 1), (2, 3)]
    assert len(similarity.candidates(vectors, 1, 6)) == 15 and similarity.candidates(vectors, 1, 5) == []
