"""What befell those whom a number counts, by the verb that it is an argument of, or by what stands before and behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from .. import lexicon
from ..text import Span
from .engine import Sentence, Token, first_conjunct

_LINKS = frozenset(
    (
        "be have get who that which whom of they more other another people person also now since so far already reportedly still leave "
        "believe fear presume report confirm as remain become fall at least"
    ).split()
)
"""Lemmas between those who are counted and what befell them ("five others have since been confirmed as injured")."""
_HEDGE = frozenset("at least about around some more than over nearly almost up to as many another an estimated the other fewer less roughly".split())  # fmt: skip
_TOLL = re.compile(
    r"\b(?:death toll|toll|number of (?:the |people |those )?(\w+))\b[^.;:]{0,40}?\b(?:to|at|of|is|was|reached|hit|passed|topped)\s+(?:(?:about|at least|more than|over|nearly|around|now)\s+)?$", re.I
)  # fmt: skip
_AMONG = re.compile(
    r"\b(?:the|those)\s+(\w+)\s+(?:included?|includes|including|are|were)\s+(?:(?:about|at least|more than|over|nearly)\s+)?$",
    re.I,
)
_OPENS = ("DT", "NN", "PRP", "CD", "JJ", "POS")
_ONE = frozenset((",", "was", "is", "has"))
"""What no several people are followed by: "Anna Holm, 64, was taken to hospital"."""
ASIDE = 16  # words of ", including the driver,"
FAR = 8  # words between the counted and what befell them


def alone(text: str, sentence: Sentence, number: Span) -> str:
    """What befell those whom a number counts without a noun ("29 required hospitalization", "the toll rose to 15"); "" if nothing."""
    toll = _TOLL.search(text[sentence.start : number[0]])
    if toll:
        return _told(toll[1].lower()) if toll[1] else "killed"
    first = next((k for k, t in enumerate(sentence.tokens) if t.start >= number[1]), len(sentence.tokens))
    if first < len(sentence.tokens) and sentence.tokens[first].text.lower() in _ONE:
        return _before(sentence, number[0])  # "Blast kills seven, police say"
    if [t.text for t in sentence.tokens[first : first + 2]] == ["of", "the"]:
        first += 3  # "three of the injured were in critical condition"
    return _behind(text, sentence, first) or _before(sentence, number[0])


def befell(text: str, sentence: Sentence, number: Span, at: int, noun: str, over: int) -> str:
    """What befell what a number counts; `at`: its token in the tree, `noun`: the last word of what is counted, `over`: the token under
    which the tree has both (the number in "22 of the hostages", else `at`)."""
    if found := _told(noun):
        return _lasting(found, text, sentence.tokens[at].end)
    opens = _list_opens(sentence.tokens, at)
    first = number[0] if opens is None else opens
    if (among := _AMONG.search(text[sentence.start : first])) and (found := _told(among[1].lower())):
        return found  # "the wounded include seven officers and two guards"
    aside = sentence.tokens[at + 1 : at + 2] and sentence.tokens[at + 1].tag in ("WP", "WDT")
    done = (
        (_verb(sentence.tokens, over) if aside else "")
        or _behind(text, sentence, at + 1)
        or _before(sentence, number[0])
        or _verb(sentence.tokens, over)
    )
    return done or kind(noun)


def _list_opens(made: Sequence[Token], at: int) -> int | None:
    """Where the list opens that a noun goes on ("11 civilians and three soldiers"); None where it goes on none."""
    head = first_conjunct(made, at)
    number = next((t for t in made if t.head == head and t.rel == "nummod"), None)
    return number.start if number is not None and head != at else None


def kind(noun: str) -> str:
    """The kind under which somebody counts whatever befell him: "attackers" for a gunman; "" for most."""
    return _by("selves").get(noun, "")


@cache
def lone() -> re.Pattern[str]:
    """One alone of those who count as such: "a lone gunman", "the sole attacker"."""
    return re.compile(rf"\b(?:lone|sole|single)(?=\s+(?:\w+\s+)?(?P<who>{'|'.join(sorted(_by('selves')))})\b)", re.I)


def nobody(text: str, sentence: Sentence) -> Iterator[tuple[Span, str]]:
    """Where a sentence says that something befell nobody, and what ("nobody was hurt", "no casualties"): a count of none. Not what is only not
    known yet ("no immediate reports of injuries")."""
    if _NOT_YET.search(text, sentence.start, sentence.end):
        return
    for m in _NONE.finditer(text, sentence.start, sentence.end):
        for fate in _NONE_OF[(m["fate"] or m["noun"]).lower()]:
            yield m.span(), fate


_NONE = re.compile(
    r"\b(?:nobody|no[ -]one|none of (?:them|the \w+)|no (?:people|civilians|soldiers|sailors|crew(?: members)?|passengers|staff|personnel))"
    r"(?: (?:was|were|is|has|had|have|been|got|else|aboard|on board))+ (?P<fate>hurt|injured|wounded|killed|died|dead)\b"
    r"|\b(?:no|without(?: any)?) (?:other |further )?(?P<noun>casualties|injuries|deaths|fatalities)\b",
    re.I,
)
_NONE_OF = {
    **dict.fromkeys(("hurt", "injured", "wounded", "injuries"), ("injured",)),
    **dict.fromkeys(("killed", "died", "dead", "deaths", "fatalities"), ("killed",)),
    "casualties": ("killed", "injured"),
}
_NOT_YET = re.compile(
    r"\b(?:immediate(?:ly)?|initial(?:ly)?|early reports|so far|yet|apparently|believed|reports? of|if|would|could|may|might|unless|hopes?|like(?:ly)?|seriously|critically)\b",
    re.I,
)


def _behind(text: str, sentence: Sentence, first: int) -> str:
    """What is told right behind the counted, through auxiliaries and the like; of those in whom it still lasts, "still …"."""
    made = sentence.tokens
    still = False
    ends = len(made)
    if first < ends and made[first].text == "," and made[first + 1 : first + 2] and made[first + 1].lemma == "include":
        first = next((k + 1 for k in range(first + 1, min(ends, first + ASIDE)) if made[k].text == ","), ends)
    for k in range(first, min(ends, first + FAR)):
        t = made[k]
        if found := _phrases().match(text, t.start, sentence.end):
            state = lexicon.fates()[int((found.lastgroup or "")[1:])]
            return f"still {state.name}" if still and state.passes else state.name
        has = (
            t.tag == "VBN" and any(x.lemma == "have" for x in made[max(first, k - 2) : k]) and made[k - 1].lemma != "be"
        )
        opens = k + 1 < len(made) and made[k + 1].tag.startswith(_OPENS)
        does = (t.tag == "VBD" or has) and opens  # "wounded a guard", "have killed two guards"
        done = t.tag in ("VBN", "VBD") and not does
        told = _by("own").get(t.lemma) or (not does and _by("own").get(t.text.lower()))
        if fate := told or (_by("verbs").get(t.lemma, "") if done else ""):
            return _lasting(fate, text, t.end)
        if t.lemma not in _LINKS and not (t.text == "," and k + 1 < len(made) and made[k + 1].tag.startswith("W")):
            return ""
        still = still or t.lemma in ("still", "remain")
    return ""


def _lasting(fate: str, text: str, behind: int) -> str:
    """The fate, or that it still is one: "the 61 injured are still in hospital"."""
    return f"still {fate}" if _STILL.match(text, behind) else fate


_STILL = re.compile(r"\s+(?:(?:are|were|people)\s+)*(?:still|remain(?:ed)?)\b", re.I)


def _before(sentence: Sentence, start: int) -> str:
    """What a verb right before the number does to those it counts: "killing at least 14"."""
    made = sentence.tokens
    k = next((k for k, t in enumerate(made) if t.end > start), len(made)) - 1
    while k >= 0 and made[k].text.lower() in _HEDGE:
        k -= 1
    passive = k > 0 and made[k].tag == "VBN" and made[k - 1].lemma == "be"
    return _by("verbs").get(made[k].lemma, "") if k >= 0 and made[k].tag.startswith("VB") and not passive else ""


def _verb(made: Sequence[Token], at: int) -> str:
    """What is done to, or by, the counted, by the tree."""
    at = first_conjunct(made, at)
    over = made[made[at].head].lemma if made[at].head >= 0 else ""
    if over and made[made[at].head].tag == "VB" and any(t.head == made[at].head and t.tag == "TO" for t in made):
        return ""  # "is licensed to carry 120 passengers", "planned to kill five"
    if made[at].rel in ("obj", "nsubj:pass"):
        return _by("verbs").get(over, "")
    return _by("own").get(over, "") if made[at].rel == "nsubj" else ""


def _told(word: str) -> str:
    """The fate that a word of a toll names: "the number of wounded", "of arrests"."""
    return next(
        (_by(kind)[w] for w in (word, word.removesuffix("s")) for kind in ("own", "nouns") if w in _by(kind)), ""
    )


@cache
def _by(kind: str) -> dict[str, str]:
    """Word → fate, by one kind of the words of `fates.toml`."""
    out: dict[str, str] = {}
    for f in lexicon.fates():
        for w in sorted(getattr(f, kind)):
            out.setdefault(w, f.name)
    return out


@cache
def _phrases() -> re.Pattern[str]:
    told = [(k, f.phrases) for k, f in enumerate(lexicon.fates()) if f.phrases]
    return re.compile("|".join(rf"(?P<f{k}>(?:{p})\b)" for k, p in told), re.I)
