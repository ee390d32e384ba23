"""What one thing can be only one of, by the sets of `kinds.toml`: "a short-range missile", "a medium-range missile"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..text import Span
from . import raw

_WORD = re.compile(r"[^\W_][\w'’-]*")
_NUMBER = r"\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens? of|several"


@dataclass(frozen=True, slots=True)
class Kind:
    """A side of a set as a text has it: the set, the side's first word, where its words stand, where what they are told of ends,
    and its noun, "" where none is asked for."""

    of: str
    side: str
    span: Span
    end: int
    noun: str


@dataclass(frozen=True, slots=True)
class _Term:
    of: str
    side: str
    itself: re.Pattern[str]  # group 1, with what must follow
    right_after: re.Pattern[str] | None
    some_way_after: re.Pattern[str] | None  # group 1: what it follows
    of_what_it_follows: bool


@cache
def _terms() -> dict[str, tuple[_Term, ...]]:
    """Its first word → what it may begin, the longest first."""
    out: dict[str, list[_Term]] = defaultdict(list)
    for row in raw("kinds")["sets"]:
        then, before = ("|".join(map(re.escape, row.get(k, ()))) for k in ("followed_by", "some_way_after"))
        follows = rf"(?:\s+[\w'’-]+){{0,3}}?\s+(?:{then})\b" if then else "(?!-)"
        if before and not then:
            follows = r"(?!-|\s+of\b)"  # "shot in the back of the car"
        direct = "|".join(
            _NUMBER if x == "a number" else rf"{re.escape(x)}(?:\s+[\w-]+)?" for x in row.get("right_after", ())
        )
        for side in row["sides"]:
            words = side.split(", ")
            for term in words:
                out[_WORD.findall(term)[0]].append(
                    _Term(
                        row["name"], words[0], re.compile(rf"({re.escape(term)})(?![\w'’]){follows}"),
                        re.compile(rf"\b(?:{direct})\s+$", re.I) if direct else None,
                        re.compile(rf"\b({before})\b(?:\W+[\w'’-]+){{0,8}}\W+$", re.I) if before else None,
                        row.get("of_what_it_follows", False),
                    )
                )  # fmt: skip
    return {w: tuple(sorted(found, key=lambda t: -len(t.itself.pattern))) for w, found in out.items()}


@cache
def of_somebody() -> frozenset[str]:
    """The sets that tell of a person: in which condition somebody is."""
    return frozenset(row["name"] for row in raw("kinds")["sets"] if row.get("of_somebody"))


@cache
def of_a_state() -> frozenset[str]:
    """The sets that tell of a state: how it voted."""
    return frozenset(row["name"] for row in raw("kinds")["sets"] if row.get("of_a_state"))


def told(text: str, start: int, end: int) -> Iterator[Kind]:
    """What a stretch of text says of which kind something is."""
    terms, at = _terms(), start
    for word in _WORD.finditer(text, start, end):
        if word.start() < at:
            continue
        for t in terms.get(word[0], ()):
            found = t.itself.match(text, word.start(), end)
            if found is None or (t.right_after and not t.right_after.search(text, start, word.start())):
                continue
            after = t.some_way_after.search(text, start, word.start()) if t.some_way_after else None
            if after is None and t.some_way_after:
                continue
            *_, noun = ("", *text[found.end(1) : found.end()].split())
            yield Kind(t.of, t.side, found.span(1), found.end(), after[1] if after and t.of_what_it_follows else noun)
            at = found.end(1)
            break
