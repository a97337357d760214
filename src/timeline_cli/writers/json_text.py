"""JSON as this package writes it: UTF-8, Arabic letters as they are, nothing that breaks a line-oriented reader."""

from __future__ import annotations

import json
from typing import Any

# Characters that JSON allows but that line readers take for a line end.
_LINE_SEPARATORS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def line_of(value: Any) -> bytes:
    """Returns a value as one line of JSON with its line end."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return encoded(text) + b"\n"


def block_of(value: Any) -> bytes:
    """Returns a value as indented JSON with a line end."""
    return encoded(json.dumps(value, ensure_ascii=False, indent=2)) + b"\n"


def encoded(text: str) -> bytes:
    """Returns JSON text in UTF-8; lone surrogates, which UTF-8 cannot hold, become escapes."""
    if not text.isascii():
        text = text.translate(_LINE_SEPARATORS)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join(c if not "\ud800" <= c <= "\udfff" else f"\\u{ord(c):04x}" for c in text).encode("utf-8")
