"""Rows to documents, whichever table format they come from."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from timeline_cli.errors import TimelineError
from timeline_cli.model import Day, Document
from timeline_cli.readers.days import day_of
from timeline_cli.readers.source import Extracted, ReadOptions, document_of, left_out


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: where it stands (`line 4`) and its fields, or, where it cannot be read, what is wrong."""

    place: str
    fields: Mapping[str, Any] | None = None
    problem: str = ""


def documents_of(rows: Iterable[Row], name: str, options: ReadOptions) -> Extracted:
    """Returns a document a row, named `name#id`; rows without a text are left out and named in the remarks.

    A row without an id is called after its place. Raises TimelineError where no row has the text field, and for bad
    rows where `options.strict`.
    """
    found: list[Document] = []
    bad: list[str] = []
    undated: list[str] = []
    taken: set[str] = set()
    total = 0
    known: set[str] = set()
    for row in rows:
        total += 1
        if row.fields is None:
            bad.append(f"{row.place}: {row.problem}")
            continue
        known.update(map(str, row.fields))
        text = _value(row.fields, "text", options.text_field)
        if not isinstance(text, str) or not text.strip():
            bad.append(f"{row.place}: no text" if text is None or text == "" else f"{row.place}: its text is no text")
            continue
        date = _value(row.fields, "date", options.date_field)
        day = day_of(date)
        if day is None and date not in (None, ""):
            undated.append(f"{row.place}: {str(date)[:40]!r}")
        found.append(_document(row, text, day, name, options, taken))
    if total and not found and not _has_text_field(known, options):
        raise TimelineError(_no_text_field(name, known, options, bad))
    remarks = left_out(name, total, "rows", bad, options.strict) + _undated(name, undated, options.strict)
    return Extracted(tuple(found), remarks)


def _document(row: Row, text: str, day: Day | None, name: str, options: ReadOptions, taken: set[str]) -> Document:
    fields = row.fields or {}
    key = _value(fields, "id", options.id_field)
    member = str(key) if isinstance(key, str | int) and str(key).strip() else row.place
    if member in taken:
        member = f"{member} ({row.place})"
    taken.add(member)
    title = _value(fields, "title", options.title_field)
    return document_of(f"{name}#{member}", text, title if isinstance(title, str) else None, day)


def _value(fields: Mapping[str, Any], kind: str, asked: str | None) -> Any:
    """Returns what a row holds under the name that was asked for, or else under the first usual name that it has."""
    if asked is not None:
        return fields[asked] if asked in fields else _nested(fields, asked.split("."))
    return next((fields[name] for name in usual_names()[kind] if fields.get(name) not in (None, "")), None)


def _nested(value: Any, path: list[str]) -> Any:
    for step in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(step)
    return value


@cache
def usual_names() -> dict[str, tuple[str, ...]]:
    """Returns the names that text, date, id and title fields usually have (field_names.csv)."""
    table = files("timeline_cli.readers").joinpath("field_names.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    return {kind: tuple(row["name"] for row in rows if row["field"] == kind) for kind in {row["field"] for row in rows}}


def _has_text_field(known: set[str], options: ReadOptions) -> bool:
    if options.text_field is not None:
        return options.text_field.split(".")[0] in known
    return not known.isdisjoint(usual_names()["text"])


def _no_text_field(name: str, known: set[str], options: ReadOptions, bad: list[str]) -> str:
    if not known:
        return f"{name}: no row can be read; {bad[0]}"
    asked = f"{options.text_field!r}" if options.text_field else " or ".join(usual_names()["text"][:3])
    return (
        f"{name}: no field {asked}; name the one that holds the text with --text-field: {', '.join(sorted(known)[:20])}"
    )


def _undated(name: str, undated: list[str], strict: bool) -> tuple[str, ...]:
    if not undated:
        return ()
    if strict:
        raise TimelineError(f"{name}: {undated[0]} is no day; without --strict the row counts as undated")
    return (f"{name}: the date of {len(undated)} rows is no day and was not used, such as {undated[0]}",)
