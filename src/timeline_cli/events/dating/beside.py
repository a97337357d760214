"""Dates that say nothing of when the act of their clause was done: what goes back to them, people and matches told by
them, reports on what is to come (docs/events.md §7, rows 50 and 51)."""

from __future__ import annotations

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.dating.named_years import YEARLY
from timeline_cli.events.doers.objects import asks_for_object
from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.model import TimeExpression
from timeline_cli.text.clauses import Clause
from timeline_cli.text.tokens import OPENING_QUOTES
from timeline_cli.text.words import Word

_TIMES = ("السنوات", "الأعوام", "الأشهر", "الشهور", "الأسابيع", "الأيام", "العقود")
_WHO = frozenset({"الذين", "اللواتي", "اللاتي", "ممن"})
_REMAINS = frozenset({"بقي", "تبقى"})
_MOVED = frozenset({"تأثر", "ارتبط"})
_MINDS = frozenset({"اذهان", "ذاكره", "ذهن"})
_RECALLS = cues("calls-to-mind")
_CALLED = cues("called")
_DAWNS = cues("dawns")
_MATCHES = frozenset({"لقاء", "مباراه", "مواجهه", "نهايي", "نهائي", "ديربي"})


def goes_back(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a date says to when something goes back that is no subject of its clause (انتهت هدنة تعود إلى
    2013), belongs to a condition (بعد 10 أيام إذا تحسنت …), or is itself the doer (أتاحت السنوات الماضية …)."""
    units = reading.units
    before = units[date - 1].word.verb if date else None
    after = units[date + 1].word.stem if date + 1 < len(units) else ""
    if before is not None and before.lemma in ("عاد", "رجع") and units[date].preposition in ("إلى", "الي"):
        return before.aspect == "imperfect" and clause.verb != date - 1
    if expression.precision == "year" and not units[date].preposition and date == clause.verb - 1:
        verb = units[clause.verb].word.verb
        if verb is not None and not _CALLED.isdisjoint(verb.lemma.split("|")):
            return True  # سنة 2015 تسمى عام الخروف
    if after == "إذا" and units[date].preposition in ("بعد", "قبل", "خلال"):
        return True
    if units[date].text.startswith("موسم") and not units[date].preposition and _is_object(reading, clause, date):
        return True
    if date != clause.verb + 1 or units[date].preposition:
        return False
    verb = units[clause.verb].word.verb
    comes = verb is not None and not _DAWNS.isdisjoint(verb.lemma.split("|"))  # ما إن أشرق │ عام 1981
    return comes or units[date].text.startswith(_TIMES)


def _is_object(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a season is what a verb that asks for an object has for it (خاض هناك │ موسم 2014)."""
    verb = reading.units[clause.verb].word.verb if 0 <= clause.verb < date else None
    if verb is None or verb.passive or verb.pronoun or not asks_for_object(verb):
        return False
    doer = subject(reading, clause)
    own = range(doer.first, doer.end) if doer is not None else range(0)
    between = [k for k in range(clause.verb + 1, date) if k not in own]
    return not any(is_nominal(reading.units[k]) and not reading.units[k].word.is_function for k in between)


def tells_which(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a date says which people are meant (المهاجرون الذين قدموا منذ 2011), or since which year things
    have come about (المبالغ التي صرفت منذ عام 2003)."""
    opener = reading.units[clause.opener].word.stem if clause.kind == "relative" and clause.opener >= 0 else ""
    bound = expression.relation in ("since", "after", "before")
    bound = bound and (expression.how != "dct" or expression.precision == "decade")
    counted = any(reading.units[k].is_number for k in clause.units)
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    since = expression.relation == "since" and expression.precision in ("year", "decade") and expression.how != "dct"
    if since and opener == "التي" and verb is not None and verb.aspect == "perfect" and not counted:
        return "opening" not in verb.kinds
    return opener in _WHO and bound and not counted and expression.precision in YEARLY


def opens_anew(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether و and a date behind a comma begin another statement (… حل الأزمة، واليوم برغم ما مضى …), or a day
    is the name of an occasion («اليوم الذهبي» بمهرجان العسل)."""
    units = reading.units
    after = units[date + 1].word if date + 1 < len(units) else None
    if date and units[date - 1].text in OPENING_QUOTES and units[date].text == "اليوم" and after is not None:
        return after.definite and after.stem.endswith(("ي", "ية"))
    if not units[date].lead or date < 2 or not units[date - 1].is_comma or not 0 <= head.unit < date:
        return False
    if after is not None and after.core in ("رغم", "برغم"):
        return True
    return head.kind != "verb" and not any(units[k].date >= 0 for k in clause.units if k < date)


def only_reported(reading: Reading, head: Attachment, date: int, expression: TimeExpression, *, future: bool) -> bool:
    """Tells whether a day names the match that is spoken of (طالب الجمهور بالحضور في لقاء الأربعاء), or a day to come
    stands behind what a report tells now (تشير التقارير إلى حاجة … حتى 2030)."""
    word = reading.units[head.unit].word
    if head.kind != "verb" or word.speech is None or date < head.unit:
        return False
    if expression.precision == "day" and not reading.units[date].preposition:
        held = reading.units[date - 2].word.stem == "خلال" if date > 1 else False
        return reading.units[date - 1].word.core in _MATCHES and not held
    told = word.verb is None or (word.verb.aspect == "imperfect" and not word.verb.future)
    now = word.speech.aspect == "imperfect" and word.speech.sense in ("point", "show", "affirm", "explain") and told
    return now and future and expression.how != "dct" and not _appears(reading, reading.clauses[head.clause], word)


def _appears(reading: Reading, clause: Clause, known: Word) -> bool:
    """Tells whether something comes out rather than shows something: no object follows it (تظهر الطبعة │ عن دار)."""
    if known.speech is None or known.speech.sense != "show":
        return False
    doer = subject(reading, clause)
    end = doer.end if doer is not None else clause.verb + 1  # على أن يظهر │ للمرة الأولى
    after = reading.units[end] if end in clause.units else None
    return after is not None and after.date < 0 and (after.word.preposition or after.word.prefix in ("ل", "ب"))


def would_be(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause only says what someone would be (أن يكون غاضبا)."""
    own = [reading.units[k].word for k in clause.units if not reading.units[k].is_mark][:2]
    return len(own) > 1 and own[0].stem in ("يكون", "تكون") and own[1].act is None and own[1].stem.endswith(("ا", "اً"))


def exists(reading: Reading, clause: Clause, head: Attachment) -> bool:
    """Tells whether a clause only says that something is there (يوجد مقرها في …)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    return verb is not None and verb.lemma.split("|")[0] == "وجد" and verb.aspect == "imperfect" and verb.stative


def recalls(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a clause tells what is called to mind, of which the date is (أعادت إلى الأذهان حادثة وقعت في 1962),
    what a date has acted upon (تأثرت المبيعات بشهر رمضان), or how long it is until one."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if verb is None or (date < head.unit and expression.text != "اليوم"):
        return False
    if not _MOVED.isdisjoint(verb.lemma.split("|")) and reading.units[date].preposition == "ب":
        return True
    if verb.aspect == "perfect" and not _REMAINS.isdisjoint(verb.lemma.split("|")) and expression.type == "DATE":
        near = range(head.unit + 1, min(head.unit + 3, len(reading.units)))
        return any(  # بقي على نهاية الصيف 50 يوما
            reading.units[k].word.stem == "على"
            or (reading.units[k].date >= 0 and reading.units[k].preposition == "على")
            for k in near
        )
    minds = any(reading.units[k].word.core in _MINDS for k in clause.units if k > head.unit)
    return minds and not _RECALLS.isdisjoint(verb.lemma.split("|"))


def lies_in(reading: Reading, clause: Clause, head: Attachment, date: int, expression: TimeExpression) -> bool:
    """Tells whether a clause only says in what something lies (تكمن أهمية الاجتماع غدا في نتائجه), or that somebody did
    the same (كما فعل في بيروت أمس)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if verb is not None and "فعل" in verb.lemma.split("|") and head.unit:
        return reading.units[head.unit - 1].word.stem in ("كما", "وكما", "مثلما")
    return verb is not None and verb.lemma == "كمن" and verb.aspect == "imperfect"


def than_what(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause is what something is more or less than (أقل مما سجل قبل عام)."""
    opener = reading.units[clause.opener].word.stem if clause.opener >= 0 else ""
    before = reading.units[clause.opener - 1 - (clause.opener > 1 and reading.units[clause.opener - 1].is_mark)]
    return opener == "مما" and "superlative" in before.word.classes
