"""Turns Arabic prose into a chronology.

>>> from timeline_cli import annotate, extract, parse

`annotate` finds the time expressions of a text, `parse` reads a single one, `extract` makes a chronology. The classes
that they return are those of `timeline_cli.model`. Importing the package costs next to nothing: what a function needs
is imported when it is called.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from timeline_cli.dates import DateOptions
    from timeline_cli.errors import TimelineError
    from timeline_cli.model import (
        Day,
        Document,
        DocumentDate,
        Event,
        Flag,
        Name,
        Source,
        Telling,
        TimeExpression,
        Timeline,
    )

__version__ = "0.1.0"

_HOMES = {
    "DateOptions": "timeline_cli.dates",
    "TimelineError": "timeline_cli.errors",
} | dict.fromkeys(
    ("Day", "Document", "DocumentDate", "Event", "Flag", "Name", "Source", "Telling", "TimeExpression", "Timeline"),
    "timeline_cli.model",
)

__all__ = [
    "DateOptions",
    "Day",
    "Document",
    "DocumentDate",
    "Event",
    "Flag",
    "Name",
    "Source",
    "Telling",
    "TimeExpression",
    "Timeline",
    "TimelineError",
    "annotate",
    "extract",
    "parse",
]


def annotate(
    text: str, dct: date | Day | str | None = None, *, options: DateOptions | None = None
) -> list[TimeExpression]:
    """Returns the time expressions of a text, in the order of the text.

    `dct`: the day the text was written, as a date or an ISO string; None where the text has to tell. Raises
    TimelineError for a string that is no ISO day.
    """
    from timeline_cli.dates import DateOptions, read

    return list(read(text, _day(dct), options or DateOptions()).expressions)


def extract(
    text: str,
    dct: date | Day | str | None = None,
    *,
    name: str = "-",
    title: str | None = None,
    options: DateOptions | None = None,
    all_dates: bool = False,
    statements: bool = True,
    spans: bool = False,
    follow_up: bool = False,
) -> Timeline:
    """Returns the chronology of a text: its dated events in order of time.

    `dct`: the day the text was written, as a date or an ISO string; None where the text has to tell. `name`: what the
    events' tellings call the text. `all_dates` keeps the dates that tell of no event, `statements` what was only said
    on a day; `spans` joins a beginning and its end in one sentence, a first day and how long it lasted; `follow_up`
    adds the acts that follow a dated one in its sentence without a date of their own. Raises TimelineError for a
    string that is no ISO day.
    """
    from timeline_cli.dates import DateOptions
    from timeline_cli.events import Choices, extract_document
    from timeline_cli.model import Document
    from timeline_cli.readers.hashing import sha256_of

    day = _day(dct)
    document = Document(name, text, title, day, "option" if day else None, sha256_of(text))
    return extract_document(document, options or DateOptions(), Choices(all_dates, statements, spans, follow_up))


def parse(
    phrase: str, dct: date | Day | str | None = None, *, options: DateOptions | None = None
) -> TimeExpression | None:
    """Returns what a phrase means that is a time expression, such as `يوليو/ تموز 1944`; None where it is none.

    `dct`: the day it is said on, as a date or an ISO string, for expressions such as `أمس`. Raises TimelineError for a
    string that is no ISO day.
    """
    from timeline_cli.dates import DateOptions
    from timeline_cli.dates import parse as parse_phrase

    return parse_phrase(phrase, _day(dct), options or DateOptions())


def _day(value: date | Day | str | None) -> Day | None:
    from timeline_cli.errors import TimelineError
    from timeline_cli.model import Day

    if value is None or isinstance(value, Day):
        return value
    if not isinstance(value, str):
        return Day.from_date(value)
    try:
        return Day.parse(value)
    except ValueError:
        raise TimelineError(f"dct: {value!r} is no day; write it as YYYY-MM-DD") from None


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
