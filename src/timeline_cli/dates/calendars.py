"""Calendars of Arabic texts ↔ day numbers: Gregorian, Hijri, Julian, Coptic, Rumi, solar Hijri (Persian) and Hebrew.

A day is a plain int, the proleptic Gregorian day number of `timeline_cli.model` (1 for 0001-01-01). Years before the
first of an era are counted on through zero: 1 BH is year 0 of the Hijri calendar, 44 BCE year -43 of the Julian one.
Spans are (first, last), both inclusive. Rules and sources: docs/calendars.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from timeline_cli.model import date_of, month_length, ordinal_of

YMD = tuple[int, int, int]
Span = tuple[int, int]

_RJD_TO_ORDINAL = 2_400_000 - 1_721_425
_UMM_AL_QURA_FIRST_YEAR = 1343
_UMM_AL_QURA_LAST_YEAR = 1500
_SEAM = (1342, 12)
_TABULAR_EPOCH = 227_015  # 16 July 622 Julian
_COPTIC_EPOCH = 103_605  # 29 August 284 Julian
_PERSIAN_EPOCH = 226_895  # 19 March 622 Julian
_HEBREW_EPOCH = -1_373_428
_JULIAN_BEFORE_GREGORIAN = -2  # proleptic: 0001-01-01 Julian is two days before 0001-01-01 Gregorian
_RUMI_FIRST_YEAR = 1256
_RUMI_FIRST_GREGORIAN_YEAR = 1333
_RUMI_LAST_YEAR = 1341


def _require_month(calendar: str, year: int, month: int, count: int = 12) -> None:
    if not 1 <= month <= count:
        raise ValueError(f"no month {month} in the {calendar} year {year} (1–{count})")


# Hijri


@lru_cache(maxsize=1)
def _umm_al_qura() -> tuple[int, ...]:
    """Returns the first days of the months of 1343–1500 AH, and at the end that of 1501, from hijridate's table."""
    from hijridate.ummalqura import MONTH_STARTS

    return tuple(start + _RJD_TO_ORDINAL for start in MONTH_STARTS)


def tabular_month_start(year: int, month: int) -> int:
    """Returns the first day of a month of the tabular civil Hijri calendar, for any year (§9.1).

    The 30-year cycle with leap years 2 5 7 10 13 16 18 21 24 26 29, from Friday 16 July 622 Julian.
    """
    return _TABULAR_EPOCH + (year - 1) * 354 + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2


def ordinal_to_tabular(n: int) -> YMD:
    """Returns year, month and day of a day number in the tabular civil Hijri calendar, for any year (§9.1)."""
    year = (30 * (n - _TABULAR_EPOCH) + 10_646) // 10_631
    day_of_year = n - tabular_month_start(year, 1)
    month = min(day_of_year * 2 // 59, 11) + 1
    return year, month, n - tabular_month_start(year, month) + 1


def _hijri_month_start(year: int, month: int) -> int:
    if _UMM_AL_QURA_FIRST_YEAR <= year <= _UMM_AL_QURA_LAST_YEAR:
        return _umm_al_qura()[(year - _UMM_AL_QURA_FIRST_YEAR) * 12 + month - 1]
    return tabular_month_start(year, month)


def hijri_month_span(year: int, month: int) -> Span:
    """Returns the first and last day of a Hijri month.

    Umm al-Qura for 1343–1500 AH, tabular civil outside; Dhu al-Hijja 1342 ends on 1924-07-31, one day early, because
    the two calendars overlap there (docs/temporal-expressions.md §9.1). Raises ValueError for a month outside 1–12.
    """
    _require_month("Hijri", year, month)
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return _hijri_month_start(year, month), _hijri_month_start(*following) - 1


def hijri_month_length(year: int, month: int) -> int:
    """Returns the number of days of a Hijri month, 29 or 30.

    Eight months of 1343–1364 AH were published with 28 or 31 days (docs/calendars.md). Dhu al-Hijja 1342 is numbered
    to 29, though its last two numbers stand for one day (§9.1). Raises ValueError for a month outside 1–12.
    """
    first, last = hijri_month_span(year, month)
    return last - first + (2 if (year, month) == _SEAM else 1)


def hijri_year_span(year: int, last_year: int | None = None) -> Span:
    """Returns the first and last day of a Hijri year, or of the years from `year` to `last_year`, both included."""
    return _hijri_month_start(year, 1), _hijri_month_start((year if last_year is None else last_year) + 1, 1) - 1


def hijri_to_ordinal(year: int, month: int, day: int) -> int:
    """Returns the day number of a Hijri date; the year 0 is 1 BH.

    A day up to 30 that the month does not have is the 1st of the next (§9.1: sightings differ). The 29th of Dhu
    al-Hijja 1342 is 1924-07-31, as the 28th. Raises ValueError for a month outside 1–12, a day 0, or a day after 30
    that the month does not have (three months of 1345–1349 AH have 31).
    """
    first, last = hijri_month_span(year, month)
    if not 1 <= day <= max(30, last - first + 1):
        raise ValueError(f"no day {day} in the Hijri month {year}-{month} (1–30)")
    if (year, month, day) == (*_SEAM, 29):
        return last
    return min(first + day - 1, last + 1)


def ordinal_to_hijri(n: int) -> YMD:
    """Returns the Hijri year, month and day of a day number: Umm al-Qura for 1343–1500 AH, tabular civil outside."""
    starts = _umm_al_qura()
    if not starts[0] <= n < starts[-1]:
        return ordinal_to_tabular(n)
    index = bisect_right(starts, n) - 1
    return _UMM_AL_QURA_FIRST_YEAR + index // 12, index % 12 + 1, n - starts[index] + 1


# Julian


def _julian_month_start(year: int, month: int) -> int:
    """Returns the first day of a month, counted in years that begin in March so that the leap day is their last."""
    march_year, march_month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return march_year * 365 + march_year // 4 + (153 * march_month + 2) // 5 - 305 + _JULIAN_BEFORE_GREGORIAN


def julian_month_span(year: int, month: int) -> Span:
    """Returns the first and last day of a Julian month; the year is astronomical. Raises ValueError for no such."""
    _require_month("Julian", year, month)
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return _julian_month_start(year, month), _julian_month_start(*following) - 1


def julian_to_ordinal(year: int, month: int, day: int) -> int:
    """Returns the day number of a Julian date; the year is astronomical. Raises ValueError where there is no such."""
    return _day_of_month("Julian", julian_month_span(year, month), year, month, day)


def ordinal_to_julian(n: int) -> YMD:
    """Returns astronomical year, month and day in the Julian calendar of a day number."""
    days = n - _julian_month_start(0, 3)
    march_year = (4 * days + 3) // 1461
    day_of_year = days - 1461 * march_year // 4
    march_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * march_month + 2) // 5 + 1
    return (march_year, march_month + 3, day) if march_month < 10 else (march_year + 1, march_month - 9, day)


# Gregorian


def _gregorian_month_span(year: int, month: int) -> Span:
    _require_month("Gregorian", year, month)
    first = ordinal_of(year, month, 1)
    return first, first + month_length(year, month) - 1


# Coptic


def _coptic_month_start(year: int, month: int) -> int:
    return _COPTIC_EPOCH + (year - 1) * 365 + year // 4 + (month - 1) * 30


def coptic_month_span(year: int, month: int) -> Span:
    """Returns the first and last day of a Coptic month of the era of the Martyrs; 1 توت 1739 is 2022-09-11 (§2.6).

    Month 13 (نسيء) has 5 days, 6 in the years before those divisible by 4. Raises ValueError for a month outside 1–13.
    """
    _require_month("Coptic", year, month, 13)
    following = (year, month + 1) if month < 13 else (year + 1, 1)
    return _coptic_month_start(year, month), _coptic_month_start(*following) - 1


def ordinal_to_coptic(n: int) -> YMD:
    """Returns Coptic year, month (1–13) and day of a day number."""
    year = (4 * (n - _COPTIC_EPOCH) + 1463) // 1461
    day_of_year = n - _coptic_month_start(year, 1)
    return year, day_of_year // 30 + 1, day_of_year % 30 + 1


# Rumi


def _require_rumi_year(year: int) -> None:
    if not _RUMI_FIRST_YEAR <= year <= _RUMI_LAST_YEAR:
        raise ValueError(f"the Rumi calendar has the years {_RUMI_FIRST_YEAR}–{_RUMI_LAST_YEAR}, not {year}")


def rumi_month_span(year: int, month: int) -> Span:
    """Returns the first and last day of a month of the Ottoman financial calendar, 1 for مارت to 12 for شباط (§2.6).

    Months are Julian to 1332, whose شباط ends with the 15th (1917-02-28); Gregorian from 1 مارت 1333 (1917-03-01).
    1333 has ten months; from 1334 on كانون ثاني and شباط open the year. Raises ValueError outside the years 1256–1341,
    for the two months that 1333 does not have, and for months outside 1–12.
    """
    _require_rumi_year(year)
    _require_month("Rumi", year, month)
    julian_year, civil_month = (year + 584, month + 2) if month <= 10 else (year + 585, month - 10)
    if year < _RUMI_FIRST_GREGORIAN_YEAR:
        first, last = julian_month_span(julian_year, civil_month)
        return first, min(last, ordinal_of(1917, 2, 28))
    if year == _RUMI_FIRST_GREGORIAN_YEAR and month > 10:
        raise ValueError(f"no month {month} in the Rumi year 1333, which ended with كانون أول (1917-12-31)")
    return _gregorian_month_span(year + 584, civil_month)


def rumi_year_span(year: int) -> Span:
    """Returns the first and last day of a Rumi year. Raises ValueError outside the years 1256–1341."""
    _require_rumi_year(year)
    if year > _RUMI_FIRST_GREGORIAN_YEAR:
        return _gregorian_year_span(year + 584)
    return rumi_month_span(year, 1)[0], rumi_month_span(year, 10 if year == _RUMI_FIRST_GREGORIAN_YEAR else 12)[1]


def ordinal_to_rumi(n: int) -> YMD:
    """Returns Rumi year, month and day of a day number. Raises ValueError outside 1256–1341 (1840-03-13–1925-12-31)."""
    gregorian = n >= ordinal_of(1917, 3, 1)
    civil_year, civil_month, day = date_of(n) if gregorian else ordinal_to_julian(n)
    year = civil_year - (584 if gregorian or civil_month > 2 else 585)
    _require_rumi_year(year)
    return year, civil_month - 2 if civil_month > 2 else civil_month + 10, day


# Solar Hijri (Persian)


def _persian_month_start(year: int, month: int) -> int:
    """Returns the first day of a month by the 33-year rule: the year is leap where (25 year + 11) mod 33 < 8."""
    return _PERSIAN_EPOCH + (year - 1) * 365 + (8 * year + 21) // 33 + (month - 1) * 30 + min(month - 1, 6)


def persian_month_span(year: int, month: int) -> Span:
    """Returns the first and last day of a solar Hijri month (§2.6). Raises ValueError for a month outside 1–12.

    The 33-year rule gives the astronomical calendar of Tehran for 1178–1501 SH (1799–2123); see docs/calendars.md.
    """
    _require_month("solar Hijri", year, month)
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return _persian_month_start(year, month), _persian_month_start(*following) - 1


def ordinal_to_persian(n: int) -> YMD:
    """Returns solar Hijri year, month and day of a day number, by the 33-year rule."""
    year = (33 * (n - _PERSIAN_EPOCH) + 3) // 12_053 + 1
    day_of_year = n - _persian_month_start(year, 1)
    month = day_of_year // 31 + 1 if day_of_year < 186 else (day_of_year - 6) // 30 + 1
    return year, month, n - _persian_month_start(year, month) + 1


# Hebrew


def _hebrew_molad_day(year: int) -> int:
    """Returns the day of the new moon of Tishri, counted from the epoch, moved off Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    day = months * 29 + (12_084 + 13_753 * months) // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


@lru_cache(maxsize=512)
def _hebrew_new_year(year: int) -> int:
    """Returns 1 Tishri, postponed where a year would otherwise have 356 or the one before it 382 days."""
    before, day, after = (_hebrew_molad_day(year + step) for step in (-1, 0, 1))
    postponed = 2 if after - day == 356 else 1 if day - before == 382 else 0
    return _HEBREW_EPOCH + 1 + day + postponed


@lru_cache(maxsize=512)
def _hebrew_months(year: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Returns the months of a year from Tishri (7) to Elul (6), and their first days with 1 Tishri of the next year."""
    first, end = _hebrew_new_year(year), _hebrew_new_year(year + 1)
    is_leap = (7 * year + 1) % 19 < 7
    shape = (end - first) % 10  # 3 deficient, 4 regular, 5 complete
    numbers = (7, 8, 9, 10, 11, 12, *((13,) if is_leap else ()), 1, 2, 3, 4, 5, 6)
    lengths = [30, 30 if shape == 5 else 29, 29 if shape == 3 else 30, 29, 30]
    lengths += [30, 29] if is_leap else [29]
    lengths += [30, 29, 30, 29, 30, 29]
    return numbers, tuple(first + sum(lengths[:index]) for index in range(len(lengths) + 1))


def hebrew_month_span(year: int, month: int) -> Span:
    """Returns the first and last day of a Hebrew month: 1 Nisan, 7 Tishri (which opens the year), 12 Adar, 13 Adar II.

    The arithmetical calendar (§2.6). Raises ValueError for a month that the year does not have.
    """
    numbers, starts = _hebrew_months(year)
    _require_month("Hebrew", year, month, len(numbers))
    index = numbers.index(month)
    return starts[index], starts[index + 1] - 1


def ordinal_to_hebrew(n: int) -> YMD:
    """Returns Hebrew year, month (1 Nisan, 7 Tishri) and day of a day number."""
    year = (n - _HEBREW_EPOCH) * 98_496 // 35_975_351
    while n >= _hebrew_new_year(year + 1):
        year += 1
    numbers, starts = _hebrew_months(year)
    index = bisect_right(starts, n) - 1
    return year, numbers[index], n - starts[index] + 1


# Easter


@lru_cache(maxsize=512)
def eastern_easter(year: int) -> int:
    """Returns the day number of Easter Sunday of the churches that reckon by the Julian calendar.

    `year` is that of the date itself. Raises ValueError outside 326–4099, where the rule of python-dateutil ends.
    """
    _require_easter_year(year)
    from dateutil.easter import EASTER_JULIAN, easter

    day = easter(year, EASTER_JULIAN)
    return julian_to_ordinal(day.year, day.month, day.day)


@lru_cache(maxsize=512)
def western_easter(year: int) -> int:
    """Returns the day number of Easter Sunday of the western churches; before 1583 that is the Julian one.

    Raises ValueError outside 326–4099, where the rule of python-dateutil ends.
    """
    _require_easter_year(year)
    if year < 1583:
        return eastern_easter(year)
    from dateutil.easter import easter

    return easter(year).toordinal()


def _require_easter_year(year: int) -> None:
    if not 326 <= year <= 4099:
        raise ValueError(f"Easter is known for the years 326–4099, not {year}")


# All calendars alike


@dataclass(frozen=True, slots=True)
class _Calendar:
    month_span: Callable[[int, int], Span]
    year_span: Callable[[int], Span]
    from_ordinal: Callable[[int], YMD]


def _gregorian_year_span(year: int) -> Span:
    return ordinal_of(year, 1, 1), ordinal_of(year, 12, 31)


def _julian_year_span(year: int) -> Span:
    return _julian_month_start(year, 1), _julian_month_start(year + 1, 1) - 1


def _coptic_year_span(year: int) -> Span:
    return _coptic_month_start(year, 1), _coptic_month_start(year + 1, 1) - 1


def _persian_year_span(year: int) -> Span:
    return _persian_month_start(year, 1), _persian_month_start(year + 1, 1) - 1


def _hebrew_year_span(year: int) -> Span:
    return _hebrew_new_year(year), _hebrew_new_year(year + 1) - 1


_CALENDARS = {
    "gregorian": _Calendar(_gregorian_month_span, _gregorian_year_span, date_of),
    "hijri": _Calendar(hijri_month_span, hijri_year_span, ordinal_to_hijri),
    "julian": _Calendar(julian_month_span, _julian_year_span, ordinal_to_julian),
    "coptic": _Calendar(coptic_month_span, _coptic_year_span, ordinal_to_coptic),
    "rumi": _Calendar(rumi_month_span, rumi_year_span, ordinal_to_rumi),
    "persian": _Calendar(persian_month_span, _persian_year_span, ordinal_to_persian),
    "hebrew": _Calendar(hebrew_month_span, _hebrew_year_span, ordinal_to_hebrew),
}
CALENDARS = tuple(_CALENDARS)


def _calendar(name: str) -> _Calendar:
    try:
        return _CALENDARS[name]
    except KeyError:
        raise ValueError(f"no calendar {name!r}; there are {', '.join(CALENDARS)}") from None


def _day_of_month(calendar: str, span: Span, year: int, month: int, day: int) -> int:
    first, last = span
    if not 1 <= day <= last - first + 1:
        raise ValueError(f"no such day in the {calendar} calendar: {year}-{month}-{day}")
    return first + day - 1


def to_ordinal(calendar: str, year: int, month: int, day: int) -> int:
    """Returns the day number of a date in one of `CALENDARS`.

    Raises ValueError for another calendar and where the calendar has no such day; day 30 of any Hijri month is
    accepted (`hijri_to_ordinal`).
    """
    if calendar == "hijri":
        return hijri_to_ordinal(year, month, day)
    return _day_of_month(calendar, _calendar(calendar).month_span(year, month), year, month, day)


def from_ordinal(calendar: str, n: int) -> YMD:
    """Returns year, month and day of a day number in one of `CALENDARS`. Raises ValueError outside its years (Rumi)."""
    return _calendar(calendar).from_ordinal(n)


def month_span(calendar: str, year: int, month: int) -> Span:
    """Returns the first and last day of a month in one of `CALENDARS`. Raises ValueError where there is no such."""
    return _calendar(calendar).month_span(year, month)


def year_span(calendar: str, year: int) -> Span:
    """Returns the first and last day of a year in one of `CALENDARS`. Raises ValueError where there is no such."""
    return _calendar(calendar).year_span(year)
