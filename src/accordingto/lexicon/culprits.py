"""Who is held answerable for a deed, by the phrases of `culprits.toml`: "Ostmark was behind the raid", "Ostmark's hand in the raid"."""

from __future__ import annotations

import re
from functools import cache

from ..text import MONTHS, WEEKDAYS
from . import raw

_BELONGING = ("at", "of", "in", "by", "from", "against")
EARLY = 60  # characters of a content before who is answerable: what comes later is said by the way


@cache
def _ways() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Ways to say who is answerable for a deed, with the name as "who"; "charged": what follows a verb of blame; "group": who acts
    for somebody; "own": a share in it."""
    behind, share, nothing, done, traced, groups, deeds = (
        "|".join(raw("culprits")[k]) for k in ("behind", "share", "nothing", "done", "traced", "groups", "deeds")
    )
    settled = "|".join(raw("culprits")["settled"])
    name = r"(?!(?:The|An?|Th(?:is|at|ese|ose|ey)|It|He|She|Its|His|Her|Their|Our|My|Any|All|No|Full|Such|Sole)\b)[A-Z][\w.-]*(?: (?:al-|el-)?[A-Z][\w.-]*){0,6}"
    who = rf"(?P<who>(?:[Gg]overnment of )?{name}(?:['’]s (?:{groups})|(?: (?:{groups}))+)?)"
    belongs = "".join(rf"(?<!\b{w} )(?<!\b{w} the )" for w in _BELONGING)
    whose = rf"{belongs}\b{who}"
    deed = rf"(?=(?:\s(?:it|this|that))?\W*(?:$|[,;.])|[^,;.]{{0,60}}?\b(?:{deeds}))"
    alone = rf"(?![^,;.]*\b(?:is|are|was|were|has|had|will|would|could|may|might|can)\b(?!\s(?:\w+\s)?(?:{settled})\b))"
    doing = "|".join(re.sub(r"e?d\b", "ing", re.sub(r"ied\b", "yed", w), count=1) for w in raw("culprits")["done"])
    be = r"(?:(?:is|are|was|were|be|been|being)\s(?:not\s)?|not\s)(?:most\s|very\s)?(?:\w+ly\s)?"
    patterns = {
        "said": (
            rf"{whose}\s(?:(?!who\b|that\b)[a-z’'-]+\s){{0,3}}?{be}(?:{behind})\b{deed}",
            rf"{whose}\s(?:ha[sd]|have|having|play(?:s|ed))\s[“\"‘']?(?:{nothing})\b{deed}",
            rf"{whose}\s(?:ha[sd]|have|having)\s(?:had\s)?nothing to do with\b",
            rf"\b{who}(?:['’]s?)?\s(?:(?:any|all|no|direct|own|alleged|possible|suspected)\s)*(?:{share})\b{deed}{alone}",
            rf"\b(?:{share.replace(' in', '').replace(' for', '')})\s(?:of|by)\s(?:the\s)?{who}{deed}{alone}",
            rf"\b(?:{done})\sby\s(?:the\s)?{who}",
            rf"\b(?:{share})\b{deed}[^,;.]{{0,60}}?\b(?:rest|lie|fall)s?\s(?:\w+ly\s)?(?:with|on)\s(?:the\s)?{who}",
            rf"{whose}\s(?:(?:that|who|which)\s)?(?:ha[sd]\s)?(?:{done})\s(?:the|this|that|these|those|[A-Z]\w+['’]s)\b{deed}",
            rf"{whose}\s(?:did|has done|had done)\s(?:it|this)\b(?=\W*(?:$|[,;.]))",
            rf"\b(?:{traced})\s(?:the\s)?{who}\b(?!['’])",
        ),
        "charged": (
            rf"^\W*(?:the\s)?{who}\s(?:for|of)\s(?:being\s(?:{behind})|(?:{share})|(?:{doing})|(?=(?:{deeds})\w*ing\b)|(?!\w+ing\b)){deed}",
            rf"^\W*(?:the\s)?(?:(?:{groups})\sof\s(?:the\s)?(?:[a-z]+\s)?)?{who}\W*$",
        ),
        "group": (rf"^[Gg]overnment of |['’]s .*|(?: (?:{groups}))+$",),
        "own": (
            rf"^\W*(?:(?:any|all|full|sole|its|his|her|their|direct)\s)*(?:{share})\b{deed}",
            rf"^\W*(?:(?:being|having been)\s(?:{behind})|(?:{doing}|having (?:{done})))\b{deed}",
        ),
    }
    return {k: tuple(re.compile(p) for p in v) for k, v in patterns.items()}


@cache
def _phrases() -> tuple[str, ...]:
    """All that says that somebody is answerable, the shortest first."""
    return tuple(
        sorted((x for k in ("behind", "share", "nothing", "done", "traced") for x in raw("culprits")[k]), key=len)
    )


@cache
def _names_blame() -> re.Pattern[str]:
    """What every way to say who is answerable has: a look at it spares most contents the rest."""
    return re.compile("|".join(_phrases()))


_BELONGS = re.compile(
    rf"\b(?:{'|'.join(_BELONGING)})(?: the)?(?: [A-Z][\w.-]*)+ $"
)  # "the front in the Ostmark | Hills"
_STOP = re.compile(r"(?<![.\s]\w)\.$")  # of a sentence, not of "U.S."


def named(content: str, charged: bool = False) -> str:
    """Who is answerable for a deed, where a content says so before it says much else ("Ostmark" in "that Ostmark was behind the raid"); ""
    where it does not. `charged`: it follows a verb of blame ("Ostmark for the raid")."""
    if not charged and not _names_blame().search(content):
        return ""
    ways = (*_ways()["charged"], *_ways()["said"]) if charged else _ways()["said"]
    found = (
        _STOP.sub("", m["who"].strip())
        for p in ways
        if (m := p.search(content)) and m.start() <= EARLY and not _BELONGS.search(content[: m.start("who")])
    )
    return next((w for w in found if w.lower() not in (*MONTHS, *WEEKDAYS)), "")


def without_group(name: str) -> str:
    """Whose they are: "Ostmark" of "the Ostmark government", "Ivar Lund" of "Ivar Lund's regime"."""
    return _ways()["group"][0].sub("", name)


def own_share(content: str) -> bool:
    """Whether a content is the speaker's own share in a deed: "any responsibility for the raid"."""
    return any(p.match(content) for p in _ways()["own"])


@cache
def _of_blame() -> tuple[str, ...]:
    words = {w for p in (*_phrases(), *raw("culprits")["groups"]) for w in p.split() if len(w) > 3}
    return (*raw("culprits")["deeds"], *sorted(w.removesuffix("ed").removesuffix("i") for w in words))


def names_no_deed(word: str) -> bool:
    """Whether a word says that there was a deed, and not which: "attack", "responsible"."""
    return word.startswith(_of_blame())


@cache
def _of_guilt() -> frozenset[str]:
    told = (w for k in ("behind", "share") for p in raw("culprits")[k] for w in p.split())
    return frozenset(w for w in told if w not in _SMALL)


_SMALL = frozenset(("for", "to", "in", "the"))


def speaks_of_guilt(word: str) -> bool:
    """Whether a word says that somebody is answerable, whoever he is: "behind", "involvement"."""
    return word in _of_guilt()


def tells_how_sure(word: str) -> bool:
    """Whether a word says how sure the speaker is of who did it: "likely", "appear"."""
    return word in raw("culprits")["sure"]
