"""Whom a verb without a named subject carries on, and from how far (docs/events.md §3.2, T5)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.acts import MOVES
from timeline_cli.events.doers.antecedents import describes_noun, from_post, hidden_subject, last_object, object_person
from timeline_cli.events.doers.begun import thing_told_of
from timeline_cli.events.doers.candidates import candidates
from timeline_cli.events.doers.forms import is_manner
from timeline_cli.events.doers.from_how_far import may_do, near_enough
from timeline_cli.events.doers.hero import hero
from timeline_cli.events.doers.idioms import behind_idiom
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.object_only import led_as
from timeline_cli.events.doers.objects import asks_for_object
from timeline_cli.events.doers.pairs import pair_before
from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.doers.possible import (
    fits_object,
    happens_behind_phrase,
    object_first,
    subject_possible,
    surely_subject,
    two_phrases,
)
from timeline_cli.events.doers.protagonist import protagonist
from timeline_cli.events.doers.subject_fits import GRANTED, GRANTS
from timeline_cli.events.doers.subjects import is_pronoun, subject
from timeline_cli.events.doers.taken_over import taken_over
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import Word

IMPERSONAL = cues("impersonal")
_SOURCES = cues("sources-of-news")
_GOES_ON = frozenset({"and", "then", "as", "but"})
_TELLS_WHEN = frozenset({"when", "after", "before", "since"})
_TAKES_OBJECT_ON = frozenset({"after", "before", "provided"})
FREED = cues("freed")
_DONE_TO_SOMEONE = cues("object-person")
_ON_PEOPLE = frozenset({"court", "appointment", "resignation", "health"})
_BECAME = frozenset({"أصبح", "بات", "صار", "أضحى"})
_PERIODS = ("النصف", "الربع", "الثلث", "العقد", "القرن")
_LONGEST_CLUB = 3
_IS_LEFT = frozenset({"بقي", "تبقى"})
_MEANS_TO = frozenset({"اعتزم", "نوى", "خطط"})
_WHAT = frozenset({"ما", "لما", "بما"})
_ENTERS = frozenset({"دخل", "صدر", "بدأ"})


def carried(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns the subject that a clause with a hidden one carries on (T5), None where none is meant or known."""
    unit = reading.units[clause.verb]
    verb = unit.word.verb
    if (
        verb is not None
        and verb.person == "3mp"
        and (clause.kind in _GOES_ON | _TELLS_WHEN or _of_group(reading, clause))
    ):
        return _group_before(story, reading, clause)
    if verb is not None and verb.person in ("3md", "3fd") and clause.kind not in ("relative", "which"):
        return pair_before(story, reading, clause)
    if verb is None or verb.person not in ("3ms", "3fs") or clause.kind == "which":
        return None
    if _has_nobody(reading, clause, verb):
        return None
    start = behind_idiom(reading, clause)
    if any(reading.units[k].word.core == "حيز" and k > start for k in clause.units):
        return None
    behind = [k for k in clause.units if k >= start and reading.units[k].date < 0]
    while behind and "adverb" in reading.units[behind[0]].word.classes:
        behind = behind[1:]
    if behind and reading.units[behind[0]].word.stem == "وذلك":
        behind = []
    first = reading.units[behind[0]].word if behind else None
    if "ُ" in unit.text[:3] and subject_possible(reading, clause, behind):
        return None
    if first is not None and verb.lemma in FREED and "preposition-bound" in first.classes:
        return None
    starts = clause.kind == "main" and clause.frame < 0
    named = first is not None and is_nominal(reading.units[behind[0]]) and not (first.prefix or is_manner(first))
    if starts and named and verb.kinds & {"death", "injury"}:
        return None
    if verb.lemma in IMPERSONAL and starts and first is not None and (first.preposition or first.prefix):
        return None
    if verb.passive and not verb.transitive and first is not None and first.stem in verb.prepositions:
        return None  # عُثر │ على نسخة منه
    if happens_behind_phrase(reading, behind, verb):
        return None
    granted = verb.passive and verb.lemma in GRANTS and first is not None and first.core in GRANTED
    meets = _meets_next(reading, clause, verb, behind)
    hidden = is_pronoun(reading, clause) or granted or meets
    if not hidden and subject_possible(reading, clause, behind) and not fits_object(reading, clause):
        return None
    body = reading.entity_at(behind[0]) if behind else None
    led = body is not None and body.kind == "organisation" and led_as(reading, body.end, verb)
    if (
        not hidden
        and behind
        and not led
        and (
            two_phrases(reading, behind)
            or surely_subject(reading, behind[0], verb)
            or object_first(reading, behind, verb)
        )
    ):
        return None
    if verb.lemma in _ENTERS and clause.kind in ("and", "then"):
        thing = last_object(story, reading, clause, feminine=verb.person == "3fs")
        if thing is not None:
            return replace(thing, words=definite(thing.words))
    if clause.kind != "relative" and describes_noun(reading, clause) and _agrees_before(reading, clause, verb):
        return None  # على موعد مع سالم، القادم من تجربة │ تمتد لسنوات
    if clause.verb and reading.units[clause.verb - 1].word.stem in _WHAT and not _behind_time(reading, clause.verb - 1):
        return None  # لما │ ورد في التصريح
    if _answers_condition(reading, clause):
        who = hidden_subject(story, reading, clause)
        here = who is not None and who.reading is reading and reading.clause_of[who.first] >= 0
        framed = who is not None and here and reading.clauses[reading.clause_of[who.first]].frame == clause.frame
        return who if framed else None
    thing = thing_told_of(story, reading, clause, verb)
    if thing is not None:
        return thing
    done_to = _done_to(story, reading, clause, behind)
    if done_to is not None:
        return done_to
    told_of = _of_chain(story, reading, clause, verb) if not hidden else None
    if told_of is not None and may_do(reading, clause, told_of):
        return told_of
    told_of = protagonist(story, reading, clause)
    if told_of is not None and not told_of.person and from_post(reading, clause):
        told_of = None
    if told_of is not None and not hidden and may_do(reading, clause, told_of):
        return told_of
    who = hidden_subject(story, reading, clause)
    if who is not None and _is_done_to_same(verb) and taken_over(story, reading, clause) is None:
        who = _acting_on(story, reading, clause, who)
    if who is not None and _of_somebody(who):
        return None
    if is_pronoun(reading, clause) and who is not None and who.entity is not None and '"' not in who.words:
        return who  # ذكرت الشركة أنها تلقت شكوى
    if who is not None and near_enough(story, reading, clause, who):
        return who
    above = _doer_above(reading, clause, verb) if meets and who is None else None
    if above is not None and reading.units[above.first].word.unknown:
        return of_phrase(story, reading, above)
    return told_of


def _of_chain(story: Story, reading: Reading, clause: Clause, verb: Verb) -> Antecedent | None:
    """Returns whom the clauses of a sentence go on about from its first one, where none names its subject (صعد النادي
    إلى الدرجة الأولى. │ ثم هبط، وعاد │ وفاز باللقب), None elsewhere."""
    first: Clause | None = None
    for before in reversed(reading.clauses[: clause.number]):
        told = reading.units[before.verb].word.verb if before.verb >= 0 else None
        same = told is not None and told.person == verb.person and not told.passive and not told.pronoun
        if not same or before.kind not in ("main", "and", "then") or subject(reading, before) is not None:
            break
        first = before
    if clause.kind not in ("and", "then") or first is None or first.kind != "main":
        return None
    who = carried(story, reading, first)
    return who if who is not None and who.reading is not reading else None


def _agrees_before(reading: Reading, clause: Clause, verb: Verb) -> bool:
    """Tells whether the noun right before a verb agrees with it, in a clause that no phrase opens (but وبعد أزمة │
    هبط الفريق)."""
    first, word = reading.units[clause.units[0]].word, reading.units[clause.verb - 1].word
    opens = first.preposition or bool(first.prefix)
    return not opens and word.feminine == (verb.person == "3fs")


def _behind_time(reading: Reading, k: int) -> bool:
    """Tells whether ما stands behind a word of time, with which it opens a clause (بعد │ ما)."""
    return k > 0 and reading.units[k - 1].word.stem in ("بعد", "قبل", "كل", "عند", "حين", "طالما")


def _answers_condition(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause goes on with ف from a condition that names nobody, which both are about what the sentence
    tells of (وإذا كان صالحا │ فسيحتضن المباريات)."""
    before = reading.clauses[clause.number - 1] if clause.number else None
    if before is None or before.kind != "if" or reading.units[clause.verb].word.lead != "ف":
        return False
    return not any(reading.units[k].word.definite and is_nominal(reading.units[k]) for k in before.units)


def _meets_next(reading: Reading, clause: Clause, verb: Verb, behind: list[int]) -> bool:
    """Tells whether a name that no list holds, or of a town, stands alone behind a verb that takes an object, and the
    clause above has a doer who agrees (تسافر الوحدة الثلاثاء │ قبل أن تواجه │ أوليمبيك مرسيليا)."""
    if clause.kind not in _TAKES_OBJECT_ON or not fits_object(reading, clause) or verb.pronoun or not behind:
        return False
    if _doer_above(reading, clause, verb) is None:
        return False
    named = 0
    for k in behind:
        word = reading.units[k].word
        if reading.units[k].is_mark or word.preposition or word.prefix:
            break
        if word.lead or not (word.unknown or word.place is not None) or word.stem.endswith("ا"):
            return False
        named += 1
    return 0 < named <= _LONGEST_CLUB


def _doer_above(reading: Reading, clause: Clause, verb: Verb) -> Phrase | None:
    """Returns the subject of the clause above where its verb is of the same form, so that it may be meant here too."""
    above = reading.clauses[clause.parent] if clause.parent >= 0 else None
    told = reading.units[above.verb].word.verb if above is not None and above.verb >= 0 else None
    if above is None or told is None or told.person != verb.person or told.passive:
        return None
    return subject(reading, above)


def _has_nobody(reading: Reading, clause: Clause, verb: Verb) -> bool:
    """Tells whether a verb is one that nobody named before does: in a clause that opens with its noun or its date, an
    auxiliary, one of what is left or becomes (تبقى │ على البطولة أربعة أشهر)."""
    units = reading.units
    if clause.kind == "relative" and clause.antecedent < 0:
        return True  # برنامج الرسل الذي تتبناه الحكومة │ وانطلق منها
    if units[clause.verb].word.classes & {"light", "modal"} and verb.lemma.split("|")[0] not in _MEANS_TO:
        return True
    if clause.kind == "complement" and _noun_before(reading, clause):
        return True
    if clause.kind == "complement" and any(units[k].date >= 0 and not units[k].preposition for k in clause.units[:1]):
        return True
    if verb.lemma in _IS_LEFT and any(units[k].word.stem in ("على", "من") for k in clause.units[:3]):
        return True  # تبقى │ على البطولة أربعة أشهر
    after = units[clause.verb + 1] if clause.verb + 1 < len(units) else None
    if after is not None and after.date >= 0 and not after.preposition and after.text.startswith(_PERIODS):
        return True  # يحمل │ النصف الثاني من العام │ إشارات
    if "شهد" in verb.lemma.split("|") and after is not None and after.date >= 0 and after.text.startswith("يوم"):
        return True  # يشهد │ يوم الأربعاء │ أولى المباريات
    return verb.lemma in _BECAME and after is not None and after.word.stem == "من"  # أصبح │ من المتعذر


def _is_done_to_same(verb: Verb) -> bool:
    """Tells whether a verb is done to a person of the gender of its doer, who then is another one (أقاله)."""
    if verb.pronoun != {"3ms": "ه", "3fs": "ها"}.get(verb.person):
        return False
    return bool(verb.kinds & _ON_PEOPLE or set(verb.lemma.split("|")) & _DONE_TO_SOMEONE)


def _acting_on(story: Story, reading: Reading, clause: Clause, found: Antecedent) -> Antecedent | None:
    """Returns who does what is done to the person told of: the one found if he is another, else whoever else of that
    gender the sentence or the one before names (عيّنه │ الاتحاد مدربا. ولم يبق سوى عام، إذ أقاله); None without one."""
    told_of = hero(story) or object_person(story, reading, clause, feminine=found.feminine)
    if told_of is None or told_of.feminine != found.feminine or told_of.words != found.words:
        return found
    for other in candidates(story, reading, clause):
        if reading.number - other.last_named > 1:
            return None
        acts = other.person or (other.entity is not None and other.entity.kind == "organisation")
        if acts and other.feminine == found.feminine and other.words != told_of.words:
            return other
    return None


def _of_somebody(who: Antecedent) -> bool:
    """Tells whether a thing or body is named by whose it is (ناديه), who then rather goes on."""
    word = who.reading.units[who.first].word
    if who.entity is not None and who.entity.kind == "person":
        return False  # قال مديره سامي رزق
    base = word.office is None and bool(word.organisation or word.common or (word.act is not None and word.act.pronoun))
    return base and word.pronoun in ("ه", "ها") and not word.definite and word.verb is None


def _of_group(reading: Reading, clause: Clause) -> bool:
    """Tells whether إنهم, أنهم opens a clause: those who speak (قال شهود إنهم سمعوا دوي انفجار)."""
    opener = reading.units[clause.opener].word if clause.opener >= 0 else None
    return opener is not None and clause.kind == "complement" and opener.stem.endswith("هم")


def _group_before(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns the people who are the subject before the clause of a plural verb (اختير المهندسون … كما تدربوا)."""
    for before in reversed(reading.clauses[: clause.number]):
        told = before.kind == "relative" and before.number == clause.number - 1 and _of_one(reading, before)
        if before.verb < 0 or (before.kind in ("relative", "bracket", "tail") and not told):
            continue
        group = subject(reading, before)
        if told and (group is None or not reading.units[group.first].word.stem.endswith("ون")):
            continue
        if group is None or not is_nominal(reading.units[group.first]):
            return None
        word = reading.units[group.first].word
        if word.core in _SOURCES:
            return None
        plural = word.stem.endswith("ون") or (group.entity is not None and group.entity.plural)
        people = word.definite or bool(word.classes & {"person-noun", "group-noun"})
        plural = plural or (bool(word.pronoun) and "اؤ" in word.stem)  # أبناؤه
        plural = plural or (people and group.entity is None and (word.pattern_plural or word.stem.endswith("اء")))
        return of_phrase(story, reading, group) if plural else None
    return None


def _of_one(reading: Reading, clause: Clause) -> bool:
    """Tells whether a relative clause describes one person or thing, so that a plural verb behind it goes on with its
    subject (القائد الذي اعتقله مسلحون │ وقتلوه)."""
    return clause.opener >= 0 and reading.units[clause.opener].word.stem in ("الذي", "التي")


def _done_to(story: Story, reading: Reading, clause: Clause, behind: list[int]) -> Antecedent | None:
    """Returns the object of the clause above where a verb without object or doer is a passive of it (تفتتح الوزارة
    المتحف … بعدما أغلق للترميم, نشرت كتابها … وترجم إلى الفرنسية); None elsewhere."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or not verb.transitive or verb.pronoun or verb.stative or "statement" in verb.kinds:
        return None
    asks = asks_for_object(verb)
    goes_on = clause.kind in ("and", "then") and (verb.passive or asks)
    if clause.kind not in _TAKES_OBJECT_ON and not goes_on:
        return None
    if from_post(reading, clause):
        return None  # قاد المنتخب، │ وأبعد عن تدريبه
    if verb.kinds & MOVES and not verb.passive and _doer_above(reading, clause, verb) is not None:
        return None  # يختتم الفريق معسكره │ على أن يغادر إلى باريس
    first = reading.units[behind[0]].word if behind else None
    if first is not None and (not (first.preposition or first.prefix) or first.stem in verb.prepositions):
        return None
    above = reading.clauses[clause.parent] if clause.parent >= 0 else None
    told = reading.units[above.verb].word.verb if above is not None and above.verb >= 0 else None
    if above is None or told is None or not told.transitive:
        return None
    doer = subject(reading, above)
    start = doer.end if doer is not None and doer.first > above.verb else above.verb + 1
    free = [k for k in above.units if k >= start and reading.units[k].date < 0 and not reading.units[k].is_mark]
    thing = next((k for k in free[:1] if is_nominal(reading.units[k]) and not reading.units[k].word.prefix), -1)
    inside = reading.entity_over(thing) if thing >= 0 else None
    if (
        thing < 0
        or reading.units[thing - 1].is_comma
        or (inside is not None and inside.first != thing)
        or not _agrees(reading.units[thing].word, verb)
    ):
        return None
    end = phrase_end(reading, thing)
    owned = any(reading.units[k].word.pronoun for k in range(thing, end))
    if goes_on and ((doer is None and not owned) or (owned and not asks)):
        return None  # تولى قضاء الأحواز، │ ثم أحيل إلى التقاعد; وضعوا حجر أساسه، │ وفُتح
    found = of_phrase(story, reading, Phrase(thing, end, reading.entity_at(thing)))
    known = owned or any(reading.units[k].word.definite for k in range(thing, end))
    return found if known or found.entity is not None else replace(found, words=definite(found.words))


def _agrees(word: Word, verb: Verb) -> bool:
    """Tells whether a verb may tell of a noun: of its gender, a feminine one of many things too (القطع │ أعيدت)."""
    if verb.person != "3fs" or word.feminine:
        return word.feminine == (verb.person == "3fs")
    things = word.definite and word.office is None and not word.given and "person-noun" not in word.core_classes
    return word.pattern_plural or (verb.passive and things)


def _noun_before(reading: Reading, clause: Clause) -> bool:
    """Tells whether a noun stands between أن and the verb, which then has its subject there, if not one that is
    understood (إن إعلان الشركة في مايو، عن الأرباح، أسهم في …)."""
    if clause.opener >= 0 and reading.units[clause.opener].word.stem not in ("أن", "إن", "ان", "بأن", "بان"):
        return False
    first = next((k for k in clause.units if k < clause.verb and k != clause.opener and reading.units[k].date < 0), -1)
    if first < 0 or not is_nominal(reading.units[first]):
        return False
    word = reading.units[first].word
    return not (word.is_function or word.preposition or word.prefix)


def definite(words: str) -> str:
    """Writes an indefinite noun of an act as it is taken up again: اتفاقا لترسيم الحدود becomes الاتفاق."""
    first = words.split()[0]
    if first.startswith("ال"):
        return words
    return "ال" + first.rstrip("ً").removesuffix("اً").removesuffix("ا")
