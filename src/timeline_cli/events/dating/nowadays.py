"""Times that are no day of the story: these days, every year, daily hours (docs/events.md §7, row 24)."""

from __future__ import annotations

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.model import TimeExpression
from timeline_cli.text.clauses import Clause

_BECOMES = cues("becomes")
_OF_NOW = cues("of-now")
_SAME = cues("same")
_GENERAL_THINGS = cues("general-things")
_DAILY = frozenset({"اليومي", "اليومية"})
_HEARERS = frozenset({"ك", "كم", "نا", "ونا"})
_USUALLY = frozenset({"عادة", "دائما", "غالبا"})
_RARE = cues("rare")
_OF_DAYS = cues("today-of")
_COLUMNS = cues("of-columns")
_OPENINGS = cues("openings")
_NEEDS = cues("needs")
_OF_US = cues("of-us") | _OF_NOW
_YOU = frozenset({"أنت", "أنتم", "انت", "انتم"})
_TODAY = frozenset({"اليوم", "أمس", "الأمس", "الآن"})
_DENIED = frozenset({"ليس", "ليست", "ليسوا", "لا"})
_OFFSPRING = cues("offspring")
_EARLY = frozenset({"باكرا", "باكراً", "باكرًا", "مبكرا", "مبكراً"})
_BEING = frozenset({"عليه", "عليها", "عليهم"})


def usual(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 24: what happens every year (تسقط الأمطار عادة بين يونيو وسبتمبر, سقوط المطر في أغسطس نادر)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if expression.precision == "day" and _weekly(reading, clause, date):
        return True
    if expression.type == "TIME" and " " not in expression.text and _day_and_night(reading, date):
        return True
    if verb is None and clause.verb < 0:
        return any(reading.units[k].word.stem in _RARE for k in clause.units if k > date)
    if verb is None or verb.aspect != "imperfect" or verb.future or reading.units[clause.verb - 1].word.stem == "لم":
        return False
    return any(reading.units[k].word.stem in _USUALLY for k in clause.units)


def _day_and_night(reading: Reading, date: int) -> bool:
    """Tells whether two times of day mean all the time (سهروا ليلا ونهارا)."""
    units = reading.units
    near = (k for k in (date - 1, date + 1) if 0 <= k < len(units) and (units[k].lead or units[k].word.lead) == "و")
    pair = next(near, date if units[date].lead == "و" and date else -1)
    if pair < 0:
        return False
    first, second = (units[k].word.stem.rstrip("ً").removesuffix("ا") for k in (pair - 1, pair))
    return {first, second} in ({"ليل", "نهار"}, {"صباح", "مساء"})


def _weekly(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a day is one of those of every week (تدريب الكبار يوم الجمعة والصغار يوم السبت من كل أسبوع)."""
    for k in clause.units:
        if k > date and reading.units[k].is_comma:
            return False
        if k > date and reading.units[k].word.stem == "كل" and k + 1 < len(reading.units):
            return reading.units[k + 1].word.core in ("اسبوع", "شهر") and reading.units[k - 1].word.stem == "من"
    return False


def on_unknown_day(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a clock time belongs to a numbered day of a programme, which is not the document's (في اليوم الثاني
    … عند الساعة 5:30)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if expression.precision == "day" and "اليوم التالي" in expression.text and verb is not None:
        led = reading.units[clause.verb - 1].word.classes if clause.verb else frozenset()
        return verb.aspect == "imperfect" and not verb.future and "complementizer" not in led  # ينكرها في اليوم التالي
    if expression.precision != "time" or expression.how != "dct":
        return False
    for k, unit in enumerate(reading.units[:-1]):
        numbered = "ordinal" in reading.units[k + 1].word.classes or reading.units[k + 1].word.fold in _SAME
        numbered |= reading.units[k + 1].word.core == "محدد"
        if unit.word.core == "يوم" and unit.date < 0 and numbered:
            return True
    return False


def daily_hours(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a clock time is one end of daily hours (يحظر العمل من الساعة 12 ظهرا إلى الساعة 3)."""
    if expression.precision != "time" or expression.how != "dct":
        return False
    units = reading.units
    before = units[date - 1].word if date else None
    shown = before is not None and before.lead == "و" and before.act is not None and before.act.pronoun
    if shown and head.kind == "verb" and head.unit < date - 1:
        return True  # بسبب عرضه بعد العصر وإعادته │ في الساعة العاشرة
    between = " إلى " in expression.text or " حتى " in expression.text
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    near = range(max(0, date - 4), date)
    opened = between or any(reading.units[k].word.stem in ("من", "بين") and reading.units[k].date < 0 for k in near)
    daily = any(reading.units[k].word.stem in ("يوميا", "يومياً") for k in clause.units)
    hours = any(reading.units[k].word.stem in _DAILY for k in clause.units)
    return daily or (opened and verb is not None and (hours or (verb.aspect == "imperfect" and not verb.future)))


def nowadays(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Row 24: a bare اليوم beside a present without a named doer, or beside "we", means these days."""
    addressed = reading.units[date - 1].word.verb if date else None
    if addressed is not None and addressed.pronoun in _HEARERS and clause.frame < 0:
        return True
    if expression.text in _EARLY:
        return True  # أذن له بالخروج │ باكرا
    if expression.text == "اليوم" and reading.units[date].preposition in ("إلى", "حتى"):
        return True
    if expression.text in _TODAY and _not_of(reading, date):
        return True
    before = [unit.word.stem for unit in reading.units[max(0, date - 2) : date]]
    if expression.text == "اليوم" and (not _BEING.isdisjoint(before[-1:]) or "كما" in before[:1]):
        return True
    after = reading.units[date + 1].word if date + 1 < len(reading.units) else None
    if _some_time_later(reading, clause, head, date, expression):
        return True
    if expression.text == "اليوم" and _of_a_day(reading, head, date):
        return True
    if expression.text == "اليوم" and after is not None and after.stem == "هناك":
        return True
    if expression.text == "اليوم" and after is not None and date == clause.units[0] and after.lead == "و":
        return not after.stem.endswith(("ا", "اً"))  # اليوم │ والوزير قد جاء من القطاع; not اليوم وتحديدا في …
    if expression.text == "اليوم" and _speaks_of_us(reading, clause, date):
        return True
    if expression.text == "اليوم" and (_of_column(reading, clause, date) or _of_this_age(reading, clause, date)):
        return True
    if expression.text in ("اليوم", "الأمس", "أمس") and clause.verb < 0:
        return any(reading.units[k].word.stem in ("هو", "هي", "هم") for k in clause.units)
    if head.kind != "verb" or expression.text != "اليوم":
        return False
    doer = subject(reading, clause)
    if doer is not None and doer.entity is None and reading.units[doer.first].word.core in _GENERAL_THINGS:
        return True
    verb = reading.units[clause.verb].word.verb
    lemma = verb.lemma.split("|")[0] if verb is not None else ""
    if doer is not None and doer.entity is None and verb is not None and "opening" in verb.kinds:
        first = reading.units[doer.first].word
        if first.core in _OPENINGS and not first.definite:
            return True  # تبدأ اليوم مرحلة جديدة
    if date == clause.verb - 1 and verb is not None and "تحول" in verb.lemma.split("|"):
        return True  # العنف اليوم تحول إلى وحش
    if lemma in _BECOMES or (verb is not None and not verb.future and verb.aspect == "imperfect" and lemma in _OF_NOW):
        return True
    if verb is not None and verb.aspect == "imperfect" and verb.stative and not verb.future:
        return True
    if date < clause.verb and reading.units[clause.verb - 1].word.stem == "لا":
        return True
    if verb is None or verb.aspect != "imperfect" or verb.future or clause.kind == "quote" or clause.frame >= 0:
        return False
    if clause.kind == "before":
        return False  # قبل أن تستأنف الرحلات اليوم
    return verb.person in ("1s", "1p") or verb.guessed or verb.stative or subject(reading, clause) is None


def _not_of(reading: Reading, date: int) -> bool:
    """Tells whether something is only said to be older than today (ليس │ من اليوم, ليست وليدة اليوم)."""
    units = reading.units
    before = units[date - 1].word.stem if date else ""
    if units[date].preposition == "من":
        return before in _DENIED
    return date > 1 and before in _OFFSPRING and not units[date].preposition


def _some_time_later(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a length behind بعد says what always comes of something: a present of the writer's own without a
    named doer (ينكرون الخبر ثم يعودون إليه بعد يومين), or one length or another (بعد أسبوعين │ أو ثلاثة)."""
    units = reading.units
    verb = units[clause.verb].word.verb if head.kind == "verb" else None
    if verb is None or verb.aspect != "imperfect" or verb.future or units[date].preposition != "بعد":
        return False
    if expression.how != "dct" or expression.text.startswith("ال") or clause.frame >= 0 or clause.kind == "quote":
        return False
    if date + 2 < len(units) and units[date + 1].word.stem == "أو" and units[date + 2].word.classes & {"number"}:
        return True
    led = units[clause.verb - 1].word.classes if clause.verb else frozenset()
    return verb.person == "3mp" and "complementizer" not in led and subject(reading, clause) is None


def _of_a_day(reading: Reading, head: Attachment, date: int) -> bool:
    """Tells whether اليوم is the day that everybody has, as the genitive of what fills it (يرهق عمل │ اليوم الجسم)."""
    word = reading.units[date - 1].word if date else None
    if word is None or head.kind != "verb" or head.unit == date - 1 or reading.units[date].preposition:
        return False
    return word.stem in _OF_DAYS and reading.units[date - 1].date < 0


def _speaks_of_us(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether اليوم stands beside what "we" want, see or are, whoever says so (واليوم │ نطالب بحقنا, ما نشاهده │
    اليوم), or what "you" do (أنت هنا │ اليوم تحارب)."""
    units = reading.units
    for k in (date - 1, date + 1):
        verb = units[k].word.verb if 0 <= k < len(units) and units[k].date < 0 else None
        if verb is None or verb.aspect != "imperfect" or verb.future or verb.person != "1p":
            continue
        if not _OF_US.isdisjoint(verb.lemma.split("|")) or (k > 1 and units[k - 1].word.stem == "ما"):
            return True
    return any(units[k].word.stem in _YOU for k in clause.units if k < max(clause.verb, date))


def _of_this_age(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether اليوم stands beside another verb of state (… فتح معهدا ويضم اليوم تسعة أقسام), in what ما tells
    of (ما يميز التمور اليوم, وما احتفالنا اليوم إلا …), or between a noun and what it is (الناس اليوم موحدون)."""
    units = reading.units
    beside = units[date - 1].word.verb if date else None
    other = beside is not None and date - 1 != clause.verb and beside.aspect == "imperfect" and not beside.future
    own_voice = clause.frame < 0 and clause.kind != "quote"
    if other and beside is not None and (beside.stative or (own_voice and beside.person in ("1s", "1p"))):
        return True
    verb = units[clause.verb].word.verb if clause.verb > 0 else None
    if verb is not None and verb.aspect == "imperfect" and units[clause.verb - 1].word.stem == "ما":
        return True
    own = [units[k].word.stem for k in clause.units]
    if clause.verb < 0 and "ما" in own[:1] and "إلا" in own:
        return True
    what = units[date + 1].word if date and date + 1 < len(units) else None
    if what is None or 0 <= clause.verb < date or not units[date - 1].word.definite:
        return False
    return what.stem.endswith("ون") and not (what.definite or what.prefix or what.act or what.verb)


def _of_column(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether اليوم is that of the writer's piece (موضوع مقالي اليوم), or says in a clause without a verb what
    somebody needs nowadays (الوزارة مطالبة اليوم بحلول)."""
    near = [reading.units[k].word for k in range(max(0, date - 2), date)]
    if any(word.core in _COLUMNS or word.stem in _COLUMNS for word in near):
        return True
    beside = [reading.units[k].word for k in (date - 1, date + 1) if 0 <= k < len(reading.units)]
    return clause.verb < 0 and any(word.core in _NEEDS for word in beside)
