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
from pathlib import Path
from typing import Any, NamedTuple

from . import ingest, lexicon, pipeline
from .annotate import VERSION
from .annotate import annotate as annotate_article
from .brief import exchange, situation
from .brief.model import Brief
from .catalogue import catalogue
from .errors import InputError
from .ingest import lists
from .ledger.changes import changes
from .ledger.codec import to_plain
from .ledger.store import Readings, Store, marks, today
from .naming import compare_names
from .pipeline import Progress
from .records import Annotation, Capture, Decision, Evidence, Issue, Ledger, Settings
from .text import clip


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def annotation_key() -> str:
    """Code, lexicon (with the desk's own register) and weights under which an annotation stays valid."""
    return _valid_under(_ANNOTATING)


_Files = tuple[tuple[str, tuple[str, ...]], ...]
_ANNOTATING: _Files = (
    ("accordingto.annotate", ()),
    ("accordingto.annotate.weights", ("__init__.py",)),
    ("accordingto", ("text.py", "records.py", "lemmas.json.gz")),
)
_READING: _Files = (("accordingto.ingest", ()), ("accordingto", ("text.py", "records.py")))
_ALL: _Files = (
    *_ANNOTATING,
    *((f"accordingto{room}", ()) for room in ("", ".ingest", ".lexicon", ".naming", ".resolve", ".ledger", ".brief")),
)
"""Files of packages on which results hang; all files of a package where none is named."""


def _valid_under(files: _Files) -> str:
    """Digest of what results made by these files and the lexicon hang on."""
    return hashlib.sha256(f"{lexicon.fingerprint()}{_digest_of(files)}".encode()).hexdigest()


@cache
def _digest_of(files: _Files) -> str:
    h = hashlib.sha256(str(VERSION).encode())
    for package, names in files:
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
        self.articles: Readings = {}
        self.annotations: dict[tuple[str, str], Annotation] = {}


class _Inputs(NamedTuple):
    """All that the ledger of a desk is made from; beside each capture what is known of it (given, set, decided)."""

    settings: Settings
    decisions: list[Decision]
    captures: list[tuple[Capture, dict[str, Any]]]
    lists: list[str]


def _digest(inputs: _Inputs, day: str) -> str:
    """Digest of everything from which a ledger and its catalogue follow, the program itself too."""
    ruled = [to_plain(d) for d in pipeline.in_force(inputs.decisions)]
    given = [[c.sha256, c.input, c.media, beside] for c, beside in inputs.captures]
    listed = [[x, hashlib.sha256(Path(x).read_bytes()).hexdigest()] for x in inputs.lists if Path(x).is_file()]
    whole = [_valid_under(_ALL), day, to_plain(inputs.settings), ruled, given, inputs.lists, listed]
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def _inputs(store: Store, as_of: str = "", extra_lists: Iterable[str] = ()) -> _Inputs:
    settings, decisions = store.settings(), store.decisions()
    lexicon.use_register(settings.register)
    decided = _metadata(pipeline.in_force(decisions, as_of))
    captures = [
        (c, {**meta, **settings.outlets.get(c.input, {}), **decided.get(c.input, {})}) for c, meta in store.captures()
    ]
    return _Inputs(settings, decisions, captures, [*settings.lists, *extra_lists])


def update(store: Store, progress: Progress = silent, workers: int = 0, memory: Memory | None = None) -> None:
    """Bring the ledger that is written in the desk up to date; where nothing has changed since, nothing is done."""
    inputs, day = _inputs(store), today()[:10]
    if (digest := _digest(inputs, day)) != store.made_of():
        _write(store, inputs, day, digest, progress, workers, memory or Memory())


def refresh(
    store: Store, as_of: str = "", progress: Progress = silent, workers: int = 0, extra_lists: Iterable[str] = (),
) -> tuple[Ledger, list[Capture]]:  # fmt: skip
    """The desk's ledger and the captures it rests on: as it is written, brought up to date before, or made for a day or with more
    lists, which writes nothing."""
    extra, memory, day = list(extra_lists), Memory(), today()[:10]
    inputs = _inputs(store, as_of, extra)
    if as_of or extra:
        ledger = _make(store, inputs, as_of, progress, workers, memory)[0]
    elif (digest := _digest(inputs, day)) == store.made_of():
        ledger = store.ledger(pipeline.in_force(inputs.decisions))
    else:
        ledger = _write(store, inputs, day, digest, progress, workers, memory)
    return ledger, [c for c, _ in inputs.captures]


def _write(
    store: Store, inputs: _Inputs, day: str, digest: str, progress: Progress, workers: int, memory: Memory
) -> Ledger:
    ledger, keys = _make(store, inputs, "", progress, workers, memory)
    at, before = store.last_look()
    now = marks(ledger)
    changed = changes(ledger, before, now, at[:10], day)
    made = catalogue(ledger, inputs.settings, changed, now, {"day": day, "made of": digest})
    store.write(ledger, keys, made, memory.articles)
    return ledger


def _make(
    store: Store, inputs: _Inputs, as_of: str, progress: Progress, workers: int, memory: Memory
) -> tuple[Ledger, dict[str, str]]:
    """(the ledger, the keys of its annotations); what has been read and annotated before is taken as it is."""
    known, memory.articles, reading = memory.articles or store.readings(), {}, _valid_under(_READING)
    for n, (capture, beside) in enumerate(inputs.captures):
        progress("read", n, len(inputs.captures))
        read_as = json.dumps([reading, capture.sha256, capture.input, capture.media, beside], sort_keys=True)
        if read_as not in known:
            own = json.loads(capture.data) if capture.media == "json" else {}
            known[read_as] = ingest.to_article(capture, {**own, **beside})
        memory.articles[read_as] = known[read_as]
    articles = [a for a, _ in memory.articles.values() if a is not None]
    issues = [i for _, trouble in memory.articles.values() for i in trouble]
    keys = {a.id: f"{annotation_key()} {a.published.value} {a.headline_span}" for a in articles}
    cached = {a: memory.annotations[a, k] for a, k in keys.items() if (a, k) in memory.annotations}
    if len(cached) < len(keys):
        cached = {**store.cached(keys), **cached}
    entries = lists.load(inputs.lists, progress)
    ledger = pipeline.run(articles, issues, inputs.decisions, as_of, entries, cached, progress, workers)
    memory.annotations = {(n.article, keys[n.article]): n for n in ledger.annotations}
    return ledger, keys


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
    "update",
    "verify",
]
