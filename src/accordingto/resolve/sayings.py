"""When something was said: the day that the sentence of the saying names, and remarks that two articles put on two days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from ..records import Article, Evidence, Statement, Time, Wording
from ..text import enclosing, plain_quote
from . import similarity
from .context import Desk, day, evidence
from .occasions import SERIES, WEEK, Day, meet, not_reached, ordinal, spanned, written_day

SATURDAY = 5
QUOTED = 8  # words of a quotation that nobody says twice alike
RETOLD = 0.6  # likeness of two tellings of one remark


def disagreements(desk: Desk, told: Sequence[Statement]) -> Iterator[tuple[Statement, list[str], list[Evidence]]]:
    """Statements whose same words two articles put on two days, with the days as the articles have them and the passages."""
    for statement in told:
        rows = [
            (w, *when)
            for w in statement.wordings
            if (when := said_on(desk, desk.number[w.evidence.article], w.attribution))
        ]
        for (v, a, x), (w, b, y) in combinations(rows, 2):
            if a.article == b.article or meet(x, y) or not (_same_quotation(v, w) or _in_like_words(desk, v, w)):
                continue
            apart = {abs(ordinal(d) - ordinal(e)) for d in x for e in y if d[0] == e[0]}
            if apart and min(apart) <= SERIES and apart != {WEEK}:
                yield statement, [_days(x), _days(y)], [a, b]
                break


def said_on(desk: Desk, i: int, attribution: int) -> tuple[Evidence, frozenset[Day]] | None:
    """The sentence that says when the words of an attribution of an article were said, with those days; None where it does not, or tells of two
    sayings."""
    article, n = desk.articles[i], desk.annotations[i]
    x = n.attributions[attribution]
    if not x.cue:
        return None
    sentence = enclosing(n.sentences, x.cue[0])
    here = [y for y in n.attributions if y.cue and sentence[0] <= y.cue[0][0] < sentence[1]]
    if len({y.speaker for y in here}) != 1:
        return None
    inside = [c for y in here for c in y.content]
    exact = [
        t
        for t in n.times
        if sentence[0] <= t.start < sentence[1]
        and t.type in ("DATE", "TIME")
        and _SAID.fullmatch(article.text[t.start : t.end])
        and not any(s <= t.start < e for s, e in inside)
        and not _ASIDE.search(article.text, min(x.cue[0][1], t.end), max(x.cue[0][0], t.start))
    ]
    if any(not_reached(article, t) for t in exact):
        return None
    found = {frozenset((*spanned(t.value), *_this_week(article, t))) for t in exact}
    return (evidence(article, sentence), next(iter(found))) if len(found) == 1 and all(found) else None


_ASIDE = re.compile(r"[—–;]|\s-\s")
"""What parts a day from the saying: "…, Berg said — a likely reference to the story of Friday"."""


def _this_week(article: Article, t: Time) -> Iterator[Day]:
    """The days of the week that ends, which a paper of the weekend may call the last one already."""
    published = day(article)
    if "-W" in t.value and published is not None and published.weekday() >= SATURDAY:
        yield from spanned("{}-W{:02d}".format(*published.isocalendar()[:2]))


_SAID = re.compile(
    r"(?:on |early |late |earlier )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|last week)(?: (?:morning|afternoon|evening|night))?",
    re.I,
)


def _same_quotation(v: Wording, w: Wording) -> bool:
    """Whether two tellings print one long quotation, but for a slip."""
    return any(
        min(len(p.text.split()), len(q.text.split())) >= QUOTED
        and fuzz.ratio(plain_quote(p.text), plain_quote(q.text)) >= 90
        for p in v.quotations
        for q in w.quotations
    )


def _in_like_words(desk: Desk, v: Wording, w: Wording) -> bool:
    """Whether two tellings of one remark give it in nearly the same words."""
    texts = [desk.article(x.evidence.article).text[x.evidence.start : x.evidence.end] for x in (v, w)]
    return similarity.cosine(*(desk.vector(text) for text in texts)) >= RETOLD


def _days(found: frozenset[Day]) -> str:
    first, last = written_day(min(found)), written_day(max(found))
    return first if first == last else f"{first} to {last}"
