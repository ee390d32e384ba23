"""Chinese names: pinyin with and without syllable breaks, Wade–Giles, common press and Cantonese forms, hanzi.

Wade–Giles written without apostrophes is ambiguous ("t" for d and t): two spellings are one where their folded syllables agree and
at least one of them is no pinyin. Two names in proper pinyin must agree letter by letter.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PINYIN = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|ue|ui|uo|ve|er|a|o|e|i|u|v)"
)
_FORMS = {
    "chiang kai shek": "jiang jie shi", "sun yat sen": "sun zhong shan", "lee kuan yew": "li guang yao", "ma ying jeou": "ma ying jiu", "chiang ching kuo": "jiang jing guo",
    "soong mei ling": "song mei ling", "carrie lam": "lin zheng yue e", "lee hsien loong": "li xian long", "tung chee hwa": "dong jian hua", "li ka shing": "li jia cheng",
}  # fmt: skip
_ONSET = (
    ("hs", "x"),
    ("tz", "z"),
    ("ts", "z"),
    ("ch", "J"),
    ("zh", "J"),
    ("sh", "S"),
    ("c", "z"),
    ("q", "J"),
    ("j", "J"),
    ("x", "S"),
    ("k", "g"),
    ("t", "d"),
    ("p", "b"),
)
_INNER = (
    ("hs", "S"), ("sh", "S"), ("x", "S"), ("zh", "J"), ("ch", "J"), ("q", "J"), ("j", "J"), ("ts", "z"), ("tz", "z"), ("c", "z"), ("k", "g"), ("t", "d"), ("p", "b"),
)  # fmt: skip
_RHYME = (
    ("ieh", "ie"), ("ueh", "ue"), ("yeh", "ye"), ("ung", "ong"), ("ien", "ian"), ("yen", "yan"), ("ih", "i"), ("uei", "ui"), ("iung", "iong"), ("jen", "ren"), ("eou", "iu"), ("oo", "u"), ("ee", "i"),
)  # fmt: skip
SURNAMES = frozenset(
    """wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei
    xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin yi chang qiao lai gong wen xi mo hua lei bo""".split()
)


_WADE_GILES = frozenset(
    "teng chiang chou hsu tsao chao kuo hsieh tsai tung chung hsiao lee soong tseng kung po chang chu chen mao chin tzu yeh jen pai kao hsi".split()
)


_FAMILIES = SURNAMES | _WADE_GILES


@lru_cache(maxsize=50_000)
def pinyin(found: tuple[str, ...]) -> bool:
    """Every part splits into pinyin syllables, two to four in all, and one end is a Chinese surname."""
    return (
        2 <= len(found) <= 4
        and (found[0] in SURNAMES or found[-1] in SURNAMES)
        and all(re.fullmatch(f"(?:{_PINYIN.pattern}){{1,3}}", w) for w in found)
    )


@lru_cache(maxsize=50_000)
def _folded(found: tuple[str, ...]) -> str:
    known = _FORMS.get(" ".join(found)) or _FORMS.get(" ".join((*found[1:], found[0])))
    out = ""
    for w in known.split() if known else found:
        for a, b in _RHYME:
            w = re.sub(a + r"(?![aeiou])", b, w)
        for a, b in _ONSET:
            if w.startswith(a):
                w = b + w[len(a) :]
                break
        for a, b in _INNER:
            w = w.replace(a, b)
        w = re.sub(r"uo|ou|o|e(?!i)", "e", w)
        w = re.sub(r"y?i(?=[aeu])|y", "i", w)
        w = (
            re.sub(r"(.)\1", r"\1", w)
            .replace("iu", "u")
            .replace("ui", "u")
            .replace("zu", "zi")
            .replace("Si", "S")
            .replace("Ji", "J")
        )
        out += w
    return re.sub(r"(.)\1", r"\1", out)


def compare(x: tuple[str, ...], y: tuple[str, ...], loose: bool) -> tuple[str, ...] | None:
    """Reason codes; () no fit; None where neither reads as a Chinese name.

    loose: one of the two is in characters, or has the hyphens and apostrophes of Wade–Giles.
    """
    proper = pinyin(x), pinyin(y)
    if not any(proper) or not (2 <= len(x) <= 4 and 2 <= len(y) <= 4):
        return None
    orders = {"".join(x), "".join((*x[1:], x[0])), "".join((x[-1], *x[:-1]))}
    if "".join(y) in orders:
        return ("spacing",)
    if _folded(x) in {_folded(y), _folded((*y[1:], y[0])), _folded((y[-1], *y[:-1]))}:
        return ("near-syllable",) if all(proper) and not loose else ("chinese-spelling",)
    return () if all(proper) or loose else None


def keys(found: tuple[str, ...]) -> frozenset[str]:
    """The folded syllables in every order that the press prints."""
    if not 2 <= len(found) <= 4 or not {found[0], found[-1]} & _FAMILIES:
        return frozenset()
    return frozenset((_folded(found), _folded((*found[1:], found[0])), _folded((found[-1], *found[:-1]))))
