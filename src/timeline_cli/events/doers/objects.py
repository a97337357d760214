"""Where the object of a clause's verb begins, also behind a date, a phrase or an insertion (docs/events.md §3.1)."""

from __future__ import annotations

from timeline_cli.events.doers.attributes import is_attribute
from timeline_cli.events.doers.idioms import idiom_noun, tells_idiom
from timeline_cli.events.doers.phrases import is_nominal, phrase_end, phrase_start
from timeline_cli.events.doers.subjects import holder, subject
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.wording.bonds import leads_aside
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.connectives import connective_at
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.listed import function_classes
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import DASHES
from timeline_cli.text.words import Word

SOURCES = frozenset({"بحسب", "وفق", "وفقا", "حسب", "طبقا", "استنادا", "نقلا", "حسبما", "مقارنه", "مقابل"})
_ONCE = cues("once")
_ROLES = cues("roles")
_ENDS = frozenset(".؟!:")
_OF_CONTENT = frozenset({"عن", "إلى", "ب"})
_ASKING = frozenset({"takes-object", "needs-complement"})
_PEOPLE = frozenset({"person", "office", "role"})
_FURTHEST = 30
_NEAR_OBJECT = 8
_LONGEST_APPOSITION = 16
_AMOUNTS = cues("amounts")
_WAYS = cues("way")
_CONVEYED = cues("conveyed")
_DOES = "قام"


def asks_for_object(verb: Verb) -> bool:
    """Tells whether a verb says little without its object (نظم, افتتح, استقبل)."""
    return any(function_classes().get(lemma, frozenset()) & _ASKING for lemma in verb.lemma.split("|"))


def object_unit(reading: Reading, chosen: list[int], subject_end: int, verb: Verb) -> int:
    """Returns the unit that the object of a verb begins with, -1 where none is seen.

    `chosen`: units of the clause behind its verb; `subject_end`: unit behind the subject among them, or the first one
    where the subject stands elsewhere. What may stand between is passed over: dates, prepositional phrases, who the
    subject is, a second subject joined by و. A name or office right behind the subject is the object where nothing
    else is.
    """
    if verb.passive or verb.pronoun or verb.guessed or not chosen:
        return -1
    units = reading.units
    doer = (
        subject(reading, reading.clauses[reading.clause_of[chosen[0]]]) if reading.clause_of[chosen[0]] >= 0 else None
    )
    if not verb.transitive and not _shows(reading, doer, verb):
        return -1
    person = holder(reading, doer, chosen) if doer is not None and doer.end == subject_end else None
    edge = person.end if person is not None else subject_end
    place = next((i for i, k in enumerate(chosen) if k >= edge), len(chosen))
    governor = units[reading.clauses[reading.clause_of[chosen[0]]].verb].word if doer is not None else None
    said = (
        governor.speech.complements & _OF_CONTENT - {"ب"}
        if governor is not None and governor.speech is not None
        else frozenset()
    )
    fallback = -1
    dated = inserted = False
    while place < len(chosen):
        k = chosen[place]
        unit, word = units[k], units[k].word
        if k - subject_end > _FURTHEST or unit.text in _ENDS:
            break
        entity = reading.entity_at(k)
        if k == subject_end and unit.is_comma and (behind := behind_apposition(reading, chosen, place)) >= 0:
            return behind
        if unit.is_mark or unit.date >= 0:
            dated = dated or unit.date >= 0
            place = _behind_mark(reading, chosen, place)
        elif word.fold in SOURCES:
            place = _behind_source(reading, chosen, place)
            inserted = True
        elif word.stem == "على" and k + 1 < len(units) and units[k + 1].word.stem == "لسان":
            place = _behind_spokesman(reading, chosen, place)
            inserted = True
        elif word.preposition or word.prefix or word.lead == "و" or _prefixed(word) or _measures(word):
            if is_verb(units, k, False) or {word.stem, word.prefix} & verb.prepositions - {""}:
                break
            if said & {word.stem, word.prefix}:
                break
            first = k + 1 if word.preposition and not word.prefix else k
            place = _after(chosen, phrase_end(reading, first) if first < len(units) else first)
            inserted = True
        elif not dated and entity is not None and entity.kind in _PEOPLE:
            fallback = k if fallback < 0 and not inserted and not units[k - 1].is_comma else fallback
            place = _after(chosen, entity.end)
        elif not dated and "superlative" in word.classes and "statement" in verb.kinds and _is_body(doer):
            place = _after(chosen, phrase_end(reading, k + 1))  # طالب الاتحاد │ أكبر حزب معارض بالتحقيق
        elif not dated and _is_role(word) and _behind_name(reading, k):
            place = _after(chosen, phrase_end(reading, k))
        elif (entity is None or entity.kind not in _PEOPLE) and (
            leads_aside(word)
            or _plural_attribute(reading, k)
            or word.classes & {"adverb", "preposition-bound", "date-frame"}
            or (not dated and _belongs(reading, k))
            or (inserted and word.stem.endswith("ة") and is_attribute(reading, k))
        ):
            place += 1
        elif entity is not None and entity.kind in _PEOPLE and not entity.bare and _behind_date(reading, k):
            return k
        elif word.core in _ONCE or not _may_begin(reading, k) or (inserted and not _surely_object(reading, k, verb)):
            break
        else:
            return k
    return fallback


def behind_apposition(reading: Reading, chosen: list[int], place: int) -> int:
    """Returns the indefinite object behind the comma that closes who the subject is (شن سالم، تاجر العقارات، │ هجوما
    على منافسه), -1 where the comma at a place opens no apposition or none follows."""
    units = reading.units
    first = units[chosen[place + 1]] if place + 1 < len(chosen) else None
    if first is None or not is_nominal(first) or first.word.stem.endswith("ا") or first.word.act is not None:
        return -1
    for later in range(place + 2, min(place + _LONGEST_APPOSITION, len(chosen) - 1)):
        k = chosen[later + 1]
        if units[chosen[later]].text in _ENDS or is_verb(units, chosen[later], False):
            return -1
        word = units[k].word
        accusative = word.act is not None and word.stem.endswith("ا") and not (word.definite or word.lead)
        if units[chosen[later]].is_comma and accusative and not word.pronoun and word.speech is None:
            return k
    return -1


def _shows(reading: Reading, doer: Phrase | None, verb: Verb) -> bool:
    """Tells whether a feminine subject shows a form to be the imperfect of a verb with an object (تعرض │ الجمعية │
    مسرحية), not a perfect that has none."""
    if doer is None or not verb.unclear or verb.person != "3ms" or not verb.base.startswith("ت"):
        return False
    word = reading.units[doer.first].word
    feminine = doer.entity.feminine if doer.entity is not None else word.feminine or word.pattern_plural
    return feminine and "|" in verb.lemma


def amounts(reading: Reading, clause: Clause, above: Clause) -> bool:
    """Tells whether a relative clause only says how much the object of the verb above it was (سجلت الشركة خسائر بلغت
    900 مليون)."""
    inner, outer = reading.units[clause.verb].word.verb, reading.units[above.verb].word.verb
    if inner is None or outer is None or clause.opener >= 0 or not set(inner.lemma.split("|")) & _AMOUNTS:
        return False
    dated = any(reading.units[k].date >= 0 for k in above.units if k > clause.antecedent)
    near = 0 < clause.antecedent - above.verb < _NEAR_OBJECT
    first = phrase_start(reading, clause.antecedent)
    governed = any(reading.units[k].word.preposition or reading.units[k].word.prefix for k in (first - 1, first))
    return outer.aspect == "perfect" and outer.transitive and near and not dated and not governed


def complement(reading: Reading, clause: Clause, rest: list[int], *, moved: bool) -> int:
    """Returns the unit that begins what a verb cannot do without: its object, or a phrase with its own preposition;
    -1 where it has none. `rest`: units behind the verb; `moved`: its subject does not stand among them."""
    word = reading.units[clause.verb].word
    verb = word.verb
    if verb is None or verb.passive or verb.pronoun or not rest:
        return -1
    doer = subject(reading, clause)
    inside = moved or verb.person in ("1s", "1p")
    edge = doer.end if doer is not None and doer.first > clause.verb else rest[0] if inside else -1
    if edge < 0:
        return -1
    if tells_idiom(reading, clause):
        return idiom_noun(reading, clause, edge)
    if _DOES in verb.lemma.split("|"):
        return _act_done(reading, rest, edge)
    if verb.title_head == "light" and not (verb.transitive or verb.prepositions or verb.unclear):
        return -1
    thing = object_unit(reading, rest, edge, verb)
    said = _said_further(reading, clause, rest, thing) if thing >= 0 else -1
    if thing >= 0:
        return said if said >= 0 else thing
    own = verb.prepositions - {""}
    if word.speech is not None:
        own = own | (word.speech.complements & _OF_CONTENT)
    for k in rest:
        unit = reading.units[k]
        if k < edge or unit.date >= 0 or unit.is_mark:
            continue
        if "complementizer" in unit.word.classes:
            return k if word.speech is not None and word.speech.act and doer is not None else -1
        if k > edge and (is_verb(reading.units, k, False) or leads_aside(unit.word)):
            return -1
        if k > edge and unit.word.lead == "و" and reading.units[k - 1].is_comma:
            return -1
        if (unit.word.stem in own or unit.word.prefix in own) and unit.word.core not in _WAYS:
            return k
    return -1


def _act_done(reading: Reading, rest: list[int], edge: int) -> int:
    """Returns the act behind ب that somebody does (قام الوفد الذي … │ بزيارة), -1 where none follows in the clause."""
    for k in rest:
        word = reading.units[k].word
        if k < edge or reading.units[k].date >= 0 or word.prefix != "ب" or word.act is None:
            continue
        entry = connective_at(reading.units, k)  # برئاسة, بمشاركة
        if reading.entity_at(k) is None and (entry is None or entry.kind != "with"):
            return k
    return -1


def _said_further(reading: Reading, clause: Clause, rest: list[int], thing: int) -> int:
    """Returns أن with what a verb of speech tells where the noun before only says who its subject is (أعلن نادي المرفأ
    بطل الدوري │ أن, أعلن المبعوث الكندي السفير سالم │ أن), -1 elsewhere."""
    speech, word = reading.units[clause.verb].word.speech, reading.units[thing].word
    before, person = reading.entity_over(thing - 1), reading.entity_at(thing)
    role = not word.definite and before is not None and _is_role(word)
    named = before is not None and before.kind == "office" and person is not None and person.kind == "person"
    if speech is None or not speech.act or not (role or named):
        return -1
    told = (c.opener for c in reading.clauses if c.kind == "complement" and c.parent == clause.number)
    return next((k for k in told if k in rest and k > thing), -1)


def _is_body(doer: Phrase | None) -> bool:
    return doer is not None and doer.entity is not None and doer.entity.kind == "organisation"


def _is_role(word: Word) -> bool:
    return not word.definite and (word.office is not None or word.core in _ROLES)


def _behind_name(reading: Reading, k: int) -> bool:
    """Tells whether a unit stands right behind a person, a comma between at most (… بن سالم، │ ولي العهد)."""
    last = k - 1 - (k > 0 and reading.units[k - 1].is_comma)
    before = reading.entity_over(last) if last >= 0 else None
    return before is not None and before.kind == "person" and before.end == last + 1


def _behind_source(reading: Reading, chosen: list[int], place: int) -> int:
    """Returns the place behind a source or comparison: at the comma that closes it, else behind its noun phrase."""
    for i in range(place + 1, min(place + 9, len(chosen))):
        if reading.units[chosen[i]].is_comma:
            return i
    first = chosen[place] + 1
    return _after(chosen, phrase_end(reading, first) if first < len(reading.units) else first)


def _behind_spokesman(reading: Reading, chosen: list[int], place: int) -> int:
    """Returns the place behind who speaks for a body (على لسان │ الناطق باسمها سالم العلي): behind his name, or at the
    date or comma that closes the insertion."""
    for i in range(place + 2, min(place + 10, len(chosen))):
        unit, entity = reading.units[chosen[i]], reading.entity_at(chosen[i])
        if unit.date >= 0 or unit.is_comma:
            return i
        if entity is not None and entity.kind == "person":
            return _after(chosen, entity.end)
    return _after(chosen, phrase_end(reading, chosen[place] + 1))


def _belongs(reading: Reading, k: int) -> bool:
    """Tells whether a word behind the subject still belongs to it: an adjective, a family name the run left
    out, the letters of a body."""
    before = reading.entity_over(k - 1) if k else None
    word = reading.units[k].word
    named = before is not None and before.kind == "person" and word.definite and word.unknown
    text = reading.units[k].text
    named = named or (before is not None and text.isascii() and text.isalpha())  # وكالة المياه │ WARC
    return named or is_attribute(reading, k)


def _plural_attribute(reading: Reading, k: int) -> bool:
    """Tells whether a plural describes the noun with a pronoun right before it (مع نظرائه │ القلقين)."""
    word, before = reading.units[k].word, reading.units[k - 1]
    plural = word.definite and word.stem.endswith(("ين", "ون")) and word.office is None
    return plural and bool(before.word.pronoun) and not before.word.definite and before.date < 0


def _behind_mark(reading: Reading, chosen: list[int], place: int) -> int:
    """Returns the place behind a mark or date; a dash takes its insertion with it (- حفظه الله -)."""
    if reading.units[chosen[place]].text not in DASHES:
        return place + 1
    for i in range(place + 1, min(place + 8, len(chosen))):
        if reading.units[chosen[i]].text in DASHES:
            return i + 1
    return place + 1


def _measures(word: Word) -> bool:
    """Tells whether a word is ب with a noun of measure (بنسبة, بقيمة)."""
    return "open-end" in word.classes and word.bare.startswith("ب")


def _after(chosen: list[int], end: int) -> int:
    return next((i for i, k in enumerate(chosen) if k >= end), len(chosen))


def _may_begin(reading: Reading, k: int) -> bool:
    """Tells whether an object may begin at a unit: a noun, no other verb, nothing that ends a title."""
    unit = reading.units[k]
    if not is_nominal(unit) or is_verb(reading.units, k, False):
        return False
    if unit.word.stem in ("ما", "من", "مما"):
        return False
    if unit.word.is_function and not (unit.word.common or unit.word.classes & {"quantifier", "number", "superlative"}):
        return False
    entry = connective_at(reading.units, k)
    if entry is not None and entry.tail == "cut":
        return False
    says = unit.word.speech is not None and "statement-noun" not in unit.word.classes  # مذكرة
    if not reading.units[k - 1].is_comma or not (says or unit.word.verb is not None):
        return True
    after = reading.units[k + 1].word if k + 1 < len(reading.units) else None  # أظهرت النشرة أمس، │ تراجع المبيعات
    owned = unit.word.act is not None and after is not None and after.definite and not after.prefix
    return owned and not unit.word.lead and _behind_date(reading, k)


def _surely_object(reading: Reading, k: int, verb: Verb) -> bool:
    """Tells whether a noun behind an insertion is a verb's object: the verb asks for one, its ending or place tells."""
    if reading.units[k].word.core in _CONVEYED:
        return True  # نقل الوزير خلال زيارته المصابين بالرياض │ تحيات الملك
    return asks_for_object(verb) or _accusative(reading, k) or _behind_date(reading, k) or _closes(reading, k, verb)


def _closes(reading: Reading, k: int, verb: Verb) -> bool:
    """Tells whether a noun stands behind the comma that closes phrases, of a verb that governs nothing but an object
    (استذكر الصيادون في وقفة أمام الميناء، │ ذكرى الغرق), where its article or genitive, its ة or a phrase of its own
    shows it to be no adjective."""
    word = reading.units[k].word
    start = reading.clauses[reading.clause_of[k]].verb + 1
    plain = verb.transitive and not verb.prepositions and reading.units[k - 1].is_comma and not word.lead
    plain = plain and not any(unit.is_comma for unit in reading.units[max(start, k - _FURTHEST) : k - 1])
    known = bool(word.common or word.known_noun or word.act) and not word.classes & {"adjective", "ordinal"}
    after = reading.units[k + 1].word if k + 1 < len(reading.units) else None
    named = word.definite or (after is not None and after.definite and not after.prefix)
    named = named or (after is not None and after.preposition and word.stem.endswith("ة"))  # مذكرة │ إلى الوزير
    thing = word.office is None and word.place_head is None and reading.entity_over(k) is None
    return plain and known and named and thing


def _prefixed(word: Word) -> bool:
    """Tells whether a word in no list is a preposition with a noun of the shape of an act (لتحفيظ, بإعلام)."""
    rest = word.core[1:]
    if word.bare[0] == "ب" and word.unknown and len(rest) == 5 and rest[0] == "م" and rest[3] == "و":
        return True  # بمقذوف
    masdar = len(rest) in (5, 6) and ((rest[0] == "ت" and rest[-2] == "ي") or (rest[0] == "ا" and rest[-2] == "ا"))
    return word.bare[0] in "لب" and word.unknown and masdar


def _behind_date(reading: Reading, k: int) -> bool:
    """Tells whether a date stands right before a unit, a comma between at most."""
    before = k - 2 if reading.units[k - 1].is_comma else k - 1
    return before > 0 and reading.units[before].date >= 0


def _accusative(reading: Reading, k: int) -> bool:
    word = reading.units[k].word
    return word.act is not None and word.stem.endswith("ا") and not word.definite
