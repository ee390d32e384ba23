"""How old a person is: one who has two ages within an event. Only an age that stands beside the name counts ("Anna Holm, 64,", "Anna
Holm, a 64-year-old pilot," and "the 64-year-old pilot Anna Holm"), or "the 64-year-old" and "she was 64" where nobody else is named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from ..records import Annotation, Evidence, Mention
from ..text import Span, enclosing
from .context import Desk, evidence
from .entities import Directory

_BEHIND = re.compile(r"(?:,\s+|,?\s+aged?\s+|\s*\()(\d{1,3})(?!\.\d)(?=\s*[,.;)]|\s+(?:and|of|from|who)\b)")
_APPOSED = re.compile(r"(?:,|\s+[-‑–—]+)\s+(?:the|an?)\s+(\d{1,3})[-‑–\s]years?[-‑–\s]old\b")
_BEFORE = re.compile(r"\b(\d{1,3})[-‑–\s]years?[-‑–\s]old\s+(?:[a-z][\w'’-]*\s+){0,3}$")
OLDEST = 115
YEARS = 10  # between two ages beyond which somebody is told of as he was then


def disagreements(
    desk: Desk, event_of: dict[int, int], directory: Directory
) -> Iterator[tuple[str, list[tuple[int, Evidence]]]]:
    """(person, [(age, the sentence), …]) of everybody to whom articles of one event give several ages, the youngest first."""
    told: dict[tuple[int, str], dict[int, list[tuple[int, Evidence]]]] = defaultdict(lambda: defaultdict(list))
    for i, (a, n) in enumerate(zip(desk.articles, desk.annotations, strict=True)):
        for name, age, sentence in (*_beside(a.text, n), *_anaphors(a.text, n)):
            told[event_of.get(i, -1 - i), directory.canonical(name)][age].append((i, evidence(a, sentence)))
    for (_, name), ages in sorted(told.items()):
        apart = [(x, y) for x, y in combinations(sorted(ages), 2) if y - x <= YEARS and _disagree(ages[x], ages[y])]
        if apart:  # an article that gives both tells of two days
            yield name, [(age, min(e for _, e in ages[age])) for age in sorted({x for pair in apart for x in pair})]


def _disagree(one: list[tuple[int, Evidence]], two: list[tuple[int, Evidence]]) -> bool:
    """Whether no article gives both ages, or one sets them side by side: "Holm, 64; the Courier, however, gave her age as 63"."""
    together = {e for _, e in one} & {e for _, e in two}
    return bool(together) or not {i for i, _ in one} & {i for i, _ in two}


def _beside(text: str, n: Annotation) -> Iterator[tuple[str, int, Span]]:
    """The ages beside full names."""
    for m in n.mentions:
        if m.kind == "person" and " " in m.name and (age := _age(text, m)):
            sentence = enclosing(n.sentences, (m.start, m.end))
            yield m.name, age, sentence
            for found in _GIVEN.finditer(text, m.end, sentence[1]):
                yield m.name, int(found[1]), sentence


def _anaphors(text: str, n: Annotation) -> Iterator[tuple[str, int, Span]]:
    """ "The 22-year-old", "he was 22", of those who are the only person that this sentence and the two before name."""
    for k, (start, end) in enumerate(n.sentences):
        for found in _THE.finditer(text[start:end]):
            scope = n.sentences[max(0, k - 2)][0], end
            names = {m.name for m in n.mentions if m.kind == "person" and scope[0] <= m.start < scope[1]}
            behind = any(
                start + found.end() <= m.start <= start + found.end() + 30 for m in n.mentions if m.kind == "person"
            )
            if len(names) == 1 and not behind and " " in (name := names.pop()):
                yield name, int(found[1] or found[2]), (start, end)


_GIVEN = re.compile(r"\b(?:his|her) age (?:as|at|to be)\s+(\d{1,3})\b")
_THE = re.compile(
    r"\b[Tt]he (\d{1,3})[-‑–]years?[-‑–]old\b|^(?:He|She) (?:was|is) (?:aged )?(\d{1,3})(?: years old)?(?=\s*[.,;]|$)",
    re.M,
)


def _age(text: str, m: Mention) -> int:
    """The age beside a name; 0 where there is none."""
    found = (
        _BEHIND.match(text, m.end)
        or _APPOSED.match(text, m.end)
        or _BEFORE.search(text[max(0, m.start - 60) : m.start])
    )
    age = int(found[1]) if found else 0
    return age if age <= OLDEST else 0
