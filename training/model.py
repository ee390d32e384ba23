"""The network: a BERT encoder (MiniLM-L6-H384) with a word-shape embedding at its input and small heads on its words.

Encoder: Wang et al. 2020, "MiniLM"; weights of all-MiniLM-L6-v2 (Apache-2.0). Tree head: Dozat and Manning 2017, "Deep
biaffine attention". The module runs on PyTorch and only trains; `training/export.py` writes it for onnxruntime.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

HIDDEN, LAYERS, ATTENTION, INNER, POSITIONS = 384, 6, 12, 1536, 512
ARC, REL = 256, 80


@dataclass(frozen=True)
class Sizes:
    """How many labels each head has."""

    shapes: int
    upos: int
    xpos: int
    feats: int
    names: int
    mentions: int
    rels: int


class SharedDropout(nn.Module):
    """Dropout with one mask for all words of a sentence (Gal and Ghahramani 2016): cheap to draw on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[-1], device=x.device) >= self.rate
        return x * (kept.to(x.dtype) / (1 - self.rate))


class Rounded(nn.Linear):
    """A matrix that, once `rounding` is on, works as `training/export.py` will store it: weights in 7 bits with a scale for each
    column, inputs in 8 bits over the range of the sentence; gradients pass as if nothing were rounded (Jacob et al. 2018)."""

    rounding = False

    def forward(self, x: Tensor) -> Tensor:
        if not Rounded.rounding:
            return F.linear(x, self.weight, self.bias)
        w = self.weight.detach()
        scale = w.abs().amax(1, keepdim=True).clamp(min=1e-9) / 63
        weight = self.weight + ((w / scale).round() * scale - w)
        given = x.detach()
        low, high = given.amin((1, 2), keepdim=True).clamp(max=0), given.amax((1, 2), keepdim=True).clamp(min=0)
        step = (high - low).clamp(min=1e-9) / 255
        x = x + ((given / step).round() * step - given)
        return F.linear(x, weight, self.bias)


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = Rounded(HIDDEN, 3 * HIDDEN)
        self.out = Rounded(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = Rounded(HIDDEN, INNER)
        self.down = Rounded(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = SharedDropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, ATTENTION, HIDDEN // ATTENTION).permute(2, 0, 3, 1, 4)
        weights = torch.softmax(q @ k.transpose(-1, -2) * (HIDDEN // ATTENTION) ** -0.5 + mask, dim=-1)
        mixed = (weights @ v).transpose(1, 2).reshape(b, t, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """Word pieces and their shapes to hidden states, and the mean of the layers (learned weights) at each piece."""

    def __init__(self, vocabulary: int, shapes: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, HIDDEN)
        self.places = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(shapes, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = SharedDropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.mix = nn.Parameter(torch.zeros(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        mask = ((pieces == 0).to(torch.float32) * -1e4)[:, None, None, :]
        x = self.pieces(pieces) + self.places.weight[: pieces.shape[1]] + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        share = torch.softmax(self.mix, 0)
        mixed = torch.zeros_like(x)
        for i, layer in enumerate(self.layers):
            x = layer(x, mask)
            mixed = mixed + share[i] * x
        return x, mixed


class Network(nn.Module):
    """One forward pass: labels, tree and a sentence vector.

    Input: `pieces` and `shapes` (batch × pieces), `first` and `last` (batch × words): where each word begins and ends.
    Output, scores: upos, xpos, feats, names, mentions (batch × words × labels); arcs (batch × words × words + 1, column 0
    the root); `dep` and `gov` (batch × words (+ 1) × REL), whose product with `rel` scores the relation; vector (batch × HIDDEN).
    """

    def __init__(self, vocabulary: int, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, sizes.shapes, dropout)
        self.labels = nn.ModuleDict(
            {
                "upos": nn.Linear(HIDDEN, sizes.upos),
                "xpos": nn.Linear(HIDDEN, sizes.xpos),
                "feats": nn.Linear(HIDDEN, sizes.feats),
                "names": nn.Linear(HIDDEN, sizes.names),
                "mentions": nn.Linear(HIDDEN, sizes.mentions),
            }
        )
        self.root = nn.Parameter(torch.zeros(HIDDEN))
        nn.init.normal_(self.root, std=0.02)
        self.arc_dep, self.arc_gov = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.rel_dep, self.rel_gov = nn.Linear(HIDDEN, REL), nn.Linear(HIDDEN, REL)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.rel = nn.Parameter(torch.zeros(REL + 1, sizes.rels, REL + 1))
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.rel, std=0.02)
        self.vector = nn.Linear(HIDDEN, HIDDEN)
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)
        self.word_dropout, self.head_dropout = SharedDropout(0.2), SharedDropout(0.3)

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> dict[str, Tensor]:
        top, mixed = self.encoder(pieces, shapes)
        rows = torch.arange(pieces.shape[0], device=pieces.device)[:, None]
        words = self.word_dropout(mixed[rows, first] + mixed[rows, last])
        out = {name: head(words) for name, head in self.labels.items()}
        governors = torch.cat([self.root.expand(words.shape[0], 1, HIDDEN), words], 1)
        dep, gov = self._activate(self.arc_dep(words)), self._activate(self.arc_gov(governors))
        out["arcs"] = (_one(dep) @ self.arc) @ gov.transpose(1, 2)
        out["dep"], out["gov"] = (
            _one(self._activate(self.rel_dep(words))),
            _one(self._activate(self.rel_gov(governors))),
        )
        real = (pieces != 0).to(top.dtype)[:, :, None]
        out["vector"] = F.normalize(self.vector((top * real).sum(1) / real.sum(1)), dim=-1)
        return out

    def _activate(self, x: Tensor) -> Tensor:
        return self.head_dropout(F.leaky_relu(x, 0.1))  # type: ignore[no-any-return]


def _one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def public_encoder(folder: Path) -> dict[str, Tensor]:
    """The weights of all-MiniLM-L6-v2 under the names of `Encoder`. `folder` holds its `model.safetensors`."""
    raw = (folder / "model.safetensors").read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    given: dict[str, Tensor] = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            a, b = entry["data_offsets"]
            array = np.frombuffer(raw, np.float32, offset=8 + size + a, count=(b - a) // 4).reshape(entry["shape"])
            given[name.removeprefix("bert.")] = torch.from_numpy(array.copy())
    e = "embeddings."
    out = {
        "pieces.weight": given[e + "word_embeddings.weight"],
        "places.weight": given[e + "position_embeddings.weight"] + given[e + "token_type_embeddings.weight"][0],
        "norm.weight": given[e + "LayerNorm.weight"],
        "norm.bias": given[e + "LayerNorm.bias"],
    }
    for i in range(LAYERS):
        there, here = f"encoder.layer.{i}.", f"layers.{i}."
        for kind in ("weight", "bias"):
            out[here + "qkv." + kind] = torch.cat(
                [given[f"{there}attention.self.{x}.{kind}"] for x in ("query", "key", "value")]
            )
            for name, old in (
                ("out", "attention.output.dense"),
                ("norm1", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("norm2", "output.LayerNorm"),
            ):
                out[f"{here}{name}.{kind}"] = given[f"{there}{old}.{kind}"]
    return out
