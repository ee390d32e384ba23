"""Whom for what: two who hold different sides answerable for one deed ("Ostmark blames Westmark for the breach", "Westmark says that
Ostmark blew it up"). What is compared is who is held answerable (`lexicon.culprits`), not how likely it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass

from .. import lexicon
from ..lexicon import culprits
from ..records import Article, Evidence
from ..text import enclosing, squeeze
from . import similarity
from .charges import NEAR, answered_for
from .context import Desk, concepts, day, evidence, order_key
from .propositions import Proposition, text_of

_HOLDS = frozenset(("asserts", "alleges", "confirms"))
_OPEN = re.compile(r"\b(?:whether|any|investigat\w+|determin\w+)\b|\bno\W+(?:\w+\W+)?(?:evidence|proof|sign)\b", re.I)
"""What leaves it open who did it: "is looking for any evidence that Ostmark knew"."""
_BY_BLAMING = re.compile(r"^by\s\w+ing$", re.I)
_MUTUAL = re.compile(r"(?:each other|one another)\s+(?:for|of)\s+([^,;]+)", re.S)


@dataclass(frozen=True, slots=True)
class _Blame:
    article: int
    day: int
    holder: str
    culprit: str
    deed: frozenset[str]
    told: str
    sentence: Evidence


def disagreements(
    desk: Desk, held: Sequence[Proposition], story_of: dict[int, int]
) -> Iterator[tuple[str, list[str], list[Evidence]]]:
    """(the deed, who blames whom, the sentences) of every deed of one story for which two sides are held answerable, each of them as the
    first article tells it."""
    by: dict[int, list[_Blame]] = defaultdict(list)
    for b in (*_held(desk, held), *_each_other(desk)):
        by[story_of.get(b.article, -1 - b.article)].append(b)

    def order(b: _Blame) -> tuple[object, ...]:
        return b.day, order_key(desk.articles[b.article]), b.sentence, b.holder

    for _, rows in sorted(by.items()):
        rows.sort(key=order)
        over: dict[Hashable, list[_Blame]] = defaultdict(list)
        for told in _of_one_deed(rows):  # the same two over what one calls a dam and another a site
            over[frozenset(b.culprit for b in told)] += told
        for run in (part for told in over.values() for part in _runs(sorted(told, key=order))):
            first: dict[str, _Blame] = {}
            for b in run:
                first.setdefault(b.culprit, b)
            if len(first) > 1 and not _one_name(first):
                fullest = max(first.values(), key=lambda b: (len(b.deed), -b.article))
                yield fullest.told, [_shown(b) for b in first.values()], [b.sentence for b in first.values()]


def _one_name(culprits: Collection[str]) -> bool:
    """Whether two are held answerable who are one: "the President" and "President Holm"."""
    one, *rest = (set(c.lower().split()) for c in culprits)
    return all(one <= other or other <= one for other in rest)


def _of_one_deed(rows: Sequence[_Blame]) -> list[list[_Blame]]:
    """Those that have a word of the deed in common, beyond that there was one, a few days apart; who names no deed means the one that his
    article tells of, else the only one of those days. `rows`: in order of days."""
    groups = similarity.Groups(n for n, b in enumerate(rows) if b.deed)
    last: dict[str, int] = {}
    for n, b in enumerate(rows):
        for w in sorted(b.deed):
            if w in last and b.day - rows[last[w]].day <= NEAR:
                groups.join(n, last[w])
            last[w] = n
    out = [[rows[n] for n in sorted(int(str(m)) for m in members)] for members in groups.sets()]
    bare: dict[int, list[_Blame]] = defaultdict(list)
    for b in rows:
        if not b.deed:
            bare[b.article].append(b)
    for article, told in bare.items():
        here = [g for g in out if any(b.article == article for b in g)]
        if here or len(told) == 1:
            here = here or [g for g in out if any(abs(b.day - told[0].day) <= NEAR for b in g)]
            if len(here) == 1:
                here[0] += told
        else:
            out.append(told)
    return out


def _runs(rows: Sequence[_Blame]) -> Iterator[list[_Blame]]:
    """Rows in order of days, parted where more than a few pass."""
    run: list[_Blame] = []
    for b in rows:
        if run and b.day - run[-1].day > NEAR:
            yield run
            run = []
        run.append(b)
    if run:
        yield run


def _held(desk: Desk, held: Sequence[Proposition]) -> Iterator[_Blame]:
    for p in held:
        attributed = p.attribution is not None and p.holder and p.position in _HOLDS
        if not p.culprit or not attributed or p.negative or p.asks or _OPEN.search(text := text_of(desk, p)):
            continue
        deed = frozenset(w for w in answered_for(p) if not culprits.names_no_deed(w))
        a = desk.articles[p.article]
        cue = desk.annotations[p.article].attributions[p.attribution].cue if p.attribution is not None else ()
        if cue and _BY_BLAMING.search(a.text[max(0, cue[0][0] - 3) : cue[0][1]]):
            continue  # "will not win them by blaming Holm for the fire" is the author's view of what is said
        sentence = evidence(a, enclosing(desk.annotations[p.article].sentences, p.span))
        yield _Blame(p.article, _ordinal(a), p.holder, _state(p.culprit), deed, squeeze(text), sentence)


def _each_other(desk: Desk) -> Iterator[_Blame]:
    """ "Ostmark and Westmark blamed each other for the breach": each blames the other."""
    for i, (a, n) in enumerate(zip(desk.articles, desk.annotations, strict=True)):
        for x in n.attributions:
            two = x.speaker.split(" and ")
            if x.act not in ("blame", "accuse") or len(two) != 2:
                continue
            found = _MUTUAL.match(" ".join(a.text[s:e] for s, e in x.content))
            two = [lexicon.state_in(name) or name for name in two]
            if found and culprits.named(f"{two[0]} for {found[1]}", charged=True):
                deed = frozenset(w for w in concepts(found[1]) if not culprits.names_no_deed(w))
                sentence = evidence(a, enclosing(n.sentences, x.cue[0]))
                for holder, culprit in (two, two[::-1]):
                    yield _Blame(i, _ordinal(a), holder, culprit, deed, squeeze(found[1]), sentence)


def _state(culprit: str) -> str:
    """The state that a people is: "the Ostmarkers" are Ostmark."""
    of = lexicon.country_of()
    return of.get(culprit.lower()) or of.get(culprit.lower().removesuffix("s")) or culprit


def _ordinal(a: Article) -> int:
    return when.toordinal() if (when := day(a)) is not None else 0


def _shown(b: _Blame) -> str:
    culprit = b.culprit if b.culprit != b.culprit.lower() else b.culprit.title()
    if b.holder.lower() == b.culprit.lower():
        return f"{b.holder} says that it was its own doing"
    return f"{b.holder} {'blame' if ' and ' in b.holder else 'blames'} {culprit}"
