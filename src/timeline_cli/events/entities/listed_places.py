"""Names of places that the list has, where they are no other word (docs/events.md §4.4)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline_cli.events.entities.entity import Entity
from timeline_cli.lexicon.index import cues
from timeline_cli.text.listed import places
from timeline_cli.text.long_names import LongNames, by_two_words, longest_at
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_FLOODS = cues("floods")
_QUALITIES = cues("qualities")
_POINTS = frozenset({"شمالي", "جنوبي", "شرقي", "غربي"})
_TOWN_PARTS = cues("part-of-town")


@cache
def _place_names() -> LongNames:
    return by_two_words(name.split() for name in places())


def listed_place_at(units: Sequence[Unit], i: int) -> Entity | None:
    """Returns the listed place whose name begins at a unit, None where another word of its letters stands there."""
    word = units[i].word
    length = listed_place(units, i)
    if not length:
        return None
    name = " ".join([units[i].word.listing] + [u.word.fold for u in units[i + 1 : i + length]])
    row = places()[name]
    if name == "عمان":
        row = {"kind": "city"} if "ّ" in units[i].text else units[i].word.place or row
    if row.get("ambiguous") == "never" or (row.get("ambiguous") == "yes" and not _place_cue(units, i, length)):
        return None
    if word.given and length == 1 and i + 1 < len(units) and units[i + 1].word.given:
        return None
    if row.get("ambiguous") == "exact" and not (
        word.stem.removeprefix("ب") == row["form"] and _place_cue(units, i, length)
    ):
        return None  # أطار, no إطار
    before = units[i - 1] if i else None
    if before is not None and word.stem.endswith("يا") and _accusative_people(before):
        return None
    if before is not None and (_of_nationality(word, before) or _of_quality(word, before)):
        return None
    after = units[i + 1].word if i + 1 < len(units) and units[i + 1].date < 0 else None
    behind = units[i - 1].word.stem if i and units[i - 1].date < 0 else ""
    if name == "سيول" and behind in ("بعد", "جراء", "بسبب", "إثر", "من", "عقب", "نتيجة"):
        return None
    told = units[i - 1].word.verb if name == "سيول" and behind else None
    if told is not None and not _FLOODS.isdisjoint(told.lemma.split("|")):
        return None  # جرفت │ سيول, but أعلنت سيول
    if name == "سيول" and after is not None and not after.definite and after.stem.endswith("ة"):
        return None
    if name == "جده" and units[i].word.stem.endswith("ه") and not _place_cue(units, i, length):
        return None
    kind = {"country": "country", "city": "city"}.get(row["kind"], "place")
    part = kind == "city" and after is not None and after.definite and after.core in _TOWN_PARTS
    if part and length == 1 and not (after is not None and (after.prefix or after.lead)):
        length = 2  # البصرة │ القديمة
    return Entity(i, i + length, i, i + length, kind, name, feminine=True)


def _accusative_people(before: Unit) -> bool:
    """Tells whether an indefinite noun with the ا of an object stands before what then is its adjective (أسيرا │
    أوكرانيا)."""
    word = before.word
    if (
        before.date >= 0
        or before.is_mark
        or word.definite
        or word.prefix
        or not word.stem.endswith("ا")
        or len(word.stem) < 4
    ):
        return False
    return word.verb is None and word.place is None and not word.given and not word.is_function


def _of_nationality(word: Word, before: Unit) -> bool:
    """Tells whether a name that is also an adjective describes the noun before it (جنسيات سورية, الأسهم السعودية)."""
    if word.nationality is None or word.prefix or word.lead or before.date >= 0 or before.is_mark:
        return False
    if before.word.definite:
        return True
    return not word.definite and before.word.common and before.word.stem.endswith(("ات", "ة"))


def _of_quality(word: Word, before: Unit) -> bool:
    """Tells whether a town whose name is an adjective describes the noun before it (القوة القاهرة)."""
    if word.core not in _QUALITIES or word.prefix or word.lead or before.date >= 0 or before.is_mark:
        return False
    noun = before.word
    if not noun.definite or noun.place_head is not None or not (noun.common or noun.known_noun):
        return False
    return noun.feminine or noun.pattern_plural


def listed_place(units: Sequence[Unit], i: int) -> int:
    """Returns how many units the longest listed place name at a unit takes, 0 without one (مسقط │ رأسه is none)."""
    length = len(longest_at(_place_names(), units, i))
    if length == 1 and units[i].word.core == "مسقط" and i + 1 < len(units):
        return 0 if units[i + 1].word.core.startswith("راس") else 1
    return length


def _place_cue(units: Sequence[Unit], i: int, length: int) -> bool:
    """Tells whether a preposition of place or a place head stands before an ambiguous name and no genitive after it."""
    after = units[i + length] if i + length < len(units) else None
    if after is not None and after.date < 0 and after.word.definite and not (after.word.nationality or after.word.lead):
        part = i > 0 and (units[i - 1].word.place_head or {}).get("kind") == "direction"
        if not (part and after.word.core in _POINTS):  # ريف حماة │ الشمالي
            return False
    word = units[i].word
    if word.prefix == "ب":
        return True
    before = units[i - 1].word if i else None
    told = before.verb if before is not None and units[i - 1].date < 0 else None
    acts = told is not None and told.person == "3fs" and not told.pronoun
    if acts and after is not None and _thing_behind(word.stem, after):
        return True
    sure = before is not None and before.place is not None and not before.place.get("ambiguous")
    return before is not None and bool("preposition-place" in before.classes or before.place_head or sure)


def _thing_behind(name: str, unit: Unit) -> bool:
    """Tells whether an indefinite noun stands behind a name, the object of its verb (ترسل قطر │ شحنة مساعدات)."""
    word = unit.word
    thing = unit.date < 0 and not unit.is_mark and bool(word.common or word.act) and not word.prefix and not word.lead
    return thing and not (name.endswith("ا") and word.stem.endswith("ا"))  # لعبت │ دورا هاما
