"""Reads the word lists."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from timeline_cli.errors import TimelineError


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Returns the rows of a word list, such as `months` or `events/connectives`, in file order.

    Raises TimelineError where there is no such list.
    """
    path = files("timeline_cli.lexicon").joinpath(*f"{name}.csv".split("/"))
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise TimelineError(f"no word list {name!r} in timeline_cli.lexicon") from None
    lines = csv.reader(text.splitlines())
    header = next(lines)
    return tuple(dict(zip(header, line, strict=False)) for line in lines)


def column(name: str, key: str, **where: str) -> frozenset[str]:
    """Returns the values of one column over the rows whose other columns equal `where`."""
    return frozenset(row[key] for row in rows(name) if all(row[k] == v for k, v in where.items()))
