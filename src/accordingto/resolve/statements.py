"""Statements: one speech act told by several articles, all wordings kept. Blocks by speaker and side; never all pairs."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from .. import lexicon
from ..records import AGAINST, Annotation, Attribution, Decision, Evidence, Statement, Why, Wording
from ..text import Span, enclosing, plain_quote, quotations, sentences, words
from . import sayings, similarity
from .context import NOTHING, Desk, concepts, day, evidence, in_headline, kind_of, make_id, mentions_in, why
from .entities import Directory
from .occasions import Day, innermost, meet

JOIN = 0.65
UNNAMED = 0.67  # likeness that two remarks of somebody without a name need
HERE = 0.51  # likeness from which one article tells one remark twice: speakers stay with their subject
AGAIN, NEARLY = 10, 88  # words of a quotation that, so much alike (percent), is the same one also weeks later
SAYINGS = frozenset(("say", "tell", "announce", "confirm"))
IN_THE_WORDS = ("same-words", "near-words")
"""Reasons that two tellings share what stands in quotation marks."""
OPPOSED = frozenset(map(frozenset, (("support", "condemn"), ("deny", "urge"), ("deny", "vow"))))
"""Acts that are not two tellings of one: nobody denies what he calls for or promises."""
NEAR_WORDS = 0.62  # likeness of two quotations that are nearly the same
SAYING = 6  # words in quotation marks that two people do not say alike


@dataclass(frozen=True, slots=True)
class Telling:
    """One attribution of one article with what statements and claims compare; `named` is false for "a spokesman", "the paper" and
    where the article does not say, or it could not be told, who speaks (`speaker` is then ""); `sayings`: its sentences in quotation
    marks that nobody says again by chance; `stance`: whether it speaks against what it tells of, and
    whether that is negated itself; None where it says several things."""

    article: int
    index: int
    speaker: str
    named: bool
    person: bool
    side: str
    addressee: str
    act: str
    span: Span
    vector: similarity.Vector
    quotes: tuple[Span, ...]
    sayings: frozenset[str]
    figures: frozenset[float]
    times: frozenset[str]
    stance: tuple[bool, bool] | None


def tellings(desk: Desk, directory: Directory) -> list[Telling]:
    """Attributions with four words or more of content and a speaker, or words in quotation marks by which one may be found, in
    canonical order."""
    out = []
    for i, (a, n) in enumerate(zip(desk.articles, desk.annotations, strict=True)):
        for k, x in enumerate(n.attributions):
            content = " ".join(a.text[s:e] for s, e in x.content)
            if len(words(content)) < 4:
                continue
            span = (x.content[0][0], x.content[-1][1])
            marks = tuple(
                q
                for q in quotations(a.text, x.content) or _verbatim(a.text, x)
                if len(words(a.text[q[0] : q[1]])) >= 2 and not _of_another(n, x, q)
            )
            sayings = frozenset(_sayings(a.text, marks)) or NOTHING
            if not x.speaker and not sayings:
                continue
            if not x.position and x.act in SAYINGS and not marks:
                continue  # "has not shown how …", "could find …": nobody is told to have said it
            sentence = enclosing(n.sentences, span)
            out.append(
                Telling(
                    i, k, directory.canonical(x.speaker) if x.speaker else "", _named(x), _named(x) and x.speaker_kind == "person", directory.side(x.speaker) if x.speaker else "", directory.canonical(x.addressee_name), x.act, span, desk.vector(content), marks, sayings,
                    frozenset(q.value for q in n.quantities if span[0] <= q.start < span[1]) or NOTHING,
                    frozenset(t.value for t in n.times if sentence[0] <= t.start < sentence[1]) or NOTHING, _stance(n, k, x, content),
                )
            )  # fmt: skip
    return out


def _stance(n: Annotation, k: int, x: Attribution, content: str) -> tuple[bool, bool] | None:
    """(denied or doubted, negated) of the one thing that an attribution says: "denied that it was closed", "said it was not closed". None
    where it says several, or a word that denies stands in a side clause."""
    told = [a for a in n.assertions if a.attribution == k]
    if len(told) != 1 or not x.position or told[0].refers_back is not None:
        return None
    if told[0].negative != bool(_DENIED.search(content)):
        return None
    return x.position in AGAINST, told[0].negative


_DENIED = re.compile(r"\b(?:not?|never|none|nobody|nothing|neither|nor|cannot)\b|n['’]t\b", re.I)


def _of_another(n: Annotation, x: Attribution, quote: Span) -> bool:
    """Whether a quotation is somebody else's, whom the speaker quotes: "GOODMAN: In 2012 Holm wrote, “…”"."""
    inner = innermost(n, quote[0])
    return inner is not None and inner is not x and bool(inner.speaker) and inner.speaker != x.speaker


def _verbatim(text: str, x: Attribution) -> Sequence[Span]:
    """What is told word for word without marks: a post above its author's name and handle, a turn of a transcript behind a label in
    capitals."""
    if len(x.cue) != 1 or not x.source:
        return ()
    (start, end), (s, e) = x.cue[0], x.source[-1]
    post = text[start:end] in _DASHES and e > start and text[e : e + 4].lstrip().startswith("(@")
    turn = text[start:end] == ":" and text[s:e].isupper()
    return x.content if post or turn else ()


_DASHES = ("―", "—", "–", "--", "&mdash;")


def _named(x: Attribution) -> bool:
    return bool(x.speaker) and x.speaker_kind != "anonymous" and kind_of(x.speaker) in ("unknown", "official")


def _sayings(text: str, quotes: Sequence[Span]) -> Iterator[str]:
    """Sentences in quotation marks of so many words that nobody says them again by chance, by their letters."""
    for s, e in (s for q in quotes for s in sentences(text, q)):
        if len((plain := plain_quote(text[s:e])).split()) >= SAYING:
            yield plain


def statements(
    desk: Desk, rows: Sequence[Telling], groups_of_articles: Sequence[Sequence[int]], decisions: Sequence[Decision]
) -> tuple[Statement, ...]:
    """Statements in canonical order; a telling that joins no other is a statement of its own.

    Articles of two main events tell one speech act only when they carry the same quotation.
    """
    event = {m: n for n, g in enumerate(groups_of_articles) for m in g}
    groups = similarity.Groups(range(len(rows)))
    ids = similarity.once(groups, ((n, _id(desk, t)) for n, t in enumerate(rows)))
    similarity.obey(groups, decisions, lambda text: ids.get(text))
    left_out = []
    days: dict[Hashable, set[frozenset[Day]]] = {
        n: {when[1]} for n, t in enumerate(rows) if (when := sayings.said_on(desk, t.article, t.index))
    }
    persons: dict[Hashable, set[str]] = {n: {t.speaker} for n, t in enumerate(rows) if t.person and t.speaker}
    compared = ((i, j, compare(desk, rows[i], rows[j])) for i, j in _pairs(rows))
    for i, j, reasons in sorted((x for x in compared if x[2]), key=lambda x: (not _sure(x[2]), x[:2])):
        one_event = event[rows[i].article] == event[rows[j].article]
        alike = one_event or any(w.code == "same-words" for w in reasons) or _again(desk, rows[i], rows[j])
        if similarity.score(reasons) >= JOIN and alike:
            people = persons.get(groups.root(i), set()) | persons.get(groups.root(j), set())
            if any(w.code == "speaker-left-out" for w in reasons):
                left_out.append((i, j, reasons))
            elif len(people) > 1 and not _sure(reasons):
                continue  # "the envoy" of a state makes its president and its ambassador no one speaker
            elif _one_day(days, groups, i, j) or any(w.code in IN_THE_WORDS for w in reasons):
                both = days.get(groups.root(i), set()) | days.get(groups.root(j), set())
                if groups.join(i, j, reasons):
                    days[groups.root(i)] = both
                    persons[groups.root(i)] = people
    voices = {
        groups.root(n): {rows[int(str(m))].speaker for m in g if rows[int(str(m))].named}
        for g in groups.sets()
        for n in g[:1]
    }
    for i, j, reasons in left_out:  # whoever is not named is one of the named, but never makes two of them one
        a, b = groups.root(i), groups.root(j)
        if (not voices[a] or not voices[b] or voices[a] & voices[b]) and groups.join(i, j, reasons):
            voices[groups.root(i)] = voices[a] | voices[b]
    out = []
    for members in groups.sets():
        told = [rows[int(str(m))] for m in members]
        if not any(t.speaker for t in told):
            continue  # nobody is named for it anywhere
        found = sorted(
            told,
            key=lambda t: (desk.articles[t.article].published.value or "9999", desk.articles[t.article].id, t.span),
        )
        out.append(_statement(desk, found, groups.why.get(groups.root(members[0]), [])))
    return tuple(sorted(out, key=lambda s: s.id))


def _sure(reasons: Sequence[Why]) -> bool:
    """Whether two tellings name one speaker or have the same words in quotation marks."""
    return any(w.code in ("same-speaker", "same-words") for w in reasons)


def _one_day(days: Mapping[Hashable, set[frozenset[Day]]], groups: similarity.Groups, i: int, j: int) -> bool:
    """Whether no two tellings of two remarks say that they were made on two days."""
    one, other = (days.get(groups.root(n), set()) for n in (i, j))
    return all(meet(x, y) for x in one for y in other)


def _id(desk: Desk, t: Telling) -> str:
    return make_id("s", desk.articles[t.article].id, t.span[0], t.span[1], t.speaker)


def _pairs(rows: Sequence[Telling]) -> list[tuple[int, int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for n, t in enumerate(rows):
        for saying in t.sayings:
            blocks["words:" + saying].append(n)
        if t.speaker:
            blocks["who:" + t.speaker].append(n)
        if t.side:
            blocks["side:" + t.side].append(n)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= 40:
            pairs.update((a, b) for k, a in enumerate(members) for b in members[k + 1 :])
        else:
            near = similarity.candidates([rows[m].vector for m in members], keep=6, crowd=40)
            pairs.update((members[a], members[b]) for a, b in near)
    return sorted(pairs)


def compare(desk: Desk, a: Telling, b: Telling) -> list[Why]:
    """Reasons that two tellings tell one speech act; empty when something rules it out."""
    if a.article == b.article and (a.span[0] < b.span[1] and b.span[0] < a.span[1]):
        return []
    if not near(desk, a.article, b.article) and not _again(desk, a, b):
        return []
    if frozenset((a.act, b.act)) in OPPOSED:
        return []
    out: list[Why] = []
    if a.speaker and a.speaker == b.speaker:
        out.append(why("statement", "same-speaker", a.speaker))
    elif a.side and a.side == b.side and not (a.person and b.person and not a.sayings & b.sayings):
        out.append(why("statement", "same-side", a.side))
    elif not (a.named and b.named) and a.article != b.article and a.sayings & b.sayings:
        out.append(why("statement", "speaker-left-out"))
    else:
        return []
    same = quote_likeness(desk, a, b)
    if same < NEAR_WORDS and _opposed(a, b):
        return []
    if same == 1.0:
        out.append(why("statement", "same-words"))
    elif same >= NEAR_WORDS:
        out.append(why("statement", "near-words", f"{same:.2f}"))
    close = similarity.cosine(a.vector, b.vector)
    if not a.named and not b.named and close < UNNAMED and same < 1.0:
        return []  # "a resident" here and "a resident" there are two people
    if close >= _least(desk, a, b) and _beyond_names(desk, a, b):
        out.append(why("statement", "similar-content", f"{close:.2f}"))
    if not any(w.code in (*IN_THE_WORDS, "similar-content") for w in out):
        return []
    if a.act == b.act:
        out.append(why("statement", "same-act", a.act))
    if a.addressee and a.addressee == b.addressee:
        out.append(why("statement", "same-addressee", a.addressee))
    if a.figures & b.figures:
        out.append(why("statement", "same-figure"))
    if a.times & b.times:
        out.append(why("statement", "same-occasion", sorted(a.times & b.times)[0]))
    return out


def _beyond_names(desk: Desk, a: Telling, b: Telling) -> bool:
    """Whether two contents have a word in common that is no part of a person's name: he may say two things of one man."""
    named = {
        w
        for t in (a, b)
        for m in mentions_in(desk.annotations[t.article], t.span)
        if m.kind == "person"
        for w in concepts(m.name)
    }
    return bool((a.vector.keys() & b.vector.keys()) - named)


def _opposed(a: Telling, b: Telling) -> bool:
    """Whether one affirms what the other does not: "admitted that his brother was paid", "denied it". Words that turn one into the other
    ("blocks aid", "does not let aid in") make no difference."""
    if a.stance is None or b.stance is None or (a.stance[0] == a.stance[1]) == (b.stance[0] == b.stance[1]):
        return False
    return not any(lexicon.opposites().get(w, frozenset()) & b.vector.keys() for w in a.vector)


def _least(desk: Desk, a: Telling, b: Telling) -> float:
    """The likeness from which two contents are one remark; its headline an article tells again."""
    if a.article != b.article:
        return 0.43 if a.speaker == b.speaker else 0.48
    article = desk.articles[a.article]
    return 0.48 if in_headline(article, a.span[0]) or in_headline(article, b.span[0]) else HERE


def near(desk: Desk, one: int, other: int) -> bool:
    """Whether nothing speaks against one occasion of two articles: published within four days, or a day is not known."""
    x, y = day(desk.articles[one]), day(desk.articles[other])
    return x is None or y is None or abs((x - y).days) <= 4


def _again(desk: Desk, a: Telling, b: Telling) -> bool:
    """Whether both quote so many words, nearly the same, that it is one speech whenever it is told again."""
    if not (a.sayings and b.sayings):
        return False
    return bool(a.sayings & b.sayings) or any(
        min(len(p.split()), len(q.split())) >= AGAIN and fuzz.ratio(p, q) >= NEARLY
        for p in sorted(a.sayings)
        for q in sorted(b.sayings)
    )


def quote_likeness(desk: Desk, a: Telling, b: Telling) -> float:
    """Best likeness (0 … 1) between a quotation of the one and a quotation of the other, both of four words or more."""
    best = 0.0
    mine, theirs = (_quoted(desk, t) for t in (a, b))
    for u, v in itertools.product(mine, theirs):
        best = max(best, 1.0 if u == v or u in v or v in u else min(0.99, fuzz.token_sort_ratio(u, v) / 100))
    return best


def _quoted(desk: Desk, t: Telling) -> list[str]:
    """The quotations of four words or more, titles aside, by their letters."""
    printed = [desk.articles[t.article].text[s:e] for s, e in t.quotes]
    return [plain for q in printed if len((plain := plain_quote(q)).split()) >= 4 and not _is_title(q)]


def _is_title(quoted: str) -> bool:
    """Whether every word begins with a capital: a slogan, a song or a book is named by many, in speeches of all kinds."""
    return all(w[0].isupper() for w in re.findall(r"[^\W\d_]+", quoted)) and not quoted.isupper()


def _statement(desk: Desk, found: Sequence[Telling], reasons: Sequence[Why]) -> Statement:
    wordings: dict[str, Wording] = {}
    for t in found:
        if (key := _id(desk, t)) in wordings:
            continue
        a, x = desk.articles[t.article], desk.annotations[t.article].attributions[t.index]
        quoted = tuple(evidence(a, q) for q in t.quotes)
        wordings[key] = Wording(_passage(a.id, desk, t, x), quoted, x.chain, t.index, key)
    dates = [
        desk.articles[t.article].published.value for t in found if desk.articles[t.article].published.precision == "day"
    ]
    names = dict.fromkeys(t.speaker for t in found if t.named) or dict.fromkeys(t.speaker for t in found if t.speaker)
    speaker = max(names, key=lambda s: (sum(t.speaker == s for t in found), s))
    return Statement(
        _id(desk, found[0]),
        speaker,
        next((t.addressee for t in found if t.addressee), ""),
        found[0].act,
        min(dates, default=""),
        tuple(wordings.values()),
        tuple(dict.fromkeys(reasons)),
    )


def _passage(key: str, desk: Desk, t: Telling, x: Attribution) -> Evidence:
    """The whole passage: from the first of source, cue and content to the last, so that the words are read in their place."""
    spans = [s for s in (*x.source, *x.cue, *x.content) if abs(s[0] - t.span[0]) < 1500]
    return evidence(desk.article(key), (min(s[0] for s in spans), max(s[1] for s in spans)))
