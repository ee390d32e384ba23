"""What one thing can be only one of, told otherwise by other outlets of one story: what one noun names on a day that they give ("fired a
short-range missile on Monday", "a medium-range missile was launched on Monday"), or the one person whom they name, within a day ("Berg was in
critical condition", "in stable condition"). Sentences that are alike as a whole are compared in `substitutions`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from .. import lexicon
from ..lexicon import kinds
from ..records import Evidence
from ..text import Span, squeeze
from . import similarity
from .context import Desk, day, evidence, last_concept, mentions_in, paper
from .occasions import Day, meet, named_days

ALIKE = 0.2  # likeness of two sentences that give one day for what they put on two sides of a set
VOICES = 3  # outlets that one side is shown from


@dataclass(frozen=True, slots=True)
class _Told:
    article: int
    sentence: Span
    kind: kinds.Kind
    outlet: str
    days: frozenset[Day]  # that the sentence gives for it


def disagreements(desk: Desk, story_of: dict[int, int]) -> Iterator[tuple[str, list[str], list[Evidence], float]]:
    """(what is told in two ways, each side as the first three outlets print it, the sentences, their greatest likeness)."""
    told: dict[tuple[int, str, str], list[_Told]] = defaultdict(list)
    for i in range(len(desk.articles)):
        for of, about, t in _told(desk, i):
            told[story_of.get(i, -1 - i), of, about].append(t)
    for (_, of, about), rows in sorted(told.items(), key=lambda x: x[0]):
        sides: dict[str, dict[str, _Told]] = defaultdict(dict)
        most = 0.0
        for a, b in _of_one_day(desk, rows):
            if a.kind.side != b.kind.side and a.outlet != b.outlet and (close := _of_one_thing(desk, a, b)) is not None:
                most = max(most, close)
                for t in (a, b):
                    sides[t.kind.side].setdefault(t.outlet, t)
        if sides:
            shown = [t for _, by in sorted(sides.items()) for t in list(by.values())[:VOICES]]
            printed = [squeeze(desk.articles[t.article].text[t.kind.span[0] : t.kind.end]) for t in shown]
            proof = [evidence(desk.articles[t.article], t.sentence, t.kind.span[0]) for t in shown]
            yield f"{about}, {of}", printed, proof, most


def _told(desk: Desk, i: int) -> Iterator[tuple[str, str, _Told]]:
    """(the set, whom or what it tells of, the telling) of an article; a sentence that has two sides tells of two things."""
    a, n = desk.articles[i], desk.annotations[i]
    outlet = paper(a)
    for s, e in n.sentences:
        here = list(kinds.told(a.text, s, e))
        for k in here:
            if len({x.side for x in here if x.of == k.of}) > 1:
                continue
            if _of_one(k):
                named = mentions_in(n, (s, e))
                state = k.of in kinds.of_a_state()
                states = lexicon.country_of()
                who = {
                    states.get(m.name.lower(), "") if state else m.name for m in named if state or m.kind == "person"
                }
                if len(who - {""}) == 1:
                    yield k.of, (who - {""}).pop(), _Told(i, (s, e), k, outlet, frozenset())
            elif k.noun:
                days = named_days(n, (s, e), k.span[0])
                yield k.of, last_concept(k.noun), _Told(i, (s, e), k, outlet, days)


def _of_one(k: kinds.Kind) -> bool:
    """Whether a kind is told of one person or state by name."""
    return k.of in kinds.of_somebody() | kinds.of_a_state()


def _of_one_day(desk: Desk, rows: Sequence[_Told]) -> list[tuple[_Told, _Told]]:
    """Pairs of tellings that are published a day apart, where they tell of somebody, else that give one day; in the order of the rows."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for k, t in enumerate(rows):
        for key in _block(desk, t):
            blocks[key].append(k)
    pairs = {two for block in blocks.values() for two in combinations(block, 2)}
    return [(rows[m], rows[k]) for m, k in sorted(pairs)]


def _block(desk: Desk, t: _Told) -> set[Hashable]:
    """Keys of which two tellings that may be of one day have one in common."""
    if not _of_one(t.kind):
        return {d[1] for d in t.days}
    when = day(desk.articles[t.article])
    return {when.toordinal(), when.toordinal() + 1} if when else set()


def _of_one_thing(desk: Desk, a: _Told, b: _Told) -> float | None:
    """The likeness of two sentences of one day that tell of one thing; None where they need not."""
    somebody = a.kind.of in kinds.of_somebody()
    if not _of_one(a.kind) and not meet(a.days, b.days):
        return None
    close = similarity.cosine(*(desk.vector(desk.articles[t.article].text[slice(*t.sentence)]) for t in (a, b)))
    return close if somebody or close >= ALIKE else None
