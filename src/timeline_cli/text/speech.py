"""Words that say, show or expect something, and what opens that which they say (docs/events.md §1.4)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.joints import after_comma
from timeline_cli.text.tokens import Unit
from timeline_cli.text.verbs import Speech, speech_with_pronoun
from timeline_cli.text.words import Word

_AWAITED = cues("awaited")
_SHOWS = cues("shows")
_STANDS = frozenset({"جاء", "ورد"})
_REPORTS = frozenset({"point", "affirm", "explain", "show", "mention", "say", "report", "reveal"})


def is_speech(word: Word) -> bool:
    """Tells whether a word is a verb of speech, with or without its object (أعلن, أعلنته)."""
    return word.speech is not None or speech_with_pronoun(word.stem, word.fold[len(word.lead) :]) is not None


def is_written(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a verb says in which statement something is written (كما │ جاء في بيان)."""
    word = units[i].word
    if (word.fold not in _STANDS and word.stem not in _STANDS) or i + 2 >= len(units):
        return False
    return "statement-noun" in units[i + 2].word.core_classes and units[i + 1].word.stem == "في"


def _governing_speech(units: Sequence[Unit], clause: Clause) -> Speech | None:
    """Returns the verb of speech that governs a clause, None without one."""
    return units[clause.verb].word.speech if clause.verb >= 0 else None


def says(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a verb that says, shows or tells where something is written stands at a unit, not at the start."""
    if i >= len(units) or i < 2:
        return False
    verb = units[i].word.verb
    shows = verb is not None and verb.lemma in _SHOWS
    return shows or is_speech(units[i].word) or is_written(units, i)


def frames_speech(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a participle opens reported speech: مؤكدا, مشيرة إلى, but not مذكرة تفاهم."""
    if not after_comma(units, i) or i + 1 >= len(units):
        return False
    after = units[i + 1].word
    if not units[i].word.stem.endswith("ة"):
        return True
    purpose = after.prefix == "ل" or after.stem in ("مع", "بين")  # مذكرة لتبادل الخبرات
    speech = units[i].word.speech
    if "statement-noun" in units[i].word.classes and speech is not None and (after.preposition or after.prefix):
        return bool({after.stem, after.prefix} & speech.complements)  # رفعت النقابة، أمس، │ مذكرة إلى الوزير
    return (
        (not purpose and (after.preposition or bool(after.prefix)))
        or after.definite
        or "complementizer" in after.classes
    )


def is_awaited(word: Word) -> bool:
    """Tells whether a word says of nobody in particular that something is expected (ينتظر أن يدخل القانون حيز
    التنفيذ)."""
    return any(
        said is not None and said.aspect == "imperfect" and said.person == "3ms" and said.lemma in _AWAITED
        for said in (word.verb, word.speech)
    )


def expects_content(units: Sequence[Unit], i: int) -> bool:
    """Tells whether أن stands right behind a verb that says what is expected (بحضور الوزير │ يتوقع أن يركز على …)."""
    return i + 1 < len(units) and units[i + 1].word.stem in ("أن", "ان") and is_awaited(units[i].word)


def expects(units: Sequence[Unit], clause: Clause) -> bool:
    """Tells whether the clause's verb tells what someone expects (يرجح خبراء أن …), so that أن opens a clause."""
    speech = _governing_speech(units, clause)
    return speech is not None and speech.sense in ("predict", "opine", "doubt")


def expects_again(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether وأن goes on with what is expected, behind an أن of the clause with its verb (من المتوقع أن تصل
    اللجنة غدا، وأن تنشر تقريرها قريبا)."""
    own = (clause.opener, *clause.units) if clause.kind == "complement" and clause.opener >= 0 else clause.units
    told = next((k for k in own if units[k].word.stem in ("أن", "ان")), -1)
    return units[i].word.lead == "و" and 0 <= told < clause.verb and clause.verb == told + 1


def tells_of_act(units: Sequence[Unit], clause: Clause, following: Word) -> bool:
    """Tells whether a noun of an act opens what a verb of speech reports (أشار إلى أن │ توقف المصاعد دفع …)."""
    speech = _governing_speech(units, clause)
    return following.act is not None and speech is not None and speech.sense in _REPORTS


def denied_act(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether a form that is noun or verb is the act that someone denies or confirms (نفت المرشحة، أمس، تلقي
    أموال)."""
    word = units[i].word
    if word.lead or not _names_an_act(word):
        return False
    speech = _governing_speech(units, clause)
    if speech is None or not speech.act:
        return False
    own = [k for k in clause.units if k > clause.verb]
    return i - clause.verb < 8 and not any(
        units[k].word.act is not None or "complementizer" in units[k].word.classes for k in own
    )


def _names_an_act(word: Word) -> bool:
    return word.act is not None or word.stem.startswith("تلق")


def back_to_object(units: Sequence[Unit], clause: Clause, above: Clause, i: int) -> bool:
    """Tells whether a relative clause ends before what the verb of speech above it tells (أوضح التقرير الذي حصلت
    الصحيفة على نسخة منه │ ارتفاع القضايا)."""
    word = units[i].word
    if word.act is None or word.definite or word.prefix or word.lead or clause.verb < 0 or clause.between_commas:
        return False
    speech = _governing_speech(units, above)
    if speech is None or "preposition-bound" not in units[i - 1].word.classes:
        return False
    return all(w.act is None or w.definite for w in (units[k].word for k in above.units if k > above.verb))
