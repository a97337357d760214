"""`timeline formats`: what can be read and written."""

from __future__ import annotations

import click

from timeline_cli.cli import FOUND


@click.command("formats", short_help="List what can be read and written.")
def command() -> int:
    """List the formats that can be read and written."""
    from timeline_cli import readers, writers

    for title, formats in (("read", readers.FORMATS), ("written", writers.FORMATS)):
        click.echo(title)
        for known in formats:
            extra = f" (pip install 'timeline-cli[{known.extra}]')" if known.extra else ""
            click.echo(f"  {known.name:<15} {' '.join(known.suffixes):<24} {known.summary}{extra}")
    return FOUND
