"""What the encoder learns from: sentences with labels, and which of them are known.

Read from `../shared/data` (its README says what may train shipped weights): UD English EWT and GUM (trees, tags, features;
GUM's mentions give names), wikigold (names), ECB+ (names in its annotated news sentences), and sentences filled from our own
patterns (`press.py`), and press sentences annotated by hand (`sentences.txt`). A label that is not known is -1 and costs nothing.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from accordingto.text import tokens

from . import press

NAMES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
MENTIONS = (
    "none",
    "abstract",
    "animal",
    "event",
    "object",
    "organization",
    "person",
    "place",
    "plant",
    "substance",
    "time",
)


@dataclass(frozen=True)
class Example:
    """A sentence; an empty list of labels is unknown throughout. Heads count from 1, 0 is the root."""

    words: list[str]
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    rels: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)
    text: str = ""
    source: str = ""


def read(path: Path) -> list[Example]:
    """The sentences of one file of `../shared/data/syntax`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_example(json.loads(line)) for line in lines]


def _example(d: dict) -> Example:  # type: ignore[type-arg]
    if "head" not in d:
        return Example(d["words"], names=d["ner"], source=d["src"])
    names = d["ner"] or []
    if d["src"] == "gum":
        names = _mended(d)
    elif not names:
        names = ["O" if u != "PROPN" and w[:1].islower() else "?" for w, u in zip(d["words"], d["upos"], strict=True)]
    mentions = _mention_heads(d) if d["mentions"] is not None else []
    return Example(
        d["words"], d["upos"], d["xpos"], d["feats"], d["head"], d["rel"], names, mentions, d["text"], d["src"]
    )


_OFFICE = frozenset(
    """spokesperson spokesman president minister ambassador professor senator senators secretary doctor chairman director
    governor mayor judge king queen prince princess pope poet star guest editor officer general congressman representative
    mom dad mum god state water""".split()
)


def _mended(d: dict) -> list[str]:  # type: ignore[type-arg]
    """GUM's derived names: no peoples, offices unknown, and "Ministry" runs on to "of Foreign Affairs" inside its mention."""
    words, xpos, out = d["words"], d["xpos"], list(d["ner"])
    for i, j, kind in spans(out):
        low = [w.lower() for w in words[i:j]]
        if kind == "PER" and all(x == "NNPS" for x in xpos[i:j]):
            out[i:j] = ["O"] * (j - i)
        elif (kind == "PER" and (set(low) & _OFFICE or not words[i][:1].isupper())) or (
            kind == "PER"
            and j - i == 1
            and any(a <= i <= b and t in ("place", "organization") and b - a < 3 for a, b, t in d["mentions"])
        ):
            out[i:j] = ["?"] * (j - i)
    for a, b, kind in sorted(d["mentions"], key=lambda m: m[0] - m[1]):
        label = {"organization": "ORG", "place": "LOC"}.get(kind)
        if (
            label
            and (found := _proper(words, xpos, a, b))
            and not (label == "LOC" and "and" in words[slice(*found)])
            and not any(x.endswith("PER") or x == "?" for x in out[found[0] : found[1]])
        ):
            i, j = found
            if (
                any(x.startswith("B-") for x in out[i:j])
                and not (i and out[i].startswith("I-"))
                and not (j < len(out) and out[j].startswith("I-"))
            ):
                out[i:j] = [("B-" if k == i else "I-") + label for k in range(i, j)]
    return out


_LINK = frozenset("of the for and & 's ’s - de la du del des".split())


def _proper(words: list[str], xpos: list[str], first: int, last: int) -> tuple[int, int] | None:
    """The long form of a body's or place's name in a mention: capitalised words and what links them, if that is nearly all of it."""
    i = first
    while i <= last and (not words[i][:1].isupper() or xpos[i] in ("DT", "PRP$")):
        i += 1
    j = i
    while j <= last and ((words[j][:1].isupper() and xpos[j] not in ("PRP", "DT")) or words[j] in _LINK):
        j += 1
    while j > i and words[j - 1] in _LINK:
        j -= 1
    links = [w for w in words[i:j] if w in _LINK and w != "-"]
    return (
        (i, j)
        if links and last + 1 - j <= 1 and i - first <= 1 and j - i <= 9 and "'s" not in links and "’s" not in links
        else None
    )


def spans(labels: list[str]) -> list[tuple[int, int, str]]:
    """First word, end word and kind of each name."""
    out, i = [], 0
    while i < len(labels):
        j = i + 1
        if labels[i].startswith("B-"):
            while j < len(labels) and labels[j] == "I-" + labels[i][2:]:
                j += 1
            out.append((i, j, labels[i][2:]))
        i = j
    return out


def _mention_heads(d: dict) -> list[str]:  # type: ignore[type-arg]
    """At the head word of each mention its type; of two mentions with one head the longer counts."""
    out = ["none"] * len(d["words"])
    for a, b, kind in sorted(d["mentions"], key=lambda m: m[1] - m[0]):
        heads = [i for i in range(a, b + 1) if not a <= d["head"][i] - 1 <= b]
        if len(heads) == 1 and kind in MENTIONS:
            out[heads[0]] = kind
    return out


_KIND = {
    "HUMAN_PART_PER": "PER",
    "HUMAN_PART_ORG": "ORG",
    "HUMAN_PART_GPE": "LOC",
    "LOC_GEO": "LOC",
    "LOC_FAC": "LOC",
    "HUMAN_PART_MET": "ORG",
}


def ecb(folder: Path) -> list[Example]:
    """Names in the annotated sentences of ECB+; a capitalised word that no mention covers is unknown."""
    out: list[Example] = []
    for path in sorted(folder.glob("*.json")):
        d = json.loads(path.read_text(encoding="utf-8"))
        for s in d["sentences"]:
            if s["n"] not in d["validated_sentences"]:
                continue
            pieces = [p for t in tokens(d["text"], (s["start"], s["end"])) for p in _hyphens(d["text"], t)]
            words = [d["text"][a:b] for a, b in pieces]
            labels = ["O" if not w[:1].isupper() else "?" for w in words]
            for m in d["mentions"]:
                inside = [i for i, (a, b) in enumerate(pieces) if m["start"] <= a and b <= m["end"]]
                for i, j in _capitalised(words, inside):
                    kind = _KIND.get(m["type"])
                    labels[i:j] = [("B-" if k == i else "I-") + kind if kind else "?" for k in range(i, j)]
            if any(x.startswith("B-") for x in labels):
                out.append(Example(words, names=labels, source="ecb"))
    return out


def _hyphens(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """UD cuts a hyphenated word in three."""
    cuts = [m.span() for m in re.finditer(r"-|[^-]+", text[span[0] : span[1]])]
    return [(span[0] + a, span[0] + b) for a, b in cuts]


def _capitalised(words: list[str], inside: list[int]) -> list[tuple[int, int]]:
    """The one run of capitalised words of a mention, or nothing where it holds more or only a sentence's first word."""
    runs: list[list[int]] = []
    for i in inside:
        if words[i][:1].isupper() and words[i].lower() not in (
            "the",
            "a",
            "an",
            "in",
            "at",
            "it",
            "he",
            "she",
            "his",
            "her",
            "they",
        ):
            if runs and runs[-1][1] == i:
                runs[-1][1] = i + 1
            else:
                runs.append([i, i + 1])
    if len(runs) != 1 or (runs[0] == [0, 1] and len(inside) > 1):
        return []
    return [(runs[0][0], runs[0][1])]


def augmented(e: Example, rng: random.Random) -> Example:
    """The same tree in other clothes: other names, a headline, all capitals, no capitals, no final stop."""
    words = list(e.words)
    if e.names and rng.random() < 0.35:
        words = press.substitute(words, e.names, rng)
    dice = rng.random()
    if dice < 0.07:
        small = (
            "a",
            "an",
            "the",
            "of",
            "to",
            "in",
            "on",
            "for",
            "and",
            "at",
            "by",
            "as",
            "with",
            "from",
            "or",
            "is",
            "'s",
            "n't",
        )
        words = [w if w in small and i and rng.random() < 0.8 else w[:1].upper() + w[1:] for i, w in enumerate(words)]
    elif dice < 0.1:
        words = [w.upper() for w in words]
    elif dice < 0.12:
        words = [w.lower() for w in words]
    if len(words) > 2 and words[-1] == "." and rng.random() < 0.1 and (not e.heads or len(e.words) not in e.heads):
        cut = len(words) - 1
        return replace(
            e, words=words[:cut], upos=e.upos[:cut], xpos=e.xpos[:cut], feats=e.feats[:cut], heads=e.heads[:cut],
            rels=e.rels[:cut], names=e.names[:cut], mentions=e.mentions[:cut],
        )  # fmt: skip
    return replace(e, words=words)


_MARKED = re.compile(r"\[([PBL]) ([^]]+)\]")
_MARKS = {"P": "PER", "B": "ORG", "L": "LOC"}


def written() -> list[Example]:
    """The sentences of `sentences.txt`: every word's label is known."""
    lines = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    return [_written(line) for line in lines if line and not line.startswith("#")]


def _written(line: str) -> Example:
    text, named, at = "", [], 0
    for m in _MARKED.finditer(line):
        text += line[at : m.start()]
        named.append((len(text), len(text) + len(m[2]), _MARKS[m[1]]))
        text, at = text + m[2], m.end()
    text += line[at:]
    pieces = [p for t in tokens(text, (0, len(text))) for p in _hyphens(text, t)]
    labels = ["O"] * len(pieces)
    for start, end, kind in named:
        inside = [i for i, (a, b) in enumerate(pieces) if start <= a and b <= end]
        if not inside or (pieces[inside[0]][0], pieces[inside[-1]][1]) != (start, end):
            raise ValueError(f"a mark cuts a word: {text[start:end]!r} in {text!r}")
        for i in inside:
            labels[i] = ("B-" if i == inside[0] else "I-") + kind
    return Example([text[a:b] for a, b in pieces], names=labels, source="written")


def made(number: int, rng: random.Random) -> list[Example]:
    """Sentences from our own patterns."""
    return [Example(*_pair(press.sentence(rng)), source="press") for _ in range(number)]


def _pair(x: press.Labelled) -> tuple[list[str], list[str], list[str], list[str], list[int], list[str], list[str]]:
    return x[0], [], [], [], [], [], x[1]


def label_sets(trees: list[Example]) -> dict[str, list[str]]:
    """The labels that each head tells apart, in a fixed order; features and relations seen once or twice are left out."""
    count = {k: Counter(x for e in trees for x in getattr(e, k)) for k in ("upos", "xpos", "feats", "rels")}
    least = {"upos": 1, "xpos": 3, "feats": 5, "rels": 5}
    out = {
        k: sorted(x for x, n in c.items() if (n >= least[k] and x != "_") or (k == "feats" and x == "_"))
        for k, c in count.items()
    }
    return {**out, "names": list(NAMES), "mentions": list(MENTIONS)}
