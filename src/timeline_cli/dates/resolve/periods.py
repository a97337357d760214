"""Decades, centuries, seasons, named years, and the same period of another year (§4.4–§4.6, §6.7)."""

from __future__ import annotations

from timeline_cli.dates import spans
from timeline_cli.dates.meaning import Century, Decade, Modified, Relative, SameDayOfYear, SamePeriod, Season, Years
from timeline_cli.dates.resolve.anchors import open_unit
from timeline_cli.dates.resolve.calendar import day_or_none, is_year, year_in
from timeline_cli.dates.resolve.registry import days_of, resolve, resolves, unknown
from timeline_cli.dates.resolve.years import full_year
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.story import Place, Story
from timeline_cli.dates.tense import FUTURE, PAST, PRESENT
from timeline_cli.model import Flag, date_of, month_length, ordinal_of


@resolves(Decade)
def _decade(meaning: Decade, story: Story, place: Place) -> Resolved | None:
    if meaning.century is not None:
        of = resolve(meaning.century, story, place)
        if of is None or of.begin is None:
            return of
        if of.calendar == "hijri":
            first = year_in("hijri", of.begin) // 100 * 100 + 10 * meaning.digit
            return spans.years(max(first, 1), first + 9, "decade", "hijri")
        return spans.decade(date_of(of.begin)[0] + 10 * meaning.digit, of.how)
    this = story.year
    if meaning.calendar == "hijri":
        now = year_in("hijri", story.dct if story.dct is not None else ordinal_of(2000, 1, 1))
        first = now // 100 * 100 + 10 * meaning.digit
        first -= 100 if first > now else 0
        return spans.years(first, first + 9, "decade", "hijri")
    if meaning.digit in (0, 1):
        return spans.decade(2000 + 10 * meaning.digit)
    if this is not None and this < 1900:
        return spans.decade(
            (this // 100 * 100 if this % 100 > 10 * meaning.digit else this // 100 * 100 - 100) + 10 * meaning.digit
        )
    first = 1900 + 10 * meaning.digit
    while this is not None and first + 100 + 10 <= this:
        first += 100
    return spans.decade(first)._replace(flags=(Flag("century-guess", f"{first}"),))


@resolves(Century)
def _century(meaning: Century, story: Story, place: Place) -> Resolved | None:
    width = meaning.width
    grain = "century" if width == 100 else "millennium"
    if meaning.calendar == "hijri":
        first = (meaning.number - 1) * width + 1
        return spans.years(first, first + width - 1, grain, "hijri")._replace(flags=(Flag("hijri-approx"),))
    if meaning.calendar != "gregorian":
        return None
    if meaning.before:
        return spans.years(1 - meaning.number * width, -(meaning.number - 1) * width, grain)
    first = (meaning.number - 1) * width
    return spans.century(first) if width == 100 else spans.years(first, first + width - 1, grain)


@resolves(Season)
def _season(meaning: Season, story: Story, place: Place) -> Resolved | None:
    if meaning.year is not None:
        year = full_year(meaning.year, "gregorian", story) if meaning.two_digits else meaning.year
        flags = (Flag("century-guess", str(year)),) if meaning.two_digits else ()
        return spans.season(year, meaning.code)._replace(flags=flags)
    if meaning.year_of is not None:
        said = resolve(meaning.year_of, story, place)
        if said is None or said.begin is None:
            return said
        return spans.season(date_of(said.begin)[0], meaning.code, said.how)
    if story.dct is None:
        return unknown(grain="season")
    ahead = (place.tense == FUTURE and place.relation != "since") or (
        place.relation in ("until", "by") and place.tense != PAST
    )
    return _nearby_season(meaning, story.dct, ahead)


def _nearby_season(meaning: Season, dct: int, ahead: bool) -> Resolved:
    """Returns the season that an adjective, هذا or the tense picks among those around the document's date (§6.3,
    §6.5)."""
    this = date_of(dct)[0]
    options = [spans.season(year, meaning.code, "dct") for year in range(this - 2, this + 3)]
    ends = [(option, *days_of(option)) for option in options]
    if meaning.rel == -1:
        return [option for option, _, last in ends if last < dct][-1]
    if meaning.rel == 1:
        return next(option for option, first, _ in ends if first > dct)
    if meaning.rel == 0:
        return min(ends, key=lambda e: 0 if e[1] <= dct <= e[2] else min(abs(e[1] - dct), abs(e[2] - dct)))[0]
    if ahead:
        return next(option for option, _, last in ends if last >= dct)._replace(how="tense")
    return [option for option, first, _ in ends if first <= dct][-1]._replace(how="tense")


@resolves(Years)
def _years(meaning: Years, story: Story, place: Place) -> Resolved | None:
    if meaning.calendar != "gregorian" and not is_year(meaning.calendar, meaning.first):
        return None
    calendar = meaning.calendar
    if calendar == "gregorian" and 1340 <= meaning.first <= 1500:
        calendar = "hijri"
    if meaning.first == meaning.last:
        return spans.year(meaning.first, calendar)
    return spans.years(meaning.first, meaning.last, "interval", calendar)


@resolves(Modified)
def _modified(meaning: Modified, story: Story, place: Place) -> Resolved | None:
    inner = meaning.of
    if isinstance(inner, Relative) and inner.anchor == "open":
        of = open_unit(inner, meaning.mod, story, place)
    elif isinstance(inner, Season) and _is_any_year(inner) and place.tense == PRESENT and place.relation == "on":
        return None  # تكثر الأمطار مطلع الخريف
    else:
        of = resolve(inner, story, place)
    if of is None:
        return None
    return of._replace(mod=meaning.mod if meaning.mod in ("START", "MID", "END") else of.mod)


def _is_any_year(season: Season) -> bool:
    return season.year is None and season.year_of is None and season.rel is None


@resolves(SamePeriod)
def _same_period(meaning: SamePeriod, story: Story, place: Place) -> Resolved | None:
    """نفس الفترة من العام الماضي: the period last named, in another year; the year where none was named."""
    year = resolve(meaning.year, story, place)
    if year is None or year.begin is None:
        return year
    if story.period is None or story.period.found.begin is None:
        return year._replace(flags=(Flag("low-confidence", "no period before it in the story"),))
    target = date_of(year.begin)[0]
    upto = story.period.found.mod == "END" and story.period.place.relation in ("until", "by")
    moved = _moved_to_year(story.period.found, target, upto)
    return (moved or year)._replace(how="anaphora")


def _moved_to_year(period: Resolved, target: int, upto: bool) -> Resolved | None:
    """Returns a period of one year in another; `upto`: it is meant from the start of its year."""
    first, last = days_of(period)
    by, bm, bd = date_of(first)
    ly, lm, ld = date_of(last)
    value = period.value or ""
    if period.grain == "quarter" and "/" not in value:
        return spans.quarter(target, int(value[-1]))
    if period.grain == "half" and "/" not in value:
        return spans.half(target, int(value[-1]))
    if period.grain == "season":
        return spans.season(target, value[-2:])
    if period.grain not in ("month", "interval"):
        return None
    if bd == 1 and ld == month_length(ly, lm) and by == ly:
        if upto:
            bm = 1
        return spans.months(target, bm, lm) if bm != lm else spans.month(target, bm)
    shift = target - by
    begin = ordinal_of(by + shift, bm, min(bd, month_length(by + shift, bm)))
    end = ordinal_of(ly + shift, lm, min(ld, month_length(ly + shift, lm)))
    return spans.interval(begin, end, "interval")


@resolves(SameDayOfYear)
def _same_day_of_year(meaning: SameDayOfYear, story: Story, place: Place) -> Resolved | None:
    year = resolve(meaning.year, story, place)
    if year is None or year.begin is None or story.dct is None:
        return unknown(grain="day")
    _, month, day = date_of(story.dct)
    number = day_or_none("gregorian", date_of(year.begin)[0], month, day)
    return spans.day(number, "dct") if number is not None else None
