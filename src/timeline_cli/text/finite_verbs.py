"""Whether a form that may be a verb is a finite verb where it stands (docs/events.md §1.3)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.lexicon.index import cues
from timeline_cli.text.ambiguous_verbs import OPENERS, OTHER, behind_opening, is_ambiguous_verb
from timeline_cli.text.resuming import made_by
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

_MOOD = frozenset({"negation", "aspect"})
_MEASURES = cues("measured-of")
_WAYS = cues("way")
_AVERAGES = cues("averages")
_OF_NAMES = frozenset({"دا", "دي", "دو", "فان", "دل", "دوس"})


def is_verb(units: Sequence[Unit], i: int, verb_wanted: bool) -> bool:
    """Tells whether a unit is a finite verb where it stands (docs/events.md §1.3).

    `verb_wanted`: the clause so far has no verb.
    """
    unit = units[i]
    word = unit.word
    if unit.date >= 0 or word.definite or word.prefix:
        return False
    if word.verb is None and word.speech is None:
        return _after_particle(units, i)
    if "ً" in unit.text:
        return False  # 138 طالبًا
    if word.verb is None and word.speech is not None and word.speech.aspect not in ("perfect", "imperfect"):
        return False
    if word.classes & {"preposition", "was", "still", "quantifier", "number", "adverb"}:
        return False
    if word.place and (word.verb is None or word.place.get("ambiguous") != "yes"):
        return False
    if word.stem == "فقد" and i + 1 < len(units) and (units[i + 1].word.verb or units[i + 1].word.speech):
        return False
    before = units[i - 1] if i else None
    at_start = before is None or before.is_mark or before.date >= 0 or behind_opening(units, i)
    goes_on = at_start or (word.lead == "ف" and word.verb is not None)
    if (word.office is not None or "person-noun" in word.classes) and not (
        (goes_on and _governs(units, i)) or (word.lead == "و" and word.verb is not None and _before_number(units, i))
    ):
        return False
    if before is not None and not at_start:
        classes = before.word.classes
        if classes & _MOOD:
            return True
        if word.place and before.word.place_head is not None and not before.word.definite:
            return False  # في إقليم │ أغري
        closed = before.word.stem == "ذلك" and i > 1 and units[i - 2].word.preposition
        closed = closed or (i == 3 and before.word.stem in OTHER and units[0].word.preposition)  # من جانب آخر │ أعلنت
        opening = i == 1 and word.lead and before.word.stem in ("هذا", "هذه")
        if (before.word.preposition or classes & {"demonstrative", "quantifier"}) and not (closed or opening):
            return False
        if (
            (before.word.core == "وقت" and not (i > 1 and "demonstrative" in units[i - 2].word.classes))
            or (before.word.stem == "قدم" and word.stem == "ساق")
            or (word.given and word.lead and _named_on(units, i))
        ):
            return False
        if before.word.core in _WAYS and before.word.prefix == "ب" and not word.lead and word.common:
            return False  # بشكل │ قاطع
        if _owned_by_act(before.word, word):
            return False
        if before.is_number and not word.lead and word.verb is not None and _is_counted(word):
            return False
        objects = word.verb is not None and word.verb.pronoun and not word.verb.guessed
        counts = before.is_number or "number" in classes
        if objects and counts and word.common and not word.lead:
            return False  # 3.7 مليون │ جنيه
        future = word.verb is not None and word.verb.future and not word.verb.guessed  # آخر جندي │ سيغادر
        if before.word.office is not None and not (before.word.definite or word.lead or objects or future):
            return False
    if (
        before is not None
        and before.word.core == "حي"
        and not word.lead
        and before.date < 0
        and not before.word.definite
    ):
        return False  # في حي │ بانت
    if before is not None and i > 1 and before.date < 0 and not word.lead and _governed_place(units, i):
        return False
    if "place-opener" in word.classes and not at_start and not word.lead and _names_town(units, i):
        return False
    if word.stem.endswith("وا") and known_word(word.stem[:-1]).act is not None and _compared(units, i):
        return False
    if word.stem.endswith("ا") and not word.lead and before is not None and "superlative" in before.word.core_classes:
        noun = known_word(word.stem[:-1])
        if noun.act is not None or noun.common or noun.known_noun:
            return False  # الأكثر │ تداولا
    if i > 1 and not verb_wanted and not word.lead and _closes_place(units, i):
        return False  # فاز على ملعب سيلتيك │ بارك
    if before is not None and before.date < 0 and before.word.core == "عدم" and not word.lead:
        return False  # على عدم │ توفر الخدمات
    if before is not None and before.word.core in _AVERAGES and _of_average(units, i):
        return False
    administered = before is not None and before.word.core == "مجلس" and word.fold == "اداره"
    if administered or _is_measure(units, i) or _owned_subject(units, i):
        return False
    if word.verb is not None and word.verb.guessed:
        made = i > 1 and i + 1 < len(units) and made_by(units, i, units[i + 1])  # عقد │ أبرمته الإدارة
        return made or _guess_holds(units, i, at_start, verb_wanted)
    ambiguous = word.verb.ambiguous if word.verb is not None else bool(word.speech and word.speech.ambiguous)
    if word.given and not word.lead:
        after = units[i + 1].word.classes if i + 1 < len(units) and units[i + 1].date < 0 else frozenset()
        if after & _MOOD:
            return False
        ambiguous = True
    if not ambiguous:
        return True
    return is_ambiguous_verb(units, i, at_start, verb_wanted)


def _before_number(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a number of people follows, at most one word that rounds it between (وطالب │ نحو 500 متظاهر)."""
    after = units[i + 1 : i + 3]
    rounds = len(after) == 2 and after[0].word.core in ("نحو", "حوالي", "قرابه") and after[1].is_number
    return rounds or (bool(after) and after[0].is_number)


def _closes_place(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a perfect in a clause that has its verb is the last word of the foreign name of a place."""
    verb, name, head = units[i].word.verb, units[i - 1], units[i - 2].word
    if verb is None or verb.aspect != "perfect" or verb.person != "3ms" or verb.pronoun:
        return False
    guessed = name.word.verb is not None and name.word.verb.guessed
    listed = head.definite or name.word.definite or name.word.lead
    return head.place_head is not None and (name.word.unknown or guessed) and not listed


def _owned_by_act(act: Word, word: Word) -> bool:
    """Tells whether a form that may be a verb with its object is the listed noun, with its pronoun, that an act of
    another gender before it is done to (بمهاجمة │ سلطته)."""
    verb = word.verb
    acts = act.act is not None or (bool(act.prefix) and act.stem.endswith("ة"))
    if verb is None or verb.pronoun not in ("ه", "ها") or not acts or act.definite or act.pronoun or word.lead:
        return False
    base = word.stem.removesuffix(verb.pronoun)
    listed = base.endswith("ت") and bool(known_word(base[:-1] + "ة").known_noun or known_word(base[:-1] + "ة").common)
    return listed and act.feminine != (verb.pronoun == "ها")


def _compared(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a superlative stands before a unit, at most two definite words away, so that the unit says in what
    (أكثر القضايا │ نموا)."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if "superlative" in units[k].word.core_classes:
            return True
        if not units[k].word.definite:
            return False
    return False


def _is_counted(word: Word) -> bool:
    """Tells whether a form behind a number is what is counted, no verb of two (12 │ طالبا), or a month (20 أوت)."""
    return word.verb is not None and (word.verb.person in ("3md", "3fd") or word.stem == "أوت")


def _is_measure(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form that may be a verb with its object says how old or heavy somebody or something is (البالغ │
    وزنه طنا, كان │ عمره عشر سنوات)."""
    word, before = units[i].word, units[i - 1].word if i and units[i - 1].date < 0 else None
    if before is None or not word.pronoun or word.stem.removesuffix(word.pronoun) not in _MEASURES:
        return False
    return before.core in ("بالغ", "بالغه") or "was" in before.classes


def _of_average(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form is a noun between the average or total of it and what has it (متوسط │ دخل الأسرة)."""
    before, after = units[i - 1], units[i + 1] if i + 1 < len(units) else None
    if after is None or after.date >= 0 or after.is_mark or before.date >= 0:
        return False
    plain = not (before.word.definite or before.word.pronoun or units[i].word.lead or units[i].word.pronoun)
    return plain and after.word.definite and not after.word.prefix


def _owned_subject(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form that may be a verb with its object is a noun with its pronoun right behind a verb (هاجرت
    أسرته)."""
    word, before = units[i].word, units[i - 1].word if i and units[i - 1].date < 0 else None
    if before is None or before.verb is None or before.classes & {"phase", "become", "modal", "was"} or word.lead:
        return False
    if i > 1 and units[i - 2].date < 0 and units[i - 2].word.preposition:
        return False  # إلى عقد │ أبرمته الإدارة
    return word.verb is not None and bool(word.verb.pronoun) and bool(word.pronoun) and not before.is_function


def _governed_place(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form stands where the place that somebody governs is named (حاكم إقليم │ أغري)."""
    head, ruler, verb = units[i - 1].word, units[i - 2].word, units[i].word.verb
    place = head.place_head is not None and not (head.definite or head.pronoun or head.prefix or head.lead)
    rules = ruler.office is not None and units[i - 2].date < 0 and not (ruler.definite or ruler.pronoun)
    return place and rules and (verb is None or verb.aspect == "perfect")


def _names_town(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form that is also a verb opens the name of a town or tribe here (نادي أمل │ بني ملال)."""
    before, after = units[i - 1].word, units[i + 1] if i + 1 < len(units) else None
    if after is None or after.date >= 0 or after.is_mark or after.word.preposition or after.word.prefix:
        return False
    return before.verb is None and not before.classes & OPENERS


def _named_on(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a first name after و is followed by what reads as a family name (خالد الدوسري وياسر القحطاني)."""
    after = units[i + 1] if i + 1 < len(units) else None
    before = units[i - 1].word
    if after is None or after.is_mark or after.date >= 0 or before.verb is not None:
        return False
    paired = i > 1 and units[i - 2].date < 0 and units[i - 2].word.given and before.definite and after.word.definite
    if paired and units[i].word.given in ("m", "f") and not after.word.prefix:
        return True  # سالم الحداد │ وياسر النجار
    if after.word.given and i + 2 < len(units) and units[i + 2].word.fold in ("بن", "ابن", "بنت"):
        return True  # سالم الحداد │ وزيد فيصل بن نجار
    family = after.word.unknown or (after.word.definite and not after.word.common and not after.word.known_noun)
    return family and not before.common and not before.is_function


def _after_particle(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a word in no list stands behind قد or لم, or an imperfect behind أن, so that it must be a verb."""
    word = units[i].word
    if i and units[i - 1].date < 0 and units[i - 1].word.stem in ("أن", "ان", "كي", "لكي"):
        return word.unknown and word.stem[0] in "يتن" and len(word.stem) > 3 and not word.definite
    if not i or units[i - 1].date >= 0 or units[i - 1].word.stem not in ("قد", "لم", "لن", "سوف", "لقد"):
        return False
    return not (word.is_function or word.known_noun or word.given or units[i].is_mark or units[i].is_number)


def _governs(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form that is office or verb (طالب, حكم) is followed by what a verb has for subject."""
    if i + 1 >= len(units) or units[i + 1].date >= 0 or units[i + 1].is_mark:
        return False
    after = units[i + 1].word
    people = bool(after.core_classes & {"group-noun", "person-noun"}) or after.stem.endswith("ون")
    counted = people or bool(after.classes & {"quantifier", "number"})
    return (
        counted
        or "preposition-bound" in after.classes
        or after.office is not None
        or after.organisation is not None
        or after.definite
        or after.place is not None
    )


def _closes_pair(units: Sequence[Unit], i: int) -> bool:
    """Tells whether و joins the second of two names behind بين (بين حصور │ ويفار)."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if units[k].is_mark or units[k].date >= 0 or units[k].word.lead:
            return False
        if units[k].word.stem == "بين":
            return k < i - 1
    return False


def _guess_holds(units: Sequence[Unit], i: int, at_start: bool, verb_wanted: bool) -> bool:
    word = units[i].word
    if word.given or (i and units[i - 1].word.given) or (i and units[i - 1].word.office):
        return False
    if at_start and i and units[i - 1].text in '«“"(':
        return False
    if i and not at_start and _inside_foreign_name(units, i):
        return False
    if word.lead == "و" and _closes_pair(units, i):
        return False
    imperfect = word.verb is not None and word.verb.aspect == "imperfect"
    if at_start or word.lead or imperfect:
        return True
    before = units[i - 1].word
    return bool(before.classes & OPENERS) or (verb_wanted and before.definite)


def _inside_foreign_name(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form that only looks like a verb stands where a foreign name does: behind مدينة or دا, right
    behind a verb whose subject it is (فاز ويمبلدون)."""
    before = units[i - 1].word
    if before.stem in _OF_NAMES or (before.place_head is not None and not before.definite):
        return True
    verb = before.verb
    sure = verb is not None and not (verb.ambiguous or verb.guessed or verb.pronoun)
    return sure and not before.classes & (OPENERS | _MOOD | {"phase", "become", "modal", "light"})
