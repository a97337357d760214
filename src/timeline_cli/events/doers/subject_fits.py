"""Whether a noun phrase behind a verb is its subject: by what the verb means, by agreement, by whom or what it names
(docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.acts import MOVES
from timeline_cli.events.doers.forms import (
    clashes_in_gender,
    dual_in_genitive,
    is_accusative,
    is_first_of_kind,
    is_highness,
    is_manner,
    oblique_plural,
    owned_by_doer,
)
from timeline_cli.events.doers.object_only import gender_fits, is_object_only, second_phrase
from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import Word

ABLE = cues("able")
BECOMES = cues("becomes-verbs")
GRANTS = cues("grants")
GRANTED = cues("granted")
WORKS = cues("works-as")
_MEETS = cues("meets-with")
_TIMES = cues("stretches-of")
_ALEF_NOUNS = cues("alef-nouns")


def _clashes(word: Word, verb: Verb) -> bool:
    """Tells whether a feminine act or time stands right behind a man's verb, whose object it then is."""
    told = word.act is not None or word.core in _TIMES
    return verb.person == "3ms" and not verb.passive and told and word.stem.endswith("ة")


def is_subject(reading: Reading, clause: Clause, phrase: Phrase, verb: Verb, behind: list[int]) -> bool:
    """Tells whether a noun phrase is the subject of its clause's verb. `behind`: the undated units behind the verb."""
    shown = "demonstrative" in reading.units[phrase.first].word.classes and phrase.end > phrase.first + 1
    word = reading.units[phrase.first + shown].word
    if owned_by_doer(reading, phrase.first, verb):
        return False
    if "quantifier" in word.classes and phrase.first + 1 < len(reading.units):
        word = reading.units[phrase.first + 1].word
        if verb.person == "3fs" and word.feminine:
            return not is_object_only(reading, clause, phrase, verb, behind)
        if is_first_of_kind(reading, phrase.first, verb):
            return False
    entity = phrase.entity
    if verb.person in ("1s", "1p"):
        return False
    meant = _by_meaning(reading, clause, phrase, word, verb, behind)
    if meant is not None:
        return meant
    if verb.person == "3mp" or (entity is None and oblique_plural(word)):
        return False
    if entity is None and clashes_in_gender(reading, phrase.first, verb):
        return False
    things = word.stem.endswith("ات") and len(word.core) > 4 and not word.classes & {"person-noun", "group-noun"}
    things = things and word.office is None and (word.act is None or word.act.plural)
    things = things and "quantifier" not in word.core_classes  # شهد │ العشرات من السكان
    if verb.person == "3ms" and entity is None and things and verb.transitive and not verb.passive:
        return False  # احتضن │ مباريات من الكأس
    feminine = verb.person == "3ms" and not verb.passive and word.stem.endswith("ة") and word.office is None
    if feminine and entity is None and not word.classes & {"number", "quantifier", "person-noun"} and word.definite:
        return False
    if entity is None and "death" in verb.kinds and is_manner(word):
        return False  # مات │ غريقا
    if not verb.transitive and not verb.guessed:
        if entity is None and is_accusative(word) and not dual_in_genitive(reading, phrase.first):
            return False  # لعبت │ دورا هاما
        if entity is None and phrase.first == clause.verb + 1 and _clashes(word, verb):
            return False  # يؤدي │ زيارة, قضى │ فترة
        stays = verb.person == "3fs" and word.feminine and not verb.kinds & MOVES
        return entity is None or entity.kind not in ("place",) or stays
    if entity is not None and entity.kind in ("person", "office", "organisation"):
        if not entity.plural and not gender_fits(verb, entity.feminine):
            return False
        return not is_object_only(reading, clause, phrase, verb, behind)
    if entity is not None and entity.kind in ("country", "city"):
        return _is_acting_country(reading, phrase, entity, verb, behind)
    if is_highness(word):
        return gender_fits(verb, word.office is not None and word.office["gender"] == "f")
    if word.pronoun and word is reading.units[phrase.first].word:
        nominative = word.stem.removesuffix(word.pronoun).endswith("ؤ")  # ورث أبناؤه الحرفة
        # جلبت أصولها │ سعرا, بلغت قيمتها │ 5 ملايين
        object_ = next((reading.units[k].word for k in behind if k >= phrase.end), None)
        acts = object_ is not None and (is_accusative(object_) or object_.number) and not object_.lead
        return verb.passive or verb.pronoun == word.pronoun or nominative or acts
    if word is reading.units[phrase.first].word and _has_alef_of_object(reading, phrase.first):
        return False
    counted = bool(word.classes & {"number"})
    if verb.person == "3ms" and not verb.passive and word.stem.endswith("ة") and word.office is None and not counted:
        return False
    return not is_object_only(reading, clause, phrase, verb, behind)


def _by_meaning(
    reading: Reading, clause: Clause, phrase: Phrase, word: Word, verb: Verb, behind: list[int]
) -> bool | None:
    """Tells whether a phrase is the subject of a verb that takes nouns which are none (استطاع │ الحصول على, صارت │ كلية
    جامعية); None where the verb alone does not tell. `word`: the noun of the phrase."""
    entity = phrase.entity
    if entity is None and word.act is not None and set(verb.lemma.split("|")) & ABLE:
        return False  # استطاع │ الحصول على
    if verb.passive and verb.lemma in GRANTS and entity is None and word.core in GRANTED:
        return False  # مُنح │ وسام الآداب
    people = word.office is not None or word.organisation is not None or word.classes & {"person-noun", "group-noun"}
    after = reading.units[phrase.end] if phrase.end in behind else None
    alone = after is None or bool(after.word.prefix) or not is_nominal(after)
    if (
        clause.kind != "relative"
        and alone
        and verb.pronoun
        and verb.lemma.split("|")[0] in GRANTS
        and entity is None
        and not people
    ):
        return False  # أعطاه │ الإذن بالسفر
    if verb.lemma in _MEETS and any(reading.units[k].word.stem == "مع" for k in behind if k >= phrase.end):
        return True  # يلتقي │ مولودية العلمة │ مع ضيفه
    if (
        verb.lemma in BECOMES
        and entity is None
        and not any(
            reading.units[k].word.definite or reading.units[k].word.place for k in range(phrase.first, phrase.end)
        )
    ):
        return False  # صارت │ كلية جامعية
    if verb.lemma in WORKS and phrase.end == phrase.first + 1 and word.place_head is not None and not word.definite:
        return False  # اختيرت │ عاصمة للثقافة
    if verb.lemma == "أطلق" and word.core.removesuffix(word.pronoun) == "اسم" and _on_behind(reading, phrase, behind):
        return True
    works = verb.lemma in WORKS and word.office is not None and not word.definite
    works = works and not (verb.pronoun and _made_something(reading, phrase))
    if works and (entity is None or entity.bare or entity.kind == "office"):
        return False
    return None


def _is_acting_country(reading: Reading, phrase: Phrase, entity: Entity, verb: Verb, behind: list[int]) -> bool:
    """Tells whether a country or town does what a verb says, no place that its doer goes to or that is done to."""
    second = next((reading.entity_at(k) for k in behind if k >= phrase.end), None)
    done_to = second is not None and second.kind == "country" and second.first == phrase.end
    if done_to and verb.transitive and not reading.units[phrase.end].word.lead:
        return True  # اجتاح │ العراق │ الكويت
    if verb.person == "3ms" and entity.kind == "city" and verb.transitive and not verb.kinds & MOVES:
        return second_phrase(reading, phrase, behind)  # يستهل │ برشلونة │ حملة الدفاع
    return verb.person == "3fs" and not verb.kinds & MOVES


def _has_alef_of_object(reading: Reading, k: int) -> bool:
    """Tells whether an indefinite noun ends in the ا of an object (قرارا), no noun in ا and no dual before its
    genitive (مديرا الشركتين)."""
    word = reading.units[k].word
    if not word.stem.endswith("ا") or word.stem in _ALEF_NOUNS or word.definite or word.pronoun:
        return False
    return not word.classes & {"demonstrative", "number"} and not dual_in_genitive(reading, k)


def _made_something(reading: Reading, phrase: Phrase) -> bool:
    """Tells whether what somebody is made stands behind a noun phrase (عيّنه رئيس الوزراء │ مديرا للهيئة)."""
    word = reading.units[phrase.end].word if phrase.end < len(reading.units) else None
    told = word is not None and word.stem.endswith("ا") and len(word.stem) > 3
    told = told or (word is not None and word.office is not None and word.stem.endswith("ة"))  # عيّنها الوزير │ خبيرة
    return told and is_nominal(reading.units[phrase.end]) and not reading.units[phrase.end].word.definite


def _on_behind(reading: Reading, phrase: Phrase, behind: list[int]) -> bool:
    """Tells whether على follows a phrase (أطلق اسمه │ على مدرسة), so that the verb is a passive."""
    after = next((k for k in behind if k >= phrase.end), -1)
    return after >= 0 and reading.units[after].word.stem == "على"
