"""The date column: when an event was, how exactly, and how sure, in few characters."""

from __future__ import annotations

from timeline_cli.model import Day, Event, month_length

INFERRED, RANGE, APPROXIMATE, CONTRADICTORY = "~", "→", "≈", "?"

# Signs and their keys in the legend (messages.csv, `legend.…`), in its order. A range may have one end.
LEGEND = {
    INFERRED: "inferred",
    RANGE: "range",
    f" {RANGE}": "since",
    f"{RANGE} ": "until",
    APPROXIMATE: "approximate",
    CONTRADICTORY: "conflict",
}

_INFERRED_BY = frozenset({"dct", "narrative", "weekday", "tense", "anaphora"})
_INFERRED_FLAGS = frozenset({"year-inferred", "century-guess"})
_APPROXIMATE_FLAGS = frozenset({"hijri-approx"})
_CONTRADICTORY_FLAGS = frozenset({"conflict", "impossible-date"})
_CONFLICT = "-conflict"

_PARTS_OF_YEAR = {
    "01-01/06-30": "H1",
    "07-01/12-31": "H2",
    "01-01/03-31": "Q1",
    "04-01/06-30": "Q2",
    "07-01/09-30": "Q3",
    "10-01/12-31": "Q4",
}
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_DAYPARTS = {"MO": "morning", "MI": "noon", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_PHASES = {"START": "early", "MID": "mid", "END": "late"}
_BOUNDS = {"before": "before ", "after": "after ", "by": "by "}


def cell_of(event: Event) -> str:
    """Returns an event's date with its signs, such as `2022-08-23 ~` or `2022-11-22 → 11-23`."""
    return " ".join(part for part in (_date(event), "".join(signs_of(event))) if part)


def signs_of(event: Event) -> list[str]:
    """Returns the signs after a date, which say how sure it is."""
    codes = {flag.code for flag in event.flags}
    signs = []
    if event.how in _INFERRED_BY or codes & _INFERRED_FLAGS:
        signs.append(INFERRED)
    if event.mod == "APPROX" or codes & _APPROXIMATE_FLAGS:
        signs.append(APPROXIMATE)
    if codes & _CONTRADICTORY_FLAGS or any(code.endswith(_CONFLICT) for code in codes):
        signs.append(CONTRADICTORY)
    return signs


def legend_of(event: Event) -> list[str]:
    """Returns the keys of `LEGEND` that explain an event's cell."""
    date = _date(event)
    if RANGE not in date:
        return signs_of(event)
    open_end, open_begin = date.endswith(RANGE), date.startswith(RANGE)
    return [f" {RANGE}" if open_end else f"{RANGE} " if open_begin else RANGE, *signs_of(event)]


def heading_of(event: Event) -> str:
    """Returns the heading that an event stands under: its year, or its decade, century or millennium."""
    first, last = event.begin, event.last
    if event.precision not in ("decade", "century", "millennium"):
        return year_text(first.year)
    if _is_year_start(first) and _is_year_end(last):
        return _years(first.year, last.year, event.precision)
    return _range(year_text(first.year), year_text(last.year))


def year_text(year: int) -> str:
    """Returns an astronomical year as it is said: 1944, 44 BCE."""
    return f"{1 - year} BCE" if year < 1 else str(year)


def _date(event: Event) -> str:
    date = _days(event)
    if event.precision == "time" and event.time:
        date += f" {event.time}"
    elif event.time in _DAYPARTS:
        date += f" {_DAYPARTS[event.time]}"
    if event.mod in _PHASES:
        date += f" {_PHASES[event.mod]}"
    if event.relation in ("since", "from"):
        return date if RANGE in date else f"{date} {RANGE}"
    if event.relation == "until":
        return date if RANGE in date else f"{RANGE} {date}"
    if event.mod == "BEFORE":
        return f"by {date}"
    return _BOUNDS.get(event.relation, "") + date


def _days(event: Event) -> str:
    """Returns the days as the coarsest unit that they fill, else as a range."""
    first, last = event.begin, event.last
    if first == last:
        return _day(first)
    if _is_year_start(first) and _is_year_end(last):
        return _years(first.year, last.year, event.precision)
    if first.year == last.year:
        part = _PARTS_OF_YEAR.get(f"{first.month:02d}-{first.day:02d}/{last.month:02d}-{last.day:02d}")
        if part and event.precision in ("half", "quarter"):
            return f"{year_text(first.year)}-{part}"
    if first.day == 1 and last.day == month_length(last.year, last.month):
        if event.precision == "season" and first.month in _SEASONS:
            return f"{year_text(first.year)} {_SEASONS[first.month]}"
        return _range(_month(first), _month(last))
    return _range(_day(first), _day(last))


def _years(first: int, last: int, precision: str | None) -> str:
    if precision == "decade" and last - first == 9 and first > 0:
        return f"{first}s"
    if precision == "century" and last - first == 99 and first > 0:
        return f"{_ordinal(first // 100 + 1)} century"
    return _range(year_text(first), year_text(last))


def _range(first: str, last: str) -> str:
    """Returns `first → last`; the year, or year and month, that both begin with is said once."""
    if first == last:
        return first
    parts, others = first.split("-"), last.split("-")
    if len(parts) == len(others) and len(parts) > 1 and parts[0] == others[0]:
        last = "-".join(others[1:])
    return f"{first} {RANGE} {last}"


def _day(day: Day) -> str:
    return f"{_month(day)}-{day.day:02d}"


def _month(day: Day) -> str:
    year = f"{day.year:04d}" if day.year > 0 else year_text(day.year)
    return f"{year}-{day.month:02d}"


def _is_year_start(day: Day) -> bool:
    return (day.month, day.day) == (1, 1)


def _is_year_end(day: Day) -> bool:
    return (day.month, day.day) == (12, 31)


def _ordinal(number: int) -> str:
    if 10 < number % 100 < 14:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
