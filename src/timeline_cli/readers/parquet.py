"""Parquet: a row a document; needs pyarrow."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from timeline_cli.errors import TimelineError
from timeline_cli.extras import needed
from timeline_cli.readers.rows import Row, documents_of
from timeline_cli.readers.source import Extracted, ReadOptions

_BATCH = 1000


def read(data: bytes, name: str, options: ReadOptions) -> Extracted:
    """Returns a document for each row. Raises TimelineError for bytes that are no Parquet."""
    parquet = needed("pyarrow.parquet", "parquet", "reading Parquet")
    try:
        table = parquet.ParquetFile(io.BytesIO(data))
        return documents_of(_rows(table), name, options)
    except (OSError, ValueError, OverflowError, NotImplementedError, MemoryError) as error:  # pyarrow's own are these
        raise TimelineError(f"{name}: is damaged or no Parquet: {' '.join(str(error).split())}") from None


def _rows(table: Any) -> Iterator[Row]:
    number = 0
    for batch in table.iter_batches(batch_size=_BATCH):
        for fields in batch.to_pylist():
            number += 1
            yield Row(f"row {number}", fields)
