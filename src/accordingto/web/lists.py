"""Lists with their filters, and the detail of one record: three panes, or one for the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..ledger.store import Store
from ..ledger.views import Views
from . import shown
from .desk import Desk

PAGE = 40
FILTERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "claims": (
        ("cited", "somebody is cited, or several outlets"), ("new", "new"), ("changed", "changed"), ("disputed", "disputed"), ("single", "single origin"), ("several", "several origins"),
        ("unanswered", "alleged, unanswered"), ("listed", "possible listing"),
    ),
    "statements": (("new", "new"), ("several", "several tellings"), ("altered", "altered words")),
    "entities": (("person", "persons"), ("body", "bodies"), ("vessel", "ships"), ("place", "places"), ("variants", "several spellings"), ("listed", "possible listing")),
    "events": (("main", "main events"), ("expected", "expected"), ("came", "expected, reported since"), ("occurred", "occurred"), ("new", "new")),
    "discrepancies": (
        ("substantive", "substantive"), ("rounding", "rounding"), ("cosmetic", "cosmetic"), ("quantity", "figures"), ("wording", "wordings"), ("name", "names"), ("role", "roles"),
        ("date", "days"), ("polarity", "yes and no"), ("who-to-whom", "who to whom"), ("certainty", "certainty"), ("place", "places"), ("new", "new"),
    ),
    "articles": (("new", "new"), ("undated", "undated"), ("outlet unknown", "outlet unknown")),
    "derivations": (("copied", "made from"), ("cites", "cites"), ("same_primary_source", "same source"), ("weak", "weak")),
    "stories": (("new", "new"),),
    "suggestions": (("entity", "persons"), ("statement", "statements"), ("claim", "claims"), ("derivation", "derivations"), ("screening", "sanctions lists")),
}  # fmt: skip


def listing(desk: Desk) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        kind, key = request.path_params["kind"], request.path_params.get("id", "")
        asked = [f for f in request.query_params.getlist("f") if f][:3]
        words = request.query_params.get("q", "").strip()[:200]
        at = max(1, _number(request.query_params.get("page", "1")))
        with desk.views() as views:
            counts = views.counts(kind)
            found = views.search(words, kind) if words else []
            if words:
                found = [i for i in found if not asked or set(asked) <= views.flags_of(i)]
                ids, total = found[(at - 1) * PAGE : at * PAGE], len(found)
            else:
                ids = views.ids(kind, asked, (at - 1) * PAGE, PAGE + 1)
                total = counts.get((asked or ["all"])[0], 0) if len(asked) < 2 else (at - 1) * PAGE + len(ids)
            more = len(ids) > PAGE or (bool(words) and at * PAGE < total)
            rows = [shown.row(kind, r, views.flags_of(r.id)) for r in views.many(ids[:PAGE])]
            opened = _opened(views, kind, key) if key else None
            if key and opened is None:
                holder = views.holder_of(key)
                record = views.find(holder) if holder and holder != key else None
                if record is not None:
                    return RedirectResponse(
                        f"/{record[0]}/{holder}{f'?{request.url.query}' if request.url.query else ''}", 307
                    )
                if request.query_params.get(
                    "did"
                ):  # what was ruled on is gone by the ruling: the list shows what it became
                    return RedirectResponse(f"/{kind}?{request.url.query}", 307)
                raise HTTPException(404)
            stories = views.many(views.ids("stories", [], 0, 12))
            questions = _questions(desk, counts)
            filters = [(f, label, counts.get(f, 0)) for f, label in FILTERS[kind]]
            return desk.page(
                request, "list.html", views, kind=kind, section=kind, rows=rows, total=total, at=at, more=more, asked=asked, filters=filters, stories=stories,
                story_counts=counts, questions=questions, query=words, opened=opened, selected=opened["id"] if opened else "", href=_href(kind, asked, words),
            )  # fmt: skip

    return show


def _href(kind: str, asked: list[str], words: str) -> Callable[..., str]:
    """Addresses of the list with a filter switched, a page turned, or a record opened; what is asked stays."""

    def href(key: str = "", switch: str = "", page: int = 1) -> str:
        story = switch.startswith(("story:", "question:"))
        kept = [
            f
            for f in asked
            if f != switch and (not switch or f.partition(":")[0] != switch.partition(":")[0] or not story)
        ]
        if switch and not story:
            kept = [f for f in kept if ":" in f]
        new = [] if not switch or switch in asked else [switch]
        query = (
            [("f", f) for f in (*new, *kept)]
            + ([("q", words)] if words else [])
            + ([("page", str(page))] if page > 1 else [])
        )
        return f"/{kind}" + (f"/{quote(key, safe='')}" if key else "") + (f"?{urlencode(query)}" if query else "")

    return href


def _questions(desk: Desk, counts: Mapping[str, int]) -> list[tuple[str, str, int]]:
    with Store(desk.folder, create=False) as store:
        asked = store.settings().questions
    return [(f"question:{i}", q, counts.get(f"question:{i}", 0)) for i, q in enumerate(asked)]


def _opened(views: Views, kind: str, key: str) -> dict[str, Any] | None:
    found = views.find(key)
    return shown.detail(views, kind, found[1]) if found is not None and found[0] == kind else None


def pane(desk: Desk) -> Callable[[Request], Response]:
    """The detail of one record alone: what the keyboard puts into the right pane."""

    def show(request: Request) -> Response:
        kind, key = request.path_params["kind"], request.path_params["id"]
        with desk.views() as views:
            opened = _opened(views, kind, key)
            if opened is None:
                raise HTTPException(404)
            back = request.query_params.get("back", f"/{kind}/{key}")
            return desk.part(f"detail/{kind}.html", opened=opened, csrf=request.state.csrf, here=back)

    return show


def _number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 7 else 1
