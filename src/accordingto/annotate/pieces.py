"""Words to word pieces and word shapes: what the encoder reads.

WordPiece as in BERT (Wu et al. 2016; Devlin et al. 2019), uncased: lower case, no accents, punctuation on its own, then the
longest known prefix again and again. The shape keeps what lower-casing loses. One word always gives the same pieces, so
words are remembered.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

UNKNOWN, OPEN, CLOSE = 100, 101, 102
LONGEST, MOST = 60, 12

SHAPES = ("none", "lower", "Title", "UPPER", "U", "miXed", "digits", "d1gits", "other")
"""Shape of a word, by index: all lower case, capitalised, all capitals, one capital, other mixtures, digits, digits and
letters, everything else."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‑": "-", "\xa0": " "})


def shape(word: str) -> int:
    """Index into SHAPES."""
    digits = any(c.isdigit() for c in word)
    if not any(c.isalpha() for c in word):
        return 6 if digits else 8
    if digits:
        return 7
    if word.islower():
        return 1
    if word.isupper():
        return 4 if sum(c.isalpha() for c in word) == 1 else 3
    return 2 if word[0].isupper() and word[1:].islower() else 5


class Pieces:
    """A vocabulary, and the pieces and shapes of the words seen so far.

    vocabulary: piece to id; continuations begin with "##".
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._seen: dict[str, tuple[tuple[int, ...], int]] = {}

    def __call__(self, word: str) -> tuple[tuple[int, ...], int]:
        """The ids of a word's pieces, from one to MOST, and its shape. Of a web address the beginning is enough."""
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) > 100_000:
                self._seen.clear()
            ids = tuple(i for part in _parts(word) for i in self._split(part))[:MOST]
            found = self._seen[word] = (ids or (UNKNOWN,), shape(word))
        return found

    def _split(self, part: str) -> list[int]:
        if len(part) > LONGEST:
            return [UNKNOWN]
        out, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                piece = ("##" if start else "") + part[start:end]
                if piece in self._vocabulary:
                    break
                end -= 1
            if end == start:
                return [UNKNOWN]
            out.append(self._vocabulary[piece])
            start = end
        return out


def _parts(word: str) -> list[str]:
    """Lower case without accents, cut at punctuation and between Chinese characters."""
    plain = unicodedata.normalize("NFD", word.translate(_PLAIN).lower())
    out, run = [], ""
    for c in plain:
        kind = unicodedata.category(c)
        if kind == "Mn" or kind.startswith("C"):
            continue
        if c.isspace() or kind[0] in "PS" or "\u4e00" <= c <= "\u9fff":
            if run:
                out.append(run)
            run = ""
            if not c.isspace():
                out.append(c)
        else:
            run += c
    return [*out, run] if run else out
