"""The town or site that a text tells of, which its pronouns then mean (docs/events.md §4.5)."""

from __future__ import annotations

from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause

_PLACES = frozenset({"city", "place"})
_TAKEN = frozenset({"military", "attack", "visit", "arrival"})
_TOLD = frozenset({"main", "and", "then", "complement", "quote"})
_FARTHEST = 12
_RULE = cues("rule-over")
_INSERTION = 12
_LIES = cues("situated")
_SEQUELS = cues("sequel")


def place_of_text(story: Story, reading: Reading, clause: Clause, *, feminine: bool) -> Antecedent | None:
    """Returns the town or site of a gender that the text tells of from its first sentence on, None without one, or
    where a clause between tells of another place, or of a woman, whom the pronoun can mean as well."""
    number = next((n for n in range(reading.number + 1) if story.sentences[n].kind == "prose"), -1)
    if number < 0 or reading.number > number + _FARTHEST:
        return None
    first = story.reading(number)
    told, sure = _told_of(first)
    if told is None or told.feminine != feminine or (reading is first and told.first >= min(clause.units, default=0)):
        return None
    if _told_before(reading, clause, feminine):
        return None
    for number in range(first.number, reading.number + 1):
        earlier = story.reading(number)
        for entity in earlier.entities:
            here = number == reading.number and earlier.clause_of[entity.first] >= clause.number
            if here or entity is told or entity.feminine != feminine:
                continue
            nearer = number == reading.number and _is_place(earlier, entity)
            if entity.kind == "person" or (not sure and (nearer or _acted_upon(earlier, entity))):
                return None
    return of_phrase(story, first, Phrase(told.first, told.end, told))


def _told_before(reading: Reading, clause: Clause, feminine: bool) -> bool:
    """Tells whether an act is meant, which something follows (تبعها), or a thing of that gender of which the clause
    right before tells in the same sentence, where nothing is done to a place."""
    before = reading.clauses[clause.number - 1] if clause.number and clause.kind in ("and", "then") else None
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    phrase = subject(reading, before) if before is not None and before.verb >= 0 else None
    if verb is not None and verb.pronoun and not set(verb.lemma.split("|")).isdisjoint(_SEQUELS):
        return True
    if phrase is None or (verb is not None and verb.kinds & _TAKEN):
        return False
    word = reading.units[phrase.first].word
    return (phrase.entity.feminine if phrase.entity is not None else word.feminine) == feminine


def _told_of(reading: Reading) -> tuple[Entity | None, bool]:
    """Returns the place that the first sentence tells of, and whether it only says what or where that is (زبيد مدينة
    في …, تقع قلعة … شرق …)."""
    places = [entity for entity in reading.entities if _is_place(reading, entity)]
    if not places:
        return None, False
    first = places[0]
    head = reading.units[0].word
    opens = first.first == 0 or (first.first == 1 and "was" in head.classes)
    if opens and ("was" in head.classes or _defined(reading, first.end)):
        return first, True
    for clause in reading.clauses:
        verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
        phrase = subject(reading, clause) if verb is not None and clause.kind in _TOLD else None
        if phrase is not None and phrase.entity is first:
            return first, clause.verb == 0 and verb is not None and verb.lemma in _LIES
    if reading.units[first.first - 1].word.core in _RULE and len(places) == 1:
        return first, False  # انفرد الأمير بحكم │ فاس
    verb = reading.units[0].word.verb
    alone = not any(entity.kind == "person" for entity in reading.entities if entity.first < first.first)
    if verb is not None and alone and _acted_upon(reading, first) and reading.clause_of[first.first] == 0:
        return first, False
    return None, False


def _defined(reading: Reading, k: int) -> bool:
    """Tells whether a noun that says what a place is stands behind its name or an insertion (زبيد │ مدينة في تهامة)."""
    units = reading.units
    if k < len(units) and units[k].is_comma:
        k = next((j + 1 for j in range(k + 1, min(k + _INSERTION, len(units))) if units[j].is_comma), k)
    word = units[k].word if k < len(units) and units[k].date < 0 else None
    return word is not None and word.place_head is not None and not (word.definite or word.prefix or word.lead)


def _is_place(reading: Reading, entity: Entity) -> bool:
    row = reading.units[entity.first].word.organisation
    return entity.kind in _PLACES or (
        entity.kind == "organisation" and not entity.bare and row is not None and row["family"] == "site"
    )


def _acted_upon(reading: Reading, entity: Entity) -> bool:
    """Tells whether a place stands as what its verb is done to or tells of, not behind a preposition."""
    word = reading.units[entity.first].word
    before = reading.units[entity.first - 1] if entity.first else None
    if not _is_place(reading, entity) or word.prefix or word.lead or before is None or before.date >= 0:
        return False
    clause = reading.clauses[reading.clause_of[entity.first]]
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or clause.verb > entity.first:
        return False
    return before.word.stem == "على" or (bool(verb.kinds & _TAKEN) and not before.word.preposition)
