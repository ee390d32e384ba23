"""Write the trained network for onnxruntime.

    python -m training.export --work FOLDER --vocabulary vocab.txt --out src/accordingto/annotate/weights [--float]

The graph is put together node by node from the weights: one sentence a run, so that labels never depend on what else is in a
batch. Encoder matrices become int8 with a scale for each column, the piece table int8 with a scale for each row; the heads
stay float. `reduced` keeps weights within 7 bits: processors without VNNI add two products in 16 bits and would overflow.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from accordingto.annotate.encoder import HEADS

from .model import ATTENTION, HIDDEN, LAYERS

Array = NDArray[np.float32]
MICROSOFT = "com.microsoft"
EPSILON = 1e-12
INIT = '''"""The weights of the encoder (docs/model-card-encoder.md) and their checksums. Written by `training/export.py`."""

SHA256 = {{
{}
}}
'''


class Graph:
    """ONNX nodes and constants under construction."""

    def __init__(self, weights: dict[str, Array], integer: bool, reduced: bool) -> None:
        self.weights, self.integer, self.reduced = weights, integer, reduced
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray) -> str:  # type: ignore[type-arg]
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(
        self, kind: str, inputs: list[str], name: str, outputs: int = 1, domain: str = "", **attributes: object
    ) -> str:
        made = [name] if outputs == 1 else [f"{name}{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, made, name=name, domain=domain, **attributes))
        return made[0]

    def table(self, key: str, index: str) -> str:
        """Rows of an embedding, int8 with a scale for each row."""
        w = self.weights[key]
        if not self.integer or len(w) < 1000:
            return self.node("Gather", [self.constant(key, w), index], key + ".rows")
        scale = np.maximum(np.abs(w).max(1, keepdims=True), 1e-9) / 127
        rows = self.node("Gather", [self.constant(key, np.round(w / scale).astype(np.int8)), index], key + ".int")
        rows = self.node("Cast", [rows], key + ".float", to=TensorProto.FLOAT)
        return self.node(
            "Mul",
            [rows, self.node("Gather", [self.constant(key + ".scale", scale), index], key + ".scales")],
            key + ".rows",
        )

    def linear(self, x: str, key: str) -> str:
        """x · weightᵀ + bias of a matrix of the encoder."""
        w, bias = self.weights[key + ".weight"].T, self.weights[key + ".bias"]
        if not self.integer:
            return self.node(
                "Add",
                [self.node("MatMul", [x, self.constant(key, w)], key + ".product"), self.constant(key + ".bias", bias)],
                key + ".out",
            )
        scale = np.maximum(np.abs(w).max(0), 1e-9) / (63 if self.reduced else 127)
        parts = [
            self.constant(key, np.round(w / scale).astype(np.int8)),
            self.constant(key + ".scale", scale.astype(np.float32)),
            self.constant(key + ".zero", np.zeros(w.shape[1], np.int8)),
            self.constant(key + ".bias", bias),
        ]
        return self.node("DynamicQuantizeMatMul", [x, *parts], key + ".out", domain=MICROSOFT)

    def head(self, x: str, weight: Array, bias: Array, name: str) -> str:
        product = self.node("MatMul", [x, self.constant(name + ".weight", weight.T)], name + ".product")
        return self.node("Add", [product, self.constant(name + ".bias", bias)], name)

    def norm(self, x: str, skip: str, key: str) -> str:
        parts = [self.constant(f"{key}.{k}", self.weights[f"{key}.{k}"]) for k in ("weight", "bias")]
        if not skip:
            return self.node("LayerNormalization", [x, *parts], key + ".out", epsilon=EPSILON, axis=-1)
        return self.node("SkipLayerNormalization", [x, skip, *parts], key + ".out", domain=MICROSOFT, epsilon=EPSILON)


def graph(
    weights: dict[str, Array], labels: dict[str, list[str]], integer: bool = True, reduced: bool = True
) -> onnx.ModelProto:
    """The network for one sentence.

    Inputs (int64): pieces, shapes, places (1 × T); first, last (n). Outputs (float): labels (n × all labels, heads side by
    side in the order of HEADS), arcs (n × n + 1), dep (n × REL), gov (n + 1 × REL), vector (HIDDEN).
    """
    g = Graph(weights, integer, reduced)
    x = g.node(
        "Add", [g.table("encoder.pieces.weight", "pieces"), g.table("encoder.places.weight", "places")], "in.places"
    )
    x = g.node("Add", [x, g.table("encoder.shapes.weight", "shapes")], "in.shapes")
    x = g.norm(x, "", "encoder.norm")
    share = np.exp(weights["encoder.mix"]) / np.exp(weights["encoder.mix"]).sum()
    mixed = ""
    for i in range(LAYERS):
        key = f"encoder.layers.{i}."
        g.constant(key + "cut", np.array([HIDDEN] * 3, np.int64))
        qkv = g.linear(x, key + "qkv")
        g.node("Split", [qkv, key + "cut"], key + "part", outputs=3, axis=2)
        attended = g.node(
            "MultiHeadAttention",
            [f"{key}part{k}" for k in range(3)],
            key + "attended",
            domain=MICROSOFT,
            num_heads=ATTENTION,
        )
        x = g.norm(g.linear(attended, key + "out"), x, key + "norm1")
        inner = g.node("Gelu", [g.linear(x, key + "up")], key + "gelu", domain=MICROSOFT)
        x = g.norm(g.linear(inner, key + "down"), x, key + "norm2")
        part = g.node("Mul", [x, g.constant(key + "share", np.float32(share[i]))], key + "mixed")
        mixed = g.node("Add", [mixed, part], key + "sum") if mixed else part
    g.constant("one", np.array([0], np.int64))
    flat = g.node("Squeeze", [mixed, "one"], "flat")
    words = g.node(
        "Add", [g.node("Gather", [flat, "first"], "firsts"), g.node("Gather", [flat, "last"], "lasts")], "words"
    )
    g.head(
        words, np.concatenate([weights[f"labels.{k}.weight"] for k in HEADS]),
        np.concatenate([weights[f"labels.{k}.bias"] for k in HEADS]), "labels",
    )  # fmt: skip
    governors = g.node("Concat", [g.constant("root", weights["root"][None]), words], "governors", axis=0)

    def side(source: str, key: str) -> str:
        return g.node(
            "LeakyRelu", [g.head(source, weights[key + ".weight"], weights[key + ".bias"], key)], key + ".on", alpha=0.1
        )

    # (dep, 1) · arc = dep · arc[:-1] + arc[-1]
    scored = g.head(side(words, "arc_dep"), weights["arc"][:-1].T, weights["arc"][-1], "arc.dep")
    g.node("MatMul", [scored, g.node("Transpose", [side(governors, "arc_gov")], "arc.gov", perm=[1, 0])], "arcs")
    g.node("Identity", [side(words, "rel_dep")], "dep")
    g.node("Identity", [side(governors, "rel_gov")], "gov")
    mean = g.node("ReduceMean", [x], "mean", axes=[0, 1], keepdims=0)
    g.head(mean, weights["vector.weight"], weights["vector.bias"], "vector")
    whole = helper.make_tensor_value_info
    inputs = [whole(k, TensorProto.INT64, [1, "T"]) for k in ("pieces", "shapes", "places")]
    inputs += [whole(k, TensorProto.INT64, ["n"]) for k in ("first", "last")]
    outputs = [whole(k, TensorProto.FLOAT, None) for k in ("labels", "arcs", "dep", "gov", "vector")]
    body = helper.make_graph(g.nodes, "accordingto-encoder", inputs, outputs, g.constants)
    return helper.make_model(
        body, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)], ir_version=8
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="without rounding to int8, for comparing")
    options = parser.parse_args()
    kept = torch.load(options.work / "state.pt")
    weights = {k: v.numpy().astype(np.float32) for k, v in kept["network"].items()}
    options.out.mkdir(parents=True, exist_ok=True)
    model = options.out / "encoder.onnx"
    model.write_bytes(graph(weights, kept["labels"], integer=not options.float).SerializeToString(deterministic=True))
    rel = weights["rel"].astype(np.float16)
    np.save(options.out / "relations.npy", rel)
    words = options.vocabulary.read_text(encoding="utf-8").splitlines()
    about = {"labels": kept["labels"], "pieces": words}
    text = json.dumps(about, ensure_ascii=False, separators=(",", ":"))
    (options.out / "encoder.json").write_text(text, encoding="utf-8")
    lines = []
    for name in ("encoder.json", "encoder.onnx", "relations.npy"):
        raw = (options.out / name).read_bytes()
        lines.append(f'    "{name}": "{hashlib.sha256(raw).hexdigest()}",')
        print(f"{name:16s} {len(raw) / 1e6:6.2f} MB")
    (options.out / "__init__.py").write_text(INIT.format("\n".join(lines)), encoding="utf-8")


if __name__ == "__main__":
    main()
