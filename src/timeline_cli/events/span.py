"""Which words of a clause a title may use, and in which phrases (docs/events.md §3.1, T4, T8–T10)."""

from __future__ import annotations

from timeline_cli.events.bonds import (
    ASKING,
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
from timeline_cli.events.objects import SOURCES, amounts, asks_for_object, object_unit
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
from timeline_cli.events.story import Reading, Story, without_first_letter
from timeline_cli.events.subjects import subject
from timeline_cli.events.trim import FEWEST_WORDS, Piece
from timeline_cli.text.clauses import Clause
from timeline_cli.text.connectives import connective_at
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import Unit

_ASIDE = frozenset({"بدوره", "بدورها", "جانبه", "جانبها", "جهته", "جهتها"})
_DASHES = frozenset("-–—‒―ـ")
_LONGEST_NAME = 9
_OF_CONTENT = frozenset({"عن", "إلى", "ب"})
_SPOKEN = frozenset({"complement", "quote"})


def visible(reading: Reading, clause: Clause) -> list[int]:
    """Returns the units that a clause's title may draw on: its own, and those of undated relatives without الذي."""
    number = clause.number
    units = list(clause.units)
    for inner in reading.clauses[number + 1 :]:
        bare = inner.kind == "relative" and inner.opener < 0 and inner.parent == number
        named = inner.kind == "quote" and inner.parent == number and _quoted_name(reading, clause, inner)
        dated = any(reading.units[k].date >= 0 for k in inner.units)
        bare = bare and not _doer_to_come(reading, inner)
        if named or (bare and (not dated or (clause.verb >= 0 <= inner.verb and amounts(reading, inner, clause)))):
            units.extend(inner.units)
        elif inner.kind in _SPOKEN and inner.parent == number and _announces(reading, clause):
            units.extend(([inner.opener] if inner.kind == "complement" else []) + inner.units)
    return sorted(units)


def _doer_to_come(reading: Reading, inner: Clause) -> bool:
    """Tells whether a bare relative clause breaks off before its doer (خطاب أرسله إلى الوزارة، │ المفتش العام)."""
    verb = reading.units[inner.verb].word.verb if inner.verb >= 0 else None
    after = reading.units[inner.verb + 1].word if 0 <= inner.verb < len(reading.units) - 1 else None
    if verb is None or after is None or verb.pronoun not in ("ه", "ها") or verb.guessed:
        return False
    if not (after.preposition or after.prefix) or subject(reading, inner) is not None:
        return False
    behind = range(max(inner.units) + 1, len(reading.units))
    comma = next((k for k in behind if reading.clause_of[k] == inner.parent), -1)
    named = reading.units[comma + 1].word if 0 < comma < len(reading.units) - 1 else None
    return reading.units[comma].is_comma and named is not None and named.definite and not named.lead


def _quoted_name(reading: Reading, clause: Clause, quote: Clause) -> bool:
    """Tells whether a preposition governs a name in quotation marks (إلى "بعثة المراقبين في المدينة")."""
    before = reading.units[quote.opener - 1] if quote.opener > 0 else None
    verbless = quote.verb < 0 and len(quote.units) <= _LONGEST_NAME
    governs = before is not None and (before.word.preposition or before.word.bare in ("ال", "لل"))
    return verbless and governs and quote.opener - 1 in clause.units


def _announces(reading: Reading, clause: Clause) -> bool:
    if clause.verb < 0:
        return False
    speech = reading.units[clause.verb].word.speech
    return speech is not None and speech.act


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
            later = _object_behind(reading, chosen, place - 1, needs) if waits else -1
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
                if _complement_behind(reading, chosen, place, verb):
                    continue
                closing = _dated_insertion(reading, chosen, place)
                if closing >= 0 and _complement_behind(reading, chosen, closing, verb):
                    skip_to = chosen[closing + 1]
                    continue
                later = _object_behind(reading, chosen, place, needs) if waits and unit.is_comma else -1
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
            figure = _figure_behind(units, chosen, place) if verb is not None and verb.lemma == "بلغ" else -1
            if figure < 0:
                break
            skip_to = figure
            continue
        inner = reading.clause_of[k] != home and home >= 0
        if inner and reading.clause_of[k] < 0:
            chunk, rank = chunk + 1, 1
        elif inner and reading.clause_of[k] != reading.clause_of[chosen[place - 1]]:
            chunk, rank = chunk + 1, _inner_rank(reading, reading.clauses[reading.clause_of[k]])
        elif ("complementizer" in unit.word.classes and found) or (inner and _heads(reading, k)):
            chunk, rank = chunk + 1, max(rank, 1) if inner and not _heads(reading, k) else 1
        elif inner and unit.word.preposition:
            chunk, rank = chunk + 1, 2 if k > reading.clauses[reading.clause_of[k]].verb else 1
        elif (results(unit.word) or (place and circumstance(units, k))) and (found or start) and k != thing:
            chunk, rank = chunk + 1, 3
        elif _opens_chunk(reading, k) and (found or start) and not inner:
            chunk += 1
            own = verb is not None and (_governed_by(unit, verb) or (begins and _begun(units, k)))
            content = {unit.word.stem, unit.word.prefix} & told or (
                speech and unit.word.prefix == "ب" and unit.word.act
            )
            speaks = verb is None and home >= 0 and 0 <= reading.clauses[home].verb < chosen[0]
            speaks = speaks and units[reading.clauses[home].verb].word.verb is None
            own = own or ((verb is not None or speaks) and bool(content))
            rank = (
                1
                if speaks and own
                else _rank(
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
                _text(story, reading, k),
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


def _dated_insertion(reading: Reading, chosen: list[int], place: int) -> int:
    """Returns the place of the comma that closes an insertion with a date (، في بيان مؤرخ في 28 أبريل،), -1 without."""
    units = reading.units
    for later in range(place + 1, min(place + 9, len(chosen) - 1)):
        if units[chosen[later]].is_comma:
            return later if any(units[k].date >= 0 for k in chosen[place:later]) else -1
    return -1


def _heads(reading: Reading, k: int) -> bool:
    return reading.clauses[reading.clause_of[k]].verb == k


def _closing_dash(units: list[Unit], chosen: list[int], place: int) -> int:
    """Returns the unit of the dash that closes a short insertion, -1 where none follows (- حفظه الله -)."""
    if glued_mark(units, chosen[place]):
        return -1
    return next((k for k in chosen[place + 1 : place + 8] if units[k].text in _DASHES), -1)


def _inner_rank(reading: Reading, inner: Clause) -> int:
    """Ranks a clause inside a title: what is said goes last, what a definite noun is told to do goes first."""
    if inner.kind != "relative":
        return 1
    return 3 if inner.antecedent >= 0 and reading.units[inner.antecedent].word.definite else 2


def _object_behind(reading: Reading, chosen: list[int], place: int, needs: bool) -> int:
    """Returns the unit of the object that a verb still waits for behind an insertion, -1 where none is seen."""
    units = reading.units
    for j, k in enumerate(chosen[place + 1 :], place + 1):
        unit = units[k]
        if unit.text in ".؟!؛":
            return -1
        if unit.date >= 0 or unit.is_mark or unit.word.preposition or unit.word.prefix or unit.word.lead:
            continue
        before = units[chosen[j - 1]]
        accusative = (
            unit.word.stem.endswith("ا")
            and not unit.word.definite
            and not unit.word.is_function
            and not before.word.preposition
        )
        if unit.word.pronoun and unit.word.act is None:
            continue
        accusative = accusative and (needs or unit.word.act is not None)
        opens = (
            (needs or unit.word.act is not None)
            and (before.is_comma or before.date >= 0)
            and unit.word.speech is None
            and (not unit.word.is_function or "number" in unit.word.classes)
            and not circumstance(units, k)
        )
        if (accusative or opens) and unit.word.office is None and reading.entity_at(k) is None:
            return k
    return -1


def _complement_behind(reading: Reading, chosen: list[int], place: int, verb: Verb | None) -> bool:
    """Tells whether the phrase that a verb cannot do without follows the stray comma behind a date (طالب …، بـ)."""
    units = reading.units
    if _parts_subject_and_object(reading, chosen, place, verb):
        return True
    governor = units[reading.clauses[reading.clause_of[chosen[0]]].verb].word
    if governor.speech is not None and governor.speech.act and place + 1 < len(chosen):
        after = units[chosen[place + 1]].word
        dated = units[chosen[place - 1]].date >= 0
        said = after.act is not None or after.stem in ("عن", "إلى")
        said = said or ("complementizer" in after.classes and chosen[place + 1] == chosen[place] + 1)
        if dated and not after.lead and said:
            return True
    phase = "phase" in units[reading.clauses[reading.clause_of[chosen[0]]].verb].word.classes
    if verb is not None and phase and place + 1 < len(chosen) and units[chosen[place - 1]].date >= 0:
        return units[chosen[place + 1]].word.stem == "في" and units[chosen[place]].is_comma
    if verb is None or not verb.prepositions or place + 1 >= len(chosen) or not units[chosen[place]].is_comma:
        return False
    if units[chosen[place - 1]].date < 0:
        return False
    word = units[chosen[place + 1]].word
    if word.lead or (word.stem not in verb.prepositions and word.prefix not in verb.prepositions):
        return False
    return not any(_governed_by(units[k], verb) for k in chosen[:place])


def _parts_subject_and_object(reading: Reading, chosen: list[int], place: int, verb: Verb | None) -> bool:
    """Tells whether a stray comma stands between a verb's subject and its object (استدعى المدرب، جميع اللاعبين)."""
    units = reading.units
    home = reading.clause_of[chosen[0]]
    if verb is None or verb.pronoun or home < 0 or place + 1 >= len(chosen):
        return False
    doer = subject(reading, reading.clauses[home])
    if doer is None or doer.end != chosen[place] or doer.first < reading.clauses[home].verb:
        return False
    word = units[chosen[place + 1]].word
    own = word.prefix in verb.prepositions or word.stem in verb.prepositions
    if not word.lead and (own or (word.prefix == "ب" and not verb.transitive)):
        return True
    if not verb.transitive:
        return False
    plain = not (word.lead or word.prefix or word.pronoun or word.office or word.speech or word.verb)
    return plain and (word.act is not None or "quantifier" in word.classes or (word.common and word.stem.endswith("ا")))


def _governed_by(unit: Unit, verb: Verb) -> bool:
    return unit.date < 0 and (unit.word.stem in verb.prepositions or unit.word.prefix in verb.prepositions)


def _begun(units: list[Unit], k: int) -> bool:
    """Tells whether في and an act stand here, which is what somebody begins (بدأت الوزارة │ في استقبال الطلبات)."""
    return units[k].word.stem == "في" and k + 1 < len(units) and units[k + 1].word.act is not None


def _figure_behind(units: list[Unit], chosen: list[int], place: int) -> int:
    """Returns the unit of the figure that بلغ still needs behind a source phrase, -1 where one stands before or
    none."""
    if any(units[k].is_number for k in chosen[:place]):
        return -1
    return next((k for k in chosen[place:] if units[k].is_number), -1)


def _local(reading: Reading, k: int) -> bool:
    """Tells whether وسط stands before a place."""
    if k >= len(reading.units):
        return False
    word = reading.units[k].word
    return word.place is not None or word.place_head is not None or word.stem in ("البلاد", "العاصمة", "البلدة")


def _with_article(reading: Reading, k: int) -> str:
    """Gives the noun of an act ال where a date was its genitive (في تداولات أمس becomes في التداولات), else nothing."""
    units = reading.units
    unit = units[k]
    after = units[k + 1] if k + 1 < len(units) else None
    if after is None or after.date < 0 or after.preposition or after.lead or k == 0:
        return ""
    dated = "dated-noun" in unit.word.core_classes or "dated-noun" in unit.word.classes
    entity = reading.entity_over(k)
    if entity is not None and entity.kind in ("city", "country", "place"):
        return ""
    word = unit.word
    behind = units[k + 2] if k + 2 < len(units) else None
    described = behind is not None and behind.date < 0 and behind.word.definite and not behind.word.prefix
    counted = word.common and word.verb is None and described and after.word.classes & {"date-frame"}
    if word.act is None and not dated and not counted:
        return ""
    if word.definite or word.pronoun or word.lead or word.stem.endswith("ا"):
        return ""
    if word.prefix:
        home = reading.clauses[reading.clause_of[k]] if reading.clause_of[k] >= 0 else None
        does = home is not None and home.verb >= 0 and units[home.verb].word.verb
        if word.prefix == "ب" and does and "قام" in does.lemma.split("|"):
            return ""  # قام بزيارة أمس
        return {"ل": "لل", "ب": "بال", "ك": "كال"}[word.prefix] + without_first_letter(unit.text)
    opens = (
        units[k - 1].word.verb is not None and behind is not None and behind.date < 0 and behind.word.act is not None
    )
    owned = _of_noun(reading, k - 1)
    governed = units[k - 1].word.preposition or opens or dated or counted or owned
    return "ال" + unit.text if governed else ""


def _of_noun(reading: Reading, k: int) -> bool:
    """Tells whether a noun behind a preposition governs the next one (خلال موسم │ حج هذا العام)."""
    word, before = reading.units[k].word, reading.units[k - 1].word
    listed = word.common or bool(word.classes & {"period-noun", "site-noun", "attribute-noun"})
    noun = listed and not word.definite and not word.pronoun and not word.stem.endswith(("ا", "ة"))
    return noun and before.preposition


def _text(story: Story, reading: Reading, k: int) -> str:
    """Returns a unit's text; a surname alone becomes the full name where it stands without و and preposition."""
    unit = reading.units[k]
    articled = _with_article(reading, k)
    if articled:
        return articled
    if k > 1 and unit.word.stem in ("موعدا", "تاريخا") and reading.units[k - 1].date >= 0:
        act = reading.units[k - 2].word
        if act.act is not None and act.verb is None:
            return unit.text.rstrip("ً").removesuffix("ا").rstrip("ً")  # تحديد يوم السبت موعدا للمباراة
    entity = reading.entity_at(k)
    if entity is not None and entity.kind == "person" and entity.end - entity.first == 1:
        name = story.name_of(reading.units, entity)
        if name != unit.text and not unit.word.prefix:
            return ("و" if unit.word.lead else "") + name
    return unit.text


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


def _opens_chunk(reading: Reading, k: int) -> bool:
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
    if k and units[k - 1].text[-1:].isdigit() and not word.prefix:
        share = word.stem in ("في", "ب") and k + 1 < len(units) and units[k + 1].word.core in ("مئه", "مائه", "ميه")
        return word.preposition and not share
    return (
        word.preposition or bool(word.prefix) or "adverb" in word.classes or (word.stem[:1] in "بل" and not word.common)
    )


def _rank(unit: Unit, tail: str, verb: Verb | None, rank: int, place: int, *, first: bool) -> int:
    """Ranks a phrase for trimming; `first`: it is the first that the verb asks for, also behind a tail (تبدأ الوزارة
    بالتعاون مع الهيئة في …)."""
    if tail == "cut-if-long":
        return 3
    if rank == 3 and not first:
        return 3
    if verb is None:
        return 2 if place > 3 else 1
    own = unit.word.stem in verb.prepositions or unit.word.prefix in verb.prepositions
    return 1 if own or first or (place == 0 and not verb.transitive) else 2
