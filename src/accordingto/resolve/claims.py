"""Claims: one proposition with everybody's position, and the origins that stand behind it in two layers.

Reporting origins: who wrote what the outlets print. Information origins: who put it into the world, collapsed by side
(a ministry and its minister are one). Only asserting positions count as support; a denial never does.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from .. import lexicon, naming
from ..records import (
    AGAINST,
    Claim,
    Decision,
    Origins,
    Position,
    Reporting,
    Shown,
    Why,
)
from ..text import Span, squeeze, whole_marks
from . import charges, rarity, similarity, sparse
from .context import (
    NOTHING,
    Desk,
    evidence,
    family,
    make_id,
    measured,
    order_key,
    outlet_label,
    supplies,
    why,
)
from .occasions import meet
from .propositions import ANSWERS, SUPPORT, VIEWS, Proposition, carries, own_words, text_of, together

JOIN = 0.76  # probability that two propositions need to be one claim (docs/method.md)
CLEAR = 0.88  # from which nobody need look again
SEED = 0.4  # the same of the first members of two groups that are to meet: no chains of half-likeness
SAME, WORDS = 0.9, 4
"""Likeness of contents in the same words, and the words in common from which nobody uses them again by chance."""
OPEN = 2.0  # times that one figure without an upper bound may be another: not "more than 80" and "at least 7"
SEVERAL = 3  # words in a row, less one, inside quotation marks that two speakers do not share by chance
OPPOSITE = 0.6  # from which contents of opposite sign contradict one another
WHOLE = 0.6  # part of what is denied that is another's claim
NEAR = 3  # days between two articles that may speak of one matter
OPPOSITE_SAID = "it says the opposite"
ELSEWHERE = "named for the same words elsewhere"
FEW = 3  # words of a content that anybody uses: fewer cover nothing
NEARBY, FAR = 120, 300  # characters between a passage and who says it, of one sentence of a speech and of any other
DENIED = 0.6  # likeness of a denial in a few words and of what it denies
LITTLE = 2  # words in common that tell little by themselves
LEAST = 0.3  # likeness below which two contents are not compared


@dataclass(frozen=True, slots=True)
class _Core:
    """Of a group: one of the pair that began it, how many came since, and the faintest of the likenesses that made it, with its
    reasons."""

    first: int
    more: int = 0
    chance: float = 1.0
    why: tuple[Why, ...] = ()


def claims(
    desk: Desk,
    rows: Sequence[Proposition],
    told: Sequence[Reporting],
    decisions: Sequence[Decision],
) -> tuple[Claim, ...]:
    """Claims in canonical order. A denial of "these charges" belongs to the claim that the charges make."""
    groups = similarity.Groups(range(len(rows)))
    named = [(n, _id(desk, p)) for n, p in enumerate(rows)]
    ids = {key: n for n, key in named} | similarity.once(groups, ((n, k) for n, k in named if not rows[n].part))
    similarity.obey(groups, decisions, lambda text: ids.get(text))
    _refer_back(desk, rows, groups)
    cores: dict[object, _Core] = {}
    for chance, i, j, reasons in _alike(rows):
        a, b = groups.root(i), groups.root(j)
        if a == b:
            continue
        x, y = cores.get(a, _Core(int(str(a)))), cores.get(b, _Core(int(str(b))))
        one = _one_statement(rows[i], rows[j])
        if {x.first, y.first} != {i, j} and not one and _strangers(rows[x.first], rows[y.first]):
            continue
        if groups.join(i, j):
            larger = min(x, y, key=lambda c: (-c.more, c.first))
            weakest = min((x, y, _Core(i, 0, chance, reasons)), key=lambda c: c.chance)
            cores[groups.root(i)] = _Core(larger.first, x.more + y.more + 1, weakest.chance, weakest.why)
    origin = {r.article: r for r in told}
    out = []
    alone: dict[tuple[int, int | None], list[Proposition]] = defaultdict(list)
    for members in groups.sets():
        found = [rows[int(str(m))] for m in members]
        if all(p.part and (p.article, p.attribution) == (found[0].article, found[0].attribution) for p in found):
            alone[found[0].article, found[0].attribution] += found
            continue
        found.sort(key=lambda p: (order_key(desk.articles[p.article]), p.span))
        root = groups.root(members[0])
        shown = (*groups.why.get(root, ()), *(cores[root].why if root in cores else ()))
        out.append(_claim(desk, found, origin, shown))
    taken = {p.id for c in out for p in c.positions}
    for parts in alone.values():  # sentences of one speech that nobody else tells stay together
        if rest := [p for p in parts if _id(desk, p) not in taken]:
            out.append(_claim(desk, [together(rest)], origin, ()))
            taken.add(out[-1].id)
    return tuple(sorted(out, key=lambda c: c.id))


def _id(desk: Desk, p: Proposition) -> str:
    return make_id("c", desk.articles[p.article].id, p.span[0], p.span[1], p.holder)


def _refer_back(desk: Desk, rows: Sequence[Proposition], groups: similarity.Groups) -> None:
    """Join "these charges" to the charges, and what is denied of another's claim to the claim."""
    place = {(p.article, p.assertion): n for n, p in enumerate(rows)}
    told: dict[tuple[int, int | None], list[int]] = defaultdict(list)
    for n, p in enumerate(rows):
        told[p.article, p.attribution].append(n)
    for n, p in enumerate(rows):
        back = desk.annotations[p.article].assertions[p.assertion].refers_back
        if back is not None and (p.article, back) in place:
            groups.join(n, place[(p.article, back)], (why("claim", "refers-back"),))
        outer = desk.annotations[p.article].attributions[p.attribution].inside if p.attribution is not None else None
        for k in told[p.article, outer] if outer is not None else ():
            if rows[k].position in ANSWERS and _same_content(p, rows[k]):
                groups.join(k, n, (why("claim", "refers-back"),))


def _same_content(inner: Proposition, outer: Proposition) -> bool:
    """Whether what somebody answers is little more than what another claims."""
    size = [sum(e - s for s, e in p.spans) for p in (inner, outer)]
    return size[0] >= WHOLE * size[1]


def _alike(rows: Sequence[Proposition]) -> list[tuple[float, int, int, tuple[Why, ...]]]:
    """(probability, one, other, reasons) of the pairs that are one claim, the surest first."""
    out = []
    near = _pairs(rows)
    best = _nearest(rows, near)
    for (i, j), close in near.items():
        one, other = best[i, rows[j].article], best[j, rows[i].article]
        apart = rows[i].article != rows[j].article
        nearest = apart and one[1] == -j and other[1] == -i
        both = rows[i].part and rows[j].part
        if apart and both and not nearest and close < SAME <= max(one[0], other[0]):
            continue  # the other article has the very same in another sentence of a speech
        reasons = compare(rows[i], rows[j], close)
        if reasons and nearest:
            reasons.append(why("claim", "nearest"))
        if reasons and (chance := similarity.probability(reasons)) >= JOIN:
            out.append((chance, i, j, tuple(reasons)))
    return sorted(out, key=lambda p: (-p[0], p[1], p[2]))


def _nearest(
    rows: Sequence[Proposition], near: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], tuple[float, int]]:
    """Of a proposition and an article: the likeness and (negated, so that the first of two counts) the number of its likeliest partner
    there."""
    best: dict[tuple[int, int], tuple[float, int]] = {}
    for (i, j), close in near.items():
        for a, b in ((i, j), (j, i)):
            key = (a, rows[b].article)
            best[key] = max(best.get(key, (0.0, 0)), (close, -b))
    return best


def _pairs(rows: Sequence[Proposition]) -> dict[tuple[int, int], float]:
    """Pairs worth comparing, with the likeness of their contents."""
    near = {(i, j): close for close, i, j in sparse.close_pairs([p.vector for p in rows], LEAST, keep=6, crowd=80)}
    for i, j in charges.pairs(rows):
        near.setdefault((i, j), similarity.cosine(rows[i].vector, rows[j].vector))
    by_statement: dict[str, list[int]] = defaultdict(list)
    for n, p in enumerate(rows):
        if p.statement:
            by_statement[p.statement].append(n)
    for members in by_statement.values():
        for i, j in itertools.combinations(members, 2):
            if (i, j) not in near and (close := similarity.cosine(rows[i].vector, rows[j].vector)) >= LEAST:
                near[(i, j)] = close
    return near


def compare(a: Proposition, b: Proposition, close: float) -> list[Why]:
    """Reasons for and against two propositions saying the same thing, whatever position their holders take; the weight of each is its
    log-odds. Empty where something rules it out. `close`: cosine of their contents."""
    one_article = a.article == b.article
    if one_article and a.span[0] < b.span[1] and b.span[0] < a.span[1]:
        return []
    if one_article and a.part and b.part and a.attribution == b.attribution and close < SAME:
        return []  # two sentences of one speech say two things
    if {a.status, b.status} == {"occurred", "expected"}:
        return []  # what was planned and what has happened are two claims
    one_side = bool(a.side) and a.side == b.side
    if (a.position in AGAINST) != (b.position in AGAINST) and (a.holder == b.holder or one_side):
        return []  # nobody denies what he asserts: the likeness misleads
    one = _one_statement(a, b)
    his_own = a.holder == b.holder != "" and not VIEWS.keys() & {a.view, b.view}  # "it was wrong", "I cannot defend it"
    offered = "turned down" in (a.view, b.view) and "commits" in (a.position, b.position)
    other_view = a.view != b.view and not his_own and not offered
    if (_elsewhere(a, b, close) or other_view or a.asks != b.asks) and not one:
        return []
    if a.culprit and b.culprit and a.culprit != b.culprit and close < SAME:
        return []
    unnamed = any(charges.names_nobody(q, p) for p, q in ((a, b), (b, a)))
    if unnamed and close < SAME and not one and not _denied_in_short(a, b):
        return []  # that a dam broke is not that somebody broke it
    if any(x in p.vector and y in q.vector for x, y in _SIDES for p, q in ((a, b), (b, a))) and close < SAME:
        return []  # "fell inside the zone", "fell outside the zone"
    if a.fates and b.fates and not a.fates & b.fates and close < SAME:
        return []  # "two soldiers were killed", "two soldiers were wounded"
    dated = a.published[0] == a.published[1] and b.published[0] == b.published[1]
    if dated and a.holder and a.holder == b.holder and a.published != b.published and not one and another_figure(a, b):
        return []  # the same voice on another day: a new figure, not another account
    if a.holder == b.holder and (a.position == "commits") != (b.position == "commits") and close < SAME:
        pledged, told = (a, b) if a.position == "commits" else (b, a)
        if pledged.deed and pledged.deed[0] not in told.vector:
            return []  # "vowed to answer the raid" is no account of the raid
    own = own_words(a.holder) if a.holder == b.holder else NOTHING
    shared = len((a.vector.keys() & b.vector.keys()) - own)
    close = _without(a.vector, b.vector, own, close)
    out = [
        why("claim", "any-two"),
        measured("claim", "similar-content", close),
        measured("claim", "covered", shared / max(FEW, min(len(p.vector.keys() - own) for p in (a, b)))),
        measured("claim", "same-deed", math.log1p(len({*a.deed}.intersection(b.deed)))),
    ]
    named = bool(a.holder and b.holder) and a.attribution is not None and b.attribution is not None
    if named:
        out.append(why("claim", "same-speaker", a.holder) if a.holder == b.holder else why("claim", "other-speaker"))
    if one_side and a.holder != b.holder:
        out.append(why("claim", "same-side", a.side))
    charge = charges.one_charge(a, b)
    if charge or charges.one_culprit(a, b):
        out.append(why("claim", "same-culprit", a.culprit))
        out += [why("claim", "same-charge")] if charge else []
    if one:
        out.append(why("claim", "same-statement"))
    one_event = bool(a.event) and a.event == b.event
    if close >= DENIED and _denied_in_short(a, b) and (one_event or one_article):
        out.append(why("claim", "denied-in-short"))
    if one_article:
        out.append(why("claim", "one-article"))
    else:
        out += [why("claim", "same-event")] if one_event else []
        apart = max(a.published[1] - b.published[0], b.published[1] - a.published[0])
        out += [why("claim", "days-apart")] if apart > NEAR else []
    if same := _same_figures(a, b):
        out.append(why("claim", "same-figure", ", ".join(same)))
    if a.negative != b.negative:
        out += [] if charge else [why("claim", "negated")]
    elif a.negative and close < SAME:
        out.append(why("claim", "both-negated"))
    one_quotation = len(a.quoted & b.quoted)
    if one_quotation >= (SEVERAL if named and a.holder != b.holder else 1):
        out.append(measured("claim", "same-quotation", math.log1p(one_quotation)))
    if close >= SAME and (shared >= WORDS or one_event):
        out.append(why("claim", "same-words"))
    if shared <= LITTLE and not {w.code for w in out} & _TELLING:
        out.append(why("claim", "few-words"))
    return [w for w in out if w.weight]


def _one_statement(a: Proposition, b: Proposition) -> bool:
    return bool(a.statement) and a.statement == b.statement


def _without(a: similarity.Vector, b: similarity.Vector, own: Set[str], close: float) -> float:
    """Likeness of two contents without some of their words: of one speaker's, without his name, which says who speaks and not what."""
    both = [w for w in own if w in a or w in b]
    if not both:
        return close
    left = [math.sqrt(max(0.0, 1.0 - sum(v[w] ** 2 for w in both if w in v))) for v in (a, b)]
    return max(0.0, close - sum(a.get(w, 0.0) * b.get(w, 0.0) for w in both)) / max(1e-9, left[0] * left[1])


_SIDES = (("inside", "outside"), ("within", "outside"), ("within", "beyond"))
"""Words of place that exclude each other."""


def _denied_in_short(a: Proposition, b: Proposition) -> bool:
    """Whether one denies in a few words all that the other says in more: "any ransom had been paid", "a ransom of six million was paid"."""
    against = [(p.position == "denies") != p.negative and p.position in (*SUPPORT, "denies") for p in (a, b)]
    if against[0] == against[1]:
        return False
    denied, told = (a, b) if against[0] else (b, a)
    plain = told.position in SUPPORT and not told.negative and not (denied.culprit and not told.culprit)
    more = denied.vector.keys() - told.vector.keys()
    telling = any(map(rarity.tells, denied.vector))  # "we don't want them here" denies little
    return plain and telling and len(denied.vector) >= LITTLE and more <= own_words(denied.holder)


_TELLING = frozenset(
    ("denied-in-short", "same-statement", "same-culprit", "same-charge", "same-quotation", "same-figure", "same-words")
)
"""Reasons beside which a few words in common are enough."""


_POINTING = re.compile(
    r"(?:that |Accusation: |Support: |Criticism: )?(?:he|she|it|they|him|them|this|these|his|her|its|their)\b", re.I
)
_HEDGED = re.compile(
    r"\b(?:whether|may|might|could|possibly|reportedly|allegedly|likely|(?:appear|seem|look)(?:s|ed)?)\b", re.I
)
"""What makes a content a worse telling of the claim than another one: whom it is about, or that it is so, it does not say."""


def _same_figures(a: Proposition, b: Proposition) -> list[str]:
    """Things of which both give figures that can both hold, and greater numbers that stand in both."""
    things = {
        x
        for x, low, high in a.bounds
        for y, least, most in b.bounds
        if x == y
        and low <= most
        and least <= high
        and (max(high, most) < 1e30 or max(low, least) <= OPEN * min(low, least))
    }
    return sorted(things | {w for w in a.vector.keys() & b.vector.keys() if _NUMBER.fullmatch(w)})


_NUMBER = re.compile(r"(?!(?:19|20)\d\d$|0+$|[0-3]\d$)\d[\d.,]*\d")  # neither years nor days of a month


def doubtful(c: Claim) -> bool:
    """Whether the passages of a claim were joined by likeness alone, and one of them is none too like."""
    codes = {w.code for w in c.why}
    return "any-two" in codes and not codes & {"same-statement", "decision"} and faintest(c) < CLEAR


def faintest(c: Claim) -> float:
    """Probability of the faintest likeness that holds a claim together."""
    return similarity.probability(w for w in c.why if w.code not in ("refers-back", "decision"))


def _strangers(a: Proposition, b: Proposition) -> bool:
    """Whether those that began two groups have too little in common for the groups to meet."""
    close = similarity.cosine(a.vector, b.vector)
    if _one_statement(a, b) or (
        (charges.one_culprit(a, b) or charges.one_charge(a, b)) and not _elsewhere(a, b, close)
    ):
        return False
    reasons = compare(a, b, close)
    return not reasons or similarity.probability(reasons) < SEED


def _elsewhere(a: Proposition, b: Proposition, close: float) -> bool:
    """Whether like words are said of two days, of two places, or of two that a number tells apart."""
    if a.numbered and b.numbered and not a.numbered & b.numbered:
        return True
    here, there = ({w for s in p.spots for w in s.split()} for p in (a, b))
    return (close < SAME and bool(here and there) and not here & there) or bool(
        a.days and b.days and not meet(a.days, b.days)
    )


def _claim(
    desk: Desk,
    found: Sequence[Proposition],
    origin: dict[str, Reporting],
    reasons: Sequence[Why],
) -> Claim:
    whole = [p for p in found if desk.annotations[p.article].assertions[p.assertion].refers_back is None]
    denied = any((p.position == "denies" or p.culprit) and not p.negative for p in whole)
    # "this was no ransom" and "denied that it was ransom" are one side: the claim is told as what both speak against
    told = [p for p in whole if not p.negative] if denied else whole
    against = [p for p in whole if p.position == "denies"]

    def plain(p: Proposition) -> tuple[object, ...]:  # of several, the one that is most like what is denied
        close = max((similarity.cosine(p.vector, d.vector) for d in against), default=0.0)
        return (*_plainness(p, text_of(desk, p)), -round(close, 2))

    first = min(told or found, key=plain)
    positions: dict[str, Position] = {}
    for p in found:
        if (key := _id(desk, p)) in positions:
            continue
        a = desk.articles[p.article]
        x = desk.annotations[p.article].attributions[p.attribution] if p.attribution is not None else None
        holder = p.holder or "unnamed"
        basis = (
            "its own voice"
            if x is None
            else "attributed"
            if x.speaker
            else ELSEWHERE
            if p.holder
            else "source not named"
        )
        span = _passage(a.text, p, (*x.source, *x.cue)) if x is not None else p.span
        differs = contradicts(p, first) if p.position in SUPPORT else ""
        clears = charges.clears(p, first)
        positions[key] = Position(
            holder,
            "denies" if clears else p.position,
            evidence(a, span),
            x.chain if x else (),
            a.published.value,
            basis,
            key,
            p.attribution,
            x.act if x is not None else "",
            "" if clears else differs,
        )
    outlets = tuple(sorted({outlet_label(desk.articles[p.article]) for p in found}))
    return Claim(
        next(iter(positions)), whole_marks(squeeze(text_of(desk, first))), tuple(positions.values()), outlets, _reporting(desk, found, origin, first), _information(found, first), first.event, tuple(dict.fromkeys(reasons)),
        _shown(desk, found),
    )  # fmt: skip


def _plainness(p: Proposition, text: str) -> tuple[bool, ...]:
    """What makes a telling a worse name for its claim than another, the worst first."""
    return bool(_POINTING.match(text)), p.position not in SUPPORT, not p.holder, bool(_HEDGED.search(text))


def _passage(text: str, p: Proposition, told: Sequence[Span]) -> Span:
    """What is said with who says it, where that stands near: of one sentence of a speech, in the same paragraph."""
    begin, end = p.spans[0][0], p.spans[-1][1]
    first, last = begin, end
    for s, e in told:
        between = text[e:begin] if e <= begin else text[end:s]
        if len(between) < (NEARBY if p.part else FAR) and not (p.part and "\n" in between):
            first, last = min(first, s), max(last, e)
    return first, last


def _shown(desk: Desk, found: Sequence[Proposition]) -> tuple[Shown, ...]:
    """What the articles say was shown for it."""
    return tuple(
        Shown(x.kind, evidence(desk.articles[p.article], (x.start, x.end)))
        for p in found
        for x in desk.annotations[p.article].exhibits
        if x.assertion in (p.assertion, *p.rest)
    )


def contradicts(p: Proposition, told: Proposition) -> str:
    """What p says against the claim as told, so that it corroborates nothing; "" where it agrees."""
    if another_figure(p, told):
        return "it gives another figure"
    if p.position not in SUPPORT or p.negative == told.negative or _one_statement(p, told):
        return ""
    return OPPOSITE_SAID if charges.one_accused(p, told) or not _turned(p, told) else ""


def _turned(a: Proposition, b: Proposition) -> bool:
    """Whether two contents of opposite sign say one thing: "must not close" and a warning against closing, "will not let in" and "blocks",
    and whatever is said in too few like words to be the same with another sign."""
    if (a.position == "warns") != (b.position == "warns") or similarity.cosine(a.vector, b.vector) < OPPOSITE:
        return True
    return any(lexicon.opposites().get(w, frozenset()) & b.vector.keys() for w in a.vector)


def another_figure(p: Proposition, told: Proposition) -> bool:
    """Whether p gives, for one thing, no figure but such as exclude those of the claim as told: then it corroborates nothing."""
    meets: dict[str, bool] = {}
    for (a, low, high), (b, floor, top) in itertools.product(p.bounds, told.bounds):
        if a == b:
            meets[a] = meets.get(a, False) or not (low > top or high < floor)
    return not all(meets.values())


def _reporting(desk: Desk, found: Sequence[Proposition], origin: dict[str, Reporting], told: Proposition) -> Origins:
    """Origins by passage: an outlet that the passage itself cites comes before the origin of the whole article."""
    by_article: dict[int, list[set[str]]] = defaultdict(list)
    left: dict[str, None] = {}
    for p in found:
        if p.position not in SUPPORT or charges.clears(p, told):
            continue
        a = desk.articles[p.article]
        if against := contradicts(p, told):
            left[f"{outlet_label(a)}: {against}"] = None
        elif established := _established(desk, p, found, origin):
            by_article[p.article] += [established] if established not in by_article[p.article] else []
        else:
            left[f"{outlet_label(a)}: {origin[a.id].origins.reason}"] = None
    texts = _texts(list(by_article.values()))
    reason = "" if texts else "; ".join(left) or "nobody asserts it in the articles read"
    return Origins(tuple(sorted(" / ".join(sorted(t)) for t in texts)), reason, tuple(left))


def _established(desk: Desk, p: Proposition, found: Sequence[Proposition], origin: dict[str, Reporting]) -> set[str]:
    """Whose reporting one passage is: the holder's who publishes himself, the outlet's that it cites or to which the words were
    told, else the origin of its article."""
    a = desk.articles[p.article]
    if (own := _publishes(desk, p, found)) and family(own) != family(a.outlet):
        pages = [x.article for x in found if family(desk.articles[x.article].outlet) == family(own)]
        return {own}.union(*(origin[desk.articles[i].id].origins.names for i in pages))
    chain = desk.annotations[p.article].attributions[p.attribution].chain if p.attribution is not None else ()
    carried = [c for c in chain if carries(c)]
    if not carried and p.carriers and not supplies(a.outlet):
        return set(p.carriers)
    return set(carried[-1:] or origin[a.id].origins.names)


def _texts(each: Sequence[Sequence[set[str]]]) -> list[set[str]]:
    """Distinct texts behind a claim from what each article's passages rest on. Names of one owner are one text, several names
    of one passage are alternatives, and no article adds more than one text."""
    texts: list[set[str]] = []
    for sets in sorted(each, key=lambda sets: (len(sets), sorted(map(sorted, sets)))):
        owners = {family(n) for s in sets for n in s}
        joined = [t for t in texts if owners & {family(n) for n in t}]
        if len(sets) > 1 and joined:
            continue  # one of its passages is counted already; the article is no second origin
        texts = [t for t in texts if t not in joined] + [set[str]().union(*sets, *joined)]
    return texts


def _publishes(desk: Desk, p: Proposition, found: Sequence[Proposition]) -> str:
    """The holder where it publishes itself, so that whoever cites it adds no origin: a think tank, a state outlet; an official
    body only where its own page is among the articles."""
    known = lexicon.outlet_by_name().get(p.holder.lower())
    if known is None or p.attribution is None:
        return ""
    pages = {family(desk.articles[x.article].outlet) for x in found}
    return known.name if known.kind != "official" or known.family in pages else ""


def _short_for(short: str, name: str) -> bool:
    """Whether one holder is the surname or given name of another: he is no second origin."""
    parts = naming.parts(name)
    return len(parts) > 1 and naming.parts(short) in ((parts[0],), (parts[-1],))


def _perhaps_one(a: str, b: str) -> bool:
    """Whether two holders may be one, or one the other's: "Jeff Holm" and "Jeffrey Holm", "Anders Berg" and "Berg administration"."""
    one, two = naming.parts(a), naming.parts(b)
    if len(one) < 2 or len(two) < 2:
        return False
    return one[-1] in two[:-1] or two[-1] in one[:-1] or naming.compare_names(a, b).verdict != "different"


def _nameless(holder: str) -> bool:
    """Whether a holder is called by what he is and not by a name: "senior officials", "Police", "One reporter". He may be whoever is named
    beside him, and is no second origin."""
    first, *rest = holder.split()
    if rest[:1] and rest[0] in ("of", "at", "for") and first.lower() in lexicon.word_set("roles"):
        return True  # "CEO of Lund Shipping"
    if first in _OF_TWO or (first.islower() and first not in _PARTICLES):
        return True
    if rest and (rest[-1] in lexicon.word_set("roles") or rest[-1] in lexicon.word_forms("parties")):
        return True  # "US president", "the North Carolina Republican"
    if any(w[:1].isupper() for w in rest):
        return False
    kinds = ("anonymous", "bodies", "roles", "offices", "labels", "crowd")
    return first[:1].islower() or first.lower() in _COUNTING or any(first.lower() in lexicon.word_set(k) for k in kinds)


_PARTICLES = frozenset("al el von van de der di da bin ibn abu ben".split())
_OF_TWO = frozenset(("younger", "elder", "older"))
"""What tells a relative from the one who bears the name alone: "the younger Berg" is somebody named elsewhere."""
_COUNTING = frozenset(
    "one two three four five several some many most other another local senior former unnamed".split()
)


def _information(found: Sequence[Proposition], told: Proposition) -> Origins:
    sides: dict[str, set[str]] = defaultdict(set)
    left: dict[str, None] = {}
    of_no_state = any(q.holder and not q.side and not _nameless(q.holder) for q in found)
    told_by = any(q.holder and q.position in SUPPORT and not carries(q.holder) for q in found)
    for p in found:
        if p.position not in SUPPORT or contradicts(p, told):
            continue
        if p.attribution is None:
            left["the outlet's own voice"] = None
        elif (shown := lexicon.picture(p.holder)) and not p.side:
            left[f"{shown} is shown, nobody is named"] = None
        elif told_by and not p.side and carries(p.holder):
            left[f"{p.holder} reports what another says"] = None
        elif not p.holder or (_nameless(p.holder) and (not p.side or of_no_state)):  # "the US president" may be Berg
            left[f"unnamed: {p.holder}" if p.holder else "a source that is not named"] = None
        elif not any(_short_for(p.holder, q.holder) for q in found):
            joint = {lexicon.state_in(x) or x for x in p.holder.split(" and ")} if " and " in p.holder else NOTHING
            whose = (
                next((s for s in sides if s in joint), "")
                or p.side
                or next((s for s in sides if _perhaps_one(s, p.holder)), p.holder)
            )
            sides[whose].add(p.holder)
    names = tuple(sorted(f"{side}: {', '.join(sorted(who))}" if who != {side} else side for side, who in sides.items()))
    if names:
        return Origins(names, "", tuple(left))
    return Origins((), "only " + " and ".join(left) if left else "nobody asserts it in the articles read", tuple(left))
