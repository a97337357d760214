"""The sentences of a document, analysed when an event asks for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import NamedTuple

from timeline_cli.annotators import Span
from timeline_cli.events.biographies import opening_name
from timeline_cli.events.bodies import heads_meant, taken_up
from timeline_cli.events.clubs import club_words, listed_club
from timeline_cli.events.entity import Entity
from timeline_cli.events.names import entities
from timeline_cli.events.organisations import organisation_end
from timeline_cli.events.untitled import FATHERS
from timeline_cli.model import TimeExpression
from timeline_cli.text.clauses import Clause
from timeline_cli.text.cutting import clauses
from timeline_cli.text.letters import fold
from timeline_cli.text.sentences import Sentence
from timeline_cli.text.tokens import Unit, tokens
from timeline_cli.text.units import units
from timeline_cli.text.words import function_classes

REACH = 100_000
_QUOTED_BEFORE = 3000
_OPENING = 2000
_OWNED = frozenset({"اسهم", "حصص", "حصه", "ايرادات", "ارباح", "موقع", "منصه", "صحيفه", "مجله"})
_SHORTENED = frozenset({"نادي", "فريق", "حركه", "تنظيم", "حزب", "شركه", "جماعه", "قناه"})


_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _sport_words() -> frozenset[str]:
    return frozenset(form for form, classes in function_classes().items() if "sport-word" in classes)


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase of a sentence, units first:end, and the name it begins with."""

    first: int
    end: int
    entity: Entity | None = None


@dataclass
class Reading:
    """A sentence with its units, names and time expressions; its clauses are cut when they are asked for, since many a
    sentence is only looked at for its names. `subjects`: those looked for so far, by number, verb and length of the
    clause; `subjects_before`: the same of those before the verb."""

    number: int
    sentence: Sentence
    units: list[Unit]
    entities: list[Entity]
    expressions: tuple[TimeExpression, ...]
    subjects: dict[tuple[int, int, int], Phrase | None] = field(default_factory=dict)
    subjects_before: dict[tuple[int, int, int], Phrase | None] = field(default_factory=dict)
    _at: dict[int, Entity] = field(default_factory=dict)
    _over: dict[int, Entity] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for entity in self.entities:
            self._at.setdefault(entity.first, entity)
            for unit in range(entity.first, entity.end):
                self._over.setdefault(unit, entity)

    @cached_property
    def clauses(self) -> list[Clause]:
        """The clauses of the sentence, the first being the one it begins with."""
        return clauses(self.units)

    @cached_property
    def clause_of(self) -> list[int]:
        """The clause of each unit, -1 for marks that belong to none."""
        found = [-1] * len(self.units)
        for index, clause in enumerate(self.clauses):
            for unit in clause.units:
                found[unit] = index
        return found

    def entity_at(self, unit: int) -> Entity | None:
        """Returns the name that begins at a unit, None without one."""
        return self._at.get(unit)

    def entity_over(self, unit: int) -> Entity | None:
        """Returns the name that a unit belongs to, None without one."""
        return self._over.get(unit)


class Named(NamedTuple):
    """A sentence whose names are known, before its clauses are."""

    units: list[Unit]
    entities: list[Entity]
    expressions: tuple[TimeExpression, ...]


@dataclass(slots=True)
class Story:
    """A document while its events are read. `expressions` are those with days, in order; `marked` the names that
    annotators found; `women`: full names of women; `shared`: family names of several persons; `heads`: the bodies named
    in full, under the folded head word of their names.
    Names are looked for up to `REACH` code points back, so that long texts take linear time."""

    text: str
    sentences: list[Sentence]
    expressions: Sequence[TimeExpression]
    marked: Sequence[Span] = ()
    surnames: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)
    women: set[str] = field(default_factory=set)
    full_names: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    fuller: dict[str, str] = field(default_factory=dict)
    short_names: dict[str, str] = field(default_factory=dict)
    quoted: set[tuple[str, ...]] = field(default_factory=set)
    long_names: dict[tuple[str, ...], str] = field(default_factory=dict)
    towns: set[str] = field(default_factory=set)
    heads: dict[str, set[str]] = field(default_factory=dict)
    _readings: dict[int, Reading] = field(default_factory=dict)
    _named: dict[int, Named] = field(default_factory=dict)
    _first_places: dict[str, int] = field(default_factory=dict)
    _sport: bool | None = None
    _starts: list[int] = field(default_factory=list)
    _expression_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [sentence.start for sentence in self.sentences]
        self._expression_starts = [expression.start for expression in self.expressions]

    def sentence_at(self, offset: int) -> int:
        """Returns the number of the sentence that holds an offset, -1 where no prose stands there."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.sentences[number].end else -1

    def reading(self, number: int) -> Reading:
        """Returns the analysis of a sentence, made once."""
        known = self._readings.get(number)
        if known is None:
            known = self._readings[number] = self._read(number)
        return known

    def clauses_before(self, number: int, reach: int) -> Iterator[tuple[Reading, Clause]]:
        """Yields the clauses of at most `reach` sentences before one, within its section, newest first."""
        section = self.sentences[number].section
        for before in range(number - 1, max(-1, number - 1 - reach), -1):
            if self.sentences[before].section != section:
                return
            reading = self.reading(before)
            for clause in reversed(reading.clauses):
                yield reading, clause

    def _read(self, number: int) -> Reading:
        parts, names, found = self._names(number)
        return Reading(number, self.sentences[number], parts, names, found)

    def _names(self, number: int) -> Named:
        """Returns a sentence with its names, found once; they are remembered for what follows."""
        known = self._named.get(number)
        if known is not None:
            return known
        sentence = self.sentences[number]
        found = self._expressions_in(sentence)
        parts = units(tokens(self.text, sentence.start, sentence.end), [(e.start, e.end) for e in found])
        self._learn_surnames(parts, number)
        self._learn_heads(parts, number)
        names = entities(parts, self.surnames, self.short_names.keys(), sport=self._names_clubs(parts))
        opening = opening_name(parts) if number == 0 else None
        if opening is not None:
            names = [opening, *(entity for entity in names if entity.first >= opening.end)]
        names = self._with_towns(parts, self._with_long_names(parts, self._with_quoted(parts, names)))
        names = taken_up(parts, names, self.heads.keys())
        if self.marked:
            names = _with_marked(parts, names, self.marked)
        holder: Entity | None = None
        for entity in names:
            if entity.kind == "person":
                holder = entity
                self._remember(parts, entity)
                alone = entity.name_end - entity.name_first == 1
                if alone and entity.first == entity.name_first and self.full_names.get(entity.key) in self.women:
                    entity.feminine = True
            elif entity.kind == "role" and holder is not None:
                office = self.words(parts, entity.first, entity.end)
                self.offices.setdefault(office, self.name_of(parts, holder))
            elif entity.kind == "organisation":
                self._remember_body(parts, entity)
            if entity.kind in ("organisation", "office"):
                self._remember_office(parts, entity)
            self._remember_inside(parts, entity)
        known = self._named[number] = Named(parts, names, found)
        return known

    def _names_clubs(self, parts: Sequence[Unit]) -> bool:
        """Tells whether units may be clubs without a head word: words of a game stand in the first part of the text."""
        if self._sport is None:
            if club_words().isdisjoint([part.word.listing for part in parts]):
                return False
            self._sport = len(_sport_words().intersection(_LETTERS.findall(self.text[:_OPENING]))) > 1
        return self._sport

    def _expressions_in(self, sentence: Sentence) -> tuple[TimeExpression, ...]:
        first = bisect_right(self._expression_starts, sentence.start - 1)
        last = bisect_right(self._expression_starts, sentence.end - 1)
        found: list[TimeExpression] = []
        for expression in self.expressions[first:last]:
            if expression.end <= sentence.end and (not found or expression.start >= found[-1].end):
                found.append(expression)
        return tuple(found)

    def _learn_surnames(self, parts: Sequence[Unit], number: int) -> None:
        """Looks up words that may be family names in the text before: who is named in full there names them here."""
        here = self.sentences[number].start
        for k, unit in enumerate(parts):
            word = unit.word
            named = k > 0 and (parts[k - 1].word.fold in FATHERS or parts[k - 1].word.given != "")
            other = not word.surname and not named
            if other or unit.date >= 0 or word.stem in self.surnames:
                continue
            place = self._first_place(word.stem, here)
            before = self.sentence_at(place) if place >= 0 else -1
            if 0 <= before < number:
                self._names(before)

    def _learn_heads(self, parts: Sequence[Unit], number: int) -> None:
        """Looks up the head words that definite nouns may take up in the text before: who is named in full there."""
        here = self.sentences[number].start
        for unit in parts:
            for head in heads_meant(unit.word) if unit.date < 0 and unit.word.definite else ():
                place = self._first_place(head, here)
                before = self.sentence_at(place) if place >= 0 else -1
                if 0 <= before < number:
                    self._names(before)

    def _first_place(self, form: str, here: int) -> int:
        """Returns the offset where a form first stands within reach before an offset, -1 where it does not."""
        start = max(0, here - REACH)
        place = self._first_places.get(form, -1)
        if not start <= place <= here - len(form):
            place = self.text.find(form, start, here)
            self._first_places[form] = place
        return place

    def _remember(self, parts: Sequence[Unit], entity: Entity) -> None:
        length = entity.name_end - entity.name_first
        first = parts[entity.name_first].word
        known = self.full_names.get(entity.key) if length > 1 else None
        if known is not None and first.core[:3] != fold(known)[:3]:
            self.shared.add(entity.key)
        if length < 2 or known is not None:
            return
        if first.given and first.core not in self.full_names:
            self.full_names[first.core] = self.words(parts, entity.name_first, entity.name_end)
            self.surnames.add(first.core)
        name = self.words(parts, entity.name_first, entity.name_end)
        self.full_names[entity.key] = name
        self.surnames.add(entity.key)
        if entity.feminine:
            self.women.add(name)
        for part in parts[entity.name_first + 1 : entity.name_end - 1]:
            if (
                length == 3
                and not part.word.given
                and not part.word.is_function
                and part.word.core not in self.full_names
            ):
                self.full_names[part.word.core] = name
                self.surnames.add(part.word.core)
        if entity.first < entity.name_first:
            title = self.words(parts, entity.first, entity.name_first)
            self.titles[name] = title
            self.offices.setdefault(title.split("،")[0].rstrip(), name)

    def in_quotation(self, number: int) -> bool:
        """Tells whether a sentence begins inside a quotation that was opened earlier on its line."""
        start = self.sentences[number].start
        nearest = max(0, start - _QUOTED_BEFORE)
        line = self.text.rfind("\n", nearest, start) + 1
        before = self.text[max(line, nearest) : start]
        return any(before.rfind(opening) > before.rfind(closing) for opening, closing in (("“", "”"), ("«", "»")))

    def _remember_inside(self, parts: Sequence[Unit], entity: Entity) -> None:
        """Keeps the club or company that an office or board serves (مدرب نادي الوفاق, مجلس إدارة نادي الوفاق)."""
        end = entity.name_first if entity.kind == "person" else entity.end
        for k in range(entity.first + 1, end - 1):
            word = parts[k].word
            if word.core in _SHORTENED and not word.definite:
                body = Entity(k, min(organisation_end(parts, k), end), k, end, "organisation", word.core)
                self._remember_body(parts, replace(body, name_end=body.end))
                return

    def _remember_office(self, parts: Sequence[Unit], entity: Entity) -> None:
        """Keeps an office with the country it serves, alone or inside a body (مكتب رئيس الوزراء الأردني)."""
        last = parts[entity.end - 1].word
        first = entity.first + (entity.kind == "organisation")
        office = parts[first].word.office if first < entity.end else None
        if office is None or last.nationality is None or not last.nationality["iso"] or entity.end - first < 3:
            return
        short = self.words(parts, first, entity.end - 1)
        self.fuller.setdefault(short, self.words(parts, first, entity.end))

    def _remember_body(self, parts: Sequence[Unit], entity: Entity) -> None:
        """Keeps the name of a club or movement without its head word: نادي الوفاق is الوفاق later on."""
        if not entity.bare and entity.end > entity.first + 1:
            named = self.heads.setdefault(parts[entity.first].word.core, set())
            named.add(self.words(parts, entity.name_first, entity.name_end))
        last = parts[entity.end - 1].word
        if (
            last.nationality is not None
            and last.definite
            and last.nationality["iso"]
            and parts[entity.first].word.definite
        ):
            short = self.words(parts, entity.first, entity.end - 1)
            whole = self.words(parts, entity.first, entity.end)
            self.fuller[short] = whole if self.fuller.get(short, whole) == whole else short
        inner = [k for k in range(entity.first + 1, entity.end) if not parts[k].is_mark]
        if len(inner) == 2 and parts[inner[0]].word.definite and last.nationality is not None and last.definite:
            inner = inner[:1]
        if len(inner) == 1 and parts[entity.first].word.core in _SHORTENED:
            key = parts[inner[0]].word.core
            self.short_names.setdefault(key, self.words(parts, entity.name_first, entity.name_end))

        if (
            1 < len(inner) < 4
            and parts[entity.first].word.core in _SHORTENED
            and len(inner) == entity.end - entity.first - 1
        ):
            whole = self.words(parts, entity.name_first, entity.name_end)
            self.long_names.setdefault(tuple(parts[k].word.fold for k in inner), whole)
        if parts[entity.end - 1].text == "»" and len(inner) > 1:
            quoted = [parts[k].word.fold for k in inner if parts[k].start > parts[_opening(parts, entity)].start]
            self.quoted.add(tuple(quoted))

    def _with_quoted(self, parts: Sequence[Unit], names: list[Entity]) -> list[Entity]:
        """Adds names in quotation marks that stood behind the head of a body before (تأسست «مرافق الخليج»)."""
        found = []
        for k, unit in enumerate(parts):
            if unit.text != "«" or (k and any(e.first < k < e.end for e in names)):
                continue
            end = next((j for j in range(k + 1, len(parts)) if parts[j].text == "»"), k)
            said = tuple(part.word.fold for part in parts[k + 1 : end]) in self.quoted
            owned = k > 0 and parts[k - 1].word.core in _OWNED and not parts[k - 1].word.definite and 1 < end - k < 5
            owned = owned or (1 < end - k < 5 and _of_nation(parts, end + 1) and not _headed(parts, k))
            if said or owned:
                found.append(Entity(k + 1, end, k + 1, end, "organisation", parts[k + 1].word.core, feminine=True))
        if not found:
            return names
        kept = [e for e in names if not any(e.first < new.end and new.first < e.end for new in found)]
        return sorted([*kept, *found], key=lambda entity: entity.first)

    def _with_long_names(self, parts: Sequence[Unit], names: list[Entity]) -> list[Entity]:
        """Adds clubs and bodies of several words that are named without their head word (نجوم الأطلس for نادي نجوم
        الأطلس)."""
        if not self.long_names:
            return names
        firsts = {known[0] for known in self.long_names}
        found = []
        for k, unit in enumerate(parts):
            fold = unit.word.fold[1:] if unit.word.lead else unit.word.fold
            if fold not in firsts or unit.date >= 0 or (k and parts[k - 1].word.core in _SHORTENED):
                continue
            for known in self.long_names:
                said = (fold, *(part.word.fold for part in parts[k + 1 : k + len(known)] if part.date < 0))
                if said == known:
                    found.append(Entity(k, k + len(known), k, k + len(known), "organisation", known[0]))
                    break
        if not found:
            return names
        kept = [e for e in names if not any(e.first < new.end and new.first < e.end for new in found)]
        return sorted([*kept, *found], key=lambda entity: entity.first)

    def _with_towns(self, parts: Sequence[Unit], names: list[Entity]) -> list[Entity]:
        """Adds towns that no list holds and that were named with their head word before (مدينة سلوقية: سلوقية)."""
        found = []
        if self.towns:
            over = {k for entity in names for k in range(entity.first, entity.end)}
            for k, unit in enumerate(parts):
                word = unit.word
                if unit.date < 0 and word.core in self.towns and k not in over and not word.definite:
                    found.append(Entity(k, k + 1, k, k + 1, "city", word.core, feminine=True))
        for entity in names:
            if entity.kind == "city" and entity.end - entity.name_first == 1 and entity.first < entity.name_first:
                word = parts[entity.name_first].word
                if word.place is None and word.unknown and not word.definite:
                    self.towns.add(word.core)
        return sorted([*names, *found], key=lambda entity: entity.first) if found else names

    def words(self, parts: Sequence[Unit], first: int, end: int) -> str:
        """Returns the text of units first:end without an attached و, ف or preposition at its start."""
        if end <= first:
            return ""
        if end == first + 1:
            return plain_text(parts, first, True)
        rest = self.text[parts[first].end : parts[end - 1].end]
        return plain_text(parts, first, True) + " ".join(rest.split("\n"))

    def name_of(self, parts: Sequence[Unit], entity: Entity) -> str:
        """Returns the name of an entity as the text writes it; a surname alone gives the full name said before."""
        if entity.kind == "person" and entity.name_end - entity.name_first == 1 and entity.key not in self.shared:
            full = self.full_names.get(entity.key)
            if full is not None:
                return full
        if entity.kind == "person" and entity.name_end - entity.name_first == 2:
            short = self.words(parts, entity.name_first, entity.name_end)
            full = self.full_names.get(parts[entity.name_first].word.core, "")
            if full.startswith(short + " "):
                return full
        if entity.kind == "organisation" and self.long_names and entity.end - entity.first > 1:
            key = tuple(parts[k].word.fold for k in range(entity.first, entity.end))
            key = (key[0][1:], *key[1:]) if parts[entity.first].word.lead else key
            if key in self.long_names:
                return self.long_names[key]
        if entity.kind == "organisation" and entity.end - entity.first == 1:
            full = self.short_names.get(entity.key)
            if full is not None:
                return full
            club = listed_club(parts, entity.first)[1]
            if club and club in self.text:
                return club
        return self.words(parts, entity.name_first, entity.name_end)


def _with_marked(parts: Sequence[Unit], names: list[Entity], marked: Sequence[Span]) -> list[Entity]:
    """Puts the names of annotators in the place of what the rules found there."""
    found = []
    for start, end, kind in marked:
        inside = [k for k, unit in enumerate(parts) if unit.start < end and start < unit.end]
        if inside:
            first, last = inside[0], inside[-1] + 1
            found.append(Entity(first, last, first, last, kind, parts[last - 1].word.fold.removeprefix("ال")))
    kept = [e for e in names if not any(e.first < other.end and other.first < e.end for other in found)]
    return sorted([*kept, *found], key=lambda entity: (entity.first, entity.end, entity.kind, entity.key))


def _of_nation(parts: Sequence[Unit], k: int) -> bool:
    """Tells whether a feminine adjective of a nation stands behind a quoted name, which then is a company («ناتورجي» │
    الإسبانية)."""
    nation = parts[k].word.nationality if k < len(parts) and parts[k].date < 0 else None
    return nation is not None and bool(nation["iso"]) and parts[k].word.definite and parts[k].word.stem.endswith("ية")


def _headed(parts: Sequence[Unit], k: int) -> bool:
    """Tells whether a noun stands before a quotation mark that the quoted name belongs to (صحيفة «المنار»)."""
    before = parts[k - 1] if k else None
    if before is None or before.date >= 0 or before.is_mark or before.word.preposition:
        return False
    return before.word.verb is None


def _opening(parts: Sequence[Unit], entity: Entity) -> int:
    """Returns the unit of the quotation mark inside the name of a body."""
    return next((k for k in range(entity.first, entity.end) if parts[k].text == "«"), entity.first)


_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"


def without_first_letter(text: str) -> str:
    """Returns a word without its first letter and the vowel marks on it."""
    return text[1:].lstrip(_MARKS)


def _described(parts: Sequence[Unit], k: int) -> bool:
    """Tells whether a definite adjective stands behind a unit (للقاء المرتقب), which no article shows in لل."""
    after = parts[k + 1].word if k + 1 < len(parts) else None
    if after is None or not after.definite:
        return False
    agrees = parts[k].word.feminine and after.feminine
    return agrees or "ordinal" in after.classes or "superlative" in after.classes or after.core.startswith("م")


def plain_text(parts: Sequence[Unit], k: int, first: bool) -> str:
    """Returns the text of a unit; `first` takes an attached و, ف and a preposition off it (للمصنع becomes المصنع)."""
    unit = parts[k]
    text = unit.text
    if not first or unit.date >= 0:
        return text
    word = unit.word
    if word.lead:
        text = without_first_letter(text)
    if word.prefix:
        if text.startswith("لل"):
            rest = without_first_letter(text)
            if not (rest.startswith("ل") and word.core.startswith("ل")):
                return "ال" + rest[1:]
            return "ال" + rest if _described(parts, k) else rest
        text = without_first_letter(text)
    return text
