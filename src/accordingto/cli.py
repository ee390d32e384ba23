"""The command line. Every verb takes paths (read now, no desk) or works on the desk; `--json` on every verb that prints."""

from __future__ import annotations

import getpass
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from . import __version__, api, forms, lexicon, naming, rulings
from .brief import drafted, exchange, page, situation, terminal
from .brief.footnotes import STYLES
from .console import AS_OF, Bar, Context, Group, common, echo_rows, load, paths_argument, write_file
from .errors import InputError
from .ingest import lists
from .ledger import drafts
from .ledger.codec import to_plain
from .ledger.store import Store, today
from .ledger.views import Views
from .records import Entity, Issue
from .resolve import origins
from .resolve.screening import screen as screen_names
from .text import clip
from .watch import Look, Watcher
from .web import server


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="accordingto")
def main() -> None:
    """Who said what, through whom it reached us, and how many independent origins stand behind it.

    \b
    accordingto brief articles/                 the brief of a folder, on the terminal
    accordingto brief articles/ --out b.html    one file for a browser, works from a USB stick
    accordingto add articles/ && accordingto new    keep a desk; what changed since the last look
    accordingto verify                          re-check every passage against the stored originals
    """


# ── the main job ─────────────────────────────────────────────────────────────────────────────────────────────────────


@main.command()
@paths_argument
@AS_OF
@click.option("--out", metavar="FILE", help="Write .html, .md, .docx or .json instead of printing.")
@click.option("--list", "list_files", multiple=True, metavar="FILE", help="Screen the actors against a sanctions list.")
@click.option("--passages/--no-passages", default=True, help="Print the passages under their numbers.")
@click.option(
    "--notes",
    type=click.Choice(STYLES),
    default="file",
    show_default=True,
    help="How footnotes of .md and .docx name a source.",
)
@click.option("--draft/--no-draft", default=True, help="Of a desk: as it was edited in the browser.")
@common
def brief(
    context: Context, paths: tuple[str, ...], as_of: str, out: str | None, list_files: tuple[str, ...], passages: bool, notes: str, draft: bool,
) -> None:  # fmt: skip
    """Read what is named (or the desk) and tell the brief.

    \b
    accordingto brief articles/
    accordingto brief page.html wire.txt more.jsonl --out brief.html
    curl … | accordingto brief - --as-of 2024-06-30
    """
    suffix = Path(out).suffix.lower() if out else ""
    if suffix and suffix not in forms.MEDIA:
        raise InputError(f"cannot write “{suffix}”", str(out), "end the name in .html, .md, .docx or .json")
    ledger, _, settings = load(context, paths, as_of, list_files)
    made = situation.situation(ledger, settings, as_of)
    if draft and not paths:
        made = drafted.drafted(made, drafts.load(Path(context.desk)))
    if out:
        write_file(out, forms.render(made, suffix, notes))
        click.echo(f"wrote {out}: {made.subtitle}", err=True)
    elif context.json:
        click.echo(forms.render(made, ".json"), nl=False)
    else:
        console = (
            Console(highlight=False)
            if sys.stdout.isatty()
            else Console(highlight=False, width=110, force_terminal=False)
        )
        terminal.show(made, console, passages)
    if not ledger.articles:
        click.get_current_context().exit(1)


# ── the desk ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@main.command()
@click.argument("paths", nargs=-1, required=True)
@common
def add(context: Context, paths: tuple[str, ...]) -> None:
    """Read files, folders, JSON lines or - into the desk. Adding the same thing twice changes nothing.

    \b
    accordingto add articles/ --desk korea
    """
    with Store(context.desk) as store, Bar(context) as bar:
        fresh, issues = api.add(store, paths, today(), bar)
        api.update(store, progress=bar)
    with Views(context.desk) as views:
        counts = {kind: views.counts(kind).get("all", 0) for kind in ("articles", "claims", "statements")}
        found = [*issues, *views.all_of("issues")]
    if context.json:
        click.echo(
            json.dumps(
                {
                    "new": fresh,
                    "articles": counts["articles"],
                    "claims": counts["claims"],
                    "issues": [to_plain(i) for i in found],
                },
                ensure_ascii=False,
            )
        )
    else:
        click.echo(
            f"{fresh} new; the desk has {counts['articles']} articles, {counts['claims']} claims, {counts['statements']} statements."
        )
        _echo_issues(found)
    if not counts["articles"]:
        click.get_current_context().exit(1)


@main.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--every", default=60.0, show_default=True, metavar="SECONDS", help="Time between two looks.")
@click.option("--once", is_flag=True, help="Look once and stop (for a timetable of your own).")
@common
def watch(context: Context, paths: tuple[str, ...], every: float, once: bool) -> None:
    """Keep reading folders into the desk and tell what each new article changes. Ctrl-C stops; nothing is lost.

    \b
    accordingto watch incoming/ --desk korea
    accordingto watch incoming/ --desk korea --every 600 --json >> changes.jsonl
    """
    watcher, first = Watcher(context.desk, paths), True
    try:
        while True:
            with Bar(context) as bar:
                found = watcher.look(bar)
            if found is not None:
                _tell_look(context, found, first)
            if once:
                return
            first = False
            time.sleep(every)
    except KeyboardInterrupt:
        click.echo("accordingto: stopped watching; what was read is in the desk.", err=True)


def _tell_look(context: Context, found: Look, first: bool) -> None:
    """Of the first look only how much there is (`new` tells it), of later ones every change."""
    at, rows = today(), [] if first else [{"kind": c.kind, "id": c.id, "text": c.text} for c in found.changes]
    if context.json:
        issues = [to_plain(i) for i in found.issues]
        click.echo(json.dumps({"at": at, "new": found.fresh, "changes": rows, "issues": issues}, ensure_ascii=False))
        return
    rest = " since the last look: accordingto new" if first else ":" if rows else "."
    click.echo(f"{at}  {found.fresh} new; {len(found.changes)} changes{rest}")
    echo_rows(context, rows, _changed)
    _echo_issues(found.issues)


def _changed(r: dict[str, Any]) -> str:
    return f"{r['kind']:<12} {r['id']}  {r['text']}"


def _echo_issues(issues: Iterable[Issue]) -> None:
    for i in issues:
        click.echo(f"  [{i.code}] {i.where}: {i.what}. To do: {i.fix}")


@main.command()
@click.option("--seen", is_flag=True, help="Mark everything as seen afterwards.")
@common
def new(context: Context, seen: bool) -> None:
    """What changed since the last look: denials, moved positions, figures, expected events that came or lapsed.

    \b
    accordingto new            look; nothing is marked
    accordingto new --seen     look, and start counting from here
    """
    with Store(context.desk, create=False) as store, Bar(context) as bar:
        api.update(store, progress=bar)
    with Views(context.desk) as views:
        at, rows = views.last_look(), views.changes()
    if not context.json:
        click.echo(f"Since {at or 'ever (no look yet)'}: {len(rows)} changes.")
    echo_rows(
        context,
        ({"kind": c.kind, "id": c.id, "text": c.text} for c in rows),
        _changed,
    )
    if seen:
        with Store(context.desk, create=False) as store:
            store.mark_seen(today())


@main.command()
@click.argument("left")
@click.argument("right", required=False, default="")
@click.argument("verdict", type=click.Choice(rulings.VERDICTS))
@click.option("--by", default=getpass.getuser, show_default="your user name", help="Who decides.")
@common
def decide(context: Context, left: str, right: str, verdict: str, by: str) -> None:
    """Rule on two things (same, different, unsure) or on one: accept or reject a derivation, reject an attribution or a
    discrepancy, edit what an article or an attribution says of itself. Kept for good, obeyed on every run.

    \b
    accordingto decide "Jonas Reik" "Jonas Raik" same
    accordingto decide a1b2… c3d4… different
    accordingto decide d12ab34cd56e "" reject
    accordingto decide 03_rewrite.html published=2024-05-15 edit     also outlet, headline, byline, url
    accordingto decide a1b2c3d4e5f6-7 "speaker=Jonas Reik" edit      also addressee, act, position
    accordingto decide c35fd7e55e10c credibility=2 edit              confirm or change what was proposed
    accordingto decide r0123456789a "" withdraw      take a ruling back; it stays on record
    """
    with Store(context.desk, create=False) as store:
        if not store.made_of():
            api.update(store)
        made = rulings.rule(store, left, right, verdict, by)
        api.update(store)
    click.echo(json.dumps(to_plain(made)) if context.json else f"{made.id}: {verdict}, by {made.by} at {made.at}.")


@main.command()
@paths_argument
@common
def verify(context: Context, paths: tuple[str, ...]) -> None:
    """Re-check every passage of every line against the stored originals; exit 1 when one does not hold.

    \b
    accordingto verify --desk korea
    accordingto verify articles/
    """
    ledger, captures, _ = load(context, paths)
    checked, wrong = api.verify(ledger, captures)
    if context.json:
        click.echo(json.dumps({"checked": checked, "wrong": wrong}, ensure_ascii=False))
    else:
        for w in wrong:
            click.echo(f"DOES NOT HOLD  {w}")
        click.echo(f"{checked} passages checked against {len(captures)} originals; {len(wrong)} do not hold.")
    if wrong or not captures:
        click.get_current_context().exit(1)


@main.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Where to listen; anything but this computer asks for a token.",
)
@click.option("--port", default=8765, show_default=True, help="0 takes any free one.")
@click.option("--token", default="", help="The token to ask for; made up where it is needed and not given.")
@click.option(
    "--by",
    default=getpass.getuser,
    show_default="your user name",
    help="Who decides, unless the browser says otherwise.",
)
@common
def serve(context: Context, host: str, port: int, token: str, by: str) -> None:
    """Open the desk in the browser: the same ledger and views, and one keystroke for each correction.

    \b
    accordingto serve --desk korea                  http://127.0.0.1:8765, this computer only
    accordingto serve --desk korea --host 0.0.0.0   for colleagues; prints an address with a token
    """
    with Store(context.desk, create=False) as store, Bar(context) as bar:
        api.update(store, progress=bar)
    server.run(Path(context.desk), host, port, token, by, lambda text: click.echo(text, err=True))


# ── views ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _view(name: str, record: str, text: Callable[[dict[str, Any]], str], summary: str) -> None:
    @main.command(
        name,
        help=f"{summary}\n\n\b\naccordingto {name}                 of the desk\naccordingto {name} articles/ --json",
    )
    @paths_argument
    @AS_OF
    @common
    def view(context: Context, paths: tuple[str, ...], as_of: str) -> None:
        ledger, _, _ = load(context, paths, as_of)
        rows = (r for r in exchange.records(ledger) if r["record"] == record and not (name == "timeline" and r["main"]))
        echo_rows(context, sorted(rows, key=lambda r: r["date"]) if name == "timeline" else rows, text)


def _told(r: dict[str, Any]) -> str:
    lines = [
        f"{r['id']}  {r['speaker']}{' → ' + r['addressee'] if r['addressee'] else ''}: {r['act']} ({len(r['members'])} tellings)"
    ]
    return "\n".join(
        [*lines, *(f"    {m['article']} [{m['start']}:{m['end']}] “{clip(m['text'], 200)}”" for m in r["members"])]
    )


def _claimed(r: dict[str, Any]) -> str:
    origin = (
        r["reporting_origins"]
        if isinstance(r["reporting_origins"], str)
        else f"{len(r['reporting_origins'])}: {', '.join(r['reporting_origins'])}"
    )
    head = f"{r['id']}  {clip(r['text'], 200)}\n    {len(r['outlets'])} outlets · reporting origins {origin}"
    return "\n".join(
        [
            head,
            *(
                f"    {p['position']:<9} {p['holder']}  — {p['evidence'][0]['article']} [{p['evidence'][0]['start']}:{p['evidence'][0]['end']}]"
                for p in r["positions"]
            ),
        ]
    )


def _derived(r: dict[str, Any]) -> str:
    return f"{r['id']}  {r['later']} {r['relation']} {r['earlier']}  ({r['score']:.2f}: {', '.join(w['code'] for w in r['why'])})"


def _differs(r: dict[str, Any]) -> str:
    head = f"{r['id']}  {r['kind']} ({r['grade']}): {' ⇄ '.join(r['values'])} — {r['subject']}"
    return "\n".join(
        [head, *(f"    {e['article']} [{e['start']}:{e['end']}] “{clip(e['text'], 160)}”" for e in r["evidence"])]
    )


_view("claims", "claim", _claimed, "Claims with every position and the origins behind them.")
_view("statements", "statement", _told, "Speech acts with all their wordings.")
_view(
    "entities",
    "entity",
    lambda r: (
        f"{r['id']}  {r['kind']:<6} {r['name']}  {'; '.join(r['roles'])}  ({len(r['members'])} mentions; {', '.join(r['variants'])})"
    ),
    "Actors with variants and roles.",
)
_view("lineage", "derivation", _derived, "What each article was made from, with reasons.")


@main.command()
@click.argument("one")
@click.argument("other")
@paths_argument
@common
def between(context: Context, one: str, other: str, paths: tuple[str, ...]) -> None:
    """How two articles stand to each other: copied, cites, same_primary_source, independent or not established, and why.

    \b
    accordingto between 01_agency.txt 03_rewrite.html articles/
    accordingto between a1b2c3d4e5f6 a6f5e4d3c2b1 --json          of the desk
    """
    ledger, _, _ = load(context, paths)
    names = {name: a for a in ledger.articles for name in (a.id, a.input)}
    unknown = [x for x in (one, other) if x not in names]
    if unknown or names[one] is names[other]:
        what = f"no article is called “{unknown[0]}”" if unknown else "these are one article"
        raise InputError(what, " ".join(paths) or context.desk, "name two articles by file name or id")
    said, reasons = origins.relation(ledger, names[one].id, names[other].id)
    told = [
        {"code": w.code, "weight": w.weight, "text": lexicon.reason("lineage", w.code)[1], "note": w.note}
        for w in reasons
    ]
    if context.json:
        row = {"one": names[one].input, "other": names[other].input, "relation": said, "why": told}
        click.echo(json.dumps(row, ensure_ascii=False))
        return
    click.echo(f"{names[one].input} and {names[other].input}: {said.replace('_', ' ')}")
    for w in told:
        click.echo(f"    {w['text']}" + (f" ({w['note']})" if w["note"] else ""))


_view("discrepancies", "discrepancy", _differs, "Where the accounts do not agree.")
_view(
    "timeline",
    "event",
    lambda r: f"{r['date']:<14} {r['status']:<9} {clip(r['title'], 160)}  — {r['holder']}",
    "Past and expected events.",
)
_view(
    "stories",
    "story",
    lambda r: f"{r['id']}  {r['title']}  ({len(r['articles'])} articles, {len(r['events'])} events)",
    "Stories and their events.",
)


@main.command()
@click.argument("key")
@click.argument("paths", nargs=-1)
@common
def show(context: Context, key: str, paths: tuple[str, ...]) -> None:
    """Everything about one id (article, claim, statement, entity, event, story, derivation, discrepancy).

    \b
    accordingto show c35fd7e55e10c --desk korea
    accordingto show 01_agency.txt articles/
    """
    ledger, _, _ = load(context, paths)
    found = [
        r
        for r in exchange.records(ledger)
        if key in (r["id"], r.get("input")) and r["record"] not in ("attribution", "mention")
    ]
    if not found:
        raise InputError(
            f"nothing is called “{key}”",
            context.desk,
            "ids are printed by claims, statements, entities, lineage, timeline, stories",
        )
    for r in found:
        click.echo(json.dumps(r, ensure_ascii=False) if context.json else json.dumps(r, ensure_ascii=False, indent=1))


@main.command()
@click.option(
    "--list",
    "list_files",
    multiple=True,
    required=True,
    metavar="FILE",
    help="UN, OFAC or EU XML; OFAC, EU, UK or OpenSanctions CSV; FollowTheMoney or other JSON lines.",
)
@click.argument("names", nargs=-1)
@common
def screen(context: Context, list_files: tuple[str, ...], names: tuple[str, ...]) -> None:
    """Screen names, or every actor of the desk, against sanctions lists. A name alone is never called a match.

    \b
    accordingto screen --list un.xml "Kim Jong Sik"
    accordingto screen --list sdn.csv --desk korea
    """
    if names:
        with Bar(context) as bar:
            entries = lists.load(list_files, bar)
        actors = [Entity(n, n, "body" if naming.is_body(n) else "", (n,), (), (), ()) for n in names]
        found = screen_names(actors, entries)
    else:
        found = load(context, (), list_files=list_files)[0].screenings
    echo_rows(context, map(exchange.screening, found), _screened)
    if not found and not context.json:
        click.echo("No listed name was found. That is no clearance: names are compared, not persons.")


def _screened(r: dict[str, Any]) -> str:
    head = f"{r['verdict']}: {r['name']} — {r['list']} {r['entry']}: {clip(r['details'], 200)}"
    rest = f"\n    {r['more']} more listed names are no better." if r["more"] else ""
    return head + "".join(f"\n    {lexicon.reason('screening', w['code'])[1]} ({w['note']})" for w in r["why"]) + rest


# ── filters ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@main.command()
@click.argument("file", default="-")
@click.option("--workers", default=1, show_default=True, help="Processes; the output is the same with any number.")
def annotate(file: str, workers: int) -> None:
    """A Unix filter: JSON lines {"id","text"} (+ title, published, url, outlet) in, one annotated line an article out.

    \b
    accordingto annotate articles.jsonl > annotated.jsonl
    jq -c '{id, text}' feed.jsonl | accordingto annotate -
    """
    failed = 0
    for n, (out, trouble) in enumerate(api.annotate_lines(_input_lines(file), workers), 1):
        if trouble:
            failed += 1
            click.echo(f"accordingto: line {n}: {trouble}", err=True)
        else:
            click.echo(out)
    if failed:
        click.get_current_context().exit(1)


def _input_lines(file: str) -> Iterator[str]:
    try:
        stream = sys.stdin.buffer if file == "-" else open(file, "rb")  # noqa: SIM115
    except OSError as e:
        raise InputError(f"cannot be opened: {e.strerror}", file, "check the path") from e
    with stream:
        for raw in stream:
            line = raw.decode("utf-8", "replace").strip()
            if line:
                yield line


@main.command()
@paths_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "ftm", "annotation", "html"]),
    default="jsonl",
    show_default=True,
)
@click.option("--out", metavar="FILE", help="Write to a file instead of standard output.")
@AS_OF
@common
def export(context: Context, paths: tuple[str, ...], form: str, out: str | None, as_of: str) -> None:
    """The whole ledger for other programs: JSON lines, CSV of claims, FollowTheMoney, W3C Web Annotation, HTML.

    \b
    accordingto export articles/ --format jsonl > ledger.jsonl
    accordingto export --desk korea --format ftm --out korea.ftm.jsonl
    """
    ledger, _, settings = load(context, paths, as_of)
    text = (
        page.page(situation.situation(ledger, settings, as_of))
        if form == "html"
        else "".join(f"{line}\n" for line in api.EXPORTS[form](ledger))
    )
    if out:
        write_file(out, text.encode())
    else:
        click.echo(text, nl=False)


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """How to switch on completion in your shell."""
    line = {
        "bash": 'eval "$(_ACCORDINGTO_COMPLETE=bash_source accordingto)"',
        "zsh": 'eval "$(_ACCORDINGTO_COMPLETE=zsh_source accordingto)"',
        "fish": "_ACCORDINGTO_COMPLETE=fish_source accordingto | source",
    }
    click.echo(line[shell])


if __name__ == "__main__":
    main()
