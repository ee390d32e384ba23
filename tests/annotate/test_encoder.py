"""The shipped weights: that they load, that labels hang on the sentence alone, and what they know of plain press sentences."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.annotate import encoder as encoders
from accordingto.annotate.encoder import Encoder, encoder
from accordingto.errors import EngineError

WORDS = "The foreign minister of Chad , Amina Saleh , told Reuters in Paris that the talks had failed .".split()


def test_tags_tree_and_names_of_a_press_sentence() -> None:
    a = encoder()(WORDS)
    told = WORDS.index("told")
    assert a.xpos[told] == "VBD"
    assert a.heads[told] == 0
    assert (a.heads[2], a.rels[2]) == (told + 1, "nsubj")
    assert a.rels[WORDS.index("failed")] == "ccomp"
    names = {w: n for w, n in zip(WORDS, a.names, strict=True) if n != "O"}
    assert names == {"Chad": "B-LOC", "Amina": "B-PER", "Saleh": "I-PER", "Reuters": "B-ORG", "Paris": "B-LOC"}
    assert a.mentions[2] == "person"


def test_labels_hang_on_the_sentence_alone() -> None:
    before = encoder()(WORDS)
    encoder()(
        "Another sentence , much longer than the first and of other words entirely , comes between them .".split()
    )
    after = encoder()(WORDS)
    assert (before.heads, before.xpos, before.names) == (after.heads, after.xpos, after.names)
    assert np.array_equal(before.vector, after.vector)


def test_the_vector_has_length_one_and_brings_like_sentences_together() -> None:
    def vector(text: str) -> np.ndarray:
        return encoder()(text.split()).vector

    a, b, c = (
        vector("The port was closed after the blast ."),
        vector("After an explosion the harbour was shut ."),
        vector("She won the prize for her novel ."),
    )
    assert np.linalg.norm(a) == pytest.approx(1, abs=1e-5)
    assert a @ b > a @ c


@given(st.lists(st.text(min_size=1, max_size=12).filter(lambda w: not w.isspace()), min_size=1, max_size=30))
@settings(deadline=None, max_examples=30)
def test_any_words_give_one_tree(words: list[str]) -> None:
    a = encoder()(words)
    assert len(a.heads) == len(words)
    assert a.heads.count(0) == 1
    assert [r == "root" for r in a.rels] == [h == 0 for h in a.heads]


def test_a_very_long_sentence_is_read_in_windows() -> None:
    words = ("the envoy , who had come from Lund , said nothing ; " * 80).split()
    a = encoder()(words)
    assert len(a.xpos) == len(words)
    assert a.heads.count(0) == 1
    assert max(a.heads) <= len(words)


def test_loading_takes_less_than_a_second() -> None:
    start = time.process_time()
    Encoder()
    assert time.process_time() - start < 1


def test_damaged_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(encoders.SHA256, "encoder.json", "0" * 64)
    with pytest.raises(EngineError, match="install accordingto again"):
        Encoder()


def test_weights_that_do_not_run_are_one_clear_error(tmp_path: Path) -> None:
    for name in encoders.SHA256:
        (tmp_path / name).write_bytes(b"not a model")
    with pytest.raises(EngineError, match="does not run here"):
        Encoder(str(tmp_path))


def test_nothing_is_fetched_and_torch_is_not_needed() -> None:
    code = "import sys; from accordingto.annotate.encoder import encoder; encoder(); sys.exit(any(m in sys.modules for m in ('torch', 'transformers', 'tokenizers')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
