"""Ranges: two ends, what they share, and the words or signs between them (docs/temporal-expressions.md §4.1)."""

from __future__ import annotations

from timeline_cli.dates.match import Parts, pattern
from timeline_cli.dates.meaning import (
    Anaphor,
    Century,
    Clock,
    Date,
    Daypart,
    Decade,
    Deictic,
    Meaning,
    Modified,
    Part,
    Range,
    Relative,
    Season,
)
from timeline_cli.dates.patterns.build import (
    ERAS,
    classes_before,
    counted_after,
    day,
    era,
    month,
    number,
    replace,
    year_in_era,
)
from timeline_cli.lexicon.index import cues
from timeline_cli.text.letters import fold

_PLANNED = frozenset(fold(form) for form in cues("planned-as")) | {"مقرر", "مزمع", "مزمعه"}
_CLOSE = "(TO | UNTIL | AND UNTIL | AND TO | AND SINCE)"
_DAY = "DAY|DAY_ORDINAL|DAY_CARDINAL|FIRSTDAY"
_ENDS = "DAYDATE|MONTHDATE|WEEKDAYDATE|DEICTICDATE|YEAR|RELYEAR|RELMONTH|RELWEEK|CENTURYDATE|DECADEDATE|SEASONDATE|PERIOD|DAYANAPHOR"


def _joined_by(p: Parts, cls: str) -> bool:
    return any(item.word is not None and cls in item.word.classes and item.meaning is None for item in p.items)


def _open(p: Parts) -> bool:
    """Tells whether the words before and between make a range: من … إلى, بين … و, a dash; never منذ … حتى."""
    before = classes_before(p)
    if "SINCE" in before and "FROM" not in before:
        return False
    if _joined_by(p, "DASH"):
        return True
    if _joined_by(p, "TO") or _joined_by(p, "UNTIL"):
        if not before.isdisjoint({"FROM", "OF", "PREFIX", "BETWEEN"}):
            return True
        # دام من مساء الأحد إلى …: the opener may stand before a particle that stays outside.
        return _joined_by(p, "TO") and before.isdisjoint({"SINCE"}) and not _planned_before(p)
    return "BETWEEN" in before


def _planned_before(p: Parts) -> bool:
    """Tells whether the first day is what something had been planned for (أرجأ جلسة مقررة │ غدا الخميس │ إلى 21 مايو),
    so that the second is another date."""
    word = p.before()
    return word is not None and word.fold.removeprefix("ال") in _PLANNED


def _is_between(p: Parts) -> bool:
    return "BETWEEN" in classes_before(p)


def _kind(meaning: Meaning) -> str:
    if isinstance(meaning, Date):
        if meaning.day is not None or meaning.weekday is not None:
            return "day"
        return "month" if meaning.month is not None else "year"
    if isinstance(meaning, Deictic | Anaphor):
        return "day"
    if isinstance(meaning, Relative):
        return {"Y": "year", "M": "month", "W": "week"}.get(meaning.unit, "long")
    if isinstance(meaning, Modified):
        return _kind(meaning.of)
    if isinstance(meaning, Century | Decade):
        return "long"
    if isinstance(meaning, Season | Part):
        return "part"
    return "other"


def _full(p: Parts) -> Range | None:
    first, last = p.meaning("a"), p.meaning("b")
    if first is None or last is None or not _open(p):
        return None
    kinds = {_kind(first), _kind(last)}
    if (
        len(kinds) > 1
        and not kinds <= {"day", "month"}
        and not kinds <= {"month", "year"}
        and not kinds <= {"year", "long"}
        and "part" not in kinds
    ):
        return None
    if kinds == {"month", "year"} and _kind(first) == "year" and "PREFIX" in classes_before(p):
        return None  # تعود القضية 310 لسنة 2016 │ إلى أبريل من العام الماضي
    if _joined_by(p, "DASH"):
        if isinstance(first, Date) and isinstance(last, Date) and first.calendar != last.calendar:
            return None
        if kinds == {"month", "year"} or (kinds == {"day", "month"}):
            return None
        if isinstance(first, Date) and isinstance(last, Date) and _same_day_twice(first, last):
            return None
        if kinds == {"day"} and not (isinstance(first, Date) and isinstance(last, Date)):
            return None
    return Range(first, last, _joined_by(p, "DASH"))


def _opened(p: Parts) -> Range | None:
    """Reads a range over a comma, which a preposition opens (من الأحد، إلى الخميس, but كان مقررا الأحد، إلى 4 يوليو)."""
    return _full(p) if not classes_before(p).isdisjoint({"FROM", "OF", "BETWEEN", "SINCE"}) else None


def _same_day_twice(first: Date, last: Date) -> bool:
    return (first.day, first.month) == (last.day, last.month) and (first.year or last.year) == last.year


def _and(p: Parts) -> Range | None:
    if not _is_between(p):
        return None
    first, last = p.meaning("a"), p.meaning("b")
    if first is None or last is None or _kind(first) != _kind(last):
        return None
    return Range(first, last)


def _day_to_date(p: Parts) -> Range | None:
    value = day(p["a"])
    last = p.meaning("b")
    if not value or not isinstance(last, Date) or last.day is None:
        return None
    if (_joined_by(p, "AND") and not _joined_by(p, "UNTIL") and not _joined_by(p, "TO")) and not _is_between(p):
        return None
    if "SINCE" in classes_before(p):
        return None
    if _joined_by(p, "SLASH"):
        return None
    weekday = p.data("w", "WEEKDAY") if "w" in p else None
    if last.day == -1:
        return None
    first = replace(last, day=value, weekday=weekday, flags=())
    if _joined_by(p, "DASH") and value > last.day:
        return Range(replace(last, day=last.day), replace(last, day=value), True)
    return Range(first, last, _joined_by(p, "DASH"))


def _days_then_month(p: Parts) -> Range | None:
    """يوليو 13-15."""
    name = month(p["m"])
    first, last = number(p["a"]), number(p["b"])
    if not 1 <= first < last <= 31:
        return None
    base = Date(calendar=name.calendar, month=name.month, year=number(p["y"]) if "y" in p else None)
    return Range(replace(base, day=first), replace(base, day=last), True)


def _years(p: Parts) -> Range | None:
    if "SINCE" in classes_before(p):
        return None
    first, last = number(p["a"]), 0
    said = p.meaning("b") if "b" in p else None
    joined_by_and = _joined_by(p, "AND") and not _joined_by(p, "UNTIL") and not _joined_by(p, "TO")
    if joined_by_and and not _is_between(p):
        return None
    calendar = "gregorian"
    if isinstance(said, Date):
        if said.year is None:
            return None
        calendar, last = said.calendar, said.year
        if last <= 0 and calendar == "gregorian":
            first = 1 - first
        if said.two_digits:
            return None
    else:
        last = number(p["b"])
        word = p["b"].word
        if word is not None and "YEAR2" in word.classes and "YEAR4" not in word.classes:
            if not _joined_by(p, "DASH") and not _joined_by(p, "SLASH"):
                return None
            last += first - first % 100
            if last <= first:
                return None
    dash = _joined_by(p, "DASH")
    if last > _LAST_YEAR and "u" not in p and not isinstance(said, Date):
        return None  # أرقام الجلوس من 2001 إلى 2450
    if _joined_by(p, "SLASH") and last - first != 1:
        return None
    opened = not classes_before(p).isdisjoint({"FROM", "OF", "PREFIX", "BETWEEN"}) or "u" in p or isinstance(said, Date)
    if not (dash or joined_by_and or opened or _joined_by(p, "SLASH")):
        return None
    if dash and not _year_like(first, last):
        return None
    if counted_after(p) and "u" not in p:
        return None
    return Range(Date(calendar=calendar, year=first), Date(calendar=calendar, year=last), dash)


_LAST_YEAR = 2200


def _year_like(first: int, last: int) -> bool:
    return abs(last - first) <= 1500


def _era_years(p: Parts) -> Range | None:
    """132 - 656هـ; بين عامي 490 و479 قبل الميلاد; 1792 و1750 ق.م."""
    if "SINCE" in classes_before(p):
        return None
    joined_by_and = _joined_by(p, "AND") and not _joined_by(p, "UNTIL") and not _joined_by(p, "TO")
    if joined_by_and and not _is_between(p):
        return None
    if _is_short(p, number(p["b"])):
        return None
    calendar, first = year_in_era(number(p["a"]), era(p["e"]))
    _, last = year_in_era(number(p["b"]), era(p["e"]))
    word = p["b"].word
    if joined_by_and or _joined_by(p, "DASH") or _joined_by(p, "TO") or _joined_by(p, "UNTIL"):
        if word is not None and era(p["e"]) == "ERA_CE" and "YEAR4" not in word.classes and "u" not in p:
            return None
        return Range(Date(calendar=calendar, year=first), Date(calendar=calendar, year=last), _joined_by(p, "DASH"))
    return None


def _is_short(p: Parts, last: int) -> bool:
    """Tells whether the first of two numbers joined by a sign is no year beside the second: 9 - 1436هـ."""
    return number(p["a"]) < 100 and last >= 1000 and (_joined_by(p, "DASH") or _joined_by(p, "SLASH"))


def _short_years(p: Parts, said: Date) -> Range | None:
    """موسم 36/1437هـ: the first year takes its century from the second."""
    assert said.year is not None
    first = said.year // 100 * 100 + number(p["a"])
    if not 0 < said.year - first <= 3 or p["a"].word is None or "YEAR2" not in p["a"].word.classes:
        return None
    return Range(Date(calendar=said.calendar, year=first), said, True)


def _era_tail(p: Parts) -> Range | None:
    if "SINCE" in classes_before(p):
        return None
    said = p.meaning("b")
    if isinstance(said, Date) and said.year is not None and _is_short(p, said.year):
        return _short_years(p, said)
    joined_by_and = _joined_by(p, "AND") and not _joined_by(p, "UNTIL")
    if not isinstance(said, Date) or said.year is None or (joined_by_and and not _is_between(p)):
        return None
    first = number(p["a"])
    if not any(flag.code == "era" for flag in said.flags):
        if "u" not in p and "YEAR4" not in (p["a"].word.classes if p["a"].word else ()):
            return None
        return (
            Range(Date(year=first), said, _joined_by(p, "DASH"))
            if said.calendar == "gregorian" and first >= 100
            else None
        )
    if said.calendar == "gregorian" and said.year <= 0:
        first = 1 - first
    if first < 100 and _joined_by(p, "SLASH"):
        return None  # day and month of a year that stands apart (1436/12/20هـ)
    return Range(Date(calendar=said.calendar, year=first), said, _joined_by(p, "DASH"))


def _months(p: Parts) -> Range | None:
    last = p.meaning("b")
    if not isinstance(last, Date) or last.day is not None:
        return None
    first = month(p["a"])
    if first.calendar != last.calendar:
        return None
    joined_by_and = _joined_by(p, "AND") and not _joined_by(p, "UNTIL") and not _joined_by(p, "TO")
    if joined_by_and and not _is_between(p):
        return None
    return Range(Date(calendar=first.calendar, month=first.month, safe=False), last, _joined_by(p, "DASH"))


def _numbered_months(p: Parts) -> Range | None:
    if classes_before(p).isdisjoint({"FROM", "OF", "PREFIX"}):
        return None
    first, last = p.meaning("a"), p.meaning("b")
    return Range(first, last) if isinstance(first, Date) and isinstance(last, Date) else None


def _centuries(p: Parts) -> Range | None:
    first, last = number(p["a"], ordinal=True) or number(p["a"]), number(p["b"], ordinal=True) or number(p["b"])
    calendar, _ = year_in_era(1, era(p.get("e")))
    before = era(p.get("e")) in ("ERA_BC", "ERA_BH")
    if _joined_by(p, "AND") and not _is_between(p):
        return None
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    if (before and first < last) or (not before and first > last):
        first, last = last, first
    return Range(Century(first, calendar, before), Century(last, calendar, before), _joined_by(p, "DASH"))


def _one_century(p: Parts) -> Century | None:
    value = number(p["a"], ordinal=True)
    calendar, _ = year_in_era(1, era(p.get("e")))
    return Century(value, calendar, era(p.get("e")) in ("ERA_BC", "ERA_BH")) if 1 <= value <= 31 else None


def _clocks(p: Parts) -> Range | None:
    first, last = p.meaning("a"), p.meaning("b")
    if first is None and "h" in p:
        value = number(p["h"], ordinal=True) or number(p["h"])
        if value > 24:
            return None
        first = Clock(value, 0)
    if not isinstance(first, Clock) or not isinstance(last, Clock):
        return None
    if (
        not _joined_by(p, "DASH")
        and classes_before(p).isdisjoint({"FROM", "OF", "BETWEEN", "PREFIX"})
        and _joined_by(p, "AND")
        and not _joined_by(p, "UNTIL")
    ):
        return None
    if _joined_by(p, "AND") and not _joined_by(p, "UNTIL") and not _joined_by(p, "TO") and not _is_between(p):
        return None
    return Range(first, last)


def _is_from_to(p: Parts) -> bool:
    """Tells whether ل stands for إلى between two ends that من opens: من 25 مارس لـ2 أبريل, من الأحد للخميس."""
    link = p["l"].word
    return link is not None and link.fold in ("ل", "لل") and "FROM" in classes_before(p)


def _dates_by_prefix(p: Parts) -> Range | None:
    first, last = p.meaning("a"), p.meaning("b")
    if not _is_from_to(p) or not isinstance(first, Date) or not isinstance(last, Date):
        return None
    return Range(first, last) if _kind(first) == _kind(last) else None


def _day_by_prefix(p: Parts) -> Range | None:
    value, last = day(p["a"]), p.meaning("b")
    if not _is_from_to(p) or not value or not isinstance(last, Date) or last.day is None or last.day == -1:
        return None
    return Range(replace(last, day=value, weekday=None, flags=()), last)


def _clocks_by_prefix(p: Parts) -> Range | None:
    first, last = p.meaning("a"), p.meaning("b")
    if first is None:
        value = number(p["h"], ordinal=True) or number(p["h"])
        first = Clock(value, 0) if value <= _LAST_HOUR else None
    if not _is_from_to(p) or not isinstance(first, Clock) or not isinstance(last, Clock):
        return None
    return Range(first, last)


_LAST_HOUR = 24


def _times(p: Parts) -> Range | None:
    first, last = p.meaning("a"), p.meaning("b")
    if not isinstance(first, Daypart) or not isinstance(last, Daypart) or not _open(p):
        return None
    return None


def _bare_year(p: Parts) -> Date | None:
    return Date(year=number(p["y"]))


def _year_to(p: Parts) -> Range | None:
    first = p.meaning("a")
    if not isinstance(first, Date) or first.year is None or not _open(p) or counted_after(p):
        return None
    return Range(first, Date(calendar=first.calendar, year=number(p["b"])), _joined_by(p, "DASH"))


ATOMS = [
    pattern("centuries", f"CENTURYDU|CENTURYPL a:ORDINAL|DAY (AND | DASH | TO) b:ORDINAL|DAY e:{ERAS}?", _centuries, "DATE PERIOD RANGE",
            ("بين القرنين السابع والتاسع", "0600/0899"), ("القرون 18-16 ق.م", "-1799/-1500")),
    pattern("century-of-two", f"out:CENTURYDU|CENTURYPL a:ORDINAL e:{ERAS}?", _one_century, "DATE CENTURYDATE"),
]  # fmt: skip

LEVEL_DATES = [
    pattern("month-days", "m:MONTH a:DAY DASH b:DAY (COMMA? y:YEAR4)?", _days_then_month, "DATE PERIOD RANGE", ("يوليو 13-15", "2022-07-13/2022-07-15")),
]  # fmt: skip

LEVEL_RANGES = [
    pattern("range", f"a:{_ENDS} {_CLOSE} b:{_ENDS}", _full, "DATE PERIOD RANGE", ("من 28 فبراير إلى 3 مارس 2022", "2022-02-28/2022-03-03"),
            ("من عام 1989 وحتى عام 1997", "1989/1997")),
    pattern("range", f"a:{_ENDS} COMMA {_CLOSE} b:{_ENDS}", _opened, "DATE PERIOD RANGE"),
    pattern("range", f"a:{_ENDS} COMMA AND b:{_ENDS}", _and, "DATE PERIOD RANGE", ("بين 1 مارس، و5 مارس 2023", "2023-03-01/2023-03-05")),
    pattern("range", "MONTHDU a:MONTHDATE AND b:MONTHDATE", _and, "DATE PERIOD RANGE", ("بين شهري مايو ويوليو 2022", "2022-05/2022-07")),
    pattern("range", "DAYDU a:DAYDATE AND b:DAYDATE", _and, "DATE PERIOD RANGE", ("بين يومي 28 مايو و2 يونيو 2022", "2022-05-28/2022-06-02")),
    pattern("range", "YEARDU a:YEAR AND b:YEAR", _and, "DATE PERIOD RANGE", ("بين عامي 1892م و1893م", "1892/1893")),
    pattern("range", f"a:{_ENDS} DASH b:{_ENDS}", _full, "DATE PERIOD RANGE", ("11 ديسمبر 1911 - 30 أغسطس 2006", "1911-12-11/2006-08-30")),
    pattern("range", f"a:{_ENDS} AND b:{_ENDS}", _and, "DATE PERIOD RANGE", ("بين الثلاثاء والأربعاء", "2023-03-14/2023-03-15")),
    pattern("days-of-month", f"DAYDU? (DAYWORD? w:BAREWEEKDAY)? a:{_DAY} (TO | UNTIL | AND UNTIL | AND TO | DASH | AND) b:DAYDATE", _day_to_date, "DATE PERIOD RANGE",
            ("من 19 إلى 22 فبراير 2022", "2022-02-19/2022-02-22"), ("10-11 مايو / أيار عام 2010", "2010-05-10/2010-05-11"),
            ("من الثالث والعشرين وحتى السادس والعشرين من شهر أكتوبر 2013", "2013-10-23/2013-10-26")),
    pattern("years", "(u:YEARDU|YEARPL|UNIT_DU_DEF)? a:YEAR4 (TO | UNTIL | AND UNTIL | AND TO | DASH | SLASH | AND) b:YEAR4|YEAR2|YEAR", _years, "DATE PERIOD RANGE YEARRANGE",
            ("2005–2011", "2005/2011"), ("بين عامي 2015 و2017", "2015/2017"), ("1914-18", "1914/1918")),
    pattern("years", "YEARWORD|YEARDEF a:YEAR4 DASH|SLASH b:YEAR4|YEAR2", _years, "DATE PERIOD RANGE"),
    pattern("era-years", f"(u:YEARDU|YEARPL)? a:YEAR_ANY (TO | UNTIL | AND UNTIL | DASH | AND) b:YEAR_ANY e:{ERAS}", _era_years, "DATE PERIOD RANGE"),
    pattern("era-years", "(u:YEARDU|YEARPL|YEARWORD)? a:YEAR_ANY (TO | UNTIL | AND UNTIL | DASH | AND | SLASH) b:YEAR", _era_tail, "DATE PERIOD RANGE",
            ("بين عامي 490 و479 قبل الميلاد", "-0489/-0478"), ("132 - 656هـ", "0749-08-24/1259-01-04")),
    pattern("year-to-number", f"a:YEAR {_CLOSE} b:YEAR4", _year_to, "DATE PERIOD RANGE", ("من عام 1989 وحتى 1997", "1989/1997")),
    pattern("year-to-number", "a:YEAR DASH b:YEAR4", _year_to, "DATE PERIOD RANGE"),
    pattern("months", "MONTHDU? a:MONTH|HIJRI (TO | UNTIL | AND UNTIL | DASH | AND) b:MONTHDATE", _months, "DATE PERIOD RANGE"),
    pattern("numbered-months", "a:MONTHDATE PREFIX b:MONTHDATE", _numbered_months, "DATE PERIOD RANGE"),
    pattern("clocks", "a:CLOCK|CLOCKDATE (TO | UNTIL | AND UNTIL | AND TO | DASH | AND) b:CLOCK|CLOCKDATE", _clocks, "TIME TIMERANGE",
            ("من الساعة 11 صباحا حتى الساعة 1 ظهرا", "2023-03-15T11:00/2023-03-15T13:00"), ("من 9 صباحا إلى 11 صباحا", "2023-03-15T09:00/2023-03-15T11:00")),
    pattern("range-by-prefix", "a:DAYDATE|WEEKDAYDATE l:PREFIX b:DAYDATE|WEEKDAYDATE", _dates_by_prefix, "DATE PERIOD RANGE",
            ("من 25 مارس لـ2 أبريل 2022", "2022-03-25/2022-04-02")),
    pattern("range-by-prefix", f"a:{_DAY} l:PREFIX b:DAYDATE", _day_by_prefix, "DATE PERIOD RANGE", ("من 25 لـ28 مارس 2022", "2022-03-25/2022-03-28")),
    pattern("clocks-by-prefix", "(a:CLOCK|CLOCKDATE | h:HOUR_WORD|HOURS_DIGITS) l:PREFIX b:CLOCK|CLOCKDATE", _clocks_by_prefix, "TIME TIMERANGE",
            ("من 9 صباحا لـ11 صباحا", "2023-03-15T09:00/2023-03-15T11:00")),
    pattern("bare-year", "y:YEAR4", _bare_year, "DATE BAREYEAR", ("في 2001", "2001"), ("منذ 2011", "2011")),
    pattern("clocks", "h:HOUR_WORD|HOURS_DIGITS (TO | UNTIL | AND UNTIL | DASH) b:CLOCK", _clocks, "TIME TIMERANGE"),
]  # fmt: skip


__all__ = ["ATOMS", "LEVEL_DATES", "LEVEL_RANGES"]
