"""From files and streams to documents: one registry, one module an input format.

A format is found by the file's suffix; files without a known suffix, and standard input, are read as plain text.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from timeline_cli.errors import TimelineError
from timeline_cli.model import Document

STDIN = "-"

Decoder = Callable[[bytes, str, str | None], Sequence[Document]]


@dataclass(frozen=True, slots=True)
class Format:
    """An input format: the module that reads it holds `read(data, name, encoding) -> Sequence[Document]`."""

    name: str
    suffixes: tuple[str, ...]
    summary: str
    module: str

    @property
    def read(self) -> Decoder:
        """The function that turns bytes, the source's name and a forced encoding (or None) into documents."""
        reader: Decoder = import_module(self.module).read
        return reader


TEXT = Format(
    "text",
    (".txt", ".text", ".md", ".markdown"),
    "plain text in UTF-8, UTF-16, Windows-1256 or ISO-8859-6, with or without front matter",
    "timeline_cli.readers.plain",
)

FORMATS: tuple[Format, ...] = (TEXT,)


def documents(source: str, encoding: str | None = None) -> Sequence[Document]:
    """Returns the documents that a path or `-` (standard input) holds.

    `encoding` overrides the recognition of the character encoding. Raises TimelineError where the source cannot be
    read or holds no text.
    """
    return format_of(source).read(contents(source), source, encoding)


def format_of(source: str) -> Format:
    """Returns the format of a path by its suffix: plain text where the suffix says nothing."""
    suffix = Path(source).suffix.lower()
    return next((known for known in FORMATS if suffix in known.suffixes), TEXT)


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
