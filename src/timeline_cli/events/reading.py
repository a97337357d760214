"""A sentence that is read for its events: units, names, clauses and the noun phrases found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from timeline_cli.events.entities.entity import Entity
from timeline_cli.model import TimeExpression
from timeline_cli.text.clauses import Clause
from timeline_cli.text.cutting import clauses
from timeline_cli.text.sentences import Sentence
from timeline_cli.text.tokens import Unit


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase of a sentence, units first:end, and the name it begins with."""

    first: int
    end: int
    entity: Entity | None = None


@dataclass
class Reading:
    """A sentence with its units, names and time expressions; its clauses are cut when they are asked for, since many a
    sentence is only looked at for its names. `subjects`: those looked for so far, by number, verb and length of the
    clause; `subjects_before`: the same of those before the verb."""

    number: int
    sentence: Sentence
    units: list[Unit]
    entities: list[Entity]
    expressions: tuple[TimeExpression, ...]
    subjects: dict[tuple[int, int, int], Phrase | None] = field(default_factory=dict)
    subjects_before: dict[tuple[int, int, int], Phrase | None] = field(default_factory=dict)

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of the sentence, the first being the one it begins with."""
        return clauses(self.units)

    @cached_property
    def clause_of(self) -> list[int]:
        """The clause of each unit, -1 for marks that belong to none."""
        found = [-1] * len(self.units)
        for index, clause in enumerate(self.clauses):
            for unit in clause.units:
                found[unit] = index
        return found

    def entity_at(self, unit: int) -> Entity | None:
        """Returns the name that begins at a unit, None without one."""
        return self._at.get(unit)

    def entity_over(self, unit: int) -> Entity | None:
        """Returns the name that a unit belongs to, None without one."""
        return self._over.get(unit)

    @cached_property
    def _at(self) -> dict[int, Entity]:
        found: dict[int, Entity] = {}
        for entity in self.entities:
            found.setdefault(entity.first, entity)
        return found

    @cached_property
    def _over(self) -> dict[int, Entity]:
        found: dict[int, Entity] = {}
        for entity in self.entities:
            for unit in range(entity.first, entity.end):
                found.setdefault(unit, entity)
        return found
