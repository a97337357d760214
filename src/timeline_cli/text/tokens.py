"""Cuts prose into words, numbers and marks; offsets are code points of the document's text."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline_cli.text.words import Word, word

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\u061c\ufeff"
_TOKEN = (
    rf"\d+(?:[.,٫٬]\d+)*[%٪]?|\w[\w{_MARKS}]*(?:(?<=\d)[.,٫]\d+|(?:\.[^\W\d_]{{1,4}}){{1,5}}(?!\w))?|[^\s\w{_MARKS}]"
)
_GAP = rf"(?:\s|(?!\w)[{_MARKS}])*"
_FIRST = re.compile(_GAP)
_TOKEN_AND_GAP = re.compile(rf"({_TOKEN})({_GAP})")

_MOST_KNOWN = 65536
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
    leading = _FIRST.match(text, start, end)
    first = leading.end() if leading is not None else start
    make, known = tuple.__new__, _known
    found: list[Unit] = []
    # A token and the gap behind it leave nothing out, so that their lengths give the offsets without a match object.
    for token, gap in _TOKEN_AND_GAP.findall(text, first, end):
        behind = first + len(token)
        found.append(make(Unit, (first, behind) + known[token]))
        first = behind + len(gap)
    return found


_Fields = tuple[str, Word, int, str, str, bool, bool, bool]


class _Known(dict[str, _Fields]):
    """The fields of a unit that do not depend on where it stands, by its text.

    A dictionary that forgets all when it is full is read in half the time of an `lru_cache`, which puts what it was
    asked for in front each time.
    """

    def __missing__(self, text: str) -> _Fields:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        known = word(text)
        fields = self[text] = text, known, -1, "", "", known.mark, known.number, known.mark and text in COMMAS
        return fields


_known = _Known()
