"""XLSX, right to left, with real dates where the program has them; needs XlsxWriter."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any, BinaryIO

from timeline_cli.extras import needed
from timeline_cli.model import Day, Event, Timeline
from timeline_cli.writers.csv_table import cells_of
from timeline_cli.writers.encodable import encodable
from timeline_cli.writers.provenance import Provenance, tool
from timeline_cli.writers.record import FIELDS, record_of, source_of
from timeline_cli.writers.reported import further_tellings, left_out

FIRST_DATE, LAST_DATE = Day.of(1900, 3, 1), Day.of(9999, 12, 31)
MOST_ROWS = 1_048_575  # below the header
LONGEST_CELL = 32_767  # UTF-16 units

_DATES = ("begin", "last")
_NUMBERS = ("start", "end", "confidence", "tellings")
_WIDTHS = {"title": 50, "sentence": 60, "date_text": 22, "participants": 30, "places": 22, "flags": 24, "document": 24}
_MADE = datetime(2000, 1, 1)  # the same events give the same bytes


def write(timeline: Timeline, provenance: Provenance, stream: BinaryIO) -> tuple[str, ...]:
    """Writes a sheet of the events, one row each, and a sheet of the documents and options.

    Days from 1900-03-01 on are dates, earlier ones text: the program's calendar has a day too many before. No cell is a
    formula. Returns what was left out.
    """
    xlsxwriter = needed("xlsxwriter", "xlsx", "writing XLSX")
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, {"in_memory": True})
    book.set_properties({"created": _MADE, "comments": f"timeline-cli {tool()['version']}"})
    heading, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd", "align": "right"})
    sheet = book.add_worksheet("events")
    _head(sheet, heading)
    events = timeline.events[:MOST_ROWS]
    cut = sum(_row(sheet, number, event, day) for number, event in enumerate(events, 1))
    sheet.autofilter(0, 0, max(len(events), 1), len(FIELDS) - 1)
    _documents(book.add_worksheet("documents"), timeline, provenance, heading)
    book.close()
    stream.write(packed.getvalue())
    remarks = left_out(timeline.events[MOST_ROWS:], f"a sheet holds {MOST_ROWS} rows") + further_tellings(events)
    return (*remarks, f"{cut} cells cut at {LONGEST_CELL} characters") if cut else remarks


def _head(sheet: Any, heading: Any) -> None:
    sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    for column, field in enumerate(FIELDS):
        sheet.write_string(0, column, field, heading)
        sheet.set_column(column, column, _WIDTHS.get(field, 12))


def _row(sheet: Any, number: int, event: Event, day_format: Any) -> int:
    """Writes an event's row and returns how many cells had to be cut."""
    cut = 0
    record = record_of(event)
    for column, (field, cell) in enumerate(zip(FIELDS, cells_of(record), strict=True)):
        day = (event.begin if field == "begin" else event.last) if field in _DATES else None
        if day is not None and FIRST_DATE <= day <= LAST_DATE:
            sheet.write_datetime(number, column, day.to_date(), day_format)
        elif field in _NUMBERS:
            sheet.write_number(number, column, float(cell))
        elif cell:
            text = fitting(cell)
            cut += len(text) < len(cell)
            sheet.write_string(number, column, text)
    return cut


def fitting(cell: str) -> str:
    """Returns a text that fits a cell: not longer than the program allows, without lone surrogates."""
    units = cell.encode("utf-16-le", "replace")
    return units[: LONGEST_CELL * 2].decode("utf-16-le", "ignore") if len(units) > 2 * LONGEST_CELL else encodable(cell)


def _documents(sheet: Any, timeline: Timeline, provenance: Provenance, heading: Any) -> None:
    sheet.right_to_left()
    fields = ("name", "title", "date", "date_source", "date_clue", "sha256", "length")
    for column, field in enumerate(fields):
        sheet.write_string(0, column, field, heading)
        sheet.set_column(column, column, 24)
    number = 0
    for number, source in enumerate(timeline.sources, 1):
        record = source_of(source)
        for column, field in enumerate(fields):
            if record[field] is not None:
                sheet.write_string(number, column, fitting(str(record[field])))
    settings = {"tool": tool(), "options": dict(provenance.options), "selection": dict(provenance.selection)}
    for group, values in settings.items():
        for key, value in values.items():
            number += 1
            sheet.write_string(number + 1, 0, f"{group}: {key}", heading)
            sheet.write_string(number + 1, 1, fitting(str(value)))
