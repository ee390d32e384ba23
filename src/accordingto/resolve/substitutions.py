"""One name for another: sentences of two articles of one event that are alike but for one name, place, year or ordinal ("met in Geneva", "met in
Vienna"; "the third test this year", "the fourth").

Whoever names both tells of two things, and so do two sentences that differ in several things. Who speaks is no such name: two may say the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from .. import lexicon, naming
from ..lexicon import kinds
from ..records import Evidence, Mention
from ..text import Span, plain_quote, squeeze
from . import ranks, similarity, sparse
from .context import Desk, evidence, last_concept, paper, told_of
from .counted import states_by_name

ALIKE, BESIDE = 0.5, 0.41  # likeness of two sentences without the names; where the names stand beside the same word
SWAPPED = 0.75  # the same of two in which two names change places, or of short ones
WORDS = 4  # concepts that both have, the names left out; one less where they are nearly all
SPELT = 75  # likeness, percent, from which two names may be spellings of one
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_SPAN = rf"(?:\d+|{'|'.join(_NUMBERS)})\s+(?:year|month|week|day|decade)s?"
_VESSELS = "tanker|ship|vessel|freighter|ferry|carrier|frigate|destroyer|submarine|trawler|yacht|boat"
_PATTERNS = (
    ("ordinal", re.compile(rf"(?<![\w-])({'|'.join(ranks.WORDS)}|\d{{1,3}}(?:st|nd|rd|th))\b(?!\s+(?:lady|half|quarter|degree|term|amendment|street|avenue|century)\b)", re.I)),
    ("model", re.compile(r"(?<![\w/])([A-Z][A-Za-z]*-\d{1,3}[A-Z]?)\b")),
    ("year", re.compile(r"\b(?:since|in|until|before|after|from)\s+((?:19|20)\d\d)\b")),
    ("span", re.compile(rf"\b(?:in|for|within|over|after)\s+(?:(?:more|less)\s+than\s+|nearly\s+|about\s+)?({_SPAN})\b", re.I)),
    ("span", re.compile(rf"\b({_SPAN})\s+later\b", re.I)),
    ("vessel", re.compile(rf"\b(?:{_VESSELS})\s+(?:the\s+)?[“\"]?([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)")),
)  # fmt: skip
"""What is compared beside names: "the third test", "Kestrel-12", "since 2014", "the first in five years", "the tanker Sea Star"."""
_SPANS = re.compile(rf"\b{_SPAN}\b", re.I)
_TOKEN = re.compile(r"[\w’'-]+")
_WORD, _NEGATED = (
    re.compile(r"[a-z]{3,}"),
    re.compile(r"\b(?:not?|never|without|unable|refus\w+|fail\w*|declin\w+|den(?:y|ie[sd]|ying))\b|n[’']t\b", re.I),
)


@dataclass(frozen=True, slots=True)
class Slot:
    """What might stand for another: its kind (that of a mention, "state", "contrary", one of `_PATTERNS` or a set of `lexicon.kinds`), by what it
    is compared, where it stands, and where what is shown of it ends, if not there."""

    kind: str
    key: str
    span: Span
    end: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    article: int
    sentence: Span
    slots: tuple[Slot, ...]
    vector: similarity.Vector  # without the slots


def disagreements(desk: Desk, event_of: dict[int, int]) -> Iterator[tuple[str, list[str], list[Evidence], float]]:
    """(kind of what is told in two ways, both as printed, the sentences, the likeness of the rest)."""
    by_event: dict[int, list[int]] = defaultdict(list)
    for i, event in sorted(event_of.items()):
        by_event[event].append(i)
    for _, articles in sorted(by_event.items()):
        papers = {i: paper(desk.articles[i]) for i in articles}
        if len(set(papers.values())) < 2:
            continue
        rows = [t for i in articles for t in _sentences(desk, i)]
        found: dict[tuple[int, int], list[tuple[str, list[str], list[Evidence], float]]] = defaultdict(list)
        for close, m, k in sparse.close_pairs([t.vector for t in rows], BESIDE, keep=8, crowd=40):
            a, b = sorted((rows[m], rows[k]), key=lambda t: (t.article, t.sentence))
            if (
                len(a.vector.keys() & b.vector.keys()) < WORDS - (close >= SWAPPED)
                or papers[a.article] == papers[b.article]
            ):
                continue
            two = _one_for_another(desk, a, b)
            if two is None and close >= SWAPPED:
                two = _swapped(desk, a, b)
            if two is None:
                continue
            sides = ((a, two[0]), (b, two[1]))
            if close >= ALIKE or _beside(desk, *sides):
                proof = [evidence(desk.articles[t.article], t.sentence, s.span[0]) for t, s in sides]
                printed = [squeeze(desk.articles[t.article].text[s.span[0] : s.end or s.span[1]]) for t, s in sides]
                found[a.article, b.article].append((two[0].kind.partition(":")[0], printed, proof, close))
        for pairs in found.values():  # reports of two things differ in many
            if len({tuple(p.lower() for p in printed) for _, printed, _, _ in pairs}) == 1:
                yield max(pairs, key=lambda p: p[3])


def _sentences(desk: Desk, i: int) -> Iterator[Told]:
    a, n = desk.articles[i], desk.annotations[i]
    named = told_of(n, (0, len(a.text)))
    starts = [m.start for m in named]
    for s, e in n.sentences:
        inside = named[bisect_left(starts, s) : bisect_left(starts, e)]
        slots = tuple(sorted(_slots(a.text, inside, (s, e)), key=lambda x: x.span))
        if slots:
            yield Told(i, (s, e), slots, desk.vector(_rest(a.text, (s, e), slots)))


def _slots(text: str, named: Sequence[Mention], sentence: Span) -> Iterator[Slot]:
    for m in named:
        printed = text[m.start : m.end].lower().replace(".", "").removeprefix("the ")
        if m.kind == "place":
            state = printed in lexicon.country_of() and printed not in lexicon.seats()
            yield Slot("place", m.name.lower() if state else printed, (m.start, m.end))
        elif m.kind == "demonym":
            yield Slot("state", m.name.lower(), (m.start, m.end))
        elif m.kind in ("person", "body") and m.name.lower() not in lexicon.outlet_by_name():
            yield Slot(m.kind, m.name.lower().replace(".", ""), (m.start, m.end))
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(text, *sentence):
            yield Slot(kind, _length(found[1]) if kind == "span" else found[1].lower(), found.span(1))
    denied = {m.span() for m in _NEGATED.finditer(text, *sentence)}
    for found in _WORD.finditer(text, *sentence):
        if (told := _with_contrary(found[0])) and not denied - {found.span()}:  # "refuses to accept" does not accept
            yield Slot("contrary", told, found.span())
    for k in kinds.told(text, *sentence):
        yield Slot(_A_KIND + k.of, k.side, k.span, k.end)


def _length(span: str) -> str:
    """A span of time, written one way: "eight years" as "8 years"."""
    return plain_quote(span).removesuffix("s")


@lru_cache(maxsize=1 << 15)
def _with_contrary(word: str) -> str:
    """The concept of a word that has contraries; "" of any other."""
    return told if (told := last_concept(word)) in lexicon.contraries() else ""


def _rest(text: str, sentence: Span, slots: Sequence[Slot]) -> str:
    """A sentence without its names; what has a kind stays, since it tells what the sentence is about."""
    at, out = sentence[0], []
    for s in slots:
        if s.span[0] >= at and not s.kind.startswith(_A_KIND):
            out.append(text[at : s.span[0]])
            at = s.span[1]
    return " ".join((*out, text[at : sentence[1]]))


def _one_for_another(desk: Desk, a: Told, b: Told) -> tuple[Slot, Slot] | None:
    """The two names by which alone the sentences differ; None where they differ in none or in several, or where an article has both."""
    here, there = _unmatched(a, b), _unmatched(b, a)
    pairs = {(s.kind, s.key, t.key): (s, t) for s in here for t in there if s.kind == t.kind}
    if len({kind for kind, *_ in pairs}) != 1:
        return None
    beside = [(s, t) for s, t in pairs.values() if _beside(desk, (a, s), (b, t))]
    if len(pairs) > 1 or next(iter(pairs))[0] in _BESIDE:
        if len(beside) != 1:
            return None
        one, other = beside[0]
    else:
        one, other = next(iter(pairs.values()))
    both = _names(desk, a.article, other) or _names(desk, b.article, one)
    apart = _is_wide(one) != _is_wide(other) or _says(desk, a.article, one) != _says(desk, b.article, other)
    return None if both or apart else (one, other)


def _says(desk: Desk, article: int, s: Slot) -> bool:
    """Whether the one named is who says it, and not whom it is about."""
    return any(start <= s.span[0] < end for x in desk.annotations[article].attributions for start, end in x.source)


_A_KIND = "kind:"
_BESIDE = ("body", "ordinal", "contrary")
"""What stands for another only beside the same word, as one of several does."""


def _swapped(desk: Desk, a: Told, b: Told) -> tuple[Slot, Slot] | None:
    """The first names of two sentences in which two names stand the one in the other's place ("Berg beat Holm", "Holm beat Berg")."""
    texts = [desk.articles[t.article].text for t in (a, b)]
    if any(_BY.search(text, *t.sentence) for text, t in zip(texts, (a, b), strict=True)):
        return None
    for named in (("person",), ("person", "body", "state", "place")):
        here, there = ([s for s in t.slots if s.kind in named] for t in (a, b))
        if len(here) == len(there) == 2:
            crossed = _one_name(here[0], there[1]) and _one_name(here[1], there[0]) and not _one_name(here[0], there[0])
            beside = all(_beside(desk, (a, s), (b, t)) for s, t in zip(here, there, strict=True))
            in_a_row = _ROW.fullmatch(texts[0][here[0].span[1] : here[1].span[0]])
            return (here[0], there[0]) if crossed and beside and not in_a_row else None
    return None


_ROW = re.compile(r"\s*(?:,|and|or)(?:\s+and)?\s*")
_BY = re.compile(r"\bby\b", re.I)


def _beside(desk: Desk, *told: tuple[Told, Slot]) -> bool:
    """Whether the word before two names, or the one behind them, is the same."""
    one, other = (_neighbours(desk.articles[t.article].text, t.sentence, s.span) for t, s in told)
    return any(x and x == y for x, y in zip(one, other, strict=True))


def _neighbours(text: str, sentence: Span, span: Span) -> tuple[str, str]:
    words = [_TOKEN.findall(part.lower()) for part in (text[sentence[0] : span[0]], text[span[1] : sentence[1]])]
    return "".join(words[0][-1:]), "".join(words[1][:1])


def _unmatched(a: Told, b: Told) -> list[Slot]:
    """What the one has and the other has not; of words that have contraries, those whose contrary it has."""
    keys = {t.key for t in b.slots if t.kind == "contrary"}
    return [
        s
        for s in a.slots
        if (
            s.key not in keys and lexicon.contraries()[s.key] & keys
            if s.kind == "contrary"
            else not any(_one_name(s, t) for t in b.slots)
        )
    ]


def _one_name(s: Slot, t: Slot) -> bool:
    """Whether two may name one: "Berg" and "Anna Berg", "Lund" and "Lund Airport", two spellings."""
    if not (s.kind in _NAMES and t.kind in _NAMES):
        return s.kind == t.kind and s.key == t.key
    if s.kind == t.kind == "person" and naming.compare_names(s.key.title(), t.key.title()).verdict == "different":
        return False  # "Liu Wei" and "Liu Wen"
    one, other = _own_words(s), _own_words(t)
    part = {*s.key.split()} <= {*t.key.split()} or {*t.key.split()} <= {*s.key.split()}
    part = part or naming.acronym(s.key.upper(), t.key.title()) or naming.acronym(t.key.upper(), s.key.title())
    ship = s.kind == "vessel" and naming.compare_names(s.key, t.key).verdict == "same"
    return part or ship or bool({*one} & {*other}) or fuzz.ratio(" ".join(one), " ".join(other)) >= SPELT


def _names(desk: Desk, article: int, s: Slot) -> bool:
    """Whether an article has a name, or the last word of one, anywhere; of a span of time, the whole of it."""
    if s.kind == "span":
        return any(_length(m[0]) == s.key for m in _SPANS.finditer(desk.articles[article].text))
    last = _own_words(s)[-1]
    return re.search(rf"\b{re.escape(last)}", desk.articles[article].text, re.I) is not None


_NAMES = ("person", "body", "place", "state", "vessel")


@cache
def _generic() -> frozenset[str]:
    return lexicon.word_set("bodies") | lexicon.word_set("place_words") | {"of", "the", "for", "and"}


def _own_words(s: Slot) -> list[str]:
    """The words of a name, without those of many names: "yellow" of "Yellow Sea"."""
    return [w for w in s.key.split() if w not in _generic()] or s.key.split()


def _is_wide(s: Slot) -> bool:
    return s.kind == "place" and (s.key in _wide() or not _AREAS.isdisjoint(s.key.split()))


_AREAS = frozenset(
    "county province region oblast district valley island islands peninsula coast prefecture governorate".split()
)


@cache
def _wide() -> frozenset[str]:
    """Places in which others lie."""
    return states_by_name() | lexicon.regions()
