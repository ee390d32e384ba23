"""One place or body under two spellings: words of names that differ by a letter or two and stand beside the same word.

Persons are compared by the traditions of their names (`naming`); a place has none, so that its surroundings have to tell: "the Kastor
dam" and "the Katsor dam". Edit distance with exchanged letters (optimal string alignment) after Damerau (1964).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import OSA

from .. import lexicon, naming
from ..records import Entity, Evidence
from ..text import STOP, fold, known_lemmas, lemma
from . import similarity
from .context import Desk, evidence
from .entities import role_words
from .slips import house

SURNAME, GIVEN = (
    5,
    3,
)  # letters of a part that differs, and of a given name where the office tells that it is one person
SKELETON = 5  # consonants that two transcriptions of one foreign name share, whatever stands between them
LETTERS, LONG = 6, 8  # of a word that is compared, and of one in which two letters may differ
RARE = 5  # times more articles print the other spelling, where no event has both
CROWD = 300  # words beside one that tells nothing any more
_COMPASS = re.compile(r"(?:north|south)(?:east|west)")
_ENDING = re.compile(r"(?:[ns]+|m[ae]n)$")
_WORD = re.compile(r"[^\W\d_]+")


def variants(desk: Desk, event_of: Mapping[int, int]) -> list[list[Evidence]]:
    """The spellings of every name that has several, one mention of each, the most printed first."""
    printed: dict[str, dict[int, Evidence]] = defaultdict(dict)
    blocks: dict[tuple[str, str, int], set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    for i in range(len(desk.articles)):
        for word, shown, sides in _words(desk, i):
            count[word] += 1
            printed[word].setdefault(i, shown)
            for side in sides:  # a city, a region: there are many, so that it has to be one event too
                event = event_of.get(i, -1 - i) if side in lexicon.word_set("place_words") else 0
                blocks[word[0], side, event].add(word)
    groups = similarity.Groups(sorted(printed))
    for (_, side, _), words in sorted(blocks.items()):
        for a, b in combinations(sorted(words), 2) if len(words) <= CROWD else ():
            apart = not printed[a].keys() & printed[b].keys()
            if apart and _misspelt(a, b) and _rest_alike(printed[a], printed[b], a, b):
                sure = " " in side or house(a) == house(b) or _transcribed(a, b)
                if sure or _one_name(printed[a], printed[b], event_of):
                    groups.join(a, b)
    found = ([str(w) for w in words] for words in groups.sets() if len(words) > 1)
    return [
        [min(printed[w].values(), key=lambda e: (len(e.text), e)) for w in sorted(words, key=lambda w: (-count[w], w))]
        for words in found
    ]


def people(
    desk: Desk, actors: Sequence[Entity], event_of: Mapping[int, int], story_of: Mapping[int, int]
) -> list[list[Evidence]]:
    """Two full names of one event that share the given name or the surname and all but a letter or two of the other, in different articles:
    most likely one person, though nothing else says so. In one story, the given name and all but a letter of a long surname."""
    by: dict[tuple[int, str], list[_Named]] = defaultdict(list)
    for e in actors:
        named = naming.parts(e.name) if e.kind == "person" else ()
        if len(named) < 2:
            continue
        told = frozenset(desk.number[m.article] for m in e.members if " " in m.text)
        events, stories = (frozenset(of.get(i, -1 - i) for i in told) for of in (event_of, story_of))
        if len(named[0]) > 2 and len(named[-1]) >= SURNAME:
            by[0, named[0]].append(_Named(named[-1], told, events, stories, e))
        if len(named[0]) >= GIVEN:
            by[1, named[-1]].append(_Named(named[0], told, events, stories, e))
    out = []
    for (given, _), rows in sorted(by.items()):
        for x, y in combinations(sorted(rows, key=lambda r: r.actor.id), 2) if len(rows) <= CROWD else ():
            a, b = x.part, y.part
            other_sex = given and (a[:-1] == b[:-1] or a.startswith(b) or b.startswith(a))  # "Martin", "Martina"
            longer = len(naming.parts(x.actor.name)) != len(naming.parts(y.actor.name))
            named_both = given and (x.told & y.told or longer)  # who names both has two in mind
            slip = not given and min(len(a), len(b)) >= LETTERS and OSA.distance(a, b) == 1
            near = x.events & y.events or (slip and x.stories & y.stories)
            short = given and min(len(a), len(b)) < SURNAME
            if short and (x.told & y.told or not _one_office(x.actor, y.actor)):
                continue  # "John Berg" and "Jon Berg", both spokesmen
            if near and _near(a, b) and not other_sex and not named_both:
                found = sorted((x.actor, y.actor), key=lambda e: (-len(e.members), e.id))
                out.append([min((m for m in e.members if " " in m.text), default=e.members[0]) for e in found])
    return out


def ships(
    desk: Desk, actors: Sequence[Entity], event_of: Mapping[int, int], story_of: Mapping[int, int]
) -> list[list[Evidence]]:
    """Two names of ships of one story that are one name by another transcription or but for a slip ("Al Noor", "Al-Nour"), or in one event but for
    their number ("Lund Tai 58", "Lundtai 168"), and that no article has both."""
    rows: dict[int, list[tuple[Entity, frozenset[int]]]] = defaultdict(list)
    for e in (e for e in actors if e.kind == "vessel"):
        told = frozenset(desk.number[m.article] for m in e.members)
        for story in sorted({story_of.get(i, -1 - i) for i in told}):
            rows[story].append((e, told))
    out = []
    for _, found in sorted(rows.items()):
        for (x, here), (y, there) in combinations(found, 2) if len(found) <= CROWD else ():
            letters = [re.sub(r"[\W\d_]", "", e.name).lower() for e in (x, y)]
            events = [{event_of.get(i, -1 - i) for i in told} for told in (here, there)]
            if re.search(r"\d|\b[IVX]+$", x.name + y.name):
                one = letters[0] == letters[1] and bool(events[0] & events[1])
            else:
                one = naming.compare_names(x.name, y.name).verdict == "same"
            if not here & there and len(letters[0]) >= LETTERS and one:
                out.append([min(e.members) for e in sorted((x, y), key=lambda e: (-len(e.members), e.name))])
    return out


def expansions(desk: Desk, story_of: Mapping[int, int]) -> list[list[Evidence]]:
    """Two names in full for one abbreviation that stands behind both in brackets, in one story, which differ in one word: "Massive
    Ordnance Air Blast (MOAB)" and "Massive Ordnance Air Burst (MOAB)"."""
    told: dict[tuple[int, str], dict[tuple[str, ...], Evidence]] = defaultdict(dict)
    given: dict[tuple[int, str], dict[int, set[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(set))
    for i, a in enumerate(desk.articles):
        for m in _IN_FULL.finditer(a.text):
            words = list(_WORD.finditer(a.text, m.start(1), m.end(1)))
            named = [w for w in words if w.group()[0].isupper()]
            first = next(
                (w for w in named if w.group()[0] == m[2][0] and _initials(named[named.index(w) :], m[2])), None
            )
            if first is not None:
                name = tuple(fold(w.group()) for w in words if w.start() >= first.start() and w.group()[0].isupper())
                key = story_of.get(i, -1 - i), m[2]
                told[key].setdefault(name, evidence(a, (first.start(), m.end())))
                given[key][i].add(name)
    out = []
    for key, names in sorted(told.items()):
        for x, y in combinations(sorted(names), 2):
            apart = [(p, q) for p, q in zip(x, y, strict=False) if p != q]
            if len(x) != len(y) or len(apart) != 1 or any({x, y} <= both for both in given[key].values()):
                continue
            ((p, q),) = apart
            if house(p) != house(q) and p.rstrip("s") != q.rstrip("s"):
                out.append([names[x], names[y]])
    return out


def _initials(words: Sequence[re.Match[str]], short: str) -> bool:
    """Whether the letters of an abbreviation begin the words of a name, in their order, one word more or less."""
    left = iter(w.group()[0] for w in words)
    return abs(len(words) - len(short)) <= 1 and all(letter in left for letter in short)


_IN_FULL = re.compile(r"\b((?:[A-Z][\w’'-]+\s(?:(?:of|and|the|for|on|in)\s){0,2}){2,8})\(([A-Z]{3,7})\)")


class _Named(NamedTuple):
    """One actor by a part of his name, with the articles that print it in full and their events and stories."""

    part: str
    told: frozenset[int]
    events: frozenset[int]
    stories: frozenset[int]
    actor: Entity


def _one_office(one: Entity, other: Entity) -> bool:
    """Whether two people are told of with words of one office."""
    offices = [{re.sub(r"(?:wo)?man$|person$", "", w) for r in e.roles for w in role_words(r)} for e in (one, other)]
    return bool(offices[0] & offices[1])


def _near(a: str, b: str) -> bool:
    """Whether one part of a name can be the other, with a letter or two wrong or its end cut off."""
    short, long = sorted((a, b), key=len)
    if long in (short, f"{short}s") or a[0] != b[0]:
        return False
    cut = long.startswith(short) and len(long) - len(short) <= 3 and long[len(short) :] not in _PATRONYM
    return cut or OSA.distance(a, b, score_cutoff=2) <= (1 if len(short) < LONG - 1 else 2)


_PATRONYM = frozenset(
    ("son", "sen", "en", "ov", "ova", "ev", "eva", "in", "ina", "man", "ez", "er", "ers", "ism", "ist", "ite", "ian")
)
"""What makes one surname of another: "Erik" and "Eriksen" are two."""


def _rest_alike(one: Mapping[int, Evidence], other: Mapping[int, Evidence], word: str, spelt: str) -> bool:
    """Whether a name with the one spelling has no word that one with the other contradicts: "the House committee", "the Senate committee"."""
    rests = [
        {frozenset(w for x in _WORD.findall(e.text) if (w := fold(x)) != drop) for e in told.values()}
        for told, drop in ((one, word), (other, spelt))
    ]
    return any(x <= y or y <= x for x in rests[0] for y in rests[1])


def _one_name(a: Collection[int], b: Collection[int], event_of: Mapping[int, int]) -> bool:
    """Whether the articles that print two spellings tell of one event, or few print the one and many the other."""
    few, many = sorted((len(a), len(b)))
    return bool({event_of.get(i) for i in a} & {event_of.get(i, -1) for i in b}) or few * RARE <= many


def _words(desk: Desk, i: int) -> Iterator[tuple[str, Evidence, set[str]]]:
    """(word, the name it stands in, the words beside it) of the names of places and bodies of an article."""
    a = desk.articles[i]
    for m in desk.annotations[i].mentions:
        lone = m.kind == "person" and " " not in m.name  # "his brother Ismael"; full names are `people`'s
        if not (lone or m.kind in ("place", "body")) or m.name.lower() in lexicon.country_of():
            continue
        around = list(_WORD.finditer(a.text, max(0, m.start - 30), min(len(a.text), m.end + 30)))
        for n, w in enumerate(around):
            word = fold(w.group())
            if m.start <= w.start() and w.end() <= m.end and len(word) >= LETTERS and _proper(w.group()):
                near = {fold(x.group()) for x in (*around[max(0, n - 1) : n], *around[n + 1 : n + 2])}
                sides = {x for x in near - STOP if len(x) > 2}
                if lone and (whose := _whose(a.text, m.start)):
                    sides.add(whose)
                yield word, evidence(a, (m.start, m.end)), sides


def _whose(text: str, start: int) -> str:
    """Whose relative a first name alone is ("Holm's brother Ismael"); "" where nothing says so."""
    found = _RELATIVE.search(text[max(0, start - 40) : start])
    return f"{fold(found[1])} {found[2]}" if found and found[2] in lexicon.word_set("family") else ""


_RELATIVE = re.compile(r"\b([A-Z][\w-]+)['’]s? ([a-z]+),? $")


def _proper(word: str) -> bool:
    low = word.lower()
    return (
        word[0].isupper()
        and not word.isupper()
        and low not in lexicon.country_of()
        and lemma(low) not in known_lemmas()
    )


def _misspelt(a: str, b: str) -> bool:
    """Whether two words can be one, with a letter or two wrong; "Texan" is none for "Texas", nor is a name with an ending."""
    if a.startswith(b) or b.startswith(a) or a[:-1] == b[:-1] or _ENDING.sub("", a) == _ENDING.sub("", b):
        return False
    if _COMPASS.match(a) and _COMPASS.match(b):
        return False  # "Northeastern", "Northwestern"
    most = 2 if min(len(a), len(b)) >= LONG else 1
    return _transcribed(a, b) or OSA.distance(a, b, score_cutoff=most) <= most


def _transcribed(a: str, b: str) -> bool:
    """Whether two words have the same consonants and one ending, as transcriptions of one foreign name do: "Sheikhoun" and "Shaykhun"."""
    if a[-1] != b[-1]:
        return False
    x, y = (re.sub(r"[aeiouyw]|(.)(?=\1)", "", w) for w in (a, b))
    return x == y and len(x) >= SKELETON
