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
    index = Index(lists)
    out = []
    for actor in actors:
        if actor.kind not in ("person", "body") or (actor.kind == "person" and len(naming.parts(actor.name)) < 2):
            continue
        forms = dict.fromkeys(
            v for v in (actor.name, *actor.variants) if len(naming.parts(v)) > 1 or actor.kind == "body"
        )
        found: dict[int, dict[tuple[str, str], None]] = defaultdict(dict)
        for form in forms:
            for entry, listed in index.near(form):
                found[entry][form, listed] = None
        for entry, pairs in sorted(found.items()):
            alert = _compare(actor, pairs, lists[entry])
            if alert is not None:
                out.append(alert)
    return tuple(sorted(out, key=lambda s: (s.entity, s.list, s.entry)))


class Index:
    """Listed names by `naming.keys`, so that a name meets only those that may be its own: no comparison of all pairs."""

    def __init__(self, lists: Sequence[Entry]) -> None:
        self.forms = [(i, n) for i, e in enumerate(lists) for n in dict.fromkeys((e.name, *e.aliases))]
        self.strong: dict[str, list[int]] = defaultdict(list)
        self.weak: dict[str, list[int]] = defaultdict(list)
        for k, (_, name) in enumerate(self.forms):
            for key in naming.keys(name):
                (self.strong if key.startswith("=") else self.weak)[key].append(k)

    def near(self, name: str) -> list[tuple[int, str]]:
        """(index of the entry, listed name) of what shares a strong key with the name, or two weak ones."""
        keys = naming.keys(name)
        shared: Counter[int] = Counter()
        for k in keys:
            shared.update(self.weak.get(k, ()))
        need = min(2, sum(not k.startswith("=") for k in keys))
        out = {f for k in keys for f in self.strong.get(k, ())} | {f for f, n in shared.items() if n >= need}
        return [self.forms[f] for f in sorted(out)]


def _compare(actor: Entity, pairs: Iterable[tuple[str, str]], entry: Entry) -> Screening | None:
    best: tuple[float, str, Why] | None = None
    for form, listed in pairs:
        c = naming.compare_names(form, listed)
        if c.verdict == "different" or (
            c.verdict == "possible" and {"short-form", "initial"} & {w.code for w in c.why}
        ):
            continue
        exact = naming.parts(form) == naming.parts(listed)
        code = (
            ("exact-name" if listed == entry.name else "alias-name")
            if exact
            else "spelling-variant"
            if c.verdict == "same"
            else "near-name"
        )
        weight = lexicon.reason("screening", code)[0]
        if best is None or weight > best[0]:
            plain = "; ".join(lexicon.reason("name", w.code)[1] for w in c.why)
            best = (weight, form, Why(code, weight, f"“{form}” beside “{listed}”: {plain}"))
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
