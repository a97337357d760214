"""The two persons whom a dual verb without a subject carries on (docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.doers.naming import Antecedent
from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.model import Name
from timeline_cli.text.clauses import Clause

_SENTENCES_BACK = 4


def pair_before(story: Story, reading: Reading, clause: Clause, *, told_so: bool = False) -> Antecedent | None:
    """Returns the two persons joined by و whom the text named last before a clause (المؤسسان سامي رزق ومنى فهد …. │
    ونالا), None where others were named since. `told_so`: a noun or pronoun tells that two are meant, so that one
    person may have been named since (المؤسسان, إليهما)."""
    section = reading.sentence.section
    for number in range(reading.number, max(-1, reading.number - 1 - _SENTENCES_BACK), -1):
        before = story.reading(number)
        if before.sentence.section != section:
            return None
        limit = min(clause.units) if before is reading else len(before.units)
        persons = [entity for entity in before.entities if entity.kind == "person" and entity.first < limit]
        pair = _of_two(story, before, persons)
        if pair is not None or (persons and not (told_so and len(persons) == 1)):
            return pair
    return None


def _of_two(story: Story, reading: Reading, persons: list[Entity]) -> Antecedent | None:
    """Returns the only two persons of a sentence as one, if و joins them."""
    if len(persons) != 2 or persons[1].first != persons[0].end or reading.units[persons[1].first].word.lead != "و":
        return None
    names = tuple(Name(story.names.name_of(reading.units, person), "person") for person in persons)
    feminine = persons[0].feminine and persons[1].feminine
    words = f"{names[0].text} و{names[1].text}"
    return Antecedent(words, feminine, True, None, reading, persons[0].first, pair=names)
