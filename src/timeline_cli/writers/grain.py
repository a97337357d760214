"""A stretch of days in the fewest parts that say it exactly, for the formats that count in years, months and days."""

from __future__ import annotations

from typing import NamedTuple

from timeline_cli.model import Day, month_length


class Parts(NamedTuple):
    """A year (astronomical), its month and day; None where the stretch is whole years or whole months."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        sign = "-" if self.year < 0 else ""
        return "-".join([f"{sign}{abs(self.year):04d}", *(f"{part:02d}" for part in self[1:] if part is not None)])


def parts_of(begin: Day, last: Day) -> tuple[Parts, Parts]:
    """Returns the first and the last year, month or day of a stretch, in the coarsest unit that covers it exactly."""
    first, end = Parts(*begin.ymd), Parts(*last.ymd)
    if first[1:] == (1, 1) and end[1:] == (12, 31):
        return Parts(first.year), Parts(end.year)
    if first.day == 1 and end.day == month_length(end.year, end.month or 1):
        return first._replace(day=None), end._replace(day=None)
    return first, end


def span_of(begin: Day, last: Day) -> str:
    """Returns a stretch in words of ISO: `1944-07`, `2022-11-22 – 2022-11-23`."""
    first, end = parts_of(begin, last)
    return str(first) if first == end else f"{first} – {end}"
