"""Views for people: into a terminal by Rich, elsewhere as plain text in logical order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_cli.model import TimeExpression, Timeline
from timeline_cli.terminal.bidi import lacks_reordering, treatment_for
from timeline_cli.terminal.chronology import Line, Page, lines_of

if TYPE_CHECKING:
    from timeline_cli.changes import Change
    from timeline_cli.contradictions import Contradiction
    from timeline_cli.places import Lines

_STYLES = {
    "plain": "",
    "heading": "bold",
    "remark": "dim",
    "date": "cyan",
    "status": "yellow",
    "denied": "red",
    "text": "",
    "marked": "underline",
}
_STATUSES = ("status", "denied")


@dataclass(frozen=True, slots=True)
class Look:
    """How a chronology is shown; the fields are those of `chronology.Page`."""

    lang: str = "en"
    layout: str = "list"
    months: str | None = None
    calendar: str | None = None
    ids: bool = False


def show(
    timeline: Timeline,
    treatment: str = "auto",
    width: int | None = None,
    show_source: bool = False,
    quiet: bool = False,
    look: Look | None = None,
) -> None:
    """Prints a chronology on standard output.

    `treatment`: auto, isolate, reorder or off (see `terminal.bidi`). `width`: cells of a line; None for the terminal's,
    or, where the output is no terminal, for lines that are not broken. Raises TimelineError where the treatment asked
    for is not available.
    """
    _print(lines_of(timeline, _page(treatment, width, look), show_source, quiet))
    if treatment == "auto" and not quiet and _is_terminal() and lacks_reordering():
        print(
            " This terminal draws Arabic left to right; pip install 'timeline-cli[bidi]' mends it.",
            file=sys.stderr,
        )


def show_meaning(
    phrase: str, expression: TimeExpression, steps: list[str] | None = None, treatment: str = "auto"
) -> None:
    """Prints what a time expression means and, where there are `steps`, how the words led to the days."""
    from timeline_cli.terminal.meaning import lines_of_meaning

    _print(lines_of_meaning(phrase, expression, steps, _page(treatment, None)))


def show_contradictions(
    found: Sequence[Contradiction], places: Mapping[str, Lines], treatment: str = "auto", lang: str = "en"
) -> None:
    """Prints what contradicts itself, one line each, in a language (en, ar)."""
    from timeline_cli.terminal.contradictions import lines_of_contradictions

    _print(lines_of_contradictions(found, places, _page(treatment, None), lang))


def show_changes(found: Sequence[Change], treatment: str = "auto", lang: str = "en") -> None:
    """Prints what changed between two chronologies, one line each, in a language (en, ar)."""
    from timeline_cli.terminal.changes import lines_of_changes

    _print(lines_of_changes(found, _page(treatment, None, Look(lang))))


def _page(treatment: str, width: int | None, look: Look | None = None) -> Page:
    rich = _is_terminal()
    if width is None and rich:
        width = _terminal_width()
    look = look or Look()
    return Page(
        width,
        treatment_for(treatment, terminal=rich),
        brackets=not rich,
        lang=look.lang,
        layout=look.layout,
        months=look.months,
        calendar=look.calendar,
        ids=look.ids,
    )


def _is_terminal() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _terminal_width() -> int:
    import shutil

    return max(20, shutil.get_terminal_size().columns)


def _print(lines: Iterable[Line]) -> None:
    if _is_terminal():
        _print_rich(lines)
    else:
        _print_plain(lines)


def _print_plain(lines: Iterable[Line]) -> None:
    for line in lines:
        sys.stdout.write("".join(span.text for span in line).rstrip() + "\n")


def _print_rich(lines: Iterable[Line]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    styles = _STYLES | (dict.fromkeys(_STATUSES, "dim") if console.no_color else {})
    for line in lines:
        console.print(Text.assemble(*((span.text, styles[span.look]) for span in line)), soft_wrap=True)
