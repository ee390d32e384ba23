"""What a day or an hour dates: the verb that it hangs on, what that is done to, and by whom."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from ..records import Time
from .engine import Sentence, Token

_OF = ("obj", "nsubj:pass", "nsubj")
"""Relations of what a deed is told of, the nearest to it first (Universal Dependencies)."""


def dated(sentences: Sequence[Sentence], times: Sequence[Time]) -> tuple[Time, ...]:
    """The times, those of a day or an hour with the deed that they date where the tree says which."""
    out = []
    for t in times:
        sentence = next((s for s in sentences if s.start <= t.start < s.end), None)
        if t.type in ("DATE", "TIME") and sentence is not None:
            deed, of, by = _deed(sentence, t)
            t = replace(t, deed=deed, of=of, by=by)
        out.append(t)
    return tuple(out)


def _deed(sentence: Sentence, t: Time) -> tuple[str, str, str]:
    made = sentence.tokens
    inside = [k for k, x in enumerate(made) if t.start <= x.start < t.end]
    top = next((k for k in inside if made[k].head not in inside and made[k].rel.startswith(("obl", "advmod"))), None)
    if top is None or made[top].head < 0 or not made[made[top].head].tag.startswith("VB"):
        return "", "", ""
    at = over = made[top].head
    for _ in range(3):  # "met Holm and left on Monday": who left stands beside the first verb
        if (of := _told_of(made, over)) is not None:
            doer = _doer(made, over)
            return made[at].lemma, _name(made, of), _name(made, doer) if doer not in (of, None) else ""
        if made[over].rel.startswith("conj") and made[over].head >= 0:
            over = made[over].head
    behind = made[at].head if made[at].rel.startswith("acl") else -1
    doer = _doer(made, at)
    return made[at].lemma, _name(made, behind) if behind >= 0 else "", _name(made, doer) if doer is not None else ""


def _told_of(made: Sequence[Token], at: int) -> int | None:
    """Whom a verb is done with, to or by: "met with Holm", "rented the truck", "the truck was rented", "the talks ended"."""
    with_ = {x.head for x in made if x.rel == "case" and x.text.lower() == "with"}
    met = (k for k, x in enumerate(made) if x.head == at and x.rel.startswith("obl") and k in with_)
    rest = (k for rel in _OF for k, x in enumerate(made) if x.head == at and x.rel == rel)
    return next(itertools.chain(met, rest), None)


def _doer(made: Sequence[Token], at: int) -> int | None:
    """Who does what is done to another: the subject, or whoever stands behind "by"."""
    return next((k for k, x in enumerate(made) if x.head == at and x.rel in ("nsubj", "obl:agent")), None)


def _name(made: Sequence[Token], at: int) -> str:
    """The noun, of a name its last word, of "who" and "which" the noun that they stand for; "" for another pronoun."""
    if made[at].tag in ("WP", "WDT") and made[made[at].head].rel == "acl:relcl":
        at = made[made[at].head].head
    if not made[at].tag.startswith("NN"):
        return ""
    while made[at].tag == "NNP" and at + 1 < len(made) and made[at + 1].tag == "NNP":
        at += 1
    return made[at].lemma
