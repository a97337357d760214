"""Writes whom or what a short text is about where a pronoun of a title means it (docs/events.md §3.2)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.doers.epithets import person_meant
from timeline_cli.events.doers.hero import taken_up
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.object_pronouns import full_preposition
from timeline_cli.events.doers.protagonist import hero_meant
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.topics import pronoun_of
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.trim import Piece
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import unjoined


def with_hero(
    story: Story, reading: Reading, clause: Clause, pieces: list[Piece], named: list[Antecedent]
) -> list[Piece]:
    """Writes whom or what the text is about in the place of the first pronoun of a title that means it (صدر العدد الأول
    من «الضياء», أنشئ مجلس بلدتها); nothing where somebody of that gender was put in."""
    for place, piece in enumerate(pieces):
        person = person_meant(story, reading, piece.unit) if _is_object(reading, clause, piece.unit) else None
        if person is not None and all(other.words != person.text for other in named):
            feminine = reading.units[piece.unit].word.feminine
            named.append(Antecedent(person.text, feminine, True, None, reading, piece.unit))
            return [*pieces[:place], replace(piece, text=person.text), *pieces[place + 1 :]]
        noun = taken_up(story, reading, piece.unit) if piece.unit >= 0 else None
        body = noun is not None and noun.entity is not None and noun.entity.kind == "organisation"
        if (
            noun is not None
            and (not body or _is_object(reading, clause, piece.unit))
            and all(other.words != noun.words for other in named)
        ):
            lead = "و" if reading.units[piece.unit].word.lead else ""
            named.append(noun)
            return [*pieces[:place], replace(piece, text=lead + noun.words), *pieces[place + 1 :]]
        pronoun = pronoun_of(reading, piece.unit) if piece.unit >= 0 and piece.unit != clause.verb else ""
        if not pronoun or not _may_be_owned(reading, piece.unit):
            continue
        known = reading.units[piece.unit].word
        if "preposition-bound" in known.classes and not full_preposition(known):
            continue  # وعمل │ قبلها
        who = hero_meant(story, reading, clause, piece.unit)
        if who is not None and not named and _does_it_hidden(reading, clause, feminine=who.feminine):
            return pieces
        if who is None or any(other.feminine == who.feminine for other in named):
            return pieces
        doer = subject(reading, clause)
        if doer is not None and _own_of_doer(reading, clause, doer, piece.unit, feminine=who.feminine):
            return pieces
        if doer is not None and doer.entity is not None and not named:
            named.append(of_phrase(story, reading, doer))
        named.append(who)
        return _with_phrase(reading, clause, pieces, place, _filled(reading, piece, pronoun, who.words))
    return pieces


def _is_object(reading: Reading, clause: Clause, k: int) -> bool:
    """Tells whether a definite noun stands alone behind a subject or verb as whom something is done to (كرّم المجلس │
    الراحل)."""
    if k <= clause.verb or not reading.units[k].word.definite or reading.units[k].word.prefix:
        return False
    before, after = reading.units[k - 1].word, reading.units[k + 1] if k + 1 < len(reading.units) else None
    described = after is not None and after.date < 0 and after.word.definite and not after.word.prefix
    return (k == clause.verb + 1 or before.definite or bool(before.pronoun)) and not described


def _with_phrase(reading: Reading, clause: Clause, pieces: list[Piece], place: int, phrase: list[Piece]) -> list[Piece]:
    """Puts a phrase in the place of a piece, behind the subject where it stood between that and the verb (استحوذت عليها
    │ مجموعة أخرى)."""
    doer = subject(reading, clause)
    behind = [n for n, piece in enumerate(pieces) if doer is not None and doer.first <= piece.unit < doer.end]
    if place or not behind or behind != list(range(1, len(behind) + 1)):
        return [*pieces[:place], *phrase, *pieces[place + 1 :]]
    end = behind[-1] + 1
    while end < len(pieces) and _describes(reading, pieces[end].unit):
        end += 1  # السكة │ الحديد
    return [*pieces[1:end], *phrase, *pieces[end:]]


def _describes(reading: Reading, k: int) -> bool:
    """Tells whether a definite word follows what it describes."""
    word = reading.units[k].word
    return k > 0 and word.definite and not (word.prefix or word.lead) and reading.units[k - 1].word.definite


def _does_it_hidden(reading: Reading, clause: Clause, *, feminine: bool) -> bool:
    """Tells whether nobody knows who of a gender does what a clause tells, so that its pronouns may mean him (سيتنحى عن
    منصبه)."""
    verb = reading.units[clause.verb].word.verb
    known = verb is None or verb.passive or "ُ" in reading.units[clause.verb].text[:3]
    own = verb is not None and verb.person == ("3fs" if feminine else "3ms")
    return own and not known and subject(reading, clause) is None


def _own_of_doer(reading: Reading, clause: Clause, doer: Phrase, k: int, *, feminine: bool) -> bool:
    """Tells whether a pronoun behind a named subject of its gender is rather the subject's (يستهل برشلونة │ مشواره)."""
    verb = reading.units[clause.verb].word.verb
    agrees = verb is not None and verb.person == ("3fs" if feminine else "3ms") and not verb.passive
    return agrees and clause.verb < doer.first < k and doer.entity is not None


def _may_be_owned(reading: Reading, k: int) -> bool:
    """Tells whether a word with a pronoun is a noun or preposition, no verb with its object."""
    word = reading.units[k].word
    noun = word.common or word.known_noun or word.act is not None or "open-end" in word.classes
    return "preposition-bound" in word.classes or (noun and word.verb is None)


def _filled(reading: Reading, piece: Piece, pronoun: str, name: str) -> list[Piece]:
    """Writes a noun or preposition with a name in the place of its pronoun."""
    word = reading.units[piece.unit].word
    owner = replace(piece, text=name, unit=-1, glue=False, open=False, binds=False, asks=False, between=False)
    if "preposition-bound" in word.classes:
        preposition = full_preposition(word)
        if len(preposition) == 1:
            joined = "لل" + name[2:] if preposition == "ل" and name.startswith("ال") else preposition + name
            return [replace(piece, text=joined)]
        return [replace(piece, text=preposition, binds=True), owner]
    base = unjoined(piece.text.removesuffix(pronoun))
    return [replace(piece, text=base, binds=True), owner]
