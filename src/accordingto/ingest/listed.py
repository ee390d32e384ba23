"""Entries of sanctions lists out of what their publishers print: cleaned, without repetition, kinds in one vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..errors import InputError
from ..records import Entry

_KINDS = {
    "person": "person individual p i", "vessel": "vessel ship v aircraft",
    "body": "entity e organization organisation company legalentity publicbody enterprise",
}  # fmt: skip
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}


def kind(printed: str) -> str:
    """person, body or vessel of what a list calls a kind of entry; "" where it says nothing that we know."""
    return _KIND.get(printed.strip().lower(), "")


def clean(values: Iterable[str]) -> tuple[str, ...]:
    """Without blanks, placeholders ("-0-", "na") and repetition, in the order given."""
    flat = (re.sub(r"\s+", " ", v).strip(" ;") for v in values)
    return tuple(dict.fromkeys(v for v in flat if v and v.lower() not in ("-0-", "na", "n/a")))


def entry(
    label: str, ref: str, names: Iterable[str], kind: str, *, roles: Iterable[str] = (), born: Iterable[str] = (), countries: Iterable[str] = (),
    identifiers: Iterable[str] = (), programmes: Iterable[str] = (), remarks: Iterable[str] = (),
) -> Entry | None:  # fmt: skip
    """An entry whose first name is the listed one and the rest are its aliases; None where no name is left."""
    forms = clean(names)
    if not forms:
        return None
    return Entry(
        label, ref.strip(), forms[0], forms[1:], kind, clean(roles), tuple(v.removesuffix("T00:00:00") for v in clean(born)),
        clean(countries), clean(identifiers), clean(programmes), "; ".join(clean(remarks)),
    )  # fmt: skip


def dated(name: str, date: str) -> str:
    """The list's name with its date, or with the fact that the file gives none."""
    return f"{name} {date.strip()}" if date.strip() else f"{name} (the file gives no date)"


def western(listed: str) -> str:
    """ "BERG, Anna" as "Anna BERG"."""
    return " ".join(reversed([p.strip() for p in listed.split(",", 1)]))


def cut_off(found: int, wanted: int, name: str, line: int) -> InputError:
    return InputError(f"{found} fields instead of {wanted}", f"{name}, line {line}", "is the file cut off?")
