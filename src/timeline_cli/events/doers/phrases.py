"""Noun phrases around a unit: where one ends, where one begins, and which one is the subject of a clause (§4.1,
§3.2)."""

from __future__ import annotations

from timeline_cli.events.entities.body_words import is_adjective
from timeline_cli.events.entities.entity import PLACE_KINDS
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

_ALEF_NOUNS = cues("alef-nouns")
_MEASURES = cues("measures")
_STOPS = frozenset(
    {
        "preposition", "preposition-place", "preposition-bound", "relative", "complementizer", "negation",
            "aspect", "was",
        "clause-adverb", "conditional", "pronoun", "still", "adverb",
    }
)  # fmt: skip


def is_nominal(unit: Unit) -> bool:
    """Tells whether a unit can be part of a noun phrase."""
    if unit.date >= 0 or unit.is_mark:
        return False
    word = unit.word
    return (not (word.classes & _STOPS) or word.place is not None) and not (word.stem[0] == "ل" and _is_purpose(word))


def _is_purpose(word: Word) -> bool:
    """Tells whether a word is ل with an imperfect and nothing else (عاد إلى حلب │ ليدرس فيها)."""
    if word.stem[1:2] not in ("ي", "ت") or word.prefix or word.verb is not None or word.given or word.place is not None:
        return False
    verb = None if word.common or word.known_noun or word.definite else known_word(word.stem[1:]).verb
    return verb is not None and verb.aspect == "imperfect"


def approximates(reading: Reading, k: int) -> bool:
    """Tells whether نحو, حوالي or قرابة stands before a figure, so that a noun phrase begins with it."""
    if k + 1 >= len(reading.units) or reading.units[k].word.stem not in ("نحو", "حوالي", "قرابة", "زهاء", "حوالى"):
        return False
    after = reading.units[k + 1]
    return after.is_number or bool(after.word.classes & {"number", "quantifier"})


def phrase_end(reading: Reading, first: int, limit: int = 6) -> int:
    """Returns the unit after the noun phrase that begins at a unit: genitives, adjectives, names; no PP."""
    units = reading.units
    entity = reading.entity_at(first)
    if entity is not None:
        return entity.end
    head = units[first]
    closed = head.word.definite or bool(head.word.pronoun) or head.word.place is not None
    end = first + 1
    while end < len(units) and end - first < limit:
        unit = units[end]
        word = unit.word
        if not is_nominal(unit) or word.lead or word.prefix or is_verb(units, end, False):
            break
        inner = reading.entity_at(end)
        if inner is not None and not closed:
            return end if _has_no_genitive(units[end - 1], word) else inner.end
        if closed and not is_adjective(unit, head) and not (word.definite and _agrees(word.stem, head.word.stem)):
            break
        if word.definite and not closed and _ends_as_object(units[end - 1].word) and end - 1 == first:
            break
        if not closed and _has_no_genitive(units[end - 1], word):
            break
        if word.definite and not closed and end - first > 1 and _plain_adjective(units[end - 1]):
            break
        closed = closed or word.definite or bool(word.pronoun)
        end += 1
    return end


def _ends_as_object(word: Word) -> bool:
    """Tells whether a noun ends in the ا of an indefinite object, no broken plural in ايا (قضايا │ التهريب)."""
    return word.stem.endswith("ا") and not (word.stem.endswith("ايا") or word.stem in _ALEF_NOUNS)


def _has_no_genitive(unit: Unit, after: Word) -> bool:
    """Tells whether an indefinite plural of people in ون stands before a definite word or an office, which then is no
    genitive of it (اعتقل مسلحون │ المحافظ)."""
    word = unit.word
    if word.definite or not word.stem.endswith("ون") or not (after.definite or after.office is not None):
        return False
    base = known_word(word.stem[:-2])
    of_one = len(word.stem) > 5 and not word.act and (base.common or base.office)
    return "person-noun" in word.classes or bool(of_one)  # مجهولون


def _plain_adjective(unit: Unit) -> bool:
    """Tells whether an indefinite word is an adjective, which no definite noun can follow (زلزال عنيف │ الجناح)."""
    word = unit.word
    if word.definite or word.act is not None or word.known_noun or word.given:
        return False
    shaped = len(word.stem) == 4 and word.stem[2] == "ي" and word.common
    return "adjective" in word.classes or shaped


def _agrees(stem: str, head: str) -> bool:
    return (stem.endswith("ة") and head.endswith(("ة", "ات")) and stem[2:3] in "م") or (
        stem.endswith("ين") and head.endswith("ين")
    )


def phrase_start(reading: Reading, last: int, *, feminine: bool | None = None) -> int:
    """Returns the first unit of the noun phrase that ends at a unit, walking left over genitives and adjectives.

    `feminine`: gender that a relative or participle asks of the head; the walk goes on over `في` + place to find it.
    """
    units = reading.units
    first = last
    entity = reading.entity_over(last)
    if entity is not None:
        first = entity.first
    while first > 0:
        unit = units[first]
        before = units[first - 1]
        owned = unit.word.prefix == "ل" and is_nominal(before) and not is_verb(units, first - 1, False)
        if not owned and not _goes_on_left(reading, first):
            break
        number = reading.clause_of[first - 1]
        if number != reading.clause_of[last] or (number >= 0 and _heads_clause(reading, number, first - 1)):
            break
        previous = reading.entity_over(first - 1)
        first = previous.first if previous is not None else first - 1
    if feminine is not None and _skips(reading, first, feminine):
        return phrase_start(reading, first - 2)
    return first


def _heads_clause(reading: Reading, number: int, k: int) -> bool:
    """Tells whether a unit is the finite verb of its clause, or stands behind قد as one (قد مني │ بخسائر)."""
    word = reading.units[k].word
    if (
        word.verb is not None
        and word.verb.passive
        and not word.verb.ambiguous
        and k
        and reading.units[k - 1].word.definite
    ):
        return reading.units[k - 2].word.preposition  # وفي الوادي بني │ معبد
    own = reading.clauses[number].verb == k and reading.units[k].word.verb is not None
    return own or (k > 0 and reading.units[k].word.verb is not None and "aspect" in reading.units[k - 1].word.classes)


def _goes_on_left(reading: Reading, first: int) -> bool:
    """Tells whether the word before a unit belongs to the same noun phrase."""
    units = reading.units
    word, before = units[first].word, units[first - 1]
    if word.prefix or not is_nominal(before) or is_verb(units, first - 1, False):
        return False
    if "preposition-bound" in before.word.classes:
        return False
    if word.lead:
        return word.definite and before.word.definite
    if word.definite and before.word.definite:
        return _describes(reading, first)
    if word.definite and before.word.pronoun and before.word.act is not None:
        return True  # اجتماعه │ الدوري
    if before.word.definite and reading.entity_over(first - 1) is None and (word.common or word.act is not None):
        return False
    if before.word.place is not None and word.act is not None and not word.definite:
        return False  # في اجتماعهم بالكويت │ تأجيل البطولة
    return not (word.definite and _indefinite_adjective(reading, first - 1))


def _indefinite_adjective(reading: Reading, k: int) -> bool:
    """Tells whether an indefinite word is an adjective, which no genitive can follow (منظمات دولية │ الهجوم)."""
    word = reading.units[k].word
    if word.definite or not word.stem.endswith(("ية", "ين")) or word.known_noun or k == 0:
        return False
    before = reading.units[k - 1]
    return is_nominal(before) and not before.word.definite


def _describes(reading: Reading, k: int) -> bool:
    """Tells whether a definite word reads as the adjective of the definite word before it."""
    unit, before = reading.units[k], reading.units[k - 1]
    if before.word.act is not None and not unit.word.known_noun and not unit.word.given:
        return True
    if unit.word.stem.startswith("الم") and not unit.word.known_noun and not unit.word.given:
        return True
    if unit.word.stem.endswith("ة") and any(
        u.date < 0 and u.word.stem.endswith(("ة", "ات")) for u in reading.units[max(0, k - 3) : k]
    ):
        return True
    return is_adjective(unit, before) or (unit.word.stem.endswith("ة") and before.word.stem.endswith(("ة", "ات")))


def _skips(reading: Reading, first: int, feminine: bool) -> bool:
    """Tells whether the phrase at first is a place behind في whose gender does not fit, so that the head stands
    before."""
    units = reading.units
    if first < 2 or not units[first - 1].word.preposition or not is_nominal(units[first - 2]):
        return False
    if "preposition-place" not in units[first - 1].word.classes:
        return units[first].word.feminine != feminine
    entity = reading.entity_at(first)
    here = entity is not None and entity.kind in PLACE_KINDS
    return here or units[first].word.feminine != feminine


def extended(reading: Reading, phrase: Phrase, among: list[int], limit: int = 7) -> Phrase:
    """Returns a noun phrase with the nouns of `among` that go on right behind it (وفد رفيع │ المستوى, فريقه الجديد │
    نهضة الساحل)."""
    end = phrase.end
    while end in among and end - phrase.first < limit and is_nominal(reading.units[end]):
        word, before = reading.units[end].word, reading.units[end - 1].word
        named = bool(word.definite or word.place or word.given) or reading.entity_over(end) is not None
        closed = before.definite or bool(before.pronoun) or before.place is not None
        if word.prefix or is_verb(reading.units, end, False) or (word.lead and not (word.definite and before.definite)):
            break
        if not named and (closed or word.stem.endswith("ا")):
            break
        end += 1
    return phrase if end == phrase.end else Phrase(phrase.first, end, phrase.entity)


def is_share(reading: Reading, k: int, verb: Verb | None) -> bool:
    """Tells whether a share or points right behind a verb of rise and fall say by how much, not what, moved (بعد أن هبط
    │ 1.2 في المئة)."""
    units = reading.units
    if verb is None or verb.transitive:
        return False
    if units[k].word.stem in ("أكثر", "اكثر", "أقل") and k + 2 < len(units) and units[k + 1].word.stem == "من":
        k += 2  # هبطت │ أكثر من 1 في المئة
    if not units[k].is_number:
        return False
    for j in (k + 1, k + 2):
        if j < len(units) and units[j].text in _MEASURES:
            return j + 1 == len(units) or units[j + 1].word.stem != "من"
    return False
