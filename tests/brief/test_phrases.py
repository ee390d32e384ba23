from __future__ import annotations

import pytest

from accordingto.brief.phrases import sentence


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("that the bridge would close", "The bridge would close."),
        ("However, during the night the harbour froze", "During the night the harbour froze."),
        ("but the mayor was not there", "The mayor was not there."),
        ("“We stay,”", "“We stay”"),
        ("Butter was short", "Butter was short."),
        ("Howard Lund was aboard", "Howard Lund was aboard."),
        ("“We stay.” … “Nobody leaves the port”", "“We stay. … Nobody leaves the port”"),
        (
            "Lund is to travel to the Eastern Harbour Forum at the",
            "Lund is to travel to the Eastern Harbour Forum at the …",
        ),
        ("forces took 42 towns throughout 2025.24", "Forces took 42 towns throughout 2025."),
        ("the crew “laughed” … and “wept” for days", "The crew “laughed” … and “wept” for days."),
    ],
)
def test_a_content_is_shown_as_one_sentence(content: str, shown: str) -> None:
    assert sentence(content) == shown


def test_a_long_sentence_is_cut_between_words() -> None:
    assert sentence("harbour " * 20, 30) == "Harbour harbour harbour …"
