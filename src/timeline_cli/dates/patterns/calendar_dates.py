"""Calendar dates with month names: pairs, days, months and years (docs/temporal-expressions.md §2, §3.2–§3.8)."""

from __future__ import annotations

from timeline_cli.dates.fold import fold
from timeline_cli.dates.match import Parts, pattern
from timeline_cli.dates.meaning import Date, Range
from timeline_cli.dates.patterns.build import (
    ERAS,
    HIJRI_END,
    classes_before,
    counted_after,
    day,
    era,
    hijri_year,
    month,
    month_flags,
    number,
    replace,
    with_year,
    year_in_era,
)
from timeline_cli.dates.words import Word, guard_words
from timeline_cli.model import Flag

DAYS = "DAY|DAY_ORDINAL|DAY_CARDINAL|FIRSTDAY|LASTDAY"
LINK = "(OF? MONTHWORD? | SLASH | DASH)"


# --- month pairs -----------------------------------------------------------------------------------------------------


def _pair(p: Parts) -> Date | None:
    first, second = month(p["m"]), month(p["n"])
    if first.month == second.month:
        return Date(month=first.month)
    if first.system != second.system and "s" in p and (first.month - second.month) % 12 in (1, 11):
        if {first.system, second.system} <= {"arabic", "egyptian", "moroccan", "maghrebi", "mauritanian"}:
            return None
        return Date(month=first.month, flags=(Flag("month-pair-conflict", f"{first.month}/{second.month}"),))
    return None


def _abbreviated(p: Parts) -> Date:
    return Date(month=month(p["m"]).month)


def _stem_pair(p: Parts) -> Date | None:
    return Date(month=month(p["m"]).month, flags=(Flag("low-confidence", "incomplete month name"),))


MONTH_PAIRS = [
    pattern("month-triple", "m:MONTH SLASH n:MONTH SLASH MONTH", _pair, "MONTH", ("أيار/مايو/ماي 2019", "2019-05")),
    pattern("month-pair", "m:MONTH (s:SLASH | DASH | COMMA | EQUALS | OR)? n:MONTH", _pair, "MONTH",
            ("يوليو/ تموز 1944", "1944-07"), ("تموز - يوليو 2015", "2015-07")),
    pattern("month-pair-brackets", "m:MONTH LPAR n:MONTH RPAR", _pair, "MONTH", ("أيلول (سبتمبر) 2015", "2015-09")),
    pattern("month-pair-incomplete", "m:MONTH SLASH MONTHSTEM", _stem_pair, "MONTH", ("يناير/كانون 2015", "2015-01")),
    pattern("month-pair-incomplete", "MONTHSTEM SLASH m:MONTH", _stem_pair, "MONTH"),
]  # fmt: skip


# --- years -----------------------------------------------------------------------------------------------------------


def _marked_year(p: Parts) -> Date | None:
    value = number(p["y"])
    era_class = era(p.get("e"))
    calendar, year = year_in_era(value, era_class)
    flags = (Flag("era"),) if era_class else ()
    word = p["y"].word
    assert word is not None
    if not era_class and value < 100:
        if ("YEAR2" not in word.classes and "YEAR2_WORDS" not in word.classes) or p.starts_with("YEARDEF"):
            return None
        return Date(year=value, two_digits=True)
    if not era_class and value < 300 and word.classes.isdisjoint({"YEAR3", "YEAR_SMALL_WORDS"}):
        return None
    return Date(calendar=calendar, year=year, flags=flags)


_LAST_HOUR = 24
_OPENS_YEAR = frozenset({"IN", "SINCE", "UNTIL", "TO", "FROM", "BETWEEN", "DASH", "SLASH", "AND"})


def _year_with_era(p: Parts) -> Date | None:
    value, era_class = number(p["y"]), era(p["e"])
    if value < 100 and "SLASH" in classes_before(p) and p["y"].start == p["y"].end - 2:
        return None  # 1436/12/20هـ
    if value <= _LAST_HOUR and "DASH" in classes_before(p) and "AMPM" in classes_before(p, 2):
        return None  # 6 م - 10 م
    if era_class == "ERA_CE" and p["e"].word is not None and "AMPM" in p["e"].word.classes:
        touching = p["y"].end == p["e"].start
        around = classes_before(p)
        licensed = not around.isdisjoint({"IN", "SINCE", "UNTIL", "TO", "FROM", "LPAR", "SLASH", "DASH", "SAMEDAY", "OF", "AGO",
                                          "AFTER", "BETWEEN", "AND", "PREFIX", "COMMA", "ERA_AH", "EQUALS", "OTHERMONTH", "MONTH", "HIJRI"})  # fmt: skip
        if value < 500 and around.isdisjoint({"DASH", "SLASH", "ERA_AH", "MONTH", "OTHERMONTH"}):
            return None
        if _is_metres(p):
            return None
        if not (licensed or (touching and value >= 1000)) or "DIGIT" in around:
            return None
    elif era_class == "ERA_CE" and value < 100 and classes_before(p).isdisjoint(_OPENS_YEAR):
        return None  # شهر 6 ميلادي
    calendar, year = year_in_era(value, era_class)
    return Date(calendar=calendar, year=year, flags=(Flag("era"),))


def _is_metres(p: Parts) -> bool:
    """Tells whether م behind a number is metres: بطول 1300م, مساحة 1500م2."""
    start, end = p.items[0].start, p.items[-1].end
    near = fold(p.text[max(0, start - 40) : start]).split()
    return p.text[end : end + 1] in ("2", "3", "²", "٢") or not guard_words("METRECUE").isdisjoint(near)


def _libyan_birth(p: Parts) -> Date:
    return Date(calendar="libyan", year=number(p["y"]), flags=(Flag("era"),))


YEARS = [
    pattern("year", f"YEARWORD|YEARDEF y:YEAR_ANY|YEAR_WORDS|YEAR2_WORDS|YEAR_SMALL_WORDS e:{ERAS}?", _marked_year,
            "YEAR DATE", ("عام 2015", "2015"), ("سنة 1810 م", "1810"), ("عام ألف وتسعمئة وخمسة وأربعين", "1945"),
            ("سنة 44 ق.م", "-0043"), ("عام 1444هـ", "2022-07-30/2023-07-18")),
    pattern("year-short", "YEARWORD ARTICLE y:YEAR2", _marked_year, "YEAR DATE", ("عام الـ82", "1982")),
    pattern("year-ordinal", "YEARDEF y:ORDINAL e:ERA_AH|ERA_BC|ERA_CE", _marked_year, "YEAR DATE",
            ("السنة الثانية للهجرة", "0623-07-08/0624-06-26")),
    pattern("beyond-year", "BEYOND y:YEAR4", lambda p: Date(year=number(p["y"])), "YEAR DATE BEYONDDATE", ("ما بعد 2003", "2003")),
    pattern("year-era", f"y:YEAR_ANY e:{ERAS}", _year_with_era, "YEAR DATE",
            ("2000 ق.م", "-1999"), ("728هـ", "1327-11-25/1328-11-12")),
]  # fmt: skip


# --- days and months -------------------------------------------------------------------------------------------------


def _named(p: Parts) -> Date | None:
    """Reads weekday, day, month and tail."""
    name = month(p["m"])
    of_month = day(p.get("d")) or None
    if "d" in p and (of_month is None or _ordinal_of_another(p)):
        return None
    if name.calendar == "hijri" and name.month == 2 and "y" not in p and _is_score(p):
        return None
    date = Date(
        calendar=name.calendar,
        month=name.month,
        day=of_month,
        weekday=p.data("w", "WEEKDAY") or p.data("w", "WEEKDAY_INDEF"),
        needs_context=name.needs_context,
        safe=not name.needs_context or "d" in p or "u" in p,
        flags=month_flags(p["m"]),
    )
    return with_year(date, p.get("y"), p.data("r", "REL"))


def _is_score(p: Parts) -> bool:
    """Tells whether صفر is the nil of a result: فاز 1-صفر."""
    return any(item.word is not None and not item.word.classes.isdisjoint({"DASH", "SLASH"}) for item in p.items)


_COUNTABLE = frozenset(
    {"HALF", "QUARTER", "WEEKDEF", "THIRD", "TERM", "CENTURY", "DECADEDEF", "DAYDEF", "MONTHDEF", "UNIT_DEF", "WEEKDAY"}
)


def _ordinal_of_another(p: Parts) -> bool:
    """Tells whether the ordinal counts the noun before it: الأسبوع الأول من أكتوبر."""
    word = p["d"].word
    return (
        word is not None
        and "ORDINAL" in word.classes
        and p.start == p.index("d")
        and not classes_before(p).isdisjoint(_COUNTABLE)
    )


def _with_bare_year(p: Parts) -> Date | None:
    date = _named(p)
    if date is None:
        return None
    value = number(p["y"])
    if date.calendar == "hijri" and date.month and value >= HIJRI_END and ("e" not in p or era(p["e"]) == "ERA_CE"):
        return replace(date, year=hijri_year(value, date.month))
    if "e" in p:
        calendar, year = year_in_era(value, era(p["e"]), date.calendar)
        if calendar != date.calendar and not (date.calendar == "gregorian" and calendar == "libyan"):
            return None
        date = replace(date, year=year, calendar=calendar)
    bare = date.calendar == "gregorian" and p["y"].word is not None and "YEAR4" in p["y"].word.classes
    return None if bare and counted_after(p, listed=True) else date


_LAST_DAY = 31


def _two_digit_year(p: Parts) -> Date | None:
    """أيار 48, حزيران الـ67: not the number of what follows, nor a day of the month."""
    after = p.after()
    if after is not None and ("DASH" in after.classes or counted_after(p) or _is_share(p)):
        return None
    if after is not None and not after.classes and (number(p["z"]) <= _LAST_DAY or _may_be_counted(after)):
        return None
    date = _named(p)
    return None if date is None else replace(date, year=number(p["z"]), two_digits=True, safe=True)


def _may_be_counted(word: Word) -> bool:
    from timeline_cli.dates.guards.around import is_indefinite_noun

    form = word.fold
    verb = form.endswith(("نا", "وا", "ها", "هم")) or (form.endswith("ت") and not form.endswith("ات"))
    return not form.isalpha() or (is_indefinite_noun(word) and not verb)


def _is_share(p: Parts) -> bool:
    """Tells whether the number before is a percentage: في المئة, %."""
    after, second = p.after(), p.after(2)
    if after is None or "IN" not in after.classes:
        return False
    return second is not None and second.fold in ("المئه", "المائه", "الالف")


def _middle(p: Parts) -> Date | None:
    """النصف من شعبان is the 15th of a Hijri month."""
    date = _named(p)
    word = p["h"].word
    return None if date is None or word is None or word.fold != "النصف" else replace(date, day=15, safe=True)


def _latin(p: Parts) -> Date | None:
    word = p["m"].word
    date = _named(p)
    if word is None or not word.fold.isascii() or date is None or "y" not in p:
        return None
    return replace(date, year=number(p["y"])) if "YEAR4" in (p["y"].word.classes if p["y"].word else ()) else None


def _hijri_small_year(p: Parts) -> Date | None:
    date = _named(p)
    return None if date is None else replace(date, year=number(p["z"]))


def _bare_month(p: Parts) -> Date | None:
    date = _named(p)
    if date is None or not (month(p["m"]).bare or "u" in p):
        return None
    return replace(date, safe="u" in p or not date.needs_context)


def _stray_stop(p: Parts) -> Date | None:
    """آذار/مارس .2011: a full stop that has slipped before the year."""
    stop = p["o"]
    if stop.end != p["y"].start or p.text[stop.start - 1 : stop.start] != " ":
        return None
    return _named(p)


def _month_first(p: Parts) -> Date | None:
    """مايو 29, March 15, 2023: not where the number counts what follows or begins a range."""
    after = p.after()
    if (
        p.text[p.items[-1].end : p.items[-1].end + 1] in (",", ".", "٫", "٬")
        and p.text[p.items[-1].end + 1 :][:1].isdigit()
    ):
        return None  # يوليو 2,023.33 مليار
    if "y" not in p and _is_share(p):
        return None  # ارتفعت في أيار 12 في المئة
    if "y" not in p and after is not None:
        counts = not after.classes.isdisjoint(
            {"UNIT_PL", "UNIT_ACC", "UNIT", "COLON", "SLASH", "DECIMAL", "MONTH", "HIJRI"}
        )
        if counts or not after.classes or "DASH" in after.classes:
            return None
    return _named(p)


def _two_months(p: Parts) -> Range | None:
    first, second = month(p["m"]), month(p["n"])
    if first.month == second.month or first.calendar != second.calendar:
        return None
    date = with_year(Date(calendar=second.calendar, month=second.month, safe=False), p.get("y"), p.data("r", "REL"))
    return None if date is None else Range(Date(calendar=first.calendar, month=first.month, safe=False), date)


_MONTH = "m:MONTH|HIJRI"
_YEAR_TAIL = "(COMMA OF? | SLASH | DASH | OF | PREFIX)? y:YEAR"
_YEAR4_TAIL = f"(COMMA | SLASH | DASH | OF)? y:YEAR4 e:{ERAS}?"
_REL_TAIL = "(r:REL | (OF | PREFIX)? y:RELYEAR)"
_WEEKDAY = "(DAYWORD? w:WEEKDAY (COMMA | SAMEDAY | ARTICLE)? | DAYWORD w2:WEEKDAY_INDEF)?"

DATES = [
    pattern("day-month-year", f"{_WEEKDAY} DAYWORD? d:{DAYS} {LINK} {_MONTH} {_YEAR_TAIL}", _named, "DATE DAYDATE FULLDATE",
            ("8 أكتوبر / تشرين الأول عام 1980", "1980-10-08"), ("الحادي والعشرين من نيسان سنة سبع وستين", "1967-04-21"),
            ("1 تشرين الأول 331 ق.م", "-0330-10-01"), ("23 شعبان 1444هـ", "2023-03-15")),
    pattern("day-month-year", f"{_WEEKDAY} DAYWORD? d:{DAYS} {LINK} {_MONTH} {_YEAR4_TAIL}", _with_bare_year,
            "DATE DAYDATE FULLDATE", ("15 مارس 2023", "2023-03-15"), ("24-مايو-2015", "2015-05-24"),
            ("الأربعاء 8 مارس 2023", "2023-03-08"), ("5 صفر 1390هـ", "1970-04-12")),
    pattern("day-month-year-brackets", f"d:{DAYS} {LINK} m:MONTH y:YEAR|YEAR4 LPAR MONTH RPAR", _named,
            "DATE DAYDATE FULLDATE", ("30 نوفمبر 2015 (تشرين الثاني)", "2015-11-30")),
    pattern("month-year-brackets", "m:MONTH y:YEAR|YEAR4 LPAR MONTH RPAR", _named, "DATE MONTHDATE",
            ("نوفمبر 2015 (تشرين الثاني)", "2015-11")),
    pattern("day-month-relative", f"{_WEEKDAY} DAYWORD? d:{DAYS} {LINK} {_MONTH} {_REL_TAIL}", _named,
            "DATE DAYDATE", ("5 مارس الماضي", "2023-03-05"), ("17 تشرين الأول من العام الماضي", "2022-10-17")),
    pattern("day-month-short-year", f"{_WEEKDAY} d:{DAYS} {LINK} {_MONTH} ARTICLE? z:YEAR2", _two_digit_year,
            "DATE DAYDATE FULLDATE", ("5 حزيران 67", "1967-06-05")),
    pattern("day-month", f"{_WEEKDAY} DAYWORD? d:{DAYS} {LINK} {_MONTH}", _named, "DATE DAYDATE",
            ("الثلاثاء 14 مارس", "2023-03-14"), ("فاتح أكتوبر", "2022-10-01")),
    pattern("mid-month", "h:HALF OF MONTHWORD? m:HIJRI (OF? y:YEAR | y:YEAR4 | OF? y:RELYEAR | r:REL)?", _middle, "DATE DAYDATE",
            ("النصف من شعبان 1444", "2023-03-07")),
    pattern("latin-weekday-date", "WEEKDAY_LATIN COMMA? d:DAY TH? m:MONTH DOT? y:YEAR4|YEAR2?", _latin, "DATE DAYDATE FULLDATE",
            ("Tue, 14 March 2023", "2023-03-14")),
    pattern("latin-date", "d:DAY TH? m:MONTH DOT y:YEAR4", _latin, "DATE DAYDATE FULLDATE", ("20 sept. 2022", "2022-09-20")),
    pattern("weekday-brackets-date", f"DAYWORD? w:WEEKDAY LPAR d:{DAYS} OF? {_MONTH} y:YEAR|YEAR4? RPAR", _named,
            "DATE DAYDATE", ("الثلاثاء (14 مارس)", "2023-03-14")),
    pattern("day-abbreviated-month", f"{_WEEKDAY} d:DAY m:MONTHABBR", _named, "DATE DAYDATE", ("السبت 3 ت2", "2018-11-03")),
    pattern("day-abbreviated-month", f"{_WEEKDAY} d:DAY m:MONTHABBR|HIJRIABBR y:YEAR|YEAR4", _named, "DATE DAYDATE FULLDATE",
            ("15 ت2 2020", "2020-11-15")),
    pattern("day-hijri-month-small-year", f"d:{DAYS} {LINK} m:HIJRI OF? YEARWORD|YEARDEF z:CARDINAL|ORDINAL", _hijri_small_year,
            "DATE DAYDATE FULLDATE", ("العشرين من رمضان سنة ثمان", "0630-01-14")),
    pattern("hijri-month-small-year", "u:MONTHWORD? m:HIJRI OF? YEARWORD|YEARDEF z:CARDINAL|ORDINAL", _hijri_small_year,
            "DATE MONTHDATE", ("رمضان سنة عشر", "0631-12-04/0632-01-02")),
    pattern("month-day-year", f"{_WEEKDAY} m:MONTH d:DAY TH? COMMA? y:YEAR4|YEAR", _month_first, "DATE DAYDATE FULLDATE",
            ("March 15, 2023", "2023-03-15")),
    pattern("month-day", f"{_WEEKDAY} m:MONTH d:DAY", _month_first, "DATE DAYDATE", ("مايو 29", "2023-05-29")),
    pattern("month-year", f"u:MONTHWORD? {_MONTH} {_YEAR_TAIL}", _named, "DATE MONTHDATE",
            ("مارس / آذار عام 2011", "2011-03"), ("أغسطس من عام 1966", "1966-08"), ("رجب 1440هـ", "2019-03-08/2019-04-05")),
    pattern("month-year", f"u:MONTHWORD? {_MONTH} {_YEAR4_TAIL}", _with_bare_year, "DATE MONTHDATE",
            ("مايو 2011", "2011-05"), ("رمضان 1430", "2009-08-22/2009-09-19")),
    pattern("month-stray-stop-year", f"(DAYWORD? d:{DAYS} {LINK})? {_MONTH} o:DOT y:YEAR4", _stray_stop, "DATE MONTHDATE", ("آذار/مارس .2011", "2011-03")),
    pattern("month-relative", f"u:MONTHWORD? {_MONTH} {_REL_TAIL}", _named, "DATE MONTHDATE",
            ("مارس الماضي", "2022-03"), ("يونية من العام الماضي", "2022-06")),
    pattern("month-short-year", f"u:MONTHWORD? {_MONTH} ARTICLE? z:YEAR2", _two_digit_year, "DATE MONTHDATE", ("أيار 48", "1948-05"),
            ("حزيران الـ67", "1967-06")),
    pattern("month", f"u:MONTHWORD? {_MONTH}", _bare_month, "DATE MONTHDATE BAREMONTH", ("شهر شباط", "2023-02")),
    pattern("two-months", "u:MONTHWORD? m:MONTH|HIJRI SLASH n:MONTH|HIJRI y:YEAR|YEAR4", _two_months, "DATE PERIOD",
            ("مارس/أبريل 2021", "2021-03/2021-04")),
]  # fmt: skip


# --- other calendars -------------------------------------------------------------------------------------------------


def _other_calendar(p: Parts) -> Date | None:
    """Reads a month of a calendar that needs its era, or a Libyan month with its year."""
    word = p["m"].word
    assert word is not None
    said = p.meaning("y")
    if not isinstance(said, Date) or said.year is None:
        return None
    year, wanted = said.year, said.calendar
    for name in word.data.get("OTHERMONTH", ()):
        # ش stands for both the Coptic and the solar Hijri era: the month decides.
        if (name.calendar == wanted and wanted != "gregorian") or (name.calendar == "coptic" and wanted == "persian"):
            return _dated(p, name.calendar, name.month, year)
        if name.system == "libyan" and wanted in ("libyan", "gregorian"):
            return _dated(p, wanted, name.month, year)
    return None


def _dated(p: Parts, calendar: str, number_of_month: int, year: int) -> Date:
    return Date(
        calendar=calendar, month=number_of_month, day=day(p.get("d")) or None, year=year, weekday=p.data("w", "WEEKDAY")
    )


def _libyan_lunar(p: Parts) -> Date | None:
    said = p.meaning("y")
    if not isinstance(said, Date) or said.calendar != "libyan" or said.year is None:
        return None
    return Date(calendar="hijri", month=month(p["m"]).month, day=day(p["d"]), year=said.year + 11)


OTHER_CALENDARS = [
    pattern("other-calendar-date", f"{_WEEKDAY} d:{DAYS} OF? MONTHWORD? m:OTHERMONTH OF? y:YEAR",
            _other_calendar, "DATE DAYDATE FULLDATE", ("11 طوبة 1739 للشهداء", "2023-01-19"),
            ("31 مارت 1325 رومي", "1909-04-13"), ("22 بهمن 1357 هـ.ش", "1979-02-11"), ("13 هانيبال 1385 و.ر", "2017-08-13")),
    pattern("other-calendar-month", "MONTHWORD? m:OTHERMONTH OF? y:YEAR", _other_calendar, "DATE MONTHDATE"),
    pattern("libyan-lunar-date", f"d:{DAYS} OF? m:HIJRI y:YEAR", _libyan_lunar, "DATE DAYDATE FULLDATE",
            ("25 رجب 1398 و.ر", "1989-03-03")),
]  # fmt: skip


ATOMS = [*MONTH_PAIRS, *YEARS]
LEVEL_DATES = [*DATES, *OTHER_CALENDARS]
