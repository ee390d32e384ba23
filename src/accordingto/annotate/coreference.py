"""Who a pronoun stands for, inside one article.

Salience as in Lappin and Leass (1994, "An algorithm for pronominal anaphora resolution"), over dependency trees: every
mention of a person lends weight by its grammatical role, halved with each sentence between; gender and the co-arguments of
one verb exclude. Two candidates of nearly equal weight leave the pronoun unresolved.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ..records import Mention
from ..text import Span
from . import clauses
from .engine import Sentence
from .gender import gender_of

REACH = 3
"""Sentences that a pronoun looks back over."""
MARGIN = 1.6
"""How many times heavier than the next candidate the antecedent must be."""
KNOWN = 4.0  # of a woman known to be one, for "she", beside those of whom it is not known
IN_QUOTATION = 0.5
"""Share of its weight that a name has whom only somebody's words in quotation marks tell of."""
_WEIGHT = {
    "nsubj": 180,
    "nsubj:pass": 170,
    "root": 150,
    "obj": 120,
    "iobj": 110,
    "obl": 100,
    "obl:agent": 120,
    "nmod:poss": 90,
    "owner": 150,  # of the subject: "Berg's note echoed another, in which he …"
    "appos": 120,
}
_FEMININE = frozenset("she her hers herself".split())
_MASCULINE = frozenset("he him his himself".split())
PERSONAL = _FEMININE | _MASCULINE


@dataclass(frozen=True, slots=True)
class _Place:
    sentence: int
    token: int
    rel: str
    governor: int


def outside(sentences: Sequence[Sentence], quotations: Sequence[Span]) -> list[int]:
    """The number of each sentence where those that run on inside one quotation count as one: a speech interrupts no narrative."""
    out: list[int] = []
    for s in sentences:
        on = any(q[0] < s.start < q[1] for q in quotations)
        out.append(out[-1] + (not on) if out else 0)
    return out


class Antecedents:
    """The persons of one article and where they stand.

    mentions: in order of position, as `names.mentions` gives them.
    """

    def __init__(
        self, text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], quotations: Sequence[Span] = ()
    ) -> None:
        self.text, self.sentences = text, sentences
        self.people = [m for m in mentions if m.kind == "person"]
        self.starts = [m.start for m in self.people]
        self.openings = [s.start for s in sentences]
        self.order = outside(sentences, quotations)
        self.places = [self._place(m.start, m.end) for m in self.people]
        self.quoted = [next((q for q in quotations if q[0] <= m.start < q[1]), None) for m in self.people]
        self.meant: list[tuple[int, str]] = []
        self.gender: dict[str, str] = {}
        for m in self.people:
            if found := gender_of(text, m):
                self.gender.setdefault(m.name, found)

    def mean(self, sentence: int, name: str, pronoun: str) -> None:
        """Note whom a pronoun that speaks in a sentence stands for: that lends weight as a name does, and tells the gender."""
        self.meant.append((sentence, name))
        self.gender.setdefault(name, "f" if pronoun in _FEMININE else "m")

    def person(self, start: int, end: int, spoken: Sequence[Span] = ()) -> str:
        """The name behind the pronoun at text[start:end]; '' where that is not clear.

        spoken: quotations that the person behind the pronoun utters; whom they name is somebody else.
        """
        word = self.text[start:end].lower()
        gender = "f" if word in _FEMININE else "m" if word in _MASCULINE else ""
        own = self._place(start, end)
        if not gender or own is None:
            return ""
        weights: dict[str, float] = {}
        first = bisect_left(self.starts, self.openings[bisect_left(self.order, self.order[own.sentence] - REACH)])
        others = self.named_in(spoken)
        for k in range(first, bisect_left(self.starts, start)):
            m, at = self.people[k], self.places[k]
            if m.name in others or at is None or self.gender.get(m.name, gender) != gender:
                continue
            if (
                at.sentence == own.sentence
                and at.governor == own.governor >= 0
                and own.rel not in ("nmod:poss", "owner")
                and at.rel != "appos"
            ):
                continue
            share = _WEIGHT.get(at.rel, 80) / 2 ** (self.order[own.sentence] - self.order[at.sentence])
            share *= KNOWN if gender == "f" and m.name in self.gender else 1.0
            inside = self.quoted[k]
            if inside is not None and not inside[0] <= start < inside[1]:
                share *= IN_QUOTATION
            weights[m.name] = weights.get(m.name, 0.0) + share
        for sentence, name in self.meant:
            back = self.order[own.sentence] - self.order[sentence]
            if 0 <= back <= REACH and name not in others and self.gender.get(name, gender) == gender:
                weights[name] = weights.get(name, 0.0) + _WEIGHT["nsubj"] / 2**back
        ranked = sorted(weights.items(), key=lambda x: (-x[1], x[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] < MARGIN * ranked[1][1]):
            return ""
        return ranked[0][0]

    def told_of_before(self, start: int, end: int, spoken: Sequence[Span] = ()) -> str:
        """Of whom the sentence before tells: the one person who is its subject, outside quotation marks; "" otherwise, and where it names
        others and the pronoun utters no quotation. ("The mayor was told of the fire. “My thoughts are with the crew,” | he | wrote.")"""
        own = self._place(start, end)
        if own is None:
            return ""
        now = self.order[own.sentence]
        begin, ends = (self.openings[bisect_left(self.order, k)] for k in (now - 1, now))
        back = range(bisect_left(self.starts, begin), bisect_left(self.starts, ends))
        named = {self.people[k].name for k in back if self._opens(k)}
        if named and not spoken:
            named |= {self.people[k].name for k in back if self.places[k]}
        if len(named) != 1 or named & self.named_in(spoken):
            return ""
        (one,) = named
        return one if self.agrees((start, end), one) else ""

    def same_before(self, span: Span, sentence: int) -> tuple[Span, int] | None:
        """The same pronoun as the subject of the main clause before, with its sentence ("He signalled that he was open. “We will see,” | he |
        said."); None where another subject stands there."""
        word = self.text[slice(*span)].lower()
        k = sentence - 1
        while k >= 0 and self.order[k] == self.order[sentence]:
            k -= 1
        made = self.sentences[k].tokens if k >= 0 else ()
        for t in made:
            if t.text.lower() == word and t.rel.startswith("nsubj") and t.head >= 0 and made[t.head].rel == "root":
                return (t.start, t.end), k
        return None

    def _opens(self, k: int) -> bool:
        """Whether a person is the subject of the main clause of a sentence, outside quotation marks."""
        at = self.places[k]
        if at is None or at.rel not in ("nsubj", "nsubj:pass") or at.governor < 0 or self.quoted[k] is not None:
            return False
        return self.sentences[at.sentence].tokens[at.governor].rel == "root"

    def named_in(self, spoken: Sequence[Span]) -> set[str]:
        """The persons whom stretches of text name."""
        return {m.name for m in self.people if any(s <= m.start < e for s, e in spoken)}

    def subject_before(self, start: int) -> str:
        """The person who is the subject of the sentence of a pronoun, named before it; "" where there is none."""
        own = self._place(start, start + 1)
        first = bisect_left(self.starts, self.openings[own.sentence]) if own is not None else 0
        found = range(first, bisect_left(self.starts, start)) if own is not None else ()
        places = ((self.people[k].name, self.places[k]) for k in found)
        return next((name for name, at in places if at is not None and at.rel in ("nsubj", "nsubj:pass")), "")

    def agrees(self, span: Span, name: str, surely: bool = False) -> bool:
        """Whether the pronoun at a span may stand for a person of this name as far as gender tells; `surely`: and gender is known."""
        gender = "f" if self.text[span[0] : span[1]].lower() in _FEMININE else "m"
        return self.gender.get(name, "" if surely else gender) == gender

    def _place(self, start: int, end: int) -> _Place | None:
        """Where the head word of a stretch of text stands, and in which role."""
        n = bisect_right(self.openings, start) - 1
        if n < 0:
            return None
        made = self.sentences[n].tokens
        i = clauses.head_of(self.sentences[n], start, end)
        if i is None:
            return None
        rel, governor = made[i].rel, made[i].head
        if rel in ("conj", "appos", "nmod:desc") and governor >= 0:  # shares the role of what it stands beside
            rel, governor = made[governor].rel, made[governor].head
        if rel == "nmod:poss" and governor >= 0 and made[governor].rel in ("nsubj", "nsubj:pass"):
            rel = "owner"
        return _Place(n, i, rel, governor)
