"""Make the table of ordinary English.   python -m training.frequencies ../shared/data src/accordingto/frequencies.json.gz

How often the content words (as `text.content_words` gives them) of UD English EWT and GUM, wikigold and VitaminC's evidence stand in
their running words; words met once are left out. Deterministic.
"""

from __future__ import annotations

import collections
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from accordingto.text import content_words, words

SYNTAX = ("ewt_train", "gum_train", "wikigold")


def texts(source: Path) -> Iterator[str]:
    """Every sentence of the sets, each once."""
    for name in SYNTAX:
        with gzip.open(source / "syntax" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                yield " ".join(json.loads(line)["words"])
    with open(source / "align" / "vc_train.jsonl", encoding="utf-8") as lines:
        yield from sorted({json.loads(line)["evidence"] for line in lines})


def main(source: str, target: str) -> None:
    count: collections.Counter[str] = collections.Counter()
    total = 0
    for text in texts(Path(source)):
        total += len(words(text))
        count.update(content_words(text))
    table = {w: n for w, n in sorted(count.items()) if n > 1}
    body = json.dumps({"running": total, "words": table}, ensure_ascii=False, separators=(",", ":"))
    Path(target).write_bytes(gzip.compress(body.encode(), 9, mtime=0))
    print(total, "running words,", len(table), "content words,", Path(target).stat().st_size, "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:3])
