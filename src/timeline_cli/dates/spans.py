"""First and last days of years, months and their parts, with the TIMEX3 value of each."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline_cli.dates import calendars
from timeline_cli.dates.values import (
    century_value,
    day_value,
    decade_value,
    month_value,
    span_value,
    year_value,
)
from timeline_cli.model import Flag, date_of, month_length, ordinal_of


class Resolved(NamedTuple):
    """What an expression means in its document. `begin`, `last`: day numbers, both None without days.

    `grain`: day, month, year, … as in `TimeExpression.precision`. `year`: the year of the story it leaves behind.
    """

    type: str
    value: str | None
    begin: int | None
    last: int | None
    grain: str | None
    how: str = "explicit"
    calendar: str = "gregorian"
    flags: tuple[Flag, ...] = ()
    mod: str | None = None
    time: str | None = None
    zone: str | None = None


def day(number: int, how: str = "explicit", calendar: str = "gregorian", flags: tuple[Flag, ...] = ()) -> Resolved:
    """Returns one day."""
    return Resolved("DATE", day_value(number), number, number, "day", how, calendar, flags)


def interval(first: int, last: int, grain: str, calendar: str = "gregorian", how: str = "explicit") -> Resolved:
    """Returns an interval of days."""
    return Resolved("DATE", span_value(first, last), first, last, grain, how, calendar)


def year(number: int, calendar: str = "gregorian", how: str = "explicit") -> Resolved:
    """Returns a year; in other calendars than the Gregorian its value is the interval of its days."""
    if calendar == "gregorian":
        first, last = ordinal_of(number, 1, 1), ordinal_of(number, 12, 31)
        return Resolved("DATE", year_value(number), first, last, "year", how)
    first, last = calendars.year_span(calendar, number)
    return Resolved("DATE", span_value(first, last), first, last, "year", how, calendar)


def month(of_year: int, number: int, calendar: str = "gregorian", how: str = "explicit") -> Resolved:
    """Returns a month; in other calendars than the Gregorian its value is the interval of its days."""
    if calendar == "gregorian":
        first = ordinal_of(of_year, number, 1)
        last = first + month_length(of_year, number) - 1
        return Resolved("DATE", month_value(of_year, number), first, last, "month", how)
    first, last = calendars.month_span(calendar, of_year, number)
    return Resolved("DATE", span_value(first, last), first, last, "month", how, calendar)


def shifted_month(of_year: int, number: int, months: int) -> tuple[int, int]:
    """Returns year and month so many months on."""
    index = of_year * 12 + number - 1 + months
    return index // 12, index % 12 + 1


def years(first: int, last: int, grain: str, calendar: str = "gregorian") -> Resolved:
    """Returns an interval of whole years."""
    if calendar == "gregorian":
        value = f"{year_value(first)}/{year_value(last)}"
        return Resolved("DATE", value, ordinal_of(first, 1, 1), ordinal_of(last, 12, 31), grain)
    begin = calendars.year_span(calendar, first)[0]
    end = calendars.year_span(calendar, last)[1]
    return Resolved("DATE", span_value(begin, end), begin, end, grain, calendar=calendar)


def decade(first_year: int, how: str = "explicit") -> Resolved:
    """Returns a decade by its first year."""
    return Resolved(
        "DATE",
        decade_value(first_year),
        ordinal_of(first_year, 1, 1),
        ordinal_of(first_year + 9, 12, 31),
        "decade",
        how,
    )


def century(first_year: int, how: str = "explicit") -> Resolved:
    """Returns a century by its first year (1900 for the twentieth)."""
    return Resolved(
        "DATE",
        century_value(first_year),
        ordinal_of(first_year, 1, 1),
        ordinal_of(first_year + 99, 12, 31),
        "century",
        how,
    )


def week(number: int, how: str = "explicit") -> Resolved:
    """Returns the ISO week that a day falls in."""
    monday = number - (number - 1) % 7
    iso = date.fromordinal(monday + 3).isocalendar()
    return Resolved("DATE", f"{iso.year:04d}-W{iso.week:02d}", monday, monday + 6, "week", how)


def weekend(number: int, friday: bool, how: str = "explicit") -> Resolved:
    """Returns the weekend of the ISO week that a day falls in: Saturday and Sunday, or Friday and Saturday."""
    monday = number - (number - 1) % 7
    iso = date.fromordinal(monday + 3).isocalendar()
    first = monday + (4 if friday else 5)
    return Resolved("DATE", f"{iso.year:04d}-W{iso.week:02d}-WE", first, first + 1, "weekend", how)


def iso_week(of_year: int, number: int) -> Resolved | None:
    """Returns week `number` of an ISO year, None where it has none."""
    try:
        return week(date.fromisocalendar(of_year, number, 1).toordinal())
    except ValueError:
        return None


def half(of_year: int, index: int) -> Resolved:
    """Returns the first or second half of a year."""
    first = ordinal_of(of_year, 1 if index == 1 else 7, 1)
    last = ordinal_of(of_year, 6, 30) if index == 1 else ordinal_of(of_year, 12, 31)
    return Resolved("DATE", f"{year_value(of_year)}-H{index}", first, last, "half")


def quarter(of_year: int, index: int) -> Resolved:
    """Returns a quarter of a year."""
    first = ordinal_of(of_year, 3 * index - 2, 1)
    last = ordinal_of(of_year, 3 * index, month_length(of_year, 3 * index))
    return Resolved("DATE", f"{year_value(of_year)}-Q{index}", first, last, "quarter")


def months(of_year: int, first: int, last: int) -> Resolved:
    """Returns an interval of whole months of one year."""
    return Resolved(
        "DATE",
        f"{month_value(of_year, first)}/{month_value(of_year, last)}",
        ordinal_of(of_year, first, 1),
        ordinal_of(of_year, last, month_length(of_year, last)),
        "interval",
    )


_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def season(of_year: int, code: str, how: str = "explicit") -> Resolved:
    """Returns a meteorological season; winter begins in December of its year (§4.5)."""
    start = _SEASON_MONTHS[code]
    end_year, end = shifted_month(of_year, start, 2)
    return Resolved(
        "DATE",
        f"{year_value(of_year)}-{code}",
        ordinal_of(of_year, start, 1),
        ordinal_of(end_year, end, month_length(end_year, end)),
        "season",
        how,
    )


def moved(number: int, count: float, unit: str) -> Resolved:
    """Returns the period of the unit's own grain that lies `count` units away from a day (§6.4).

    Days, weeks and less give the day, months the month, years the year, decades the decade, centuries the century.
    """
    whole = int(count)
    y, m, _ = date_of(number)
    if unit == "D":
        return day(number + whole)
    if unit == "W":
        return day(number + 7 * whole)
    if unit == "M":
        return month(*shifted_month(y, m, whole))
    if unit == "Y":
        return year(y + whole)
    if unit == "10Y":
        return decade((y + 10 * whole) // 10 * 10)
    if unit == "100Y":
        return century((y + 100 * whole) // 100 * 100)
    if unit == "1000Y":
        return years((y + 1000 * whole) // 1000 * 1000, (y + 1000 * whole) // 1000 * 1000 + 999, "millennium")
    hours = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}[unit] * count
    return day(number + int(hours / 24))


def exact(number: int, count: float, unit: str, sign: int) -> int:
    """Returns the day an amount away from a day, months and years by the calendar (the end of a stretch)."""
    whole = int(count)
    y, m, d = date_of(number)
    if unit in ("D", "W"):
        return number + sign * whole * (7 if unit == "W" else 1)
    if unit == "M":
        y, m = shifted_month(y, m, sign * whole)
        return ordinal_of(y, m, min(d, month_length(y, m)))
    if unit.endswith("Y"):
        y += sign * whole * (int(unit[:-1]) if unit != "Y" else 1)
        return ordinal_of(y, m, min(d, month_length(y, m)))
    hours = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}[unit] * count
    return number + sign * -int(-hours // 24)
