"""Where a relative clause ends since the clause above it goes on with what its verb waits for (docs/events.md §1.3)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_ASKING = cues("asks-phrase") | cues("asks-next")
_HELD = cues("held")
_TELLING = frozenset({"على", "عن", "إلى", "ب"})


def back_to_phrase(units: Sequence[Unit], clause: Clause, above: Clause, i: int) -> bool:
    """Tells whether a relative clause that only says when and where something was held ends before the phrase that the
    verb above still waits for (وافق المجلس في جلسته التي عقدت أمس بالمقر │ على تعيين مدير, شدد الباحث في لقاء أقيم مساء
    أمس │ على أهمية البحث)."""
    word = units[i].word
    if word.lead or above.verb < 0 or not _held_before(units, clause, i):
        return False
    asked = _asked_above(units[above.verb].word) & _TELLING
    own = {word.stem, word.prefix} & asked
    if not own or units[i - 1].word.core.removesuffix(units[i - 1].word.pronoun) in _ASKING:
        return False
    if word.prefix and word.act is None:
        return False  # وافق على … │ بالرياض
    return not any(_carries(units[k], own) for k in above.units if k > above.verb)


def back_to_act(units: Sequence[Unit], clause: Clause, above: Clause, i: int) -> bool:
    """Tells whether such a clause ends before the act that the verb above was waiting for as its object (قرر القاضي في
    الجلسة التي عقدت أمس لمحاكمة المتهمين │ إخلاء سبيل اثنين): no genitive stands behind a definite noun."""
    word, before = units[i].word, units[i - 1]
    if word.act is None or word.definite or word.prefix or word.lead or word.verb is not None or above.verb < 0:
        return False
    verb = units[above.verb].word.verb
    closed = before.date >= 0 or (before.word.definite and not before.word.is_function) or before.is_number
    if verb is None or not verb.transitive or verb.pronoun or not closed or not _held_before(units, clause, i):
        return False
    return not any(_is_object(units, k) for k in above.units if k > above.verb)


def _is_object(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a bare act stands at a unit, with nothing before it that governs it."""
    word = units[k].word
    owned = word.definite or word.prefix or word.lead or word.pronoun
    return word.act is not None and not owned and not units[k - 1].word.preposition


def _held_before(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether a relative clause says when something was held, and has said more than its verb."""
    if clause.verb < 0 or clause.between_commas or i < clause.verb + 2:
        return False
    verb = units[clause.verb].word.verb
    held = verb is not None and bool(_HELD & set(verb.lemma.split("|")))
    return held and any(units[k].date >= 0 for k in clause.units)


def _asked_above(word: Word) -> frozenset[str]:
    asked = word.verb.prepositions if word.verb is not None else frozenset()
    return asked | word.speech.complements if word.speech is not None else asked


def _carries(unit: Unit, prepositions: set[str]) -> bool:
    return unit.date < 0 and bool({unit.word.stem, unit.word.prefix} & prepositions)
