"""`timeline check`: every date of a text that contradicts itself or its surroundings."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import click

from timeline_cli.cli import FOUND, NOTHING
from timeline_cli.cli.chronology import day_in_name, read_documents, sources_of
from timeline_cli.cli.options import (
    bidi_option,
    dct_option,
    input_options,
    lang_option,
    quiet_option,
    reading_options,
)
from timeline_cli.contradictions import NOTE, Contradiction, Place, contradictions
from timeline_cli.dates import DateOptions, read
from timeline_cli.messages import language, say
from timeline_cli.model import Day, Document
from timeline_cli.places import Lines
from timeline_cli.readers import ReadOptions

CONSISTENT, CONTRADICTORY = FOUND, NOTHING


@click.command("check", short_help="Find the dates of texts that contradict themselves.")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="As one line of JSON each.")
@click.option("--count-notes", is_flag=True, help="Notes count as contradictions too.")
@dct_option
@bidi_option
@lang_option
@reading_options
@input_options
@quiet_option
def command(
    files: tuple[str, ...],
    as_json: bool,
    count_notes: bool,
    dct: Day | None,
    bidi: str,
    lang: str | None,
    options: DateOptions,
    reading: ReadOptions,
    quiet: bool,
) -> int:
    """Find the dates of texts that contradict themselves or their surroundings (docs/check.md).

    Weekdays that do not fall on their date, pairs of calendars or month names that differ, days that do not exist, ends
    before their beginning, and acts told with two different days. Exit status: 0 nothing contradicts itself, 1
    something does, 2 an error.
    """
    sources = sources_of(files)
    documents = [_dated(document, options) for document in read_documents(sources, dct, reading, quiet)]
    found = contradictions(documents, options)
    places = {
        document.name: Lines(document.text, _lines_above(document, reading.encoding), document.segments)
        for document in documents
    }
    lang = language(lang)
    if as_json:
        from timeline_cli.writers.json_text import line_of

        for one in found:
            sys.stdout.buffer.write(line_of(record_of(one, places, lang)))
    else:
        from timeline_cli.terminal import show_contradictions

        show_contradictions(found, places, bidi, lang)
    if not quiet:
        click.echo(_summary(found, documents, lang), err=True)
    return CONTRADICTORY if any(count_notes or one.level != NOTE for one in found) else CONSISTENT


def record_of(one: Contradiction, places: Mapping[str, Lines], lang: str = "en") -> dict[str, Any]:
    """Returns a contradiction as JSON values (docs/check.md)."""
    from timeline_cli.terminal.contradictions import message_of

    return {
        **_place(one.place, places),
        "kind": one.kind,
        "level": one.level,
        "days": one.days,
        "right": list(one.right),
        "message": message_of(one, places, lang),
        "other": None if one.other is None else _place(one.other, places),
    }


def _place(place: Place, places: Mapping[str, Lines]) -> dict[str, Any]:
    line, column = places[place.document].place(place.start)
    return {
        "document": place.document,
        "line": line,
        "column": column,
        "segment": places[place.document].segment(place.start),
        "start": place.start,
        "end": place.end,
        "words": place.words,
    }


def _dated(document: Document, options: DateOptions) -> Document:
    """Returns a document whose date is that in its file's name, where nothing in it gives one."""
    day = day_in_name(document.name)
    if day is None or read(document.text, document.dct, options).date.day is not None:
        return document
    return replace(document, dct=day, dct_source="file name")


def _lines_above(document: Document, encoding: str | None) -> int:
    """Returns how many lines of a plain-text file stand above its text: those of its front matter."""
    from timeline_cli.errors import TimelineError
    from timeline_cli.readers import STDIN, contents
    from timeline_cli.readers.encoding import decode

    if document.name == STDIN:
        return 0
    try:
        whole = decode(contents(document.name), document.name, encoding).replace("\r\n", "\n").replace("\r", "\n")
    except TimelineError:  # a document inside another file has no file of its own
        return 0
    return whole[: -len(document.text)].count("\n") if document.text and whole.endswith(document.text) else 0


def _summary(found: Sequence[Contradiction], documents: Sequence[Document], lang: str) -> str:
    names = [say("stdin", lang) if document.name == "-" else document.name for document in documents]
    where = names[0] if len(names) == 1 else say("check.texts", lang, count=len(names))
    levels = Counter(one.level for one in found)
    if not found:
        return say("check.none", lang, where=where)
    notes = levels[NOTE]
    return say("check.count", lang, where=where, contradictions=len(found) - notes, notes=notes)
