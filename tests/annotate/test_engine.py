from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.annotate import ENGINE
from accordingto.text import tokens

WORDS = "anti-war U.S.-led Kim-Berg pro-and-con the said minister Lund’s and/or 12-year-old state-run of , “ ” told Chad".split()


def parse(text: str):  # type: ignore[no-untyped-def]
    return ENGINE.parse(text, [(0, len(text))])[0]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join))
@settings(deadline=None, max_examples=60)
def test_joining_hyphenated_words_keeps_a_tree(text: str) -> None:
    made = parse(text)
    assert sum(t.head < 0 for t in made.tokens) == 1
    for i in range(len(made.tokens)):
        steps, at = 0, i
        while at >= 0:
            at, steps = made.tokens[at].head, steps + 1
            assert steps <= len(made.tokens), text


@given(st.text(alphabet=st.sampled_from("abcXYZ -'’“”.,!?\u200b\u00e9\u4e2d0123456789/@"), max_size=60))
@settings(deadline=None, max_examples=40)
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    made = parse(text)
    assert all(text[t.start : t.end] == t.text for t in made.tokens)
    assert all(a.end <= b.start for a, b in zip(made.tokens, made.tokens[1:], strict=False))
    assert bool(made.tokens) == bool(tokens(text, (0, len(text))))


def test_hyphens_join_words_but_not_names() -> None:
    words = [t.text for t in parse("The anti-war Seoul-based group met Anna Berg-Lund.").tokens]
    assert words == ["The", "anti-war", "Seoul", "-", "based", "group", "met", "Anna", "Berg-Lund", "."]


def test_phrases_verbs_and_reach() -> None:
    made = parse("The deputy minister of Chad, Amina Saleh, has not denied the claims.")
    assert "The deputy minister" in [" ".join(t.text for t in made.tokens[p.first : p.last + 1]) for p in made.phrases]
    (verb,) = made.verbs
    assert (made.tokens[verb.verb].text, verb.negated, verb.passive, verb.finite) == ("denied", True, False, True)
    subject = next(i for i, t in enumerate(made.tokens) if t.rel == "nsubj")
    assert " ".join(t.text for t in made.tokens[slice(made.reach[subject][0], made.reach[subject][1])]).startswith(
        "The deputy minister of Chad , Amina"
    )
