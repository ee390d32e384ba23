"""The brief's content: a pure function of the ledger. Every line carries the passages it rests on."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from .. import lexicon
from ..records import Article, Claim, Derivation, Evidence, Ledger, Reporting, Settings, Statement, Why
from ..text import content_words, squeeze
from . import figures
from .model import Brief, Chip, Line, Section, Source
from .phrases import chain, details, many, origin_reasons, origins, outlet, published, sentence, voice, when

SHOWN = {
    "attention": 12,
    "statements": 60,
    "one speaker": 15,
    "disputed": 30,
    "single": 15,
    "figures": 30,
    "timeline": 40,
    "actors": 30,
    "new": 4,
}
_POSITION = {
    "asserts": "asserted by",
    "alleges": "alleged by",
    "confirms": "confirmed by",
    "denies": "denied by",
    "warns": "warned of by",
    "predicts": "predicted by",
    "commits": "promised by",
    "doubts": "doubted by",
}
ACTS = {
    "say": "said",
    "tell": "told",
    "report": "reported",
    "announce": "announced",
    "find": "found",
    "allege": "alleged",
    "accuse": "accused",
    "blame": "blamed",
    "deny": "denied",
    "reject": "rejected",
    "refuse": "refused",
    "confirm": "confirmed",
    "warn": "warned",
    "vow": "undertook",
    "urge": "urged",
    "condemn": "criticised",
    "support": "supported",
    "express": "expressed",
    "describe": "described",
    "predict": "predicted",
    "think": "held",
    "doubt": "doubted",
}


CREDIBILITY = {
    1: "1: confirmed by other independent sources",
    2: "2: probably true: others agree, their independence is not certain",
    3: "3: possibly true: others agree in part of what can be established",
    4: "4: doubtful: it is contradicted",
    5: "5: improbable: it conflicts with what is known",
    6: "6: cannot be judged: nothing independent to compare it with",
}
"""The scale of NATO AJP-2.1 in the words of this ledger."""


class _Book:
    """Articles by id, and the ledger's cross references that several sections need."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.article = {a.id: a for a in ledger.articles}
        self.annotation = {n.article: n for n in ledger.annotations}
        self.reporting = {r.article: r for r in ledger.reporting}
        self.made_from: dict[str, list[Derivation]] = defaultdict(list)
        for d in ledger.derivations:
            self.made_from[d.later].append(d)

    def name(self, key: str) -> str:
        return outlet(self.article[key]) if key in self.article else key


def situation(ledger: Ledger, settings: Settings = Settings(), as_of: str = "") -> Brief:  # noqa: B008
    """The whole brief. Sections keep their order and are shown even when empty, with the reason."""
    book = _Book(ledger)
    sections = (
        _coverage(book), _attention(book, settings), _statements(book), _disputed(book), _single(book), _figures(book), _timeline(book), _actors(book), _sources(book),
    )  # fmt: skip
    title = (
        max(ledger.stories, key=lambda s: (len(s.articles), s.id)).title if ledger.stories else "Nothing could be read"
    )
    stories = many(len(ledger.stories), "story", "stories")
    subtitle = (
        f"{many(len(ledger.articles), 'article')} · {stories} · {many(sum(e.main for e in ledger.events), 'event')}"
        + (f" · as of {as_of}" if as_of else "")
    )
    return Brief(
        title,
        subtitle,
        sections,
        tuple(
            Source(a.id, a.input, f"{outlet(a)} — {a.input}", a.text, outlet(a), a.headline, a.published.value, a.url)
            for a in ledger.articles
        ),
    )


def reasons(kind: str, rows: Sequence[Why]) -> tuple[str, ...]:
    """Reasons as a reader sees them."""
    return tuple(dict.fromkeys(f"{lexicon.reason(kind, w.code)[1]}{f' ({w.note})' if w.note else ''}" for w in rows))


# ── 1 coverage ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _coverage(book: _Book) -> Section:
    rows = sorted(book.ledger.articles, key=lambda a: a.input)
    undated = [a for a in rows if a.published.precision == "unknown"]
    vague = [a for a in rows if a.published.precision in ("year", "month", "range")]
    unknown = [a for a in rows if not a.outlet]
    languages = Counter(a.language for a in rows)
    named = sorted({outlet(a) for a in rows if a.outlet})
    lines = [
        Line(f"{many(len(rows), 'article')} read; {many(len(book.ledger.issues), 'issue')}."),
        Line(
            f"{many(len(named), 'outlet')} named: {', '.join(named) or 'none'}"
            + (f"; outlet unknown for {len(unknown)}: {', '.join(a.input for a in unknown)}" if unknown else "")
            + "."
        ),
        Line(
            f"{len(rows) - len(undated) - len(vague)} dated to the day; {len(vague)} only to the month or year; {len(undated)} undated"
            + (f": {', '.join(a.input for a in undated)}" if undated else "")
            + "."
        ),
        Line("Languages: " + (", ".join(f"{k} {n}" for k, n in sorted(languages.items())) or "none") + "."),
    ]
    unresolved = sum(not x.speaker for n in book.ledger.annotations for x in n.attributions)
    total = sum(len(n.attributions) for n in book.ledger.annotations)
    lines.append(
        Line(
            f"{many(total, 'attribution')} found; for {unresolved} the article does not say, or it could not be told, who is cited."
        )
    )
    lines += [
        Line(f"{i.where}: {i.what}. To do: {i.fix.rstrip('.?')}." if i.fix else f"{i.where}: {i.what}.", id=i.code)
        for i in book.ledger.issues
    ]
    return Section("coverage", "Coverage", "What was read, and what could not be.", tuple(lines))


# ── 2 points of attention ────────────────────────────────────────────────────────────────────────────────────────────


def _weight(c: Claim, questions: Sequence[set[str]]) -> float:
    attributed = any(p.basis == "attributed" for p in c.positions)
    disputed = any(p.position in ("denies", "doubts") for p in c.positions)
    asked = max((len(q & set(content_words(c.text))) / max(1, len(q)) for q in questions), default=0.0)
    kinds = {p.position for p in c.positions}
    substance = min(len(content_words(c.text)), 14) / 14
    return (
        4.0 * disputed + 2.0 * len(c.reporting_origins.names) + 1.5 * len(c.information_origins.names) + 1.2 * (len(c.outlets) - 1) + 1.5 * attributed
        + 0.6 * bool(kinds & {"alleges", "warns", "commits", "predicts"}) + substance + 12.0 * asked
    )  # fmt: skip


def ranked(ledger: Ledger, settings: Settings) -> list[Claim]:
    """Claims by what a desk needs first: dispute, origins, outlets, and the desk's own questions."""
    questions = [set(content_words(q)) for q in settings.questions]
    rows = [c for c in ledger.claims if len(c.outlets) > 1 or any(p.basis == "attributed" for p in c.positions)]
    return sorted(rows, key=lambda c: (-round(_weight(c, questions), 6), c.id))


def chips(c: Claim) -> tuple[Chip, ...]:
    """3 outlets · 2 reporting origins · 1 information origin · denied by …"""
    out = [
        Chip(many(len(c.outlets), "outlet"), c.outlets),
        Chip(origins(c.reporting_origins, "reporting"), origin_reasons(c.reporting_origins)),
        Chip(origins(c.information_origins, "information"), origin_reasons(c.information_origins)),
    ]
    for label, position in (("denied by", "denies"), ("doubted by", "doubts"), ("confirmed by", "confirms")):
        holders = list(dict.fromkeys(p.holder for p in c.positions if p.position == position))
        if holders:
            out.append(
                Chip(
                    f"{label} {', '.join(holders)}",
                    tuple(squeeze(p.evidence.text) for p in c.positions if p.position == position),
                )
            )
    if c.credibility is not None:
        g = c.credibility
        state = f"set by {g.by}" if g.by else "proposed"
        out.append(Chip(f"credibility {g.value} {state}", (CREDIBILITY[g.value], *reasons("credibility", g.why))))
    if c.exhibits:
        kinds = ", ".join(dict.fromkeys(x.kind for x in c.exhibits))
        out.append(Chip(f"shown for it: {kinds}", tuple(squeeze(x.evidence.text) for x in c.exhibits)))
    if c.why:
        out.append(Chip("why one claim", reasons("claim", c.why)))
    return tuple(out)


def positions(c: Claim, most: int = 0) -> str:
    """ "asserted by X; denied by Y, Z"; with `most`, so many holders of each position and an ellipsis."""
    by: dict[str, dict[str, None]] = defaultdict(dict)
    for p in c.positions:
        who = p.holder if p.basis != "its own voice" else f"{p.holder}, in its own voice"
        by[p.position][who] = None
    return "; ".join(
        f"{_POSITION[k]} {', '.join(list(v)[: most or None])}{' …' if 0 < most < len(v) else ''}" for k, v in by.items()
    )


def claim_line(c: Claim) -> Line:
    notes = tuple(dict.fromkeys(p.evidence for p in c.positions))
    return Line(f"{sentence(c.text)} — {positions(c)}.", notes, chips(c), id=c.id)


def _attention(book: _Book, settings: Settings) -> Section:
    rows = ranked(book.ledger, settings)
    lines = [claim_line(c) for c in rows[: SHOWN["attention"]]]
    lead = f"{len(rows)} claims that somebody is cited for or that several outlets carry; the first {len(lines)}, ranked by dispute, origins and the desk's questions. Nothing here is said to be true: it says who said it."
    return Section(
        "attention",
        "Points of attention",
        lead if lines else "No claim that anybody is cited for was found.",
        tuple(lines),
    )


# ── 3 who said what ──────────────────────────────────────────────────────────────────────────────────────────────────


def _spoken(s: Statement) -> str:
    quoted = [q.text for w in s.wordings for q in w.quotations if len(q.text.split()) >= 4]
    words = max(quoted, key=len) if quoted else s.wordings[0].evidence.text
    to = (
        f" {s.addressee}"
        if s.addressee and s.act in ("tell", "warn", "urge")
        else f" to {s.addressee}"
        if s.addressee
        else ""
    )
    return f"{ACTS.get(s.act, s.act)}{to}: {squeeze(words)[:420]}"


def _statements(book: _Book) -> Section:
    quiet = ("think", "find", "support", "describe")
    speech = [
        s
        for s in book.ledger.statements
        if s.act not in quiet or len(s.wordings) > 1 or any(w.quotations for w in s.wordings)
    ]
    by: dict[str, list[Statement]] = defaultdict(list)
    for s in speech:
        by[s.speaker].append(s)
    lines: list[Line] = []
    shown = 0
    for speaker, rows in sorted(by.items(), key=lambda kv: (-sum(len(s.wordings) for s in kv[1]), kv[0])):
        if shown >= SHOWN["statements"]:
            break
        under = []
        rows.sort(key=lambda s: (-len(s.wordings), s.date or "9999", s.id))
        for s in rows[: SHOWN["one speaker"]]:
            chains = tuple(dict.fromkeys(chain(book.article[w.evidence.article], w.chain) for w in s.wordings))
            label = (
                (Chip(f"{many(len(s.wordings), 'telling')}", reasons("statement", s.why)),)
                if len(s.wordings) > 1
                else ()
            )
            through = tuple(Chip(f"via {c}") for c in chains)
            under.append(
                Line(
                    f"{_spoken(s)}" + (f" (told {when(s.date)})" if s.date else " (day not established)"),
                    tuple(w.evidence for w in s.wordings),
                    label + through,
                    id=s.id,
                )
            )
            shown += 1
        if len(rows) > len(under):
            under.append(Line(f"… and {len(rows) - len(under)} more of {speaker}."))
        lines.append(Line(speaker, (), (), tuple(under)))
    rest = len(speech) - shown
    return Section(
        "statements",
        "Who said what",
        "By speaker; each with the chain through which it reached us, from the page back to the mouth."
        + (f" {rest} more: accordingto statements." if rest > 0 else ""),
        tuple(lines),
    )


# ── 4 disputed ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _disputed(book: _Book) -> Section:
    lines = [claim_line(c) for c in book.ledger.claims if any(p.position in ("denies", "doubts") for p in c.positions)]
    order = {"substantive": 0, "rounding": 1, "cosmetic": 2}
    rows = sorted(book.ledger.discrepancies, key=lambda d: (order[d.grade], d.kind, d.id))
    for d in rows[: SHOWN["disputed"]]:
        sides = tuple(Line(f"{book.name(e.article)}: “{squeeze(e.text)[:300]}”", (e,)) for e in d.evidence)
        lines.append(
            Line(
                f"{d.kind.capitalize()} ({d.grade}): {' ⇄ '.join(d.values)} — {d.subject}",
                (),
                (Chip("why", reasons("discrepancy", d.why)),),
                sides,
                d.id,
            )
        )
    return Section(
        "disputed",
        "Disputed",
        "Claims that somebody denies, and where the accounts do not agree, both passages side by side."
        if lines
        else "No denial and no discrepancy was found in what was read.",
        tuple(lines),
    )


# ── 5 single origin, unanswered ──────────────────────────────────────────────────────────────────────────────────────


def _single(book: _Book) -> Section:
    lines = []
    rows = [
        c
        for c in book.ledger.claims
        if len(c.outlets) > 1
        and len(c.reporting_origins.names) <= 1
        and any(p.position in ("asserts", "alleges", "warns", "confirms") for p in c.positions)
    ]
    for c in sorted(rows, key=lambda c: (-len(c.outlets), c.id))[: SHOWN["single"]]:
        base = (
            f"only {c.reporting_origins.names[0]}" if c.reporting_origins.names else "no reporting origin established"
        )
        lines.append(
            Line(
                f"{many(len(c.outlets), 'outlet')}, {base}: {sentence(c.text, 220)}",
                tuple(dict.fromkeys(p.evidence for p in c.positions)),
                chips(c),
                id=c.id,
            )
        )
    accused = []
    for c in book.ledger.claims:
        acts = {p.position for p in c.positions}
        if "alleges" in acts and not acts & {"denies", "confirms", "doubts"}:
            named = [p for p in c.positions if p.position == "alleges" and p.basis == "attributed"]
            if named:
                accused.append(
                    Line(
                        f"No answer found in what was read: {sentence(c.text, 220)} — alleged by {', '.join(dict.fromkeys(p.holder for p in named))}.",
                        tuple(p.evidence for p in named),
                        id=c.id,
                    )
                )
    lines += accused[: SHOWN["single"]]
    return Section(
        "single",
        "Single origin, and what nobody answered",
        "Several outlets are not several origins." if lines else "Nothing of the kind was found.",
        tuple(lines),
    )


# ── 6 figures ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _figures(book: _Book) -> Section:
    rows = figures.figures(book.ledger)
    lines = tuple(
        Line(f"{squeeze(f.text)} — {f.what} (bounds: {f.bounds()}{', a capacity, not a count' if f.hedge == 'capacity' else ''}) — by {f.holder}; {published(book.article[f.evidence.article].published)}", (f.evidence,))
        for f in rows[: SHOWN["figures"]]
    )  # fmt: skip
    return Section(
        "figures",
        "Figures",
        f"{len(rows)} figures, by what is counted." if rows else "No figure larger than three was found.",
        lines,
    )


# ── 7 timeline ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _timeline(book: _Book) -> Section:
    rows = [e for e in book.ledger.events if not e.main]
    known = sorted((e for e in rows if re.match(r"\d{4}", e.date)), key=lambda e: (e.date, e.id))
    rest = sorted(
        (e for e in rows if not re.match(r"\d{4}", e.date) and e.status != "expected"), key=lambda e: (e.date, e.id)
    )
    expected = sorted(
        (e for e in rows if e.status == "expected" and not re.match(r"\d{4}", e.date)), key=lambda e: (e.date, e.id)
    )
    lines = []
    for e in [*known, *rest, *expected][: SHOWN["timeline"]]:
        window = f", between {e.window[0]} and {e.window[1]}" if e.window[0] and e.window[0] != e.window[1] else ""
        mark = (
            "EXPECTED"
            if e.status == "expected"
            else "EXPECTED, REPORTED SINCE"
            if e.outcome
            else {"negated": "said not to have happened", "uncertain": "uncertain"}.get(e.status, "")
        )
        label = (Chip(mark),) if mark else ()
        lines.append(
            Line(
                f"{when(e.date)}{window}: {squeeze(e.title)[:300]} — according to {e.holder}",
                (*e.evidence, *e.outcome[:2]),
                label,
                id=e.id,
            )
        )
    return Section(
        "timeline",
        "Timeline",
        "Past and expected, with what is known of each date." if lines else "No dated event was found.",
        tuple(lines),
    )


# ── 8 actors ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _actors(book: _Book) -> Section:
    people = [e for e in book.ledger.entities if e.kind == "person" and (len(e.name.split()) > 1 or e.roles)]
    bodies = [e for e in book.ledger.entities if e.kind == "body" and len(e.members) > 1]
    lines = []
    for e in (
        sorted(people, key=lambda e: (-len(e.members), e.id))[: SHOWN["actors"]]
        + sorted(bodies, key=lambda e: (-len(e.members), e.id))[:12]
    ):
        variants = [v for v in e.variants if v != e.name]
        text = (
            e.name
            + (f" — also written {', '.join(variants)}" if variants else "")
            + (f"; {'; '.join(e.roles)}" if e.roles else "; role not given" if e.kind == "person" else "")
            + f" ({many(len(e.members), 'mention')})"
        )
        full = [m for m in e.members if len(m.text.split()) > 1] or list(e.members)
        shown = list({squeeze(m.text).lower(): m for m in reversed(full)}.values())
        alerts = [s for s in book.ledger.screenings if s.entity == e.id]
        found = tuple(
            Chip(
                f"{s.verdict}: {s.entry.list} {s.entry.id}" + (f" (and {s.more} more)" if s.more else ""),
                (squeeze(details(s.entry))[:400], *reasons("screening", s.why)),
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


def _instruments(book: _Book) -> list[Line]:
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


def _provisions(book: _Book) -> list[Line]:
    """What the articles describe that would fall under a sanctions provision, with the words that say so."""
    told: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for n in book.ledger.annotations:
        a = book.article[n.article]
        for x in n.activities:
            s, e = next(((s, e) for s, e in n.sentences if s <= x.start < e), (x.start, x.end))
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


# ── 9 sources ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _sources(book: _Book) -> Section:
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
                f"{outlet(a)}: {a.headline or squeeze(a.text)[:90]} ({a.input}; {published(a.published)})",
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


def _origin_lines(book: _Book, a: Article) -> tuple[Line, ...]:
    verb = {"copied": "made from", "cites": "openly cites", "same_primary_source": "quotes the same source as"}
    out = []
    for d in book.made_from[a.id]:
        target = d.earlier if d.named else f"{book.name(d.earlier)} ({book.article[d.earlier].input})"
        weak = "" if d.score >= 0.6 or d.relation != "copied" else " (weak: not counted)"
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
    shown = tuple(Line(f"new: “{squeeze(e.text)[:200]}”", (e,)) for e in fresh[: SHOWN["new"]])
    return (Line(head, (), (), shown),)
