"""Whether a form that is also another word is a finite verb where it stands (docs/events.md §1.3)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.lexicon.index import cues
from timeline_cli.text.resuming import made_by
from timeline_cli.text.tokens import CLOSING_QUOTES, DOUBLE_QUOTES, OPENING_QUOTES, Unit
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

OPENERS = frozenset({"relative", "clause-adverb", "conditional", "complementizer", "modal"})
OTHER = frozenset({"آخر", "اخر", "أخر", "أخرى", "اخرى", "ثانية", "ثان"})
_ABLE = frozenset({"امكان", "استطاعه", "مقدور", "وسع"})  # بإمكان روسيا رفع صادراتها
_FREED = cues("freed")
_WITH_SUBJECT = frozenset(
    {"أنه", "أنها", "أنهم", "إنه", "إنها", "إنهم", "بأنه", "بأنها", "انه", "انها", "لأنه", "لأنها"}
)
_BODIES = frozenset({"تنظيم", "حزب", "جيش", "فريق", "نادي"})
_INSERTION = 14
_LONGEST_SUBJECT = 9
_FURTHEST_AIM = 12
_WHEN = frozenset({"بعد", "منذ", "عقب", "إثر"})
_WHILE = frozenset({"بينما", "فيما", "عندما", "حين", "حينما", "لما", "بعدما"})


def behind_opening(units: Sequence[Unit], i: int) -> bool:
    """Tells whether only a phrase that leads on from the sentence before stands before a form (إلى ذلك │ نشر, من جهة
    أخرى │ حكم)."""
    if i not in (2, 3) or not units[0].word.preposition or units[i - 1].date >= 0:
        return False
    return units[i - 1].word.stem in (OTHER if i == 3 else {"ذلك"})


def is_ambiguous_verb(units: Sequence[Unit], i: int, at_start: bool, verb_wanted: bool) -> bool:
    """Tells whether a unit that may also be a noun or particle is a finite verb. `at_start`: its clause begins there;
    `verb_wanted`: the clause so far has no verb."""
    word = units[i].word
    following = units[i + 1] if i + 1 < len(units) else None
    before = units[i - 1] if i else None
    if following is None or (following.is_mark and not following.is_comma and following.text not in OPENING_QUOTES):
        return False
    if word.stem == "أسهم" and not _contributes(units, i):
        return False
    if word.lead == "و" and word.given and following.is_comma and before is not None and not before.is_mark:
        return False  # أنصار الحركة │ وصالح، وبعد …
    if before is None or (word.lead == "ف" and word.verb is not None and word.verb.aspect == "perfect"):
        return True
    if word.stem in ("وسط", "خلف", "ضد") and not word.lead and not before.is_comma:
        return False
    if _of_the_two(units, i):
        return True
    if verb_wanted and behind_opening(units, i):
        return not (following.word.preposition or following.word.prefix)
    if "planned-participle" in before.word.classes or (i > 1 and units[i - 2].word.core in _ABLE):
        return False
    if before.word.classes & OPENERS and "complementizer" not in before.word.classes:
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
    if before.text in CLOSING_QUOTES and _looks_back(units, i):
        return True  # وكانت شركة «النور» │ بثت …
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


def _contributes(units: Sequence[Unit], i: int) -> bool:
    """Tells whether أسهم says to what somebody contributed (أسهم المشروع │ في توفير الوظائف), and is no noun of which a
    feminine verb tells (أسهم الشركة في بورصة دبي │ ارتفعت)."""
    given = False
    for unit in units[i + 1 : i + _FURTHEST_AIM]:
        word = unit.word
        if unit.is_mark and not unit.is_comma:
            break
        if "relative" in word.classes:
            return given
        given = given or word.stem == "في" or word.prefix == "ب"
        told = word.verb is not None and word.verb.person == "3fs" and not word.verb.guessed and not word.lead
        if told and not word.definite and not word.prefix:
            return False
    return given


def _of_the_two(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a form of the dual stands right behind the two who act (إن الطرفين │ وقعا الاتفاق)."""
    verb, before = units[i].word.verb, units[i - 1].word
    dual = verb is not None and verb.person in ("3md", "3fd") and not units[i].word.lead
    return dual and before.definite and not before.prefix and before.stem.endswith(("ان", "ين"))


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
            if len(between) == 2 and between[0].word.core in _BODIES and not between[1].word.act:
                return True  # أن تنظيم داعش │ قتل منذ ذلك …
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
    for k in range(i - 1, max(-1, i - _LONGEST_SUBJECT), -1):
        word = units[k].word
        if units[k].text in DOUBLE_QUOTES:
            continue
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
    near = _INSERTION if i > 1 and units[i - 2].is_comma else 5  # سبق للمدرب، وهو من حلب، أن │ درب الفريق
    return any(unit.word.stem in ("سبق", "يسبق") for unit in units[max(0, i - near) : i - 1])


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
