"""Figures as articles give them: a quantity in its sentence, with what tells what it is a figure of."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from .. import lexicon
from ..records import LASTING, Annotation, Quantity, Why
from ..text import Span, squeeze
from .context import Desk, concepts, last_concept, names_in, paper, why
from .occasions import Day, days, innermost, states

NEAR, WIDE = 60, 100  # characters on either side of a figure that tell what is done with it, and in which words
ORDER = 0.5  # part of the greater of two figures that the lesser is, where only the words around them say that they are of one thing
ROUNDED = 0.95  # the same, of two of which the one is the other rounded
FEW_OF_THEM = 12  # up to which a number may be twice as far from another
FAR = 2.0  # times that "hundreds" are more than another figure before they contradict it
STRICT = frozenset(("more than", "less than"))  # hedges that leave the number itself out
_GENERIC = frozenset(
    (
        "side leader country nation time way thing part party man woman day point area case question reason "
        "issue step talk meeting "
    ).split()
)
CLAUSE = re.compile(r"\b(?:and|but|while)\b|;")


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity in its sentence. `near`: concepts around it; `names`: of the sentence; `days`: of what is said,
    not of the saying; `voice`: who gives it."""

    article: int
    quantity: Quantity
    sentence: Span
    head: str
    modifiers: frozenset[str]
    alone: bool
    near: frozenset[str]
    names: frozenset[str]
    days: frozenset[Day]
    voice: str
    claims: frozenset[str]
    outlet: str
    published: str

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands; of one distance told in kilometres and in miles, where its sentence does."""
        return self.article, self.sentence[0] if self.quantity.unit in ("km", "mi") else self.quantity.start


def clause_of(desk: Desk, f: Figure) -> Span:
    """The clause in which a figure stands."""
    text, (begin, end) = desk.articles[f.article].text, f.sentence
    before = [m.end() for m in CLAUSE.finditer(text, begin, f.quantity.start)]
    after = CLAUSE.search(text, f.quantity.end, end)
    return max([begin, *before]), after.start() if after else end


def window(desk: Desk, f: Figure, reach: int) -> str:
    """The words on either side of a figure, within its sentence."""
    text, q = desk.articles[f.article].text, f.quantity
    return f"{text[max(f.sentence[0], q.start - reach) : q.start]} {text[q.end : min(f.sentence[1], q.end + reach)]}"


def disagreement(a: Figure, b: Figure, note: str) -> Why:
    return why("discrepancy", "rounding" if rounded(a.quantity, b.quantity) else "disjoint-figures", note)


def vague(q: Quantity) -> bool:
    """ "Several", "dozens", "hundreds": no figure beside one that is."""
    return q.hedge == "several" or _wide(q)


def _wide(q: Quantity) -> bool:
    return q.low is not None and q.high is not None and q.high > 1.5 * q.low


def apart(p: Quantity, q: Quantity) -> bool:
    """Whether two figures cannot both hold; of "dozens" and "hundreds", that not by little."""
    low, high = sorted((p, q), key=lambda x: x.value)
    far = (high.low or 0.0) >= FAR * (low.high or math.inf) if _wide(p) or _wide(q) else True
    return far and disjoint(p, q)


def figures_of(desk: Desk, i: int, n: Annotation, told: Sequence[tuple[int, int, str]]) -> Iterator[Figure]:
    text = desk.articles[i].text
    for s, e in n.sentences:
        counted = [q for q in n.quantities if s <= q.start < e and (q.what or q.unit)]
        inside = [(q, near, _head(q)) for q in counted for near in (_around(text, (s, e), q),)]
        compared = [q for q in counted if _COMPARED.search(text, s, q.start) or _NO_LONGER.search(text, s, q.start)]
        heads = Counter(  # "22 of the 64 hostages" tells of two, "82 seats of a 150-seat house" of one
            (kind, q.unit, q.share) for q, _, kind in inside if text[q.end : q.end + 1] != "-" and q not in compared
        )
        whole = Counter((q.what, q.unit, q.share) for q in counted)
        names = names_in(n, (s, e)) if inside else frozenset()
        for q, near, kind in inside:
            words_ = q.what.split()
            of_anything = generic(q)
            none = q.value == 0 and q.fate
            if (q.value < 2 and not (q.unit or _themselves(q) or none)) or (of_anything and q.fate):
                continue
            if (
                _IF.match(text, s, e)
                or _QUESTION.match(text, q.end, e)
                or _NEEDED.match(text, q.end, e)
                or _NEEDS.search(text, s, q.start)
                or q in compared
                or _NOT.search(text, s, q.start)
                or _THRESHOLD.search(text, s, q.start)
            ):
                continue
            yield Figure(
                i, q, (s, e), kind, frozenset(concepts(" ".join(words_ if words_[-1:] == ["civilian"] else words_[:-1]))),
                not of_anything and (heads[kind, q.unit, q.share] == 1 or (len(words_) > 1 and whole[q.what, q.unit, q.share] == 1)),
                near - frozenset(() if q.unit == "%" else concepts(q.what)) - _TELLING, names, days(text, n, (s, e), q.start), _voice(n, q),
                frozenset(c for a, b, c in told if a <= q.start < b), paper(desk.articles[i]),
                desk.articles[i].published.value,
            )  # fmt: skip


def generic(q: Quantity) -> bool:
    """Whether what is counted tells little: countries, women, days."""
    return not q.unit and bool(q.what) and q.what.split()[-1] in _GENERIC


_IF = re.compile(r"\W*(?:If|Unless|Should)\b")
_NEEDED = re.compile(r"(?:\s+[\w’'-]+){0,2}\s+(?:needed|necessary|required\s+(?:to|for))\b")
_NEEDS = re.compile(r"\b(?:needs?|needed|requires?|required)\s+(?:to\s+\w+\s+)?(?:(?:at least|the|some|about)\s+)*$")
"""What is needed is no count of what there is: "the 270 needed to win"."""
_NO_LONGER = re.compile(r"\b(?:instead of|rather than|(?:down|up) from)\b[^,;.]*$", re.I)
"""What is no longer so, or is not done: "down from the 400 of last year"."""
_COMPARED = re.compile(r"\b(?:compared (?:with|to)|against|versus|vs\.?)\s+(?:(?:the|some|about|just|only)\s+)*$", re.I)
"""What a figure is set beside: "66 percent, against 58 percent four years ago"."""
_NOT = re.compile(
    r"(?:\bnot|n[’']t|\bnever)\s+(?!only\b|just\b|merely\b|(?:answer|respond|repl[iy]|return|heed)\w*\b)(?:[\w’'-]+\s+){0,2}$",
    re.I,
)
"""What is not so: "we did not get 15 feet of water"."""
_THRESHOLD = re.compile(
    r"\b(?:(?:halt|hold|keep|contain|restrict|cap)(?:ing|s|ed)?|threshold|majority|quorum|(?:minimum|maximum)(?! (?:altitude|height|depth|speed|range|distance)\b)|limit|ceiling|cap|goal|target)\b[^,;.]*\b(?:to|of|at|is|was|under|below|within)\s+(?:(?:at least|the|some|about)\s+)*$",
    re.I,
)
_QUESTION = re.compile(r"[^.!?]*\?")


def _around(text: str, sentence: Span, q: Quantity) -> frozenset[str]:
    """Concepts that tell what is done with a figure."""
    left = CLAUSE.split(text[max(sentence[0], q.start - NEAR) : q.start])[-1]
    right = CLAUSE.split(text[q.end : min(sentence[1], q.end + NEAR)])[0]
    return frozenset(concepts(f"{left} {right}"))


_TELLING = frozenset("report say tell ministry officials official accord people monday tuesday wednesday thursday friday saturday sunday".split())  # fmt: skip


def _head(q: Quantity) -> str:
    """The thing counted; of people without more, what befell them; what lasted; "" where a sum, share or distance is of nothing that is named."""
    if q.unit in LASTING:
        return last_concept(q.what or q.deed)
    if not q.what or q.what == q.fate:
        return q.fate
    head = " ".join(concepts(q.what.split()[-1])) or q.what
    return q.fate if head in _anybody() or q.what == "other" or _themselves(q) else head


def _themselves(q: Quantity) -> bool:
    """Whether those who are counted are counted as what they are: so many attackers."""
    return bool(q.fate and q.what) and (q.fate, q.what.split()[-1]) in _selves()


@cache
def _selves() -> frozenset[tuple[str, str]]:
    return frozenset((f.name, noun) for f in lexicon.fates() for noun in f.selves)


def subject(f: Figure) -> str:
    """What a figure is a figure of, in the article's word."""
    q = f.quantity
    return f.head if toll(f) else (q.what.split()[-1].lower() if q.what else f.head or q.deed or q.unit)


def toll(f: Figure) -> bool:
    """Whether it counts people of whom nothing is told but what befell them."""
    return f.head == f.quantity.fate != ""


@cache
def _anybody() -> frozenset[str]:
    return frozenset(concepts("people person civilian victim death fatality injury arrest"))


def _voice(n: Annotation, q: Quantity) -> str:
    """The speaker of the innermost attribution around the figure, "" for the author."""
    inner = innermost(n, q.start)
    return inner.speaker or "somebody unnamed" if inner else ""


@cache
def states_by_name() -> frozenset[str]:
    return frozenset(x.lower() for x in states())


def shown(desk: Desk, f: Figure) -> str:
    """The figure as printed, with what is counted."""
    q, text = f.quantity, desk.articles[f.article].text
    if q.what == q.fate != "" and not q.value:
        return squeeze(text[q.start : q.end])  # "nobody was hurt"
    if q.what == q.fate != "":
        told = _TOLD.match(text, q.end, f.sentence[1])
        return squeeze(f"{text[q.start : q.end]}{told[0] if told else f' {q.fate}'}")
    noun = re.escape(q.what.split()[-1][:4]) if q.what else ""
    behind = noun and re.compile(rf"(?:\W+[\w’'-]+){{0,3}}?\W*\b(?:{noun}\w*|people)\b", re.I).match(
        text, q.end, f.sentence[1]
    )
    if not behind and q.unit.islower() and q.unit not in LASTING:  # a distance, a weight: its unit is the next word
        behind = re.compile(r"\W?\w+").match(text, q.end, f.sentence[1])
    what = "" if q.unit in LASTING or q.unit == "%" else q.what
    led = _LED.search(text, f.sentence[0], q.start)
    if not behind and led and what.startswith(led[1].lower()):
        return squeeze(text[led.start() : q.end])
    printed = text[q.start : behind.end()] if behind else f"{text[q.start : q.end]} {what}"
    return squeeze(printed) + (" (capacity)" if q.hedge == "capacity" else "")


_LED = re.compile(r"\b([\w-]+) of $")
"""Who is counted, before the number: "a crew of | 12"."""
_TOLD = re.compile(
    r"(?:\s+(?!(?:a|the|of|to|as|at|after|when|while|in|on|before|and|by|for|from|amid|during|including|along|near|across|around|over|outside|inside|under|between|within|through|with|early|late|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b)[\w’'-]+){1,3}"
)


def ratio(p: Quantity, q: Quantity) -> float:
    low, high = sorted((abs(p.value), abs(q.value)))
    return low / high if high else 1.0


def rounded(p: Quantity, q: Quantity) -> bool:
    """Whether one of two figures that lie near each other is the other rounded: 3 million of 2.9 million, not 36 of 35."""
    coarse, fine = sorted((p.value, q.value), key=_digits)
    size = math.floor(math.log10(abs(coarse))) + 1 if coarse else 0
    return ratio(p, q) >= ROUNDED and round(fine, _digits(coarse) - size) == coarse


def _digits(value: float) -> int:
    """How many significant digits a number has."""
    return len(f"{value:.6f}".rstrip("0").replace(".", "").strip("0"))


def of_one_order(p: Quantity, q: Quantity) -> bool:
    """Whether two figures are near enough to be of one thing where only the words around them say so."""
    return ratio(p, q) >= (ORDER if max(p.value, q.value) > FEW_OF_THEM else ORDER / 2)


def disjoint(p: Quantity, q: Quantity) -> bool:
    """No number lies inside the bounds of both; an open bound reaches to infinity on its side. "More than a mile" leaves the mile itself out,
    and so does "nearly a mile"."""
    if p.value == q.value and {p.hedge, q.hedge} == STRICT:
        return True
    low = max(-1e30 if p.low is None else p.low, -1e30 if q.low is None else q.low)
    high = min(1e30 if p.high is None else p.high, 1e30 if q.high is None else q.high)
    return low > high + 1e-9


def sentence_of(desk: Desk, f: Figure) -> str:
    """The sentence of a figure."""
    return desk.articles[f.article].text[slice(*f.sentence)]


def told_before(desk: Desk, f: Figure) -> str:
    """What stands before a figure in its sentence."""
    return desk.articles[f.article].text[f.sentence[0] : f.quantity.start]
