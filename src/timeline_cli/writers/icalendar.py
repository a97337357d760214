"""iCalendar (RFC 5545): whole days without a time zone; needs icalendar."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any, BinaryIO

from timeline_cli.extras import needed
from timeline_cli.model import Day, Event, Source, Timeline
from timeline_cli.writers.encodable import encodable
from timeline_cli.writers.grain import span_of
from timeline_cli.writers.provenance import Provenance
from timeline_cli.writers.reported import further_tellings, left_out

_FIRST, _LAST = Day.of(1, 1, 1), Day.of(9999, 12, 30)  # the day after the last has to exist too
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


def write(timeline: Timeline, provenance: Provenance, stream: BinaryIO) -> tuple[str, ...]:
    """Writes an all-day entry an event: `DTSTART` and the exclusive `DTEND` as dates, a UID that stays the same.

    A time of day stands in the description, since most texts give no zone. Entries do not block time. Returns what was
    left out.
    """
    ical = needed("icalendar", "ics", "writing iCalendar")
    calendar = ical.Calendar()
    calendar.add("prodid", "-//timeline-cli//timeline//AR")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    dates = {source.name: source for source in timeline.sources}
    fitting = [event for event in timeline.events if event.begin >= _FIRST and event.last <= _LAST]
    for event in fitting:
        calendar.add_component(_entry(ical, event, dates.get(event.tellings[0].document)))
    stream.write(calendar.to_ical())
    others = [event for event in timeline.events if not (event.begin >= _FIRST and event.last <= _LAST)]
    return left_out(others, "iCalendar knows the years 1 to 9999") + further_tellings(fitting)


def _entry(ical: Any, event: Event, source: Source | None) -> Any:
    entry = ical.Event()
    entry.add("uid", f"{event.id}@timeline-cli")
    entry.add("dtstamp", _stamp(source))
    entry.add("dtstart", event.begin.to_date())
    entry.add("dtend", (event.last + 1).to_date())
    entry.add("summary", _clean(event.title))
    entry.add("description", _clean(_description(event, source)))
    if event.places:
        entry.add("location", _clean("، ".join(name.text for name in event.places)))
    entry.add("categories", [event.status])
    entry.add("transp", "TRANSPARENT")
    return entry


def _stamp(source: Source | None) -> datetime:
    """Returns the date of the document, so that the same texts give the same bytes; 1970 where it has none."""
    day = source.date.day if source is not None else None
    if day is None or not _FIRST <= day <= _LAST:
        return _UNDATED
    return datetime.combine(day.to_date(), time(), UTC)


def _description(event: Event, source: Source | None) -> str:
    first = event.tellings[0]
    when = span_of(event.begin, event.last)
    if event.time is not None:
        when += f" {event.time}{' ' + event.zone if event.zone else ''}"
    name = (source.title if source is not None else None) or first.document
    return f"{first.sentence}\n{first.date_text} = {when}\n{name}"


def _clean(text: str) -> str:
    return "".join(c for c in encodable(text) if c == "\n" or c == "\t" or c >= " ")
