"""The brief as a value: sections of lines, each line with the passages it rests on. Tellers turn it into text."""

from __future__ import annotations

from dataclasses import dataclass

from ..records import Evidence


@dataclass(frozen=True, slots=True)
class Chip:
    """A short label that opens its reasons."""

    label: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    notes: tuple[Evidence, ...] = ()
    chips: tuple[Chip, ...] = ()
    under: tuple[Line, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    lead: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One article as footnotes name it; `text` is the stored text that offsets count."""

    id: str
    input: str
    label: str
    text: str
    outlet: str = ""
    headline: str = ""
    published: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
