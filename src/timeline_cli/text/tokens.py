"""Cuts prose into words, numbers and marks; offsets are code points of the document's text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_cli.text.words import Word, known_words

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\u061c\ufeff"
_TOKEN = (
    rf"\d+(?:[.,٫٬]\d+)*[%٪]?|\w[\w{_MARKS}]*(?:(?<=\d)[.,٫]\d+|(?:\.[^\W\d_]{{1,4}}){{1,5}}(?!\w))?|[^\s\w{_MARKS}]"
)
_GAP = rf"[\s{_MARKS}]*".replace("\u06d6-\u06ed", "\u06d6-\u06e4\u06e7-\u06ed")  # ۥ and ۦ are letters
_FIRST = re.compile(_GAP)
_TOKEN_AND_GAP = re.compile(rf"({_TOKEN})({_GAP})")

COMMAS = frozenset("،,؛;")
OPENING = frozenset("([{«“„‹")
CLOSING = frozenset(")]}»”›")
QUOTES = frozenset("\"'«»“”„‘’‹›")
OPENING_QUOTES = frozenset('«“"')
CLOSING_QUOTES = frozenset('»”"')
DOUBLE_QUOTES = OPENING_QUOTES | CLOSING_QUOTES
DASHES = frozenset("-–—‒―ـ")


@dataclass(slots=True, eq=False)
class Unit:
    """A word, a number, a mark, or a whole time expression with preposition and framing words.

    `start`, `end`: code points of the text, half-open. `word`: its analysis. `date`: number of the time expression
    among those handed in, -1 for words and marks. `lead`: و where one is attached to a time expression or its
    preposition. `preposition`: folded preposition before a time expression, or empty; `frame`: stem of the framing word
    right before it (شهري), or empty. `is_mark`: punctuation;
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
    frame: str = ""


def tokens(text: str, start: int, end: int) -> list[Unit]:
    """Returns the words, numbers and marks of a stretch of a text, in order."""
    leading = _FIRST.match(text, start, end)
    first = leading.end() if leading is not None else start
    known = known_words
    found: list[Unit] = []
    # A token and the gap behind it leave nothing out, so that their lengths give the offsets without a match object.
    for token, gap in _TOKEN_AND_GAP.findall(text, first, end):
        behind = first + len(token)
        word = known[token]
        comma = word.mark and token in COMMAS
        found.append(Unit(first, behind, token, word, -1, "", "", word.mark, word.number, comma))
        first = behind + len(gap)
    return found
