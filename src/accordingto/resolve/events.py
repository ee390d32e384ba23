"""Events: what each article mainly tells, and every dated or expected happening. Twins a season apart stay apart.

Main events: average-link agglomeration of the probabilities that two articles tell one event (`likeness.py`); articles whose dates are
further apart than the window speak against one another, two days in two headlines rule it out. Expected events keep who expects them and until when.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from ..records import Annotation, Article, Decision, Event, Evidence, Time, Why
from ..text import STOP, squeeze
from . import likeness, similarity
from .context import Desk, day, evidence, make_id, order_key, outlet_label, why
from .likeness import Profile
from .occasions import Day, innermost, meet, written

JOIN = 0.32  # mean probability of the pairs of two groups (docs/method.md)
FAINT = 0.02  # pairs below it count as 0
CROWD = 200  # articles of one window that share a heavy word: it then tells nothing
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


def _timeline(desk: Desk) -> list[Event]:
    """Dated happenings, merged over articles when date and type agree and the words are close."""
    rows: list[tuple[Article, Annotation, tuple[int, int], Time, str, str, str]] = []
    for a, n in zip(desk.articles, desk.annotations, strict=True):
        for s, e in n.sentences:
            when = [
                t
                for t in n.times
                if s <= t.start < e and t.type in ("DATE", "TIME") and _useful(t) and not _epithet(a.text, t)
            ]
            acts = [h for h in n.happenings if s <= h.start < e]
            if not when or not acts:
                continue
            for t in when[:2]:
                near = min(acts, key=lambda h: (abs(h.start - t.start), h.start))
                told = innermost(n, near.start)
                if told and not any(x <= t.start < y for x, y in told.content):
                    continue  # when it was said, not when it happens
                status = (
                    "expected"
                    if t.value == "FUTURE_REF"
                    or near.status == "expected"
                    or (near.status == "uncertain" and t.value >= (a.published.value or "9999"))
                    else near.status
                )
                if status == "expected" and _past(t, a):
                    status = "uncertain"  # what was expected of a day gone by: whether it came the text may not say
                said = next(
                    (
                        x
                        for x in n.attributions
                        if x.content
                        and x.content[0][0] <= near.start < x.content[-1][1]
                        and x.speaker
                        and x.act not in QUIET
                    ),
                    None,
                )
                rows.append((a, n, (s, e), t, near.type, status, said.speaker if said else outlet_label(a)))
    vectors = [desk.vector(a.text[s:e]) for a, _, (s, e), *_ in rows]
    keys: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for i, r in enumerate(rows):
        keys[(r[3].value, r[5] == "expected")].append(i)
    groups = similarity.Groups(range(len(rows)))
    for block in keys.values():
        for k, i in enumerate(block[:200]):
            for j in block[k + 1 : 200]:
                if similarity.cosine(vectors[i], vectors[j]) >= 0.35 and (
                    rows[i][0].id != rows[j][0].id or rows[i][2] == rows[j][2]
                ):
                    groups.join(i, j)
    out = []
    for members in groups.sets():
        found = sorted((rows[int(str(m))] for m in members), key=lambda r: (order_key(r[0]), r[2]))
        a, _, span, t, kind, status, _holder = found[0]
        proof: list[Evidence] = list(dict.fromkeys(evidence(r[0], r[2]) for r in found))
        reason: tuple[Why, ...] = (why("event", "same-date"), why("event", "same-act")) if len(proof) > 1 else ()
        holders = ", ".join(dict.fromkeys(r[6] for r in found))
        out.append(
            Event(
                make_id("x", a.id, span[0], t.start), squeeze(a.text[slice(*span)]), kind, t.value, status, holders, (t.earliest, t.latest),
                tuple(dict.fromkeys(r[0].id for r in found)), tuple(proof), "", False, reason,
            )
        )  # fmt: skip
    return out


def _past(t: Time, a: Article) -> bool:
    """Whether a day, month or year is over when the article is published."""
    size = min(len(t.value), len(a.published.value))
    return t.value[:1].isdigit() and size >= 4 and t.value[:size] < a.published.value[:size]


def _epithet(text: str, t: Time) -> bool:
    """Whether a year only says which one: "the 2016 candidate", "the 1950-53 war"."""
    behind = re.match(r"(?:[-–]\d+)?\s+([^\W\d]\w*)", text[t.end : t.end + 40])
    if len(t.value) != 4 or behind is None or behind[1].lower() in STOP:
        return False
    before = re.search(r"(\w+)\s+$", text[max(0, t.start - 20) : t.start])
    return before is None or before[1].lower() not in STOP - _ARTICLES


_ARTICLES = frozenset("a an the this that his her its their our".split())


def _useful(t: Time) -> bool:
    return bool(re.match(r"\d{4}|XXXX-(?:\d\d|WXX-\d)", t.value)) or t.value == "FUTURE_REF"
