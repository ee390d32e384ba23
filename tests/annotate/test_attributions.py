"""Attributions against texts that carry their own expectation (tests/cases/attributions.txt)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import annotated, said

LINES = [
    x
    for x in (Path(__file__).parent.parent / "cases" / "attributions.txt").read_text(encoding="utf-8").splitlines()
    if x.strip() and not x.startswith("#")
]


def parse(line: str) -> tuple[str, dict[str, list[str]], list[str]]:
    marked, _, rest = line.removeprefix("? ").partition(" || ")
    parts = {
        k: re.findall(p, marked) for k, p in (("source", r"\[(.*?)\]"), ("cue", r"\{(.*?)\}"), ("content", r"<(.*?)>"))
    }
    return re.sub(r"[\[\]{}<>]", "", marked), parts, rest.split(" ", 2)


def flat(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


@pytest.mark.parametrize("line", LINES)
def test_case(line: str, request: pytest.FixtureRequest) -> None:
    if line.startswith("?"):
        request.applymarker(pytest.mark.xfail(strict=True, reason="known failure"))
    text, parts, rest = parse(line)
    _, found = annotated(text)
    for a in found.attributions:
        content = flat(said(text, a.content))
        want = flat(" ".join(parts["content"]))
        if (
            flat(said(text, a.cue)) == flat(" ".join(parts["cue"]))
            and content.startswith(want)
            and flat(said(text, a.source)) == flat(" ".join(parts["source"]))
        ):
            assert a.act == rest[0]
            if len(rest) > 1 and rest[1] in ("direct", "indirect", "mixed"):
                assert a.form == rest[1]
            if len(rest) > 2:
                assert a.speaker == rest[2]
            return
    raise AssertionError(
        [(a.act, said(text, a.source), said(text, a.cue), said(text, a.content)) for a in found.attributions]
    )


@pytest.mark.parametrize(
    "text",
    [
        "In an article that included interviews with thirty people, the New York Times published a story.",
        "But denying reality is how this game has long been played.",
        "Norway recognized Lund as the capital of the island.",
        "Ever since it captured the town in the war, Norway has claimed the port as its own.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert annotated(text)[1].attributions == ()


def test_what_an_accusation_is_of_ends_where_it_was_made() -> None:
    text = "Syria accused Lima of strikes in a statement on Monday."
    assert said(text, annotated(text)[1].attributions[0].content) == "Lima of strikes"


def test_an_outlet_that_the_words_themselves_name_did_not_carry_them() -> None:
    text = "“I have taken nothing, as falsely reported by The New York Times,” Anna Berg said."
    assert annotated(text)[1].attributions[0].chain == ("Anna Berg",)


def test_a_post_headed_by_name_and_account_is_theirs() -> None:
    text = "The mayor was angry.\n\nAnna Berg (@berg) Our boats are stuck in the port. I stand with them.\n\nThe ships left."
    (post,) = annotated(text)[1].attributions
    assert (post.speaker, said(text, post.content)) == (
        "Anna Berg",
        "Our boats are stuck in the port. I stand with them.",
    )


def test_this_is_what_the_sentence_before_tells() -> None:
    text = "He also looked like his client, the paper wrote in May. He wore an expensive suit and a tie to court. Berg’s camp denies this."
    found = annotated(text)[1]
    assert [a.refers_back for a in found.assertions if text[a.start : a.end] == "this"] in ([None], [1])


def test_a_quotation_over_sentences_is_whole() -> None:
    text = "“We agree. We go. We win,” Anna Berg said. “Nobody will stop us.”"
    _, found = annotated(text)
    assert said(text, found.attributions[0].content) == "“We agree. We go. We win,” | “Nobody will stop us.”"


def test_pronouns_and_descriptions_resolve_or_stay_open() -> None:
    text = "Foreign Minister Anna Berg said the road was closed. She warned that it would stay so.\n\nThe minister said nothing new was known."
    _, found = annotated(text)
    assert [a.speaker for a in found.attributions] == ["Anna Berg"] * 3
    _, two = annotated(
        "Tomas Berg met Jan Lund in Oslo. He said the road was closed, and the talks with Peter Moll failed."
    )
    assert [a.speaker for a in two.attributions] == [""]


def test_both_nations_are_those_of_the_accusation() -> None:
    _, found = annotated(
        "Washington has accused Peru of supplying arms to Chile. Both nations have denied these claims."
    )
    deny = next(a for a in found.attributions if a.act == "deny")
    assert deny.speaker == "Peru and Chile"
    claim = next(
        x for x in found.assertions if x.attribution is not None and found.attributions[x.attribution].act == "deny"
    )
    assert (
        claim.refers_back is not None
        and found.attributions[found.assertions[claim.refers_back].attribution or 0].act == "accuse"
    )


def test_the_chain_runs_from_the_mouth_to_the_carrier() -> None:
    _, found = annotated(
        "Cheong Berg, head of the institute, told South Korea's Yonhap news agency that the visit would change little."
    )
    (a,) = found.attributions
    assert a.chain == ("Cheong Berg", "Yonhap")
    _, nested = annotated("According to Reuters, Minister Anna Feld said that the harbour was mined.")
    inner = next(a for a in nested.attributions if a.speaker == "Anna Feld")
    assert inner.chain[-1] == "Reuters" and inner.inside is not None


def test_an_odd_quotation_mark_does_not_spoil_the_article() -> None:
    text = "The mayor said the ” bridge was closed.\n\n“We agree,” Anna Berg said.\n\nThe council denied the report."
    _, found = annotated(text)
    assert {a.act for a in found.attributions} >= {"say", "deny"} and any(
        a.form == "direct" for a in found.attributions
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The FBI said the port had been raided. The agency says the ropes were cut.", "FBI"),
        ("The FBI said the port had been raided. The company says the ropes were cut.", "company"),
        ("The FBI and the CIA said the port had been raided. The CIA said no more. The agency says the ropes were cut.", "agency"),
        ("The National Harbour Commission threatened strikes. In a statement, it said the army was ready to sail.", "National Harbour Commission"),
    ],
)  # fmt: skip
def test_whom_a_short_description_means(text: str, speaker: str) -> None:
    _, found = annotated(text)
    assert found.attributions[-1].speaker == speaker


def test_hours_after_says_when_not_what() -> None:
    _, found = annotated("President Berg tweeted hours after the adviser of Lund released a statement.")
    assert not found.attributions


def test_who_utters_a_quotation_is_the_subject_of_the_sentence_before() -> None:
    text = (
        "The raid is a challenge to President Carl Holm. Holm spoke of a plot. He wrote that the town was ready. His envoys met in Lund.\n\n"
        "On Saturday the defense secretary, Anders Berg, offered a warning to Oslo after a talk with the president. "
        "“Any raid will be answered,” he said."
    )
    _, found = annotated(text)
    assert found.attributions[-1].speaker == "Anders Berg"


def test_one_pronoun_from_sentence_to_sentence_is_one_person() -> None:
    text = (
        "President Carl Holm spoke of the strike. On the campaign trail he had been open to talks, but he belittled the envoy’s attempts "
        "to bring Anders Berg to the table.\n\n“I told the envoy that it is a waste of time to talk with Berg,” he tweeted."
    )
    _, found = annotated(text)
    assert [a.speaker for a in found.attributions if "waste" in text[slice(*a.content[0])]] == ["Carl Holm"]


def test_whom_he_calls_a_fool_is_another() -> None:
    _, found = annotated(
        "President Carl Holm has traded insults with Anders Berg, whom he has called a “fool on a quay.”"
    )
    assert found.attributions[-1].speaker == "Carl Holm"


def test_before_it_is_agreed_nothing_is_promised() -> None:
    _, found = annotated("Oslo wants Lima to act before agreeing to direct talks.")
    assert not any(a.position == "commits" for a in found.attributions)


def test_a_participle_before_its_noun_is_what_the_noun_is_like() -> None:
    _, found = annotated(
        "The search for the ferry of Lund goes on, amid contradicting reports about the last minutes of the ferry."
    )
    assert not found.attributions


def test_what_is_not_said_to_be_confirmed_is_not() -> None:
    _, found = annotated(
        "The army of Lund did not specify whether it was confirming a first report or dismissing a statement of the airline."
    )
    assert not any(a.position for a in found.attributions if a.act in ("confirm", "reject", "deny"))


def test_a_relative_clause_behind_a_promise_is_not_what_is_promised() -> None:
    _, found = annotated("Anna Berg kept a promise that Karl Holm made in May in Lund.")
    assert not any(a.act == "vow" for a in found.attributions)
