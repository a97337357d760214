"""Who says what a clause of speech opens, and who goes on speaking behind it (docs/events.md §6)."""

from __future__ import annotations

from timeline_cli.events.doers.carried import carried
from timeline_cli.events.doers.fronted import subject_before
from timeline_cli.events.doers.hero import hero_that
from timeline_cli.events.doers.nominal import nominal_subject
from timeline_cli.events.doers.protagonist import another_told_of, protagonist
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.telling.speaking import phrase_of, says_in_passing, speaks
from timeline_cli.events.telling.voices import can_speak, voice
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause

_SENTENCES_BACK = 8
_NOBODY = cues("nobody")


def speaker(story: Story, reading: Reading, said: Clause) -> str | None:
    """Returns the subject of a speech verb as an attribution: name, office, body or group.

    None where it is hidden, or where it is nobody who could speak (شهد عام 2014 صدور الكتاب).
    """
    phrase = phrase_of(reading, said)
    return None if phrase is None else voice(story, reading, phrase)


def who_says(story: Story, reading: Reading, said: Clause) -> str | None:
    """Returns the speaker that a clause names, or the last one where its subject is hidden (وأضاف, أجاب ضاحكا)."""
    if phrase_of(reading, said) is None:
        word = reading.units[said.verb].word
        impersonal = said.verb >= 0 and word.fold.removeprefix(word.lead) in _NOBODY
        if impersonal:
            return None
        told = _doer_before(story, reading, said) or last_speaker(story, reading.number)
        return told or _person_told_of(story, reading, said)
    return speaker(story, reading, said)


def _person_told_of(story: Story, reading: Reading, said: Clause) -> str | None:
    """Returns the person whom the text tells of, who speaks where nobody has spoken before (انتزعت هدى الراوي اللقب.
    ونالت …. وصرحت بأنها …), None without one."""
    word = reading.units[said.verb].word if said.verb >= 0 and said.kind != "tail" else None
    told = (word.verb or word.speech) if word is not None else None
    if word is None or told is None or told.person not in ("3ms", "3fs"):
        return None
    feminine = told.person == "3fs"
    if word.verb is not None:
        who = protagonist(story, reading, said) or carried(story, reading, said)
    else:
        who = hero_that(story, lambda who: who.person and who.feminine == feminine)
        who = None if who is None or another_told_of(story, reading, said, who) else who
    named = who is not None and who.entity is not None and who.entity.kind == "person" and who.feminine == feminine
    return who.words if who is not None and named else None


def last_speaker(story: Story, number: int) -> str | None:
    """Returns who spoke last before a sentence, within its section."""
    for reading, clause in story.clauses_before(number, _SENTENCES_BACK):
        if speaks(reading, clause) or (clause.verb >= 0 and says_in_passing(reading, clause)):
            found = speaker(story, reading, clause)
            if found is not None:
                return found
    return None


def _doer_before(story: Story, reading: Reading, said: Clause) -> str | None:
    """Returns the doer of the clause that a speech verb without a subject goes on from (نفى المدير تسلمه أموالا، وقال
    إن …; وصل المدير. وقال …), None elsewhere."""
    word = reading.units[said.verb].word if said.verb >= 0 else None
    person = word.verb.person if word and word.verb else word.speech.person if word and word.speech else ""
    if word is not None and word.verb is not None and person not in ("3ms", "3fs"):
        return None
    if said.kind in ("and", "then"):
        told = [c for c in reading.clauses[: said.number] if c.frame == said.frame]
        return _last_doer(story, reading, told, person, named=False)
    if said.number or not reading.number or word is None or word.lead != "و":
        return None
    before = story.reading(reading.number - 1)
    told = [c for c in before.clauses if c.frame < 0 and c.kind in ("main", "and", "then")]
    return _last_doer(story, before, told, person, named=True)


def _last_doer(story: Story, reading: Reading, told: list[Clause], person: str, *, named: bool) -> str | None:
    """Returns the last subject among clauses who can speak, None where the verb of speech does not agree with it.
    `named`: only a name counts."""
    for clause in reversed(told):
        phrase = subject_before(reading, clause) if clause.verb >= 0 else nominal_subject(reading, clause)
        if clause.verb >= 0 and (phrase is None or phrase.entity is None):
            phrase = phrase_of(reading, clause)
        if phrase is None or not can_speak(reading, phrase):
            continue
        if named and (phrase.entity is None or phrase.entity.kind not in ("person", "organisation")):
            continue
        feminine = phrase.entity.feminine if phrase.entity else reading.units[phrase.first].word.feminine
        return voice(story, reading, phrase) if feminine == (person == "3fs") else None
    return None
