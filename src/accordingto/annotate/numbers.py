"""English numbers: digits, words, scales, fractions, indefinite ones ("dozens") as intervals. One grammar for all callers."""

from __future__ import annotations

import re

UNITS = {
    w: i
    for i, w in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen "
        ).split()
    )
}
TENS = {
    w: 10 * i for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "mln": 1_000_000,
    "bn": 1_000_000_000,
    "m": 1_000_000,
    "k": 1_000,
    "lakh": 100_000,
    "crore": 10_000_000,
}
VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2_000.0, 99_999.0),
    "tens of thousands": (20_000.0, 99_999.0),
    "hundreds of thousands": (200_000.0, 999_999.0),
    "millions": (2e6, 9.99e6),
    "tens of millions": (2e7, 9.9e7),
    "billions": (2e9, 9.99e9),
}
_WORD = "|".join(
    sorted([*UNITS, *TENS, "hundred", "thousand", "million", "billion", "trillion", "dozen"], key=len, reverse=True)
)
WORDS = rf"(?:(?:a|half a)\s+(?:hundred|thousand|million|billion|trillion|dozen)(?:[\s-]+(?:thousand|million|billion|trillion))?|(?:{_WORD})(?:(?:[\s-]+(?:and\s+)?)(?:{_WORD}))*)"
FRACTIONS = {"1/2": 0.5, "½": 0.5, "1/4": 0.25, "¼": 0.25, "3/4": 0.75, "¾": 0.75}
_FRACTION = "|".join(FRACTIONS)
DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+[ -]?(?:{_FRACTION})(?![\d/])|\d+(?:\.\d+)?)"
NUMBER = rf"(?:{DIGITS}(?:[\s-]*(?:hundred|thousand|million|billion|trillion|mln|bn|lakh|crore)\b|(?:k|m|bn)\b)?|\b{WORDS}\b)"


def value(text: str) -> float | None:
    """The number that the words say: "3.5 million" → 3500000.0, "two dozen" → 24.0; None when they say none."""
    flat = re.sub(
        rf"(\d+)[ -]?({_FRACTION})", lambda m: str(int(m[1]) + FRACTIONS[m[2]]), text.lower().replace(",", "").strip()
    )
    m = re.fullmatch(r"(\d+(?:\.\d+)?)[\s-]*([a-z]+)?", flat)
    if m:
        if m.group(2) and m.group(2) not in SCALES:
            return None
        return round(float(m.group(1)) * SCALES.get(m.group(2) or "", 1), 6)
    total = current = 0.0
    seen = False
    for word in re.findall(r"[a-z]+|\d+(?:\.\d+)?", flat.replace("half a", "half")):
        if word in ("and", "a"):
            continue
        seen = True
        if word == "half":
            current = 0.5
        elif word in UNITS:
            current += UNITS[word]
        elif word in TENS:
            current += TENS[word]
        elif word == "dozen":
            current = (current or 1) * 12
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            current = 0.0
        elif word[0].isdigit():
            current += float(word)
        else:
            return None
    return round(total + current, 6) if seen else None
