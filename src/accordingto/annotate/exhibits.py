"""Exhibits: what an article says was shown for a claim (satellite images, debris, documents, a count), tied to the assertion.

A noun of `lexicon/exhibits.toml` counts where it is the source of a finding ("images show that …"), or where a marker ties it to
an assertion of its sentence ("according to", "based on", "after inspecting"). Nothing is said about its worth.
"""

from __future__ import annotations

from collections.abc import Sequence

from .. import lexicon
from ..records import Assertion, Attribution, Exhibit
from ..text import Span
from .drafting import span_of
from .engine import Sentence

_SHOWS = frozenset(("find", "say", "report", "confirm", "predict", "allege"))
_MARKERS = ("according to", "based on", "on the basis of", "citing", "cited", "cites", "which cite", "judging by", "judging from", "drawing on", "using", "after examining",
            "after reviewing", "after analysing", "after analyzing", "after inspecting", "evidenced by", "as shown by", "as shown in", "shown by", "seen in", "supported by")  # fmt: skip


def exhibits(
    text: str, sentences: Sequence[Sentence], made: Sequence[Attribution], rows: Sequence[Assertion]
) -> tuple[Exhibit, ...]:
    """Exhibits in order of position, each with the index of the assertion that it is shown for."""
    kinds = lexicon.exhibit_kinds()
    of = {r.attribution: k for k, r in enumerate(rows) if r.attribution is not None}
    out: list[Exhibit] = []
    for s in sentences:
        for p in s.phrases:
            head = s.tokens[p.head]
            if not head.tag.startswith("NN"):
                continue
            before = s.tokens[p.head - 1].text.lower() if p.head > p.first else ""
            kind = kinds.get(f"{before} {head.lemma}") or kinds.get(head.lemma)
            if not kind:
                continue
            span = span_of(s, p.first, p.last)
            source = _as_source(span, made)
            shown = None
            if source is not None:
                shown = of.get(source)
            elif _marked(text, s, span) or _traced(s, p.head):
                shown = _of_sentence(s, span, rows)
            if shown is not None:
                out.append(Exhibit(*span, kind, shown))
    return tuple(dict.fromkeys(out))


def _as_source(span: Span, made: Sequence[Attribution]) -> int | None:
    """The finding whose source begins with the exhibit, or the citation that names it."""
    for i, a in enumerate(made):
        for s, e in a.source:
            if s <= span[0] and span[1] <= e and a.act in _SHOWS and span[0] - s <= 4:
                return i
    return None


def _traced(sentence: Sentence, head: int) -> bool:
    """ "The debris was identified as …", "the wreckage was from …": the exhibit itself is what the assertion is about."""
    t = sentence.tokens[head]
    if not t.rel.startswith("nsubj") or t.head < 0 or lexicon.exhibit_kinds().get(t.lemma) != "debris":
        return False
    over = sentence.tokens[t.head]
    was = any(x.head == t.head and x.rel == "cop" for x in sentence.tokens)
    return was or over.lemma in _TRACED


_TRACED = frozenset("identify match trace come recover attribute bear".split())


def _marked(text: str, sentence: Sentence, span: Span) -> bool:
    before = text[sentence.start : span[0]].lower().rstrip()
    before = before.removesuffix(" the").removesuffix(" a").removesuffix(" an").removesuffix(" commercial")
    return before.endswith(_MARKERS)


def _of_sentence(sentence: Sentence, span: Span, rows: Sequence[Assertion]) -> int | None:
    """The assertion of the same sentence that the marker qualifies: the one that ends nearest before, else begins after."""
    inside = [
        k
        for k, r in enumerate(rows)
        if r.start < sentence.end and sentence.start < r.end and not span[0] <= r.start < r.end <= span[1]
    ]
    if not inside:
        return None
    return min(
        inside,
        key=lambda k: (abs(rows[k].end - span[0]) if rows[k].end <= span[1] else abs(rows[k].start - span[1]), k),
    )
