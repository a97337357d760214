"""The order of a chronology (docs/events.md §9)."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_cli.model import Event

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
    """Returns events by first day, then coarse before fine, then clock, then place in the text, then id."""
    return tuple(sorted(events, key=_key))


def _key(event: Event) -> tuple[int, int, int, str, str, int, str]:
    telling = event.tellings[0]
    length = event.last - event.begin
    clock = event.time if event.time is not None and event.time[:1].isdigit() else ""
    grain = _RANKS.get(event.precision or "day", 11)
    return (event.begin.number, -length, grain, clock, telling.document, telling.start, event.id)
