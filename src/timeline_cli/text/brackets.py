"""Brackets that belong to the clause around them: a number, the name of something (docs/events.md §3.1, T9)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.lexicon.index import cues
from timeline_cli.text.tokens import CLOSING, Unit

_TITLED = cues("titled")
_LONGEST = 6


def named_in_brackets(units: Sequence[Unit], i: int) -> int:
    """Returns the mark that closes a name in brackets behind an indefinite noun (معرض (ألوان الصيف)), 0
    where a bracket explains what stands before it."""
    before = units[i - 1] if i else None
    if before is None or before.date >= 0 or not _waits_for_name(before):
        return 0
    for k in range(i + 1, min(i + _LONGEST + 2, len(units))):
        unit = units[k]
        if unit.text in CLOSING:
            return k if k > i + 1 else 0
        if unit.is_mark or unit.date >= 0 or unit.text[0].isdigit() or unit.text[0].isascii() or unit.word.is_function:
            return 0
    return 0


def number_in_brackets(units: Sequence[Unit], i: int) -> int:
    """Returns the mark that closes a number in brackets behind a word (المادة (140)), 0 elsewhere."""
    alone = 0 < i < len(units) - 2 and units[i + 1].is_number and units[i + 2].text in ")]}"
    return i + 2 if alone else 0


def _waits_for_name(unit: Unit) -> bool:
    """Tells whether a unit is a noun without article, pronoun or ending of its own, which a name can complete."""
    word = unit.word
    noun = word.core in _TITLED or word.organisation is not None
    return noun and not (word.definite or word.pronoun or word.given or word.stem.endswith("ا"))
