"""The title of a clause whose verb happened: verb, doer, rest (docs/events.md §3.1)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.doers.antecedents import last_subject, last_thing, object_person
from timeline_cli.events.doers.attributes import is_attribute
from timeline_cli.events.doers.carried import definite
from timeline_cli.events.doers.doers import doer_and_rest
from timeline_cli.events.doers.fronted import subject_before
from timeline_cli.events.doers.hero_written import with_hero
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.nominal import nominal_subject
from timeline_cli.events.doers.object_pronouns import object_pronoun
from timeline_cli.events.doers.objects import complement
from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.doers.protagonist import hero_meant
from timeline_cli.events.doers.subjects import subject, tells_of_pronoun
from timeline_cli.events.doers.written_subjects import brief_subject
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.bonds import acts_further, asks
from timeline_cli.events.wording.composing import NO_TITLE, Title, finished, plain_pieces, verb_pieces
from timeline_cli.events.wording.effect_titles import effect_title, result_title
from timeline_cli.events.wording.fronted_phrases import with_fronted
from timeline_cli.events.wording.inner_verbs import waits_inside
from timeline_cli.events.wording.measures import measure_title
from timeline_cli.events.wording.relatives import relative_title
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.topic_titles import of_owned_subject, of_topic
from timeline_cli.events.wording.trim import FEWEST_WORDS, MOST_WORDS, Piece, words_of
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import fold, unjoined
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import word as known_word

_BEFORE_SAID = frozenset({"negation", "aspect"})
_DONE_TO_GOODS = cues("done-to-goods")
_FURTHEST_GOODS = 14
_SHORT_SUBJECT = 4


def verb_title(story: Story, reading: Reading, clause: Clause) -> Title:
    """Returns the title of a clause whose verb happened on the date; empty for a relative clause of an unclear noun."""
    effect = effect_title(story, reading, clause) or result_title(story, reading, clause)
    if effect is not None:
        return effect
    if tells_of_pronoun(reading, clause):
        clause = replace(clause, kind="and")
    if clause.kind == "relative" and clause.antecedent >= 0:
        return measure_title(story, reading, clause) or relative_title(story, reading, clause) or NO_TITLE
    made = _main_title(story, reading, clause)
    return replace(made, text=f"كان {made.text}") if _was_supposed(reading, clause) and made.text else made


def _was_supposed(reading: Reading, clause: Clause) -> bool:
    """Tells whether a verb says what had been supposed to be done (كان يفترض │ نقل السوق), which it does not without
    كان."""
    verb = reading.units[clause.verb].word.verb
    was = clause.verb > 0 and "was" in reading.units[clause.verb - 1].word.classes
    return was and verb is not None and verb.lemma == "افترض" and verb.aspect == "imperfect"


def _main_title(story: Story, reading: Reading, clause: Clause) -> Title:
    """Returns verb, doer, rest."""
    word = reading.units[clause.verb].word
    verb = word.verb
    named: list[Antecedent] = []
    doer, rest = doer_and_rest(story, reading, clause, named)
    if _only_there(reading, clause, rest) and hero_meant(story, reading, clause, rest[0]) is None:
        rest = rest[1:]
    topic = of_topic(story, reading, clause, verb, rest)
    topic = topic or of_owned_subject(story, reading, clause, verb, rest)
    if topic is not None:
        return topic
    target, rest = object_pronoun(story, reading, clause, verb, rest, named)
    light = "light" in word.classes
    rest = [k for k in rest if reading.units[k].date < 0] if light else rest
    owned = reading.units[rest[0]].word.pronoun if light and doer and rest else ""
    if owned in ("ه", "ها"):
        start = [Piece(unjoined(reading.units[rest[0]].text.removesuffix(owned)), rest[0])]
        body = pieces_of(story, reading, rest[1:], None, start=3, chunk=2)
        return finished(reading, start + doer + body, tuple(named))
    denied = clause.verb and "negation" in reading.units[clause.verb - 1].word.classes
    light = light and not denied and not (doer and rest and _in_the_accusative(reading, rest))
    does = verb is not None and verb.lemma == "تم" and verb.person == "3ms"
    if light and rest and _owned_act(reading, rest[0]):
        done = _done_to_thing(story, reading, clause, verb, rest)
        if done is not None:
            return done
    if (
        light
        and rest
        and (reading.units[rest[0]].word.act is not None or (does and is_nominal(reading.units[rest[0]])))
    ):
        made = finished(reading, plain_pieces(story, reading, rest), tuple(named))
        if len(made.text.split()) > 2 or "light" not in word.classes or does:
            return made
    again = _done_to_thing(story, reading, clause, verb, rest) if not doer else None  # وأعاد الراوي │ افتتاحها
    if again is not None:
        return again
    made = _verb_and_rest(story, reading, clause, doer, target, rest, named)
    killed = _killed_before(story, reading, clause, verb)
    if killed is not None:
        return replace(made, text=_within(f"{killed.text} و{made.text}"), units=made.units | killed.units)
    asked = complement(reading, clause, rest, moved=bool(doer))
    cut = asked >= 0 and made.order[-1:] == (asked,) and _goes_on(reading, asked)
    cut = cut or any(c.opener == asked and c.verb >= 0 and c.verb not in made.order for c in reading.clauses)
    cut = cut or (asked in made.order and _inside_quotation(reading, asked, made.order[-1]))
    cut = cut or (asked in made.order and _asks_on(reading, asked, made.order[-1])) or waits_inside(reading, made)
    if asked >= 0 and (cut or asked not in made.order) and not target:
        brief, who = brief_subject(story, reading, clause, doer, asked)
        behind = [k for k in rest if k >= asked]
        made = _verb_and_rest(story, reading, clause, brief, target, behind, [*named, *who])
        shorter = _said_in_short(reading, behind, made)
        if shorter:
            made = _verb_and_rest(story, reading, clause, brief, target, shorter, [*named, *who])
        made = replace(made, brief=True)
    if len(made.text.split()) < FEWEST_WORDS:
        made = _lengthened(story, made, named)
        if len(made.text.split()) < FEWEST_WORDS and clause.kind in ("where", "while"):
            made = _with_topic(story, reading, clause, made)
    return made


def _said_in_short(reading: Reading, behind: list[int], made: Title) -> list[int]:
    """Returns the units of what is said with its subject in short, where that left no room for its verb and more (أعلن
    أن عائلة مؤسس الحركة │ رفضت مبايعته); empty where it did or is short."""
    inner = next((c for c in reading.clauses if c.opener == behind[0] and c.kind == "complement"), None)
    if inner is None or inner.verb < 0 or any(k > inner.verb for k in made.order):
        return []
    if inner.verb in made.order and not (acts_further(reading, inner.verb) or _phrase_behind(reading, inner.verb)):
        return []  # أن الحركة ستتوقف
    doer = subject_before(reading, inner)
    if doer is None or doer.end > inner.verb:
        return []
    counted = reading.units[doer.first + 1].word.stem == "من" and doer.first + 2 < doer.end  # أكثر من عشرين صيادا
    end = min(doer.end, phrase_end(reading, doer.first + 2 * counted, _SHORT_SUBJECT))
    kept = [k for k in behind if k < end or k >= inner.verb or reading.units[k].word.classes & _BEFORE_SAID]
    return kept if len(kept) < len(behind) else []


def _phrase_behind(reading: Reading, k: int) -> bool:
    """Tells whether a phrase stands right behind a verb, which may say little without it (سيغيب │ عن الملاعب)."""
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    return after is not None and after.date < 0 and (after.word.preposition or bool(after.word.prefix))


def _asks_on(reading: Reading, first: int, last: int) -> bool:
    """Tells whether a title ends in an object before the phrase that its noun asks for (الذكرى الأولى │ لغرق
    العبارة)."""
    words = [unit.word for unit in reading.units[first : last + 1]]
    return asks(reading, first) and _phrase_behind(reading, last) and not any(w.preposition or w.prefix for w in words)


def _inside_quotation(reading: Reading, first: int, last: int) -> bool:
    """Tells whether a title ends inside a name in quotation marks that opens behind its object."""
    marks = [k for k in range(first, last + 1) if reading.units[k].text in "«“"]
    return bool(marks) and not any(reading.units[k].text in "»”" for k in range(marks[-1], last + 2))


def _only_there(reading: Reading, clause: Clause, rest: list[int]) -> bool:
    """Tells whether فيه behind a verb belongs to no noun of the title, and the title can do without it: the time of the
    clause, or the place told of before with the subject behind it (افتتحت فيه أول مدرسة)."""
    if not rest or reading.units[rest[0]].word.stem not in ("فيه", "فيها"):
        return False
    verb = reading.units[clause.verb].word.verb
    passive = verb is not None and (verb.passive or verb.person == "3fs") and subject(reading, clause) is not None
    return _at_the_time(reading, clause) or (passive and len(rest) > 1 and is_nominal(reading.units[rest[1]]))


def _owned_act(reading: Reading, k: int) -> bool:
    """Tells whether an act carries the pronoun of what it was done to (تم │ افتتاحها)."""
    act = reading.units[k].word.act
    return act is not None and act.pronoun in ("ه", "ها")


def _in_the_accusative(reading: Reading, rest: list[int]) -> bool:
    """Tells whether an act behind a doer is what he does (يجري الفريق │ لقاء وديا), so that his verb stays."""
    words = [reading.units[k].word for k in rest[:2]]
    return words[0].act is not None and any(w.stem.rstrip("ً").endswith("ا") and not w.definite for w in words)


def _at_the_time(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause opens with في الوقت الذي, whose فيه belongs to no noun of the title."""
    opening = [reading.units[k].word for k in clause.units if k < clause.verb]
    timed = any(word.core in ("وقت", "حين") for word in opening) and any("relative" in w.classes for w in opening)
    return clause.kind == "while" or timed


def _killed_before(story: Story, reading: Reading, clause: Clause, verb: Verb | None) -> Title | None:
    """Returns the title of the deaths before the injuries that the same day closes (قتل جنديان وأصيب ثلاثة آخرون في
    هجوم … أمس), None elsewhere."""
    before = reading.clauses[clause.number - 1] if clause.number else None
    if before is None or verb is None or "injury" not in verb.kinds or clause.kind != "and" or before.verb < 0:
        return None
    told = reading.units[before.verb].word.verb
    behind = reading.units[clause.verb + 1 : clause.verb + 3]
    counted = any(unit.is_number or unit.word.classes & {"number", "quantifier", "vague-person"} for unit in behind)
    if told is None or not counted or before.frame != clause.frame or before.units[-1] >= clause.verb:
        return None
    death = "death" in told.kinds or _met_death(reading, before)
    if not death or any(reading.units[k].date >= 0 for k in before.units) or 0 <= before.parent != clause.parent:
        return None
    return verb_title(story, reading, before)


def _met_death(reading: Reading, clause: Clause) -> bool:
    return any(reading.units[k].word.stem.startswith(("مصرع", "حتف")) for k in clause.units)


def _within(text: str) -> str:
    """Returns the first words of a title, as many as one may have, without a preposition at the end."""
    words = text.split()
    while len(words) > MOST_WORDS:
        known = [known_word(word) for word in words]
        opens = [k for k, word in enumerate(known) if k > 5 and (word.preposition or word.prefix)]
        opens = [k for k in opens if "quantifier" not in known[k - 1].classes and known[k - 1].core != "عدد"]
        words = words[: next((k for k in reversed(opens) if k <= MOST_WORDS), MOST_WORDS)]
    return " ".join(words)


def _goes_on(reading: Reading, k: int) -> bool:
    """Tells whether an object is told by the لـ phrase behind it (هطولا لأمطار غزيرة)."""
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    return after is not None and after.date < 0 and after.word.prefix == "ل"


def _verb_and_rest(
    story: Story,
    reading: Reading,
    clause: Clause,
    doer: list[Piece],
    target: list[Piece],
    rest: list[int],
    named: list[Antecedent],
) -> Title:
    verb = reading.units[clause.verb].word.verb
    mover = subject_before(reading, clause)
    if mover is None and verb is not None and verb.person == "3mp" and doer and named and named[-1].reading is reading:
        mover = Phrase(named[-1].first, named[-1].first + 1)
    if mover is None and doer and named and named[-1].pair:
        mover = Phrase(named[-1].first, named[-1].first + 1)
    start = verb_pieces(reading, clause, verb, filled=bool(target), doer=mover)
    behind = subject(reading, clause)
    edge = behind.end if behind is not None and not doer else -1
    body = pieces_of(
        story, reading, rest, verb, start=words_of(start) + words_of(doer), chunk=2, subject_end=edge,
        moved=bool(doer) or (verb is not None and verb.person in ("1s", "1p")),
    )  # fmt: skip
    if not target:
        body = with_hero(story, reading, clause, body, named)
    body = with_fronted(reading, clause, verb, body)
    pieces = start + [replace(piece, chunk=1, rank=0) for piece in doer + target] + body
    return finished(reading, pieces, tuple(named))


def _with_topic(story: Story, reading: Reading, clause: Clause, made: Title) -> Title:
    """Says what a short حيث-clause is about: the talks' two sides, or the subject of the clause before it."""
    here = clause.number
    before = next((c for c in reversed(reading.clauses[:here]) if c.frame == clause.frame and c.units), None)
    if before is None:
        return made
    phrase = subject(reading, before) if before.verb >= 0 else _topic(reading, before)
    if phrase is None:
        return made
    end = phrase.end
    while end < len(reading.units) and _second_side(reading, end):
        end += 1
    words = story.words(reading.units, phrase.first, end)
    acts = [reading.units[k].word.act for k in clause.units if reading.units[k].date < 0]
    if any(act is not None and act.kind == "meeting" for act in acts):
        first, *rest = words.split()
        if not first.endswith("ان") or first == "الجانبان":
            return made
        joined = " ".join([first[:-2] + "ين", *rest])
        return replace(made, text=f"{made.text} بين {joined}")
    return replace(made, text=f"{words}: {made.text}") if before.verb < 0 else made


def _second_side(reading: Reading, k: int) -> bool:
    """Tells whether a unit is the second adjective of a dual (الرئيسان الروسي والسوري)."""
    word = reading.units[k].word
    return word.lead == "و" and word.definite and word.nationality is not None


def _topic(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the noun phrase that a verbless clause is about, with a بين phrase that belongs to it."""
    first = clause.units[0]
    word = reading.units[first].word
    if not is_nominal(reading.units[first]) or word.is_function or not (word.common or word.known_noun):
        return None
    end = phrase_end(reading, first)
    if end < len(reading.units) and reading.units[end].word.stem == "بين":
        end = phrase_end(reading, end + 1)
        if end < len(reading.units) and reading.units[end].word.lead == "و":
            end = phrase_end(reading, end)
    return Phrase(first, end)


def _done_to_thing(story: Story, reading: Reading, clause: Clause, verb: Verb | None, rest: list[int]) -> Title | None:
    """Names the thing that the pronoun of a passive's noun means (ثم أعيد افتتاحها: أعيد افتتاح القناة)."""
    if verb is None or not rest or verb.pronoun or (verb.person != "3ms" and verb.lemma not in ("تم", "جرى")):
        return None
    act = reading.units[rest[0]].word.act
    if (
        act is None
        or act.pronoun not in ("ه", "ها")
        or not (verb.passive or set(verb.lemma.split("|")) & {"أعاد", "أعيد", "تم", "جرى"})
    ):
        return None
    feminine = act.pronoun == "ها"
    human = act.kind in ("court", "appointment", "resignation", "death", "injury", "election", "health")
    who = _told_of_above(story, reading, clause) if human and not feminine else None
    who = who or (object_person(story, reading, clause, feminine=feminine) if human else None)
    if who is None and act.kind == "health":
        who = last_subject(story, reading, clause, feminine=feminine)
    who = who or last_thing(story, reading, clause, feminine=feminine)
    done = unjoined(reading.units[rest[0]].text.removesuffix(act.pronoun))
    told = who.entity.kind if who is not None and who.entity is not None else ""
    if told in ("organisation", "country", "city") and fold(done) in _DONE_TO_GOODS:
        who = _goods_before(story, reading, clause, feminine=feminine)
    if who is None:
        return None
    lead = [] if set(verb.lemma.split("|")) & {"تم", "جرى"} else verb_pieces(reading, clause, verb)
    start = [*lead, Piece(done, rest[0]), Piece(who.words, -1)]
    return finished(reading, start + pieces_of(story, reading, rest[1:], None, start=4, chunk=2), (who,))


def _goods_before(story: Story, reading: Reading, clause: Clause, *, feminine: bool) -> Antecedent | None:
    """Returns the thing of a gender named last before a clause (شراء شحنة من القمح على أن يتم │ استلامها), no body or
    town, which nobody receives or hands over."""
    start = clause.units[0]
    for k in range(start - 1, max(-1, start - _FURTHEST_GOODS), -1):
        unit, word = reading.units[k], reading.units[k].word
        noun = is_nominal(unit) and bool(word.common or word.known_noun) and not word.pronoun
        if not noun or word.feminine != feminine or reading.entity_over(k) is not None or is_attribute(reading, k):
            continue
        if word.verb is not None and not word.definite:
            continue
        found = of_phrase(story, reading, Phrase(k, phrase_end(reading, k)))
        return replace(found, words=definite(found.words)) if " " not in found.words else found
    return None


def _told_of_above(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns whom the clause above tells of by a name that no list holds (كان أختر مسؤولا │ قبل أن يتم تعيينه)."""
    above = reading.clauses[clause.parent] if clause.parent >= 0 and clause.kind in ("before", "after") else None
    if above is None:
        return None
    told = subject(reading, above) if above.verb >= 0 else nominal_subject(reading, above)
    if told is None or told.entity is not None or not reading.units[told.first].word.unknown:
        return None
    return of_phrase(story, reading, told)


def _lengthened(story: Story, made: Title, named: list[Antecedent]) -> Title:
    """Gives a very short title the profession that the text names the person by (T10)."""
    for who in named:
        office = story.names.titles.get(who.words, "")
        if who.person and office and len(office.split()) == 1 and office.startswith("ال") and who.words in made.text:
            return replace(made, text=made.text.replace(who.words, f"{office} {who.words}", 1))
    return made
