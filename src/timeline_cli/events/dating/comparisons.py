"""Dates of what something is only compared with (docs/events.md §7, row 11)."""

from __future__ import annotations

from timeline_cli.dates.meaning import Point
from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.dating.beside import than_what
from timeline_cli.events.dating.named_years import YEARLY, unit_before
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.model import TimeExpression
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.tokens import Unit

_PERIODS = YEARLY | {"quarter", "half"}
_SAME = cues("same")
_UNLIKE = cues("unlike")
_SCORED = cues("scored")
_LONGEST_SCORE = 4
_LEVELS = cues("levels")
_IS = frozenset({"هو", "هي", "هما", "هم"})
_SESSIONS = frozenset({"اغلاق", "اقفال", "افتتاح"})
_PRICES = frozenset({"سعر", "اسعار", "نقطه", "قيمه"})
_AMONG = 7
_FIRSTS = frozenset({"أول", "آخر", "أولى"})
_AS_IF = "كأن"
_HAPPENS = frozenset({"حدث", "حصل", "جرى", "وقع", "كان"})


def compares(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 11: the date belongs to what a figure is compared with (مقارنة بـ, بزيادة … عن, أدنى مستوى منذ)."""
    before = unit_before(reading, date)
    if before is not None and before.word.fold == "عن" and expression.precision in _PERIODS:
        return True
    same = before is not None and before.word.fold in _SAME and expression.precision in _PERIODS and date > 2
    if same and reading.units[date - 3].word.stem in ("عن", "مع"):
        return True
    if before is not None and before.word.stem in _UNLIKE:
        return True  # بعكس العام الماضي
    if expression.text.startswith(("الفترة", "المدة", "الوقت", "الشهر نفسه", "العام نفسه")) and "من" in expression.text:
        return True
    if expression.precision == "year" and date < clause.verb and _superlative_before(reading, date):
        return True
    if expression.precision in YEARLY and _set_against(reading, clause, date):
        return True
    if than_what(reading, clause):
        return True
    since = expression.relation == "since"
    if since and head.kind == "verb" and _has_no_equal(reading, clause, head, date, expression):
        return True
    if _of_level(reading, date) or (since and head.kind == "verb" and _first_of_its_kind(reading, clause, date)):
        return True
    if since and any(reading.units[k].word.stem == "عدم" for k in clause.units if head.unit < k < date):
        return True
    own = reading.clauses[reading.clause_of[date]] if reading.clause_of[date] >= 0 else clause
    for k in reversed([k for k in own.units if k < date][-9:]):
        unit = reading.units[k]
        if unit.date >= 0 and k + 1 < date and not reading.units[k + 1].is_mark and not unit.lead:
            continue
        if unit.date >= 0 or k == clause.verb:
            return False
        if unit.word.stem == "بدلا" and reading.units[k + 1].word.stem in ("منه", "منها", "عنه", "عنها"):
            continue
        if tells_score(reading.units, k):
            continue
        if "comparison" in unit.word.classes or (unit.word.core in _LEVELS and reading.units[k - 1].word.stem == "عن"):
            return True
        if since and _ranks(reading, k):
            return True
    return False


def _ranks(reading: Reading, k: int) -> bool:
    """Tells whether a word gives what is told its place among others: the highest, the first or last, the third, for
    the first time."""
    unit, before = reading.units[k], reading.units[k - 1]
    after = reading.units[k + 1].word.stem if k + 1 < len(reading.units) else ""
    if _is_superlative(unit) and (after != "من" or unit.word.definite):
        return True
    if (unit.word.stem in ("أول", "آخر") or unit.word.core == "اول") and after:
        return True
    if "ordinal" in unit.word.classes and before.word.stem in _IS:
        return True
    return unit.word.core == "مره" and bool(unit.word.prefix)


def _has_no_equal(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether since when something has not been is a measure of what is told (جفاف لم تشهده البلاد منذ 1990, لم
    يبلغ هذا المستوى منذ مايو) or a length (لم يتغير شيء منذ عام), not the denial itself (لم تصل شحنة منذ مايو)."""
    if not head.unit or "negation" not in reading.units[head.unit - 1].word.classes:
        return False
    verb = reading.units[head.unit].word.verb
    what = reading.units[head.unit - 2].word if head.unit > 1 else None
    told = what is not None and not what.definite and verb is not None and bool(verb.pronoun)
    if clause.kind == "relative" or told or isinstance(expression.meaning, Point):
        return True
    between = (reading.units[k].word for k in range(head.unit + 1, date))
    return any(word.core in _LEVELS or word.core.startswith(("مثيل", "مثله")) for word in between)


def _first_of_its_kind(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether what a verb tells of is the first or last since a time (هبطت │ أول طائرة … في المطار
    منذ شهرين, أول زيارة يقوم بها … منذ عام)."""
    behind = clause.verb + 1
    if behind < date and reading.units[behind].word.stem in _FIRSTS:
        return True
    verb = reading.units[clause.verb].word.verb
    opening = clause.units[:3] if clause.kind == "circumstance" else ()
    if any(reading.units[k].word.stem in _IS and _is_superlative(reading.units[k + 1]) for k in opening):
        return True  # وهو أكبر انخفاض يتم تسجيله │ منذ 1996
    done = clause.kind == "relative" and clause.opener < 0 and verb is not None and verb.aspect == "imperfect"
    near = range(max(0, clause.antecedent - 4), clause.antecedent + 1) if done else ()
    return any(reading.units[k].word.stem in ("أول", "أولى") or _is_superlative(reading.units[k]) for k in near)


def _of_level(reading: Reading, date: int) -> bool:
    """Tells whether a day only says which closing level is meant (دون مستوى إغلاق أمس)."""
    if date < 2 or reading.units[date].preposition or reading.units[date - 1].word.core not in _SESSIONS:
        return False
    before = reading.units[date - 2].word.core
    return before in _LEVELS or before in _PRICES


def _is_superlative(unit: Unit) -> bool:
    listed = unit.word.core_classes
    return "superlative" in unit.word.classes or (bool(unit.word.prefix) and "superlative" in listed)


def _set_against(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a figure of another time is set against the clause's own up to a date (مقابل 4 ملايين عام 2014)."""
    for k in range(date - 1, max(clause.verb, date - 16), -1):
        unit = reading.units[k]
        if unit.is_comma or (unit.word.verb is not None and is_verb(reading.units, k, False)):
            return False
        if unit.word.stem in ("مقابل", "مقارنة", "قياسا") and not tells_score(reading.units, k):
            return any(unit.is_number for unit in reading.units[k:date])
    return False


def tells_score(units: list[Unit], k: int) -> bool:
    """Tells whether مقابل stands between the two figures of a score (بهدفين │ مقابل هدف, بأغلبية 12 صوتا │ مقابل
    ثمانية)."""
    if units[k].word.stem != "مقابل":
        return False
    for unit in reversed(units[max(0, k - _LONGEST_SCORE) : k]):
        if unit.word.core.rstrip("ا") in _SCORED or unit.word.stem.rstrip("ًا") in _SCORED:
            return True
        if unit.is_mark or not (unit.is_number or "number" in unit.word.classes):
            return False
    return False


def _superlative_before(reading: Reading, date: int) -> bool:
    """Tells whether a year says among what something is the most (الحريق الأكثر خطورة هذا العام)."""
    near = [reading.units[k] for k in range(max(0, date - 4), date)]
    return any("superlative" in unit.word.classes and unit.word.definite for unit in near)


def from_figure(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 11: the first of two figures with a date each (ارتفع العدد من 600 ألف عام 1407 إلى 6 ملايين عام 1436)."""
    units = reading.units
    if head.kind == "noun" and head.unit + 2 < date and units[head.unit + 1].word.stem == "من":
        return _counts(units[head.unit + 2])  # استقر عند الصفر، بانخفاض من 0.1 في المئة │ في يونيو
    if head.kind != "verb" or head.unit > date or expression.relation == "since":
        return False
    if units[date - 1].is_comma and not units[date].preposition:
        return False  # إلى 11 في المئة من 13 في المئة، │ الثلاثاء
    near = range(date - 1, max(head.unit, date - _AMONG), -1)
    start = next((k for k in near if units[k].word.stem == "من" and "superlative" not in units[k - 1].word.classes), -1)
    end = next((k for k in _behind(reading, date)[:3] if units[k].word.stem in ("إلى", "الى")), -1)
    if start >= 0 and end < 0:
        moved = units[start - 1].word
        if moved.prefix == "ب" and moved.act is not None and moved.act.kind == "economy" and _counts(units[start + 1]):
            return True
        grown = any(units[k].word.stem in ("إلى", "الى") for k in range(max(head.unit, start - _AMONG), start))
        return grown and any(_counts(unit) for unit in units[start + 1 : min(date, start + 3)])  # من نحو 5 ملايين
    if start < 0 or end < 0:
        return False
    return any(_counts(units[k]) for k in range(start, date)) and any(
        _counts(units[k]) for k in range(end, min(len(units), end + 4))
    )


def _behind(reading: Reading, date: int) -> list[int]:
    """Returns the units behind a date, without the bracket right behind it (9 ملايين في مايو (بعد المراجعة) │ إلى)."""
    units = reading.units
    first = date + 1
    if first < len(units) and units[first].text == "(":
        first = next((k + 1 for k in range(first, len(units)) if units[k].text == ")"), first)
    return list(range(first, len(units)))


def _counts(unit: Unit) -> bool:
    return unit.is_number or "number" in unit.word.classes


def only_likens(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 11: what happened before is only likened to (كما حدث في جلسة الأحد, كأنها ولدت اليوم)."""
    own = reading.clauses[reading.clause_of[date]] if reading.clause_of[date] >= 0 else clause
    first = own.units[0] if own.units else 0
    if any(reading.units[k].word.stem.startswith(_AS_IF) for k in (first - 1, first) if 0 <= k < date):
        return True
    verb = reading.units[clause.verb].word.verb if head.kind == "verb" and clause.kind == "as" else None
    happened = verb is not None and bool(set(verb.lemma.split("|")) & _HAPPENS)
    return happened and clause.verb == clause.opener + 1 and subject(reading, clause) is None
