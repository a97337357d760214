"""An analyst's corrections: drops, dates, titles and merges by event id, made again on every run (docs/edits.md)."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline_cli.errors import TimelineError
from timeline_cli.model import Day, Event, Flag, Name, Timeline, month_length

ACTIONS = ("drop", "redate", "retitle", "merge")
FIELDS = ("id", "action", "value", "note")
EDITED = "edited"

_DAY = re.compile(r"(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?")
_GUARDED = re.compile(r"'(?=[\s\ufeff]*[=@+\-\uff1d\uff20\uff0b\uff0d\t])")


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of one event.

    `action`: one of `ACTIONS`. `value`: nothing for drop; a day, month, year or `first/last` for redate; the title for
    retitle; the id of the event to join for merge. `note`: for people. `place`: file and line, for messages.
    """

    id: str
    action: str
    value: str = ""
    note: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of a date that an analyst gives, and its grain."""

    begin: Day
    last: Day
    precision: str


def corrections_of(path: str) -> list[Correction]:
    """Returns the corrections of a CSV or TOML file; raises TimelineError for what is none."""
    from timeline_cli.readers import contents
    from timeline_cli.readers.encoding import decode

    text = decode(contents(path), path).lstrip("\ufeff")
    rows = _toml(text, path) if path.lower().endswith(".toml") else _csv(text, path)
    return [_checked(correction) for correction in rows]


def csv_of(corrections: Iterable[Correction]) -> bytes:
    """Returns corrections as CSV with a header."""
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(FIELDS)
    rows.writerows((one.id, one.action, one.value, one.note) for one in corrections)
    return stream.getvalue().encode("utf-8")


def applied(timeline: Timeline, corrections: Sequence[Correction]) -> tuple[Timeline, list[Correction]]:
    """Returns a timeline with corrections made, in order of time, and those that match no event of it.

    What is corrected carries the flag `edited`, with what was there before.
    """
    from timeline_cli.events import ordered

    events = {event.id: event for event in timeline.events}
    lost = [one for one in corrections if not _matches(one, events)]
    for one in corrections:
        if not _matches(one, events):
            if one not in lost:
                lost.append(one)
            continue
        event = events[one.id]
        if one.action == "drop":
            del events[one.id]
        elif one.action == "merge":
            del events[one.id]
            events[one.value] = _joined(events[one.value], event)
        else:
            events[one.id] = _redated(event, one.value) if one.action == "redate" else _retitled(event, one.value)
    return replace(timeline, events=tuple(ordered(list(events.values())))), lost


def span_of(value: str) -> Span:
    """Returns the days that `2011-05-12`, `2011-05`, `2011` or `first/last` name; raises ValueError otherwise."""
    first, _, last = value.partition("/")
    begin, end = _span(first), _span(last) if last else _span(first)
    if begin.begin > end.last:
        raise ValueError(f"the end lies before the beginning: {value!r}")
    return Span(begin.begin, end.last, "interval" if last else begin.precision)


def _span(text: str) -> Span:
    match = _DAY.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"no day: {text!r}")
    year, month, day = int(match[1]), match[2], match[3]
    if month is None:
        return Span(Day.of(year, 1, 1), Day.of(year, 12, 31), "year")
    if day is None:
        first = Day.of(year, int(month), 1)
        return Span(first, Day.of(year, int(month), month_length(year, int(month))), "month")
    only = Day.of(year, int(month), int(day))
    return Span(only, only, "day")


def _matches(one: Correction, events: dict[str, Event]) -> bool:
    return one.id in events and (one.action != "merge" or (one.value in events and one.value != one.id))


def _redated(event: Event, value: str) -> Event:
    span = span_of(value)
    before = str(event.begin) if event.begin == event.last else f"{event.begin}/{event.last}"
    kept = tuple(flag for flag in event.flags if not flag.code.endswith("-conflict"))
    return replace(
        event,
        begin=span.begin,
        last=span.last,
        precision=span.precision,
        edtf=value,
        value=value,
        mod=None,
        how="explicit",
        confidence=1.0,
        flags=(*kept, Flag(EDITED, f"date was {before}")),
    )


def _retitled(event: Event, title: str) -> Event:
    return replace(event, title=title, flags=(*event.flags, Flag(EDITED, f"title was {event.title}")))


def _joined(event: Event, other: Event) -> Event:
    return replace(
        event,
        tellings=event.tellings + tuple(telling for telling in other.tellings if telling not in event.tellings),
        participants=_union(event.participants, other.participants),
        places=_union(event.places, other.places),
        flags=(*event.flags, Flag(EDITED, f"joined {other.id}")),
    )


def _union(one: tuple[Name, ...], other: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(one + other))


def _csv(text: str, path: str) -> Iterator[Correction]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if not {"id", "action"} <= set(reader.fieldnames or ()):
        raise TimelineError(f"{path}:1: has no columns id and action; the header is {','.join(FIELDS)}")
    for row in reader:
        values = {name: _GUARDED.sub("", row.get(name) or "", count=1).strip() for name in FIELDS}
        if values["id"] and not values["id"].startswith("#"):
            yield Correction(**values, place=f"{path}:{reader.line_num}")


def _toml(text: str, path: str) -> Iterator[Correction]:
    try:
        entries: Any = tomllib.loads(text).get("edit", [])
    except tomllib.TOMLDecodeError as error:
        raise TimelineError(f"{path}: is no TOML: {error}") from None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise TimelineError(f"{path}: edit is no list of tables; write [[edit]] above each")
    for number, entry in enumerate(entries, 1):
        values = {name: str(entry.get(name, "")) for name in FIELDS}
        yield Correction(**values, place=f"{path}: edit {number}")


def _checked(one: Correction) -> Correction:
    if one.action not in ACTIONS:
        raise TimelineError(f"{one.place}: action {one.action!r} is unknown; it is one of {', '.join(ACTIONS)}")
    if one.action != "drop" and not one.value:
        raise TimelineError(f"{one.place}: {one.action} needs a value")
    if one.action == "redate":
        try:
            span_of(one.value)
        except ValueError:
            raise TimelineError(
                f"{one.place}: {one.value!r} is no day; write it as YYYY, YYYY-MM, YYYY-MM-DD or first/last"
            ) from None
    return one
