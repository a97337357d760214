"""Where a clause begins beside the one before it (docs/events.md §1.3)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.connectives import Connective, connective_at
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.shapes import Verb, is_sure
from timeline_cli.text.tokens import COMMAS, Unit
from timeline_cli.text.words import Word

_NO_RELATIVE = cues("no-relative")
_MEASURES = cues("measures")
_NOUNS_OF_SPEECH = cues("noun-of-speech")
_REACTING = cues("reacting")
_POINTERS = frozenset({"ذلك", "هذا", "هذه", "هكذا"})
_NO_CLAUSE_OF_FIMA = frozenset(
    {"يتعلق", "يخص", "يلي", "بعد", "بين", "بينهم", "بينها", "يبدو", "عرف", "يعرف", "سمي", "يسمى"}
)
_LONGEST = 3


def joined_subject(units: Sequence[Unit], clause: Clause, i: int) -> list[int]:
    """Returns the units of a definite noun with و and its adjectives right before a verb that agrees with it, which
    then opens a clause (نشكر الأمناء │ والقرار الرسمي يصدر …); none elsewhere."""
    verb = units[i].word.verb
    if not is_sure(verb) or verb.person not in ("3ms", "3fs"):
        return []
    own = clause.units
    found: list[int] = []
    for k in reversed(own[-_LONGEST:]):
        word = units[k].word
        if k != i - 1 - len(found) or units[k].date >= 0 or units[k].is_mark or not word.definite or word.prefix:
            return []
        found.insert(0, k)
        if word.lead == "و":
            feminine = word.feminine or word.pattern_plural or word.stem.endswith("ات")
            return found if feminine == (verb.person == "3fs") and len(own) > len(found) else []
    return []


def after_comma(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a comma or و stands before a word."""
    return i > 0 and (units[i - 1].text in COMMAS or units[i].word.lead == "و")


def splits(units: Sequence[Unit], clause: Clause, i: int, entry: Connective, *, told: bool) -> bool:
    """Tells whether a connective opens a clause at a unit. `told`: something was told before it."""
    following = units[i + len(entry.words)] if i + len(entry.words) < len(units) else None
    if entry.splits == "no" or following is None:
        return False
    if entry.splits == "yes":
        if entry.words == ("فيما",):
            return following.word.stem not in _NO_CLAUSE_OF_FIMA
        if entry.words == ("حيث",) and i and units[i - 1].word.stem == "من":
            return False  # من حيث عدد الأسهم
        if entry.words == ("فقد",):
            verb = following.word.verb
            closed = i > 0 and (units[i - 1].is_comma or units[i - 1].date >= 0)
            fits = verb is not None and (not verb.ambiguous or closed)
            return fits and not following.word.definite
        if entry.words == ("علي", "ان") and i > 0 and units[i - 1].word.core in _NOUNS_OF_SPEECH:
            return False
        if entry.words == ("علي", "ان") and _tells_on(units, clause, following):
            return False
        if entry.words == ("ثم",):
            dated = following.date >= 0 and verb_follows(units, i + 1)  # زارها في 2018، ثم في 2022
            return is_verb(units, i + 1, True) or "was" in following.word.classes or dated
        return True
    if entry.kind == "that-time":
        return told and _goes_on_then(units, i)
    if entry.kind == "until":
        verb = following.word.verb
        sure = verb is not None and verb.aspect == "perfect" and not verb.ambiguous and following.word.act is None
        said = (units[k].word.speech for k in clause.units) if len(entry.words) > 1 else ()
        return sure and clause.verb >= 0 and not any(s is not None and "إلى" in s.complements for s in said)
    first = i + len(entry.words)
    if entry.kind == "as" and following.word.stem == "قد" and first + 1 < len(units):
        first += 1  # كما قد │ يترشح
    return entry.kind in ("as", "when") and is_verb(units, first, True)


def _tells_on(units: Sequence[Unit], clause: Clause, following: Unit) -> bool:
    """Tells whether على أن opens what a verb of speech tells with على, which no imperfect follows (شددت المديرة │ على
    أن المعلمين تسلموا رواتبهم)."""
    speech = units[clause.verb].word.speech if clause.verb >= 0 else None
    verb = following.word.verb
    wish = verb is not None and verb.aspect == "imperfect" and not verb.ambiguous
    return speech is not None and "على" in speech.complements and not wish


def _goes_on_then(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a word for that time opens a clause of its own (، يومها تغيرت …, وحينها كان …)."""
    return after_comma(units, i) and (is_verb(units, i + 1, True) or "was" in units[i + 1].word.classes)


def inside_name(units: Sequence[Unit], i: int) -> bool:
    """Tells whether فان stands between two words that no list holds (يان │ فان │ ديرفيلد)."""
    if units[i].word.stem != "فان" or not 0 < i < len(units) - 1:
        return False
    before, after = units[i - 1].word, units[i + 1].word
    named = before.unknown or bool(before.given) or len(before.stem) == 3 or before.verb is not None
    return named and after.unknown


def plan_follows(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a plan opens a clause of its own here (، ومن المقرر أن …)."""
    after = units[i + 1] if i + 1 < len(units) else None
    return i > 0 and after is not None and "planned-participle" in after.word.classes


def sets_scene(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether a preposition with its pronoun, or هناك, opens a clause that goes on with its verb (وفيها توفي,
    ومنها انتقل, وهناك أنهت دراستها)."""
    after = units[i + 1] if i + 1 < len(units) else None
    verb = after.word.verb if after is not None and after.date < 0 else None
    told = clause.verb >= 0 or any("was" in units[k].word.classes for k in clause.units)
    noun = after is not None and (after.word.act is not None or after.word.is_function)
    return told and verb is not None and not noun and not verb.guessed


def presents(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether كان opens a clause behind one that only says who someone is (هو الفقيه سالم الراوي، │ كان مولده
    في …)."""
    own = clause.units
    opens = bool(own) and "pronoun" in units[own[0]].word.classes and units[i - 1].is_comma
    return opens and clause.kind == "main" and clause.verb < 0


def opens_relative_of_ma(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether ما stands inside a clause and opens a relative one (ما يعادل), no negation at its start."""
    told = bool(clause.units) or clause.kind == "complement"
    if not told or i + 1 >= len(units) or connective_at(units, i) is not None:
        return False
    if units[i + 1].word.stem in _NO_RELATIVE:
        return False
    return units[i - 1].text not in COMMAS and is_verb(units, i + 1, True)


def measures(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a verb behind ما or ما لا only says how many there are (ما لا يقل عن عشرين عاملا │ أصيبوا)."""
    if units[i].word.stem not in _MEASURES:
        return False
    before = [unit.word.stem for unit in units[max(0, i - 2) : i]]
    return before[-1:] == ["ما"] or before == ["ما", "لا"]


def verb_follows(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a verb stands behind a date and those that follow it (، وفي مايو 2014 │ انتقل …)."""
    k = _behind(units, i)
    was = k < len(units) and "was" in units[k].word.classes  # ، وعلى مدى عامين، │ كانت الشركة …
    return k < len(units) and (was or is_verb(units, k, True)) and units[k].word.lead == ""


def surely_follows(units: Sequence[Unit], i: int) -> bool:
    """Tells whether what stands behind a date is a perfect and nothing else (أثبتت صحتها، في عام 1990 │ أغلقت …)."""
    k = _behind(units, i)
    verb = units[k].word.verb if k < len(units) and units[k].word.lead == "" else None
    return is_sure(verb) and verb.aspect == "perfect" and is_verb(units, k, False)


def _behind(units: Sequence[Unit], i: int) -> int:
    k = i + 1
    while k < len(units) and (units[k].date >= 0 or units[k].text in COMMAS):
        k += 1
    return k


def joining_units(units: Sequence[Unit], clause: Clause, i: int) -> list[int]:
    """Returns the units behind the last comma of the clause and before a verb where they only join sentences (،
    وبذلك │ يغيب …, ، إلى ذلك │ سيؤدي …), else none."""
    own = clause.units
    comma = next((place for place in range(len(own) - 1, -1, -1) if units[own[place]].text in COMMAS), -1)
    behind = own[comma + 1 :]
    shown = any(_points_back(units[k].word) for k in behind)
    plain = all(units[k].date < 0 and _joins(units[k].word) for k in behind)
    return behind if comma > 0 and shown and plain and behind[-1:] == [i - 1] and len(behind) < 4 else []


def denied_anew(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether و before a negation or سوف opens a clause with this verb (زرته أمس، ولم يسمحوا لي …)."""
    before = units[i - 1].word if i else None
    if before is None or before.lead != "و" or not ("negation" in before.classes or before.stem == "سوف"):
        return False
    own = clause.units
    return len(own) > 1 and own[-1] == i - 1


def goes_on_with_relative(units: Sequence[Unit], clause: Clause, above: Clause, verb: Verb | None) -> bool:
    """Tells whether a joined verb goes on with the relative clause: it has its gender, which the verb above has
    not (راقب الحزب الحرب التي ظهرت … وقادت إلى نصر)."""
    if verb is None or clause.kind != "relative" or clause.verb < 0 or above.verb < 0:
        return False
    inner, outer = units[clause.verb].word.verb, units[above.verb].word.verb
    if inner is None or outer is None or verb.aspect != inner.aspect:
        return False
    return verb.person == inner.person != outer.person


def names_doer_again(units: Sequence[Unit], above: Clause, i: int) -> bool:
    """Tells whether the noun behind a joined verb is the subject of the clause above once more, which then goes on
    (أنهى الفريق معسكره بمقر النادي، الذي امتد لأسبوع، │ وسيبدأ الفريق …)."""
    if not 0 <= above.verb < i or i + 1 >= len(units) or units[i + 1].date >= 0:
        return False
    doer, again = units[above.verb + 1].word, units[i + 1].word
    return again.definite and not again.prefix and doer.stem == again.stem and units[above.verb + 1].date < 0


def _points_back(word: Word) -> bool:
    """Tells whether a word is ذلك, هذا or هكذا, alone or behind a preposition (بذلك, لهذا)."""
    return word.stem.removeprefix("ب").removeprefix("ل").removeprefix("ك") in _POINTERS


def _joins(word: Word) -> bool:
    return _points_back(word) or word.preposition or "aspect" in word.classes or word.core.rstrip("ا") in _REACTING
