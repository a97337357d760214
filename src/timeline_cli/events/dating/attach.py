"""Which act a date belongs to (docs/events.md §2.1)."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_cli.events.dating.births import birth_noun
from timeline_cli.events.dating.dated_nouns import (
    act_that_befell,
    closes_after,
    dating_participle,
    governed_noun,
    is_occasion,
    opening_noun,
)
from timeline_cli.events.dating.enclosing import called_to, enclosing_act
from timeline_cli.events.dating.governing import dated_back_above, governing_clause
from timeline_cli.events.dating.plans import (
    cannot_be_ahead,
    decided_act,
    decided_for_later,
    foresees,
    in_force,
    last_act,
    only_choice,
    past_act,
    planned_act,
    planned_before,
    postpones,
    put_off,
    threatened_before,
    to_come_by_itself,
)
from timeline_cli.events.dating.postponed import called_off, put_off_above
from timeline_cli.events.dating.reach import (
    act_within,
    fronted_too_far,
    in_apposition,
    of_one_of_them,
    opens_circumstance,
    parted_at,
    result_first,
    stands_apart,
)
from timeline_cli.events.dating.tenses import charged_with, of_another_verb, of_the_cause, of_the_past
from timeline_cli.events.dating.told_acts import (
    act_dated_back,
    act_spoken_of,
    announcing_noun,
    ascribed_act,
    blamed_act,
    declared_holiday,
    denies_of_then,
    hastened_act,
    holds_in_it,
    not_hindering,
    of_what_was_before,
    second_act,
    told_act,
    valued_act,
    way_paved_for,
    when_clause,
    witnessed_act,
    witnessed_before,
)
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb

_FAR = 25
_AIM = 6
_FINDERS = (
    (witnessed_act, "D10"),
    (witnessed_before, "D10"),
    (second_act, "D10"),
    (not_hindering, "D10"),
    (way_paved_for, "D10"),
    (opening_noun, "D1"),
    (announcing_noun, "D18"),
    (declared_holiday, "D10"),
)
_OF_LIVES = frozenset({"appointment", "education", "election"})
_GETS = cues("gets")
_ASIDE = frozenset({"relative", "circumstance"})
_BESIDES = frozenset({"فضلا", "فضلاً", "إضافة", "علاوة"})


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
    clause = reading.clauses[reading.clause_of[date]]
    if clause.kind == "bracket":
        return _bracket(reading, clause)
    born = birth_noun(reading, date)
    if born >= 0 and clause.kind not in _ASIDE and 0 <= clause.verb < date:
        return Attachment(clause.number, clause.verb, "verb", "far")  # تبلغ الزين، من مواليد حلب سنة 1999، النهائي
    if born >= 0 and clause.kind not in _ASIDE:
        return Attachment(clause.number, born, "nominal", "D19")
    before = put_off_above(reading, clause, date)
    if before is not None:
        return Attachment(before[0].number, before[1], "noun", "D10")
    off = called_off(reading, clause)
    if off is not None:
        return Attachment(off.number, off.verb, "verb", "D16")
    befell = act_that_befell(reading, clause)
    if befell >= 0:
        return Attachment(clause.parent, befell, "noun", "D8")
    back = dated_back_above(reading, clause, date)
    clause = back if back is not None else governing_clause(reading, clause, future=future or since, past=past)
    number = clause.number
    if clause.kind == "tail" and clause.verb >= 0 and past and closes_after(reading, clause, date):
        return Attachment(number, clause.verb, "verb", "far")
    if clause.kind == "tail" and clause.parent >= 0 and reading.clauses[clause.parent].verb >= 0:
        rule = "far" if past and _to_come(reading, reading.clauses[clause.parent]) else "F3"
        return Attachment(clause.parent, reading.clauses[clause.parent].verb, "verb", rule)
    said = act_spoken_of(reading, clause, date)
    if said >= 0:
        return Attachment(number, said, "noun", "D10")
    participle = dating_participle(reading, clause, date)
    if participle >= 0 and clause.verb >= 0 and is_occasion(reading, participle):
        return Attachment(number, clause.verb, "verb", "D6")
    if participle >= 0:
        return Attachment(number, participle, "participle", "D2")
    noun = governed_noun(reading, clause, date, future=future, past=past)
    if noun is not None:
        return Attachment(number, noun[0], "noun", noun[1])
    for finder, rule in _FINDERS:
        found = finder(reading, clause, date)
        if found >= 0:
            return Attachment(number, found, "noun", rule)
    later = when_clause(reading, clause)
    if later is not None:
        return Attachment(later.number, later.verb, "verb", "D15")
    begun = act_dated_back(reading, clause, date)
    if begun >= 0:
        return Attachment(number, begun, "noun", "D15")
    if denies_of_then(reading, clause, date):
        return Attachment(number, clause.verb, "verb", "D16")
    if clause.verb < 0 and result_first(reading, clause, date):
        return Attachment(number, -1, "nominal", "far")
    if clause.verb < 0:
        return _verbless(reading, clause, date, ahead=ahead)
    return _of_verb(reading, clause, date, future=future, ahead=ahead, past=past, since=since, coarse=coarse)


def _of_verb(
    reading: Reading, clause: Clause, date: int, *, future: bool, ahead: bool, past: bool, since: bool, coarse: bool
) -> Attachment:
    """D5, D6: the clause's verb, unless the date is that of an act which the verb tells of (D10, D17); `far` where it
    can be neither's."""
    number = clause.number
    far = Attachment(number, clause.verb, "verb", "far")
    if clause.kind == "if":
        supposed = last_act(reading, clause, clause.verb, date) if past else -1
        return far if supposed < 0 else Attachment(number, supposed, "noun", "D17")
    planned = planned_act(reading, clause, date, ahead=ahead) if future else -1
    if not past and planned < 0 and (foresees(reading, clause) or _later_today(reading, clause, date)):
        planned = decided_act(reading, clause, date)
    if planned < 0 and ahead and cannot_be_ahead(reading, clause):
        return far
    if past:
        planned = past_act(reading, clause, date)
        if planned >= 0:
            return Attachment(number, planned, "noun", "D17")
        if coarse:
            planned = max(planned, told_act(reading, clause, date), blamed_act(reading, clause, date))
        planned = max(planned, ascribed_act(reading, clause, date), hastened_act(reading, clause, date))
        if planned < 0 and planned_before(reading, clause, date):
            return far
    if not past and not future and coarse:
        planned = max(planned, told_act(reading, clause, date))
    if planned < 0 and not ahead:
        planned = in_force(reading, clause, date)
    if past and planned < 0 and to_come_by_itself(reading, clause, date):
        return far
    if ahead and only_choice(reading, clause, date):
        return far
    valued = valued_act(reading, clause)
    if valued >= 0:
        return Attachment(number, valued, "noun", "D8")
    if planned >= 0:
        return Attachment(number, put_off(reading, planned, date) if future else planned, "noun", "D10")
    if date > clause.verb and (opens_circumstance(reading, date) or called_to(reading, clause, date)):
        return far
    if date > clause.verb and in_apposition(reading, clause, date):
        return far
    if date > clause.verb and of_one_of_them(reading, date):
        return far
    if past and coarse and of_the_cause(reading, clause, date):
        return far
    if of_another_verb(reading, clause, date) or holds_in_it(reading, date) or of_what_was_before(reading, date):
        return far
    enclosing = -1 if ahead or since else enclosing_act(reading, clause, date)
    if enclosing >= 0:
        return Attachment(number, enclosing, "noun", "D20")
    if past and not since and of_the_past(reading, clause, date):
        done = charged_with(reading, clause, date)
        return far if done < 0 else Attachment(number, done, "noun", "D17")
    parted = parted_at(reading, clause, date) if date > clause.verb else -1
    if parted >= 0:
        act = act_within(reading, parted, date)
        if act >= 0:
            return Attachment(number, act, "noun", "D17")
        if not stands_apart(reading, date):
            return far
    if fronted_too_far(reading, clause, date):
        return far
    near = abs(date - clause.verb) <= _FAR
    return Attachment(number, clause.verb, "verb", "D5" if date < clause.verb else "D6", near)


def _to_come(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause tells what is to come, for which the day of a report is none (سيعلن ترشحه من باريس، بحسب
    ما ذكر أمس): by its verb, or by a date that it has beside a present."""
    verb = reading.units[clause.verb].word.verb
    dated = any(reading.units[k].date >= 0 for k in clause.units)
    return verb is not None and (verb.future or (dated and verb.aspect == "imperfect" and not verb.unclear))


def _later_today(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether an act decided before a date is to be done later on the document's day."""
    expression = reading.expressions[reading.units[date].date]
    return date > clause.verb + 2 and decided_for_later(reading, clause, expression)


def _bracket(reading: Reading, clause: Clause) -> Attachment:
    """D12: the noun before the bracket, or the head of what stands inside it."""
    if clause.verb >= 0:
        return Attachment(clause.number, clause.verb, "verb", "D6")
    inside = [k for k in clause.units if reading.units[k].date < 0 and not reading.units[k].is_mark]
    if len(inside) > 2:
        return Attachment(clause.number, -1, "nominal", "D13", False)
    above = clause.parent
    if above >= 0 and _year_of_life(reading, clause, reading.clauses[above]):
        return Attachment(above, reading.clauses[above].verb, "verb", "D12")
    if above >= 0 and _days_of_verb(reading, clause, reading.clauses[above]):
        return Attachment(above, reading.clauses[above].verb, "verb", "D12")
    return Attachment(clause.number, clause.opener - 1, "bracket", "D12")


def _days_of_verb(reading: Reading, clause: Clause, above: Clause) -> bool:
    """Tells whether a bracket with days or months says when the act before it was (تحول إلى مشفى عسكري (أغسطس 1940 –
    مايو 1941)): the only one, behind neither person, act nor another date."""
    units = reading.units
    verb = units[above.verb].word.verb if 0 <= above.verb < clause.opener else None
    inside = [reading.expressions[units[k].date] for k in clause.units if units[k].date >= 0]
    past = verb is not None and (verb.aspect == "perfect" or verb.unclear)
    if not past or not inside or clause.parent != above.number:
        return False
    if not all(sum(character.isalpha() for character in e.text) > 2 for e in inside):
        return False
    before = [k for k in above.units if above.verb < k < clause.opener]
    if not before or before[-1] != clause.opener - 1 or any(units[k].date >= 0 or units[k].is_mark for k in before):
        return False
    named = reading.entity_over(before[-1])
    person = named is not None and named.kind in ("person", "office")
    acts = any(units[k].word.act is not None or "era-noun" in units[k].word.core_classes for k in before)
    return not (person or acts) and sum(c.kind == "bracket" and c.parent == clause.parent for c in reading.clauses) == 1


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


def act_of_later_date(reading: Reading, head: Attachment, first: int, date: int) -> Attachment | None:
    """Returns the head of a second date of one verb, which is no list with the first: the last act between the two
    (خضع اللاعب أمس لفحص قبل السفر إلى باريس غدا); None where nothing between them is an act."""
    if threatened_before(reading, reading.clauses[head.clause], first, date):
        return None
    joined = next((k for k in range(first + 1, date) if not reading.units[k].is_mark), date)
    word = reading.units[joined].word
    if joined < date - 1 and word.lead == "و" and word.act is not None and not is_verb(reading.units, joined, False):
        return Attachment(head.clause, joined, "noun", "D10")
    found = last_act(reading, reading.clauses[head.clause], max(first, head.unit), date)
    return Attachment(head.clause, found, "noun", "D10") if found >= 0 else None


def _verbless(reading: Reading, clause: Clause, date: int, *, ahead: bool) -> Attachment:
    """D13, D14 and the last resorts: the nearest noun of an act to the left, then to the right, then the clause."""
    units = reading.units
    own = [k for k in clause.units if units[k].date < 0 and not units[k].is_mark]
    left = [k for k in own if k < date]
    right = [k for k in own if k > date]
    if clause.kind == "relative" and clause.antecedent >= 0 and not own:
        return Attachment(clause.number, clause.antecedent, "bracket", "D12")
    told = any("was" in units[k].word.classes for k in left)  # الكويت ستكون جاهزة لاستضافة الدورة في 2020
    aim = next((k for k in reversed(left) if units[k].word.act is not None), -1) if ahead and not told else -1
    if left and aim > left[0] and units[aim].word.prefix == "ل" and date - aim <= _AIM and not units[aim].word.definite:
        return Attachment(clause.number, aim, "noun", "D10")  # ثاني فوز بعد اختيارها │ لاستضافة الدورة في 2020
    added = _added_act(reading, left)
    if added >= 0:
        return Attachment(clause.number, added, "noun", "D17")
    for k in left:
        if (
            units[k].word.act is not None
            and units[date].preposition in ("إلى", "الى", "حتى")
            and postpones(units[k].word)
        ):
            act = units[k + 1].word.act is not None and not units[k + 1].word.prefix
            act = act and not any(units[j].word.stem.endswith("ا") for j in range(k + 2, date))
            return (
                Attachment(clause.number, k + 1, "noun", "D10")
                if act
                else Attachment(clause.number, k, "nominal", "far")
            )
        if units[k].word.act is not None:
            return Attachment(clause.number, k if not _qualified(reading, left, k) else left[0], "nominal", "D13")
    for k in right:
        governed = bool(left) and units[k - 1].word.stem == "على"  # أمس │ على معسكر
        if units[k].word.act is not None and not governed:
            return Attachment(clause.number, k, "nominal", "D14")
    return Attachment(clause.number, -1, "nominal", "D13", False)


def _added_act(reading: Reading, left: list[int]) -> int:
    """Returns the act that stands behind فضلا عن or إضافة إلى at the end of a verbless clause, -1 without one."""
    units = reading.units
    for k in reversed(left):
        word = units[k].word
        if word.act is not None and k > 1 and units[k - 1].word.preposition and units[k - 2].word.stem in _BESIDES:
            return k
        if units[k].is_comma:
            return -1
    return -1


def _qualified(reading: Reading, left: list[int], k: int) -> bool:
    """Tells whether words that belong to the noun stand before it (أول ظهور, كانت آخر جولة)."""
    place = left.index(k)
    return place > 0 and "quantifier" in reading.units[left[place - 1]].word.classes and place == 1
