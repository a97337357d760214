"""Which names of a sentence take part in an act, and where it happened (docs/events.md §4.5)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.epithets import (
    capital_meant,
    country_meant,
    last_person,
    only_person,
    pair_meant,
    person_meant,
)
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.entity import PLACE_KINDS, Entity
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.telling.meant import (
    bare_doer,
    bare_meant,
    decider,
    is_generic,
    managed,
    named_before,
    participant,
    team,
    threatener,
)
from timeline_cli.events.telling.partaking import partakers
from timeline_cli.events.telling.there import place_of, place_understood
from timeline_cli.events.telling.understood import understood
from timeline_cli.events.telling.where import (
    acts,
    governs,
    hosts,
    is_place,
    is_rival,
    is_site,
    is_topic,
    lifted,
    place_before,
    place_meant,
    seat_acts,
)
from timeline_cli.events.wording.composing import Title
from timeline_cli.lexicon.index import cues
from timeline_cli.model import Name
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb

_DONE_BY_BODIES = frozenset({"statement", "signing", "publication", "aid", "economy", "sport", "appointment"})
_LONGEST_POST = 9
_POSTS = cues("post")
_LISTED = cues("lists-thing")
_GAMES = cues("plays-game")


def names(story: Story, reading: Reading, head: Attachment, made: Title) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Returns participants and places of an act, each once, in the order of the text."""
    clause = reading.clauses[head.clause]
    who: dict[str, Name] = {}
    where: dict[str, Name] = {}
    for antecedent in made.named:
        entity = antecedent.entity
        who |= {name.text: name for name in antecedent.pair if name.text not in who}
        if entity is None or entity.bare:
            meant = person_meant(story, antecedent.reading, antecedent.first)
            meant = meant or only_person(story, antecedent.reading, antecedent.first)
            if meant is None and entity is not None:
                meant = named_before(story, antecedent.reading, entity)
            if meant is not None:
                who.setdefault(meant.text, meant)
            site = place_meant(story, antecedent.reading, antecedent.first) if entity is None else None
            if site is not None:
                where.setdefault(site.text, site)
        told = antecedent.person and antecedent.words in (made.text.partition(": ")[2] or made.text)
        if entity is None and told and antecedent.words in story.names.full_names.values():
            who.setdefault(antecedent.words, Name(antecedent.words, "person"))
        if entity is None or (
            entity.kind in PLACE_KINDS and entity.kind != "country" and antecedent.reading is reading
        ):
            continue
        if entity.kind == "organisation" and is_generic(antecedent.reading, entity):
            continue
        site = place_of(story, antecedent) if not _acts(reading, clause, antecedent.feminine) else None
        if site is not None and entity.kind == "organisation":
            where.setdefault(site.text, site)
            continue
        if entity.kind == "organisation" and not entity.bare:
            told = "«" in antecedent.words or bool(story.names.long_names)
            whole = (
                participant(story, antecedent.reading, entity) if told else managed(story, antecedent.reading, entity)
            )
            long = story.names.short_names.get(entity.key) if entity.end == entity.first + 1 else None
            text = long or story.names.fuller.get(antecedent.words) or antecedent.words
            body = whole or Name(text, "organisation")
            who.setdefault(body.text, body)
        elif entity.kind == "place" or (
            entity.kind == "city"
            and (
                _is_passive(reading, clause)
                or not governs(reading, clause)
                or _on_pronoun(reading, clause)
                or subject(reading, clause) is not None
            )
        ):
            town = story.words(antecedent.reading.units, entity.name_first, entity.name_end)
            where.setdefault(town, Name(town, entity.kind))
        elif not (antecedent.reading is reading and entity.kind in PLACE_KINDS):
            _add(story, antecedent.reading, entity, antecedent.reading.clauses[0], who, where, named=True)
    for entity in partakers(reading, clause, head, made):
        _add(story, reading, entity, clause, who, where)
    place = place_before(reading, clause) if head.kind == "verb" else None
    if place is not None:
        _add(story, reading, place, clause, {}, where)
    for name in (
        decider(story, reading, clause, head),
        threatener(story, reading, clause, head),
        last_person(story, reading, clause, head),
        country_meant(story, reading, clause, head),
        bare_doer(story, reading, clause, head, made.named),
        *pair_meant(story, reading, clause, head),
    ):
        if name is not None:
            who.setdefault(name.text, name)
    verb = reading.units[clause.verb].word.verb if head.kind == "verb" and clause.verb >= 0 else None
    listed = verb is not None and not _LISTED.isdisjoint(verb.lemma.split("|"))
    for k in clause.units if head.kind == "verb" else sorted(made.units):
        if listed and not reading.units[k].word.prefix and not reading.units[k - 1].word.preposition:
            continue  # شطبت اللجنة │ المحمية من قائمتها
        meant = place_meant(story, reading, k)
        if meant is not None:
            where.setdefault(meant.text, meant)
    capital = capital_meant(story, reading, clause, head)
    if capital is not None:
        where.setdefault(capital.text, capital)
    there = place_understood(story, reading, clause, head, made)
    if there is not None:
        where.setdefault(there.text, there)
    for name in understood(story, reading, clause, head, made):
        who.setdefault(name.text, name)
    for longer in [text for text in who if any(text.startswith((f"{other} ب", f"{other} في ")) for other in who)]:
        del who[longer]  # مجمع اللغة العربية │ بدمشق
    return tuple(_ordered(who, made)), tuple(where.values())


def _on_pronoun(reading: Reading, clause: Clause) -> bool:
    """Tells whether the verb of a clause is done to what its pronoun means (دخلها)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    return verb is not None and bool(verb.pronoun)


def _acts(reading: Reading, clause: Clause, feminine: bool) -> bool:
    """Tells whether a verb is done by people or bodies, so that a site of a gender that does it takes part; not one
    that the pronoun of the verb means (جدده)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or verb.passive or verb.pronoun == ("ها" if feminine else "ه"):
        return False
    doer = subject(reading, clause)
    before = doer is not None and doer.first < clause.verb and clause.kind != "relative"
    return before or bool(verb.kinds & _DONE_BY_BODIES)


def _ordered(who: dict[str, Name], made: Title) -> Iterable[Name]:
    return sorted(
        who.values(), key=lambda name: made.text.find(name.text) if name.text in made.text else len(made.text)
    )


def _is_passive(reading: Reading, clause: Clause) -> bool:
    """Tells whether something is done to what a clause's verb tells of (نُقلت المدينة إلى قائمة أخرى)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    return verb is not None and (verb.passive or "ُ" in reading.units[clause.verb].text[:3])


def _add(
    story: Story,
    reading: Reading,
    entity: Entity,
    clause: Clause,
    who: dict[str, Name],
    where: dict[str, Name],
    *,
    named: bool = False,
) -> None:
    if entity.kind == "country" and not named and is_topic(reading, entity):
        return
    if entity.kind in PLACE_KINDS:
        text = story.words(reading.units, entity.name_first, entity.name_end)
        if not named and seat_acts(reading, entity, clause):
            seat = story.words(reading.units, entity.first, entity.end)
            who.setdefault(seat, Name(seat, "organisation"))
            return
        host = entity.kind == "city" and hosts(reading, entity, clause)
        body = story.names.short_names.get(entity.key) if _is_subject(reading, clause, entity) else None
        if not named and is_rival(reading, entity):
            who.setdefault(text, Name(text, "country" if entity.kind == "country" else "organisation"))
            return
        verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
        played = verb is not None and not _GAMES.isdisjoint(verb.lemma.split("|"))
        if played and not host and entity.kind == "city" and entity.first == clause.verb + 1:
            who.setdefault(text, Name(text, "organisation"))  # تأهل │ ليفربول
            return
        if body is not None and not host:
            who.setdefault(body, Name(body, "organisation"))  # نادي المفرق: خسر │ المفرق النهائي
        elif host or (not named and is_place(reading, entity, clause)):
            where.setdefault(text, Name(text, entity.kind))
        elif entity.kind == "country" or (
            entity.kind == "city" and (named or lifted(reading, entity) or acts(reading, entity, clause))
        ):
            who.setdefault(text, Name(text, "country"))
        else:
            where.setdefault(text, Name(text, entity.kind))
        return
    if entity.bare and not named:
        club = team(story, reading, entity) or bare_meant(story, reading, entity)
        if club is not None:
            who.setdefault(club.text, club)
            return
    if entity.kind == "office" and entity.plural and not named:
        _add_countries(story, reading, entity, who)
    if entity.bare or (entity.kind == "office" and not named and _is_sought(reading, entity)):
        return
    served = _served(reading, entity)
    if served > 0:
        body = story.words(reading.units, served, entity.end)
        who.setdefault(body, Name(body, "organisation"))
        return
    if entity.kind == "office" and (reading.units[entity.first].word.prefix == "ك" or _held_by_next(reading, entity)):
        return
    if entity.kind == "organisation" and not named and is_site(reading, entity, clause):
        head = reading.units[entity.first].word.place_head
        district = head is not None and head["kind"] == "district"  # سكان بلدية │ تيزي غنيف
        text = story.words(reading.units, entity.name_first + district, entity.name_end)
        where.setdefault(text, Name(text, "place"))
        return
    if entity.kind == "organisation" and is_generic(reading, entity):
        return
    if entity.kind == "person" and _is_byline(reading, entity):
        return
    name = participant(story, reading, entity)
    if name is not None:
        who.setdefault(name.text, name)
    if entity.first < entity.name_first:
        for k in range(entity.first, entity.name_first):
            word = reading.units[k].word
            if (
                word.place is not None
                and reading.units[entity.first].word.office is not None
                and _dual(reading, entity)
            ):
                text = story.words(reading.units, k, k + 1)
                who.setdefault(text, Name(text, "country"))


def _add_countries(story: Story, reading: Reading, office: Entity, who: dict[str, Name]) -> None:
    """Adds the country that a plural office names before others joined to it (وزراء خارجية │ الأردن ولبنان)."""
    joined = reading.entity_at(office.end)
    if joined is None or joined.kind != "country" or reading.units[joined.first].word.lead != "و":
        return
    for k in range(office.first + 1, office.end):
        place = reading.units[k].word.place
        if place is not None and place["kind"] == "country":
            text = story.words(reading.units, k, k + 1)
            who.setdefault(text, Name(text, "country"))


def _is_subject(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a name of one word is the subject of a clause."""
    doer = subject(reading, clause) if clause.verb >= 0 else None
    return doer is not None and doer.first == entity.first and entity.end == entity.first + 1


def _is_byline(reading: Reading, entity: Entity) -> bool:
    """Tells whether a person is the reporter who opens the text (من محمد الزبن -)."""
    after = reading.units[entity.end].text if entity.end < len(reading.units) else ""
    opens = entity.first == 1 and reading.units[0].word.stem == "من" and reading.number == 0
    return opens and after in ("-", "–", "—")


def _served(reading: Reading, office: Entity) -> int:
    """Returns the first unit of the body that an office given to someone serves (عُينت مديرة │ لمدرسة الزهراء); 0 for
    others."""
    units = reading.units
    if office.kind != "office" or units[office.first].word.definite:
        return 0
    inside = list(
        takewhile(lambda k: units[k].word.prefix or not units[k].word.definite, range(office.first + 1, office.end))
    )
    return next((k for k in inside if units[k].word.prefix == "ل" and units[k].word.organisation is not None), 0)


def _held_by_next(reading: Reading, office: Entity) -> bool:
    """Tells whether the holder of an office is named behind it with a title of his own (وكيل وزارة الشؤون البلدية لشؤون
    البناء المهندس سامي رزق)."""
    for k in range(office.end, min(len(reading.units), office.end + _LONGEST_POST)):
        unit, person = reading.units[k], reading.entity_at(k)
        if unit.is_mark or unit.date >= 0 or is_verb(reading.units, k, False):
            return False
        if person is not None and person.kind == "person":
            titled = person.first < person.name_first or k == office.end
            return titled and not (unit.word.prefix or unit.word.lead)
    return False


def _is_sought(reading: Reading, entity: Entity) -> bool:
    """Tells whether an office is what is filled, not its holder (لانتخاب رئيس البرلمان)."""
    if entity.first and reading.units[entity.first - 1].word.core in _POSTS:
        return True
    act = reading.units[entity.first - 1].word.act if entity.first else None
    return act is not None and act.kind in ("election", "appointment")


def _dual(reading: Reading, entity: Entity) -> bool:
    office = reading.units[entity.first].word.office
    return office is not None and (
        office["state"] == "dual" or reading.units[entity.first].word.stem in ("وزيرا", "رئيسا", "وزيري")
    )
