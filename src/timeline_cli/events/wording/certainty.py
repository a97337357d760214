"""How sure it is that what a title tells is what happened on the days of its date (docs/confidence.md).

A long sentence, a comma or another verb between act and date, a doer from another sentence: each makes it more likely
that the date belongs to something else. Each is a factor of `lexicon/confidence.csv`, as those of dates are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from timeline_cli.dates.confidence import factors
from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.dating.span_of_days import DatedUnit
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.composing import Title
from timeline_cli.lexicon.index import cues
from timeline_cli.model import TimeExpression
from timeline_cli.text.tokens import Unit

_OF_THEM = cues("of-them")
_LEAST = 0.45
TANGLED = 32
_FAR = 12
_VERY_FAR = 18
_LONG = 40
_GOES_ON = frozenset({"and", "then", "but", "while", "after", "before", "since", "provided", "past"})


def certainty(reading: Reading, head: Attachment, dated: DatedUnit, made: Title, doubts: Sequence[str] = ()) -> float:
    """Returns how sure it is, 0 to 1, that a date tells when the act of a title happened. `doubts`: codes that are
    known already."""
    table = factors()
    value = 1.0
    for doubt in chain(doubts, _of_date(dated.expression), _doubts(reading, head, dated.unit, made)):
        value *= table[f"title:{doubt}"]
    return value


def too_unsure(reading: Reading, value: float) -> bool:
    """Tells whether an entry of this certainty is left out of the chronology: of long sentences those below it,
    which strict readers found wrong in four of five cases; in short ones doubts are seldom justified."""
    return value < _LEAST and len(reading.units) >= TANGLED


def _of_date(expression: TimeExpression) -> Iterator[str]:
    """Yields why a date by itself seldom tells when something happened: it is an end, or points back at another."""
    if expression.relation == "until":
        yield "until"
    if expression.how == "anaphora":
        yield "points-back"


def _doubts(reading: Reading, head: Attachment, date: int, made: Title) -> Iterator[str]:
    """Yields what makes it doubtful that a date is that of its head; nothing where it is known to be the report's."""
    if head.rule == "F3":
        return
    units = reading.units
    clause = reading.clauses[head.clause]
    if len(units) >= _LONG:
        yield "long-sentence"
    if clause.kind in _GOES_ON:
        yield "later-clause"
    if any(named.reading is not reading for named in made.named):
        yield "doer-from-elsewhere"
    if head.kind in ("noun", "participle"):
        yield "no-verb"
    if head.kind == "nominal":
        yield "verbless"
    if clause.kind == "quote":
        yield "quoted"
    if head.unit < 0:
        return
    verb = units[head.unit].word.verb
    if head.kind == "verb" and verb is not None and verb.guessed:
        yield "guessed-verb"
    if date < head.unit:
        yield "date-first"
    first, last = min(head.unit, date), max(head.unit, _told_of(reading, date))
    between = range(first + 1, last)
    if last - first >= _FAR:
        yield "far"
    if last - first >= _VERY_FAR:
        yield "very-far"
    doer = subject(reading, clause) if head.kind == "verb" else None
    closing = doer.end if doer is not None else -1
    if any(units[k].is_comma and k != closing for k in between[1 : -1 if date > head.unit else None]):
        yield "comma-between"
    others = sum(_other_act(units[k]) for k in between)
    yield from ["verb-between"] * min(others, 2)


def _told_of(reading: Reading, date: int) -> int:
    """Returns the comma before which of several acts a date tells (رفع الفائدة ثلاث مرات │، كان آخرها في مايو), which
    is as sure as their own date; else the date."""
    units = reading.units
    if date < 2 or units[date - 1].word.stem not in _OF_THEM:
        return date
    opening = date - 2 - ("was" in units[date - 2].word.classes)
    return opening if opening > 0 and units[opening].is_comma else date


def _other_act(unit: Unit) -> bool:
    verb = unit.word.verb if unit.date < 0 else None
    return verb is not None and not verb.ambiguous and not unit.word.known_noun
