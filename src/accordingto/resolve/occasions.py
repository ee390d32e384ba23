"""When and where something told in a sentence is said to happen: calendar days, told apart from the day of the saying, and places."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from .. import lexicon
from ..records import Annotation, Article, Attribution, Time
from ..text import MONTHS, Span
from .context import Desk, mentions_in

WEEK = 7  # days between two readings of one weekday
SERIES = 10  # days beyond which two tellings are two occasions
Day = tuple[str, str]  # (year, or "" where the text gives none; "MM-DD")


def innermost(n: Annotation, at: int) -> Attribution | None:
    """The attribution whose content is the smallest around a place."""
    over = [x for x in n.attributions if any(s <= at < e for s, e in x.content)]
    return min(over, key=lambda x: sum(e - s for s, e in x.content), default=None)


def days(text: str, n: Annotation, sentence: Span, at: int) -> frozenset[Day]:
    """Days named for what is told at a place of a sentence; where it names none, those of the sentence before in the same
    paragraph."""
    here = named_days(n, sentence, at)
    before = next((s for s in reversed(n.sentences) if s[1] <= sentence[0]), None)
    if here or before is None or "\n" in text[before[1] : sentence[0]]:
        return here
    return _within(n, (before,), _spoken(n, before))


def named_days(n: Annotation, sentence: Span, at: int) -> frozenset[Day]:
    """Days that the sentence itself names for what is told at a place of it, those of the saying ("said on Friday") left out."""
    inner = innermost(n, at)
    return _within(n, inner.content if inner else (sentence,), () if inner else _spoken(n, sentence))


def _spoken(n: Annotation, sentence: Span) -> list[Span]:
    """Contents of the attributions of a sentence."""
    return [c for x in n.attributions for c in x.content[:1] if sentence[0] <= c[0] < sentence[1]]


def _within(n: Annotation, scope: Sequence[Span], outside: Sequence[Span]) -> frozenset[Day]:
    inside = [t for t in n.times if any(s <= t.start < e for s, e in scope)]
    told = (t.value for t in inside if not any(s <= t.start < e for s, e in outside))
    return frozenset(d for value in told for day in (value, _next_morning(value)) for d in spanned(day))


def _next_morning(value: str) -> str:
    """The day into which a night lasts: what happened overnight is told of either day; "" for what is no night."""
    known = re.fullmatch(r"(\d{4}-\d\d-\d\d)TNI", value)
    return (dt.date.fromisoformat(known[1]) + dt.timedelta(days=1)).isoformat() if known else ""


def spanned(value: str) -> Iterator[Day]:
    """The days that a TIMEX3 value of a day or a week stands for."""
    if m := re.match(r"(\d{4}|XXXX)-(\d\d-\d\d)", value):
        yield ("" if m[1] == "XXXX" else m[1]), m[2]
    elif m := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        for weekday in range(1, 8):
            day = dt.date.fromisocalendar(int(m[1]), int(m[2]), weekday)
            yield str(day.year), f"{day:%m-%d}"


_MONTH = rf"(?:{'|'.join(m[:3] for m in MONTHS)})[a-z]*"
_WRITTEN = re.compile(rf"\b(?:({_MONTH})\.?\s+(\d\d?)|(\d\d?)\s+({_MONTH}))\b\.?(?:,?\s+((?:19|20)\d\d)\b)?", re.I)


def written(text: str) -> frozenset[Day]:
    """Calendar days that a text spells out ("26 February", "Feb. 26, 2026"), not weekdays."""
    found = set()
    for m in _WRITTEN.finditer(text):
        name, day = (m[1] or m[4]).lower(), int(m[2] or m[3])
        month = next((k for k, x in enumerate(MONTHS, 1) if x.startswith(name)), 0)
        if month and 1 <= day <= 31:
            found.add((m[5] or "", f"{month:02d}-{day:02d}"))
    return frozenset(found)


_NUMBERED = re.compile(
    r"\b([A-Z][a-z]+|category|phase|stage)\s(?:No\.\s?)?(\d+|one|two|three|four|five)\b(?!\s(?:thousand|[mbtr]+illion|percent|per cent)\b|[.,]\d|%)"
)
_NUMBER = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}


def other_number(one: str, two: str) -> bool:
    """Whether two texts name things of one series by other numbers: "Flight 175" and "Flight 11", "Category 2" and "category three"."""
    told: list[dict[str, set[str]]] = []
    for text in (one, two):
        named: dict[str, set[str]] = {}
        for word, number in _NUMBERED.findall(text):
            if not any(m.startswith(word.lower()[:3]) for m in MONTHS):
                named.setdefault(word.lower(), set()).add(_NUMBER.get(number, number))
        told.append(named)
    return any(not told[0][w] & told[1][w] for w in told[0].keys() & told[1].keys())


def meet(a: frozenset[Day], b: frozenset[Day]) -> bool:
    """Whether a day of the one can be a day of the other."""
    return any(d == e and (not y or not z or y == z) for y, d in a for z, e in b)


def elsewhere(desk: Desk, one: tuple[int, Span], other: tuple[int, Span]) -> bool:
    """Whether two stretches of text (article number, span) name places, and not one in common: the wind in Chad, the wind in Peru. A state
    tells nothing where both name a place in it."""
    there, here = ({*spots(desk, *part)} for part in (one, other))
    known = states()
    if not (there <= known or here <= known):
        there, here = there - known, here - known
    both = any({*x.split()} <= {*y.split()} or {*y.split()} <= {*x.split()} for x in there for y in here)
    return bool(there and here) and not both  # "St Vincent" lies in "St Vincent and the Grenadines"


def spots(desk: Desk, i: int, part: Span) -> Iterator[str]:
    return (m.name for m in mentions_in(desk.annotations[i], part) if m.kind in ("place", "demonym"))


@cache
def states() -> frozenset[str]:
    return frozenset(lexicon.country_of().values())


def ordinal(day: Day) -> int:
    return int(day[1][:2]) * 30 + int(day[1][3:])


def written_day(d: Day) -> str:
    return "-".join(filter(None, d))


def not_reached(article: Article, t: Time) -> bool:
    """Whether a day lies behind the page's own date: told of what is past, that date is not sure."""
    exact = t.value[4:5] + t.value[7:8] == "--"
    return exact and t.value[:10] > article.published.value != ""


EXACT = re.compile(r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today", re.I)
"""Expressions that name a day; "recently" and "in the morning" do not."""


def names_a_day(printed: str) -> bool:
    """Whether a time of day has its day beside it ("Friday at 9 a.m.")."""
    return bool(EXACT.search(re.sub(r"[\d:.]+", "", printed)))
