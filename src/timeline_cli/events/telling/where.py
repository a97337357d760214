"""Whether a country, town or site is where an act happened or takes part in it (docs/events.md §4.5)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.events.acts import MOVES, TAKES_PLACES
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.body_words import is_adjective
from timeline_cli.events.entities.entity import PLACE_KINDS, Entity
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.model import Name
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word

_GOVERNS = frozenset({"statement", "diplomacy", "signing", "meeting", "law"})
_ADMINISTERED = frozenset({"district", "region"})
_SEAT_ACTS = cues("seat-act")
_HOUSES = cues("house")
_HOSTS = cues("host")
_HOLDS = cues("holds") - {"جمع", "احتضن", "استضاف"}
_LEAVING = cues("leaving")
_TOWNS = frozenset({"مدينه", "بلده", "قريه"})
_SENTENCES_BACK = 6
_REACH = 9
_EXCHANGES = frozenset({"بورصه", "سوق"})
_LISTINGS = cues("listing")
_SIDES = cues("side")
_EDGES = cues("edge")
_RIVALS = cues("rival")
_RESULTS = cues("result")
_CLUBS = cues("clubs")
_STAGES = cues("stage")
_JOINS_BODY = cues("joins-body")
_DWELLERS = cues("dweller")
_CLUB_HOUSES = cues("club-house")
_GAME_BEFORE = 7
_SAME = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها"})
_DONE_TO_SITES = frozenset({"opening", "founding", "history", "military", "attack"})
_OPENS = frozenset({"was", "complementizer"})


def place_before(reading: Reading, clause: Clause) -> Entity | None:
    """Returns the place that حيث takes up (ومن بلجيكا، │ حيث أقام), None for other clauses."""
    if clause.kind != "where" or clause.opener < 2 or reading.units[clause.opener].word.stem != "حيث":
        return None
    last = clause.opener - (2 if reading.units[clause.opener - 1].is_comma else 1)
    entity = reading.entity_over(last)
    return entity if entity is not None and entity.kind in PLACE_KINDS and entity.end == last + 1 else None


def place_meant(story: Story, reading: Reading, k: int) -> Name | None:
    """Returns the place that a bare noun takes up: one named before with that head word (الجسر: جسر الرمان), for
    a town the only one named before; None for other nouns."""
    word = reading.units[k].word
    if not word.definite or word.prefix not in ("", "ب") or reading.units[k].date >= 0:
        return None
    before = reading.units[k - 1] if k else None
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    if after is not None and after.word.stem in _SAME:
        return None
    known = reading.entity_over(k)
    if known is not None and not (known.bare and known.kind == "organisation" and known.end == known.first + 1):
        return None
    free = word.prefix == "ب" or before is None or before.is_mark or before.date >= 0
    if before is not None and not free:
        free = before.word.verb is not None or "preposition-place" in before.word.classes or before.word.stem == "على"
        free = free or (before.word.definite and not word.lead) or reading.entity_over(k - 1) is not None
        free = free or not before.word.classes.isdisjoint(_OPENS) or before.word.core in _EDGES
        free = free or (before.word.act is not None and before.word.act.kind in _DONE_TO_SITES)
    if not free or (after is not None and after.date < 0 and is_adjective(after, reading.units[k])):
        return None
    if _does_something(reading, k):
        return None
    towns: dict[str, Name] = {}
    for number in range(reading.number - 1, max(-1, reading.number - 1 - _SENTENCES_BACK), -1):
        earlier = story.reading(number)
        for entity in reversed(earlier.entities):
            if entity.kind not in ("place", "city"):
                continue
            name = Name(story.words(earlier.units, entity.name_first, entity.name_end), entity.kind)
            if entity.end > entity.first + 1 and earlier.units[entity.first].word.core == word.core:
                return name
            if entity.kind == "city":
                towns[name.text] = name
    return next(iter(towns.values())) if word.core in _TOWNS and len(towns) == 1 else None


def _does_something(reading: Reading, k: int) -> bool:
    """Tells whether a bare noun is what does something to another (استقبل │ الميناء │ السفن, الميناء │ ناول)."""
    units = reading.units
    before = units[k - 1].word.verb if k and units[k - 1].date < 0 else None
    after = units[k + 1] if k + 1 < len(units) and units[k + 1].date < 0 else None
    behind = after.word.verb if after is not None and before is None else None
    if behind is not None and is_verb(units, k + 1, False):
        return behind.transitive and not behind.passive and not _ends_phrase(units, k + 2)
    if before is not None and before.pronoun and before.lemma not in _HOSTS:
        return before.transitive and not before.passive  # جرفها │ الوادي
    if before is None or not before.transitive or before.passive or after is None:
        return False
    return before.aspect == "imperfect" and not _ends_phrase(units, k + 1)


def _ends_phrase(units: Sequence[Unit], k: int) -> bool:
    """Tells whether no noun stands at a unit that a verb before it can be done to."""
    if k >= len(units) or units[k].is_mark or units[k].date >= 0:
        return True
    word = units[k].word
    return word.preposition or bool(word.prefix or word.lead or word.classes)


def is_rival(reading: Reading, entity: Entity) -> bool:
    """Tells whether a town or country is the club or team that another plays (خسر أمام لبنان, فوزه على السيب)."""
    units = reading.units
    before = units[entity.first - 1].word if entity.first and units[entity.first - 1].date < 0 else None
    club = units[entity.first].word.listing in _CLUBS
    if before is None or not (entity.kind in ("city", "country") or club):
        return False
    if before.stem in _RIVALS:
        return True
    game = units[max(0, entity.first - _GAME_BEFORE) : entity.first - 1]
    told = any(_of_game(unit.word) for unit in game if unit.date < 0)
    return told and before.stem in ("أمام", "ضد", "على") and not units[entity.first].word.prefix


def _of_game(word: Word) -> bool:
    """Tells whether a word is the act or verb of a game."""
    kind = word.act.kind if word.act is not None else ""
    played = word.verb is not None and "sport" in word.verb.kinds
    return played or kind == "sport" or word.core in _RESULTS or "sport-word" in word.core_classes


def is_place(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells by its preposition, its governor and its verb whether a country or city is where something happens."""
    units = reading.units
    word = units[entity.first].word
    before = units[entity.first - 1] if entity.first else None
    if word.prefix == "ب":
        return True
    if entity.kind == "place":
        return True
    if word.prefix == "ل":
        return any(
            u.word.act is not None and u.word.act.kind in TAKES_PLACES
            for u in units[max(0, entity.first - 3) : entity.first]
        )
    if before is None or before.date >= 0 or before.is_mark:
        return False
    if before.word.stem == "عن" and entity.kind == "city" and lifted(reading, entity):
        return False
    if "preposition-place" in before.word.classes or (before.word.stem == "على" and entity.kind == "city"):
        return True
    if before.word.place_head is not None and before.word.act is None:
        return True
    if before.word.stem == "على" and lifted(reading, entity):
        return False
    if before.word.stem in _SIDES:
        return False
    if before.word.act is not None and before.word.core in _LEAVING and not _against(reading, entity.end):
        return True
    if word.lead:
        joined = next((e for e in reading.entities if e.end == entity.first and e.kind in PLACE_KINDS), None)
        return joined is not None and is_place(reading, joined, clause)
    return _taken(reading, entity, clause)


def _against(reading: Reading, k: int) -> bool:
    """Tells whether a phrase says against whom a country acts (غزو العراق │ للكويت)."""
    after = reading.units[k].word if k < len(reading.units) and reading.units[k].date < 0 else None
    return after is not None and (after.prefix == "ل" or after.stem == "على")


def lifted(reading: Reading, entity: Entity) -> bool:
    """Tells whether something weighs on a capital as its government (العقوبات عن طهران)."""
    before = reading.units[entity.first - 2].word if entity.first > 1 else None
    return before is not None and before.core in ("عقوبات", "حصار", "ضغوط", "حظر", "ضغط")


def is_topic(reading: Reading, entity: Entity) -> bool:
    """Tells whether a name is only what is spoken of (عن لبنان, بشأن سوريا)."""
    before = reading.units[entity.first - 1].word if entity.first else None
    return before is not None and before.stem in ("عن", "بشأن", "حول")


def _taken(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells whether a place is the object of a verb of movement or war (زار، غادر، فتح)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or not verb.kinds & TAKES_PLACES:
        return False
    doer = subject(reading, clause)
    if doer is not None and doer.first <= entity.first < doer.end:
        return False
    before = reading.units[entity.first - 1]
    governed = before.word.common and not before.word.definite and not reading.entity_over(entity.first - 1)
    return not governed or before.word.verb is not None


def governs(reading: Reading, clause: Clause) -> bool:
    """Tells whether the verb of a clause is one that the capital of a country does for its government."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    return verb is not None and bool(verb.kinds & _GOVERNS or reading.units[clause.verb].word.speech is not None)


def hosts(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells whether a town is where its verb brings others together (استضافت سيول المشاورات)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    joined = reading.entity_over(entity.first - 1) if reading.units[entity.first].word.lead == "و" else None
    if joined is not None and joined.kind == "city":
        return hosts(reading, joined, clause)  # شهدت طرابلس │ ومصراتة
    return verb is not None and verb.lemma in _HOSTS and entity.first == clause.verb + 1


def acts(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells whether a capital is the subject of a verb: أعربت دمشق عن دعمها."""
    doer = subject(reading, clause)
    speaks = governs(reading, clause)
    before = reading.entity_over(entity.first - 1) if reading.units[entity.first].word.lead == "و" else None
    if before is not None and before.kind == "city":
        return acts(reading, before, clause)
    pair = reading.entity_at(entity.end)
    both = pair is not None and pair.kind == "city" and reading.units[pair.first].word.lead == "و"
    return bool(speaks or both) and doer is not None and doer.first == entity.first == entity.name_first


def seat_acts(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells whether a district or governorate with its head does something, as its administration (أطلق قضاء تلعفر
    حملة)."""
    head = reading.units[entity.first].word.place_head
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if head is None or verb is None or entity.first == entity.name_first or head["kind"] not in _ADMINISTERED:
        return False
    doer = subject(reading, clause)
    acting = not verb.passive and not _SEAT_ACTS.isdisjoint(verb.lemma.split("|"))
    return acting and doer is not None and doer.first == entity.first


def is_site(reading: Reading, entity: Entity, clause: Clause) -> bool:
    """Tells whether a body stands in its sentence as the place where something happens (في مكتبة الإسكندرية).

    Harbours, hospitals and houses of prayer are places wherever they do nothing themselves.
    """
    word = reading.units[entity.first].word
    if word.organisation is not None and word.organisation["family"] == "site":
        verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
        if verb is not None and not _JOINS_BODY.isdisjoint(verb.lemma.split("|")):
            return False  # التحق بمستشفى السلام
        if word.prefix == "ل" and entity.first and _indefinite_office(reading.units[entity.first - 1].word):
            return False  # عُينت مديرة │ لمستشفى خولة
        doer = subject(reading, clause)
        return doer is None or doer.first != entity.first or _suffers(reading, clause) or _receives(reading, clause)
    after = reading.units[entity.first + 1].word if entity.end > entity.first + 1 else None
    house = word.core == "دار" and after is not None and after.core in _HOUSES
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if (
        "site-noun" in word.core_classes
        and hosts(reading, entity, clause)
        and verb is not None
        and verb.lemma != "استقبل"
    ):
        return True  # احتضنت │ مكتبة الواحة أمسية
    house = house or (word.core == "نادي" and after is not None and after.core in _CLUB_HOUSES)
    dwelt = (
        word.place_head is not None and word.place_head["kind"] == "district" and "site-noun" not in word.core_classes
    )
    government = word.organisation is not None and word.organisation["family"] == "government"
    if not (government or "site-noun" in word.core_classes or house or dwelt) or (
        word.core in _EXCHANGES and _listed(reading, entity)
    ):
        return False
    before = reading.units[entity.first - 1].word if entity.first else None
    if government and "site-noun" not in word.core_classes and not house and not dwelt:
        post = before is not None and before.stem.endswith("ا")  # أقام معلما │ بمعهد الفنون
        within = (word.prefix == "ب" and not post) or (before is not None and before.stem in ("في", "داخل"))
        return within and verb is not None and not _HOLDS.isdisjoint(verb.lemma.split("|"))  # جرت في │ وزارة النقل
    if dwelt:
        return before is not None and before.core in _DWELLERS
    if before is not None and before.stem in ("إلى", "من") and not _moved(reading, clause, entity.first - 1):
        return False  # بتمويل من │ السفارة, آلت مكتبته إلى │ المتحف
    return word.prefix == "ب" or (
        before is not None
        and (before.stem in ("في", "على", "داخل", "إلى", "من", "أمام", "قرب", "وسط") or before.core in _STAGES)
    )


def _indefinite_office(word: Word) -> bool:
    return word.office is not None and not word.definite


def _moved(reading: Reading, clause: Clause, k: int) -> bool:
    """Tells whether somebody or something goes or is brought from or to a site: by the verb, or by an act right before
    its preposition."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    act = reading.units[k - 1].word.act if k else None
    if act is not None:
        return act.kind in MOVES or act.kind in ("attack", "disaster")
    return verb is None or bool(verb.kinds & (MOVES | {"attack", "injury", "death", "health", "disaster"}))


def _listed(reading: Reading, entity: Entity) -> bool:
    """Tells whether shares are listed at an exchange, which then takes part (أدرجت أسهمها في │ بورصة قطر)."""
    before = (unit.word for unit in reading.units[max(0, entity.first - _REACH) : entity.first] if unit.date < 0)
    return any(word.core in _LISTINGS or (word.verb is not None and word.verb.lemma == "أدرج") for word in before)


def _receives(reading: Reading, clause: Clause) -> bool:
    """Tells whether a site is where something comes to or is held (استقبل الميناء سفينة)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    return verb is not None and verb.lemma in _HOSTS


def _suffers(reading: Reading, clause: Clause) -> bool:
    verb = reading.units[clause.verb].word.verb
    return verb is not None and (verb.passive or bool(verb.kinds & TAKES_PLACES))
