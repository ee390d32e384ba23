"""The pages: what each address shows, what each form does. Pages read the catalogue; writes keep a ruling and wake the worker."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from .. import forms, rulings
from ..brief import drafted, situation
from ..brief.footnotes import STYLES, lines
from ..brief.model import Brief
from ..brief.phrases import many, outlet, published, when
from ..errors import AccordingToError, DecisionError, InputError
from ..ingest import sources
from ..ledger import drafts
from ..ledger.codec import dumps, from_plain
from ..ledger.store import Store, today
from ..ledger.views import Views
from ..records import Article, Own
from ..text import squeeze
from . import drawing, shown
from .guard import LARGEST, LOCAL, Guard
from .work import Worker

PAGE = 40
WAIT = 4.0
"""Seconds that a write waits for the ledger to be made anew before the page says that it is being made."""
FILTERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "claims": (
        ("cited", "somebody is cited, or several outlets"), ("new", "new"), ("changed", "changed"), ("disputed", "disputed"), ("single", "single origin"), ("several", "several origins"),
        ("unanswered", "alleged, unanswered"), ("listed", "possible listing"),
    ),
    "statements": (("new", "new"), ("several", "several tellings"), ("altered", "altered words")),
    "entities": (("person", "persons"), ("body", "bodies"), ("place", "places"), ("variants", "several spellings"), ("listed", "possible listing")),
    "events": (("main", "main events"), ("expected", "expected"), ("came", "expected, reported since"), ("occurred", "occurred"), ("new", "new")),
    "discrepancies": (
        ("substantive", "substantive"), ("rounding", "rounding"), ("cosmetic", "cosmetic"), ("quantity", "figures"), ("wording", "wordings"), ("name", "names"), ("role", "roles"),
        ("date", "days"), ("polarity", "yes and no"), ("who-to-whom", "who to whom"), ("new", "new"),
    ),
    "articles": (("new", "new"), ("undated", "undated"), ("outlet unknown", "outlet unknown")),
    "derivations": (("copied", "made from"), ("cites", "cites"), ("same_primary_source", "same source"), ("weak", "weak")),
    "stories": (("new", "new"),),
    "suggestions": (("entity", "persons"), ("statement", "statements"), ("claim", "claims"), ("derivation", "derivations"), ("screening", "sanctions lists")),
}  # fmt: skip
TITLES = {
    "claims": "Claims", "statements": "Who said what", "entities": "Actors", "events": "Timeline", "discrepancies": "Differences", "articles": "Articles",
    "derivations": "Made from", "stories": "Stories", "suggestions": "To decide",
}  # fmt: skip
CHANGES = {
    "denial": "New denials", "position": "Positions that moved", "figure": "Figures that differ", "discrepancy": "Other differences", "came": "Expected, and reported since",
    "lapsed": "Expected, and lapsed", "expected": "Newly expected", "new-claim": "New claims", "article": "New articles", "nothing-new": "Articles that add nothing", "gone": "No longer here",
}  # fmt: skip
CHANGE_PLACE = {"figure": "discrepancies", "discrepancy": "discrepancies", "came": "events", "lapsed": "events", "expected": "events", "article": "articles", "nothing-new": "articles"}  # fmt: skip


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
            "desk": self.folder.resolve().name, "csrf": request.state.csrf, "by": self.name(request), "here": _here(request), "articles": int(views.meta("articles") or 0),
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


def _here(request: Request) -> str:
    """This address without what was just done, to come back to."""
    kept = [(k, v) for k, v in request.query_params.multi_items() if k not in ("did", "token", "trouble")]
    return request.url.path + (f"?{urlencode(kept)}" if kept else "")


def _back(form: Mapping[str, Any], **extra: str) -> RedirectResponse:
    """Where a form came from; only a path of this desk, never another site."""
    to = str(form.get("back", "/"))
    if not re.match(r"/(?![/\\])[^\s\\]*$", to):
        to = "/"
    if extra:
        path, mark, anchor = to.partition("#")
        to = path + ("&" if "?" in path else "?") + urlencode(extra) + mark + anchor
    return RedirectResponse(to, 303)


# ── lists and details ────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── first page, article, lineage, figures, search ────────────────────────────────────────────────────────────────────


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
                chips=situation.outlet_chips(a, reporting) if reporting else (),
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


# ── writes ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def _form(request: Request) -> Mapping[str, Any]:
    """The form, if it carries this session's ticket."""
    form = await request.form(max_files=200, max_fields=200, max_part_size=LARGEST)
    if not secrets.compare_digest(str(form.get("csrf", "")).encode(), request.state.csrf.encode()):
        raise HTTPException(
            403, "The form is from an earlier session; nothing was changed. Load the page again and repeat."
        )
    return form


def decide(desk: Desk) -> Callable[[Request], Any]:
    """A ruling, kept at once; the page that follows shows what it changed, or that it is being worked in."""

    async def act(request: Request) -> Response:
        form = await _form(request)
        given = {k: str(form.get(k, "")).strip() for k in ("left", "right", "verdict", "field", "value")}
        if given["field"]:
            given["right"] = f"{given['field']}={given['value']}"

        def keep() -> str:
            with Store(desk.folder, create=False) as store:
                made = rulings.rule(store, given["left"], given["right"], given["verdict"], desk.name(request))
            desk.worker.ask(made.id, WAIT)
            return made.id

        return _back(form, did=await run_in_threadpool(keep))

    return act


def seen(desk: Desk) -> Callable[[Request], Any]:
    async def act(request: Request) -> Response:
        form = await _form(request)

        def mark() -> None:
            with Store(desk.folder, create=False) as store:
                store.mark_seen(today())

        await run_in_threadpool(mark)
        return _back(form)

    return act


def me(desk: Desk) -> Callable[[Request], Any]:
    async def act(request: Request) -> Response:
        form = await _form(request)
        answer = _back(form)
        answer.set_cookie("by", re.sub(r"[^\w .@-]", "", str(form.get("by", "")))[:60], max_age=31_536_000, httponly=True, samesite="strict")  # fmt: skip
        return answer

    return act


def add(desk: Desk) -> Callable[[Request], Any]:
    """Files from the browser. Their names are names only: nothing is ever written under them."""

    async def act(request: Request) -> Response:
        form = await _form(request)
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
        return _back(form)

    return act


# ── the brief ────────────────────────────────────────────────────────────────────────────────────────────────────────


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
        form = await _form(request)
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
        await _form(request)
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


# ── the application ──────────────────────────────────────────────────────────────────────────────────────────────────


def make_app(folder: Path, by: str, token: str = "", hosts: frozenset[str] = LOCAL) -> Any:
    """The ASGI application of one desk; `token` and `hosts` as `guard.Guard` takes them."""
    desk = Desk(folder, by)
    kinds = "|".join(k for k in FILTERS if k != "articles")

    def trouble(request: Request, e: Exception) -> Response:
        """What went wrong, on a page of the desk; what a form wrote is said not to have happened."""
        code = e.status_code if isinstance(e, HTTPException) else 400
        what = getattr(e, "what", "") or (getattr(e, "detail", "") if code != 404 else "") or "Nothing stands under this address: it may have been joined with something else, or withdrawn."  # fmt: skip
        with desk.views() as views:
            return desk.page(request, "trouble.html", views, code, what=what, where=getattr(e, "where", ""), fix=getattr(e, "fix", ""))  # fmt: skip

    routes = [
        Route("/", home(desk)),
        Route("/articles/{id}", article(desk)),
        Route("/lineage", lineage(desk)),
        Route("/figures", figures(desk)),
        Route("/search", search(desk)),
        Route("/help", simple(desk, "help.html", "help")),
        Route("/decisions", decisions(desk)),
        Route("/decisions.jsonl", decisions_file(desk)),
        Route("/status", status(desk)),
        Route("/brief", brief(desk)),
        Route("/brief/export", export(desk)),
        Route("/brief/edit", edit_brief(desk), methods=["POST"]),
        Route("/brief/freeze", freeze(desk), methods=["POST"]),
        Route("/decide", decide(desk), methods=["POST"]),
        Route("/seen", seen(desk), methods=["POST"]),
        Route("/me", me(desk), methods=["POST"]),
        Route("/add", add(desk), methods=["POST"]),
        Mount("/static", StaticFiles(packages=[("accordingto.web", "static")])),
        Route("/pane/{kind}/{id}", _only(kinds, pane(desk))),
        Route("/{kind}", _only(f"{kinds}|articles", listing(desk))),
        Route("/{kind}/{id}", _only(kinds, listing(desk))),
    ]
    app = Starlette(routes=routes, exception_handlers={AccordingToError: trouble, HTTPException: trouble})
    return Guard(app, token, hosts)


def _only(kinds: str, show: Callable[[Request], Response]) -> Callable[[Request], Response]:
    def checked(request: Request) -> Response:
        if not re.fullmatch(kinds, request.path_params["kind"]):
            raise HTTPException(404)
        return show(request)

    return checked
