"""JSON lines, or one JSON array: an object a document."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline_cli.errors import TimelineError
from timeline_cli.readers.encoding import decode
from timeline_cli.readers.rows import Row, documents_of
from timeline_cli.readers.source import Extracted, ReadOptions


def read(data: bytes, name: str, options: ReadOptions) -> Extracted:
    """Returns a document for each line, or for each object of an array; lines that are no JSON object are left out."""
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    array = _array(data, name, options) if start == b"[" else None
    return documents_of(_lines(data, name, options) if array is None else array, name, options)


def _array(data: bytes, name: str, options: ReadOptions) -> list[Row] | None:
    """Returns the rows of a JSON array, None where the bytes are none: lines of JSON may begin with `[` too."""
    try:
        entries = json.loads(decode(data, name, options.encoding))
    except (ValueError, RecursionError):
        return None
    return [_checked(f"entry {number}", entry) for number, entry in enumerate(entries, 1)]


def _lines(data: bytes, name: str, options: ReadOptions) -> Iterator[Row]:
    for number, line in enumerate(_texts(data, name, options), 1):
        place = f"line {number}"
        if line is None:
            yield Row(place, problem="is no UTF-8")
        elif line.strip():
            try:
                yield _checked(place, json.loads(line))
            except (ValueError, RecursionError):
                yield Row(place, problem="is no JSON")


def _checked(place: str, entry: object) -> Row:
    return Row(place, entry) if isinstance(entry, dict) else Row(place, problem="is no JSON object")


def _texts(data: bytes, name: str, options: ReadOptions) -> Iterator[str | None]:
    """Yields the lines of a file; where it is UTF-8 with damage, None for each line that is damaged."""
    try:
        yield from decode(data, name, options.encoding).split("\n")
    except TimelineError:
        if b"\0" in data or options.encoding is not None:
            raise
        for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
            try:
                yield line.decode("utf-8")
            except UnicodeDecodeError:
                yield None
