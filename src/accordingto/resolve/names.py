"""Name comparison: same, possible or different, with reasons. Korean spellings by syllable; all others by parts.

A contradicting syllable or given name vetoes; a short form never stands for another full name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

from .. import lexicon
from ..records import Why

_SYLLABLE = {
    "choe": "choi", "choi": "choi", "ch'oe": "choi", "jo": "jo", "cho": "jo", "ri": "ri", "lee": "ri", "yi": "ri", "rhee": "ri", "li": "ri", "pak": "pak", "park": "pak", "bak": "pak",
    "kim": "kim", "gim": "kim", "jong": "jong", "jung": "jong", "jeong": "jong", "chong": "jong", "chung": "jong", "cheong": "jong", "un": "un", "eun": "un", "il": "il", "ho": "ho",
    "yong": "yong", "young": "yong", "yung": "yong", "yeong": "yong", "yeon": "yon", "yon": "yon", "hyun": "hyon", "hyeon": "hyon", "hyon": "hyon", "kyun": "kyun", "gyun": "kyun", "kyoon": "kyun",
    "kyong": "kyong", "kyung": "kyong", "gyeong": "kyong", "sung": "song", "song": "song", "seong": "song", "soo": "su", "su": "su", "suk": "sok", "sok": "sok", "seok": "sok", "chul": "chol", "chol": "chol",
    "cheol": "chol", "won": "won", "weon": "won", "shin": "sin", "sin": "sin", "sik": "sik", "shik": "sik", "lim": "rim", "rim": "rim", "im": "rim", "yim": "rim", "jin": "jin", "chin": "jin", "hui": "hui", "hee": "hui",
    "yoon": "yun", "yun": "yun", "ryong": "ryong", "lyong": "ryong", "moon": "mun", "mun": "mun", "woo": "u", "u": "u", "joon": "jun", "jun": "jun", "chun": "chun", "hoon": "hun", "hun": "hun", "tae": "tae", "dae": "tae",
    "guk": "kuk", "kuk": "kuk", "kook": "kuk", "myong": "myong", "myung": "myong", "myeong": "myong", "byung": "pyong", "pyong": "pyong", "byong": "pyong", "byeong": "pyong", "pyung": "pyong",
}  # fmt: skip


class Comparison(NamedTuple):
    """verdict: same, possible or different; score recomputable as the sum of the reasons' weights."""

    verdict: str
    score: float
    why: tuple[Why, ...]


@lru_cache(maxsize=100_000)
def parts(name: str) -> tuple[str, ...]:
    """Lower-cased ASCII parts without honorifics; hyphens and apostrophes divide or vanish as in the name's tradition."""
    flat = re.sub(r"['’`ʻ]", "", anyascii(name)).lower()
    titles = lexicon.word_set("honorifics")
    return tuple(p for p in re.findall(r"[a-z]+", flat) if p not in titles and p not in ("jr", "sr"))


def is_korean(found: Sequence[str]) -> bool:
    """A Korean surname in first (or last) place and every other part a known or possible Korean syllable group."""
    if not 2 <= len(found) <= 4:
        return False
    return found[0] in _KOREAN_SURNAMES and all(
        p in _SYLLABLE or _split(p) or re.fullmatch(r"[bcdghjklmnprstw]?h?[yw]?[aeiou]{1,2}(?:ng|[klmnpt])?", p)
        for p in found[1:]
    )


_KOREAN_SURNAMES = frozenset(
    (
        "kim lee ri yi park pak bak choi choe jung jeong jong chung cho jo kang yoon yun jang chang lim im "
        "rim han shin sin seo kwon hwang ahn an song hong ro no moon mun cheong oh o bae ko go ryu yu paek "
        "baek "
    ).split()
)


def _split(word: str) -> tuple[str, str] | None:
    for i in range(2, len(word) - 1):
        if word[:i] in _SYLLABLE and word[i:] in _SYLLABLE:
            return word[:i], word[i:]
    return None


def _syllables(found: Sequence[str]) -> list[str]:
    out: list[str] = []
    for p in found:
        pair = _split(p) if p not in _SYLLABLE else None
        out += [_SYLLABLE[x] for x in pair] if pair else [_SYLLABLE.get(p, p)]
    return out


def compare_names(a: str, b: str) -> Comparison:
    """Whether two written names can name one person or body.

    same: the spelling differs at most by known variants · possible: one part one letter or syllable away, or a short
    form · different: a part contradicts. Score = sum of weights of the reasons, 0 … 1.
    """
    x, y = parts(a), parts(b)
    if not x or not y:
        return Comparison("different", 0.0, ())
    if x == y or "".join(x) == "".join(y):
        return _made("same", "same-name")
    if sorted(x) == sorted(y):
        return _made("same", "name-order")
    if is_korean(x) and is_korean(y):
        return _korean(_syllables(x), _syllables(y))
    short, long = sorted((x, y), key=lambda p: (len(p), p))
    if len(short) == 1:
        return _made("possible", "short-form") if short[0] in (long[0], long[-1]) else _near(x, y)
    if len(short) < len(long) and short[0] == long[0] and short[-1] == long[-1]:
        return _made("same", "short-form")
    if len(short) < len(long) and set(short) <= set(long):
        return _made("possible", "short-form")
    return _near(x, y)


def _korean(x: list[str], y: list[str]) -> Comparison:
    if x == y or x == y[1:] + y[:1] or y == x[1:] + x[:1]:
        return _made("same", "spelling")
    if len(x) == len(y) and sum(p != q for p, q in zip(x, y, strict=True)) == 1:
        p, q = next((p, q) for p, q in zip(x, y, strict=True) if p != q)
        if p.lstrip("r") == q.lstrip("r") or (
            len(p) > 2 and DamerauLevenshtein.distance(p, q) == 1 and p[-1] == q[-1] and p[0] == q[0]
        ):
            return _made("possible", "near-spelling")
    return Comparison("different", 0.0, ())


def _romanised(part: str) -> str:
    """Spellings that differ only by the romanisation of one Slavic or Arabic form: -skyy / -skiy / -sky, ya / ia, doubled letters."""
    folded = re.sub(r"(?:iy|yy|yi|ij|ii|y|i)$", "y", part) if len(part) > 4 else part
    folded = re.sub(r"y(?=[aeou])|i(?=[aou])", "y", folded)
    for a, b in (("kh", "h"), ("ks", "x"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ph", "f"), ("dj", "j"), ("w", "v")):
        folded = folded.replace(a, b)
    return re.sub(r"(.)\1", r"\1", folded)


def _near(x: Sequence[str], y: Sequence[str]) -> Comparison:
    if len(x) == len(y) and all(_romanised(p) == _romanised(q) for p, q in zip(x, y, strict=True)):
        return _made("same", "spelling")
    if len(x) == len(y) and len(x) >= 2:
        distances = [DamerauLevenshtein.distance(p, q) for p, q in zip(x, y, strict=True)]
        if sum(distances) == 1 and min(len(p) for p, d in zip(x, distances, strict=True) if d) >= 4:
            return _made("possible", "near-spelling")
        initials = all(p == q or (1 in (len(p), len(q)) and p[0] == q[0]) for p, q in zip(x, y, strict=True))
        if initials and x[-1] == y[-1]:
            return _made("possible", "short-form")
    return Comparison("different", 0.0, ())


def _made(verdict: str, code: str) -> Comparison:
    weight, _ = lexicon.reason("entity", code)
    return Comparison(verdict, weight, (Why(code, weight),))
