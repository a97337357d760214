"""What can stand side by side: one module a family of patterns, and the order in which their levels run."""

from __future__ import annotations

from functools import cache

from timeline_cli.dates.match import Grammar, Level
from timeline_cli.dates.patterns import (
    calendar_dates,
    clock,
    days_of_month,
    durations,
    holidays,
    numeric_dates,
    periods,
    ranges,
    relative,
    sets,
)
from timeline_cli.dates.words import STRONG


@cache
def grammar() -> Grammar:
    """Returns the compiled grammar. Each level sees what the levels before it found as single tokens."""
    result = Grammar(
        (
            # pairs of month names, years, numeric dates, clocks, amounts, units seen from an anchor, sets
            Level([*calendar_dates.ATOMS, *numeric_dates.ATOMS, *relative.ATOMS, *periods.ATOMS, *clock.ATOMS,
                   *durations.ATOMS, *sets.ATOMS, *ranges.ATOMS]),
            # dates, weekdays, decades, seasons, feasts, amounts that lean on something
            Level([*calendar_dates.LEVEL_DATES, *days_of_month.LEVEL_DATES, *numeric_dates.LEVEL_DATES, *relative.LEVEL_DATES,
                   *periods.LEVEL_DATES, *durations.LEVEL_DATES, *holidays.LEVEL_DATES, *sets.LEVEL_DATES, *ranges.LEVEL_DATES]),
            # appositions, halves and quarters, n-th weekdays
            Level([*relative.LEVEL_PARTS, *periods.LEVEL_PARTS, *sets.LEVEL_PARTS]),
            # early, mid, late
            Level(periods.LEVEL_MODIFIED),
            # parts of a day
            Level(clock.LEVEL_TIMES),
            # clocks with their day
            Level([*clock.LEVEL_CLOCKED, *clock.LEVEL_EDGES]),
            Level([*ranges.LEVEL_RANGES, *durations.LEVEL_RANGES]),
        )
    )  # fmt: skip
    result.compile(STRONG | {"YEAR4", "YEAR3", "AMPM", "SLASH", "COLON", "DATEWORD", "EVERY", "OFIT"})
    return result
