"""What an article says in its own words and what it prints in the words of others, whether in quotation marks or not.

Posts, letters, transcripts and block quotations stand without marks; shared by two articles they make a common primary
source, not a copy. A block counts as another's words when it is signed as a post, labelled with a speaker, announced by a
colon, or speaks in the first person where the author does not.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ..text import STOP, Span, blocks, plain_quote, quotations, words
from .context import Desk

BREAK = ""  # stands between two quotations, so that no run goes over it


@dataclass(frozen=True, slots=True)
class Words:
    """`spans`: where each word begins and ends, as an array of two columns (a desk holds millions of words)."""

    tokens: tuple[str, ...]
    spans: NDArray[np.int32]


def over(words: Words, first: int, count: int = 1) -> Span:
    """From the beginning of one word to the end of the last of `count`."""
    return int(words.spans[first, 0]), int(words.spans[first + count - 1, 1])


@dataclass(frozen=True, slots=True)
class Prose:
    """`own`: the author's words; `said`: words of others with BREAK between passages; `quotes`: marked ones of five words
    or more, by their letters; `sentences`: those that are mostly the author's."""

    own: Words
    said: Words
    quotes: dict[str, Span]
    sentences: frozenset[Span]


def prose(desk: Desk, i: int) -> Prose:
    """The two kinds of words of the i-th article of the desk, furniture left out."""
    text, sentences = desk.articles[i].text, desk.annotations[i].sentences
    marked, foreign = _of_others(desk, i)
    said = sorted({*foreign, *(q for q in marked if not _within(foreign, q))})
    own: list[Span] = []
    mostly: list[Span] = []
    for s, e in sentences:
        at, begin = s, len(own)
        for q in _within(said, (s, e)):
            own.append((at, max(at, q[0])))
            at = max(at, q[1])
        own.append((at, max(at, e)))
        if sum(y - x for x, y in own[begin:]) > (e - s) / 2:
            mostly.append((s, e))
    quotes = {plain_quote(text[s:e]): (s, e) for s, e in marked if len(words(text[s:e])) >= 5}
    return Prose(_words(text, own, False), _words(text, said, True), quotes, frozenset(mostly))


def unmarked(desk: Desk, i: int) -> list[Span]:
    """The blocks of the i-th article of the desk that print the words of others without quotation marks."""
    return _of_others(desk, i)[1]


def _of_others(desk: Desk, i: int) -> tuple[list[Span], list[Span]]:
    """What the i-th article prints in quotation marks, and the blocks of others' words that stand without."""
    text, sentences = desk.articles[i].text, desk.annotations[i].sentences
    whole = blocks(text)
    body = [b for b in whole if _within(sentences, b)]
    marked = quotations(text, body)
    return marked, sorted({*_foreign(text, body, marked), *(set(_posts(text, whole)) & set(body))})


def _within(spans: Sequence[Span], part: Span) -> Sequence[Span]:
    """Those of ascending spans, none inside another, that overlap a part of the text."""
    return spans[bisect_right(spans, part[0], key=lambda s: s[1]) : bisect_left(spans, part[1], key=lambda s: s[0])]


def _words(text: str, spans: Iterable[Span], broken: bool) -> Words:
    tokens: list[str] = []
    places: list[int] = []
    for start, end in spans:
        for m in _PIECE.finditer(text, start, end):
            if w := _word(m[0]):
                tokens.append(w)
                places += m.span()
        if broken and tokens:
            tokens.append(BREAK)
            places += (end, end)
    return Words(tuple(tokens), np.array(places, np.int32).reshape(-1, 2))


_PIECE = re.compile(r"\S+")


@lru_cache(maxsize=1 << 18)
def _word(piece: str) -> str:
    return next(iter(words(piece)), "")


_POST = re.compile(r"\(@\w{2,}\)|(?:^|\s)[—–-]\s*@\w{2,}|pic\.twitter\.com/|https?://t\.co/")
_LABEL = re.compile(r"(?:[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}|[QA]):\s+\S")
_FIRST = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|me|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Oo]ur|us|myself|ourselves)\b")
_ANNOUNCED = re.compile(r":\s*$")


def _foreign(text: str, body: Sequence[Span], marked: Sequence[Span]) -> list[Span]:
    """Blocks without quotation marks around them that are another's words."""
    bare = [_bare(text, b, marked) for b in body]
    speaking = {n for n, t in enumerate(bare) if speaks(t)}
    if len(speaking) > len(body) / 3:
        speaking = set()  # an opinion piece or a diary: the author says "I"
    labelled = {n for n, b in enumerate(body) if _LABEL.match(text, b[0], b[1])}
    labelled = labelled if len(labelled) > 1 else set()
    told = {
        n
        for n in range(1, len(body))
        if _ANNOUNCED.search(text, *body[n - 1]) and not re.match(r"[-*•–]\s", text[slice(*body[n])])
    }
    return [body[n] for n in sorted(speaking | labelled | told)]


def _posts(text: str, whole: Sequence[Span]) -> list[Span]:
    """Blocks signed as posts; a signature by itself signs the block before it (cleaners take it for furniture)."""
    signed = {n for n, b in enumerate(whole) if _POST.search(text, *b)}
    signed |= {n - 1 for n in signed if n and len(text[slice(*whole[n])].split()) < 12}
    return [whole[n] for n in sorted(signed)]


def _bare(text: str, block: Span, marked: Sequence[Span]) -> str:
    out, at = [], block[0]
    for s, e in _within(marked, block):
        out.append(text[at : max(at, s)])
        at = max(at, e)
    return " ".join([*out, text[at : max(at, block[1])]])


def speaks(bare: str) -> bool:
    """First person, once in forty words or more often."""
    said = len(_FIRST.findall(bare))
    return bool(said) and len(bare.split()) <= 40 * said


@dataclass(frozen=True, slots=True)
class Prints:
    """Hashes of runs of words with where each begins (ascending); `known`: the distinct ones in order, `first`: which of `hashes` each is
    first."""

    hashes: NDArray[np.uint64]
    places: NDArray[np.int32]
    known: NDArray[np.uint64]
    first: NDArray[np.int32]


def prints(words: Words, size: int) -> Prints:
    """Every run of `size` words that stays inside one passage and has three words or more that are not of the grammar.

    A polynomial over word hashes modulo 2**64 (Karp and Rabin 1987): the same on every machine.
    """
    count = len(words.tokens) - size + 1
    if count < 1:
        return _printed(np.zeros(0, np.uint64), np.zeros(0, np.int32))
    codes = np.array([_code(t) for t in words.tokens], np.uint64)
    telling = np.cumsum([0, *(t not in STOP for t in words.tokens)])
    breaks = np.cumsum([0, *(t == BREAK for t in words.tokens)])
    kept = (telling[size:] - telling[:-size] >= 3) & (breaks[size:] == breaks[:-size])
    hashes = np.zeros(count, np.uint64)
    for k in range(size):
        hashes = hashes * _BASE + codes[k : k + count]
    return _printed(hashes[kept], np.flatnonzero(kept).astype(np.int32))


def _printed(hashes: NDArray[np.uint64], places: NDArray[np.int32]) -> Prints:
    known, first = np.unique(hashes, return_index=True)
    return Prints(hashes, places, known, first.astype(np.int32))


_BASE = np.uint64(0x9E3779B97F4A7C15)


@lru_cache(maxsize=1 << 17)
def _code(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


def matches(a: Prints, b: Prints) -> list[tuple[int, int]]:
    """(place in a, place in b) of the runs that both have, in the order of b; the first of a where it has several."""
    if not len(a.hashes) or not len(b.hashes):
        return []
    at = np.minimum(np.searchsorted(a.known, b.hashes), len(a.known) - 1)
    same = np.flatnonzero(a.known[at] == b.hashes)
    return list(zip(a.places[a.first[at[same]]].tolist(), b.places[same].tolist(), strict=True))
