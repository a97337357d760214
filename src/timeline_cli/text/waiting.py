"""What an open clause still waits for: its verb, the answer to its topic, what is said (docs/events.md §1.3, §1.4)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.connectives import connective_at
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.tokens import Unit

PLANNED = cues("planned-as")
SUBORDINATE = frozenset({"after", "before", "when", "since", "because", "if"})
_TOPIC = frozenset({"أما", "اما"})
_LONGEST_SPEAKER = 6


def wants_verb(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether a verb is still to come: in a clause without one, behind the date of a clause of time (ولما
    رحلوا عام 1946 │ تحول القصر إلى مدرسة)."""
    if clause.verb < 0:
        return True
    told = units[clause.verb].word.verb
    closed = told is not None and not told.transitive and i > 0 and units[i - 1].date >= 0
    return closed and not units[i].word.lead and tells_when(units, clause)


def tells_when(units: Sequence[Unit], clause: Clause) -> bool:
    """Tells whether a clause says when something else happened (عندما, لما, بعدما)."""
    if clause.kind in SUBORDINATE:
        return True
    entry = connective_at(units, clause.opener) if clause.kind == "main" and clause.opener >= 0 else None
    return entry is not None and entry.kind in SUBORDINATE


def answers_time(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether a verb behind the date of a clause of time is the main verb, or a perfect behind لما and its verb
    (لما تعافى │ أبحر إلى السويس), with no indefinite noun before it that it may describe."""
    if units[i - 1].date >= 0 and tells_when(units, clause):
        return True
    if clause.opener < 0 or units[clause.opener].word.stem != "لما" or clause.kind in ("relative", "complement"):
        return False
    verb, before = units[i].word.verb, units[i - 1]
    if verb is None or verb.aspect != "perfect" or verb.ambiguous or verb.guessed or units[i].word.lead:
        return False
    return i - 1 == clause.verb or before.date >= 0 or before.word.definite or bool(before.word.pronoun)


def state_told(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether a comma ends a clause of time that told a state with كان and no verb of its own (بعدما كانت القرية
    هادئة، │ تصاعدت …; وعندما كان وزيرا، │ أصدر …)."""
    verb = units[i].word.verb
    if verb is None or verb.aspect != "perfect" or not units[i - 1].is_comma or not tells_when(units, clause):
        return False
    if sum(units[k].is_comma for k in clause.units) > 1:
        return False  # بعدما كان الوزير، وهو طبيب، │ وعد بالعلاج
    own = [units[k].word for k in clause.units if units[k].date < 0 and not units[k].is_mark]
    return any("was" in word.classes for word in own[:3]) and len(own) > 2


def waits_for_answer(units: Sequence[Unit], clause: Clause) -> bool:
    """Tells whether أما opened a clause, whose verb then comes with ف (أما الجسر │ فقد بني …)."""
    return clause.verb < 0 <= clause.opener and units[clause.opener].word.stem in _TOPIC


def waits_for_quotation(units: Sequence[Unit], clause: Clause) -> bool:
    """Tells whether a colon behind a clause opens what is said: it has a verb of speech, or only names a speaker."""
    if clause.verb >= 0:
        return units[clause.verb].word.speech is not None
    return len(clause.units) <= _LONGEST_SPEAKER


def plain_colon(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether a colon opens nothing that is said: behind the date of a line, or before the days of what was told
    without a verb of speech (أغلقت مرتين │: في 1937 و1939)."""
    if all(units[k].date >= 0 or units[k].is_mark for k in clause.units):
        return True
    after = units[i + 1] if i + 1 < len(units) else None
    told = clause.verb >= 0 and units[clause.verb].word.speech is None
    return told and after is not None and after.date >= 0


def waits_behind_insertion(units: Sequence[Unit], clause: Clause, above: Clause, i: int) -> bool:
    """Tells whether a comma closes an insertion without a verb, so that the clause above it goes on (توفي المصاب، وهو
    مزارع، │ في المستشفى)."""
    after = units[i + 1] if i + 1 < len(units) else None
    if clause.verb >= 0 or after is None:
        return False
    if above.verb < 0:
        # وكان المصنع، وهو الأكبر، │ قد خفض إنتاجه; أن المصنع، وهو قيد الإنشاء، │ سيبدأ
        told = is_verb(units, i + 1, True) or goes_on_with(units, i + 1)
        return "aspect" in after.word.classes or (not after.word.lead and told)
    return after.date >= 0 or after.word.preposition or bool(after.word.prefix and not after.word.lead)


def goes_on_with(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form that is perfect or preposition stands before a definite noun behind an insertion, where a
    verb is awaited (أن السائق، وهو من حلب، │ عبر المنفذ)."""
    verb, after = units[i].word.verb, units[i + 1] if i + 1 < len(units) else None
    if verb is None or verb.aspect != "perfect" or "preposition" not in units[i].word.classes or after is None:
        return False
    return after.date < 0 and after.word.definite and not after.word.prefix


def waits_for_main_verb(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether the verb at a unit belongs to the phase verb of the clause (بدأ المصنع │ يعمل)."""
    verb = units[i].word.verb
    phase = not units[clause.verb].word.classes.isdisjoint(("phase", "become", "modal"))
    if not phase or verb is None or verb.aspect != "imperfect":
        return False
    return "phase" not in units[i].word.classes  # يبدأ الوزير زيارة │ تستمر يومين


def encloses_day(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether a comma opens or closes the insertion of a day right behind the verb of a relative clause, which
    goes on behind it (التفجير الذي استهدف │، أمس│، مسجدا)."""
    if any(units[k].date < 0 and not units[k].is_mark for k in clause.units if k > clause.verb):
        return False
    after = units[i + 1] if i + 1 < len(units) else None
    if after is None or after.is_mark:
        return False
    if clause.units[-1] == clause.verb:
        closing = units[i + 2] if i + 2 < len(units) else None
        return after.date >= 0 and closing is not None and closing.is_comma
    inserted = units[i - 1].date >= 0 and units[i - 2].is_comma
    return inserted and not is_verb(units, i + 1, True) and not after.word.lead


def plan_dated(units: Sequence[Unit], clause: Clause) -> bool:
    """Tells whether a relative clause says for when something was planned (الذي كان مقررا غدا، │ لمرض بطلته)."""
    own = [units[k] for k in clause.units]
    planned = any(unit.word.stem in PLANNED or "planned-participle" in unit.word.classes for unit in own)
    return planned and own[-1].date >= 0 and "was" in own[0].word.classes
