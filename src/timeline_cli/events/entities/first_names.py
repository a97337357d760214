"""Whether the name of a person begins at a word (docs/events.md §4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.events.entities.name_words import (
    is_listed_family,
    is_maghrebi,
    may_be_name,
    of_town,
    only_place,
    opens_first_name,
    plain,
    word_behind,
)
from timeline_cli.events.entities.second_names import names_family
from timeline_cli.lexicon.index import cues, lines_by_fold
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.listed_names import FATHER_OF
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_CHAIN = cues("chain")
_PARTICLES = cues("name-particle")
_NAMED_ALONE = cues("named-alone")
_SONS = cues("sons")
_FAMILIES_OF_TWO = cues("family-of-two")
_CALLED = cues("called")
_FAITH_FIRSTS = cues("faith-first")
_SHORT_FIRSTS = cues("short-first")
_ALSO_NOUNS = cues("also-noun")
_NOBLE = frozenset({"فون", "فان"})
_LONGEST_NAME = 8
_WHAT = frozenset({"ما", "مما", "بما", "كما"})


def begins_name(units: Sequence[Unit], i: int, strong: bool) -> bool:
    """Tells whether the name of a person begins at a unit; `strong`: a title before it lets unknown words begin one."""
    unit = units[i]
    word = unit.word
    maghrebi = strong and is_maghrebi(word)  # الشيخ بوزيان
    joined = bool(word.prefix) and word.core in FATHER_OF
    joined = joined or (word.core == "عبد" and bool(word.prefix or word.lead))
    if joined and plain(unit) and word_behind(units, i) is not None:
        return True  # لأبي القاسم, لعبد العالي, وعبد الله
    if not plain(unit) or (word.prefix and not (word.given or maghrebi)) or (word.pronoun == "ها" and not word.given):
        return False
    if i and units[i - 1].word.core in _PARTICLES and not units[i - 1].word.classes:
        return False  # إيتوري دي │ ماريا
    if word.stem == "فإن" or (word.given and word.verb and i and units[i - 1].word.stem in _WHAT):
        return False  # أسوأ ما │ عرفه القطاع
    if word.definite and word.given in ("m", "f"):
        return True
    if opens_faith(units, i):
        return True
    first = _before_first_name(units, i) or (i > 0 and opens_first_name(units, i))
    if word.definite and strong and not word.lead and not word.prefix and first:
        return True
    if word.definite and word.given and strong and i + 1 < len(units) and plain(units[i + 1]):
        if (units[i + 1].word.unknown or units[i + 1].word.fold == "عبد") and not units[i + 1].word.prefix:
            return True  # شارع │ الحبيب بورقيبة, المدير │ الطيب عبد الباسط
        if units[i + 1].word.given and not (units[i + 1].word.definite or units[i + 1].word.prefix):
            k = i - 1 - (i > 1 and units[i - 1].word.nationality is not None)
            return i > 0 and units[k].word.office is not None  # الأديب السوداني │ الطيب صالح
        family = units[i + 1].word
        ordinary = family.common or family.known_noun or family.classes or family.place
        titled = i > 0 and units[i - 1].word.office is not None and units[i - 1].word.definite  # الوزير │ الطيب البكوش
        nisba = (family.stem.endswith("ي") or titled) and not ordinary
        return family.definite and not (family.lead or family.prefix) and (nisba or is_listed_family(family))
    if word.definite:
        return (
            strong
            and i > 0
            and units[i - 1].word.core in _NAMED_ALONE
            and word.core in lines_by_fold("events/given_names")
        )
    if (
        word.fold in _CHAIN
        and not (word.stem.startswith("آ") and not strong)
        and word.fold not in ("ال", "لا", "دا", "دو")
        and not word.lead
    ):
        return (
            i + 1 < len(units) and plain(units[i + 1]) and word.fold in ("ابو", "ابي", "عبد", "ابن", "ام", "ايت", "فان")
        )
    if strong and of_two(units, i):
        return True
    if strong and only_place(word) and _before_particle(units, i):
        return True
    if i and units[i - 1].word.core in _CALLED and word.unknown:
        return True  # المدعو │ سرحات يلدرم
    if strong and word.unknown and not word.definite and _woman_in_ta(units, i):
        return True
    if word.given and (word.office is not None or word.core in _ALSO_NOUNS) and _rules_noun(units, i):
        return False  # سمو │ أمير المنطقة, خلف المدارس, رئيس الجمهورية │ وسام العلوم
    if (word.given or (strong and no_noun(word))) and i + 2 < len(units) and units[i + 1].word.stem in _SONS:
        return plain(units[i + 1]) and plain(units[i + 2])  # الوالي │ يسلم ولد سيدي
    if word.given == "f" and word.act is not None and not strong and not word.lead and _names_winner(units, i):
        return False  # فوز │ إسكندر شاه رضوان
    if word.given:
        return not (is_verb(units, i, False) and word.given == "ambiguous" and not strong)
    if strong and word.stem in _SHORT_FIRSTS and i + 1 < len(units) and plain(units[i + 1]):
        return not units[i + 1].word.definite  # العمدة │ با عثمان
    after_office = i > 0 and (units[i - 1].word.definite or units[i - 1].word.place is not None)
    if strong and (word.common or only_place(word)) and after_office and before_family(units, i):
        return True
    if strong and (_two_unknown(units, i) or _in_alif(units, i) or _behind_verb(units, i)):
        return True
    return strong and may_be_name(units, i) and not word.lead


def _before_particle(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a foreign particle joins a word to a family name, so that it is a first name though a town is
    called so too (الجنرال كولمار │ فون …)."""
    after = word_behind(units, i)
    joined = after is not None and after.stem in _NOBLE and not (after.lead or after.prefix)
    return joined and i + 2 < len(units) and plain(units[i + 2]) and not units[i].word.definite


def of_two(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a listed name of two words stands at a unit (ماء العينين)."""
    return k + 1 < len(units) and f"{units[k].word.stem} {units[k + 1].word.stem}" in _FAMILIES_OF_TWO


def opens_faith(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a first name in الدين begins at a unit, whatever else its first word may be (خير الدين)."""
    return units[i].word.stem in _FAITH_FIRSTS and i + 1 < len(units) and units[i + 1].word.stem == "الدين"


def no_noun(word: Word) -> bool:
    """Tells whether the lists know no noun or particle of the letters of a word."""
    return not (word.definite or word.common or word.known_noun or word.is_function or word.lead or word.prefix)


def _woman_in_ta(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a word in ة that no list holds is the first name of a woman behind her title (الأميرة │ فهدة أبو
    نيان)."""
    after, k = word_behind(units, i), i - 1
    if after is None or not units[i].word.stem.endswith("ة") or after.lead or after.prefix:
        return False
    while k > 0 and units[k].word.office is None and units[k].word.definite and units[k].word.stem.endswith("ية"):
        k -= 1  # المخرجة المسرحية │ هالة …
    title = units[k].word if k >= 0 else None
    woman = title is not None and title.definite and title.office is not None and title.office["gender"] == "f"
    family = is_listed_family(after) or (after.definite and after.stem.endswith("ي") and not after.known_noun)
    return woman and bool(after.given or after.unknown or after.fold in _CHAIN or (family and not after.common))


def _names_winner(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a man's name of two words follows a woman's that is also an act."""
    first, second = word_behind(units, i), word_behind(units, i + 1)
    man = first is not None and first.given == "m" and not (first.lead or first.prefix)
    return man and second is not None and not (second.preposition or second.prefix or second.lead)


def _rules_noun(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a noun that is no name of a family follows, as behind a title or preposition."""
    after = word_behind(units, i)
    if after is None or after.lead or after.prefix or after.given or is_listed_family(after) or after.unknown:
        return False
    if after.fold in _CHAIN:
        return False  # خلف عبد الصمد
    return bool(after.common or after.known_noun or after.place_head or after.act) and not after.stem.endswith("ي")


def _two_unknown(units: Sequence[Unit], i: int) -> bool:
    """Tells whether two words that no list holds follow an office of several words (السفير المنغولي │ غانبات دورج)."""
    if i < 2 or i + 1 >= len(units) or not plain(units[i + 1]):
        return False
    first, second, before = units[i].word, units[i + 1].word, units[i - 1].word
    held = units[i - 2].word.office is not None or units[i - 2].word.own_office
    if first.lead or second.lead or second.prefix or not (before.definite and held):
        return False
    if first.preposition and before.nationality is not None and len(first.stem) < 4:
        return second.unknown and not (second.definite or second.pronoun)  # نظيره الكمبودي │ بعد سوفيان
    unknown = first.unknown and not first.definite and not first.stem.endswith("ات" if first.known_noun else "اً")
    return unknown and second.unknown and not second.definite


def _in_alif(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a word in ا behind a title stands before one that no list holds, so that it is no accusative
    (الرومانية │ يوانا بوبيسكو)."""
    word, after = units[i].word, word_behind(units, i)
    if (
        after is None
        or not word.stem.endswith("ا")
        or word.is_function
        or word.lead
        or word.prefix
        or "ً" in units[i].text
    ):
        return False
    sure = after.unknown and not (after.definite or after.lead or after.prefix or after.stem.endswith(("ا", "ة", "ات")))
    return sure and i > 0 and units[i - 1].word.definite


def _behind_verb(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a word with the letters of a verb is a first name behind the adjective of a country, since another
    verb begins the clause (وصل الوزير الكوري │ بارك سونغ مين)."""
    word, after = units[i].word, word_behind(units, i)
    before = units[i - 1].word if i else None
    if word.verb is None or word.lead or word.pronoun or after is None or before is None or not before.definite:
        return False
    foreign = after.foreign or (after.unknown and not (after.definite or after.prefix or after.lead))
    if not foreign or before.nationality is None:
        return False
    for j in range(i - 2, max(-1, i - _LONGEST_NAME), -1):
        if not plain(units[j]) or units[j].word.is_function:
            return False
        if is_verb(units, j, False):
            return True
    return False


def _before_first_name(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a word with the article stands before a name of the father (الماحي │ سليمان, المختار │ ولد …)."""
    after = word_behind(units, i)
    if after is None or after.lead or after.prefix:
        return False
    word = units[i].word
    if after.stem in _SONS or after.core in FATHER_OF:
        return bool(word.given) or not word.known_noun
    ordinary = word.common or word.known_noun or word.classes or word.nationality is not None or of_town(word)
    return bool(after.given) and not ordinary


def before_family(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a noun behind a title stands before a word that can only be a family name (القاضي صقر العيناتي)."""
    word = units[i].word
    listed = names_family(units, i + 1)
    unsure = (word.known_noun and not only_place(word)) or word.verb is not None
    unsure = unsure and not (listed and word.common)
    if unsure or word.is_function or word.lead or word.prefix or word.pronoun:
        return False
    after = word_behind(units, i)
    if after is None or not after.definite or after.lead or after.prefix or not after.stem.endswith("ي"):
        return False
    return listed or not (after.common or after.known_noun or after.classes)
