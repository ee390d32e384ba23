"""Screening: signals beside the name, limits of what is shown, kinds that exclude each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accordingto import lexicon
from accordingto.records import Entity, Entry, Screening
from accordingto.resolve.screening import screen


def actor(name: str, kind: str = "person", *roles: str) -> Entity:
    return Entity("e1", name, kind, (name,), roles, (), ())


REIK = Entry("List", "1", "Anton Reik", ("Антон Рейк",), "person", ("Minister of Ports",), countries=("Russia",))


def verdicts(found: tuple[Screening, ...]) -> list[tuple[str, str]]:
    return [(s.entry.id, s.verdict) for s in found]


@pytest.mark.parametrize(
    ("who", "want", "codes"),
    [
        (actor("Anton Reik"), "possible namesake", {"exact-name"}),
        (actor("Anton Reik", "person", "Minister"), "listed name", {"exact-name", "role-agrees"}),
        (actor("Anton Reik", "person", "Russian envoy"), "possible namesake", {"exact-name", "country-agrees"}),
        (actor("Anton Reik", "person", "Peruvian minister"), "possible namesake", {"exact-name", "country-differs"}),
        (actor("Антон Рейк"), "possible namesake", {"alias-name"}),
    ],
)
def test_a_name_alone_is_never_a_match(who: Entity, want: str, codes: set[str]) -> None:
    (alert,) = screen([who], [REIK])
    assert (alert.verdict, {w.code for w in alert.why}) == (want, codes)
    assert all(w.weight == lexicon.reason("screening", w.code)[0] for w in alert.why)


def test_a_slip_is_a_near_name() -> None:
    (alert,) = screen([actor("Anton Raik", "person", "Minister")], [replace(REIK, aliases=())])
    assert alert.verdict == "near name" and "near-name" in {w.code for w in alert.why}


def test_what_contradicts_brings_no_alert() -> None:
    assert screen([actor("Anton Raik", "person", "Peruvian minister")], [replace(REIK, aliases=())]) == ()
    assert screen([actor("Anton Reik", "body")], [REIK]) == ()
    assert screen([actor("Reik")], [REIK]) == ()
    assert screen([actor("A. Reik")], [REIK]) == ()


def test_a_name_that_many_entries_share_is_shown_five_times_and_counted() -> None:
    entries = [Entry("List", str(n), "Ali Ahmad Karim", (), "person") for n in range(9)]
    entries.append(Entry("List", "x", "Ali Ahmad Karim", (), "person", ("Minister of Ports",)))
    found = screen([actor("Ali Ahmad Karim", "person", "minister")], entries)
    assert [v for _, v in verdicts(found)].count("listed name") == 1
    assert [v for _, v in verdicts(found)].count("possible namesake") == 5
    assert {s.more for s in found if s.verdict != "listed name"} == {4}


@pytest.mark.parametrize(
    ("name", "listed", "kind", "found"),
    [
        ("Lena Shipping Ltd", "Lena Shipping and Trading Company", "body", True),
        ("Federal Security Service", "FEDERAL SECURITY SERVICE", "body", True),
        ("Russian Ministry of Defense", "Ministry of Defence of the Russian Federation", "body", True),
        ("FSB", "FSB", "body", True),
        ("Interior Ministry", "MINISTRY OF INTERIOR", "body", False),
        ("UK Ministry of Defence", "Russian Ministry of Defence", "body", False),
        ("Air Force", "ISLAMIC REVOLUTIONARY GUARD CORPS AIR FORCE", "body", False),
        ("Russian Ministry of Defense", "27th Scientific Centre of the Ministry of Defence of the Russian Federation", "body", False),
        ("NASA", "NASHA", "body", False),
        ("Fortune", "FORTUNE", "vessel", False),
    ],
)  # fmt: skip
def test_names_of_bodies_need_words_of_their_own(name: str, listed: str, kind: str, found: bool) -> None:
    assert bool(screen([actor(name, "body")], [Entry("List", "1", listed, (), kind)])) is found


def test_a_ship_meets_listed_ships_alone() -> None:
    ship, firm = Entry("List", "7", "Sea Star", (), "vessel"), Entry("List", "8", "Sea Star", (), "body")
    lone = Entry("List", "9", "Kastor", (), "vessel")
    assert [x.entry.id for x in screen([actor("Sea Star", "vessel")], [ship, firm])] == ["7"]
    assert [x.entry.id for x in screen([actor("Kastor", "vessel")], [lone])] == ["9"]
    assert screen([actor("Kastor", "body")], [lone]) == ()
