"""A timeline as an Arrow table with typed columns; needs pyarrow."""

from __future__ import annotations

from typing import Any

from timeline_cli.extras import needed
from timeline_cli.model import Day, Timeline
from timeline_cli.writers.encodable import encodable
from timeline_cli.writers.record import FIELDS, record_of

FIRST_DATE, LAST_DATE = Day.of(1, 1, 1), Day.of(9999, 12, 31)
_EPOCH = Day.of(1970, 1, 1)
_INTEGERS = frozenset({"start", "end"})


def table_of(timeline: Timeline) -> Any:
    """Returns a `pyarrow.Table` with a row an event and the fields of the record, in their order.

    `begin` and `last` are dates, null outside the years 1 to 9999, which Python and pandas cannot hold; `begin_iso` and
    `last_iso` hold every day. `participants`, `places`, `flags` and `tellings` are lists of structs.
    """
    arrow = needed("pyarrow", "parquet", "making Arrow tables")
    schema = schema_of(arrow)
    records = []
    for event in timeline.events:
        record = record_of(event)
        flags = [{"code": code, "detail": detail} for code, detail in record["flags"]]
        records.append(
            {key: _clean(value) for key, value in record.items()}
            | {"begin": _days(event.begin), "last": _days(event.last), "flags": _clean(flags)}
            | {"begin_iso": record["begin"], "last_iso": record["last"]}
        )
    columns = [arrow.array([record[field.name] for record in records], type=_storage(arrow, field)) for field in schema]
    return arrow.table([c.cast(f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)


def undated(timeline: Timeline) -> int:
    """Returns how many events have a day that is no date of the table."""
    return sum(_days(event.begin) is None or _days(event.last) is None for event in timeline.events)


def schema_of(arrow: Any) -> Any:
    """Returns the schema of the table: the fields of the record, then `begin_iso` and `last_iso`."""
    name = arrow.struct([("text", arrow.string()), ("kind", arrow.string())])
    telling = arrow.struct(
        [
            ("document", arrow.string()),
            ("sentence", arrow.string()),
            ("sentence_start", arrow.int64()),
            ("start", arrow.int64()),
            ("end", arrow.int64()),
            ("date_text", arrow.string()),
        ]
    )
    types = dict.fromkeys(FIELDS, arrow.string()) | dict.fromkeys(_INTEGERS, arrow.int64())
    types |= {"begin": arrow.date32(), "last": arrow.date32(), "confidence": arrow.float64()}
    types |= {"participants": arrow.list_(name), "places": arrow.list_(name), "tellings": arrow.list_(telling)}
    types["flags"] = arrow.list_(arrow.struct([("code", arrow.string()), ("detail", arrow.string())]))
    fields = [(field, types[field]) for field in FIELDS]
    return arrow.schema([*fields, ("begin_iso", arrow.string()), ("last_iso", arrow.string())])


def _storage(arrow: Any, field: Any) -> Any:
    return arrow.int32() if field.type == arrow.date32() else field.type


def _days(day: Day) -> int | None:
    return day - _EPOCH if FIRST_DATE <= day <= LAST_DATE else None


def _clean(value: Any) -> Any:
    """Returns a value without lone surrogates, which UTF-8 cannot hold."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, list):
        return [_clean(entry) for entry in value]
    return {key: _clean(entry) for key, entry in value.items()} if isinstance(value, dict) else value
