"""How far a verb's date may stand from it: commas part what a date can belong to (docs/events.md §2.1, reach)."""

from __future__ import annotations

from timeline_cli.events.dating.tenses import purpose_verb
from timeline_cli.events.doers.objects import complement
from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.body_words import is_adjective
from timeline_cli.events.entities.entity import PLACE_KINDS
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb

_OF_THEM = cues("of-them")
_INSERTION = 8
_FRONTED = 8
_IS_NOT = frozenset({"ليس", "ليست", "ليسوا"})
_HOLDERS = frozenset({"person", "office", "role"})


def parted_at(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the first unit of the stretch that a comma parts from the clause's verb and the date belongs to; -1
    where the date is within the verb's reach.

    Commas around the date, around an insertion and before a phrase, an adverb or the object do not part.
    """
    units = reading.units
    own = [k for k in clause.units if clause.verb < k < date]
    commas = [k for k in own if units[k].is_comma]
    end = date
    for place, comma in reversed(list(enumerate(commas))):
        inside = [k for k in own if comma < k < end and not units[k].is_mark]
        if inside and units[inside[0]].word.stem in ("ذلك", "وذلك"):
            return -1
        inserted = units[end].is_comma and len(inside) <= _INSERTION
        behind = place > 0 and _closes_insertion(reading, clause, commas[place - 1], comma)
        held = inserted or behind or not inside or _goes_on(reading, inside)
        if not (held or _names_the_doer(reading, clause, inside)):
            return -1 if _is_object(reading, clause, inside[0]) else inside[0]
        end = comma
    return -1


def stands_apart(reading: Reading, date: int) -> bool:
    """Tells whether commas enclose a date, a word of daytime at most beside it (في داكار، زوال اليوم، …): it belongs
    to the clause around it."""
    units = reading.units
    after = units[date + 1] if date + 1 < len(units) else None
    before = [units[k] for k in (date - 1, date - 2) if k >= 0]
    opened = any(unit.is_comma for unit in before) and all(unit.is_comma or unit.word.act is None for unit in before)
    return opened and (after is None or after.is_mark)


def in_apposition(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a date stands between the commas of what somebody named before is (دافع سالم الحارثي، الفائز
    باللقب │ عام 1986 │ مع ناديه، عن زميله), so that it is not the verb's."""
    units = reading.units
    own = [k for k in clause.units if units[k].is_comma]
    opening = max((k for k in own if clause.verb < k < date), default=-1)
    closing = min((k for k in own if k > date), default=-1)
    if opening < 0 or closing < 0 or closing + 1 >= len(units) or opening + 1 >= date:
        return False
    first = units[opening + 1].word
    named = reading.entity_over(opening - 1)
    person = named is not None and named.kind in ("person", "office", "role") and named.end == opening
    active = first.definite and not first.prefix and len(first.core) == 4 and first.core[1] == "ا"  # الفائز, الحاصل
    return person and active and reading.entity_at(opening + 1) is None and date - opening > 2


def of_one_of_them(reading: Reading, date: int) -> bool:
    """Tells whether a date is only that of the first, second … of several (أقيم المعسكر على ثلاث مراحل │ الأولى في
    مايو), which no noun goes before."""
    if date < 3 or reading.units[date - 2].date >= 0:
        return False
    number = reading.units[date - 3]
    if not (number.is_number or number.word.classes & {"number", "quantifier"}):
        return False
    which, before = reading.units[date - 1].word, reading.units[date - 2].word
    noun = before.common or before.known_noun or before.act is not None
    plain = noun and not (before.definite or before.pronoun or before.given) and not before.is_function
    return plain and which.definite and "ordinal" in which.classes and not which.prefix


def opens_circumstance(reading: Reading, date: int) -> bool:
    """Tells whether a date behind a comma opens a statement that goes on with وهو (…، قبل عامين │ وهو طالب أوقفوه)."""
    after = reading.units[date + 1] if date + 1 < len(reading.units) else None
    if after is None or not date or not reading.units[date - 1].is_comma:
        return False
    other = reading.clause_of[date + 1]
    return other >= 0 and other != reading.clause_of[date] and reading.clauses[other].kind == "circumstance"


def _closes_insertion(reading: Reading, clause: Clause, opening: int, comma: int) -> bool:
    """Tells whether two commas hold an insertion right behind the subject (أجرى الوزير، سالم الحلو، │ مباحثات)."""
    doer = subject(reading, clause)
    return doer is not None and clause.verb < doer.first < opening < doer.end + 3 and comma - opening <= _INSERTION + 1


def _goes_on(reading: Reading, inside: list[int]) -> bool:
    """Tells whether what stands behind a comma is a phrase or adverb of the clause before it, brings its date, or
    tells which of several it was (مباراتين، الأولى غدا; ثلاث محاولات، كانت آخرها سنة 1967)."""
    first = reading.units[inside[0]]
    word = first.word
    if first.date >= 0 or word.classes & {"ordinal"} or _of_them(reading, inside):
        return True
    if "was" in word.classes:
        return _of_them(reading, inside[1:])
    if word.lead == "و":
        return word.act is None and word.verb is None and not word.is_function  # another member of a list
    if (
        word.definite
        and is_nominal(reading.units[inside[0] - 2])
        and word.act is None
        and is_adjective(first, reading.units[inside[0] - 2])
    ):
        return True
    adverb = word.classes & {"adverb", "preposition-bound", "date-frame"} or word.stem.endswith("اً")
    return word.preposition or (bool(word.prefix) and word.verb is None) or bool(adverb)


def _of_them(reading: Reading, inside: list[int]) -> bool:
    """Tells whether one of several is told of (أولاهما يوم …), without a verb of its own (إحداها كانت …)."""
    after = reading.units[inside[1]].word if len(inside) > 1 else None
    told = after is not None and "was" in after.classes
    return bool(inside) and reading.units[inside[0]].word.stem in _OF_THEM and not told


def _names_the_doer(reading: Reading, clause: Clause, inside: list[int]) -> bool:
    """Tells whether a name or office behind a comma says who the subject before it is, with its body (رئيس الأركان
    للقوات البرية، │ العميد سالم الحارثي بصلالة)."""
    entity = reading.entity_at(inside[0])
    doer = subject(reading, clause)
    if doer is None or entity is None or entity.kind not in _HOLDERS:
        return False
    body = reading.entity_at(doer.end)
    serves = body is not None and body.kind == "organisation" and reading.units[doer.end].word.prefix == "ل"
    end = body.end if body is not None and serves else doer.end
    there = reading.entity_at(entity.end)
    local = there is not None and there.kind in PLACE_KINDS and bool(reading.units[entity.end].word.prefix)
    return inside[0] - end < 3 and (there.end if there is not None and local else entity.end) > inside[-1]


def _is_object(reading: Reading, clause: Clause, first: int) -> bool:
    """Tells whether the object of the clause's verb begins at a unit, or its subject where none stands before."""
    doer = subject(reading, clause)
    if reading.units[first - 2].date >= 0 and is_nominal(reading.units[first]):
        return True
    if doer is None or doer.first >= first:
        return doer is not None and doer.first == first
    chosen = [k for k in clause.units if k >= doer.end and k > clause.verb]
    return complement(reading, clause, chosen, moved=True) == first


def act_within(reading: Reading, first: int, date: int) -> int:
    """Returns the first noun of an act from a unit up to a date that is no part of a name, -1 without one."""
    for k in range(first, date):
        word = reading.units[k].word
        named = reading.entity_over(k)
        if named is not None and named.kind == "organisation" and named.first < k:
            continue  # بواسطة طيران │ الإخلاء
        if _joined_to_name(reading, k):
            continue
        if word.act is not None and not word.act.weak and not is_verb(reading.units, k, False):
            return k
    return -1


def _joined_to_name(reading: Reading, k: int) -> bool:
    """Tells whether definite nouns with و stand between the name of a body and a unit, so that they go on with it
    (وزارة الشؤون الاجتماعية والأوقاف │ والإرشاد)."""
    first = k
    while first > 0 and reading.units[first].word.lead == "و" and reading.units[first].word.definite:
        first -= 1
    named = reading.entity_over(first) if first < k else None
    return named is not None and named.kind == "organisation" and named.end == first + 1


def result_first(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a result opens a sentence and has the date behind it (ليرتفع عدد الإصابات منذ مايو إلى ألف، شفيت
    منها 500), which no later verb takes."""
    first = next((k for k in clause.units if not reading.units[k].is_mark), date)
    return first < date and first != clause.verb and purpose_verb(reading.units[first].word)


def fronted_too_far(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether another statement stands around a date or between it and the verb behind it (اليوم الوطن في خطر،
    وضرورات المرحلة تستدعي الحزم)."""
    if date > clause.verb:
        return False
    units = reading.units
    if any(units[k].word.stem in _IS_NOT for k in clause.units if k < date):
        return True  # ليس جاهزا لمباراة اليوم بسبب تكهنات تشير …
    if result_first(reading, clause, date):
        return True
    commas = [k for k in clause.units if date < k < clause.verb and units[k].is_comma]
    if not commas:
        return False
    after = units[date + 1]
    subject_first = is_nominal(after) and not after.word.prefix and not after.word.is_function
    joined = units[commas[-1] + 1].word.lead == "و"
    before = [k for k in clause.units if k < date and not units[k].is_mark and not units[k].word.is_function]
    led = [units[k].word for k in clause.units if k < date]
    closes = after.is_comma and not units[date - 1].is_mark and any(w.preposition or w.stem == "بسبب" for w in led)
    acted = any(w.act is not None for w in led) and not (led and led[0].preposition)  # في خطاب ألقاه أمس، رسم …
    return (subject_first and joined) or (bool(before) and clause.verb - date > _FRONTED) or (closes and acted)
