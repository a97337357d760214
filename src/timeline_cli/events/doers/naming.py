"""What a noun phrase is called when it is taken up again: its words, the full name behind a bare noun or family name
(docs/events.md §3.2)."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.bodies import other_heads
from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.entities.organisations import organisation_end
from timeline_cli.events.plain_words import plain_text
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import REACH, Story
from timeline_cli.lexicon.index import cues, lines_by_fold
from timeline_cli.model import Name
from timeline_cli.text.letters import fold
from timeline_cli.text.tokens import CLOSING_QUOTES, DOUBLE_QUOTES

_TEAMS = cues("team")


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a hidden subject or pronoun stands for. `words`: to be put into a title; `entity` with its reading or
    None; `taken_up`: the sentence that last had it for a subject, -1 for that of its reading; `topic`: it is the
    subject of the main clause there, or of what is said there; `pair`: the two persons that it is of."""

    words: str
    feminine: bool
    person: bool
    entity: Entity | None
    reading: Reading
    first: int
    taken_up: int = -1
    topic: bool = False
    pair: tuple[Name, ...] = ()

    @property
    def last_named(self) -> int:
        """The sentence that last named it."""
        return self.taken_up if self.taken_up >= 0 else self.reading.number


def of_phrase(story: Story, reading: Reading, phrase: Phrase) -> Antecedent:
    """Returns a noun phrase as an antecedent; persons in the short form, without office."""
    entity = phrase.entity
    head = reading.units[phrase.first].word
    titled = head.office is not None or "last-person" in head.classes  # المطلوب │ سالم الراوي
    behind = reading.entity_at(phrase.end) if titled else None
    if behind is not None and behind.kind == "person" and (entity is None or entity.bare):
        phrase, entity = Phrase(phrase.first, behind.end, behind), behind  # السيد │ بلاتر
    if entity is not None and entity.kind == "person":
        return Antecedent(
            story.names.name_of(reading.units, entity), entity.feminine, True, entity, reading, phrase.first
        )
    end = _whole_name(reading, phrase, min(phrase.end, phrase.first + 6))
    if is_surname(story, reading, phrase):
        name = story.names.full_names[head.core]
        return Antecedent(name, name in story.names.women, True, None, reading, phrase.first)
    words = story.words(reading.units, phrase.first, end)
    person = bool((entity is not None and entity.kind == "office") or "person-noun" in head.classes)
    feminine = entity.feminine if entity is not None else head.feminine
    return Antecedent(words, feminine, person, entity, reading, phrase.first)


def is_someone(reading: Reading, who: Antecedent) -> bool:
    """Tells whether somebody is a person, or a definite noun of the sentence itself that means one (الطفل)."""
    word = who.reading.units[who.first].word
    plain = word.definite and who.entity is None and not word.pattern_plural
    return who.person or (who.reading is reading and plain and "person-noun" in word.core_classes)


def _whole_name(reading: Reading, phrase: Phrase, end: int) -> int:
    """Returns where a phrase is cut, not inside quotation marks: behind them where they close soon, else before."""
    marks = [k for k in range(phrase.first, end) if reading.units[k].text in DOUBLE_QUOTES]
    if len(marks) % 2 == 0 or end == phrase.end:
        return end
    closing = next((k for k in range(end, min(end + 3, phrase.end)) if reading.units[k].text in CLOSING_QUOTES), -1)
    return closing + 1 if closing >= 0 else max(marks[-1], phrase.first + 1)


def is_surname(story: Story, reading: Reading, phrase: Phrase) -> bool:
    """Tells whether a single word that is no name by itself is the family name of somebody named in full before."""
    word = reading.units[phrase.first].word
    family = word.definite and word.fold in lines_by_fold("events/family_names")
    alone = phrase.entity is None and phrase.end == phrase.first + 1
    plain = alone and (family or not word.common) and word.office is None
    return plain and word.core in story.names.full_names and word.core not in story.names.shared


def resolved(story: Story, reading: Reading, found: Antecedent) -> Antecedent:
    """Returns the full name behind a bare noun (الوزير, المتحف), the noun itself where no single one is found."""
    entity = found.entity
    head = reading.units[found.first].word
    if (entity is not None and not entity.bare) or not head.definite or len(found.words.split()) > 1:
        return found
    body = entity is not None and entity.kind == "organisation"
    full = full_name_of(story, reading, found.first, body=body)
    return full if full is not None else found


def full_name_of(story: Story, reading: Reading, unit: int, *, body: bool = False) -> Antecedent | None:
    """Looks in the text before for the full name that a bare definite noun takes up: one that begins with its own head
    word, else the only one with another word for it. `body`: the noun is no rank or office here (الفريق of a game)."""
    word = reading.units[unit].word
    base = plain_text(reading.units, unit, True).removeprefix("ال")
    if len(word.core) < 3:
        return None
    office = word.office is not None and not body
    if word.core in _TEAMS and not office:
        return _team_meant(story, reading, unit, (base, *(set(other_heads(word.core)) - {"منتخب"})))
    own = _full_name(story, reading, unit, base, office)
    if own is not None or office:
        return own
    others = [base for base in other_heads(word.core) if fold(base) in story.names.heads]
    alone = len(others) == 1 and len(story.names.heads[fold(others[0])]) == 1
    return _full_name(story, reading, unit, others[0], office) if alone else None


def _full_name(story: Story, reading: Reading, unit: int, base: str, office: bool) -> Antecedent | None:
    """Looks in the text before a unit for the full name that begins with a head word."""
    limit = reading.units[unit].start
    earliest = max(0, limit - REACH)
    place = story.text.rfind(base, earliest, limit)
    nearest: Antecedent | None = None
    for _ in range(12):
        if place < 0:
            break
        number = story.sentence_at(place)
        if number >= 0:
            found = _named_at(story, story.reading(number), fold(base), place, office)
            if found is not None and fold(base) in _TEAMS and not _own_team(found):
                found = None
            if found is not None and nearest is None:
                nearest = found
                if office or number == 0 or _is_doer(found):
                    break
            if found is not None and nearest is not None and number == 0 and _is_doer(found):
                return found
        place = story.text.rfind(base, earliest, place)
    return nearest


def _may_name(reading: Reading, k: int) -> bool:
    """Tells whether a word may be a name that no list holds: a bare word behind an office."""
    unit = reading.units[k] if k < len(reading.units) else None
    if unit is None or unit.is_mark or unit.date >= 0:
        return False
    word = unit.word
    verb = word.verb is not None and not word.verb.guessed
    return not (verb or word.definite or word.prefix or word.lead or word.is_function or word.common)


def _team_meant(story: Story, reading: Reading, unit: int, heads: tuple[str, ...]) -> Antecedent | None:
    """Returns the team named last before a unit, where the text tells of no other or names it near (نادي الواحة ….
    وعاد الفريق)."""
    told = [found for base in heads if (found := _full_name(story, reading, unit, base, office=False)) is not None]
    if not told:
        return None
    last = max(told, key=lambda found: (found.reading.number, found.first))
    names = {fold(word) for found in told for word in found.words.split()[1:2]}
    return last if len(names) == 1 or last.reading.number >= reading.number - 1 else None


def _own_team(found: Antecedent) -> bool:
    """Tells whether a team that the text names is the one it tells of, no opponent or owner of a ground: it does
    something, or a person or part of it is told of (مدرب فريق الواحة, الجهاز الفني لنادي الواحة)."""
    word = found.reading.units[found.first].word
    titled = found.reading.entity_over(found.first)
    served = titled is not None and titled.first < found.first
    before = found.reading.units[found.first - 1].word if found.first else word
    part = word.prefix in ("ب", "ل") and before.definite and before.core != "خاص"
    acts = before.act is not None and before.act.kind not in ("sport", "meeting")  # عودة فريق الواحة
    first = next((entity for entity in found.reading.entities if entity.kind == "organisation"), None)
    opens = found.reading.number == 0 and first is titled
    return opens or part or acts or served or _is_doer(found)


def _is_doer(found: Antecedent) -> bool:
    """Tells whether a name is the subject of a clause of its sentence."""
    phrases = (subject(found.reading, clause) for clause in found.reading.clauses if clause.verb >= 0)
    return any(phrase is not None and phrase.first == found.first for phrase in phrases)


def _named_at(story: Story, reading: Reading, stem: str, place: int, office: bool) -> Antecedent | None:
    """Returns the fuller name that holds the head word at an offset, None where it stands alone there too. `office`:
    the word is one, so that its holder is meant."""
    unit = next((k for k, u in enumerate(reading.units) if u.date < 0 and u.start <= place < u.end), -1)
    entity = reading.entity_over(unit) if unit >= 0 else None
    if entity is None or reading.units[unit].word.core != stem:
        return None
    if office:
        named = entity.kind == "person" and unit < entity.name_first
        named = named and not (
            reading.units[unit].word.organisation is not None and unit > entity.first
        )  # لاعب الفريق سالم
        return of_phrase(story, reading, Phrase(entity.first, entity.end, entity)) if named else None
    if entity.kind == "organisation" and entity.key == stem and not entity.bare:
        return of_phrase(story, reading, Phrase(entity.first, entity.end, entity))
    inside = entity.kind in ("person", "office") and unit < (
        entity.end if entity.kind == "office" else entity.name_first
    )
    board = [part.word.core for part in reading.units[entity.first : entity.first + 2]] == ["مجلس", "اداره"]
    inside = inside or (board and entity.kind == "organisation" and entity.first < unit)
    if inside and reading.units[unit].word.organisation is not None:
        end = organisation_end(reading.units, unit)
        end = min(end, entity.name_first) if entity.kind == "person" else end
        named = entity.kind == "person" or _may_name(reading, end)
        if named and unit + 2 < end == (entity.name_first if entity.kind == "person" else entity.end):
            own = stem not in _TEAMS or reading.units[end - 1].word.nationality is None
            end -= not own  # مدرب فريق الواحة │ البرازيلي │ سيلفا
        body = Entity(unit, end, unit, end, "organisation", stem, reading.units[unit].word.feminine)
        return of_phrase(story, reading, Phrase(unit, end, body)) if end > unit + 1 else None
    return None
