"""What builders of several pattern families share: reading numbers, months, years and eras off the parts."""

from __future__ import annotations

from timeline_cli.dates import calendars
from timeline_cli.dates.match import Item, Parts
from timeline_cli.dates.meaning import Date, Relative
from timeline_cli.dates.numbers import Numeral
from timeline_cli.dates.surfaces import Digits
from timeline_cli.dates.words import MonthName

# The eras that can follow a year, as one class of a pattern.
ERAS = "ERA_CE|ERA_BC|ERA_AH|ERA_BH|ERA_SH|ERA_COPTIC|ERA_HEBREW|ERA_LIBYAN|ERA_RUMI"
_CALENDAR_OF_ERA = {
    "ERA_AH": "hijri",
    "ERA_BH": "hijri",
    "ERA_SH": "persian",
    "ERA_COPTIC": "coptic",
    "ERA_HEBREW": "hebrew",
    "ERA_LIBYAN": "libyan",
    "ERA_RUMI": "rumi",
}
_NUMBER_CLASSES = (
    "YEAR_WORDS", "YEAR2_WORDS", "YEAR_SMALL_WORDS", "DAY_ORDINAL", "ORDINAL", "HOUR_WORD", "DAY_CARDINAL", "CARDINAL",
)  # fmt: skip
HIJRI_YEARS = range(1340, 1501)


def number(item: Item | None, ordinal: bool | None = None) -> int:
    """Returns the number that a token stands for; 0 for a missing part.

    `ordinal` picks the reading of a word that has both (العشرين).
    """
    if item is None or item.word is None:
        return 0
    word = item.word
    if isinstance(word, Digits):
        return int(word.value)
    for cls in _NUMBER_CLASSES:
        numeral = word.data.get(cls)
        if isinstance(numeral, Numeral) and (ordinal is None or numeral.ordinal is ordinal):
            return numeral.value
    return 0


def quantity(item: Item) -> float:
    """Returns the number of a token, with its decimals."""
    word = item.word
    if isinstance(word, Digits):
        return word.value if word.value % 1 else int(word.value)
    return number(item, ordinal=False) or number(item)


def month(item: Item) -> MonthName:
    """Returns the month that a word or a month pair names."""
    if item.meaning is not None:
        date = item.meaning
        assert isinstance(date, Date)
        return MonthName(date.calendar, "pair", date.month or 0, False)
    assert item.word is not None
    for cls in ("MONTH", "HIJRI", "MONTHABBR", "HIJRIABBR", "OTHERMONTH"):
        names: tuple[MonthName, ...] | None = item.word.data.get(cls)
        if names:
            return names[0]
    raise AssertionError(item.word.fold)


def month_flags(item: Item) -> tuple:  # type: ignore[type-arg]
    """Returns the flags that a month pair carries."""
    return item.meaning.flags if isinstance(item.meaning, Date) else ()


def era(item: Item | None) -> str:
    """Returns the era class of a token, "" for none. م is ERA_CE here."""
    if item is None or item.word is None:
        return ""
    return min((cls for cls in item.word.classes if cls.startswith("ERA_")), default="")


def year_in_era(year: int, era_class: str, month_calendar: str = "") -> tuple[str, int]:
    """Returns calendar and year of a number beside an era sign or a month of some calendar.

    Gregorian years are astronomical: 44 BCE is -43. A year before the Hijra is 1 − n in the Hijri calendar.
    """
    if era_class in ("ERA_BC", "ERA_BH"):
        return ("gregorian" if era_class == "ERA_BC" else "hijri"), 1 - year
    if era_class in _CALENDAR_OF_ERA:
        return _CALENDAR_OF_ERA[era_class], year
    return (month_calendar or "gregorian"), year


def year_date(item: Item | None) -> Date | Relative | None:
    """Returns what a year part says: a Date with a year, or a relative year; None for a missing part."""
    if item is None:
        return None
    if item.meaning is not None:
        assert isinstance(item.meaning, Date | Relative)
        return item.meaning
    return Date(year=number(item))


def with_year(date: Date, item: Item | None, relative: int | None = None) -> Date | None:
    """Returns a date completed by its year part or by the adjective that governs it.

    None where the year is of another calendar than the month (two dates, not one).
    """
    said = year_date(item)
    if isinstance(said, Relative):
        return _replace(date, year_of=said)
    if said is None:
        return _replace(date, rel=relative) if relative is not None else date
    calendar = said.calendar
    if date.calendar == "hijri" and calendar == "gregorian" and (said.year or 0) >= HIJRI_END and date.month:
        return _replace(date, year=hijri_year(said.year or 0, date.month))
    if calendar == date.calendar or (calendar == "gregorian" and date.calendar != "gregorian" and not _has_era(item)):
        era_flags = tuple(flag for flag in said.flags if flag.code == "era")
        return _replace(date, year=said.year, two_digits=said.two_digits, flags=(*date.flags, *era_flags))
    if date.calendar == "gregorian" and calendar == "libyan":
        return _replace(date, year=said.year, calendar=calendar)
    return None


HIJRI_END = 1700  # a larger number beside a Hijri month is a Gregorian year: رمضان 2015


def hijri_year(year: int, month: int) -> int:
    """Returns the Hijri year whose month of that number begins in a Gregorian year."""
    first = calendars.to_ordinal("gregorian", year, 1, 1)
    hijri = calendars.from_ordinal("hijri", first)[0]
    return hijri if calendars.to_ordinal("hijri", hijri, month, 1) >= first else hijri + 1


def _has_era(item: Item | None) -> bool:
    return item is not None and isinstance(item.meaning, Date) and any(f.code == "era" for f in item.meaning.flags)


def _replace(date: Date, **changes: object) -> Date:
    fields = {name: getattr(date, name) for name in Date.__slots__}
    fields.update(changes)
    return Date(**fields)


replace = _replace


def day(item: Item | None) -> int:
    """Returns the day of the month that a part names: −1 for the last one, 0 where it names none."""
    if item is None or item.word is None:
        return 0
    classes = item.word.classes
    if "FIRSTDAY" in classes:
        return 1
    if "LASTDAY" in classes:
        return -1
    value = number(item, ordinal=True) or number(item)
    return value if 1 <= value <= 31 else 0


def classes_before(p: Parts, distance: int = 1) -> frozenset[str] | set[str]:
    """Returns the classes of the word so many tokens before a match, none at the edge."""
    word = p.before(distance)
    return word.classes if word is not None else frozenset()


def classes_after(p: Parts, distance: int = 1) -> frozenset[str] | set[str]:
    """Returns the classes of the word so many tokens after a match, none at the edge."""
    word = p.after(distance)
    return word.classes if word is not None else frozenset()


def counted_after(p: Parts, listed: bool = False) -> bool:
    """Tells whether the word after a match is a noun that the number at its end counts.

    `listed`: only a word of the lists will do, no indefinite accusative (3 مارس 1939 احتجاجا).
    """
    from timeline_cli.dates.guards.around import is_counted

    word = p.after()
    return word is not None and is_counted(word, listed)
