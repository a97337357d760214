"""How much the subject of a clause came to, where the date stands in the relative that describes it (docs/events.md
§3.1): the figure is what happened."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.doers.subjects import comes_to_figure
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.composing import Title, finished, verb_pieces
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.trim import words_of
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause

_COUNTED = cues("counted-by")


def measure_title(story: Story, reading: Reading, clause: Clause) -> Title | None:
    """Returns the title of the clause above a relative whose date its figure follows (بلغ عدد الكتب التي صدرت في 2014 │
    نحو 300 كتاب: بلغ عدد الكتب التي صدرت نحو 300 كتاب); None elsewhere."""
    above = reading.clauses[clause.parent] if clause.parent >= 0 else None
    verb = reading.units[above.verb].word.verb if above is not None and above.verb >= 0 else None
    if above is None or verb is None or not above.verb < clause.antecedent < clause.verb or clause.opener < 0:
        return None
    units = reading.units
    if units[above.verb + 1].word.core not in _COUNTED:
        return None
    date = next((k for k in clause.units if k > clause.verb and units[k].date >= 0), -1)
    behind = [k for k in sorted({*clause.units, *above.units}) if k > date >= 0 and units[k].date < 0]
    if not comes_to_figure(reading, behind, verb):
        return None
    end = next((n for n, k in enumerate(behind) if n and (units[k].is_mark or units[k].word.lead)), len(behind))
    start = verb_pieces(reading, above, verb)
    what = [k for k in above.units if above.verb < k < clause.opener]
    told = [clause.opener, *(k for k in clause.units if clause.opener < k < date)]
    doer = [replace(piece, chunk=1, rank=0) for piece in pieces_of(story, reading, what, None, start=1, chunk=1)]
    which = [replace(piece, chunk=2, rank=2) for piece in pieces_of(story, reading, told, None, whole=True)]
    figure = pieces_of(story, reading, behind[:end], None, start=words_of(doer), chunk=3)
    return finished(reading, [*start, *doer, *which, *(replace(piece, chunk=3, rank=0) for piece in figure)])
