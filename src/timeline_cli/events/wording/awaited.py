"""What a verb still waits for behind a mark: its object, its complement, its figure (docs/events.md §3.1)."""

from __future__ import annotations

from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.bonds import circumstance
from timeline_cli.events.wording.ranks import is_governed_by
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import Unit


def dated_insertion(reading: Reading, chosen: list[int], place: int) -> int:
    """Returns the place of the comma that closes an insertion with a date (، في بيان مؤرخ في 28 أبريل،), -1 without."""
    units = reading.units
    for later in range(place + 1, min(place + 9, len(chosen) - 1)):
        if units[chosen[later]].is_comma:
            return later if any(units[k].date >= 0 for k in chosen[place:later]) else -1
    return -1


def object_behind(reading: Reading, chosen: list[int], place: int, needs: bool) -> int:
    """Returns the unit of the object that a verb still waits for behind an insertion, -1 where none is seen."""
    units = reading.units
    for j, k in enumerate(chosen[place + 1 :], place + 1):
        unit = units[k]
        if unit.text in ".؟!؛":
            return -1
        if unit.date >= 0 or unit.is_mark or unit.word.preposition or unit.word.prefix or unit.word.lead:
            continue
        before = units[chosen[j - 1]]
        accusative = (
            unit.word.stem.endswith("ا")
            and not unit.word.definite
            and not unit.word.is_function
            and not before.word.preposition
        )
        if unit.word.pronoun and unit.word.act is None:
            continue
        accusative = accusative and (needs or unit.word.act is not None)
        opens = (
            (needs or unit.word.act is not None)
            and (before.is_comma or before.date >= 0)
            and unit.word.speech is None
            and (not unit.word.is_function or "number" in unit.word.classes)
            and not circumstance(units, k)
        )
        if (accusative or opens) and unit.word.office is None and reading.entity_at(k) is None:
            return k
    return -1


def complement_behind(reading: Reading, chosen: list[int], place: int, verb: Verb | None) -> bool:
    """Tells whether the phrase that a verb cannot do without follows the stray comma behind a date (طالب …، بـ)."""
    units = reading.units
    if _parts_subject_and_object(reading, chosen, place, verb):
        return True
    governor = units[reading.clauses[reading.clause_of[chosen[0]]].verb].word
    if governor.speech is not None and governor.speech.act and place + 1 < len(chosen):
        after = units[chosen[place + 1]].word
        dated = units[chosen[place - 1]].date >= 0
        said = after.act is not None or after.stem in ("عن", "إلى")
        said = said or ("complementizer" in after.classes and chosen[place + 1] == chosen[place] + 1)
        if dated and not after.lead and said:
            return True
    phase = "phase" in units[reading.clauses[reading.clause_of[chosen[0]]].verb].word.classes
    if verb is not None and phase and place + 1 < len(chosen) and units[chosen[place - 1]].date >= 0:
        after = units[chosen[place + 1]].word
        begun = after.stem == "في" or (
            not (after.lead or after.prefix or after.definite) and bool(after.common or after.act)
        )
        return begun and units[chosen[place]].is_comma
    if verb is None or not verb.prepositions or place + 1 >= len(chosen) or not units[chosen[place]].is_comma:
        return False
    if units[chosen[place - 1]].date < 0:
        return False
    word = units[chosen[place + 1]].word
    if word.lead or (word.stem not in verb.prepositions and word.prefix not in verb.prepositions):
        return False
    return not any(is_governed_by(units[k], verb) for k in chosen[:place])


def _parts_subject_and_object(reading: Reading, chosen: list[int], place: int, verb: Verb | None) -> bool:
    """Tells whether a stray comma stands between a verb's subject and its object (استدعى المدرب، جميع اللاعبين)."""
    units = reading.units
    home = reading.clause_of[chosen[0]]
    if verb is None or verb.pronoun or home < 0 or place + 1 >= len(chosen):
        return False
    doer = subject(reading, reading.clauses[home])
    if doer is None or doer.end != chosen[place] or doer.first < reading.clauses[home].verb:
        return False
    word = units[chosen[place + 1]].word
    own = word.prefix in verb.prepositions or word.stem in verb.prepositions
    if not word.lead and (own or (word.prefix == "ب" and not verb.transitive)):
        return True
    if not verb.transitive:
        return False
    plain = not (word.lead or word.prefix or word.pronoun or word.office or word.speech or word.verb)
    return plain and (word.act is not None or "quantifier" in word.classes or (word.common and word.stem.endswith("ا")))


def figure_behind(units: list[Unit], chosen: list[int], place: int) -> int:
    """Returns the unit of the figure that بلغ still needs behind a source phrase, -1 where one stands before or
    none."""
    if any(units[k].is_number for k in chosen[:place]):
        return -1
    return next((k for k in chosen[place:] if units[k].is_number), -1)
