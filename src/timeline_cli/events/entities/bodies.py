"""Bodies that are taken up by their head word alone, or by another word for it (docs/events.md §3.2)."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from timeline_cli.events.entities.body_words import is_adjective
from timeline_cli.events.entities.entity import Entity
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.letters import fold
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    return {row["fold"]: tuple(row["heads"].split("|")) for row in rows("events/body_synonyms")}


def other_heads(core: str) -> tuple[str, ...]:
    """Returns the head words of bodies that a noun can take up beside its own (البنك for مصرف)."""
    return _synonyms().get(core, ())


def heads_meant(word: Word) -> tuple[str, ...]:
    """Returns the head words of the bodies that a definite noun can take up, its own first; none for other nouns."""
    if word.organisation is None and word.core not in _synonyms():
        return ()
    own = (word.stem.removeprefix("ال"),) if word.organisation is not None and not word.prefix else ()
    return own + other_heads(word.core)


def taken_up(units: Sequence[Unit], names: list[Entity], heads: AbstractSet[str]) -> list[Entity]:
    """Adds the definite nouns that stand for a body whose head word was said before (… أبلغت السلطات المنظمة).

    `heads`: folded head words of the bodies named in full so far.
    """
    if not heads:
        return names
    over = {k for entity in names for k in range(entity.first, entity.end)}
    found = [
        Entity(k, k + 1, k, k + 1, "organisation", unit.word.core, unit.word.feminine, bare=True)
        for k, unit in enumerate(units)
        if unit.date < 0 and unit.word.definite and k not in over and _means_body(units, k, heads)
    ]
    return sorted([*names, *found], key=lambda entity: entity.first) if found else names


def _means_body(units: Sequence[Unit], k: int, heads: AbstractSet[str]) -> bool:
    core = units[k].word.core
    if core not in heads and heads.isdisjoint(map(fold, other_heads(core))):
        return False
    after = units[k + 1] if k + 1 < len(units) else None
    return after is None or after.date >= 0 or after.is_mark or not is_adjective(after, units[k])
