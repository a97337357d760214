"""Acts that a statement is about and that hold their date between themselves and what is theirs (docs/events.md §2.1,
D20): أدان المجلس إقرار البرلمان أمس قانونا, تطرق التقرير إلى قتل الصياد الخميس."""

from __future__ import annotations

from timeline_cli.events.dating.plans import is_setting
from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.words import Word

_VIEWS = cues("views")
_CALLS = cues("asks")
_CALLING = cues("calling-nouns")
_OPINIONS = frozenset({"condemn", "criticise"})
_PASSING = frozenset({"تجاوز", "تخطي"})  # أكد │ تجاوز الزوار أمس مليونا
_OTHER_SENSES = frozenset({"record", "predict", "deny", "go-on", "repeat"})
_PHRASES = frozenset({"في", "من", "إلى", "الى", "على"})
_NOTICE = frozenset({"الانتباه", "النظر", "الأنظار", "الضوء"})
_VISIBLE = 25


def enclosing_act(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the act that a verb of saying, condemning or touching on tells of, with the date inside its phrase; -1
    where the date may be the statement's own.

    The act's own object stands behind the date, or a phrase of it where the verb only reports, condemns or views.
    """
    units = reading.units
    if not 0 <= clause.verb < date or date - clause.verb > _VISIBLE:
        return -1
    word = units[clause.verb].word
    said = word.verb or word.speech
    viewed = said is not None and not _VIEWS.isdisjoint(said.lemma.split("|"))
    speech = word.speech
    if speech is None and not viewed:
        return -1
    if speech is not None and speech.sense in _OTHER_SENSES:
        return -1
    first = _told_act(reading, clause, date)
    if first < 0 or any(units[k].is_comma or units[k].date >= 0 for k in range(first, date - 1)):
        return -1
    if viewed and first + 1 < date:
        return _called_for(reading, first, date)
    behind = date + 1
    if behind < len(units) and units[behind].is_comma and units[date - 1].is_comma:
        behind += 1
    if behind >= len(units) or reading.clause_of[behind] != clause.number:
        return -1
    after = units[behind].word
    if _is_object(reading, behind):
        return _last_free(reading, first, date)
    opinion = speech is not None and speech.sense in _OPINIONS
    report = speech is not None and not speech.act and speech.aspect == "perfect"
    if not (opinion or report) or first + 1 >= date or after.stem not in _PHRASES or behind + 1 >= len(units):
        return -1
    where = units[behind + 1].word
    if report and after.stem == "في":
        return -1  # أوضح البيان مقتل ثلاثة أمس في هجوم: of both
    return -1 if "statement-noun" in where.core_classes or where.stem == "أجل" else first


def called_to(reading: Reading, clause: Clause, date: int) -> bool:
    """Tells whether a time of day closes what somebody called for, so that it may be either's (دعت الجماعات إلى اقتحام
    السوق صباح الأحد)."""
    units = reading.units
    said = units[clause.verb].word.verb or units[clause.verb].word.speech
    expression = reading.expressions[units[date].date]
    if said is None or _CALLS.isdisjoint(said.lemma.split("|")) or expression.type != "TIME" or units[date].preposition:
        return False
    act = _told_act(reading, clause, date)
    return act > 0 and not any(units[k].is_comma or units[k].date >= 0 for k in range(act, date))


def _told_act(reading: Reading, clause: Clause, date: int) -> int:
    """Returns the first act behind the doer that is what the verb tells of, neither definite nor in a phrase of time or
    place."""
    units = reading.units
    word = units[clause.verb].word
    asked = (word.verb.prepositions if word.verb else frozenset()) | (
        word.speech.complements if word.speech else frozenset()
    )
    doer = subject(reading, clause)
    start = doer.end if doer is not None and doer.first > clause.verb else clause.verb + 1
    if start < len(units) and units[start].word.stem in _NOTICE:
        start += 1  # لفتت الصحف │ الانتباه إلى
    governed = False
    for k in clause.units:
        if not start <= k < date:
            continue
        unit, before = units[k], units[k - 1].word
        if unit.date >= 0:
            return -1
        named = reading.entity_over(k)
        if named is not None and named.kind == "person" and named.first > clause.verb:
            governed, start = False, named.end
            continue
        if unit.word.preposition:
            governed = unit.word.stem not in asked
            continue
        if unit.is_comma:
            governed = False
            continue
        if unit.word.prefix in ("ب", "ل", "ك"):
            governed = unit.word.prefix not in asked
        elif before.definite and is_nominal(unit) and not (unit.word.definite or unit.word.lead):
            governed = False  # الوزارة في تونس │ إقرار …
        if governed or not _is_act(reading, k):
            continue
        if before.preposition or unit.word.prefix or _bare(reading, k, start):
            return k
    return -1


def _bare(reading: Reading, k: int, start: int) -> bool:
    """Tells whether an act is the object itself or the genitive of a thing that is one (جريمة │ قتل الصياد)."""
    before = reading.units[k - 1].word
    return k == start or before.preposition or not (before.definite or before.pronoun)


def _is_act(reading: Reading, k: int) -> bool:
    unit = reading.units[k]
    word: Word = unit.word
    named = reading.entity_over(k)
    if word.core in _PASSING and not word.lead:
        return True
    if word.act is None or word.act.weak or word.definite or is_setting(word) or (named and named.first < k):
        return False
    if word.stem.endswith(("ا", "اً")):
        return False  # with tanwin nothing is its own (أقر الناخبون دستورا)
    sure = word.verb is None or word.verb.ambiguous or not is_verb(reading.units, k, False)
    return sure and "statement-noun" not in word.core_classes


def _is_object(reading: Reading, k: int) -> bool:
    """Tells whether an object begins at a unit: a noun or figure without preposition or و."""
    unit = reading.units[k]
    word = unit.word
    if unit.is_number or "number" in word.classes or "number" in word.core_classes:
        return not word.prefix
    bare = is_nominal(unit) and not (word.prefix or word.lead or word.preposition or word.is_function)
    return bare and word.verb is None and "adverb" not in word.classes


def _last_free(reading: Reading, first: int, date: int) -> int:
    """Returns the last act before a date whose doer alone stands between (جراء │ قصف الطيران الأحد مواقع)."""
    for k in range(date - 1, first, -1):
        if _is_act(reading, k):
            return k
        if reading.units[k].word.preposition:
            break
    return first


def _called_for(reading: Reading, first: int, date: int) -> int:
    """Returns what a call is for (دعوة المجلس │ لعقد جلسة اليوم), the act itself where it is no call."""
    units = reading.units
    if units[first].word.core.removesuffix(units[first].word.pronoun) not in _CALLING:
        return first
    for k in range(first + 1, date - 1):
        led = units[k].word.prefix in ("ل", "ب") or units[k - 1].word.stem in ("إلى", "الى")
        if led and _is_act(reading, k):
            return k
    return first
