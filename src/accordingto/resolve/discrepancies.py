"""Discrepancies: where the accounts do not agree, typed, graded, with both passages. Never an average, never a winner.

Figures are compared as intervals of what the words bound; wordings only where two quotations tell one utterance;
who-to-whom where speaker and addressee change places over the same matter.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from .. import naming
from ..records import Article, Claim, Discrepancy, Entity, Evidence, Quantity, Statement, Why
from ..text import Span, plain_quote, quotations, sentences, squeeze
from ..text import blocks as blocks_of
from . import similarity
from .context import Desk, concepts, day, evidence, make_id, why
from .entities import role_words
from .statements import Telling


def discrepancies(
    desk: Desk,
    made: Sequence[Claim],
    told: Sequence[Statement],
    actors: Sequence[Entity],
    rows: Sequence[Telling],
    groups: Sequence[Sequence[int]],
) -> tuple[Discrepancy, ...]:
    """All discrepancies in canonical order, one for each pair of values."""
    event_of = {m: n for n, g in enumerate(groups) for m in g}
    found = [
        *_figures(desk, made, event_of),
        *_wordings(desk, told, event_of),
        *_names(actors),
        *_roles(desk, actors),
        *_swapped(desk, rows),
        *_signs(desk, made),
    ]
    unique: dict[tuple[str, ...], Discrepancy] = {}
    for d in sorted(found, key=lambda d: d.id):
        unique.setdefault((d.kind, d.subject, *sorted(plain_quote(v) for v in d.values)), d)
    return tuple(sorted(unique.values(), key=lambda d: d.id))


def _made(
    kind: str, grade: str, subject: str, values: Sequence[str], proof: Sequence[Evidence], reasons: Sequence[Why]
) -> Discrepancy:
    pair = sorted(zip(values, proof, strict=False), key=lambda p: p[1])
    return Discrepancy(
        make_id("q", kind, *(p[1][:3] for p in pair)),
        kind,
        grade,
        subject,
        tuple(p[0] for p in pair),
        tuple(p[1] for p in pair),
        tuple(reasons),
    )


# ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────────────


_GENERIC = frozenset(
    (
        "side leader country nation time way thing part party man woman day point area case question reason "
        "issue step talk meeting "
    ).split()
)


def _figures(desk: Desk, made: Sequence[Claim], event_of: dict[int, int]) -> list[Discrepancy]:
    told: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for c in made:
        for x in c.positions:
            told[x.evidence.article].append((x.evidence.start, x.evidence.end, c.id))
    blocks: dict[tuple[str, str], list[tuple[int, Quantity, Span]]] = defaultdict(list)
    for i, n in enumerate(desk.annotations):
        for q in n.quantities:
            if not q.what or q.value < 2 or (q.what.split()[-1] in _GENERIC and not q.unit):
                continue
            sentence = next(((s, e) for s, e in n.sentences if s <= q.start < e), None)
            if sentence:
                blocks[(" ".join(concepts(q.what.split()[-1])) or q.what, q.unit)].append((i, q, sentence))
    out = []
    for (what, _), rows in sorted(blocks.items()):
        vectors = [desk.vector(desk.articles[i].text[s:e]) for i, _, (s, e) in rows]
        pairs = (
            itertools.combinations(range(len(rows)), 2)
            if len(rows) <= 60
            else iter(similarity.candidates(vectors, keep=6, crowd=40))
        )
        for m, k in pairs:
            (i, p, s), (j, q, t) = rows[m], rows[k]
            if (
                (i == j and s == t)
                or not _disjoint(p, q)
                or not (event_of.get(i) == event_of.get(j) or _near(desk, i, j))
            ):
                continue
            close = similarity.cosine(vectors[m], vectors[k])
            claim = _claims_at(told, desk, i, p) & _claims_at(told, desk, j, q)
            if (
                close < (0.22 if claim else 0.45)
                or _part_of(desk, i, s, j, t, p, q)
                or not (claim or _comparable(desk, i, s, j, t))
            ):
                continue
            rounding = _ratio(p, q) >= 0.95
            reasons = [
                why("discrepancy", "rounding" if rounding else "disjoint-figures", f"sentences alike {close:.2f}")
            ]
            shown = [_shown(desk, i, p), _shown(desk, j, q)]
            out.append(
                _made(
                    "quantity",
                    "rounding" if rounding else "substantive",
                    what,
                    shown,
                    [evidence(desk.articles[i], s), evidence(desk.articles[j], t)],
                    reasons,
                )
            )
    return out


def _claims_at(told: dict[str, list[tuple[int, int, str]]], desk: Desk, i: int, q: Quantity) -> set[str]:
    return {c for a, b, c in told[desk.articles[i].id] if a <= q.start < b}


def _comparable(desk: Desk, i: int, s: Span, j: int, t: Span) -> bool:
    """Both sentences are about the same named actors and places, and no two dates in them differ."""
    sides = []
    for n, (a, b) in ((i, s), (j, t)):
        inside = desk.annotations[n]
        names = {
            m.name for m in inside.mentions if a <= m.start < b and m.kind in ("person", "body", "place", "demonym")
        }
        dates = {x.value for x in inside.times if a <= x.start < b and re.match(r"\d{4}", x.value)}
        sides.append((names, dates))
    (x, u), (y, v) = sides
    return (x <= y or y <= x) and bool(x & y or not (x or y)) and (not u or not v or bool(u & v))


def _near(desk: Desk, i: int, j: int) -> bool:
    """Published within a week of each other."""
    x, y = day(desk.articles[i]), day(desk.articles[j])
    return x is not None and y is not None and abs((x - y).days) <= 7


def _shown(desk: Desk, i: int, q: Quantity) -> str:
    return squeeze(f"{desk.articles[i].text[q.start : q.end]} {q.what}") + (
        " (capacity)" if q.hedge == "capacity" else ""
    )


def _ratio(p: Quantity, q: Quantity) -> float:
    low, high = sorted((abs(p.value), abs(q.value)))
    return low / high if high else 1.0


def _disjoint(p: Quantity, q: Quantity) -> bool:
    """No number lies inside the bounds of both; an open bound reaches to infinity on its side."""
    low = max(-1e30 if p.low is None else p.low, -1e30 if q.low is None else q.low)
    high = min(1e30 if p.high is None else p.high, 1e30 if q.high is None else q.high)
    return low > high + 1e-9


def _part_of(desk: Desk, i: int, s: tuple[int, int], j: int, t: tuple[int, int], p: Quantity, q: Quantity) -> bool:
    """Agreement by arithmetic: 314 and 157 each; a part of a whole that the same sentence names."""
    low, high = sorted((p.value, q.value))
    for n, sentence, quantity in ((i, s, p), (j, t, q)):
        text = desk.articles[n].text
        if (
            (quantity.share == "each" or re.search(r"\b(?:both sides|from each|per side)\b", text[slice(*sentence)]))
            and low
            and (high / low).is_integer()
            and high / low <= 6
        ):
            return True
        if re.search(
            r"\b(?:another|including|among them|of (?:the|them|those|which|whom))\s*$",
            text[sentence[0] : quantity.start],
        ):
            return True
        if quantity.share == "part" or re.match(
            r"\s+(?:more|additional|other|others)\b", text[quantity.end : sentence[1]]
        ):
            return True
    return False


# ── wordings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _wordings(desk: Desk, told: Sequence[Statement], event_of: dict[int, int]) -> list[Discrepancy]:
    """Different words inside quotation marks for one utterance: within a statement, between body and summary box or headline
    of one article, and between articles of one event. Compared by concept, reported by letter."""
    owners: dict[str, list[tuple[int, int, Statement]]] = defaultdict(list)
    for s in told:
        for w in s.wordings:
            for quote in w.quotations:
                owners[quote.article].append((quote.start, quote.end, s))

    def owner(e: Evidence) -> Statement | None:
        return next((s for a, b, s in owners[e.article] if a <= e.start and e.end <= b), None)

    blocks: dict[int, list[Evidence]] = defaultdict(list)
    for i, a in enumerate(desk.articles):
        blocks[event_of.get(i, -1 - i)] += [evidence(a, q) for q in _utterances(a)]
    out = []
    for rows in blocks.values():
        vectors = [desk.vector(e.text) for e in rows]
        for m, k in similarity.candidates(vectors, keep=8, crowd=60):
            p, q = rows[m], rows[k]
            u, v = plain_quote(p.text), plain_quote(q.text)
            if u in v or v in u or min(len(u.split()), len(v.split())) < 3:
                continue
            x, y = owner(p), owner(q)
            one = x is not None and x is y
            if x is not None and y is not None and x.speaker != y.speaker and p.article != q.article:
                continue
            close = similarity.cosine(vectors[m], vectors[k])
            apart = p.article != q.article  # two remarks of one article are mostly two remarks
            if (
                close < (0.38 if one and apart else 0.75)
                or (x is None and y is None and apart and min(len(u.split()), len(v.split())) < 5)
                or len(set(vectors[m]) & set(vectors[k])) < 2
            ):
                continue
            grade = "cosmetic" if fuzz.ratio(u, v) >= 95 else "substantive"
            who = x.speaker if x else y.speaker if y else "speaker not established"
            out.append(
                _made(
                    "wording",
                    grade,
                    who,
                    [squeeze(p.text), squeeze(q.text)],
                    [p, q],
                    [why("discrepancy", "different-words", f"contents alike {close:.2f}")],
                )
            )
    return out


def _utterances(article: Article) -> list[Span]:
    """Quoted sentences of an article, those in its summary boxes and headline too."""
    kept = [(f.start, f.end) for f in article.furniture if f.kind not in ("faq", "summary")]
    rows = [b for b in blocks_of(article.text) if b not in kept]
    out = []
    for q in quotations(article.text, rows):
        inner = (q[0] + 1, q[1])
        out += [s for s in sentences(article.text, inner) if len(article.text[s[0] : s[1]].split()) >= 3] or [inner]
    return [_unquoted(article.text, s) for s in out]


def _unquoted(text: str, span: Span) -> Span:
    start, end = span
    while end > start and text[end - 1] in "\"”’'»,.":
        end -= 1
    return start, end


# ── names and roles ──────────────────────────────────────────────────────────────────────────────────────────────────


def _names(actors: Sequence[Entity]) -> list[Discrepancy]:
    out = []
    for e in actors:
        if e.kind != "person":
            continue
        spelt: dict[str, Evidence] = {}
        for m in e.members:
            if len(naming.parts(m.text)) > 1:
                spelt.setdefault("".join(naming.parts(m.text)), m)
        for (a, p), (b, q) in itertools.combinations(sorted(spelt.items()), 2):
            x, y = naming.parts(p.text), naming.parts(q.text)
            if not (set(x) <= set(y) or set(y) <= set(x) or a in b or b in a):
                out.append(
                    _made(
                        "name",
                        "cosmetic",
                        e.name,
                        [squeeze(p.text), squeeze(q.text)],
                        [p, q],
                        [why("discrepancy", "different-spelling")],
                    )
                )
    return out


def _roles(desk: Desk, actors: Sequence[Entity]) -> list[Discrepancy]:
    printed: dict[tuple[str, str], Evidence] = {}
    for a, n in zip(desk.articles, desk.annotations, strict=True):
        for m in n.mentions:
            if m.role:
                sentence = next(((s, e) for s, e in n.sentences if s <= m.start < e), (m.start, m.end))
                printed.setdefault((m.name, m.role), evidence(a, sentence))
    out = []
    for e in actors:
        for one, two in itertools.combinations(e.roles if e.kind == "person" else (), 2):
            x, y = role_words(one), role_words(two)
            contradicts = bool(x & y and x - y and y - x)
            if not contradicts and (x != y or _rank(one) == _rank(two)):
                continue
            proof = [
                p
                for r in (one, two)
                for p in [next((printed[(v, r)] for v in e.variants if (v, r) in printed), None)]
                if p
            ]
            if len(proof) == 2:
                grade = "substantive" if contradicts else "cosmetic"
                out.append(_made("role", grade, e.name, [one, two], proof, [why("discrepancy", "different-role")]))
    return out


def _rank(role: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b(?:vice|deputy|first|senior|acting|assistant)\b", role.lower()))


# ── who to whom, polarity ────────────────────────────────────────────────────────────────────────────────────────────


def _swapped(desk: Desk, rows: Sequence[Telling]) -> list[Discrepancy]:
    directed: dict[frozenset[str], list[Telling]] = defaultdict(list)
    for t in rows:
        if t.addressee and t.addressee != t.speaker and t.act in ("tell", "warn", "urge", "say", "accuse", "vow"):
            directed[frozenset((t.speaker, t.addressee))].append(t)
    out = []
    for pair, found in sorted(directed.items(), key=lambda kv: sorted(kv[0])):
        for a, b in itertools.combinations(found, 2):
            close = similarity.cosine(a.vector, b.vector)
            if a.article == b.article or a.speaker != b.addressee or b.speaker != a.addressee or close < 0.12:
                continue
            shown = [f"{t.speaker} → {t.addressee}" for t in (a, b)]
            proof = [evidence(desk.articles[t.article], _whole(desk, t)) for t in (a, b)]
            out.append(
                _made(
                    "who-to-whom",
                    "substantive",
                    " and ".join(sorted(pair)),
                    shown,
                    proof,
                    [why("discrepancy", "roles-swapped", f"contents alike {close:.2f}")],
                )
            )
    return out


def _whole(desk: Desk, t: Telling) -> tuple[int, int]:
    return next(((s, e) for s, e in desk.annotations[t.article].sentences if s <= t.span[0] < e), t.span)


def _signs(desk: Desk, made: Sequence[Claim]) -> list[Discrepancy]:
    negative = {(n.article, x.start): x.negative for n in desk.annotations for x in n.assertions}
    out = []
    for c in made:
        for p, q in itertools.combinations(c.positions, 2):
            if (
                p.evidence.article == q.evidence.article
                or "denies" in (p.position, q.position)
                or "doubts" in (p.position, q.position)
            ):
                continue
            x, y = (
                negative.get((p.evidence.article, p.evidence.start)),
                negative.get((q.evidence.article, q.evidence.start)),
            )
            if x is None or y is None or x == y:
                continue
            if similarity.cosine(desk.vector(p.evidence.text), desk.vector(q.evidence.text)) >= 0.75:
                out.append(
                    _made(
                        "polarity",
                        "substantive",
                        c.text[:80],
                        ["negated" if x else "affirmed", "negated" if y else "affirmed"],
                        [p.evidence, q.evidence],
                        [why("discrepancy", "opposite-sign")],
                    )
                )
    return out
