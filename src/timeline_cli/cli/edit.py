"""`timeline edit`: writes an analyst's corrections into a file for `--edits`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

import click

from timeline_cli.cli import FOUND, NOTHING
from timeline_cli.cli.chronology import read_documents, timeline_of
from timeline_cli.cli.options import dct_option, input_options, quiet_option, reading_options
from timeline_cli.dates import DateOptions
from timeline_cli.edits import Correction, applied, corrections_of, csv_of, span_of
from timeline_cli.errors import TimelineError
from timeline_cli.events.choices import Choices
from timeline_cli.model import Day, Timeline
from timeline_cli.readers import ReadOptions
from timeline_cli.writers.replacing import opened


@click.command("edit", short_help="Write corrections of a chronology into a file.")
@click.argument("corrections", metavar="CORRECTIONS.csv", type=click.Path())
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@click.option("--drop", multiple=True, metavar="ID", help="Leave this event out.")
@click.option("--redate", multiple=True, nargs=2, metavar="ID DATE", help="Date it YYYY[-MM[-DD]] or FIRST/LAST.")
@click.option("--retitle", multiple=True, nargs=2, metavar="ID TITLE", help="Give it this title.")
@click.option("--merge", multiple=True, nargs=2, metavar="ID OTHER", help="Join it to another event.")
@click.option("--undo", multiple=True, metavar="ID", help="Forget the corrections of this event.")
@dct_option
@reading_options
@input_options
@quiet_option
def command(
    corrections: str,
    files: tuple[str, ...],
    drop: tuple[str, ...],
    redate: tuple[tuple[str, str], ...],
    retitle: tuple[tuple[str, str], ...],
    merge: tuple[tuple[str, str], ...],
    undo: tuple[str, ...],
    dct: Day | None,
    options: DateOptions,
    reading: ReadOptions,
    quiet: bool,
) -> int:
    """Write corrections of a chronology into a file (CSV), which --edits of show and export makes on every run.

    The ids stand in `timeline show --ids`, in exports, and in the report. Where FILE is named, corrections that match
    no event of it are reported. Without any option the corrections of the file are listed.
    """
    if corrections.lower().endswith(".toml"):
        raise TimelineError(f"{corrections}: is written as CSV only; edit TOML by hand, or name a .csv")
    known = corrections_of(corrections) if os.path.exists(corrections) else []
    asked = [
        *(Correction(one, "drop") for one in drop),
        *(Correction(event, "redate", value) for event, value in redate),
        *(Correction(event, "retitle", value) for event, value in retitle),
        *(Correction(event, "merge", value) for event, value in merge),
    ]
    for one in asked:
        _check(one)
    forgotten = set(undo) | {one.id for one in asked if one.action == "drop"}
    renewed = {(one.id, one.action) for one in asked}
    kept = [one for one in known if one.id not in forgotten and (one.id, one.action) not in renewed]
    changed = [*kept, *asked]
    timeline = timeline_of(read_documents(files, dct, reading, quiet), options, Choices(), quiet) if files else None
    lost = [] if timeline is None else applied(timeline, changed)[1]
    if asked or undo:
        changed = list(_noted(changed, timeline))
        with opened(corrections, force=True) as stream:
            stream.write(csv_of(changed))
    else:
        for one in changed:
            click.echo("  ".join(part for part in (one.id, one.action, one.value, one.note) if part))
    for one in lost:
        click.echo(f"timeline: no event has the id {one.id} ({one.action})", err=True)
    if not quiet:
        click.echo(f"{corrections}: {len(changed)} corrections", err=True)
    return NOTHING if lost or not changed else FOUND


def _check(one: Correction) -> None:
    if one.action == "redate":
        try:
            span_of(one.value)
        except ValueError:
            raise TimelineError(
                f"--redate: {one.value!r} is no day; write it as YYYY, YYYY-MM, YYYY-MM-DD or FIRST/LAST"
            ) from None
    if one.action == "merge" and one.value == one.id:
        raise TimelineError(f"--merge: {one.id} cannot be joined to itself")


def _noted(corrections: Sequence[Correction], timeline: Timeline | None) -> Iterator[Correction]:
    """Yields corrections with the date and title of their event as a note for people, where it is known."""
    notes = {} if timeline is None else {event.id: f"{event.begin} {event.title}" for event in timeline.events}
    for one in corrections:
        yield one if one.note else Correction(one.id, one.action, one.value, notes.get(one.id, ""), one.place)
