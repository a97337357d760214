"""Whether what stands behind a verb may be its doer, by its form and kind (docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.acts import TAKES_PLACES
from timeline_cli.events.doers.forms import (
    clashes_in_gender,
    counts_men,
    dual_in_genitive,
    is_accusative,
    is_dual,
    is_first_of_kind,
    oblique_plural,
    owned_by_doer,
)
from timeline_cli.events.doers.object_only import TWO
from timeline_cli.events.doers.phrases import is_nominal, is_share, phrase_end
from timeline_cli.events.doers.subject_fits import ABLE, BECOMES, GRANTED, GRANTS, WORKS
from timeline_cli.events.entities.entity import PLACE_KINDS
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.connectives import connective_at
from timeline_cli.text.listed import function_classes
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

_OF_THINGS = cues("of-things")

_ADJECTIVES = cues("nominative-adjective")


def two_phrases(reading: Reading, behind: list[int]) -> bool:
    """Tells whether two noun phrases stand behind a verb, so that the first is its doer (غادر رزقي البلاد, جلبت
    أصولها سعرا)."""
    first = reading.units[behind[0]]
    if not is_nominal(first) or first.is_number or first.word.prefix or first.word.stem.endswith("ا"):
        return False
    name = first.word.unknown or bool(first.word.given)
    end = behind[0] + 1 if name else phrase_end(reading, behind[0])
    second = next((k for k in behind if k >= end), -1)
    if second < 0 or not is_nominal(reading.units[second]):
        return False
    word = reading.units[second].word
    if word.prefix or word.lead or word.preposition or "adverb" in word.classes or reading.units[second].is_number:
        return False
    accusative = word.stem.endswith("ا") and not word.definite and (word.act is not None or is_accusative(word))
    described = word.definite and first.word.definite
    return accusative or (
        (name or bool(first.word.pronoun))
        and not described
        and (word.definite or word.common or word.place is not None)
    )


def surely_subject(reading: Reading, k: int, verb: Verb) -> bool:
    """Tells by its form or kind that the word behind a verb is its subject: a nominative plural, a foreign name, ؤ
    before a pronoun (أعيد بناؤها)."""
    unit = reading.units[k]
    word = unit.word
    if word.prefix or word.lead or unit.is_mark or unit.is_number:
        return False
    entity = reading.entity_at(k)
    if word.stem.endswith(("ون", "وا")) and word.verb is None and len(word.stem) > 4 and verb.person == "3ms":
        return entity is None or entity.kind not in PLACE_KINDS
    after = reading.units[k + 1].word if k + 1 < len(reading.units) else None
    if dual_in_genitive(reading, k):
        return True
    if word.stem.endswith("ان") and len(word.stem) > 4 and after is not None and after.stem.endswith("ان"):
        return True
    if word.definite and (word.core in TWO or is_dual(word)):
        return True
    if word.pronoun and word.stem.removesuffix(word.pronoun).endswith("ؤ"):
        return True
    if entity is None and _nominative_thing(reading, k):
        return True
    return (word.unknown or word.given != "") and entity is None and not word.stem.endswith("ا") and verb.guessed


def _nominative_thing(reading: Reading, k: int) -> bool:
    """Tells whether an indefinite noun without the ا of an object ends its phrase here (سيعقد اجتماع جديد)."""
    word = reading.units[k].word
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    if _described_nominative(reading, k):
        return True
    if word.act is None or word.definite or word.pronoun or word.stem.endswith(("ا", "ة", "ى", "ء", "ات", "ين")):
        return False
    if after is None or after.is_mark or after.date >= 0 or after.word.preposition or after.word.prefix:
        return True
    known = after.word
    adjective = not (known.definite or known.known_noun or known.pronoun or known.act or known.given or known.unknown)
    return adjective and ("adjective" in known.classes or known.stem in ("جديد", "آخر", "ثان", "مماثل"))


def _described_nominative(reading: Reading, k: int) -> bool:
    """Tells whether an indefinite noun has an adjective without the ا of an object (مستشفى جديد, وفد حكومي)."""
    word, after = reading.units[k].word, reading.units[k + 1] if k + 1 < len(reading.units) else None
    if after is None or after.date >= 0 or after.is_mark or not (word.common or word.known_noun) or word.definite:
        return False
    if (
        word.prefix
        or word.pronoun
        or word.stem.endswith(("ا", "ة", "ات", "ين"))
        or word.classes & {"quantifier", "number"}
    ):
        return False
    known = after.word
    plain = not (
        known.definite or known.prefix or known.lead or known.given or known.place or known.act or known.pronoun
    )
    relative = known.stem.endswith("ي") and len(known.stem) > 4 and (known.common or known.nationality is not None)
    return plain and (relative or known.stem in _ADJECTIVES)


def subject_behind_phrase(reading: Reading, behind: list[int]) -> int:
    """Returns the noun behind the first prepositional phrase (شارك في العملية أكثر من 63 ألف جندي), -1 without one."""
    units = reading.units
    if len(behind) < 3:
        return -1
    word = units[behind[0]].word
    if "preposition-bound" in word.classes:
        end = behind[1]
    elif word.preposition or word.prefix:
        end = phrase_end(reading, behind[0] + (1 if word.preposition else 0))
    else:
        return -1
    end = next((k for k in behind if k >= end and not units[k].is_comma), -1)
    if end < 0:
        return -1
    following = units[end]
    if following.word.stem == "بناء" and end + 1 < len(units) and units[end + 1].word.stem == "على":
        return -1  # أحيل إلى التقاعد │ بناء على طلبه
    told = (
        units[reading.clauses[reading.clause_of[behind[0]]].verb].word.verb
        if reading.clause_of[behind[0]] >= 0
        else None
    )
    became = told is not None and not WORKS.isdisjoint(told.lemma.split("|"))
    if became and following.word.office is not None and not following.word.definite:
        return -1  # التحقت بالمرصد │ باحثة مساعدة
    if any(unit.word.core in ("مره", "مرات") for unit in units[end : end + 3] if unit.date < 0):
        return -1  # تكررت في المدينة │ أكثر من مرة
    described = units[end - 1].word
    named = reading.entity_at(end)
    if described.office is not None and described.definite and following.word.unknown:
        return -1  # التحق بمحظرة الشيخ │ سيديا
    if named is not None and named.kind in PLACE_KINDS and _is_of_place(reading, behind[0]):
        return -1  # سافر إلى العاصمة الأردنية │ عمان
    closed = described.definite or bool(described.pronoun)  # لزيادة سفنها │ العابرة
    pair = following.word.definite and closed and end - 1 in behind and reading.entity_at(end) is None
    who = following.word.office or following.word.organisation or "person-noun" in following.word.classes
    if (pair and not who) or (named is not None and named.kind == "person" and described.nationality is not None):
        return -1
    stands = (
        is_nominal(following)
        and not following.word.prefix
        and not following.word.pronoun
        and following.word.classes.isdisjoint({"become", "was", "still", "phase"})
        and (following.word.verb is None or following.word.act is not None)
        and not following.word.lead
        and not (following.word.stem.endswith("ا") and not (following.word.unknown or following.word.given))
    )
    return end if stands else -1


def _is_of_place(reading: Reading, first: int) -> bool:
    """Tells whether a phrase is about a town, country or site by its noun, whose name then stands behind it."""
    noun = reading.units[first + bool(reading.units[first].word.preposition)].word
    return noun.definite and known_word(noun.stem.removeprefix("ال")).place_head is not None


def happens_behind_phrase(reading: Reading, behind: list[int], verb: Verb) -> bool:
    """Tells whether a verb has its subject behind the first phrase: any noun where it takes no object, else an act that
    happened or a noun without the ا of an object (وقع في مومباسا تفجير, وقع بالمدينة غلاء شديد)."""
    k = subject_behind_phrase(reading, behind)
    if k < 0:
        return False
    asks = "takes-object" in function_classes().get(verb.lemma, frozenset()) and never_passive(verb)
    end = phrase_end(reading, k)
    alone = end >= len(reading.units) or not is_nominal(reading.units[end]) or reading.units[end].date >= 0
    if asks and alone and reading.entity_at(k) is None and reading.units[k].word.office is None:
        return False  # نال من المجمع │ وسام المعارف
    after = reading.units[k + 1].word.core if k + 1 < len(reading.units) else ""
    counted = reading.units[k].is_number or after in ("مره", "مرات")  # رُشح للجائزة │ ثلاث مرات
    done = verb.passive and not counted and not reading.units[k].word.definite
    return not verb.transitive or done or _happened(reading, k) or _nominative_thing(reading, k)


def _happened(reading: Reading, k: int) -> bool:
    """Tells whether a unit is an act that happens by itself (تفجير, وباء)."""
    act = reading.units[k].word.act
    return act is not None and act.kind in ("attack", "disaster", "death", "military")


def subject_possible(reading: Reading, clause: Clause, behind: list[int]) -> bool:
    """Tells whether what stands behind a verb may be its subject after all, so that nothing is put in."""
    if not behind or counts_men(reading, clause, behind):
        return False
    k = behind[0]
    word = reading.units[k].word
    entity = reading.entity_at(k)
    if (
        is_share(reading, k, reading.units[clause.verb].word.verb)
        or word.preposition
        or word.prefix
        or "preposition-bound" in word.classes
        or reading.units[k].is_mark
    ):
        return False
    accompanies = connective_at(reading.units, k)
    if accompanies is not None and accompanies.tail in ("cut", "cut-if-long"):
        return False  # سافرت │ برفقة والدها
    if entity is not None and entity.kind in PLACE_KINDS:
        verb = reading.units[clause.verb].word.verb
        return verb is None or not verb.kinds & TAKES_PLACES
    accusative = word.stem.endswith("ا") and not word.definite and "demonstrative" not in word.classes
    if entity is not None or word.pronoun or accusative or oblique_plural(word):
        return False
    told = reading.units[clause.verb].word.verb
    if told is not None and told.lemma in WORKS and word.office is not None and not word.definite:
        return False
    if told is not None and is_first_of_kind(reading, k, told):
        return False
    if told is not None and told.lemma in BECOMES and not word.definite and is_nominal(reading.units[k]):
        end = phrase_end(reading, k)
        return any(reading.units[j].word.definite or reading.units[j].word.place for j in range(k, end))
    if (told is not None and owned_by_doer(reading, k, told)) or masculine_thing(reading, clause, behind):
        return False
    if told is not None and entity is None and clashes_in_gender(reading, k, told):
        return False
    if told is not None and told.passive and told.lemma in GRANTS and word.core in GRANTED:
        return False  # مُنح │ وسام الآداب
    verb = reading.units[clause.verb].word.verb
    return verb is None or not verb.transitive or not (verb.person == "3ms" and word.stem.endswith("ة"))


def _plural_of_things(word: Word) -> bool:
    """Tells whether a noun is a plural of things by its shape, no subject of a masculine verb (أسوار, شهادات)."""
    if word.stem.endswith("ات"):
        return len(word.core) > 4 and (word.common or word.act is not None)
    return (
        word.core[:1] == "ا"
        and word.core[-2:-1] == "ا"
        and len(word.core) == 5
        and bool(word.common)
        and word.act is None
    )


_FROM_THEN = frozenset({"ابتداء", "اعتبارا", "بدءا", "بدء"})


def object_first(reading: Reading, behind: list[int], verb: Verb) -> bool:
    """Tells whether a person stands behind a noun that cannot be the doer (أسس الجمعية المسرحي الطاهر بوزغندة)."""
    word = reading.units[behind[0]].word
    counted = len(behind) > 2 and reading.units[behind[1]].is_number and word.definite and verb.transitive
    if counted and "person-noun" in reading.units[behind[2]].word.classes:
        return True  # يرتاد المدرسة │ 2100 طفل
    rest = [k for k in behind[1:] if reading.units[k].word.core not in _FROM_THEN and reading.units[k].date < 0]
    while len(rest) > 1 and reading.units[rest[0]].word.stem == "من":
        rest = rest[1:]
    behind = [behind[0], *rest]  # رأست تحريرها ابتداء من عام 1931 │ ماري فرح
    entity = reading.entity_at(behind[1]) if len(behind) > 1 else None
    person = entity is not None and entity.kind == "person" and not reading.units[behind[1]].word.prefix
    owned = word.pronoun in ("ه", "ها") and word.verb is None  # جدد عمارتها │ الوالي داود
    object_ = owned or (word.definite and word.stem.endswith("ة"))
    fits = verb.person == "3ms" or (verb.person == "3fs" and owned and entity is not None and entity.feminine)
    return person and verb.transitive and fits and object_


def masculine_thing(reading: Reading, clause: Clause, behind: list[int]) -> bool:
    """Tells whether a feminine verb has a masculine noun with its adjective behind it, its object (حطمت الرقم
    القياسي)."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or not verb.transitive or not behind:
        return False
    head = reading.units[behind[0]].word
    plain = reading.entity_at(behind[0]) is None and not head.prefix and head.office is None and not head.given
    people = head.classes & {"person-noun", "group-noun"} or head.nationality is not None
    if verb.person == "3ms" and plain and not people and _plural_of_things(head):
        return True
    if verb.person == "3fs" and plain and not people and head.definite and head.act is not None:
        return not head.feminine and not head.act.plural
    if verb.person != "3fs" or len(behind) < 2 or behind[1] != behind[0] + 1:
        return False
    noun, after = reading.units[behind[0]].word, reading.units[behind[1]].word
    if not (noun.definite and after.definite) or noun.feminine or after.prefix or after.lead:
        return False
    return after.stem.endswith("ي") and (after.nationality is not None or after.common or "adjective" in after.classes)


def doer_possible(reading: Reading, behind: list[int], verb: Verb | None) -> bool:
    """Tells whether the words behind a verb may hold its doer, so that its title names somebody."""
    if not behind or verb is None:
        return False
    if never_passive(verb) and (len(behind) < 2 or _stands_apart(reading, behind)):
        return False
    if never_passive(verb) and reading.units[behind[0]].is_number and _ends_phrase(reading, behind):
        return False  # باعت │ 791 سيارة
    if verb.kinds & {"death", "injury"} or subject_behind_phrase(reading, behind) >= 0:
        return True
    unit = reading.units[behind[0]]
    word = unit.word
    if not is_nominal(unit) or word.prefix or word.lead:
        return False
    if oblique_plural(word) or _acts_always(verb) or owned_by_doer(reading, behind[0], verb):
        return False
    if word.act is not None and set(verb.lemma.split("|")) & ABLE:
        return False
    if verb.person == "3fs" and word.act is not None and not (word.act.plural or word.feminine or word.definite):
        return False
    counted = unit.is_number or bool(word.classes & {"number", "quantifier"})
    accusative = word.stem.endswith("ا") and not word.definite and len(word.stem) > 3 and not word.pronoun
    return counted or (not word.pronoun and not accusative) or (verb.person == "3fs" and not accusative)


def _ends_phrase(reading: Reading, behind: list[int]) -> bool:
    """Tells whether nothing but phrases follows what a number counts."""
    end = phrase_end(reading, behind[0])
    rest = [k for k in behind if k >= end]
    return not rest or bool(reading.units[rest[0]].word.preposition or reading.units[rest[0]].word.prefix)


def never_passive(verb: Verb) -> bool:
    """Tells whether the letters of a verb are never its passive (زار, باع)."""
    return not verb.passive and any(
        "active-only" in function_classes().get(lemma, frozenset()) for lemma in verb.lemma.split("|")
    )


def _stands_apart(reading: Reading, behind: list[int]) -> bool:
    """Tells whether a phrase with a preposition, or no more than a word before one, follows a verb."""
    first, second = (reading.units[k].word for k in behind[:2])
    return first.preposition or bool(first.prefix) or second.preposition or bool(second.prefix)


def _acts_always(verb: Verb) -> bool:
    """Tells whether a verb of things has its object behind it and no passive (يشمل المتاجر الصغيرة)."""
    return verb.transitive and bool(set(verb.lemma.split("|")) & _OF_THINGS)


def fits_object(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause's verb asks for an object, so that a single noun behind it may be that."""
    verb = reading.units[clause.verb].word.verb
    return verb is not None and "takes-object" in function_classes().get(verb.lemma, frozenset())
