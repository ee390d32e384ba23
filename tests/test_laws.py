"""The laws of design.md §6 as property tests over small made stories."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accordingto import api, pipeline
from accordingto.annotate import annotate
from accordingto.brief import exchange
from accordingto.ledger.codec import dumps, from_plain, to_plain
from accordingto.records import Annotation, Article, Decision, Ledger
from accordingto.resolve.similarity import score
from conftest import annotated, make_article

SPEAKERS = ["Foreign Minister Anna Berg", "General Jan Lund", "The port authority", "Norway", "Officials"]
CONTENTS = [
    "the northern bridge over the Lund river was mined by foreign divers", "at least 40 grain ships were waiting outside the harbour", "three dock workers were killed in the explosion on Tuesday",
    "four dock workers were killed in the explosion on Tuesday", "the border with Sweden would be closed next week", "Norway had sent forty trucks of ammunition to Chad",
]  # fmt: skip
CUES = ["said", "denied that", "warned that", "claimed that", "confirmed that"]
OUTLETS = ["Reuters", "Associated Press", "BBC", "Northern Star", ""]
LAW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

lines = st.tuples(st.sampled_from(SPEAKERS), st.sampled_from(CUES), st.sampled_from(CONTENTS)).map(
    lambda x: f"{x[0]} {x[1]} {x[2]}."
)
quotes = st.sampled_from(
    [
        "“We will never leave the harbour to those divers,” Anna Berg said.",
        "“We shall never leave our harbour to these divers,” Berg said.",
    ]
)
bodies = st.lists(st.one_of(lines, quotes), min_size=2, max_size=5, unique=True).map("\n\n".join)


@st.composite
def articles(draw: st.DrawFn, count: int = 4) -> list[Article]:
    out = []
    for i in range(draw(st.integers(1, count))):
        meta = {
            "outlet": draw(st.sampled_from(OUTLETS)),
            "published": draw(st.sampled_from(["2024-05-14", "2024-05-15", "2024-06-20", ""])),
            "title": "Harbour explosion",
        }
        credit = draw(st.sampled_from(["", "LUND (Reuters) - ", "LUND (AP) - "]))
        out.append(make_article(credit + draw(bodies), id=f"n{i}", **{k: v for k, v in meta.items() if v}))
    return out


def ledger(rows: list[Article], **options: object) -> Ledger:
    return pipeline.run(rows, workers=1, **options)  # type: ignore[arg-type]


def text(made: Ledger) -> str:
    return "\n".join(exchange.jsonl(made))


@LAW
@given(articles(), st.randoms())
def test_same_inputs_in_another_order_give_the_same_bytes(rows: list[Article], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert dumps(ledger(rows)) == dumps(ledger(shuffled))


@LAW
@given(articles())
def test_every_passage_slices(rows: list[Article]) -> None:
    made = ledger(rows)
    by = {a.id: a for a in made.articles}
    found = list(api.evidence(made))
    assert found and all(by[e.article].text[e.start : e.end] == e.text for e in found)


TWICE = [  # the same words given to the same voice by two cues
    "Reik said: “I can't really say how the talks will end. Obviously I'll have to leave the details to the engineers who run the plant,” he told reporters in Lena. “We hope for the best.”",
    "The vote was called off. Talks are reportedly planned for January, officials said, though Anna Holm said that nothing was planned.",
    "A report said that Ostmark reportedly appeared to speak on the president's behalf, oddly.",
]


@LAW
@given(articles(), st.sampled_from(["", *TWICE]))
def test_no_two_records_have_one_id(rows: list[Article], twice: str) -> None:
    """An id is what a person rules on and what a page is found by."""
    made = ledger([*rows, make_article(twice or "The harbour was quiet on Sunday, the port said.", id="twice")])
    kinds = (
        "articles derivations entities statements claims events stories discrepancies screenings suggestions".split()
    )
    ids = [r.id for kind in kinds for r in getattr(made, kind)]
    assert len(set(ids)) == len(ids)
    for members in (
        [p.id for c in made.claims for p in c.positions],
        [w.id for s in made.statements for w in s.wordings],
    ):
        assert len(set(members)) == len(members)


def most(made: Ledger) -> int:
    return max((len(c.reporting_origins.names) for c in made.claims), default=0)


@LAW
@given(articles(3), st.integers(0, 2), st.sampled_from(["", "Northern Star", "Copy Courier", "World Digest"]))
def test_copying_never_corroborates(rows: list[Article], pick: int, outlet: str) -> None:
    """An exact copy of the same day under any outlet that supplies no copy of its own raises no claim's count of origins.

    Of the same day: a copy dated into another event tells that event in its original's words, which is a claim of its own there.
    """
    before = ledger(rows)
    one = rows[pick % len(rows)]
    body = one.text
    meta = {"outlet": outlet, "published": one.published.value}
    copy = make_article(body, id="copy", **{k: v for k, v in meta.items() if v})
    after = ledger([*rows, copy])
    told = {
        p.evidence[1:]: len(c.reporting_origins.names)
        for c in before.claims
        for p in c.positions
        if p.evidence.article == one.id
    }
    for c in after.claims:
        for p in c.positions:
            if p.evidence.article == one.id and p.evidence[1:] in told:
                assert len(c.reporting_origins.names) <= max(told[p.evidence[1:]], most(before))
    assert most(after) <= most(before)


@LAW
@given(articles(3), bodies)
def test_a_rewrite_that_credits_adds_no_origin_beside_it(rows: list[Article], body: str) -> None:
    credited = make_article(f"LUND (Reuters) - {body}", id="r1", outlet="Northern Star", published="2024-05-15")
    again = make_article(
        f"{body}\n\nThis story was originally published by Reuters.",
        id="r2",
        outlet="Copy Courier",
        published="2024-05-16",
    )
    a, b = ledger([*rows, credited]), ledger([*rows, credited, again])
    assert suppliers(b) == suppliers(a) and most(b) <= max(1, most(a))


def suppliers(made: Ledger) -> set[str]:
    return {x for c in made.claims for n in c.reporting_origins.names for x in n.split(" / ")}


@LAW
@given(articles())
def test_decisions_are_obeyed(rows: list[Article]) -> None:
    made = ledger(rows)
    people = [e for e in made.entities if e.kind in ("person", "body")]
    if len(people) > 1:
        ruling = Decision("r1", "2024-07-01T00:00:00Z", "desk", people[0].name, people[1].name, "same")
        joined = ledger(rows, decisions=[ruling])
        assert any({people[0].name, people[1].name} <= set(e.variants) | {e.name} for e in joined.entities)
    several = [s for s in made.statements if len(s.wordings) > 1]
    if len(made.claims) > 1:
        left, right = made.claims[0].id, made.claims[1].id
        apart = ledger(rows, decisions=[Decision("r2", "2024-07-01T00:00:00Z", "desk", left, right, "different")])
        assert {left, right} <= {c.id for c in apart.claims}
    assert all(len(s.wordings) > 1 for s in several)


@LAW
@given(articles())
def test_an_event_ruled_different_is_never_one(rows: list[Article]) -> None:
    if len(rows) < 2:
        return
    ruling = Decision("r1", "2024-07-01T00:00:00Z", "desk", rows[0].id, rows[1].id, "different")
    made = ledger(rows, decisions=[ruling])
    assert not any({rows[0].id, rows[1].id} <= set(e.articles) for e in made.events if e.main)
    ruling = replace(ruling, verdict="same")
    made = ledger(rows, decisions=[ruling])
    assert any({rows[0].id, rows[1].id} <= set(e.articles) for e in made.events if e.main)


@LAW
@given(articles())
def test_export_and_import_are_inverse(rows: list[Article]) -> None:
    made = ledger(rows)
    assert from_plain(Ledger, json.loads(dumps(made))) == made
    assert to_plain(from_plain(Ledger, to_plain(made))) == to_plain(made)


@LAW
@given(articles())
def test_stored_reasons_recompute_the_stored_score(rows: list[Article]) -> None:
    assert all(d.score == score(d.why) for d in ledger(rows).derivations)


@LAW
@given(articles(), st.sampled_from(["2024-05-14", "2024-05-20", "2024-07-01"]))
def test_as_of_shows_nothing_published_later(rows: list[Article], day: str) -> None:
    made = ledger(rows, as_of=day)
    assert all(a.published.value <= day and a.published.value for a in made.articles)
    assert all(p.date <= day for c in made.claims for p in c.positions)
    hidden = {a.input for a in rows if not a.published.value}
    assert {i.where for i in made.issues if i.code == "undated"} == hidden


@LAW
@given(bodies)
def test_removing_furniture_changes_no_attribution_of_the_body(body: str) -> None:
    page = f"Home\nWorld\nSport\n\n{body}\n\nShare this post via:\nFacebook\nSubscribe\n0 Comments\nLeave a Reply\n© 2024 The Post"
    clean, full = make_article(body, title="Harbour"), make_article(page, title="Harbour")

    def said(a: Article) -> list[tuple[str, str, str]]:
        found = pipeline.annotate_all([a], {}, lambda s, d, t: None, 1)[0].attributions
        return [(x.act, x.speaker, " ".join(a.text[s:e] for s, e in x.content)) for x in found]

    assert said(clean) == said(full)


def test_the_number_of_workers_changes_nothing() -> None:
    rows = [
        make_article(
            f"Officer number {i} Anna Berg said the harbour of Lund had {i + 10} ships waiting. Norway denied that.",
            id=f"w{i}",
        )
        for i in range(45)
    ]
    assert (
        hashlib.sha256(text(ledger(rows)).encode()).digest()
        == hashlib.sha256(text(pipeline.run(rows, workers=2)).encode()).digest()
    )


def test_an_article_that_cannot_be_analysed_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def trips(article: Article) -> Annotation:
        if article.input == "bad":
            raise RecursionError("too deep")
        return annotate(article)

    monkeypatch.setattr(pipeline, "annotate", trips)
    rows = [make_article("Anna Berg said the harbour of Lund was shut.", id=x) for x in ("bad", "good")]
    made = pipeline.run(rows, workers=1)
    assert [(i.code, i.where) for i in made.issues] == [("not-analysed", "bad")]
    assert "RecursionError" in made.issues[0].what
    assert [s.speaker for s in made.statements] == ["Anna Berg"]


def test_a_statement_by_a_day_has_no_author() -> None:
    _, n = annotated("A statement by Monday said the ferry had sunk.", published="2024-05-14")
    assert not any(x.speaker == "Monday" for x in n.attributions)
