"""The year that a date leaves out: by its last digits, by tense, by weekday, by the story (§3.5, §6.5, §6.6)."""

from __future__ import annotations

import re

from timeline_cli.dates import calendars
from timeline_cli.dates.meaning import Date
from timeline_cli.dates.resolve.calendar import day_or_none, year_in
from timeline_cli.dates.story import FROM_THEN_ON, Named, Place, Story
from timeline_cli.dates.tense import EITHER, FUTURE, PAST, PRESENT
from timeline_cli.model import date_of


def full_year(year: int, calendar: str, story: Story) -> int:
    """Returns the year that its last two digits stand for (§3.5)."""
    if calendar == "hijri":
        return 1300 + year if year >= 90 else 1400 + year
    this = story.year
    if this is None:
        ref = story.last_dated()
        if ref is not None and ref.found.begin is not None:
            return date_of(ref.found.begin)[0] // 100 * 100 + year
        return 1900 + year if year >= 40 else 2000 + year
    century = this // 100 * 100
    return century + year if century + year <= this else century - 100 + year


def year_by_weekday(meaning: Date, near: int, dct: int) -> int | None:
    """Returns the year nearest to another in which the weekday stands right beside the date, past first.

    A day of these weeks whose weekday does not fit is a slip, and no day of another year.
    """
    number = day_or_none(meaning.calendar, near, meaning.month or 1, meaning.day or 1)
    if number is not None and abs(number - dct) <= _THESE_WEEKS:
        return near
    return _year_of(meaning, near)


_THESE_WEEKS = 45  # days


def _year_of(meaning: Date, near: int) -> int | None:
    for year in (near, near - 1, near + 1, near - 2, near + 2, near - 3, near - 4, near - 5, near - 6):
        number = day_or_none(meaning.calendar, year, meaning.month or 1, meaning.day or 1)
        if number is not None and (number - 1) % 7 + 1 == meaning.weekday:
            return year
    return None


def year_by_tense(meaning: Date, dct: int, place: Place) -> int:
    """Returns the year of a date without one, by the side of the document's date that the clause looks to (§6.5)."""
    calendar, month = meaning.calendar, meaning.month
    assert month is not None
    this_year, this_month, _ = calendars.from_ordinal(calendar, dct)
    if meaning.day is None:
        past_year = this_year if month <= this_month else this_year - 1
        future_year = this_year if month >= this_month else this_year + 1
        ahead = (future_year - this_year) * 12 + month - this_month
        behind = (this_year - past_year) * 12 + this_month - month
        behind_days, ahead_days = behind * 30, ahead * 30
    else:
        same = day_or_none(calendar, this_year, month, meaning.day)
        if same is None:
            same = day_or_none(calendar, this_year, month, 1) or dct
        past_year = this_year if same <= dct else this_year - 1
        future_year = this_year if same >= dct else this_year + 1
        behind_days = dct - (day_or_none(calendar, past_year, month, meaning.day) or same)
        ahead_days = (day_or_none(calendar, future_year, month, meaning.day) or same) - dct
    if place.relation in ("until", "by") and (place.tense != PAST or ahead_days <= 45):
        # An end lies ahead of its beginning: حتى 21 آب after the document's date unless the clause is past.
        return past_year if ahead_days > _TOO_FAR + 60 else future_year
    if place.relation == "since":
        return past_year
    now = place.tense
    if now == EITHER or (now == FUTURE and ahead_days > _TOO_FAR):
        return future_year if ahead_days < behind_days else past_year
    if now == FUTURE:
        return future_year
    if ahead_days < behind_days and FROM_THEN_ON.search(place.text, max(0, place.start - 20), place.start):
        return future_year
    if now == PRESENT:
        return future_year if behind_days > 3 and ahead_days < behind_days else past_year
    if behind_days > _TOO_FAR and ahead_days <= 92 and (now is None or not place.is_told):
        return future_year
    return past_year


_LONG_OVER = 400  # days
_TOO_FAR = 270  # days: a date that far off is told with its year, or another is meant


def narrative_year(meaning: Date, story: Story, place: Place) -> int | None:
    """Returns the year that the story is in, where a bare date takes it (§6.6)."""
    ref = story.last_dated()
    if ref is None or ref.found.begin is None or ref.found.last is None:
        return None
    if story.dct is not None:
        if not _in_story(ref, story, place):
            return _year_of_weekday(meaning, ref, story.dct, place)
        if place.is_earned:
            return None  # نهاية 2014. وصرف مرتب شهر يونيو
        if ref.found.calendar != meaning.calendar and story.dct - ref.found.begin > _CENTURY_LONG:
            return None  # لقى من عام 72هـ … في ديسمبر
        if place.relation == "since" and ref.end < place.sentence_start:
            return None  # since May leads up to now
        if ref.start < place.sentence_start and place.tense in (PRESENT, FUTURE):
            return None
        if ref.end < place.sentence_start and story.dct - ref.found.last > _LONG_OVER and place.opens_in_present:
            return None
        if _is_of_late(ref, story, place):
            return None
    calendar = meaning.calendar
    year = year_in(calendar, ref.found.begin)
    if ref.found.grain == "interval" and _DEATH.search(place.text, max(0, place.start - 30), place.start):
        year = year_in(calendar, ref.found.last)
    month = meaning.month
    assert month is not None
    if place.looks_back and place.relation not in ("since", "until", "by"):
        first = day_or_none(calendar, year, month, meaning.day or 1)
        recent = day_or_none(calendar, year_in(calendar, story.dct), month, meaning.day or 1) if story.dct else None
        fresh = recent is not None and story.dct is not None and 0 <= story.dct - recent <= _LOOKED_BACK
        if fresh and ref.found.grain == "year" and ref.end < place.sentence_start:
            return None  # of late: بني عام 2005. وكان البرج قد سقط في 27 فبراير
        return year if first is not None and first <= ref.found.begin else year - 1
    within = year_in(calendar, ref.found.last) if ref.found.grain == "interval" else year
    best: int | None = None
    for candidate in (year, year + 1):
        first = day_or_none(calendar, candidate, month, meaning.day or 1)
        if first is None:
            continue
        last = first if meaning.day else calendars.month_span(calendar, candidate, month)[1]
        if last < ref.found.begin and not (ref.found.grain == "interval" and within == candidate):
            if _goes_shortly_back(meaning, first, ref, story, place):
                return candidate
            continue
        ahead = story.dct is not None and first > story.dct
        if ahead and (place.tense == PAST or (place.tense != FUTURE and ref.found.last <= (story.dct or 0))):
            return None
        if meaning.weekday is not None and (first - 1) % 7 + 1 != meaning.weekday and meaning.day:
            continue
        if candidate > year and first - ref.found.last > 100 and story.dct is not None:
            return None
        best = candidate
        break
    if best is None and story.dct is None:
        return year
    if best is not None and meaning.day and story.dct is not None and ref.end < place.sentence_start:
        recent = day_or_none(calendar, year_in(calendar, story.dct), month, meaning.day)
        fits = recent is not None and meaning.weekday in (None, (recent - 1) % 7 + 1)
        if recent is not None and fits and 0 <= story.dct - recent <= _FRESH and best < year_in(calendar, story.dct):
            return None  # a sentence of its own tells of a day just past
    return best


def _year_of_weekday(meaning: Date, ref: Named, dct: int, place: Place) -> int | None:
    """Returns the year of an earlier explicit date in which a day is the weekday that is told, where it is not so in
    the document's (… في يوليو 1990. ثم اجتاح … يوم الخميس الثاني من أغسطس)."""
    if meaning.weekday is None or meaning.day is None or meaning.month is None or ref.found.begin is None:
        return None
    if ref.found.how not in ("explicit", "pair", "narrative") or place.start - ref.end > _STORY:
        return None
    for year, fits in ((year_by_tense(meaning, dct, place), False), (year_in(meaning.calendar, ref.found.begin), True)):
        day = day_or_none(meaning.calendar, year, meaning.month, meaning.day)
        if day is None or ((day - 1) % 7 + 1 == meaning.weekday) is not fits:
            return None
    return year


def _is_of_late(ref: Named, story: Story, place: Place) -> bool:
    """Tells whether the sentence has left the story's year for the document's date (تلقت الشكوى في فبراير الماضي، ولم
    تحقق إلا في 6 يوليو)."""
    last = story.ref
    if last is None or story.dct is None or last.found.begin is None or last.start < place.sentence_start:
        return False
    return (
        ref.end < last.start
        and last.found.how in ("dct", "tense")
        and date_of(last.found.begin)[0] >= date_of(story.dct)[0] - 1
    )


def _goes_shortly_back(meaning: Date, first: int, ref: Named, story: Story, place: Place) -> bool:
    """Tells whether a past day lies in the weeks before one of an earlier year that the sentence before told (قُتل في 19
    أيلول 2016. واشترى المتهم السلاح في 14 أيلول)."""
    dct, told = story.dct, ref.found.begin
    if dct is None or told is None or not meaning.day or ref.found.grain != "day" or place.tense != PAST:
        return False
    own = year_by_tense(meaning, dct, place)
    recent = day_or_none(meaning.calendar, own, meaning.month or 1, meaning.day)
    near = place.start - ref.end <= _SENTENCE and 0 < told - first <= _LOOKED_BACK
    return near and ref.found.how in ("explicit", "pair") and recent is not None and dct - recent > _LONG_PAST


_SENTENCE = 200  # code points
_STORY = 900  # code points
_LONG_PAST = 60  # days
_FRESH = 14  # days
_LOOKED_BACK = 31  # days
_YEARS_LONG = 400  # days
_CENTURY_LONG = 36_525  # days
_DEATH = re.compile("توفي|رحل|مات|وفاته|وفاتها|رحيله")


# What leads up to now begins no story of its own: منذ بدء الانتفاضة في مارس 2011. وكان … قد ذكر في يونيو
_SINCE_ACT = re.compile(r"(?:^|\s)منذ\s(?:[^\s،,.:]+\s){1,8}(?:(?:في|خلال)\s(?:شهر\s|عام\s)?|عام\s|أوائل\s|أواخر\s)$")
_BACK_TO = re.compile(r"(?:[يت]عود|عادت?|[يت]رجع)\s(?:[^\s،,.]+\s){0,8}(?:إلى|الى)\s$")


def _goes_back_to(ref: Named, place: Place) -> bool:
    """Tells whether a date of the same sentence is what something goes back to, of which the sentence then tells (تعود
    القضية إلى عام 2015 حين وقع اتفاق في 19 نوفمبر)."""
    same = ref.start >= place.sentence_start
    return same and _BACK_TO.search(place.text, max(place.sentence_start, ref.start - 90), ref.start) is not None


def _in_story(ref: Named, story: Story, place: Place) -> bool:
    """Tells whether a bare date is told inside the story of an earlier one, not from the document's date."""
    found = ref.found
    bound = ref.place.relation in ("since", "before", "after", "until", "by")
    if (bound and not _goes_back_to(ref, place)) or found.grain not in (
        "day",
        "month",
        "interval",
        "year",
    ):
        return False
    if found.how not in ("explicit", "narrative", "anaphora", "pair") and not (
        found.how == "dct" and found.grain == "year"
    ):
        return False
    this = story.dct
    assert this is not None
    if ref.end < place.sentence_start and _SINCE_ACT.search(place.text, max(0, ref.start - 80), ref.start):
        return False
    paragraph = place.paragraph_start
    if ref.start < paragraph or place.in_lead:
        # The lead, and what another paragraph tells, lean on the document's date.
        return False
    if (
        found.grain == "interval"
        and found.calendar == "gregorian"
        and (found.last or 0) - (found.begin or 0) > _YEARS_LONG
    ):
        return False  # a stretch of years tells no year: بين عامي 2000 و2018
    if found.grain == "year":
        return (
            (ref.place.relation in ("on", "during") or bound)
            and ref.end >= place.sentence_start - 120
            and place.start - ref.end <= 200
        )
    return place.start - ref.end <= 600 and (this >= (found.last or 0) or ref.start >= place.sentence_start)
