"""Which names of a sentence take part in an act, and where it happened (docs/events.md §4.5)."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_cli.events.attach import Attachment
from timeline_cli.events.composing import Title
from timeline_cli.events.names import Entity
from timeline_cli.events.objects import SOURCES
from timeline_cli.events.phrases import subject
from timeline_cli.events.story import Reading, Story
from timeline_cli.model import Name
from timeline_cli.text.clauses import Clause
from timeline_cli.text.words import function_classes

_PLACES = frozenset({"country", "city", "place"})
_TAKEN = frozenset({"visit", "departure", "arrival", "military", "attack"})
_GOVERNS = frozenset({"statement", "diplomacy", "signing", "meeting", "law"})
_SIDES = frozenset({"مع", "بين", "ضد"})


def names(story: Story, reading: Reading, head: Attachment, made: Title) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Returns participants and places of an act, each once, in the order of the text."""
    clause = reading.clauses[head.clause]
    who: dict[str, Name] = {}
    where: dict[str, Name] = {}
    for antecedent in made.named:
        entity = antecedent.entity
        if entity is None or (entity.kind in _PLACES and entity.kind != "country" and antecedent.reading is reading):
            continue
        if entity.kind == "organisation" and not entity.bare:
            who.setdefault(antecedent.words, Name(antecedent.words, "organisation"))
        elif not (antecedent.reading is reading and entity.kind in _PLACES):
            _add(story, antecedent.reading, entity, antecedent.reading.clauses[0], who, where, named=True)
    for entity in _inside(reading, clause, head, made):
        _add(story, reading, entity, clause, who, where)
    return tuple(_ordered(who, made)), tuple(where.values())


def _ordered(who: dict[str, Name], made: Title) -> Iterable[Name]:
    return sorted(
        who.values(), key=lambda name: made.text.find(name.text) if name.text in made.text else len(made.text)
    )


def _inside(reading: Reading, clause: Clause, head: Attachment, made: Title) -> Iterable[Entity]:
    """Yields the entities of the act's own words: the whole clause for a verb, the title's span for a noun."""
    own = set(made.units)
    if head.kind == "verb" and not made.member:
        own = {k for k in own if reading.clause_of[k] != head.clause or k in made.units} | set(clause.units)
    stop = next(
        (k for k in sorted(own) if reading.units[k].date < 0 and reading.units[k].word.fold in SOURCES),
        len(reading.units),
    )
    for entity in reading.entities:
        if entity.first in own and entity.first < stop:
            yield entity


def _add(
    story: Story,
    reading: Reading,
    entity: Entity,
    clause: Clause,
    who: dict[str, Name],
    where: dict[str, Name],
    *,
    named: bool = False,
) -> None:
    if entity.kind in _PLACES:
        text = story.words(reading.units, entity.name_first, entity.name_end)
        if not named and _is_place(reading, entity, clause):
            where.setdefault(text, Name(text, entity.kind))
        elif entity.kind == "country" or (entity.kind == "city" and (named or _acts(reading, entity, clause))):
            who.setdefault(text, Name(text, "country"))
        else:
            where.setdefault(text, Name(text, entity.kind))
        return
    if entity.bare:
        return
    if entity.kind == "organisation" and not named and _is_site(reading, entity):
        text = story.words(reading.units, entity.name_first, entity.name_end)
        where.setdefault(text, Name(text, "place"))
        return
    name = participant(story, reading, entity)
    if name is not None:
        who.setdefault(name.text, name)
    if entity.first < entity.name_first:
        for k in range(entity.first, entity.name_first):
            word = reading.units[k].word
            if (
                word.place is not None
                and reading.units[entity.first].word.office is not None
                and _dual(reading, entity)
            ):
                text = story.words(reading.units, k, k + 1)
                who.setdefault(text, Name(text, "country"))


def _is_site(reading: Reading, entity: Entity) -> bool:
    """Tells whether a body stands in its sentence as the place where something happens (في مكتبة الإسكندرية)."""
    word = reading.units[entity.first].word
    if "site-noun" not in function_classes().get(word.core, frozenset()):
        return False
    before = reading.units[entity.first - 1].word if entity.first else None
    return word.prefix == "ب" or (before is not None and before.stem in ("في", "داخل", "إلى", "أمام", "قرب"))


def _dual(reading: Reading, entity: Entity) -> bool:
    office = reading.units[entity.first].word.office
    return office is not None and (
        office["state"] == "dual" or reading.units[entity.first].word.stem in ("وزيرا", "رئيسا", "وزيري")
    )


def participant(story: Story, reading: Reading, entity: Entity) -> Name | None:
    """Returns a person, body or office phrase as a participant; an office that a person held before names the
    person."""
    if entity.kind == "person":
        return Name(story.name_of(reading.units, entity), "person")
    text = story.words(reading.units, entity.name_first, entity.name_end)
    if entity.kind == "organisation":
        text = story.name_of(reading.units, entity)
        return Name(text.replace("« ", "«").replace(" »", "»").replace("“ ", "“").replace(" ”", "”"), "organisation")
    if entity.kind == "office":
        held = next((name for name, title in story.titles.items() if title == text), None)
        return Name(held or text, "person")
    return None


def _is_place(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells by its preposition, its governor and its verb whether a country or city is where something happens."""
    units = reading.units
    word = units[entity.first].word
    before = units[entity.first - 1] if entity.first else None
    if word.prefix == "ب":
        return True
    if entity.kind == "place":
        return True
    if word.prefix == "ل":
        return any(
            u.word.act is not None and u.word.act.kind in _TAKEN for u in units[max(0, entity.first - 3) : entity.first]
        )
    if before is None or before.date >= 0 or before.is_mark:
        return False
    if "preposition-place" in before.word.classes or (before.word.stem == "على" and entity.kind == "city"):
        return True
    if before.word.place_head is not None and before.word.act is None:
        return True
    if before.word.stem in _SIDES:
        return False
    if word.lead:
        joined = next((e for e in reading.entities if e.end == entity.first and e.kind in _PLACES), None)
        return joined is not None and _is_place(reading, joined, clause)
    return _taken(reading, entity, clause)


def _is_topic(reading: Reading, entity: Entity) -> bool:
    before = reading.units[entity.first - 1].word if entity.first else None
    return before is not None and before.stem in ("عن", "بشأن", "حول")


def _taken(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells whether a place is the object of a verb of movement or war (زار، غادر، فتح)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or not verb.kinds & _TAKEN:
        return False
    doer = subject(reading, clause)
    if doer is not None and doer.first <= entity.first < doer.end:
        return False
    before = reading.units[entity.first - 1]
    governed = before.word.common and not before.word.definite and not reading.entity_over(entity.first - 1)
    return not governed or before.word.verb is not None


def _acts(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells whether a capital is the subject of a verb: أعربت دمشق عن دعمها."""
    doer = subject(reading, clause)
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    speaks = verb is not None and (verb.kinds & _GOVERNS or reading.units[clause.verb].word.speech is not None)
    return bool(speaks) and doer is not None and doer.first == entity.first == entity.name_first
