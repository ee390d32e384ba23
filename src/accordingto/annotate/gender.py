"""Whether a mention of a person tells a woman or a man: by the word before it, the office beside it and the given names."""

from __future__ import annotations

from .. import lexicon
from ..records import Mention


def gender_of(text: str, m: Mention) -> str:
    """ "f", "m", or "" where nothing tells. A surname alone tells nothing."""
    before = {w.rstrip(".") for w in text[max(0, m.start - 12) : m.start].split()[-1:]}
    office = {w.lower().rstrip(".") for w in m.role.split()}
    given = {w.rstrip(".") for w in m.name.split()[:-1]}  # "Choe Son Hui" is nobody's son
    for found, name in (("f", "feminine"), ("m", "masculine")):
        if (before | given) & lexicon.word_forms(name) or office & lexicon.word_set(name):
            return found
    return ""
