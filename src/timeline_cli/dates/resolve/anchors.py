"""Units and days seen from the document's date or the story (§6.1, §6.2, §6.7)."""

from __future__ import annotations

import re

from timeline_cli.dates import calendars, spans
from timeline_cli.dates.meaning import Anaphor, Date, Deictic, Relative
from timeline_cli.dates.resolve.calendar import WEEKDAY_NAMES, day_or_none, weekday_flags, year_in
from timeline_cli.dates.resolve.dates import resolve_date
from timeline_cli.dates.resolve.registry import GRAINS, resolves, unknown
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.story import Place, Story
from timeline_cli.dates.tense import PAST
from timeline_cli.model import Flag, date_of

_THIS_YEAR = re.compile(r"(?:هذا|هذه)\s")
_OPENS = re.compile(r"(?:[،,.؛]\s*|\s[وف])(?:في|خلال)\s$")


def _anchor(meaning: Relative | Anaphor, story: Story) -> tuple[int | None, str]:
    if isinstance(meaning, Relative) and meaning.anchor == "told":
        told = story.ref is not None and story.ref.found.how in ("explicit", "narrative", "anaphora")
        if story.dct is not None and not told:
            return story.dct, "dct"
    if isinstance(meaning, Relative) and meaning.anchor in ("dct", "open"):
        return story.dct, "dct"
    ref = story.ref_day if meaning.unit == "D" else story.ref
    if meaning.unit == "M" and ref is not None and ref.found.grain in _LONGER:
        ref = story.last_month() or ref
    if ref is not None and ref.found.begin is not None:
        return ref.found.begin, "anaphora"
    if isinstance(meaning, Relative) and meaning.anchor == "either":
        return story.dct, "dct"
    return None, "anaphora"


_LONGER = ("year", "decade", "century", "half", "quarter", "season")
_SINCE_NAMED = 160  # code points


def _this_year_of_story(meaning: Relative, story: Story, place: Place) -> tuple[int, str] | None:
    """Returns a day of the year that هذا العام means at the start of a clause right behind a year told by its number
    (أسس المدرسة سنة 1930، وفي هذا العام تولى عمه القضاء), else None."""
    if meaning.unit != "Y" or meaning.offset or not _THIS_YEAR.match(place.text, place.start):
        return None
    ref = story.ref
    if ref is None or ref.found.how != "explicit" or ref.found.begin is None or ref.start < place.paragraph_start:
        return None
    opens = _OPENS.search(place.text, max(0, place.start - 8), place.start)
    near = place.start - ref.end < _SINCE_NAMED and place.tense == PAST
    return (ref.found.begin, "anaphora") if near and opens is not None else None


@resolves(Relative)
def _relative(meaning: Relative, story: Story, place: Place) -> Resolved | None:
    if meaning.year is not None:
        return spans.year(meaning.year, meaning.calendar)
    anchor, how = _this_year_of_story(meaning, story, place) or _anchor(meaning, story)
    if anchor is None:
        return None if meaning.anchor == "ref" else unknown(grain=GRAINS.get(meaning.unit))
    flags = (
        (Flag("low-confidence", "no date before it in the story"),)
        if meaning.anchor == "either" and how == "dct"
        else ()
    )
    ref = story.ref
    if meaning.calendar == "hijri" and meaning.unit == "Y":
        return spans.year(year_in("hijri", anchor) + meaning.offset, "hijri", how)
    if how == "anaphora" and meaning.unit == "Y" and ref is not None and ref.found.calendar == "hijri":
        return spans.year(year_in("hijri", anchor) + meaning.offset, "hijri", how)
    if how == "anaphora" and meaning.unit == "M" and ref is not None and ref.found.calendar == "hijri":
        return _hijri_month(anchor, meaning.offset)
    if how == "dct" and meaning.unit == "Y" and story.hijri_now and meaning.calendar == "gregorian":
        return spans.year(year_in("hijri", anchor) + meaning.offset, "hijri", how)
    if how == "dct" and meaning.unit == "M" and story.hijri_months and not meaning.offset:
        return _hijri_month(anchor, 0, how)
    friday, offset = story.options.weekend == "fri-sat", meaning.offset
    if meaning.unit == "WE" and meaning.anchor == "open" and place.is_told:
        coming = unit_period(anchor, "WE", 0, friday).begin
        offset = -1 if coming is not None and coming > anchor else 0
    return unit_period(anchor, meaning.unit, offset, friday)._replace(how=how, flags=flags)


def _hijri_month(anchor: int, offset: int, how: str = "anaphora") -> Resolved:
    """السابع من الشهر نفسه behind a Hijri date, من الشهر الجاري in a text that names Hijri months only: a day of that
    Hijri month."""
    year, month, _ = calendars.from_ordinal("hijri", anchor)
    return spans.month(*spans.shifted_month(year, month, offset), "hijri", how)


_YEAR_LATER = re.compile(r"[^.!؟?\n؛]{0,160}?\s(?:عام|العام|سنة)\s(1\d{3}|20\d\d)\b")
_FIRST_DAY = {"W": {"MID": 2, "END": 4}, "M": {"MID": 10, "END": 21}, "Y": {"MID": 150, "END": 300}}


def open_unit(meaning: Relative, mod: str, story: Story, place: Place) -> Resolved | None:
    """Returns the unit that نهاية العام, منتصف الأسبوع mean, which no adjective says.

    The document's own, unless the clause tells of what is over and that part of it lies ahead: then the year of the
    story, or the unit before.
    """
    dct, unit = story.dct, meaning.unit
    ref = story.last_dated()
    told = ref.found.begin if ref is not None and ref.start >= place.paragraph_start else None
    if dct is None:
        return unknown(grain=GRAINS.get(unit)) if told is None else unit_period(told, unit, 0)._replace(how="narrative")
    found = unit_period(dct, unit, 0)._replace(how="dct")
    first = _FIRST_DAY.get(unit, {}).get(mod)
    if first is None or found.begin is None or dct >= found.begin + first - 1 or not place.is_told:
        return found
    if unit == "Y" and told is not None and told < found.begin:
        return unit_period(told, unit, 0)._replace(how="narrative")
    if place.relation in ("before", "until"):
        return found
    later = _YEAR_LATER.match(place.text, place.end) if unit == "Y" else None
    if later is not None and int(later[1]) < date_of(dct)[0]:
        return spans.year(int(later[1]))._replace(how="narrative", flags=(Flag("low-confidence", "a year told later"),))
    flags = (Flag("low-confidence", "which one is not said"),) if unit == "Y" else ()
    return unit_period(dct, unit, -1)._replace(how="tense", flags=flags)


def unit_period(anchor: int, unit: str, offset: int, friday: bool = False) -> Resolved:
    """Returns the unit of the calendar that lies `offset` units from the one an anchor day falls in."""
    y, m, _ = date_of(anchor)
    if unit == "D":
        return spans.day(anchor + offset)
    if unit == "W":
        return spans.week(anchor + 7 * offset)
    if unit == "WE":
        return spans.weekend(anchor + 7 * offset, friday)
    if unit == "M":
        return spans.month(*spans.shifted_month(y, m, offset))
    if unit == "Q":
        index = y * 4 + (m - 1) // 3 + offset
        return spans.quarter(index // 4, index % 4 + 1)
    if unit == "Y":
        return spans.year(y + offset)
    if unit == "10Y":
        return spans.decade((y // 10 + offset) * 10)
    if unit == "100Y":
        return spans.century((y // 100 + offset) * 100)
    return spans.years((y // 1000 + offset) * 1000, (y // 1000 + offset) * 1000 + 999, "millennium")


@resolves(Deictic)
def _deictic(meaning: Deictic, story: Story, place: Place) -> Resolved | None:
    if meaning.date is not None:
        return _apposed(meaning.offset, meaning.date, story, place)
    if story.dct is None:
        return unknown(grain="day")
    return spans.day(story.dct + meaning.offset, "dct")


def _apposed(offset: int, date: Date, story: Story, place: Place) -> Resolved | None:
    """The stated date gives the value; a bare weekday is the one nearest to the day that the deictic names."""
    if date.month is None and date.day is None and date.month_of is None:
        if story.dct is None:
            return unknown(grain="day")
        near = story.dct - story.shift + offset
        if date.weekday is None or (near - 1) % 7 + 1 == date.weekday:
            return spans.day(near, "dct")
        # أمس الأحد in a text collected on a Tuesday: the weekday is the firmer word of the two.
        shift = (date.weekday - ((near - 1) % 7 + 1) + 3) % 7 - 3
        return spans.day(
            near + shift,
            "weekday",
            flags=(Flag("weekday-conflict", f"the document's date makes it {WEEKDAY_NAMES[(near - 1) % 7]}"),),
        )
    if date.year is None and date.year_of is None and date.rel is None and story.dct is not None:
        near = story.dct + offset
        best: int | None = None
        year = year_in(date.calendar, near)
        for candidate in (year, year - 1, year + 1):
            number = day_or_none(date.calendar, candidate, date.month or 1, date.day or 1)
            if number is not None and (best is None or abs(number - near) < abs(best - near)):
                best = number
        if best is not None:
            return spans.day(best, "dct", date.calendar, weekday_flags(best, date.weekday))
    return resolve_date(date, story, place)


@resolves(Anaphor)
def _anaphor(meaning: Anaphor, story: Story, place: Place) -> Resolved | None:
    if meaning.unit == "D" and not meaning.offset and story.on_programme(place):
        return unknown(grain="day")
    anchor, how = _anchor(meaning, story)
    ref, day = story.ref, story.ref_day
    if place.text.startswith("يومها", place.start) and ref is not None and day is not None and ref.start > day.start:
        return unknown(grain="day")  # of a year told since (عام 1988، يومها)
    if anchor is None:
        if meaning.offset and story.dct is not None:
            return unit_period(story.dct, meaning.unit, meaning.offset)._replace(
                how="dct", flags=(Flag("low-confidence", "no date before it in the story"),)
            )
        return None
    if (
        meaning.unit == "D"
        and meaning.offset > 0
        and story.ref_day is not None
        and story.ref_day.found.last is not None
    ):
        anchor = story.ref_day.found.last
    return unit_period(anchor, meaning.unit, meaning.offset)._replace(how=how)
