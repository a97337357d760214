"""The most telling events of a chronology (docs/events.md §8.5)."""

from __future__ import annotations

from collections import Counter
from math import log

from timeline_cli.events.order import ordered
from timeline_cli.model import Event, Timeline

_PRECISION = {"time": 1.0, "daypart": 1.0, "day": 1.0, "interval": 0.8, "week": 0.7, "weekend": 0.7, "month": 0.6}
_COARSE = 0.3
_STATUS = {"past": 1.0, "ongoing": 0.9, "planned": 0.8, "denied": 0.6, "hypothetical": 0.4}


def salience(event: Event, lengths: dict[str, int], named: Counter[str]) -> float:
    """Returns how salient an event is within its timeline, 0 upwards.

    2·ln(1 + documents) + ln(1 + tellings) + precision + centrality + company, times status and confidence. Centrality
    is 1 at the start of its text and 0 at the end; company is how often its best-known name occurs in the timeline.
    `lengths`: code points of each document; `named`: number of events of each participant.
    """
    documents = len({telling.document for telling in event.tellings})
    first = event.tellings[0]
    centrality = 1 - first.start / max(1, lengths.get(first.document, first.start or 1))
    company = log(1 + max((named[name.text] for name in event.participants), default=0)) / 2
    told = 2 * log(1 + documents) + log(1 + len(event.tellings))
    total = told + _PRECISION.get(event.precision or "", _COARSE) + centrality + company
    return total * _STATUS.get(event.status, 1.0) * event.confidence


def top(timeline: Timeline, number: int) -> Timeline:
    """Returns the timeline with its most salient events only, in order of time."""
    lengths = {source.name: source.length for source in timeline.sources}
    named = Counter(name.text for event in timeline.events for name in event.participants)
    ranked = sorted(timeline.events, key=lambda event: (-salience(event, lengths, named), event.begin, event.id))
    return Timeline(ordered(ranked[: max(0, number)]), timeline.sources)
