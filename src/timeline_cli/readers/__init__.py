"""From files, folders and streams to documents: one registry (formats.py), one module an input format."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from timeline_cli.errors import TimelineError
from timeline_cli.extras import MissingExtra
from timeline_cli.model import Document
from timeline_cli.readers.folders import files_of
from timeline_cli.readers.formats import FORMATS, TEXT, Format, format_of
from timeline_cli.readers.source import Extracted, ReadOptions

__all__ = [
    "FORMATS",
    "STDIN",
    "TEXT",
    "Extracted",
    "Format",
    "ReadOptions",
    "contents",
    "documents",
    "extracted",
    "format_of",
    "lines_of",
    "paths_of",
]

STDIN = "-"


def documents(source: str, encoding: str | None = None) -> Sequence[Document]:
    """Returns the documents that a path or `-` (standard input) holds.

    `encoding` overrides the recognition of the character encoding. Raises TimelineError where the source cannot be
    read or holds no text.
    """
    return _one(source, ReadOptions(encoding=encoding)).documents


def extracted(source: str, options: ReadOptions) -> Extracted:
    """Returns the documents of a path, a folder or `-` (standard input), and remarks on what was left out.

    A file of a folder that cannot be read is left out unless `options.strict`. Raises TimelineError where the source
    cannot be read or holds no text.
    """
    if source != STDIN and os.path.isdir(source):
        return _folder(source, options)
    return _one(source, options)


def paths_of(source: str, options: ReadOptions) -> tuple[str, ...]:
    """Returns the paths that a source stands for: the files of a folder that are read, or the source itself."""
    if source != STDIN and os.path.isdir(source):
        return tuple(files_of(source, options.glob)[0])
    return (source,)


def _one(source: str, options: ReadOptions) -> Extracted:
    data = contents(source)
    return format_of(source, data).read(data, source, options)


def _folder(folder: str, options: ReadOptions) -> Extracted:
    paths, others = files_of(folder, options.glob)
    found: list[Document] = []
    remarks: list[str] = []
    missing: Counter[str] = Counter()
    for path in paths:
        try:
            one = _one(path, options)
        except MissingExtra as error:
            if options.strict:
                raise
            missing[str(error)] += 1
            continue
        except TimelineError as error:
            if options.strict:
                raise
            remarks.append(f"{error} (left out)")
            continue
        found += one.documents
        remarks += one.remarks
    remarks += [f"{folder}: {count} files left out: {problem}" for problem, count in missing.items()]
    if not found:
        raise TimelineError(f"{folder}: none of {len(paths)} files can be read; {remarks[0]}")
    if others and options.glob is None:
        remarks.append(f"{folder}: {others} files of unknown formats left out; --glob names the ones to read")
    return Extracted(tuple(found), tuple(remarks))


def contents(source: str) -> bytes:
    """Returns the bytes of a path or of standard input (`-`); raises TimelineError where they cannot be had."""
    with _opened(source) as stream:
        return stream.read()


def lines_of(source: str) -> Iterator[bytes]:
    """Yields the lines of a path or of standard input (`-`), one at a time; raises TimelineError as `contents` does."""
    with _opened(source) as stream:
        yield from stream


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == STDIN:
        yield sys.stdin.buffer
        return
    try:
        with Path(source).open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise TimelineError(f"{source}: no such file; check the name") from None
    except IsADirectoryError:
        raise TimelineError(f"{source}: is a folder; name the files in it, such as {Path(source) / '*.txt'}") from None
    except PermissionError:
        raise TimelineError(f"{source}: may not be read; check its permissions") from None
    except (OSError, ValueError) as error:
        raise TimelineError(f"{source}: cannot be read: {getattr(error, 'strerror', None) or error}") from None
