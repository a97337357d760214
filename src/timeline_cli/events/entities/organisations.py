"""How far the name of a body runs (docs/events.md §4.1, §4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline_cli.events.entities.name_words import opens_first_name
from timeline_cli.events.entities.persons import name_end
from timeline_cli.lexicon.index import cues
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.long_names import LongNames, by_two_words, longest_at
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_PHRASE_OPENERS = cues("phrase-opener")
_OF_FIELDS = cues("of-field")
_CLUB_OPENERS = cues("club-opener")
_NAMED_AFTER = cues("named-after")
_STOPS = frozenset({"برئاسه", "بقياده", "برعايه"})
_ROYAL = cues("royal")
_LONGEST_QUOTED = 4
_PRESS = cues("press")
_FOREIGN_ARTICLES = cues("foreign-article")
_GENERAL = cues("general")
_RULED = cues("ruled")
_CAUSES = cues("causes")
_GOVERNED = frozenset({"على", "عن"})
_LOCAL = cues("local-body")
_WITHOUT = cues("non-kind")
_WITH_AIMS = frozenset({"party", "union"})
_GOVERNING = {form: preposition for preposition in ("على", "عن", "من") for form in cues(f"governs-{preposition}")}


def organisation_end(units: Sequence[Unit], i: int) -> int:
    """Returns the unit after the name of a body whose head stands at i."""
    end = _named_end(units, i)
    return _with_aim(units, i, end) if end > i + 1 and end + 1 < len(units) else end


def _with_aim(units: Sequence[Unit], i: int, end: int) -> int:
    """Takes in what a body is for or is not: من أجل with its noun (حزب الاتحاد │ من أجل التغيير), a preposition that
    its last noun governs (هيئة الرقابة │ على الصادرات), غير الحكومية."""
    word, after = units[end], units[end + 1]
    if word.date >= 0 or after.date >= 0 or word.is_mark or after.is_mark or word.word.lead:
        return end
    if word.word.stem == "غير" and after.word.stem in _WITHOUT:
        return end + 2
    family = (units[i].word.organisation or {}).get("family")
    if word.word.stem == "من" and after.word.stem == "أجل" and family in _WITH_AIMS:
        return _aim_end(units, end + 2, end)
    governed = _GOVERNING.get(units[end - 1].word.core) == word.word.stem and units[end - 1].word.definite
    return _aim_end(units, end + 1, end) if governed and end == i + 2 else end


def _aim_end(units: Sequence[Unit], k: int, end: int) -> int:
    """Returns the unit after the noun phrase at k that the name of a body ends with, `end` where none stands there."""
    if k >= len(units) or units[k].date >= 0 or units[k].is_mark or units[k].word.prefix:
        return end
    word = units[k].word
    if word.definite or word.place is not None:
        return coordinate_end(units, _adjectives(units, k, k + 1))
    after = units[k + 1].word if k + 1 < len(units) and units[k + 1].date < 0 else None
    noun = (word.common or word.act is not None) and not (word.pronoun or word.is_function)
    if not noun or after is None or not (after.definite or after.place is not None) or after.prefix or after.lead:
        return end
    return coordinate_end(units, _adjectives(units, k + 1, k + 2))


def _named_end(units: Sequence[Unit], i: int) -> int:
    head = units[i].word
    row = head.organisation
    if row is None:
        return max(_adjectives(units, i, i + 1), i + listed_body(units, i))
    if row["state"] == "acronym":
        return i + 1
    listed = listed_body(units, i)
    end = _run_end(units, i, row)
    if i + listed < end:
        return end
    end = i + listed
    while end < len(units) and units[end].word.nationality and is_adjective(units[end], units[i]):
        end += 1
    return _purpose_end(units, i, end, named=True) if _takes_field(units, end) else end


def _takes_field(units: Sequence[Unit], end: int) -> bool:
    """Tells whether a definite field stands behind a listed body (الاتحاد الدولي للتنس), or a ball game."""
    if end >= len(units) or units[end].date >= 0:
        return False
    word = units[end].word
    return word.prefix == "ل" and (word.definite or word.bare.startswith("لكرة"))


def _run_end(units: Sequence[Unit], i: int, row: dict[str, str]) -> int:
    head = units[i].word
    limit = min(len(units), i + 1 + int(row["max_words_after"] or 1))
    end = i + 1
    closed = head.definite
    if not closed and _foreign_title(units, end):
        return end + 2
    while end < limit:
        word = units[end].word
        if word.lead and closed and not head.definite and not _described(units, i, end):
            pair = coordinate_end(units, end)
            if pair == end:
                break
            end = pair
            continue
        if not closed and _pair_of_acts(units, i, end):
            end += 2
            break
        if head.core == "نادي" and end > i + 1 and not closed and word.place is None and _town_of_two(units, end):
            end += 2
            break
        if not _inside(units, i, end, closed):
            break
        if word.office is not None and word.definite and word.core in _ROYAL:
            end = name_end(units, end + 1, strong=True)
            return _purpose_end(units, i, _adjectives(units, i, end))
        closed = closed or word.definite or word.place is not None or bool(word.nationality and word.definite)
        end += 1
    namesake = _namesake_end(units, i) if units[i].word.core in _NAMED_AFTER and not units[i].word.definite else 0
    if namesake > end or (namesake == end > i + 2):
        return _purpose_end(units, i, _adjectives(units, i, namesake), named=True)
    if end == i + 2 and units[i].word.core in _RULED and units[i + 1].word.given and not units[i + 1].word.definite:
        return max(end, name_end(units, i + 1, strong=True))
    if end + 1 < len(units) and units[end].word.fold == "بلا" and units[end + 1].word.fold in ("حدود", "قيود"):
        return end + 2
    quoted = _quoted(units, end)
    if quoted > end:
        return _purpose_end(units, i, _lasting_adjectives(units, i, quoted), named=True)
    return _purpose_end(units, i, end)


def _namesake_end(units: Sequence[Unit], i: int) -> int:
    """Returns the unit after the person whom a school, house or foundation is called after (مؤسسة │ عبد الحميد شومان,
    معهد │ ابن سينا); 0 without one."""
    k = i + 1
    if k + 1 >= len(units) or units[k].date >= 0 or units[k].word.prefix or units[k].word.lead:
        return 0
    sons = units[k].word.fold in ("ابن", "ابو")
    if not sons and (units[k].word.definite or not (units[k].word.given or units[k].word.fold == "عبد")):
        return 0
    end = name_end(units, k, strong=True)
    if sons:
        after = units[k + 1].word
        return max(end, k + 2) if after.unknown or after.given or after.definite or after.place else 0
    return end if end > k + 1 else 0


def _pair_of_acts(units: Sequence[Unit], i: int, k: int) -> bool:
    """Tells whether two acts with one genitive name a body (شركة استغلال │ وتوزيع المياه)."""
    word, before = units[k].word, units[k - 1].word
    after = units[k + 1] if k + 1 < len(units) and units[k + 1].date < 0 else None
    if k != i + 2 or word.lead != "و" or word.definite or before.definite or after is None:
        return False
    if not (after.word.definite or after.word.place is not None):
        return False
    acts = (before.act is not None or before.common) and (word.act is not None or word.common)
    return bool(acts) and not (after.word.lead or after.word.prefix or is_verb(units, k, False))


def _foreign_title(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a foreign article opens the name of a paper or channel behind its head (صحيفة │ لا برينسا)."""
    after = units[k + 1] if k + 1 < len(units) else None
    if k >= len(units) or units[k].text not in _FOREIGN_ARTICLES or after is None or after.date >= 0:
        return False
    return after.word.unknown and units[k - 1].word.core in _PRESS


def _genitive_of_three(units: Sequence[Unit], i: int, k: int) -> bool:
    """Tells whether a short form that may be a verb stands between the head of a body and a definite noun (حركة │ فجر
    الشرق)."""
    after = units[k + 1].word if k + 1 < len(units) and units[k + 1].date < 0 else None
    head = units[i].word
    if k != i + 1 or after is None or head.definite or len(units[k].word.stem) > 5 or units[k].word.stem[0] in "يت":
        return False
    named = after.definite and not after.prefix and after.organisation is None and after.office is None
    return named and (head.organisation or {}).get("family") in ("party", "union", "sport")


def _town_of_two(units: Sequence[Unit], k: int) -> bool:
    """Tells whether بني or another opener of a town's name stands at a unit (نادي أمل │ بني ملال)."""
    after = units[k + 1] if k + 1 < len(units) else None
    return "place-opener" in units[k].word.core_classes and after is not None and after.date < 0 and not after.is_mark


def _described(units: Sequence[Unit], i: int, end: int) -> bool:
    """Tells whether the name of a body has had its nationality or its place, so that و opens something else."""
    return any(u.word.nationality is not None or u.word.place is not None for u in units[i + 1 : end])


def coordinate_end(units: Sequence[Unit], k: int) -> int:
    """Returns the unit after the second half of a pair that names one body, k itself where و opens something else.

    وزارة التجارة │ والصناعة, وزارة الاتصالات │ وتقنية المعلومات, وزارة البيئة │ والمياه والزراعة.
    """
    end = k
    while end < len(units) and _joins(units, end):
        if units[end].word.definite:
            end = _adjectives(units, end, end + 1)
            continue
        after = units[end + 1] if end + 1 < len(units) else None
        if after is None or after.date >= 0 or not after.word.definite or after.word.prefix or after.word.lead:
            return end
        if _is_entity_head(after.word):
            return end
        end = _adjectives(units, end + 1, end + 2)
    return end


def _joins(units: Sequence[Unit], k: int) -> bool:
    word = units[k].word
    if units[k].date >= 0 or not word.lead or word.prefix or word.is_function or word.pronoun:
        return False
    if _is_entity_head(word) or is_verb(units, k, False):
        return False
    return word.definite or bool(word.common or word.act)


def _is_entity_head(word: Word) -> bool:
    named = word.organisation or word.office or word.place or word.given
    return bool(named) or "person-noun" in word.classes or "group-noun" in word.classes


def _adjectives(units: Sequence[Unit], i: int, end: int) -> int:
    while end < len(units) and units[end].date < 0 and not units[end].is_mark and is_adjective(units[end], units[i]):
        if opens_first_name(units, end):
            break
        end += 1
    return end


def _lasting_adjectives(units: Sequence[Unit], i: int, end: int) -> int:
    """Takes in the relative adjectives behind a name in quotation marks, no participles (شركة «ساند» │ المدرجة)."""
    while end < len(units) and units[end].word.stem.endswith(("ية", "ي")) and _adjectives(units, i, end) > end:
        end += 1
    return end


def _inside(units: Sequence[Unit], i: int, k: int, closed: bool) -> bool:
    unit = units[k]
    word = unit.word
    if unit.date >= 0 or unit.is_mark or unit.is_number or word.preposition or word.fold in _STOPS:
        return False
    if word.lead or word.prefix or "never-in-name" in word.classes:
        return False
    if closed:
        if opens_first_name(units, k):
            return False
        if word.office is not None and k + 1 < len(units) and units[k + 1].word.given:
            return False
        if k > i + 1 and word.stem in _PHRASE_OPENERS and _phrase_behind(units, k):
            return False
        fits = any(is_adjective(unit, units[j]) for j in range(i, k))
        return fits and not (k == i + 1 and word.organisation is not None)
    if word.pronoun and not word.given and word.place is None:
        return False
    if word.given and k == i + 1 and units[i].word.core in _NAMED_AFTER:
        return True
    seat = units[i].word.core == "مجلس" and word.place_head is not None
    club = units[i].word.core == "نادي" and k == i + 1
    if (word.office is not None and not word.definite and not seat and not club) or (
        is_verb(units, k, False) and not club and not _genitive_of_three(units, i, k)
    ):
        return False
    if word.given and not word.common and k > i + 1 and not units[k - 1].word.given:
        return False
    before = units[k - 1].word
    opens = before.pattern_plural or before.stem in _CLUB_OPENERS
    plural = opens and word.place is not None  # شركة مرافئ ظفار, فريق مولودية وهران
    named = (before.unknown and not plural) or before.given
    inner = (word.known_noun or word.common) and named
    if k == i + 2 and before.unknown and word.definite and not _fits_name(units, i, k):
        return False
    if k > i + 1 and not word.definite and not word.given and (inner or _object_like(units, k)):
        return False
    return not word.is_function


def _phrase_behind(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a participle opens a phrase of its own (اللجنة الوزارية │ المكلفة بإصلاح …)."""
    after = units[k + 1].word if k + 1 < len(units) and units[k + 1].date < 0 else None
    return after is not None and (bool(after.prefix) or after.preposition)


def _fits_name(units: Sequence[Unit], i: int, k: int) -> bool:
    """Tells whether a definite word behind the unlisted name of a body may belong to it, as an adjective does (شركة
    نوفارا │ السويسرية), or is what the sentence goes on with (حركة طورغان │ الهجوم)."""
    word = units[k].word
    return word.act is None and (not word.common or word.stem.endswith(("ية", "ي")) or is_adjective(units[k], units[i]))


def _object_like(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a noun stands before an adjective with the ا of an object (جامعة سيدي عابد │ ملتقى دوليا)."""
    after = units[k + 1] if k + 1 < len(units) else None
    return (
        units[k].word.common
        and after is not None
        and after.date < 0
        and not after.word.definite
        and after.word.stem.endswith("ا")
    )


def may_describe(word: Word) -> bool:
    """Tells whether a word may be the adjective of a name, so no noun in م…ة (المقبرة), no title (القاضي), and no
    participle that opens a phrase of its own (التابع)."""
    if word.office is not None and not word.office["note"] and not word.stem.endswith("ية"):
        return False
    return not (word.core_classes | word.classes) & {"plain-noun", "never-in-name", "relative", "demonstrative"}


def is_adjective(unit: Unit, head: Unit) -> bool:
    """Tells whether a definite word reads as the adjective of a definite noun before it."""
    word = unit.word
    if not word.definite or word.prefix or word.lead:
        return False
    if not _agrees(word, head.word):
        return False
    if word.nationality is not None or word.classes & {"adjective", "ordinal"}:
        return True
    if word.organisation is not None or word.act is not None or word.place is not None:
        return False
    if not may_describe(word):
        return False
    if word.stem.endswith(("ية", "ي")):
        return True
    if word.stem.endswith("يين") and word.definite and word.known_noun is False:
        return True
    if word.office is not None:
        return False
    return head.word.feminine and not head.word.definite and word.stem.endswith("ة") and word.stem.startswith("الم")


def _agrees(word: Word, head: Word) -> bool:
    """Tells whether an adjective may go with a definite head: ة needs a feminine, a bare form no ة before it."""
    if not head.definite or head.stem.endswith(("ين", "ون", "ان")):
        return True
    feminine = word.stem.endswith("ة") or (
        word.stem.endswith(("ى", "اء", "ات", "يا")) and not word.stem.startswith("الأ")
    )
    if head.stem.endswith("ة"):
        return feminine
    return not feminine or head.stem.endswith(("ات", "اء")) or head.feminine or head.pattern_plural


def _quoted(units: Sequence[Unit], end: int) -> int:
    """Takes in a short name in quotation marks behind the head: شركة «ساند»."""
    if end < len(units) and units[end].text in '«“"”':
        for k in range(end + 1, min(end + 2 + _LONGEST_QUOTED, len(units))):
            if units[k].text in '»”"“':
                return k + 1
            if units[k].date >= 0 or (k == end + 1 and units[k].word.lead and not units[k].word.unknown):
                return end
    return end


def _purpose_end(units: Sequence[Unit], i: int, end: int, *, named: bool = False) -> int:
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
    named = named or bool(before.given)
    named = named or (word.definite and before.core != "لجنه" and _is_field(word))
    proper = before.unknown or (before.definite and not (before.common or before.known_noun or before.act))
    named = named or (proper and end == i + 2 and not word.definite and "purpose-noun" in word.core_classes)
    named = named or (units[i].word.core in _CAUSES and end == i + 2 and before.definite and not word.definite)
    if word.prefix != "ل" or not named or (before.nationality and units[i].word.core == "لجنه"):
        return end
    after = units[end + 1] if end + 1 < len(units) and units[end + 1].date < 0 else None
    if word.definite:
        body = listed_body(units, end)
        if body:
            return end + body
        people = word.stem.endswith(("ين", "ون")) and "purpose-noun" not in word.core_classes
        people = (
            people
            and not _is_field(word)
            and not _of_guild(units, i, end)
            and (units[i].word.organisation or {}).get("family") != "union"
        )
        governed = after is not None and after.word.stem in _GOVERNED and not _is_field(word)
        if people or governed:
            return end
        stop = coordinate_end(units, _field_end(units, end))
        nation = units[stop].word.nationality if stop < len(units) and units[stop].date < 0 else None
        return stop + 1 if nation is not None and is_adjective(units[stop], units[i]) else stop
    if after is None or after.word.prefix or after.word.lead:
        return end
    if word.place_head is not None and units[i].word.core in _LOCAL and after.word.place is not None:
        return end + 2  # مديرية الثقافة │ لولاية المسيلة
    general = before.core in _GENERAL and word.act is None
    general = general and (word.common or (word.pattern_plural and not word.pronoun))
    if "purpose-noun" not in word.core_classes and not general:
        return end
    if not after.word.definite:
        last = units[end + 2].word if end + 2 < len(units) and units[end + 2].date < 0 else None
        closed = last is not None and not (last.prefix or last.lead) and (last.definite or last.place is not None)
        return end + 3 if closed and after.word.common else end  # لسكك حديد مصر
    return coordinate_end(units, _adjectives(units, end, end + 2))


def _field_end(units: Sequence[Unit], k: int) -> int:
    """Returns the unit after a definite field and its adjectives: للطاقة النظيفة, للعلوم الصحية."""
    end = _adjectives(units, k, k + 1)
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
    return closed and units[i].word.core in ("هيئه", "نقابه", "رابطه", "جمعيه", "اتحاد")


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


@cache
def _bodies() -> LongNames:
    """Returns the names of bodies that are listed whole (الأمم المتحدة)."""
    names = (row["fold"].split() for row in rows("events/organisation_heads"))
    return by_two_words(words for words in names if len(words) > 1)


def listed_body(units: Sequence[Unit], i: int) -> int:
    """Returns how many units a listed name of a body at a unit takes, 0 without one."""
    return len(longest_at(_bodies(), units, i))
