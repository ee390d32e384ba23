"""The lexicon: knowledge as data files beside this module, read once, checked against their schema."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from ..errors import LexiconError
from ..records import Outlet


@dataclass(frozen=True, slots=True)
class Cue:
    id: str
    act: str
    position: str
    frames: tuple[str, ...]
    addressee: str
    objects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Country:
    name: str
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]
    others: tuple[str, ...]


@cache
def raw(name: str) -> dict[str, Any]:
    """One lexicon file as read."""
    path = resources.files("accordingto.lexicon").joinpath(f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as e:
        raise LexiconError(
            "a lexicon file cannot be read", f"{name}.toml: {e}", "mend the file; see docs/lexicon.md"
        ) from e


@cache
def fingerprint() -> str:
    """SHA-256 over every lexicon file and the desk's own register: part of the key under which annotations are cached."""
    h = hashlib.sha256(repr(_OWN).encode() if _OWN else b"")
    files = (f for f in resources.files("accordingto.lexicon").iterdir() if f.name.endswith(".toml"))
    for file in sorted(files, key=lambda f: f.name):
        h.update(file.read_bytes())
    return h.hexdigest()


def _split(cell: str) -> tuple[str, ...]:
    return tuple(x.strip() for x in cell.split(";") if x.strip())


def _rows(name: str, width: int) -> list[list[str]]:
    out = []
    for n, line in enumerate(raw(name)["rows"].strip().splitlines(), 1):
        cells = [c.strip() for c in line.split("|")]
        if len(cells) > width or not cells[0]:
            raise LexiconError(
                f"a row must have a name and at most {width} cells", f"{name}.toml row {n}: {line}", "count the | signs"
            )
        out.append(cells + [""] * (width - len(cells)))
    return out


@cache
def countries() -> tuple[Country, ...]:
    return tuple(Country(n, _split(d), _split(s), _split(o)) for n, d, s, o in _rows("countries", 4))


@cache
def country_of() -> dict[str, str]:
    """Every form of a country (name, demonym, seat of government, other name), lower-cased → the form shown."""
    out: dict[str, str] = {}
    for c in countries():
        for form in (c.name, *c.others, *c.demonyms, *c.seats):
            out.setdefault(form.lower(), c.name)
            out.setdefault(form.lower().removeprefix("the "), c.name)
    return out


@cache
def state_words() -> frozenset[str]:
    """Single words of the forms of countries."""
    return frozenset(w.rstrip(".") for form in country_of() for w in form.split())


def state_in(text: str) -> str:
    """The first state that a name or role names, "" where none is."""
    table = country_of()
    words = text.lower().replace("’s", "").replace("'s", "").split()
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            form = " ".join(words[i : i + size]).strip(",")
            known = table.get(form) or table.get(form.rstrip("."))
            if known and len(form) > 1:
                return known
    return ""


def half_meant(text: str) -> dict[str, str]:
    """Which state "the North" and "the South" are in a text: the only one whose name begins so that the text names, also as a people, else
    the other half of a country that it names."""
    halves = {c.name: c for c in countries() if c.name.startswith(("North ", "South "))}
    named = [name for name, c in halves.items() if any(form in text for form in (name, *c.demonyms))]
    out: dict[str, str] = {}
    for half, other in (("North", "South"), ("South", "North")):
        own = [name for name in named if name.startswith(half)]
        beside = [x for name in named if (x := name.replace(other, half, 1)) in halves and x not in named]
        if len(own or beside) == 1:
            out[half.lower()] = (own or beside)[0]
    return out


@cache
def unions() -> frozenset[str]:
    """Names of the rows of the table of countries that are bodies: they act as states do, but are no places."""
    return frozenset(raw("countries")["bodies"])


@cache
def places() -> frozenset[str]:
    """Places that are no states but named often, in lower case."""
    return frozenset(p.lower() for p in raw("countries")["places"])


@cache
def regions() -> frozenset[str]:
    """Regions, continents and the like in which towns lie, in lower case."""
    return frozenset(p.lower() for p in raw("countries")["regions"])


def speaks_english(state: str) -> bool:
    """Whether speakers of a state mostly speak English in office."""
    return state in raw("countries")["english"]


@cache
def demonyms() -> frozenset[str]:
    return frozenset(d.lower() for c in countries() for d in c.demonyms)


@cache
def seats() -> dict[str, str]:
    """Capitals and other seats that stand for a government → country."""
    return {s.lower().removeprefix("the "): c.name for c in countries() for s in c.seats}


_OWN: tuple[Outlet, ...] = ()


def own_register() -> tuple[Outlet, ...]:
    """The desk's own entries that are in force."""
    return _OWN


def use_register(own: tuple[Outlet, ...]) -> None:
    """Lay a desk's own register over the shipped one: an entry of a known name changes what it gives, any other is added.

    The register is knowledge like the rest of the lexicon, so it is set once for a run, before anything is read.
    """
    global _OWN
    if own != _OWN:
        _OWN = own
        for derived in (fingerprint, outlets, outlet_by_name, outlet_by_domain, agencies):
            derived.cache_clear()


@cache
def outlets() -> tuple[Outlet, ...]:
    """The register: shipped entries with what the desk changes in them, then the desk's own."""
    shipped = [Outlet(n, k, f or n, c, _split(d), _split(o)) for n, k, f, c, d, o in _rows("outlets", 6)]
    own = {o.name.lower(): o for o in _OWN}
    out = []
    for o in shipped:
        mine = own.pop(o.name.lower(), None)
        if mine is not None:
            o = Outlet(
                o.name, mine.kind if mine.kind != "unknown" else o.kind, mine.family or o.family, mine.country or o.country,
                mine.domains or o.domains, tuple(dict.fromkeys((*o.names, *mine.names))), mine.reliability,
            )  # fmt: skip
        out.append(o)
    return (*out, *(replace(o, family=o.family or o.name) for o in own.values()))


@cache
def outlet_by_name() -> dict[str, Outlet]:
    out: dict[str, Outlet] = {}
    for o in outlets():
        for form in (o.name, *o.names):
            out[form.lower()] = o
            out.setdefault(form.lower().removeprefix("the "), o)
    return out


def names_a_paper(name: str) -> bool:
    """Whether a body's name is that of a registered outlet or reads like one of the press: "the Lund Herald". Counter-examples: "Herald",
    "the Lund police"."""
    words = name.lower().removeprefix("the ").split()
    return name.lower() in outlet_by_name() or (len(words) > 1 and words[-1] in word_set("mastheads"))


def outlet_forms(name: str) -> tuple[str, ...]:
    """How an outlet is called in running text; one that is not registered by its own name only."""
    known = outlet_by_name().get(name.lower())
    return tuple(dict.fromkeys((known.name, *known.names))) if known else ((name,) if name else ())


@cache
def outlet_by_domain() -> dict[str, Outlet]:
    return {d: o for o in outlets() for d in o.domains}


def outlet_of_url(url: str) -> Outlet | None:
    """The registered outlet whose domain the address belongs to, longest domain first."""
    m = re.match(r"(?:https?://)?([^/:?#\s]+)", url.strip().lower())
    labels = m.group(1).split(".") if m else []
    for i in range(len(labels) - 1):
        found = outlet_by_domain().get(".".join(labels[i:]))
        if found:
            return found
    return None


@cache
def agencies() -> dict[str, Outlet]:
    """Names that supply copy to others (agencies and state media), lower-cased."""
    return {k: o for k, o in outlet_by_name().items() if o.kind in ("agency", "state-media")}


@cache
def cue_table(part: str) -> dict[str, tuple[Cue, ...]]:
    """`part`: verbs, nouns, phrases, adverbs or impersonal → lemma or phrase → the cues that own it."""
    out: dict[str, list[Cue]] = {}
    for entry in raw("cues")["cue"]:
        missing = {"id", "act", "position", "frames", "match", "miss"} - set(entry)
        if missing:
            raise LexiconError(
                f"a cue lacks {', '.join(sorted(missing))}", f"cues.toml: {entry.get('id', '?')}", "add the field"
            )
        cue = Cue(
            entry["id"],
            entry["act"],
            entry["position"],
            tuple(entry["frames"]),
            entry.get("addressee", ""),
            frozenset(entry.get("objects", ())),
        )
        for form in entry.get(part, ()):
            out.setdefault(form, [])
            if cue not in out[form]:
                out[form].append(cue)
    return {k: tuple(v) for k, v in out.items()}


@cache
def word_set(name: str) -> frozenset[str]:
    """A list of `roles.toml`, lower-cased."""
    return frozenset(w.lower() for w in raw("roles")[name])


@cache
def word_forms(name: str) -> frozenset[str]:
    """The same as it is written: "Rose" is a name, "rose" is none."""
    return frozenset(raw("roles")[name])


@cache
def furniture_patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """(kind, scope, pattern); scope line, from or box: patterns match one whole trimmed line; or inline: what a pattern names `it`, anywhere
    in a line."""
    out: list[tuple[str, str, re.Pattern[str]]] = []
    for entry in raw("furniture")["furniture"]:
        for scope in ("line", "from", "box"):
            if entry.get(scope):
                body = "|".join(f"(?:{p})" for p in entry[scope])
                out.append((entry["kind"], scope, re.compile(rf"\W{{0,3}}(?:{body})\s*$", re.I)))
        out += [(entry["kind"], "inline", re.compile(p)) for p in entry.get("inline", ())]
    return tuple(out)


@dataclass(frozen=True, slots=True)
class EventWords:
    """Lemmas that tell a PLOVER type: verbs ("call for" with its particle), nouns, and verbs with their object ("impose curfew")."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    pairs: dict[str, str]


@cache
def event_words() -> EventWords:
    """The first entry of `events.toml` that owns a word keeps it; of a pair every verb goes with every object."""
    out = EventWords({}, {}, {})
    for entry in raw("events")["event"]:
        for v in entry["verbs"]:
            out.verbs.setdefault(v, entry["type"])
        for n in entry["nouns"]:
            out.nouns.setdefault(n, entry["type"])
        for left, right in entry.get("pairs", ()):
            for v in left.split():
                for n in right.split(","):
                    out.pairs.setdefault(f"{v} {n.strip()}", entry["type"])
    return out


@cache
def reason(kind: str, code: str) -> tuple[float, str]:
    """(weight, text for the reader) of a reason code."""
    try:
        r = raw("reasons")[kind][code]
    except KeyError as e:
        raise LexiconError(
            "a reason code is not in the lexicon", f"reasons.toml [{kind}] {code}", "add it with weight and text"
        ) from e
    return float(r["weight"]), str(r["text"])


@cache
def synonyms() -> dict[str, str]:
    """Word → the first word of its group: what counts as one word whenever texts are compared."""
    return _heads(raw("concepts")["groups"])


@cache
def concepts() -> dict[str, str]:
    """The same with the wider groups, by which single claims are compared."""
    return {**_heads(raw("concepts")["wider"]), **synonyms()}


def _heads(groups: Iterable[str]) -> dict[str, str]:
    out: dict[str, str] = {}
    for group in groups:
        words = group.split()
        for w in words:
            out.setdefault(w, words[0])
    return out


_SPELT = (
    (re.compile(r"(?<=\w\w\w)is(?=e$|ation$)"), "iz"), (re.compile(r"(?<=\w\w)our(?=$|hood$|able$|ite$)"), "or"), (re.compile(r"(?<=\w\w)tre$"), "ter"), (re.compile("mme$"), "m"), (re.compile("[ao]e(?=[^e])"), "e"),
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def synonym(word: str) -> str:
    """What stands for a word (a lemma) when texts are compared: the first of its group, else itself in one spelling of English."""
    return _folded(word, synonyms())


@lru_cache(maxsize=1 << 16)
def concept(word: str) -> str:
    """The same when single claims are compared."""
    return _folded(word, concepts())


def _folded(word: str, table: dict[str, str]) -> str:
    if found := table.get(word):
        return found
    for british, american in _SPELT:
        word = british.sub(american, word)
    return table.get(word, word)


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Word → the words that say the same when it is negated, all as `concept` folds them."""
    return _sides("opposites")


@cache
def contraries() -> dict[str, frozenset[str]]:
    """Word → the words that cannot be told of the same thing, all as `concept` folds them."""
    return _sides("opposites", "contraries")


def one_deed(verb: str, other: str) -> bool:
    """Whether two verbs may tell of one count: "15 drones were fired", "12 drones were launched"."""
    told = _deeds()
    return bool(told.get(verb, frozenset()) & told.get(other, frozenset()))


@cache
def _deeds() -> dict[str, frozenset[int]]:
    """Verb → the numbers of its groups."""
    out: dict[str, frozenset[int]] = {}
    for n, group in enumerate(raw("concepts")["deeds"]):
        out |= {verb: out.get(verb, frozenset()) | {n} for verb in group.split()}
    return out


def _sides(*tables: str) -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for line in (line for table in tables for line in raw("concepts")[table]):
        sides = [frozenset(concept(w) for w in side.split()) for side in line.split("|")]
        for here, there in (sides, sides[::-1]):
            out |= {w: out.get(w, frozenset()) | there for w in here}
    return out


@dataclass(frozen=True, slots=True)
class Governor:
    """What a governing word leaves of the happening it governs, itself asserted (`under`) or denied (`negated`).

    asserts: its objects are not in doubt (one reports or finds a thing that is there). keeps: even an uncertain governor leaves it.
    """

    id: str
    under: float
    negated: float
    asserts: bool
    keeps: bool


@cache
def certainty_classes() -> dict[str, Governor]:
    """Lemma → its class of `certainty.toml`; the first class that owns a word keeps it."""
    out: dict[str, Governor] = {}
    for entry in raw("certainty")["class"]:
        made = Governor(
            entry["id"], entry["under"], entry["negated"], entry.get("asserts", False), entry.get("keeps", False)
        )
        for w in entry["words"]:
            out.setdefault(w, made)
    return out


@cache
def _called_false() -> re.Pattern[str]:
    table = raw("denials")
    told = "|".join(sorted(told_nouns(), key=lambda w: (-len(w), w)))
    wrong, plain = (
        "|".join(re.escape(w) for w in sorted(table[k], key=lambda w: (-len(w), w))) for k in ("false", "plain")
    )
    is_called = r"(?:,?\s+[“\"‘']?as\s+\w+,?[”\"’']?)?\s+[“\"‘']?(?:is|are|was|were)\s+"
    return re.compile(
        rf"^\W*(?:that\s+)?(?:(?P<told>(?:[\w’'.-]+\s+){{0,5}}?(?:{told})\b(?:\s+(?:that|of|about|on|by|from|over|against)\b[^;:]{{1,160}}?)?)"
        rf"{is_called}(?:(?!not\b|no\b|never\b)[\w’'-]+\s+){{0,2}}?[“\"‘']?(?:(?!not\b)[\w-]+\s+)?(?:{wrong})\b"
        rf"|(?P<any>(?:the|this|that|his|her|their|its|[A-Z][\w’']+)(?:\s+(?!(?:is|are|was|were|and|but|who|which)\b)[\w’'.-]+){{1,8}})"
        rf"{is_called}(?:(?:all|just|[a-z]+ly)\s+)?[“\"‘']?(?:{plain})\b)",
        re.I,
    )


@cache
def told_nouns() -> frozenset[str]:
    """Nouns for what is told ("report", "allegations"), singular and plural."""
    return frozenset(x for w in raw("denials")["told"] for x in (w, f"{w[:-1]}ies" if w.endswith("y") else f"{w}s"))


_ONCE = re.compile(r"\b(?:former|then|ex|late)\b", re.I)


def once_held(role: str) -> bool:
    """Whether a role is one that its holder no longer has: "former mayor", "then-minister"."""
    return bool(_ONCE.search(role))


def called_false(content: str) -> str:
    """What is told, where a content says that it is false ("claims of a coup" in "claims of a coup are lies"); "" where it does not."""
    found = _called_false().match(content)
    return (found["told"] or found["any"]) if found else ""


class Fate(NamedTuple):
    """What befalls people: what is done to them, what they do or are themselves, what is counted in their place, how else it is told behind
    them; whether it is a state that passes; `selves`: who is of that kind, whatever is told of them."""

    name: str
    verbs: frozenset[str]
    own: frozenset[str]
    nouns: frozenset[str]
    phrases: str
    passes: bool
    selves: frozenset[str]


@cache
def fates() -> tuple[Fate, ...]:
    """The entries of `fates.toml` in their order."""
    return tuple(
        Fate(
            x["name"],
            frozenset(x["verbs"]),
            frozenset(x["own"]),
            frozenset(x["nouns"]),
            "|".join(x["phrases"]),
            x.get("passes", False),
            frozenset(x.get("selves", ())),
        )
        for x in raw("fates")["fate"]
    )


@cache
def means() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """By what people fare ill (poison, air, gun …), with the words that tell of it."""
    return tuple(
        (x["name"], re.compile(rf"\b(?:{'|'.join(x['words'])})(?:s|es|e?d|ing)?\b", re.I))
        for x in raw("fates")["means"]
    )


@cache
def exhibit_kinds() -> dict[str, str]:
    """Noun ("debris", "satellite image") → kind of exhibit; the first entry that owns a word keeps it."""
    out: dict[str, str] = {}
    for entry in raw("exhibits")["exhibit"]:
        for w in entry["words"]:
            out.setdefault(w, entry["kind"])
    return out


def picture(holder: str) -> str:
    """The kind of picture that a holder is ("geolocated footage published on Monday"): it shows something and says nothing."""
    found = re.findall(r"[a-z]+", holder.lower())
    behind = ("published", "posted", "from", "of", "showing", "taken", "released")
    head = next((i for i, w in enumerate(found) if i and w in behind), len(found))
    kind = exhibit_kinds().get(found[head - 1], "") if found else ""
    return kind if kind in ("footage", "imagery") else ""


class Cited(NamedTuple):
    """An instrument of a provision. state: what was checked of it, "paragraph", "measure" or "memory"; a paragraph is given only
    where it was read in a source. superseded: the symbol that replaced it, or ""."""

    symbol: str
    date: str
    paragraph: str
    state: str
    superseded: str


@dataclass(frozen=True, slots=True)
class Provision:
    """What is prohibited: `items` that are supplied or received, or, with direction "own", what the target does by `acts`."""

    id: str
    prohibits: str
    direction: str
    instruments: tuple[Cited, ...]
    items: frozenset[str]
    acts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Regime:
    """`changes`: (day or month, what came later) in order."""

    id: str
    name: str
    target: str
    note: str
    changes: tuple[tuple[str, str], ...]
    provisions: tuple[Provision, ...]


@cache
def regimes() -> tuple[Regime, ...]:
    """The sanctions regimes of `regimes.toml`."""
    return tuple(
        Regime(
            r["id"], r["name"], r["target"], r["note"], tuple(sorted((c["date"], c["what"]) for c in r.get("change", ()))),
            tuple(map(_provision, r["provision"])),
        )
        for r in raw("regimes")["regime"]
    )  # fmt: skip


def _provision(p: dict[str, Any]) -> Provision:
    cited = []
    for x in p["instruments"]:
        if x["state"] not in ("paragraph", "measure", "memory") or (x["state"] == "paragraph") != ("paragraph" in x):
            raise LexiconError(
                f"{x['symbol']} has state “{x['state']}” {'with' if 'paragraph' in x else 'without'} a paragraph", f"regimes.toml, {p['id']}",
                "give a paragraph if, and only if, its state is “paragraph”",
            )  # fmt: skip
        cited.append(Cited(x["symbol"], x["date"], x.get("paragraph", ""), x["state"], x.get("superseded", "")))
    return Provision(p["id"], p["prohibits"], p["direction"], tuple(cited), frozenset(p["items"]), frozenset(p.get("acts", ())))  # fmt: skip


def resolution_year(number: int) -> int | None:
    """Year of adoption of a Security Council resolution, None where the table does not reach."""
    last = {int(k): int(v) for k, v in raw("instruments")["resolutions"]["last"].items()}
    before = 0
    for year in sorted(last):
        if before and before < number <= last[year]:
            return year
        before = last[year]
    return None
