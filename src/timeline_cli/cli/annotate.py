"""`timeline annotate`: the time expressions of many texts, in the gold format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from timeline_cli.cli import FOUND, NOTHING
from timeline_cli.cli.chronology import read_documents, sources_of
from timeline_cli.cli.options import dct_option, input_options, quiet_option, reading_options
from timeline_cli.dates import DateOptions, read
from timeline_cli.errors import TimelineError
from timeline_cli.model import Day
from timeline_cli.readers import STDIN, ReadOptions, lines_of, paths_of
from timeline_cli.writers.json_text import line_of
from timeline_cli.writers.record import timex_of
from timeline_cli.writers.replacing import STDOUT, check, opened


@click.command("annotate", short_help="Write the time expressions of many texts.")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-o", "--output", metavar="FILE", default=STDOUT, help="File to write; - is standard output (default).")
@click.option("--force", is_flag=True, help="Replace the output where it exists.")
@dct_option
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="NUMBER", help="Only surer ones.")
@reading_options
@input_options
@quiet_option
def command(
    files: tuple[str, ...],
    output: str,
    force: bool,
    dct: Day | None,
    min_confidence: float,
    options: DateOptions,
    reading: ReadOptions,
    quiet: bool,
) -> int:
    """Write the time expressions of many texts, one line of JSON a text (docs/annotation-guideline.md).

    FILE is any text that can be read, or JSON lines, each {"id": …, "dct": "YYYY-MM-DD" or null, "text": …}. --dct
    serves the texts without a date.
    """
    sources = sources_of(files)
    check(output, force, tuple(path for source in sources for path in paths_of(source, reading)))
    texts = expressions = 0
    with opened(output, force) as stream:
        for entry in _entries(sources, reading, quiet):
            annotated = annotation_of(entry, dct, options, min_confidence)
            stream.write(line_of(annotated))
            texts += 1
            expressions += len(annotated["timexes"])
    if not quiet and (output != STDOUT or not expressions):
        where = "timeline" if output == STDOUT else output
        click.echo(f"{where}: {expressions or 'no'} time expressions in {texts} texts", err=True)
    return FOUND if expressions else NOTHING


def annotation_of(
    entry: dict[str, Any], dct: Day | None, options: DateOptions, min_confidence: float = 0.0
) -> dict[str, Any]:
    """Returns an entry's line of output: `id`, `dct` as given, `dct_found` where the text told it, `timexes`."""
    day = Day.parse(entry["dct"]) if entry.get("dct") else dct
    reading = read(entry["text"], day, options)
    annotated: dict[str, Any] = {"id": entry["id"], "dct": entry.get("dct")}
    if reading.date.source == "text" and reading.date.day is not None:
        annotated["dct_found"] = str(reading.date.day)
    annotated["timexes"] = [
        timex_of(expression) for expression in reading.expressions if expression.confidence >= min_confidence
    ]
    return annotated


def _entries(sources: tuple[str, ...], reading: ReadOptions, quiet: bool) -> Iterator[dict[str, Any]]:
    """Yields the entries of all sources, checked: each has an `id`, a `text`, and a `dct` that is a day or null."""
    for source in sources:
        if not _is_gold(source, reading):
            for document in read_documents((source,), None, reading, quiet):
                day = None if document.dct is None else str(document.dct)
                yield {"id": document.name, "dct": day, "text": document.text}
            continue
        name = "standard input" if source == STDIN else source
        for number, line in enumerate(lines_of(source), 1):
            if line.strip():
                yield _entry(line, f"{name}:{number}", number)


def _is_gold(source: str, reading: ReadOptions) -> bool:
    """Tells whether a source is to be read line by line in the format of the guideline."""
    if any((reading.text_field, reading.date_field, reading.id_field, reading.title_field, reading.encoding)):
        return False
    return source == STDIN or source.lower().endswith((".jsonl", ".ndjson"))


def _entry(line: bytes, place: str, number: int) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise TimelineError(f'{place}: is no JSON ({error}); each line is {{"id": …, "dct": …, "text": …}}') from None
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise TimelineError(f'{place}: has no text; each line is {{"id": …, "dct": …, "text": …}}')
    try:
        if entry.get("dct"):
            Day.parse(entry["dct"])
    except (TypeError, ValueError):
        raise TimelineError(f"{place}: dct {entry['dct']!r} is no day; write it as YYYY-MM-DD or null") from None
    return {"id": str(number)} | entry
