"""Whether two articles tell one event: reasons whose weights are log-odds, so that their sum is a probability.

The weights (lexicon/reasons.toml, [event]) were fitted by logistic regression on pairs of dated multi-outlet news, twin
events and rumours together, each counting the same (docs/method.md has the figures).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from .. import lexicon
from ..records import LASTING, Annotation, Article, Mention, Why
from ..text import squeeze
from . import rarity, similarity
from .context import Desk, day, in_headline, lead, measured, terms, why

BODY = 20  # sentences: what an article is about stands in its first half
MOST = 4  # things counted alike: more say no more
LENGTHS = (60, 350, 10, 350)  # running words of an opening, a body and a title, and of the body in which names are met
HEAVIEST = 120  # words of a body kept in memory
GAPS = ((0, "same-day"), (1, "next-day"), (2, "two-days"), (7, "days-apart"))
WINDOW = GAPS[-1][0]  # days between two articles of one event


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared of one article. `cast`: its persons by last name with their share of the mentions; `focus`: the one
    mentioned most, '' below two mentions; `named`: every name part in it; `figures`: what it counts with the numbers."""

    opening: similarity.Vector
    body: similarity.Vector
    title: similarity.Vector
    names: similarity.Vector
    cast: dict[str, float]
    focus: str
    named: frozenset[str]
    figures: dict[str, frozenset[float]]
    day: dt.date | None


def profiles(desk: Desk) -> list[Profile]:
    """One profile for each article, in the order of the desk."""
    rows = list(zip(desk.articles, desk.annotations, strict=True))
    texts = [_texts(a, n) for a, n in rows]
    opening_mentions = [_mentions(n) for _, n in rows]
    names = [[m.name.lower() for m in ms if m.kind in ("person", "body", "place")] for ms in opening_mentions]
    columns = [list(c) for c in zip(*texts, strict=True)] if texts else [[], [], []]
    opening, body, title, called = (_vectors(c, n) for c, n in zip((*columns, names), LENGTHS, strict=True))
    out = []
    for i, (a, n) in enumerate(rows):
        told = opening_mentions[i]
        cast = Counter(m.name.lower().split()[-1] for m in told if m.kind == "person" and m.name.split())
        focus = max(cast, key=lambda p: (cast[p], p), default="")
        out.append(
            Profile(
                opening[i], {w: body[i][w] for w in similarity.heaviest(body[i], HEAVIEST)}, title[i], called[i],
                {p: c / cast.total() for p, c in cast.items()}, focus if cast[focus] > 1 else "",
                frozenset(w for m in told for w in m.name.lower().split()), _figures(n), day(a),
            )
        )  # fmt: skip
    return out


def _mentions(n: Annotation) -> list[Mention]:
    """Those of the first BODY sentences."""
    end = _end(n)
    return [m for m in n.mentions if m.start < end]


def _figures(n: Annotation) -> dict[str, frozenset[float]]:
    """Thing counted → numbers, in the first BODY sentences."""
    out: dict[str, set[float]] = defaultdict(set)
    end = _end(n)
    for q in n.quantities:
        if q.what and q.unit not in LASTING and q.start < end:
            out[q.what.split()[-1].lower()].add(q.value)
    return {thing: frozenset(values) for thing, values in out.items()}


def _end(n: Annotation) -> int:
    """Where the first BODY sentences end."""
    return n.sentences[:BODY][-1][1] if n.sentences else 0


def _vectors(column: Sequence[Sequence[str]], length: int) -> list[similarity.Vector]:
    weight = rarity.idf(column, length, rarity.of_term)
    return [similarity.vector(words, weight) for words in column]


def _texts(article: Article, annotation: Annotation) -> tuple[list[str], list[str], list[str]]:
    """(opening, body, title) as terms."""
    body = [
        terms(squeeze(article.text[s:e])) for s, e in annotation.sentences[: BODY + 1] if not in_headline(article, s)
    ][:BODY]
    title = terms(article.headline)
    return (
        terms(lead(article, annotation)),
        [*title, *(w for x in body for w in x)],
        title or (body[0] if body else []),
    )


TWINS = 0.22  # likeness of any two openings where a desk is about two or three happenings of one kind


def alike(made: Sequence[Profile]) -> float:
    """Mean likeness of the openings of any two articles, copies counted once, as far as it is over TWINS: how much of one matter the
    whole desk is."""
    seen = {tuple(p.opening): p.opening for p in made}
    count = len(seen)
    total: dict[str, float] = defaultdict(float)
    for v in seen.values():
        for word, w in v.items():
            total[word] += w
    own = sum(w * w for v in seen.values() for w in v.values())
    mean = (sum(w * w for w in total.values()) - own) / (count * (count - 1)) if count > 1 else 0.0
    return max(0.0, mean - TWINS)


def compare(a: Profile, b: Profile, common: float) -> list[Why]:
    """Every reason for and against; the weight of each is its log-odds. `common`: how alike any two articles of the desk are."""
    out = [why("event", "any-two")]
    if a.day and b.day:
        gap = abs((a.day - b.day).days)
        out.append(why("event", next((code for top, code in GAPS if gap <= top), GAPS[-1][1])))
    else:
        out.append(measured("event", "undated-among-alike", common))
    for code, x, y in (
        ("similar-opening", a.opening, b.opening), ("similar-body", a.body, b.body), ("similar-headline", a.title, b.title), ("same-names", a.names, b.names),
    ):  # fmt: skip
        out.append(measured("event", code, similarity.cosine(x, y)))
    out.append(measured("event", "same-cast", sum(min(share, b.cast[p]) for p, share in a.cast.items() if p in b.cast)))
    strangers = (bool(a.focus) and a.focus not in b.named) + (bool(b.focus) and b.focus not in a.named)
    if strangers:
        out.append(why("event", ("other-focus", "other-focus-both")[strangers - 1], " / ".join(filter(None, (a.focus, b.focus)))))  # fmt: skip
    things = a.figures.keys() & b.figures.keys()
    same = sum(bool(a.figures[x] & b.figures[x]) for x in things)
    out.append(_counted("same-figures", min(same, MOST)))
    out.append(_counted("other-figures", min(len(things) - same, MOST)))
    return [w for w in out if w.weight]


def _counted(code: str, count: int) -> Why:
    """A reason that weighs as often as it was met."""
    return Why(code, round(lexicon.reason("event", code)[0] * count, 3), str(count))
