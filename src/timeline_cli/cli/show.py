"""`timeline show`: the chronology in the terminal."""

from __future__ import annotations

import click

from timeline_cli.cli import FOUND, NOTHING
from timeline_cli.cli.chronology import nothing_found, read_documents, sources_of, timeline_of
from timeline_cli.cli.options import (
    all_dates_option,
    bidi_option,
    dct_option,
    input_options,
    quiet_option,
    reading_options,
    selection_options,
)
from timeline_cli.dates import DateOptions
from timeline_cli.model import Day
from timeline_cli.readers import ReadOptions
from timeline_cli.selection import Selection, selected


@click.command("show", short_help="Print the chronology of texts.")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@dct_option
@selection_options
@click.option("--show-source", is_flag=True, help="Also the sentence of each event, the words of the date marked.")
@bidi_option
@click.option(
    "--width", type=click.IntRange(min=20), metavar="COLUMNS", help="Width of the output; else the terminal's."
)
@all_dates_option
@reading_options
@input_options
@quiet_option
def command(
    files: tuple[str, ...],
    dct: Day | None,
    selection: Selection,
    show_source: bool,
    bidi: str,
    width: int | None,
    all_dates: bool,
    options: DateOptions,
    reading: ReadOptions,
    quiet: bool,
) -> int:
    """Print the chronology of texts: their dated events in order.

    FILE is a text, - is standard input. Several files give one chronology.
    """
    from timeline_cli.terminal import show

    sources = sources_of(files)
    everything = timeline_of(read_documents(sources, dct, reading, quiet), options, all_dates)
    timeline = selected(everything, selection)
    if not timeline.events:
        if not quiet:
            click.echo(nothing_found(sources, len(everything)), err=True)
        return NOTHING
    show(timeline, treatment=bidi, width=width, show_source=show_source, quiet=quiet)
    return FOUND
