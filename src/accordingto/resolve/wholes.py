"""Figures that agree by arithmetic or in words: a part and its whole, so many each, a kind of those who are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .context import Desk
from .counted import Figure, sentence_of, told_before

SAME_WORDS = 0.6  # likeness of those beside them, from which "the two charges" are no part of "five additional charges"


def kind_of(kinds: dict[tuple[int, str], set[float]], a: Figure, b: Figure) -> bool:
    """Whether the smaller figure is that of a kind in the article that has the greater: "the nine wounded", and "seven officers" among them."""
    few, many = sorted((a, b), key=lambda f: f.quantity.value)
    return few.quantity.value in kinds[many.article, few.quantity.fate]


def part_of(desk: Desk, a: Figure, b: Figure) -> bool:
    """Whether the lesser figure may be a part of the greater, by arithmetic or in words."""
    return adds_up(desk, a, b) or some_of_them(desk, a, b)


def without_the_killer(desk: Desk, rows: Sequence[Figure]) -> set[float]:
    """Tolls that leave out the one who killed, where somebody counts him apart or says that he is counted: of "58 people and himself", and of
    "59, a number that included the gunman", it is 58."""
    out = set()
    for f in rows:
        text, (_, end) = desk.articles[f.article].text, f.sentence
        if f.quantity.fate and _AND_HIMSELF.match(text, f.quantity.end, end):
            out.add(f.quantity.value)
        elif f.quantity.fate and _HIM_TOO.search(text, f.quantity.end, end):
            out.add(f.quantity.value - 1)
    return out


_KILLER = r"(?:gunman|shooter|attacker|bomber|assailant|killer|perpetrator|suspect|driver|pilot)"
_AND_HIMSELF = re.compile(
    rf"(?:[^.;]{{0,60}}?),? (?:and|then|before)(?: then)?(?: killing| shooting| kill(?:ed)?| shot)? (?:him|her)self\b|(?:[^.;]{{0,40}}?),? (?:plus|in addition to|as well as|besides|and) the {_KILLER}\b"
)
_HIM_TOO = re.compile(rf"\b(?:includ(?:ed|es|ing)|counting) (?:the {_KILLER}|(?:him|her)self|Mrs?\. \w+)\b")


def adds_up(desk: Desk, a: Figure, b: Figure) -> bool:
    """Agreement by arithmetic: 314 and 157 each; 300 in all and 150 of the one side; 60 and "48 from the embassy and 12 from the mission"."""
    few, many = sorted((a, b), key=lambda f: f.quantity.value)
    low, high = few.quantity.value, many.quantity.value
    beside = (q for q in desk.annotations[few.article].quantities if few.sentence[0] <= q.start < few.sentence[1])
    if any(q.start != few.quantity.start and q.value + low == high and q.unit == few.quantity.unit for q in beside):
        return True
    if high == low + 1 and low in without_the_killer(desk, (a, b)):
        return True
    each = any(f.quantity.share == "each" or _EACH_SIDE.search(sentence_of(desk, f)) for f in (a, b))
    if high == 2 * low and _IN_ALL.search(sentence_of(desk, many)):
        return True
    return each and low > 0 and (high / low).is_integer() and high / low <= 6


_IN_ALL = re.compile(r"\b(?:in all|in total|altogether|combined|all told|a total of)\b", re.I)
_EACH_SIDE = re.compile(r"\b(?:both sides|from each|per side)\b")


def some_of_them(desk: Desk, a: Figure, b: Figure, alike: float = 0.0) -> bool:
    """Whether words make the one a part of the other: a part of a whole that the same sentence names, "the two" of those just told of, two
    more. Among the same words ("the two charges of May", "five more charges of May") the lesser, if it is known, is the whole."""
    if a.quantity.share == b.quantity.share == "part" or all(
        _AMONG.match(desk.articles[f.article].text, *f.sentence) for f in (a, b)
    ):
        return False  # "two of his rifles", "twelve of the rifles"; "among those freed were ten officers", "… twelve officers"
    few, many = sorted((a, b), key=lambda f: f.quantity.value)
    known = [f for f in (few, many) if _KNOWN.search(told_before(desk, f))]
    if known and not few.quantity.unit and 1 < few.quantity.value <= many.quantity.value / 2:
        # "two swimmers" are of "the four swimmers", "the two candidates" are those just told of
        return many in known or alike < SAME_WORDS
    for f, other in ((a, b), (b, a)):
        told = told_before(desk, f)
        more = _ANOTHER.search(told) or _MORE.match(desk.articles[f.article].text, f.quantity.end, f.sentence[1])
        of_them = _OF_THEM.search(told) and not (f.modifiers & other.modifiers and _less_than_all(desk, f, other))
        if (
            (f.quantity.share == "part" and not _of_the_same(desk, f, other))
            or of_them
            or _AMONG.match(desk.articles[f.article].text, *f.sentence)
            or (more and not _first_of_its_kind(desk, f))
        ):
            return True
    return False


def _of_the_same(desk: Desk, f: Figure, other: Figure) -> bool:
    """Whether the whole that a part is said to be of stands beside the other too: "82 of the 150 seats", "79 seats in the 150-seat parliament"."""
    whole, beside = (
        {q.value for q in desk.annotations[x.article].quantities if x.sentence[0] <= q.start < x.sentence[1]}
        - {x.quantity.value}
        for x in (f, other)
    )
    return bool(whole & beside)


_KNOWN = re.compile(r"\bthe $", re.I)


def _less_than_all(desk: Desk, f: Figure, other: Figure) -> bool:
    """Whether the sentence of a part counts the whole, and that as more than the other figure: "38 people, among them 17 senior
    officials" beside "22 senior officials"."""
    before = (
        q.value
        for q in desk.annotations[f.article].quantities
        if f.sentence[0] <= q.start < f.quantity.start and q.unit == f.quantity.unit
    )
    return any(q > other.quantity.value for q in before)


_OF_THEM = re.compile(r"\b(?:including|among them|of (?:the|them|those|which|whom))\s*$")
_AMONG = re.compile(r"\W*Among\s+(?:the|those|them|these|its|his|her)\b")
_ANOTHER = re.compile(r"\b(?:another|additional|(?:the|all) other)\s*$", re.I)
_MORE = re.compile(r"\s+(?:more|additional|further|other|others)\b")


def _first_of_its_kind(desk: Desk, f: Figure) -> bool:
    """Whether "another" and "more" are said after another fate: "five were killed. Another 12 were injured"."""
    told = [q.fate for q in desk.annotations[f.article].quantities if q.start < f.quantity.start and q.fate]
    return bool(f.quantity.fate and told) and f.quantity.fate not in told
