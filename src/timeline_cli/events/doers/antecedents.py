"""Who is meant by a hidden subject, a pronoun or a bare noun: the last fitting name of the story (docs/events.md
§3.2)."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from timeline_cli.events.acts import HUMAN_ACTS
from timeline_cli.events.doers.begun import is_phase
from timeline_cli.events.doers.candidates import candidates, is_country, stands_alone
from timeline_cli.events.doers.naming import Antecedent, is_someone, of_phrase, resolved
from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.doers.spoken_for import done_act, speaker_as_subject
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.listed import function_classes
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import word as known_word

_TOWNS = frozenset({"city", "country"})
_number = attrgetter("number")
_OF_THINGS = cues("of-things")
_SOURCES = cues("sources-of-news")
_OWN_POSTS = cues("own-post")
_OF_BODIES = frozenset({"statement", "meeting", "publication", "appointment"})
_OF_STATES = frozenset({"statement", "history", "meeting", "visit", "aid", "diplomacy"})
_OF_PERSONS = frozenset({"injury", "death", "birth", "health", "family", "education"})


def hidden_subject(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns who does what a clause with a hidden subject tells, None where nobody fits."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or verb.person not in ("3ms", "3fs") or (verb.unclear and verb.aspect != "perfect"):
        return None
    wants_feminine = verb.person == "3fs"
    life = _of_a_life(reading, clause)
    human = life or bool(verb.kinds & HUMAN_ACTS and not verb.guessed)
    only_person = bool(verb.kinds & {"birth", "death", "injury"}) or from_post(reading, clause)
    figure = bool(verb.kinds & {"economy"}) and not human and not verb.transitive
    figure = figure or _of_a_figure(reading, clause)
    of_things = bool(set(verb.lemma.split("|")) & _OF_THINGS)
    phase = is_phase(reading, clause, verb)
    asks = any("takes-object" in function_classes().get(lemma, frozenset()) for lemma in verb.lemma.split("|"))
    if _told_of_described(reading, clause) or describes_noun(reading, clause) or _held(reading, clause, verb):
        return None
    spoken = None if of_things or phase else speaker_as_subject(story, reading, clause, wants_feminine)
    if spoken is not None:
        return spoken
    acted_on = _acted_on_before(story, reading, clause, wants_feminine) if human else None
    if acted_on is not None:
        return acted_on
    given = _given_to_before(story, reading, clause, wants_feminine)
    if given is not None:
        return given
    above = _indefinite_above(story, reading, clause, wants_feminine)
    if above is not None:
        return above
    met = _meets_pronoun(reading, clause, wants_feminine)
    fallback: Antecedent | None = None
    for candidate in candidates(story, reading, clause):
        here = fallback is not None and reading.number in (fallback.reading.number, fallback.taken_up)
        if here and not life and reading.number not in (candidate.reading.number, candidate.taken_up):
            return fallback
        agrees = candidate.feminine == wants_feminine or (wants_feminine and is_country(candidate))
        if not agrees or (not wants_feminine and (_many_things(candidate) or _many_men(candidate))):
            continue
        if _many_people(reading, candidate):
            return fallback
        if candidate.reading.units[candidate.first].word.core in _SOURCES and "statement" not in verb.kinds:
            continue
        if (figure or of_things or phase) and (candidate.person or is_country(candidate)):
            continue
        if not (figure or of_things or phase or verb.title_head == "effect") and done_act(candidate):
            continue
        if phase and candidate.entity is not None and candidate.entity.kind == "organisation":
            continue
        if not candidate.person and _done_with(reading, clause, candidate):
            continue
        if verb.passive and not candidate.person and _only_speaks(reading, clause, candidate):
            continue
        in_passing = candidate.person and candidate.taken_up < 0
        if in_passing and met and candidate.reading is reading:
            continue  # استعد تورينو لاستقبال سالم الراوي بعد أن توصل إلى اتفاق │ معه
        if in_passing and fallback is not None and _acts_itself(reading, fallback, verb):
            return fallback
        thing = candidate.entity is None and not candidate.person and not candidate.topic
        if asks and thing and candidate.reading is reading:
            fallback = fallback or candidate
            continue
        someone = is_someone(reading, candidate) or _hosts(reading, candidate, verb)
        if only_person and not someone:
            continue
        if human and (not someone or _untold(candidate)):
            near = candidate.entity is not None or candidate.reading is reading
            fallback = fallback or (candidate if near else None)
            continue
        return candidate
    return fallback


def _done_with(reading: Reading, clause: Clause, candidate: Antecedent) -> bool:
    """Tells whether a clause does something with or against a body that its own noun takes up (وقعت │ مع الشركة │
    اتفاقا), which then is not its doer."""
    first = known_word(candidate.words.split()[0]).core
    return any(
        reading.units[k].word.core == first and reading.units[k].word.definite
        for k in clause.units
        if k > clause.verb + 1 and reading.units[k - 1].word.stem in ("مع", "ضد")
    )


def _hosts(reading: Reading, candidate: Antecedent, verb: Verb) -> bool:
    """Tells whether a country of which the sentence before tells does what states do as well as people: it receives,
    meets, says (تقيم الدولة علاقات …. وقد استقبلت وفدا)."""
    near = is_country(candidate) and candidate.topic and candidate.last_named >= reading.number - 1
    return near and verb.transitive and not verb.passive and verb.kinds <= _OF_STATES


def _meets_pronoun(reading: Reading, clause: Clause, feminine: bool) -> bool:
    """Tells whether something is done with somebody of that gender whom a pronoun means (توصل إلى اتفاق │ معه)."""
    bound = ("معها", "ضدها") if feminine else ("معه", "ضده")
    return any(reading.units[k].word.stem in bound for k in clause.units if k > clause.verb)


def _only_speaks(reading: Reading, clause: Clause, candidate: Antecedent) -> bool:
    """Tells whether a body is only the one who says what a clause goes on with behind أن (قالت الهيئة إن الرقم بلغ 41،
    │ وقيس أمس)."""
    frame = reading.clauses[clause.frame] if clause.frame >= 0 else None
    if frame is None or frame.kind != "complement" or frame.parent < 0 or candidate.reading is not reading:
        return False
    said = subject(reading, reading.clauses[frame.parent])
    plain = frame.opener >= 0 and reading.units[frame.opener].word.stem in ("أن", "إن", "ان", "بأن")
    return said is not None and said.first == candidate.first and plain


def _acts_itself(reading: Reading, body: Antecedent, verb: Verb) -> bool:
    """Tells whether a body that its sentence tells of does what a verb says, not a person named in passing (منح النادي
    ثقة لمدربه سالم بعد أن أعلن تمديد عقده)."""
    named = body.entity is not None and body.entity.kind in ("organisation", "country")
    told = named and body.topic and body.reading is reading
    return told and bool(verb.kinds & _OF_BODIES) and not verb.kinds & _OF_PERSONS


def _of_a_life(reading: Reading, clause: Clause) -> bool:
    """Tells whether what is acted upon is somebody's own: studies, family, illness (أنهت دراستها)."""
    behind = [reading.units[k].word for k in clause.units if k > clause.verb and reading.units[k].date < 0][:3]
    if behind and (behind[0].prefix == "ل" or behind[0].stem in ("إلى", "الى")) and "طبي" in [w.core for w in behind]:
        return True  # خضع │ لفحص طبي
    act = behind[0].act if behind and reading.units[clause.verb + 1].date < 0 else None
    return act is not None and bool(act.pronoun) and act.kind in ("education", "family", "health", "resignation")


def from_post(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause tells of somebody's own post, which no body has (استقال من │ منصبه)."""
    words = (reading.units[k].word for k in clause.units if k > clause.verb and reading.units[k].date < 0)
    return any(word.pronoun and word.core.removesuffix(word.pronoun) in _OWN_POSTS for word in words)


def _of_a_figure(reading: Reading, clause: Clause) -> bool:
    """Tells whether what is gone on with is a figure's own rise or fall (واصل │ ارتفاعه)."""
    after = reading.units[clause.verb + 1] if clause.verb + 1 < len(reading.units) else None
    act = after.word.act if after is not None and after.date < 0 else None
    return act is not None and bool(act.pronoun) and act.kind == "economy"


def describes_noun(reading: Reading, clause: Clause) -> bool:
    """Tells whether a verb stands right behind an indefinite noun, which then is what it tells of (طريق جديد يبدأ)."""
    verb = reading.units[clause.verb].word.verb
    if clause.verb < 1 or verb is None or verb.pronoun or reading.units[clause.verb].word.lead:
        return False
    denied = clause.verb > 1 and "negation" in reading.units[clause.verb - 1].word.classes
    before = reading.units[clause.verb - 1 - denied]
    word = before.word
    if before.is_mark or before.date >= 0 or before.is_number or word.is_function or word.definite:
        return False
    noun = word.common or word.known_noun or word.act or "adjective" in word.classes or word.nationality is not None
    return (
        bool(noun) and not word.pronoun and word.place is None and reading.entity_over(clause.verb - 1 - denied) is None
    )


def _acted_on_before(story: Story, reading: Reading, clause: Clause, feminine: bool) -> Antecedent | None:
    """Returns whom the clause before acts upon by a pronoun (أوفدتها الوزارة │ فنالت الدكتوراه, منحه المجلس جائزة │ بعد
    أن نشر كتابه), None elsewhere."""
    if clause.parent < 0 or clause.kind not in ("and", "then", "after", "before"):
        return None
    told = reading.units[clause.verb].word.verb
    joined = (reading.clauses[clause.parent], *(c for c in reading.clauses if c.parent == clause.parent))
    above = max((c for c in joined if c.number < clause.number and c.verb >= 0), key=_number, default=None)
    verb = reading.units[above.verb].word.verb if above is not None else None
    if above is None or verb is None or verb.pronoun != ("ها" if feminine else "ه"):
        return None
    doer = subject(reading, above)
    if doer is None and not (told is not None and told.kinds & {"death"}):
        return None  # أعاده إلى دمشق │ فتوفي بها
    if doer is not None and doer.entity is not None and doer.entity.kind == "person":
        return None
    return object_person(story, reading, above, feminine=feminine)


def _given_to_before(story: Story, reading: Reading, clause: Clause, feminine: bool) -> Antecedent | None:
    """Returns the person to whom the clause before ف gives something that nobody is named for (بيعت الجريدة إلى سالم
    الراوي، │ فنقل مكاتبها), None elsewhere."""
    if reading.units[clause.verb].word.lead != "ف" or not clause.number:
        return None
    above = reading.clauses[clause.number - 1]
    doer = subject(reading, above) if above.verb >= 0 else None
    told = [k for k in above.units if reading.units[k].date < 0 and not reading.units[k].is_mark]
    entity = reading.entity_over(told[-1]) if doer is not None and told else None
    if doer is None or entity is None or entity.kind != "person" or entity.feminine != feminine:
        return None
    first = reading.units[entity.first].word
    to_him = first.prefix == "ل" or reading.units[entity.first - 1].word.stem in ("إلى", "الى")
    head = reading.units[doer.first].word
    thing = doer.end <= entity.first and (doer.entity is None or head.act is not None)
    thing = thing and "person-noun" not in head.classes
    if not (to_him and thing):
        return None
    return replace(
        of_phrase(story, reading, Phrase(entity.first, entity.end, entity)), taken_up=reading.number, topic=True
    )


def _untold(candidate: Antecedent) -> bool:
    """Tells whether a candidate is an office or school that nobody was named for (المدرسة)."""
    entity = candidate.entity
    return entity is not None and entity.kind == "office" and entity.bare


def _indefinite_above(story: Story, reading: Reading, clause: Clause, feminine: bool) -> Antecedent | None:
    """Returns an indefinite subject of the clause that this one goes on with (أقلعت طائرة تركية │ ونقلت المصابين)."""
    if clause.kind not in ("and", "then") or clause.parent < 0:
        return None
    before = next(
        (
            c
            for c in reversed(reading.clauses[clause.parent : clause.number])
            if c.verb >= 0 and (c.number == clause.parent or c.parent == clause.parent) and c.kind != "relative"
        ),
        None,
    )
    phrase = subject(reading, before) if before is not None else None
    if phrase is None or stands_alone(reading, phrase) or reading.units[phrase.first].word.pronoun:
        return None
    word = reading.units[phrase.first].word
    noun = (word.common or word.known_noun or word.organisation is not None) and not word.is_function
    counted = word.classes & {"quantifier", "number"} or reading.units[phrase.first].is_number
    if not noun or counted or word.act is not None or word.feminine != feminine or word.pattern_plural:
        return None
    return replace(of_phrase(story, reading, phrase), taken_up=reading.number, topic=True)


def _many_things(candidate: Antecedent) -> bool:
    """Tells whether a noun is a plural of things, no subject of a masculine verb (الأنظار, المصادر)."""
    word = candidate.reading.units[candidate.first].word
    if candidate.entity is not None or candidate.person or not word.pattern_plural:
        return False
    if word.core[2:4] == "ائ" and len(word.core) == 5:
        return True
    if not word.definite:
        return False
    if word.office is not None or word.given or word.classes & {"person-noun", "group-noun"}:
        return False
    broken = word.core[:1] == "م" and word.core[2:3] == "ا"
    return word.stem.startswith("الأ") or (broken and (len(word.core) == 5 or word.core[4:5] == "ي"))


def _many_people(reading: Reading, candidate: Antecedent) -> bool:
    """Tells whether an earlier sentence tells of several people (عمال الميناء), whom no singular verb goes on about."""
    word = candidate.reading.units[candidate.first].word
    if candidate.reading is reading or candidate.entity is not None:
        return False
    return "person-noun" in word.classes and (word.pattern_plural or word.stem.endswith(("ون", "ين", "اء")))


def _many_men(candidate: Antecedent) -> bool:
    """Tells whether a subject is a nominative plural of men, no subject of a singular verb behind it (الفرنسيون)."""
    word = candidate.reading.units[candidate.first].word
    many = candidate.entity is None and bool(word.classes & {"person-noun", "group-noun"}) and not word.pronoun
    if many and word.stem.endswith(("اء", "ون")) and word.pattern_plural | word.stem.endswith("ون"):
        return True  # أعضاء النادي
    plain = candidate.entity is None and word.definite and not word.given
    return plain and word.stem.endswith("ون") and len(word.core) > 5


def _told_of_described(reading: Reading, clause: Clause) -> bool:
    """Tells whether أنه stands for the noun that a relative clause describes (الأسد الذي أعلنت السلطات أنه قتل)."""
    frame = reading.clauses[clause.frame] if clause.frame >= 0 else None
    if frame is None or frame.kind != "complement" or frame.parent < 0 or frame.opener < 0:
        return False
    pronoun = reading.units[frame.opener].word.stem.endswith(("ه", "ها"))
    return pronoun and reading.clauses[frame.parent].kind == "relative"


def _held(reading: Reading, clause: Clause, verb: Verb) -> bool:
    """Tells whether an indefinite noun in ة behind أنه and a verb is held by nobody named (أفاد أنه سيعقد غدا دورة
    تدريبية)."""
    if verb.aspect != "imperfect" or verb.person != "3ms" or "meeting" not in verb.kinds or not verb.transitive:
        return False
    opener = reading.units[clause.opener].word.stem if clause.kind == "complement" and clause.opener >= 0 else ""
    behind = [k for k in clause.units if k > clause.verb and reading.units[k].date < 0 and not reading.units[k].is_mark]
    word = reading.units[behind[0]].word if behind else None
    held = word is not None and word.stem.endswith("ة") and not (word.definite or word.prefix or word.pronoun)
    return held and opener.endswith("نه")


def object_person(story: Story, reading: Reading, clause: Clause, *, feminine: bool) -> Antecedent | None:
    """Returns the person that a pronoun object means: the last person acted upon, else the last person named."""
    here = clause.number
    own = {entity.first for entity in reading.entities if clause.units and entity.first >= clause.units[0]}
    readings = [reading] + [
        story.reading(number)
        for number in range(reading.number - 1, max(-1, reading.number - 5), -1)
        if story.sentences[number].section == reading.sentence.section
    ]
    for place, before in enumerate(readings):
        clauses = before.clauses[:here] if place == 0 else before.clauses
        names = [e for e in before.entities if e.kind == "person" and e.feminine == feminine]
        if place == 0:
            names = [e for e in names if e.first not in own and before.clause_of[e.first] < here]
        subjects = {p.first for c in clauses if c.verb >= 0 and (p := subject(before, c)) is not None}
        objects = [e for e in names if e.first not in subjects]
        for entity in reversed(objects or names):
            return of_phrase(story, before, Phrase(entity.first, entity.end, entity))
    return None


def last_object(story: Story, reading: Reading, clause: Clause, *, feminine: bool) -> Antecedent | None:
    """Returns the thing acted upon in the clause before (وأقره البرلمان, ودخل حيز التنفيذ), None where none fits."""
    numbers = [reading.number, reading.number - 1, reading.number - 2]
    for number in numbers:
        if number < 0:
            break
        before = story.reading(number)
        here = clause.number if number == reading.number else len(before.clauses)
        for candidate in reversed(before.clauses[:here]):
            phrase = _object(before, candidate)
            if phrase is None or before.units[phrase.first].word.feminine != feminine:
                continue
            over = before.entity_over(phrase.first)
            if over is None or over.first == phrase.first:  # no محكمة │ الاستئناف
                return of_phrase(story, before, phrase)
    return None


def last_thing(
    story: Story, reading: Reading, clause: Clause, *, feminine: bool, topic: bool = False
) -> Antecedent | None:
    """Returns the place or body that the clause before acts upon or tells of (أسس القلعة، ثم هدمها); `topic`: only the
    definite thing that the sentence before tells of."""
    for number in (reading.number, reading.number - 1, reading.number - 2):
        if number < 0 or story.sentences[number].section != reading.sentence.section:
            break
        before = story.reading(number)
        here = clause.number if number == reading.number else len(before.clauses)
        for candidate in reversed(before.clauses[:here]):
            own = set(candidate.units)
            things = [e for e in before.entities if e.first in own and e.kind in ("place", "organisation")]
            fitting = [e for e in things if before.units[e.first].word.feminine == feminine]
            acts = _acts_upon_same(before, candidate, feminine=feminine)
            fitting = [e for e in fitting if e.first != acts]
            free = [e for e in fitting if not _in_genitive(before, e.first)]
            free = [] if topic else free
            phrase = subject(before, candidate) if not free and candidate.verb >= 0 else None
            phrase = None if phrase is not None and phrase.first == acts else phrase
            head = before.units[phrase.first].word if phrase is not None else None
            seat = head is not None and head.place_head is not None and not topic
            thing = head is not None and (seat or _taken_up(before, phrase, number, reading))
            town = phrase is not None and phrase.entity is not None and phrase.entity.kind in _TOWNS
            town = town and not topic and number == reading.number
            fits = head is not None and ((thing and head.feminine == feminine) or (town and feminine))
            if phrase is not None and fits:
                return resolved(story, before, of_phrase(story, before, phrase))
            if len(free) == 1:
                found = of_phrase(story, before, Phrase(free[0].first, free[0].end, free[0]))
                return resolved(story, before, found)
    return None


def _in_genitive(reading: Reading, k: int) -> bool:
    """Tells whether a noun stands behind a preposition or an indefinite noun (ورشات │ ميناء الواحة), so that nothing is
    done to it."""
    before = reading.units[k - 1] if k else None
    if before is None or before.date >= 0 or before.is_mark:
        return False
    noun = is_nominal(before) and before.word.verb is None and not before.word.definite and not before.word.pronoun
    return before.word.preposition or (noun and before.word.act is None and reading.entity_over(k - 1) is None)


def _acts_upon_same(reading: Reading, clause: Clause, *, feminine: bool) -> int:
    """Returns the first unit of the subject of a clause that acts by a pronoun upon the thing looked for (رممتها │
    الدائرة، وأدرجتها …), which therefore is another; -1 without one."""
    verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
    if verb is None or verb.pronoun != ("ها" if feminine else "ه"):
        return -1
    doer = subject(reading, clause)
    return doer.first if doer is not None else -1


def last_subject(story: Story, reading: Reading, clause: Clause, *, feminine: bool) -> Antecedent | None:
    """Returns the subject of the nearest clause before that fits a pronoun, person or thing (اختفت السيارة أمس، ثم عثر
    │ عليها)."""
    for number in (reading.number, reading.number - 1):
        if number < 0 or story.sentences[number].section != reading.sentence.section:
            break
        before = story.reading(number)
        here = clause.number if number == reading.number else len(before.clauses)
        for candidate in reversed(before.clauses[:here]):
            phrase = subject(before, candidate) if candidate.verb >= 0 else None
            if phrase is None:
                continue
            head = before.units[phrase.first].word
            things = head.feminine or head.pattern_plural or head.stem.endswith("ات")
            if (phrase.entity.feminine if phrase.entity is not None else things) == feminine:
                return resolved(story, before, of_phrase(story, before, phrase))
            return None
    return None


def _taken_up(before: Reading, phrase: Phrase | None, number: int, reading: Reading) -> bool:
    """Tells whether the subject of the sentence right before is a definite thing (صُنعت العلبة … واشتراها التاجر)."""
    if phrase is None or phrase.entity is not None or number < reading.number - 1 or phrase.end != phrase.first + 1:
        return False
    word = before.units[phrase.first].word
    human = word.office is not None or word.given or word.classes & {"person-noun", "group-noun"}
    lasts = word.act is None or word.act.kind in ("sport", "meeting", "opening")
    return word.definite and bool(word.common) and not human and lasts


def _object(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the noun of an act or document that a clause's verb governs."""
    if clause.verb < 0:
        return None
    doer = subject(reading, clause)
    for k in clause.units:
        if k <= clause.verb or (doer is not None and doer.first <= k < doer.end):
            continue
        word = reading.units[k].word
        if word.act is not None and not word.prefix and word.act.kind in ("signing", "law", "publication"):
            return Phrase(k, phrase_end(reading, k), None)
    return None
