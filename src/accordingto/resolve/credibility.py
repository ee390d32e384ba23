"""What others bear out of a claim: the credibility of information, 1 … 6, proposed from independence and contradiction.

NATO AJP-2.1 (STANAG 2511) defines the scale by them: 1 confirmed by independent sources, 2 probably true (agreement whose
independence is not certain), 3 possibly true (agreement in part), 4 doubtful (it is contradicted), 5 improbable (it conflicts with
what is known), 6 nothing to compare it with. 5 is a judgement that only a person makes; a person also confirms or changes every
other proposal. Nothing here says what is true.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..records import AGAINST, Claim, Credibility, Decision, Discrepancy, Evidence
from .claims import doubtful
from .context import why

FIELD = "credibility"
_FACT = frozenset(("asserts", "confirms"))
_DISPUTES = frozenset(("quantity", "date", "polarity", "place"))


def graded(
    claims: Sequence[Claim], discrepancies: Sequence[Discrepancy], decisions: Sequence[Decision]
) -> tuple[Claim, ...]:
    """The claims with the credibility that their origins and contradictions propose, or that a person set."""
    disputed: dict[str, list[tuple[Evidence, Discrepancy]]] = defaultdict(list)
    for d in discrepancies:
        if d.grade == "substantive" and d.kind in _DISPUTES:
            for e in d.evidence:
                disputed[e.article].append((e, d))
    set_by = {d.left: d for d in decisions if d.verdict == "edit" and d.field == FIELD}
    out = []
    for c in claims:
        made = proposed(c, _at_odds(c, disputed))
        if c.id in set_by:
            made = replace(made, value=int(set_by[c.id].value), by=set_by[c.id].by)
        out.append(replace(c, credibility=made))
    return tuple(out)


def proposed(c: Claim, at_odds: Iterable[Discrepancy] = ()) -> Credibility:
    """The grade and its reasons."""
    against = sorted({p.holder for p in c.positions if p.position in AGAINST})
    odds = sorted({" / ".join(d.values) for d in at_odds})
    written, told = c.reporting_origins, c.information_origins
    partly = doubtful(c)
    reasons = [why("credibility", "denied", ", ".join(against))] if against else []
    reasons += [why("credibility", "accounts-differ", "; ".join(odds))] if odds else []
    several = len(written.names) > 1, len(told.names) > 1
    if several[0]:
        reasons.append(why("credibility", "several-reporting", ", ".join(written.names)))
    if several[1]:
        reasons.append(why("credibility", "several-information", ", ".join(told.names)))
    if all(several) and partly:
        reasons.append(why("credibility", "partly-alike"))
    if any(several) and (written.open or told.open or not all(several)):
        reasons.append(why("credibility", "not-all-established", "; ".join((*written.open, *told.open))))
    if not any(several):
        reasons.append(why("credibility", "one-origin", ", ".join(written.names or told.names) or written.reason))
    if against or odds:
        value = 4
    elif all(several):
        told_as_fact = {p.holder for p in c.positions if p.position in _FACT}
        value = 2 if written.open or told.open or partly or len(told_as_fact) < 2 else 1
    elif any(several):
        value = 3
    else:
        value = 6
    return Credibility(value, tuple(reasons))


def _at_odds(c: Claim, disputed: dict[str, list[tuple[Evidence, Discrepancy]]]) -> list[Discrepancy]:
    """Discrepancies one of whose passages lies in a passage of the claim, or around it."""
    return [
        d
        for p in c.positions
        for e, d in disputed.get(p.evidence.article, ())
        if e.start < p.evidence.end and p.evidence.start < e.end
    ]
