"""Events: what each article mainly tells, and every dated or expected happening. Twins a season apart stay apart.

Main events: average-link agglomeration of the probabilities that two articles tell one event (`likeness.py`); articles whose dates are
further apart than the window speak against one another, two days in two headlines rule it out. Expected events keep who expects them and until when.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Annotation, Article, Decision, Event, Evidence, Time, Why
from ..text import SEASONS, STOP, Span, enclosing, squeeze
from . import likeness, similarity
from .context import Desk, day, evidence, make_id, order_key, outlet_label, why
from .likeness import Profile
from .occasions import Day, innermost, meet, written

JOIN = 0.32  # mean probability of the pairs of two groups (docs/method.md)
FAINT = 0.02  # pairs below it count as 0
CROWD = 200  # articles of one window that share a heavy word: it then tells nothing
SAME_DAY = 0.35  # likeness of two tellings of one date that tell one thing
AHEAD = 2  # days that a paper may lie behind what it tells in the past tense
BLOCK = 200  # tellings of one date that are compared
WORDS = frozenset(("say", "tell", "report", "find", "express", "describe", "predict", "think"))
SPEAK = frozenset(("say", "comment", "respond", "answer", "discuss"))
QUIET = frozenset(("think", "support", "condemn", "describe"))  # stances tell nothing of when something happens


def main_events(
    desk: Desk, profiles: Sequence[Profile], common: float, decisions: Sequence[Decision]
) -> list[list[int]]:
    """Article numbers of each main event, in canonical order."""
    announced = [written(a.headline) for a in desk.articles]
    chances = (
        (p, similarity.probability(likeness.compare(profiles[p[0]], profiles[p[1]], common)))
        for p in _candidates(profiles)
        if not _apart(desk, announced, *p)
    )
    pairs = {p: chance for p, chance in chances if chance >= FAINT}
    number = {x: i for i, a in enumerate(desk.articles) for x in (a.id, a.input, make_id("v", a.id))}
    pairs_ruled = [(d, number[d.left], number[d.right]) for d in decisions if d.left in number and d.right in number]
    forbidden = {frozenset((i, j)) for d, i, j in pairs_ruled if d.verdict == "different"}
    found = similarity.average_link(
        len(profiles), pairs, JOIN, lambda i, j: frozenset((i, j)) in forbidden or _announce_two(announced, i, j)
    )
    together = similarity.Groups(range(len(profiles)))
    for p in forbidden:
        together.forbid(*p)
    for _, i, j in (r for r in pairs_ruled if r[0].verdict == "same"):
        together.join(i, j)
    for group in found:
        for m in group[1:]:
            together.join(group[0], m)
    return [[int(str(m)) for m in g] for g in together.sets()]


def _candidates(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    days = [p.day.toordinal() if p.day else None for p in profiles]
    found: set[tuple[int, int]] = set()
    for column in ([p.opening for p in profiles], [p.body for p in profiles]):
        found.update(similarity.candidates(column, 16, CROWD, days, likeness.WINDOW))
    return sorted(found)


def _apart(desk: Desk, announced: Sequence[frozenset[Day]], i: int, j: int) -> bool:
    """Whether dates speak against one event: of publication, or of headlines that say which day they are about."""
    if _announce_two(announced, i, j):
        return True
    x, y = day(desk.articles[i]), day(desk.articles[j])
    if x and y:
        return abs((x - y).days) > likeness.WINDOW
    a, b = desk.articles[i].published, desk.articles[j].published
    short = min(len(a.value), len(b.value), 7)
    return bool(a.value and b.value) and a.value[:short] != b.value[:short]


def _announce_two(announced: Sequence[frozenset[Day]], i: int, j: int) -> bool:
    """Whether two headlines say of which day they are, and of two."""
    return bool(announced[i] and announced[j]) and not meet(announced[i], announced[j])


def events(
    desk: Desk, profiles: Sequence[Profile], common: float, groups: Sequence[Sequence[int]]
) -> tuple[Event, ...]:
    """Main events first in canonical order, then dated and expected happenings told inside articles."""
    out = [_main(desk, g, _weakest(desk, profiles, g, common)) for g in groups]
    out += _timeline(desk)
    return tuple(sorted(out, key=lambda e: e.id))


def _weakest(desk: Desk, profiles: Sequence[Profile], members: Sequence[int], common: float) -> tuple[Why, ...]:
    """The reasons for the member that fits least, beside the one it is most like: the margin of the whole event."""
    best = []
    for i in members:
        near = [likeness.compare(profiles[min(i, j)], profiles[max(i, j)], common) for j in members[:CROWD] if j != i]
        if near:
            k = max(range(len(near)), key=lambda n: (similarity.probability(near[n]), -n))
            best.append((similarity.probability(near[k]), desk.articles[i].id, near[k]))
    return tuple(min(best)[2]) if best else ()


def _main(desk: Desk, members: Sequence[int], reasons: tuple[Why, ...]) -> Event:
    rows = sorted((desk.articles[m] for m in members), key=order_key)
    first = rows[0]
    title = next((a.headline for a in rows if a.headline), "") or squeeze(
        first.text[slice(*desk.annotations[desk.number[first.id]].sentences[0])]
        if desk.annotations[desk.number[first.id]].sentences
        else first.input
    )
    types = Counter(h.type for m in members for h in desk.annotations[m].happenings[:12])
    dates = Counter(a.published.value for a in rows if a.published.precision == "day")
    spans = [(a, a.headline_span or (desk.annotations[desk.number[a.id]].sentences or ((0, 0),))[0]) for a in rows]
    return Event(
        make_id("v", min(a.id for a in rows)), title, max(sorted(types), key=types.__getitem__, default=""), min(dates, default=""), "occurred", "", ("", ""),
        tuple(a.id for a in rows), tuple(evidence(a, s) for a, s in spans if s[1] > s[0]), "", True, reasons,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Dated:
    """What one article tells of one date."""

    article: Article
    clause: Span
    sentence: Span
    time: Time
    type: str
    status: str
    holder: str


def _timeline(desk: Desk) -> list[Event]:
    """What is dated, merged over articles when the dates agree and the words are close."""
    rows = [d for a, n in zip(desk.articles, desk.annotations, strict=True) for d in _dated(a, n)]
    vectors = [desk.vector(squeeze(d.article.text[slice(*d.clause)])) for d in rows]
    keys: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for i, d in enumerate(rows):
        keys[(d.time.value, d.status == "expected")].append(i)
    groups = similarity.Groups(range(len(rows)))
    for block in keys.values():
        for k, i in enumerate(block[:BLOCK]):
            for j in block[k + 1 : BLOCK]:
                other = rows[i].article.id != rows[j].article.id
                if similarity.cosine(vectors[i], vectors[j]) >= SAME_DAY and (other or rows[i].sentence == rows[j].sentence):  # fmt: skip
                    groups.join(i, j)
    out = []
    for members in groups.sets():
        found = sorted((rows[int(str(m))] for m in members), key=lambda d: (order_key(d.article), d.clause))
        d = found[0]
        proof: list[Evidence] = list(dict.fromkeys(evidence(x.article, x.sentence) for x in found))
        reason: tuple[Why, ...] = (why("event", "same-date"), why("event", "same-act")) if len(proof) > 1 else ()
        holders = ", ".join(dict.fromkeys(x.holder for x in found))
        out.append(
            Event(
                make_id("x", d.article.id, d.clause[0], d.time.start), squeeze(d.article.text[slice(*d.clause)]), d.type, d.time.value, d.status,
                holders, (d.time.earliest, d.time.latest), tuple(dict.fromkeys(x.article.id for x in found)), tuple(proof), "", False, reason,
            )
        )  # fmt: skip
    return out


def _dated(a: Article, n: Annotation) -> Iterator[_Dated]:
    """What an article dates; the finest of several dates of one thing; not when something was said."""
    best: dict[int, Time] = {}
    for t in n.times:
        if t.at >= 0 and _useful(a.text, t) and not _epithet(a.text, t):
            best[t.at] = max(best.get(t.at, t), t, key=lambda x: len(x.value))
    cues = [(c, x.act) for x in n.attributions for c in x.cue]
    for at, t in sorted(best.items()):
        act = next((h for h in n.happenings if h.start <= at < h.end), None)
        if act is None and (t.deed in SPEAK or any(c[0] <= at < c[1] and said in WORDS for c, said in cues)):
            continue  # when something was said, or was not, is no event
        told = innermost(n, at)
        if told is not None and not any(c[0] <= t.start < c[1] for c in told.content):
            continue  # when it was said, not when it happens
        own = next((c for c in told.content if c[0] <= at < c[1]), t.clause) if told is not None else t.clause
        clause = (t.clause[0], min(t.clause[1], own[1]))  # "…, the ministry in Oslo said" is no part of it
        status = _status(t, a)
        speaks = told is not None and told.speaker and told.act not in QUIET
        yield _Dated(a, clause, enclosing(n.sentences, (at, at + 1)), t, act.type if act else "", status, told.speaker if told and speaks else outlet_label(a))  # fmt: skip


def _status(t: Time, a: Article) -> str:
    """What lies ahead of the article is expected; what was expected of a day gone by is uncertain: whether it came the text may not say."""
    side = 0 if "past" in t.reasons and _just_ahead(t, a) else _side(t, a)
    if t.status == "negated" or (t.status == "occurred" and side <= 0):
        return t.status
    return "uncertain" if side < 0 else "expected"


def _just_ahead(t: Time, a: Article) -> bool:
    """Whether a day is the next one or the one after: "issued a statement on Friday, local time", in a paper of Thursday."""
    published = day(a)
    next_days = (dt.timedelta(days) for days in range(1, AHEAD + 1)) if published is not None else ()
    return published is not None and t.value[:10] in {(published + later).isoformat() for later in next_days}


def _side(t: Time, a: Article) -> int:
    """Whether a date lies before (-1), in (0) or after (1) the day, week, month or year in which the article was published."""
    if t.value == "FUTURE_REF":
        return 1
    published = day(a)
    if published is None or not t.value[:4].isdigit():
        return 0
    year, week, _ = published.isocalendar()
    if season := re.match(r"(\d{4})-(SP|SU|FA|WI)", t.value):
        _, first = SEASONS[season[2]]
        start = f"{season[1]}-{first:02}"
        return (start > published.isoformat()[:7]) - (start <= f"{published.year}-{published.month - 3:02}")
    own = f"{year}-W{week:02d}" if "-W" in t.value else published.isoformat()
    size = min(len(t.value), len(own))
    return (t.value[:size] > own[:size]) - (t.value[:size] < own[:size])


def _epithet(text: str, t: Time) -> bool:
    """Whether a year only says which one: "the 2016 candidate", "the 1950-53 war", "the 2015 talks"."""
    behind = re.match(r"(?:[-–]\d+)?\s+([^\W\d]\w*)", text[t.end : t.end + 40])
    if len(t.value) != 4 or behind is None or behind[1].lower() in STOP:
        return False
    before = re.search(r"(\w+)\s+$", text[max(0, t.start - 20) : t.start])
    return before is None or before[1].lower() not in STOP - _ARTICLES or (not t.deed and t.at > t.start)


_ARTICLES = frozenset("a an the this that his her its their our".split())


def _useful(text: str, t: Time) -> bool:
    """A day, week, month or year, or a near future, that is counted from the article's own day ("two years later" is not)."""
    dated = re.match(r"\d{4}|XXXX-(?:\d\d|WXX-\d)", t.value) or t.value == "FUTURE_REF"
    return bool(dated) and not _COUNTED.search(text[t.start : t.end]) and not _PICTURE.match(text[t.end : t.end + 30])


_COUNTED = re.compile(r"\b(?:later|earlier)$", re.I)
_PICTURE = re.compile(r",?\s*(?:file|archive|handout|undated)\s+(?:photo|picture|image|photograph)", re.I)
