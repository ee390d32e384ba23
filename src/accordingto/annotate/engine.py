"""The linguistic engine behind one small interface: sentences with tagged tokens, noun phrases and verb groups.

`RuleEngine` is the present one: perceptron tags and chunk rules over them. An encoder with a parser can take its place:
callers see only `Engine`, `Sentence`, `Token`, `Phrase` and `VerbGroup`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from ..text import Span, lemma, tokens
from . import tagger


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    text: str
    lemma: str
    tag: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A base noun phrase: token indices first … last (inclusive) and its head."""

    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Auxiliaries, adverbs and one main verb: token indices first … last, `verb` the main one."""

    first: int
    last: int
    verb: int
    passive: bool
    negated: bool
    modal: str
    finite: bool
    infinitive: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    verbs: tuple[VerbGroup, ...]


class Engine(Protocol):
    """Anything that turns sentence spans of a text into analysed sentences, one for one."""

    def parse(self, text: str, spans: Sequence[Span]) -> tuple[Sentence, ...]: ...


class RuleEngine:
    """Perceptron tags, then finite-state noun phrases and verb groups."""

    def parse(self, text: str, spans: Sequence[Span]) -> tuple[Sentence, ...]:
        return tuple(self._sentence(text, s) for s in spans)

    def _sentence(self, text: str, span: Span) -> Sentence:
        pieces = tokens(text, span)
        surface = [text[s:e] for s, e in pieces]
        tags = (
            [
                ("NNP" if w[:1].isupper() else "NN") if t == "GW" else t
                for w, t in zip(surface, tagger.tag(surface), strict=True)
            ]
            if surface
            else []
        )
        tags = [
            "VBD" if t == "VBN" and i and surface[i - 1].lower() in ("he", "she", "it", "they", "we", "i", "who") else t
            for i, t in enumerate(tags)
        ]
        tags = [_name_before_said(surface, tags, i) for i in range(len(tags))]
        tags = [_noun_after_determiner(tags, i) for i in range(len(tags))]
        made = tuple(Token(s, e, w, _lemma(w, t), t) for (s, e), w, t in zip(pieces, surface, tags, strict=True))
        return Sentence(span[0], span[1], made, noun_phrases(made), verb_groups(made))


_SAID = frozenset(("said", "says", "told", "added", "wrote", "asked"))


def _name_before_said(surface: Sequence[str], tags: Sequence[str], i: int) -> str:
    """ "…,” Meeks said": a capitalised word right before a verb of saying is a name, and that verb is finite."""
    if surface[i].lower() in _SAID and i and tags[i] == "VBN" and surface[i - 1][:1].isupper():
        return "VBD"
    named = i and surface[i][:1].isupper() and i + 1 < len(surface) and surface[i + 1].lower() in _SAID
    return "NNP" if named and tags[i][:2] in ("VB", "JJ", "NN", "RB", "FW") else tags[i]


def _noun_after_determiner(tags: Sequence[str], i: int) -> str:
    """ "The general warned": an adjective between determiner and finite verb is a noun."""
    alone = tags[i] == "JJ" and i and tags[i - 1] in ("DT", "PRP$") and i + 1 < len(tags)
    return "NN" if alone and tags[i + 1] in ("VBD", "VBZ", "MD") else tags[i]


@lru_cache(maxsize=65536)
def _lemma(word: str, tag: str) -> str:
    if tag.startswith("NNP") or tag in ("PRP", "PRP$", "DT", "IN", "MD", "CC", "TO"):
        return word.lower().replace("’", "'")
    if tag in ("JJ", "RB", "NN", "VB", "VBP") and not (tag == "VBP" and word.lower() in ("are", "have", "am", "do")):
        return word.lower()
    return lemma(word)


_MODIFIER = frozenset("DT PDT PRP$ POS CD JJ JJR JJS NN NNS NNP NNPS VBN VBG RBS $ WP$ AFX".split())
_NOUN = frozenset(("NN", "NNS", "NNP", "NNPS", "CD"))
_ALONE = frozenset(("PRP", "EX", "WP", "WDT"))


def noun_phrases(made: Sequence[Token]) -> tuple[Phrase, ...]:
    """Base noun phrases, left to right: pronouns, and runs of modifiers that end in a noun, over possessives."""
    out: list[Phrase] = []
    i, n = 0, len(made)
    while i < n:
        if made[i].tag in _ALONE:
            out.append(Phrase(i, i, i))
            i += 1
            continue
        if made[i].tag not in _MODIFIER or made[i].tag == "POS" or _is_verb(made, i):
            i += 1
            continue
        j, head = i, -1
        while j < n and (made[j].tag in _MODIFIER or (made[j].tag in ("RB", "CC", ",") and _inside(made, j))):
            if made[j].tag in ("DT", "PRP$") and j > i and made[j - 1].tag not in ("PDT", "IN", "CC") and head >= 0:
                break
            if (
                made[j].tag in ("VBG", "VBN")
                and head >= 0
                and not (
                    j + 1 < n and made[j + 1].tag.startswith("NN") and made[j].tag == "VBG" and made[j - 1].tag == "POS"
                )
            ):
                break
            if made[j].tag in _NOUN:
                head = j
            j += 1
        if head < 0:
            if (
                made[i].tag in ("DT", "JJ", "JJS")
                and made[i].text.lower()
                in "this that these those both some many all others most another several such either neither each".split()
            ):
                out.append(Phrase(i, i, i))
            i = max(j, i + 1)
            continue
        first = i
        while (
            first < head
            and made[first].tag in ("VBN", "VBG")
            and first + 1 <= head
            and made[first + 1].tag in ("DT", "PRP$")
        ):
            first += 1
        out.append(Phrase(first, head, head))
        i = head + 1
    return tuple(out)


def _is_verb(made: Sequence[Token], i: int) -> bool:
    """A participle that opens no noun phrase: after an auxiliary, or a gerund with nothing before it that makes it an adjective."""
    if made[i].tag not in ("VBN", "VBG"):
        return False
    k = i - 1
    while k >= 0 and made[k].tag == "RB":
        k -= 1
    if k >= 0 and (
        made[k].lemma in _AUX
        or made[k].tag in ("TO", "MD")
        or made[k].text.lower() in ("'s", "’s", "'re", "’re", "'ve", "’ve")
    ):
        return True
    return made[i].tag == "VBG"


def _inside(made: Sequence[Token], j: int) -> bool:
    """An adverb or coordination between two adjectives belongs to the phrase: "deep and lasting peace"."""
    if j == 0 or j + 1 >= len(made):
        return False
    before, after = made[j - 1].tag, made[j + 1].tag
    return (
        before in ("DT", "JJ", "PRP$", "POS")
        and after in ("JJ", "VBN", "CD")
        and (made[j].tag != "," or before == "JJ")
    )


_AUX = frozenset(("be", "have", "do", "get"))


def verb_groups(made: Sequence[Token]) -> tuple[VerbGroup, ...]:
    """Verb groups, left to right. A participle right before a noun is a modifier, not a group."""
    out: list[VerbGroup] = []
    i, n = 0, len(made)
    while i < n:
        if not (
            made[i].tag.startswith("VB") or made[i].tag == "MD" or (made[i].tag == "TO" and _verb_next(made, i + 1))
        ):
            i += 1
            continue
        j, verb = i, -1
        while j < n:
            t = made[j]
            if t.tag.startswith("VB"):
                if verb >= 0 and made[verb].lemma not in _AUX and made[verb].tag != "MD":
                    break
                if verb >= 0 and t.tag == "VBG" and made[verb].lemma in ("do",):
                    break
                verb = j
            elif t.tag == "MD":
                verb = verb if verb >= 0 else j
            elif (
                not (t.tag in ("RB", "RBR", "TO") or t.text.lower() in ("n't", "n’t"))
                or (t.tag == "TO" and (verb >= 0 and made[verb].lemma not in ("be", "have", "go")))
                or (t.tag == "TO" and not _verb_next(made, j + 1))
            ):
                break
            j += 1
        if verb < 0:
            i = j + 1
            continue
        last = verb
        group = made[i : last + 1]
        lemmas = [t.lemma for t in group[:-1]]
        passive = (
            made[verb].tag in ("VBN", "VBD") and any(x in ("be", "get") for x in lemmas) and made[verb].lemma != "be"
        )
        out.append(
            VerbGroup(
                i, last, verb, passive,
                any(t.text.lower() in ("not", "n't", "n’t", "never", "cannot") for t in made[max(0, i - 1) : last + 1]),
                next((t.text.lower() for t in group if t.tag == "MD"), ""),
                any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in group),
                any(t.tag == "TO" for t in group[:-1]) and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in group),
            )
        )  # fmt: skip
        i = last + 1
    return tuple(out)


def _verb_next(made: Sequence[Token], j: int) -> bool:
    while j < len(made) and made[j].tag == "RB":
        j += 1
    return j < len(made) and made[j].tag.startswith("VB")
