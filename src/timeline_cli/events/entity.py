"""A name in a sentence: person, organisation, place or office (docs/events.md §4)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Entity:
    """A name in a sentence. Units are half-open: `first`:`end` with office or head, `name_first`:`name_end` the name.

    `kind`: person, organisation, country, city, place, or office for an office phrase without a name. `key`: fold of
    the head or last name, by which later mentions find it. An office behind a person is a role. `bare`: an anaphor
    (الوزير, الشركة), no name by itself.
    """

    first: int
    end: int
    name_first: int
    name_end: int
    kind: str
    key: str
    feminine: bool = False
    bare: bool = False
    plural: bool = False
