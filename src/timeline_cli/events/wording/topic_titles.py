"""Titles of verbs whose subject or phrase holds a pronoun for the noun before them, which goes into its place
(docs/events.md §3.1)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.doers.fronted import subject_before
from timeline_cli.events.doers.naming import Antecedent
from timeline_cli.events.doers.object_pronouns import full_preposition
from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.doers.written_subjects import plain_units, subject_pieces
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.composing import Title, finished, verb_pieces
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.trim import Piece, words_of
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import unjoined
from timeline_cli.text.shapes import Verb

_BY_NOBODY = cues("by-nobody")
_REACHES = frozenset({"وصل", "بلغ", "دخل"})


def of_topic(story: Story, reading: Reading, clause: Clause, verb: Verb | None, rest: list[int]) -> Title | None:
    """Puts the noun before a verb that nobody does into the gap of its phrase (الأثر عثر عليه أمس: عثر على الأثر)."""
    before = subject_before(reading, clause)
    if before is None or verb is None or not rest or not set(verb.lemma.split("|")) & _BY_NOBODY:
        return None
    word = reading.units[rest[0]].word
    noun = reading.units[before.first].word
    things = noun.feminine or noun.pattern_plural or noun.stem.endswith("ات")
    feminine = before.entity.feminine if before.entity is not None else things
    ending = "ها" if feminine else "ه"
    preposition = full_preposition(word) if word.stem.endswith(ending) else ""
    if "preposition-bound" not in word.classes or len(preposition) < 2 or _is_body(before):
        return None
    named: list[Antecedent] = []
    moved = subject_pieces(story, reading, before, named)
    body = pieces_of(story, reading, rest[1:], None, start=2 + words_of(moved), chunk=2)
    return finished(reading, [*verb_pieces(reading, clause, verb), Piece(preposition, -1), *moved, *body], tuple(named))


def of_owned_subject(
    story: Story, reading: Reading, clause: Clause, verb: Verb | None, rest: list[int]
) -> Title | None:
    """Puts the noun before a verb into the place of the pronoun of its subject (المهرجان ستنطلق أولى │ فعالياته: تنطلق
    أولى فعاليات المهرجان)."""
    if verb is None or not rest or verb.transitive or verb.pronoun or verb.person not in ("3ms", "3fs"):
        return None
    light = reading.units[clause.verb].word.classes & {"light", "phase", "become"}
    before = subject_before(reading, clause) or _topic_before(reading, clause)
    if before is None or light or set(verb.lemma.split("|")) & _REACHES:
        return None
    noun = reading.units[before.first].word
    feminine = before.entity.feminine if before.entity is not None else noun.feminine or noun.pattern_plural
    place = next((n for n, k in enumerate(rest[:2]) if reading.units[k].word.pronoun), -1)
    words = [reading.units[k].word for k in rest[: place + 1]]
    if place < 0 or any(not is_nominal(reading.units[k]) for k in rest[: place + 1]):
        return None
    if any(w.prefix or w.lead or w.definite or (w.verb is not None and w.act is None) or w.is_function for w in words):
        return None
    own = words[-1]
    if own.pronoun != ("ها" if feminine else "ه") or reading.entity_over(rest[place]) is not None:
        return None
    if own.office and feminine == (verb.person == "3fs"):
        return None
    named: list[Antecedent] = []
    moved = subject_pieces(story, reading, before, named)
    base = Piece(unjoined(own.stem.removesuffix(own.pronoun)), rest[place])
    lead = [*verb_pieces(reading, clause, verb), *plain_units(reading, rest[:place]), base, *moved]
    lead = [replace(piece, chunk=1, rank=0) for piece in lead]
    body = (
        pieces_of(story, reading, rest[place + 1 :], verb, start=words_of(lead), chunk=2) if rest[place + 1 :] else []
    )
    return finished(reading, [*lead, *body], tuple(named))


def _topic_before(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the noun behind أن that a verb does not agree with, since its subject is something of it (أن المهرجان │
    ستنطلق فعالياته)."""
    first = clause.opener + 1
    if clause.kind != "complement" or not 0 < first < clause.verb or not is_nominal(reading.units[first]):
        return None
    named = reading.units[first].word.definite or reading.entity_at(first) is not None
    whole = named and phrase_end(reading, first) == clause.verb
    return Phrase(first, clause.verb, reading.entity_at(first)) if whole else None


def _is_body(phrase: Phrase) -> bool:
    return phrase.entity is not None and phrase.entity.kind in ("organisation", "country")
