"""Where an office phrase ends: titles stacked, complement, adjectives, the body served (docs/events.md §4.2, P1–P6)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline_cli.events.entities.body_words import coordinate_end, listed_body, may_describe
from timeline_cli.events.entities.listed_places import listed_place
from timeline_cli.events.entities.name_words import is_listed_family, opens_first_name, plain, word_behind
from timeline_cli.events.entities.organisations import organisation_end
from timeline_cli.events.entities.persons import name_end
from timeline_cli.lexicon.index import cues, entries
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.long_names import LongNames, by_two_words
from timeline_cli.text.tokens import Unit

_LONGEST_OFFICE = 6
_ROYAL = cues("offices-royal")
_PORTFOLIOS = cues("portfolios")
_SONS = cues("sons")
_STOPS = frozenset(
    {"relative", "quantifier", "number", "negation", "complementizer", "was", "pronoun", "demonstrative"}
)


@cache
def _long_titles() -> LongNames:
    names = (row["fold"].split() for row in rows("events/office_titles"))
    return by_two_words(words for words in names if len(words) > 1)


def long_title(units: Sequence[Unit], i: int) -> int:
    """Returns how many units a listed title of several words takes at i (صاحب السمو الملكي), 0 without one."""
    seconds = _long_titles().get(units[i].word.listing)
    if seconds is None or i + 1 >= len(units) or units[i].date >= 0:
        return 0
    for words in seconds.get(units[i + 1].word.listing, ()):
        if len(words) <= len(units) - i and all(_is_part(units[i + k], words[k]) for k in range(1, len(words))):
            return len(words)
    return 0


def _is_part(unit: Unit, wanted: str) -> bool:
    word = unit.word
    return unit.date < 0 and (
        (word.listing == wanted and not word.prefix) or (word.prefix == "ل" and word.fold == wanted)
    )


def title_row(units: Sequence[Unit], i: int, length: int) -> dict[str, str] | None:
    """Returns the row of a listed title that takes `length` units at i, None without one."""
    words = (unit.word for unit in units[i : i + length])
    wanted = " ".join(word.fold if word.prefix == "ل" else word.listing for word in words)
    return next(iter(entries("events/office_titles", wanted)), None)


def office_end(units: Sequence[Unit], i: int) -> int:
    """Returns the unit after an office phrase that begins at i: titles stacked, complement and adjectives included."""
    listed = long_title(units, i)
    end = i + max(1, listed)
    end = max(end, _body_with_purpose(units, end - 1)) if listed > 1 else end  # رئيس الهيئة │ العامة للاستثمار
    bare = listed > 1 and units[i].word.definite and (title_row(units, i, listed) or {}).get("complement") == "bare"
    closed = bare or units[i + max(1, listed) - 1].word.definite  # الفريق أول
    if listed > 1 and not closed and (after := word_behind(units, end - 1)) and after.definite and after.core in _ROYAL:
        end, closed = max(end, _body(units, end - 1)), True  # قائد لواء │ الأمير سلطان
    complement = (units[i].word.office or {}).get("complement", "")
    portfolio = units[i].word.core in _PORTFOLIOS
    while end < len(units) and end - i < _LONGEST_OFFICE and plain(units[end]):
        word = units[end].word
        if word.lead and word.core == "عبد":
            break  # الوزير │ وعبد الله الحداد
        if portfolio and word.lead and closed:
            pair = coordinate_end(units, end)
            if pair == end:
                break
            end = pair
            continue
        if word.prefix or word.lead or (word.given and fathered(units, end)):
            break
        if long_title(units, end) and (closed or complement == "bare"):
            return office_end(units, end)
        if not closed and (body := _body_with_purpose(units, end)) > end:
            end, closed = body, True
            continue
        if word.definite:
            describes = not closed or _adjective(units[end], units[end - 1]) or _of_field(units, i, end)
            describes = describes or (end > i + 1 and _of_noun(units, end))
            if not describes or (end > i and opens_first_name(units, end)):
                break
            closed = True
        elif word.office is not None and (closed or complement == "bare"):
            if closed and word.office["gender"] != (units[i].word.office or word.office)["gender"]:
                break  # استقبل الوزير │ سفيرة البرازيل
            if closed and (word.office["state"] == "self" or _another(units, i, end)):
                break  # التقى الرئيس المصري │ نظيره اليوناني
            return end if names_itself(units, end) else office_end(units, end)
        elif not closed and (body := _body(units, end)) > end:
            end = body
            closed = True
            continue
        elif not closed and (listed_place(units, end) or _unlisted_seat(units, i, end)):
            closed = True
            end += max(0, listed_place(units, end) - 1)  # رئيس غينيا بيساو
        elif closed and word.nationality is not None and word.given and names_itself(units, end):
            break  # عميد الكلية الدكتور │ تركي العوفي
        elif "adjective" in word.classes or (word.nationality is not None and end > i):
            closed = closed or word.nationality is not None
        elif closed or not _idafa(units, end):
            break
        end += 1
    if complement == "prep" and end < len(units) and units[end].word.stem == "باسم":
        end = _spoken_for(units, end + 1)
    return _stacked(units, i, end, complement)


def _another(units: Sequence[Unit], i: int, k: int) -> bool:
    """Tells whether an office behind one that the adjective of a country closes is that of somebody else (التقى الوزير
    الكويتي │ رئيس الأركان الأردني)."""
    nation = units[k - 1].word.nationality if k > i + 1 and units[k - 1].word.definite else None
    after = word_behind(units, k)
    if nation is None or not nation["iso"] or "head" not in (units[k].word.office or {}).get("family", ""):
        return False
    return after is not None and (after.definite or bool(after.place)) and not after.lead


def _unlisted_seat(units: Sequence[Unit], i: int, k: int) -> bool:
    """Tells whether a word that no list holds names the region or town that an office is over (حاكم إقليم سامار)."""
    head, word = units[k - 1].word, units[k].word
    ordinary = word.common or word.known_noun or word.verb or word.definite or word.classes or word.given
    return k > i + 1 and head.place_head is not None and not head.definite and not ordinary


def _stacked(units: Sequence[Unit], i: int, end: int, complement: str) -> int:
    """Goes on over a definite title right behind an office (وزير الصحة │ الدكتور)."""
    if end >= len(units) or not plain(units[end]) or end - i >= _LONGEST_OFFICE + 2:
        return end
    word = units[end].word
    if word.office is None or not word.definite or word.lead or word.prefix or (word.given and fathered(units, end)):
        return end
    bare = complement in ("bare", "idafa", "adj") or "bare" in word.office["complement"].split("|")
    return office_end(units, end) if bare else end


def fathered(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a first name goes on with بن or ولد, whatever else it may mean (الأمير │ تركي بن سعود)."""
    return k + 1 < len(units) and (units[k + 1].word.fold == "ابن" or units[k + 1].word.stem in _SONS)


def names_itself(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a title that is also a first name is the name here (المهندس │ سلطان القرشي)."""
    word = units[k].word
    after = word_behind(units, k)
    if not word.given or after is None or after.place is not None or after.office is not None:
        return False
    return bool(after.given) or after.unknown or (after.definite and not after.known_noun)


def _body(units: Sequence[Unit], k: int) -> int:
    """Returns the unit after the body or site that an office heads, k itself where none begins there.

    A site named after a king keeps his name to itself: رئيس مدينة الملك سعود للعلوم (N6).
    """
    word = units[k].word
    after = word_behind(units, k)
    if (word.organisation is None and word.place_head is None) or is_verb(units, k, False):
        return k
    if after is None:
        return organisation_end(units, k) if word.organisation is not None else k
    if after.office is not None and after.definite and after.core in _ROYAL:
        end = name_end(units, k + 2, strong=True)
        purpose = end < len(units) and plain(units[end]) and units[end].word.prefix == "ل"
        if purpose and units[end].word.definite and end > k + 2:
            return coordinate_end(units, end + 1)
        return end
    if word.organisation is None or word.organisation["state"] != "construct":
        return k
    if after.office is not None and not after.definite and not after.lead:
        return office_end(units, k + 1)
    return organisation_end(units, k)


def _body_with_purpose(units: Sequence[Unit], k: int) -> int:
    """Returns the unit after a definite body with what it is for (مدير │ الهيئة العامة للآثار), k itself elsewhere."""
    word = units[k].word
    if word.organisation is None or not word.definite:
        return k
    end = organisation_end(units, k)
    return end if any(unit.word.prefix == "ل" for unit in units[k + 1 : end]) else k


def served_end(units: Sequence[Unit], end: int) -> int:
    """Returns the unit after the body that a phrase behind an office names, `end` itself without one.

    الأمين العام │ للمنظمة, المدير التنفيذي │ في شركة السواقي الوطنية, مدير الكرة │ بنادي الوفاق.
    """
    if end >= len(units) or not plain(units[end]):
        return end
    word = units[end].word
    first = end
    if word.stem in ("في", "لدى") and end + 1 < len(units) and plain(units[end + 1]):
        first = end + 1
        word = units[first].word
        if word.prefix or word.lead:
            return end
    elif word.prefix not in ("ل", "ب") or word.lead:
        return end
    if word.office is not None and word.prefix == "ل" and not word.definite:
        return office_end(units, first)
    if word.prefix == "ب" and word.definite and units[end - 1].word.core in ("مكلف", "مكلفه"):
        return coordinate_end(units, _adjectives_end(units, end + 1))  # الوزير المكلف │ بالصيد البحري
    after = units[first + 1] if first + 1 < len(units) and plain(units[first + 1]) else None
    if word.prefix == "ل" and "purpose-noun" in word.core_classes and after is not None and after.word.definite:
        return coordinate_end(units, first + 2)
    if word.organisation is None and not listed_body(units, first):
        return end
    run = organisation_end(units, first)
    return run if word.definite or run > first + 1 else end


def _adjectives_end(units: Sequence[Unit], end: int) -> int:
    while (
        end < len(units) and plain(units[end]) and units[end].word.definite and _adjective(units[end], units[end - 1])
    ):
        if opens_first_name(units, end):
            break
        end += 1
    return end


def _spoken_for(units: Sequence[Unit], i: int) -> int:
    """Returns the unit after the body that a spokesman speaks for (باسم الحكومة الأردنية)."""
    if i < len(units) and units[i].word.organisation is not None and not units[i].word.definite:
        return organisation_end(units, i)
    end = i + 1 if i < len(units) else i
    while end < len(units) and end - i < 5 and plain(units[end]) and units[end].word.definite:
        word = units[end].word
        if word.office is not None or word.prefix or word.lead:
            break
        end += 1
    return end


def _adjective(unit: Unit, before: Unit) -> bool:
    word = unit.word
    if word.nationality is not None or "adjective" in word.classes or "ordinal" in word.classes:
        return True
    if word.given or word.organisation or (word.office and not word.stem.endswith(("ية", "ي"))):
        return False
    if not may_describe(word):
        return False
    if word.stem.endswith("يين") and before.word.stem.endswith("ين"):
        return True  # نقيب المهندسين │ الزراعيين
    return (word.stem.endswith("ية") or (word.stem.endswith("ي") and word.common)) or (
        word.stem.endswith("ة") and before.word.stem.endswith("ة") and word.common
    )


def _of_field(units: Sequence[Unit], i: int, k: int) -> bool:
    """Tells whether an adjective in no list stands between a post and the body it serves (المدير الجهوي │ للمياه), so
    that it is no family name."""
    word, after = units[k].word, word_behind(units, k)
    if k != i + 1 or after is None or not word.stem.endswith(("ي", "ية")) or not may_describe(word):
        return False
    post = "head" in (units[i].word.office or {}).get("family", "")
    served = after.prefix in ("ل", "ب") and (after.organisation is not None or after.definite)
    return post and served and not (word.given or word.organisation or is_listed_family(word))


def _of_noun(units: Sequence[Unit], k: int) -> bool:
    """Tells whether an adjective in no list describes the noun that an office is over, before the first name of its
    holder (مدير الطب │ الوقائي │ معاوية …)."""
    word, before, after = units[k].word, units[k - 1].word, word_behind(units, k)
    noun = before.definite and not (before.given or is_listed_family(before) or before.stem.endswith(("ي", "ية")))
    if not noun or before.office or before.nationality or after is None or not word.stem.endswith(("ي", "ية")):
        return False
    named = bool(after.given) and not (after.definite or after.lead or after.prefix)
    return named and not (word.given or word.organisation or is_listed_family(word)) and may_describe(word)


def _idafa(units: Sequence[Unit], k: int) -> bool:
    """Tells whether an indefinite word goes on the genitive chain of an office: مدير عام هيئة الموانئ."""
    word = units[k].word
    if word.lead or word.prefix or word.preposition or is_verb(units, k, False) or word.given:
        return False
    if word.classes & _STOPS:
        return False
    return bool(word.common or word.organisation or word.office or word.act or word.place_head) or _unlisted_kind(
        units, k
    )


def _unlisted_kind(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a noun in ة that no list holds stands between an office and a place (مدير شونة │ إمبابة)."""
    word = units[k].word
    after = word_behind(units, k)
    named = after is not None and (after.place is not None or after.definite)
    return word.unknown and word.stem.endswith("ة") and named
