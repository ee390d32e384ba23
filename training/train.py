"""Train the encoder.   python -m training.train --data ../shared/data --encoder FOLDER --work FOLDER [--epochs N]

FOLDER of --encoder holds `model.safetensors` and `vocab.txt` of all-MiniLM-L6-v2. After each epoch the whole state goes to
--work; the same command goes on from there, to the same weights as an uninterrupted run on the same processor. Fixed seeds.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import time
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from accordingto.annotate.pieces import CLOSE, OPEN, SHAPES, Pieces

from . import data
from .data import Example
from .model import HIDDEN, Encoder, Network, Rounded, Sizes, public_encoder

SEED = 11
PIECES_PER_BATCH = 1000
"""For which the rates are meant; they grow with the square root of another --batch."""
LONGEST = 160
ENCODER_RATE, HEAD_RATE, WARMUP = 2e-4, 1.2e-3, 400
MADE_PER_EPOCH = 3000
ROUNDED_EPOCHS = 2
"""The last epochs learn with the rounding of the shipped file."""
HALF = "amx_bf16" in Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else False
"""Products in bfloat16 where the processor has them: 15 percent faster."""
WEIGHTS = {
    "upos": 0.4,
    "xpos": 0.6,
    "feats": 0.4,
    "names": 1.5,
    "mentions": 0.5,
    "arcs": 1.2,
    "rels": 1.0,
    "vector": 1.0,
}
LABELLED = ("upos", "xpos", "feats", "names", "mentions")


class Batcher:
    """Examples to tensors."""

    def __init__(self, pieces: Pieces, labels: dict[str, list[str]], device: str) -> None:
        self.pieces, self.device = pieces, device
        self.index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}

    def __call__(self, batch: list[Example]) -> dict[str, Tensor]:
        ids = [[self.pieces(w) for w in e.words] for e in batch]
        t = max(sum(len(p) for p, _ in x) for x in ids) + 2
        n = max(len(e.words) for e in batch)
        b = len(batch)
        out = {k: torch.zeros(b, t, dtype=torch.long) for k in ("pieces", "shapes")}
        out |= {k: torch.zeros(b, n, dtype=torch.long) for k in ("first", "last")}
        known = (*LABELLED, "heads", "rels")
        out |= {k: torch.full((b, n), -1, dtype=torch.long) for k in known}
        for r, (e, words) in enumerate(zip(batch, ids, strict=True)):
            out["pieces"][r, 0] = OPEN
            at = 1
            for i, (parts, look) in enumerate(words):
                out["first"][r, i], out["last"][r, i] = at, at + len(parts) - 1
                out["shapes"][r, at : at + len(parts)] = look
                for p in parts:
                    out["pieces"][r, at] = p
                    at += 1
            out["pieces"][r, at] = CLOSE
            for k in known:
                for i, x in enumerate(getattr(e, k)):
                    out[k][r, i] = x if k == "heads" else self.index[k].get(x, -1)
        return {k: x.to(self.device, non_blocking=True) for k, x in out.items()}


def losses(out: dict[str, Tensor], rel: Tensor, b: dict[str, Tensor]) -> dict[str, Tensor]:
    """Cross entropies over what is known; relations are scored at the gold head."""
    each = {k: _entropy(out[k], b[k]) for k in LABELLED}
    each["arcs"] = _entropy(_arcs(out, b), b["heads"])
    each["rels"] = _entropy(_relations(out, rel, b["heads"].clamp(min=0)), b["rels"].where(b["heads"] >= 0, -1))
    return each


def _arcs(out: dict[str, Tensor], b: dict[str, Tensor]) -> Tensor:
    """Scores of heads (batch × words × words + 1) without padding and without the word itself."""
    first = b["first"]
    padding = torch.cat([torch.zeros_like(first[:, :1]), (first == 0).long()], 1).bool()
    itself = torch.eye(first.shape[1], first.shape[1] + 1, device=first.device).roll(1, 1).bool()[None]
    return out["arcs"].masked_fill(padding[:, None, :], -1e4).masked_fill(itself, -1e4)


def _relations(out: dict[str, Tensor], rel: Tensor, heads: Tensor) -> Tensor:
    """Scores of the relations (batch × words × labels) to these heads."""
    gov = out["gov"].gather(1, heads[:, :, None].expand(-1, -1, out["gov"].shape[-1]))
    return torch.einsum("bnd,drg,bng->bnr", out["dep"], rel, gov)


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    total = F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-1, reduction="sum")
    return total / (gold >= 0).sum().clamp(min=1)


def _floats(out: dict[str, Tensor]) -> dict[str, Tensor]:
    return {k: v.float() for k, v in out.items()}


def batches(
    examples: list[tuple[int, Example]], pieces: Pieces, rng: random.Random, most: int = PIECES_PER_BATCH
) -> list[list[tuple[int, Example]]]:
    """Sentences of like length together, at most so many pieces with their padding, in random order."""
    sized = [(sum(len(pieces(w)[0]) for w in e.words) + 2 + rng.random() * 4, i, e) for i, e in examples]
    sized = sorted((x for x in sized if x[0] < LONGEST), key=lambda x: x[0])
    out: list[list[tuple[int, Example]]] = [[]]
    for size, i, e in sized:
        if (len(out[-1]) + 1) * size > most:
            out.append([])
        out[-1].append((i, e))
    rng.shuffle(out)
    return [x for x in out if x]


def vectors(encoder: Encoder, examples: list[Example], batcher: Batcher, store: Path) -> Tensor:
    """What the public encoder says of each sentence (mean of its top layer, length 1): the target of the vector head."""
    if store.exists() and len(kept := torch.load(store, map_location=batcher.device)) == len(examples):
        return kept
    encoder.eval()
    out = torch.zeros(len(examples), HIDDEN, device=batcher.device)
    with torch.no_grad():
        for batch in batches(list(enumerate(examples)), batcher.pieces, random.Random(0)):
            b = batcher([Example(e.words) for _, e in batch])
            top, _ = encoder(b["pieces"], torch.zeros_like(b["shapes"]))
            real = (b["pieces"] != 0).float()[:, :, None]
            out[[i for i, _ in batch]] = F.normalize((top * real).sum(1) / real.sum(1), dim=-1)
    torch.save(out, store)
    return out


def attachment(
    network: Network, examples: list[Example], batcher: Batcher, labels: dict[str, list[str]]
) -> dict[str, float]:
    """Quick scores from gold words, argmax heads: for following the training, not for reporting."""
    network.eval()
    n = dict.fromkeys(("words", "uas", "las", "xpos", "hit", "found", "gold"), 0)
    with torch.no_grad():
        for batch in batches(list(enumerate(examples)), batcher.pieces, random.Random(0)):
            b = batcher([e for _, e in batch])
            out = network(b["pieces"], b["shapes"], b["first"], b["last"])
            head = _arcs(out, b).argmax(-1)
            rel = _relations(out, network.rel, head).argmax(-1)
            known = b["heads"] >= 0
            n["words"] += int(known.sum())
            n["uas"] += int((known & (head == b["heads"])).sum())
            n["las"] += int((known & (head == b["heads"]) & (rel == b["rels"])).sum())
            n["xpos"] += int((known & (out["xpos"].argmax(-1) == b["xpos"])).sum())
            for (_, e), guess in zip(batch, out["names"].argmax(-1).tolist(), strict=True):
                gold, found = (
                    set(data.spans(e.names)),
                    set(data.spans([labels["names"][x] for x in guess[: len(e.words)]])),
                )
                n["hit"], n["found"], n["gold"] = (
                    n["hit"] + len(gold & found),
                    n["found"] + len(found),
                    n["gold"] + len(gold),
                )
    network.train()
    w = max(1, n["words"])
    return {
        **{k: round(100 * n[k] / w, 2) for k in ("uas", "las", "xpos")},
        "names": round(200 * n["hit"] / max(1, n["found"] + n["gold"]), 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--limit", type=int, default=0, help="sentences, for trying out")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--batch", type=int, default=PIECES_PER_BATCH, help="word pieces")
    parser.add_argument("--device", default="cpu")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    syntax = options.data / "syntax"
    trees = data.read(syntax / "ewt_train.jsonl.gz") + data.read(syntax / "gum_train.jsonl.gz")
    labels = data.label_sets(trees)
    named = data.read(syntax / "wikigold.jsonl.gz") + data.ecb(options.data / "ecbplus" / "docs") + 2 * data.written()
    train = trees + named
    if options.limit:
        train = train[:: max(1, len(train) // options.limit)]
    dev = {k: data.read(syntax / f"{k}_dev.jsonl.gz")[:700] for k in ("ewt", "gum")}
    vocabulary = {x: i for i, x in enumerate((options.encoder / "vocab.txt").read_text(encoding="utf-8").splitlines())}
    pieces = Pieces(vocabulary)
    batcher = Batcher(pieces, labels, options.device)
    sizes = Sizes(len(SHAPES), *(len(labels[k]) for k in (*LABELLED, "rels")))
    network = Network(len(vocabulary), sizes)
    network.encoder.load_state_dict(public_encoder(options.encoder), strict=False)
    network.to(options.device)
    target = vectors(network.encoder, train, batcher, options.work / f"vectors{options.limit or ''}.pt")
    network.train()
    network.encoder.pieces.weight.requires_grad = False
    deep = {id(p) for n, p in network.encoder.named_parameters() if "shapes" not in n and n != "mix"}
    faster = math.sqrt(options.batch / PIECES_PER_BATCH)
    groups = [
        {
            "params": [p for p in network.parameters() if p.requires_grad and id(p) in deep],
            "lr": ENCODER_RATE * faster,
            "weight_decay": 0.01,
        },
        {
            "params": [p for p in network.parameters() if p.requires_grad and id(p) not in deep],
            "lr": HEAD_RATE * faster,
            "weight_decay": 0.0,
        },
    ]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    made = data.made(MADE_PER_EPOCH, random.Random(SEED))
    per_epoch = len(batches(list(enumerate(train + made)), pieces, random.Random(SEED), options.batch))
    total = per_epoch * options.epochs
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / WARMUP, max(0.0, (total - s) / max(1, total - WARMUP)) ** 0.9)
    )
    state = options.work / "state.pt"
    begin, step = 0, 0
    if state.exists():
        kept = torch.load(state, map_location=options.device)
        network.load_state_dict(kept["network"])
        optimizer.load_state_dict(kept["optimizer"])
        plan.load_state_dict(kept["plan"])
        begin, step = kept["epoch"], kept["step"]
    print(f"{len(train)} sentences, {per_epoch} steps an epoch, from epoch {begin}", flush=True)
    for epoch in range(begin, options.epochs):
        rng = random.Random(options.seed * 1000 + epoch)
        torch.manual_seed(options.seed * 1000 + epoch)
        Rounded.rounding = epoch >= options.epochs - ROUNDED_EPOCHS
        both = [(i, data.augmented(e, rng)) for i, e in enumerate(train)]
        both += [(-1, data.augmented(e, rng)) for e in data.made(MADE_PER_EPOCH, rng)]
        clock, seen, sums = time.time(), 0, torch.zeros(len(WEIGHTS), device=options.device)
        for k, batch in enumerate(batches(both, pieces, rng, options.batch)):
            b = batcher([e for _, e in batch])
            with torch.autocast(options.device, torch.bfloat16, enabled=HALF or options.device != "cpu"):
                out = _floats(network(b["pieces"], b["shapes"], b["first"], b["last"]))
            each = losses(out, network.rel, b)
            rows = [r for r, (i, _) in enumerate(batch) if i >= 0]
            goal = target[[batch[r][0] for r in rows]]
            each["vector"] = (1 - (out["vector"][rows] * goal).sum(-1)).mean() if rows else out["vector"].sum() * 0
            loss = sum((w * each[x] for x, w in WEIGHTS.items()), torch.zeros((), device=options.device))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_([p for g in groups for p in g["params"]], 5.0)  # type: ignore[attr-defined]
            optimizer.step()
            plan.step()
            step += 1
            seen += b["pieces"].numel()
            sums += torch.stack([each[x].detach() for x in WEIGHTS])
            if k % 50 == 49:
                mean_loss = dict(zip(WEIGHTS, [round(x / 50, 3) for x in sums.tolist()], strict=True))
                if not math.isfinite(mean_loss["arcs"]):
                    raise SystemExit(f"the loss is not finite at step {step}")
                print(
                    f"epoch {epoch} {k + 1}/{per_epoch}  {seen / (time.time() - clock):.0f} pieces/s  {mean_loss}",
                    flush=True,
                )
                sums.zero_()
        scores = {k: attachment(network, v, batcher, labels) for k, v in dev.items()}
        print(f"epoch {epoch} done {time.strftime('%H:%M:%S')}: {json.dumps(scores)}", flush=True)
        kept = {
            "network": network.state_dict(),
            "optimizer": optimizer.state_dict(),
            "plan": plan.state_dict(),
            "epoch": epoch + 1,
            "step": step,
            "labels": labels,
        }
        torch.save(kept, state.with_suffix(".new"))
        os.replace(state.with_suffix(".new"), state)


if __name__ == "__main__":
    main()
