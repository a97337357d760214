"""What a time expression means, as lines."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_cli.model import TimeExpression
from timeline_cli.terminal.bidi import Run, named, printable, treated
from timeline_cli.terminal.chronology import Line, Page, Span, spans_of

_WIDTH = 12


def lines_of_meaning(phrase: str, expression: TimeExpression, steps: list[str] | None, page: Page) -> Iterator[Line]:
    """Yields a phrase with its time expression marked, what it means line by line, and the steps that led there."""
    start, end = expression.start, expression.end
    runs = [Run(printable(phrase[:start])), Run(printable(phrase[start:end]), True), Run(printable(phrase[end:]))]
    if not (runs[0].text or runs[2].text):
        runs = [Run(printable(phrase))]
    yield [Span(" "), *spans_of(treated([run for run in runs if run.text], page.treatment), page)]
    for label, value in _fields(expression):
        yield [Span(f"   {label:<{_WIDTH}}", "remark"), Span(value)]
    for number, step in enumerate(steps or (), 1):
        label = f"step {number}"
        yield [Span(f"   {label:<{_WIDTH}}", "remark"), Span(named(printable(step), page.treatment))]


def _fields(expression: TimeExpression) -> Iterator[tuple[str, str]]:
    begin, last = expression.begin, expression.last
    if begin is None or last is None:
        yield "days", "none"
    else:
        length = last - begin + 1
        yield "days", str(begin) if length == 1 else f"{begin} → {last} ({length} days)"
    yield "type", expression.type
    for label, value in (
        ("value", expression.value),
        ("edtf", expression.edtf),
        ("time", expression.time),
        ("zone", expression.zone),
        ("precision", expression.precision),
        ("mod", expression.mod),
    ):
        if value:
            yield label, value
    yield "calendar", expression.calendar
    if expression.relation != "on":
        yield "relation", expression.relation
    yield "how", expression.how
    yield "confidence", f"{expression.confidence:.2f}"
    for flag in expression.flags:
        yield "flag", str(flag)
