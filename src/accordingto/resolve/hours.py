"""Times of day that cannot both hold: one thing of one day, put some minutes apart by two articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ..records import Annotation, Evidence, Time
from ..text import enclosing
from . import similarity
from .context import Desk, day, evidence
from .occasions import names_a_day, other_number

SLACK, HALF_AN_HOUR = 10, 30  # minutes that "around" leaves open, and beyond which two things are told
NEAR = 2  # days between articles that give the hour of one thing
HOURS = 180  # minutes that may lie between, where both give the day and much the same is told
ALIKE, DATED = 0.15, 0.1  # likeness of two sentences that give the hour of one thing, and its day too
SURELY = 0.35  # of two that give full hours of one day


def disagreements(desk: Desk, story_of: dict[int, int]) -> Iterator[tuple[str, list[str], list[Evidence], float]]:
    """(grade, the times as printed, the sentences, their likeness) of two articles of one story and a few days that put alike things at two times
    of one day, some minutes apart, or much the same at two hours of it, where neither has the other's time too: "rounding" where "around 3:40 p.m." leaves room for both."""
    rows: dict[int, list[_Clock]] = defaultdict(list)
    published = {i: when for i, a in enumerate(desk.articles) if (when := day(a)) is not None}
    for i in published:
        a, n = desk.articles[i], desk.annotations[i]
        for t in n.times:
            printed = a.text[t.start : t.end]
            if t.type == "TIME" and (found := _CLOCK.search(t.value)):
                about = _ABOUT.search(a.text[max(0, t.start - 20) : t.start] + printed)
                minutes = int(found[1]) * 60 + int(found[2])
                sentence = evidence(a, enclosing(n.sentences, (t.start, t.end)))
                named = t.value[:10] if names_a_day(printed) or _day_beside(n, t, sentence) else ""
                if _STAMP.match(a.text, t.end) and t.start - sentence.start <= 1:
                    continue
                rows[story_of.get(i, -1 - i)].append(
                    _Clock(
                        i,
                        minutes,
                        SLACK if about else 0,
                        bool(about and _SHORTLY.search(about[0])),
                        ":" in printed,
                        t.status == "occurred",
                        printed,
                        named,
                        sentence,
                    )
                )
    for _, told in sorted(rows.items()):
        given = defaultdict(set)
        for c in told:
            given[c.article].add(c.minutes)
        seen = set()
        for x, y in combinations(told, 2):
            apart = abs(x.minutes - y.minutes)
            near = abs((published[x.article] - published[y.article]).days) <= NEAR
            if (x.day and y.day and x.day != y.day) or other_number(x.passage.text, y.passage.text):
                continue
            both = x.minutes in given[y.article] or y.minutes in given[x.article]
            minutes = x.exact and y.exact and apart <= HALF_AN_HOUR
            full = not (x.exact or y.exact or x.shortly or y.shortly) and x.happened and y.happened
            hours = full and apart <= HOURS and x.day == y.day != ""
            if x.article == y.article or both or not near or not apart or not (minutes or hours):
                continue
            close = similarity.cosine(desk.vector(x.passage.text), desk.vector(y.passage.text))
            exact = apart > x.slack + y.slack
            if (
                close >= (SURELY if not minutes else DATED if x.day and y.day else ALIKE)
                and (exact or not (x.shortly or y.shortly))
                and (x.passage, y.passage) not in seen
            ):
                seen.add((x.passage, y.passage))  # "8:45 p.m. in Washington, 3:45 in Damascus" is one
                yield "substantive" if exact else "rounding", [x.printed, y.printed], [x.passage, y.passage], close


def _day_beside(n: Annotation, t: Time, sentence: Evidence) -> bool:
    """Whether a sentence names the day of a time in other words of it ("at 1:45 a.m. on July 28")."""
    return any(
        x.type == "DATE" and x.value == t.value[:10] and sentence.start <= x.start < sentence.end for x in n.times
    )


@dataclass(frozen=True, slots=True)
class _Clock:
    article: int
    minutes: int
    slack: int
    shortly: bool  # before or after it
    exact: bool  # to the minute
    happened: bool
    printed: str
    day: str  # "" where none is named
    passage: Evidence


_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|almost|shortly|just|after|before|circa|some time)\b", re.I
)


_SHORTLY = re.compile(r"shortly|just|after|before", re.I)
_STAMP = re.compile(r"\s*(?:[A-Z]{2,4}\b)?\s*(?::|[–—-]\s|\n)")
"""What stands behind the time at the head of an entry of a running report."""
