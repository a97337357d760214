"""Who does what in a title: subjects moved and written out, pronouns filled (docs/events.md §3.2)."""

from __future__ import annotations

from functools import cache

from timeline_cli.events.antecedents import hidden_subject, last_object, last_subject, last_thing, object_person
from timeline_cli.events.carried import FREED, carried, definite, near_enough
from timeline_cli.events.entity import Entity
from timeline_cli.events.epithets import person_meant
from timeline_cli.events.fronted import after_that, set_apart, subject_before
from timeline_cli.events.naming import Antecedent, of_phrase, resolved
from timeline_cli.events.phrases import Phrase, approximates, is_nominal, phrase_end, phrase_start
from timeline_cli.events.possible import masculine_thing
from timeline_cli.events.span import visible
from timeline_cli.events.story import Reading, Story, plain_text
from timeline_cli.events.subjects import holder, subject
from timeline_cli.events.topics import pronoun_meant
from timeline_cli.events.trim import Piece
from timeline_cli.lexicon.index import cues
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import unjoined
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import function_classes
from timeline_cli.text.words import word as known_word

BOUND = {"عن": "عن", "عل": "على", "علي": "على", "ال": "إلى", "الي": "إلى"} | {
    form: form for form in ("من", "مع", "في", "ب", "ل")
}
_DONE_TO_PEOPLE = frozenset(
    {"death", "injury", "court", "appointment", "family", "election", "meeting", "visit", "aid", "birth", "education"}
    | {"military", "attack", "resignation", "health", "protest"}
)
_ON_PEOPLE = frozenset(
    {"death", "injury", "court", "appointment", "family", "birth", "education", "resignation", "health"}
)
_DONE_TO_SOMEONE = cues("object-person")
_FINDS = cues("finds")
_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"')
_FIVE_NOUNS = frozenset({"أخاه", "أخاها", "أباه", "أباها"})  # which have a و as subjects
_LONGEST_SUBJECT = 6
_SHORT_SUBJECT = 5


def doer_and_rest(
    story: Story, reading: Reading, clause: Clause, named: list[Antecedent]
) -> tuple[list[Piece], list[int]]:
    """Returns the doer's pieces where it has to be moved or put in, and the units that follow the verb."""
    rest = [k for k in visible(reading, clause) if k > clause.verb]
    apart = set_apart(reading, clause)
    before = (subject_before(reading, clause) if apart is None else None) or _predicate(reading, clause)
    before = before or _said_apart(reading, clause)
    if before is not None and before.end - before.first > _LONGEST_SUBJECT:
        before = Phrase(before.first, _short_end(reading, before), before.entity)
    if before is not None:
        return subject_pieces(story, reading, before, named), rest
    given = _owner_of_past(reading, clause)
    if given is not None:
        return subject_pieces(story, reading, given, named), rest
    behind = subject(reading, clause)
    if behind is not None:
        who = _acting_on(story, reading, clause, behind)
        if who is not None:
            named.append(who)
            return [Piece(who.words, -1)], rest
        person = holder(reading, behind, rest)
        if person is not None:
            named.append(of_phrase(story, reading, person))
            return [Piece(named[-1].words, -1)], [k for k in rest if k >= person.end]
        if _behind_aside(reading, behind, rest):
            return subject_pieces(story, reading, behind, named), [k for k in rest if k >= behind.end]
        if rest and behind.first == rest[0] and _person_meant(story, reading, behind) is not None:
            return subject_pieces(story, reading, behind, named), [k for k in rest if k >= behind.end]
        owner = (
            pronoun_meant(story, reading, clause, behind.first) if _is_owned(reading, clause, behind, rest) else None
        )
        if owner is not None:
            named.append(owner)
            return _owned_pieces(reading, behind, owner), [k for k in rest if k >= behind.end]
        if behind.entity is not None and behind.first in rest and (_needs_words(reading, behind)):
            pieces = subject_pieces(story, reading, behind, named)
            if rest and behind.first == rest[0]:
                return pieces, [k for k in rest if k >= behind.end]
        return [], rest
    who = carried(story, reading, clause)
    if who is None or who.words.split()[-1] in {reading.units[k].text for k in rest}:
        return [], rest
    named.append(who)
    return [Piece(who.words, -1)], rest


def _is_owned(reading: Reading, clause: Clause, behind: Phrase, rest: list[int]) -> bool:
    """Tells whether the subject right behind a verb is a noun with a pronoun (انتقل │ مقرها), whose owner makes the
    title readable alone."""
    word = reading.units[behind.first].word
    return clause.kind != "relative" and rest[:1] == [behind.first] and word.pronoun in ("ه", "ها") and not word.verb


def _owned_pieces(reading: Reading, phrase: Phrase, owner: Antecedent) -> list[Piece]:
    """Writes a noun with its owner in the place of its pronoun (مقر شركة الأفق)."""
    word = reading.units[phrase.first].word
    base = unjoined(plain_text(reading.units, phrase.first, True).removesuffix(word.pronoun))
    rest = plain_units(reading, list(range(phrase.first + 1, phrase.end)))
    return [Piece(base, phrase.first), Piece(owner.words, -1), *rest]


def _short_end(reading: Reading, phrase: Phrase) -> int:
    """Returns the unit where a long subject can end: before its first phrase with a preposition, or after its first
    noun phrase."""
    for k in range(phrase.first + 2, min(phrase.end, phrase.first + _LONGEST_SUBJECT + 1)):
        word = reading.units[k].word
        waits = function_classes().get(reading.units[k - 1].word.stem.removeprefix("ال"), frozenset())
        if word.preposition or word.prefix:
            return k - 1 if "open-end" in waits else k
    end = min(phrase.end, phrase_end(reading, phrase.first))
    if end < phrase.end and reading.units[end].text in _OPENING:  # صافي ربح │ «الأفق»
        closing = next((k for k in range(end + 2, min(end + 5, phrase.end)) if reading.units[k].text in _CLOSING), -1)
        return closing + 1 if closing > 0 else end
    return end


def _said_apart(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the subject that أما sets apart before a verb, None elsewhere."""
    topic = set_apart(reading, clause)
    told = subject(reading, clause)
    return topic if topic is not None and told is not None and told.first == topic.first else None


def _acting_on(story: Story, reading: Reading, clause: Clause, behind: Phrase) -> Antecedent | None:
    """Returns the person whom the sentence before tells of where what seems the subject of the next verb is its object
    (ولدت هدى …. وأسست أول عيادة للأمومة): by its gender, or since the verb hardly has such a subject."""
    unit, verb = reading.units[clause.verb], reading.units[clause.verb].word.verb
    head = reading.units[behind.first].word
    if verb is None or verb.person not in ("3ms", "3fs") or not verb.transitive or verb.passive or verb.pronoun:
        return None
    led = any("active-only" in function_classes().get(lemma, frozenset()) for lemma in verb.lemma.split("|"))
    body = behind.entity is not None and head.organisation is not None and led
    site = behind.entity is not None and behind.entity.kind == "place"
    if (behind.entity is not None and not body and not site) or behind.first != clause.verb + 1 or "ُ" in unit.text[:3]:
        return None
    if (
        head.office is not None
        or (head.organisation is not None and not body)
        or head.classes & {"person-noun", "group-noun"}
    ):
        return None
    before = [k for k in clause.units if k < clause.verb and k != clause.opener and reading.units[k].date < 0]
    counted = reading.units[behind.first + 1].word if behind.first + 1 < len(reading.units) else head
    if "quantifier" in head.classes and (counted.office is not None or "person-noun" in counted.classes):
        return None
    if head.classes & {"number", "quantifier"} and head.stem not in ("أول", "أولى", "آخر", "أكبر"):
        return None
    told = head.act is not None or not head.definite or head.stem.endswith("ات") or "resignation" in verb.kinds
    goes_on = (
        unit.word.lead
        or clause.kind in ("then", "and")
        or clause.opener >= 0
        or any(reading.units[k].date >= 0 for k in clause.units[:1])
    )
    if not goes_on or any(not reading.units[k].is_mark and not reading.units[k].word.is_function for k in before):
        return None
    after = reading.units[behind.end] if behind.end < len(reading.units) else None
    second = after is not None and is_nominal(after) and not after.word.prefix and not after.word.lead
    if second and after is not None and (after.word.definite or after.word.place is not None):
        return None
    clashes = masculine_thing(reading, clause, [k for k in clause.units if k > clause.verb])
    asks = any("takes-object" in function_classes().get(lemma, frozenset()) for lemma in verb.lemma.split("|"))
    if not clashes and not body and not (asks and told):
        return None
    who = hidden_subject(story, reading, clause)
    named_as_doer = who is not None and who.person and who.taken_up >= 0
    return who if who is not None and named_as_doer and near_enough(story, reading, clause, who) else None


def _behind_aside(reading: Reading, phrase: Phrase, rest: list[int]) -> bool:
    """Tells whether a subject stands behind a phrase between commas (تنطلق، برعاية المحافظ، فعاليات المهرجان), or is
    a number behind a long one."""
    if phrase.first in rest[5:] and approximates(reading, phrase.first):
        return True
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


def _needs_words(reading: Reading, phrase: Phrase) -> bool:
    """Tells whether a name is written out: one word alone, or one behind the first letter of its title (د. سامي)."""
    entity = phrase.entity
    if entity is not None and any(reading.units[k].text == "." for k in range(phrase.first, phrase.end)):
        return True
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
    named = [e for e in named if not _of_kin(reading, e)]
    named = [e for e in named if _heads(reading, first, e)]
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


def _heads(reading: Reading, first: int, person: Entity) -> bool:
    """Tells whether a person stands in apposition to the subject that begins before, not inside a name or joined to it
    by و (مسلحو الحركة وقوات الرئيس سليم الحلو)."""
    if person.first == first or person.first < person.name_first:
        return person.first == first or not reading.units[person.first].word.lead
    if any(unit.word.lead for unit in reading.units[first + 1 : person.first + 1]):
        return False
    head, titled = reading.units[first].word, reading.entity_at(first)
    title = head.office is not None or (titled is not None and titled.kind in ("office", "person"))
    return title or reading.units[person.first - 1].is_mark or "person-noun" in head.classes


def _of_kin(reading: Reading, entity: Entity) -> bool:
    """Tells whether a name only says whose kin somebody is (منى، ابنة الرئيس الأسبق سالم)."""
    office = reading.units[entity.first].word.office
    return entity.first < entity.name_first and office is not None and office["family"] == "family"


def _governed(reading: Reading, k: int) -> bool:
    before = reading.units[k - 1].word
    return before.preposition or before.act is not None


def _owner_of_past(reading: Reading, clause: Clause) -> Phrase | None:
    """Finds X of `سبق لX أن` before the verb."""
    before = [k for k in clause.units if k < clause.verb]
    for place, k in enumerate(before[:-2]):
        if reading.units[k].word.stem in ("سبق", "يسبق") and _for_whom(reading, before[place + 1]):
            first = before[place + 1]
            return Phrase(first, phrase_end(reading, first), reading.entity_at(first))
    return None


def _for_whom(reading: Reading, k: int) -> bool:
    """Tells whether ل is attached to a unit, also to a name that no list holds (سبق لديشون أن)."""
    entity = reading.entity_at(k)
    named = entity is not None and entity.kind == "person" and reading.units[k].word.fold[:1] == "ل"
    return reading.units[k].word.prefix == "ل" or (named and reading.units[k].word.unknown)


def _person_meant(story: Story, reading: Reading, phrase: Phrase) -> Antecedent | None:
    """Returns the person named before whom الراحل or المتهم as a whole subject means, None for other subjects."""
    name = person_meant(story, reading, phrase.first) if phrase.end == phrase.first + 1 else None
    if name is None:
        return None
    return Antecedent(name.text, reading.units[phrase.first].word.feminine, True, None, reading, phrase.first)


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
    meant = _person_meant(story, reading, phrase)
    if meant is not None:
        named.append(meant)
        return [Piece(meant.words, -1)]
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
        Piece(nominative(reading, k, place) or plain_text(reading.units, k, place == 0), k, office=k < name_first)
        for place, k in enumerate(units)
        if not reading.units[k].is_mark and reading.units[k].date < 0
    ]


def nominative(reading: Reading, k: int, place: int) -> str:
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
    if unit.word.pronoun:
        return text[:2] + "و" + unit.word.pronoun if text in _FIVE_NOUNS else ""
    if text.endswith("ين") and verb is not None and verb.person == "3mp":
        return text[:-2] + "ون"
    accusative = unit.word.stem.endswith("ا") and not unit.word.definite and len(unit.word.stem) > 3
    counted = any(reading.units[j].text[-1:].isdigit() for j in range(max(0, k - 3), k))
    accusative = accusative and unit.word.place is None and not counted
    if accusative and (unit.word.act or place or _listed(unit.word.stem[:-1])):
        return text.rstrip("ً").removesuffix("ا").rstrip("ً")
    return ""


def _listed(form: str) -> bool:
    known = known_word(form)
    return bool(known.common or known.known_noun) and known.verb is None


def _bound(reading: Reading, rest: list[int]) -> bool:
    return bool(rest) and "preposition-bound" in reading.units[rest[0]].word.classes


def object_pronoun(
    story: Story, reading: Reading, clause: Clause, verb: Verb | None, rest: list[int], named: list[Antecedent]
) -> tuple[list[Piece], list[int]]:
    """T7: fills ـه, ـها on the verb or on the preposition right behind a passive (أفرج عنه)."""
    if verb is None or clause.kind == "relative":
        return [], rest
    if rest and verb.lemma in FREED and reading.units[rest[0]].word.stem[-1:] in "ها" and _bound(reading, rest):
        bound = reading.units[rest[0]].word
        who = object_person(story, reading, clause, feminine=bound.stem.endswith("ها"))
        if verb.lemma in _FINDS:
            who = last_subject(story, reading, clause, feminine=bound.stem.endswith("ها")) or who
        preposition = BOUND.get(bound.fold.removesuffix("ها").removesuffix("ه").rstrip("ي") or bound.fold[:1], "")
        if who is not None and preposition:
            named.append(who)
            return [Piece(preposition, -1), Piece(who.words, -1)], rest[1:]
        return [], rest
    if verb.pronoun not in ("ه", "ها"):
        return [], rest
    told_of = _told_of(reading, clause) or set_apart(reading, clause)
    if told_of is not None:
        doer = subject(reading, clause)
        own = [k for k in rest if doer is not None and doer.first <= k < doer.end]
        named.append(of_phrase(story, reading, told_of))
        return [*plain_units(reading, own), Piece(named[-1].words, -1)], [k for k in rest if k not in own]
    return _filled_object(story, reading, clause, verb, rest, named)


def _acted_upon(reading: Reading, clause: Clause, *, feminine: bool) -> bool:
    """Tells whether the clause before, in the sentence, has a person for its object (أوقفت الشرطة لومير │ وسلمته)."""
    before = reading.clauses[clause.number - 1] if clause.number else None
    if before is None or before.verb < 0 or clause.kind not in ("and", "then"):
        return False
    doer = subject(reading, before)
    return any(
        entity.kind == "person" and entity.feminine == feminine and (doer is None or entity.first != doer.first)
        and before.verb < entity.first < clause.verb and not reading.units[entity.first - 1].word.preposition
        for entity in reading.entities
    )  # fmt: skip


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
    human = human or bool(set(verb.lemma.split("|")) & _DONE_TO_SOMEONE)
    human = human or _acted_upon(reading, clause, feminine=feminine)
    who = thing or (object_person(story, reading, clause, feminine=feminine) if human else None)
    sent = bool(set(verb.lemma.split("|")) & _DONE_TO_SOMEONE)
    on_things = not sent and not verb.kinds & _ON_PEOPLE and verb.kinds
    topic = last_thing(story, reading, clause, feminine=feminine, topic=True) if on_things else None
    siege = bool(verb.kinds & {"military"}) and not sent and not verb.kinds & {"death", "injury", "court"}
    if (
        who is None
        or siege
        or (feminine and not sent and not verb.kinds & {"death", "injury", "court", "appointment", "family"})
    ):
        who = last_thing(story, reading, clause, feminine=feminine) or who
    who = topic or who
    if who is None:
        return [], rest
    words = definite(who.words) if thing is not None else who.words
    if any(other.words == who.words for other in named):
        return [], rest
    named.append(who)
    doer = subject(reading, clause)
    own = [k for k in rest if doer is not None and doer.first <= k < doer.end]
    if doer is not None and doer.entity is not None:
        named.append(of_phrase(story, reading, doer))
    lead = plain_units(reading, own)
    return [*lead, Piece(words, -1)], [k for k in rest if k not in own]
