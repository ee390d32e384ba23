"""What a form does: keep a ruling, mark as seen, add files. Each is kept at once; then the worker is woken."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from .. import rulings
from ..brief.phrases import many
from ..errors import InputError
from ..ingest import sources
from ..ledger.store import Store, today
from .desk import Desk, back, form_of

WAIT = 4.0
"""Seconds that a write waits for the ledger to be made anew before the page says that it is being made."""


def decide(desk: Desk) -> Callable[[Request], Any]:
    """A ruling, kept at once; the page that follows shows what it changed, or that it is being worked in."""

    async def act(request: Request) -> Response:
        form = await form_of(request)
        given = {k: str(form.get(k, "")).strip() for k in ("left", "right", "verdict", "field", "value")}
        if given["field"]:
            given["right"] = f"{given['field']}={given['value']}"

        def keep() -> str:
            with Store(desk.folder, create=False) as store:
                made = rulings.rule(store, given["left"], given["right"], given["verdict"], desk.name(request))
            desk.worker.ask(made.id, WAIT)
            return made.id

        return back(form, did=await run_in_threadpool(keep))

    return act


def seen(desk: Desk) -> Callable[[Request], Any]:
    async def act(request: Request) -> Response:
        form = await form_of(request)

        def mark() -> None:
            with Store(desk.folder, create=False) as store:
                store.mark_seen(today())

        await run_in_threadpool(mark)
        return back(form)

    return act


def me(desk: Desk) -> Callable[[Request], Any]:
    async def act(request: Request) -> Response:
        form = await form_of(request)
        answer = back(form)
        answer.set_cookie("by", re.sub(r"[^\w .@-]", "", str(form.get("by", "")))[:60], max_age=31_536_000, httponly=True, samesite="strict")  # fmt: skip
        return answer

    return act


def add(desk: Desk) -> Callable[[Request], Any]:
    """Files from the browser. Their names are names only: nothing is ever written under them."""

    async def act(request: Request) -> Response:
        form = await form_of(request)
        files = [f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename]  # type: ignore[attr-defined]
        if not files:
            raise InputError("no file was chosen", "upload", "choose HTML pages, texts or JSON lines")
        given = []
        for f in files:
            name = PurePosixPath(str(f.filename).replace("\\", "/")).name
            if name in ("", ".", "..") or "\0" in name:
                raise InputError("a file has no usable name", str(f.filename)[:80], "rename it")
            given.append((name, await f.read()))

        def keep() -> None:
            captures, issues = sources.from_bytes(given, [])
            with Store(desk.folder, create=False) as store:
                fresh = store.keep(captures, today())
            desk.worker.ask("add", WAIT)
            if issues:
                told = "; ".join(f"{i.where}: {i.what}" for i in issues[:5])
                raise InputError(f"{many(fresh, 'article')} kept; not read: {told}", "upload", issues[0].fix)

        await run_in_threadpool(keep)
        return back(form)

    return act
