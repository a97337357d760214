"""JSON: one object with a head that says where the events come from (timeline.schema.json)."""

from __future__ import annotations

from typing import Any, BinaryIO

from timeline_cli.model import Timeline
from timeline_cli.writers.json_text import block_of
from timeline_cli.writers.provenance import Provenance, tool
from timeline_cli.writers.record import RECORD_VERSION, record_of, source_of


def write(timeline: Timeline, provenance: Provenance, stream: BinaryIO) -> None:
    """Writes a timeline as one JSON object."""
    stream.write(block_of(object_of(timeline, provenance)))


def object_of(timeline: Timeline, provenance: Provenance) -> dict[str, Any]:
    """Returns the object that is written: version, tool, options, selection, documents, events."""
    return {
        "format": "timeline-cli/timeline",
        "version": RECORD_VERSION,
        "tool": tool(),
        "options": dict(provenance.options),
        "selection": dict(provenance.selection),
        "documents": [source_of(source) for source in timeline.sources],
        "events": [record_of(event) for event in timeline.events],
    }
