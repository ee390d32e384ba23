"""Room 2: one article → everything it contains. Pure, one article at a time, independent of every other."""

from __future__ import annotations

from ..records import Annotation, Article
from ..text import Span, blanked, blocks, quotations, sentences
from . import (
    assertions,
    attributions,
    deeds,
    drafting,
    durations,
    exhibits,
    happenings,
    instruments,
    names,
    quantities,
    regimes,
    speakers,
    times,
)
from .engine import EncoderEngine, Engine

ENGINE: Engine = EncoderEngine()
VERSION = 19


def annotate(article: Article, engine: Engine = ENGINE) -> Annotation:
    """The annotation of one article. Furniture is passed over: removing it changes nothing of the body."""
    text = _read(article)
    body_blocks, spans, block_of = body_parts(article, text)
    made = engine.parse(text, spans)
    laws = instruments.instruments(text, spans)
    guarded = [(i.start, i.end) for i in laws]
    when = times.times(text, made, article.published.value if article.published.precision == "day" else "", guarded)
    when = deeds.dated(made, when)
    counted = quantities.quantities(text, made, guarded + [(t.start, t.end) for t in when])
    amounts = tuple(sorted((*counted, *durations.durations(text, made, when)), key=lambda q: (q.start, q.end)))
    named = names.mentions(text, made)
    quoted = tuple(quotations(text, body_blocks))
    body = drafting.Body(text, body_blocks, made, block_of, quoted, article.headline_span)
    said = speakers.resolve(body, attributions.drafts(body), named)
    propositions = assertions.assertions(text, made, said, named, article.headline_span)
    return Annotation(
        article.id, spans, named, said, when, amounts, laws, happenings.happenings(text, made, when),
        propositions, exhibits.exhibits(text, made, said, propositions), regimes.activities(made),
    )  # fmt: skip


def body_parts(article: Article, text: str) -> tuple[tuple[Span, ...], tuple[Span, ...], tuple[int, ...]]:
    """(body blocks, their sentences, block number of each sentence) without furniture; `text`: as it is read."""
    marked = {(f.start, f.end) for f in article.furniture}
    inner = [(f.start, f.end) for f in article.furniture if f.kind == "repeat"]
    opening = {f.start: f.end for f in article.furniture if f.kind == "dateline"}
    kept = tuple((opening.get(b[0], b[0]), b[1]) for b in blocks(text) if b not in marked)
    spans: list[Span] = []
    block_of: list[int] = []
    for n, b in enumerate(kept):
        for s in sentences(text, b):
            if s not in inner:
                spans.append(s)
                block_of.append(n)
    return kept, tuple(spans), tuple(block_of)


def _read(article: Article) -> str:
    """The text with blanks where page furniture stands inside a sentence."""
    return blanked(article.text, [(f.start, f.end) for f in article.furniture if f.kind == "inline"])
