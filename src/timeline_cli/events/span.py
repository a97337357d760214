"""Which words of a clause a title may use, and in which phrases (docs/events.md §3.1, T4, T8–T10)."""

from __future__ import annotations

from timeline_cli.events.awaited import complement_behind, dated_insertion, figure_behind, object_behind
from timeline_cli.events.bonds import (
    asks,
    bare_relative,
    binds,
    circumstance,
    counted,
    governs_clause,
    is_open,
    joins_verb,
    leads_aside,
    results,
)
from timeline_cli.events.insertions import left_out, period_ended
from timeline_cli.events.objects import SOURCES, asks_for_object, object_unit
from timeline_cli.events.ranks import begins_act, inner_rank, is_governed_by, opens_chunk, phrase_rank
from timeline_cli.events.reading import Reading
from timeline_cli.events.stops import (
    breaks_off,
    comes_to_its_verb,
    denies_anew,
    glued_mark,
    one_side,
    relative_between,
    says_more,
    stops_at_mark,
    stray_copula,
    stray_verb,
    will_be,
)
from timeline_cli.events.story import Story
from timeline_cli.events.trim import FEWEST_WORDS, Piece
from timeline_cli.events.written_units import unit_text
from timeline_cli.lexicon.index import cues
from timeline_cli.text.connectives import connective_at
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import Unit

_ASIDE = cues("part-aside")
_DASHES = frozenset("-–—‒―ـ")
_OF_CONTENT = frozenset({"عن", "إلى", "ب"})


def _joins_nations(units: list[Unit], k: int) -> bool:
    """Tells whether a dash stands between two nations (منتدى الأعمال السعودي - الفرنسي)."""
    before, after = units[k - 1].word, units[k + 1].word if k + 1 < len(units) else None
    return before.nationality is not None and after is not None and after.nationality is not None and after.definite


def pieces_of(
    story: Story,
    reading: Reading,
    chosen: list[int],
    verb: Verb | None,
    *,
    start: int = 0,
    chunk: int = 0,
    subject_end: int = -1,
    moved: bool = False,
    whole: bool = False,
) -> list[Piece]:
    """Returns the pieces that units of a sentence give a title, up to the first stop.

    `start`: words that the title has already; `chunk`: first chunk number to use; `subject_end`: unit behind the
    subject where it stands among the units, -1 where it does not; `moved`: it stands before them; `whole`: relative
    clauses go in as well.
    """
    units = reading.units
    edge = subject_end if subject_end >= 0 else chosen[0] if chosen and moved else -1
    thing = object_unit(reading, chosen, edge, verb) if verb is not None and edge >= 0 else -1
    needs = verb is not None and asks_for_object(verb)
    waits = verb is not None and (needs or verb.transitive) and not verb.pronoun and not verb.guessed
    home = reading.clause_of[chosen[0]] if chosen else -1
    found: list[Piece] = []
    words = start
    rank = 0
    governed = aside = False
    begins = home >= 0 and "phase" in units[reading.clauses[home].verb].word.classes
    speech = units[reading.clauses[home].verb].word.speech if home >= 0 and reading.clauses[home].verb >= 0 else None
    told = speech.complements & _OF_CONTENT if speech is not None else frozenset()
    skip_to = -1
    omitted = left_out(reading, chosen)
    for place, k in enumerate(chosen):
        unit = units[k]
        if unit.date >= 0 and thing < 0 and (period := period_ended(units, k, verb)):
            found.append(Piece(period, -1, chunk=chunk, rank=rank))
            words, waits = words + 1, False
            continue
        if unit.date >= 0 or k < skip_to or k in omitted:
            continue
        if k == thing:
            chunk, rank, waits = chunk + 1, 0, False
        elif k < thing and breaks_off(reading, chosen, place, words):
            skip_to = thing
            continue
        if place and k > thing and words >= FEWEST_WORDS and relative_between(reading, chosen[place - 1], k):
            later = object_behind(reading, chosen, place - 1, needs) if waits else -1
            if later < 0 and not comes_to_its_verb(reading, k, home):
                break
            if later >= 0:
                skip_to, waits = later, False
                chunk, rank = chunk + 1, 0
            if k < later:
                continue
        if unit.text in _DASHES and _joins_nations(units, k):
            continue
        if unit.text in _DASHES and (closing := _closing_dash(units, chosen, place)) >= 0:
            skip_to = closing + 1
            continue
        if unit.word.stem in ("مؤرخ", "مؤرخة") and place + 1 < len(chosen) and units[chosen[place + 1]].date >= 0:
            continue
        if unit.text == "." and place and len(units[chosen[place - 1]].text) == 1:
            continue
        if unit.is_mark:
            if k > thing and stops_at_mark(reading, chosen, place, words):
                if unit.is_comma and one_side(reading, chosen, place):
                    continue
                if complement_behind(reading, chosen, place, verb):
                    continue
                closing = dated_insertion(reading, chosen, place)
                if closing >= 0 and complement_behind(reading, chosen, closing, verb):
                    skip_to = chosen[closing + 1]
                    continue
                later = object_behind(reading, chosen, place, needs) if waits and unit.is_comma else -1
                if later < 0:
                    break
                skip_to, waits = later, False
                chunk, rank = chunk + 1, 0
                continue
            if unit.text in '«»“”"' or glued_mark(units, k) or (unit.text in "%٪" and units[k - 1].text[-1:].isdigit()):
                found.append(_mark_piece(units, k, chunk, rank))
            continue
        if words >= 3 and (says_more(units, k) or will_be(units, k)):
            break
        if words >= 3 and denies_anew(reading, chosen, place, home):
            break
        if words == 2 and stray_copula(reading, k, home) and k + 1 < len(units) and units[k + 1].date >= 0:
            break  # وفاة المدير كانت │ في مارس
        if words >= 3 and (stray_verb(reading, k, home) or stray_copula(reading, k, home)):
            break
        entry = connective_at(units, k) if found or start else None
        if entry is not None and entry.tail in ("cut", "drop"):
            if entry.tail == "drop":
                skip_to = k + len(entry.words)
                continue
            if (entry.kind == "amid" and _local(reading, k + 1)) or (whole and entry.kind == "relative"):
                pass
            elif k < thing:
                skip_to = thing  # وزير الثقافة آنذاك، │ مجلة
                continue
            elif words >= 3 and entry.kind not in ("and", "then") and not (entry.kind == "relative" and not found):
                break
        if (unit.word.fold in SOURCES and words >= 2) or unit.word.core in _ASIDE:
            figure = figure_behind(units, chosen, place) if verb is not None and verb.lemma == "بلغ" else -1
            if figure < 0:
                break
            skip_to = figure
            continue
        inner = reading.clause_of[k] != home and home >= 0
        if inner and reading.clause_of[k] < 0:
            chunk, rank = chunk + 1, 1
        elif inner and reading.clause_of[k] != reading.clause_of[chosen[place - 1]]:
            chunk, rank = chunk + 1, inner_rank(reading, reading.clauses[reading.clause_of[k]])
        elif ("complementizer" in unit.word.classes and found) or (inner and _heads(reading, k)):
            chunk, rank = chunk + 1, max(rank, 1) if inner and not _heads(reading, k) else 1
        elif inner and unit.word.preposition:
            chunk, rank = chunk + 1, 2 if k > reading.clauses[reading.clause_of[k]].verb else 1
        elif (results(unit.word) or (place and circumstance(units, k))) and (found or start) and k != thing:
            chunk, rank = chunk + 1, 3
        elif opens_chunk(reading, k) and (found or start) and not inner:
            chunk += 1
            own = verb is not None and (is_governed_by(unit, verb) or (begins and begins_act(units, k)))
            content = {unit.word.stem, unit.word.prefix} & told or (
                speech and unit.word.prefix == "ب" and unit.word.act
            )
            speaks = verb is None and home >= 0 and 0 <= reading.clauses[home].verb < chosen[0]
            speaks = speaks and units[reading.clauses[home].verb].word.verb is None
            own = own or ((verb is not None or speaks) and bool(content))
            rank = (
                1
                if speaks and own
                else phrase_rank(
                    unit,
                    entry.tail if entry is not None else "",
                    None if aside else verb,
                    rank,
                    place,
                    first=own and not governed,
                )
            )
            governed = governed or own
        if waits and rank == 0 and k >= subject_end and not _is_office(reading, k) and words:
            waits = False
        if place and leads_aside(unit.word):
            aside = True  # مقتربة من أدنى مستوى │ في ستة أعوام
        found.append(
            Piece(
                unit_text(story, reading, k),
                k,
                glue=_glued(units, k, found),
                chunk=chunk,
                rank=rank,
                joins=unit.word.lead == "و",
                office=_is_office(reading, k),
                open=(is_open(units, k) and not unit.word.place and not counted(units, k))
                or unit.word.bare in ("ال", "ما")
                or bare_relative(reading, k)
                or governs_clause(units, k)
                or (entry is not None and entry.tail == "cut-if-long")
                or (unit.word.lead == "و" and joins_verb(unit.word)),
                binds=binds(reading, k) or (inner and unit.word.verb is not None),
                asks=asks(reading, k),
                between=unit.word.stem == "بين",
            )
        )
        words += 1
    return found


def _heads(reading: Reading, k: int) -> bool:
    return reading.clauses[reading.clause_of[k]].verb == k


def _closing_dash(units: list[Unit], chosen: list[int], place: int) -> int:
    """Returns the unit of the dash that closes a short insertion, -1 where none follows (- حفظه الله -)."""
    if glued_mark(units, chosen[place]):
        return -1
    return next((k for k in chosen[place + 1 : place + 8] if units[k].text in _DASHES), -1)


def _local(reading: Reading, k: int) -> bool:
    """Tells whether وسط stands before a place."""
    if k >= len(reading.units):
        return False
    word = reading.units[k].word
    return word.place is not None or word.place_head is not None or word.stem in ("البلاد", "العاصمة", "البلدة")


def _is_office(reading: Reading, k: int) -> bool:
    entity = reading.entity_over(k)
    if entity is None or reading.units[entity.first].word.prefix:
        return False
    return entity.kind == "role" or (entity.kind == "person" and entity.first <= k < entity.name_first)


def _mark_piece(units: list[Unit], k: int, chunk: int, rank: int) -> Piece:
    unit = units[k]
    glued = k > 0 and units[k - 1].end == unit.start and units[k - 1].date < 0
    return Piece(unit.text, k, glued, chunk, rank)


def _glued(units: list[Unit], k: int, found: list[Piece]) -> bool:
    return bool(found) and found[-1].unit == k - 1 and units[k - 1].end == units[k].start
