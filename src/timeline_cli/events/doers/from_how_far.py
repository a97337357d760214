"""From how far a name may be carried to a verb without one, and whether its bearer may do what the verb says
(docs/events.md §3.2, T5)."""

from __future__ import annotations

from timeline_cli.events.doers.antecedents import from_post
from timeline_cli.events.doers.naming import Antecedent, is_someone
from timeline_cli.events.doers.possible import (
    fits_object,
    never_passive,
)
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import word as known_word

_FARTHEST_PERSON = 6
_OPENING = 2
_FARTHEST_BODY = 4


def near_enough(story: Story, reading: Reading, clause: Clause, who: Antecedent) -> bool:
    """Tells whether a name may be put in as the doer: one from the sentence itself or the one before it, a person also
    from farther back where nobody else is named between; nothing that stands in quotation marks."""
    if not may_do(reading, clause, who):
        return False
    body = who.words[:1] not in '"“«' and who.words.count("«") == who.words.count("»") == 1
    if any(mark in who.words for mark in ('"“”,،' if body else '"“”«»,،')):
        return False
    back = reading.number - who.last_named
    if back and _in_chronicle(story, reading, who):
        return False
    if not who.person and back and not (who.topic and _goes_on_from_before(reading, clause)):
        return False
    if who.person and back and (_told_here(reading, clause, who) or _others_here(reading, clause, who)):
        return False
    if (
        who.person
        and back
        and who.taken_up < 0
        and not (_opens_story(story, who) or _alone(story, who, reading.number))
    ):
        return False
    if who.person and (who.reading.number == 0 or _opens_story(story, who)):
        return back <= _FARTHEST_PERSON or _tells_life(story, who)
    if not who.person:
        body = who.entity is not None and who.entity.kind == "organisation" and back <= _FARTHEST_BODY
        return back <= 1 or (body and _goes_on_hidden(story, who.last_named, reading.number))
    return 0 <= back <= 1 or (back <= _FARTHEST_PERSON and _alone(story, who, reading.number))


def may_do(reading: Reading, clause: Clause, who: Antecedent) -> bool:
    """Tells whether somebody or something may do what a clause's verb says."""
    verb = reading.units[clause.verb].word.verb
    if verb is None:
        return True
    if not is_someone(reading, who) and (verb.kinds & {"death", "injury", "birth"} or from_post(reading, clause)):
        return False
    if who.person and not verb.transitive and verb.kinds and verb.kinds <= {"economy", "figure"}:
        return False
    acts = who.person or (who.entity is not None and who.entity.kind in ("organisation", "country"))
    if acts and not verb.transitive and _figure_next(reading, clause):
        return False
    if who.person and _done_by_nobody(reading, clause, verb):
        return False
    passive = verb.passive or "ُ" in reading.units[clause.verb].text[:3]
    return not (who.person and passive and verb.kinds == {"publication"})


def _in_chronicle(story: Story, reading: Reading, who: Antecedent) -> bool:
    """Tells whether a sentence opens a line with its date, and so did that of somebody who does not open the text: each
    line of a chronicle tells of its own people."""
    before = story.reading(who.last_named)
    dated = all(told.units and told.units[0].date >= 0 for told in (before, reading))
    return dated and before.sentence.line != reading.sentence.line and not _opens_story(story, who)


def _done_by_nobody(reading: Reading, clause: Clause, verb: Verb) -> bool:
    """Tells whether an imperfect that asks for an object has a phrase behind it instead, so that it is a passive (ينفذ
    خلال خمس سنوات)."""
    if verb.aspect != "imperfect" or verb.passive or verb.pronoun or not fits_object(reading, clause):
        return False
    if never_passive(verb):
        return False
    behind = [k for k in clause.units if k > clause.verb and not reading.units[k].is_mark]
    return bool(behind) and all(
        reading.units[k].date >= 0 or reading.units[k].word.preposition or bool(reading.units[k].word.prefix)
        for k in behind[:2]
    )


def _goes_on_from_before(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause is the first of its sentence that has a verb, or the first that is told there of somebody,
    so that it may go on with what the sentence before tells of."""
    verb = reading.units[clause.verb].word.verb
    said = reading.clauses[clause.frame].parent if clause.frame >= 0 else -1
    before = [
        c
        for c in reading.clauses[: clause.number]
        if c.verb >= 0 and c.number != said and c.kind not in ("relative", "bracket", "tail")
    ]
    if not before:
        return clause.kind in ("main", "and", "then", "as", "but", "complement", "quote")
    told = [reading.units[c.verb].word.verb for c in before]
    hidden = all(subject(reading, c) is None for c in before)
    return hidden and verb is not None and all(other is None or other.person == verb.person for other in told)


def _told_here(reading: Reading, clause: Clause, who: Antecedent) -> bool:
    """Tells whether a clause before, in the sentence, has a subject of its own that the verb may go on with, somebody
    else than the person."""
    for before in reading.clauses[: clause.number]:
        own = clause.frame == before.frame or not _speaks(reading, before)
        if before.verb < 0 or before.kind in ("relative", "bracket", "tail") or not own:
            continue
        told = subject(reading, before)
        verb = reading.units[before.verb].word.verb
        if verb is not None and verb.pronoun:
            continue
        if told is None and verb is not None and _team_behind(reading, before.verb, verb, feminine=who.feminine):
            return True
        if told is not None and verb is not None and (verb.person == "3fs") == who.feminine:
            last = (told.entity.name_end if told.entity is not None else told.end) - 1
            if reading.units[last].word.core in {known_word(part).core for part in who.words.split()}:
                return False
            return not reading.units[told.first].word.pronoun
    return False


def _team_behind(reading: Reading, k: int, verb: Verb, *, feminine: bool) -> bool:
    """Tells whether a town stands right behind a verb that is done to something, so that its team acts (هيأ │ تورينو
    الأجواء … بعد أن توصل إلى اتفاق)."""
    town = reading.entity_at(k + 1)
    named = town is not None and town.kind == "city" and not reading.units[k + 1].word.prefix
    return named and verb.transitive and (verb.person == "3fs") == feminine


def _others_here(reading: Reading, clause: Clause, who: Antecedent) -> bool:
    """Tells whether the sentence tells before the verb of something else, and names somebody else with it who may be
    meant (هزت النادي فضيحة أدت إلى استقالة سالم الراوي، │ وسيختار …)."""
    before = [c for c in reading.clauses[: clause.number] if c.verb >= 0 and c.kind not in ("tail", "bracket")]
    before = [c for c in before if c.kind != "relative" and c.frame == clause.frame]
    if not any(subject(reading, c) is not None or _of_other_gender(reading, c, who) for c in before):
        return False
    own = {known_word(part).core for part in who.words.split()}
    return any(
        entity.kind == "person"
        and entity.first < clause.verb
        and entity.feminine == who.feminine
        and reading.units[entity.name_end - 1].word.core not in own
        for entity in reading.entities
    )


def _of_other_gender(reading: Reading, clause: Clause, who: Antecedent) -> bool:
    verb = reading.units[clause.verb].word.verb
    return verb is not None and verb.person in ("3ms", "3fs") and (verb.person == "3fs") != who.feminine


def _speaks(reading: Reading, frame: Clause) -> bool:
    """Tells whether a clause only says what another one tells."""
    return reading.units[frame.verb].word.speech is not None if frame.verb >= 0 else True


def _opens_story(story: Story, who: Antecedent) -> bool:
    """Tells whether the first sentence tells of a person, as a biography does: nobody is named before him there."""
    first = story.reading(0)
    person = next((entity for entity in first.entities if entity.kind in ("person", "office")), None)
    return person is not None and story.names.name_of(first.units, person) == who.words


def _tells_life(story: Story, who: Antecedent) -> bool:
    """Tells whether a text begins with a person, in its first words, so that it goes on about him to its end."""
    first = story.reading(0)
    person = next((entity for entity in first.entities if entity.kind in ("person", "office")), None)
    return _opens_story(story, who) and person is not None and person.first <= _OPENING


def _alone(story: Story, who: Antecedent, number: int) -> bool:
    """Tells whether nobody else is named between a person and the sentence that is to carry the name on."""
    others = {
        story.names.name_of(before.units, entity)
        for before in map(story.reading, range(who.last_named, number))
        for entity in before.entities
        if entity.kind in ("person", "office")
    }
    return others <= {who.words}


def _goes_on_hidden(story: Story, named: int, number: int) -> bool:
    """Tells whether every clause of the sentences between two has a hidden subject, so that all go on with what the
    first of the two tells of (تأسست الشركة …. وفتحت فرعا …. واشترت مصنعا …)."""
    for before in map(story.reading, range(named + 1, number)):
        told = [c for c in before.clauses if c.verb >= 0 and c.kind not in ("relative", "bracket", "tail")]
        if not told or any(subject(before, clause) is not None for clause in told):
            return False
    return True


def _figure_next(reading: Reading, clause: Clause) -> bool:
    """Tells whether the verb is followed by إلى and a figure, which no person does (قفز إلى 83 مليارا)."""
    behind = [reading.units[k] for k in clause.units if k > clause.verb][:3]
    return any(unit.is_number or "number" in unit.word.classes for unit in behind) and behind[0].word.fold in (
        "الي",
        "من",
    )
