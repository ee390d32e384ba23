"""The golden ledger of the example, reviewed by hand. To renew it after a reviewed change: ACCORDINGTO_GOLDEN=write pytest tests/test_examples.py"""

from __future__ import annotations

import json
import os
from pathlib import Path

from accordingto import api
from accordingto.brief import exchange
from accordingto.records import Ledger
from conftest import EXAMPLE, ROOT

GOLDEN = Path(__file__).parent / "golden" / "harbour.txt"


def digest(ledger: Ledger) -> str:
    """What a reviewer checks, one fact a line."""
    out = []
    for r in exchange.records(ledger):
        kind = r["record"]
        if kind == "article":
            origin = (
                r["reporting_origins"]
                if isinstance(r["reporting_origins"], str)
                else " + ".join(r["reporting_origins"])
            )
            out.append(
                f"article     {r['input']} | {r['outlet']} | {r['published']['value']} | {r['headline']} | origin: {origin}"
            )
        elif kind == "derivation":
            out.append(
                f"derivation  {r['later']} {r['relation']} {r['earlier']} | {', '.join(w['code'] for w in r['why'])}"
            )
        elif kind == "event" and r["main"]:
            out.append(f"event       {r['date']} | {', '.join(sorted(r['articles']))}")
        elif kind == "event":
            out.append(f"dated       {r['date']} {r['status']} | {r['title']} | {r['holder']}")
        elif kind == "claim" and (len(r["positions"]) > 1 or any(p["position"] == "denies" for p in r["positions"])):
            out.append(f"claim       {r['text']}")
            out += [
                f"              {p['position']:<8} {p['holder']} | {p['evidence'][0]['article']}"
                for p in r["positions"]
            ]
            origin = (
                r["reporting_origins"] if isinstance(r["reporting_origins"], str) else ", ".join(r["reporting_origins"])
            )
            out.append(f"              reporting origins: {origin}")
        elif kind == "discrepancy":
            out.append(f"discrepancy {r['kind']} {r['grade']}: {' | '.join(r['values'])}")
        elif kind == "entity" and r["kind"] == "person" and len(r["variants"]) > 1:
            out.append(f"person      {r['name']}: {', '.join(r['variants'])}")
        elif kind == "issue":
            out.append(f"issue       {r['code']} {r['where']}")
    blocks = "\n".join(out).replace("\n  ", "\0").split("\n")
    return "\n".join(sorted(blocks)).replace("\0", "\n  ") + "\n"


def test_the_golden_ledger(harbour: tuple[Ledger, object]) -> None:
    found = digest(harbour[0])
    if os.environ.get("ACCORDINGTO_GOLDEN") == "write":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_a_listed_name_in_another_spelling_is_a_near_name(harbour: tuple[Ledger, object]) -> None:
    ledger, _ = api.read(
        [str(EXAMPLE)], list_files=[str(ROOT / "examples" / "list" / "un_dprk_excerpt.jsonl")], workers=1
    )
    assert [(s.name, s.verdict) for s in ledger.screenings] == [("Jo Chun-yong", "near name")]
    assert json.loads(
        (ROOT / "examples" / "list" / "un_dprk_excerpt.jsonl").read_text(encoding="utf-8").splitlines()[0]
    )["ref"]
