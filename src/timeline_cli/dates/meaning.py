"""What the words of a time expression say, before anyone asks which days that is.

A small algebra of frozen values: calendar dates with holes, units relative to an anchor, parts and modifications of a
period, times of day, ranges, amounts, repetitions. `None` in a field means that the words do not say it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from timeline_cli.model import Flag


@dataclass(frozen=True, slots=True)
class Relative:
    """A unit seen from an anchor: `offset` units on (العام الماضي is Y −1).

    `unit`: D, W, M, Q, H, Y, 10Y, 100Y, 1000Y or WE (weekend). `anchor`: dct, ref (the date last named), either (ref
    where there is one: السابق، التالي), or open where no word says which unit (نهاية العام). `year`: a year that stands
    beside it (العام الحالي 2015).
    """

    unit: str
    offset: int
    anchor: str = "dct"
    year: int | None = None
    calendar: str = "gregorian"


@dataclass(frozen=True, slots=True)
class Date:
    """A date of one calendar, with holes.

    `year` is astronomical in the Gregorian calendar, a year of the era in the others. `year_of`: the year as words say
    it (من العام الماضي). `month_of`: likewise for the month (20 الجاري). `rel`: offset of an adjective that governs the
    whole (مارس الماضي −1). `day` −1 is the last day of the month. `two_digits`: `year` has lost its century.
    `weekday`: ISO number. `marked_year`: the year was named as one (عام، م، a month beside it).
    """

    calendar: str = "gregorian"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_of: Relative | None = None
    month_of: Relative | None = None
    rel: int | None = None
    two_digits: bool = False
    week_of: Relative | None = None
    needs_context: bool = False
    safe: bool = True
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Deictic:
    """A day counted from the document's date (أمس −1), with the date that stands beside it in apposition."""

    offset: int
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A unit of the date last named, moved by `offset` (اليوم التالي: D +1; ذلك العام: Y 0)."""

    unit: str
    offset: int
    day: int | None = None


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The n-th weekday of a month or year; −1 is the last one."""

    weekday: int
    number: int
    of: Meaning | None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a period. `kind`: half, quarter, third, ten, week, day, month, decade, first, last (so many units).

    `index` counts from 1; −1 is the last. For `first` and `last`, `index` is how many and `unit` of what.
    """

    kind: str
    index: int
    of: Meaning | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade: `digit` 9 is التسعينيات. `century`: the century it belongs to, None where the words leave it open.

    `calendar`: that of a decade without its century (الثمانينيات الهجرية).
    """

    digit: int
    century: Meaning | None = None
    calendar: str = "gregorian"


@dataclass(frozen=True, slots=True)
class Century:
    """Century `number` of an era; `before`: before that era began. `width`: 100 or 1000 years."""

    number: int
    calendar: str = "gregorian"
    before: bool = False
    width: int = 100


@dataclass(frozen=True, slots=True)
class Season:
    """A season. `code`: SP, SU, FA, WI. `year` may be a relative one; `rel` an adjective on the season itself."""

    code: str
    year: int | None = None
    year_of: Relative | None = None
    rel: int | None = None
    two_digits: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """A named stretch of two years (موسم 2021/2022), or of one."""

    first: int
    last: int
    calendar: str = "gregorian"


@dataclass(frozen=True, slots=True)
class Modified:
    """A period with START, MID or END on it."""

    of: Meaning
    mod: str


@dataclass(frozen=True, slots=True)
class Daypart:
    """A part of a day. `code`: MO, MI, AF, EV, NI, DT. `of`: its day, None where the story gives it.

    `shift`: days from the day named to the day meant. `last_of`: the day on which a night ends, where it is named.
    `eve`: ليلة of an eve by name.
    """

    code: str
    of: Meaning | None = None
    mod: str | None = None
    shift: int = 0
    spans_next: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day by the clock, 0–24 h. `half`: whether a daypart settled morning or afternoon."""

    hour: int
    minute: int | None
    second: int | None = None
    rule: str | None = None
    zone: tuple[str, str] | None = None
    of: Meaning | None = None
    utc: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """From one meaning to another; `open_order` where a writer may have typed the ends in visual order."""

    first: Meaning
    last: Meaning
    dash: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time: pairs of number and unit, largest first. A number of None is vague (`PXD`).

    `upto`: the second amount of a range of durations. `definite`: the words point at known units (السنوات الثلاث).
    """

    parts: tuple[tuple[float | None, str], ...]
    upto: Amount | None = None
    definite: bool = False
    bare: bool = False
    night: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A point an amount away from an anchor: dct, ref, either, or what the story told last. `sign` −1 is back."""

    amount: Amount
    sign: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """An amount that ends (−1) or begins (+1) at the document's date."""

    amount: Amount
    sign: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set of times, by its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast by its rule (`holidays.csv`), with a year, an adjective, or neither. `nth`: its n-th day."""

    name: str
    calendar: str
    rule: str
    days: int
    year: Meaning | None = None
    rel: int | None = None
    nth: int = 1
    eve: bool = False


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The period last named, moved to another year (نفس الفترة من العام الماضي)."""

    year: Meaning
    unit: str = ""


@dataclass(frozen=True, slots=True)
class SameDayOfYear:
    """The document's day and month in another year (في مثل هذا اليوم من عام …)."""

    year: Meaning


Meaning: TypeAlias = (
    Relative | Date | Deictic | Anaphor | NthWeekday | Part | Decade | Century | Season | Years | Modified | Daypart
    | Clock | Range | Amount | Point | Stretch | Repeat | Holiday | SamePeriod | SameDayOfYear
)  # fmt: skip


def clock_hour(hour: int, rule: str | None) -> tuple[int, int]:
    """Returns the hour of 24 and the days to add, for an hour as written and the daypart beside it (§5.1)."""
    if hour > 12 or hour == 0 or rule is None:
        return hour % 24, 1 if hour == 24 else 0
    if rule == "am":
        return hour, 0
    if rule == "noon":
        return (hour, 0) if hour >= 11 else (hour + 12, 0)
    if rule == "pm":
        return (12, 0) if hour == 12 else (hour + 12, 0)
    if rule == "night":
        if hour == 12:
            return 0, 0
        return (hour + 12, 0) if hour >= 6 else (hour, 0)
    return hour, 0
