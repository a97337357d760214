"""`timeline diff`: what changed between the chronologies of two versions of a text."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from typing import Any

import click

from timeline_cli.changes import Entry, changes, entries_of
from timeline_cli.cli import FOUND, NOTHING
from timeline_cli.cli.chronology import read_documents, timeline_of
from timeline_cli.cli.options import bidi_option, dct_option, input_options, lang_option, quiet_option, reading_options
from timeline_cli.dates import DateOptions
from timeline_cli.errors import TimelineError
from timeline_cli.events.choices import Choices
from timeline_cli.messages import language, say
from timeline_cli.model import Day
from timeline_cli.readers import STDIN, ReadOptions, contents

SAME, DIFFERENT = FOUND, NOTHING
_FORMAT = "timeline-cli/timeline"


@click.command("diff", short_help="Show what changed between two versions of a text.")
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="As one line of JSON each.")
@dct_option
@bidi_option
@lang_option
@reading_options
@input_options
@quiet_option
def command(
    old: str,
    new: str,
    as_json: bool,
    dct: Day | None,
    bidi: str,
    lang: str | None,
    options: DateOptions,
    reading: ReadOptions,
    quiet: bool,
) -> int:
    """Show what changed between the chronologies of two versions of a text.

    OLD and NEW are texts, or what `timeline export` wrote as JSON. Exit status: 0 nothing changed, 1 something did,
    2 an error.
    """
    before, after = (_entries(source, dct, options, reading, quiet) for source in (old, new))
    found = changes(before, after)
    if as_json:
        from timeline_cli.writers.json_text import line_of

        for change in found:
            sys.stdout.buffer.write(line_of(asdict(change)))
    else:
        from timeline_cli.terminal import show_changes

        show_changes(found, bidi, language(lang))
    if not quiet:
        lang = language(lang)
        kinds = Counter(change.kind for change in found)
        parts = [say(f"diff.{kind}", lang, n=count) for kind, count in kinds.items()]
        between = "، " if lang == "ar" else ", "
        click.echo(f"{old}, {new}: {between.join(parts) or say('diff.none', lang)}", err=True)
    return DIFFERENT if found else SAME


def _entries(source: str, dct: Day | None, options: DateOptions, reading: ReadOptions, quiet: bool) -> list[Entry]:
    exported = None if source == STDIN else _exported(source)
    if exported is not None:
        return exported
    return entries_of(timeline_of(read_documents((source,), dct, reading, quiet), options, Choices(), quiet).events)


def _exported(source: str) -> list[Entry] | None:
    """Returns the entries of an exported timeline; None where the source is none."""
    if not source.lower().endswith(".json"):
        return None
    try:
        exported: Any = json.loads(contents(source))
        if not isinstance(exported, dict) or exported.get("format") != _FORMAT:
            return None
        names = ("begin", "last", "title", "status", "date_text")
        return [Entry(*(str(record[name]) for name in names)) for record in exported["events"]]
    except (ValueError, KeyError, TypeError) as error:
        raise TimelineError(f"{source}: is no exported timeline ({error}); export it again") from None
