"""Assertions: the propositions of an article, each with sign and status, and what "these claims" points back to.

Contents of attributions come first; then the sentences that the author asserts in the outlet's own voice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..records import Assertion, Attribution
from ..text import Span, words
from .engine import Sentence

_BACK = re.compile(
    r"^\W*(?:that\s+)?(?:(?:all|any|both|such|these|those|this|that|the|its|their|his|her)\s+)?(?:\w+\s+){0,2}"
    r"(?:claims?|charges?|allegations?|accusations?|reports?|rumou?rs?|assertions?|suggestions?|statements?|remarks?|figures?|it|them|this|that|so)\s*(?:\s+as\b.{0,60})?\W*$",
    re.I,
)
_NEGATIVE = re.compile(
    r"\b(?:not|n['’]t|never|no|nor|neither|none|nobody|without|cannot|unconfirmed|denied|refused|failed to)\b", re.I
)
_EXPECTED = re.compile(
    r"\b(?:will|shall|is to|are to|due to|scheduled|expected to|plans? to|set to|going to|next (?:week|month|year)|coming (?:days|weeks|months)|upcoming|agreed to|pledged|vowed)\b",
    re.I,
)
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|would|possible|possibly|potential|likely|unclear|if|whether|perhaps|appears?|seems?|reportedly|allegedly|suspected)\b",
    re.I,
)
_CALLED_FOR = re.compile(r"\b(?:must|should|ought to|need to|has to|have to)\b", re.I)


def assertions(
    text: str, sentences: Sequence[Sentence], made: Sequence[Attribution], headline: Span | None
) -> tuple[Assertion, ...]:
    """Assertions in order of position."""
    out: list[Assertion] = []
    for i, a in enumerate(made):
        start, end = a.content[0][0], a.content[-1][1]
        content = " ".join(text[s:e] for s, e in a.content)
        out.append(Assertion(start, end, i, status(content), sign(content), None))
    spans = sorted((b, e) for a in made for b, e in (*a.content, *a.cue, *a.source))
    starts = [b for b, _ in spans]
    longest = max((e - b for b, e in spans), default=0)
    for s in sentences:
        if headline is not None and headline[0] <= s.start < headline[1]:
            continue
        near = spans[bisect_left(starts, s.start - longest) : bisect_left(starts, s.end)]
        covered = sum(max(0, min(e, s.end) - max(b, s.start)) for b, e in near)
        if (
            covered < 0.4 * (s.end - s.start)
            and len(words(text[s.start : s.end])) >= 6
            and any(v.finite for v in s.verbs)
        ):
            content = text[s.start : s.end]
            out.append(Assertion(s.start, s.end, None, status(content), sign(content), None))
    out.sort(key=lambda x: (x.start, x.end, -1 if x.attribution is None else x.attribution))
    return tuple(_linked(text, made, out))


def sign(content: str) -> bool:
    """True when the proposition itself is negative (an odd number of negations before its first comma)."""
    return len(_NEGATIVE.findall(re.split(r"[,;]", content)[0])) % 2 == 1


def status(content: str) -> str:
    """negated, called-for, possible, expected or occurred, by the first modality that applies."""
    for label, pattern in (("called-for", _CALLED_FOR), ("possible", _POSSIBLE), ("expected", _EXPECTED)):
        if pattern.search(content):
            return label
    return "negated" if sign(content) else "occurred"


def _linked(text: str, made: Sequence[Attribution], rows: list[Assertion]) -> list[Assertion]:
    """Point "these charges" at the allegation before it, within three sentences' reach, else leave it unresolved."""
    out: list[Assertion] = []
    for n, row in enumerate(rows):
        back = None
        if (
            row.attribution is not None
            and _BACK.match(text[row.start : row.end])
            and len(words(text[row.start : row.end])) <= 9
        ):
            for k in range(n - 1, -1, -1):
                earlier = rows[k]
                if row.start - earlier.end > 500:
                    break
                act = made[earlier.attribution].act if earlier.attribution is not None else ""
                pointed = (
                    act in ("allege", "accuse", "blame", "say", "report", "find", "think", "tell", "warn", "announce")
                    or earlier.attribution is None
                )
                if pointed and earlier.end <= row.start and len(words(text[earlier.start : earlier.end])) > 4:
                    better = next(
                        (
                            j
                            for j in range(k, -1, -1)
                            if rows[j].attribution is not None
                            and made[rows[j].attribution or 0].act in ("allege", "accuse", "blame")
                            and row.start - rows[j].end < 350
                        ),
                        None,
                    )
                    back = better if better is not None else k
                    break
        out.append(Assertion(row.start, row.end, row.attribution, row.status, row.negative, back))
    return out
