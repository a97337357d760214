"""Whom a short text is about, whose sentences go on without naming him (docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.doers.begun import is_phase
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.nominal import nominal_subject
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.topics import pronoun_of
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb

_GOES_ON = frozenset({"main", "and", "then", "but", "as"})
_NESTED = frozenset({"relative", "bracket", "tail", "saying", "quote", "complement"})
_OF_LIVES = frozenset({"death", "injury", "birth", "family", "education"})
_ACTS = frozenset({"person", "organisation"})
_OF_THINGS = cues("of-things")
_READ = 8
_FEWEST = 2
_NEAR = 4


def protagonist(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns whom the first sentence of a text tells of, for a verb without subject in a later one.

    Only where the text goes on about him: at least two of its next sentences open with a verb of his gender that has no
    subject either, or with a pronoun of it. None where somebody else of that gender, who does not act upon him, is the
    subject nearest before, in the sentence or the one before it.
    """
    verb = reading.units[clause.verb].word.verb
    if verb is None or clause.kind not in _GOES_ON or reading.number == 0:
        return None
    if story.sentences[0].section != reading.sentence.section:
        return None
    if is_phase(reading, clause, verb) or set(verb.lemma.split("|")) & _OF_THINGS:
        return None
    who = _hero(story)
    if who is None or who.feminine != (verb.person == "3fs") or not _can_do(who, verb):
        return None
    return None if _another_goes_on(story, reading, clause, who) else who


def _can_do(who: Antecedent, verb: Verb) -> bool:
    if who.person:
        return not verb.kinds or not verb.kinds <= {"economy", "figure"}
    return not verb.kinds & _OF_LIVES


def _hero(story: Story) -> Antecedent | None:
    if "hero" not in story.remembered:
        story.remembered["hero"] = _looked_for(story)
    found = story.remembered["hero"]
    return found if isinstance(found, Antecedent) else None


def _looked_for(story: Story) -> Antecedent | None:
    who = _told_first(story)
    if who is None:
        return None
    hidden = 0
    for number in range(1, min(_READ, len(story.sentences))):
        if story.sentences[number].section != story.sentences[0].section:
            break
        reading = story.reading(number)
        hidden += _goes_on_about(reading, who)
    return who if hidden >= min(_FEWEST, len(story.sentences) - 1) and hidden else None


def _goes_on_about(reading: Reading, who: Antecedent) -> bool:
    """Tells whether a sentence opens with a verb of somebody's gender without a subject, or with such a pronoun."""
    opening = next((c for c in reading.clauses if c.verb >= 0 and c.kind not in _NESTED), None)
    verb = reading.units[opening.verb].word.verb if opening is not None else None
    if opening is None or verb is None:
        return False
    if verb.person == ("3fs" if who.feminine else "3ms") and subject(reading, opening) is None:
        return True
    pronoun = "ها" if who.feminine else "ه"
    return any(pronoun_of(reading, k) == pronoun for k in opening.units if k <= opening.verb + _NEAR)


def _told_first(story: Story) -> Antecedent | None:
    """Returns the named subject of the first sentence, or the name that it opens with (هو كمال الأزهري، فقيه …)."""
    reading = story.reading(0)
    for clause in reading.clauses:
        if clause.kind in _NESTED:
            continue
        phrase = subject(reading, clause) if clause.verb >= 0 else nominal_subject(reading, clause)
        entity = phrase.entity if phrase is not None else None
        if entity is None:
            entity = next((e for e in reading.entities if e.first in clause.units[:12] and e.kind in _ACTS), None)
        if entity is not None and entity.kind in _ACTS and not entity.bare:
            return of_phrase(story, reading, Phrase(entity.first, entity.end, entity))
        if clause.verb >= 0:
            return None
    return None


def _another_goes_on(story: Story, reading: Reading, clause: Clause, who: Antecedent) -> bool:
    """Tells whether somebody else of that gender is the subject nearest before the clause, in its sentence or the one
    before."""
    places = [(reading, reading.clauses[: clause.number])]
    if reading.number > 1:
        before = story.reading(reading.number - 1)
        places.append((before, before.clauses))
    for told, clauses in places:
        for other in reversed(clauses):
            phrase = subject(told, other) if other.verb >= 0 and other.kind not in _NESTED else None
            if phrase is None:
                continue
            verb = told.units[other.verb].word.verb
            if verb is not None and verb.pronoun == ("ها" if who.feminine else "ه"):
                return False  # عطلتها السلطات. │ وعاودت الظهور
            named = of_phrase(story, told, phrase)
            if named.feminine == who.feminine and (named.person or not who.person):
                return named.words != who.words
    return False
