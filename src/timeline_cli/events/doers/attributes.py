"""Which words are adjectives of the noun before them (docs/events.md §2.4)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.entities.entity import PLACE_KINDS
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_ALSO_PARTICIPLES = cues("also-participle")
_RELATIONAL = ("ي", "ية", "يين", "يون", "يان")


def is_attribute(reading: Reading, k: int) -> bool:
    """Tells whether a unit is an adjective of the noun before it: of equal definiteness, of a shape that can agree."""
    units = reading.units
    entity = reading.entity_at(k)
    if k == 0 or (entity is not None and not (entity.bare and units[k].word.stem.endswith("ية"))):
        return False
    word, before = units[k].word, units[k - 1]
    if before.is_mark or before.date >= 0 or not is_nominal(before) or word.prefix or word.lead:
        return False
    if word.act is not None and "adjective" not in word.classes:
        return False
    told = before.word.verb
    verbal = told is not None and told.aspect == "imperfect" and told.person == "3mp"
    if verbal and not word.definite and reading.entity_over(k - 1) is None:
        return False  # يتبعون │ متشددي التنظيم
    relational = word.stem.endswith(_RELATIONAL) or bool(word.classes & {"adjective", "ordinal"})
    if not word.definite:
        ends = relational or (word.stem.endswith("ة") and _takes_feminine(before))
        return ends and not before.word.definite and not word.prefix and (relational or not word.known_noun)
    named = reading.entity_over(k - 1)
    if named is not None and (named.kind == "person" or not is_attribute(reading, k - 1)):
        return relational
    if named is not None and named.kind in PLACE_KINDS and word.pattern_plural and not relational:
        return False  # مكة المكرمة │ الأمطار
    if not before.word.definite and not before.word.pronoun:
        return False
    if relational:
        near = [unit for unit in units[max(0, k - 3) : k] if unit.date < 0 and is_nominal(unit)]
        return not word.stem.endswith("ية") or any(map(_takes_feminine, near)) or is_attribute(reading, k - 1)
    body = word.organisation is not None and word.core not in _ALSO_PARTICIPLES  # المعارك │ الدائرة
    if body or word.place is not None or word.place_head is not None:
        return False
    if word.stem.endswith("اء") and len(word.core) == 5 and before.word.stem.endswith("ة"):
        return True  # الجريمة │ النكراء
    if word.stem.endswith("ة"):
        return _takes_feminine(before) or is_attribute(reading, k - 1)
    return _adjectival(word) or is_attribute(reading, k - 1)


def _takes_feminine(unit: Unit) -> bool:
    word = unit.word
    return word.feminine or word.pattern_plural or word.stem.endswith(("ات", "اء", "ى", "ا", "ة"))


def _adjectival(word: Word) -> bool:
    """Tells whether a word has the shape of an adjective: فعيل, فاعل, a participle with م, or a plural of one."""
    core = word.core
    if core.endswith(("ين", "ون")) or (core.startswith("م") and not word.pattern_plural):
        return True
    return (len(core) == 4 and (core[2] == "ي" or core[1] == "ا")) or (len(core) == 3 and not word.known_noun)
