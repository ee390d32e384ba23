"""Korean names: Revised Romanisation, McCune–Reischauer (breves lost), North Korean and press spellings, any order and spacing.

A romanised syllable is read as the set of Hangul initials, vowels and finals that it may stand for; two names are one where every
syllable of one may be that of the other. One syllable that cannot be vetoes (Kim Jong Un is not Kim Jong Il).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

Syllable = tuple[frozenset[str], frozenset[str], str]
"""Initials, vowels, final."""

SURNAMES = {
    "kim": "kim gim", "ri": "ri lee li yi rhee i", "pak": "pak park bak bahk bag", "choe": "choe choi", "jong": "jong jung jeong chung chong cheong", "kang": "kang gang",
    "jo": "jo cho joe", "yun": "yun yoon", "jang": "jang chang", "rim": "rim lim im yim", "han": "han", "o": "o oh", "so": "so seo suh", "sin": "sin shin", "kwon": "kwon gwon",
    "hwang": "hwang", "an": "an ahn", "song": "song", "ryu": "ryu yu yoo you", "hong": "hong", "jon": "jon jeon chon chun jun", "ko": "ko go koh", "mun": "mun moon", "paek": "paek baek paik",
    "ho": "ho heo hur huh", "nam": "nam", "sim": "sim shim", "ro": "ro no noh roh", "ha": "ha", "kwak": "kwak gwak", "song2": "sung seong", "cha": "cha", "ju": "ju joo chu choo", "u": "u woo",
    "ra": "ra na rah nah", "min": "min", "pan": "pan ban", "thae": "thae tae", "kye": "kye gye", "ma": "ma", "pang": "pang bang", "to": "to do", "pyon": "pyon byun byeon", "ryom": "ryom yom yeom",
    "hyon": "hyon hyun hyeon", "ri2": "rhi", "kil": "kil gil", "ryang": "ryang yang", "myong": "myong myung", "u2": "wu", "om": "om um eom", "won": "won", "chon": "cheon chun", "pae": "pae bae",
    "so2": "sok seok", "tong": "tong dong", "ok": "ok", "mo": "mo", "kong": "kong gong", "ki": "ki", "pyo": "pyo", "ka": "ka", "ham": "ham", "chae": "chae", "je": "je",
}  # fmt: skip
_FAMILY: dict[str, list[str]] = {}
for _key, _forms in SURNAMES.items():
    for _form in _forms.split():
        _FAMILY.setdefault(_form, []).append(_key)
_ONSET = {
    "k": "k", "g": "k", "kk": "k", "t": "t", "d": "t", "th": "t", "tt": "t", "dd": "t", "p": "p", "b": "p", "ph": "p", "pp": "p", "j": "j", "ch": "j", "jj": "j", "c": "j", "s": "s", "sh": "s",
    "ss": "s", "h": "h", "m": "m", "n": "n", "r": "r", "l": "r", "": "",
}  # fmt: skip
_VOWEL = {
    "a": "a", "ae": "ae", "ai": "ae", "e": "e ae", "eo": "eo", "o": "o eo", "u": "u eu eo", "oo": "u", "ou": "u", "eu": "eu", "i": "i", "ee": "i", "ie": "i", "ya": "ya", "yae": "yae", "ye": "ye yeo",
    "yeo": "yeo", "yo": "yo yeo", "you": "yeo yu", "yoo": "yu", "yu": "yu yeo", "yeu": "yeo", "oe": "oe", "oi": "oe", "wa": "wa", "wae": "wae", "we": "we", "wi": "wi", "wo": "wo", "weo": "wo", "uo": "wo",
    "ui": "ui i", "eui": "ui i", "woo": "u", "wu": "u", "uh": "eo", "oh": "o", "ah": "a", "yuh": "yeo", "y": "eu",
}  # fmt: skip
_CODA = {"": "", "k": "k", "g": "k", "ck": "k", "t": "t", "d": "t", "p": "p", "b": "p", "n": "n", "m": "m", "ng": "ng", "l": "l", "r": "l", "h": ""}  # fmt: skip


@lru_cache(maxsize=50_000)
def _read(word: str) -> tuple[Syllable, ...]:
    """Every way to read a word as one syllable."""
    out = []
    for i in range(3):
        onset = word[:i]
        if onset not in _ONSET:
            continue
        for j in range(i + 1, min(len(word), i + 3) + 1):
            if word[i:j] in _VOWEL and word[j:] in _CODA:
                out.append((frozenset((_ONSET[onset],)), frozenset(_VOWEL[word[i:j]].split()), _CODA[word[j:]]))
    return tuple(out)


@lru_cache(maxsize=50_000)
def _given(word: str) -> tuple[tuple[tuple[Syllable, ...], ...], ...]:
    """Every way to read a word as one or two syllables; a syllable is the tuple of its readings."""
    out: list[tuple[tuple[Syllable, ...], ...]] = [(_read(word),)] if _read(word) else []
    for i in range(1, len(word)):
        if _read(word[:i]) and _read(word[i:]):
            out.append((_read(word[:i]), _read(word[i:])))
    once = re.sub(r"(.)\1+", r"\1", word)
    slip = once != word and not _read(word)  # "uun" is a slip of the finger for "un"; "joon" is a syllable
    return (*out, *_given(once)) if slip else tuple(out)


@lru_cache(maxsize=100_000)
def readings(found: tuple[str, ...]) -> tuple[tuple[str, tuple[tuple[Syllable, ...], ...]], ...]:
    """(surname key, syllables of the given name) for every way that the parts may be a Korean name; () where they are none."""
    out = []
    if 2 <= len(found) <= 4:
        for family, rest in ((found[0], found[1:]), (found[-1], found[:-1])):
            if family not in _FAMILY:
                continue
            options: list[tuple[tuple[Syllable, ...], ...]] = [()]
            for w in rest:
                options = [o + g for o in options for g in _given(w) if len(o) + len(g) <= 3]
            out += [(key, o) for key in _FAMILY[family] for o in options if 1 <= len(o) <= 3]
    return tuple(dict.fromkeys(out))


def _fit(x: Sequence[Syllable], y: Sequence[Syllable]) -> int:
    """2 the syllables may be one, 1 they are near ("yong" beside "ryong"), 0 they contradict."""
    best = 0
    for a in x:
        for b in y:
            if a[2] == b[2] and a[1] & b[1]:
                if a[0] & b[0]:
                    return 2
                pair = (a[0] | b[0]) - (a[0] & b[0])
                if pair <= {"", "r"} or pair <= {"n", "r"} or pair <= {"n", ""}:
                    best = max(best, 1)
    return best


def compare(x: tuple[str, ...], y: tuple[str, ...]) -> tuple[str, ...] | None:
    """Reason codes: () no fit; None where one of the two cannot be Korean. "korean-spelling" or "near-syllable"."""
    a, b = readings(x), readings(y)
    if not a or not b:
        return None
    near = False
    for family, given in a:
        for other, also in b:
            if family != other or len(given) != len(also):
                continue
            fits = [_fit(p, q) for p, q in zip(given, also, strict=True)]
            if all(f == 2 for f in fits):
                return ("korean-spelling",)
            near = near or (sum(f == 2 for f in fits) == len(fits) - 1 and min(fits) == 1)
    return ("near-syllable",) if near else ()


def keys(found: tuple[str, ...]) -> frozenset[str]:
    """Surname with the finals of the given name: every spelling of one name shares one of them."""
    return frozenset(f"{family}:{'.'.join(syllable[0][2] for syllable in given)}" for family, given in readings(found))
