"""Which act a date belongs to (docs/events.md §2.1)."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_cli.events.objects import amounts
from timeline_cli.events.phrases import is_nominal
from timeline_cli.events.plans import (
    cannot_be_ahead,
    decided_act,
    decided_for_later,
    foresees,
    is_setting,
    last_act,
    past_act,
    planned_act,
    planned_before,
    postpones,
    put_off,
)
from timeline_cli.events.reach import act_within, fronted_too_far, parted_at, stands_apart
from timeline_cli.events.story import Reading
from timeline_cli.events.subjects import subject
from timeline_cli.events.tenses import charged_with, of_another_verb, of_the_past
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.units import is_verb

_FAR = 25
_PREPARING = cues("preparing")
_REACTING = frozenset({"احتجاجا", "ردا", "رداً", "احتجاجاً"})
_AFTER = cues("after")
_NO_ACT = cues("no-act")
_WITNESSES = cues("witnesses")
_PUBLISHES = cues("publishes")
_PAPERS = cues("papers")
_COMES = frozenset({"جاء", "جاءت", "أتى", "يأتي", "تأتي"})
_TALKS = cues("talks")
_REPORTS = frozenset({"say", "report", "go-on", "point"})
_DURING = frozenset({"خلال", "أثناء"})
_GOES_BACK = frozenset({"عاد", "رجع"})
_OF_LIVES = frozenset({"appointment", "education", "election"})
_GETS = cues("gets")
_HOURS = cues("hour")
_ORIGINS = cues("origin")
_LENGTHS = cues("lengths")
_ASCRIBES = cues("ascribes")
_DECLARES = cues("declares")
_HOLIDAYS = cues("holidays")
_CONFIRMS = cues("confirms")
_ANNOUNCING = cues("announcing")
_MEETING = frozenset({"منعقد", "منعقده", "ملتئم", "ملتئمه", "مجتمع", "مجتمعه"})
_COUNTS = frozenset({"بلغ", "ناهز", "تجاوز", "فاق", "قارب"})
_HOLDS = cues("holds")
_OCCASIONS = cues("occasions")
_SKIPPED = frozenset({"preposition-bound", "adverb", "ordinal"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """The head of a date. `rule`: of §2.1; `kind`: verb, noun, participle, bracket or nominal; `unit`: the head, -1
    where a nominal clause has none. `certain`: false for the last resorts of the distance guard."""

    clause: int
    unit: int
    kind: str
    rule: str
    certain: bool = True


def attach(
    reading: Reading,
    date: int,
    *,
    future: bool,
    ahead: bool = False,
    past: bool = False,
    since: bool = False,
    coarse: bool = False,
) -> Attachment:
    """Returns the head of the time expression at a unit. `future`: its last day is after the document's date; `ahead`:
    so is its first; `past`: its last is before it; `since`: it tells since when; `coarse`: it is longer than a week."""
    number = reading.clause_of[date]
    clause = reading.clauses[number]
    if clause.kind == "bracket":
        return _bracket(reading, clause, number)
    clause, number = _governing(reading, clause, number, future=future or since)
    if clause.kind == "tail" and clause.parent >= 0 and reading.clauses[clause.parent].verb >= 0:
        return Attachment(clause.parent, reading.clauses[clause.parent].verb, "verb", "F3")
    said = _announced(reading, clause, date)
    if said >= 0:
        return Attachment(number, said, "noun", "D10")
    participle = _participle(reading, clause, date)
    if participle >= 0 and clause.verb >= 0 and _is_occasion(reading, participle):
        return Attachment(number, clause.verb, "verb", "D6")
    if participle >= 0:
        return Attachment(number, participle, "participle", "D2")
    noun = _governed_noun(reading, clause, date, future=future, past=past)
    if noun is not None:
        return Attachment(number, noun[0], "noun", noun[1])
    witnessed = max(_witnessed(reading, clause, date), _witnessed_before(reading, clause, date))
    if witnessed >= 0:
        return Attachment(number, witnessed, "noun", "D10")
    second = _second_date(reading, clause, date)
    if second >= 0:
        return Attachment(number, second, "noun", "D10")
    opening = _opening_noun(reading, clause, date)
    if opening >= 0:
        return Attachment(number, opening, "noun", "D1")
    announcing = _announcing_noun(reading, clause, date) if clause.verb >= 0 else -1
    if announcing >= 0:
        return Attachment(number, announcing, "noun", "D18")
    holiday = _declared(reading, clause, date)
    if holiday >= 0:
        return Attachment(number, holiday, "noun", "D10")
    later = _when_clause(reading, clause)
    if later is not None:
        return Attachment(later.number, later.verb, "verb", "D15")
    begun = _dated_back(reading, clause, date)
    if begun >= 0:
        return Attachment(number, begun, "noun", "D15")
    if _denied_of_then(reading, clause, date):
        return Attachment(number, clause.verb, "verb", "D16")
    if clause.verb >= 0:
        planned = planned_act(reading, clause, date, ahead=ahead) if future else -1
        if not past and planned < 0 and (foresees(reading, clause) or _later_today(reading, clause, date)):
            planned = decided_act(reading, clause, date)
        if planned < 0 and ahead and cannot_be_ahead(reading, clause):
            return Attachment(number, clause.verb, "verb", "far")
        if past:
            planned = max(past_act(reading, clause, date), _told_of(reading, clause, date) if coarse else -1)
            planned = max(planned, _ascribed(reading, clause, date))
            if planned < 0 and planned_before(reading, clause, date):
                return Attachment(number, clause.verb, "verb", "far")
        if planned >= 0:
            return Attachment(number, put_off(reading, planned, date) if future else planned, "noun", "D10")
        if of_another_verb(reading, clause, date):
            return Attachment(number, clause.verb, "verb", "far")
        if past and not since and of_the_past(reading, clause, date):
            done = charged_with(reading, clause, date)
            far = Attachment(number, clause.verb, "verb", "far")
            return far if done < 0 else Attachment(number, done, "noun", "D17")
        parted = parted_at(reading, clause, date) if date > clause.verb else -1
        if parted >= 0:
            act = act_within(reading, parted, date)
            if act >= 0:
                return Attachment(number, act, "noun", "D17")
            if not stands_apart(reading, date):
                return Attachment(number, clause.verb, "verb", "far")
        if fronted_too_far(reading, clause, date):
            return Attachment(number, clause.verb, "verb", "far")
        return Attachment(
            number, clause.verb, "verb", "D5" if date < clause.verb else "D6", abs(date - clause.verb) <= _FAR
        )
    return _verbless(reading, clause, number, date)


def _later_today(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether an act decided before a date is to be done later on the document's day."""
    expression = reading.expressions[reading.units[date].date]
    return date > clause.verb + 2 and decided_for_later(reading, clause, expression)


def _governing(reading: Reading, clause: Clause, number: int, *, future: bool) -> tuple[Clause, int]:
    """Passes a past day over a relative clause in the present to the perfect verb above it (… التي تشرف عليها
    الوزارة)."""
    if clause.kind != "relative" or clause.parent < 0:
        return clause, number
    if future:
        return _planned_above(reading, clause, number)
    above = reading.clauses[clause.parent]
    if above.verb >= 0 and (
        _of_statement(reading, clause) or _counts(reading, clause) or _of_occasion(reading, clause)
    ):
        return above, clause.parent
    inner = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    outer = reading.units[above.verb].word.verb if above.verb >= 0 else None
    if inner is not None and outer is not None and amounts(reading, clause, above):
        return above, clause.parent
    if inner is None or outer is None or inner.aspect != "imperfect" or outer.aspect != "perfect":
        return clause, number
    if inner.lemma.split("|")[0] in _GOES_BACK:
        return clause, number
    past = any(
        reading.units[k].word.stem in ("لم", "ولم") or "was" in reading.units[k].word.classes for k in clause.units
    )
    return (clause, number) if past else (above, clause.parent)


def _planned_above(reading: Reading, clause: Clause, number: int) -> tuple[Clause, int]:
    """Passes a day to come over what an asyndetic relative says of a thing to the plan above it (ستتسلم الشركة ناقلة
    تعمل بالأمونيا في 2026)."""
    above = reading.clauses[clause.parent]
    inner = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    outer = reading.units[above.verb].word.verb if above.verb >= 0 else None
    if clause.opener >= 0 or inner is None or outer is None or inner.future or inner.aspect != "imperfect":
        return clause, number
    planned = outer.future or (above.verb > 0 and reading.units[above.verb - 1].word.stem in ("أن", "ان"))
    return (above, clause.parent) if planned and above.verb < clause.verb else (clause, number)


def _of_statement(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause only says when the statement came out that tells the act above it (رحب … في بيان أصدره
    أمس)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or verb.lemma.split("|")[0] not in _PUBLISHES or clause.opener >= 0 or not verb.pronoun:
        return False
    near = range(max(1, clause.antecedent - 2), clause.antecedent + 1)
    return any(
        (reading.units[k].word.core in _PAPERS or "statement-noun" in reading.units[k].word.core_classes)
        and reading.units[k - 1].word.stem in ("في", "عبر")
        for k in near
    )


def _counts(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause only says how much the act above it came to (حققت الشركة أرباحا │ بلغت 5 ملايين دولار في
    2019)."""
    inner = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    outer = reading.units[reading.clauses[clause.parent].verb].word.verb
    if clause.opener >= 0 or inner is None or outer is None or inner.lemma not in _COUNTS or outer.aspect != "perfect":
        return False
    noun = reading.units[clause.antecedent]
    return outer.transitive and noun.date < 0 and not noun.word.definite and not noun.word.prefix


def _of_occasion(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause only says who held the meeting or match at which the act above it was done (فاز الأمل في
    المباراة التي احتضنها الملعب أمس)."""
    units = reading.units
    inner = units[clause.verb].word.verb if clause.verb >= 0 else None
    above = reading.clauses[clause.parent]
    outer = units[above.verb].word
    if inner is None or outer.verb is None or outer.speech is not None or outer.verb.aspect != "perfect":
        return False
    if not _HOLDS.intersection(inner.lemma.split("|")) or any(units[k].date >= 0 for k in above.units):
        return False
    near = range(max(above.verb + 1, clause.antecedent - 2), clause.antecedent + 1)
    return any(units[k].word.core in _OCCASIONS and units[k - 1].word.stem in ("في", "خلال") for k in near)


def _bracket(reading: Reading, clause: Clause, number: int) -> Attachment:
    """D12: the noun before the bracket, or the head of what stands inside it."""
    if clause.verb >= 0:
        return Attachment(number, clause.verb, "verb", "D6")
    inside = [k for k in clause.units if reading.units[k].date < 0 and not reading.units[k].is_mark]
    if len(inside) > 2:
        return Attachment(number, -1, "nominal", "D13", False)
    above = clause.parent
    if above >= 0 and _year_of_life(reading, clause, reading.clauses[above]):
        return Attachment(above, reading.clauses[above].verb, "verb", "D12")
    return Attachment(number, clause.opener - 1, "bracket", "D12")


def _year_of_life(reading: Reading, clause: Clause, above: Clause) -> bool:
    """Tells whether a bracket behind a post, degree or prize says when somebody got it (عُين عضوا في المجمع (1961)): the
    only one behind its verb, with no date before it."""
    verb = reading.units[above.verb].word.verb if above.verb >= 0 else None
    year = any(reading.units[k].date >= 0 and reading.units[k].text[:1].isdigit() for k in clause.units)
    if verb is None or verb.aspect != "perfect" or above.verb > clause.opener or not year:
        return False
    if not (verb.kinds & _OF_LIVES or set(verb.lemma.split("|")) & _GETS):
        return False
    last = clause.opener - 1
    entity = reading.entity_over(last)
    if reading.units[last].word.act is not None or (entity is not None and entity.kind in ("person", "office")):
        return False
    dated = any(reading.units[k].date >= 0 for k in above.units if k < clause.opener)
    return not dated and sum(c.kind == "bracket" and c.parent == clause.parent for c in reading.clauses) == 1


def _participle(reading: Reading, clause: Clause, date: int) -> int:
    """D2, D9: a dating participle right before the date, with a place between at most."""
    units = reading.units
    steps = 0
    spanned = date
    while spanned > 2 and (units[spanned - 1].is_number or units[spanned - 1].text in "-–ـ"):
        spanned -= 1  # من 2 ـ 4 / 6 / 1436
    for k in range(spanned - 1, max(-1, spanned - 6), -1):
        unit = units[k]
        classes = unit.word.classes
        if (
            unit.is_mark
            or reading.clause_of[k] != reading.clause_of[date]
            or (is_verb(units, k, False) and not unit.word.definite)
        ):
            return -1
        dated = classes & {"dating-participle", "planned-participle"} and k > 0
        body = reading.entity_at(k)
        dated = dated and (body is None or body.kind != "organisation")  # أبلغت السلطات │ المنظمة
        dated = dated and not (unit.word.definite and _construct(reading, k - 1))
        if dated and not units[k - 1].word.preposition and not (clause.verb == k - 1 and unit.word.definite):
            modal = units[k - 1].word.stem in ("من", "ومن")
            return -1 if modal else k
        framed = "date-frame" in classes
        if not (
            framed
            or unit.word.preposition
            or unit.word.place
            or unit.word.prefix
            or classes & _SKIPPED
            or unit.word.act
        ):
            steps += 1
            if steps > 1:
                return -1
    return -1


def _construct(reading: Reading, k: int) -> bool:
    """Tells whether an indefinite noun stands at a unit, which a definite word behind it cannot describe (تشغيل │
    المرسل, بكأس │ المؤسس)."""
    word = reading.units[k].word
    before = reading.units[k - 1].word if k else None
    joined = before is not None and reading.units[k - 1].date < 0 and is_nominal(reading.units[k - 1])
    thing = (word.common or word.known_noun) and word.place is None and reading.entity_over(k) is None
    noun = word.act is not None or thing
    return (
        noun
        and not (word.definite or word.pronoun)
        and not (word.feminine and reading.units[k + 1].word.feminine)
        and not (joined and before is not None and before.definite)
    )


def _announced(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act behind a participle that speaks of it (، مهددة بتنفيذ إضراب عام يومي 3 و4 ديسمبر), else -1."""
    if clause.kind != "saying" or 0 <= clause.verb < date:
        return -1
    first = next((k for k in clause.units if not reading.units[k].is_mark), -1)
    behind = [k for k in clause.units if first < k < date]
    if not behind or behind[0] != first + 1 or any(reading.units[k].is_comma for k in behind):
        return -1
    word = reading.units[behind[0]].word
    return behind[0] if word.act is not None and word.prefix == "ب" else -1


def _is_occasion(reading: Reading, participle: int) -> bool:
    """Tells whether a participle of date describes only where the act was done (أوصى المجلس في اجتماعه المنعقد أمس,
    أوصى المجلس، المنعقد أمس، …)."""
    noun = reading.units[participle - 1].word
    if reading.units[participle - 1].is_comma and reading.units[participle].word.core in _MEETING:
        return True
    return bool(noun.pronoun) and participle > 1 and reading.units[participle - 2].word.stem in ("في", "خلال")


def _governed_noun(reading: Reading, clause: Clause, date: int, *, future: bool, past: bool) -> tuple[int, str] | None:
    """D1, D8: the noun of an act behind بعد, قبل, عقب … that the date closes. What comes before something is done
    before a day to come, so that the day is the other's."""
    units = reading.units
    own = [k for k in clause.units if k < date]
    place_between = False
    prepositions = 0
    for k in reversed(own):
        unit = units[k]
        if k == clause.verb or unit.is_comma or unit.date >= 0:
            return None
        word = unit.word
        before = units[k - 1].word if k else None
        act = word.act is not None and not is_verb(units, k, clause.verb < 0)
        act = act and not (word.core in _HOURS and clause.verb >= 0)  # عقب صلاة الجمعة
        if future and act and word.prefix == "ل" and before is not None and before.core.rstrip("ا") in _PREPARING:
            return k, "D10"
        reacted = before is not None and before.stem == "على" and k > 1 and units[k - 2].word.stem in _REACTING
        if act and reacted and k - 2 in own and k + 1 < date:
            return k, "D8"
        if (
            act
            and before is not None
            and before.stem in ("على", "من")
            and _counted_from(reading, own, k - 1)
            and k + 1 < date
        ):
            return k, "D8"
        owned = word.act is not None and bool(word.act.pronoun)
        until = before is not None and before.stem in ("حتى", "لحين") and (owned or not word.definite)
        if act and until and k - 1 in own and (owned or k + 1 < date):
            return k, "D8"
        during = before is not None and before.stem in _DURING and word.core not in _TALKS
        if act and during and k - 1 in own and _only_tells(reading, clause):
            return k, "D1"
        if act and before is not None and (before.stem in _AFTER or before.fold in _AFTER) and k - 1 in own:
            named = reading.entity_at(k + 1)
            if word.definite and named is not None and named.kind in ("person", "organisation") and clause.verb < k:
                return None  # توج بالكأس قبل التوقف │ فريق الصقر عام 2014
            if k + 1 >= date:
                alone = past and clause.verb >= 0 and _present(reading, clause)
                ahead = future and before.stem in ("قبل", "قبيل") and not word.definite and not units[date].preposition
                return (k, "D8") if alone or ahead or (word.act is not None and word.act.pronoun) else None
            if any(units[j].word.prefix == "ب" and units[j].word.core in _LENGTHS for j in range(k + 1, date)):
                return None  # بعد الاستقلال بفترة قصيرة
            aside = k > 1 and reading.units[k - 2].is_comma and clause.verb < k
            if aside or before.stem == "منذ":
                return k, "D8"
            if future and before.stem in ("قبل", "قبيل"):
                return k, "D8"
            fronted = clause.verb > date or clause.verb < 0
            idle = clause.verb >= 0 and _idle(reading, clause)
            dated = any(units[j].date >= 0 for j in own if clause.verb < j < k)
            if fronted or idle or dated or (not place_between and prepositions < 2):
                return k, "D8"
            return None
        if "preposition-place" in word.classes and (k + 1 in own):
            place_between = place_between or units[k + 1].word.place is not None or word.stem in ("في", "إلى")
        prepositions += word.preposition
    return None


def _only_tells(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause only says that something was said or came (قال خلال تدشينه أمس …, جاء ذلك خلال …)."""
    if clause.verb < 0:
        return any(reading.units[k].word.stem in _COMES for k in clause.units[:2])
    word = reading.units[clause.verb].word
    report = word.speech is not None and not word.speech.act and word.speech.sense in _REPORTS
    return report or word.stem in _COMES


def _present(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause tells of now or of what is to come."""
    verb = reading.units[clause.verb].word.verb
    was = any("was" in reading.units[k].word.classes for k in clause.units if k < clause.verb)
    return verb is not None and verb.aspect == "imperfect" and not was and not verb.unclear


def _declared(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the holiday that a day is declared to be (أعلن المجلس يومي السبت والأحد عطلة رسمية), -1 elsewhere."""
    units = reading.units
    verb = units[clause.verb].word.verb if 0 <= clause.verb < date else None
    if verb is None or units[date].preposition or not set(verb.lemma.split("|")) & _DECLARES:
        return -1
    behind = (k for k in clause.units if k > date and units[k].date < 0 and not units[k].is_mark)
    first = next(behind, -1)
    return first if first >= 0 and units[first].word.core in _HOLIDAYS and not units[first].word.definite else -1


def _ascribed(reading: Reading, clause: Clause, date: int) -> int:
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


def _told_of(reading: Reading, clause: Clause, date: int) -> int:
    """D11: the act that is confirmed, or the figure that is announced, for a time of its own (أكدت وفاة زعيمها في …،
    أعلنت بلوغ المبيعات 3 ملايين خلال الربع الثاني), -1 elsewhere."""
    units = reading.units
    word = units[clause.verb].word
    if word.speech is None or date < clause.verb or word.speech.sense == "record":
        return -1
    doer = subject(reading, clause)
    issued = doer is not None and doer.first > clause.verb and "statement-noun" in units[doer.first].word.core_classes
    first = doer.end if doer is not None and issued else clause.verb + 1
    own = [k for k in clause.units if first <= k < date and not units[k].is_mark]
    told = word.speech.aspect == "perfect"
    asked = {k for k in own if told and units[k - 1].word.stem in ("عن", "إلى") and k - 1 > clause.verb}
    free = (k for k in own if (k in asked or not units[k - 1].word.preposition) and not units[k].word.definite)
    act = next((k for k in free if units[k].word.act is not None and not units[k].word.prefix), -1)
    if act < 0:
        return -1
    known = units[act].word.act
    if known is None or known.pronoun or units[act + 1].word.pronoun:
        return -1
    placed = any(units[k].word.preposition for k in own if k > act)
    behind = [k for k in clause.units if k > act and units[k].date < 0]
    counted = any(units[k].is_number or "number" in units[k].word.classes for k in behind)
    pointed = word.speech.sense == "point" and act in asked
    confirmed = word.speech.lemma in _CONFIRMS and placed
    return act if confirmed or (counted and (pointed or known.kind == "economy")) else -1


def _announcing_noun(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the announcement whose issuer stands before a date and whose content behind it (سلطت الضوء على إعلان
    المنظمة أمس عن وصول …), -1 elsewhere."""
    units = reading.units
    after = next((unit.word.stem for unit in units[date + 1 : date + 3] if not unit.is_mark), "")
    if after not in ("عن", "أن", "ان") or date < clause.verb:
        return -1
    k = date - 1
    while k > clause.verb and (units[k].is_mark or reading.clause_of[k] != clause.number):
        k -= 1
    issuer = reading.entity_over(k)
    first = issuer.first - 1 if issuer is not None else -1
    return first if first > clause.verb and units[first].word.core in _ANNOUNCING else -1


def _denied_of_then(reading: Reading, clause: Clause, date: int) -> bool:
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
    act = next((k for k in own if k >= behind and units[k].word.act and not units[k].word.preposition), -1)
    before = units[date].preposition
    governed = act >= 0 and units[act - 1].word.preposition
    return act >= 0 and not governed and date > act + 1 and before in ("خلال", "في", "")


def _witnessed(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that a time itself is said to have seen (شهد عام 2014 توقيع العقد), -1 elsewhere."""
    unit = reading.units[date]
    before = reading.units[date - 1].word if date else None
    if before is None or unit.preposition or before.verb is None or before.verb.lemma.split("|")[0] not in _WITNESSES:
        return -1
    behind = [k for k in clause.units if k > date and not reading.units[k].is_mark]
    return next((k for k in behind[:3] if reading.units[k].word.act is not None), -1)


def _witnessed_before(reading: Reading, clause: Clause, date: int) -> int:
    """The same with the time before the verb (وكان شهر فبراير قد شهد استقالة المدير)."""
    units = reading.units
    verb = units[clause.verb].word.verb if clause.verb > date else None
    if verb is None or units[date].preposition or verb.lemma.split("|")[0] not in _WITNESSES:
        return -1
    if any(is_nominal(units[k]) for k in range(date + 1, clause.verb)):
        return -1
    return next((k for k in clause.units if k > clause.verb and units[k].word.act is not None), -1)


def _counted_from(reading: Reading, own: list[int], k: int) -> bool:
    """Tells whether a length of time after or before something leads to a unit (بعد أقل من شهرين على ضبط شحنة)."""
    before = [j for j in own if k - 6 <= j < k]
    return any(reading.units[j].word.stem in _AFTER or reading.units[j].preposition in _AFTER for j in before)


def _second_date(reading: Reading, clause: Clause, date: int) -> int:
    """§2.2: behind the date of an announcement or denial, the act it speaks of takes the next date of the clause."""
    if clause.verb < 0 or date < clause.verb:
        return -1
    speech = reading.units[clause.verb].word.speech
    if speech is None or not speech.act:
        return -1
    own = [k for k in clause.units if k < date]
    first = next((k for k in own if reading.units[k].date >= 0), -1)
    if first < 0:
        return -1
    for k in own:
        word = reading.units[k].word
        if k > first and k > clause.verb and reading.units[k].date < 0 and word.act is not None:
            return -1 if is_setting(word) else k
    return -1


def _opening_noun(reading: Reading, clause: Clause, date: int) -> int:
    """D1: an act that opens its clause with its date behind it, before the verb (زيارة الوفد في 6 يناير أثارت جدلا)."""
    own = [k for k in clause.units if not reading.units[k].is_mark]
    perhaps = clause.kind == "perhaps"
    own = own[1:] if perhaps else own
    nested = clause.parent >= 0 and clause.kind not in ("perhaps", "complement")
    if clause.verb < date or not own or reading.units[own[0]].date >= 0 or nested:
        return -1
    first = reading.units[own[0]].word
    if (
        first.act is None
        or (first.act.plural and clause.kind == "complement")
        or first.definite
        or first.prefix
        or any(reading.units[k].is_comma and not _apposed(reading, k) for k in clause.units if k < date)
    ):
        return -1
    return own[0] if own[0] < date else -1


def _apposed(reading: Reading, comma: int) -> bool:
    """Tells whether a comma stands before a name, a preposition or a date (زيارة نائب الرئيس، خالد بحاح، إلى عدن)."""
    after = reading.units[comma + 1] if comma + 1 < len(reading.units) else None
    if after is None or after.word.lead:
        return False
    return after.date >= 0 or after.word.preposition or reading.entity_at(comma + 1) is not None


def _when_clause(reading: Reading, clause: Clause) -> Clause | None:
    """D15: `تعود فكرة … إلى 1978 عندما تبرع …`: the act of the when-clause, None for other verbs."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or verb.lemma not in _GOES_BACK or verb.aspect != "imperfect":
        return None
    return next((c for c in reading.clauses[clause.number + 1 :] if c.kind == "when" and c.verb >= 0), None)


def _dated_back(reading: Reading, clause: Clause, date: int) -> int:
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
    return first if begun and not word.definite and not word.prefix else -1


def _idle(reading: Reading, clause: Clause) -> bool:
    verb = reading.units[clause.verb].word.verb
    return verb is not None and (verb.lemma in _NO_ACT or verb.title_head == "effect")


def act_of_later_date(reading: Reading, head: Attachment, first: int, date: int) -> Attachment | None:
    """Returns the head of a second date of one verb, which is no list with the first: the last act between the two
    (خضع اللاعب أمس لفحص قبل السفر إلى باريس غدا); None where nothing between them is an act."""
    joined = next((k for k in range(first + 1, date) if not reading.units[k].is_mark), date)
    word = reading.units[joined].word
    if joined < date - 1 and word.lead == "و" and word.act is not None and not is_verb(reading.units, joined, False):
        return Attachment(head.clause, joined, "noun", "D10")
    found = last_act(reading, reading.clauses[head.clause], max(first, head.unit), date)
    return Attachment(head.clause, found, "noun", "D10") if found >= 0 else None


def coordinated(reading: Reading, first: int, second: int) -> bool:
    """Tells whether two dates of a clause stand in a list: in يونيو ويوليو, بين الاثنين والخميس, 3 أو 4 مايو."""
    between = reading.units[first + 1 : second]
    joined = reading.units[second].lead == "و" or any(unit.word.stem in ("أو", "ثم", "و", "إلى") for unit in between)
    plain = all(unit.is_mark or unit.date >= 0 or unit.is_number or unit.word.is_function for unit in between)
    return plain and (joined or any(unit.is_comma for unit in between))


def _verbless(reading: Reading, clause: Clause, number: int, date: int) -> Attachment:
    """D13, D14 and the last resorts: the nearest noun of an act to the left, then to the right, then the clause."""
    units = reading.units
    own = [k for k in clause.units if units[k].date < 0 and not units[k].is_mark]
    left = [k for k in own if k < date]
    right = [k for k in own if k > date]
    if clause.kind == "relative" and clause.antecedent >= 0 and not own:
        return Attachment(number, clause.antecedent, "bracket", "D12")
    for k in left:
        if (
            units[k].word.act is not None
            and units[date].preposition in ("إلى", "الى", "حتى")
            and postpones(units[k].word)
        ):
            act = units[k + 1].word.act is not None and not units[k + 1].word.prefix
            act = act and not any(units[j].word.stem.endswith("ا") for j in range(k + 2, date))
            return Attachment(number, k + 1, "noun", "D10") if act else Attachment(number, k, "nominal", "far")
        if units[k].word.act is not None:
            return Attachment(number, k if not _qualified(reading, left, k) else left[0], "nominal", "D13")
    for k in right:
        if units[k].word.act is not None:
            return Attachment(number, k, "nominal", "D14")
    return Attachment(number, -1, "nominal", "D13", False)


def _qualified(reading: Reading, left: list[int], k: int) -> bool:
    """Tells whether words that belong to the noun stand before it (أول ظهور, كانت آخر جولة)."""
    place = left.index(k)
    return place > 0 and "quantifier" in reading.units[left[place - 1]].word.classes and place == 1
