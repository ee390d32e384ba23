"""How certain a text makes a happening: from -3 (certainly not) over 0 (left open) to 3 (certainly so), with the reasons.

Method: what the governing words leave of it, from the root of the sentence down to the word: each governor has a class
(`lexicon/certainty.toml`) with a value where it is itself asserted and another where it is denied; modals, negation,
conditions and purposes cap or turn the value by the tables below (implicative signatures: R. Nairn, C. Condoravdi, L. Karttunen,
"Computing relative polarity for textual inference", 2006; walked over the tree as in G. Stanovsky et al., "Integrating deep
linguistic features in factuality prediction", 2017).
"""

from __future__ import annotations

from dataclasses import dataclass

from .. import lexicon
from ..text import Span
from . import clauses
from .engine import Sentence, Token

SURE = 2.9
MODAL = {
    "will": 2.6, "shall": 2.6, "'ll": 2.6, "’ll": 2.6, "wo": 2.6, "would": 1.9, "can": 1.5, "ca": 1.5, "could": 1.3, "may": 1.5,
    "might": 1.2, "should": 1.3, "must": 1.6,
}  # fmt: skip
HEDGE = {
    "reportedly": 1.7, "allegedly": 1.4, "possibly": 0.8, "perhaps": 0.7, "probably": 1.6, "likely": 1.5, "apparently": 1.7,
    "supposedly": 1.0, "potentially": 0.7, "potential": 0.7, "possible": 0.7, "alleged": 1.4, "suspected": 1.3, "planned": 2.4,
    "proposed": 2.4, "threatened": 1.5,
}  # fmt: skip
CONDITION, PURPOSE, OPEN, QUESTION, DENIED, PRESUMED = 1.1, 2.0, 2.2, 1.0, 1.6, 2.4
_IF = frozenset(("if", "unless", "whether"))
_NOT = frozenset(
    ("not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none", "nothing", "without", "hardly")
)
_MORE = frozenset(("only", "just", "merely", "simply"))
_DENIES = frozenset(("advmod", "det", "cc:preconj", "mark", "case", "nsubj", "obj", "nsubj:pass"))
_AIMS = frozenset(("of", "for", "from", "against", "at", "in", "to"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_CLAUSE = frozenset(("ccomp", "xcomp", "csubj", "csubj:pass", "acl"))
_PART = frozenset(("obj", "nmod", "obl", "nsubj", "nsubj:pass", "nmod:poss", "compound", "amod"))


_ARGUMENT = ("nsubj", "nsubj:pass", "obj")


@dataclass(frozen=True, slots=True)
class Certainty:
    """value in -3 … 3; reasons: codes from the root to the word, each with the word it was read off."""

    value: float
    reasons: tuple[str, ...]


def certainty(sentence: Sentence, token: int, within: Span | None = None) -> Certainty:
    """The certainty of what the word at `token` names, as the sentence tells it.

    within: a stretch of text; words outside it have no say ("she denied that …": how certain is what she denied?).
    """
    outside = frozenset(i for i, t in enumerate(sentence.tokens) if within and not within[0] <= t.start < within[1])
    found = _certainty(sentence, token, outside)
    if sentence.tokens[-1].text == "?" and found.value > QUESTION:
        return Certainty(QUESTION, (*found.reasons, "question"))
    return found


def _certainty(sentence: Sentence, at: int, seen: frozenset[int]) -> Certainty:
    made = sentence.tokens
    seen |= {at}
    value, reasons = _governed(sentence, at, seen)
    for i, t in enumerate(made):
        if t.head != at or i in seen:
            continue
        low = t.text.lower()
        if low == "not" and i + 1 < len(made) and made[i + 1].text.lower() in _MORE:
            continue  # "not only builds a wall"
        if t.rel.startswith("aux") and low in MODAL:
            value, code = _capped(value, MODAL[low]), f"modal:{low}"
        elif (low in _NOT and t.rel in _DENIES and not (low in ("no", "neither") and made[at].rel in _ARGUMENT)) or _no(
            made, t
        ):
            value, code = -_capped(value, DENIED), f"negation:{low}"
        elif t.rel == "mark" and low in _IF:
            value, code = _capped(value, CONDITION), f"condition:{low}"
        elif t.rel == "mark" and low in _AIMS and made[at].tag == "VBG":
            value, code = _capped(value, PURPOSE), f"aim:{low}"
        elif low in HEDGE and t.rel in ("advmod", "amod"):
            value, code = _capped(value, HEDGE[low]), f"hedge:{low}"
        elif t.lemma == "be" and i == clauses.is_to(made, at):
            value, code = _capped(value, PRESUMED), "plan:be"
        elif t.tag == "TO" and made[at].rel == "root" and clauses.bears_subject(sentence, at):
            value, code = _capped(value, PRESUMED), "plan:to"  # a headline: "Council to meet on Thursday"
        else:
            continue
        reasons = (*reasons, code)
    if made[at].tag == "VB" and made[at].rel in ("root", "ccomp", "parataxis") and not _helped(sentence, at):
        value, reasons = _capped(value, CONDITION), (*reasons, "imperative")
    return Certainty(round(value, 2), reasons)


def _helped(sentence: Sentence, at: int) -> bool:
    """The verb has a subject, an auxiliary or "to": it is no imperative."""
    return any(t.head == at and (t.rel.startswith(("nsubj", "aux")) or t.tag == "TO") for t in sentence.tokens)


def _capped(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))


def _definite(sentence: Sentence, at: int) -> bool:
    """ "did not meet the demand": there is a demand."""
    return any(
        (t.head == at and t.text.lower() in _DEFINITE) or (t.head == at and t.rel == "nmod:poss")
        for t in sentence.tokens
    )


_ONLY_WAY = frozenset(("choice", "option", "alternative", "doubt", "secret"))
"""Of what there is none where something is so: "has no choice but to strike", "there is no doubt that …"."""


def _no(made: tuple[Token, ...], t: Token) -> bool:
    """ "No ship sank": the negation stands in the subject or object."""
    if t.rel not in _ARGUMENT or t.lemma in _ONLY_WAY:
        return False
    return any(
        x.rel == "det" and x.text.lower() in ("no", "neither") and made[x.head] is t for x in made if x.head >= 0
    )


def _governed(sentence: Sentence, at: int, seen: frozenset[int]) -> tuple[float, tuple[str, ...]]:
    """What the words above leave of it, before its own modals and negations."""
    made = sentence.tokens
    head, rel = made[at].head, made[at].rel
    if head < 0 or head in seen:
        return SURE, ()
    if rel == "conj":
        up = _certainty(sentence, head, seen)
        shared = all(not t.rel.startswith(("nsubj", "aux")) and t.text.lower() != "but" for t in made if t.head == at)
        return (up.value, up.reasons) if shared else _governed(sentence, head, seen)
    purpose = any(t.head == at and t.tag == "TO" for t in made)
    if rel == "advcl":
        return (_capped(_certainty(sentence, head, seen).value, PURPOSE), ("purpose",)) if purpose else (SURE, ())
    if rel not in _CLAUSE | _PART:
        return SURE, ()
    entry = lexicon.certainty_classes().get(made[head].lemma)
    if entry is None or (rel in _PART and entry.asserts):
        up = _certainty(sentence, head, seen)
        if rel in _PART:
            return (up.value if rel == "obj" and not _definite(sentence, at) else max(up.value, PRESUMED)), up.reasons
        if rel == "xcomp":
            return (_capped(up.value, OPEN) if purpose else up.value), up.reasons
        return (_capped(up.value, PURPOSE), ("purpose",)) if purpose else (SURE, ())
    up = _certainty(sentence, head, seen)
    code = (*up.reasons, f"{entry.id}:{made[head].lemma}")
    if up.value < 0:
        return entry.negated, code
    if entry.under < 0 and "purpose" in up.reasons:
        return 0.0, code  # "spoke unnamed to avoid upsetting the talks": whether he did upset them is open
    return (entry.under if entry.keeps else _capped(entry.under, max(up.value, 0.3))), code
