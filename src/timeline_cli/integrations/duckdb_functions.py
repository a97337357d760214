"""Functions for DuckDB: `timeline_parse` and `timeline_events`; needs duckdb.

>>> import duckdb
>>> from timeline_cli.integrations.duckdb_functions import register
>>> base = register(duckdb.connect())
>>> base.execute("SELECT timeline_parse('يوليو/ تموز 1944', NULL).value").fetchone()
('1944-07',)
"""

from __future__ import annotations

import logging
from typing import Any

from timeline_cli import extract, parse
from timeline_cli.errors import TimelineError
from timeline_cli.extras import needed
from timeline_cli.model import Event, TimeExpression

PARSED = (
    "STRUCT(type VARCHAR, value VARCHAR, begin_day VARCHAR, last_day VARCHAR, mod VARCHAR, calendar VARCHAR, "
    "precision VARCHAR, edtf VARCHAR)"
)
EVENTS = (
    "STRUCT(id VARCHAR, begin_day VARCHAR, last_day VARCHAR, title VARCHAR, status VARCHAR, date_text VARCHAR, "
    "sentence VARCHAR, start_at BIGINT, end_at BIGINT, confidence DOUBLE)[]"
)

_log = logging.getLogger(__name__)


def register(connection: Any) -> Any:
    """Adds the functions to a DuckDB connection and returns it.

    `timeline_parse(phrase, dct)` is a struct, or null where the phrase names no time; `timeline_events(text, dct)` is a
    list of structs. `dct` is an ISO day as text, or null. Days are text, since years before 1 occur: cast them with
    `TRY_CAST(… AS DATE)`. A `dct` that is no day counts as null.
    """
    needed("duckdb", "parquet", "the DuckDB functions")
    for name, function, result in (("timeline_parse", _parsed, PARSED), ("timeline_events", _events, EVENTS)):
        types = [connection.dtype("VARCHAR"), connection.dtype("VARCHAR")]
        connection.create_function(name, function, types, connection.dtype(result), null_handling="special")
    return connection


def _parsed(phrase: str | None, dct: str | None) -> dict[str, Any] | None:
    if phrase is None:
        return None
    expression = parse(phrase, _day(dct))
    return None if expression is None else _expression(expression)


def _events(text: str | None, dct: str | None) -> list[dict[str, Any]] | None:
    return None if text is None else [_event(event) for event in extract(text, _day(dct))]


def _day(value: str | None) -> str | None:
    from timeline_cli.model import Day

    try:
        return None if value is None else str(Day.parse(value[:10]))
    except (ValueError, TimelineError):
        _log.warning("dct %r is no day", value)
        return None


def _expression(expression: TimeExpression) -> dict[str, Any]:
    return {
        "type": expression.type,
        "value": expression.value,
        "begin_day": None if expression.begin is None else str(expression.begin),
        "last_day": None if expression.last is None else str(expression.last),
        "mod": expression.mod,
        "calendar": expression.calendar,
        "precision": expression.precision,
        "edtf": expression.edtf,
    }


def _event(event: Event) -> dict[str, Any]:
    first = event.tellings[0]
    return {
        "id": event.id,
        "begin_day": str(event.begin),
        "last_day": str(event.last),
        "title": event.title,
        "status": event.status,
        "date_text": first.date_text,
        "sentence": first.sentence,
        "start_at": first.start,
        "end_at": first.end,
        "confidence": event.confidence,
    }
