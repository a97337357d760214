"""Calendar dates, complete or with parts that the document or the story supplies (§3, §6.3, §6.5)."""

from __future__ import annotations

import re
from functools import cache

from timeline_cli.dates import calendars, spans
from timeline_cli.dates.fold import fold
from timeline_cli.dates.meaning import Date, NthWeekday
from timeline_cli.dates.patterns.build import replace
from timeline_cli.dates.resolve.calendar import day_or_none, is_year, weekday_flags, year_in
from timeline_cli.dates.resolve.registry import resolve, resolves, unknown
from timeline_cli.dates.resolve.weekdays import resolve_weekday
from timeline_cli.dates.resolve.years import full_year, narrative_year, year_by_tense, year_by_weekday
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.story import Place, Story
from timeline_cli.dates.tense import FUTURE, PAST
from timeline_cli.dates.values import month_value
from timeline_cli.lexicon import rows
from timeline_cli.model import Flag, date_of, ordinal_of

GREGORIAN_BEGINS = ordinal_of(1582, 10, 15)
_STANDS_FOR = re.compile(r"\s*[،,(]?\s*(?:ال)?(?:موافق|مصادف)(?:ة)?\s*(?:ل|يوم|في)?\s*[:(]?\s*")


def libyan(meaning: Date, story: Story) -> Date:
    """Returns a Libyan date in the calendar that it counts by (§2.6): solar year + 632, lunar year + 11 AH."""
    assert meaning.year is not None
    solar = meaning.year + 632
    if solar <= (story.year or 2030):
        return replace(meaning, calendar="gregorian", year=solar)
    return replace(meaning, calendar="hijri", year=meaning.year + 11)


@resolves(Date)
def resolve_date(meaning: Date, story: Story, place: Place) -> Resolved | None:
    """Returns the days of a calendar date, its missing parts supplied."""
    if meaning.calendar == "libyan":
        meaning = libyan(meaning, story)
    flags = tuple(flag for flag in meaning.flags if flag.code != "era")
    if story.options.date_order == "mdy" and any(flag.code == "order-ambiguous" for flag in flags):
        meaning = replace(meaning, day=meaning.month, month=meaning.day)
    if meaning.two_digits and meaning.year is not None:
        year = full_year(meaning.year, meaning.calendar, story)
        meaning = replace(meaning, year=year, two_digits=False)
        flags = (*flags, Flag("century-guess", f"{meaning.year}"))
    if meaning.month is None and meaning.day is None and meaning.weekday is not None:
        return resolve_weekday(meaning, story, place)
    if meaning.month_of is not None and meaning.day is not None:
        found = resolve(meaning.month_of, story, place)
        if found is None or found.begin is None or found.last is None:
            return found
        number = found.begin + meaning.day - 1 if meaning.day > 0 else found.last
        if number > found.last:
            return Resolved("DATE", None, None, None, "day", "dct", flags=(*flags, Flag("impossible-date")))
        return spans.day(number, found.how, found.calendar, flags=(*flags, *weekday_flags(number, meaning.weekday)))
    if meaning.month is None and meaning.day is not None:
        return _day_alone(meaning, story, place)
    if meaning.year is None:
        return _without_year(meaning, flags, story, place)
    return complete(meaning, meaning.year, flags, "explicit")


def complete(meaning: Date, year: int, flags: tuple[Flag, ...], how: str) -> Resolved | None:
    """Returns a date whose year is known."""
    calendar = meaning.calendar
    if calendar != "gregorian" and not is_year(calendar, year):
        return None
    if calendar == "hijri":
        flags = (*flags, Flag("hijri-approx")) if not any(f.code == "hijri-approx" for f in flags) else flags
    if meaning.month is None:
        return spans.year(year, calendar, how)._replace(flags=flags)
    if meaning.day is None:
        return spans.month(year, meaning.month, calendar, how)._replace(flags=flags)
    number = day_or_none(calendar, year, meaning.month, meaning.day)
    if number is None:
        value = f"{month_value(year, meaning.month)}-{meaning.day:02d}" if calendar == "gregorian" else None
        return Resolved("DATE", value, None, None, "day", how, calendar, (*flags, Flag("impossible-date")))
    if calendar == "hijri" and meaning.day > calendars.hijri_month_length(year, meaning.month):
        flags = (*flags, Flag("impossible-date", "day 30 of a month of 29 days"))
    flags = (*flags, *weekday_flags(number, meaning.weekday))
    if calendar == "gregorian" and number < GREGORIAN_BEGINS and year > 0:
        flags = (*flags, Flag("julian-likely"))
    return spans.day(number, how, calendar, flags)


def _without_year(meaning: Date, flags: tuple[Flag, ...], story: Story, place: Place) -> Resolved | None:
    if meaning.year_of is not None:
        said = resolve(meaning.year_of, story, place)
        if said is None or said.begin is None:
            return said
        begin = said.begin
        if said.how == "anaphora" and not meaning.year_of.offset and story.ref is not None:
            begin = story.ref.found.begin or begin  # شوال من السنة ذاتها, of the Hijri year that the day was in
        hijri = _hijri_year_told(meaning, said, story)
        if hijri is not None:
            return complete(meaning, hijri, flags, said.how)
        number = year_in(meaning.calendar, begin) if meaning.calendar != "gregorian" else date_of(said.begin)[0]
        found = complete(meaning, number, flags, said.how)
        return found
    if meaning.rel is not None:
        return _governed(meaning, meaning.rel, flags, story)
    return _bare(meaning, flags, story, place)


def _hijri_year_told(meaning: Date, said: Resolved, story: Story) -> int | None:
    """Returns the Hijri year that العام التالي means for a Hijri month: counted from the Hijri year last named, where
    what the story named last lies in it (محرم 478هـ (مايو 1085م) … ربيع الأول من العام التالي)."""
    told, year, ref = meaning.year_of, story.hijri_year, story.ref
    if meaning.calendar != "hijri" or said.how != "anaphora" or told is None or year is None or ref is None:
        return None
    if told.unit != "Y" or not told.offset or ref.found.begin is None or ref.found.last is None:
        return None
    within = year_in("hijri", ref.found.begin) <= year <= year_in("hijri", ref.found.last)
    return year + told.offset if within else None


_WEEKDAY_NEAR = 15  # days from the document's date to the day that a governed weekday can mean


def _governed(meaning: Date, rel: int, flags: tuple[Flag, ...], story: Story) -> Resolved | None:
    """مارس الماضي, 10 تموز المقبل, 18 آب الجاري (§6.3)."""
    if story.dct is None:
        return unknown(grain="day" if meaning.day else "month")
    dct, calendar, month = story.dct, meaning.calendar, meaning.month
    assert month is not None
    this_year, this_month, _ = calendars.from_ordinal(calendar, dct)
    if rel == 0:
        found = complete(meaning, this_year, flags, "dct")
        return found
    step = 1 if rel > 0 else -1
    year = this_year
    if meaning.day is not None and meaning.weekday is not None:
        # The adjective is the weekday's (الاثنين المقبل 18 شوال): of the days of that date, the one nearest by.
        days = [(n, y) for y in (year - 1, year, year + 1) if (n := day_or_none(calendar, y, month, meaning.day))]
        near = min(days, key=lambda entry: abs(entry[0] - dct), default=None)
        if near is not None and abs(near[0] - dct) <= _WEEKDAY_NEAR:
            return complete(meaning, near[1], flags, "dct")
    if meaning.day is not None:
        for year in (this_year, this_year + step):
            number = day_or_none(calendar, year, month, meaning.day)
            if number is not None and (number - dct) * step > 0:
                break
    elif (month - this_month) * step <= 0:
        year = this_year + step
    year += rel - step
    return complete(meaning, year, flags, "dct")


def _bare(meaning: Date, flags: tuple[Flag, ...], story: Story, place: Place) -> Resolved | None:
    """A day and month, or a month, without a year (§6.5, §6.6)."""
    calendar, month = meaning.calendar, meaning.month
    assert month is not None
    told = narrative_year(meaning, story, place)
    if told is not None:
        return complete(meaning, told, (*flags, Flag("year-inferred", "the story")), "narrative")
    if story.dct is None:
        if calendar != "gregorian":
            return Resolved("DATE", None, None, None, "day" if meaning.day else "month", "none", calendar, flags)
        value = f"XXXX-{month:02d}-{meaning.day:02d}" if meaning.day and meaning.day > 0 else f"XXXX-{month:02d}"
        return Resolved("DATE", value, None, None, "day" if meaning.day else "month", "none", calendar, flags)
    year = _year_of_pair(meaning, story, place) or _year_of_next(meaning, story, place)
    year = year or _year_before_next(meaning, place, year_by_tense(meaning, story.dct, place))
    if meaning.weekday is not None and meaning.day is not None:
        by_weekday = year_by_weekday(meaning, year, story.dct)
        if by_weekday is not None:
            return complete(meaning, by_weekday, flags, "weekday")
    return complete(meaning, year, (*flags, Flag("year-inferred", "the document's date")), "tense")


def _year_of_next(meaning: Date, story: Story, place: Place) -> int | None:
    """Returns the year of what follows a day or month to come in a list (تُصرف في مايو وسبتمبر), None elsewhere."""
    before = story.ref
    if before is None or before.found.begin is None or place.text[before.end : place.start].strip() not in ("و", "، و"):
        return None
    if story.dct is None or before.found.begin <= story.dct or meaning.month is None:
        return None
    year = year_in(meaning.calendar, before.found.begin)
    first = day_or_none(meaning.calendar, year, meaning.month, meaning.day or 1)
    return year if first is None or first > before.found.begin else year + 1


# What happened since, with its month and year: اختفت في 16 مايو ثم عادت في فبراير/شباط 2019
_SINCE_THEN = re.compile(r"[^.!؟?\n؛]{0,80}?\s(?:ثم|قبل [أا]ن)\s[^.!؟?\n؛]{0,60}?(\w+) (?:عام |من عام )?(\d{4})\b")


def _year_before_next(meaning: Date, place: Place, year: int) -> int:
    """Returns the year of a past day or month that lies before a dated act told as its sequel in the sentence."""
    later = _SINCE_THEN.match(place.text, place.end) if meaning.calendar == "gregorian" else None
    month = _months().get(fold(later[1])) if later is not None else None
    if later is None or month is None or place.tense != PAST or int(later[2]) > year:
        return year
    assert meaning.month is not None
    return int(later[2]) - (1 if meaning.month > month else 0)


@cache
def _months() -> dict[str, int]:
    return {row["fold"]: int(row["month"]) for row in rows("months") if row["calendar"] == "gregorian"}


def _year_of_pair(meaning: Date, story: Story, place: Place) -> int | None:
    """Returns the year in which a date is the day it stands for (الأحد المقبل الموافق 9 أغسطس), None elsewhere."""
    day = story.ref_day
    if day is None or day.found.begin is None or meaning.day is None or meaning.month is None:
        return None
    between = place.text[day.end : place.start]
    if len(between) > 24 or _STANDS_FOR.fullmatch(between) is None:
        return None
    told = day.found.begin
    this = year_in(meaning.calendar, told)
    near = {year: day_or_none(meaning.calendar, year, meaning.month, meaning.day) for year in range(this - 1, this + 2)}
    days = {year: number for year, number in near.items() if number is not None}
    return min(days, key=lambda year: abs(days[year] - told)) if days else None


@resolves(NthWeekday)
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


def _day_alone(meaning: Date, story: Story, place: Place) -> Resolved | None:
    """يوم 17, الخميس 21: a day of the month of the document's date or the story's."""
    if story.dct is None:
        return None
    value = meaning.day
    assert value is not None
    y, m, _ = date_of(story.dct)
    candidates: list[int] = []
    for offset in (0, -1, 1, -2, 2, -3, 3):
        number = day_or_none("gregorian", *spans.shifted_month(y, m, offset), value)
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
