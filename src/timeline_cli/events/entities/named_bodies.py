"""Which head word names a body, and which only tells of any such body (docs/events.md §4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from timeline_cli.events.entities.body_words import coordinate_end, listed_body
from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.entities.name_words import plain
from timeline_cli.events.entities.offices import office_end, served_end
from timeline_cli.events.entities.organisations import organisation_end
from timeline_cli.events.entities.persons import name_end
from timeline_cli.events.entities.places import no_body
from timeline_cli.lexicon.index import cues
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.tokens import CLOSING_QUOTES, OPENING_QUOTES, Unit
from timeline_cli.text.words import Word

_COMPANY_ENDS = cues("company-end")
_HOLDING = frozenset({"القابضة", "القابضه"})
_BUREAUS = cues("bureaus")
_TROOPS = cues("troop")
_ARRANGED = cues("festivals") | cues("rounds")
_TRIBES = cues("tribe")
_LEADERSHIPS = frozenset({"قياده", "رئاسه"})
_TAKING_POST = cues("takes-post")
_POST_BEFORE = 6
_MINISTRIES = cues("ministry-alone")
_DOCKED = cues("dock-of")
_MADE = cues("made-things")
_ALSO_PARTICIPLES = cues("also-participle")
_MASCULINE = cues("masculine-body")


def _led_by(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a troop is told by the rank and name of its leader, who is named (كتيبة │ العقيد بول مارشان, قوات │
    القائد العثماني راغب باشا)."""
    rank = units[i + 1].word.office if i + 2 < len(units) and plain(units[i + 1]) else None
    if rank is None or units[i].word.core not in _TROOPS or not units[i + 1].word.definite:
        return False
    first = i + 2 + (plain(units[i + 2]) and units[i + 2].word.nationality is not None)
    return name_end(units, first, strong=True) - first >= 2


def _taken_up(units: Sequence[Unit], i: int) -> bool:
    """Tells whether قيادة or رئاسة is a post that someone takes up or leaves, so that the body behind it is meant (تولى
    قيادة │ حزب الأمل)."""
    if units[i].word.core == "سلطه" and i + 1 < len(units) and plain(units[i + 1]) and not units[i].word.definite:
        body = units[i + 1].word.definite and units[i + 1].word.organisation is not None
        return body and units[i + 1].word.act is None  # سلطة │ المجلس الرئاسي, but سلطة التنظيم
    if units[i].word.core not in _LEADERSHIPS or i + 1 >= len(units) or not plain(units[i + 1]):
        return False
    if units[i + 1].word.organisation is None:
        return False
    before = (unit.word for unit in units[max(0, i - _POST_BEFORE) : i] if unit.date < 0)
    return any(word.verb is not None and not _TAKING_POST.isdisjoint(word.verb.lemma.split("|")) for word in before)


def _sought(units: Sequence[Unit], i: int) -> bool:
    """Tells whether somebody stands or is proposed for an office of state (رشحه الحزب │ لرئاسة الجمهورية)."""
    before = (unit.word.verb for unit in units[max(0, i - _POST_BEFORE) : i] if unit.date < 0)
    return any(verb is not None and bool(verb.kinds & {"election", "appointment"}) for verb in before)


def _acts_for_state(units: Sequence[Unit], i: int) -> bool:
    """Tells whether الخارجية or الداخلية is the ministry: behind a verb, or before the adjective of its country."""
    after = units[i + 1].word if i + 1 < len(units) and plain(units[i + 1]) else None
    nation = after is not None and after.definite and after.nationality is not None and after.nationality["iso"] != ""
    return nation or (i > 0 and is_verb(units, i - 1, False))


def named_body(units: Sequence[Unit], i: int) -> Entity | None:
    """Returns the body whose head word stands at a unit, None where it names none."""
    word = units[i].word
    listed = listed_body(units, i)
    bare = "bare-organisation" in word.classes
    if word.organisation is None and not bare and not listed:
        return None
    if word.prefix == "ل" and i > 1 and units[i - 1].text in CLOSING_QUOTES:
        return None  # مهرجان «الضفاف» │ للمسرح المستقل
    bare = bare and not (i and units[i - 1].word.definite and not word.lead)
    bare = bare and not (word.core == "قضاء" and i + 1 < len(units) and units[i + 1].word.stem == "على")
    bare = bare and not (word.core in _MINISTRIES and not _acts_for_state(units, i))
    if word.organisation is None and not bare and not listed:
        return None
    if word.core in _TRIBES and (
        i + 1 >= len(units) or units[i + 1].word.place is not None or units[i + 1].word.common
    ):
        return None  # قبائل الجبل الغربي
    if word.core == "رئاسه" and word.prefix == "ل" and _sought(units, i):
        return None
    if word.core == "حوزه" and word.prefix == "ب":
        return None
    described = i > 0 and units[i - 1].date < 0 and units[i - 1].word.definite and not word.lead
    described = described and units[i - 1].word.feminine == word.feminine  # زار الوزير │ المؤسسة الوطنية
    if (
        _only_noun(units, i)
        or is_verb(units, i, False)
        or "ً" in units[i].text
        or ("dating-participle" in word.classes and described)
    ):
        return None
    if (
        (not listed and "no-body" in word.core_classes and not _named_group(units, i))
        or no_body(units, i, listed)
        or _ranked(units, i)
        or _arranges(units, i)
    ):
        return None
    after = units[i + 1].word if i + 1 < len(units) and units[i + 1].date < 0 else None
    if word.core == "ديوان" and i + 1 < len(units) and units[i + 1].text in OPENING_QUOTES:
        return None  # poems
    if word.core == "قياده" and after is not None and after.office is not None and not listed:
        return None
    if not listed and (_led_by(units, i) or _taken_up(units, i)):
        return None
    end = _body_end(units, i, listed)
    alone = end == i + 1
    if not alone and not listed and not _proper(units, i, end):
        return None
    if alone and word.core in _ALSO_PARTICIPLES and i and _takes_feminine(units[i - 1]) and not word.lead:
        return None
    if alone and not word.definite and (word.organisation is None or word.organisation["state"] != "acronym"):
        return None
    numbered = word.core in _TROOPS and end > i + 1 and "ordinal" in units[i + 1].word.classes  # السرب الثالث
    passing = word.definite and not numbered and all("passing-adjective" in u.word.classes for u in units[i + 1 : end])
    business = word.organisation is not None and word.organisation["family"] == "business" and word.core != "بورصه"
    foreign = [u.word.nationality for u in units[i + 1 : end]]
    described = business and word.definite and not alone and all(n is not None and n["iso"] for n in foreign)
    anaphor = (passing or described) and not bare and not listed
    acronym = word.organisation is not None and word.organisation["state"] == "acronym"
    anaphor = anaphor and not acronym  # اليونسكو
    feminine = word.feminine or word.core.endswith("ه")
    if bare or word.organisation is None:
        feminine = feminine or any(u.word.stem.endswith("ة") for u in units[i + 1 : i + 2])
    feminine = _acronym_feminine(units, i) if acronym else feminine
    return Entity(i, end, i, end, "organisation", word.core, feminine, anaphor)


def _takes_feminine(unit: Unit) -> bool:
    """Tells whether a feminine participle behind a definite noun describes it (المعارك │ الدائرة في المدينة)."""
    word = unit.word
    feminine = word.feminine or word.pattern_plural or word.stem.endswith(("ات", "ة"))
    return unit.date < 0 and word.definite and feminine and word.organisation is None


def _acronym_feminine(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a name of no gender of its own is feminine: that of a company, agency or union is, unless the verb
    right before it says otherwise (أعلنت أرامكو, أعلن داعش)."""
    verb = units[i - 1].word.verb if i and units[i - 1].date < 0 else None
    if verb is not None and verb.person in ("3ms", "3fs"):
        return verb.person == "3fs"
    return units[i].word.stem not in _MASCULINE


def _only_noun(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a name tells who made a thing, or that is also a common noun is that noun here: without a feminine
    verb, حركة, a preposition or mark before it, or with a genitive behind it (حماس │ الجمهور, but أعلنت حماس)."""
    word = units[i].word
    row = word.organisation
    if row is None or row["state"] != "acronym" or word.prefix:
        return False
    if row["family"] == "business" and i and units[i - 1].word.core in _MADE:
        return True  # طائرات │ بوينغ
    if not word.common:
        return False
    before = units[i - 1] if i and units[i - 1].date < 0 else None
    if before is None or before.word.organisation is not None:
        return False
    verb = before.word.verb
    if verb is not None and verb.person == "3fs" and not verb.passive:
        return False
    after = units[i + 1] if i + 1 < len(units) and units[i + 1].date < 0 else None
    genitive = after is not None and after.word.definite and not (after.word.prefix or after.word.lead)
    return genitive or not (before.is_mark or before.word.preposition or before.word.act is not None or word.lead)


def _named_group(units: Sequence[Unit], i: int) -> bool:
    """Tells whether مجموعة is a company: with a name in quotation marks, or القابضة or a field at its end; حوض a dock,
    with its ships, مركب no boat, with its field."""
    after = units[i + 1 : i + 4]
    if units[i].word.core == "رئاسه" and units[i].word.definite:
        nation = after[0].word.nationality if after and after[0].date < 0 else None
        return nation is not None and nation["iso"] != "" and after[0].word.definite  # الرئاسة الفرنسية
    if units[i].word.core == "برنامج":
        return _of_purpose(units, i)
    if units[i].word.core == "حوض":
        return any(unit.date < 0 and unit.word.core in _DOCKED for unit in after[1:])  # no حوض السفن
    if units[i].word.core == "مركب":
        return bool(after) and after[0].word.definite and "field-noun" in after[0].word.core_classes
    if units[i].word.core != "مجموعه" or not after or after[0].date >= 0:
        return False
    if any(unit.date < 0 and unit.word.stem in _HOLDING for unit in units[i + 1 : i + 5]):
        return True  # مجموعة قره حصار │ القابضة
    if after[0].text in "«“" or (after[0].word.fold in ("ابو", "ال") and len(after) > 1 and plain(after[1])):
        return True
    nation = after[1].word.nationality if len(after) > 1 and after[1].date < 0 else None
    if after[0].word.unknown and nation is not None and after[1].word.definite:
        return True
    if (
        after[0].word.given
        and len(after) > 1
        and plain(after[1])
        and after[1].word.definite
        and not after[1].word.prefix
    ):
        return not (i and units[i - 1].word.preposition)  # مجموعة سامي الغانم
    if (after[0].word.unknown or after[0].word.given) and any(_trade(unit) for unit in after[1:]):
        return True
    named = after[0].word.definite or after[0].word.unknown
    return named and any(
        u.word.stem in _COMPANY_ENDS or (u.word.prefix == "ل" and "field-noun" in u.word.core_classes)
        for u in after[1:]
    )


def _of_purpose(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a programme is told by what it is for (برنامج │ نزع الألغام) or by the body that runs it (برنامج │
    الأمم المتحدة للبيئة)."""
    word = units[i].word
    if i + 2 >= len(units) or units[i + 1].date >= 0 or word.definite:
        return False
    aim, after = units[i + 1].word, units[i + 2].word
    if listed_body(units, i + 1) > 1 and aim.definite:
        return i + 3 < len(units) and units[i + 3].word.prefix == "ل"
    acts = i > 0 and units[i - 1].date < 0 and (is_verb(units, i - 1, False) or "was" in units[i - 1].word.classes)
    named = "purpose-noun" in aim.core_classes and not (aim.definite or aim.prefix or aim.lead or aim.pronoun)
    return acts and named and (after.definite or after.place is not None) and not after.prefix


def _trade(unit: Unit) -> bool:
    """Tells whether a definite relative adjective says what a group of companies does (مجموعة باوزير │ التجارية)."""
    return unit.date < 0 and unit.word.definite and unit.word.stem.endswith("ية") and not unit.word.nationality


def _ranked(units: Sequence[Unit], i: int) -> bool:
    """Tells whether مركز is a place in a table (المركز السادس), not a body."""
    after = units[i + 1].word if i + 1 < len(units) else None
    return units[i].word.core == "مركز" and after is not None and "ordinal" in after.classes


def _arranges(units: Sequence[Unit], i: int) -> bool:
    """Tells whether تنظيم is the act of arranging something (تنظيم │ حفل الربيع), no movement."""
    after = units[i + 1].word if i + 1 < len(units) and units[i + 1].date < 0 else None
    arranged = after is not None and not after.prefix and after.core.removeprefix("ال") in _ARRANGED
    return arranged and units[i].word.core == "تنظيم" and not units[i].word.definite


def _any_such(head: Word, unit: Unit) -> bool:
    word = unit.word
    if unit.is_mark or word.definite or word.given or word.place is not None or word.place_head or word.organisation:
        return False
    adjective = word.nationality is not None or "adjective" in word.classes or word.stem.endswith("ية")
    adjective = adjective and not word.classes & {"purpose-noun", "field-noun"}
    return adjective and word.feminine == head.feminine


def _any_for_purpose(units: Sequence[Unit], i: int) -> bool:
    """Tells whether an indefinite feminine word stands between a head and what it is for, so that any such body is told
    of (شركة │ ناشئة │ للنقل, مؤسسة محلية للإغاثة)."""
    head, word, after = units[i].word, units[i + 1].word, units[i + 2]
    if head.definite or not head.feminine or units[i + 1].is_mark or after.date >= 0 or after.word.prefix != "ل":
        return False
    told = bool(word.common or word.known_noun) and word.stem.endswith("ة")
    return told and not (word.definite or word.prefix or word.given or word.place or "field-noun" in word.core_classes)


def _body_end(units: Sequence[Unit], i: int, listed: int) -> int:
    end = organisation_end(units, i)
    if listed:
        return max(end, i + listed)
    first = units[i + 1].word if i + 1 < len(units) else None
    headed = units[i].word.core in _BUREAUS and first is not None and units[i + 1].date < 0
    if headed and first is not None and first.office is not None and not first.lead and not first.prefix:
        end = office_end(units, i + 1)
        field = end + 1 < len(units) and plain(units[end]) and units[end].word.core_classes & {"purpose-noun"}
        if field and units[end].word.prefix == "ل" and units[end + 1].word.definite:
            return coordinate_end(units, end + 2)  # مكتب المفوض السامي │ لشؤون اللاجئين
        return served_end(units, end) if end < len(units) and units[end].word.prefix == "ل" else end
    return end


def _proper(units: Sequence[Unit], i: int, end: int) -> bool:
    """Tells whether a run behind a head names one body: something in it is definite, quoted, or in no list.

    An indefinite adjective right behind the head tells of any such body: لجنة فنية, شركة أميركية للنفط.
    """
    if i + 1 < end and not units[i].word.definite and _any_such(units[i].word, units[i + 1]):
        return False
    if i + 2 < end and _any_for_purpose(units, i):
        return False
    return any(
        u.is_mark
        or u.word.definite
        or u.word.place
        or "place-opener" in u.word.core_classes
        or u.word.given
        or not (u.word.common or u.word.known_noun)
        or (u.word.organisation is not None and u.word.organisation["state"] == "acronym")
        for u in units[i:end]
    )


def short_body(units: Sequence[Unit], i: int, bodies: AbstractSet[str]) -> Entity | None:
    """Returns a club or movement that its head word, said before, names again."""
    word = units[i].word
    if word.core not in bodies or is_verb(units, i, False) or (i and units[i - 1].word.act is not None):
        return None
    return Entity(i, i + 1, i, i + 1, "organisation", word.core, word.feminine)
