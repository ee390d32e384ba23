"""Mistakes that two articles share tell that one was made from the other."""

from __future__ import annotations

import pytest
from test_resolve import story

from accordingto.records import Derivation, Ledger
from accordingto.resolve.slips import misspells


@pytest.mark.parametrize(
    ("wrong", "right", "is_one"),
    [
        ("goverment", "government", True),
        ("recieved", "received", True),
        ("lavorv", "lavrov", True),
        ("minster", "minister", True),
        ("defense", "defence", False),
        ("organised", "organized", False),
        ("gaddafi", "gadhafi", False),
        ("zelenskiy", "zelensky", False),
        ("yulin", "yulín", False),
        ("korean", "korea", False),
        ("missiles", "missile", False),
        ("berlin", "merlin", False),
        ("texan", "texas", False),
    ],
)
def test_one_letter_wrong_is_a_mistake_and_a_way_to_spell_is_none(wrong: str, right: str, is_one: bool) -> None:
    assert misspells(wrong, right) is is_one


RIGHT = "Harbour master Tomas Jorgenson closed the quay of Lund"
TELLINGS = (
    f"{RIGHT} on Tuesday after a mine sank a ferry there.",
    f"After the blast {RIGHT} and sent the waiting crews home.",
    f"In the evening {RIGHT} until divers have searched it.",
)
SHARING = (
    "Nobody may land for now: Tomas Jorgensen closed the northern pier and warned the grain traders.",
    "Traders complain that Tomas Jorgensen closed their only berth without a word to them.",
)


def between(ledger: Ledger, a: str, b: str, relation: str = "copied") -> Derivation | None:
    name = {x.id: x.input for x in ledger.articles}
    return next((d for d in ledger.derivations if {name.get(d.later), name.get(d.earlier)} == {a, b} and d.relation == relation), None)  # fmt: skip


def test_a_misspelling_that_two_share_is_a_reason_but_alone_no_proof() -> None:
    wrong = [t.replace("Jorgensen", "Jogrenson") for t in SHARING]
    rows = [*TELLINGS, *wrong]
    found = story(*((t, {"outlet": f"Paper {n}"}) for n, t in enumerate(rows)))
    shared = between(found, "n3", "n4")
    assert shared is not None and shared.why[0].code == "same-misspelling" and shared.score < 0.6
    assert {e.text for e in shared.evidence} == {"Jogrenson"}
    assert between(found, "n0", "n3") is None


def test_what_most_print_is_no_mistake() -> None:
    rows = [*(t.replace("Jorgenson", "Jogrenson") for t in TELLINGS), *(t.replace("Jorgensen", "Jorgenson") for t in SHARING)]  # fmt: skip
    found = story(*((t, {"outlet": f"Paper {n}"}) for n, t in enumerate(rows)))
    told = [d for pair in (("n0", "n1"), ("n0", "n2"), ("n1", "n2")) if (d := between(found, *pair))]
    assert "same-misspelling" not in {w.code for d in told for w in d.why}


SAID = "“We will open the northern pier again before the harvest comes in,” Berg said{}."
ALTERED = "“We will open the northern dock again before the harvest comes in,” Berg said{}."


def test_a_quotation_altered_in_the_same_way_is_a_reason() -> None:
    ends = (" on Tuesday", " in the town hall", " to applause", " after the meeting", " late at night")
    rows = [(ALTERED if n > 2 else SAID).format(end) for n, end in enumerate(ends)]
    found = story(*((t, {"outlet": f"Paper {n}"}) for n, t in enumerate(rows)))
    one, other = between(found, "n3", "n4"), between(found, "n0", "n1")
    assert one is not None and "same-alteration" in {w.code for w in one.why}
    assert other is None, "three print it so: it is what was said"
    assert between(found, "n0", "n1", "same_primary_source") is not None


def test_what_is_quoted_keeps_its_own_mistakes() -> None:
    post = "“The goverment of this town has forgotten the quay,” Berg wrote."
    rows = [f"On Monday {post}", f"A day later {post}", *(f"Number {n} of the government of this town was silent." for n in "one two three".split())]  # fmt: skip
    found = story(*((t, {"outlet": f"Paper {n}"}) for n, t in enumerate(rows)))
    assert "same-misspelling" not in {w.code for d in found.derivations for w in d.why}
