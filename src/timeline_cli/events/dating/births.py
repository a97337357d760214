"""The date of a birth that a phrase tells (من مواليد حلب سنة 1950; docs/events.md §2.1, D19)."""

from __future__ import annotations

from timeline_cli.events.reading import Reading

_LONGEST_PLACE = 5


def birth_noun(reading: Reading, date: int) -> int:
    """Returns the unit of مواليد behind من that a date belongs to, no more than a place between; -1 elsewhere."""
    units = reading.units
    for k in range(date - 1, max(0, date - 1 - _LONGEST_PLACE), -1):
        if units[k].is_mark or units[k].date >= 0:
            return -1
        if units[k].word.core == "مواليد":
            return k if units[k - 1].word.stem == "من" and units[k - 1].date < 0 else -1
    return -1
