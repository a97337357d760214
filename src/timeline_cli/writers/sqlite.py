"""SQLite: typed tables, and a full-text index that is folded as the tool folds."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, BinaryIO

from timeline_cli.model import Event, Timeline
from timeline_cli.selection import searchable
from timeline_cli.writers.encodable import encodable
from timeline_cli.writers.provenance import Provenance, tool
from timeline_cli.writers.record import RECORD_VERSION, record_of, source_of

_SCHEMA = """
CREATE TABLE provenance (key TEXT PRIMARY KEY, value TEXT) STRICT;
CREATE TABLE documents (
  name TEXT PRIMARY KEY, title TEXT, date TEXT, date_source TEXT, date_clue TEXT, sha256 TEXT, length INTEGER) STRICT;
CREATE TABLE events (
  id TEXT PRIMARY KEY, position INTEGER, begin TEXT NOT NULL, last TEXT NOT NULL, begin_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL, time TEXT, zone TEXT, edtf TEXT, precision TEXT, calendar TEXT, relation TEXT, mod TEXT,
  date_text TEXT, title TEXT, status TEXT, attribution TEXT, sentence TEXT, document TEXT, start INTEGER, "end" INTEGER,
  how TEXT, confidence REAL) STRICT;
CREATE TABLE names (event TEXT REFERENCES events, role TEXT, text TEXT, kind TEXT) STRICT;
CREATE TABLE flags (event TEXT REFERENCES events, code TEXT, detail TEXT) STRICT;
CREATE TABLE tellings (
  event TEXT REFERENCES events, number INTEGER, document TEXT, sentence TEXT, sentence_start INTEGER, start INTEGER,
  "end" INTEGER, date_text TEXT) STRICT;
CREATE INDEX events_by_day ON events (begin_day, last_day);
CREATE INDEX names_by_text ON names (text);
"""
_SEARCH = "CREATE VIRTUAL TABLE search USING fts5(event UNINDEXED, words, folded)"
_COLUMN_NAMES = (
    "id position begin last begin_day last_day time zone edtf precision calendar relation mod date_text title status "
    "attribution sentence document start end how confidence"
)
_COLUMNS = _COLUMN_NAMES.split()


def write(timeline: Timeline, provenance: Provenance, stream: BinaryIO) -> tuple[str, ...]:
    """Writes the tables `events`, `names`, `flags`, `tellings`, `documents`, `provenance` and `search`.

    `begin_day` and `last_day` are day numbers (1 for 0001-01-01), which sort where ISO days before year 1 do not.
    `search` is FTS5: `words` as they stand, and `folded` without hamza, vowel marks and the like. Returns what was
    left out.
    """
    base = sqlite3.connect(":memory:")
    try:
        base.executescript(_SCHEMA)
        _fill(base, timeline, provenance)
        remarks = _search(base, timeline)
        base.commit()
        base.execute("VACUUM")
        stream.write(base.serialize())
    finally:
        base.close()
    return remarks


def _fill(base: sqlite3.Connection, timeline: Timeline, provenance: Provenance) -> None:
    settings = {"format": "timeline-cli/timeline", "version": RECORD_VERSION, "tool": tool()}
    settings |= {"options": dict(provenance.options), "selection": dict(provenance.selection)}
    _insert(base, "provenance", ((key, json.dumps(value, ensure_ascii=False)) for key, value in settings.items()), 2)
    _insert(base, "documents", (tuple(source_of(source).values()) for source in timeline.sources), 7)
    _insert(base, "events", (_event(place, event) for place, event in enumerate(timeline.events)), len(_COLUMNS))
    _insert(base, "names", (row for event in timeline.events for row in _names(event)), 4)
    _insert(base, "flags", ((event.id, *flag) for event in timeline.events for flag in record_of(event)["flags"]), 3)
    _insert(base, "tellings", (row for event in timeline.events for row in _tellings(event)), 8)


def _insert(base: sqlite3.Connection, table: str, rows: Iterator[tuple[Any, ...]], width: int) -> None:
    marks = ", ".join("?" * width)
    base.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", (tuple(map(_clean, row)) for row in rows))


def _clean(value: Any) -> Any:
    """Returns a value that SQLite can hold: lone surrogates, which UTF-8 cannot, become question marks."""
    return encodable(value) if isinstance(value, str) else value


def _event(position: int, event: Event) -> tuple[Any, ...]:
    record = record_of(event)
    record |= {"position": position, "begin_day": event.begin.number, "last_day": event.last.number}
    return tuple(record[column] for column in _COLUMNS)


def _names(event: Event) -> Iterator[tuple[str, str, str, str]]:
    for role, names in (("participant", event.participants), ("place", event.places)):
        for name in names:
            yield event.id, role, name.text, name.kind


def _tellings(event: Event) -> Iterator[tuple[Any, ...]]:
    for number, telling in enumerate(record_of(event)["tellings"], 1):
        yield event.id, number, *telling.values()


def _search(base: sqlite3.Connection, timeline: Timeline) -> tuple[str, ...]:
    try:
        base.execute(_SEARCH)
    except sqlite3.OperationalError:
        return ("the full-text index left out: this Python's SQLite has no FTS5",)
    rows = ((event.id, words := _words(event), searchable(words)) for event in timeline.events)
    _insert(base, "search", rows, 3)
    return ()


def _words(event: Event) -> str:
    words = [event.title, event.attribution or "", *(name.text for name in event.participants + event.places)]
    words += [part for telling in event.tellings for part in (telling.sentence, telling.date_text)]
    return "\n".join(dict.fromkeys(filter(None, words)))
