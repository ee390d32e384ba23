"""Happenings: PLOVER type of each main verb or event noun, actor, recipient, time and occurrence status.

Types: PLOVER (A. Halterman et al., "PLOVER and POLECAT", 2023). Status follows modality, negation and tense.
"""

from __future__ import annotations

from collections.abc import Sequence

from .. import lexicon
from ..records import Happening, Time
from ..text import Span, lemma
from . import clauses
from .drafting import span_of
from .engine import Phrase, Sentence, VerbGroup

_EXPECTED = frozenset(
    ["plan", "expect", "schedule", "set", "due", "intend", "prepare", "hope", "promise", "vow", "pledge", "agree"]
)
_IRREALIS = frozenset(["could", "may", "might", "would", "can", "should"])
_LIGHT = frozenset("make hold have take conduct carry give pay launch stage begin start end face impose".split())


def happenings(text: str, sentences: Sequence[Sentence], times: Sequence[Time]) -> tuple[Happening, ...]:
    """One happening for each verb group that names one; a light verb takes the type of its noun."""
    verbs, nouns = lexicon.event_words()
    out: list[Happening] = []
    for sentence in sentences:
        for group in sentence.verbs:
            made = _happening(text, sentence, group, verbs, nouns, times)
            if made is not None:
                out.append(made)
    return tuple(out)


def _happening(
    text: str, sentence: Sentence, group: VerbGroup, verbs: dict[str, str], nouns: dict[str, str], times: Sequence[Time]
) -> Happening | None:
    made = sentence.tokens
    word = made[group.verb].lemma
    following = " ".join(t.text.lower() for t in made[group.verb + 1 : group.verb + 2])
    kind = verbs.get(f"{word} {following}") or verbs.get(word)
    start, end = made[group.first].start, made[group.verb].end
    obj = clauses.phrase_from(sentence, group.verb + 1)
    if (kind is None or word in ("launch",)) and word in _LIGHT | {"launch"} and obj is not None:
        noun = made[obj.head].text.lower()
        by_noun = nouns.get(noun) or nouns.get(lemma(noun))
        kind = by_noun or kind
        end = made[obj.head].end if by_noun else end
    if kind is None:
        return None
    subject = clauses.subject_before(sentence, group.first)
    actor = [span_of(sentence, *subject)] if subject else []
    recipient: list[Span] = []
    at = obj or _prepositional(sentence, group.verb + 1)
    if at is not None:
        recipient = [span_of(sentence, at.first, clauses.with_tail(sentence, at))]
    if group.passive:
        agent = next(
            (i for i in range(group.verb + 1, min(len(made), group.verb + 8)) if made[i].text.lower() == "by"), None
        )
        phrase = clauses.phrase_from(sentence, agent + 1) if agent is not None else None
        actor, recipient = ([span_of(sentence, phrase.first, phrase.last)] if phrase else []), actor
    time = next((t.value for t in times if sentence.start <= t.start < sentence.end and t.type in ("DATE", "TIME")), "")
    return Happening(start, end, kind, tuple(actor), tuple(recipient), time, status(sentence, group))


def _prepositional(sentence: Sentence, i: int) -> Phrase | None:
    if i + 1 < len(sentence.tokens) and sentence.tokens[i].text.lower() in (
        "with",
        "to",
        "against",
        "on",
        "at",
        "of",
        "for",
    ):
        return clauses.phrase_from(sentence, i + 1)
    return None


def status(sentence: Sentence, group: VerbGroup) -> str:
    """occurred, expected, negated or uncertain, from negation, modal and governing verb."""
    made = sentence.tokens
    if group.negated:
        return "negated"
    if group.modal in ("will", "shall", "'ll", "’ll"):
        return "expected"
    if group.modal in _IRREALIS | {"must"}:
        return "uncertain"
    if group.infinitive:
        before = {t.lemma for t in made[max(0, group.first - 4) : group.first]} | {
            lemma(t.text) for t in made[max(0, group.first - 4) : group.first]
        }
        return "expected" if before & _EXPECTED else "uncertain"
    if any(t.text.lower() in ("if", "unless", "whether") for t in made[: group.first]):
        return "uncertain"
    return "occurred"
