"""Who did it to whom, and who said it to whom: one deed that two outlets of one event tell with doer and sufferer in each other's place
("Berg invited Holm", "Holm invited Berg"), one remark whose speaker and addressee change places ("Lund warned Oslo", "Lund was warned by
Oslo"). An article that tells a deed both ways tells of two, and what is done to one another has no direction.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from .. import lexicon
from ..records import Evidence
from ..text import Span, enclosing, words
from . import similarity
from .context import Desk, evidence, last_concept, mentions_in, paper
from .entities import Directory
from .statements import near

ALIKE = 0.5  # likeness of the two sentences
MUTUAL = frozenset(("CONSULT", "COOPERATE", "AGREE"))  # types of deeds that are done to one another
SAID, FAR_APART, UNNAMED = 0.3, 0.4, 0.5
"""Likeness of two contents: of one event, of two, and where one end has no name of its own."""
LEAST = 4  # words of a content that tells something
BESIDE = 400  # characters between two sentences that an article sets side by side
TOLD = frozenset(("tell", "warn", "urge", "say", "accuse", "vow"))
"""Acts that are done towards somebody."""


@dataclass(frozen=True, slots=True)
class _Remark:
    """`ends`: who says it and to whom, each as it is compared; `shown`: as it is printed; `teller`: whom the article cites for it; `thin`:
    whether hardly anything is told of what was said."""

    article: int
    sentence: Span
    act: str
    ends: tuple[str, str]
    shown: str
    teller: str
    named: bool
    thin: bool
    vector: similarity.Vector


def remarks(
    desk: Desk, directory: Directory, event_of: dict[int, int]
) -> Iterator[tuple[str, list[str], list[Evidence], str]]:
    """(both ends, "speaker → addressee" of both, the sentences, by what they are one remark)."""
    directed: dict[frozenset[str], list[_Remark]] = defaultdict(list)
    for i in range(len(desk.articles)):
        for r in _remarks(desk, i, directory):
            directed[frozenset(r.ends)].append(r)
    for pair, found in sorted(directed.items(), key=lambda kv: sorted(kv[0])):
        for a, b in combinations(found, 2):
            if a.ends != b.ends and (how := _one_remark(desk, a, b, event_of)):
                proof = [evidence(desk.articles[r.article], r.sentence) for r in (a, b)]
                yield " and ".join(sorted(pair)), [a.shown, b.shown], proof, how


def _one_remark(desk: Desk, a: _Remark, b: _Remark, event_of: dict[int, int]) -> str:
    """By what two remarks are one: like contents in two articles, or two voices that one article sets side by side; "" where nothing says so."""
    if a.article == b.article:
        two = a.teller and b.teller and a.teller != b.teller
        beside = abs(a.sentence[0] - b.sentence[0]) <= BESIDE and a.act == b.act
        return "one after the other" if two and beside and a.named and b.named else ""
    one = event_of.get(a.article) == event_of.get(b.article)
    if a.thin or b.thin or not (one or near(desk, a.article, b.article)):
        return ""
    close = similarity.cosine(a.vector, b.vector)
    least = (SAID if one else FAR_APART) if a.named and b.named else UNNAMED
    return f"contents alike {close:.2f}" if close >= least else ""


def _remarks(desk: Desk, i: int, directory: Directory) -> Iterator[_Remark]:
    a, n = desk.articles[i], desk.annotations[i]
    for x in n.attributions:
        if x.act not in TOLD or not x.source:
            continue
        content = " ".join(a.text[s:e] for s, e in x.content)
        names = [directory.canonical(name) if name else "" for name in (x.speaker, x.addressee_name)]
        printed = [a.text[slice(*spans[0])] if spans else "" for spans in (x.source, x.addressee)]
        one, other = (name or last_concept(text) for name, text in zip(names, printed, strict=True))
        if one and other and one != other and any(names):
            shown = " → ".join(name or text for name, text in zip(names, printed, strict=True))
            sentence = enclosing(n.sentences, (x.content[0][0], x.content[-1][1]))
            teller = n.attributions[x.inside].speaker if x.inside is not None else ""
            thin, vector = len(words(content)) < LEAST, desk.vector(content)
            yield _Remark(i, sentence, x.act, (one, other), shown, teller, all(names), thin, vector)


@dataclass(frozen=True, slots=True)
class _Deed:
    article: int
    sentence: Span
    doer: str
    sufferer: str


def disagreements(desk: Desk, event_of: dict[int, int]) -> Iterator[tuple[str, list[str], list[Evidence], float]]:
    """(the deed, "doer → sufferer" of both, the sentences, their likeness)."""
    told: dict[tuple[int, str, frozenset[str]], list[_Deed]] = defaultdict(list)
    for i in range(len(desk.articles)):
        for deed, d in _deeds(desk, i) if i in event_of else ():
            told[event_of[i], deed, frozenset((d.doer, d.sufferer))].append(d)
    for (_, deed, _), rows in sorted(told.items(), key=lambda x: (x[0][0], x[0][1], sorted(x[0][2]))):
        ways: dict[int, set[str]] = defaultdict(set)
        for d in rows:
            ways[d.article].add(d.doer)
        single = [d for d in rows if len(ways[d.article]) == 1]
        found = [
            (similarity.cosine(*(desk.vector(desk.articles[d.article].text[slice(*d.sentence)]) for d in (a, b))), a, b)
            for a, b in combinations(single, 2)
            if a.doer != b.doer and paper(desk.articles[a.article]) != paper(desk.articles[b.article])
        ]
        best = max(found, key=lambda x: x[0], default=None)
        if best is not None and best[0] >= ALIKE:
            close, *two = best
            proof = [evidence(desk.articles[d.article], d.sentence) for d in two]
            yield deed, [f"{d.doer} → {d.sufferer}" for d in two], proof, close


def _deeds(desk: Desk, i: int) -> Iterator[tuple[str, _Deed]]:
    a, n = desk.articles[i], desk.annotations[i]
    for h in n.happenings:
        if h.type in MUTUAL or h.status != "occurred" or len(h.actor) != 1 or not h.recipient:
            continue
        deed = last_concept(a.text[h.start : h.end])
        if deed in lexicon.cue_table("verbs"):
            continue  # who accused whom is compared statement by statement; both may have
        if any(a.text[r[0]].isdigit() for r in h.recipient):
            continue  # "Lund sends | 200 rescuers and Oslo 120"
        given = (r for r in h.recipient if a.text.endswith(" to ", 0, r[0]) and mentions_in(n, r))
        doer, sufferer = (_who(desk, i, span) for span in (h.actor[0], next(given, h.recipient[0])))
        if doer and sufferer and doer != sufferer:
            yield deed, _Deed(i, enclosing(n.sentences, (h.start, h.end)), doer, sufferer)


def _who(desk: Desk, i: int, span: Span) -> str:
    """The one name in a phrase, else the concept of its head; "" where it has several names."""
    names = {m.name for m in mentions_in(desk.annotations[i], span)}
    if names:
        return names.pop() if len(names) == 1 else ""
    return last_concept(_OF.split(desk.articles[i].text[slice(*span)])[0])


_OF = re.compile(r",|\s(?:of|from|in|at|on|for|with|near|who|that|which)\b")
