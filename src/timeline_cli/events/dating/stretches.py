"""Days that stand apart in a sentence and mean one stretch together (docs/events.md §2.5, `--spans`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.model import Day, Event, TimeExpression, month_length

_LASTS = cues("lasts")
_LENGTH = re.compile(r"P(\d+)([DWMY])\Z")
_NEAR = 12  # characters between a length and its first day: ابتداء من, اعتبارا من
_BOUNDS = frozenset({"open-end", "open-begin"})


def is_end_of(reading: Reading, first: Attachment, second: Attachment, end: TimeExpression) -> bool:
    """Tells whether a day ends what the act before it began: بدأ المعرض في 3 مايو │ واستمر حتى 9 مايو, of one doer."""
    if end.relation != "until" or first.kind != "verb" or second.kind != "verb" or first.clause >= second.clause:
        return False
    verb, clause = reading.units[second.unit].word.verb, reading.clauses[second.clause]
    lasts = verb is not None and not _LASTS.isdisjoint(verb.lemma.split("|"))
    return lasts and subject(reading, clause) is None


def until(event: Event, end: TimeExpression) -> Event:
    """Returns an event that goes on to a later day; unchanged where that is not after its first."""
    return event if end.last is None else _until(event, end.last)


def over_its_length(event: Event, expressions: Sequence[TimeExpression]) -> Event:
    """Returns an event that goes on as long as the length right before its first day says (ثلاثة أيام ابتداء من 4
    مايو); unchanged where none stands there. `expressions`: those of the text."""
    if event.relation != "from" or event.precision != "day":
        return event
    start = event.tellings[0].start
    for length in expressions:
        found = _LENGTH.match(length.value or "") if length.type == "DURATION" else None
        if found is not None and 0 < start - length.end <= _NEAR:
            return _until(event, _after(event.begin, int(found[1]), found[2]))
    return event


def _until(event: Event, last: Day) -> Event:
    if last <= event.begin:
        return event
    flags = tuple(flag for flag in event.flags if flag.code not in _BOUNDS)
    span = f"{event.begin}/{last}"
    return replace(event, last=last, edtf=span, value=span, precision="interval", relation="on", flags=flags)


def _after(begin: Day, count: int, unit: str) -> Day:
    """Returns the last of so many days, weeks, months or years from a first day."""
    if unit in "DW":
        return begin + (count * (7 if unit == "W" else 1) - 1)
    months = begin.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = begin.year + months // 12, months % 12 + 1
    return Day.of(year, month, min(begin.day, month_length(year, month))) + -1
