"""Times, quantities, instruments, names and happenings."""

from __future__ import annotations

import pytest

from accordingto.records import LASTING
from conftest import annotated

PUBLISHED = "2024-06-14"  # a Friday


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Friday.", "2024-06-14"),
        ("They met on Thursday.", "2024-06-13"),
        ("They will meet on Monday.", "2024-06-17"),
        ("The port is open again after facing strikes on Monday.", "2024-06-10"),
        ("“They will be met with fire,” he said on Tuesday.", "2024-06-11"),
        ("They met last September.", "2023-09"),
        ("The minister is scheduled to travel in October.", "2024-10"),
        ("It fell on January 2.", "2024-01-02"),
        ("It fell on 2 January 2023.", "2023-01-02"),
        ("It began in February 2022.", "2022-02"),
        ("He came in 2019.", "2019"),
        ("They may go in the coming days.", "FUTURE_REF"),
        ("It ended two weeks ago.", "2024-W22"),
        ("It rained yesterday.", "2024-06-13"),
        ("It happened last week.", "2024-W23"),
        ("The talks lasted three days.", "P3D"),
        ("They meet every Monday.", "XXXX-WXX-1"),
        ("He called at 3 p.m. on Thursday.", "2024-06-13T15:00"),
        ("He came on May 14 last year.", "2023-05-14"),
        ("Two were hurt when bombs hit the port on Thursday night.", "2024-06-13TNI"),
        ("The ship was seen off the port on July 2.", "2023-07-02"),
        ("The switch was off for 11 days in August, the report states.", "2023-08"),
        ("It rained between January and September last year.", "2023-01"),
        ("It rained from November to March 2024.", "2023-11"),
        ("Parliament is due to vote on the bill on Friday.", "2024-06-14"),
        ("He can undo the Thursday order with ease.", "2024-06-13"),
        ("She won the April elections.", "2024-04"),
        ("He took up her offer to meet back in March.", "2024-03"),
        ("Saturday's talks will begin at 10.20 a.m. and end at noon.", "2024-06-15T10:20"),
    ],
)  # fmt: skip
def test_times(text: str, value: str) -> None:
    _, found = annotated(text, published=PUBLISHED)
    assert value in [t.value for t in found.times]


def test_a_vague_future_is_a_window() -> None:
    _, found = annotated("He may visit in the coming weeks.", published=PUBLISHED)
    assert (found.times[0].earliest, found.times[0].latest) == ("2024-06-14", "2024-07-12")


@pytest.mark.parametrize(
    "text", ["Resolutions 2375 and 2397 ban it.", "They may go.", "The Hwasong-2019 flew.", "He marched on."]
)
def test_what_is_no_time(text: str) -> None:
    _, found = annotated(text, published=PUBLISHED)
    assert not found.times


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The port has up to 4.8 million tonnes of grain.", (4.8e6, None, 4.8e6, "t", "grain")),
        ("At least 10,000 sea containers were seen.", (10000.0, 10000.0, None, "", "sea container")),
        ("More than 40 ships were waiting.", (40.0, 40.0, None, "", "ship")),
        ("About 200 people came.", (200.0, 180.0, 220.0, "", "person")),
        ("Between 20 and 30 soldiers fell.", (25.0, 20.0, 30.0, "", "soldier")),
        ("Two dozen drones were shot down.", (24.0, 24.0, 24.0, "", "drone")),
        ("Dozens of houses burned.", (61.5, 24.0, 99.0, "", "house")),
        ("It cost $3.5 million.", (3.5e6, 3.5e6, 3.5e6, "USD", "")),
        ("It fell by 12 percent.", (12.0, 12.0, 12.0, "%", "")),
        ("They guard a 775-mile border.", (775.0, 775.0, 775.0, "mi", "border")),
        ("The blast left 15 dead.", (15.0, 15.0, 15.0, "", "killed")),
        ("At least fifteen were killed at the quay.", (15.0, 15.0, None, "", "killed")),
        ("The fire left 40 injured.", (40.0, 40.0, 40.0, "", "injured")),
        ("The death toll has risen to 15, the police said.", (15.0, 15.0, 15.0, "", "killed")),
        ("Bombs hit the terminal, killing seven, police say.", (7.0, 7.0, 7.0, "", "killed")),
        ("The raid set two silos on fire.", (2.0, 2.0, 2.0, "", "silo")),
        ("Thousands of houses burned.", (50_999.5, 2_000.0, 99_999.0, "", "house")),
        ("It fell by 12 to 15 percent.", (13.5, 12.0, 15.0, "%", "")),
        ("It fell by 12 percent to 15 percent.", (13.5, 12.0, 15.0, "%", "")),
        ("It went from 12 percent to 15 percent.", (12.0, 12.0, 12.0, "%", "")),
        ("Several others were hurt.", (3.0, 3.0, None, "", "injured")),
        ("The truck drove on for nearly a mile.", (1.0, 0.9, 1.0, "mi", "")),
        ("Premiums are expected to rise 22 percent.", (22.0, 22.0, 22.0, "%", "premium")),
        ("The price jumping 22 percent was news.", (22.0, 22.0, 22.0, "%", "price")),
        ("Holm closed two of his town councils Wednesday.", (2.0, 2.0, 2.0, "", "town council")),
        ("Oil fell to $48.50 a barrel.", (48.5, 48.5, 48.5, "USD", "")),
        ("The number of confirmed cases in Lund rose to 1,245.", (1245.0, 1245.0, 1245.0, "", "confirmed case")),
        ("The ship has a crew of 240.", (240.0, 240.0, 240.0, "", "crew member")),
        ("The court freed 22 of 64 detainees.", (64.0, 64.0, 64.0, "", "detainee")),
        ("Berg spoke of 60 dead sheep; the council put the figure at 12.", (12.0, 12.0, 12.0, "", "dead sheep")),
        ("It is a three-member panel.", (3.0, 3.0, 3.0, "", "panel member")),
        ("They sent a 10-page memo.", (10.0, 10.0, 10.0, "", "memo page")),
        ("A 300-strong delegation came.", (300.0, 300.0, 300.0, "", "delegation member")),
        ("They sued the state over six statutes.", (6.0, 6.0, 6.0, "", "statute")),
        ("Police said over 40 shops burned.", (40.0, 40.0, None, "", "shop")),
        ("A magnitude 6.4 quake struck.", (6.4, 6.4, 6.4, "", "magnitude")),
        ("A 6.4-magnitude earthquake killed two people.", (6.4, 6.4, 6.4, "", "magnitude")),
        ("They expect a 10- to 15-foot surge.", (12.5, 10.0, 15.0, "ft", "surge")),
        ("They expect up to 12 feet in places.", (12.0, None, 12.0, "ft", "")),
        ("About 5,000 marched in Lund.", (5000.0, 4500.0, 5500.0, "", "person")),
        ("A crowd of 5,000 gathered.", (5000.0, 5000.0, 5000.0, "", "person")),
        ("The gunman fired 30 rounds.", (30.0, 30.0, 30.0, "", "round")),
        ("The deal is worth 4.5 trillion won.", (4.5e12, 4.5e12, 4.5e12, "KRW", "")),
        ("They hold 3 million 152 mm artillery shells.", (3e6, 3e6, 3e6, "", "artillery shell")),
        ("About 200 of the so-called “divers” came.", (200.0, 180.0, 220.0, "", "diver")),
        ("The pier cost well over a hundred million euros.", (1e8, 1e8, None, "EUR", "")),
    ],
)
def test_quantities(text: str, want: tuple[float, float | None, float | None, str, str]) -> None:
    _, found = annotated(text)
    assert want in [(q.value, q.low, q.high, q.unit, q.what) for q in found.quantities]


def test_a_capacity_is_no_count() -> None:
    _, found = annotated("The containers can hold 5 million artillery shells.")
    assert [(q.value, q.hedge) for q in found.quantities] == [(5e6, "capacity")]


@pytest.mark.parametrize(
    "text",
    [
        "The Hwasong-11 flew.",
        "Resolution 2397 bans it.",
        "It was photo 3 of 14.",
        "The ferry sails three times a day.",
        "He came in 2019.",
        "The 26-year-old having lunch left.",
        "The four-star general came to the six-party talks.",
        "The 152 mm guns fired.",
        "In 2019, killed by a mine, he was buried.",
        "The toll of the bridge is high in 2019.",
        "Update: 1335 BST",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    _, found = annotated(text)
    assert not found.quantities


def test_instruments_by_number() -> None:
    text = "It would breach Resolutions 2375 and 2397 of the Security Council and S/RES/1718 (2006)."
    _, found = annotated(text)
    assert [i.symbol for i in found.instruments] == ["S/RES/2375 (2017)", "S/RES/2397 (2017)", "S/RES/1718 (2006)"]


def test_roles_and_kinds() -> None:
    text = "US Deputy Secretary of State Anna Berg met Jan Lund, the head of the Lund Institute, in Oslo. Berg told the Security Council that Peru had agreed."
    _, found = annotated(text)
    by = {text[m.start : m.end]: m for m in found.mentions}
    assert (
        by["Anna Berg"].role == "US Deputy Secretary of State" and by["Jan Lund"].role == "head of the Lund Institute"
    )
    assert by["Berg"].name == "Anna Berg" and by["Oslo"].kind == "place" and by["Lund Institute"].kind == "body"


def test_who_to_whom() -> None:
    text = "The general warned Quito of reprisals on Monday."
    _, found = annotated(text, published=PUBLISHED)
    (h,) = found.happenings
    assert (
        h.type == "THREATEN"
        and [text[s:e] for s, e in h.actor] == ["The general"]
        and "Quito" in text[slice(*h.recipient[0])]
    )
    _, later = annotated("Norway will send forty trucks to Chad.", published=PUBLISHED)
    assert [(h.type, h.status) for h in later.happenings] == [("AID", "expected"), ("AGREE", "occurred")]
    must = "Oslo said that Quito must pay the fishermen."
    _, told = annotated(must, published=PUBLISHED)
    assert [(h.type, [must[s:e] for s, e in (*h.actor, *h.recipient)]) for h in told.happenings] == [
        ("REQUEST", ["Oslo", "Quito"])
    ]
    _, never = annotated("Norway did not send trucks to Chad.", published=PUBLISHED)
    assert [h.status for h in never.happenings] == ["negated"]


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("Lund said it had no choice but to close the port.", False),
        ("There is no doubt that the port was shut.", False),
        ("No ship sank in the strait, Berg said.", True),
        ("Lund announced plans in May to close the port.", False),
    ],
)
def test_of_what_there_is_none_where_something_is_so(text: str, negative: bool) -> None:
    _, found = annotated(text)
    assert {x.negative for x in found.assertions} == {negative}


def test_an_announced_plan_has_not_happened() -> None:
    _, found = annotated("Lund announced plans in May to close the port.")
    assert [x.status for x in found.assertions] == ["expected"]


def test_a_title_tells_whose_surname_it_is() -> None:
    article, found = annotated("Maria Holm met the crew. Mr. Holm told reporters he was glad. Mrs. Holm left.")
    assert [m.name for m in found.mentions if article.text[m.start : m.end].endswith("Holm")] == [
        "Maria Holm",
        "Holm",
        "Maria Holm",
    ]


@pytest.mark.parametrize(
    ("text", "minutes", "of"),
    [
        ("The missile flew for 37 minutes.", 37, "fly"),
        ("The 37-minute flight ended in the sea.", 37, "flight"),
        ("The outage lasted nine and a half hours.", 570, "outage"),
        ("It was fired on Friday and flew for 40 minutes before landing in the sea.", 40, "fly"),
        ("They held a vote on a rule that would last for about 90 minutes.", 90, "rule"),
        ("The mate was dropped after only 50 minutes on the job.", 50, "job"),
        ("The race will last two hours.", 120, "race"),
        ("The standoff lasted several hours.", 180, "standoff"),
        ("It took the crew two hours to put out the fire.", 120, "put"),
    ],
)
def test_how_long_it_lasted(text: str, minutes: float, of: str) -> None:
    _, n = annotated(text, published=PUBLISHED)
    assert [(q.value, q.unit, q.what or q.deed) for q in n.quantities] == [(minutes, "min", of)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The ferries cost $7 million this year.", [("USD", "", "")]),
        ("Sales rose to $7 million last month.", [("USD", "", "")]),
        ("The crew drew 300 nets this week.", [("", "net", "")]),
        ("It was a campaign over a five-week period.", [("d", "period", "")]),
        ("The strike lasted over five weeks.", [("d", "strike", "more than")]),
        ("Some 40 of the so-called divers came.", [("", "diver", "about")]),
    ],
)
def test_what_is_counted(text: str, counted: list[tuple[str, str, str]]) -> None:
    _, n = annotated(text, published=PUBLISHED)
    assert [(q.unit, q.what, q.hedge) for q in n.quantities] == counted and {q.share for q in n.quantities} == {""}


@pytest.mark.parametrize(
    "text",
    ["After two hours they left.", "They left 40 minutes before the blast.", "It fell by a metre in the past two hours.", "He could face five years in prison."],
)  # fmt: skip
def test_when_and_what_may_be_are_no_durations(text: str) -> None:
    _, n = annotated(text, published=PUBLISHED)
    assert [q for q in n.quantities if q.unit in LASTING] == []


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("A blast in the town killed five and injured 12.", [(5, "killed"), (12, "injured")]),
        ("The mayor said five have now died.", [(5, "killed")]),
        ("Officials raised the number of wounded on Friday to 119.", [(119, "injured")]),
    ],
)
def test_people_who_are_counted_without_a_noun(text: str, tolls: list[tuple[int, str]]) -> None:
    _, n = annotated(text, published=PUBLISHED)
    assert [(q.value, q.what) for q in n.quantities] == tolls


def test_a_list_of_those_whom_one_thing_befell() -> None:
    _, n = annotated("Among the dead were 11 sailors and three cooks.")
    assert [(q.value, q.fate) for q in n.quantities] == [(11, "killed"), (3, "killed")]


@pytest.mark.parametrize(
    ("text", "deed", "of"),
    [
        ("The truck was rented on Monday.", "rent", "truck"),
        ("Holm rented the truck on Monday.", "rent", "truck"),
        ("Holm met the mayor of Lund and left the town on Monday.", "leave", "town"),
        ("Holm met with Anders Berg on Monday.", "meet", "berg"),
        ("On Monday it rained.", "rain", ""),
        ("Anders Berg, who died on Monday, was a diver.", "die", "berg"),
        ("The treaty that the two ministers signed on Monday is secret.", "sign", "treaty"),
        ("The town where the ministers met on Monday is small.", "meet", "minister"),
        ("Anna Holm arrives in Oslo on Monday.", "visit", "oslo"),
        ("Anna Holm is due to travel to Oslo on Monday.", "visit", "oslo"),
    ],
)
def test_what_a_day_dates(text: str, deed: str, of: str) -> None:
    _, n = annotated(text, published=PUBLISHED)
    assert [(t.deed, t.of) for t in n.times] == [(deed, of)]


def test_of_two_that_are_named_with_a_day_each() -> None:
    _, n = annotated("Anna Holm will visit Peru on Monday and Chile on Tuesday.", published=PUBLISHED)
    assert [(t.of, t.value) for t in n.times] == [("peru", "2024-06-17"), ("chile", "2024-06-18")]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The council passed the bill on Monday.", "council"),
        ("The bill passed by the council on Monday was short.", "council"),
        ("The bill was passed on Monday.", ""),
        ("The talks ended on Monday.", ""),
    ],
)
def test_who_does_what_a_day_dates(text: str, by: str) -> None:
    _, n = annotated(text, published=PUBLISHED)
    assert [t.by for t in n.times] == [by]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("When he was asked whether he had spoken to Anna Holm, the president replied that he had not.", ""),
        ("Berg met Anna Holm, the mayor of Lund, on Monday.", "mayor of Lund"),
        ("Berg met Gov. Anna Holm, Lund Attorney General Ida Lind and the mayor's chief of staff Jan Reik.", ""),
        ("Police Assistant Special Agent in Charge Anna Holm said so.", "Police Assistant Special Agent in Charge"),
        ("U.N. Undersecretary-General Anna Holm said so.", "U.N. Undersecretary-General"),
        ("Special counsel Anna Holm said so.", "Special counsel"),
        ("General Anna Holm, the head of the harbour guard, said so.", "head of the harbour guard"),
        ("The army chief of Norway, General Anna Holm, said so.", "army chief of Norway"),
        ("Attorney General Anna Holm said so.", "Attorney General"),
    ],
)
def test_an_office_behind_a_comma_is_that_of_the_name_before_unless_it_does_something(text: str, role: str) -> None:
    _, n = annotated(text)
    assert [m.role for m in n.mentions if m.name == "Anna Holm"] == [role]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The army shot down 30 drones, 12 of them over the town.", [(30, "", "drone"), (12, "", "drone")]),
        ("Norway gave Chad 100 million euros and will give 50 million more.", [(1e8, "EUR", ""), (5e7, "EUR", "")]),
        ("Norway gave Chad 30 trucks, and many more came by sea.", [(30, "", "truck")]),
        ("The council fined 12 ships in May and 9 more on Monday.", [(12, "", "ship"), (9, "", "ship")]),
        ("The council fined 12 ships in Chad and 7 in Niger.", [(12, "", "ship"), (7, "", "ship")]),
        ("The council fined 12 ships in Chad and 7 more divers.", [(12, "", "ship"), (7, "", "diver")]),
    ],
)
def test_a_number_may_count_what_the_one_before_it_does(text: str, values: list[tuple[float, str, str]]) -> None:
    _, n = annotated(text, published=PUBLISHED)
    assert [(q.value, q.unit, q.what) for q in n.quantities] == values
