"""Finds persons, organisations and places in a sentence (docs/events.md §4)."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from timeline_cli.events.entity import Entity
from timeline_cli.events.offices import long_title, office_end, served_end, title_row
from timeline_cli.events.organisations import (
    club_openings,
    listed_body,
    listed_club,
    organisation_end,
)
from timeline_cli.events.persons import is_listed_family, name_end, of_town, plain
from timeline_cli.events.places import listed_place, no_body, place_at
from timeline_cli.lexicon.index import cues, entries
from timeline_cli.text.tokens import Unit
from timeline_cli.text.units import is_verb
from timeline_cli.text.words import Word

_NEVER_NAMES = frozenset({"preposition", "preposition-place", "quantifier", "relative"})
_CLUB_OPENERS = cues("club-opener")
_OF_PEOPLE = frozenset({"birth", "death", "education", "appointment", "resignation", "family", "election"})
_REMAINS = frozenset({"جثمان", "جنازه", "مقتل", "اعتقال", "منزل", "بيت", "قصر", "حصن"})
FATHERS = frozenset({"بن", "ال", "ابو", "ابي", "ابا", "بو", "ولد", "منت"})
_CHAINED = FATHERS | {"عبد"}
_OFFICES = frozenset({"مكتب", "ديوان", "مقر"})
_MINISTERS = frozenset({"وزير", "وزيره"})
_REALMS = cues("realms")
_LEAGUES = frozenset({"اممي", "امميه"})
_CLUBS = cues("clubs")
_GAMES = cues("games")
_AGAINST = cues("against")
_TOWN_OPENERS = cues("town-opener")
_LONGEST_OPENING = 6
_TROOPS = cues("troop")
_ACCREDITED = frozenset({"معتمد", "مقيم", "منتدب"})
_OWN_ROLES = frozenset({"academic", "sport"})
_AMONG = cues("counted-among")
_NO_TOWN = ("ات", "ون", "ين", "ها", "هم", "هما", "ه", "ية", "اء", "ي", "نا", "كم", "ك", "ة", "ى")
_NEAR = frozenset({"في", "قرب", "قبالة", "شمالي", "جنوبي", "شرقي", "غربي", "ضواحي"})
_LONGEST_POST = 4
_SHORT_TITLES = frozenset({"د", "أ", "م", "ا"})
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
    end = 0
    for i, unit in enumerate(units):
        if i < end or unit.date >= 0:
            continue
        word = unit.word
        club = sport and word.listing in club_words() and (word.listing in club_openings() or _plays(units, i))
        club = club or (sport and word.stem in _CLUB_OPENERS and _named_club(units, i))
        if i > 0:
            town = _unlisted_town(units, i) if word.unknown or word.stem in _TOWN_OPENERS else 0
            town = town or (i + 1 if _of_pair(units, i) else 0)
            if town:
                found.append(Entity(i, town, i, town, "city", word.fold, feminine=True))
                end = town
                continue
        glued = word.unknown and word.fold[:1] in "لب" and word.fold[1:] in surnames
        said = glued or word.family in surnames or word.fold in surnames or word.core in bodies
        said = said or (word.fold in FATHERS and i + 1 < len(units) and units[i + 1].word.core in surnames)
        if not (word.names or word.own_office or said or club or word.stem in kin_forms()):
            continue
        entity = (_club(units, i) if club else None) or _at(units, i, surnames, found) or _short_body(units, i, bodies)
        if entity is not None and entity.kind == "person" and entity.first == i == entity.end - 1 and i > 0:
            entity = _kinsman(units, i, entity, found)
        if entity is not None:
            entity = _with_office_before(units, found, _with_short_title(units, entity))
            found.append(_as_role(units, found, entity))
            end = entity.end
            if entity.kind == "person" and end - entity.name_first > 1 and units[end - 1].word.unknown:
                surnames = surnames | {entity.key}
    return found


def _kinsman(units: Sequence[Unit], i: int, surname: Entity, found: list[Entity]) -> Entity:
    """Takes in the first name before a family name said before: another one of the family (التاجر سلمان مطر … الدكتور
    │ خليفة مطر)."""
    first = units[i - 1]
    if first.date >= 0 or first.is_mark or not first.word.given or first.word.lead or first.word.prefix:
        return surname
    title = units[i - 2].word if i > 1 and plain(units[i - 2]) else None
    titled = title is not None and title.office is not None
    if (first.word.given == "ambiguous" and not titled) or units[i].word.lead or units[i].word.prefix:
        return surname
    if found and found[-1].end == i:
        if found[-1].kind != "person" or found[-1].name_first != i - 1:
            return surname
        return replace(found.pop(), end=i + 1, name_end=i + 1, key=surname.key)
    return Entity(i - 1 - titled, i + 1, i - 1, i + 1, "person", surname.key, is_woman(first.word))


@cache
def club_words() -> frozenset[str]:
    """Returns the folded words that name a club, or begin its name, in texts of sport."""
    return club_openings() | _CLUBS


def _unlisted_town(units: Sequence[Unit], i: int) -> int:
    """Returns the unit after the name of a town that no list holds: alone behind في or قرب, with no shape of a masdar
    or plural, also with سان or another opener before it, or with its country's adjective behind it (إلى توبنغن │
    الألمانية); 0 without one."""
    before, word = units[i - 1], units[i].word
    if before.date >= 0 or word.prefix or word.lead or word.definite:
        return 0
    last = i + (word.stem in _TOWN_OPENERS)
    if last >= len(units) or units[last].date >= 0 or units[last].is_mark:
        return 0
    if last > i and not (units[last].word.unknown or units[last].word.place or units[last].word.given):
        return 0
    after = units[last + 1] if last + 1 < len(units) and units[last + 1].date < 0 else None
    foreign = after is not None and after.word.definite and after.word.feminine and after.word.nationality is not None
    there = before.word.stem in _NEAR or (before.word.place_head or {}).get("kind") == "direction"
    if not there and not (foreign and "preposition-place" in before.word.classes):
        return 0
    stem = units[last].word.stem
    if last > i or (foreign and before.word.preposition):
        return last + 1
    if len(stem) < 4 or stem.endswith(_NO_TOWN) or stem[0] == "إ" or not "ء" <= stem[0] <= "ي":
        return 0
    if (len(stem) == 4 and stem[2] == "و") or (stem[0] == "ا" and stem[-2] == "ا") or stem[:2] in ("مت", "مس", "مس"):
        return 0
    alone = after is None or after.is_mark or after.is_number or after.word.preposition or after.word.lead == "و"
    return last + 1 if alone else 0


def _of_pair(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a unit is one of two names behind a head of two (مقاطعتي │ روصو │ وكرمسين)."""
    word = units[i].word
    head = i - 1 if word.lead != "و" else i - 2
    if head < 0 or units[head].date >= 0 or not units[head].word.stem.endswith("تي") or not plain(units[i]):
        return False
    row = next(iter(entries("events/place_heads", units[head].word.core[:-2] + "ه")), None)
    if row is None or row["kind"] not in ("city", "region", "district") or word.prefix or word.is_function:
        return False
    joined = i + 1 < len(units) and units[i + 1].date < 0 and units[i + 1].word.lead == "و"
    return word.place is None and (joined or word.lead == "و")


def _with_short_title(units: Sequence[Unit], entity: Entity) -> Entity:
    """Takes a title of one letter to the name behind it (د. سامي رزق)."""
    k = entity.first
    if entity.kind != "person" or k < 2 or units[k - 1].text != "." or units[k - 2].text not in _SHORT_TITLES:
        return entity
    return replace(entity, first=k - 2) if units[k - 2].end == units[k - 1].start else entity


def _with_office_before(units: Sequence[Unit], found: list[Entity], entity: Entity) -> Entity:
    """Joins a person between commas with the office right before (مدير هيئة الموانئ، العميد رضا الخولي،)."""
    office = found[-1] if found else None
    if entity.kind != "person" or office is None or office.kind != "office" or office.bare or office.plural:
        return entity
    comma = office.end == entity.first - 1 and units[office.end].is_comma
    after = units[entity.end] if entity.end < len(units) else None
    if not comma or not (after is None or after.is_comma or after.date >= 0):
        return entity
    title = units[entity.first].word.office if entity.first < entity.name_first else None
    own = title is not None and title["family"] in _OWN_ROLES
    if own or entity.name_first > entity.first + 1 or entity.name_end - entity.name_first < 2:
        return entity
    found.pop()
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
    return replace(entity, kind="role")


def _set_off(units: Sequence[Unit], k: int) -> bool:
    """Tells whether an office between commas ends at a unit (صباح الأحمد، وزير الإعلام آنذاك │، …)."""
    if k < len(units) and units[k].word.stem in ("آنذاك", "حينها", "حينذاك", "وقتها"):
        return True
    return k < len(units) and units[k].is_comma


def _at(units: Sequence[Unit], i: int, surnames: AbstractSet[str], found: list[Entity]) -> Entity | None:
    word = units[i].word
    if not word.place and not word.classes.isdisjoint(_NEVER_NAMES):
        return None
    if word.given and listed_place(units, i) > 1:
        place = place_at(units, i)
        family = units[i + 2].word if i + 2 < len(units) and units[i + 2].date < 0 else None
        if place is not None and not (family is not None and family.definite and family.stem.endswith("ي")):
            return place
    if word.place_head is not None and word.office is not None and not word.definite:
        region = place_at(units, i)
        if region is not None:
            return region
    if word.office is not None and not is_verb(units, i, False):
        named = _office(units, i)
        if word.core == "مدرسه" and (named is None or named.bare):
            return _organisation(units, i) or named
        if named is None or named.bare:
            return _surname(units, i, surnames) or named or _organisation(units, i) or place_at(units, i)
        return named
    given_to = word.prefix in ("", "ل", "ب") and not (word.prefix and not word.stem.endswith("ي"))
    if word.own_office:
        start = i + 1
        while start < len(units) and plain(units[start]) and _office_adjective(units[start].word):
            start += 1
        end = name_end(units, start, strong=True) if start < len(units) else start
        if end - start >= 2:
            return Entity(
                i,
                end,
                start,
                end,
                "person",
                units[end - 1].word.fold.removeprefix("ال"),
                word.stem.removesuffix("ها").removesuffix("هم").removesuffix("ه").endswith("ت"),
            )
    if word.stem in kin_forms() and i + 1 < len(units) and plain(units[i + 1]) and units[i + 1].word.given:
        end = name_end(units, i + 1, strong=False)
        if end > i + 1:
            base = next(word.stem.removesuffix(pronoun) for pronoun in ("ها", "هم", "ه") if word.stem.endswith(pronoun))
            return Entity(i, end, i + 1, end, "person", units[end - 1].word.fold.removeprefix("ال"), base[-1] == "ت")
    if word.nationality is not None and word.definite and not (i and units[i - 1].word.definite) and given_to:
        end = name_end(units, i + 1, strong=True)
        if end - i >= 3:
            return Entity(i, end, i + 1, end, "person", units[end - 1].word.fold.removeprefix("ال"), word.feminine)
    chained = None
    if word.fold in _CHAINED:
        chained = _servant(units, i) or _chained(units, i, surnames, found)
    if chained is not None:
        return chained
    if word.prefix == "ب" and word.core == "سيدي" and i + 1 < len(units) and plain(units[i + 1]):
        return Entity(i, i + 2, i, i + 2, "city", word.core, feminine=True)  # بسيدي بنور
    if word.given and not (word.lead and word.verb) and not (word.verb and is_verb(units, i, False)):
        end = name_end(units, i, strong=False)
        if end - i >= 2 and _in_name_place(units, i, end, found):
            return _person(units, i, i, end)
    site = word.place_head is not None and word.place_head["kind"] in ("site", "nature")
    if site and listed_place(units, i) > 1:
        return place_at(units, i)
    town_hall = word.core == "بلديه" and not word.definite
    if word.organisation is not None and (site or town_hall) and not _after_place_preposition(units, i):
        return _organisation(units, i) or place_at(units, i)
    place = place_at(units, i)
    if place is not None and word.organisation is not None and place.end < len(units):
        body = _organisation(units, i) if units[place.end].word.prefix == "ل" else None
        if body is not None and body.end > place.end:
            return body
    return place or _organisation(units, i) or _surname(units, i, surnames)


@cache
def kin_forms() -> frozenset[str]:
    """Returns the forms of nouns of kin with a pronoun, behind which a first name is a person (ابنها أنس)."""
    return frozenset(stem + pronoun for stem in cues("kin") for pronoun in ("ه", "ها", "هم"))


def _office_adjective(word: Word) -> bool:
    """Tells whether a definite word describes an office (التنفيذي, العام, الجديد)."""
    if not word.definite or word.prefix or word.lead or word.given or word.office is not None:
        return False
    described = "adjective" in word.classes or word.nationality is not None
    return described or (word.common and word.stem.endswith(("ي", "ية")))


def _may_be_family(word: Word) -> bool:
    """Tells whether a word behind a first name that is also a noun reads as a family name (not حصة السهم)."""
    if word.definite:
        return is_listed_family(word) or word.stem.endswith("ي")
    return not word.stem.endswith(("ه", "ها", "هم"))


def _servant(units: Sequence[Unit], i: int) -> Entity | None:
    """A name in عبد written apart, without a title (عبد الرحمن الداخل)."""
    if units[i].word.fold != "عبد" or i + 1 >= len(units) or not units[i + 1].word.definite:
        return None
    end = name_end(units, i, strong=False)
    return _person(units, i, i, end) if end > i + 2 else None


def _chained(units: Sequence[Unit], i: int, surnames: AbstractSet[str], found: list[Entity]) -> Entity | None:
    """A chain of fathers: بن + a family name said before, or بن behind an unlisted name (مقرب بن سعد)."""
    word = units[i].word
    if word.fold not in FATHERS or i + 1 >= len(units) or not plain(units[i + 1]):
        return None
    if units[i + 1].word.core in surnames:
        return Entity(i, i + 2, i + 1, i + 2, "person", units[i + 1].word.core)
    first = units[i - 1].word if i else None
    elected = (
        i > 1 and word.fold == "ابو" and units[i - 2].word.verb is not None and first is not None and first.unknown
    )
    if (
        (word.fold != "بن" and not elected)
        or first is None
        or not plain(units[i - 1])
        or (found and found[-1].end >= i)
    ):
        return None
    if first.is_function or first.office or len(first.stem) < 3 or is_verb(units, i - 1, False):
        return None
    if first.definite and not _named_with_article(units, i - 1):
        return None
    if first.core in _REMAINS:
        return None
    end = name_end(units, i + 1, strong=True)
    return _person(units, i - 1, i - 1, end) if end > i + 1 else None


def _named_with_article(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word with the article is a first name before بن: unlisted (العلاء بن مغيث), or an adjective
    behind a title (المجاهد العربي بن زيدان)."""
    word = units[k].word
    if not (word.common or word.known_noun):
        return True
    title = units[k - 1].word if k and plain(units[k - 1]) else None
    return word.core == "عربي" and not (
        title is not None and title.office is not None and title.office["family"] == "head"
    )


def _after_place_preposition(units: Sequence[Unit], i: int) -> bool:
    word = units[i].word
    before = units[i - 1].word if i else None
    local = before is not None and "preposition-place" in before.classes and before.stem not in ("من", "لدى")
    return (word.prefix == "ب" or local) and word.core not in _SCHOOLS


def _person(units: Sequence[Unit], first: int, name_first: int, end: int) -> Entity:
    office = units[first].word.office if first < name_first else None
    feminine = office["gender"] == "f" if office else is_woman(units[name_first].word)
    return Entity(first, end, name_first, end, "person", units[end - 1].word.fold.removeprefix("ال"), feminine)


def _does_as_person(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a first name that is also a word stands behind a verb that only people do, with what reads as a
    family name behind it (ولدت │ ندى الراوي, عُينت │ وفاء الخطيب)."""
    before, second = units[i - 1] if i else None, units[i + 1].word
    verb = before.word.verb if before is not None and before.date < 0 else None
    if verb is None or not verb.kinds & _OF_PEOPLE or verb.pronoun or (verb.person == "3fs") != is_woman(units[i].word):
        return False
    family = second.definite and (is_listed_family(second) or second.stem.endswith("ي"))
    return verb.person in ("3ms", "3fs") and not second.prefix and not second.lead and (family or second.unknown)


def is_woman(word: Word) -> bool:
    """Tells whether a first name is a woman's, also one that is a common word (هدى, أمل)."""
    if word.given != "ambiguous":
        return word.given == "f"
    return any(row["gender"] == "f" for row in entries("events/given_names", word.fold))


def _in_name_place(units: Sequence[Unit], i: int, end: int, found: list[Entity]) -> bool:
    """Rule P11: an ambiguous first name without a title needs a second known name, بن, or a person beside it."""
    word = units[i].word
    if i and units[i - 1].word.place_head and not units[i - 1].word.definite and not is_verb(units, i - 1, False):
        return False
    if word.given != "ambiguous":
        return True
    second = units[i + 1].word
    if _does_as_person(units, i):
        return True
    beside = bool(found) and found[-1].kind == "person" and found[-1].end == i
    known = second.given not in ("", "ambiguous") or second.fold in ("بن", "بنت", "ال")
    known = known or (second.definite and second.core in ("دين", "اسلام", "زمان"))
    known = known or (bool(second.given) and end - i > 2)
    if not beside and not known and not _may_be_family(second):
        return False
    if second.nationality is not None and second.definite and not second.lead and end == i + 2:
        return True
    if second.definite and is_listed_family(second) and second.office is None:
        return True
    return known or beside or not (second.common or second.known_noun or second.verb is not None)


def _office(units: Sequence[Unit], i: int) -> Entity | None:
    """Rules P1–P6: an office or title, its complement, and the name run behind it."""
    office = units[i].word.office
    assert office is not None
    body = office_end(units, i)
    dual = office["state"] in ("dual", "plural")
    named = None if dual else _named_office(units, i, body)
    if named is not None:
        return named
    feminine = office["gender"] == "f"
    core = units[i].word.core
    genitive = body - i >= 2 and units[i + 1].word.definite and not units[i].word.definite
    if office["state"] == "self" or (office["family"] in ("honorific", "family") and not genitive):
        return None
    if dual:
        return Entity(i, body, i, body, "office", core, plural=True, bare=True)
    served = served_end(units, body) if body < len(units) and units[body].word.prefix == "ل" else body
    predicate = units[i].word.stem.endswith("ا") and not units[i].word.definite
    if served > body and "head" in office["family"] and not predicate:
        return Entity(i, served, i, served, "office", core, feminine)
    if core == "فريق":  # without a name a team, no general
        return Entity(i, body, i, body, "organisation", core, bare=True) if units[i].word.definite else None
    if body - i >= 2 and any(u.word.definite or u.word.place for u in units[i:body]):
        return Entity(i, body, i, body, "office", core, feminine, bare=not _tells_who(units, i, body))
    if units[i].word.definite:
        return Entity(i, i + 1, i, i + 1, "office", core, feminine, bare=True)
    return None


def _named_office(units: Sequence[Unit], i: int, body: int) -> Entity | None:
    """The name behind an office, its comma and title, or behind the body that the office serves."""
    office = units[i].word.office
    assert office is not None
    if body + 1 < len(units) and (_from_town(units, body) or _describes_body(units, body)):
        body += 1
    strong = body - i > 1 or ("bare" in office["complement"].split("|") and office["note"] == "")
    start = body
    apposed = start + 1 < len(units) and units[start].is_comma
    if apposed:
        start += 1
        title = units[start].word.office
        titled = title is not None and "honorific" in title["family"] and not units[start].word.lead
        start = office_end(units, start) if titled else start
    end = name_end(units, start, strong=strong) if start < len(units) else start
    end = max(end, _regnal(units, start))
    if end == start + 1 and not units[i].word.definite and units[start].word.stem.endswith("ي"):
        end = end if units[start].word.given else start
    single = end - start == 1 and (
        office["family"] in ("royal", "religious", "head")
        or bool(units[start].word.given and office["family"] == "honorific")
    )
    enough = end - start >= 2 or (single and end > start)
    if apposed and (end - start < 2 or (end < len(units) and not units[end].is_comma and units[end].date < 0)):
        enough = False
    if enough:
        return _titled(units, i, start, end)
    served = _second_post(units, served_end(units, body))
    start = _seat_end(units, _second_post(units, served))
    if start == body:
        return None
    if start > served == body and (body - i < 2 or start >= len(units) or not _may_open_name(units[start].word)):
        return None
    served = start
    post = start < len(units) and plain(units[start]) and units[start].word.office and not units[start].word.lead
    if post and not (units[start].word.given and _family_behind(units, start)):
        start = office_end(units, start)
    two = start + 1 < len(units) and all(_may_open_name(unit.word) for unit in units[start : start + 2])
    end = name_end(units, start, strong=start > served or two) if start < len(units) else start
    return _titled(units, i, start, end) if end - start >= 2 else None


def _describes_body(units: Sequence[Unit], k: int) -> bool:
    """Tells whether an adjective stands between the body of an office and its holder (رئيس اللجنة │ المنظمة │ هلال
    الحارثي)."""
    word, before = units[k].word, units[k - 1].word
    if units[k].date >= 0 or not word.definite or word.lead or word.prefix or word.given or word.place is not None:
        return False
    return before.definite and before.feminine and word.stem.endswith("ة") and _family_behind(units, k + 1)


def _family_behind(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a listed family name stands behind a unit, which then is a first name."""
    if k + 1 >= len(units) or not plain(units[k]) or not plain(units[k + 1]) or units[k].word.definite:
        return False
    return units[k + 1].word.definite and is_listed_family(units[k + 1].word)


def _from_town(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a definite adjective of origin stands between an office and a first name (الخطاط │ البغدادي │
    ياقوت)."""
    word, after = units[k].word, units[k + 1].word
    if units[k].date >= 0 or units[k + 1].date >= 0 or not word.definite or word.prefix or word.lead:
        return False
    return of_town(word) and not word.given and bool(after.given) and not after.definite


def _regnal(units: Sequence[Unit], k: int) -> int:
    """Returns the unit after the name of a caliph (المعز لدين الله, الحاكم بأمر الله, المعتصم بالله), k without one."""
    if k + 1 >= len(units) or units[k].date >= 0 or not units[k].word.definite or units[k].word.prefix:
        return k
    words = [unit.word.fold for unit in units[k + 1 : k + 3] if unit.date < 0]
    if words[:1] and words[0] in ("بالله", "لله"):
        return k + 2
    whole = words[1:] == ["الله"] and words[0] in ("لدين", "بامر", "علي", "باحكام", "بنصر", "لاعزاز")
    return k + 3 if whole else k


def _second_post(units: Sequence[Unit], k: int) -> int:
    """Returns the unit after a second post joined by و (رئيس المجلس │ والعضو المنتدب لشركة المراسي), k without one."""
    office = units[k].word.office if k < len(units) and units[k].date < 0 else None
    if office is None or units[k].word.lead != "و" or "head" not in office["family"]:
        return k
    end = served_end(units, office_end(units, k))
    return end if end - k <= _LONGEST_POST else k


def _seat_end(units: Sequence[Unit], k: int) -> int:
    """Returns the unit after the place of a body or of an envoy (بمنطقة نجران, في ليبيا, المعتمدة لدى تونس), k itself
    without one."""
    if k >= len(units) or units[k].date >= 0 or units[k].word.lead:
        return k
    if units[k].word.core.removesuffix("ه") in _ACCREDITED and k + 2 < len(units) and units[k + 1].word.stem == "لدى":
        length = listed_place(units, k + 2)
        return k + 2 + length if length else k
    if units[k].word.stem == "في":
        length = listed_place(units, k + 1) if k + 1 < len(units) and not units[k + 1].word.prefix else 0
        return k + 1 + length if length else k
    if units[k].word.prefix != "ب":
        return k
    head = units[k].word.place_head is not None and not units[k].word.definite
    length = listed_place(units, k + head) if k + head < len(units) else 0
    return k + head + length if length else k


def _may_open_name(word: Word) -> bool:
    """Tells whether a word behind an office and its place reads as a first name: listed as one, or in no list."""
    return bool(word.given or word.unknown) and not word.prefix and not word.lead and word.verb is None


def _titled(units: Sequence[Unit], i: int, start: int, end: int) -> Entity:
    feminine = (units[i].word.office or {}).get("gender") == "f"
    described = (u.word for u in units[i + 1 + (not units[i].word.definite) : start] if u.date < 0)  # وزير المالية
    feminine = feminine or any(w.nationality is not None and w.stem.endswith("ة") for w in described)
    return Entity(i, end, start, end, "person", units[end - 1].word.fold.removeprefix("ال"), feminine)


def _tells_who(units: Sequence[Unit], i: int, body: int) -> bool:
    """Tells whether an office phrase without a name means one holder: وزير الثقافة, شيخ الأزهر, رئيس شركة المراسي.

    A title with nothing but adjectives (الأمين العام) or with a common noun (زعيم الخلية) does not.
    """
    word = units[i].word
    if word.place_head is not None and not word.definite:
        return False
    family = (word.office or {}).get("family", "")
    listed = long_title(units, i)
    if listed and "bare" in (title_row(units, i, listed) or {}).get("complement", "").split("|"):
        return units[i + listed - 1].word.definite and (not word.definite or family in ("religious", "royal"))
    if "head" not in family and family not in ("religious", "royal"):
        return False
    rest = [u.word for u in units[i + 1 : body]]
    if any((r.nationality is not None and r.nationality["iso"]) or r.core in _LEAGUES for r in rest):
        return True
    if word.core in _MINISTERS:
        return True
    if word.definite:
        return False
    return any(r.organisation or r.place or r.place_head or "bare-organisation" in r.classes for r in rest) or any(
        u.word.core in _REALMS for u in units[i + 1 : body]
    )


def _led_by(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a troop is told by the rank and name of its leader, who is named (كتيبة │ العقيد بول مارشان)."""
    rank = units[i + 1].word.office if i + 2 < len(units) and plain(units[i + 1]) else None
    if rank is None or units[i].word.core not in _TROOPS or not units[i + 1].word.definite:
        return False
    return name_end(units, i + 2, strong=True) - i >= 4


def _organisation(units: Sequence[Unit], i: int) -> Entity | None:
    word = units[i].word
    bare = "bare-organisation" in word.classes and not (i and units[i - 1].word.definite and not word.lead)
    bare = bare and not (word.core == "قضاء" and i + 1 < len(units) and units[i + 1].word.stem == "على")
    listed = listed_body(units, i)
    if word.organisation is None and not bare and not listed:
        return None
    if word.core == "حوزه" and word.prefix == "ب":
        return None
    described = i > 0 and units[i - 1].date < 0 and units[i - 1].word.definite and not word.lead
    if is_verb(units, i, False) or "ً" in units[i].text or ("dating-participle" in word.classes and described):
        return None
    if (
        (not listed and "no-body" in word.core_classes and not _named_group(units, i))
        or no_body(units, i, listed)
        or _ranked(units, i)
    ):
        return None
    after = units[i + 1].word if i + 1 < len(units) and units[i + 1].date < 0 else None
    if word.core == "قياده" and after is not None and after.office is not None and not listed:
        return None
    if not listed and _led_by(units, i):
        return None
    end = _body_end(units, i, listed)
    alone = end == i + 1
    if not alone and not listed and not _proper(units, i, end):
        return None
    if alone and not word.definite and (word.organisation is None or word.organisation["state"] != "acronym"):
        return None
    passing = word.definite and all("passing-adjective" in u.word.classes for u in units[i + 1 : end])
    business = word.organisation is not None and word.organisation["family"] == "business"
    foreign = [u.word.nationality for u in units[i + 1 : end]]
    described = business and word.definite and not alone and all(n is not None and n["iso"] for n in foreign)
    anaphor = (passing or described) and not bare and not listed
    acronym = word.organisation is not None and word.organisation["state"] == "acronym"
    feminine = word.feminine or word.core.endswith("ه")
    if bare or word.organisation is None:
        feminine = feminine or any(u.word.stem.endswith("ة") for u in units[i + 1 : i + 2])
    return Entity(i, end, i, end, "organisation", word.core, feminine and not acronym, anaphor)


def _named_group(units: Sequence[Unit], i: int) -> bool:
    """Tells whether مجموعة is a company: with a name in quotation marks, or القابضة or a field at its end."""
    after = units[i + 1 : i + 4]
    if units[i].word.core != "مجموعه" or not after or after[0].date >= 0:
        return False
    if after[0].text in "«“":
        return True
    nation = after[1].word.nationality if len(after) > 1 and after[1].date < 0 else None
    if after[0].word.unknown and nation is not None and after[1].word.definite:
        return True
    if (after[0].word.unknown or after[0].word.given) and any(_trade(unit) for unit in after[1:]):
        return True
    named = after[0].word.definite or after[0].word.unknown
    return named and any(
        u.word.stem in ("القابضة", "المحدودة", "المساهمة")
        or (u.word.prefix == "ل" and "field-noun" in u.word.core_classes)
        for u in after[1:]
    )


def _trade(unit: Unit) -> bool:
    """Tells whether a definite relative adjective says what a group of companies does (مجموعة باوزير │ التجارية)."""
    return unit.date < 0 and unit.word.definite and unit.word.stem.endswith("ية") and not unit.word.nationality


def _ranked(units: Sequence[Unit], i: int) -> bool:
    """Tells whether مركز is a place in a table (المركز السادس), not a body."""
    after = units[i + 1].word if i + 1 < len(units) else None
    return units[i].word.core == "مركز" and after is not None and "ordinal" in after.classes


def _any_such(head: Word, unit: Unit) -> bool:
    word = unit.word
    if unit.is_mark or word.definite or word.given or word.place is not None:
        return False
    adjective = word.nationality is not None or "adjective" in word.classes or word.stem.endswith("ية")
    adjective = adjective and not word.classes & {"purpose-noun", "field-noun"}
    return adjective and word.feminine == head.feminine


def _body_end(units: Sequence[Unit], i: int, listed: int) -> int:
    end = organisation_end(units, i)
    if listed:
        return max(end, i + listed)
    first = units[i + 1].word if i + 1 < len(units) else None
    headed = units[i].word.core in _OFFICES and first is not None and units[i + 1].date < 0
    if headed and first is not None and first.office is not None and not first.lead and not first.prefix:
        return office_end(units, i + 1)
    return end


def _proper(units: Sequence[Unit], i: int, end: int) -> bool:
    """Tells whether a run behind a head names one body: something in it is definite, quoted, or in no list.

    An indefinite adjective right behind the head tells of any such body: لجنة فنية, شركة أميركية للنفط.
    """
    if i + 1 < end and not units[i].word.definite and _any_such(units[i].word, units[i + 1]):
        return False
    return any(
        u.is_mark or u.word.definite or u.word.place or u.word.given or not (u.word.common or u.word.known_noun)
        for u in units[i:end]
    )


def _club(units: Sequence[Unit], i: int) -> Entity | None:
    length, _ = listed_club(units, i)
    core = units[i].word.core
    if not length and units[i].word.stem in _CLUB_OPENERS and _named_club(units, i):
        length = 2
    if not length and _plays(units, i):
        length = 1
    return Entity(i, i + length, i, i + length, "organisation", core) if length else None


def _named_club(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a word that opens names of clubs stands before a town or region (نهضة │ بركان, وفاق │ سطيف)."""
    after = units[i + 1] if i + 1 < len(units) and plain(units[i + 1]) else None
    if after is None or after.word.prefix or after.word.lead or units[i].word.definite:
        return False
    return (
        after.word.place is not None or (after.word.definite and after.word.nationality is None) or after.word.unknown
    )


def _plays(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a word that is also the name of a club stands behind a verb of a game or against another club (فاز
    │ الهلال, أمام │ النصر); in texts of sport only."""
    after = units[i + 1] if i + 1 < len(units) else None
    if units[i].word.listing not in _CLUBS or i == 0 or units[i - 1].date >= 0:
        return False
    if after is not None and after.date < 0 and after.word.definite and not after.word.prefix and not after.word.lead:
        return False
    verb, before = units[i - 1].word.verb, units[i - 1].word
    plays = verb is not None and bool(set(verb.lemma.split("|")) & _GAMES) and not units[i].word.prefix
    return plays or before.stem in _AGAINST


def _short_body(units: Sequence[Unit], i: int, bodies: AbstractSet[str]) -> Entity | None:
    word = units[i].word
    if word.core not in bodies or is_verb(units, i, False) or (i and units[i - 1].word.act is not None):
        return None
    return Entity(i, i + 1, i, i + 1, "organisation", word.core, word.feminine)


def opening_name(units: Sequence[Unit]) -> Entity | None:
    """Returns the person whom the first words of a biography name: `كمال الأزهري (1898 – 1967) طبيب …`, `تعد رجاء
    الككلي من …`; None elsewhere.

    What follows tells it: a bracket, an indefinite noun that says what someone is, or, behind a verb that says it,
    among whom someone counts.
    """
    counted = bool(units) and "counts-as" in units[0].word.classes
    start = end = int(counted)
    while end < min(len(units), start + _LONGEST_OPENING) and _may_name(units[end], first=end == start):
        end += 1
    while end >= start + 2 and _profession(units[end - 1].word) and not units[end - 1].word.given:
        end -= 1
    if not start + 2 <= end < len(units):
        return None
    if counted and units[end].word.stem in _AMONG and (units[1].word.given or not units[1].word.common):
        feminine = units[0].word.stem.startswith("ت")
        return Entity(start, end, start, end, "person", units[end - 1].word.fold.removeprefix("ال"), feminine)
    after = next((u for u in units[end : end + 12] if _profession(u.word)), None)
    direct = units[end].text == "(" or _says_what(units, end) or units[end].word.stem in ("هو", "هي")
    if not direct or after is None:
        return None
    told = units[end].word if _says_what(units, end) else after.word
    feminine = told.stem.endswith(("ة", "ية")) or is_woman(units[start].word)
    return Entity(start, end, start, end, "person", units[end - 1].word.fold.removeprefix("ال"), feminine)


def _says_what(units: Sequence[Unit], k: int) -> bool:
    """Tells whether an indefinite noun at a unit says what someone is: a listed one, or one with the adjective of a
    country (مناضلة كينية)."""
    word, after = units[k].word, units[k + 1].word if k + 1 < len(units) and plain(units[k + 1]) else None
    if _profession(word):
        return True
    described = after is not None and after.nationality is not None and not after.definite and not after.lead
    return (
        described
        and after is not None
        and not (word.definite or word.is_function or word.lead)
        and word.feminine == after.stem.endswith("ة")
    )


def _may_name(unit: Unit, *, first: bool) -> bool:
    word = unit.word
    if unit.date >= 0 or unit.is_mark or unit.is_number or word.lead or word.prefix or word.is_function:
        return False
    if first and (word.definite or word.speech is not None or (word.verb is not None and not word.given)):
        return False
    return bool(word.given) or not (word.known_noun or word.organisation or word.act or word.place_head)


def _profession(word: Word) -> bool:
    """Tells whether a word says what someone is: طبيب, مؤلفة, سياسي; indefinite."""
    said = word.office is not None or "person-noun" in word.classes or word.nationality is not None
    return said and not word.definite and not word.prefix and not word.lead


def _surname(units: Sequence[Unit], i: int, surnames: AbstractSet[str]) -> Entity | None:
    word = units[i].word
    act = word.act is not None and not (word.definite and word.core in surnames and i and units[i - 1].word.verb)
    if (word.verb is not None and is_verb(units, i, False)) or word.is_function or act:
        return None
    whole = word.fold
    if word.lead and whole in surnames:
        return Entity(i, i + 1, i, i + 1, "person", whole)
    key = word.core if word.prefix else (word.fold[1:] if word.lead else word.fold).removeprefix("ال")
    if word.unknown and word.fold[:1] in "لب" and word.fold[1:] in surnames and len(word.fold) > 4:
        return Entity(i, i + 1, i, i + 1, "person", word.fold[1:])
    if key not in surnames or (word.given and not _alone(units, i)):
        return None
    return Entity(i, i + 1, i, i + 1, "person", key, bare=False)


def _alone(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a first name stands without another name behind it."""
    after = units[i + 1] if i + 1 < len(units) else None
    if after is None or after.date >= 0 or after.is_mark or after.word.preposition or after.word.prefix:
        return True
    before = units[i - 1] if i else None
    opens = (
        before is None or before.is_mark or before.date >= 0 or bool(before.word.classes & {"was", "complementizer"})
    )
    told = after.word.classes & {"aspect", "negation", "complementizer"} or is_verb(units, i + 1, False)
    if opens and told:
        return True
    governed = i > 0 and units[i - 1].date < 0 and units[i - 1].word.verb is not None
    ordinary = after.word.common or after.word.act is not None or "complementizer" in after.word.classes
    return governed and ordinary and not after.word.given and not after.word.definite
