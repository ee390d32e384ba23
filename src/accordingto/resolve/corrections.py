"""What people have corrected in single attributions: a decision comes before any inference made from them.

An attribution is named as the export names it: its article's id, a hyphen, its number in the article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..records import Annotation, Attribution, Decision

FIELDS = {"speaker": "speaker", "addressee": "addressee_name", "act": "act", "position": "position"}
"""What `edit` can set in an attribution, by the name that the export gives it."""


def corrected(annotations: Sequence[Annotation], decisions: Sequence[Decision]) -> tuple[Annotation, ...]:
    """The annotations as decided: a rejected attribution has no speaker and takes no position, so nothing is made from it."""
    ruled: dict[str, dict[int, list[Decision]]] = defaultdict(lambda: defaultdict(list))
    for d in decisions:
        article, _, number = d.left.rpartition("-")
        if number.isdigit() and d.verdict in ("edit", "reject"):
            ruled[article][int(number)].append(d)
    return tuple(_article(n, ruled[n.article]) if n.article in ruled else n for n in annotations)


def _article(n: Annotation, ruled: dict[int, list[Decision]]) -> Annotation:
    return replace(n, attributions=tuple(_one(x, ruled.get(i, [])) for i, x in enumerate(n.attributions)))


def _one(x: Attribution, ruled: Sequence[Decision]) -> Attribution:
    for d in ruled:
        if d.verdict == "reject":
            x = replace(x, speaker="", position="", chain=())
        elif d.field in FIELDS:
            change: dict[str, Any] = {FIELDS[d.field]: d.value}
            x = replace(x, **change)
    return x
