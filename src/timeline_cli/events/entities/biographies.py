"""The person whom the first words of a biography name (docs/events.md §4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.events.entities.entity import Entity, person
from timeline_cli.events.entities.name_words import is_woman, word_behind
from timeline_cli.lexicon.index import cues
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_LONGEST_OPENING = 6
_AMONG = cues("counted-among")


def opening_name(units: Sequence[Unit]) -> Entity | None:
    """Returns the person whom the first words of a biography name: `كمال الأزهري (1898 – 1967) طبيب …`, `تعد رجاء
    الككلي من …`; None elsewhere.

    What follows tells it: a bracket, an indefinite noun that says what someone is, or, behind a verb that says it,
    among whom someone counts.
    """
    counted = bool(units) and "counts-as" in units[0].word.classes
    start = end = int(counted)
    while end < min(len(units), start + _LONGEST_OPENING) and _may_name(units[end], first=end == start):
        end += 1
    while end >= start + 2 and _says_what(units, end - 1) and not units[end - 1].word.given:
        end -= 1
    if not start + 2 <= end < len(units):
        return None
    if counted and units[end].word.stem in _AMONG and (units[1].word.given or not units[1].word.common):
        feminine = units[0].word.stem.startswith("ت")
        return person(units, start, start, end, feminine=feminine)
    after = next((u for u in units[end : end + 12] if _profession(u.word)), None)
    direct = units[end].text == "(" or _says_what(units, end) or units[end].word.stem in ("هو", "هي")
    if not direct or after is None:
        return None
    told = units[end].word if _says_what(units, end) else after.word
    feminine = told.stem.endswith(("ة", "ية")) or is_woman(units[start].word)
    return person(units, start, start, end, feminine=feminine)


def _says_what(units: Sequence[Unit], k: int) -> bool:
    """Tells whether an indefinite noun at a unit says what someone is: a listed one, or one with the adjective of a
    country (مناضلة كينية)."""
    word, after = units[k].word, word_behind(units, k)
    if _profession(word):
        return True
    described = after is not None and after.nationality is not None and not after.definite and not after.lead
    return (
        described
        and after is not None
        and not (word.definite or word.is_function or word.lead)
        and word.feminine == after.stem.endswith("ة")
    )


def _may_name(unit: Unit, *, first: bool) -> bool:
    word = unit.word
    if unit.date >= 0 or unit.is_mark or unit.is_number or word.lead or word.prefix or word.is_function:
        return False
    if first and (word.definite or word.speech is not None or (word.verb is not None and not word.given)):
        return False
    return bool(word.given) or not (word.known_noun or word.organisation or word.act or word.place_head)


def _profession(word: Word) -> bool:
    """Tells whether a word says what someone is: طبيب, مؤلفة, سياسي; indefinite."""
    said = word.office is not None or "person-noun" in word.classes or word.nationality is not None
    return said and not word.definite and not word.prefix and not word.lead
