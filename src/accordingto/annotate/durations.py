"""How long something lasted: durations of a verb or of a noun, as quantities in minutes, days or months."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..records import Quantity, Time
from ..text import Span
from . import numbers
from .engine import Sentence
from .quantities import SEVERAL, bounds, hedged, singular


def durations(text: str, sentences: Sequence[Sentence], times: Sequence[Time]) -> tuple[Quantity, ...]:
    """How long something lasted, was held, flew: durations of a verb or of a noun ("the 37-minute flight"), in minutes, days or months. What
    tells when ("after two hours", "in the past year") is none."""
    out = []
    for sentence in sentences:
        for t in times:
            if t.type != "DURATION" or not sentence.start <= t.start < sentence.end:
                continue
            found, before = _LASTING.fullmatch(t.value), text[sentence.start : t.start]
            spent = _AFTER_ALL.search(before) and _spent(sentence, (t.start, t.end))
            what, deed = (spent, "") if spent else _lasting(sentence, (t.start, t.end))
            end = t.start + len(re.sub(r"\s+(?:before|after)$", "", text[t.start : t.end]))
            when = not spent and (
                (_WHEN.search(before) and not _WILL_LAST.search(before))
                or (_EVERY.match(text, t.start) and not before.endswith(("for ", "lasted ")))
                or _POSSIBLE.search(before)
                or (_WHEN_BEHIND.match(text, end, sentence.end) and not before.endswith("for "))
            )
            limit = found is not None and _ORDERED.search(before) is not None
            if limit:
                what, deed = _ordered(sentence, _unit(sentence, (t.start, t.end)))
            if found is None or not (what or deed) or (when and not limit):
                continue
            several = found["n"] == "X"
            if several and not _SEVERAL.match(text, t.start):
                continue
            scale, unit = _SCALE[found["clock"] + found["unit"]]
            told = f"{before}{_NUMBER_AT.split(text[t.start : t.end])[0]}"
            hedge = "limit" if limit else "several" if several else hedged(told)[0]
            value = round((SEVERAL if several else float(found["n"])) * scale, 6)
            low, high = bounds(value, hedge, told)
            out.append(Quantity(t.start, end, value, low, high, unit, what, hedge, "", deed))
    return tuple(out)


_ORDERED = re.compile(
    r"\b(?:must|ha(?:s|ve|d) to|shall|order(?:s|ed)?|demand(?:s|ed)?|told|gave|given|requires?|required|pledged|promised|vowed)\b[^.;]*\bwithin (?:the next )?$",
    re.I,
)
"""Before a span of time in which something has to be done: "must be held within | 60 days"."""


def _ordered(sentence: Sentence, unit: int | None) -> tuple[str, str]:
    """(noun, verb) of what has to be done in time: what it is done to, else who does it; what takes place is held."""
    made, verb = sentence.tokens, unit if unit is not None else -1
    while verb >= 0 and not made[verb].tag.startswith("VB"):
        verb = made[verb].head
    if verb < 0:
        return "", ""
    below = {t.rel: t for t in made if t.head == verb}
    deed = made[verb].lemma
    if deed == "take" and "obj" in below and below["obj"].lemma == "place":
        deed = "hold"
        del below["obj"]
    noun = next((below[rel] for rel in ("obj", "nsubj:pass", "nsubj") if rel in below), None)
    if noun is None and made[verb].rel == "xcomp":  # "the vote has to be held"
        noun = next((t for t in made if t.head == made[verb].head and t.rel == "nsubj"), None)
    if noun is not None and noun.tag == "WDT" and made[verb].head >= 0:
        noun = made[made[verb].head]  # "elections that must be held"
    return (singular(noun), deed) if noun is not None and noun.tag.startswith("NN") else ("", deed)


_SEVERAL = re.compile(r"several\b", re.I)
_LASTING = re.compile(r"P(?=T?[\dX])(?P<clock>T?)(?P<n>X|\d+(?:\.\d+)?)(?P<unit>[SHDWMY]|DE)")
_SCALE = {
    "TS": (1 / 60, "min"),
    "TM": (1.0, "min"),
    "TH": (60.0, "min"),
    "D": (1.0, "d"),
    "W": (7.0, "d"),
    "M": (1.0, "mo"),
    "Y": (12.0, "mo"),
    "DE": (120.0, "mo"),
}
_NUMBER_AT = re.compile(rf"{numbers.NUMBER}|\bhalf\b", re.I)
_WILL_LAST = re.compile(
    r"\b(?:will|would|could|may|might|should|to|did|not)\s+last\s+(?:(?:about|nearly|only|at least|more than|less than)\s+)?$",
    re.I,
)
_EVERY = re.compile(r"an?\s+(?:day|week|month|year|hour)\b", re.I)
"""A rate: "1.2 million barrels a day"."""
_WHEN = re.compile(r"\b(?:after|before|within|in|over|during|since|past|last|next|every|each|than|by|until|first|previous|recent|(?:for|in|over) the|that)\s+(?:(?:more|less) than |about |nearly )?$", re.I)  # fmt: skip
_WHEN_BEHIND = re.compile(
    r"\s+(?:ago|later|earlier|before|after|old|away|from now|since|into|prior|until|apart)\b", re.I
)
_POSSIBLE = re.compile(r"\b(?:maximum|minimum|mandatory|possible|potential|may|might|could|can)\b[^,;.]*$", re.I)
_LASTS = frozenset("last take go run continue drag stretch".split())


_AFTER_ALL = re.compile(r"\bafter\s+(?:(?:only|just|an?|mere|more|less|than|about|nearly|almost|some)\s+)*$", re.I)


def _spent(sentence: Sentence, span: Span) -> str:
    """What a stretch of time was spent in, at or on: "after six months on the job"; "" where it is not said."""
    unit = _unit(sentence, span)
    return next(
        (
            singular(t)
            for t in sentence.tokens
            if unit is not None and t.head == unit and t.rel == "nmod" and t.tag in ("NN", "NNS")
        ),
        "",
    )


def _unit(sentence: Sentence, span: Span) -> int | None:
    """The unit of time of a duration."""
    inside = [k for k, t in enumerate(sentence.tokens) if span[0] <= t.start < span[1]]
    made = sentence.tokens
    return next((k for k in reversed(inside) if made[k].tag.startswith("NN") and made[k].head not in inside), None)


def _lasting(sentence: Sentence, span: Span) -> tuple[str, str]:
    """(noun, verb) that a duration tells of, each "" where there is none."""
    made, unit = sentence.tokens, _unit(sentence, span)
    if unit is None or made[unit].head < 0:
        return "", ""
    of = {t.head for t in made if t.rel == "case" and t.text.lower() == "of"}
    spent = next(
        (t for k, t in enumerate(made) if t.head == unit and t.rel == "nmod" and k in of and t.tag.startswith("NN")),
        None,
    )
    if spent is not None and spent.tag in ("NN", "NNS"):
        return singular(spent), ""  # "three days of mourning"
    at, rel = made[unit].head, made[unit].rel.split(":")[0]
    over = made[at]
    if over.tag.startswith("NN"):
        return (singular(over), "") if rel in ("compound", "nummod", "amod", "nmod") else ("", "")
    if rel not in ("obl", "obj", "advmod"):
        return "", ""
    if over.lemma == "take" and (done := next((t for t in made if t.head == at and t.rel == "csubj"), None)):
        return "", done.lemma  # "it took crews six hours to put out the blaze"
    if over.lemma in _LASTS:
        subject = next((t for t in made if t.head == at and t.rel.startswith("nsubj")), None)
        if subject is not None and subject.tag == "WDT" and over.head >= 0:
            subject = made[over.head]  # "a bill that would last for three weeks"
        named = subject is not None and subject.tag.startswith("NN")
        return (singular(subject), over.lemma) if subject is not None and named else ("", "")
    said = next((t for t in made if t.head == at and t.rel == "xcomp"), over)
    return "", said.lemma
