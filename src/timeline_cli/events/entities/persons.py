"""How far the name of a person runs (docs/events.md §4.2, rules N1–N8)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.events.entities.first_names import before_family, begins_name, no_noun, of_two, opens_faith
from timeline_cli.events.entities.name_words import (
    has_family_article,
    is_bare_family,
    is_listed_family,
    is_maghrebi,
    may_follow_faith,
    only_place,
    plain,
    word_behind,
)
from timeline_cli.events.entities.second_names import continues_name, in_bal
from timeline_cli.lexicon.index import cues
from timeline_cli.text.listed_names import FATHER_OF
from timeline_cli.text.tokens import Unit

_CHAIN = cues("chain")
_NAMED_ALONE = cues("named-alone")
_FAITH = cues("faith")
_SONS = cues("sons")
_LINKS = cues("name-link")
_CALLED = cues("called")
_NICKNAMED = cues("nicknamed")
_NAME_TAILS = cues("name-tail")
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
    if i >= len(units) or not begins_name(units, i, strong):
        return i
    end = i + 1 + of_two(units, i)
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
            or units[end - 1].word.core in FATHER_OF
            or (end == i + 1 and units[i].word.core == "عبد")
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
        if end == i + 1 and known and in_bal(units, end):
            end += 1
            break
        if unit.word.definite or has_family_article(unit):
            chained = (units[i].word.core == "عبد" or units[i].word.fold in _CHAIN) and end - i == 2
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
                if end < len(units) and plain(units[end]) and _behind_second_first(units, end):
                    end += 1
                while end < len(units) and end - i < _LONGEST_NAME and plain(units[end]) and _second_family(units, end):
                    end += 1
                if end + 1 < len(units) and _son(units, end, i) and plain(units[end + 1]):
                    end += 2 + (units[end + 1].word.fold == "عبد")  # عمر المختار │ ولد داداه, الفيصل │ بن عبد العزيز
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
    if known and of_two(units, end):
        end += 2  # محمد الأمين │ ماء العينين
    if _numbered(units, i, end):
        end += 1  # مولاي الحسن │ الأول
    foreign = foreign or units[i].word.unknown
    if foreign and i + 1 < len(units) and units[i + 1].word.fold == "ابي" and _ends_here(units, i + 2):
        return i + 2  # شينزو │ آبي
    while end > i and (units[end - 1].word.fold in _CHAIN or units[end - 1].word.stem in _LINKS | _SONS):
        end -= 1
    return end


def _ends_here(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a mark, a date, a preposition or the end of the sentence stands at a unit, so that no name goes
    on."""
    unit = units[k] if k < len(units) else None
    return unit is None or unit.is_mark or unit.date >= 0 or unit.word.preposition or unit.word.verb is not None


def _numbered(units: Sequence[Unit], i: int, end: int) -> bool:
    """Tells whether the number of a reign stands behind the name of a ruler."""
    if end <= i or end >= len(units) or not plain(units[end]) or "ordinal" not in units[end].word.classes:
        return False
    rank = units[i - 1].word if i else None
    rules = rank is not None and (rank.core in _NAMED_ALONE or (rank.office or {}).get("family") == "royal")
    return rules and units[end].word.definite and not units[end].word.lead


def _son(units: Sequence[Unit], k: int, first: int) -> bool:
    """Tells whether ولد or منت joins a name to that of the father, as in Mauritania (أحمد ولد سيدي), or ود (Sudan)."""
    if k <= first or units[k].word.stem not in _SONS:
        return False
    before = units[k - 1].word
    after = word_behind(units, k)
    fathered = k - first > 1 or (after is not None and not after.preposition and bool(after.given or after.definite))
    moorish = units[k].word.stem in ("ولد", "منت") and no_noun(before)  # محمد يحظيه │ ولد …
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
    return word.unknown or (after.stem in ("ولد", "منت") and no_noun(word) and word.speech is None)


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
        return single and (known or before_family(units, k - 1))
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


def _behind_second_first(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a family name stands behind a second first name with the article (محمد الأمين │ دياب)."""
    word, second = units[k].word, units[k - 1].word
    if not second.given or k < 2 or not units[k - 2].word.given:
        return False
    after = word_behind(units, k)
    begins = after is not None and after.definite and (is_listed_family(after) or after.stem.endswith("ي"))
    return not (word.definite or word.lead or word.prefix or begins) and is_bare_family(word)


def _crowned(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a king or saint is named by one name (الملك الحسين │ الملعب)."""
    return i > 0 and units[i].word.definite and units[i - 1].word.core in _NAMED_ALONE
