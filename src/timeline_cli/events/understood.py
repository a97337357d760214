"""Whom the hidden subject and the pronouns of an act mean, so that they take part in it unnamed (docs/events.md §4.5)."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_cli.events.antecedents import candidates, hidden_subject
from timeline_cli.events.attach import Attachment
from timeline_cli.events.composing import Title
from timeline_cli.events.entity import Entity
from timeline_cli.events.meant import is_generic, participant
from timeline_cli.events.naming import Antecedent
from timeline_cli.events.phrases import Phrase, is_nominal
from timeline_cli.events.story import Reading, Story
from timeline_cli.events.subjects import subject
from timeline_cli.model import Name
from timeline_cli.text.clauses import Clause

_NAMED = frozenset({"person", "organisation"})


def understood(story: Story, reading: Reading, clause: Clause, head: Attachment, made: Title) -> Iterator[Name]:
    """Yields persons and bodies that an act means without naming them: who does it where its subject is hidden, and
    whom its pronouns mean where nothing in its clause can be meant."""
    doer = subject(reading, clause) if clause.verb >= 0 else None
    if head.kind == "verb" and doer is None and not made.named:
        who = hidden_subject(story, reading, clause)
        name = _name(story, who) if who is not None else None
        if name is not None:
            yield name
    for feminine in _pronouns(reading, clause, head, made, doer):
        name = topic(story, reading, clause, feminine=feminine)
        if name is not None:
            yield name


def topic(story: Story, reading: Reading, clause: Clause, *, feminine: bool) -> Name | None:
    """Returns the person or body of a gender that the text tells of before a clause, None where a thing of that gender
    came between."""
    for candidate in candidates(story, reading, clause):
        if candidate.feminine == feminine:
            return _name(story, candidate)
    return None


def _name(story: Story, who: Antecedent) -> Name | None:
    entity = who.entity
    if entity is None:
        return Name(who.words, "person") if who.person and who.words in story.full_names.values() else None
    if entity.bare or entity.kind not in _NAMED or (entity.kind != "person" and is_generic(who.reading, entity)):
        return None
    return participant(story, who.reading, entity)


def _pronouns(reading: Reading, clause: Clause, head: Attachment, made: Title, doer: Phrase | None) -> Iterator[bool]:
    """Yields for each pronoun of an act that means nobody of its own clause whether it is feminine."""
    own = sorted(set(made.units) | ({clause.verb} if head.kind == "verb" and clause.verb >= 0 else set()))
    for k in own:
        pronoun = _pronoun(reading, k)
        if not pronoun:
            continue
        feminine = pronoun == "ها"
        if not any(_may_be_meant(reading, j, feminine) for j in _before(reading, clause, k)):
            yield feminine


def _pronoun(reading: Reading, k: int) -> str:
    unit = reading.units[k]
    word = unit.word
    if unit.date >= 0 or unit.is_mark or word.definite or reading.entity_over(k) is not None:
        return ""
    found = word.verb.pronoun if word.verb is not None and word.act is None else word.pronoun
    found = found or (word.act.pronoun if word.act is not None else "")
    if not found and "preposition-bound" in word.classes:
        found = "ها" if word.stem.endswith("ها") else "ه" if word.stem.endswith("ه") else ""
    return found if found in ("ه", "ها") else ""


def _before(reading: Reading, clause: Clause, k: int) -> Iterator[int]:
    """Yields the units of a clause before one, the nouns left out that it is the genitive of (مجلس │ إدارتها)."""
    first = k
    while first > 0 and is_nominal(reading.units[first - 1]) and not reading.units[first - 1].word.definite:
        if reading.units[first].word.prefix or reading.units[first - 1].date >= 0:
            break
        first -= 1
    for j in clause.units:
        if j < first:
            yield j


def _may_be_meant(reading: Reading, k: int, feminine: bool) -> bool:
    """Tells whether a noun that a pronoun of this gender can mean begins at a unit."""
    unit = reading.units[k]
    word = unit.word
    entity = reading.entity_over(k)
    if entity is not None:
        return entity.first == k and entity.feminine == feminine
    if unit.date >= 0 or not is_nominal(unit) or word.pronoun or word.is_function:
        return False
    return bool(word.common or word.known_noun or word.act) and word.feminine == feminine
