"""What a writer says of the events that its format cannot hold."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.model import Event

NAMED = 3


def left_out(events: Sequence[Event], reason: str) -> tuple[str, ...]:
    """Returns the remark on events that were not written, none where there are none; the first are named."""
    if not events:
        return ()
    named = "; ".join(f"{event.begin} {event.title[:40]}" for event in events[:NAMED])
    more = f" and {len(events) - NAMED} more" if len(events) > NAMED else ""
    return (f"{len(events)} events left out ({reason}): {named}{more}",)


def further_tellings(events: Sequence[Event]) -> tuple[str, ...]:
    """Returns the remark on second and later tellings, which flat formats do not hold; none where there are none."""
    further = sum(len(event.tellings) - 1 for event in events)
    return (f"{further} further tellings left out; the first stands for all",) if further else ()
