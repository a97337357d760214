"""`timeline export`: the chronology as a file for other programs."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import click

from timeline_cli.cli import FOUND, NOTHING
from timeline_cli.cli.chronology import corrected, nothing_found, read_documents, sources_of, timeline_of
from timeline_cli.cli.options import (
    choice_options,
    dct_option,
    edits_option,
    input_options,
    quiet_option,
    reading_options,
    selection_options,
)
from timeline_cli.dates import DateOptions
from timeline_cli.events.choices import Choices
from timeline_cli.model import Day
from timeline_cli.readers import ReadOptions, paths_of
from timeline_cli.selection import Selection, selected
from timeline_cli.writers import FORMATS, Format, format_named, format_of
from timeline_cli.writers.provenance import Provenance
from timeline_cli.writers.replacing import STDOUT, check, opened


@click.command("export", short_help="Write the chronology of texts to a file.")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@click.option("-o", "--output", metavar="FILE", default=STDOUT, help="File to write; - is standard output (default).")
@click.option(
    "--format",
    "format_name",
    type=click.Choice([known.name for known in FORMATS]),
    help="Format, where the output's name does not say it; json on standard output.",
)
@click.option("--excel", is_flag=True, help="CSV as spreadsheets want it: byte order mark, no cell a formula.")
@click.option("--force", is_flag=True, help="Replace the output where it exists.")
@dct_option
@selection_options
@edits_option
@choice_options
@reading_options
@input_options
@quiet_option
def command(
    files: tuple[str, ...],
    output: str,
    format_name: str | None,
    excel: bool,
    force: bool,
    dct: Day | None,
    selection: Selection,
    edits: str | None,
    choices: Choices,
    options: DateOptions,
    reading: ReadOptions,
    quiet: bool,
) -> int:
    """Write the chronology of texts to a file.

    The suffix of the output says the format, or --format does (docs/formats.md). Nothing is written where nothing is
    found.
    """
    form = _form(output, format_name)
    settings: dict[str, Any] = {"excel": True} if excel else {}
    form.require(settings)
    sources = sources_of(files)
    check(output, force, tuple(path for source in sources for path in paths_of(source, reading)))
    documents = read_documents(sources, dct, reading, quiet)
    everything = corrected(timeline_of(documents, options, choices, quiet), edits, quiet)
    timeline = selected(everything, selection)
    if form.events and not timeline.events:
        if not quiet:
            click.echo(nothing_found(sources, len(everything)), err=True)
        return NOTHING
    provenance = Provenance(_asked(options), selection.asked())
    with opened(output, force) as stream:
        remarks = form.write(timeline, provenance, stream, documents, **settings)
    if not quiet:
        where = "timeline" if output == STDOUT else output
        written = f"{len(timeline)} events" if form.events else f"the time expressions of {len(documents)} texts"
        for line in (*([written] if output != STDOUT else []), *remarks):
            click.echo(f"{where}: {line}", err=True)
    return FOUND


def _form(output: str, name: str | None) -> Format:
    if name is not None:
        return format_named(name)
    return format_named("json") if output == STDOUT else format_of(output)


def _asked(options: DateOptions) -> dict[str, Any]:
    values = {field.name: getattr(options, field.name) for field in fields(options)}
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in values.items()}
