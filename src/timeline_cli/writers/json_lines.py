"""JSON lines: one record a line, without a head."""

from __future__ import annotations

from typing import BinaryIO

from timeline_cli.model import Timeline
from timeline_cli.writers.json_text import line_of
from timeline_cli.writers.provenance import Provenance
from timeline_cli.writers.record import record_of


def write(timeline: Timeline, provenance: Provenance, stream: BinaryIO) -> None:
    """Writes each event's record as one line."""
    for event in timeline.events:
        stream.write(line_of(record_of(event)))
