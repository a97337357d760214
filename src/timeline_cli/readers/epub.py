"""EPUB: a document a chapter, in the order of the book."""

from __future__ import annotations

import posixpath
import zipfile
from urllib.parse import unquote
from xml.etree import ElementTree

from timeline_cli.errors import TimelineError
from timeline_cli.model import Document
from timeline_cli.readers.days import iso_day
from timeline_cli.readers.html import page_text
from timeline_cli.readers.markup import heading_of, text_of
from timeline_cli.readers.packed import archive
from timeline_cli.readers.source import Extracted, ReadOptions, document_of, left_out

_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})


def read(data: bytes, name: str, options: ReadOptions) -> Extracted:
    """Returns a document for each chapter of the book that has text.

    A chapter's title is its first heading, or the book's. The day is the book's `dc:date`, where that is a whole day.
    """
    with archive(data, name) as book:
        path = _package_path(book, name)
        package = ElementTree.fromstring(book.read(path))
        title, day = _field(package, "title"), iso_day(_field(package, "date") or "")
        chapters, bad = [], []
        members = _spine(package, posixpath.dirname(path))
        for member in members:
            if member not in book.namelist():
                bad.append(f"{member}: is missing")
                continue
            markup = page_text(book.read(member), f"{name}#{member}", options.encoding)
            chapters.append((member, text_of(markup), heading_of(markup)))
    found: list[Document] = [
        document_of(f"{name}#{member}", text, heading or title, day)
        for member, text, heading in chapters
        if text.strip()
    ]
    if not found:
        raise TimelineError(f"{name}: holds no text")
    return Extracted(tuple(found), left_out(name, len(members), "chapters", bad, options.strict))


def _package_path(book: zipfile.ZipFile, name: str) -> str:
    container = ElementTree.fromstring(book.read(_CONTAINER))
    for element in container.iter():
        if element.tag.endswith("}rootfile") and element.get("full-path"):
            return element.get("full-path", "")
    raise TimelineError(f"{name}: is no EPUB; {_CONTAINER} names no book")


def _field(package: ElementTree.Element, field: str) -> str | None:
    element = package.find(f".//{{http://purl.org/dc/elements/1.1/}}{field}")
    return (element.text or "").strip() or None if element is not None else None


def _spine(package: ElementTree.Element, folder: str) -> list[str]:
    """Returns the paths of the book's pages in reading order, its own table of contents left out."""
    pages: dict[str, str] = {}
    for item in package.iter("{http://www.idpf.org/2007/opf}item"):
        if item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split():
            path = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
            pages[item.get("id", "")] = path
    order = [item.get("idref", "") for item in package.iter("{http://www.idpf.org/2007/opf}itemref")]
    return [pages[key] for key in order if key in pages]
