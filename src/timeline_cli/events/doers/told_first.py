"""What the first sentence of a text tells of: whom or what the text may be about (docs/events.md §3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline_cli.events.acts import DONE_TO_PERSONS
from timeline_cli.events.doers.candidates import stands_alone
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.nominal import nominal_subject
from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.entity import ACTING_KINDS, Entity
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.tokens import CLOSING_QUOTES, OPENING_QUOTES
from timeline_cli.text.words import Word

NESTED = frozenset({"relative", "bracket", "tail", "saying", "quote", "complement"})
_MOURNS = cues("mourns")
_HISTORY = cues("history-of")
_ISSUES = cues("issue-of")
_BEHIND_ISSUE = 2  # من and the name
_SITES = frozenset({"city", "place", "organisation"})
_LONGEST_NAME = 6


def told_first(story: Story, start: int) -> Iterator[Antecedent]:
    """Yields what the first sentence may tell of: its named subject, the name or thing that it opens with (هو كمال
    الأزهري، فقيه …), what is founded there."""
    reading = story.reading(start)
    for clause in reading.clauses:
        if clause.kind in NESTED:
            continue
        phrase = subject(reading, clause) if clause.verb >= 0 else nominal_subject(reading, clause)
        entity = phrase.entity if phrase is not None else None
        opening = min(clause.units, default=0)
        if clause.verb > opening and (phrase is None or phrase.first > opening):
            yield from _thing(story, reading, clause, None)
        if clause.verb >= 0 and (entity is None or entity.kind != "person"):
            yield from _mourned(story, reading, clause)
        if entity is not None and entity.kind in ACTING_KINDS and not entity.bare:
            yield of_phrase(story, reading, Phrase(entity.first, entity.end, entity))
        else:
            yield from _thing(story, reading, clause, phrase)
            entity = next(
                (e for e in reading.entities if e.first in clause.units[:12] and e.kind in ACTING_KINDS), None
            )
            alone = entity is not None and entity.kind == "person" and entity.end == entity.first + 1  # غرب │ آسيا
            told = phrase is not None or _opens_with_person(reading, clause)
            if entity is not None and not told and not entity.bare and not alone:
                yield of_phrase(story, reading, Phrase(entity.first, entity.end, entity))
            yield from _inside(story, reading, phrase)
        if clause.verb >= 0:
            yield from _done_to(story, reading, clause)
            for entity in reading.entities:
                if entity.kind == "person" and entity.first in clause.units and entity.first < entity.end - 1:
                    yield of_phrase(story, reading, Phrase(entity.first, entity.end, entity))
            return


def _opens_with_person(reading: Reading, clause: Clause) -> bool:
    """Tells whether an office with the article stands right behind a verb (انخرطت │ المحامية …), so that no body of a
    phrase is told of."""
    k = clause.verb + 1
    return (
        clause.verb >= 0
        and k < len(reading.units)
        and reading.units[k].word.definite
        and _are_people(reading.units[k].word)
    )


def _thing(story: Story, reading: Reading, clause: Clause, told: Phrase | None) -> Iterator[Antecedent]:
    """Yields the thing with a name that a clause tells of: a town, a building, a paper «X»."""
    phrase = told if told is not None else _opening_phrase(reading, clause)
    if phrase is None or reading.units[phrase.first].word.core in _HISTORY:
        return
    quoted = _quoted(story, reading, phrase)
    if quoted is not None:
        yield quoted
        return
    entity = phrase.entity if phrase.entity is not None else reading.entity_at(phrase.first)
    if entity is not None and entity.kind in _SITES and not entity.bare:
        yield _site(story, reading, entity)
    elif entity is None and phrase.end > phrase.first + 1 and stands_alone(reading, phrase):
        head = reading.units[phrase.first].word
        words = [reading.units[k].word for k in range(phrase.first, phrase.end)]
        people = any(_are_people(word) for word in words if word is words[0] or not word.definite)
        named = any(word.place_head is not None or word.organisation is not None for word in words[:2])
        if named and not (people or head.act is not None or head.pronoun or head.is_function or head.pattern_plural):
            end = min(phrase.end, phrase.first + _LONGEST_NAME)
            if head.place_head is not None and not reading.units[phrase.first + 1].word.definite:
                end = phrase.first + 2  # مدينة مدني │ عاصمة ولاية الجزيرة
            yield of_phrase(story, reading, Phrase(phrase.first, end))


def _inside(story: Story, reading: Reading, phrase: Phrase | None) -> Iterator[Antecedent]:
    """Yields the town or site whose history or name is told of (يرجع تاريخ │ بلدة القصير إلى …), the paper or fair of
    which something comes out (صدر العدد الأول من │ جريدة «النور»)."""
    head = reading.units[phrase.first].word if phrase is not None else None
    begun = head is not None and head.act is not None and head.act.kind in ("founding", "opening")
    issued = head is not None and head.core in _ISSUES
    told = head is not None and (begun or issued or head.core in _HISTORY)
    end = phrase.end + _BEHIND_ISSUE * issued if phrase is not None else 0
    for entity in reading.entities if told else ():
        if phrase is None or not phrase.first < entity.first < end:
            continue
        if entity.kind == "person":
            yield of_phrase(story, reading, Phrase(entity.first, entity.end, entity))
        elif entity.kind in _SITES and not entity.bare:
            yield _site(story, reading, entity)


def _mourned(story: Story, reading: Reading, clause: Clause) -> Iterator[Antecedent]:
    """Yields the person whom a body or town mourns, honours or puts on trial (نعى اتحاد الكتاب │ الروائي سالم)."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or not (verb.kinds & DONE_TO_PERSONS or set(verb.lemma.split("|")) & _MOURNS):
        return
    for entity in reading.entities:
        behind = entity.kind == "person" and entity.first in clause.units and entity.first > clause.verb
        if behind and entity.first < entity.end - 1:
            yield of_phrase(story, reading, Phrase(entity.first, entity.end, entity))


def _are_people(word: Word) -> bool:
    return word.office is not None or bool(word.classes & {"person-noun", "group-noun"})


def _site(story: Story, reading: Reading, entity: Entity) -> Antecedent:
    found = of_phrase(story, reading, Phrase(entity.first, entity.end, entity))
    return replace(found, feminine=found.feminine or entity.kind == "city")


def _opening_phrase(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the noun phrase that a clause without verb begins with, behind هو, كانت."""
    own = [k for k in clause.units if reading.units[k].word.stem not in ("هو", "هي")]
    own = own[1:] if own and "was" in reading.units[own[0]].word.classes else own
    if not own or reading.units[own[0]].date >= 0:
        return None
    first = own[0]
    if first == clause.verb:
        return None
    if reading.units[first].text in OPENING_QUOTES:
        return Phrase(first, first + 1)
    word = reading.units[first].word
    if not is_nominal(reading.units[first]) or word.prefix or word.unknown:
        return None
    entity = reading.entity_at(first)
    return Phrase(first, entity.end if entity is not None else phrase_end(reading, first), entity)


def _quoted(story: Story, reading: Reading, phrase: Phrase) -> Antecedent | None:
    """Returns what a name between marks at the beginning is, with the noun behind it («الضياء» صحيفة …: صحيفة
    «الضياء»); None elsewhere."""
    units, first = reading.units, phrase.first
    if units[first].text not in OPENING_QUOTES:
        first -= 1
    if first < 0 or units[first].text not in OPENING_QUOTES or any(units[k].date < 0 for k in range(first)):
        return None
    end = next((k for k in range(first + 2, min(first + 7, len(units))) if units[k].text in CLOSING_QUOTES), -1)
    if end < 0 or end + 1 >= len(units):
        return None
    noun = units[end + 1].word
    if not is_nominal(units[end + 1]) or noun.definite or noun.prefix or noun.office is not None or noun.pronoun:
        return None
    inner = story.words(units, first + 1, end)
    entity = next((e for e in reading.entities if first <= e.first <= first + 1), None)
    return Antecedent(f"{noun.stem} «{inner}»", noun.feminine, False, entity, reading, end + 1)


def _done_to(story: Story, reading: Reading, clause: Clause) -> Iterator[Antecedent]:
    """Yields the body or building named behind a verb that somebody does something to (أسس نادي الواحة الشيخ سالم)."""
    doer = subject(reading, clause)
    for entity in reading.entities:
        before = reading.units[entity.first - 1] if entity.first else None
        if doer is not None and doer.first < entity.first < doer.end:
            continue  # أسس عمال الميناء │ نادي «الساحل»
        if entity.kind not in ("place", "organisation") or entity.bare or entity.first not in clause.units:
            continue
        if entity.first > clause.verb and before is not None and not before.word.preposition:
            owned = before.date < 0 and not before.is_mark and is_nominal(before) and before.word.verb is None
            if owned and not (before.word.definite or reading.entity_over(entity.first - 1)):
                continue  # انخرطت المحامية في صفوف │ الحركة النسائية
            if not reading.units[entity.first].word.prefix:
                yield _site(story, reading, entity)
            return
