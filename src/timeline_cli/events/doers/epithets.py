"""Words that mean someone or something named before by what they are: the deceased, the accused, a town's daughter, the
two men, the country, its capital (docs/events.md §3.2, §4.7)."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.forms import is_dual, is_highness
from timeline_cli.events.doers.pairs import pair_before
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.entity import PLACE_KINDS, Entity
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.model import Name
from timeline_cli.text.clauses import Clause

_SENTENCES_BACK = 6
_NEAR = 3
_ACCUSED = cues("accused")
_TWO_PERSONS = cues("two-persons")
_TWO_PARTIES = cues("two-parties")
_FOUNDERS = frozenset({"مؤسسان", "مؤسستان"})
_JUDGES = cues("judges")
_LATE = cues("late-person")
_BURIES = cues("buries")
_CHILDREN = frozenset({"ابن", "ابنة"})
_HOSTS = cues("host")
_TITLED = frozenset({"honorific", "sport", "academic"})
_ONE_PERSON = cues("one-person")


def person_meant(story: Story, reading: Reading, k: int) -> Name | None:
    """Returns whom a word for a person named before means (الفقيد, اللاعبة العربية, ابنة حلب), None for other words."""
    word = reading.units[k].word
    of_town = is_child_of_town(reading, k)
    if not of_town and ("last-person" not in word.classes or not word.definite):
        return None
    entity = reading.entity_over(k)
    if (entity is not None and not entity.bare) or word.prefix or word.lead or _described(reading, k):
        return None
    accused = word.core in _ACCUSED
    dead = _dead(story, reading) if word.core in _LATE else None
    if dead is not None:
        return dead
    for number in range(reading.number - 1, max(-1, reading.number - _SENTENCES_BACK), -1):
        before = story.reading(number)
        persons = [e for e in before.entities if e.kind == "person" and not (accused and _serves(before, e))]
        if of_town:
            persons = [e for e in persons if e.feminine == (word.stem == "ابنة")]
        if persons:
            acting = [e for e in persons if e.first in doers(before)]
            if accused and any(unit.word.speech is not None and not unit.word.speech.act for unit in before.units):
                acting = []
            chosen = acting[-1] if acting else persons[-1 if accused else 0]
            return Name(story.names.name_of(before.units, chosen), "person")
    return None


def _dead(story: Story, reading: Reading) -> Name | None:
    """Returns the person of whom the first sentences tell that he died or was buried, None without one."""
    for number in range(min(reading.number + 1, _NEAR)):
        before = story.reading(number)
        for clause in before.clauses:
            verb = before.units[clause.verb].word.verb if clause.verb >= 0 else None
            died = verb is not None and ("death" in verb.kinds or not _BURIES.isdisjoint(verb.lemma.split("|")))
            who = next((e for e in before.entities if e.kind == "person" and e.first in clause.units), None)
            if died and who is not None:
                return Name(story.names.name_of(before.units, who), "person")
    return None


def only_person(story: Story, reading: Reading, k: int) -> Name | None:
    """Returns whom a definite title or noun of a person means where it does or suffers something (اعتزل │ المهندس, أعيد
    │ الرجل): the one who was named with that title, else the only one of its gender named before, if he did something
    or stands in the first sentence; None elsewhere."""
    word = reading.units[k].word
    if not word.definite or word.prefix or word.lead:
        return None
    known = reading.entity_over(k)
    if known is not None and not (known.bare and known.end == k + 1):
        return None
    office = word.office
    titled = office is not None and office["note"] == "" and bool(_TITLED & set(office["family"].split("|")))
    named = reading.entity_at(k + 1)
    if not (titled or word.core in _ONE_PERSON) or _owned(reading, k) or (named is not None and named.kind == "person"):
        return None
    found: dict[str, list[bool]] = {}
    for number in sorted({0, *range(max(0, reading.number - _SENTENCES_BACK), reading.number + 1)}):
        before = story.reading(number)
        acting = doers(before)
        for entity in before.entities:
            behind = number == reading.number and entity.first > k
            if entity.kind != "person" or entity.feminine != word.feminine or behind:
                continue
            told = found.setdefault(story.names.name_of(before.units, entity), [False, False])
            told[0] |= any(unit.word.core == word.core for unit in before.units[entity.first : entity.name_first])
            told[1] |= entity.first in acting or number == 0 < reading.number
    same = [name for name, told in found.items() if told[0]]
    chosen = same if len(same) == 1 else [name for name, told in found.items() if told[1] or len(found) > 1]
    return Name(chosen[0], "person") if len(chosen) == 1 else None


def _owned(reading: Reading, k: int) -> bool:
    """Tells whether a noun only tells whose the noun before it is (بيت │ الشاعر)."""
    before = reading.units[k - 1] if k else None
    if before is None or before.date >= 0 or before.is_mark or before.word.verb is not None or before.word.definite:
        return False
    if reading.entity_over(k - 1) is not None:
        return False
    return not (before.word.preposition or before.word.is_function or before.word.pronoun)


def highness_meant(story: Story, reading: Reading, k: int) -> Name | None:
    """Returns the person of rank named last before whom سموه or معاليه means, None for other words."""
    word = reading.units[k].word
    if not is_highness(word) or word.prefix or word.office is None:
        return None
    for number in range(reading.number, max(-1, reading.number - _SENTENCES_BACK), -1):
        before = story.reading(number)
        persons = [e for e in before.entities if e.kind == "person" and (before is not reading or e.first < k)]
        persons = [e for e in persons if e.feminine == (word.office["gender"] == "f") and e.first < e.name_first]
        if persons:
            ranked = [e for e in persons if _has_rank(before, e)]
            return Name(story.names.name_of(before.units, ranked[0]), "person") if len(ranked) == 1 else None
    return None


def _has_rank(reading: Reading, entity: Entity) -> bool:
    """Tells whether a person is named with an office of state or a style (صاحب السمو, الوزير)."""
    offices = [unit.word.office for unit in reading.units[entity.first : entity.name_first]]
    return any(office is not None and set(office["family"].split("|")) & {"royal", "head"} for office in offices)


def is_child_of_town(reading: Reading, k: int) -> bool:
    """Tells whether ابن or ابنة stands before the town that someone comes from (ابنة │ حلب)."""
    if reading.units[k].word.stem not in _CHILDREN:
        return False
    entity = reading.entity_at(k + 1)
    return entity is not None and entity.kind in PLACE_KINDS


def _described(reading: Reading, k: int) -> bool:
    """Tells whether a word describes the definite noun before it (الجندي الراحل), with which it agrees."""
    before = reading.units[k - 1] if k else None
    if before is None or before.date >= 0 or not before.word.definite:
        return False
    return before.word.feminine == reading.units[k].word.feminine


def last_person(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Name | None:
    """Returns whom الراحل or المتهم means: the person named last before the sentence, None without such a word."""
    if head.kind != "verb":
        return None
    found = (
        person_meant(story, reading, k) or highness_meant(story, reading, k) or only_person(story, reading, k)
        for k in clause.units
    )
    return next((name for name in found if name is not None), None)


def pair_meant(story: Story, reading: Reading, clause: Clause, head: Attachment) -> tuple[Name, ...]:
    """Returns the two whom الرجلان or الجانبان means: exactly two of one kind named in the sentence before, or in this
    one before the word; empty elsewhere."""
    if head.kind != "verb":
        return ()
    for k in clause.units:
        word = reading.units[k].word
        if word.core in _TWO_PERSONS and not reading.units[k].date >= 0:
            return _two(story, reading, k, ("person",))
        if word.core in _FOUNDERS or _means_two(reading, k):
            pair = pair_before(story, reading, clause, told_so=True)
            return pair.pair if pair is not None else ()
        if word.core in _TWO_PARTIES and not reading.units[k].date >= 0:
            return _two(story, reading, k, ("organisation", "country"))
    return ()


def _means_two(reading: Reading, k: int) -> bool:
    """Tells whether a unit is a definite noun of two persons without their names behind it (المؤسسان), or the pronoun
    of two behind a preposition or verb (إليهما)."""
    word = reading.units[k].word
    if reading.units[k].date >= 0:
        return False
    if word.stem.endswith("هما"):
        return not (word.common or word.known_noun or word.act)
    behind = reading.entity_at(k + 1)
    return word.definite and is_dual(word) and not (behind is not None and behind.kind == "person")


def _two(story: Story, reading: Reading, k: int, kinds: tuple[str, ...]) -> tuple[Name, ...]:
    for number in range(reading.number, max(-1, reading.number - _NEAR), -1):
        before = story.reading(number)
        for kind in kinds:
            named = [e for e in before.entities if e.kind == kind and not e.bare]
            names = {story.names.name_of(before.units, e) for e in named if before is not reading or e.first < k}
            if len(names) == 2:
                return tuple(Name(text, kind) for text in sorted(names))
            if len(names) > 2:
                return ()
    return ()


def country_meant(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Name | None:
    """Returns the country that البلاد means as a subject: the only one named before, None with several."""
    doer = subject(reading, clause) if head.kind == "verb" and clause.verb >= 0 else None
    if doer is None or reading.units[doer.first].word.stem != "البلاد" or doer.end > doer.first + 1:
        return None
    names = {name for name, _ in _named(story, reading, "country")}
    return Name(names.pop(), "country") if len(names) == 1 else None


def capital_meant(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Name | None:
    """Returns the town that العاصمة means where it brings others together (احتضنت العاصمة اللقاء): the only one named
    before, None with several."""
    verb = reading.units[clause.verb].word.verb if head.kind == "verb" and clause.verb >= 0 else None
    doer = subject(reading, clause) if verb is not None else None
    if verb is None or doer is None or not set(verb.lemma.split("|")) & _HOSTS:
        return None
    if reading.units[doer.first].word.stem != "العاصمة" or doer.end > doer.first + 1:
        return None
    names = {name for name, _ in _named(story, reading, "city")}
    return Name(names.pop(), "city") if len(names) == 1 else None


def _named(story: Story, reading: Reading, kind: str) -> Iterable[tuple[str, Entity]]:
    """Yields the names of one kind in the sentences before, with their entities."""
    for number in range(reading.number):
        before = story.reading(number)
        for entity in before.entities:
            if entity.kind == kind:
                yield story.words(before.units, entity.name_first, entity.name_end), entity


def _serves(reading: Reading, entity: Entity) -> bool:
    """Tells whether a person is named with an office of the state, as no accused is (اللواء خالد الجمال)."""
    if entity.first == entity.name_first:
        return False
    word = reading.units[entity.first].word
    families = set(word.office["family"].split("|")) if word.office is not None else set()
    return word.core in _JUDGES or bool({"military", "head", "court"} & families)


def doers(reading: Reading) -> set[int]:
    """Returns the first units of the subjects of a sentence's clauses."""
    found = (subject(reading, clause) for clause in reading.clauses if clause.verb >= 0)
    return {phrase.first for phrase in found if phrase is not None}
