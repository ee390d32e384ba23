"""Short forms of names: whom "Berg" means in an article that names one Berg in full, or several.

A part of a person's name is that person, and one name has one kind. Of several who bear a surname it is whom the article is about; where
nothing tells, the short form keeps its own name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from .. import lexicon
from ..records import Mention
from .gender import gender_of


def unified(text: str, found: list[Mention]) -> list[Mention]:
    """Give short forms the fullest form of the article when exactly one fits; let a person's name decide the kind of its parts,
    and the commonest kind of a name all its mentions. A surname that "Mr" stands before is no woman's of the article, nor is it then
    hers where it stands alone; nor is it a relative's who comes after another of that name."""
    full: dict[str, str] = {}
    parts: dict[str, set[str]] = {}
    votes: dict[str, Counter[str]] = {}
    for m in found:
        if m.kind == "person" and len(m.name.split()) >= 2:
            full.setdefault(m.name.lower(), m.name)
        if m.kind in ("person", "body", "place"):
            votes.setdefault(m.name.lower(), Counter())[m.kind] += 1
    names = sorted(full.values(), key=lambda n: (-len(n), n))
    longest = {n: next((x for x in names if n != x and _covers(x, n)), n) for n in names}
    for name in names:
        for part in name.split():
            parts.setdefault(part.lower(), set()).add(longest[name])
    for name, surname in (*_relatives(text, found), *_of_another_office(found)):
        parts[surname].discard(name)
    genders = [gender_of(text, m) for m in found]
    told = {m.name: g for m, g in zip(found, genders, strict=True) if m.kind == "person" and g}
    titled: dict[str, set[str]] = {}
    for m, g in zip(found, genders, strict=True):
        if " " not in m.name and g:
            titled.setdefault(m.name.lower(), set()).add(g)
    whole = _bodies_cut(found)
    surnames = {n.split()[-1].lower() for n in names} | {n.split()[0].lower() for n in names}
    out = []
    for m, own in zip(found, genders, strict=True):
        name, kind, low = m.name, m.kind, m.name.lower()
        if (
            kind in ("person", "body", "place")
            and low not in lexicon.country_of()
            and low not in lexicon.outlet_by_name()
        ):
            of = {own} if own else titled.get(low, set())
            fits = {n for n in parts.get(low, set()) if not of - {told.get(n)} or n not in told}
            fits = {n for n in fits if low in (n.split()[0].lower(), n.split()[-1].lower())}
            if fits and low in surnames and len(low.split()) == 1:
                kind = "person"
                name = next(iter(fits)) if len(fits) == 1 else _meant(found, m, fits) or name
            else:
                kind = max(sorted(votes[low]), key=lambda k: votes[low][k])
                if kind == "person":
                    name = longest.get(full.get(low, name), name)
                elif kind == "body":
                    name = whole.get(name, name)
        out.append(Mention(m.start, m.end, kind, name, m.role if kind in ("person", "role") else ""))
    return out


def _bodies_cut(found: list[Mention]) -> dict[str, str]:
    """Short → full name of bodies called by what stands before "of": "Joint Chiefs" of the Joint Chiefs of Staff. Not "Foreign Ministry" of
    the Foreign Ministry of Chad: another state has one too."""
    fits: dict[str, set[str]] = {}
    for name in {m.name for m in found if m.kind == "body"}:
        head = re.split(r" (?:of|for) ", name)[0]
        if head != name and " " in head and head.split()[-1].lower() not in lexicon.word_set("bodies"):
            fits.setdefault(head, set()).add(name)
    return {head: next(iter(names)) for head, names in fits.items() if len(names) == 1}


def _of_another_office(found: list[Mention]) -> Iterator[tuple[str, str]]:
    """(full name, surname) of those who never have the office that goes with the surname alone: "President Berg" beside "Ines Berg" and
    "his adviser Ines Berg", not beside "the leader Karl Berg"."""
    offices: dict[str, set[str]] = {}
    held: dict[str, set[str]] = {}
    for m in found:
        if m.kind != "person":
            continue
        post = _POSSESSIVE.sub("", m.role.lower())
        office = next((o for o in _sole_offices() if re.search(rf"\b{o}\b", post)), "")
        if " " in m.name:
            held.setdefault(m.name, set()).update(filter(None, (office or post,)))
        elif office:
            offices.setdefault(m.name.lower(), set()).add(office)
    for name, posts in held.items():
        surname = _SUFFIX.sub("", name).split()[-1].lower()
        borne = offices.get(surname, set())
        if borne and not borne & posts and not any(p.split()[-1] in _HEADS for p in posts):
            yield name, surname


_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$", re.I)
_POSSESSIVE = re.compile(r".*['’]s?\s", re.S)
_HEADS = frozenset("leader head chief ruler dictator strongman candidate nominee".split())
"""Posts by which a president may be told of too."""


@cache
def _sole_offices() -> tuple[str, ...]:
    """Offices that one person holds, the longest first."""
    return tuple(sorted(lexicon.word_set("sole_offices"), key=lambda o: (-len(o), o)))


def _relatives(text: str, found: list[Mention]) -> Iterator[tuple[str, str]]:
    """(full name, surname) of those who are introduced as somebody's wife, son or first lady behind another bearer of the surname, whom the
    article gives an office or a full name, or has called so twice: "President Berg and his daughter Ines Berg"."""
    bearers: set[str] = set()
    alone: Counter[str] = Counter()
    seen: set[str] = set()
    for m in sorted(found, key=lambda m: m.start):
        if m.kind != "person":
            continue
        words = m.name.split()
        surname = words[-1].lower()
        if len(words) > 1 and m.name not in seen:
            seen.add(m.name)
            if surname in bearers and _of_the_family(text, m):
                yield m.name, surname
                continue
        alone[surname] += len(words) == 1
        if len(words) > 1 or m.role or alone[surname] >= CALLED:
            bearers.add(surname)


CALLED = 2  # times a surname stands alone before it is known to be somebody's


def _of_the_family(text: str, m: Mention) -> bool:
    """ "Her brother Karl Berg", "Karl Berg, the mayor's younger brother"."""
    return bool(_relative(True).search(text[max(0, m.start - 24) : m.start]) or _relative(False).match(text, m.end))


@cache
def _relative(before: bool) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, lexicon.word_set("family"))))
    if before:
        return re.compile(rf"\b(?:{words}),?\s+$", re.I)
    return re.compile(
        rf",\s+(?:the|his|her|their|a|[\w-]+['’]s?)\s+(?:(?!whose\b)[\w’'-]+\s+){{0,4}}?(?:{words})\b", re.I
    )


def _meant(found: list[Mention], short: Mention, candidates: set[str]) -> str:
    """Of several who bear a name, whom it means where it stands alone: the one whom the article is about, unless another was just named in
    full; "" where that cannot be told. An article is about whom it names in full first, if he leads a state or is named most often, and
    no other leads one."""
    told = sorted((m.start, m.end, m.name, m.role.lower()) for m in found if m.name in candidates)
    heads = {name for *_, name, role in told if role.endswith(_AT_THE_TOP) and not _NOT_AT_THE_TOP.search(role)}
    last = {name: end for _, end, name, _ in told if end <= short.start}
    often = Counter(name for *_, name, _ in told)
    chief = told[0][2]
    others = max((end for name, end in last.items() if name != chief), default=-JUST_NAMED)
    if heads == {chief} or (not heads and often[chief] > max(n for name, n in often.items() if name != chief)):
        return chief if (last or heads) and short.start - others >= JUST_NAMED else ""
    return chief if {*last} == {chief} and short.start - last[chief] < JUST_NAMED else ""


JUST_NAMED = 200  # characters within which a surname may mean the one who was named in full before it
_NOT_AT_THE_TOP = re.compile(
    r"\b(?:former|ex|late|vice|deputy|past|previous|assistant|opposition|party|majority|minority)\b"
)
_AT_THE_TOP = ("president", "prime minister", "premier", "chancellor", "king", "supreme leader", "leader")


def _covers(longer: str, shorter: str) -> bool:
    a, b = longer.lower().split(), shorter.lower().split()
    return len(a) > len(b) >= 2 and (a[-len(b) :] == b or (a[0] == b[0] and a[-1] == b[-1]))
