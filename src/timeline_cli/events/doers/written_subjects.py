"""A subject as a title writes it: with its full name, in its case, in short (docs/events.md §3.2)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from timeline_cli.events.doers.epithets import highness_meant, only_person, person_meant
from timeline_cli.events.doers.fronted import after_that
from timeline_cli.events.doers.hero import hero, taken_up
from timeline_cli.events.doers.naming import Antecedent, of_phrase, resolved
from timeline_cli.events.doers.phrases import phrase_end
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.plain_words import plain_text
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.trim import Piece
from timeline_cli.lexicon.index import cues
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import unjoined
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

_FIVE_NOUNS = cues("five-nouns")  # which have a و as subjects
_TEAMS = cues("team")
_SHORT_SUBJECT = 5
_LONGEST_NAME = 7


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
    whole = behind.entity.end if behind.entity is not None else 0
    end = whole if end < whole <= behind.first + _LONGEST_NAME else end
    counts = reading.units[end - 1].is_number or "quantifier" in reading.units[end - 1].word.core_classes
    if counts and end + 1 < limit and reading.units[end].word.stem == "من":
        end = min(phrase_end(reading, end + 1), limit)  # لقي 22 │ من رجال الأمن
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


def subject_meant(story: Story, reading: Reading, phrase: Phrase) -> Antecedent | None:
    """Returns the person named before whom الراحل or المتهم as a whole subject means, None for other subjects."""
    alone = phrase.end == phrase.first + 1
    name = person_meant(story, reading, phrase.first) if alone else None
    name = name or (highness_meant(story, reading, phrase.first) if alone else None)
    if name is None and alone:
        name = only_person(story, reading, phrase.first)
        name = name if name is not None and hero(story) is not None else None
    if name is None:
        return taken_up(story, reading, phrase.first) if alone else None
    return Antecedent(name.text, reading.units[phrase.first].word.feminine, True, None, reading, phrase.first)


def subject_pieces(story: Story, reading: Reading, phrase: Phrase, named: list[Antecedent]) -> list[Piece]:
    """Writes a subject: apposition commas go, a bare noun or surname gets its full name."""
    owned = owned_by(story, reading, phrase)
    if owned is not None:
        named.append(owned)
        last = phrase.end - 1
        word = reading.units[last].word
        if word.core.startswith("بلاد"):
            return [Piece(owned.words, -1)]
        base = unjoined(plain_text(reading.units, last, last == phrase.first).removesuffix(word.pronoun))
        if base.endswith("ي") and last == phrase.first and _does_with_others(reading, phrase) and _listed(base[:-1]):
            base = base[:-1] + "و"  # أن موظفيها أضربوا
        return [*plain_units(reading, list(range(phrase.first, last))), Piece(base, last), Piece(owned.words, -1)]
    meant = subject_meant(story, reading, phrase)
    if meant is not None:
        named.append(meant)
        return [Piece(meant.words, -1)]
    found = of_phrase(story, reading, phrase)
    after = reading.units[phrase.end].word if phrase.end < len(reading.units) else None
    restricted = after is not None and (
        "relative" in after.classes
        or _has_own_participle(reading, phrase.end)
        or _is_of_club(reading, phrase, phrase.end)
    )
    full = found if restricted else resolved(story, reading, found)
    entity = phrase.entity
    if full is not found or (entity is not None and entity.kind == "person" and entity.end - entity.first == 1):
        named.append(full)
        tail = list(range(entity.end, phrase.end)) if entity is not None and full is found else []
        return [Piece(full.words, -1), *plain_units(reading, tail)]
    named.append(found)
    first = entity.name_first if entity and entity.kind == "person" else -1
    pieces = plain_units(reading, list(range(phrase.first, phrase.end)), first)
    text = pieces[0].text if pieces else ""
    if entity is None and len(pieces) == 1 and _dated_genitive(reading, phrase.first):
        return [replace(pieces[0], text="ال" + text)]  # حصيلة مايو │ بلغت
    several = entity is None and len(pieces) > 1 and _does_with_others(reading, phrase)
    if several and text.endswith("ي") and _men_of(text):
        return [replace(pieces[0], text=text[:-1] + "و"), *pieces[1:]]  # أن متشددي التنظيم │ خطفوا
    return pieces


def _dated_genitive(reading: Reading, k: int) -> bool:
    """Tells whether a date is the genitive of a bare noun before its verb (حصيلة شهر مايو │ بلغت)."""
    word, after = reading.units[k].word, reading.units[k + 1] if k + 1 < len(reading.units) else None
    if after is None or after.date < 0 or after.preposition or after.lead:
        return False
    bare = not (word.definite or word.pronoun or word.prefix or word.place or word.given or word.is_function)
    behind = reading.units[k + 2].word if k + 2 < len(reading.units) else None
    return bare and behind is not None and behind.verb is not None and not behind.lead


def _men_of(text: str) -> bool:
    """Tells whether a noun in ي may be a plural of men before its genitive (متشددي, مسؤولي)."""
    participle = text.startswith("م") and len(text) > 5
    return not text.startswith("ال") and (participle or _listed(text[:-1]))


def _is_of_club(reading: Reading, phrase: Phrase, k: int) -> bool:
    """Tells whether an adjective says right behind a team which one it is (الفريق │ الأهلاوي), maybe another than the
    one named last."""
    unit, head = reading.units[k], reading.units[phrase.first].word
    plain = unit.date < 0 and unit.word.definite and not (unit.word.prefix or unit.word.lead)
    team = phrase.end == phrase.first + 1 and head.core in _TEAMS
    return team and plain and unit.word.stem.endswith("ي") and "ordinal" not in unit.word.classes


def _has_own_participle(reading: Reading, k: int) -> bool:
    """Tells whether a participle with its phrase says right behind a noun which one is meant (القوات │ الموالية
    لحكومة الوفاق), so that no name from elsewhere takes its place."""
    if k + 1 >= len(reading.units):
        return False
    word, after = reading.units[k].word, reading.units[k + 1].word
    phrase = after.preposition or after.prefix or "preposition-bound" in after.classes
    plain = word.definite and word.stem.startswith("الم") and word.act is None and not (word.prefix or word.lead)
    return plain and bool(phrase) and reading.units[k].date < 0 and reading.entity_over(k) is None


def _does_with_others(reading: Reading, phrase: Phrase) -> bool:
    """Tells whether the verb of a subject's clause is of several men."""
    verb = reading.clauses[reading.clause_of[phrase.first]].verb
    known = reading.units[verb].word.verb if verb >= 0 else None
    return known is not None and known.person == "3mp"


def owned_by(story: Story, reading: Reading, phrase: Phrase) -> Antecedent | None:
    """Returns the speaker whom the pronoun of what is told of means (قالت الشركة إن إيراداتها نمت, … إجمالي مبيعاتها),
    the speaker's country for بلاده; None elsewhere."""
    last = phrase.end - 1
    word = reading.units[last].word
    clause = reading.clauses[reading.clause_of[phrase.first]] if reading.clause_of[phrase.first] >= 0 else None
    if clause is None or clause.kind != "complement" or clause.parent < 0 or last - phrase.first > 1:
        return None
    if last > phrase.first and (reading.units[phrase.first].word.definite or reading.units[phrase.first].word.pronoun):
        return None
    if word.pronoun not in ("ه", "ها") or word.definite or word.prefix or word.lead or word.verb is not None:
        return None
    said = subject(reading, reading.clauses[clause.parent])
    if said is None:
        return None
    if word.core.startswith("بلاد"):
        return _country_of(reading, said) or _country_of_named(story, reading, said)
    base = unjoined(plain_text(reading.units, last, True).removesuffix(word.pronoun))
    own = next((e for e in reading.entities if said.first <= e.first < said.end and e.key == base), None)
    if own is not None or any(reading.units[k].word.stem == base for k in range(said.first, said.end)):
        return None
    who = resolved(story, reading, of_phrase(story, reading, said))
    if who.entity is None and not who.person and said.first > reading.clauses[clause.parent].verb >= 0:
        speech = reading.units[reading.clauses[clause.parent].verb].word.speech  # ذكرت «تارا» أن أرباحها …
        who = replace(who, feminine=who.feminine or (speech is not None and speech.person == "3fs"))
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


def _country_of_named(story: Story, reading: Reading, said: Phrase) -> Antecedent | None:
    """Returns the country of a speaker whose office was named with its adjective before (وزير النفط │ الكويتي)."""
    who = resolved(story, reading, of_phrase(story, reading, said))
    if who.entity is None or who.reading is reading:
        return None
    return _country_of(who.reading, Phrase(who.entity.first, who.entity.end, who.entity))


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
    text = plain_text(reading.units, k, place == 0)
    if text in _FIVE_NOUNS:
        return text[:2] + "و" + unit.word.pronoun
    entity = reading.entity_over(k)
    dual = verb is not None and verb.person in ("3md", "3fd") and text.endswith("ين")
    bare = entity is None or (entity.end == entity.first + 1 and entity.kind in ("office", "organisation"))
    if dual and unit.word.place is None and bare and not _in_genitive(reading, k, place):
        return text[:-2] + "ان"
    after = reading.units[k + 1].word if k + 1 < len(reading.units) else None
    construct = verb is not None and verb.person in ("3md", "3fd") and not place and after is not None
    if construct and entity is None and after is not None and _is_bound_dual(text, unit.word, after):
        return text[:-1] + "ا"  # منطقتا الشمال والجنوب
    group = entity is not None and entity.end - entity.first == 1 and entity.kind != "person"
    after = reading.units[k + 1].word if k + 1 < len(reading.units) else None
    partitive = not place and after is not None and after.stem == "من" and not (unit.word.place or unit.word.pronoun)
    if partitive and unit.word.stem.endswith("ا"):
        return plain_text(reading.units, k, True).rstrip("ً").removesuffix("ا").rstrip("ً")  # أن عددا من
    if any(reading.units[j].word.preposition for j in range(k - place, k)):
        return ""
    if unit.word.is_function or (entity is not None and not group):
        return ""
    if unit.word.pronoun:
        return ""
    if text.endswith("ين") and verb is not None and verb.person == "3mp":
        return "" if _in_genitive(reading, k, place) else text[:-2] + "ون"
    accusative = unit.word.stem.endswith("ا") and not unit.word.definite and len(unit.word.stem) > 3
    counted = any(reading.units[j].text[-1:].isdigit() for j in range(max(0, k - 3), k))
    accusative = accusative and unit.word.place is None and not counted
    if accusative and (unit.word.act or place or _listed(unit.word.stem[:-1])):
        return text.rstrip("ً").removesuffix("ا").rstrip("ً")
    return ""


def _is_bound_dual(text: str, word: Word, after: Word) -> bool:
    """Tells whether a feminine dual has its genitive behind it (منطقتي │ الشمال والجنوب)."""
    return text.endswith("تي") and not word.definite and after.definite


def _in_genitive(reading: Reading, k: int, place: int) -> bool:
    """Tells whether a word of a subject stands in the genitive: behind a number or quantifier (ستة │ معتقلين), a bare
    noun (ممثلي │ المضربين), or a preposition at any distance (3500 من │ المهاجرين واللاجئين)."""
    words = [reading.units[j].word for j in range(k - place, k)]
    if any(word.preposition or word.prefix for word in words):
        return True
    word, before = reading.units[k].word, words[-1] if words else None
    if before is None or word.lead:
        return False
    if before.number or before.classes & {"number", "quantifier"}:
        return True
    return word.definite and not (before.definite or before.pronoun) and not before.stem.endswith("ين")


def _listed(form: str) -> bool:
    known = known_word(form)
    return bool(known.common or known.known_noun) and known.verb is None
