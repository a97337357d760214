"""Dates in digits (docs/temporal-expressions.md §1.4, §3.4, §3.5)."""

from __future__ import annotations

from timeline_cli.dates.match import Parts, pattern
from timeline_cli.dates.meaning import Date
from timeline_cli.dates.patterns.build import (
    ERAS,
    HIJRI_YEARS,
    classes_after,
    classes_before,
    era,
    number,
    replace,
    year_in_era,
)
from timeline_cli.dates.surfaces import Digits
from timeline_cli.model import Flag

_TEMPORAL = frozenset({"IN", "SINCE", "UNTIL", "DAYWORD", "WEEKDAY", "DATEWORD", "AFTER", "AGO", "FROM", "TO", "AT"})
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _glued(p: Parts) -> bool:
    """Tells whether more of a number, code or fraction touches the match."""
    first, last = p.items[0], p.items[-1]
    before = p.text[first.start - 1 : first.start]
    after = p.text[last.end : last.end + 1]
    if before in ("/", "-", ":", ".", "+", "٫", "_", "%") or (before.isalpha() and before.isascii()):
        return True
    following = p.text[last.end + 1 : last.end + 2]
    if after.isalpha() and after.isascii():
        return not (after in "TZ" and (following.isdecimal() or not following.isalnum()))
    return after in ("%", "_") or (after in ("/", "-", ":", "٫", ".") and following.isdecimal())


def _full(p: Parts) -> Date | None:
    a, b, c = p["a"].word, p["b"].word, p["c"].word
    assert isinstance(a, Digits) and isinstance(b, Digits) and isinstance(c, Digits)  # noqa: PT018
    separator, second = p["s"].word, p["t"].word
    if separator is None or second is None or second.classes != separator.classes or _glued(p):
        return None
    if "DOT" in separator.classes and not (
        p["a"].end == p["s"].start and p["s"].end == p["b"].start and p["t"].end == p["c"].start
    ):
        return None
    x, y, z = int(a.value), int(b.value), int(c.value)
    flags: tuple[Flag, ...] = ()
    two_digits = False
    if a.length == 4:
        year, month, day = x, y, z
        if not (b.length <= 2 and c.length <= 2):
            return None
        if month > 12 and day <= 12:
            month, day, flags = day, month, (Flag("order-reversed"),)
    elif c.length == 4 or (c.length == 2 and a.length <= 2 and "e" not in p) or (c.length <= 4 and "e" in p):
        day, month, year = x, y, z
        two_digits = c.length == 2 and "e" not in p
        if a.length > 2 or b.length > 2:
            return None
        if month > 12 and day <= 12:
            day, month, flags = month, day, (Flag("order-us"),)
        elif day <= 12 and month <= 12 and day != month:
            flags = (Flag("order-ambiguous"),)
    else:
        return None
    if two_digits and "DASH" in separator.classes and classes_before(p).isdisjoint(_TEMPORAL):
        return None
    if two_digits and "DOT" in separator.classes and classes_before(p).isdisjoint(_TEMPORAL):
        return None
    if not (1 <= month <= 12 and 1 <= day <= _DAYS_IN_MONTH[month - 1]) or (not two_digits and year < 1):
        return None
    era_class = era(p.get("e"))
    if "e" in p and "AMPM" in (p["e"].word.classes if p["e"].word else ()) and two_digits:
        era_class = ""
    calendar, year = year_in_era(year, era_class)
    if not era_class and not two_digits and year in HIJRI_YEARS:
        calendar = "hijri"
        flags = (*flags, Flag("hijri-approx", "no era sign"))
    if calendar == "gregorian" and not two_digits and not (800 <= year <= 2300 or era_class):
        return None
    if calendar == "hijri" and day > 30:
        return None
    return Date(calendar=calendar, year=year, month=month, day=day, two_digits=two_digits, flags=flags)


def _with_weekday(p: Parts) -> Date | None:
    date = p.meaning("n")
    return replace(date, weekday=p.data("w", "WEEKDAY")) if isinstance(date, Date) else None


def _day_month(p: Parts) -> Date | None:
    if _glued(p):
        return None
    before = classes_before(p)
    word = p.before()
    if "w" not in p and "u" not in p:
        if before.isdisjoint({"IN", "DATEWORD", "SINCE", "UNTIL"}) or not p.touching():
            return None
        if not classes_after(p).isdisjoint({"UNIT_PL", "UNIT_ACC", "UNIT", "COUNTED"}):
            return None
    if word is not None and word.fold == "الساعه":
        return None
    day, month = number(p["d"]), number(p["m"])
    flags: tuple[Flag, ...] = ()
    if not 1 <= month <= 12 or day > _DAYS_IN_MONTH[month - 1]:
        return None
    return Date(day=day, month=month, weekday=p.data("w", "WEEKDAY"), flags=flags)


def _month_year(p: Parts) -> Date | None:
    if _glued(p) or not p.touching():
        return None
    year, month = number(p["y"]), number(p["m"])
    if classes_before(p).isdisjoint({"IN", "SINCE", "UNTIL", "FROM", "TO", "DURING", "DATEWORD", "BETWEEN", "PREFIX"}):
        return None
    calendar = "hijri" if year in HIJRI_YEARS else "gregorian"
    if calendar == "gregorian" and not 1800 <= year <= 2200:
        return None
    return Date(calendar=calendar, year=year, month=month)


ATOMS = [
    pattern("numeric-date", f"a:YEAR_ANY s:SLASH|DASH|DOT b:NUMBER t:SLASH|DASH|DOT c:YEAR_ANY e:{ERAS}?", _full, "DATE NUMDATE DAYDATE FULLDATE DAYLIKE",
            ("15/3/2023", "2023-03-15"), ("2023-03-15", "2023-03-15"), ("20.02.2022", "2022-02-20"), ("09/26/1999", "1999-09-26"),
            ("2023/15/3", "2023-03-15"), ("23/8/1444هـ", "2023-03-15"), ("15/3/67", "1967-03-15")),
]  # fmt: skip

LEVEL_DATES = [
    pattern("weekday-numeric-date", "DAYWORD? w:WEEKDAY (COMMA | SAMEDAY | DASH)? LPAR? n:NUMDATE RPAR?", _with_weekday,
            "DATE DAYDATE FULLDATE DAYLIKE", ("يوم الخميس 22/9/2022", "2022-09-22")),
    pattern("day-numeric-date", "DAYWORD n:NUMDATE", _with_weekday, "DATE DAYDATE FULLDATE DAYLIKE", ("يوم 2023/7/22", "2023-07-22")),
    pattern("numeric-day-month", "(DAYWORD? w:WEEKDAY (COMMA | SAMEDAY)? | u:DAYWORD)? d:DAY SLASH m:MONTH_NUMBER", _day_month,
            "DATE DAYDATE DAYLIKE", ("يوم السبت 11/3", "2023-03-11")),
    pattern("numeric-month-year", "m:MONTH_NUMBER SLASH y:YEAR4", _month_year, "DATE MONTHDATE", ("في 3/2023", "2023-03")),
    pattern("numeric-year-month", "y:YEAR4 SLASH|DASH m:MONTH_NUMBER", _month_year, "DATE MONTHDATE", ("في 2023-03", "2023-03")),
]  # fmt: skip
