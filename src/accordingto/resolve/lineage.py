"""Lineage: what each article was made from, with reasons and passages.

Relations (W3C PROV): copied (revision), cites (quotation of an outlet), same_primary_source (words of one source in both).
Agencies that are credited or cited but not among the articles become origins by name.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from .. import lexicon
from ..records import Article, Decision, Derivation, Evidence, Why
from ..text import Span
from . import similarity
from .context import Desk, day, evidence, family, kind_of, lead, make_id, order_key, paper, supplies, why
from .prose import Prints, Prose, matches, over, prints, prose
from .slips import Slip, slips

RUN = 8  # words of a shingle; shorter runs are common phrases
QUOTED_RUN = 6  # the same among words of others
ORDERED = 5  # sentences in one order that are no chance
BLOCK = 15  # words of another's prose that nobody quotes by chance
LONG = 25  # words of one run that nobody writes twice by chance
CREDITS = {
    "dateline": "credit-dateline",
    "credit-line": "credit-line",
    "byline": "credit-byline",
    "metadata": "credit-metadata",
}
CROWD = 40  # a run printed by more articles than this pairs only neighbours in order


def derivations(desk: Desk, decisions: Sequence[Decision]) -> tuple[Derivation, ...]:
    """Every derivation with evidence and reasons, in canonical order."""
    told = [prose(desk, i) for i in range(len(desk.articles))]
    found = [*_credited(desk), *_cited(desk), *_shared(desk, told), *_reordered(desk, told)]
    best: dict[tuple[str, str, str], Derivation] = {}
    for d in found:
        key = (d.later, d.earlier, d.relation)
        if key not in best or (d.score, d.id) > (best[key].score, best[key].id):
            best[key] = d
    rejected = {d.left for d in decisions if d.verdict == "reject"}
    accepted = {d.left: d for d in decisions if d.verdict == "accept"}
    out = []
    for d in sorted(best.values(), key=lambda d: (d.later, d.earlier, d.relation)):
        if d.id in rejected:
            continue
        if d.id in accepted:
            ruling = (Why("decision", 1.0, f"{accepted[d.id].by} {accepted[d.id].at}"), *d.why)
            d = Derivation(d.id, d.later, d.earlier, d.named, d.relation, similarity.score(ruling), ruling, d.evidence)
        out.append(d)
    return tuple(out)


def _made(
    later: str, earlier: str, named: bool, relation: str, reasons: Sequence[Why], proof: Sequence[Evidence]
) -> Derivation:
    return Derivation(
        make_id("d", later, earlier, relation),
        later,
        earlier,
        named,
        relation,
        similarity.score(reasons),
        tuple(reasons),
        tuple(proof[:4]),
    )


def _credited(desk: Desk) -> list[Derivation]:
    out = []
    for a in desk.articles:
        for name, group in itertools.groupby(sorted(a.credits, key=lambda c: (c.name, c.form)), key=lambda c: c.name):
            forms = list(group)
            reasons = [why("lineage", CREDITS[c.form]) for c in forms]
            if a.contributors and any(c.form == "credit-line" for c in forms):
                reasons.append(why("lineage", "contributor-line"))
            proof = [evidence(a, c.span) for c in forms if c.span[1] > c.span[0]]
            out.append(_made(a.id, name, True, "copied", reasons, proof))
    return out


def _cited(desk: Desk) -> list[Derivation]:
    out: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for a, n in zip(desk.articles, desk.annotations, strict=True):
        for x in n.attributions:
            for name in x.chain:
                known = lexicon.outlet_by_name().get(name.lower())
                reports = known is not None or (x.act == "report" and name == x.speaker and lexicon.names_a_paper(name))
                if reports and kind_of(name) != "official" and family(name) != paper(a):
                    cited = known.name if known else name
                    out[(a.id, cited)].append(evidence(a, (x.source or x.cue or x.content)[0]))
    return [
        _made(later, name, True, "cites", [why("lineage", "cites-in-text")], proof)
        for (later, name), proof in sorted(out.items())
    ]


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of one article with the prints of their runs."""

    prose: Prose
    own: Prints
    said: Prints
    quoted: Prints


def _shared(desk: Desk, proses: Sequence[Prose]) -> list[Derivation]:
    told = [_Told(p, prints(p.own, RUN), prints(p.said, RUN), prints(p.said, QUOTED_RUN)) for p in proses]
    quotes: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(proses):
        for q in p.quotes:
            quotes[q].append(i)
    pairs: set[tuple[int, int]] = set()
    for members in (*_together([[t.own.known, t.said.known, t.quoted.known] for t in told]), *quotes.values()):
        pairs.update(itertools.combinations(members, 2) if len(members) <= CROWD else itertools.pairwise(members))
    mistakes = slips(desk, proses)
    out: list[Derivation] = []
    for pair in sorted(pairs | mistakes.keys()):
        out += _pair(desk, told, pair, mistakes.get(pair, ()))
    return out


def _together(hashes: Sequence[Sequence[NDArray[np.uint64]]]) -> Iterator[list[int]]:
    """Articles that share a run, ascending, once for each set of them."""
    each = [np.unique(np.concatenate(h)) for h in hashes]
    owners = np.repeat(np.arange(len(each)), [len(h) for h in each])
    every = np.concatenate(each) if each else np.zeros(0, np.uint64)
    order = np.argsort(every, kind="stable")
    every, owners = every[order], owners[order]
    edges = np.flatnonzero(np.diff(every)) + 1
    seen: set[tuple[int, ...]] = set()
    for start, end in itertools.pairwise([0, *edges.tolist(), len(every)]):
        if end - start > 1 and (members := tuple(owners[start:end].tolist())) not in seen:
            seen.add(members)
            yield list(members)


def _pair(desk: Desk, told: Sequence[_Told], pair: tuple[int, int], mistakes: Sequence[Slip]) -> list[Derivation]:
    i, j = pair
    later, earlier, direction = _direction(desk, i, j)
    matched = matches(told[i].own, told[j].own)
    reasons, proof = _prose_reasons(desk, told, pair, later, matched)
    shared = [r for r in reasons if r.code == "shared-prose"]
    cited = _cites(desk, told, pair, matched) if shared else _quotes_prose(desk, told, pair)
    for code in sorted({m.code for m in mistakes}):
        found = [m for m in mistakes if m.code == code]
        reasons.append(why("lineage", code, "; ".join(m.note for m in found)))
        proof += [e for m in found[:2] for e in _sides(desk, pair, later, m.places[i], m.places[j])]
    out: list[Derivation] = []
    if cited:
        proof = cited[2] or proof
        out.append(
            _made(cited[0], cited[1], False, "cites", [why("lineage", "cites-in-text"), *shared, direction], proof)
        )
    elif shared or mistakes:
        out.append(_made(later, earlier, False, "copied", [*reasons, direction], proof))
    words = _same_words(desk, told, pair, later)
    if words and not (cited and not shared):
        some = [r for r in reasons if r.code == "shared-prose-some"]
        same = why("lineage", "same-quotation", f"longest run {words[0][0]} words")
        passages = [*(e for _, sides in words[:2] for e in sides), *proof]
        out.append(_made(later, earlier, False, "same_primary_source", [same, *some, direction], passages))
    return out


def _prose_reasons(
    desk: Desk, told: Sequence[_Told], pair: tuple[int, int], later: str, matched: Sequence[tuple[int, int]]
) -> tuple[list[Why], list[Evidence]]:
    """What the authors' own words of two articles share."""
    if not matched:
        return [], []
    a, b = (told[k].prose.own for k in pair)
    runs = _runs(matched, RUN)
    longest = max(r[2] for r in runs)
    shorter = max(1, min(len(a.tokens), len(b.tokens)) - RUN + 1)
    share = len({k for _, k in matched}) / shorter
    reasons = []
    if share >= 0.12 or longest >= LONG:
        reasons.append(why("lineage", "shared-prose", f"{share:.0%} of the shorter text, longest run {longest} words"))
    elif longest >= 11:
        reasons.append(why("lineage", "shared-prose-some", f"longest run {longest} words"))
    if share >= 0.6:
        reasons.append(why("lineage", "whole-copy", f"{share:.0%}"))
    top = sorted(runs, key=lambda r: -r[2])[:2]
    return reasons, [e for x, y, n in top for e in _sides(desk, pair, later, over(a, x, n), over(b, y, n))]


def _cites(
    desk: Desk, told: Sequence[_Told], pair: tuple[int, int], matched: Sequence[tuple[int, int]]
) -> tuple[str, str, list[Evidence]] | None:
    """(citing article, cited article, passages) where one names the other's outlet in its text and what both share is the
    smaller part of it: an open citation, not a copy."""
    for one, two, side in ((*pair, 0), (*pair[::-1], 1)):
        article, other = desk.articles[one], desk.articles[two]
        share = len({m[side] for m in matched}) / max(1, len(told[one].prose.own.tokens) - RUN + 1)
        credited = any(family(c.name) == family(other.outlet) for c in article.credits)
        if share < 0.5 and not credited and _names(article, other):
            return article.id, other.id, []
    return None


def _quotes_prose(desk: Desk, told: Sequence[_Told], pair: tuple[int, int]) -> tuple[str, str, list[Evidence]] | None:
    """The same where one prints, as the words of others, what the author of the other wrote."""
    for one, two in (pair, pair[::-1]):
        article, other = desk.articles[one], desk.articles[two]
        runs = _runs(matches(told[one].said, told[two].own), RUN)
        x, y, count = max(runs, key=lambda r: r[2], default=(0, 0, 0))
        if count >= BLOCK and _names(article, other):
            sides = _sides(
                desk,
                (one, two),
                article.id,
                over(told[one].prose.said, x, count),
                over(told[two].prose.own, y, count),
            )
            return article.id, other.id, sides
    return None


def _names(article: Article, other: Article) -> bool:
    """Whether the text names the other's outlet."""
    forms = {f.removeprefix("The ") for f in lexicon.outlet_forms(other.outlet)}
    return family(article.outlet) != family(other.outlet) and any(
        re.search(rf"\b{re.escape(f)}\b", article.text) for f in forms
    )


def _same_words(
    desk: Desk, told: Sequence[_Told], pair: tuple[int, int], later: str
) -> list[tuple[int, list[Evidence]]]:
    """(length, both passages) of runs of a source's words in both, longest first; one side may lack quotation marks."""
    a, b = (told[k] for k in pair)
    out: list[tuple[int, list[Evidence]]] = []
    u, v = a.prose, b.prose
    found = (
        (u.said, v.said, matches(a.quoted, b.quoted), QUOTED_RUN),
        (u.own, v.said, matches(a.own, b.said), RUN),
        (u.said, v.own, matches(a.said, b.own), RUN),
    )
    for x, y, matched, size in found:
        for p, q, n in _runs(matched, size):
            out.append((n, _sides(desk, pair, later, over(x, p, n), over(y, q, n))))
    for text in sorted(set(u.quotes) & set(v.quotes)):
        out.append((len(text.split()), _sides(desk, pair, later, u.quotes[text], v.quotes[text])))
    return sorted(out, key=lambda r: -r[0])


def _sides(desk: Desk, pair: tuple[int, int], later: str, a: Span, b: Span) -> list[Evidence]:
    sides = [evidence(desk.articles[pair[0]], a), evidence(desk.articles[pair[1]], b)]
    return sorted(sides, key=lambda e: e.article != later)


def _runs(matched: Sequence[tuple[int, int]], size: int) -> list[tuple[int, int, int]]:
    """(position in a, position in b, length in words) of each maximal run of matching shingles."""
    out: list[tuple[int, int, int]] = []
    for x, y in sorted(matched, key=lambda m: m[1]):
        if out and out[-1][0] + out[-1][2] - size + 1 == x and out[-1][1] + out[-1][2] - size + 1 == y:
            out[-1] = (out[-1][0], out[-1][1], out[-1][2] + 1)
        else:
            out.append((x, y, size))
    return out


def _direction(desk: Desk, i: int, j: int) -> tuple[str, str, Why]:
    """(later id, earlier id, reason): by date, else by who credits whom, else canonical with the order marked unknown."""
    a, b = desk.articles[i], desk.articles[j]
    x, y = day(a), day(b)
    if x and y and x != y:
        late, early = (a, b) if x > y else (b, a)
        return late.id, early.id, why("lineage", "published-later")
    for p, q in ((a, b), (b, a)):
        if q.outlet and any(c.name == q.outlet for c in p.credits):
            return p.id, q.id, why("lineage", "published-later", "it credits the other")
        if supplies(q.outlet) and not supplies(p.outlet):
            return p.id, q.id, why("lineage", "order-unknown", "the other supplies its own copy")
    late, early = sorted((a, b), key=lambda z: (bool(z.credits), order_key(z)), reverse=True)
    return late.id, early.id, why("lineage", "order-unknown")


def _reordered(desk: Desk, told: Sequence[Prose]) -> list[Derivation]:
    """Non-literal reuse: five or more sentences of one article matched in the same order by the other, most of them the
    author's on both sides."""
    leads = [desk.vector(lead(a, n)) for a, n in zip(desk.articles, desk.annotations, strict=True)]

    @cache
    def vectors(i: int) -> list[similarity.Vector]:
        return [desk.vector(desk.articles[i].text[s:e]) for s, e in desk.annotations[i].sentences]

    out = []
    for i, j in similarity.candidates(leads, keep=10, crowd=25):
        x, y = desk.annotations[i].sentences, desk.annotations[j].sentences
        if similarity.cosine(leads[i], leads[j]) < 0.3 or min(len(x), len(y)) < ORDERED:
            continue
        chain = _chain(vectors(i), vectors(j))
        own = sum(x[p] in told[i].sentences and y[q] in told[j].sentences for p, q in chain)
        if len(chain) >= max(ORDERED, 0.45 * min(len(x), len(y))) and own > len(chain) / 2:
            later, earlier, direction = _direction(desk, i, j)
            proof = _sides(desk, (i, j), later, x[chain[0][0]], y[chain[0][1]])
            order = why("lineage", "same-order", f"{len(chain)} of {min(len(x), len(y))} sentences")
            some = why("lineage", "shared-prose-some", "reworded")
            out.append(_made(later, earlier, False, "copied", [order, some, direction], proof))
    return out


def _chain(a: Sequence[similarity.Vector], b: Sequence[similarity.Vector]) -> list[tuple[int, int]]:
    """Longest chain of sentence pairs of cosine 0.5 or more that ascends in both articles."""
    index = similarity.by_word(b, 8)
    near = sorted({(x, y) for x, u in enumerate(a) for w in similarity.heaviest(u, 8) for y in index.get(w, ())})
    pairs = [(x, y) for x, y in near if similarity.cosine(a[x], b[y]) >= 0.5]
    best: list[tuple[int, int | None]] = []
    for n, (x, y) in enumerate(pairs):
        size, before = 1, None
        for k in range(n):
            if pairs[k][0] < x and pairs[k][1] < y and best[k][0] + 1 > size:
                size, before = best[k][0] + 1, k
        best.append((size, before))
    at: int | None = max(range(len(best)), key=lambda k: best[k][0], default=None)
    out: list[tuple[int, int]] = []
    while at is not None:
        out.append(pairs[at])
        at = best[at][1]
    return out[::-1]
