"""Whose words they are: who is named for them, by which description, and who is not."""

from __future__ import annotations

import pytest

from conftest import annotated, said

BODY = "The fire in the harbour of Lund burned for two days and destroyed nine boats before the rain came."


def speakers(text: str) -> list[tuple[str, str]]:
    return [(a.act, a.speaker) for a in annotated(text)[1].attributions]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Berg's parents said the ship had sunk.", "Anna Berg’s parents"),
        ("The parents of the diver Anna Berg, who died in May, said the ship had sunk.", "Anna Berg’s parents"),
        ("Anna Berg died in the harbour. Her parents said the ship had sunk.", "Anna Berg’s parents"),
        ("Jan Lund's critics said the ship had sunk.", "Jan Lund’s critics"),
        ("The family of the victim said the ship had sunk.", "family of the victim"),
        ("Anna Berg's lawyer Piet Holm said the ship had sunk.", "Piet Holm"),
        ("Anna Berg herself said the ship had sunk.", "Anna Berg"),
        ("Anna Berg released a brief statement saying the ship had sunk.", "Anna Berg"),
        ("The union filed a lawsuit in the northern district contending that the ship had sunk.", "union"),
        ("A report by Anna Berg said the ship had sunk.", "Anna Berg"),
        ("A report by Amnesty International said the ship had sunk.", "Amnesty International"),
        ("President Jan Lund met Peruvian President Maria Soto. The president said the ship had sunk.", "Jan Lund"),
        ("President Jan Lund met Peruvian President Maria Soto. The Peruvian president said the ship had sunk.", "Maria Soto"),
        ("Sen. Anna Berg left. The ship had sunk, said the senator.", "Anna Berg"),
        ("Ohio Sen. Anna Berg, D-Ohio, said the ship had sunk.", "Anna Berg"),
        ("The two men spoke. Officials, though, said the ship had sunk.", "Officials"),
        ("Anna Berg -- who has had a role in the direct talks with the town office -- told reporters the ship had sunk.", "Anna Berg"),
        ("Town spokeswoman Anna Berg left. The spokeswoman of a shipyard in Oslo said on Monday that it was late. The spokeswoman said the ship had sunk.", "spokeswoman of a shipyard in Oslo"),
        ("Anna Berg was also the first to contend that it was Lund that had sunk the ship.", "Anna Berg"),
        ("Anna Berg became the latest mayor to say the ship had sunk.", "Anna Berg"),
        ("“The ship had sunk,” said Port Lena county deputy police chief Anna Berg.", "Anna Berg"),
        ("Jan Lund said the quay was shut.\n\nMayor Piet Holm was told of the fire on his way home.\n\n“My thoughts are with the crew,” he wrote.", "Piet Holm"),
        ("Two senior officials spoke. The officials said the ship had sunk.", "officials"),
        ("Two senior officials told reporters the crew was safe. The officials said the ship had sunk.", "Two senior officials"),
        ("Six former CIA directors said the ship had sunk.", "Six former CIA directors"),
        ("The CIA is old. A CIA analyst said the ship had sunk.", "CIA analyst"),
        ("More than 200 welfare groups, including the American Academy of Divers, said the ship had sunk.", "More than 200 welfare groups"),
        ("The brother-in-law of Jan Lund said the ship had sunk.", "Jan Lund’s brother-in-law"),
        ("Anna Lund and Jan Lund spoke. The younger Lund said the ship had sunk.", "younger Lund"),
        ("Jan Lund is under fire over a report claiming that the ship had sunk.", "report"),
        ("The mayors of Oslo released a joint statement saying the quay was shut. Nobody came. The statement said the ship had sunk.", "mayors of Oslo"),
        ("Critics said the quay was old. Jan Lund joined Anna Berg and the mayors of Oslo in the town. They said the ship had sunk.", ""),
        ("The envoy insulted Jan Lund after he said the ship had sunk.", "Jan Lund"),
        ("Those who remain say the ship had sunk.", "Those who remain"),
        ("The European Union said the ship had sunk.", "European Union"),
        ("Jan Lund spoke. He added that Lund had sunk the ship.", ""),
        ("The shipping ministry said that the talks were going on in the town, rejecting the accusations of fraud.", "shipping ministry"),
    ],
)  # fmt: skip
def test_who_is_named_for_it(text: str, speaker: str) -> None:
    found = speakers(text)
    assert (found[-1][1] if found else "") == speaker, found


def test_a_speech_interrupts_no_narrative() -> None:
    text = (
        "Anna Berg said the quay was closed. She met Ines Soto in Lund.\n\n"
        "“We waited for a year. Nobody came. Nobody called. Nobody wrote,” Jan Lund said. “It was a shame.”\n\n"
        "“There is no money. There never was,” he said."
    )
    assert speakers(text)[-1] == ("say", "Jan Lund")


def test_she_is_no_man_whatever_was_said_last() -> None:
    text = "Counsel Cindy Berg explained that the quay was closed. She said Lund was only saying what he knew.\n\n“Of course he holds the town responsible,” she said."
    assert {s for _, s in speakers(text) if s} >= {"Cindy Berg"} and speakers(text)[-1][1] == "Cindy Berg"


def test_whom_a_speaker_means_by_he_is_not_guessed() -> None:
    text = f"{BODY}\n\nAnna Berg continued:\n\nI did speak to Jan Lund about Piet Holm. But he tells me that he did not know about it."
    inner = [a for a in annotated(text)[1].attributions if a.inside is not None]
    assert [a.speaker for a in inner] == [""]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The road was open. — Anna Berg (@berg) May 4, 2019", "Anna Berg", "The road was open."),
        (f"{BODY}\n\nAnna Berg continued:\n\nI did speak to the captain and he felt very badly about the ship.", "Anna Berg", "I did speak to the captain and he felt very badly about the ship."),
        ("As the agency noted in May, prices rose.", "agency", "prices rose"),
        ("Prices rose in May, as the agency noted on Monday.", "agency", "Prices rose in May"),
        ("Lima said Friday its ships did not enter the harbour.", "Lima", "its ships did not enter the harbour"),
        ("Anna Berg asserted in May 2017 that the ship had been sunk.", "Anna Berg", "that the ship had been sunk"),
        ("Anna Berg saw the bright side, saying that the rivals – far from any prize – have stopped to quarrel.", "Anna Berg", "that the rivals – far from any prize – have stopped to quarrel"),
        ("The quay closed after a U.S. warning that the ships would be seized.", "United States", "that the ships would be seized"),
    ],
)  # fmt: skip
def test_where_the_words_stand(text: str, speaker: str, content: str) -> None:
    _, found = annotated(text)
    a = found.attributions[-1]
    assert (a.speaker.replace("Peru", "Lima"), said(text, a.content)) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg should reiterate that the quay is closed.",
        "Lima will have to decide whether to close the quay.",
        "Lima would reject the plan to close the quay.",
        "Lima never paid or intended to pay the bill.",
        "As the minister spoke to the crew, shots rang out.",
    ],
)
def test_what_has_not_been_said_takes_no_position(text: str) -> None:
    assert not [a for a in annotated(text)[1].attributions if a.position]


@pytest.mark.parametrize(
    ("text", "act", "speaker"),
    [
        ("The council criticised Jan Lund for saying the quay was safe.", "say", "Jan Lund"),
        ("Anna Berg countered the idea that Jan Lund was unaware of it – blaming the harbour for the fire.", "blame", "Anna Berg"),
    ],
)  # fmt: skip
def test_by_the_tree_whose_verb_it_is(text: str, act: str, speaker: str) -> None:
    assert (act, speaker) in speakers(text)


def test_a_pop_up_inside_a_sentence_is_not_read() -> None:
    pop = "Jan Erik LundHarbour talks break down again Dockers: 'We will stay' | Why ships wait MORE"
    article, found = annotated(
        f"Minister Lund {pop} said on Friday that the quay was closed. He left for Oslo at noon."
    )
    assert [f.kind for f in article.furniture] == ["inline"]
    (a,) = found.attributions
    assert (a.speaker, said(article.text, a.content)) == ("Lund", "that the quay was closed")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She said that Lund had been to blame for the fire, and insisted that nobody had been hurt.", ["that Lund had been to blame for the fire", "that nobody had been hurt"]),
        ("Anna Berg said the company had lied to the court, and promised that it would pay.", ["the company had lied to the court", "that it would pay"]),
        ("Anna Berg said that the mayor left the town, and denied that he was ill.", ["that the mayor left the town, and denied that he was ill", "that he was ill"]),
    ],
)  # fmt: skip
def test_what_is_added_behind_a_comma_is_said_by_who_said_the_first(text: str, told: list[str]) -> None:
    _, n = annotated(text)
    assert [text[slice(*a.content[0])] for a in n.attributions] == told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Berg left at noon. David Brody asked the adviser Sarah Holm how the president had done it. She replied that it was easy.", "Sarah Holm"),
        ("The mayor met the French president Luc Roche. Karl Berg hesitated on Monday. On Tuesday, the president said the ship had sunk.", "president"),
        ("The mayor met the French president Luc Roche. On Tuesday, the president said the ship had sunk.", "Luc Roche"),
        ("Officials in Peru, a backer of the government of President Jan Lund, said the ship had sunk.", "Officials in Peru, a backer of the government of President Jan Lund"),
        ("Sen. Nils King met President Berg. Mr. King said the ship had sunk.", "Nils King"),
    ],
)  # fmt: skip
def test_who_is_nearest_is_not_always_meant(text: str, speaker: str) -> None:
    assert speakers(text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Most of the divers don't believe that the ship sank.", "doubts"),
        ("Few believe that the ship sank.", "doubts"),
        ("Berg does not know whether the ship sank.", "asserts"),
        ("The mayor is considering a state of emergency.", ""),
        ("The council will discuss the report on Monday.", ""),
        ("The mayor said the crew was to blame. Anna Holm disagreed with all of it.", "denies"),
        ("The army warned that Peru is planning to raid the port.", ""),
        ("Peru is planning to close the port.", "commits"),
    ],
)
def test_what_is_held_and_what_is_only_weighed(text: str, position: str) -> None:
    assert annotated(text)[1].attributions[-1].position == position


def test_what_is_passed_on_is_not_said_by_the_paper_of_that_name() -> None:
    text = f'{BODY}\n\nRT @lund: "Who would let the boats burn on the quay of the town?" the post read.'
    assert "RT" not in [a.speaker for a in annotated(text)[1].attributions]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Karl Holm told reporters that a ferry had sunk. A senior official said the talks had failed. He added that no date was set.", "senior official"),
        ("Karl Holm told reporters that a ferry had sunk. Peru's leader was quoted as saying the launch was an answer. He vowed that “our army will attack first”.", "Peru’s leader"),
        ("Karl Holm told reporters that a ferry had sunk. A spokeswoman for the port said the talks had failed. He added that no date was set.", "Karl Holm"),
        ("Karl Holm told reporters that a ferry had sunk. “No date was set,” a senior official said. Asked whether he would stay, Holm said he would.", "Karl Holm"),
        ("Karl Holm told reporters that a ferry had sunk. The Norwegian minister said the talks had failed. He added that no date was set.", "Karl Holm"),
        ("Minister Karl Holm was asked by a reporter what the navy would do. “We will deal with it,” he replied.", "Karl Holm"),
        ("Holm was slow to answer, according to a former official. He agreed to stay.", "Holm"),
        ("Karl Holm said that the test had nothing to do with the drills, and stressed that “our army will not attack”.", "Karl Holm"),
        ("The decision enraged the families of 46 sailors killed in the raid and threatened the talks.", ""),
        ("Norway's army said Peru fired two missiles on 14 March; Japan, whose own radar followed them, says there were at least three.", "Japan"),
        ("Two missiles fell, the Joint Chiefs of Staff said, hours after its foreign ministry denounced the drills.", "foreign ministry"),
        ("The boat was stopped, the Bahrain-based Fifth Fleet said.", "Fifth Fleet"),
        ("The Joint Chiefs of Staff met. The missiles fell, the Joint Chiefs said.", "Joint Chiefs of Staff"),
        ("Many captives came home, the Gulf state said.", ""),
        ("The council had accused the ambassador of refusing to meet the minister.", "ambassador"),
    ],
)  # fmt: skip
def test_who_speaks_without_a_name_is_whom_the_next_pronoun_means(text: str, speaker: str) -> None:
    found = speakers(text)
    assert (found[-1][1] if found else "") == speaker


def test_the_state_an_envoy_is_sent_to_is_told_nothing() -> None:
    _, n = annotated("Anna Berg said Monday that the ambassador to Niger would stay in the country.")
    assert [a.addressee_name for a in n.attributions] == [""]
