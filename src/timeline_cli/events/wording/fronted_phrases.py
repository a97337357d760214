"""A phrase that stands right before the verb it belongs to (وإلى روما سافرت), which a title tells behind the verb
(docs/events.md §3.1, T6)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.entities.entity import PLACE_KINDS
from timeline_cli.events.plain_words import without_first_letter
from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.trim import Piece
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb

_LONGEST = 6
_TOWARDS = frozenset({"إلى", "الى", "ل"})
_FRAMES = cues("fronted-frame")
_ONCE = cues("once")
_PHRASE = 1


def with_fronted(reading: Reading, clause: Clause, verb: Verb | None, body: list[Piece]) -> list[Piece]:
    """Puts the phrase right before a verb behind what follows that, before its other phrases; where it goes (إلى, لـ),
    where it happens, or what the verb has its preposition for."""
    phrase = _phrase_before(reading, clause, verb) if verb is not None else []
    if not phrase:
        return body
    first = reading.units[phrase[0]]
    opening = without_first_letter(first.text) if first.word.lead else first.text
    text = " ".join([opening, *(reading.units[k].text for k in phrase[1:])])
    place = _place_for(reading, body)
    return [*body[:place], Piece(text, chunk=90, rank=_PHRASE), *body[place:]]


def _phrase_before(reading: Reading, clause: Clause, verb: Verb | None) -> list[int]:
    """Returns the units of a preposition and its noun phrase right before a verb, dates left out, empty without one."""
    units = reading.units
    own = [k for k in clause.units if k < clause.verb and units[k].date < 0]
    while own and own[0] == clause.opener and not (units[own[0]].word.preposition or units[own[0]].word.prefix):
        own = own[1:]
    while own and "aspect" in units[own[-1]].word.classes:
        own = own[:-1]  # وإلى حلب │ قد
    if not own or len(own) > _LONGEST or clause.verb - own[0] > _LONGEST + 4:
        return []
    head = units[own[0]].word
    start = own[0] + 1 if head.preposition else own[0]
    preposition = head.stem if head.preposition else head.prefix
    if not preposition or start not in own or verb is None or not _belongs(reading, clause, verb, preposition, start):
        return []
    noun = units[start].word
    if not is_nominal(units[start]) or noun.core in _FRAMES or noun.classes & {"demonstrative", "relative"}:
        return []
    named = noun.definite or noun.place is not None or reading.entity_at(start) is not None
    return own if named and phrase_end(reading, start) == own[-1] + 1 and own[-1] - own[0] == len(own) - 1 else []


def _belongs(reading: Reading, clause: Clause, verb: Verb, preposition: str, start: int) -> bool:
    """Tells whether a preposition before a verb goes with it, and none like it stands behind it."""
    behind = [reading.units[k].word for k in clause.units if k > clause.verb and reading.units[k].date < 0]
    if any(preposition in (word.stem, word.prefix) for word in behind):
        return False
    if preposition in _TOWARDS or preposition in verb.prepositions:
        return True
    entity = reading.entity_at(start)
    return preposition in ("في", "ب") and entity is not None and entity.kind in PLACE_KINDS


def _place_for(reading: Reading, body: list[Piece]) -> int:
    """Returns the place of the first phrase of a title's body that does not tell of whom or what its nouns are (قافلة
    من الهلال الأحمر │ …)."""
    for place, piece in enumerate(body):
        if piece.unit < 0:
            continue
        unit = reading.units[piece.unit]
        word = unit.word
        inside = place > 0 and word.stem == "من"
        if unit.is_comma or word.core in _ONCE or "relative" in word.classes or (word.verb is not None and place):
            return place
        if (word.preposition or word.prefix) and not inside:
            return place
    return len(body)
