"""Days that cannot both hold: one act of the same people, told by two articles of one event, or one quotation, on two different days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from .. import lexicon
from ..records import Annotation, Evidence, Time
from ..text import enclosing, fold
from . import similarity, sparse
from .context import Desk, day, evidence, last_concept, mentions_in, names_in
from .counted import disjoint
from .occasions import (
    EXACT,
    SERIES,
    WEEK,
    Day,
    elsewhere,
    innermost,
    meet,
    named_days,
    names_a_day,
    not_reached,
    ordinal,
    other_number,
    spanned,
    written,
    written_day,
)

ALIKE = 0.6  # likeness of the two sentences
DEED, WITHIN = 0.3, 0.2  # of two that date one deed done to the same, in one story and in one main event
NAMES = 1  # names that both sentences share
MONTHS = 2  # between two that are told of one deed
ONE_DEED = 0.5  # likeness from which it is one deed whoever is named
YEAR, YEARS = 12, 2  # months of one year, and years, that may then lie between


@dataclass(frozen=True, slots=True)
class Dated:
    article: int
    passage: Evidence
    type: str
    day: Day
    names: frozenset[str]
    deed: str = ""
    by: str = ""
    printed: str = ""
    status: str = ""
    clause: str = ""


def disagreements(desk: Desk, event_of: dict[int, int], story_of: dict[int, int]) -> list[tuple[Dated, Dated, float]]:
    """Pairs of sentences that put one act on two days, with their likeness. Two articles that disagree on the days of several
    acts are reports of two days."""
    found: dict[tuple[int, int], list[tuple[Dated, Dated, float]]] = defaultdict(list)
    for a, b, close in (*_pairs(desk, event_of), *_deeds(desk, event_of, story_of)):
        here, there = ((d.article, (d.passage.start, d.passage.end)) for d in (a, b))
        apart = elsewhere(desk, here, there) and not (a.type == b.type and a.type.endswith(_SEATED))
        if _other_count(desk, a, b) or _counted(desk, a) != _counted(desk, b) or apart:
            continue
        if not _one_of_several(a.passage.text, b.passage.text):
            found[(a.article, b.article)].append((a, b, close))
    return [row for rows in found.values() for row in _of_one_day(rows) if not _of_two(*row[:2])]


def _of_one_day(rows: Sequence[tuple[Dated, Dated, float]]) -> Iterator[tuple[Dated, Dated, float]]:
    """What two articles put on two days, where it is one act; and on two months or years, where it is one: reports of two days disagree on the
    days of several."""
    by: dict[bool, list[tuple[Dated, Dated, float]]] = defaultdict(list)
    for a, b, close in rows:
        by[bool(a.day[1][3:] and b.day[1][3:])].append((a, b, close))
    for told in by.values():
        if len({(a.passage, b.passage) for a, b, _ in told}) == 1:
            yield told[0]


_SEATED = ("council", "parliament", "assembly", "cabinet")
"""Whose meeting is in one place, whatever states are named with it."""


def _of_two(a: Dated, b: Dated) -> bool:
    """Whether two days are those of two things of a series, or of one sentence ("ten days ago") that was read again on another day."""
    again = _counted_back(a.printed) == _counted_back(b.printed) != "" or a.passage.text == b.passage.text
    return again or other_number(a.passage.text, b.passage.text)


def _other_count(desk: Desk, a: Dated, b: Dated) -> bool:
    """Whether two sentences count others whom the deed befell: "two more were killed on Tuesday", "on Monday more than fifty were"."""
    one, two = (
        {
            q.fate: q
            for q in desk.annotations[d.article].quantities
            if q.fate and d.passage.start <= q.start < d.passage.end
        }
        for d in (a, b)
    )
    return any(disjoint(one[f], two[f]) for f in one.keys() & two.keys())


def _counted(desk: Desk, d: Dated) -> frozenset[float]:
    """How many a sentence counts of what its deed is done to or by: "two hearings are scheduled for Tuesday"."""
    of = d.type.rsplit(" ", 1)[-1]
    return frozenset(
        q.value
        for q in desk.annotations[d.article].quantities
        if d.passage.start <= q.start < d.passage.end
        and q.what
        and not q.unit
        and last_concept(q.what) == last_concept(of)
    )


def _one_of_several(one: str, two: str) -> bool:
    """ "The first debate" and "the second debate"."""
    x, y = (set(_NTH.findall(text.lower())) for text in (one, two))
    return bool(x and y) and not x & y


_NTH = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|final|last|next|\d+(?:st|nd|rd|th))\s+(?!day|week|month|year|time)[a-z]"
)


def _pairs(desk: Desk, event_of: dict[int, int]) -> Iterator[tuple[Dated, Dated, float]]:
    blocks: dict[tuple[int, str], list[Dated]] = defaultdict(list)
    for i in range(len(desk.articles)):
        for d in _dated(desk, i):
            blocks[(event_of.get(i, -1 - i), d.type)].append(d)
    for rows in blocks.values():
        vectors = [desk.vector(d.passage.text) for d in rows]
        for close, m, k in sparse.close_pairs(vectors, ALIKE, keep=8, crowd=40):
            a, b = sorted((rows[m], rows[k]), key=lambda d: (d.article, d.passage))
            if (
                a.article == b.article
                or (a.deed and b.deed and a.deed != b.deed)  # he arrived on Tuesday, they met on Wednesday
                or len(a.names & b.names) < NAMES
                or meet(frozenset((a.day,)), frozenset((b.day,)))
            ):
                continue
            if a.day[0] == b.day[0] and abs(ordinal(a.day) - ordinal(b.day)) <= SERIES:
                yield a, b, close


def _deeds(desk: Desk, event_of: dict[int, int], story_of: dict[int, int]) -> Iterator[tuple[Dated, Dated, float]]:
    """Pairs of sentences of one event that give two days to one deed, done to or by the same ("the truck was rented on Monday", "he rented
    the truck on Thursday"), each by the only day that its article gives for it."""
    told: dict[tuple[int, str, str], dict[int, list[Dated]]] = defaultdict(lambda: defaultdict(list))
    many = (lexicon.word_set("documents") | lexicon.word_set("pictures")) - lexicon.word_set("pleadings")
    for i, (a, n) in enumerate(zip(desk.articles, desk.annotations, strict=True)):
        ships = _ships(n)
        for t in n.times:
            printed, when = a.text[t.start : t.end], _when(t)
            spoken = _RELATIVE.search(printed) and innermost(n, t.start) is not None
            if when is None or spoken or not (t.deed and t.of and t.at >= 0):
                continue
            cues = lexicon.cue_table("verbs").get(t.deed, ())
            if cues and not (t.status == "expected" and any(c.act == "announce" for c in cues)):
                continue  # who said something on Monday may have said it on Tuesday; who "will announce the sanctions" does so once
            ahead = t.status == "occurred" and not_reached(a, t)
            if ahead and "past" in t.reasons:
                continue
            if t.of in many:
                continue  # "a statement released on Friday": there are many
            sentence = enclosing(n.sentences, (t.start, t.end))
            at_the_latest = a.text.endswith("by ", 0, t.start)
            several = at_the_latest or _SEVERAL.match(a.text, t.end) or _another(t.of).search(a.text, *sentence)
            named = names_a_day(printed) if t.type == "TIME" else EXACT.search(printed)
            if not several and (named if when[1][3:] else _COARSE.search(printed)):
                deed, of = last_concept(t.deed), "ship" if t.of in ships else last_concept(t.of)
                deed = _HELD_UP if of == "ship" and t.deed in _HOLDS_UP else deed
                found = Dated(
                    i, evidence(a, sentence), f"{t.deed} {t.of}", when, names_in(n, sentence), by=last_concept(t.by),
                    printed=printed, status="expected" if ahead else _status(t), clause=a.text[slice(*t.clause)],
                )  # fmt: skip
                if t.deed in lexicon.word_set("light_verbs") and t.by and t.of in lexicon.event_words().nouns:
                    deed, of = of, last_concept(t.by)  # "the two hold their summit" as "the two meet"
                    found = replace(found, by="")
                of = "leader" if deed == last_concept("meet") and of in _HEADS else of
                told[story_of.get(i, -1 - i), deed, of][i].append(found)
                by = last_concept(t.by)
                if by in _ONCE_ONLY:  # "the quake struck Lund on Monday", "a quake struck the coast on Sunday"
                    told[story_of.get(i, -1 - i), deed, f"by {by}"][i].append(found)
    for key, i, found in _conversations(desk, story_of):
        told[key][i].append(found)
    for (_, deed, of), articles in sorted(told.items()):
        told_once = (_finest(rows) for _, rows in sorted(articles.items()) if deed and of)
        single = [rows[0] for rows in told_once if len({r.day for r in rows}) == 1]
        for x, y in combinations(single, 2):
            other = x.by and y.by and x.by != y.by  # "the House passed the bill", "the Senate did"
            same = x.status == y.status and (x.status or _ahead(desk, x) == _ahead(desk, y))
            least = _apart(x, y)
            if least is not None and not other and same and not _put_off(desk, x, y):
                close = max(
                    similarity.cosine(desk.vector(x.passage.text), desk.vector(y.passage.text)),
                    similarity.cosine(desk.vector(x.clause), desk.vector(y.clause)),
                )
                exact = x.day[1][3:] and y.day[1][3:]
                one = exact and event_of.get(x.article) == event_of.get(y.article, -1)
                if close >= max(least, WITHIN if one else DEED):
                    yield x, y, close


def _conversations(desk: Desk, story_of: dict[int, int]) -> Iterator[tuple[tuple[int, str, str], int, Dated]]:
    """(story, "call", the two of them) of a talk that a sentence dates, where it names two people and no more: "urged Holm in a phone call on
    Monday"."""
    for i, (a, n) in enumerate(zip(desk.articles, desk.annotations, strict=True)):
        for t in n.times:
            when = _when(t)
            if when is None or not when[1][3:]:
                continue
            sentence = enclosing(n.sentences, (t.start, t.end))
            if not _TALK.search(a.text, sentence[0], t.start):
                continue
            people = " and ".join(sorted({fold(m.name) for m in mentions_in(n, sentence) if m.kind == "person"}))
            if people.count(" and ") == 1:
                found = Dated(
                    i,
                    evidence(a, sentence),
                    f"call of {people}",
                    when,
                    names_in(n, sentence),
                    printed=a.text[t.start : t.end],
                )
                yield (story_of.get(i, -1 - i), "call", people), i, found


_TALK = re.compile(
    r"\bin (?:an?|the|their) (?:phone |telephone |video )?(?:call|conversation)(?: with [^.,;]{1,60}?)? (?:(?:late |early )?on )?$"
)
"""Before a day: "urged Holm in a phone call on | Monday"."""


def _status(t: Time) -> str:
    """Whether it happened or is expected; "said she would leave on Monday" is a plan."""
    said = t.status == "uncertain" and "modal:would" in t.reasons and any(r.startswith("report:") for r in t.reasons)
    return "expected" if said else t.status


_HEADS = frozenset("leader president premier head".split())
"""Who meet where "the leaders" do."""
_HELD_UP = "intercept"
_HOLDS_UP = frozenset("stop seize board intercept halt capture impound detain raid".split())
"""Verbs of what a navy does to a ship that it searches."""


def _ships(n: Annotation) -> frozenset[str]:
    """The last words of the names of ships: what is told of "the Sea Lady" is told of a ship."""
    return frozenset(m.name.lower().split()[-1] for m in n.mentions if m.kind == "vessel")


def _finest(rows: Sequence[Dated]) -> list[Dated]:
    """Those that give the day, where any does: "partly lifted in 2014" beside "lifted on Monday" is history."""
    exact = [r for r in rows if r.day[1][3:]]
    return exact or list(rows)


def _put_off(desk: Desk, x: Dated, y: Dated) -> bool:
    """Whether two days are planned in articles that lie more than a week apart: a plan may have changed. (What was planned is no account of
    what came either.)"""
    published = [day(desk.articles[d.article]) for d in (x, y)]
    known = [d.toordinal() for d in published if d is not None]
    return x.status == "expected" and len(known) == 2 and abs(known[0] - known[1]) > WEEK


def _when(t: Time) -> Day | None:
    """The day, month ("05") or year ("") that an expression means."""
    if t.type == "DATE" and (coarse := re.fullmatch(r"(\d{4})(?:-(\d\d))?", t.value)):
        return coarse[1], coarse[2] or ""
    found = set(spanned(t.value))
    return found.pop() if len(found) == 1 else None


def _apart(x: Dated, y: Dated) -> float | None:
    """The likeness from which two days are two, None where they may be one; of months and years those that are near each other, told of
    somebody who is named in both, and in like words those that lie farther apart."""
    a, b = x.day, y.day
    if a[1] and a[1] == b[1] and 0 < abs(int(a[0] or 0) - int(b[0] or 0)) <= YEARS:
        return 0.0 if all(_YEAR.search(d.printed) for d in (x, y)) else None  # "in March 2023", "in March 2024"
    if a[1][3:] and b[1][3:]:  # a week apart: one weekday, read by two dates of publication, where it is not spelt out
        apart = abs(ordinal(a) - ordinal(b))
        week = apart == WEEK and not (written(x.printed) and written(y.printed))
        return None if meet(frozenset((a,)), frozenset((b,))) or apart > SERIES or week else 0.0
    if not (a[0] and b[0]) or (a[0] == b[0] and (a[1].startswith(b[1]) or b[1].startswith(a[1]))):
        return None
    months = [int(d[0]) * 12 + int(d[1][:2]) for d in (a, b) if d[1]]
    two = len(months) == 2
    between = abs(months[0] - months[1]) if two else abs(int(a[0]) - int(b[0]))
    if x.names & y.names and between <= (MONTHS if two else 1):
        return 0.0
    if all(_ONCE.search(d.clause) for d in (x, y)):
        return 0.0  # "was last inspected in March": it was so once
    of_a_kind = a[0] == b[0] if two else not months
    return ONE_DEED if of_a_kind and between <= (YEAR if two else YEARS) else None


def _ahead(desk: Desk, d: Dated) -> bool:
    """Whether the day is still to come for the article that gives it."""
    published = day(desk.articles[d.article])
    return published is not None and (d.day[0] or str(published.year), d.day[1]) > (
        str(published.year),
        published.isoformat()[5:][: len(d.day[1])],
    )


def _counted_back(printed: str) -> str:
    """The expression, where it is counted from the day on which it is read ("ten days ago"), else ""."""
    return printed.lower() if _RELATIVE.search(printed) or printed.lower().endswith("ago") else ""


@lru_cache(maxsize=1 << 12)
def _another(of: str) -> re.Pattern[str]:
    """One more of a kind: "another surgery"."""
    return re.compile(rf"\b(?:another|a second|a third|second|third)\s+(?:[\w’'-]+\s+){{0,2}}{re.escape(of[:5])}", re.I)


_SEVERAL = re.compile(
    r"\s*(?:and|or|to|through|[-–])\s*(?:(?:early|mid|late)[\s-])?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)",
    re.I,
)
_ONCE_ONLY = frozenset(last_concept(w) for w in "earthquake storm tsunami eruption landslide avalanche tornado".split())
"""What a story has one of, whatever it strikes."""
_ONCE = re.compile(r"\b(?:last|first|most recently)\s+\w+(?:ed|wn|en|t|ne)\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COARSE = re.compile(r"\d{4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:this|last) month", re.I)
_RELATIVE = re.compile(r"\b(?:yester|to)day|tonight|tomorrow|(?:this|last|next) (?:month|year)\b", re.I)
"""Counted from the day on which somebody speaks, not from the article's."""


def _dated(desk: Desk, i: int) -> Iterator[Dated]:
    """Sentences with one act and one day."""
    a, n = desk.articles[i], desk.annotations[i]
    for s, e in n.sentences:
        acts = [h for h in n.happenings if s <= h.start < e and h.status == "occurred"]
        if len(acts) != 1:
            continue
        exact = [t for t in n.times if s <= t.start < e and t.type == "DATE" and EXACT.search(a.text[t.start : t.end])]
        found = named_days(n, (s, e), acts[0].start) & {d for t in exact for d in spanned(t.value)}
        if len(found) == 1:
            deed = next((last_concept(t.deed) for t in exact if t.deed and found & set(spanned(t.value))), "")
            printed = a.text[exact[0].start : exact[0].end]
            yield Dated(
                i, evidence(a, (s, e)), acts[0].type, next(iter(found)), names_in(n, (s, e)), deed, printed=printed
            )  # fmt: skip


def shown(d: Dated) -> str:
    return written_day(d.day)
