"""Screening: actors against sanctions lists. One alert for one entity; a name alone is a possible namesake, never a match."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from .. import lexicon
from ..records import Entity, Entry, Screening, Why
from . import names
from .context import make_id

LISTED = "listed name"
NAMESAKE = "possible namesake"
NEAR = "near name"


def screen(actors: Iterable[Entity], lists: Sequence[Entry]) -> tuple[Screening, ...]:
    """Alerts in canonical order. Verdict "listed name" needs the name and a role or country that agrees."""
    index: dict[str, list[Entry]] = defaultdict(list)
    for e in lists:
        for key in {k for n in (e.name, *e.aliases) for k in _keys(n)}:
            index[key].append(e)
    out = []
    for actor in actors:
        if actor.kind not in ("person", "body") or (actor.kind == "person" and len(names.parts(actor.name)) < 2):
            continue
        forms = dict.fromkeys(
            v for v in (actor.name, *actor.variants) if len(names.parts(v)) > 1 or actor.kind == "body"
        )
        entries = {e.list + e.id: e for v in forms for k in _keys(v) for e in index.get(k, ())}
        for _, e in sorted(entries.items()):
            found = _compare(actor, tuple(forms), e)
            if found is not None:
                out.append(found)
    return tuple(sorted(out, key=lambda s: (s.entity, s.list, s.entry)))


def _keys(name: str) -> set[str]:
    found = names.parts(name)
    korean = names._syllables(found) if names.is_korean(found) else []
    return {p[:4] for p in found if len(p) > 2} | {"".join(korean[:1] + korean[-1:])} if found else set()


def _compare(actor: Entity, forms: Sequence[str], entry: Entry) -> Screening | None:
    best: tuple[float, str, Why] | None = None
    for form in forms:
        for n, listed in enumerate((entry.name, *entry.aliases)):
            c = names.compare_names(form, listed)
            if c.verdict == "different" or (c.verdict == "possible" and c.why[0].code == "short-form"):
                continue
            exact = names.parts(form) == names.parts(listed)
            code = (
                ("exact-name" if n == 0 else "alias-name")
                if exact
                else "spelling-variant"
                if c.verdict == "same"
                else "near-name"
            )
            weight = lexicon.reason("screening", code)[0]
            if best is None or weight > best[0]:
                best = (weight, form, Why(code, weight, f"“{form}” beside “{listed}”"))
    if best is None:
        return None
    reasons = [best[2]]
    told = {w for r in actor.roles for w in re.findall(r"[a-z]{4,}", r.lower())} - {"former", "senior", "official"}
    listed_words = set(re.findall(r"[a-z]{4,}", entry.details.lower()))
    if len(told & listed_words) >= 1 and told & listed_words & (
        lexicon.word_set("roles") | lexicon.word_set("offices") | lexicon.word_set("bodies")
    ):
        reasons.append(
            Why(
                "role-agrees", lexicon.reason("screening", "role-agrees")[0], ", ".join(sorted(told & listed_words)[:4])
            )
        )
    verdict = NEAR if best[2].code == "near-name" else LISTED if len(reasons) > 1 else NAMESAKE
    return Screening(
        make_id("k", actor.id, entry.list, entry.id),
        actor.id,
        actor.name,
        entry.list,
        entry.id,
        verdict,
        tuple(reasons),
        f"{entry.name}: {entry.details}"[:400],
    )
