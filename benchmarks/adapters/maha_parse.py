"""Maha: `parse_dimension(text, time=True)`, a relativedelta for each find that is added to the document's date.

The finest part that the words set gives the period: day, week, month or year. Intervals run from the first day of their
start to the last of their end. With the argument `durations`, the finds of `duration=True` that overlap none of these
are added, without days.
"""

import sys
from datetime import datetime, timedelta
from importlib.metadata import version

from hijri_converter import Gregorian
from maha.parsers.functions import parse_dimension
from worker import days, serve

DURATIONS = "durations" in sys.argv[1:]


def native(text, dct):
    return parse_dimension(text, time=True, duration=DURATIONS or None)


def expressions(text, dct):
    base = datetime.fromisoformat(dct)
    found = []
    for item in parse_dimension(text, time=True):
        try:
            begin, last = span(item.value, base, item.body)
        except (ValueError, OverflowError, IndexError):
            begin = last = None
        found.append({"start": item.start, "end": item.end, "begin": begin, "last": last, "type": "DATE"})
    if DURATIONS:
        for item in parse_dimension(text, duration=True):
            if all(item.end <= other["start"] or other["end"] <= item.start for other in found):
                found.append({"start": item.start, "end": item.end, "begin": None, "last": None, "type": "DURATION"})
    return sorted(found, key=lambda expression: expression["start"])


def span(value, base, words):
    if not hasattr(value, "end"):
        return period(value, base, words)
    if value.start is None or value.end is None:
        return period(value.end if value.start is None else value.start, base, words)
    return period(value.start, base, words)[0], period(value.end, base, words)[1]


def period(value, base, words):
    grain = grain_of(value)
    if grain == "week":
        return days(base + timedelta(7 * value.weeks), "week", words)
    if value.is_hijri_set() and grain == "month":
        first = (base + (value + type(value)(day=1))).date()
        length = Gregorian.fromdate(first).to_hijri().month_length()
        return days(first, "day")[0], days(first + timedelta(length - 1), "day")[1]
    return days(base + value, grain)


def grain_of(value):
    finer = (value.is_hours_set, value.is_minutes_set, value.is_seconds_set, value.is_am_pm_set, value.is_days_set)
    if any(is_set() for is_set in finer) or value.weekday is not None:
        return "day"
    if value.weeks is not None:
        return "week"
    if value.is_months_set() or value.next_month is not None or value.prev_month is not None:
        return "month"
    return "year" if value.is_years_set() else "day"


if __name__ == "__main__":
    serve(version("mahad"), native, expressions)
