"""Finds persons, organisations and places in a sentence (docs/events.md §4)."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache

from timeline_cli.events.offices import long_title, office_end, served_end, title_row
from timeline_cli.events.organisations import (
    classes_of,
    club_openings,
    listed_body,
    listed_club,
    organisation_end,
    stripped,
)
from timeline_cli.events.persons import is_listed_family, name_end, plain
from timeline_cli.lexicon.index import entries
from timeline_cli.text.tokens import Unit
from timeline_cli.text.units import is_verb
from timeline_cli.text.words import Word, places

_CHAINED = frozenset({"بن", "ال", "ابو"})
_TRANSPARENT = frozenset({"معسكر"})
_SEATS = frozenset({"مركز", "دائره", "مديريه"})
_OFFICES = frozenset({"مكتب", "ديوان", "مقر"})
_MINISTERS = frozenset({"وزير", "وزيره"})
_REALMS = frozenset({"وزراء", "جمهوريه", "دوله", "نواب", "ازهر", "حكومه", "برلمان"})
_LONGEST_OPENING = 6
_LONGEST_POST = 4
_SCHOOLS = frozenset({"جامعه", "معهد", "مدرسه", "اكاديميه"})


@dataclass(slots=True, eq=False)
class Entity:
    """A name in a sentence. Units are half-open: `first`:`end` with office or head, `name_first`:`name_end` the name.

    `kind`: person, organisation, country, city, place, or office for an office phrase without a name. `key`: fold of
    the
    head or last name, by which later mentions find it. An office behind a person is a role. `bare`: an anaphor
    (الوزير, الشركة), no name by itself.
    """

    first: int
    end: int
    name_first: int
    name_end: int
    kind: str
    key: str
    feminine: bool = False
    bare: bool = False
    plural: bool = False


@cache
def _place_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Returns the names of places by their first folded word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in places():
        words = tuple(name.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()}


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
        word = unit.word
        club = sport and stripped(unit) in club_openings()
        if not (word.names or word.family in surnames or word.fold in surnames or word.core in bodies or club):
            continue
        if i < end or unit.date >= 0:
            continue
        entity = (_club(units, i) if club else None) or _at(units, i, surnames, found) or _short_body(units, i, bodies)
        if entity is not None:
            found.append(_as_role(units, found, entity))
            end = entity.end
    return found


def _as_role(units: Sequence[Unit], found: list[Entity], entity: Entity) -> Entity:
    """Turns an office right behind a person (or behind another role of theirs) into a role, no one of its own."""
    if entity.kind != "office" or not found or found[-1].kind not in ("person", "role"):
        return entity
    between = units[found[-1].end : entity.first]
    if between and long_title(units, found[-1].end) == len(between):
        between = []
    if len(between) > 2 or any(u.date >= 0 or not u.word.definite or u.word.prefix or u.word.lead for u in between):
        return entity
    opening = units[entity.first].word
    if opening.prefix not in ("", "ل") or (opening.lead and found[-1].kind != "role"):
        return entity
    return replace(entity, kind="role")


def _at(units: Sequence[Unit], i: int, surnames: AbstractSet[str], found: list[Entity]) -> Entity | None:
    word = units[i].word
    if word.classes & {"preposition", "preposition-place", "quantifier", "relative"} and not word.place:
        return None
    if word.given and listed_place(units, i) > 1:
        return _place(units, i)
    if word.place_head is not None and word.office is not None and not word.definite:
        region = _place(units, i)
        if region is not None:
            return region
    if word.office is not None and not is_verb(units, i, False):
        named = _office(units, i)
        if named is None or named.bare:
            return _surname(units, i, surnames) or named or _organisation(units, i) or _place(units, i)
        return named
    if word.nationality is not None and word.definite and not (i and units[i - 1].word.definite) and not word.prefix:
        end = name_end(units, i + 1, strong=True)
        if end - i >= 3:
            return Entity(i, end, i + 1, end, "person", units[end - 1].word.fold.removeprefix("ال"), word.feminine)
    chained = _chained(units, i, surnames, found)
    if chained is not None:
        return chained
    if word.given and not (word.lead and word.verb) and not (word.verb and is_verb(units, i, False)):
        end = name_end(units, i, strong=False)
        if end - i >= 2 and _in_name_place(units, i, end, found):
            return _person(units, i, i, end)
    site = word.place_head is not None and word.place_head["kind"] in ("site", "nature")
    if site and listed_place(units, i) > 1:
        return _place(units, i)
    if word.organisation is not None and site and not _after_place_preposition(units, i):
        return _organisation(units, i) or _place(units, i)
    return _place(units, i) or _organisation(units, i) or _surname(units, i, surnames)


def _may_be_family(word: Word) -> bool:
    """Tells whether a word behind a first name that is also a noun reads as a family name: not حصة السهم, كامل حقوقه."""
    if word.definite:
        return is_listed_family(word) or word.stem.endswith("ي")
    return not word.stem.endswith(("ه", "ها", "هم"))


def _chained(units: Sequence[Unit], i: int, surnames: AbstractSet[str], found: list[Entity]) -> Entity | None:
    """A chain of fathers: بن + a family name said before, or بن behind an unlisted first name (مقرب بن سعد)."""
    word = units[i].word
    if word.fold not in _CHAINED or i + 1 >= len(units) or not plain(units[i + 1]):
        return None
    if units[i + 1].word.core in surnames:
        return Entity(i, i + 2, i + 1, i + 2, "person", units[i + 1].word.core)
    first = units[i - 1].word if i else None
    if word.fold != "بن" or first is None or not plain(units[i - 1]) or (found and found[-1].end >= i):
        return None
    if first.definite or first.is_function or first.office or len(first.stem) < 3 or is_verb(units, i - 1, False):
        return None
    end = name_end(units, i + 1, strong=True)
    return _person(units, i - 1, i - 1, end) if end > i + 1 else None


def _after_place_preposition(units: Sequence[Unit], i: int) -> bool:
    word = units[i].word
    before = units[i - 1].word if i else None
    local = before is not None and "preposition-place" in before.classes and before.stem not in ("من", "لدى")
    return (word.prefix == "ب" or local) and word.core not in _SCHOOLS


def _person(units: Sequence[Unit], first: int, name_first: int, end: int) -> Entity:
    office = units[first].word.office if first < name_first else None
    feminine = office["gender"] == "f" if office else units[name_first].word.given == "f"
    return Entity(first, end, name_first, end, "person", units[end - 1].word.fold.removeprefix("ال"), feminine)


def _in_name_place(units: Sequence[Unit], i: int, end: int, found: list[Entity]) -> bool:
    """Rule P11: an ambiguous first name without a title needs a second known name, بن, or a person beside it."""
    word = units[i].word
    if i and units[i - 1].word.place_head and not units[i - 1].word.definite:
        return False
    if word.given != "ambiguous":
        return True
    second = units[i + 1].word
    beside = bool(found) and found[-1].kind == "person" and found[-1].end == i
    known = second.given not in ("", "ambiguous") or second.fold in ("بن", "بنت", "ال")
    if not beside and not known and not _may_be_family(second):
        return False
    if second.nationality is not None and second.definite and not second.lead and end == i + 2:
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
    if body - i >= 2 and any(u.word.definite or u.word.place for u in units[i:body]):
        return Entity(i, body, i, body, "office", core, feminine, bare=not _tells_who(units, i, body))
    if units[i].word.definite:
        return Entity(i, i + 1, i, i + 1, "office", core, feminine, bare=True)
    return None


def _named_office(units: Sequence[Unit], i: int, body: int) -> Entity | None:
    """The name behind an office, its comma and title, or behind the body that the office serves."""
    office = units[i].word.office
    assert office is not None
    strong = body - i > 1 or ("bare" in office["complement"].split("|") and office["note"] == "")
    start = body
    apposed = start + 1 < len(units) and units[start].is_comma
    if apposed:
        start += 1
        title = units[start].word.office
        titled = title is not None and "honorific" in title["family"] and not units[start].word.lead
        start = office_end(units, start) if titled else start
    end = name_end(units, start, strong=strong) if start < len(units) else start
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
    if served == body:
        return None
    served = start = _seat_end(units, _second_post(units, served))
    if start < len(units) and plain(units[start]) and units[start].word.office and not units[start].word.lead:
        start = office_end(units, start)
    end = name_end(units, start, strong=start > served) if start < len(units) else start
    return _titled(units, i, start, end) if end - start >= 2 else None


def _second_post(units: Sequence[Unit], k: int) -> int:
    """Returns the unit after a second post joined by و (رئيس المجلس │ والعضو المنتدب لشركة المراسي), k without one."""
    office = units[k].word.office if k < len(units) and units[k].date < 0 else None
    if office is None or units[k].word.lead != "و" or "head" not in office["family"]:
        return k
    end = served_end(units, office_end(units, k))
    return end if end - k <= _LONGEST_POST else k


def _seat_end(units: Sequence[Unit], k: int) -> int:
    """Returns the unit after the place of a body (بمنطقة نجران), k itself without one."""
    if k >= len(units) or units[k].word.prefix != "ب" or units[k].word.lead:
        return k
    head = units[k].word.place_head is not None and not units[k].word.definite
    length = listed_place(units, k + head) if k + head < len(units) else 0
    return k + head + length if length else k


def _titled(units: Sequence[Unit], i: int, start: int, end: int) -> Entity:
    feminine = (units[i].word.office or {}).get("gender") == "f"
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
        return units[i + listed - 1].word.definite
    if "head" not in family and family not in ("religious", "royal"):
        return False
    rest = [u.word for u in units[i + 1 : body]]
    if any(r.nationality is not None and r.nationality["iso"] for r in rest):
        return True
    if word.core in _MINISTERS:
        return True
    if word.definite:
        return False
    return any(r.organisation or r.place or r.place_head or "bare-organisation" in r.classes for r in rest) or any(
        u.word.core in _REALMS for u in units[i + 1 : body]
    )


def _organisation(units: Sequence[Unit], i: int) -> Entity | None:
    word = units[i].word
    bare = "bare-organisation" in word.classes and not (i and units[i - 1].word.definite and not word.lead)
    bare = bare and not (word.core == "قضاء" and i + 1 < len(units) and units[i + 1].word.stem == "على")
    listed = listed_body(units, i)
    if word.organisation is None and not bare and not listed:
        return None
    described = i > 0 and units[i - 1].date < 0 and units[i - 1].word.definite and not word.lead
    if is_verb(units, i, False) or "ً" in units[i].text or ("dating-participle" in word.classes and described):
        return None
    if (not listed and "no-body" in classes_of(word)) or _no_body(units, i, listed):
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
    feminine = word.feminine or word.core.endswith("ه") or any(u.word.stem.endswith("ة") for u in units[i + 1 : i + 2])
    return Entity(i, end, i, end, "organisation", word.core, feminine and not acronym, anaphor)


def _any_such(head: Word, unit: Unit) -> bool:
    word = unit.word
    if unit.is_mark or word.definite or word.given or word.place is not None:
        return False
    adjective = word.nationality is not None or "adjective" in word.classes or word.stem.endswith("ية")
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


def _no_body(units: Sequence[Unit], i: int, listed: int) -> bool:
    """Tells whether a listed phrase only looks like a body (حركة السير, سوق العمل)."""
    name = " ".join([stripped(units[i])] + [u.word.fold for u in units[i + 1 : i + listed]])
    return listed > 1 and any(row["state"] == "none" for row in entries("events/organisation_heads", name))


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


def _place(units: Sequence[Unit], i: int) -> Entity | None:
    """Rule tables of §4.4: a place head with its name, or a listed name."""
    word = units[i].word
    head = word.place_head
    if head is not None and _no_body(units, i, listed_body(units, i)):
        return None
    if head is not None and not is_verb(units, i, False) and listed_place(units, i) < 2:
        return _headed_place(units, i, head)
    length = listed_place(units, i)
    if not length:
        return None
    name = " ".join([stripped(units[i])] + [u.word.fold for u in units[i + 1 : i + length]])
    row = places()[name]
    if name == "عمان":
        row = {"kind": "city"} if "ّ" in units[i].text else units[i].word.place or row
    if i + 1 < len(units) and name == "مسقط" and units[i + 1].word.fold.startswith("راس"):
        return None
    if row.get("ambiguous") == "never" or (row.get("ambiguous") == "yes" and not _place_cue(units, i, length)):
        return None
    if word.given and length == 1 and i + 1 < len(units) and units[i + 1].word.given:
        return None
    before = units[i - 1] if i else None
    if before is not None and _of_nationality(word, before):
        return None
    kind = {"country": "country", "city": "city"}.get(row["kind"], "place")
    return Entity(i, i + length, i, i + length, kind, name, feminine=True)


def _of_nationality(word: Word, before: Unit) -> bool:
    """Tells whether a name that is also an adjective describes the noun before it (جنسيات سورية, الأسهم السعودية)."""
    if word.nationality is None or word.prefix or word.lead or before.date >= 0 or before.is_mark:
        return False
    if before.word.definite:
        return True
    return not word.definite and before.word.common and before.word.stem.endswith(("ات", "ة"))


def listed_place(units: Sequence[Unit], i: int) -> int:
    """Returns how many units the longest listed place name at a unit takes, 0 without one."""
    unit = units[i]
    for words in _place_phrases().get(stripped(unit), ()):
        rest = words[1:]
        if len(rest) < len(units) - i and all(
            units[i + k].date < 0 and units[i + k].word.fold == wanted for k, wanted in enumerate(rest, 1)
        ):
            return len(words)
    return 0


def _place_cue(units: Sequence[Unit], i: int, length: int) -> bool:
    """Tells whether a preposition of place or a place head stands before an ambiguous name and no genitive after it."""
    after = units[i + length] if i + length < len(units) else None
    if after is not None and after.date < 0 and after.word.definite and not after.word.nationality:
        return False
    word = units[i].word
    if word.prefix == "ب":
        return True
    before = units[i - 1].word if i else None
    sure = before is not None and before.place is not None and not before.place.get("ambiguous")
    return before is not None and bool("preposition-place" in before.classes or before.place_head or sure)


def _headed_place(units: Sequence[Unit], i: int, head: dict[str, str]) -> Entity | None:
    if head["kind"] == "direction" or i + 1 >= len(units):
        return None
    end = i + 1
    if units[i].word.definite or units[end].date >= 0 or units[end].is_mark:
        return None
    site = head["kind"] in ("site", "street", "nature", "country") and units[i].word.core != "دوله"
    kind = "city" if head["kind"] == "city" else "place"
    core = units[i].word.core
    listed = listed_place(units, end)
    if listed:
        end += listed
        if head["kind"] == "street" or core in _TRANSPARENT:
            row = places().get(" ".join(u.word.fold for u in units[i + 1 : end]), {})
            kind = row["kind"] if row.get("kind") in ("city", "country") else "place"
            return Entity(i, end, i + 1, end, kind, core)
        end = _site_adjectives(units, end) if site else end
        return Entity(i, end, i if site else i + 1, end, kind, core)
    first = units[end].word
    if (first.office is not None and first.definite) or (first.given and site):
        run = name_end(units, end + (not first.given), strong=True)
        return Entity(i, _site_adjectives(units, run), i, run, "place", core) if run > end + (not first.given) else None
    if not _may_name_place(units, i, head["kind"]):
        return None
    limit = i + 1 + int(head["max_words_after"])
    while end < min(limit, len(units)) and _continues_place(units, i, end):
        end += 1
    if end == i + 1:
        return None
    if site:
        return Entity(i, end, i, end, "place", core)
    second = units[i + 2].word if i + 2 < end else None
    if core in _SEATS and second is not None and second.definite and not second.stem.endswith(("ية", "ي")):
        return None
    if second is not None and _is_second_name(first, second):
        return Entity(i, i + 3, i + 1, i + 3, kind, first.core)
    return Entity(i, i + 2, i + 1, i + 2, kind, first.core)


def _is_second_name(first: Word, second: Word) -> bool:
    """Tells whether the name of a town has two words: كفر حلب, دير الجبل."""
    if "place-opener" in classes_of(first):
        return True
    return second.definite and not first.definite and not second.stem.endswith(("ي", "ية"))


def _may_name_place(units: Sequence[Unit], i: int, kind: str) -> bool:
    """Tells whether the word behind a head of places may be a name: not رأس وفد, طريق جديد, دائرة السياحة."""
    word = units[i + 1].word
    if word.office is not None or "person-noun" in word.classes or word.preposition or word.is_function:
        return False
    if word.verb is not None and not word.definite:
        return False
    ordinary = word.common or word.act is not None or word.known_noun
    opener = "place-opener" in classes_of(word)
    if kind in ("nature", "street"):
        return not ordinary or opener
    if units[i].word.organisation is not None and kind in ("district", "region"):
        after = units[i + 2] if i + 2 < len(units) else None
        field = after is not None and after.date < 0 and "adjective" in after.word.classes and after.word.definite
        return opener or not (ordinary or field or word.stem.endswith("ات"))
    return word.definite or not word.common or kind in ("city", "site")


def _site_adjectives(units: Sequence[Unit], end: int) -> int:
    """Takes in the adjectives behind the name of a site (مطار عدن الدولي)."""
    while end < len(units) and units[end].date < 0 and _site_adjective(units[end].word):
        end += 1
    return end


def _site_adjective(word: Word) -> bool:
    foreign = word.nationality is not None and bool(word.nationality["iso"])
    return word.definite and not word.prefix and not word.lead and not foreign and (
        "adjective" in word.classes or word.stem.endswith(("ي", "ية"))
    )  # fmt: skip


def _continues_place(units: Sequence[Unit], i: int, k: int) -> bool:
    unit = units[k]
    word = unit.word
    if unit.date >= 0 or unit.is_mark or unit.is_number or word.lead or word.prefix or word.preposition:
        return False
    if word.is_function or is_verb(units, k, False) or word.organisation:
        return False
    if k == i + 1:
        return True
    return (word.definite and word.nationality is None) or (not units[k - 1].word.definite and not word.common)


def _club(units: Sequence[Unit], i: int) -> Entity | None:
    length, _ = listed_club(units, i)
    core = units[i].word.core
    return Entity(i, i + length, i, i + length, "organisation", core) if length else None


def _short_body(units: Sequence[Unit], i: int, bodies: AbstractSet[str]) -> Entity | None:
    word = units[i].word
    if word.core not in bodies or is_verb(units, i, False) or (i and units[i - 1].word.act is not None):
        return None
    return Entity(i, i + 1, i, i + 1, "organisation", word.core, word.feminine)


def opening_name(units: Sequence[Unit]) -> Entity | None:
    """Returns the person whom the first words of a biography name: `كمال الأزهري (1898 – 1967) طبيب …`; None elsewhere.

    What follows tells it: a bracket, or an indefinite noun that says what someone is.
    """
    end = 0
    while end < min(len(units), _LONGEST_OPENING) and _may_name(units[end], first=end == 0):
        end += 1
    while end >= 2 and _profession(units[end - 1].word) and not units[end - 1].word.given:
        end -= 1
    if not 2 <= end < len(units):
        return None
    after = next((u for u in units[end : end + 12] if _profession(u.word)), None)
    direct = units[end].text == "(" or _profession(units[end].word) or units[end].word.stem in ("هو", "هي")
    if not direct or after is None:
        return None
    feminine = after.word.stem.endswith(("ة", "ية")) or units[0].word.given == "f"
    return Entity(0, end, 0, end, "person", units[end - 1].word.fold.removeprefix("ال"), feminine)


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
    if (word.verb is not None and is_verb(units, i, False)) or word.is_function or word.act:
        return None
    whole = word.fold
    if word.lead and whole in surnames:
        return Entity(i, i + 1, i, i + 1, "person", whole)
    key = word.core if word.prefix else (word.fold[1:] if word.lead else word.fold).removeprefix("ال")
    if key not in surnames or (word.given and not _alone(units, i)):
        return None
    return Entity(i, i + 1, i, i + 1, "person", key, bare=False)


def _alone(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a first name stands without another name behind it."""
    after = units[i + 1] if i + 1 < len(units) else None
    return after is None or after.date >= 0 or after.is_mark or after.word.preposition or bool(after.word.prefix)
