"""The registry of input formats, and how the format of a source is told."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from timeline_cli.readers.packed import DAMAGE
from timeline_cli.readers.source import Extracted, ReadOptions

Reader = Callable[[bytes, str, ReadOptions], Extracted]


@dataclass(frozen=True, slots=True)
class Format:
    """An input format: the module that reads it holds `read(data, name, options) -> Extracted`.

    `extra`: the extra of the package that it needs, None where it needs none.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    module: str
    extra: str | None = None

    @property
    def read(self) -> Reader:
        """The function that turns bytes, the source's name and options into documents."""
        reader: Reader = import_module(self.module).read
        return reader


TEXT = Format(
    "text",
    (".txt", ".text"),
    "plain text in UTF-8, UTF-16, Windows-1256 or ISO-8859-6, with or without front matter",
    "timeline_cli.readers.plain",
)

FORMATS: tuple[Format, ...] = (
    TEXT,
    Format("markdown", (".md", ".markdown"), "Markdown, with or without front matter", "timeline_cli.readers.markdown"),
    Format("html", (".html", ".htm", ".xhtml"), "web pages: the article alone", "timeline_cli.readers.html", "html"),
    Format("docx", (".docx",), "Word documents, tables too", "timeline_cli.readers.docx", "docx"),
    Format("pdf", (".pdf",), "PDF, experimental: check the text", "timeline_cli.readers.pdf", "pdf"),
    Format("jsonl", (".jsonl", ".ndjson", ".json"), "a document a line, or an array", "timeline_cli.readers.json_rows"),
    Format("csv", (".csv", ".tsv"), "a document a row, with a header", "timeline_cli.readers.csv_rows"),
    Format("parquet", (".parquet", ".pq"), "a document a row", "timeline_cli.readers.parquet", "parquet"),
    Format("epub", (".epub",), "books: a document a chapter", "timeline_cli.readers.epub"),
    Format("warc", (".warc", ".warc.gz"), "web archives: a document a page", "timeline_cli.readers.warc", "warc"),
    Format("feed", (".rss", ".atom", ".xml"), "RSS, Atom: a document an entry", "timeline_cli.readers.feed", "feeds"),
)

_HEAD = 4096
_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(!doctype\s+html|html|rss|feed|rdf:rdf)\b", re.I | re.S
)


def known_by_suffix(source: str) -> Format | None:
    """Returns the format of a path by its suffix, None where the suffix says nothing."""
    name = Path(source).name.lower()
    return next((known for known in FORMATS if name.endswith(known.suffixes)), None)


def format_of(source: str, data: bytes = b"") -> Format:
    """Returns the format of a source.

    Bytes that only one format begins with decide; then the suffix; then what the text looks like; plain text where
    nothing says anything.
    """
    return _by_signature(data) or known_by_suffix(source) or _by_look(data) or TEXT


def _named(name: str) -> Format:
    return next(known for known in FORMATS if known.name == name)


def _by_signature(data: bytes) -> Format | None:
    if data.startswith(b"%PDF-"):
        return _named("pdf")
    if data.startswith(b"PAR1"):
        return _named("parquet")
    if data.startswith(b"WARC/") or (data.startswith(b"\x1f\x8b") and _unpacked(data).startswith(b"WARC/")):
        return _named("warc")
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    return None


def _unpacked(data: bytes) -> bytes:
    import zlib

    try:
        return zlib.decompressobj(31).decompress(data[:_HEAD], 16)
    except zlib.error:
        return b""


def _packed(data: bytes) -> Format | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as members:
            names = set(members.namelist())
    except DAMAGE:
        return None
    if "word/document.xml" in names:
        return _named("docx")
    return _named("epub") if "META-INF/container.xml" in names else None


def _by_look(data: bytes) -> Format | None:
    head = data[:_HEAD].decode("utf-8", "replace").lstrip("\ufeff")
    markup = _MARKUP.match(head)
    if markup is not None:
        return _named("html" if "html" in markup[1].lower() else "feed")
    if head.startswith("{"):
        try:
            first = json.loads(data[: data.find(b"\n") if b"\n" in data else len(data)])
        except (ValueError, RecursionError):
            return None
        return _named("jsonl") if isinstance(first, dict) else None
    return None
