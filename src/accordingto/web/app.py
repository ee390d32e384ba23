"""The addresses of a desk, and what stands behind each."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ..errors import AccordingToError
from . import briefing, lists, pages, writes
from .desk import Desk
from .guard import LOCAL, Guard


def make_app(folder: Path, by: str, token: str = "", hosts: frozenset[str] = LOCAL) -> Any:
    """The ASGI application of one desk; `token` and `hosts` as `guard.Guard` takes them."""
    desk = Desk(folder, by)
    kinds = "|".join(k for k in lists.FILTERS if k != "articles")

    def trouble(request: Request, e: Exception) -> Response:
        """What went wrong, on a page of the desk; what a form wrote is said not to have happened."""
        code = e.status_code if isinstance(e, HTTPException) else 400
        what = getattr(e, "what", "") or (getattr(e, "detail", "") if code != 404 else "") or "Nothing stands under this address: it may have been joined with something else, or withdrawn."  # fmt: skip
        with desk.views() as views:
            return desk.page(request, "trouble.html", views, code, what=what, where=getattr(e, "where", ""), fix=getattr(e, "fix", ""))  # fmt: skip

    routes = [
        Route("/", pages.home(desk)),
        Route("/articles/{id}", pages.article(desk)),
        Route("/lineage", pages.lineage(desk)),
        Route("/figures", pages.figures(desk)),
        Route("/search", pages.search(desk)),
        Route("/help", pages.simple(desk, "help.html", "help")),
        Route("/decisions", pages.decisions(desk)),
        Route("/decisions.jsonl", pages.decisions_file(desk)),
        Route("/status", pages.status(desk)),
        Route("/brief", briefing.brief(desk)),
        Route("/brief/export", briefing.export(desk)),
        Route("/brief/edit", briefing.edit_brief(desk), methods=["POST"]),
        Route("/brief/freeze", briefing.freeze(desk), methods=["POST"]),
        Route("/decide", writes.decide(desk), methods=["POST"]),
        Route("/seen", writes.seen(desk), methods=["POST"]),
        Route("/me", writes.me(desk), methods=["POST"]),
        Route("/add", writes.add(desk), methods=["POST"]),
        Mount("/static", StaticFiles(packages=[("accordingto.web", "static")])),
        Route("/pane/{kind}/{id}", _only(kinds, lists.pane(desk))),
        Route("/{kind}", _only(f"{kinds}|articles", lists.listing(desk))),
        Route("/{kind}/{id}", _only(kinds, lists.listing(desk))),
    ]
    app = Starlette(routes=routes, exception_handlers={AccordingToError: trouble, HTTPException: trouble})
    return Guard(app, token, hosts)


def _only(kinds: str, show: Callable[[Request], Response]) -> Callable[[Request], Response]:
    def checked(request: Request) -> Response:
        if not re.fullmatch(kinds, request.path_params["kind"]):
            raise HTTPException(404)
        return show(request)

    return checked
