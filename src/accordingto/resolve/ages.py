"""How old a person is: one who has two ages within an event. Only an age that stands beside the name counts ("Anna Holm, 64,", "Anna
Holm was 64", "Anna Holm, a 64-year-old pilot," and "the 64-year-old pilot Anna Holm"), or with his death ("Anna Holm died at the age of 64"), or "the 64-year-old" and "she was 64" where nobody else is named. Of somebody without
a name, "a 64-year-old man", two ages in like words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from ..records import Annotation, Evidence, Mention
from ..text import Span, enclosing
from . import similarity
from .context import Desk, evidence, mentions_in
from .entities import Directory

_BEHIND = re.compile(
    r"(?:,\s+|,?\s+aged?\s+|,\s+who\s+(?:is|was)\s+|\s*\()(\d{1,3})(?!\.\d)(?=\s*[,.;)]|\s+(?:and|of|from|who)\b)"
)
_WAS = re.compile(r"\s+(?:is|was)\s+(\d{2})(?=\s*[,.;](?!\d))")
_APPOSED = re.compile(r"(?:,|\s+[-‑–—]+)\s+(?:the|an?)\s+(\d{1,3})[-‑–\s]years?[-‑–\s]old\b")
_BEFORE = re.compile(
    r"\b(\d{1,3})[-‑–\s]years?[-‑–\s]old\s+(?:(?!(?:of|with|by|from|and|to|for|in|at|who|whose|that|said|told|when)\b|[\w-]+['’]s?\s)[\w'’-]+\s+){0,4}$"
)
_DIED = re.compile(
    r"\b(?:died|dies|passed away)\b[^.;]{0,60}?\bat\s+(?:the\s+)?(?:age\s+(?:of\s+)?)?(\d{2,3})(?=\s*[.,;]|\s+(?:after|in|on|his|her)\b)"
)
FAR = 60  # characters between a name and the death of its bearer
OLDEST = 115
ALIKE = 0.35  # likeness of two sentences that tell of one whom they do not name
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


def of_the_unnamed(desk: Desk, event_of: dict[int, int]) -> Iterator[tuple[str, list[tuple[int, Evidence]]]]:
    """("man", [(age, the sentence), …]) where two articles of one event give two ages to somebody without a name, in like words: each has one
    such man, and not the age of the other."""
    told: dict[tuple[int, str], list[tuple[int, int, Evidence]]] = defaultdict(list)
    for i, event in sorted(event_of.items()):
        a, n = desk.articles[i], desk.annotations[i]
        rows: dict[str, list[re.Match[str]]] = defaultdict(list)
        for found in _SOMEBODY.finditer(a.text):
            rows[found[2]].append(found)
        for who, (first, *more) in rows.items():
            sentence = enclosing(n.sentences, first.span())
            named = any(m.kind == "person" and _age(a.text, m) for m in mentions_in(n, sentence))
            if not named and all(f[1] == first[1] for f in more):
                told[event, who].append((i, int(first[1]), evidence(a, sentence)))
    yield from _of_the_first(desk, event_of)
    for (_, who), ages in sorted(told.items()):
        for (i, one, p), (k, other, q) in combinations(ages, 2):
            close = similarity.cosine(desk.vector(p.text), desk.vector(q.text))
            if 0 < abs(one - other) <= YEARS and close >= ALIKE and not (_has(desk, i, other) or _has(desk, k, one)):
                yield who, sorted(((one, p), (other, q)))


def _of_the_first(desk: Desk, event_of: dict[int, int]) -> Iterator[tuple[str, list[tuple[int, Evidence]]]]:
    """ "The youngest is 22" here, "the youngest of the freed is 21 years old" there, in two articles of one event that give one such age each."""
    told: dict[tuple[int, str], dict[int, set[tuple[int, Evidence]]]] = defaultdict(lambda: defaultdict(set))
    for i, event in sorted(event_of.items()):
        for m in _MOST.finditer(desk.articles[i].text):
            sentence = enclosing(desk.annotations[i].sentences, m.span())
            told[event, m[1].lower()][i].add((int(m[2]), evidence(desk.articles[i], sentence)))
    for (_, who), by in sorted(told.items()):
        single = [next(iter(found)) for _, found in sorted(by.items()) if len(found) == 1]
        for one, other in combinations(single, 2):
            if one[0] != other[0] and abs(one[0] - other[0]) <= YEARS:
                yield who, sorted((one, other))


_MOST = re.compile(
    r"\b[Tt]he (youngest|oldest|eldest)\b(?: (?:of|among) [\w’' -]{3,40}?)? (?:is|was)(?: aged)? (\d{1,3})\b(?!\s*(?:%|per|months?|days?|[a-z]+s ago))"
)


def _has(desk: Desk, i: int, age: int) -> bool:
    return re.search(rf"\b{age}\b", desk.articles[i].text) is not None


_SOMEBODY = re.compile(
    r"\b[Aa]n?\s+(\d{1,2})[-‑–]years?[-‑–]old\s+(?:[a-z-]+\s+){0,2}?(man|woman|boy|girl|teenager|suspect|gunman|driver|student)\b"
)


def _disagree(one: list[tuple[int, Evidence]], two: list[tuple[int, Evidence]]) -> bool:
    """Whether no article gives both ages, or one sets them side by side: "Holm, 64; the Courier, however, gave her age as 63"."""
    together = {e for _, e in one} & {e for _, e in two}
    return bool(together) or not {i for i, _ in one} & {i for i, _ in two}


def _beside(text: str, n: Annotation) -> Iterator[tuple[str, int, Span]]:
    """The ages beside full names."""
    for m in n.mentions:
        if m.kind != "person" or " " not in m.name:
            continue
        sentence = enclosing(n.sentences, (m.start, m.end))
        died = _DIED.search(text, m.end, min(sentence[1], m.end + 3 * FAR))
        if (
            died
            and died.start() - m.end <= FAR
            and not any(x.kind == "person" and m.end <= x.start < died.start() for x in n.mentions)
        ):
            yield m.name, int(died[1]), sentence
        if age := _age(text, m):
            yield m.name, age, sentence
            for found in _GIVEN.finditer(text, m.end, sentence[1]):
                yield m.name, int(found[1] or found[2]), sentence


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


_GIVEN = re.compile(
    r"\b(?:his|her) age (?:as|at|to be)\s+(\d{1,3})\b|\bbut\b[^.;]{0,80}?\b(?:he|she) (?:was|is)\s+(\d{2})(?=\s*[.,;](?!\d))"
)
_THE = re.compile(
    r"\b[Tt]he (\d{1,3})[-‑–]years?[-‑–]old\b|^(?:He|She) (?:was|is) (?:aged )?(\d{1,3})(?: years old)?(?=\s*[.,;]|$)",
    re.M,
)


def _age(text: str, m: Mention) -> int:
    """The age beside a name; 0 where there is none."""
    found = (
        _BEHIND.match(text, m.end)
        or _WAS.match(text, m.end)
        or _APPOSED.match(text, m.end)
        or _BEFORE.search(text[max(0, m.start - 60) : m.start])
    )
    age = int(found[1]) if found else 0
    return age if age <= OLDEST else 0
