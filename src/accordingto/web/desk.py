"""What every page needs: the desk behind it, its templates, the last ruling and what it changed; forms and the way back."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse

from ..brief.phrases import many, outlet, published, when
from ..ledger.store import Store
from ..ledger.views import Views
from ..text import squeeze
from . import shown
from .guard import LARGEST
from .work import Worker

TITLES = {
    "claims": "Claims", "statements": "Who said what", "entities": "Actors", "events": "Timeline", "discrepancies": "Differences", "articles": "Articles",
    "derivations": "Made from", "stories": "Stories", "suggestions": "To decide",
}  # fmt: skip


class Desk:
    """One desk behind the pages."""

    def __init__(self, folder: Path, by: str) -> None:
        self.folder, self.by = folder, by
        self.worker = Worker(folder)
        self.env = Environment(
            loader=PackageLoader("accordingto.web"), autoescape=select_autoescape(default=True), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self.env.filters |= {"plain": lambda t: shown.plain(str(t)), "squeeze": squeeze, "when": when, "path": lambda t: quote(str(t), safe="")}  # fmt: skip
        self.env.globals |= {
            "many": many,
            "outlet": outlet,
            "published": published,
            "TITLES": TITLES,
            "NOUN": shown.NOUN,
        }

    def views(self) -> Views:
        return Views(self.folder)

    def page(self, request: Request, template: str, views: Views, status: int = 200, **given: Any) -> HTMLResponse:
        """A whole page, with what every page shows: the desk's name, open questions, the last ruling and what it changed."""
        done = request.query_params.get("did", "")
        told = {
            "desk": self.folder.resolve().name, "csrf": request.state.csrf, "by": self.name(request), "here": here(request), "articles": int(views.meta("articles") or 0),
            "open": views.counts("suggestions").get("all", 0), "state": self.worker.state(), "did": done, "effect": self.effect(views, done), "ruling": self.ruling(done),
            "query": "", "kind": "", "section": "",
        }  # fmt: skip
        return HTMLResponse(self.env.get_template(template).render(told | given), status)

    def part(self, template: str, **given: Any) -> HTMLResponse:
        return HTMLResponse(self.env.get_template(template).render(given))

    def name(self, request: Request) -> str:
        return re.sub(r"[^\w .@-]", "", request.cookies.get("by", ""))[:60] or self.by

    def ruling(self, done: str) -> Any:
        if not done:
            return None
        with Store(self.folder, create=False) as store:
            return next((d for d in store.decisions() if d.id == done), None)

    def effect(self, views: Views, done: str) -> dict[str, Any] | None:
        """What a ruling changed, as links."""
        found = self.worker.effects.get(done)
        if found is None:
            return None
        rows = []
        for kind, key, how in found.rows:
            record = views.find(key)
            title = (
                shown.row(kind, record[1], set())["title"]
                if record and kind in shown.NOUN and kind != "screenings"
                else key
            )
            rows.append({"kind": shown.NOUN.get(kind, kind), "how": how, "title": title, "href": f"/{kind}/{key}" if record and kind in TITLES else ""})  # fmt: skip
        return {"rows": rows, "more": found.more}


def here(request: Request) -> str:
    """This address without what was just done, to come back to."""
    kept = [(k, v) for k, v in request.query_params.multi_items() if k not in ("did", "token", "trouble")]
    return request.url.path + (f"?{urlencode(kept)}" if kept else "")


def back(form: Mapping[str, Any], **extra: str) -> RedirectResponse:
    """Where a form came from; only a path of this desk, never another site."""
    to = str(form.get("back", "/"))
    if not re.match(r"/(?![/\\])[^\s\\]*$", to):
        to = "/"
    if extra:
        path, mark, anchor = to.partition("#")
        to = path + ("&" if "?" in path else "?") + urlencode(extra) + mark + anchor
    return RedirectResponse(to, 303)


async def form_of(request: Request) -> Mapping[str, Any]:
    """The form, if it carries this session's ticket."""
    form = await request.form(max_files=200, max_fields=200, max_part_size=LARGEST)
    if not secrets.compare_digest(str(form.get("csrf", "")).encode(), request.state.csrf.encode()):
        raise HTTPException(
            403, "The form is from an earlier session; nothing was changed. Load the page again and repeat."
        )
    return form
