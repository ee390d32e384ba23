"""Names part by part: order, omitted middle names and patronymics, initials, nicknames, romanisation, typing errors.

Every part of the shorter name needs its partner in the longer one; what kind of partner it is becomes a reason. A given name that
contradicts vetoes, and so does a surname.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from . import arabic, iberian, slavic

_GROUPS = tuple(
    group.split()
    for group in (
        "william bill billy will", "robert bob bobby rob", "richard dick rick", "james jim jimmy", "john johnny", "joseph joe joey", "michael mike mick", "thomas tom tommy", "edward ed ted eddie", "anthony tony antony",
        "charles charlie chuck", "daniel dan danny", "david dave", "stephen steve steven", "christopher chris", "matthew matt", "andrew andy drew", "kenneth ken kenny", "gregory greg", "benjamin ben", "samuel sam", "alexander alex", "nicholas nick",
        "patrick pat", "peter pete", "ronald ron", "donald don", "lawrence larry", "jeffrey jeff geoffrey geoff", "timothy tim", "philip phil phillip", "elizabeth liz beth betty", "margaret maggie peggy", "katherine kate kathy catherine", "jennifer jen", "susan sue", "deborah debbie",
        "barbara barb", "patricia patty", "rebecca becky", "victoria vicky", "antony antoni", "friedrich frederick frederik fred", "francisco paco", "jose pepe", "theodore teddy ted", "barack barry", "nathaniel nate",
        "leonard len lenny", "douglas doug", "frederick freddy", "raymond ray", "walter walt", "joshua josh", "zachary zach", "jonathan jon", "albert bert", "gerald jerry gerry", "harold hal", "henry harry hank", "alfred alf", "eugene gene",
    )
)  # fmt: skip
_NICK: dict[str, tuple[str, ...]] = {}
for _group in _GROUPS:
    for _form in _group:
        _NICK[_form] = (*_NICK.get(_form, ()), _group[0])


def full(word: str) -> tuple[str, ...]:
    """The given names that a short form stands for ("Ted": edward, theodore); any other word as it is."""
    return _NICK.get(word, (word,))


EXACT, SPELLING, NICKNAME, TYPO, NEAR, INITIAL = (
    "",
    "romanisation",
    "nickname",
    "typing-error",
    "near-spelling",
    "initial",
)
_RANK = (EXACT, SPELLING, NICKNAME, TYPO, NEAR, INITIAL)


@lru_cache(maxsize=200_000)
def partner(p: str, q: str, slavic_pair: bool, arabic_pair: bool, scripts_differ: bool) -> str | None:
    """How two parts can be one: "" exact, else a reason code; None where they contradict."""
    if p == q:
        return EXACT
    if len(p) == 1 or len(q) == 1:
        return INITIAL if p[0] == q[0] else None
    if arabic_pair and (arabic.fits(p, q, scripts_differ) or {p, q} <= arabic.COMMON):
        return SPELLING
    if slavic_pair:
        a, b = slavic.folded(p), slavic.folded(q)
        if slavic.given(p) == slavic.given(q) or a in slavic.spellings(q) or b in slavic.spellings(p):
            return SPELLING
        if min(len(a), len(b)) >= 6 and DamerauLevenshtein.distance(a, b) == 1:
            return TYPO
    if not {*full(p)}.isdisjoint(full(q)):
        return NICKNAME
    a, b = slavic.folded(p), slavic.folded(q)
    longest = max(len(p), len(q))
    if a == b and len(a) > 3 and (longest > 4 or slavic_pair or p[0] != q[0]):
        return SPELLING  # but "Wong" and "Wang" are two
    distance = DamerauLevenshtein.distance(p, q, score_cutoff=2)
    if arabic_pair:
        s, t = arabic.skeleton(p), arabic.skeleton(q)
        if min(len(s), len(t)) >= 4 and s[0] == t[0] and DamerauLevenshtein.distance(s, t) == 1:
            return TYPO
    if longest >= 9 and distance == 2:
        return TYPO
    if distance == 1 and (longest >= 6 or (longest == 5 and sorted(p) == sorted(q))):
        return TYPO  # in five letters only where two changed places
    return NEAR if longest >= 4 and distance == 1 else None


def compare(x: tuple[str, ...], y: tuple[str, ...], scripts_differ: bool) -> tuple[str, ...]:
    """Reason codes, worst first; () where a part contradicts."""
    slavic_pair = slavic.slavic(x) or slavic.slavic(y)
    arabic_pair = (arabic.arabic(x) or arabic.arabic(y) or scripts_differ) and not (slavic_pair and not scripts_differ)
    whole = x, y
    if arabic_pair:
        x, y = arabic.parts(x), arabic.parts(y)
    codes: list[str] = ["script"] if scripts_differ else []
    left, right = list(dict.fromkeys(x)), list(dict.fromkeys(y))
    if slavic_pair:
        fathers = [slavic.patronymics(n) for n in (left, right)]
        bare = [[w for w in n if w not in f] for n, f in zip((left, right), fathers, strict=True)]
        if min(map(len, bare)) >= 2:
            if all(fathers) and not slavic.fathers_agree(fathers[0][0], fathers[1][0]):
                return ()
            if any(fathers) and not all(fathers):
                codes.append("patronymic-omitted")
            left, right = bare
    short, long = sorted((left, right), key=len)
    pairs = _paired(short, long, slavic_pair, arabic_pair, scripts_differ)
    if pairs is None:
        return ()
    western = not (slavic_pair or arabic_pair) and any(w in _NICK for w in (*x, *y))
    places = [j for _, j, _ in pairs]
    last = len(short) - 1
    for i, _, kind in pairs:
        inner = 0 < i < last  # of a part between the given name and the surname
        mild = (kind == NEAR and (inner or (i == last > 0 and len(short[i]) > 4))) or (kind == INITIAL and inner)
        if kind == SPELLING and western and i == last:
            kind = TYPO  # "Robert Kelley" and "Robert Kelly": neither is romanised
        codes += [{NEAR: TYPO, INITIAL: "middle-initial"}[kind] if mild else kind] if kind else []
    if len(short) == 1:
        if len(long) == 1:
            return _weighed(codes)
        return _weighed([*codes, "short-form"]) if places[0] in (0, len(long) - 1) else ()
    if places != sorted(places):
        if len(short) != len(long) or (len(short) > 2 and {"bin", "ibn", "ben"} & {*whole[0], *whole[1]}):
            return ()  # "X bin Y" is the son of "Y bin X"
        codes.append("common-parts" if arabic_pair and arabic.GIVEN.issuperset(short) else "name-order")
    elif len(long) > len(short):
        before = set(long[: places[0]])
        if before - arabic.COMMON - arabic.TITLES:
            return ()  # another given name in front is another person
        only_common = arabic_pair and short[0] in arabic.COMMON and len(short) == 2
        if only_common:
            codes.append("given-name-omitted")
        elif arabic_pair and arabic.GIVEN.issuperset(short):
            codes.append("common-parts")
        elif (usual := iberian.everyday(tuple(long))) is not None and long[0] not in slavic.GIVEN:
            codes.append("part-omitted" if usual in places else "other-surname")
        elif len(short) > 2 and len(short[1]) == 1 and places[1] > 1:
            codes.append("other-middle")  # George W. beside George H. W.
        elif places[-1] == len(long) - 1 or len(short) > 2:
            codes.append("part-omitted")
        else:
            codes.append("last-name-omitted")
    return _weighed(codes)


def _weighed(codes: Sequence[str]) -> tuple[str, ...]:
    """Romanisation counts once however many parts it touches; slips add up."""
    out: list[str] = []
    for c in sorted(codes, key=lambda c: -_RANK.index(c) if c in _RANK else 0):
        if c not in ("romanisation", "script") or c not in out:
            out.append(c)
    return tuple(out) or ("same-name",)


def _paired(
    short: Sequence[str], long: Sequence[str], slavic_pair: bool, arabic_pair: bool, scripts_differ: bool
) -> list[tuple[int, int, str]] | None:
    """A partner in the longer name for each part of the shorter one: best kinds first, then nearest place."""
    options = []
    for i, p in enumerate(short):
        found = [
            (_RANK.index(kind), abs(i - j), i, j, kind)
            for j, q in enumerate(long)
            if (kind := partner(p, q, slavic_pair, arabic_pair, scripts_differ)) is not None
        ]
        if not found:
            return None
        options += found
    taken: dict[int, tuple[int, str]] = {}
    for _, _, i, j, kind in sorted(options):
        if i not in taken and j not in {k for k, _ in taken.values()}:
            taken[i] = (j, kind)
    if len(taken) < len(short):
        return None
    return [(i, *taken[i]) for i in range(len(short))]
