"""Which noun a relative clause describes (docs/events.md §2.4): by gender and number, left over adjectives and
genitives. Where nothing agrees, or several nouns do and none is likelier, there is no answer."""

from __future__ import annotations

from timeline_cli.events.acts import MOVES
from timeline_cli.events.doers.attributes import is_attribute
from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.wording.agreeing import BROKEN_PLURALS, fits, noun_fits, occurs, without_one
from timeline_cli.events.wording.bonds import PERCENT
from timeline_cli.events.wording.held import held
from timeline_cli.events.wording.quoted_nouns import named_work, noun_of_name, opening_of_name, quoted_person
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import CLOSING, CLOSING_QUOTES, Unit
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

_KINDS = {
    "الذي": "ms", "الذى": "ms", "التي": "fs", "التى": "fs", "اللذان": "dual", "اللذين": "dual", "اللتان": "dual",
    "اللتين": "dual", "الذين": "mp", "اللاتي": "fp", "اللواتي": "fp", "اللائي": "fp",
}  # fmt: skip
_CAUSES = cues("cause")
_OF_PRONOUN = {"ه": "ms", "ها": "fs", "هما": "dual", "هم": "mp"}
_OF_PERSON = {"3ms": "ms", "3fs": "fs", "3mp": "mp"}
_COMES_TO = cues("comes-to")
_LAST = cues("last")
_DETAILS = cues("details")  # تفاصيل │ الجريمة التي وقعت
_HUMAN_VERBS = frozenset(
    {"death", "injury", "birth", "education", "family", "statement", "appointment", "court", "health", "resignation"}
)
_MORTAL = frozenset({"death", "injury", "birth"})
_BELONGING = cues("belonging")
_BEGUN = frozenset({"founding", "birth", "sport"})
_FURTHEST = 14
_BY = cues("by-virtue-of")
_POINTS = frozenset({"ذلك", "تلك", "ذاك"})
_LONGEST_APPOSITION = 6
_LASTS = cues("carries-on")
_OF_A_WHOLE = 3


def wanted(reading: Reading, clause: Clause, verb: Verb) -> str:
    """Returns number and gender that the clause asks of its noun: ms, fs, dual, mp, fp; empty where none is told."""
    if clause.opener >= 0:
        return _KINDS.get(reading.units[clause.opener].word.stem, "")
    if verb.pronoun:
        return _OF_PRONOUN.get(verb.pronoun, "")
    after = reading.units[clause.verb + 1].word if clause.verb + 1 < len(reading.units) else None
    if after is not None and "preposition-bound" in after.classes:
        return "fs" if after.stem.endswith("ها") else "ms" if after.stem.endswith("ه") else ""
    return _OF_PERSON.get(verb.person, "")


def described(reading: Reading, clause: Clause, kind: str, verb: Verb) -> Phrase | None:
    """Returns the noun phrase that a clause describes, up to the clause; None where no noun agrees.

    `kind`: what `wanted` returned. A prepositional phrase is passed over only while nothing agrees.
    """
    pointed = _pointed_at(reading, clause, kind) or quoted_person(reading, clause, kind, verb)
    if pointed is not None:
        return pointed
    own = _subject_between_commas(reading, clause, kind, verb) or _over_place(reading, clause, kind, verb)
    own = own or _ending_at(reading, clause, clause.antecedent, kind, verb)
    found = own or _ending_at(reading, clause, _earlier_antecedent(reading, clause), kind, verb)
    person = _person_before(reading, clause, found.first if found is not None else clause.antecedent, kind, verb)
    if person is not None or found is None:
        return person
    found = without_one(reading, clause, found)
    return held(reading, clause, _with_its_whole(reading, clause, found), kind, verb)


def _pointed_at(reading: Reading, clause: Clause, kind: str) -> Phrase | None:
    """Returns the noun that a demonstrative before a relative pronoun stands for (في ثاني │ زيارة له بعد تلك │ التي قام
    بها في مارس): the nearest act before it that agrees, else thing; None elsewhere."""
    units = reading.units
    if clause.opener < 1 or clause.antecedent != clause.opener - 1 or kind not in ("ms", "fs"):
        return None
    if units[clause.antecedent].word.stem.removeprefix("ل").removeprefix("ك") not in _POINTS:
        return None
    near = range(clause.antecedent - 1, max(-1, clause.antecedent - _FURTHEST), -1)
    nouns = [k for k in near if is_nominal(units[k]) and units[k].date < 0 and _is_thing(reading, k, kind)]
    acts = [k for k in nouns if units[k].word.act is not None]
    return Phrase((acts or nouns)[0], (acts or nouns)[0] + 1) if nouns else None


def _subject_between_commas(reading: Reading, clause: Clause, kind: str, verb: Verb) -> Phrase | None:
    """Returns the thing right behind its verb whose phrase with ل a relative between commas closes (أثار الشعار الجديد
    للنادي، │ الذي كشف عنه أمس، جدلا); None where a person or act is told of, or of what was founded or held."""
    above = reading.clauses[clause.parent] if clause.parent >= 0 else None
    if not clause.between_commas or above is None or not 0 <= above.verb < clause.antecedent or verb.kinds & _BEGUN:
        return None
    units, first = reading.units, above.verb + 1
    word = units[first].word
    adjective = units[first + 1].word
    thing = word.definite and bool(word.common) and word.act is None and word.office is None
    if not thing or reading.entity_at(first) is not None or not adjective.definite or adjective.lead:
        return None
    owned = range(first + 2, clause.antecedent + 1)
    if units[first + 2].word.prefix != "ل" or any(units[k].is_mark or units[k].word.preposition for k in owned):
        return None
    return Phrase(first, clause.antecedent + 1) if fits(reading, first, kind, verb) > 1 else None


def _is_thing(reading: Reading, k: int, kind: str) -> bool:
    word = reading.units[k].word
    known = word.act is not None or bool(word.common)
    known = known and not word.pronoun and word.classes.isdisjoint({"adjective", "ordinal"})
    return (
        known
        and reading.entity_over(k) is None
        and bool(noun_fits(word, kind))
        and not is_verb(reading.units, k, False)
    )


def _over_place(reading: Reading, clause: Clause, kind: str, verb: Verb) -> Phrase | None:
    """Returns the noun before a country or town behind في where و opens the clause after a comma, which then goes on
    about the noun (أكبر المصانع في الأردن، │ والتي تأسست عام 1951); None elsewhere, and where no noun agrees."""
    units = reading.units
    place = reading.entity_over(clause.antecedent) if clause.antecedent >= 0 else None
    if place is None or place.kind not in ("country", "city") or place.first < 2 or clause.opener < 0:
        return None
    goes_on = units[clause.opener].word.lead == "و" and units[clause.opener - 1].is_comma
    if not goes_on or units[place.first - 1].word.stem != "في" or _earlier_antecedent(reading, clause) >= 0:
        return None
    for k in range(place.first - 2, max(0, place.first - _FURTHEST), -1):
        if units[k].is_mark or units[k].date >= 0 or is_verb(units, k, False):
            return None
        described_before = units[k].word.definite and units[k - 1].word.definite
        sure = is_nominal(units[k]) and not (units[k].word.prefix or described_before or is_attribute(reading, k))
        if sure and fits(reading, k, kind, verb) > 1:
            return Phrase(k, place.end, reading.entity_at(k))
    return None


def _person_before(reading: Reading, clause: Clause, first: int, kind: str, verb: Verb) -> Phrase | None:
    """Returns the person before an apposition between commas, where the verb is one of people (رثى سالما، أقدم صناع
    الفخار، │ الذي وافته المنية), None elsewhere."""
    comma = first - 1
    while comma > 0 and is_nominal(reading.units[comma]) and first - comma < _LONGEST_APPOSITION:
        comma -= 1
    if not clause.between_commas or comma < 1 or not reading.units[comma].is_comma or not verb.kinds & _HUMAN_VERBS:
        return None
    person = reading.entity_over(comma - 1)
    if person is None or person.kind != "person" or reading.entity_over(comma + 1) is not None:
        return None
    return Phrase(person.first, person.end, person) if fits(reading, person.first, kind, verb) else None


def _with_its_whole(reading: Reading, clause: Clause, noun: Phrase) -> Phrase:
    """Adds what an indefinite noun is one or some of, where it reaches the verb (نوع من النحل │ وصف عام 1991)."""
    units, end = reading.units, noun.end
    part = clause.opener < 0 and end < clause.verb and units[end].word.stem == "من"
    return Phrase(noun.first, clause.verb, noun.entity) if part and clause.verb - end <= _OF_A_WHOLE else noun


def _ending_at(reading: Reading, clause: Clause, last: int, kind: str, verb: Verb) -> Phrase | None:
    if last < 0:
        return None
    opening = opening_of_name(reading, clause, last)
    if opening > 0:
        noun = _ending_at(reading, clause, opening - 1, kind, verb)
        return Phrase(noun.first, last + 1, noun.entity) if noun is not None else None
    called = named_work(reading, clause, last, kind, verb)
    if called is not None:
        return called
    named = _named_before(reading, clause, last, kind)
    if named is not None:
        return named
    if not _can_be_described(reading, clause, last):
        return None
    agreeing = _agreeing(reading, last, kind, verb)
    if clause.opener < 0:
        agreeing = [k for k in agreeing if _is_indefinite(reading, k)]
    found = _chosen(reading, agreeing, verb, kind)
    if found is not None and reading.units[found].word.core in _BY and found < last:
        found += 1  # بموجب │ عقد أبرم
    if found is None or reading.units[found].word.core in _LAST or "ـ" in reading.units[found].text[-1:]:
        return None
    word, entity = reading.units[found].word, reading.entity_at(found)
    if _is_possessed(word) and entity is None:
        return None
    if clause.opener >= 0 and entity is None and not _is_definite(reading, found, last):
        return None
    if word.act is not None and kind == "ms" and verb.pronoun and _of_several(reading, found):
        return None
    if word.prefix == "ل" and reading.units[found - 1].word.core in _BELONGING and clause.opener >= 0:
        return _owned_by(reading, found - 1, last, kind, verb)
    counted = found > 0 and entity is None and _counts(reading.units[found - 1])
    closed = entity is not None and entity.first == found and entity.end == last + 2  # شركة «نور» التي
    return Phrase(found - 1 if counted else found, last + 1 + closed, entity)


def _counts(unit: Unit) -> bool:
    """Tells whether a number stands before a noun (ستة │ أعضاء)."""
    return (unit.is_number or "number" in unit.word.classes) and not unit.lead and not unit.word.prefix


def _of_several(reading: Reading, k: int) -> bool:
    """Tells whether an act is the genitive of things that may be meant as well (برامج │ التشغيل الذي أطلقته)."""
    before = reading.units[k - 1].word if k else None
    if before is None or not reading.units[k].word.definite or before.definite or before.act is not None:
        return False
    if before.prefix or before.preposition or before.is_function:
        return False
    return bool(before.common) and (before.pattern_plural or before.stem.endswith("ات"))


def _named_before(reading: Reading, clause: Clause, last: int, kind: str) -> Phrase | None:
    """Returns the body whose quoted name stands before its adjective (تنظيم "الصقور" المتشدد │ الذي), else None."""
    body = reading.entity_over(last - 1) if last > 1 and clause.opener >= 0 else None
    if body is None or body.kind != "organisation" or body.end != last or not reading.units[last].word.definite:
        return None
    if reading.units[last - 1].text not in CLOSING_QUOTES or reading.entity_over(last) is not None:
        return None
    agrees = kind == ("fs" if body.feminine else "ms")
    return Phrase(body.first, last + 1, body) if agrees else None


def _owned_by(reading: Reading, participle: int, last: int, kind: str, verb: Verb) -> Phrase | None:
    """Returns what belongs to somebody where a comma closes it before its relative clause (السفينة التابعة للشركة،
    التي فقدت); None without one, since either may be meant."""
    noun, owner = participle - 1, Phrase(participle + 1, last + 1, reading.entity_at(participle + 1))
    if reading.units[participle].word.feminine != (kind == "fs"):
        return owner
    agrees = is_nominal(reading.units[noun]) and fits(reading, noun, kind, verb) > 1
    return Phrase(noun, last + 1) if agrees and reading.units[last + 1].is_comma else None


def _is_indefinite(reading: Reading, k: int) -> bool:
    entity = reading.entity_at(k)
    if entity is not None and (
        entity.kind != "organisation" or any(reading.units[j].word.definite for j in range(entity.first, entity.end))
    ):
        return False
    return not reading.units[k].word.definite


def _is_possessed(word: Word) -> bool:
    """Tells whether a noun carries a pronoun; a listed noun that only ends like one does not (تفاهم)."""
    if not word.pronoun or word.definite:
        return False
    return not (word.common or (word.act is not None and not word.act.pronoun))


def _earlier_antecedent(reading: Reading, clause: Clause) -> int:
    """Returns what the relative clause before describes, where this one is joined to it by و; -1 elsewhere."""
    if clause.opener >= 0 and reading.units[clause.opener].word.lead:
        for before in reversed(reading.clauses[: clause.number]):
            if before.kind == "relative" and before.opener >= 0 and before.parent == clause.parent:
                same = reading.units[before.opener].word.stem == reading.units[clause.opener].word.stem
                return before.antecedent if same else -1
    return -1


def _can_be_described(reading: Reading, clause: Clause, last: int) -> bool:
    """Tells whether a word can end a described noun phrase: no percentage, no quotation; indefinite without الذي."""
    word = reading.units[last].word
    named = reading.entity_over(last)
    if word.core in PERCENT or (_is_possessed(word) and named is None):
        return False
    after = reading.units[last + 1] if last + 1 < len(reading.units) else None
    if after is not None and after.text in CLOSING and after.text != ")" and (named is None or named.end <= last + 1):
        return False
    body = named is not None and named.kind == "organisation" and not reading.units[named.first].word.definite
    return clause.opener >= 0 or word.prefix == "ل" or (not word.definite and (named is None or body))


def _is_definite(reading: Reading, first: int, last: int) -> bool:
    """Tells whether a noun phrase is definite, as a noun with الذي has to be."""
    words = [reading.units[k].word for k in range(first, last + 1)]
    if last > first and words[-1].unknown and not words[0].unknown:
        return True
    return any(word.definite or word.place is not None or word.pronoun for word in words) or any(
        reading.entity_over(k) is not None for k in range(first, last + 1)
    )


def _agreeing(reading: Reading, last: int, kind: str, verb: Verb) -> list[int]:
    """Returns the nouns that agree, nearest first; those that surely do, if any."""
    units = reading.units
    sure: list[int] = []
    maybe: list[int] = []
    passed = 0
    k = last
    while k >= 0 and last - k <= _FURTHEST:
        entity = reading.entity_over(k)
        k = entity.first if entity is not None else k
        unit = units[k]
        if not is_nominal(unit) or (entity is None and (unit.is_number or is_verb(units, k, False))):
            break
        purpose = unit.word.prefix == "ل" and not unit.word.definite and masdar(unit.word)
        joined = bool(unit.word.lead) and unit.word.definite and k > 0 and units[k - 1].word.definite
        if joined:
            k -= 2
            continue
        if not is_attribute(reading, k) and not _after_governed(reading, k) and not purpose:
            fit = fits(reading, k, kind, verb)
            if sure and not fit:
                break
            if fit:
                (sure if fit > 1 else maybe).append(k)
        if k == 0:
            break
        before = units[k - 1]
        if before.text in CLOSING_QUOTES and unit.word.prefix == "ل" and not (sure or maybe):
            return noun_of_name(reading, k, kind, verb)
        if unit.word.prefix or before.word.preposition:
            if sure or passed > 1 or any(units[j].word.pattern_plural for j in maybe):
                break
            if unit.word.prefix and unit.word.prefix != "ل" and not before.word.definite:
                break
            if before.word.stem in _CAUSES:
                break  # أخلوا منازلهم بسبب │ حريق اندلع
            passed += 1
            k -= 1 if unit.word.prefix else 2
            continue
        if unit.word.lead or before.is_mark or before.date >= 0 or not _joined(reading, k):
            break
        k -= 1
    moves = bool(verb.kinds & {"economy"} or _COMES_TO & set(verb.lemma.split("|")))  # أسهم الشركة التي │ بلغت
    plurals = [k for k in maybe if units[k].word.pattern_plural or (moves and units[k].word.core in BROKEN_PLURALS)]
    heads = [k for k in plurals if sure and k < sure[-1] and not units[k].word.definite]
    heads = [k for k in heads if units[k].word.core not in _DETAILS]
    return [*sure, *heads[-1:]] or maybe[:1]


def _after_governed(reading: Reading, k: int) -> bool:
    """Tells whether a definite word stands behind a definite noun that a preposition governs, so that it can only be
    its adjective (مع الحادث │ الجبان الذي)."""
    word = reading.units[k].word
    if k < 2 or not word.definite or word.lead or word.prefix or reading.entity_over(k) is not None:
        return False  # للاستعداد │ للبطولة التي: a noun of its own
    before = reading.units[k - 1]
    noun = before.date < 0 and before.word.definite and is_nominal(before) and reading.entity_over(k - 1) is None
    return noun and (reading.units[k - 2].word.preposition or bool(before.word.prefix))


def masdar(word: Word) -> bool:
    """Tells whether a noun names an action, by the list or by its shape: إعداد, تطوير."""
    core = word.core
    shape = len(core) in (5, 6) and core[0] == "ا" and core[-2] == "ا"
    return word.act is not None or shape or (len(core) == 5 and core[0] == "ت" and core[3] == "ي")


def _chosen(reading: Reading, found: list[int], verb: Verb, kind: str) -> int | None:
    """Returns the likeliest of the agreeing nouns: the first member of their chain, unless the verb asks for a person
    or an act inside it."""
    if not found:
        return None
    if verb.kinds & (_HUMAN_VERBS | MOVES):
        person = next((k for k in found if _is_person(reading, k)), None)
        group = reading.units[found[-1]].word
        if verb.kinds & MOVES and (group.organisation is not None or "group-noun" in group.core_classes):
            person = None  # وفد الوزارة الذي غادر
        if person is not None:
            return person
        if verb.kinds & _MORTAL and _is_place(reading, found[-1]):
            return None
    if kind == "mp":
        return found[0]
    if verb.title_head == "light":
        found = [k for k in found if reading.entity_at(k) is None or not _is_person(reading, k)]
        if not found:
            return None
    first = found[-1]
    if len(found) > 1 and _LASTS & set(verb.lemma.split("|")) and _carried_out(reading, first, found[-2]):
        return found[-2]
    if reading.units[first].word.act is None:
        for k in found:
            act = reading.units[k].word.act
            if act is not None and reading.units[k].word.definite and (act.kind in verb.kinds or occurs(verb)):
                return k
    return first


def _carried_out(reading: Reading, act: int, noun: int) -> bool:
    """Tells whether a noun is what an act is done to, which then is what lasts (تنفيذ │ برنامج يستمر شهرا)."""
    word = reading.units[noun].word
    thing = bool(word.common) and word.act is None and not ("person-noun" in word.classes or word.stem.endswith("ا"))
    return reading.units[act].word.act is not None and noun == act + 1 and thing


def _is_person(reading: Reading, k: int) -> bool:
    entity = reading.entity_at(k)
    named = entity is not None and entity.kind in ("person", "office")
    return named or "person-noun" in reading.units[k].word.classes


def _is_place(reading: Reading, k: int) -> bool:
    entity = reading.entity_at(k)
    word = reading.units[k].word
    return word.place is not None or word.place_head is not None or (entity is not None and entity.kind == "place")


def _accusative_participle(word: Word) -> bool:
    """Tells whether a word is a participle with the ا of an object, which governs what is behind it as a verb does."""
    base = known_word(word.stem[:-1]) if word.stem.endswith("ا") and len(word.stem) > 4 else None
    shaped = base is not None and (base.core[1:2] == "ا" or base.core.startswith("م")) and not word.pattern_plural
    return bool(shaped) and not word.definite and not word.prefix


def _joined(reading: Reading, k: int) -> bool:
    """Tells whether the word before a unit belongs to the same noun phrase: its adjective's noun, its genitive's
    first member."""
    units = reading.units
    before, word = units[k - 1], units[k].word
    earlier = reading.entity_over(k - 1)
    if earlier is not None and earlier.kind == "person" and reading.entity_over(k) is not earlier and word.office:
        return False
    if not is_nominal(before) or is_verb(units, k - 1, False) or "preposition-bound" in before.word.classes:
        return False
    if is_attribute(reading, k) or _after_governed(reading, k):
        return True
    if units[k].word.definite and _accusative_participle(before.word):
        return False  # ظهر حاملا │ الكأس الذي
    return (
        not before.word.definite and not before.word.pronoun and (word.definite or reading.entity_over(k - 1) is None)
    )
