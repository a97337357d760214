"""TIMEX3 and EDTF strings (docs/annotation-guideline.md, ISO 8601-2)."""

from __future__ import annotations

import re

from timeline_cli.dates.meaning import Amount
from timeline_cli.model import date_of

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_PART = re.compile(r"(-?\d{4})-(H[12]|Q[1-4]|SP|SU|FA|WI)")
_PLAIN = re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?")
_DECADE = re.compile(r"\d{3}")
_CENTURY = re.compile(r"\d{2}")


def year_value(year: int) -> str:
    """Returns an astronomical year with four digits and its sign."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def month_value(year: int, month: int) -> str:
    """Returns a month as `YYYY-MM`."""
    return f"{year_value(year)}-{month:02d}"


def day_value(number: int) -> str:
    """Returns a day number as `YYYY-MM-DD`."""
    year, month, day = date_of(number)
    return f"{year_value(year)}-{month:02d}-{day:02d}"


def span_value(first: int, last: int) -> str:
    """Returns an interval of days, or the day where both are one."""
    return day_value(first) if first == last else f"{day_value(first)}/{day_value(last)}"


def decade_value(first_year: int) -> str:
    """Returns a decade: the TIMEX3 prefix, an interval before 1 CE."""
    return f"{first_year // 10:03d}" if first_year >= 0 else f"{year_value(first_year)}/{year_value(first_year + 9)}"


def century_value(first_year: int) -> str:
    """Returns a century: the TIMEX3 prefix, an interval before 1 CE."""
    return f"{first_year // 100:02d}" if first_year >= 0 else f"{year_value(first_year)}/{year_value(first_year + 99)}"


_VAGUE = {"10Y": "DE", "100Y": "CE", "1000Y": "Y"}
_FRACTIONS = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS")}


def duration_value(amount: Amount) -> str:
    """Returns an amount as an ISO 8601 duration, `PX…` where it is vague, `A/B` for a range of amounts."""
    if amount.upto is not None:
        return f"{duration_value(Amount(amount.parts))}/{duration_value(Amount(amount.upto.parts))}"
    count, unit = amount.parts[0]
    if count is None:
        return f"PTX{unit[1]}" if unit[0] == "T" else f"PX{_VAGUE.get(unit, unit)}"
    numbers: dict[str, float] = {}
    for count, unit in amount.parts:
        assert count is not None
        if unit.endswith("Y") and unit != "Y":
            count, unit = count * int(unit[:-1]), "Y"
        if count != int(count) and unit in _FRACTIONS:
            size, smaller = _FRACTIONS[unit]
            numbers[smaller] = numbers.get(smaller, 0) + round((count - int(count)) * size)
            count = int(count)
        numbers[unit] = numbers.get(unit, 0) + count
    days = "".join(f"{_number(numbers[unit])}{unit}" for unit in ("Y", "M", "W", "D") if numbers.get(unit))
    clock = "".join(f"{_number(numbers['T' + unit])}{unit}" for unit in ("H", "M", "S") if numbers.get("T" + unit))
    return f"P{days}{'T' + clock if clock else ''}" if days or clock else "P0D"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def edtf(value: str | None, first: int | None, last: int | None, approximate: bool) -> str | None:
    """Returns the EDTF form of a date value, None without days."""
    if value is None or first is None or last is None:
        return None
    mark = "~" if approximate else ""
    day, _, _ = value.partition("T")
    if _PLAIN.fullmatch(day):
        return day + mark
    if _DECADE.fullmatch(value):
        return f"{value}X{mark}"
    if _CENTURY.fullmatch(value):
        return f"{value}XX{mark}"
    part = _PART.fullmatch(value)
    if part is not None:
        year, code = part.groups()
        number = _SEASONS.get(code) or (str(39 + int(code[1])) if code[0] == "H" else str(32 + int(code[1])))
        return f"{year}-{number}{mark}"
    return f"{day_value(first)}{mark}/{day_value(last)}{mark}" if first != last else day_value(first) + mark
