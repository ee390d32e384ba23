"""The lexicon: knowledge as data files beside this module, read once, checked against their schema."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ..errors import LexiconError


@dataclass(frozen=True, slots=True)
class Cue:
    id: str
    act: str
    position: str
    frames: tuple[str, ...]
    addressee: str
    objects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outlet:
    name: str
    kind: str
    family: str
    country: str
    domains: tuple[str, ...]
    names: tuple[str, ...]


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
    """SHA-256 over every lexicon file: part of the key under which annotations are cached."""
    h = hashlib.sha256()
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


@cache
def outlets() -> tuple[Outlet, ...]:
    return tuple(Outlet(n, k, f or n, c, _split(d), _split(o)) for n, k, f, c, d, o in _rows("outlets", 6))


@cache
def outlet_by_name() -> dict[str, Outlet]:
    out: dict[str, Outlet] = {}
    for o in outlets():
        for form in (o.name, *o.names):
            out[form.lower()] = o
            out.setdefault(form.lower().removeprefix("the "), o)
    return out


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
def furniture_patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """(kind, scope, pattern); scope line, from or box. Patterns match one whole trimmed line."""
    out: list[tuple[str, str, re.Pattern[str]]] = []
    for entry in raw("furniture")["furniture"]:
        for scope in ("line", "from", "box"):
            if entry.get(scope):
                body = "|".join(f"(?:{p})" for p in entry[scope])
                out.append((entry["kind"], scope, re.compile(rf"\W{{0,3}}(?:{body})\s*$", re.I)))
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
def concepts() -> dict[str, str]:
    """Word → the first word of its group: what counts as one word when contents are compared."""
    out: dict[str, str] = {}
    for group in raw("concepts")["groups"]:
        words = group.split()
        for w in words:
            out.setdefault(w, words[0])
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
def exhibit_kinds() -> dict[str, str]:
    """Noun ("debris", "satellite image") → kind of exhibit; the first entry that owns a word keeps it."""
    out: dict[str, str] = {}
    for entry in raw("exhibits")["exhibit"]:
        for w in entry["words"]:
            out.setdefault(w, entry["kind"])
    return out


@dataclass(frozen=True, slots=True)
class Provision:
    """instruments: (symbol, date, paragraph or "") of each; a paragraph stands only where it was verified."""

    id: str
    prohibits: str
    direction: str
    instruments: tuple[tuple[str, str, str], ...]
    items: frozenset[str]


@dataclass(frozen=True, slots=True)
class Regime:
    id: str
    name: str
    target: str
    note: str
    provisions: tuple[Provision, ...]


@cache
def regimes() -> tuple[Regime, ...]:
    """The sanctions regimes of `regimes.toml`."""
    return tuple(
        Regime(
            r["id"], r["name"], r["target"], r["note"],
            tuple(
                Provision(
                    p["id"], p["prohibits"], p["direction"],
                    tuple((x["symbol"], x["date"], x.get("paragraph", "")) for x in p["instruments"]), frozenset(p["items"]),
                )
                for p in r["provision"]
            ),
        )
        for r in raw("regimes")["regime"]
    )  # fmt: skip


def resolution_year(number: int) -> int | None:
    """Year of adoption of a Security Council resolution, None where the table does not reach."""
    last = {int(k): int(v) for k, v in raw("instruments")["resolutions"]["last"].items()}
    before = 0
    for year in sorted(last):
        if before and before < number <= last[year]:
            return year
        before = last[year]
    return None
