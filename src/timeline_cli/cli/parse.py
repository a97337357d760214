"""`timeline parse`: what one time expression means."""

from __future__ import annotations

import sys
from typing import Any

import click

from timeline_cli.cli import FOUND, NOTHING
from timeline_cli.cli.options import bidi_option, dct_option, quiet_option, reading_options
from timeline_cli.dates import DateOptions, explain, parse
from timeline_cli.model import Day, TimeExpression


@click.command("parse", short_help="Say what one time expression means.")
@click.argument("words", nargs=-1, metavar="[PHRASE]...")
@dct_option
@click.option("--json", "as_json", is_flag=True, help="As one line of JSON.")
@click.option("--explain", "explained", is_flag=True, help="Also the pattern that matched and the steps to the days.")
@bidi_option
@reading_options
@quiet_option
def command(
    words: tuple[str, ...],
    dct: Day | None,
    as_json: bool,
    explained: bool,
    bidi: str,
    options: DateOptions,
    quiet: bool,
) -> int:
    """Say what one time expression means, such as 'يوليو/ تموز 1944'.

    Without PHRASE, each line of standard input is one.
    """
    status = NOTHING
    for phrase in _phrases(words):
        expression = parse(phrase, dct, options)
        if expression is None:
            if not quiet:
                click.echo(f"timeline: {phrase!r}: no time expression", err=True)
            continue
        status = FOUND
        steps = explain(expression) if explained else None
        if as_json:
            _print_json(expression, steps)
        else:
            from timeline_cli.terminal import show_meaning

            show_meaning(phrase, expression, steps, treatment=bidi)
    return status


def _phrases(words: tuple[str, ...]) -> list[str]:
    if words and words != ("-",):
        return [" ".join(words)]
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError("no phrase: name one in quotes, or pipe phrases into standard input, one a line")
    from timeline_cli.readers import STDIN, contents
    from timeline_cli.readers.encoding import decode

    lines = decode(contents(STDIN), "standard input").splitlines()
    return [line.strip() for line in lines if line.strip()]


def _print_json(expression: TimeExpression, steps: list[str] | None) -> None:
    from timeline_cli.writers.json_text import line_of
    from timeline_cli.writers.record import timex_of

    record: dict[str, Any] = timex_of(expression)
    if steps is not None:
        record |= {"pattern": expression.pattern, "steps": steps}
    sys.stdout.buffer.write(line_of(record))
