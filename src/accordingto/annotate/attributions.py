"""Attributions: source, cue, content, addressee, act and form, with nesting.

Theory: PARC / PolNeAR (S. Pareti 2012; E. Newell et al. 2018): an attribution ascribes a content to a source by a cue.
Method: every cue of the lexicon carries the frames its content may take; the grammar of `clauses` finds source and content.
A quotation that no cue claims belongs to the speaker of its paragraph. Speakers are resolved in `speakers`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text import Span, words
from . import bare_quotations, citations, continuations, cue_verbs
from .drafting import Body, Draft
from .engine import Sentence


def drafts(body: Body) -> list[Draft]:
    """Every attribution of the body in order of position."""
    out = bare_quotations.transcript(body)
    for n, sentence in enumerate(body.sentences):
        if not sentence.tokens:
            continue
        quoted = _quoted(sentence, body.quotations)
        found: list[Draft] = []
        citations.phrases(body, n, sentence, quoted, found)
        cue_verbs.verbs(body, n, sentence, quoted, found)
        citations.nouns(body, n, sentence, quoted, found)
        citations.adverbs(body, n, sentence, quoted, found)
        citations.colon(body, n, sentence, quoted, found)
        out += _best(found)
    continuations.whole_quotations(body, out)
    bare_quotations.uncued(body, out)
    continuations.signed_quotations(body, out)
    continuations.posts(body, out)
    continuations.continue_quotations(body, out)
    for d in out:  # "said that the envoy to Chad would stay": Chad is told nothing
        d.addressee = [a for a in d.addressee if not any(s <= a[0] and a[1] <= e for s, e in d.content)]
    out = [d for d in out if not _own_mind(body.text, d, out)]
    out = [d for d in out if d.content and any(words(body.text[s:e]) for s, e in d.content)]
    out.sort(key=lambda d: (min(s for s, _ in [*d.source, *d.cue, *d.content]), d.cue, d.content))
    return out


def _quoted(sentence: Sentence, quotations: Sequence[Span]) -> list[bool]:
    near = [q for q in quotations if q[0] < sentence.end and sentence.start < q[1]]
    return [any(s <= t.start and t.end <= e for s, e in near) for t in sentence.tokens]


_STANCE = frozenset(("think", "support", "vow", "seek", "predict", "doubt", "condemn", "describe", "express", "find"))
_SELF = frozenset(("he", "she", "they", "i", "we", "it", "who", "that", "which"))


def _own_mind(text: str, d: Draft, out: Sequence[Draft]) -> bool:
    """ "She said she hoped to win", "Berg said voters want change": a state of mind, or a stance of the speaker's own, is part
    of what is said; a stance of somebody named stays ("Lund said Oslo condemned the raid"), and so does what others hold to be so
    ("the minister said that officials believe …")."""
    source = text[d.source[0][0] : d.source[0][1]].lower() if d.source else ""
    if (
        d.act not in _STANCE
        or not source
        or (source not in _SELF and (d.act != "think" or _HELD.search(text[slice(*d.cue[0])])))
    ):
        return False
    at = d.cue[0][0]
    return any(o is not d and o.act not in _STANCE and any(s <= at < e for s, e in o.content) for o in out)


_HELD = re.compile(r"\b(?:believ|suspect|fear)\w*")


def _best(found: list[Draft]) -> list[Draft]:
    """One attribution for one cue, and one for one content: the first found stands."""
    out: list[Draft] = []
    for d in found:
        if d.content and not any(set(d.cue) & set(o.cue) or d.content == o.content for o in out):
            out.append(d)
    return out
