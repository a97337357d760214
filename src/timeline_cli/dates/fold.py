"""The comparison form of a word (docs/temporal-expressions.md §1.1)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from timeline_cli.lexicon import rows

PRESENTATION = "\ufb50-\ufdff\ufe70-\ufefc"
CONTROLS = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff\u00ad"
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
TATWEEL = "\u0640"

_PRESENTATION = re.compile(f"[{PRESENTATION}]")
_ARABIC_ENDS = 0x700  # what lies above it is rare in words: presentation forms, controls, odd spaces and dashes
_BEYOND_ARABIC = re.compile(f"[{chr(_ARABIC_ENDS)}-\U0010ffff]")


@cache
def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {}
    for row in rows("characters"):
        code = int(row["codepoint"][2:], 16)
        action, to = row["action"], row["to"]
        if action == "delete":
            table[code] = None
        elif action in ("map", "space", "decimal", "thousands", "dash", "slash", "comma", "percent"):
            table[code] = to or (" " if action == "space" else None)
    for first in (0x0660, 0x06F0):
        table.update({first + digit: str(digit) for digit in range(10)})
    return table


@cache
def _arabic_table() -> tuple[str | None, ...]:
    """Returns the first part of the table as a tuple, in which a letter is found twice as fast as in a dict."""
    table = _table()
    return tuple([table.get(code, chr(code)) for code in range(_ARABIC_ENDS)])


def fold(word: str) -> str:
    """Returns the form under which a word is compared: hamza carriers, marks, tatweel and digits made alike."""
    if _BEYOND_ARABIC.search(word) is None:
        return word.translate(_arabic_table())
    if _PRESENTATION.search(word):
        word = unicodedata.normalize("NFKC", word)
    return word.translate(_table())


def raw_prefix(word: str, length: int) -> int:
    """Returns how many code points of the raw word make the first `length` letters of its folded form.

    Marks and tatweel that follow the last of them count as part of the prefix.
    """
    end, kept = 0, 0
    for end, char in enumerate(word):
        kept += len(fold(char))
        if kept > length:
            return end
    return len(word)
