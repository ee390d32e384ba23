"""Ships by name. The encoder knows persons, bodies and places; what stands beside a word for a ship is one of these only by chance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import lexicon
from ..records import Mention
from ..text import MONTHS, WEEKDAYS, Span
from .engine import Sentence

_KINDS = (
    r"(?:tank|freight|trawl|cruis|carri|destroy|minesweep|icebreak|steam|coast)er|ship|vessel|ferry|frigate|corvette|submarine|yacht|tug|"
    r"tugboat|barge|bulker|bulk carrier|dredger|gunboat|patrol boat|fishing boat|battleship|warship|flagship|lightship|cargo ship|container ship|"
    r"supertanker|liner|dhow|skiff|schooner|motorboat|speedboat|cutter"
)
_WORD = r"[A-Z][\w’'-]*\w|[A-Z]\.(?=\s[A-Z])|[A-Z]"
_NAME = rf"(?:{_WORD})(?:\s(?:{_WORD}|\d{{1,3}}\b|of(?=\s(?:the\s)?[A-Z])|the(?=\s[A-Z]))){{0,6}}"
_BEHIND = re.compile(
    rf"(?<![\w-])(?:{_KINDS})s?,?\s(?:the\s)?[“\"‘']?(?P<name>{_NAME})(?:,? and (?:the )?(?P<other>{_NAME}))?"
)
_PREFIXED = re.compile(rf"\b(?P<name>(?:M/?[VT]|USS|HMS|HMAS|HMCS|RFA|SS|INS|RMS|FV)\s{_NAME})")
_APPOSED = re.compile(
    rf"(?:(?<=[Tt]he )|\b(?!The\b)(?=[A-Z]\S+\s[A-Z\d]))(?P<name>{_NAME}),? (?:a|an|which is an?) (?:[\w-]+ ){{0,4}}(?:{_KINDS})\b"
)
_NAVAL = re.compile(r"^(?:USS|HMS|HMAS|HMCS|RFA|INS)\s")
_FLAGGED = re.compile(
    rf"-(?:flagged|registered) (?P<name>{_NAME})|(?<=[Tt]he )(?P<other>{_NAME}), (?:which (?:is|was) )?(?:flagged (?:to|in)|sailing under)\b"
)
_ANCHORED = re.compile(
    r"(?<=[Tt]he )(?P<name>(?:[A-Z][a-z]+ ){1,3}\d{1,3})(?= (?:anchored|moored|adrift|drifting|sailing|at anchor|had (?:dropped anchor|left port))\b)"
)
_CALLED = re.compile(rf"\b(?:{_KINDS})s? (?:called|named|known as) (?:the )?[“\"‘']?(?P<name>{_NAME})")
_NO_NAME = frozenset((*MONTHS, *WEEKDAYS, *"the a an it its he she they this that in on at but and when".split()))


def vessels(text: str, sentences: Sequence[Sentence], found: Sequence[Mention]) -> list[Mention]:
    """The mentions with those of ships, which displace what the encoder took their names for. A ship is known by the word beside its name
    ("the tanker Lund Star", "MV Lund Star", "the Lund Star, a tanker"); its full name is found again in the rest of the article where it has
    two words or more, or "the" before it."""
    named = sorted({span for s in sentences for span in _named(text, s, found)})
    names = {text[slice(*span)] for span in named}
    spans = set(named)
    bare = {
        rest: name for name in sorted(names) if (rest := _NAVAL.sub("", name)) != name
    }  # "the Mason" is the USS Mason
    for name in sorted({*names, *bare}):
        again = re.compile(rf"(?<![\w-]){'' if ' ' in name else '(?<=[Tt]he )'}{re.escape(name)}(?![\w-])")
        spans |= {m.span() for s in sentences for m in again.finditer(text, s.start, s.end)}
    spans = {p for p in spans if not any(q != p and q[0] <= p[0] and p[1] <= q[1] for q in spans)}
    kept = [m for m in found if not any(s < m.end and m.start < e for s, e in spans)]
    return [*kept, *(Mention(s, e, "vessel", bare.get(text[s:e], _bare(text[s:e]))) for s, e in sorted(spans))]


def _named(text: str, sentence: Sentence, found: Sequence[Mention]) -> Iterator[Span]:
    for pattern in (_BEHIND, _PREFIXED, _APPOSED, _FLAGGED, _ANCHORED, _CALLED):
        for m in pattern.finditer(text, sentence.start, sentence.end):
            for group, name in m.groupdict().items():
                if name and (span := _trimmed(text, m.span(group), found)) is not None:
                    yield span


def _trimmed(text: str, span: Span, found: Sequence[Mention]) -> Span | None:
    """A name without a day behind it; None for what is none: a sentence's first word, an office, a state, or somebody who is named in full."""
    start, end = span
    words = text[start:end].split()
    while words and words[-1].lower().rstrip(".") in _NO_NAME:
        end = start + text[start:end].rstrip().rfind(words.pop())
    name = text[start:end].rstrip()
    first = name.split()[0].lower() if name else ""
    if (
        len(name) < 3
        or len(first.rstrip(".")) < 2
        or first in _NO_NAME
        or first.rstrip("s") in lexicon.word_set("roles")
        or name.lower() in lexicon.country_of()
    ):
        return None
    if any(m.kind == "person" and m.role and m.start <= start < m.end for m in found):
        return None
    return start, start + len(name)


def _bare(name: str) -> str:
    """Without the letters before it: "MV Lund Star" is the Lund Star."""
    return re.sub(r"^(?:M/?[VT]|SS|FV)\s", "", name)
