"""Screening: actors against sanctions lists. One alert for one actor and entry; a name alone is a possible namesake, never a match."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from .. import lexicon, naming
from ..records import Decision, Entity, Entry, Screening, Why
from .context import make_id, why

LISTED = "listed name"
NAMESAKE = "possible namesake"
NEAR = "near name"
SHOWN = 5
"""Alerts shown of an actor beside listed names: a name that many entries share says little, however many are printed."""


def screen(
    actors: Iterable[Entity], lists: Sequence[Entry], decisions: Sequence[Decision] = ()
) -> tuple[Screening, ...]:
    """Alerts in canonical order. Verdict "listed name" needs the name and a role that agrees; one that a person rejected is gone."""
    rejected = {d.left for d in decisions if d.verdict == "reject"}
    index = Index(lists)
    out: list[Screening] = []
    for actor in actors:
        if actor.kind == "place" or (actor.kind == "person" and len(naming.parts(actor.name)) < 2):
            continue
        forms = dict.fromkeys(
            v for v in (actor.name, *actor.variants) if len(naming.parts(v)) > 1 or actor.kind != "person"
        )
        found: dict[int, dict[tuple[str, str], None]] = defaultdict(dict)
        for form in forms:
            for entry, listed in index.near(form):
                found[entry][form, listed] = None
        out += _kept(
            [
                a
                for k, pairs in found.items()
                if (a := _compare(actor, pairs, lists[k])) is not None and a.id not in rejected
            ]
        )
    return tuple(sorted(out, key=lambda s: (s.entity, s.entry.list, s.entry.id)))


class Index:
    """Listed names by `naming.keys`, so that a name meets only those that may be its own: no comparison of all pairs."""

    def __init__(self, lists: Sequence[Entry]) -> None:
        self.forms = [(i, n) for i, e in enumerate(lists) for n in dict.fromkeys((e.name, *e.aliases))]
        self.strong: dict[str, list[int]] = defaultdict(list)
        self.weak: dict[str, list[int]] = defaultdict(list)
        for k, (i, name) in enumerate(self.forms):
            for key in (naming.body_keys if lists[i].kind in ("body", "vessel") else naming.keys)(name):
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


def _kept(alerts: Sequence[Screening]) -> list[Screening]:
    """Every listed name, and the best of the rest with the number of those that are left out."""
    rows = sorted(alerts, key=lambda s: (-sum(w.weight for w in s.why), s.entry.list, s.entry.id))
    sure, rest = [s for s in rows if s.verdict == LISTED], [s for s in rows if s.verdict != LISTED]
    left = len(rest) - SHOWN
    return [*sure, *(replace(s, more=max(0, left)) for s in rest[:SHOWN])]


def _compare(actor: Entity, pairs: Iterable[tuple[str, str]], entry: Entry) -> Screening | None:
    """The alert of one actor and one entry; None where names, kinds or (beside a near name) countries contradict."""
    if actor.kind and entry.kind and (actor.kind == "person") != (entry.kind == "person"):
        return None
    if actor.kind == "vessel" and entry.kind not in ("vessel", ""):
        return None
    body = actor.kind in ("body", "vessel") or entry.kind in ("body", "vessel")
    ship = entry.kind == "vessel" and actor.kind != "vessel"
    told = [(f, n) for f, n in pairs if (_body_may_be(f, n, ship) if body else not _initials(f))]
    named = _name_reason(told, entry)
    if named is None:
        return None
    office = _common_office(actor, entry)
    mine = _countries((*actor.roles, *([actor.name] if body else [])))
    theirs = _countries((*entry.countries, *entry.programmes, *entry.roles, *([entry.name] if body else [])))
    apart = bool(mine and theirs and not mine & theirs)
    if apart and (named.code == "near-name" or body):
        return None
    reasons = [named]
    if office and not apart:
        reasons.append(why("screening", "role-agrees", ", ".join(office)))
    if mine & theirs:
        reasons.append(why("screening", "country-agrees", ", ".join(sorted(mine & theirs))))
    elif apart:
        reasons.append(
            why("screening", "country-differs", f"{', '.join(sorted(mine))}; listed: {', '.join(sorted(theirs))}")
        )
    verdict = NEAR if named.code == "near-name" else LISTED if office and not apart else NAMESAKE
    return Screening(make_id("k", actor.id, entry.list, entry.id), actor.id, actor.name, verdict, entry, tuple(reasons))


def _initials(form: str) -> bool:
    """A name of two parts one of which is a letter: too many are called so."""
    return min(map(len, naming.parts(form))) == 1 and len(naming.parts(form)) < 3


def _body_may_be(form: str, listed: str, ship: bool) -> bool:
    """Whether two names of bodies or ships tell enough to be compared; `ship`: a listed ship beside what no article calls one.

    One word counts letter by letter only, and is then no ship; words that every state has ("interior ministry") need a state beside
    them; a name that holds the other needs a word that is its own, and not much more than the other.
    """
    x, y = naming.body_words(form), naming.body_words(listed)
    if len(x) < 2 or len(y) < 2:
        return not ship and "".join(filter(str.isalnum, form)) == "".join(filter(str.isalnum, listed))
    if not any(w.startswith("@") or w not in _generic() for w in x):
        return len(x) > 2 and x == y
    if x < y or y < x:
        return any(w not in _generic() and not w.startswith("@") for w in x & y) and len(x & y) >= 0.6 * len(x | y)
    return True


@cache
def _generic() -> frozenset[str]:
    """Words of offices and bodies that name none of their own."""
    told = (
        "armed air main national state central federal security service services special staff defence republic forces"
    )
    return (
        lexicon.word_set("bodies") | lexicon.word_set("offices") | lexicon.word_set("roles") | frozenset(told.split())
    )


def _name_reason(pairs: Iterable[tuple[str, str]], entry: Entry) -> Why | None:
    """The best reason that a form of the actor's name gives; an initial or a part of a name gives none."""
    best: Why | None = None
    for form, listed in pairs:
        c = naming.compare_names(form, listed)
        if c.verdict == "different" or (c.verdict == "possible" and {"short-form", "initial"} & {w.code for w in c.why}):  # fmt: skip
            continue
        if naming.parts(form) == naming.parts(listed):
            code = "exact-name" if listed == entry.name else "alias-name"
        else:
            code = "spelling-variant" if c.verdict == "same" else "near-name"
        if best is None or lexicon.reason("screening", code)[0] > best.weight:
            plain = "; ".join(lexicon.reason("name", w.code)[1] for w in c.why)
            best = why("screening", code, f"“{form}” beside “{listed}”: {plain}")
    return best


def _common_office(actor: Entity, entry: Entry) -> list[str]:
    """Words of office that the news and the list both give, up to four; a rank alone ("deputy") says too little."""
    told = _words(actor.roles) - {
        "former",
        "senior",
        "official",
        "deputy",
        "vice",
        "chief",
        "member",
        "first",
        "general",
    }
    offices = lexicon.word_set("roles") | lexicon.word_set("offices") | lexicon.word_set("bodies")
    return sorted(told & _words((*entry.roles, entry.remarks)) & offices)[:4]


def _words(texts: Iterable[str]) -> set[str]:
    return {w for t in texts for w in re.findall(r"[a-z]{4,}", t.lower())}


def _countries(texts: Iterable[str]) -> frozenset[str]:
    """The first state that each text names, by name, demonym or seat of government."""
    table = lexicon.country_of()
    out = set()
    for text in texts:
        found = re.findall(r"[a-z]+(?:-[a-z]+)*", re.sub(r"['’]s\b", "", text.lower()))
        for i in range(len(found)):
            known = next((table[p] for n in (4, 3, 2, 1) if (p := " ".join(found[i : i + n])) in table), None)
            if known:
                out.add(known)
                break
    return frozenset(out)
