"""The title of a birth that a phrase tells: whose and where (docs/events.md §3.1, D19)."""

from __future__ import annotations

from timeline_cli.events.doers.candidates import candidates
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.nominal import nominal_subject
from timeline_cli.events.doers.written_subjects import subject_meant
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.composing import NO_TITLE, Title, finished, plain_pieces
from timeline_cli.events.wording.trim import Piece
from timeline_cli.text.clauses import Clause


def birth_title(story: Story, reading: Reading, clause: Clause, noun: int, date: int) -> Title:
    """Returns who was born where (سالم الراوي من مواليد حلب); empty where nobody is told of."""
    who = _whose(story, reading, clause, noun)
    if who is None:
        return NO_TITLE
    behind = [k for k in clause.units if k > noun and reading.units[k].date < 0]
    end = next(
        (k for k in behind if reading.units[k].is_mark or (k > date and reading.units[k].word.prefix != "ب")), -1
    )
    place = [k for k in behind if end < 0 or k < end]
    return finished(reading, [Piece(who.words, -1), *plain_pieces(story, reading, [noun - 1, noun, *place])], (who,))


def _whose(story: Story, reading: Reading, clause: Clause, noun: int) -> Antecedent | None:
    """Returns the person with whose name a clause begins, or whom its first word or the sentences before mean."""
    named = nominal_subject(reading, clause)
    if named is not None and named.first < noun and named.entity is not None:
        return of_phrase(story, reading, named) if named.entity.kind == "person" else None
    first = next((k for k in clause.units if not reading.units[k].is_mark), noun)
    meant = subject_meant(story, reading, Phrase(first, first + 1)) if first < noun - 1 else None
    return meant or next((told for told in candidates(story, reading, clause) if told.person), None)
