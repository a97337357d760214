"""The chronology as lines: date, status, and in the last column what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_cli.messages import say
from timeline_cli.model import Event, Source, Telling, Timeline
from timeline_cli.terminal.bidi import FSI, PDI, RLI, Run, named, printable, treated
from timeline_cli.terminal.when import LEGEND, cell_of, heading_of, legend_of, signs_of, year_text

LAYOUTS = ("list", "table", "tree")
LONG = 24  # events; from so many on a histogram stands above them
_FOUND_BY = ("option", "metadata", "file name", "text")
_LETTERS = re.compile("[A-Za-z]")
_CONTROLS = re.compile(f"[{RLI}{FSI}{PDI}]")

MARGIN = 1
INDENT, INDENT_IN_TREE = 3, 4
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

    `brackets`: whether marked words get brackets, since nothing can be underlined. `lang`: language of the messages, en
    or ar. `layout`: one of `LAYOUTS`. `months`: the region whose month names dates are written with, None for ISO
    dates. `calendar`: hijri or julian for the date in that calendar beside the Gregorian one. `ids`: whether the
    ids of events are shown.
    """

    width: int | None
    treatment: str
    brackets: bool
    lang: str = "en"
    layout: str = "list"
    months: str | None = None
    calendar: str | None = None
    ids: bool = False


def lines_of(timeline: Timeline, page: Page, show_source: bool = False, quiet: bool = False) -> Iterator[Line]:
    """Yields the lines of a chronology: head, entries by year, legend, and of several documents those that tell it.

    `quiet` leaves the entries alone.
    """
    if quiet:
        yield from _entries(timeline.events, {}, page, False, show_source)
        return
    numbers = _numbers(timeline)
    yield from _head(timeline, page)
    yield from _histogram(timeline.events, page)
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
    if page.layout == "table" and events:
        yield from _table(events, numbers, page, show_source)
        return
    dates = [date_of(event, page) for event in events]
    widest = max(_width([Span(date)]) for date in dates) if page.calendar and dates else 0
    cells = [_left(event, date, widest, numbers, page) for event, date in zip(events, dates, strict=True)]
    tree = page.layout == "tree" and grouped
    beside = (INDENT_IN_TREE if tree else INDENT) + max(map(_width, cells), default=0) + GAP
    below = page.width is not None and page.width - beside - MARGIN < NARROWEST_TEXT
    indent = BELOW if below else beside
    heading = None
    headings = [heading_of(event) for event in events]
    for number, (event, cell) in enumerate(zip(events, cells, strict=True)):
        if grouped and headings[number] != heading:
            heading = headings[number]
            yield [Span(" " * MARGIN), Span(_heading(event, page), "heading")]
        left = [Span(" " * INDENT), *cell]
        if tree:
            ends = number + 1 == len(events) or headings[number + 1] != heading
            left[0] = Span(f"{' ' * MARGIN}{'└─' if ends else '├─'} ", "remark")
        if below:
            yield left
            left = [Span(" " * indent)]
        else:
            left.append(Span(" " * (beside - _width(left))))
        yield from _block(left, _title(event), indent, page)
        if show_source:
            yield from _tellings(event, indent, page)


def _left(event: Event, date: str, widest: int, numbers: dict[str, int], page: Page) -> Line:
    """Returns what stands left of an event's title: date, status unless past, numbers of the documents that tell it.

    `widest`: cells that dates take where something stands in a column beside them.
    """
    cell = [Span(date, "date")]
    if page.calendar:
        cell += [Span(" " * (widest - _width(cell)) + BETWEEN), Span(_other_calendar(event, page), "remark")]
    status = _status(event, page)
    if status:
        cell += [Span(BETWEEN), Span(status, "denied" if event.status == "denied" else "status")]
    if page.ids:
        cell += [Span(BETWEEN), Span(event.id, "remark")]
    told_by = sorted({numbers[telling.document] for telling in event.tellings if telling.document in numbers})
    if told_by:
        cell += [Span(BETWEEN), Span(f"[{','.join(map(str, told_by))}]", "remark")]
    return cell


def date_of(event: Event, page: Page) -> str:
    """Returns an event's date with its signs: as ISO, or in words where month names or Arabic words are wanted."""
    cell = cell_of(event)
    if page.months is None and (page.lang == "en" or not _LETTERS.search(cell)):
        return cell
    from timeline_cli.terminal.dates import words_of

    words = named(words_of(event, page.months or "egypt"), page.treatment)
    return " ".join(part for part in (words, "".join(signs_of(event))) if part)


def _other_calendar(event: Event, page: Page) -> str:
    from timeline_cli.terminal.dates import beside

    return beside(event, page.calendar or "")


def _heading(event: Event, page: Page) -> str:
    if page.lang == "en" or not _LETTERS.search(heading_of(event)):
        return heading_of(event)
    from timeline_cli.terminal.dates import words_of

    return named(words_of(event, "egypt"), page.treatment)


def _width(line: Line) -> int:
    """Returns the width of spans whose characters take a cell each; the controls of isolates take none."""
    return sum(len(_CONTROLS.sub("", span.text)) for span in line)


def _remark(text: str, page: Page) -> Line:
    """Returns a line of the tool's own words in the language of the page."""
    if page.lang == "en":
        return [Span(" " * MARGIN), Span(text, "remark")]
    return [Span(" " * MARGIN), *(Span(run.text, "remark") for run in treated([Run(text)], page.treatment))]


def _head(timeline: Timeline, page: Page) -> Iterator[Line]:
    first = year_text(min(event.begin.year for event in timeline.events))
    last = year_text(max(event.last.year for event in timeline.events))
    span = first if first == last else f"{first}–{last}"
    if page.lang != "en":
        span = span.replace("BCE", say("show.bce", page.lang))
    count = f"{say('show.event' if len(timeline) == 1 else 'show.events', page.lang, n=len(timeline))} {span}"
    if len(timeline.sources) == 1:
        yield from _document(timeline.sources[0], page, "", f" · {count}")
    else:
        yield _remark(f"{say('show.documents', page.lang, n=len(timeline.sources))} · {count}", page)
    yield []


def _histogram(events: Sequence[Event], page: Page) -> Iterator[Line]:
    """Yields how the events of a long chronology lie in time; nothing for a short one."""
    if len(events) < LONG:
        return
    from timeline_cli.terminal.histogram import MOST_COLUMNS, histogram_of

    columns = MOST_COLUMNS if page.width is None else max(10, min(MOST_COLUMNS, page.width - 24))
    bars = histogram_of(events, columns)
    if len(bars.bars) < 2:
        return
    first, last = year_text(bars.first), year_text(bars.last)
    yield [Span(" " * MARGIN), Span(f"{first} ", "remark"), Span(bars.bars, "date"), Span(f" {last}", "remark")]
    yield _remark(say(f"show.bar-{bars.unit}", page.lang, n=bars.step), page)
    yield []


def _table(events: Sequence[Event], numbers: dict[str, int], page: Page, show_source: bool) -> Iterator[Line]:
    """Yields a table: date, other calendar, status, documents, event; the last column has no border to its right."""
    rows = [_cells(event, numbers, page) for event in events]
    heads = [say(f"show.{name}", page.lang) for name in ("date", "calendar", "status", "texts", "id")]
    used = [place for place in range(len(heads)) if any(row[place] for row in rows)]
    heads = [named(heads[place], page.treatment) for place in used]
    rows = [[row[place] for place in used] for row in rows]
    widths = [max(_width([Span(row[place])]) for row in [heads, *rows]) for place in range(len(used))]
    indent = MARGIN + sum(width + 3 for width in widths)

    def line(cells: Sequence[str], look: str) -> Line:
        spans = [Span(" " * MARGIN)]
        for cell, width, place in zip(cells, widths, used, strict=True):
            padded = cell + " " * (width - _width([Span(cell)]))
            spans += [Span(padded, "date" if place == 0 and look == "plain" else look), Span(" │ ", "remark")]
        return spans

    event_head = named(say("show.event-column", page.lang), page.treatment)
    yield [*line(heads, "heading"), Span(event_head, "heading")]
    rule = "┼".join("─" * (width + 2) for width in widths)
    yield [Span(" " * MARGIN + rule[1:] + "┼" + "─" * 24, "remark")]
    for event, row in zip(events, rows, strict=True):
        yield from _block(line(row, "plain"), _title(event), indent, page)
        if show_source:
            yield from _tellings(event, indent, page)


def _cells(event: Event, numbers: dict[str, int], page: Page) -> list[str]:
    told_by = sorted({numbers[telling.document] for telling in event.tellings if telling.document in numbers})
    return [
        date_of(event, page),
        _other_calendar(event, page) if page.calendar else "",
        _status(event, page),
        ",".join(map(str, told_by)),
        event.id if page.ids else "",
    ]


def _document(source: Source, page: Page, before: str, after: str) -> Iterator[Line]:
    date = source.date
    found = say(f"show.from-{date.source}", page.lang) if date.source in _FOUND_BY else date.source
    day = f"{date.day} ({found})" if date.day else say("show.undated", page.lang)
    if page.lang == "en":
        yield [Span(" " * MARGIN), Span(f"{before}{_name(source.name, page)} · {day}{after}", "remark")]
    else:
        name = say("stdin", page.lang) if source.name == "-" else printable(source.name)
        yield _remark(f"{before}{name} · {day}{after}", page)
    if source.title:
        indent = MARGIN + len(before)
        yield from _block([Span(" " * indent)], [Run(printable(source.title))], indent, page)


def _title(event: Event) -> list[Run]:
    title = printable(event.title)
    speaker = printable(event.attribution or "")
    return [Run(title + SPEAKER + speaker if speaker and speaker not in title else title)]


def _status(event: Event, page: Page) -> str:
    status = "mention" if event.descriptive else event.status
    if status == "past" or page.lang == "en":
        return "" if status == "past" else status
    return named(say(f"status.{status}", page.lang), page.treatment)


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
    legend = [say(f"legend.{name}", page.lang) for sign, name in LEGEND.items() if sign in needed]
    if legend:
        yield []
    if page.width is not None and len("   ".join(legend)) + MARGIN > page.width:
        yield from (_remark(entry, page) for entry in legend)
    elif legend:
        yield _remark("   ".join(legend), page)


def _in_order(events: Sequence[Event]) -> bool:
    """Tells whether events come in order of time, forward or backward, so that they can stand under headings."""
    days = [event.begin for event in events]
    return days == sorted(days) or days == sorted(days, reverse=True)
