from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import annotated

KINDS = {"P": "person", "B": "body", "L": "place", "V": "vessel"}
LINES = [
    x
    for x in (Path(__file__).parent.parent / "cases" / "names.txt").read_text(encoding="utf-8").splitlines()
    if x and not x.startswith("#")
]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(x.removeprefix("? "), marks=[pytest.mark.xfail(strict=True)] if x.startswith("?") else [])
        for x in LINES
    ],
)
def test_case(line: str) -> None:
    want, text = set(), ""
    for part in re.split(r"(\{[PBLV] [^}]+\})", line):
        if part.startswith("{"):
            want.add((len(text), len(text) + len(part) - 4, KINDS[part[1]]))
            part = part[3:-1]
        text += part
    _, found = annotated(text)
    assert {(m.start, m.end, m.kind) for m in found.mentions if m.kind in KINDS.values()} == set(want)


def test_a_part_of_a_name_is_the_person() -> None:
    _, found = annotated("Amina Saleh came to Lyon. Saleh spoke first. Then Saleh left.")
    assert [m.name for m in found.mentions if m.kind == "person"] == ["Amina Saleh"] * 3


def test_a_headline_in_capitals_holds_names() -> None:
    _, found = annotated(
        "MINISTER AMINA SALEH FLIES TO PARIS FOR TALKS\n\nAmina Saleh, the foreign minister, flew to Paris on Monday."
    )
    assert sum(m.name.lower() == "amina saleh" for m in found.mentions) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "President Torvik greeted the crews. Later Torvik and first lady Melina Torvik went aboard. “Welcome,” Torvik said.",
            ["Torvik", "Torvik", "Melina Torvik", "Torvik"],
        ),
        ("Dagny Torvik, the mayor, came with Lars Torvik, her brother. Torvik spoke first.", ["Dagny Torvik", "Lars Torvik", "Dagny Torvik"]),
        ("President Torvik came at noon. Melina Torvik, who won in May, spoke. Torvik left at once.", ["Torvik", "Melina Torvik", "Torvik"]),
        ("President Torvik came at noon. His adviser Melina Torvik spoke.", ["Torvik", "Melina Torvik"]),
        ("His adviser Melina Torvik spoke. President Torvik left. Torvik was ill.", ["Melina Torvik", "Torvik", "Torvik"]),
        ("The leader Melina Torvik spoke. President Torvik left.", ["Melina Torvik"] * 2),
        (
            f"The leader Dagny Torvik met the crew. Lars Torvik, a shipwright, built the ship. Torvik was glad. {'The sea was calm that day. ' * 9}Torvik left.",
            ["Dagny Torvik", "Lars Torvik", "Torvik", "Dagny Torvik"],
        ),
        (
            f"Dagny Torvik met the crew. Dagny Torvik liked the ship. Lars Torvik built it. {'The sea was calm that day. ' * 9}Torvik left.",
            ["Dagny Torvik", "Dagny Torvik", "Lars Torvik", "Dagny Torvik"],
        ),
        (
            f"Dagny Torvik met the crew. The leader Lars Torvik built the ship. {'The sea was calm that day. ' * 9}Torvik left.",
            ["Dagny Torvik", "Lars Torvik", "Torvik"],
        ),
        (f"Torvik sailed on Monday. {'The sea was calm that day. ' * 9}The leader Dagny Torvik met Lars Torvik.", ["Dagny Torvik", "Dagny Torvik", "Lars Torvik"]),
        ("Melina Torvik, the president of Chad, spoke. President Torvik left.", ["Melina Torvik"] * 2),
    ],
)  # fmt: skip
def test_a_relative_is_not_whom_the_surname_means(text: str, names: list[str]) -> None:
    _, n = annotated(text)
    assert [m.name for m in n.mentions if m.kind == "person"] == names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sen. Dean Holm spoke.", [("Dean Holm", "person")]),
        ("Sens. Dean Holm (R-OH) and Anna Berg, D-N.Y., spoke.", [("Dean Holm", "person"), ("Anna Berg", "person")]),
        ("Sen. Nils King spoke. Mr. King said no. King left.", [("Nils King", "person")] * 3),
        ("The King spoke to Anna Berg.", [("King", "role"), ("Anna Berg", "person")]),
        (
            "Lawmakers want to waylay Holm and oust Escalante over the ban.",
            [("Holm", "person"), ("Escalante", "place")],
        ),
    ],
)
def test_offices_parties_and_verbs_are_no_names(text: str, told: list[tuple[str, str]]) -> None:
    _, n = annotated(text)
    assert [(m.name, m.kind) for m in n.mentions] == told


def test_the_north_is_a_state_only_where_the_article_names_it() -> None:
    def states(text: str) -> set[str]:
        return {m.name for m in annotated(text)[1].mentions if " " in m.name}

    assert "North Korea" in states("North Korean troops fired on Monday. The North said that it was a test.")
    assert states("Fighting went on in the North of Chad. The North said that it was a test.") == set()
    assert states("North Korean troops fired north of Lund. The talks in North Carolina ended.") >= {"North Korea"}
