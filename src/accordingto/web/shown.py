"""Records as pages show them: passages in their place, words that differ, chips with reasons, what a person can rule on."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from .. import lexicon
from ..brief import claims
from ..brief.book import reasons
from ..brief.phrases import ACTS, chain, details, many, origins, outlet, published, sentence, versus, when
from ..ledger.views import Views
from ..records import AGAINST, Annotation, Article, Evidence, Novelty, Screening, Suggestion
from ..text import INVISIBLE, clip, squeeze

AROUND = 260
"""Characters of context on either side of a passage."""
NOUN = {
    "claims": "claim", "statements": "statement", "entities": "actor", "events": "event", "discrepancies": "difference", "articles": "article",
    "derivations": "derivation", "stories": "story", "screenings": "alert", "suggestions": "question",
}  # fmt: skip
POSITION = {
    "asserts": "asserts", "alleges": "alleges", "confirms": "confirms", "denies": "denies", "warns": "warns of", "predicts": "predicts", "commits": "promises", "doubts": "doubts",
}  # fmt: skip


def plain(text: str) -> Markup:
    """Escaped text in which marks that nobody sees are shown as what they are: a reader must see why a line runs backwards."""
    hidden = INVISIBLE.sub(lambda m: "" if m.group() in "\u00ad\u200b\ufeff" else f"⟨U+{ord(m.group()):04X}⟩", text)
    return escape(hidden)


class Passage(NamedTuple):
    """A passage with what stands around it, and where it is opened."""

    article: str
    input: str
    outlet: str
    published: str
    before: str
    words: Markup
    after: str
    href: str


def _flat(text: str) -> str:
    """One line, with a space at an end where there was one."""
    return re.sub(r"\s+", " ", text)


class Book:
    """The articles that one page shows, read once."""

    def __init__(self, views: Views, keys: Iterable[str]) -> None:
        self.views = views
        self.articles = views.articles(keys)

    def passage(self, e: Evidence, words: Markup | None = None) -> Passage:
        a = self.articles.get(e.article)
        shown = plain(squeeze(e.text)) if words is None else words
        if a is None:
            return Passage(e.article, e.article, "an article that is no longer here", "", "", shown, "", "")
        before, after = a.text[max(0, e.start - AROUND) : e.start], a.text[e.end : e.end + AROUND]
        if e.start > AROUND:
            before = "… " + before.split(None, 1)[-1] if " " in before.strip() else "… "
        if e.end + AROUND < len(a.text):
            after = after.rsplit(None, 1)[0] + " …" if " " in after.strip() else " …"
        return Passage(a.id, a.input, outlet(a), published(a.published), _flat(before), shown, _flat(after), f"/articles/{a.id}#p{e.start}-{e.end}")  # fmt: skip

    def chain(self, article: str, hops: Sequence[str]) -> str:
        a = self.articles.get(article)
        return chain(a, hops) if a else ""


# ── words that differ ────────────────────────────────────────────────────────────────────────────────────────────────

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")


ALIKE = 0.4
"""Likeness (2 M / T, `difflib`) under which two texts are two, and no word of them is marked as different."""


def differing(text: str, other: str) -> Markup:
    """`text` with the words marked that `other` does not have in that place (longest matching blocks, as `difflib` finds them)."""
    a, b = _TOKEN.findall(other), _TOKEN.findall(text)
    found = difflib.SequenceMatcher(None, [x.lower() for x in a], [x.lower() for x in b], autojunk=False)
    if found.ratio() < ALIKE:
        return plain(text)
    out = []
    for op, _, _, i, j in found.get_opcodes():
        piece = plain("".join(b[i:j]))
        out.append(
            piece if op == "equal" or not piece.strip() else Markup('<mark class="diff">{}</mark>').format(piece)
        )
    return Markup("").join(out)


def side_by_side(texts: Sequence[str]) -> list[Markup]:
    """Each text with what is not in the first, and the first with what is not in the second."""
    flat = [squeeze(t) for t in texts]
    if len(flat) < 2:
        return [plain(t) for t in flat]
    return [differing(flat[0], flat[1]), *(differing(t, flat[0]) for t in flat[1:])]


def only_here(text: str, value: str, other: str) -> Markup:
    """`text` with the words marked that one value has and the other has not."""
    apart = set(_TOKEN.findall(value.lower())) - set(_TOKEN.findall(other.lower()))
    mark = Markup('<mark class="diff">{}</mark>')
    return Markup("").join(
        mark.format(plain(t)) if t.lower() in apart and t[0].isalnum() else plain(t)
        for t in _TOKEN.findall(squeeze(text))
    )


# ── details ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def detail(views: Views, kind: str, record: Any) -> dict[str, Any]:
    """What the detail of one record shows, for the template `detail/KIND.html`."""
    made: dict[str, Any] = {"kind": kind, "noun": NOUN[kind], "r": record, "id": record.id}
    return made | _DETAIL[kind](views, record)


def _claim(views: Views, c: Any) -> dict[str, Any]:
    book = Book(views, (p.evidence.article for p in c.positions))
    rows = [
        {
            "p": p, "stands": POSITION[p.position], "when": when(p.date) if p.date else "day not established", "chain": book.chain(p.evidence.article, p.chain),
            "passage": book.passage(p.evidence), "attribution": f"{p.evidence.article}-{p.attribution}" if p.attribution is not None else "",
        }
        for p in c.positions
    ]  # fmt: skip
    rows.sort(key=lambda row: (row["p"].date or "9999", row["p"].evidence))
    event = views.find(c.event) if c.event else None
    return {"title": sentence(c.text, 400), "chips": claims.chips(c), "rows": rows, "event": event[1] if event else None, "first": c.positions[0].id, "against": AGAINST}  # fmt: skip


def _statement(views: Views, s: Any) -> dict[str, Any]:
    book = Book(views, (w.evidence.article for w in s.wordings))
    quoted = [" … ".join(q.text for q in w.quotations) or w.evidence.text for w in s.wordings]
    rows = [
        {
            "w": w, "words": words, "quoted": bool(w.quotations), "chain": book.chain(w.evidence.article, w.chain), "passage": book.passage(w.evidence),
            "attribution": f"{w.evidence.article}-{w.attribution}",
        }
        for w, words in zip(s.wordings, side_by_side(quoted), strict=True)
    ]  # fmt: skip
    to = f" to {s.addressee}" if s.addressee else ""
    return {"title": f"{s.speaker} {ACTS.get(s.act, s.act)}{to}", "rows": rows, "first": s.wordings[0].id, "when": when(s.date) if s.date else "day not established", "why": reasons("statement", s.why)}  # fmt: skip


def _entity(views: Views, e: Any) -> dict[str, Any]:
    shown = e.members[:40]
    book = Book(views, (m.article for m in shown))
    held = views.many(views.ids("claims", [f"holder:{e.name}"], 0, 40))
    alerts = [k for k in views.many(views.ids("members", [f"of:{e.id}"], 0, 500)) if isinstance(k, Screening)]
    return {
        "title": e.name, "rows": [book.passage(m) for m in shown], "more": len(e.members) - len(shown), "claims": held,
        "alerts": [{"k": k, "details": details(k.entry), "why": reasons("screening", k.why)} for k in alerts], "why": reasons("entity", e.why),
        "others": [v for v in e.variants if v != e.name],
    }  # fmt: skip


def _event(views: Views, e: Any) -> dict[str, Any]:
    book = Book(views, (*(x.article for x in (*e.evidence, *e.outcome)), *e.articles))
    articles = [book.articles[a] for a in e.articles if a in book.articles]
    return {
        "title": e.title, "rows": [book.passage(x) for x in e.evidence[:30]], "outcome": [book.passage(x) for x in e.outcome], "articles": articles if e.main else [],
        "when": when(e.date) if e.date else "date not established", "why": reasons("event", e.why), "outlet": outlet,
    }  # fmt: skip


def _discrepancy(views: Views, d: Any) -> dict[str, Any]:
    book = Book(views, (e.article for e in d.evidence))
    if d.kind == "wording" or len(d.values) != len(d.evidence):
        words = side_by_side([e.text for e in d.evidence])
    else:
        words = [
            only_here(e.text, v, " ".join(x for x in d.values if x != v))
            for e, v in zip(d.evidence, d.values, strict=True)
        ]
    rows = [book.passage(e, w) for e, w in zip(d.evidence, words, strict=True)]
    return {"title": versus(d.values), "rows": rows, "why": reasons("discrepancy", d.why)}


def _derivation(views: Views, d: Any) -> dict[str, Any]:
    book = Book(views, (d.later, d.earlier, *(e.article for e in d.evidence)))
    later = book.articles.get(d.later)
    earlier = None if d.named else book.articles.get(d.earlier)
    verb = {"copied": "was made from", "cites": "openly cites", "same_primary_source": "quotes the same source as"}[
        d.relation
    ]
    title = f"{outlet(later) if later else d.later} {verb} {outlet(earlier) if earlier else d.earlier}"
    words = side_by_side([e.text for e in d.evidence[:2]])
    rows = [book.passage(e, w) for e, w in itertools.zip_longest(d.evidence, words)]
    return {
        "title": title,
        "later": later,
        "earlier": earlier,
        "rows": rows,
        "why": reasons("lineage", d.why),
    }


def _story(views: Views, s: Any) -> dict[str, Any]:
    book = Book(views, s.articles[:200])
    events = sorted(views.many(views.ids("events", [f"story:{s.id}"], 0, 150)), key=lambda e: (e.date or "9999", e.id))
    return {
        "title": s.title,
        "events": events,
        "articles": list(book.articles.values()),
        "when": when,
        "outlet": outlet,
    }


def _suggestion(views: Views, s: Suggestion) -> dict[str, Any]:
    book = Book(views, (e.article for e in s.evidence))
    words = side_by_side([e.text for e in s.evidence])
    rows = [book.passage(e, w) for e, w in zip(s.evidence, words, strict=True)]
    return {"title": s.question, "rows": rows, "why": suggestion_reasons(s), "holder": views.holder_of(s.left)}


def suggestion_reasons(s: Suggestion) -> tuple[str, ...]:
    """Reasons of a question in words: those of a derivation are lineage's, those of two persons the comparison's or the joining's."""
    kinds = {"derivation": ("lineage",), "entity": ("entity", "name")}.get(s.kind, (s.kind,))
    kind = next((k for k in kinds if all(w.code in lexicon.raw("reasons")[k] for w in s.why)), kinds[-1])
    return reasons(kind, s.why)


_DETAIL: Mapping[str, Callable[[Views, Any], dict[str, Any]]] = {
    "claims": _claim, "statements": _statement, "entities": _entity, "events": _event, "discrepancies": _discrepancy, "derivations": _derivation, "stories": _story,
    "suggestions": _suggestion,
}  # fmt: skip


# ── rows of lists ────────────────────────────────────────────────────────────────────────────────────────────────────


def row(kind: str, r: Any, flags: set[str]) -> dict[str, Any]:
    """One line of a list: a title, a second line, tags."""
    tags = [t for t in ("new", "changed", "disputed", "listed", "altered", "weak", "came") if t in flags]
    title, sub = _ROW[kind](r)
    return {"id": r.id, "title": title, "sub": sub, "tags": tags, "name": r.name if kind == "entities" else r.id}


def _claim_row(c: Any) -> tuple[str, str]:
    return sentence(
        c.text, 180
    ), f"{claims.positions(c, 2)} · {many(len(c.outlets), 'outlet')} · {origins(c.reporting_origins, 'reporting')}"


def _statement_row(s: Any) -> tuple[str, str]:
    quoted = [q.text for w in s.wordings for q in w.quotations if len(q.text.split()) >= 4]
    words = max(quoted, key=len) if quoted else s.wordings[0].evidence.text
    told = f"{len(s.wordings)} tellings" if len(s.wordings) > 1 else "one telling"
    return clip(
        words, 180
    ), f"{s.speaker} {ACTS.get(s.act, s.act)} · {told} · {when(s.date) if s.date else 'day not established'}"


def _entity_row(e: Any) -> tuple[str, str]:
    more = f"also {', '.join(v for v in e.variants if v != e.name)} · " if len(e.variants) > 1 else ""
    return e.name, f"{e.kind} · {more}{'; '.join(e.roles[:3]) or 'role not given'} · {many(len(e.members), 'mention')}"


def _event_row(e: Any) -> tuple[str, str]:
    what = f"main event of {many(len(e.articles), 'article')}" if e.main else f"{e.status}, according to {e.holder}"
    return clip(e.title, 180), f"{when(e.date) if e.date else 'date not established'} · {what}"


_ROW: Mapping[str, Callable[[Any], tuple[str, str]]] = {
    "claims": _claim_row, "statements": _statement_row, "entities": _entity_row, "events": _event_row,
    "discrepancies": lambda d: (versus(d.values), f"{d.kind} · {d.grade} · {d.subject}"),
    "articles": lambda a: (a.headline or clip(a.text, 90), f"{outlet(a)} · {published(a.published)} · {a.input}"),
    "derivations": lambda d: (f"{d.relation.replace('_', ' ')}: {d.earlier if d.named else 'another article'}", f"score {d.score:.2f} · {', '.join(w.code for w in d.why)}"),
    "stories": lambda s: (s.title, f"{many(len(s.articles), 'article')} · {many(len(s.events), 'event')}"),
    "suggestions": lambda s: (s.question, f"{s.kind} · {'; '.join(suggestion_reasons(s))}"),
}  # fmt: skip


# ── one article ──────────────────────────────────────────────────────────────────────────────────────────────────────


class Segment(NamedTuple):
    """A run of an article's text with the classes of what lies over it, anchors that begin in it, and links to what rests on it."""

    text: Markup
    classes: str
    anchors: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


def segments(
    a: Article, n: Annotation | None, novelty: Sequence[Novelty], records: Sequence[tuple[str, Any]]
) -> list[Segment]:
    """The article cut wherever something begins or ends: furniture, words of others, what is known, passages of records."""
    layers: list[tuple[int, int, str, str, str]] = [(f.start, f.end, "furniture", "", f.kind) for f in a.furniture]
    for by in n.attributions if n else ():
        layers += [(s, e, "said", "", f"{by.act}: {by.speaker or 'not told who'}") for s, e in by.content]
        layers += [(s, e, "source", "", "who is cited") for s, e in by.source]
    for v in novelty:
        if v.state != "new":
            target = f"/articles/{v.source.article}#p{v.source.start}-{v.source.end}" if v.source else ""
            layers.append((v.evidence.start, v.evidence.end, v.state, target, f"{v.state}: in an earlier article"))
    for kind, r in records:
        layers += [
            (p.start, p.end, f"on {kind}", f"/{kind}/{r.id}", NOUN[kind])
            for p in passages(kind, r)
            if p.article == a.id
        ]
    layers = sorted(set(layers))
    cuts = sorted({0, len(a.text), *(x[0] for x in layers), *(x[1] for x in layers)})
    starts: dict[int, list[tuple[int, int, str, str, str]]] = {}
    ends: dict[int, list[tuple[str, str]]] = {}
    for x in layers:
        starts.setdefault(x[0], []).append(x)
        if x[3]:
            ends.setdefault(x[1], []).append((x[3], x[4]))
    active: list[tuple[int, int, str, str, str]] = []
    out = []
    for s, e in itertools.pairwise(cuts):
        begin = starts.get(s, [])
        active = [x for x in active if x[1] > s] + begin
        anchors = tuple(dict.fromkeys(f"p{x[0]}-{x[1]}" for x in begin))
        classes = " ".join(dict.fromkeys(c for x in active for c in x[2].split()))
        out.append(Segment(plain(a.text[s:e]), classes, anchors, tuple(dict.fromkeys(ends.get(e, ())))))
    return out


def passages(kind: str, r: Any) -> list[Evidence]:
    """The passages that a record rests on."""
    if kind == "claims":
        return [p.evidence for p in r.positions]
    if kind == "statements":
        return [w.evidence for w in r.wordings]
    return list(r.evidence)
