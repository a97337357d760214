"""Forms with a pronoun that tell what was done to the indefinite noun before them (docs/events.md §1.3, C8)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.text.tokens import Unit


def made_by(units: Sequence[Unit], i: int, following: Unit) -> bool:
    """Tells whether a form with a pronoun tells who did what to the indefinite noun before it, which no noun with a
    pronoun could follow (رواية │ كتبها سالم الراوي, دعوى │ رفعها الورثة)."""
    verb, before = units[i].word.verb, units[i - 1]
    if verb is None or verb.aspect != "perfect" or verb.pronoun not in ("ه", "ها") or units[i].word.lead:
        return False
    noun = before.word
    known = noun.common or noun.known_noun or noun.act is not None or noun.stem.endswith(("ة", "اء", "وى"))
    bare = not (noun.definite or noun.pronoun or noun.place or noun.given or noun.office or noun.is_function)
    if before.date >= 0 or before.is_mark or before.is_number or not known or not bare or i < 2:
        return False
    if noun.verb is not None and not units[i - 2].word.preposition:
        return False
    if units[i - 2].date >= 0 or units[i - 2].is_mark or units[i - 2].word.verb is not None:
        return False
    many = noun.feminine or noun.pattern_plural or noun.stem.endswith("ات")
    if many != (verb.pronoun == "ها"):
        return False
    word = following.word
    if following.date >= 0 or following.is_mark or word.prefix or word.lead or word.is_function or word.pronoun:
        return False
    named = bool(word.given) or word.office is not None or word.organisation is not None
    people = word.stem.endswith("ون") or bool(word.core_classes & {"person-noun", "group-noun"})
    behind = units[i + 2] if i + 2 < len(units) and units[i + 2].date < 0 else None
    owned = behind is not None and behind.word.definite and not behind.word.prefix  # ورثة │ الكاتب
    return word.definite or named or people or word.unknown or owned
