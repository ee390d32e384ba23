"""Shared helpers: articles made from plain text, and the example story read once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from accordingto import api, ingest
from accordingto.annotate import annotate
from accordingto.records import Annotation, Article, Capture, Ledger

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "harbour"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SHARED = ROOT.parent / "shared"


def make_article(text: str, **meta: object) -> Article:
    """An article from a text, as `annotate` takes it."""
    import hashlib

    record = {"id": meta.pop("id", "x"), "text": text, **meta}
    data = json.dumps(record).encode()
    capture = Capture(hashlib.sha256(data).hexdigest(), str(record["id"]), "json", data)
    article, _ = ingest.to_article(capture, record, strict=False)
    assert article is not None
    return article


def annotated(text: str, **meta: object) -> tuple[Article, Annotation]:
    article = make_article(text, **meta)
    return article, annotate(article)


def said(text: str, spans: object) -> str:
    return " | ".join(text[s:e] for s, e in spans)  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def harbour() -> tuple[Ledger, list[Capture]]:
    return api.read([str(EXAMPLE)], workers=1)


def need_shared(part: str) -> Path:
    """A path under ../shared; the test is skipped with a message where it is absent."""
    path = SHARED / part
    if not path.exists():
        pytest.skip(f"needs ../shared/{part}, which is not here")
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real headless browser; the test is skipped with a message where none is installed."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here; install Debian's chromium")
    flags = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync".split()
    with sync_playwright() as p:
        opened = p.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield opened
        opened.close()
