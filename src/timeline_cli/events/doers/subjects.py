"""Which noun phrase of a clause is its subject, before its verb or behind it (docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.acts import MOVES
from timeline_cli.events.doers.forms import (
    counts_men,
)
from timeline_cli.events.doers.fronted import BEFORE_VERB, set_apart, subject_before
from timeline_cli.events.doers.idioms import behind_idiom
from timeline_cli.events.doers.object_only import gender_fits
from timeline_cli.events.doers.phrases import approximates, is_nominal, is_share, phrase_end
from timeline_cli.events.doers.subject_fits import is_subject
from timeline_cli.events.entities.entity import PLACE_KINDS
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.connectives import connective_at
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.listed import function_classes
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import CLOSING_QUOTES, DOUBLE_QUOTES, OPENING_QUOTES, Unit
from timeline_cli.text.words import Word

_LONG_OFFICE = 5
_FURTHEST_NAMED = 14  # رحل عن عالمنا، فجر الجمعة، بأحد مستشفيات حلب، الفنان …
_STYLES = frozenset({"صاحب", "صاحبه"})
_PASSED_OVER = frozenset({"adverb", "preposition-bound"})
_COMES_TO = cues("comes-to")
_BEFORE_FIGURE = cues("before-figure")
_BY_MEASURE = cues("by-measure")
_WITH = frozenset({"ضد", "أمام", "امام", "مع"})
_OWN_KINDS = frozenset({"country", "city"})


def after_verb(reading: Reading, clause: Clause, verb: int) -> list[int]:
    """Returns the own units of a clause behind its verb, dates and the commas around them left out."""
    own = [k for k in clause.units if k > verb]
    units = reading.units
    kept = []
    for place, k in enumerate(own):
        unit = units[k]
        if unit.date >= 0:
            continue
        before = units[own[place - 1]] if place else None
        after = units[own[place + 1]] if place + 1 < len(own) else None
        if unit.is_comma and (
            (before is not None and before.date >= 0 and _opened(units, own, place)) or _dated(after)
        ):
            continue
        kept.append(k)
    return kept


def _dated(unit: Unit | None) -> bool:
    return unit is not None and unit.date >= 0


def _opened(units: list[Unit], own: list[int], place: int) -> bool:
    """Tells whether the comma at `place` closes a pair whose first comma stands before the date(s)."""
    k = place - 1
    while k >= 0 and units[own[k]].date >= 0:
        k -= 1
    return k < 0 or units[own[k]].is_comma


def subject(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the subject that a clause names, before or after its verb; None where it is hidden or unclear."""
    if clause.verb < 0:
        return None
    key = clause.number, clause.verb, len(clause.units)
    if key not in reading.subjects:
        reading.subjects[key] = _subject(reading, clause)
    return reading.subjects[key]


def _subject(reading: Reading, clause: Clause) -> Phrase | None:
    verb = reading.units[clause.verb].word.verb
    topic = set_apart(reading, clause)
    if topic is not None and verb is not None and not verb.pronoun and _agrees_with(reading, topic, verb):
        return topic
    before = subject_before(reading, clause) if topic is None else None
    if before is not None:
        return before
    if is_pronoun(reading, clause) or (verb is not None and verb.person in ("3md", "3fd")):
        return None  # ونشرتا │ الدراسة: before its subject a verb is singular
    start = behind_idiom(reading, clause)
    behind = [k for k in after_verb(reading, clause, clause.verb) if k >= start]
    while behind and not reading.units[behind[0]].word.classes.isdisjoint(_PASSED_OVER):
        behind = behind[1:]
    if not behind or verb is None:
        return _first_phrase(reading, behind)
    first = behind[0]
    if comes_to_figure(reading, behind, verb) or counts_men(reading, clause, behind):
        return None
    if approximates(reading, first):
        return Phrase(first, phrase_end(reading, first + 1))
    accompanies = connective_at(reading.units, first)
    aside = accompanies is not None and accompanies.tail in ("cut", "cut-if-long")
    phrase_of_measure = reading.units[first].word.stem in _BY_MEASURE  # صدرت منه │ بقيمة 9 مليارات
    if reading.units[first].word.preposition or reading.units[first].word.prefix or aside or phrase_of_measure:
        return _late_subject(reading, behind, verb)
    phrase = None if is_share(reading, first, verb) else _first_phrase(reading, behind)
    if phrase is not None and is_subject(reading, clause, phrase, verb, behind):
        return phrase
    return _behind_place(reading, phrase, verb, behind) if phrase is not None else None


def _behind_place(reading: Reading, place: Phrase, verb: Verb, behind: list[int]) -> Phrase | None:
    """Returns the person without a name who stands behind where somebody goes or comes (دخل المدينة │ رسول من حلب)."""
    k = place.end
    if not verb.kinds & MOVES or verb.passive or verb.pronoun or k not in behind:
        return None
    site = place.entity is not None and place.entity.kind in _OWN_KINDS | {"place"}
    head = reading.units[place.first].word
    if not (site or (place.entity is None and head.definite and head.place_head is not None)):
        return None
    unit, word = reading.units[k], reading.units[k].word
    human = word.office is not None or bool(word.classes & {"person-noun", "group-noun"})
    plain = not (word.definite or word.prefix or word.lead or word.pronoun or word.stem.endswith("ا"))
    if not (is_nominal(unit) and human and plain) or not gender_fits(verb, word.feminine):
        return None
    return Phrase(k, phrase_end(reading, k), reading.entity_at(k))


def comes_to_figure(reading: Reading, behind: list[int], verb: Verb) -> bool:
    """Tells whether a figure behind a verb is what something came to, not who did it (بلغت │ نحو 1.4 مليون طن): no
    noun follows that it could have reached (بلغ 22 لاجئا │ الحدود)."""
    if not behind or not verb.transitive or verb.pronoun or not set(verb.lemma.split("|")) & _COMES_TO:
        return False
    place = 0
    while place < len(behind) - 1 and reading.units[behind[place]].word.stem in _BEFORE_FIGURE:
        place += 1
    first = reading.units[behind[place]]
    if not first.is_number and "number" not in first.word.classes:
        return False
    for k in behind[place + 1 :]:
        unit = reading.units[k]
        if not is_nominal(unit) or unit.word.prefix or unit.word.lead:
            return True
        if unit.word.definite or unit.word.place is not None:
            return False
    return True


def _agrees_with(reading: Reading, phrase: Phrase, verb: Verb) -> bool:
    word = reading.units[phrase.first].word
    if phrase.entity is not None and phrase.entity.kind == "person" and phrase.entity.end == phrase.entity.first + 1:
        return verb.person in ("3ms", "3fs")  # a family name alone
    if phrase.entity is not None and not phrase.entity.plural:
        own = phrase.entity.kind in PLACE_KINDS
        return own or gender_fits(verb, phrase.entity.feminine)
    if verb.person == "3ms":
        return not word.stem.endswith(("ة", "ات")) or word.office is not None
    owned = bool(word.pronoun) and word.stem.removesuffix(word.pronoun).endswith("ت")  # أما بلديتها │ فأنشئت
    plural = verb.person in ("3mp", "3md", "3fd") or word.pattern_plural or word.stem.endswith("ات")
    return plural or word.feminine or owned


def _first_phrase(reading: Reading, behind: list[int]) -> Phrase | None:
    if behind and reading.units[behind[0]].text in OPENING_QUOTES and len(behind) > 2:
        end = next((k for k in behind[2:6] if reading.units[k].text in CLOSING_QUOTES), -1)
        named = all(is_nominal(reading.units[k]) for k in range(behind[1], end))
        if end > 0 and named and not reading.units[behind[1]].word.prefix:
            return Phrase(behind[1], end, reading.entity_at(behind[1]))
    if not behind or not is_nominal(reading.units[behind[0]]) or reading.units[behind[0]].word.prefix:
        return None
    word = reading.units[behind[0]].word
    if word.lead == "و" and not word.unknown and reading.entity_at(behind[0]) is None:
        return None  # نشأ │ وحفظ القرآن
    noun = behind[0] + ("demonstrative" in word.classes)  # هذا │ المنصب
    if noun == behind[0] or noun not in behind or not reading.units[noun].word.definite:
        noun = behind[0]
    return Phrase(behind[0], phrase_end(reading, noun), reading.entity_at(noun))


def _late_subject(reading: Reading, behind: list[int], verb: Verb) -> Phrase | None:
    """Finds a named subject behind one short PP: وقع في الدوحة الوزير …"""
    met = _with_whom_it_is_done(reading, behind)
    for entity in reading.entities:
        if met and entity.first in behind[2:4]:
            continue
        before = reading.units[entity.first - 1] if entity.first else None
        parted = before is not None and before.is_comma and entity.first in behind[2:_FURTHEST_NAMED]
        if (parted or entity.first in behind[2:6]) and entity.kind in ("person", "organisation", "office"):
            before = reading.units[entity.first - 1]
            plain = not before.word.preposition and not reading.units[entity.first].word.prefix
            closed = before.word.definite or before.word.place is not None or before.date >= 0 or before.is_comma
            closed = closed or before.word.stem in ("عاما", "سنة", "عام")  # عن عمر 84 عاما │ المؤرخ فلان
            if plain and closed and gender_fits(verb, entity.feminine):
                return Phrase(entity.first, entity.end, entity)
    return _noun_behind(reading, behind, verb)


def _with_whom_it_is_done(reading: Reading, behind: list[int]) -> bool:
    """Tells whether a phrase says by what he is to the doer with or against whom it was done, whose name may follow
    (خسر │ أمام جاره اللدود │ ميلان)."""
    if len(behind) < 2 or reading.units[behind[0]].word.stem not in _WITH:
        return False
    word = reading.units[behind[1]].word
    return word.pronoun in ("ه", "ها") and not word.definite and word.verb is None


def _noun_behind(reading: Reading, behind: list[int], verb: Verb) -> Phrase | None:
    """Finds the act that an intransitive verb tells of behind a phrase and a comma: تنطلق برعاية المحافظ، فعاليات …, or
    how many do it: وصل على ظهر السفينة نحو 40 سائحا."""
    if verb.passive and not verb.pronoun:
        return _done_behind(reading, behind, verb)
    if verb.transitive:
        return None
    for place, k in enumerate(behind[1:12], 1):
        if connective_at(reading.units, k) is not None or reading.units[k].word.stem == "غير":
            return None
        unit, before = reading.units[k], reading.units[behind[place - 1]]
        if unit.word.verb is not None and (unit.word.stem[0] == "ل" or is_verb(reading.units, k, False)):
            return None
        parted = before.is_comma or reading.units[k - 1].is_comma or reading.units[k - 1].date >= 0
        if approximates(reading, k) and before.word.definite and verb.person == "3ms":
            return Phrase(k, phrase_end(reading, k + 1))
        if before.word.definite and _are_people(unit):
            return Phrase(k, phrase_end(reading, k), reading.entity_at(k))
        if not parted or not is_nominal(unit) or unit.word.prefix or unit.word.preposition or unit.word.lead:
            continue
        fits = not (verb.person == "3ms" and unit.word.stem.endswith(("ة", "ات")))
        if unit.word.stem.endswith("ا") or not fits or _tells_how(unit.word):
            return None
        return Phrase(k, phrase_end(reading, k), reading.entity_at(k))
    return None


def _done_behind(reading: Reading, behind: list[int], verb: Verb) -> Phrase | None:
    """Finds the noun that a passive tells of right behind its phrases (شُيعت من المسجد │ جنازة الفقيد)."""
    units, k = reading.units, behind[0]
    while k in behind and (units[k].word.preposition or units[k].word.prefix):
        first = k + bool(units[k].word.preposition)
        k = phrase_end(reading, first) if first in behind else first
    word = units[k].word if k in behind else None
    if word is None or not is_nominal(units[k]) or word.definite or word.lead or word.pronoun:
        return None
    plain = (word.common or word.known_noun or word.act is not None) and not word.stem.endswith("ا")
    agrees = (word.feminine or word.pattern_plural or word.stem.endswith("ات")) == (verb.person == "3fs")
    return Phrase(k, phrase_end(reading, k), reading.entity_at(k)) if plain and agrees else None


def _tells_how(word: Word) -> bool:
    """Tells whether a word in no list has the shape of a woman's participle (رحلت عن الدنيا، │ تاركة ثلاثة أبناء)."""
    return word.unknown and not word.definite and word.stem.endswith("ة")


def _are_people(unit: Unit) -> bool:
    """Tells whether a unit is an indefinite plural of people, no object by its ending (نزل بالميناء جنود هولنديون)."""
    word = unit.word
    if word.definite or word.prefix or word.lead or not is_nominal(unit) or word.stem.endswith(("ا", "ين")):
        return False
    return bool(word.classes & {"person-noun", "group-noun"}) and (word.pattern_plural or word.stem.endswith("ون"))


def holder(reading: Reading, office: Phrase, rest: list[int]) -> Phrase | None:
    """Returns the person at the end of a long row of offices before the date (المستشار في … المشرف العام على … الدكتور
    عبدالله سالم) or right behind a style (صاحب السمو الملكي │ الأمير سالم), None where the subject is short, named or
    no office."""
    head = reading.units[office.first].word
    if (
        (head.office is None and head.core not in _STYLES)
        or (office.entity is not None and office.entity.kind == "person")
        or office.first not in rest
    ):
        return None
    for k in rest:
        unit = reading.units[k]
        if k < office.end:
            continue
        if unit.text in DOUBLE_QUOTES:
            continue
        if unit.date >= 0 or unit.is_mark or is_verb(reading.units, k, False):
            return None
        entity = reading.entity_at(k)
        if entity is not None and entity.kind == "person" and entity.first < entity.name_first:
            styled = k == office.end and head.core in _STYLES
            long = (styled or k - office.first >= _LONG_OFFICE) and not unit.word.prefix
            before = reading.units[k - 1].word
            return Phrase(k, entity.end, entity) if long and not before.preposition else None
    return None


def _counts_object(unit: Unit, verb: Verb) -> bool:
    """Tells whether a number stands behind a perfect that takes an object, so that أنه means who did it (قال الجيش إنه
    أنقذ │ 20 مهاجرا)."""
    counted = unit.is_number or bool(unit.word.classes & {"number"} and not unit.word.prefix)
    plain = unit.date < 0 and not unit.word.definite
    return counted and plain and verb.aspect == "perfect" and not _COMES_TO.intersection(verb.lemma.split("|"))


def tells_of_pronoun(reading: Reading, clause: Clause) -> bool:
    """Tells whether a relative clause tells of the pronoun that a sentence opens with (وهو الذي │ أسس المطبعة), so that
    it is a clause of its own."""
    first = reading.units[0]
    return clause.opener == 1 and first.word.stem in ("هو", "هي") and "relative" in reading.units[1].word.classes


def is_pronoun(reading: Reading, clause: Clause) -> bool:
    """Tells whether the subject is the pronoun of أنها, so that what stands behind the verb is its object (ذكرت الشركة
    أنها │ أنجزت محطات جديدة); of أنه only before a verb that needs an object, since it may mean nothing."""
    opener = reading.units[clause.opener].word if clause.opener >= 0 else None
    verb = reading.units[clause.verb].word.verb
    if tells_of_pronoun(reading, clause):
        after = reading.units[clause.verb + 1] if clause.verb + 1 < len(reading.units) else None
        resumed = after is not None and after.date < 0 and "preposition-bound" in after.word.classes
        return verb is not None and verb.transitive and not (verb.passive or verb.pronoun or resumed)
    if clause.verb == 1 and clause.kind == "main" and reading.units[0].word.stem in ("هو", "هي"):
        modal = "modal" in reading.units[clause.verb].word.classes  # وهي │ تنوي تسلق القمة
        return verb is not None and not verb.passive and (modal or (verb.transitive and not verb.pronoun))
    if opener is None or verb is None or clause.kind != "complement" or "complementizer" not in opener.classes:
        return False
    told = [k for k in clause.units if k < clause.verb and not reading.units[k].word.classes & BEFORE_VERB]
    if any(reading.units[k].date < 0 for k in told) or verb.passive or "ُ" in reading.units[clause.verb].text[:4]:
        return False
    if opener.stem.endswith("ها"):
        return verb.person == "3fs" and verb.transitive
    asks = any("takes-object" in function_classes().get(lemma, frozenset()) for lemma in verb.lemma.split("|"))
    first = reading.units[clause.verb + 1] if clause.verb + 1 < len(reading.units) else None
    named = reading.entity_at(clause.verb + 1)
    people = named is not None and named.kind in ("person", "office", "organisation")
    if named is not None and any(
        "active-only" in function_classes().get(lemma, frozenset()) for lemma in verb.lemma.split("|")
    ):
        behind = [k for k in clause.units if k >= named.end and reading.units[k].date < 0]
        people = (
            people
            and bool(behind)
            and is_nominal(reading.units[behind[0]])
            and not reading.units[behind[0]].word.prefix
        )
    asks = asks or (verb.transitive and first is not None and _counts_object(first, verb))
    return opener.stem.endswith("ه") and verb.person == "3ms" and asks and first is not None and not people
