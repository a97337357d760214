"""Where a clause begins with its subject behind و, or a noun with what is told of it (docs/events.md §1.3)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.text.tokens import Unit

_LONGEST = 3


def joined_subject(units: Sequence[Unit], own: Sequence[int], i: int) -> list[int]:
    """Returns the units of a definite noun with و and its adjectives right before a verb that agrees with it, which
    then opens a clause (نشكر الأمناء │ والقرار الرسمي يصدر …); none elsewhere. `own`: units of the clause so far."""
    verb = units[i].word.verb
    if verb is None or verb.ambiguous or verb.guessed or verb.person not in ("3ms", "3fs"):
        return []
    found: list[int] = []
    for k in reversed(own[-_LONGEST:]):
        word = units[k].word
        if k != i - 1 - len(found) or units[k].date >= 0 or units[k].is_mark or not word.definite or word.prefix:
            return []
        found.insert(0, k)
        if word.lead == "و":
            feminine = word.feminine or word.pattern_plural or word.stem.endswith("ات")
            return found if feminine == (verb.person == "3fs") and len(own) > len(found) else []
    return []


def told_of_owned(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a verb describes an indefinite noun that somebody has (أمامها مهلة │ تنتهي غدا)."""
    if i < 2 or units[i - 1].date >= 0 or units[i - 1].is_mark or units[i].word.lead:
        return False
    noun, before, verb = units[i - 1].word, units[i - 2].word, units[i].word.verb
    bare = not (noun.definite or noun.pronoun or noun.is_function or noun.place or noun.given)
    if verb is None or verb.pronoun or not bare or not (noun.common or noun.known_noun or noun.act):
        return False
    return "preposition-bound" in before.classes and noun.feminine == (verb.person == "3fs")
