"""Exchange formats: the contract's JSON lines, CSV, FollowTheMoney entities, W3C Web Annotations. Pure: ledger → lines.

Passages name their article by its input (file name or given id), the only name another program knows.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from .. import lexicon
from ..records import Annotation, Article, Claim, Evidence, Ledger, Origins, Outlet, Screening, Span, Why
from .phrases import details


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class _Names:
    def __init__(self, ledger: Ledger) -> None:
        self.article = {a.id: a for a in ledger.articles}

    def input(self, key: str) -> str:
        return self.article[key].input if key in self.article else key

    def evidence(self, e: Evidence) -> dict[str, Any]:
        return {"article": self.input(e.article), "start": e.start, "end": e.end, "text": e.text}


def _why(rows: tuple[Why, ...]) -> list[dict[str, Any]]:
    return [{"code": w.code, "weight": w.weight, "note": w.note} for w in rows]


def screening(k: Screening) -> dict[str, Any]:
    """An alert with what its list says of the entry."""
    e = k.entry
    return {
        "name": k.name, "list": e.list, "entry": e.id, "verdict": k.verdict, "why": _why(k.why), "listed_name": e.name, "aliases": list(e.aliases), "kind": e.kind,
        "roles": list(e.roles), "born": list(e.born), "countries": list(e.countries), "identifiers": list(e.identifiers), "programmes": list(e.programmes),
        "details": details(e), "more": k.more,
    }  # fmt: skip


def _credibility(c: Claim) -> dict[str, Any] | None:
    g = c.credibility
    return {"value": g.value, "state": f"set by {g.by}" if g.by else "proposed", "why": _why(g.why)} if g else None


def _register(outlet: str) -> dict[str, Any]:
    """What the register knows of an outlet; unknown is a value."""
    known = lexicon.outlet_by_name().get(outlet.lower(), Outlet(outlet))
    return {"outlet_kind": known.kind, "outlet_family": known.family, "outlet_country": known.country, "reliability": known.reliability or None}  # fmt: skip


def _origins(o: Origins, key: str) -> dict[str, Any]:
    """A list, or "not established" with the reason beside it."""
    out: dict[str, Any] = {key: list(o.names) if o.names else "not established"}
    if not o.names:
        out[f"{key}_reason"] = o.reason
    if o.open:
        out[f"{key}_open"] = list(o.open)
    return out


def records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """One record a line, kinds in a fixed order, each in canonical order."""
    names = _Names(ledger)
    main = {key: e for e in ledger.events if e.main for key in e.articles}
    reporting = {r.article: r.origins for r in ledger.reporting}
    for a in ledger.articles:
        e = main.get(a.id)
        yield {
            "record": "article", "id": a.id, "input": a.input, "capture": a.capture, "headline": a.headline, "url": a.url, "outlet": a.outlet, "outlet_basis": a.outlet_basis, **_register(a.outlet),
            "published": {"value": a.published.value, "precision": a.published.precision, "basis": a.published.basis}, "byline": a.byline, "dateline": a.dateline, "language": a.language,
            "credits": [{"name": c.name, "form": c.form} for c in a.credits], "contributors": list(a.contributors), "event": e.id if e else None, "story": e.story if e else None,
            "furniture": [[f.start, f.end, f.kind] for f in a.furniture], **_origins(reporting[a.id], "reporting_origins"),
        }  # fmt: skip
    for n in ledger.entities:
        yield {
            "record": "entity",
            "id": n.id,
            "name": n.name,
            "kind": n.kind,
            "variants": list(n.variants),
            "roles": list(n.roles),
            "roles_told": [list(t) for t in n.told],
            "members": [names.evidence(x) for x in n.members],
            "why": _why(n.why),
        }
    for s in ledger.statements:
        told = [
            {
                **names.evidence(w.evidence),
                "quotations": [names.evidence(q) for q in w.quotations],
                "chain": list(w.chain),
            }
            for w in s.wordings
        ]
        yield {
            "record": "statement",
            "id": s.id,
            "speaker": s.speaker,
            "addressee": s.addressee,
            "act": s.act,
            "date": s.date,
            "members": told,
            "why": _why(s.why),
        }
    for c in ledger.claims:
        positions = [
            {
                "holder": p.holder,
                "position": p.position,
                "date": p.date,
                "basis": p.basis,
                **({"differs": p.differs} if p.differs else {}),
                "chain": list(p.chain),
                "evidence": [names.evidence(p.evidence)],
            }
            for p in c.positions
        ]
        yield {
            "record": "claim", "id": c.id, "text": c.text, "positions": positions, "outlets": list(c.outlets), **_origins(c.reporting_origins, "reporting_origins"),
            **_origins(c.information_origins, "information_origins"), "event": c.event, "members": [names.evidence(p.evidence) for p in c.positions], "why": _why(c.why),
            "exhibits": [{"kind": x.kind, **names.evidence(x.evidence)} for x in c.exhibits],
            "credibility": _credibility(c),
        }  # fmt: skip
    for v in ledger.events:
        yield {
            "record": "event", "id": v.id, "title": v.title, "type": v.type, "date": v.date, "status": v.status, "holder": v.holder, "window": list(v.window), "main": v.main,
            "articles": [names.input(k) for k in v.articles], "story": v.story, "members": [names.evidence(x) for x in v.evidence],
            "outcome": [names.evidence(x) for x in v.outcome], "why": _why(v.why),
        }  # fmt: skip
    for t in ledger.stories:
        yield {
            "record": "story",
            "id": t.id,
            "title": t.title,
            "articles": [names.input(k) for k in t.articles],
            "events": list(t.events),
            "why": _why(t.why),
        }
    for d in ledger.derivations:
        yield {
            "record": "derivation", "id": d.id, "later": names.input(d.later), "earlier": d.earlier if d.named else names.input(d.earlier), "named": d.named, "relation": d.relation,
            "score": d.score, "evidence": [names.evidence(x) for x in d.evidence], "why": _why(d.why),
        }  # fmt: skip
    for q in ledger.discrepancies:
        yield {
            "record": "discrepancy",
            "id": q.id,
            "kind": q.kind,
            "grade": q.grade,
            "subject": q.subject,
            "values": list(q.values),
            "evidence": [names.evidence(x) for x in q.evidence],
            "why": _why(q.why),
        }
    for m in ledger.annotations:
        yield from _annotated(names.article[m.article], m, names)
    for k in ledger.screenings:
        yield {"record": "screening", "id": k.id, "entity": k.entity, **screening(k)}
    for n2, i in enumerate(ledger.issues):
        yield {"record": "issue", "id": f"i{n2}", "code": i.code, "what": i.what, "where": i.where, "fix": i.fix}


def _annotated(a: Article, n: Annotation, names: _Names) -> Iterator[dict[str, Any]]:
    for i, x in enumerate(n.attributions):
        parts = {
            k: [names.evidence(Evidence(a.id, s, e, a.text[s:e])) for s, e in getattr(x, k)]
            for k in ("source", "cue", "content", "addressee")
        }
        yield {
            "record": "attribution",
            "id": f"{a.id}-{i}",
            "article": a.input,
            **parts,
            "act": x.act,
            "form": x.form,
            "inside": x.inside,
            "speaker": x.speaker or None,
            "speaker_kind": x.speaker_kind,
            "position": x.position,
            "chain": list(x.chain),
        }
    for i, m in enumerate(n.mentions):
        yield {
            "record": "mention",
            "id": f"{a.id}-m{i}",
            **names.evidence(Evidence(a.id, m.start, m.end, a.text[m.start : m.end])),
            "kind": m.kind,
            "name": m.name,
            "role": m.role,
        }


def jsonl(ledger: Ledger) -> Iterator[str]:
    return (_dump(r) for r in records(ledger))


def table(ledger: Ledger, kind: str = "claim") -> Iterator[str]:
    """CSV of one kind of record (claims by default): a row a position, with its passage. Formulas are defused."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if kind != "claim":
        rows = [r for r in records(ledger) if r["record"] == kind]
        keys = list(dict.fromkeys(k for r in rows for k in r))
        writer.writerow(keys)
        writer.writerows([_cell(r.get(k)) for k in keys] for r in rows)
    else:
        names = _Names(ledger)
        writer.writerow(
            (
                "claim text holder position date outlets reporting_origins information_origins article start end "
                "passage "
            ).split()
        )
        for c in ledger.claims:
            origins = [", ".join(o.names) or "not established" for o in (c.reporting_origins, c.information_origins)]
            for p in c.positions:
                e = p.evidence
                writer.writerow(
                    [
                        _cell(x)
                        for x in (
                            c.id,
                            c.text,
                            p.holder,
                            p.position,
                            p.date,
                            ", ".join(c.outlets),
                            *origins,
                            names.input(e.article),
                            e.start,
                            e.end,
                            e.text,
                        )
                    ]
                )
    yield out.getvalue().rstrip("\n")


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = value if isinstance(value, (str, int, float)) or value is None else _dump(value)
    return f"'{text}" if isinstance(text, str) and text[:1] in "=+-@\t\r" else text


_SCHEMA = {"person": "Person", "body": "Organization", "vessel": "Vessel"}
_ISO_639_3 = dict(zip("en fr de es it pt ru uk be pl ar fa he tr ko ja zh".split(), "eng fra deu spa ita por rus ukr bel pol ara fas heb tur kor jpn zho".split(), strict=True))  # fmt: skip


def ftm(ledger: Ledger) -> Iterator[str]:
    """FollowTheMoney: articles, persons, organisations, ships, mentions of them, and a note for each position that one of them takes.

    The model has no schema for "X asserts P": a note names the holder, the position, the passage and the article as its proof.
    `eval/ftm_check.py` reads the export with the real library.
    """
    for a in ledger.articles:
        given = {
            "title": [a.headline or a.input], "fileName": [a.input], "publisher": [a.outlet], "author": [a.byline], "publishedAt": [a.published.value],
            "sourceUrl": [a.url] if a.url.startswith("http") else [], "language": [_ISO_639_3.get(a.language, "")],
        }  # fmt: skip
        yield _ftm(a.id, "Article", given)
    actors = [e for e in ledger.entities if e.kind in _SCHEMA]
    for e in actors:
        roles = {"position": list(e.roles)} if e.kind == "person" else {}
        yield _ftm(e.id, _SCHEMA[e.kind], {"name": [e.name], "alias": [v for v in e.variants if v != e.name], **roles})
        for key in dict.fromkeys(m.article for m in e.members):
            told = {"document": [key], "resolved": [e.id], "name": [e.name], "detectedSchema": [_SCHEMA[e.kind]]}
            yield _ftm(f"{e.id}-{key}", "Mention", told)
    holder = {e.name: e.id for e in actors}
    for c in ledger.claims:
        for n, p in enumerate(c.positions):
            if p.holder in holder:
                told = {
                    "name": [f"{p.holder} {p.position}: {c.text}"[:250]], "description": [p.evidence.text], "entity": [holder[p.holder]],
                    "proof": [p.evidence.article], "keywords": [p.position],
                }  # fmt: skip
                yield _ftm(f"{c.id}-{n}", "Note", told)


def _ftm(key: str, schema: str, given: dict[str, list[str]]) -> str:
    properties = {k: [v for v in values if v] for k, values in given.items()}
    return _dump({"id": key, "schema": schema, "properties": {k: v for k, v in properties.items() if v}})


def web_annotations(ledger: Ledger) -> Iterator[str]:
    """W3C Web Annotation (2017) of every attribution: TextQuoteSelector and TextPositionSelector."""
    names = _Names(ledger)
    for n in ledger.annotations:
        a = names.article[n.article]
        for i, x in enumerate(n.attributions):
            for s, e in x.content:
                selector = [
                    {
                        "type": "TextQuoteSelector",
                        "exact": a.text[s:e],
                        "prefix": a.text[max(0, s - 32) : s],
                        "suffix": a.text[e : e + 32],
                    },
                    {"type": "TextPositionSelector", "start": s, "end": e},
                ]
                body = [
                    {
                        "type": "TextualBody",
                        "purpose": "tagging",
                        "value": f"{x.act} · {x.speaker or 'speaker not established'}",
                    }
                ]
                yield _dump(
                    {
                        "@context": "http://www.w3.org/ns/anno.jsonld",
                        "id": f"urn:accordingto:{a.id}:{i}:{s}",
                        "type": "Annotation",
                        "motivation": "identifying",
                        "body": body,
                        "target": {"source": a.url or a.input, "selector": selector},
                    }
                )


def annotate_line(key: Any, article: Article, n: Annotation) -> str:
    """One output line of `accordingto annotate` (design.md §5)."""

    def t(spans: Sequence[Span]) -> list[list[int]]:
        return [list(s) for s in spans]

    return _dump(
        {
            "id": key,
            "furniture": [[f.start, f.end, f.kind] for f in article.furniture],
            "mentions": [
                {"start": m.start, "end": m.end, "kind": m.kind, "name": m.name, "role": m.role} for m in n.mentions
            ],
            "attributions": [
                {
                    "source": t(x.source),
                    "cue": t(x.cue),
                    "content": t(x.content),
                    "addressee": t(x.addressee),
                    "act": x.act,
                    "form": x.form,
                    "inside": x.inside,
                    "speaker": x.speaker or None,
                    "chain": list(x.chain),
                }
                for x in n.attributions
            ],
            "times": [{"start": x.start, "end": x.end, "type": x.type, "value": x.value} for x in n.times],
            "quantities": [
                {
                    "start": q.start,
                    "end": q.end,
                    "value": q.value,
                    "low": q.low,
                    "high": q.high,
                    "unit": q.unit,
                    "what": q.what,
                    "hedge": q.hedge,
                    "share": q.share,
                }
                for q in n.quantities
            ],
            "events": [
                {
                    "start": h.start,
                    "end": h.end,
                    "type": h.type,
                    "actor": t(h.actor),
                    "recipient": t(h.recipient),
                    "time": h.time,
                    "status": h.status,
                    "certainty": h.certainty,
                    "why": list(h.why),
                }
                for h in n.happenings
            ],
            "instruments": [{"start": i.start, "end": i.end, "symbol": i.symbol} for i in n.instruments],
            "assertions": [
                {
                    "start": x.start,
                    "end": x.end,
                    "attribution": x.attribution,
                    "status": x.status,
                    "certainty": x.certainty,
                    "why": list(x.why),
                    "refers_back": x.refers_back,
                }
                for x in n.assertions
            ],
            "exhibits": [
                {"start": x.start, "end": x.end, "kind": x.kind, "assertion": x.assertion} for x in n.exhibits
            ],
        }
    )
