"""How far the name of a body runs (docs/events.md §4.1, §4.3)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.events.entities.body_words import (
    adjectives_end,
    coordinate_end,
    is_adjective,
    listed_body,
    names_site,
)
from timeline_cli.events.entities.name_words import is_known_stem, opens_first_name
from timeline_cli.events.entities.persons import name_end
from timeline_cli.events.entities.purposes import purpose_end, with_aim
from timeline_cli.lexicon.index import cues
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.listed import places
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_PHRASE_OPENERS = cues("phrase-opener")
_CLUB_OPENERS = cues("club-opener")
_NAMED_AFTER = cues("named-after")
_SAINTLY = cues("saintly")
_STOPS = frozenset({"برئاسه", "بقياده", "برعايه"})
_ROYAL = cues("royal")
_LONGEST_QUOTED = 4
_LETTERS = cues("letter-name")
_SAINTS = cues("saint")
_SAINTLY = cues("saintly")
_NAMED_BY_FAMILY = frozenset({"مجموعه", "شركه", "مستشفي", "مسجد"})
_KINDRED = cues("kindred")
_LONG_FOREIGN = frozenset({"union", "business"})
_MOVEMENTS = cues("movement")
_SEATED_BY_TOWN = cues("local-club")
_TROOPS = cues("troop")
_ARMS = cues("arm")
_PRESS = cues("press")
_FOREIGN_ARTICLES = cues("foreign-article")
_RULED = cues("ruled")


def organisation_end(units: Sequence[Unit], i: int) -> int:
    """Returns the unit after the name of a body whose head stands at i."""
    end = _named_end(units, i)
    return with_aim(units, i, end) if end > i + 1 and end + 1 < len(units) else end


def _named_end(units: Sequence[Unit], i: int) -> int:
    head = units[i].word
    row = head.organisation
    if row is None:
        return _lasting_adjectives(units, i, max(adjectives_end(units, i, i + 1), i + listed_body(units, i)))
    if row["state"] == "acronym":
        return i + 1
    listed = listed_body(units, i)
    end = _run_end(units, i, row)
    if i + listed < end and (listed < 3 or units[i + listed].word.stem.endswith(("ية", "ي"))):
        return end
    end = i + listed
    if end + 1 < len(units) and units[end + 1].date < 0 and units[end + 1].word.nationality is not None:
        end = end + 1 if _adjective_of(units, i, end) and _adjective_of(units, i, end + 1) else end
    while end < len(units) and units[end].word.nationality and is_adjective(units[end], units[i]):
        end += 1
    return purpose_end(units, i, end, named=True) if _takes_field(units, end) else end


def _adjective_of(units: Sequence[Unit], i: int, k: int) -> bool:
    return units[k].date < 0 and units[k].word.stem.endswith(("ية", "ي")) and is_adjective(units[k], units[i])


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
    letters = end
    while not closed and letters < len(units) and units[letters].word.bare in _LETTERS:
        letters += 1
    if letters > end + 1:
        return adjectives_end(units, i, letters)  # شركة بي واي دي
    if not closed and end + 1 < len(units) and units[end].word.stem in _SAINTS and units[end + 1].date < 0:
        return adjectives_end(units, i, end + 2)  # مستشفى سان جورج الجامعي
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
        town = head.core == "نادي" and not closed and word.place is None and _town_of_two(units, end)
        if town and (end > i + 1 or units[end + 1].word.given):  # نادي دار │ كليب
            end = adjectives_end(units, i, end + 2)
            break
        if not closed and head.place_head is not None and _town_of_two(units, end) and _town_name(units[end + 1].word):
            end += 2  # بلدية تيزي غنيف
            break
        state = word.place_head is not None and word.place_head["kind"] == "country" and not word.definite
        if not closed and state and end + 1 < len(units) and units[end + 1].word.place is not None:
            end += 2  # سفارة جمهورية أذربيجان
            break
        if not closed and end + 1 < limit and f"{word.fold} {units[end + 1].word.fold}" in places():
            end = adjectives_end(units, i, end + 2)  # جامعة عين تموشنت, نادي وادي السير الرياضي
            break
        if not _inside(units, i, end, closed):
            break
        ruler = word.core in _ROYAL or (word.core == "رئيس" and head.core in _RULED)
        if word.definite and ((word.office is not None and ruler) or _revered(units, i, end)):
            end = name_end(units, end + 1, strong=True)
            return purpose_end(units, i, adjectives_end(units, i, end))
        saint = word.definite and word.core in _SAINTLY and head.place_head is not None and not closed
        if saint and name_end(units, end + 1, strong=True) > end + 1:
            return adjectives_end(units, i, name_end(units, end + 1, strong=True))  # كنيسة القديس جرجس
        acronym = word.organisation is not None and word.organisation["state"] == "acronym"
        closed = (
            closed or word.definite or word.place is not None or bool(word.nationality and word.definite) or acronym
        )
        end += 1
    end = _arm_end(units, i, end)
    namesake = _namesake_end(units, i) if not units[i].word.definite else 0
    if namesake > i + 2 and (namesake >= end or units[i + 1].word.foreign):
        return purpose_end(units, i, _kinds_end(units, i, namesake), named=True)
    if end == i + 2 and units[i].word.core in _RULED and units[i + 1].word.given and not units[i + 1].word.definite:
        return max(end, name_end(units, i + 1, strong=True))
    if end + 1 < len(units) and units[end].word.fold == "بلا" and units[end + 1].word.fold in ("حدود", "قيود"):
        return end + 2
    quoted = _quoted(units, end)
    if quoted > end and not (closed and not head.definite and _alias(units, i, end, quoted)):
        return purpose_end(units, i, _lasting_adjectives(units, i, quoted), named=True)
    return purpose_end(units, i, end)


def _arm_end(units: Sequence[Unit], i: int, end: int) -> int:
    """Takes in the rest of a number and the arm behind the number of a troop (الفوج الثاني │ عشر مدفعية)."""
    if units[i].word.core not in _TROOPS or "ordinal" not in units[end - 1].word.classes:
        return end
    end += end < len(units) and units[end].word.stem in ("عشر", "عشرة")
    return end + (end < len(units) and units[end].date < 0 and units[end].word.core in _ARMS)


def _revered(units: Sequence[Unit], i: int, k: int) -> bool:
    """Tells whether a title opens the name of whom a school or house is called after (جامعة │ القاضي عياض)."""
    after = units[k + 1].word if k + 1 < len(units) and units[k + 1].date < 0 else None
    titled = units[k].word.office is not None or units[k].word.core in _SAINTLY
    called = k == i + 1 and titled and units[i].word.core in _NAMED_AFTER and not units[i].word.definite
    named = after is not None and (after.given or after.unknown) and not (after.definite or after.lead or after.prefix)
    return called and bool(named)


def _kinds_end(units: Sequence[Unit], i: int, end: int) -> int:
    """Takes in the adjectives behind the person whom a body is called after (مدرسة ابن باز │ المتوسطة), no people."""
    stop = adjectives_end(units, i, end)
    return end if any(unit.word.stem.endswith(("ين", "ون")) for unit in units[end:stop]) else stop


def _alias(units: Sequence[Unit], i: int, end: int, quoted: int) -> bool:
    """Tells whether foreign letters in marks behind a whole name only shorten it (وكالة الفضاء العربية │ «إيسا»)."""
    inside = units[end + 1 : quoted - 1]
    return end > i + 2 and all(
        unit.word.unknown or len(unit.word.stem) < 4 or (unit.word.organisation or {}).get("state") == "acronym"
        for unit in inside
    )


def _namesake_end(units: Sequence[Unit], i: int) -> int:
    """Returns the unit after the person whom a school, house or foundation is called after (مؤسسة │ عبد الحميد شومان,
    معهد │ ابن سينا); 0 without one."""
    k = i + 1
    if k + 1 >= len(units) or units[k].date >= 0 or units[k].word.prefix or units[k].word.lead:
        return 0
    core = units[i].word.core
    sons = units[k].word.fold in {"ابن", "ابو", "ال"} | _KINDRED and core in _NAMED_AFTER | _NAMED_BY_FAMILY
    if not sons and core not in _NAMED_AFTER:
        return 0
    if not sons and (units[k].word.definite or not (units[k].word.given or units[k].word.fold == "عبد")):
        return 0
    end = name_end(units, k + (units[k].word.fold in _KINDRED), strong=True)  # مكتبة │ أهل حبت
    if sons:
        after = units[k + 1].word
        named = after.unknown or after.given or after.definite or after.place or after.common
        return max(end, k + 2) if named and not (after.lead or after.prefix) else 0
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


def _town_name(word: Word) -> bool:
    """Tells whether a word may close the name of a town behind its opener."""
    named = word.unknown or word.given or word.definite or word.common or word.office
    return bool(named) and not (word.lead or word.prefix or word.is_function)


def _described(units: Sequence[Unit], i: int, end: int) -> bool:
    """Tells whether the name of a body has had its nationality or its place or ends in الله, so that و opens something
    else (حزب الله │ والنظام), no second adjective (هيئة الطاقة الجديدة │ والمتجددة)."""
    if "adjective" in units[end - 1].word.classes and "adjective" in units[end].word.classes:
        return False
    return units[end - 1].word.stem == "الله" or any(
        (u.word.nationality is not None and (k > i + 1 or units[i].word.definite)) or u.word.place is not None
        for k, u in enumerate(units[i + 1 : end], start=i + 1)
    )


def _lasting_adjectives(units: Sequence[Unit], i: int, end: int) -> int:
    """Takes in the relative adjectives behind a name in quotation marks, no participles (شركة «ساند» │ المدرجة)."""
    while end < len(units) and units[end].word.stem.endswith(("ية", "ي")) and adjectives_end(units, i, end) > end:
        end += 1
    return end


def _inside(units: Sequence[Unit], i: int, k: int, closed: bool) -> bool:
    unit = units[k]
    word = unit.word
    if unit.date >= 0 or unit.is_mark or unit.is_number or word.preposition or word.fold in _STOPS:
        return False
    said = word.stem == "إن" and i > 0 and units[i - 1].word.speech is not None  # قالت شركة أوراس │ إن
    if not closed and not said and k > i + 1 and word.bare in _LETTERS and (units[k - 1].word.unknown or k > i + 2):
        return True  # شركة أوبن إيه آي
    if not closed and _accusative(units, i, k):
        return False
    if (
        not closed
        and k > i + 1
        and (units[i].word.organisation or {}).get("family") in _LONG_FOREIGN
        and _foreign_in_waw(units, k)
    ):
        return True
    if word.lead == "و" and k == i + 1 and not closed and word.unknown and not (word.definite or word.prefix):
        return True  # جامعة │ واسيدا
    if word.lead or word.prefix or "never-in-name" in word.classes:
        return False
    if closed:
        if opens_first_name(units, k):
            return False
        if word.office is not None and k + 1 < len(units) and units[k + 1].word.given:
            return False
        if k > i + 1 and word.stem in _PHRASE_OPENERS and _phrase_behind(units, k):
            return False
        told = units[k - 1].word.nationality is not None and k > i + 1 and not units[i].word.definite
        if told and word.office is not None:
            return False  # أكاديمية الفنون الليبية │ المهندسة التونسية سعاد …
        if told and not word.stem.endswith(("ية", "ي", "ة", "ا")):
            return False  # لجنة نوبل النرويجية │ الفائز
        fits = any(is_adjective(unit, units[j]) for j in range(i, k)) or _of_faith(units, i, k)
        return fits and not (k == i + 1 and word.organisation is not None)
    if word.pronoun and not (word.given or word.unknown) and word.place is None:
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
    if word.given and k == i + 2 and units[i].word.core in _MOVEMENTS:
        return False  # عضو حركة أمل │ خليل حمدان
    before = units[k - 1].word
    opens = before.pattern_plural or before.stem in _CLUB_OPENERS
    plural = opens and word.place is not None  # شركة مرافئ ظفار, فريق مولودية وهران
    named = (before.unknown or before.given) and not plural
    inner = (word.known_noun or word.common) and named
    foreign = (
        before.unknown or before.foreign or before.bare in _LETTERS or (k > i + 2 and _foreign_in_waw(units, k - 1))
    )
    if k >= i + 2 and foreign and word.definite and not (plural or _fits_name(units, i, k)):
        return False
    seated = word.place is not None and k == i + 2 and before.unknown and units[i].word.core in _SEATED_BY_TOWN
    if k > i + 1 and not word.definite and not word.given and not seated and (inner or _object_like(units, k)):
        return False
    return not word.is_function


def _accusative(units: Sequence[Unit], i: int, k: int) -> bool:
    """Tells whether a noun with the ا of an object stands behind the head of a body that has no name (كاميرا متجر │
    ضوءا)."""
    word, before = units[k].word, units[i - 1].word if i and units[i - 1].date < 0 else None
    noun = units[k].text.rstrip("ًا")
    listed = len(noun) < len(units[k].text) and (len(noun) > 3 or noun.endswith("ء")) and is_known_stem(noun)
    governed = before is not None and before.verb is None and not (before.definite or before.preposition)
    return k == i + 1 and governed and word.unknown and not units[i].word.definite and listed


def _foreign_in_waw(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word in و that no list holds goes on with a foreign name (غلوبال │ ويتنس)."""
    word, before = units[k].word, units[k - 1].word
    guessed = word.verb is not None and word.verb.guessed
    foreign = word.lead == "و" and (word.unknown or guessed) and not (word.definite or word.pronoun)
    return foreign and before.unknown and not before.definite


def _of_faith(units: Sequence[Unit], i: int, k: int) -> bool:
    """Tells whether a plural tells whose faith the people are that a society is of (جمعية العلماء │ المسلمين)."""
    people = k > i + 1 and units[k - 1].word.definite and units[k - 1].word.core_classes & {"person-noun"}
    return bool(people) and units[k].word.stem in ("المسلمين", "المسيحيين", "الكاثوليك")


def _phrase_behind(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a participle opens a phrase of its own (اللجنة الوزارية │ المكلفة بإصلاح …)."""
    after = units[k + 1].word if k + 1 < len(units) and units[k + 1].date < 0 else None
    return after is not None and (bool(after.prefix) or after.preposition)


def _fits_name(units: Sequence[Unit], i: int, k: int) -> bool:
    """Tells whether a definite word behind the unlisted name of a body may belong to it, as an adjective does (شركة
    نوفارا │ السويسرية), or is what the sentence goes on with (حركة طورغان │ الهجوم)."""
    word = units[k].word
    if names_site(word):
        return False  # أدرجت لجنة رامسار │ المحمية
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


def _quoted(units: Sequence[Unit], end: int) -> int:
    """Takes in a short name in quotation marks behind the head: شركة «ساند»."""
    if end < len(units) and units[end].text in '«“"”':
        for k in range(end + 1, min(end + 2 + _LONGEST_QUOTED, len(units))):
            if units[k].text in '»”"“':
                return k + 1
            if units[k].date >= 0 or (k == end + 1 and units[k].word.lead and not units[k].word.unknown):
                return end
    return end
