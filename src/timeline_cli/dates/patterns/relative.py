"""What is seen from the document's date or the story: days, units, weekdays (docs/temporal-expressions.md §6)."""

from __future__ import annotations

from timeline_cli.dates.match import Build, Parts, Pattern, pattern
from timeline_cli.dates.meaning import Anaphor, Date, Deictic, NthWeekday, Point, Relative, SameDayOfYear, SamePeriod
from timeline_cli.dates.patterns.build import ERAS, classes_after, classes_before, era, number, replace, year_in_era

_UNITS = (
    # class of the noun, unit, class of the result, an example with الماضي
    ("YEARDEF", "Y", "RELYEAR", ("العام الماضي", "2022")),
    ("MONTHDEF", "M", "RELMONTH", ("الشهر الماضي", "2023-02")),
    ("WEEKDEF", "W", "RELWEEK", ("الأسبوع الماضي", "2023-W10")),
    ("CENTURY", "100Y", "CENTURYDATE", ("القرن الماضي", "19")),
    ("DECADEDEF", "10Y", "DECADEDATE", ("العقد الماضي", "201")),
)


def _year_beside(p: Parts) -> tuple[int | None, str]:
    if "y" not in p:
        return None, "gregorian"
    calendar, year = year_in_era(number(p["y"]), era(p.get("e")))
    return year, calendar


def _is_able(p: Parts) -> bool:
    """Tells whether an adjective of what can be done stands behind a unit: لمدة العام القابل للتجديد."""
    word, after = p["r"].word, p.after()
    return word is not None and word.fold in ("القابل", "القابله") and after is not None and after.fold[:1] == "ل"


def _shifted(unit: str) -> Build:
    def build(p: Parts) -> Relative | None:
        year, calendar = _year_beside(p)
        if "r" in p:
            offset = p.data("r", "REL")
        elif "f" in p:
            offset = p.data("f", "REL2")
        else:
            offset = -2 if "b" in p else 2 if "a" in p else 0
        word = p["r"].word if "r" in p else None
        if word is not None and ("RELDU" in word.classes or _is_able(p)):
            return None
        return Relative(unit, offset, "dct", year, calendar)

    return build


def _hijri_year(p: Parts) -> Relative:
    return Relative("Y", p.data("r", "REL"), "dct", None, "hijri")


def _this_after(unit: str) -> Build:
    def build(p: Parts) -> Relative | None:
        noun, this = p["n"].word, p["t"].word
        # للاكتتاب العام هذه السنة: هذه points at the noun behind it.
        feminine = noun is not None and noun.fold.endswith("ه")
        if this is not None and this.fold in ("هذا", "هذه") and feminine != (this.fold == "هذه"):
            return None
        return Relative(unit, 0)

    return build


def _story(unit: str, offset: int, anchor: str) -> Build:
    def build(p: Parts) -> Relative | None:
        return Relative(unit, offset, anchor)

    return build


def _modern(p: Parts) -> Relative:
    return Relative("1000Y", 0)


def _unit_patterns(noun: str, unit: str, makes: str, example: tuple[str, str]) -> list[Pattern]:
    made = f"DATE {makes} RELUNIT"
    year = f"(COMMA | LPAR)? y:YEAR4 e:{ERAS}? RPAR?"
    return [
        *([pattern("relative-year-named", f"{noun} r:REL {year}", _shifted(unit), made, ("العام الماضي 2022", "2022")),
           pattern("relative-year-named", f"THIS {noun} {year}", _shifted(unit), made)] if unit == "Y" else []),
        *([pattern("relative-hijri-year", f"{noun} ERA_AH r:REL", _hijri_year, made, ("العام الهجري الماضي", "2021-08-09/2022-07-29"))]
          if unit == "Y" else []),
        *([pattern("relative-unit", f"{noun} ERA_CE r:REL", _shifted(unit), made, ("السنة الميلادية المقبلة", "2024"))]
          if unit == "Y" else []),
        pattern("relative-unit", f"{noun} r:REL", _shifted(unit), made, example),
        pattern("relative-unit", f"{noun} (b:AGO | a:AFTER) REL", _shifted(unit), made),
        pattern("relative-unit", f"{noun} f:REL2", _shifted(unit), made),
        pattern("this-unit", f"THIS {noun}", _shifted(unit), made),
        pattern("this-unit", f"n:{noun} t:THIS", _this_after(unit), made),
        pattern("same-unit", f"{noun} SAME", _story(unit, 0, "ref"), made),
        pattern("same-unit", f"SAMEPRE {noun}", _story(unit, 0, "ref"), made),
        pattern("same-unit", f"THAT {noun}", _story(unit, 0, "ref"), made),
        pattern("next-unit-of-story", f"{noun} RELREF", _story(unit, 1, "either"), made),
        pattern("previous-unit-of-story", f"{noun} RELREFBACK", _story(unit, -1, "either"), made),
    ]  # fmt: skip


def _deictic(p: Parts) -> Deictic | None:
    word = p["k"].word
    if word is not None and word.fold == "اليوم" and not classes_after(p).isdisjoint({"ORDINAL", "LATEST"}):
        return None
    return Deictic(p.data("k", "DEICTIC"))


def _today(p: Parts) -> Deictic:
    return Deictic(0)


def _day_of_story(offset: int) -> Build:
    def build(p: Parts) -> Anaphor:
        return Anaphor("D", offset)

    return build


def _relative_day(p: Parts) -> Deictic:
    return Deictic(p.data("r", "REL"))


def _anaphor(p: Parts) -> Anaphor:
    said = p.data("k", "ANAPHOR")
    return Anaphor("Y" if said == "year" else "D", {"next-day": 1, "day-before": -1}.get(said, 0))


DAYS = [
    pattern("deictic-day", "DAYWORD? k:DEICTIC", _deictic, "DATE DEICTICDATE", ("أمس", "2023-03-14"), ("يوم غد", "2023-03-16"),
            ("أول من أمس", "2023-03-13")),
    pattern("deictic-day", "THIS DAYDEF", _today, "DATE DEICTICDATE", ("هذا اليوم", "2023-03-15")),
    pattern("relative-day", "DAYDEF r:REL", _relative_day, "DATE DEICTICDATE"),
    pattern("same-day-of-story", "DAYDEF SAME", _day_of_story(0), "DATE DAYANAPHOR WEEKDAYDATE"),
    pattern("same-day-of-story", "SAMEPRE DAYDEF", _day_of_story(0), "DATE DAYANAPHOR WEEKDAYDATE"),
    pattern("same-day-of-story", "THAT DAYDEF", _day_of_story(0), "DATE DAYANAPHOR WEEKDAYDATE"),
    pattern("next-day-of-story", "DAYDEF RELREF", _day_of_story(1), "DATE DAYANAPHOR WEEKDAYDATE"),
    pattern("previous-day-of-story", "DAYDEF RELREFBACK", _day_of_story(-1), "DATE DAYANAPHOR WEEKDAYDATE"),
    pattern("day-anaphor", "k:ANAPHOR", _anaphor, "DATE DAYANAPHOR"),
]  # fmt: skip


def _weekday(p: Parts) -> Date | None:
    weekday = p.data("w", "WEEKDAY") or p.data("w", "WEEKDAY_INDEF")
    rel = p.data("r", "REL")
    if "f" in p:
        rel = p.data("f", "REL2")
    elif "b" in p:
        rel = -2
    elif "a" in p:
        rel = 2
    if "h" in p:
        rel = 0
    week = p.meaning("q")
    if week is not None and not isinstance(week, Relative):
        return None
    return Date(weekday=weekday, rel=rel, week_of=week, safe=True)


def _weekday_of_story(p: Parts) -> Date:
    return Date(weekday=p.data("w", "WEEKDAY"), rel=1, month_of=Relative("D", 0, "ref"))


WEEKDAYS = [
    pattern("weekday", "DAYWORD? w:WEEKDAY", _weekday, "DATE WEEKDAYDATE BAREWEEKDAY", ("الثلاثاء", "2023-03-14")),
    pattern("weekday", "DAYWORD w:WEEKDAY_INDEF", _weekday, "DATE WEEKDAYDATE BAREWEEKDAY", ("يوم جمعة", "2023-03-10")),
    pattern("weekday", "DAYWORD LPAR w:WEEKDAY RPAR", _weekday, "DATE WEEKDAYDATE BAREWEEKDAY", ("يوم (الثلاثاء)", "2023-03-14")),
    pattern("weekday-relative", "DAYWORD LPAR w:WEEKDAY RPAR r:REL", _weekday, "DATE WEEKDAYDATE"),
    pattern("weekday-relative", "DAYWORD? w:WEEKDAY r:REL", _weekday, "DATE WEEKDAYDATE", ("الخميس المقبل", "2023-03-16"),
            ("الأربعاء الماضي", "2023-03-08")),
    pattern("weekday-relative", "DAYWORD? w:WEEKDAY f:REL2", _weekday, "DATE WEEKDAYDATE", ("الأحد بعد المقبل", "2023-03-26")),
    pattern("weekday-relative", "DAYWORD? w:WEEKDAY (b:AGO | a:AFTER) REL", _weekday, "DATE WEEKDAYDATE"),
    pattern("weekday-this", "h:THIS w:WEEKDAY", _weekday, "DATE WEEKDAYDATE"),
    pattern("weekday-of-story", "DAYWORD? w:WEEKDAY RELREF", _weekday_of_story, "DATE WEEKDAYDATE"),
    pattern("weekday-of-week", "DAYWORD? w:WEEKDAY OF q:RELWEEK", _weekday, "DATE WEEKDAYDATE", ("الجمعة من الأسبوع الماضي", "2023-03-10")),
    pattern("weekday-of-week", "w:WEEKDAY_INDEF q:RELWEEK", _weekday, "DATE WEEKDAYDATE", ("أحد الأسبوع المقبل", "2023-03-26")),
]  # fmt: skip


def _apposition(p: Parts) -> Deictic | None:
    said, beside = p.meaning("k"), p.meaning("x")
    if not isinstance(said, Deictic) or not isinstance(beside, Date) or said.date is not None:
        return None
    if beside.rel is not None and beside.rel != 0:
        return None
    return Deictic(said.offset, beside)


def _this_very_day(p: Parts) -> Deictic | None:
    """يومه الأحد: today, in notices."""
    beside = p.meaning("x")
    return Deictic(0, beside) if isinstance(beside, Date) and beside.rel is None else None


def _weekday_then_date(p: Parts) -> Date | None:
    """الاثنين المقبل 26 ديسمبر: a weekday with an adjective, and its date."""
    first, second = p.meaning("w"), p.meaning("x")
    if not isinstance(first, Date) or not isinstance(second, Date) or first.month is not None:
        return None
    if first.rel is None or second.weekday is not None or second.day is None:
        return None
    return replace(second, weekday=first.weekday, rel=first.rel if second.year is None else None)


_DAYLIKE = "WEEKDAYDATE|DAYDATE"
APPOSITIONS = [
    pattern("deictic-apposition", f"k:DEICTICDATE COMMA? x:{_DAYLIKE}", _apposition, "DATE DEICTICDATE",
            ("أمس الثلاثاء", "2023-03-14"), ("اليوم الأربعاء 15 مارس/آذار", "2023-03-15")),
    pattern("deictic-apposition-brackets", f"k:DEICTICDATE LPAR x:{_DAYLIKE} RPAR", _apposition, "DATE DEICTICDATE",
            ("اليوم (الأربعاء)", "2023-03-15")),
    pattern("this-very-day", f"HISDAY x:{_DAYLIKE}", _this_very_day, "DATE DEICTICDATE", ("يومه الأربعاء", "2023-03-15")),
    pattern("weekday-apposition", "w:WEEKDAYDATE COMMA? x:DAYDATE", _weekday_then_date, "DATE DAYDATE",
            ("الاثنين المقبل 20 مارس", "2023-03-20")),
]  # fmt: skip


def _nth_weekday(p: Parts) -> NthWeekday | None:
    if "w" in p:
        weekday = p.data("w", "WEEKDAY_INDEF") or p.data("w", "WEEKDAY")
    else:
        inner = p.meaning("v")
        if not isinstance(inner, Date) or inner.weekday is None or inner.rel is not None:
            return None
        weekday = inner.weekday
    nth = -1 if "l" in p else number(p["o"], ordinal=True)
    return NthWeekday(weekday, nth, p.meaning("x")) if -1 <= nth <= 5 and nth else None


NTH_WEEKDAYS = [
    pattern("nth-weekday", "(l:ENDWORD | o:ORDINAL) (w:WEEKDAY_INDEF | v:BAREWEEKDAY) (OF | IN)? x:MONTHDATE|RELMONTH|YEAR|RELYEAR",
            _nth_weekday, "DATE DAYDATE", ("أول ثلاثاء من أكتوبر 2013", "2013-10-01")),
    pattern("nth-weekday", "v:BAREWEEKDAY (l:LAST|LASTPL|LATEST | o:ORDINAL) (OF | IN) x:MONTHDATE|RELMONTH|YEAR|RELYEAR",
            _nth_weekday, "DATE DAYDATE", ("الجمعة الأخيرة من مارس 2023", "2023-03-31")),
]  # fmt: skip


def _same_period(p: Parts) -> SamePeriod | None:
    units = {"MONTHDEF": "M", "QUARTER": "Q", "HALF": "H", "WEEKDEF": "W"}
    unit = ""
    if "u" in p and p["u"].word is not None:
        unit = next((units[cls] for cls in p["u"].word.classes if cls in units), "")
    return SamePeriod(p.meaning("x") or Date(year=number(p["x"])), unit)


def _same_day_of_year(p: Parts) -> SameDayOfYear | None:
    if "k" in p and p.meaning("k") != Deictic(0):
        return None
    return SameDayOfYear(p.meaning("x"))


_SAME_NOUN = "u:PERIODWORD|MONTHDEF|QUARTER|HALF|WEEKDEF"
SAME_PERIODS = [
    pattern("same-period", f"SAMEPRE {_SAME_NOUN} (OF | IN | PREFIX)? x:RELYEAR|YEAR|YEAR4", _same_period, "DATE PERIOD"),
    pattern("same-period", f"{_SAME_NOUN} (SAME | CORRESPONDING) (OF | IN | PREFIX)? x:RELYEAR|YEAR|YEAR4", _same_period, "DATE PERIOD"),
    pattern("same-period", "(THIS | THAT) u:PERIODWORD (OF | IN | PREFIX)? x:RELYEAR|YEAR", _same_period, "DATE PERIOD"),
    pattern("same-unit-of-year", "q:RELMONTH|RELWEEK (OF | PREFIX) x:RELYEAR|YEAR", lambda p: _same_unit(p), "DATE PERIOD"),
    pattern("same-day-of-year", "out:LIKE k:DEICTICDATE OF? x:YEAR|RELYEAR", _same_day_of_year, "DATE DAYDATE",
            ("مثل هذا اليوم من عام 1990", "1990-03-15")),
    pattern("same-day-of-year", "INTHIS OF? x:YEAR|RELYEAR", _same_day_of_year, "DATE DAYDATE"),
]  # fmt: skip


def _same_unit(p: Parts) -> SamePeriod | None:
    unit = p.meaning("q")
    if not isinstance(unit, Relative) or unit.anchor != "ref" or unit.offset:
        return None
    return SamePeriod(p.meaning("x"), unit.unit)


ATOMS = [p for row in _UNITS for p in _unit_patterns(*row)]
LEVEL_DATES = [*DAYS, *WEEKDAYS]
LEVEL_PARTS = [*APPOSITIONS, *NTH_WEEKDAYS, *SAME_PERIODS]

__all__ = ["ATOMS", "LEVEL_DATES", "LEVEL_PARTS", "Point", "classes_after", "classes_before"]
