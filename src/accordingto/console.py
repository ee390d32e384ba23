"""What every verb of the command line shares: options, progress, errors as one clear message, the ledger that it works on."""

from __future__ import annotations

import functools
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from . import api
from .errors import AccordingToError, DeskError, InputError
from .ledger.files import write_whole
from .ledger.store import Store
from .pipeline import Progress as Watch
from .records import Capture, Ledger, Settings

F = TypeVar("F", bound=Callable[..., Any])
DEFAULT_DESK = "desk"


@dataclass
class Context:
    desk: str
    json: bool
    quiet: bool


class Group(click.Group):
    """Turns our errors into one clear message and an exit code; Ctrl-C leaves the desk consistent."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except AccordingToError as e:
            click.echo(f"accordingto: {e}", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(141)
        except KeyboardInterrupt:
            click.echo(
                "accordingto: interrupted. The desk is as it was before this step; the same command goes on from there.",
                err=True,
            )
            ctx.exit(130)


def common(f: F) -> F:
    """--desk, --json, --quiet on every verb."""

    @click.option(
        "--desk",
        default=lambda: os.environ.get("ACCORDINGTO_DESK", DEFAULT_DESK),
        show_default="$ACCORDINGTO_DESK or ./desk",
        help="The desk's folder.",
    )
    @click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
    @click.option("--quiet", "-q", is_flag=True, help="No progress on stderr.")
    @functools.wraps(f)
    def wrapped(*args: Any, desk: str, as_json: bool, quiet: bool, **kw: Any) -> Any:
        return f(Context(desk, as_json, quiet), *args, **kw)

    return wrapped  # type: ignore[return-value]


def paths_argument(f: F) -> F:
    return click.argument("paths", nargs=-1)(f)


AS_OF = click.option("--as-of", default="", metavar="DATE", help="Only what was published by this day (YYYY-MM-DD).")


def _day(value: str) -> str:
    fits = not value or (len(value) == 10 and value[4] == value[7] == "-" and value.replace("-", "").isdigit())
    if not fits:
        raise InputError(f"“{value}” is no day", "--as-of", "write it as 2024-06-30")
    return value


class Bar:
    """Progress on stderr only, and only where a person looks."""

    def __init__(self, context: Context) -> None:
        self.on = sys.stderr.isatty() and not context.quiet
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self.progress = Progress(*columns, console=Console(stderr=True), transient=True, disable=not self.on)
        self.task = self.progress.add_task("reading", total=None)

    def __enter__(self) -> Watch:
        self.progress.start()
        return self.show

    def __exit__(self, *exc: object) -> None:
        self.progress.stop()

    def show(self, step: str, done: int, total: int) -> None:
        self.progress.update(self.task, description=step, completed=done, total=total)


def load(
    context: Context, paths: Sequence[str], as_of: str = "", list_files: Iterable[str] = ()
) -> tuple[Ledger, list[Capture], Settings]:
    """The ledger of the named paths, else of the desk."""
    _day(as_of)
    with Bar(context) as bar:
        if paths:
            return *api.read(paths, as_of, list_files, bar), Settings()
        if not Path(context.desk).exists():
            raise DeskError(
                "nothing is named and there is no desk",
                context.desk,
                "name files or folders, or make a desk: accordingto add PATH…",
            )
        with Store(context.desk, create=False) as store:
            return *api.refresh(store, as_of, bar, extra_lists=list_files), store.settings()


def echo_rows(context: Context, rows: Iterable[dict[str, Any]], text: Callable[[dict[str, Any]], str]) -> None:
    for r in rows:
        click.echo(json.dumps(r, ensure_ascii=False) if context.json else text(r))


def write_file(name: str, data: bytes) -> None:
    try:
        write_whole(Path(name), data)
    except OSError as e:
        raise InputError(f"cannot be written: {e.strerror}", name, "check the folder and free space") from e
