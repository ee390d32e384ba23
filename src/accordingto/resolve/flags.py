"""Flags: one named ship or company that outlets of one story put under two states ("the Panama-flagged tanker Sea Star", "the Sea Star, which
sails under the flag of Liberia"). An article that gives it both tells of a change of flag.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from .. import lexicon
from ..records import Evidence
from ..text import MONTHS, WEEKDAYS, Span, squeeze
from .context import Desk, evidence, mentions_in

_STATE = r"[A-Z][\w’']+(?:\s[A-Z][\w’']+)*"
_FLAG = re.compile(
    rf"\b(?!The\b)(?P<a>{_STATE})(?:\s|\s?-\s?)(?:flag(?:ged)?|registered)\b"
    rf"|\b(?:flag|registry)\s+of\s+(?:the\s+)?(?P<b>{_STATE})"
    rf"|\b(?:flagged|registered)\s+(?:in|to|under)\s+(?:the\s+)?(?P<c>{_STATE})"
)
_WORD = re.compile("flag|regist")  # in all of them: most articles have neither
_ONCE = re.compile(
    r"\b(?:former|formerly|previous|previously|once|until|used to|changed?|reflag\w*|re-flag\w*)\b", re.I
)
_NAME = re.compile(r"(?<![\w-])[A-Z][\w’'-]*(?:\s+(?:[A-Z][\w’'-]*|\d{1,4}))*")
_NO_NAMES = frozenset("The A An It In On At He She They This That Its Mr Mrs Ms Dr But And As".split())
_CALENDAR = frozenset(w.title() for w in (*MONTHS, *WEEKDAYS))


def disagreements(desk: Desk, story_of: dict[int, int]) -> Iterator[tuple[str, list[str], list[Evidence]]]:
    """(the name, the flags as printed, the sentences), each flag as the first article tells it."""
    told: dict[tuple[int, str], dict[int, dict[str, tuple[str, Evidence]]]] = defaultdict(lambda: defaultdict(dict))
    for i, (a, n) in enumerate(zip(desk.articles, desk.annotations, strict=True)):
        for s, e in n.sentences if _WORD.search(a.text) else ():
            found = list(_flags(a.text, s, e))
            if len({state for state, _ in found}) == 1 and not _ONCE.search(a.text, s, e):
                state, (start, end) = found[0]
                for name in _names(desk, i, (s, e), [span for _, span in found]):
                    proof = evidence(a, (s, e), start)
                    told[story_of.get(i, -1 - i), name][i].setdefault(state, (squeeze(a.text[start:end]), proof))
    for (_, name), articles in sorted(told.items()):
        sides: dict[str, tuple[str, Evidence]] = {}
        for _, by in sorted(articles.items()):
            if len(by) == 1:
                sides.setdefault(*next(iter(by.items())))
        if len(sides) > 1:
            rows = [row for _, row in sorted(sides.items())]
            yield name, [printed for printed, _ in rows], [proof for _, proof in rows]


def _flags(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    for m in _FLAG.finditer(text, start, end):
        if state := lexicon.state_in(m["a"] or m["b"] or m["c"]):
            yield state, m.span()


def _names(desk: Desk, i: int, sentence: Span, flags: list[Span]) -> set[str]:
    """Names in a sentence that are no place's, people's or person's, and do not only begin it."""
    text, n = desk.articles[i].text, desk.annotations[i]
    others = [(m.start, m.end) for m in mentions_in(n, sentence) if m.kind in ("place", "demonym", "person")]
    sources = [span for x in n.attributions for span in x.source]
    out = set()
    for m in _NAME.finditer(text, *sentence):
        words = m[0].split()
        while words and words[0] in _NO_NAMES:
            words = words[1:]
        begins = m.start() == sentence[0] and len(words) == len(m[0].split()) == 1
        if (
            words
            and words[0] not in _CALENDAR
            and not begins
            and not any(s < m.end() and m.start() < e for s, e in (*flags, *others, *sources))
        ):
            out.add(" ".join(words))
    return out
