"""Activities that a sanctions regime would cover, as the article describes them: which goods, from or to the target, in which words.

Nothing is said about whether it took place, or whether an exception applies: a described activity *would fall under* a provision. The
direction is kept: what the target supplies and what it receives are different provisions. Who denies or doubts it stands in the claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import lexicon
from ..records import Activity
from . import clauses
from .drafting import span_of
from .engine import Sentence

_GIVES = frozenset(
    """pay send supply ship provide export transfer deliver sell give hand offer donate furnish equip arm deploy dispatch share smuggle
    move transport trade exchange swap help assist""".split()
)
_TAKES = frozenset("receive obtain import buy purchase seek acquire get procure want need secure request".split())
_USES = frozenset("fire use launch deploy shoot employ field".split())
_NOUNS = frozenset("supply shipment delivery transfer sale export import purchase procurement trade provision".split())


def activities(sentences: Sequence[Sentence]) -> tuple[Activity, ...]:
    """Activities in order of position: the item's phrase, the regime, its provision and the direction."""
    out: list[Activity] = []
    for regime in lexicon.regimes():
        for sentence in sentences:
            named = [i for i, t in enumerate(sentence.tokens) if _stands_for(sentence, i, regime.target)]
            if named:
                out += _of(sentence, regime, named)
    return tuple(sorted(dict.fromkeys(out), key=lambda a: (a.start, a.end, a.provision)))


def _stands_for(sentence: Sentence, i: int, target: str) -> bool:
    """A name, demonym or seat of government of the target, of one word or two."""
    made, table = sentence.tokens, lexicon.country_of()
    pair = f"{made[i - 1].text} {made[i].text}".lower() if i else ""
    return target in (table.get(pair), table.get(made[i].text.lower()))


def _of(sentence: Sentence, regime: lexicon.Regime, named: Sequence[int]) -> Iterator[Activity]:
    made = sentence.tokens
    for i, t in enumerate(made):
        if not t.tag.startswith("NN"):
            continue
        before = made[i - 1].text.lower() if i else ""
        provisions = [p for p in regime.provisions if t.lemma in p.items or f"{before} {t.lemma}" in p.items]
        if not provisions:
            continue
        ways = _directions(sentence, i, named)
        for p in provisions:
            own = p.direction == "own" and _does_itself(sentence, i, named, p.acts)
            if own or p.direction in ways or (p.direction == "either" and ways):
                phrase = next((x for x in sentence.phrases if x.first <= i <= x.last), None)
                first, last = (phrase.first, phrase.last) if phrase is not None else (i, i)
                yield Activity(
                    *span_of(sentence, first, last),
                    regime.id,
                    p.id,
                    "own" if own else "from" if "from" in ways and p.direction != "to" else "to",
                )


def _does_itself(sentence: Sentence, item: int, named: Sequence[int], acts: frozenset[str]) -> bool:
    """Whether the target is the one that does one of the acts to the item: "North Korea fired a missile", "fired by North Korea"."""
    at = item
    while sentence.tokens[at].rel in ("nmod", "compound", "conj") and sentence.tokens[at].head >= 0:
        at = sentence.tokens[at].head
    verb = sentence.tokens[at].head
    if verb < 0 or sentence.tokens[verb].lemma not in acts:
        return False
    return any(_under(sentence, k, verb) and _role(sentence, k, verb) in ("subject", "by") for k in named)


def _directions(sentence: Sentence, item: int, named: Sequence[int]) -> set[str]:
    """ "from" and "to": what the sentence says of the item and the target, by the verb or noun of transfer that governs the item."""
    made = sentence.tokens
    at, seen = item, set()
    out: set[str] = set()
    while at >= 0 and at not in seen:
        seen.add(at)
        lemma = made[at].lemma
        hangs = [k for k in named if _under(sentence, k, at)]
        own = any(made[k].head == item and made[k].rel in ("amod", "compound", "nmod:poss") and k < item for k in named)
        if lemma in _GIVES | _TAKES | _USES | _NOUNS and at != item:
            for k in hangs:
                role = _role(sentence, k, at)
                if role == "subject":
                    out.add("from" if lemma in _GIVES else "to" if lemma in _TAKES else "")
                elif role in ("to", "for"):
                    out.add("to")
                elif role == "from":
                    out.add("from")
                elif role == "object" and lemma in _GIVES:
                    out.add("to")
            if own and lemma in _GIVES | _USES | _NOUNS and not any(_role(sentence, k, at) == "subject" for k in hangs):
                out.add("from")
        at = made[at].head
    return out - {""}


def _under(sentence: Sentence, token: int, top: int) -> bool:
    return sentence.reach[top][0] <= token <= sentence.reach[top][1]


def _role(sentence: Sentence, token: int, verb: int) -> str:
    """How the target hangs under the verb: subject, object, or the preposition of its phrase."""
    made = sentence.tokens
    at, seen = token, set()
    while made[at].head != verb and made[at].head >= 0 and at not in seen:
        seen.add(at)
        case = clauses.case_of(sentence, at)
        if case in ("to", "from", "for") and made[at].rel.startswith(("obl", "nmod")):
            return case
        at = made[at].head
    case = clauses.case_of(sentence, at)
    if case:
        return case
    rel = made[at].rel
    return "subject" if rel == "nsubj" else "object" if rel in ("iobj", "obj") and at == token else rel
