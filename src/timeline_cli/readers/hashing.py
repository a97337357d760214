"""The hash by which an extracted text is known."""

from __future__ import annotations

import hashlib


def sha256_of(text: str) -> str:
    """Returns the SHA-256 of a text in UTF-8, hexadecimal; lone surrogates count as they stand."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
