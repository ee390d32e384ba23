"""Certainty that changes on the way: one account states as a fact what another hedges or gives as somebody's allegation.

"Overstatement" where one holder's words lose their hedge, "lost attribution" where an outlet says in its own voice what is
alleged elsewhere. An article that attributes or hedges the matter in another sentence has lost nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .. import lexicon
from ..records import Assertion
from ..text import Span, content_words, words
from . import similarity, sparse
from .context import Desk, mentions_in
from .propositions import Proposition

ALIKE = 0.6  # likeness of the two contents
DEED = 2  # words that both have beside the names
COVERED = 0.6  # part of the content words of one that the other has too
ELSEWHERE = 0.4  # likeness from which another sentence of the article is about the same matter
CERTAIN, POSSIBLE = 2.5, 0.0  # certainty of a bare statement, and above which a hedged one still affirms
LONGER = 1.8  # times by which one content may be longer


def differences(
    desk: Desk, rows: Sequence[Proposition], event_of: dict[int, int]
) -> Iterator[tuple[Proposition, Proposition, str, str, float]]:
    """(weaker telling, the one that states it as a fact, reason code, how the weaker one puts it, likeness)."""
    by_event: dict[int, list[Proposition]] = defaultdict(list)
    by_article: dict[int, list[Proposition]] = defaultdict(list)
    for p in rows:
        by_article[p.article].append(p)
        if p.article in event_of:
            by_event[event_of[p.article]].append(p)
    for found in by_event.values():
        shown: set[tuple[int, Span]] = set()  # the nearest weaker telling is enough
        for close, i, j in sparse.close_pairs([p.vector for p in found], ALIKE, keep=8, crowd=60):
            for weak, bare in ((found[i], found[j]), (found[j], found[i])):
                how = _lost(desk, weak, bare, by_article[bare.article])
                if how and (bare.article, bare.span) not in shown and _one_matter(desk, weak, bare):
                    shown.add((bare.article, bare.span))
                    yield weak, bare, *how, close


def _lost(
    desk: Desk, weak: Proposition, bare: Proposition, beside: Sequence[Proposition]
) -> tuple[str, str] | tuple[()]:
    """(reason code, how the weak one puts it); empty where nothing was lost."""
    x = _assertion(desk, weak)
    if weak.article == bare.article or not _plain(desk, bare) or x.negative or x.certainty <= POSSIBLE:
        return ()
    own = bare.attribution is None and not any(
        p is not bare
        and (p.attribution is not None or _hedge(_assertion(desk, p)))
        and similarity.cosine(p.vector, bare.vector) >= ELSEWHERE
        for p in beside
    )
    if hedge := _hedge(x):
        if re.search(rf"\b{hedge}\b", _text(desk, bare)):
            return ()
        one = bool(weak.holder) and weak.holder == bare.holder and bare.attribution is not None
        return ("hedge-lost", f"hedged: {hedge}") if own or one else ()
    if own and weak.attribution is not None and weak.position == "alleges" and not x.why:
        return "attribution-lost", f"alleged by {weak.holder}" if weak.holder else "alleged"
    return ()


def _assertion(desk: Desk, p: Proposition) -> Assertion:
    return desk.annotations[p.article].assertions[p.assertion]


def _hedge(x: Assertion) -> str:
    """The word that makes it possible only; "" where there is none, or where it asks or denies."""
    if any(c == "question" or c.startswith("negation") for c in x.why):
        return ""
    return next((c.partition(":")[2] for c in x.why if c.startswith("hedge:") or c in _MODALS), "")


_MODALS = frozenset(("modal:may", "modal:might"))  # "could" is also what somebody was able to do


def _plain(desk: Desk, p: Proposition) -> bool:
    """Stated as it is: affirmed, certain, nothing softened, not in quotation marks, and not about what others claim."""
    x = _assertion(desk, p)
    return (
        x.certainty >= CERTAIN
        and x.status in ("occurred", "expected")
        and not x.negative
        and set(x.why) <= _AHEAD
        and _text(desk, p)[:1] not in "\"'“‘"
        and not _SOFT.search(_text(desk, p))
        and not any(w in lexicon.told_nouns() for w in words(_text(desk, p)))
        and not any(
            y.position == "denies" and any(s <= p.span[0] < e for s, e in y.content)
            for y in desk.annotations[p.article].attributions
        )  # "dismissed a report that …"
    )


_AHEAD = frozenset(("modal:will", "modal:shall"))
_SOFT = re.compile(r"\b(?:could|may|might|likely|possibly|perhaps|whether|reportedly|allegedly|purported(?:ly)?)\b")
"""Words that make something uncertain anywhere in a sentence; not the month of May."""


def _text(desk: Desk, p: Proposition) -> str:
    return desk.articles[p.article].text[slice(*p.span)]


def _one_matter(desk: Desk, a: Proposition, b: Proposition) -> bool:
    """Enough words in common, no length that says more, no other place or person on each side."""
    one, two = _text(desk, a), _text(desk, b)
    short, long = sorted((len(words(one)), len(words(two))))
    x, y = set(content_words(one)), set(content_words(two))
    if long > LONGER * short or len(x & y) < max(3, COVERED * min(len(x), len(y))):
        return False
    names = [
        {m.name for m in mentions_in(desk.annotations[p.article], p.span) if m.kind in ("person", "place", "body")}
        for p in (a, b)
    ]
    told = {w for found in names for name in found for w in content_words(name)}
    return len((x & y) - told) >= DEED and not (names[0] - names[1] and names[1] - names[0])
