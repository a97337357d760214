"""vis-timeline: items, groups and options as JSON."""

from __future__ import annotations

from html import escape
from typing import Any, BinaryIO

from timeline_cli.model import Day, Event, Timeline
from timeline_cli.writers.grain import span_of
from timeline_cli.writers.json_text import block_of
from timeline_cli.writers.provenance import Provenance
from timeline_cli.writers.reported import further_tellings

# The program has no Arabic of its own and warns of a locale that it does not know.
_OPTIONS = {"rtl": True, "stack": True, "locale": "ar", "locales": {"ar": {"current": "الآن", "time": "الوقت"}}}


def write(timeline: Timeline, provenance: Provenance, stream: BinaryIO) -> tuple[str, ...]:
    """Writes `{"items", "groups", "options"}` for `new vis.Timeline(element, items, groups, options)`.

    One day is a box, more a range that ends with the day after the last. Markup is escaped. A group is a document.
    Returns what was left out.
    """
    grouped = len(timeline.sources) > 1
    groups = [{"id": source.name, "content": escape(source.title or source.name)} for source in timeline.sources]
    items = [_item(event, grouped) for event in timeline.events]
    stream.write(block_of({"items": items, "groups": groups if grouped else [], "options": _OPTIONS}))
    return further_tellings(timeline.events)


def _item(event: Event, grouped: bool) -> dict[str, Any]:
    first = event.tellings[0]
    item: dict[str, Any] = {"id": event.id, "content": escape(event.title), "start": _iso(event.begin), "type": "box"}
    if event.last != event.begin:
        item |= {"end": _iso(event.last + 1), "type": "range"}
    elif event.time is not None and ":" in event.time:
        item["start"] += f"T{event.time}"
    item["title"] = escape(f"{span_of(event.begin, event.last)} · {first.date_text} · {first.sentence}")
    item["className"] = f"status-{event.status}"
    return item | {"group": first.document} if grouped else item


def _iso(day: Day) -> str:
    """Returns a day as JavaScript reads it: years outside 0–9999 have a sign and six digits (ECMA-262 21.4.1.32)."""
    year, month, number = day.ymd
    return str(day) if 0 <= year <= 9999 else f"{'-' if year < 0 else '+'}{abs(year):06d}-{month:02d}-{number:02d}"
