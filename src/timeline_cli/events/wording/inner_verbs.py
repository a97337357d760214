"""Verbs inside a title that lost the phrase they say nothing without (docs/events.md §3.1, T11)."""

from __future__ import annotations

from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.composing import Title
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.tokens import Unit

_FURTHEST = 8


def waits_inside(reading: Reading, made: Title) -> bool:
    """Tells whether the last verb of what is said asks for a preposition that follows only behind the end of a title
    (أعلن أن بلاده تأمل أن تؤدي الخطة الجديدة │ إلى انتعاش السوق)."""
    units, order = reading.units, made.order
    if len(order) < 3 or not made.text.endswith(units[order[-1]].text):
        return False
    place = next((n for n in range(len(order) - 1, 0, -1) if is_verb(units, order[n], False)), 0)
    if not place or not any("complementizer" in units[k].word.classes for k in order[1:place]):
        return False
    verb = units[order[place]].word.verb
    asked = verb.prepositions - {""} if verb is not None else frozenset()
    if verb is None or verb.transitive or verb.passive or not asked or reading.clause_of[order[place]] < 0:
        return False
    if any(_carries(units[k], asked) for k in order[place + 1 :]):
        return False
    return _follows(reading, order[-1], order[place], asked)


def _follows(reading: Reading, last: int, verb: int, asked: frozenset[str]) -> bool:
    """Tells whether the phrase follows in the clause of its verb, before a comma and another verb."""
    units = reading.units
    for k in range(last + 1, min(last + _FURTHEST, len(units))):
        if units[k].is_mark or (k > last and is_verb(units, k, False)):
            return False
        if reading.clause_of[k] == reading.clause_of[verb] and _carries(units[k], asked):
            return True
    return False


def _carries(unit: Unit, prepositions: frozenset[str]) -> bool:
    return unit.date < 0 and bool({unit.word.stem, unit.word.prefix} & prepositions)
