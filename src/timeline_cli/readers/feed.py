"""RSS and Atom: a document an entry; needs feedparser."""

from __future__ import annotations

import io
from typing import Any

from timeline_cli.errors import TimelineError
from timeline_cli.extras import needed
from timeline_cli.model import Document
from timeline_cli.readers.days import day_of
from timeline_cli.readers.encoding import decode
from timeline_cli.readers.markup import text_of
from timeline_cli.readers.source import Extracted, ReadOptions, document_of, left_out

_DATES = ("published", "updated", "created")


def read(data: bytes, name: str, options: ReadOptions) -> Extracted:
    """Returns a document for each entry: its whole content where the feed has it, its summary otherwise.

    Title and day are those of the entry. Entries without text are left out. Nothing is fetched.
    """
    feedparser = needed("feedparser", "feeds", "reading RSS and Atom")
    source = data if options.encoding is None else decode(data, name, options.encoding).encode("utf-8")
    headers = {} if options.encoding is None else {"content-type": "application/xml; charset=utf-8"}
    try:
        feed = feedparser.parse(
            io.BytesIO(source), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:  # feedparser lets those of its parts through
        raise TimelineError(f"{name}: is damaged: {type(error).__name__} {error}") from None
    if not feed.get("version") and not feed.get("entries"):
        raise TimelineError(f"{name}: is no RSS or Atom")
    found: list[Document] = []
    bad: list[str] = []
    taken: set[str] = set()
    for number, entry in enumerate(feed.entries, 1):
        text = text_of(_content(entry))
        title = text_of(entry.get("title", "")).strip()
        if not text.strip():
            bad.append(f"entry {number}: no text")
            continue
        member = str(entry.get("id") or entry.get("link") or f"entry {number}")
        member = member if member not in taken else f"{member} (entry {number})"
        taken.add(member)
        day = next((day for key in _DATES if (day := day_of(entry.get(key))) is not None), None)
        found.append(document_of(f"{name}#{member}", text, title, day))
    remarks = left_out(name, len(feed.entries), "entries", bad, options.strict)
    harmless = (feedparser.ThingsNobodyCaresAboutButMe, feedparser.UndeclaredNamespace)
    if feed.get("bozo") and not isinstance(feed.get("bozo_exception"), harmless):
        remarks += (f"{name}: is not well-formed; entries may be missing or cut",)
    return Extracted(tuple(found), remarks)


def _content(entry: Any) -> str:
    whole = max((str(part.get("value", "")) for part in entry.get("content", [])), key=len, default="")
    return whole or str(entry.get("summary", ""))
