"""Whom or what the pronouns of an act mean outside its clause: the person or body that the text tells of
(docs/events.md §3.2)."""

from __future__ import annotations

from itertools import groupby

from timeline_cli.events.doers.candidates import candidates
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.entities.entity import ACTING_KINDS, PLACE_KINDS
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.telling.meant import is_generic
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import fold, unjoined
from timeline_cli.text.words import Word

_KIN = cues("kin")
_SENTENCES_BACK = 6
_DONE_TO_PEOPLE = frozenset({"death", "injury", "court", "appointment", "birth", "education", "resignation", "family"})
_DONE_TO_SOMEONE = cues("object-person")
_DONE_TO_THINGS = cues("done-to-thing")
_DONE = cues("done-to-person")
_DEEDS = cues("deed-to-person")


def pronoun_meant(story: Story, reading: Reading, clause: Clause, k: int, *, nearby: bool = False) -> Antecedent | None:
    """Returns the person or body before its clause that the pronoun of a unit means; None without a pronoun, where
    something before it in its clause can be meant, or a thing of that gender leaves it open. `nearby`: of what stands
    in other clauses of the sentence only subjects leave a person open."""
    pronoun = pronoun_of(reading, k)
    kind = _whose(reading, clause, k, pronoun) if pronoun else "thing"
    if kind == "thing":
        return None
    feminine = pronoun == "ها"
    own = min((*clause.units, k))
    before = [j for j in range(0 if not kind else own, phrase_of(reading, k)) if may_be_meant(reading, j, feminine)]
    if any(j >= own for j in before):
        return None
    who = _topic(story, reading, clause, feminine=feminine, kind=kind)
    if who is None and kind == "body" and nearby:
        who = _only_body(story, reading, own, feminine)
    if who is not None and who.person and is_part(reading, k):
        return None
    word = reading.units[k].word
    person = who is not None and who.person and (word.verb is not None or "preposition-bound" in word.classes)
    return who if not before or (person and nearby) else None


def is_named(who: Antecedent) -> bool:
    """Tells whether somebody is a person or body with a name of his own (no الوزير, no الحكومة)."""
    entity = who.entity
    if entity is None:
        return who.person
    if entity.bare or entity.kind not in ACTING_KINDS:
        return False
    generic = "bare-organisation" in who.reading.units[entity.first].word.classes
    return entity.kind == "person" or not (is_generic(who.reading, entity) or generic)


def _topic(story: Story, reading: Reading, clause: Clause, *, feminine: bool, kind: str) -> Antecedent | None:
    """Returns the person or body of a gender that the text tells of before a clause, in the nearest sentence that tells
    of one; `kind`: only persons, only bodies, or empty, where a thing of that gender between leaves it open."""
    if not kind and (_object_before(reading, clause, feminine) or _thing_before(reading, clause, feminine)):
        return None
    for _, told in groupby(candidates(story, reading, clause), key=lambda candidate: candidate.last_named):
        for candidate in sorted(told, key=lambda candidate: not candidate.topic):
            entity = candidate.entity
            if candidate.feminine != feminine or (kind and candidate.person != (kind == "person")):
                continue
            if not kind and entity is None and not candidate.person:
                return None
            if is_named(candidate):
                return candidate
            if candidate.person:
                return None
    return None


def _only_body(story: Story, reading: Reading, limit: int, feminine: bool) -> Antecedent | None:
    """Returns the body of a gender that the sentence names before a unit, whatever it does there, or the only one that
    the text names before (صعد سهم │ شركة الوادي بعدما وافق مجلس إدارتها …)."""
    found: dict[str, Antecedent] = {}
    for number in range(reading.number, max(-1, reading.number - _SENTENCES_BACK), -1):
        before = story.reading(number)
        for entity in reversed(before.entities):
            behind = number == reading.number and entity.first >= limit
            if entity.kind == "organisation" and not entity.bare and entity.feminine == feminine and not behind:
                body = of_phrase(story, before, Phrase(entity.first, entity.end, entity))
                found.setdefault(story.names.name_of(before.units, entity), body)
        if number == reading.number and found:
            break
    bodies = [body for body in found.values() if is_named(body)]
    return bodies[0] if bodies and (len(bodies) == 1 or bodies[0].reading is reading) else None


def _object_before(reading: Reading, clause: Clause, feminine: bool) -> bool:
    """Tells whether the clause before, in its sentence, has a thing of a gender for its object (شيد مصنعا │ وأضاف إليه
    مخزنا)."""
    before = reading.clauses[clause.number - 1] if clause.number else None
    if before is None or before.verb < 0:
        return False
    doer = subject(reading, before)
    start = doer.end if doer is not None and doer.first > before.verb else before.verb + 1
    first = next((k for k in before.units if k >= start and reading.units[k].date < 0), -1)
    if first < 0 or reading.entity_over(first) is not None:
        return False
    word = reading.units[first].word
    noun = is_nominal(reading.units[first]) and not word.prefix and not word.is_function
    return noun and word.feminine == feminine


def _thing_before(reading: Reading, clause: Clause, feminine: bool) -> bool:
    """Tells whether the clause before, in its sentence, tells of somebody's thing of a gender (فاز فيلمه بجائزة │
    ومنعته الرقابة)."""
    before = reading.clauses[clause.number - 1] if clause.number else None
    told = subject(reading, before) if before is not None and before.verb >= 0 else None
    if told is None or told.entity is not None:
        return False
    word = reading.units[told.first].word
    people = word.office is not None or bool(word.classes & {"person-noun", "group-noun"})
    people = people or word.core.removesuffix(word.pronoun) in _KIN
    return bool(word.pronoun) and word.feminine == feminine and not people


def _whose(reading: Reading, clause: Clause, k: int, pronoun: str) -> str:
    """Returns what a pronoun can only mean: person (جثمانه, نفتها, القبض عليه), body (أسهمها), thing (مئذنته);
    else empty."""
    word = reading.units[k].word
    verb = word.verb
    if "preposition-bound" in word.classes:
        told = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
        done = told is not None and told.lemma in _DONE
        return "person" if done or (k and reading.units[k - 1].word.core in _DEEDS) else ""
    if verb is not None:
        if set(verb.lemma.split("|")) & _DONE_TO_THINGS:
            return "thing"
        if verb.kinds & _DONE_TO_PEOPLE or set(verb.lemma.split("|")) & _DONE_TO_SOMEONE:
            return "person"
        return ""
    owned = fold(unjoined(word.stem.removesuffix(pronoun)))
    return next((kind for kind in ("person", "body", "thing") if owned in cues(f"of-{kind}")), "")


def pronoun_of(reading: Reading, k: int) -> str:
    """Returns the pronoun that a unit holds, ه or ها, empty without one."""
    unit = reading.units[k]
    word = unit.word
    if word.definite or unit.date >= 0 or unit.is_mark:
        return ""
    found = word.verb.pronoun if word.verb is not None and word.act is None else word.pronoun
    found = found or (word.act.pronoun if word.act is not None else "")
    if not found and word.classes & {"preposition-bound", "open-end"} and not word.stem.endswith(("ذه", "ذا")):
        found = "ها" if word.stem.endswith("ها") else "ه" if word.stem.endswith("ه") else ""
    return found if found in ("ه", "ها") and reading.entity_over(k) is None else ""


def is_part(reading: Reading, k: int) -> bool:
    """Tells whether من with a pronoun stands right behind an indefinite noun and its adjective, as of things only (نسخة
    نادرة │ منه)."""
    if reading.units[k].word.stem not in ("منه", "منها"):
        return False
    before = [reading.units[j] for j in range(max(0, k - 2), k)]
    nouns = [unit.word for unit in before if unit.date < 0 and is_nominal(unit) and not unit.word.definite]
    plain = all(word.verb is None and not word.stem.endswith("ا") for word in nouns)
    return plain and bool(nouns) and nouns[-1] is before[-1].word and not (nouns[0].is_function or nouns[0].pronoun)


def is_sound_plural(word: Word) -> bool:
    """Tells whether a noun is a plural of men by its ending (الفرنسيون), which no pronoun in the singular means."""
    return word.definite and word.stem.endswith(("ون", "ين")) and len(word.core) > 5 and not word.given


def phrase_of(reading: Reading, k: int) -> int:
    """Returns the first of the nouns that one with a pronoun is the genitive of (مجلس │ إدارتها)."""
    first = k
    while first > 0 and is_nominal(reading.units[first - 1]) and not reading.units[first - 1].word.definite:
        if reading.units[first].word.prefix or reading.units[first - 1].date >= 0:
            break
        first -= 1
    return first


def may_be_meant(reading: Reading, k: int, feminine: bool) -> bool:
    """Tells whether a noun that a pronoun of this gender can mean begins at a unit."""
    unit = reading.units[k]
    word = unit.word
    entity = reading.entity_over(k)
    if entity is not None:
        place = entity.kind in PLACE_KINDS and (feminine or entity.kind != "city")
        return entity.first == k and (entity.feminine == feminine or place)
    if unit.date >= 0 or not is_nominal(unit) or word.pronoun or word.is_function or is_sound_plural(word):
        return False
    return bool(word.common or word.known_noun or word.act or word.unknown) and word.feminine == feminine
