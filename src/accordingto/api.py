"""What the doors share: read paths or a desk into a ledger, check it against the originals, annotate one text."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import resources
from multiprocessing import Pool
from typing import Any

from . import ingest, lexicon, pipeline
from .annotate import VERSION
from .annotate import annotate as annotate_article
from .brief import exchange, situation
from .brief.model import Brief
from .catalogue import catalogue
from .errors import InputError
from .ingest import lists
from .ledger.changes import changes
from .ledger.store import Store, marks, today
from .naming import compare_names
from .pipeline import Progress
from .records import Annotation, Article, Capture, Decision, Evidence, Issue, Ledger, Settings
from .text import clip


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def annotation_key() -> str:
    """Code, lexicon (with the desk's own register) and weights under which an annotation stays valid."""
    return hashlib.sha256(f"{lexicon.fingerprint()}{_code_key()}".encode()).hexdigest()


@cache
def _code_key() -> str:
    h = hashlib.sha256(str(VERSION).encode())
    for package, names in (
        ("accordingto.annotate", None),
        ("accordingto.annotate.weights", ("__init__.py",)),
        ("accordingto", ("text.py", "records.py", "lemmas.json.gz")),
    ):
        for item in sorted(resources.files(package).iterdir(), key=lambda p: p.name):
            if item.is_file() and (item.name in names if names else not item.name.endswith(".pyc")):
                h.update(item.name.encode() + item.read_bytes())
    return h.hexdigest()


def read(
    paths: Sequence[str], as_of: str = "", list_files: Iterable[str] = (), progress: Progress = silent, workers: int = 0
) -> tuple[Ledger, list[Capture]]:
    """The ledger of what is named, without a desk, and the captures it rests on."""
    lexicon.use_register(())
    rows, issues = ingest.read(paths)
    ledger = pipeline.run(
        [a for a, _ in rows],
        issues,
        as_of=as_of,
        entries=lists.load(list_files, progress),
        progress=progress,
        workers=workers,
    )
    return ledger, [c for _, c in rows]


def add(store: Store, paths: Sequence[str], at: str, progress: Progress = silent) -> tuple[int, list[Issue]]:
    """Read paths into a desk: (captures that are new, what could not be read). The originals are safe before anything else."""
    captures, issues = ingest.sources.read(paths)
    return store.keep(captures, at), issues


class Memory:
    """What a long-running program keeps between two refreshes of one desk: articles as read, and annotations, by their key."""

    def __init__(self) -> None:
        self.articles: dict[str, tuple[Article | None, list[Issue]]] = {}
        self.annotations: dict[tuple[str, str], Annotation] = {}


def refresh(
    store: Store, as_of: str = "", progress: Progress = silent, workers: int = 0, extra_lists: Iterable[str] = (), memory: Memory | None = None,
) -> tuple[Ledger, list[Capture]]:  # fmt: skip
    """The desk's ledger, recomputed from originals and decisions; what has been annotated before is taken as it is."""
    memory = memory or Memory()
    settings, decisions = store.settings(), store.decisions()
    lexicon.use_register(settings.register)
    decided = _metadata(pipeline.in_force(decisions, as_of))
    articles, captures, issues = [], [], []
    for capture, meta in store.captures():
        beside = {**meta, **settings.outlets.get(capture.input, {}), **decided.get(capture.input, {})}
        read_as = json.dumps(
            [lexicon.fingerprint(), capture.sha256, capture.input, capture.media, beside], sort_keys=True
        )
        if read_as not in memory.articles:
            own = json.loads(capture.data) if capture.media == "json" else {}
            memory.articles[read_as] = ingest.to_article(capture, {**own, **beside})
        article, trouble = memory.articles[read_as]
        issues += trouble
        if article is not None:
            articles.append(article)
            captures.append(capture)
    keys = {a.id: f"{annotation_key()} {a.published.value} {a.headline_span}" for a in articles}
    cached = {a: memory.annotations[a, k] for a, k in keys.items() if (a, k) in memory.annotations}
    if len(cached) < len(keys):
        cached = {**store.cached(keys), **cached}
    entries = lists.load([*settings.lists, *extra_lists], progress)
    ledger = pipeline.run(articles, issues, decisions, as_of, entries, cached, progress, workers)
    memory.annotations = {(n.article, keys[n.article]): n for n in ledger.annotations}
    if not as_of:
        at, before = store.last_look()
        now = marks(ledger)
        changed = changes(ledger, before, now, at[:10], today()[:10])
        store.write(ledger, keys, catalogue(ledger, settings, changed, now, {"day": today()[:10]}))
    return ledger, captures


METADATA = {"published": "published", "outlet": "outlet", "headline": "title", "byline": "byline", "url": "url"}
"""What `edit` can set in an article, and the name under which metadata are given."""


def _metadata(decisions: Iterable[Decision]) -> dict[str, dict[str, str]]:
    """Metadata of articles as people corrected them, by input name."""
    out: dict[str, dict[str, str]] = defaultdict(dict)
    for d in decisions:
        if d.verdict == "edit" and d.field in METADATA:
            out[d.left][METADATA[d.field]] = d.value
    return out


def evidence(value: Any) -> Iterator[Evidence]:
    """Every passage inside a record, however deep."""
    if isinstance(value, Evidence):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for f in fields(value):
            yield from evidence(getattr(value, f.name))
    elif isinstance(value, (tuple, list)):
        for v in value:
            yield from evidence(v)


def verify(ledger: Ledger, captures: Sequence[Capture]) -> tuple[int, list[str]]:
    """(passages checked, what does not hold): every passage against the stored bytes, by hash and by character."""
    by_sha = {c.sha256: c for c in captures}
    wrong: list[str] = []
    texts: dict[str, str] = {}
    for a in ledger.articles:
        c = by_sha.get(a.capture)
        if c is None or hashlib.sha256(c.data).hexdigest() != a.capture:
            wrong.append(f"{a.input}: the stored original is missing or is not what was read")
        else:
            texts[a.id] = a.input
    article = {a.id: a for a in ledger.articles}
    groups: dict[str, set[Evidence]] = {}
    for e in evidence(ledger):
        groups.setdefault(e.article, set()).add(e)
    checked = 0
    for key, found in sorted(groups.items()):
        if key not in article:
            wrong.append(f"{key}: a passage names an article that is not here")
            continue
        if key not in texts:
            continue
        capture = by_sha[article[key].capture]
        check = ingest.checker(capture)
        for e in sorted(found):
            checked += 1
            if not check(e.text, (e.start, e.end)):
                wrong.append(f"{article[key].input} [{e.start}:{e.end}]: “{clip(e.text, 60)}” does not stand there")
    return checked, wrong


def annotate(text: str, *, title: str = "", published: str = "", url: str = "", outlet: str = "") -> dict[str, Any]:
    """Annotations of one text in the format of `accordingto annotate` (design.md §5)."""
    line = annotate_record(
        json.dumps({"id": None, "text": text, "title": title, "published": published, "url": url, "outlet": outlet})
    )
    out: dict[str, Any] = json.loads(line)
    return out


def annotate_record(line: str) -> str:
    """One JSON line in, one JSON line out; raises InputError when the line is no article."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as e:
        raise InputError(
            "the line is not one whole JSON value", "annotate", 'give {"id": …, "text": …} on one line'
        ) from e
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise InputError("the line has no text", "annotate", 'give {"id": …, "text": …} on one line')
    data = line.encode("utf-8", "surrogatepass")
    capture = Capture(hashlib.sha256(data).hexdigest(), str(record.get("id") or "-"), "json", data)
    article, _ = ingest.to_article(capture, record, strict=False)
    assert article is not None
    return exchange.annotate_line(record.get("id"), article, annotate_article(article))


def _safely(line: str) -> tuple[str, str]:
    try:
        return annotate_record(line), ""
    except InputError as e:
        return "", e.what


def annotate_lines(lines: Iterable[str], workers: int = 1) -> Iterator[tuple[str, str]]:
    """(output line, trouble) for each input line, in order, with any number of workers."""
    if workers > 1:
        with Pool(workers) as pool:
            yield from pool.imap(_safely, lines, chunksize=8)
    else:
        yield from map(_safely, lines)


def brief(paths: Sequence[str], as_of: str = "") -> Brief:
    """The brief of what is named."""
    return situation.situation(read(paths, as_of)[0], Settings(), as_of)


EXPORTS: dict[str, Callable[[Ledger], Iterator[str]]] = {
    "jsonl": exchange.jsonl,
    "csv": exchange.table,
    "ftm": exchange.ftm,
    "annotation": exchange.web_annotations,
}

__all__ = [
    "EXPORTS",
    "Progress",
    "add",
    "annotate",
    "annotate_lines",
    "brief",
    "compare_names",
    "marks",
    "read",
    "refresh",
    "verify",
]
