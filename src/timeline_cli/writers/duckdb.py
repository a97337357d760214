"""A DuckDB database; needs duckdb and pyarrow."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import BinaryIO

from timeline_cli.extras import needed
from timeline_cli.model import Timeline
from timeline_cli.selection import searchable
from timeline_cli.writers.arrow_table import table_of
from timeline_cli.writers.encodable import encodable
from timeline_cli.writers.parquet import outside_dates
from timeline_cli.writers.provenance import Provenance, tool
from timeline_cli.writers.record import RECORD_VERSION, source_of

_VIEW = "CREATE TABLE events AS SELECT * FROM given"
_DOCUMENTS = (
    "CREATE TABLE documents (name VARCHAR, title VARCHAR, date VARCHAR, date_source VARCHAR, date_clue VARCHAR, "
    "sha256 VARCHAR, length BIGINT)"
)
_PROVENANCE = "CREATE TABLE provenance (key VARCHAR, value VARCHAR)"


def write(timeline: Timeline, provenance: Provenance, stream: BinaryIO) -> tuple[str, ...]:
    """Writes the tables `events` (typed, with lists of structs, and `folded` to search in), `documents`, `provenance`.

    Returns what was left out.
    """
    duckdb = needed("duckdb", "parquet", "writing DuckDB")
    arrow = needed("pyarrow", "parquet", "writing DuckDB")
    folded = [encodable(searchable(f"{event.title}\n{event.tellings[0].sentence}")) for event in timeline.events]
    table = table_of(timeline).append_column("folded", arrow.array(folded, arrow.string()))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "timeline.duckdb"
        base = duckdb.connect(str(path))
        try:
            base.register("given", table)
            base.execute(_VIEW)
            base.execute(_DOCUMENTS)
            base.execute(_PROVENANCE)
            for source in timeline.sources:
                base.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", list(source_of(source).values()))
            settings = {"version": RECORD_VERSION, "tool": tool(), "options": dict(provenance.options)}
            for key, value in (settings | {"selection": dict(provenance.selection)}).items():
                base.execute("INSERT INTO provenance VALUES (?, ?)", [key, json.dumps(value, ensure_ascii=False)])
        finally:
            base.close()
        stream.write(path.read_bytes())
    return outside_dates(timeline)
