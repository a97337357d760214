"""The chronology as lines: date, status, and in the last column what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_cli.model import Event, Source, Telling, Timeline
from timeline_cli.terminal.bidi import Run, named, printable, treated
from timeline_cli.terminal.when import LEGEND, cell_of, heading_of, legend_of, year_text

_FOUND_BY = {
    "option": "as given",
    "metadata": "from its metadata",
    "file name": "from the file name",
    "text": "from the text",
}

MARGIN = 1
INDENT = 3
GAP = 3
BETWEEN = "  "  # date, status and documents
BELOW = 5  # where the text begins that does not fit beside its date
NARROWEST_TEXT = 26  # cells; where less is left beside the date, the text goes below it
WIDEST_TEXT = 84
SPEAKER = " — "


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line and how it looks: plain, heading, remark, date, status, denied, text or marked."""

    text: str
    look: str = "plain"


Line = list[Span]


@dataclass(frozen=True, slots=True)
class Page:
    """Where the lines go. `width`: cells of a line, None where lines are not broken. `treatment`: see `bidi`.

    `brackets`: whether marked words get brackets, since nothing can be underlined.
    """

    width: int | None
    treatment: str
    brackets: bool


def lines_of(timeline: Timeline, page: Page, show_source: bool = False, quiet: bool = False) -> Iterator[Line]:
    """Yields the lines of a chronology: head, entries by year, legend, and of several documents those that tell it.

    `quiet` leaves the entries alone.
    """
    if quiet:
        yield from _entries(timeline.events, {}, page, False, show_source)
        return
    numbers = _numbers(timeline)
    yield from _head(timeline, page)
    yield from _entries(timeline.events, numbers, page, _in_order(timeline.events), show_source)
    yield from _legend(timeline.events, page)
    if numbers:
        yield []
    for source in timeline.sources:
        if source.name in numbers:
            yield from _document(source, page, f"[{numbers[source.name]}] ", "")


def _numbers(timeline: Timeline) -> dict[str, int]:
    """Returns a number for each document that tells of an event, in the order of the sources; none for one document."""
    if len(timeline.sources) == 1:
        return {}
    telling = {telling.document for event in timeline.events for telling in event.tellings}
    names = dict.fromkeys(source.name for source in timeline.sources if source.name in telling)
    return {name: number for number, name in enumerate(names, 1)}


def _entries(
    events: Sequence[Event], numbers: dict[str, int], page: Page, grouped: bool, show_source: bool
) -> Iterator[Line]:
    cells = [_left(event, numbers) for event in events]
    beside = INDENT + max(map(_width, cells)) + GAP
    below = page.width is not None and page.width - beside - MARGIN < NARROWEST_TEXT
    indent = BELOW if below else beside
    heading = None
    for event, cell in zip(events, cells, strict=True):
        if grouped and heading_of(event) != heading:
            heading = heading_of(event)
            yield [Span(" " * MARGIN), Span(heading, "heading")]
        left = [Span(" " * INDENT), *cell]
        if below:
            yield left
            left = [Span(" " * indent)]
        else:
            left.append(Span(" " * (beside - _width(left))))
        yield from _block(left, _title(event), indent, page)
        if show_source:
            yield from _tellings(event, indent, page)


def _left(event: Event, numbers: dict[str, int]) -> Line:
    """Returns what stands left of an event's title: date, status unless past, numbers of the documents that tell it."""
    cell = [Span(cell_of(event), "date")]
    status = _status(event)
    if status:
        cell += [Span(BETWEEN), Span(status, "denied" if status == "denied" else "status")]
    told_by = sorted({numbers[telling.document] for telling in event.tellings if telling.document in numbers})
    if told_by:
        cell += [Span(BETWEEN), Span(f"[{','.join(map(str, told_by))}]", "remark")]
    return cell


def _width(line: Line) -> int:
    """Returns the width of spans whose characters take a cell each."""
    return sum(len(span.text) for span in line)


def _head(timeline: Timeline, page: Page) -> Iterator[Line]:
    first = year_text(min(event.begin.year for event in timeline.events))
    last = year_text(max(event.last.year for event in timeline.events))
    count = f"{len(timeline)} event{'s' if len(timeline) != 1 else ''} {first if first == last else f'{first}–{last}'}"
    if len(timeline.sources) == 1:
        yield from _document(timeline.sources[0], page, "", f" · {count}")
    else:
        yield [Span(" " * MARGIN), Span(f"{len(timeline.sources)} documents · {count}", "remark")]
    yield []


def _document(source: Source, page: Page, before: str, after: str) -> Iterator[Line]:
    date = source.date
    day = f"{date.day} ({_FOUND_BY.get(date.source, date.source)})" if date.day else "undated"
    yield [Span(" " * MARGIN), Span(f"{before}{_name(source.name, page)} · {day}{after}", "remark")]
    if source.title:
        indent = MARGIN + len(before)
        yield from _block([Span(" " * indent)], [Run(printable(source.title))], indent, page)


def _title(event: Event) -> list[Run]:
    title = printable(event.title)
    speaker = printable(event.attribution or "")
    return [Run(title + SPEAKER + speaker if speaker and speaker not in title else title)]


def _status(event: Event) -> str:
    if event.descriptive:
        return "mention"
    return "" if event.status == "past" else event.status


def _block(left: Line, text: list[Run], indent: int, page: Page) -> Iterator[Line]:
    """Yields a text beside what stands left of it, which is `indent` cells wide; broken lines end at the same cell."""
    if page.width is None:
        yield [*left, *spans_of(treated(text, page.treatment), page)]
        return
    from timeline_cli.terminal.wrapping import width_of, wrapped

    room = max(1, min(page.width - indent - MARGIN, WIDEST_TEXT))
    lines = [treated(line, page.treatment) for line in wrapped(text, room)]
    widths = [width_of(line) for line in lines]
    for line, width in zip(lines, widths, strict=True):
        yield [*left, Span(" " * (max(widths) - width)), *spans_of(line, page)]
        left = [Span(" " * indent)]


def spans_of(line: Sequence[Run], page: Page) -> Iterator[Span]:
    """Yields a treated line's spans; marked words get their look, or brackets where there are no looks."""
    for run in line:
        if run.marked and page.brackets:
            yield Span(f"⟦{run.text}⟧", "text")
        else:
            yield Span(run.text, "marked" if run.marked else "text")


def _tellings(event: Event, indent: int, page: Page) -> Iterator[Line]:
    left = Span(" " * indent)
    for telling in event.tellings:
        yield [left, Span(f"{_name(telling.document, page)} {telling.start}–{telling.end}", "remark")]
        yield from _block([left], _marked_sentence(telling), indent, page)
    yield []


def _name(document: str, page: Page) -> str:
    return "standard input" if document == "-" else named(printable(document), page.treatment)


def _marked_sentence(telling: Telling) -> list[Run]:
    start, end = telling.start - telling.sentence_start, telling.end - telling.sentence_start
    sentence = telling.sentence
    if not 0 <= start < end <= len(sentence):
        return [Run(printable(sentence))]
    runs = [Run(printable(sentence[:start])), Run(printable(sentence[start:end]), True), Run(printable(sentence[end:]))]
    return [run for run in runs if run.text]


def _legend(events: Sequence[Event], page: Page) -> Iterator[Line]:
    needed = {sign for event in events for sign in legend_of(event)}
    legend = [meaning for sign, meaning in LEGEND.items() if sign in needed]
    if legend:
        yield []
    if page.width is not None and len("   ".join(legend)) + MARGIN > page.width:
        yield from ([Span(" " * MARGIN), Span(entry, "remark")] for entry in legend)
    elif legend:
        yield [Span(" " * MARGIN), Span("   ".join(legend), "remark")]


def _in_order(events: Sequence[Event]) -> bool:
    """Tells whether events come in order of time, forward or backward, so that they can stand under headings."""
    days = [event.begin for event in events]
    return days == sorted(days) or days == sorted(days, reverse=True)
