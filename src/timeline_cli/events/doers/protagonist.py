"""Whom verbs without a subject and pronouns mean in a text that is about one person or thing (docs/events.md §3.2)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.doers.begun import is_phase
from timeline_cli.events.doers.candidates import stands_alone
from timeline_cli.events.doers.hero import hero_that, named_again
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.told_first import NESTED
from timeline_cli.events.doers.topics import is_part, is_sound_plural, may_be_meant, phrase_of, pronoun_of
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import fold, unjoined
from timeline_cli.text.shapes import Verb

_GOES_ON = frozenset({"main", "and", "then", "but", "as"})
_OF_LIVES = frozenset({"death", "injury", "birth", "family"})
_OF_THINGS = cues("of-things")
_OF_THINGS_ONLY = cues("of-thing")
_OWNED = _OF_THINGS_ONLY | cues("of-body")
_OF_PERSONS = cues("of-person")
_OF_PEOPLE = _OF_LIVES | {
    "education", "health", "appointment", "resignation", "visit", "departure", "arrival", "publication", "court",
    "election", "religion",
}  # fmt: skip
_DONE_TO_GOODS = cues("done-to-goods")
_KIN = cues("kin")
_WINS = cues("wins")
_SENTENCES_BACK = 6


def protagonist(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns whom the first sentence of a text tells of, for a verb without subject in a later one.

    Only where the text goes on about him (`hero`). None where somebody else of that gender, who does not act upon him,
    is the subject named last before.
    """
    verb = reading.units[clause.verb].word.verb
    if verb is None or clause.kind not in _GOES_ON or reading.number == 0:
        return None
    if story.sentences[0].section != reading.sentence.section:
        return None
    who = hero_that(story, lambda who: _agrees(who, verb) and _can_do(who, verb))
    if who is None or reading.number <= who.reading.number:
        return None
    pronoun = "ها" if who.feminine else "ه"
    if verb.pronoun == pronoun or (not who.person and _with_pronoun(reading, clause, pronoun)):
        return None  # أدرجتها │ اليونسكو, افتتحت │ فيها مدرسة
    if who.person and (is_phase(reading, clause, verb) or set(verb.lemma.split("|")) & _OF_THINGS):
        return None
    body = who.entity is not None and who.entity.kind == "organisation"
    if body and verb.aspect == "imperfect" and is_phase(reading, clause, verb):
        return None  # يستمر │ حتى 15 يناير
    return None if another_told_of(story, reading, clause, who, goes_on=True) else who


def hero_hidden_in(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns the person whom a text is about where a later relative clause hides who did it (الجامعة التي نال │ منها
    شهادته); None elsewhere."""
    who = protagonist(story, reading, replace(clause, kind="main"))
    return who if who is not None and who.person else None


def _agrees(who: Antecedent, verb: Verb) -> bool:
    """Tells whether a verb is of somebody's gender; توقف, no woman's imperfect, is of a man's as well."""
    return who.feminine == (verb.person == "3fs") or (verb.unclear and not who.feminine)


def hero_meant(story: Story, reading: Reading, clause: Clause, k: int) -> Antecedent | None:
    """Returns whom or what the text is about where the pronoun of a unit means that: nothing before it in its clause
    and nobody else told of since fits it."""
    pronoun = pronoun_of(reading, k)
    if not pronoun or clause.kind == "relative" or story.sentences[0].section != reading.sentence.section:
        return None
    who = hero_that(story, lambda who: who.feminine == (pronoun == "ها"))
    if who is None or reading.number < who.reading.number:
        return None
    topic = reading is who.reading and min(clause.units, default=0) <= who.first < clause.verb < k
    if reading is who.reading and who.first >= min(clause.units, default=0) and not topic:
        return None
    word = reading.units[k].word
    noun = fold(unjoined(word.stem.removesuffix(pronoun)))
    if noun in (_OF_THINGS_ONLY if who.person else _OF_PERSONS):
        return None
    if who.person and is_part(reading, k):
        return None
    acts = who.person or (who.entity is not None and who.entity.kind in ("organisation", "country", "city"))
    if acts and noun in _DONE_TO_GOODS:
        return None  # ويتم │ توريدها
    if not who.person and noun not in _OWNED and _names_before(reading, k, feminine=who.feminine):
        return None  # شهد اللقاء إصابة سالم الراوي، ويتضح │ برنامجه
    limit = phrase_of(reading, k)
    bound, doer = "preposition-bound" in word.classes, subject(reading, clause)  # مُنع مرور السيارات │ عليه
    for j in clause.units:
        inside = reading.entity_over(j)
        passed = noun in _OWNED and not who.person and inside is not None and inside.kind == "person"
        fits = may_be_meant(reading, j, who.feminine) or (who.feminine and _many(reading, j))
        own = bound and doer is not None and doer.first <= j < doer.end
        if j < limit and not passed and fits and not own and not (topic and j < clause.verb):
            return None
    return None if another_told_of(story, reading, clause, who) else who


def _names_before(reading: Reading, k: int, *, feminine: bool) -> bool:
    """Tells whether a sentence names somebody of a gender before a unit."""
    return any(e.kind == "person" and e.feminine == feminine and e.first < k for e in reading.entities)


def _many(reading: Reading, k: int) -> bool:
    """Tells whether a noun is a plural of things, which ها can mean."""
    unit = reading.units[k]
    plural = unit.word.pattern_plural or unit.word.stem.endswith("ات")
    return plural and unit.date < 0 and is_nominal(unit) and not unit.word.pronoun and not unit.word.is_function


def _can_do(who: Antecedent, verb: Verb) -> bool:
    if who.person:
        return (
            not verb.kinds
            or not verb.kinds <= {"economy", "figure"}
            or (verb.transitive and verb.title_head != "light")
        )
    wins = bool(set(verb.lemma.split("|")) & _WINS)  # نال │ كأس الأردن
    return not verb.kinds & _OF_LIVES and (wins or verb.kinds != {"education"})


def another_told_of(story: Story, reading: Reading, clause: Clause, who: Antecedent, *, goes_on: bool = False) -> bool:
    """Tells whether somebody else of that gender is the subject named last before a clause. `goes_on`: the clause's
    own subject is looked for, which acts upon the hero itself."""
    pronoun = "ها" if who.feminine else "ه"
    for number in range(reading.number, max(0, reading.number - _SENTENCES_BACK), -1):
        told = story.reading(number)
        for other in reversed(told.clauses[: clause.number] if told is reading else told.clauses):
            said = other.kind == "complement"
            phrase = subject(told, other) if other.verb >= 0 and (said or other.kind not in NESTED) else None
            if phrase is None:
                continue
            verb = told.units[other.verb].word.verb
            if who.person and told is reading and goes_on and _passes_to(told, phrase, verb, pronoun):
                return True  # خلفه ابنه │ وأدخل أول سيارة
            if who.person and told is not reading and _with_pronoun(told, other, pronoun):
                return False  # واقترض منه السلطان مالا. │ واحتكر تجارة التمور
            if verb is not None and verb.pronoun == pronoun:
                # عطلتها السلطات. │ وعاودت الظهور, but أممتها الحكومة │ ثم ردتها
                return goes_on and told is reading and _acts_on(reading, clause, pronoun)
            head = told.units[phrase.first].word
            if not stands_alone(told, phrase) or is_sound_plural(head):
                continue
            topic = told is reading and phrase.first < other.verb and head.definite  # الحملة تشمل …، │ ثم تنتقل
            if not topic and not who.person and (head.act is not None or _told_with(told, other, phrase, pronoun)):
                continue
            bare = phrase.end == phrase.first + 1 and (phrase.entity is None or phrase.entity.bare)
            body = phrase.entity is not None and phrase.entity.kind == "organisation"
            if who.person and bare and head.definite and not body:
                continue  # كان الضابط قد ولد
            named = of_phrase(story, told, phrase)
            one = named.person and named.entity is not None and named.entity.kind == "person"
            if verb is not None and verb.person == "3fs" and not who.feminine and not one:
                continue  # سكتت │ المدافع
            if named.feminine == who.feminine and _may_go_on(reading, clause, told, named, who):
                return named.words != who.words and not named_again(told, phrase.first, who)
        before = min(clause.units, default=0) if told is reading else len(told.units)
        if not who.person and any(named_again(told, k, who) for k in range(before)):
            return False
    return False


def _passes_to(told: Reading, phrase: Phrase, verb: Verb | None, pronoun: str) -> bool:
    """Tells whether somebody of the hero's own acts upon him, who then goes on (خلفه ابنه)."""
    word = told.units[phrase.first].word
    kin = word.pronoun == pronoun and word.core.removesuffix(pronoun) in _KIN
    return verb is not None and verb.pronoun == pronoun and kin


def _with_pronoun(told: Reading, clause: Clause, pronoun: str) -> bool:
    """Tells whether a preposition with a pronoun stands right behind a verb (واقترض │ منه)."""
    k = clause.verb + 1
    return k < len(told.units) and "preposition-bound" in told.units[k].word.classes and pronoun_of(told, k) == pronoun


def _told_with(told: Reading, clause: Clause, phrase: Phrase, pronoun: str) -> bool:
    """Tells whether a clause tells of its subject and the hero together (مُنع مرور السيارات │ عليه)."""
    own = range(phrase.first, phrase.end)
    same = told.units[phrase.first].word.feminine == (pronoun == "ها")  # صعد الفريق │ بعد تعادله
    words = ((k, told.units[k].word) for k in clause.units if k not in own)
    return any(pronoun_of(told, k) == pronoun for k, word in words if not (same and word.act is not None))


def _may_go_on(reading: Reading, clause: Clause, told: Reading, named: Antecedent, who: Antecedent) -> bool:
    """Tells whether a subject may be meant in the place of the hero: a person, for a thing anything, of a body what its
    own sentence tells of."""
    acts = named.entity is not None and named.entity.kind in ("organisation", "country")
    if acts and told.number == reading.number - 1 and reading.units[clause.verb].word.verb is not None:
        pronoun = "ها" if who.feminine else "ه"
        verb = reading.units[clause.verb].word.verb
        goes_on = verb is not None and verb.kinds and not verb.kinds & _OF_PEOPLE and not verb.pronoun
        return bool(goes_on) and not any(pronoun_of(told, k) == pronoun for k in range(len(told.units)))
    return named.person or not who.person or (acts and told is reading)


def _acts_on(reading: Reading, clause: Clause, pronoun: str) -> bool:
    """Tells whether a clause acts upon the hero by a pronoun of its verb, or of the act right behind it (شرعت في │
    ترميمه)."""
    verb = reading.units[clause.verb].word.verb
    if verb is not None and verb.pronoun:
        return verb.pronoun == pronoun
    behind = [k for k in clause.units if k > clause.verb and reading.units[k].date < 0][:2]
    if behind and "preposition-bound" in reading.units[behind[0]].word.classes:
        return pronoun_of(reading, behind[0]) == pronoun  # ورفع │ عنه العقوبة
    if len(behind) < 2 or not (reading.units[behind[0]].word.preposition):
        return False
    act = reading.units[behind[1]].word.act
    return act is not None and act.pronoun == pronoun
