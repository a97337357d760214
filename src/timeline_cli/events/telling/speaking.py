"""Which noun phrase of a clause is the one who speaks (docs/events.md §6)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import phrase_end
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import unjoined
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

SPEAKERS = ("person", "organisation", "office")
_SOURCES_OF_NEWS = cues("sources-of-news")
_SPOKESMEN = cues("spokesmen")
_ONE_OF = frozenset({"أحد", "إحدى"})
_HANDS_ON = {"نقل": "عن", "علم": "من"}  # نقلت … عن X أن, علمت … من X أن


def phrase_of(reading: Reading, said: Clause) -> Phrase | None:
    """Returns the noun phrase of the one who speaks, None where the clause hides it."""
    phrase = _quoted_source(reading, said) or subject(reading, said)
    if phrase is not None and reading.units[phrase.first].word.stem == "ل":
        phrase = _behind_hearer(reading, said)
    if phrase is not None and phrase.entity is None and _is_circumstance(reading.units[phrase.first]):
        phrase = None
    phrase = phrase or _owned(reading, said)
    return phrase or _second_saying(reading, said) or _group(reading, said) or _voice_before(reading, said)


def is_owned_person(word: Word) -> bool:
    """Tells whether a word is an office or kin with a pronoun (محاميه, شقيقته, نقيبهم)."""
    if not word.pronoun or word.definite or word.prefix or word.verb is not None:
        return False
    if word.office is not None and word.office["state"] == "self":
        return False  # معاليه
    base = word.stem.removesuffix(word.pronoun)
    office = next((known.office for known in map(known_word, (base, unjoined(base))) if known.office is not None), None)
    return office is not None and office["state"] != "self" and office["family"] != "royal"


def _owned(reading: Reading, said: Clause) -> Phrase | None:
    """Returns somebody told by whose he is right behind a verb of speech, with his name (وأكد │ نقيبهم سالم الراوي)."""
    k = said.verb + 1
    if said.verb < 0 or k not in said.units or reading.units[k].date >= 0 or not speaks(reading, said):
        return None
    if not is_owned_person(reading.units[k].word):
        return None
    entity = reading.entity_at(k + 1)
    person = entity is not None and entity.kind == "person" and k + 1 in said.units
    return Phrase(k, entity.end if person and entity is not None else k + 1, entity if person else None)


def speaks(reading: Reading, clause: Clause) -> bool:
    """Tells whether a verb of speech governs a clause."""
    return clause.verb >= 0 and reading.units[clause.verb].word.speech is not None


def says_in_passing(reading: Reading, said: Clause) -> bool:
    """Tells whether a participle of speech opens a quotation behind another verb (استعاد بداياته قائلا: «…»)."""
    found = (reading.units[k].word.speech for k in said.units if k > said.verb)
    return any(speech is not None and speech.aspect == "participle" for speech in found)


def is_saying(reading: Reading, k: int) -> bool:
    """Tells whether a word is a finite verb of speech."""
    speech = reading.units[k].word.speech
    return speech is not None and speech.aspect in ("perfect", "imperfect")


def _quoted_source(reading: Reading, said: Clause) -> Phrase | None:
    """F6: X of `نقلت وكالة … عن X قوله إن`, `نقلت وكالة عن X أن`, `على ما علمت صحيفة من X`."""
    units = reading.units
    for place, k in enumerate(said.units):
        if units[k].word.stem == "عن" and any(
            units[j].word.stem in ("قوله", "قولها", "قولهم") for j in said.units[place:]
        ):
            return Phrase(k + 1, min(phrase_end(reading, k + 1), said.units[-1]), reading.entity_at(k + 1))
    speech = units[said.verb].word.speech if said.verb >= 0 else None
    before = _HANDS_ON.get(speech.lemma) if speech is not None else None
    if before is None or not (said.kind == "tail" or opens_content(reading, said)):
        return None
    first = next((k + 1 for k in said.units[:-1] if k > said.verb and units[k].word.stem == before), -1)
    if first < 0:
        return None
    return Phrase(first, min(phrase_end(reading, first), said.units[-1] + 1), reading.entity_at(first))


def _behind_hearer(reading: Reading, said: Clause) -> Phrase | None:
    """Returns the phrase behind the paper that a speech verb turns to (أكدت لـ«الساحل» │ مصادر خاصة أن), None where it
    ends there."""
    units = reading.units
    paper = [k for k in said.units if k > said.verb]
    closing = next((k for k in paper[2:] if units[k].is_mark), -1)
    first = next((k for k in paper if k > closing and not units[k].is_comma), -1) if closing >= 0 else -1
    if first < 0 or units[first].date >= 0 or units[first].word.preposition or units[first].word.prefix:
        return None
    return Phrase(first, min(phrase_end(reading, first), said.units[-1] + 1), reading.entity_at(first))


def opens_content(reading: Reading, said: Clause) -> bool:
    """Tells whether what is said hangs on a clause."""
    return any(c.parent == said.number and c.kind in ("complement", "quote") for c in reading.clauses)


def _is_circumstance(unit: Unit) -> bool:
    """Tells whether a word behind a verb says how, not who: ضاحكا, مؤكدا."""
    word = unit.word
    accusative = (
        word.stem.endswith("ا")
        and not word.stem.endswith(("ها", "نا"))
        and not word.definite
        and not word.given
        and not word.place
    )
    return accusative and word.organisation is None and ("ً" in unit.text or not word.unknown or len(word.stem) > 4)


def _second_saying(reading: Reading, said: Clause) -> Phrase | None:
    """Finds the name behind a second verb of speech in a clause (وإذ شدد على …، كشف الخوري أن)."""
    for k in said.units:
        entity = reading.entity_at(k + 1)
        if k > said.verb and is_saying(reading, k) and entity is not None and entity.kind in SPEAKERS:
            return Phrase(k + 1, entity.end, entity)
    return None


def _group(reading: Reading, said: Clause) -> Phrase | None:
    behind = [k for k in said.units if k > said.verb]
    for k in behind[:1]:
        if (reading.units[k].word.classes | reading.units[k].word.core_classes) & {"group-noun", "statement-noun"}:
            return Phrase(k, group_end(reading, k), None)
        one = reading.units[k].word.stem in _ONE_OF and k + 1 in said.units and speaks(reading, said)
        if one and reading.units[k + 1].word.definite and opens_content(reading, said):
            return Phrase(k, group_end(reading, k), None)  # اعترف │ أحد الموقوفين بأنه
    return None


def group_end(reading: Reading, first: int) -> int:
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


def _voice_before(reading: Reading, said: Clause) -> Phrase | None:
    """Finds a source or name before its verb (لكن │ مصدرا في الوزارة │ قال إن, أما │ لينا الفاسي │ فقالت)."""
    for k in [k for k in said.units if k < said.verb][:2]:
        entity = reading.entity_at(k)
        governed = reading.units[k].word.prefix or (k and reading.units[k - 1].word.preposition)
        if entity is not None and entity.kind in SPEAKERS and not governed:
            return Phrase(k, entity.end, entity)
        word = reading.units[k].word
        noun = word.stem.removesuffix("ا")
        if noun in _SOURCES_OF_NEWS or noun in _SPOKESMEN:
            return Phrase(k, said.verb, None)
    return None
