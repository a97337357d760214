"""Towns that no list holds (docs/events.md §4.4)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.events.acts import MOVES
from timeline_cli.events.entities.name_words import plain
from timeline_cli.lexicon.index import cues, entries
from timeline_cli.text.tokens import Unit

_OPENERS = cues("town-opener")
_NO_TOWN = ("ات", "ون", "ين", "ها", "هم", "هما", "ه", "ية", "اء", "ي", "نا", "كم", "ك", "ة", "ى")
_TOWARDS = frozenset({"إلى", "الى", "نحو"})
_MOVED_BEFORE = 5
_SENT_AWAY = cues("sends-away")
_NEAR = cues("near-town")
_PLURALS = cues("plural-places")


def unlisted_town_end(units: Sequence[Unit], i: int) -> int:
    """Returns the unit after the name of a town that no list holds, 0 without one."""
    word = units[i].word
    end = _town_end(units, i) if word.unknown or word.stem in _OPENERS else 0
    return end or (i + 1 if _one_of_two(units, i) else 0)


def _town_end(units: Sequence[Unit], i: int) -> int:
    """Returns the unit after a town alone behind في or قرب, with no shape of a masdar or plural, also with سان or
    another opener before it, or with its country's adjective behind it (إلى توبنغن │ الألمانية); 0 without one."""
    before, word = units[i - 1], units[i].word
    if before.date >= 0 or word.prefix or word.lead or word.definite:
        return 0
    last = i + (word.stem in _OPENERS)
    if last >= len(units) or units[last].date >= 0 or units[last].is_mark:
        return 0
    if last > i and not (units[last].word.unknown or units[last].word.place or units[last].word.given):
        return 0
    after = units[last + 1] if last + 1 < len(units) and units[last + 1].date < 0 else None
    foreign = after is not None and after.word.definite and after.word.feminine and after.word.nationality is not None
    there = (
        before.word.stem in _NEAR
        or (before.word.stem in _TOWARDS and _moves(units, i - 1))
        or (before.word.place_head or {}).get("kind") == "direction"
    )
    if not there and not (foreign and "preposition-place" in before.word.classes):
        return 0
    stem = units[last].word.stem
    if last > i or (foreign and before.word.preposition):
        return last + 1
    foreign_end = len(stem) > 6 and stem.endswith("نا")  # بيلينزونا
    if len(stem) < 4 or (stem.endswith(_NO_TOWN) and not foreign_end) or stem[0] == "إ" or not "ء" <= stem[0] <= "ي":
        return 0
    if (len(stem) == 4 and stem[2] == "و") or (stem[0] == "ا" and stem[-2] == "ا") or stem[:2] in ("مت", "مس"):
        return 0
    if stem[:2] == "من" and len(stem) == 5 and not set(stem[2:]) & set("اوي"):  # منحدر, منعطف
        return 0
    alone = after is None or after.is_mark or after.is_number or after.word.preposition or after.word.lead == "و"
    return last + 1 if alone else 0


def _moves(units: Sequence[Unit], k: int) -> bool:
    """Tells whether someone moves or is moved towards what follows a unit (وصل الوفد إلى │ …, no أدى إلى │ …)."""
    told = (unit.word for unit in units[max(0, k - _MOVED_BEFORE) : k] if unit.date < 0)
    return any(
        (word.verb is not None and not word.verb.kinds.isdisjoint(MOVES))
        or (word.verb is not None and not _SENT_AWAY.isdisjoint(word.verb.lemma.split("|")))
        or (word.act is not None and word.act.kind in MOVES)
        for word in told
    )


def _one_of_two(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a unit is one of two names behind a head of two (مقاطعتي │ روصو │ وكرمسين)."""
    word = units[i].word
    head = i - 1 if word.lead != "و" else i - 2
    if head < 0 or not units[head].word.of_two or units[head].date >= 0 or not plain(units[i]):
        return False
    joined = i + 1 < len(units) and units[i + 1].date < 0 and units[i + 1].word.lead == "و"
    if units[head].word.stem in _PLURALS:
        named = not (word.common or word.known_noun or word.classes or word.office or word.verb or word.pronoun)
        named = named and (word.definite or not word.stem.endswith(("ية", "ي", "ة", "ات")))
        return named and word.place is None and not word.prefix and (joined or word.lead == "و")
    if not units[head].word.stem.endswith("تي"):
        return False
    row = next(iter(entries("events/place_heads", units[head].word.core[:-2] + "ه")), None)
    if row is None or row["kind"] not in ("city", "region", "district") or word.prefix or word.is_function:
        return False
    return word.place is None and (joined or word.lead == "و")
