"""Names of bodies: legal forms fall away, "the Ministry of Defence of Russia" is "the Russian defense ministry", acronyms are possible.

Words are compared as a set after their spellings are folded; a body whose words are only a part of the other's is possible, not same
(a branch, a parent, a namesake).
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from .. import lexicon

LEGAL = frozenset(
    """ltd limited llc inc incorporated corp corporation co company plc gmbh ag sa srl spa bv nv kg ooo oao pao ao zao jsc pjsc ojsc cjsc pvt pte sdn bhd fze fzco fzc llp lp sarl oy ab as kk joint stock public private
    open closed society liability""".split()
)
_PLAIN_LEGAL = LEGAL - {"sa", "as", "ab", "ag", "ao", "co"}
_SMALL = frozenset("the of for and de la du des et und y del al on in".split())
_ALIKE = {
    "defence": "defense", "affairs": "", "centre": "center", "organisation": "organization", "labour": "labor", "dept": "department", "min": "ministry", "intl": "international", "natl": "national", "univ": "university",
    "minister": "ministry", "agencies": "agency", "industries": "industry", "trading": "trade", "shipping": "shipping", "bros": "brothers", "assn": "association", "govt": "government",
}  # fmt: skip


@lru_cache(maxsize=100_000)
def body(name: str) -> bool:
    """Whether a name has a legal form or a word that heads bodies ("ministry", "bank")."""
    words = [w for w in re.findall(r"[a-z]+", name.lower()) if w != "the"]
    heads = words[-1:] + words[:1] + [w for w, after in itertools.pairwise(words) if after in ("of", "for")]
    return bool(set(words) & _PLAIN_LEGAL) or any(w in lexicon.word_set("bodies") for w in heads)


@lru_cache(maxsize=100_000)
def words(name: str) -> frozenset[str]:
    """The words of a body's name in one spelling, without legal form; a state by any of its names is "@" and its name."""
    low = " ".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]s\b", "", re.sub(r"\([^)]*\)", " ", name)).lower()))
    table = lexicon.country_of()
    out = []
    parts = low.replace("united nations", "un").split()
    i = 0
    while i < len(parts):
        size = next((n for n in (3, 2, 1) if " ".join(parts[i : i + n]) in table and (n > 1 or len(parts[i]) > 2)), 0)
        if size:
            out.append("@" + table[" ".join(parts[i : i + size])].lower())
        elif parts[i] not in _SMALL | LEGAL:
            out.append(_ALIKE.get(parts[i], parts[i]))
        i += max(1, size)
    return frozenset(w for w in out if w)


def compare(a: str, b: str) -> tuple[str, ...] | None:
    """Reason codes; () no fit; None where neither is a body."""
    short, long = sorted((a.strip(), b.strip()), key=len)
    if re.fullmatch(r"[A-Z]{3,8}", short) and (body(long) or len(long.split()) > 2):
        initials = {
            "".join(w[0] for w in re.findall(r"[A-Za-z]+", form) if w.lower() not in small).lower()
            for form in (long, _without_state(long))
            for small in (_SMALL, _SMALL | LEGAL)
        }
        return ("acronym",) if short.lower() in initials else ()
    if not (body(a) or body(b)):
        return None
    x, y = words(a), words(b)
    if not x or not y:
        return None
    if x == y:
        return ("body-words",)
    if (x < y or y < x) and min(len(x), len(y)) >= 2:
        return ("body-part",)
    return () if body(a) and body(b) else None


def _without_state(name: str) -> str:
    """ "Federal Bureau of Investigation" of "the U.S. Federal Bureau of Investigation"."""
    found, table = name.removeprefix("the ").split(), lexicon.country_of()
    size = next((n for n in (3, 2, 1) if " ".join(found[:n]).lower() in table), 0)
    return " ".join(found[size:])


def keys(name: str) -> frozenset[str]:
    """The folded words of a body."""
    return frozenset(("b:" + " ".join(sorted(words(name))),)) if body(name) else frozenset()
