"""Lineage: what each article was made from, with reasons, and whose reporting it prints. "Not established" is an answer.

Relations (W3C PROV): copied (revision), cites (quotation of an outlet), same_primary_source (one quotation in both).
Agencies that are credited or cited but not among the articles become origins by name. A component of copied prose
stands for one origin at most, however many outlets print it: copying never corroborates.
"""

from __future__ import annotations

import hashlib
import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from .. import lexicon
from ..records import Decision, Derivation, Evidence, Origins, Reporting, Why
from ..text import Span, plain_quote, quotations, shingles, words
from . import similarity
from .context import Desk, day, evidence, family, lead, make_id, order_key, outlet_label, why

RUN = 8  # words of a shingle; shorter runs are common phrases
LONG = 25  # words of one run that nobody writes twice by chance
CREDITS = {
    "dateline": "credit-dateline",
    "credit-line": "credit-line",
    "byline": "credit-byline",
    "metadata": "credit-metadata",
}
CROWD = 40  # a run printed by more articles than this pairs only neighbours in order


@dataclass(frozen=True, slots=True)
class _Prose:
    """Words of an article outside quotation marks with their offsets, and its quotations of five words or more."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    quotes: dict[str, Span]


def derivations(desk: Desk, decisions: Sequence[Decision]) -> tuple[Derivation, ...]:
    """Every derivation with evidence and reasons, in canonical order."""
    prose = [_prose(desk, i) for i in range(len(desk.articles))]
    found = [*_credited(desk), *_cited(desk), *_shared(desk, prose), *_reordered(desk)]
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


def _prose(desk: Desk, i: int) -> _Prose:
    article, annotation = desk.articles[i], desk.annotations[i]
    marks = quotations(article.text, annotation.sentences)
    tokens: list[str] = []
    spans: list[Span] = []
    for s, e in annotation.sentences:
        inside = [q for q in marks if q[0] < e and s < q[1]]
        at = s
        for q in [*inside, (e, e)]:
            for w, a, b in _words(article.text, at, max(at, q[0])):
                tokens.append(w)
                spans.append((a, b))
            at = max(at, q[1])
    quotes = {plain_quote(article.text[s:e]): (s, e) for s, e in marks if len(words(article.text[s:e])) >= 5}
    return _Prose(tuple(tokens), tuple(spans), quotes)


def _words(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    out = []
    at = start
    for piece in text[start:end].split():
        at = text.index(piece, at)
        for w in words(piece)[:1]:
            out.append((w, at, at + len(piece)))
        at += len(piece)
    return out


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
                if known and known.kind not in ("official",) and family(known.name) != family(outlet_label(a)):
                    out[(a.id, known.name)].append(evidence(a, (x.source or x.cue or x.content)[0]))
    return [
        _made(later, name, True, "cites", [why("lineage", "cites-in-text")], proof)
        for (later, name), proof in sorted(out.items())
    ]


def _shared(desk: Desk, prose: Sequence[_Prose]) -> list[Derivation]:
    pairs: dict[tuple[int, int], None] = {}
    runs: dict[bytes, list[int]] = defaultdict(list)
    quoted: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(prose):
        for key in {_hash(s) for _, s in shingles(list(p.words), RUN)}:
            runs[key].append(i)
        for q in p.quotes:
            quoted[q].append(i)
    for members in [*runs.values(), *quoted.values()]:
        near = itertools.combinations(members, 2) if len(members) <= CROWD else itertools.pairwise(members)
        pairs.update(dict.fromkeys(near))
    out: list[Derivation] = []
    for i, j in sorted(pairs):
        out += _pair(desk, prose, i, j)
    return out


def _hash(shingle: Sequence[str]) -> bytes:
    return hashlib.blake2b(" ".join(shingle).encode(), digest_size=8).digest()


def _pair(desk: Desk, prose: Sequence[_Prose], i: int, j: int) -> list[Derivation]:
    a, b = prose[i], prose[j]
    known = {s: k for k, s in shingles(list(a.words), RUN)}
    matched = [(known[s], k) for k, s in shingles(list(b.words), RUN) if s in known]
    quotes = sorted(set(a.quotes) & set(b.quotes))
    later, earlier, direction = _direction(desk, i, j)
    reasons: list[Why] = []
    proof: list[Evidence] = []
    if matched:
        runs = _runs(matched)
        longest = max(r[2] for r in runs)
        shorter = max(1, min(len(a.words), len(b.words)) - RUN + 1)
        share = len({k for _, k in matched}) / shorter
        if share >= 0.12 or longest >= LONG:
            reasons.append(
                why("lineage", "shared-prose", f"{share:.0%} of the shorter text, longest run {longest} words")
            )
        elif longest >= 11:
            reasons.append(why("lineage", "shared-prose-some", f"longest run {longest} words"))
        if share >= 0.6:
            reasons.append(why("lineage", "whole-copy", f"{share:.0%}"))
        for x, y, n in sorted(runs, key=lambda r: -r[2])[:2]:
            proof += _sides(
                desk, i, j, later, (a.spans[x][0], a.spans[x + n - 1][1]), (b.spans[y][0], b.spans[y + n - 1][1])
            )
    out: list[Derivation] = []
    if any(r.code == "shared-prose" for r in reasons):
        out.append(_made(later, earlier, False, "copied", [*reasons, direction], proof))
    if quotes:
        both = [why("lineage", "same-quotation", f"{len(quotes)} in the same words")]
        for q in quotes[:2]:
            proof_q = _sides(desk, i, j, later, a.quotes[q], b.quotes[q])
            proof = [*proof_q, *proof]
        out.append(
            _made(
                later,
                earlier,
                False,
                "same_primary_source",
                [*both, *[r for r in reasons if r.code == "shared-prose-some"], direction],
                proof,
            )
        )
    return out


def _sides(desk: Desk, i: int, j: int, later: str, a: Span, b: Span) -> list[Evidence]:
    sides = [evidence(desk.articles[i], a), evidence(desk.articles[j], b)]
    return sorted(sides, key=lambda e: e.article != later)


def _runs(matched: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """(position in a, position in b, length in words) of each maximal run of matching shingles."""
    out: list[tuple[int, int, int]] = []
    for x, y in sorted(matched, key=lambda m: m[1]):
        if out and out[-1][0] + out[-1][2] - RUN + 1 == x and out[-1][1] + out[-1][2] - RUN + 1 == y:
            out[-1] = (out[-1][0], out[-1][1], out[-1][2] + 1)
        else:
            out.append((x, y, RUN))
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
        if _own(q.outlet) and not _own(p.outlet):
            return p.id, q.id, why("lineage", "order-unknown", "the other supplies its own copy")
    late, early = sorted((a, b), key=lambda z: (bool(z.credits), order_key(z)), reverse=True)
    return late.id, early.id, why("lineage", "order-unknown")


def _own(outlet: str) -> bool:
    return _kind(outlet) in ("agency", "state-media")


def _reordered(desk: Desk) -> list[Derivation]:
    """Non-literal reuse: five or more sentences of one article matched in the same order by the other."""
    leads = [desk.vector(lead(a, n)) for a, n in zip(desk.articles, desk.annotations, strict=True)]
    vectors = [
        [desk.vector(a.text[s:e]) for s, e in n.sentences] for a, n in zip(desk.articles, desk.annotations, strict=True)
    ]
    out = []
    for i, j in similarity.candidates(leads, keep=10, crowd=25):
        if similarity.cosine(leads[i], leads[j]) < 0.2 or not vectors[i] or not vectors[j]:
            continue
        chain = _chain(vectors[i], vectors[j])
        shorter = min(len(vectors[i]), len(vectors[j]))
        if len(chain) >= 5 and len(chain) >= 0.45 * shorter:
            later, earlier, direction = _direction(desk, i, j)
            x, y = chain[0]
            proof = _sides(desk, i, j, later, desk.annotations[i].sentences[x], desk.annotations[j].sentences[y])
            order = why("lineage", "same-order", f"{len(chain)} of {shorter} sentences")
            out.append(
                _made(
                    later,
                    earlier,
                    False,
                    "copied",
                    [order, why("lineage", "shared-prose-some", "reworded"), direction],
                    proof,
                )
            )
    return out


def _chain(a: Sequence[similarity.Vector], b: Sequence[similarity.Vector]) -> list[tuple[int, int]]:
    """Longest chain of sentence pairs of cosine 0.4 or more that ascends in both articles."""
    index: dict[str, list[int]] = defaultdict(list)
    for y, v in enumerate(b):
        for w in similarity.heaviest(v, 8):
            index[w].append(y)
    near = sorted({(x, y) for x, u in enumerate(a) for w in similarity.heaviest(u, 8) for y in index[w]})
    pairs = [(x, y) for x, y in near if similarity.cosine(a[x], b[y]) >= 0.4]
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


def reporting(desk: Desk, made: Sequence[Derivation]) -> tuple[Reporting, ...]:
    """The established reporting origin of every article. One component of copied prose is one origin, whatever suppliers
    its members name: the names are then alternatives, and claims count them once."""
    groups = similarity.Groups(a.id for a in desk.articles)
    credited: dict[str, list[Derivation]] = defaultdict(list)
    edges: dict[str, list[Derivation]] = defaultdict(list)
    for d in made:
        if d.relation == "copied" and d.named and d.score >= 0.6:
            credited[d.later].append(d)
        elif d.relation == "copied" and not d.named and d.score >= 0.6:
            groups.join(d.later, d.earlier)
            edges[d.later].append(d)
    out: dict[str, Reporting] = {}
    for members in groups.sets():
        rows = sorted((desk.article(str(m)) for m in members), key=order_key)
        own = [a for a in rows if _speaks_for_itself(desk, a.id)]
        spoken = {a.outlet for a in own if _own(a.outlet)} or {a.outlet for a in own[:1]}
        named = {c.earlier for a in rows for c in credited[a.id]}
        names = tuple(sorted(named | {o for o in spoken if _own(o) or not named}))
        for a in rows:
            told = [r for d in (*credited[a.id], *edges[a.id]) for r in d.why]
            if a.outlet in names and not told:
                told = [why("lineage", "own-reporting" if _kind(a.outlet) == "original" else "own-copy")]
            reason = "" if names else _reason(desk, a.id, edges[a.id])
            out[a.id] = Reporting(a.id, Origins(names, reason), tuple(told) if names else ())
    return tuple(out[a.id] for a in desk.articles)


def _kind(outlet: str) -> str:
    known = lexicon.outlet_by_name().get(outlet.lower())
    return known.kind if known else "unknown"


def _speaks_for_itself(desk: Desk, key: str) -> bool:
    """An agency, state outlet, official body or think tank; or a registered original outlet with byline and dateline and no credit."""
    a = desk.article(key)
    if _kind(a.outlet) in ("agency", "state-media", "official", "think-tank"):
        return True
    return _kind(a.outlet) == "original" and bool(a.byline and a.dateline) and not a.credits and not a.contributors


def _reason(desk: Desk, key: str, edges: Sequence[Derivation]) -> str:
    a = desk.article(key)
    if edges:
        return f"made from {desk.article(edges[0].earlier).input}, whose own origin is not established"
    if a.contributors:
        return "a contributor line as agencies print it, but no agency is named"
    if not a.outlet:
        return "the outlet is unknown and nothing is credited"
    return f"{a.outlet} credits nobody and shows no byline with dateline"
