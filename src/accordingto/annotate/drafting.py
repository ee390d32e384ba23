"""Working records of attribution: the body under analysis and drafts of attributions."""

from __future__ import annotations

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
