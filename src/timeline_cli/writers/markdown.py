"""Markdown: a table for a wiki."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import BinaryIO

from timeline_cli.model import Event, Timeline
from timeline_cli.writers.grain import span_of
from timeline_cli.writers.provenance import Provenance
from timeline_cli.writers.reported import further_tellings

_COLUMNS = ("date", "title", "participants", "places", "status", "source")
_SPECIAL = re.compile(r"([\\`*_\[\]|#~$])")
_LEFT_OUT = "sentences, offsets, confidence and flags left out; --format jsonl has them"


def write(timeline: Timeline, provenance: Provenance, stream: BinaryIO) -> tuple[str, ...]:
    """Writes a table with a row an event, in Arabic headings (labels.csv); returns what was left out."""
    titles = {source.name: source.title for source in timeline.sources}
    head = [labels()[column] for column in _COLUMNS]
    rows = [head, ["---"] * len(_COLUMNS), *(_cells(event, titles) for event in timeline.events)]
    for row in rows:
        stream.write(f"| {' | '.join(row)} |\n".encode("utf-8", "replace"))
    return (_LEFT_OUT, *further_tellings(timeline.events))


@cache
def labels() -> dict[str, str]:
    """Returns the Arabic headings and words for a status (labels.csv)."""
    table = files("timeline_cli.writers").joinpath("labels.csv").read_text(encoding="utf-8")
    return {row["key"]: row["label"] for row in csv.DictReader(table.splitlines())}


def _cells(event: Event, titles: dict[str, str | None]) -> list[str]:
    name = event.tellings[0].document
    cells = (
        span_of(event.begin, event.last),
        event.title if event.attribution is None else f"{event.title} — {event.attribution}",
        "، ".join(name.text for name in event.participants),
        "، ".join(name.text for name in event.places),
        labels().get(event.status, event.status),
        titles.get(name) or name,
    )
    return [escaped(cell) for cell in cells]


def escaped(cell: str) -> str:
    """Returns a cell that shows what it says: no markup, no HTML, no end of line."""
    return _SPECIAL.sub(r"\\\1", " ".join(cell.split())).replace("&", "&amp;").replace("<", "&lt;")
