"""Asides between two commas that only say more of the doer, behind which the clause goes on (docs/events.md §3.1)."""

from __future__ import annotations

from itertools import pairwise

from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.words import Word

_AMONG = cues("among-them")
_OWN_MEETINGS = cues("own-meetings")
_LONGEST = 8
_LONGEST_DESCRIPTION = 14
_PEOPLE = frozenset({"person", "office"})


def asides(reading: Reading, clause: Clause) -> set[int]:
    """Returns the units of asides right behind the doer, their commas among them, that a title leaves out (أتمت الشركة،
    ومقرها حلب، شراء …; تولى سالم الزين، البالغ 50 عاما، المهمة)."""
    if clause.verb < 0:
        return set()
    units = reading.units
    commas = [k for k in clause.units if k > clause.verb and units[k].is_comma]
    doer = subject(reading, clause) if len(commas) > 1 else None
    if doer is None or doer.first < clause.verb:
        return set()
    for first, last in list(pairwise(commas))[::2]:
        inner = [k for k in clause.units if first < k < last]
        near = doer.end <= first and all(not _begins_phrase(reading, k) for k in range(doer.end, first))
        if near and _is_aside(reading, doer, inner) and _goes_on(reading, clause, last):
            return {first, *inner, last}
    return set()


def _begins_phrase(reading: Reading, k: int) -> bool:
    """Tells whether a noun without preposition stands at a unit, which may be the object already."""
    unit = reading.units[k]
    word = unit.word
    governed = bool(word.prefix) or reading.units[k - 1].word.preposition or reading.entity_over(k) is not None
    return is_nominal(unit) and not governed and not word.definite


def _is_aside(reading: Reading, doer: Phrase, inner: list[int]) -> bool:
    """Tells whether units tell who or where the doer is, in no clause of their own, and name nobody."""
    units = reading.units
    if 1 < len(inner) <= _LONGEST_DESCRIPTION and _own_meeting(reading, inner):
        return True
    if inner and len(inner) <= _LONGEST_DESCRIPTION and _describes(reading, doer, inner[0]):
        return inner[-1] - inner[0] == len(inner) - 1 and not any(is_verb(units, k, False) for k in inner)
    if not inner or len(inner) > _LONGEST or inner[-1] - inner[0] != len(inner) - 1:
        return False
    first = units[inner[0]]
    word = first.word
    if first.date >= 0 or any(is_verb(units, k, False) for k in inner[1:]):
        return False
    if word.stem in _AMONG or (word.stem == "من" and units[inner[0] + 1].word.stem in _AMONG):
        return True
    if (word.lead == "و" and bool(word.pronoun) and word.verb is None) or (word.prefix == "ل" and bool(word.pronoun)):
        return True
    if (word.place_head or {}).get("kind") == "direction" and not word.definite:
        return True
    named = any((entity := reading.entity_at(k)) is not None and entity.kind in _PEOPLE for k in inner)
    person = doer.entity is not None and doer.entity.kind == "person"
    return person and not named and not word.lead and word.act is None and (is_nominal(first) or first.is_number)


def _own_meeting(reading: Reading, inner: list[int]) -> bool:
    """Tells whether units only say in which meeting of its own a body did something (وافق المجلس، │ في اجتماعه أمس
    برئاسة سالم الزين، على …)."""
    units = reading.units
    if units[inner[0]].word.stem not in ("في", "خلال"):
        return False
    word = units[inner[1]].word
    return bool(word.pronoun) and word.core.removesuffix(word.pronoun) in _OWN_MEETINGS


def _describes(reading: Reading, doer: Phrase, k: int) -> bool:
    """Tells whether a definite participle or adjective behind a comma describes a body (جمعت الشركة، │ الواردة في
    القائمة، تمويلا)."""
    word, head = reading.units[k].word, reading.units[doer.first].word
    body = (doer.entity is not None and doer.entity.kind == "organisation") or head.organisation is not None
    if not body or not word.definite or word.lead or word.prefix or reading.units[k].date >= 0:
        return False
    named = word.office or word.act or word.given or word.organisation or word.place
    feminine = doer.entity.feminine if doer.entity is not None else head.feminine
    return not named and reading.entity_over(k) is None and word.feminine == feminine and len(word.core) > 4


def _goes_on(reading: Reading, clause: Clause, comma: int) -> bool:
    """Tells whether a clause goes on behind a comma with its object or a phrase of its verb."""
    units = reading.units
    after = next((k for k in clause.units if k > comma), -1)
    if after != comma + 1 or units[after].is_mark or units[after].date >= 0 or units[after].word.lead:
        return False
    word = units[after].word
    if is_verb(units, after, False) or word.speech is not None:
        return False
    if is_nominal(units[after]) and word.stem.endswith("ية") and not word.definite and word.act is None:
        return False  # تفاصيل الوثائق، │ حكومية وغير حكومية،
    phrase = word.preposition or bool(word.prefix)
    if phrase and units[comma - 1].date < 0 and _opens_description(reading, clause, comma):
        return True  # فاز الفريق، المتوج باللقب، │ على ضيفه
    return _asked(reading, clause, word) or (is_nominal(units[after]) and not word.prefix and not word.is_function)


def _opens_description(reading: Reading, clause: Clause, comma: int) -> bool:
    """Tells whether the insertion that a comma closes opens with a definite word that describes the doer."""
    doer = subject(reading, clause)
    opening = max((k for k in clause.units if k < comma and reading.units[k].is_comma), default=-1)
    return doer is not None and opening >= 0 and _describes(reading, doer, opening + 1)


def _asked(reading: Reading, clause: Clause, word: Word) -> bool:
    """Tells whether a preposition is one of the clause's verb."""
    verb = reading.units[clause.verb].word.verb
    return verb is not None and bool({word.stem, word.prefix} & (verb.prepositions - {""}))
