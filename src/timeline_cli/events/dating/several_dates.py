"""Several dates of one act in a sentence: which say the same time again, which are the ends of one stretch, which stand
in a list (docs/events.md §2.2, §2.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from timeline_cli.dates.meaning import Point
from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.dating.span_of_days import DatedUnit
from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.lists import has_own_words
from timeline_cli.model import TimeExpression

_OLD_TABLES = 15  # days
_ABOUT = 15  # days that a length in months may be off
_NEAR = 8


def without_doubles(reading: Reading, found: Iterable[DatedUnit]) -> Iterable[DatedUnit]:
    """Leaves out what another date says better: the Hijri side of a pair whose Christian side, right behind it, is a
    few days off by old tables; the day of a quotation that its paper puts right (اليوم (أمس))."""
    units = list(found)
    put_right = -1
    for place, (dated, after) in enumerate(zip_longest(units, units[1:])):
        if place == put_right:
            continue
        if after is not None and _puts_right(reading, dated, after):
            put_right = place + 1
            yield replace(dated, expression=after.expression, end=after.end, text=f"{dated.text} ({after.text})")
        elif after is None or not (
            _is_other_side(dated, after) or _more_exact(dated, after) or _is_narrowed(dated, after)
        ):
            yield dated


def _puts_right(reading: Reading, first: DatedUnit, second: DatedUnit) -> bool:
    """Tells whether a day in brackets says from the day of the paper which one a speaker meant (غدا │ (اليوم))."""
    units = reading.units
    one, other = first.expression, second.expression
    if second.unit != first.unit + 2 or units[first.unit + 1].text != "(" or one.begin == other.begin:
        return False
    deictic = one.how == "dct" and other.how == "dct" and one.precision == "day" and other.precision == "day"
    return deictic and second.unit + 1 < len(units) and units[second.unit + 1].text == ")"


def _is_narrowed(first: DatedUnit, second: DatedUnit) -> bool:
    """Tells whether this year or month stands right before a day in it (اجتماعها الأخير هذا العام في 25 ديسمبر)."""
    one, other = first.expression, second.expression
    if one.how != "dct" or one.precision not in ("year", "month") or other.precision != "day":
        return False
    if one.begin is None or one.last is None or other.begin is None or other.last is None:
        return False
    return second.unit == first.unit + 1 and one.begin <= other.begin and other.last <= one.last


def _more_exact(first: DatedUnit, second: DatedUnit) -> bool:
    """Tells whether a day behind a length from now says more exactly when it is (يستقيل بعد سبعة أشهر عند انتخاب خلفه
    │ يوم 26 فبراير)."""
    one, other = first.expression, second.expression
    if not isinstance(one.meaning, Point) or one.precision not in ("month", "year") or other.precision != "day":
        return False
    if one.relation not in ("on", "after", "before") or other.how == "dct" or second.unit - first.unit > _NEAR:
        return False
    if one.begin is None or one.last is None or other.begin is None:
        return False
    return one.begin.number - _ABOUT <= other.begin.number <= one.last.number + _ABOUT


def _is_other_side(first: DatedUnit, second: DatedUnit) -> bool:
    one, other = first.expression, second.expression
    if one.calendar != "hijri" or other.calendar == "hijri" or second.unit - first.unit > 3:
        return False
    if one.begin is None or other.begin is None or one.precision != "day" or other.precision != "day":
        return False
    return 0 < abs(one.begin.number - other.begin.number) <= _OLD_TABLES


def is_told(reading: Reading, others: Sequence[DatedUnit], dated: DatedUnit) -> bool:
    """Tells whether a date says again what another date of its act has said (row 26)."""
    if any(_same_time(other.expression, dated.expression) for other in others):
        return True
    if others and reading.units[dated.unit].preposition == "من" and others[-1].unit == dated.unit - 1:
        return True  # خلال الأشهر الخمسة الماضية │ من العام الحالي
    return bool(others) and _says_again(reading, others[-1].unit, dated.unit)


def is_other_end(others: Sequence[DatedUnit], dated: DatedUnit) -> bool:
    """Tells whether a date is the end of what began or was done on the day before, or the same beginning in other
    words."""
    relation = dated.expression.relation
    if not others:
        return False
    return relation == "until" or (relation == "since" and others[-1].expression.relation == "since")


def is_second(reading: Reading, head: Attachment, others: Sequence[DatedUnit], dated: DatedUnit) -> bool:
    """Tells whether an act has a day already and the two stand in no list, so that this is another act's."""
    apart = bool(others) and reading.clause_of[others[-1].unit] != reading.clause_of[dated.unit]
    if head.rule == "D16" and apart:
        return False  # أرجأ، اليوم، الجلسة التي كانت مقررة │ غدا
    if not others or others[-1].expression.relation != "on" or head.kind not in ("verb", "noun"):
        return False
    return not _in_list(reading, head, others[-1].unit, dated.unit)


def of_same_noun(reading: Reading, first: int, head: Attachment, second: int) -> bool:
    """Tells whether a date is joined by و to the one right before it, which a noun or participle has taken (بعد هزيمتين
    أمامه في 2013 و2014, المقالات المنشورة في 25 فبراير، و15 أبريل)."""
    if head.kind not in ("noun", "participle") or head.unit > first:
        return False
    if any(not unit.is_mark for unit in reading.units[first + 1 : second]):
        return False
    return reading.units[second].lead == "و" and reading.clause_of[first] == reading.clause_of[second]


def members_dated(reading: Reading, head: Attachment, date: int) -> bool:
    """Tells whether the things that an act without a verb is done to have a span each (سبق له تدريب تونس بين 1994 و2004
    والكويت بين 2007 و2011), so that the act with all of them has none of the two."""
    units = reading.units
    if head.kind not in ("noun", "nominal") or not 0 <= head.unit < date:
        return False
    dates = [k for k in reading.clauses[head.clause].units if units[k].date >= 0 and k > head.unit]
    spans = [k for k in dates if reading.expressions[units[k].date].precision == "interval"]
    members = (units[k + 1].word for k in spans[:-1] if k + 1 < len(units) and units[k + 1].date < 0)
    return date in spans and len(spans) > 1 and any(word.lead == "و" and word.act is None for word in members)


def coordinated(reading: Reading, first: int, second: int) -> bool:
    """Tells whether two dates of a clause stand in a list: in يونيو ويوليو, بين الاثنين والخميس, 3 أو 4 مايو."""
    between = reading.units[first + 1 : second]
    joined = reading.units[second].lead == "و" or any(unit.word.stem in ("أو", "ثم", "و", "إلى") for unit in between)
    plain = all(unit.is_mark or unit.date >= 0 or unit.is_number or unit.word.is_function for unit in between)
    return plain and (joined or any(unit.is_comma for unit in between))


def _says_again(reading: Reading, first: int, second: int) -> bool:
    """Tells whether a time is the other of two, or the same in other words (سبتمبر أو أكتوبر, عام 4241 أي منذ …)."""
    between = reading.units[first + 1 : second]
    words = [unit.word for unit in between if not unit.is_mark]
    if not any(word.stem in ("أو", "أي") for word in words):
        return False
    return all(word.is_function or word.stem in ("أو", "أي") for word in words)


def _same_time(one: TimeExpression, other: TimeExpression) -> bool:
    """Tells whether two expressions of one act mean one time: equal days, or a clock or daypart inside the other's."""
    if one.begin == other.begin and one.last == other.last:
        return True
    if one.begin is None or other.begin is None or one.last is None or other.last is None:
        return False
    within = one.begin <= other.begin and other.last <= one.last
    return within and other.type == "TIME" and one.precision in ("day", "time", "daypart")


def _in_list(reading: Reading, head: Attachment, first: int, second: int) -> bool:
    """Tells whether two dates of one verb stand in a list: alone, with words of their own, or told by their number
    (الأولى غدا …، والثانية يوم 9 يونيو)."""
    if coordinated(reading, first, second) or has_own_words(reading, reading.clauses[head.clause], second):
        return True
    return any("ordinal" in unit.word.classes and unit.word.lead == "و" for unit in reading.units[first + 1 : second])
