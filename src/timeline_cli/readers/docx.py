"""DOCX: paragraphs, lists, notes and tables; needs mammoth."""

from __future__ import annotations

import io
from typing import Any
from xml.etree import ElementTree

from timeline_cli.errors import TimelineError
from timeline_cli.extras import needed
from timeline_cli.readers.markup import text_of
from timeline_cli.readers.packed import archive
from timeline_cli.readers.source import Extracted, ReadOptions, document_of

_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read(data: bytes, name: str, options: ReadOptions) -> Extracted:
    """Returns the one document that a DOCX file is; a table row is a line with tabs between its cells.

    The title is that of the file's properties. Their dates are those of the file, not of the text, and are not taken.
    """
    mammoth = needed("mammoth", "docx", "reading DOCX")
    with archive(data, name) as members:
        core = members.read(_CORE) if _CORE in members.namelist() else b""
        title = ElementTree.fromstring(core).findtext(_TITLE) if core else None
        try:
            markup = _markup(mammoth, data)
        except (ValueError, KeyError, AttributeError, OSError) as error:
            raise TimelineError(f"{name}: is damaged or no DOCX: {error}") from None
    text = text_of(markup)
    if not text.strip():
        raise TimelineError(f"{name}: holds no text")
    return Extracted((document_of(name, text, (title or "").strip() or None),))


def _markup(mammoth: Any, data: bytes) -> str:
    """Returns a document as HTML without its pictures."""
    without_pictures = mammoth.images.img_element(lambda image: {"src": ""})
    markup: str = mammoth.convert_to_html(io.BytesIO(data), convert_image=without_pictures).value
    return markup
