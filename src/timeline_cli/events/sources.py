"""Whom a source phrase or a frame behind the act names: بحسب X, وفقا لـX, على ما أفاد X (docs/events.md §6, F3)."""

from __future__ import annotations

from timeline_cli.events.entity import Entity
from timeline_cli.events.phrases import Phrase, phrase_end
from timeline_cli.events.speakers import speaker
from timeline_cli.events.speaking import is_saying
from timeline_cli.events.story import Reading, Story
from timeline_cli.events.voices import name_of, named_in, seat_of_voice, voice, written
from timeline_cli.lexicon.index import cues

_SPEAKERS = ("person", "organisation", "office")
_SOURCES = cues("sources")
_SOURCES_JOINED = _SOURCES | {"و" + source for source in _SOURCES}
_PARTING = frozenset({"while", "but"})
_HOUSEHOLD = cues("household") | cues("kin")


def of_tail(story: Story, reading: Reading, number: int) -> str | None:
    """F3: على ما أفاد X behind the clause, or a quotation's frame behind it."""
    for clause in reading.clauses[number + 1 :]:
        if clause.kind == "tail":
            verb = next((k for k in clause.units if is_saying(reading, k)), -1)
            if verb >= 0:
                clause.verb = verb
                return (
                    speaker(story, reading, clause) or _known_at(story, reading, verb) or _household(reading, verb + 1)
                )
    return None


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


def _source_at(story: Story, reading: Reading, first: int) -> str | None:
    units = reading.units
    if units[first].date >= 0 or units[first].is_mark:
        return None
    entity = reading.entity_at(first)
    if entity is not None and entity.kind in _SPEAKERS:
        return voice(story, reading, Phrase(first, entity.end, entity))
    if units[first].word.core_classes & {"statement-noun"}:
        issuer = _issuer(reading, first)
        if issuer is not None:
            return name_of(story, reading, issuer)
        named = named_in(reading, Phrase(first, phrase_end(reading, first), None))
        if named is not None:
            return name_of(story, reading, named)
        group = units[first + 1] if first + 1 < len(units) and units[first + 1].date < 0 else None
        if group is None or group.word.prefix != "ل" or "group-noun" not in group.word.core_classes:
            return None
        return written(story.words(units, first + 1, phrase_end(reading, first + 1, 4)))
    seat = seat_of_voice(reading, first)
    if seat > first:
        return written(story.words(units, first, seat))
    if "group-noun" in units[first].word.classes:
        return written(story.words(units, first, phrase_end(reading, first, 4)))
    return None


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


def _issuer(reading: Reading, first: int) -> Entity | None:
    """Returns the body behind a verb with a pronoun that says whose a statement is (وفق نشرة │ أصدرتها الدائرة)."""
    for k in range(first + 1, min(first + 4, len(reading.units) - 1)):
        verb = reading.units[k].word.verb
        if verb is not None and verb.pronoun in ("ه", "ها"):
            entity = reading.entity_at(k + 1)
            return entity if entity is not None and entity.kind in _SPEAKERS else None
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
    return written(story.words(reading.units, first, phrase_end(reading, first, 4)))
