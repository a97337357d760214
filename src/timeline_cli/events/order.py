"""The order of a chronology (docs/events.md §9)."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_cli.model import Event

FOLLOW_UP = "follow-up"
"""Flag of an act without a date of its own; its detail is where in the text it stands, in code points."""

_RANKS = {
    name: rank
    for rank, name in enumerate(
        (
            "millennium", "century", "decade", "year", "half", "season", "quarter", "month", "interval", "week",
                "weekend",
            "day", "daypart", "time",
        )
    )
}  # fmt: skip


def ordered(events: Iterable[Event]) -> tuple[Event, ...]:
    """Returns events by first day, then coarse before fine, then clock, then place of date and act in the text, then
    id."""
    return tuple(sorted(events, key=_key))


def _key(event: Event) -> tuple[int, int, int, str, str, int, int, str]:
    telling = event.tellings[0]
    length = event.last - event.begin
    clock = event.time if event.time is not None and event.time[:1].isdigit() else ""
    grain = _RANKS.get(event.precision or "day", 11)
    act = next((int(flag.detail) for flag in event.flags if flag.code == FOLLOW_UP), -1)
    return (event.begin.number, -length, grain, clock, telling.document, telling.start, act, event.id)
