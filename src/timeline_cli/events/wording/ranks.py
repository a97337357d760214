"""Where a phrase of a title begins, and how soon it goes where there is no room (docs/events.md §3.1, T8–T10)."""

from __future__ import annotations

from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.bonds import ASKING, acts_on
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import Unit

_NEAR = 8
_OF_CONTENT = frozenset({"عن", "إلى", "ب"})


def inner_rank(reading: Reading, k: int, before: int, rank: int, *, follows: bool) -> int:
    """Ranks what begins at a unit inside another clause than the title's own, 0 where nothing does.

    `before`: the unit of the title before it; `rank`: that of the phrase that is open; `follows`: the title has words
    already.
    """
    number = reading.clause_of[k]
    if number < 0:
        return 1
    inner = reading.clauses[number]
    if number != reading.clause_of[before]:
        return _clause_rank(reading, inner)
    if inner.verb == k:
        return 1
    if follows and "complementizer" in reading.units[k].word.classes:
        return max(rank, 1)
    if reading.units[k].word.preposition:
        said = inner.kind == "complement" and _asked_inside(reading, k, inner)
        return 2 if k > inner.verb and not said else 1
    return 0


def _asked_inside(reading: Reading, k: int, inner: Clause) -> bool:
    """Tells whether the last verb before a phrase of what is said asks for it (أن تؤدي الخطة │ إلى انتعاش السوق)."""
    for j in range(k - 1, max(inner.verb - 1, k - _NEAR), -1):
        word = reading.units[j].word
        if word.preposition or reading.units[j].is_mark:
            return False
        governed = reading.units[j - 1].word.classes & {"complementizer", "negation", "aspect"}
        if word.verb is not None and (j == inner.verb or governed):
            return not word.verb.transitive and is_governed_by(reading.units[k], word.verb)
    return False


def _clause_rank(reading: Reading, inner: Clause) -> int:
    """Ranks a clause inside a title: what is said goes last, what a definite noun is told to do goes first."""
    if inner.kind != "relative":
        return 1
    return 3 if inner.antecedent >= 0 and reading.units[inner.antecedent].word.definite else 2


def is_governed_by(unit: Unit, verb: Verb) -> bool:
    """Tells whether a unit is, or carries, a preposition that a verb asks for."""
    return unit.date < 0 and (unit.word.stem in verb.prepositions or unit.word.prefix in verb.prepositions)


def is_asked_for(reading: Reading, k: int, verb: Verb | None, home: int, *, speaks: bool) -> bool:
    """Tells whether the verb of a clause, or its word of speech, asks for the phrase that begins at a unit.

    `home`: number of the clause, -1 without one; `speaks`: its head is no verb and stands before the title.
    """
    unit = reading.units[k]
    if verb is None and not speaks:
        return False
    if verb is not None and is_governed_by(unit, verb):
        return True
    if home < 0:
        return False
    head = reading.units[reading.clauses[home].verb].word
    if verb is not None and "phase" in head.classes and _begins_act(reading.units, k):
        return True
    speech = head.speech if reading.clauses[home].verb >= 0 else None
    if speech is None:
        return False
    content = {unit.word.stem, unit.word.prefix} & speech.complements & _OF_CONTENT
    return bool(content or (unit.word.prefix == "ب" and unit.word.act))


def _begins_act(units: list[Unit], k: int) -> bool:
    """Tells whether في and an act stand here, which is what somebody begins (بدأت الوزارة │ في استقبال الطلبات)."""
    return units[k].word.stem == "في" and k + 1 < len(units) and units[k + 1].word.act is not None


def opens_chunk(reading: Reading, k: int) -> bool:
    """Tells whether a phrase begins at a unit: a preposition, or a word with one; not inside a name."""
    units = reading.units
    word = units[k].word
    entity = reading.entity_over(k)
    if entity is not None and entity.first < k and not word.preposition:
        return False
    if k and "adverb" in units[k - 1].word.classes and units[k - 1].word.core.startswith(("ممثل", "متمثل")):
        return False
    if k and units[k - 1].date < 0 and units[k - 1].word.core in ASKING and (word.preposition or word.prefix):
        return False
    if k and word.prefix == "ل" and acts_on(units, k - 1):
        return False
    if k and units[k - 1].text[-1:].isdigit() and not word.prefix:
        share = word.stem in ("في", "ب") and k + 1 < len(units) and units[k + 1].word.core in ("مئه", "مائه", "ميه")
        return word.preposition and not share
    return (
        word.preposition or bool(word.prefix) or "adverb" in word.classes or (word.stem[:1] in "بل" and not word.common)
    )


def phrase_rank(unit: Unit, tail: str, verb: Verb | None, rank: int, place: int, *, first: bool, named: bool) -> int:
    """Ranks a phrase for trimming; `first`: it is the first that the verb asks for, also behind a tail (تبدأ الوزارة
    بالتعاون مع الهيئة في …); `named`: it tells the name of its noun (محاضرة │ بعنوان …)."""
    if tail == "cut-if-long":
        return 3
    if named:
        return 1
    if rank == 3 and not first:
        return 3
    if verb is None:
        return 2 if place > 3 else 1
    own = unit.word.stem in verb.prepositions or unit.word.prefix in verb.prepositions
    return 1 if own or first or (place == 0 and not verb.transitive) else 2
