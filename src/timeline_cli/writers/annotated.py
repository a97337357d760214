"""Texts with their time expressions, for the formats of annotation tools."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from timeline_cli.dates import DateOptions, read
from timeline_cli.model import Day, Document, TimeExpression, Timeline
from timeline_cli.writers.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document, its date, and its time expressions in the order of the text, none of which overlap."""

    document: Document
    day: Day | None
    expressions: tuple[TimeExpression, ...]


def annotated(
    timeline: Timeline, provenance: Provenance, documents: Sequence[Document]
) -> tuple[list[Annotated], tuple[str, ...]]:
    """Returns each document with all its time expressions, and what was left out.

    The date of a document is the one that its timeline found. A selection of events does not choose expressions, but
    its least confidence does. Of expressions that overlap the first stays.
    """
    options = _date_options(provenance)
    least = float(provenance.selection.get("min_confidence", 0.0))
    days = {source.name: source.date for source in timeline.sources}
    found: list[Annotated] = []
    doubtful = overlapping = 0
    for document in documents:
        date = days.get(document.name)
        given = document.dct or (date.day if date is not None and date.source == "file name" else None)
        reading = read(document.text, given, options)
        sure = [expression for expression in reading.expressions if expression.confidence >= least]
        apart = _apart(sure)
        doubtful += len(reading.expressions) - len(sure)
        overlapping += len(sure) - len(apart)
        found.append(Annotated(document, reading.date.day, tuple(apart)))
    return found, tuple(_remarks(provenance, doubtful, overlapping))


def _remarks(provenance: Provenance, doubtful: int, overlapping: int) -> list[str]:
    others = sorted(key for key in provenance.selection if key != "min_confidence")
    remarks = []
    if others:
        remarks.append(
            f"the selection of events ({', '.join(others)}) does not apply: all time expressions are written"
        )
    if doubtful:
        remarks.append(f"{doubtful} expressions below --min-confidence left out")
    if overlapping:
        remarks.append(f"{overlapping} expressions that overlap others left out")
    return remarks


def _apart(expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
    apart: list[TimeExpression] = []
    for expression in sorted(expressions, key=lambda one: (one.start, -one.end)):
        if not apart or expression.start >= apart[-1].end:
            apart.append(expression)
    return apart


def _date_options(provenance: Provenance) -> DateOptions:
    known = {field.name for field in fields(DateOptions)}
    given: dict[str, Any] = {key: value for key, value in provenance.options.items() if key in known}
    if "names" in given:
        given["names"] = frozenset(given["names"])
    return DateOptions(**given)


def attributes_of(expression: TimeExpression) -> dict[str, str]:
    """Returns what a TIMEX3 element says of an expression beside its words, without what is not known."""
    values = {
        "type": expression.type,
        "value": expression.value,
        "mod": expression.mod,
        "begin": None if expression.begin is None else str(expression.begin),
        "last": None if expression.last is None else str(expression.last),
        "calendar": None if expression.calendar == "gregorian" else expression.calendar,
    }
    return {key: value for key, value in values.items() if value is not None}


def member_names(texts: Sequence[Annotated]) -> list[str]:
    """Returns a file name without suffix for each text, all different, with nothing that a file system dislikes."""
    names: list[str] = []
    for number, one in enumerate(texts, 1):
        base = "".join(c if c.isalnum() or c in "-_." else "_" for c in one.document.name.rpartition("/")[2])
        base = base.strip("._")[:80] or "text"
        stem = base.rsplit(".", 1)[0] if "." in base else base
        names.append(stem if stem not in names else f"{stem}-{number}")
    return names
