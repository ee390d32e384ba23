"""Checks on the real articles of ../shared, which stay there: skipped with a message where it is absent."""

from __future__ import annotations

import json

import pytest

from accordingto import api, lexicon
from accordingto.brief import exchange
from conftest import need_shared

pytestmark = pytest.mark.slow


def test_the_first_story_is_told_as_it_should_be() -> None:
    ledger, captures = api.read([str(need_shared("seeds"))], workers=1)
    checked, wrong = api.verify(ledger, captures)
    assert checked > 500 and not wrong
    names = {a.id: a.input[:3] for a in ledger.articles}
    events = sorted(sorted(names[k] for k in e.articles) for e in ledger.events if e.main)
    assert events == [["000", "001", "004"], ["002", "003"]] and len(ledger.stories) == 1
    kinds = {(d.kind, d.grade) for d in ledger.discrepancies}
    assert {
        ("quantity", "rounding"),
        ("name", "cosmetic"),
        ("who-to-whom", "substantive"),
        ("wording", "substantive"),
    } <= kinds
    assert not any(o.names and len(o.names) > 1 for c in ledger.claims for o in [c.reporting_origins]), (
        "no two origins can be established here"
    )
    disputed = [c for c in ledger.claims if any(p.position == "denies" for p in c.positions)]
    assert len(disputed) >= 3


@pytest.mark.parametrize("folder", ["F", "G", "C", "Z"])
def test_whole_pages_are_read_without_a_crash_and_every_passage_holds(folder: str) -> None:
    ledger, captures = api.read([str(need_shared(f"data/press/{folder}"))])
    checked, wrong = api.verify(ledger, captures)
    assert checked > 100 and not wrong
    for line in exchange.jsonl(ledger):
        json.loads(line)


def test_the_north_korea_slice_slices() -> None:
    path = need_shared("data/press/slice_north_korea_2012_2020.jsonl")
    lines = path.read_text(encoding="utf-8").splitlines()[:120]
    for line, (out, trouble) in zip(lines, api.annotate_lines(lines, workers=2), strict=True):
        assert not trouble
        text, found = json.loads(line)["text"], json.loads(out)
        for a in found["attributions"]:
            for part in ("source", "cue", "content", "addressee"):
                assert all(0 <= s < e <= len(text) for s, e in a[part])
            assert a["inside"] is None or 0 <= a["inside"] < len(found["attributions"])
        for kind in ("mentions", "times", "quantities", "events", "instruments"):
            assert all(0 <= x["start"] < x["end"] <= len(text) for x in found[kind])


def test_every_printed_paragraph_was_read_in_a_source() -> None:
    known = json.loads(need_shared("data/sanctions/un_dprk_instruments.json").read_text(encoding="utf-8"))
    read = {
        (str(r["resolution"]), part)
        for r in known["resolutions"]
        for p in r["paragraphs"]
        if p["verified"].startswith("P")
        for part in (p["para"].replace("(", " (").replace(") (", ") ("), p["para"])
    }
    for regime in lexicon.regimes():
        for provision in regime.provisions:
            for x in provision.instruments:
                number = x.symbol.split("/")[2].split()[0]
                for paragraph in x.paragraph.split("–") if x.paragraph else ():
                    assert (number, paragraph) in read, (x, provision.id)
