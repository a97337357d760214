"""Feasts and named days (docs/temporal-expressions.md §8)."""

from __future__ import annotations

from timeline_cli.dates.match import Parts, pattern
from timeline_cli.dates.meaning import Date, Holiday, Relative
from timeline_cli.dates.patterns.build import ERAS, era, number, year_in_era

_YENNAYER, _AMAZIGH, _AMAZIGH_YEARS = "01-12", 950, 2900  # the Amazigh count is 950 years ahead of the Gregorian one
_EASTERN = ("شرقي", "قبطي", "ارثوذكس", "الشرقي", "القبطي")


def _holiday(p: Parts) -> Holiday | None:
    row = p.data("k", "HOLIDAY")
    if row is None:
        return None
    calendar, rule, name = row["calendar"], row["rule"], row["fold"]
    if calendar == "easter" and ("شم النسيم" in name or _eastern(p)):
        calendar = "easter-eastern"
    year = None
    if "y" in p:
        said = p.meaning("y")
        if said is None:
            value = number(p["y"])
            in_calendar, value = year_in_era(value, era(p.get("e")))
            if rule == _YENNAYER and value > _AMAZIGH_YEARS:
                value -= _AMAZIGH  # 2974 is 2024
            if calendar == "hijri" and 1300 <= value <= 1500:
                in_calendar = "hijri"
            said = Date(calendar=in_calendar, year=value)
        if not isinstance(said, Date | Relative):
            return None
        year = said
    nth = 1
    if "n" in p:
        nth = number(p["n"], ordinal=True) or 1
    after = p.after()
    if "y" not in p and after is not None and after.fold.startswith("ميلاد"):
        return None
    return Holiday(
        name, calendar, rule, int(row["days"] or 1), year, p.data("r", "REL"), nth, name.startswith(("ليله", "عشيه"))
    )


def _eastern(p: Parts) -> bool:
    after = p.after()
    return after is not None and after.fold in _EASTERN


_TAIL = f"(y:YEAR|YEAR4|RELYEAR e:{ERAS}? | OF y:YEAR|YEAR4|RELYEAR | PREFIX y:YEAR|RELYEAR | r:REL)?"

LEVEL_DATES = [
    pattern("holiday", f"k:HOLIDAY {_TAIL}", _holiday, "DATE HOLIDAYDATE", ("عيد الفصح 2023", "2023-04-09"), ("رأس السنة الهجرية 1445", "2023-07-19")),
    pattern("holiday-day", f"n:ORDINAL DAYPL k:HOLIDAY {_TAIL}", _holiday, "DATE HOLIDAYDATE", ("أول أيام عيد الفطر 2023", "2023-04-21"),
            ("ثالث أيام عيد الفطر 2023", "2023-04-23")),
    pattern("holiday-day", f"DAYDEF n:ORDINAL OF DAYPL? k:HOLIDAY {_TAIL}", _holiday, "DATE HOLIDAYDATE"),
]  # fmt: skip
