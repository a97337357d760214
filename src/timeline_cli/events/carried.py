"""Who a verb without a named subject leaves over: whom it carries on, whether what stands behind it may be its subject
(docs/events.md §3.2, T5)."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.antecedents import (
    Antecedent,
    hidden_subject,
    last_object,
    of_phrase,
)
from timeline_cli.events.phrases import Phrase, is_nominal, phrase_end
from timeline_cli.events.story import Reading, Story
from timeline_cli.events.subjects import (
    WORKS,
    behind_idiom,
    dual_in_genitive,
    is_pronoun,
    oblique_plural,
    subject,
)
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import Word, function_classes
from timeline_cli.text.words import word as known_word

IMPERSONAL = cues("impersonal")
_GOES_ON = frozenset({"and", "then", "as", "but"})
_TELLS_WHEN = frozenset({"when", "after", "before", "since"})
_TAKES_OBJECT_ON = frozenset({"after", "before", "provided"})
FREED = cues("freed")
_OF_THINGS = cues("of-things")
TAKES_PLACES = frozenset({"visit", "departure", "arrival", "military", "attack"})
_ENTERS = frozenset({"دخل", "صدر", "بدأ"})
_FARTHEST_PERSON = 6


def carried(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns the subject that a clause with a hidden one carries on (T5), None where none is meant or known."""
    unit = reading.units[clause.verb]
    verb = unit.word.verb
    if verb is not None and verb.person == "3mp" and clause.kind in _GOES_ON | _TELLS_WHEN:
        return _group_before(story, reading, clause)
    if verb is None or verb.person not in ("3ms", "3fs") or unit.word.classes & {"light", "modal"}:
        return None
    if clause.kind == "complement" and _noun_before(reading, clause):
        return None
    if clause.kind == "complement" and any(
        reading.units[k].date >= 0 and not reading.units[k].preposition for k in clause.units[:1]
    ):
        return None
    start = behind_idiom(reading, clause)
    if any(reading.units[k].word.core == "حيز" and k > start for k in clause.units):
        return None
    behind = [k for k in clause.units if k >= start and reading.units[k].date < 0]
    while behind and "adverb" in reading.units[behind[0]].word.classes:
        behind = behind[1:]
    first = reading.units[behind[0]].word if behind else None
    if "ُ" in unit.text[:3] and subject_possible(reading, clause, behind):
        return None
    if first is not None and verb.lemma in FREED and "preposition-bound" in first.classes:
        return None
    starts = clause.kind == "main" and clause.frame < 0
    if (
        starts
        and verb.kinds & {"death", "injury"}
        and behind
        and is_nominal(reading.units[behind[0]])
        and not (first and first.prefix)
    ):
        return None
    if verb.lemma in IMPERSONAL and starts and first is not None and (first.preposition or first.prefix):
        return None
    if subject_behind_phrase(reading, behind) and (not verb.transitive or _act_behind_phrase(reading, behind)):
        return None
    hidden = is_pronoun(reading, clause)
    if not hidden and subject_possible(reading, clause, behind) and not _fits_object(reading, clause):
        return None
    if (
        not hidden
        and behind
        and (
            _two_phrases(reading, behind)
            or _surely_subject(reading, behind[0], verb)
            or _object_first(reading, behind, verb)
        )
    ):
        return None
    if verb.lemma in _ENTERS and clause.kind in ("and", "then"):
        thing = last_object(story, reading, clause, feminine=verb.person == "3fs")
        if thing is not None:
            return replace(thing, words=definite(thing.words))
    done_to = _done_to(story, reading, clause, behind)
    if done_to is not None:
        return done_to
    who = hidden_subject(story, reading, clause)
    return who if who is not None and near_enough(story, reading, clause, who) else None


def _group_before(story: Story, reading: Reading, clause: Clause) -> Antecedent | None:
    """Returns the people who are the subject before the clause of a plural verb (اختير المهندسون … كما تدربوا)."""
    for before in reversed(reading.clauses[: clause.number]):
        if before.verb < 0 or before.kind in ("relative", "bracket", "tail"):
            continue
        group = subject(reading, before)
        if group is None or not is_nominal(reading.units[group.first]):
            return None
        word = reading.units[group.first].word
        plural = word.stem.endswith("ون") or (group.entity is not None and group.entity.plural)
        plural = plural or (word.definite and word.pattern_plural and group.entity is None)
        return of_phrase(story, reading, group) if plural else None
    return None


def _done_to(story: Story, reading: Reading, clause: Clause, behind: list[int]) -> Antecedent | None:
    """Returns the object of the clause above where a verb without object or doer is a passive of it (تفتتح الوزارة
    المتحف … بعدما أغلق للترميم); None elsewhere."""
    verb = reading.units[clause.verb].word.verb
    if clause.kind not in _TAKES_OBJECT_ON or verb is None or not verb.transitive or verb.pronoun or verb.stative:
        return None
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
        or (inside is not None and inside.first != thing)
        or reading.units[thing].word.feminine != (verb.person == "3fs")
    ):
        return None
    found = of_phrase(story, reading, Phrase(thing, phrase_end(reading, thing), reading.entity_at(thing)))
    known = any(reading.units[k].word.definite for k in range(thing, phrase_end(reading, thing)))
    return found if known or found.entity is not None else replace(found, words=definite(found.words))


def near_enough(story: Story, reading: Reading, clause: Clause, who: Antecedent) -> bool:
    """Tells whether a name may be put in as the doer: one from the sentence itself or the one before it, a person also
    from farther back where nobody else is named between; nothing that stands in quotation marks."""
    verb = reading.units[clause.verb].word.verb
    body = who.words[:1] not in '"“«' and who.words.count("«") == who.words.count("»") == 1
    if any(mark in who.words for mark in ('"“”,،' if body else '"“”«»,،')):
        return False
    if verb is not None and not who.person and verb.kinds & {"death", "injury", "birth"}:
        return False
    if verb is not None and who.person and not verb.transitive and verb.kinds and verb.kinds <= {"economy", "figure"}:
        return False
    if verb is not None and who.person and _figure_next(reading, clause):
        return False
    back = reading.number - who.last_named
    if not who.person and back and not (who.topic and _goes_on_from_before(reading, clause)):
        return False
    if who.person and back and _told_here(reading, clause, who):
        return False
    if (
        who.person
        and back
        and who.taken_up < 0
        and not (_opens_story(story, who) or _alone(story, who, reading.number))
    ):
        return False
    if who.person and (who.reading.number == 0 or _opens_story(story, who)):
        return True
    return 0 <= back <= 1 or (who.person and back <= _FARTHEST_PERSON and _alone(story, who, reading.number))


def _goes_on_from_before(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause is the first of its sentence that has a verb, or the first that is told there of somebody,
    so that it may go on with what the sentence before tells of."""
    verb = reading.units[clause.verb].word.verb
    said = reading.clauses[clause.frame].parent if clause.frame >= 0 else -1
    before = [
        c
        for c in reading.clauses[: clause.number]
        if c.verb >= 0 and c.number != said and c.kind not in ("relative", "bracket", "tail")
    ]
    if not before:
        return clause.kind in ("main", "and", "then", "as", "but", "complement", "quote")
    told = [reading.units[c.verb].word.verb for c in before]
    hidden = all(subject(reading, c) is None for c in before)
    return hidden and verb is not None and all(other is None or other.person == verb.person for other in told)


def _told_here(reading: Reading, clause: Clause, who: Antecedent) -> bool:
    """Tells whether a clause before, in the sentence, has a subject of its own that the verb may go on with, somebody
    else than the person."""
    for before in reading.clauses[: clause.number]:
        if before.verb < 0 or before.kind in ("relative", "bracket", "tail") or clause.frame != before.frame:
            continue
        told = subject(reading, before)
        verb = reading.units[before.verb].word.verb
        if verb is not None and verb.pronoun:
            continue
        if told is not None and verb is not None and (verb.person == "3fs") == who.feminine:
            if reading.units[told.end - 1].word.core in {known_word(part).core for part in who.words.split()}:
                return False
            return not reading.units[told.first].word.pronoun
    return False


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


def _two_phrases(reading: Reading, behind: list[int]) -> bool:
    """Tells whether two noun phrases stand behind a verb, so that the first is its doer (غادر رزقي البلاد, جلبت
    أصولها سعرا)."""
    first = reading.units[behind[0]]
    if not is_nominal(first) or first.is_number or first.word.prefix or first.word.stem.endswith("ا"):
        return False
    name = first.word.unknown or bool(first.word.given)
    end = behind[0] + 1 if name else phrase_end(reading, behind[0])
    second = next((k for k in behind if k >= end), -1)
    if second < 0 or not is_nominal(reading.units[second]):
        return False
    word = reading.units[second].word
    if word.prefix or word.lead or word.preposition or "adverb" in word.classes or reading.units[second].is_number:
        return False
    accusative = word.stem.endswith("ا") and not word.definite and word.act is not None
    described = word.definite and first.word.definite
    return accusative or (
        (name or bool(first.word.pronoun))
        and not described
        and (word.definite or word.common or word.place is not None)
    )


def _opens_story(story: Story, who: Antecedent) -> bool:
    """Tells whether the first sentence tells of a person, as a biography does: nobody is named before him there."""
    first = story.reading(0)
    person = next((entity for entity in first.entities if entity.kind in ("person", "office")), None)
    return person is not None and story.name_of(first.units, person) == who.words


def _alone(story: Story, who: Antecedent, number: int) -> bool:
    """Tells whether nobody else is named between a person and the sentence that is to carry the name on."""
    others = {
        story.name_of(before.units, entity)
        for before in map(story.reading, range(who.last_named, number))
        for entity in before.entities
        if entity.kind in ("person", "office")
    }
    return others <= {who.words}


def _figure_next(reading: Reading, clause: Clause) -> bool:
    """Tells whether the verb is followed by إلى and a figure, which no person does (قفز إلى 83 مليارا)."""
    behind = [reading.units[k] for k in clause.units if k > clause.verb][:3]
    return any(unit.is_number for unit in behind) and behind[0].word.fold in ("الي", "من")


def _surely_subject(reading: Reading, k: int, verb: Verb) -> bool:
    """Tells by its form or kind that the word behind a verb is its subject: a nominative plural, a foreign name."""
    unit = reading.units[k]
    word = unit.word
    if word.prefix or word.lead or unit.is_mark or unit.is_number:
        return False
    entity = reading.entity_at(k)
    if word.stem.endswith(("ون", "وا")) and word.verb is None and len(word.stem) > 4 and verb.person == "3ms":
        return entity is None or entity.kind not in ("place", "city", "country")
    after = reading.units[k + 1].word if k + 1 < len(reading.units) else None
    if dual_in_genitive(reading, k):
        return True
    if word.stem.endswith("ان") and len(word.stem) > 4 and after is not None and after.stem.endswith("ان"):
        return True
    if entity is None and _nominative_thing(reading, k):
        return True
    return (word.unknown or word.given != "") and entity is None and not word.stem.endswith("ا") and verb.guessed


def _nominative_thing(reading: Reading, k: int) -> bool:
    """Tells whether an indefinite noun without the ا of an object ends its phrase here (سيعقد اجتماع جديد)."""
    word = reading.units[k].word
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    if _described_nominative(reading, k):
        return True
    if word.act is None or word.definite or word.pronoun or word.stem.endswith(("ا", "ة", "ى", "ء", "ات", "ين")):
        return False
    if after is None or after.is_mark or after.date >= 0 or after.word.preposition or after.word.prefix:
        return True
    known = after.word
    adjective = not (known.definite or known.known_noun or known.pronoun or known.act or known.given or known.unknown)
    return adjective and ("adjective" in known.classes or known.stem in ("جديد", "آخر", "ثان", "مماثل"))


def _described_nominative(reading: Reading, k: int) -> bool:
    """Tells whether an indefinite noun has an adjective without the ا of an object (مستشفى جديد, وفد حكومي)."""
    word, after = reading.units[k].word, reading.units[k + 1] if k + 1 < len(reading.units) else None
    if after is None or after.date >= 0 or after.is_mark or not (word.common or word.known_noun) or word.definite:
        return False
    if (
        word.prefix
        or word.pronoun
        or word.stem.endswith(("ا", "ة", "ء", "ات", "ين"))
        or word.classes & {"quantifier", "number"}
    ):
        return False
    known = after.word
    plain = not (
        known.definite or known.prefix or known.lead or known.given or known.place or known.act or known.pronoun
    )
    relative = known.stem.endswith("ي") and len(known.stem) > 4 and (known.common or known.nationality is not None)
    return plain and (relative or known.stem in ("جديد", "كبير", "صغير", "آخر", "مماثل", "مشترك", "خاص", "عام"))


def subject_behind_phrase(reading: Reading, behind: list[int]) -> bool:
    """Tells whether a noun phrase follows the first prepositional phrase (شارك في العملية أكثر من 63 ألف جندي)."""
    units = reading.units
    if len(behind) < 3:
        return False
    word = units[behind[0]].word
    if "preposition-bound" in word.classes:
        end = behind[1]
    elif word.preposition or word.prefix:
        end = phrase_end(reading, behind[0] + (1 if word.preposition else 0))
    else:
        return False
    end = next((k for k in behind if k >= end and not units[k].is_comma), -1)
    if end < 0:
        return False
    following = units[end]
    described = units[end - 1].word
    pair = following.word.definite and described.definite and end - 1 in behind and reading.entity_at(end) is None
    who = following.word.office or following.word.organisation or "person-noun" in following.word.classes
    if pair and not who:
        return False
    return (
        is_nominal(following)
        and not following.word.prefix
        and not following.word.pronoun
        and (following.word.verb is None or following.word.act is not None)
        and not following.word.lead
        and not following.word.stem.endswith("ا")
    )


def _act_behind_phrase(reading: Reading, behind: list[int]) -> bool:
    """Tells whether what stands behind the first phrase is an act that happened (وقع في مومباسا تفجير)."""
    acts = (reading.units[k].word for k in behind[2:8] if reading.units[k].word.act is not None)
    first = next(acts, None)
    return first is not None and first.act is not None and first.act.kind in ("attack", "disaster", "death", "military")


def definite(words: str) -> str:
    """Writes an indefinite noun of an act as it is taken up again: اتفاقا لترسيم الحدود becomes الاتفاق."""
    first = words.split()[0]
    if first.startswith("ال"):
        return words
    return "ال" + first.rstrip("ً").removesuffix("اً").removesuffix("ا")


def subject_possible(reading: Reading, clause: Clause, behind: list[int]) -> bool:
    """Tells whether what stands behind a verb may be its subject after all, so that nothing is put in."""
    if not behind:
        return False
    k = behind[0]
    word = reading.units[k].word
    entity = reading.entity_at(k)
    if word.preposition or word.prefix or "preposition-bound" in word.classes or reading.units[k].is_mark:
        return False
    if entity is not None and entity.kind in ("city", "country", "place"):
        verb = reading.units[clause.verb].word.verb
        return verb is None or not verb.kinds & TAKES_PLACES
    if entity is not None or word.pronoun or (word.stem.endswith("ا") and not word.definite) or oblique_plural(word):
        return False
    told = reading.units[clause.verb].word.verb
    if told is not None and told.lemma in WORKS and word.office is not None and not word.definite:
        return False
    if _own_thing(reading, clause, behind) or masculine_thing(reading, clause, behind):
        return False
    verb = reading.units[clause.verb].word.verb
    return verb is None or not verb.transitive or not (verb.person == "3ms" and word.stem.endswith("ة"))


def _plural_of_things(word: Word) -> bool:
    """Tells whether a noun is a plural of things by its shape, no subject of a masculine verb (أسوار, شهادات)."""
    if word.stem.endswith("ات"):
        return len(word.core) > 4 and (word.common or word.act is not None)
    return (
        word.core[:1] == "ا"
        and word.core[-2:-1] == "ا"
        and len(word.core) == 5
        and bool(word.common)
        and word.act is None
    )


def _object_first(reading: Reading, behind: list[int], verb: Verb) -> bool:
    """Tells whether a person stands behind a noun that cannot be the doer (أسس الجمعية المسرحي الطاهر بوزغندة)."""
    word = reading.units[behind[0]].word
    entity = reading.entity_at(behind[1]) if len(behind) > 1 else None
    person = entity is not None and entity.kind == "person" and not reading.units[behind[1]].word.prefix
    return person and verb.transitive and verb.person == "3ms" and word.definite and word.stem.endswith("ة")


def _own_thing(reading: Reading, clause: Clause, behind: list[int]) -> bool:
    """Tells whether the doer owns what stands behind أول or آخر, so that it is no subject (قدم أولى حفلاته)."""
    verb = reading.units[clause.verb].word.verb
    after = reading.units[behind[1]].word if len(behind) > 1 and behind[1] == behind[0] + 1 else None
    if verb is None or after is None or "quantifier" not in reading.units[behind[0]].word.classes:
        return False
    return after.pronoun == ("ها" if verb.person == "3fs" else "ه")


def masculine_thing(reading: Reading, clause: Clause, behind: list[int]) -> bool:
    """Tells whether a feminine verb has a masculine noun with its adjective behind it, its object (حطمت الرقم
    القياسي)."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or not verb.transitive or not behind:
        return False
    head = reading.units[behind[0]].word
    plain = reading.entity_at(behind[0]) is None and not head.prefix and head.office is None and not head.given
    people = head.classes & {"person-noun", "group-noun"} or head.nationality is not None
    if verb.person == "3ms" and plain and not people and _plural_of_things(head):
        return True
    if verb.person == "3fs" and plain and not people and head.definite and head.act is not None:
        return not head.feminine and not head.act.plural
    if verb.person != "3fs" or len(behind) < 2 or behind[1] != behind[0] + 1:
        return False
    noun, after = reading.units[behind[0]].word, reading.units[behind[1]].word
    if not (noun.definite and after.definite) or noun.feminine or after.prefix or after.lead:
        return False
    return after.stem.endswith("ي") and (after.nationality is not None or after.common or "adjective" in after.classes)


def doer_possible(reading: Reading, behind: list[int], verb: Verb | None) -> bool:
    """Tells whether the words behind a verb may hold its doer, so that its title names somebody."""
    if not behind or verb is None:
        return False
    if _active(verb) and (len(behind) < 2 or _stands_apart(reading, behind)):
        return False
    if verb.kinds & {"death", "injury"} or subject_behind_phrase(reading, behind):
        return True
    unit = reading.units[behind[0]]
    word = unit.word
    if not is_nominal(unit) or word.prefix or word.lead:
        return False
    if oblique_plural(word) or _acts_always(verb):
        return False
    counted = unit.is_number or bool(word.classes & {"number", "quantifier"})
    accusative = word.stem.endswith("ا") and not word.definite and len(word.stem) > 3 and not word.pronoun
    return counted or (not word.pronoun and not accusative) or (verb.person == "3fs" and not accusative)


def _active(verb: Verb) -> bool:
    """Tells whether the letters of a verb are never its passive (زار, باع)."""
    return not verb.passive and any(
        "active-only" in function_classes().get(lemma, frozenset()) for lemma in verb.lemma.split("|")
    )


def _stands_apart(reading: Reading, behind: list[int]) -> bool:
    """Tells whether a phrase with a preposition, or no more than a word before one, follows a verb."""
    first, second = (reading.units[k].word for k in behind[:2])
    return first.preposition or bool(first.prefix) or second.preposition or bool(second.prefix)


def _acts_always(verb: Verb) -> bool:
    """Tells whether a verb of things has its object behind it and no passive (يشمل المتاجر الصغيرة)."""
    return verb.transitive and bool(set(verb.lemma.split("|")) & _OF_THINGS)


def _fits_object(reading: Reading, clause: Clause) -> bool:
    verb = reading.units[clause.verb].word.verb
    return verb is not None and "takes-object" in function_classes().get(verb.lemma, frozenset())
