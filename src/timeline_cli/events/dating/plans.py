"""What is planned, decided, prepared for or asked for a day to come (docs/events.md §2.1, D10)."""

from __future__ import annotations

from timeline_cli.events.dating.postponed import put_off_to
from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.model import TimeExpression
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import Word

_AFTER = cues("after")
_NEAR = 6
_CLOSE = 8
_PREPARING = cues("preparing")
_SETTINGS = cues("settings")
_DECISIONS = cues("decisions") | cues("postpones")
_BACKS = cues("backs")
_POSSIBLE = cues("possible")
_PLEDGES = frozenset({"promise", "demand", "threaten", "stress"})
_NEEDS = frozenset({"ضرورة", "وجوب", "أهمية"})
_WANTS = cues("aims") | cues("asks") | {"اقترح"}
_PLANS = cues("plans")
_ORDERS = frozenset({"أمر", "أوعز"})
_PUTTING_OFF = frozenset({"تاجيل", "ارجاء", "ترحيل"})
_DECIDES = frozenset({"قرر", "اتفق", "وافق", "حدد"})
_LATE = frozenset({"ظهر", "عصر", "مساء", "ليل", "مغرب"})
_POSTPONES = cues("postpones")
_FORECASTS = tuple(cues("forecasts"))
_APPOINTS = cues("appoints")
_SCHEDULES = frozenset({"برمج", "قرر", "تقرر"})
_APPOINTING = cues("appointing")
_DAY_OF = frozenset({"موعد", "تاريخ", "يوم"})
_DATE_OF = frozenset({"موعدا", "تاريخا"})
_RULINGS = cues("rulings")
_NAMED = frozenset({"person", "organisation", "office"})
_CALLS = frozenset({"أعلن", "قرر"})


def decided_act(reading: Reading, clause: Clause, date: int) -> int:
    """D10: the act that is announced or decided for a day to come, behind its verb and before the date."""
    verb = reading.units[clause.verb].word
    said = verb.verb or verb.speech
    lemma = next((form for form in said.lemma.split("|") if form in _DECISIONS), "") if said is not None else ""
    if not lemma:
        return -1
    behind = date + 1 + (reading.units[date + 1].is_comma if date + 1 < len(reading.units) else 0)
    after = reading.units[behind] if lemma in _POSTPONES and behind < len(reading.units) else None
    if after is not None and after.word.definite and is_nominal(after) and not after.word.prefix:
        return behind
    for k in clause.units:
        word = reading.units[k].word
        told = k > clause.verb and reading.units[k].date < 0 and word.prefix != "ل"
        if is_setting(word) or (word.act is not None and word.act.pronoun and reading.units[k - 1].word.preposition):
            continue
        if reading.units[k - 1].word.stem == "في":
            continue  # ستعلن النتائج في │ احتفال
        named = reading.entity_over(k)
        if named is not None and named.kind in _NAMED and named.first > clause.verb:
            continue  # أعلن │ اتحاد النقابات │ الإضراب العام
        put_off = lemma in _POSTPONES
        whole = word.definite and named is None and not (word.prefix or reading.units[k - 1].word.preposition)
        called = not word.definite or (whole and lemma in _CALLS and _opens_object(reading, k))
        if told and word.act is not None and (not word.act.pronoun if put_off else called):
            return k if k < date or date < clause.verb or k < date + 3 else -1
    return -1


def _opens_object(reading: Reading, k: int) -> bool:
    """Tells whether a definite act stands behind a name or a place, so that it is what is called (… في لبنان │ الإضراب
    العام)."""
    before = reading.entity_over(k - 1)
    return before is not None and before.end == k


def put_off(reading: Reading, act: int, date: int) -> int:
    """Returns what a noun of postponing puts off to a date, else the act (تأجيل │ إقامة الدورة إلى 2016)."""
    after = reading.units[act + 1]
    to = reading.units[date].preposition in ("إلى", "الي", "حتى", "حتي")
    moved = to and reading.units[act].word.core in _PUTTING_OFF and act + 3 < date
    return act + 1 if moved and is_nominal(after) and not after.word.prefix else act


def postpones(word: Word) -> bool:
    """Tells whether a noun says that something is put off (تأجيل)."""
    return word.core in _PUTTING_OFF


def planned_act(reading: Reading, clause: Clause, date: int, *, ahead: bool) -> int:
    """D10: the act that is announced or decided for a day to come; with any other perfect, the last act before the
    date (وصل الفريق لملاقاة الهلال غدا)."""
    decided = max(_appointed(reading, clause, date), _wanted(reading, clause, date), _likely(reading, clause, date))
    decided = decided if decided >= 0 else put_off_to(reading, clause, date)
    decided = decided if decided >= 0 else decided_act(reading, clause, date)
    decided = decided if decided >= 0 else _set_for(reading, clause, date)
    verb = reading.units[clause.verb].word.verb
    past = verb is not None and (verb.aspect == "perfect" or _of_a_man(reading, clause, verb))
    if decided >= 0 or not ahead or not past or date < clause.verb:
        return decided
    return last_act(reading, clause, clause.verb, date)


def only_choice(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a day to come closes an act that is said to be the only one left (لا يترك خيارا سوى الإضراب
    │ الأربعاء)."""
    units = reading.units
    left = (k for k in clause.units if clause.verb < k < date - 1 and units[k].word.stem == "سوى")
    return any(units[k + 1].word.act is not None for k in left)


def in_force(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that is announced or decided to hold from a day on (أعلن المصرف رفع الفائدة اعتبارا من اليوم,
    أصدر قرارا بتعيين سالم ابتداء من أمس), -1 elsewhere."""
    units = reading.units
    verb = units[clause.verb].word.verb
    expression = reading.expressions[units[date].date]
    if expression.relation != "from" or verb is None or date < clause.verb:
        return -1
    if not _POSTPONES.isdisjoint(verb.lemma.split("|")):
        return -1
    decided = decided_act(reading, clause, date)
    if decided >= 0 or verb.aspect != "perfect":
        return decided
    act = last_act(reading, clause, clause.verb, date)
    noun = act - 1 if act >= 0 and units[act].word.prefix else act - 2
    told = noun > clause.verb and units[noun].word.core.removesuffix("ا") in _RULINGS
    return act if act >= 0 and told else -1


def threatened_before(reading: Reading, clause: Clause, first: int, date: int) -> bool:
    """Tells whether the second date of a threat, promise or demand lies before the first, so that it can be that of no
    act which is only to be done (هدد التنظيم الأربعاء بإعدام رهينة، خطف │ نهاية تموز)."""
    speech = reading.units[clause.verb].word.speech if clause.verb >= 0 else None
    if speech is None or speech.sense not in _PLEDGES:
        return False
    said, done = (reading.expressions[reading.units[k].date] for k in (first, date))
    return said.begin is not None and done.last is not None and done.last < said.begin


def to_come_by_itself(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether nobody is said to have told what is to come, so that a past day is not its own (سيغيب سالم عن
    المباراة بسبب إصابته │ أمس; but قالت إنه سيسافر │ أمس)."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or not verb.future or date < clause.verb or clause.kind not in ("main", "and") or clause.frame >= 0:
        return False
    return not any("was" in reading.units[k].word.classes for k in clause.units if k < clause.verb)


def foresees(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause tells what someone expects (توقع)."""
    speech = reading.units[clause.verb].word.speech
    return speech is not None and speech.sense == "predict"


def decided_for_later(reading: Reading, clause: Clause, expression: TimeExpression) -> bool:
    """Tells whether an act is decided for later on the same day (قررت الوزارة عقد اجتماع مساء اليوم)."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or verb.lemma.split("|")[0] not in _DECIDES:
        return False
    return expression.how == "dct" and expression.text.split()[0] in _LATE and "اليوم" in expression.text


def cannot_be_ahead(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause tells what has happened, which no day to come dates."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or clause.kind in ("if", "unless") or verb.guessed:
        return False
    if verb.unclear:
        return _of_a_man(reading, clause, verb)
    denied = clause.verb > 0 and reading.units[clause.verb - 1].word.stem == "لم"
    return (verb.aspect == "perfect" or denied) and not verb.future


def _of_a_man(reading: Reading, clause: Clause, verb: Verb) -> bool:
    """Tells whether a form in ت that is perfect or imperfect is the perfect, since a man or a masculine body does
    it (تلقى الاتحاد دعوة)."""
    if not verb.unclear or not verb.base.startswith("ت") or verb.future:
        return False
    before = reading.entity_over(clause.verb - 1) if clause.verb - 1 in clause.units else None
    entity = reading.entity_at(clause.verb + 1) or before
    led = reading.units[clause.verb - 1].word.classes & {"complementizer", "negation"} if clause.verb else None
    if entity is None or led or reading.units[entity.first].word.prefix:
        return False
    return entity.kind in ("person", "office", "organisation") and not entity.feminine


def _wanted(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that someone prepares for, wants or asks for on a day to come (تستعد البلدية لافتتاح السوق غدا),
    -1 elsewhere."""
    verb = reading.units[clause.verb].word.verb
    aim = _aim(reading, clause, date)
    if aim >= 0:
        return aim
    bound = reading.units[date].preposition in ("حتى", "حتي")
    speech = reading.units[clause.verb].word.speech
    pledged = speech is not None and speech.sense in _PLEDGES
    points = speech is not None and not speech.act and "إلى" in speech.complements
    orders = verb is not None and not _ORDERS.isdisjoint(verb.lemma.split("|"))
    wants = pledged or orders or (verb is not None and verb.lemma.split("|")[0] in _WANTS)
    asked = (verb.prepositions if verb is not None else frozenset()) | (speech.complements if speech else frozenset())
    if not (wants or points) or date < clause.verb or (bound and not orders):
        return -1
    for k in clause.units:
        word = reading.units[k].word
        if not clause.verb < k < date or reading.units[k].date >= 0 or word.act is None or word.act.weak:
            continue
        before = reading.units[k - 1].word
        governed = word.prefix in ("ل", "ب") or before.stem in ("إلى", "الى", "في") or before.stem in _NEEDS
        governed = governed or (wants and before.stem in asked)
        direct = wants and verb is not None and verb.transitive and not word.definite and not before.preposition
        setting = is_setting(word) and not (pledged and word.prefix in asked)  # هدد │ بتنظيم وقفة
        if (governed or direct) and not setting and not is_verb(reading.units, k, False):
            return k
    return -1


def _aim(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that a plan, aim or contract is for (تضع الخطة هدفا لخفض التلوث بحلول 2030), -1 elsewhere."""
    units = reading.units
    for k in clause.units:
        word = units[k].word
        if clause.verb < k < date and word.prefix == "ل" and word.act is not None and not word.definite:
            plan = units[k - 1].word
            if k > clause.verb + 2 and not plan.definite and units[k - 2].word.core in _PLANS:
                plan = units[k - 2].word  # موعد جديد │ لعقد الاجتماع
            foreseen = plan.core.startswith(_FORECASTS)
            if foreseen or (plan.core.removesuffix("ا") in _PLANS and not plan.definite):
                return k
    return -1


def _appointed(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act for which a day is set (حدد النادي يوم السبت موعدا لانتخاب رئيسه), -1 elsewhere."""
    units = reading.units
    verb = units[clause.verb].word.verb
    own = [k for k in clause.units if k > clause.verb and not units[k].is_mark]
    done = verb is not None and verb.lemma in ("تم", "جرى") and own and units[own[0]].word.core in _APPOINTING
    sets = verb is not None and verb.lemma.split("|")[0] in _APPOINTS
    behind = [k for k in own if k > date][:3]
    date_of = bool(behind) and behind[0] == date + 1 and units[date + 1].word.stem.rstrip("ً") in _DATE_OF
    if not (done or sets or date_of) or units[date].preposition not in ("", "يوم"):
        return -1  # باعتماد │ 27 أغسطس │ موعدا للانتخابات
    return next((k for k in behind if units[k].word.prefix == "ل" and is_nominal(units[k])), -1)


def _set_for(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act before a verb that sets its day (جلسة │ ثانية حددت في 20 من الشهر الحالي), or the one behind it
    (حدد القضاة موعد │ الجلسة الثانية في 20 من الشهر); -1 elsewhere."""
    verb = reading.units[clause.verb].word.verb
    doer = subject(reading, clause) if verb is not None and clause.verb < date else None
    if doer is None or verb is None or verb.aspect != "perfect" or verb.pronoun:
        return -1
    sets = not (_APPOINTS | _SCHEDULES).isdisjoint(verb.lemma.split("|"))
    if doer.first > clause.verb and sets and verb.transitive and not verb.passive:
        own = [k for k in clause.units if doer.end <= k < date and reading.units[k].date < 0]
        first = own[1] if len(own) > 1 and reading.units[own[0]].word.core in _DAY_OF else own[0] if own else -1
        held = first >= 0 and _is_held(reading.units[first].word) and not reading.units[first].word.prefix
        return first if held else -1
    if doer.first > clause.verb:
        return -1
    return doer.first if sets and _is_held(reading.units[doer.first].word) else -1


def _is_held(word: Word) -> bool:
    return word.act is not None or "dated-noun" in word.classes


def planned_before(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a clause tells what is to come, with the past day far behind its verb (من المزمع أن يناقش المجلس
    الاتفاق الذي …، في 14 يوليو الماضي)."""
    units = reading.units
    verb = units[clause.verb].word.verb
    if verb is None or verb.aspect != "imperfect" or date < clause.verb + _NEAR:
        return False
    before = [units[k].word.classes for k in clause.units if k < clause.verb]
    was = any("was" in classes for classes in before)
    return not was and (verb.future or any(classes & {"planned-participle", "modal"} for classes in before))


def past_act(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that a past day belongs to where the verb tells what is to come (سيغيب … لإصابة أمس), else -1."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or not verb.future or date < clause.verb:
        return -1
    return last_act(reading, clause, clause.verb, date)


def _likely(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that something makes likely or possible (تعزز الأرقام فرص رفع الفائدة في سبتمبر, تدعم الأرقام
    رفع الفائدة …), -1 elsewhere."""
    units = reading.units
    backs = makes_likely(reading, clause)
    doer = subject(reading, clause) if backs else None
    first = doer.end if doer is not None else clause.verb + 1
    for k in (k for k in clause.units if max(clause.verb + 1, date - _CLOSE) <= k < date - 1):
        word = units[k].word
        if word.act is None or word.definite or word.prefix or word.lead:
            continue
        before = units[k - 1].word
        if before.core in _POSSIBLE or (backs and k >= first and not before.preposition and not word.act.pronoun):
            return k if is_nominal(units[k + 1]) else -1
    return -1


def makes_likely(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause only says that something speaks for an act (تدعم الأرقام رفع الفائدة)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    return verb is not None and bool(_BACKS & set(verb.lemma.split("|")))


def last_act(reading: Reading, clause: Clause, after: int, date: int) -> int:
    """Returns the last noun of an act behind a preposition between a unit of a clause and a date; -1 without one.

    A definite one has to stand behind a word of time or cause (قبل السفر), else it mostly names a thing.
    """
    for k in reversed(clause.units):
        unit, before = reading.units[k], reading.units[k - 1]
        if not after < k < date or unit.date >= 0 or unit.word.act is None or unit.word.act.weak or unit.word.lead:
            continue
        if is_setting(unit.word) or (clause.verb >= 0 and _asked_for(reading, clause, k)):
            continue
        timed = before.word.stem in _AFTER or before.word.stem in ("عن", "عند", "لدى", "خلال")
        timed = timed or before.word.core.rstrip("ا") in _PREPARING
        if timed or (not unit.word.definite and (unit.word.prefix or before.word.preposition)):
            return k
    return -1


def is_setting(word: Word) -> bool:
    """Tells whether a noun only says under whom or with whom something happens (برئاسة, بحضور)."""
    return (word.prefix == "ب" and word.core in _SETTINGS) or word.core == "صلاه"


def _asked_for(reading: Reading, clause: Clause, k: int) -> bool:
    """Tells whether a clause's verb asks for the preposition before a noun (بدأ في تنفيذ, اكتفى بإجراء)."""
    verb = reading.units[clause.verb].word.verb
    asked = {reading.units[k].word.prefix, reading.units[k - 1].word.stem} - {""}
    return verb is not None and bool(asked & verb.prepositions)
