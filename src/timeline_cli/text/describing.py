"""Whether a verb describes a noun before it without a relative pronoun (docs/events.md §1.3)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb, is_sure
from timeline_cli.text.speech import expects_content
from timeline_cli.text.tokens import CLOSING_QUOTES, DOUBLE_QUOTES, Unit

_LASTING = cues("lasting")
_HELD = cues("held")
_LONGEST_SUBJECT = 8
_LONGEST_NAME = 12
_THIRD = frozenset({"ه", "ها", "هما", "هم"})
_ONE_OF = cues("one-of")
_AFTERMATH = frozenset({"إثر", "عقب", "جراء"})


def describes(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether a verb in a clause that has one describes the noun before it (قطعة كانت قد سرقت)."""
    return (
        _indefinite_before(units, clause, i)
        or _resumes(units, i)
        or _takes_up(units, i)
        or _of_meeting(units, i)
        or expects_content(units, i)
    )


def goes_on(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether a verb goes on with the sentence rather than describing a noun before it."""
    return is_sure(units[i].word.verb) and not _indefinite_before(units, clause, i)


def governed_before(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether the verb describes an indefinite noun behind a preposition: وفي مؤتمر صحفي عقده أمس، قال …"""
    if i < 2 or not _indefinite_before(units, clause, i):
        return False
    verb = units[i].word.verb
    k = i - 1
    while k > 0 and i - k < 3 and not units[k].word.preposition and not units[k].is_mark:
        k -= 1
    if verb is None or verb.aspect != "perfect":
        return False
    opens = units[clause.units[0]].word.speech if clause.units else None
    says = clause.kind == "saying" or (opens is not None and opens.aspect == "participle")
    if says and units[i - 1].word.prefix:
        return True
    noun = units[i - 2].word
    if says and noun.prefix and units[i - 2].date < 0 and verb.person == "3fs" and (noun.act or noun.common):
        return noun.stem.endswith("ات") or noun.feminine  # بعمليات عسكرية │ نفذت أمس
    after = units[k].word.stem.removeprefix("و") in _AFTERMATH and units[i - 1].word.act is not None
    return units[k].word.preposition and (bool(verb.pronoun) or (after and k == i - 2))


def named_meeting(units: Sequence[Unit], i: int) -> int:
    """Returns the noun of the meeting whose name in quotation marks stands before a passive that says when it was held
    (خلال لقاء بعنوان «ذاكرة المدينة» │ أقيم أمس); -1 for other verbs."""
    verb = units[i].word.verb
    held = verb is not None and verb.passive and bool(_HELD & set(verb.lemma.split("|"))) and not units[i].word.lead
    if not held or units[i - 1].text not in CLOSING_QUOTES or i + 1 >= len(units) or units[i + 1].date < 0:
        return -1
    for k in range(i - 3, max(-1, i - _LONGEST_NAME), -1):
        word = units[k].word
        if word.is_function or units[k].date >= 0 or word.lead:
            continue
        if word.act is not None and not word.definite and units[k - 1].word.preposition:
            return k
    return -1


def lasting_noun(units: Sequence[Unit], clause: Clause, i: int) -> int:
    """Returns the last unit of the indefinite noun, farther before it, of which an imperfect tells how long or of
    what it is (معسكرا مغلقا في المدينة │ يستمر حتى الخميس); -1 for other verbs."""
    verb = units[i].word.verb
    if verb is None or verb.aspect != "imperfect" or not _LASTING & set(verb.lemma.split("|")):
        return -1
    for k in clause.units:
        word = units[k].word
        noun = word.act is not None or (word.stem.endswith("ا") and bool(word.common))
        if k > clause.verb and noun and not (word.definite or word.pronoun or word.lead):
            if _governs_noun(units, k):
                k, word = k + 1, units[k + 1].word  # تنفيذ │ برنامج تدريبي يستمر
            after = units[k + 1].word
            described = after.stem.endswith(("ا", "ة")) and not (after.lead or after.prefix or after.definite)
            return k + described if word.feminine == (verb.person == "3fs") else -1
    return -1


def _governs_noun(units: Sequence[Unit], k: int) -> bool:
    """Tells whether an indefinite noun right behind another is its genitive."""
    word = units[k + 1].word
    bare = not (word.definite or word.prefix or word.lead or word.pronoun or word.is_function)
    return units[k + 1].date < 0 and bare and bool(word.common) and not word.stem.endswith(("ا", "ي", "ية"))


def farther_noun(units: Sequence[Unit], clause: Clause, i: int) -> int:
    """Returns the indefinite noun that a perfect describes which no other rule explains, with a phrase between them
    (ستة أعضاء من أبناء المدينة │ بدؤوا تصوير القلاع); -1 for other verbs."""
    verb = units[i].word.verb
    if not is_sure(verb) or verb.aspect != "perfect" or units[i].word.lead:
        return -1
    for k in range(i - 1, clause.verb, -1):
        word = units[k].word
        if units[k].is_mark or units[k].date >= 0 or word.lead:
            return -1
        bare = not (word.definite or word.pronoun or word.prefix or word.place or word.given or word.is_function)
        phrase = units[k + 1].word.preposition and k + 1 < i
        if bare and phrase and (word.common or word.known_noun or word.act or word.stem.endswith("ا")):
            agrees = verb.person == "3mp" or word.feminine == (verb.person == "3fs")
            return k if agrees else -1
    return -1


def was_done_to_noun(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether كان describes the noun before it with a subject of its own before قد and the verb, or before a
    present with its pronoun (17 رقيما │ كانت الشرطة قد صادرتها, ثلاثة صيادين │ كانت العصابة تحتجزهم)."""
    if clause.verb < 0 or i < 2 or units[i].word.lead or not _indefinite_before(units, clause, i):
        return False
    for k in range(i + 2, min(i + _LONGEST_SUBJECT, len(units) - 1)):
        if units[k - 1].date >= 0 or (units[k - 1].is_mark and units[k - 1].text not in DOUBLE_QUOTES):
            return False
        verb = units[k + units[k].is_comma].word.verb
        if is_sure(verb) and verb.aspect == "imperfect" and verb.pronoun in _THIRD:
            return True
        if "aspect" in units[k].word.classes:
            verb = units[k + 1].word.verb
            after = units[k + 2].word if k + 2 < len(units) else None
            bound = after is not None and "preposition-bound" in after.classes and after.stem.endswith(("ه", "ها"))
            return verb is not None and (verb.pronoun in _THIRD or bound)
    return False


def _indefinite_before(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether a noun that a verb can describe stands before it and its particles (مهلة │ تنتهي غدا)."""
    particle = units[i - 1].word if i > 1 else None
    denied = particle is not None and "negation" in particle.classes and not particle.lead
    particles = 1 if denied else particles_before(units, clause, i) if i > 2 else 0
    before = units[i - 1 - particles] if i else None
    if before is None or before.is_mark or before.date >= 0 or _governs_here(units, clause, i - 1 - particles):
        return False
    word = before.word
    return not (word.definite or word.place or word.given or word.pronoun or "demonstrative" in word.classes) or (
        word.stem.endswith(("ا", "ين")) and not word.definite
    )


def particles_before(units: Sequence[Unit], clause: Clause, i: int) -> int:
    """Counts كان and قد right before a verb that describes a noun (قطعة كانت قد سرقت)."""
    count = 0
    while i - 1 - count > 0 and units[i - 1 - count].word.classes & {"was", "aspect"}:
        count += 1
    own = clause.units
    return count if own[len(own) - count :] == list(range(i - count, i)) else 0


def _governs_here(units: Sequence[Unit], clause: Clause, k: int) -> bool:
    """Tells whether a unit is the clause's own verb and nothing else, so that no noun to be described (ستدخل │
    طور الاستغلال)."""
    return k == clause.verb and is_sure(units[k].word.verb)


def _takes_up(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a perfect with an object pronoun describes a noun before it: مقترحا للهدنة قدمته البعثة."""
    verb = units[i].word.verb
    return verb is not None and verb.pronoun in ("ه", "ها") and not verb.ambiguous and units[i - 1].date < 0


def _resumes(units: Sequence[Unit], i: int) -> bool:
    """Tells whether an imperfect takes up the clause before it: في زيارة رسمية لروسيا يجري خلالها محادثات."""
    verb = units[i].word.verb
    after = units[i + 1] if i + 1 < len(units) else None
    before = units[i - 1]
    return (
        verb is not None
        and verb.aspect == "imperfect"
        and not verb.ambiguous
        and ((after is not None and "preposition-bound" in after.word.classes) or before.date >= 0)
    )


def _of_meeting(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a لـ phrase stands between the verb and the meeting it describes: مؤتمر للمانحين عقد في
    نيروبي."""
    return units[i - 1].word.prefix == "ل" and i > 1 and units[i - 2].word.act is not None


def told_of_first(units: Sequence[Unit], clause: Clause, i: int) -> bool:
    """Tells whether the imperfect behind the indefinite noun that opens a clause describes that noun, since a second
    verb agrees with it (أن ناقلة ترفع علم مالطا │ سترسو غدا, إن حافلة تقل مشجعين │ هوت)."""
    first, second = units[clause.verb].word.verb, units[i].word.verb
    if first is not None and second is not None and _done_to_first(units, clause, i, first, second):
        return True
    if first is None or second is None or first.aspect != "imperfect" or first.future or first.person != second.person:
        return False
    told = second.future or (second.aspect == "perfect" and is_sure(second))
    if not told or second.pronoun or units[i].word.lead or i < clause.verb + 2:
        return False
    own = [k for k in clause.units if k < clause.verb and "complementizer" not in units[k].word.classes]
    if clause.kind not in ("complement", "main") or len(own) != 1 or own[0] != clause.verb - 1:
        return False
    noun, before = units[own[0]].word, units[i - 1].word
    bare = not (noun.definite or noun.pronoun or noun.is_function or noun.place or noun.given or noun.office)
    if not bare or any(units[k].is_mark or units[k].word.lead for k in range(clause.verb, i)):
        return False
    nearer = not (before.definite or before.pronoun or before.place or before.given) and units[i - 1].date < 0
    return second.future or not nearer or before.feminine != (second.person == "3fs")


def _done_to_first(units: Sequence[Unit], clause: Clause, i: int, first: Verb, second: Verb) -> bool:
    """Tells whether a perfect acts by its pronoun upon the indefinite noun that أن opens a clause with, since a second
    verb tells of that noun (أن صاروخا أطلقه مسلحون │ انفجر)."""
    if (
        clause.kind != "complement"
        or first.aspect != "perfect"
        or first.pronoun not in ("ه", "ها")
        or not is_sure(second)
    ):
        return False
    own = [k for k in clause.units if k < clause.verb and "complementizer" not in units[k].word.classes]
    if not 0 < len(own) < 3 or own[-1] != clause.verb - 1 or own[-1] - own[0] != len(own) - 1 or i < clause.verb + 2:
        return False
    if any(units[k].word.definite or units[k].word.is_function or units[k].date >= 0 for k in own):
        return False
    if any(
        (units[k].is_mark and units[k].text not in DOUBLE_QUOTES) or units[k].word.lead for k in range(own[0], i + 1)
    ):
        return False
    noun = units[own[0]].word
    feminine = first.pronoun == "ها"
    listed = noun.common or noun.known_noun or noun.act or noun.stem.endswith("ا")
    after = units[i + 1].word if i + 1 < len(units) else None
    resumed = after is not None and "preposition-bound" in after.classes and after.stem.endswith(first.pronoun)
    agrees = resumed or second.person == ("3fs" if feminine else "3ms")  # سيارة سرقها مجهولون │ عثر عليها
    return bool(listed) and not noun.pronoun and (noun.feminine == feminine or noun.pattern_plural) and agrees


def back_to_verb(units: Sequence[Unit], clause: Clause, above: Clause, i: int) -> bool:
    """Tells whether a description of a subject, with the subject of its own, ends before the object that the verb
    above still waits for (أصابت قنبلة │ ألقتها طائرة إيطالية │ إحدى دعاماته)."""
    if clause.opener >= 0 or clause.verb < 0 or above.verb < 0 or i < clause.verb + 2 or units[i].word.lead:
        return False
    inner, outer = units[clause.verb].word.verb, units[above.verb].word.verb
    if inner is None or outer is None or not inner.pronoun or inner.pronoun not in ("ه", "ها"):
        return False
    behind = [k for k in above.units if k > above.verb]
    if not outer.transitive or outer.pronoun or outer.passive or not behind or behind[-1] != clause.antecedent:
        return False
    if len(behind) > 2 or any(units[k].is_mark or units[k].date >= 0 or units[k].word.prefix for k in behind):
        return False
    subject = range(clause.verb + 1, i)
    if any(units[k].is_mark or units[k].date >= 0 or units[k].word.preposition for k in subject):
        return False
    word, before = units[i].word, units[i - 1].word
    if word.prefix or word.preposition or (word.is_function and "quantifier" not in word.classes):
        return word.stem in _ONE_OF
    if word.stem in _ONE_OF or (word.stem.endswith("ا") and not word.definite and not before.stem.endswith("ا")):
        return word.verb is None and not (word.unknown or word.given)
    adjective = before.definite and before.stem.endswith(("ي", "ية")) and i > clause.verb + 2
    return adjective and word.definite and word.nationality is None and not word.stem.endswith(("ي", "ية"))


def told_of_owned(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a verb describes an indefinite noun that somebody has (أمامها مهلة │ تنتهي غدا)."""
    if i < 2 or units[i - 1].date >= 0 or units[i - 1].is_mark or units[i].word.lead:
        return False
    noun, before, verb = units[i - 1].word, units[i - 2].word, units[i].word.verb
    bare = not (noun.definite or noun.pronoun or noun.is_function or noun.place or noun.given)
    if verb is None or verb.pronoun or not bare or not (noun.common or noun.known_noun or noun.act):
        return False
    return "preposition-bound" in before.classes and noun.feminine == (verb.person == "3fs")
