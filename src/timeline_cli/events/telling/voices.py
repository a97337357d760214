"""What a speaker is called: a name, an office, a body, a source as it is written (docs/events.md §6)."""

from __future__ import annotations

from timeline_cli.events.doers.epithets import person_meant
from timeline_cli.events.doers.forms import is_highness
from timeline_cli.events.doers.naming import is_surname, of_phrase, resolved
from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.telling.speaking import SPEAKERS, group_end, is_owned_person, phrase_of, speaks
from timeline_cli.lexicon.index import cues, lines_by_fold
from timeline_cli.text.tokens import OPENING_QUOTES, Unit
from timeline_cli.text.words import Word

VOICES = frozenset({"person-noun", "group-noun", "statement-noun", "vague-person", "anaphor-noun", "bare-organisation"})
_SOURCES_OF_NEWS = cues("sources-of-news")
_LONGEST = 6
_LONGEST_SEAT = 9
_HIS_WORDS = frozenset({"قوله", "قولها", "قولهم"})
_TESTIMONIES = cues("testimonies")
_MEDIA = cues("media")
_BEHIND_TITLE = frozenset({"complementizer", "preposition", "preposition-place", "relative"})
_LONGEST_OFFICE = 14
_LONGEST_NAME = 4
_SENTENCES_BACK = 8


def voice(story: Story, reading: Reading, phrase: Phrase) -> str | None:
    """Returns what the speaker is called whom a phrase tells, None where it tells nobody who could speak."""
    if "statement-noun" in reading.units[phrase.first].word.core_classes and phrase.entity is None:
        owner = issuer(story, reading, phrase.first)
        owner = owner or _same_statement(story, reading, phrase)
        if owner is not None:
            return owner
    name = _name_before_content(reading, phrase)
    if name is not None:
        return story.words(reading.units, name.first, name.end)
    named = named_in(reading, phrase)
    owned = is_owned_person(reading.units[phrase.first].word)
    if named is None and owned:
        comma = next((k for k in range(phrase.first + 1, phrase.first + 4) if _is_comma(reading, k)), -1)
        named = _apposed(reading, comma + 1) if comma >= 0 else None
    if named is None and phrase.end == phrase.first + 1 and owned:
        return written(story.words(reading.units, phrase.first, phrase.end))
    if named is not None:
        phrase = Phrase(named.first, named.end, named)
    head = reading.units[phrase.first].word
    alone = phrase.entity is None or phrase.entity.bare or phrase.entity.end == phrase.first + 1
    if alone and head.core in _MEDIA and not head.definite:
        return written(story.words(reading.units, phrase.first, _title_end(reading, phrase)))
    if phrase.entity is not None and not phrase.entity.bare and phrase.entity.kind in SPEAKERS:
        return name_of(story, reading, phrase.entity)
    meant = person_meant(story, reading, phrase.first)
    if meant is not None:
        return meant.text
    if head.classes & {"demonstrative", "pronoun", "relative"} or not can_speak(reading, phrase):
        return None
    if is_surname(story, reading, phrase):
        return story.names.full_names[head.core]
    holder = _holder_behind(reading, phrase)
    if holder is not None:
        return name_of(story, reading, holder)
    found = resolved(story, reading, of_phrase(story, reading, phrase))
    if found.reading is reading and _is_bare_honorific(reading, phrase):
        return _same_title(story, reading, phrase)
    if found.entity is not None and not found.entity.bare and found.entity.kind in SPEAKERS:
        return name_of(story, found.reading, found.entity)
    if _stands_for_another(reading, phrase):
        voice = _last_voice(story, reading.number) or _last_holder(story, reading, phrase)
        return voice or written(found.words)
    if found.reading is reading and found.first == phrase.first:
        source = reading.units[phrase.first].word.stem.removesuffix("ا") in _SOURCES_OF_NEWS
        source = source and phrase.first + 1 < phrase.end and reading.units[phrase.first + 1].word.preposition
        end = phrase.end if source else min(phrase.end, group_end(reading, phrase.first))
        seat = seat_of_voice(reading, phrase.first)
        if seat > end:
            return written(story.words(reading.units, phrase.first, seat), _LONGEST_SEAT)
        if end < len(reading.units) and reading.units[end].word.stem == "خاصة" and head.core in _SOURCES_OF_NEWS:
            end += 1
        return written(story.words(reading.units, phrase.first, end))
    return written(found.words)


def _holder_behind(reading: Reading, phrase: Phrase) -> Entity | None:
    """Returns the person right before what is said whose office with its phrase opens the clause (قال المشرف على إدارة
    الآثار │ شريف عبد الودود │ إن), None elsewhere."""
    units = reading.units
    if units[phrase.first].word.office is None or (phrase.entity is not None and phrase.entity.kind == "person"):
        return None
    person = next((e for e in reading.entities if e.kind == "person" and e.first > phrase.first), None)
    if person is None or person.first - phrase.first > _LONGEST_OFFICE or person.end >= len(units):
        return None
    between = units[phrase.first + 1 : person.first]
    phrases = any(unit.word.preposition or unit.word.prefix for unit in between)
    if not phrases or any(unit.is_mark or unit.date >= 0 or unit.word.lead for unit in between):
        return None
    behind = units[person.end]
    same = reading.clause_of[person.first] == reading.clause_of[phrase.first]
    return person if same and ("complementizer" in behind.word.classes or behind.text == ":") else None


def _name_before_content(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Returns the name that fills the words between an office or body and what its bearer says (أمينة سر النقابة │ هدى
    شرف │ إن), where the lists do not show how far it goes; None where its entity is that already."""
    units = reading.units
    last = min(len(units) - 1, phrase.first + _LONGEST_OFFICE)
    end = next((k for k in range(phrase.first + 1, last) if _ends_name(units[k])), last)
    behind = units[end]
    if "complementizer" not in behind.word.classes and behind.text != ":":
        return None
    first = next((k for k in range(phrase.first + 1, end) if _begins_name(reading, k)), -1)
    if first < 0 or not 2 <= end - first <= _LONGEST_NAME:
        return None
    known = reading.entity_over(first)
    if known is not None and (known.kind != "person" or (known.end == end and known.name_first == first)):
        return None
    last_name = units[end - 1].word
    thing = last_name.definite and last_name.fold not in lines_by_fold("events/family_names")
    if known is not None and known.name_first == first and (thing or known.end + 1 < end):
        return None  # وصف نبيل بري │ الثورة بأنها
    if any(unit.word.office is not None or unit.word.lead for unit in units[first:end]):
        return None
    return Phrase(first, end, None)


def _ends_name(unit: Unit) -> bool:
    word = unit.word
    return not is_nominal(unit) or bool(word.prefix or word.pronoun or word.speech) or word.stem in _HIS_WORDS


def _begins_name(reading: Reading, k: int) -> bool:
    """Tells whether a first name stands behind a finished phrase: a definite word, a place, a body's name."""
    before = reading.units[k - 1].word
    closed = before.definite or before.place is not None or bool(before.pronoun) or before.own_office
    return bool(reading.units[k].word.given) and closed


def _title_end(reading: Reading, phrase: Phrase) -> int:
    """Returns the unit after the name of a paper or station in no list (صحيفة │ لو تان, مراسل │ «الساحل»)."""
    units = reading.units
    end = phrase.first + 1
    while end < min(len(units), phrase.first + _LONGEST):
        unit = units[end]
        verb = unit.word.verb
        told = verb is not None and verb.aspect == "imperfect" and verb.kinds and not verb.ambiguous
        if unit.is_comma or unit.date >= 0 or told or unit.word.prefix or unit.word.classes & _BEHIND_TITLE:
            break
        end += 1
    return end


def issuer(story: Story, reading: Reading, first: int) -> str | None:
    """Returns whose a statement is: whoever issued it, stands behind it, or has it by ل (وفق نشرة │ أصدرتها الدائرة،
    بيان وزارة الصحة، بيان │ لقيادة العمليات); None where it names nobody."""
    units = reading.units
    for k in range(first + 1, min(first + 4, len(units) - 1)):
        verb = units[k].word.verb if units[k].date < 0 else None
        if verb is not None and verb.pronoun in ("ه", "ها"):
            entity = reading.entity_at(k + 1)
            return name_of(story, reading, entity) if entity is not None and entity.kind in SPEAKERS else None
    named = named_in(reading, Phrase(first, phrase_end(reading, first), None))
    if named is not None:
        return name_of(story, reading, named)
    owner = units[first + 1] if first + 1 < len(units) and units[first + 1].date < 0 else None
    if owner is not None and units[first].word.core in _TESTIMONIES and _is_witness(owner.word):
        return written(story.words(units, first + 1, phrase_end(reading, first + 1, 3)))
    if owner is None or owner.word.prefix != "ل" or owner.word.act is not None:
        return None
    return written(story.words(units, first + 1, phrase_end(reading, first + 1, 4)))


def _is_witness(word: Word) -> bool:
    """Tells whether a noun behind a testimony says whose it is (رواية │ شقيقه, شهادات │ الأهالي)."""
    people = bool(word.core_classes & {"group-noun", "person-noun", "vague-person"})
    return not word.prefix and not word.preposition and (people or bool(word.pronoun))


def seat_of_voice(reading: Reading, first: int) -> int:
    """Returns the unit after the place or body of someone told by his work only (مسؤول │ في الوزارة, مصدر │ بالهيئة),
    `first` itself without one."""
    units = reading.units
    head = units[first].word
    works = head.office is not None or "person-noun" in head.classes or head.core in _SOURCES_OF_NEWS
    if not works or head.definite or first + 2 >= len(units):
        return first
    described = units[first + 1].date < 0 and not units[first + 1].word.prefix and not units[first + 1].word.definite
    k = first + 1 + (described and not units[first + 1].is_mark and not units[first + 1].word.preposition)
    body = reading.entity_at(k)
    if units[k].word.prefix == "ب" and body is not None and body.kind == "organisation":
        return body.end
    source = units[k].word.stem == "من" and head.core in _SOURCES_OF_NEWS
    if not (units[k].word.stem in ("في", "لدى") or source) or k + 1 >= len(units):
        return first
    seat, body = units[k + 1], reading.entity_at(k + 1)
    if source:
        return body.end if body is not None and body.kind == "organisation" else first
    if seat.date >= 0 or seat.is_mark or not (seat.word.definite or reading.entity_at(k + 1) is not None):
        return first
    return phrase_end(reading, k + 1, 3)


def _is_bare_honorific(reading: Reading, phrase: Phrase) -> bool:
    """Tells whether a title of courtesy stands alone (الدكتور, المهندس), which names no speaker."""
    office = reading.units[phrase.first].word.office
    alone = phrase.end == phrase.first + 1 and (phrase.entity is None or phrase.entity.bare)
    return alone and office is not None and office["family"] == "honorific" and office["state"] == "definite"


def _same_title(story: Story, reading: Reading, phrase: Phrase) -> str | None:
    """Returns the person named last with the title that stands alone in a phrase, None without one."""
    core = reading.units[phrase.first].word.core
    for number in range(reading.number - 1, max(-1, reading.number - 1 - _SENTENCES_BACK), -1):
        before = story.reading(number)
        for entity in reversed(before.entities):
            title = (unit.word.core for unit in before.units[entity.first : entity.name_first])
            if entity.kind == "person" and core in title:
                return name_of(story, before, entity)
    return None


def _same_statement(story: Story, reading: Reading, phrase: Phrase) -> str | None:
    """Returns whose the statement is that a bare definite noun takes up (بيان لوزارة الدفاع … وأضاف البيان), None
    without one."""
    word = reading.units[phrase.first].word
    if not word.definite or phrase.end > phrase.first + 1:
        return None
    for before, clause in story.clauses_before(reading.number, _SENTENCES_BACK):
        told = phrase_of(before, clause) if speaks(before, clause) else None
        if told is not None and before.units[told.first].word.core == word.core:
            return issuer(story, before, told.first)
    return None


def _last_holder(story: Story, reading: Reading, phrase: Phrase) -> str | None:
    """Returns the person with a title who was named last before a phrase that stands for one (معاليه, سموه)."""
    office = reading.units[phrase.first].word.office
    if office is None or office["state"] != "self":
        return None
    for number in range(reading.number - 1, max(-1, reading.number - 1 - _SENTENCES_BACK), -1):
        before = story.reading(number)
        for entity in before.entities:
            if entity.kind == "person" and entity.first < entity.name_first:
                return name_of(story, before, entity)
    return None


def _last_voice(story: Story, number: int) -> str | None:
    """Returns the person or source that spoke last before a sentence, None where it was a body or nobody."""
    for reading, clause in story.clauses_before(number, _SENTENCES_BACK):
        phrase = phrase_of(reading, clause) if speaks(reading, clause) else None
        if phrase is None:
            continue
        named = named_in(reading, phrase) or phrase.entity
        head = reading.units[phrase.first].word
        if (named is not None and named.kind == "person") or head.core in _SOURCES_OF_NEWS:
            return voice(story, reading, phrase)
    return None


def name_of(story: Story, reading: Reading, entity: Entity) -> str:
    """Returns a name as a speaker; a body or office that a name stands for gives the name."""
    text = story.names.name_of(reading.units, entity)
    return story.names.offices.get(text, text) if entity.kind == "office" else text


def named_in(reading: Reading, phrase: Phrase) -> Entity | None:
    """Returns the name inside or right behind a phrase: منسق التقرير │ خوان إسكوبار, بيان │ صادر عن الوزارة."""
    if phrase.entity is not None and phrase.entity.kind in ("person", "organisation") and not phrase.entity.bare:
        return None
    units = reading.units
    issued = bool(units[phrase.first].word.core_classes & {"statement-noun"})
    served = units[phrase.first].word.office is not None
    for k in range(phrase.first + 1, min(phrase.end + (_LONGEST_OFFICE if served else 4), len(units))):
        unit = units[k]
        told = unit.word.verb is not None and not unit.word.verb.ambiguous
        if served and unit.is_comma:
            return _apposed(reading, k + 1)
        if unit.is_mark or unit.date >= 0 or told or "complementizer" in unit.word.classes:
            return None
        entity = reading.entity_at(k)
        if entity is None:
            continue
        before = units[k - 1].word
        apposed = not unit.word.prefix and not unit.word.lead and not before.preposition
        far = k >= phrase.end + 4 and entity.first == entity.name_first
        if entity.kind == "person" and apposed and not issued and not far:
            return entity
        source = unit.word.prefix == "ل" or before.stem in ("عن", "من") or (apposed and k <= phrase.end)
        if issued and source and entity.kind in SPEAKERS and not entity.bare:
            return entity
    return None


def _is_comma(reading: Reading, k: int) -> bool:
    return k < len(reading.units) and reading.units[k].is_comma


def _apposed(reading: Reading, k: int) -> Entity | None:
    """Returns the person between two commas behind an office (المدير العام للمصنع، │ سالم الراوي، بصرف …), None for
    other words."""
    entity = reading.entity_at(k)
    if entity is None or entity.kind != "person" or entity.first < k or entity.end >= len(reading.units):
        return None
    return entity if reading.units[entity.end].is_comma or reading.units[entity.end].text in ":«" else None


def can_speak(reading: Reading, phrase: Phrase) -> bool:
    """Tells whether a phrase names someone, a group, a source or a statement, not a thing or an act."""
    entity = phrase.entity
    if entity is not None:
        return entity.kind in (*SPEAKERS, "country", "role")
    words = [unit.word for unit in reading.units[phrase.first : phrase.end]]
    head = words[0]
    if head.definite and head.act is None and _speaks_before_colon(reading, phrase):
        return True
    body = head.organisation is not None and "no-body" not in head.core_classes
    if (head.classes | head.core_classes) & VOICES or head.office is not None or body:
        return True
    if head.given or (head.unknown and (len(words) > 1 or len(head.stem) > 3)):
        return True
    if head.definite and (head.fold in lines_by_fold("events/family_names") or "last-person" in head.classes):
        return True
    construct = head.stem.endswith("و") and not (head.unknown or head.verb)  # مسؤولو الإطفاء
    plural = head.stem.endswith(("ون", "ين")) or construct
    if plural and head.act is None and len(head.stem) > 4:
        return True
    human = head.nationality is not None and bool(head.nationality["iso"])
    return human or (len(words) > 1 and "quantifier" in head.classes and _can_be_counted(words[1]))


def _speaks_before_colon(reading: Reading, phrase: Phrase) -> bool:
    """Tells whether a phrase fills the words between a verb of saying and the colon before a quotation (وقالت │ الفائزة
    │: «سأزور …»)."""
    units = reading.units
    speech = units[phrase.first - 1].word.speech if phrase.first else None
    if speech is None or speech.sense not in ("say", "go-on"):
        return False
    end = phrase.end
    if end < len(units) and units[end].word.prefix == "ل":  # وقالت الفائزة │ لـ«الساحل»:
        end = next((k for k in range(end, min(end + _LONGEST + 1, len(units))) if units[k].text == ":"), end)
    return end + 1 < len(units) and units[end].text == ":" and units[end + 1].text in OPENING_QUOTES


def _can_be_counted(word: Word) -> bool:
    many = word.definite and word.stem.endswith(("ين", "ون")) and word.place is None and word.act is None
    return many or bool((word.classes | word.core_classes) & VOICES) or word.office is not None


def _stands_for_another(reading: Reading, phrase: Phrase) -> bool:
    """Tells whether a title or source takes up the last speaker: معاليه, سموه, الدبلوماسي, المصدر ذاته."""
    word = reading.units[phrase.first].word
    after = reading.units[phrase.end - 1].word if phrase.end - 1 > phrase.first else None
    following = reading.units[phrase.end].word if phrase.end < len(reading.units) else None
    if (word.office is not None and word.office["state"] == "self") or is_highness(word):
        return True
    same = any(w is not None and w.stem in ("ذاته", "نفسه", "ذاتها", "نفسها") for w in (after, following))
    single = phrase.end == phrase.first + 1
    return same or (single and word.definite and bool(word.core_classes & {"anaphor-noun"}))


def written(words: str, most: int = _LONGEST) -> str | None:
    """Returns the first words of a source as it is written, None where nothing but particles is left."""
    kept = words.split()[:most]
    while kept and len(kept[-1]) <= 2:
        kept.pop()
    return " ".join(kept) if any(len(text) > 2 for text in kept) else None
