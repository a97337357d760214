"""The document's date from its own text (docs/temporal-expressions.md §6.8)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_cli.dates import calendars
from timeline_cli.dates.context import Mention
from timeline_cli.dates.meaning import Clock, Date, Daypart, Deictic, Meaning, Modified, Range, Relative
from timeline_cli.dates.tense import FUTURE, PAST, tense
from timeline_cli.model import Day, DocumentDate, date_of, ordinal_of

_DATELINE = re.compile(r"تاريخ النشر|نشر في|نُشر|آخر تحديث|تم النشر|حرر في|تحديث")
_HEAD, _FOOT = 220, 160  # code points at either end where a dateline may stand
_LINE = 400  # code points of a line looked at


def document_date(mentions: Sequence[Mention], text: str) -> DocumentDate:
    """Returns the date of a document without metadata, as far as its text gives it away."""
    for step in (_deictic_with_year, _dateline, _deictic_without_year, _weekday_and_day, _year_of_now):
        found = step(mentions, text)
        if found is not None:
            number, mention = found
            return DocumentDate(Day(number), "text", text[mention.start : mention.end])
    return DocumentDate(None, "none")


Found = tuple[int, Mention] | None


def stated_date(mentions: Sequence[Mention], text: str) -> DocumentDate:
    """Returns the date that a text states for itself in full (اليوم الأربعاء 15 مارس 2023, a dateline), if it does."""
    found = _deictic_with_year(mentions, text) or _dateline(mentions, text)
    if found is None:
        return DocumentDate(None, "none")
    return DocumentDate(Day(found[0]), "text", text[found[1].start : found[1].end])


_COLLECTED_LATE = 3  # days from the day that a text counts from to the day of its metadata


def own_day(mentions: Sequence[Mention], dct: int) -> int:
    """Returns the day number that a text counts from: the document's, or the one some days before it on which every
    اليوم الخميس, أمس الأربعاء of the text is right (it was collected late)."""
    shifts: set[int] = set()
    for mention in mentions:
        deictic = _deictic_of(mention.meaning)
        date = deictic.date if deictic is not None else None
        if deictic is None or date is None or date.weekday is None or date.month is not None or date.day is not None:
            continue
        near = dct + deictic.offset
        shifts.add((date.weekday - ((near - 1) % 7 + 1) + _COLLECTED_LATE) % 7 - _COLLECTED_LATE)
    if len(shifts) != 1:
        return dct
    shift = shifts.pop()
    return dct + shift if shift < 0 else dct


def _deictic_of(meaning: Meaning) -> Deictic | None:
    if isinstance(meaning, Daypart | Clock | Modified) and meaning.of is not None:
        return _deictic_of(meaning.of)
    return meaning if isinstance(meaning, Deictic) else None


def _number(date: Date, year: int) -> int | None:
    if date.month is None or date.day is None:
        return None
    try:
        if date.day == -1:
            return calendars.month_span(date.calendar, year, date.month)[1]
        return calendars.to_ordinal(date.calendar, year, date.month, date.day)
    except ValueError:
        return None


def _deictic_with_year(mentions: Sequence[Mention], text: str) -> Found:
    for mention in mentions:
        deictic = _deictic_of(mention.meaning)
        if (
            deictic is not None
            and deictic.date is not None
            and deictic.date.year is not None
            and not deictic.date.two_digits
        ):
            number = _number(deictic.date, deictic.date.year)
            if number is not None:
                return number - deictic.offset, mention
    return None


def _dateline(mentions: Sequence[Mention], text: str) -> Found:
    """A full date near either end of the text that is no part of a sentence."""
    for mention in mentions:
        date = mention.meaning.of if isinstance(mention.meaning, Clock) else mention.meaning
        if not isinstance(date, Date) or date.year is None or date.two_digits or date.day is None:
            continue
        near_edge = mention.start < _HEAD or mention.end > len(text) - _FOOT
        if not near_edge:
            continue
        line_start = text.rfind("\n", max(0, mention.start - _LINE), mention.start) + 1
        line_end = text.find("\n", mention.end, mention.end + _LINE)
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        before = text[line_start : mention.start]
        labelled = _DATELINE.search(before[-40:]) is not None
        words_before = len(before.split())
        alone = len(line.split()) <= 9 and not line.rstrip().endswith((".", "؟")) and "قرار" not in line
        opening = (
            mention.start < _HEAD
            and line_start == 0
            and words_before <= 4
            and _opens_dateline(before)
            and _closes_dateline(text, mention.end)
        )
        if (alone and words_before <= 5) or opening or labelled:
            number = _number(date, date.year)
            if number is not None:
                return number, mention
    return None


def _opens_dateline(before: str) -> bool:
    words = before.replace("،", " ").split()
    return len(words) <= 3 and (not words or words[-1] in ("في", "-", "–", "—", ":", "/") or len(words) <= 2)


def _closes_dateline(text: str, end: int) -> bool:
    following = text[end : end + 30].lstrip()
    return following[:1] in ("(", "-", "–", "—", ":", "\n", "/", "") or following.startswith(
        ("واس", "الموافق", "م ", "هـ")
    )


def _bounds(mentions: Sequence[Mention], text: str) -> tuple[int | None, int | None]:
    """Returns the last day named in a past clause and the first in a future one, by explicit years alone."""
    lower: int | None = None
    upper: int | None = None
    for mention in mentions:
        meaning: Meaning = mention.meaning
        if isinstance(meaning, Range):
            meaning = meaning.last
        if isinstance(meaning, Daypart | Clock | Modified) and meaning.of is not None:
            meaning = meaning.of
        if (
            not isinstance(meaning, Date)
            or meaning.year is None
            or meaning.two_digits
            or meaning.calendar != "gregorian"
        ):
            continue
        year = meaning.year
        if not 1000 <= year <= 2200:
            continue
        number = _number(meaning, year)
        first = number if number is not None else ordinal_of(year, meaning.month or 1, 1)
        now = tense(text, mention.start, mention.end)
        if now == FUTURE or mention.relation == "by":
            upper = first if upper is None else min(upper, first)
        elif now == PAST or meaning.day is not None or now is None:
            lower = first if lower is None else max(lower, first)
    return lower, upper


def _deictic_without_year(mentions: Sequence[Mention], text: str) -> Found:
    candidates: list[tuple[Deictic, Mention]] = []
    for mention in mentions:
        deictic = _deictic_of(mention.meaning)
        if (
            deictic is not None
            and deictic.date is not None
            and deictic.date.year is None
            and deictic.date.month is not None
            and deictic.date.day is not None
        ):
            candidates.append((deictic, mention))
    if not candidates:
        return None
    candidates.sort(key=lambda entry: entry[0].date.weekday is None)  # type: ignore[union-attr]
    deictic, mention = candidates[0]
    assert deictic.date is not None
    return _first_year(deictic.date, deictic.offset, mention, mentions, text)


def _first_year(date: Date, offset: int, mention: Mention, mentions: Sequence[Mention], text: str) -> Found:
    """Returns the earliest day from the lower bound on that fits day, month and weekday."""
    lower, upper = _bounds(mentions, text)
    if lower is None:
        return None
    first_year = calendars.from_ordinal(date.calendar, lower)[0]
    for year in range(first_year, first_year + 29):
        number = _number(date, year)
        if number is None or number - offset < lower:
            continue
        if date.weekday is not None and (number - 1) % 7 + 1 != date.weekday:
            continue
        if upper is not None and number > upper:
            break
        if date.weekday is None and year > first_year + 1:
            break
        return number - offset, mention
    return None


def _weekday_and_day(mentions: Sequence[Mention], text: str) -> Found:
    """A weekday with its day and month in the lead of a text that has a deictic or a relative word."""
    if not any(_leans(mention.meaning) for mention in mentions):
        return None
    for mention in mentions:
        date = mention.meaning
        if (
            isinstance(date, Date)
            and date.weekday is not None
            and date.month is not None
            and date.day is not None
            and date.year is None
        ):
            return _first_year(date, 0, mention, mentions, text)
    return None


def _leans(meaning: Meaning) -> bool:
    if isinstance(meaning, Daypart | Clock | Modified) and meaning.of is not None:
        return _leans(meaning.of)
    return isinstance(meaning, Deictic) or (isinstance(meaning, Relative) and meaning.anchor == "dct")


def _year_of_now(mentions: Sequence[Mention], text: str) -> Found:
    return None


def year_of(number: int) -> int:
    """Returns the year that a day number falls in."""
    return date_of(number)[0]
