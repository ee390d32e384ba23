"""Charges: propositions that hold somebody answerable for a deed, and when two of them are one ("it was Ostmark", "denied any part in it").

Who is held answerable is read by `lexicon.culprits`; the weights of what is found here are those of claims (`reasons.toml`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from .. import lexicon
from ..lexicon import culprits
from ..records import AGAINST
from .propositions import SUPPORT, Proposition, own_words

FEW = 2  # words of a charge beside who, the deed and how sure it is, up to which it says little else
BESIDE = 6  # of the charges against one, in order of days, that each is compared with
NEAR = 3  # days between two articles that may speak of one deed


def answered_for(p: Proposition) -> set[str]:
    """The words of the deed for which a proposition holds somebody answerable, without him: a school is shelled as well as a bridge."""
    bodies = lexicon.word_set("bodies")
    return {*p.deed, *(w for w in p.vector if w in bodies)} - {p.culprit.lower(), *p.culprit.lower().split()}


def pairs(rows: Sequence[Proposition]) -> Iterator[tuple[int, int]]:
    """Bare charges against one culprit that are worth comparing, as numbers of rows, the lesser first: each with the next few by day."""
    against: dict[str, list[int]] = defaultdict(list)
    for n, p in enumerate(rows):
        if p.culprit and _bare(p):
            against[p.culprit].append(n)
    for members in against.values():
        members.sort(key=lambda n: (rows[n].published, n))
        for k, i in enumerate(members):
            yield from ((min(i, j), max(i, j)) for j in members[k + 1 : k + 1 + BESIDE])


def one_accused(a: Proposition, b: Proposition) -> bool:
    """Whether both hold the same one answerable, for whatever deed."""
    return bool(a.culprit) and a.culprit == b.culprit


def one_culprit(a: Proposition, b: Proposition) -> bool:
    """Whether both hold the same one answerable, and not for two deeds that have no word in common."""
    if not one_accused(a, b):
        return False
    one, two = answered_for(a), answered_for(b)
    return bool(one & two) or any(all(map(culprits.names_no_deed, x)) for x in (one, two))


def one_charge(a: Proposition, b: Proposition) -> bool:
    """Whether both say little more than who is answerable, for what happened in one event, on the same days or to somebody whom both name."""
    if not one_accused(a, b) or not (_bare(a) and _bare(b)):
        return False
    one, two = _done(a), _done(b)
    if one and two and not one & two:
        return False
    apart = max(a.published[1] - b.published[0], b.published[1] - a.published[0])
    names = (a.vector.keys() - {*a.deed}) & (b.vector.keys() - {*b.deed}) - own_words(a.culprit)
    return (bool(a.event) and a.event == b.event) or apart <= NEAR or any(not culprits.names_no_deed(w) for w in names)


def _bare(p: Proposition) -> bool:
    """Whether a content that holds somebody answerable says little else, and not only that there is, or is no, proof of it."""
    return len(_done(p)) <= FEW and "evidence" not in p.deed


def _done(p: Proposition) -> set[str]:
    """What a content that holds somebody answerable says of the deed, beyond that there was one."""
    return {w for w in answered_for(p) if not culprits.names_no_deed(w) and not culprits.tells_how_sure(w)}


def names_nobody(p: Proposition, charge: Proposition) -> bool:
    """Whether a content neither names the one whom a charge holds answerable, or who denies it, nor says that anybody is."""
    if p.culprit or not (charge.culprit or charge.position in AGAINST):
        return False
    if any(map(culprits.speaks_of_guilt, p.vector)):
        return False
    if charge.culprit:
        return not own_words(charge.culprit) & p.vector.keys()
    return any(map(culprits.speaks_of_guilt, charge.deed))


def clears(p: Proposition, told: Proposition) -> bool:
    """Whether p denies the charge as told without a word of denial: "Ostmark has nothing to do with it"."""
    charge = p.position in SUPPORT and "evidence" not in p.deed
    return charge and one_accused(p, told) and p.negative and not told.negative
