"""Reporting origins: who wrote what an article prints, and how two articles stand to each other. "Not established" is an
answer; a false "independent" is the worst error.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..records import ESTABLISHED, Derivation, Ledger, Origins, Reporting, Why
from . import similarity
from .context import Desk, family, kind_of, order_key, supplies, why


def reporting(desk: Desk, made: Sequence[Derivation]) -> tuple[Reporting, ...]:
    """The established reporting origin of every article. One component of copied prose is one origin, whatever suppliers
    its members name: the names are then alternatives, and claims count them once."""
    groups = similarity.Groups(a.id for a in desk.articles)
    credited: dict[str, list[Derivation]] = defaultdict(list)
    edges: dict[str, list[Derivation]] = defaultdict(list)
    for d in made:
        if d.relation == "copied" and d.named and d.score >= ESTABLISHED:
            credited[d.later].append(d)
        elif d.relation in ("copied", "cites") and not d.named and d.score >= ESTABLISHED:
            groups.join(d.later, d.earlier)
            edges[d.later].append(d)
    out: dict[str, Reporting] = {}
    for members in groups.sets():
        rows = sorted((desk.article(str(m)) for m in members), key=order_key)
        own = [a for a in rows if _speaks_for_itself(desk, a.id)]
        spoken = {a.outlet for a in own if supplies(a.outlet)} or {a.outlet for a in own[:1]}
        named = {c.earlier for a in rows for c in credited[a.id]}
        names = tuple(sorted(named | {o for o in spoken if supplies(o) or not named}))
        for a in rows:
            told = [r for d in (*credited[a.id], *edges[a.id]) for r in d.why]
            if a.outlet in names and not told:
                told = [why("lineage", "own-reporting" if kind_of(a.outlet) == "original" else "own-copy")]
            reason = "" if names else _reason(desk, a.id, edges[a.id])
            out[a.id] = Reporting(a.id, Origins(names, reason), tuple(told) if names else ())
    return tuple(out[a.id] for a in desk.articles)


def _speaks_for_itself(desk: Desk, key: str) -> bool:
    """An agency, state outlet, official body or think tank; or a registered original outlet with byline and dateline and no credit."""
    a = desk.article(key)
    if kind_of(a.outlet) in ("agency", "state-media", "official", "think-tank"):
        return True
    return kind_of(a.outlet) == "original" and bool(a.byline and a.dateline) and not a.credits and not a.contributors


def _reason(desk: Desk, key: str, edges: Sequence[Derivation]) -> str:
    a = desk.article(key)
    if edges:
        return f"made from {desk.article(edges[0].earlier).input}, whose own origin is not established"
    if a.contributors:
        return "a contributor line as agencies print it, but no agency is named"
    if not a.outlet:
        return "the outlet is unknown and nothing is credited"
    return f"{a.outlet} credits nobody and shows no byline with dateline"


def relation(ledger: Ledger, a: str, b: str) -> tuple[str, tuple[Why, ...]]:
    """How two articles (ids) stand to each other: copied, cites, same_primary_source, independent or "not established", with
    the reasons. Independent takes two reporting origins that are both established and share no owner."""
    between = [d for d in ledger.derivations if not d.named and {d.later, d.earlier} == {a, b}]
    taken = [d for d in between if d.relation == "copied" and d.score >= ESTABLISHED] or _common(ledger, a, b, "copied")
    cited = [d for d in between if d.relation == "cites"] or _cites_other(ledger, a, b)
    for found in (
        taken,
        cited,
        [d for d in between if d.relation == "same_primary_source"],
        _common(ledger, a, b, "cites"),
    ):
        if found:
            return found[0].relation, found[0].why
    mine, other = (next(r for r in ledger.reporting if r.article == x) for x in (a, b))
    names = [{family(n) for n in r.origins.names} for r in (mine, other)]
    if all(names) and not names[0] & names[1]:
        return "independent", (*mine.why, *other.why)
    return "not established", ()


def _cites_other(ledger: Ledger, a: str, b: str) -> list[Derivation]:
    outlet = {x.id: x.outlet for x in ledger.articles if x.id in (a, b)}
    return [
        d
        for d in ledger.derivations
        if d.named
        and d.relation == "cites"
        and d.later in outlet
        and family(d.earlier) == family(outlet[b if d.later == a else a])
    ]


def _common(ledger: Ledger, a: str, b: str, kind: str) -> list[Derivation]:
    """The derivations of a from what b derives from too."""
    made = [
        d for d in ledger.derivations if d.named and d.relation == kind and (kind != "copied" or d.score >= ESTABLISHED)
    ]
    theirs = {family(d.earlier) for d in made if d.later == b}
    return [d for d in made if d.later == a and family(d.earlier) in theirs]
