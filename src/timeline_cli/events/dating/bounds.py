"""Days that only bound what is told, or up to or since which it adds up (docs/events.md §7, rows 14, 16 and 52)."""

from __future__ import annotations

from timeline_cli.dates.meaning import Point
from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.dating.named_years import YEARLY, names_two_years
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.model import TimeExpression
from timeline_cli.text.clauses import Clause

_BOUNDS = cues("bounds")
_UP_TO = frozenset({"حتي", "حتى", "لغايه", "لغاية"})
_LASTS = cues("lasts")
_POSTPONES = cues("postpones")
_LONG = frozenset({"year", "half", "quarter", "season", "decade", "century", "interval"})
_LIVES = frozenset({"عاش", "سكن"})
_BE = frozenset({"يكن", "تكن", "يكونوا", "يكونا"})
_STOPPING = cues("stopping")  # which lasts until a day
_MORE = cues("more-than")
_SINGLE = frozenset(
    {"death", "birth", "meeting", "visit", "signing", "publication", "founding", "opening", "arrival", "aid"}
)
_MANY, _CENTURY = 50, 100  # years
_ASKS = cues("asks")


def one_side(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a date is only the first end of a stretch whose other end is no date (بين أول سبتمبر │ ومنتصفه),
    or the second end of such a one (من بعد العصر حتى فجر الخميس)."""
    after = reading.units[date + 1] if date + 1 < len(reading.units) else None
    if expression.relation == "until" and any(_opens_stretch(reading, k) for k in range(max(0, date - 6), date)):
        return True
    single = reading.units[date].preposition == "بين" and expression.begin is not None
    single = single and expression.precision in ("day", "month", "year", "time")
    return single and after is not None and after.date < 0 and after.word.lead == "و"


def _opens_stretch(reading: Reading, k: int) -> bool:
    """Tells whether the first end of a stretch stands at a unit, which is no date (من │ بعد صلاة العصر حتى الفجر)."""
    after = reading.units[k + 1].word if k + 1 < len(reading.units) else None
    return reading.units[k].word.stem == "من" and after is not None and after.stem in ("بعد", "قبل", "عقب")


def only_bounds(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether something past is only said to lie after or before a year (للمرة الأولى بعد 1987), or a length of
    play is all that is dated (في آخر ربع ساعة)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    denied = head.unit > 0 and reading.units[head.unit - 1].word.stem == "لم"
    past = verb is not None and (verb.aspect == "perfect" or denied)
    if expression.relation in ("after", "before") and names_two_years(expression):
        return True
    not_yet = head.kind == "verb" and head.unit > 0 and reading.units[head.unit - 1].word.stem == "لا"
    if not_yet and reading.units[date].preposition == "قبل" and expression.how != "offset" and date > head.unit:
        return True  # لا يستطيع اللعب │ قبل يناير
    if past and expression.relation in ("after", "before") and expression.precision in YEARLY:
        whole = expression.how == "explicit" and expression.precision == "year"
        age = expression.precision in ("decade", "century") and not isinstance(expression.meaning, Point)
        return whole or age or expression.text[:4].isdigit()
    return expression.text.startswith(("آخر", "أخر", "اخر")) and any(
        word in expression.text for word in ("ساعة", "دقيقة", "دقائق")
    )


def asked_for(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a first day belongs to what is asked for (طلبت الوزارة … مراجعتها ابتداء من الثلاثاء)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if verb is None or verb.lemma not in _ASKS or date < head.unit:
        return False
    near = [reading.units[k].word.stem.rstrip("ً") for k in range(max(0, date - 4), date)]
    return expression.relation in ("from", "until") or not _BOUNDS.isdisjoint(near)


def deadline(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 16: the day until which something is granted, put off or valid, unless a figure counts up to it or the verb
    tells what lasted (منح الاتحاد مهلة حتى 30 يوليو)."""
    up_to = reading.units[date].preposition in _UP_TO
    if expression.relation != "until" or head.rule == "D15" or (head.kind != "verb" and not up_to):
        return False
    if head.kind != "verb":
        reached = date + 1 < len(reading.units) and reading.units[date + 1].word.classes & {"number", "quantifier"}
        counts = reached or (date + 1 < len(reading.units) and reading.units[date + 1].is_number)
        return head.kind == "noun" and reading.units[head.unit].word.core not in _STOPPING and not counts
    if expression.type == "TIME":
        return False  # what was heard or done until late
    verb = reading.units[head.unit].word.verb
    lemmas = set(verb.lemma.split("|")) if verb is not None else set()
    lasts = bool(lemmas & _LASTS)
    long = expression.precision in _LONG and (lasts or (up_to and not _counted(reading, clause)))
    if long:
        return not lemmas & _POSTPONES
    if verb is None or verb.aspect != "perfect" or lemmas & _LASTS or (not up_to and lemmas & _POSTPONES):
        return False
    return not _counted(reading, clause)


def _counted(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause has a figure."""
    return any(reading.units[k].is_number or "number" in reading.units[k].word.classes for k in clause.units)


def denies_being(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 18: only that something was is denied (لم يكن للمدينة جسر عام 1950)."""
    being = head.kind == "verb" and reading.units[head.unit].word.stem in _BE
    return being and "negation" in reading.units[head.unit - 1].word.classes


def total_since(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 12: since when a total has been reached, which is none of that month or year (بلغ تراجع العملة منذ مايو 30 في
    المائة)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if verb is None or expression.relation != "since" or expression.precision not in _LONG | {"month"}:
        return False
    if verb.aspect != "perfect":
        return False
    if expression.precision in ("decade", "century") and not isinstance(expression.meaning, Point):
        return "opening" not in verb.kinds
    if expression.how == "dct":
        return False  # of the year or month under way
    reached = any(
        reading.units[k].word.stem in ("إلى", "الى") and any(unit.is_number for unit in reading.units[k + 1 : k + 3])
        for k in clause.units
        if k > head.unit
    )
    lemmas = verb.lemma.split("|")
    return "بلغ" in lemmas or ("وصل" in lemmas and reached)


def lives_then(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 12a: in which century somebody lived (التاجر الذي عاش في القرن السادس عشر)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    long = expression.precision in ("century", "millennium", "decade")
    return verb is not None and long and not _LIVES.isdisjoint(verb.lemma.split("|"))


def longer_ago(reading: Reading, date: int) -> bool:
    """Tells whether something was more than so many days or weeks ago, so that the day is only the last it may have
    been on (قبل أكثر من أسبوعين)."""
    expression = reading.expressions[reading.units[date].date]
    if not isinstance(expression.meaning, Point) or expression.relation != "before" or expression.how != "dct":
        return False
    return any(reading.units[k].word.stem in _MORE for k in range(max(0, date - 2), date))


def single_act_ago(reading: Reading, head: Attachment, expression: TimeExpression) -> bool:
    """Tells whether منذ and a length say how long ago a single act was (عقدت الندوة منذ ثلاثين عاما), not since when
    something lasts."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if verb is None or verb.aspect != "perfect" or verb.guessed or not verb.kinds or not verb.kinds <= _SINGLE:
        return False
    denied = head.unit > 0 and "negation" in reading.units[head.unit - 1].word.classes
    return not denied and expression.relation == "since" and isinstance(expression.meaning, Point)


def long_ago(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 14: a round number of years, more or less (قبل أكثر من مئة سنة, قبل نحو 300 عام), which is no year."""
    point = expression.meaning
    if expression.precision == "century" and expression.how == "dct" and expression.relation in ("since", "before"):
        return True  # نمت بذوره منذ قرن
    if not isinstance(point, Point) or point.amount.parts[0][1] not in ("Y", "10Y"):
        return False
    count, unit = point.amount.parts[0]
    years = (count or 0) * (10 if unit == "10Y" else 1)
    more = any(reading.units[k].word.stem in _MORE for k in range(max(0, date - 3), date))
    return (more and years >= _MANY) or (expression.mod == "APPROX" and years >= _CENTURY)
