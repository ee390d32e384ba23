"""What became of what was expected: a later article that reports the same act of the same people inside the window.

IPTC's occurrence status in three words: expected, occurred, and (where the window closed without a report) expected still;
that its window has lapsed is told by the views, which know the day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ..records import Annotation, Event, Evidence, Happening
from ..text import Span
from . import similarity
from .context import Desk, day, evidence, mentions_in, why

ALIKE = 0.4  # of the sentence that expects it and the one that reports it
LATE = 3  # days after the window within which a report still counts
CERTAIN = 2.0


def outcomes(desk: Desk, happened: Sequence[Event]) -> tuple[Event, ...]:
    """The events, the expected ones with their outcome once an article reports it."""
    waiting = [e for e in happened if e.status == "expected" and e.evidence and all(_window(e))]
    vectors = [desk.vector(e.evidence[0].text) for e in waiting]
    index = similarity.by_word(vectors, 8)
    found: dict[str, list[tuple[str, Evidence, float]]] = defaultdict(list)
    rows = zip(desk.articles, desk.annotations, strict=True) if waiting else ()
    for a, n in rows:
        published = day(a)
        if published is None:
            continue
        for span, acts in _reported(n):
            here = evidence(a, span)
            vector = desk.vector(here.text)
            for k in sorted({k for w in vector for k in index.get(w, ())}):
                close = similarity.cosine(vector, vectors[k])
                if close >= ALIKE and _answers(desk, waiting[k], published, n, span, acts):
                    found[waiting[k].id].append((published.isoformat(), here, close))
    return tuple(_told(e, found[e.id]) if e.id in found else e for e in happened)


def _window(e: Event) -> tuple[str, str]:
    """First and last day, ISO; ("", "") where they are not known."""
    if e.window[0] and e.window[1]:
        return e.window
    return (e.date[:10], e.date[:10]) if re.match(r"\d{4}-\d\d-\d\d", e.date) else ("", "")


def _reported(n: Annotation) -> list[tuple[Span, list[Happening]]]:
    """Sentences with what they report as having happened."""
    out = []
    for s, e in n.sentences:
        acts = [h for h in n.happenings if s <= h.start < e and h.status == "occurred" and h.certainty >= CERTAIN]
        if acts:
            out.append(((s, e), acts))
    return out


def _answers(desk: Desk, e: Event, published: dt.date, n: Annotation, span: Span, acts: Sequence[Happening]) -> bool:
    """The same act, told by a later article inside the window, of somebody or some place that both name."""
    first, last = (dt.date.fromisoformat(x) for x in _window(e))
    expected = [desk.article(x.article) for x in e.evidence]
    told = [d for a in expected if (d := day(a))]
    if not told or published <= min(told) or not first <= published <= last + dt.timedelta(days=LATE):
        return False
    if e.type not in {h.type for h in acts}:
        return False
    before = e.evidence[0]
    here = {m.name for m in mentions_in(n, span)}
    there = {m.name for m in mentions_in(desk.annotations[desk.number[before.article]], (before.start, before.end))}
    return bool(here & there)


def _told(e: Event, found: Sequence[tuple[str, Evidence, float]]) -> Event:
    proof = tuple(x[1] for x in sorted(found, key=lambda x: (x[0], x[1])))
    close = max(x[2] for x in found)
    reasons = (*e.why, why("event", "reported-later", f"sentences alike {close:.2f}"))
    return replace(e, status="occurred", outcome=proof[:4], why=reasons)
