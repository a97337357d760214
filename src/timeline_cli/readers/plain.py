"""Plain text, with or without front matter."""

from __future__ import annotations

import re

from timeline_cli.readers.days import iso_day
from timeline_cli.readers.encoding import decode
from timeline_cli.readers.source import Extracted, ReadOptions, document_of

_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:[^\n]*\n){0,60}?)---[ \t]*\n")
_FIELD = re.compile(r"^(title|date)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE | re.IGNORECASE)


def read(data: bytes, name: str, options: ReadOptions) -> Extracted:
    """Returns the one document that a plain text is.

    Line ends become LF. Front matter (`---`, fields, `---`) gives `title` and `date` (ISO) and is no part of the text.
    Raises TimelineError for bytes that are no text.
    """
    text = decode(data, name, options.encoding).replace("\r\n", "\n").replace("\r", "\n")
    fields: dict[str, str] = {}
    front = _FRONT_MATTER.match(text)
    if front is not None:
        fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(front[1])}
        text = text[front.end() :]
    return Extracted((document_of(name, text, fields.get("title"), iso_day(fields.get("date", ""))),))
