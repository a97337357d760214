"""Parquet with typed columns; needs pyarrow."""

from __future__ import annotations

import json
from typing import BinaryIO

from timeline_cli.extras import needed
from timeline_cli.model import Timeline
from timeline_cli.writers.arrow_table import table_of, undated
from timeline_cli.writers.provenance import Provenance, tool
from timeline_cli.writers.record import RECORD_VERSION, source_of


def write(timeline: Timeline, provenance: Provenance, stream: BinaryIO) -> tuple[str, ...]:
    """Writes a row an event; the head of the JSON stands in the file's metadata under `timeline`.

    Returns what was left out.
    """
    parquet = needed("pyarrow.parquet", "parquet", "writing Parquet")
    head = {
        "format": "timeline-cli/timeline",
        "version": RECORD_VERSION,
        "tool": tool(),
        "options": dict(provenance.options),
        "selection": dict(provenance.selection),
        "documents": [source_of(source) for source in timeline.sources],
    }
    table = table_of(timeline).replace_schema_metadata({"timeline": json.dumps(head)})
    parquet.write_table(table, stream, compression="zstd")
    return outside_dates(timeline)


def outside_dates(timeline: Timeline) -> tuple[str, ...]:
    """Returns the remark on events whose days are no dates of the format, none where there are none."""
    count = undated(timeline)
    return (f"{count} events lie outside the years 1 to 9999: their days stand in begin_iso and last_iso only",) * bool(
        count
    )
