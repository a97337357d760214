"""How many of a gold set's time expressions each peer finds and dates rightly."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.conventions import BASES, conforming, without_base
from benchmarks.peers import Peer, Worker
from benchmarks.scorer import Expression, Scores, score

Document = dict[str, Any]


def read(path: Path) -> list[Document]:
    """Returns the documents of a file in the gold format (docs/annotation-guideline.md)."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def measure(peer: Peer, worker: Worker, gold: list[Document], out: Path | None = None) -> Scores:
    """Returns the scores of a peer; its predictions go into the folder `out`, in the gold format."""
    found = predictions(peer, worker, gold)
    if out is not None:
        _write(out / f"{peer.name.replace(', ', '-').replace(' ', '-')}.jsonl", gold, found)
    return score((document["timexes"], mine) for document, mine in zip(gold, found, strict=True))


def predictions(peer: Peer, worker: Worker, gold: list[Document]) -> list[list[Expression]]:
    """Returns what a peer finds in each document, its spans cut as the guideline cuts them."""
    if peer.is_ours:
        return _found(worker, ((document["text"], document["dct"]) for document in gold))
    first, second = (
        _found(worker, ((document["text"], document["dct"] or base) for document in gold)) for base in BASES
    )
    return [
        conforming(document["text"], one if document["dct"] else without_base(one, other))
        for document, one, other in zip(gold, first, second, strict=True)
    ]


def _found(worker: Worker, texts: Iterable[tuple[str, str | None]]) -> list[list[Expression]]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text, "dct": dct}) + "\n" for text, dct in texts)
        file.flush()
        return worker.predict(Path(file.name))


def _write(path: Path, gold: list[Document], found: list[list[Expression]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for document, mine in zip(gold, found, strict=True):
            rows = [row | {"text": document["text"][row["start"] : row["end"]], "value": None} for row in mine]
            line = {"id": document["id"], "dct": document["dct"], "text": document["text"], "timexes": rows}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
