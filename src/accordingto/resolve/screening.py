"""Screening: actors against sanctions lists. One alert for one entity; a name alone is a possible namesake, never a match."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from .. import lexicon, naming
from ..records import Entity, Entry, Screening, Why
from .context import make_id

LISTED = "listed name"
NAMESAKE = "possible namesake"
NEAR = "near name"


def screen(actors: Iterable[Entity], lists: Sequence[Entry]) -> tuple[Screening, ...]:
    """Alerts in canonical order. Verdict "listed name" needs the name and a role or country that agrees."""
    index: dict[str, list[int]] = defaultdict(list)
    for i, e in enumerate(lists):
        for key in {k for n in (e.name, *e.aliases) for k in naming.keys(n)}:
            index[key].append(i)
    out = []
    for actor in actors:
        if actor.kind not in ("person", "body") or (actor.kind == "person" and len(naming.parts(actor.name)) < 2):
            continue
        forms = dict.fromkeys(
            v for v in (actor.name, *actor.variants) if len(naming.parts(v)) > 1 or actor.kind == "body"
        )
        for i in sorted({i for v in forms for i in _candidates(v, index)}):
            found = _compare(actor, tuple(forms), lists[i])
            if found is not None:
                out.append(found)
    return tuple(sorted(out, key=lambda s: (s.entity, s.list, s.entry)))


def _candidates(name: str, index: dict[str, list[int]]) -> set[int]:
    """Entries that share enough of their keys with the name (`naming.keys`)."""
    out: set[int] = set()
    shared: Counter[int] = Counter()
    keys = naming.keys(name)
    for k in keys:
        if k.startswith("="):
            out.update(index.get(k, ()))
        else:
            shared.update(index.get(k, ()))
    need = min(2, sum(not k.startswith("=") for k in keys))
    return out | {i for i, n in shared.items() if n >= need}


def _compare(actor: Entity, forms: Sequence[str], entry: Entry) -> Screening | None:
    best: tuple[float, str, Why] | None = None
    for form in forms:
        for n, listed in enumerate((entry.name, *entry.aliases)):
            c = naming.compare_names(form, listed)
            if c.verdict == "different" or (c.verdict == "possible" and c.why[0].code == "short-form"):
                continue
            exact = naming.parts(form) == naming.parts(listed)
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
