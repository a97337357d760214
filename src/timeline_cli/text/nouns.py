"""Nouns that no list holds as they stand: listed ones with a pronoun, a case ending, as a dual or a sound plural, and
verbal nouns of listed verbs, whose shapes follow from the verb (docs/events.md §11).

Each function takes a form without و, ف and article, and its fold, which is as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from timeline_cli.text.letters import fold as folded
from timeline_cli.text.listed import (
    ACTS,
    BODIES,
    COMMON,
    GIVEN,
    OFFICES,
    PLACE_HEADS,
    VERBS,
    function_classes,
    lists_of,
    row_of,
)
from timeline_cli.text.shapes import NO_CLASSES

_LISTED = (COMMON, ACTS, OFFICES, BODIES, PLACE_HEADS)
_ANY = COMMON | ACTS | OFFICES | BODIES | PLACE_HEADS
_POSSESSIVES = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه", "ك")
_ENDINGS = {"ت": "ةه", "ئ": "ءء", "ؤ": "ءء", "ا": "ىي"}
_NOUN_CLASSES = frozenset({"person-noun", "group-noun", "plain-noun", "field-noun", "attribute-noun", "statement-noun"})
_LEAST = 3
_SHORT = ("ها", "هم", "هما", "هن")  # these also behind two letters: حقها, يدهم

# A verbal noun and the verb form that must be listed for it: the imperfect, or the perfect of تفعّى and تفاعى.
_MASDARS = (
    (r"ت(..)ي(.)", "ي{}{}"),  # توفير
    (r"ت(..)[يئ]ة", "ي{}ي"),  # تلبية
    (r"ت(..)ئة", "ي{}ئ"),  # تهيئة
    (r"إي(.)ا(.)", "يو{}{}"),  # إيصال
    (r"إ(..)اء", "ي{}ي"),  # إعطاء
    (r"إ(..)ا(.)", "ي{}{}"),  # إدخال
    (r"إ(.)ا(.)ة", "ي{}ي{}"),  # إتاحة
    (r"ا(.[تطد])يا(.)", "ي{}ا{}"),  # اجتياز
    (r"ا(...)اء", "ي{}ي"),  # انتهاء
    (r"ا(...)ا(.)", "ي{}{}"),  # انتشار
    (r"است(.)ا(.)ة", "يست{}ي{}"),  # استعادة
    (r"استي(.)ا(.)", "يستو{}{}"),  # استيعاب
    (r"است(..)اء", "يست{}ي"),  # استدعاء
    (r"است(..)ا(.)", "يست{}{}"),  # استخدام
    (r"م(.ا.)اة", "ي{}ي"),  # ملاقاة
    (r"م(.ا..)ة", "ي{}"),  # مضاعفة
    (r"([^ا]{4})ة", "ي{}"),  # زعزعة
    (r"(ت..|ت.ا.)ي", "{}ى"),  # تدني, تفادي
    (r"(ت..?..)", "{}"),  # تفاعل
)


@cache
def _masdars(letter: str) -> tuple[tuple[Callable[[str], re.Match[str] | None], str], ...]:
    """Returns the shapes of verbal nouns that may begin with a letter, empty for all but four, each with its verb."""
    own = ((shape, verb) for shape, verb in _MASDARS if shape.lstrip("(")[0] in (letter, "["))
    return tuple((re.compile(shape).fullmatch, verb) for shape, verb in own)


def _is_noun(form: str, fold: str) -> bool:
    """Tells whether a list holds a form as a noun or adjective as it stands."""
    if lists_of(fold) & _ANY and any(row_of(which, form, fold) is not None for which in _LISTED):
        return True
    return not function_classes().get(form, NO_CLASSES).isdisjoint(_NOUN_CLASSES) or _is_masdar(form)


def _is_masdar(form: str) -> bool:
    if not 5 <= len(form) <= 7 and not form.startswith("ت"):
        return False
    for matches, verb in _masdars(form[0] if form[0] in "تإام" else ""):
        found = matches(form)
        if found is not None:
            listed = verb.format(*found.groups())
            row = row_of(VERBS, listed, folded(listed))
            if row is not None and row["aspect"].startswith("imperfect" if listed[0] == "ي" else "perfect"):
                return True
    return False


def is_inflected_noun(form: str, fold: str) -> bool:
    """Tells whether a form is a listed noun with an ending (بلاده, خدماتها, مسؤولي, جديدا, مشروعين, مخزونات)."""
    return is_governed_noun(form, fold) or _accusative(form, fold)


def is_governed_noun(form: str, fold: str) -> bool:
    """Tells whether a form is a listed noun with an ending that may stand behind a preposition (no accusative)."""
    return _is_masdar(form) or _owned(form, fold) or _dual_or_plural(form, fold)


def _owned(form: str, fold: str) -> bool:
    if not form.endswith(_POSSESSIVES):
        return False
    for pronoun in _POSSESSIVES:
        least = 2 if pronoun in _SHORT else _LEAST
        if form.endswith(pronoun) and len(form) - len(pronoun) >= least:
            base, plain = form[: -len(pronoun)], fold[: -len(pronoun)]
            if _is_noun(base, plain) and base[-1] not in "ةى":
                return True
            ending = _ENDINGS.get(base[-1])
            if ending is not None and _is_noun(base[:-1] + ending[0], plain[:-1] + ending[1]):
                return True
            if is_construct(base, plain):
                return True
    return False


def _accusative(form: str, fold: str) -> bool:
    if form[-1] != "ا" or len(form) <= _LEAST:
        return False
    base, plain = form[:-1], fold[:-1]
    if base[-1] == "ئ" and _is_noun(base[:-1] + "ء", plain[:-1] + "ء"):
        return True
    return base[-1] not in "ةىاء" and _is_noun(base, plain)


def _dual_or_plural(form: str, fold: str) -> bool:
    """A dual or sound plural of a noun of four letters at least: a short one with ان or ين is a name as often."""
    if form.endswith(("تين", "تان")) and _is_noun(form[:-3] + "ة", fold[:-3] + "ه"):
        return True
    counted = form.endswith(("ين", "ان", "ون")) and len(form) >= 6 and form[-3] not in "ةه"
    if counted and not lists_of(fold[:-2]) & GIVEN and _is_noun(form[:-2], fold[:-2]):
        return True  # no سالمان
    if not form.endswith("ات") or len(form) < 5:
        return False
    return _is_noun(form[:-2] + "ة", fold[:-2] + "ه") or (len(form) >= 6 and _is_noun(form[:-2], fold[:-2]))


def is_construct(form: str, fold: str) -> bool:
    """Tells whether a form is a dual or sound plural before its genitive (مسؤولي, لاعبو, منطقتي).

    These are of participles, offices and nouns in ة, and no common words for the rules that take those in ي for
    adjectives.
    """
    if form[-1] not in "يو" or len(form) < 5:
        return False
    base, plain = form[:-1], fold[:-1]
    if base[-1] == "ت" and form[-1] == "ي" and _is_noun(base[:-1] + "ة", plain[:-1] + "ه"):
        return True
    participle = base[0] == "م" or base[1] == "ا"
    if participle and _is_noun(base, plain):
        return True
    return _is_noun(base + "ين", plain + "ين") or _is_noun(base + "ون", plain + "ون")
