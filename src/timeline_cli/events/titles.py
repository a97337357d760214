"""Titles: what happened, in the text's own words, without the date (docs/events.md §3)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.antecedents import candidates, hidden_subject, last_subject, last_thing, object_person
from timeline_cli.events.attach import Attachment
from timeline_cli.events.composing import NO_TITLE, Title, finished, plain_pieces, verb_pieces
from timeline_cli.events.doers import (
    BOUND,
    brief_subject,
    doer_and_rest,
    object_pronoun,
    plain_units,
    subject_pieces,
)
from timeline_cli.events.fronted import subject_before
from timeline_cli.events.naming import Antecedent, of_phrase, resolved
from timeline_cli.events.objects import complement
from timeline_cli.events.phrases import Phrase, is_nominal, phrase_end, phrase_start
from timeline_cli.events.relatives import relative_title
from timeline_cli.events.span import pieces_of, visible
from timeline_cli.events.story import Reading, Story, plain_text
from timeline_cli.events.subjects import subject
from timeline_cli.events.topics import pronoun_meant
from timeline_cli.events.trim import FEWEST_WORDS, MOST_WORDS, Piece, cut_right, words_of, written
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import unjoined
from timeline_cli.text.shapes import Verb
from timeline_cli.text.units import is_verb
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

_MOVES = frozenset({"arrival", "departure", "visit"})
_OF_BODIES = frozenset({"sport", "signing", "military", "attack", "election", "meeting", "appointment"})
_BY_NOBODY = cues("by-nobody")
_OF_LIVES = frozenset({"birth", "death"})
_LASTS = cues("lasts")
_UNTIL_THEN = "حتى هذا التاريخ"
_NEAR = 7
_ACCORDINGLY = cues("accordingly")
_EDITIONS = cues("editions")
_ENTRY_MARKS = frozenset({":", "-", "–", "—"})


def title(story: Story, reading: Reading, head: Attachment, date: int) -> Title:
    """Returns the title of the act that a date was attached to."""
    clause = reading.clauses[head.clause]
    if head.kind == "verb":
        return verb_title(story, reading, clause)
    if head.kind == "noun":
        return _noun_title(story, reading, clause, head, date)
    if head.kind == "participle":
        return _participle_title(story, reading, head)
    if head.kind == "bracket":
        first = phrase_start(reading, head.unit)
        return finished(story, reading, plain_pieces(story, reading, list(range(first, head.unit + 1))))
    return _nominal_title(story, reading, clause, head)


def with_end(reading: Reading, head: Attachment, date: int, made: Title) -> Title:
    """Says of what lasts until its day that it does (يستمر المعرض حتى هذا التاريخ), where there is room."""
    verb = reading.units[head.unit].word.verb if head.kind == "verb" and reading.units[date].preposition else None
    room = len(made.text.split()) + len(_UNTIL_THEN.split()) <= MOST_WORDS
    if verb is None or not room or not set(verb.lemma.split("|")) & _LASTS:
        return made
    return replace(made, text=f"{made.text} {_UNTIL_THEN}")


def verb_title(story: Story, reading: Reading, clause: Clause) -> Title:
    """Returns the title of a clause whose verb happened on the date; empty for a relative clause of an unclear noun."""
    effect = _effect_title(story, reading, clause)
    if effect is not None:
        return effect
    if clause.kind == "relative" and clause.antecedent >= 0:
        return relative_title(story, reading, clause) or NO_TITLE
    return _main_title(story, reading, clause)


def _main_title(story: Story, reading: Reading, clause: Clause) -> Title:
    """Returns verb, doer, rest."""
    word = reading.units[clause.verb].word
    verb = word.verb
    named: list[Antecedent] = []
    doer, rest = doer_and_rest(story, reading, clause, named)
    if _only_there(reading, clause, rest):
        rest = rest[1:]
    topic = _of_topic(story, reading, clause, verb, rest)
    if topic is not None:
        return topic
    target, rest = object_pronoun(story, reading, clause, verb, rest, named)
    light = "light" in word.classes
    rest = [k for k in rest if reading.units[k].date < 0] if light else rest
    owned = reading.units[rest[0]].word.pronoun if light and doer and rest else ""
    if owned in ("ه", "ها"):
        start = [Piece(unjoined(reading.units[rest[0]].text.removesuffix(owned)), rest[0])]
        body = pieces_of(story, reading, rest[1:], None, start=3, chunk=2)
        return finished(story, reading, start + doer + body, tuple(named))
    denied = clause.verb and "negation" in reading.units[clause.verb - 1].word.classes
    light = light and not denied
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
        made = finished(story, reading, plain_pieces(story, reading, rest), tuple(named))
        if len(made.text.split()) > 2 or "light" not in word.classes or does:
            return made
    again = _done_to_thing(story, reading, clause, verb, rest)
    if again is not None:
        return again
    made = _verb_and_rest(story, reading, clause, doer, target, rest, named)
    killed = _killed_before(story, reading, clause, verb)
    if killed is not None:
        return replace(made, text=_within(f"{killed.text} و{made.text}"), units=made.units | killed.units)
    asked = complement(reading, clause, rest, moved=bool(doer))
    cut = asked >= 0 and made.order[-1:] == (asked,) and _goes_on(reading, asked)
    cut = cut or any(c.opener == asked and c.verb >= 0 and c.verb not in made.order for c in reading.clauses)
    if asked >= 0 and (cut or asked not in made.order) and not target:
        brief, who = brief_subject(story, reading, clause, doer, asked)
        made = _verb_and_rest(story, reading, clause, brief, target, [k for k in rest if k >= asked], [*named, *who])
        made = replace(made, brief=True)
    if len(made.text.split()) < FEWEST_WORDS:
        made = _lengthened(story, made, named)
        if len(made.text.split()) < FEWEST_WORDS and clause.kind in ("where", "while"):
            made = _with_topic(story, reading, clause, made)
    return made


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


def _at_the_time(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause opens with في الوقت الذي, whose فيه belongs to no noun of the title."""
    opening = [reading.units[k].word for k in clause.units if k < clause.verb]
    timed = any(word.core in ("وقت", "حين") for word in opening) and any("relative" in w.classes for w in opening)
    return clause.kind == "while" or timed


def _of_topic(story: Story, reading: Reading, clause: Clause, verb: Verb | None, rest: list[int]) -> Title | None:
    """Puts the noun before a verb that nobody does into the gap of its phrase (الأثر عثر عليه أمس: عثر على الأثر)."""
    before = subject_before(reading, clause)
    if before is None or verb is None or not rest or not set(verb.lemma.split("|")) & _BY_NOBODY:
        return None
    word = reading.units[rest[0]].word
    noun = reading.units[before.first].word
    things = noun.feminine or noun.pattern_plural or noun.stem.endswith("ات")
    feminine = before.entity.feminine if before.entity is not None else things
    ending = "ها" if feminine else "ه"
    preposition = BOUND.get(word.fold.removesuffix(ending).rstrip("ي"), "") if word.stem.endswith(ending) else ""
    if "preposition-bound" not in word.classes or len(preposition) < 2 or _is_body(before):
        return None
    named: list[Antecedent] = []
    moved = subject_pieces(story, reading, before, named)
    body = pieces_of(story, reading, rest[1:], None, start=2 + words_of(moved), chunk=2)
    return finished(
        story, reading, [*verb_pieces(reading, clause, verb), Piece(preposition, -1), *moved, *body], tuple(named)
    )


def _is_body(phrase: Phrase) -> bool:
    return phrase.entity is not None and phrase.entity.kind in ("organisation", "country")


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
    start = verb_pieces(reading, clause, verb, filled=bool(target), doer=mover)
    behind = subject(reading, clause)
    edge = behind.end if behind is not None and not doer else -1
    body = pieces_of(
        story, reading, rest, verb, start=words_of(start) + words_of(doer), chunk=2, subject_end=edge, moved=bool(doer)
    )  # fmt: skip
    pieces = start + [replace(piece, chunk=1, rank=0) for piece in doer + target] + body
    return finished(story, reading, pieces, tuple(named))


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
    if verb is None or not rest or verb.pronoun or verb.person != "3ms":
        return None
    act = reading.units[rest[0]].word.act
    if (
        act is None
        or act.pronoun not in ("ه", "ها")
        or not (verb.passive or verb.lemma in ("أعاد", "أعيد", "تم", "جرى"))
    ):
        return None
    feminine = act.pronoun == "ها"
    human = act.kind in ("court", "appointment", "resignation", "death", "injury", "election", "health")
    who = object_person(story, reading, clause, feminine=feminine) if human else None
    if who is None and act.kind == "health":
        who = last_subject(story, reading, clause, feminine=feminine)
    who = who or last_thing(story, reading, clause, feminine=feminine)
    if who is None:
        return None
    base = unjoined(reading.units[rest[0]].text.removesuffix(act.pronoun))
    lead = [] if verb.lemma in ("تم", "جرى") else verb_pieces(reading, clause, verb)
    start = [*lead, Piece(base, rest[0]), Piece(who.words, -1)]
    return finished(story, reading, start + pieces_of(story, reading, rest[1:], None, start=4, chunk=2), (who,))


def _effect_title(story: Story, reading: Reading, clause: Clause) -> Title | None:
    """T13: `أسفر الهجوم الذي وقع في 11 مارس عن مقتل ستة جنود` is `مقتل ستة جنود في الهجوم`; None for other verbs."""
    relative = clause if clause.kind == "relative" else None
    main = reading.clauses[clause.parent] if relative is not None and clause.parent >= 0 else clause
    verb = reading.units[main.verb].word.verb if main.verb >= 0 else None
    if verb is None or verb.title_head != "effect":
        return None
    own = sorted({*main.units, *clause.units})
    start = next((k for k in own if k > main.verb and reading.units[k].word.stem in verb.prepositions), -1)
    doer = subject(reading, main)
    if start < 0 or doer is None or start + 1 >= len(reading.units) or reading.units[start + 1].word.act is None:
        return None
    first = plain_text(reading.units, doer.first, True)
    result = pieces_of(story, reading, [k for k in own if k > start and reading.units[k].date < 0], None)
    cause = [Piece("في", -1, chunk=30), *plain_units(reading, list(range(doer.first, doer.end)))]
    return finished(story, reading, [*result, *(replace(p, chunk=30) for p in cause)]) if first else None


def _lengthened(story: Story, made: Title, named: list[Antecedent]) -> Title:
    """Gives a very short title the profession that the text names the person by (T10)."""
    for who in named:
        office = story.titles.get(who.words, "")
        if who.person and office and len(office.split()) == 1 and office.startswith("ال") and who.words in made.text:
            return replace(made, text=made.text.replace(who.words, f"{office} {who.words}", 1))
    return made


def _noun_title(story: Story, reading: Reading, clause: Clause, head: Attachment, date: int) -> Title:
    """T12: the noun of an act with its genitives, adjectives and phrases, up to the date or the next verb."""
    units = reading.units
    first = head.unit
    while first > 0 and "quantifier" in units[first - 1].word.classes and reading.clause_of[first - 1] == head.clause:
        first -= 1
    chosen = []
    for k in visible(reading, clause):
        if k < first:
            continue
        if "complementizer" in units[k].word.classes and k > first + 1:
            break
        if (
            k == clause.verb
            or (head.rule == "D8" and k > date and not _between(reading, k, date))
            or (k > first and is_verb(units, k, False) and clause.verb > k)
        ):
            break
        chosen.append(k)
    act = units[head.unit].word.act
    if act is not None and act.kind in _MOVES and units[head.unit].word.definite and clause.verb >= 0:
        who = _owner(story, reading, clause, _feminine_doer(reading, clause))
        if who is not None:
            base = units[head.unit].word.stem.removeprefix("ال")
            lead = [Piece(base, head.unit), Piece(who.words, -1)]
            rest = pieces_of(story, reading, [k for k in chosen if k > head.unit], None, start=3, chunk=2)
            return finished(story, reading, lead + rest, (who,))
    if act is not None and act.pronoun in ("ه", "ها"):
        who = _owner(story, reading, clause, act.pronoun == "ها", bodies=act.kind in _OF_BODIES)
        who = who or (_person_before(story, reading, head) if head.rule == "D8" else None)
        who = who or (pronoun_meant(story, reading, clause, head.unit) if head.rule == "D15" else None)
        if who is not None:
            base = units[head.unit].word.stem.removesuffix(act.pronoun)
            lead = [Piece(unjoined(base), head.unit), Piece(who.words, -1)]
            rest = pieces_of(story, reading, [k for k in chosen if k > head.unit], None, start=3, chunk=2)
            return finished(story, reading, lead + rest, (who,))
    doer = _doer_of_act(reading, clause, head)
    if doer is not None:
        act_done = Piece(plain_text(units, head.unit, True), head.unit)
        lead = [act_done, *plain_units(reading, list(range(doer.first, doer.end)))]
        rest = pieces_of(story, reading, [k for k in chosen if k > head.unit], None, start=words_of(lead), chunk=2)
        return finished(story, reading, lead + rest, (of_phrase(story, reading, doer),))
    bound = next((k for k in chosen if "preposition-bound" in units[k].word.classes), -1)
    if bound > first and act is not None and act.kind in ("court", "death", "injury", "appointment"):
        stem = units[bound].word
        who = object_person(story, reading, clause, feminine=stem.stem.endswith("ها"))
        preposition = BOUND.get(stem.fold.removesuffix("ها").removesuffix("ه").rstrip("ي") or stem.fold[:1], "")
        if who is not None and preposition:
            lead = plain_pieces(story, reading, [k for k in chosen if k < bound])
            rest = pieces_of(story, reading, [k for k in chosen if k > bound], None, start=4, chunk=2)
            return finished(story, reading, [*lead, Piece(f"{preposition} {who.words}", -1), *rest], (who,))
    return finished(story, reading, plain_pieces(story, reading, chosen))


def _doer_of_act(reading: Reading, clause: Clause, head: Attachment) -> Phrase | None:
    """Returns who does an act to something of its own, where the clause tells it before (تستعد المدارس لفتح أبوابها:
    فتح المدارس أبوابها); None elsewhere."""
    units = reading.units
    act, after = units[head.unit].word, units[head.unit + 1] if head.unit + 1 < len(units) else None
    if clause.verb < 0 or clause.verb > head.unit or act.definite or after is None or after.date >= 0:
        return None
    word = after.word
    if word.pronoun not in ("ه", "ها") or word.definite or word.prefix or word.lead or word.verb is not None:
        return None
    doer = subject(reading, clause)
    if doer is None or doer.end > head.unit or doer.end - doer.first > 5 or units[doer.first].word.pronoun:
        return None
    if units[doer.first].word.stem in ("أكثر", "أقل") and units[doer.end].word.stem == "من" and doer.end < head.unit:
        doer = Phrase(doer.first, phrase_end(reading, doer.end + 1))
    verb = units[clause.verb].word.verb
    feminine = verb is not None and verb.person == "3fs"
    governed = act.prefix == "ل" or units[head.unit - 1].word.stem in ("في", "على", "إلى")
    return doer if governed and feminine == (word.pronoun == "ها") else None


def _between(reading: Reading, k: int, date: int) -> bool:
    """Tells whether a unit belongs to the بين phrase right behind a date or its list (مفاوضات الجمعة والسبت بين …)."""
    behind = [j for j in range(date + 1, k + 1) if reading.units[j].date < 0]
    return (
        bool(behind)
        and reading.units[behind[0]].word.stem == "بين"
        and not any(reading.units[j].is_comma for j in behind)
    )


def _feminine_doer(reading: Reading, clause: Clause) -> bool:
    verb = reading.units[clause.verb].word.verb
    return verb is not None and verb.person == "3fs"


def _owner(
    story: Story, reading: Reading, clause: Clause, feminine: bool, *, bodies: bool = False
) -> Antecedent | None:
    """Returns whose act a possessive means: the subject of its clause where the gender fits."""
    doer = subject(reading, clause) if clause.verb >= 0 else None
    if doer is not None and doer.entity is not None and doer.entity.end < doer.end:
        doer = Phrase(doer.entity.first, doer.entity.end, doer.entity)
    if doer is None:
        after = reading.units[clause.verb + 1] if 0 <= clause.verb < len(reading.units) - 1 else None
        told = after is not None and is_nominal(after) and not after.word.prefix
        who = hidden_subject(story, reading, clause) if clause.verb >= 0 and not told else None
        return who if who is not None and who.person and who.feminine == feminine else None
    who = resolved(story, reading, of_phrase(story, reading, doer))
    body = bodies and who.entity is not None and who.entity.kind in ("organisation", "country")
    return who if who.feminine == feminine and (who.person or body) else None


def _person_before(story: Story, reading: Reading, head: Attachment) -> Antecedent | None:
    """Returns the person right before بعد or منذ and an act of his (والقائد مسجون في لاهاي منذ تسليمه في 2013)."""
    act = reading.units[head.unit].word.act
    near = [e for e in reading.entities if head.unit - _NEAR <= e.first and e.end < head.unit and e.kind == "person"]
    if act is None or not near or near[-1].feminine != (act.pronoun == "ها"):
        return None
    entity = near[-1]
    return resolved(story, reading, of_phrase(story, reading, Phrase(entity.first, entity.end, entity)))


def _participle_title(story: Story, reading: Reading, head: Attachment) -> Title:
    """D2, D9: the noun phrase that المؤرخة, الموقع, المولود or المقرر describes."""
    participle = reading.units[head.unit].word
    last = head.unit - 1
    while last > 0 and reading.units[last].is_mark:
        last -= 1
    feminine = participle.feminine
    after = reading.units[head.unit + 1].word if head.unit + 1 < len(reading.units) else None
    if after is not None and "preposition-bound" in after.classes:
        feminine = after.stem.endswith("ها")
    planned = "planned-participle" in participle.classes and after is not None and after.act is not None
    if planned and after is not None and after.act is not None and after.act.pronoun:
        feminine = after.act.pronoun == "ها"
    meant = _edition_before(reading, last, feminine) if planned else _accordingly(reading, last, feminine)
    first = meant if meant >= 0 else phrase_start(reading, last, feminine=feminine)
    while not feminine and first < last and _several(reading.units[first].word) and meant < 0:
        first += 1  # نتائج │ ملتقى الإعلام المنعقد في …
    if reading.units[first].word.feminine != feminine and reading.entity_at(first) is None:
        return NO_TITLE
    pieces = plain_pieces(story, reading, list(range(first, last + 1)))
    verb = {"المولود": "ولد", "المولودة": "ولدت", "المتوفى": "توفي", "المتوفاة": "توفيت"}.get(participle.stem)
    entity = reading.entity_at(first)
    named = (of_phrase(story, reading, Phrase(first, last + 1, entity)),)
    between = [k for k in range(head.unit + 1, len(reading.units)) if reading.clause_of[k] == head.clause]
    framed = (k for k in between if reading.units[k].date >= 0 or reading.units[k].word.stem in ("خلال", "الفترة"))
    stop = next(framed, head.unit + 1)
    if verb is None and 1 < words_of(pieces) < FEWEST_WORDS and "planned-participle" not in participle.classes:
        told = [k for k in (head.unit, *between) if k < stop and not reading.units[k].is_mark]
        pieces = [*pieces, *pieces_of(story, reading, told, None, start=words_of(pieces), chunk=9)]
    if verb is not None:
        pieces = [Piece(verb, -1), *pieces, *pieces_of(story, reading, [k for k in between if k < stop], None, chunk=9)]
    if "planned-participle" in participle.classes and after is not None and after.act is not None and after.act.pronoun:
        base = after.bare.removesuffix(after.act.pronoun)
        pieces = [Piece(base[:-1] + "ة" if base.endswith("ت") else base, -1), *pieces]
    return finished(story, reading, pieces, named)


def _several(word: Word) -> bool:
    """Tells whether a word is an indefinite plural of things, which a masculine participle does not describe."""
    plural = word.pattern_plural or word.stem.endswith("ات")
    return plural and not (word.definite or word.office or word.classes & {"person-noun", "group-noun"})


def _accordingly(reading: Reading, last: int, feminine: bool) -> int:
    """Returns the noun of a phrase that only says what something follows, which its participle describes (بناء على
    القرار وفقا │ لاتفاقية الميناء الموقعة في …), -1 elsewhere."""
    for k in range(last, max(0, last - 3), -1):
        word = reading.units[k].word
        if word.prefix == "ل" and word.feminine == feminine:
            return k if reading.units[k - 1].word.core in _ACCORDINGLY else -1
        if reading.units[k].is_mark or word.preposition or word.prefix:
            return -1
    return -1


def _edition_before(reading: Reading, last: int, feminine: bool) -> int:
    """Returns the head of the tournament, festival or meeting whose name ends at a unit, -1 without one."""
    for k in range(last, max(-1, last - _NEAR), -1):
        word = reading.units[k].word
        if (
            reading.units[k].is_mark
            or reading.units[k].date >= 0
            or word.preposition
            or is_verb(reading.units, k, False)
        ):
            return -1
        told = word.core in _EDITIONS or (word.act is not None and word.act.kind in ("meeting", "sport", "election"))
        if told and word.feminine == feminine:
            return k
    return -1


def _nominal_title(story: Story, reading: Reading, clause: Clause, head: Attachment) -> Title:
    """D13, D14: a verbless clause; its words without كان, connectives and dates, whose birth or death it is put in
    (كان مولده في صنعاء)."""
    units = [k for k in visible(reading, clause) if head.unit < 0 or k >= head.unit or head.rule == "D13"]
    while units and _opens(reading, units[0]):
        units = units[1:]
    if len(units) > 2 and "planned-participle" in reading.units[units[1]].word.classes:
        units = units[2:] if reading.units[units[0]].word.stem == "من" else units
    act = reading.units[units[0]].word.act if units else None
    if act is not None and act.pronoun in ("ه", "ها") and act.kind in _OF_LIVES:
        feminine = act.pronoun == "ها"
        who = next((c for c in candidates(story, reading, clause) if c.person and c.feminine == feminine), None)
        if who is not None:
            base = unjoined(reading.units[units[0]].word.stem.removesuffix(act.pronoun))
            rest = pieces_of(story, reading, units[1:], None, start=3, chunk=2)
            return finished(story, reading, [Piece(base, units[0]), Piece(who.words, -1), *rest], (who,))
    made = finished(story, reading, plain_pieces(story, reading, units))
    return replace(made, certain=head.certain)


def entry_title(story: Story, reading: Reading, date: int) -> Title | None:
    """Returns the text behind the date of a chronicle's line as it stands (`12 آب 1893: إعصار يدمر المنارة`); None for
    other dates."""
    units = reading.units
    if date + 2 >= len(units) or any(not unit.is_mark for unit in units[:date]):
        return None
    if units[date + 1].text not in _ENTRY_MARKS or sum(unit.date >= 0 for unit in units[: date + 2]) > 1:
        return None
    behind = list(range(date + 2, len(units)))
    if not is_nominal(units[behind[0]]) or units[behind[0]].word.preposition:
        return None
    pieces = cut_right(pieces_of(story, reading, behind, None, whole=True))
    if words_of(pieces) < 2:
        return None
    order = tuple(piece.unit for piece in pieces if piece.unit >= 0)
    return Title(written(pieces), frozenset(order), order=order)


def called_off_title(story: Story, reading: Reading, clause: Clause, off: Clause) -> Title:
    """Keeps `كان من المقرر أن … لكنها ألغيت` whole: an editor would say that nothing came of it (§5)."""
    planned = plain_pieces(story, reading, [k for k in clause.units if reading.units[k].date < 0])
    called = [k for k in off.units if k <= off.verb]
    tail = pieces_of(story, reading, called, None, chunk=20)
    pieces = planned[: 12 - len(tail)] + [replace(piece, open=False) for piece in tail]
    units = frozenset(piece.unit for piece in pieces if piece.unit >= 0)
    return Title(written(pieces), units)


def _opens(reading: Reading, k: int) -> bool:
    unit = reading.units[k]
    return (
        unit.is_mark
        or unit.date >= 0
        or bool(unit.word.classes & {"was", "clause-adverb", "complementizer", "aspect", "pronoun"})
    )
