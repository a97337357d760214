"""Whether a title reads as a clause of the text: first and last words, verbs, order (docs/events.md §3.1, T16)."""

from __future__ import annotations

import re
from itertools import pairwise

from timeline_cli.events.doers.fronted import subject_before
from timeline_cli.events.doers.object_only import led_as
from timeline_cli.events.doers.objects import complement
from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.wording.bonds import binds
from timeline_cli.events.wording.composing import Title
from timeline_cli.events.wording.visible import visible
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.listed import function_classes
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import Unit
from timeline_cli.text.words import Word, word

_NEVER_FIRST = frozenset(
    {
        "preposition",
        "preposition-place",
        "preposition-bound",
        "relative",
        "complementizer",
        "conjunction",
        "pronoun",
        "clause-adverb",
    }
)
_NEVER_LAST = frozenset(
    {"preposition", "preposition-place", "demonstrative", "relative", "complementizer", "conjunction", "negation"}
    | {"open-end"}
)
_ASKS_SECOND = cues("asks-second")
_TO_DO = frozenset({"ب", "ل", "إلى", "الى", "على", "من"})
_COMPOUND = cues("compound")
_PLAIN = cues("plain")
_REACHES = cues("reaches")
_HELPERS = frozenset({"phase", "become", "modal", "was", "light", "aspect", "negation", "still"})
_GLUED_FIGURE = re.compile(r"^[وف]?[بلك]\d")
_OF_MEN = frozenset({"ضحيه", "خليفه", "علامه", "رحاله", "نابغه"})
_AMID = cues("amid")
_STRIPPED = '«»“”":،()[]'
_BRIEF = 3
_LONGEST_MOVED = 6
_LONGEST_LEAP = 9


def is_wellformed(reading: Reading, clause: Clause, made: Title) -> bool:
    """Tells whether a title can stand as it is; a plain cut of the text takes the place of one that cannot."""
    if _does_bare_act(reading, clause, made) or stops_short(reading, made):
        return False
    if clause.kind == "relative":
        return reads_well(made.text) and not (
            _says_half(reading, clause, made)
            or _lacks_second(reading, clause, made)
            or _lacks_phrase(reading, clause, made)
        )
    return reads_well(made.text) and not (
        _stitched(reading, clause, made)
        or waits(reading, clause, made)
        or _restricted(reading, clause, made)
        or _says_half(reading, clause, made)
        or _two_doers(reading, clause, made)
        or _lacks(reading, clause, made)
    )


def says_enough(reading: Reading, clause: Clause, made: Title) -> bool:
    """Tells whether a plain cut still says what was done: its verb has what it asks for, what is said has its verb."""
    if not reads_well(made.text) or waits(reading, clause, made) or _says_half(reading, clause, made):
        return False
    if stops_short(reading, made):
        return False
    return not _lacks(reading, clause, made) and not _does_bare_act(reading, clause, made)


def stops_short(reading: Reading, made: Title) -> bool:
    """Tells whether a title ends before what its last word waits for: the rest of a name or genitive, the verb of what
    is said (أعلن النادي أن لاعبه الجديد │ سيغيب)."""
    last = made.order[-1] if made.order else -1
    if last < 0 or not made.text.endswith(reading.units[last].text):
        return False
    inner = reading.clauses[reading.clause_of[last]] if reading.clause_of[last] >= 0 else None
    said = inner is not None and inner.kind == "complement" and inner.opener in made.order
    after = reading.units[last + 1].word.classes if last + 1 < len(reading.units) else frozenset()
    return (said and inner is not None and inner.verb > last) or ("relative" not in after and binds(reading, last))


def reads_well(text: str) -> bool:
    """Tells whether the words of a title by themselves begin, go on and end as a clause does."""
    said = text.partition(": ")[2] or text
    words = [word(bare) for part in said.split() if (bare := part.strip(_STRIPPED))]
    if len(words) < 2 or _GLUED_FIGURE.match(words[-1].bare):
        return False
    first, last = words[0], words[-1]
    if first.pronoun and first.verb is not None and first.verb.guessed:
        return False
    if first.verb is not None and first.bare[0] == "ل" and not first.verb.base.startswith("ل"):
        return False
    if first.verb is None and first.act is not None and first.act.pronoun:
        return False
    if first.verb is None and first.stem in _AMID:
        return False
    if "never-first" in first.classes and len(words) > 1 and words[1].stem in ("إلى", "على", "الى"):
        return False
    if first.verb is None and ("ً" in said.split()[0] or _adverbial(first)):
        return False
    if (
        first.pronoun in ("ه", "ها", "هم")
        and first.verb is None
        and not (first.definite or first.place or first.common)
    ):
        return False
    if first.prefix or first.bare.startswith("لل") or (first.classes & _NEVER_FIRST and first.verb is None):
        return False
    counted = words[-2].number or "number" in words[-2].classes  # 15 يوما
    if last.classes & _NEVER_LAST and last.place is None and not counted:
        return False
    if len(words) > 2 and _surely(last) and last.verb is not None and _tells_nothing_yet(last.verb):
        return False
    return not any(_clash(one, other) for one, other in pairwise(words)) and sum(map(_content, words)) > 1


def _adverbial(first: Word) -> bool:
    """Tells whether a word is a participle in ا that says how something is done (جاهدا, قادما)."""
    listed = first.common or first.known_noun or first.place or first.given or first.is_function
    return len(first.core) == 5 and first.core[1] == first.core[4] == "ا" and not listed


def _tells_nothing_yet(verb: Verb) -> bool:
    """Tells whether a verb cannot close a title: its object is still to come (يبلغني …)."""
    own = verb.pronoun in ("", "ني", "نا")
    return verb.transitive and not verb.passive and own and verb.aspect == "imperfect"


def _content(known: Word) -> bool:
    thing = known.definite and "dating-participle" in known.classes  # تسلم الموقع
    return not known.is_function or known.verb is not None or known.place is not None or thing


def _clash(one: Word, other: Word) -> bool:
    """Tells whether two words cannot stand side by side: a preposition before a preposition or a verb, two verbs."""
    if one.preposition and (one.stem in _PLAIN or one.core in _PLAIN):
        stands = other.preposition and other.stem not in _COMPOUND and not other.lead and not other.prefix
        owned = other.verb is not None and bool(other.verb.pronoun)
        return (stands and one.stem not in _COMPOUND) or (_surely(other) and not owned)
    if one.bare == "ما" and "preposition-bound" in other.classes:
        return True
    if "complementizer" in one.classes and one.stem in ("إن", "بأن") and _surely(other):
        return other.verb is not None and other.verb.aspect == "perfect"
    if other.verb is not None and other.verb.pronoun and other.pronoun:
        return False  # هاجرت أسرته
    return _surely(one) and _surely(other) and not one.classes & _HELPERS and not other.classes & _HELPERS


def _surely(known: Word) -> bool:
    verb = known.verb
    if verb is None or known.lead or known.definite or known.given or known.place or known.is_function:
        return False
    return not (verb.ambiguous or verb.guessed or known.office or "person-noun" in known.classes)


def _stitched(reading: Reading, clause: Clause, made: Title) -> bool:
    """Tells whether a title turns its words round by more than a subject before its verb, or leaps over many."""
    order = made.order
    if not order:
        return False
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    turns = [place for place, (one, other) in enumerate(pairwise(order)) if other < one]
    if len(turns) > 1:
        return True
    if turns:
        moved = [k for k in order[turns[0] + 1 :] if k < order[turns[0]]]
        bound = len(moved) == 1 and "preposition-bound" in reading.units[moved[0]].word.classes  # جلت عنه │ القوات
        owner = order[turns[0]] != clause.verb and bool(reading.units[order[turns[0]]].word.pronoun)
        bound = bound or owner  # فعالياته: فعاليات │ المهرجان
        of_verb = order[0] == clause.verb or reading.units[order[0]].word.act is None
        if not bound and verb is not None and of_verb and disagrees(reading, moved[0], verb.person):
            return True
        filled = any(named.words in made.text for named in made.named)
        if (
            not bound
            and reading.units[moved[-1]].word.pronoun
            and not reading.units[moved[-1]].word.definite
            and not filled
        ):
            return True
        whole = moved[-1] - moved[0] + 1 == len(moved) <= _LONGEST_MOVED + 2  # المفاوضات مع شركة «النور»
        if (len(moved) > _LONGEST_MOVED and not whole) or moved[-1] - moved[0] >= len(moved) + 3:
            return True
    if any(
        c.kind == "relative" and c.antecedent >= 0 and c is not clause and c.verb in order and c.antecedent not in order
        for c in reading.clauses
    ):
        return True
    longest = _LONGEST_LEAP if not made.brief else len(reading.units)
    named = {antecedent.first for antecedent in made.named if antecedent.reading is reading}
    pairs = pairwise(sorted({*order, *named}))
    first = min(order)
    return any(_leap(reading, one, other) > longest for one, other in pairs if other not in named and one >= first)


def disagrees(reading: Reading, first: int, person: str) -> bool:
    """Tells whether a noun cannot be the subject of a verb form: ممثل … ستنعقد, اللجنة … عقد."""
    known = reading.units[first].word
    entity = reading.entity_at(first)
    if entity is not None and entity.kind in ("person", "office", "organisation"):
        return not entity.plural and person == ("3ms" if entity.feminine else "3fs")
    if "superlative" in known.classes:
        return False
    if person == "3fs" and (known.is_function or (len(known.stem) < 5 and not known.definite and known.common)):
        return not known.feminine and not known.pattern_plural
    if person == "3fs":
        plural = known.pattern_plural or known.stem.endswith(("ات", "ين", "ون", "اء", "ا"))
        return not known.feminine and not plural and bool(known.office or known.act or "person-noun" in known.classes)
    if known.core in _OF_MEN:
        return False
    return person == "3ms" and known.stem.endswith("ة") and not known.is_function and known.office is None


def _leap(reading: Reading, one: int, other: int) -> int:
    """Counts the words that a title leaves out between two of its words; dates, marks, brackets and offices behind
    a name do not count, nor who speaks for a body (على لسان …)."""
    if [unit.word.stem for unit in reading.units[one + 1 : one + 3]] == ["على", "لسان"]:
        return 0
    return sum(
        1
        for k in range(one + 1, other)
        if reading.units[k].date < 0
        and not reading.units[k].is_mark
        and not _in_role(reading, k)
        and not (reading.clause_of[k] >= 0 and _set_apart(reading, reading.clauses[reading.clause_of[k]], other))
    )


def _in_role(reading: Reading, k: int) -> bool:
    entity = reading.entity_over(k)
    return entity is not None and entity.kind == "role"


def _set_apart(reading: Reading, clause: Clause, behind: int) -> bool:
    """Tells whether a clause stands between marks before a unit: in brackets, or a relative that a comma closes."""
    last = max(clause.units, default=-1) + 1
    closed = last < behind and reading.units[last].is_comma
    return clause.kind == "bracket" or (clause.kind == "relative" and closed)


def _restricted(reading: Reading, clause: Clause, made: Title) -> bool:
    """Tells whether a short title broke off at a relative clause that says which are meant (عدد السكان الذين …)."""
    if clause.verb < 0 or len(made.text.split()) > 4 or not made.order:
        return False
    last = max(made.order)
    if last + 1 >= len(reading.units) or last <= clause.verb:
        return False
    return "relative" in reading.units[last + 1].word.classes and not reading.units[last + 1].word.lead


def _says_half(reading: Reading, clause: Clause, made: Title) -> bool:
    """Tells whether a title broke off inside what is said, before its verb (أعلن المكتب أن عدد الأشخاص)."""
    own = set(made.order)
    said = [c for c in reading.clauses if c.parent == clause.number and c.kind == "complement"]
    for inner in said:
        told = own & set(inner.units)
        if told and inner.verb not in own and (inner.verb >= 0 or len(told) + 3 < min(len(inner.units), 8)):
            return True
    return False


def _two_doers(reading: Reading, clause: Clause, made: Title) -> bool:
    """Tells whether a name was put in where the clause has both its subject and its object (أحرق رجلان منزلا)."""
    if clause.verb >= 0 and _tells_of_topic(reading, clause):
        return True
    if clause.verb < 0 or not any(n.reading is not reading for n in made.named):
        return False
    if subject(reading, clause) is not None:
        return False
    behind = [k for k in clause.units if k > clause.verb and reading.units[k].date < 0]
    if not behind or not is_nominal(reading.units[behind[0]]) or reading.units[behind[0]].word.prefix:
        return False
    end = phrase_end(reading, behind[0])
    if end >= len(reading.units) or end not in behind or reading.units[behind[0]].word.stem.endswith("ا"):
        return False
    known = reading.units[end].word
    accusative = known.stem.endswith("ا") and not (known.definite or known.prefix or known.pronoun)
    told = reading.units[clause.verb].word.verb
    if told is not None and led_as(reading, end, told):
        return False
    return is_nominal(reading.units[end]) and accusative


def _tells_of_topic(reading: Reading, clause: Clause) -> bool:
    """Tells whether what stands before a verb is not its doer, since that is named behind it (أن المشتبه به قام الحزب
    بتجنيده)."""
    verb = reading.units[clause.verb].word.verb
    behind = reading.entity_at(clause.verb + 1)
    named = behind is not None and behind.kind in ("person", "organisation", "office")
    if verb is None or verb.transitive or not named or reading.units[clause.verb + 1].word.prefix:
        return False
    return subject_before(reading, clause) is not None


def _does_bare_act(reading: Reading, clause: Clause, made: Title) -> bool:
    """Tells whether a title ends on the act that somebody does without what it was done to (قام وفد بزيارة)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or "قام" not in verb.lemma.split("|") or not made.order or made.order[0] != clause.verb:
        return False
    word = reading.units[made.order[-1]].word
    return word.act is not None and word.prefix == "ب" and not word.act.pronoun


def waits(reading: Reading, clause: Clause, made: Title) -> bool:
    """Tells whether a verb that says little alone has got nothing but its subject (طالب المئات من …)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or verb.passive or verb.pronoun or clause.verb not in made.order:
        return False
    if "ُ" in reading.units[clause.verb].text[:3]:
        return False
    if not any("needs-complement" in function_classes().get(lemma, ()) for lemma in verb.lemma.split("|")):
        return False
    if verb.person in ("1s", "1p"):
        return False
    doer = subject(reading, clause)
    if doer is not None and doer.first > clause.verb and any(n.reading is not reading for n in made.named):
        doer = None  # ترأست هدى السالم │ الغرفة النسائية
    if doer is None and not made.named:
        doer = _first_behind(reading, clause)
    if doer is None and not made.named:
        return False
    done = verb.transitive and doer is not None and _done_to(reading, clause, doer)
    if doer is not None and (done or disagrees(reading, doer.first, verb.person)):
        return False
    end = doer.end if doer is not None else clause.verb + 1
    while doer is not None and end < len(reading.units) and _ascribed(reading.units[end].word):
        end += 1
    behind = [k for k in made.order if k > clause.verb and (doer is None or not doer.first <= k < end)]
    behind = [k for k in behind if not _described_in(reading, clause, k)]
    return not any(_completes(reading, verb, behind, place) for place in range(len(behind)))


def _described_in(reading: Reading, clause: Clause, k: int) -> bool:
    """Tells whether a unit belongs to a relative clause inside another (في بيانها │ الذي أعقب الاجتماع)."""
    inner = reading.clauses[reading.clause_of[k]] if reading.clause_of[k] >= 0 else clause
    return inner is not clause and inner.kind == "relative" and inner.opener >= 0


def _done_to(reading: Reading, clause: Clause, doer: Phrase) -> bool:
    """Tells whether what seems the doer of a verb with nothing behind it is what is done (تعلن الدولة الجديدة رسميا,
    نظم استفتاء)."""
    if doer.first < clause.verb or (
        doer.entity is not None and doer.entity.kind in ("person", "organisation", "office", "country")
    ):
        return False
    if "person-noun" in reading.units[doer.first].word.classes:
        return False
    behind = [k for k in clause.units if k >= doer.end and reading.units[k].date < 0 and not reading.units[k].is_mark]
    return all("adverb" in reading.units[k].word.classes or reading.units[k].word.preposition for k in behind[:1])


def _lacks(reading: Reading, clause: Clause, made: Title) -> bool:
    """Tells whether a title has a clause's verb without the object or phrase that the verb cannot do without."""
    if clause.verb not in made.order or any(k < clause.verb and reading.units[k].word.act for k in made.order[:1]):
        return False
    if _lacks_second(reading, clause, made):
        return True
    rest = [k for k in visible(reading, clause) if k > clause.verb]
    asked = complement(reading, clause, rest, moved=subject_before(reading, clause) is not None)
    return asked >= 0 and asked not in made.order


def _lacks_second(reading: Reading, clause: Clause, made: Title) -> bool:
    """Tells whether a title ends on whom somebody persuades, accuses or forces, before what of (أقنع المهندسون الوالي │
    بأن)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or verb.passive or not _ASKS_SECOND & set(verb.lemma.split("|")):
        return False
    last = max(made.order, default=-1)
    behind = (unit for unit in reading.units[last + 1 : last + 3] if last >= 0 and unit.date < 0)
    after = next(behind, None)
    if after is None or after.is_mark or after.word.lead:
        return False
    makes = "جعل" in verb.lemma and is_verb(reading.units, last + 1, False)
    phrase = after.word.prefix in _TO_DO or after.word.stem in _TO_DO or "complementizer" in after.word.classes
    told = any(reading.units[k].word.prefix in _TO_DO or reading.units[k].word.stem in _TO_DO for k in made.order)
    return makes or (phrase and not told)


def _lacks_phrase(reading: Reading, clause: Clause, made: Title) -> bool:
    """Tells whether the verb of a relative clause has not got the phrase without which it says little, since a date
    was in it (الأجواء التي تزامنت │ مع دخول الشهر)."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or verb.transitive or not verb.prepositions or len(made.text.split()) > _BRIEF:
        return False
    if not any("needs-complement" in function_classes().get(lemma, ()) for lemma in verb.lemma.split("|")):
        return False
    return not any({reading.units[k].word.stem, reading.units[k].word.prefix} & verb.prepositions for k in made.order)


def _first_behind(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the noun phrase right behind a verb, which is its doer where it says little alone."""
    k = clause.verb + 1
    if k >= len(reading.units) or not is_nominal(reading.units[k]) or reading.units[k].word.prefix:
        return None
    return Phrase(k, phrase_end(reading, k), reading.entity_at(k))


def _counts(unit: Unit) -> bool:
    return unit.is_number or bool(unit.word.classes & {"number", "quantifier"})


def _ascribed(known: Word) -> bool:
    return known.definite and not known.prefix and known.act is None and known.stem.endswith(("ية", "ي", "يين"))


def _completes(reading: Reading, verb: Verb, behind: list[int], place: int) -> bool:
    """Tells whether a word behind a verb and its subject begins what the verb asks for: object, phrase or clause."""
    unit = reading.units[behind[place]]
    known = unit.word
    if (
        known.classes & {"complementizer", "demonstrative"}
        or known.stem in verb.prepositions
        or known.prefix in verb.prepositions
    ):
        return True
    if known.bare.startswith("ب") and "ب" in verb.prepositions and not (known.common or known.known_noun):
        return True
    if known.preposition or known.prefix:
        return known.stem in _REACHES or known.prefix == "ب"
    before = reading.units[behind[place] - 1]
    after_date = before.date >= 0 or before.is_mark
    accusative = known.stem.endswith("ا") and not (known.definite or known.is_function or known.pronoun)
    named = known.act is not None and not known.lead and not before.word.preposition
    return ((place == 0 or after_date) and _content(known)) or accusative or named or _counts(unit)
