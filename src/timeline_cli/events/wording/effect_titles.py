"""Titles of what an act led to: `أسفر الهجوم عن مقتل ستة` is `مقتل ستة في الهجوم` (docs/events.md §3.1, T13)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.written_subjects import plain_units
from timeline_cli.events.plain_words import plain_text
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.composing import Title, finished
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.trim import Piece
from timeline_cli.text.clauses import Clause


def effect_title(story: Story, reading: Reading, clause: Clause) -> Title | None:
    """T13: `أسفر الهجوم الذي وقع في 11 مارس عن مقتل ستة جنود` is `مقتل ستة جنود في الهجوم`; None for other verbs."""
    relative = clause if clause.kind == "relative" else None
    main = reading.clauses[clause.parent] if relative is not None and clause.parent >= 0 else clause
    verb = reading.units[main.verb].word.verb if main.verb >= 0 else None
    if verb is None or verb.title_head != "effect":
        return None
    own = sorted({*main.units, *clause.units})
    start = next((k for k in own if k > main.verb and reading.units[k].word.stem in verb.prepositions), -1)
    doer = subject(reading, main)
    if start < 0 or doer is None or start + 1 >= len(reading.units) or reading.units[start + 1].word.act is None:
        return None
    first = plain_text(reading.units, doer.first, True)
    result = pieces_of(story, reading, [k for k in own if k > start and reading.units[k].date < 0], None)
    cause = [Piece("في", -1, chunk=30), *plain_units(reading, list(range(doer.first, doer.end)))]
    return finished(reading, [*result, *(replace(p, chunk=30) for p in cause)]) if first else None


def result_title(story: Story, reading: Reading, clause: Clause) -> Title | None:
    """Returns what came of the clause before, where no noun says what it came of (مما أسفر عن │ مقتل شخصين)."""
    verb = reading.units[clause.verb].word.verb
    if clause.kind != "which" or verb is None or "disaster" not in verb.kinds or subject(reading, clause) is not None:
        return None
    behind = [k for k in clause.units if k > clause.verb and reading.units[k].date < 0]
    if len(behind) < 2 or reading.units[behind[0]].word.stem not in verb.prepositions:
        return None
    told = reading.units[behind[1]].word.act
    return None if told is None else finished(reading, pieces_of(story, reading, behind[1:], None))
