"""Which units behind the verb of a relative clause belong to it: where the clause above it goes on (docs/events.md
§2.4)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.described import masdar
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_COPULAS = frozenset({"هو", "هي", "هم", "هما"})
_OF_THEM = frozenset({"منها", "منه", "منهم"})
_WILL_BE = frozenset({"ستكون", "سيكون", "تكون", "يكون", "كانت", "كان"})


def told_units(reading: Reading, clause: Clause, verb: Verb) -> list[int]:
    """Returns the units behind the verb that belong to the clause, up to another verb or what the clause above goes on
    with behind the date."""
    units = reading.units
    above = reading.clauses[clause.parent] if clause.parent >= 0 else None
    waiting = units[above.verb].word if above is not None and 0 <= above.verb < clause.verb else None
    told = False
    found = []
    phase = bool(units[clause.verb].word.classes & {"phase", "become", "modal"})
    dated = False
    for k in clause.units:
        if k <= clause.verb:
            continue
        unit = units[k]
        dated = dated or unit.date >= 0
        behind = units[k - 1].date >= 0 or units[k - 1].is_mark
        if dated and unit.word.stem in _COPULAS and not unit.word.lead:
            break
        denies = unit.word.stem == "ولا" or (unit.word.lead == "و" and unit.word.classes & {"negation", "still"})
        if dated and unit.date < 0 and denies:
            break  # الأزمة التي اندلعت عام 2008 │ ولا تزال …
        if dated and _figure_above(units, k, verb, waiting):
            break
        if dated and behind and _results(units, k):
            break
        act_next = k + 1 < len(units) and masdar(units[k + 1].word)
        above_goes_on = _goes_on_above(unit, verb, waiting, told=told, act_next=act_next)
        if dated and behind and above_goes_on and not _some_of_them(units, k):
            break
        if dated and _tells_next(units, k):
            break
        told = told or (not dated and not unit.is_mark)
        if "complementizer" in unit.word.classes and waiting is not None and waiting.speech is not None:
            break
        if dated and ("was" in unit.word.classes or unit.word.stem.startswith("ليس")):
            break
        if dated and unit.word.verb is not None and above is not None and above.verb < 0 and unit.word.lead == "":
            break
        if unit.date < 0 and _begins_anew(reading, k, dated=dated):
            before = units[k - 1].word
            governed = before.classes & {"complementizer", "negation", "aspect"} or before.stem in ("ما", "مما")
            if not governed and (not phase or dated or unit.word.lead):
                break
            phase = False
        found.append(k)
    return found


def _tells_next(units: list[Unit], k: int) -> bool:
    """Tells whether a joined noun behind the date has a copula of its own (… أمس في دبي │ والمرحلة الأخيرة ستكون)."""
    unit = units[k]
    if unit.date >= 0 or unit.word.lead != "و" or not unit.word.definite or not is_nominal(unit):
        return False
    return any(after.word.stem in _WILL_BE for after in units[k + 1 : k + 4] if after.date < 0)


def _some_of_them(units: list[Unit], k: int) -> bool:
    """Tells whether a number counts some of those whom the clause describes (التي خطف المسلحون أمس │ 12 جنديا منها)."""
    counts = units[k].date < 0 and (units[k].is_number or "number" in units[k].word.classes)
    return counts and any(unit.word.stem in _OF_THEM for unit in units[k + 2 : k + 4])


def _results(units: list[Unit], k: int) -> bool:
    """Tells whether a verb tells what came of the clause before (… أمس │ ونتج عنه مقتل جندي)."""
    after = units[k + 1].word.stem if k + 1 < len(units) else ""
    return units[k].word.lead == "و" and units[k].word.verb is not None and after in ("عنه", "عنها")


def _figure_above(units: list[Unit], k: int, verb: Verb, above: Word | None) -> bool:
    """Tells whether the figure begins here that the verb above a relative clause reaches (ارتفعت حصيلة الهجوم الذي وقع
    أمس في الحي │ إلى 15 قتيلا)."""
    after = units[k + 1] if k + 1 < len(units) else None
    if above is None or above.verb is None or after is None or units[k].word.stem not in ("إلى", "الى"):
        return False
    reaches = "إلى" in above.verb.prepositions or "economy" in above.verb.kinds
    return after.is_number and reaches and "إلى" not in verb.prepositions


def _goes_on_above(unit: Unit, verb: Verb, above: Word | None, *, told: bool, act_next: bool) -> bool:
    """Tells whether a unit behind the date of a clause belongs to the verb above it: a phrase that only that one asks
    for, a noun where the clause has said what it says."""
    word = unit.word
    if unit.date >= 0 or unit.is_mark:
        return False
    if "pronoun" in word.classes:
        return True
    if above is None:
        return False
    if told and word.stem in ("نحو", "حوالي", "قرابة", "زهاء"):
        return True  # التي تأسست عام 1974 │ نحو مئة عامل
    if word.stem == "في" and act_next:
        return above.verb is not None and "في" in above.verb.prepositions - verb.prepositions  # نجح … │ في إنقاذ
    if word.preposition or word.prefix:
        asked = {word.stem, word.prefix} - {"في"}
        return above.verb is not None and bool(asked & above.verb.prepositions) and not asked & verb.prepositions
    return told and is_nominal(unit) and not word.lead and "adverb" not in word.classes


def _begins_anew(reading: Reading, k: int, *, dated: bool) -> bool:
    """Tells whether another finite verb begins at a unit; a guessed one behind و or the date only."""
    verb = reading.units[k].word.verb
    if verb is None or not is_verb(reading.units, k, False):
        return False
    return not verb.guessed or dated or bool(reading.units[k].word.lead)
