"""What a body is for, as part of its name: للاستثمار, من أجل التغيير, هيئة الرقابة على … (docs/events.md §4.3)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.events.entities.body_words import (
    adjectives_end,
    coordinate_end,
    is_adjective,
    listed_body,
    may_describe,
)
from timeline_cli.lexicon.index import cues
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_LEAGUES = cues("leagues")
_OF_FIELDS = cues("of-field")
_GENERAL = cues("general")
_CAUSES = cues("causes")
_GOVERNED = frozenset({"على", "عن"})
_LOCAL = cues("local-body")
_LOCAL_KINDS = cues("local-kind")
_MISSIONS = frozenset({"بعثه", "قوات", "قوه"})
_NATIONS = frozenset({"امم", "اتحاد"})
_WITHOUT = cues("non-kind")
_WITH_AIMS = frozenset({"party", "union"})
_GOVERNING = {form: preposition for preposition in ("على", "عن", "من") for form in cues(f"governs-{preposition}")}


def with_aim(units: Sequence[Unit], i: int, end: int) -> int:
    """Takes in what a body is for or is not: من أجل with its noun (حزب الاتحاد │ من أجل التغيير), a preposition that
    its last noun governs (هيئة الرقابة │ على الصادرات), غير الحكومية."""
    word, after = units[end], units[end + 1]
    if word.date >= 0 or after.date >= 0 or word.is_mark or after.is_mark or word.word.lead:
        return end
    if word.word.stem == "غير" and after.word.stem in _WITHOUT:
        return end + 2
    if word.word.stem == "في" and units[i].word.core in _MISSIONS and after.word.place is not None:
        return end + 2 if any(unit.word.core in _NATIONS for unit in units[i + 1 : end]) else end
    family = (units[i].word.organisation or {}).get("family")
    if word.word.stem == "من" and after.word.stem == "أجل" and family in _WITH_AIMS:
        return _aim_end(units, end + 2, end)
    if word.word.stem == "ضد" and after.word.definite and family == "union" and end == i + 2:
        return _aim_end(units, end + 1, end)  # منظمة العمل │ ضد الجوع
    governed = _GOVERNING.get(units[end - 1].word.core) == word.word.stem and units[end - 1].word.definite
    nearest = end == i + 2 or units[end - 1].word.prefix == "ل"  # الصندوق الوطني للتأمين │ على البطالة
    return _aim_end(units, end + 1, end) if governed and nearest else end


def _aim_end(units: Sequence[Unit], k: int, end: int) -> int:
    """Returns the unit after the noun phrase at k that the name of a body ends with, `end` where none stands there."""
    if k >= len(units) or units[k].date >= 0 or units[k].is_mark or units[k].word.prefix:
        return end
    word = units[k].word
    if word.definite or word.place is not None:
        return coordinate_end(units, adjectives_end(units, k, k + 1))
    after = units[k + 1].word if k + 1 < len(units) and units[k + 1].date < 0 else None
    noun = (word.common or word.act is not None) and not (word.pronoun or word.is_function)
    if not noun or after is None or not (after.definite or after.place is not None) or after.prefix or after.lead:
        return end
    return coordinate_end(units, adjectives_end(units, k + 1, k + 2))


def purpose_end(units: Sequence[Unit], i: int, end: int, *, named: bool = False) -> int:
    """Returns the unit after the لـ phrase that belongs to some names, `end` itself without one.

    الهيئة العامة للاستثمار, منتخب عمان للشباب, لكرة القدم, المرصد السوري لحقوق الإنسان. `named`: the name stands whole
    before it.
    """
    if end >= len(units) or end == i + 1 or units[end].date >= 0 or not _takes_purpose(units[i].word):
        return end
    word = units[end].word
    if word.bare.startswith(("لكرة", "لألعاب", "لالعاب")) and end + 1 < len(units):
        return end + 2
    before = units[end - 1].word
    named = named or before.stem.endswith(("ية", "ي")) or "adjective" in before.classes or before.place is not None
    named = named or bool(before.given) or (before.definite and before.core in _GENERAL)
    named = named or (word.definite and before.core != "لجنه" and _is_field(word))
    named = named or (end == i + 2 and before.definite and _described_field(units, end))
    proper = before.unknown or (before.definite and not (before.common or before.known_noun or before.act))
    told = units[i - 1].word.verb if i and units[i - 1].date < 0 else None
    named = named or (before.unknown and end == i + 2 and told is None and _of_goods(units[i].word, word))
    named = named or (proper and end == i + 2 and not word.definite and "purpose-noun" in word.core_classes)
    named = named or (units[i].word.core in _CAUSES and end == i + 2 and before.definite and not word.definite)
    if word.core == "مره":
        return end  # المحكمة الجنائية الدولية │ للمرة الأولى
    if word.prefix != "ل" or not named or (before.nationality and units[i].word.core == "لجنه"):
        return end
    after = units[end + 1] if end + 1 < len(units) and units[end + 1].date < 0 else None
    if word.definite:
        body = listed_body(units, end)
        if body:
            return end + body
        people = word.stem.endswith(("ين", "ون")) and word.act is None and "purpose-noun" not in word.core_classes
        people = (
            people
            and not _is_field(word)
            and not _of_guild(units, i, end)
            and (units[i].word.organisation or {}).get("family") != "union"
        )
        governed = after is not None and after.word.stem in _GOVERNED and not _is_field(word)
        if governed and after is not None and _GOVERNING.get(word.core) == after.word.stem and end == i + 2:
            return _aim_end(units, end + 2, end)  # الرابطة الوطنية │ للدفاع عن المستأجرين
        if people or governed:
            return end
        stop = coordinate_end(units, _field_end(units, end))
        nation = units[stop].word.nationality if stop < len(units) and units[stop].date < 0 else None
        return stop + 1 if nation is not None and is_adjective(units[stop], units[i]) else stop
    if before.core in _LOCAL_KINDS and (word.place is not None or "place-opener" in word.core_classes):
        alone = word.place is not None
        return end + 1 if alone else end + 2 if after is not None else end  # المجلس البلدي │ لأولاد تامر
    if after is None or after.word.prefix or after.word.lead:
        return end
    if before.core in _LOCAL_KINDS and word.place_head is not None:
        return end + 2  # المجلس البلدي │ لمدينة حمص
    if word.place_head is not None and units[i].word.core in _LOCAL and after.word.place is not None:
        return end + 2  # مديرية الثقافة │ لولاية المسيلة
    general = before.core in _GENERAL and word.act is None
    general = general and (word.common or (word.pattern_plural and not word.pronoun))
    seated = before.place is not None and units[i].word.core in _CAUSES and word.common and after.word.definite
    if "purpose-noun" not in word.core_classes and not general and not seated:
        return end
    if after.word.place is not None and after.word.place["kind"] == "country":
        return end + 2  # الجبهة الديمقراطية │ لتحرير فلسطين
    if not after.word.definite:
        last = units[end + 2].word if end + 2 < len(units) and units[end + 2].date < 0 else None
        closed = last is not None and not (last.prefix or last.lead) and (last.definite or last.place is not None)
        return end + 3 if closed and after.word.common else end  # لسكك حديد مصر
    return coordinate_end(units, adjectives_end(units, end, end + 2))


def _of_goods(head: Word, word: Word) -> bool:
    """Tells whether a definite noun of things says what an unlisted company makes or sells (شركة ترونيكا │ للصوامع)."""
    named = word.organisation or word.place_head or word.place or word.office or word.nationality or word.given
    people = word.core_classes | word.classes
    thing = (word.common or word.known_noun) and not (named or people & {"person-noun", "group-noun", "vague-person"})
    business = (head.organisation or {}).get("family") == "business" and not head.definite
    return business and bool(thing) and word.definite and word.core != "مره" and not word.stem.endswith(("ين", "ون"))


def _described_field(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a definite noun of things with its relative adjective says what a body is for (مدرسة المعمورة │
    للتكوين المسرحي, مؤسسة النخيل │ للصناعات الدوائية)."""
    word, after = units[k].word, units[k + 1].word if k + 1 < len(units) and units[k + 1].date < 0 else None
    if after is None or not word.definite or word.office is not None or word.classes & {"person-noun", "group-noun"}:
        return False
    relative = after.stem.endswith(("ي", "ية")) and is_adjective(units[k + 1], units[k])
    people = word.stem.endswith(("ين", "ون")) and word.act is None
    return relative and after.nationality is None and not people


def _field_end(units: Sequence[Unit], k: int) -> int:
    """Returns the unit after a definite field and its adjectives: للطاقة النظيفة, للعلوم الصحية."""
    end = adjectives_end(units, k, k + 1)
    if end > k + 1 or end >= len(units) or units[end].date >= 0:
        return end
    word = units[end].word
    if word.definite and not word.lead and word.stem.endswith("ية") and units[k].word.stem.endswith(("ات", "ة")):
        return end + 1
    people = units[k].word.stem.endswith(("ة", "اء", "ين", "ون")) or units[k].word.pattern_plural
    described = word.stem.startswith("الم") and word.stem.endswith("ين") and not word.known_noun
    if people and described and not word.lead:
        return end + 1
    if word.definite and not (word.lead or word.prefix) and word.stem in _OF_FIELDS and not units[k].word.feminine:
        return end + 1  # للإنذار المبكر
    if units[k].word.stem.endswith(("ة", "ات")) is False and _is_field(units[k].word) and _takes_participle(word):
        return end + 1
    plain = word.definite and word.common and not (word.lead or word.prefix or word.known_noun or word.given)
    agrees = word.stem.endswith("ة") and units[k].word.stem.endswith("ة") and may_describe(word)
    return end + 1 if plain and agrees else end


def _of_guild(units: Sequence[Unit], i: int, end: int) -> bool:
    """Tells whether a body is named by the people it serves: a mark, a date or a verb follows them (الهيئة الوطنية
    للمحامين │،)."""
    after = units[end + 1] if end + 1 < len(units) else None
    closed = after is None or after.is_mark or after.date >= 0
    return closed and units[i].word.core in _LEAGUES


def _is_field(word: Word) -> bool:
    """Tells whether a word is a field that companies and societies are named by (للتأمين, للطيران)."""
    return "field-noun" in word.core_classes


def _takes_participle(word: Word) -> bool:
    """Tells whether a definite word is the participle of a masculine field (التخزين │ المبرد)."""
    return (
        word.definite
        and word.stem.startswith("الم")
        and not (word.lead or word.prefix or word.known_noun or word.given)
    )


def _takes_purpose(head: Word) -> bool:
    return "named-by-purpose" in head.core_classes
