"""Finds countries, towns and sites: listed names, and names behind a head (docs/events.md §4.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline_cli.events.entities.body_words import listed_body
from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.entities.listed_places import listed_place, listed_place_at
from timeline_cli.events.entities.organisations import organisation_end
from timeline_cli.events.entities.persons import name_end
from timeline_cli.events.entities.sites import (
    WITHIN,
    any_site,
    culprit,
    described_site,
    names_nature,
    names_square,
    phrase_ends,
    site_adjective,
    site_adjectives,
)
from timeline_cli.lexicon.index import cues, entries
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.listed import places
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_NEEDS_HEAD = frozenset({"سادات", "نصر", "زايد", "كويت", "شيخ", "حمد", "عيسي", "مبارك", "بدر", "صباح"})
_TRANSPARENT = frozenset({"معسكر"})
_LIES = cues("lies")
_QUARTERS = cues("quarters")
_DIVIDED = frozenset({"region", "district"})
_WATERS = frozenset({"نهر", "بحر", "بحيره"})
_SQUARES = frozenset({"ساحه", "ميدان", "شارع"})
_STATIONS = cues("stations")
_FOREIGN_OPENERS = cues("town-opener") | {"لا", "إل", "لو"}
_SEATS_OF = cues("seat")
_NAMED_NATURE = cues("named-nature")
_LOCAL = cues("local-with-seat")
_SAINTLY = cues("saintly")
_ANY_TOWN = cues("any-town")
_BY_KIND = cues("told-by-kind")
_SEATS = frozenset({"مركز", "دائره", "مديريه"})
_BUILT = cues("built-of")
_NOUN_ENDS = ("ة", "ات", "ا", "ين", "ون", "ي", "ه")


@cache
def _months() -> frozenset[str]:
    return frozenset(row["fold"] for row in rows("months"))


def place_at(units: Sequence[Unit], i: int) -> Entity | None:
    """Rule tables of §4.4: a place head with its name, or a listed name."""
    word = units[i].word
    head = word.place_head
    if head is not None and (no_body(units, i, listed_body(units, i)) or culprit(units, i)):
        return None
    if head is not None and not is_verb(units, i, False) and listed_place(units, i) < 2:
        found = _headed_place(units, i, head)
        return found and replace(found, feminine=word.feminine)
    return listed_place_at(units, i)


def _headed_place(units: Sequence[Unit], i: int, head: dict[str, str]) -> Entity | None:
    """Returns the place of a head with the name behind it (بلدة الزهور, جسر الملك فهد), None where no name follows."""
    if head["kind"] == "direction" or i + 1 >= len(units):
        return None
    end = i + 1
    if units[end].date >= 0 or units[end].is_mark:
        return None
    if units[i].word.definite:
        return described_site(units, i) if head["kind"] == "site" else None
    field = units[i + 2].word if i + 2 < len(units) and units[i + 2].date < 0 else None
    if field is not None and units[i].word.organisation is not None and field.prefix == "ل" and field.definite:
        return None
    site = _is_site(units[i].word, head)
    kind = "city" if head["kind"] == "city" else "place"
    core = units[i].word.core
    if core == "مقام" and units[end].word.core not in _SAINTLY:
        return None  # في مقام الوزير
    if core in _LOCAL and not _seat_of_local(units, i):
        return None  # صحف محلية, جماعة طورغان
    listed = listed_place(units, end)
    peak = units[end].word.unknown and not (units[end].word.definite or units[end].word.stem.endswith(("ة", "ات")))
    if units[end].word.core == "مسقط" and not listed:
        return None  # كنيسة مسقط رأسه
    if core == "قمه" and (listed or not peak):
        return None  # قمة الرياض
    if listed == 1 and core in _STATIONS and (units[end].word.place or {}).get("ambiguous") == "never":
        return None  # محطة طاقة
    if listed:
        return _with_listed_name(units, i, head, kind, listed)
    first = units[end].word
    if first.place_head is not None and first.place_head["kind"] == "direction":
        seat = listed_place(units, end + 1) if head["kind"] in _DIVIDED and end + 1 < len(units) else 0
        return Entity(i, end + 1 + seat, end, end + 1 + seat, kind, units[end + 1].word.core) if seat else None
    generic = first.place_head is not None and not first.definite and not first.given
    body = first.organisation is not None and not (first.definite or first.prefix or first.lead)
    inner = organisation_end(units, i + 1) if site and body else end
    if (
        inner > end + 1
        and (head["kind"] == "site" or core in _SQUARES)
        and units[i].word.organisation is None
        and core not in _SEATS_OF | _TRANSPARENT
    ):
        return Entity(i, inner, i, inner, "place", core)  # ملعب نادي الضباط
    water = first.place_head is not None and first.place_head["kind"] == "nature" and head["kind"] == "region"
    if water and generic and field is not None and field.definite and not field.prefix:
        return Entity(i, i + 3, i, i + 3, kind, first.core)  # ولاية نهر النيل
    valley = generic and first.place_head is not None and first.place_head["kind"] == "nature" and field is not None
    if site and valley and field is not None and (field.unknown or field.definite or field.place) and not field.prefix:
        return Entity(i, i + 3, i, i + 3, "place", core)  # مقبرة وادي السلام
    if field is not None and units[end].is_number and head["kind"] != "region" and field.fold in _months():
        return Entity(i, i + 3, i, i + 3, kind, core)  # ملعب 5 جويلية
    if _tells_kind(units, i, site=site, generic=generic):
        return None
    compound = _with_opener(units, i, head, site=site)
    if compound is not None:
        return compound
    after = units[end + 1] if end + 1 < len(units) else None
    station = _end_of_station(units, i) if head["kind"] == "site" else -1
    if station > 0:
        return Entity(i, station, i, station, "place", core)
    if core in _STATIONS and (first.act is not None or not (first.definite or first.unknown)):
        return None  # محطة كهرباء
    saint = first.definite and first.core in _SAINTLY  # كنيسة النبي إلياس
    if core == "سجن" and units[i].word.prefix == "ب" and (first.office is not None or first.given):
        return None  # قضت بسجن │ التاجر سامي رزق
    named = first.given or saint
    if (first.office is not None and first.definite) or (named and (site or (core == "حي" and first.office))):
        run = name_end(units, end + (not first.given), strong=True)
        whole_end = site_adjectives(units, run)
        if run > end + (not first.given):
            return Entity(i, whole_end, i, whole_end, "place", core)
        if core in _SQUARES and phrase_ends(after) and not saint:
            return Entity(i, end + 1, i, end + 1, "place", core)  # شارع الأمين
        if not (first.given and first.definite):
            return None  # شارع │ الرشيد goes on
    if core in _BUILT and first.unknown and first.stem.endswith("ي") and not first.definite and phrase_ends(after):
        return None  # سد ترابي
    if not _may_name_place(units, i, head["kind"]) or ((site or kind == "city") and any_site(first)):
        return None
    if first.prefix and first.pronoun:
        return None  # قرية بأكملها
    limit = i + 1 + int(head["max_words_after"])
    while end < min(limit, len(units)) and _continues_place(units, i, end):
        end += 1
    if end == i + 1:
        return None
    if site:
        end += _joins_adjective(units, end)
        return Entity(i, end, i, end, "place", core)
    if end == i + 2 and "place-opener" in first.core_classes and _closes_town(units, end):
        end += 1
    second = units[i + 2].word if i + 2 < end else None
    if second is not None and second.fold in ("ابو", "ام", "بن") and _closes_town(units, i + 3):
        return Entity(i, i + 4, i + 1, i + 4, kind, first.core)  # قرية ميت أبو الكوم
    if core in _SEATS and second is not None and second.definite and not second.stem.endswith(("ية", "ي")):
        return None
    if core in _SEATS and second is not None and second.definite:
        return Entity(i, i + 3, i, i + 3, "place", core)
    if second is not None and (_is_second_name(first, second) or (first.unknown and _foreign_half(units, i + 2))):
        return Entity(i, i + 3, i + 1, i + 3, kind, first.core)
    whole = core in _QUARTERS or (core == "مدينه" and first.core in _NEEDS_HEAD)
    return Entity(i, i + 2, i if whole else i + 1, i + 2, kind, first.core)


def _tells_kind(units: Sequence[Unit], i: int, *, site: bool, generic: bool) -> bool:
    """Tells whether the word behind a head says what place it is or how many, no name (منجم فحم). `generic`: it is a
    head of places itself."""
    core, first = units[i].word.core, units[i + 1].word
    if site and ("sport-word" in first.classes or first.core == "لقاء" or (generic and first.organisation is None)):
        return True
    if any(character.isdigit() for character in first.bare) or _counts(first):
        return True
    if site and core != "باب" and first.definite and first.core in _ANY_TOWN:
        return True  # كاتدرائية المدينة
    if (
        core in _BY_KIND
        and first.common
        and not first.definite
        and phrase_ends(units[i + 2] if i + 2 < len(units) else None)
    ):
        return True  # منجم فحم
    return core in _TRANSPARENT and not (first.definite or first.unknown)  # معسكر قصير


def _with_opener(units: Sequence[Unit], i: int, head: dict[str, str], *, site: bool) -> Entity | None:
    """Returns the place whose name opens with عبد, أم, آل or an article of another language, None for others."""
    core, first, end = units[i].word.core, units[i + 1].word, i + 3
    behind = units[i + 2].word if i + 2 < len(units) and units[i + 2].date < 0 else None
    servant = first.fold == "عبد" and behind is not None and behind.definite
    named = behind is not None and behind.unknown
    if head["kind"] == "nature" and (servant or (first.core in ("ام", "ابو", "ابي") and named)):
        return Entity(i, end, i, end, "place", core)  # ترعة أم قرقور
    family = first.stem == "آل" and behind is not None and not (behind.lead or behind.prefix or behind.is_function)
    if site and family:
        return Entity(i, end, i, end, "place", core)  # سوق آل ثابت
    if site and first.stem in _FOREIGN_OPENERS and behind is not None and _is_unlisted(behind):
        return Entity(i, end, i, end, "place", core)  # منجم لا إسبيرانزا
    return None


def _with_listed_name(units: Sequence[Unit], i: int, head: dict[str, str], kind: str, listed: int) -> Entity:
    """Returns the place of a head with a listed name of `listed` units behind it (طريق حلب, ولاية نهر النيل)."""
    core, site = units[i].word.core, _is_site(units[i].word, head)
    end = i + 1 + listed
    described = end < len(units) and units[end].date < 0 and site_adjective(units[end].word)
    upon = _upon(units, i) and not described  # على طريق أسيوط الزراعي
    if (head["kind"] == "street" and (upon or _joins(units, end))) or core in _TRANSPARENT:
        row = places().get(" ".join(u.word.fold for u in units[i + 1 : end]), {})
        kind = row["kind"] if row.get("kind") in ("city", "country") else "place"
        return Entity(i, end, i + 1, end, kind, core)
    end = site_adjectives(units, end) if site else end
    aim = units[end].word if site and end < len(units) and units[end].date < 0 else None
    if aim is not None and aim.prefix == "ل" and aim.definite and "field-noun" in aim.core_classes:
        end += 1  # برج العرب │ للتجارة
    if kind == "city" and listed == 1 and _foreign_half(units, end):
        end += 1  # بلدة راجو │ عيل
    whole = site or core in _QUARTERS or (core == "مدينه" and units[i + 1].word.core in _NEEDS_HEAD)
    whole = whole or (head["kind"] == "region" and units[i + 1].word.core in _WATERS)  # ولاية نهر النيل
    return Entity(i, end, i if whole else i + 1, end, kind, core)


def _is_site(word: Word, head: dict[str, str]) -> bool:
    """Tells whether a head is part of the name of its place (جسر, وادي), as مدينة and ولاية are not."""
    return head["kind"] in ("site", "street", "nature", "country") and word.core != "دوله"


def _seat_of_local(units: Sequence[Unit], i: int) -> bool:
    """Tells whether محلية or جماعة is a district: behind a preposition of place, the former also behind a noun that it
    does not describe (مقر │ محلية شعير); a group has a name with the article or a listed one (في │ جماعة الرفاق)."""
    word, name = units[i].word, units[i + 1].word
    before = units[i - 1].word if i and units[i - 1].date < 0 else None
    there = word.prefix == "ب" or (before is not None and before.stem in WITHIN)
    if word.core == "محليه":
        noun = before is not None and not (before.definite or before.feminine or before.pattern_plural)
        named = name.unknown or name.place is not None
        return there or (before is not None and (before.preposition or (noun and named)))
    known = name.place is not None or "place-opener" in name.core_classes
    return there and (known or (name.unknown and not name.definite))


def _upon(units: Sequence[Unit], i: int) -> bool:
    """Tells whether something happens on a road, so that the town says where (حادث على طريق │ مأرب)."""
    return i > 0 and units[i - 1].date < 0 and units[i - 1].word.stem == "على"


def _joins(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a dash joins the town of a road with another (طريق صلالة - مرباط)."""
    return k + 1 < len(units) and units[k].text in "-–—" and listed_place(units, k + 1) > 0


def _end_of_station(units: Sequence[Unit], i: int) -> int:
    """Returns the unit after a site that is told by what it is for and its town (قاعة مؤتمرات الدوحة, ميناء صيد │
    طرطوس); -1 for others."""
    k = i + 1
    while k < min(i + 3, len(units)) and units[k].date < 0 and _plain_noun(units[k].word):
        k += 1
    listed = listed_place(units, k) if i + 1 < k < len(units) and units[k].date < 0 else 0
    return k + listed if listed and not (units[k].word.prefix or units[k].word.lead) else -1


def _plain_noun(word: Word) -> bool:
    noun = word.common or word.known_noun or word.act is not None
    return noun and not (word.definite or word.prefix or word.lead or word.pronoun or word.place or word.is_function)


def _closes_town(units: Sequence[Unit], k: int) -> bool:
    """Tells whether any short noun closes the name of a town behind its opener (بلدة بيت │ أمر)."""
    if k >= len(units) or units[k].date >= 0 or units[k].is_mark:
        return False
    word = units[k].word
    return not (word.preposition or word.prefix or word.lead or word.is_function or word.place_head)


def _foreign_half(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word that is no noun or verb of the lists closes the name of a town behind its head."""
    if k >= len(units) or units[k].date >= 0 or units[k].is_mark or units[k].is_number:
        return False
    word, after = units[k].word, units[k + 1] if k + 1 < len(units) else None
    noun = word.common or word.known_noun or word.is_function or word.verb or word.definite or word.given or word.office
    if noun or word.lead or word.prefix or word.pronoun or word.place or word.stem.endswith(_NOUN_ENDS):
        return False
    return after is None or phrase_ends(after) or bool(after.word.lead)


def _is_unlisted(word: Word) -> bool:
    """Tells whether a word is a town, or no noun, verb or particle of the lists."""
    ordinary = word.common or word.known_noun or word.is_function or word.verb or word.definite or word.pronoun
    return word.place is not None or not (ordinary or word.lead or word.prefix)


def _joins_adjective(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a second relative adjective is joined to one (محمية الكائنات الحية │ والفطرية)."""
    if k >= len(units) or units[k].date >= 0 or units[k].word.lead != "و" or not units[k].word.definite:
        return False
    word, before = units[k].word, units[k - 1].word
    ends = ("ية", "ي")
    named = word.office or word.organisation or word.given or word.prefix
    return before.definite and before.stem.endswith(ends) and word.stem.endswith(ends) and not named


def _counts(word: Word) -> bool:
    """Tells whether a word is a number (على رأس ثلاثمئة فارس)."""
    return "number" in word.classes or word.stem.endswith(("مئة", "مائة", "آلاف"))


def _is_second_name(first: Word, second: Word) -> bool:
    """Tells whether the name of a town has two words: كفر حلب, دير الجبل."""
    if "place-opener" in first.core_classes:
        return True
    foreign = first.unknown and second.unknown and not (first.definite or second.definite or second.prefix)
    if foreign and not second.stem.endswith(_NOUN_ENDS[:5]):
        return True  # إقليم كوانزا نورتي
    return second.definite and not first.definite and not second.stem.endswith(("ي", "ية"))


def _may_name_place(units: Sequence[Unit], i: int, kind: str) -> bool:
    """Tells whether the word behind a head of places may be a name: not رأس وفد, طريق جديد, دائرة السياحة."""
    word, core = units[i + 1].word, units[i].word.core
    mother = word.core == "ام" and not word.definite
    if (word.office is not None and not mother) or "person-noun" in word.classes:
        return False
    if word.preposition or (word.is_function and not mother):
        return False
    sure_verb = word.verb is not None and not word.verb.guessed
    if sure_verb and not word.definite and "place-opener" not in word.core_classes:
        return False
    ordinary = word.common or word.act is not None or word.known_noun
    opener = "place-opener" in word.core_classes
    if kind in ("nature", "street"):
        named = core in _NAMED_NATURE and names_nature(units, i + 1)
        return not ordinary or opener or named or (core in _SQUARES and names_square(units, i))
    if kind == "region" and units[i].word.act is not None and (word.common or word.act is not None):
        return False  # مقاطعة │ الحوار
    if units[i].word.organisation is not None and kind in ("district", "region"):
        after = units[i + 2] if i + 2 < len(units) else None
        field = after is not None and after.date < 0 and "adjective" in after.word.classes and after.word.definite
        plural = word.stem.endswith("ات") or (word.definite and word.pattern_plural)  # دائرة المعارف
        alone = core == "مديريه" and not word.definite and phrase_ends(after)
        return opener or alone or not (ordinary or field or plural)
    return word.definite or not word.common or opener or kind in ("city", "site")


def _continues_place(units: Sequence[Unit], i: int, k: int) -> bool:
    unit = units[k]
    word = unit.word
    if unit.date >= 0 or unit.is_mark or unit.is_number or word.lead or word.prefix or word.preposition:
        return False
    opener = k == i + 1 and "place-opener" in word.core_classes
    if ((word.is_function or is_verb(units, k, False)) and not opener) or word.organisation:
        return False
    if k == i + 1:
        return True
    if word.definite and word.nationality is not None and word.nationality["iso"]:
        return False
    if word.core in _LIES or "never-in-name" in word.classes:
        return False
    return word.definite or (not units[k - 1].word.definite and not word.common)


def no_body(units: Sequence[Unit], i: int, listed: int) -> bool:
    """Tells whether a listed phrase only looks like a body (حركة السير, سوق العمل)."""
    if listed < 2:
        return False
    name = " ".join([units[i].word.listing] + [u.word.fold for u in units[i + 1 : i + listed]])
    return any(row["state"] == "none" for row in entries("events/organisation_heads", name))
