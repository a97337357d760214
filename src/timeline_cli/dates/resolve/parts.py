"""Halves, quarters, thirds, tens, weeks and days of a period (§4.3)."""

from __future__ import annotations

from collections.abc import Callable

from timeline_cli.dates import calendars, spans
from timeline_cli.dates.meaning import Part
from timeline_cli.dates.resolve.calendar import year_in
from timeline_cli.dates.resolve.registry import days_of, resolve, resolves
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.story import Place, Story
from timeline_cli.dates.tense import FUTURE, PAST
from timeline_cli.model import date_of


@resolves(Part)
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
    first, last = days_of(of)
    index = 2 if meaning.index == -1 else meaning.index
    if of.grain == "year" and of.calendar == "gregorian":
        return spans.half(date_of(first)[0], index)
    if of.grain == "month":
        middle = first + 14
        return spans.interval(first, middle, "interval") if index == 1 else spans.interval(middle + 1, last, "interval")
    if of.grain in ("decade", "century", "millennium") and of.calendar == "gregorian":
        start, end = date_of(first)[0], date_of(last)[0]
        width = (end - start + 1) // 2
        return (
            spans.years(start, start + width - 1, "interval")
            if index == 1
            else spans.years(start + width, end, "interval")
        )
    if of.calendar != "gregorian":
        start, end = year_in(of.calendar, first), year_in(of.calendar, last)
        if end > start:
            width = (end - start + 1) // 2
            return (
                spans.years(start, start + width - 1, "interval", of.calendar)
                if index == 1
                else spans.years(start + width, end, "interval", of.calendar)
            )
        middle = calendars.month_span(of.calendar, start, 6)[1]
        return spans.interval(first, middle, "half") if index == 1 else spans.interval(middle + 1, last, "half")
    middle = (first + last) // 2
    return spans.interval(first, middle, "interval") if index == 1 else spans.interval(middle + 1, last, "interval")


def _quarter(meaning: Part, of: Resolved) -> Resolved | None:
    first, last = days_of(of)
    index = 4 if meaning.index == -1 else meaning.index
    if of.calendar != "gregorian":
        year = year_in(of.calendar, first)
        return spans.interval(
            calendars.month_span(of.calendar, year, 3 * index - 2)[0],
            calendars.month_span(of.calendar, year, 3 * index)[1],
            "quarter",
        )
    if of.grain in ("century", "millennium"):
        start = date_of(first)[0]
        width = (date_of(last)[0] - start + 1) // 4
        return spans.years(start + width * (index - 1), start + width * index - 1, "interval")
    return spans.quarter(date_of(first)[0], index)


def _third(meaning: Part, of: Resolved) -> Resolved | None:
    first, last = days_of(of)
    index = 3 if meaning.index == -1 else meaning.index
    if of.grain == "year" and of.calendar == "gregorian":
        return spans.months(date_of(first)[0], 4 * index - 3, 4 * index)
    if of.grain in ("century", "decade") and of.calendar == "gregorian":
        start, end = date_of(first)[0], date_of(last)[0]
        width = (end - start + 1) // 3
        return spans.years(start + width * (index - 1), end if index == 3 else start + width * index - 1, "interval")
    return _ten(Part("ten", index, None), of)


def _ten(meaning: Part, of: Resolved) -> Resolved | None:
    first, last = days_of(of)
    if of.grain != "month":
        return None
    index = meaning.index
    begin = first + 10 * (index - 1)
    return spans.interval(begin, last if index == 3 else begin + 9, "interval")


def _week(meaning: Part, of: Resolved) -> Resolved | None:
    first, last = days_of(of)
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
    first, last = days_of(of)
    number = last if meaning.index == -1 else first + meaning.index - 1
    return spans.day(number) if first <= number <= last else None


def _units(meaning: Part, of: Resolved) -> Resolved | None:
    """الأشهر التسعة الأولى من 2023."""
    first, last = days_of(of)
    count, unit = meaning.index, meaning.unit
    from_end = meaning.kind == "last"
    if unit == "M" and of.grain == "year" and of.calendar == "gregorian" and 1 <= count <= 12:
        return (
            spans.months(date_of(first)[0], 13 - count, 12) if from_end else spans.months(date_of(first)[0], 1, count)
        )
    if unit in ("Y", "10Y") and of.grain in ("decade", "century") and of.calendar == "gregorian":
        width = count * (10 if unit == "10Y" else 1)
        start, end = date_of(first)[0], date_of(last)[0]
        return (
            spans.years(end - width + 1, end, "interval")
            if from_end
            else spans.years(start, start + width - 1, "interval")
        )
    if unit in ("D", "W"):
        width = count * (7 if unit == "W" else 1)
        return (
            spans.interval(last - width + 1, last, "interval")
            if from_end
            else spans.interval(first, first + width - 1, "interval")
        )
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
