"""The brief's content: a pure function of the ledger. Every line carries the passages it rests on."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from ..records import AGAINST, Claim, Ledger, Settings, Statement
from ..text import OPENING, clip, squeeze
from . import figures
from .actors import actors
from .book import SHOWN, Book, reasons
from .claims import chips, claim_line, disputed, ranked
from .model import Brief, Chip, Line, Section, Source
from .phrases import ACTS, chain, many, outlet, published, sentence, versus, when
from .sources import sources

GIVEN = 8
"""Holders, days and passages that are shown of one figure."""


def situation(ledger: Ledger, settings: Settings = Settings(), as_of: str = "") -> Brief:  # noqa: B008
    """The whole brief. Sections keep their order and are shown even when empty, with the reason."""
    book = Book(ledger)
    sections = (
        _coverage(book), _attention(book, settings), _statements(book), _disputed(book), _single(book), _figures(book), _timeline(book), actors(book), sources(book),
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


# ── 1 coverage ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _coverage(book: Book) -> Section:
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


def _attention(book: Book, settings: Settings) -> Section:
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


def _words(s: Statement) -> str:
    """What a line shows of a statement: its longest quotation that is a sentence, else the passage that holds the longest one."""
    quoted = [(q.text, w.evidence.text) for w in s.wordings for q in w.quotations if len(q.text.split()) >= 4]
    whole = [q for q, _ in quoted if q.lstrip(OPENING + "\"‘'")[:1].isupper()]
    if whole or not quoted:
        return max(whole, key=len) if whole else s.wordings[0].evidence.text
    return max(quoted, key=lambda two: len(two[0]))[1]


def _without_parts(rows: Sequence[Statement]) -> list[Statement]:
    """Statements of one speaker without those whose words stand in the line of another of the same article ("Berg criticised the plan",
    beside "Berg criticised the plan, citing its cost")."""
    told: dict[str, set[str]] = defaultdict(set)
    for s in rows:
        for w in s.wordings:
            told[w.evidence.article].add(_words(s))

    def part(s: Statement) -> bool:
        words = _words(s)
        return any(words in other and words != other for other in told[s.wordings[0].evidence.article])

    return [s for s in rows if len(s.wordings) > 1 or not part(s)]


def _spoken(s: Statement) -> str:
    words = _words(s)
    to = (
        f" {s.addressee}"
        if s.addressee and s.act in ("tell", "warn", "urge")
        else f" to {s.addressee}"
        if s.addressee
        else ""
    )
    asks = s.act == "urge" and words.rstrip("”\"'’ ").endswith("?")
    return f"{'asked' if asks else ACTS.get(s.act, s.act)}{to}: {clip(words, 420)}"


def _statements(book: Book) -> Section:
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
        rows = _without_parts(sorted(rows, key=lambda s: (-len(s.wordings), s.date or "9999", s.id)))
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
                    _spoken(s) + (f" (told {when(s.date)})" if s.date else ""),
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
        "By speaker; each with the chain through which it reached us, from the page back to the mouth; where no day is given, none is established."
        + (f" {rest} more: accordingto statements." if rest > 0 else ""),
        tuple(lines),
    )


# ── 4 disputed ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _disputed(book: Book) -> Section:
    against = [c for c in book.ledger.claims if disputed(c)]
    lines = [claim_line(c) for c in sorted(against, key=lambda c: (not _both_sides(c), -len(c.outlets), c.id))]
    order = {"substantive": 0, "rounding": 1, "cosmetic": 2}
    rows = sorted(book.ledger.discrepancies, key=lambda d: (order[d.grade], d.kind, d.id))
    for d in rows[: SHOWN["disputed"]]:
        sides = tuple(Line(f"{book.name(e.article)}: “{clip(e.text, 300)}”", (e,)) for e in d.evidence)
        lines.append(
            Line(
                f"{d.kind.capitalize()} ({d.grade}): {versus(d.values)} — {d.subject}",
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


def _both_sides(c: Claim) -> bool:
    """Whether somebody also stands for it; what is only denied comes after."""
    return any(p.position not in AGAINST for p in c.positions)


# ── 5 single origin, unanswered ──────────────────────────────────────────────────────────────────────────────────────


def _single(book: Book) -> Section:
    lines = []
    rows = [
        c
        for c in book.ledger.claims
        if len(c.outlets) > 1
        and len(c.reporting_origins.names) <= 1
        and any(p.position in ("asserts", "alleges", "warns", "confirms") for p in c.positions)
    ]
    for c in sorted(rows, key=lambda c: (-len(c.outlets), c.id))[: SHOWN["single"]]:
        base = _base(c)
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
        mutual = re.search(r"\b(?:each other|one another)\b", c.text, re.I)  # each answers the other
        if "alleges" in acts and not acts & {"denies", "confirms", "doubts"} and not mutual:
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


def _base(c: Claim) -> str:
    """What stands behind a claim of several outlets: one origin of all, one that is established for a part of them, or none."""
    o = c.reporting_origins
    if not o.names:
        return "no reporting origin established"
    return f"only one reporting origin established ({o.names[0]})" if o.open else f"all from {o.names[0]}"


# ── 6 figures ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _figures(book: Book) -> Section:
    rows = list(figures.told(figures.figures(book.ledger)))
    lines = []
    for told in rows[: SHOWN["figures"]]:
        f = told[0]
        capacity = ", a capacity, not a count" if f.hedge == "capacity" else ""
        who = list(dict.fromkeys(x.holder for x in told))
        holders = "; ".join(who[:GIVEN]) + (f" and {len(who) - GIVEN} more" if len(who) > GIVEN else "")
        days = sorted({book.article[x.evidence.article].published for x in told}, key=lambda p: p.value)
        days = days if len(days) <= GIVEN else [days[0], days[-1]]
        noted = tuple(dict.fromkeys(x.evidence for x in told))[:GIVEN]
        lines.append(
            Line(
                f"{squeeze(f.text)}{f.bounds()}{capacity}: “{f.around()}” — by {holders}; {', '.join(map(published, days))}",
                noted,
            )
        )
    return Section(
        "figures",
        "Figures",
        f"{many(len(rows), 'figure')}, by what is counted." if rows else "No figure larger than three was found.",
        tuple(lines),
    )


# ── 7 timeline ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _timeline(book: Book) -> Section:
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
                f"{when(e.date)}{window}: {clip(e.title, 300)} — according to {e.holder}",
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
