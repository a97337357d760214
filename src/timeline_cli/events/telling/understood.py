"""Who takes part in an act unnamed: whom its hidden subject and its pronouns mean (docs/events.md §4.5)."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.antecedents import hidden_subject
from timeline_cli.events.doers.naming import Antecedent
from timeline_cli.events.doers.possible import fits_object, subject_possible, two_phrases
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.topics import is_named, pronoun_meant, pronoun_of
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.telling.attribution import forecasts, reports
from timeline_cli.events.telling.meant import participant
from timeline_cli.events.telling.there import place_of
from timeline_cli.events.wording.composing import Title
from timeline_cli.model import Name
from timeline_cli.text.clauses import Clause

_NAMED = frozenset({"person", "organisation"})
_PLACES = frozenset({"country", "city", "place"})


def understood(story: Story, reading: Reading, clause: Clause, head: Attachment, made: Title) -> Iterator[Name]:
    """Yields persons and bodies that an act means without naming them: who does it where its subject is hidden, and
    whom its pronouns mean where nothing in its clause can be meant."""
    doer = subject(reading, clause) if clause.verb >= 0 else None
    if head.kind == "verb" and doer is None and not made.named and not _may_name_doer(reading, clause):
        who = hidden_subject(story, reading, clause)
        name = _name(story, who) if who is not None else None
        if name is not None:
            yield name
    for k in sorted(set(made.units) | ({clause.verb} if head.kind == "verb" and clause.verb >= 0 else set())):
        pronoun = pronoun_of(reading, k) if k == clause.verb or reading.units[k].word.verb is None else ""
        if not pronoun or any(who.feminine == (pronoun == "ها") for who in made.named):
            continue
        owner = doer.entity if doer is not None and head.kind == "noun" and doer.first < k else None
        if owner is not None and not owner.bare and owner.first not in made.units and owner.kind in _NAMED:
            name = participant(story, reading, owner) if owner.feminine == (pronoun == "ها") else None
            if name is not None:
                yield name
            continue
        meant = pronoun_meant(story, reading, clause, k, nearby=True)
        name = _name(story, meant) if meant is not None and place_of(story, meant) is None else None
        if name is not None:
            yield name


def _may_name_doer(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause without a clear subject may have one all the same, or only says what somebody said."""
    if reports(reading, clause) or forecasts(reading, clause):
        return True
    behind = [k for k in clause.units if k > clause.verb and reading.units[k].date < 0]
    named = reading.entity_at(behind[0]) if behind else None
    if behind and (reading.units[behind[0]].is_number or two_phrases(reading, behind)):
        return True
    if named is not None and named.kind not in _PLACES:
        return True
    return subject_possible(reading, clause, behind) and not fits_object(reading, clause)


def _name(story: Story, who: Antecedent) -> Name | None:
    if not is_named(who):
        return None
    if who.entity is None:
        return Name(who.words, "person") if who.words in story.names.full_names.values() else None
    return participant(story, who.reading, who.entity)
