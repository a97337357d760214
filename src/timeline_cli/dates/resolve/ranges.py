"""Ranges: what each end takes from the other, and their common value (§4.1)."""

from __future__ import annotations

import re

from timeline_cli.dates.meaning import Clock, Date, Range
from timeline_cli.dates.patterns.build import replace
from timeline_cli.dates.resolve.calendar import day_or_none, year_in
from timeline_cli.dates.resolve.registry import days_of, resolve, resolves, unknown
from timeline_cli.dates.resolve.times import clock_range
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.story import PUT_OFF, Place, Story
from timeline_cli.dates.values import day_value, year_value
from timeline_cli.model import Flag, date_of


@resolves(Range)
def _range(meaning: Range, story: Story, place: Place) -> Resolved | None:
    first, last = meaning.first, meaning.last
    if isinstance(first, Clock) and isinstance(last, Clock):
        return clock_range(first, last, story, place)
    if isinstance(first, Date) and isinstance(last, Date):
        first, last = _shared(first, last)
        if first.month is not None and _is_bare_weekday(last):
            return _to_weekday(meaning, first, last, story, place)
    end = resolve(last, story, place)
    if isinstance(first, Date) and isinstance(last, Date) and end is not None and end.begin is not None:
        first = _before_end(first, last, end)
        begin = resolve(first, story, Place(place.text, place.start, place.end, "from", place.tense))
    else:
        begin = resolve(first, story, place)
    if begin is None or end is None:
        return None
    if not meaning.dash and _is_put_off(place):
        return end
    if begin.begin is None or end.begin is None:
        return unknown(grain="interval")
    flags = (*begin.flags, *(flag for flag in end.flags if flag not in begin.flags))
    if begin.begin > end.begin:
        if not meaning.dash:
            return None
        begin, end = end, begin
        flags = (*flags, Flag("order-reversed"))
    how = end.how if end.how != "explicit" else begin.how
    mod = begin.mod if begin.mod == end.mod else None
    first_day, last_day = days_of(begin)[0], days_of(end)[1]
    value = span_of_values(begin, end)
    return Resolved("DATE", value, first_day, last_day, "interval", how, end.calendar, flags, mod)


_OPENED = re.compile(r"(?:من|بين|منذ)\s(?:\S+\s)?$")


def _is_put_off(place: Place) -> bool:
    """Tells whether two dates are what something had been planned for and what it was put off to (تأجيل مباراة كانت
    مقررة السبت إلى 12 من الشهر)."""
    lead = place.text[max(place.sentence_start, place.start - 160) : place.start]
    return PUT_OFF.search(lead) is not None and _OPENED.search(lead) is None


def _is_bare_weekday(date: Date) -> bool:
    return date.weekday is not None and (date.month, date.day, date.rel, date.week_of) == (None, None, None, None)


def _to_weekday(meaning: Range, first: Date, last: Date, story: Story, place: Place) -> Resolved | None:
    """من السبت 7 مارس حتى الاثنين: the first such weekday after the date."""
    begin = resolve(first, story, place)
    if begin is None or begin.last is None or last.weekday is None:
        return begin
    end = begin.last + (last.weekday - ((begin.last - 1) % 7 + 1)) % 7
    value = f"{day_value(days_of(begin)[0])}/{day_value(end)}"
    return begin._replace(value=value, last=end, grain="interval")


_PLAIN_GRAINS = frozenset({"day", "month", "year"})
_LONG_GRAINS = frozenset({"century", "decade", "millennium"})


def span_of_values(begin: Resolved, end: Resolved) -> str:
    """Returns the EDTF interval of two resolved ends, each in its own precision where EDTF has one."""
    first, last = days_of(begin)[0], days_of(end)[1]
    plain = begin.calendar == end.calendar == "gregorian" and {begin.grain, end.grain} <= _PLAIN_GRAINS
    if plain and begin.type == end.type == "DATE" and begin.value and end.value:
        return f"{begin.value}/{end.value}"
    if begin.grain in _LONG_GRAINS and end.grain in _LONG_GRAINS | {"year"}:
        return f"{year_value(date_of(first)[0])}/{year_value(date_of(last)[0])}"
    return f"{day_value(first)}/{day_value(last)}"


def _shared(first: Date, last: Date) -> tuple[Date, Date]:
    """Completes each end of a range from the other (§4.1)."""
    if (first.month is not None and last.month is not None) or (
        first.year is not None and last.year is not None and first.month is None
    ):
        if first.year is None and last.year is not None and first.rel is None:
            year = last.year
            if (
                first.month is not None
                and last.month is not None
                and (first.month, first.day or 1) > (last.month, last.day or 31)
            ):
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
    if (
        first.weekday is not None
        and first.month is None
        and first.day is None
        and first.rel is None
        and last.rel is None
    ):
        assert end.begin is not None
        before = (end.begin - first.weekday) % 7 or 7
        y, m, d = date_of(end.begin - before)
        return Date(year=y, month=m, day=d)
    if first.month is None or first.year is not None or first.year_of is not None or first.rel is not None:
        return first
    assert end.last is not None
    year = year_in(first.calendar, end.last)
    number = day_or_none(first.calendar, year, first.month, first.day or 1)
    if number is not None and number > end.last:
        year -= 1
    return replace(first, year=year)
