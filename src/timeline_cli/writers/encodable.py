"""Text that UTF-8 can hold."""

from __future__ import annotations


def encodable(text: str) -> str:
    """Returns a text whose lone surrogates, which UTF-8 cannot hold, have become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
