"""What a title leaves out inside its clause: phrases that only frame a date or a saying (docs/events.md §3.1)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.bonds import ASKING
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import DOUBLE_QUOTES, Unit
from timeline_cli.text.words import Word

_COMES = cues("comes-as-date")
_SAID_IN = cues("said-in")
_ENDS = cues("ends-period")
_SETS = cues("sets-date")
_PAID = cues("paid-for-month")
_PERIODS = cues("periods")
_ACTS_FOR = cues("acts-for")
_ALONE = cues("alone")
_LAST_OF = cues("last-of")
_WHEN = frozenset({"قبل", "بعد", "عقب", "قبيل", "منذ"})
_BY = cues("by-how-long")
_FEASTS = cues("feasts")
_DATED_ONLY = cues("dated-only")
_ENDS_OF = frozenset({"أول", "آخر", "أوائل", "أواخر"})
_IN = frozenset({"في", "خلال", "عبر"})
_OF_CONTENT = frozenset({"عن", "إلى", "الى", "ب", "على"})
_ISSUED = ("صدر", "صادر", "نشر", "بث", "أصدر", "وزع", "تلق")
_BELOW = frozenset({"التالي", "الآتي"})
_BESIDE = ("التالي", "التالية", "السابق", "السابقة")
_SAME = frozenset({"تاريخ", "يوم", "وقت", "توقيت", "موعد"})
_FURTHEST = 14
_LONGEST_ACTING = 22


def left_out(reading: Reading, chosen: list[int]) -> set[int]:
    """Returns the units among `chosen` that go with a date or tell only where something was said."""
    found: set[int] = set()
    units = reading.units
    for place, k in enumerate(chosen):
        if units[k].date >= 0:
            found |= _with_date(reading, k)
        elif "passing-adjective" in units[k].word.classes and k > 2 and _dated_bracket(units, k - 1):
            found.add(k)  # (الجمعة) │ الماضية
        elif units[k].word.stem == "نفس" and k + 1 < len(units) and units[k + 1].word.core in _SAME:
            found |= {k - 1, k, k + 1} if k and units[k - 1].word.preposition else set()  # في نفس التاريخ
        elif units[k].word.stem == "النحو" and place and _follows_below(units, k):
            found |= {k - 1, k, k + 1}
        elif units[k].word.core in _SAID_IN and place:
            found |= _saying(reading, chosen, place)
        elif units[k].word.core == "مره" and place:
            found |= _first_time(units, k)
        elif units[k].word.office is not None and units[k].word.stem.endswith("ا"):
            found |= _held_until_then(reading, chosen, place)
        elif units[k].word.core in _ACTS_FOR and not units[k].word.definite and not units[k].word.lead:
            found |= _acting_for(reading, chosen, place)
    return found


def _follows_below(units: list[Unit], k: int) -> bool:
    """Tells whether النحو says only that something follows (على │ النحو التالي)."""
    return units[k - 1].word.stem == "على" and k + 1 < len(units) and units[k + 1].word.stem in _BELOW


def _dated_bracket(units: list[Unit], k: int) -> bool:
    return units[k].text == ")" and units[k - 1].date >= 0 and units[k - 2].text == "("


def last_of_them(units: list[Unit], date: int) -> set[int]:
    """Returns آخرها before a date, with كان before it (كان آخرها في 2003)."""
    if date < 2 or units[date - 1].word.fold not in _LAST_OF:
        return set()
    return {date - 1, date - 2} if "was" in units[date - 2].word.classes else {date - 1}


def _times(units: list[Unit], date: int) -> set[int]:
    """Returns how many times something was, which the date of the last of them does not tell (فازت به │ ثلاث مرات
    آخرها في 2003)."""
    last = min(last_of_them(units, date), default=0) - 1
    if last < 2 or units[last].word.stem not in ("مرات", "مرتين"):
        return set()
    number = units[last - 1]
    counted = number.is_number or "number" in number.word.core_classes or number.word.stem == "لست"  # لـ + ست
    return {last - 1, last} if counted and units[last].word.stem == "مرات" else {last}


def _with_date(reading: Reading, k: int) -> set[int]:
    """Returns what a date takes with it: حلول and its preposition (مع حلول عام 2050, بعد انتهاء العطلة, قبل موقعة
    الأحد), فقط, وحده, وذلك behind it, the first time since it (للمرة الأولى منذ عام 2010)."""
    found: set[int] = set()
    units = reading.units
    date = units[k]
    before = units[k - 1] if k else None
    if before is not None and before.date < 0 and before.word.core in _COMES and not (date.preposition or date.lead):
        if before.word.prefix:
            found.add(k - 1)
        elif k > 1 and units[k - 2].word.preposition:
            found |= {k - 2, k - 1}
    elif before is not None and k > 1 and not (date.preposition or date.lead) and units[k - 2].word.stem in _WHEN:
        word = before.word
        bare = not (word.definite or word.pronoun or word.act or word.stem.endswith("ا"))
        if before.date < 0 and bare and is_nominal(before) and not word.is_function:
            found |= {k - 2, k - 1}
    quoted = before is not None and before.text in DOUBLE_QUOTES and k > 1 and units[k - 2].word.stem == "منذ"
    if quoted and not (date.preposition or date.lead):
        found.add(k - 2)  # أنه منذ │ "مساء الخميس ضربت …
    governs = before is not None and before.date < 0 and before.word.preposition and not before.word.prefix
    if governs and not (date.preposition or date.lead):
        found.add(k - 1)  # أطلقت │ مع ساعات الفجر │ قنابل
    after = units[k + 1] if k + 1 < len(units) else None
    if before is not None and before.word.stem == "أو" and after is not None and after.word.stem == "أو":
        found.add(k - 1)
    if after is not None and after.date < 0 and after.word.lead == "و" and after.word.core in _FEASTS:
        found |= {k + 1, k + 2}  # خلال رمضان │ وعيد الفطر
    found |= _of_date(units, k) | _by_how_long(units, k)
    if after is not None and after.word.prefix == "ل" and reading.expressions[date.date].text.endswith(_BESIDE):
        found |= set(range(k + 1, phrase_end(reading, k + 1)))  # في اليوم التالي │ لمؤتمر الاتحاد
    if date.preposition == "من" and k > 1 and units[k - 2].word.stem == "قبل" and before is not None:
        found |= {k - 2, k - 1} if "superlative" in before.word.core_classes else set()  # قبل أكثر من أسبوعين
    found |= last_of_them(units, k) | _times(units, k)
    if after is not None and date.text.endswith("يومها") and "ordinal" in after.word.classes:
        found.add(k + 1)  # في يومها │ التاسع
    if k + 1 < len(units) and units[k + 1].word.stem in _ALONE:
        found.add(k + 1)
    if after is not None and date.text[-1:].isdigit() and "passing-adjective" in after.word.classes:
        found.add(k + 1)  # في عام 2014 │ الماضي
    if after is not None and after.date < 0 and after.word.lead == "و" and "passing-adjective" in after.word.classes:
        found.add(k + 1)  # العام الماضي │ والحالي
    if k + 2 < len(units) and units[k + 1].word.stem == "أو" and units[k + 2].date >= 0:
        found.add(k + 1)
    if date.preposition == "منذ" and k > 1 and "مره" in (units[k - 2].word.core, units[k - 1].word.core):
        found |= {k - 2, k - 1} if units[k - 2].word.prefix == "ل" else set()
    return found


def _first_time(units: list[Unit], k: int) -> set[int]:
    """Returns the first time since something that a clause of its own tells (لأول مرة │ منذ أن أغلق المطار), which a
    title without that clause does not say; the date of منذ takes it along by itself."""
    first, end = (k, k + 2) if units[k].word.prefix == "ل" else (k - 1, k + 1)
    after = units[end] if end < len(units) else None
    opens = after is not None and after.date < 0 and after.word.stem == "منذ"
    clause = opens and end + 1 < len(units) and "complementizer" in units[end + 1].word.classes
    return set(range(first, end)) if clause and units[first].word.prefix == "ل" else set()


def _of_date(units: list[Unit], k: int) -> set[int]:
    """Returns في and the noun that a date alone tells (شارك في نسخة │ هذا العام 11 فنانا, في آخر أيام │ الشهر); nothing
    where the noun goes on behind the date."""
    if k < 2 or units[k].preposition or units[k].lead or units[k - 1].word.core not in _DATED_ONLY:
        return set()
    after = units[k + 1].word if k + 1 < len(units) and units[k + 1].date < 0 else None
    if after is not None and (after.stem == "من" or after.definite):
        return set()
    first = k - 2 if units[k - 2].word.stem not in _ENDS_OF else k - 3
    return set(range(first, k)) if first >= 0 and units[first].word.stem in _IN else set()


def _by_how_long(units: list[Unit], k: int) -> set[int]:
    """Returns by how long something was before or after a date (قبل رمضان │ بعدة أيام)."""
    after = units[k + 1] if k + 1 < len(units) else None
    if units[k].preposition not in ("قبل", "بعد") or after is None or after.date >= 0 or after.word.stem not in _BY:
        return set()
    return {k + 1, k + 2} if after.word.stem in ("بعدة", "ببضعة", "ببضع") and k + 2 < len(units) else {k + 1}


def _saying(reading: Reading, chosen: list[int], place: int) -> set[int]:
    """Returns `في بيان له أمس` between an act of speech and what it says (أعلن المدير في بيان له أمس عن افتتاح …)."""
    units = reading.units
    number = reading.clause_of[chosen[place]]
    clause = reading.clauses[number] if number >= 0 else None
    word = units[clause.verb].word if clause is not None and clause.verb >= 0 else None
    first = place - 1
    by_mouth = units[chosen[place]].word.stem == "لسان" and units[chosen[first]].word.stem == "على"
    if clause is None or word is None or chosen[place] < clause.verb or (word.speech is None and not by_mouth):
        return set()
    if not (by_mouth or units[chosen[first]].word.stem in _IN) or units[chosen[place]].word.lead:
        return set()
    if units[chosen[first - 1]].word.stem == "من" and units[chosen[first]].word.stem == "خلال" and first > 0:
        first -= 1
    asked = word.speech.complements if word.speech is not None else frozenset()
    asked = asked | (word.verb.prepositions if word.verb is not None else frozenset())
    content = _content(reading, clause, chosen, place, asked & _OF_CONTENT - ({"ب"} if by_mouth else set()))
    return {k for k in chosen[first:content] if units[k].date < 0} if content >= 0 else set()


def _acting_for(reading: Reading, chosen: list[int], place: int) -> set[int]:
    """Returns the words that say by whom a body acts, up to the date or object behind them (وقعت الجامعة ممثلة في عمادة
    البحث │ أمس اتفاقية تعاون)."""
    units = reading.units
    number = reading.clause_of[chosen[place]]
    clause = reading.clauses[number] if number >= 0 else None
    after = units[chosen[place + 1]].word if place + 1 < len(chosen) else None
    if clause is None or clause.verb < 0 or after is None or chosen[place] < clause.verb:
        return set()
    if not (after.stem in ("في", "ب") or after.prefix == "ب" or after.bare[0] == "ب"):
        return set()
    asked = any(units[k].word.core.removesuffix(units[k].word.pronoun) in ASKING for k in chosen[:place])
    for i in range(place + 2, min(place + _LONGEST_ACTING, len(chosen) - 1)):
        k = chosen[i]
        does = asked and i > place + 2 and units[k].word.prefix == "ب"  # قيام الوزارة │ بإعداد
        if units[k].date >= 0 or does or _begins_object(reading, k):
            return set(chosen[place:i])
        if units[k].is_mark and units[k].text not in DOUBLE_QUOTES and not units[k].is_comma:
            break
    return set()


def _held_until_then(reading: Reading, chosen: list[int], place: int) -> set[int]:
    """Returns what somebody was, between his name and what he is made (تعيين سالم العلي │ مدير مكتب الوزير │ رئيسا
    للشركة)."""
    units = reading.units
    role = next(
        (e for e in reading.entities if e.kind == "role" and chosen[0] < e.first and e.end <= chosen[place]), None
    )
    person = reading.entity_over(role.first - 1) if role is not None else None
    if role is None or person is None or person.kind != "person" or chosen[place] - role.first > _LONGEST_ACTING:
        return set()
    gone = [k for k in chosen if role.first <= k < chosen[place]]
    head = [units[k].word for k in range(person.first)]
    appoints = any(_names_appointment(word) for word in head)
    plain = not any(units[k].is_mark or units[k].date >= 0 or units[k].word.lead for k in gone)
    return set(gone) if appoints and plain and not units[chosen[place]].word.definite else set()


def _names_appointment(word: Word) -> bool:
    act = word.act is not None and word.act.kind == "appointment"
    return act or (word.verb is not None and "appointment" in word.verb.kinds)


def _begins_object(reading: Reading, k: int) -> bool:
    """Tells whether an indefinite noun stands behind a definite phrase, a name or a closing mark, so that it is the
    object (ممثلة في مجموعة «الأفق» │ رحلة علمية)."""
    unit, before = reading.units[k], reading.units[k - 1]
    word = unit.word
    if not is_nominal(unit) or word.definite or word.prefix or word.lead or word.is_function or word.office:
        return False
    if reading.entity_over(k) is not None or word.pronoun or not (word.common or word.known_noun or word.act):
        return False
    named = reading.entity_over(k - 1)
    if named is not None and named.kind == "person" and not word.feminine and word.act is None:
        return False
    return before.word.definite or before.text in DOUBLE_QUOTES or named is not None


def _content(reading: Reading, clause: Clause, chosen: list[int], place: int, asked: frozenset[str]) -> int:
    """Returns the place where what is said begins behind a phrase like في بيان له; -1 where none is seen."""
    units = reading.units
    doer = subject(reading, clause)
    named = doer is not None and doer.first < chosen[place]
    for i in range(place + 1, min(place + _FURTHEST, len(chosen))):
        unit, before = units[chosen[i]], units[chosen[i - 1]]
        if unit.date >= 0 or unit.is_mark:
            continue
        if "complementizer" in unit.word.classes:
            return i
        parted = before.date >= 0 or before.is_comma
        issued = before.word.stem.startswith(_ISSUED) and not parted
        if (unit.word.stem in asked or unit.word.prefix in asked) and not issued and not unit.word.lead:
            return i
        if parted and named and is_nominal(unit) and not (unit.word.prefix or unit.word.lead or unit.word.preposition):
            return i
    return -1


def date_set(units: list[Unit], k: int) -> str:
    """Returns موعد for a date that an act sets (تحديد يوم 9 مايو لانطلاقه │ موعد), empty elsewhere."""
    date, word = units[k], units[k - 1].word
    sets = k > 0 and units[k - 1].date < 0 and word.core in _SETS and not (word.definite or word.pronoun)
    return "موعد" if sets and not (date.preposition or date.lead) else ""


def paid_for(reading: Reading, k: int) -> str:
    """Returns the month or year of what is paid for it (صرف راتب │ شهر مايو), empty elsewhere."""
    date, before = reading.units[k], reading.units[k - 1]
    paid = k > 0 and before.date < 0 and before.word.core in _PAID and not (before.word.definite or before.word.pronoun)
    return reading.expressions[date.date].text.split(" (")[0] if paid and not (date.preposition or date.lead) else ""


def period_ended(units: list[Unit], k: int, verb: Verb | None) -> str:
    """Returns the period that a verb ends or begins where the date is its object (أنهى المؤشر شهر مايو بارتفاع │
    الشهر), empty elsewhere."""
    date = units[k]
    if verb is None or date.preposition or date.lead or not set(verb.lemma.split("|")) & _ENDS:
        return ""
    before = units[k - 1]
    if before.date >= 0 or before.is_mark or before.word.preposition or date.word.core not in _PERIODS:
        return ""
    return date.text if date.word.definite else "ال" + date.text
