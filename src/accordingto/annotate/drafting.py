"""Working records of attribution: the body under analysis and drafts of attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..text import Span
from .engine import Sentence


@dataclass
class Draft:
    """An attribution under construction; token indices are gone, spans are text offsets."""

    sentence: int
    block: int
    source: list[Span]
    cue: list[Span]
    content: list[Span]
    addressee: list[Span]
    act: str
    position: str


@dataclass(frozen=True, slots=True)
class Body:
    """The body of one article: per block its sentence numbers, the analysed sentences, and the quotations."""

    text: str
    blocks: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    block_of: tuple[int, ...]
    quotations: tuple[Span, ...]
    headline: Span | None


def span_of(sentence: Sentence, first: int, last: int) -> Span:
    """Text span of tokens first … last (inclusive)."""
    return sentence.tokens[first].start, sentence.tokens[last].end


def form(body: Body, content: Sequence[Span]) -> str:
    """direct: four fifths of the words inside quotation marks; mixed: some; indirect: none."""
    total = sum(e - s for s, e in content)
    inside = sum(max(0, min(e, q[1]) - max(s, q[0])) for s, e in content for q in body.quotations)
    return "direct" if inside >= 0.8 * total else "mixed" if inside > 0.02 * total else "indirect"


def sentence_at(body: Body, at: int) -> int | None:
    """The number of the sentence around a place; None where none is."""
    return next((i for i, s in enumerate(body.sentences) if s.start <= at < s.end), None)
