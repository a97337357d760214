"""Feasts and named days: the `rule` column of `lexicon/holidays.csv` → days (docs/temporal-expressions.md §8).

| rule | means | calendars |
| --- | --- | --- |
| `12-25`, `7-10` | month and day | gregorian, hijri, hebrew and every other of `calendars.CALENDARS` |
| `09` | a whole month | the same |
| `12-11/12-13`, `09-21/09-end` | from day to day; `end` is the last of the month | the same |
| `2-09-17` | a day of one year | the same |
| `11-Thu-4`, `11-Thu-4+1` | the fourth Thursday of November, the day after it | gregorian |
| `easter-2`, `easter+39` | days from Easter Sunday | easter (western), easter-eastern |

Days are day numbers as in `calendars`, spans (first, last) inclusive.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from timeline_cli.dates import calendars
from timeline_cli.dates.calendars import Span

DayOfYear = Callable[[int], int]
Direction = Literal["past", "future", "before", "after", "nearest"]

_EASTER = {"easter": calendars.western_easter, "easter-eastern": calendars.eastern_easter}
_EASTER_RULE = re.compile(r"easter([+-]\d+)")
_WEEKDAY_RULE = re.compile(r"(\d+)-(Mon|Tue|Wed|Thu|Fri|Sat|Sun)-([1-4])([+-]\d+)?")
_DAY_RULE = re.compile(r"(\d+)-(\d+|end)")
_RANGE_RULE = re.compile(r"(\d+)-(\d+|end)/(\d+)-(\d+|end)")
_MONTH_RULE = re.compile(r"\d+")
_ONCE_RULE = re.compile(r"(\d+)-(\d+)-(\d+)")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def holiday_days(calendar: str, rule: str, days: int, year: int) -> Span:
    """Returns the first and last day of a feast in a year of the rule's own calendar (Gregorian for Easter).

    `calendar`, `rule` and `days` are the columns of `holidays.csv`; `easter-eastern` is the Easter of the eastern
    churches. `days` counts from the first day and is not read where the rule itself gives both ends or a whole month.
    A rule with a year of its own gives its days whatever `year` is. Raises ValueError for a rule outside the grammar
    and where the year has no such day.
    """
    return _reading(calendar, rule, days)(year)


@lru_cache(maxsize=1024)
def _reading(calendar: str, rule: str, days: int) -> Callable[[int], Span]:
    """Returns the function from year to days that a rule stands for; raises ValueError for one outside the grammar."""
    if calendar in _EASTER:
        if match := _EASTER_RULE.fullmatch(rule):
            return _counted(_from_easter(_EASTER[calendar], int(match[1])), days)
    elif calendar == "gregorian" and (match := _WEEKDAY_RULE.fullmatch(rule)):
        month, weekday, count, offset = match.groups()
        return _counted(_weekday_of_month(int(month), _WEEKDAYS.index(weekday), int(count), int(offset or 0)), days)
    elif match := _ONCE_RULE.fullmatch(rule):
        year, month, day = (int(part) for part in match.groups())
        return _counted(lambda _: calendars.to_ordinal(calendar, year, month, day), days)
    elif _MONTH_RULE.fullmatch(rule):
        return lambda year: calendars.month_span(calendar, year, int(rule))
    elif match := _DAY_RULE.fullmatch(rule):
        return _counted(_day_of_year(calendar, match[1], match[2]), days)
    elif match := _RANGE_RULE.fullmatch(rule):
        first, last = _day_of_year(calendar, match[1], match[2]), _day_of_year(calendar, match[3], match[4])
        return lambda year: (first(year), last(year))
    raise ValueError(f"not a rule of holidays.csv: {calendar} {rule!r}")


def _counted(first: DayOfYear, days: int) -> Callable[[int], Span]:
    return lambda year: ((day := first(year)), day + days - 1)


def _from_easter(easter: DayOfYear, offset: int) -> DayOfYear:
    return lambda year: easter(year) + offset


def _weekday_of_month(month: int, weekday: int, count: int, offset: int) -> DayOfYear:
    """Returns the day `offset` days after the `count`th such weekday (0 for Monday) of a Gregorian month."""

    def day(year: int) -> int:
        first, _ = calendars.month_span("gregorian", year, month)
        return first + (weekday - (first - 1)) % 7 + 7 * (count - 1) + offset

    return day


def _day_of_year(calendar: str, month: str, day: str) -> DayOfYear:
    if day == "end":
        return lambda year: calendars.month_span(calendar, year, int(month))[1]
    return lambda year: calendars.to_ordinal(calendar, year, int(month), int(day))


def occurrence(calendar: str, rule: str, days: int, near: int, direction: Direction) -> Span | None:
    """Returns the days of the feast that lies in a direction from the day number `near`.

    `past`: the latest that began on or before it; `future`: the first that ends on or after it (so a feast of several
    days that is under way is both); `before`: the latest that ended before it; `after`: the first that begins after
    it; `nearest`: the fewest days off, the earlier of two. None where there is none: a day that happened once, on the
    other side, or a year without it. Raises ValueError for a rule outside the grammar.
    """
    spans = _around(calendar, rule, days, _year_of(calendar, near))
    match direction:
        case "past":
            return max((span for span in spans if span[0] <= near), default=None)
        case "future":
            return min((span for span in spans if span[1] >= near), default=None)
        case "before":
            return max((span for span in spans if span[1] < near), default=None)
        case "after":
            return min((span for span in spans if span[0] > near), default=None)
        case "nearest":
            return min(spans, key=lambda span: (max(span[0] - near, near - span[1], 0), span), default=None)


def in_gregorian_year(calendar: str, rule: str, days: int, gregorian_year: int) -> Span | None:
    """Returns the days of the feast whose first day lies in a Gregorian year, the earlier of two, None without one.

    A Hijri feast falls twice into about every 33rd Gregorian year. Raises ValueError for a rule outside the grammar.
    """
    first, last = calendars.year_span("gregorian", gregorian_year)
    spans = _around(calendar, rule, days, _year_of(calendar, first))
    return min((span for span in spans if first <= span[0] <= last), default=None)


def _year_of(calendar: str, n: int) -> int:
    return calendars.from_ordinal("gregorian" if calendar in _EASTER else calendar, n)[0]


@lru_cache(maxsize=4096)
def _around(calendar: str, rule: str, days: int, year: int) -> tuple[Span, ...]:
    """Returns the days of a feast in a year and the two on either side of it, in order, without years that lack it."""
    reading = _reading(calendar, rule, days)
    spans = (_span_or_none(reading, near_year) for near_year in range(year - 2, year + 3))
    return tuple(span for span in spans if span is not None)


def _span_or_none(reading: Callable[[int], Span], year: int) -> Span | None:
    try:
        return reading(year)
    except ValueError:
        return None
