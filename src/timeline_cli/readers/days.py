"""The day that a field of metadata names, in whichever of the usual forms."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from timeline_cli.model import Day

_ISO_START = re.compile(r"-?\d{4,}-\d\d-\d\d(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?!\d)")


def day_of(value: Any) -> Day | None:
    """Returns the day of a value: a date or datetime, ISO 8601 with or without a time, RFC 2822, or Arabic words.

    The day is the one that is written, whatever the time zone. None where the value names no single day.
    """
    if isinstance(value, date):
        return Day.from_date(value)
    if not isinstance(value, str) or not value.strip():
        return None
    value = value.strip()
    return _iso(value) or _rfc_2822(value) or _words(value)


def iso_day(value: str) -> Day | None:
    """Returns the day that an ISO 8601 date or time begins with, None where it begins with none."""
    return _iso(value.strip())


def _iso(value: str) -> Day | None:
    start = _ISO_START.match(value)
    compact = _COMPACT.match(value)
    text = start[0] if start else "-".join(compact.groups()) if compact else ""
    try:
        return Day.parse(text)
    except ValueError:
        return None


def _rfc_2822(value: str) -> Day | None:
    try:
        return Day.from_date(parsedate_to_datetime(value))
    except (TypeError, ValueError, IndexError):
        return None


def _words(value: str) -> Day | None:
    """Returns the day that words name for themselves (`15 مارس 2023`, `15/03/2023`), without a document date."""
    if len(value) > 80 or _ISO_START.match(value):
        return None
    from timeline_cli.dates import parse

    meant = parse(value)
    if meant is None or meant.begin is None or meant.begin != meant.last or meant.how not in ("explicit", "pair"):
        return None
    return meant.begin
