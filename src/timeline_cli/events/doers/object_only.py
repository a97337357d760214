"""Whether the noun behind a verb is what is acted upon, not who acts (docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.doers.forms import (
    is_dual,
)
from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.entities.entity import PLACE_KINDS
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.listed import function_classes
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import DOUBLE_QUOTES
from timeline_cli.text.words import word as known_word

TWO = cues("the-two")
_WON = cues("won")
_WINS = cues("wins")
_SCHOOLS = cues("schools")
_STUDIED = cues("studied")
_STUDIES = cues("studies")
_CARRIES = frozenset({"and", "then", "where", "as", "when", "after", "before", "relative"})
_OF_THINGS = cues("of-things")
_LED_AS = cues("led-as")


def gender_fits(verb: Verb, feminine: bool) -> bool:
    """Tells whether a verb form may have a subject of a gender; a form in ت may be a man's perfect or a woman's."""
    if verb.unclear and verb.base.startswith("ت"):
        return True
    return not ((verb.person == "3ms" and feminine) or (verb.person == "3fs" and not feminine))


def is_object_only(reading: Reading, clause: Clause, phrase: Phrase, verb: Verb, behind: list[int]) -> bool:
    """Tells whether the only noun phrase behind a verb that needs an object is that object (والتقى شيخ الأزهر)."""
    if verb.passive or verb.pronoun or "takes-object" not in function_classes().get(verb.lemma, frozenset()):
        return False
    units = reading.units
    head = units[phrase.first].word
    if phrase.entity is not None and phrase.entity.kind == "organisation" and led_as(reading, phrase.end, verb):
        return True
    if head.classes & {"quantifier", "demonstrative"} and phrase.first + 1 < phrase.end:
        head = units[phrase.first + 1].word  # آخر جندي
    classes = head.classes | head.core_classes
    people = classes & {"person-noun", "group-noun"} and head.core != "شهاده"
    if head.definite and (head.core in TWO or is_dual(head)):
        return False
    if people and not head.stem.endswith("ا") and phrase.entity is None:
        return False
    contested = (head.core in _WON and verb.lemma in _WINS) or (head.core in _STUDIED and verb.lemma in _STUDIES)
    ruled = phrase.entity is not None and phrase.entity.bare and contested  # تولى │ الحكم
    school = head.core in _SCHOOLS and verb.lemma in _STUDIES  # دخلت │ كلية الحقوق
    thing = phrase.entity is None or phrase.entity.kind in PLACE_KINDS or ruled or school
    if thing and head.core in _STUDIED and verb.lemma in _STUDIES:
        return not second_phrase(reading, phrase, behind)  # تولى │ الحكم │ خلفا لأخيه
    if thing and (contested or "active-only" in function_classes().get(verb.lemma, frozenset())):
        return not (second_phrase(reading, phrase, behind) or any_object(reading, phrase, behind))
    if set(verb.lemma.split("|")) & _OF_THINGS and not any_object(reading, phrase, behind):
        return True
    if not thing and _goes_on_alone(reading, clause, phrase, verb, behind):
        return True
    coordinated = clause.kind in _CARRIES and (clause.kind != "and" or bool(units[clause.units[0]].word.lead))
    word = units[phrase.first].word
    entity = phrase.entity
    person = entity is not None and entity.kind in ("person", "office", "organisation")
    person = person and not (entity is not None and entity.kind == "organisation" and entity.bare)
    if not coordinated and (
        person or word.definite or (verb.person == "3fs" and word.feminine) or word.classes & {"quantifier"}
    ):
        return False
    idafa = not coordinated and any(units[k].word.definite for k in range(phrase.first, phrase.end))
    if (word.definite or idafa) and not person and gender_fits(verb, word.feminine):
        return False
    rest = [k for k in behind if k >= phrase.end and reading.units[k].text not in DOUBLE_QUOTES]
    if not rest:
        return True
    following = units[rest[0]]
    if following.word.lead and reading.entity_at(rest[0]) is not None:
        return False
    second = is_nominal(following) and not following.word.prefix and not following.word.lead
    own = following.word.stem in verb.prepositions or following.word.prefix in verb.prepositions
    return not second and not (verb.prepositions and own)


def led_as(reading: Reading, end: int, verb: Verb) -> bool:
    """Tells whether an indefinite office at the end of a body's name says as what somebody led or left it (قاد │ الفريق
    │ مدربا)."""
    after = reading.units[end] if end < len(reading.units) else None
    if after is None or after.date >= 0 or not set(verb.lemma.split("|")) & _LED_AS:
        return False
    base = known_word(after.word.stem.rstrip("ً").removesuffix("ا"))
    office = base.office is not None or "person-noun" in base.classes
    return office and not after.word.definite and after.word.stem.rstrip("ً").endswith("ا")


def _goes_on_alone(reading: Reading, clause: Clause, phrase: Phrase, verb: Verb, behind: list[int]) -> bool:
    """Tells whether a later sentence opens with و, a verb that always has an object and one noun phrase, which then is
    that (والتقى │ رئيس البلدية)."""
    if reading.number == 0 or clause.kind != "main" or not reading.units[clause.verb].word.lead:
        return False
    if "active-only" not in function_classes().get(verb.lemma, frozenset()) or phrase.first != clause.verb + 1:
        return False
    return not any(is_nominal(reading.units[k]) for k in behind if k >= phrase.end)


def any_object(reading: Reading, phrase: Phrase, behind: list[int]) -> bool:
    """Tells whether an object stands somewhere behind a subject (تضمنت خطة الوزارة للإسكان │ بناء مدينة)."""
    for k in behind:
        word, before = reading.units[k].word, reading.units[k - 1]
        told = is_nominal(reading.units[k]) or (word.stem.endswith("ا") and "adverb" in word.classes)
        told = told and word.stem not in ("أيضا", "ايضا")
        if k < phrase.end or not told or word.prefix or word.lead or _counts_nothing(reading, k):
            continue
        inside = reading.entity_over(k)
        if inside is not None and inside.first < k:
            continue  # إثر خلاف مع الأمير │ خالد
        closed = (before.is_mark and before.text != "(") or before.date >= 0 or before.word.definite
        closed = closed or bool(before.word.pronoun) or reading.entity_over(k - 1) is not None
        if closed and not word.definite:
            return True
    return False


def _counts_nothing(reading: Reading, k: int) -> bool:
    """Tells whether a number belongs to the name before it, since nothing counted follows (شهادة الآيزو │ 9001)."""
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    return reading.units[k].is_number and (after is None or after.is_mark or after.date >= 0)


def second_phrase(reading: Reading, phrase: Phrase, behind: list[int]) -> bool:
    """Tells whether another noun phrase follows the first one behind a verb, which then is the subject."""
    rest = [k for k in behind if k >= phrase.end and reading.units[k].text not in DOUBLE_QUOTES]
    if not rest or not is_nominal(reading.units[rest[0]]) or _counts_nothing(reading, rest[0]):
        return False
    word = reading.units[rest[0]].word
    accusative = word.stem.endswith("ا") and not word.definite and word.act is None
    return not word.prefix and not word.lead and not accusative
