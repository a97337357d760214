"""Who does what in a title: subjects put in, heads of relative clauses, pronouns filled (docs/events.md §3.2)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from timeline_cli.events.antecedents import (
    Antecedent,
    hidden_subject,
    last_object,
    last_thing,
    object_person,
    of_phrase,
    resolved,
)
from timeline_cli.events.phrases import (
    Phrase,
    after_that,
    behind_idiom,
    dual_in_genitive,
    holder,
    is_nominal,
    phrase_end,
    phrase_start,
    subject,
    subject_before,
)
from timeline_cli.events.span import visible
from timeline_cli.events.story import Reading, Story, plain_text
from timeline_cli.events.trim import Piece
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import unjoined
from timeline_cli.text.shapes import Verb

IMPERSONAL = frozenset(
    {"تقرر", "اتفق", "عثر", "حكم", "قبض", "أفرج", "ألقى", "كشف", "أعلن", "تم", "جرى", "قضى", "سمح", "رخص"}
)
_GOES_ON = frozenset({"and", "then", "as", "but"})
_TAKES_OBJECT_ON = frozenset({"after", "before", "provided"})
_FREED = frozenset({"أفرج", "حكم", "قبض", "عفا", "ألقى", "أعفى", "عثر", "أطلق"})
BOUND = {"عن": "عن", "علي": "على", "ال": "إلى", "الي": "إلى", "من": "من", "مع": "مع", "في": "في", "ب": "ب", "ل": "ل"}
_DONE_TO_PEOPLE = frozenset(
    {"death", "injury", "court", "appointment", "family", "election", "meeting", "visit", "aid", "birth", "education"}
    | {"military", "attack", "resignation", "health", "protest"}
)
TAKES_PLACES = frozenset({"visit", "departure", "arrival", "military", "attack"})
_ENTERS = frozenset({"دخل", "صدر", "بدأ"})
_LONGEST_SUBJECT = 8
_SHORT_SUBJECT = 5
_FARTHEST_PERSON = 6


def doer_and_rest(
    story: Story, reading: Reading, clause: Clause, named: list[Antecedent]
) -> tuple[list[Piece], list[int]]:
    """Returns the doer's pieces where it has to be moved or put in, and the units that follow the verb."""
    rest = [k for k in visible(reading, clause) if k > clause.verb]
    before = subject_before(reading, clause) or _predicate(reading, clause)
    if before is not None and before.end - before.first > _LONGEST_SUBJECT:
        before = Phrase(before.first, phrase_end(reading, before.first), before.entity)
    if before is not None:
        return subject_pieces(story, reading, before, named), rest
    given = _owner_of_past(reading, clause)
    if given is not None:
        return subject_pieces(story, reading, given, named), rest
    behind = subject(reading, clause)
    if behind is not None:
        person = holder(reading, behind, rest)
        if person is not None:
            named.append(of_phrase(story, reading, person))
            return [Piece(named[-1].words, -1)], [k for k in rest if k >= person.end]
        if _behind_aside(reading, behind, rest):
            return subject_pieces(story, reading, behind, named), [k for k in rest if k >= behind.end]
        if behind.entity is not None and behind.first in rest and _needs_words(behind):
            pieces = subject_pieces(story, reading, behind, named)
            if rest and behind.first == rest[0]:
                return pieces, [k for k in rest if k >= behind.end]
        return [], rest
    who = _carried(story, reading, clause)
    if who is None or who.words.split()[-1] in {reading.units[k].text for k in rest}:
        return [], rest
    named.append(who)
    return [Piece(who.words, -1)], rest


def _behind_aside(reading: Reading, phrase: Phrase, rest: list[int]) -> bool:
    """Tells whether a subject stands behind a phrase between commas (تنطلق، برعاية المحافظ، فعاليات المهرجان)."""
    if phrase.first not in rest[2:] or not any(reading.units[k].is_comma for k in rest if k < phrase.first):
        return False
    first = reading.units[next(k for k in rest if not reading.units[k].is_mark and reading.units[k].date < 0)].word
    return len(first.stem) > 4 and first.preposition


def _predicate(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the noun phrase between وهو or وهي and a verb that describes it (وهي مجموعة متطرفة تبنت هجوما)."""
    if clause.kind != "circumstance" or clause.opener < 0 or reading.units[clause.opener].word.stem not in ("هو", "هي"):
        return None
    between = [k for k in clause.units if clause.opener < k < clause.verb]
    if not between or len(between) > 5 or between[-1] - between[0] != len(between) - 1:
        return None
    if any(not is_nominal(reading.units[k]) or reading.units[k].word.prefix for k in between):
        return None
    return Phrase(between[0], between[-1] + 1, reading.entity_at(between[0]))


def _told_of(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns what a clause with وهو or وهي and a noun tells of: the noun phrase before it (… بلدة كفر، وهي بلدة كانت
    القوات استعادتها)."""
    if clause.kind != "circumstance" or clause.opener < 1 or reading.units[clause.opener].word.stem not in ("هو", "هي"):
        return None
    after = reading.units[clause.opener + 1]
    last = clause.opener - 1
    while last > 0 and (reading.units[last].is_mark or reading.units[last].date >= 0):
        last -= 1
    if not is_nominal(after) or after.word.definite or not is_nominal(reading.units[last]):
        return None
    first = phrase_start(reading, last)
    return Phrase(first, last + 1, reading.entity_at(first))


def _needs_words(phrase: Phrase) -> bool:
    entity = phrase.entity
    return entity is not None and (entity.bare or (entity.kind == "person" and entity.name_end - entity.first == 1))


def brief_subject(
    story: Story, reading: Reading, clause: Clause, doer: list[Piece], limit: int
) -> tuple[list[Piece], list[Antecedent]]:
    """Returns a long subject in short, so that the object has room: the last person named before it, else its first
    noun phrase. `limit`: unit that the object begins with."""
    behind = subject(reading, clause)
    first = behind.first if behind is not None else clause.verb + 1
    if doer and first < clause.verb:
        limit = clause.verb
    named = [e for e in reading.entities if e.kind == "person" and first <= e.first < limit]
    named = [e for e in named if not reading.units[e.first].word.prefix and not _governed(reading, e.first)]
    verb = reading.units[clause.verb].word.verb
    feminine = verb is not None and verb.person == "3fs"
    named = [e for e in named if e.first in clause.units and (e.feminine == feminine or e.plural)]
    if named:
        who = of_phrase(story, reading, Phrase(named[-1].first, named[-1].end, named[-1]))
        return [Piece(who.words, -1)], [who]
    if behind is None:
        return doer, []
    end = min(behind.end, phrase_end(reading, behind.first, _SHORT_SUBJECT), behind.first + _SHORT_SUBJECT)
    return plain_units(reading, list(range(behind.first, end))), [of_phrase(story, reading, behind)]


def _governed(reading: Reading, k: int) -> bool:
    before = reading.units[k - 1].word
    return before.preposition or before.act is not None


def _owner_of_past(reading: Reading, clause: Clause) -> Phrase | None:
    """Finds X of `سبق لX أن` before the verb."""
    before = [k for k in clause.units if k < clause.verb]
    for place, k in enumerate(before[:-2]):
        if reading.units[k].word.stem in ("سبق", "يسبق") and reading.units[before[place + 1]].word.prefix == "ل":
            first = before[place + 1]
            return Phrase(first, phrase_end(reading, first), reading.entity_at(first))
    return None


def subject_pieces(story: Story, reading: Reading, phrase: Phrase, named: list[Antecedent]) -> list[Piece]:
    """Writes a subject: apposition commas go, a bare noun or surname gets its full name."""
    owned = _owned_by(story, reading, phrase)
    if owned is not None:
        named.append(owned)
        word = reading.units[phrase.first].word
        if word.core.startswith("بلاد"):
            return [Piece(owned.words, -1)]
        base = unjoined(plain_text(reading.units, phrase.first, True).removesuffix(word.pronoun))
        return [Piece(base, phrase.first), Piece(owned.words, -1)]
    found = of_phrase(story, reading, phrase)
    after = reading.units[phrase.end].word if phrase.end < len(reading.units) else None
    restricted = after is not None and "relative" in after.classes
    full = found if restricted else resolved(story, reading, found)
    entity = phrase.entity
    if full is not found or (entity is not None and entity.kind == "person" and entity.end - entity.first == 1):
        named.append(full)
        tail = list(range(entity.end, phrase.end)) if entity is not None and full is found else []
        return [Piece(full.words, -1), *plain_units(reading, tail)]
    named.append(found)
    return plain_units(
        reading, list(range(phrase.first, phrase.end)), entity.name_first if entity and entity.kind == "person" else -1
    )


def _owned_by(story: Story, reading: Reading, phrase: Phrase) -> Antecedent | None:
    """Returns the speaker whom the pronoun of what is told of means (قالت الشركة إن إيراداتها نمت), the speaker's
    country for بلاده; None elsewhere."""
    word = reading.units[phrase.first].word
    clause = reading.clauses[reading.clause_of[phrase.first]] if reading.clause_of[phrase.first] >= 0 else None
    if clause is None or clause.kind != "complement" or clause.parent < 0 or phrase.end != phrase.first + 1:
        return None
    if word.pronoun not in ("ه", "ها") or word.definite or word.prefix or word.verb is not None:
        return None
    said = subject(reading, reading.clauses[clause.parent])
    if said is None:
        return None
    if word.core.startswith("بلاد"):
        return _country_of(reading, said)
    base = unjoined(plain_text(reading.units, phrase.first, True).removesuffix(word.pronoun))
    own = next((e for e in reading.entities if said.first <= e.first < said.end and e.key == base), None)
    if own is not None or any(reading.units[k].word.stem == base for k in range(said.first, said.end)):
        return None
    who = resolved(story, reading, of_phrase(story, reading, said))
    return who if who.feminine == (word.pronoun == "ها") else None


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("events/territories"):
        found.setdefault(row["iso"], row["form"])
    return found


def _country_of(reading: Reading, said: Phrase) -> Antecedent | None:
    """Returns the country that a speaker's adjective names (وزير النفط الكويتي)."""
    for k in range(said.first, said.end):
        known = reading.units[k].word.nationality
        name = _countries().get(known["iso"], "") if known is not None else ""
        if name:
            return Antecedent(name, True, False, None, reading, k)
    return None


def plain_units(reading: Reading, units: list[int], name_first: int = -1) -> list[Piece]:
    """Returns the pieces of units as they stand, marks and dates left out; those before `name_first` are an office."""
    return [
        Piece(_nominative(reading, k, place) or plain_text(reading.units, k, place == 0), k, office=k < name_first)
        for place, k in enumerate(units)
        if not reading.units[k].is_mark and reading.units[k].date < 0
    ]


def _nominative(reading: Reading, k: int, place: int) -> str:
    """Writes a subject that stood behind أن in the case it has behind its verb: المسلحين, خسوفا; empty where equal."""
    clause = reading.clauses[reading.clause_of[k]] if reading.clause_of[k] >= 0 else None
    if clause is None or clause.verb < 0 or k > clause.verb:
        return ""
    if clause.kind not in ("complement", "but") and not after_that(reading, clause):
        return ""
    unit = reading.units[k]
    verb = reading.units[clause.verb].word.verb
    entity = reading.entity_over(k)
    group = entity is not None and entity.end - entity.first == 1 and entity.kind != "person"
    if unit.word.is_function or (entity is not None and not group):
        return ""
    text = plain_text(reading.units, k, place == 0)
    if text.endswith("ين") and verb is not None and verb.person == "3mp":
        return text[:-2] + "ون"
    if unit.word.stem.endswith("ا") and not unit.word.definite and len(unit.word.stem) > 3 and (unit.word.act or place):
        return text.rstrip("ً").removesuffix("ا").rstrip("ً")
    return ""


def _carried(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns the subject that a clause with a hidden one carries on (T5), None where none is meant or known."""
    unit = reading.units[clause.verb]
    verb = unit.word.verb
    if verb is not None and verb.person == "3mp" and clause.kind in _GOES_ON:
        return _group_before(story, reading, clause)
    if verb is None or verb.person not in ("3ms", "3fs") or unit.word.classes & {"light", "modal"}:
        return None
    if "ُ" in unit.text[:3]:
        return None
    start = behind_idiom(reading, clause)
    if any(reading.units[k].word.core == "حيز" and k > start for k in clause.units):
        return None
    behind = [k for k in clause.units if k >= start and reading.units[k].date < 0]
    while behind and "adverb" in reading.units[behind[0]].word.classes:
        behind = behind[1:]
    first = reading.units[behind[0]].word if behind else None
    if first is not None and verb.lemma in _FREED and "preposition-bound" in first.classes:
        return None
    starts = clause.kind == "main" and clause.frame < 0
    if (
        starts
        and verb.kinds & {"death", "injury"}
        and behind
        and is_nominal(reading.units[behind[0]])
        and not (first and first.prefix)
    ):
        return None
    if verb.lemma in IMPERSONAL and starts and first is not None and (first.preposition or first.prefix):
        return None
    if not verb.transitive and subject_behind_phrase(reading, behind):
        return None
    if subject_possible(reading, clause, behind) and not _fits_object(reading, clause):
        return None
    if behind and _surely_subject(reading, behind[0], verb):
        return None
    if verb.lemma in _ENTERS and clause.kind in ("and", "then"):
        thing = last_object(story, reading, clause, feminine=verb.person == "3fs")
        if thing is not None:
            return replace(thing, words=_definite(thing.words))
    done_to = _done_to(story, reading, clause, behind)
    if done_to is not None:
        return done_to
    who = hidden_subject(story, reading, clause)
    return who if who is not None and _near_enough(story, reading, clause, who) else None


def _group_before(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns the people who are the subject before the clause of a plural verb (اختير المهندسون … كما تدربوا)."""
    for before in reversed(reading.clauses[: clause.number]):
        if before.verb < 0 or before.kind in ("relative", "bracket", "tail"):
            continue
        group = subject(reading, before)
        if group is None or not is_nominal(reading.units[group.first]):
            return None
        word = reading.units[group.first].word
        plural = word.stem.endswith("ون") or (group.entity is not None and group.entity.plural)
        return of_phrase(story, reading, group) if plural else None
    return None


def _done_to(story: Story, reading: Reading, clause: Clause, behind: list[int]) -> Antecedent | None:
    """Returns the object of the clause above where a verb without object or doer is a passive of it (تفتتح الوزارة
    المتحف … بعدما أغلق للترميم); None elsewhere."""
    verb = reading.units[clause.verb].word.verb
    if clause.kind not in _TAKES_OBJECT_ON or verb is None or not verb.transitive or verb.pronoun or verb.stative:
        return None
    first = reading.units[behind[0]].word if behind else None
    if first is not None and not (first.preposition or first.prefix):
        return None
    above = reading.clauses[clause.parent] if clause.parent >= 0 else None
    told = reading.units[above.verb].word.verb if above is not None and above.verb >= 0 else None
    if above is None or told is None or not told.transitive:
        return None
    doer = subject(reading, above)
    start = doer.end if doer is not None and doer.first > above.verb else above.verb + 1
    free = [k for k in above.units if k >= start and reading.units[k].date < 0 and not reading.units[k].is_mark]
    thing = next((k for k in free[:1] if is_nominal(reading.units[k]) and not reading.units[k].word.prefix), -1)
    if thing < 0 or reading.units[thing].word.feminine != (verb.person == "3fs"):
        return None
    found = of_phrase(story, reading, Phrase(thing, phrase_end(reading, thing), reading.entity_at(thing)))
    definite = any(reading.units[k].word.definite for k in range(thing, phrase_end(reading, thing)))
    return found if definite or found.entity is not None else replace(found, words=_definite(found.words))


def _near_enough(story: Story, reading: Reading, clause: Clause, who: Antecedent) -> bool:
    """Tells whether a name may be put in as the doer: one from the sentence itself or the one before it, a person also
    from farther back where nobody else is named between; nothing that stands in quotation marks."""
    verb = reading.units[clause.verb].word.verb
    if any(mark in who.words for mark in '"“”«»,،'):
        return False
    if verb is not None and not who.person and verb.kinds & {"death", "injury", "birth"}:
        return False
    if verb is not None and who.person and verb.kinds and verb.kinds <= {"economy", "figure"}:
        return False
    if verb is not None and who.person and _figure_next(reading, clause):
        return False
    back = reading.number - who.last_named
    if who.reading.number == 0 and who.person:
        return True
    return 0 <= back <= 1 or (who.person and back <= _FARTHEST_PERSON and _alone(story, who, reading.number))


def _alone(story: Story, who: Antecedent, number: int) -> bool:
    """Tells whether nobody else is named between a person and the sentence that is to carry the name on."""
    others = {
        story.name_of(before.units, entity)
        for before in map(story.reading, range(who.last_named, number))
        for entity in before.entities
        if entity.kind in ("person", "office")
    }
    return others <= {who.words}


def _figure_next(reading: Reading, clause: Clause) -> bool:
    """Tells whether the verb is followed by إلى and a figure, which no person does (قفز إلى 83 مليارا)."""
    behind = [reading.units[k] for k in clause.units if k > clause.verb][:3]
    return any(unit.is_number for unit in behind) and behind[0].word.fold in ("الي", "من")


def _surely_subject(reading: Reading, k: int, verb: Verb) -> bool:
    """Tells by its form or kind that the word behind a verb is its subject: a nominative plural, a foreign name."""
    unit = reading.units[k]
    word = unit.word
    if word.prefix or word.lead or unit.is_mark or unit.is_number:
        return False
    entity = reading.entity_at(k)
    if word.stem.endswith(("ون", "وا")) and word.verb is None and len(word.stem) > 4 and verb.person == "3ms":
        return entity is None or entity.kind not in ("place", "city", "country")
    after = reading.units[k + 1].word if k + 1 < len(reading.units) else None
    if dual_in_genitive(reading, k):
        return True
    if word.stem.endswith("ان") and len(word.stem) > 4 and after is not None and after.stem.endswith("ان"):
        return True
    if entity is None and _nominative_thing(reading, k):
        return True
    return (word.unknown or word.given != "") and entity is None and not word.stem.endswith("ا") and verb.guessed


def _nominative_thing(reading: Reading, k: int) -> bool:
    """Tells whether an indefinite noun without the ا of an object ends its phrase here (سيعقد اجتماع جديد)."""
    word = reading.units[k].word
    if word.act is None or word.definite or word.pronoun or word.stem.endswith(("ا", "ة", "ى", "ء", "ات", "ين")):
        return False
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    if after is None or after.is_mark or after.date >= 0 or after.word.preposition or after.word.prefix:
        return True
    known = after.word
    adjective = not (known.definite or known.known_noun or known.pronoun or known.act or known.given or known.unknown)
    return adjective and ("adjective" in known.classes or known.stem in ("جديد", "آخر", "ثان", "مماثل"))


def subject_behind_phrase(reading: Reading, behind: list[int]) -> bool:
    """Tells whether a noun phrase follows the first prepositional phrase (شارك في العملية أكثر من 63 ألف جندي)."""
    units = reading.units
    if len(behind) < 3:
        return False
    word = units[behind[0]].word
    if "preposition-bound" in word.classes:
        end = behind[1]
    elif word.preposition or word.prefix:
        end = phrase_end(reading, behind[0] + (1 if word.preposition else 0))
    else:
        return False
    end = next((k for k in behind if k >= end), -1)
    if end < 0:
        return False
    following = units[end]
    return (
        is_nominal(following)
        and not following.word.prefix
        and not following.word.lead
        and not following.word.stem.endswith("ا")
    )


def _definite(words: str) -> str:
    """Writes an indefinite noun of an act as it is taken up again: اتفاقا لترسيم الحدود becomes الاتفاق."""
    first = words.split()[0]
    if first.startswith("ال"):
        return words
    return "ال" + first.rstrip("ً").removesuffix("اً").removesuffix("ا")


def subject_possible(reading: Reading, clause: Clause, behind: list[int]) -> bool:
    """Tells whether what stands behind a verb may be its subject after all, so that nothing is put in."""
    if not behind:
        return False
    k = behind[0]
    word = reading.units[k].word
    entity = reading.entity_at(k)
    if word.preposition or word.prefix or "preposition-bound" in word.classes or reading.units[k].is_mark:
        return False
    if entity is not None and entity.kind in ("city", "country", "place"):
        verb = reading.units[clause.verb].word.verb
        return verb is None or not verb.kinds & TAKES_PLACES
    if entity is not None or word.pronoun or (word.stem.endswith("ا") and not word.definite):
        return False
    verb = reading.units[clause.verb].word.verb
    return verb is None or not verb.transitive or not (verb.person == "3ms" and word.stem.endswith("ة"))


def doer_possible(reading: Reading, behind: list[int], verb: Verb | None) -> bool:
    """Tells whether the words behind a verb may hold its doer, so that its title names somebody."""
    if not behind or verb is None:
        return False
    if verb.kinds & {"death", "injury"} or subject_behind_phrase(reading, behind):
        return True
    unit = reading.units[behind[0]]
    word = unit.word
    if not is_nominal(unit) or word.prefix or word.lead:
        return False
    counted = unit.is_number or bool(word.classes & {"number", "quantifier"})
    accusative = word.stem.endswith("ا") and not word.definite and len(word.stem) > 3 and not word.pronoun
    return counted or (not word.pronoun and not accusative) or (verb.person == "3fs" and not accusative)


def _fits_object(reading: Reading, clause: Clause) -> bool:
    from timeline_cli.text.words import function_classes

    verb = reading.units[clause.verb].word.verb
    return verb is not None and "takes-object" in function_classes().get(verb.lemma, frozenset())


def _bound(reading: Reading, rest: list[int]) -> bool:
    return bool(rest) and "preposition-bound" in reading.units[rest[0]].word.classes


def object_pronoun(
    story: Story, reading: Reading, clause: Clause, verb: Verb | None, rest: list[int], named: list[Antecedent]
) -> tuple[list[Piece], list[int]]:
    """T7: fills ـه, ـها on the verb or on the preposition right behind a passive (أفرج عنه)."""
    if verb is None or clause.kind == "relative":
        return [], rest
    if rest and verb.lemma in _FREED and reading.units[rest[0]].word.stem[-1:] in "ها" and _bound(reading, rest):
        bound = reading.units[rest[0]].word
        who = object_person(story, reading, clause, feminine=bound.stem.endswith("ها"))
        preposition = BOUND.get(bound.fold.removesuffix("ها").removesuffix("ه").rstrip("ي") or bound.fold[:1], "")
        if who is not None and preposition:
            named.append(who)
            return [Piece(preposition, -1), Piece(who.words, -1)], rest[1:]
        return [], rest
    if verb.pronoun not in ("ه", "ها"):
        return [], rest
    told_of = _told_of(reading, clause)
    if told_of is not None:
        doer = subject(reading, clause)
        own = [k for k in rest if doer is not None and doer.first <= k < doer.end]
        named.append(of_phrase(story, reading, told_of))
        return [*plain_units(reading, own), Piece(named[-1].words, -1)], [k for k in rest if k not in own]
    return _filled_object(story, reading, clause, verb, rest, named)


def _filled_object(
    story: Story, reading: Reading, clause: Clause, verb: Verb, rest: list[int], named: list[Antecedent]
) -> tuple[list[Piece], list[int]]:
    feminine = verb.pronoun == "ها"
    thing = (
        last_object(story, reading, clause, feminine=feminine)
        if verb.kinds & {"law", "signing", "publication"}
        else None
    )
    human = bool(verb.kinds & _DONE_TO_PEOPLE) or not verb.kinds or verb.guessed
    who = thing or (object_person(story, reading, clause, feminine=feminine) if human else None)
    if who is None or (feminine and not verb.kinds & {"death", "injury", "court", "appointment", "family"}):
        who = last_thing(story, reading, clause, feminine=feminine) or who
    if who is None:
        return [], rest
    words = _definite(who.words) if thing is not None else who.words
    named.append(who)
    doer = subject(reading, clause)
    own = [k for k in rest if doer is not None and doer.first <= k < doer.end]
    if doer is not None and doer.entity is not None:
        named.append(of_phrase(story, reading, doer))
    lead = plain_units(reading, own)
    return [*lead, Piece(words, -1)], [k for k in rest if k not in own]
