"""How well a noun agrees with what a relative clause asks of it, by gender, number and kind (docs/events.md §2.4)."""

from __future__ import annotations

from timeline_cli.events.entities.entity import PLACE_KINDS
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

_NO_NOUN = frozenset({"demonstrative", "pronoun", "relative", "negation", "conjunction", "quantifier", "number"})
_TIMES = cues("times")
_FRAMES = cues("frames")  # في ظل, في إطار
_NAMED = frozenset({"person", "office", "organisation", "country", "city", "place"})

_OF_THINGS = cues("of-things")
_ONE_OF = cues("singled-out")
_OF_MANY = cues("described-many")
BROKEN_PLURALS = cues("broken-plural")  # that their shape does not show (أسهم)


def occurs(verb: Verb) -> bool:
    """Tells whether a verb says that something happens, so that its subject is an act."""
    return verb.title_head == "light" or bool(verb.kinds & {"disaster", "attack", "continue", "opening"})


def _is_human(word: Word) -> bool:
    """Tells whether a noun names people, also with the ا of an object."""
    base = known_word(word.stem[:-1]) if word.stem.endswith("ا") and len(word.stem) > 4 else word
    return any("person-noun" in known.classes or known.office is not None for known in (word, base))


def _is_plural_of_things(word: Word) -> bool:
    """Tells whether a definite noun is surely a broken plural of things (الأفلام, الأسواق), no title (الأستاذ)."""
    shape = word.pattern_plural and word.definite and len(word.core) == 5 and "أ" in word.stem[:4]
    return shape and word.office is None and not word.given and "person-noun" not in word.classes


def fits(reading: Reading, k: int, kind: str, verb: Verb) -> int:
    """Tells how well a noun agrees with a relative: 2 surely, 1 perhaps, 0 not at all."""
    entity = reading.entity_at(k)
    word = reading.units[k].word
    if entity is not None and entity.kind in PLACE_KINDS and occurs(verb):
        site = word.place_head is not None and word.place_head["kind"] == "site" and entity.first == entity.name_first
        return noun_fits(word, kind) if site else 0  # ملعب الضباط الذي أعيد تأهيله
    if entity is not None and entity.kind in _NAMED:
        person = entity.kind in ("person", "office")
        if entity.kind == "person" and entity.end - entity.first == 1:
            return 2 if kind in ("ms", "fs") else 0
        if kind in ("ms", "fs"):
            feminine = entity.feminine or (not person and word.feminine)
            either = entity.kind in ("country", "city") and kind == "fs"
            return 2 if not entity.plural and (feminine == (kind == "fs") or either) else 0
        return 2 if person and entity.plural else 0
    if word.classes & _NO_NOUN or (word.core in _TIMES and not word.definite):
        return 0
    if word.core in _FRAMES and not word.definite and k and reading.units[k - 1].word.stem == "في":
        return 0
    if word.core == "قدم" and k and reading.units[k - 1].word.core == "كره":
        return 0  # المشرف على كرة القدم، │ الذي
    if _OF_THINGS.intersection(verb.lemma.split("|")) and _is_human(word):
        return 0  # إنقاذ 15 شخصا في حريق │ اندلع
    if kind == "fs" and word.stem.endswith("ا") and not word.definite and _counted(reading, k):
        return 0 if _is_human(word) else 2  # 17 رقيما كانت الشرطة قد │ صادرتها
    if kind == "ms" and _is_plural_of_things(word):
        return 0  # ملتقى الأمل للأفلام │ الذي
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    governs = after is not None and after.date < 0 and after.word.definite and not after.word.prefix
    listed = word.definite or word.known_noun or word.common or word.act or word.pronoun or governs
    if not listed and not word.stem.endswith(("ة", "ات")) and not _accusative_noun(word):
        return 0
    fit = noun_fits(word, kind)
    if kind == "mp" and not word.definite:
        if _describes_men(reading, k):
            return 0  # عمال │ غاضبون
        if after is not None and after.date < 0 and fit < 2 and _describes_men(reading, k + 1):
            return 2  # بحارة │ أمريكيون
    beside = word.definite and after is not None and after.word.stem == "الذين"
    if kind == "mp" and beside and word.act is None:
        return max(fit, 1)  # البحارة الذين, الفرنجة الذين
    if kind == "fs" and word.act is not None and not word.act.plural and not word.feminine:
        return 0
    masdar = word.act is not None and not word.definite and not word.act.plural
    if masdar and word.act is not None and word.act.kind not in verb.kinds and not occurs(verb):
        return min(1, fit)
    return fit


def _describes_men(reading: Reading, k: int) -> bool:
    """Tells whether a plural in ون without the article describes the indefinite noun right before it."""
    word, before = reading.units[k].word, reading.units[k - 1] if k else None
    if not word.stem.endswith(("ون", "ين")) or word.definite or word.prefix or word.lead or before is None:
        return False
    noun = before.word.common or before.word.known_noun or "person-noun" in before.word.classes
    plain = before.date < 0 and before.word.verb is None and not before.word.is_function
    return plain and bool(noun) and not before.word.definite and before.word.office is None and before.word.act is None


def _counted(reading: Reading, k: int) -> bool:
    """Tells whether a number that asks for a singular stands before a noun (17 │ رقيما, ثلاثين │ كتابا)."""
    before = reading.units[k - 1] if k else None
    return before is not None and before.date < 0 and (before.is_number or "number" in before.word.classes)


def noun_fits(word: Word, kind: str) -> int:
    """Tells the same of a noun by its form alone."""
    stem = word.stem
    feminine = stem.endswith(("ة", "ات")) or word.feminine
    if kind == "ms":
        return 0 if feminine or _is_plural(word) or _of_many_things(word) else 2
    if kind == "fs":
        plural = (
            word.pattern_plural
            or word.core in BROKEN_PLURALS
            or stem.endswith(("ى", "ا"))
            or (stem.endswith("اء") and not stem.removeprefix("ال").startswith("إ"))
            or len(word.core) == 3
        )
        return 2 if feminine else 1 if plural else 0
    if kind == "dual":
        return 2 if stem.removesuffix("ه").endswith(("ان", "ين", "تا")) else 0
    human = "person-noun" in word.classes or stem.endswith(("ون", "ين", "اء")) or men_of(word)
    broken = (word.pattern_plural and not feminine) or (
        stem.endswith("ة") and "ا" in word.core[1:3] and len(word.core) < 6
    )
    return 2 if human else 1 if broken else 0


def men_of(word: Word) -> bool:
    """Tells whether a noun in ي is a plural of men before its genitive (متشددي │ التنظيم, لاعبي │ الفريق)."""
    if not word.stem.endswith("ي") or word.definite or len(word.stem) < 5 or word.given or word.place:
        return False
    base = known_word(word.stem[:-1].removeprefix(word.prefix))
    participle = base.core.startswith("م") and len(base.core) > 4 and not (base.act or base.known_noun)
    return participle or base.office is not None or "person-noun" in base.classes


def _of_many_things(word: Word) -> bool:
    """Tells whether a noun is surely a plural of things, which الذي cannot describe (أفكار, جدران)."""
    base = word.stem.removeprefix("ال")
    written = len(base) == 5 and base[0] == "أ" and base[3] == "ا" and bool(word.common) and word.act is None
    return (written or word.core in BROKEN_PLURALS) and not _is_human(word)


def _accusative_noun(word: Word) -> bool:
    """Tells whether a word is a listed noun with the ا of an indefinite object (مقترحا)."""
    base = known_word(word.stem[:-1]) if word.stem.endswith("ا") and len(word.stem) > 4 else None
    return base is not None and bool(base.common or base.known_noun)


def _is_plural(word: Word) -> bool:
    """Tells whether a noun that does not end in ة or ات is surely a plural: المهندسون, شهداء, ضحايا; not قانون."""
    if word.act is not None and not word.act.plural:
        return False
    if word.stem.endswith("ي") and not word.definite and len(word.stem) > 4:
        base = known_word(word.stem[:-1].removeprefix(word.prefix))
        return base.office is not None or "person-noun" in base.classes
    if word.stem.endswith(("ون", "ين")):
        return len(word.core) > 5 or "person-noun" in word.classes
    return len(word.core) > 3 and word.stem.endswith(("اء", "ايا"))


def without_one(reading: Reading, clause: Clause, found: Phrase) -> Phrase:
    """Leaves out which of many is spoken of where a plural relative describes them all (أحد │ المهندسين الذين)."""
    units = reading.units
    opener = units[clause.opener].word.stem if clause.opener >= 0 else ""
    one = units[found.first].word.stem in _ONE_OF and opener in _OF_MANY and found.entity is None
    many = found.first + 1 < found.end and units[found.first + 1].word.definite
    return Phrase(found.first + 1, found.end) if one and many else found
