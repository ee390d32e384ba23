"""What changed since the last look: two sets of marks compared, told in the words of the ledger."""

from __future__ import annotations

from typing import NamedTuple

from ..records import AGAINST, Ledger
from ..text import clip


class Change(NamedTuple):
    """kind: new-claim, position, denial, figure, expected, came, lapsed, article, nothing-new, gone."""

    kind: str
    id: str
    text: str


def changes(ledger: Ledger, before: dict[str, str], now: dict[str, str], since: str, today: str) -> list[Change]:
    """Changes in order of weight for a reader; everything is new before the first look (`since` empty)."""
    out: list[Change] = []
    told = {a.id: a for a in ledger.articles}
    for c in ledger.claims:
        key = f"positions:{c.id}"
        text = clip(c.text, 160)
        if key not in before:
            if any(p.position in AGAINST for p in c.positions):
                out.append(Change("denial", c.id, f"disputed from the start: {text}"))
            elif len(c.positions) > 1 or c.positions[0].basis == "attributed":
                out.append(Change("new-claim", c.id, text))
        elif before[key] != now[key]:
            gained = sorted(set(now[key].split("|")) - set(before[key].split("|")))
            kind = "denial" if any(g.endswith(("=denies", "=doubts")) for g in gained) else "position"
            out.append(Change(kind, c.id, f"{', '.join(gained) or 'a position fell away'}: {text}"))
    for d in ledger.discrepancies:
        if f"discrepancies:{d.id}" not in before:
            out.append(
                Change(
                    "figure" if d.kind == "quantity" else "discrepancy",
                    d.id,
                    f"{d.kind}: {' / '.join(d.values)} ({d.subject})",
                )
            )
    for e in ledger.events:
        if e.outcome and before.get(f"events:{e.id}") != now[f"events:{e.id}"]:
            out.append(Change("came", e.id, f"reported since: {clip(e.title, 150)}"))
        elif e.status == "expected" and f"events:{e.id}" not in before:
            out.append(Change("expected", e.id, clip(e.title, 160)))
        elif e.status == "expected" and e.window[1] and since <= e.window[1] < today:
            out.append(Change("lapsed", e.id, f"its window closed on {e.window[1]}: {clip(e.title, 140)}"))
    fresh = {n.evidence.article for n in ledger.novelty if n.state == "new"}
    for a in ledger.articles:
        if f"articles:{a.id}" not in before:
            kind = "article" if a.id in fresh else "nothing-new"
            out.append(Change(kind, a.id, f"{a.input}: {a.headline or clip(a.text, 80)}"))
    gone = sorted(k.split(":", 1)[1] for k in before if k.startswith("articles:") and k.split(":", 1)[1] not in told)
    out += [Change("gone", k, "an article that is no longer in the desk") for k in gone]
    order = "denial position figure discrepancy came lapsed expected new-claim article nothing-new gone".split()
    return sorted(out, key=lambda c: (order.index(c.kind), c.id))
