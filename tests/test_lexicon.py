"""Every lexicon entry runs its own examples and counter-examples; reason codes in code and lexicon are the same set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from accordingto import lexicon
from accordingto.annotate import ENGINE
from accordingto.annotate.certainty import certainty
from accordingto.annotate.instruments import instruments
from accordingto.ingest.furniture import mark
from accordingto.lexicon import culprits, kinds
from conftest import annotated

CUES = [
    (e["id"], e["act"], t, want)
    for e in lexicon.raw("cues")["cue"]
    for want, key in ((True, "match"), (False, "miss"))
    for t in e[key]
]
FURNITURE = [
    (e["kind"], t, want)
    for e in lexicon.raw("furniture")["furniture"]
    for want, key in ((True, "match"), (False, "miss"))
    for t in e[key]
]
LAWS = [
    (e["symbol"], t, want)
    for e in lexicon.raw("instruments")["instrument"]
    for want, key in ((True, "match"), (False, "miss"))
    for t in e[key]
]
EVENTS = [(e["type"], t) for e in lexicon.raw("events")["event"] for t in e["match"]]


EXHIBITS = [
    (e["kind"], t, want)
    for e in lexicon.raw("exhibits")["exhibit"]
    for want, key in ((True, "match"), (False, "miss"))
    for t in e[key]
]
PROVISIONS = [
    (p["id"], p["direction"], t, want)
    for r in lexicon.raw("regimes")["regime"]
    for p in r["provision"]
    for want, key in ((True, "match"), (False, "miss"))
    for t in p[key]
]
FATES = [
    (f["name"], t, want)
    for f in lexicon.raw("fates")["fate"]
    for want, key in ((True, "match"), (False, "miss"))
    for t in f[key]
]
MEANS = [
    (m["name"], t, want)
    for m in lexicon.raw("fates")["means"]
    for want, key in ((True, "match"), (False, "miss"))
    for t in m[key]
]
CERTAIN = [(e["id"], e["under"], t) for e in lexicon.raw("certainty")["class"] for t in e["match"]]


@pytest.mark.parametrize(("fate", "text", "want"), FATES)
def test_fate_examples(fate: str, text: str, want: bool) -> None:
    _, found = annotated(text)
    assert (fate in {q.fate for q in found.quantities}) is want


@pytest.mark.parametrize(("name", "text", "want"), MEANS)
def test_means_examples(name: str, text: str, want: bool) -> None:
    assert bool(dict(lexicon.means())[name].search(text)) is want


@pytest.mark.parametrize(("kind", "text", "want"), EXHIBITS)
def test_exhibit_examples(kind: str, text: str, want: bool) -> None:
    _, found = annotated(text)
    assert (kind in {x.kind for x in found.exhibits}) is want
    assert all(x.assertion < len(found.assertions) for x in found.exhibits)


@pytest.mark.parametrize(("provision", "direction", "text", "want"), PROVISIONS)
def test_provision_examples(provision: str, direction: str, text: str, want: bool) -> None:
    _, found = annotated(text)
    hits = {(a.provision, a.direction) for a in found.activities}
    assert any(p == provision and direction in (d, "either") for p, d in hits) is want, hits


@pytest.mark.parametrize(("name", "under", "text"), CERTAIN)
def test_certainty_examples(name: str, under: float, text: str) -> None:
    word = re.findall(r"\*(\w+)\*", text)[0]
    plain = text.replace("*", "")
    (sentence,) = ENGINE.parse(plain, [(0, len(plain))])
    found = certainty(sentence, next(i for i, t in enumerate(sentence.tokens) if t.text == word))
    assert abs(found.value - under) <= 0.4 and any(r.startswith(f"{name}:") for r in found.reasons), found


@pytest.mark.parametrize(("cue", "act", "text", "want"), CUES)
def test_cue_examples(cue: str, act: str, text: str, want: bool) -> None:
    _, found = annotated(text)
    acts = {a.act for a in found.attributions}
    assert (act in acts) is want, f"{cue}: {text!r} gave {acts or 'nothing'}"


@pytest.mark.parametrize(("kind", "text", "want"), FURNITURE)
def test_furniture_examples(kind: str, text: str, want: bool) -> None:
    body = "The mayor of the town opened the bridge on Monday after two years of work and many delays. " * 2
    rows = [(s, p) for k, s, p in lexicon.furniture_patterns() if k == kind]
    inline = [p for s, p in rows if s == "inline"]
    assert (any(p.search(text) for p in inline) if inline else bool(rows[0][1].match(text))) is want
    if want and kind not in ("faq", "summary"):
        assert any(f.kind == kind for f in mark(f"{body}\n\n{text}\n"))


@pytest.mark.parametrize(("symbol", "text", "want"), LAWS)
def test_instrument_examples(symbol: str, text: str, want: bool) -> None:
    assert (symbol in {i.symbol for i in instruments(text, ((0, len(text)),))}) is want


@pytest.mark.parametrize(("kind", "text"), EVENTS)
def test_event_examples(kind: str, text: str) -> None:
    _, found = annotated(text)
    assert kind in {h.type for h in found.happenings}


def test_resolution_years_follow_from_numbers() -> None:
    known = {
        1695: 2006,
        1718: 2006,
        1874: 2009,
        2094: 2013,
        2270: 2016,
        2321: 2016,
        2371: 2017,
        2375: 2017,
        2397: 2017,
        687: 1991,
        1441: 2002,
    }
    assert {n: lexicon.resolution_year(n) for n in known} == known


def test_reason_codes_of_code_and_lexicon_are_the_same() -> None:
    used: set[tuple[str, str]] = set()
    for path in (Path(lexicon.__file__).parent.parent / "resolve").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        used |= set(re.findall(r'why\(\s*"(\w+)",\s*"([\w-]+)"', source))
        used |= set(re.findall(r'reason\("(\w+)", "([\w-]+)"\)', source))
    for kind, code in sorted(used):
        weight, text = lexicon.reason(kind, code)
        assert (kind in ("event", "claim") or -1 <= weight <= 1) and text  # those of events and claims are log-odds


def test_registers_name_nothing_twice() -> None:
    for rows in (lexicon.outlets(), lexicon.countries()):
        names = [r.name for r in rows]
        assert len(names) == len(set(names))
    assert all(
        o.kind in ("agency", "original", "rewriter", "state-media", "official", "think-tank", "unknown")
        for o in lexicon.outlets()
    )


def test_a_paragraph_stands_only_where_it_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for regime in lexicon.regimes():
        assert regime.changes == tuple(sorted(regime.changes))
        for p in regime.provisions:
            assert p.instruments and all(bool(x.paragraph) == (x.state == "paragraph") for x in p.instruments)
            assert bool(p.acts) == (p.direction == "own")
    bad = {"id": "x", "prohibits": "x", "direction": "to", "items": [], "match": [], "miss": []}
    bad["instruments"] = [{"symbol": "S/RES/1 (1946)", "date": "1946-01-25", "paragraph": "1", "state": "memory"}]
    monkeypatch.setattr(
        lexicon,
        "raw",
        lambda name: {"regime": [{"id": "r", "name": "r", "target": "t", "note": "", "provision": [bad]}]},
    )
    lexicon.regimes.cache_clear()
    with pytest.raises(lexicon.LexiconError, match="memory"):
        lexicon.regimes()
    lexicon.regimes.cache_clear()


@pytest.mark.parametrize("case", lexicon.raw("denials")["match"])
def test_denial_examples(case: str) -> None:
    content, told = (x.strip() for x in case.split(" | "))
    assert lexicon.called_false(content) == told


@pytest.mark.parametrize("content", lexicon.raw("denials")["miss"])
def test_denial_counter_examples(content: str) -> None:
    assert lexicon.called_false(content) == ""


def test_calling_it_false_is_a_denial() -> None:
    _, found = annotated(
        "Lund accused Oslo of dumping toxic waste at sea. Berg, the mayor of Oslo, said the accusations were “total nonsense.”"
    )
    (berg,) = [a for a in found.attributions if "Berg" in a.speaker]
    assert berg.position == "denies"
    assert any(x.refers_back is not None for x in found.assertions)


def _sides(text: str, of: str) -> list[str]:
    return [k.side for k in kinds.told(text, 0, len(text)) if k.of == of]


@pytest.mark.parametrize(
    ("of", "case"), [(row["name"], case) for row in lexicon.raw("kinds")["sets"] for case in row["match"]]
)
def test_kinds_are_told(of: str, case: str) -> None:
    text, _, side = case.partition(" | ")
    assert _sides(text, of) == [side]


@pytest.mark.parametrize(
    ("of", "text"), [(row["name"], text) for row in lexicon.raw("kinds")["sets"] for text in row["miss"]]
)
def test_what_is_no_kind(of: str, text: str) -> None:
    assert not _sides(text, of)


@pytest.mark.parametrize("case", lexicon.raw("culprits")["match"])
def test_who_is_answerable(case: str) -> None:
    content, who = case.split(" | ")
    assert culprits.named(content, charged=True) == who


@pytest.mark.parametrize("content", lexicon.raw("culprits")["miss"])
def test_who_is_not_called_answerable(content: str) -> None:
    assert culprits.named(content, charged=True) == ""


@pytest.mark.parametrize(
    ("content", "own"),
    [
        ("responsibility for the raid", True), ("any involvement in last month’s raid", True), ("its role in the bombing", True), ("any role in the talks", False),
        ("Ostmark's involvement in the raid", False), ("the responsibility of parents", False),
    ],
)  # fmt: skip
def test_ones_own_share_in_a_deed(content: str, own: bool) -> None:
    assert culprits.own_share(content) is own


@pytest.mark.parametrize("text", lexicon.raw("withheld")["match"])
def test_who_keeps_from_saying_takes_no_position(text: str) -> None:
    _, found = annotated(text)
    assert not any(x.position for x in found.attributions)


@pytest.mark.parametrize("text", lexicon.raw("withheld")["miss"])
def test_who_says_takes_a_position(text: str) -> None:
    _, found = annotated(text)
    assert any(x.position for x in found.attributions)


@pytest.mark.parametrize("text", lexicon.raw("withheld")["kept"])
def test_what_somebody_does_not_get_is_no_denial(text: str) -> None:
    _, found = annotated(text)
    assert not any(x.act == "deny" for x in found.attributions)


@pytest.mark.parametrize("text", lexicon.raw("withheld")["told"])
def test_what_somebody_denies_is_a_denial(text: str) -> None:
    _, found = annotated(text)
    assert any(x.position == "denies" for x in found.attributions)


@pytest.mark.parametrize(
    ("office", "state"),
    [
        ("North Carolina Republican", ""),
        ("South Dakota Sen. Anders Holm", ""),
        ("the South’s president", ""),
        ("North Korean minister", "North Korea"),
        ("South Sudan official", "South Sudan"),
    ],
)
def test_whose_office_it_is(office: str, state: str) -> None:
    assert lexicon.state_in(office) == state


def test_what_reads_like_a_paper() -> None:
    assert lexicon.names_a_paper("The Lund Herald") and lexicon.names_a_paper("Reuters")
    assert not lexicon.names_a_paper("Herald") and not lexicon.names_a_paper("the Lund police")


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("North Korean troops fired. The North said so.", {"north": "North Korea", "south": "South Korea"}),
        ("South Sudan voted. The South will be free.", {"south": "South Sudan"}),
        ("South Africa and South Sudan met. The South agreed.", {}),
        ("Fighting went on in the North.", {}),
    ],
)
def test_which_state_the_north_is(text: str, halves: dict[str, str]) -> None:
    assert lexicon.half_meant(text) == halves
