"""Whom a source phrase or a frame behind the act names: بحسب X, وفقا لـX, على ما أفاد X (docs/events.md §6, F3)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import phrase_end
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.telling.speakers import speaker
from timeline_cli.events.telling.speaking import SPEAKERS, is_owned_person, is_saying, opens_content, phrase_of
from timeline_cli.events.telling.voices import issuer, seat_of_voice, voice, written
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.speech import is_speech, is_written
from timeline_cli.text.words import Word

_SOURCES = cues("sources")
_DOCUMENTS = cues("documents")
_SOURCES_JOINED = _SOURCES | {"و" + source for source in _SOURCES}
_SAYS = cues("says")
_CIRCLE = cues("circle")
_LIKENING = frozenset({"كما", "مثلما"})
_PARTING = frozenset({"while", "but"})


def of_tail(story: Story, reading: Reading, number: int) -> str | None:
    """F3: على ما أفاد X behind the clause, or a quotation's frame behind it."""
    for clause in reading.clauses[number + 1 :]:
        verb = _verb_of_tail(reading, clause) if clause.kind == "tail" else _bare_frame(reading, clause)
        if verb < 0:
            continue
        if is_written(reading.units, verb):
            return document(story, reading, verb + 2)
        clause.verb = verb
        return speaker(story, reading, clause) or _known_at(story, reading, verb) or _told_by(story, reading, clause)
    return None


def _bare_frame(reading: Reading, clause: Clause) -> int:
    """Returns the verb of a frame that only a comma parts from what is said before it (…، يقول المؤرخ), else -1."""
    k = clause.verb
    told = clause.kind == "and" and k > 0 and is_saying(reading, k) and not reading.units[k].word.lead
    if not told or not reading.units[k - 1].is_comma or opens_content(reading, clause):
        return -1
    speech = reading.units[k].word.speech
    phrase = phrase_of(reading, clause)
    if speech is None or speech.lemma not in _SAYS or phrase is None:
        return -1
    behind = [j for j in clause.units if j >= phrase.end and not reading.units[j].is_mark]
    return k if not behind or reading.units[behind[0]].word.preposition else -1


def _verb_of_tail(reading: Reading, clause: Clause) -> int:
    """Returns the verb of a tail frame, which says something, its object with it (ما │ أعلنته), or where it is written;
    -1 where a participle stands there."""
    for k in clause.units:
        word = reading.units[k].word
        if is_saying(reading, k) or (word.speech is None and is_speech(word)) or is_written(reading.units, k):
            return k
    return -1


def _told_by(story: Story, reading: Reading, clause: Clause) -> str | None:
    """Returns whoever is the subject of a tail frame, which makes a speaker of any body or people (ما أفادت به │ خلية
    الإعلام بمديرية الغابات, ما أعلنت │ عائلتها), None where the frame hides him or speaks of things and of us."""
    units = reading.units
    phrase = _owned(reading, clause.verb + 1)
    if phrase is None and units[clause.opener].word.fold not in _LIKENING:  # كما سالت الشعاب
        phrase = phrase_of(reading, clause)
    if phrase is None or units[phrase.first].word.act is not None or units[phrase.first].word.prefix:
        return None
    end = max(phrase.end, phrase.first + 1)
    body = units[end] if end < len(units) else None
    if body is not None and body.date < 0 and body.word.prefix in ("ب", "ل") and body.word.definite:
        return written(story.words(units, phrase.first, phrase_end(reading, end, 3)))
    named = reading.entity_at(end)
    seated = body is not None and body.word.prefix == "ب" and named is not None and named.kind == "organisation"
    return written(story.words(units, phrase.first, named.end if seated and named is not None else end))


def _owned(reading: Reading, k: int) -> Phrase | None:
    """Returns people told by whose they are (ذكرت │ أسرته), None for other words."""
    unit = reading.units[k] if k < len(reading.units) else None
    return Phrase(k, k + 1, None) if unit is not None and unit.date < 0 and unit.word.pronoun else None


def of_source_phrase(story: Story, reading: Reading, act: int) -> str | None:
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


def document(story: Story, reading: Reading, first: int) -> str | None:
    """Returns whose a statement is that something is written in (جاء في بيان للنادي أن), its own words where nobody is
    named."""
    return issuer(story, reading, first) or written(story.words(reading.units, first, phrase_end(reading, first, 3)))


def _source_at(story: Story, reading: Reading, first: int) -> str | None:
    units = reading.units
    if units[first].date >= 0 or units[first].is_mark:
        return None
    entity = reading.entity_at(first)
    if entity is not None and entity.kind in SPEAKERS:
        return voice(story, reading, Phrase(first, entity.end, entity))
    if units[first].word.core_classes & {"statement-noun"}:
        return issuer(story, reading, first) or _document_named(story, reading, first)
    if units[first].word.core in _DOCUMENTS:
        return _document_named(story, reading, first)
    seat = seat_of_voice(reading, first)
    if seat > first:
        return written(story.words(units, first, seat))
    word = units[first].word
    named = reading.entity_at(first + 1) if word.pronoun else None
    if named is not None and named.kind == "person" and _are_people(word):
        return voice(story, reading, Phrase(named.first, named.end, named))
    serves = word.office is not None and first + 1 < len(units) and bool(units[first + 1].word.pronoun)
    if "group-noun" in (word.classes if word.definite else word.core_classes) or _are_people(word) or serves:
        return written(story.words(units, first, phrase_end(reading, first, 4)))
    return None


def _are_people(word: Word) -> bool:
    """Tells whether a noun behind بحسب or وفق is people by its form (محللين, مؤرخين), or somebody's kin or circle
    (شقيقه, ناشره)."""
    if word.definite or word.prefix or word.act is not None or word.place or word.given:
        return False
    if word.pronoun:
        base = word.stem.removesuffix(word.pronoun).removesuffix("ت")
        return is_owned_person(word) or base in _CIRCLE or "vague-person" in word.classes
    plural = word.stem.endswith("ين") and len(word.stem) > 5 and word.stem[2] != "ا"  # موازين
    return "vague-person" in word.classes or (plural and word.organisation is None and "number" not in word.classes)


def _document_named(story: Story, reading: Reading, first: int) -> str | None:
    """Returns a document of a court or an inquiry that speaks for itself (لائحة الاتهام, محضر التحقيق), else None."""
    word, after = reading.units[first].word, reading.units[first + 1] if first + 1 < len(reading.units) else None
    if word.core not in _DOCUMENTS:
        return None
    told = word.definite or (after is not None and after.date < 0 and after.word.definite and not after.word.prefix)
    return written(story.words(reading.units, first, phrase_end(reading, first, 3))) if told else None


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


def _known_at(story: Story, reading: Reading, verb: int) -> str | None:
    """Returns from whom something was learnt (حسب ما علم لدى مصالح الحماية المدنية)."""
    first = verb + 2
    if first >= len(reading.units) or reading.units[verb + 1].word.stem not in ("لدى", "من"):
        return None
    if reading.entity_at(first) is not None:
        return _source_at(story, reading, first)
    return written(story.words(reading.units, first, phrase_end(reading, first, 4)))
