"""The tense of the clause that a date stands in (docs/temporal-expressions.md §6.5)."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from timeline_cli.dates.fold import fold
from timeline_cli.lexicon import column, rows
from timeline_cli.lexicon.index import cells

PAST, PRESENT, FUTURE = "past", "present", "future"
EITHER = "either"  # what had been planned: كان من المقرر أن تبدأ الجمعة
_PASSIVE = re.compile("[وف]?\\wُ")
_WORD = re.compile(r"[^\W\d_]+(?:[\u064b-\u0652\u0670\u0640]+[^\W\d_]*)*")
_END = re.compile(r"[.!؟?\n؛]+")
_RELATIVE_CLAUSE = re.compile(r"،\s*[وف]?(?:التي|الذي|الذى|الذين)\s[^،.\n]{1,90}،")
_CLAUSE_END = re.compile(r"[.!؟?\n؛،]+")
_REACH = 260  # code points looked at on either side
_WAS_WITHIN = 10  # words
_WORDS = 26  # words looked at on the left; half as many on the right

# Verbs that no list holds, by their shape: سيـ goes only before a verb (§1.3), hardly a noun begins with ي, and at the
# start of a sentence a short word in ت is a verb more often than a noun (تقبل، تعقد; but تقرير، تونس).
_UNKNOWN_FUTURE = re.compile(
    r"سي(?!ار|اس|اح|اد|ئ|بير|لان|د|طر|ن|ول|ر|ف|اق|ل)\w{3,5}|ست(?!ا|ي|ون$|وك|ور|ر[اويه]|م[ئا])\w{2,4}(?<!ه)(?<!ات)"
)
_UNKNOWN_IMPERFECT = re.compile(
    r"ي(?!وم|ون|ول|ناير|اب|مين|من|هود|ور|سار|اسر|اسين|عقوب|زيد|حيي|د|تيم|وس|قين|اس)\w{3,5}(?<!ه)(?<!ات)(?<!ا)"
)
_OPENING_IMPERFECT = re.compile(r"ت(?!حت|لك|ونس|ركي|جاه|ماما|مت|م$|ضم|ل )\w{2,3}(?<!ي)\w(?<!ه)(?<!ا)")
_DECISIONS = frozenset({"قرر", "قررت", "قرروا", "تقرر", "حدد", "حددت", "اعلن", "اعلنت", "دعا", "دعت", "وافق", "وافقت"})
_TELLS_OF = frozenset(
    {"يذكر", "تذكر", "يشار", "يعود", "تعود", "يرجع", "ترجع", "يعتبر", "تعتبر", "يعد", "تعد", "يقال", "يروي", "تروي"}
)
_SETS_DATES = frozenset({"حدد", "حددت", "حددوا"})
_OBJECT = re.compile(r"(?<=\w{4})(?:ها|هم|هما|ه)$")  # a pronoun on a verb


@cache
def verb_forms() -> dict[str, str]:
    """Returns the aspect (perfect, imperfect, future) of finite verb forms and particles by folded form.

    Forms that are nouns as well are left out.
    """
    forms: dict[str, str] = {}
    for row in rows("tense"):
        if row["tense"] in ("perfect", "imperfect", "future"):
            forms.setdefault(row["fold"], row["tense"])
    for name in ("events/event_verbs", "events/attribution_verbs"):
        for plain, aspect, ambiguous in cells(name, "fold", "aspect", "ambiguous"):
            if aspect in ("perfect", "imperfect") and "noun" not in ambiguous:
                forms.setdefault(plain, aspect)
    return forms


@cache
def _opening_forms() -> frozenset[str]:
    """Returns the perfects that are nouns elsewhere and verbs at the start of a sentence (شهد, طلب)."""
    verbs = cells("events/event_verbs", "fold", "aspect", "ambiguous")
    found = {plain for plain, aspect, ambiguous in verbs if aspect == "perfect" and ambiguous == "noun"}
    return frozenset(found | column("events/attribution_verbs", "fold", aspect="perfect")) - {"بين", "عبر"}


@cache
def _either_forms() -> frozenset[str]:
    """Returns the forms in ت that are a perfect of what somebody does or the imperfect of another verb (تدخل), but no
    perfect that takes an object (تسلم)."""
    verbs = cells("events/event_verbs", "fold", "aspect", "valency")
    return frozenset(
        plain for plain, aspects, valency in verbs if "|" in aspects and valency.split("|")[-1] == "intransitive"
    )


@cache
def _governing(tense_of_verb: str) -> frozenset[str]:
    return column("tense", "fold", tense=f"before-imperfect-{tense_of_verb}")


@cache
def _acts() -> frozenset[str]:
    return column("events/event_nouns", "fold")


@cache
def _scheduled() -> frozenset[str]:
    """Returns imperfects that tell of what is fixed for a day to come (تنطلق البطولة في مارس)."""
    return column("tense", "fold", tense="scheduled")


@cache
def _pledges() -> frozenset[str]:
    """Returns the perfects that promise an act, whose date lies ahead (تعهد بتسليم الجسر في يناير)."""
    return column("tense", "fold", tense="pledges")


@cache
def _proposes() -> frozenset[str]:
    """Returns the perfects that ask for an act to come, told as their object (اقترحت عقد لقاء يوم الثلاثاء)."""
    return column("tense", "fold", tense="proposes")


@cache
def _postpones() -> frozenset[str]:
    """Returns the perfects that move an appointment, whose old and new day may lie on either side (أرجئت، تأجلت)."""
    return column("tense", "fold", tense="postpones")


@cache
def _orders() -> frozenset[str]:
    """Returns the perfects that order or grant what holds from or until a day to come (أمرت بوقف الحركة حتى الجمعة)."""
    return column("tense", "fold", tense="orders")


@cache
def _stops() -> frozenset[str]:
    """Returns the perfects that stop something until a day to come (علقت رحلاتها حتى الخميس)."""
    return column("tense", "fold", tense="stops")


@cache
def aspect(word: str) -> str | None:
    """Returns perfect, imperfect, future or None for one folded word, with و or ف before it or not."""
    forms = verb_forms()
    for stem in (word, word[1:]) if word[:1] in "وف" and len(word) > 3 else (word,):
        found = forms.get(stem)
        if found is not None:
            return found
        if (stem[:1] == "س" and forms.get(stem[1:]) == "imperfect") or _UNKNOWN_FUTURE.fullmatch(stem):
            return FUTURE
        if len(stem) > 4 and stem[:2] in ("سن", "سا", "ست") and forms.get("ي" + stem[2:]) == "imperfect":
            return FUTURE  # سنبدأ, سأغادر
        if _UNKNOWN_IMPERFECT.fullmatch(stem):
            return "imperfect"
        if len(stem) > 4 and stem.endswith("تا") and forms.get(stem[:-1]) == "perfect":
            return "perfect"  # الجولتان اللتان عقدتا
        ending = _OBJECT.search(stem)
        bare = forms.get(stem[: ending.start()]) if ending is not None else None
        if bare in ("perfect", "imperfect"):
            return bare  # أبرمته, استهدفتهم, تناقشه
    return None


def tense(text: str, start: int, end: int) -> str | None:
    """Returns the tense around the offsets of an expression: past, present, future or either, None without a verb.

    The nearest finite verb to the left inside the sentence decides, else the nearest to the right in its clause.
    """
    words, meanwhile = _words_before(text, start), None
    for index in range(len(words) - 1, -1, -1):
        found = _read(words, index)
        if found == PAST and _decides(words, index):
            return None
        if found == PAST and _pledged(words, index):
            return FUTURE
        if found == PAST and fold(words[index]).removeprefix("و") in _postpones():
            return EITHER
        if found == PRESENT and index > 1 and fold(words[index - 1]) in _MEANWHILE:
            meanwhile = found
            continue
        if found is not None:
            return found
    if meanwhile is not None:
        return meanwhile
    if words:
        first = fold(words[0])
        if first in _opening_forms() or first.removeprefix("و") in _opening_forms():
            return FUTURE if _pledged(words, 0) else PAST
        if _OPENING_IMPERFECT.fullmatch(first.removeprefix("و")):
            return PRESENT
    words = _words_after(text, end, len(words) <= _PREPOSITION)
    return next(filter(None, (_read(words, index) for index in range(len(words)))), None)


@cache
def _announcing() -> frozenset[str]:
    speech = column("events/attribution_verbs", "fold", aspect="perfect")
    return (speech - column("events/attribution_verbs", "fold", complement="-") - _stops()) | _DECISIONS


def is_told(text: str, start: int, end: int) -> bool:
    """Tells whether the act of a date is told as over: the verb that decides its tense is a perfect of no speech, wish
    or decision, whose date may lie on either side (أعلن إقامة المباراة نهاية الأسبوع)."""
    words = _words_before(text, start)
    for index in range(len(words) - 1, -1, -1):
        found = _read(words, index)
        if found is not None:
            return found == PAST and not _announces(words, index)
    if words and fold(words[0]).removeprefix("و") in _opening_forms():
        return not _announces(words, 0)
    words = _words_after(text, end, len(words) <= _PREPOSITION)
    return next(filter(None, (_read(words, index) for index in range(len(words)))), None) == PAST


@cache
def _acts_in_present() -> frozenset[str]:
    return column("events/event_verbs", "fold", aspect="imperfect") - column("events/attribution_verbs", "fold")


def opens_with_act(sentence: str) -> bool:
    """Tells whether the first word of a sentence is an imperfect of an act, with و before it or not, and no other
    finite verb follows."""
    first, *rest = _WORD.findall(sentence) or [""]
    form = fold(first)
    opens = form in _acts_in_present() or form.removeprefix("و") in _acts_in_present()
    return opens and not any(_may_be_finite(fold(word)) for word in rest)


def opens_in_present(sentence: str) -> bool:
    """Tells whether the first word of a sentence is an imperfect, with و before it or not, and none that tells where a
    story comes from (يذكر أن, يعود إلى)."""
    first = next(iter(_WORD.findall(sentence)), "")
    form = fold(first)
    known = (form, form.removeprefix("و"))
    return any(aspect(plain) == "imperfect" for plain in known) and not any(plain in _TELLS_OF for plain in known)


def _may_be_finite(form: str) -> bool:
    """Tells whether a form is a finite verb, or one with a pronoun whose letters are a noun without it (قدمه)."""
    bare = form.removesuffix("ا").removesuffix("ه")
    return aspect(form) is not None or (bare != form and bare in _opening_forms())


def is_ordered(text: str, start: int, *, until: bool) -> bool:
    """Tells whether the verb that decides the tense before an offset is a perfect of order or grant, so that a day that
    bounds it lies ahead; `until`: the day bounds the end, when one that stops something does too."""
    words = _words_before(text, start)
    orders = _orders() | _stops() if until else _orders()
    for index in range(len(words) - 1, -1, -1):
        form = fold(words[index])
        if form in orders or form.removeprefix("و") in orders:
            return True
        if _read(words, index) is not None:
            return False
    return False


def _names_act(words: list[str]) -> bool:
    """Tells whether a noun of an act is among words: without its article, or with it where no preposition governs it
    (أن الإضراب قائم, but مسؤوليتها عن الخطف)."""
    acts = _acts()
    forms = [fold(word) for word in words]
    return any(
        form in acts
        or (form[:1] == "ب" and form[1:] in acts)
        or (form.removeprefix("ال") in acts and before not in _GOVERNS)
        for before, form in pairwise(["", *forms])
    )


def _pledged(words: list[str], index: int) -> bool:
    """Tells whether a perfect promises an act that stands between it and the date, which so lies ahead."""
    verb, after = fold(words[index]).removeprefix("و"), [fold(word) for word in words[index + 1 :]]
    if verb in _proposes() and not _acts().isdisjoint(after):
        return True  # اقترحت عقد لقاء يوم الثلاثاء
    return verb in _pledges() and any(word[:1] == "ب" and word[1:].removeprefix("ال") in _acts() for word in after)


def _announces(words: list[str], index: int) -> bool:
    """Tells whether a perfect of speech or decision has another act between it and the date."""
    form = fold(words[index])
    speaks = form in _announcing() or form.removeprefix("و") in _announcing()
    return speaks and _names_act(words[index + 1 :])


def _decides(words: list[str], index: int) -> bool:
    """Tells whether a perfect announces an act that stands between it and the date (قررت تعطيل الدراسة في 5 أكتوبر):
    the date is that of the act, before or after."""
    verb = fold(words[index]).removeprefix("و")
    return verb in _SETS_DATES or (verb in _DECISIONS and _names_act(words[index + 1 :]))


def _words_before(text: str, start: int) -> list[str]:
    """Returns the last words of the sentence before an offset, relative clauses between commas left out."""
    left = _RELATIVE_CLAUSE.sub(" ", text[max(0, start - _REACH) : start])
    cuts = [match.end() for match in _END.finditer(left) if not _inside_number(left, match.start())]
    return _WORD.findall(left[cuts[-1] :] if cuts else left)[-_WORDS:]


# What someone was doing at the time of the act: التقط صورة لأطفال وهم يلوحون.
_MEANWHILE = frozenset({"وهو", "وهي", "وهم", "وهما", "وهن"})
_GOVERNS = frozenset({"عن", "من", "في", "علي", "الي", "بعد", "قبل", "خلال"})
_PREPOSITION = 1  # words before a date that opens its sentence


def _words_after(text: str, end: int, opens: bool = False) -> list[str]:
    """Returns the first words after an offset, up to the end of the clause, of the sentence where the date opens it."""
    right = text[end : end + _REACH].lstrip(" ،,")
    stop = (_END if opens else _CLAUSE_END).search(right)
    return _WORD.findall(right if stop is None else right[: stop.start()])[: _WORDS // 2]


def _inside_number(text: str, at: int) -> bool:
    return text[at] == "." and 0 < at < len(text) - 1 and text[at - 1].isdecimal() and text[at + 1].isdecimal()


def _read(words: list[str], index: int) -> str | None:
    form = fold(words[index])
    if form.lstrip("وف") == "قد" and index + 1 < len(words):
        after = fold(words[index + 1])
        if aspect(after) != "perfect" and (after[:1] == "ي" or (after[:1] == "ت" and not _is_perfect_or_noun(after))):
            # قد تمهد الأرقام لرفع الفائدة في سبتمبر, but وكان الحارس قد تلقى اتصالا
            return PAST if after[:1] == "ت" and _was(words, index) else FUTURE
    if ("ة" in words[index][-2:] and aspect(form) != FUTURE) or words[index] == "آباد":
        return None  # إعادة is no أعاده, إسلام آباد a name
    found = "perfect" if _is_vowelled_passive(words[index], form) else aspect(form)
    if found == "perfect" and index and _is_object(form) and aspect(fold(words[index - 1])) is not None:
        return None  # يبدأ حملته, not "she carried him"
    if found == "perfect" and index and form[:1] == "ت" and form[-1:] != "ت":
        before = fold(words[index - 1])
        if before[:1] == "ي" and aspect(before) == "imperfect":
            return None  # يمتد تساقط الشهب
    if found == "perfect" and index and fold(words[index - 1]) in _CONDITIONS:
        return FUTURE  # في حال وجدت اللجنة …
    if found == "perfect" and index and form[:1] == "ت" and form[-1:] != "ت" and words[index - 1] in _FEMININE:
        found = "imperfect"  # المواجهة التي تجمع الفريقين
    if found is None and index and fold(words[index - 1]) in _WITH_SUBJECT and form in _opening_forms():
        return PAST  # علما أنه رفع الفائدة
    if found is None and index and form[-1:] == "ا" and fold(words[index - 1]) in _DUALS:
        found = "perfect" if aspect(form[:-1]) == "perfect" else None  # الوزيران اللذان زارا المدينة
    masculine = index and form[:1] == "ت" and fold(words[index - 1]) in _MASCULINE and form not in _scheduled()
    if masculine and found == "imperfect" and _is_object(form):
        masculine = False  # الملعب الذي تستضيفه المدينة: the pronoun is the noun's, the doer another
    if found == "perfect" or masculine:
        return PAST
    if found == FUTURE:
        return _of_plan(words, index)
    if found is None and index + 1 < len(words) and form.removeprefix("و") in _either_forms():
        after = words[index + 1]  # فيما تدخل المرحلة الثالثة …
        found = "imperfect" if after.startswith("ال") and after.endswith(("ة", "ات")) else None
    if found != "imperfect":
        return found
    if index > 1 and fold(words[index - 1]) == "ان" and fold(words[index - 2]) == "قبل":
        return None  # تدرب الفريق قبل أن يبدأ معسكره: as the main verb
    for at, before in enumerate(map(fold, words[max(0, index - 2) : index]), max(0, index - 2)):
        if before in _governing(PAST):
            return PAST
        if aspect(before) == FUTURE:
            return _of_plan(words, at) or FUTURE
        if before in _governing(FUTURE):
            return FUTURE
    return FUTURE if fold(words[index]).removeprefix("و") in _scheduled() else PRESENT


def _was(words: list[str], index: int) -> bool:
    """Tells whether كان with a masculine subject goes before قد, so that a form in ت behind it is his perfect."""
    return any(fold(word).lstrip("وف") == "كان" for word in words[max(0, index - _WAS_WITHIN) : index])


def _is_perfect_or_noun(form: str) -> bool:
    """Tells whether letters in ت are a perfect that is a noun as well (قد تراجع, قد تعرضن)."""
    stems = {form.removesuffix(ending) for ending in ("", "ت", "ن", "ا", "وا", "نا")}
    return not stems.isdisjoint(_opening_forms()) or not stems.isdisjoint(_acts())


def _is_vowelled_passive(word: str, form: str) -> bool:
    """Tells whether a perfect that is a noun without its vowels has the ُ of a passive (نُشر التقرير في مارس)."""
    first = _PASSIVE.match(word)
    return first is not None and (form in _opening_forms() or form.removeprefix("و") in _opening_forms())


def _is_object(form: str) -> bool:
    """Tells whether a form is read as a verb by the pronoun at its end alone."""
    forms = verb_forms()
    return form not in forms and form.removeprefix("و") not in forms and _OBJECT.search(form) is not None


# Behind them a verb in ت is a perfect (الذي تسبب، الذي تعرض): the imperfect has ي.
_CONDITIONS = frozenset({"اذا", "حال", "حاله"})
_FEMININE = frozenset({"التي", "والتي"})  # behind them a verb in ت without one at its end is an imperfect
_WITH_SUBJECT = frozenset({"انه", "انها", "بانه", "بانها", "لانه", "لانها"})
_MASCULINE = frozenset({"الذي", "والذي"})
_DUALS = frozenset({"اللذان", "اللذين", "انهما", "وهما", "لانهما"})
_COMPARED = frozenset({"اقل", "اكثر", "اعلي", "ادني", "اسوا", "افضل", "اقوي", "اضعف", "اسرع", "ابطا", "اكبر", "اصغر"})
_EXPECTED = frozenset({"المتوقع", "المتوقعه", "متوقع", "المنتظر"})
_WAS = frozenset({"كان", "كانت", "كانوا", "وكان", "وكانت", "فكان"})


def _of_plan(words: list[str], index: int) -> str | None:
    """Returns future for a word of plans, either behind كان (كان من المقرر), None for غير المتوقع, أقل من المتوقع."""
    before = [fold(word) for word in words[max(0, index - 3) : index]]
    if fold(words[index]) in _EXPECTED and before:
        if before[-1] == "غير":
            return None
        if before[-1] == "من" and len(before) > 1 and before[-2].removeprefix("ب") in _COMPARED:
            return None
    planned = fold(words[index])[:1] not in ("س", "ي") or fold(words[index]) == "يفترض"
    return EITHER if planned and not _WAS.isdisjoint(before) else FUTURE
