"""The section on sources: what each article was made from, what its outlet is, and what it adds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from .. import lexicon
from ..records import ESTABLISHED, Article, Evidence, Reporting
from ..text import clip
from .book import SHOWN, Book, reasons
from .model import Chip, Line, Section
from .phrases import outlet, published


def sources(book: Book) -> Section:
    states: dict[str, Counter[str]] = defaultdict(Counter)
    fresh: dict[str, list[Evidence]] = defaultdict(list)
    for n in book.ledger.novelty:
        states[n.evidence.article][n.state] += 1
        if n.state == "new":
            fresh[n.evidence.article].append(n.evidence)
    lines = []
    for a in sorted(book.ledger.articles, key=lambda a: (a.published.value or "9999", a.input)):
        lines.append(
            Line(
                f"{outlet(a)}: {a.headline or clip(a.text, 90)} ({a.input}; {published(a.published)})",
                (),
                outlet_chips(a, book.reporting[a.id]),
                (*_origin_lines(book, a), *_new_lines(a, states[a.id], fresh[a.id])),
                a.id,
            )
        )
    return Section(
        "sources", "Sources", "Each article: what it was made from, and what it adds to those before it.", tuple(lines)
    )


def outlet_chips(a: Article, r: Reporting) -> tuple[Chip, ...]:
    """Whose reporting an article is, what the register knows of its outlet, and whom it credits."""
    label = (
        f"reporting origin: {', '.join(r.origins.names)}"
        if r.origins.names
        else f"reporting origin not established: {r.origins.reason}"
    )
    out = [Chip(label, reasons("lineage", r.why) or ((r.origins.reason,) if r.origins.reason else ()))]
    known = lexicon.outlet_by_name().get(a.outlet.lower())
    if known is not None:
        grade = f" · reliability {known.reliability}, set by the desk" if known.reliability else ""
        told = (f"owner: {known.family}", f"country: {known.country or 'not known'}")
        out.append(Chip(f"{known.kind.replace('-', ' ')}{grade}", told))
    if a.credits:
        out.append(
            Chip(
                "credits " + ", ".join(dict.fromkeys(c.name for c in a.credits)),
                tuple(f"{c.form}: {c.name}" for c in a.credits),
            )
        )
    return tuple(out)


def _origin_lines(book: Book, a: Article) -> tuple[Line, ...]:
    verb = {"copied": "made from", "cites": "openly cites", "same_primary_source": "quotes the same source as"}
    out = []
    for d in book.made_from[a.id]:
        target = d.earlier if d.named else f"{book.name(d.earlier)} ({book.article[d.earlier].input})"
        weak = "" if d.score >= ESTABLISHED or d.relation != "copied" else " (weak: not counted)"
        out.append(
            Line(
                f"{verb[d.relation]} {target}{weak}", d.evidence[:2], (Chip("why", reasons("lineage", d.why)),), id=d.id
            )
        )
    return tuple(out)


def _new_lines(a: Article, count: Counter[str], fresh: Sequence[Evidence]) -> tuple[Line, ...]:
    total = sum(count.values())
    if not total:
        return ()
    if not fresh:
        return (
            Line(
                f"adds nothing: {count['known']} of {total} sentences known word for word, {count['reworded']} reworded."
            ),
        )
    head = f"{count['new']} of {total} sentences are in no earlier article; {count['reworded']} reworded, {count['known']} known."
    shown = tuple(Line(f"new: “{clip(e.text, 200)}”", (e,)) for e in fresh[: SHOWN["new"]])
    return (Line(head, (), (), shown),)
