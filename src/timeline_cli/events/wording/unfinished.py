"""Nouns whose object or whole stands right behind them, so that no title ends between (docs/events.md §3.1, T11)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.lexicon.index import cues
from timeline_cli.text.tokens import OPENING_QUOTES, Unit

_PARTS = cues("parts-of")
_SEEN = cues("sees")
_TITLED = cues("told-as-name")
_MEANWHILE = "اثناء"


def sees(units: list[Unit], k: int) -> bool:
    """Tells whether somebody's seeing or meeting has its object behind it (يفيد مشاهدتهما │ جرف السيل شخصين, خلال
    لقائه │ وزير المالية)."""
    word, after = units[k].word, units[k + 1]
    owned = word.pronoun and not word.definite and not word.lead and word.verb is None
    bare = is_nominal(after) and not (after.word.definite or after.word.prefix or after.word.lead or after.is_number)
    return bool(owned) and bare and word.core.removesuffix(word.pronoun) in _SEEN and after.word.stem[-1:] != "ا"


def parts_of(units: list[Unit], k: int) -> bool:
    """Tells whether a unit is a noun that counts parts of what من names, or its adjective (بعد سلسلة طويلة │ من
    الخسائر, لمزيد │ من)."""
    word, behind = units[k].word, [unit.word.stem for unit in units[k + 1 : k + 3]]
    if word.core in _PARTS or (word.prefix and "quantifier" in word.core_classes):
        described = is_nominal(units[k + 1]) and not units[k + 1].word.definite
        return behind[:1] == ["من"] or (described and behind[1:] == ["من"])
    plain = is_nominal(units[k]) and not (word.definite or word.prefix or word.lead)
    return plain and behind[:1] == ["من"] and k > 0 and units[k - 1].word.core in _PARTS


def gathers(units: list[Unit], k: int) -> bool:
    """Tells whether a unit is a perfect that letters of a noun are too, behind an object of which it says whom or what
    it brought together (عقد اجتماعا ضم │ كبار القادة)."""
    before, after = units[k - 1], units[k + 1]
    verb = units[k].word.verb
    if verb is None or not verb.ambiguous or not verb.transitive or verb.aspect != "perfect" or k == 0:
        return False
    thing = before.date < 0 and before.word.stem.endswith(("ا", "اً")) and not before.word.definite
    return thing and (before.word.act is not None or bool(before.word.common)) and is_nominal(after)


def done_by(units: list[Unit], k: int) -> bool:
    """Tells whether a unit is the bare noun of an act behind أثناء, whose doer or object follows (أثناء أداء │ مصلين
    الصلاة)."""
    owned = bool(units[k].word.pronoun)
    return k > 0 and not owned and units[k - 1].word.core == _MEANWHILE and _bare(units[k]) and _bare(units[k + 1])


def _bare(unit: Unit) -> bool:
    return is_nominal(unit) and not (unit.word.prefix or unit.word.lead or unit.word.definite or unit.is_number)


def names_in_mark(units: list[Unit], k: int) -> bool:
    """Tells whether the name that a noun announces stands in the bracket or quotation marks behind it or its date (تحت
    اسم │ (نادي النهر))."""
    word = units[k].word
    after = next((unit for unit in units[k + 1 : k + 6] if unit.date < 0), None)
    bare = word.core in _TITLED and not (word.definite or word.pronoun)
    return bare and after is not None and (after.text == "(" or after.text in OPENING_QUOTES)
