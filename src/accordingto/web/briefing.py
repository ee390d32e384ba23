"""The brief on its page: chosen, ordered, annotated, frozen, exported."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from .. import forms
from ..brief import drafted
from ..brief.footnotes import STYLES, lines
from ..brief.model import Brief
from ..errors import DecisionError, InputError
from ..ledger import drafts
from ..ledger.codec import dumps, from_plain
from ..ledger.store import today
from ..ledger.views import Views
from ..records import Own
from .desk import Desk, form_of


def _brief(desk: Desk, views: Views, name: str = "", part: str = "brief") -> Brief:
    """The brief as edited, or a frozen one; without the texts of its articles. `part` "brief shown": what a page shows of it."""
    if name:
        return from_plain(Brief, json.loads(drafts.thawed(desk.folder, name)))
    return drafted.drafted(from_plain(Brief, json.loads(views.meta(part))), drafts.load(desk.folder))


def brief(desk: Desk) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        name = request.query_params.get("frozen", "")
        with desk.views() as views:
            draft = drafts.load(desk.folder)
            whole = from_plain(Brief, json.loads(views.meta("brief shown")))
            made = _brief(desk, views, name) if name else drafted.drafted(whole, draft)
            keys = {drafted.key(s.key, x): (s, x) for s in whole.sections for x in s.lines}
            hidden = [(k, keys[k][1]) for k in draft.hidden if k in keys]
            return desk.page(
                request, "brief.html", views, section="brief", brief=made, frozen=drafts.frozen(desk.folder), name=name, key=drafted.key, hidden=hidden,
                notes={n.id: n.text for n in draft.notes}, noting=request.query_params.get("note", ""), styles=STYLES, own={o.id for o in draft.own}, numbers=_numbers(made),
            )  # fmt: skip

    return show


def _numbers(made: Brief) -> dict[tuple[str, int, int], int]:
    out: dict[tuple[str, int, int], int] = {}
    for line in lines(made):
        for e in line.notes:
            out.setdefault((e.article, e.start, e.end), len(out) + 1)
    return out


def edit_brief(desk: Desk) -> Callable[[Request], Any]:
    async def act(request: Request) -> Response:
        form = await form_of(request)
        what, _, key = str(form.get("do", "")).partition(" ")
        text = str(form.get("text", "")).strip()
        with desk.views() as views:
            made = _brief(desk, views, part="brief shown")
        draft = drafts.load(desk.folder)
        mine = Own(key or secrets.token_hex(5), text[:4000], desk.name(request), today())
        if what == "hide":
            draft = replace(draft, hidden=tuple(dict.fromkeys((*draft.hidden, key))))
        elif what == "show":
            draft = replace(draft, hidden=tuple(k for k in draft.hidden if k != key))
        elif what in ("up", "down"):
            draft = replace(draft, first=_moved(made, draft.first, key, -1 if what == "up" else 1))
        elif what == "note":
            rest = tuple(n for n in draft.notes if n.id != key)
            draft = replace(draft, notes=(*rest, mine) if text else rest)
        elif what == "own" and text:
            draft = replace(draft, own=(*draft.own, mine))
        elif what == "disown":
            draft = replace(draft, own=tuple(o for o in draft.own if o.id != key))
        else:
            raise DecisionError(
                "this changes nothing in the brief", what or "brief", "choose a button, or write a sentence"
            )
        drafts.save(desk.folder, draft)
        return RedirectResponse(f"/brief#{quote(key, safe='')}" if key else "/brief", 303)

    return act


def _moved(made: Brief, first: tuple[str, ...], key: str, by: int) -> tuple[str, ...]:
    """The order of one section's lines with one of them a place earlier or later, before what other sections have."""
    for s in made.sections:
        order = [drafted.key(s.key, x) for x in s.lines]
        if key in order:
            i = order.index(key)
            j = min(max(i + by, 0), len(order) - 1)
            order.insert(j, order.pop(i))
            return (*order, *(k for k in first if k not in order))
    return first


def freeze(desk: Desk) -> Callable[[Request], Any]:
    async def act(request: Request) -> Response:
        await form_of(request)
        name = re.sub(r"[^0-9A-Za-z]", "-", today()).strip("-")

        def keep() -> None:
            with desk.views() as views:
                drafts.freeze(desk.folder, name, dumps(_whole(views, _brief(desk, views))))

        await run_in_threadpool(keep)
        return RedirectResponse(f"/brief?frozen={name}", 303)

    return act


def _whole(views: Views, made: Brief) -> Brief:
    """The brief with the texts of the articles that it cites, and no others."""
    cited = {e.article for line in lines(made) for e in line.notes}
    articles = views.articles(cited)
    kept = [replace(s, text=articles[s.id].text) for s in made.sources if s.id in articles]
    return replace(made, sources=tuple(kept))


def export(desk: Desk) -> Callable[[Request], Response]:
    def send(request: Request) -> Response:
        form, style, name = (request.query_params.get(k, "") for k in ("form", "notes", "frozen"))
        if f".{form}" not in forms.MEDIA or (style and style not in STYLES):
            raise InputError(f"cannot write “{form[:20]}”", "brief", "forms are html, md, docx, json")
        with desk.views() as views:
            made = _brief(desk, views, name)
            data = forms.render(made if name else _whole(views, made), f".{form}", style or "file")
        headers = {"content-disposition": f'attachment; filename="{name or "brief"}.{form}"'}
        return Response(data, media_type=forms.MEDIA[f".{form}"], headers=headers)

    return send
