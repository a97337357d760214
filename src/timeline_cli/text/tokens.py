"""Cuts prose into words, numbers and marks; offsets are code points of the document's text."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline_cli.text.words import Word, word

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\u061c\ufeff"
_TOKEN = re.compile(rf"[^\W\d_]{{1,4}}(?:\.[^\W\d_]{{1,4}}){{1,5}}(?!\w)|\d+(?:[.,٫٬]\d+)*[%٪]?|\w[\w{_MARKS}]*(?:(?<=\d)[.,٫]\d+)?|[^\s\w{_MARKS}]")

COMMAS = frozenset("،,؛;")
OPENING = frozenset("([{«“„‹")
CLOSING = frozenset(")]}»”›")
QUOTES = frozenset("\"'«»“”„‘’‹›")


class Token(NamedTuple):
    """A word, number or mark. `start`, `end`: half-open offsets; `word`: its analysis, that of an empty list for marks."""

    start: int
    end: int
    text: str
    word: Word

    @property
    def is_mark(self) -> bool:
        """Tells whether the token is punctuation."""
        return not self.text[0].isalnum()

    @property
    def is_number(self) -> bool:
        """Tells whether the token is written in digits."""
        return self.text[0].isdigit()


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Returns the tokens of a stretch of a text, in order."""
    return [
        Token(match.start(), match.end(), match.group(), word(match.group()))
        for match in _TOKEN.finditer(text, start, end)
    ]
