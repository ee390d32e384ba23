"""Entities: one actor over all articles, with its variants and roles. Namesakes stay apart; in doubt, two entities."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from types import MappingProxyType

from .. import lexicon, naming
from ..records import Attribution, Decision, Entity, Evidence, Why
from ..text import squeeze
from . import similarity
from .context import Desk, evidence, make_id, why

Key = tuple[str, str]


def entities(desk: Desk, decisions: Sequence[Decision]) -> tuple[Entity, ...]:
    """Persons, bodies and states over all articles, most mentioned first within canonical id order."""
    members: dict[Key, list[Evidence]] = defaultdict(list)
    roles: dict[Key, Counter[str]] = defaultdict(Counter)
    days: dict[tuple[Key, str], set[str]] = defaultdict(set)
    for a, n in zip(desk.articles, desk.annotations, strict=True):
        for m in n.mentions:
            if m.kind == "role":
                continue
            kind = "body" if m.name in lexicon.unions() else "place" if m.kind == "demonym" else m.kind
            key = (kind, m.name)
            members[key].append(evidence(a, (m.start, m.end)))
            if m.role:
                roles[key][m.role] += 1
                if a.published.precision == "day":
                    days[key, m.role].add(a.published.value[:10])
    for key, other in _misread(members):
        members[other] += members.pop(key)
        roles[other].update(roles.pop(key, Counter()))
    groups = similarity.Groups(sorted(members))
    similarity.obey(groups, decisions, lambda text: _find(members, text))
    _persons(groups, [k for k in sorted(members) if k[0] == "person"], roles, members)
    bodies = [k for k in sorted(members) if k[0] == "body"]
    told = {k: frozenset(e.article for e in members[k]) for k in bodies}
    _bodies(groups, bodies, told)
    _acronyms(groups, bodies, told)
    out = []
    for keys in groups.sets():
        found = [k for k in keys if isinstance(k, tuple)]
        called = Counter({k[1]: len(members[k]) for k in found})
        if found[0][0] == "body":  # an acronym is how it is called
            cut = {n.rpartition(" ")[0] for n in called if _of_a_trade(n)}
            name = max(called, key=lambda n: (n not in cut, called[n], n))
        else:
            name = max(called, key=lambda n: (len(n.split()) > 1, not n.isupper(), called[n], n))
        variants = sorted(
            {k[1] for k in found}
            | {
                squeeze(e.text)
                for k in found
                for e in members[k]
                if found[0][0] == "person" and len(e.text.split()) > 1
            }
        )
        proof = sorted(e for k in found for e in members[k])
        reasons = tuple(dict.fromkeys(groups.why.get(groups.root(found[0]), ())))
        held = _by_weight(sum((roles[k] for k in found), Counter()))
        when = [set[str]().union(*(days[k, role] for k in found)) for role in held]
        out.append(
            Entity(
                make_id("e", found[0][0], min(k[1] for k in found)),
                name,
                found[0][0],
                tuple(variants),
                held,
                tuple(proof),
                reasons,
                tuple((min(d, default=""), max(d, default="")) for d in when),
            )
        )
    return tuple(sorted(out, key=lambda e: e.id))


def _misread(members: Mapping[Key, Sequence[Evidence]]) -> list[tuple[Key, Key]]:
    """Names of one word that are read as a person's here and there, though nobody bears them in full and they are mostly a body's or a
    place's ("the Wagner mutiny"), or a body is called so ("the Wagner Group"); with what they are."""
    borne = {p for kind, name in members if kind == "person" for p in naming.parts(name) if len(naming.parts(name)) > 1}
    firms = {k[1].rpartition(" ")[0]: k for k in sorted(members) if k[0] == "body" and _is_firm(k[1])}
    out = []
    for key in sorted(members):
        if key[0] != "person" or len(naming.parts(key[1])) != 1 or {*naming.parts(key[1])} & borne:
            continue
        others = [k for k in (("body", key[1]), ("place", key[1])) if len(members.get(k, ())) >= len(members[key])]
        if other := max(others, key=lambda k: len(members[k]), default=firms.get(key[1])):
            out.append((key, other))
    return out


def _is_firm(name: str) -> bool:
    """Whether a body's name ends with what its short name leaves out."""
    return name.rpartition(" ")[2].lower().rstrip(".") in _FIRMS


def _of_a_trade(name: str) -> bool:
    return name.rpartition(" ")[2].lower() in _TRADES


_FIRMS = frozenset("group inc corp corporation company co ltd limited plc llc gmbh holding holdings movement".split())
"""What a body's short name leaves out: "Wagner" is the Wagner Group."""
_TRADES = frozenset(
    "shipping airlines airways bank energy oil petroleum industries motors pharmaceuticals technologies systems media capital partners logistics lines marine trading mining steel foods international".split()
)
"""What it leaves out beside its full name, in the same article."""


BARE = 3  # words of a name that two states do not give to a body alike
SELDOM = 50
"""A role that is told fifty times less often than the commonest is a slip of reading, not an office."""


def _by_weight(told: Counter[str]) -> tuple[str, ...]:
    """Roles, the most often told first, without what is told once beside hundreds."""
    most = max(told.values(), default=0)
    return tuple(sorted((r for r, n in told.items() if n * SELDOM >= most), key=lambda r: (-told[r], r)))


def _find(members: dict[Key, list[Evidence]], text: str) -> Key | None:
    """A decision names an entity by id or by name."""
    for key in sorted(members):
        if key[1] == text or make_id("e", *key) == text:
            return key
    return None


def _persons(
    groups: similarity.Groups,
    keys: Sequence[Key],
    roles: Mapping[Key, Mapping[str, int]],
    told: Mapping[Key, Sequence[Evidence]],
) -> None:
    full = [k for k in keys if len(naming.parts(k[1])) > 1]
    shorter: dict[Key, list[tuple[Key, Why]]] = defaultdict(list)
    for i, j in naming.pairs([k[1] for k in full], CROWD):
        a, b = sorted((full[i], full[j]), key=lambda k: (len(naming.parts(k[1])), k))
        found = naming.compare_names(a[1], b[1])
        codes = {w.code for w in found.why}
        if found.verdict == "same" and "part-omitted" in codes:
            shorter[a].append((b, _told("spelling", found)))
        elif found.verdict == "same" and not _SLIPS & codes:
            groups.join(a, b, (_told("spelling", found),))
        elif found.verdict != "different" and _SLIPS & codes and _same_role(roles[a], roles[b]):
            groups.join(a, b, (_told("near-spelling", found), why("entity", "same-role")))
    for a, b in _first_name_left_out(full):
        if _same_role(roles[a], roles[b]):
            groups.join(a, b, (why("entity", "short-form"), why("entity", "same-role")))
    for a, longer in sorted(shorter.items(), key=lambda kv: (-len(naming.parts(kv[0][1])), kv[0])):
        _shortened(groups, a, longer, told)
    _surnames_alone(groups, keys, full, roles, told)


def _first_name_left_out(full: Sequence[Key]) -> list[tuple[Key, Key]]:
    """Names that others have with one more in front: "Tayyip Erdogan", "Recep Tayyip Erdogan"; by the name alone they are two people."""
    by_rest: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for k in full:
        if len(rest := tuple(naming.parts(k[1])[1:])) > 1:
            by_rest[rest].append(k)
    return [
        (k, longer)
        for k in full
        for longer in by_rest.get(tuple(naming.parts(k[1])), ())
        if bool(_YOUNGER.search(k[1])) == bool(_YOUNGER.search(longer[1]))
    ]


_YOUNGER = re.compile(r"\b(?:Jr|Sr|I{2,3}|junior|senior)\b\.?", re.I)
"""What tells a son from his father."""


def _surnames_alone(
    groups: similarity.Groups,
    keys: Sequence[Key],
    full: Sequence[Key],
    roles: Mapping[Key, Mapping[str, int]],
    told: Mapping[Key, Sequence[Evidence]],
) -> None:
    """Join a name of one word to the only one who bears it in full, to who has its offices, or to who is meant nearly always."""
    bearers: dict[str, list[Key]] = defaultdict(list)
    spelt: dict[Hashable, list[Key]] = defaultdict(list)
    for f in full:
        spelt[groups.root(f)].append(f)
        for part in {naming.parts(f[1])[0], naming.parts(f[1])[-1]}:
            bearers[part].append(f)
    for k in keys:
        if len(naming.parts(k[1])) != 1:
            continue
        part = naming.parts(k[1])[0]
        fits = {groups.root(f) for f in bearers[part]}
        held = {r: sum((Counter(roles[f]) for f in spelt[r]), Counter()) for r in fits}
        asked = _by_weight(Counter(roles[k]))
        if len(fits) == 1 and not _other_post(asked, *held.values()):
            groups.join(k, next(iter(fits)), (why("entity", "short-form"),))
            continue
        same = _of_the_office(roles[k], held) if asked else []
        if len(same) == 1:
            groups.join(k, same[0], (why("entity", "short-form"), why("entity", "same-role")))
            continue
        meant = _bearer([f for f in bearers[part] if part in naming.surnames(f[1])], groups, told)
        others = [office for office in asked if any(_times(office, held[r]) for r in fits)]
        if meant is not None:
            of_others = sum(roles[k][office] for office in others if not _times(office, held[meant]))
            if of_others <= SELDOM_OTHERS * len(told[k]):
                groups.join(k, meant, (why("entity", "nearly-always"),))


def _shortened(
    groups: similarity.Groups, short: Key, longer: Sequence[tuple[Key, Why]], told: Mapping[Key, Sequence[Evidence]]
) -> None:
    """Join a name to those that have a part more, unless these are names of several people: "George Bush" beside two with initials. Then
    to the one who is meant nearly always, else to none."""
    names = [f for f, _ in longer]
    if all(
        groups.root(f) == groups.root(g) or naming.compare_names(f[1], g[1]).verdict == "same"
        for f, g in combinations(names, 2)
    ):
        for f, reason in longer:
            groups.join(short, f, (reason,))
    elif (meant := _bearer(names, groups, told)) is not None:
        groups.join(short, meant, (why("entity", "nearly-always"),))


CROWD = 400  # full names that share a part and are compared with one another
MANY, NEARLY = 20, 0.9
"""Mentions of full names, or articles with them, and the share of one bearer among them, from which a name alone means that bearer."""
SELDOM_OTHERS = 0.02  # part of the mentions of a surname that may go with the office of another bearer
SLIP = 0.1  # times that one bearer has an office beside another, up to which it is a slip of reading


def _bearer(names: Sequence[Key], groups: similarity.Groups, told: Mapping[Key, Sequence[Evidence]]) -> Hashable | None:
    """The one person whom nearly all mentions of these full names mean, or who is named in nearly all articles that have one of them: an
    article that is about another says so by the full name, and is read so."""
    count: Counter[Hashable] = Counter()
    where: dict[Hashable, set[str]] = defaultdict(set)
    for f in names:
        count[groups.root(f)] += len(told[f])
        where[groups.root(f)] |= {e.article for e in told[f]}
    best = max(count, key=lambda r: (count[r], repr(r)), default=None)
    if best is None:
        return None
    shares = (count[best], count.total()), (len(where[best]), len(set[str]().union(*where.values())))
    return best if any(total >= MANY and mine >= NEARLY * total for mine, total in shares) else None


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


def _same_role(a: Mapping[str, int], b: Mapping[str, int]) -> bool:
    return any(
        x.lower() == y.lower()
        or len(role_words(x) & role_words(y)) >= 2
        or _in_other_order(x, y)
        or (_at_the_top(x, y) and lexicon.state_in(x) == lexicon.state_in(y) != "")
        for x in a
        for y in b
    )


def _at_the_top(one: str, two: str) -> bool:
    """Whether two roles are one that a state has once: "Turkish President", "Turkey's President"; not "the president's son"."""
    return head_of_state(one) == head_of_state(two) != ""


def head_of_state(role: str) -> str:
    """The office at the head of a state that a role is, without the state; "" of any other, such as of a company's president."""
    told = re.findall(r"[^\W_]+", role.lower().replace("’s", "").replace("'s", ""))
    spans = ((i, i + size) for size in range(len(told), 0, -1) for i in range(len(told) - size + 1))
    start, end = next(((i, k) for i, k in spans if " ".join(told[i:k]) in lexicon.country_of()), (0, 0))
    office = " ".join(w for w in (*told[:start], *told[end:]) if w not in _ARTICLES)
    return {"premier": "prime minister"}.get(office, office) if office in lexicon.word_set("heads_of_state") else ""


_ARTICLES = frozenset(("the", "of", "country", "nation"))


def _in_other_order(one: str, two: str) -> bool:
    """Whether the one role is in the other, word for word: "assistant ministry director in charge", "Ministry Assistant Director in Charge"."""
    few, many = sorted((frozenset(one.lower().split()), frozenset(two.lower().split())), key=len)
    return len(few) > 2 and few <= many


def _other_post(asked: Sequence[str], held: Mapping[str, int]) -> bool:
    """Whether a surname goes with an office that one person holds, and its only bearer is told of with other posts alone: "President Berg",
    "his adviser Ines Berg"."""
    office = any(role.lower().endswith(tuple(lexicon.word_set("sole_offices"))) for role in asked)
    return office and bool(held) and not any(_times(role, held) for role in asked)


def _of_the_office(asked: Mapping[str, int], held: Mapping[Hashable, Mapping[str, int]]) -> list[Hashable]:
    """Those who are told to have nearly all the offices that go with a surname, without those who by a slip of reading have the commonest."""
    total, main = sum(asked.values()), _by_weight(Counter(asked))[0]
    known = {r: sum(n for office, n in asked.items() if _times(office, mine)) for r, mine in held.items()}
    times = {r: _times(main, mine) for r, mine in held.items() if known[r] >= NEARLY * total}
    return [r for r, n in times.items() if n > SLIP * max(times.values())]


def _times(office: str, held: Mapping[str, int]) -> int:
    """How often an office is told of somebody: "President Berg" is the Berg who is president."""
    asked = role_words(office)
    return sum(n for role, n in held.items() if asked and asked <= role_words(role))


def _bodies(groups: similarity.Groups, keys: Sequence[Key], articles: Mapping[Key, frozenset[str]]) -> None:
    by: dict[str, Key] = {}
    for k in keys:
        registered = lexicon.outlet_by_name().get(k[1].lower())
        folded = min((x for x in naming.keys(_spelled(k[1])) if x.startswith("=b:")), default="")
        plain = " ".join(naming.parts(k[1].lower().removeprefix("the ")))
        flat = registered.name.lower() if registered else folded or plain
        if flat in by:
            groups.join(by[flat], k, (why("entity", "same-name"),))
        else:
            by[flat] = k
    known = {*keys}
    for k in keys:
        short = "body", k[1].rpartition(" ")[0]
        if short in known and (_is_firm(k[1]) or (_of_a_trade(k[1]) and articles[short] & articles[k])):
            groups.join(short, k, (why("entity", "short-form"),))


def _acronyms(groups: similarity.Groups, keys: Sequence[Key], articles: Mapping[Key, frozenset[str]]) -> None:
    """Join an acronym to the one body whose initials it has and beside which it stands in an article."""
    longs: dict[str, list[Key]] = defaultdict(list)
    for k in keys:
        if len(k[1].split()) > 2:
            longs[k[1].split()[-1][:1].lower()].append(k)
    for k in keys:
        if not (k[1].isupper() and k[1].isalpha() and len(k[1]) > 2):
            continue
        fits = [x for x in longs[k[1][-1].lower()] if naming.acronym(k[1], x[1])]
        if len({groups.root(x) for x in fits}) == 1 and any(articles[k] & articles[x] for x in fits):
            groups.join(k, fits[0], (why("entity", "acronym"),))


def bearers(read: Desk, made: Sequence[Entity]) -> Desk:
    """The desk with those named whom an article calls by their office alone: "the president said", where it names one person, and no other, who
    is known to hold it from the articles of the desk; "Russia's foreign minister", where the desk knows one person in that office of that
    state around that time, and no other."""
    persons: dict[str, dict[str, Entity]] = defaultdict(dict)
    for e in made:
        if e.kind == "person":
            for m in e.members:
                persons[m.article][e.name] = e
    posts = _posts(made)
    rows = []
    for a, n in zip(read.articles, read.annotations, strict=True):
        named = persons[a.id].values()
        found = tuple(_with_bearer(x, _called(x, named, posts, a.published.value)) for x in n.attributions)
        rows.append(n if found == n.attributions else replace(n, attributions=found))
    return replace(read, annotations=tuple(rows))


_Posts = Mapping[tuple[str, str], Sequence[tuple[str, str, str]]]
"""(office, state) → (person, first and last day of publication on which the office is told), "" where it is not known."""


def _posts(made: Sequence[Entity]) -> _Posts:
    out: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for e in made:
        for role, (first, last) in zip(e.roles, e.told, strict=False) if e.kind == "person" and " " in e.name else ():
            if post := _post_of_state(role):
                out[post].append((e.name, first, last))
    return out


def _post_of_state(role: str) -> tuple[str, str] | None:
    """(office, state) of "Russian foreign minister" and "Russia’s foreign minister"; None for what is not an office that one person of a state
    has."""
    low = re.sub(r"['’]s?(?=\s|$)", "", role.lower()).removeprefix("the ")
    office = next((o for o in _OF_A_STATE if low.endswith(f" {o}")), "")
    state = lexicon.country_of().get(low.removesuffix(office).strip(), "") if office else ""
    return (office, state) if state else None


_OF_A_STATE = tuple(
    sorted(
        (lexicon.word_set("sole_offices") - {"mayor", "governor", "pope"}) | {"leader", "supreme leader"},
        key=lambda o: (-len(o), o),
    )
)
ABOUT = 60  # days between an article and one that tells who is in an office


def _called(x: Attribution, named: Iterable[Entity], posts: _Posts, published: str) -> str:
    """Whom an attribution calls by office alone; "" where that is nobody, or not sure."""
    if x.speaker_kind != "anonymous":
        return ""
    if x.speaker in lexicon.word_set("sole_offices"):
        fits = {e.name for e in named if any(_holds(r, x.speaker) for r in e.roles)}
    else:
        held = posts.get(_post_of_state(x.speaker) or ("", ""), ())
        fits = {who for who, first, last in held if _around(published, first, last)}
    return fits.pop() if len(fits) == 1 else ""


def _around(published: str, first: str, last: str) -> bool:
    """Whether a day is known to lie no more than so many days before or behind a time; where one of the two is not known, nothing speaks against it."""
    if len(published) < 10 or not first:
        return True
    day = dt.date.fromisoformat(published)
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return start - dt.timedelta(days=ABOUT) <= day <= end + dt.timedelta(days=ABOUT)


def _with_bearer(x: Attribution, who: str) -> Attribution:
    if not who:
        return x
    return replace(x, speaker=who, speaker_kind="person", chain=tuple(who if c == x.speaker else c for c in x.chain))


def _holds(role: str, office: str) -> bool:
    """Whether a role is the office, of whatever state: "U.S. President" is president, "Vice President" and "former president" are not."""
    before = role.lower().removesuffix(office)
    known = before == "" or (before[-1:] == " " and before.strip() in lexicon.country_of())
    return before != role.lower() and known


def directory(made: Sequence[Entity], desk: Desk) -> Directory:
    """The directory of a desk: its entities, and the bodies that speak or are spoken to without being one ("the ministry of foreign
    affairs of Chad" and "the Chadian foreign ministry")."""
    spoken = Counter(x for n in desk.annotations for a in n.attributions for x in (a.speaker, a.addressee_name) if x)
    return Directory(made, spoken)


class Directory:
    """Which entity a name in one article stands for, and which state a speaker belongs to."""

    def __init__(self, made: Sequence[Entity], spoken: Mapping[str, int] = MappingProxyType({})) -> None:
        seldom = sorted(made, key=lambda e: (len(e.members), e.id))  # of two that are called alike, the more often told
        self._by_name = {v.lower(): e for e in seldom for v in (*e.variants, e.name)}
        self._sides: dict[str, str] = {}
        alike: dict[frozenset[str], list[str]] = defaultdict(list)
        for name in sorted(spoken):
            if name.lower() not in self._by_name and naming.is_body(name) and len(words := _body_words(name)) > 1:
                alike[words].append(name)
        self._bodies = {
            name: max(names, key=lambda x: (spoken[x], x))
            for names in alike.values()
            if len(names) > 1
            for name in names
        }
        told = {_body_words(v): e.name for e in reversed(made) if e.kind == "body" for v in e.variants if " " in v}
        self._bodies.update((name, told[w]) for w, names in alike.items() if w in told for name in names)
        self._bare(made, alike)

    def _bare(self, made: Sequence[Entity], spoken: Mapping[frozenset[str], Sequence[str]]) -> None:
        """ "The National Defense Commission" where one state's is told of, and no other's: it is that state's."""
        of: dict[frozenset[str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        roles = [r for e in made for r in e.roles]
        for words, names in spoken.items():
            states = {w for w in words if w.startswith("@")}
            if len(states) == 1 and len(words) > BARE:
                of[words - states][states.pop()[1:]] += names
        for e in made:
            if e.kind == "body" and len(found := of.get(_body_words(e.name), {})) == 1:
                ((state, names),) = found.items()
                if {lexicon.state_in(r) for r in roles if e.name in r} - {"", lexicon.country_of().get(state, "")}:
                    continue  # somebody has an office in that of another state
                self._bodies.update(dict.fromkeys(names, e.name))
                self._sides[e.name] = lexicon.country_of().get(state, "")

    def canonical(self, name: str) -> str:
        found = self._by_name.get(name.lower())
        return found.name if found else self._bodies.get(name, name)

    def side(self, name: str) -> str:
        """The state that a person, body or government speaks for, by role or name; '' when it cannot be told."""
        if name not in self._sides:
            self._sides[name] = self._side(name)
        return self._sides[name]

    def _side(self, name: str) -> str:
        table = lexicon.country_of()
        if name.lower() in table:
            return table[name.lower()]
        outlet = lexicon.outlet_by_name().get(name.lower())
        if outlet is not None and outlet.kind not in ("official", "state-media"):
            return ""  # USA Today speaks for no state
        found = self._by_name.get(name.lower())
        if found is None or found.kind != "person":
            return next((state for text in (name, *(found.roles if found else ())) if (state := _for_whom(text))), "")
        states = [state for role in found.roles if (state := _for_whom(role))]
        if len(naming.parts(found.name)) < 2 and len(set(states)) > 1:
            return ""  # a surname that several bear: its offices are not one person's
        return states[0] if states else ""


def _for_whom(office: str) -> str:
    """The state that a body or an office is one of; where it is or to whom it is sent ("commander in Chad", "Peru's envoy to the United
    Nations") says nothing of that."""
    return lexicon.state_in(re.split(r" (?:in|to) ", office)[0])


def _body_words(name: str) -> frozenset[str]:
    return naming.body_words(_spelled(name))


def _spelled(name: str) -> str:
    """A body's name with "US" and "U.S." spelled out: the state that they are and no pronoun."""
    return _SHORT.sub(lambda m: lexicon.state_in(m[0]), name)


_SHORT = re.compile(r"\bU\.?[SK]\.?(?=\s|$)")
