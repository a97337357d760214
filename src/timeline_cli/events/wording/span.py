"""Which words of a clause a title may use, and in which phrases (docs/events.md §3.1, T4, T8–T10)."""

from __future__ import annotations

from timeline_cli.events.dating.comparisons import tells_score
from timeline_cli.events.doers.objects import SOURCES, asks_for_object, behind_apposition, object_unit
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.awaited import complement_behind, dated_insertion, figure_behind, object_behind
from timeline_cli.events.wording.bonds import (
    TITLED,
    acts_further,
    asks,
    binds,
    cannot_end,
    circumstance,
    governs_more,
    leads_aside,
    results,
)
from timeline_cli.events.wording.insertions import date_set, left_out, paid_for, period_ended
from timeline_cli.events.wording.ranks import inner_rank, is_asked_for, opens_chunk, phrase_rank
from timeline_cli.events.wording.stops import (
    breaks_off,
    comes_to_its_verb,
    denies_anew,
    follows_then,
    glued_mark,
    of_hindered,
    one_side,
    relative_between,
    says_more,
    stops_at_mark,
    stray_copula,
    stray_verb,
    will_be,
)
from timeline_cli.events.wording.trim import FEWEST_WORDS, Piece
from timeline_cli.events.wording.written_units import unit_text
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.connectives import connective_at
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import DASHES, DOUBLE_QUOTES, OPENING_QUOTES, Unit

_ASIDE = cues("part-aside")
_CAUSES = cues("cause")
_LONGEST_OPENING = 5
_PREFIXES = frozenset({"بـ", "لـ"})
_DATED = frozenset({"مؤرخ", "مؤرخة"})


def _says_which_behind(reading: Reading, k: int) -> bool:
    """Tells whether الذي or التي stands right behind a definite noun that is alone behind its preposition (في اللقاء │
    الذي جمعهما)."""
    units, word = reading.units, reading.units[k].word
    after = units[k + 1] if k + 1 < len(units) else None
    if after is None or "relative" not in after.word.classes or after.word.lead or not word.definite or k == 0:
        return False
    before = units[k - 1]
    alone = bool(word.prefix) or (before.date < 0 and (before.word.preposition or before.word.stem in _CAUSES))
    return alone and reading.entity_over(k) is None and word.place is None


def _means_nothing(units: list[Unit], chosen: list[int], place: int) -> bool:
    """Tells whether a title leaves a unit out: مؤرخ before its date, the point of a letter, a dash of two nations."""
    unit = units[chosen[place]]
    if not unit.is_mark and unit.text not in _PREFIXES and unit.word.stem not in _DATED:
        return False
    if unit.text in _PREFIXES and place + 1 < len(chosen) and chosen[place + 1] != chosen[place] + 1:
        return True  # حسابه بـ(البريد)
    if unit.text in DASHES and place + 2 < len(chosen) and units[chosen[place + 1]].word.place is not None:
        return units[chosen[place + 2]].word.prefix != ""  # مركز الفنار - جازان بزيارة
    if unit.text in DASHES and 0 < place < len(chosen) - 1:
        before, after = units[chosen[place - 1]], units[chosen[place + 1]]
        if after.is_number and len(before.text) < 4 and before.text.isalpha():
            return True  # طراز إف - 16
    if unit.word.stem in _DATED:
        return place + 1 < len(chosen) and units[chosen[place + 1]].date >= 0
    if unit.text == ".":
        return place > 0 and len(units[chosen[place - 1]].text) == 1
    return unit.text in DASHES and _joins_nations(units, chosen[place])


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
    home = _home(reading, chosen[0]) if chosen else -1
    said = bool(chosen) and reading.clause_of[chosen[0]] < 0  # أن, its subject in short
    found: list[Piece] = []
    words = start
    rank = 0
    governed = aside = False
    speaks = verb is None and home >= 0 and _headed_without_verb(reading, reading.clauses[home], chosen[0])
    skip_to = -1
    omitted = left_out(reading, chosen)
    for place, k in enumerate(chosen):
        unit = units[k]
        period = _period(reading, k, verb, free=thing < 0) if unit.date >= 0 else ""
        if period:
            found.append(Piece(period, -1, chunk=chunk, rank=rank))
            words, waits = words + 1, False
            continue
        if unit.date >= 0 or k < skip_to or k in omitted:
            continue
        if k == thing:
            chunk, rank, waits = chunk + 1, 0, False
        elif k < thing and (
            breaks_off(reading, chosen, place, words)
            or (k == edge and unit.is_comma and behind_apposition(reading, chosen, place) == thing)
        ):
            skip_to = thing
            continue
        if place and k > thing and words >= FEWEST_WORDS and relative_between(reading, chosen[place - 1], k):
            later = object_behind(reading, chosen, place - 1, needs) if waits else -1
            if later < 0 and verb is not None and verb.lemma == "بلغ":
                later = figure_behind(units, chosen, place)
            if later < 0 and not comes_to_its_verb(reading, k, home):
                break
            if later >= 0:
                skip_to, waits = later, False
                chunk, rank = chunk + 1, 0
            if k < later:
                continue
        if verb is None and of_hindered(reading, chosen[0], k, home):
            break
        if _means_nothing(units, chosen, place):
            continue
        if unit.text in DASHES and (closing := _closing_dash(units, chosen, place)) >= 0:
            skip_to = closing + 1
            continue
        if unit.is_mark:
            if k > thing and stops_at_mark(reading, chosen, place, words):
                if (further := _goes_on_at(reading, chosen, place, verb)) >= 0:
                    skip_to = further
                    continue
                later = object_behind(reading, chosen, place, needs) if waits and unit.is_comma else -1
                if later < 0:
                    break
                skip_to, waits = later, False
                chunk, rank = chunk + 1, 0
                continue
            if (
                unit.text in DOUBLE_QUOTES
                or glued_mark(units, k)
                or (unit.text in "%٪" and units[k - 1].text[-1:].isdigit())
            ):
                found.append(_mark_piece(units, k, chunk, rank))
            continue
        if _tells_another(reading, chosen, place, home, words):
            found = _without_opening(reading, found, k, start)
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
        source = unit.word.fold.removeprefix(unit.word.lead) in SOURCES and not tells_score(units, k)
        if (source and words >= 2) or unit.word.core in _ASIDE:
            figure = figure_behind(units, chosen, place) if verb is not None and verb.lemma == "بلغ" else -1
            if figure < 0:
                break
            skip_to = figure
            continue
        inner = reading.clause_of[k] != home and home >= 0
        inside = _in_title(reading, k)
        ranked = inner_rank(reading, k, chosen[place - 1], rank, follows=bool(found)) if inner and not inside else 0
        if ranked > 0:
            chunk, rank = chunk + 1, ranked
        elif not inner and found and "complementizer" in unit.word.classes:
            chunk, rank = chunk + 1, 1
        elif (results(unit.word) or (place and circumstance(units, k))) and (found or start) and k != thing:
            chunk, rank = chunk + 1, 3
        elif opens_chunk(reading, k) and (found or start) and not inner and not inside:
            chunk += 1
            own = is_asked_for(reading, k, verb, home, speaks=speaks)
            tail = entry.tail if entry is not None else ""
            own_verb = None if aside else verb
            names = _tells_name(units, k)
            first = own and not governed
            rank = 1 if speaks and own else phrase_rank(unit, tail, own_verb, rank, place, first=first, named=names)
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
                joins=unit.word.lead == "و" and not _inside_name(reading, k),
                office=_is_office(reading, k),
                open=cannot_end(reading, k) or (entry is not None and entry.tail == "cut-if-long"),
                binds=binds(reading, k)
                or (((inner and not said) or (place > 0 and acts_further(reading, k))) and governs_more(reading, k)),
                asks=asks(reading, k),
                between=unit.word.stem == "بين",
                restricted=_says_which_behind(reading, k),
            )
        )
        words += 1
    return found


def _period(reading: Reading, k: int, verb: Verb | None, *, free: bool) -> str:
    """Returns the words of a date that a title cannot do without, empty for others. `free`: no object was found."""
    units = reading.units
    return date_set(units, k) or paid_for(reading, k) or (period_ended(units, k, verb) if free else "")


def _tells_name(units: list[Unit], k: int) -> bool:
    """Tells whether a phrase tells the name of its noun: بعنوان, تحت شعار."""
    k += units[k].word.preposition and k + 1 < len(units)
    told = k + 1 < len(units) and units[k + 1].text in OPENING_QUOTES
    return told and units[k].word.core in TITLED and not units[k].word.definite


def _in_title(reading: Reading, k: int) -> bool:
    """Tells whether a unit stands in the name behind بعنوان or تحت شعار, which is one phrase."""
    number = reading.clause_of[k]
    inner = reading.clauses[number] if number >= 0 else None
    quoted = inner is not None and inner.kind == "quote" and inner.opener > 0
    return quoted and inner is not None and reading.units[inner.opener - 1].word.core in TITLED


def _home(reading: Reading, first: int) -> int:
    """Returns the number of the clause that the first unit of a title belongs to: أن that opens what is said to the one
    above; -1 where there is none."""
    number = reading.clause_of[first]
    return number if number >= 0 else next((c.parent for c in reading.clauses if c.opener == first), -1)


def _headed_without_verb(reading: Reading, clause: Clause, first: int) -> bool:
    """Tells whether the head of a clause, before the first unit of a title, is no verb."""
    return 0 <= clause.verb < first and reading.units[clause.verb].word.verb is None


def _goes_on_at(reading: Reading, chosen: list[int], place: int, verb: Verb | None) -> int:
    """Returns the unit with which a title goes on behind a mark that else ends it, -1 where it ends."""
    if reading.units[chosen[place]].is_comma and one_side(reading, chosen, place):
        return chosen[place] + 1
    if complement_behind(reading, chosen, place, verb):
        return chosen[place] + 1
    closing = dated_insertion(reading, chosen, place)
    return chosen[closing + 1] if closing >= 0 and complement_behind(reading, chosen, closing, verb) else -1


def _tells_another(reading: Reading, chosen: list[int], place: int, home: int, words: int) -> bool:
    """Tells whether another statement begins at a unit, before which a title of enough words ends."""
    units, k = reading.units, chosen[place]
    if words >= 3:
        if units[k].text == "فـ" or (units[k].word.bare.startswith("فال") and units[k - 1].is_comma):
            return True  # يتجدد المشهد، │ فالعالم كله …
        verb = units[k].word.verb
        if verb is not None and units[k].word.lead == "و" and _parted(units[k - 1]) and _follows(units, k):
            return True
        if results(units[k].word) and k + 1 < len(units) and units[k + 1].date >= 0:
            return True  # بلغ العدد 30 │ ليرتفع في 2014 إلى 40
        more = says_more(units, k) or will_be(units, k) or denies_anew(reading, chosen, place, home)
        more = more or follows_then(reading, k, home)
        return more or stray_verb(reading, k, home) or stray_copula(reading, k, home)
    dated = words == 2 and k + 1 < len(units) and units[k + 1].date >= 0
    return dated and stray_copula(reading, k, home)  # وفاة المدير كانت │ في مارس


def _parted(before: Unit) -> bool:
    return before.is_comma or before.date >= 0


def _follows(units: list[Unit], k: int) -> bool:
    """Tells whether a verb behind a comma or date tells what an act led to (…، │ ونتج عنه مقتل جندي)."""
    return k + 1 < len(units) and units[k + 1].word.stem in ("عنه", "عنها", "عن", "إلى")


def _without_opening(reading: Reading, found: list[Piece], k: int, start: int) -> list[Piece]:
    """Removes what opens the other statement before its verb or copula: its subject or time behind و (… الشحنة │ وعلى
    الفور بدأ تفتيشها, … الملف │ والقرار الأخير يصدر غدا)."""
    if reading.units[k].word.lead:
        return found
    least = max(FEWEST_WORDS - 1 - start, len(found) - _LONGEST_OPENING, 1)
    for place in range(len(found) - 1, least - 1, -1):
        if found[place].joins:
            opens = _may_open(reading, found[place].unit, k) and not any(piece.between for piece in found[:place])
            return found[:place] if opens else found
        if found[place].unit != k - (len(found) - place):
            break
    return found


def _may_open(reading: Reading, first: int, k: int) -> bool:
    """Tells whether a joined word can stand before the verb of a statement: a preposition, a subject that agrees."""
    word, verb = reading.units[first].word, reading.units[k].word.verb
    if word.preposition or word.prefix or verb is None or verb.person not in ("3ms", "3fs"):
        return True
    return word.pattern_plural or word.feminine == (verb.person == "3fs")


def _closing_dash(units: list[Unit], chosen: list[int], place: int) -> int:
    """Returns the unit of the dash that closes a short insertion, -1 where none follows (- حفظه الله -)."""
    if glued_mark(units, chosen[place]):
        return -1
    return next((k for k in chosen[place + 1 : place + 8] if units[k].text in DASHES), -1)


def _local(reading: Reading, k: int) -> bool:
    """Tells whether وسط stands before a place."""
    if k >= len(reading.units):
        return False
    word = reading.units[k].word
    return word.place is not None or word.place_head is not None or word.stem in ("البلاد", "العاصمة", "البلدة")


def _inside_name(reading: Reading, k: int) -> bool:
    """Tells whether a name goes on at a unit, whose و belongs to it (سالم │ ونيس)."""
    entity = reading.entity_over(k)
    return entity is not None and entity.kind == "person" and k > entity.name_first


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
