"""What the pipeline hands on: documents, time expressions, events and timelines.

Frozen data without I/O. All offsets are code points of the document's text, half-open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

_ISO_DAY = re.compile(r"(-?)(\d{4,})-(\d\d)-(\d\d)")
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap_year(year: int) -> bool:
    """Tells whether an astronomical year of the proleptic Gregorian calendar has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Returns the number of days of a month (1–12) of an astronomical year."""
    return 29 if month == 2 and is_leap_year(year) else _MONTH_LENGTHS[month - 1]


def ordinal_of(year: int, month: int, day: int) -> int:
    """Returns the proleptic Gregorian day number of a date, 1 for 0001-01-01.

    `year` is astronomical (0 is 1 BCE). The date is not checked: see `Day.of` for that.
    """
    y = year - (month <= 2)
    era_days = y * 365 + y // 4 - y // 100 + y // 400
    return era_days + (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 306


def date_of(number: int) -> tuple[int, int, int]:
    """Returns astronomical year, month and day of a proleptic Gregorian day number."""
    z = number + 305
    era = z // 146097
    doe = z - era * 146097
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    month = mp + 3 if mp < 10 else mp - 9
    return yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) // 5 + 1


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the proleptic Gregorian calendar, in astronomical years (44 BCE is -0043).

    `number` counts days, 1 for 0001-01-01, as `datetime.date.toordinal` does; it may be zero or negative.
    """

    number: int

    @classmethod
    def of(cls, year: int, month: int, day: int) -> Day:
        """Returns the day of an astronomical year, month and day of month.

        Raises ValueError where the calendar has no such day.
        """
        if not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
            raise ValueError(f"no such day: {year}-{month}-{day}")
        return cls(ordinal_of(year, month, day))

    @classmethod
    def parse(cls, text: str) -> Day:
        """Returns the day that an ISO string (`2023-03-15`, `-0043-03-15`) names.

        Raises ValueError for any other string and for days that do not exist.
        """
        match = _ISO_DAY.fullmatch(text)
        if match is None:
            raise ValueError(f"not an ISO day (YYYY-MM-DD): {text!r}")
        sign, year, month, day = match.groups()
        return cls.of(-int(year) if sign else int(year), int(month), int(day))

    @classmethod
    def from_date(cls, day: date) -> Day:
        """Returns the same day as a `datetime.date`."""
        return cls(day.toordinal())

    def to_date(self) -> date:
        """Returns the same day as a `datetime.date`; raises ValueError outside the years 1–9999."""
        return date.fromordinal(self.number)

    @property
    def ymd(self) -> tuple[int, int, int]:
        """Astronomical year, month and day of month."""
        return date_of(self.number)

    @property
    def year(self) -> int:
        """The astronomical year."""
        return date_of(self.number)[0]

    @property
    def month(self) -> int:
        """The month, 1–12."""
        return date_of(self.number)[1]

    @property
    def day(self) -> int:
        """The day of the month, 1–31."""
        return date_of(self.number)[2]

    @property
    def weekday(self) -> int:
        """The ISO weekday, 1 for Monday to 7 for Sunday."""
        return (self.number - 1) % 7 + 1

    def __add__(self, days: int) -> Day:
        return Day(self.number + days)

    def __sub__(self, other: Day) -> int:
        return self.number - other.number

    def __str__(self) -> str:
        year, month, day = date_of(self.number)
        return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"


class Flag(NamedTuple):
    """Something a reader should know about a date: a code of the specification and its detail (may be empty)."""

    code: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.code}: {self.detail}" if self.detail else self.code


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words of a text that name a time, and the days they mean there (docs/annotation-guideline.md).

    `start`, `end`: code points of the text, half-open; `text` is what stands there.
    `type`: DATE, TIME, DURATION or SET. `value`: TIMEX3/EDTF string of the guideline, None where it needs a document
    date that is not known. `begin`, `last`: first and last day, both inclusive; both None where the expression has no
    place on the calendar. `mod`: START, MID, END, APPROX or None. `calendar`: the calendar of the words.
    `relation`: what the preposition before it says: on, since, until, before, after, by, during, from.
    `precision`: the grain of the words: time, daypart, day, week, weekend, month, quarter, season, half, year, decade,
    century, millennium, interval, or None without one. `time`: wall clock `hh:mm[:ss]` or a daypart code (MO, MI, AF,
    EV, NI, DT), None when not said. `zone`: offset or zone name that the text gives, None when it gives none.
    `how`: the rule that led to the days: explicit, dct, narrative, weekday, tense, anaphora, pair, holiday or none.
    `flags`: pairs of code and detail. `confidence`: 0–1, see docs/confidence.md. `edtf`: Extended Date/Time Format
    (ISO 8601-2) of the date, None without days. `pattern`: name of the pattern that matched. `meaning`: what the words
    say before they are resolved, for `timeline parse --explain`.
    """

    start: int
    end: int
    text: str
    type: str
    value: str | None = None
    begin: Day | None = None
    last: Day | None = None
    mod: str | None = None
    calendar: str = "gregorian"
    relation: str = "on"
    precision: str | None = None
    time: str | None = None
    zone: str | None = None
    how: str = "explicit"
    flags: tuple[Flag, ...] = ()
    confidence: float = 1.0
    edtf: str | None = None
    pattern: str = ""
    meaning: Any = None

    def has_flag(self, code: str) -> bool:
        """Tells whether a flag of this code is set."""
        return any(flag.code == code for flag in self.flags)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document's text that has a place of its own in the source: a page, a paragraph, a row."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known of it before it is read.

    `text`: the extracted text that all offsets refer to. `name`: how the user called it (a path, `-`, a row id).
    `title`: metadata title or None. `dct`: document creation time from metadata or an option, None where the text has
    to tell. `dct_source`: option, metadata, file name, or None. `sha256`: of the text in UTF-8, hexadecimal.
    `segments`: pages or rows, in order, empty for plain text.
    """

    name: str
    text: str
    title: str | None = None
    dct: Day | None = None
    dct_source: str | None = None
    sha256: str = ""
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A participant or place as the text writes it. `kind`: person, organisation, country, city or place."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where a text tells of an event.

    `document`: the document's name. `sentence`: the sentence as it stands, `sentence_start` its offset.
    `start`, `end`: offsets of the time expression in the document's text, `date_text` its words.
    """

    document: str
    sentence: str
    sentence_start: int
    start: int
    end: int
    date_text: str


@dataclass(frozen=True, slots=True)
class Event:
    """A dated statement. The date fields are those of `TimeExpression`.

    `id`: hash of document, offsets and expression, the same in every run. `title`: what happened, in the text's own
    words, without the date. `status`: past, ongoing, planned, denied or hypothetical. `attribution`: who says so, None
    where the text itself does. `tellings`: at least one; the first is the one that gave date and title.
    """

    id: str
    begin: Day
    last: Day
    title: str
    status: str
    tellings: tuple[Telling, ...]
    time: str | None = None
    zone: str | None = None
    edtf: str | None = None
    precision: str | None = None
    calendar: str = "gregorian"
    relation: str = "on"
    mod: str | None = None
    value: str | None = None
    attribution: str | None = None
    participants: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    how: str = "explicit"
    confidence: float = 1.0
    flags: tuple[Flag, ...] = ()
    descriptive: bool = False


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """The date of a document and where it comes from.

    `day` is None where nothing gives it away. `source`: option, metadata, file name, text or none. `clue`: the words of
    the text that gave it, empty otherwise.
    """

    day: Day | None
    source: str
    clue: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a timeline remembers it: name, title, date, hash of the text, number of code points."""

    name: str
    title: str | None
    date: DocumentDate
    sha256: str
    length: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of time, and the documents they come from."""

    events: tuple[Event, ...]
    sources: tuple[Source, ...] = ()

    def __len__(self) -> int:
        return len(self.events)

    def __iter__(self) -> Any:
        return iter(self.events)

    def to_arrow(self) -> Any:
        """Returns a `pyarrow.Table` with a row an event (docs/formats.md); raises TimelineError without pyarrow."""
        from timeline_cli.writers.arrow_table import table_of

        return table_of(self)

    def to_pandas(self) -> Any:
        """Returns a `pandas.DataFrame` with a row an event, `begin` and `last` as `datetime64`.

        Raises TimelineError without pandas and pyarrow.
        """
        from timeline_cli.extras import needed

        needed("pandas", "frames", "to_pandas")
        return self.to_arrow().to_pandas(date_as_object=False)

    def to_polars(self) -> Any:
        """Returns a `polars.DataFrame` with a row an event; raises TimelineError without polars and pyarrow."""
        from timeline_cli.extras import needed

        return needed("polars", "frames", "to_polars").from_arrow(self.to_arrow())
