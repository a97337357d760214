"""Months by number, and days of a month that other words tell (docs/temporal-expressions.md §2.4, §3.3, §6.2)."""

from __future__ import annotations

from timeline_cli.dates.match import Item, Parts, pattern
from timeline_cli.dates.meaning import Date, Relative
from timeline_cli.dates.patterns.build import classes_after, classes_before, day, number, with_year
from timeline_cli.dates.patterns.calendar_dates import DAYS


def _numbered_month(p: Parts) -> Date | None:
    value = number(p["n"])
    if not 1 <= value <= 12:
        return None
    if "y" not in p and "r" not in p:
        after = p.after()
        if after is not None and not after.classes.isdisjoint({"UNIT_PL", "UNIT_ACC", "DECIMAL", "COLON"}):
            return None
    return with_year(Date(month=value), p.get("y"), p.data("r", "REL"))


def _is_ordinal(item: Item) -> bool:
    """Tells whether a day is a definite ordinal, which needs من before its month (المرحلة الثانية │ الشهر المقبل)."""
    return item.word is not None and "DAY_ORDINAL" in item.word.classes and item.word.fold.startswith("ال")


def _day_of_month(p: Parts) -> Date | None:
    value = day(p["d"])
    if not value:
        return None
    weekday = p.data("w", "WEEKDAY")
    if "q" in p:
        inner = p.meaning("q")
        if p["q"].first == p["d"].last and _is_ordinal(p["d"]):
            return None
        if p["d"].word is not None and p["d"].word.fold == "مستهل":
            return None  # the beginning of this month, no day of it
        if not classes_before(p).isdisjoint({"HALF", "THIRD", "QUARTER"}):
            return None  # النصف │ الأول من الشهر الجاري
        if isinstance(inner, Relative):
            return Date(day=value, month_of=inner, weekday=weekday)
        return None
    word = p["r"].word
    if word is None or word.fold.endswith("ه") or "RELDU" in word.classes:
        return None
    return Date(day=value, month_of=Relative("M", p.data("r", "REL")), weekday=weekday)


def _day_of_that(p: Parts) -> Date | None:
    """17 منه: a day of the month that the story last named; not some of many (الدوائر العشر منها ثلاثون)."""
    value, word = day(p["d"]), p["d"].word
    counts = word is not None and "DAY_CARDINAL" in word.classes and "DAY_ORDINAL" not in word.classes
    if counts or not classes_after(p).isdisjoint({"NUMBER", "CARDINAL"}):
        return None
    return Date(day=value, month_of=Relative("M", 0, "ref"), weekday=p.data("w", "WEEKDAY")) if value else None


def _day_of_the_month(p: Parts) -> Date | None:
    """في الثاني من الشهر: a day of the month that is told of, not a part of it (الأسبوع الثاني من الشهر الهجري)."""
    after, value = p.after(), day(p["d"])
    if "u" not in p and "w" not in p and classes_before(p).isdisjoint({"IN", "UNTIL", "SINCE", "TO", "BETWEEN"}):
        return None
    if not value or (after is not None and not after.classes and after.fold.startswith("ال")):
        return None
    return Date(day=value, month_of=Relative("M", 0, "told"), weekday=p.data("w", "WEEKDAY"))


def _day_alone(p: Parts) -> Date | None:
    after = classes_after(p)
    word = p.after()
    if word is not None and (
        not word.classes
        or not after.isdisjoint(
            {"UNIT_PL", "UNIT_ACC", "UNIT", "SLASH", "DASH", "COLON", "MONTH", "HIJRI", "COUNTED", "OTHERMONTH", "OF"}
        )
    ):
        return None
    return Date(day=number(p["d"]), weekday=p.data("w", "WEEKDAY"), safe="w" in p or "u" in p)


LEVEL_DATES = [
    pattern("month-number-year", "MONTHWORD n:MONTH_NUMBER|DAY_CARDINAL (SLASH | DASH | OF)? y:YEAR4|YEAR|RELYEAR", _numbered_month,
            "DATE MONTHDATE", ("شهر 3 / 2021", "2021-03")),
    pattern("month-ordinal-year", "MONTHDEF n:ORDINAL OF y:YEAR|RELYEAR", _numbered_month, "DATE MONTHDATE",
            ("الشهر التاسع من عام 2014", "2014-09")),
    pattern("day-of-that-month", f"(DAYWORD? w:WEEKDAY COMMA?)? DAYWORD? d:{DAYS} OFIT", _day_of_that, "DATE DAYDATE"),
    pattern("day-of-the-month", "(DAYWORD? w:WEEKDAY COMMA?)? u:DAYWORD? d:DAY_ORDINAL|DAY OF MONTHDEF", _day_of_the_month, "DATE DAYDATE"),
    pattern("month-number", "MONTHWORD n:MONTH_NUMBER|DAY_CARDINAL", _numbered_month, "DATE MONTHDATE", ("شهر 3", "2023-03")),
    pattern("day-of-relative-month", f"(DAYWORD? w:WEEKDAY COMMA?)? DAYWORD? d:{DAYS} OF? q:RELMONTH", _day_of_month, "DATE DAYDATE",
            ("25 من الشهر الماضي", "2023-02-25"), ("12 من الشهر الجاري", "2023-03-12")),
    pattern("day-relative", "(DAYWORD? w:WEEKDAY COMMA?)? DAYWORD? d:DAY OF? r:REL", _day_of_month, "DATE DAYDATE", ("20 الجاري", "2023-03-20")),
    pattern("day-relative", "(DAYWORD? w:WEEKDAY COMMA?)? DAYWORD? d:DAY_ORDINAL OF r:REL", _day_of_month, "DATE DAYDATE",
            ("السابع من الجاري", "2023-03-07")),
    pattern("weekday-day", "DAYWORD? w:WEEKDAY d:DAY", _day_alone, "DATE DAYDATE", ("الخميس 9", "2023-03-09")),
    pattern("day-only", "u:DAYWORD d:DAY", _day_alone, "DATE DAYDATE", ("يوم 17", "2023-03-17")),
]  # fmt: skip
