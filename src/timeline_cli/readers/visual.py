"""Glyphs as they stand on a page, left to right, back to text in reading order.

The way back from the Unicode Bidirectional Algorithm (UAX #9), as far as a line alone allows: what stood in the lines
before it, and direction marks, are not known.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_MIRRORED = {ord(a): b for a, b in ("()", ")(", "[]", "][", "{}", "}{", "«»", "»«", "‹›", "›‹", "<>", "><")}
_OPENING, _CLOSING = "([{«", ")]}»"


def logical(glyphs: Sequence[str], rtl: bool = True) -> str:
    """Returns the text of a line from its glyphs, left to right; a glyph may stand for several letters.

    Letters in presentation forms become plain ones. `rtl`: the direction of the paragraph.
    """
    letters = [plain_form(glyph) for glyph in glyphs]
    kinds = [_kind(glyph) for glyph in letters]
    if not rtl:
        return "".join(_runs_reversed(letters, kinds, "R"))
    return "".join(_runs_reversed(letters[::-1], kinds[::-1], "L"))


def is_rtl(glyphs: Iterable[str]) -> bool:
    """Tells whether glyphs are mostly of right-to-left scripts."""
    kinds = Counter(map(_kind, glyphs))
    return kinds["R"] >= kinds["L"]


def plain_form(glyph: str) -> str:
    """Returns a glyph's letters; presentation forms, which PDFs are full of, become plain letters."""
    return unicodedata.normalize("NFKC", glyph) if _PRESENTATION.search(glyph) else glyph


def mirrored(line: str) -> str:
    """Returns a line with its brackets turned round."""
    return line.translate(_MIRRORED)


def brackets_score(line: str) -> int:
    """Returns how many brackets of a line close what was opened before, less those that would if turned round."""
    return _closed(line) - _closed(mirrored(line))


def _closed(line: str) -> int:
    depth = closed = 0
    for sign in line:
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING and depth:
            depth -= 1
            closed += 1
    return closed


def _kind(glyph: str) -> str:
    """Returns the class of a glyph: R, L, number (E European, A Arabic), S separator, D sign or dash, N neutral."""
    bidi = unicodedata.bidirectional(glyph[:1] or " ")
    return {"R": "R", "AL": "R", "L": "L", "EN": "E", "AN": "A", "CS": "S", "ES": "D"}.get(bidi, "N")


def _runs_reversed(letters: list[str], kinds: list[str], direction: str) -> list[str]:
    """Returns letters with the runs of the other direction put right: words of a direction, and numbers."""
    result: list[str] = []
    seen_arabic = False
    place = 0
    while place < len(letters):
        end = _run_end(kinds, place, direction, seen_arabic)
        run = letters[place:end]
        result += run[::-1] if end > place + 1 else run
        seen_arabic = seen_arabic or "R" in kinds[place:end]
        place = end
    return result


def _run_end(kinds: list[str], start: int, direction: str, seen_arabic: bool) -> int:
    if direction == "R":
        return _last_of(kinds, start, "R", "NSDA") if kinds[start] == "R" else start + 1
    if kinds[start] == "L" or (kinds[start] == "E" and _latin_follows(kinds, start)):
        return _last_of(kinds, start, "LE", "NSD")
    if kinds[start] in "EA":
        return _number_end(kinds, start, "S" if seen_arabic or kinds[start] == "A" else "SD")
    return start + 1


def _latin_follows(kinds: list[str], start: int) -> bool:
    """Tells whether a number belongs to Latin words that, in reading order, stand before it."""
    rest = (kind for kind in kinds[start:] if kind not in "EN")
    return next(rest, "") == "L"


def _last_of(kinds: list[str], start: int, wanted: str, between: str) -> int:
    end = start + 1
    for place in range(start + 1, len(kinds)):
        if kinds[place] in wanted:
            end = place + 1
        elif kinds[place] not in between:
            break
    return end


def _number_end(kinds: list[str], start: int, joints: str) -> int:
    """Returns the end of a number: digits of one kind with single separators between them."""
    digit = kinds[start]
    end = start + 1
    while end < len(kinds):
        if kinds[end] == digit:
            end += 1
        elif kinds[end] in joints and end + 1 < len(kinds) and kinds[end + 1] == digit:
            end += 2
        else:
            break
    return end
