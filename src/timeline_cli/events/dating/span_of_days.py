"""The dated units of a sentence, `منذ … حتى …` and `… أو …` joined into one stretch (docs/events.md §2.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline_cli.events.reading import Reading
from timeline_cli.model import TimeExpression

_FARTHEST = 7
_FROM = frozenset({"من", "خلال"})  # خلال المدة من
_TWO_MONTHS = "شهري"
_TO = frozenset({"إلى", "الى", "حتى"})


@dataclass(frozen=True, slots=True)
class DatedUnit:
    """A time expression at its unit. `start`, `end`, `text`: the words in the document, of both ends where joined."""

    unit: int
    expression: TimeExpression
    start: int
    end: int
    text: str


def dated_units(reading: Reading) -> Iterable[DatedUnit]:
    """Yields the time expressions of a sentence that may date an act, in order."""
    found = [k for k, unit in enumerate(reading.units) if unit.date >= 0]
    skipped = -1
    for place, k in enumerate(found):
        if k == skipped:
            continue
        expression = reading.expressions[reading.units[k].date]
        later = found[place + 1] if place + 1 < len(found) else -1
        joined = _joined(reading, k, later) if later >= 0 else None
        if joined is not None:
            skipped = later
            yield joined
        else:
            yield DatedUnit(k, expression, expression.start, expression.end, expression.text)


def _alternatives(reading: Reading, first: int, second: int) -> bool:
    """Tells whether an act lies in one of two neighbouring times (في سبتمبر أو أكتوبر)."""
    one, other = (reading.expressions[reading.units[k].date] for k in (first, second))
    between = [unit.word.stem for unit in reading.units[first + 1 : second]]
    return between == ["أو"] and one.precision == other.precision and "DURATION" not in (one.type, other.type)


def _total_of_both(reading: Reading, first: int, second: int, begin: TimeExpression, end: TimeExpression) -> bool:
    """Tells whether a count is that of two times in a row together: of dead or hurt on two days (أصيب 163 شخصا السبت
    والأحد), of anything in what is called two months (سجل 40 شكوى في شهري مايو ويونيو)."""
    if second != first + 1 or reading.units[second].lead != "و" or begin.last is None or end.begin is None:
        return False
    if begin.precision != end.precision or end.begin.number != begin.last.number + 1:
        return False
    clause = reading.clauses[reading.clause_of[first]]
    if begin.precision == "month" and reading.units[first].frame == _TWO_MONTHS:
        return any(reading.units[k].is_number and reading.units[k].date < 0 for k in clause.units)
    if begin.precision != "day":
        return False
    verb = reading.units[clause.verb].word.verb if 0 <= clause.verb < first else None
    counted = any(reading.units[k].is_number for k in range(clause.verb + 1, min(first, clause.verb + 4)))
    return verb is not None and counted and not verb.kinds.isdisjoint(("death", "injury"))


def _from_to(reading: Reading, first: int, second: int, begin: TimeExpression, end: TimeExpression) -> bool:
    """Tells whether only words of what ends then part the two days of a stretch (من 3 مايو إلى نهاية دوام │ 9 مايو)."""
    one, other = reading.units[first], reading.units[second]
    days = begin.precision == end.precision == "day"
    return days and second == first + 1 and one.preposition in _FROM and other.preposition in _TO


def _joined(reading: Reading, first: int, second: int) -> DatedUnit | None:
    begin = reading.expressions[reading.units[first].date]
    end = reading.expressions[reading.units[second].date]
    opens = begin.relation in ("since", "from")
    either = _alternatives(reading, first, second)
    either = either or _total_of_both(reading, first, second, begin, end)
    opens = opens or _from_to(reading, first, second, begin, end)
    closes = end.relation == "until" or reading.units[second].preposition in _TO
    if (
        not ((opens and closes) or either)
        or second - first > _FARTHEST
        or reading.clause_of[first] != reading.clause_of[second]
    ):
        return None
    if begin.begin is None or end.last is None or end.begin is None or begin.begin >= end.begin:
        return None
    value = f"{begin.value}/{end.value}" if begin.value and end.value else begin.value
    edtf = f"{begin.edtf}/{end.edtf}" if begin.edtf and end.edtf else begin.edtf
    span = replace(
        begin, last=end.last, value=value, edtf=edtf, relation="on", precision="interval",
        flags=begin.flags + end.flags, confidence=min(begin.confidence, end.confidence),
    )  # fmt: skip
    start = begin.start
    sentence = reading.sentence
    joint = " و" if reading.units[second].lead == "و" else " أو " if either else " … "
    text = begin.text + joint + end.text
    return DatedUnit(first, span, start, end.end, text if sentence.end - sentence.start else begin.text)
