"""What is left to a person: questions that the reasons do not settle, the nearest first. Nothing follows from a suggestion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import naming
from ..records import ESTABLISHED, Claim, Decision, Derivation, Entity, Evidence, Screening, Statement, Suggestion, Why
from .claims import JOIN as ONE_CLAIM
from .claims import doubtful, faintest
from .context import Desk, make_id
from .screening import LISTED
from .similarity import score
from .statements import JOIN as ONE_STATEMENT

CROWD = 60
"""Persons that share a key and are compared with one another: a name that more share tells too little to ask about."""


LINE = {
    "entity": naming.SAME,
    "claim": ONE_CLAIM,
    "statement": ONE_STATEMENT,
    "derivation": ESTABLISHED,
    "screening": 0.7,
}
"""The score from which the program itself says yes."""
CLEAR = 0.2
"""Above the line by more than this, two passages that were joined are no question."""


def suggestions(
    desk: Desk, entities: Sequence[Entity], claims: Sequence[Claim], statements: Sequence[Statement], derivations: Sequence[Derivation],
    alerts: Sequence[Screening], decisions: Sequence[Decision],
) -> tuple[Suggestion, ...]:  # fmt: skip
    """Open questions in canonical order: those first whose score is nearest to the line between yes and no."""
    ruled = {frozenset((d.left, d.right)) for d in decisions} | {frozenset((d.left,)) for d in decisions if not d.right}
    found = [
        *_persons(entities),
        *_claims(claims),
        *_statements(statements),
        *_derivations(desk, derivations),
        *_alerts(alerts, entities),
    ]
    open_ = [s for s in found if frozenset(filter(None, (s.left, s.right))) not in ruled]
    return tuple(sorted(open_, key=lambda s: (round(abs(s.score - LINE[s.kind]), 4), s.kind, s.id)))


def _made(
    kind: str, pair: tuple[str, str], question: str, score: float, why: Sequence[Why], evidence: Sequence[Evidence]
) -> Suggestion:
    return Suggestion(make_id("g", kind, *pair), kind, *pair, question, round(score, 4), tuple(why), tuple(evidence))


def _persons(entities: Sequence[Entity]) -> Iterator[Suggestion]:
    """Two persons whose names may be one, and one person who was joined over a slip."""
    people = [e for e in entities if e.kind == "person" and len(naming.parts(e.name)) > 1 and not _glued(e.name)]
    for i, j in naming.pairs([e.name for e in people], CROWD):
        a, b = people[i], people[j]
        c = naming.compare_names(a.name, b.name)
        if c.verdict != "different":
            yield _made(
                "entity",
                (a.name, b.name),
                f"Are {a.name} and {b.name} one person?",
                c.score,
                c.why,
                (a.members[0], b.members[0]),
            )
    for e in people:
        if any(w.code == "near-spelling" for w in e.why) and len(e.variants) > 1:
            other = next((v for v in e.variants if v != e.name and len(naming.parts(v)) > 1), "")
            if other:
                yield _made(
                    "entity",
                    (e.name, other),
                    f"{e.name} and {other} are taken for one person. Is that right?",
                    0.75,
                    e.why,
                    e.members[:2],
                )


def _glued(name: str) -> bool:
    """Names that a page ran together ("Anna Berg Anna HolmBerg"): a slip of reading is no question for a person."""
    found = name.split()
    return len({w.lower() for w in found}) < len(found) or any(re.search(r"[a-z]{3}[A-Z]", w) for w in found)


def _claims(claims: Sequence[Claim]) -> Iterator[Suggestion]:
    """Claims of two passages that are none too like."""
    for c in claims:
        if len(c.positions) == 2 and doubtful(c):
            a, b = c.positions
            yield _made(
                "claim",
                (a.id, b.id),
                "Do these two passages say one thing?",
                faintest(c),
                c.why,
                (a.evidence, b.evidence),
            )


def _statements(statements: Sequence[Statement]) -> Iterator[Suggestion]:
    """Two tellings joined without the same quotation."""
    for s in statements:
        doubtful = "same-words" not in {w.code for w in s.why} and score(s.why) < ONE_STATEMENT + CLEAR
        if len(s.wordings) == 2 and doubtful:
            a, b = s.wordings
            yield _made(
                "statement",
                (a.id, b.id),
                f"Do these tell one remark of {s.speaker}?",
                score(s.why),
                s.why,
                (a.evidence, b.evidence),
            )


def _derivations(desk: Desk, derivations: Sequence[Derivation]) -> Iterator[Suggestion]:
    """Copies that too little speaks for: they count for nothing until somebody accepts them."""
    for d in derivations:
        if d.relation == "copied" and d.score < ESTABLISHED:
            earlier = d.earlier if d.named else desk.article(d.earlier).input
            yield _made(
                "derivation",
                (d.id, ""),
                f"Was {desk.article(d.later).input} made from {earlier}?",
                d.score,
                d.why,
                d.evidence[:2],
            )


def _alerts(alerts: Sequence[Screening], entities: Sequence[Entity]) -> Iterator[Suggestion]:
    members = {e.id: e.members for e in entities}
    for k in alerts:
        if k.verdict != LISTED:
            named = f"{k.entry.name} ({k.entry.list} {k.entry.id})"
            yield _made(
                "screening", (k.id, ""), f"May {k.name} be {named}?", score(k.why), k.why, members.get(k.entity, ())[:1]
            )
