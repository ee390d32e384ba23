"""Quantities: a value with the bounds the words give, its unit, what is counted, and its hedge.

Dates, resolution numbers, model names ("Hwasong-11"), scores and ages are no quantities: callers pass what is guarded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..records import Quantity
from ..text import WEEKDAYS, Span
from . import fates, numbers
from .engine import Sentence, Token, first_conjunct

_VAGUE = "|".join(sorted(numbers.VAGUE, key=len, reverse=True))
_PCT = r"\s*(?:%|percent\b|per cent\b|percentage points\b)"
_PERCENT = re.compile(_PCT, re.I)
_VALUE = re.compile(
    rf"(?<![\w.,/:-])(?P<money>[$€£¥₩]|US\$|USD\s)?(?P<n>{numbers.NUMBER}|\b(?:{_VAGUE})\b|\bseveral\b(?!\s+(?:hundred|thousand|million|dozen))|\ban?\b(?=\s+(?:mile|kilomet(?:er|re)|ton(?:ne)?|acre|hectare)\b))(?P<pct>{_PCT})?(?![\w/:]|,\d|\.\d|-\d)",
    re.I,
)
_RANGE = re.compile(
    rf"\b(?:between|from)\s+(?P<a>[$€£]?{numbers.NUMBER})\s+(?:and|to)\s+(?P<b>[$€£]?{numbers.NUMBER})|(?<![\w.,/:-])(?<!from )(?P<c>[$€£]?{numbers.DIGITS})(?:\s*(?:%|percent|per cent)(?=\s+to\s|[–—-]))?\s*(?:–|—|-(?:\s+to\s)?|\bto\b)\s*(?P<d>[$€£]?{numbers.DIGITS}(?:\s*(?:million|billion|thousand|trillion)\b)?)(?!\d|-\d)",
    re.I,
)
_TALLY = re.compile(
    r"(?<![\w.,/:$€£-])(?P<for>\d{1,3})(?:\s?[-–—]\s?(?:to\s?[-–]\s?)?|\s+to\s+)\d{1,3}(?![\w/:%]|[.,-]\d|\s?(?:percent|per cent|point|mile|kilomet|year|hour|day|minute|million|billion))"
)
_VOTED = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|approv\w+|adopt\w+|pass(?:es|ed|age)|confirm(?:ed|ation)|reject\w*|rul(?:ed|ing)|decision)\b"
)
_PLAYED = re.compile(r"\b(?:beat|game|match|goals?|season|innings?)\b")
SEVERAL = 3.0  # the least that "several" are
VOTED = 40  # characters within which something tells that a score is that of a vote
"""A vote as it is told: "52-48", "by 13 votes to 0"; counted are those in favour."""
_BEFORE: tuple[tuple[str, str], ...] = (
    ("at least", r"at least|no fewer than|no less than|a minimum of|minimum of|not less than"),
    ("up to", r"up to|as many as|as much as|at most|no more than|a maximum of|maximum of|not more than|as high as"),
    ("more than", r"more than|over(?!\s+(?:an?|the)\s)|above|upwards? of|exceeding|in excess of|greater than|well over"),
    ("less than", r"less than|fewer than|under|below|nearly|almost|close to|just under"),
    ("about", r"about|around|roughly|approximately|some|an estimated|estimated|circa|ca\.|or so"),
)  # fmt: skip
_HEDGES = tuple((name, re.compile(rf"\b(?:{p})\s+(?:the\s+|a\s+)?(?:[$€£]\s*)?$", re.I)) for name, p in _BEFORE)
_AFTER = re.compile(r"\s+(?:or (?P<more>more|over|above)|or (?P<less>less|fewer|under)|or so)\b", re.I)
_CAPACITY = re.compile(
    r"\b(?:can|could|may|might|enough to|able to|capable of|capacity)\b[^.;]{0,24}\b(?:contain|hold|carry|accommodate|fit|seat|store|load|house|containing|holding|carrying)\b[^.;]{0,24}$",
    re.I,
)
_MODEL = re.compile(
    r"(?:\b[A-Z][\w]*-|\b(?:No\.?|Number|Article|Section|Chapter|Room|Flight|Route|Highway|Resolution|Resolutions|Page|Boeing|Airbus|Unit|Group|Channel|Radio|Formula|Su|MiG|Il|Tu|F|T|G|Area|Bureau|Office|[Dd]ay|Type|Mark|Act|Paragraph|Annex|Title|Vol\.?|Volume|Pier|Gate|Berth|Block|Camp|Brigade|Class|Magnitude|Group of|(?i:category|phase|stage|level|tier|grade))\s)$"
)
_UNIT_WORDS = {
    "km": "km", "kilometer": "km", "kilometre": "km", "mile": "mi", "meter": "m", "metre": "m", "foot": "ft", "feet": "ft", "ton": "t", "tonne": "t", "kg": "kg", "kilogram": "kg",
    "barrel": "bbl", "liter": "l", "litre": "l", "gallon": "gal", "hectare": "ha", "acre": "acre", "lb": "lb", "lbs": "lb", "dollar": "USD", "euro": "EUR", "pound": "GBP", "yuan": "CNY", "yen": "JPY",
    "ruble": "RUB", "rouble": "RUB", "won": "KRW", "rupee": "INR", "hour": "h", "degree": "°", "megawatt": "MW", "gigawatt": "GW", "mph": "mph", "kph": "km/h", "sq km": "km²", "square kilometer": "km²", "square kilometre": "km²", "square mile": "mi²",
}  # fmt: skip
_SPEED = {"mi": "mph", "km": "km/h"}
_MONEY = {"$": "USD", "us$": "USD", "usd ": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW"}
_ZONE = re.compile(r"\s?(?:GMT|UTC|BST|[ECMP][DS]?T|CES?T|hours|local time|Z)\b")
_TIME_UNITS = frozenset("second minute hour day week month year decade century night weekend quarter time".split())
_WHICH_TIME = frozenset("a an this last next each every past that".split())
_THINGS = frozenset("piece unit group couple round".split())
"""Those of the classifiers that are counted themselves where nothing is said of what they are."""
_CLASSIFIER = frozenset(
    "number total piece set unit batch pair group couple kind type share part lot percent per round dozen".split()
)


_PARTS = {
    **{w: w for w in "page member count vote seat car story room bed vehicle aircraft warhead point article".split()},
    "strong": "member", "man": "member", "person": "member", "storey": "story",
}  # fmt: skip
"""What a thing is measured by in a compound ("a 10-page memo", "a 300-strong delegation"); its other compounds are names ("a four-star
general", "six-party talks")."""


class _Counted(NamedTuple):
    unit: str
    what: str
    deed: str = ""
    fate: str = ""


def quantities(text: str, sentences: Sequence[Sentence], guarded: Sequence[Span]) -> tuple[Quantity, ...]:
    """Quantities in order of position; `guarded` spans (times, instruments) hold none."""
    out: list[Quantity] = []
    for sentence in sentences:
        taken = [g for g in guarded if g[0] < sentence.end and sentence.start < g[1]]
        for m in _TALLY.finditer(text, sentence.start, sentence.end):
            voted = _VOTED.search(text, max(sentence.start, m.start() - VOTED), min(sentence.end, m.end() + VOTED))
            if voted and not _PLAYED.search(text, sentence.start, sentence.end) and _free(m.span(), taken):
                for_it = float(m["for"])
                out.append(Quantity(m.start(), m.end(), for_it, for_it, for_it, "", "vote", "", ""))
                taken.append(m.span())
        for m in _RANGE.finditer(text, sentence.start, sentence.end):
            if _free(m.span(), taken) and (made := _range(text, sentence, m)):
                out.append(made)
                taken.append(m.span())
        for m in _VALUE.finditer(text, sentence.start, sentence.end):
            if not _free(m.span(), taken):
                continue
            told = out[-1] if out and _counts_again(text, sentence, m, out[-1]) else None
            if made := _single(text, sentence, m, told):
                out.append(made)
                taken.append(m.span())
        for m in fates.lone().finditer(text, sentence.start, sentence.end):
            who = m["who"].lower()
            out.append(Quantity(m.start(), m.end(), 1.0, 1.0, 1.0, "", who, "", "", "", fates.kind(who)))
        for (start, end), fate in fates.nobody(text, sentence):
            out.append(Quantity(start, end, 0.0, 0.0, 0.0, "", fate, "", "", "", fate))
    return tuple(sorted(out, key=lambda q: (q.start, q.end)))


def _free(span: Span, taken: Sequence[Span]) -> bool:
    return not any(s < span[1] and span[0] < e for s, e in taken)


_CHANGED = re.compile(
    r"\b(?:grew|grow|grown|ros?e|risen|rising|raise[ds]?|raising|cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e[ds]?|ing)|increas(?:e[ds]?|ing)|f[ae]ll(?:en|ing)?|dropp?(?:ed|ing)?|climb(?:ed|ing)?|jump(?:ed|ing)?|shr[iau]nk|doubled|went|up|down)\b[^,;]{0,60}$",
    re.I,
)
"""What goes from so much to so much has no range: the one was, the other is."""


def _range(text: str, sentence: Sentence, m: re.Match[str]) -> Quantity | None:
    if m["a"] and m[0][:4].lower() == "from" and _CHANGED.search(text, sentence.start, m.start()):
        return None
    a, b = (m["a"], m["b"]) if m["a"] else (m["c"], m["d"])
    low, high = numbers.value(a.lstrip("$€£")), numbers.value(b.lstrip("$€£"))
    if low is None or high is None:
        return None
    scale = re.search(r"(hundred|thousand|million|billion|trillion)", b, re.I)
    if scale and low < high / 1000 and not re.search("[a-z]", a, re.I):
        low *= numbers.SCALES[scale.group(1).lower()]
    percent = _PERCENT.match(text, m.end(), sentence.end)
    end = percent.end() if percent else m.end()
    unit, what, deed, fate = _counted(text, sentence, (m.start(), end), "%" if percent else _MONEY.get(a[:1], ""))
    if low >= high or not (unit or what):
        return None
    return Quantity(
        m.start(),
        end,
        (low + high) / 2,
        low,
        high,
        unit,
        what,
        _capacity(text, sentence, m.start()),
        _share(text, sentence, m.start(), end),
        deed,
        fate,
    )


_PUT_AT = re.compile(
    r"\b(?:put|puts|putting|placed|places|set|sets|estimated)\s+(?:the|that)\s+(?:figure|number|total|count)\s+at\s+(?:(?:about|around|at least|more than|over|nearly|only|just)\s+)?$",
    re.I,
)
"""Before another count of what was counted last: "the army put the figure at 12"."""


def _counts_again(text: str, sentence: Sentence, m: re.Match[str], before: Quantity) -> bool:
    """Whether a number counts what the quantity before it does: "30 drones, 12 of them over the town", "3 million euros, and 2 million more",
    "killed 12 people in Chad and 7 in Niger"."""
    if _PUT_AT.search(text, sentence.start, m.start()) or _OF_THEM.match(text, m.end(), sentence.end):
        return True
    if before.what and sentence.start <= before.start and _AND_SO_MANY.search(text, before.end, m.start()):
        return bool(_MORE_OR_WHERE.match(text, m.end(), sentence.end)) and not _YEAR.fullmatch(m[0].strip())
    return before.unit.isupper() and bool(_SCALED_MORE.search(text[m.start() : m.end() + 5]))


_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|which|those)\b")
_AND_SO_MANY = re.compile(r"\b(?:and|but)\s+(?:(?:on|in|another|at least|about|some)\s+)?$")
_MORE_OR_WHERE = re.compile(r"\s+(?:more\b(?!\s+(?:than|[a-z]+s\b))|(?:in|near)\s+[A-Z])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SCALED_MORE = re.compile(r"illion\s+more")


def _single(text: str, sentence: Sentence, m: re.Match[str], told: Quantity | None = None) -> Quantity | None:
    """`told`: a quantity before it that counts the same."""
    word = m["n"]
    low_word = re.sub(r"\s+", " ", word.lower())
    before = text[sentence.start : m.start()]
    if (
        (_MODEL.search(before) and not m["money"])
        or (re.search(r"\d\s+of\s+$", before) and not _COUNTED_NOUN.match(text, m.end()))
        or _OF_SO_MANY.match(text, m.end())
        or (len(word) == 4 and _ZONE.match(text, m.end()))
        or _CALIBRE.match(text, m.end())
        or re.match(r"\s?[-‑–]\s?(?:year|month|week|day)s?\s?[-‑–]\s?olds?\b", text[m.end() : m.end() + 16])
    ):
        return None  # "Hwasong-11", "photo 3 of 14", "1335 BST", "a 16-year-old", "152 mm shells"
    if _STRONG.search(before) or _STRONG_BEHIND.match(text, m.end()):
        strength = numbers.value(word)
        return (
            None
            if strength is None
            else Quantity(m.start(), m.end(), strength, strength, strength, "", "magnitude", "", "")
        )
    vague = numbers.VAGUE.get(low_word)
    several, article = low_word == "several", low_word in ("a", "an")
    value = sum(vague) / 2 if vague else SEVERAL if several else 1.0 if article else numbers.value(word)
    if value is None:
        return None
    money = _MONEY.get((m["money"] or "").lower(), "")
    unit, what, deed, fate = _counted(text, sentence, m.span(), "%" if m["pct"] else money)
    if told is not None and not (unit or what):
        unit, what, deed, fate = told.unit, told.what, told.deed, told.fate
    if unit and not what and (measured := _MEASURED.search(before)):
        what = measured[1].lower()
    unit = "%" if m["pct"] else "KRW" if _WON.match(text, m.end()) and value >= _MILLION else unit
    spelled_small = low_word in ("one", "a", "zero")
    if not (unit or what) or (spelled_small and not unit) or what in _TIME_UNITS:
        return None
    hedge, at = ("", -1) if _preposition(sentence, m.start()) else hedged(before)
    if (several and not fate) or (article and not hedge):
        return None  # of those who were hurt "several" is the first count, of other things a manner of speaking
    if several:
        hedge, at = "several", len(before)
    start = sentence.start + at if hedge else m.start()
    after = _AFTER.match(text, m.end(), sentence.end)
    if after and hedge != "less than":
        hedge_of = "at least" if after["more"] else "up to" if after["less"] else hedge
    else:
        hedge_of = hedge
    low, high = vague or bounds(value, hedge_of, before)
    capacity = _capacity(text, sentence, start)
    return Quantity(
        start,
        m.end(),
        value,
        low,
        high,
        unit,
        what,
        "capacity" if capacity else hedge,
        _share(text, sentence, m.start(), m.end()),
        deed,
        fate,
    )


_MEASURED = re.compile(
    r"\b(altitude|height|apogee|depth|speed|distance|range)s? of\s(?:(?:about|around|some|nearly|roughly|approximately|up to|as much as)\s)?$",
    re.I,
)
"""What is measured: "flew 350 km at an altitude of | 60 km"."""
_WON, _MILLION = re.compile(r"\s+won\b"), 1_000_000
"""The currency, which the tree reads as a verb."""
_COUNTED_NOUN = re.compile(r"\s+[a-z]{3}")
_OF_SO_MANY = re.compile(r"\s+of\s+\d[\d,]*(?!,?\d|\s+[a-z]{3})")
"""As of pictures: "3 of 14", not "22 of 64 detainees"."""
_CALIBRE = re.compile(r"[\s-]?(?:mm|millimet(?:er|re)s?)\b", re.I)
_STRONG = re.compile(r"\bmagnitude[\s-](?:of\s)?(?:(?:about|around|at least|nearly|over)\s)?$", re.I)
_STRONG_BEHIND = re.compile(
    r"[\s-](?:earthquake\s)?magnitude\b|\s(?:on the|on)\s(?:\w+\s)?(?:Richter\s)?(?:magnitude\s)?scale\b", re.I
)
"""An earthquake's strength: "a magnitude 6.4 quake", "measuring 6.4 on the Richter scale"."""


def _preposition(sentence: Sentence, at: int) -> bool:
    """Whether "over" before a number is no hedge: "sued the state over six statutes", "handed over six boats"."""
    made = sentence.tokens
    k = next((k for k, t in enumerate(made) if t.start >= at), 0)
    over = made[k - 1] if k else None
    if over is None or over.text.lower() != "over":
        return False
    return over.rel == "compound:prt" or (over.rel == "case" and made[over.head].lemma not in _SHARES)


_SHARES = frozenset(("percent", "%", "point"))


def hedged(before: str) -> tuple[str, int]:
    """The hedge with which the words before a number end, and where in them it begins; ("", -1) without one."""
    for name, pattern in _HEDGES:
        if found := pattern.search(before):
            return name, found.start()
    return "", -1


_NEARLY = re.compile(r"(?:nearly|almost|close to|just under)\s*$", re.I)


def bounds(value: float, hedge: str, before: str) -> tuple[float | None, float | None]:
    """What a hedge leaves open; "nearly" and "about" reach a tenth. `before`: the words before the number."""
    if hedge in ("at least", "more than", "several"):
        return value, None
    if hedge == "up to":
        return None, value
    if hedge == "less than":
        return 0.9 * value if _NEARLY.search(before) else None, value
    return (round(0.9 * value, 6), round(1.1 * value, 6)) if hedge == "about" else (value, value)


_EACH = re.compile(r"(?:\s+[\w-]+){0,3}?\s+(?:each|apiece)\b|(?:\s+[\w-]+){0,2}\s+for each\b", re.I)
_PART = re.compile(
    r"\s+of (?:(?:the(?!\s+so-called)|them|those|these|whom|which|its|their)\b|(?:(?:an?|his|her) )?[$€£]?\d)", re.I
)


_SUM = r"(?:[$€£]\s?)?\d[\d.,]*(?:\s*(?:%|percent\b|per cent\b|million\b|billion\b|trillion\b|[a-z]+s\b))*"
_FROM, _TO = re.compile(r"\bfrom\s+$", re.I), re.compile(r"\bto\s+$", re.I)
_THEN = r"(?:,?\s+(?:in|by)\s+(?:19|20)\d\d,?)?"
_TO_SO_MUCH, _FROM_SO_MUCH = (
    re.compile(rf"{_THEN}\s+to\s+{_SUM}", re.I),
    re.compile(rf"{_THEN}\s+from\s+{_SUM}", re.I),
)
_TO_BEFORE, _FROM_BEFORE = (
    re.compile(rf"\bto\s+{_SUM}{_THEN},?\s+from\s+$", re.I),
    re.compile(rf"\bfrom\s+{_SUM}{_THEN}\s+to\s+$", re.I),
)


def _share(text: str, sentence: Sentence, start: int, at: int) -> str:
    """How the number stands to another: "157 each", "two of the three", "from 35 percent to 15 percent"."""
    if _EACH.match(text, at, sentence.end):
        return "each"
    before = text[sentence.start : start]
    if _FROM_BEFORE.search(before) or (_TO.search(before) and _FROM_SO_MUCH.match(text, at, sentence.end)):
        return "to"
    if _TO_BEFORE.search(before) or (_FROM.search(before) and _TO_SO_MUCH.match(text, at, sentence.end)):
        return "from"
    return "part" if _PART.match(text, at, sentence.end) else ""


def _capacity(text: str, sentence: Sentence, start: int) -> str:
    return "capacity" if _CAPACITY.search(text[sentence.start : start]) else ""


_TIED = re.compile(r"[-‑–]([A-Za-z]+)")
_BETWEEN = frozenset(
    "of the worth - more other additional such new his her its their these those different so-called \" “ ‘ '".split()
)
"""Words between a number and what it counts."""


def _counted(text: str, sentence: Sentence, number: Span, unit: str) -> _Counted:
    """Of the head noun of the phrase that the number opens; units are not what is counted."""
    made, at = sentence.tokens, number[1]
    i = next((k for k, t in enumerate(made) if t.start >= at), len(made))
    while i < len(made) and made[i].text.lower() in _BETWEEN:
        i += 1
    head, top = _head(made, i), _top(made, number)
    if not unit:
        by_tree = _numbered(made, top)
        requiring = i < len(made) and made[i].tag == "VBG"
        if (by_tree is None or requiring) and (fate := fates.alone(text, sentence, number)):
            return _Counted("", fate, _deed(made, top) if top is not None else "", fate)
        if by_tree is None and top is not None and (whom := _whom(made, top)):
            return _Counted("", whom, _deed(made, top))
        head = by_tree if by_tree is not None else head
    money = _UNIT_WORDS.get(made[i].text.lower(), "") if not unit and head is not None and i < head else ""
    if head is not None and money.isupper() and money != "GBP":
        return _Counted(money, _phrase(made, head, i + 1), _deed(made, head))  # "a 3 billion euro loan"
    tied = _TIED.match(text, at, sentence.end)
    measure = _UNIT_WORDS.get(tied[1].lower(), "") if tied else ""
    if tied and tied[1].lower() == "pound":
        measure = "lb"  # "a 500-pound bomb": nobody writes money so
    if unit == "%" and top is not None:
        return _Counted("%", _share_of(made, top, head, i), _deed(made, top))
    if head is None:
        return _Counted(unit or measure, "", _deed(made, top) if top is not None else "")
    around = next((t for t in made if t.start < at < t.end), None)
    if measure or (around is not None and around.text[at - around.start] in "-‑–"):
        if measure or not tied:
            return _Counted(measure, _phrase(made, head, i) if measure else "")  # "a 775-mile border" counts no borders
        part = _PARTS.get(tied[1].lower(), "")
        return _Counted("", f"{_phrase(made, head, i)} {part}" if part else "")
    over = top if top is not None and made[head].head == top else head  # "freed 22 of the 64 hostages"
    deed = _deed(made, top if unit and top is not None else over)
    word = _single_of(made, head)
    pair = f"{made[head - 1].text.lower()} {word}" if head > i else word
    found = _UNIT_WORDS.get(pair) or _UNIT_WORDS.get(word)
    if found in _SPEED and [t.text.lower() for t in made[head + 1 : head + 3]] in (["per", "hour"], ["an", "hour"]):
        return _Counted(_SPEED[found], "", deed)
    if found in ("km", "mi"):
        deed = deed or _gone(made, head)
    if found and found.isupper() and found != "GBP" and made[head].rel == "compound" and made[head].head > head:
        return _Counted(
            found, _phrase(made, made[head].head, head + 1), _deed(made, made[head].head)
        )  # "a 3 billion euro loan"
    if found or word in _CLASSIFIER:
        links = ("of",) if (found or unit).islower() else ("of", "in")  # "12 feet in places"
        follow = _head(made, head + 2) if head + 1 < len(made) and made[head + 1].text.lower() in links else None
        if follow is None and not (found or unit) and made[head].tag == "NNS" and word in _THINGS:
            return _Counted("", _phrase(made, head, i), deed)  # "fired 30 rounds"
        if found == "GBP" and (deed == "weigh" or (follow is not None and made[follow].tag in ("NN", "NNS"))):
            found = "lb"  # "4,000 pounds of copper"
        return _Counted(unit or found or "", _phrase(made, follow) if follow is not None else "", deed)
    what = _phrase(made, head, i)
    return _Counted(
        unit,
        what,
        deed,
        "" if unit else fates.befell(text, sentence, number, head, word, over),
    )


def _whom(made: Sequence[Token], top: int) -> str:
    """What a number counts that stands without a noun: "some 5,000 marched", "a crew of 240", "the number of cases rose to 900"; "" where
    nothing says it."""
    at = made[top].head
    if at < 0:
        return ""
    over, rel = made[at], made[top].rel
    if (rel == "nsubj" and over.lemma in _TOGETHER) or (rel == "nmod" and over.lemma in _CROWDS):
        return "person"
    if rel == "nmod" and over.lemma in _BODIES:
        return f"{over.lemma} member"
    number = next((k for k, t in enumerate(made) if t.head == at and t.rel == "nsubj" and t.lemma == "number"), None)
    if number is None or not over.tag.startswith("VB") or rel not in ("obj", "obl"):
        return ""
    return _phrase(made, next((k for k, t in enumerate(made) if t.head == number and t.rel == "nmod"), None))


_TOGETHER = frozenset("march gather rally protest demonstrate attend flee assemble turn".split())
_CROWDS = frozenset("crowd population".split())
_BODIES = frozenset("crew delegation team staff garrison".split())


def _top(made: Sequence[Token], number: Span) -> int | None:
    """The word of a number that hangs under a word outside it."""
    inside = [k for k, t in enumerate(made) if number[0] <= t.start < number[1]]
    return next((k for k in inside if made[k].head not in inside), None)


def _share_of(made: Sequence[Token], top: int, head: int | None, first: int) -> str:
    """What a percentage is of ("40 percent of voters", "a 5 percent tax"), or is told of: the object or the subject of its verb ("cut the tax
    rate to 15 percent", "inflation reached 8 percent"); "" where nothing says it. `first`, `head`: the phrase behind it."""
    if head is not None and made[first - 1].text.lower() in ("of", "the"):
        return _phrase(made, head, first)
    if made[top].rel.startswith("nsubj"):
        return ""  # "seven percent would pay more"
    while made[top].rel == "nmod" and made[top].head >= 0 and not made[made[top].head].tag.startswith("CD"):
        top = made[top].head  # "by an average of 22 percent"
    over = top if any(t.head == top and t.rel == "cop" for t in made) else made[top].head
    if over < 0:
        return ""
    if made[top].rel in ("compound", "nummod", "amod") and made[over].tag in ("NN", "NNS"):
        return _phrase(made, over, first)
    noun = _argument(made, over, top)
    while noun is None and made[over].rel in ("xcomp", "acl"):
        over = made[over].head  # "premiums are expected to rise 22 percent", "the price jumping 22 percent"
        noun = _argument(made, over, top) if made[over].tag.startswith("VB") else over
    if noun is None or made[noun].tag not in ("NN", "NNS"):
        return ""
    of = (k for k, t in enumerate(made) if t.head == noun and t.rel == "nmod" and t.tag in ("NN", "NNS"))
    whose = next((k for k in of if any(t.head == k and t.text == "of" for t in made)), None)
    return f"{_phrase(made, whose)} {_phrase(made, noun)}" if whose is not None else _phrase(made, noun)


def _argument(made: Sequence[Token], over: int, but: int) -> int | None:
    """The object of a verb, else its subject, unless it is the word `but`."""
    told = (
        k
        for rel in ("obj", "nsubj")
        for k, t in enumerate(made)
        if t.head == over and t.rel.startswith(rel) and k != but
    )
    return next((k for k in told if made[k].tag in ("NN", "NNS")), None)


def _whole(made: Sequence[Token], top: int) -> int | None:
    """The noun of what a number is a part of: "22 of the 64 hostages"."""
    of = {t.head for t in made[top + 1 : top + 3] if t.rel == "case" and t.text == "of"}
    return next((k for k in sorted(of) if made[k].head == top and made[k].tag == "NNS"), None)


def _numbered(made: Sequence[Token], top: int | None) -> int | None:
    """The noun that a number numbers, or is a part of, by the tree."""
    if top is None:
        return None
    if (whole := _whole(made, top)) is not None:
        return whole
    t = made[top]
    return t.head if t.rel == "nummod" and top < t.head <= top + 8 and made[t.head].tag.startswith("NN") else None


def _deed(made: Sequence[Token], head: int) -> str:
    """What is done to or by the thing counted: the verb it is an argument of, or the participle behind it."""
    behind = next(
        (x for x in made[head + 1 :] if x.head == head and x.rel.startswith("acl") and x.tag in ("VBN", "VBD")), None
    )
    at = first_conjunct(made, head)
    over = made[made[at].head] if made[at].head >= 0 else None
    if over is not None and over.tag.startswith("VB") and over.lemma not in _LEAVE and made[at].rel in _ARGUMENTS:
        return over.lemma
    if over is not None and over.lemma in _LEAVE:
        fate = next((x for x in made[head + 1 :] if x.head == made[at].head and x.rel in ("xcomp", "ccomp")), None)
        behind = behind or fate
    return behind.lemma if behind is not None else ""


def _gone(made: Sequence[Token], head: int) -> str:
    """The verb of what got so far: "flew 430 km", "covered a distance of 650 km", not "lies 40 km from the coast"."""
    at = made[head].head
    if at >= 0 and made[head].rel == "nmod" and made[at].lemma == "distance":
        head, at = at, made[at].head
    far = made[head].rel.startswith("obl") or made[head].rel == "obj"
    return made[at].lemma if at >= 0 and far and made[at].tag.startswith("VB") and made[at].lemma not in _STAYS else ""


_STAYS = frozenset("be lie live sit stand remain stretch extend say locate situate base".split())
_ARGUMENTS = ("nsubj:pass", "obj", "nsubj")
_LEAVE = frozenset("leave see be have say report include".split())


def singular(token: Token) -> str:
    """The singular of a noun, where its lemma is not known."""
    return token.lemma if token.lemma != token.text.lower() else re.sub(r"(?<=[^s])s$", "", token.text.lower())


def _head(made: Sequence[Token], i: int) -> int | None:
    """Index of the last noun of the run of adjectives and nouns from i, within seven tokens."""
    head = None
    for k in range(i, min(len(made), i + 7)):
        if head is not None and made[k].text.lower() in WEEKDAYS:
            break  # "disbanded two councils Wednesday"
        if made[k].lemma in _TIME_UNITS and made[k - 1].text.lower() in _WHICH_TIME:
            return None  # "cost $7 billion this year"
        if made[k].tag in ("NN", "NNS", "NNP", "NNPS"):
            head = k
        elif made[k].tag == "HYPH" and head == k - 1:
            head = None  # "dozens of state-run mines"
        elif (
            head is not None
            or made[k].lemma in ("have", "be", "do", "go")
            or made[k].tag not in ("JJ", "JJR", "JJS", "VBG", "VBN", "CD", "DT")
        ):
            break
    return head


def _phrase(made: Sequence[Token], head: int | None, first: int | None = None) -> str:
    if head is None:
        return ""
    begin = head
    while (
        begin > max(0, head - 3)
        and (first is None or begin > first)
        and made[begin - 1].tag in ("JJ", "NN", "VBG", "VBN")
        and made[begin - 1].text != "mm"
    ):
        begin -= 1
    return " ".join((*(t.text.lower() for t in made[begin:head]), _single_of(made, head)))


def _single_of(made: Sequence[Token], head: int) -> str:
    """The singular of what is counted; a noun of several that the tree took for one ("two silos") is put right by its number."""
    noun = made[head]
    plural = noun.tag == "NNS" or (
        noun.tag == "NN"
        and re.search(r"[^aius]s$|[^i]es$", noun.text)
        and any(t.head == head and t.rel == "nummod" and t.lemma not in ("one", "1") for t in made)
    )
    return singular(noun) if plural else noun.lemma
