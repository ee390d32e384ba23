"""Different words inside quotation marks for one utterance: within a statement, between headline or summary box and body of
one article, and between articles of one event. Compared by concept, reported by letter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import Match, SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from ..lexicon import synonym
from ..records import Article, Evidence, Statement, Wording
from ..text import STOP, Span, plain_quote, quotations, sentences, unedited
from ..text import blocks as blocks_of
from . import similarity
from .context import Desk, evidence, folded
from .prose import speaks, unmarked

ONE_STATEMENT, ELSEWHERE = 0.5, 0.8  # likeness of two quotations of one statement, and of any two of one event
TOLD_AGAIN = 0.9  # of two of one speaker in two events
LETTERS = 80  # part of the letters of a quotation, percent, that stand inside a longer one
UNMISTAKABLE = 12  # words of a quotation that, nearly the same, is one whoever is named for it
ONE_ARTICLE = 0.92  # of two in one article: they are mostly two remarks
SHARED = 0.5  # part of the shorter quotation's concepts that the longer one has too
SPELT = 75  # likeness of two spellings of one word, percent
TOLD = 2.0  # above every likeness: a quotation that the other article has in the same words
LONG, WITHIN = 8, 6  # words that both have, and words in one place that only one has, where words were left out within
FILLED = 20  # letters that an editor's brackets may stand for
NOBODY = "speaker not established"
RUN = 5  # words in a row that two have in common beyond chance
IN_ORDER = 0.45  # part of the words of the shorter one that the other has in their order, beyond chance
SMALL = 0.6  # part of the words that two have in common where only small ones differ
NEARLY = 0.85  # part of the words in common where a few stand in place of others
CONTRACTED = 6  # words from which "we'll" for "we will" is told
EXTENT = 3  # words by which one may quote more: beyond it the extents differ, not the words


def differences(
    desk: Desk, told: Sequence[Statement], event_of: dict[int, int], translated: Callable[[str], bool]
) -> Iterator[tuple[Evidence, Evidence, str, str, str]]:
    """(one quotation, another, whose, grade, what was measured) of every pair that alters the words of one utterance. `translated`: whether
    somebody's words reach English papers through translators, each of whom has an order of his own."""
    owners: dict[str, list[tuple[int, int, Statement]]] = defaultdict(list)
    for s in told:
        for w in s.wordings:
            for quote in w.quotations:
                owners[quote.article].append((quote.start, quote.end, s))

    quoted = {a.id: _utterances(a) for a in desk.articles}
    marked = {evidence(a, q) for a in desk.articles for q in quoted[a.id]}
    whose = {
        e: next((s for a, b, s in owners[e.article] if a <= e.start and e.end <= b), None)
        for i, a in enumerate(desk.articles)
        for q in (
            *quoted[a.id],
            *_unmarked(a, quoted[a.id], owners[a.id]),
            *_printed(a, quoted[a.id], unmarked(desk, i)),
        )
        for e in (evidence(a, q),)
    }
    vector = {e: desk.vector(_plain(e.text)) for e in whose}
    named = {s.id for s in told if any(_named(desk, w) for w in s.wordings)}
    event = {a.id: event_of.get(i, -1 - i) for i, a in enumerate(desk.articles)}
    blocks: dict[tuple[bool, Hashable], list[Evidence]] = defaultdict(list)
    for e, of in whose.items():
        blocks[False, event[e.article]].append(e)
        if of is not None:
            blocks[True, of.id].append(e)
            if of.id in named:
                blocks[True, of.speaker].append(e)
    for (elsewhere, _), rows in blocks.items():
        if elsewhere and len({event[e.article] for e in rows}) < 2:
            continue
        vectors = [vector[e] for e in rows]
        found: list[tuple[float, Evidence, Evidence, str, str]] = []
        for m, k in similarity.candidates(vectors, keep=8, crowd=60):
            p, q = rows[m], rows[k]
            x, y = whose[p], whose[q]
            apart = p.article != q.article
            if (elsewhere or not apart) and not marked >= {p, q}:
                continue  # a host says the same every day
            short = min(len(p.text.split()), len(q.text.split()))
            two = x is not None and y is not None and x.speaker != y.speaker and {x.id, y.id} <= named
            if two and apart and short < UNMISTAKABLE:
                continue
            one = x is not None and x is y
            if elsewhere and (event[p.article] == event[q.article] or not (one or short >= LONG)):
                continue
            if ((x is None and y is None) or not apart) and short < 5:
                continue
            if x is None and y is None and not marked & {p, q} and not speaks(p.text):
                continue  # two copies of one prose after a colon
            close = similarity.cosine(vectors[m], vectors[k])
            if apart and short >= LONG and (two or close < ELSEWHERE):
                close = max(close, _inside(plain_quote(p.text), plain_quote(q.text)))
            if two and apart and close < TOLD_AGAIN:
                continue
            least = (ONE_STATEMENT if one else TOLD_AGAIN if elsewhere else ELSEWHERE) if apart else ONE_ARTICLE
            who = x.speaker if x else y.speaker if y else NOBODY
            told_alike = apart and _same(p.text, q.text)
            grade = "same" if told_alike else altered(p.text, q.text, translated(who)) if close >= least else ""
            if grade:
                found.append((close, p, q, who, grade))
        yield from _partners(found)


def headlines(desk: Desk) -> Iterator[tuple[Evidence, Evidence, str, str, str]]:
    """The same of a few words that a headline has in quotation marks and the article itself in other words: 'swift and severe' above "swift
    and coordinated". Nothing where the words stand in the article as the headline has them."""
    for a in desk.articles:
        body = a.headline_span[1] if a.headline_span else 0
        for m in _IN_HEADLINE.finditer(a.text, 0, body):
            printed = evidence(a, m.span("said"))
            words = plain_quote(printed.text).split()
            if not SAID <= len(words) <= LONG or " ".join(words) in plain_quote(a.text[body:]):
                continue
            inside = (evidence(a, (s + 1, e - 1)) for s, e in quotations(a.text, [(body, len(a.text))]))
            for quote in inside:
                other = plain_quote(quote.text).split()
                same = [r.size for r in matches(words, other)]
                if len(other) == len(words) and sum(same) == len(words) - 1 and {*words} & {*other} - STOP:
                    two = {synonym(w) for w in {*words} ^ {*other}} - STOP
                    grade = "substantive" if len(two) > 1 else "cosmetic"
                    yield printed, quote, NOBODY, grade, "the headline and the article"
                    break


SAID = 3  # words of a quotation in a headline that are compared
_IN_HEADLINE = re.compile(r"(?<!\w)[‘'“\"](?P<said>[^‘’'“”\"\n]{8,80})[’'”\"](?!\w)")


def _inside(one: str, other: str) -> float:
    """Part of the words of the shorter quotation that stand in one place of the longer one, in their order."""
    if not fuzz.partial_ratio(one, other, score_cutoff=LETTERS):
        return 0.0
    few, many = sorted((one.split(), other.split()), key=len)
    runs = matches(few, many)
    at = {m.b - m.a for m in runs}
    return max((sum(m.size for m in runs if abs(m.b - m.a - x) <= 1) for x in at), default=0) / len(few)


def _named(desk: Desk, w: Wording) -> bool:
    """Whether an article says who speaks, by name; "a spokesperson" here may be the ministry there."""
    return desk.annotations[desk.number[w.evidence.article]].attributions[w.attribution].speaker_kind != "anonymous"


def _partners(
    found: Sequence[tuple[float, Evidence, Evidence, str, str]],
) -> Iterator[tuple[Evidence, Evidence, str, str, str]]:
    """The altered pairs in which each quotation has its most alike partner in the other's article: of several remarks of one interview,
    one is told again, and what is told again in the same words is no other remark altered."""
    best: dict[tuple[Evidence, str], float] = {}
    for close, p, q, _, grade in found:
        for mine, other in ((p, q), (q, p)):
            key, told = (mine, other.article), grade == "same" and len(mine.text) <= len(other.text) + 2
            best[key] = max(best.get(key, 0.0), TOLD if told else 0.0 if grade == "same" else close)
    for close, p, q, who, grade in found:
        if grade != "same" and close >= best[p, q.article] and close >= best[q, p.article]:
            yield p, q, who, grade, f"contents alike {close:.2f}"


def altered(one: str, other: str, translated: bool = False) -> str:
    """How two quotations of one utterance differ: "substantive" where each has a content word that the other lacks, "cosmetic"
    where only small words, letters or one word more differ, "" where one merely quotes more, or they are two remarks."""
    u, v = _plain(one), _plain(other)
    x, y = plain_quote(u), plain_quote(v)
    if _same(one, other) or min(len(x.split()), len(y.split())) < 3:
        return ""
    one_told, other_told = ({synonym(w) for w in folded(z)} for z in (u, v))
    shared = one_told & other_told
    fewer, more = sorted((len(one_told), len(other_told)))
    short = fewer <= 3 and more <= 5
    if len(shared) < min(3, max(2, fewer)) and not (len(shared) == 2 and (short or _longest_run(x, y) >= RUN)):
        return ""
    if len(shared) < SHARED * fewer:
        return ""
    sides = _overlap(x.split(), y.split())
    if sides[0] == sides[1]:
        return ""
    words = [set(folded(_CLIPPED.sub("", " ".join(side)))) for side in sides]
    left, right = words[0] - words[1], words[1] - words[0]
    here, there = _alone(left, right), _alone(right, left)
    told_by_both = _shared(*sides)
    if here and there:
        return "substantive" if translated or told_by_both > IN_ORDER else ""
    if _denied(sides[0]) != _denied(sides[1]):  # "I have it" and "I don't have that": two remarks, if they are short
        bare = ["".join(w for w in side if w not in _NEGATIVES) for side in sides]
        only = min(map(len, sides)) >= RUN and (bare[0] in bare[1] or bare[1] in bare[0])
        return "substantive" if only or len(shared) >= LONG else ""
    contracted = min(len(x.split()), len(y.split())) < CONTRACTED and not left ^ right and _CLIPPED.search(f"{x} {y}")
    if contracted or told_by_both < SMALL:
        return ""
    near = len(here) + len(there) <= (len(shared) > 3) and abs(len(sides[0]) - len(sides[1])) <= EXTENT
    left_out = not _OMITTED.search(one + other) and _left_out(x.split(), y.split())
    if not (near or left_out or (len(shared) >= LONG and told_by_both >= NEARLY and _replaced(*sides))):
        return ""
    return "substantive" if _stronger(*sides) else "cosmetic"


def _stronger(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether small words that make a promise a possibility, or all of some, stand for one another: "will never", "do not"."""
    here, there = ({_TENSE.get(w, w) for w in side} for side in (one, other))
    return bool((here - there) & _FORCE and (there - here) & _FORCE)


_FORCE = frozenset("will may must should can never not always all some none only every shall".split())
_TENSE = {"would": "will", "might": "may", "could": "can"}


_CLIPPED = re.compile(r"\b\w+n t\b|\b(?:i|you|he|she|it|we|they|who|that|there) (?:ll|re|ve|d|m|s)\b")
"""Contractions once their apostrophe is gone: "won t" has no word that "will not" lacks."""


def _shared(a: Sequence[str], b: Sequence[str]) -> float:
    """Part of the words of the shorter one that the other has in the same order."""
    return sum(m.size for m in matches(a, b)) / max(1, min(len(a), len(b)))


def matches(a: Sequence[str], b: Sequence[str]) -> list[Match]:
    """The runs of words that both have, in order."""
    return [m for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if m.size]


def _gaps(shared: Sequence[Match]) -> list[tuple[int, int]]:
    """How many words each side has alone between the runs."""
    return [(n.a - m.a - m.size, n.b - m.b - m.size) for m, n in pairwise(shared)]


def _longest_run(x: str, y: str) -> int:
    return SequenceMatcher(None, x.split(), y.split(), autojunk=False).find_longest_match().size


def _denied(side: Sequence[str]) -> bool:
    return bool(re.search(r"\b(?:not?|never|nor|\w+n t|cannot)\b", " ".join(side)))


_NEGATIVES = frozenset(("not", "never", "no"))


def _same(one: str, other: str) -> bool:
    """Whether one quotation has all letters of the other in a row, but for what an editor put in."""
    x, y = _compared(one), _compared(other)
    return x in y or y in x or _filled_in(one, y) or _filled_in(other, x)


def _filled_in(one: str, letters: str) -> bool:
    """Whether a quotation has the letters of another but for what an editor put in brackets: "[Holm] left" for "she left"."""
    if not _BRACKETED.search(one):
        return False
    pieces = [_letters(_plain(piece)) for piece in _BRACKETED.split(one)]
    told = [piece for piece in pieces if piece]
    if sum(map(len, told)) < FILLED:
        return False
    return bool(re.search(rf".{{0,{FILLED}}}?".join(map(re.escape, told)), letters))


@lru_cache(maxsize=20_000)
def _compared(text: str) -> str:
    return _letters(_plain(text))


_BRACKETED = re.compile(r"\[[^\]]{2,}\]|\([^)]{3,}\)")


def _letters(text: str) -> str:
    """All letters in a row, as one side of the ocean spells them."""
    text = plain_quote(text)
    for pattern, plain in _BRITISH:
        text = pattern.sub(plain, text)
    return text.replace(" ", "")


_BRITISH = (
    (re.compile(r"(?<=i)s(?=e|ing|ation)"), "z"),
    (re.compile(r"(?<=[aeiou])ll(?=ed|ing|er)"), "l"),
    (re.compile(r"(?<=[a-z])our"), "or"),
    (re.compile(r"(?<=[bt])re\b"), "er"),
)
_OMITTED = re.compile(r"…|\.\s?\.\s?\.|\[")


def _left_out(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one is the other but for words left out within: "will be, when we are done, a good year"."""
    shared = matches(a, b)
    gaps = _gaps(shared)
    return (
        sum(m.size for m in shared) >= LONG
        and all(m.size > 1 or m.a == m.b == 0 for m in shared)
        and any(map(any, gaps))
        and all(min(g) == 0 and max(g) <= WITHIN for g in gaps)
    )


def _replaced(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two that differ within have a few words in place of others, and only a few: "makes | it | more deadly"."""
    gaps = _gaps(matches(a, b))
    return any(min(g) for g in gaps) and all(max(g) <= EXTENT for g in gaps)


def _alone(words: set[str], others: set[str]) -> list[str]:
    """Words that are no spelling of any other."""
    return [w for w in words if all(fuzz.ratio(w, z) < SPELT for z in others)]


def _overlap(a: Sequence[str], b: Sequence[str]) -> tuple[Sequence[str], ...]:
    """Both without what only one of them quotes before or behind the words that they share, but for EXTENT words."""
    if not (shared := matches(a, b)):
        return a, b
    whole = [m for m in shared if m.size > 1] or shared
    first, last = whole[0], whole[-1]
    before = min(first.a, first.b) + EXTENT * bool(first.a and first.b)
    ends = len(a) - last.a, len(b) - last.b
    behind = min(ends) + EXTENT * (min(ends) > last.size)
    return tuple(w[max(0, at - before) : to + behind] for w, at, to in ((a, first.a, last.a), (b, first.b, last.b)))


_PAUSES = re.compile(r"\s*(?:,|[–—-]+)\s*(?:you know|I mean|uh+|um+|er+)\s*(?:,|[–—-]+|(?=[.?!]?$))\s*", re.I)


def _plain(text: str) -> str:
    """Without an editor's brackets, small marks of writing, and what a speaker fills a pause with: "[I]mmigration" is "Immigration", "[in
    Las Vegas]" was not said, "we will, you know, see" is "we will see"."""
    text = _PAUSES.sub(" ", text)
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|(?<=\w)(?:\([a-z]{1,2}\)|\[[a-z]{1,2}\])(?!\w)", "", text)
    return re.sub(r"\[[^\]]{3,}\]|\([^)]{3,}\)|(?<!\w)\[\w{2}\](?!\w)", "", unedited(text))


def _unmarked(article: Article, quoted: Sequence[Span], told: Sequence[tuple[int, int, Statement]]) -> Iterator[Span]:
    """The sentences that an article tells word for word without quotation marks."""
    for start, end, _ in told:
        if not any(start <= s and e <= end for s, e in quoted):
            yield from (_unquoted(article.text, s) for s in sentences(article.text, (start, end)))


def _printed(article: Article, quoted: Sequence[Span], foreign: Sequence[Span]) -> Iterator[Span]:
    """The sentences of block quotations, transcripts and posts, without the label before them and the signature behind."""
    text = article.text
    for block in foreign:
        signed = _SIGNED.search(text, *block)
        for start, end in sentences(text, (block[0], signed.start() if signed else block[1])):
            label = _LABEL.match(text, start, end)
            s = label.end() if label else start, end
            if len(text[slice(*s)].split()) >= LONG and not any(a < s[1] and s[0] < b for a, b in quoted):
                yield _unquoted(text, s)


_LABEL = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}:\s+")
_SIGNED = re.compile(r"\s*[—–-]+\s[^—–\n]{2,40}\(@\w{2,}\)")


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
    while end > start and text[end - 1] in '"”"’\'»,.':
        end -= 1
    return start, end
