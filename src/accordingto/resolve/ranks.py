"""Which one of its kind something was: "the second launch this year" here, "the third this year" there, "the 70th exchange", "the 71st";
and since when it was the first: "the first swap since August", "since July"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from .. import lexicon
from ..records import Evidence
from ..text import MONTHS, lemma
from .context import Desk, concepts, day, evidence, last_concept

NEAR = 2  # days between two articles that tell of one occasion
LARGE = 10  # above which a number tells which one is meant without a span of time
WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
"""Ordinals that are written out."""


def disagreements(desk: Desk, event_of: dict[int, int]) -> Iterator[tuple[str, str, list[str], list[Evidence]]]:
    """(kind, what is counted, as printed, the sentences) of two tellings of one event that make it another one of its kind over the same span
    of time, or the first since another time. Kind quantity, or date."""
    rows: dict[int, list[_Rank]] = defaultdict(list)
    for i in sorted(event_of):
        rows[event_of[i]] += _ranks(desk, i)
    for _, told in sorted(rows.items()):
        for a, b in combinations(told, 2):
            noun = _common(a, b)
            called = a.called or b.called
            if not noun or _both_given(told, a, b) or not _one_occasion(desk, a, b):
                continue
            one_span = a.scope == b.scope if a.scope and b.scope else min(a.number, b.number) > LARGE
            if a.number != b.number and one_span:
                yield "quantity", called, [a.printed, b.printed], [a.passage, b.passage]
            elif a.number == b.number == 1 and _other_time(a.scope, b.scope):
                yield "date", called, [a.printed, b.printed], [a.passage, b.passage]


@dataclass(frozen=True, slots=True)
class _Rank:
    """`noun`: the concept of what is counted, "" where the ordinal stands alone, `called` its word; `scope`: over which span of time, "" where
    none is told."""

    article: int
    number: int
    noun: str
    called: str
    scope: str
    printed: str
    passage: Evidence


def _ranks(desk: Desk, i: int) -> Iterator[_Rank]:
    article = desk.articles[i]
    for s, e in desk.annotations[i].sentences:
        for m in _RANK.finditer(article.text, s, e):
            number = _number(m["rank"])
            words = m["noun"].split()
            told = (w for w in words if w in _ANY or lemma(w) in lexicon.event_words().nouns or lemma(w) in _OCCASIONS)
            called = next((w for w in told if w != "such"), words[0] if len(words) == 1 else "")
            noun = "" if called in _ANY else last_concept(called)
            if words and not called:
                continue
            scope = re.sub(r"\W+", " ", (m["scope"] or "").lower()).strip()
            if (
                _OF_OTHERS.search(article.text, s, m.start())
                or noun in _NAMED
                or not (scope or (noun and number > LARGE))
            ):
                continue
            over = _SO_FAR.sub("this year", scope)
            yield _Rank(
                i,
                number,
                noun,
                called,
                over,
                " ".join(filter(None, (m["rank"], called, m["scope"]))),
                evidence(article, (s, e), m.start()),
            )


_RANK = re.compile(
    rf"\b(?P<rank>{'|'.join(WORDS)}|\d{{1,3}}(?:st|nd|rd|th))\b(?P<noun>(?:\s+(?!(?:since|this|so|in|of|to|for|from|at|by|with|on|and|or|that|which|who|after|off|under|as|is|was|were)\b)[a-z][\w’'-]*){{0,4}})"
    r"(?:(?:\s+(?:of|in|on|against|by)\s+[^.,;:]{1,40}?)?\s+(?P<scope>(?:so far )?this (?:year|month|week)|of the year|so far|since (?:the )?(?:[A-Z][\w’'-]+|(?:19|20)\d\d)(?: (?:19|20)\d\d)?))?"
)
_SO_FAR = re.compile(r"^so far this year$|^of the year$")
_OF_OTHERS = re.compile(
    r"\b(?:after|since|following|before|until|unlike|like|from|previous)\s+(?:[\w’'-]+\s+){0,2}$", re.I
)
"""What stands before the number of another one: "after the 18th round"."""
_NAMED = frozenset(
    "century anniversary birthday parallel amendment brigade division regiment army corps fleet battalion wing squadron infantry street avenue floor "
    "day week month year minute hour time president congress lady place half quarter grade person people".split()
)
"""What bears a number for a name, or is no occasion."""


_ANY = frozenset("case incident such time episode occurrence".split())
"""Words for one of whatever is counted."""
_OCCASIONS = frozenset(
    "round package session case outbreak trip seizure shipment flight delivery missile shutdown victim arrest drill".split()
)
"""What is counted as it comes, beside the nouns of `events.toml`."""


def _number(printed: str) -> int:
    low = printed.lower()
    return WORDS.index(low) + 1 if low in WORDS else int(re.sub(r"\D", "", low))


def _common(a: _Rank, b: _Rank) -> str:
    """What both count: one noun, or that of the one in the other's sentence where its ordinal stands alone; "" where they count two things."""
    if a.noun and b.noun:
        return a.noun if a.noun == b.noun else ""
    for one, other in ((a, b), (b, a)):
        if one.noun and not other.noun and one.noun in concepts(other.passage.text):
            return one.noun
    return a.called if a.called in _ANY and b.called in _ANY else ""


def _both_given(told: list[_Rank], a: _Rank, b: _Rank) -> bool:
    """Whether one of two articles has the number of the other too: it tells of two occasions."""
    return a.article != b.article and any(
        x.article == there.article and x.number == here.number and x.scope == here.scope and _common(x, here)
        for x in told
        for here, there in ((a, b), (b, a))
    )


def _one_occasion(desk: Desk, a: _Rank, b: _Rank) -> bool:
    """Two articles of the same days, or the headline of one and what "it" is called below."""
    if a.article == b.article:
        return a.passage.start == 0 and bool(_IT_IS.match(b.passage.text))
    days = [d for x in (a, b) if (d := day(desk.articles[x.article])) is not None]
    return len(days) < 2 or abs((days[0] - days[1]).days) <= NEAR


_IT_IS = re.compile(r"\W*(?:It|This)\s+(?:is|was|became|marks|marked)\b")


def _other_time(one: str, other: str) -> bool:
    """Whether two spans begin in two months, or two years: "since August", "since July"."""
    starts = []
    for scope in (one, other):
        words = scope.removeprefix("since ").split() if scope.startswith("since ") else []
        starts.append(({w for w in words if w in MONTHS}, {w for w in words if w.isdigit()}))
    return any(x and y and not x & y for x, y in zip(*starts, strict=True))
