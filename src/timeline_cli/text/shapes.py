"""Verbs: what a list says of one, and what the shape of an unlisted form gives away (docs/events.md §1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeGuard

NO_CLASSES: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Verb:
    """A finite verb form of `event_verbs.csv`, or one guessed from its shape.

    `base` is the form without the future prefix and the attached pronoun, `pronoun` that pronoun or empty.
    `aspect` is perfect or imperfect, `person` 3ms, 3fs, 3mp or a first person (1s, 1p). `title_head` is yes, light or
    effect. `ambiguous`: the letters are also a noun. `stative`: mostly tells a state. `guessed`: in no list. `unclear`:
    the letters are several persons or aspects. `mark`: the shadda or damma without which they are no verb, or empty.
    """

    base: str
    lemma: str
    kinds: frozenset[str]
    aspect: str
    person: str
    passive: bool = False
    transitive: bool = True
    prepositions: frozenset[str] = NO_CLASSES
    title_head: str = "yes"
    ambiguous: bool = False
    stative: bool = False
    future: bool = False
    pronoun: str = ""
    guessed: bool = False
    unclear: bool = False
    mark: str = ""


def guessed_verb(form: str, plain: str) -> Verb | None:
    """Guesses a verb from the shape of a form that no list holds: يفاقم, يوالي, تتآكل, سيحظى, احتضن, استغرق, رفعت.

    `plain`: its fold.
    """
    future = (
        plain.startswith(("سي", "ست")) and len(plain) >= 5 and not plain.endswith(("ه", "ات", "يا", "ان", "كم", "تنا"))
    )
    body = plain[1:] if future else plain
    if body[0] == "ي" and len(body) == 5 and body[2] == "ا" and body[4] == "ي":
        return _shape(form, "imperfect", "3ms", future)
    if body.startswith("تت") and 5 <= len(body) <= 7 and not form.endswith(("ة", "يج")):
        return _shape(form, "imperfect", "3fs", future)
    if body.startswith("يو") and len(body) > 5 and not body.endswith(("ون", "وا", "ه", "ها", "هم")):
        return None  # يوفنتوس, يوتيكو
    if body[0] == "ي" and 4 <= len(body) <= 8 and not form.endswith(("ة", "ا", "ي", "ية", "يان")):
        person = "3mp" if body.endswith(("ون", "وا")) else "3ms"
        return _shape(form, "imperfect", person, future)
    if future and len(body) >= 4:
        return _shape(form, "imperfect", "3fs", True)
    if len(plain) == 5 and plain[0] == "ا" and "ا" not in plain[1:] and (plain[2] == "ت" or plain[1] == "ن"):
        return _shape(form, "perfect", "3ms") if not form.endswith(("ة", "ه", "ي", "ن")) else None
    if len(plain) == 6 and plain.startswith("است") and "ا" not in plain[3:] and not form.endswith(("ة", "ه", "ي")):
        return _shape(form, "perfect", "3ms")
    if (
        form.endswith("ت")
        and not form.endswith(("ات", "يت", "وت"))
        and len(plain) >= 4
        and plain[0] != "م"
        and plain[:2] != "لل"
    ):
        return _shape(form, "perfect", "3fs")
    if form.endswith("وا") and len(plain) >= 5:
        return _shape(form, "perfect", "3mp")
    return None


def _shape(form: str, aspect: str, person: str, future: bool = False) -> Verb:
    base = form[1:] if future else form
    return Verb(base, base, NO_CLASSES, aspect, person, future=future, guessed=True)


def is_sure(verb: Verb | None) -> TypeGuard[Verb]:
    """Tells whether a form is a verb of the lists and nothing else."""
    return verb is not None and not verb.ambiguous and not verb.guessed
