"""Titles of what rose, fell or came to a figure that lack the figure or what it measures (docs/events.md §7)."""

from __future__ import annotations

from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.entity import PLACE_KINDS
from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.candidate import Candidate, is_unnamed
from timeline_cli.lexicon.index import cues
from timeline_cli.text.words import word

_HEIGHTS = cues("heights")
_STAGES = cues("stages")
_SHARES = cues("shares")
_COUNTED = cues("counted-by")
_COMES_TO = cues("comes-to")
_BEFORE_FIGURE = cues("before-figure")


def moves_unnamed(candidate: Candidate) -> bool:
    """Tells whether a title only says by how much something rose or fell, and not what (هبطت 59 مليار دولار)."""
    made, verb = candidate.made, candidate.verb
    if verb is not None and set(verb.lemma.split("|")) & _COMES_TO and _comes_to_figure(candidate):
        return True
    if verb is None or verb.transitive or made.named or len(made.order) < 2 or not candidate.opens:
        return False
    return _measures_only(candidate.reading, made.order[1])


def _comes_to_figure(candidate: Candidate) -> bool:
    """Tells whether only a figure stands behind a verb whose subject is not named (بلغت ما مجموعه │ 1758 قضية), or one
    whose owner is not (بلغت نسبته │ 1.3 في المئة)."""
    made, units = candidate.made, candidate.reading.units
    owned = subject(candidate.reading, candidate.clause)
    if owned is not None and units[owned.first].word.pronoun and not made.named and candidate.opens:
        return owned.first > candidate.head.unit and owned.end < len(units) and units[owned.end].is_number
    if not is_unnamed(candidate) or not candidate.opens:
        return False
    behind = [units[k] for k in made.order[1:4] if "preposition-bound" not in units[k].word.classes]
    first = next((unit for unit in behind if unit.word.stem not in _BEFORE_FIGURE), None)
    return first is not None and (first.is_number or "number" in first.word.classes)


def _measures_only(reading: Reading, k: int) -> bool:
    """Tells whether a unit only says by how much something moved (تراجع │ 8.5 في المئة)."""
    unit, after = reading.units[k], [word.text.rstrip("اً") for word in reading.units[k + 1 : k + 3]]
    return unit.word.stem in ("بنسبة", "بمقدار", "بواقع") or (unit.is_number and bool(_SHARES & set(after)))


def changes_without_figure(candidate: Candidate) -> bool:
    """Tells whether a title is a rise or fall in a short phrase that names neither thing nor figure (row 12)."""
    made = candidate.made
    if candidate.head.kind not in ("nominal", "noun") or made.named:
        return False
    words = made.text.split()
    known = word(words[0]) if words else None
    moves = known is not None and known.act is not None and known.act.kind == "economy"
    return moves and len(words) < 6 and not any(character.isdigit() for character in made.text)


def wants_figure(candidate: Candidate) -> bool:
    """Tells whether بلغ stands in a title without the figure, stage or place that it tells."""
    made, verb = candidate.made, candidate.verb
    words = [word(text) for text in made.text.split()]
    if any(character.isdigit() for character in made.text):
        return False
    lemma = verb.lemma if verb is not None else ""
    reaches = lemma in ("بلغ", "سجل")
    told = words[:1] if verb is None else words
    if not reaches and not any(known.core == "بلوغ" and known.act is not None for known in told):
        return False
    if reaches and _reaches_something(candidate):
        return False
    counted = any(known.core in _COUNTED for known in words[1:3])
    if any(known.core in _STAGES or (known.place is not None and not counted) for known in words):
        return False
    return lemma != "سجل" and not any("number" in word(text).classes for text in made.text.split())


def _reaches_something(candidate: Candidate) -> bool:
    """Tells whether a name or the doer's own height stands behind the subject (بلغت التجارة │ ذروتها, بلغت القضبان │
    عطبرة)."""
    reading, head = candidate.reading, candidate.head
    doer = subject(reading, candidate.clause)
    start = doer.end if doer is not None and doer.first > head.unit else head.unit + 1
    for k in candidate.made.order:
        word = reading.units[k].word
        if k < start or word.prefix or word.definite or reading.units[k - 1].word.preposition:
            continue
        named = reading.entity_at(k)
        if word.core.removesuffix(word.pronoun) in _HEIGHTS or (named is not None and named.kind in PLACE_KINDS):
            return True
    return False
