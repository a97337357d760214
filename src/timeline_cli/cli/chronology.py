"""From the sources that a command names to the timeline that it shows or writes."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from timeline_cli.cli.progress import progress
from timeline_cli.dates import DateOptions
from timeline_cli.errors import TimelineError
from timeline_cli.events import Choices, extract_document, merge
from timeline_cli.messages import say
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
    for source in progress(sources, quiet):
        one = extracted(source, reading or ReadOptions())
        found += one.documents
        for remark in () if quiet else one.remarks:
            click.echo(f"timeline: {remark}", err=True)
    return found if dct is None else [replace(document, dct=dct, dct_source="option") for document in found]


def timeline_of(found: Sequence[Document], options: DateOptions, choices: Choices, quiet: bool = False) -> Timeline:
    """Returns the timeline of documents; several are merged, none give an empty one."""
    timelines = [_extracted(document, options, choices) for document in progress(found, quiet)]
    return timelines[0] if len(timelines) == 1 else merge(timelines) if timelines else Timeline(())


def corrected(timeline: Timeline, edits: str | None, quiet: bool = False) -> Timeline:
    """Returns a timeline with the corrections of a file made; those that match no event are said on standard error."""
    if edits is None:
        return timeline
    from timeline_cli.edits import applied, corrections_of

    result, lost = applied(timeline, corrections_of(edits))
    for one in () if quiet else lost:
        click.echo(f"timeline: {one.place}: no event has the id {one.id} ({one.action}); left out", err=True)
    return result


def _extracted(document: Document, options: DateOptions, choices: Choices) -> Timeline:
    """Returns a document's timeline. Where nothing in it gives its date, a day in the file's name does."""
    timeline = extract_document(document, options, choices)
    day = day_in_name(document.name)
    if day is None or any(source.date.day is not None for source in timeline.sources):
        return timeline
    return extract_document(replace(document, dct=day, dct_source="file name"), options, choices)


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


def nothing_found(sources: Sequence[str], before: int, lang: str = "en") -> str:
    """Returns the line that says that nothing was found; `before`: the number of events before the selection."""
    where = ", ".join(say("stdin", lang) if source == STDIN else source for source in sources[:3])
    if len(sources) > 3:
        where = say("nothing.more", lang, where=where, n=len(sources) - 3)
    return f"timeline: {say('nothing.selected' if before else 'nothing.found', lang, where=where, n=before)}"
