"""Plain text, with or without front matter."""

from __future__ import annotations

import re

from timeline_cli.model import Day, Document
from timeline_cli.readers.encoding import decode
from timeline_cli.readers.hashing import sha256_of

_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:[^\n]*\n){0,60}?)---[ \t]*\n")
_FIELD = re.compile(r"^(title|date)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
_ISO_START = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")


def read(data: bytes, name: str, encoding: str | None = None) -> tuple[Document, ...]:
    """Returns the one document that a plain text is.

    Line ends become LF. Front matter (`---`, fields, `---`) gives `title` and `date` (ISO) and is no part of the text.
    Raises TimelineError for bytes that are no text.
    """
    text = decode(data, name, encoding).replace("\r\n", "\n").replace("\r", "\n")
    fields: dict[str, str] = {}
    front = _FRONT_MATTER.match(text)
    if front is not None:
        fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(front[1])}
        text = text[front.end() :]
    day = _day(fields.get("date", ""))
    return (
        Document(
            name=name,
            text=text,
            title=fields.get("title"),
            dct=day,
            dct_source="metadata" if day else None,
            sha256=sha256_of(text),
        ),
    )


def _day(value: str) -> Day | None:
    start = _ISO_START.match(value)
    try:
        return Day.parse(start[0]) if start else None
    except ValueError:
        return None
