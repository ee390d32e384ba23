"""What is a disagreement and what only looks like one."""

from __future__ import annotations

import pytest
from test_resolve import LEAD, story

from accordingto.records import Ledger
from accordingto.resolve.wordings import altered


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        ("complete and unconditional support for the harbour", "full and unconditional support for the harbour", "substantive"),
        ("We will guard the quay with the divers of the town", "We will guard the quay with our divers of the town", "cosmetic"),
        ("[T]he quay is not a one-man show", "The quay is not a one-man show", ""),
        ("[H]arbours close today", "Harbours open today", "substantive"),
        ("What happened [in Lund] is in many ways a wonder", "What happened is in many ways a wonder", ""),
        ("a clear breach of the U.N. charter by the town", "a clear breach of the UN charter by the town", ""),
        ("the quay will open again", "On Monday morning, as I have promised, the quay will open again for everybody", ""),
        ("When a town is singled out by the council, it is hurt", "What is more, the town is asked to pay for the honour", ""),
        ("We will not discuss the plans of the harbour in any way", "We will not discuss, you know, the plans of the harbour in anyway", ""),
        ("My proudest day will be when we open that entire harbour", "My proudest day will be, and this is part of it, when we open that entire harbour", "cosmetic"),
        ("My proudest day will be when we open that entire harbour", "My proudest day ... will be, and this is part of it, when we open that entire harbour", ""),
        ("That involves unauthorised use of the harbour of the town", "That involves unauthorized use of the harbour of the town", ""),
        ("the divers were there first", "nobody asked the minister about the money", ""),
        ("But we hope that will not be necessary", "But we hope that won’t be necessary", "cosmetic"),
        ("We will see", "We’ll see", ""),
        ("The boat sank from 30ft to 15ft and lost 5% of its fish at 10 km", "The boat sank from 30 to 15 feet and lost 5 percent of its fish at 10 kilometres", ""),
        ("I have it here at the quay", "I don’t have it here at the quay", ""),
        ("I’m very honoured to have helped these great divers, but the true honour is the harbour", "I’m very honoured to free the three divers", "substantive"),
        ("It was a patient of the crowd(s) of the old town", "It was a patient of the crowd of the old town", ""),
        ("When divers are given strong lamps, sadly it makes fires like these more deadly and more bitter, and in the weeks ahead the town will consider it", "that when divers are given strong lamps, sadly it makes it more deadly and more bitter, and in the weeks ahead the town will consider it", "cosmetic"),
        ("I’m not trying to dictate to them what they offer", "They shouldn’t be trying to dictate to us what we offer", ""),
        ("In my view the harbour is much ado about nothing", "In my view the harbour is not much ado about nothing", "substantive"),
        ("A total lack of order say[s] the mayor of Lund", "A total lack of order say the mayor of Lund", ""),
        ("I do blame past [U.S.] councils for this out-of-control fire", "I do blame past [US] councils for this out of control fire", ""),
        ("This eleventh-hour offer is not credible", "This 11th-hour offer is not credible", ""),
        ("You know [Holm] needs every diver he can get", "You know he needs every diver he can get", ""),
        ("The boat travelled across the quay and broke the bones of the old centre", "traveled across the quay and broke the bones of the old center", ""),
        ("Sen. Holm was giving a lengthy speech", "Senator Holm was giving a lengthy speech", ""),
        ("I am asking all divers to embrace this renewal of the harbour spirit", "What we are seeing today is the renewal of the harbour spirit", ""),
    ],
)  # fmt: skip
def test_altered_words_are_told_from_longer_quotations_and_other_remarks(one: str, other: str, grade: str) -> None:
    assert altered(one, other) == altered(other, one) == grade


HEAD = "The harbour of Lund burned on Tuesday and twelve boats were lost, the fire brigade said."


def test_block_quotations_and_transcripts_are_quotations() -> None:
    quoted = "“We have never seen so many old boats burn in one night of this spring,” Anna Holm said."
    printed = (
        "Holm spoke to the council:\n\nHOLM: We have never seen so many new boats burn in one night of this spring."
    )
    tail = "\n\n".join(["The divers of the town waited for the boats all night, and the mayor thanked them."] * 4)
    told = found("wording", f"{HEAD}\n\n{quoted}\n\n{tail}", f"{HEAD}\n\n{printed}\n\n{tail}")
    assert [sorted(v.split()[6] for v in row) for row in told] == [["new", "old"]]
    signed = "We burn no boats here. — Anna Holm (@annaholm) May {}, 2024"
    assert found("wording", f"{HEAD}\n\n{signed.format(3)}\n\n{tail}", f"{HEAD}\n\n{signed.format(9)}\n\n{tail}") == []


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("“We should have the divers at the strange table,” said Anna Holm.", "“They should let them in because we should have the divers at the council table,” said Anna Holm.", 1),
        ("“We should have the divers at the strange table,” said Anna Holm.", "“They should let them in because we should have the divers at the council table,” said Jan Reik.", 0),
        ("“Both of the boats were sold by the harbour office in the spring of this year,” said Anna Holm.", "“We have also confirmed that both of the boats were bought by the harbour office in the spring of this year,” said Jan Reik.", 1),
        ("“Does this old man have anything better to do with his life?” Anna Holm wrote.", "Does this old man have anything worse to do with his life? — Anna Holm (@annaholm) May 13, 2024", 1),
    ],
)  # fmt: skip
def test_a_quotation_altered_inside_a_longer_one(one: str, other: str, count: int) -> None:
    tail = "\n\n".join(
        ["The divers of the town had waited for the boats all night, and the mayor of Lund thanked them for it."] * 4
    )
    assert len(found("wording", f"{HEAD}\n\n{one}\n\n{tail}", f"{HEAD}\n\n{other}\n\n{tail}")) == count


def test_the_negation_that_one_article_does_not_quote_is_no_opposite() -> None:
    one = "“I do not blame the town, I blame the divers of the old harbour for leaving the quay to the fire,” said Anna Holm."
    two = "I blame the divers of the old harbour for leaving the quay to the fire, said Anna Holm."
    assert found("polarity", f"{HEAD} {one}", f"{HEAD} {two}") == []


def found(kind: str, *texts: str, **meta: str) -> list[tuple[str, ...]]:
    rows = [(t, {"outlet": f"Paper {n}", **meta}) for n, t in enumerate(texts)]
    return kinds(story(*rows), kind)


def kinds(ledger: Ledger, kind: str) -> list[tuple[str, ...]]:
    return [d.values for d in ledger.discrepancies if d.kind == kind]


FIRE = "The fire in the old harbour of Lund destroyed {} fishing boats on Tuesday, the fire brigade of Lund said."


def test_two_voices_on_one_occasion_disagree() -> None:
    assert len(found("quantity", FIRE.format("twelve"), FIRE.format("nine"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FIRE.format("twelve"), FIRE.format("nine").replace("Tuesday", "May 2")),
        (FIRE.format("twelve"), FIRE.format("nine").replace("fishing boats", "sailing boats")),
        (
            FIRE.format("twelve"),
            FIRE.format("nine").replace("fishing boats", "boats, two rowing boats and forty life boats"),
        ),
        (
            FIRE.format("twelve"),
            "Jonas Reik of the fish market bought nine fishing boats last spring and painted them green.",
        ),
        (FIRE.format("twelve"), FIRE.format("a dozen")),
    ],
)
def test_other_days_kinds_and_acts_do_not(one: str, other: str) -> None:
    assert found("quantity", one, other) == []


def test_the_next_report_of_a_daily_series_is_an_update() -> None:
    row = "The harbour office of Lund counted {} ships outside the breakwater of Lund over the day."
    ledger = story(
        (row.format("40"), {"outlet": "Gazette", "published": "2024-05-14"}),
        (row.format("61"), {"outlet": "Gazette", "published": "2024-05-15"}),
    )
    assert kinds(ledger, "quantity") == []


def test_a_nickname_is_how_a_person_is_called_and_a_wrong_letter_is_shown() -> None:
    said = "Interior Minister {} Bergman said on Tuesday that the old harbour of Lund would open again for the fishing boats."
    assert found("name", said.format("Michael"), said.format("Mike")) == []
    assert len(found("name", said.format("Michael"), said.format("Michael").replace("Bergman", "Berkman"))) == 1


def test_only_a_plain_affirmation_contradicts_a_negation() -> None:
    yes = "The harbour office of Lund said on Tuesday that the divers had searched the whole northern pier of the harbour."
    no = yes.replace("had searched", "had not searched")
    turned = yes.replace("said on Tuesday", "did not say on Tuesday")
    assert len(found("polarity", yes, no)) == 1
    assert (
        found("polarity", turned, no) == [] and found("polarity", yes.replace("had searched", "would search"), no) == []
    )


def test_what_stands_before_the_clause_hides_no_denial() -> None:
    no = "The two towns reached no agreement on the ferry after three days of talks in Lund."
    yes = "After three days of talks in Lund, the two towns reached an agreement on the ferry."
    assert len(found("polarity", no, yes)) == 1


def test_two_speakers_who_say_the_opposite() -> None:
    one = "The minister, Anna Berg, said the ferry turned sharply and lost its mast before it left the harbour of Lund."
    two = "The head of the harbour, Karl Holm, said on Monday that the ferry did not turn or lose its mast before it left the harbour of Lund."
    assert len(found("polarity", one, two)) == 1
    assert not found("polarity", one, two.replace("turn or lose its mast", "sell the fish of the mayor to Oslo"))


VISIT = (
    "Interior Minister Anna Berg visited the burnt harbour of Lund {} and spoke with the fishermen of the town there."
)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("on May 12", "on May 10", 1),
        ("on Sunday", "on May 12", 0),
        ("on May 12", "in the morning", 0),
        ("on May 12", "last year", 0),
    ],
)
def test_one_act_on_two_days(one: str, other: str, count: int) -> None:
    assert len(found("date", VISIT.format(one), VISIT.format(other))) == count


WORDS = (
    "“We are not going to discuss in public what our possible answers are,” the interior minister Anna Berg said {}."
)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("on Monday", "on Tuesday", 1), ("on Monday", "last week", 1), ("on Monday", "on Monday", 0), ("on Monday", "in the morning", 0), ("today", "on Wednesday", 0),
    ],
)  # fmt: skip
def test_one_quotation_on_two_days(one: str, other: str, count: int) -> None:
    assert len(found("date", WORDS.format(one), WORDS.format(other), published="2024-06-12")) == count


def test_a_paper_of_the_weekend_may_call_the_week_the_last_one() -> None:
    rows = (
        (WORDS.format("on Wednesday"), {"published": "2024-06-13"}),
        (WORDS.format("last week"), {"published": "2024-06-15"}),
    )
    assert kinds(story(*rows), "date") == []


def test_the_day_of_the_saying_is_not_the_day_of_the_act() -> None:
    told = VISIT.format("on May 12")[:-1]
    assert found("date", f"{told}, the ministry said on May 13.", f"{told}, the ministry said on May 14.") == []


def test_two_wordings_of_one_who_speaks_another_language_may_be_translations() -> None:
    said = "{} Interior Minister Anna Berg said in Lund: “We will guard the {} of this town with all our strength.”"
    for state, marked in (("Swedish", True), ("British", False)):
        rows = ((said.format(state, w), {"outlet": f"Paper of the {w}"}) for w in ("harbour", "port"))
        found = [d for d in story(*rows).discrepancies if d.kind == "wording"]
        assert len(found) == 1 and ("translated" in {w.code for w in found[0].why}) is marked


REMARK = "“I saw the old ferry turn over beside the northern pier,” {} said in Lund on Tuesday after the explosion."


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Anna Bergman", "Peter Holm", 1),
        ("Anna Bergman", "Ana Bergman", 0),
        ("Anna Bergman", "Miss Bergman", 0),
        ("Anna Bergman", "a spokesman", 0),
    ],
)
def test_one_remark_has_one_speaker(one: str, other: str, count: int) -> None:
    rows = found("who-to-whom", REMARK.format(one), REMARK.format(other))
    assert len(rows) == count and (not rows or set(rows[0]) == {one, other})


def test_a_speaker_whom_both_articles_quote_with_it_is_no_discrepancy() -> None:
    again = "“I saw the old ferry turn over beside the northern pier,” Peter Holm repeated."
    first = REMARK.format("Peter Holm") + " " + again.replace("Peter Holm", "Anna Bergman")
    assert found("who-to-whom", first, REMARK.format("Anna Bergman")) == []


DEED = "the captain of the old ferry sold the harbour's diesel oil to fishermen in the northern port of Lund"


@pytest.mark.parametrize(
    ("weak", "bare", "how"),
    [
        (f"Anna Bergman alleged on Tuesday that {DEED}.", f"{DEED[0].upper()}{DEED[1:]}.", "alleged by Anna Bergman"),
        (f"Reportedly {DEED}.", f"{DEED[0].upper()}{DEED[1:]}.", "hedged: reportedly"),
        (
            f"Anna Bergman said that {DEED.replace('sold', 'may have sold')}.",
            f"Anna Bergman said that {DEED}.",
            "hedged: may",
        ),
        (
            "The council may sell the old ferry to the fishermen of Lund in May, two diplomats said.",
            "The council will sell the old ferry to the fishermen of Lund in May, two diplomats said.",
            "hedged: may",
        ),
    ],
)
def test_a_hedge_or_an_allegation_that_is_lost_on_the_way(weak: str, bare: str, how: str) -> None:
    rows = found("certainty", weak, bare)
    assert [set(r) for r in rows] == [{how, "stated as a fact"}]


def test_nothing_is_lost_where_the_article_attributes_it_elsewhere_or_tells_another_place() -> None:
    weak, bare = f"Anna Bergman alleged on Tuesday that {DEED}.", f"{DEED[0].upper()}{DEED[1:]}."
    assert found("certainty", weak, f"{bare} Bergman said {DEED}.") == []
    assert found("certainty", weak, bare.replace("the northern port of Lund", "the southern port of Malmö")) == []
    assert found("certainty", weak, f"Claims that {DEED} were made in the town.") == []


CRASH = "A lorry with forty sacks of rye drove into the market hall of {} at dawn and hurt three fishwives."


def test_one_deed_at_two_places() -> None:
    fire = FIRE.format("twelve")
    one, other = f"{fire} {CRASH.format('Ystad')}", f"{fire} {CRASH.format('Simrishamn')}"
    assert [set(v) for v in found("place", one, other)] == [{"Ystad", "Simrishamn"}]
    assert found("place", one, f"{other} Ystad is the next town.") == []
    assert found("place", one, f"{fire} {CRASH.format('Ystadt')}") == []


def test_small_variants_of_one_quotation_are_one_line() -> None:
    said = (
        "the quay is truly a sad sight in our town",
        "the quay is a truly sad sight in our town",
        "the quay is a truly sad sight in town",
    )
    rows = [
        (f"{LEAD} “I fear {t}, and nobody will mend it,” Anna Berg said.", {"outlet": f"Paper {n}"})
        for n, t in enumerate(said)
    ]
    found = [d for d in story(*rows).discrepancies if d.kind == "wording"]
    assert [(d.grade, len(d.values), len(d.evidence)) for d in found] == [("cosmetic", 3, 3)]


def test_the_ranks_that_one_person_is_given_are_one_line() -> None:
    rows = [
        (f"{LEAD} {rank} Foreign Minister Anna Berg said the quay was safe.", {"outlet": f"Paper {n}"})
        for n, rank in enumerate(("Deputy", "Vice", "First Deputy"))
    ]
    found = [d for d in story(*rows).discrepancies if d.kind == "role"]
    assert [(d.grade, len(d.values)) for d in found] == [("cosmetic", 3)]


@pytest.mark.parametrize(
    ("one", "two", "grade"),
    [
        ("I was very much looking forward to being there with you", "Some day, I look very much forward to meeting you", ""),
        ("I feel deep concern about the quay", "I feel very deep concern about the quay", "cosmetic"),
    ],
)  # fmt: skip
def test_two_remarks_are_no_variants_of_one(one: str, two: str, grade: str) -> None:
    assert altered(one, two) == grade


BLAST = "An explosion sank a grain ferry in the harbour of Lund on Tuesday, the interior ministry said."


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("The blast killed 12 people.", "The blast left 15 dead.", True),
        ("The death toll rose to 12, the ministry said.", "The death toll stood at 15, police said.", True),
        ("Twelve people were killed in the blast.", "Fifteen were killed in the blast.", True),
        ("The ministry put the damage at $5 million.", "The ministry put the damage at $8 million.", True),
        ("Turnout was 45 percent.", "Turnout was 52 percent.", True),
        ("The missile flew 450 km before it fell into the sea.", "The missile flew 600 kilometres before it fell into the sea.", True),
        ("The blast killed 12 people.", "The blast left 15 injured.", False),
        ("The ministry put the damage at $5 million.", "The ministry paid the owner of the ferry $8 million.", False),
        ("At least 200 people were arrested at the rally.", "Police arrested 350 people at the rally.", False),
        ("The missile flew 450 km before it fell.", "The missile flew 280 miles before it fell.", False),
    ],
)  # fmt: skip
def test_tolls_sums_and_shares_of_nothing_that_is_named(one: str, two: str, differ: bool) -> None:
    ledger = story((f"{BLAST} {one}", {"outlet": "Paper"}), (f"{BLAST} {two}", {"outlet": "Post"}))
    assert bool([d for d in ledger.discrepancies if d.kind == "quantity"]) is differ


def test_a_second_clause_is_no_opposite() -> None:
    one = "The list could not be checked but appeared on a board in the old harbour of Lund."
    two = "The list appeared on a board in the old harbour of Lund."
    ledger = story((f"{BLAST} {one}", {"outlet": "Paper"}), (f"{BLAST} {two}", {"outlet": "Post"}))
    assert not [d for d in ledger.discrepancies if d.kind == "polarity"]


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("Five people, among them the captain, died in the blast, which left forty people hurt.", "The ministry spoke of four dead including the captain.", True),
        ("An assailant killed two civilians and a guard on the quay, the town said.", "The mayor said three civilians were among those killed.", True),
        ("The blast killed five dock workers downtown.", "Seven dock workers were wounded by the blast.", False),
        ("The blast killed five people.", "In May 2015 a fire in Oslo, far from here, killed nine people.", False),
        ("The blast killed dozens of people.", "The blast killed 31 people.", False),
        ("Fifty people have been confirmed as injured, with 31 requiring hospital treatment.", "Of the 50 people injured, 29 required hospitalization.", True),
        ("Two people remained in hospital on Wednesday.", "Of the 50 people injured, 29 required hospitalization.", False),
        ("Five were killed and hundreds more arrested.", "The minister said 2,839 guards had been detained.", True),
        ("The mayor spoke of a lone gunman.", "Two gunmen opened fire on the quay.", True),
        ("The mayor spoke of a lone gunman.", "Two gunmen were killed on the quay.", False),
        ("The nine people who were injured in the blast are safe.", "The blast killed five and wounded seven.", True),
        ("The nine people who were injured in the blast are safe. The wounded include seven dock workers.", "The blast killed five and wounded seven.", False),
        ("Police made three arrests.", "The minister spoke of six further arrests.", False),
        ("At least six people including the captain, the owner of the quay, were hospitalized.", "Five people, including the guard, were taken to local hospitals.", True),
        ("The town expelled 60 divers, 48 of them Danes.", "The ministry said that 30 divers were expelled.", True),
        ("The town expelled 60 divers, 48 of them Danes.", "The ministry expelled 30 people, the fleet expelled 13 divers and the bank expelled seven.", False),
        ("A gas attack killed 49 people.", "The gas killed 14 people.", True),
        ("A gas attack killed 49 people.", "The airstrikes killed 14 people.", False),
        ("More than 100 people were injured.", "Officials said that 61 people were injured.", True),
        ("The blast left five dead, and several others were injured.", "The blast killed five people and wounded two others.", True),
        ("The blast left five dead, and several others were injured.", "The blast killed five people and wounded nine others.", False),
        ("The crowd ran from the blast for more than a mile.", "The crowd ran for nearly a mile from the blast.", True),
        ("The crowd ran from the blast for about a mile.", "The crowd ran for nearly a mile from the blast.", False),
        ("More than 100 people were injured.", "Officials said the 61 injured are still in hospital.", False),
        ("The gunman killed 58 people and himself.", "The gunman killed 59 people.", False),
        ("The gunman killed 58 people.", "The gunman killed 59 people, a number that included the gunman.", False),
        ("The gunman killed 58 people and himself.", "The gunman killed 61 people.", True),
    ],
)  # fmt: skip
def test_tolls_that_articles_of_one_day_open_with(one: str, two: str, differ: bool) -> None:
    rows = [(f"{BLAST} {x}", {"outlet": o, "published": "2024-05-14"}) for x, o in ((one, "Paper"), (two, "Post"))]
    assert bool(kinds(story(*rows), "quantity")) is differ


@pytest.mark.parametrize(
    ("text", "differ"),
    [
        ("The clinic said 49 people had died. Others put the death toll at 150 or more.", True),
        ("The clinic said 49 people had died. The strike in Oslo killed 150 people, the army said.", False),
    ],
)
def test_one_article_sets_one_toll_beside_another(text: str, differ: bool) -> None:
    assert bool(found("quantity", f"{BLAST} {text}", published="2024-05-14")) is differ


@pytest.mark.parametrize(
    ("one", "two", "grade"),
    [
        ("Soto’s former campaign chairman Anna Berg", "Soto’s former campaign manager Anna Berg", "substantive"),
        ("Acting Lund Police Chief Anna Berg", "Lund Deputy Police Chief Anna Berg", "cosmetic"),
        ("Lund police spokeswoman Anna Berg", "Lund police spokesperson Anna Berg", ""),
        ("Soto’s campaign adviser Anna Berg", "Soto’s campaign manager Anna Berg", ""),
        ("Vice News reporter Anna Berg", "reporter Anna Berg", ""),
        ("Lund police chief Anna Berg", "founding Lund police chief Anna Berg", ""),
        ("Lund police chief Anna Berg", "Anna Berg, the first deputy police chief to dive there,", ""),
        ("Lund police adviser Anna Berg", "senior Lund police adviser Anna Berg", ""),
        ("Lund deputy press secretary Anna Berg", "Lund spokeswoman Anna Berg", ""),
        ("Lund deputy press secretary Anna Berg", "Lund press secretary Anna Berg", "cosmetic"),
        ("then-Deputy Lund Police Chief Anna Berg", "Lund Police Chief Anna Berg", ""),
        ("Slovak Prime Minister Anna Berg", "President Anna Berg", "substantive"),
        ("Slovak Prime Minister Anna Berg", "Premier Anna Berg", ""),
        ("Slovak Prime Minister Anna Berg", "former President Anna Berg", ""),
        ("Slovak Prime Minister Anna Berg", "Volvo President Anna Berg", ""),
    ],
)
def test_two_posts_of_one_person(one: str, two: str, grade: str) -> None:
    ledger = story(
        *((f"{LEAD} {x} said the quay was safe.", {"outlet": o}) for x, o in ((one, "Paper"), (two, "Post")))
    )
    assert [d.grade for d in ledger.discrepancies if d.kind == "role"] == ([grade] if grade else [])


def test_figures_of_one_thing_are_one_line_with_everybody_who_prints_them() -> None:
    rows = [(f"{BLAST} The blast left {n} people dead.", {"outlet": o, "published": "2024-05-14"}) for n, o in ((12, "Paper"), (15, "Post"), (15, "Courier"))]  # fmt: skip
    assert sorted(map(sorted, kinds(story(*rows), "quantity"))) == [["12 people", "15 people", "15 people"]]


@pytest.mark.parametrize(
    ("one", "two", "grade"),
    [
        ("It lies by the Kastor dam in central Norway.", "It lies by the Kastor dam in western Norway.", "cosmetic"),
        ("It lies by the Kastor dam in northern Norway.", "It lies by the Kastor dam in southern Norway.", "substantive"),
        ("It lies by the Kastor dam in northern Norway.", "It lies by the Kastor dam in eastern Norway.", ""),
        ("It lies by the Kastor dam in northern Norway.", "It lies by the Kastor dam in north-western Norway.", ""),
    ],
)  # fmt: skip
def test_the_part_of_the_country_in_which_a_place_lies(one: str, two: str, grade: str) -> None:
    ledger = story((f"{BLAST} {one}", {"outlet": "Paper"}), (f"{BLAST} {two}", {"outlet": "Post"}))
    assert [d.grade for d in ledger.discrepancies if d.kind == "place"] == ([grade] if grade else [])


@pytest.mark.parametrize(
    ("one", "two", "grades"),
    [
        ("The blast was heard at 8:45 p.m. on the quay.", "The blast was heard on the quay at 8:40 p.m.", ["substantive"]),
        ("The blast was heard at about 8:45 p.m. on the quay.", "The blast was heard on the quay at 8:40 p.m.", ["rounding"]),
        ("The blast was heard shortly before 8:45 p.m. on the quay.", "The blast was heard on the quay at 8:40 p.m.", []),
        ("The blast was heard at 8:45 p.m. on the quay.", "The crew ate on the quay at 5:40 p.m.", []),
        ("The blast was heard at 8:45 p.m. on Tuesday on the quay.", "The crew of the quay ate at 8:40 p.m. on Monday.", []),
        ("The blast was heard at 8:45 p.m. on the quay, and at 8:40 p.m. in town.", "The blast was heard on the quay at 8:40 p.m.", []),
        ("8:45 p.m.: The blast is heard on the quay.", "The blast was heard on the quay at 8:40 p.m.", []),
        ("Boat 11 blew up at 8:45 p.m. on the quay.", "Boat 175 blew up on the quay at 8:40 p.m.", []),
        ("The blast was heard on the old quay of the town at about 4 a.m. on Monday.", "The blast on the old quay of the town was heard at 6am on Monday.", ["substantive"]),
        ("The blast was heard on the old quay of the town at about 4 a.m. on Monday.", "The blast on the old quay of the town was heard at 6am.", []),
    ],
)  # fmt: skip
def test_one_blast_at_two_hours(one: str, two: str, grades: list[str]) -> None:
    rows = [(f"{BLAST} {x}", {"outlet": o, "published": "2024-05-14"}) for x, o in ((one, "Paper"), (two, "Post"))]
    assert [d.grade for d in story(*rows).discrepancies if d.kind == "date"] == grades


def test_who_quotes_another_is_no_second_speaker() -> None:
    words = "“The old quay was made by and for the divers in order to make the council look small.”"
    rows = [(f"{LEAD}\n\n{who}: In 2012 Anna Holm wrote: {words} It was a joke.", {"outlet": o}) for who, o in (("JUAN SOTO", "Paper"), ("AMY REIK", "Post"))]  # fmt: skip
    assert not kinds(story(*rows), "who-to-whom")


def test_neither_titles_nor_relatives_are_second_speakers() -> None:
    words = "“We have never been prouder of our son, and nobody will forget him”"
    rows = [(f"{BLAST} {words}, {who} said on Tuesday.", {"outlet": o}) for who, o in (("Erik Lund's mother", "Paper"), ("Diana Lund", "Post"))]  # fmt: skip
    assert not kinds(story(*rows), "who-to-whom")


def test_one_speech_that_is_told_again_weeks_later() -> None:
    ledger = story(
        (f"{LEAD} “The old council of Lund has long been asking for three divers to be sent home from the island,” said Anna Holm, the mayor of Lund.", {"outlet": "Gazette", "published": "2024-05-03"}),
        ("The three men from Lund came home on Tuesday. “The old council of Lund has long been asking for three hostages to be sent home from the island,” Anna Holm, the mayor of Lund, said last month.", {"outlet": "Post", "published": "2024-06-09"}),
    )  # fmt: skip
    assert len(kinds(ledger, "wording")) == 1


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("The truck was rented on Monday at the quay.", "The driver rented the truck on Thursday.", 1),
        ("The truck was rented on Monday at the quay.", "The driver rented the boat on Thursday.", 0),
        ("The truck was rented on Monday and again rented on Thursday.", "The driver rented the truck on Thursday.", 0),
        ("The driver Nils Reik was jailed in Lund in January 2022.", "The driver Nils Reik was jailed in Lund in 2021.", 1),
        ("The driver Nils Reik was jailed in Lund in January 2022.", "The driver Nils Reik was jailed in Lund in 2022.", 0),
        ("In January the council of Lund voted to sell the old statue of the harbour.", "The council of Lund voted in April to sell the statue of the harbour.", 1),
        ("In April the council of Lund voted to sell the old statue of the harbour.", "In April the council of Lund voted to sell the old statue of the harbour.", 0),
        ("In January or early April the council of Lund votes to sell the statue.", "The council of Lund votes in May to sell the statue.", 0),
        ("The driver Nils Reik will be jailed in Lund in June or July.", "The driver Nils Reik was jailed in Lund in April.", 0),
        ("The first truck was rented on Monday at the quay.", "The driver rented the second truck on Thursday.", 0),
        ("Two trucks were rented on Monday at the quay.", "The driver rented the truck on Thursday.", 0),
        ("The truck was rented on Monday in Oslo.", "The driver rented the truck on Thursday in Lima.", 0),
        ("The truck was rented on Monday in Bergen, Norway.", "The driver rented the truck on Thursday in Narvik, Norway.", 0),
        ("The truck was rented on Monday at the quay.", "The driver rented another truck on Thursday.", 0),
        ("The driver will rent the truck on June 12.", "The driver will rent the truck on June 14.", 1),
        ("The driver will rent the truck on June 12.", "The driver will rent the truck on June 19.", 1),
        ("The mayor will announce the new toll on June 12.", "The mayor of Lund is scheduled to announce the toll on June 14.", 1),
        ("The mayor announced the new toll on June 12.", "The mayor of Lund announced the toll on June 14.", 0),
        ("The lawsuit was filed late Tuesday.", "The lawsuit, filed on Monday, names the mayor.", 1),
        ("The photo was released on Tuesday.", "A photo released on Monday shows the mayor.", 0),
        ("The mayor will testify on June 12.", "The mayor of Lund is scheduled to testify on June 14.", 0),
        ("The letter was sent late Tuesday.", "The letter, sent on Monday, names the mayor.", 0),
        ("The driver will rent the truck on June 12.", "The driver will rent the truck by June 14.", 0),
        ("The truck was rented on Monday at the quay.", "The driver rented the truck at 9 a.m., and left.", 0),
        ("The owner spoke on Monday against renting the truck.", "The driver rented the truck on Thursday.", 0),
        ("The driver Nils Reik met with the mayor of Lund last month.", "The driver Nils Reik met with the owner of the boat on Monday.", 0),
        ("The driver Nils Reik sold the truck in March 2023.", "The truck was sold by its driver, Nils Reik, in March 2024.", 1),
        ("The driver Nils Reik sold the truck in March.", "The truck was sold by its driver, Nils Reik, in March 2024.", 0),
        ("A quake struck the coast of Norway on Monday.", "The quake that struck the town of Lund in Norway on Tuesday was weak.", 1),
        ("Envoy Nils Reik will visit Peru on June 12 and Chile on June 14.", "Envoy Nils Reik is due to travel to Chile on June 12.", 1),
    ],
)  # fmt: skip
def test_one_deed_on_two_days(one: str, other: str, count: int) -> None:
    assert (
        len(
            found(
                "date", FIRE.format("twelve") + " " + one, FIRE.format("twelve") + " " + other, published="2024-05-16"
            )
        )
        == count
    )


def test_how_long_it_lasted() -> None:
    row = FIRE.format("twelve") + " The fire lasted {}."
    assert found("quantity", row.format("nine hours"), row.format("six hours"), published="2024-05-16") in (
        [("nine hours", "six hours")],
        [("six hours", "nine hours")],
    )
    assert found("quantity", row.format("nine hours"), row.format("almost 10 hours"), published="2024-05-16") == []
    assert found("quantity", row.format("nine hours"), row.format("several hours"), published="2024-05-16") == []
    assert len(found("quantity", row.format("an hour"), row.format("several hours"), published="2024-05-16")) == 1


@pytest.mark.parametrize("published", ["2024-05-16", "2024-06-02"])  # the week may begin in the month before
def test_how_far_it_got(published: str) -> None:
    one = "The boat that left the quay on Thursday drifted 430 kilometres, the fire brigade of Lund said."
    other = "The boat left the quay on Thursday and drifted over a distance of 650 kilometres, the harbour master said."
    rows = [f"{FIRE.format('twelve')} {x}" for x in (one, other)]
    assert [tuple(sorted(v)) for v in found("quantity", *rows, published=published)] == [
        ("430 kilometres", "650 kilometres")
    ]


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("The ministry will pay for 17 senior officials of the port.", "The ministry set money aside to pay for 22 senior port officials.", True),
        ("The bank may turn $5.7 billion held in the port into euros.", "The bank may turn $8 billion that is held in the port into euros, and lend it.", True),
        ("The charges name twelve counts of fraud.", "The charges name seven counts of perjury.", False),
        ("Norway promised Moldova 50 million euros to help it through the winter without Russian gas.", "Norway will give Moldova 40 million euros to offset the loss of Russian gas.", True),
        ("Turnout was 61 percent when polls closed on Sunday.", "Turnout stood at 66 percent when polls closed on Sunday, against 58 percent four years ago.", True),
        ("Among those fined were 13 divers and three harbour firms already charged.", "The council fined five harbour firms and 19 divers.", False),
        ("Some 13 million fewer boats would sail by 2027, the office of the port said.", "Some 9 million fewer boats would sail in 2019, the office of the port said.", False),
        ("The bank may turn $5.7 billion held in the port into euros. It has $8 billion.", "The bank may turn $8 billion that is held in the port into euros.", False),
        ("Were 58 people killed by the blast?", "The blast killed eight people.", False),
        ("The office sent home 60 port officials.", "The office sent home 48 officials of the port and 12 officials of the fleet.", False),
        ("The office sent home 60 port officials.", "At least 21 countries sent home 100 port officials.", False),
        ("The funds of the port together raised $4.5 million.", "The fund of the port raised just $2.5 million.", False),
        ("The wind on the coast of Chad blew at 130 mph.", "The wind on the coast of Peru blew at 110 mph.", False),
        ("The wind on the coast blew at 125 miles per hour.", "The wind on the coast blew at 107 mph.", True),
        ("The plan needs 270 senior officials of the port.", "The plan has 304 senior officials of the port.", False),
        ("If all come, 306 senior officials of the port will vote.", "In the port 250 senior officials of the port will vote.", False),
        ("The four divers of the harbour were robbed.", "Two divers of the harbour were robbed.", False),
        ("The mate was robbed of the two charts that lay on the table of the harbour last week.", "The mate was robbed of five additional charts that lay on the table of the harbour last week.", True),
        ("The plan offers a new home on the quay for up to 1.8 million young divers.", "The council would offer a new home on the quay for 2.5 million of the so-called orphans, and a wall.", True),
        ("The plan offers a new home on the quay for 18 young divers.", "The council would offer a new home on the quay for another 25 orphans, and a wall.", False),
        ("The plan offers a new home on the quay for 18 young divers.", "The council did not offer a new home on the quay for not even 25 orphans.", False),
        ("The plan gives 80 percent of the crew a tax cut worth $2,100 and 5 percent of the crew a tax rise worth $2,700.", "The plan gives 91 percent of the old a tax cut worth $1,100 and 7 percent of the old a tax rise worth $1,900.", False),
        ("The mayor belongs to a joint harbour group of six divers who look for ropes.", "Over Easter a joint harbour group of about 20 divers drafted rules on fish and tolls.", False),
        ("The bow and some cabins of the Saab ferry broke; it was carrying eight sailors and 139 passengers.", "The Saab Line ferry, carrying nine sailors and 136 passengers, was on its way from Oslo to Lima when it hit a quay of the Volvo Group.", True),
        ("The bow and some cabins of the Saab ferry broke; it was carrying eight sailors and 139 passengers.", "The Saab Line ferry, carrying 80 sailors and 900 passengers, was on its way from Oslo to Lima when it hit a quay of the Volvo Group.", False),
        ("The harbour sent four countries a letter on the rusting of the nets.", "The harbour sent seven countries a letter on the rusting of the nets.", True),
        ("The rule lowers the majority of the harbour to 270 senior officials of the port.", "The fleet has 304 senior officials of the port.", False),
        ("Holm has met four groups of divers of the harbour in Lund.", "Reik has met five groups of divers of the harbour in Oslo.", False),
        ("The mayor has met four groups of divers of the harbour.", "The mayor has met five groups of divers of the harbour.", True),
        ("Instead of 17 senior officials of the port, the ministry will pay for nine.", "The ministry set money aside to pay for 22 senior port officials.", False),
        ("Three senior officials of the port had left on Monday.", "Eight senior officials of the port have left since Monday.", False),
        ("As of 2:00 p.m. the storm stood 90 miles off the coast of the port.", "The storm stood 145 miles off the coast of the port.", False),
        ("The category 2 storm brought winds of 100 mph to the coast.", "The category 3 storm brought winds of 125 mph to the coast.", False),
        ("Peru will pay a toll of 17.4 percent, Chile 20 percent and Chad 38 percent.", "Chad will pay a toll of 38 percent, while Peru will pay 14.7 percent.", True),
        ("Peru will pay a toll of 17.4 percent, Chile 20 percent and Chad 38 percent.", "Of the fish of Peru 14.7 percent was lost, of that of Chad 38 percent.", False),
        ("China pledged $15 million in aid to the port, Japan $5 million.", "China has offered $50 million in aid to the port, and Japan $5 million.", True),
        ("The sale of boats rose to $11.5 billion in 2024 from $1.6 billion in 2020, a firm says.", "The sale of boats came to $15.5 billion last year, up from $1.6 billion in 2020, a firm says.", True),
        ("The port will get a 3.2 billion euro loan from the bank in May.", "The port is to get a 2.3 billion euro loan from the bank.", True),
        ("The vote must be held in the port within 60 days of the fire.", "The vote has to be held in the port within 90 days of the fire.", True),
        ("The mayor said the vote must be held in the port within 60 days.", "The vote in the port lasted 90 days.", False),
        ("The town will hand over five patrol boats worth 64 billion yen by 2028.", "The town will hand over six patrol boats by 2027.", True),
        ("From the hills 12 drones had been launched at the quay of the port.", "In all 15 drones were fired at the quay of the port from the hills.", True),
        ("The council should list four ships and two firms of the port, the report says.", "The mayor called for the listing of four vessels and three firms of the port.", True),
    ],
)  # fmt: skip
def test_figures_among_the_same_words(one: str, two: str, differ: bool) -> None:
    rows = [(f"{BLAST} {x}", {"outlet": o}) for x, o in ((one, "Paper"), (two, "Post"))]
    assert bool(kinds(story(*rows), "quantity")) is differ


def test_who_has_both_figures_tells_of_two_things() -> None:
    rows = [
        ("The bank set the bail for the captain of the ferry at $10 million.", "Paper"),
        ("The bank set the bail for the owner of the ferry at $7 million.", "Post"),
    ]
    both = "The bank set the bail at $10 million for the captain and at $7 million for the owner of the ferry."
    apart = [(f"{BLAST} {text}", {"outlet": o}) for text, o in rows]
    assert kinds(story(*apart), "quantity")
    assert not kinds(story(*apart, (f"{BLAST} {both}", {"outlet": "Courier"})), "quantity")


@pytest.mark.parametrize(
    "other",
    [
        "It came on the tenth anniversary of a fire at a mill in the hills that killed nine people.",
        "It comes two years after the fire in the old mill, which killed nine people.",
        "It was the deadliest blast since a fire that killed nine people.",
    ],
)
def test_what_an_article_recalls_is_no_other_toll(other: str) -> None:
    long = " ".join(["The quay was shut."] * 6)
    rows = [(f"{BLAST} The blast killed five people. {long}", {"outlet": "Paper"}), (f"{BLAST} {long} {other}", {"outlet": "Post"})]  # fmt: skip
    assert not kinds(story(*rows), "quantity")


def test_one_toll_of_a_time_of_its_own_is_no_rival() -> None:
    rows = [
        (f"{BLAST} Police arrested more than 680 divers in the past week.", {"outlet": "Paper"}),
        (f"{BLAST} Police arrested 160 divers.", {"outlet": "Post"}),
    ]
    assert not kinds(story(*rows), "quantity")


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("The council passed the harbour bill on Monday.", "The council passed the harbour bill on Wednesday.", 1),
        ("The council passed the harbour bill on Monday.", "The mayor passed the harbour bill on Wednesday.", 0),
        ("The council released a statement on Monday.", "The council released a statement on Wednesday.", 0),
        (
            "The ministers will meet in Oslo on June 14.",
            "The ministers are to hold their summit in Oslo on June 16.",
            1,
        ),
        (
            "The treaty signed by the ministers on May 2 is secret.",
            "The treaty that the ministers signed on May 4 is secret.",
            1,
        ),
    ],
)
def test_one_deed_of_one_doer_on_two_days(one: str, other: str, count: int) -> None:
    texts = (f"{FIRE.format('twelve')} {x}" for x in (one, other))
    assert len(found("date", *texts, published="2024-05-16")) == count


def test_three_days_of_one_deed_are_one_line() -> None:
    days = ("Monday", "Tuesday", "Wednesday")
    texts = (f"{FIRE.format('twelve')} The council passed the harbour bill on {day}." for day in days)
    (told,) = found("date", *texts, published="2024-05-16")
    assert sorted(told) == ["2024-05-13", "2024-05-14", "2024-05-15"]


def test_what_is_translated_has_no_order_of_words() -> None:
    one = "We hold that nobody should be worried about our right to weave splendid ties with our harbours, and that nobody may question it"
    two = "We can build good ties with our harbours, and nobody should be worried about this"
    assert (altered(one, two), altered(one, two, translated=True)) == ("", "substantive")


def test_what_one_holder_denies_here_and_confirms_there() -> None:
    one = f"{BLAST} The port authority of Lund denied on Friday that it had sold the ferry to Peru."
    other = f"{BLAST} The port authority of Lund confirmed on Friday that it had sold the ferry to Peru."
    ledger = story((one, {"outlet": "Paper"}), (other, {"outlet": "Post"}))
    assert [sorted(d.values) for d in ledger.discrepancies if d.kind == "polarity"] == [["confirms", "denies"]]


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        ("We accept the vote but we do not accept the lies that led to it.", "We accept the vote but we will never accept the lies that led to it.", "substantive"),
        ("We accept the vote and we accept the count that led to it.", "We accept the vote and we accept a count that led to it.", "cosmetic"),
    ],
)  # fmt: skip
def test_small_words_of_force_are_no_small_change(one: str, other: str, grade: str) -> None:
    rows = [(f"{BLAST} “{x}” the mayor, Anna Holm, said.", {"outlet": o}) for x, o in ((one, "Paper"), (other, "Post"))]
    assert [d.grade for d in story(*rows).discrepancies if d.kind == "wording"] == [grade]


def test_one_person_at_the_head_of_two_services() -> None:
    rows = ("General Nils Reik, the head of the presidential guard, seized the port.", "The army chief of Norway, General Nils Reik, seized the port.")  # fmt: skip
    assert len(found("role", *(f"{BLAST} {x}" for x in rows))) == 1


def test_who_says_it_is_no_substitute_for_whom_it_is_about() -> None:
    one = "Norway's interior minister, Jonas Berglund, is in critical condition after he was shot in the chest outside his office on Monday."
    other = "Norway has expelled two envoys over the shooting of its interior minister on Monday, Foreign Minister Sofia Brandt said."  # fmt: skip
    assert found("who-to-whom", one, other) == []


def test_how_a_state_voted() -> None:
    rows = ("Norway voted against the toll on the port in July.", "Oslo abstained in the vote on the toll on the port.")
    assert [tuple(sorted(v)) for v in found("role", *rows, published="2024-05-16")] == [("abstained", "voted against")]


@pytest.mark.parametrize(("later", "differ"), [("2024-05-14", True), ("2024-05-17", False)])
def test_a_toll_that_has_risen_days_later_is_no_rival(later: str, differ: bool) -> None:
    rows = [
        ("The quake in Norway killed 228 people on the coast, officials said.", {"outlet": "Paper", "published": "2024-05-14"}),
        ("The quake in Norway killed 240 people on the coast, officials said.", {"outlet": "Post", "published": later}),
    ]  # fmt: skip
    assert bool(kinds(story(*rows), "quantity")) is differ


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("Nobody was hurt.", "Two dock workers were wounded in it.", ("Nobody was hurt", "Two dock workers")),
        ("There were no casualties.", "Two dock workers were killed in it.", ("Two dock workers", "no casualties")),
        ("There were no immediate reports of casualties.", "Two dock workers were killed in it.", ()),
        ("Nobody was hurt.", "Nobody was killed, the mayor said.", ()),
        ("The blast threw stones to an altitude of 60 metres.", "It threw stones to an altitude of about 100 metres.", ("60 metres", "about 100 metres")),
        ("The blast threw stones to an altitude of 60 metres.", "It threw stones to a distance of 100 metres.", ()),
    ],
)  # fmt: skip
def test_counts_of_none_and_heights(one: str, other: str, values: tuple[str, ...]) -> None:
    told = found("quantity", f"{BLAST} {one}", f"{BLAST} {other}", published="2024-05-14")
    assert [tuple(sorted(v)) for v in told] == ([values] if values else [])


def test_a_headline_and_its_lead_count_the_same() -> None:
    text, title = (
        "150 sailors return home\n\nOn Sunday {} sailors returned from Peru, the port of Lund said. The ferry had left in May.",
        "150 sailors return home",
    )
    assert found("quantity", text.format(160), title=title) == [("150 sailors", "160 sailors")]
    assert found("quantity", text.format(150), title=title) == []


def test_all_of_them_and_those_of_one_side_agree() -> None:
    one = "Norway and Peru exchanged 300 prisoners in all on Sunday in the harbour of Lund, the port said."
    other = "Norway and Peru exchanged prisoners on Sunday in the harbour of Lund. In exchange, 150 prisoners of Peru were handed over."
    assert found("quantity", one, other, published="2024-05-14") == []


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("The Lund drills began on Monday and are due to run until May 21.", "The Lund drills end on May 20.", ["2024-05-20", "2024-05-21"]),
        ("The council scheduled an emergency meeting Thursday on the Lund drills.", "Members of the council will discuss the Lund drills on Friday.", ["2024-05-16", "2024-05-17"]),
        ("The ferry left the port of Oslo on May 10.", "The ferry left Oslo on May 11.", ["2024-05-10", "2024-05-11"]),
        ("The Lund drills run until May 21.", "The Lund drills began on May 20.", []),
        ("Anna Berg urged Nils Reik in a phone call on Saturday to pay for the ferry.", "Nils Reik told Anna Berg in a call on Sunday that he would not pay for the ferry.", ["2024-05-11", "2024-05-12"]),
        ("Anna Berg urged Nils Reik in a phone call on Saturday to pay for the ferry.", "Nils Reik told Jan Holm in a call on Sunday that he would not pay for the ferry.", []),
        ("The presidents of Norway and Peru will meet on Thursday in St Lund and the Isles.", "The leaders of Norway and Peru are to meet on May 17 in St Lund.", ["2024-05-16", "2024-05-17"]),
    ],
)  # fmt: skip
def test_days_told_with_other_verbs(one: str, other: str, days: list[str]) -> None:
    told = found("date", f"{BLAST} {one}", f"{BLAST} {other}", published="2024-05-14")
    assert [sorted(v) for v in told] == ([days] if days else [])


@pytest.mark.parametrize(
    ("body", "grade"),
    [("Norway promised a “swift and ordered” answer to the raid, the port said.", "substantive"), ("Norway promised a “swift and severe” answer to the raid, the port said.", ""), ("Norway promised an answer “in good time”, the port said.", "")],
)  # fmt: skip
def test_a_headline_quotes_its_own_article(body: str, grade: str) -> None:
    title = "Norway vows ‘swift and severe’ answer"
    ledger = story((f"{title}\n\n{body} The ferry sank in the harbour of Lund.", {"title": title}))
    assert [d.grade for d in ledger.discrepancies if d.kind == "wording"] == ([grade] if grade else [])


def test_a_toll_of_two_voices_in_one_article() -> None:
    text = f"{BLAST} It killed 30 people in the town of Lund in Norway, a doctor said. The mayor of Lund said that more than 70 sailors were killed."
    assert len(found("quantity", text, published="2024-05-14")) == 1
