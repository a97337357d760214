"""Cuts prose into words, numbers and marks; offsets are code points of the document's text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from timeline_cli.text.words import Word, word

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\u061c\ufeff"
_TOKEN = re.compile(
    rf"\d+(?:[.,٫٬]\d+)*[%٪]?|\w[\w{_MARKS}]*(?:(?<=\d)[.,٫]\d+|(?:\.[^\W\d_]{{1,4}}){{1,5}}(?!\w))?|[^\s\w{_MARKS}]"
)

COMMAS = frozenset("،,؛;")
OPENING = frozenset("([{«“„‹")
CLOSING = frozenset(")]}»”›")
QUOTES = frozenset("\"'«»“”„‘’‹›")


class Unit(NamedTuple):
    """A word, a number, a mark, or a whole time expression with preposition and framing words.

    `start`, `end`: code points of the text, half-open. `word`: its analysis. `date`: number of the time expression
    among those handed in, -1 for words and marks. `lead`: و where one is attached to a time expression or its
    preposition. `preposition`: folded preposition before a time expression, or empty. `is_mark`: punctuation;
    `is_number`: written in digits; `is_comma`: comma or semicolon.
    """

    start: int
    end: int
    text: str
    word: Word
    date: int = -1
    lead: str = ""
    preposition: str = ""
    is_mark: bool = False
    is_number: bool = False
    is_comma: bool = False


def tokens(text: str, start: int, end: int) -> list[Unit]:
    """Returns the words, numbers and marks of a stretch of a text, in order."""
    make = tuple.__new__
    return [make(Unit, match.span() + _known(match[0])) for match in _TOKEN.finditer(text, start, end)]


@lru_cache(maxsize=65536)
def _known(text: str) -> tuple[str, Word, int, str, str, bool, bool, bool]:
    """Returns the fields of a unit that do not depend on where it stands."""
    known = word(text)
    return text, known, -1, "", "", known.mark, known.number, known.mark and text in COMMAS
