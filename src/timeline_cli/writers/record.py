"""The record: one event as the exports write it (docs/record.md), and one time expression as `annotate` does."""

from __future__ import annotations

from typing import Any

from timeline_cli.model import Event, Flag, Name, Source, Telling, TimeExpression

RECORD_VERSION = 1

FIELDS = (
    "id",
    "begin",
    "last",
    "time",
    "zone",
    "edtf",
    "precision",
    "calendar",
    "relation",
    "mod",
    "date_text",
    "title",
    "status",
    "attribution",
    "participants",
    "places",
    "sentence",
    "document",
    "start",
    "end",
    "how",
    "confidence",
    "flags",
    "tellings",
)


def record_of(event: Event) -> dict[str, Any]:
    """Returns an event's record, keys in the order of `FIELDS`, all of them present, null where nothing is known.

    The words of the date, the sentence and the offsets are those of the first telling; `tellings` holds them all. An
    entry that only mentions a date (`--all-dates`) carries the flag `mention`, with the reason as its detail where the
    extractor gave one.
    """
    first = event.tellings[0]
    mention = (Flag("mention"),) if event.descriptive and not has_flag(event.flags, "mention") else ()
    return {
        "id": event.id,
        "begin": str(event.begin),
        "last": str(event.last),
        "time": event.time,
        "zone": event.zone,
        "edtf": event.edtf,
        "precision": event.precision,
        "calendar": event.calendar,
        "relation": event.relation,
        "mod": event.mod,
        "date_text": first.date_text,
        "title": event.title,
        "status": event.status,
        "attribution": event.attribution,
        "participants": [_name(name) for name in event.participants],
        "places": [_name(name) for name in event.places],
        "sentence": first.sentence,
        "document": first.document,
        "start": first.start,
        "end": first.end,
        "how": event.how,
        "confidence": round(event.confidence, 3),
        "flags": [list(flag) for flag in event.flags + mention],
        "tellings": [_telling(telling) for telling in event.tellings],
    }


def has_flag(flags: tuple[Flag, ...], code: str) -> bool:
    """Tells whether a flag of this code is among the flags."""
    return any(flag.code == code for flag in flags)


def source_of(source: Source) -> dict[str, Any]:
    """Returns what an export's head says of a document: name, title, date and how it was found, hash and length."""
    day = source.date.day
    return {
        "name": source.name,
        "title": source.title,
        "date": None if day is None else str(day),
        "date_source": source.date.source,
        "date_clue": source.date.clue or None,
        "sha256": source.sha256,
        "length": source.length,
    }


def timex_of(expression: TimeExpression) -> dict[str, Any]:
    """Returns a time expression in the gold format (docs/annotation-guideline.md), then the tool's own fields."""
    return {
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "type": expression.type,
        "value": expression.value,
        "begin": None if expression.begin is None else str(expression.begin),
        "last": None if expression.last is None else str(expression.last),
        "mod": expression.mod,
        "calendar": expression.calendar,
        "relation": expression.relation,
        "precision": expression.precision,
        "time": expression.time,
        "zone": expression.zone,
        "edtf": expression.edtf,
        "how": expression.how,
        "confidence": round(expression.confidence, 3),
        "flags": [list(flag) for flag in expression.flags],
    }


def _name(name: Name) -> dict[str, str]:
    return {"text": name.text, "kind": name.kind}


def _telling(telling: Telling) -> dict[str, Any]:
    return {
        "document": telling.document,
        "sentence": telling.sentence,
        "sentence_start": telling.sentence_start,
        "start": telling.start,
        "end": telling.end,
        "date_text": telling.date_text,
    }
