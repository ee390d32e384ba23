"""HTML → plain text with a map back to the source, and the page's own metadata. Furniture is marked later, not cut.

Which blocks are main text is decided by trafilatura (A. Barbaresi, ACL 2021 demo; Apache-2.0); offsets are ours, since
trafilatura keeps none.
"""

from __future__ import annotations

import html as entities
import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import trafilatura

from ..text import Span, blocks, words

_BLOCK = frozenset(
    (
        "address article aside blockquote body br dd div dl dt fieldset figcaption figure footer form h1 h2 "
        "h3 h4 h5 h6 head header hr html li main nav ol p pre section table tbody td tfoot th thead title tr "
        "ul option button label select "
    ).split()
)
_HIDDEN = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "object", "textarea", "math"])
_META = (
    "og:site_name og:title article:published_time author date pubdate dc.date og:url application-name "
    "parsely-pub-date source copyright "
).split()


@dataclass
class Page:
    """`runs`: (text offset, source offset, characters of text, characters of source), ascending."""

    text: str = ""
    runs: list[tuple[int, int, int, int]] = field(default_factory=list)
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.starts = [0]
        for m in re.finditer("\n", source):
            self.starts.append(m.end())
        self.parts: list[str] = []
        self.size = 0
        self.runs: list[tuple[int, int, int, int]] = []
        self.hidden: list[str] = []
        self.title: list[str] = []
        self.in_title = self.in_json = False
        self.meta: dict[str, str] = {}

    def _at(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def _put(self, text: str, at: int, source_size: int) -> None:
        self.runs.append((self.size, at, len(text), source_size))
        self.parts.append(text)
        self.size += len(text)

    def _break(self) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")
            self.size += 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        if tag == "meta":
            name = (given.get("property") or given.get("name") or "").lower()
            if name in _META and given.get("content"):
                self.meta.setdefault(name, given["content"].strip())
        elif tag == "time" and given.get("datetime"):
            self.meta.setdefault("time", given["datetime"].strip())
        elif tag == "link" and given.get("rel") == "canonical":
            self.meta.setdefault("canonical", given.get("href", ""))
        if tag in _HIDDEN:
            self.hidden.append(tag)
            self.in_json = tag == "script" and "ld+json" in given.get("type", "")
        self.in_title = tag == "title"
        if tag in _BLOCK:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in self.hidden:
            while self.hidden and self.hidden.pop() != tag:
                pass
            self.in_json = False
        if tag == "title":
            self.in_title = False
        if tag in _BLOCK:
            self._break()

    def handle_data(self, data: str) -> None:
        if self.in_json:
            self._json(data)
        if self.hidden:
            return
        at = self._at()
        if self.in_title:
            self.title.append(data)
            return
        for m in re.finditer(r"\s+|\S+", data):
            piece = m.group()
            if not piece.isspace():
                self._put(piece, at + m.start(), len(piece))
            elif self.parts and not self.parts[-1].endswith((" ", "\n")):
                self._put(" ", at + m.start(), len(piece))

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name};", len(name) + 1)  # "&" and name; the semicolon is optional

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name};", len(name) + 2)

    def _entity(self, reference: str, size: int) -> None:
        text = entities.unescape(reference)
        size += self.source[self._at() + size : self._at() + size + 1] == ";"
        if self.in_title:
            self.title.append(text)
        elif not self.hidden:
            self._put(" " if text == "\xa0" else text, self._at(), size)

    def _json(self, data: str) -> None:
        try:
            found: Any = json.loads(data)
        except (ValueError, RecursionError):
            return  # metadata is a bonus: a broken block leaves the other sources of the same facts
        for item in found if isinstance(found, list) else [found]:
            for node in [item, *(item.get("@graph") or [])] if isinstance(item, dict) else []:
                if isinstance(node, dict) and isinstance(node.get("datePublished"), str):
                    self.meta.setdefault("datePublished", node["datePublished"])
                publisher = node.get("publisher") if isinstance(node, dict) else None
                if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
                    self.meta.setdefault("publisher", publisher["name"])


def render(source: str) -> Page:
    """Visible text of a page, one block a line, with the run map; never raises on any string."""
    reader = _Reader(source)
    try:
        reader.feed(source)
        reader.close()
    except (AssertionError, ValueError, IndexError):
        pass  # html.parser gives up on some malformed declarations; what was read before stands
    return Page("".join(reader.parts), reader.runs, re.sub(r"\s+", " ", "".join(reader.title)).strip(), reader.meta)


def in_source(page: Page, source: str, span: Span) -> bool:
    """Every run of the text that touches the span is found at its place in the source, entities undone, spaces folded."""
    for at, start, size, source_size in page.runs:
        if at < span[1] and at + size > span[0]:
            there = entities.unescape(source[start : start + source_size])
            if there.split() != page.text[at : at + size].split() and not there.isspace():
                return False
    return True


def main_blocks(source: str, text: str) -> list[Span] | None:
    """Blocks of `text` that trafilatura holds for main text; None when it finds too little to trust."""
    try:
        main = trafilatura.extract(
            source, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError, KeyError):
        return None  # a page that the library cannot read is marked by our own rules instead
    if not main or len(words(main)) < 40:
        return None
    known = " ".join(words(main))
    return [
        b
        for b in blocks(text)
        if (w := words(text[b[0] : b[1]])) and " ".join(w) in known and (len(w) > 2 or len(text[b[0] : b[1]]) > 12)
    ]
