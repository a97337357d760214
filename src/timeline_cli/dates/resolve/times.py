"""Times of day (§5)."""

from __future__ import annotations

import re
from functools import cache

from timeline_cli.dates import spans
from timeline_cli.dates.fold import fold
from timeline_cli.dates.meaning import Clock, Daypart, Meaning, clock_hour
from timeline_cli.dates.resolve.registry import resolve, resolves, unknown
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.story import Named, Place, Story
from timeline_cli.dates.tense import FUTURE, PAST, PRESENT
from timeline_cli.dates.values import day_value
from timeline_cli.dates.words import guard_words
from timeline_cli.model import Flag

NEAR = 120  # code points between a day and a time that still belongs to it


def day_meant(of: Meaning | None, story: Story, place: Place) -> Resolved | None:
    """Returns the day of a time: its own, else that of the sentence or the story, else the document's."""
    if of is not None:
        return resolve(of, story, place)
    if story.on_programme(place):
        return unknown("TIME", grain="day")
    ref = story.ref_day
    if place.opens_line and place.start:
        line_day = story.line_day()
        if line_day is not None:
            return spans.day(line_day, "anaphora")
        if story.dct is not None:
            return spans.day(story.dct, "dct")
    if ref is not None and ref.start < place.sentence_start and story.dct is not None:
        # A day of an earlier sentence is meant where the story goes on, not where the text speaks of now.
        if ref.start < place.paragraph_start:
            ref = _day_of_report(story, place)
        elif place.tense == PAST:
            ref = story.day_before(story.dct)
        elif place.start - ref.end > NEAR and not (place.tense == FUTURE and _is_ahead(ref, story.dct)):
            ref = None
    if ref is not None and ref.found.begin is not None:
        return spans.day(ref.found.last if ref.found.last is not None else ref.found.begin, "anaphora")
    if story.dct is None:
        return unknown("TIME", grain="day")
    return spans.day(story.dct, "dct")


def _is_ahead(ref: Named, dct: int) -> bool:
    """Tells whether a day told before lies ahead, of which a paragraph goes on in the future (تقام الندوة الخميس. …
    وستبدأ عند العاشرة)."""
    return ref.found.begin is not None and ref.found.begin > dct


_REPORT = 7  # days before the document's
_PARAGRAPH = 5000  # code points


def _day_of_report(story: Story, place: Place) -> Named | None:
    """Returns the past day of the paragraph right before, where a clock goes on telling of what is over."""
    ref = story.ref_day
    if ref is None or story.dct is None or not place.is_told:
        return None
    end = place.paragraph_start
    while end and place.text[end - 1].isspace():
        end -= 1
    above = place.text.rfind("\n", max(0, end - _PARAGRAPH), end) + 1
    told = ref.found.last is not None and story.dct - _REPORT <= ref.found.last < story.dct
    return ref if told and ref.start >= above and ref.place.tense == PAST else None


_REPEATED = re.compile(
    r"\s(?:[^\s.،,]+\s){0,2}(?:يوميا|يومياً|يوميًا|كل\s(?:يوم|ليلة|صباح|مساء)|(?:ل)?أيام\s(?:ال|العمل)|طيلة\sال|طوال\sأيام|من\sكل\s)"
    r"|(?:\sإلى\s(?:الساعة\s)?(?:الـ\s?)?\S+\s[^\s،,]+)?[،,]?\sخلال\sالفترة\s"
)
# All days of a month or season: تعمل البنوك طوال الشهر الكريم من التاسعة حتى الواحدة.
_ALL_ALONG = re.compile(
    r"\s(?:طوال|طيلة)\s(?:أيام\s)?(?:شهر|الشهر|الأسبوع|رمضان|العام|السنة|فصل|الصيف|الشتاء|الموسم|موسم|الفترة|فترة)\s"
)
_COMMA = re.compile("[،,;:]")


def recurs_by_word(place: Place, since: int = 0) -> bool:
    """Tells whether a word beside a time says that it recurs: office hours, curfews, يوميا, أيام الجمعة. No word
    before the offset `since` does so."""
    lead = place.text[max(place.sentence_start, place.start - 40, since) : place.start]
    if not recurrence_cues().isdisjoint(fold(lead).split()) or _REPEATED.match(place.text, place.end) is not None:
        return True
    return _ALL_ALONG.search(lead) is not None


@cache
def recurrence_cues() -> frozenset[str]:
    """Returns the folded words behind which a clock recurs (ruling 23)."""
    return guard_words("RECURCUE")


def _end_of_own_day(story: Story, place: Place) -> int:
    """Returns the offset behind the day that the clause tells right before a time (الدوام ينتهي اليوم عند الثانية), 0
    where it tells none."""
    ref = story.ref_day
    if story.repeats_at >= place.sentence_start:
        return 0  # كل يوم عدا الاثنين
    if ref is None or ref.place.relation not in ("on", "during") or ref.start < place.sentence_start:
        return 0
    return ref.end if ref.found.grain == "day" and place.start - ref.end <= _BESIDE else 0


_BESIDE = 12  # code points


def _recurs(story: Story, place: Place) -> bool:
    """Tells whether a time without a day stands in a sentence about what recurs (ruling 23)."""
    if recurs_by_word(place, _end_of_own_day(story, place)):
        return True
    if story.repeats_at >= place.sentence_start and not _COMMA.search(place.text, story.repeats_at, place.start):
        return True
    if _in_timetable(story, place):
        return True
    ref = story.period
    if ref is None or ref.end < place.sentence_start or ref.found.begin is None or ref.found.last is None:
        return False
    day = story.ref_day
    if day is not None and day.start > ref.start:
        return False
    return ref.found.last > ref.found.begin and ref.found.grain in ("interval", "month", "week")


_TIMETABLE = re.compile(r"^\W*(?:مواقيت|مواعيد|أوقات|اوقات|توقيت)\s")
_HEADING = 100  # code points


def _in_timetable(story: Story, place: Place) -> bool:
    """Tells whether a time without a day stands under a heading of hours that hold from some day on, or of every day:
    مواقيت القطارات ابتداء من فاتح يوليوز."""
    heading = place.text[:_HEADING].partition("\n")[0]
    if place.start <= len(heading) or len(heading) == _HEADING or not _TIMETABLE.match(heading):
        return False
    return all(
        entry.place.relation in ("from", "since") if entry.end <= len(heading) else entry.start < place.paragraph_start
        for entry in story.days
    )


def _is_habit(story: Story, place: Place) -> bool:
    """Tells whether ليلا, صباحا stand in a clause about what is always so: no day in the sentence, no past, no plan."""
    ref = story.ref_day
    told = ref is not None and ref.start >= place.sentence_start
    return not told and story.repeats_at < place.sentence_start and place.tense in (PRESENT, None)


@resolves(Daypart)
def _daypart(meaning: Daypart, story: Story, place: Place) -> Resolved | None:
    if meaning.of is None and _is_habit(story, place):
        return None
    if meaning.of is None and _recurs(story, place):
        return Resolved("TIME", f"T{meaning.code}", None, None, "daypart", "none", time=meaning.code)
    of = day_meant(meaning.of, story, place)
    if of is None:
        return None
    if of.begin is None or of.last is None:
        return of._replace(type="TIME", value=None, grain="daypart", time=meaning.code)
    if of.last - of.begin > 1:
        return None
    first = of.begin + meaning.shift
    last = first + 1 if meaning.spans_next else first
    return of._replace(
        type="TIME",
        value=f"{day_value(first)}T{meaning.code}",
        begin=first,
        last=last,
        grain="daypart",
        mod=meaning.mod,
        time=meaning.code,
    )


def _clock_text(meaning: Clock) -> tuple[str, int, tuple[Flag, ...]]:
    hour, carry = clock_hour(meaning.hour, meaning.rule)
    if (
        meaning.rule == "am"
        and meaning.hour == 12
        and meaning.minute is not None
        and meaning.zone is None
        and meaning.of is not None
    ) or (meaning.rule == "am" and meaning.hour == 12):
        hour = 0
    text = f"{hour:02d}:{meaning.minute or 0:02d}"
    if meaning.second is not None:
        text += f":{meaning.second:02d}"
    unsure = meaning.rule is None and 1 <= meaning.hour <= 12
    return text, carry, (Flag("ampm-unknown"),) if unsure else ()


def _zone(meaning: Clock) -> str | None:
    if meaning.zone is None:
        return None
    name, offset = meaning.zone
    if name == "UTC":
        return "Z"
    if offset and offset[0] in "+-":
        return offset
    return name or None


def _ends_evening(ref: Named, text: str, place: Place) -> bool:
    """Tells whether a clock before dawn ends what began in the evening told before it (خرجنا السادسة مساء. بقينا حتى
    الثالثة فجرا)."""
    began = ref.found.time or ""
    evening = began in ("EV", "NI") or began[:2] in ("17", "18", "19", "20", "21", "22", "23")
    return evening and text < "06" and place.relation == "until" and place.start - ref.end <= NEAR


@resolves(Clock)
def _clock(meaning: Clock, story: Story, place: Place) -> Resolved | None:
    text, carry, flags = _clock_text(meaning)
    if meaning.of is None and meaning.rule != "midnight" and _recurs(story, place):
        return Resolved("TIME", f"T{text}", None, None, "time", "none", flags=flags, time=text, zone=_zone(meaning))
    if meaning.of is None and meaning.rule == "midnight":
        return Resolved("TIME", "T00:00", None, None, "time", "none", time="00:00")
    of = day_meant(meaning.of, story, place)
    if of is None:
        return None
    if of.begin is None or of.last is None:
        return of._replace(type="TIME", value=None, grain="time", time=text)
    ref = story.ref_day
    if (
        meaning.of is None
        and ref is not None
        and ref.found.time == "NI"
        and text < "06"
        and ref.start >= place.sentence_start
    ):
        carry = 1  # a clock after midnight in a sentence about a night
    elif meaning.of is None and ref is not None and _ends_evening(ref, text, place):
        carry = 1
    if of.last > of.begin + 1:
        return None
    number = of.begin + carry
    if meaning.rule == "midnight":
        flags = (Flag("midnight-side"),)
    return of._replace(
        type="TIME", value=f"{day_value(number)}T{text}", begin=number, last=number, grain="time",
        flags=(*of.flags, *flags), time=text, zone=_zone(meaning), mod=None,
    )  # fmt: skip


def _until_midnight(first: Clock, story: Story, place: Place) -> Resolved | None:
    """Returns a stretch from a clock to the midnight that follows it (من الثامنة صباحا وحتى منتصف الليل)."""
    one = resolve(first, story, place)
    if one is None or one.value is None:
        return None
    end = None if one.begin is None else one.begin + 1
    value = "T00:00" if end is None else f"{day_value(end)}T00:00"
    return one._replace(value=f"{one.value}/{value}", last=end, time=f"{one.time}/00:00")


def clock_range(first: Clock, last: Clock, story: Story, place: Place) -> Resolved | None:
    """Returns a stretch between two clocks; a daypart at the end governs both where the order stays right (§5.1)."""
    if first.rule is None and last.rule is not None and first.hour <= 12:
        same = clock_hour(first.hour, last.rule)[0] * 60 + (first.minute or 0)
        end_minutes = clock_hour(last.hour, last.rule)[0] * 60 + (last.minute or 0)
        rule = (
            last.rule if same < end_minutes else {"pm": "am", "noon": "am", "am": "night", "night": "pm"}.get(last.rule)
        )
        if rule == "am" and first.hour == 12:
            rule = last.rule
        first = Clock(first.hour, first.minute, first.second, rule, first.zone, first.of)
    of = last.of or first.of
    if last.rule == "midnight" and of is None:
        return _until_midnight(first, story, place)
    one = resolve(Clock(first.hour, first.minute, first.second, first.rule, first.zone, first.of or of), story, place)
    two = resolve(Clock(last.hour, last.minute, last.second, last.rule, last.zone, of), story, place)
    if one is None or two is None or one.value is None or two.value is None:
        return None
    if first.rule == "midnight" and one.begin is None and two.begin is not None:
        one = two._replace(value=f"{day_value(two.begin)}T00:00", time="00:00", last=two.begin)
    begin, end = one.begin, two.last
    if begin is not None and end is not None and two.begin == one.begin and (two.time or "") < (one.time or ""):
        end += 1
        two = two._replace(value=f"{day_value(end)}T{two.time}")
    return Resolved(
        "TIME",
        f"{one.value}/{two.value}",
        begin,
        end,
        "time",
        one.how,
        flags=one.flags,
        time=f"{one.time}/{two.time}",
        zone=two.zone or one.zone,
    )
