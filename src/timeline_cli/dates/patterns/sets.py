"""Sets: every day, twice a week, on Fridays (docs/temporal-expressions.md §7.5)."""

from __future__ import annotations

from timeline_cli.dates.match import Parts, pattern
from timeline_cli.dates.meaning import Amount, Date, Repeat
from timeline_cli.dates.patterns.build import classes_after, classes_before, day, month
from timeline_cli.dates.patterns.durations import unit_of

_UNITS = "UNIT|UNIT_DEF|UNIT_ACC"
_PERIODS = {
    "TS": "PT1S",
    "TM": "PT1M",
    "TH": "PT1H",
    "D": "P1D",
    "W": "P1W",
    "M": "P1M",
    "Y": "P1Y",
    "10Y": "P10Y",
    "100Y": "P100Y",
}


def _period(unit: str) -> Repeat | None:
    return Repeat(_PERIODS[unit]) if unit in _PERIODS else None


def _every_unit(p: Parts) -> Repeat | None:
    after = p.after()
    if after is not None and not after.classes.isdisjoint({"WEEKDAY", "YEAR4", "RELREF"}):
        return None
    return _period(unit_of(p["u"]))


def _every_amount(p: Parts) -> Repeat | None:
    amount = p.meaning("a")
    if not isinstance(amount, Amount) or len(amount.parts) != 1 or amount.parts[0][0] is None:
        return None
    count, unit = amount.parts[0]
    if unit.endswith("Y") and unit != "Y":
        count, unit = (count or 1) * int(unit[:-1]), "Y"
    shown = int(count) if count == int(count or 0) else count
    return Repeat(f"PT{shown}{unit[1]}" if unit[0] == "T" else f"P{shown}{unit}")


def _every_weekday(p: Parts) -> Repeat | None:
    weekday = p.data("w", "WEEKDAY_INDEF") or p.data("w", "WEEKDAY")
    if weekday is None:
        inner = p.meaning("v")
        if not isinstance(inner, Date) or inner.weekday is None or inner.rel is not None or inner.day is not None:
            return None
        weekday = inner.weekday
    return Repeat(f"XXXX-WXX-{weekday}")


def _every_daypart(p: Parts) -> Repeat | None:
    for cls in ("DAYPART", "DAYPART_DEF", "DAYPART_ADV"):
        data = p.data("p", cls)
        if data is not None:
            return Repeat(f"XXXX-XX-XXT{data[0]}") if data[0] != "T00:00" else None
    return Repeat("XXXX-XX-XXTNI")


def _every_month(p: Parts) -> Repeat | None:
    name = month(p["m"])
    if name.calendar != "gregorian":
        return Repeat("P1Y")
    of = day(p.get("d"))
    return Repeat(f"XXXX-{name.month:02d}-{of:02d}" if of > 0 else f"XXXX-{name.month:02d}")


def _every_dated(p: Parts) -> Repeat | None:
    date = p.meaning("x")
    if not isinstance(date, Date) or date.month is None or date.year is not None:
        return None
    if date.calendar != "gregorian":
        return Repeat("P1Y")
    return Repeat(f"XXXX-{date.month:02d}-{date.day:02d}" if date.day else f"XXXX-{date.month:02d}")


def _every_season(p: Parts) -> Repeat | None:
    return Repeat(f"XXXX-{p.data('s', 'SEASON')}")


def _often(p: Parts) -> Repeat | None:
    if "v" in p:
        return Repeat(p.data("v", "ADVERB"))
    if "a" in p:
        return _every_amount(p)
    return _period(unit_of(p["u"]))


def _adverb(p: Parts) -> Repeat | None:
    word = p["v"].word
    if word is not None and not word.fold.endswith("ا"):
        return None
    return Repeat(p.data("v", "ADVERB"))


def _monthly(p: Parts) -> Repeat:
    return Repeat("P1M")


def _day_by_day(p: Parts) -> Repeat:
    word = p["k"].word
    return Repeat(
        "P1D"
        if word is not None and word.fold.startswith("يوم")
        else "P1M"
        if word is not None and word.fold.startswith("شهر")
        else "P1Y"
    )


ATOMS = [
    pattern("every-night", "EVERY NIGHTWORD", _every_daypart, "SET", ("كل ليلة", "XXXX-XX-XXTNI")),
    pattern("every-unit", f"EVERY u:{_UNITS}", _every_unit, "SET", ("كل يوم", "P1D"), ("كل سنة", "P1Y")),
    pattern("every-weekday", "EVERY DAYWORD? w:WEEKDAY_INDEF|WEEKDAY", _every_weekday, "SET", ("كل ثلاثاء", "XXXX-WXX-2")),
    pattern("every-daypart", "EVERY p:DAYPART", _every_daypart, "SET", ("كل صباح", "XXXX-XX-XXTMO")),
    pattern("every-season", "EVERY s:SEASON", _every_season, "SET", ("كل صيف", "XXXX-SU")),
    pattern("every-month", "EVERY m:MONTH|HIJRI", _every_month, "SET", ("كل مارس", "XXXX-03")),
    pattern("weekdays", "DAYPL w:WEEKDAY", _every_weekday, "SET", ("أيام الجمعة", "XXXX-WXX-5")),
    pattern("adverb", "v:ADVERB", _adverb, "SET", ("سنويا", "P1Y")),
    pattern("day-by-day", "k:DAYAFTERDAY", _day_by_day, "SET", ("يوما بعد يوم", "P1D")),
    pattern("often", "ONCE|TWICE v:ADVERB", _often, "SET", ("مرتين يوميا", "P1D")),
    pattern("often", f"ONCE|TWICE (IN | EVERY | PREFIX) u:{_UNITS}", _often, "SET", ("مرتين في الأسبوع", "P1W")),
    pattern("often", f"NUMBER|CARDINAL TIMES (IN | EVERY)? (u:{_UNITS} | v:ADVERB)", _often, "SET", ("ثلاث مرات في اليوم", "P1D")),
]  # fmt: skip

LEVEL_DATES = [
    pattern("every-amount", "EVERY a:AMOUNT", _every_amount, "SET", ("كل أربع سنوات", "P4Y"), ("كل شهرين", "P2M")),
    pattern("amount-of-every", "a:AMOUNT OF s:SET", lambda p: _of_every(p), "SET", ("ثلاثة أيام من كل شهر", "P1M")),
    pattern("often-amount", "(ONCE | TWICE | NUMBER TIMES) (IN | EVERY)? EVERY? a:AMOUNT", _often, "SET", ("مرة كل أسبوعين", "P2W")),
    pattern("every-month-of-year", "d:DAY|DAY_ORDINAL OF? m:MONTH|HIJRI OF EVERY UNIT|UNIT_DEF", _every_month, "SET", ("8 مارس من كل عام", "XXXX-03-08")),
    pattern("every-month-of-year", "m:MONTH|HIJRI OF EVERY UNIT|UNIT_DEF", _every_month, "SET", ("تشرين الأول من كل عام", "XXXX-10")),
]  # fmt: skip

LEVEL_PARTS = [
    pattern("every-dated", "x:DAYDATE|MONTHDATE OF s:SET", _every_dated, "SET", ("يوم 8 مارس من كل عام", "XXXX-03-08")),
    pattern("every-dated", "x:DAYDATE|MONTHDATE v:SET", lambda p: _yearly(p), "SET", ("8 مارس سنويا", "XXXX-03-08")),
    pattern("nth-weekday-monthly", "v:BAREWEEKDAY (ORDINAL | LAST|LATEST) OF s:SET", lambda p: _nth_of_set(p), "SET",
            ("الثلاثاء الأول من كل شهر", "P1M")),
    pattern("nth-weekday-monthly", "ORDINAL|ENDWORD (WEEKDAY_INDEF | BAREWEEKDAY) OF s:SET", lambda p: _nth_of_set(p), "SET"),
    pattern("weekday-weekly", "v:BAREWEEKDAY OF s:SET", lambda p: _weekday_of_set(p), "SET", ("الثلاثاء من كل أسبوع", "XXXX-WXX-2")),
    pattern("part-of-every-year", "HALF|QUARTER ORDINAL|LAST|LATEST OF s:SET", lambda p: _nth_of_set(p), "SET", ("الربع الثالث من كل عام", "P1Y")),
    pattern("day-of-every-month", "DAY|DAY_ORDINAL OF s:SET", lambda p: _nth_of_set(p), "SET"),
]  # fmt: skip


def _of_every(p: Parts) -> Repeat | None:
    """ثلاثة أيام من كل شهر, ساعتين من كل يوم: how much of each is in the span (ruling 24)."""
    inner = p.meaning("s")
    return Repeat(inner.value) if isinstance(inner, Repeat) and inner.value.startswith("P") else None


def _yearly(p: Parts) -> Repeat | None:
    inner = p.meaning("v")
    return _every_dated(p) if isinstance(inner, Repeat) and inner.value == "P1Y" else None


def _nth_of_set(p: Parts) -> Repeat | None:
    inner = p.meaning("s")
    return Repeat(inner.value) if isinstance(inner, Repeat) and inner.value in ("P1M", "P1Y") else None


def _weekday_of_set(p: Parts) -> Repeat | None:
    inner = p.meaning("s")
    if not isinstance(inner, Repeat) or inner.value != "P1W":
        return None
    return _every_weekday(p)


__all__ = ["ATOMS", "LEVEL_DATES", "LEVEL_PARTS", "classes_after", "classes_before"]
