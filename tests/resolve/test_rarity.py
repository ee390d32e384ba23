"""How much a word tells: ordinary English counts beside a small desk, the desk itself on a large one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.resolve import rarity, similarity
from accordingto.resolve.context import concepts

FERRY = "A mine sank the ferry Aurora in the harbour of Lund and killed four dock workers, the port authority said."
AGAIN = "Four workers died when the ferry Aurora hit a mine in Lund harbour, according to the port authority."
STRANGERS = [
    f"The {what} of {where} {did} on {day}, its {who} said."
    for what, did in (("bakery", "burnt down"), ("choir", "won a prize"), ("mayor", "resigned"), ("bridge", "closed"))
    for where, day in (("Ystad", "Monday"), ("Malmö", "Friday"), ("Skurup", "Sunday"))
    for who in ("owner", "clerk", "sponsor")
]


def weights(texts: list[str], prior: int = rarity.PRIOR) -> dict[str, float]:
    return rarity.idf([concepts(t) for t in texts], 25, rarity.of_concept, prior)


def likeness(texts: list[str], prior: int) -> float:
    made = weights(texts, prior)
    return similarity.cosine(*(similarity.vector(concepts(t), made) for t in (FERRY, AGAIN)))


def test_what_two_texts_share_weighs_as_much_on_a_small_pile_as_on_a_large_one() -> None:
    alone, among = ([FERRY, AGAIN], [FERRY, AGAIN, *STRANGERS])
    assert abs(likeness(alone, rarity.PRIOR) - likeness(among, rarity.PRIOR)) < 0.02
    assert likeness(among, 0) - likeness(alone, 0) > 0.05


def test_a_common_word_tells_less_than_a_rare_one_though_every_article_has_both() -> None:
    made = weights(["The people of Lund want a catamaran this year."] * 2)
    assert made["person" if "person" in made else "people"] < made["catamaran"] and made["year"] < made["catamaran"]


def test_a_large_desk_knows_its_own_common_words() -> None:
    rows = [f"Ferry number {n} of the Aurora line met a sturgeon." for n in range(2000)]
    made = weights([*rows, "A walrus came by."])
    assert made["sturgeon"] < made["walrus"]


@given(st.lists(st.lists(st.sampled_from("ferry mine port harbour clerk".split()), min_size=1, max_size=5), max_size=6))
def test_copies_and_order_change_nothing(rows: list[list[str]]) -> None:
    made = rarity.idf(rows, 25, rarity.of_term)
    assert made == rarity.idf([*rows[::-1], *rows], 25, rarity.of_term)
    assert all(w > 0 for w in made.values())


@pytest.mark.parametrize(
    ("common", "rare"), [("united states", "burkina faso"), ("united states", "lund"), ("meet", "walrus")]
)
def test_names_of_several_words_are_as_common_as_their_rarest(common: str, rare: str) -> None:
    assert 0 < rarity.of_concept(rare) < rarity.of_concept(common) < 0.05
    assert rarity.of_term("anna berg") <= rarity.of_term("anna")
