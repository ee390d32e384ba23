"""Of which state a ship, a firm or a person is: one that outlets of one story put under two flags, registers, seats or places of birth ("the
Panama-flagged tanker Sea Star", "the Sea Star, which sails under the flag of Liberia"). An article that gives both tells of a change.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from .. import lexicon
from ..records import Annotation, Evidence
from ..text import MONTHS, WEEKDAYS, Span, squeeze
from .context import Desk, evidence, mentions_in
from .entities import Directory

_STATE = r"(?!The\b)[A-Z][\w’'-]*[\w’'](?:\s(?:and\s)?[A-Z][\w’'-]*[\w’'])*"
_TIED = re.compile(
    rf"\b(?P<before>{_STATE})(?:\s|\s?[-‑]\s?)(?P<how>flag(?:ged)?|registered|incorporated|based|headquartered|born)\b"
    rf"|\b(?:flag|registry)\s+of\s+(?:the\s+)?(?P<flag>{_STATE})"
    rf"|\b(?P<none>stateless|flagless|(?:fl(?:ies|ying|ew)|under|with) no flag|without (?:a|any) flag)\b"
    rf"|\b(?:under|fl(?:ies|ying|ew))\s+(?:a|the)\s+(?P<under>{_STATE})\s+flag\b"
    rf"|\b(?P<placed>flagged|registered|incorporated|based|headquartered|born)\s+(?:in|to|under)\s+(?:the\s+)?(?P<in>{_STATE})"
)
_WORD = re.compile("flag|stateless|regist|incorporated|based|headquartered|born")  # most sentences have none
_TIES = {
    **dict.fromkeys(("flag", "flagged", "registered", "incorporated", ""), "flag or register"),
    "based": "seat", "headquartered": "seat", "born": "birth",
}  # fmt: skip
_ONCE = re.compile(
    r"\b(?:former|formerly|previous|previously|once|until|used to (?:be|fly|sail|have)|changed?|reflag\w*|re-flag\w*)\b",
    re.I,
)
_TERRITORIES = {
    **dict.fromkeys(("Hong Kong", "Macau", "Macao"), "China"),
    **dict.fromkeys(("Bermuda", "Gibraltar", "Cayman Islands", "British Virgin Islands", "Isle of Man", "Jersey", "Guernsey"), "United Kingdom"),
}  # fmt: skip
"""Where ships and firms are registered though it is no state, and whose it is."""


def disagreements(
    desk: Desk, directory: Directory, story_of: dict[int, int]
) -> Iterator[tuple[str, str, list[str], list[Evidence]]]:
    """(whom or what, the tie, the states as printed, the sentences), each state as the first article tells it. Cities are not compared: one
    may lie in the other."""
    told: dict[tuple[int, str, str], dict[int, dict[str, tuple[str, Evidence]]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for i, (a, n) in enumerate(zip(desk.articles, desk.annotations, strict=True)):
        for sentence in n.sentences:
            if not _WORD.search(a.text, *sentence) or _ONCE.search(a.text, *sentence):
                continue
            found = [(m, state) for m in _TIED.finditer(a.text, *sentence) if (state := _state(m))]
            for m, state in found:
                tie = _TIES[(m["how"] or m["placed"] or "").lower()]
                one = len({s for _, s in found}) == 1
                for who in _whose(desk, i, sentence, m, tie, [x.span() for x, _ in found] if one else None):
                    row = squeeze(m[0]), evidence(a, sentence, m.start())
                    told[story_of.get(i, -1 - i), directory.canonical(who), tie][i].setdefault(state, row)
    for (_, who, tie), articles in sorted(told.items()):
        sides: dict[str, tuple[str, Evidence]] = {}
        for _, by in sorted(articles.items()):
            if len(by) == 1:
                sides.setdefault(*next(iter(by.items())))
        if len({_TERRITORIES.get(s, s) for s in sides}) > 1:
            rows = [row for _, row in sorted(sides.items())]
            yield who, tie, [printed for printed, _ in rows], [proof for _, proof in rows]


def _state(m: re.Match[str]) -> str:
    """The state or territory that a match names, or that there is none; "" where it is another place."""
    if m["none"]:
        return "none"
    printed = m["before"] or m["flag"] or m["under"] or m["in"]
    return next((t for t in _TERRITORIES if printed.endswith(t)), "") or lexicon.state_in(printed)


def _whose(desk: Desk, i: int, sentence: Span, m: re.Match[str], tie: str, flags: list[Span] | None) -> set[str]:
    """Whom a tie is told of: the name behind "Panama-flagged", or before "flagged in Panama" with nothing but what it is between; for "the
    vessel" and "the company" the only one that the article, or the sentence before, names. Of a flag or register else every name of the
    sentence that is no place's or person's; `flags`: where the one state of the sentence is told."""
    text, n = desk.articles[i].text, desk.annotations[i]
    holders = [x for x in n.mentions if x.kind in ("person", "body", "vessel")]
    if m["before"]:
        behind = next((x for x in holders if x.start >= m.end()), None)
        if behind and _NOUNS.fullmatch(text, m.end(), behind.start):
            return {behind.name}
        if (noun := _NOUN.match(text, m.end())) and text.endswith(("The ", "the "), 0, m.start()):
            return _meant(n, noun, sentence)
    ahead = [x for x in holders if sentence[0] <= x.start and x.end <= m.start()]
    if ahead and (_A if m["before"] else _WHICH).fullmatch(text, ahead[-1].end, m.start()):
        return {ahead[-1].name}
    if not m["before"] and (noun := _noun_before(text, sentence, m.start())) is not None:
        return _meant(n, noun, sentence)
    return _names(desk, i, sentence, flags) if flags and tie == _TIES["flagged"] else set()


def _noun_before(text: str, sentence: Span, at: int) -> re.Match[str] | None:
    """ "The vessel" or "the company" right before a place in a sentence."""
    found = list(_THE.finditer(text, sentence[0], at))
    return found[-1] if found and _WHICH.fullmatch(text, found[-1].end(), at) else None


def _meant(n: Annotation, noun: re.Match[str], sentence: Span) -> set[str]:
    """The only one of its kind that an article names before "the vessel", or this sentence and the one before name before "the company"."""
    kind = "vessel" if noun[1].lower() in _SHIPS else "person" if noun[1].lower() in _PEOPLE else "body"
    since = max((s for s, e in n.sentences if e <= sentence[0]), default=sentence[0]) if kind == "body" else 0
    names = {x.name for x in n.mentions if x.kind == kind and since <= x.start < noun.start()}
    return names if len(names) == 1 else set()


_A = re.compile(r",\s(?:(?:which|who)\s(?:is|was)\s)?an?\s(?:[a-z][\w-]*\s){0,2}")
_NOUNS = re.compile(r"\s(?:[a-z][\w-]*\s){0,3}")
_WHICH = re.compile(
    r",?\s(?:(?:which|who|that)\s)?(?:(?:is|was|were|are|has been|had been|sail(?:ed|s|ing)|operate[sd]|then|now|a|an|company|firm|ship|vessel|tanker|under|the)\s)*"
)
_SHIPS = frozenset("vessel ship tanker freighter ferry boat trawler yacht".split())
_PEOPLE = frozenset("man woman suspect attacker gunman".split())
_THE = re.compile(rf"\b(?:[Tt]he|[Tt]his)\s(company|firm|group|bank|{'|'.join(sorted(_SHIPS | _PEOPLE))})\b")
_NOUN = re.compile(rf"\s(?:[a-z-]+\s){{0,2}}?({'|'.join(sorted(_SHIPS | {'company', 'firm'}))})\b")
_NAME = re.compile(r"(?<![\w-])[A-Z][\w’'-]*(?:\s+(?:[A-Z][\w’'-]*|\d{1,4}))*")
_NO_NAMES = frozenset("The A An It In On At He She They This That Its Mr Mrs Ms Dr But And As".split())
_CALENDAR = frozenset(w.title() for w in (*MONTHS, *WEEKDAYS))


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
            and not any(w in _CALENDAR for w in words[:2])
            and not begins
            and not any(s < m.end() and m.start() < e for s, e in (*flags, *others, *sources))
        ):
            out.add(" ".join(words))
    return out
