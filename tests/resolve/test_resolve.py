"""Room 3 on small made stories: lineage in two layers, statements, claims, events, discrepancies, novelty, screening."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accordingto import pipeline
from accordingto.records import Claim, Entry, Ledger, Why
from accordingto.resolve import similarity
from accordingto.resolve.claims import JOIN, doubtful
from accordingto.resolve.entities import Directory
from conftest import make_article

LEAD = "An explosion sank an empty grain ferry in the harbour of Lund on Tuesday and killed four dock workers, the Swedish interior ministry said."
MORE = "Divers found parts of a naval mine under the northern pier, Interior Minister Anna Berg told reporters in the town on Tuesday evening. Berg said at least 40 ships were waiting outside the breakwater."


def story(*rows: tuple[str, dict[str, str]], **options: object) -> Ledger:
    articles = [
        make_article(text, id=f"n{i}", **{"published": "2024-05-14", "title": "Ferry explosion in Lund", **meta})
        for i, (text, meta) in enumerate(rows)
    ]
    return pipeline.run(articles, workers=1, **options)  # type: ignore[arg-type]


def claim(ledger: Ledger, words: str) -> Claim:
    return max((c for c in ledger.claims if words in c.text), key=lambda c: len(c.positions))


def test_ten_outlets_with_one_wire_are_one_origin() -> None:
    wire = f"LUND (Reuters) - {LEAD}\n\n{MORE}"
    ledger = story(
        (wire, {"outlet": "Reuters"}), *((wire, {"outlet": f"Paper {n}", "published": "2024-05-15"}) for n in range(9))
    )
    c = claim(ledger, "killed four dock workers")
    assert len(c.outlets) == 10 and c.reporting_origins.names == ("Reuters",) and len(c.information_origins.names) == 1


def test_an_uncredited_copy_has_the_origin_of_what_it_copies_and_an_orphan_has_none() -> None:
    ledger = story(
        (f"LUND (Reuters) - {LEAD}\n\n{MORE}", {"outlet": "Reuters"}),
        (f"{LEAD}\n\n{MORE}", {"outlet": "Paper", "published": "2024-05-15"}),
    )
    assert {r.origins.names for r in ledger.reporting} == {("Reuters",)}
    alone = story((f"{LEAD}\n\n{MORE}", {"outlet": "Paper"}))
    assert alone.reporting[0].origins.names == () and alone.reporting[0].origins.reason


def test_a_photo_agency_in_the_metadata_is_no_origin() -> None:
    ledger = story((f"{LEAD}\n\n{MORE}", {"outlet": "Paper", "credits": "AFP"}))
    assert ledger.reporting[0].origins.names == ()
    assert [d.score < 0.6 for d in ledger.derivations if d.named and d.relation == "copied"] == [True]


def test_a_shared_quotation_is_a_shared_source_not_a_copy() -> None:
    quote = "“We will never leave this harbour to the divers of another country,” Anna Berg said."
    ledger = story(
        (f"The minister spoke in the old town hall of Lund. {quote}", {"outlet": "Paper"}),
        (f"Hundreds came to the quay to hear her. {quote}", {"outlet": "Post"}),
    )
    assert {d.relation for d in ledger.derivations} == {"same_primary_source"}


def test_another_figure_corroborates_nothing() -> None:
    three = "LUND (AP) — Three dock workers were killed in the explosion that sank an empty grain ferry in the harbour of Lund on Tuesday, the Swedish interior ministry said."
    ledger = story((f"LUND (Reuters) - {LEAD}", {"outlet": "Reuters"}), (three, {"outlet": "Associated Press"}))
    c = claim(ledger, "dock workers")
    assert len(c.outlets) == 2 and len(c.reporting_origins.names) == 1
    assert any("another figure" in x for x in c.reporting_origins.open)
    assert any(d.kind == "quantity" and d.grade == "substantive" for d in ledger.discrepancies)


@pytest.mark.parametrize(
    ("second", "found"),
    [("up to 4.8 million", True), ("4.8 to 5.2 million", False), ("more than 4 million", False), ("5 million", False)],
)
def test_figures_disagree_only_when_no_number_lies_in_both(second: str, found: bool) -> None:
    one, two = (
        f"The harbour of Lund handles {x} tonnes of grain a year, the port authority said."
        for x in ("5 million", second)
    )
    ledger = story((one, {"outlet": "Paper"}), (two, {"outlet": "Post"}))
    assert bool([d for d in ledger.discrepancies if d.kind == "quantity"]) is found


def test_who_warned_whom() -> None:
    one = "Ambassador Piet Moll warned Interior Minister Anna Berg that a closed border would harm both countries."
    two = "Interior Minister Anna Berg warned Ambassador Piet Moll that a closed border would harm both countries."
    ledger = story((one, {"outlet": "Paper"}), (two, {"outlet": "Post"}))
    assert [d.values for d in ledger.discrepancies if d.kind == "who-to-whom"]


def test_a_denial_of_these_charges_belongs_to_the_charges() -> None:
    text = "Norway has accused Chad of supplying naval mines to Peru. Both countries have denied these charges."
    ledger = story((text, {"outlet": "Paper"}))
    c = claim(ledger, "supplying naval mines")
    assert {(p.holder, p.position) for p in c.positions} == {("Norway", "alleges"), ("Chad and Peru", "denies")}


def test_planned_and_happened_are_two_claims() -> None:
    one, two = (
        "Officials said the Swedish king will visit the harbour of Lund in June.",
        "Officials said the Swedish king visited the harbour of Lund in June.",
    )
    ledger = story((one, {"outlet": "Paper"}), (two, {"outlet": "Post"}))
    assert all(len(c.outlets) == 1 for c in ledger.claims if "king" in c.text)


def test_twin_events_a_year_apart_are_two() -> None:
    ledger = story((LEAD, {"outlet": "Paper"}), (LEAD, {"outlet": "Post", "published": "2023-05-14"}))
    assert sorted(len(e.articles) for e in ledger.events if e.main) == [1, 1] and len(ledger.stories) == 1


def test_what_is_new_sentence_by_sentence() -> None:
    ledger = story(
        (LEAD, {"outlet": "Paper"}),
        (
            f"{LEAD} Nobody had expected rain in the hills above the lake that week.",
            {"outlet": "Post", "published": "2024-05-15"},
        ),
    )
    later = [
        n.state
        for n in ledger.novelty
        if n.evidence.article == ledger.articles[[a.published.value for a in ledger.articles].index("2024-05-15")].id
    ]
    assert later == ["known", "new"]


def test_namesakes_stay_apart_and_listed_names_are_never_called_a_match() -> None:
    text = "Kim Jong Un met Kim Jong Sik in the north. Kim Jong Un said the talks went well, and Kim Jong-un left."
    ledger = story(
        (text, {"outlet": "Paper"}),
        entries=[
            Entry(
                "Example list",
                "X1",
                "KIM JONG SIK",
                (),
                "person",
                ("Deputy Director of the Munitions Industry Department",),
            )
        ],
    )
    assert {e.name for e in ledger.entities if e.kind == "person"} == {"Kim Jong Un", "Kim Jong Sik"}
    assert [(s.name, s.verdict) for s in ledger.screenings] == [("Kim Jong Sik", "possible namesake")]


def test_pictures_are_no_information_origin() -> None:
    said = "Geolocated footage published on {} shows that Ostmark soldiers took the harbour of Port Ansel."
    ledger = story(
        (said.format("Monday"), {"outlet": "Daily", "published": "2024-05-14"}),
        (said.format("Tuesday"), {"outlet": "Courier", "published": "2024-05-14"}),
    )
    about = [c for c in ledger.claims if "harbour" in c.text]
    assert about and all(not c.information_origins.names for c in about)
    assert any("footage is shown" in c.information_origins.reason for c in about)


def test_a_person_speaks_for_the_state_of_the_office_most_often_told() -> None:
    text = (
        "U.S. President Jonas Reik said the talks went well. U.S. President Jonas Reik said he was glad. After the talks with the Chadian leader, Reik left for home.\n\n"
        "Kim Jong Un, the North Korean leader, said nothing."
    )
    ledger = story((text, {"outlet": "Daily", "published": "2024-05-14"}))
    told = Directory(ledger.entities)
    assert told.side("Jonas Reik") == "United States" and told.side("Kim Jong Un") == "North Korea"
    (reik,) = [e for e in ledger.entities if e.name == "Jonas Reik"]
    assert reik.roles == ("U.S. President",)


def test_a_surname_means_the_bearer_whom_it_means_nearly_always() -> None:
    full = " ".join(["Jonas Reik spoke in Oslo."] * 24)
    rows = [
        (full, {"outlet": "A"}),
        ("Ivana Reik sang in Oslo.", {"outlet": "B"}),
        ("Minister Reik said the port was open.", {"outlet": "C"}),
    ]
    ledger = story(*rows)
    people = {e.name: e for e in ledger.entities if e.kind == "person"}
    assert "Reik" in people["Jonas Reik"].variants and "Ivana Reik" in people
    assert "nearly-always" in {w.code for w in people["Jonas Reik"].why}
    few = story(("Jonas Reik spoke in Oslo.", {"outlet": "A"}), *rows[1:])
    assert "Reik" in {e.name for e in few.entities}, "with few mentions nobody can tell who is meant"


def test_an_office_tells_whose_surname_it_is_among_relatives() -> None:
    rows = [
        ("President Jonas Reik spoke in Oslo.", {"outlet": "A"}),
        ("President Reik said the port was open. His adviser Ivana Reik sang.", {"outlet": "B"}),
    ]
    people = {e.name: e for e in story(*rows).entities if e.kind == "person"}
    assert "Reik" in people["Jonas Reik"].variants and people["Ivana Reik"].variants == ("Ivana Reik",)


def test_an_office_is_not_lent_to_the_only_one_who_bears_the_surname() -> None:
    alone = story(("President Reik said the port was open. His adviser Ivana Reik sang.", {"outlet": "B"}))
    assert {e.name for e in alone.entities if e.kind == "person"} == {"Reik", "Ivana Reik"}
    known = story(("Jonas Reik came to Oslo. President Reik said the port was open.", {"outlet": "B"}))
    assert {e.name for e in known.entities if e.kind == "person"} == {"Jonas Reik"}


def test_a_group_that_is_read_as_a_person_is_the_group() -> None:
    rows = [
        (
            "The Wagner Group said its men had left. Fighters of Wagner fought the army near Lund, the ministry said.",
            {"outlet": "A"},
        ),
        ("A general has gone missing since the Wagner mutiny, the ministry said.", {"outlet": "B"}),
    ]
    ledger = story(*rows)
    assert {m.kind for n in ledger.annotations for m in n.mentions if m.name == "Wagner"} == {"person"}
    (wagner,) = (e for e in ledger.entities if "Wagner" in e.name)
    assert wagner.kind == "body" and len(wagner.members) == 3


def test_a_name_without_its_middle_part_joins_one_bearer_and_never_makes_two_of_them_one() -> None:
    father, son, short = (f"{name} spoke in Oslo." for name in ("Jonas P. W. Reik", "Jonas W. Reik", "Jonas Reik"))
    one = story((father, {"outlet": "A"}), (short, {"outlet": "B"}))
    assert [e.variants for e in one.entities if e.kind == "person"] == [("Jonas P. W. Reik", "Jonas Reik")]
    two = story((father, {"outlet": "A"}), (short, {"outlet": "B"}), (son, {"outlet": "C"}))
    assert {e.name for e in two.entities if e.kind == "person"} == {"Jonas P. W. Reik", "Jonas W. Reik", "Jonas Reik"}


def test_what_two_articles_of_one_event_say_in_like_words_is_one_claim_and_of_two_places_or_days_two() -> None:
    told = "The wounded sailors were carried to the hospital of {} on {} and given blankets and tea by the nurses."
    here = told.format("Malmö", "May 13")
    one = story(
        (f"{LEAD} {here}", {"outlet": "Paper"}), (f"{LEAD} {here.replace('given', 'handed')}", {"outlet": "Post"})
    )
    assert claim(one, "given blankets").outlets == ("Paper", "Post")
    for other in (told.format("Ystad", "May 13"), told.format("Malmö", "May 11")):
        two = story((f"{LEAD} {here}", {"outlet": "Paper"}), (f"{LEAD} {other}", {"outlet": "Post"}))
        assert len(claim(two, "given blankets").outlets) == 1, other


def test_calling_it_a_hoax_denies_it() -> None:
    ledger = story(
        (f"{LEAD} The police of Lund said that the captain of the ferry had been arrested.", {"outlet": "Paper"}),
        (
            f"{LEAD} “The arrest of the captain of the ferry is a hoax,” his lawyer, Peter Holm, said.",
            {"outlet": "Post"},
        ),
    )
    assert {p.position for c in ledger.claims if "arrest" in c.text for p in c.positions} >= {"denies"}


SAID = "“We were asleep in the cabin when the old ferry turned over in the dark,” {} said."


def test_who_is_not_named_for_a_remark_is_found_by_the_same_words_and_never_makes_two_people_one() -> None:
    rows = [
        (f"{LEAD} {SAID.format(who)}", {"outlet": f"Paper {n}"})
        for n, who in enumerate(("Peter Holm", "a sailor", "Anna Lind"))
    ]
    two = story(*rows[:2])
    told = [s for s in two.statements if any("asleep" in w.evidence.text for w in s.wordings)]
    assert [(s.speaker, len(s.wordings)) for s in told] == [("Peter Holm", 2)]
    assert "speaker-left-out" in {w.code for w in told[0].why}
    three = [s for s in story(*rows).statements if any("asleep" in w.evidence.text for w in s.wordings)]
    assert sorted(len(s.wordings) for s in three) == [1, 2] and {s.speaker for s in three} == {
        "Peter Holm",
        "Anna Lind",
    }
    pronoun = story(*rows[:1], (f"{LEAD} {SAID.format('he')}", {"outlet": "Post"}))
    held = [p for c in pronoun.claims if "asleep" in c.text for p in c.positions]
    assert [(p.holder, p.basis) for p in held] == [
        ("Peter Holm", "attributed"),
        ("Peter Holm", "named for the same words elsewhere"),
    ]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Ostmark denied it had sent the ferry to Lund.", "[Ostmark] had sent the ferry to Lund"),
        ("Ostmark dismissed reports that it had sent the ferry to Lund.", "[Ostmark] had sent the ferry to Lund"),
        ("Anna Bergman said that she saw the ferry turn over.", "that [Anna Bergman] saw the ferry turn over"),
        (
            "Anna Bergman said it was likely that the ferry had turned over.",
            "it was likely that the ferry had turned over",
        ),
        ("Anna Bergman told Peter Holm that he had sunk the ferry.", "that he had sunk the ferry"),
        ("Peter Holm was there when Jonas Reik said he had sunk the ferry.", "he had sunk the ferry"),
        (
            "Anna Bergman denied any involvement in the raid on the ferry.",
            "Anna Bergman’s involvement in the raid on the ferry",
        ),
        ("Anna Bergman denied trying to sink the ferry.", "[Anna Bergman] trying to sink the ferry"),
        ("Anna Bergman denied being behind the raid.", "[Anna Bergman] being behind the raid"),
        ("Anna Bergman announced her decision to sell the ferry.", "Anna Bergman to sell the ferry"),
        ("Anna Bergman restated Ostmark's view that the ferry was old.", "that the ferry was old"),
        ("Anna Bergman blamed former mayor Karl Holm.", "former mayor Karl Holm blamed"),
        ("Anna Bergman blamed Ostmark for not enforcing the pact.", "Ostmark blamed for not enforcing the pact"),
        ("Anna Bergman blamed the leak on careless divers.", "careless divers blamed for the leak"),
        ("Anna Bergman warned the crews against taking part in the march.", "Warning against taking part in the march"),
    ],
)
def test_a_pronoun_for_the_speaker_is_spelled_out_in_brackets(said: str, text: str) -> None:
    ledger = story((f"{LEAD} Ostmark is a country in the north. {said}", {"outlet": "Paper"}))
    assert text in {c.text for c in ledger.claims}, {c.text for c in ledger.claims}


def both(one: str, two: str) -> bool:
    """Whether something that two articles of one event tell is one claim."""
    ledger = story((f"{LEAD} {one}", {"outlet": "Paper"}), (f"{LEAD} {two}", {"outlet": "Post"}))
    told = [c for c in ledger.claims if any(w in c.text for w in ("Eastern", "visit", "toll"))]
    assert told
    return any(len({p.evidence.article for p in c.positions}) > 1 for c in told)


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        ("Eastern forces advanced near Malmö (north of Ystad) at dawn.", "Eastern forces advanced near Malmö (north of Ystad) at dawn on foot.", True),
        ("Eastern forces advanced near Malmö (north of Ystad) at dawn.", "Eastern forces advanced near Skurup (north of Ystad) at dawn.", False),
        ("A blogger said that Eastern forces advanced near Malmö.", "Eastern forces attacked northwest of Malmö near Malmö.", False),
        ("Eastern forces of the 7th Brigade seized Malmö at dawn on foot.", "Eastern forces of the 9th Brigade seized Malmö at dawn on foot.", False),
        ("Eastern forces of the 7th Brigade seized Malmö at dawn.", "Eastern forces of the 7th Brigade seized Skurup at dawn.", False),
        ("A resident said the toll was far too high for fishermen.", "A resident said the toll was lifted for the elderly.", False),
        ("Berg confirmed plans to visit the port of Malmö.", "Berg said she would visit the port of Malmö.", True),
        ("Holm said he would put a toll on the port, crippling the pact that was negotiated by his predecessor.", "Holm said he still wants to negotiate a toll.", False),
        ("Holm announced that he would withdraw from the toll pact.", "Lind said Holm was right to withdraw from the toll pact.", False),
        ("Holm brushed off the toll put on the port by the town.", "The toll on the port was one of several put on it by the town on Monday.", False),
        ("Holm praised the toll on the port of Malmö.", "Lind condemned the toll on the port of Malmö.", False),
        ("Jan Holm wrote that a toll on the poor men of the port was a crime.", "Jan Holm vowed to respond to the reported toll on the port.", False),
    ],
)  # fmt: skip
def test_where_and_what_was_done_make_a_claim(one: str, two: str, joined: bool) -> None:
    assert both(one, two) is joined


def test_a_claim_inside_a_claim_is_not_the_outer_one() -> None:
    told = "Anna Berg said on Monday that both towns must give way after Peter Holm reaffirmed his firm commitment to the toll."
    ledger = story((f"{LEAD} {told}\n\n{MORE}\n\n{told}", {"outlet": "Paper"}))
    holders = [{p.holder for p in c.positions} for c in ledger.claims]
    assert {"Anna Berg", "Peter Holm"} not in holders


def test_what_is_not_ruled_out_is_not_denied() -> None:
    ledger = story((f"{LEAD} Anna Berg did not rule out closing the port. Holm has not commented on the toll.", {}))
    assert not {p.position for c in ledger.claims for p in c.positions if "port" in c.text or "toll" in c.text} & {"denies"}  # fmt: skip
    assert not any(p.holder == "Holm" for c in ledger.claims for p in c.positions)


def test_a_surname_is_no_second_origin_beside_the_full_name() -> None:
    said = "“The quay will be open again before the harvest comes in,” {} said."
    rows = [said.format("Anna Berg"), said.format("Berg"), "Peter Berg sang. Ida Berg danced in the town of Lund."]
    ledger = story(*((t, {"outlet": f"Paper {n}"}) for n, t in enumerate(rows)))
    found = claim(ledger, "before the harvest")
    assert len(found.outlets) == 2 and found.information_origins.names == ("Anna Berg",)


@pytest.mark.parametrize(
    ("one", "two", "origins"),
    [
        ("Jeff Holm", "Jeffrey Holm", ("Jeff Holm: Jeff Holm, Jeffrey Holm",)),
        ("the harbour master for the Lund pilots", "Anna Berg", ("Anna Berg",)),
        ("Karl Berg", "the North Carolina Republican", ("Karl Berg",)),
        ("Karl Berg", "the CEO of Lund Shipping", ("Karl Berg",)),
        ("Anna Berg", "Peter Holm", ("Anna Berg", "Peter Holm")),
        ("Anna Berg", "Reuters", ("Anna Berg",)),
        (
            "Peru's envoy to the United Nations",
            "Peru's foreign ministry",
            ("Peru: Peruvian foreign ministry, Peru’s envoy to the United Nations",),
        ),
    ],
)
def test_who_may_be_the_same_or_is_not_named_is_no_second_origin(one: str, two: str, origins: tuple[str, ...]) -> None:
    said = "“The quay will be open again before the harvest comes in,” {} said."
    ledger = story(*((said.format(who), {"outlet": f"Paper {n}"}) for n, who in enumerate((one, two))))
    found = claim(ledger, "before the harvest")
    assert len(found.outlets) == 2 and found.information_origins.names == origins


def test_what_is_called_by_the_same_long_name_is_not_the_same_claim() -> None:
    name = "the Joint Programme of Action for Harbour Workers"
    rows = (f"Berg created {name} in May.", f"Holm called {name} a burden on the toll.")
    ledger = story(*((f"{LEAD} {t}", {"outlet": f"Paper {n}"}) for n, t in enumerate(rows)))
    told = [c for c in ledger.claims if any("Joint Programme" in p.evidence.text for p in c.positions)]
    assert told and all(len(c.outlets) == 1 for c in told)


def test_nobody_is_accused_for_something() -> None:
    ledger = story(
        (
            "Anna Berg blamed Norway for Danes being upset at the toll, and she faulted Peter Holm for opening the port.",
            {},
        )
    )
    told = [c.text for c in ledger.claims]
    assert "Norway blamed for Danes being upset at the toll" in told and not any("accused for" in t for t in told)


def test_a_claim_has_both_its_quotation_marks() -> None:
    ledger = story(("“The quay is open. The port will stay shut until the harvest comes in,” Anna Berg said.", {}))
    assert all(c.text.count("“") == c.text.count("”") for c in ledger.claims)


def test_a_claim_disputed_in_passing_is_the_one_of_its_sentence() -> None:
    told = "Officials warned that storms could break the pier. Norway said its ships carry only grain, a claim rejected by Chad."
    ledger = story((told, {"outlet": "Paper"}))
    found = claim(ledger, "carry only grain")
    assert {(p.holder, p.position) for p in found.positions} == {("Norway", "asserts"), ("Chad", "denies")}
    assert "Chad" not in found.text


FIGURE = "The coast guard said its divers had found {} empty shells under the old pier of Lund."


def test_one_voice_with_another_figure_on_another_day_makes_another_claim() -> None:
    told = [f"{LEAD} {FIGURE.format(n)}" for n in ("twelve", "nine")]
    for days, size in ((("2024-05-14", "2024-05-20"), 1), (("2024-05-14", "2024-05-14"), 2), (("", ""), 2)):
        rows = (
            (t, {"outlet": f"Paper {d}{n}", "published": d}) for n, (t, d) in enumerate(zip(told, days, strict=True))
        )
        assert len(claim(story(*rows), "empty shells").outlets) == size, days


@pytest.mark.parametrize(
    ("one", "two", "opposite"),
    [
        ("The port authority will not let aid workers into the flooded harbour of Lund.", "The port authority blocks aid workers from the flooded harbour of Lund.", False),
        ("The port authority did not open the flooded harbour of Lund to aid workers on foot.", "The port authority did open the flooded harbour of Lund to aid workers on foot.", True),
    ],
)  # fmt: skip
def test_a_negation_of_the_opposite_is_no_contradiction(one: str, two: str, opposite: bool) -> None:
    told = zip(("Anna Berg", "Peter Holm"), (one, two), strict=True)
    ledger = story(*((f"{LEAD} {who} said: {t}", {"outlet": f"{who}’s paper"}) for who, t in told))
    against = {p.differs for c in ledger.claims for p in c.positions if "aid workers" in c.text}
    assert ("it says the opposite" in against) is opposite


def test_what_an_outlet_prints_under_every_article_is_said_once() -> None:
    footer = "The northern pier is the oldest of the country and was built by monks day and night."
    rows = [
        (f"{LEAD.replace('Lund', town)}\n\n{MORE}\n\n{footer}", {"outlet": "Paper"})
        for town in ("Lund", "Ystad", "Skurup")
    ]
    assert [len(c.positions) for c in story(*rows).claims if "day and night" in c.text] == [1]


def test_a_claim_shows_the_faintest_likeness_that_holds_it_together() -> None:
    said = "Anna Berg said the quay of Lund would be {} before the {} comes in."
    rows = [
        said.format(*x)
        for x in (
            ("open again", "harvest"),
            ("open again", "whole harvest"),
            ("open once more", "harvest of the north"),
        )
    ]
    ledger = story(*((f"{LEAD} {t}", {"outlet": f"Paper {n}"}) for n, t in enumerate(rows)))
    found = claim(ledger, "quay of Lund")
    assert len(found.outlets) == 3
    assert "any-two" in {w.code for w in found.why} and JOIN <= similarity.probability(found.why) < 1
    assert not doubtful(replace(found, why=(*found.why, Why("decision", 1.0))))


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        ("Berg had told them of a “marked overlap between old ropes and nets” used by both of the crews in winter to haul boats.", "The guard noted “marked overlap between old ropes and nets” of many foreign fleets in the icy gulf to the north as early as last spring.", True),
        ("Berg had told them of a marked overlap between old ropes and nets used by both of the crews in winter to haul boats.", "The guard noted marked overlap between old ropes and nets of many foreign fleets in the icy gulf to the north as early as last spring.", False),
        ("Anna Berg of the guard spoke of “lasting harm” to the nets.", "Karl Holm of the union feared “lasting harm” for hundreds of crews.", False),
    ],
)  # fmt: skip
def test_words_that_both_put_in_quotation_marks_make_a_claim(one: str, two: str, joined: bool) -> None:
    ledger = story((f"{LEAD} {one}", {"outlet": "Paper"}), (f"{LEAD} {two}", {"outlet": "Post"}))
    told = [
        {p.evidence.article for p in c.positions}
        for c in ledger.claims
        if any(x in p.evidence.text for p in c.positions for x in ("overlap", "harm"))
    ]
    assert any(len(x) > 1 for x in told) is joined


def told_twice(*texts: str) -> list[list[str]]:
    ledger = story(*((f"{LEAD} {x}", {"outlet": o}) for x, o in zip(texts, ("Paper", "Post"), strict=False)))
    return [[w.evidence.text for w in s.wordings] for s in ledger.statements if len(s.wordings) > 1]


def test_a_slogan_in_two_speeches_makes_them_no_one_statement() -> None:
    one = "“Anybody who buys a ticket is wrong, friends,” Anna Berg said before the crowd in its “Make The Quay Clean” caps."
    two = "“We will build ships and repair the market, we will make the quay clean again for our children, and it will be fun,” Anna Berg said."
    assert not told_twice(one + " " + two)
    assert told_twice(one, one.replace("said", "told the dockers"))


def test_nobody_denies_what_he_calls_for() -> None:
    asked = "Anna Berg urged the divers of the harbour to sell the old nets of the crews."
    denied = "Anna Berg denied that she had asked the divers of the harbour to sell the old nets of the crews."
    assert not any("denied" in text for told in told_twice(asked, denied) for text in told)
    assert told_twice(asked, asked.replace("urged", "asked"))


def test_two_words_in_common_make_no_claim() -> None:
    ledger = story(
        (f"{LEAD} Anna Berg said that nobody wanted a losing team.", {"outlet": "Paper"}),
        (f"{LEAD} Karl Holm said that nobody wanted to say that.", {"outlet": "Post"}),
    )
    assert not any(
        len({p.evidence.article for p in c.positions}) > 1
        for c in ledger.claims
        if any("nobody" in p.evidence.text for p in c.positions)
    )


def test_an_acronym_is_the_body_beside_which_it_stands() -> None:
    ledger = story(
        ("The Swedish Harbour Rescue Authority (SHRA) said it had found ropes.", {}),
        ("The SHRA found ropes.", {}),
    )
    names = {v for e in ledger.entities for v in e.variants if "SHRA" in e.variants}
    assert any("Authority" in n for n in names), names


SPEECH = "“The dockers of Lund have waited two years for their wages. The harbour will close on Sunday night,” Anna Berg said. “Nobody in the town hall listens to us.”"


def test_sentences_of_one_speech_are_claims_where_somebody_else_tells_one() -> None:
    ledger = story(
        (f"{LEAD} {SPEECH}", {"outlet": "Paper"}),
        (f"{LEAD} The harbour will close on Sunday night, Anna Berg said.", {"outlet": "Post"}),
    )
    closing = claim(ledger, "Sunday night")
    assert closing.outlets == ("Paper", "Post") and "wages" not in closing.text
    rest = claim(ledger, "waited two years")
    assert "listens to us" in rest.text and rest.outlets == ("Paper",) and len(rest.positions) == 1


def test_a_speech_that_nobody_else_tells_is_one_claim() -> None:
    ledger = story((f"{LEAD} {SPEECH}", {"outlet": "Paper"}))
    told = claim(ledger, "waited two years")
    assert "Sunday night" in told.text and "listens to us" in told.text


def test_one_denies_what_another_claims_and_stays_in_the_ledger() -> None:
    ledger = story((f"{LEAD} Oslo denied Lima's claim that the harbour of Lund had been mined.", {"outlet": "Paper"}))
    stands = {(p.holder, p.position) for c in ledger.claims for p in c.positions}
    assert ("Norway", "denies") in stands
    assert len([c for c in ledger.claims if "mined" in c.text]) == 1


def test_one_office_in_other_words_joins_a_short_given_name() -> None:
    ledger = story(
        ("Police Assistant Special Agent in Charge Ron Hellquist said that the ferry sank.", {"outlet": "Paper"}),
        ("Ronald Hellquist, assistant police agent in charge, said that the ferry sank.", {"outlet": "Post"}),
        ("Ronald Hellberg, a baker, said that the ferry sank.", {"outlet": "Courier"}),
    )
    named = [e.variants for e in ledger.entities if e.kind == "person"]
    assert ("Ron Hellquist", "Ronald Hellquist") in named and ("Ronald Hellberg",) in named


def test_where_a_body_is_says_nothing_of_whose_it_is() -> None:
    ledger = story(
        ("Jan Reik, the alliance’s commander in Chad, said that the ferry sank.", {"outlet": "Paper"}),
        ("The defence minister of Chad, Ida Lind, said that the ferry sank.", {"outlet": "Post"}),
    )
    told = Directory(ledger.entities)
    assert (told.side("Jan Reik"), told.side("Ida Lind")) == ("", "Chad")


def test_what_is_denied_and_what_is_said_not_to_be_so_are_one_side() -> None:
    rows = ["Officials of the port deny that the old payment was a ransom for the crew.", "“The old payment was not a ransom for the crew,” Anna Berg said."]  # fmt: skip
    ledger = story(*((f"{LEAD} {t}", {"outlet": o}) for t, o in zip(rows, ("Paper", "Post"), strict=True)))
    found = claim(ledger, "a ransom")
    assert "not" not in found.text.split()
    told = {(p.holder, p.position, p.differs) for p in found.positions}
    assert told == {("Officials of the port", "denies", ""), ("Anna Berg", "asserts", "it says the opposite")}


def test_two_people_of_one_government_make_two_remarks() -> None:
    rows = [
        "British Prime Minister Anna Berg said it was “the largest common drill of divers in history”.",
        "British Foreign Secretary Jan Reik said the drill “stands in history as the largest common drill of divers ever”.",
    ]
    ledger = story(*((f"{LEAD} {t}", {"outlet": o}) for t, o in zip(rows, ("Paper", "Post"), strict=True)))
    assert all(len({w.chain[-1:] for w in s.wordings}) == 1 for s in ledger.statements)


def test_who_is_said_not_to_have_shown_something_said_nothing() -> None:
    ledger = story((f"{LEAD} Anna Berg said Jan Reik has not shown how the quay would be safer.", {"outlet": "Paper"}))
    assert {s.speaker for s in ledger.statements} >= {"Anna Berg"}
    assert not any(s.speaker == "Jan Reik" for s in ledger.statements)


def test_an_outlet_named_after_a_state_speaks_for_none() -> None:
    ledger = story((f"{LEAD} The quay is old and has been closed for years, and nobody is let in.", {"outlet": "USA Today"}))  # fmt: skip
    assert not any("United States" in n for c in ledger.claims for n in c.information_origins.names)


@pytest.mark.parametrize(
    ("other", "who"),
    [
        ("Carl Holm met the divers. Carl Holm was late.", "Carl Holm"),
        ("Carl Holm met Nils Reik.", "president"),  # there are two
        ("Anna Berg met the divers.", "president"),
    ],
)
def test_the_president_is_who_is_known_to_be_it(other: str, who: str) -> None:
    ledger = story(
        ("President Carl Holm spoke in Lund. “The quay is safe,” President Carl Holm said. The Norwegian president, Nils Reik, saw the divers.", {"outlet": "Paper"}),
        (f"{other} It rained on the divers all day. Of the crew, the president said the divers had been right to leave the quay.", {"outlet": "Post"}),
    )  # fmt: skip
    assert {s.speaker for s in ledger.statements if any("right to leave" in w.evidence.text for w in s.wordings)} == {
        who
    }


@pytest.mark.parametrize(
    ("speaker", "who"),
    [("Peru’s foreign minister", "Nils Reik"), ("The Peruvian foreign minister", "Nils Reik"), ("Peru’s deputy foreign minister", ""), ("Chile’s foreign minister", "")],
)  # fmt: skip
def test_an_office_of_a_state_is_who_holds_it_in_the_desk(speaker: str, who: str) -> None:
    ledger = story(
        ("Peruvian Foreign Minister Nils Reik spoke in Lund. “The quay is safe,” Nils Reik said.", {"outlet": "Paper", "published": "2024-05-14"}),
        (f"It rained in Lund. {speaker} said the divers of the harbour had been right to leave the quay.", {"outlet": "Post", "published": "2024-05-20"}),
    )  # fmt: skip
    told = {s.speaker for s in ledger.statements if any("right to leave" in w.evidence.text for w in s.wordings)}
    assert ("Nils Reik" in told) == bool(who)


def test_a_spokesman_does_not_deny_what_his_body_claims() -> None:
    ledger = story(
        (
            "The Lund Harbour Front (LHF) accused the navy of having raided the port of Lund with a warplane. “These allegations are false,” LHF spokesman Jan Holm said.",
            {"outlet": "Paper"},
        )
    )
    (claim,) = (c for c in ledger.claims if "warplane" in c.text)
    assert {p.position for p in claim.positions} == {"alleges"}


def test_two_remarks_of_one_man_have_more_in_common_than_a_name() -> None:
    ledger = story(
        ("Anna Berg spoke in Lund. Anna Berg said that Sylvain Itte remained in his post.", {"outlet": "Paper"}),
        ("Anna Berg spoke in Lund. Anna Berg said that Sylvain Itte was living off rations.", {"outlet": "Post"}),
    )
    assert all(len(s.wordings) == 1 for s in ledger.statements if any("Itte" in w.evidence.text for w in s.wordings))


def test_what_falls_inside_does_not_fall_outside() -> None:
    ledger = story(
        ("Anna Berg said that both rockets fell into the sea outside the fishing zone of Norway.", {"outlet": "Paper"}),
        ("Nils Reik said that both rockets fell into the sea inside the fishing zone of Norway.", {"outlet": "Post"}),
    )
    assert not any({"Anna Berg", "Nils Reik"} <= {p.holder for p in c.positions} for c in ledger.claims)


def test_who_admits_it_here_and_denies_it_there_made_two_remarks() -> None:
    rows = [
        (f"{LEAD} Anna Holm admitted that her brother had taken the money.", {"outlet": "Paper"}),
        (f"{LEAD} Anna Holm denied that her brother had taken the money.", {"outlet": "Post"}),
    ]
    assert all(len(s.wordings) == 1 for s in story(*rows).statements if s.speaker == "Anna Holm")


@pytest.mark.parametrize(
    ("told", "denied", "joined"),
    [
        ("An officer said that a toll of six million crowns had been paid.", "The mayor denied that any toll had been paid.", True),
        ("An officer said that a toll of six million crowns had been paid.", "The mayor denied that the toll was too high.", False),
        ("An officer said that a toll of six million crowns had been paid.", "The mayor said no toll had been paid.", True),
    ],
)  # fmt: skip
def test_a_denial_in_a_few_words_answers_what_it_denies(told: str, denied: str, joined: bool) -> None:
    assert both(told, denied) is joined


def test_a_firm_by_its_short_name_is_one_actor_where_an_article_has_both() -> None:
    both_names = story((f"{LEAD} Golden Tide Shipping sold the boat. Golden Tide would not say why.", {}))
    assert [set(e.variants) for e in both_names.entities if "Golden Tide" in e.variants] == [
        {"Golden Tide", "Golden Tide Shipping"}
    ]
    apart = story(
        (f"{LEAD} Golden Tide Shipping sold the boat.", {"outlet": "Paper"}),
        (f"{LEAD} Golden Tide would not say why.", {"outlet": "Post"}),
    )
    assert all(len(e.variants) == 1 for e in apart.entities if "Golden Tide" in e.name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mayor Anna Holm said she would close the port.", "[Anna Holm] would close the port"),
        ("Mayor Anna Holm said he was believed to have acted alone.", "he was believed to have acted alone"),
    ],
)
def test_who_is_believed_to_have_done_it_is_not_who_says_so(text: str, told: str) -> None:
    assert told in {c.text for c in story((f"{LEAD} {text}", {})).claims}


def test_who_is_named_without_his_first_name_is_known_by_his_office() -> None:
    rows = [
        (f"{LEAD} Chile's President Anders Holm left.", {"outlet": "Paper"}),
        (f"{LEAD} Chilean President Jens Anders Holm left.", {"outlet": "Post"}),
    ]
    assert [set(e.variants) for e in story(*rows).entities if e.kind == "person"] == [
        {"Anders Holm", "Jens Anders Holm"}
    ]
    other = [rows[0], (f"{LEAD} The diver Jens Anders Holm left.", {"outlet": "Post"})]
    assert len([e for e in story(*other).entities if e.kind == "person"]) == 2


def test_an_office_without_a_name_makes_two_people_no_one_speaker() -> None:
    rows = [
        "Peru's President Jan Holm said the raid was an “aggression against a free state in breach of the law of the sea”.",
        "Peru's envoy to the United Nations called the raid “a flagrant breach of the law of the sea and an aggression against a free state”.",
        "Peru's deputy envoy, Anna Berg, called the raid “a flagrant breach of the law of the sea and an aggression against a free state”.",
    ]
    ledger = story(*((f"{LEAD} {t}", {"outlet": f"Paper {n}"}) for n, t in enumerate(rows)))
    told = [{w.evidence.article for w in s.wordings} for s in ledger.statements if "sea" in s.wordings[0].evidence.text]
    assert sorted(map(len, told)) == [1, 2]


def test_two_whose_names_differ_by_a_letter_are_one_only_in_one_office() -> None:
    rows = [
        (f"{LEAD} Robert Kelley, a former inspector of the port, left.", {"outlet": "Paper"}),
        (f"{LEAD} Robert Kelly of Lund university left.", {"outlet": "Post"}),
    ]
    assert len([e for e in story(*rows).entities if e.kind == "person"]) == 2


def test_a_denial_of_allegations_of_one_kind_answers_a_claim_of_that_kind() -> None:
    text = f"{LEAD} The guard alleged that nerve gas was used in Lund. The union said the deaths were due to a fallen roof. The mayor denied the nerve gas allegations."
    ledger = story((text, {"outlet": "Paper"}))
    found = claim(ledger, "nerve gas was used")
    assert {(p.holder, p.position) for p in found.positions} == {("guard", "alleges"), ("mayor", "denies")}


def test_a_son_of_the_president_is_not_the_president() -> None:
    rows = [
        (f"{LEAD} Chile's President Anders Holm left.", {"outlet": "Paper"}),
        (f"{LEAD} Anders Holm Jr., the Chilean president's eldest son, left.", {"outlet": "Post"}),
        (f"{LEAD} Chilean President Jens Anders Holm left.", {"outlet": "Echo"}),
    ]
    assert {frozenset(e.variants) for e in story(*rows).entities if e.kind == "person"} == {
        frozenset(("Anders Holm", "Jens Anders Holm")),
        frozenset(("Anders Holm Jr.",)),
    }
