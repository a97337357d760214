"""The names that a document has said so far: who is named in full, which body is named without its head word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from timeline_cli.annotators import Span
from timeline_cli.events.entities.bodies import taken_up
from timeline_cli.events.entities.clubs import listed_club
from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.entities.organisations import organisation_end
from timeline_cli.events.plain_words import words_of
from timeline_cli.lexicon.index import cues
from timeline_cli.text.letters import fold
from timeline_cli.text.tokens import Unit

_OWNED = cues("owned-by-bodies")
_SHORTENED = cues("shortened-bodies")
_BODIES_OF_BODIES = cues("body-of-body")
_FOUNDS = cues("is-founded")


@dataclass(slots=True)
class KnownNames:
    """The names of a text as far as it has been read. Persons: `full_names`, by last name and by given name; `surnames`
    that name them later on; `shared`: family names of several persons; `women`: full names of women; `titles`: of a
    person; `offices`: who holds one. Bodies: `heads`: those named in full, under the folded head word of their names;
    `short_names`, `long_names`, `quoted`: names said with their head word, by what stands without it; `fuller`: by the
    name without its country. `towns`: those that no list holds."""

    text: str
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

    def with_known(self, parts: Sequence[Unit], names: list[Entity]) -> list[Entity]:
        """Adds the names that only what was said before tells from other words."""
        names = self._with_long_names(parts, self._with_quoted(parts, self._without_surnames(parts, names)))
        return taken_up(parts, self._with_towns(parts, names), self.heads.keys())

    def _without_surnames(self, parts: Sequence[Unit], names: list[Entity]) -> list[Entity]:
        """Cuts the family name of somebody named before off the body before it (أوقفت جماعة الأفق │ النعماني)."""
        if not self.surnames:
            return names
        found: list[Entity] = []
        for entity in names:
            last = parts[entity.end - 1].word
            family = last.definite and not (last.prefix or last.lead) and last.core in self.surnames
            if entity.kind != "organisation" or entity.end - entity.first < 3 or not family or last.common:
                found.append(entity)
                continue
            end = entity.end - 1
            found.append(replace(entity, end=end, name_end=end))
            found.append(Entity(end, end + 1, end, end + 1, "person", last.core))
        return found

    def learn(self, parts: Sequence[Unit], names: Sequence[Entity]) -> None:
        """Remembers the names of a sentence for what follows."""
        holder: Entity | None = None
        for entity in names:
            if entity.kind == "person":
                holder = entity
                self._remember_person(parts, entity)
                alone = entity.name_end - entity.name_first == 1
                if alone and entity.first == entity.name_first and self.full_names.get(entity.key) in self.women:
                    entity.feminine = True
            elif entity.kind == "role" and holder is not None:
                office = words_of(self.text, parts, entity.first, entity.end)
                self.offices.setdefault(office, self.name_of(parts, holder))
            elif entity.kind == "organisation":
                whole = self.short_names.get(entity.key) if entity.end == entity.first + 1 else None
                if whole is not None:
                    entity.feminine = whole.split()[0].endswith("ة")  # أعلنت │ تايلوس
                self._remember_body(parts, entity)
                self._remember_club(parts, entity)
            if entity.kind in ("organisation", "office"):
                self._remember_office(parts, entity)
            self._remember_inside(parts, entity)

    def name_of(self, parts: Sequence[Unit], entity: Entity) -> str:
        """Returns the name of an entity as the text writes it; a surname alone gives the full name said before."""
        if entity.kind == "person" and entity.name_end - entity.name_first == 1 and entity.key not in self.shared:
            full = self.full_names.get(entity.key)
            if full is not None:
                return full
        if entity.kind == "person" and entity.name_end - entity.name_first == 2:
            last = parts[entity.name_end - 1].word.stem
            servant = parts[entity.name_first].word.core == "عبد" and entity.first < entity.name_first
            if last == "الله" and not servant and entity.key not in self.shared and entity.key in self.full_names:
                return self.full_names[entity.key]  # بطرس عوض الله, later عوض الله
            short = words_of(self.text, parts, entity.name_first, entity.name_end)
            full = self.full_names.get(parts[entity.name_first].word.core, "")
            if full.startswith(short + " "):
                return full
        if entity.kind == "organisation" and self.long_names and entity.end - entity.first > 1:
            key = tuple(parts[k].word.fold for k in range(entity.first, entity.end))
            key = (key[0][1:], *key[1:]) if parts[entity.first].word.lead else key
            if key in self.long_names:
                return self.long_names[key]
        if entity.kind == "organisation" and entity.end - entity.first == 2 and parts[entity.first].word.definite:
            longer = self._with_more_adjectives(parts, entity)
            if longer:
                return longer
        if entity.kind == "organisation" and entity.end - entity.first == 1:
            full = self.short_names.get(entity.key)
            if full is not None:
                return full
            club = listed_club(parts, entity.first)[1]
            if club and club in self.text:
                return club
        return words_of(self.text, parts, entity.name_first, entity.name_end)

    def _with_more_adjectives(self, parts: Sequence[Unit], entity: Entity) -> str:
        """Returns the only body named before with another adjective between head and last word (الخطوط │ الجوية │
        الكينية: الخطوط الكينية), empty without one."""
        head, last = parts[entity.first].word, parts[entity.end - 1].word
        found = [
            name
            for name in self.heads.get(head.core, ())
            for words in [[fold(word).removeprefix("ال") for word in name.split()]]
            if 2 < len(words) < 5 and words[0] == head.core and words[-1] == last.core
        ]
        return found[0] if len(found) == 1 else ""

    def _remember_person(self, parts: Sequence[Unit], entity: Entity) -> None:
        length = entity.name_end - entity.name_first
        first = parts[entity.name_first].word
        known = self.full_names.get(entity.key) if length > 1 else None
        surname = length == 2 and " " in entity.key and entity.first == entity.name_first
        if known is not None and not surname and first.core[:3] != fold(known)[:3]:
            self.shared.add(entity.key)
        if length < 2 or known is not None:
            return
        if first.given and first.core not in self.full_names:
            self.full_names[first.core] = words_of(self.text, parts, entity.name_first, entity.name_end)
            self.surnames.add(first.core)
        name = words_of(self.text, parts, entity.name_first, entity.name_end)
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
            title = words_of(self.text, parts, entity.first, entity.name_first)
            self.titles[name] = title
            self.offices.setdefault(title.split("،")[0].rstrip(), name)

    def _remember_inside(self, parts: Sequence[Unit], entity: Entity) -> None:
        """Keeps the club or company that an office or board serves (مدرب نادي الوفاق, مجلس إدارة نادي الوفاق)."""
        end = entity.name_first if entity.kind == "person" else entity.end
        for k in range(entity.first + 1, end - 1):
            word = parts[k].word
            if word.core in _SHORTENED and not word.definite:
                last = min(organisation_end(parts, k), end)
                self._remember_body(parts, Entity(k, last, k, last, "organisation", word.core))
                return

    def _remember_office(self, parts: Sequence[Unit], entity: Entity) -> None:
        """Keeps an office with the country it serves, alone or inside a body (مكتب رئيس الوزراء الأردني)."""
        last = parts[entity.end - 1].word
        first = entity.first + (entity.kind == "organisation")
        office = parts[first].word.office if first < entity.end else None
        if office is None or last.nationality is None or not last.nationality["iso"] or entity.end - first < 3:
            return
        short = words_of(self.text, parts, first, entity.end - 1)
        self.fuller.setdefault(short, words_of(self.text, parts, first, entity.end))

    def _remember_club(self, parts: Sequence[Unit], entity: Entity) -> None:
        """Keeps a club without a head word by its first word: الأمل العدني is الأمل later on; one of a town is
        told by the town."""
        first, last = parts[entity.first].word, parts[entity.end - 1].word
        headless = first.organisation is None and first.definite and entity.end == entity.first + 2
        town = first.organisation is None and first.place is not None and entity.end == entity.first + 1
        if town or (headless and last.definite and last.stem.endswith("ي")):
            self.short_names.setdefault(first.core, words_of(self.text, parts, entity.first, entity.end))

    def _remember_body(self, parts: Sequence[Unit], entity: Entity) -> None:
        """Keeps the name of a club or movement without its head word: نادي الوفاق is الوفاق later on."""
        if not entity.bare and entity.end > entity.first + 1:
            named = self.heads.setdefault(parts[entity.first].word.core, set())
            named.add(words_of(self.text, parts, entity.name_first, entity.name_end))
        last = parts[entity.end - 1].word
        if (
            last.nationality is not None
            and last.definite
            and last.nationality["iso"]
            and parts[entity.first].word.definite
        ):
            short = words_of(self.text, parts, entity.first, entity.end - 1)
            whole = words_of(self.text, parts, entity.first, entity.end)
            self.fuller[short] = whole if self.fuller.get(short, whole) == whole else short
        inner = [k for k in range(entity.first + 1, entity.end) if not parts[k].is_mark]
        if len(inner) == 2 and parts[inner[0]].word.definite and last.nationality is not None and last.definite:
            inner = inner[:1]
        field = next((n for n, k in enumerate(inner) if n and parts[k].word.prefix == "ل"), len(inner))
        if field == 1 and not (parts[inner[0]].word.common or parts[inner[0]].word.known_noun):
            inner = inner[:1]  # شركة تايلوس │ لإصلاح السفن
        if len(inner) == 1 and parts[entity.first].word.core in _SHORTENED:
            key = parts[inner[0]].word.core
            self.short_names.setdefault(key, words_of(self.text, parts, entity.name_first, entity.name_end))

        of_town = len(inner) == 2 and last.place is not None and parts[inner[0]].word.unknown
        if of_town and parts[entity.first].word.core in _SHORTENED:  # نادي هرتوغ لايبزيغ
            whole = words_of(self.text, parts, entity.name_first, entity.name_end)
            self.short_names.setdefault(parts[inner[0]].word.core, whole)
        if (
            1 < len(inner) < 4
            and parts[entity.first].word.core in _SHORTENED
            and len(inner) == entity.end - entity.first - 1
        ):
            whole = words_of(self.text, parts, entity.name_first, entity.name_end)
            self.long_names.setdefault(tuple(parts[k].word.fold for k in inner), whole)
        self._remember_alias(parts, entity)
        if parts[entity.end - 1].text == "»" and len(inner) > 1:
            quoted = [parts[k].word.fold for k in inner if parts[k].start > parts[_opening(parts, entity)].start]
            self.quoted.add(tuple(quoted))

    def _remember_alias(self, parts: Sequence[Unit], entity: Entity) -> None:
        """Keeps the short name in quotation marks right behind a whole one (وكالة الفضاء الوطنية │ «سبيس»)."""
        end = entity.end
        closing = next((k for k in range(end + 2, min(end + 5, len(parts))) if parts[k].text == "»"), 0)
        if entity.end > entity.first + 1 and closing and parts[end].text == "«":
            self.quoted.add(tuple(part.word.fold for part in parts[end + 1 : closing]))
            short = words_of(self.text, parts, end + 1, closing)
            self.fuller.setdefault(short, words_of(self.text, parts, entity.name_first, entity.name_end))

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
            owned = owned or (1 < end - k < 5 and _belongs_to_body(parts, k))
            owned = owned or (1 < end - k < 6 and _called_body(parts, k, end))
            owned = owned or _foreign_behind_verb(parts, k, end)
            if owned:
                self.quoted.add(tuple(part.word.fold for part in parts[k + 1 : end]))
            if said or owned:
                found.append(Entity(k + 1, end, k + 1, end, "organisation", parts[k + 1].word.core, feminine=True))
        return _in_place(names, found)

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
        return _in_place(names, found)

    def _with_towns(self, parts: Sequence[Unit], names: list[Entity]) -> list[Entity]:
        """Adds towns that no list holds and that were named with their head word before (مدينة سلوقية: سلوقية)."""
        found = []
        if self.towns:
            over = {k for entity in names for k in range(entity.first, entity.end)}
            for k, unit in enumerate(parts):
                word = unit.word
                said = word.core in self.towns and not word.definite
                if unit.date < 0 and k not in over and (said or (word.stem in self.towns and _behind_place(parts, k))):
                    found.append(Entity(k, k + 1, k, k + 1, "city", word.core, feminine=True))
        for entity in names:
            if entity.kind == "city" and entity.end - entity.name_first == 1 and entity.first < entity.name_first:
                word = parts[entity.name_first].word
                if word.place is None and word.unknown and not word.definite:
                    self.towns.add(word.core)
                elif word.place is None and not word.prefix:
                    self.towns.add(word.stem)
        return sorted([*names, *found], key=lambda entity: entity.first) if found else names


def _behind_place(parts: Sequence[Unit], k: int) -> bool:
    """Tells whether a word that is no town by itself stands as one (فر الأهالي من │ طويلة)."""
    before, after = parts[k - 1] if k else None, parts[k + 1] if k + 1 < len(parts) else None
    if before is None or before.date >= 0 or "preposition-place" not in before.word.classes:
        return False
    word = after.word if after is not None and after.date < 0 and not after.is_mark else None
    return word is None or word.preposition or bool(word.lead or word.is_function)


def with_marked(parts: Sequence[Unit], names: list[Entity], marked: Sequence[Span]) -> list[Entity]:
    """Puts the names of annotators in the place of what the rules found there."""
    found = []
    for start, end, kind in marked:
        inside = [k for k, unit in enumerate(parts) if unit.start < end and start < unit.end]
        if inside:
            first, last = inside[0], inside[-1] + 1
            found.append(Entity(first, last, first, last, kind, parts[last - 1].word.fold.removeprefix("ال")))
    return sorted(_in_place(names, found), key=lambda entity: (entity.first, entity.end, entity.kind, entity.key))


def _in_place(names: list[Entity], found: list[Entity]) -> list[Entity]:
    """Puts names in the place of those that they overlap."""
    if not found:
        return names
    kept = [e for e in names if not any(e.first < new.end and new.first < e.end for new in found)]
    return sorted([*kept, *found], key=lambda entity: entity.first)


def _of_nation(parts: Sequence[Unit], k: int) -> bool:
    """Tells whether a feminine adjective of a nation stands behind a quoted name, which then is a company («ناتورجي» │
    الإسبانية)."""
    nation = parts[k].word.nationality if k < len(parts) and parts[k].date < 0 else None
    return nation is not None and bool(nation["iso"]) and parts[k].word.definite and parts[k].word.stem.endswith("ية")


def _belongs_to_body(parts: Sequence[Unit], k: int) -> bool:
    """Tells whether a rival, partner or part of a body stands before a quotation mark, alone or with the adjective of a
    country (منافستها المصرية │ «غيط»)."""
    before = parts[k - 1].word if k > 1 and parts[k - 1].date < 0 else None
    nation = before is not None and before.definite and before.nationality is not None
    word = parts[k - 1 - nation].word if k > nation and parts[k - 1 - nation].date < 0 else None
    return word is not None and word.pronoun != "" and word.core.removesuffix(word.pronoun) in _BODIES_OF_BODIES


def _called_body(parts: Sequence[Unit], k: int, end: int) -> bool:
    """Tells whether a quoted name at the beginning, behind كانت at most, is said to be a company or other body
    («بيادر» │ شركة ناشئة), or is what was founded (تأسست │ «بيادر»)."""
    before = parts[k - 1].word if k and parts[k - 1].date < 0 else None
    if before is not None and before.verb is not None:
        founded = bool(_FOUNDS.intersection(before.verb.lemma.split("|"))) and before.verb.person == "3fs"
        return founded and not before.verb.pronoun and (before.verb.passive or not before.verb.transitive)
    told = parts[end + 1].word if end + 1 < len(parts) and parts[end + 1].date < 0 else None
    body = told.organisation if told is not None and not (told.definite or told.prefix or told.lead) else None
    opens = k == 0 or (before is not None and k == 1 and "was" in before.classes)
    return opens and body is not None and body["family"] == "business" and body["state"] == "construct"


def _foreign_behind_verb(parts: Sequence[Unit], k: int, end: int) -> bool:
    """Tells whether a foreign name in quotation marks stands right behind a verb that it is the subject of (باعت │
    «سامبا كابيتال» الأسهم)."""
    if k == 0 or not 1 < end - k < 5 or parts[k - 1].date >= 0:
        return False
    verb = parts[k - 1].word.verb
    acts = verb is not None and verb.person == "3fs" and not verb.pronoun and not verb.passive
    speech = parts[k - 1].word.speech
    if acts and speech is not None and not speech.ambiguous:
        return True
    return acts and end - k > 2 and all(part.word.unknown and not part.word.definite for part in parts[k + 1 : end])


def _headed(parts: Sequence[Unit], k: int) -> bool:
    """Tells whether a noun stands before a quotation mark that the quoted name belongs to (صحيفة «المنار»)."""
    before = parts[k - 1] if k else None
    if before is None or before.date >= 0 or before.is_mark or before.word.preposition:
        return False
    return before.word.verb is None


def _opening(parts: Sequence[Unit], entity: Entity) -> int:
    """Returns the unit of the quotation mark inside the name of a body."""
    return next((k for k in range(entity.first, entity.end) if parts[k].text == "«"), entity.first)
