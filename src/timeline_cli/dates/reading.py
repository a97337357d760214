"""A text → its time expressions: find, judge, date the document, resolve in the order of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import replace as replaced

from timeline_cli.dates.confidence import of_flags
from timeline_cli.dates.context import Mention, mentions
from timeline_cli.dates.dct import document_date, own_day, stated_date
from timeline_cli.dates.fold import fold
from timeline_cli.dates.guards import is_time
from timeline_cli.dates.meaning import Century, Clock, Date, Meaning, Modified, Part, Range, Relative
from timeline_cli.dates.options import DEFAULT, DateOptions
from timeline_cli.dates.pairs import is_pair, led_as, reconcile, year_beside
from timeline_cli.dates.patterns import grammar
from timeline_cli.dates.patterns.build import replace
from timeline_cli.dates.resolve import resolve
from timeline_cli.dates.resolve.calendar import year_in
from timeline_cli.dates.scan import whole_words, windows
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.story import Place, Story
from timeline_cli.dates.tokens import tokenise
from timeline_cli.dates.values import edtf, span_value
from timeline_cli.model import Day, DocumentDate, Flag, TimeExpression

# A window whose known words reach its edge is widened, so many times by so many code points.
_EXTENSIONS, _EXTENSION = 6, 80
_CRAWL_GAP = 31  # days by which a date of metadata may follow the one that the text states
_LIBYAN_BIRTH_YEARS = range(1390, 1433)  # counted from the Prophet's birth in Libya in the 1990s (§2.6)
_HIJRI_YEARS_END = 1500
_HIJRI_CENTURIES, _CENTURY = 15, 100
_HIJRI_LATELY, _HIJRI_DECADES = 15, 60  # years before the document's


@dataclass(frozen=True, slots=True)
class Reading:
    """The time expressions of a text, in order, and the document's date with its source."""

    expressions: tuple[TimeExpression, ...]
    date: DocumentDate


# A dash drawn with letters or twice: 2007 ــ 2014, 2007 -- 2014. Read as one, with nothing behind it up to its length.
_LONG_DASH = re.compile(r"(?<=[\d\s])(?:ـ+|-{2,3})(?=[\s\d])")
_NOTHING = "\u200b"
_RAMADAN = ("hijri", 9)  # named in texts that count Christian months as well


def find(text: str, options: DateOptions = DEFAULT) -> Iterator[Mention]:
    """Yields what a text says of time, unresolved, in order."""
    rules = grammar()
    names = frozenset(map(fold, options.names))
    done = 0
    if "ـ" in text or "--" in text:
        text = _LONG_DASH.sub(lambda dash: "-" + _NOTHING * (len(dash[0]) - 1), text)
    for start, end in windows(text):
        tokens = tokenise(text, start, end)
        for _ in range(_EXTENSIONS):
            left, right = rules.reaches_edge(tokens)
            left, right = left and start > 0, right and end < len(text)
            if not left and not right:
                break
            start, end = whole_words(text, start - _EXTENSION * left, end + _EXTENSION * right)
            tokens = tokenise(text, start, end)
        items = [item for item in rules.read(tokens, text) if item.start >= done and is_time(item, tokens, text, names)]
        if items:
            yield from mentions(items, tokens, text)
            done = items[-1].end


def parse(phrase: str, dct: Day | None = None, options: DateOptions = DEFAULT) -> TimeExpression | None:
    """Returns what one phrase means, None where it names no time.

    Nothing is asked of the words around it: what needs company in a text (مارس, رمضان) counts here by itself.
    """
    tokens = tokenise(phrase, 0, len(phrase))
    found = mentions(grammar().read(tokens, phrase), tokens, phrase)
    date = DocumentDate(dct, "option") if dct is not None else document_date(found, phrase)
    expressions = _resolve_all(found, phrase, date, options)
    return max(expressions, key=lambda e: (e.end - e.start, -e.start), default=None)


def read(text: str, dct: Day | None = None, options: DateOptions = DEFAULT, dct_source: str = "option") -> Reading:
    """Returns the time expressions of a text with the days they mean in it.

    `dct`: the document's date where it is known; otherwise the text itself is asked. `dct_source`: where it is known
    from; a date of metadata more than 31 days after the one that the text states is the day of a crawl, and loses
    (§6.8). Offsets are code points.
    """
    found = list(find(text, options))
    if dct is not None and dct_source == "option":
        date = DocumentDate(dct, dct_source)
    else:
        date = document_date(found, text) if dct is None else _known_date(found, text, dct, dct_source)
    return Reading(tuple(_resolve_all(found, text, date, options)), date)


def _known_date(found: list[Mention], text: str, dct: Day, source: str) -> DocumentDate:
    stated = stated_date(found, text)
    if stated.day is not None and dct - stated.day > _CRAWL_GAP:
        return stated
    return DocumentDate(dct, source)


def _resolve_all(found: Sequence[Mention], text: str, date: DocumentDate, options: DateOptions) -> list[TimeExpression]:
    """Resolves expressions in the order of the text, each in the light of those before it."""
    collected = date.day.number if date.day is not None else None
    story = Story(collected if collected is None else own_day(found, collected), options)
    story.shift = 0 if collected is None or story.dct is None else story.dct - collected
    inferred = date.source == "text" or story.shift != 0
    if story.dct is None:
        _read_years(found, story)
    else:
        _read_calendar(found, story)
    story.libyan = "و.ر" in text or "فرنجي" in text
    results: list[TimeExpression] = []
    previous: Resolved | None = None
    waits = False  # the expression before is a weekday that lies before this one
    dct, stamp_ends = story.dct, 0
    for mention in found:
        if 0 < stamp_ends < mention.start:
            story.dct, stamp_ends = dct, 0
        place = Place(text, mention.start, mention.end, mention.relation)
        meaning = _in_story(mention, previous, story)
        resolved = resolve(meaning, story, place)
        if resolved is None:
            continue
        if resolved.begin is not None:
            if _is_stamp(meaning) and (place.opens_line or place.heads_message):
                story.dct, stamp_ends = resolved.begin, place.heads_message or place.line_end
            if waits and results:
                results[-1] = _before(results[-1], resolved.begin)
        if previous is not None and results and is_pair(mention):
            results[-1], resolved = reconcile(results[-1], previous, resolved)
            mention = led_as(mention, results[-1])
        if not _looks_back(meaning):
            story.remember(resolved, place)
        results.append(_expression(mention, meaning, resolved, text, inferred, options))
        previous, waits = resolved, mention.before_next
    return results


def _looks_back(meaning: Meaning) -> bool:
    """Tells whether a meaning is what figures are compared with (مقابل ألف الشهر السابق): no story goes on there."""
    return isinstance(meaning, Relative) and meaning.anchor == "either" and meaning.offset < 0


def _read_years(found: Sequence[Mention], story: Story) -> None:
    """Tells the story how the text counts its years: in the Hijri calendar where it names some, short years by what it
    names more of; `told_years` are those by which a bare one is judged."""
    dates = _dates_with_years(found)
    hijri = [d.year or 0 for d in dates if d.calendar == "hijri"]
    christian = [d.year or 0 for d in dates if d.calendar == "gregorian" and (_has_era(d) or d.month is not None)]
    story.hijri = bool(hijri)
    story.christian = bool(hijri) and len(christian) > len(hijri)
    story.told_years = hijri, christian


def _read_calendar(found: Sequence[Mention], story: Story) -> None:
    """Tells the story whether this year and this month are Hijri ones: another year seen from the document's date is
    told with its Hijri number (العام الماضي 1435هـ), all months that are named are Hijri ones."""
    dates = _dates_of(found)
    months = {d.calendar for d in dates if d.month is not None and (d.calendar, d.month) != _RAMADAN}
    years = {m.meaning.calendar for m in found if isinstance(m.meaning, Relative) and m.meaning.year is not None}
    christian = any(d.year is not None and d.calendar == "gregorian" for d in dates)
    story.hijri_now = years == {"hijri"} and not christian
    story.hijri_months = months == {"hijri"} and not christian


def _dates_with_years(found: Sequence[Mention]) -> list[Date]:
    """Returns the dates that a text tells with their years, those of ranges as well."""
    return [date for date in _dates_of(found) if date.year is not None]


def _dates_of(found: Sequence[Mention]) -> list[Date]:
    meanings: list[Meaning] = []
    for mention in found:
        said = mention.meaning
        meanings += (said.first, said.last) if isinstance(said, Range) else (said,)
    return [m for m in meanings if isinstance(m, Date)]


def _has_era(date: Date) -> bool:
    return any(flag.code == "era" for flag in date.flags)


def _is_stamp(meaning: Meaning) -> bool:
    """Tells whether a meaning is a full date with a clock: a line that it opens is dated by it (ruling 27)."""
    of = meaning.of if isinstance(meaning, Clock) else None
    return isinstance(of, Date) and of.year is not None and of.day is not None


def _before(weekday: TimeExpression, number: int) -> TimeExpression:
    """يومي الثلاثاء والأربعاء الماضيين: the first weekday of a list lies before the second."""
    if weekday.begin is None or weekday.begin.number <= number:
        return weekday
    day = Day(weekday.begin.number - 7)
    return replaced(weekday, begin=day, last=day, value=str(day), edtf=str(day))


def _in_story(mention: Mention, previous: Resolved | None, story: Story) -> Meaning:
    """Reads a year in the calendar that the text counts by, and gives a date its year from its partner in a pair."""
    meaning = mention.meaning
    if isinstance(meaning, Range | Modified | Part | Relative | Century):
        return _years_in_story(meaning, mention, story)
    if not isinstance(meaning, Date):
        return meaning
    date = _year_in_story(meaning, mention, story)
    if previous is None or previous.begin is None or previous.calendar == date.calendar or not _lacks_year(date):
        return date
    year = year_beside(date, previous.begin) if is_pair(mention) else None
    return date if year is None else replace(date, year=year)


def _years_in_story(meaning: Meaning, mention: Mention, story: Story) -> Meaning:
    """Reads the years inside a range or a part, and the one beside a relative year, as those that stand alone."""
    if isinstance(meaning, Date):
        return _year_in_story(meaning, mention, story)
    if isinstance(meaning, Range):
        first = _years_in_story(meaning.first, mention, story)
        return Range(first, _years_in_story(meaning.last, mention, story), meaning.dash)
    if isinstance(meaning, Modified):
        return Modified(_years_in_story(meaning.of, mention, story), meaning.mod)
    if isinstance(meaning, Part) and meaning.of is not None:
        return Part(meaning.kind, meaning.index, _years_in_story(meaning.of, mention, story), meaning.unit)
    if isinstance(meaning, Century) and story.hijri and meaning.calendar == "gregorian" and not meaning.before:
        hijri = (
            not story.christian
            and meaning.number <= _HIJRI_CENTURIES
            and meaning.width == _CENTURY
            and "ميلاد" not in mention.text
        )
        return replaced(meaning, calendar="hijri") if hijri else meaning
    if isinstance(meaning, Relative) and meaning.year is not None and meaning.calendar == "gregorian":
        said = _year_in_story(Date(year=meaning.year), mention, story)
        return Relative(meaning.unit, meaning.offset, meaning.anchor, said.year, said.calendar)
    return meaning


def _lacks_year(date: Date) -> bool:
    said = (date.year, date.rel, date.year_of)
    return date.month is not None and date.day is not None and said == (None, None, None)


def _year_in_story(date: Date, mention: Mention, story: Story) -> Date:
    if date.year is None:
        return date
    if story.libyan and date.calendar == "gregorian" and date.year in _LIBYAN_BIRTH_YEARS and _has_era(date):
        return date if "إفرنجي" in mention.text else replace(date, year=date.year + 570)
    if story.hijri or _lately_hijri(date, story):
        date = _hijri_year(date, story)
    if date.calendar == "hijri" and date.year is not None:
        story.hijri_year = date.year
    return date


def _lately_hijri(date: Date, story: Story) -> bool:
    """Tells whether a bare year is a Hijri one of the last years before the document (عام 1435 in a report of 2015), or
    of the last decades where the text has named a Hijri year before."""
    if story.dct is None or date.year is None or date.calendar != "gregorian" or date.month is not None:
        return False
    today = year_in("hijri", story.dct)
    back = _HIJRI_DECADES if story.hijri_year is not None else _HIJRI_LATELY
    return today - back <= date.year <= today + 1


def _hijri_year(date: Date, story: Story) -> Date:
    """Reads a bare year as Hijri in a text that counts so, and gives a short one the century of the story (§9.3)."""
    year = date.year
    if year is None or _has_era(date) or date.calendar not in ("gregorian", "hijri"):
        return date
    if date.calendar == "gregorian" and (date.month is not None or year > _HIJRI_YEARS_END):
        return date
    if story.christian and date.two_digits:
        return date
    if year >= _CENTURY and _is_nearer_christian(year, story):
        return date
    if year < 100 <= (story.hijri_year or 0):
        year += (story.hijri_year or 0) // 100 * 100
    return replace(date, calendar="hijri", year=year, two_digits=False)


def _is_nearer_christian(year: int, story: Story) -> bool:
    """Tells whether a bare year lies nearer to a Christian one that the text tells than to any Hijri one (سقطت طليطلة
    سنة 478هـ (1085م)، وقرطبة سنة 1236)."""
    hijri, christian = story.told_years
    if not hijri or not christian:
        return False
    return min(abs(year - told) for told in christian) < min(abs(year - told) for told in hijri)


def _expression(
    mention: Mention, meaning: Meaning, resolved: Resolved, text: str, inferred: bool, options: DateOptions
) -> TimeExpression:
    begin, last, value, flags = resolved.begin, resolved.last, resolved.value, resolved.flags
    if begin is not None and last is not None:
        if options.hijri_offset and resolved.calendar == "hijri" and resolved.how != "pair":
            begin, last = begin + options.hijri_offset, last + options.hijri_offset
            value = span_value(begin, last)
        if inferred and resolved.how in ("dct", "tense", "weekday"):
            flags = (*flags, Flag("dct-inferred"))
    relation = mention.relation
    if resolved.how == "anaphora" or (isinstance(meaning, Range) and relation in ("from", "before", "after")):
        relation = "on" if relation in ("from", "before", "after") else relation
    return TimeExpression(
        mention.start,
        mention.end,
        text[mention.start : mention.end],
        resolved.type,
        value,
        None if begin is None else Day(begin),
        None if last is None else Day(last),
        resolved.mod or ("APPROX" if mention.approximate else None),
        resolved.calendar,
        relation,
        resolved.grain,
        resolved.time,
        resolved.zone,
        resolved.how,
        flags,
        of_flags(resolved.how, flags),
        edtf(value, begin, last, mention.approximate) if resolved.type in ("DATE", "TIME") else None,
        mention.pattern,
        meaning,
    )
