"""Whom the pronoun of أنه or أنها means: who speaks, or the body that he speaks for or of (docs/events.md §3.2)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.acts import HUMAN_ACTS
from timeline_cli.events.doers.naming import Antecedent, full_name_of, of_phrase, resolved
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause

_SENTENCES_BACK = 6
_INQUIRIES = cues("inquiry")
_SOURCES = cues("sources-of-news")


def done_act(candidate: Antecedent) -> bool:
    """Tells whether a candidate is the act of تم or جرى, which does nothing itself (تم │ الإفراج عنه)."""
    units = candidate.reading.units
    light = candidate.first > 0 and "light" in units[candidate.first - 1].word.classes
    return light and candidate.entity is None and units[candidate.first].word.act is not None


def speaker_as_subject(story: Story, reading: Reading, clause: Clause, feminine: bool) -> Antecedent | None:
    """Returns the speaker where a complement opens with أنه or أنها."""
    if clause.frame < 0:
        return None
    frame = reading.clauses[clause.frame]
    if frame.kind != "complement" or frame.opener < 0 or frame.parent < 0:
        return None
    verb = reading.units[clause.verb].word.verb
    if reading.units[frame.opener].word.stem in ("أن", "إن", "ان", "بأن"):
        return None
    if verb is not None and verb.stative and not verb.future and not verb.kinds & HUMAN_ACTS:
        return None
    said = reading.clauses[frame.parent]
    told = _told_of_before(story, reading, frame, feminine) if clause.number else None
    if told is not None:
        return told
    phrase = subject(reading, said)
    if phrase is None:
        before = previous_speaker(story, reading.number)
        return before if before is not None and before.feminine == feminine else None
    if reading.units[phrase.first].word.core in _SOURCES or done_act(of_phrase(story, reading, phrase)):
        return None
    if reading.units[phrase.first].word.core in _INQUIRIES and not reading.units[phrase.first].word.definite:
        return None  # أثبت تحقيق │ أنه زوّر
    who = resolved(story, reading, of_phrase(story, reading, phrase))
    if who.entity is None and not who.person and phrase.first > said.verb >= 0:
        speech = reading.units[said.verb].word.speech  # ذكرت «تارا» أنها
        who = replace(who, feminine=who.feminine or (speech is not None and speech.person == "3fs"))
    if who.feminine != feminine and not who.person:
        return None
    return who if who.feminine == feminine else _spoken_for(story, reading, phrase.first, frame.opener, feminine)


def _spoken_for(story: Story, reading: Reading, first: int, end: int, feminine: bool) -> Antecedent | None:
    """Returns the body that a speaker is told by, where أنها cannot mean him (أكد متحدث باسم │ الشركة أنها سددت)."""
    for entity in reading.entities:
        if entity.kind == "organisation" and first < entity.first < end and entity.feminine == feminine:
            return resolved(story, reading, of_phrase(story, reading, Phrase(entity.first, entity.end, entity)))
    for k in range(first + 1, end):
        word = reading.units[k].word
        body = word.definite and word.organisation is not None and word.feminine == feminine
        full = full_name_of(story, reading, k, body=True) if body else None
        if full is not None and full.feminine == feminine:
            return full
    return None


def _told_of_before(story: Story, reading: Reading, frame: Clause, feminine: bool) -> Antecedent | None:
    """Returns the body of which the complement before tells, which وأنها goes on with (قالت المديرة إن المدرسة أغلقت
    │ وإنها ستفتح …); None elsewhere."""
    if not reading.units[frame.opener].word.lead:
        return None
    for before in reversed(reading.clauses[: frame.number]):
        if before.kind != "complement" or before.parent != frame.parent or before.verb < 0:
            continue
        phrase = subject(reading, before)
        if phrase is None or phrase.entity is None or phrase.entity.kind != "organisation":
            return None
        found = resolved(story, reading, of_phrase(story, reading, phrase))
        return found if found.feminine == feminine else None
    return None


def previous_speaker(story: Story, number: int) -> Antecedent | None:
    """Returns the named subject of the last speech verb before a sentence, within its section."""
    for reading, clause in story.clauses_before(number, _SENTENCES_BACK):
        if clause.verb < 0 or reading.units[clause.verb].word.speech is None:
            continue
        phrase = subject(reading, clause)
        if phrase is not None and phrase.entity is not None:
            return resolved(story, reading, of_phrase(story, reading, phrase))
    return None
