"""Days of a calendar: does one exist, which year is it in, does its weekday agree (§3.9, §9)."""

from __future__ import annotations

from timeline_cli.dates import calendars
from timeline_cli.dates.values import day_value
from timeline_cli.model import Flag, month_length, ordinal_of

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def year_in(calendar: str, number: int) -> int:
    """Returns the year of a calendar that a day number falls in."""
    return calendars.from_ordinal(calendar, number)[0]


def day_or_none(calendar: str, year: int, month: int, day: int) -> int | None:
    """Returns the day number of a date, None where its calendar has no such day; day −1 is the last of the month."""
    try:
        if day == -1:
            return calendars.month_span(calendar, year, month)[1]
        if calendar == "gregorian":
            return ordinal_of(year, month, day) if 1 <= day <= month_length(year, month) else None
        return calendars.to_ordinal(calendar, year, month, day)
    except ValueError:
        return None


def is_year(calendar: str, year: int) -> bool:
    """Tells whether a calendar is defined for a year."""
    try:
        calendars.year_span(calendar, year)
    except (ValueError, OverflowError):
        return False
    return True


def weekday_flags(number: int, weekday: int | None) -> tuple[Flag, ...]:
    """Returns weekday-conflict with the nearest day that would agree, nothing where day and weekday agree."""
    if weekday is None or (number - 1) % 7 + 1 == weekday:
        return ()
    near = number + ((weekday - ((number - 1) % 7 + 1) + 3) % 7 - 3)
    stands, said = WEEKDAY_NAMES[(number - 1) % 7], WEEKDAY_NAMES[weekday - 1]
    detail = f"{day_value(number)} is a {stands}; {day_value(near)} is the nearest {said}"
    return (Flag("weekday-conflict", detail),)
