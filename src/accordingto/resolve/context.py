"""What every file of this room needs to know of an article: its date, its outlet as shown, its sentences as vectors."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from .. import lexicon
from ..records import Annotation, Article, Evidence, Mention, Why
from ..text import Span, blanked, content_words, squeeze, words
from . import rarity, similarity

SENTENCE = 25  # running words
NOTHING: frozenset[Any] = frozenset()
"""One empty set for all: each made anew takes 216 bytes, and a desk has hundreds of thousands."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Articles and annotations in canonical order with shared word weights; built once a run."""

    articles: tuple[Article, ...]
    annotations: tuple[Annotation, ...]
    weight: dict[str, float]
    rarest: float
    number: dict[str, int]

    def article(self, key: str) -> Article:
        return self.articles[self.number[key]]

    def vector(self, text: str) -> similarity.Vector:
        return similarity.vector(concepts(text), self.weight, self.rarest)


_NO_ONE = re.compile(r"\bno[ -]one\b", re.I)


def terms(text: str) -> list[str]:
    """Content words with rewriters' synonyms folded."""
    return [lexicon.synonym(w) for w in content_words(text)]


def concepts(text: str) -> list[str]:
    """Content words with rewriters' synonyms (the wider groups too) and the names of states folded ("Moscow", "Russian" → "russia"; "US", "Washington",
    "American" → "united states")."""
    return [lexicon.concept(w) for w in folded(text)]


def last_concept(text: str) -> str:
    """The concept of the last content word, by which a phrase is filed; "" where it has none."""
    return " ".join(concepts(text)[-1:])


def folded(text: str) -> list[str]:
    """Content words with only the names of states folded."""
    found = words(_SHORT.sub(r"U.\1.", _NO_ONE.sub("nobody", text)))
    states, out, i = _first_words(), [], 0
    while i < len(found):
        size, state = _state(found, i) if found[i] in states else (1, "")
        if c := state or _word(found[i]):
            out.append(c)
        i += size
    return out


_SHORT = re.compile(r"\bU([SN])A?\b")
_WORDS = frozenset(("us", "un"))  # in capitals only, or "tells us" and Kim Jong Un would name states


@cache
def _first_words() -> dict[str, int]:
    """First words of states' names of several words, with how many words the longest of them has."""
    out: dict[str, int] = {}
    for name in lexicon.country_of():
        first, *rest = words(name)
        if rest:
            out[first] = max(out.get(first, 0), 1 + len(rest))
    return out


def _state(found: Sequence[str], i: int) -> tuple[int, str]:
    """(words, concept) of the name of a state that begins at a word; (1, "") where none does."""
    for size in range(_first_words()[found[i]], 1, -1):
        if place := lexicon.country_of().get(" ".join(found[i : i + size])):
            return size, place.lower()
    return 1, ""


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> str:
    """The lemma of one word, or the state it names; "" of a word without content."""
    table = lexicon.country_of()
    if "." in word and (place := table.get(f"{word}.")):
        return place.lower()
    return next((table[w].lower() if w in table and w not in _WORDS else w for w in content_words(word)), "")


def desk(articles: Sequence[Article], annotations: Sequence[Annotation]) -> Desk:
    """Canonical order is by article id, whatever the order given. What a page ran into its sentences is blanked."""
    read = (replace(a, text=blanked(a.text, spans)) if (spans := _run_in(a)) else a for a in articles)
    rows = sorted(zip(read, annotations, strict=True), key=lambda p: p[0].id)
    sentences = [concepts(a.text[s:e]) for a, n in rows for s, e in n.sentences]
    weight = rarity.idf(sentences, SENTENCE, rarity.of_concept, rarity.SENTENCES)
    return Desk(
        tuple(a for a, _ in rows),
        tuple(n for _, n in rows),
        weight,
        max(weight.values(), default=1.0),
        {a.id: i for i, (a, _) in enumerate(rows)},
    )


def _run_in(article: Article) -> list[Span]:
    """Where page furniture stands inside a sentence."""
    return [(f.start, f.end) for f in article.furniture if f.kind == "inline"]


def evidence(article: Article, span: Span, around: int | None = None) -> Evidence:
    """A passage as it stands in the article; of one that page furniture runs through, the part with `around` in it, else the longest that
    it does not run through."""
    for s, e in _run_in(article):
        if s < span[1] and span[0] < e:
            parts = (span[0], s), (e, span[1])
            span = max(parts, key=lambda p: (around is not None and p[0] <= around < p[1], p[1] - p[0]))
    return Evidence(article.id, span[0], span[1], article.text[span[0] : span[1]])


def mentions_in(n: Annotation, span: Span) -> list[Mention]:
    """Mentions that begin inside a part of the text."""
    return [m for m in n.mentions if span[0] <= m.start < span[1]]


def told_of(n: Annotation, span: Span) -> list[Mention]:
    """The same without those who say it."""
    sources = [s for x in n.attributions for s in x.source]
    return [m for m in mentions_in(n, span) if not any(s <= m.start < e for s, e in sources)]


def names_in(n: Annotation, span: Span) -> frozenset[str]:
    """The names, offices left out, that begin inside a part of the text."""
    return frozenset(m.name for m in mentions_in(n, span) if m.kind != "role")


def make_id(prefix: str, *parts: object) -> str:
    """A short stable id from what identifies the thing."""
    return prefix + hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:12]


def outlet_label(article: Article) -> str:
    """The outlet as shown; an unknown one is named by its input so that two unknowns stay two."""
    return article.outlet or f"unknown outlet ({article.input})"


def family(name: str) -> str:
    """The owner of a registered outlet; an unregistered one is its own family."""
    known = lexicon.outlet_by_name().get(name.lower())
    return known.family if known else name


def paper(article: Article) -> str:
    """Whose voice an article is: the owner of its outlet."""
    return family(outlet_label(article))


def kind_of(outlet: str) -> str:
    """The kind of a registered outlet, "unknown" of any other."""
    known = lexicon.outlet_by_name().get(outlet.lower())
    return known.kind if known else "unknown"


def supplies(outlet: str) -> bool:
    """Whether it sends out copy of its own."""
    return kind_of(outlet) in ("agency", "state-media")


def day(article: Article) -> dt.date | None:
    return dt.date.fromisoformat(article.published.value) if article.published.precision == "day" else None


def order_key(article: Article) -> tuple[str, str]:
    """Oldest first; undated articles after the dated ones, by input name."""
    return (article.published.value or "9999", article.input)


def why(kind: str, code: str, note: str = "") -> Why:
    """A reason with the weight that the lexicon gives its code."""
    return Why(code, lexicon.reason(kind, code)[0], note)


def measured(kind: str, code: str, value: float) -> Why:
    """A reason that weighs as much as what was measured, two digits of which are kept."""
    return Why(code, round(lexicon.reason(kind, code)[0] * round(value, 2), 3), f"{value:.2f}")


def in_headline(article: Article, at: int) -> bool:
    span = article.headline_span
    return span is not None and span[0] <= at < span[1]


def lead(article: Article, annotation: Annotation, limit: int = 100) -> str:
    """Headline twice and the first words of the body: what says what an article is about."""
    body: list[str] = []
    count = 0
    for s, e in annotation.sentences:
        if in_headline(article, s):
            continue
        body.append(article.text[s:e])
        count += len(article.text[s:e].split())
        if count >= limit:
            break
    return squeeze(" ".join([article.headline, article.headline, *body]))
