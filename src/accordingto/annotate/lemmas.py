"""Lemma of a word with its Penn tag: closed classes by table, inflected words by lexicon, then by rule.

Conventions of the Universal Dependencies treebanks of English: "n't" → "not", "me" → "I", "an" → "a", "better" → "good";
names keep their capitals. The lexicon (`lemmas.json.gz`, made by `training/lemmas.py`) holds what the rules get wrong.
"""

from __future__ import annotations

from functools import lru_cache

from ..text import lemma as untagged
from ..text import lemma_tables

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "‑": "-"})
_VERBS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")
_CLOSED = {
    "PRP": dict(
        x.split(":")
        for x in "me:I i:I him:he her:she us:we them:they 's:we thee:thou 'em:they em:they ya:you myself:myself".split()
    ),
    "PRP$": dict(x.split(":") for x in "my:my his:his its:its".split()),
    "DT": {"an": "a", "these": "this", "those": "that", "th": "the"},
    "WP": {"whom": "who"},
    "NNS": {"people": "person", "persons": "person"},
    "WP$": {"whose": "whose"},
    "MD": dict(x.split(":") for x in "ca:can wo:will 'll:will 'd:would sha:shall".split()),
    "RB": {"n't": "not", "nt": "not"},
    "TO": {"na": "to", "ta": "to"},
    "POS": {"'": "'s", "s": "'s"},
    "VERB": dict(
        x.split(":")
        for x in (
            "'s:be 'm:be 're:be 've:have 'd:have am:be is:be are:be was:be were:be been:be being:be be:be has:have had:have "
            "having:have does:do did:do done:do gon:go wan:want got:get s:be m:be"
        ).split()
    ),
    "DEGREE": dict(
        x.split(":")
        for x in "better:good best:good worse:bad worst:bad more:more most:most less:less least:least further:far farther:far".split()
    ),
}


def _lexicon() -> dict[str, dict[str, str]]:
    """By class (V, N, D): form → lemma, where the rules fail."""
    return lemma_tables()["tagged"]  # type: ignore[no-any-return]


@lru_cache(maxsize=1 << 16)
def lemma(word: str, tag: str) -> str:
    """Dictionary form; names, numbers and what is not inflected come back as they are, common words in lower case."""
    plain = word.translate(_PLAIN)
    low = plain.lower()
    if tag == "NNP" or (tag in ("FW", "ADD", "GW") and word != low):
        return plain
    if tag == "NNPS":
        made = lemma(low, "NNS")
        return made[:1].upper() + made[1:] if plain[:1].isupper() else made
    if tag in _VERBS:
        return _CLOSED["MD"].get(low) or low if tag == "MD" else _CLOSED["VERB"].get(low) or _inflected(low, tag, "V")
    if tag == "NNS":
        return _CLOSED["NNS"].get(low) or _inflected(low, tag, "N")
    if tag in ("JJR", "JJS", "RBR", "RBS"):
        if tag[0] == "R" and low in ("better", "best"):
            return "well"
        return _CLOSED["DEGREE"].get(low) or _lexicon()["D"].get(low) or ruled_degree(low, tag)
    return _CLOSED.get(tag, {}).get(low, low)


def _inflected(low: str, tag: str, kind: str) -> str:
    return _lexicon()[kind].get(low) or ruled(low, tag)


def ruled(low: str, tag: str) -> str:
    """By rule alone. A base form (VB, VBP) and a word that is not of letters stay."""
    if tag in ("VB", "VBP") or not low.isalpha() or len(low) < 3:
        return low
    if tag == "NNS" and low.endswith("men"):
        return low[:-2] + "an"
    if (tag in ("NNS", "VBZ") and not low.endswith("s")) or (tag == "VBG" and not low.endswith("ing")):
        return low
    return untagged(low)


def ruled_degree(low: str, tag: str) -> str:
    """ "bigger" → "big", "earliest" → "early", "later" → "late"."""
    ending = "er" if tag in ("JJR", "RBR") else "est"
    if not low.endswith(ending) or len(low) < len(ending) + 3:
        return low
    stem = low[: -len(ending)]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    return (
        stem + "e"
        if stem[-1] in "cgsvz"
        or (stem.endswith(("at", "ut", "id", "ur", "ir", "ar", "nl", "pl", "bl")) and len(stem) < 6)
        else stem
    )
