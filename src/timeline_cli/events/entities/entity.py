"""A name in a sentence: person, organisation, place or office (docs/events.md §4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_cli.text.tokens import Unit

ACTING_KINDS = frozenset({"person", "organisation"})
PLACE_KINDS = frozenset({"city", "country", "place"})


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


def person(units: Sequence[Unit], first: int, name_first: int, end: int, *, feminine: bool) -> Entity:
    """Returns the person of a name run that ends before `end`, whom its last name without the article finds again, of
    two words where it ends in الله (عوض الله)."""
    last = units[end - 1].word
    key = last.fold.removeprefix("ال")
    if last.stem == "الله" and end > name_first + 1:
        key = f"{units[end - 2].word.fold} {last.fold}"
    return Entity(first, end, name_first, end, "person", key, feminine)
