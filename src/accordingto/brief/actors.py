"""The section on actors, instruments and sanctions provisions."""

from __future__ import annotations

from collections import defaultdict

from .. import lexicon
from ..records import Entity, Evidence
from ..text import clip, enclosing, squeeze
from .book import SHOWN, Book, reasons
from .model import Chip, Line, Section
from .phrases import details, many, voice, when


def actors(book: Book) -> Section:
    people = [e for e in book.ledger.entities if e.kind == "person" and (len(e.name.split()) > 1 or e.roles)]
    bodies = [e for e in book.ledger.entities if e.kind == "body" and len(e.members) > 1]
    ships = [e for e in book.ledger.entities if e.kind == "vessel"]
    lines = []
    for e in (
        sorted(people, key=lambda e: (-len(e.members), e.id))[: SHOWN["actors"]]
        + sorted(bodies, key=lambda e: (-len(e.members), e.id))[:12]
        + sorted(ships, key=lambda e: (-len(e.members), e.id))[:12]
    ):
        variants = [v for v in e.variants if v != e.name]
        text = (
            e.name
            + (f" — also written {', '.join(variants)}" if variants else "")
            + (f"; {_roles(e)}" if e.roles else _UNSAID.get(e.kind, ""))
            + f" ({many(len(e.members), 'mention')})"
        )
        full = [m for m in e.members if len(m.text.split()) > 1] or list(e.members)
        shown = list({squeeze(m.text).lower(): m for m in reversed(full)}.values())
        alerts = [s for s in book.ledger.screenings if s.entity == e.id]
        found = tuple(
            Chip(
                f"{s.verdict}: {s.entry.list} {s.entry.id}" + (f" (and {s.more} more)" if s.more else ""),
                (clip(details(s.entry), 400), *reasons("screening", s.why)),
            )
            for s in alerts
        )
        lines.append(
            Line(
                text,
                tuple(sorted(shown)[:4]),
                found + ((Chip("why one actor", reasons("entity", e.why)),) if e.why else ()),
                id=e.id,
            )
        )
    lines += _instruments(book)
    lines += _provisions(book)
    return Section(
        "actors",
        "Actors and instruments",
        "Names as printed; one actor only where the reasons suffice." if lines else "No actor was found.",
        tuple(lines),
    )


_UNSAID = {"person": "; role not given", "vessel": "; ship"}
"""What is said of an actor of whom the articles print no role."""


def _roles(e: Entity) -> str:
    """Roles as printed; with the days on which they were told where those tell a change of office from two names for one."""
    if len(e.roles) < 2 or len(set(filter(any, e.told))) < 2:
        return "; ".join(e.roles)
    return "; ".join(
        f"{role} ({'–'.join(dict.fromkeys((first, last)))})" if first else role
        for role, (first, last) in zip(e.roles, e.told, strict=True)
    )


def _instruments(book: Book) -> list[Line]:
    """Instruments as the articles name them: who invokes each is as much a claim as anything else."""
    laws: dict[str, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for n in book.ledger.annotations:
        a = book.article[n.article]
        for i in n.instruments:
            by = voice(a, n, i.start)
            laws[f"{i.symbol} — {i.name}"][by].append(Evidence(a.id, i.start, i.end, a.text[i.start : i.end]))
    out = []
    for law, holders in sorted(laws.items()):
        rows = sorted(holders.items(), key=lambda kv: (-len(kv[1]), kv[0]))
        named = tuple(Line(f"invoked by {by} ({many(len(found), 'mention')})", tuple(found[:4])) for by, found in rows)
        out.append(Line(f"Instrument: {law}", under=named))
    return out


def _provisions(book: Book) -> list[Line]:
    """What the articles describe that would fall under a sanctions provision, with the words that say so."""
    told: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for n in book.ledger.annotations:
        a = book.article[n.article]
        for x in n.activities:
            s, e = enclosing(n.sentences, (x.start, x.end))
            told[x.regime, x.provision].append(Evidence(a.id, s, e, a.text[s:e]))
    out = []
    for regime in lexicon.regimes():
        under = []
        for p in regime.provisions:
            passages = tuple(dict.fromkeys(told.get((regime.id, p.id), ())))
            laws = ", ".join(map(_law, p.instruments))
            if passages:
                under.append(Line(f"{p.prohibits} — {laws} ({many(len(passages), 'passage')})", passages[:6]))
        if under:
            lead = f"Would fall under {regime.name}, if it took place as told. {regime.note} Where no paragraph is printed, none was checked."
            later = tuple(Line(f"later: {when(day)}: {what}.") for day, what in regime.changes)
            out.append(Line(lead, under=(*under, *later)))
    return out


def _law(x: lexicon.Cited) -> str:
    """The symbol, with its paragraph where that was read in a source, and with what replaced it."""
    return (
        x.symbol
        + (f" para. {x.paragraph}" if x.paragraph else "")
        + (" (from memory, not checked)" if x.state == "memory" else "")
        + (f" (superseded by {x.superseded})" if x.superseded else "")
    )
