"""What pages look things up by, made from the ledger once a refresh: filters, order, words, figures, changes, the brief."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from .brief import claims, figures, situation
from .brief.model import Section
from .brief.phrases import outlet
from .ledger.changes import Change
from .ledger.codec import dumps
from .ledger.views import Catalogue
from .records import AGAINST, ESTABLISHED, Article, Claim, Event, Ledger, Settings
from .text import content_words

LINES = 120
"""Lines of one section of the brief on its page."""


def catalogue(
    ledger: Ledger, settings: Settings, changed: Sequence[Change], marks: dict[str, str], meta: dict[str, str]
) -> Catalogue:
    """The catalogue of a ledger; `changed` are the changes since the last look, `marks` what everything is now."""
    book = _Shelf(ledger, settings, changed)
    flags = [
        (kind, flag, rank, key)
        for kind, rows in book.rows()
        for rank, (key, told) in zip(count(), rows, strict=False)
        for flag in dict.fromkeys(("all", *told))
    ]
    made = situation.situation(ledger, settings)
    bare = replace(made, sources=tuple(replace(s, text="") for s in made.sources))
    counted: dict[str, Iterator[int]] = defaultdict(count)
    drawn = [(f.what, next(counted[f.what]), dumps(f._asdict())) for f in figures.figures(ledger)]
    shown = replace(bare, sections=tuple(map(_cut, bare.sections)), sources=())
    whole = {**meta, "marks": dumps(marks), "brief": dumps(bare), "brief shown": dumps(shown), "articles": str(len(ledger.articles)), "title": made.title, "subtitle": made.subtitle}  # fmt: skip
    return Catalogue(flags, list(book.touches()), list(book.words()), drawn, changed, whole)


def _cut(s: Section) -> Section:
    """A section as a page shows it: its first lines, and how many there are."""
    left = len(s.lines) - LINES
    return (
        s
        if left <= 0
        else replace(
            s, lines=s.lines[:LINES], lead=f"{s.lead} The first {LINES} are shown; an export has all {len(s.lines)}."
        )
    )


class _Shelf:
    """The ledger with what its filters need."""

    def __init__(self, ledger: Ledger, settings: Settings, changed: Iterable[Change]) -> None:
        self.ledger, self.settings = ledger, settings
        self.story = {a: s.id for s in ledger.stories for a in s.articles}
        self.article = {a.id: a for a in ledger.articles}
        self.changed: dict[str, set[str]] = defaultdict(set)
        for c in changed:
            fresh = c.kind in (
                "new-claim",
                "expected",
                "article",
                "nothing-new",
                "figure",
                "discrepancy",
            ) or c.text.startswith("disputed from")
            self.changed[c.id].add("new" if fresh else "changed")
        self.listed = {s.entity for s in ledger.screenings}
        self.listed_names = {e.name for e in ledger.entities if e.id in self.listed}
        altered = (e for d in ledger.discrepancies if d.kind == "wording" for e in d.evidence)
        self.altered: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for e in altered:
            self.altered[e.article].append((e.start, e.end))

    def rows(self) -> Iterator[tuple[str, Iterable[tuple[str, Iterable[str]]]]]:
        """(kind, (id, flags) in the order of its list)."""
        n = self.ledger
        ranked = claims.ranked(n, self.settings)
        first = {c.id for c in ranked}
        yield "claims", ((c.id, self._claim(c)) for c in (*ranked, *(c for c in n.claims if c.id not in first)))
        told = sorted(n.statements, key=lambda s: (-len(s.wordings), s.date or "9999", s.id))
        yield "statements", ((s.id, [*self._seen(s.id), *self._stories(w.evidence.article for w in s.wordings), *self._wordings(s), f"speaker:{s.speaker}"]) for s in told)  # fmt: skip
        yield "entities", ((e.id, [e.kind, *self._stories(m.article for m in e.members), *(["listed"] if e.id in self.listed else []), *(["variants"] if len(e.variants) > 1 else [])]) for e in sorted(n.entities, key=lambda e: (-len(e.members), e.id)))  # fmt: skip
        dated = sorted((e for e in n.events if not e.main), key=lambda e: (e.date or "9999", e.id))
        yield "events", ((e.id, self._event(e)) for e in (*(e for e in n.events if e.main), *dated))
        grades = {"substantive": 0, "rounding": 1, "cosmetic": 2}
        odds = sorted(n.discrepancies, key=lambda d: (grades[d.grade], d.kind, d.id))
        yield "discrepancies", ((d.id, [d.kind, d.grade, *self._seen(d.id), *self._stories(e.article for e in d.evidence)]) for d in odds)  # fmt: skip
        newest = sorted(n.articles, key=lambda a: (a.published.value or "0", a.input), reverse=True)
        yield "articles", ((a.id, self._article(a)) for a in newest)
        yield "derivations", ((d.id, [d.relation, *(["weak"] if d.relation == "copied" and d.score < ESTABLISHED else []), *self._stories([d.later])]) for d in n.derivations)  # fmt: skip
        yield "stories", ((s.id, self._seen(s.id)) for s in sorted(n.stories, key=lambda s: (-len(s.articles), s.id)))
        yield "suggestions", ((s.id, [s.kind]) for s in n.suggestions)
        yield "members", self._members()

    def _members(self) -> Iterator[tuple[str, list[str]]]:
        """What a decision may also name: a position, a telling, a spelling, with the record that it stands in."""
        for c in self.ledger.claims:
            yield from ((p.id, [f"of:{c.id}"]) for p in c.positions if p.id)
        for s in self.ledger.statements:
            yield from ((w.id, [f"of:{s.id}"]) for w in s.wordings if w.id)
        for e in self.ledger.entities:
            yield from ((v, [f"of:{e.id}"]) for v in dict.fromkeys((e.name, *e.variants)))
        yield from ((k.id, [f"of:{k.entity}"]) for k in self.ledger.screenings)

    def _seen(self, key: str) -> set[str]:
        return self.changed.get(key, set())

    def _stories(self, articles: Iterable[str]) -> list[str]:
        return sorted({f"story:{self.story[a]}" for a in articles if a in self.story})

    def _claim(self, c: Claim) -> list[str]:
        stands = {p.position for p in c.positions}
        out = [*self._seen(c.id), *self._stories(p.evidence.article for p in c.positions)]
        if stands & AGAINST:
            out.append("disputed")
        elif "alleges" in stands and "confirms" not in stands:
            out.append("unanswered")
        if len(c.outlets) > 1 and len(c.reporting_origins.names) <= 1:
            out.append("single")
        if len(c.reporting_origins.names) > 1:
            out.append("several")
        if len(c.outlets) > 1 or any(p.basis == "attributed" for p in c.positions):
            out.append("cited")
        if any(p.holder in self.listed_names for p in c.positions):
            out.append("listed")
        out += [f"holder:{h}" for h in dict.fromkeys(p.holder for p in c.positions)]
        out += [f"question:{i}" for i, q in enumerate(self.settings.questions) if _asks(q, c.text)]
        return out

    def _wordings(self, s: Any) -> list[str]:
        out = ["several"] if len(s.wordings) > 1 else []
        quoted = [q for w in s.wordings for q in w.quotations]
        if any(a < q.end and q.start < b for q in quoted for a, b in self.altered.get(q.article, ())):
            out.append("altered")
        return out

    def _event(self, e: Event) -> list[str]:
        out = ["main" if e.main else "dated", e.status, *self._seen(e.id), *([f"story:{e.story}"] if e.story else [])]
        return [*out, "came"] if e.outcome else out

    def _article(self, a: Article) -> list[str]:
        kinds = self._seen(a.id)
        out = [*kinds, *self._stories([a.id]), f"outlet:{outlet(a)}", f"input:{a.input}", f"language:{a.language}"]
        return [*out, *(["undated"] if a.published.precision == "unknown" else []), *([] if a.outlet else ["outlet unknown"])]  # fmt: skip

    def touches(self) -> Iterator[tuple[str, str, str]]:
        n = self.ledger
        for kind, rows in (("claims", n.claims), ("statements", n.statements), ("entities", n.entities), ("events", n.events), ("discrepancies", n.discrepancies), ("derivations", n.derivations)):  # fmt: skip
            for r in rows:
                for article in dict.fromkeys(_articles_of(r)):
                    if article in self.article:
                        yield article, kind, r.id

    def words(self) -> Iterator[tuple[str, str, str]]:
        n = self.ledger
        for c in n.claims:
            yield "claims", c.id, " ".join([c.text, *dict.fromkeys(p.holder for p in c.positions)])
        for s in n.statements:
            yield "statements", s.id, " ".join([s.speaker, s.addressee, *(w.evidence.text for w in s.wordings)])
        for e in n.entities:
            yield "entities", e.id, " ".join([*e.variants, *e.roles])
        for v in n.events:
            yield "events", v.id, f"{v.title} {v.holder} {v.date}"
        for d in n.discrepancies:
            yield "discrepancies", d.id, " ".join([d.kind, d.subject, *d.values])


def _articles_of(record: Any) -> list[str]:
    if hasattr(record, "positions"):
        return [p.evidence.article for p in record.positions]
    if hasattr(record, "wordings"):
        return [w.evidence.article for w in record.wordings]
    if hasattr(record, "members"):
        return [m.article for m in record.members]
    if hasattr(record, "later"):
        return [record.later, record.earlier]
    return [*(e.article for e in record.evidence), *getattr(record, "articles", ())]


def _asks(question: str, text: str) -> bool:
    """Whether a claim holds half of the words of a question."""
    asked = set(content_words(question))
    return bool(asked) and len(asked & set(content_words(text))) * 2 >= len(asked)
