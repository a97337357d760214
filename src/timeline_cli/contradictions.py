"""Where a text contradicts itself about time (docs/check.md): the fact-checker's view of dates and events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from timeline_cli.dates import DateOptions, read
from timeline_cli.dates.calendars import from_ordinal, month_span, to_ordinal
from timeline_cli.dates.meaning import Date, Deictic, Range
from timeline_cli.dates.reading import find
from timeline_cli.events import extract_document, merge
from timeline_cli.events.merge import ACROSS, act_of, score
from timeline_cli.model import Day, Document, Event, Flag, Telling, TimeExpression, Timeline, month_length

KINDS = (
    "weekday",
    "calendar-pair",
    "month-pair",
    "impossible-date",
    "range-order",
    "two-days",
)
CONTRADICTION, NOTE = "contradiction", "note"

_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_WEEKDAYS = {name: number for number, name in enumerate(_NAMES, 1)}
_NEAREST = re.compile(r"(-?\d{4,}-\d\d-\d\d) is the nearest (\w+)")
_MADE_BY_DCT = re.compile(r"the document's date makes it (\w+)")
_BY_RULE = re.compile(r"by rule (-?\d{4,}-\d\d-\d\d)")
_MONTHS = re.compile(r"(\d+)/(\d+)")
_NUMERIC = re.compile(r"(?<![\d/.\-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/.\-]\d|\d)")
_YEARS_AROUND = (-1, 1, -2, 2)
_SAME_ACT_DAYS = 31
_MOST_JULIAN_DAYS = 10  # by 1582
_MOST_CANDIDATES = 40
_THIRTIETH = "day 30 of a month of 29 days"
_SEEN_FROM_DOCUMENT = frozenset({"dct", "tense", "weekday", "narrative", "anaphora"})
_ANOTHER = frozenset({"آخر", "أخرى", "اخر", "اخرى", "ثانيا", "ثانية", "جديدا", "جديدة", "مجددا"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the document's name, and offsets in its text (code points, half-open)."""

    document: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A date of a text that cannot be right as it stands.

    `kind`: one of `KINDS`. `level`: `contradiction`, or `note` where a local custom may explain it (a Hijri month that
    began a day apart, a range typed from right to left). `days`: how many days the two sides differ, None where that
    says nothing. `right`: ISO days that would be right, the likeliest first. `values`: what the message names
    (`messages`, keys `check.…`). `other`: the place that says otherwise.
    """

    place: Place
    kind: str
    level: str = CONTRADICTION
    days: int | None = None
    right: tuple[str, ...] = ()
    message: str = ""
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    other: Place | None = None


def contradictions(documents: Sequence[Document], options: DateOptions | None = None) -> list[Contradiction]:
    """Returns what contradicts itself in documents, and between them, in the order of the documents and their texts."""
    options = options or DateOptions()
    found: list[Contradiction] = []
    timelines: list[Timeline] = []
    for document in documents:
        found += of_dates(document, options)
        timelines.append(extract_document(document, options))
    found += of_tellings(timelines)
    order = {document.name: number for number, document in enumerate(documents)}
    return sorted(found, key=lambda one: (order.get(one.place.document, 0), one.place.start, KINDS.index(one.kind)))


def of_dates(document: Document, options: DateOptions) -> Iterator[Contradiction]:
    """Yields what single dates of a document, and pairs of dates side by side, contradict."""
    reading = read(document.text, document.dct, options)
    expressions = reading.expressions
    previous: TimeExpression | None = None
    for expression in expressions:
        place = Place(document.name, expression.start, expression.end, expression.text)
        for flag in expression.flags:
            if flag.code == "weekday-conflict" and _agrees_with(reading.date.day, expression):
                continue
            one = _of_flag(place, expression, flag, previous)
            if one is not None:
                yield one
        previous = expression
    taken = {(expression.start, expression.end) for expression in expressions}
    yield from _backward_ranges(document, options, taken)
    yield from _numeric(document, [(e.start, e.end) for e in expressions if e.begin is not None or e.flags])


def _agrees_with(dct: Day | None, expression: TimeExpression) -> bool:
    """Tells whether `أمس الأحد` is right seen from the document's date, whatever date a line before it bore."""
    meaning = getattr(expression.meaning, "of", expression.meaning)  # صباح أمس: the part of a day is around it
    if dct is None or expression.begin is None or not isinstance(meaning, Deictic):
        return False
    return (dct + meaning.offset).weekday == expression.begin.weekday


def _of_flag(
    place: Place, expression: TimeExpression, flag: Flag, previous: TimeExpression | None
) -> Contradiction | None:
    if flag.code == "weekday-conflict":
        return _weekday(place, expression, flag.detail)
    if flag.code == "calendar-pair-conflict":
        return _pair(place, expression, previous)
    if flag.code == "pair-adjusted":
        return _adjusted(place, expression, flag.detail)
    if flag.code == "month-pair-conflict":
        return _month_pair(place, expression, flag.detail)
    if flag.code == "impossible-date":
        if _THIRTIETH in flag.detail:
            return Contradiction(place, "impossible-date", NOTE, None, (), "check.thirtieth")
        return _impossible(place, expression)
    if flag.code == "order-reversed" and expression.precision == "interval":
        right = (f"{expression.begin} → {expression.last}",)
        return Contradiction(place, "range-order", NOTE, None, right, "check.range-reversed")
    return None


def _weekday(place: Place, expression: TimeExpression, detail: str) -> Contradiction:
    nearest, by_dct = _NEAREST.search(detail), _MADE_BY_DCT.search(detail)
    if nearest and expression.begin is not None:
        near, said = Day.parse(nearest[1]), _WEEKDAYS[nearest[2]]
        years = tuple(_same_date_with(expression.begin, said, expression.calendar))
        values = {"day": expression.begin, "is": expression.begin.weekday, "said": said, "near": near}
        # Where the year is not said, another one that fits is likelier than a mistake.
        level = NOTE if years and not _names_a_year(expression) else CONTRADICTION
        message = "check.weekday-year" if years else "check.weekday"
        return Contradiction(
            place, "weekday", level, abs(near - expression.begin), (str(near), *years), message,
            values | {"year": years[0] if years else ""},
        )  # fmt: skip
    if by_dct:
        values = {"is": _WEEKDAYS.get(by_dct[1], 0), "day": expression.begin or ""}
        return Contradiction(place, "weekday", CONTRADICTION, None, (), "check.weekday-dct", values)
    return Contradiction(place, "weekday", message="check.flag", values={"detail": detail})


def _names_a_year(expression: TimeExpression) -> bool:
    return isinstance(expression.meaning, Date) and expression.meaning.year is not None


def _same_date_with(day: Day, weekday: int, calendar: str) -> Iterator[str]:
    """Yields the same day of the month in the years around that falls on a weekday: a year is easily mistyped."""
    year, month, number = from_ordinal(calendar, day.number)
    for shift in _YEARS_AROUND:
        try:
            other = Day(to_ordinal(calendar, year + shift, month, number))
        except ValueError:
            continue
        if other.weekday == weekday:
            yield str(other)


def _pair(place: Place, expression: TimeExpression, previous: TimeExpression | None) -> Contradiction | None:
    """Returns the contradiction of a pair at its second side, which says what the first side would have to be."""
    if previous is None or previous.begin is None or expression.begin is None:
        return None
    if not previous.has_flag("calendar-pair-conflict") or previous.calendar == expression.calendar:
        return None
    gap = abs(expression.begin - previous.begin)
    level = CONTRADICTION if _names_a_day(previous) and _names_a_day(expression) else NOTE
    if level == NOTE and gap % 7 == 0:  # الخميس المقبل الموافق 21 شوال: the weekday fits, whichever week it is
        return None
    right = (str(previous.begin), in_calendar(expression.begin, previous.calendar))
    values = {
        "first": previous.text,
        "first_day": previous.begin,
        "day": expression.begin,
        "days": gap,
        "right": right[1],
    }
    whole = Place(place.document, previous.start, place.end, f"{previous.text} … {place.words}")
    return Contradiction(whole, "calendar-pair", level, gap, right, "check.calendar-pair", values)


def _names_a_day(expression: TimeExpression) -> bool:
    """Tells whether words give a day of a month, and no weekday or day counted from the document's alone."""
    return isinstance(expression.meaning, Date) and expression.meaning.day is not None


def _adjusted(place: Place, expression: TimeExpression, detail: str) -> Contradiction | None:
    by_rule = _BY_RULE.search(detail)
    if by_rule is None or expression.begin is None:
        return None
    rule = Day.parse(by_rule[1])
    gap = abs(expression.begin - rule)
    values = {"day": expression.begin, "rule": rule, "days": gap}
    return Contradiction(place, "calendar-pair", NOTE, gap, (str(rule),), "check.pair-adjusted", values)


def _month_pair(place: Place, expression: TimeExpression, detail: str) -> Contradiction:
    months = _MONTHS.search(detail)
    values: dict[str, object] = {"one": 0, "other": 0}
    right: tuple[str, ...] = ()
    if months:
        values = {"one": int(months[1]), "other": int(months[2])}
        right = tuple(_with_month(expression.begin, int(month), expression.precision) for month in months.groups())
    return Contradiction(
        place, "month-pair", CONTRADICTION, None, tuple(filter(None, right)), "check.month-pair", values
    )


def _with_month(begin: Day | None, month: int, precision: str | None) -> str:
    if begin is None:
        return ""
    year, _, day = begin.ymd
    if precision != "day":
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{min(day, month_length(year, month)):02d}"


def _impossible(place: Place, expression: TimeExpression) -> Contradiction:
    value = re.fullmatch(r"(-?\d{4,})-(\d\d)-(\d\d)", expression.value or "")
    if expression.calendar == "gregorian" and value and 1 <= int(value[2]) <= 12:
        return _no_such_day(place, int(value[1]), int(value[2]))
    meaning = expression.meaning
    if isinstance(meaning, Date) and meaning.year is not None and meaning.month is not None:
        try:
            first, last = month_span(meaning.calendar, meaning.year, meaning.month)
        except ValueError:
            return Contradiction(place, "impossible-date", message="check.impossible")
        values = {"length": last - first + 1, "last": Day(last)}
        return Contradiction(place, "impossible-date", CONTRADICTION, None, (str(Day(last)),), "check.length", values)
    return Contradiction(place, "impossible-date", message="check.impossible")


def _no_such_day(place: Place, year: int, month: int) -> Contradiction:
    length = month_length(year, month)
    last = Day.of(year, month, length)
    values = {"length": length, "last": last}
    return Contradiction(place, "impossible-date", CONTRADICTION, None, (str(last),), "check.length", values)


def _backward_ranges(document: Document, options: DateOptions, taken: set[tuple[int, int]]) -> Iterator[Contradiction]:
    """Yields ranges whose end lies before their beginning; the resolver gives them no days."""
    for mention in find(document.text, options):
        meaning = mention.meaning
        if (mention.start, mention.end) in taken or not isinstance(meaning, Range) or meaning.dash:
            continue
        first, last = _span(meaning.first), _span(meaning.last)
        if first is None or last is None or first[0] <= last[1]:
            continue
        words = document.text[mention.start : mention.end]
        place = Place(document.name, mention.start, mention.end, words)
        values = {"first": Day(first[0]), "last": Day(last[1])}
        right = (f"{Day(last[0])} → {Day(first[1])}",)
        yield Contradiction(place, "range-order", CONTRADICTION, first[0] - last[1], right, "check.range", values)


def _span(meaning: object) -> tuple[int, int] | None:
    if not isinstance(meaning, Date) or meaning.year is None or meaning.two_digits:
        return None
    try:
        if meaning.month is None:
            return to_ordinal(meaning.calendar, meaning.year, 1, 1), to_ordinal(
                meaning.calendar, meaning.year + 1, 1, 1
            ) - 1
        if meaning.day is None:
            return month_span(meaning.calendar, meaning.year, meaning.month)
        day = to_ordinal(meaning.calendar, meaning.year, meaning.month, meaning.day)
    except ValueError:
        return None
    return day, day


def _numeric(document: Document, taken: Sequence[tuple[int, int]]) -> Iterator[Contradiction]:
    """Yields numeric dates such as 31/02/2020 that no reading makes a day of, and that are therefore no expressions."""
    for match in _NUMERIC.finditer(document.text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if 1 <= month <= 12 and month_length(year, month) < day <= 31 and 1000 <= year <= 2200:
            place = Place(document.name, match.start(), match.end(), match[0])
            yield _no_such_day(place, year, month)


def in_calendar(day: Day, calendar: str) -> str:
    """Returns a day as `YYYY-MM-DD` of another calendar."""
    year, month, number = from_ordinal(calendar, day.number)
    return f"{year:04d}-{month:02d}-{number:02d}"


def of_tellings(timelines: Sequence[Timeline]) -> Iterator[Contradiction]:
    """Yields acts that are told twice with different days, in one document or in two; each at its later telling."""
    for timeline in timelines:
        yield from _within(timeline.events)
    if len(timelines) > 1:
        merged = merge(timelines)
        by_id = {event.id: event for event in merged.events}
        seen: set[frozenset[str]] = set()
        for event in merged.events:
            for flag in event.flags:
                other = by_id.get(flag.detail) if flag.code == "conflict" else None
                if other is None or act_of(event.title).figures != act_of(other.title).figures:
                    continue
                if frozenset((event.id, other.id)) not in seen:
                    seen.add(frozenset((event.id, other.id)))
                    yield _two_days(event, other)


def _within(events: Iterable[Event]) -> Iterator[Contradiction]:
    postings: dict[str, list[Event]] = {}
    for event in sorted(events, key=lambda event: event.tellings[0].start):
        act = act_of(event.title)
        if event.descriptive or not act.lemma or event.begin != event.last or event.precision not in ("day", "time"):
            continue
        before = postings.setdefault(act.lemma, [])
        for earlier in before[-_MOST_CANDIDATES:]:
            if _one_act_two_days(earlier, event):
                yield _two_days(earlier, event)
                break
        before.append(event)


def _one_act_two_days(one: Event, other: Event) -> bool:
    """Tells whether two entries of one document tell one act, by names and words, on two days close together.

    A repeated act has the same words (`قصفت المدينة` on each of three days), so more than a head has to agree: all
    content words of the shorter title, at least three of them, told with different words around them.
    """
    if one.tellings[0].sentence_start == other.tellings[0].sentence_start or _may_be_julian(one, other):
        return False
    if _ANOTHER & (set(one.title.split()) ^ set(other.title.split())):
        return False
    first, second = act_of(one.title), act_of(other.title)
    shared = first.words & second.words
    if len(shared) < 3 or shared not in (first.words, second.words) or first.figures != second.figures:
        return False
    if one.begin == other.begin or abs(one.begin - other.begin) > _SAME_ACT_DAYS or one.status != other.status:
        return False
    # Compared as if the days agreed: what is asked here is whether all else does.
    return score(one, replace(other, begin=one.begin, last=one.last)) >= ACROSS


def _may_be_julian(one: Event, other: Event) -> bool:
    """Tells whether the calendar of the time may explain why two days differ: one was read as Gregorian before 1582."""
    julian = any(flag.code == "julian-likely" for event in (one, other) for flag in event.flags)
    return julian and abs(one.begin - other.begin) <= _MOST_JULIAN_DAYS


def _two_days(one: Event, other: Event) -> Contradiction:
    here, there = (other, one) if one.tellings[0].start <= other.tellings[0].start else (one, other)
    if one.tellings[0].document != other.tellings[0].document:
        here, there = other, one
    place, elsewhere = _place(here.tellings[0]), _place(there.tellings[0])
    gap = abs(here.begin - there.begin)
    values = {"title": here.title, "day": here.begin, "there": there.begin, "days": gap, "words": elsewhere.words}
    # أمس in one text and اليوم in the other: a day apart may be the documents' dates, not the act's.
    inferred = place.document != elsewhere.document and {one.how, other.how} & _SEEN_FROM_DOCUMENT
    level = NOTE if gap == 1 and inferred else CONTRADICTION
    return Contradiction(place, "two-days", level, gap, (str(there.begin),), "check.two-days", values, elsewhere)


def _place(telling: Telling) -> Place:
    return Place(telling.document, telling.start, telling.end, telling.date_text)
