"""The linguistic engine behind one small interface: sentences with tagged tokens, noun phrases and verb groups.

Callers see only `Engine`, `Sentence`, `Token`, `Phrase` and `VerbGroup`. A token is an orthographic word with its lemma in
lower case, Penn tag, head (index of a token, -1 for the root), UD relation, name label (B-, I- or O), and, where it heads a
mention, what that is: person, organization, place, abstract, object, event, time …
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from .. import lexicon
from ..text import Span, tokens
from .encoder import Analysis, encoder
from .lemmas import lemma


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    head: int = -1
    rel: str = ""
    name: str = "O"
    mention: str = "none"


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
    reach: tuple[Span, ...]
    """For each token the first and last token of what hangs under it, itself included."""


class Engine(Protocol):
    """Anything that turns sentence spans of a text into analysed sentences, one for one."""

    def parse(self, text: str, spans: Sequence[Span]) -> tuple[Sentence, ...]: ...


class EncoderEngine:
    """The encoder's tags, tree and names (`encoder.py`), and over them noun phrases and verb groups."""

    def parse(self, text: str, spans: Sequence[Span]) -> tuple[Sentence, ...]:
        return tuple(_sentence(text, s) for s in spans)


def _sentence(text: str, span: Span) -> Sentence:
    pieces = tokens(text, span)
    if not pieces:
        return Sentence(span[0], span[1], (), (), (), ())
    surface = tuple(html.unescape(w) if w[0] == "&" else w for w in (text[s:e] for s, e in pieces))
    a = _analysis(surface)
    runs = _orthographic(surface, pieces, a)
    at = {i: n for n, run in enumerate(runs) for i in range(run[0], run[1] + 1)}
    depth = _depths(a.heads)
    made = []
    for first, last in runs:
        main = min(range(first, last + 1), key=depth.__getitem__)  # nearest to the root: joining words makes no cycle
        tag = a.xpos[last if a.xpos[last] not in ("HYPH", "GW", "AFX") else main]
        start, end = pieces[first][0], pieces[last][1]
        word = text[start:end]
        tag = ("NNP" if word[:1].isupper() else "NN") if tag == "GW" else tag
        made.append(
            Token(
                start,
                end,
                word,
                lemma(word, tag).lower(),
                tag,
                at[a.heads[main] - 1] if a.heads[main] else -1,
                a.rels[main],
                a.names[first],
                a.mentions[main],
            )
        )
    made = _closing(_lifted(_due(made)))
    return Sentence(span[0], span[1], tuple(made), noun_phrases(made), verb_groups(made), _reach(made))


def _due(made: list[Token]) -> list[Token]:
    """The tree of "is due to visit Lund" as that of "is likely to visit Lund"; the encoder reads the "due to" of causes, also where somebody
    is due to do what looks like a noun ("the minister is due to travel")."""
    out = list(made)
    for i, t in enumerate(made[:-2]):
        v, w = i + 2, made[i + 2]
        if t.lemma != "due" or t.head != v or made[i + 1].text != "to" or made[i - 1].lemma != "be":
            continue
        who = next((x for x in made[:i] if x.head == v and x.rel.startswith("nsubj")), None)
        does = who is not None and (who.mention in ("person", "organization") or who.name[2:] in ("PER", "ORG"))
        if w.tag in ("VB", "VBP") or (w.tag == "NN" and does):
            out[i] = replace(t, head=w.head, rel=w.rel)
            out[i + 1] = replace(made[i + 1], tag="TO", head=v, rel="mark")
            out[v] = replace(w, tag="VB", lemma=lemma(w.text, "VB"), head=i, rel="xcomp")
            for k in range(i):
                if made[k].head == v:
                    out[k] = replace(made[k], head=i)
    return out


def _lifted(made: list[Token]) -> list[Token]:
    """The tree with "and insisted that …" beside the verb of saying where the encoder hangs it inside what was said: behind a comma, in the
    simple past, it does not go on with a clause that "had", "would" or "was" opens ("She said that Berg had left, and insisted that …")."""
    out = list(made)
    for i, t in enumerate(made):
        if t.rel != "conj" or t.tag != "VBD" or i < 3 or made[i - 1].tag != "CC" or made[i - 2].text != ",":
            continue
        inner = made[t.head]
        outer = made[inner.head] if inner.rel == "ccomp" and inner.head >= 0 else None
        if outer is None or outer.tag != "VBD" or not inner.head < t.head < i:
            continue
        below = [(k, x) for k, x in enumerate(made) if x.head == i]
        clause = any(x.rel == "ccomp" and k > i for k, x in below) and made[min(i + 1, len(made) - 1)].text == "that"
        subject = any(x.rel.startswith(("nsubj", "expl")) for _, x in below)
        if clause and not subject and inner.tag != "VBD":
            out[i] = replace(t, head=inner.head)
    return out


def _closing(made: list[Token]) -> list[Token]:
    """The tree with a clause of saying that closes a sentence as one in the past ("The fair will be in May, the council announced on Friday"),
    where the encoder reads a passive without an auxiliary, and with the words behind its verb under it, not under what was said."""
    out = list(made)
    for i, t in enumerate(made):
        if t.tag not in ("VBN", "VBD") or t.lemma not in lexicon.cue_table("verbs"):
            continue
        below = [(k, x) for k, x in enumerate(made) if x.head == i]
        subject = next((k for k, x in below if x.rel.startswith("nsubj") and k < i), None)
        if subject is None and t.head < 0 and (subject := _torn_off(made, i)) is not None:
            out[subject] = replace(made[subject], head=i, rel="nsubj")
        if subject is None or any(x.rel.startswith("aux") for _, x in below):
            continue
        first = min((k for k, x in enumerate(made) if x.head == subject), default=subject)
        before = min(first, subject) - 1
        if before < 1 or made[before].text not in (",", "”", '"') or any(x.tag in (",", "CC") for x in made[subject:i]):
            continue
        if t.tag == "VBN":
            out[i] = replace(t, tag="VBD")
            out[subject] = replace(made[subject], rel="nsubj")
        for k in range(i + 1, len(made)):
            x = made[k]
            if (
                x.rel.startswith("obl")
                and -1 < x.head < before
                and all(y.head in range(i, k + 1) for y in made[i + 1 : k])
            ):
                out[k] = replace(x, head=i)
    return out


def _torn_off(made: Sequence[Token], verb: int) -> int | None:
    """The head of the phrase between a comma and a verb of saying at the top of a sentence that the encoder hung inside what was said: "…, his
    lawyer Per Lund said"; None where anything but a phrase stands there."""
    comma = next((k for k in range(verb - 1, max(-1, verb - LONG), -1) if made[k].tag == ","), 0)
    inside = range(comma + 1, verb)
    if comma < 2 or not inside or any(made[k].tag.startswith(("VB", "MD", "W", "CC")) for k in inside):
        return None
    if not any(x.rel == "ccomp" and x.head == verb for x in made[:comma]):
        return None
    torn = [k for k in inside if made[k].head not in inside]
    return torn[0] if len(torn) == 1 and made[torn[0]].tag.startswith(("NN", "PRP")) else None


LONG = 14  # tokens of who said it, at the end of a sentence


def first_conjunct(made: Sequence[Token], at: int) -> int:
    """The word that opens the row in which a word stands, by the tree: "met" of "met, spoke and left", a word alone itself."""
    while made[at].rel == "conj" and made[at].head >= 0:
        at = made[at].head
    return at


def _depths(heads: Sequence[int]) -> list[int]:
    """How far each word is from the root."""
    out = [0] * len(heads)
    for i in range(len(heads)):
        at = heads[i]
        while at:
            out[i] += 1
            at = heads[at - 1]
    return out


@lru_cache(maxsize=1024)
def _analysis(surface: tuple[str, ...]) -> Analysis:
    """Copies of agency texts repeat whole sentences."""
    return encoder()(list(surface))


def _orthographic(surface: Sequence[str], pieces: Sequence[Span], a: Analysis) -> list[tuple[int, int]]:
    """First and last UD word of each orthographic word: "non-proliferation" is one, "Seoul-based" is three."""
    out: list[tuple[int, int]] = []
    i = 0
    while i < len(surface):
        j = i
        while j + 2 < len(surface) and _hyphenated(surface, pieces, j) and _one_word(surface, a, j):
            j += 2
        out.append((i, j))
        i = j + 1
    return out


def _hyphenated(surface: Sequence[str], pieces: Sequence[Span], j: int) -> bool:
    return (
        surface[j + 1] in ("-", "‐", "‑", "/")
        and pieces[j][1] == pieces[j + 1][0]
        and pieces[j + 1][1] == pieces[j + 2][0]
        and (surface[j][-1].isalpha() or surface[j + 2][0].isalpha())
        and surface[j + 2][0].isalnum()
    )


def _one_word(surface: Sequence[str], a: Analysis, j: int) -> bool:
    """A hyphen that parts a name from what is not of the name parts words."""
    left, right = a.names[j], a.names[j + 2]
    return (left == "O") == (right == "O") and not right.startswith("B-") and surface[j + 2] not in _SUFFIX


_SUFFIX = frozenset(
    """based backed led made era controlled owned born style occupied held run funded supplied built launched aligned linked
    type class wide speaking language bound trained designed produced brokered mediated imposed sponsored affiliated""".split()
)


_BEFORE = frozenset("det det:predet amod compound nummod nmod:poss nmod:desc flat punct nmod:unmarked goeswith".split())
_AFTER = frozenset("flat goeswith nummod compound nmod:desc".split())
_NOMINAL = ("NN", "NNS", "NNP", "NNPS", "CD", "PRP", "EX", "WP", "WDT", "ADD", "$")
_STANDING = frozenset(
    "this that these those it both some many all others most another several such either neither each few more none one".split()
)


def noun_phrases(made: Sequence[Token]) -> tuple[Phrase, ...]:
    """Base noun phrases, left to right: a nominal with what modifies it from the left, over possessives, and the rest of its name."""
    left: list[list[int]] = [[] for _ in made]
    right: list[list[int]] = [[] for _ in made]
    for i, t in enumerate(made):
        if t.head >= 0:
            (left if i < t.head else right)[t.head].append(i)
    out: list[Phrase] = []
    for i in range(len(made)):
        if not _heads_phrase(made, i):
            continue
        first, last = _leftmost(made, left, right, i), i
        for c in right[i]:
            if (made[c].rel in _AFTER and c == last + 1) or (made[c].rel == "flat" and c - last <= 3):
                last = max([c, *(x for x in right[c] if made[x].rel in _AFTER)])
        if out and out[-1].last >= first:
            if out[-1].first >= first:
                out.pop()
            else:
                first = out[-1].last + 1
        if first <= i:
            out.append(Phrase(first, last, last if made[last].tag.startswith("NNP") else i))
    return tuple(out)


def _reach(made: Sequence[Token]) -> tuple[Span, ...]:
    first, last = list(range(len(made))), list(range(len(made)))
    for i, t in enumerate(made):
        at = t.head
        while at >= 0:
            first[at], last[at] = min(first[at], i), max(last[at], i)
            at = made[at].head
    return tuple(zip(first, last, strict=True))


_INNER = frozenset(
    "compound flat amod nmod:poss nummod det det:predet case fixed goeswith punct cc mark advmod aux cop".split()
)


def _heads_phrase(made: Sequence[Token], i: int) -> bool:
    t = made[i]
    inner = t.rel in _INNER or (t.rel == "nmod:desc" and t.head > i)
    if inner and not _bare_genitive(made, i) and not _torn(made, i):
        return False
    return t.tag in _NOMINAL or (t.tag in ("DT", "JJ", "JJS", "JJR", "PDT") and t.text.lower() in _STANDING)


def _torn(made: Sequence[Token], i: int) -> bool:
    """A part of a name whose head the parser puts beyond a finite verb."""
    t = made[i]
    between = made[min(i, t.head) + 1 : max(i, t.head)] if t.rel in ("flat", "compound") else ()
    return any(x.tag in ("VBD", "VBZ", "VBP", "MD") or x.rel == "root" for x in between)


def _bare_genitive(made: Sequence[Token], i: int) -> bool:
    """A name taken for a genitive without its mark: "told Berg the visit" has two phrases."""
    t = made[i]
    if t.rel != "nmod:poss" or t.tag in ("PRP$", "WP$", "PRP") or t.text.endswith(("'", "’")):
        return False
    return not any(x.tag == "POS" for x in made[i + 1 : t.head + 1])


def _leftmost(made: Sequence[Token], left: Sequence[Sequence[int]], right: Sequence[Sequence[int]], i: int) -> int:
    """The leftmost token of the unbroken run of modifiers that ends at i."""
    first = i
    for c in reversed(left[i]):
        t = made[c]
        if (
            t.rel not in _BEFORE
            or _bare_genitive(made, c)
            or (t.rel == "punct" and t.text not in ("-", '"', "“", "”", "''", "``", ","))
        ):
            break
        edge = max([c, *_below(right, c)])
        if edge + 1 < first and any(made[k].rel not in ("punct", "case", "advmod") for k in range(edge + 1, first)):
            break
        if t.rel == "punct" and t.text == ",":
            continue
        first = min(first, _leftmost(made, left, right, c))
    return first


def _below(right: Sequence[Sequence[int]], c: int) -> list[int]:
    out = []
    for x in right[c]:
        out += [x, *_below(right, x)]
    return out


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
        ) or _held(made, i, verb)
        out.append(
            VerbGroup(
                i, last, verb, passive,
                any(_denies(made, k) for k in range(max(0, i - 1), last + 1)),
                next((t.text.lower() for t in group if t.tag == "MD"), ""),
                any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in group),
                any(t.tag == "TO" for t in group[:-1]) and not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in group),
            )
        )  # fmt: skip
        i = last + 1
    return tuple(out)


def _denies(made: Sequence[Token], k: int) -> bool:
    """Whether a token negates; "not only", "not just" do not."""
    only = made[k + 1].text.lower() if k + 1 < len(made) else ""
    return made[k].text.lower() in ("not", "n't", "n’t", "never", "cannot") and only not in ("only", "just", "merely")


_HELD = frozenset("believe think say report allege suspect fear rumor rumour understand estimate presume".split())


def _held(made: Sequence[Token], first: int, verb: int) -> bool:
    """The passive of headlines: "Lima believed to have sunk the ship" is what others believe."""
    after = [t.text.lower() for t in made[verb + 1 : verb + 3]]
    bare = first == verb and made[verb].tag in ("VBN", "VBD") and made[verb].lemma in _HELD
    return bare and after[:1] == ["to"] and after[1:] in (["have"], ["be"])


def _verb_next(made: Sequence[Token], j: int) -> bool:
    while j < len(made) and made[j].tag == "RB":
        j += 1
    return j < len(made) and made[j].tag.startswith("VB")
