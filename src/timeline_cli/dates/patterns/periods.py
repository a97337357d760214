"""Parts and groups of years: halves, quarters, weeks of a month, seasons, decades, centuries, two-year names, and
early, mid and late (docs/temporal-expressions.md §4.3–§4.6)."""

from __future__ import annotations

from timeline_cli.dates.fold import fold
from timeline_cli.dates.match import Build, Parts, pattern
from timeline_cli.dates.meaning import Amount, Century, Date, Decade, Meaning, Modified, Part, Relative, Season, Years
from timeline_cli.dates.patterns.build import (
    ERAS,
    classes_after,
    classes_before,
    counted_after,
    day,
    era,
    number,
    year_in_era,
)

WHOLE = "YEAR|RELYEAR|MONTHDATE|RELMONTH|CENTURYDATE|DECADEDATE|YEAR4|ACADEMICDATE"
_LINK = "(OF | PREFIX | IN)?"


def whole(p: Parts, name: str = "x") -> Meaning | None:
    """Returns the period that a part names; a bare number is a year."""
    item = p.get(name)
    if item is None:
        return None
    return item.meaning if item.meaning is not None else Date(year=number(item))


# --- centuries, decades, millennia -----------------------------------------------------------------------------------


def _century(p: Parts) -> Century | None:
    value = number(p["n"], ordinal=True) or number(p["n"])
    if not 1 <= value <= 31:
        return None
    calendar, _ = year_in_era(1, era(p.get("e")))
    return Century(value, calendar, era(p.get("e")) in ("ERA_BC", "ERA_BH"))


def _millennium(p: Parts) -> Century | None:
    value = number(p["n"], ordinal=True)
    calendar, _ = year_in_era(1, era(p.get("e")))
    return Century(value, calendar, era(p.get("e")) in ("ERA_BC", "ERA_BH"), 1000) if 1 <= value <= 10 else None


def _decade(p: Parts) -> Decade | None:
    after, second = p.after(), p.after(2)
    if after is not None and "OF" in after.classes and second is not None and second.fold.startswith("عمر"):
        return None
    before = p.before()
    if before is not None and before.fold.startswith("عمر"):
        return None
    hijri = "e" in p and era(p["e"]) == "ERA_AH"
    return Decade(int(p.data("d", "DECADES")), p.meaning("c"), "hijri" if hijri else "gregorian")


def _decade_of_century(p: Parts) -> Decade | Part | None:
    if "l" in p:
        return Decade(9, p.meaning("c"))
    value = number(p["o"], ordinal=True)
    return Decade(value - 1, p.meaning("c")) if 1 <= value <= 10 else None


DECADES = [
    pattern("decade-of-century", "d:DECADES OF? c:CENTURYDATE", _decade, "DATE DECADEDATE", ("ستينيات القرن التاسع عشر", "186"),
            ("ثمانينيات القرن الماضي", "198")),
    pattern("decade", "d:DECADES e:ERA_CE|ERA_AH?", _decade, "DATE DECADEDATE", ("التسعينيات", "199"),
            ("الثمانينيات الهجرية", "1960-06-25/1970-03-08")),
    pattern("decade-of-hijri-century", "d:DECADES OF? CENTURY e:ERA_AH REL?", _decade, "DATE DECADEDATE",
            ("ثمانينيات القرن الهجري الماضي", "1960-06-25/1970-03-08")),
    pattern("nth-decade", "DECADEDEF (o:ORDINAL | l:LAST|LATEST|LASTPL) (OF | IN) c:CENTURYDATE", _decade_of_century, "DATE DECADEDATE",
            ("العقد الأول من القرن الحادي والعشرين", "200"), ("العقد الأخير من القرن العشرين", "199")),
]  # fmt: skip


# --- seasons and two-year names --------------------------------------------------------------------------------------


def _season(p: Parts) -> Season | None:
    cls = "SEASON" if "s" in p and p["s"].word is not None and "SEASON" in p["s"].word.classes else "SEASON_DEF"
    code = p.data("s", cls)
    said = p.meaning("y")
    if isinstance(said, Relative):
        return Season(code, year_of=said)
    if isinstance(said, Date):
        return Season(code, year=said.year, two_digits=said.two_digits) if said.calendar == "gregorian" else None
    if "y" in p:
        word = p["y"].word
        two = word is not None and ("YEAR2" in word.classes)
        if two and counted_after(p):
            return None
        return Season(code, year=number(p["y"]), two_digits=two)
    return Season(code, rel=p.data("r", "REL") if "r" in p else 0)


def _bare_season(p: Parts) -> Season | None:
    return Season(p.data("s", "SEASON_DEF"))


def _two_years(p: Parts) -> Years | None:
    first, second = number(p["y"]), number(p["z"])
    word = p["z"].word
    if word is not None and "YEAR2" in word.classes:
        second += first - first % 100
    if second < first:
        first, second = second, first
    calendar, _ = year_in_era(first, era(p.get("e")))
    if second - first > 3:
        return None
    return Years(first, second, calendar)


def _one_year(p: Parts) -> Meaning | None:
    said = p.meaning("y")
    if said is not None:
        return said  # type: ignore[no-any-return]
    calendar, year = year_in_era(number(p["y"]), era(p.get("e")))
    return Years(year, year, calendar)


def _academic_relative(p: Parts) -> Relative | None:
    if "s" in p:
        return Relative("Y", 0)
    return Relative("Y", p.data("r", "REL"))


ATOMS = [
    pattern("century", f"CENTURY ARTICLE? n:ORDINAL|DAY|DAY_ORDINAL e:{ERAS}?", _century, "DATE CENTURYDATE",
            ("القرن التاسع عشر", "18"), ("القرن الـ21", "20"), ("القرن الثالث قبل الميلاد", "-0299/-0200"),
            ("القرن الرابع الهجري", "0913-08-12/1010-08-20")),
    pattern("millennium", f"MILLENNIUM n:ORDINAL e:{ERAS}?", _millennium, "DATE CENTURYDATE", ("الألفية الثالثة", "2000/2999"),
            ("الألف الثاني قبل الميلاد", "-1999/-1000")),
    pattern("two-years", f"ACADEMIC|SEASONWORD|YEARDEF|YEARWORD REL? (PREFIX? YEARWORD)? y:YEAR4 SLASH|DASH z:YEAR4|YEAR2 e:{ERAS}?", _two_years, "DATE ACADEMICDATE",
            ("موسم 2021/2022", "2021/2022"), ("العام الدراسي 2022-2023", "2022/2023"),
            ("العام الدراسي القادم 1436/1437هـ", "2014-10-25/2016-10-01"), ("العام الحالي 1435/1436هـ", "2013-11-04/2015-10-13")),
]  # fmt: skip

SEASONS = [
    pattern("season-years", "s:SEASON|SEASON_DEF y:YEAR4 SLASH|DASH YEAR4|YEAR2", _season, "DATE SEASONDATE", ("شتاء 2021-2022", "2021-WI")),
    pattern("season-year", "s:SEASON|SEASON_DEF OF? y:YEAR|YEAR4|RELYEAR", _season, "DATE SEASONDATE", ("صيف 2006", "2006-SU"),
            ("ربيع عام 2011", "2011-SP"), ("صيف العام المقبل", "2024-SU")),
    pattern("season-short-year", "s:SEASON ARTICLE? y:YEAR2", _season, "DATE SEASONDATE", ("صيف 82", "1982-SU"),
            ("شتاء الـ91", "1991-WI")),
    pattern("season-relative", "s:SEASON_DEF r:REL", _season, "DATE SEASONDATE", ("الصيف الماضي", "2022-SU")),
    pattern("season-this", "THIS s:SEASON_DEF", _season, "DATE SEASONDATE"),
    pattern("academic-year", f"ACADEMIC REL? y:YEAR4|YEAR e:{ERAS}?", _one_year, "DATE ACADEMICDATE", ("السنة المالية 2023", "2023")),
    pattern("academic-relative", "ACADEMIC r:REL", _academic_relative, "DATE ACADEMICDATE RELYEAR", ("العام الدراسي المقبل", "2024")),
    pattern("academic-relative", "s:THIS ACADEMIC", _academic_relative, "DATE ACADEMICDATE RELYEAR"),
]  # fmt: skip


# --- parts of a period -----------------------------------------------------------------------------------------------


def _part(kind: str) -> Build:
    def build(p: Parts) -> Part | None:
        index = _which(p)
        if kind == "quarter" and _is_school_term(p):
            return None
        limit = {"half": 2, "quarter": 4, "third": 3, "ten": 3, "week": 53, "day": 366, "month": 12}[kind]
        if not (index == -1 or 1 <= index <= limit):
            return None
        return Part(kind, index, whole(p))

    return build


def _is_school_term(p: Parts) -> bool:
    """Tells whether فصل is a term of a school year, which is no quarter (ruling 16)."""
    noun, year = p.items[0].word, p.get("x")
    if noun is None or "TERM" not in noun.classes or year is None or year.pattern is None:
        return False
    return "ACADEMICDATE" in year.pattern.makes and "مالي" not in fold(p.text[year.start : year.end])


def _which(p: Parts) -> int:
    """Returns the number of a part: -1 for the last one, 2 for the middle of three."""
    if "m" in p:
        return 2
    return -1 if "l" in p else number(p["o"], ordinal=True) or number(p["o"])


def _ten(p: Parts) -> Part | None:
    word = p["o"].word
    assert word is not None
    index = {"الاوايل": 1, "الاوائل": 1, "الاول": 1, "الاولي": 1, "الاواسط": 2, "الوسطي": 2}.get(word.fold, 3)
    return Part("ten", index, whole(p))


def _first_units(p: Parts) -> Part | None:
    amount = p.meaning("a")
    if isinstance(amount, Amount):
        if amount.parts[0][0] is None:
            return None
        count, unit = int(amount.parts[0][0]), amount.parts[0][1]
    else:
        count, unit = number(p["n"]), p.data("u", "UNIT_PL_DEF")
    return Part("last" if "l" in p else "first", count, whole(p), unit)


def _part_of_this(p: Parts) -> Part | None:
    noun, unit = p.items[0].word, p["u"].word
    index = -1 if "l" in p else number(p["o"], ordinal=True)
    if noun is None or unit is None:
        return None
    kind = "half" if "HALF" in noun.classes else "quarter"
    if index > (2 if kind == "half" else 4) or (kind == "quarter" and "MONTHDEF" in unit.classes):
        return None
    return Part(kind, index, Relative("M" if "MONTHDEF" in unit.classes else "Y", 0))


def _edge_day(p: Parts) -> Part | None:
    index = -1 if "l" in p else number(p["o"], ordinal=True)
    return Part("day", index, whole(p)) if index == -1 or 1 <= index <= 366 else None


def _unit_of_mod(p: Parts) -> Modified | None:
    units = {"YEARDEF": "Y", "MONTHDEF": "M", "WEEKDEF": "W", "CENTURY": "100Y", "DECADEDEF": "10Y"}
    word = p["u"].word
    assert word is not None
    unit = next(units[cls] for cls in units if cls in word.classes)
    if unit in ("100Y", "10Y") and not classes_after(p).isdisjoint({"ORDINAL"}):
        return None
    if _is_of_another(p):
        return None
    return Modified(Relative(unit, 0, "open"), p.data("m", "MOD") or p.data("m", "ENDWORD") or p.data("m", "STARTWORD"))


def _month_of_mod(p: Parts) -> Modified | None:
    """منتصف الجاري: of the month that only its adjective names."""
    word, offset = p["r"].word, p.data("r", "REL")
    if word is None or word.fold.endswith("ه") or "RELDU" in word.classes or offset not in (-1, 0):
        return None
    after = p.after()
    return None if after is not None and not after.classes else Modified(Relative("M", offset), p.data("m", "MOD"))


_OTHER_YEARS = frozenset({"الدراسي", "الجامعي", "المالي", "الماليه", "الدراسيه", "الهجري", "الهجريه"})


def _is_of_another(p: Parts) -> bool:
    """Tells whether a bare unit is one of many or another than the calendar's: نهاية الأسبوع الأول, عطلات نهاية الأسبوع,
    نهاية العام الدراسي."""
    before, after, mod = p.before(), p.after(), p["m"].word
    if not classes_after(p).isdisjoint({"ORDINAL"}) or (after is not None and after.fold in _OTHER_YEARS):
        return True
    if mod is not None and mod.fold == "نهايات":
        return True
    return before is not None and before.fold in ("عطلات", "اجازات", "عطل")


def _weekend(p: Parts) -> Relative | None:
    word = p["m"].word
    if word is None or word.fold not in ("نهايه", "نهايات", "اخر"):
        return None
    week = p.meaning("q")
    if week is None:
        return None if _is_of_another(p) else Relative("WE", 0, "open")
    return Relative("WE", week.offset, week.anchor) if isinstance(week, Relative) else None


def _last_weekend(p: Parts) -> Relative | None:
    return Relative("WE", -1) if _weekend(p) is not None else None


def _hijri_year_of_mod(p: Parts) -> Modified:
    return Modified(Relative("Y", 0, calendar="hijri"), p.data("m", "MOD") or p.data("m", "ENDWORD"))


def _modified(p: Parts) -> Modified | None:
    of = whole(p)
    if of is None:
        return None
    mod = p.data("m", "MOD") or p.data("m", "ENDWORD") or p.data("m", "STARTWORD")
    return Modified(of, mod)


def _season_of_mod(p: Parts) -> Modified | None:
    season = _bare_season(p)
    return None if season is None else Modified(season, p.data("m", "MOD") or p.data("m", "ENDWORD"))


_ORD = "(o:ORDINAL | l:LAST|LATEST)"
PARTS = [
    pattern("half", f"HALF {_ORD} {_LINK} x:{WHOLE}", _part("half"), "DATE PERIOD", ("النصف الأول من عام 2023", "2023-H1"),
            ("النصف الثاني من مارس 2011", "2011-03-16/2011-03-31"), ("النصف الثاني من القرن التاسع عشر", "1850/1899")),
    pattern("quarter", f"QUARTER|TERM {_ORD} {_LINK} x:YEAR|RELYEAR|YEAR4|ACADEMICDATE", _part("quarter"), "DATE PERIOD", ("الربع الثالث من 2021", "2021-Q3")),
    pattern("quarter", f"QUARTER {_ORD} {_LINK} x:CENTURYDATE", _part("quarter"), "DATE PERIOD",
            ("الربع الأول من القرن العشرين", "1900/1924")),
    pattern("third", f"THIRD (o:ORDINAL | l:LAST|LATEST | m:MIDDLE) {_LINK} x:{WHOLE}", _part("third"), "DATE PERIOD",
            ("الثلث الأول من العام المقبل", "2024-01/2024-04"), ("الثلث الأوسط من عام 2023", "2023-05/2023-08")),
    pattern("ten-days", "TEN o:FIRSTPL|LASTPL|MIDDLE OF x:MONTHDATE", _ten, "DATE PERIOD",
            ("العشر الأواخر من رمضان 1444", "2023-04-12/2023-04-20")),
    pattern("ten-days-alone", "TEN o:LASTPL", lambda p: _last_ten(p), "DATE PERIOD"),
    pattern("half-of-this", f"HALF|QUARTER {_ORD} (OF | PREFIX) u:YEARDEF|MONTHDEF", _part_of_this, "DATE PERIOD", ("النصف الثاني من العام", "2023-H2")),
    pattern("half-alone", f"HALF {_ORD}", _part("half"), "DATE PERIOD BAREPART"),
    pattern("quarter-alone", f"QUARTER {_ORD}", _part("quarter"), "DATE PERIOD BAREPART"),
    pattern("week-of", "WEEKDEF (o:ORDINAL|DAY|DAY_ORDINAL | l:LAST|LATEST) (OF | IN | PREFIX) x:MONTHDATE|YEAR|RELYEAR|RELMONTH|YEAR4",
            _part("week"), "DATE PERIOD", ("الأسبوع الأول من أكتوبر 2014", "2014-10-01/2014-10-07"),
            ("الأسبوع الثاني عشر من عام 2023", "2023-W12")),
    pattern("day-of", "(l:ENDWORD | o:ORDINAL) DAYWORD|DAYPL (OF | IN | PREFIX)? x:MONTHDATE|YEAR|RELYEAR|RELMONTH", _edge_day, "DATE DAYDATE",
            ("آخر يوم من عام 2015", "2015-12-31")),
    pattern("day-of", "DAYDEF (l:LAST|LATEST | o:ORDINAL) (OF | IN) x:MONTHDATE|YEAR|RELYEAR|RELMONTH", _edge_day, "DATE DAYDATE",
            ("اليوم الثالث من أكتوبر 2014", "2014-10-03")),
    pattern("first-units", f"u:UNIT_PL_DEF ARTICLE? n:CARDINAL|NUMBER (FIRSTPL | l:LASTPL|LATEST) (OF | IN | PREFIX) x:{WHOLE}", _first_units,
            "DATE PERIOD", ("الأشهر التسعة الأولى من 2023", "2023-01/2023-09")),
    pattern("first-units", f"a:DEFINITEAMOUNT (FIRSTPL | l:LASTPL|LATEST) (OF | IN | PREFIX) x:{WHOLE}", _first_units, "DATE PERIOD"),
    pattern("first-units", f"u:UNIT_PL_DEF (FIRSTPL | l:LASTPL|LATEST) ARTICLE? n:CARDINAL|NUMBER (OF | IN | PREFIX) x:{WHOLE}", _first_units, "DATE PERIOD"),
]  # fmt: skip


def _last_ten(p: Parts) -> Part | None:
    word = p["o"].word
    return Part("ten", 3, None) if word is not None and word.fold == "الاواخر" else None


MODIFIED = [
    pattern("weekend", "WEEKENDWORD m:MOD|ENDWORD q:RELWEEK", _weekend, "DATE PERIOD", ("عطلة نهاية الأسبوع الماضي", "2023-W10-WE")),
    pattern("weekend", "WEEKENDWORD m:MOD|ENDWORD WEEKDEF LATEST", _last_weekend, "DATE PERIOD", ("عطلة نهاية الأسبوع الأخيرة", "2023-W10-WE")),
    pattern("weekend", "WEEKENDWORD m:MOD|ENDWORD WEEKDEF", _weekend, "DATE PERIOD", ("عطلة نهاية الأسبوع", "2023-W11-WE")),
    pattern("weekend", "m:MOD q:RELWEEK", _weekend, "DATE PERIOD", ("نهاية الأسبوع الماضي", "2023-W10-WE")),
    pattern("modified", "m:MOD x:DATE|YEAR4", _modified, "DATE PERIOD MODIFIED", ("أوائل مارس 2011", "2011-03"), ("أواخر القرن العشرين", "19"),
            ("نهاية الشهر الجاري", "2023-03"), ("منتصف عام 1990", "1990"), ("أواخر النصف الأول من 2023", "2023-H1")),
    pattern("end-of", "m:ENDWORD x:MONTHDATE|RELMONTH|YEAR|RELYEAR|RELWEEK", _modified, "DATE PERIOD MODIFIED", ("آخر شهر تموز", "2022-07")),
    pattern("start-of", "m:STARTWORD x:RELMONTH|YEAR|RELYEAR|RELWEEK", _modified, "DATE PERIOD MODIFIED"),
    pattern("modified-unit", "m:MOD u:YEARDEF|MONTHDEF|WEEKDEF", _unit_of_mod, "DATE PERIOD MODIFIED", ("مطلع السنة", "2023"), ("نهاية الشهر", "2023-03")),
    pattern("modified-month", "m:MOD r:REL", _month_of_mod, "DATE PERIOD MODIFIED", ("منتصف الجاري", "2023-03")),
    pattern("modified-unit", "m:ENDWORD u:YEARDEF|MONTHDEF|WEEKDEF", _unit_of_mod, "DATE PERIOD MODIFIED"),
    pattern("modified-season", "m:MOD|ENDWORD s:SEASON_DEF", _season_of_mod, "DATE PERIOD MODIFIED", ("نهاية الصيف", "2022-SU")),
    pattern("modified-hijri-year", "m:MOD|ENDWORD YEARDEF ERA_AH", _hijri_year_of_mod, "DATE PERIOD MODIFIED",
            ("مطلع العام الهجري", "2022-07-30/2023-07-18")),
]  # fmt: skip

LEVEL_DATES = [*DECADES, *SEASONS]
LEVEL_PARTS = PARTS
LEVEL_MODIFIED = MODIFIED

__all__ = ["ATOMS", "LEVEL_DATES", "LEVEL_MODIFIED", "LEVEL_PARTS", "classes_before", "day"]
