"""How much a word tells: the rarer, the more, in ordinary English and on this desk.

A small pile on one matter has no common words but that matter's own; weighed by itself, what its articles share would weigh nothing, and
two of them would be less alike than the same two on a large desk. So ordinary English counts beside it, as PRIOR documents more
(additive smoothing towards a background model; C. Zhai, J. Lafferty 2004).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from .. import lexicon
from ..text import word_frequencies

PRIOR = 500  # documents of ordinary English (docs/method.md)
SENTENCES = PRIOR * 14  # what these have
EVERYDAY = 4.5e-4  # share of running words from which a word is of no matter in particular
SELDOM = 0.5  # times that a word which the table has not counts


def idf(
    documents: Sequence[Iterable[str]], length: int, frequency: Callable[[str], float], prior: int = PRIOR
) -> dict[str, float]:
    """Smoothed inverse document frequency, ln((1 + n) / (1 + df)) + 1, over distinct documents and `prior` documents of `length` running
    words of ordinary English, in which a word stands as often as `frequency` (a share of running words) says. A copy weighs nothing."""
    distinct = {tuple(d) for d in documents}
    df: Counter[str] = Counter()
    for d in distinct:
        df.update(set(d))
    total = 1 + len(distinct) + prior
    return {w: math.log(total / (1 + c + prior * (1 - (1 - frequency(w)) ** length))) + 1 for w, c in df.items()}


def of_term(term: str) -> float:
    """Share of running words of ordinary English that a term (`context.terms`) or a name in lower case makes up; of several words
    that of the rarest."""
    return _share(term, _terms())


def of_concept(concept: str) -> float:
    """The same of a concept (`context.concepts`), in which states' names are folded."""
    return _share(concept, _concepts())


def tells(concept: str) -> bool:
    """Whether a word says by itself what something is about: "toll", not "want" or "here"."""
    return of_concept(concept) < EVERYDAY


def _share(key: str, table: dict[str, float]) -> float:
    running, _ = word_frequencies()
    if key in table or " " not in key:
        return table.get(key, SELDOM) / running
    return min(table.get(w, SELDOM) for w in key.split()) / running


@cache
def _terms() -> dict[str, float]:
    return _folded({}, lexicon.synonym)


@cache
def _concepts() -> dict[str, float]:
    return _folded({word: state.lower() for word, state in lexicon.country_of().items()}, lexicon.concept)


def _folded(states: dict[str, str], fold: Callable[[str], str]) -> dict[str, float]:
    out: dict[str, float] = defaultdict(float)
    for word, count in word_frequencies()[1].items():
        out[fold(states.get(word, word))] += count
    return dict(out)
