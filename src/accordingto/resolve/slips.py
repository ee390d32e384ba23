"""Mistakes that two articles share: a misspelling that the others do not have, and words changed inside a quotation that the
others print unchanged.

Whoever copies, copies the mistake; two reporters seldom make the same one. Editors of manuscripts tell descent by common errors
(P. Maas, Textkritik, 1927). What most print is taken for right, so that a mistake which most share is never seen.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ..text import STOP, Span, fold, known_lemmas, lemma
from . import sparse
from .context import Desk
from .prose import Prose, Words, over
from .wordings import altered

FEW = 4  # articles: what more print is a way to spell
LETTERS = 4  # of a word whose misspelling is told from another word
ONE_SAYING, PART = 0.66, 0.5  # likeness of two quotations of one utterance, and of a quotation and a part of it
CROWD = 60


@dataclass(frozen=True, slots=True)
class Slip:
    """`code`: of the reason; `note`: what both print and what the others print; `places`: where each article prints it."""

    code: str
    note: str
    places: dict[int, Span]


def slips(desk: Desk, told: Sequence[Prose]) -> dict[tuple[int, int], list[Slip]]:
    """The mistakes that two articles (numbers, ascending) have in common."""
    out: dict[tuple[int, int], list[Slip]] = defaultdict(list)
    for slip in (*_misspelt(told), *_changed(desk, told)):
        for pair in itertools.combinations(sorted(slip.places), 2):
            out[pair].append(slip)
    return dict(out)


# ── one letter ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _misspelt(told: Sequence[Prose]) -> Iterator[Slip]:
    """Words one letter away from what more articles print between the same two words."""
    count = Counter(w for p in told for w in {*p.own.tokens, *p.said.tokens})  # what is quoted keeps its own mistakes
    rare = {w for w, n in count.items() if 2 <= n <= FEW and _unknown(w)}
    between: dict[tuple[str, str], set[str]] = defaultdict(set)
    places: dict[str, dict[int, Span]] = defaultdict(dict)
    for i, k, word, sides in _occurrences(p.own for p in told):
        if word in rare:
            between[sides].add(word)
            places[word].setdefault(i, over(told[i].own, k))
    right: dict[tuple[str, str], set[int]] = defaultdict(set)
    for i, _, word, sides in _occurrences(p.own for p in told):
        for wrong in between.get(sides, ()):
            if wrong != word and misspells(wrong, word):
                right[wrong, word].add(i)
    for (wrong, word), articles in sorted(right.items()):
        if len(articles - places[wrong].keys()) > len(places[wrong]) > 1:
            yield Slip("same-misspelling", f"“{wrong}”, elsewhere “{word}”", places[wrong])


def _occurrences(told: Iterable[Words]) -> Iterator[tuple[int, int, str, tuple[str, str]]]:
    """(article, number of the word, the word, the words on both sides) of every word with one on each side."""
    for i, words in enumerate(told):
        found = words.tokens
        for k, (left, word, after) in enumerate(zip(found, found[1:], found[2:], strict=False), 1):
            if len(word) >= LETTERS and not {left, after} <= STOP:
                yield i, k, word, (left, after)


def _unknown(word: str) -> bool:
    """Letters that are no form of a word of the language."""
    return word.isalpha() and word not in STOP and lemma(word) not in known_lemmas()


def misspells(wrong: str, right: str) -> bool:
    """Whether one is the other with a letter wrong, missing, too many, or two exchanged. Endings, doubled letters and what houses and
    romanisations spell differently ("defense", "Zelenskiy") are no mistakes."""
    wrong, right = fold(wrong), fold(right)
    if (
        wrong[0] != right[0]
        or right.startswith(wrong)
        or wrong.startswith(right)
        or not right.isalpha()
        or right in STOP
        or wrong[:-1] == right[:-1]  # "Texan" is no slip for "Texas"
    ):
        return False
    return OSA.distance(wrong, right, score_cutoff=1) == 1 and house(wrong) != house(right)


def house(word: str) -> str:
    """One form for all ways in which houses spell a word."""
    for pattern, plain in _WAYS:
        word = pattern.sub(plain, word)
    return word


_WAYS = [
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"h", ""), (r"(.)\1", r"\1"), (r"ou", "o"), (r"[ae]e", "e"), (r"[zc]", "s"), (r"[iyj]+", "i"), (r"(?<=\w)e(?=\w)", "a"), (r"q", "k"), (r"[vwu]", "u"),
    )
]  # fmt: skip


# ── quotations ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _changed(desk: Desk, told: Sequence[Prose]) -> Iterator[Slip]:
    """Quotations that more articles print in other words. Who quotes more of it prints it too."""
    printed: dict[str, dict[int, Span]] = defaultdict(dict)
    for i, p in enumerate(told):
        for quote, span in p.quotes.items():
            printed[quote].setdefault(i, span)
    quotes = sorted(printed)
    vectors = [desk.vector(q) for q in quotes]
    within: dict[str, dict[int, Span]] = {q: dict(found) for q, found in printed.items()}
    rivals: dict[str, set[str]] = defaultdict(set)
    for close, m, n in sparse.close_pairs(vectors, PART, keep=6, crowd=CROWD):
        short, long = sorted((quotes[m], quotes[n]), key=lambda q: (len(q), q))
        if short in long:
            within[short] |= {i: s for i, s in printed[long].items() if i not in within[short]}
        elif close >= ONE_SAYING and altered(short, long) == "substantive":
            rivals[short].add(long)
            rivals[long].add(short)
    for quote in sorted(rivals):
        others = set().union(*(within[r] for r in rivals[quote])) - within[quote].keys()
        if len(others) > len(within[quote]) > 1:
            yield Slip("same-alteration", f"elsewhere “{min(rivals[quote])}”", within[quote])
