"""What contradicts itself, one line each: place, words, and what would be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline_cli.contradictions import NOTE, Contradiction
from timeline_cli.messages import say
from timeline_cli.model import Day
from timeline_cli.places import Lines
from timeline_cli.terminal.bidi import Run, named, printable, treated
from timeline_cli.terminal.chronology import Line, Page, Span, spans_of

_INDENT = 3
_WEEKDAYS, _MONTHS = ("is", "said"), ("one", "other")


def lines_of_contradictions(
    found: Sequence[Contradiction], places: Mapping[str, Lines], page: Page, lang: str
) -> Iterator[Line]:
    """Yields a line for each contradiction: `document:line:column: words: message`.

    Where lines have a width, the message stands on lines of its own, so that no terminal breaks right-to-left text.
    """
    for one in found:
        line, column = places[one.place.document].place(one.place.start)
        name = say("stdin", lang) if one.place.document == "-" else one.place.document
        segment = places[one.place.document].segment(one.place.start)
        within = f" ({printable(segment)})" if segment else ""
        where = f"{named(printable(name), page.treatment)}:{line}:{column}{within}: "
        look = "remark" if one.level == NOTE else "denied"
        note = f"{say('check.note', lang)}: " if one.level == NOTE else ""
        words, message = printable(one.place.words), note + printable(message_of(one, places, lang))
        if page.width is not None:
            yield [Span(where, look), *spans_of(_words(words, page), page)]
            yield from _below(message, page, lang)
        elif lang == "ar":
            text = [Run(words, True), Run(f": {message}")]
            yield [Span(where, look), *spans_of(treated(text, page.treatment), page)]
        else:
            yield [Span(where, look), *spans_of(_words(words, page), page), Span(f": {message}")]


def _below(message: str, page: Page, lang: str) -> Iterator[Line]:
    """Yields a message below its words, in lines of the page's width."""
    from timeline_cli.terminal.wrapping import wrapped

    assert page.width is not None
    for line in wrapped([Run(message)], max(20, page.width - _INDENT - 1)):
        text = "".join(run.text for run in line)
        if lang == "ar":
            yield [Span(" " * _INDENT), *spans_of(treated([Run(text)], page.treatment), page)]
        else:
            yield [Span(" " * _INDENT + named(text, page.treatment))]


def _words(words: str, page: Page) -> list[Run]:
    return [Run(named(words, page.treatment), True)]


def message_of(one: Contradiction, places: Mapping[str, Lines], lang: str = "en") -> str:
    """Returns what is wrong and what would be right, in a language."""
    values = {name: _value(name, value, lang) for name, value in one.values.items()}
    if one.kind == "range-order" and one.right:
        values["right"] = one.right[0]
    if one.other is not None:
        line, column = places[one.other.document].place(one.other.start)
        same = one.other.document == one.place.document
        values["where"] = f"{line}:{column}" if same else f"{one.other.document}:{line}:{column}"
    return say(one.message, lang, **values)


def _value(name: str, value: object, lang: str) -> object:
    if name in _WEEKDAYS and isinstance(value, int) and value:
        return say(f"weekday.{value}", lang)
    if name in _MONTHS and isinstance(value, int) and value:
        return say(f"month.{value}", lang)
    return str(value) if isinstance(value, Day) else value
