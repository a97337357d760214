"""Titles of last resort: the words around the date as the text has them (docs/events.md §3.1, T16)."""

from __future__ import annotations

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.dating.postponed import was_planned
from timeline_cli.events.doers.written_subjects import nominative
from timeline_cli.events.plain_words import plain_text
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.composing import Title
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.trim import Piece, closed_text, cut_right, written
from timeline_cli.text.clauses import Clause

_LEADING = frozenset(
    {"was", "aspect", "clause-adverb", "complementizer", "adverb", "still", "modal", "conjunction", "pronoun"}
)
_LONGEST_OPENING = 7


def plain_title(story: Story, reading: Reading, head: Attachment) -> Title:
    """Returns a contiguous cut of the clause that tells of the date, its date left out; the order is the text's."""
    clause = reading.clauses[head.clause]
    first = _first(reading, clause, head)
    told = [c for c in reading.clauses if inside(c, clause) and not was_planned(reading, c)]
    last = max([k for c in told for k in c.units], default=first)
    chosen = [k for k in range(first, last + 1) if not _in_aside(reading, k) and not _helps(reading, k, clause)]
    pieces = pieces_of(story, reading, chosen, None, whole=True)
    if pieces and pieces[0].unit >= 0:
        text = nominative(reading, pieces[0].unit, 0) or plain_text(reading.units, pieces[0].unit, True)
        pieces[0] = Piece(text, pieces[0].unit, binds=pieces[0].binds, office=pieces[0].office)
    kept = cut_right(pieces)
    order = tuple(piece.unit for piece in kept if piece.unit >= 0)
    return Title(written(kept), frozenset(order), (), False, order=order)


def clause_words(reading: Reading, head: Attachment) -> str:
    """Returns the clause's own words as they stand, dates and marks left out (T16); empty where nothing is left."""
    units = [reading.units[k] for k in reading.clauses[head.clause].units]
    units = [unit for unit in units if unit.date < 0 and not unit.is_mark]
    while units and "pronoun" in units[-1].word.classes:
        units.pop()  # آخر جلسة قبل الإغلاق هي │ جلسة الاثنين
    return closed_text([unit.text for unit in units])


def _first(reading: Reading, clause: Clause, head: Attachment) -> int:
    """Returns the unit that the cut begins with: the noun before a verb, the verb."""
    if head.kind == "noun" or clause.verb < 0:
        return head.unit if head.kind == "noun" else _after_lead(reading, clause.units)
    opening = _after_lead(reading, clause.units)
    long = clause.verb - opening > _LONGEST_OPENING
    word = reading.units[opening].word
    governed = word.preposition or bool(word.prefix)
    return clause.verb if long or opening > clause.verb or governed else opening


def _after_lead(reading: Reading, units: list[int]) -> int:
    for k in units:
        unit = reading.units[k]
        leads = unit.word.classes & _LEADING and "negation" not in unit.word.classes and unit.word.verb is None
        speech = unit.word.speech
        saying = speech is not None and speech.aspect == "participle"
        if unit.is_mark or unit.date >= 0 or leads or saying:
            continue
        return k
    return units[0] if units else 0


def inside(inner: Clause, clause: Clause) -> bool:
    """Tells whether a clause is the one told of, or what it says, or what describes a word of it."""
    if inner is clause:
        return True
    return inner.parent == clause.number and inner.kind in ("complement", "relative") and bool(inner.units)


def _helps(reading: Reading, k: int, clause: Clause) -> bool:
    """Tells whether a word is قد or كان before the verb, which a title leaves out (T3)."""
    unit = reading.units[k]
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    perfect = verb is None or verb.aspect == "perfect"
    return k < clause.verb and perfect and bool(unit.word.classes & {"aspect", "was"}) and unit.word.stem != "لم"


def _in_aside(reading: Reading, k: int) -> bool:
    """Tells whether a unit stands in brackets or in a clause that only says for when something had been planned."""
    inner = reading.clauses[reading.clause_of[k]] if reading.clause_of[k] >= 0 else None
    if inner is None:
        following = reading.clause_of[k + 1] if k + 1 < len(reading.clause_of) else -1
        return following >= 0 and was_planned(reading, reading.clauses[following])  # الجلسة │ التي كانت مقررة
    return inner.kind == "bracket" or was_planned(reading, inner)
