"""Whether two written names can name one person or body: same, possible or different, with reasons.

Each naming tradition has a module; where both names can be read in it, it decides about spellings, and what contradicts in it is
different. Everything else is compared part by part (`general`). The score is 1 plus the (negative) weights of the reasons, so it can
be recomputed: from 0.8 the names are the same, from 0.5 possible.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from .. import lexicon
from ..records import Why
from . import arabic, bodies, chinese, general, japanese, korean, script, slavic

SAME, POSSIBLE = 0.8, 0.5
SLIP = 80  # likeness of letters, percent, from which one name may be a slip for another
_BREAK = re.compile(r"['’‘`-]")
_GENERATION = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii"}
_TITLES = frozenset(
    """brigadier major monsieur madame herr frau senor senora signor signora gospodin camarada born prasident presidente presedintele prezydent prezident presiden ministre ministro minister premier""".split()
)
"""What stands before a name of three parts or more beside the roles of the lexicon."""


class Comparison(NamedTuple):
    """verdict: same, possible or different; score: 1 plus the weights of the reasons, never under 0."""

    verdict: str
    score: float
    why: tuple[Why, ...]


@lru_cache(maxsize=100_000)
def parts(name: str) -> tuple[str, ...]:
    """Lower-cased ASCII parts without honorifics."""
    titles = lexicon.word_set("honorifics")
    found = script.words(name)
    kept = [p for i, p in enumerate(found) if p not in titles and not (i > 1 and p in _GENERATION)]
    while len(kept) > 2 and kept[0] in _TITLES | lexicon.word_set("roles"):
        kept.pop(0)
    return tuple(kept) or found


def surnames(name: str) -> frozenset[str]:
    """The parts that may be the surname: the last, and of what reads as a Korean or Chinese name the first too."""
    found = parts(name)
    first = found[:1] if korean.readings(found) or chinese.pinyin(found) else ()
    return frozenset((*found[-1:], *first))


@lru_cache(maxsize=100_000)
def keys(name: str) -> frozenset[str]:
    """What an index files a name under. Two names of one person share a key that holds "=", or two others (one, where a name has
    one part only); names that share less need no comparison."""
    found = parts(name)
    out = {f"={k}" for k in (*korean.keys(found), *chinese.keys(found), *japanese.keys(found), *bodies.keys(name))}
    if script.scripts(name) & {"CJK"}:
        out |= {f"={k}" for k in korean.keys(script.words(name, True))}
    named = [w for w in arabic.parts(found) if not slavic.patronymic(w)]
    out.add(_whole_key(named))
    if slavic.slavic(found):
        foreign = [slavic.readings(w) or (w,) * 3 for w in named]
        out |= {_whole_key(way) for way in zip(*foreign, strict=True)}
    out.add("=" + "".join(found))
    telling = [w for w in found if len(found) < 3 or w not in arabic.PARTICLES]
    return frozenset(out | {x for w in telling for x in _weak(w) if x})


def pairs(names: Sequence[str], crowd: int) -> Iterator[tuple[int, int]]:
    """Numbers (i < j) of the names of two parts or more that can be one person's, or one a slip for the other, each pair once; a key that
    more than `crowd` names share tells nothing."""
    filed, flat = [keys(n) for n in names], ["".join(parts(n)) for n in names]
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, found in enumerate(filed):
        for key in sorted(found):
            blocks[key].append(i)
    seen: set[tuple[int, int]] = set()
    for key, block in blocks.items():
        for i, j in combinations(block, 2) if len(block) <= crowd else ():
            shared = key.startswith("=") or len(filed[i] & filed[j]) > 1 or fuzz.ratio(flat[i], flat[j]) >= SLIP
            if shared and (i, j) not in seen:
                seen.add((i, j))
                yield i, j


def body_keys(name: str) -> frozenset[str]:
    """The same of a name that is known to be a body's or a ship's: no tradition of personal names is asked."""
    found = parts(name)
    telling = {x for w in found if len(found) < 3 or w not in arabic.PARTICLES for x in _weak(w) if x}
    return frozenset({"=" + "".join(found), *(f"={k}" for k in bodies.keys(name)), *telling})


def _whole_key(named: Sequence[str]) -> str:
    """The skeletons of all parts, in any order."""
    return "=" + " ".join(sorted(x for x in map(arabic.skeleton, named) if x))


@lru_cache(maxsize=100_000)
def _weak(word: str) -> frozenset[str]:
    """The first consonants that every spelling of a part keeps, of each name that it may be short for."""
    named = {slavic.given(w) for w in (word, *general.full(word))}
    return frozenset(arabic.skeleton(w).replace("h", "k")[:4] for w in named)


def compare_names(a: str, b: str) -> Comparison:
    """Whether two written names can name one person or body, in any script and order of parts."""
    x, y = parts(a), parts(b)
    if not x or not y:
        return Comparison("different", 0.0, ())
    ages = _generation(a), _generation(b)
    if ages[0] and ages[1] and ages[0] != ages[1]:
        return _made(())
    if ages[0] != ages[1]:  # the son, or the father: "Jr." is left out of a son's name as often as not
        rest = _compared(a, b, x, y)
        return _made((*rest, "generation") if rest else ())
    return _made(_compared(a, b, x, y))


def _generation(name: str) -> str:
    """ "jr", "sr", "ii" or "iii" where a name ends so, else ""."""
    last = name.replace(".", "").replace(",", " ").split()[-1:] if name.isascii() else []
    return _GENERATION.get(last[0].lower(), "") if last else ""


def _compared(a: str, b: str, x: tuple[str, ...], y: tuple[str, ...]) -> tuple[str, ...]:
    """Reason codes of two names without their generation; () where they contradict."""
    native = script.scripts(a) == script.scripts(b) and script.scripts(a) <= {"HANGUL", "CJK"}
    if native and _letters(a) != _letters(b):  # one letter more or less is another name, however it would be romanised
        return ("near-syllable",) if len(_letters(a)) == len(_letters(b)) and _apart(a, b) == 1 else ()
    if x == y:
        return ("same-name",)
    if "".join(x) == "".join(y):
        return ("spacing",)
    codes = bodies.compare(a, b)
    if codes is None:
        if len(x) > 2 or len(y) > 2:
            x, y = _whole(x, y), _whole(y, x)
        codes = _by_tradition(a, b, x, y)
    if codes is None and japanese.same_sounds(x, y):
        codes = ("japanese-reading",)
    if codes is None:
        codes = general.compare(x, y, bool(script.scripts(a) ^ script.scripts(b)))
    return codes


is_body = bodies.body
body_words = bodies.words


def acronym(short: str, long: str) -> bool:
    """Whether the short name of a body is the initials of the long one."""
    return bodies.compare(short, long) == ("acronym",)


def _whole(x: tuple[str, ...], y: tuple[str, ...]) -> tuple[str, ...]:
    """A name with the pieces of a part joined that the other name writes in one ("Fedo renko" beside "Fedorenko")."""
    for i in range(len(x) - 1):
        joined = x[i] + x[i + 1]
        if len(joined) > 7 and joined in y:
            return (*x[:i], joined, *x[i + 2 :])
    return x


def _letters(name: str) -> str:
    return "".join(c for c in name if c.isalpha())


def _apart(a: str, b: str) -> int:
    return sum(p != q for p, q in zip(_letters(a), _letters(b), strict=True))


def _by_tradition(a: str, b: str, x: tuple[str, ...], y: tuple[str, ...]) -> tuple[str, ...] | None:
    """Codes of the first tradition that can read both names; None where none can."""
    found = script.scripts(a) | script.scripts(b)
    if "HANGUL" in found:
        return korean.compare(x, y) or ()
    if "CJK" in found:
        hanja = korean.compare(script.words(a, True), script.words(b, True))
        read = _read_in_japanese(a, b)
        return hanja or chinese.compare(x, y, True) or read or ()
    han = chinese.compare(x, y, bool(_BREAK.search(a)) != bool(_BREAK.search(b)))
    if han and (han != ("near-syllable",) or max(len(x), len(y)) < 3):
        return han
    fits = korean.compare(x, y)
    if fits:
        return fits
    if han or fits is None:
        return han
    return None if sorted(x) == sorted(y) or max(len(x), len(y)) < 3 else ()


def _read_in_japanese(a: str, b: str) -> tuple[str, ...]:
    """One name in characters beside one in Latin letters ("Gen" is a name here, no rank)."""
    native, latin = (a, b) if script.scripts(b) == {"LATIN"} else (b, a)
    return japanese.compare(native, script.words(latin)) if script.scripts(native) == {"CJK"} else ()


def _made(codes: tuple[str, ...]) -> Comparison:
    if not codes:
        return Comparison("different", 0.0, ())
    why = tuple(Why(c, lexicon.reason("name", c)[0]) for c in codes)
    score = round(max(0.0, 1 + sum(w.weight for w in why)), 3)
    verdict = "same" if score >= SAME else "possible" if score >= POSSIBLE else "different"
    return Comparison(verdict, score, why)
