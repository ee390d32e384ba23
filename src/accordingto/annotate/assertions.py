"""Assertions: the propositions of an article, each with sign and status, and what "these claims" points back to.

Contents of attributions come first; then the sentences that the author asserts in the outlet's own voice. A content that begins
with a pronoun for its own speaker ("Ostmark denied it had sent ships") says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from .. import lexicon, naming
from ..records import AGAINST, Assertion, Attribution, Mention
from ..text import Span, content_words, words
from . import clauses
from .certainty import SURE, Certainty, certainty
from .engine import Sentence

_THESE = r"^\W*(?:that\s+)?(?:(?:all|any|both|such|these|those|this|that|the|its|their|his|her)\s+)?"
_CLAIMS = r"(?:claims?|charges?|allegations?|accusations?|reports?|rumou?rs?|assertions?|suggestions?|statements?|remarks?|figures?|it|them|this|that|so)\s*(?:\s+as\b.{0,60})?\W*$"
_BACK = re.compile(rf"{_THESE}(?:\w+\s+){{0,2}}{_CLAIMS}", re.I)
_BESIDE = re.compile(rf"{_THESE}|{_CLAIMS}", re.I)
"""All of what points back but the words between: "the | chemical weapons | allegations"."""
_PRONOUN = re.compile(r"^\W*(?:it|them|this|that)\b", re.I)
_INDEFINITE = re.compile(r"^\W*(?:an?|some|new|other|another)\s", re.I)
_STANCES = frozenset(("describe", "support", "condemn", "express"))
"""Acts whose "it" is a thing or a deed ("regarding it as a victory"), not what somebody said."""
_CALLED_FOR = frozenset(("modal:must", "modal:should"))
_CALLED_FOR_WORDS = re.compile(r"\b(?:must|should|ought to|needs? to|has to|have to)\b", re.I)
_AHEAD = frozenset(("modal:will", "modal:shall", "modal:'ll", "modal:’ll", "modal:wo"))
POSSIBLE = 2.2
"""Below this certainty an assertion is possible, not asserted outright."""


def assertions(
    text: str,
    sentences: Sequence[Sentence],
    made: Sequence[Attribution],
    named: Sequence[Mention],
    headline: Span | None,
) -> tuple[Assertion, ...]:
    """Assertions in order of position."""
    out: list[Assertion] = []
    starts_at = [s.start for s in sentences]
    for i, a in enumerate(made):
        s = sentences[max(0, bisect_right(starts_at, a.content[0][0]) - 1)] if a.speaker and a.content else None
        subject = a.speaker if s is not None and _himself(text, s, a, named) else ""
        for n, part in enumerate(_parts(text, sentences, starts_at, a.content)):
            row = _assertion(text, part, i, _sure(sentences, starts_at, part))
            out.append(replace(row, subject=subject) if subject and not n else row)
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
            and not _told(s, near)
        ):
            own = ((s.start, s.end),)
            out.append(_assertion(text, own, None, _sure(sentences, starts_at, own)))
    out.sort(key=lambda x: (x.start, x.end, -1 if x.attribution is None else x.attribution))
    return tuple(_linked(text, starts_at, made, out))


LATELY = 3_000
"""Characters within which an article has told of what "the nerve gas allegations" are about."""
LEAST = 4
"""Words of a sentence that is a proposition of its own."""
FRAGMENT = 8
"""Words of a sentence that is none where it has no verb: "The Rose Garden of the palace." """


def _parts(
    text: str, sentences: Sequence[Sentence], starts: Sequence[int], content: Sequence[Span]
) -> list[Sequence[Span]]:
    """A content sentence by sentence, each with its spans; a sentence that a cue parts is one, and so is a short one with its neighbour, or one
    without a verb with what stands before it."""
    out: list[list[Span]] = []
    for s, e in content:
        for k in range(max(0, bisect_right(starts, s) - 1), bisect_left(starts, e)):
            part = (max(s, sentences[k].start), min(e, sentences[k].end))
            if part[0] >= part[1]:
                continue
            told = text[slice(*part)].lstrip("\"'“‘«[( ")
            before = " ".join(text[a:b] for a, b in out[-1]) if out else ""
            verbless = len(words(told)) < FRAGMENT and not sentences[k].verbs
            if out and (told[:1].islower() or verbless or min(len(words(told)), len(words(before))) < LEAST):
                out[-1].append(part)
            else:
                out.append([part])
    return list(out) if len(out) > 1 else [content]


def _told(s: Sentence, attributed: Sequence[Span]) -> bool:
    """Whether the main verb of a sentence says that somebody says something ("continued to claim that …"), with nothing beside it."""
    made = s.tokens
    root = next((i for i, t in enumerate(made) if t.head < 0), None)
    if root is None or any(t.rel == "conj" and t.head == root for t in made):
        return False
    top = [root, *(i for i, t in enumerate(made) if t.rel == "xcomp" and t.head == root)]
    return any(b <= made[i].start < e for i in top for b, e in attributed)


@cache
def _opening() -> re.Pattern[str]:
    """A pronoun that opens a content, right away or behind "reports that"."""
    told = "|".join(sorted(lexicon.told_nouns()))
    return re.compile(rf"(?:(?:[\w’-]+\s+){{0,2}}(?:{told})\s+that\s+)?\W*(?:that\s+)?(it|he|she|they)\b", re.I)


_MEANS = {"it": ("government", "body"), "he": ("person",), "she": ("person",), "they": ("anonymous", "body")}


def _himself(text: str, s: Sentence, a: Attribution, named: Sequence[Mention]) -> bool:
    """Whether the pronoun that opens a content, as subject of its clause, means the speaker named before it in the sentence, with
    nobody else named between. "It is likely that …" is about nothing; "they" needs a speaker of many."""
    found = _opening().match(text, *a.content[0])
    source = [x for x in a.source if s.start <= x[0] < a.content[0][0]]
    if found is None or not source or a.speaker_kind not in _MEANS[found[1].lower()]:
        return False
    if found[1].lower() == "they" and not re.search(r"s$|people|police", text[slice(*source[-1])]):
        return False
    here = next((t for t in s.tokens if t.start == found.start(1)), None)
    if here is None or not here.rel.startswith("nsubj"):
        return False
    if here.rel == "nsubj:pass" and s.tokens[here.head].lemma in _OF_ANOTHER:
        return False  # "Berg said he was believed to have acted alone": nobody says so of himself
    between = [m for m in named if source[-1][1] <= m.start < found.start(1) and m.kind in ("person", "body", "place")]
    return not between and not any(
        m.kind == "person" and m.name != a.speaker for m in named if s.start <= m.start < source[0][0]
    )


_OF_ANOTHER = frozenset(
    "believe think suspect understand presume allege report identify name charge arrest detain kill shoot find".split()
)


def _sure(sentences: Sequence[Sentence], starts: Sequence[int], spans: Sequence[Span]) -> Certainty:
    """The certainty of the head of the proposition, by the words of the proposition alone."""
    for span in sorted(spans, key=lambda x: (x[0] - x[1], x[0])):
        for k in range(max(0, bisect_right(starts, span[0]) - 1), len(sentences)):
            s = sentences[k]
            if s.start >= span[1]:
                break
            at = clauses.head_of(s, *span)
            if at is not None:
                return certainty(s, at, span)
    return Certainty(SURE, ())


_PLANNED = re.compile(
    r"\W*(?:(?:a|an|the|its|his|her|their|new|joint|own)\s+){0,3}(?:plans?|proposals?|intentions?|offers?|bids?)\b.{0,60}?\bto\s+[a-z]", re.I | re.S
)  # fmt: skip


def _assertion(text: str, spans: Sequence[Span], attribution: int | None, sure: Certainty) -> Assertion:
    content = " ".join(text[s:e] for s, e in spans)
    negative = sure.value < 0
    if _CALLED_FOR & set(sure.reasons) or (_CALLED_FOR_WORDS.search(content) and not sure.reasons):
        status = "called-for"
    elif negative:
        status = "negated"
    elif _AHEAD & set(sure.reasons) or any(r.startswith("plan:") for r in sure.reasons) or _PLANNED.match(content):
        status = "expected"
    else:
        status = "possible" if sure.value < POSSIBLE else "occurred"
    return Assertion(spans[0][0], spans[-1][1], attribution, status, negative, None, sure.value, sure.reasons)


def _own_clause(text: str, starts: Sequence[int], a: Attribution) -> int:
    """Where the sentence begins in which "…, though Berg denies the charge" tells the charge before it; 0 where the sentence begins with
    who denies it."""
    source = a.source[0] if a.source else a.cue[0]
    begin = starts[max(0, bisect_right(starts, source[0]) - 1)]
    told = text[begin : source[0]]
    return begin if len(words(told)) > LEAST and _THOUGH.search(told) else 0


_THOUGH = re.compile(r",\s+(?:though|although|but|while|which|an?\b[^,]*that)\s*$", re.I)


def _new(a: Attribution, pointer: str) -> bool:
    """Whether words that could point back do not: "regarding it as a victory", "published a report"; "a claim rejected by Oslo" does."""
    answers = a.position in ("denies", "confirms", "doubts")
    return bool(a.act in _STANCES and _PRONOUN.match(pointer)) or bool(not answers and _INDEFINITE.match(pointer))


def _his_own(text: str, made: Sequence[Attribution], row: Assertion, earlier: Assertion) -> bool:
    """Whether somebody would deny what he, or the body that he speaks for, has claimed: "the Front accused the army … “These allegations are
    false,” said Front spokesman Holm"."""
    if row.attribution is None or earlier.attribution is None or made[row.attribution].position not in AGAINST:
        return False
    who, whose = made[earlier.attribution].speaker, made[row.attribution]
    said_by = " ".join(text[s:e] for s, e in whose.source)
    short = re.findall(r"\b[A-Z]{2,6}\b", said_by)
    return bool(who) and (
        who == whose.speaker
        or re.search(rf"\b{re.escape(who)}\b", said_by) is not None
        or any(naming.acronym(s, who) for s in short)
    )


def _about(text: str, pointer: str, start: int) -> set[str]:
    """What "the chemical weapons allegations" says of the allegations, where the article has told of that before; empty where it says
    nothing, or only what it thinks of them ("these baseless claims")."""
    more = {*content_words(_BESIDE.sub("", pointer))}
    return more & {*content_words(text[max(0, start - LATELY) : start])} if more else more


def _linked(text: str, starts: Sequence[int], made: Sequence[Attribution], rows: list[Assertion]) -> list[Assertion]:
    """Point "these charges" at the allegation before it, within three sentences' reach, else leave it unresolved."""
    out: list[Assertion] = []
    for n, row in enumerate(rows):
        back = None
        pointer = lexicon.called_false(text[row.start : row.end]) or text[row.start : row.end]
        if (
            row.attribution is not None
            and not _new(made[row.attribution], pointer)
            and _BACK.match(pointer)
            and len(words(pointer)) <= 9
        ):
            own = _own_clause(text, starts, made[row.attribution])
            before = starts[max(0, bisect_right(starts, row.start) - 2)]  # where the sentence before begins
            near = before if _PRONOUN.match(pointer) else 0
            about = _about(text, pointer, row.start)
            for k in range(n - 1, -1, -1):
                earlier = rows[k]
                if row.start - earlier.end > 500 or earlier.end < max(own, near):
                    break
                if about and not about & {*content_words(text[earlier.start : earlier.end])}:
                    continue
                if earlier.attribution is None and earlier.end < before:
                    continue  # "the allegation" is no sentence of the article's own that stands further back
                act = made[earlier.attribution].act if earlier.attribution is not None else ""
                pointed = (
                    act in ("allege", "accuse", "blame", "say", "report", "find", "think", "tell", "warn", "announce")
                    or earlier.attribution is None
                )
                if (
                    pointed
                    and earlier.end <= row.start
                    and (act in ("accuse", "blame") or len(words(text[earlier.start : earlier.end])) > 4)
                    and not _his_own(text, made, row, earlier)
                ):
                    better = next(
                        (
                            j
                            for j in range(k, -1, -1)
                            if rows[j].attribution is not None
                            and made[rows[j].attribution or 0].act in ("allege", "accuse", "blame")
                            and row.start - rows[j].end < 350
                            and rows[j].end >= near
                            and not (about and j < k)
                            and not _his_own(text, made, row, rows[j])
                        ),
                        None,
                    )
                    back = better if better is not None else k
                    break
        out.append(replace(row, refers_back=back))
    return out
