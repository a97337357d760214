"""Sports clubs, which need no head word in texts of sport (docs/events.md §4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.entities.name_words import word_behind
from timeline_cli.lexicon.index import cues
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.long_names import LongNames, by_two_words, longest_at
from timeline_cli.text.tokens import Unit

_CLUB_OPENERS = cues("club-opener")
_CLUBS = cues("clubs")
_GAMES = cues("games")
_AGAINST = cues("against")


@cache
def club_words() -> frozenset[str]:
    """Returns the folded words that name a club, or begin its name, in texts of sport."""
    return _openings() | _CLUBS


def may_begin_club(units: Sequence[Unit], i: int) -> bool:
    """Tells whether the name of a sports club may begin at a unit, in texts of sport."""
    return units[i].word.listing in _openings() or _plays(units, i) or _opens_club(units, i)


def club_at(units: Sequence[Unit], i: int) -> Entity | None:
    """Returns the sports club whose name begins at a unit, None without one."""
    length, _ = listed_club(units, i)
    core = units[i].word.core
    if not length and _opens_club(units, i):
        length = 2
    if not length and _plays(units, i):
        length = 1
    return Entity(i, i + length, i, i + length, "organisation", core) if length else None


def _opens_club(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a word that opens names of clubs stands before a town or region (نهضة │ بركان, وفاق │ سطيف)."""
    if units[i].word.stem not in _CLUB_OPENERS:
        return False
    after = word_behind(units, i)
    if after is None or after.prefix or after.lead or units[i].word.definite:
        return False
    return after.place is not None or (after.definite and after.nationality is None) or after.unknown


def _plays(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a word that is also the name of a club stands behind a verb of a game or against another club (فاز
    │ الهلال, أمام │ النصر); in texts of sport only."""
    after = units[i + 1] if i + 1 < len(units) else None
    if units[i].word.listing not in _CLUBS or i == 0 or units[i - 1].date >= 0:
        return False
    if after is not None and after.date < 0 and after.word.definite and not after.word.prefix and not after.word.lead:
        return False
    verb, before = units[i - 1].word.verb, units[i - 1].word
    plays = verb is not None and bool(set(verb.lemma.split("|")) & _GAMES) and not units[i].word.prefix
    return plays or before.stem in _AGAINST


@cache
def _clubs() -> LongNames:
    return by_two_words(row["fold"].split() for row in rows("events/clubs"))


@cache
def _clubs_in_full() -> dict[str, str]:
    return {row["fold"]: row["club"] for row in reversed(rows("events/clubs"))}


def listed_club(units: Sequence[Unit], i: int) -> tuple[int, str]:
    """Returns how many units the name of a sports club takes at a unit, and its name in full; 0 and empty for none."""
    words = longest_at(_clubs(), units, i)
    return len(words), _clubs_in_full()[" ".join(words)] if words else ""


@cache
def _openings() -> frozenset[str]:
    return frozenset(_clubs())
