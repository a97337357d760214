"""Who says so (docs/events.md §6)."""

from __future__ import annotations

from timeline_cli.events.antecedents import nominal_subject
from timeline_cli.events.attach import Attachment
from timeline_cli.events.entity import Entity
from timeline_cli.events.epithets import person_meant
from timeline_cli.events.naming import of_phrase, resolved
from timeline_cli.events.phrases import Phrase, phrase_end
from timeline_cli.events.story import Reading, Story
from timeline_cli.events.subjects import subject
from timeline_cli.lexicon.index import cues, lines_by_fold
from timeline_cli.text.clauses import Clause
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_SPEAKERS = ("person", "organisation", "office")
_VOICES = frozenset(
    {"person-noun", "group-noun", "statement-noun", "vague-person", "anaphor-noun", "bare-organisation"}
)
_SOURCES_OF_NEWS = cues("sources-of-news")
_LONGEST = 6
_LONGEST_OFFICE = 14
_SOURCES = cues("sources")
_SOURCES_JOINED = _SOURCES | {"و" + source for source in _SOURCES}
_SENTENCES_BACK = 8
_PARTING = frozenset({"while", "but"})
_NOBODY = cues("nobody")
_SPOKESMEN = cues("spokesmen")
_STANDS = frozenset({"جاء", "ورد"})
_APPEARS = cues("appears")
_EVIDENCE = cues("evidence")
_HOUSEHOLD = cues("household") | cues("kin")
_NOUNS_OF_SPEECH = cues("noun-of-speech")
_NOTES = frozenset({"علما"})


def attribution(story: Story, reading: Reading, head: Attachment) -> str | None:
    """Returns the speaker of what an act's clause tells, None where the text itself tells it."""
    clause = reading.clauses[head.clause]
    if (
        head.kind == "noun"
        and head.rule == "D10"
        and clause.verb >= 0
        and reading.units[clause.verb].word.speech is not None
        and clause.kind != "saying"
    ):
        return _who_says(story, reading, clause)
    if head.rule == "D16":
        return _who_says(story, reading, clause)
    if clause.frame >= 0 and not _left(reading, clause):
        return _of_frame(story, reading, clause.frame)
    if head.kind == "verb" and (forecasts(reading, clause) or reports(reading, clause)):
        return speaker(story, reading, clause)
    if story.in_quotation(reading.number):
        return last_speaker(story, reading.number)
    return _of_tail(story, reading, head.clause) or _of_source_phrase(story, reading, head.unit)


def forecasts(reading: Reading, clause: Clause) -> bool:
    """Tells whether a verb of forecast governs the act itself (توقعت الهيئة هطول أمطار): its subject only says so."""
    speech = reading.units[clause.verb].word.speech if clause.verb >= 0 else None
    return speech is not None and speech.sense == "predict"


def reports(reading: Reading, clause: Clause) -> bool:
    """Tells whether a verb of report opens what is said (أوضحت المديرة أن …): its subject is a speaker, no doer."""
    speech = reading.units[clause.verb].word.speech if clause.verb >= 0 else None
    if speech is None or speech.act or speech.aspect == "participle":
        return False
    return any(c.parent == clause.number and c.kind in ("complement", "quote") for c in reading.clauses)


def _of_frame(story: Story, reading: Reading, frame: int) -> str | None:
    framed = reading.clauses[frame]
    while framed.parent >= 0:
        said = reading.clauses[framed.parent]
        if framed.kind == "complement" and _is_note(reading, framed):
            return None
        if framed.kind == "saying" and said.kind == "complement" and said.parent >= 0 and not said.closer:
            outer = reading.clauses[said.parent]
            if outer.verb >= 0 and _phrase_of(reading, outer) is not None:
                return _who_says(story, reading, outer)
        if said.verb >= 0 and reading.units[said.verb].word.fold.lstrip("و") in _APPEARS:
            return _evidence(story, reading, said)
        if framed.kind == "complement" and _by_noun(reading, framed):
            return _who_says(story, reading, said)
        if framed.kind == "complement" and _stands_in(reading, framed):
            return speaker(story, reading, reading.clauses[said.parent] if said.kind == "relative" else said)
        if framed.kind == "saying" or _speaks(reading, said):
            return _who_says(story, reading, said)
        if framed.kind == "quote" and said.verb >= 0 and _says_in_passing(reading, said):
            return _who_says(story, reading, said)
        if said.verb < 0 and framed.opener >= 0 and reading.units[framed.opener].text == ":":
            return _before_colon(story, reading, said)
        if said.verb < 0:
            beside = (c for c in reading.clauses if c.parent == said.parent and c.kind != "complement")
            after = next((c for c in beside if _speaks(reading, c)), None)
            if after is not None:
                return _who_says(story, reading, after)
            voice = _verbless_voice(story, reading, said)
            if voice is not None:
                return voice
        if said.frame < 0 or said.frame == frame:
            break
        frame = said.frame
        framed = reading.clauses[frame]
    return last_speaker(story, reading.number) if framed.kind == "quote" else None


def _left(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause behind فيما with another subject stands outside what was said (§6, scope of F1)."""
    between = reading.clauses[clause.frame + 1 : clause.number]
    parted = any(c.kind == "while" and c.frame == clause.frame and c.between_commas for c in between)
    return parted and clause.kind == "provided"


def _by_noun(reading: Reading, framed: Clause) -> bool:
    """Tells whether a noun of speech opens what is said (جددت المديرة التأكيد على │ أن …)."""
    before = reading.units[max(0, framed.opener - 2) : framed.opener]
    return len(before) == 2 and before[1].word.preposition and before[0].word.core in _NOUNS_OF_SPEECH


def _stands_in(reading: Reading, framed: Clause) -> bool:
    """Tells whether أن opens what a document says (تقريرا جاء فيه أن, ورد فيها أن)."""
    k = framed.opener
    if k < 2 or reading.units[k - 1].word.stem not in ("فيه", "فيها"):
        return False
    return reading.units[k - 2].word.fold in _STANDS


def _evidence(story: Story, reading: Reading, said: Clause) -> str | None:
    """Returns from what something became clear (تبين من التحريات أن), None where no source stands there."""
    for k in said.units:
        after = reading.units[k + 1].word if k + 1 < len(reading.units) else None
        if k > said.verb and reading.units[k].word.stem == "من" and after is not None and after.core in _EVIDENCE:
            return _written(story.words(reading.units, k + 1, phrase_end(reading, k + 1, 4)))
    return None


def _is_note(reading: Reading, framed: Clause) -> bool:
    """Tells whether the text itself adds what أن opens (علما بأن)."""
    return framed.opener > 0 and reading.units[framed.opener - 1].word.fold in _NOTES


def _verbless_voice(story: Story, reading: Reading, said: Clause) -> str | None:
    """Returns the source before أن where no list has its verb (وأبرز المصدر ذاته أن)."""
    for k in said.units[1:3]:
        if (reading.units[k].word.classes | reading.units[k].word.core_classes) & _VOICES:
            return _as_speaker(story, reading, Phrase(k, phrase_end(reading, k), reading.entity_at(k)))
    return None


def _who_says(story: Story, reading: Reading, said: Clause) -> str | None:
    """Returns the speaker that a clause names, or the last one where its subject is hidden (وأضاف, أجاب ضاحكا)."""
    if _phrase_of(reading, said) is None:
        impersonal = said.verb >= 0 and reading.units[said.verb].word.fold in _NOBODY
        if impersonal:
            return None
        return _doer_before(story, reading, said) or last_speaker(story, reading.number)
    return speaker(story, reading, said)


def _doer_before(story: Story, reading: Reading, said: Clause) -> str | None:
    """Returns the doer of the clause that a speech verb without a subject goes on from (نفى المدير تسلمه أموالا، وقال
    إن …), None elsewhere."""
    verb = reading.units[said.verb].word.verb if said.verb >= 0 else None
    if said.kind not in ("and", "then") or (verb is not None and verb.person not in ("3ms", "3fs")):
        return None
    speech = reading.units[said.verb].word.speech if said.verb >= 0 else None
    person = verb.person if verb is not None else speech.person if speech is not None else ""
    for clause in reversed(reading.clauses[: said.number]):
        if clause.frame != said.frame:
            continue
        phrase = _phrase_of(reading, clause) if clause.verb >= 0 else nominal_subject(reading, clause)
        if phrase is None or not _can_speak(reading, phrase):
            continue
        feminine = phrase.entity.feminine if phrase.entity else reading.units[phrase.first].word.feminine
        return _as_speaker(story, reading, phrase) if feminine == (person == "3fs") else None
    return None


def _says_in_passing(reading: Reading, said: Clause) -> bool:
    """Tells whether a participle of speech opens a quotation behind another verb (استعاد بداياته قائلا: «…»)."""
    found = (reading.units[k].word.speech for k in said.units if k > said.verb)
    return any(speech is not None and speech.aspect == "participle" for speech in found)


def _speaks(reading: Reading, clause: Clause) -> bool:
    return clause.verb >= 0 and reading.units[clause.verb].word.speech is not None


def _before_colon(story: Story, reading: Reading, said: Clause) -> str | None:
    for k in said.units[:2]:
        entity = reading.entity_at(k)
        if entity is not None:
            return of_phrase(story, reading, Phrase(k, entity.end, entity)).words
    return None


def speaker(story: Story, reading: Reading, said: Clause) -> str | None:
    """Returns the subject of a speech verb as an attribution: name, office, body or group.

    None where it is hidden, or where it is nobody who could speak (شهد عام 2014 صدور الكتاب).
    """
    phrase = _phrase_of(reading, said)
    return None if phrase is None else _as_speaker(story, reading, phrase)


def _phrase_of(reading: Reading, said: Clause) -> Phrase | None:
    """Returns the noun phrase of the one who speaks, None where the clause hides it."""
    phrase = _quoted_source(reading, said) or subject(reading, said)
    if phrase is not None and phrase.entity is None and _is_circumstance(reading.units[phrase.first]):
        phrase = None
    return phrase or _second_saying(reading, said) or _group(reading, said) or _voice_before(reading, said)


def _voice_before(reading: Reading, said: Clause) -> Phrase | None:
    """Finds a source that stands before its verb (لكن │ مصدرا في الوزارة │ قال إن)."""
    for k in [k for k in said.units if k < said.verb][:2]:
        word = reading.units[k].word
        noun = word.stem.removesuffix("ا")
        if noun in _SOURCES_OF_NEWS or noun in _SPOKESMEN:
            return Phrase(k, said.verb, None)
    return None


def _is_circumstance(unit: Unit) -> bool:
    """Tells whether a word behind a verb says how, not who: ضاحكا, مؤكدا."""
    word = unit.word
    accusative = word.stem.endswith("ا") and not word.definite and not word.given and not word.place
    return accusative and word.organisation is None and ("ً" in unit.text or not word.unknown or len(word.stem) > 4)


def _second_saying(reading: Reading, said: Clause) -> Phrase | None:
    """Finds the name behind a second verb of speech in a clause (وإذ شدد على …، كشف الخوري أن)."""
    for k in said.units:
        entity = reading.entity_at(k + 1)
        if k > said.verb and _is_saying(reading, k) and entity is not None and entity.kind in _SPEAKERS:
            return Phrase(k + 1, entity.end, entity)
    return None


def _as_speaker(story: Story, reading: Reading, phrase: Phrase) -> str | None:
    named = _named_in(reading, phrase)
    if named is not None:
        phrase = Phrase(named.first, named.end, named)
    if phrase.entity is not None and not phrase.entity.bare and phrase.entity.kind in _SPEAKERS:
        return _name(story, reading, phrase.entity)
    head = reading.units[phrase.first].word
    meant = person_meant(story, reading, phrase.first)
    if meant is not None:
        return meant.text
    if head.classes & {"demonstrative", "pronoun", "relative"} or not _can_speak(reading, phrase):
        return None
    found = resolved(story, reading, of_phrase(story, reading, phrase))
    if found.reading is reading and _is_bare_honorific(reading, phrase):
        return _same_title(story, reading, phrase)
    if found.entity is not None and not found.entity.bare and found.entity.kind in _SPEAKERS:
        return _name(story, found.reading, found.entity)
    if _stands_for_another(reading, phrase):
        voice = _last_voice(story, reading.number) or _last_holder(story, reading, phrase)
        return voice or _written(found.words)
    if found.reading is reading and found.first == phrase.first:
        source = reading.units[phrase.first].word.stem.removesuffix("ا") in _SOURCES_OF_NEWS
        source = source and phrase.first + 1 < phrase.end and reading.units[phrase.first + 1].word.preposition
        end = phrase.end if source else min(phrase.end, _group_end(reading, phrase.first))
        end = max(end, _seat_of_voice(reading, phrase.first))
        return _written(story.words(reading.units, phrase.first, end))
    return _written(found.words)


def _seat_of_voice(reading: Reading, first: int) -> int:
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
    if units[k].word.stem not in ("في", "لدى") or k + 1 >= len(units):
        return first
    seat = units[k + 1]
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
                return _name(story, before, entity)
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
                return _name(story, before, entity)
    return None


def _last_voice(story: Story, number: int) -> str | None:
    """Returns the person or source that spoke last before a sentence, None where it was a body or nobody."""
    for reading, clause in story.clauses_before(number, _SENTENCES_BACK):
        phrase = _phrase_of(reading, clause) if _speaks(reading, clause) else None
        if phrase is None:
            continue
        named = _named_in(reading, phrase) or phrase.entity
        head = reading.units[phrase.first].word
        if (named is not None and named.kind == "person") or head.core in _SOURCES_OF_NEWS:
            return _as_speaker(story, reading, phrase)
    return None


def _name(story: Story, reading: Reading, entity: Entity) -> str:
    """Returns a name as a speaker; a body or office that a name stands for gives the name."""
    text = story.name_of(reading.units, entity)
    return story.offices.get(text, text) if entity.kind == "office" else text


def _named_in(reading: Reading, phrase: Phrase) -> Entity | None:
    """Returns the name inside or right behind a phrase: منسق التقرير │ خوان إسكوبار, بيان │ صادر عن الوزارة."""
    if phrase.entity is not None and phrase.entity.kind in ("person", "organisation") and not phrase.entity.bare:
        return None
    units = reading.units
    issued = bool(units[phrase.first].word.core_classes & {"statement-noun"})
    served = units[phrase.first].word.office is not None
    for k in range(phrase.first + 1, min(phrase.end + (_LONGEST_OFFICE if served else 4), len(units))):
        unit = units[k]
        if unit.is_mark or unit.date >= 0 or (unit.word.verb is not None and not unit.word.verb.ambiguous):
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
        if issued and source and entity.kind in _SPEAKERS and not entity.bare:
            return entity
    return None


def _can_speak(reading: Reading, phrase: Phrase) -> bool:
    """Tells whether a phrase names someone, a group, a source or a statement, not a thing or an act."""
    entity = phrase.entity
    if entity is not None:
        return entity.kind in (*_SPEAKERS, "country", "role")
    words = [unit.word for unit in reading.units[phrase.first : phrase.end]]
    head = words[0]
    body = head.organisation is not None and "no-body" not in head.core_classes
    if (head.classes | head.core_classes) & _VOICES or head.office is not None or body:
        return True
    if head.given or (head.unknown and len(words) > 1):
        return True
    if head.definite and head.fold in lines_by_fold("events/family_names"):
        return True
    construct = head.stem.endswith("و") and not (head.unknown or head.verb)  # مسؤولو الإطفاء
    plural = head.stem.endswith(("ون", "ين")) or construct
    if plural and head.act is None and len(head.stem) > 4:
        return True
    human = head.nationality is not None and bool(head.nationality["iso"])
    return human or (len(words) > 1 and "quantifier" in head.classes and _can_be_counted(words[1]))


def _can_be_counted(word: Word) -> bool:
    return bool((word.classes | word.core_classes) & _VOICES) or word.office is not None


def _stands_for_another(reading: Reading, phrase: Phrase) -> bool:
    """Tells whether a title or source takes up the last speaker: معاليه, سموه, الدبلوماسي, المصدر ذاته."""
    word = reading.units[phrase.first].word
    after = reading.units[phrase.end - 1].word if phrase.end - 1 > phrase.first else None
    following = reading.units[phrase.end].word if phrase.end < len(reading.units) else None
    if word.office is not None and word.office["state"] == "self":
        return True
    same = any(w is not None and w.stem in ("ذاته", "نفسه", "ذاتها", "نفسها") for w in (after, following))
    single = phrase.end == phrase.first + 1
    return same or (single and word.definite and bool(word.core_classes & {"anaphor-noun"}))


def _written(words: str) -> str | None:
    kept = words.split()[:_LONGEST]
    while kept and len(kept[-1]) <= 2:
        kept.pop()
    return " ".join(kept) if any(len(text) > 2 for text in kept) else None


def _quoted_source(reading: Reading, said: Clause) -> Phrase | None:
    """F6: X of `نقلت وكالة … عن X قوله إن`."""
    units = reading.units
    for place, k in enumerate(said.units):
        if units[k].word.stem == "عن" and any(
            units[j].word.stem in ("قوله", "قولها", "قولهم") for j in said.units[place:]
        ):
            return Phrase(k + 1, min(phrase_end(reading, k + 1), said.units[-1]), reading.entity_at(k + 1))
    return None


def _group(reading: Reading, said: Clause) -> Phrase | None:
    behind = [k for k in said.units if k > said.verb]
    for k in behind[:1]:
        if (reading.units[k].word.classes | reading.units[k].word.core_classes) & {"group-noun", "statement-noun"}:
            return Phrase(k, _group_end(reading, k), None)
    return None


def _group_end(reading: Reading, first: int) -> int:
    """Returns the unit after a group of people, before the act that they speak of (مختصون نفطيون │ استمرار …)."""
    end = phrase_end(reading, first, 5)
    units = reading.units
    for k in range(first + 1, end):
        word = units[k].word
        if (word.act is not None and not word.definite and not units[k - 1].word.preposition) or (
            word.office is not None and word.definite and units[first].word.unknown
        ):
            return k
    return end


def last_speaker(story: Story, number: int) -> str | None:
    """Returns who spoke last before a sentence, within its section."""
    for reading, clause in story.clauses_before(number, _SENTENCES_BACK):
        if _speaks(reading, clause) or (clause.verb >= 0 and _says_in_passing(reading, clause)):
            found = speaker(story, reading, clause)
            if found is not None:
                return found
    return None


def _of_tail(story: Story, reading: Reading, number: int) -> str | None:
    """F3: على ما أفاد X behind the clause, or a quotation's frame behind it."""
    for clause in reading.clauses[number + 1 :]:
        if clause.kind == "tail":
            verb = next((k for k in clause.units if _is_saying(reading, k)), -1)
            if verb >= 0:
                clause.verb = verb
                return (
                    speaker(story, reading, clause) or _known_at(story, reading, verb) or _household(reading, verb + 1)
                )
    return None


def _household(reading: Reading, k: int) -> str | None:
    """Returns people told by whose they are as the speaker of a tail frame (على ما أعلنت عائلتها), None for other
    words."""
    word = reading.units[k].word if k < len(reading.units) and reading.units[k].date < 0 else None
    if word is None or word.stem.removesuffix("ها").removesuffix("هم").removesuffix("ه") not in _HOUSEHOLD:
        return None
    return reading.units[k].text


def _known_at(story: Story, reading: Reading, verb: int) -> str | None:
    """Returns from whom something was learnt (حسب ما علم لدى مصالح الحماية المدنية)."""
    first = verb + 2
    if first >= len(reading.units) or reading.units[verb + 1].word.stem not in ("لدى", "من"):
        return None
    if reading.entity_at(first) is not None:
        return _source_at(story, reading, first)
    return _written(story.words(reading.units, first, phrase_end(reading, first, 4)))


def _is_saying(reading: Reading, k: int) -> bool:
    speech = reading.units[k].word.speech
    return speech is not None and speech.aspect in ("perfect", "imperfect")


def _reaches(reading: Reading, source: int, act: int) -> bool:
    """Tells whether a source phrase speaks of an act: no clause of contrast stands between the two (F3).

    One at the start of the sentence reaches to its end.
    """
    first, last = min(source, act), max(source, act)
    if source < act and all(reading.units[k].is_mark or reading.units[k].date >= 0 for k in range(source)):
        return True
    parted = _PARTING if act < source else _PARTING | {"and"}
    return not any(
        clause.kind in parted and first < clause.units[0] <= last for clause in reading.clauses if clause.units
    )


def _of_source_phrase(story: Story, reading: Reading, act: int) -> str | None:
    """F3, F7: بحسب X, وفقا لـX, نقلا عن X, في بيان لـX; only names, groups and statements of someone count."""
    units = reading.units
    for k, unit in enumerate(units[:-1]):
        if unit.word.fold not in _SOURCES_JOINED or unit.date >= 0 or not _reaches(reading, k, act):
            continue
        first = k + 1
        if units[first].word.stem in ("عن", "إلى", "الى", "ما") and first + 1 < len(units):
            first += 1
        found = _source_at(story, reading, first)
        if found is not None:
            return found
    return None


def _issuer(reading: Reading, first: int) -> Entity | None:
    """Returns the body behind a verb with a pronoun that says whose a statement is (وفق نشرة │ أصدرتها الدائرة)."""
    for k in range(first + 1, min(first + 4, len(reading.units) - 1)):
        verb = reading.units[k].word.verb
        if verb is not None and verb.pronoun in ("ه", "ها"):
            entity = reading.entity_at(k + 1)
            return entity if entity is not None and entity.kind in _SPEAKERS else None
    return None


def _source_at(story: Story, reading: Reading, first: int) -> str | None:
    units = reading.units
    if units[first].date >= 0 or units[first].is_mark:
        return None
    entity = reading.entity_at(first)
    if entity is not None and entity.kind in _SPEAKERS:
        return _as_speaker(story, reading, Phrase(first, entity.end, entity))
    if units[first].word.core_classes & {"statement-noun"}:
        issuer = _issuer(reading, first)
        if issuer is not None:
            return _name(story, reading, issuer)
        named = _named_in(reading, Phrase(first, phrase_end(reading, first), None))
        if named is not None:
            return _name(story, reading, named)
        group = units[first + 1] if first + 1 < len(units) and units[first + 1].date < 0 else None
        if group is None or group.word.prefix != "ل" or "group-noun" not in group.word.core_classes:
            return None
        return _written(story.words(units, first + 1, phrase_end(reading, first + 1, 4)))
    seat = _seat_of_voice(reading, first)
    if seat > first:
        return _written(story.words(units, first, seat))
    if "group-noun" in units[first].word.classes:
        return _written(story.words(units, first, phrase_end(reading, first, 4)))
    return None
