"""Which names of a sentence take part in an act, and where it happened (docs/events.md §4.5)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.epithets import (
    capital_meant,
    country_meant,
    is_child_of_town,
    last_person,
    only_person,
    pair_meant,
    person_meant,
)
from timeline_cli.events.doers.objects import SOURCES
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.telling.attribution import forecasts, reports
from timeline_cli.events.telling.meant import (
    bare_doer,
    bare_meant,
    decider,
    is_generic,
    named_before,
    participant,
    team,
    threatener,
)
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
)
from timeline_cli.events.wording.composing import Title
from timeline_cli.lexicon.index import cues
from timeline_cli.model import Name
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as analysed

_PLACES = frozenset({"country", "city", "place"})
_DONE_BY_BODIES = frozenset({"statement", "signing", "publication", "aid", "economy", "sport", "appointment"})
_CAUSES = cues("cause")
_AFFECTED = cues("affected")
_FOUGHT = frozenset({"sport", "military", "attack"})
_CAUSE_BEFORE = 6
_LONGEST_POST = 9
_GOVERNORS = cues("describing-noun")
_TROPHIES = cues("trophy")
_ENVOYS = cues("envoy")
_GATHERED = cues("gathered")
_NAMED_BY = cues("named-by")
_SEATS = cues("seat")
_HEADED = cues("headed")
_COMING = cues("coming")
_DEMANDS = cues("demand")
_POSTS = cues("post")
_VOICES = cues("spokesman")


def names(story: Story, reading: Reading, head: Attachment, made: Title) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Returns participants and places of an act, each once, in the order of the text."""
    clause = reading.clauses[head.clause]
    who: dict[str, Name] = {}
    where: dict[str, Name] = {}
    for antecedent in made.named:
        entity = antecedent.entity
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
        if entity is None or (entity.kind in _PLACES and entity.kind != "country" and antecedent.reading is reading):
            continue
        if entity.kind == "organisation" and is_generic(antecedent.reading, entity):
            continue
        site = place_of(story, antecedent) if not _acts(reading, clause, antecedent.feminine) else None
        if site is not None and entity.kind == "organisation":
            where.setdefault(site.text, site)
            continue
        if entity.kind == "organisation" and not entity.bare:
            told = "«" in antecedent.words or bool(story.names.long_names)
            whole = participant(story, antecedent.reading, entity) if told else None
            long = story.names.short_names.get(entity.key) if entity.end == entity.first + 1 else None
            text = long or story.names.fuller.get(antecedent.words) or antecedent.words
            body = whole or Name(text, "organisation")
            who.setdefault(body.text, body)
        elif entity.kind == "city" and (
            _is_passive(reading, clause) or not governs(reading, clause) or _on_pronoun(reading, clause)
        ):
            town = story.words(antecedent.reading.units, entity.name_first, entity.name_end)
            where.setdefault(town, Name(town, "city"))
        elif not (antecedent.reading is reading and entity.kind in _PLACES):
            _add(story, antecedent.reading, entity, antecedent.reading.clauses[0], who, where, named=True)
    for entity in _inside(reading, clause, head, made):
        _add(story, reading, entity, clause, who, where)
    place = place_before(reading, clause) if head.kind == "verb" else None
    if place is not None:
        _add(story, reading, place, clause, {}, where)
    for name in (
        decider(story, reading, clause, head),
        threatener(story, reading, clause, head),
        last_person(story, reading, clause, head),
        country_meant(story, reading, clause, head),
        bare_doer(story, reading, clause, head),
        *pair_meant(story, reading, clause, head),
    ):
        if name is not None:
            who.setdefault(name.text, name)
    for k in clause.units if head.kind == "verb" else sorted(made.units):
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
    for longer in [text for text in who if any(text.startswith(f"{other} ب") for other in who)]:
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


def _inside(reading: Reading, clause: Clause, head: Attachment, made: Title) -> Iterable[Entity]:
    """Yields the entities of the act's own words: the whole clause for a verb, the title's span for a noun."""
    own = set(made.units)
    if head.kind == "verb" and not made.member:
        own.update(clause.units)
    stop = next((k for k in sorted(own) if _is_source(reading, k)), len(reading.units))
    fronted = 0
    if stop < clause.verb and head.kind == "verb":
        fronted, stop = _source_end(reading, stop, clause.verb), len(reading.units)
    saying = head.kind == "verb" and (forecasts(reading, clause) or reports(reading, clause) or head.rule == "D16")
    sayer = subject(reading, clause) if saying else None
    for entity in reading.entities:
        if entity.first not in own or entity.first >= stop or entity.first < fronted:
            continue
        if head.kind == "verb" and _is_background(reading, entity, made):
            continue
        if head.kind == "verb" and _describes(reading, entity):
            continue
        if head.kind == "verb" and _of_act_before(reading, clause, entity):
            continue
        if entity.first not in made.units and _is_demanded(reading, clause, entity):
            continue
        if entity.first not in made.units and _is_result(reading, clause, entity):
            continue
        if head.kind == "verb" and (
            _told_beside(reading, clause, entity) or _only_explains(reading, clause, entity, made)
        ):
            continue
        if _is_only_name(reading, entity):
            continue
        if sayer is None or not sayer.first <= entity.first < sayer.end:
            yield entity


def _told_beside(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a name stands in a clause without الذي that describes a noun of the act (سفينة │ تحمل علم بنما), if
    it is not whose the noun is (منشأة │ تعود للمواطن سعيد ناصر); no place but of what was done to the noun (أجهزة │
    صممها مختبر في تورينو)."""
    number = reading.clause_of[entity.first]
    inner = reading.clauses[number] if number >= 0 else clause
    if inner is clause or inner.kind != "relative" or inner.verb < 0 or inner.opener not in (-1, inner.verb):
        return False
    word = reading.units[inner.verb].word
    owner = entity.first == inner.verb + 1 and reading.units[entity.first].word.prefix == "ل"
    if owner or word.stem.startswith("ال"):
        return False
    done_to = word.verb is not None and bool(word.verb.pronoun)
    return done_to or entity.kind not in _PLACES or not is_place(reading, entity, inner)


def _only_explains(reading: Reading, clause: Clause, entity: Entity, made: Title) -> bool:
    """Tells whether a body or country that the title does not show stands in a cause or purpose (بعد إدانته باختلاس …
    من │ صندوق البلدية); those of a fight or match take part (جراء مواجهات بين …)."""
    weighed = entity.kind == "organisation" or (entity.kind == "country" and not is_place(reading, entity, clause))
    if entity.first in made.order or not weighed:
        return False
    between = [reading.units[k] for k in clause.units if clause.verb < k < entity.first and reading.units[k].date < 0]
    start = next((n for n, unit in enumerate(between) if _gives_cause(unit.word)), -1)
    acts = (unit.word.act for unit in between[start:]) if start >= 0 else ()
    return start >= 0 and not any(act is not None and act.kind in _FOUGHT for act in acts)


def _gives_cause(word: Word) -> bool:
    return not word.lead and (word.stem in _CAUSES or (word.prefix == "ل" and word.act is not None))


def _of_act_before(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a place is where another act happened, which came before (سلمته الشرطة بعد توقيفه في │ حلب)."""
    units = reading.units
    if entity.kind not in _PLACES or not (
        units[entity.first].word.prefix == "ب" or units[entity.first - 1].word.stem == "في"
    ):
        return False
    for k in range(entity.first - 1, max(clause.verb + 1, entity.first - _CAUSE_BEFORE), -1):
        word = units[k].word
        if units[k].date >= 0 or units[k].is_mark:
            return False
        if word.act is not None and word.pronoun and units[k - 1].word.stem in _CAUSES:
            return True
    return False


def _is_source(reading: Reading, k: int) -> bool:
    word = reading.units[k].word
    return reading.units[k].date < 0 and (word.fold[1:] if word.lead else word.fold) in SOURCES


def _source_end(reading: Reading, k: int, verb: int) -> int:
    """Returns the unit after a source that opens a sentence: behind its comma, or at the verb (وبحسب المدير رائد
    العجلوني، │ أغلق …)."""
    return next((j + 1 for j in range(k, verb) if reading.units[j].is_comma), verb)


def _is_demanded(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a name only stands in what is demanded or protested (للمطالبة بالإفراج عن الوزير)."""
    return any(reading.units[k].word.fold in _DEMANDS for k in clause.units if clause.verb < k < entity.first)


def _describes(reading: Reading, entity: Entity) -> bool:
    """Tells whether a name only tells which person or thing is meant: دورة برلين, العائد من إيطاليا, المولود بباتنة."""
    units = reading.units
    before = units[entity.first - 1].word if entity.first else None
    if before is None or units[entity.first - 1].date >= 0 or units[entity.first - 1].is_mark:
        return False
    word = units[entity.first].word
    if is_child_of_town(reading, entity.first - 1):
        return True
    if entity.kind in _PLACES and before.core in _GOVERNORS and not before.definite and not word.prefix:
        out = entity.first > 1 and (
            units[entity.first - 2].word.stem == "من" or units[entity.first - 2].word.core in _TROPHIES
        )
        return entity.kind != "city" or before.core not in _GATHERED or out
    if (
        entity.kind == "organisation"
        and not word.prefix
        and (before.core in _SEATS or "demonstrative" in before.classes)
    ):
        return True
    if entity.kind not in _PLACES and before.core in _NAMED_BY and not before.definite and not word.prefix:
        return True
    if entity.kind == "organisation" and before.stem == "بأعمال":
        return True  # القائم بأعمال │ السفارة
    if entity.kind in _PLACES and before.stem in ("مقره", "مقرها", "مقرهم"):
        return True
    if word.prefix == "ب" and before.fold in _HEADED:
        return True
    farther = units[entity.first - 2].word if entity.first > 1 else None
    if farther is None or not before.preposition:
        return False
    sent = reading.entity_over(entity.first - 2) if entity.kind in _PLACES else None
    if sent is not None and sent.end == entity.first - 1 and units[sent.first].word.core in _ENVOYS:
        return True
    coming = farther.core in _COMING and before.stem == "من" and farther.prefix != ""
    return farther.fold in _HEADED or (coming and entity.kind in _PLACES)


def _is_only_name(reading: Reading, entity: Entity) -> bool:
    """Tells whether a body is what something is called (باسم «نادي الأمل», في قضية «مصنع الورق»), not who speaks by
    another (الناطق باسم الشركة)."""
    units = reading.units
    k = entity.first - 1
    k -= k >= 0 and units[k].text in '«“"'
    if entity.kind != "organisation" or k < 0 or units[k].date >= 0:
        return False
    spoken = units[k - 1].word.core in _VOICES if k else False
    return (units[k].word.stem == "باسم" and not spoken) or (units[k].word.core == "قضيه" and k < entity.first - 1)


def _is_result(reading: Reading, clause: Clause, entity: Entity) -> bool:
    """Tells whether a name stands behind ل with an imperfect that goes on from the act (ليرفع رصيده, لتصبح)."""
    between = (k for k in clause.units if clause.verb < k < entity.first)
    return any(_follows(reading, k) for k in between)


def _follows(reading: Reading, k: int) -> bool:
    form = reading.units[k].word.stem
    if (
        not form.startswith(("لي", "لت"))
        or not k
        or not (reading.units[k - 1].is_comma or reading.units[k - 1].date >= 0)
    ):
        return False
    verb = analysed(form[1:]).verb
    return verb is not None and verb.aspect == "imperfect" and verb.lemma != "خلف"  # ليخلف المدير سامي رزق


def _is_background(reading: Reading, entity: Entity, made: Title) -> bool:
    """Tells whether a country or body stands in an act that only explains this one (إثر سحب السويد ترخيصها)."""
    units = reading.units
    if entity.kind not in ("country", "organisation") or entity.first < 2:
        return False
    joined = reading.entity_over(entity.first - 1) if units[entity.first].word.lead else None
    if joined is not None and joined.first < entity.first:
        return _is_background(reading, joined, made)
    cause, act = units[entity.first - 2], units[entity.first - 1]
    if act.word.preposition and entity.kind == "country" and entity.first not in made.units:
        before = units[max(0, entity.first - _CAUSE_BEFORE) : entity.first]
        return any(unit.word.stem in _AFFECTED for unit in before)
    return cause.word.stem in _CAUSES and act.word.act is not None and not act.word.definite


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
    if entity.kind in _PLACES:
        text = story.words(reading.units, entity.name_first, entity.name_end)
        host = entity.kind == "city" and hosts(reading, entity, clause)
        body = story.names.short_names.get(entity.key) if _is_subject(reading, clause, entity) else None
        if not named and is_rival(reading, entity):
            who.setdefault(text, Name(text, "country" if entity.kind == "country" else "organisation"))
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
        text = story.words(reading.units, entity.name_first, entity.name_end)
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
