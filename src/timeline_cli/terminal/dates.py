"""A date in words, with the month names of a region; and the same days in another calendar."""

from __future__ import annotations

from timeline_cli.dates.calendars import from_ordinal
from timeline_cli.lexicon.loader import rows
from timeline_cli.messages import say
from timeline_cli.model import Day, Event, month_length

REGIONS = ("levant", "egypt", "maghreb", "dual")
CALENDARS = ("gregorian", "julian", "hijri")

_RELATIONS = {"since": "since", "from": "since", "until": "until", "before": "before", "after": "after", "by": "by"}
_PHASES = {"START": "early", "MID": "mid", "END": "late", "BEFORE": "by"}
_DAYPARTS = frozenset({"MO", "MI", "AF", "EV", "NI", "DT"})
_COARSE = frozenset({"year", "decade", "century", "millennium"})
_TO = " – "


def month_name(month: int, region: str) -> str:
    """Returns the name of a month in a region: levant, egypt, maghreb, english, or dual for levant and egypt."""
    row = rows("month_names")[month - 1]
    if region != "dual":
        return row[region]
    return row["levant"] if row["levant"] == row["egypt"] else f"{row['levant']}/{row['egypt']}"


def words_of(event: Event, region: str) -> str:
    """Returns an event's date in Arabic words: `23 آب 2022`, `22–23 تشرين الثاني 2022`, `منذ 2015`."""
    parts = []
    if event.relation in _RELATIONS:
        parts.append(say(f"date.{_RELATIONS[event.relation]}", "ar"))
    if event.mod in _PHASES:
        parts.append(say(f"date.{_PHASES[event.mod]}", "ar"))
    parts.append(_span(event, region))
    if event.time in _DAYPARTS:
        parts.append(say(f"date.{event.time}", "ar"))
    elif event.time and event.precision == "time":
        parts.append(event.time)
    return " ".join(parts)


def year_in_words(year: int, lang: str) -> str:
    """Returns an astronomical year as it is said: 1944, 44 BCE."""
    return say("date.bce", lang, n=1 - year) if year < 1 else str(year)


def beside(event: Event, calendar: str) -> str:
    """Returns an event's days in the Hijri or Julian calendar: `1444-08-23 AH ±1`, `1364-07 → 08 AH`; else nothing.

    A Hijri day that is computed from a Gregorian one may be a day off, since months are sighted: `±1`. Where the text
    itself gave the Hijri date there is no such doubt.
    """
    if calendar not in ("hijri", "julian"):
        return ""
    first, last = from_ordinal(calendar, event.begin.number), from_ordinal(calendar, event.last.number)
    sign = {"hijri": "AH", "julian": "OS"}[calendar]
    if event.precision in _COARSE:
        text = _year(first[0]) if first[0] == last[0] else f"{_year(first[0])} → {_year(last[0])}"
    elif event.begin == event.last:
        text = _iso(first)
    elif first[0] == last[0]:
        text = f"{_iso(first)} → {last[1]:02d}-{last[2]:02d}"
    else:
        text = f"{_iso(first)} → {_iso(last)}"
    computed = calendar == "hijri" and event.calendar != "hijri" and event.precision not in _COARSE
    return f"{text} {sign}{' ±1' if computed else ''}"


def _year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"{1 - year} B"


def _iso(ymd: tuple[int, int, int]) -> str:
    return f"{_year(ymd[0])}-{ymd[1]:02d}-{ymd[2]:02d}"


def _span(event: Event, region: str) -> str:
    first, last = event.begin, event.last
    year = year_in_words(first.year, "ar")
    if first == last:
        return f"{first.day} {month_name(first.month, region)} {year}"
    if first.day == 1 and last.day == month_length(last.year, last.month):
        return _months(event, region)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {month_name(first.month, region)} {year}"
    end = f"{last.day} {month_name(last.month, region)} {year_in_words(last.year, 'ar')}"
    begin = f"{first.day} {month_name(first.month, region)}"
    return f"{begin}{_TO}{end}" if first.year == last.year else f"{begin} {year}{_TO}{end}"


def _months(event: Event, region: str) -> str:
    first, last = event.begin, event.last
    if first.month == 1 and last.month == 12:
        return _years(first, last, event.precision)
    end = f"{month_name(last.month, region)} {year_in_words(last.year, 'ar')}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    begin = month_name(first.month, region)
    if first.year != last.year:
        begin += f" {year_in_words(first.year, 'ar')}"
    return f"{begin}{_TO}{end}"


def _years(first: Day, last: Day, precision: str | None) -> str:
    if precision == "decade" and last.year - first.year == 9:
        return say("date.decade", "ar", n=first.year)
    if precision == "century" and last.year - first.year == 99:
        return say("date.century", "ar", n=first.year // 100 + 1)
    begin, end = year_in_words(first.year, "ar"), year_in_words(last.year, "ar")
    return begin if begin == end else f"{begin}–{end}"
