"""Who can speak: people, bodies and papers do; efforts, decisions and meetings do not."""

from __future__ import annotations

from .. import lexicon
from .engine import Token

_KINDS = ("person", "organization", "none")
"""What the encoder calls a mention that may speak; abstract things, events, objects, times and plants do not."""


def can_speak(token: Token) -> bool:
    """Whether the head of a phrase may be whose words a sentence tells: a word of office or body, a poll or a picture, or what the encoder
    takes for a person or a body. Examples: "analysts", "ministry", "imagery". Counter-examples: "negotiations", "efforts"."""
    words = {token.text.lower(), token.lemma}
    shown = bool(words & lexicon.word_set("labels")) or not words.isdisjoint(lexicon.exhibit_kinds())
    return shown or is_voice(token)


def is_voice(token: Token) -> bool:
    """Whether the head of a phrase is a person or a body, which may stress or vow. Counter-examples: "test", "report", which only show."""
    words = {token.text.lower(), token.lemma}
    return any(words & lexicon.word_set(x) for x in ("roles", "anonymous", "bodies")) or token.mention in _KINDS
