"""Lengths of time, points and stretches that they lead to, repetitions, feasts (§6.4, §7, §8)."""

from __future__ import annotations

from timeline_cli.dates import calendars, holidays, spans
from timeline_cli.dates.meaning import Amount, Date, Holiday, Point, Repeat, Stretch
from timeline_cli.dates.resolve.calendar import year_in
from timeline_cli.dates.resolve.registry import GRAINS, resolve, resolves, unknown
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.story import Place, Story
from timeline_cli.dates.tense import FUTURE
from timeline_cli.dates.values import day_value, duration_value
from timeline_cli.model import Flag, date_of

_TOO_FINE = {
    "month": ("D", "W"),
    **dict.fromkeys(("quarter", "half", "season", "year"), ("D", "W", "M")),
    **dict.fromkeys(("decade", "century"), ("D", "W", "M", "Y")),
}


@resolves(Amount)
def length(meaning: Amount, story: Story, place: Place) -> Resolved | None:
    """Returns a length of time, which has no place on the calendar."""
    return Resolved("DURATION", duration_value(meaning), None, None, None, "none")


def _goes_on(story: Story, place: Place) -> bool:
    """Tells whether a time later, beside a verb that no list holds, counts from what the sentences before told as past
    (استولوا على السفينة في 11 أبريل. وبعد يومين أرسوها …)."""
    ref = story.ref
    if ref is None or ref.found.last is None or ref.start < place.paragraph_start:
        return False
    return story.dct is None or (ref.found.last < story.dct and place.start - ref.end <= _SENTENCES)


_SENTENCES = 200  # code points
_YEAR = 360  # days


@resolves(Point)
def _point(meaning: Point, story: Story, place: Place) -> Resolved | None:
    amount = meaning.amount
    if amount.parts[0][0] is None or amount.upto is not None:
        return length(amount, story, place)
    anchor, how = story.dct, "dct"
    if meaning.anchor == "story" and not _goes_on(story, place):
        return length(amount, story, place)
    if meaning.anchor in ("ref", "story") or (meaning.anchor == "either" and _goes_on(story, place)):
        ref = story.ref
        if ref is None or ref.found.begin is None:
            return length(amount, story, place)
        day = story.ref_day
        years = ref.found.grain == "year" or (ref.found.last or 0) - ref.found.begin > _YEAR
        if years and amount.parts[-1][1] == "D" and day is not None and day.start >= place.sentence_start:
            ref = day
        if amount.parts[-1][1] in _TOO_FINE.get(ref.found.grain or "", ()):
            return unknown(grain="day")  # a month tells no day to count from, a year no month
        anchor, how = (
            (
                ref.found.last
                if meaning.sign > 0 and ref.found.grain in ("day", "daypart", "time", "interval")
                else ref.found.begin
            ),
            "anaphora",
        )
        lunar = _in_hijri(meaning, ref.found) if ref.found.calendar == "hijri" else None
        if lunar is not None:
            return lunar
    if anchor is None:
        return unknown(grain=GRAINS.get(amount.parts[-1][1], "day"))
    found: Resolved | None = None
    for count, unit in amount.parts:
        assert count is not None
        if count != int(count) and unit in ("Y", "10Y", "100Y"):
            return length(amount, story, place)
        found = spans.moved(anchor, meaning.sign * count, unit)
        anchor = spans.exact(anchor, count, unit, meaning.sign)
    assert found is not None
    if len(amount.parts) > 1:
        grain_unit = amount.parts[-1][1]
        found = spans.moved(anchor, 0, grain_unit)
    if amount.definite and amount.parts[0][1] == "Y" and len(amount.parts) == 1:
        found = spans.decade(date_of(anchor)[0] // 10 * 10)
    return found._replace(how=how)


def _in_hijri(meaning: Point, told: Resolved) -> Resolved | None:
    """Returns the Hijri year or month that lies a number of them from one told in that calendar, None for other amounts
    (سنة 812هـ، ثم عزل بعد سنتين)."""
    (count, unit), *rest = meaning.amount.parts
    if rest or count is None or told.begin is None or count != int(count):
        return None
    year, month, _ = calendars.from_ordinal("hijri", told.begin)
    if unit == "Y":
        return spans.year(year + meaning.sign * int(count), "hijri", "anaphora")
    if unit == "M":
        return spans.month(*spans.shifted_month(year, month, meaning.sign * int(count)), "hijri", "anaphora")
    return None


@resolves(Stretch)
def _stretch(meaning: Stretch, story: Story, place: Place) -> Resolved | None:
    amount = meaning.amount
    value = duration_value(amount)
    if amount.parts[0][0] is None or story.dct is None or amount.upto is not None:
        return Resolved("DURATION", value, None, None, "interval", "none" if amount.parts[0][0] is None else "dct")
    far = story.dct
    for count, unit in amount.parts:
        assert count is not None
        far = spans.exact(far, count, unit, meaning.sign)
    first, last = sorted((far, story.dct))
    return Resolved("DURATION", value, first, last, "interval", "dct")


@resolves(Repeat)
def _repeat(meaning: Repeat, story: Story, place: Place) -> Resolved | None:
    return Resolved("SET", meaning.value, None, None, None, "none")


@resolves(Holiday)
def _holiday(meaning: Holiday, story: Story, place: Place) -> Resolved | None:
    calendar, rule, days = meaning.calendar, meaning.rule, meaning.days
    span: tuple[int, int] | None = None
    how = "holiday"
    if meaning.year is not None:
        if (
            isinstance(meaning.year, Date)
            and meaning.year.calendar == calendar == "hijri"
            and meaning.year.year is not None
        ):
            span = holidays.holiday_days(calendar, rule, days, meaning.year.year)
        else:
            year = resolve(meaning.year, story, place)
            if year is None or year.begin is None:
                return year
            if calendar == "hijri" == year.calendar:
                span = holidays.holiday_days(calendar, rule, days, year_in("hijri", year.begin))
            else:
                span = holidays.in_gregorian_year(calendar, rule, days, date_of(year.begin)[0])
    elif story.dct is None:
        return None
    elif meaning.rel is not None:
        span = holidays.occurrence(
            calendar, rule, days, story.dct, "nearest" if meaning.rel == 0 else "after" if meaning.rel > 0 else "before"
        )
    else:
        span = holidays.occurrence(calendar, rule, days, story.dct, "future" if place.tense == FUTURE else "past")
        how = "tense"
    if span is None:
        return None
    first, last = span
    flags = (Flag("holiday"),) + ((Flag("hijri-approx"),) if calendar == "hijri" else ())
    if meaning.nth > 1:
        first = last = first + meaning.nth - 1
    named = "gregorian" if calendar.startswith("easter") else calendar
    if meaning.eve and not (calendar == "gregorian" and rule in ("12-31", "12-24")):
        first = last = first - 1
    found = spans.interval(first, last, "day" if first == last else "interval", named, how)._replace(flags=flags)
    if meaning.eve and meaning.name.startswith("ليله"):
        return found._replace(type="TIME", value=f"{day_value(first)}TNI", grain="daypart", time="NI", last=first)
    return found
