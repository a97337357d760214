"""Which function resolves which kind of meaning, and what they share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline_cli.dates.meaning import Meaning
from timeline_cli.dates.spans import Resolved
from timeline_cli.dates.story import Place, Story

Resolver = Callable[[Any, Story, Place], Resolved | None]
_RESOLVERS: dict[type, Resolver] = {}

GRAINS = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Y": "year",
    "10Y": "decade",
    "100Y": "century",
    "WE": "weekend",
    "Q": "quarter",
}


def resolves(kind: type) -> Callable[[Resolver], Resolver]:
    """Registers a function as the one that resolves a kind of meaning."""

    def register(function: Resolver) -> Resolver:
        _RESOLVERS[kind] = function
        return function

    return register


def resolve(meaning: Meaning, story: Story, place: Place) -> Resolved | None:
    """Returns the days that a meaning has at its place in a story.

    None where the words mean no time there, so that nothing should be marked.
    """
    return _RESOLVERS[type(meaning)](meaning, story, place)


def unknown(kind: str = "DATE", how: str = "dct", grain: str | None = None) -> Resolved:
    """Returns an expression whose days nothing tells: it needs a document date that is not known."""
    return Resolved(kind, None, None, None, grain, how)


def days_of(found: Resolved) -> tuple[int, int]:
    """Returns first and last day of what has days."""
    assert found.begin is not None
    assert found.last is not None
    return found.begin, found.last
