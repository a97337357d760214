"""CSV and its kin with a header: a row a document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from timeline_cli.errors import TimelineError
from timeline_cli.readers.encoding import decode
from timeline_cli.readers.rows import Row, documents_of
from timeline_cli.readers.source import Extracted, ReadOptions

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 1 << 30


def read(data: bytes, name: str, options: ReadOptions) -> Extracted:
    """Returns a document for each row below the header; rows with too many or too few cells are left out.

    Comma, semicolon, tab or bar stands between cells, whichever the header has most of.
    """
    text = decode(data, name, options.encoding)
    if not text.strip():
        raise TimelineError(f"{name}: is empty; a table needs a header and rows")
    return documents_of(_rows(text), name, options)


def _rows(text: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    header = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header.count)
    cells = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    names = [name.strip() for name in next(cells, [])]
    while True:
        line = cells.line_num + 1
        try:
            row = next(cells, None)
        except csv.Error as error:
            yield Row(f"line {line}", problem=f"is no CSV ({error})")
            continue
        if row is None:
            return
        if not any(row):
            continue
        if len(row) != len(names):
            yield Row(f"line {line}", problem=f"has {len(row)} cells, the header {len(names)}")
        else:
            yield Row(f"line {line}", dict(zip(names, row, strict=True)))
