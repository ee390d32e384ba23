"""Claims as lines: who takes which position, the chips with their reasons, and which claim a desk needs first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .. import lexicon
from ..records import AGAINST, Claim, Ledger, Origins, Position, Settings
from ..text import content_words, squeeze, words
from .book import reasons
from .model import Chip, Line
from .phrases import many, origin_reasons, origins, sentence

_POSITION = {
    "asserts": "asserted by",
    "alleges": "alleged by",
    "confirms": "confirmed by",
    "denies": "denied by",
    "warns": "warned of by",
    "predicts": "predicted by",
    "commits": "stated intention of",
    "doubts": "doubted by",
}
_SAYS_MORE = frozenset(
    ("alleged by", "confirmed by", "warned of by", "predicted by", "stated intention of", "voiced by")
)
_REFUSAL = {"reject": "rejected by", "refuse": "refused by"}
CREDIBILITY = {
    1: "1: confirmed by other independent sources",
    2: "2: probably true: others agree, their independence is not certain",
    3: "3: possibly true: others agree in part of what can be established",
    4: "4: doubtful: it is contradicted",
    5: "5: improbable: it conflicts with what is known",
    6: "6: cannot be judged: nothing independent to compare it with",
}
"""The scale of NATO AJP-2.1 in the words of this ledger."""


def _weight(c: Claim, questions: Sequence[set[str]]) -> float:
    attributed = any(p.basis == "attributed" for p in c.positions)
    asked = max((len(q & set(content_words(c.text))) / max(1, len(q)) for q in questions), default=0.0)
    kinds = {p.position for p in c.positions}
    answered = len(c.outlets) > 1 or bool(kinds - AGAINST)  # what one outlet has somebody deny, nobody asserts
    substance = min(len(content_words(c.text)), 14) / 14
    return (
        (4.0 if answered else 1.0) * disputed(c) + 2.0 * _beyond_one(c.reporting_origins) + 1.5 * _beyond_one(c.information_origins) + 1.2 * (len(c.outlets) - 1) + 1.5 * attributed
        + 0.6 * bool(kinds & {"alleges", "warns", "commits", "predicts"}) + substance + 12.0 * asked
    )  # fmt: skip


def _beyond_one(found: Origins) -> int:
    """Origins beside the first: that a claim has one says nothing of its weight."""
    return max(0, len(found.names) - 1)


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
    for label in ("denied by", "rejected by", "refused by", "doubted by", "confirmed by"):
        rows = [p for p in c.positions if _position(p) == label and not p.differs]
        if rows:
            holders = ", ".join(dict.fromkeys(p.holder for p in rows))
            out.append(Chip(f"{label} {holders}", tuple(squeeze(p.evidence.text) for p in rows)))
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
    """ "asserted by X; denied by Y, Z (own voice); W gives another figure"; with `most`, so many holders of each position and an
    ellipsis."""
    by: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for p in c.positions:
        by[p.differs.removeprefix("it ") or _position(p)][p.holder].add(p.basis)
    plain = by.get(_POSITION["asserts"], {})
    for who in {who for label in _SAYS_MORE & by.keys() for who in by[label]} & plain.keys():
        if "its own voice" not in plain[who]:
            del plain[who]  # who confirms it need not be said to assert it
    out = []
    for label, holders in by.items():
        if not holders:
            continue
        names = ", ".join(map(_holder, list(holders.items())[: most or None])) + (
            " …" if 0 < most < len(holders) else ""
        )
        if label == "shown in":
            names = names[:1].lower() + names[1:]
        out.append(f"{label} {names}" if label.endswith((" by", " in", " of")) else f"{names} {label}")
    return "; ".join(out)


def _position(p: Position) -> str:
    """ "denied by"; whoever turns down a plan or an offer, not what is told of him, has rejected or refused it."""
    if p.position == "denies" and p.act in _REFUSAL and not lexicon.told_nouns() & set(words(p.evidence.text)):
        return _REFUSAL[p.act]
    if p.position == "asserts" and p.act in ("support", "condemn"):
        return "voiced by"
    if p.position in ("asserts", "alleges") and p.basis == "attributed" and lexicon.picture(p.holder):
        return "shown in"
    return _POSITION[p.position]


def disputed(c: Claim) -> bool:
    """Whether somebody denies or doubts it, or turns down what somebody else stands for. Who only turns down an offer, a plan or a
    call disputes no claim."""
    against = {_position(p) for p in c.positions if p.position in AGAINST}
    return bool(against - set(_REFUSAL.values())) or (
        bool(against) and any(p.position not in AGAINST for p in c.positions)
    )


def _holder(row: tuple[str, set[str]]) -> str:
    """ "X"; "X (own voice)" where an outlet says it itself; "X (also in its own voice)" where others cite it too."""
    who, bases = row
    return (
        who
        if "its own voice" not in bases
        else f"{who} ({'own voice' if len(bases) == 1 else 'also in its own voice'})"
    )


def claim_line(c: Claim) -> Line:
    notes = tuple(dict.fromkeys(p.evidence for p in c.positions))
    return Line(f"{sentence(c.text)} — {positions(c)}.", notes, chips(c), id=c.id)
