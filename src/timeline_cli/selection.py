"""Which events of a timeline are wanted, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from timeline_cli.model import Day, Event, Timeline
from timeline_cli.text.letters import fold

GRAINS = (
    "time",
    "daypart",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
)
ORDERS = ("time", "reverse", "text")

# Longest stretch in days that counts as a grain, for spans that have no grain of their own.
_SPANS = ((1, "day"), (7, "week"), (31, "month"), (92, "quarter"), (184, "half"), (366, "year"), (3653, "decade"))
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked of a timeline. The defaults ask for everything.

    `begin`, `last`: events that touch the stretch from one to the other, both inclusive. `contains`: words that must
    all occur in title, sentence, words of the date, speaker, participants or places; spelling variants count as equal.
    `precision`: the coarsest grain that is wanted. `statuses`: those wanted, empty for all. `order`: time, reverse or
    text. `limit`: how many at most.
    """

    begin: Day | None = None
    last: Day | None = None
    contains: tuple[str, ...] = ()
    precision: str | None = None
    statuses: tuple[str, ...] = ()
    min_confidence: float = 0.0
    order: str = "time"
    limit: int | None = None

    def asked(self) -> dict[str, Any]:
        """Returns what differs from the defaults, as JSON values."""
        return {
            field.name: str(value) if isinstance(value, Day) else list(value) if isinstance(value, tuple) else value
            for field in fields(self)
            if (value := getattr(self, field.name)) != field.default
        }


def selected(timeline: Timeline, selection: Selection) -> Timeline:
    """Returns a timeline with the events that were asked for; its sources stay."""
    tests = tuple(_tests(selection))
    wanted = [event for event in timeline.events if all(test(event) for test in tests)]
    return replace(timeline, events=tuple(_ordered(wanted, timeline, selection.order)[: selection.limit]))


def searchable(text: str) -> str:
    """Returns a text in the form that searches compare: spelling variants, vowel marks, case and digits made equal."""
    return " ".join(fold(text).translate(_DIGITS).casefold().split())


def grain_of(event: Event) -> str:
    """Returns the grain of an event's date; intervals, and dates without one, have the grain of their length."""
    if event.precision in GRAINS:
        return event.precision
    length = event.last - event.begin + 1
    return next((grain for days, grain in _SPANS if length <= days), "century")


def _tests(selection: Selection) -> Iterable[Callable[[Event], bool]]:
    begin, last, coarsest = selection.begin, selection.last, selection.precision
    if begin is not None:
        yield lambda event: event.last >= begin
    if last is not None:
        yield lambda event: event.begin <= last
    if coarsest is not None:
        grains = frozenset(GRAINS[: GRAINS.index(coarsest) + 1])
        yield lambda event: grain_of(event) in grains
    if selection.statuses:
        yield lambda event: event.status in selection.statuses
    if selection.min_confidence > 0:
        yield lambda event: event.confidence >= selection.min_confidence
    if selection.contains:
        words = [searchable(word) for word in selection.contains]
        yield lambda event: _holds(event, words)


def _holds(event: Event, words: list[str]) -> bool:
    text = searchable("\n".join(_words_of(event)))
    return all(word in text for word in words)


def _words_of(event: Event) -> Iterable[str]:
    yield event.title
    yield event.attribution or ""
    for name in event.participants + event.places:
        yield name.text
    for telling in event.tellings:
        yield telling.sentence
        yield telling.date_text


def _ordered(events: list[Event], timeline: Timeline, order: str) -> list[Event]:
    """Returns events in an order; they come in order of time."""
    if order == "reverse":
        return events[::-1]
    if order == "text":
        places = {source.name: place for place, source in enumerate(timeline.sources)}
        return sorted(events, key=lambda event: (places.get(event.tellings[0].document, 0), event.tellings[0].start))
    return events
