"""Whether a form that may be a verb is a finite verb where it stands (docs/events.md §1.3)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.lexicon.index import cues
from timeline_cli.text.resuming import made_by
from timeline_cli.text.tokens import OPENING_QUOTES, Unit
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

_WITH_SUBJECT = frozenset(
    {"أنه", "أنها", "أنهم", "إنه", "إنها", "إنهم", "بأنه", "بأنها", "انه", "انها", "لأنه", "لأنها"}
)
_FREED = cues("freed")
_OTHER = frozenset({"آخر", "اخر", "أخر", "أخرى", "اخرى", "ثانية", "ثان"})
_WHEN = frozenset({"بعد", "منذ", "عقب", "إثر"})
_WHILE = frozenset({"بينما", "فيما", "عندما", "حين", "حينما", "لما", "بعدما"})
_MOOD = frozenset({"negation", "aspect"})
_OPENERS = frozenset({"relative", "clause-adverb", "conditional", "complementizer", "modal"})
_OF_NAMES = frozenset({"دا", "دي", "دو", "فان", "دل", "دوس"})
_ABLE = frozenset({"امكان", "استطاعه", "مقدور", "وسع"})  # بإمكان روسيا رفع صادراتها


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
    at_start = before is None or before.is_mark or before.date >= 0 or _behind_opening(units, i)
    goes_on = at_start or (word.lead == "ف" and word.verb is not None)
    if (word.office is not None or "person-noun" in word.classes) and not (goes_on and _governs(units, i)):
        return False
    if before is not None and not at_start:
        classes = before.word.classes
        if classes & _MOOD:
            return True
        closed = before.word.stem == "ذلك" and i > 1 and units[i - 2].word.preposition
        closed = closed or (i == 3 and before.word.stem in _OTHER and units[0].word.preposition)  # من جانب آخر │ أعلنت
        opening = i == 1 and word.lead and before.word.stem in ("هذا", "هذه")
        if (before.word.preposition or classes & {"demonstrative", "quantifier"}) and not (closed or opening):
            return False
        if (
            (before.word.core == "وقت" and not (i > 1 and "demonstrative" in units[i - 2].word.classes))
            or (before.word.stem == "قدم" and word.stem == "ساق")
            or (word.given and word.lead and _named_on(units, i))
        ):
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
    if "place-opener" in word.classes and not at_start and not word.lead and _names_town(units, i):
        return False
    if _owned_subject(units, i) or (before is not None and before.word.core == "مجلس" and word.fold == "اداره"):
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
    return _ambiguous_is_verb(units, i, at_start, verb_wanted)


def _behind_opening(units: Sequence[Unit], i: int) -> bool:
    """Tells whether only a phrase that leads on from the sentence before stands before a form (إلى ذلك │ نشر, من جهة
    أخرى │ حكم)."""
    if i not in (2, 3) or not units[0].word.preposition or units[i - 1].date >= 0:
        return False
    return units[i - 1].word.stem in (_OTHER if i == 3 else {"ذلك"})


def _is_counted(word: Word) -> bool:
    """Tells whether a form behind a number is what is counted, no verb of two (12 │ طالبا), or a month (20 أوت)."""
    return word.verb is not None and (word.verb.person in ("3md", "3fd") or word.stem == "أوت")


def _owned_subject(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form that may be a verb with its object is a noun with its pronoun right behind a verb (هاجرت
    أسرته)."""
    word, before = units[i].word, units[i - 1].word if i and units[i - 1].date < 0 else None
    if before is None or before.verb is None or before.classes & {"phase", "become", "modal", "was"} or word.lead:
        return False
    if i > 1 and units[i - 2].date < 0 and units[i - 2].word.preposition:
        return False  # إلى عقد │ أبرمته الإدارة
    return word.verb is not None and bool(word.verb.pronoun) and bool(word.pronoun) and not before.is_function


def _names_town(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form that is also a verb opens the name of a town or tribe here (نادي أمل │ بني ملال)."""
    before, after = units[i - 1].word, units[i + 1] if i + 1 < len(units) else None
    if after is None or after.date >= 0 or after.is_mark or after.word.preposition or after.word.prefix:
        return False
    return before.verb is None and not before.classes & _OPENERS


def _named_on(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a first name after و is followed by what reads as a family name (خالد الدوسري وياسر القحطاني)."""
    after = units[i + 1] if i + 1 < len(units) else None
    before = units[i - 1].word
    if after is None or after.is_mark or after.date >= 0 or before.verb is not None:
        return False
    paired = i > 1 and units[i - 2].date < 0 and units[i - 2].word.given and before.definite and after.word.definite
    if paired and units[i].word.given in ("m", "f") and not after.word.prefix:
        return True  # سالم الحداد │ وياسر النجار
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
    return bool(before.classes & _OPENERS) or (verb_wanted and before.definite)


def _inside_foreign_name(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form that only looks like a verb stands where a foreign name does: behind مدينة or دا, right
    behind a verb whose subject it is (فاز ويمبلدون)."""
    before = units[i - 1].word
    if before.stem in _OF_NAMES or (before.place_head is not None and not before.definite):
        return True
    verb = before.verb
    sure = verb is not None and not (verb.ambiguous or verb.guessed or verb.pronoun)
    return sure and not before.classes & (_OPENERS | _MOOD | {"phase", "become", "modal", "light"})


def _ambiguous_is_verb(units: Sequence[Unit], i: int, at_start: bool, verb_wanted: bool) -> bool:
    word = units[i].word
    following = units[i + 1] if i + 1 < len(units) else None
    before = units[i - 1] if i else None
    if following is None or (following.is_mark and not following.is_comma and following.text not in OPENING_QUOTES):
        return False
    if before is None or (word.lead == "ف" and word.verb is not None and word.verb.aspect == "perfect"):
        return True
    if word.stem in ("وسط", "خلف", "ضد") and not word.lead and not before.is_comma:
        return False
    if verb_wanted and _behind_opening(units, i):
        return not (following.word.preposition or following.word.prefix)
    if "planned-participle" in before.word.classes or (i > 1 and units[i - 2].word.core in _ABLE):
        return False
    if before.word.classes & _OPENERS and "complementizer" not in before.word.classes:
        return True
    said = word.verb if word.verb is not None else word.speech
    if before.word.stem in ("أن", "ان", "كي") and said is not None and not word.lead and may_be_imperfect(word):
        return True
    if (
        made_by(units, i, following)
        or before.word.stem in _WITH_SUBJECT
        or _opens_saying(units, i)
        or _done_before(units, i)
    ):
        return True
    if verb_wanted and (following.word.preposition or following.date >= 0) and _behind_that(units, i):
        return True
    if _goes_on_then(units, i) or _behind_scene(units, i, following, verb_wanted):
        return True
    if word.lead:
        return _joined_ambiguous(units, i, following)
    if before.word.prefix == "ل" and _relative_of_meeting(units, i, following):
        return True
    if before.is_comma and _answers_while(units, i, following):
        return True
    if not verb_wanted:
        if before.is_comma and "preposition-bound" in following.word.classes and _asks(word, following):
            return True  # ولد في حلب، │ حكم عليه بالسجن
        return _relative_of_meeting(units, i, following)
    if i > 1 and units[i - 2].is_number and units[i - 2].date < 0 and before.date < 0 and following.word.common:
        return True  # إن زلزالا قوته 5 درجات │ هز شرق البلاد
    first_person = word.verb is not None and word.verb.person in ("1s", "1p")
    if before.is_comma or before.date >= 0 or before.text in (":", ")") or (before.is_mark and first_person):
        return True
    if word.verb is not None and word.verb.lemma == "بلغ" and (following.date >= 0 or following.is_number):
        return True
    if "preposition-place" in word.classes and (units[0].word.prefix or units[0].word.preposition):
        return False  # وبمناقشة أطروحته │ حول اللهجات
    if (
        before.word.definite
        or before.word.pronoun
        or before.word.place is not None
        or before.word.nationality is not None
    ):
        return not following.word.definite or following.date >= 0 or following.word.preposition or _looks_back(units, i)
    named = before.word.unknown and not before.word.stem.endswith("ي") and before.word.stem[0] not in "تي"
    if named and len(word.stem) == 3 and (following.date >= 0 or following.word.preposition):
        return True
    return _relative_of_meeting(units, i, following)


def _answers_while(units: Sequence[Unit], i: int, following: Unit) -> bool:
    """Tells whether a perfect behind the first comma of a sentence that opens with بينما has its subject behind it
    (وبينما كان الملك يتماثل للشفاء، │ ضرب الجيش الحصار)."""
    verb = units[i].word.verb
    if verb is None or verb.aspect != "perfect" or units[i].word.lead or units[0].word.stem not in _WHILE:
        return False
    first = next(k for k, unit in enumerate(units) if unit.is_comma) == i - 1
    word = following.word
    known = word.definite or word.organisation is not None or word.office is not None or bool(word.given)
    return first and following.date < 0 and known and not word.prefix


def _behind_that(units: Sequence[Unit], i: int) -> bool:
    """Tells whether an indefinite accusative, with its adjective at most, stands between أن and a perfect whose subject
    it is (أن طلبا جديدا │ قدم إلى الحكومة)."""
    verb = units[i].word.verb
    if verb is None or verb.aspect != "perfect" or units[i].word.lead:
        return False
    for k in (i - 2, i - 3):
        if k >= 0 and "complementizer" in units[k].word.classes:
            between = units[k + 1 : i]
            return all(u.date < 0 and not u.is_mark and u.word.stem.endswith(("ا", "ة")) for u in between)
    return False


def _goes_on_then(units: Sequence[Unit], i: int) -> bool:
    """Tells whether ثم behind a comma or date stands before a perfect (، ثم │ ركب البحر)."""
    verb = units[i].word.verb
    closed = i > 1 and (units[i - 2].is_comma or units[i - 2].date >= 0)
    return closed and units[i - 1].word.stem == "ثم" and verb is not None and verb.aspect == "perfect"


def _behind_scene(units: Sequence[Unit], i: int, following: Unit, verb_wanted: bool) -> bool:
    """Tells whether a sentence opens with where something happened, before its verb (في دمشق │ أسس العمال …)."""
    verb = units[i].word.verb
    if not verb_wanted or verb is None or verb.aspect != "perfect" or not 2 <= i <= 4 or units[i].word.lead:
        return False
    opens = units[0].word.preposition and all(units[k].word.place is not None for k in range(1, i))
    return opens and following.date < 0 and following.word.definite and not following.word.prefix


def _looks_back(units: Sequence[Unit], i: int) -> bool:
    """Tells whether كان and its subject stand right before a perfect (وكانت اللجنة │ رفعت الفائدة)."""
    verb = units[i].word.verb
    if verb is None or verb.aspect != "perfect":
        return False
    for k in range(i - 1, max(-1, i - 5), -1):
        word = units[k].word
        if units[k].is_mark or units[k].date >= 0 or word.preposition or word.verb is not None:
            return "was" in word.classes
        if "was" in word.classes:
            return k < i - 1
    return False


def _asks(word: Word, following: Unit) -> bool:
    """Tells whether the preposition behind a form that may be a verb is one that the verb asks for (حكم │ عليه)."""
    prepositions = word.verb.prepositions if word.verb is not None else frozenset()
    if word.verb is not None and word.verb.lemma in _FREED and following.word.stem.startswith("عل"):
        return True
    return any(preposition and following.word.stem.startswith(preposition.rstrip("ىي")) for preposition in prepositions)


def may_be_imperfect(word: Word) -> bool:
    """Tells whether a form is an imperfect, or one in ت that may also be a perfect or masdar (أن توجه الوكالة)."""
    said = word.verb if word.verb is not None else word.speech
    if said is None or said.aspect == "imperfect":
        return said is not None
    return word.verb is not None and word.verb.unclear and word.stem[0] == "ت"


def _done_before(units: Sequence[Unit], i: int) -> bool:
    """Tells whether أن behind سبق or a word of time opens what was done before (سبق للمدرب أن │ درب الفريق, بعد أن │
    صادق المجلس)."""
    verb = units[i].word.verb
    if units[i - 1].word.stem not in ("أن", "ان") or verb is None or verb.aspect != "perfect":
        return False
    if i > 1 and units[i - 2].word.stem in _WHEN:
        return True
    return any(unit.word.stem in ("سبق", "يسبق") for unit in units[max(0, i - 5) : i - 1])


def _opens_saying(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form behind a comma is a speech verb, since what is said follows (، كشف الوزير أن …)."""
    if units[i].word.speech is None or not units[i - 1].is_comma:
        return False
    for unit in units[i + 1 : i + 10]:
        if unit.is_mark and not unit.is_comma:
            return False
        if "complementizer" in unit.word.classes:
            return True
    return False


def _relative_of_meeting(units: Sequence[Unit], i: int, following: Unit) -> bool:
    """Tells whether an ambiguous form is the verb of an asyndetic relative clause: مؤتمر عقد في نيروبي."""
    k = i - 1
    while k > 0 and i - k < 3 and units[k].word.prefix == "ل":
        k -= 1
    act = units[k].word.act if units[k].date < 0 else None
    verb = units[i].word.verb
    fits = act is not None and verb is not None and (act.kind in verb.kinds or verb.title_head == "light")
    return fits and (following.date >= 0 or following.word.preposition)


def _lists_masdars(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a masdar behind a preposition goes on with this form (من إنقاذ المصابين │ ونقلهم إلى …)."""
    verb = units[i].word.verb
    noun = known_word(verb.base) if verb is not None else None
    if noun is None or not (noun.common or noun.known_noun or noun.act):
        return False
    for k in range(i - 1, max(0, i - 9), -1):
        if units[k].is_comma or units[k].date >= 0 or "complementizer" in units[k].word.classes:
            return False
        noun = units[k].word
        shaped = len(noun.core) > 5 and noun.core[0] == "ا" and noun.core[-2] == "ا"
        if (noun.act is not None or shaped) and (noun.prefix or units[k - 1].word.preposition):
            return True
    return False


def _joined_ambiguous(units: Sequence[Unit], i: int, following: Unit) -> bool:
    """Rules (a)–(f) of docs/events.md §1.3 for و + a form that is verb or noun."""
    before = units[i - 1]
    word = units[i].word
    if i == 1 and before.word.stem in ("هذا", "هذه"):
        return True
    if word.verb is not None and word.verb.lemma == "بلغ":
        return True
    counted = following.word.classes & {"quantifier", "number"} and word.act is None
    if counted and not following.word.definite:
        return True
    closed = before.is_comma or before.date >= 0
    if closed and following.date >= 0 and word.act is None:
        return True  # كان مقررا غدا │ وتأجل إلى 4 مايو
    if before.is_comma and (following.date >= 0 or following.word.classes & {"quantifier", "number", "person-noun"}):
        return True
    if following.is_number and before.is_comma:
        return True
    named = before.word.definite or before.word.place is not None or bool(before.word.given or before.word.pronoun)
    if following.date >= 0 and named and word.verb is not None and word.act is not None:
        return True  # درس الحقوق في بغداد │ وتخرج عام 1957
    if word.verb is not None and word.verb.pronoun and (word.act is None or before.is_comma):
        return before.is_comma or not _lists_masdars(units, i)
    wanted = (word.verb.prepositions if word.verb is not None else frozenset()) | {"إلى"}
    if before.is_comma and following.word.preposition and following.word.stem in wanted:
        return True
    governs = not following.word.prefix or bool(following.word.pronoun)  # وتبرع لإنشائه عمال
    if before.is_comma and i > 1 and units[i - 2].date >= 0 and governs:
        return True
    for k in range(max(0, i - 6), i):
        noun = units[k].word
        if units[k].is_comma:
            continue
        listed = noun.act is not None and not noun.definite
        governed = k > 0 and (units[k - 1].word.preposition or units[k - 1].word.act is not None)
        if listed and (governed or noun.prefix or noun.lead):
            return False
    if following.word.office or following.word.given or following.word.organisation:
        return following.word.definite or following.word.given != "" or following.word.organisation is not None
    if following.word.stem.endswith("ا") and not following.word.definite and following.word.act is None:
        return True
    prepositions = word.verb.prepositions if word.verb is not None else frozenset()
    if following.word.preposition and following.word.stem in prepositions:
        return before.is_comma
    return following.word.definite and before.is_comma and word.act is None
