"""The encoder at run time: words of a sentence → tags, features, tree, names, mentions and a vector, in one forward pass.

The network is a MiniLM-L6 with small heads (docs/model-card-encoder.md), int8, run by onnxruntime on one thread, one sentence
a run: what it says of a sentence depends on that sentence alone.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ..errors import EngineError
from . import trees
from .pieces import CLOSE, OPEN, Pieces
from .weights import SHA256

HEADS = ("upos", "xpos", "feats", "names", "mentions")
"""The label heads in the order in which their scores stand side by side."""
LONGEST = 400  # word pieces in one run; a longer sentence is read in windows


@dataclass(frozen=True, slots=True)
class Analysis:
    """Labels of each word; `heads` count from 1 (0: the root); `names` are B-/I-/O labels; `vector` has length 1."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    heads: tuple[int, ...]
    rels: tuple[str, ...]
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    vector: NDArray[np.float32]


class Encoder:
    """The loaded network; one serves a whole process.

    folder: other weights than the shipped ones, unchecked (for measuring in training).
    """

    def __init__(self, folder: str = "") -> None:
        self.session = _session(_checked("encoder.onnx", folder))
        about = json.loads(_checked("encoder.json", folder))
        self.labels: dict[str, list[str]] = about["labels"]
        self.pieces = Pieces({x: i for i, x in enumerate(about["pieces"])})
        raw = np.frombuffer(_checked("relations.npy", folder)[128:], np.float16)
        side = round((len(raw) / len(self.labels["rels"])) ** 0.5)
        rel = raw.reshape(side, len(self.labels["rels"]), side).astype(np.float32)
        self._rel, self._side = rel.reshape(side, -1), side
        self._root = self.labels["rels"].index("root")
        ends = np.cumsum([len(self.labels[k]) for k in HEADS]).tolist()
        self._cuts = dict(zip(HEADS, zip([0, *ends], ends, strict=False), strict=True))

    def __call__(self, words: list[str]) -> Analysis:
        """Analyse the words of one sentence, at least one."""
        split = [self.pieces(w) for w in words]
        parts, size, begin = [], 0, 0
        for i, (p, _) in enumerate(split):
            if size + len(p) > LONGEST and i > begin:
                parts.append((begin, i))
                begin, size = i, 0
            size += len(p)
        parts.append((begin, len(words)))
        made = [self._run(split[a:b]) for a, b in parts]
        return made[0] if len(made) == 1 else _joined(made)

    def _run(self, split: list[tuple[tuple[int, ...], int]]) -> Analysis:
        ids, shapes, first, last = [OPEN], [0], [], []
        for parts, look in split:
            first.append(len(ids))
            ids += parts
            last.append(len(ids) - 1)
            shapes += [look] * len(parts)
        ids.append(CLOSE)
        shapes.append(0)
        scores, arcs, dep, gov, vector = self.session.run(
            ("labels", "arcs", "dep", "gov", "vector"),
            {
                "pieces": np.array([ids]), "shapes": np.array([shapes]), "places": np.arange(len(ids))[None],
                "first": np.array(first), "last": np.array(last),
            },
        )  # fmt: skip
        heads = trees.heads(arcs)
        chosen = {k: [self.labels[k][i] for i in scores[:, a:b].argmax(1)] for k, (a, b) in self._cuts.items()}
        if not _valid(chosen["names"]):
            a, b = self._cuts["names"]
            chosen["names"] = _viterbi(scores[:, a:b], self.labels["names"])
        norm = float(np.sqrt((vector * vector).sum())) or 1.0
        return Analysis(
            tuple(chosen["upos"]), tuple(chosen["xpos"]), tuple(chosen["feats"]), tuple(heads),
            tuple(self._relations(heads, dep, gov)), tuple(chosen["names"]), tuple(chosen["mentions"]), vector / np.float32(norm),
        )  # fmt: skip

    def _relations(self, heads: list[int], dep: NDArray[np.float32], gov: NDArray[np.float32]) -> list[str]:
        n = len(heads)
        d, g = np.ones((n, self._side), np.float32), np.ones((n, self._side), np.float32)
        d[:, :-1], g[:, :-1] = dep, gov[heads]
        scores = np.einsum("nrg,ng->nr", (d @ self._rel).reshape(n, -1, self._side), g)
        scores[:, self._root] = -np.inf
        return ["root" if h == 0 else self.labels["rels"][i] for h, i in zip(heads, scores.argmax(1), strict=True)]


@cache
def encoder() -> Encoder:
    """The one encoder of this process."""
    return Encoder()


def _checked(name: str, folder: str) -> bytes:
    if folder:
        return Path(folder, name).read_bytes()
    raw = resources.files("accordingto.annotate").joinpath("weights", name).read_bytes()
    if hashlib.sha256(raw).hexdigest() != SHA256[name]:
        raise EngineError(
            "the language model is damaged: its checksum is not that of this version", name, "install accordingto again"
        )
    return raw


def _session(model: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as e:  # onnxruntime raises classes of its own that are not exported
        raise EngineError(
            f"the language model does not run here: {e}", "onnxruntime", "use a 64-bit processor with AVX2 or ARM NEON"
        ) from e


def _valid(names: list[str]) -> bool:
    """Whether every I- follows a label of its kind."""
    return all(not x.startswith("I-") or (i > 0 and names[i - 1][1:] == x[1:]) for i, x in enumerate(names))


def _viterbi(scores: NDArray[np.float32], labels: list[str]) -> list[str]:
    """The best sequence of labels in which every I- follows a label of its kind."""
    allowed = np.array([[not b.startswith("I-") or (a[1:] == b[1:] and a != "O") for b in labels] for a in labels])
    start = np.array([not x.startswith("I-") for x in labels])
    shifted = (
        scores
        - np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1, keepdims=True))
        - scores.max(1, keepdims=True)
    )
    best = np.where(start, shifted[0], -np.inf)
    back = []
    for row in shifted[1:]:
        ways = np.where(allowed, best[:, None], -np.inf)
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    at = int(best.argmax())
    path = [at]
    for b in reversed(back):
        at = int(b[at])
        path.append(at)
    return [labels[i] for i in reversed(path)]


def _joined(made: list[Analysis]) -> Analysis:
    """Windows of one sentence: the root of each later one hangs under the first's as a parataxis."""
    root = made[0].heads.index(0) + 1
    heads, rels, before = list(made[0].heads), list(made[0].rels), len(made[0].heads)
    for m in made[1:]:
        heads += [h + before if h else root for h in m.heads]
        rels += [r if h else "parataxis" for h, r in zip(m.heads, m.rels, strict=True)]
        before += len(m.heads)

    def chain(kind: str) -> tuple[str, ...]:
        return tuple(x for m in made for x in getattr(m, kind))

    mean = sum((m.vector for m in made[1:]), made[0].vector)
    return Analysis(
        chain("upos"), chain("xpos"), chain("feats"), tuple(heads), tuple(rels), chain("names"), chain("mentions"),
        mean / np.float32(np.sqrt((mean * mean).sum())),
    )  # fmt: skip
