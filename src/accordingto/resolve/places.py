"""Places that cannot both hold: one named place that lies "in northern" and "in southern" of one country; one ship that sails under two
flags, one firm that is registered in two states, one person who was born in two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from .. import lexicon
from ..records import Annotation, Evidence
from ..text import Span, enclosing, squeeze
from .context import Desk, evidence
from .entities import Directory


def regions(desk: Desk) -> Iterator[tuple[str, str, list[str], list[Evidence]]]:
    """(named place, grade, the parts of the country in which articles put it, the passages): "substantive" where two parts lie opposite,
    "cosmetic" where one is the middle. What lies in the north may lie in the east too."""
    told: dict[tuple[str, str], dict[frozenset[str], tuple[str, Evidence]]] = defaultdict(dict)
    for a, n in zip(desk.articles, desk.annotations, strict=True):
        for m in n.mentions:
            found = _REGION.match(a.text, m.end) if m.kind in ("place", "body") else None
            if found and m.name.lower() not in lexicon.country_of():
                sentence = evidence(a, enclosing(n.sentences, (m.start, m.end)))
                part = frozenset(re.findall("north|south|east|west|central", found[1].lower()))
                told[m.name, found[2].lower()].setdefault(part, (squeeze(found[0]).lstrip(", "), sentence))
    for (name, _), parts in sorted(told.items()):
        apart = [(p, q) for p, q in combinations(sorted(parts, key=sorted), 2) if not p & q]
        far = [pair for pair in apart if _opposite(*pair)]
        odd = far or [(p, q) for p, q in apart if "central" in p | q]
        if rows := [parts[p] for p in sorted({x for pair in odd for x in pair}, key=sorted)]:
            grade = "substantive" if far else "cosmetic"
            yield name, grade, [printed for printed, _ in rows], [e for _, e in rows]


def _opposite(p: frozenset[str], q: frozenset[str]) -> bool:
    return any({x, y} in ({"north", "south"}, {"east", "west"}) for x in p for y in q)


_REGION = re.compile(
    r"(?:[ ,]+(?!in\b)[a-z][\w-]*){0,3},? in (?:the )?((?:north|south|east|west|central)[a-z-]*)(?: part)?(?: of)? ([A-Z][\w-]+(?: [A-Z][\w-]+)*)"
)


def homes(desk: Desk, directory: Directory) -> Iterator[tuple[str, str, list[str], list[Evidence]]]:
    """(whom or what, the tie, the states, the passages) where two articles give one person, firm or ship another state of birth, of
    registration, of its seat or its flag. Cities are not compared: one may lie in the other."""
    told: dict[tuple[str, str], dict[str, dict[int, Evidence]]] = defaultdict(lambda: defaultdict(dict))
    for i, (a, n) in enumerate(zip(desk.articles, desk.annotations, strict=True)):
        for sentence in n.sentences:
            for m in _TIED.finditer(a.text, *sentence):
                state = _state(m["of"] or m["in"] or m["flag"] or m["under"])
                tie = _TIES.get((m["how"] or m["placed"] or "flagged").lower(), "")
                if state and tie and (who := _whose(a.text, n, m, sentence, before=bool(m["of"]))):
                    told[directory.canonical(who), tie][state].setdefault(i, evidence(a, sentence))
    for (who, tie), states in sorted(told.items()):
        single = {
            s: [e for i, e in rows.items() if not any(i in other for t, other in states.items() if t != s)]
            for s, rows in states.items()
            if not any(_TERRITORIES.get(t) == s or _TERRITORIES.get(s) == t for t in states)
        }
        if len(shown := {s: rows[0] for s, rows in sorted(single.items()) if rows}) > 1:
            yield who, tie, list(shown), list(shown.values())


def _state(printed: str) -> str:
    """The state or territory of a name or of its people; "" for another place."""
    known = lexicon.country_of().get(printed.lower(), "")
    return known or (printed if printed in _TERRITORIES else "")


_TERRITORIES = {
    **dict.fromkeys(("Hong Kong", "Macau", "Macao"), "China"),
    **dict.fromkeys(
        ("Bermuda", "Gibraltar", "Cayman Islands", "British Virgin Islands", "Isle of Man", "Jersey", "Guernsey"),
        "United Kingdom",
    ),
}
"""Where ships and firms are registered though it is no state, and whose it is."""


def _whose(text: str, n: Annotation, m: re.Match[str], sentence: Span, before: bool) -> str:
    """Whom a tie is told of: the name behind "Panama-flagged", or before "flagged in Panama" with nothing but what it is between; for "the
    vessel" and "the company" the only one that the sentences just before name. "" where that cannot be told."""
    if before:
        behind = next((x for x in n.mentions if x.start >= m.end() and x.kind in _HOLDERS), None)
        if behind and _NOUNS.fullmatch(text, m.end(), behind.start):
            return behind.name
    ahead = [x for x in n.mentions if sentence[0] <= x.start < m.start() and x.end <= m.start() and x.kind in _HOLDERS]
    if ahead and (_A if before else _WHICH).fullmatch(text, ahead[-1].end, m.start()):
        return ahead[-1].name
    if before:
        return ""
    noun = next(
        (
            x
            for x in reversed(list(_THE.finditer(text, sentence[0], m.start())))
            if _WHICH.fullmatch(text, x.end(), m.start())
        ),
        None,
    )
    if noun is None:
        return ""
    kind = "vessel" if noun[1].lower() in _SHIPS else "person" if noun[1].lower() in _PEOPLE else "body"
    start = max((s for s, e in n.sentences if e <= sentence[0]), default=sentence[0])
    near = {x.name for x in n.mentions if x.kind == kind and start <= x.start < noun.start()}
    every = {x.name for x in n.mentions if x.kind == kind and x.start < noun.start()}
    found = near if kind == "body" else every
    return found.pop() if len(found) == 1 else ""


_HOLDERS = ("person", "body", "vessel")
_TIES = {
    "flagged": "flag",
    "registered": "registered in",
    "incorporated": "registered in",
    "based": "based in",
    "headquartered": "based in",
    "born": "born in",
}
_PLACE = r"[A-Z][\w.’'-]*\w(?:\s(?:and\s)?[A-Z][\w.’'-]*\w)*"
_TIED = re.compile(
    rf"(?:\b(?P<of>(?!The\b)[A-Z][\w.]*(?:[ -][A-Z][\w.]*)*)[-‑](?P<how>flagged|registered|based|born)\b)"
    rf"|\b(?P<placed>flagged|registered|incorporated|based|headquartered|born) in (?:the )?(?P<in>{_PLACE})"
    rf"|\b(?:under (?:the )?flag of|(?:flies|flying|flew) the flag of) (?:the )?(?P<flag>{_PLACE})"
    rf"|\b(?:under (?:a|the)|(?:flies|flying|flew) (?:a|the)) (?P<under>[A-Z]\w+) flag\b"
)
_A = re.compile(r",\s(?:(?:which|who)\s(?:is|was)\s)?an?\s(?:[a-z][\w-]*\s){0,2}")
_NOUNS = re.compile(r"\s(?:[a-z][\w-]*\s){0,3}")
_WHICH = re.compile(
    r",?\s(?:(?:which|who|that)\s)?(?:(?:is|was|were|are|has been|had been|sailed|sails|sailing|operated|operates|then|now|a|an|company|firm|ship|vessel|tanker)\s)*"
)
_SHIPS, _PEOPLE = (
    frozenset("vessel ship tanker freighter ferry boat trawler yacht".split()),
    frozenset("man woman suspect attacker gunman".split()),
)
_THE = re.compile(rf"\b(?:[Tt]he|[Tt]his)\s(company|firm|group|bank|{'|'.join(sorted(_SHIPS | _PEOPLE))})\b")
