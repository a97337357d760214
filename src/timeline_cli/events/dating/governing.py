"""Which clause governs a date: a past day passes over a relative clause to the verb above it (docs/events.md §2.1)."""

from __future__ import annotations

from timeline_cli.events.doers.objects import amounts
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.words import Word

_PUBLISHES = cues("publishes")
_PAPERS = cues("papers")
_GOES_BACK = cues("goes-back")
_COUNTS = frozenset({"بلغ", "ناهز", "تجاوز", "فاق", "قارب"})
_OWN_MEETINGS = cues("own-meetings")
_BOUNDS = frozenset({"انتهى", "بدأ"})
_EXCEEDS = frozenset({"تجاوز", "تعدى", "تخطى"})
_EXTENT = _EXCEEDS | _COUNTS | {"زاد", "قل", "ارتفع", "علا", "امتد"}
_HOLDS = cues("holds")
_OCCASIONS = cues("occasions")
_COMES_TO = cues("comes-to")
_MADE = frozenset({"تم", "جرى"})


def governing_clause(reading: Reading, clause: Clause, *, future: bool, past: bool = True) -> Clause:
    """Passes a past day over a relative clause in the present to the perfect verb above it (… التي تشرف عليها
    الوزارة)."""
    if clause.kind != "relative" or clause.parent < 0:
        return clause
    if _only_bounds_day(reading, clause):
        return reading.clauses[clause.parent]
    above = reading.clauses[clause.parent]
    if _only_made(reading, clause, above):
        return above
    if clause.verb >= 0 <= above.verb and (amounts(reading, clause, above) or _is_limit(reading, clause)):
        return above
    if future:
        return _planned_above(reading, clause)
    if above.verb >= 0 and (
        _of_statement(reading, clause) or _counts(reading, clause) or _of_occasion(reading, clause)
    ):
        return above
    inner = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    outer = reading.units[above.verb].word.verb if above.verb >= 0 else None
    if outer is None and inner is not None and inner.aspect == "imperfect" and _waits_for_content(reading, clause):
        return above
    if inner is None or outer is None or inner.aspect != "imperfect" or outer.aspect != "perfect":
        return clause
    bounds = clause.opener < 0 and inner.lemma in _BOUNDS  # وقع عقدا ينتهي في 2014
    if bounds or inner.lemma.split("|")[0] in _GOES_BACK or (inner.future and not past):
        return clause  # يستعد لمباريات سيخوضها ابتداء من اليوم
    was = any(
        reading.units[k].word.stem in ("لم", "ولم") or "was" in reading.units[k].word.classes for k in clause.units
    )
    return clause if was else above


def _only_made(reading: Reading, clause: Clause, above: Clause) -> bool:
    """Tells whether a relative clause with تم or جرى only says how something was done of which the clause above tells
    what it came to (المبيعات التي تمت في يونيو │ بلغت 5 ملايين)."""
    inner = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    outer = reading.units[above.verb].word.verb if above.verb >= 0 else None
    if inner is None or outer is None or inner.lemma not in _MADE or not _COMES_TO & set(outer.lemma.split("|")):
        return False
    return clause.verb < above.verb and outer.aspect == "perfect"


def dated_back_above(reading: Reading, clause: Clause, date: int) -> Clause | None:
    """Returns the clause above a relative one that says to when what it describes goes back (تعود آخر موجة │ ضربت
    المنطقة │ إلى 2004), None elsewhere."""
    above = reading.clauses[clause.parent] if clause.kind == "relative" and clause.parent >= 0 else None
    verb = reading.units[above.verb].word.verb if above is not None and above.verb >= 0 else None
    if verb is None or verb.aspect != "imperfect" or reading.units[date].preposition not in ("إلى", "الي"):
        return None
    return above if verb.lemma.split("|")[0] in _GOES_BACK and clause.verb < date - 1 else None


def _waits_for_content(reading: Reading, clause: Clause) -> bool:
    """Tells whether the day at the end of a relative clause stands before what the verb above says (قالت الشركة التي
    تدير الميناء اليوم │ إنها ستبيعه)."""
    speech = reading.units[reading.clauses[clause.parent].verb].word.speech
    last = clause.units[-1]
    after = reading.units[last + 1] if last + 1 < len(reading.units) else None
    ends = after is not None and "complementizer" in after.word.classes and reading.units[last].date >= 0
    return ends and clause.opener >= 0 and speech is not None and speech.aspect == "perfect"


def _only_bounds_day(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause only says by when the act above it is to be done (في موعد لا │ يتجاوز العاشر من يونيو)."""
    verb = reading.units[clause.verb].word.verb if clause.verb > 0 else None
    if verb is None or verb.lemma.split("|")[0] not in _EXCEEDS or clause.verb + 1 >= len(reading.units):
        return False
    denied = reading.units[clause.verb - 1].word.stem == "لا" and reading.units[clause.verb + 1].date >= 0
    return denied and reading.clauses[clause.parent].verb >= 0


def _planned_above(reading: Reading, clause: Clause) -> Clause:
    """Passes a day to come over what an asyndetic relative says of a thing to the plan above it (ستتسلم الشركة ناقلة
    تعمل بالأمونيا في 2026)."""
    above = reading.clauses[clause.parent]
    inner = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    outer = reading.units[above.verb].word.verb if above.verb >= 0 else None
    if clause.opener >= 0 or inner is None or outer is None or inner.future or inner.aspect != "imperfect":
        return clause
    behind_that = above.verb > 0 and reading.units[above.verb - 1].word.stem in ("أن", "ان")
    planned = outer.future or (behind_that and outer.aspect == "imperfect")
    return above if planned and above.verb < clause.verb else clause


def _is_limit(reading: Reading, clause: Clause) -> bool:
    """Tells whether a relative clause in the present only says how high or large something is (المرتفعات التي │ تزيد
    على 1000 متر │ مساء الأحد)."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or verb.aspect != "imperfect" or verb.future or _EXTENT.isdisjoint(verb.lemma.split("|")):
        return False
    behind = [reading.units[k] for k in clause.units if k > clause.verb and reading.units[k].date < 0]
    figure = any(unit.is_number or "number" in unit.word.classes for unit in behind[:3])
    return figure and len([unit for unit in behind if not unit.is_mark]) < 5


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
    if inner is None or outer.verb is None or outer.verb.aspect != "perfect":
        return False
    if outer.speech is not None and any(c.parent == above.number and c.kind != "relative" for c in reading.clauses):
        return False  # أقر المجلس الميزانية في جلسته التي عقدت أمس, but أقر في جلسة عقدت أمس بأن …
    if not _HOLDS.intersection(inner.lemma.split("|")) or any(units[k].date >= 0 for k in above.units):
        return False
    near = range(max(above.verb + 1, clause.antecedent - 2), clause.antecedent + 1)
    return any(_is_occasion(units[k].word) and units[k - 1].word.stem in ("في", "خلال") for k in near)


def _is_occasion(word: Word) -> bool:
    """Tells whether a noun is a match or feast, or the meeting that a body calls its own (في اجتماعها │ الذي التأم)."""
    return word.core in _OCCASIONS or (bool(word.pronoun) and word.core.removesuffix(word.pronoun) in _OWN_MEETINGS)
