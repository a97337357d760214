"""The noun or participle that takes a date from its verb (المقرر غدا, بعد لقائه أمس; docs/events.md §2.1)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.tokens import Unit

_PREPARING = cues("preparing")
_REACTING = frozenset({"احتجاجا", "ردا", "رداً", "احتجاجاً"})
_AFTER = cues("after")
_ANNOUNCING = cues("announcing")
_NO_ACT = cues("no-act")
_COMES = frozenset({"جاء", "جاءت", "أتى", "يأتي", "تأتي"})
_TALKS = cues("talks")
_REPORTS = frozenset({"say", "report", "go-on", "point"})
_DESPITE = frozenset({"رغم", "برغم"})
_DURING = frozenset({"خلال", "أثناء", "لدى"})
_OPINIONS = frozenset({"condemn", "criticise", "praise", "welcome"})
_HOURS = cues("hour")
_LENGTHS = cues("lengths")
_MEETING = frozenset({"منعقد", "منعقده", "ملتئم", "ملتئمه", "مجتمع", "مجتمعه"})
_FARTHEST_STATEMENT = 8
_ISSUES = frozenset({"عددها", "عدده"})  # of a paper
_MEANS = cues("by-means")
_PASSES = frozenset({"مضى", "أمضى", "مر", "انقضى"})
_SKIPPED = frozenset({"preposition-bound", "adverb", "ordinal"})


def dating_participle(reading: Reading, clause: Clause, date: int) -> int:
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
        dated = dated and unit.word.stem != "المبنى"
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


def is_occasion(reading: Reading, participle: int) -> bool:
    """Tells whether a participle of date describes only where the act was done (أوصى المجلس في اجتماعه المنعقد أمس,
    أوصى المجلس، المنعقد أمس، …)."""
    units = reading.units
    if units[participle - 1].is_comma and units[participle].word.core in _MEETING:
        return True
    if _of_statement_made(units, participle):
        return True
    k = participle - 1
    while k > participle - 3 and k > 1 and units[k].word.definite and not units[k].word.pronoun:
        k -= 1  # في دورته │ العادية المنعقدة
    owned = bool(units[k].word.pronoun) or units[k].word.stem in _ISSUES
    return owned and k > 0 and units[k - 1].word.stem in ("في", "خلال")


def _of_statement_made(units: list[Unit], participle: int) -> bool:
    """Tells whether a participle says when the statements came out in which a speaker said something (أعرب، في تصريحات
    لصحيفة النهار الصادرة اليوم، عن …)."""
    if not units[participle].word.core.startswith("صادر"):
        return False
    for k in range(participle - 1, max(0, participle - _FARTHEST_STATEMENT), -1):
        word = units[k].word
        if units[k].is_comma or word.verb is not None:
            return False
        if word.act is not None and word.act.kind == "statement":
            return units[k - 1].word.stem in ("في", "خلال") and not word.definite
    return False


def governed_noun(reading: Reading, clause: Clause, date: int, *, future: bool, past: bool) -> tuple[int, str] | None:
    """D1, D8: the noun of an act behind بعد, قبل, عقب … that the date closes. What comes before something is done
    before a day to come, so that the day is the other's."""
    units = reading.units
    own = [k for k in clause.units if k < date]
    place_between = False
    prepositions = 0
    for k in reversed(own):
        unit = units[k]
        if unit.is_comma and k == date - 1 and _since_noun(reading, own) >= 0:
            return _since_noun(reading, own), "D8"
        passes = _time_passes(reading, clause)
        if unit.is_comma and k == date - 1 and (date < clause.verb or passes) and units[date + 1].is_comma:
            continue  # بعد عام على انتخابه، في 30 يونيو 2012، يجد …
        if passes and unit.word.act is not None and units[k - 1].word.stem == "على" and k - 1 in own:
            return k, "D8"  # لم يمض يومان على │ استقالة الوزيرة، الأحد، حتى …
        if k == clause.verb or unit.is_comma or unit.date >= 0:
            return None
        word = unit.word
        before = units[k - 1].word if k else None
        act = word.act is not None and not is_verb(units, k, clause.verb < 0)
        act = act and not (word.core in _HOURS and clause.verb >= 0)  # عقب صلاة الجمعة
        if future and act and word.prefix == "ل" and before is not None and before.core.rstrip("ا") in _PREPARING:
            return k, "D10"
        done = any(units[j].word.stem in ("بعد", "عقب", "إثر", "منذ") for j in own if k - 4 <= j < k - 1)
        if future and act and word.prefix == "ل" and not word.definite and done:
            return k, "D10"  # بعد اختيارها │ لاستضافة الدورة في 2020
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
        if past and act and k - 1 in own and k + 1 < date and 0 <= clause.verb < k and sets_against(reading, k - 1):
            return (k, "D8") if reading.expressions[units[date].date].relation == "on" else None
        owned = word.act is not None and bool(word.act.pronoun)
        until = before is not None and before.stem in ("حتى", "لحين") and (owned or not word.definite)
        if act and until and k - 1 in own and (owned or k + 1 < date):
            return k, "D8"
        during = before is not None and before.stem in _DURING and word.core not in _TALKS
        if act and during and k - 1 in own and _only_tells(reading, clause):
            return k, "D1"
        if past and act and during and k - 1 in own and _said_there(reading, clause, k - 1):
            return k, "D8"
        if act and before is not None and (before.stem in _AFTER or before.fold in _AFTER) and k - 1 in own:
            named = reading.entity_at(k + 1)
            if word.definite and named is not None and named.kind in ("person", "organisation") and clause.verb < k:
                return None  # توج بالكأس قبل التوقف │ فريق الصقر عام 2014
            if k + 1 >= date and before.stem == "منذ" and not (word.act is not None and word.act.pronoun):
                return k, "far"  # المفقود منذ │ زلزال الثلاثاء
            if k + 1 >= date:
                alone = past and clause.verb >= 0 and _present(reading, clause)
                ahead = future and before.stem in ("قبل", "قبيل") and not word.definite and not units[date].preposition
                return (k, "D8") if alone or ahead or (word.act is not None and word.act.pronoun) else None
            if any(units[j].word.prefix == "ب" and units[j].word.core in _LENGTHS for j in range(k + 1, date)):
                return None  # بعد الاستقلال بفترة قصيرة
            aside = k > 1 and reading.units[k - 2].is_comma and clause.verb < k
            if before.stem == "منذ" and any(units[j].word.stem in ("بعد", "عقب") for j in own if j > k):
                return None  # أكبر هبوط منذ الأزمة بعد سلسلة من الخسائر │ في يوليو
            if aside or before.stem == "منذ":
                return k, "D8"
            if (future or not past) and before.stem in ("قبل", "قبيل"):
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


def closes_after(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether an act behind بعد stands before the date of a clause that كما adds, so that it may be either's (كما
    انتقدت زياراتهم بعد │ التوصل إلى الاتفاق في مايو)."""
    units = reading.units
    said = units[clause.verb].word.speech
    if said is not None and not said.act:
        return False
    after = (k for k in clause.units if clause.verb < k < date - 2 and units[k].word.stem in _AFTER)
    return any(is_nominal(units[k + 1]) and not units[k + 1].word.is_function for k in after)


def sets_against(reading: Reading, k: int) -> bool:
    """Tells whether a word sets what was against an act of its own day (رغم │ تراجع أرباحه في مايو, حتى مع)."""
    return reading.units[k].word.stem in _DESPITE or (
        reading.units[k].word.stem == "مع" and k > 0 and reading.units[k - 1].word.stem == "حتى"
    )


def _since_noun(reading: Reading, own: list[int]) -> int:
    """Returns the act behind منذ with no comma up to the one before a date (لم يهدأ الشارع منذ مقتل الصياد، قبل شهر),
    -1 elsewhere."""
    units = reading.units
    for k in reversed(own[:-1]):
        if units[k].is_comma or units[k].date >= 0:
            return -1
        if units[k].word.stem == "منذ":
            act = units[k + 1].word.act is not None and not units[k + 1].word.definite and k + 3 < own[-1] + 1
            return k + 1 if act else -1
    return -1


def act_that_befell(reading: Reading, clause: Clause) -> int:
    """Returns the act behind إثر or بعد that befell what a clause only tells a state of (إثر │ انقلاب عبارة كانت تقلهم
    يوم الأحد), -1 elsewhere."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if clause.kind != "relative" or clause.opener >= 0 or clause.antecedent < 2 or verb is None:
        return -1
    was = any("was" in reading.units[k].word.classes for k in clause.units if k < clause.verb)
    act, before = reading.units[clause.antecedent - 1].word, reading.units[clause.antecedent - 2].word
    befell = act.act is not None and not act.definite and before.stem in _AFTER
    return clause.antecedent - 1 if was and verb.aspect == "imperfect" and befell else -1


def _time_passes(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause only says how long ago something was (مضى عامان على)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    return verb is not None and not _PASSES.isdisjoint(verb.lemma.split("|"))


def _only_tells(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause only says that something was said or came (قال خلال تدشينه أمس …, جاء ذلك خلال …)."""
    if clause.verb < 0:
        return any(reading.units[k].word.stem in _COMES for k in clause.units[:2])
    word = reading.units[clause.verb].word
    report = word.speech is not None and not word.speech.act and word.speech.sense in _REPORTS
    return report or word.stem in _COMES


def _said_there(reading: Reading, clause: Clause, during: int) -> bool:
    """Tells whether what was said at an occasion is only praised or condemned by others (ثمنت النقابة تأكيد الوزير، لدى
    │ لقائه المديرين أمس، أن …)."""
    units = reading.units
    speech = units[clause.verb].word.speech if 0 <= clause.verb < during else None
    if speech is None or speech.sense not in _OPINIONS:
        return False
    told = (units[k].word for k in clause.units if clause.verb < k < during)
    return any(word.core in _ANNOUNCING and not word.definite for word in told)


def _present(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause tells of now or of what is to come."""
    verb = reading.units[clause.verb].word.verb
    was = any("was" in reading.units[k].word.classes for k in clause.units if k < clause.verb)
    return verb is not None and verb.aspect == "imperfect" and not was and not verb.unclear


def _counted_from(reading: Reading, own: list[int], k: int) -> bool:
    """Tells whether a length of time after or before something leads to a unit (بعد أقل من شهرين على ضبط شحنة)."""
    before = [j for j in own if k - 6 <= j < k]
    since = max((j for j in before if reading.units[j].word.stem in _AFTER), default=k)
    if any(reading.units[j].word.act is not None and reading.units[j].date < 0 for j in range(since + 1, k)):
        return False  # قبل ختام المرحلة الثانية من المعسكر
    return any(reading.units[j].word.stem in _AFTER or reading.units[j].preposition in _AFTER for j in before)


def opening_noun(reading: Reading, clause: Clause, date: int) -> int:
    """D1: an act that opens its clause with its date behind it, before the verb (زيارة الوفد في 6 يناير أثارت جدلا)."""
    own = [k for k in clause.units if not reading.units[k].is_mark]
    perhaps = clause.kind == "perhaps"
    own = own[1:] if perhaps or _after_what(reading, own, date) else own
    nested = clause.parent >= 0 and clause.kind not in ("perhaps", "complement")
    if clause.verb < date or not own or reading.units[own[0]].date >= 0 or nested:
        return -1
    first = reading.units[own[0]].word
    if (
        first.act is None
        or (first.act.plural and clause.kind == "complement")
        or first.definite
        or (first.prefix and not _done_with(reading, clause, own[0]))
        or any(reading.units[k].is_comma and not _apposed(reading, k) for k in clause.units if k < date)
    ):
        return -1
    return own[0] if own[0] < date else -1


def _after_what(reading: Reading, own: list[int], date: int) -> bool:
    """Tells whether منذ or بعد opens a clause with an act that a name in commas parts from its phrase and date (منذ فوز
    سالم الحارثي، رئيس النادي، في انتخابات 1990، تراجعت الأرباح)."""
    units = reading.units
    if len(own) < 3 or units[own[0]].word.stem not in _AFTER or units[date - 1].is_comma:
        return False
    named = reading.entity_at(own[2])
    commas = [k for k in range(own[0], date) if units[k].is_comma]
    return named is not None and len(commas) == 2 and commas[0] == named.end and units[commas[1] + 1].word.preposition


def _done_with(reading: Reading, clause: Clause, k: int) -> bool:
    """Tells whether بـ before somebody's own act opens a sentence and tells with what he went on (وباستقالته عام 2014 │
    طوى صفحة العمل), no means (وبدعمه)."""
    word = reading.units[k].word
    if word.prefix != "ب" or clause.kind != "main" or word.core.removesuffix(word.pronoun) in _MEANS:
        return False
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    own = after is not None and after.date < 0 and is_nominal(after) and after.word.pronoun in ("ه", "ها")
    return word.act is not None and (bool(word.act.pronoun) or own)


def _apposed(reading: Reading, comma: int) -> bool:
    """Tells whether a comma stands before a name, a preposition or a date (زيارة نائب الرئيس، خالد بحاح، إلى عدن)."""
    after = reading.units[comma + 1] if comma + 1 < len(reading.units) else None
    if after is None or after.word.lead:
        return False
    return after.date >= 0 or after.word.preposition or reading.entity_at(comma + 1) is not None


def _idle(reading: Reading, clause: Clause) -> bool:
    verb = reading.units[clause.verb].word.verb
    return verb is not None and (verb.lemma in _NO_ACT or verb.title_head == "effect")
