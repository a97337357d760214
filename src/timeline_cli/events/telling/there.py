"""Which place an act means without naming it: where something is told to be by a pronoun (docs/events.md §4.5)."""

from __future__ import annotations

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.antecedents import last_thing
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.places_told import place_of_text
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.topics import may_be_meant, pronoun_of
from timeline_cli.events.entities.entity import PLACE_KINDS, Entity
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.composing import Title
from timeline_cli.lexicon.index import cues
from timeline_cli.model import Name
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import fold, unjoined

_TOWARDS = frozenset({"إلى", "الى", "في", "نحو"})
_THERE = frozenset({"بها", "به", "فيها", "فيه"})
_PARTS = cues("of-thing")
_TOWNS = cues("of-town") | _PARTS
_JOINED = frozenset({"meeting", "sport", "protest", "court", "election"})


def place_understood(story: Story, reading: Reading, clause: Clause, head: Attachment, made: Title) -> Name | None:
    """Returns the place or site that a pronoun of an act means (دُشنت بها محطة, انهارت مئذنته): what the text before
    tells of, where nothing is told of since that one takes part in; None without one."""
    if head.kind != "verb" or clause.kind == "relative":
        return None
    reached = _just_reached(reading, clause)
    if reached is not None:
        return Name(story.words(reading.units, reached.name_first, reached.name_end), reached.kind)
    unlisted = _died_there(reading, clause)
    if unlisted >= 0:
        return Name(story.words(reading.units, unlisted, unlisted + 1), "city")
    told = _told_of(story, reading, clause)
    if told is not None:
        return place_of(story, told)
    if any(who.entity is not None for who in made.named):
        return None
    for k in clause.units:
        word = reading.units[k].word
        pronoun = pronoun_of(reading, k) if k != clause.verb else ""
        there = word.stem in _THERE
        if not pronoun or not (there or fold(unjoined(word.stem.removesuffix(pronoun))) in _PARTS):
            continue
        feminine = pronoun == "ها"
        if there and any(entity.kind in PLACE_KINDS and entity.first in clause.units for entity in reading.entities):
            return None
        if any(_joined_in(story, number, feminine) for number in range(max(0, reading.number - 2), reading.number)):
            return None
        who = last_thing(story, reading, clause, feminine=feminine) or _of_text(story, feminine)
        return place_of(story, who) if who is not None and who.reading.number < reading.number else None
    return None


def _just_reached(reading: Reading, clause: Clause) -> Entity | None:
    """Returns the town or place that فيها or بها means since the clause right before ends with it behind a preposition
    (نُفي إلى فاس │ فتوفي بها); None elsewhere."""
    at = next((k for k in clause.units if reading.units[k].word.stem in _THERE), -1)
    there = reading.units[at].word.stem if at > 0 and reading.units[at - 1].word.act is None else ""
    if not there or clause.kind not in ("and", "then") or clause.number == 0 or clause.verb < 0:
        return None
    if any(entity.kind in PLACE_KINDS and entity.first in clause.units for entity in reading.entities):
        return None
    before = set(reading.clauses[clause.number - 1].units)
    places = [entity for entity in reading.entities if entity.first in before and entity.kind in PLACE_KINDS]
    last = places[-1] if places else None
    if last is None or last.feminine != there.endswith("ها"):
        return None
    local = reading.units[last.first - 1].word if last.first else None
    told = reading.units[last.first].word.prefix == "ب" or (local is not None and local.stem in _TOWARDS)
    following = (reading.units[k].word for k in range(last.end, clause.verb) if reading.units[k].date < 0)
    things = any(word.definite and word.feminine == last.feminine and not word.prefix for word in following)
    return last if told and not things else None


def _died_there(reading: Reading, clause: Clause) -> int:
    """Returns the unit of the town, in no list, that the clause right before ends with behind إلى, where somebody then
    died (نُفي إلى أودرار │ فتوفي بها); -1 elsewhere."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 and clause.number else None
    after = reading.units[clause.verb + 1].word if 0 <= clause.verb < len(reading.units) - 1 else None
    if verb is None or "death" not in verb.kinds or after is None or after.stem not in ("بها", "فيها"):
        return -1
    before = [k for k in reading.clauses[clause.number - 1].units if not reading.units[k].is_mark]
    if (
        len(before) < 2
        or reading.units[before[-2]].word.stem not in ("إلى", "الى")
        or reading.units[before[-1]].date >= 0
    ):
        return -1
    word = reading.units[before[-1]].word
    ordinary = word.common or word.known_noun or word.definite or word.is_function or word.given or word.office
    return -1 if ordinary or word.pronoun or word.prefix or word.lead else before[-1]


def _told_of(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns the place that the text tells of where a pronoun of an act means it: as what the act is done to
    (دخلها الجيش, ضرب عليها حصارا) or with a part of it (حاصر حاميتها); None where anything before in the clause can be
    meant."""
    for k in clause.units:
        word = reading.units[k].word
        pronoun = pronoun_of(reading, k)
        feminine = pronoun == "ها"
        if pronoun and k != clause.verb and "preposition-bound" not in word.classes:
            pronoun = pronoun if fold(unjoined(word.stem.removesuffix(pronoun))) in _TOWNS else ""
        if pronoun:
            found = place_of_text(story, reading, clause, feminine=feminine)
            sure = k != clause.verb and "preposition-bound" not in word.classes
            before = any(may_be_meant(reading, j, feminine) for j in clause.units if j < k)
            return None if before and not sure else found
    return None


def place_of(story: Story, who: Antecedent) -> Name | None:
    """Returns a place or site that something stands for by its name, None for others."""
    entity = who.entity
    if entity is None or entity.bare:
        return None
    word = who.reading.units[entity.first].word
    site = word.organisation is not None and word.organisation["family"] == "site"
    if entity.kind not in PLACE_KINDS and not (entity.kind == "organisation" and site):
        return None
    return Name(story.words(who.reading.units, entity.name_first, entity.name_end), "place")


def _of_text(story: Story, feminine: bool) -> Antecedent | None:
    """Returns the subject of the first sentence, what the text is about, if it has a gender."""
    first = story.reading(0)
    phrases = (subject(first, clause) for clause in first.clauses if clause.verb >= 0)
    phrase = next((phrase for phrase in phrases if phrase is not None and phrase.entity is not None), None)
    found = of_phrase(story, first, phrase) if phrase is not None else None
    return found if found is not None and found.feminine == feminine else None


def _joined_in(story: Story, number: int, feminine: bool) -> bool:
    """Tells whether a sentence tells of something that one takes part in (مؤتمر, مباراة), which في can mean as well."""
    acts = (unit.word for unit in story.reading(number).units if unit.date < 0 and unit.word.act is not None)
    return any(word.feminine == feminine and word.act is not None and word.act.kind in _JOINED for word in acts)
