"""What the form of a noun beside a verb says of its case, number and gender, so that it is no subject or one
(docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import phrase_end
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

_LENGTHS = cues("lengths") | cues("times")
_ORDINALS = frozenset({"أول", "اول", "آخر", "ثاني", "ثالث", "أكبر"})
_ONE_OF = cues("counted-among")
_WITNESSES = cues("witnesses")
_MEN_COUNTED = cues("three-to-ten")
_MASCULINE = cues("masculine-thing")


def oblique_plural(word: Word) -> bool:
    """Tells whether a noun has the ين of people who are no subject (المصابين, الفلسطينيين) or of how long something
    lasted (عامين), or is such a plural before its genitive (مسؤولي), not one that only ends so (القوانين, اليمين)."""
    if word.core.endswith("ين") and word.core in _LENGTHS:
        return True
    if word.stem.endswith("ي") and len(word.stem) > 5 and not word.definite and word.verb is None:
        plural = known_word(word.stem[:-1] + "ون")
        return bool(plural.common) or plural.office is not None  # منسوبي │ الإدارة
    if not word.stem.endswith("ين") or len(word.core) < 6 or word.verb is not None or word.given:
        return False
    base = known_word(word.core[:-2])
    people = base.office is not None or base.nationality is not None or "person-noun" in base.classes
    return people or (base.common and word.core[0] in "مع" and base.act is None)


def dual_in_genitive(reading: Reading, k: int) -> bool:
    """Tells whether a word is a nominative dual without its ن (مدربا الفريقين), which looks like an object."""
    word = reading.units[k].word
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    if (
        not word.stem.endswith("ا")
        or word.pronoun
        or word.definite
        or after is None
        or after.date >= 0
        or after.word.prefix
    ):
        return False
    if not (after.word.definite or after.word.place is not None):
        return False
    base = known_word(word.stem[:-1])
    known = base.office is not None or base.organisation is not None or word.office is not None
    return known or "person-noun" in base.classes


def counts_men(reading: Reading, clause: Clause, behind: list[int]) -> bool:
    """Tells whether a number behind a woman's verb counts a masculine singular, so that it is its object (سرّحت │ 45
    طيارا)."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or verb.person != "3fs" or verb.passive or not verb.transitive or len(behind) < 2:
        return False
    counted = reading.units[behind[1]].word
    return reading.units[behind[0]].is_number and counted.stem.endswith("ا") and not (counted.definite or counted.verb)


def is_dual(word: Word) -> bool:
    """Tells whether a word is a nominative dual of persons or bodies (اللاعبان, الفريقان)."""
    if not word.stem.endswith("ان") or len(word.core) < 5 or word.given or word.place is not None:
        return False
    base = known_word(word.core[:-2])
    return base.office is not None or base.organisation is not None or "person-noun" in base.classes


def is_first_of_kind(reading: Reading, k: int, verb: Verb) -> bool:
    """Tells whether أول and a masculine noun stand behind a woman's verb, which then has them for its object (أنشأت │
    أول قسم للخدج)."""
    word, noun = reading.units[k].word, reading.units[k + 1].word if k + 1 < len(reading.units) else None
    if noun is None or verb.person != "3fs" or not verb.transitive or word.stem not in _ORDINALS:
        return False
    plural = noun.definite or noun.pattern_plural or noun.stem.endswith("ات")
    return not (noun.feminine or plural) and reading.entity_at(k) is None


def is_manner(word: Word) -> bool:
    """Tells whether a word has the shape of how somebody died (مات │ غريقا, مسموما)."""
    stem = word.stem
    if word.definite or word.prefix or word.pronoun or not stem.endswith("ا"):
        return False
    if len(stem) > 5 and stem.startswith("مت"):
        return True  # توفي │ متأثرا بجروحه
    return (len(stem) == 5 and stem[2] == "ي") or (len(stem) == 6 and stem[0] == "م" and stem[3] == "و")


def is_highness(word: Word) -> bool:
    """Tells whether a word stands for a person of rank by a style with its pronoun (سموه, معاليه)."""
    office = word.office
    styled = office is not None and office["family"] == "royal" and office["complement"] == "self"
    return styled and not word.definite and word.stem.endswith(("ه", "ها"))


def is_accusative(word: Word) -> bool:
    """Tells whether a noun ends in the ا of an indefinite accusative, without which it is listed (دورا, not ضحايا)."""
    if not word.stem.endswith("ا") or word.definite or word.pronoun or len(word.stem) < 4 or word.given or word.classes:
        return False
    base = known_word(word.stem[:-1])
    return bool(base.known_noun or base.common or base.act) and base.verb is None


def owned_by_doer(reading: Reading, k: int, verb: Verb) -> bool:
    """Tells whether the doer owns what stands behind أولى or آخر, so that it is no subject (يخوض │ أولى مبارياته,
    أطلقت │ أول مزرعة لها)."""
    word = reading.units[k].word
    after = reading.units[k + 1].word if k + 1 < len(reading.units) else None
    one_of = bool(word.classes & {"quantifier", "number"}) or word.stem in _ONE_OF
    if after is None or not verb.transitive or verb.passive or not one_of:
        return False
    pronoun = "ها" if verb.person == "3fs" else "ه"
    if after.pronoun == pronoun and "preposition-bound" not in after.classes:
        return True
    end = phrase_end(reading, k)
    return end < len(reading.units) and reading.units[end].word.stem == f"ل{pronoun}"


def clashes_in_gender(reading: Reading, k: int, verb: Verb) -> bool:
    """Tells whether a noun is surely a masculine singular of an act, no subject of a feminine verb with an object (تطرح
    │ مشروع قرار); no plural with its adjective (تعاود │ السحب الماطرة)."""
    word = reading.units[k].word
    after = reading.units[k + 1].word if k + 1 < len(reading.units) and reading.units[k + 1].date < 0 else word
    if word.definite and after.definite and after.feminine and not after.prefix:
        return False
    if (
        verb.person != "3fs"
        or not verb.transitive
        or verb.passive
        or verb.unclear
        or set(verb.lemma.split("|")) & _WITNESSES
    ):
        return False
    if word.core in _MEN_COUNTED and not word.definite and after.stem in ("من", "رجال", "شبان"):
        return True  # واعتقلت │ ثلاثة من أفراد العصابة
    if word.feminine or word.office is not None or word.pronoun or "person-noun" in word.classes:
        return False
    if word.core in _MASCULINE:
        return True
    made = len(word.core) == 5 and word.core[0] == "م" and word.core[3] == "و" and not word.definite
    return made or (word.act is not None and not word.act.plural and not word.pattern_plural)
