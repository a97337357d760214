"""Finds persons, organisations and places in a sentence (docs/events.md §4)."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from timeline_cli.events.entities.body_words import listed_body
from timeline_cli.events.entities.clubs import club_at, may_begin_club, opens_club
from timeline_cli.events.entities.entity import Entity, person
from timeline_cli.events.entities.first_names import opens_faith
from timeline_cli.events.entities.holders import office_holder
from timeline_cli.events.entities.listed_places import listed_place
from timeline_cli.events.entities.name_words import is_known_stem, is_woman, plain, word_behind
from timeline_cli.events.entities.named_bodies import named_body, short_body
from timeline_cli.events.entities.offices import long_title
from timeline_cli.events.entities.persons import name_end
from timeline_cli.events.entities.places import place_at
from timeline_cli.events.entities.unlisted_towns import unlisted_town_end
from timeline_cli.events.entities.untitled import (
    house_at,
    known_by_father,
    nicknamed,
    son_of,
    stranger_at,
    surname_at,
    untitled_person,
)
from timeline_cli.lexicon.index import cues
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.listed_names import BYNAMES, FATHERS, KUNYAS, kin_forms
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_NEVER_NAMES = frozenset({"preposition", "preposition-place", "quantifier", "relative"})
_OWN_ROLES = frozenset({"academic", "sport"})
_SHORT_TITLES = cues("letter-title")
_DONE_TO_PERSONS = cues("object-person")
_THEN = cues("then")
_HONOURS = cues("honours")
_BEARERS = frozenset({"صاحب", "صاحبه", "اصحاب"})
_SCHOOLS = cues("schools")


def entities(
    units: Sequence[Unit],
    surnames: AbstractSet[str] = frozenset(),
    bodies: AbstractSet[str] = frozenset(),
    *,
    sport: bool = False,
) -> list[Entity]:
    """Returns the names of a sentence from left to right, without overlap.

    `surnames`: last names of persons named in full before; one of them alone names the person too (P8).
    `bodies`: names of clubs and movements whose head word was said before. `sport`: the text tells of sport, so that
    clubs need no head word.
    """
    found: list[Entity] = []
    end, pair = 0, -1
    for i, unit in enumerate(units):
        word = unit.word
        if word.of_two:
            pair = i + 2  # the last unit that may be one of the two
        if i < end or unit.date >= 0:
            continue
        club = may_begin_club(units, i) if sport else word.unknown and opens_club(units, i)
        known = word.family in surnames or word.fold in surnames or word.core in bodies
        second = word.lead == "و" and bool(found) and found[-1].end == i and _second_of_two(units, i, found[-1])
        if not (word.opens_name or known or club or i <= pair or second):
            continue
        if second:
            end = name_end(units, i, strong=True)
            found.append(person(units, i, i, end, feminine=is_woman(word)))
            surnames = surnames | {found[-1].key}
            continue
        if i > 0:
            town = unlisted_town_end(units, i)
            if town:
                found.append(Entity(i, town, i, town, "city", word.fold, feminine=True))
                end = town
                continue
        servant = f"{word.core} الله" if i + 1 < len(units) and units[i + 1].word.stem == "الله" else ""
        if servant in surnames and not (found and found[-1].end == i and found[-1].kind == "person"):
            found.append(Entity(i, i + 2, i, i + 2, "person", servant))  # بطرس عوض الله, later │ عوض الله
            end = i + 2
            continue
        son = word.fold == "ولد" and son_of(units, i)
        said = son or known or (word.unknown and word.fold[:1] in "لب" and word.fold[1:] in surnames)
        said = said or (word.fold in FATHERS and i + 1 < len(units) and units[i + 1].word.core in surnames)
        stranger = stranger_at(units, i) if word.unknown and i > 0 and not (said or club) else None
        if stranger is not None:
            found.append(stranger)
            end = stranger.end
            surnames = surnames | {stranger.key}
            continue
        called = nicknamed(units, i, found) if word.core in BYNAMES else None
        if called is not None:
            found.append(called)
            end = called.end
            continue
        said = said or opens_faith(units, i) or (word.prefix != "" and word.core in KUNYAS)
        if not (word.names or word.own_office or said or club or word.stem in kin_forms()):
            continue
        entity = (club_at(units, i) if club else None) or _at(units, i, surnames, found) or short_body(units, i, bodies)
        if (
            entity is not None
            and entity.kind == "office"
            and entity.bare
            and entity.end == i + 1
            and word.core in bodies
        ):
            entity = Entity(i, i + 1, i, i + 1, "organisation", word.core, word.feminine)  # نادي النجم: قيادة │ النجم
        if entity is not None and entity.kind == "person" and entity.first == i == entity.end - 1 and i > 0:
            entity = _kinsman(units, i, entity, found)
        if entity is not None:
            entity = _with_office_before(units, found, _with_honours(units, _with_short_title(units, entity)))
            entity = _first_of_two(units, i, entity, found)
            found.append(_as_role(units, found, entity))
            end = entity.end
            if entity.kind == "person" and end - entity.name_first > 1 and units[end - 1].word.unknown:
                surnames = surnames | {entity.key}
    return found


def _second_of_two(units: Sequence[Unit], i: int, first: Entity) -> bool:
    """Tells whether a unit opens the name of the second one whom a noun of two announces (المؤسسان تميم الكبيسي │ ولين
    الكيالي)."""
    pair = units[first.name_first - 1].word if first.kind == "person" and first.name_first else None
    if pair is None or not pair.definite or pair.prefix == "ك" or not pair.stem.endswith(("ان", "ون", "ين")):
        return False
    people = len(pair.core) > 4 and pair.place is None and is_known_stem(pair.core[:-2])
    return people and name_end(units, i, strong=True) > i + 1


def _kinsman(units: Sequence[Unit], i: int, surname: Entity, found: list[Entity]) -> Entity:
    """Takes in the first name before a family name said before: another one of the family (التاجر سلمان مطر … الدكتور
    │ خليفة مطر)."""
    first = units[i - 1]
    if first.date >= 0 or first.is_mark or not first.word.given or first.word.lead or first.word.prefix:
        return surname
    title = units[i - 2].word if i > 1 and plain(units[i - 2]) else None
    titled = title is not None and title.office is not None
    noun = first.word.given == "ambiguous" and bool(first.word.common or first.word.known_noun or first.word.verb)
    if (noun and not titled) or units[i].word.lead or units[i].word.prefix:
        return surname
    if found and found[-1].end == i:
        if found[-1].kind != "person" or found[-1].name_first != i - 1:
            return surname
        return replace(found.pop(), end=i + 1, name_end=i + 1, key=surname.key)
    return Entity(i - 1 - titled, i + 1, i - 1, i + 1, "person", surname.key, is_woman(first.word))


def _with_honours(units: Sequence[Unit], entity: Entity) -> Entity:
    """Takes the honours of two or three words to the title behind them (صاحب السمو │ الشيخ سالم بن زايد)."""
    first = entity.first
    if entity.kind != "person" or first == entity.name_first or first < 2:
        return entity
    first -= units[first - 1].word.stem in ("الملكي", "الهاشمي") and plain(units[first - 1])
    honours = first > 1 and units[first - 1].word.stem in _HONOURS and plain(units[first - 2])
    return replace(entity, first=first - 2) if honours and units[first - 2].word.core in _BEARERS else entity


def _with_short_title(units: Sequence[Unit], entity: Entity) -> Entity:
    """Takes a title of one letter to the name behind it (د. سامي رزق)."""
    k = entity.first
    if entity.kind != "person" or k < 2 or units[k - 1].text != "." or units[k - 2].text not in _SHORT_TITLES:
        return entity
    return replace(entity, first=k - 2) if units[k - 2].end == units[k - 1].start else entity


def _with_office_before(units: Sequence[Unit], found: list[Entity], entity: Entity) -> Entity:
    """Joins a person between commas with the office right before (مدير هيئة الموانئ، العميد رضا الخولي،)."""
    office = found[-1] if found else None
    seat = office if len(found) > 1 and office is not None and office.kind in ("city", "place") else None
    if seat is not None and units[seat.first].word.prefix == "ب":
        field = found[-2].end == seat.first - 1 and units[seat.first - 1].word.prefix == "ل"  # للصحة │ بالجديدة،
        office = found[-2] if field or found[-2].end == seat.first else office
    if entity.kind != "person" or office is None or office.kind != "office" or office.plural:
        return entity
    if office.bare and office.end < office.first + 2:
        return entity
    behind = seat.end if seat is not None and office is not seat else office.end
    comma = behind == entity.first - 1 and units[behind].is_comma
    after = units[entity.end] if entity.end < len(units) else None
    if not comma or not (after is None or after.is_comma or after.date >= 0):
        return entity
    title = units[entity.first].word.office if entity.first < entity.name_first else None
    own = title is not None and title["family"] in _OWN_ROLES
    if own or entity.name_first > entity.first + 1 or entity.name_end - entity.name_first < 2:
        return entity
    del found[found.index(office) :]
    return replace(entity, first=office.first, feminine=office.feminine)


def _as_role(units: Sequence[Unit], found: list[Entity], entity: Entity) -> Entity:
    """Turns an office right behind a person (or behind another role of theirs) into a role, no one of its own."""
    if entity.kind != "office" or not found or found[-1].kind not in ("person", "role"):
        return entity
    between = units[found[-1].end : entity.first]
    if between and long_title(units, found[-1].end) == len(between):
        between = []
    if len(between) == 1 and between[0].is_comma and _set_off(units, entity.end):
        return replace(entity, kind="role")
    if len(between) > 2 or any(u.date >= 0 or not u.word.definite or u.word.prefix or u.word.lead for u in between):
        return entity
    opening = units[entity.first].word
    if opening.prefix not in ("", "ل") or (opening.lead and found[-1].kind != "role"):
        return entity
    end = entity.end
    ball = end + 1 < len(units) and plain(units[end]) and units[end].word.bare == "لكرة" and plain(units[end + 1])
    end += 2 if ball else 0  # مدرب المنتخب الأول │ لكرة القدم
    return replace(entity, kind="role", end=end, name_end=end)


def _first_of_two(units: Sequence[Unit], i: int, entity: Entity, found: list[Entity]) -> Entity:
    """Cuts the name of whom something is done to off the one who does it, behind a verb done to people (كلف الرئيس سامي
    رزق │ منير الصباغ)."""
    first, last = entity.name_first, entity.name_end
    if entity.kind != "person" or last - first != 4 or entity.first == first or entity.first == 0:
        return entity
    if found and found[-1].kind == "person":
        return entity
    name = [unit.word for unit in units[first:last]]
    verb = units[entity.first - 1].word.verb if plain(units[entity.first - 1]) else None
    done_to = verb is not None and not verb.passive and not _DONE_TO_PERSONS.isdisjoint(verb.lemma.split("|"))
    other = name[2].given and not name[2].definite and name[3].definite and not name[1].definite
    if not (done_to and other and name[0].given) or any(word.fold in FATHERS or word.stem == "عبد" for word in name):
        return entity
    return replace(entity, end=first + 2, name_end=first + 2, key=name[1].fold)


def _set_off(units: Sequence[Unit], k: int) -> bool:
    """Tells whether an office between commas ends at a unit (صباح الأحمد، وزير الإعلام آنذاك │، …)."""
    if k < len(units) and units[k].word.stem in _THEN:
        return True
    return k < len(units) and units[k].is_comma


def _at(units: Sequence[Unit], i: int, surnames: AbstractSet[str], found: list[Entity]) -> Entity | None:
    word = units[i].word
    if not word.place and not word.classes.isdisjoint(_NEVER_NAMES):
        return named_body(units, i) if word.organisation is not None and listed_body(units, i) > 1 else None
    if word.given and listed_place(units, i) > 1:
        place = place_at(units, i)
        family = units[i + 2].word if i + 2 < len(units) and units[i + 2].date < 0 else None
        nisba = family is not None and family.definite and family.stem.endswith("ي")
        nisba = nisba or (family is not None and _strange(family))  # صلاح الدين │ دمرتاش
        if place is not None and not nisba:
            return place
    if word.place_head is not None and word.office is not None and not word.definite:
        region = place_at(units, i)
        if region is not None:
            return region
    if word.stem == "آل":
        house = house_at(units, i, found)
        if house is not None:
            return house
    if word.fold == "ابن" and not (found and found[-1].end == i and found[-1].kind == "person"):
        scholar = known_by_father(units, i, surnames)
        if scholar is not None:
            return scholar
    fathered = word.given and not word.definite and i + 1 < len(units) and units[i + 1].word.fold in ("بن", "ابو")
    after = word_behind(units, i)
    expected = word.core == "مقرر" and i > 0 and units[i - 1].word.stem == "من"  # من المقرر أن
    ruling = word.core == "حكم" and after is not None and (after.core == "محكمه" or after.place is not None)
    if word.office is not None and not (expected or ruling) and not fathered and not is_verb(units, i, False):
        named = office_holder(units, i)
        if word.core == "مدرسه":
            school = named_body(units, i)
            if school is not None and (named is None or named.bare or school.end > named.end):
                return school  # مدرسة عمر المختار الثانوية
        if word.core == "لواء" and not word.definite and (named is None or named.bare):
            named = named_body(units, i) or named  # لواء المشاة الثالث
        if named is None or named.bare:
            return surname_at(units, i, surnames) or named or named_body(units, i) or place_at(units, i)
        return named
    if word.prefix == "ب" and word.core == "سيدي" and i + 1 < len(units) and plain(units[i + 1]):
        return Entity(i, i + 2, i, i + 2, "city", word.core, feminine=True)  # بسيدي بنور
    return untitled_person(units, i, surnames, found) or _body_or_place(units, i, surnames)


def _strange(word: Word) -> bool:
    """Tells whether a word is in no list and bare, as a foreign family name is."""
    ordinary = word.definite or word.prefix or word.lead or word.pronoun or word.verb is not None
    return word.unknown and not ordinary and not word.stem.endswith(("ة", "ات", "ا"))


def _body_or_place(units: Sequence[Unit], i: int, surnames: AbstractSet[str]) -> Entity | None:
    """Returns the body or place whose name begins at a unit, else the person whom a surname alone means."""
    found = _plain_body_or_place(units, i, surnames)
    if found is None or found.kind not in ("place", "organisation") or not units[i].word.definite:
        return found
    word = units[i].word
    site = (word.place_head or {}).get("kind") == "site" or (word.organisation or {}).get("family") == "site"
    if not (site or word.core_classes & {"site-noun"}) or found.end < i + 2 or found.end >= len(units):
        return found
    if units[found.end].word.given in ("", "ambiguous") or not _after_place_preposition(units, i):
        return found
    end = name_end(units, found.end, strong=False)
    return replace(found, end=end, name_end=end) if end > found.end + 1 else found  # المسرح الجهوي │ كاتب ياسين


def _plain_body_or_place(units: Sequence[Unit], i: int, surnames: AbstractSet[str]) -> Entity | None:
    word = units[i].word
    site = word.place_head is not None and word.place_head["kind"] in ("site", "nature")
    if site and listed_place(units, i) > 1:
        return place_at(units, i)
    town_hall = word.core == "بلديه" and not word.definite
    if word.organisation is not None and (site or town_hall) and not _after_place_preposition(units, i):
        return named_body(units, i) or place_at(units, i)
    place = place_at(units, i)
    if place is not None and word.organisation is None and listed_body(units, i) > place.end - i:
        return named_body(units, i) or place  # نيويورك تايمز, مصر للطيران
    if place is not None and word.organisation is not None and place.end < len(units):
        body = named_body(units, i) if units[place.end].word.prefix == "ل" else None
        if body is not None and body.end > place.end:
            return body
    return place or named_body(units, i) or surname_at(units, i, surnames)


def _after_place_preposition(units: Sequence[Unit], i: int) -> bool:
    word = units[i].word
    before = units[i - 1].word if i else None
    local = before is not None and "preposition-place" in before.classes and before.stem not in ("من", "لدى")
    return (word.prefix == "ب" or local) and word.core not in _SCHOOLS
