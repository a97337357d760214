"""TimelineJS 3 (Knight Lab): the columns of its spreadsheet, and its JSON."""

from __future__ import annotations

import csv
import io
import re
from html import escape
from typing import Any, BinaryIO

from timeline_cli.model import Event, Timeline
from timeline_cli.writers.grain import Parts, parts_of
from timeline_cli.writers.json_text import block_of
from timeline_cli.writers.provenance import Provenance
from timeline_cli.writers.reported import further_tellings

COLUMNS = (
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Type",
    "Group",
    "Background",
)
_IN_WORDS = frozenset({"decade", "century", "millennium", "season", "quarter", "half", "week", "weekend"})
_CLOCK = re.compile(r"\d\d:\d\d(:\d\d)?")


def write_csv(timeline: Timeline, provenance: Provenance, stream: BinaryIO) -> tuple[str, ...]:
    """Writes the columns that the program's spreadsheet has, one row an event; returns what was left out."""
    text = io.StringIO(newline="")
    rows = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    rows.writeheader()
    rows.writerows(row_of(event, timeline) for event in timeline.events)
    stream.write(text.getvalue().encode("utf-8", "replace"))
    return further_tellings(timeline.events)


def write_json(timeline: Timeline, provenance: Provenance, stream: BinaryIO) -> tuple[str, ...]:
    """Writes the program's JSON; returns what was left out.

    The language is no part of it: `new TL.Timeline(element, url, {language: "ar"})`.
    """
    stream.write(block_of({"scale": "human", "events": [slide_of(event, timeline) for event in timeline.events]}))
    return further_tellings(timeline.events)


def row_of(event: Event, timeline: Timeline) -> dict[str, str]:
    """Returns an event as a row: markup escaped, years before 1 CE as the program shows them (-44 is 44 BCE)."""
    slide = slide_of(event, timeline)
    row = {"Headline": slide["text"]["headline"], "Text": slide["text"]["text"], "Group": slide.get("group", "")}
    for prefix, date in (("", slide["start_date"]), ("End ", slide.get("end_date", {}))):
        row |= {f"{prefix}{part.title()}": str(date[part]) for part in ("year", "month", "day") if part in date}
    if _CLOCK.fullmatch(event.time or ""):
        row["Time"] = event.time or ""
    return row | {"Display Date": slide.get("display_date", "")}


def slide_of(event: Event, timeline: Timeline) -> dict[str, Any]:
    """Returns an event as a slide of the program's JSON, as exact as the words are: a month is a year and a month."""
    begin, end = parts_of(event.begin, event.last)
    start = _date(begin)
    if _CLOCK.fullmatch(event.time or ""):
        start |= dict(zip(("hour", "minute", "second"), map(int, (event.time or "").split(":")), strict=False))
    slide: dict[str, Any] = {"unique_id": event.id, "start_date": start}
    if end != begin:
        slide["end_date"] = _date(end)
    if event.precision in _IN_WORDS:
        slide["display_date"] = escape(event.tellings[0].date_text)
    slide["text"] = {"headline": escape(event.title), "text": _text(event, timeline)}
    if len(timeline.sources) > 1:
        slide["group"] = escape(_source_name(event, timeline))
    return slide


def _date(parts: Parts) -> dict[str, int]:
    year = parts.year if parts.year > 0 else parts.year - 1
    return {"year": year} | {key: value for key, value in (("month", parts.month), ("day", parts.day)) if value}


def _text(event: Event, timeline: Timeline) -> str:
    status = "" if event.status == "past" else f" · {escape(event.status)}"
    source = escape(_source_name(event, timeline))
    return f"<p>{escape(event.tellings[0].sentence)}</p><p><small>{source}{status}</small></p>"


def _source_name(event: Event, timeline: Timeline) -> str:
    name = event.tellings[0].document
    return next((source.title for source in timeline.sources if source.name == name and source.title), name)
