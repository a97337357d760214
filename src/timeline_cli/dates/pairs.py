"""One day in two calendars: ‏23 شعبان 1444هـ الموافق 15 مارس 2023م‏ (docs/temporal-expressions.md §9.5)."""

from __future__ import annotations

from dataclasses import replace as replaced

from timeline_cli.dates import calendars
from timeline_cli.dates.context import Mention
from timeline_cli.dates.meaning import Date
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.values import day_value
from timeline_cli.model import Day, Flag, TimeExpression

_SIGNS = frozenset({"SLASH", "DASH", "COMMA", "LPAR", "EQUALS", "NEWLINE", "SAMEDAY"})
_NEAR = 2  # days apart at which two calendars still mean one day


def is_pair(right: Mention) -> bool:
    """Tells whether a date stands beside the one before it as the same day in another calendar."""
    between = right.between
    if not between or len(between) > 4:
        return False
    if any("SAMEDAY" in classes for classes in between):
        return all(not classes.isdisjoint(_SIGNS | {"DOT", "PREFIX", "AND"}) for classes in between)
    return len(between) <= 2 and all(not classes.isdisjoint(_SIGNS) for classes in between)


def year_beside(date: Date, partner: int) -> int | None:
    """Returns the year in which a date without one lies nearest to its partner's day."""
    year = calendars.from_ordinal(date.calendar, partner)[0]
    best: tuple[int, int] | None = None
    for candidate in (year - 1, year, year + 1):
        try:
            number = calendars.to_ordinal(date.calendar, candidate, date.month or 1, max(date.day or 1, 1))
        except ValueError:
            continue
        if best is None or abs(number - partner) < best[0]:
            best = (abs(number - partner), candidate)
    return best[1] if best else None


def reconcile(left: TimeExpression, other: Resolved, right: Resolved) -> tuple[TimeExpression, Resolved]:
    """Returns both sides of a pair made to agree: up to two days apart the Hijri side takes the Gregorian day.

    Further apart each keeps its own days and says so, unless a date before 1582 explains it.
    """
    if other.grain != "day" or right.grain != "day" or other.calendar == right.calendar:
        return left, right
    if other.begin is None or right.begin is None:
        return left, right
    gap = right.begin - other.begin
    if gap == 0:
        return _confirmed(left), right._replace(flags=_without(right.flags, "hijri-approx"))
    if abs(gap) > _NEAR:
        if any(flag.code == "julian-likely" for flag in (*other.flags, *right.flags)):
            return left, right
        flag = Flag("calendar-pair-conflict", f"{abs(gap)} days apart")
        return replaced(left, flags=(*left.flags, flag)), right._replace(flags=(*right.flags, flag))
    if right.calendar == "gregorian":
        return _moved(left, right.begin, Flag("pair-adjusted", f"by rule {day_value(other.begin)}")), right
    flags = (
        *_without(right.flags, "hijri-approx", "weekday-conflict"),
        Flag("pair-adjusted", f"by rule {day_value(right.begin)}"),
    )
    value = day_value(other.begin)
    return left, right._replace(value=value, begin=other.begin, last=other.begin, how="pair", flags=flags)


def led_as(right: Mention, left: TimeExpression) -> Mention:
    """Returns the right side of a pair, from, since or until which something is where its left side says so
    (ابتداء من 18 / 10 / 1436 هـ الموافق 3 / 8 / 2015)."""
    bound = right.relation == "on" and left.relation in ("from", "since", "until")
    return replaced(right, relation=left.relation) if bound else right


def _without(flags: tuple[Flag, ...], *codes: str) -> tuple[Flag, ...]:
    return tuple(flag for flag in flags if flag.code not in codes)


def _confirmed(expression: TimeExpression) -> TimeExpression:
    return replaced(expression, flags=_without(expression.flags, "hijri-approx"))


def _moved(expression: TimeExpression, number: int, flag: Flag) -> TimeExpression:
    flags = (*_without(expression.flags, "hijri-approx", "weekday-conflict"), flag)
    day, value = Day(number), day_value(number)
    return replaced(expression, value=value, begin=day, last=day, edtf=value, how="pair", flags=flags)
