"""What came to a figure where the verb does not name it: what the clause before tells of (docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import extended, is_nominal, phrase_end
from timeline_cli.events.doers.subjects import comes_to_figure, subject
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb

_ACTORS = frozenset({"person", "organisation", "office", "role", "country"})
_ASIDE = frozenset({"relative", "bracket", "tail", "which"})
_OF_PHRASE = frozenset({"في", "على", "من", "بين"})
_LONGEST = 8


def is_measure(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause says what something came to that it does not name (وبلغ │ 3185 ميغاواط)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or subject(reading, clause) is not None:
        return False
    behind = [k for k in clause.units if k > clause.verb and reading.units[k].date < 0]
    while behind and "preposition-bound" in reading.units[behind[0]].word.classes:
        behind = behind[1:]
    return comes_to_figure(reading, behind, verb)


def measured(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the subject of the clause right before one that says what it came to, with the phrases that belong to it
    (سجل الحمل الأقصى للشبكة رقما جديدا │ وبلغ 400 ميغاواط): no actor, none of another gender."""
    own = _before_comma(reading, clause)
    if own is not None:
        return own
    before = next((c for c in reversed(reading.clauses[: clause.number]) if c.kind not in _ASIDE), None)
    verb = reading.units[clause.verb].word.verb
    if before is None or verb is None or before.frame != clause.frame:
        return None
    found = _moved(reading, before)
    if found is None or found.first > clause.verb:
        return None
    word = reading.units[found.first].word
    acts = found.entity is not None and found.entity.kind in _ACTORS
    body = found.entity is None and (word.organisation is not None or word.office is not None)
    if acts or body or word.pronoun or not is_nominal(reading.units[found.first]):
        return None
    feminine = word.feminine or word.pattern_plural or word.stem.endswith("ات")
    if found.entity is None and feminine != (verb.person == "3fs"):
        return None
    return _whole(reading, found, before.units)


def _before_comma(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the noun that أن opens with, where only the comma of what was set apart parts it from its verb (أن عدد
    السفن في الميناء، التي تشمل العبارات، │ بلغ 400)."""
    first, verb = clause.opener + 1, reading.units[clause.verb].word.verb
    if clause.kind != "complement" or not 0 < first < clause.verb or not reading.units[clause.verb - 1].is_comma:
        return None
    word = reading.units[first].word
    if verb is None or not is_nominal(reading.units[first]) or reading.entity_at(first) is not None or word.office:
        return None
    if (word.feminine or word.pattern_plural) != (verb.person == "3fs"):
        return None
    return _whole(reading, Phrase(first, phrase_end(reading, first)), clause.units)


def _moved(reading: Reading, before: Clause) -> Phrase | None:
    """Returns the subject of a clause that says how a figure moves or that has no verb."""
    if before.verb < 0:
        first = next((k for k in before.units if not reading.units[k].is_mark), -1)
        opens = first >= 0 and is_nominal(reading.units[first]) and not reading.units[first].word.prefix
        return Phrase(first, phrase_end(reading, first), reading.entity_at(first)) if opens else None
    verb = reading.units[before.verb].word.verb
    if verb is None:
        return None
    says = reading.units[before.verb].word.speech is not None
    moves = bool(verb.kinds & {"economy"}) or (not verb.transitive and not says) or comes_to(reading, before)
    return subject(reading, before) if moves else None


def comes_to(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause with a subject says what it came to (بلغ عدد الزوار │ 400 زائر)."""
    verb, doer = reading.units[clause.verb].word.verb, subject(reading, clause)
    behind = [k for k in clause.units if doer is not None and k >= doer.end and reading.units[k].date < 0]
    return verb is not None and comes_to_figure(reading, behind, verb)


def _whole(reading: Reading, phrase: Phrase, among: list[int]) -> Phrase:
    """Returns a noun phrase with the phrases behind it that say of what it is (الحمل الأقصى │ للشبكة │ في الشمال)."""
    end, units = extended(reading, phrase, among).end, reading.units
    while end in among and end + 1 < len(units):
        word, after = units[end].word, units[end + 1]
        governs = word.stem in _OF_PHRASE and not word.lead and end + 1 in among
        first = end + 1 if governs else end
        of = governs or (word.prefix == "ل" and not is_verb(units, end, False))
        if not of or not is_nominal(units[first]) or units[first].is_number or units[first].date >= 0:
            break
        later = phrase_end(reading, first)
        known = any(units[k].word.definite or units[k].word.place is not None for k in range(first, later))
        if not known or later - phrase.first > _LONGEST or (governs and after.word.lead):
            break
        end = later
    return phrase if end == phrase.end else Phrase(phrase.first, end)
