"""Which act a date belongs to (docs/events.md §2.1)."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_cli.events.phrases import is_nominal
from timeline_cli.events.reach import act_within, fronted_too_far, parted_at, stands_apart
from timeline_cli.events.story import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.units import is_verb
from timeline_cli.text.words import Word

_FAR = 25
_NEAR = 6
_PREPARING = cues("preparing")
_REACTING = frozenset({"احتجاجا", "ردا", "رداً", "احتجاجاً"})
_AFTER = cues("after")
_NO_ACT = cues("no-act")
_WITNESSES = cues("witnesses")
_SETTINGS = cues("settings")
_PUBLISHES = cues("publishes")
_PAPERS = cues("papers")
_GOES_BACK = frozenset({"عاد", "رجع"})
_DECISIONS = cues("decisions") | cues("postpones")
_PLEDGES = frozenset({"promise", "demand", "threaten", "stress"})
_NEEDS = frozenset({"ضرورة", "وجوب", "أهمية"})
_WANTS = cues("aims") | cues("asks") | {"اقترح"}
_PLANS = cues("plans")
_POSTPONES = cues("postpones")
_APPOINTS = cues("appoints")
_APPOINTING = cues("appointing")
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
    reading: Reading, date: int, *, future: bool, ahead: bool = False, past: bool = False, since: bool = False
) -> Attachment:
    """Returns the head of the time expression at a unit. `future`: its last day is after the document's date; `ahead`:
    so is its first; `past`: its last is before it; `since`: it tells since when."""
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
    noun = _governed_noun(reading, clause, date, future=future)
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
    later = _when_clause(reading, clause)
    if later is not None:
        return Attachment(later.number, later.verb, "verb", "D15")
    if _denied_of_then(reading, clause, date):
        return Attachment(number, clause.verb, "verb", "D16")
    if clause.verb >= 0:
        planned = _planned_act(reading, clause, date, ahead=ahead) if future else -1
        if not past and planned < 0 and _foresees(reading, clause):
            planned = _decided(reading, clause, date)
        if planned < 0 and ahead and _cannot_be_ahead(reading, clause):
            return Attachment(number, clause.verb, "verb", "far")
        if past:
            planned = _past_act(reading, clause, date)
            if planned < 0 and _planned_before(reading, clause, date):
                return Attachment(number, clause.verb, "verb", "far")
        if planned >= 0:
            return Attachment(number, planned, "noun", "D10")
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


def _governing(reading: Reading, clause: Clause, number: int, *, future: bool) -> tuple[Clause, int]:
    """Passes a past day over a relative clause in the present to the perfect verb above it (… التي تشرف عليها
    الوزارة)."""
    if clause.kind != "relative" or clause.parent < 0:
        return clause, number
    if future:
        return _planned_above(reading, clause, number)
    above = reading.clauses[clause.parent]
    if above.verb >= 0 and _of_statement(reading, clause):
        return above, clause.parent
    inner = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    outer = reading.units[above.verb].word.verb if above.verb >= 0 else None
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


def _bracket(reading: Reading, clause: Clause, number: int) -> Attachment:
    """D12: the noun before the bracket, or the head of what stands inside it."""
    if clause.verb >= 0:
        return Attachment(number, clause.verb, "verb", "D6")
    inside = [k for k in clause.units if reading.units[k].date < 0 and not reading.units[k].is_mark]
    if len(inside) > 2:
        return Attachment(number, -1, "nominal", "D13", False)
    return Attachment(number, clause.opener - 1, "bracket", "D12")


def _participle(reading: Reading, clause: Clause, date: int) -> int:
    """D2, D9: a dating participle right before the date, with a place between at most."""
    units = reading.units
    steps = 0
    for k in range(date - 1, max(-1, date - 6), -1):
        unit = units[k]
        classes = unit.word.classes
        if (
            unit.is_mark
            or reading.clause_of[k] != reading.clause_of[date]
            or (is_verb(units, k, False) and not unit.word.definite)
        ):
            return -1
        dated = classes & {"dating-participle", "planned-participle"} and k > 0
        dated = dated and not (unit.word.definite and _construct(reading, k - 1))
        if dated and not units[k - 1].word.preposition and not (clause.verb == k - 1 and unit.word.definite):
            modal = units[k - 1].word.stem in ("من", "ومن")
            return -1 if modal else k
        if not (unit.word.preposition or unit.word.place or unit.word.prefix or classes & _SKIPPED or unit.word.act):
            steps += 1
            if steps > 1:
                return -1
    return -1


def _construct(reading: Reading, k: int) -> bool:
    """Tells whether an indefinite act stands at a unit, which a definite word behind it cannot describe (تشغيل │
    المرسل)."""
    word = reading.units[k].word
    before = reading.units[k - 1].word if k else None
    joined = before is not None and reading.units[k - 1].date < 0 and is_nominal(reading.units[k - 1])
    return (
        word.act is not None
        and not word.definite
        and not word.feminine
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
    """Tells whether a participle of date describes only where the act was done (أوصى المجلس في اجتماعه المنعقد أمس)."""
    noun = reading.units[participle - 1].word
    return bool(noun.pronoun) and participle > 1 and reading.units[participle - 2].word.stem in ("في", "خلال")


def _governed_noun(reading: Reading, clause: Clause, date: int, *, future: bool) -> tuple[int, str] | None:
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
        if act and before is not None and (before.stem in _AFTER or before.fold in _AFTER) and k - 1 in own:
            if k + 1 >= date:
                return (k, "D8") if word.act is not None and word.act.pronoun else None
            aside = k > 1 and reading.units[k - 2].is_comma and clause.verb < k
            if aside or before.stem == "منذ":
                return k, "D8"
            if future and before.stem in ("قبل", "قبيل"):
                return k, "D8"
            fronted = clause.verb > date or clause.verb < 0
            idle = clause.verb >= 0 and _idle(reading, clause)
            if fronted or idle or (not place_between and prepositions < 2):
                return k, "D8"
            return None
        if "preposition-place" in word.classes and (k + 1 in own):
            place_between = place_between or units[k + 1].word.place is not None or word.stem in ("في", "إلى")
        prepositions += word.preposition
    return None


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
    act = next((k for k in own if units[k].word.act is not None and not units[k].word.preposition), -1)
    before = units[date].preposition
    governed = act >= 0 and units[act - 1].word.preposition
    return act >= 0 and not governed and date > act + 1 and before in ("خلال", "في", "")


def _goes_on(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause tells of what still lasts (يقود الترتيب منذ فوزه في مايو)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    return verb is None or (verb.aspect == "imperfect" and not verb.future)


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
            return -1 if _is_setting(word) else k
    return -1


def _opening_noun(reading: Reading, clause: Clause, date: int) -> int:
    """D1: an act that opens its clause with its date behind it, before the verb (زيارة الوفد في 6 يناير أثارت جدلا)."""
    own = [k for k in clause.units if not reading.units[k].is_mark]
    perhaps = clause.kind == "perhaps"
    own = own[1:] if perhaps else own
    if clause.verb < date or not own or reading.units[own[0]].date >= 0 or (clause.parent >= 0 and not perhaps):
        return -1
    first = reading.units[own[0]].word
    if (
        first.act is None
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
    if verb is None or verb.lemma not in ("عاد", "رجع") or verb.aspect != "imperfect":
        return None
    return next((c for c in reading.clauses[clause.number + 1 :] if c.kind == "when" and c.verb >= 0), None)


def _idle(reading: Reading, clause: Clause) -> bool:
    verb = reading.units[clause.verb].word.verb
    return verb is not None and (verb.lemma in _NO_ACT or verb.title_head == "effect")


def _decided(reading: Reading, clause: Clause, date: int) -> int:
    """D10: the act that is announced or decided for a day to come, behind its verb and before the date."""
    verb = reading.units[clause.verb].word
    lemma = verb.verb.lemma if verb.verb is not None else verb.speech.lemma if verb.speech is not None else ""
    if lemma not in _DECISIONS:
        return -1
    after = reading.units[date + 1] if lemma in _POSTPONES and date + 1 < len(reading.units) else None
    if after is not None and after.word.definite and is_nominal(after) and not after.word.prefix:
        return date + 1
    for k in clause.units:
        word = reading.units[k].word
        behind = k > clause.verb and reading.units[k].date < 0 and word.prefix != "ل"
        if _is_setting(word) or (word.act is not None and word.act.pronoun and reading.units[k - 1].word.preposition):
            continue
        put_off = lemma in _POSTPONES
        if behind and word.act is not None and (put_off or not word.definite):
            return k if k < date or date < clause.verb or k < date + 3 else -1
    return -1


def _planned_act(reading: Reading, clause: Clause, date: int, *, ahead: bool) -> int:
    """D10: the act that is announced or decided for a day to come; with any other perfect, the last act before the
    date (وصل الفريق لملاقاة الهلال غدا)."""
    decided = max(_appointed(reading, clause, date), _wanted(reading, clause, date))
    decided = decided if decided >= 0 else _decided(reading, clause, date)
    verb = reading.units[clause.verb].word.verb
    if decided >= 0 or not ahead or verb is None or verb.aspect != "perfect" or date < clause.verb:
        return decided
    return last_act(reading, clause, clause.verb, date)


def _foresees(reading: Reading, clause: Clause) -> bool:
    speech = reading.units[clause.verb].word.speech
    return speech is not None and speech.sense == "predict"


def _cannot_be_ahead(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause tells what has happened, which no day to come dates."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or clause.kind in ("if", "unless") or verb.unclear or verb.guessed:
        return False
    return verb.aspect == "perfect" and not verb.future


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
    wants = pledged or (verb is not None and verb.lemma.split("|")[0] in _WANTS)
    asked = (verb.prepositions if verb is not None else frozenset()) | (speech.complements if speech else frozenset())
    if not (wants or points) or date < clause.verb or bound:
        return -1
    for k in clause.units:
        word = reading.units[k].word
        if not clause.verb < k < date or reading.units[k].date >= 0 or word.act is None or word.act.weak:
            continue
        before = reading.units[k - 1].word
        governed = word.prefix in ("ل", "ب") or before.stem in ("إلى", "الى", "في") or before.stem in _NEEDS
        governed = governed or (wants and before.stem in asked)
        direct = wants and verb is not None and verb.transitive and not word.definite and not before.preposition
        if (governed or direct) and not _is_setting(word) and not is_verb(reading.units, k, False):
            return k
    return -1


def _aim(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that a plan, aim or contract is for (تضع الخطة هدفا لخفض التلوث بحلول 2030), -1 elsewhere."""
    units = reading.units
    for k in clause.units:
        word = units[k].word
        if clause.verb < k < date and word.prefix == "ل" and word.act is not None and not word.definite:
            plan = units[k - 1].word
            if plan.core.removesuffix("ا") in _PLANS and not plan.definite:
                return k
    return -1


def _appointed(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act for which a day is set (حدد النادي يوم السبت موعدا لانتخاب رئيسه), -1 elsewhere."""
    units = reading.units
    verb = units[clause.verb].word.verb
    own = [k for k in clause.units if k > clause.verb and not units[k].is_mark]
    done = verb is not None and verb.lemma in ("تم", "جرى") and own and units[own[0]].word.core in _APPOINTING
    sets = verb is not None and verb.lemma.split("|")[0] in _APPOINTS
    if not (done or sets) or units[date].preposition not in ("", "يوم"):
        return -1
    behind = [k for k in own if k > date][:3]
    return next((k for k in behind if units[k].word.prefix == "ل" and is_nominal(units[k])), -1)


def _planned_before(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a clause tells what is to come, with the past day far behind its verb (من المزمع أن يناقش المجلس
    الاتفاق الذي …، في 14 يوليو الماضي)."""
    units = reading.units
    verb = units[clause.verb].word.verb
    if verb is None or verb.aspect != "imperfect" or date < clause.verb + _NEAR:
        return False
    before = [units[k].word.classes for k in clause.units if k < clause.verb]
    was = any("was" in classes for classes in before)
    return not was and (verb.future or any("planned-participle" in classes for classes in before))


def _past_act(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that a past day belongs to where the verb tells what is to come (سيغيب … لإصابة أمس), else -1."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or not verb.future or date < clause.verb:
        return -1
    return last_act(reading, clause, clause.verb, date)


def last_act(reading: Reading, clause: Clause, after: int, date: int) -> int:
    """Returns the last noun of an act behind a preposition between a unit of a clause and a date; -1 without one.

    A definite one has to stand behind a word of time or cause (قبل السفر), else it mostly names a thing.
    """
    for k in reversed(clause.units):
        unit, before = reading.units[k], reading.units[k - 1]
        if not after < k < date or unit.date >= 0 or unit.word.act is None or unit.word.act.weak or unit.word.lead:
            continue
        if _is_setting(unit.word) or (clause.verb >= 0 and _asked_for(reading, clause, k)):
            continue
        timed = before.word.stem in _AFTER or before.word.stem in ("عن", "عند", "لدى", "خلال")
        timed = timed or before.word.core.rstrip("ا") in _PREPARING
        if timed or (not unit.word.definite and (unit.word.prefix or before.word.preposition)):
            return k
    return -1


def _is_setting(word: Word) -> bool:
    """Tells whether a noun only says under whom or with whom something happens (برئاسة, بحضور)."""
    return (word.prefix == "ب" and word.core in _SETTINGS) or word.core == "صلاه"


def _asked_for(reading: Reading, clause: Clause, k: int) -> bool:
    """Tells whether a clause's verb asks for the preposition before a noun (بدأ في تنفيذ, اكتفى بإجراء)."""
    verb = reading.units[clause.verb].word.verb
    asked = {reading.units[k].word.prefix, reading.units[k - 1].word.stem} - {""}
    return verb is not None and bool(asked & verb.prepositions)


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
