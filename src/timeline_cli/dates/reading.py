"""A text → its time expressions: find, judge, date the document, resolve in the order of the story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from timeline_cli.dates import calendars
from timeline_cli.dates.confidence import of_flags
from timeline_cli.dates.context import Mention, mentions
from timeline_cli.dates.dct import document_date
from timeline_cli.dates.guards import is_time
from timeline_cli.dates.meaning import Clock, Date, Meaning, Modified, Range
from timeline_cli.dates.options import DEFAULT, DateOptions
from timeline_cli.dates.patterns import grammar
from timeline_cli.dates.patterns.build import replace
from timeline_cli.dates.resolve import resolve
from timeline_cli.dates.scan import whole_words, windows
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.story import Place, Story
from timeline_cli.dates.tokens import tokenise
from timeline_cli.dates.values import day_value, edtf, span_value
from timeline_cli.model import Day, DocumentDate, Flag, TimeExpression


@dataclass(frozen=True, slots=True)
class Reading:
    """The time expressions of a text, in order, and the document's date with its source."""

    expressions: tuple[TimeExpression, ...]
    date: DocumentDate


def find(text: str, options: DateOptions = DEFAULT) -> list[Mention]:
    """Returns what a text says of time, unresolved, in order."""
    rules = grammar()
    found: list[Mention] = []
    done = 0
    for start, end in windows(text):
        tokens = tokenise(text, start, end)
        for _ in range(_EXTENSIONS):
            left, right = rules.reaches_edge(tokens)
            left, right = left and start > 0, right and end < len(text)
            if not left and not right:
                break
            start, end = whole_words(text, start - _EXTENSION * left, end + _EXTENSION * right)
            tokens = tokenise(text, start, end)
        items = [
            item
            for item in rules.read(tokens, text)
            if item.start >= done and is_time(item, tokens, text, options.names)
        ]
        if items:
            found += mentions(items, tokens, text)
            done = items[-1].end
    return found


# A window whose known words reach its edge is widened, so many times by so many code points.
_EXTENSIONS, _EXTENSION = 6, 80


def parse(phrase: str, dct: Day | None = None, options: DateOptions = DEFAULT) -> TimeExpression | None:
    """Returns what one phrase means, None where it names no time.

    Nothing is asked of the words around it: what needs company in a text (مارس, رمضان) counts here by itself.
    """
    rules = grammar()
    tokens = tokenise(phrase, 0, len(phrase))
    found = mentions(rules.read(tokens, phrase), tokens, phrase)
    date = DocumentDate(dct, "option") if dct is not None else document_date(found, phrase)
    expressions = _resolve_all(found, phrase, date, options)
    return max(expressions, key=lambda e: (e.end - e.start, -e.start), default=None)


def read(text: str, dct: Day | None = None, options: DateOptions = DEFAULT) -> Reading:
    """Returns the time expressions of a text with the days they mean in it.

    `dct`: the document's date where it is known; otherwise the text itself is asked. Offsets are code points.
    """
    found = find(text, options)
    date = DocumentDate(dct, "option") if dct is not None else document_date(found, text)
    return Reading(tuple(_resolve_all(found, text, date, options)), date)


def _resolve_all(found: list[Mention], text: str, date: DocumentDate, options: DateOptions) -> list[TimeExpression]:
    story = Story(date.day.number if date.day is not None else None, options)
    story.hijri = _counts_hijri(found)
    story.libyan = any(isinstance(m.meaning, Date) and m.meaning.calendar == "libyan" for m in found) or "فرنجي" in text
    results: list[TimeExpression] = []
    inferred = date.source == "text"
    previous: tuple[Mention, Resolved] | None = None
    stamp: int | None = story.dct
    stamp_ends = 0
    for mention in found:
        if 0 < stamp_ends < mention.start:
            story.dct, stamp_ends = stamp, 0
        place = Place(text, mention.start, mention.end, mention.relation)
        meaning = _in_calendar(mention, previous, story)
        if isinstance(meaning, Date) and meaning.calendar == "hijri" and meaning.year is not None:
            story.hijri_year = meaning.year
        resolved = resolve(meaning, story, place)
        if resolved is None:
            continue
        if (
            resolved.begin is not None
            and resolved.begin == resolved.last
            and (place.opens_line_at_all or place.in_heading)
        ):
            story.line_day = resolved.begin
        if _is_stamp(mention, text, resolved):
            story.dct = resolved.begin
            stamp_ends = text.find("\n", mention.end)
        if previous is not None and previous[0].before_next and resolved.begin is not None and results:
            _put_before(results, resolved.begin)
        resolved = _paired(mention, resolved, previous, results, text)
        story.remember(resolved, place)
        results.append(_expression(mention, meaning, resolved, text, inferred, options))
        previous = (mention, resolved)
    return results


def _counts_hijri(found: list[Mention]) -> bool:
    """Tells whether a text counts its years in the Hijri calendar: it names some, and no older Christian ones."""
    dates = [m.meaning for m in found if isinstance(m.meaning, Date) and m.meaning.year is not None]
    christian = any(
        d.calendar == "gregorian" and (d.year or 0) < 1600 and any(f.code == "era" for f in d.flags) for d in dates
    )
    return not christian and any(d.calendar == "hijri" for d in dates)


def _put_before(results: list[TimeExpression], number: int) -> None:
    """يومي الثلاثاء والأربعاء الماضيين: the first weekday of a list lies before the second."""
    first = results[-1]
    if first.begin is not None and first.begin.number > number:
        day = Day(first.begin.number - 7)
        results[-1] = _copy(first, begin=day, last=day, value=str(day), edtf=str(day))


def _is_stamp(mention: Mention, text: str, resolved: Resolved) -> bool:
    """Tells whether a full date with a clock opens a line: such a line is dated by its own stamp (ruling 27)."""
    if not isinstance(mention.meaning, Clock) or resolved.begin is None:
        return False
    of = mention.meaning.of
    if not isinstance(of, Date) or of.year is None or of.day is None:
        return False
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    return not line.strip(" [(\t\u200e\u200f")


def _hijri_year(date: Date, story: Story) -> Date:
    """Reads a bare year as Hijri in a text that counts so, and gives a short one the century of the story (§9.3)."""
    if (
        date.year is None
        or any(flag.code == "era" for flag in date.flags)
        or date.calendar not in ("gregorian", "hijri")
    ):
        return date
    year = date.year
    if date.calendar == "gregorian" and (date.month is not None or story.dct is not None or year > 1500):
        return date
    if year < 100 and story.dct is None and story.hijri_year is not None and story.hijri_year >= 100:
        year += story.hijri_year // 100 * 100
    return replace(date, calendar="hijri", year=year, two_digits=False)


_LIBYAN_BIRTH_YEARS = range(1390, 1433)  # counted from the Prophet's birth in Libya in the 1990s (§2.6)


def text_of(mention: Mention) -> str:
    """Returns the folded words of a mention."""
    return " ".join(word.fold for word in mention.tokens.words[mention.first : mention.last])


def _in_calendar(mention: Mention, previous: tuple[Mention, Resolved] | None, story: Story) -> Meaning:
    """Reads a year as Hijri where the text counts so, and a date without a year beside its partner in a pair."""
    meaning = mention.meaning
    if story.hijri and isinstance(meaning, Modified) and isinstance(meaning.of, Date):
        return Modified(_hijri_year(meaning.of, story), meaning.mod)
    if story.hijri and isinstance(meaning, Date):
        meaning = _hijri_year(meaning, story)
    if story.libyan and isinstance(meaning, Date) and _counts_from_birth(meaning, mention):
        return replace(meaning, year=(meaning.year or 0) + 570)
    if previous is not None and isinstance(meaning, Date) and _lacks_year(meaning) and _is_pair(previous[0], mention):
        partner = previous[1]
        if partner.begin is not None and partner.calendar != meaning.calendar:
            year = _nearest_year(meaning, partner.begin)
            return meaning if year is None else replace(meaning, year=year)
    return meaning


def _counts_from_birth(date: Date, mention: Mention) -> bool:
    """Tells whether a Libyan year counts from the Prophet's birth (§2.6)."""
    marked = any(flag.code == "era" for flag in date.flags)
    return (
        date.calendar == "gregorian" and date.year in _LIBYAN_BIRTH_YEARS and marked and "فرنجي" not in text_of(mention)
    )


def _lacks_year(date: Date) -> bool:
    return (
        date.month is not None
        and date.day is not None
        and date.year is None
        and date.rel is None
        and date.year_of is None
    )


def _nearest_year(date: Date, near: int) -> int | None:
    year = calendars.from_ordinal(date.calendar, near)[0]
    best: tuple[int, int] | None = None
    for candidate in (year - 1, year, year + 1):
        try:
            number = calendars.to_ordinal(date.calendar, candidate, date.month or 1, max(date.day or 1, 1))
        except ValueError:
            continue
        if best is None or abs(number - near) < best[0]:
            best = (abs(number - near), candidate)
    return best[1] if best else None


_PAIR_SIGNS = frozenset({"SAMEDAY", "SLASH", "DASH", "COMMA", "LPAR", "EQUALS", "PREFIX", "NEWLINE", "AND"})


def _is_pair(left: Mention, right: Mention) -> bool:
    """Tells whether two dates stand side by side as one day in two calendars (§9.5)."""
    if left.tokens is not right.tokens:
        return False
    between = [word.classes for word in left.tokens.words[left.last : right.first]]
    if not between or len(between) > 4:
        return False
    if any("SAMEDAY" in classes for classes in between):
        return all(not classes.isdisjoint(_PAIR_SIGNS | {"DOT"}) for classes in between)
    return len(between) <= 2 and all(not classes.isdisjoint(_PAIR_SIGNS - {"AND", "PREFIX"}) for classes in between)


def _paired(
    mention: Mention,
    resolved: Resolved,
    previous: tuple[Mention, Resolved] | None,
    results: list[TimeExpression],
    text: str,
) -> Resolved:
    """Makes the sides of a calendar pair agree: up to two days apart the Hijri side takes the Gregorian day."""
    if previous is None or not results or resolved.begin is None or resolved.grain != "day":
        return resolved
    other_mention, other = previous
    if (
        other.grain != "day"
        or other.begin is None
        or other.calendar == resolved.calendar
        or not _is_pair(other_mention, mention)
    ):
        return resolved
    gap = resolved.begin - other.begin
    if gap == 0:
        results[-1] = _without_flag(results[-1], "hijri-approx")
        return resolved._replace(flags=tuple(f for f in resolved.flags if f.code != "hijri-approx"))
    if abs(gap) > 2 and not _julian(resolved, other):
        flag = Flag("calendar-pair-conflict", f"{abs(gap)} days apart")
        results[-1] = _with_flag(results[-1], flag)
        return resolved._replace(flags=(*resolved.flags, flag))
    if abs(gap) > 2:
        return resolved
    if resolved.calendar == "gregorian":
        results[-1] = _moved(results[-1], resolved.begin, Flag("pair-adjusted", f"by rule {day_value(other.begin)}"))
        return resolved
    flags = tuple(f for f in resolved.flags if f.code not in ("hijri-approx", "weekday-conflict"))
    return resolved._replace(
        value=day_value(other.begin), begin=other.begin, last=other.begin, how="pair",
        flags=(*flags, Flag("pair-adjusted", f"by rule {day_value(resolved.begin)}")),
    )  # fmt: skip


def _julian(a: Resolved, b: Resolved) -> bool:
    return any(flag.code == "julian-likely" for flag in (*a.flags, *b.flags))


def _copy(expression: TimeExpression, **changes: Any) -> TimeExpression:
    fields = {name: getattr(expression, name) for name in TimeExpression.__slots__}
    fields.update(changes)
    return TimeExpression(**fields)


def _without_flag(expression: TimeExpression, code: str) -> TimeExpression:
    return _copy(expression, flags=tuple(flag for flag in expression.flags if flag.code != code))


def _with_flag(expression: TimeExpression, flag: Flag) -> TimeExpression:
    return _copy(expression, flags=(*expression.flags, flag))


def _moved(expression: TimeExpression, number: int, flag: Flag) -> TimeExpression:
    flags = tuple(f for f in expression.flags if f.code not in ("hijri-approx", "weekday-conflict"))
    return _copy(
        expression,
        value=day_value(number),
        begin=Day(number),
        last=Day(number),
        edtf=day_value(number),
        how="pair",
        flags=(*flags, flag),
    )


def _expression(
    mention: Mention, meaning: Meaning, resolved: Resolved, text: str, inferred: bool, options: DateOptions
) -> TimeExpression:
    begin, last, value = resolved.begin, resolved.last, resolved.value
    if (
        options.hijri_offset
        and resolved.calendar == "hijri"
        and begin is not None
        and last is not None
        and resolved.how != "pair"
    ):
        begin, last = begin + options.hijri_offset, last + options.hijri_offset
        value = span_value(begin, last)
    mod = resolved.mod or ("APPROX" if mention.approximate else None)
    flags = resolved.flags
    if inferred and resolved.how in ("dct", "tense", "weekday") and begin is not None:
        flags = (*flags, Flag("dct-inferred"))
    return TimeExpression(
        mention.start,
        mention.end,
        text[mention.start : mention.end],
        resolved.type,
        value,
        None if begin is None else Day(begin),
        None if last is None else Day(last),
        mod,
        resolved.calendar,
        "on" if isinstance(meaning, Range) and mention.relation in ("from", "before", "after") else mention.relation,
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
