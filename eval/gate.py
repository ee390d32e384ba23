"""The quality ratchet: score every capability against the gold of ../shared and hold the floors of eval/floors.json.

    python eval/gate.py            score and fail under a floor
    python eval/gate.py --raise    also lift each floor to what was measured (a floor falls only by hand)

Gold stays in ../shared (its README says what may be used for what); without it the gate says so and passes.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import claims
import discrepancies
import engine
import events
import factuality
import holders
import lineage
import names
from accordingto import api
from accordingto.annotate.encoder import encoder

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = Path(__file__).parent / "floors.json"
SLACK = 0.3  # points; the same code scores the same, other processors may round a tie differently


def annotated(gold: Path, target: Path, limit: int = 0) -> None:
    """Annotations of a gold file, one line each, with the document date where the gold has one."""
    rows = [json.loads(x) for x in gold.read_text(encoding="utf-8").splitlines()]
    lines = []
    for r in rows[: limit or None]:
        date = r.get("dct") or r.get("date") or ""
        lines.append(
            json.dumps(
                {"id": r["id"], "text": r["text"], "published": date if re.match(r"\d{4}-\d\d-\d\d", date) else ""}
            )
        )
    with target.open("w", encoding="utf-8") as f:
        for out, trouble in api.annotate_lines(lines, workers=2):
            f.write((out or json.dumps({"id": None, "attributions": [], "error": trouble})) + "\n")


def run(script: str, *args: str) -> str:
    return subprocess.run(
        [sys.executable, str(SHARED / "eval" / script), *args], capture_output=True, text=True, check=True
    ).stdout


def number(pattern: str, text: str) -> float:
    found = re.search(pattern, text)
    if found is None:
        raise SystemExit(f"gate: no score matches {pattern!r} in:\n{text}")
    return float(found.group(1))


HELD = {
    "ewt_dev": "upos xpos feats lemma las names|raw words|raw las",
    "gum_dev": "upos xpos feats lemma las mentions|raw sentences|raw words|raw las",
    "ww_dev": "names PER ORG LOC",
}
"""Which scores of the engine have a floor, by set."""


def engine_scores() -> dict[str, float]:
    out: dict[str, float] = {}
    for name, keys in HELD.items():
        found = engine.gold_words(name, encoder(), 0)
        if not name.startswith("ww"):
            found |= engine.raw_text(name, encoder(), 0)
        words, *phrases = keys.split("|")
        out |= {f"engine: {name} {k}": found[k] for k in [*words.split(), *phrases]}
    return out | {f"engine: pronouns {k}": v for k, v in engine.coreference(0).items() if k != "asked"}


def scores() -> dict[str, float]:
    """Every score; the engine's, which need one processor, are made beside the others."""
    with ProcessPoolExecutor(1) as beside:
        engine_later = beside.submit(engine_scores)
        out = article_scores()
        return engine_later.result() | out


def article_scores() -> dict[str, float]:
    out: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        pred = Path(folder) / "pred.jsonl"
        gold = SHARED / "data" / "polnear" / "dev.jsonl"
        annotated(gold, pred)
        text = run("score_attributions.py", str(gold), str(pred))
        out["attributions: content F"] = number(r"content P .*? F +([\d.]+)", text)
        out["attributions: full F"] = number(r"full F +([\d.]+)", text)
        out["attributions: direct recall"] = number(r"recall direct +([\d.]+)", text)
        gold = SHARED / "data" / "timex" / "train.jsonl"
        annotated(gold, pred)
        text = run("score.py", "times", str(pred), str(gold))
        out["times: relaxed F"] = number(r"relaxed .*?F1 ([\d.]+)", text)
        out["times: value F"] = number(r"value .*?F1 ([\d.]+)", text)
        gold = SHARED / "data" / "events" / "gold.jsonl"
        annotated(gold, pred)
        text = run("score.py", "events", str(pred), str(gold))
        out["events: type"] = number(r"type ([\d.]+) %", text)
        out["events: type and roles"] = number(r"both roles ([\d.]+) %", text)
        out["certainty: 100 - 100 MAE / 3"] = 100 - 100 * factuality.mae("dev") / 3
        rows = [
            json.loads(x) for x in (SHARED / "data" / "names" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        with pred.open("w", encoding="utf-8") as f:
            for r in rows:
                c = api.compare_names(r["a"], r["b"])
                f.write(json.dumps({"a": r["a"], "b": r["b"], "verdict": c.verdict, "score": c.score}) + "\n")
        text = run("score.py", "names", str(pred), str(SHARED / "data" / "names" / "pairs.jsonl"))
        out["names: same, all"] = number(r"same +all .*?F1 ([\d.]+)", text)
        out["names: same, Korean"] = number(r"same +ko .*?F1 ([\d.]+)", text)
        out["names: same, independent set"] = number(r"same +nkbench .*?F1 ([\d.]+)", text)
    again = names.found_again()
    out["screening: aliases that find their entry"] = again["found"]
    out["screening: 100 - 10 other entries a query"] = 100 - 10 * again["others"]
    out["events: pairwise F1, two months"], out["events: B-cubed F1, two months"] = events.score(
        "allsides", "2018-0[56]"
    )
    out["events: B-cubed F1, each topic a desk"] = events.topics()[1]
    out["lineage: relation right of 150 pairs"] = lineage.accuracy()
    out["claims: precision of joined pairs"], out["claims: recall of joined pairs"] = claims.scores(
        (said, true) for said, true, _ in claims.told()
    )
    for told in holders.scores():
        out[f"holders: right holder and position, {told.story}"] = told.right
        out[f"holders: named ones that are listed, {told.story}"] = told.precision
    out["discrepancies: listed ones found"], out["discrepancies: shown ones right"] = discrepancies.total(
        list(discrepancies.scores())
    )
    grouped = list(claims.stories())
    out["claims: of two stories, mostly whole"] = 100 * sum(w for *_, w in grouped) / sum(n for *_, n, _ in grouped)
    out["claims: of two stories, precision"], out["claims: of two stories, recall"] = claims.scores(
        pair for _, pairs, *_ in grouped for pair in pairs
    )
    return out


def main() -> None:
    if not (SHARED / "eval").exists():
        print("gate: ../shared is not here; nothing was scored")
        return
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    found = scores()
    for name, value in found.items():
        floor = floors.get(name, 0.0)
        print(f"{name:36s} {value:6.1f}   floor {floor:6.1f}{'   BELOW' if value < floor - SLACK else ''}")
    if "--raise" in sys.argv:
        lifted = {k: max(floors.get(k, 0.0), round(v, 2)) for k, v in found.items()}
        FLOORS.write_text(json.dumps(lifted, indent=1) + "\n", encoding="utf-8")
    if any(v < floors.get(k, 0.0) - SLACK for k, v in found.items()):
        raise SystemExit("gate: a score fell below its floor; mend it, or lower the floor by hand and say why")


if __name__ == "__main__":
    main()
