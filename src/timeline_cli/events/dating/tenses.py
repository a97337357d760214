"""Dates that a clause's verb cannot have: of another verb nearer to them, or past ones beside a present
(docs/events.md §2.1, reach)."""

from __future__ import annotations

from timeline_cli.events.dating.plans import last_act
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.words import Word, word

_CHARGES = cues("charges")
_BECOMES = cues("becomes")
_COMES = frozenset({"جاء", "أتى", "نتج"})
_CAUSES = frozenset({"بسبب", "جراء", "نتيجة"})
_NEAR = 2
_IS_DONE = frozenset({"ليتم", "لتتم", "ليجري", "لتجري"})
_WAS = frozenset({"كان", "كانت", "كانوا"})
_CREWS = cues("crews")
_INFINITIVES = frozenset({"أن", "ان", "لم", "حتى", "كي", "لكي", "ألا", "لن", "قبل", "بعد", "عندما", "حين", "حينما"})
_CLAUSES = frozenset({"before", "after", "when", "until"})
_GOES_BACK = cues("goes-back")
_BEGINS = cues("phases")
_TELLS_WHEN = cues("publishes") | cues("holds") | {"صدر", "استمر", "امتد", "دام"}
_IN_IT = cues("in-it")
_PROPOSED = frozenset({"مقترحا", "مقترحاً"})
_OF_THEM = cues("of-them") | {"اخرها", "اولها"}
_BOUNDS = frozenset({"بدأ", "انتهى", "انطلق", "اختتم", "أقام", "أقيم"}) | cues("occurs")


def purpose_verb(known: Word) -> bool:
    """Tells whether a form is ل before an imperfect (لتتمكن, ليصل)."""
    stem = known.stem
    if len(stem) < 4 or stem[0] != "ل" or stem[1] not in "يت" or known.act is not None or known.place or known.given:
        return False
    verb = word(stem[1:]).verb
    return verb is not None and verb.aspect == "imperfect" and not verb.guessed


def of_another_verb(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a second verb inside a clause stands nearer to a date than its own (توقفت عن البيع لتفتتح في عام
    2000 …; تمثل أفريقيا … وعدد سكان آسيا سوف يزيد بحلول 2030; … واصفا مواجهة اليوم بالصعبة)."""
    units = reading.units
    dated = False
    for k in range(date - 1, clause.verb, -1):
        known = units[k].word
        if units[k].is_comma:
            return False
        if known.verb is not None and _takes_the_date(reading, clause, k, date):
            return True
        dated = dated or units[k].date >= 0
        if dated:
            continue
        speech = known.speech
        said = speech is not None and speech.aspect == "participle" and known.stem.rstrip("ً").endswith("ا")
        thing = known.stem in _PROPOSED and units[k + 1].word.stem.endswith(("ا", "اً"))  # مقترحا جديدا
        if said and k + 1 < date and "adverb" not in known.classes and not thing:
            return True
        if (date - k <= _NEAR or known.stem in _IS_DONE) and purpose_verb(known):
            return True
        if known.stem in _WAS and k > clause.verb + 1 and _was_of_noun(reading, clause, k, date):
            return True
        if known.stem == "سوف" and k > clause.verb + 2 and reading.clause_of[k] == clause.number:
            return True
    return False


def _was_of_noun(reading: Reading, clause: Clause, k: int, date: int) -> bool:
    """Tells whether كان describes the indefinite noun right before it (سقطت هدنة │ كانت سارية منذ 2013), and says
    neither which of several is meant nor when something was."""
    units = reading.units
    before, after = units[k - 1], units[k + 1]
    if k + 1 >= date or before.date >= 0 or before.is_mark or reading.entity_over(k - 1) is not None:
        return False
    word = before.word
    noun = bool(word.common or word.known_noun or word.act) and not (word.definite or word.pronoun or word.lead)
    plain = after.word.fold not in _OF_THEM and after.word.verb is None and not after.word.preposition
    return noun and plain and reading.clause_of[k] == clause.number and not word.classes & {"adverb", "preposition"}


def _takes_the_date(reading: Reading, clause: Clause, k: int, date: int) -> bool:
    """Tells whether a form behind a clause's verb is surely a verb of its own (يضم النادي ستة أعضاء │ بدؤوا قبل عام
    …), and neither what the first begins to do nor what only says when it was done (في بيان صدر أمس)."""
    units = reading.units
    verb = units[k].word.verb
    if verb is None or verb.ambiguous or verb.guessed or reading.clause_of[k] != clause.number or k < clause.verb + 3:
        return False
    if not is_verb(units, k, False) or reading.entity_over(k) is not None:
        return False
    before, after = units[k - 1].word, units[k + 1].word if k + 1 < len(units) else None
    led = verb.aspect == "perfect" or verb.future or bool(before.classes & {"complementizer", "aspect"})
    if not led and date - k > _NEAR:
        return False  # أغلقت مجموعة تعارض الحكومة │ الأنبوب أمس
    if before.stem == "ما" or before.verb is not None or (after is not None and after.stem in _IN_IT):
        return False
    first, lemmas = units[clause.verb].word.verb, set(verb.lemma.split("|"))
    told = set(first.lemma.split("|")) if first is not None else set()
    begins = bool(told & _BEGINS) and verb.aspect == "imperfect"
    return not (begins or told & lemmas or (lemmas & _TELLS_WHEN and verb.aspect == "perfect"))


def of_the_past(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a past day stands behind a present, which it cannot date (يسعى المجلس لإقفال حسابات 2012).

    Figures, beginnings and ends, what is held and the first of its kind (أول سفينة تعبر القناة عام 1950) are told in
    the present too.
    """
    units = reading.units
    verb = units[clause.verb].word.verb
    if verb is None or verb.future or date < clause.verb:
        return False
    after = units[clause.verb + 1].word if clause.verb + 1 < len(units) else None
    opens = clause.kind == "main" and clause.verb == clause.units[0]
    now = opens and verb.unclear and after is not None and (after.feminine or _crew(after))  # تواصل │ السلطات
    if verb.aspect != "imperfect" and not now:
        return False
    if clause.kind in _CLAUSES or verb.lemma.split("|")[0] in _BOUNDS or _maybe_perfect(reading, clause):
        return False
    if verb.lemma.split("|")[0] in _GOES_BACK and units[date].preposition in ("إلى", "الي"):
        return False
    if clause.kind == "relative":
        near = range(max(0, clause.antecedent - 3), clause.antecedent + 1)
        return all(units[k].word.stem not in ("أول", "آخر", "أولى") for k in near)
    told = [units[k] for k in clause.units if k > clause.verb]
    if ("economy" in verb.kinds or verb.lemma == "بلغ") and any(u.is_number and u.date < 0 for u in told):
        return False
    led = [units[k].word for k in clause.units if k < clause.verb]
    if any("was" in w.classes or "still" in w.classes for w in led):
        return False
    before = [units[k].word for k in range(max(0, clause.verb - 2), clause.verb)]
    begun = before and before[-1].verb is not None and before[-1].verb.aspect == "perfect"
    return not begun and _INFINITIVES.isdisjoint(w.stem for w in before)


def of_the_cause(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a past month or longer closes the cause of what something has become or came from (أصبح الاستثمار
    صعبا بسبب الخسائر الحادة │ في يوليو, جاء التراجع نتيجة انخفاض الأسعار │ منذ مايو)."""
    units = reading.units
    verb = units[clause.verb].word.verb
    if verb is None or date < clause.verb or (_BECOMES | _COMES).isdisjoint(verb.lemma.split("|")):
        return False
    between = [k for k in clause.units if clause.verb < k < date - 1]
    causes = [k for k in between if units[k].word.stem in _CAUSES]
    come = not _COMES.isdisjoint(verb.lemma.split("|"))  # نتيجة انخفاض الأسعار، إلى جانب خفض الدعم │ منذ مايو
    return bool(causes) and (come or not any(units[k].is_comma for k in between if k > causes[-1]))


def charged_with(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the past act that someone is accused of or condemns (يتهم الوزير بالإشراف على إحراق القرى في 2009), -1
    elsewhere."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or not _CHARGES.intersection(verb.lemma.split("|")):
        return -1
    return last_act(reading, clause, clause.verb, date)


def _maybe_perfect(reading: Reading, clause: Clause) -> bool:
    """Tells whether a form in ت may be a perfect of the fifth or sixth form, as no feminine follows (توزع الجنود)."""
    stem = reading.units[clause.verb].word.stem
    if stem[:1] != "ت" or stem[1:2] == "ت":
        return False
    after = next((reading.units[k].word for k in clause.units if k > clause.verb and reading.units[k].date < 0), None)
    return after is None or not (after.feminine or _crew(after))


def _crew(word: Word) -> bool:
    """Tells whether a word is a plural of bodies, whose verb is feminine (فرق │ الإنقاذ تبحث)."""
    return word.core in _CREWS and not (word.definite or word.prefix or word.pronoun)
