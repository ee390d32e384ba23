"""Entities: one actor over all articles, with its variants and roles. Namesakes stay apart; in doubt, two entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .. import lexicon, naming
from ..records import Decision, Entity, Evidence, Why
from . import similarity
from .context import Desk, evidence, make_id, why

Key = tuple[str, str]


def entities(desk: Desk, decisions: Sequence[Decision]) -> tuple[Entity, ...]:
    """Persons, bodies and states over all articles, most mentioned first within canonical id order."""
    members: dict[Key, list[Evidence]] = defaultdict(list)
    roles: dict[Key, dict[str, None]] = defaultdict(dict)
    for a, n in zip(desk.articles, desk.annotations, strict=True):
        for m in n.mentions:
            if m.kind == "role":
                continue
            kind = "place" if m.kind == "demonym" else m.kind
            key = (kind, m.name)
            members[key].append(evidence(a, (m.start, m.end)))
            if m.role:
                roles[key][m.role] = None
    groups = similarity.Groups(sorted(members))
    similarity.obey(groups, decisions, lambda text: _find(members, text))
    _persons(groups, [k for k in sorted(members) if k[0] == "person"], roles)
    _bodies(groups, [k for k in sorted(members) if k[0] == "body"])
    out = []
    for keys in groups.sets():
        found = [k for k in keys if isinstance(k, tuple)]
        name = max(
            (k[1] for k in found),
            key=lambda n: (len(n.split()) > 1, not n.isupper(), sum(len(members[k]) for k in found if k[1] == n), n),
        )
        variants = sorted(
            {k[1] for k in found}
            | {e.text for k in found for e in members[k] if found[0][0] == "person" and len(e.text.split()) > 1}
        )
        proof = sorted(e for k in found for e in members[k])
        reasons = tuple(dict.fromkeys(groups.why.get(groups.root(found[0]), ())))
        out.append(
            Entity(
                make_id("e", found[0][0], min(k[1] for k in found)),
                name,
                found[0][0],
                tuple(variants),
                tuple(sorted({r for k in found for r in roles[k]})),
                tuple(proof),
                reasons,
            )
        )
    return tuple(sorted(out, key=lambda e: e.id))


def _find(members: dict[Key, list[Evidence]], text: str) -> Key | None:
    """A decision names an entity by id or by name."""
    for key in sorted(members):
        if key[1] == text or make_id("e", *key) == text:
            return key
    return None


def _persons(groups: similarity.Groups, keys: Sequence[Key], roles: dict[Key, dict[str, None]]) -> None:
    full = [k for k in keys if len(naming.parts(k[1])) > 1]
    index: dict[str, list[Key]] = defaultdict(list)
    for k in full:
        for key in sorted(naming.keys(k[1])):
            index[key].append(k)
    done = set()
    for block in index.values():
        for i, a in enumerate(block):
            for b in block[i + 1 :]:
                if (a, b) in done or len(block) > 400:
                    continue
                done.add((a, b))
                found = naming.compare_names(a[1], b[1])
                slips = _SLIPS & {w.code for w in found.why}
                if found.verdict == "same" and not slips:
                    groups.join(a, b, (_told("spelling", found),))
                elif found.verdict != "different" and slips and _same_role(roles[a], roles[b]):
                    groups.join(a, b, (_told("near-spelling", found), why("entity", "same-role")))
    for k in keys:
        if len(naming.parts(k[1])) != 1:
            continue
        part = naming.parts(k[1])[0]
        fits = {groups.root(f) for f in full if part in (naming.parts(f[1])[0], naming.parts(f[1])[-1])}
        same = {groups.root(f) for f in full if groups.root(f) in fits and _one_office(roles[k], roles[f])}
        if len(fits) == 1:
            groups.join(k, next(iter(fits)), (why("entity", "short-form"),))
        elif len(same) == 1 and roles[k]:
            groups.join(k, next(iter(same)), (why("entity", "short-form"), why("entity", "same-role")))


def _told(code: str, found: naming.Comparison) -> Why:
    """The comparison as one reason, its own reasons in the note."""
    plain = {w.code for w in found.why} <= {"same-name", "spacing"}
    return why(
        "entity", "same-name" if plain else code, "; ".join(lexicon.reason("name", w.code)[1] for w in found.why)
    )


_SLIPS = frozenset(("typing-error", "near-spelling", "near-syllable", "nickname", "last-name-omitted"))
"""Reasons that make two names alike, not one person: the office has to agree too."""
_SYNONYMS = {"vice": "deputy", "defence": "defense", "spokeswoman": "spokesperson", "spokesman": "spokesperson"}


def role_words(role: str) -> frozenset[str]:
    """Words of a role that say which office it is, with synonyms folded."""
    words = [w.strip(".,'’s") for w in role.lower().replace("’s", "").replace("'s", "").split()]
    kept = [
        _SYNONYMS.get(w, w)
        for w in words
        if w in lexicon.word_set("roles") | lexicon.word_set("offices") or w in _SYNONYMS
    ]
    return frozenset(w for w in kept if w not in ("the", "of", "for", "and"))


def _same_role(a: dict[str, None], b: dict[str, None]) -> bool:
    return any(x.lower() == y.lower() or len(role_words(x) & role_words(y)) >= 2 for x in a for y in b)


def _one_office(a: dict[str, None], b: dict[str, None]) -> bool:
    """Whether every office that goes with the one goes with the other too: "President Berg" is the Berg who is president."""
    held, asked = [role_words(r) for r in b], [role_words(r) for r in a]
    return all(r and any(r <= h for h in held) for r in asked)


def _bodies(groups: similarity.Groups, keys: Sequence[Key]) -> None:
    by: dict[str, Key] = {}
    for k in keys:
        registered = lexicon.outlet_by_name().get(k[1].lower())
        folded = min((x for x in naming.keys(k[1]) if x.startswith("=b:")), default="")
        plain = " ".join(naming.parts(k[1].lower().removeprefix("the ")))
        flat = registered.name.lower() if registered else folded or plain
        if flat in by:
            groups.join(by[flat], k, (why("entity", "same-name"),))
        else:
            by[flat] = k


class Directory:
    """Which entity a name in one article stands for, and which state a speaker belongs to."""

    def __init__(self, made: Sequence[Entity]) -> None:
        self._by_name = {v.lower(): e for e in reversed(made) for v in (*e.variants, e.name)}

    def canonical(self, name: str) -> str:
        found = self._by_name.get(name.lower())
        return found.name if found else name

    def side(self, name: str) -> str:
        """The state that a person, body or government speaks for, by role or name; '' when it cannot be told."""
        table = lexicon.country_of()
        if name.lower() in table:
            return table[name.lower()]
        found = self._by_name.get(name.lower())
        texts = [name, *(found.roles if found else ())]
        for text in texts:
            low = text.lower().replace("’s", "").replace("'s", "")
            for size in (3, 2, 1):
                words = low.split()
                for i in range(len(words) - size + 1):
                    form = " ".join(words[i : i + size]).strip(",.")
                    if form in table and len(form) > 1:
                        return table[form]
        return ""
