"""Whose words an article prints, and how two articles stand to each other."""

from __future__ import annotations

import pytest
from test_resolve import LEAD, MORE, story

from accordingto.records import Ledger
from accordingto.resolve import context, prose
from accordingto.resolve.origins import relation
from conftest import annotated

POST = "I have told the harbour master that we will pay for every broken window in this town, and we will pay before the summer"
LETTER = (
    "Other sources of these statements are believed to have no knowledge of the facts upon which they are making them"
)


def told(text: str) -> prose.Prose:
    article, annotation = annotated(text, title="Ferry explosion in Lund")
    return prose.prose(context.desk([article], [annotation]), 0)


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        (f"Berg wrote to the town on Monday.\n\n{POST}.\n\nThe town did not answer her at once.", POST),
        (f"Berg wrote to the town:\n\n{LETTER}.\n\nThe town did not answer her at once.", LETTER),
        (f"The town is angry with her.\n\n{LETTER}.\n\n— Anna Berg (@annaberg) May 14, 2024\n\nThe town was quiet.", LETTER),
        (f"BERG: {LETTER}.\n\nREIK: The harbour will open again on Monday.\n\nThe hearing went on until midnight.", LETTER),
        (f"Berg told the council: “The quay is ours. {LETTER}.” The council was quiet.", LETTER),
    ],
)  # fmt: skip
def test_words_of_others_are_told_without_quotation_marks(text: str, foreign: str) -> None:
    found = told(text)
    assert "sources" not in found.own.tokens and "broken" not in found.own.tokens
    assert (
        " ".join(found.said.tokens).count(" ".join(context.squeeze(foreign).lower().split()[:6]).replace(",", "")) == 1
    )


def test_an_author_who_says_i_is_not_quoting() -> None:
    found = told(
        "\n\n".join(
            f"I walked to the quay of Lund on day {n} and we talked of the ferry." for n in "one two six".split()
        )
    )
    assert found.said.tokens == () and "walked" in found.own.tokens  # fmt: skip


def pair(ledger: Ledger) -> str:
    return relation(ledger, *(a.id for a in ledger.articles))[0]


def test_a_post_in_two_papers_is_one_source_and_no_copy() -> None:
    one = f"The minister answered her critics in Lund.\n\n{POST}.\n\n— Anna Berg (@annaberg) May 14, 2024"
    two = f"In the evening a post by Berg made the round of the quay: “{POST}.” Nobody there believed it."
    assert pair(story((one, {"outlet": "Paper"}), (two, {"outlet": "Post"}))) == "same_primary_source"


def test_a_block_quotation_under_the_name_of_the_other_outlet_cites_it() -> None:
    copied = MORE.split(". ")[0]
    blog = f"The Harbour Gazette has the story of the day:\n\n{copied}.\n\nNobody in the capital seems to care about it at all."
    found = story(
        (f"{LEAD}\n\n{MORE}", {"outlet": "Harbour Gazette"}), (blog, {"outlet": "The Blog", "title": "A quay"})
    )
    assert pair(found) == "cites"


def test_the_same_paragraphs_in_the_authors_voice_are_a_copy() -> None:
    assert (
        pair(story((f"{LEAD}\n\n{MORE}", {"outlet": "Paper"}), (f"{MORE}\n\n{LEAD}", {"outlet": "Post"}))) == "copied"
    )


def test_two_agencies_are_independent_and_two_unknown_papers_are_not() -> None:
    other = (
        "LUND (AP) — A mine tore open a ferry by the northern pier, and four people are dead, Swedish officials say."
    )
    reuters = f"LUND (Reuters) - {LEAD}"
    assert pair(story((reuters, {"outlet": "Reuters"}), (other, {"outlet": "Associated Press"}))) == "independent"
    assert pair(story((LEAD, {"outlet": "Paper"}), (other[12:], {"outlet": "Post"}))) == "not established"


def origins_of(ledger: Ledger, words: str) -> tuple[str, ...]:
    return max((c for c in ledger.claims if words in c.text), key=lambda c: len(c.positions)).reporting_origins.names


INTERVIEW = "“I will not leave this harbour before the last mine is out of the water,” Anna Berg {}."


def test_words_told_to_one_outlet_have_one_origin_whoever_prints_them() -> None:
    ledger = story(
        (f"The minister came to the quay of Lund. {INTERVIEW.format('told Politico')}", {"outlet": "Paper"}),
        (f"LUND (AP) — Berg would not go. {INTERVIEW.format('said')}", {"outlet": "Post"}),
    )
    assert origins_of(ledger, "last mine") == ("Politico",)


def test_citing_a_page_that_is_there_adds_no_origin_to_it() -> None:
    count = "Divers have found nine sea mines in the harbour of Lund since the explosion of last week"
    again = "The divers have found nine sea mines in Lund harbour since last week’s explosion"
    page = (
        f"{count}. CSIS counted them from the pier with the help of the port.",
        {"outlet": "CSIS", "title": "Nine mines"},
    )
    cited = (f"LUND (Reuters) - {again}, CSIS said. The port had no comment on the count.", {"outlet": "Reuters"})
    assert origins_of(story(page, cited), "nine sea mines") == ("CSIS",)


def test_an_article_is_never_two_origins() -> None:
    both = f"{LEAD} Reuters reported that an explosion sank an empty grain ferry in the harbour of Lund and killed four dock workers."
    ledger = story((f"LUND (AP) — {both}", {"outlet": "Paper"}))
    assert all(len(c.reporting_origins.names) <= 1 for c in ledger.claims)
