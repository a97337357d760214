"""`timeline show`: the chronology in the terminal."""

from __future__ import annotations

import click

from timeline_cli.cli import FOUND, NOTHING
from timeline_cli.cli.chronology import corrected, nothing_found, read_documents, sources_of, timeline_of
from timeline_cli.cli.options import (
    bidi_option,
    choice_options,
    dct_option,
    edits_option,
    input_options,
    lang_option,
    quiet_option,
    reading_options,
    selection_options,
)
from timeline_cli.dates import DateOptions
from timeline_cli.events.choices import Choices
from timeline_cli.messages import language
from timeline_cli.model import Day
from timeline_cli.readers import ReadOptions
from timeline_cli.selection import Selection, selected


@click.command("show", short_help="Print the chronology of texts.")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@dct_option
@selection_options
@edits_option
@click.option("--show-source", is_flag=True, help="Also the sentence of each event, the words of the date marked.")
@click.option(
    "--layout",
    type=click.Choice(["list", "table", "tree"]),
    default="list",
    show_default=True,
    help="How to lay it out.",
)
@click.option(
    "--month-names",
    type=click.Choice(["levant", "egypt", "maghreb", "dual"]),
    help="Dates in words, with these month names, instead of 2023-03-15.",
)
@click.option(
    "--calendar",
    type=click.Choice(["gregorian", "julian", "hijri"]),
    help="Also the date in this calendar, beside the Gregorian one.",
)
@click.option("--hijri", is_flag=True, help="The same as --calendar hijri.")
@click.option("--ids", is_flag=True, help="Also the id of each event, which corrections are made by.")
@bidi_option
@lang_option
@click.option(
    "--width", type=click.IntRange(min=20), metavar="COLUMNS", help="Width of the output; else the terminal's."
)
@choice_options
@reading_options
@input_options
@quiet_option
def command(
    files: tuple[str, ...],
    dct: Day | None,
    selection: Selection,
    edits: str | None,
    show_source: bool,
    layout: str,
    month_names: str | None,
    calendar: str | None,
    hijri: bool,
    ids: bool,
    bidi: str,
    lang: str | None,
    width: int | None,
    choices: Choices,
    options: DateOptions,
    reading: ReadOptions,
    quiet: bool,
) -> int:
    """Print the chronology of texts: their dated events in order.

    FILE is a text, - is standard input. Several files give one chronology.
    """
    from timeline_cli.terminal import Look, show

    sources = sources_of(files)
    lang = language(lang)
    documents = read_documents(sources, dct, reading, quiet)
    everything = corrected(timeline_of(documents, options, choices, quiet), edits, quiet)
    timeline = selected(everything, selection)
    if not timeline.events:
        if not quiet:
            click.echo(nothing_found(sources, len(everything), lang), err=True)
        return NOTHING
    page = Look(lang, layout, month_names, "hijri" if hijri else None if calendar == "gregorian" else calendar, ids)
    show(timeline, treatment=bidi, width=width, show_source=show_source, quiet=quiet, look=page)
    return FOUND
