"""Weekdays (§3.1, §6.3, §6.5)."""

from __future__ import annotations

import re

from timeline_cli.dates import spans
from timeline_cli.dates.meaning import Date
from timeline_cli.dates.resolve.registry import resolve, unknown
from timeline_cli.dates.resolve.times import NEAR
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.story import Place, Story
from timeline_cli.dates.tense import EITHER, FUTURE, PAST, PRESENT

_JUST_PAST = 2  # days before the document's date
_LATELY, _JUST_NOW = 3, 1  # days back that a present may tell of, one that opens its sentence with an act


def resolve_weekday(meaning: Date, story: Story, place: Place) -> Resolved | None:
    """Returns the day of a weekday: by its adjective, its week, the story, or the tense."""
    weekday = meaning.weekday
    assert weekday is not None
    if meaning.week_of is not None:
        found = resolve(meaning.week_of, story, place)
        if found is None or found.begin is None:
            return found
        return spans.day(found.begin + weekday - 1, found.how)
    if meaning.month_of is not None and story.ref_day is not None and story.ref_day.found.last is not None:
        after = story.ref_day.found.last
        return spans.day(after + (weekday - ((after - 1) % 7 + 1) - 1) % 7 + 1, "anaphora")
    dct = story.dct
    if dct is None:
        return unknown(grain="day", how="weekday")
    today = (dct - 1) % 7 + 1
    back, ahead = (today - weekday) % 7, (weekday - today) % 7
    if meaning.rel is not None:
        if meaning.rel == 0:
            return spans.day(dct - today + weekday, "dct")
        if meaning.rel < 0:
            return spans.day(dct - (back or 7) + 7 * (meaning.rel + 1), "dct")
        return spans.day(dct + (ahead or 7) + 7 * (meaning.rel - 1), "dct")
    told = _weekday_of_story(weekday, story, place)
    if told is not None:
        return told
    heads = _day_of_programme(weekday, story, place)
    if heads is not None:
        return heads
    now = place.tense
    if place.relation == "since" and now == PRESENT:
        return spans.day(dct - back, "tense")
    if now == EITHER:
        return spans.day(dct + ahead if ahead < back else dct - back, "tense")
    if (
        now == FUTURE
        or (now == PRESENT and back > (_JUST_NOW if place.opens_with_act else _LATELY))
        or (place.relation in ("until", "by") and now != PAST)
    ):
        return spans.day(dct + ahead, "tense")
    return spans.day(dct - back, "tense")


_BEHIND_HEADING = re.compile(r"(?:\s*وال\w+)?\s*:")
_BEFORE_HEADING = re.compile(r"[\s•*–-]*(?:ال\w+\s*و)?")


def _day_of_programme(weekday: int, story: Story, place: Place) -> Resolved | None:
    """A weekday with a colon that opens its sentence in a forecast or programme (الأحد والاثنين: أمطار): the next one
    after the day told before it, or from the document's date on."""
    dct, ref = story.dct, story.ref_day
    if dct is None or not _BEHIND_HEADING.match(place.text, place.end):
        return None
    if not _BEFORE_HEADING.fullmatch(place.text, place.sentence_start, place.start):
        return None
    if ref is not None and ref.found.last is not None and dct <= ref.found.last <= dct + _WEEK:
        base = ref.found.last
    elif place.tense == PAST:
        return None
    else:
        base = dct - 1
    return spans.day(base + 1 + (weekday - 1 - base) % _WEEK, "tense")


_WEEK = 7


def _weekday_of_story(weekday: int, story: Story, place: Place) -> Resolved | None:
    """A weekday shortly after a day told by its date, more than a week back: the one that follows it in the story."""
    ref = story.ref_day
    if ref is None or ref.found.last is None or story.dct is None or ref.found.how == "dct":
        return None
    if ref.start < place.paragraph_start or place.start - ref.end > NEAR or ref.found.last > story.dct - 7:
        return None
    if place.tense not in (PAST, None):
        return None
    if ref.end < place.sentence_start and (story.dct - weekday) % 7 <= _JUST_PAST:
        return None  # told anew, of yesterday or the day before
    gap = (weekday - ((ref.found.last - 1) % 7 + 1)) % 7
    return spans.day(ref.found.last + gap, "narrative") if 1 <= gap <= 2 else None
