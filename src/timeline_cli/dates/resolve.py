"""Meaning + story → days (docs/temporal-expressions.md §3–§9).

One function a kind of meaning; each returns a `Resolved` or None where the words mean nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from timeline_cli.dates import calendars, holidays, spans
from timeline_cli.dates.fold import fold
from timeline_cli.dates.meaning import (
    Amount,
    Anaphor,
    Century,
    Clock,
    Date,
    Daypart,
    Decade,
    Deictic,
    Holiday,
    Meaning,
    Modified,
    NthWeekday,
    Part,
    Point,
    Range,
    Relative,
    Repeat,
    SameDayOfYear,
    SamePeriod,
    Season,
    Stretch,
    Years,
    clock_hour,
)
from timeline_cli.dates.patterns.build import replace
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.story import Named, Place, Story
from timeline_cli.dates.tense import FUTURE, PAST, PRESENT
from timeline_cli.dates.values import day_value, duration_value, month_value, year_value
from timeline_cli.dates.words import guard_words
from timeline_cli.model import Flag, date_of, month_length, ordinal_of

GREGORIAN_BEGINS = ordinal_of(1582, 10, 15)
_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def resolve(meaning: Meaning, story: Story, place: Place) -> Resolved | None:
    """Returns the days that a meaning has at its place in a story, None where it has none there and is no expression."""
    return _RESOLVERS[type(meaning)](meaning, story, place)


def _unknown(kind: str = "DATE", how: str = "dct", grain: str | None = None) -> Resolved:
    return Resolved(kind, None, None, None, grain, how)


# --- units seen from an anchor ---------------------------------------------------------------------------------------


def _anchor(meaning: Relative | Anaphor, story: Story) -> tuple[int | None, str]:
    if isinstance(meaning, Relative) and meaning.anchor == "dct":
        return story.dct, "dct"
    ref = story.ref_day if meaning.unit == "D" else story.ref
    if ref is not None and ref.found.begin is not None:
        return ref.found.begin, "anaphora"
    if isinstance(meaning, Relative) and meaning.anchor == "either":
        return story.dct, "dct"
    return None, "anaphora"


def _relative(meaning: Relative, story: Story, place: Place) -> Resolved | None:
    if meaning.year is not None:
        return spans.year(meaning.year, meaning.calendar)
    anchor, how = _anchor(meaning, story)
    if anchor is None:
        return None if meaning.anchor == "ref" else _unknown(grain=_GRAINS.get(meaning.unit))
    flags = (Flag("low-confidence", "no date before it in the story"),) if meaning.anchor == "either" and how == "dct" else ()
    ref = story.ref
    if how == "anaphora" and meaning.unit == "Y" and ref is not None and ref.found.calendar == "hijri":
        return spans.year(_year_in("hijri", anchor) + meaning.offset, "hijri", how)
    found = unit_period(anchor, meaning.unit, meaning.offset, story.options.weekend == "fri-sat")
    return found._replace(how=how, flags=flags)


_GRAINS = {"D": "day", "W": "week", "M": "month", "Y": "year", "10Y": "decade", "100Y": "century", "WE": "weekend", "Q": "quarter"}  # fmt: skip


def unit_period(anchor: int, unit: str, offset: int, friday: bool = False) -> Resolved:
    """Returns the unit of the calendar that lies `offset` units from the one an anchor day falls in."""
    y, m, _ = date_of(anchor)
    if unit == "D":
        return spans.day(anchor + offset)
    if unit == "W":
        return spans.week(anchor + 7 * offset)
    if unit == "WE":
        return spans.weekend(anchor + 7 * offset, friday)
    if unit == "M":
        return spans.month(*spans.shifted_month(y, m, offset))
    if unit == "Q":
        index = y * 4 + (m - 1) // 3 + offset
        return spans.quarter(index // 4, index % 4 + 1)
    if unit == "Y":
        return spans.year(y + offset)
    if unit == "10Y":
        return spans.decade((y // 10 + offset) * 10)
    if unit == "100Y":
        return spans.century((y // 100 + offset) * 100)
    return spans.years((y // 1000 + offset) * 1000, (y // 1000 + offset) * 1000 + 999, "millennium")


def _deictic(meaning: Deictic, story: Story, place: Place) -> Resolved | None:
    if meaning.date is not None:
        return _apposed(meaning.offset, meaning.date, story, place)
    if story.dct is None:
        return _unknown(grain="day")
    return spans.day(story.dct + meaning.offset, "dct")


def _apposed(offset: int, date: Date, story: Story, place: Place) -> Resolved | None:
    """The stated date gives the value; a bare weekday is the one nearest to the day that the deictic names."""
    if date.month is None and date.day is None and date.month_of is None:
        if story.dct is None:
            return _unknown(grain="day")
        near = story.dct + offset
        if date.weekday is None or (near - 1) % 7 + 1 == date.weekday:
            return spans.day(near, "dct")
        # أمس الأحد in a text collected on a Tuesday: the weekday is the firmer word of the two.
        shift = (date.weekday - ((near - 1) % 7 + 1) + 3) % 7 - 3
        return spans.day(near + shift, "weekday", flags=(Flag("weekday-conflict", f"the document's date makes it {_WEEKDAY_NAMES[(near - 1) % 7]}"),))
    if date.year is None and date.year_of is None and date.rel is None and story.dct is not None:
        near = story.dct + offset
        best: int | None = None
        year = _year_in(date.calendar, near)
        for candidate in (year, year - 1, year + 1):
            number = _day_or_none(date.calendar, candidate, date.month or 1, date.day or 1)
            if number is not None and (best is None or abs(number - near) < abs(best - near)):
                best = number
        if best is not None:
            return spans.day(best, "dct", date.calendar, _weekday_flags(best, date.weekday))
    return _date(date, story, place)


def _anaphor(meaning: Anaphor, story: Story, place: Place) -> Resolved | None:
    anchor, how = _anchor(meaning, story)
    if anchor is None:
        if meaning.offset and story.dct is not None:
            return unit_period(story.dct, meaning.unit, meaning.offset)._replace(
                how="dct", flags=(Flag("low-confidence", "no date before it in the story"),)
            )
        return None
    if meaning.unit == "D" and meaning.offset > 0 and story.ref_day is not None and story.ref_day.found.last is not None:
        anchor = story.ref_day.found.last
    return unit_period(anchor, meaning.unit, meaning.offset)._replace(how=how)


# --- calendar dates --------------------------------------------------------------------------------------------------


def _year_in(calendar: str, number: int) -> int:
    return calendars.from_ordinal(calendar, number)[0]


def _day_or_none(calendar: str, year: int, month: int, day: int) -> int | None:
    try:
        if day == -1:
            return calendars.month_span(calendar, year, month)[1]
        if calendar == "gregorian":
            return ordinal_of(year, month, day) if 1 <= day <= month_length(year, month) else None
        return calendars.to_ordinal(calendar, year, month, day)
    except ValueError:
        return None


def _weekday_flags(number: int, weekday: int | None) -> tuple[Flag, ...]:
    if weekday is None or (number - 1) % 7 + 1 == weekday:
        return ()
    near = number + ((weekday - ((number - 1) % 7 + 1) + 3) % 7 - 3)
    detail = f"{day_value(number)} is a {_WEEKDAY_NAMES[(number - 1) % 7]}; {day_value(near)} is the nearest {_WEEKDAY_NAMES[weekday - 1]}"
    return (Flag("weekday-conflict", detail),)


def full_year(year: int, calendar: str, story: Story, place: Place) -> int:
    """Returns the year that its last two digits stand for (§3.5)."""
    if calendar == "hijri":
        return 1300 + year if year >= 90 else 1400 + year
    this = story.year
    if this is None:
        ref = story.last_dated()
        if ref is not None and ref.found.begin is not None:
            return date_of(ref.found.begin)[0] // 100 * 100 + year
        return 1900 + year if year >= 40 else 2000 + year
    century = this // 100 * 100
    return century + year if century + year <= this else century - 100 + year


def libyan(meaning: Date, story: Story) -> Date:
    """Returns a Libyan date in the calendar that it counts by (§2.6): solar year + 632, lunar year + 11 AH."""
    assert meaning.year is not None
    solar = meaning.year + 632
    if solar <= (story.year or 2030):
        return replace(meaning, calendar="gregorian", year=solar)
    return replace(meaning, calendar="hijri", year=meaning.year + 11)


def _date(meaning: Date, story: Story, place: Place) -> Resolved | None:
    if meaning.calendar == "libyan":
        meaning = libyan(meaning, story)
    flags = tuple(flag for flag in meaning.flags if flag.code != "era")
    if meaning.two_digits and meaning.year is not None:
        year = full_year(meaning.year, meaning.calendar, story, place)
        meaning = replace(meaning, year=year, two_digits=False)
        flags = (*flags, Flag("century-guess", f"{meaning.year}"))
    if meaning.month is None and meaning.day is None and meaning.weekday is not None:
        return _weekday(meaning, story, place)
    if meaning.month_of is not None and meaning.day is not None:
        found = resolve(meaning.month_of, story, place)
        if found is None or found.begin is None or found.last is None:
            return found
        number = found.begin + meaning.day - 1 if meaning.day > 0 else found.last
        if number > found.last:
            return Resolved("DATE", None, None, None, "day", "dct", flags=(*flags, Flag("impossible-date")))
        return spans.day(number, found.how, flags=(*flags, *_weekday_flags(number, meaning.weekday)))
    if meaning.month is None and meaning.day is not None:
        return _day_alone(meaning, story, place)
    if meaning.year is None:
        return _without_year(meaning, flags, story, place)
    return _complete(meaning, meaning.year, flags, "explicit")


def _complete(meaning: Date, year: int, flags: tuple[Flag, ...], how: str) -> Resolved | None:
    """Returns a date whose year is known."""
    calendar = meaning.calendar
    if calendar != "gregorian" and not _is_year(calendar, year):
        return None
    if calendar == "hijri":
        flags = (*flags, Flag("hijri-approx")) if not any(f.code == "hijri-approx" for f in flags) else flags
    if meaning.month is None:
        return spans.year(year, calendar, how)._replace(flags=flags)
    if meaning.day is None:
        return spans.month(year, meaning.month, calendar, how)._replace(flags=flags)
    number = _day_or_none(calendar, year, meaning.month, meaning.day)
    if number is None:
        value = f"{month_value(year, meaning.month)}-{meaning.day:02d}" if calendar == "gregorian" else None
        return Resolved("DATE", value, None, None, "day", how, calendar, (*flags, Flag("impossible-date")))
    if calendar == "hijri" and meaning.day > calendars.hijri_month_length(year, meaning.month):
        flags = (*flags, Flag("impossible-date", "day 30 of a month of 29 days"))
    flags = (*flags, *_weekday_flags(number, meaning.weekday))
    if calendar == "gregorian" and number < GREGORIAN_BEGINS and year > 0:
        flags = (*flags, Flag("julian-likely"))
    return spans.day(number, how, calendar, flags)


def _is_year(calendar: str, year: int) -> bool:
    try:
        calendars.year_span(calendar, year)
    except (ValueError, OverflowError):
        return False
    return True


def _without_year(meaning: Date, flags: tuple[Flag, ...], story: Story, place: Place) -> Resolved | None:
    if meaning.year_of is not None:
        said = resolve(meaning.year_of, story, place)
        if said is None or said.begin is None:
            return said
        number = _year_in(meaning.calendar, said.begin) if meaning.calendar != "gregorian" else date_of(said.begin)[0]
        found = _complete(meaning, number, flags, said.how)
        return found
    if meaning.rel is not None:
        return _governed(meaning, meaning.rel, flags, story)
    return _bare(meaning, flags, story, place)


def _governed(meaning: Date, rel: int, flags: tuple[Flag, ...], story: Story) -> Resolved | None:
    """مارس الماضي, 10 تموز المقبل, 18 آب الجاري (§6.3)."""
    if story.dct is None:
        return _unknown(grain="day" if meaning.day else "month")
    dct, calendar, month = story.dct, meaning.calendar, meaning.month
    assert month is not None
    this_year, this_month, _ = calendars.from_ordinal(calendar, dct)
    if rel == 0:
        found = _complete(meaning, this_year, flags, "dct")
        return found
    step = 1 if rel > 0 else -1
    year = this_year
    if meaning.day is not None:
        for year in (this_year, this_year + step):
            number = _day_or_none(calendar, year, month, meaning.day)
            if number is not None and (number - dct) * step > 0:
                break
    elif (month - this_month) * step <= 0:
        year = this_year + step
    year += rel - step
    return _complete(meaning, year, flags, "dct")


def _bare(meaning: Date, flags: tuple[Flag, ...], story: Story, place: Place) -> Resolved | None:
    """A day and month, or a month, without a year (§6.5, §6.6)."""
    calendar, month = meaning.calendar, meaning.month
    assert month is not None
    told = _narrative_year(meaning, story, place)
    if told is not None:
        return _complete(meaning, told, (*flags, Flag("year-inferred", "the story")), "narrative")
    if story.dct is None:
        if calendar != "gregorian":
            return Resolved("DATE", None, None, None, "day" if meaning.day else "month", "none", calendar, flags)
        value = f"XXXX-{month:02d}-{meaning.day:02d}" if meaning.day and meaning.day > 0 else f"XXXX-{month:02d}"
        return Resolved("DATE", value, None, None, "day" if meaning.day else "month", "none", calendar, flags)
    year = _year_by_tense(meaning, story.dct, place)
    if meaning.weekday is not None and meaning.day is not None:
        by_weekday = _year_by_weekday(meaning, year)
        if by_weekday is not None:
            return _complete(meaning, by_weekday, flags, "weekday")
    return _complete(meaning, year, (*flags, Flag("year-inferred", "the document's date")), "tense")


def _year_by_weekday(meaning: Date, near: int) -> int | None:
    """Returns the year nearest to another in which the weekday stands right beside the date, past first."""
    for year in (near, near - 1, near + 1, near - 2, near + 2, near - 3, near - 4, near - 5, near - 6):
        number = _day_or_none(meaning.calendar, year, meaning.month or 1, meaning.day or 1)
        if number is not None and (number - 1) % 7 + 1 == meaning.weekday:
            return year
    return None


def _year_by_tense(meaning: Date, dct: int, place: Place) -> int:
    calendar, month = meaning.calendar, meaning.month
    assert month is not None
    this_year, this_month, _ = calendars.from_ordinal(calendar, dct)
    if meaning.day is None:
        past_year = this_year if month <= this_month else this_year - 1
        future_year = this_year if month >= this_month else this_year + 1
        ahead = (future_year - this_year) * 12 + month - this_month
        behind = (this_year - past_year) * 12 + this_month - month
        behind_days, ahead_days = behind * 30, ahead * 30
    else:
        same = _day_or_none(calendar, this_year, month, meaning.day)
        if same is None:
            same = _day_or_none(calendar, this_year, month, 1) or dct
        past_year = this_year if same <= dct else this_year - 1
        future_year = this_year if same >= dct else this_year + 1
        behind_days = dct - (_day_or_none(calendar, past_year, month, meaning.day) or same)
        ahead_days = (_day_or_none(calendar, future_year, month, meaning.day) or same) - dct
    if place.relation == "until" or place.relation == "by":
        # An end lies ahead of its beginning: حتى 21 آب after the document's date unless the clause is past.
        if place.tense != PAST or ahead_days <= 45:
            return future_year
    now = place.tense
    if now == FUTURE:
        return future_year
    if now == PRESENT:
        return future_year if behind_days > 3 and ahead_days < behind_days else past_year
    if now is None and behind_days > 270 and ahead_days <= 92:
        return future_year
    return past_year


def _narrative_year(meaning: Date, story: Story, place: Place) -> int | None:
    """Returns the year that the story is in, where a bare date takes it (§6.6)."""
    ref = story.last_dated()
    if ref is None or ref.found.begin is None or ref.found.last is None:
        return None
    if story.dct is not None:
        if not _in_story(ref, story, place):
            return None
        if ref.start < place.sentence_start and place.tense in (PRESENT, FUTURE):
            return None
    calendar = meaning.calendar
    year = _year_in(calendar, ref.found.begin)
    if ref.found.grain == "interval" and _DEATH.search(place.text, max(0, place.start - 30), place.start):
        year = _year_in(calendar, ref.found.last)
    month = meaning.month
    assert month is not None
    best: int | None = None
    for candidate in (year, year + 1):
        first = _day_or_none(calendar, candidate, month, meaning.day or 1)
        if first is None:
            continue
        last = first if meaning.day else calendars.month_span(calendar, candidate, month)[1]
        if last < ref.found.begin and not (ref.found.grain == "interval" and ref.found.last >= last):
            continue
        if story.dct is not None and first > story.dct and place.tense != FUTURE and ref.found.last <= story.dct:
            return None
        if meaning.weekday is not None and (first - 1) % 7 + 1 != meaning.weekday and meaning.day:
            continue
        if candidate > year and first - ref.found.last > 100 and story.dct is not None:
            return None
        best = candidate
        break
    if best is None and story.dct is None:
        return year
    return best


_DEATH = re.compile("توفي|رحل|مات|وفاته|وفاتها|رحيله")


def _in_story(ref: Named, story: Story, place: Place) -> bool:
    """Tells whether a bare date is told inside the story of an earlier one, not from the document's date."""
    found = ref.found
    if ref.place.relation in ("since", "before", "after", "until", "by") or found.grain not in ("day", "month", "interval", "year"):
        return False
    if found.how not in ("explicit", "narrative", "anaphora", "pair") and not (found.how == "dct" and found.grain == "year"):
        return False
    this = story.dct
    assert this is not None
    paragraph = place.paragraph_start
    if ref.start < paragraph or (paragraph == 0 and "\n" in place.text.rstrip()):
        # The lead, and what another paragraph tells, lean on the document's date.
        return False
    if found.grain == "year":
        return ref.place.relation in ("on", "during") and ref.end >= place.sentence_start - 120 and place.start - ref.end <= 200
    return place.start - ref.end <= 600 and (this >= found.last or ref.start >= place.sentence_start)


def _weekday(meaning: Date, story: Story, place: Place) -> Resolved | None:
    weekday = meaning.weekday
    assert weekday is not None
    if meaning.week_of is not None:
        found = resolve(meaning.week_of, story, place)
        if found is None or found.begin is None:
            return found
        return spans.day(found.begin + weekday - 1, found.how)
    if meaning.month_of is not None and story.ref_day is not None and story.ref_day.found.last is not None:
        after = story.ref_day.found.last
        return spans.day(after + (weekday - ((after - 1) % 7 + 1) - 1) % 7 + 1, "anaphora")
    dct = story.dct
    if dct is None:
        return _unknown(grain="day", how="weekday")
    today = (dct - 1) % 7 + 1
    back, ahead = (today - weekday) % 7, (weekday - today) % 7
    if meaning.rel is not None:
        if meaning.rel == 0:
            return spans.day(dct - today + weekday, "dct")
        if meaning.rel < 0:
            return spans.day(dct - (back or 7) + 7 * (meaning.rel + 1), "dct")
        return spans.day(dct + (ahead or 7) + 7 * (meaning.rel - 1), "dct")
    told = _weekday_of_story(weekday, story, place)
    if told is not None:
        return told
    now = place.tense
    if now == FUTURE or (now == PRESENT and back > 3) or (place.relation in ("until", "by") and now != PAST):
        return spans.day(dct + (ahead or (7 if now == FUTURE else 0)), "tense")
    return spans.day(dct - back, "tense")


def _weekday_of_story(weekday: int, story: Story, place: Place) -> Resolved | None:
    """A weekday shortly after a day told by its date, more than a week back: the one that follows it in the story."""
    ref = story.ref_day
    if ref is None or ref.found.last is None or story.dct is None or ref.found.how == "dct":
        return None
    if ref.start < place.paragraph_start or place.start - ref.end > _NEAR or ref.found.last > story.dct - 7:
        return None
    if place.tense not in (PAST, None):
        return None
    gap = (weekday - ((ref.found.last - 1) % 7 + 1)) % 7
    return spans.day(ref.found.last + gap, "narrative") if 1 <= gap <= 2 else None


def _day_alone(meaning: Date, story: Story, place: Place) -> Resolved | None:
    """يوم 17, الخميس 21: a day of the month of the document's date or the story's."""
    if story.dct is None:
        return None
    value = meaning.day
    assert value is not None
    y, m, _ = date_of(story.dct)
    candidates: list[int] = []
    for offset in (0, -1, 1, -2, 2, -3, 3):
        number = _day_or_none("gregorian", *spans.shifted_month(y, m, offset), value)
        if number is not None and (meaning.weekday is None or (number - 1) % 7 + 1 == meaning.weekday):
            candidates.append(number)
    if not candidates:
        return None
    now = place.tense
    past = [c for c in candidates if c <= story.dct]
    future = [c for c in candidates if c >= story.dct]
    if now == FUTURE or (now is None and meaning.weekday is None and future and future[0] - story.dct < 15):
        chosen = future[0] if future else candidates[0]
    else:
        chosen = past[0] if past else candidates[0]
    return spans.day(chosen, "tense", flags=(Flag("low-confidence", "no month"),))


def _nth_weekday(meaning: NthWeekday, story: Story, place: Place) -> Resolved | None:
    of = resolve(meaning.of, story, place) if meaning.of is not None else None
    if of is None or of.begin is None or of.last is None:
        return None
    if meaning.number < 0:
        number = of.last - (of.last - meaning.weekday) % 7
    else:
        number = of.begin + (meaning.weekday - of.begin) % 7 + 7 * (meaning.number - 1)
    if not of.begin <= number <= of.last:
        return None
    return spans.day(number, of.how, of.calendar, of.flags)


# --- periods ---------------------------------------------------------------------------------------------------------


def _decade(meaning: Decade, story: Story, place: Place) -> Resolved | None:
    if meaning.century is not None:
        of = resolve(meaning.century, story, place)
        if of is None or of.begin is None:
            return of
        if of.calendar == "hijri":
            first = _year_in("hijri", of.begin) // 100 * 100 + 10 * meaning.digit
            return spans.years(max(first, 1), first + 9, "decade", "hijri")
        return spans.decade(date_of(of.begin)[0] + 10 * meaning.digit, of.how)
    this = story.year
    if meaning.digit in (0, 1):
        return spans.decade(2000 + 10 * meaning.digit)
    if this is not None and this < 1900:
        return spans.decade((this // 100 * 100 if this % 100 > 10 * meaning.digit else this // 100 * 100 - 100) + 10 * meaning.digit)
    first = 1900 + 10 * meaning.digit
    while this is not None and first + 100 + 10 <= this:
        first += 100
    return spans.decade(first)._replace(flags=(Flag("century-guess", f"{first}"),))


def _century(meaning: Century, story: Story, place: Place) -> Resolved | None:
    width = meaning.width
    grain = "century" if width == 100 else "millennium"
    if meaning.calendar == "hijri":
        first = (meaning.number - 1) * width + 1
        return spans.years(first, first + width - 1, grain, "hijri")._replace(flags=(Flag("hijri-approx"),))
    if meaning.calendar != "gregorian":
        return None
    if meaning.before:
        return spans.years(1 - meaning.number * width, -(meaning.number - 1) * width, grain)
    first = (meaning.number - 1) * width
    return spans.century(first) if width == 100 else spans.years(first, first + width - 1, grain)


def _season(meaning: Season, story: Story, place: Place) -> Resolved | None:
    if meaning.year is not None:
        year = full_year(meaning.year, "gregorian", story, place) if meaning.two_digits else meaning.year
        flags = (Flag("century-guess", str(year)),) if meaning.two_digits else ()
        return spans.season(year, meaning.code)._replace(flags=flags)
    if meaning.year_of is not None:
        said = resolve(meaning.year_of, story, place)
        if said is None or said.begin is None:
            return said
        return spans.season(date_of(said.begin)[0], meaning.code, said.how)
    if story.dct is None:
        return _unknown(grain="season")
    this = date_of(story.dct)[0]
    options = [spans.season(year, meaning.code, "dct") for year in range(this - 2, this + 3)]
    if meaning.rel == -1:
        return [s for s in options if s.last is not None and s.last < story.dct or s.begin is not None and s.begin <= story.dct and meaning.code == "WI" and False][-1] if meaning.code != "WI" else _last_winter(options, story.dct)
    if meaning.rel == 1:
        return next(s for s in options if s.begin is not None and s.begin > story.dct)
    if meaning.rel == 0:
        return min(options, key=lambda s: 0 if s.begin <= story.dct <= s.last else min(abs(s.begin - story.dct), abs(s.last - story.dct)))  # type: ignore[operator]
    begun = [s for s in options if s.begin is not None and s.begin <= story.dct]
    return begun[-1]._replace(how="tense")


def _last_winter(options: list[Resolved], dct: int) -> Resolved:
    """الشتاء الماضي: the last winter that ended before the dct, or in January to March the one just over."""
    return [s for s in options if s.last is not None and s.last < dct][-1]


def _years(meaning: Years, story: Story, place: Place) -> Resolved | None:
    if meaning.calendar != "gregorian" and not _is_year(meaning.calendar, meaning.first):
        return None
    calendar = meaning.calendar
    if calendar == "gregorian" and 1340 <= meaning.first <= 1500:
        calendar = "hijri"
    if meaning.first == meaning.last:
        return spans.year(meaning.first, calendar)
    return spans.years(meaning.first, meaning.last, "interval", calendar)


def _part(meaning: Part, story: Story, place: Place) -> Resolved | None:
    if meaning.of is not None:
        of = resolve(meaning.of, story, place)
    elif story.dct is not None:
        of = _part_of_this_year(meaning, story, place)
    else:
        return None
    if of is None or of.begin is None or of.last is None:
        return of
    made = _PARTS[meaning.kind](meaning, of)
    if made is None:
        return None
    return made._replace(how=of.how, calendar=of.calendar, flags=of.flags)


def _part_of_this_year(meaning: Part, story: Story, place: Place) -> Resolved | None:
    """A half or quarter without a year: the latest that has begun, the first that ends after in a future clause."""
    assert story.dct is not None
    if meaning.kind == "ten":
        ref = story.period if story.period is not None and story.period.found.calendar == "hijri" else None
        if ref is not None:
            return ref.found
        y, m, _ = calendars.ordinal_to_hijri(story.dct)
        return spans.month(y if m <= 9 or place.tense != FUTURE else y + 1, 9, "hijri", "dct")
    this = date_of(story.dct)[0]
    year = spans.year(this, how="dct")
    made = _PARTS[meaning.kind](meaning, year)
    if made is not None and made.begin is not None and made.begin > story.dct and place.tense == PAST:
        return spans.year(this - 1, how="dct")
    return year


def _half(meaning: Part, of: Resolved) -> Resolved | None:
    first, last = _ends(of)
    index = 2 if meaning.index == -1 else meaning.index
    if of.grain == "year" and of.calendar == "gregorian":
        return spans.half(date_of(first)[0], index)
    if of.grain == "month":
        middle = first + 14
        return spans.interval(first, middle, "interval") if index == 1 else spans.interval(middle + 1, last, "interval")
    if of.grain in ("decade", "century", "millennium") and of.calendar == "gregorian":
        start, end = date_of(first)[0], date_of(last)[0]
        width = (end - start + 1) // 2
        return spans.years(start, start + width - 1, "interval") if index == 1 else spans.years(start + width, end, "interval")
    if of.calendar != "gregorian":
        start, end = _year_in(of.calendar, first), _year_in(of.calendar, last)
        if end > start:
            width = (end - start + 1) // 2
            return spans.years(start, start + width - 1, "interval", of.calendar) if index == 1 else spans.years(start + width, end, "interval", of.calendar)
        middle = calendars.month_span(of.calendar, start, 6)[1]
        return spans.interval(first, middle, "half") if index == 1 else spans.interval(middle + 1, last, "half")
    middle = (first + last) // 2
    return spans.interval(first, middle, "interval") if index == 1 else spans.interval(middle + 1, last, "interval")


def _ends(of: Resolved) -> tuple[int, int]:
    assert of.begin is not None
    assert of.last is not None
    return of.begin, of.last


def _quarter(meaning: Part, of: Resolved) -> Resolved | None:
    first, last = _ends(of)
    index = 4 if meaning.index == -1 else meaning.index
    if of.calendar != "gregorian":
        year = _year_in(of.calendar, first)
        return spans.interval(
            calendars.month_span(of.calendar, year, 3 * index - 2)[0], calendars.month_span(of.calendar, year, 3 * index)[1], "quarter"
        )
    if of.grain in ("century", "millennium"):
        start = date_of(first)[0]
        width = (date_of(last)[0] - start + 1) // 4
        return spans.years(start + width * (index - 1), start + width * index - 1, "interval")
    return spans.quarter(date_of(first)[0], index)


def _third(meaning: Part, of: Resolved) -> Resolved | None:
    first, last = _ends(of)
    index = 3 if meaning.index == -1 else meaning.index
    if of.grain == "year" and of.calendar == "gregorian":
        return spans.months(date_of(first)[0], 4 * index - 3, 4 * index)
    if of.grain in ("century", "decade") and of.calendar == "gregorian":
        start, end = date_of(first)[0], date_of(last)[0]
        width = (end - start + 1) // 3
        return spans.years(start + width * (index - 1), end if index == 3 else start + width * index - 1, "interval")
    return _ten(Part("ten", index, None), of)


def _ten(meaning: Part, of: Resolved) -> Resolved | None:
    first, last = _ends(of)
    if of.grain != "month":
        return None
    index = meaning.index
    begin = first + 10 * (index - 1)
    return spans.interval(begin, last if index == 3 else begin + 9, "interval")


def _week(meaning: Part, of: Resolved) -> Resolved | None:
    first, last = _ends(of)
    if of.grain == "month":
        if meaning.index == -1:
            return spans.interval(last - 6, last, "week")
        begin = first + 7 * (meaning.index - 1)
        return spans.interval(begin, begin + 6, "week") if begin + 6 <= last + 3 and meaning.index <= 5 else None
    if of.grain == "year" and of.calendar == "gregorian":
        if meaning.index == -1:
            return spans.interval(last - 6, last, "week")
        return spans.iso_week(date_of(first)[0], meaning.index)
    return None


def _day_of(meaning: Part, of: Resolved) -> Resolved | None:
    first, last = _ends(of)
    number = last if meaning.index == -1 else first + meaning.index - 1
    return spans.day(number) if first <= number <= last else None


def _units(meaning: Part, of: Resolved) -> Resolved | None:
    """الأشهر التسعة الأولى من 2023."""
    first, last = _ends(of)
    count, unit = meaning.index, meaning.unit
    from_end = meaning.kind == "last"
    if unit == "M" and of.grain == "year" and of.calendar == "gregorian" and 1 <= count <= 12:
        return spans.months(date_of(first)[0], 13 - count, 12) if from_end else spans.months(date_of(first)[0], 1, count)
    if unit in ("Y", "10Y") and of.grain in ("decade", "century") and of.calendar == "gregorian":
        width = count * (10 if unit == "10Y" else 1)
        start, end = date_of(first)[0], date_of(last)[0]
        return spans.years(end - width + 1, end, "interval") if from_end else spans.years(start, start + width - 1, "interval")
    if unit in ("D", "W"):
        width = count * (7 if unit == "W" else 1)
        return spans.interval(last - width + 1, last, "interval") if from_end else spans.interval(first, first + width - 1, "interval")
    return None


_PARTS: dict[str, Callable[[Part, Resolved], Resolved | None]] = {
    "half": _half,
    "quarter": _quarter,
    "third": _third,
    "ten": _ten,
    "week": _week,
    "day": _day_of,
    "first": _units,
    "last": _units,
}


def _modified(meaning: Modified, story: Story, place: Place) -> Resolved | None:
    of = resolve(meaning.of, story, place)
    if of is None:
        return None
    return of._replace(mod=meaning.mod if meaning.mod in ("START", "MID", "END") else of.mod)


def _same_period(meaning: SamePeriod, story: Story, place: Place) -> Resolved | None:
    year = resolve(meaning.year, story, place)
    if year is None or year.begin is None:
        return year
    target = date_of(year.begin)[0]
    period = story.period
    if period is None or period.found.begin is None or period.found.last is None:
        return year._replace(flags=(Flag("low-confidence", "no period before it in the story"),))
    found = period.found
    assert found.begin is not None
    assert found.last is not None
    if found.mod == "END" and found.grain == "month" and period.place.relation in ("until", "by"):
        first_month, last_month = 1, date_of(found.last)[1]
    else:
        first_month, last_month = date_of(found.begin)[1], date_of(found.last)[1]
    shift = target - date_of(found.begin)[0]
    if found.value is not None and found.grain in ("quarter", "half", "month", "season") and first_month != 1 - (found.grain == "month") and "/" not in found.value:
        moved = {
            "quarter": lambda: spans.quarter(target, int(found.value[-1])),  # type: ignore[index]
            "half": lambda: spans.half(target, int(found.value[-1])),  # type: ignore[index]
            "season": lambda: spans.season(target, found.value[-2:]),  # type: ignore[index]
            "month": lambda: spans.month(target, first_month),
        }[found.grain]()
        if not (found.grain == "month" and found.mod == "END" and period.place.relation in ("until", "by")):
            return moved._replace(how="anaphora")
    if found.grain in ("month", "interval", "quarter", "half"):
        by, bm, bd = date_of(found.begin)
        ly, lm, ld = date_of(found.last)
        whole_months = bd == 1 and ld == month_length(ly, lm)
        if whole_months and by == ly:
            return spans.months(target, first_month, last_month)._replace(how="anaphora") if first_month != last_month else spans.month(target, first_month)._replace(how="anaphora")
        begin = ordinal_of(by + shift, bm, min(bd, month_length(by + shift, bm)))
        last = ordinal_of(ly + shift, lm, min(ld, month_length(ly + shift, lm)))
        return spans.interval(begin, last, "interval", how="anaphora")
    return year._replace(how="anaphora")


def _same_day_of_year(meaning: SameDayOfYear, story: Story, place: Place) -> Resolved | None:
    year = resolve(meaning.year, story, place)
    if year is None or year.begin is None or story.dct is None:
        return _unknown(grain="day")
    _, month, day = date_of(story.dct)
    number = _day_or_none("gregorian", date_of(year.begin)[0], month, day)
    return spans.day(number, "dct") if number is not None else None


def _holiday(meaning: Holiday, story: Story, place: Place) -> Resolved | None:
    calendar, rule, days = meaning.calendar, meaning.rule, meaning.days
    span: tuple[int, int] | None = None
    how = "holiday"
    if meaning.year is not None:
        if isinstance(meaning.year, Date) and meaning.year.calendar == calendar == "hijri" and meaning.year.year is not None:
            span = holidays.holiday_days(calendar, rule, days, meaning.year.year)
        else:
            year = resolve(meaning.year, story, place)
            if year is None or year.begin is None:
                return year
            span = holidays.in_gregorian_year(calendar, rule, days, date_of(year.begin)[0])
    elif story.dct is None:
        return None
    elif meaning.rel is not None:
        span = holidays.occurrence(calendar, rule, days, story.dct, "nearest" if meaning.rel == 0 else "after" if meaning.rel > 0 else "before")
    else:
        span = holidays.occurrence(calendar, rule, days, story.dct, "future" if place.tense == FUTURE else "past")
        how = "tense"
    if span is None:
        return None
    first, last = span
    flags = (Flag("holiday"),) + ((Flag("hijri-approx"),) if calendar == "hijri" else ())
    if meaning.nth > 1:
        first = last = first + meaning.nth - 1
    named = "gregorian" if calendar.startswith("easter") else calendar
    if meaning.eve and not (calendar == "gregorian" and rule in ("12-31", "12-24")):
        first = last = first - 1
    found = spans.interval(first, last, "day" if first == last else "interval", named, how)._replace(flags=flags)
    if meaning.eve and meaning.name.startswith("ليله"):
        return found._replace(type="TIME", value=f"{day_value(first)}TNI", grain="daypart", time="NI", last=first)
    return found


# --- times of day ----------------------------------------------------------------------------------------------------


_NEAR = 120  # code points between a day and a time that still belongs to it


def _day_meant(of: Meaning | None, story: Story, place: Place) -> Resolved | None:
    """Returns the day of a time: its own, else that of the sentence or the story, else the document's."""
    if of is not None:
        return resolve(of, story, place)
    ref = story.ref_day
    if place.opens_line:
        if story.line_day is not None:
            return spans.day(story.line_day, "anaphora")
        if story.dct is not None:
            return spans.day(story.dct, "dct")
    if ref is not None and ref.start < place.sentence_start and story.dct is not None:
        # A day of an earlier sentence is meant where the story goes on, not where the text speaks of now.
        if ref.start < place.paragraph_start:
            ref = None
        elif place.tense == PAST:
            ref = story.day_before(story.dct)
        elif place.start - ref.end > _NEAR:
            ref = None
    if ref is not None and ref.found.begin is not None:
        return spans.day(ref.found.last if ref.found.last is not None else ref.found.begin, "anaphora")
    if story.dct is None:
        return _unknown("TIME", grain="day")
    return spans.day(story.dct, "dct")


_COMMA = re.compile("[،,;:]")


def recurs_by_word(place: Place) -> bool:
    """Tells whether a word shortly before a time says that it recurs: office hours, curfews."""
    near = fold(place.text[max(place.sentence_start, place.start - 40) : place.start]).split()
    return not recurrence_cues().isdisjoint(near)


@cache
def recurrence_cues() -> frozenset[str]:
    """Returns the folded words behind which a clock recurs (ruling 23)."""
    return guard_words("RECURCUE")


def _recurs(story: Story, place: Place) -> bool:
    """Tells whether a time without a day stands in a sentence about what recurs (ruling 23)."""
    if recurs_by_word(place):
        return True
    if story.repeats_at >= place.sentence_start and not _COMMA.search(place.text, story.repeats_at, place.start):
        return True
    ref = story.period
    if ref is None or ref.end < place.sentence_start or ref.found.begin is None or ref.found.last is None:
        return False
    day = story.ref_day
    if day is not None and day.start > ref.start:
        return False
    return ref.found.last > ref.found.begin and ref.found.grain in ("interval", "month", "week")


def _daypart(meaning: Daypart, story: Story, place: Place) -> Resolved | None:
    if meaning.of is None and _recurs(story, place):
        return Resolved("TIME", f"T{meaning.code}", None, None, "daypart", "none", time=meaning.code)
    of = _day_meant(meaning.of, story, place)
    if of is None:
        return None
    if of.begin is None or of.last is None:
        return of._replace(type="TIME", value=None, grain="daypart", time=meaning.code)
    if of.last - of.begin > 1:
        return None
    first = of.begin + meaning.shift
    last = first + 1 if meaning.spans_next else first
    return of._replace(
        type="TIME", value=f"{day_value(first)}T{meaning.code}", begin=first, last=last, grain="daypart", mod=meaning.mod, time=meaning.code
    )


def _clock_text(meaning: Clock) -> tuple[str, int, tuple[Flag, ...]]:
    hour, carry = clock_hour(meaning.hour, meaning.rule)
    if meaning.rule == "am" and meaning.hour == 12 and meaning.minute is not None and meaning.zone is None and meaning.of is not None:
        hour = 0
    elif meaning.rule == "am" and meaning.hour == 12:
        hour = 0
    text = f"{hour:02d}:{meaning.minute or 0:02d}"
    if meaning.second is not None:
        text += f":{meaning.second:02d}"
    unsure = meaning.rule is None and 1 <= meaning.hour <= 12
    return text, carry, (Flag("ampm-unknown"),) if unsure else ()


def _zone(meaning: Clock) -> str | None:
    if meaning.zone is None:
        return None
    name, offset = meaning.zone
    if name == "UTC":
        return "Z"
    if offset and offset[0] in "+-":
        return offset
    return name or None


def _clock(meaning: Clock, story: Story, place: Place) -> Resolved | None:
    text, carry, flags = _clock_text(meaning)
    if meaning.of is None and meaning.rule != "midnight" and _recurs(story, place):
        return Resolved("TIME", f"T{text}", None, None, "time", "none", flags=flags, time=text, zone=_zone(meaning))
    if meaning.of is None and meaning.rule == "midnight":
        return Resolved("TIME", "T00:00", None, None, "time", "none", time="00:00")
    of = _day_meant(meaning.of, story, place)
    if of is None:
        return None
    if of.begin is None or of.last is None:
        return of._replace(type="TIME", value=None, grain="time", time=text)
    ref = story.ref_day
    if meaning.of is None and ref is not None and ref.found.time == "NI" and text < "06" and ref.start >= place.sentence_start:
        carry = 1  # a clock after midnight in a sentence about a night
    if of.last > of.begin + 1:
        return None
    number = of.begin + carry
    if meaning.rule == "midnight":
        flags = (Flag("midnight-side"),)
    return of._replace(
        type="TIME", value=f"{day_value(number)}T{text}", begin=number, last=number, grain="time",
        flags=(*of.flags, *flags), time=text, zone=_zone(meaning), mod=None,
    )  # fmt: skip


# --- ranges ----------------------------------------------------------------------------------------------------------


def _range(meaning: Range, story: Story, place: Place) -> Resolved | None:
    first, last = meaning.first, meaning.last
    if isinstance(first, Clock) and isinstance(last, Clock):
        return _clock_range(first, last, story, place)
    if isinstance(first, Date) and isinstance(last, Date):
        first, last = _shared(first, last)
    end = resolve(last, story, place)
    if isinstance(first, Date) and isinstance(last, Date) and end is not None and end.begin is not None:
        first = _before_end(first, last, end)
        begin = resolve(first, story, Place(place.text, place.start, place.end, "from", place.tense))
        if begin is not None and begin.begin is not None and begin.begin > (end.last or 0) and _is_open(meaning.first):
            begin = _earlier(first, end, story, place) or begin
    else:
        begin = resolve(first, story, place)
    if begin is None or end is None:
        return None
    if begin.begin is None or begin.last is None or end.begin is None or end.last is None:
        return _unknown(grain="interval")
    flags = (*begin.flags, *(flag for flag in end.flags if flag not in begin.flags))
    if begin.begin > end.begin:
        if meaning.dash:
            begin, end = end, begin
            flags = (*flags, Flag("order-reversed"))
        else:
            flags = (*flags, Flag("range-end-before-begin"))
            return None
    assert begin.begin is not None
    assert end.last is not None
    value = span_of_values(begin, end)
    return Resolved(
        "DATE", value, begin.begin, end.last, "interval", end.how if end.how != "explicit" else begin.how, end.calendar, flags,
        begin.mod if begin.mod == end.mod else None,
    )  # fmt: skip


def span_of_values(begin: Resolved, end: Resolved) -> str:
    """Returns the EDTF interval of two resolved ends, each in its own precision."""
    assert begin.begin is not None
    assert end.last is not None
    if begin.calendar == "gregorian" and end.calendar == "gregorian" and begin.value and end.value:
        if not (set("WHQ") & set(begin.value + end.value)) and "T" not in begin.value and len(begin.value) >= 4 and "/" not in begin.value + end.value and len(end.value) >= 4 and "S" not in begin.value + end.value and "F" not in begin.value + end.value:
            if begin.grain in ("day", "month", "year") and end.grain in ("day", "month", "year"):
                return f"{begin.value}/{end.value}"
    if begin.grain in ("century", "decade", "millennium") and end.grain in ("century", "decade", "millennium", "year"):
        return f"{year_value(date_of(begin.begin)[0])}/{year_value(date_of(end.last)[0])}"
    return f"{day_value(begin.begin)}/{day_value(end.last)}"


def _is_open(meaning: Meaning) -> bool:
    return isinstance(meaning, Date) and meaning.year is None


def _earlier(first: Date, end: Resolved, story: Story, place: Place) -> Resolved | None:
    return None


def _shared(first: Date, last: Date) -> tuple[Date, Date]:
    """Completes each end of a range from the other (§4.1)."""
    if first.month is not None and last.month is not None or (first.year is not None and last.year is not None and first.month is None):
        if first.year is None and last.year is not None and first.rel is None:
            year = last.year
            if first.month is not None and last.month is not None and (first.month, first.day or 1) > (last.month, last.day or 31):
                year -= 1
            first = replace(first, year=year, calendar=last.calendar, two_digits=last.two_digits)
        elif first.year is None and last.rel is not None and first.rel is None:
            first = replace(first, rel=last.rel)
        elif first.year is None and last.year_of is not None and first.year_of is None:
            first = replace(first, year_of=last.year_of)
        elif last.year is None and first.year is not None and last.rel is None and last.year_of is None:
            year = first.year
            if (last.month or 1, last.day or 31) < (first.month or 1, first.day or 1):
                year += 1
            last = replace(last, year=year, calendar=first.calendar, two_digits=first.two_digits)
    return first, last


def _before_end(first: Date, last: Date, end: Resolved) -> Date:
    """Gives a first end without a year the latest one that does not lie after the second end."""
    if first.weekday is not None and first.month is None and first.day is None and first.rel is None and last.rel is None:
        assert end.begin is not None
        number = end.begin - (end.begin - first.weekday) % 7
        if number == end.begin:
            number -= 7
        y, m, d = date_of(number)
        return Date(year=y, month=m, day=d)
    if first.month is None or first.year is not None or first.year_of is not None or first.rel is not None:
        return first
    assert end.last is not None
    year = _year_in(first.calendar, end.last)
    number = _day_or_none(first.calendar, year, first.month, first.day or 1)
    if number is not None and number > end.last:
        year -= 1
    return replace(first, year=year)


def _clock_range(first: Clock, last: Clock, story: Story, place: Place) -> Resolved | None:
    if first.rule is None and last.rule is not None and first.hour <= 12:
        same = clock_hour(first.hour, last.rule)[0] * 60 + (first.minute or 0)
        end_minutes = clock_hour(last.hour, last.rule)[0] * 60 + (last.minute or 0)
        rule = last.rule if same < end_minutes else {"pm": "am", "noon": "am", "am": "night", "night": "pm"}.get(last.rule)
        if rule == "am" and first.hour == 12:
            rule = last.rule
        first = Clock(first.hour, first.minute, first.second, rule, first.zone, first.of)
    of = last.of or first.of
    one = resolve(Clock(first.hour, first.minute, first.second, first.rule, first.zone, first.of or of), story, place)
    two = resolve(Clock(last.hour, last.minute, last.second, last.rule, last.zone, of), story, place)
    if one is None or two is None or one.value is None or two.value is None:
        return None
    begin, end = one.begin, two.last
    if begin is not None and end is not None and two.begin == one.begin and (two.time or "") < (one.time or ""):
        end += 1
        two = two._replace(value=f"{day_value(end)}T{two.time}")
    return Resolved(
        "TIME", f"{one.value}/{two.value}", begin, end, "time", one.how, flags=one.flags, time=f"{one.time}/{two.time}", zone=two.zone or one.zone
    )


# --- amounts ---------------------------------------------------------------------------------------------------------


def _amount(meaning: Amount, story: Story, place: Place) -> Resolved | None:
    return Resolved("DURATION", duration_value(meaning), None, None, None, "none")


_MONTHS_OF = {"M": 1, "Y": 12, "10Y": 120, "100Y": 1200}


def _point(meaning: Point, story: Story, place: Place) -> Resolved | None:
    amount = meaning.amount
    if amount.parts[0][0] is None or amount.upto is not None:
        return _amount(amount, story, place)
    anchor, how = story.dct, "dct"
    if meaning.anchor == "ref":
        ref = story.ref
        if ref is None or ref.found.begin is None:
            return _amount(amount, story, place)
        anchor, how = (ref.found.last if meaning.sign > 0 and ref.found.grain in ("day", "daypart", "time", "interval") else ref.found.begin), "anaphora"
    if anchor is None:
        return _unknown(grain=_GRAINS.get(amount.parts[-1][1], "day"))
    found: Resolved | None = None
    for count, unit in amount.parts:
        assert count is not None
        if count != int(count) and unit in ("Y", "10Y", "100Y"):
            return _amount(amount, story, place)
        found = spans.moved(anchor, meaning.sign * count, unit)
        anchor = spans.exact(anchor, count, unit, meaning.sign)
    assert found is not None
    if len(amount.parts) > 1:
        grain_unit = amount.parts[-1][1]
        found = spans.moved(anchor, 0, grain_unit)
    if amount.definite and amount.parts[0][1] == "Y" and len(amount.parts) == 1:
        found = spans.decade(date_of(anchor)[0] // 10 * 10)
    return found._replace(how=how)


def _stretch(meaning: Stretch, story: Story, place: Place) -> Resolved | None:
    amount = meaning.amount
    value = duration_value(amount)
    if amount.parts[0][0] is None or story.dct is None or amount.upto is not None:
        return Resolved("DURATION", value, None, None, "interval", "none" if amount.parts[0][0] is None else "dct")
    far = story.dct
    for count, unit in amount.parts:
        assert count is not None
        far = spans.exact(far, count, unit, meaning.sign)
    first, last = sorted((far, story.dct))
    return Resolved("DURATION", value, first, last, "interval", "dct")


def _repeat(meaning: Repeat, story: Story, place: Place) -> Resolved | None:
    return Resolved("SET", meaning.value, None, None, None, "none")


_RESOLVERS: dict[type, Callable[[Any, Story, Place], Resolved | None]] = {
    Relative: _relative,
    Date: _date,
    Deictic: _deictic,
    Anaphor: _anaphor,
    NthWeekday: _nth_weekday,
    Part: _part,
    Decade: _decade,
    Century: _century,
    Season: _season,
    Years: _years,
    Modified: _modified,
    Daypart: _daypart,
    Clock: _clock,
    Range: _range,
    Amount: _amount,
    Point: _point,
    Stretch: _stretch,
    Repeat: _repeat,
    Holiday: _holiday,
    SamePeriod: _same_period,
    SameDayOfYear: _same_day_of_year,
}
