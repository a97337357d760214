"""Whether an act has happened, goes on, is to come, is denied or only supposed (docs/events.md §5)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.dating.plans import decided_for_later, foresees, makes_likely
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.lexicon.loader import rows
from timeline_cli.model import Day, TimeExpression
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import Unit

_LIMITS = frozenset({"الا", "سوي"})
_AFFIRMING = cues("affirming")
_SUPPOSED = cues("supposed")
_CANCELLED = cues("cancelled")
_DENIES = "deny"
_DENYING = cues("denying")
_DEMANDS = frozenset({"طالب", "ناشد", "حث"})
_POSTPONES = cues("postpones")
_CALLS = cues("calls")
_NOT_PLANNED = frozenset({"ليس", "ليست"})  # ليس من المقرر أن
_FAR_NEGATION = 4
_IN_CASE = ("في", "حال")
_QUESTIONS = cues("question")
_GOES_ON = frozenset({"main", "and", "then", "but", "tail", "as", "while", "where"})
_TOLD = frozenset({"complement", "quote"})
_CONDITIONS = frozenset({"if", "unless"})
_UNSETTLED = cues("unsettled")
_SETTLED = cues("settled")
_NOT_SO = frozenset({"ليس", "ليست", "غير"})
_CONCESSIVE = frozenset({"كما", "حتى"})  # حتى لو
_FEARS = cues("fears")
_SPECULATION = cues("speculation")
_POSSIBLE = cues("possible")
_MATCHES = cues("match-nouns")
_THINKS_LIKELY = cues("thinks-likely")
_DOUBTS = cues("doubts")


class Modality(NamedTuple):
    """A row of `modality.csv`: folded words, the status they give, and what they reach."""

    words: tuple[str, ...]
    status: str
    scope: str
    position: str


@cache
def _modalities() -> dict[str, tuple[Modality, ...]]:
    found: dict[str, list[Modality]] = {}
    for row in rows("events/modality"):
        words = tuple(row["fold"].split())
        found.setdefault(words[0], []).append(Modality(words, row["status"], row["scope"], row["position"]))
    return {first: tuple(sorted(group, key=lambda m: -len(m.words))) for first, group in found.items()}


def _modality_at(units: list[Unit], k: int) -> Modality | None:
    word = units[k].word
    known = _modalities()
    for first in (word.fold, word.fold[1:]) if word.lead else (word.fold,):
        for entry in known.get(first, ()):
            rest = entry.words[1:]
            if len(rest) < len(units) - k and all(units[k + n].word.fold == w for n, w in enumerate(rest, 1)):
                return entry
    return None


def status(reading: Reading, head: Attachment, expression: TimeExpression, dct: Day | None) -> str:
    """Returns past, ongoing, planned, denied or hypothetical for the act at the head of a date."""
    clause = reading.clauses[head.clause]
    done = head.rule == "D8" or (head.rule == "D17" and clause.kind == "if")
    if done and dct is not None and expression.last is not None and expression.last < dct:
        return "past"  # ينتظر أن يلعب بعد إنهائه علاجه │ أمس
    if (
        came_to_nothing(reading, clause)
        or head.rule == "D16"
        or denial_above(reading, clause) is not None
        or _moved_from(reading, head, expression)
    ):
        return "denied"
    found = (
        set(
            _before_head(
                reading, clause, head, dct is not None and expression.begin is not None and expression.begin > dct
            )
        )
        | set(_of_frame(reading, clause, head))
        | (set() if _done_before(reading, clause, head, expression, dct) else set(_of_sentence(reading, clause)))
        | ({"hypothetical"} if is_asked(reading, head) or _unsettled(reading, clause, head) else set())
    )
    if "hypothetical" in found and _is_fixture(reading, head):
        found.discard("hypothetical")
    for certain in ("denied", "hypothetical", "planned", "ongoing"):
        if certain in found:
            if certain == "ongoing" and dct is not None and expression.begin is not None and expression.begin > dct:
                return "planned"
            return certain
    return _by_day(reading, clause, head, expression, dct)


def _unsettled(reading: Reading, clause: Clause, head: Attachment) -> bool:
    """Tells whether a clause without verb says of an act only that it may be or not (مشاركته غدا │ ليست محسومة, الزيارة
    المقبلة │ مستبعدة)."""
    if clause.verb >= 0 or head.kind == "verb":
        return False
    units = reading.units
    behind = [k for k in clause.units if k > head.unit and units[k].date < 0 and not units[k].is_mark]
    for k in behind[1:]:
        word, before = units[k].word, units[k - 1].word
        if word.core in _UNSETTLED and not (word.definite or word.prefix or before.preposition):
            return before.definite or units[k - 1].date >= 0 or before.place is not None
        if before.stem in _NOT_SO and word.core in _SETTLED and not word.definite:
            return True
    return False


def _is_fixture(reading: Reading, head: Attachment) -> bool:
    """Tells whether a date is that of a match which is held whether somebody takes part in it or not (قد يغيب عن لقاء
    الغد, قدرته على المشاركة في مباراة الأحد)."""
    if head.kind != "noun" or head.unit < 1 or reading.units[head.unit].word.core not in _MATCHES:
        return False
    before = reading.units[head.unit - 1].word
    return before.stem in ("في", "عن", "خلال", "قبل") and before.act is None


def _done_before(
    reading: Reading, clause: Clause, head: Attachment, expression: TimeExpression, dct: Day | None
) -> bool:
    """Tells whether an act has been done all the same, whatever condition stands behind it (حذرت النقابة أمس من إضراب │
    إذا لم تدفع الأجور, أفرجت المحكمة أمس عنهم │ ما لم …), or is what الذي tells of something (الطائرة │ التي فقدت)."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if verb is None or verb.aspect != "perfect" or dct is None or expression.begin is None or dct < expression.begin:
        return False
    if clause.kind == "relative":
        return clause.opener >= 0 and not any(
            c.kind in _CONDITIONS and c.parent == clause.number for c in reading.clauses
        )
    if clause.kind not in _GOES_ON | _TOLD:
        return False
    conditions = [c for c in reading.clauses if c.kind in _CONDITIONS and c.frame == clause.frame]
    in_case = any(reading.units[k].word.fold == _IN_CASE[1] for k in clause.units if k > clause.verb)
    return (bool(conditions) or in_case) and all(c.number > clause.number for c in conditions)


def _before_head(reading: Reading, clause: Clause, head: Attachment, ahead: bool) -> Iterable[str]:
    """Yields what stands in the clause up to its head: negation, قد, س, المقرر, لا يزال …"""
    units = reading.units
    limit = head.unit if head.unit >= 0 else max(clause.units, default=0)
    zone = [k for k in clause.units if k <= limit and units[k].date < 0]
    verb = units[clause.verb].word.verb if clause.verb >= 0 else None
    at_verb = head.kind == "verb"
    still = any("still" in units[k].word.classes for k in zone)
    for place, k in enumerate(zone):
        word = units[k].word
        near = clause.verb - k <= (_FAR_NEGATION if word.stem in _NOT_PLANNED else 2)
        if at_verb and "negation" in word.classes and near and not still and word.stem != "لما":
            if k + 1 < len(units) and units[k + 1].word.stem in _AFFIRMING:
                continue
            if not _limited(reading, clause) and (verb is None or word.stem != "لم" or verb.base not in _AFFIRMING):
                yield "denied"
            continue
        entry = _modality_at(units, k)
        if word.stem == "فقد" and at_verb and verb is not None and verb.aspect == "imperfect" and near:
            yield "hypothetical"
        if entry is None or entry.scope in ("complement", "date") or "negation" in word.classes:
            continue
        if entry.words == ("قد",) or entry.words == ("وقد",):
            was = any("was" in units[j].word.classes for j in zone)
            told = at_verb or head.rule == "D10"  # قد يمهد الطريق أمام │ رفع الفائدة
            if told and verb is not None and verb.aspect == "imperfect" and near and not was:
                yield "hypothetical"
            continue
        if entry.words[0].startswith("الغي") and k == clause.verb and at_verb:
            continue  # what was called off was so on that day
        if entry.scope == "masdar" and not (head.kind == "noun" and place == len(zone) - 2):
            continue
        if entry.scope == "noun" and head.kind != "participle":
            continue
        if entry.words[0] == "لعل" and head.kind == "noun":
            continue
        if entry.words[0] in ("بات", "باتت") or entry.status == "past" or entry.scope == "sentence":
            continue
        if entry.scope == "verb" and entry.status == "ongoing" and verb is not None and verb.aspect == "perfect":
            continue
        yield entry.status
    if at_verb and verb is not None and verb.future:
        yield "planned"
    if at_verb and verb is not None and verb.lemma == "كاد":
        yield "denied"
    if at_verb and verb is not None and verb.lemma in _DEMANDS and ahead:
        yield "hypothetical"
    if at_verb and verb is not None and verb.lemma in ("اقترح",) and verb.person in ("1s", "1p"):
        yield "hypothetical"
    if head.kind == "participle" and "planned-participle" in units[head.unit].word.classes:
        yield "planned"
    if head.kind == "noun" and any(units[k].word.core in _POSSIBLE for k in range(max(0, head.unit - 4), head.unit)):
        yield "hypothetical"
    if head.kind == "noun" and head.rule == "D10" and ahead and makes_likely(reading, clause):
        yield "hypothetical"
    if not at_verb and any(units[k].word.stem in ("سيكون", "ستكون") for k in clause.units):
        yield "planned"
    if clause.kind == "provided":
        yield "planned"


def _limited(reading: Reading, clause: Clause) -> bool:
    """Tells whether إلا or سوى turns the negation of a clause into an affirmation."""
    return any(reading.units[k].word.fold in _LIMITS for k in clause.units if k > clause.verb)


def _of_frame(reading: Reading, clause: Clause, head: Attachment) -> Iterable[str]:
    """Yields what the verb above the act makes of it: نفى, دعا إلى, توقع."""
    verbs = []
    if head.kind == "noun" and clause.verb >= 0 and head.rule == "D10":
        verbs.append(clause.verb)
    if clause.frame >= 0:
        parent = reading.clauses[clause.frame].parent
        opener = reading.clauses[clause.frame].opener
        speech = reading.units[opener - 1].word.speech if opener > 0 else None
        if speech is not None and speech.aspect == "participle":
            parent = -1  # نفى …، مؤكدا أن
        framed = reading.clauses[clause.frame]
        own = reading.units[framed.units[0]].word.speech if framed.kind == "saying" and framed.units else speech
        if own is not None and own.aspect == "participle" and own.lemma in _DENYING:
            yield "denied"  # نافيا أن
        if parent >= 0 and reading.clauses[parent].verb >= 0:
            verbs.append(reading.clauses[parent].verb)
    if clause.opener > 1 and clause.kind == "complement" and _infinitive(reading, clause):
        before = [reading.units[k].word for k in range(max(0, clause.opener - 3), clause.opener)]
        if any(word.core in _SPECULATION for word in before):
            yield "hypothetical"
    for k in verbs:
        speech = reading.units[k].word.speech
        verb = reading.units[k].word.verb
        lemma = speech.lemma if speech is not None else verb.lemma if verb is not None else ""
        if speech is not None and speech.sense == _DENIES:
            yield "denied"
        negated = k > 0 and "negation" in reading.units[k - 1].word.classes
        if clause.kind == "complement" and (_THINKS_LIKELY & set(lemma.split("|")) or (negated and lemma in _DOUBTS)):
            yield "hypothetical"
        called = lemma in _CALLS and (head.rule == "D10" or _infinitive_below(reading, clause))
        if called or (clause.kind == "complement" and _FEARS & set(lemma.split("|"))):
            yield "hypothetical"
        if speech is not None and speech.sense == "predict" and _infinitive_below(reading, clause):
            yield "planned"
        if speech is not None and clause.kind == "complement" and _only_thought(reading, clause, speech.sense):
            yield "hypothetical"


def _only_thought(reading: Reading, clause: Clause, sense: str) -> bool:
    """Tells whether what is told is only thought to be so (رجحت الخبيرة أن تكون سفينة قد صدمت الحوت, لم يستبعد أن
    يزور تونس)."""
    first = clause.opener + 1
    if sense == "doubt":
        return clause.verb == first
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    being = first < len(reading.units) and reading.units[first].word.stem in ("يكون", "تكون", "يكونوا")
    return sense == "predict" and being and verb is not None and verb.aspect == "perfect"


def _infinitive(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause is أن with an imperfect right behind it, or tells what is to come (بأن البنك سيرفع …)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    return verb is not None and verb.aspect == "imperfect" and (verb.future or clause.opener == clause.verb - 1)


def denial_above(reading: Reading, clause: Clause) -> Clause | None:
    """Returns the clause that denies what is told (نفى المدير │ ما تداولته مواقع عن إغلاق الجسر), None without one."""
    above = reading.clauses[clause.parent] if clause.kind == "relative" and clause.parent >= 0 else None
    if above is None or above.verb < 0 or clause.opener < 0:
        return None
    told = clause.antecedent >= 0 and "statement-noun" in reading.units[clause.antecedent].word.core_classes
    if not told and reading.units[clause.opener].word.stem != "ما":
        return None
    speech = reading.units[above.verb].word.speech
    return above if speech is not None and speech.sense == _DENIES else None


def _moved_from(reading: Reading, head: Attachment, expression: TimeExpression) -> bool:
    """Tells whether an act was put off from a day (تأجلت المباراة من 27 أيار إلى …)."""
    clause = reading.clauses[head.clause]
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if head.kind != "noun" or verb is None or verb.lemma.split("|")[0] not in _POSTPONES:
        return False
    dates = (unit for unit in reading.units if unit.date >= 0 and unit.start <= expression.start < unit.end)
    return any(unit.preposition == "من" for unit in dates)


def _infinitive_below(reading: Reading, clause: Clause) -> bool:
    """Tells whether a complement holds أن + imperfect, what is wished or expected rather than told."""
    opener = reading.clauses[clause.frame].opener
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    return opener >= 0 and verb is not None and verb.aspect == "imperfect" and opener == clause.verb - 1


def _of_sentence(reading: Reading, clause: Clause) -> Iterable[str]:
    """Yields hypothetical for both parts of a condition in the same frame."""
    text = reading.units
    for k in clause.units:
        if k + 2 < len(text) and text[k + 2].word.act is not None and text[k].date < 0:
            entry = _modality_at(text, k)
            if entry is not None and entry.words == _IN_CASE:
                yield "hypothetical"
    for other in reading.clauses:
        related = other.frame == clause.frame and (
            other.parent == clause.parent
            or other is clause
            or clause.frame >= 0
            or other.parent == clause.number
            or (other.number == clause.parent and clause.kind in ("main", "and", "then"))
        )
        if not related or not other.units or _goes_on_between(reading, clause, other):
            continue
        if other.number > clause.number and text[other.units[0]].word.lead == "و":
            continue  # بلغ السعر 60 دولارا، وإذا ظل …
        for k in other.units[:3]:
            entry = _modality_at(text, k) if text[k].date < 0 else None
            if (
                entry is not None
                and entry.scope == "sentence"
                and entry.status == "hypothetical"
                and entry.position != "question"
                and not (k > 0 and text[k - 1].word.stem in _CONCESSIVE)
                and _conditional(other, k)
                and not (entry.words == ("لو",) and _begins_name(text, k))
            ):
                yield "hypothetical"


def _begins_name(units: list[Unit], k: int) -> bool:
    """Tells whether لو stands before a name rather than before what it supposes (سفينة لو نيام)."""
    after = units[k + 1].word if k + 1 < len(units) else None
    return after is None or not (after.verb or after.is_function or after.definite or after.act)


def _goes_on_between(reading: Reading, clause: Clause, other: Clause) -> bool:
    """Tells whether the sentence goes on with another act before a condition, which is that act's (دعا إلى حوار، لكن …،
    كما وعد بعفو │ إذا …)."""
    between = reading.clauses[clause.number + 1 : other.number]
    return any(c.verb >= 0 and c.kind in _GOES_ON and c.frame == clause.frame for c in between)


def is_asked(reading: Reading, head: Attachment, date: int = -1) -> bool:
    """Tells whether an act is asked about: it stands behind the question word, or behind the last comma where a
    sentence has none (وصل الوفد أمس، فهل يلتقي الوزير غدا؟). What a relative clause tells is no question."""
    units = reading.units
    mark = next((k for k in range(len(units) - 1, max(-1, len(units) - 3), -1) if units[k].text in "؟?"), -1)
    told = head.unit if head.unit >= 0 else max(reading.clauses[head.clause].units, default=0)
    if mark < 0 or reading.clauses[head.clause].kind == "relative":
        return False
    asking = (k for k in range(mark) if units[k].word.stem in _QUESTIONS or _asks_who(reading, k))
    first = next((k for k in asking if _opens(reading, k)), -1)
    if first < 0:
        first = max((k + 1 for k in range(mark) if _ends_a_statement(reading, k)), default=0)
    return max(told, date) >= first


def _asks_who(reading: Reading, k: int) -> bool:
    """Tells whether من before an imperfect asks who does something (ومن │ يضمن أن …؟)."""
    after = reading.units[k + 1].word.verb if k + 1 < len(reading.units) else None
    return reading.units[k].word.stem == "من" and after is not None and after.aspect == "imperfect"


def _opens(reading: Reading, k: int) -> bool:
    before = reading.units[k - 1] if k else None
    return before is None or before.is_mark or bool(reading.units[k].word.lead) or reading.units[k].word.stem == "هل"


def _ends_a_statement(reading: Reading, k: int) -> bool:
    unit = reading.units[k]
    return unit.is_comma or (unit.text == "." and k + 1 < len(reading.units))


def _conditional(clause: Clause, k: int) -> bool:
    return clause.kind in ("if", "unless") or k == clause.units[0]


def _by_day(reading: Reading, clause: Clause, head: Attachment, expression: TimeExpression, dct: Day | None) -> str:
    """Decides by the day where no word does: a day to come is planned, an imperfect today goes on."""
    begin, last = expression.begin, expression.last
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 and head.kind == "verb" else None
    imperfect = verb is not None and (verb.aspect == "imperfect" or _tells_of_now(reading, clause, verb))
    if begin is None or last is None or dct is None:
        return "ongoing" if imperfect and expression.relation == "since" else "past"
    later = head.rule == "D10" and clause.verb >= 0 and decided_for_later(reading, clause, expression)
    later = later or (head.rule == "D10" and begin == dct and clause.verb >= 0 and foresees(reading, clause))
    if begin > dct or later or (head.rule == "D10" and last > dct):
        return "planned"
    if imperfect and expression.relation == "until" and last > dct:
        return "planned"
    nominal = head.kind == "nominal" and not any("was" in reading.units[k].word.classes for k in clause.units)
    was = any("was" in reading.units[k].word.classes for k in clause.units if k < clause.verb)
    if expression.relation == "since" and ((imperfect and not was) or nominal):
        return "ongoing"
    if imperfect and expression.mod == "END" and dct < last:
        return "planned"
    if imperfect and begin <= dct <= last:
        return "ongoing"
    return "past"


def _tells_of_now(reading: Reading, clause: Clause, verb: Verb) -> bool:
    """Tells whether a form in ت that is perfect or imperfect has a feminine subject, so that it is the imperfect
    (تواصل القوات الحصار)."""
    if not verb.unclear or not verb.base.startswith("ت"):
        return False
    doer = subject(reading, clause)
    if doer is None or doer.entity is None or doer.entity.kind != "person":
        named = (reading.entity_at(k) for k in clause.units if k > clause.verb)
        if any(entity is not None and entity.kind == "person" and entity.feminine for entity in named):
            return True  # ترأس مجلس إدارتها لينا الفاسي
    if doer is None or doer.first < clause.verb:
        return False
    return doer.entity.feminine if doer.entity is not None else reading.units[doer.first].word.feminine


def cancelled(reading: Reading, clause: Clause) -> Clause | None:
    """Returns the clause that calls off what `كان من المقرر أن` had planned (لكنها ألغيت), None without one."""
    for other in _objections(reading, clause):
        verb = reading.units[other.verb].word.verb if other.verb >= 0 else None
        if verb is not None and verb.lemma.split("|")[0] in _CANCELLED:
            return other
    return None


def came_to_nothing(reading: Reading, clause: Clause) -> bool:
    """Tells whether what had been planned is followed by what happened instead (كان من المقرر أن يصل أمس، لكن …)."""
    return bool(_objections(reading, clause))


def _objections(reading: Reading, clause: Clause) -> list[Clause]:
    """Returns the clauses of لكن, إلا أن behind one that tells what had been planned (كان من المقرر أن …)."""
    before = [reading.units[k].word for k in clause.units if k < clause.verb or clause.verb < 0]
    if not any("was" in word.classes for word in before):
        return []
    if not any("planned-participle" in word.classes or word.stem in _SUPPOSED for word in before):
        return []
    return [other for other in reading.clauses[clause.number + 1 :] if other.kind == "but"]
