"""Yes and no: what one account affirms and another negates, by two wordings of one claim, by one holder who denies here what he confirms there,
or by two voices of one event whose sentences say the same with another sign.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from .. import lexicon
from ..records import AGAINST, Claim, Evidence, Position
from ..text import clip, plain_quote
from . import rarity, similarity, sparse, wordings
from .context import Desk, concepts
from .occasions import meet
from .propositions import VIEWS, Proposition, sentence_of, text_of

ONE_CLAIM = 0.8  # likeness of two wordings of one claim
ANSWERED = 0.6  # of what one holder denies here and confirms there
LIKELY = 0.45  # of two sentences of one event that may say the same with another sign
TWO_VOICES, ONE_VOICE = 0.65, 0.6  # of what they say up to a "but", by two voices and by one
LONGER = 1.6  # times that one wording of a claim may be longer than the other
FULLER = 2.0  # the same of two voices
SHARED = 2  # words of a deed that both voices have
Told = tuple[str, list[str], list[Evidence], str]
"""What it is about, the sign of each, the passages, and how alike they are."""


def disagreements(desk: Desk, made: Sequence[Claim], held: Sequence[Proposition]) -> Iterator[Told]:
    """Every such pair of passages of two articles; what is negated once is set against one passage."""
    seen: list[Evidence] = []
    for told in (*_worded(desk, made), *_answered(desk, held), *_opposed(desk, held)):
        last = told[2][-1] if told[1][0] != "negated" else told[2][0]
        if not any(_meet(last, e) for e in seen):
            seen.append(last)
            yield told


def _meet(e: Evidence, f: Evidence) -> bool:
    return e.article == f.article and e.start < f.end and f.start < e.end


def _worded(desk: Desk, made: Sequence[Claim]) -> Iterator[Told]:
    """Two wordings of one claim."""
    for c in made:
        held = [p for p in c.positions if p.position not in AGAINST]
        for p, q in combinations(held, 2):
            x, y = _sign(desk, p), _sign(desk, q)
            if p.evidence.article == q.evidence.article or x is None or y is None or x[0] == y[0]:
                continue
            short, long = sorted((len(x[1].split()), len(y[1].split())))
            plain = y[1] if x[0] else x[1]
            if (
                _NEGATIVE.search(plain)
                or not _denied_by_one(*((x[1], y[1]) if x[0] else (y[1], x[1])))
                or _TWO_CLAUSES.search(f"{x[1]} {y[1]}")
                or bool(_FUTURE.search(x[1])) != bool(_FUTURE.search(y[1]))
            ):
                continue  # "does not assess that it occurred" is no affirmation; what will be is not what is
            if long <= LONGER * short and similarity.cosine(desk.vector(x[1]), desk.vector(y[1])) >= ONE_CLAIM:
                yield (
                    c.text[:80],
                    ["negated" if side[0] else "affirmed" for side in (x, y)],
                    [p.evidence, q.evidence],
                    "",
                )


def _answered(desk: Desk, held: Sequence[Proposition]) -> Iterator[Told]:
    """What one holder denies in one article of an event and confirms in another, where neither has it both ways."""
    by: dict[tuple[str, str], list[Proposition]] = defaultdict(list)
    for p in held:
        if p.event and p.holder and p.attribution is not None and p.position in ("denies", "confirms"):
            by[p.event, p.holder].append(p)
    for (_, holder), rows in sorted(by.items()):
        both = {p.article for p in rows if p.position == "denies"} & {
            p.article for p in rows if p.position == "confirms"
        }
        told = [p for p in rows if p.article not in both]
        for p, q in combinations(told, 2):
            if p.position == q.position or p.article == q.article or p.negative != q.negative:
                continue
            if (close := similarity.cosine(p.vector, q.vector)) >= ANSWERED:
                proof = [sentence_of(desk, x) for x in (p, q)]
                yield holder, [x.position for x in (p, q)], proof, f"contents alike {close:.2f}"


_NEVER = re.compile(r"\bnever\b", re.I)


def _opposed(desk: Desk, held: Sequence[Proposition]) -> Iterator[Told]:
    """What one account of an event affirms and another negates: "its forces carried out strikes", "our forces carried out no strikes"; or one
    holder, here and there: "will be the first to fire", "would not be the first". What is feared or wished for is no account of what is so."""
    rows = [
        p
        for p in held
        if p.event and p.holder and not (p.view in VIEWS or p.asks or _called(desk, p)) and p.position not in AGAINST
        and p.status in (("negated",) if p.negative else ("occurred", "expected"))
    ]  # fmt: skip
    for _, i, j in sparse.close_pairs([p.vector for p in rows], LIKELY, keep=6, crowd=40):
        yes, no = sorted((rows[i], rows[j]), key=lambda p: p.negative)
        never = yes.holder == no.holder and bool(
            _NEVER.search(text_of(desk, no))
        )  # contradicts him whenever he said the other
        one_event = yes.event == no.event or never
        if (yes.negative, no.negative) != (False, True) or not one_event or yes.article == no.article:
            continue
        if yes.days and no.days and not meet(yes.days, no.days):
            continue
        said, denied = (_clause(text_of(desk, p)) for p in (yes, no))
        short, long = sorted((len(said.split()), len(denied.split())))
        alike = similarity.cosine(desk.vector(said), desk.vector(denied))
        if (
            alike >= (ONE_VOICE if yes.holder == no.holder else TWO_VOICES)
            and len(both := {*yes.deed} & {*no.deed}) >= (1 if never else SHARED)
            and any(map(rarity.tells, both))
            and long <= FULLER * short
            and _denies(denied, said)
            and not _NEGATIVE.search(said)
            and not any(_withheld(desk, p) for p in (yes, no))
            and bool(_FUTURE.search(said)) == bool(_FUTURE.search(denied))
            and not any(lexicon.opposites().get(w, frozenset()) & {*concepts(denied)} for w in concepts(said))
        ):
            proof = [sentence_of(desk, p) for p in (yes, no)]
            yield clip(said.removeprefix("that "), 80), ["affirmed", "negated"], proof, f"contents alike {alike:.2f}"


def _called(desk: Desk, p: Proposition) -> bool:
    """Whether somebody calls a thing something: that needs no other to be denied."""
    return p.attribution is not None and desk.annotations[p.article].attributions[p.attribution].act == "describe"


def _denies(denied: str, said: str) -> bool:
    """Whether what is negated is what the other says: "did not know of the raid" is no word against "the raid was paid for"."""
    behind = (concepts(denied[m.end() :])[:1] for m in _NEGATIVE.finditer(denied))
    return any({*first} & {*concepts(said)} for first in behind)


def _withheld(desk: Desk, p: Proposition) -> bool:
    """Whether it is told that somebody does not hold it to be so: "few believe", "most do not think that she is honest"."""
    if p.attribution is None:
        return False
    text, x = desk.articles[p.article].text, desk.annotations[p.article].attributions[p.attribution]
    who = text[slice(*x.source[0])] if x.source else ""
    between = text[x.source[-1][1] : p.span[0]] if x.source and x.source[-1][1] < p.span[0] else ""
    return bool(_NOBODY.match(who) or _NEGATIVE.search(between))


_NOBODY = re.compile(r"(?:few|hardly any|no|none|nobody|not many)\b", re.I)


def _clause(text: str) -> str:
    """A content up to its "but" or "and that": the rest has a sign of its own."""
    return _SPLIT.split(text)[0].rstrip(" ,")


_NEGATIVE = re.compile(r"\b(?:not?|never|none|nobody|nothing|neither|nor|without|fail\w*|refus\w+|den(?:y|ie\w+)|reject\w*)\b|n['’]t\b", re.I)  # fmt: skip
_TWO_CLAUSES = re.compile(r"\b(?:but|although|though|while|whereas)\b", re.I)
_SPLIT = re.compile(rf"{_TWO_CLAUSES.pattern}|\band that\b", re.I)
_FUTURE = re.compile(r"\b(?:will|would|shall|won['’]t|going to|to be)\b|['’]ll\b", re.I)


def _denied_by_one(negated: str, affirmed: str) -> bool:
    """Whether the word that denies stands among words that both have, and not before or behind them: who quotes less is no other witness."""
    one, other = (plain_quote(_FRONTED.sub(r"\2 \1", text)).split() for text in (negated, affirmed))
    runs = wordings.matches(one, other)
    if not runs:
        return False
    told = {k for m in runs for k in range(m.a, m.a + m.size)}
    between = range(max(0, runs[0].a - 1), min(len(one), runs[-1].a + runs[-1].size + 1))
    return bool(_NEGATIVE.search(" ".join(one[k] for k in between if k not in told).replace("n t", "n't")))


_FRONTED = re.compile(
    r"^\W*((?:after|before|during|despite|following|in|on|at|by|with|for|since|under|amid|as)\b[^,]*),\s+(.+)",
    re.I | re.S,
)
"""What stands before the clause: "after three days of talks, the two sides …"."""


def _sign(desk: Desk, p: Position) -> tuple[bool, str] | None:
    """(negated, text) of the one assertion of one sentence that a passage makes; None where it makes several."""
    e = p.evidence
    n, text = desk.annotations[desk.number[e.article]], desk.article(e.article).text
    inside = [x for x in n.assertions if e.start <= x.start and x.end <= e.end and x.attribution == p.attribution]
    spans = {(x.start, x.end, x.negative) for x in inside}
    if len(spans) != 1:
        return None
    (start, end, negative) = next(iter(spans))
    return (negative, text[start:end]) if sum(start < b and a < end for a, b in n.sentences) == 1 else None
