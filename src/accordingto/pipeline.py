"""The joining page: the steps from captures to the ledger, what each needs and what it gives.

A test checks that every need is given by an earlier step. The doors (command line, API) call `run`, nothing else.
"""

from __future__ import annotations

import calendar
import contextlib
import datetime as dt
import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from .annotate import annotate
from .lexicon import own_register, use_register
from .records import Annotation, Article, Decision, Entry, Issue, Ledger, Published
from .resolve import (
    claims,
    context,
    corrections,
    credibility,
    discrepancies,
    entities,
    events,
    likeness,
    lineage,
    novelty,
    origins,
    outcomes,
    propositions,
    screening,
    statements,
    stories,
    suggestions,
)

Progress = Callable[[str, int, int], None]
GIVEN = ("articles", "issues", "decisions", "as_of", "entries", "cached", "progress", "workers")


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    needs: tuple[str, ...]
    gives: str
    do: Callable[..., Any]


def visible(articles: Sequence[Article], as_of: str) -> tuple[Article, ...]:
    """Articles that are known to be published by the day `as_of` (ISO); all of them when it is ''."""
    return tuple(a for a in articles if not as_of or (_latest(a.published) or "9999") <= as_of)


def _latest(published: Published) -> str:
    """The last day that the date can mean; '' when it is unknown."""
    if published.precision == "day":
        return published.value
    if published.precision == "month":
        year, month = int(published.value[:4]), int(published.value[5:7])
        return dt.date(year, month, calendar.monthrange(year, month)[1]).isoformat()
    return f"{published.value}-12-31" if published.precision == "year" else ""


def left_out(
    articles: Sequence[Article],
    seen: Sequence[Article],
    annotations: Sequence[Annotation],
    issues: Sequence[Issue],
    as_of: str,
) -> tuple[Issue, ...]:
    """The given issues, and one for each article that the as-of date hides because its own date is not known, or that could not
    be analysed."""
    kept = {a.id for a in seen}
    hidden = [
        Issue(
            "undated", f"left out of the view as of {as_of}: its date is not known to the day", a.input, "give its date"
        )
        for a in articles
        if a.id not in kept and a.published.precision != "day"
    ]
    failed = [
        Issue(
            "not-analysed",
            f"kept, but nothing in it is told: {n.failure}",
            a.input,
            "report it, with the article if you may",
        )
        for a, n in zip(seen, annotations, strict=True)
        if n.failure
    ]
    names = {i.where for i in issues} - {a.input for a in seen} & {a.input for a in articles}
    return tuple(
        sorted(
            {*hidden, *failed, *(i for i in issues if not as_of or i.where in names)},
            key=lambda i: (i.code, i.where, i.what),
        )
    )


def annotate_all(
    articles: Sequence[Article], cached: dict[str, Annotation], progress: Progress, workers: int
) -> tuple[Annotation, ...]:
    """Annotations in the order of the articles; the result is the same with any number of workers."""
    todo = [a for a in articles if a.id not in cached]
    made = dict(cached)
    if workers > 1 and len(todo) >= 40:
        with ProcessPoolExecutor(workers, initializer=use_register, initargs=(own_register(),)) as pool:
            for n, r in enumerate(pool.map(_attempt, todo, chunksize=8), 1):
                made[r.article] = r
                progress("annotate", n, len(todo))
    else:
        for n, a in enumerate(todo, 1):
            made[a.id] = _attempt(a)
            progress("annotate", n, len(todo))
    return tuple(made[a.id] for a in articles)


def _attempt(article: Article) -> Annotation:
    """The annotation, or an empty one that says why: one text that trips the program must not cost the desk all the others."""
    try:
        return annotate(article)
    except Exception as e:
        return Annotation(article.id, *((),) * 10, failure=f"{type(e).__name__} ({str(e)[:120]})")


STEPS: tuple[Step, ...] = (
    Step("as of", ("articles", "as_of"), "seen", visible),
    Step("annotate", ("seen", "cached", "progress", "workers"), "annotations", annotate_all),
    Step("issues", ("articles", "seen", "annotations", "issues", "as_of"), "told_issues", left_out),
    Step("corrections", ("annotations", "decisions"), "corrected", corrections.corrected),
    Step("desk", ("seen", "corrected"), "read", context.desk),
    Step("lineage", ("read", "decisions"), "derivations", lineage.derivations),
    Step("reporting origins", ("read", "derivations"), "reporting", origins.reporting),
    Step("entities", ("read", "decisions"), "entities", entities.entities),
    Step("bearers", ("read", "entities"), "desk", entities.bearers),
    Step("directory", ("entities", "desk"), "directory", entities.directory),
    Step("tellings", ("desk", "directory"), "tellings", statements.tellings),
    Step("profiles", ("desk",), "profiles", likeness.profiles),
    Step("likeness of all", ("profiles",), "common", likeness.alike),
    Step("main events", ("desk", "profiles", "common", "decisions"), "groups", events.main_events),
    Step("statements", ("desk", "tellings", "groups", "decisions"), "statements", statements.statements),
    Step("events", ("desk", "profiles", "common", "groups"), "dated", events.events),
    Step("outcomes", ("desk", "dated"), "happened", outcomes.outcomes),
    Step("stories", ("desk", "happened"), "told", stories.stories),
    Step("propositions", ("desk", "directory", "statements", "happened"), "propositions", propositions.propositions),
    Step("claims", ("desk", "propositions", "reporting", "decisions"), "claims", claims.claims),
    Step(
        "discrepancies",
        (
            "desk",
            "claims",
            "statements",
            "entities",
            "propositions",
            "groups",
            "decisions",
            "directory",
            "told",
        ),
        "discrepancies",
        discrepancies.discrepancies,
    ),
    Step("credibility", ("claims", "discrepancies", "decisions"), "graded", credibility.graded),
    Step("screening", ("entities", "entries", "decisions"), "screenings", screening.screen),
    Step(
        "suggestions",
        ("desk", "entities", "graded", "statements", "derivations", "screenings", "decisions"),
        "suggestions",
        suggestions.suggestions,
    ),
    Step("novelty", ("desk",), "novelty", novelty.novelty),
)
KEPT = (
    "seen", "annotations", "derivations", "reporting", "entities", "statements", "graded", "events", "stories", "discrepancies", "screenings",
    "novelty", "told_issues", "decisions", "suggestions",
)  # fmt: skip
"""What the ledger is made of, in its order; `told` holds stories and events."""
_SPENT = tuple(
    tuple({*step.needs, step.gives} - {*KEPT, "told", *(k for later in STEPS[n + 1 :] for k in later.needs)})
    for n, step in enumerate(STEPS)
)
"""What nobody needs after a step: let go, so that the highest mark of memory is lower by a fifth."""


def run(
    articles: Sequence[Article], issues: Sequence[Issue] = (), decisions: Sequence[Decision] = (), as_of: str = "", entries: Iterable[Entry] = (),
    cached: dict[str, Annotation] | None = None, progress: Progress = lambda step, done, total: None, workers: int = 0,
) -> Ledger:  # fmt: skip
    """ledger = f(articles, decisions, as-of). The order of the articles changes nothing."""
    state: dict[str, Any] = {
        "articles": tuple(sorted(articles, key=lambda a: a.id)), "issues": tuple(issues), "decisions": in_force(decisions, as_of), "as_of": as_of,
        "entries": tuple(entries), "cached": cached or {}, "progress": progress, "workers": workers or os.cpu_count() or 1,
    }  # fmt: skip
    with _no_collection():
        for n, step in enumerate(STEPS):
            progress(step.name, n, len(STEPS))
            state[step.gives] = step.do(*(state[k] for k in step.needs))
            for done in _SPENT[n]:
                del state[done]
    state["stories"], state["events"] = state["told"]
    return Ledger(*(state[k] for k in KEPT))


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Without the search for reference cycles: the steps make none, and it would go through every record again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def in_force(decisions: Sequence[Decision], as_of: str = "") -> tuple[Decision, ...]:
    """Decisions that are not withdrawn, the latest for each pair, made by the day `as_of`."""
    seen = sorted((d for d in decisions if not as_of or d.at[:10] <= as_of), key=lambda d: (d.at, d.id))
    withdrawn = {d.withdraws for d in seen if d.withdraws}
    last: dict[tuple[str, ...], Decision] = {}
    for d in seen:
        if d.id not in withdrawn and not d.withdraws:
            last[(*sorted((d.left, d.right)), d.field)] = d
    return tuple(sorted(last.values(), key=lambda d: (d.at, d.id)))
