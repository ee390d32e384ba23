"""Room 1: bytes → captures → articles. The only reader of the outside."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from typing import Any

from ..records import Article, Capture, Furniture, Issue
from ..text import blocks, squeeze, words
from . import furniture as marks
from . import header, html, sources

MINIMUM_WORDS = 8


def read(paths: Iterable[str]) -> tuple[list[tuple[Article, Capture]], list[Issue]]:
    """All articles under the given paths with their captures, in canonical order, and what could not be read."""
    captures, issues = sources.read(paths)
    out: list[tuple[Article, Capture]] = []
    for capture, meta in captures:
        article, trouble = to_article(capture, meta)
        issues += trouble
        if article is not None:
            out.append((article, capture))
    return out, sorted(issues, key=lambda i: (i.code, i.where, i.what))


def original_text(capture: Capture) -> tuple[str, html.Page | None, str, str]:
    """(text that offsets count, page map for HTML, source, trouble): a pure function of the stored bytes."""
    if capture.media == "json":
        record = json.loads(capture.data)
        if isinstance(record.get("text"), str):
            text = sources.mended(record["text"])
            return text, None, text, ""
        source, trouble = record["html"], ""
    else:
        source, trouble = sources.decode(capture.data)
        if capture.media == "text":
            text = sources.mended(source)
            return text, None, text, trouble
    page = html.render(source)
    return page.text, page, source, trouble


def checker(capture: Capture) -> Callable[[str, tuple[int, int]], bool]:
    """A test of passages against one capture: whether a text stands at a span of the capture's text, and for HTML in its
    source too, entities undone."""
    original, page, source, _ = original_text(capture)

    def stands(text: str, span: tuple[int, int]) -> bool:
        return original[span[0] : span[1]] == text and (page is None or html.in_source(page, source, span))

    return stands


def to_article(capture: Capture, meta: dict[str, Any], strict: bool = True) -> tuple[Article | None, list[Issue]]:
    """One article, or None with Issues that say why not. `meta`: what was given beside the bytes.

    Not `strict`: whatever text there is, is taken for an article, however short.
    """
    issues: list[Issue] = []
    if capture.media != "json" and sources.looks_binary(capture.data):
        return None, [Issue("binary", "these bytes are no text", capture.input, "give the page as HTML or plain text")]
    text, page, source, trouble = original_text(capture)
    if trouble:
        issues.append(Issue("encoding", trouble, capture.input, "save it as UTF-8 if names look wrong"))
    if page is not None:
        meta = {**{k: v for k, v in page.meta.items() if v}, **{k: v for k, v in meta.items() if v}}
        given_title = str(meta.get("title") or meta.get("og:title") or page.title or "")
    else:
        given_title = str(meta.get("title") or "")
    found = marks.mark(text) if page is None else _page_furniture(text, source)
    place, opening = header.dateline_span(text, found)
    if opening is not None:
        found = tuple(sorted({*found, Furniture(*opening, "dateline")}, key=lambda f: (f.start, f.end)))
    body_words = len(words(text)) - sum(len(words(text[f.start : f.end])) for f in found)
    errors = [f for f in found if f.kind == "error-page"]
    if strict and errors and body_words < 60:
        return None, [
            *issues,
            Issue(
                "error-page",
                f"an error page, not an article: “{squeeze(text[errors[0].start : errors[0].end])[:60]}”",
                capture.input,
                "fetch the page again",
            ),
        ]
    if strict and body_words < MINIMUM_WORDS:
        what = "empty" if not text.strip() else f"only {body_words} words besides page furniture"
        return None, [*issues, Issue("no-article", what, capture.input, "is this the article, or a part of it?")]
    article, more = _describe(capture, text, found, meta, given_title, place)
    return article, issues + more


def _page_furniture(text: str, source: str) -> tuple[Furniture, ...]:
    main = html.main_blocks(source, text)
    own = marks.mark(text)
    if main is None:
        return own
    kept = set(main)
    kinds = {(f.start, f.end): f.kind for f in own}
    rows = [Furniture(s, e, kinds.get((s, e)) or "page") for s, e in blocks(text) if (s, e) not in kept]
    inside = [f for f in own if (f.start, f.end) in kept and f.kind not in ("page", "navigation")]
    repeats = [
        f for f in own if f.kind in ("repeat", "inline") and not any(r.start <= f.start < r.end for r in rows + inside)
    ]
    return tuple(sorted({*rows, *inside, *repeats}, key=lambda f: (f.start, f.end)))


def _describe(
    capture: Capture, text: str, found: tuple[Furniture, ...], meta: dict[str, Any], title: str, place: str
) -> tuple[Article, list[Issue]]:
    url = str(meta.get("url") or meta.get("og:url") or meta.get("canonical") or "")
    name, basis = header.outlet(text, found, meta, url)
    if not url and title and name:
        title = title.removesuffix(f" | {name}").removesuffix(f" - {name}")
    line, span = header.headline(text, found, title, name)
    by = header.byline(text, found, str(meta.get("byline") or meta.get("author") or ""))
    given = meta.get("credits") or meta.get("credit") or ()
    suppliers, people = header.credits(
        text, found, [given] if isinstance(given, str) else [str(g) for g in given], by, name
    )
    date, trouble = header.published(text, found, meta, url)
    spoken = str(meta.get("language") or header.language(_body(text, found)))
    issues = [Issue("date-contradiction", trouble, capture.input, "check which date is right")] if trouble else []
    if spoken not in ("en", "und"):
        issues.append(
            Issue(
                "language",
                f"written in “{spoken}”; attributions are read in English only",
                capture.input,
                "give a translation beside it",
            )
        )
    identity = hashlib.sha256(f"{capture.input}\0{capture.sha256}".encode()).hexdigest()[:12]
    return (
        Article(
            id="a" + identity, input=capture.input, capture=capture.sha256, media=capture.media, text=text, headline=line, headline_span=span,
            outlet=name, outlet_basis=basis, url=url, published=date, byline=by, dateline=place, credits=suppliers,
            contributors=people, language=spoken, furniture=found,
        ),
        issues,
    )  # fmt: skip


def _body(text: str, found: tuple[Furniture, ...]) -> str:
    out, at = [], 0
    for f in found:
        out.append(text[at : f.start])
        at = max(at, f.end)
    return "\n".join([*out, text[at:]])
