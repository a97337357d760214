"""Adjectives, pairs and whole names inside the name of a body (docs/events.md §4.1, §4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline_cli.events.entities.name_words import is_known_stem, opens_first_name
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.long_names import LongNames, by_two_words, longest_at
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word


def coordinate_end(units: Sequence[Unit], k: int) -> int:
    """Returns the unit after the second half of a pair that names one body, k itself where و opens something else.

    وزارة التجارة │ والصناعة, وزارة الاتصالات │ وتقنية المعلومات, وزارة البيئة │ والمياه والزراعة.
    """
    end = k
    while end < len(units) and _joins(units, end):
        if units[end].word.definite:
            end = adjectives_end(units, end, end + 1)
            continue
        after = units[end + 1] if end + 1 < len(units) else None
        if after is None or after.date >= 0 or not after.word.definite or after.word.prefix or after.word.lead:
            return end
        if _is_entity_head(after.word):
            return end
        end = adjectives_end(units, end + 1, end + 2)
    return end


def _joins(units: Sequence[Unit], k: int) -> bool:
    word = units[k].word
    if units[k].date >= 0 or not word.lead or word.prefix or word.is_function or word.pronoun:
        return False
    if _is_entity_head(word) or is_verb(units, k, False):
        return False
    people = (
        word.definite and word.stem.endswith(("ين", "ون")) and (word.core[0] == "م" or is_known_stem(word.stem[2:-2]))
    )
    if people and not units[k - 1].word.stem.endswith(("ين", "ون")):
        return False  # بين قوات الأمن │ والمقاتلين
    return word.definite or bool(word.common or word.act)


def _is_entity_head(word: Word) -> bool:
    named = word.organisation or word.office or (word.place and not word.common) or word.given
    return bool(named) or "person-noun" in word.classes or "group-noun" in word.classes


def adjectives_end(units: Sequence[Unit], i: int, end: int) -> int:
    """Returns the unit after the adjectives of the head at i that begin at `end`."""
    while end < len(units) and units[end].date < 0 and not units[end].is_mark and is_adjective(units[end], units[i]):
        if opens_first_name(units, end):
            break
        end += 1
    return end


def is_adjective(unit: Unit, head: Unit) -> bool:
    """Tells whether a definite word reads as the adjective of a definite noun before it."""
    word = unit.word
    if not word.definite or word.prefix or word.lead:
        return False
    if not _agrees(word, head.word):
        return False
    if word.nationality is not None or word.classes & {"adjective", "ordinal"}:
        return True
    if word.organisation is not None or word.act is not None or word.place is not None:
        return False
    if not may_describe(word) or names_site(word):
        return False
    if word.stem.endswith(("ية", "ي")):
        return True
    if word.stem.endswith("يين") and word.definite and word.known_noun is False:
        return True
    if word.office is not None:
        return False
    return head.word.feminine and not head.word.definite and word.stem.endswith("ة") and word.stem.startswith("الم")


def names_site(word: Word) -> bool:
    """Tells whether a word with the article is a site or town (المحمية), what something is done to behind a body."""
    head = known_word(word.core[:-1] + "ة").place_head if word.stem.endswith("ية") else None
    return head is not None and head["kind"] in ("site", "nature", "city")


def may_describe(word: Word) -> bool:
    """Tells whether a word may be the adjective of a name, so no noun in م…ة (المقبرة), no title (القاضي), and no
    participle that opens a phrase of its own (التابع)."""
    if word.office is not None and not word.office["note"] and not word.stem.endswith("ية"):
        return False
    return not (word.core_classes | word.classes) & {"plain-noun", "never-in-name", "relative", "demonstrative"}


def _agrees(word: Word, head: Word) -> bool:
    """Tells whether an adjective may go with a definite head: ة needs a feminine, a bare form no ة before it."""
    if not head.definite or head.stem.endswith(("ين", "ون", "ان")):
        return True
    feminine = word.stem.endswith("ة") or (
        word.stem.endswith(("ى", "اء", "ات", "يا")) and not word.stem.startswith("الأ")
    )
    if head.stem.endswith(("ة", "ات")):
        return feminine
    return not feminine or head.stem.endswith("اء") or head.feminine or head.pattern_plural


@cache
def _bodies() -> LongNames:
    """Returns the names of bodies that are listed whole (الأمم المتحدة)."""
    names = (row["fold"].split() for row in rows("events/organisation_heads"))
    return by_two_words(words for words in names if len(words) > 1)


def listed_body(units: Sequence[Unit], i: int) -> int:
    """Returns how many units a listed name of a body at a unit takes, 0 without one."""
    return len(longest_at(_bodies(), units, i))
