"""Dates inside the names of things: laws, editions, titles held, what a participle calls a noun (docs/events.md §7)."""

from __future__ import annotations

import re

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.model import TimeExpression
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.tokens import CLOSING_QUOTES, OPENING_QUOTES, Unit

_OCCURS = cues("occurs")
YEARLY = frozenset({"year", "decade", "century", "season", "month"})
_EDITION_YEARS = frozenset({"year", "season", "interval"})
_PERIODS = frozenset({"year", "half", "quarter", "month"})
_YEARS = frozenset({"year", "decade", "century"})
_RECORDED = frozenset({"مسجل", "مسجله"})
_FORMER = frozenset({"سابق", "سابقه"})
_AMONG = 7
_DAYS = frozenset({"أيام", "ايام", "ليالي", "شهور", "أشهر", "أوقات"})
_EDITION = 7
_REPORTS = frozenset({"تقرير", "اعمال", "اعماله", "اعمالها", "قوائم", "قوائمها"})
_FORECASTS = cues("forecasts")
_HOLDERS = cues("holders")
_EDITIONS = cues("editions")
_GOING_ON = cues("going-on")
_RISINGS = cues("risings")
_LASTING = 5
_OR = frozenset({"أو", "أم", "او", "ام"})
_UNDER = frozenset({"خاضع", "خاضعه"})
_YEARS_OF_PLAN = re.compile(r"\d{4}\D{1,12}\d{4}")
_PAIR = re.compile(r"\d{4}\s*[/–-]\s*\d{2,4}")


def unit_before(reading: Reading, date: int) -> Unit | None:
    """Returns the unit before a date, None at the start of a sentence."""
    return reading.units[date - 1] if date > 0 else None


def of_results(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a quarter or half says which results are told of, without a figure (أعلن البنك نتائج أعماله للربع
    الثاني)."""
    units = reading.units
    if head.kind == "noun" and units[head.unit].word.core.startswith("بيانات") and expression.precision in _PERIODS:
        return True  # ارتفع الذهب بعد بيانات قوية للوظائف في يوليو
    if expression.precision in _PERIODS and head.unit >= 0 and _revises(reading, head, date):
        return True
    if expression.precision == "year" and head.kind == "verb" and head.unit < date and _foretold(reading, head, date):
        return True
    if expression.precision not in ("quarter", "half") or units[date].preposition not in ("", "ل"):
        return False
    commas = (k for k in range(date - 1, -1, -1) if units[k].is_comma or units[k].date >= 0 or k == head.unit)
    near = range(max(next(commas, -1) + 1, date - _AMONG), date)
    first = next((k for k in near if _is_report(units[k].word.core)), -1)
    return first >= 0 and not any(unit.is_number for unit in units[first : date + 5] if unit.date < 0)


def _foretold(reading: Reading, head: Attachment, date: int) -> bool:
    """Tells whether a year is the one that forecasts are for (خفض توقعاته للأسعار في 2015)."""
    units = reading.units
    for k in range(date - 1, head.unit, -1):
        word = units[k].word
        if units[k].is_comma:
            return False
        if {
            word.core,
            word.core.removesuffix(word.pronoun),
            word.core.removesuffix("ه").removesuffix("ها"),
        } & _FORECASTS:
            return date - k > 1 or units[date].preposition in ("ل", "عن")
    return False


def _revises(reading: Reading, head: Attachment, date: int) -> bool:
    """Tells whether a period is that of the data which were revised (تعديل بيانات الوظائف في مايو)."""
    units = reading.units
    near = range(max(head.unit, date - _AMONG), date - 1)
    return any(units[k].word.core in ("تعديل", "مراجعه") and units[k + 1].word.core.startswith("بيانات") for k in near)


def _is_report(core: str) -> bool:
    return core.startswith(("نتائج", "بيانات", "حسابات")) or core in _REPORTS


def names_a_thing(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Rows 3, 4, 10, 29, 30: the date is the genitive of a noun (اتفاق 1974, موسم 2005, بطولة العام الماضي)."""
    unit = reading.units[date]
    before = unit_before(reading, date)
    verb = before.word.verb if before is not None and before.date < 0 else None
    if verb is not None and "حمل" in verb.lemma.split("|") and unit.preposition in ("", "تاريخ"):
        return True  # سيف يحمل │ تاريخ 1190
    if head.kind == "verb" and _and_its_own(reading, date):
        return True
    if before is None or before.date >= 0 or before.is_mark or unit.preposition or unit.lead or head.kind == "bracket":
        return False
    if unit.start < expression.start:
        return False  # عامي 1988 و2005
    if _best_of_days(reading, date) or _or_of_things(reading, clause, date):
        return True
    if expression.precision == "day" and before.word.core in _RISINGS and expression.text[:1].isdigit():
        return True  # ثورة 25 يناير 2011
    if _of_holiday(reading, date, expression) or _of_then(before, expression):
        return True
    if _behind_event(reading, head, date, expression):
        return True
    if expression.precision not in YEARLY or before.word.preposition or before.is_number:
        return False
    word = before.word
    pilgrimage = word.core == "حج" or (word.core == "لحج" and not reading.units[date - 2].word.preposition)
    if pilgrimage and expression.precision == "year":
        return True
    of_verb = word.definite and expression.text.split()[0] in ("عام", "سنة") and clause.verb >= 0
    after = reading.units[date + 1] if date + 1 < len(reading.units) else None
    if of_verb and (after is None or after.is_mark or after.word.preposition):
        return False
    if "attribute-noun" in word.classes or "attribute-noun" in word.core_classes:
        return not (date > 1 and reading.units[date - 2].word.stem == "في" and _tells_of_then(reading, clause))
    bare_year = expression.text[:1].isdigit()
    above = reading.units[date - 2].word if date > 1 else None
    of_season = above is not None and "attribute-noun" in above.core_classes
    if bare_year and of_season and word.act is None:
        return True
    if bare_year and word.definite and _of_war(reading, date):
        return not _occurs(reading, clause)
    bare_year = bare_year or (word.core == "حج" and above is not None and above.core == "موسم")
    if bare_year and (word.definite or word.core == "حج") and of_season:
        return True
    if bare_year and (word.act is not None or word.known_noun or word.common) and not word.definite:
        return not (_occurs(reading, clause) or _then_and_there(reading, clause, date))
    deictic = expression.how == "dct" and not word.definite and word.act is not None
    told = clause.verb >= 0 or any("was" in reading.units[k].word.classes for k in clause.units)
    return deictic and expression.precision == "year" and told and not _occurs(reading, clause)


def _and_its_own(reading: Reading, date: int) -> bool:
    """Tells whether something of a time's own is joined to it, so that it is a thing (لم يراعوا شهر رمضان
    │ وسكينته, مشهد اليوم │ وأحداثه)."""
    following = reading.units[date + 1] if date + 1 < len(reading.units) else None
    after = following.word if following is not None and following.date < 0 else None
    if after is None or after.lead != "و" or after.pronoun not in ("ه", "ها") or after.verb is not None:
        return False
    thing = bool(after.act or after.known_noun or after.common) or after.unknown
    return thing and not (after.is_function or after.definite or after.prefix or after.preposition)


def _or_of_things(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a time is one of several things that a clause speaks of (انتهاك الحرمات، سواء المساجد أو │ شهر
    رمضان), not one of two times."""
    units = reading.units
    before = units[date - 1].word.stem if date else ""
    if before not in _OR or units[date].preposition or date < 2:
        return False
    whether = any(units[k].word.stem == "سواء" for k in clause.units if k < date)
    return whether and not any(units[k].date >= 0 for k in clause.units if k < date)


def _best_of_days(reading: Reading, date: int) -> bool:
    """Tells whether a day is only called the best of its kind (أفضل أيام السنة │ يوم عرفة)."""
    near = [reading.units[k].word for k in range(max(0, date - 3), date)]
    best = len(near) == 3 and len(near[0].core) == 4 and near[0].core[0] == "ا" and not near[0].definite
    return best and near[1].stem in _DAYS and near[2].definite


def _behind_event(reading: Reading, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a year is that of what an act came before or after (غادر البلاد بعد انتخابات │ عام 2009)."""
    known = reading.units[date - 1].word
    if head.kind != "verb" or head.unit > date or expression.precision not in _YEARS or expression.how == "dct":
        return False
    event = known.act is not None or bool(known.core_classes & {"attribute-noun", "era-noun"})
    after = reading.units[date - 2].word.stem in ("بعد", "عقب", "منذ", "قبل", "إثر") if date > 1 else False
    return event and after and not (known.definite or known.pronoun)


def _of_then(before: Unit, expression: TimeExpression) -> bool:
    """Tells whether الأمس, الغد tell of an age (لاعبو الأمس, جيل الغد)."""
    word = before.word
    plain = not word.definite or word.stem.startswith("لل")
    thing = word.act is None and not word.is_function and plain and not word.stem.endswith("ات")
    return (
        expression.text in ("الأمس", "الامس", "الغد") and thing and "dated-noun" not in word.classes | word.core_classes
    )


def _then_and_there(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a clause tells what was done at something told by its year, which then dates it (فاز في انتخابات
    2004, قتل في حرب 1973)."""
    occasion = reading.units[date - 1].word
    known = occasion.act is not None or occasion.core in _EDITIONS
    there = date > 1 and reading.units[date - 2].word.stem in ("في", "خلال", "أثناء")
    return known and there and _tells_of_then(reading, clause) and not any(
        reading.units[k].date >= 0 and k != date for k in clause.units
    )  # fmt: skip


def _of_war(reading: Reading, date: int) -> bool:
    """Tells whether a year closes the name of a war or revolution with its adjective (ثورة أكتوبر المجيدة 1934)."""
    for k in range(date - 2, max(-1, date - 5), -1):
        word = reading.units[k].word
        if reading.units[k].is_mark or word.preposition or word.prefix or word.lead:
            return False
        if "era-noun" in word.classes | word.core_classes:
            return not word.definite
    return False


def _of_holiday(reading: Reading, date: int, expression: TimeExpression) -> bool:
    """Tells whether days off are what someone spends or what ends (بعد انتهاء إجازة نهاية الأسبوع)."""
    units = reading.units
    if not expression.text.startswith(("نهاية الأسبوع", "نهاية الاسبوع", "عطلة", "إجازة")):
        return False
    k = date - 2 if units[date - 1].word.core in ("اجازه", "عطله") else date - 1
    return k >= 0 and units[k].word.core in ("قضاء", "انتهاء", "نهايه", "بدايه", "بدء")


def _tells_of_then(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause has a verb that is no present, so that a season or tournament may date it."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    denied = "negation" in reading.units[clause.verb - 1].word.classes if clause.verb > 0 else False
    return verb is not None and (verb.aspect == "perfect" or verb.future or verb.unclear or denied)


def _occurs(reading: Reading, clause: Clause) -> bool:
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    return verb is not None and verb.lemma in _OCCURS


def of_a_law(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 6 and attributes: لسنة 2003, لعام 2016, للعام المقبل behind a noun."""
    unit = reading.units[date]
    if _numbered_paper(reading, date):
        return True
    dated = next((k for k in range(date - 1, max(-1, date - 6), -1) if reading.units[k].date >= 0), date - 6)
    numbered = [reading.units[k].word.stem for k in range(max(0, dated + 1), date)]
    if "رقم" in numbered and expression.precision in YEARLY and not unit.lead:
        return True
    before = unit_before(reading, date)
    closes = before is not None and before.text in '»”")'
    near = range(max(0, date - 4), date)
    paired = expression.precision == "interval" and _PAIR.search(expression.text) is not None
    if paired and before is not None and before.word.stem in ("لهذا", "لهذه"):
        return True
    if paired and any(reading.units[k].word.core == "موسم" and reading.units[k].word.prefix == "ل" for k in near):
        return True  # للموسم الرياضي (1436 – 1437)
    seasons = (k for k in near if k and reading.units[k].word.core == "موسم")
    if paired and any(reading.units[k - 1].word.stem == "من" for k in seasons):
        return True  # إيقافه بداية من الموسم المقبل 1436/1437
    named = paired or any(word in expression.text for word in ("الدراسي", "المالي", "الجامعي", "التدريبي"))
    if named and unit.preposition == "من" and before is not None and before.word.definite:
        return True
    if named and before is not None and before.word.stem == "من" and reading.units[date - 2].word.definite:
        return True
    closes = closes or (named and before is not None and before.is_comma)
    dated_too = before is not None and before.date >= 0 and before.preposition != "ل"  # لموسم الحج │ لعام 1436
    if unit.preposition != "ل" or before is None or dated_too or (before.is_mark and not closes):
        return False
    return (expression.precision in YEARLY or named) and date - 1 != clause.verb


def _numbered_paper(reading: Reading, date: int) -> bool:
    """Tells whether a date belongs to the number of a decree or letter (قرار رقم (84 / 44) وتاريخ 15 / 8 / 1436هـ)."""
    for k in range(date - 1, max(-1, date - 10), -1):
        unit = reading.units[k]
        if unit.date >= 0:
            return False
        if unit.word.stem == "رقم":
            return True
        if not (unit.is_mark or unit.is_number or unit.word.core == "تاريخ"):
            return False
    return False


def names_two_years(expression: TimeExpression) -> bool:
    """Tells whether a date is a season or school year told by its two years (1436 / 1437هـ)."""
    return expression.precision == "interval" and _PAIR.search(expression.text) is not None


def in_a_name(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a year stands inside a short quoted name (معرض «السعودية 2050»)."""
    if expression.precision != "year":
        return False
    units = reading.units
    opening = next((k for k in range(date - 1, max(-1, date - 5), -1) if units[k].text in OPENING_QUOTES), -1)
    closing = next((k for k in range(date + 1, min(len(units), date + 4)) if units[k].text in CLOSING_QUOTES), -1)
    words = units[opening + 1 : closing] if opening >= 0 and closing >= 0 else []
    return len(words) > 1 and all(unit.word.verb is None for unit in words)


def of_participle(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a year says since when a noun is what its participle calls it (الأراضي المحتلة عام 1967)."""
    units = reading.units
    if head.kind == "verb" and head.unit < date and expression.relation == "since" and _goes_on(reading, head, date):
        return True
    if head.rule != "D15" and _of_former(reading, head, date):
        return True
    before = reading.units[date - 1].word if date else None
    if head.rule == "D8" and before is not None and expression.relation == "since" and before.core in _GOING_ON:
        return True  # بعد نزاع مستمر │ منذ 14 سنة
    if head.kind != "verb" or head.unit > date:
        return False
    recorded = unit_before(reading, date)
    if recorded is not None and recorded.word.core in _RECORDED and recorded.word.definite and head.unit < date - 1:
        return True  # أدنى مستوياته المسجل الأسبوع الماضي
    if expression.precision not in _YEARS:
        return False
    for k in range(date - 1, max(head.unit, date - _AMONG), -1):
        word = units[k].word
        if units[k].is_mark or units[k].date >= 0 or word.act is not None or is_verb(units, k, False):
            return False
        if "attribute-participle" in word.core_classes:
            return True
    return False


def _of_former(reading: Reading, head: Attachment, date: int) -> bool:
    """Tells whether a date is that of a former thing which is only spoken of (تماشيا مع التوقعات السابقة في مايو)."""
    if head.kind == "verb" and head.unit == date - 3 and reading.units[head.unit].word.pronoun:
        return False  # عقد أبرمته الإدارة السابقة │ عام 2012
    holder = reading.units[date - 2].word if date > 1 else None
    if holder is not None and (holder.pronoun or holder.office is not None or "person-noun" in holder.classes):
        return False  # تسلمتها من مالكها السابق │ في مايو
    units = reading.units
    if not 0 <= head.unit < date - 2 or not units[date - 1].word.definite or units[date - 1].word.core not in _FORMER:
        return False
    governing = units[date - 3].word.stem
    return governing not in ("في", "خلال") and not units[date - 2].word.prefix and units[date - 2].word.act is None


def _goes_on(reading: Reading, head: Attachment, date: int) -> bool:
    """Tells whether a participle says since when a thing goes on, not the act (أسفر النزاع المستمر منذ 2011 عن …)."""
    units = reading.units
    for k in range(date - 1, max(head.unit, date - _LASTING), -1):
        if units[k].word.prefix == "ل" and units[k - 1].word.core in _UNDER:
            return True  # الخاضعة │ لسيطرة المسلحين
        if units[k].is_mark or units[k].date >= 0 or units[k].word.act is not None:
            return False
        if units[k].word.core in _GOING_ON and units[k].word.definite:
            return True
    return False


def of_holder(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a year or season says when someone held a title (فاز الأهلي بطل الدوري عام 2011 على ضيفه)."""
    if head.kind != "verb" or head.unit > date or expression.precision not in YEARLY:
        return False
    for k in range(date - 1, max(head.unit, date - _AMONG), -1):
        word = reading.units[k].word
        if reading.units[k].is_comma or word.preposition or word.prefix == "ب":
            return False
        if word.core in _HOLDERS and reading.units[k - 1].word.stem not in ("على", "في"):
            return k > head.unit + 1
    return False


def names_an_edition(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Rows 3, 41: a bare year closes the name of a festival, tournament or term (مهرجان صيف صلالة 1436, في دورته
    الثالثة 2015)."""
    unit = reading.units[date]
    if unit.preposition == "من" and _YEARS_OF_PLAN.match(expression.text) and _of_plan(reading, date):
        return True
    if not expression.text[:1].isdigit() or unit.preposition or unit.lead or expression.precision not in _EDITION_YEARS:
        return False
    if unit.start < expression.start:
        return False  # ظفر بكأس السودان │ عامي 1988 و2005
    for k in range(date - 1, max(-1, date - _EDITION), -1):
        word = reading.units[k].word
        if reading.units[k].is_mark or reading.units[k].date >= 0 or word.preposition or k == clause.verb:
            return False
        if word.core == "عام" and word.definite and k < date - 1:
            return True  # العام التدريبي الجديد 1436
        if {word.core, *(word.core.removesuffix(end) for end in ("ته", "تها", "ه", "ها"))} & _EDITIONS:
            begins = head.kind == "noun" and head.unit == k - 1 and reading.units[k - 1].word.core not in _EDITIONS
            other = any(reading.units[j].date >= 0 and j != date for j in clause.units)
            occurs = _occurs(reading, clause) and not other
            return k < date - 1 and not begins and not occurs and not _there(reading, clause, k, date)
    return False


def _of_plan(reading: Reading, date: int) -> bool:
    """Tells whether years are those of the plan before them, adjectives apart (خطتها الجديدة │ من 2015 إلى 2019)."""
    for k in range(date - 1, max(-1, date - 4), -1):
        word = reading.units[k].word
        if reading.units[k].is_mark or reading.units[k].date >= 0 or word.preposition:
            return False
        if word.core == "خطه" or (word.pronoun and word.core.removesuffix(word.pronoun) == "خطت"):
            return True
    return False


def _there(reading: Reading, clause: Clause, edition: int, date: int) -> bool:
    """Tells whether a clause tells what was done at an edition, which then dates it (فاز في الدورة السادسة 1434)."""
    units = reading.units
    if edition < 1 or units[edition - 1].word.stem not in ("في", "وفي", "خلال"):
        return False
    other = any(units[k].date >= 0 and k != date for k in clause.units)
    between = range(clause.verb + 1, edition - 1)
    done = any(units[k].word.act is not None for k in between)
    return _tells_of_then(reading, clause) and not other and not done
