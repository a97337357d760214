"""`timeline schema`: the JSON Schema of what `timeline export` writes."""

from __future__ import annotations

import click

from timeline_cli.cli import FOUND


@click.command("schema", short_help="Print the JSON Schema of the record.")
def command() -> int:
    """Print the JSON Schema (draft 2020-12) of the JSON that `timeline export` writes.

    A line of the jsonl format fits its $defs/event.
    """
    from timeline_cli.writers.schema import schema_text

    click.echo(schema_text(), nl=False)
    return FOUND
