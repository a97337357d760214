"""What only looks like a date: names, numbers, ages (docs/temporal-expressions.md §10), told by the words around it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from timeline_cli.dates.guards import names, numbers, periods
from timeline_cli.dates.guards.around import Around
from timeline_cli.dates.match import Item, Pattern
from timeline_cli.dates.tokens import Tokens

Guard = Callable[[Around], bool]

# Which guard an item has to pass, by the classes that its pattern makes.
GUARDS: dict[str, Guard] = {
    "BAREYEAR": numbers.bare_year,
    "YEAR": numbers.named_year,
    "BEYONDDATE": numbers.year_beyond,
    "YEARRANGE": numbers.numeric,
    "NUMDATE": numbers.numeric,
    "AMOUNT": numbers.amount,
    "BAREMONTH": names.bare_month,
    "MONTHDATE": names.month_date,
    "DAYDATE": names.day_month,
    "BAREWEEKDAY": names.weekday,
    "DEICTICDATE": names.deictic_day,
    "DAYPARTALONE": names.daypart_alone,
    "TONIGHT": names.tonight,
    "HOURALONE": numbers.hour_alone,
    "HOLIDAYDATE": names.holiday,
    "BAREPART": periods.bare_part,
    "DECADEDATE": periods.decade,
}


@cache
def _guards_of(pattern: Pattern) -> tuple[Guard, ...]:
    return tuple(guard for cls, guard in GUARDS.items() if cls in pattern.makes)


def is_time(item: Item, tokens: Tokens, text: str, names_of_user: frozenset[str] = frozenset()) -> bool:
    """Tells whether an item that looks like a time expression is one, by the words around it.

    `names_of_user`: words that the user knows as names; an expression that is no more than one of them is none.
    """
    assert item.pattern is not None
    if names_of_user and text[item.start : item.end] in names_of_user:
        return False
    around = Around(item, tokens, text)
    return all(guard(around) for guard in _guards_of(item.pattern)) and not names.in_title(around)
