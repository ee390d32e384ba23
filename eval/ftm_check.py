"""Whether a FollowTheMoney export is what the real library reads: every schema, property, value and reference.

    accordingto export PATH… --format ftm | .venv-ftm/bin/python eval/ftm_check.py      exit 1 where something is lost

Runs in an environment of its own (`make ftm`): the library weighs more than the product and is no dependency of it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable

from followthemoney import model


def faults(lines: Iterable[str]) -> tuple[Counter[str], list[str]]:
    """(entities by schema, what the library does not take)."""
    rows = [json.loads(line) for line in lines]
    kinds = {r["id"]: r["schema"] for r in rows}
    wrong = [] if len(kinds) == len(rows) else ["two entities share an id"]
    for r in rows:
        where = f"{r['schema']} {r['id']}"
        proxy = model.get_proxy(r, cleaned=False)
        for name, values in r["properties"].items():
            prop = proxy.schema.get(name)
            if prop is None:
                wrong.append(f"{where}: no property {name}")
                continue
            wrong += [f"{where}: {name} loses {v!r}" for v in values if v not in proxy.get(name)]
            if prop.range is not None:
                for v in values:
                    if v not in kinds or not model[kinds[v]].is_a(prop.range):
                        wrong.append(f"{where}: {name} points at {v}, no {prop.range.name}")
        if proxy.to_dict()["properties"].keys() != r["properties"].keys():
            wrong.append(f"{where}: reads back with other properties")
    return Counter(kinds.values()), wrong


def main() -> None:
    found, wrong = faults(sys.stdin)
    print(", ".join(f"{n} {k}" for k, n in sorted(found.items())) or "nothing was exported")
    for w in wrong[:20]:
        print(f"  {w}")
    if wrong or not found:
        raise SystemExit(f"ftm: {len(wrong)} faults")


if __name__ == "__main__":
    main()
