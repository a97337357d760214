"""From the sources that a command names to the timeline that it shows or writes."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from timeline_cli.dates import DateOptions
from timeline_cli.errors import TimelineError
from timeline_cli.events import extract_document, merge
from timeline_cli.model import Day, Document, Timeline
from timeline_cli.readers import STDIN, ReadOptions, extracted

_DAY_IN_NAME = re.compile(r"(?<!\d)(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")


def sources_of(arguments: Sequence[str]) -> tuple[str, ...]:
    """Returns the sources to read: the arguments, or standard input where something is piped into it.

    Raises UsageError where there is neither.
    """
    if arguments:
        return tuple(arguments)
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError("no text: name a file, or pipe a text into standard input")
    return (STDIN,)


def read_documents(
    sources: Sequence[str], dct: Day | None, reading: ReadOptions | None = None, quiet: bool = False
) -> list[Document]:
    """Returns the documents of all sources; a `dct` that is given overrules what the documents say of themselves.

    What was left out or is doubtful is said on standard error, unless `quiet`.
    """
    if list(sources).count(STDIN) > 1:
        raise TimelineError("-: standard input can be read only once; name it once")
    found: list[Document] = []
    for source in sources:
        one = extracted(source, reading or ReadOptions())
        found += one.documents
        for remark in () if quiet else one.remarks:
            click.echo(f"timeline: {remark}", err=True)
    return found if dct is None else [replace(document, dct=dct, dct_source="option") for document in found]


def timeline_of(found: Sequence[Document], options: DateOptions, all_dates: bool) -> Timeline:
    """Returns the timeline of documents; several are merged, none give an empty one."""
    timelines = [_extracted(document, options, all_dates) for document in found]
    return timelines[0] if len(timelines) == 1 else merge(timelines) if timelines else Timeline(())


def _extracted(document: Document, options: DateOptions, all_dates: bool) -> Timeline:
    """Returns a document's timeline. Where nothing in it gives its date, a day in the file's name does."""
    timeline = extract_document(document, options, all_dates)
    day = day_in_name(document.name)
    if day is None or any(source.date.day is not None for source in timeline.sources):
        return timeline
    return extract_document(replace(document, dct=day, dct_source="file name"), options, all_dates)


def day_in_name(name: str) -> Day | None:
    """Returns the day that stands in a file's name (`report-2023-03-15.txt`), None where there is none or several.

    The name of a document inside a file (`rows.jsonl#20230315`) is no file's name.
    """
    if "#" in Path(name).name:
        return None
    days = set()
    for year, month, day in _DAY_IN_NAME.findall(Path(name).name):
        if 1800 <= int(year) <= 2200:
            try:
                days.add(Day.of(int(year), int(month), int(day)))
            except ValueError:
                continue
    return days.pop() if len(days) == 1 else None


def nothing_found(sources: Sequence[str], before: int) -> str:
    """Returns the line that says that nothing was found; `before`: the number of events before the selection."""
    where = ", ".join("standard input" if source == STDIN else source for source in sources[:3])
    if len(sources) > 3:
        where += f" and {len(sources) - 3} more"
    if before:
        return f"timeline: {where}: none of {before} events is what was asked for"
    return f"timeline: {where}: no dated events"
