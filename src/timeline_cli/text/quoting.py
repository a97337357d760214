"""Which quotation marks open a quotation, and where it ends (docs/events.md §1.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline_cli.lexicon.index import cues
from timeline_cli.text.shapes import is_sure
from timeline_cli.text.tokens import Unit

_SHORT = 4
_PAPERS = cues("papers")
_WORKS = cues("works")
CLOSER = {"«": "»", "“": "”", "„": "“", '"': '"', "”": "“", "'": "'", "‘": "’", "‹": "›", "(": ")", "[": "]", "{": "}"}


class Quoted(NamedTuple):
    """What stands between two quotation marks. `closer`: the mark at its end, empty without one; `end`: its unit, -1
    without one; `short`: no more than four words; `told`: a verb stands in it."""

    closer: str
    end: int
    short: bool
    told: bool


def opens_quotation(units: Sequence[Unit], i: int) -> bool:
    """Tells by the spaces around it whether a mark that looks the same on both sides opens a quotation."""
    unit = units[i]
    after = units[i + 1] if i + 1 < len(units) else None
    before = units[i - 1] if i else None
    glued = before is not None and before.end == unit.start and not before.is_mark and "ـ" not in before.text
    return after is not None and after.start == unit.end and not glued


def names_body(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a mark opens the name of a body, paper or work, in which a form may look like a verb (شركة «أويل
    تريد», دار «لو سيغل»)."""
    before = units[i - 1] if i else None
    if before is None or before.is_mark or before.date >= 0 or before.word.definite:
        return False
    return before.word.organisation is not None or before.word.core in _WORKS or before.word.core in _PAPERS


def quoted(units: Sequence[Unit], i: int) -> Quoted:
    """Returns what stands behind a mark that opens a quotation."""
    closer = CLOSER.get(units[i].text, units[i].text)
    words, told = 0, False
    for k in range(i + 1, len(units)):
        unit = units[k]
        if unit.text == closer or (closer in '”“"' and unit.text in '”“"' and k > i + 1):
            return Quoted(unit.text, k, words <= _SHORT, told)
        words += not unit.is_mark
        told = told or is_sure(unit.word.verb)
    return Quoted("", -1, False, told)
