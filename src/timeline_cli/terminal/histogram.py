"""How many events fall into each year, decade or month, in one line of bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from timeline_cli.model import Event

MOST_COLUMNS = 60
_BARS = "▁▂▃▄▅▆▇█"
_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_MONTHS_A_YEAR = 12
_SHORT = 4  # years; a shorter chronology is counted by month


class Histogram(NamedTuple):
    """Bars in order of time, what the first and the last stand for, and how many years or months one bar covers."""

    bars: str
    first: int
    last: int
    step: int
    unit: str


def histogram_of(events: Sequence[Event], columns: int = MOST_COLUMNS) -> Histogram:
    """Returns the events by the time they begin in, in at most so many columns; an empty column is a blank."""
    first, last = min(event.begin for event in events), max(event.begin for event in events)
    if last.year - first.year < _SHORT:
        months = [event.begin.year * _MONTHS_A_YEAR + event.begin.month - 1 for event in events]
        step = next(step for step in (1, 2, 3, 6) if (max(months) - min(months)) // step < columns)
        return Histogram(_bars(months, step), first.year, last.year, step, "month")
    years = [event.begin.year for event in events]
    step = next((step for step in _YEARS if (last.year - first.year) // step < columns), _YEARS[-1])
    return Histogram(_bars(years, step), first.year, last.year, step, "year")


def _bars(times: Sequence[int], step: int) -> str:
    start = min(times)
    counts = Counter((time - start) // step for time in times)
    most = max(counts.values())
    columns = range(max(counts) + 1)
    return "".join(_BARS[-(-counts[column] * len(_BARS) // most) - 1] if counts[column] else " " for column in columns)
