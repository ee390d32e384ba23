"""Page furniture: marked by kind, never deleted. Works on plain text; offsets are into the given text.

Main region: the run of blocks with the largest sum of (+ words of prose, − words of everything else), a maximum
subarray as in A. Finn, N. Kushmerick and B. Smyth, "Fact or fiction" (2001), on blocks instead of tags.
"""

from __future__ import annotations

import re

from .. import lexicon
from ..records import Furniture
from ..text import MONTHS, Span, blocks, sentences, words

_TERMINAL = re.compile(r"[.!?…][\"”’»')\]]*\s*$|[:;,]\s*$|[\"”]\s*$")
_BULLET = re.compile(r"\s*[-*•·–]\s+\S")


def mark(text: str) -> tuple[Furniture, ...]:
    """Furniture of one article in order of position; spans do not overlap."""
    rows = blocks(text)
    kinds: list[str] = [_line_kind(text[s:e]) for s, e in rows]
    _bylined(text, rows, kinds)
    _dated(text, rows, kinds)
    _signed(text, rows, kinds)
    _boxes(text, rows, kinds)
    _tail_regions(text, rows, kinds)
    _outside(text, rows, kinds)
    found = [Furniture(s, e, k) for (s, e), k in zip(rows, kinds, strict=True) if k]
    body = [r for r, k in zip(rows, kinds, strict=True) if not k]
    found += [*_repeats(text, body), *_inline(text, body)]
    return tuple(sorted(found, key=lambda f: (f.start, f.end)))


def _line_kind(line: str) -> str:
    flat = line.strip()
    if len(flat) > 600:
        return ""
    for kind, scope, pattern in lexicon.furniture_patterns():
        if scope == "line" and pattern.match(flat):
            return kind
    return ""


def _bylined(text: str, rows: list[Span], kinds: list[str]) -> None:
    """A furniture word that stands inside prose as a line of its own (a heading, a one-word paragraph) stays only near other furniture."""
    for i, kind in enumerate(kinds):
        if kind != "navigation" or len(words(text[slice(*rows[i])])) < 1:
            continue
        around = [j for j in (i - 1, i + 1) if 0 <= j < len(rows)]
        if (
            around
            and all(is_prose(text[slice(*rows[j])]) and not kinds[j] for j in around)
            and len(around) == 2
            and not re.match(r"(?i)\W*(skip|scroll|advert)", text[rows[i][0] :])
        ):
            kinds[i] = ""


_MONTH = "(?:" + "|".join(m[:3].title() for m in MONTHS) + r")[a-z]*\.?"
SIGNED = re.compile(
    r"(?P<who>(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2}(?: and |, )?){1,3}) in [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?"
)
HEAD = 8  # blocks in which an article says who wrote it


def _signed(text: str, rows: list[Span], kinds: list[str]) -> None:
    """A line of names and a place beside the date line is a byline ("Anna Berg in Lund"); elsewhere it may be a heading."""
    for i, row in enumerate(rows[:HEAD]):
        beside = kinds[max(0, i - 2) : i + 3]
        if not kinds[i] and "byline" in beside and SIGNED.fullmatch(text[slice(*row)].strip()):
            kinds[i] = "byline"


_PLACED = re.compile(
    rf"[A-Z][^.!?|]{{1,45}}[,.]\s(?:\d{{1,2}}\s(?:{_MONTH})|(?:{_MONTH})\s\d{{1,2}}),?\s\d{{4}}(?:\s?\([^()]{{2,40}}\))?"
)
"""A line of a place or a paper and a day: "Lund, May 3, 2024 (Harbour Wire)"."""


def _dated(text: str, rows: list[Span], kinds: list[str]) -> None:
    """A line that says where and when, below the headline."""
    for i, row in enumerate(rows[1:HEAD], 1):
        if not kinds[i] and _PLACED.fullmatch(text[slice(*row)].strip()):
            kinds[i] = "byline"


def _boxes(text: str, rows: list[Span], kinds: list[str]) -> None:
    for i, (s, e) in enumerate(rows):
        kind = next((k for k, scope, p in lexicon.furniture_patterns() if scope == "box" and p.match(text[s:e])), "")
        if not kind:
            continue
        j = i + 1
        while j < len(rows) and _BULLET.match(text[slice(*rows[j])]):
            kinds[j] = kinds[j] or kind
            j += 1
        if j > i + 1:
            kinds[i] = kind


def _tail_regions(text: str, rows: list[Span], kinds: list[str]) -> None:
    for i, (s, e) in enumerate(rows):
        kind = next((k for k, scope, p in lexicon.furniture_patterns() if scope == "from" and p.match(text[s:e])), "")
        if kind and s > 0.25 * len(text):
            for j in range(i, len(rows)):
                kinds[j] = kinds[j] or kind
            return


def is_prose(line: str) -> bool:
    """A block that reads as running text: it ends as a sentence does and is not a mere label."""
    n = len(words(line))
    return (bool(_TERMINAL.search(line)) and n >= 4) or n >= 40


def _outside(text: str, rows: list[Span], kinds: list[str]) -> None:
    """Mark what lies outside the main region as page furniture, and runs of labels inside it as navigation."""
    gain: list[float] = []
    for (s, e), kind in zip(rows, kinds, strict=True):
        n = len(words(text[s:e]))
        good = not kind and is_prose(text[s:e])
        gain.append(n if good else -3.0 if kind else -(4.0 + 0.5 * n))
    begin, end = _best(gain)
    headline = next(
        (i for i in range(len(rows)) if not kinds[i] and 4 <= len(words(text[slice(*rows[i])])) <= 30 and i < 3), None
    )
    for i, (s, e) in enumerate(rows):
        if (
            kinds[i]
            or begin <= i < end
            or i == headline
            or (i < begin and begin - i <= 3 and len(words(text[s:e])) >= 4)
        ):
            continue
        kinds[i] = "page"
    labels = [not kinds[i] and not is_prose(text[slice(*rows[i])]) for i in range(len(rows))]
    i = begin
    while i < end:
        j = i
        while j < end and labels[j]:
            j += 1
        if j - i >= 4 and sum(len(words(text[slice(*rows[k])])) for k in range(i, j)) < 9 * (j - i):
            for k in range(max(i, 1), j):
                kinds[k] = "navigation"
        i = max(j, i + 1)


def _best(gain: list[float]) -> Span:
    best, best_span, total, begin = 0.0, (0, len(gain)), 0.0, 0
    for i, g in enumerate(gain):
        if total <= 0:
            total, begin = 0.0, i
        total += g
        if total > best:
            best, best_span = total, (begin, i + 1)
    return best_span


def _inline(text: str, body: list[Span]) -> list[Furniture]:
    """Pop-ups and the like that a page ran into its sentences."""
    patterns = [(kind, p) for kind, scope, p in lexicon.furniture_patterns() if scope == "inline"]
    return [Furniture(*m.span("it"), kind) for s, e in body for kind, p in patterns for m in p.finditer(text, s, e)]


def _repeats(text: str, body: list[Span]) -> list[Furniture]:
    """Sentences of eight words or more that the article has already printed."""
    seen: set[str] = set()
    out: list[Furniture] = []
    for block in body:
        for s, e in sentences(text, block):
            w = words(text[s:e])
            key = " ".join(w)
            if len(w) >= 8 and key in seen:
                out.append(Furniture(s, e, "repeat"))
            seen.add(key)
    return out
