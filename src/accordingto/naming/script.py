"""Names in any script as lower-case Latin words: syllables of Hangul and hanzi apart, Arabic letter by letter, the rest by anyascii."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_ARABIC = dict(
    zip(
        "ابپتثجچحخدذرزژسشصضطظغفقکكگلمنهةوویيىئؤآأإٱۀھہےڈٹګښځڅړې",
        "a b p t th j ch h kh d dh r z zh s sh s d t z gh f q k k g l m n h a w w y y a y w a a a a h h h y d t g sh z s r y".split(),
        strict=True,
    )
)
_ARABIC["ع"] = "a"
_HANJA = {
    "金": "kim", "李": "ri", "朴": "pak", "崔": "choe", "鄭": "jong", "郑": "jong", "趙": "jo", "赵": "jo", "姜": "kang", "尹": "yun", "張": "jang", "张": "jang",
    "林": "rim", "韓": "han", "韩": "han", "吳": "o", "吴": "o", "徐": "so", "申": "sin", "權": "kwon", "权": "kwon", "黃": "hwang", "黄": "hwang", "安": "an", "宋": "song",
    "柳": "ryu", "洪": "hong", "文": "mun", "白": "paek", "盧": "ro", "卢": "ro", "潘": "pan", "正": "jong", "恩": "un", "日": "il", "成": "song", "與": "yo", "与": "yo",
    "哲": "chol", "鐵": "chol", "铁": "chol", "男": "nam", "南": "nam", "永": "yong", "英": "yong", "榮": "yong", "容": "yong", "龍": "ryong", "龙": "ryong", "海": "hae", "星": "song",
    "松": "song", "善": "son", "姬": "hui", "姫": "hui", "熙": "hui", "浩": "ho", "虎": "ho", "鎬": "ho", "基": "ki", "在": "jae", "宰": "jae", "明": "myong", "大": "tae", "中": "jung",
    "仁": "in", "銀": "un", "惠": "hye", "植": "sik", "三": "sam", "秉": "pyong", "炳": "pyong", "春": "chun", "學": "hak", "学": "hak", "奉": "pong", "泰": "thae", "澤": "thaek", "泽": "thaek",
    "赫": "hyok", "承": "sung", "晩": "man", "晚": "man", "槿": "kun", "博": "pak", "鉉": "hyon", "铉": "hyon", "賢": "hyon", "俊": "jun", "勳": "hun", "勋": "hun", "德": "tok", "慶": "kyong", "庆": "kyong",
}  # fmt: skip
"""Common characters of Korean names, North Korean reading."""


@lru_cache(maxsize=200_000)
def scripts(name: str) -> frozenset[str]:
    """Names of the scripts of its letters: "LATIN", "CYRILLIC", "HANGUL", "CJK", "ARABIC" …"""
    if name.isascii():
        return _LATIN if any(c.isalpha() for c in name) else frozenset()
    return frozenset(unicodedata.name(c, "?").split()[0] for c in name if c.isalpha())


_LATIN = frozenset(("LATIN",))


@lru_cache(maxsize=200_000)
def words(name: str, hanja: bool = False) -> tuple[str, ...]:
    """The parts of a name in lower-case ASCII. Apostrophes and breves vanish, hyphens and commas divide.

    hanja: Chinese characters are read the Korean way where the table knows them.
    """
    if name.isascii():
        return _split(name)
    out = []
    found = scripts(name)
    if {"LATIN", "HANGUL"} <= found or {"LATIN", "CJK"} <= found or {"LATIN", "ARABIC"} <= found:
        latin = re.sub(r"[^\W\d_a-zA-ZÀ-ɏḀ-ỿ]+", " ", name)
        name = latin if len(latin.split()) > 1 else name  # "PAK Kwang Hun 박광훈" says it twice
    if "ARABIC" in found:
        name = re.sub(r"(?<!\w)ال(?=\w{3})(?!له)", "", name)  # the article
        name = "".join(_ARABIC.get(c, "" if "ARABIC" in unicodedata.name(c, "") else c) for c in name)
    for c in name:
        kind = unicodedata.name(c, "?").split()[0] if not c.isascii() else ""
        if kind == "CJK" and hanja and c in _HANJA:
            out.append(f" {_HANJA[c]} ")
        elif kind in ("HANGUL", "CJK"):
            out.append(f" {anyascii(c).lower()} ")
        else:
            out.append(c)
    return _split(anyascii("".join(out)))


_INNER_CAPITAL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")
_WORD = re.compile(r"[a-z]+")


def _split(ascii_name: str) -> tuple[str, ...]:
    flat = ascii_name.replace("'", "").replace("`", "")
    return tuple(_WORD.findall(_INNER_CAPITAL.sub(" ", flat).lower()))
