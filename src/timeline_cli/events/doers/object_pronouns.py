"""Whom or what the pronoun of an object means (docs/events.md §3.2, T7)."""

from __future__ import annotations

from timeline_cli.events.doers.antecedents import last_object, last_subject, last_thing, object_person
from timeline_cli.events.doers.carried import FREED, definite
from timeline_cli.events.doers.fronted import set_apart
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.phrases import is_nominal, phrase_start
from timeline_cli.events.doers.places_told import place_of_text
from timeline_cli.events.doers.protagonist import hero_meant
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.taken_over import taken_over
from timeline_cli.events.doers.written_subjects import plain_units
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.trim import Piece
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import Word

BOUND = {"عن": "عن", "عل": "على", "علي": "على", "ال": "إلى", "الي": "إلى"} | {
    form: form for form in ("من", "مع", "في", "ب", "ل")
}
_DONE_TO_PEOPLE = frozenset(
    {"death", "injury", "court", "appointment", "family", "election", "meeting", "visit", "aid", "birth", "education"}
    | {"military", "attack", "resignation", "health", "protest"}
)
_ON_PEOPLE = frozenset(
    {"death", "injury", "court", "appointment", "family", "birth", "education", "resignation", "health"}
)
_OF_WORKS = frozenset({"publication", "law", "signing", "economy", "founding", "opening", "science", "meeting"})
_DONE_TO_SOMEONE = cues("object-person")
_DONE_TO_THINGS = cues("done-to-thing")
_FINDS = cues("finds")
_PRINTED = cues("press")


def _told_of(reading: Reading, clause: Clause, pronoun: str) -> Phrase | None:
    """Returns what a clause with وهو or وهي and a noun tells of: the noun phrase before it (… بلدة كفر، وهي بلدة كانت
    القوات استعادتها), where the pronoun of its verb agrees."""
    if clause.kind != "circumstance" or clause.opener < 1:
        return None
    if reading.units[clause.opener].word.stem != ("هي" if pronoun == "ها" else "هو"):
        return None
    after = reading.units[clause.opener + 1]
    last = clause.opener - 1
    while last > 0 and (reading.units[last].is_mark or reading.units[last].date >= 0):
        last -= 1
    if not is_nominal(after) or after.word.definite or not is_nominal(reading.units[last]):
        return None
    first = phrase_start(reading, last)
    return Phrase(first, last + 1, reading.entity_at(first))


def _right_before(reading: Reading, clause: Clause, pronoun: str) -> Phrase | None:
    """Returns the indefinite noun with its adjective right before a verb inside its clause, which the verb describes
    (افتتاح الجسر بميزانية ضخمة │ خصصها الملك)."""
    units, last = reading.units, clause.verb - 1
    if clause.kind != "circumstance" or pronoun != "ها" or last < 1 or last not in clause.units:
        return None
    pair = units[last - 1 : last + 1]
    plain = all(is_nominal(u) and u.word.feminine and not (u.word.definite or u.word.pronoun) for u in pair)
    return Phrase(last - 1, last + 1, None) if plain and not units[clause.verb].word.lead else None


def _bound(reading: Reading, rest: list[int]) -> bool:
    return bool(rest) and "preposition-bound" in reading.units[rest[0]].word.classes


def full_preposition(word: Word) -> str:
    """Returns the preposition of a word with ـه or ـها as it stands before a noun (عليها: على), empty for others."""
    base = word.fold.removesuffix("ها").removesuffix("ه")
    return BOUND.get(base) or BOUND.get(base.rstrip("ي") or word.fold[:1], "")


def object_pronoun(
    story: Story, reading: Reading, clause: Clause, verb: Verb | None, rest: list[int], named: list[Antecedent]
) -> tuple[list[Piece], list[int]]:
    """T7: fills ـه, ـها on the verb or on the preposition right behind a passive (أفرج عنه)."""
    if verb is None or clause.kind == "relative":
        return [], rest
    if rest and verb.lemma in FREED and reading.units[rest[0]].word.stem[-1:] in "ها" and _bound(reading, rest):
        bound = reading.units[rest[0]].word
        who = object_person(story, reading, clause, feminine=bound.stem.endswith("ها"))
        if verb.lemma in _FINDS:
            who = last_subject(story, reading, clause, feminine=bound.stem.endswith("ها")) or who
        preposition = full_preposition(bound)
        if who is not None and preposition:
            doer = subject(reading, clause)
            own = [k for k in rest[1:] if doer is not None and doer.first <= k < doer.end]
            passive = verb.passive or "ُ" in reading.units[clause.verb].text[:3]
            own = own if own == rest[1 : len(own) + 1] and not passive else []
            named.append(who)
            lead = plain_units(reading, own)  # أفرج عنه │ الخاطفون
            return [*lead, Piece(preposition, -1), Piece(who.words, -1)], rest[1 + len(own) :]
        return [], rest
    arrested = _arrested(story, reading, clause, rest, named)
    if arrested is not None:
        return arrested
    if verb.pronoun not in ("ه", "ها"):
        return [], rest
    told_of = _right_before(reading, clause, verb.pronoun) or _told_of(reading, clause, verb.pronoun)
    told_of = told_of or set_apart(reading, clause)
    if told_of is not None:
        doer = subject(reading, clause)
        own = [k for k in rest if doer is not None and doer.first <= k < doer.end]
        named.append(of_phrase(story, reading, told_of))
        return [*plain_units(reading, own), Piece(named[-1].words, -1)], [k for k in rest if k not in own]
    return _filled_object(story, reading, clause, verb, rest, named)


def _arrested(
    story: Story, reading: Reading, clause: Clause, rest: list[int], named: list[Antecedent]
) -> tuple[list[Piece], list[int]] | None:
    """Returns the words up to القبض with whom its pronoun means (ألقت الشرطة القبض │ عليه), and those behind; None
    where no pronoun follows it or nobody is known."""
    for place, k in enumerate(rest[:-1]):
        if reading.units[k].word.core != "قبض" or not _bound(reading, rest[place + 1 :]):
            continue
        bound = reading.units[rest[place + 1]].word
        if bound.stem[-1:] not in "ها":
            return None
        who = object_person(story, reading, clause, feminine=bound.stem.endswith("ها"))
        if who is None:
            return None
        named.append(who)
        lead = plain_units(reading, rest[: place + 1])
        return [*lead, Piece(full_preposition(bound), -1), Piece(who.words, -1)], rest[place + 2 :]
    return None


def _acted_upon(reading: Reading, clause: Clause, *, feminine: bool) -> bool:
    """Tells whether the clause before, in the sentence, has a person for its object (أوقفت الشرطة لومير │ وسلمته)."""
    before = reading.clauses[clause.number - 1] if clause.number else None
    if before is None or before.verb < 0 or clause.kind not in ("and", "then"):
        return False
    doer = subject(reading, before)
    return any(
        entity.kind == "person" and entity.feminine == feminine and (doer is None or entity.first != doer.first)
        and before.verb < entity.first < clause.verb and not reading.units[entity.first - 1].word.preposition
        for entity in reading.entities
    )  # fmt: skip


def _is_printed(who: Antecedent) -> bool:
    """Tells whether what is told of is neither a person nor a body that nobody prints or translates."""
    body = who.entity is not None and who.entity.kind in ("person", "organisation", "city", "country")
    head = who.reading.units[who.first].word
    return not (body or who.person) or head.core in _PRINTED


def _filled_object(
    story: Story, reading: Reading, clause: Clause, verb: Verb, rest: list[int], named: list[Antecedent]
) -> tuple[list[Piece], list[int]]:
    feminine = verb.pronoun == "ها"
    body = taken_over(story, reading, clause)
    if body is not None:
        named.append(body)
        return [Piece(body.words, -1)], rest
    thing = (
        last_object(story, reading, clause, feminine=feminine)
        if verb.kinds & {"law", "signing", "publication"}
        else None
    )
    human = bool(verb.kinds & _DONE_TO_PEOPLE) or not verb.kinds or verb.guessed
    human = human or bool(set(verb.lemma.split("|")) & _DONE_TO_SOMEONE)
    things = bool(set(verb.lemma.split("|")) & _DONE_TO_THINGS)
    human = (human and not things) or _acted_upon(reading, clause, feminine=feminine)
    who = thing or (object_person(story, reading, clause, feminine=feminine) if human else None)
    sent = bool(set(verb.lemma.split("|")) & _DONE_TO_SOMEONE)
    on_things = not sent and not verb.kinds & _ON_PEOPLE and verb.kinds
    topic = last_thing(story, reading, clause, feminine=feminine, topic=True) if on_things else None
    siege = bool(verb.kinds & {"military"}) and not sent and not verb.kinds & {"death", "injury", "court"}
    if (
        who is None
        or siege
        or (feminine and not sent and not verb.kinds & {"death", "injury", "court", "appointment", "family"})
    ):
        who = last_thing(story, reading, clause, feminine=feminine) or who
    who = topic or who
    if who is None or (not who.person and not human):
        who = place_of_text(story, reading, clause, feminine=feminine) or who
    told_of = hero_meant(story, reading, clause, clause.verb)
    if verb.kinds == {"publication"}:  # وترجمتها │ دار الأفق إلى الفرنسية
        who = who if who is None or _is_printed(who) else None
        told_of = told_of if told_of is None or _is_printed(told_of) else None
    on_others = who is not None and bool(verb.kinds & _ON_PEOPLE) and not things
    if told_of is not None and (
        not things and (not verb.kinds & _OF_WORKS or human) if told_of.person else not on_others
    ):
        who, thing = told_of, None
    if who is None and subject(reading, clause) is not None:
        last = last_subject(story, reading, clause, feminine=feminine)
        who = last if last is not None and last.person else None  # نقله │ الجيش
    if who is None:
        return [], rest
    words = definite(who.words) if thing is not None else who.words
    if any(other.words == who.words for other in named):
        return [], rest
    named.append(who)
    doer = subject(reading, clause)
    own = [k for k in rest if doer is not None and doer.first <= k < doer.end]
    if doer is not None and doer.entity is not None:
        named.append(of_phrase(story, reading, doer))
    lead = plain_units(reading, own)
    return [*lead, Piece(words, -1)], [k for k in rest if k not in own]
