"""An office and the name of its holder (docs/events.md §4.2, rules P1–P6)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from timeline_cli.events.entities.entity import Entity, person
from timeline_cli.events.entities.listed_places import listed_place
from timeline_cli.events.entities.name_words import is_listed_family, is_maghrebi, is_woman, of_town, plain
from timeline_cli.events.entities.offices import fathered, long_title, names_itself, office_end, served_end, title_row
from timeline_cli.events.entities.persons import name_end
from timeline_cli.events.entities.places import place_at
from timeline_cli.lexicon.index import cues
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_MINISTERS = cues("ministers")
_REALMS = cues("realms")
_LEAGUES = cues("of-nations")
_REGNAL = cues("regnal")
_ACCREDITED = cues("accredited")
_COURTS = cues("court")
_LONGEST_POST = 4
_LONGEST_SET_OFF = 4
_QUARTERS = frozenset({"الشمال", "الجنوب", "الشرق", "الغرب"})


def office_holder(units: Sequence[Unit], i: int) -> Entity | None:
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
    predicate = not units[i].word.definite  # عُينت │ مديرة لمدرسة الأمل
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
    strong = strong or (units[i].word.definite and (_two_names(units, body) or fathered(units, body)))
    start = body
    apposed = start + 1 < len(units) and units[start].is_comma
    if apposed:
        start = _behind_comma(units, start)
    end = name_end(units, start, strong=strong) if start < len(units) else start
    if end >= start + 2 and units[start].word.lead and not apposed:
        return person(units, start, start, end, feminine=is_woman(units[start].word))  # الخطيب │ وعبد الله الحداد
    end = max(end, _regnal(units, start), _set_off_name(units, start) if apposed else start)
    if end == start + 1 and not units[i].word.definite and units[start].word.stem.endswith("ي"):
        end = end if units[start].word.given else start
    single = end - start == 1 and (
        office["family"] in ("royal", "religious", "head")
        or bool(units[start].word.given and office["family"] == "honorific" and not units[start].word.is_function)
        or (end > start and _named_by_one(units, i, start))
    )
    enough = end - start >= 2 or (single and end > start)
    if apposed and (end - start < 2 or not _closed(units, end)):
        enough = False
    if enough:
        return _titled(units, i, start, end)
    served = _second_post(units, served_end(units, body))
    start = _seat_end(units, _second_post(units, served))
    if start == body:
        return None
    if start > served == body and (body - i < 2 or start >= len(units) or not _may_open_name(units[start].word)):
        return None
    if start + 2 < len(units) and units[start].is_comma and units[start - 1].date < 0:
        first = _behind_comma(units, start)
        end = name_end(units, first, strong=True)
        return _titled(units, i, first, end) if end - first >= 2 and _closed(units, end) else None
    served = start
    post = start < len(units) and plain(units[start]) and units[start].word.office and not units[start].word.lead
    if post and not (units[start].word.given and (_family_behind(units, start) or names_itself(units, start))):
        start = office_end(units, start)
    strong = start > served or _two_names(units, start) or _nisba_behind(units, start)
    end = name_end(units, start, strong=strong) if start < len(units) else start
    return _titled(units, i, start, end) if end - start >= 2 else None


def _behind_comma(units: Sequence[Unit], k: int) -> int:
    """Returns the first unit of the name that may stand behind the comma of an office, its courtesy title left out."""
    title = units[k + 1].word.office
    titled = title is not None and "honorific" in title["family"] and not units[k + 1].word.lead
    return office_end(units, k + 1) if titled else k + 1


def _set_off_name(units: Sequence[Unit], k: int) -> int:
    """Returns the unit after two to four words between the comma of an office and another one that are a name, since
    most of them are in no list (وزير الدفاع، │ تشوي دونج هيون،); k without one."""
    end = k
    while end < len(units) and plain(units[end]) and _no_noun(units[end].word):
        end += 1
    unlisted = sum(unit.word.verb is None for unit in units[k:end])
    named = 2 <= end - k <= _LONGEST_SET_OFF and unlisted * 2 > end - k
    return end if named and end < len(units) and units[end].is_comma else k


def _no_noun(word: Word) -> bool:
    """Tells whether a word may be part of a foreign name: no noun or particle of the lists, without article."""
    ordinary = word.common or word.known_noun or word.is_function or word.definite or word.prefix or word.pronoun
    return not (ordinary or word.lead or word.stem.endswith(("ة", "ا", "ات")))


def _closed(units: Sequence[Unit], end: int) -> bool:
    """Tells whether a comma, a date or the end of the sentence closes what stands before a unit."""
    return end >= len(units) or units[end].is_comma or units[end].date >= 0


def _named_by_one(units: Sequence[Unit], i: int, start: int) -> bool:
    """Tells whether one word in no list names the holder of a rank or of الشيخ right before it (الجنرال │ كيتشنر)."""
    word, office = units[start].word, units[i].word.office
    alone = start == i + 1 and units[i].word.definite and word.unknown and not (word.definite or word.pronoun)
    if not alone or office is None or word.lead or word.prefix or word.verb is not None or len(word.stem) < 4:
        return False
    families = set(office["family"].split("|"))
    return families == {"military"} or (is_maghrebi(word) and bool({"honorific", "religious"} & families))


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
    whole = words[1:] == ["الله"] and words[0] in _REGNAL
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
        realm = units[k + 2].word.definite and units[k + 2].word.core in _COURTS  # لدى المملكة
        length = listed_place(units, k + 2) or int(realm)
        return k + 2 + length if length else k
    if units[k].word.stem in ("في", "لدى"):
        length = listed_place(units, k + 1) if k + 1 < len(units) and not units[k + 1].word.prefix else 0
        quarter = k + 1 < len(units) and units[k + 1].date < 0 and units[k + 1].word.stem in _QUARTERS
        return k + 1 + (length or quarter) if length or quarter else k
    if units[k].word.prefix != "ب":
        return k
    head = units[k].word.place_head is not None and not units[k].word.definite
    seat = place_at(units, k) if head and k + 1 < len(units) and not listed_place(units, k + 1) else None
    if seat is not None and seat.first == k:
        return seat.end  # رئيس المكتب بمديرية خور العين
    length = listed_place(units, k + head) if k + head < len(units) else 0
    return k + head + length if length else k


def _two_names(units: Sequence[Unit], k: int) -> bool:
    """Tells whether two words that may be names stand at a unit, so that a title opens the name of whoever it is."""
    return k + 1 < len(units) and all(plain(unit) and _may_open_name(unit.word) for unit in units[k : k + 2])


def _nisba_behind(units: Sequence[Unit], k: int) -> bool:
    """Tells whether a word in no list stands before one that can only be a family name (عواس │ الزهري)."""
    if k + 1 >= len(units) or not all(plain(unit) for unit in units[k : k + 2]) or not _may_open_name(units[k].word):
        return False
    family = units[k + 1].word
    ordinary = family.common or family.known_noun or family.classes or family.prefix or family.lead
    return family.definite and family.stem.endswith("ي") and not ordinary


def _may_open_name(word: Word) -> bool:
    """Tells whether a word behind an office and its place reads as a first name: listed as one, or in no list."""
    return bool(word.given or word.unknown) and not word.prefix and not word.lead and word.verb is None


def _titled(units: Sequence[Unit], i: int, start: int, end: int) -> Entity:
    feminine = (units[i].word.office or {}).get("gender") == "f"
    behind = units[i + 1 + (not units[i].word.definite) : start]  # وزير المالية
    own = takewhile(lambda unit: not (unit.word.preposition or unit.word.prefix), behind)  # أمين │ لدول الخليج العربية
    described = (unit.word for unit in own if unit.date < 0)
    feminine = feminine or any(w.nationality is not None and w.stem.endswith("ة") for w in described)
    return person(units, i, start, end, feminine=feminine)


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
        last = units[i + listed - 1].word  # الوكيل العام │ للملك
        return last.definite and (not word.definite or last.prefix == "ل" or family in ("religious", "royal"))
    if "head" not in family and family not in ("religious", "royal"):
        return False
    rest = [u.word for u in units[i + 1 : body]]
    if any((r.nationality is not None and r.nationality["iso"]) or r.core in _LEAGUES for r in rest):
        return True
    if word.core in _MINISTERS:
        return True
    if word.definite:
        return False
    seats = [r for r in rest if r.place_head and not (r.definite and r.place_head["kind"] == "site")]
    return (
        bool(seats)
        or any(r.organisation or r.place or "bare-organisation" in r.classes for r in rest)
        or any(u.word.core in _REALMS for u in units[i + 1 : body])
    )
