"""The contract of the command line (design.md §5)."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from accordingto.cli import main
from conftest import EXAMPLE, ROOT

VERBS = (
    "brief add new claims statements entities lineage discrepancies timeline stories show between decide screen "
    "verify annotate export serve watch completion "
).split()


def run(*args: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, list(args), input=given)


@pytest.mark.parametrize("verb", VERBS)
def test_help_has_an_example(verb: str) -> None:
    result = run(verb, "--help")
    assert result.exit_code == 0
    if verb != "completion":
        assert f"accordingto {verb}" in result.output


def test_brief_in_every_form(tmp_path: Path) -> None:
    for name, mark in (("b.html", "<!doctype html>"), ("b.md", "# "), ("b.json", "{")):
        result = run("brief", str(EXAMPLE), "--out", str(tmp_path / name))
        assert result.exit_code == 0, result.output
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(mark)
    notes = [
        n for s in json.loads((tmp_path / "b.json").read_text())["sections"] for x in s["lines"] for n in x["notes"]
    ]
    assert notes and set(notes[0]) == {"article", "start", "end", "text"}
    assert run("brief", str(EXAMPLE), "--out", str(tmp_path / "b.pdf")).exit_code == 2


def test_brief_tells_failure_and_exits(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("")
    result = run("brief", str(tmp_path))
    assert result.exit_code == 1 and "a.txt: empty" in result.output
    assert run("brief", str(tmp_path / "none")).exit_code == 2
    assert run("brief", str(EXAMPLE), "--as-of", "June").exit_code == 2


@pytest.mark.parametrize(
    "verb", ["claims", "statements", "entities", "lineage", "discrepancies", "timeline", "stories"]
)
def test_views_print_text_and_json(verb: str) -> None:
    text, rows = run(verb, str(EXAMPLE)), run(verb, str(EXAMPLE), "--json")
    assert text.exit_code == rows.exit_code == 0 and text.output.strip()
    assert all(json.loads(line)["record"] for line in rows.output.splitlines())


def test_export_follows_the_contract() -> None:
    rows = [json.loads(line) for line in run("export", str(EXAMPLE), "--format", "jsonl").output.splitlines()]
    kinds = {r["record"] for r in rows}
    assert kinds >= {
        "article",
        "entity",
        "statement",
        "claim",
        "event",
        "story",
        "derivation",
        "discrepancy",
        "attribution",
        "mention",
        "issue",
    }
    assert all(r["id"] for r in rows)
    article = next(r for r in rows if r.get("input") == "01_agency.txt")
    assert (
        set(article["published"]) == {"value", "precision", "basis"}
        and article["outlet"] == "Reuters"
        and article["event"]
        and article["story"]
    )
    for r in rows:
        if r["record"] == "claim":
            assert (r["reporting_origins"] == "not established" and r["reporting_origins_reason"]) or isinstance(
                r["reporting_origins"], list
            )
            assert all({"holder", "position", "evidence"} <= set(p) for p in r["positions"])
        if r["record"] == "derivation":
            assert r["relation"] in ("copied", "cites", "same_primary_source") and r["why"]


def test_other_exports() -> None:
    table = list(csv.reader(io.StringIO(run("export", str(EXAMPLE), "--format", "csv").output)))
    assert table[0][0] == "claim" and len({len(r) for r in table}) == 1
    for form in ("ftm", "annotation"):
        rows = [json.loads(line) for line in run("export", str(EXAMPLE), "--format", form).output.splitlines()]
        assert rows and all(r["id"] for r in rows)
    assert run("export", str(EXAMPLE), "--format", "html").output.startswith("<!doctype html>")


def test_annotate_is_a_filter() -> None:
    text = "The mayor said on Friday that at least 40 ships were waiting. Resolution 2397 bans it."
    given = json.dumps({"id": 7, "text": text, "published": "2024-06-14"}) + "\n"
    result = run("annotate", given=given * 3)
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert [r["id"] for r in rows] == [7, 7, 7] and result.exit_code == 0
    assert {"furniture", "mentions", "attributions", "times", "quantities", "events", "instruments"} <= set(rows[0])
    a = rows[0]["attributions"][0]
    assert text[slice(*a["source"][0])] == "The mayor" and a["act"] == "say" and a["inside"] is None
    assert (
        rows[0]["times"][0]["value"] == "2024-06-14"
        and rows[0]["quantities"][0]["low"] == 40
        and rows[0]["instruments"][0]["symbol"] == "S/RES/2397 (2017)"
    )


def test_annotate_goes_on_after_a_bad_line() -> None:
    result = run("annotate", "-", given='{"id": 1, "te\n{"id": 2, "text": "Oslo denied it."}\n\n[]\n')
    assert result.exit_code == 1 and '"id":2' in result.output


def test_between_two_articles() -> None:
    shown = run("between", "baltic-courier-0514", "01_agency.txt", str(EXAMPLE))
    assert shown.exit_code == 0 and "copied" in shown.output and "word for word" in shown.output
    told = json.loads(run("between", "07_correction.txt", "01_agency.txt", str(EXAMPLE), "--json").output)
    assert told["relation"] == "independent" and {w["code"] for w in told["why"]} == {"own-copy"}
    assert run("between", "nothing", "01_agency.txt", str(EXAMPLE)).exit_code == 2
    assert run("between", "01_agency.txt", "01_agency.txt", str(EXAMPLE)).exit_code == 2


def test_desk_verbs(tmp_path: Path) -> None:
    desk = ["--desk", str(tmp_path / "desk")]
    assert run("claims", *desk).exit_code == 2
    assert "10 articles" in run("add", str(EXAMPLE), *desk).output
    assert "0 new" in run("add", str(EXAMPLE), *desk).output
    assert "changes" in run("new", "--seen", *desk).output
    assert run("new", *desk).output.strip().endswith("0 changes.")
    assert run("verify", *desk).exit_code == 0
    assert run("decide", "Jonas Reik", "Jonas Raik", "different", "--by", "ilse", *desk).exit_code == 0
    assert run("decide", "Nobody At All", "Jonas Raik", "same", *desk).exit_code == 2
    assert run("decide", "Jonas Reik", "Jonas Reik", "same", *desk).exit_code == 2
    assert run("decide", "08_twin.txt", "published=2022-05-21", "edit", *desk).exit_code == 0
    shown = json.loads(run("show", "08_twin.txt", *desk, "--json").output)
    assert "2022-05-21" in json.dumps(shown) and run("verify", *desk).exit_code == 0
    for wrong in ("published=soon", "colour=red", "published"):
        assert run("decide", "08_twin.txt", wrong, "edit", *desk).exit_code == 2
    claim = json.loads(run("claims", *desk, "--json").output.splitlines()[0])
    assert claim["credibility"]["state"] == "proposed" and claim["credibility"]["why"]
    assert run("decide", claim["id"], "credibility=7", "edit", *desk).exit_code == 2
    assert run("decide", claim["id"], "credibility=2", "edit", "--by", "ilse", *desk).exit_code == 0
    again = json.loads(run("show", claim["id"], *desk, "--json").output)["credibility"]
    assert (again["value"], again["state"]) == (2, "set by ilse")
    assert run("show", "01_agency.txt", *desk, "--json").exit_code == 0
    assert run("show", "nothing", *desk).exit_code == 2


def test_as_of_hides_what_came_later() -> None:
    output = run("brief", str(EXAMPLE), "--as-of", "2024-05-14").output
    assert "Lanz" not in output and "Tomkin" in output


def test_screen_says_what_it_is(tmp_path: Path) -> None:
    listed = ROOT / "examples" / "list" / "un_dprk_excerpt.jsonl"
    result = run("screen", "--list", str(listed), "Pak Chol Ryong", "Kim Jong Un", "Jo Chun Yong", "--json")
    found = [json.loads(line) for line in result.output.splitlines()]
    assert "sanctioned" not in result.output.lower().replace("sanctions", "")
    assert {(r["name"], r["verdict"]) for r in found} == {("Jo Chun Yong", "near name")}
    assert found[0]["roles"] and found[0]["list"] and found[0]["why"][0]["note"] and found[0]["more"] == 0
    assert run("screen", "--list", str(tmp_path / "none.csv"), "A B").exit_code == 2
