"""The act that a verb tells of, announces, denies or dates back, when the date is that act's (docs/events.md §2.1)."""

from __future__ import annotations

from timeline_cli.events.dating.plans import is_setting, threatened_before
from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.connectives import connective_at
from timeline_cli.text.words import Word

_WITNESSES = cues("witnesses")
_GOES_BACK = cues("goes-back")
_ORIGINS = cues("origin")
_RECALLS = cues("recalls")
_STORIES = cues("stories")
_ASCRIBES = cues("ascribes")
_DECLARES = cues("declares")
_HOLIDAYS = cues("holidays")
_CONFIRMS = cues("confirms")
_FIGURES = cues("figures")
_ANSWERS = cues("answers-for")
_AFTER = cues("after")
_HASTENS = cues("hastens")
_HOLDING = cues("holds-in-it")
_GAINS = cues("gains")
_WEIGHTS = cues("weights")
_ANNOUNCING = cues("announcing")
_HINDERS = cues("hinders")
_PAVES = cues("paves")
_WAYS = cues("way-paved")


def act_spoken_of(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act behind a participle that speaks of it (، مهددة بتنفيذ إضراب عام يومي 3 و4 ديسمبر), else -1."""
    if clause.kind != "saying" or 0 <= clause.verb < date:
        return -1
    first = next((k for k in clause.units if not reading.units[k].is_mark), -1)
    behind = [k for k in clause.units if first < k < date]
    if not behind or behind[0] != first + 1 or any(reading.units[k].is_comma for k in behind):
        return -1
    word = reading.units[behind[0]].word
    return behind[0] if word.act is not None and word.prefix == "ب" else -1


def declared_holiday(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the holiday that a day is declared to be (أعلن المجلس يومي السبت والأحد عطلة رسمية), -1 elsewhere."""
    units = reading.units
    verb = units[clause.verb].word.verb if 0 <= clause.verb < date else None
    if verb is None or units[date].preposition or not set(verb.lemma.split("|")) & _DECLARES:
        return -1
    behind = (k for k in clause.units if k > date and units[k].date < 0 and not units[k].is_mark)
    first = next(behind, -1)
    return first if first >= 0 and units[first].word.core in _HOLIDAYS and not units[first].word.definite else -1


def ascribed_act(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that somebody puts down to a cause, which the day before that cause dates (عزا محللون هبوط المؤشر
    في جلسة أمس إلى …), -1 elsewhere."""
    said = reading.units[clause.verb].word.verb or reading.units[clause.verb].word.speech
    if said is None or not set(said.lemma.split("|")) & _ASCRIBES:
        return -1
    between = [k for k in clause.units if clause.verb < k < date]
    if any(reading.units[k].word.stem in ("إلى", "الى") for k in between):
        return -1
    acts = (k for k in between if reading.units[k].word.act is not None and not reading.units[k].word.prefix)
    return next((k for k in acts if not reading.units[k - 1].word.preposition), -1)


def told_act(reading: Reading, clause: Clause, date: int) -> int:
    """D11: the act that is confirmed, or the figure that is announced, for a time of its own (أكدت وفاة زعيمها في …،
    أعلنت بلوغ المبيعات 3 ملايين خلال الربع الثاني), -1 elsewhere."""
    units = reading.units
    word = units[clause.verb].word
    moves = word.verb is not None and "economy" in word.verb.kinds  # زادت الأرباح
    if word.speech is None or moves or date < clause.verb or word.speech.sense == "record":
        return -1
    doer = subject(reading, clause)
    issued = doer is not None and doer.first > clause.verb and "statement-noun" in units[doer.first].word.core_classes
    named = doer is not None and doer.first > clause.verb and doer.entity is not None
    first = doer.end if doer is not None and (issued or named) else clause.verb + 1
    own = [k for k in clause.units if first <= k < date and not units[k].is_mark]
    pointing = word.speech.aspect == "imperfect" and word.speech.sense == "point"
    told = word.speech.aspect == "perfect" or pointing
    asked = {k for k in own if told and units[k - 1].word.stem in ("عن", "إلى") and k - 1 > clause.verb}
    free = [k for k in own if (k in asked or not units[k - 1].word.preposition) and not units[k].word.definite]
    act = next((k for k in free if units[k].word.act is not None and not units[k].word.prefix), -1)
    figures = next((k for k in free if units[k].word.core.removesuffix("ا") in _FIGURES), -1)
    if act < 0 or 0 <= figures < act:
        return figures if figures >= 0 and _counted(reading, clause, figures) else -1
    known = units[act].word.act
    if known is None or known.pronoun or units[act + 1].word.pronoun:
        return -1
    if pointing and (units[act + 1].is_number or not is_nominal(units[act + 1])):
        return -1  # تشير القراءة إلى │ زيادة 0.9 بالمئة
    placed = any(units[k].word.preposition for k in own if k > act)
    counted = _counted(reading, clause, act)
    pointed = word.speech.sense == "point" and act in asked
    confirmed = word.speech.lemma in _CONFIRMS and placed
    moved = known.kind == "economy" or (act + 1 < date and units[act + 1].word.core.removesuffix("ا") in _FIGURES)
    accusative = units[act].word.stem.rstrip("ً").endswith("ا")  # أظهر │ ركودا
    reported = known.kind == "economy" and not word.speech.act and act + 1 < date and not accusative
    return act if confirmed or reported or (counted and (pointed or moved)) else -1


def _counted(reading: Reading, clause: Clause, first: int) -> bool:
    """Tells whether a figure stands behind a unit of a clause or of what describes it (أرباحا │ بلغت 5 ملايين)."""
    inner = (c for c in reading.clauses if c.kind == "relative" and c.parent == clause.number)
    told = [*clause.units, *(k for c in inner if c.antecedent >= first for k in c.units)]
    behind = (reading.units[k] for k in told if k > first and reading.units[k].date < 0)
    return any(unit.is_number or "number" in unit.word.classes for unit in behind)


def is_figure(reading: Reading, k: int) -> bool:
    """Tells whether a profit or loss stands at a unit or right behind it, which its body announces of itself (تسجيل
    │ أرباح)."""
    near = (unit.word for unit in reading.units[k : k + 2])
    return any(word.core.removesuffix("ا") in _FIGURES and not word.definite for word in near)


def blamed_act(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act of an earlier time that someone answers or pays for (أعلنت مسؤوليتها عن تفجير السوق عام 2013), -1
    elsewhere."""
    units = reading.units
    own = [k for k in clause.units if clause.verb < k < date]
    blame = next((k for k in reversed(own) if units[k].word.stem == "عن" and _answers(units[k - 1].word)), -1)
    if blame < 0 or any(units[k].is_comma or units[k].date >= 0 for k in own if k > blame):
        return -1
    acts = [k for k in own if k > blame and units[k].word.act is not None and not units[k].word.definite]
    return acts[-1] if acts and acts[-1] + 1 < date else -1


def hastened_act(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that something only led up to, which the day behind it dates (سرعت الغارتان استسلام إيطاليا في 8
    سبتمبر), -1 elsewhere."""
    units = reading.units
    verb = units[clause.verb].word.verb
    if verb is None or verb.aspect != "perfect" or _HASTENS.isdisjoint(verb.lemma.split("|")):
        return -1
    doer = subject(reading, clause)
    first = doer.end if doer is not None and doer.first > clause.verb else clause.verb + 1
    own = [k for k in clause.units if first <= k < date - 1]
    if any(units[k].is_comma or units[k].date >= 0 for k in own):
        return -1
    acts = (
        k for k in own if units[k].word.act is not None and not units[k].word.definite and not is_setting(units[k].word)
    )
    return next(acts, -1)


def _answers(known: Word) -> bool:
    return known.core.removesuffix(known.pronoun) in _ANSWERS or known.core in _ANSWERS


def holds_in_it(reading: Reading, date: int) -> bool:
    """Tells whether a period is what has something in it, not when something was done (اشتمال الربع الأول على بند)."""
    return bool(date) and not reading.units[date].preposition and reading.units[date - 1].word.core in _HOLDING


def of_what_was_before(reading: Reading, date: int) -> bool:
    """Tells whether a day stands right behind بعد and something of the doer's own (فاز باللقب بعد فشله │ عام 2009,
    استأنفت الشحن بعد وقفه │ الأسبوع الماضي), or behind what it goes on since (منذ أحداث السوق، │ قبل شهر)."""
    units = reading.units
    if date > 3 and units[date - 1].is_comma and _since(reading, date - 1):
        return True
    if date < 2 or units[date - 2].word.stem not in _AFTER:
        return False
    known = units[date - 1].word
    owned = units[date - 1].text.endswith("ه") if known.act is not None else bool(known.pronoun)
    return owned and not known.definite and not known.is_function


def _since(reading: Reading, comma: int) -> bool:
    """Tells whether منذ and something that is no date stand before a comma, with no other one between."""
    for k in range(comma - 1, max(-1, comma - 9), -1):
        if reading.units[k].is_comma or reading.units[k].date >= 0:
            return False
        if reading.units[k].word.stem == "منذ":
            return True
    return False


def valued_act(reading: Reading, clause: Clause) -> int:
    """Returns the act that a clause only says how much weight it has (يكتسب │ لقاء الوزيرين اليوم أهمية قصوى), -1
    elsewhere."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or _GAINS.isdisjoint(verb.lemma.split("|")):
        return -1
    weight = any(reading.units[k].word.core in _WEIGHTS for k in clause.units if k > clause.verb)
    first = clause.verb + 1
    word = reading.units[first].word if weight and first in clause.units else None
    return first if word is not None and word.act is not None and not (word.definite or word.prefix) else -1


def announcing_noun(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the announcement whose issuer stands before a date and whose content behind it (سلطت الضوء على إعلان
    المنظمة أمس عن وصول …), -1 elsewhere."""
    units = reading.units
    behind = next((unit for unit in units[date + 1 : date + 3] if not unit.is_mark), None)
    if clause.verb < 0 or behind is None or date < clause.verb:
        return -1
    content = behind.word.stem in ("عن", "أن", "ان") or (behind is units[date + 1] and _is_content(behind.word))
    if not content:
        return -1
    k = date - 1
    while k > clause.verb and (units[k].is_mark or reading.clause_of[k] != clause.number):
        k -= 1
    issuer = reading.entity_over(k)
    first = issuer.first - 1 if issuer is not None else -1
    return first if first > clause.verb and units[first].word.core in _ANNOUNCING else -1


def _is_content(word: Word) -> bool:
    """Tells whether what is announced stands right behind a date as a bare act (إعلان الحكومة أمس │ نشر قوات)."""
    bare = word.act is not None and not (word.act.pronoun or word.definite or word.prefix or word.lead)
    return bare and not word.stem.endswith(("ا", "اً"))


def denies_of_then(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether the only date of a denial is that of what is denied (نفت النقابة إجراء أي صيانة خلال يوليو
    الماضي)."""
    units = reading.units
    speech = units[clause.verb].word.speech if clause.verb >= 0 else None
    if speech is None or speech.sense != "deny" or date < clause.verb:
        return False
    own = [k for k in clause.units if clause.verb < k < date]
    if any(units[k].date >= 0 for k in own):
        return False
    doer = subject(reading, clause)
    behind = doer.end if doer is not None and doer.first > clause.verb else 0
    talk = any(units[k].word.stem == "ما" for k in own if k >= behind)  # نفى ما تردد │ عن لقائه الوزير
    acts = (k for k in own if k >= behind and units[k].word.act and not units[k].word.preposition)
    free = (k for k in acts if not units[k - 1].word.preposition or (talk and units[k - 1].word.stem == "عن"))
    act = next(free, -1)
    said = "statement-noun" in units[date - 1].word.core_classes  # نفت إغلاق الجسر في بيان │ أمس
    return act >= 0 and not said and date > act + 1 and units[date].preposition in ("خلال", "في", "")


def witnessed_act(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that a time itself is said to have seen (شهد عام 2014 توقيع العقد), -1 elsewhere."""
    unit = reading.units[date]
    before = reading.units[date - 1].word if date else None
    if before is None or unit.preposition or before.verb is None or before.verb.lemma.split("|")[0] not in _WITNESSES:
        return -1
    behind = [k for k in clause.units if k > date and not reading.units[k].is_mark]
    return next((k for k in behind[:3] if reading.units[k].word.act is not None), -1)


def witnessed_before(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the same with the time before the verb (وكان شهر فبراير قد شهد استقالة المدير)."""
    units = reading.units
    verb = units[clause.verb].word.verb if clause.verb > date else None
    if verb is None or units[date].preposition or verb.lemma.split("|")[0] not in _WITNESSES:
        return -1
    if any(is_nominal(units[k]) for k in range(date + 1, clause.verb)):
        return -1
    return next((k for k in clause.units if k > clause.verb and units[k].word.act is not None), -1)


def not_hindering(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that is said not to have hindered another, where a date follows it before what it did not hinder
    (لم يمنع │ وصول العاصفة ليلا من إقامة الحفل), else -1."""
    k, units = clause.verb + 1, reading.units
    if clause.verb < 1 or not k < date or "negation" not in units[k - 2].word.classes:
        return -1
    verb, act = units[clause.verb].word.verb, units[k].word
    if verb is None or verb.pronoun or not set(verb.lemma.split("|")) & _HINDERS:
        return -1
    if act.act is None or act.definite or act.prefix or act.lead:
        return -1
    hindered = next((j for j in clause.units if j > k and units[j].word.stem in ("من", "دون")), -1)
    return k if hindered > date else -1


def way_paved_for(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that the way is paved for, where the date follows it (مهد الاتفاق الطريق أمام │ إجراء الانتخابات
    في مايو), else -1."""
    units = reading.units
    verb = units[clause.verb].word.verb if 0 <= clause.verb < date else None
    if verb is None or not set(verb.lemma.split("|")) & _PAVES:
        return -1
    way = next((k for k in clause.units if clause.verb < k < date and units[k].word.stem in _WAYS), date)
    act = way + 1 + (way + 1 < date and units[way + 1].word.stem == "أمام")
    if not act < date or units[act].word.act is None or (act == way + 1 and units[act].word.prefix != "ل"):
        return -1
    dated = any(units[k].date >= 0 for k in range(act, date))
    return -1 if dated or any(units[k].is_comma for k in range(act, date)) else act


def second_act(reading: Reading, clause: Clause, date: int) -> int:
    """§2.2: behind the date of an announcement or denial, the act it speaks of takes the next date of the clause."""
    if clause.verb < 0 or date < clause.verb:
        return -1
    speech = reading.units[clause.verb].word.speech
    if speech is None or not speech.act:
        return -1
    own = [k for k in clause.units if k < date]
    first = next((k for k in own if reading.units[k].date >= 0), -1)
    if first < 0 or threatened_before(reading, clause, first, date):
        return -1
    for k in own:
        word = reading.units[k].word
        if k > first and k > clause.verb and reading.units[k].date < 0 and word.act is not None:
            return -1 if is_setting(word) else k
    return -1


def when_clause(reading: Reading, clause: Clause) -> Clause | None:
    """D15: `تعود فكرة … إلى 1978 عندما تبرع …`, `تتذكر صباح 3 نيسان، حين سقطت …`: the act of the when-clause, None for
    other verbs; the other way round `وعندما كان وزيرا عام 2001، أصدر …`, where the when-clause tells a state."""
    if clause.verb < 0 and clause.opener >= 0:
        return _act_of_state(reading, clause)
    word = reading.units[clause.verb].word if clause.verb >= 0 else None
    if word is None or (word.verb is None and word.speech is None):
        return None
    lemmas = {form for said in (word.verb, word.speech) if said is not None for form in said.lemma.split("|")}
    dated_back = bool(lemmas & _GOES_BACK) and word.verb is not None and word.verb.aspect == "imperfect"
    if not (dated_back or lemmas & _RECALLS or _begins_a_story(reading, clause)):
        return None
    return next((c for c in reading.clauses[clause.number + 1 :] if c.kind == "when" and c.verb >= 0), None)


def _act_of_state(reading: Reading, clause: Clause) -> Clause | None:
    """Returns the clause behind one that tells with عندما كان what someone was then, None behind other clauses."""
    entry = connective_at(reading.units, clause.opener)
    told = any("was" in reading.units[k].word.classes for k in clause.units[:3])
    if entry is None or entry.kind != "when" or not told or clause.number + 1 >= len(reading.clauses):
        return None
    after = reading.clauses[clause.number + 1]
    return after if after.kind == "and" and after.verb >= 0 and not reading.units[after.verb].word.lead else None


def _begins_a_story(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause only says that troubles or a story began (بدأت المتاعب في 2019 │ حين أوقف المصرف …)."""
    verb = reading.units[clause.verb].word.verb
    doer = subject(reading, clause) if verb is not None and verb.lemma == "بدأ" else None
    return doer is not None and reading.units[doer.first].word.core in _STORIES


def act_dated_back(reading: Reading, clause: Clause, date: int) -> int:
    """D15: `تعود انطلاقة … إلى 1978`: the act that the verb dates back; -1 for other verbs and subjects."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or verb.lemma not in _GOES_BACK or verb.aspect != "imperfect":
        return -1
    behind = [k for k in clause.units if clause.verb < k < date and reading.units[k].date < 0]
    if not behind or reading.units[date].preposition not in ("إلى", "ل"):
        return -1
    first = behind[1] if reading.units[behind[0]].word.core == "تاريخ" and len(behind) > 1 else behind[0]
    word = reading.units[first].word
    begun = word.act is not None or word.core.removesuffix(word.pronoun) in _ORIGINS
    told = any(c.kind == "relative" and c.parent == clause.number and c.antecedent > first for c in reading.clauses)
    begun = begun or (word.stem in ("آخر", "أول") and (told or reading.units[first + 1].word.act is not None))
    return first if begun and not word.definite and not word.prefix else -1
