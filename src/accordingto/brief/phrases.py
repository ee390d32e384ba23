"""Small phrases that every section shares: claims as sentences, dates in words, counts, chains."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from ..records import Annotation, Article, Entry, Origins, Published
from ..text import MONTHS, SEASONS, WEEKDAYS, clip, squeeze

ACTS = {
    "say": "said",
    "tell": "told",
    "report": "reported",
    "announce": "announced",
    "find": "found",
    "allege": "alleged",
    "accuse": "accused",
    "blame": "blamed",
    "deny": "denied",
    "reject": "rejected",
    "refuse": "refused",
    "confirm": "confirmed",
    "warn": "warned",
    "vow": "undertook",
    "seek": "sought",
    "urge": "urged",
    "condemn": "criticised",
    "support": "supported",
    "express": "expressed",
    "describe": "described",
    "predict": "predicted",
    "think": "held",
    "doubt": "doubted",
}


_OPENING = re.compile(
    r"^(?:(?:that|how)\s+(?=\S)|(?:however|meanwhile|moreover|furthermore|nevertheless|nonetheless|besides|in addition|on the other hand|also),\s+|(?:but|and|yet),?\s+(?=\w))",
    re.I,
)


_BROKEN = re.compile(r"\s(?:an?|the|of|at|in|on|to|and|or|with|for|from|by|its|his|her|their)$", re.I)
"""Where a page broke off: a feed that prints so many letters and no more."""
_NOTE = re.compile(r"\b((?:19|20)\d\d)\.\d{1,3}$")
"""The number of a footnote behind a year."""


def sentence(text: str, limit: int = 300) -> str:
    """A content as a sentence: without "that" and "however", the parts of one quotation in one pair of marks, with a capital and a stop, cut at a word when it is long."""
    text = re.sub(r"\[\[?\w{1,8}\]?\]\s*\(<?https?://[^)]*\)", "", text)
    text = re.sub(r"\*\*|__|\[\d{1,3}\]|^[\s*#•>-]+(?=[\w“\"])", "", text)
    flat = _OPENING.sub("", squeeze(text)).strip(" ,;:")
    if flat[:1] in '“"':
        flat = re.sub(r"[”\"]?\s*…\s*[“\"](?=\w)", " … ", flat)
    flat = re.sub(r",(?=[”\"’']$)", "", clip(flat, limit))
    flat = _NOTE.sub(r"\1", flat[:1].upper() + flat[1:])
    if _BROKEN.search(flat):
        return flat + " …"
    return flat if flat[-1:] in ".!?…”\"'’" else flat + "."


def many(n: int, one: str, more: str = "") -> str:
    return f"{n} {one if n == 1 else more or one + 's'}"


def versus(values: Iterable[str]) -> str:
    """Values that disagree, each once: "29 people ⇄ 31 people"."""
    return " ⇄ ".join(dict.fromkeys(values))


def outlet(a: Article) -> str:
    return a.outlet or f"unknown outlet ({a.input})"


def published(p: Published) -> str:
    if not p.value:
        return f"date unknown: {p.basis}"
    return f"{when(p.value)} ({p.basis})" if p.precision != "day" else f"{when(p.value)}, {p.basis}"


def when(value: str) -> str:
    """A TIMEX3 value in words, with what is not known said: "a Friday, date not known"."""
    if m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(T.*)?", value):
        y, mo, d = int(m[1]), int(m[2]), int(m[3])
        try:
            return f"{dt.date(y, mo, d):%A} {d} {MONTHS[mo - 1].title()} {y}"
        except ValueError:
            return value
    if m := re.fullmatch(r"XXXX-(\d\d)-(\d\d)(T.*)?", value):
        return f"{int(m[2])} {MONTHS[int(m[1]) - 1].title()}, year not established"
    if m := re.fullmatch(r"(\d{4}|XXXX)-(\d\d)", value):
        return (
            f"{MONTHS[int(m[2]) - 1].title()} {m[1]}"
            if m[1] != "XXXX"
            else f"{MONTHS[int(m[2]) - 1].title()}, year not established"
        )
    if m := re.fullmatch(r"XXXX-WXX-(\d)(T.*)?", value):
        return f"a {WEEKDAYS[int(m[1]) - 1].title()}, date not established"
    if m := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        return f"week {int(m[2])} of {m[1]}"
    if m := re.fullmatch(r"(\d{4})-W(\d\d)-WE", value):
        saturday, sunday = (dt.date.fromisocalendar(int(m[1]), int(m[2]), day) for day in (6, 7))
        return f"the weekend of {saturday.day} {MONTHS[saturday.month - 1].title()} to {sunday.day} {MONTHS[sunday.month - 1].title()} {sunday.year}"
    if m := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{SEASONS[m[2]][0]} {m[1]}"
    return {
        "FUTURE_REF": "the near future",
        "PRESENT_REF": "at the time of writing",
        "PAST_REF": "the recent past",
        "": "date not established",
    }.get(value, value)


def origins(o: Origins, one: str) -> str:
    """ "2 reporting origins", "… and 1 not established", or "reporting origin not established"."""
    if not o.names:
        return f"{one} origin not established"
    return many(len(o.names), f"{one} origin") + (f" and {len(o.open)} not established" if o.open else "")


def origin_reasons(o: Origins) -> tuple[str, ...]:
    rest = tuple(f"not established — {x}" for x in o.open)
    return (
        tuple(o.names) + rest
        if o.names
        else (o.reason, *[r for r in rest if r.removeprefix("not established — ") not in o.reason])
    )


def chain(a: Article, hops: Sequence[str]) -> str:
    """outlet ← agency ← institution ← person: from the page back to the mouth."""
    back = [h for h in reversed(hops) if h]
    return " ← ".join([outlet(a), *back])


def details(e: Entry) -> str:
    """What a list says of an entry, in one line."""
    parts = [*e.roles, *(f"born {b}" for b in e.born), *e.countries, *e.identifiers, *e.programmes, e.remarks]
    return f"{e.name}: {'; '.join(p for p in parts if p)}".rstrip(": ")


def voice(a: Article, n: Annotation, at: int) -> str:
    """Whose words stand at an offset: the innermost speaker's, or the outlet's own."""
    inside = [x for x in n.attributions if any(s <= at < e for s, e in x.content)]
    inside.sort(key=lambda x: sum(e - s for s, e in x.content))
    if not inside:
        return f"{outlet(a)}, in its own voice"
    return next((x.speaker for x in inside if x.speaker), "a speaker who is not named")
