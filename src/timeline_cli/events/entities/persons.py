"""How far the name of a person runs (docs/events.md §4.2, rules N1–N8)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.events.entities.name_words import (
    has_family_article,
    is_bare_family,
    is_listed_family,
    is_maghrebi,
    may_be_name,
    may_follow_faith,
    of_town,
    only_place,
    opens_first_name,
    plain,
    word_behind,
)
from timeline_cli.events.entities.second_names import continues_name, names_family
from timeline_cli.lexicon.index import cues, lines_by_fold
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_CHAIN = cues("chain")
_KUNYAS = frozenset({"ابو", "ابي"})
_NAMED_ALONE = cues("named-alone")
_FAITH = cues("faith")
_SONS = cues("sons")
_LINKS = cues("name-link")
_FAMILIES_OF_TWO = cues("family-of-two")
_CALLED = cues("called")
_NICKNAMED = cues("nicknamed")
_NAME_TAILS = cues("name-tail")
_FAITH_FIRSTS = cues("faith-first")
_GOD_FIRSTS = cues("god-first")
_COMPOUND_FIRSTS = frozenset({"ولي"})
_MEDALS = cues("named-by")
_RANKS_BEHIND = cues("rank-behind")
_SHORT_FIRSTS = cues("short-first")
_LONGEST_NAME = 8


def name_end(units: Sequence[Unit], i: int, *, strong: bool) -> int:
    """Returns the unit after the name run that begins at i, i itself where none begins (rules N1–N8).

    `strong`: the title before it lets any unknown word begin a name; without it a given name must.
    """
    if i >= len(units) or not _begins(units, i, strong):
        return i
    end = i + 1 + _of_two(units, i)
    known = bool(units[i].word.given) or opens_faith(units, i) or end > i + 1
    foreign = units[i].word.foreign
    joined = 0  # words of names of two words: فضل الله, عبد الباري, نور الدين
    while end < len(units) and end - i < _LONGEST_NAME:
        unit = units[end]
        if _hyphen(units, end):
            end += 2
            continue
        if not plain(unit):
            break
        behind = (
            units[end - 1].word.fold in _CHAIN
            or units[end - 1].word.core in _KUNYAS
            or _son(units, end - 1, i)
            or _foreign_link(units, end - 1)
        )
        if behind and not unit.word.preposition:
            joined += units[end - 1].word.fold in ("عبد", "ابو", "ابن", "بن", "ام")
            end += 1 + _of_master(units, end)
            known = True
            continue
        if _foreign_link(units, end):
            end += 1
            continue
        if (
            (unit.word.fold in _CHAIN or _son(units, end, i))
            and unit.word.lead == ""
            and end + 1 < len(units)
            and plain(units[end + 1])
        ):
            end += 1
            continue
        if unit.word.core in _CALLED or unit.word.core in _NICKNAMED:
            break
        if known and _opens_compound(units, end):
            end += 2  # محمد │ سعد الله, رمضان │ ولي الدين, أكرم │ إمام أوغلو
            joined += 1
            continue
        if known and _before_son(units, end):
            end += 1  # محمد خونا │ ولد هيدالة
            continue
        if _pious(units, end) or _other_person(units, end, i):
            break
        servant = unit.word.stem == "الله" and end - i == 1
        if (servant or (unit.word.core in _FAITH and unit.word.definite)) and not unit.word.lead and known:
            end += 1
            joined += 1
            continue
        if is_bare_family(unit.word) and unit.word.prefix and units[end - 1].word.given:
            end += 1  # رجاء │ بالحاج
            break
        if unit.word.definite and end - i > 1 and is_maghrebi(units[end - 1].word) and not units[end - 1].word.given:
            break
        if unit.word.definite or has_family_article(unit):
            chained = units[i].word.fold in _CHAIN and end - i == 2
            fathered = end - i > 2 and units[end - 2].word.fold in ("بن", "بنت") and not unit.word.common
            closed = end + 1 >= len(units) or units[end + 1].is_mark
            fathered = fathered and (closed or unit.word.stem.endswith("ية") or not unit.word.stem.endswith("ة"))
            single = end - i == 1 or chained or fathered or units[end - 1].word.core in _FAITH
            single = single or (end - i == 2 and units[end - 1].word.fold in _RANKS_BEHIND)  # كمال بك │ الشمعة
            known = known or chained
            if unit.word.prefix or unit.word.lead or not (known or single) or (foreign and not single):
                break
            if _family_name(units, end, single, known) and not (_crowned(units, i) and unit.word.common):
                end += 1
                if end < len(units) and "ordinal" in units[end - 1].word.classes and units[end].word.stem == "عشر":
                    end += 1  # لويس السادس عشر
                if end < len(units) and plain(units[end]) and _half_family(units, end):
                    end += 1
                while end < len(units) and end - i < _LONGEST_NAME and plain(units[end]) and _second_family(units, end):
                    end += 1
                if end + 1 < len(units) and _son(units, end, i) and plain(units[end + 1]):
                    end += 2  # عمر المختار │ ولد داداه
                    end += end < len(units) and plain(units[end]) and units[end].word.given in ("m", "f")
                if end + 1 < len(units) and units[end].word.stem == "آل" and plain(units[end + 1]):
                    end += 2  # بدر الفهد │ آل مشاري
            break
        religious = units[end - 1].word.core in _FAITH and units[end - 1].word.definite
        if not continues_name(units, end, end - i - joined, known) or (religious and not may_follow_faith(unit.word)):
            break
        known = known or bool(unit.word.given)
        end += 1
    if known and end > i + 1 and end < len(units) and units[end].date < 0 and units[end].word.stem in _SHORT_FIRSTS:
        end += 1  # محمد المختار │ با
    if known and _of_two(units, end):
        end += 2  # محمد الأمين │ ماء العينين
    if _numbered(units, i, end):
        end += 1  # مولاي الحسن │ الأول
    while end > i and (units[end - 1].word.fold in _CHAIN or units[end - 1].word.stem in _LINKS | _SONS):
        end -= 1
    return end


def _numbered(units: Sequence[Unit], i: int, end: int) -> bool:
    """Tells whether the number of a reign stands behind the name of a ruler."""
    if end <= i or end >= len(units) or not plain(units[end]) or "ordinal" not in units[end].word.classes:
        return False
    rank = units[i - 1].word if i else None
    rules = rank is not None and (rank.core in _NAMED_ALONE or (rank.office or {}).get("family") == "royal")
    return rules and units[end].word.definite and not units[end].word.lead


def _of_two(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a listed name of two words stands at a unit (ماء العينين)."""
    return k + 1 < len(units) and f"{units[k].word.stem} {units[k + 1].word.stem}" in _FAMILIES_OF_TWO


def _son(units: Sequence[Unit], k: int, first: int) -> bool:
    """Tells whether ولد or منت joins a name to that of the father, as in Mauritania (أحمد ولد سيدي), or ود (Sudan)."""
    if k <= first or units[k].word.stem not in _SONS:
        return False
    before = units[k - 1].word
    after = word_behind(units, k)
    fathered = k - first > 1 or (after is not None and not after.preposition and bool(after.given or after.definite))
    moorish = units[k].word.stem in ("ولد", "منت") and _no_noun(before)  # محمد يحظيه │ ولد …
    return bool(before.given) or before.definite or ((before.unknown or moorish) and fathered)


def _of_master(units: Sequence[Unit], k: int) -> bool:
    """Tells whether سيدي or سيد and the first name behind it are one name (أحمد ولد │ سيدي المختار)."""
    after = word_behind(units, k)
    return units[k].word.core in ("سيدي", "سيد") and after is not None and bool(after.given) and not after.lead


def _before_son(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word that no list holds, or the letters of a verb (محمد │ يحظيه ولد …), is a name before ولد."""
    word, after = units[k].word, word_behind(units, k)
    if after is None or after.stem not in _SONS:
        return False
    return word.unknown or (after.stem in ("ولد", "منت") and _no_noun(word) and word.speech is None)


def _opens_compound(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word and الدين, الله or أوغلو behind it are one part of a name, whatever the word is."""
    word, after = units[k].word, word_behind(units, k)
    if after is None or after.lead or word.definite or word.lead or word.prefix or word.pronoun or word.preposition:
        return False
    if word.is_function and word.stem not in _COMPOUND_FIRSTS:
        return False
    verb = word.verb is not None and not word.common and word.verb.aspect != "perfect"
    if after.stem == "الله":
        return word.stem in _GOD_FIRSTS
    return not verb and (after.stem == "الدين" or after.stem in _NAME_TAILS)


def opens_faith(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a first name in الدين begins at a unit, whatever else its first word may be (خير الدين)."""
    return units[i].word.stem in _FAITH_FIRSTS and i + 1 < len(units) and units[i + 1].word.stem == "الدين"


def _other_person(units: Sequence[Unit], k: int, first: int) -> bool:
    """Tells whether a foreign first name behind a chain of fathers is that of somebody else (ماجد بن راشد │ لويس)."""
    word = units[k].word
    before, after = units[k - 1].word, word_behind(units, k)
    ended = k > first + 1 and not (before.given or before.definite or before.lead) and units[k - 2].word.given
    opens = after is not None and (after.fold == "عبد" or (word.given == after.given == "m"))
    if ended and opens and word.given and before.fold not in _CHAIN and not word.lead:
        return True  # استقبل كمال جنبلاط │ جمال عبد الناصر
    fathered = any(unit.word.fold in ("بن", "ولد") for unit in units[first:k])
    return fathered and word.foreign and bool(word.given) and units[k - 1].word.fold not in _CHAIN


def _pious(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word before God is said of who is named before it, no part of the name (عثمان │ رضي الله عنه)."""
    after = word_behind(units, k)
    return after is not None and after.stem == "الله" and units[k].word.stem != "عبد"


def _foreign_link(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a short word joins the parts of a foreign name (برتران │ لو غاليك, يان فان │ در فيلده): it stands
    behind one and before a word that no list holds."""
    if k < 1 or units[k].word.stem not in _LINKS or units[k].word.lead or units[k - 1].date >= 0:
        return False
    before, after = units[k - 1].word, word_behind(units, k)
    if after is None or after.definite or after.is_function:
        return False
    linked = before.fold in _CHAIN or before.stem in _LINKS
    if after.verb is not None and not after.verb.guessed and not linked:
        return False  # ديفيد │ لا يعرف
    foreign = before.foreign or before.unknown or linked
    return foreign and not before.definite and not (after.known_noun and after.common)


def _hyphen(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a hyphen joins two parts of a foreign name without a space (مونج-جون)."""
    if units[k].text != "-" or k + 1 >= len(units) or not plain(units[k + 1]):
        return False
    return units[k - 1].end == units[k].start and units[k].end == units[k + 1].start


def _family_name(units: Sequence[Unit], k: int, single: bool, known: bool) -> bool:
    """Tells whether an ال-word after a name is its family name (N7), not the next noun of the sentence."""
    word = units[k].word
    if "ordinal" in word.classes:
        return True
    if word.core in _MEDALS and not word.stem.endswith("ي"):
        return False  # مؤسسة محمد بن راشد │ الوسام
    if is_listed_family(word) and (known or single) and not (not single and _described_noun(units, k)):
        return True
    if word.place is not None and (
        word.place["kind"] == "country" or (only_place(word) and not is_listed_family(word))
    ):
        return False  # لؤلؤة │ المغرب, دخل الجنرال لوفان │ القدس
    if known and single and k > 2 and _before_content(units, k) and units[k - 2].word.definite:
        return True
    if "group-noun" in word.core_classes and not is_listed_family(word):
        return False  # سلطان بن راشد │ الوفد
    if word.place is not None and k > 1 and units[k - 2].word.core in _NAMED_ALONE:
        return False  # السلطان سليم │ القاهرة
    if word.office or word.organisation or word.place or word.place_head or word.act:
        body = word.organisation is not None or word.place_head is not None
        return known and single and not (k + 1 < len(units) and units[k + 1].word.given) and not body
    if word.classes - {"adjective"} or "adjective" in word.classes:
        return False
    if word.nationality is not None:
        return single and (known or _before_family(units, k - 1))
    if word.stem.endswith(("ين", "ون")) and len(word.core) > 5 and not is_listed_family(word):
        return False
    if (word.common and not known) or (word.stem.endswith("ة") and not single):
        return False
    return not word.common or word.stem.endswith("ي") or (known and single and not word.stem.endswith(("ة", "ات")))


def _described_noun(units: Sequence[Unit], k: int) -> bool:
    """Tells whether an adjective describes a noun behind a whole name, which then is no family name (حسن فارح عبدي │
    الجسر الجديد)."""
    word, after = units[k].word, word_behind(units, k)
    if not word.common or after is None or not after.definite or after.prefix or after.lead or after.given:
        return False
    return not (is_listed_family(after) or after.office) and "adjective" in after.classes


def _before_content(units: Sequence[Unit], k: int) -> bool:
    """Tells whether what is said follows a unit (مهند القضاة │ إن …), so that a name ends there."""
    after = units[k + 1] if k + 1 < len(units) else None
    return after is not None and "complementizer" in after.word.classes and not units[k].word.prefix


def _second_family(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a listed family name stands behind the name of a grandfather (أحمد الجابر │ الصباح)."""
    word, before = units[k].word, units[k - 1].word
    if not word.definite or not is_listed_family(word) or word.nationality is not None or word.office is not None:
        return False
    return bool(before.given) or is_listed_family(before) or not (before.common or before.known_noun)


def _half_family(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word in ي without an article ends a family name of two words, neither of which a list holds
    (عبد الجبار القره │ غولي)."""
    word, before = units[k].word, units[k - 1].word
    unlisted = before.definite and not (before.common or before.known_noun or before.given or is_listed_family(before))
    tail = word.stem in _NAME_TAILS  # عبد الحميد الباجه │ جي
    nisba = word.unknown and word.stem.endswith("ي") and not before.stem.endswith("ي")
    return unlisted and (tail or nisba) and not (word.lead or word.prefix)


def _crowned(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a king or saint is named by one name (الملك الحسين │ الملعب)."""
    return i > 0 and units[i].word.definite and units[i - 1].word.core in _NAMED_ALONE


def _begins(units: Sequence[Unit], i: int, strong: bool) -> bool:
    unit = units[i]
    word = unit.word
    maghrebi = strong and is_maghrebi(word)  # الشيخ بوزيان
    if word.prefix and word.core in _KUNYAS and plain(unit) and word_behind(units, i) is not None:
        return True  # لأبي القاسم
    if not plain(unit) or (word.prefix and not (word.given or maghrebi)) or (word.pronoun == "ها" and not word.given):
        return False
    if word.definite and word.given in ("m", "f"):
        return True
    if opens_faith(units, i):
        return True
    first = _before_first_name(units, i) or (i > 0 and opens_first_name(units, i))
    if word.definite and strong and not word.lead and not word.prefix and first:
        return True
    if word.definite and word.given and strong and i + 1 < len(units) and plain(units[i + 1]):
        if units[i + 1].word.unknown and not units[i + 1].word.prefix:
            return True  # شارع │ الحبيب بورقيبة
        if units[i + 1].word.given and not (units[i + 1].word.definite or units[i + 1].word.prefix):
            return i > 0 and units[i - 1].word.office is not None  # الأديب │ الطيب صالح
        family = units[i + 1].word
        nisba = family.stem.endswith("ي") and not (family.common or family.known_noun or family.classes)
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
    if strong and _of_two(units, i):
        return True
    if i and units[i - 1].word.core in _CALLED and word.unknown:
        return True  # المدعو │ سرحات يلدرم
    if strong and word.unknown and not word.definite and _woman_in_ta(units, i):
        return True
    if word.given and (word.office is not None or word.core == "خلف") and _rules_noun(units, i):
        return False  # سمو │ أمير المنطقة, خلف المدارس
    if (word.given or (strong and _no_noun(word))) and i + 2 < len(units) and units[i + 1].word.stem in _SONS:
        return plain(units[i + 1]) and plain(units[i + 2])  # الوالي │ يسلم ولد سيدي
    if word.given:
        return not (is_verb(units, i, False) and word.given == "ambiguous" and not strong)
    if strong and word.stem in _SHORT_FIRSTS and i + 1 < len(units) and plain(units[i + 1]):
        return not units[i + 1].word.definite  # العمدة │ با عثمان
    after_office = i > 0 and (units[i - 1].word.definite or units[i - 1].word.place is not None)
    if strong and (word.common or only_place(word)) and after_office and _before_family(units, i):
        return True
    if strong and (_two_unknown(units, i) or _in_alif(units, i) or _behind_verb(units, i)):
        return True
    return strong and may_be_name(units, i) and not word.lead


def _no_noun(word: Word) -> bool:
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
    if after.stem in _SONS or after.core in _KUNYAS:
        return bool(word.given) or not word.known_noun
    ordinary = word.common or word.known_noun or word.classes or word.nationality is not None or of_town(word)
    return bool(after.given) and not ordinary


def _before_family(units: Sequence[Unit], i: int) -> bool:
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
