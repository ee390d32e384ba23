"""Quotations beyond their cue: whole quotations over sentences, paragraphs that go on, quotations behind a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..text import Span, words
from . import clauses
from .drafting import Body, Draft, sentence_at

_QUOTE_CHARS = "\"“”„«»‘’'"


def next_quotations(body: Body, n: int, bare: bool = False) -> list[Span]:
    """Quotations right behind a sentence that ends in a colon: in its block, else the whole quoted blocks that follow; with `bare` the
    next block where it has no marks."""
    end, block = body.sentences[n].end, body.block_of[n]
    same = [q for q in body.quotations if q[0] >= end and q[0] < body.blocks[block][1]]
    if same:
        return same[:1]
    out: list[Span] = []
    for b in range(block + 1, min(len(body.blocks), block + 8)):
        inside = [q for q in body.quotations if body.blocks[b][0] <= q[0] < body.blocks[b][0] + 2]
        if not inside:
            break
        out += inside[:1]
        if inside[0][1] < body.blocks[b][1] - 1 or body.text[inside[0][1] - 1] in '”"»':
            break
    if not out and bare and end >= body.blocks[block][1] - 1 and block + 1 < len(body.blocks):
        s, e = body.blocks[block + 1]
        if len(words(body.text[s:e])) >= LEAST and not _ITEM.match(body.text, s, e):
            return [(s, e)]
    return out


LEAST = 8
"""Words of a block without marks that is a speech, not a heading."""
_ITEM = re.compile(r"[-*•–—]\s|\(?\w{1,2}[.)]\s|[A-Z][\w ]{0,30}:")


_HEADED = re.compile(r"(?P<name>[A-Z][^\n—–()@“\"]{2,50}?)\s*(?P<mark>\(@\w{2,}\))(?!\s*[,:]?\s*[a-z])\s*:?\s*")
_POST = re.compile(r"\s*(?P<mark>[―—–]|--|&mdash;)\s*(?P<name>[^\n—–()@]{2,50}?)\s*\(@\w{2,}\)[^\n]{0,40}$")


def posts(body: Body, out: list[Draft]) -> None:
    """A post that a page embeds, signed with a name and an account: “The port is open. — Anna Berg (@berg) May 4, 2019”, or headed by them:
    “Anna Berg (@berg) The port is open.”"""
    for block, (start, end) in enumerate(body.blocks):
        if headed := _HEADED.match(body.text, start, end):
            m, content, beside = headed, (headed.end(), end), block + 1
        elif signed := _POST.search(body.text, start, end):
            m, content, beside = signed, (start, signed.start()), block - 1
        else:
            continue
        if len(words(body.text[slice(*content)])) < 3 and 0 <= beside < len(body.blocks):
            content = body.blocks[beside]
        if len(words(body.text[slice(*content)])) < 3:
            continue
        n = sentence_at(body, m.start("name"))
        if n is not None:
            out.append(Draft(n, block, [m.span("name")], [m.span("mark")], [content], [], "say", "asserts"))


_SIGNED = re.compile(r"\s*(?P<dash>[―—–]|--)\s*(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,4})(?=\s*(?:,|\(|$))")


def signed_quotations(body: Body, out: list[Draft]) -> None:
    """A quotation that fills its paragraph, signed behind a dash: “We will stay.” ― Anna Berg, teacher"""
    for q in body.quotations:
        block = next((i for i, b in enumerate(body.blocks) if b[0] <= q[0] < b[1]), None)
        if (
            block is None
            or q[0] > body.blocks[block][0] + 1
            or any(s < q[1] and q[0] < e for d in out for s, e in d.content)
        ):
            continue
        behind = body.blocks[block][1] if q[1] >= body.blocks[block][1] - 1 else q[1]
        end = body.blocks[min(block + 1, len(body.blocks) - 1)][1] if behind != q[1] else body.blocks[block][1]
        m = _SIGNED.match(body.text, behind, min(end, behind + 90))
        if m:
            n = sentence_at(body, m.start("name"))
            n = len(body.sentences) - 1 if n is None else n
            out.append(Draft(n, block, [m.span("name")], [m.span("dash")], [q], [], "say", "asserts"))


_SAID = re.compile(r"[”\"’],? (?:\S+ ){1,4}?(?:said|says|added|asked|told \w+)(?: to (?:the )?\w+)?\.\s*$")
"""“They sue,” he said. “Everybody does.” — even two words go on then."""


def continue_quotations(body: Body, out: list[Draft]) -> None:
    """Give a quotation without a cue to the speaker of its paragraph, else of the paragraph before when it goes on."""
    claimed = [c for d in out for c in d.content]
    for q in body.quotations:
        if any(s < q[1] and q[0] < e for s, e in claimed):
            continue
        block = next((i for i, b in enumerate(body.blocks) if b[0] <= q[0] < b[1]), None)
        if (
            block is None
            or not _stands_alone(body, q, block)
            or _introduced(body, q)
            or _pulled(body, q, block, claimed)
        ):
            continue
        if len(words(body.text[q[0] : q[1]])) < 4 and not _SAID.search(body.text[max(0, q[0] - 40) : q[0]]):
            continue
        same = [d for d in out if d.block == block and d.source and any(_is_quoted(body, c) for c in d.content)]
        before = [d for d in same if min(c[0] for c in d.content) < q[0]]
        owner = before[-1] if before else same[0] if same else None
        if owner is None and q[0] <= body.blocks[block][0] + 1:
            previous = [
                d for d in out if d.block == block - 1 and d.source and any(_is_quoted(body, c) for c in d.content)
            ]
            owner = previous[-1] if previous else None
        if owner is None and (told := _told_before(body, q, block, out)) is not None:
            out.append(replace(told, content=[q], addressee=[], act="say", position="asserts"))
            claimed.append(q)
        elif owner is not None:
            owner.content.append(q)
            owner.content.sort()
            if owner.block != block:
                owner.block = block
            claimed.append(q)


def _pulled(body: Body, q: Span, block: int, claimed: Sequence[Span]) -> bool:
    """Whether a block is a pull quotation: the words that the article quotes elsewhere with who says them."""
    if body.text[body.blocks[block][0] : q[0]].strip() or body.text[q[1] : body.blocks[block][1]].strip():
        return False
    own = " ".join(words(body.text[slice(*q)]))
    others = (x for x in body.quotations if x != q and any(s < x[1] and x[0] < e for s, e in claimed))
    return any(own in " ".join(words(body.text[slice(*x)])) for x in others)


def _told_before(body: Body, q: Span, block: int, out: Sequence[Draft]) -> Draft | None:
    """The one who spoke in the sentence right before a quotation of its own: "Berg said that the port was safe. “No boat was lost.”"."""
    n = sentence_at(body, q[0])
    if n is None or body.text[body.sentences[n].start : q[0]].strip() or not n or body.block_of[n - 1] != block:
        return None
    said = [d for d in out if d.sentence == n - 1 and d.source and d.act in _GOES_ON]
    outer = [
        d
        for d in said
        if not any(o is not d and o.content and o.content[0][0] <= d.cue[0][0] < o.content[-1][1] for o in said)
    ]
    return outer[0] if len({tuple(d.source) for d in outer}) == 1 else None


_GOES_ON = frozenset(
    "say tell announce vow warn express deny reject confirm accuse blame condemn support urge describe predict refuse".split()
)
"""Acts behind which a quotation of its own has the words of the same speaker."""


def whole_quotations(body: Body, out: list[Draft]) -> None:
    """Content that reaches into a quotation takes the whole of it, over as many sentences as it runs."""
    for d in out:
        for k, (s, e) in enumerate(d.content):
            for a, b in body.quotations:
                if a < s < b and b - 1 <= e + 2:
                    s = a
                elif a < e < b and s <= a + 2:
                    e = b
            d.content[k] = (s, e)


def _is_quoted(body: Body, span: Span) -> bool:
    return any(q[0] < span[1] and span[0] < q[1] for q in body.quotations)


def _introduced(body: Body, q: Span) -> bool:
    """Whether a clause of its own leads up to a quotation: "Then the mayor gave a speech, “…”" is no more of who spoke before."""
    n = sentence_at(body, q[0])
    lead = body.sentences[n] if n is not None else None
    if (
        lead is None
        or not body.text[: q[0]].rstrip().endswith(",")
        or any(a < lead.start < b for a, b in body.quotations)
    ):
        return False
    return any(v.finite and lead.tokens[v.verb].end < q[0] and clauses.has_subject(lead, v) for v in lead.verbs)


def _stands_alone(body: Body, q: Span, block: int) -> bool:
    """A quotation that is a sentence of its own, not words borrowed inside somebody's sentence."""
    inside = body.text[q[0] : q[1]].strip(_QUOTE_CHARS + " ")
    before = body.text[body.blocks[block][0] : q[0]].rstrip()
    return inside[:1].isupper() and (not before or before[-1] in '.!?:”"…)' or inside.endswith((".", "!", "?")))
