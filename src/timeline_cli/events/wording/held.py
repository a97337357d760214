"""Which of several nouns a relative clause describes that tells when something was held or began: the games, the
meeting, the draw, not a part or a prize of them (docs/events.md §2.4)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.wording.agreeing import noun_fits, occurs
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.letters import unjoined
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import Word

_HELD = frozenset({"opening", "meeting", "sport"})
_HOLDS = cues("holds")
_PHASES = cues("phases")
_PLAYS = cues("plays-game")
_FESTIVALS = cues("festivals")
_ROUNDS = cues("rounds")
_DRAWN = cues("drawn")
_DRAWS = cues("draws")
_PHASE_ACTS = cues("phase-acts")
_FIGURES = cues("figures")
_LISTS = cues("lists")
_OF_LISTS = cues("of-lists")
_OPENS = frozenset({"افتتح", "دشن"})
_MASDAR_VERBS = cues("masdar-verbs")
_HOLDINGS = cues("holdings")
_FURTHEST = 6
_LONGEST_NAME = 5


def held(reading: Reading, clause: Clause, noun: Phrase, kind: str, verb: Verb) -> Phrase:
    """Returns what was held or began: the games, meeting or draw that a noun is the genitive of (قرعة │ بطولة │
    الجمهورية التي تجرى غدا), or that is the genitive of it (لقب │ الدوري الذي ينطلق غدا); else the noun itself."""
    lemmas = set(verb.lemma.split("|"))
    if verb.pronoun and lemmas & _OPENS:
        return _opened(reading, noun, kind)
    if verb.pronoun and kind == "fs" and not lemmas & _OF_LISTS:
        noun = _listed(reading, noun)
    drawn = bool(lemmas & _DRAWS)
    holding = bool(lemmas & _MASDAR_VERBS) and _of_holding(reading, clause)
    held_or_played = lemmas & (_HOLDS | _PHASES | _PLAYS) or holding
    if not (verb.kinds & _HELD or occurs(verb) or held_or_played or drawn):
        return noun
    before = _before(reading, noun, kind, drawn=drawn, begins=bool(lemmas & _PHASES))
    if before != noun or _is_event(reading.units[noun.first].word) or noun.entity is not None:
        return before
    phase = reading.units[noun.first].word.core in _PHASE_ACTS  # خوض │ لقاء يجمع الفريقين
    happens = lemmas & (_HOLDS | _PHASES) and (phase or verb.pronoun or not _acts(reading, clause))
    happens = happens or holding
    return _inside(reading, noun, kind) if happens else noun


def _of_holding(reading: Reading, clause: Clause) -> bool:
    """Tells whether what was done is that something was held (المعرض الذي سيتم │ تنظيمه)."""
    word = next((reading.units[k].word for k in clause.units if k > clause.verb and reading.units[k].date < 0), None)
    return word is not None and bool(word.pronoun) and unjoined(word.stem.removesuffix(word.pronoun)) in _HOLDINGS


def _opened(reading: Reading, noun: Phrase, kind: str) -> Phrase:
    """Returns what a figure is of where the verb is one of opening, since no figure is opened (عائدات │ المحطة التي
    افتتحها), else the noun itself."""
    units, k = reading.units, noun.first + 1
    figure = noun.end > k and units[noun.first].word.core in _FIGURES and not units[noun.first].word.definite
    if not figure or not is_nominal(units[k]) or units[k].word.prefix or not noun_fits(units[k].word, kind):
        return noun
    inner = reading.entity_at(k)
    return Phrase(k, noun.end, inner if inner is not None and inner.end == noun.end else None)


def _listed(reading: Reading, noun: Phrase) -> Phrase:
    """Returns the things on a list where the verb is none of lists (قائمة │ الأفلام التي أنتجتها), else the noun."""
    k = noun.first + 1
    if noun.end <= k or reading.units[noun.first].word.core not in _LISTS or reading.entity_at(noun.first) is not None:
        return noun
    word = reading.units[k].word
    things = word.definite and not word.prefix and (noun_fits(word, "fs") == 1 or word.stem.endswith("ات"))
    return Phrase(k, noun.end) if things and word.office is None and "person-noun" not in word.classes else noun


def _before(reading: Reading, noun: Phrase, kind: str, *, drawn: bool, begins: bool) -> Phrase:
    """Returns the widest event whose genitive a noun is: a draw where the verb is not one of beginning, of a verb of
    drawing alone."""
    named = _named_for(reading, noun, kind)
    if named is not None and not drawn:
        return named
    found = noun
    for k in range(noun.first, max(-1, noun.first - _FURTHEST), -1):
        unit = reading.units[k]
        if unit.is_mark or unit.date >= 0 or unit.word.preposition or not is_nominal(unit):
            break
        ends = unit.word.definite and reading.units[k + 1].word.prefix != "ل"  # كأس │ الساحل أول بطولة يظفر بها
        if k < noun.first and (ends or is_verb(reading.units, k, False)):
            break
        event = not drawn and bool(unit.word.core in _FESTIVALS or unit.word.core in _ROUNDS)
        event = event or (unit.word.core in _DRAWN and not begins)
        asked = 1 if unit.word.core in _FESTIVALS or unit.word.pattern_plural else 2
        if event and not unit.word.definite and noun_fits(unit.word, kind) >= asked:
            found = Phrase(k, noun.end)
        if k < noun.first and (unit.word.prefix or (unit.word.lead and not _pair_of_acts(reading, k))):
            break
    return found


def _pair_of_acts(reading: Reading, k: int) -> bool:
    """Tells whether an act and the one before it have the same genitive (مؤتمر دعم │ وتنمية الزراعة)."""
    word, before = reading.units[k].word, reading.units[k - 1]
    acts = word.act is not None or word.common
    plain = before.date < 0 and not before.is_mark and not (before.word.definite or before.word.lead)
    return word.lead == "و" and not word.definite and bool(acts) and plain and before.word.act is not None


def _named_for(reading: Reading, noun: Phrase, kind: str) -> Phrase | None:
    """Returns the definite event that a noun with لـ tells the field of (الملتقى الأول │ للأمن الرقمي الذي يقام)."""
    units = reading.units
    if units[noun.first].word.prefix != "ل":
        return None
    for k in range(noun.first - 1, max(-1, noun.first - _LONGEST_NAME), -1):
        word = units[k].word
        if not word.definite or not is_nominal(units[k]) or units[k].is_mark or units[k].date >= 0:
            return None
        if _is_event(word) and noun_fits(word, kind):
            return Phrase(k, noun.end)
    return None


def _inside(reading: Reading, noun: Phrase, kind: str) -> Phrase:
    """Returns the event in the genitive of a noun (رئيس │ مؤتمر السلام الذي عقد), what an act of beginning or ending is
    of (ختام │ الحوار الذي عقد), the noun itself where none agrees."""
    phase = reading.units[noun.first].word.core in _PHASE_ACTS
    for k in range(noun.first + 1, noun.end):
        unit = reading.units[k]
        inner = is_nominal(unit) and not unit.word.prefix and unit.word.core not in _PHASE_ACTS
        if phase and inner and noun_fits(unit.word, kind) > 1:
            return Phrase(k, noun.end)
        if phase and unit.word.prefix == "ل" and unit.word.core in _FESTIVALS and noun_fits(unit.word, kind):
            return Phrase(k, noun.end)  # الإعداد │ لمعرض العسل الذي يقام
        if not is_nominal(unit) or unit.word.preposition or unit.word.prefix or unit.word.lead:
            break
        if unit.word.core in _FESTIVALS and noun_fits(unit.word, kind):
            return Phrase(k, noun.end)
        if unit.word.definite:
            break
    return noun


def _is_event(word: Word) -> bool:
    return word.core in _FESTIVALS or word.core in _ROUNDS or word.core in _DRAWN


def _acts(reading: Reading, clause: Clause) -> bool:
    """Tells whether what begins is behind the verb (بطل الدوري الذي يبدأ │ مشواره), whose doer is described."""
    behind = next((k for k in clause.units if k > clause.verb and reading.units[k].date < 0), -1)
    return behind >= 0 and is_nominal(reading.units[behind]) and not reading.units[behind].word.prefix
