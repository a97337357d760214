"""What a word alone says of its being part of the name of a person (docs/events.md §4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.lexicon.index import entries, lines_by_fold
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word


def is_woman(word: Word) -> bool:
    """Tells whether a first name is a woman's, also one that is a common word (هدى, أمل)."""
    if word.given != "ambiguous":
        return word.given == "f"
    return any(row["gender"] == "f" for row in entries("events/given_names", word.fold))


def plain(unit: Unit) -> bool:
    """Tells whether a unit is a word, no mark, number or date."""
    return unit.date < 0 and not unit.is_mark and not unit.is_number


def word_behind(units: Sequence[Unit], k: int) -> Word | None:
    """Returns the word right behind a unit, None where a mark, a number, a date or nothing stands there."""
    return units[k + 1].word if k + 1 < len(units) and plain(units[k + 1]) else None


def opens_first_name(units: Sequence[Unit], k: int) -> bool:
    """Tells whether العربي behind an office is a first name, since a family name follows (المدرب السابق │ العربي
    السعداوي)."""
    after = word_behind(units, k)
    if units[k].word.core != "عربي" or after is None or not after.definite or after.prefix or after.lead:
        return False
    return not (after.common or after.known_noun or after.nationality or after.classes)


def may_follow_faith(word: Word) -> bool:
    """Tells whether a word may follow a name in الدين (نصير الدين │ همايون), no noun with a pronoun."""
    return bool(word.given) or (word.unknown and not word.stem.endswith("ه"))


def has_family_article(unit: Unit) -> bool:
    """Tells whether a word has the article, as family names do, and is no verb."""
    return unit.word.stem.startswith("ال") and unit.word.verb is None


def is_listed_family(word: Word) -> bool:
    """Tells whether a word with the article is a family name that is also, or looks like, another word (الثنيان)."""
    return not word.lead and not word.prefix and "ال" + word.core in lines_by_fold("events/family_names")


def is_bare_family(word: Word) -> bool:
    """Tells whether a word without the article is a family name that is also another word (بركات, مطر), or one that
    begins with the letter of a conjunction or preposition (وهبة)."""
    listed = word.fold in lines_by_fold("events/family_names") and not word.pronoun
    return listed and (word.prefix == "ب" or not word.definite)  # بالحاج


def is_clan(word: Word) -> bool:
    """Tells whether a word in ات is the name of a clan, called after a first name (عبيدات, نعيمات)."""
    if not word.stem.endswith("ات") or len(word.stem) < 6 or word.pronoun or word.is_function or word.act is not None:
        return False
    return known_word(word.stem[:-2]).given != ""


def of_town(word: Word) -> bool:
    """Tells whether a word with the article is an adjective of a listed town (الحلبي, البغدادي)."""
    base = word.core.removesuffix("ه").removesuffix("ي")
    if len(base) < 3 or base == word.core:
        return False
    return any(known_word(form).place is not None for form in (base, base + "ة", "ال" + base, base + "ا"))


def _counted_in_two(word: Word) -> bool:
    """Tells whether a word is ب, ل or ك with a noun in the dual or plural (بمجموعتين), no name."""
    if word.stem[:1] not in "بلك" or not word.stem.endswith(("ين", "ات")):
        return False
    inner = word.stem[1:]
    return any(is_known_stem(form) for form in (inner, inner[:-2], inner[:-3] + "ة", inner[:-2] + "ة"))


def may_be_name(units: Sequence[Unit], k: int) -> bool:
    """Tells whether no list claims a word, so that it may be a name."""
    word = units[k].word
    if word.common or word.known_noun or word.speech is not None or word.preposition or word.pronoun in ("ها", "هم"):
        return False
    if word.classes - {"name-word"} or (word.verb is not None and not word.verb.guessed):
        return False
    stem = word.stem
    if stem.startswith(("لي", "لت")) and _imperfect(stem[1:]):
        return False
    if (stem.startswith("است") and len(stem) > 5) or stem.startswith("بب") or _counted_in_two(word):
        return False
    if stem.endswith("ته") and (len(stem) > 5 or is_known_stem(stem[:-2] + "ة")):
        return False
    if stem.endswith("ه") and len(stem) > 4 and is_known_stem(stem[:-1]):
        return False
    if stem.endswith("ات") and foreign_in_at(units, k):
        return True
    if stem.endswith(("ة", "ات", "ًا")) or "ً" in units[k].text:
        return False
    if stem.endswith("ون") and is_known_stem(stem[:-2]):
        return len(stem) == 5 and known_word(stem[:-2]).nationality is None  # سعدون, خيرون, no مهندسون
    return not (stem.endswith("ا") and is_known_stem(stem[:-1]))


def foreign_in_at(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word in ات behind a foreign or unlisted first name is its family name, no plural (ياروسلاف │
    هورفات)."""
    word, before = units[k].word, units[k - 1].word if k else None
    if before is None or not plain(units[k - 1]) or not word.unknown or before.definite or before.lead:
        return False
    after = word_behind(units, k)
    closes = k > 1 and before.given and units[k - 2].word.definite and (after is None or after.preposition)
    first = closes or before.foreign or (before.unknown and not before.stem.endswith(("ة", "ات")))
    base = word.stem[:-2]
    return first and not any(is_known_stem(form) for form in (base, base + "ة", base + "ي", base + "ية"))


def _imperfect(stem: str) -> bool:
    verb = known_word(stem).verb if len(stem) > 3 else None
    return verb is not None and verb.aspect == "imperfect" and not verb.guessed


def is_known_stem(stem: str) -> bool:
    """Tells whether the lists know a stem as a noun or verb, so that a word with an ending is no unknown name."""
    base = known_word(stem) if len(stem) > 2 else None
    sure = base is not None and base.verb is not None and not base.verb.guessed
    return base is not None and bool(base.common or (base.known_noun and not only_place(base)) or sure)


def only_place(word: Word) -> bool:
    """Tells whether the lists know a word as the name of a place and as no noun."""
    noun = word.act or word.office or word.organisation or word.place_head or word.nationality or word.classes
    named = word.place is not None and not word.place.get("ambiguous")
    return named and not (word.common or word.verb or noun)


def is_bare_noun(word: Word, *, foreign: bool) -> bool:
    """Tells whether an ordinary noun may be a family name behind a title and first name; `foreign` ones look like any
    noun of Arabic (إميل دوران)."""
    if word.verb is not None or word.is_function or word.definite or word.pronoun:
        return False
    if (word.known_noun and not (foreign and word.act is not None)) or not (word.common or word.act):
        return False
    return not word.stem.endswith(("ة", "ا") if foreign else ("ة", "ات", "ا", "ين", "ون"))


def is_maghrebi(word: Word) -> bool:
    """Tells whether a word has the shape of a family name of the Maghreb (بنعيسى, بوسماحة)."""
    return word.stem.startswith(("بن", "بو")) and len(word.stem) > 4 and not (word.definite or word.common)


def is_of_maghreb(word: Word) -> bool:
    """Tells whether a word reads as ل and a name, as family names of the Maghreb do (لعروسي, لمريني)."""
    ordinary = word.common or word.act or word.place or word.is_function or word.office or word.organisation
    return word.prefix == "ل" and word.stem.endswith("ي") and len(word.stem) > 4 and not ordinary
