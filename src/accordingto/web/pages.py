"""Pages that are no list: what changed, one article, lineage, figures, search, decisions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..brief import sources
from ..ledger.store import Store, today
from ..ledger.views import Views
from ..records import Article
from . import drawing, shown
from .desk import TITLES, Desk

CHANGES = {
    "denial": "New denials", "position": "Positions that moved", "figure": "Figures that differ", "discrepancy": "Other differences", "came": "Expected, and reported since",
    "lapsed": "Expected, and lapsed", "expected": "Newly expected", "new-claim": "New claims", "article": "New articles", "nothing-new": "Articles that add nothing", "gone": "No longer here",
}  # fmt: skip
CHANGE_PLACE = {"figure": "discrepancies", "discrepancy": "discrepancies", "came": "events", "lapsed": "events", "expected": "events", "article": "articles", "nothing-new": "articles"}  # fmt: skip


def home(desk: Desk) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        with desk.views() as views:
            if views.meta("day") != today()[:10]:
                desk.worker.ask("day")  # windows close at midnight: what lapsed is made anew
            told = []
            for kind, name in CHANGES.items():
                n, found = views.changes_of(kind, 60)
                place = CHANGE_PLACE.get(kind, "claims")
                rows = [{"c": c, "href": "" if kind == "gone" else f"/{place}/{c.id}"} for c in found]
                told += [(kind, name, rows, n)] if n else []
            return desk.page(
                request, "home.html", views, section="home", groups=told, since=views.last_look(), title=views.meta("title"), subtitle=views.meta("subtitle"),
                issues=views.all_of("issues", 200),
            )  # fmt: skip

    return show


def article(desk: Desk) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        key = request.path_params["id"]
        with desk.views() as views:
            found = views.find(views.article_called(key) or key)
            if found is None or not isinstance(found[1], Article):
                raise HTTPException(404)
            a = found[1]
            claims = [("claims", c) for c in views.touching(a.id, "claims")]
            statements = [("statements", s) for s in views.touching(a.id, "statements")]
            odds = [("discrepancies", d) for d in views.touching(a.id, "discrepancies")]
            novelty = views.novelty(a.id)
            made = views.touching(a.id, "derivations")
            others = views.articles(k for d in made for k in (d.later, d.earlier))
            n = views.annotation(a.id)
            reporting = views.reporting(a.id)
            return desk.page(
                request, "article.html", views, section="articles", a=a, segments=shown.segments(a, n, novelty, [*claims, *statements, *odds]),
                records=[(k, shown.row(k, r, set())) for k, r in (*claims, *statements, *odds)], made=made, others=others, states=_tally(novelty),
                mentions=len(n.mentions) if n else 0, attributions=len(n.attributions) if n else 0, reporting=reporting,
                chips=sources.outlet_chips(a, reporting) if reporting else (),
            )  # fmt: skip

    return show


def _tally(novelty: list[Any]) -> dict[str, int]:
    return {s: sum(n.state == s for n in novelty) for s in ("new", "reworded", "known")}


def lineage(desk: Desk) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        with desk.views() as views:
            stories = views.many(views.ids("stories", [], 0, 40))
            story = next(
                (s for s in stories if s.id == request.query_params.get("story")), stories[0] if stories else None
            )
            articles = list(views.articles(story.articles).values()) if story else []
            made = {d.id: d for a in articles for d in views.touching(a.id, "derivations")}
            drawn = drawing.lineage(articles, sorted(made.values(), key=lambda d: d.id))
            return desk.page(request, "lineage.html", views, section="lineage", stories=stories, story=story, drawn=drawn, box=drawing.BOX, width=drawing.WIDTH)  # fmt: skip

    return show


def figures(desk: Desk) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        with desk.views() as views:
            counted = views.counted()
            what = request.query_params.get("what") or (counted[0][0] if counted else "")
            rows = views.figures(what)
            drawn = drawing.plot(rows) if rows else None
            known = views.articles(f["evidence"][0] for f in rows)
            return desk.page(request, "figures.html", views, section="figures", counted=counted, what=what, rows=rows, drawn=drawn, known=known)  # fmt: skip

    return show


def search(desk: Desk) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        words = request.query_params.get("q", "").strip()[:200]
        with desk.views() as views:
            groups = []
            for kind in ("claims", "statements", "entities", "events", "discrepancies", "articles"):
                ids = views.search(words, kind)
                rows = [shown.row(kind, r, views.flags_of(r.id)) for r in views.many(ids[:8])]
                if rows:
                    groups.append((kind, len(ids), rows))
            return desk.page(request, "search.html", views, section="search", query=words, groups=groups)

    return show


def simple(desk: Desk, template: str, section: str) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        with desk.views() as views:
            return desk.page(request, template, views, section=section)

    return show


def decisions(desk: Desk) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        with desk.views() as views, Store(desk.folder, create=False) as store:
            made = store.decisions()
            gone = {d.withdraws for d in made if d.withdraws}
            rows = [{"d": d, "left": _called(views, d.left), "right": _called(views, d.right), "withdrawn": d.id in gone} for d in reversed(made)]  # fmt: skip
            return desk.page(request, "decisions.html", views, section="decisions", rows=rows)

    return show


def _called(views: Views, name: str) -> dict[str, str]:
    """A name of a decision as a reader knows it, with where it is opened."""
    holder = views.holder_of(name) if name else ""
    found = views.find(holder) if holder else None
    if found is None or found[0] not in TITLES:
        return {"text": name, "href": ""}
    return {"text": shown.row(found[0], found[1], set())["title"], "href": f"/{found[0]}/{holder}"}


def decisions_file(desk: Desk) -> Callable[[Request], Response]:
    def send(request: Request) -> Response:
        path = desk.folder / "decisions.jsonl"
        data = path.read_bytes() if path.exists() else b""
        return Response(data, media_type="application/x-ndjson", headers={"content-disposition": 'attachment; filename="decisions.jsonl"'})  # fmt: skip

    return send


def status(desk: Desk) -> Callable[[Request], Response]:
    return lambda request: JSONResponse(desk.worker.state())
