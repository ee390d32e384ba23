from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.text import blocks, clip, fold, lemma, quotations, sentences, squeeze, tokens, whole_marks, words

SPLIT = [
    (
        "The U.S. talks failed. They met Mr. Berg on Jan. 2 in Oslo.",
        ["The U.S. talks failed.", "They met Mr. Berg on Jan. 2 in Oslo."],
    ),
    ("“We agree.” Then he left.", ["“We agree.”", "Then he left."]),
    ("He paid $3.5 million. No. 4 was closed.", ["He paid $3.5 million.", "No. 4 was closed."]),
    ("It ended there.The ministry said so.", ["It ended there.", "The ministry said so."]),
    ("“Is it energy? We don’t know,” he said.", ["“Is it energy?", "We don’t know,” he said."]),
    ("J. K. Moll spoke… and left.", ["J. K. Moll spoke… and left."]),
    ("It closed.[4] The mayor left. [12]", ["It closed.[4]", "The mayor left. [12]"]),
    ("He said no. [citation needed] She left.", ["He said no. [citation needed]", "She left."]),
    ("No. They will not go. See No. 4 and Art. 7 first.", ["No.", "They will not go.", "See No. 4 and Art. 7 first."]),
    ("2. The port is closed.", ["2. The port is closed."]),
    ("Anna Berg (b. March 1970) spoke.", ["Anna Berg (b. March 1970) spoke."]),
    (
        "They left the U.S. The talks failed, e.g. The Hague.",
        ["They left the U.S.", "The talks failed, e.g. The Hague."],
    ),
    ("The port closed. 4 At the time it rained.", ["The port closed. 4", "At the time it rained."]),
    ("The port closed. 4 ships left.", ["The port closed.", "4 ships left."]),
    ("Bread, rice, etc. When it ends, we go.", ["Bread, rice, etc.", "When it ends, we go."]),
    ("Figure 1.5 The harbour at dawn.", ["Figure 1.5", "The harbour at dawn."]),
    ("I was at — This is at six.", ["I was at —", "This is at six."]),
    ("Two men — Anna Berg and Kim — left.", ["Two men — Anna Berg and Kim — left."]),
    ("She played in Stay! (1999) and left.", ["She played in Stay! (1999) and left."]),
    ("It hurt Lund and Ystad Both sides agreed to stop.", ["It hurt Lund and Ystad", "Both sides agreed to stop."]),
    ("A Win for Both Sides", ["A Win for Both Sides"]),
    ("STATEMENT OF GEN. ANNA BERG", ["STATEMENT OF GEN. ANNA BERG"]),
]

WORDS = [
    ("Seoul-based aides can't go.", "Seoul - based aides ca n't go ."),
    ("U.S. envoy J. K. Moll’s $3.5m plan", "U.S. envoy J. K. Moll ’s $ 3.5m plan"),
    (
        "See https://example.org/a-b?c=1, or write to a.b@example.org.",
        "See https://example.org/a-b?c=1 , or write to a.b@example.org .",
    ),
    ("They cannot go... “No!!” she cried", "They can not go ... “ No !! ” she cried"),
    ("On Jan. 2 the COVID-19 and/or flu talks", "On Jan. 2 the COVID - 19 and / or flu talks"),
]


@pytest.mark.parametrize(("text", "want"), SPLIT)
def test_sentences(text: str, want: list[str]) -> None:
    assert [text[s:e] for s, e in sentences(text, (0, len(text)))] == want


@pytest.mark.parametrize(("text", "want"), WORDS)
def test_words_by_the_conventions_of_universal_dependencies(text: str, want: str) -> None:
    assert [text[s:e] for s, e in tokens(text, (0, len(text)))] == want.split(" ")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("He said “we agree” and left.", ["“we agree”"]),
        ('He said "we agree" and "we go".', ['"we agree"', '"we go"']),
        ("“One.\n\n“Two,” he said.", ["“One.", "“Two,”"]),
        ("the ‘deep concern’ of the ministry’s staff", ["‘deep concern’"]),
        ('A 12" gun. He said "no more".', ['"no more"']),
        ("don't say it's Berg's", []),
        ('see <a href="https://example.org/a">here</a> or "there now"', ['"there now"']),
        ("“We are watching closely, Berg said.", ["“We are watching closely,"]),
        ("Berg said: ‘We’ll go.\n\n‘We know how.’", ["‘We’ll go.", "‘We know how.’"]),
        ("the ’90s and the boys’ club of the ‘Old Town", []),
    ],
)
def test_quotations(text: str, want: list[str]) -> None:
    assert [text[s:e] for s, e in quotations(text, blocks(text))] == want


@pytest.mark.parametrize(
    ("word", "want"),
    [
        ("denied", "deny"),
        ("accused", "accuse"),
        ("called", "call"),
        ("shells", "shell"),
        ("met", "meet"),
        ("countries", "country"),
        ("denounced", "denounce"),
        ("dismissed", "dismiss"),
    ],
)
def test_lemma(word: str, want: str) -> None:
    assert lemma(word) == want


def test_hard_wrapped_lines_are_one_block() -> None:
    text = "\n\n".join(
        "The mayor of the town opened the new bridge on Monday after two\nyears of work and many long delays that had angered everybody in\nthe valley, the council said."
        for _ in range(3)
    )
    assert len(blocks(text)) == 3


@given(st.text(max_size=300))
def test_spans_round_trip_on_any_text(text: str) -> None:
    for b in blocks(text):
        assert 0 <= b[0] <= b[1] <= len(text)
        for s in sentences(text, b):
            assert b[0] <= s[0] < s[1] <= b[1]
            assert all(s[0] <= a < z <= s[1] for a, z in tokens(text, s))
    assert all(0 <= a < z <= len(text) for a, z in quotations(text, blocks(text)))


@given(st.text(max_size=60))
@settings(deadline=None)  # the first call loads a table
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert squeeze(squeeze(text)) == squeeze(text)
    assert words(text) == words(text)


@given(st.text(alphabet="ab ,;", max_size=60), st.integers(4, 50))
def test_a_clipped_text_keeps_its_limit_and_shows_that_something_is_missing(text: str, most: int) -> None:
    whole, got = squeeze(text), clip(text, most)
    assert len(got) <= most
    assert got == whole if len(whole) <= most else got.endswith(" …") and whole.startswith(got[:-2])


def test_the_name_of_a_programme_is_no_quotation() -> None:
    text = "“We have won,” Berg said on “Evening Hour.” He wrote on “the price of bread.”"
    assert [text[s:e] for s, e in quotations(text, [(0, len(text))])] == ["“We have won,”", "“the price of bread.”"]


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("“We have won.", "“We have won.”"),
        ("We have won.”", "“We have won.”"),
        ('We have won."', '"We have won."'),
        ('that it is "a loss', 'that it is "a loss"'),
        ("“We have won.”", "“We have won.”"),
        ("We have won.", "We have won."),
    ],
)
def test_a_cut_quotation_has_both_its_marks(cut: str, whole: str) -> None:
    assert whole_marks(cut) == whole
