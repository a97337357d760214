"""Which words of a title cannot stand without what follows them (docs/events.md §3.1, T11)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.entities.entity import ACTING_KINDS
from timeline_cli.events.reading import Reading
from timeline_cli.events.wording.unfinished import done_by, gathers, names_in_mark, parts_of, sees
from timeline_cli.lexicon.index import cues
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.shapes import Verb, is_sure
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

_ASKING = cues("asks-phrase")
ASKING = _ASKING | cues("asks-next")  # those of the second kind only where their preposition is next (بالتعاون مع)
_OPEN_CLASSES = frozenset(
    {
        "preposition", "preposition-place", "demonstrative", "relative", "complementizer", "clause-adverb",
            "was", "negation",
        "quantifier", "aspect", "conditional",
        "conjunction", "date-frame", "preposition-bound", "open-end", "pronoun",
    }
)  # fmt: skip
_TOTAL = cues("total")
_FIRST = frozenset({"الأول", "الأولى", "الاول", "الاولى"})
TITLED = cues("told-as-name")
_STRETCHES = cues("lengths-of-time")
_NEAR_SINCE = 6
_BY_HAND = frozenset({"يد", "يدي", "أيدي", "ايدي"})
_OF_NAMES = cues("name-particle")
_MEANWHILE = frozenset({"أثناء", "خلال", "لدى"})
_LEANT_ON = frozenset({"على", "إلى", "عن"})
_OWN = frozenset({"خاص", "خاصه"})  # الحسابات الخاصة │ بهم
PERCENT = frozenset({"مئه", "مائه", "ميه"})


def bare_relative(reading: Reading, k: int) -> bool:
    """Tells whether a unit is the verb of a relative clause without الذي, which cannot end a title (سهم توزعت)."""
    number = reading.clause_of[k]
    inner = reading.clauses[number] if number >= 0 else None
    return (
        inner is not None and inner.kind == "relative" and inner.opener < 0 and inner.verb == k and inner.units[0] == k
    )


def verb_astray(reading: Reading, k: int) -> bool:
    """Tells whether a unit is a further verb inside a relative clause, with more behind it, which cannot end a title
    (متشددين يتمركزون في الجبال أدت │ إلى …)."""
    number = reading.clause_of[k]
    inner = reading.clauses[number] if number >= 0 else None
    verb = reading.units[k].word.verb
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    if inner is None or inner.kind != "relative" or inner.verb in (-1, k) or not is_sure(verb) or after is None:
        return False
    governed = reading.units[k - 1].word.classes & {"complementizer", "negation", "aspect"}
    return not governed and after.date < 0 and not after.is_mark and is_verb(reading.units, k, False)


def governs_clause(units: list[Unit], k: int) -> bool:
    """Tells whether a unit is a noun that ما stands behind as its genitive (لفهم │ ما حدث)."""
    word, after = units[k].word, units[k + 1] if k + 1 < len(units) else None
    if after is None or after.word.stem != "ما" or word.definite or word.pronoun:
        return False
    return word.prefix == "ل" or word.act is not None


def asks(reading: Reading, k: int) -> bool:
    """Tells whether a unit says nothing without a phrase further on (قيام الوزارة │ بإعداد, ليصل الإنتاج │ إلى)."""
    word = reading.units[k].word
    if k and circumstance(reading.units, k) and reading.entity_over(k) is None:
        return True
    result = _resulting(word)
    if result is not None:
        after = reading.units[k + 1] if k + 1 < len(reading.units) else None
        return bool(result.prepositions) or (after is not None and after.date < 0 and after.word.preposition)
    if since_behind(reading.units, k):
        return True
    known = _without_pronoun(word) in _ASKING
    return known and not _asked_next(reading.units, k) and reading.entity_over(k) is None


def since_behind(units: list[Unit], k: int) -> bool:
    """Tells whether since when follows what is the most of its kind or the first time (إلى أدنى مستوى │ منذ اندلاع
    الأزمة), which is another statement without it."""
    word = units[k].word
    if "superlative" not in word.core_classes and word.core != "مره":
        return False
    for unit in units[k + 1 : k + _NEAR_SINCE]:
        if unit.date < 0 and unit.word.stem == "منذ":
            return True
        bound = "preposition-bound" in unit.word.classes
        if not (is_nominal(unit) or bound) or unit.word.lead or (unit.word.prefix and not bound):
            return False
    return False


def leads_aside(word: Word) -> bool:
    """Tells whether a word is a participle that says how with a phrase of its own (مقتربة │ من أدنى مستوى)."""
    return word.core in ASKING and word.core[0] == "م" and not word.definite and word.act is None


def _asked_next(units: list[Unit], k: int) -> bool:
    """Tells whether a noun that asks for a phrase has it right behind it (بالتعاون │ مع), or a mark (المشاركين │،), or
    is an adjective that does (ملعب النادي التابع │ لـ), which a title may end without."""
    after = units[k + 1] if k + 1 < len(units) else None
    if after is None or after.is_mark or (after.date < 0 and (after.word.preposition or after.word.prefix)):
        return True
    word, before = units[k].word, units[k - 1].word
    return word.act is None and word.definite and not word.prefix and (before.definite or before.unknown)


def joins_verb(word: Word) -> bool:
    """Tells whether a word may be a listed verb that goes on behind و."""
    return word.verb is not None and not word.verb.guessed and not word.given


def results(word: Word) -> bool:
    """Tells whether a word is ل with the imperfect of a purpose or result (ليصل, لتبدأ)."""
    return _resulting(word) is not None


def _resulting(word: Word) -> Verb | None:
    if word.stem[:1] != "ل" or word.stem[1:2] not in "يتن" or len(word.stem) < 4 or word.definite:
        return None
    verb = word.verb
    if verb is None and not (word.act or word.common or word.known_noun or word.is_function or word.place):
        verb = known_word(word.stem[1:]).verb
        verb = None if verb is None or verb.guessed else verb
    return verb if verb is not None and verb.aspect == "imperfect" and not verb.base.startswith("ل") else None


def _counts_more(word: Word, after: Unit) -> bool:
    """Tells whether a number in words has what it counts behind it (وخمسة │ من مرافقيه)."""
    return "number" in word.classes and not after.word.lead and (is_nominal(after) or after.word.stem == "من")


def counted(units: list[Unit], k: int) -> bool:
    """Tells whether a unit is what the number before it counts (33 يوما, 6 ملايين)."""
    if k < 1 or not units[k - 1].is_number:
        return False
    word = units[k].word
    return "number" in word.classes or ("ً" + "ا" not in units[k].text and word.stem.endswith("ا"))


def circumstance(units: list[Unit], k: int) -> bool:
    """Tells whether a participle in ا says how the subject does it (متجاهلا العواقب, مشكلا نوعا من …)."""
    word = units[k].word
    if "ً" not in units[k].text[-2:] or not word.core.startswith("م") or len(word.core) < 5 or word.act is not None:
        return False
    before = units[k - 1].word
    counted = units[k - 1].is_number or bool(before.classes & {"number", "quantifier"})
    return not (word.common or counted or before.stem.endswith("ا") or before.preposition)


def binds(reading: Reading, k: int) -> bool:
    """Tells whether a unit is the first member of a genitive whose second follows."""
    if k + 1 >= len(reading.units):
        return False
    after = reading.units[k + 1]
    if reading.units[k].text[-1:].isdigit() and after.date < 0:
        share = after.word.stem == "في" and k + 2 < len(reading.units) and reading.units[k + 2].word.core in PERCENT
        noun = is_nominal(after) and not (after.word.prefix or after.word.lead or after.word.definite)
        counts = reading.units[k].is_number and noun and not after.is_number
        named = not after.word.lead and bool(after.word.common or after.word.classes & {"number"})
        return bool(share or counts or named) or _is_bound(reading, k)
    return _is_bound(reading, k)


def _is_bound(reading: Reading, k: int) -> bool:
    word, after = reading.units[k].word, reading.units[k + 1]
    if after.date >= 0 or after.is_mark:
        return names_in_mark(reading.units, k)
    if "relative" in after.word.classes:  # قرب القاعدة │ والمناطق التي حولها
        return word.lead == "و" and word.definite and not after.word.lead and reading.entity_over(k) is None
    if after.word.preposition and k + 2 < len(reading.units) and reading.units[k + 2].date >= 0:
        return False
    result = _resulting(word)
    if result is not None and result.transitive and not after.word.lead and is_nominal(after):
        return True
    done = reading.units[k - 1].word.verb if k else None
    if done is not None and done.lemma == "تم" and word.definite and word.act is None and after.word.preposition:
        return True  # تم النجاح │ في إتمامه
    if _counts_more(word, after) or _says_what(reading, k) or _takes_back(word, after.word) or _inside_name(reading, k):
        return True
    if word.core in ASKING and word.act is None and word.definite:
        return True
    if word.core in _STRETCHES and after.word.stem in ("على", "من") and _counts_from(reading.units, k):
        return True  # بعد يومين │ على الحريق
    if k and word.stem in _BY_HAND and reading.units[k - 1].word.stem == "على" and not after.word.lead:
        return True
    if _is_dual_before_names(word) and is_nominal(after) and not (after.word.lead or after.word.prefix):
        return True  # فريقي │ الهلال والنصر
    if _is_one_of_two(reading, k) or _made_head_of(reading, k) or _waits_for_name(reading, k):
        return True
    if after.word.lead:
        return _shares(reading, k)
    if _governs(word, after) or _of_named(reading, k):
        return True
    dual = word.stem.endswith(("تي", "تا")) and len(word.stem) > 4 and not word.definite and word.verb is None
    if dual and known_word(word.stem[:-2] + "ة").known_noun and is_nominal(after):
        return True
    if "quantifier" in word.classes or word.core in ("عدد", "مجموعه", "نحو"):
        return True
    if parts_of(reading.units, k):
        return True
    if "preposition-bound" in after.word.classes and word.act is not None and word.act.pronoun and not word.definite:
        return True  # بعد اختيارها │ له
    if sees(reading.units, k) or gathers(reading.units, k) or done_by(reading.units, k):
        return True
    if after.word.prefix or after.word.preposition:
        if after.word.prefix == "ل" and acts_on(reading.units, k):
            return True
        on_the_way = k > 0 and reading.units[k - 1].word.stem in _MEANWHILE and bool(word.pronoun)  # أثناء توجهها │ إلى
        if word.core in ASKING or ((on_the_way or _own_act(reading, k)) and _without_pronoun(word) in ASKING):
            return True
        participle = word.definite and word.stem.startswith("الم") and not word.known_noun and not word.common
        participle = (
            participle
            and k > 0
            and (
                reading.units[k - 1].word.definite
                or bool(reading.units[k - 1].word.pronoun)
                or reading.units[k - 1].is_number
            )
        )
        participle = participle or _stands_on(reading, k)
        return participle or (bool(word.prefix) and (word.act is not None or (word.prefix == "ل" and word.definite)))
    noun = word.verb is None or (k > 0 and reading.units[k - 1].word.preposition)
    noun = noun and not reading.units[k].text.isdigit()  # اللواء 12 │ المرابط
    if k and reading.units[k - 1].word.preposition and after.word.act is not None and after.word.act.pronoun:
        return not word.definite and not word.pronoun and noun  # مع احتمال │ تعرضها
    return not word.definite and not word.pronoun and after.word.definite and noun


def _counts_from(units: list[Unit], k: int) -> bool:
    """Tells whether a length of time behind بعد or قبل ends at a unit (بعد │ ثلاثة │ أيام)."""
    return any(unit.date < 0 and unit.word.stem in ("بعد", "قبل", "عقب") for unit in units[max(0, k - 2) : k])


def _without_pronoun(word: Word) -> str:
    """Returns the folded core of a word without its pronoun (سيطرتهم: سيطره)."""
    if not word.pronoun:
        return word.core
    base = word.core.removesuffix(word.pronoun)
    return base[:-1] + "ه" if base.endswith("ت") and base not in ASKING else base


def _own_act(reading: Reading, k: int) -> bool:
    """Tells whether a noun that is nobody's genitive has the pronoun of its doer (أبدى │ تحفظه │ على)."""
    word, before = reading.units[k].word, reading.units[k - 1]
    own = bool(word.pronoun) and not word.definite and not word.prefix and word.verb is None
    bare = is_nominal(before) and not (before.word.definite or before.word.pronoun or before.word.place)
    return own and not (bare and before.word.verb is None)


def acts_on(units: list[Unit], k: int) -> bool:
    """Tells whether a unit is the act of somebody told of before, which a ل behind it says what it is done to (جدد
    الجيش │ انتهاكه لسيادة البلاد)."""
    word = units[k].word
    owned = word.act is not None and bool(word.act.pronoun) and not (word.definite or word.prefix or word.lead)
    return owned and k > 0 and units[k].date < 0 and not units[k - 1].word.preposition


def governs_more(reading: Reading, k: int) -> bool:
    """Tells whether a unit is the verb of its clause and more of that, or what is said, stands right behind it."""
    number = reading.clause_of[k]
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    if number < 0 or reading.clauses[number].verb != k or after is None or after.is_mark or after.date >= 0:
        return False
    return reading.clause_of[k + 1] == number or "complementizer" in after.word.classes


def acts_further(reading: Reading, k: int) -> bool:
    """Tells whether a verb says little before what it acts upon or begins (رفضت │ لقاءه, باتوا │ على مشارف المدينة)."""
    word = reading.units[k].word
    if word.classes & {"phase", "become", "modal", "light"}:
        return True
    verb = word.verb
    return verb is not None and verb.transitive and not (verb.passive or verb.pronoun or verb.kinds & {"death"})


def _shares(reading: Reading, k: int) -> bool:
    """Tells whether bare nouns share a genitive behind the last (رئيس │ وأعضاء المجلس, محافظات │ ومدن منطقة حلب)."""
    word, after = reading.units[k].word, reading.units[k + 1]
    last = reading.units[k + 2] if k + 2 < len(reading.units) else None
    if last is None or last.date >= 0 or not is_nominal(last) or last.word.prefix:
        return False
    bare = not (word.definite or word.pronoun or word.place or word.given or word.verb) and word.stem[-1:] != "ا"
    if not bare or not is_nominal(after) or after.word.definite or after.word.pronoun or after.word.prefix:
        return False
    if last.word.lead:
        return not last.word.definite and _shares(reading, k + 1)
    return last.word.definite or last.word.place_head is not None or last.word.organisation is not None


def _is_one_of_two(reading: Reading, k: int) -> bool:
    """Tells whether the second of two that a dual counts is told behind و (المرحلتين الأولى │ والثانية)."""
    word, after, before = reading.units[k].word, reading.units[k + 1].word, reading.units[k - 1].word
    if k == 0 or after.lead != "و":
        return False
    if _is_dual_before_names(before) and not word.lead and not word.prefix and is_nominal(reading.units[k + 1]):
        return True  # فريقي الهلال │ والنصر
    if not after.definite or not word.definite or word.lead or word.prefix:
        return False
    dual = before.definite and before.stem.endswith(("ين", "ان")) and len(before.stem) > 5
    if not dual or reading.entity_over(k) is not None:
        return False
    return word.act is None and word.office is None and after.act is None and word.feminine == after.feminine


def _waits_for_name(reading: Reading, k: int) -> bool:
    """Tells whether a style has a name behind it that no list holds (مدير الشؤون الصحية الدكتور │ غرم الله)."""
    word, after = reading.units[k].word, reading.units[k + 1].word
    style = word.office is not None and word.office["family"] == "honorific" and word.definite
    return style and is_nominal(reading.units[k + 1]) and not (after.prefix or after.lead or after.definite)


def _is_dual_before_names(word: Word) -> bool:
    """Tells whether a dual has its two genitives behind it (حركتي │ فتح والجهاد)."""
    if word.definite or word.verb is not None or not word.stem.endswith(("ي", "ا")) or len(word.stem) < 5:
        return False
    base = word.stem[:-1]
    single = base[:-1] + "ة" if base.endswith("ت") else base
    known = known_word(single)
    listed = bool(known.organisation or known.place_head) and not (word.common or word.act or word.nationality)
    return listed and known.verb is None


def _made_head_of(reading: Reading, k: int) -> bool:
    """Tells whether an office with the ا of an object has what it is held in behind ل (تعيينه رئيسا │ لأركان الجيش)."""
    word, after = reading.units[k].word, reading.units[k + 1].word
    office = word.office is not None and word.stem.endswith("ا") and not (word.definite or word.lead or word.prefix)
    return office and (after.prefix == "ل" or after.bare.startswith("لل")) and after.act is None


def _governs(word: Word, after: Unit) -> bool:
    """Tells whether the act that a preposition is attached to goes on with a noun (لتأمين │ كبرى المدن), or what is the
    greatest of its kind (كبرى │ مدن الساحل)."""
    if word.definite or word.pronoun or after.word.prefix or not is_nominal(after) or after.word.verb is not None:
        return False
    return bool(word.prefix and word.act is not None) or "superlative" in word.core_classes


def _stands_on(reading: Reading, k: int) -> bool:
    """Tells whether an adjective of the shape فاعل has the preposition behind it without which it says nothing
    (سياساتها القائمة │ على الحوار)."""
    word, before, after = reading.units[k].word, reading.units[k - 1].word, reading.units[k + 1].word
    shaped = len(word.core.removesuffix("ه")) == 4 and word.core[1] == "ا" and not word.office
    of_noun = k > 0 and (before.definite or bool(before.pronoun)) and not before.is_function
    return shaped and word.definite and of_noun and after.stem in _LEANT_ON


def _of_named(reading: Reading, k: int) -> bool:
    """Tells whether a bare noun has a place or the name of a body as its genitive (أولمبياد │ سيول, شركة │ أفق)."""
    word, after = reading.units[k].word, reading.units[k + 1]
    noun = word.common or word.known_noun or word.unknown or word.organisation is not None
    if word.definite or word.pronoun or word.verb is not None or not noun or word.stem.endswith("ا"):
        return False
    if after.word.prefix or not is_nominal(after) or word.place is not None:
        return False
    named = reading.entity_over(k + 1) is not None and after.word.place is not None
    adjective = after.word.definite or after.word.stem.endswith("ة") or after.word.core in ASKING
    return named or (not word.unknown and after.word.unknown and not adjective and reading.entity_over(k) is None)


def _says_what(reading: Reading, k: int) -> bool:
    """Tells whether أن says what the noun before it is about, which is no act of speech (على التظاهر │ بأن العودة
    قريبة)."""
    word, after = reading.units[k].word, reading.units[k + 1].word
    if "complementizer" not in after.classes or after.lead:
        return False
    governed = after.stem == "بأن" and k > 0 and reading.units[k - 1].word.preposition and not word.is_function
    if word.act is None and not governed:
        return False
    number = reading.clause_of[k]
    verb = reading.clauses[number].verb if number >= 0 else -1
    return verb < 0 or reading.units[verb].word.speech is None


def _takes_back(word: Word, after: Word) -> bool:
    """Tells whether a participle has the pronoun of its noun behind it (القرى التابعة │ لها, المتهم │ بها)."""
    if "preposition-bound" not in after.classes or after.lead or word.prefix or not word.definite or word.act:
        return False
    if word.core in ASKING or word.core in _OWN or "open-end" in word.classes:
        return True
    noun = (word.known_noun and word.office is None) or word.pattern_plural
    return word.stem.startswith("الم") and not noun


def _inside_name(reading: Reading, k: int) -> bool:
    """Tells whether a name goes on behind a unit."""
    entity = reading.entity_over(k)
    if entity is None or entity.kind not in ACTING_KINDS or reading.units[k + 1].word.lead:
        return False
    office = reading.units[k].word.office
    honours = k == entity.name_first - 1 and office is not None and "honorific" in office["family"]
    return honours or entity.name_first <= k < entity.end - 1


def is_open(units: list[Unit], k: int) -> bool:
    """Tells whether a title cannot end on a word: not one like المشاركين that a mark closes."""
    closed = units[k].word.definite and k + 1 < len(units) and units[k + 1].is_mark
    if k and "preposition-bound" in units[k].word.classes and _brings_back(units, k):
        return False
    return bool(units[k].word.classes & (_OPEN_CLASSES - {"open-end"} if closed else _OPEN_CLASSES))


def _brings_back(units: list[Unit], k: int) -> bool:
    """Tells whether the pronoun of its noun closes what an adjective says (الحسابات الخاصة │ بهم)."""
    before = units[k - 1].word
    closed = k + 1 == len(units) or units[k + 1].is_mark or units[k + 1].date >= 0
    return before.core in _OWN or (closed and _takes_back(before, units[k].word))


def _awaits_name(units: list[Unit], k: int) -> bool:
    """Tells whether the name of something is told behind بعنوان, تحت شعار."""
    word, after = units[k].word, units[k + 1] if k + 1 < len(units) else None
    governed = word.prefix == "ب" or (k > 0 and units[k - 1].date < 0 and units[k - 1].word.preposition)
    return governed and not word.definite and after is not None and (after.is_mark or after.word.unknown)


def cannot_end(reading: Reading, k: int) -> bool:
    """Tells whether a title does not end at a unit, since what it governs or joins is to come."""
    units, word = reading.units, reading.units[k].word
    if (is_open(units, k) and not word.place and not counted(units, k)) or word.bare in ("ال", "ما", "وما"):
        return True
    if k and word.stem in _FIRST and units[k - 1].word.stem.endswith(("ين", "ان")) and not units[k - 1].word.definite:
        return True  # دورتين تدريبيتين الأولى │ بعنوان
    if word.core in TITLED and _awaits_name(units, k):
        return True  # بعنوان │ «…»
    if k and word.core in _TOTAL and "open-end" in units[k - 1].word.classes:
        return True  # بقيمة إجمالية │ (5 ملايين)
    if k and word.bare.startswith("ال") and word.bare[2:].isdigit() and units[k - 1].word.preposition:
        return True  # في ال30 │ من الشهر
    if bare_relative(reading, k) or verb_astray(reading, k):
        return True
    if word.core in _OF_NAMES and not word.definite and k + 1 < len(units) and is_nominal(units[k + 1]):
        return True  # آنخيل دي │ ماريا
    return governs_clause(units, k) or (word.lead == "و" and joins_verb(word))
