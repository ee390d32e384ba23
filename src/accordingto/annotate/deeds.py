"""What a day or an hour dates: the verb that it hangs on, and what that is done to, or by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..records import Time
from .engine import Sentence

_OF = ("obj", "nsubj:pass", "nsubj")
"""Relations of what a deed is told of, the nearest to it first (Universal Dependencies)."""


def dated(sentences: Sequence[Sentence], times: Sequence[Time]) -> tuple[Time, ...]:
    """The times, those of a day or an hour with the deed that they date where the tree says which."""
    out = []
    for t in times:
        sentence = next((s for s in sentences if s.start <= t.start < s.end), None)
        if t.type in ("DATE", "TIME") and sentence is not None:
            deed, of = _deed(sentence, t)
            t = replace(t, deed=deed, of=of)
        out.append(t)
    return tuple(out)


def _deed(sentence: Sentence, t: Time) -> tuple[str, str]:
    made = sentence.tokens
    inside = [k for k, x in enumerate(made) if t.start <= x.start < t.end]
    top = next((k for k in inside if made[k].head not in inside and made[k].rel.startswith(("obl", "advmod"))), None)
    if top is None or made[top].head < 0 or not made[made[top].head].tag.startswith("VB"):
        return "", ""
    at = made[top].head
    for rel in _OF:
        if (of := next((x for x in made if x.head == at and x.rel == rel), None)) is not None:
            return made[at].lemma, of.lemma if of.tag.startswith("NN") else ""
    behind = made[made[at].head] if made[at].rel.startswith("acl") and made[at].head >= 0 else None
    return made[at].lemma, behind.lemma if behind is not None and behind.tag.startswith("NN") else ""
