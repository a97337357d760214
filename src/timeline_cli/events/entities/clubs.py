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
_RIVALS = cues("rival")
_BEATEN = cues("game-over")
_MATCHES = cues("match")
_GAME_VERBS = _BEATEN | _MATCHES
_TRANSFERS = cues("transfer")
_CLUB_FIRSTS = cues("club-first")
_MATCH_BEFORE = 7


@cache
def club_words() -> frozenset[str]:
    """Returns the folded words that name a club, or begin its name, in texts of sport."""
    return _openings() | _CLUBS | _RIVALS | _BEATEN | _MATCHES | {"قادما", "قادمه"}


def may_begin_club(units: Sequence[Unit], i: int) -> bool:
    """Tells whether the name of a sports club may begin at a unit, in texts of sport."""
    if units[i].word.listing in _openings() or _plays(units, i) or opens_club(units, i):
        return True
    return _described_club(units, i) or _played(units, i) > 0


def club_at(units: Sequence[Unit], i: int) -> Entity | None:
    """Returns the sports club whose name begins at a unit, None without one."""
    length, _ = listed_club(units, i)
    core = units[i].word.core
    length = max(length, _played(units, i))
    if not length and (opens_club(units, i) or _described_club(units, i)):
        length = 2
    if not length and _plays(units, i):
        length = 1
    return Entity(i, i + length, i, i + length, "organisation", core) if length else None


def opens_club(units: Sequence[Unit], i: int) -> bool:
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
    return plays or before.stem in _AGAINST or (before.stem == "من" and _taken_from(units, i))


def _taken_from(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a verb of a game stands before من and a unit, so that somebody takes a point of a club there (خطف
    الفريق نقطة من │ الرائد)."""
    verbs = (unit.word.verb for unit in units[max(0, i - 5) : i - 1] if unit.date < 0)
    return any(verb is not None and bool(set(verb.lemma.split("|")) & _GAMES) for verb in verbs)


def _described_club(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a club of two words stands behind a verb of a game: a name with the adjective of its town (أسقط │
    الأمل العدني), or a word for clubs before a town (انتزع │ نفط البصرة)."""
    verb = units[i - 1].word.verb if i and units[i - 1].date < 0 else None
    after, word = word_behind(units, i), units[i].word
    if verb is None or after is None or after.lead or after.prefix or word.prefix or word.lead:
        return False
    if not set(verb.lemma.split("|")) & _GAMES:
        return False
    if word.listing in _CLUBS:
        return after.definite and after.stem.endswith("ي") and after.office is None
    return word.core in _CLUB_FIRSTS and not word.definite and (after.place is not None or after.unknown)


def _played(units: Sequence[Unit], i: int) -> int:
    """Returns how many units the name of a club takes that a match tells of (ضيفه │ الصقور, فوزه على │ الجبل, قادما من
    │ نجم المتوسط), whatever words it is of; 0 elsewhere."""
    word = units[i].word
    if (
        i == 0
        or units[i].date >= 0
        or units[i].is_mark
        or units[i].is_number
        or word.lead
        or word.pronoun
        or word.is_function
    ):
        return 0
    if word.given not in ("", "ambiguous") or word.office is not None or word.verb is not None or word.nationality:
        return 0
    if word.organisation is not None and word.organisation["state"] != "acronym":
        return 0
    if word.prefix and units[i - 1].word.preposition:
        return 0
    if not (_beside_rival(units, i) or _moved(units, i) or _wins(units, i)):
        return 0
    after = word_behind(units, i)
    next_to = after is not None and not (after.lead or after.prefix or after.pronoun or after.is_function)
    rival = _beside_rival(units, i) or _wins(units, i)
    if word.act is not None and word.listing not in _CLUBS:
        return 0
    sure = word.unknown or word.listing in _CLUBS
    if next_to and after is not None:
        named = word.definite or word.place is not None or word.unknown
        adjective = after.definite and after.stem.endswith("ي") and named
        town = after.place is not None and not after.definite
        genitive = not word.definite and word.place is None and (after.definite or after.place is not None)
        foreign = word.unknown and (after.place is not None or after.unknown)
        if (adjective and (sure or rival)) or (rival and (town or (genitive and word.act is None))) or foreign:
            return 2
    coming = units[i - 1].word.stem == "من" and word.place is not None
    alone = sure or (rival and not coming and (word.definite or word.place is not None))
    return int(alone)


def _moved(units: Sequence[Unit], i: int) -> bool:
    """Tells whether somebody leaves or joins what stands at a unit (استقدم من │ نيرافا, التحق بـ│الصقور), or a match is
    told by it (لقاء │ نيرافا)."""
    before = units[i - 1]
    if before.date >= 0 or before.is_mark:
        return False
    if before.word.stem in ("من", "إلى", "مع") or units[i].word.prefix == "ب":
        return any(
            unit.word.core in _TRANSFERS or (unit.word.verb is not None and unit.word.verb.lemma in _TRANSFERS)
            for unit in units[max(0, i - _MATCH_BEFORE) : i]
            if unit.date < 0
        )
    return before.word.core in _MATCHES and not before.word.definite and not before.word.pronoun


def _beats(unit: Unit) -> bool:
    """Tells whether a word tells of winning, so that who has lost follows على."""
    if unit.date >= 0 or unit.is_mark:
        return False
    return unit.word.core in _BEATEN or (unit.word.verb is not None and unit.word.verb.lemma in _BEATEN)


def _wins(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a unit stands between a verb of winning or losing and its rival, within one word (فاز │ السهم │ على
    الجزيرة)."""
    before = units[i - 1].word
    verb = before.verb if units[i - 1].date < 0 else None
    lemma = verb.lemma if verb is not None and not verb.pronoun else ""
    if (
        not (lemma in _GAME_VERBS or (before.core in _BEATEN and not before.definite))
        or "group-noun" in units[i].word.core_classes
        or units[i].word.prefix
    ):
        return False
    behind = [unit.word.stem for unit in units[i + 1 : i + 3] if unit.date < 0]
    return any(stem in ("على", "أمام") or stem in _RIVALS for stem in behind)


def _beside_rival(units: Sequence[Unit], i: int) -> bool:
    """Tells whether what stands before a unit says that a club follows."""
    before = units[i - 1]
    if before.date >= 0 or before.is_mark:
        return False
    if before.word.stem in _RIVALS:
        return True
    farther = units[i - 2].word if i > 1 and units[i - 2].date < 0 else None
    if before.word.stem == "على" and farther is not None:
        return any(_beats(unit) for unit in units[max(0, i - 4) : i - 1])
    if before.word.stem == "من" and farther is not None:
        return farther.core in ("قادما", "قادمه")
    if before.word.stem == "أمام":
        return any(unit.word.core in _MATCHES for unit in units[max(0, i - _MATCH_BEFORE) : i - 1] if unit.date < 0)
    return False


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
