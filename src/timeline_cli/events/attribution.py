"""Who says so (docs/events.md §6)."""

from __future__ import annotations

from timeline_cli.events.antecedents import of_phrase, resolved
from timeline_cli.events.attach import Attachment
from timeline_cli.events.phrases import Phrase, phrase_end, subject
from timeline_cli.events.story import Reading, Story
from timeline_cli.text.clauses import Clause

_SOURCES = frozenset({"بحسب", "حسب", "وفق", "وفقا", "طبقا", "استنادا", "نقلا", "لسان"})
_SENTENCES_BACK = 8


def attribution(story: Story, reading: Reading, head: Attachment) -> str | None:
    """Returns the speaker of what an act's clause tells, None where the text itself tells it."""
    clause = reading.clauses[head.clause]
    if (
        head.kind == "noun"
        and head.rule == "D10"
        and clause.verb >= 0
        and reading.units[clause.verb].word.speech is not None
    ):
        return speaker(story, reading, clause)
    if clause.frame >= 0:
        return _of_frame(story, reading, clause.frame)
    if story.in_quotation(reading.number):
        return last_speaker(story, reading.number)
    return _of_tail(story, reading, head.clause) or _of_source_phrase(story, reading)


def _of_frame(story: Story, reading: Reading, frame: int) -> str | None:
    framed = reading.clauses[frame]
    while framed.parent >= 0:
        said = reading.clauses[framed.parent]
        if framed.kind == "saying":
            return speaker(story, reading, said) or last_speaker(story, reading.number)
        if said.verb >= 0 and reading.units[said.verb].word.speech is not None:
            return speaker(story, reading, said) or last_speaker(story, reading.number)
        if said.verb < 0 and framed.opener >= 0 and reading.units[framed.opener].text == ":":
            return _before_colon(story, reading, said)
        if said.verb < 0:
            after = next((c for c in reading.clauses if c.parent == said.parent and _speaks(reading, c)), None)
            if after is not None:
                return speaker(story, reading, after)
        if said.frame < 0 or said.frame == frame:
            break
        frame = said.frame
        framed = reading.clauses[frame]
    return last_speaker(story, reading.number) if framed.kind == "quote" else None


def _speaks(reading: Reading, clause: Clause) -> bool:
    return clause.verb >= 0 and reading.units[clause.verb].word.speech is not None


def _before_colon(story: Story, reading: Reading, said: Clause) -> str | None:
    for k in said.units[:2]:
        entity = reading.entity_at(k)
        if entity is not None:
            return of_phrase(story, reading, Phrase(k, entity.end, entity)).words
    return None


def speaker(story: Story, reading: Reading, said: Clause) -> str | None:
    """Returns the subject of a speech verb as an attribution: name, office, body or group; None where it is hidden."""
    phrase = _quoted_source(reading, said) or subject(reading, said) or _group(reading, said)
    if phrase is None:
        return None
    found = resolved(story, reading, of_phrase(story, reading, phrase))
    words = found.words.split()
    head = reading.units[found.first].word if found.reading is reading else None
    if head is not None and (head.classes & {"demonstrative", "pronoun", "relative"}):
        return None
    return " ".join(words[:5]) if any(len(text) > 2 for text in words) else None


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
    if behind and "group-noun" in reading.units[behind[0]].word.classes:
        return Phrase(behind[0], phrase_end(reading, behind[0], 5), None)
    return None


def last_speaker(story: Story, number: int) -> str | None:
    """Returns who spoke last before a sentence, within its section."""
    for reading, clause in story.clauses_before(number, _SENTENCES_BACK):
        if _speaks(reading, clause):
            phrase = subject(reading, clause)
            named = phrase is not None and phrase.entity is not None
            found = speaker(story, reading, clause) if named or phrase is None else None
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
                return speaker(story, reading, clause)
    return None


def _is_saying(reading: Reading, k: int) -> bool:
    speech = reading.units[k].word.speech
    return speech is not None and speech.aspect in ("perfect", "imperfect")


def _of_source_phrase(story: Story, reading: Reading) -> str | None:
    """F3, F7: بحسب X, وفقا لـX, نقلا عن X, في بيان لـX; only names, groups and statements of someone count."""
    units = reading.units
    for k, unit in enumerate(units[:-1]):
        if unit.date >= 0 or (unit.word.fold.removeprefix("و") not in _SOURCES and unit.word.fold not in _SOURCES):
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
    if entity is not None and entity.kind in ("person", "organisation", "office"):
        return resolved(story, reading, of_phrase(story, reading, Phrase(first, entity.end, entity))).words
    classes = units[first].word.classes
    if "statement-noun" in classes or units[first].word.core in ("بيان", "تقرير", "احصاءات", "بيانات"):
        for k in range(first + 1, min(first + 4, len(units))):
            inner = reading.entity_at(k)
            if inner is not None and inner.kind in ("person", "organisation", "office"):
                return of_phrase(story, reading, Phrase(k, inner.end, inner)).words
        return None
    if "group-noun" in classes:
        return story.words(units, first, phrase_end(reading, first, 4))
    return None
