"""Timesketch: JSON lines with the fields that its importer asks for."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any, BinaryIO

from timeline_cli.model import Day, Event, Timeline
from timeline_cli.writers.grain import span_of
from timeline_cli.writers.json_text import line_of
from timeline_cli.writers.provenance import Provenance
from timeline_cli.writers.reported import left_out

# What 64 bits of nanoseconds around 1970 hold: the importer reads dates with pandas.
FIRST, LAST = Day.of(1677, 9, 22), Day.of(2262, 4, 10)
_CLOCK = re.compile(r"\d\d:\d\d(:\d\d)?")
_OFFSET = re.compile(r"[+-]\d\d:\d\d")


def write(timeline: Timeline, provenance: Provenance, stream: BinaryIO) -> tuple[str, ...]:
    """Writes a line an event: `message`, `datetime`, `timestamp` (microseconds), `timestamp_desc`, and the record.

    The format wants a zone. Where the text gives none it is `+00:00`, and `zone_in_text` is null. Returns what was
    left out.
    """
    fitting = [event for event in timeline.events if FIRST <= event.begin <= LAST]
    for event in fitting:
        stream.write(line_of(line_for(event)))
    others = [event for event in timeline.events if not FIRST <= event.begin <= LAST]
    return left_out(others, f"Timesketch knows {FIRST} to {LAST}")


def line_for(event: Event) -> dict[str, Any]:
    """Returns an event as a line of Timesketch; a stretch of days stands at its first."""
    first = event.tellings[0]
    moment = _moment(event)
    return {
        "message": event.title,
        "datetime": moment.isoformat(),
        "timestamp": round((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()) * 1_000_000,
        "timestamp_desc": _kind(event),
        "zone_in_text": event.zone,
        "time_in_text": event.time,
        "first_day": str(event.begin),
        "last_day": str(event.last),
        "span": span_of(event.begin, event.last),
        "precision": event.precision,
        "relation": event.relation,
        "status": event.status,
        "attribution": event.attribution,
        "participants": [name.text for name in event.participants],
        "places": [name.text for name in event.places],
        "date_text": first.date_text,
        "sentence": first.sentence,
        "document": first.document,
        "offset_start": first.start,
        "offset_end": first.end,
        "how": event.how,
        "confidence": round(event.confidence, 3),
        "flags": [str(flag) for flag in event.flags],
        "tellings": len(event.tellings),
        "event_id": event.id,
    }


def _moment(event: Event) -> datetime:
    clock = event.time if _CLOCK.fullmatch(event.time or "") else "00:00"
    offset = event.zone if _OFFSET.fullmatch(event.zone or "") else "+00:00"
    try:
        return datetime.fromisoformat(f"{event.begin}T{clock}{offset}")
    except ValueError:  # an hour such as 24:00
        return datetime.fromisoformat(f"{event.begin}T00:00{offset}")


def _kind(event: Event) -> str:
    said = "first day of " if event.last != event.begin else ""
    return f"Event date in text ({said}{event.precision or 'interval'})"
