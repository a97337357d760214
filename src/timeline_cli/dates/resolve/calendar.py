"""Days of a calendar: does one exist, which year is it in, does its weekday agree (§3.9, §9)."""

from __future__ import annotations

from timeline_cli.dates import calendars
from timeline_cli.dates.values import day_value
from timeline_cli.model import Flag, month_length, ordinal_of

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def year_in(calendar: str, number: int) -> int:
    return calendars.from_ordinal(calendar, number)[0]


def day_or_none(calendar: str, year: int, month: int, day: int) -> int | None:
    try:
        if day == -1:
            return calendars.month_span(calendar, year, month)[1]
        if calendar == "gregorian":
            return ordinal_of(year, month, day) if 1 <= day <= month_length(year, month) else None
        return calendars.to_ordinal(calendar, year, month, day)
    except ValueError:
        return None


def is_year(calendar: str, year: int) -> bool:
    try:
        calendars.year_span(calendar, year)
    except (ValueError, OverflowError):
        return False
    return True


def weekday_flags(number: int, weekday: int | None) -> tuple[Flag, ...]:
    if weekday is None or (number - 1) % 7 + 1 == weekday:
        return ()
    near = number + ((weekday - ((number - 1) % 7 + 1) + 3) % 7 - 3)
    detail = f"{day_value(number)} is a {WEEKDAY_NAMES[(number - 1) % 7]}; {day_value(near)} is the nearest {WEEKDAY_NAMES[weekday - 1]}"
    return (Flag("weekday-conflict", detail),)
