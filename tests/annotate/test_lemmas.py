from __future__ import annotations

import pytest

from accordingto.annotate.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "tag", "want"),
    [
        ("n’t", "RB", "not"), ("'s", "VBZ", "be"), ("’s", "POS", "'s"), ("me", "PRP", "I"), ("Them", "PRP", "they"), ("an", "DT", "a"),
        ("These", "DT", "this"), ("wo", "MD", "will"), ("denied", "VBD", "deny"), ("meeting", "VBG", "meet"), ("meeting", "NN", "meeting"),
        ("meetings", "NNS", "meeting"), ("better", "JJR", "good"), ("better", "RBR", "well"), ("biggest", "JJS", "big"),
        ("earlier", "RBR", "early"), ("Reuters", "NNP", "Reuters"), ("Americans", "NNPS", "American"), ("spokeswomen", "NNS", "spokeswoman"),
        ("left", "VBD", "leave"), ("left", "JJ", "left"), ("lies", "VBZ", "lie"), ("targets", "VBZ", "target"), ("4.8", "CD", "4.8"),
    ],
)  # fmt: skip
def test_lemma(word: str, tag: str, want: str) -> None:
    assert lemma(word, tag) == want
