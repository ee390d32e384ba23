"""The brief: every section of the contract, every line grounded, failure never shown as emptiness."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

from accordingto import pipeline
from accordingto.brief import claims, docx, figures, markdown, situation
from accordingto.brief.footnotes import Numbering, lines
from accordingto.brief.phrases import sentence, when
from accordingto.records import Ledger, Settings
from conftest import make_article

KEYS = ["coverage", "attention", "statements", "disputed", "single", "figures", "timeline", "actors", "sources"]


def test_nine_sections_in_order_even_when_empty(harbour: tuple[Ledger, object]) -> None:
    for ledger in (harbour[0], pipeline.run([])):
        made = situation.situation(ledger)
        assert [s.key for s in made.sections] == KEYS
        assert all(s.lead for s in made.sections)
    assert "Nothing could be read" in situation.situation(pipeline.run([])).title


def test_every_line_with_a_claim_carries_passages(harbour: tuple[Ledger, object]) -> None:
    made = situation.situation(harbour[0])
    texts = {s.id: s.text for s in made.sources}
    for line in lines(made):
        assert all(texts[e.article][e.start : e.end] == e.text for e in line.notes)
    for key in ("attention", "single", "figures", "timeline"):
        section = next(s for s in made.sections if s.key == key)
        assert section.lines and all(line.notes for line in section.lines), key


def test_the_story_is_told(harbour: tuple[Ledger, object]) -> None:
    made = situation.situation(harbour[0])
    told = {
        s.key: " ".join(line.text + " ".join(u.text for u in line.under) for line in s.lines) for s in made.sections
    }
    assert "09_denied.html: an error page" in told["coverage"] and "10_empty.txt: empty" in told["coverage"]
    assert (
        "denied by Ostmark" in told["disputed"]
        and "Wording" in told["disputed"]
        and "Jonas Raik ⇄ Jonas Reik" in told["disputed"]
    )
    assert "only one reporting origin established (Reuters)" in told["single"]
    assert "S/RES/2397 (2017)" in told["actors"] and "Jo Chun Yong" in told["actors"]
    assert "adds nothing" in told["sources"]


def test_the_questions_of_the_desk_come_first(harbour: tuple[Ledger, object]) -> None:
    asked = claims.ranked(harbour[0], Settings(questions=("tonnes of grain the harbour handles",)))
    assert "grain" in asked[0].text


LAW = (
    "North Korea fired two ballistic missiles toward the sea on Monday, Seoul said.\n\n"
    '"That breaks resolution 2397," Anna Berg said. Chad also shipped oil to North Korea under resolution 2375.'
)


def test_who_invokes_a_resolution_and_what_was_checked_of_it() -> None:
    ledger = pipeline.run([make_article(LAW, outlet="Daily", published="2024-06-14")])
    actors = next(s for s in situation.situation(ledger).sections if s.key == "actors")
    told = {x.text: [u.text for u in x.under] for x in actors.lines}
    assert any("2397" in k and v[0].startswith("invoked by Anna Berg") for k, v in told.items())
    assert any("2375" in k and v[0].startswith("invoked by Daily, in its own voice") for k, v in told.items())
    under = next(v for k, v in told.items() if k.startswith("Would fall under"))
    assert any(u.startswith("launches by the DPRK") and "para" not in u for u in under)
    assert any("para. 4–5" in u and "S/RES/2375 (2017) (superseded by S/RES/2397 (2017))" in u for u in under)
    assert sum(u.startswith("later: ") for u in under) == 2


def test_markdown_footnotes_are_all_defined(harbour: tuple[Ledger, object]) -> None:
    text = markdown.markdown(situation.situation(harbour[0]))
    used, defined = set(re.findall(r"\[\^(\d+)\](?!:)", text)), set(re.findall(r"^\[\^(\d+)\]:", text, re.M))
    assert used == defined and len(used) > 40


def test_word_document_is_whole_and_the_same_twice(harbour: tuple[Ledger, object]) -> None:
    made = situation.situation(harbour[0])
    data = docx.document(made)
    assert data == docx.document(made)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        trees = {n: ElementTree.fromstring(archive.read(n)) for n in archive.namelist()}
    key = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    used = [x.get(f"{key}id") for x in trees["word/document.xml"].iter(f"{key}footnoteReference")]
    notes = {x.get(f"{key}id") for x in trees["word/footnotes.xml"].iter(f"{key}footnote")} - {"-1", "0"}
    assert len(used) == len(set(used)) > 40 and set(used) == notes


def test_numbers_follow_first_use(harbour: tuple[Ledger, object]) -> None:
    made = situation.situation(harbour[0])
    numbers = Numbering(made)
    seen: list[int] = []
    for line in lines(made):
        seen += [n for n in numbers.of(line) if n not in seen]
    assert seen == sorted(seen)


def test_phrases() -> None:
    assert sentence("that the bridge was closed") == "The bridge was closed."
    assert (
        when("2024-05-14") == "Tuesday 14 May 2024"
        and "year not established" in when("XXXX-01-02")
        and when("XXXX-WXX-5") == "a Friday, date not established"
        and when("2018-SU") == "summer 2018"
        and when("2018-W23-WE") == "the weekend of 9 June to 10 June 2018"
    )


def test_an_undated_unknown_outlet_is_said_so() -> None:
    made = situation.situation(
        pipeline.run([make_article("The mayor of Lund said that the bridge was closed on Monday.", id="n1")])
    )
    coverage = " ".join(line.text for line in made.sections[0].lines)
    assert "1 undated: n1" in coverage and "outlet unknown for 1" in coverage


def test_who_says_welcomes_rejects_and_shows_in_one_line_each() -> None:
    told = (
        "Geolocated footage published on Monday shows that the army took the harbour of Lund.\n\n"
        "The council of Malmö welcomed the long truce with the farmers.\n\n"
        "Berg described the pact with Lima as a gift to the navy.\n\n"
        "Lima accused Chad hiding ships from the port police.\n\n"
        "Holm does not rule out a strike at the mill."
    )
    ledger = pipeline.run([make_article(told, id="n0", published="2024-05-14", outlet="Paper")])
    rows = [claims.claim_line(c).text for c in ledger.claims]
    assert any("— shown in geolocated footage" in r for r in rows), rows
    assert any(r.startswith("Support: the long truce with the farmers. — voiced by Malmö council") for r in rows), rows
    assert "The pact with Lima described as a gift to the navy. — asserted by Berg." in rows
    assert any(r.startswith("Chad accused of hiding ships") for r in rows), rows
    assert not any("strike at the mill" in r and "by Holm" in r for r in rows), rows


def test_words_that_stand_in_another_line_of_their_speaker_are_not_told_again() -> None:
    told = "The council of Lund criticised the mayor of Malmö, citing his role in the fire and the loss of the nets."
    ledger = pipeline.run([make_article(told, id="n0", published="2024-05-14", outlet="Paper")])
    assert len(ledger.statements) == 2
    (section,) = (x for x in situation.situation(ledger).sections if x.key == "statements")
    (line,) = (under for speaker in section.lines for under in speaker.under)
    assert "citing his role" in line.text


def test_who_means_to_do_it_stands_behind_the_words_that_say_so() -> None:
    told = "Norway plans to close the port of Lund in May. Anna Berg said the toll was far too high for fishermen."
    made = pipeline.run([make_article(told, id="a", published="2024-05-14", title="Lund", outlet="Paper")], workers=1)
    assert any(claims.positions(c) == "stated intention of Norway" for c in made.claims)


def test_words_out_of_a_sentence_are_shown_with_it() -> None:
    told = "Anna Berg complained that the plan “weakens our security and closes the port of Lund” for good."
    made = pipeline.run([make_article(told, id="a", published="2024-05-14", title="Lund", outlet="Paper")], workers=1)
    (said,) = next(s for s in situation.situation(made).sections if s.key == "statements").lines
    assert "complained that the plan “weakens our security" in str(said)


def test_one_count_of_one_noun_in_passages_about_two_things_is_two_lines() -> None:
    told = (
        "Norway said it was sending four divers home after the raid on the port of Lund.",
        "The raid on the port made Norway send four divers home, the mayor wrote.",
        "The sinking of the old ferry in 2006 had cost the lives of four divers.",
    )
    made = pipeline.run([make_article(t, id=f"n{n}", outlet=f"Paper {n}") for n, t in enumerate(told)], workers=1)
    lines_of = [[f.evidence.article for f in row] for row in figures.told(figures.figures(made)) if row[0].value == 4]
    assert sorted(map(len, lines_of)) == [1, 2]


def test_what_one_outlet_has_somebody_deny_comes_behind_what_is_answered() -> None:
    told = [
        "Anna Berg said the ferry would sail again in May. Nobody in the port spoke of it.",
        "The ferry would sail again in May, Anna Berg said. The lying Danes deny that anything happened at all.",
    ]
    made = pipeline.run([make_article(t, id=f"n{n}", outlet=f"Paper {n}") for n, t in enumerate(told)], workers=1)
    assert "ferry" in claims.ranked(made, Settings())[0].text


def test_who_puts_a_question_asks() -> None:
    told = "“If the ice was thin, why did the town wait so long to close the port?” the mayor of Lund asked."
    made = pipeline.run([make_article(told, id="a", published="2024-05-14", title="Lund", outlet="Paper")], workers=1)
    (said,) = next(s for s in situation.situation(made).sections if s.key == "statements").lines
    assert "asked: " in str(said)
