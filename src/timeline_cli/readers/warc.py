"""WARC: a document each archived page; needs fastwarc, and trafilatura for HTML."""

from __future__ import annotations

import io
from typing import Any

from timeline_cli.errors import TimelineError
from timeline_cli.extras import needed
from timeline_cli.model import Document
from timeline_cli.readers.encoding import decode
from timeline_cli.readers.html import article_of, page_text
from timeline_cli.readers.source import Extracted, ReadOptions, document_of, left_out

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TEXT = "text/plain"
_OK = 200


def read(data: bytes, name: str, options: ReadOptions) -> Extracted:
    """Returns a document for each successful response that is HTML or plain text, named after its address.

    Title and day come from the page, never from the day it was archived. Pages without an article are left out.
    """
    warc = needed("fastwarc.warc", "warc", "reading WARC")
    needed("trafilatura", "html", "reading HTML in a WARC")
    found: list[Document] = []
    bad: list[str] = []
    other = 0
    taken: set[str] = set()
    try:
        for record in warc.ArchiveIterator(io.BytesIO(data), record_types=warc.WarcRecordType.response):
            if record.http_headers is None or record.http_headers.status_code != _OK or not _is_text(record):
                other += 1
                continue
            address = str(record.headers.get("WARC-Target-URI", "")).strip("<>")
            member = address if address not in taken else f"{address} ({record.record_id})"
            try:
                found.append(_document(record, f"{name}#{member}", options))
                taken.add(address)
            except TimelineError as error:
                bad.append(str(error).removeprefix(f"{name}#"))
    except (OSError, RuntimeError, ValueError) as error:
        bad.append(f"after {len(found)} pages: is damaged: {error}")
    if not found:
        raise TimelineError(
            f"{name}: holds no page that can be read; {bad[0] if bad else f'{other} responses are none'}"
        )
    remarks = left_out(name, len(found) + len(bad), "pages", bad, options.strict)
    if other:
        remarks += (f"{name}: {other} responses are no text or no success and were left out",)
    return Extracted(tuple(found), remarks)


def _is_text(record: Any) -> bool:
    return record.http_content_type in _PAGES or record.http_content_type == _TEXT


def _document(record: Any, name: str, options: ReadOptions) -> Document:
    body: bytes = record.reader.read()
    encoding = options.encoding or _declared(record)
    if record.http_content_type == _TEXT:
        return document_of(name, decode(body, name, encoding))
    return article_of(page_text(body, name, encoding), name)


def _declared(record: Any) -> str | None:
    """Returns the encoding that the response names and that its bytes may be in, None where it names none."""
    charset: str | None = record.http_charset
    try:
        "".encode(charset or "")
    except LookupError:
        return None
    return charset
