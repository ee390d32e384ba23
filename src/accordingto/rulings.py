"""A person's ruling, checked before it is kept: the command line and the browser take the same."""

from __future__ import annotations

import re

from . import api
from .errors import DecisionError
from .ledger.store import Store, today
from .ledger.views import Views
from .records import Article, Claim, Decision
from .resolve import corrections, credibility

PAIRS = ("same", "different", "unsure")
VERDICTS = (*PAIRS, "accept", "reject", "edit", "withdraw")


def rule(store: Store, left: str, right: str, verdict: str, by: str) -> Decision:
    """Keep a ruling; it is on disk when this returns. Raises DecisionError where it names nothing or says nothing."""
    with Views(store.folder) as views:
        if verdict not in VERDICTS:
            raise DecisionError(f"“{verdict}” is no verdict", left, f"verdicts are {', '.join(VERDICTS)}")
        if verdict == "withdraw":
            if left not in {d.id for d in store.decisions()}:
                raise DecisionError(
                    f"there is no decision “{left}”", str(store.folder), "decisions.jsonl has their ids"
                )
            return store.decide("", "", "unsure", by, today(), withdraws=left)
        for name in (left,) if verdict == "edit" else (left, right):
            if name and not views.knows(name):
                raise DecisionError(
                    f"nothing in the desk is called “{name}”", str(store.folder),
                    "use an id or name as `entities`, `claims`, `statements` or `lineage` print it",
                )  # fmt: skip
        if verdict in PAIRS and (not right or left == right):
            raise DecisionError("this verdict needs two different things", f"{left} {right}", "name both")
        return (
            _edit(store, views, left, right, by)
            if verdict == "edit"
            else store.decide(left, right, verdict, by, today())
        )


def _edit(store: Store, views: Views, left: str, right: str, by: str) -> Decision:
    """A correction FIELD=VALUE of an article (by input name or id), of a claim, or of an attribution (ARTICLE-NUMBER)."""
    field, sign, value = right.partition("=")
    found = views.find(views.article_called(left) or left)
    record = found[1] if found else None
    fields = (
        api.METADATA
        if isinstance(record, Article)
        else (credibility.FIELD,)
        if isinstance(record, Claim)
        else corrections.FIELDS
    )
    if not sign or field not in fields:
        raise DecisionError(
            f"“{right}” corrects nothing here", left, f"write FIELD=VALUE; fields are {', '.join(fields)}"
        )
    if field == "published" and not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        raise DecisionError(f"“{value}” is no date", left, "write it as 2024-05-14, 2024-05 or 2024")
    if field == credibility.FIELD and value not in list("123456"):
        raise DecisionError(f"“{value}” is no grade of credibility", left, "write credibility=1 … credibility=6")
    return store.decide(record.input if isinstance(record, Article) else left, "", "edit", by, today(), field, value)
