"""What changed between two chronologies, one line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline_cli.changes import ADDED, REDATED, REMOVED, RESTATED, Change, Entry
from timeline_cli.messages import say
from timeline_cli.terminal.bidi import Run, named, printable, treated
from timeline_cli.terminal.chronology import GAP, MARGIN, Line, Page, Span, spans_of

_SIGNS = {ADDED: "+", REMOVED: "-"}
_LOOKS = {ADDED: "date", REMOVED: "denied"}


def lines_of_changes(found: Sequence[Change], page: Page) -> Iterator[Line]:
    """Yields `+` what was added, `-` what went, `~` what changed: its date, its title, its status."""
    cells = [_cell(change, page) for change in found]
    width = max(map(len, cells), default=0)
    for change, cell in zip(found, cells, strict=True):
        sign, look = _SIGNS.get(change.kind, "~"), _LOOKS.get(change.kind, "status")
        left = f"{' ' * MARGIN}{sign} {cell}{' ' * (width - len(cell) + GAP)}"
        yield [Span(left, look), *spans_of(treated([Run(_text(change, page))], page.treatment), page)]


def _cell(change: Change, page: Page) -> str:
    if change.kind == REDATED and change.old and change.new:
        return f"{_days(change.old)} ⇒ {_days(change.new)}"
    entry = change.new or change.old
    assert entry is not None
    if change.kind == RESTATED and change.old and change.new:
        old, new = (_status(one, page) for one in (change.old, change.new))
        return f"{_days(entry)}  {old} ⇒ {new}"
    return _days(entry)


def _text(change: Change, page: Page) -> str:
    if change.kind in (ADDED, REMOVED, REDATED, RESTATED) or change.old is None or change.new is None:
        entry = change.new or change.old
        return printable(entry.title) if entry else ""
    return f"{printable(change.old.title)} ⇐ {printable(change.new.title)}"


def _status(entry: Entry, page: Page) -> str:
    return named(say(f"status.{entry.status}", page.lang), page.treatment)


def _days(entry: Entry) -> str:
    return entry.begin if entry.begin == entry.last else f"{entry.begin} → {entry.last}"
