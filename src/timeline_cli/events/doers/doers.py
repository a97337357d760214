"""Who does what in a title: subjects moved and written out, pronouns filled (docs/events.md §3.2)."""

from __future__ import annotations

from timeline_cli.events.doers.antecedents import hidden_subject
from timeline_cli.events.doers.carried import carried
from timeline_cli.events.doers.from_how_far import near_enough
from timeline_cli.events.doers.fronted import set_apart, subject_before
from timeline_cli.events.doers.hero import MAKES
from timeline_cli.events.doers.measured import is_measure, measured
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.phrases import approximates, is_nominal, phrase_end
from timeline_cli.events.doers.possible import masculine_thing, surely_subject
from timeline_cli.events.doers.protagonist import hero_meant, protagonist
from timeline_cli.events.doers.raised import raised_doer
from timeline_cli.events.doers.subjects import holder, subject
from timeline_cli.events.doers.topics import pronoun_meant
from timeline_cli.events.doers.written_subjects import owned_by, plain_units, subject_meant, subject_pieces
from timeline_cli.events.plain_words import plain_text
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.trim import Piece
from timeline_cli.events.wording.visible import visible
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import unjoined
from timeline_cli.text.listed import function_classes
from timeline_cli.text.tokens import CLOSING_QUOTES, OPENING_QUOTES

_BEGINS = frozenset({"بدأ", "ابتدأ"})
_GOES_ON = frozenset({"and", "then", "after", "before", "provided"})
_LONGEST_SUBJECT = 6


def doer_and_rest(
    story: Story, reading: Reading, clause: Clause, named: list[Antecedent]
) -> tuple[list[Piece], list[int]]:
    """Returns the doer's pieces where it has to be moved or put in, and the units that follow the verb."""
    rest = [k for k in visible(reading, clause) if k > clause.verb]
    apart = set_apart(reading, clause)
    before = (subject_before(reading, clause) if apart is None else None) or _predicate(reading, clause)
    before = before or _said_apart(reading, clause)
    if before is not None and before.end - before.first > _LONGEST_SUBJECT:
        if before.entity is not None and before.entity.kind == "person":
            named.append(of_phrase(story, reading, before))
            return [Piece(named[-1].words, -1)], rest
        person = _named_at_end(reading, before)
        if person is not None:
            named.append(of_phrase(story, reading, person))
            return [Piece(named[-1].words, -1)], rest
        before = Phrase(before.first, _short_end(reading, before), before.entity)
    if before is not None:
        owner = _owner_of_last(story, reading, clause, before)
        if owner is not None and owned_by(story, reading, before) is None:
            named.append(owner)
            last = before.end - 1
            base = plain_text(reading.units, last, False).removesuffix(reading.units[last].word.pronoun)
            lead = plain_units(reading, list(range(before.first, last)))
            return [*lead, Piece(unjoined(base), last), Piece(owner.words, -1)], rest
        owner = _owner_of_first(story, reading, clause, before)
        if owner is not None and owned_by(story, reading, before) is None:
            named.append(owner)
            return _owned_pieces(reading, before, owner), rest
        return subject_pieces(story, reading, before, named), [*_with_whom(reading, clause, before), *rest]
    given = _owner_of_past(reading, clause)
    if given is not None:
        return subject_pieces(story, reading, given, named), rest
    behind = subject(reading, clause)
    if behind is not None:
        who = _acting_on(story, reading, clause, behind) or _beginning_own(story, reading, clause, behind)
        if who is not None:
            named.append(who)
            return [Piece(who.words, -1)], rest
        person = holder(reading, behind, rest)
        if person is not None:
            named.append(of_phrase(story, reading, person))
            return [Piece(named[-1].words, -1)], [k for k in rest if k >= person.end]
        if _named_behind_phrases(reading, behind, rest):
            others = [k for k in rest if not behind.first <= k < behind.end and not reading.units[k].is_comma]
            return subject_pieces(story, reading, behind, named), others
        if _behind_aside(reading, behind, rest):
            return subject_pieces(story, reading, behind, named), [k for k in rest if k >= behind.end]
        if rest and behind.first == rest[0] and subject_meant(story, reading, behind) is not None:
            return subject_pieces(story, reading, behind, named), [k for k in rest if k >= behind.end]
        owned = _is_owned(reading, clause, behind, rest)
        owner = hero_meant(story, reading, clause, behind.first) if owned else None
        owner = owner or (pronoun_meant(story, reading, clause, behind.first) if owned else None)
        if owner is not None:
            named.append(owner)
            return _owned_pieces(reading, behind, owner), [k for k in rest if k >= behind.end]
        if behind.entity is not None and behind.first in rest and (_needs_words(reading, behind)):
            pieces = subject_pieces(story, reading, behind, named)
            if rest and behind.first == rest[0]:
                return pieces, [k for k in rest if k >= behind.end]
        return [], rest
    if is_measure(reading, clause):
        told = measured(reading, clause)
        return (subject_pieces(story, reading, told, named) if told is not None else []), rest
    above = raised_doer(reading, clause)
    if above is not None:
        return subject_pieces(story, reading, above, named), rest
    who = carried(story, reading, clause)
    if who is None or _said_again(reading, who, rest):
        return [], rest
    named.append(who)
    return [Piece(who.words, -1)], rest


def _owner_of_last(story: Story, reading: Reading, clause: Clause, phrase: Phrase) -> Antecedent | None:
    """Returns whom the pronoun at the end of a short subject before its verb means (كان │ مجلس إدارتها │ أوصى), None
    elsewhere."""
    last = phrase.end - 1
    word = reading.units[last].word
    if not 2 <= phrase.end - phrase.first <= 3 or word.pronoun not in ("ه", "ها") or word.verb is not None:
        return None
    if word.definite or word.prefix or word.lead or reading.units[phrase.first].word.pronoun:
        return None
    return hero_meant(story, reading, clause, last) or pronoun_meant(story, reading, clause, last)


def _owner_of_first(story: Story, reading: Reading, clause: Clause, phrase: Phrase) -> Antecedent | None:
    """Returns whom the pronoun of the noun means that a subject before its verb begins with, a phrase behind it
    (متجرها │ للألعاب سجل …); None elsewhere."""
    word = reading.units[phrase.first].word
    behind = reading.units[phrase.first + 1].word if phrase.end > phrase.first + 1 else None
    if behind is None or not (behind.preposition or behind.prefix == "ل") or phrase.entity is not None:
        return None
    if word.pronoun not in ("ه", "ها") or word.definite or word.prefix or word.lead or word.verb is not None:
        return None
    speaker = owned_by(story, reading, Phrase(phrase.first, phrase.first + 1))
    return (
        speaker
        or hero_meant(story, reading, clause, phrase.first)
        or pronoun_meant(story, reading, clause, phrase.first)
    )


def _with_whom(reading: Reading, clause: Clause, phrase: Phrase) -> list[int]:
    """Returns the phrase between an act and the verb it is the subject of, which tells with whom or about what it was
    (المفاوضات │ مع شركة النور │ انهارت), or what for (محاولات الجيش │ لاستعادة الجسر │ بدأت), of a long one the first
    phrases; nothing where anything else stands there."""
    units = reading.units
    between = [k for k in clause.units if phrase.end <= k < clause.verb and units[k].date < 0]
    if len(between) < 2 or units[phrase.first].word.act is None:
        return []
    first = units[between[0]].word
    aims = first.prefix == "ل" and first.act is not None
    if not (first.preposition or aims) or between[0] != phrase.end or between[-1] != clause.verb - 1:
        return []
    if len(between) > _LONGEST_SUBJECT + 1:
        ends = [n for n, k in enumerate(between) if n > 1 and (units[k].word.preposition or units[k].word.prefix)]
        between = between[: max((n for n in ends if n <= _LONGEST_SUBJECT + 1), default=0)] if aims else []
    told = any(units[k].word.verb is not None or "preposition-bound" in units[k].word.classes for k in between)
    return [] if told or any(units[k].is_mark and units[k].text not in "«»“”" for k in between) else between


def _said_again(reading: Reading, who: Antecedent, rest: list[int]) -> bool:
    """Tells whether the name of somebody stands behind the verb as well, of a person the last one."""
    words, told = who.words.split(), {reading.units[k].text for k in rest}
    if not who.person or told.issuperset(words):
        return told.issuperset(words)
    last = [reading.entity_over(k) for k in rest if reading.units[k].text == words[-1]]
    return any(named is None or named.end == named.first + 1 for named in last)  # not of his brother


def _is_owned(reading: Reading, clause: Clause, behind: Phrase, rest: list[int]) -> bool:
    """Tells whether the subject right behind a verb is a noun with a pronoun (انتقل │ مقرها), whose owner makes the
    title readable alone."""
    word = reading.units[behind.first].word
    return clause.kind != "relative" and rest[:1] == [behind.first] and word.pronoun in ("ه", "ها") and not word.verb


def _beginning_own(story: Story, reading: Reading, clause: Clause, behind: Phrase) -> Antecedent | None:
    """Returns who begins what is his own behind a verb of beginning (ينهي النادي تدريباته قبل أن يبدأ │ معسكره); None
    for a thing, of which something rather begins (انطلقت البطولة ثم بدأت تصفياتها)."""
    word, verb = reading.units[behind.first].word, reading.units[clause.verb].word.verb
    if verb is None or verb.lemma not in _BEGINS or verb.passive or clause.kind not in _GOES_ON:
        return None
    if word.pronoun != {"3ms": "ه", "3fs": "ها"}.get(verb.person) or word.definite or word.prefix or word.lead:
        return None
    if behind.entity is not None or any(clause.verb < k < behind.first for k in _told(reading, clause)):
        return None
    who = hidden_subject(story, reading, clause)
    acts = who is not None and (who.person or (who.entity is not None and who.entity.kind == "organisation"))
    return who if who is not None and acts and near_enough(story, reading, clause, who) else None


def _told(reading: Reading, clause: Clause) -> list[int]:
    return [k for k in clause.units if reading.units[k].date < 0 and not reading.units[k].is_mark]


def _owned_pieces(reading: Reading, phrase: Phrase, owner: Antecedent) -> list[Piece]:
    """Writes a noun with its owner in the place of its pronoun (مقر شركة الأفق)."""
    word = reading.units[phrase.first].word
    base = unjoined(plain_text(reading.units, phrase.first, True).removesuffix(word.pronoun))
    rest = [Piece(reading.units[k].text, k) for k in range(phrase.first + 1, phrase.end)]
    return [Piece(base, phrase.first), Piece(owner.words, -1), *rest]


def _short_end(reading: Reading, phrase: Phrase) -> int:
    """Returns the unit where a long subject can end: before its first phrase with a preposition, or after its first
    noun phrase."""
    for k in range(phrase.first + 2, min(phrase.end, phrase.first + _LONGEST_SUBJECT + 1)):
        word = reading.units[k].word
        waits = function_classes().get(reading.units[k - 1].word.stem.removeprefix("ال"), frozenset())
        if word.preposition or word.prefix:
            return k - 1 if "open-end" in waits or _asks_for_phrase(reading, phrase.first, k - 1) else k
    end = min(phrase.end, phrase_end(reading, phrase.first))
    if end < phrase.end and reading.units[end].text in OPENING_QUOTES:  # صافي ربح │ «الأفق»
        closing = next(
            (k for k in range(end + 2, min(end + 5, phrase.end)) if reading.units[k].text in CLOSING_QUOTES), -1
        )
        return closing + 1 if closing > 0 else end
    return end


def _named_at_end(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Returns the person whose name ends a long phrase that begins with his office, behind a phrase with a preposition
    (زعيم الحركة المقرب من المزارعين في كينيا │ سيمون أودينغا); None elsewhere."""
    person = reading.entity_over(phrase.end - 1)
    if person is None or person.kind != "person" or person.first < person.name_first or person.first <= phrase.first:
        return None
    before = reading.units[person.first - 1].word
    closed = before.definite or before.place is not None
    between = (reading.units[k].word for k in range(phrase.first + 1, person.first))
    apart = any(word.preposition or word.prefix for word in between)
    held = reading.units[phrase.first].word.office is not None
    return Phrase(person.first, person.end, person) if held and closed and apart else None


def _asks_for_phrase(reading: Reading, first: int, k: int) -> bool:
    """Tells whether a participle that says little without the phrase behind it ends a noun phrase (زعيم الحزب │ المقرب
    من …, قوات الأمن │ مسنودة بـ…)."""
    word, before = reading.units[k].word, reading.units[k - 1].word
    if k <= first or not word.core.startswith("م") or word.prefix or word.lead or not before.definite:
        return False
    named = reading.entity_over(k)
    inside = named is not None and named.first <= k - 1 and named.kind != "person"
    shaped = word.core_classes & {"participle"} or word.common or word.unknown
    return bool(shaped) and not inside and len(word.core) > 3


def _said_apart(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the subject that أما sets apart before a verb, None elsewhere."""
    topic = set_apart(reading, clause)
    told = subject(reading, clause)
    return topic if topic is not None and told is not None and told.first == topic.first else None


def _acting_on(story: Story, reading: Reading, clause: Clause, behind: Phrase) -> Antecedent | None:
    """Returns the person whom the sentence before tells of where what seems the subject of the next verb is its object
    (ولدت هدى …. وأسست أول عيادة للأمومة): by its gender, or since the verb hardly has such a subject."""
    unit, verb = reading.units[clause.verb], reading.units[clause.verb].word.verb
    head = reading.units[behind.first].word
    if verb is None or verb.person not in ("3ms", "3fs") or not verb.transitive or verb.passive or verb.pronoun:
        return None
    if surely_subject(reading, behind.first, verb):
        return None
    led = any("active-only" in function_classes().get(lemma, frozenset()) for lemma in verb.lemma.split("|"))
    body = behind.entity is not None and head.organisation is not None and led
    site = behind.entity is not None and behind.entity.kind == "place"
    if body and any(reading.units[k].word.stem == "مع" for k in clause.units if k >= behind.end):
        return None  # ويلتقي المنتخب │ مع عمان
    if (behind.entity is not None and not body and not site) or behind.first != clause.verb + 1 or "ُ" in unit.text[:3]:
        return None
    if (
        head.office is not None
        or (head.organisation is not None and not body)
        or head.classes & {"person-noun", "group-noun"}
    ):
        return None
    before = [k for k in clause.units if k < clause.verb and k != clause.opener and reading.units[k].date < 0]
    counted = reading.units[behind.first + 1].word if behind.first + 1 < len(reading.units) else head
    if "quantifier" in head.classes and (counted.office is not None or "person-noun" in counted.classes):
        return None
    if head.classes & {"number", "quantifier"} and head.stem not in ("أول", "أولى", "آخر", "أكبر"):
        return None
    told = head.act is not None or not head.definite or head.stem.endswith("ات") or "resignation" in verb.kinds
    about = protagonist(story, reading, clause)
    goes_on = (
        about is not None
        or unit.word.lead
        or clause.kind in ("then", "and")
        or clause.opener >= 0
        or any(reading.units[k].date >= 0 for k in clause.units[:1])
    )
    if not goes_on or any(not reading.units[k].is_mark and not reading.units[k].word.is_function for k in before):
        return None
    end = behind.end
    while not head.definite and end < len(reading.units) and _is_adjective_of(reading, end):
        end += 1  # قاد إضراب الميناء │ الشهير
    after = reading.units[end] if end < len(reading.units) else None
    second = after is not None and is_nominal(after) and not after.word.prefix and not after.word.lead
    if second and after is not None and (after.word.definite or after.word.place is not None):
        return None
    if second and after is not None and head.definite and (after.word.common or after.word.known_noun):
        return None  # ونال الكتاب │ جائزة المعرض
    clashes = masculine_thing(reading, clause, [k for k in clause.units if k > clause.verb])
    asks = any("takes-object" in function_classes().get(lemma, frozenset()) for lemma in verb.lemma.split("|"))
    asks = asks or not MAKES.isdisjoint(verb.lemma.split("|"))
    if not clashes and not body and not (asks and (told or (about is not None and about.person))):
        return None
    if about is not None and about.person:
        return about
    acts = about is not None and about.entity is not None and about.entity.kind == "organisation"
    known = any(
        reading.units[k].word.definite or reading.units[k].word.unknown for k in range(behind.first, behind.end)
    )
    if acts and asks and told and not known and not body:
        return about  # وأحيت │ سهرة في باريس
    who = hidden_subject(story, reading, clause)
    named_as_doer = who is not None and who.person and who.taken_up >= 0
    return who if who is not None and named_as_doer and near_enough(story, reading, clause, who) else None


def _is_adjective_of(reading: Reading, k: int) -> bool:
    """Tells whether a definite word stands right behind a definite one."""
    unit, before = reading.units[k], reading.units[k - 1]
    plain = unit.date < 0 and not unit.is_mark and unit.word.definite and not (unit.word.prefix or unit.word.lead)
    return plain and before.word.definite


def _behind_aside(reading: Reading, phrase: Phrase, rest: list[int]) -> bool:
    """Tells whether a subject stands behind a phrase between commas (تنطلق، برعاية المحافظ، فعاليات المهرجان), or is
    a number behind a long one."""
    if phrase.first in rest[5:] and approximates(reading, phrase.first):
        return True
    if phrase.first not in rest[2:] or not any(reading.units[k].is_comma for k in rest if k < phrase.first):
        return False
    first = reading.units[next(k for k in rest if not reading.units[k].is_mark and reading.units[k].date < 0)].word
    return len(first.stem) > 4 and first.preposition


def _named_behind_phrases(reading: Reading, phrase: Phrase, rest: list[int]) -> bool:
    """Tells whether a name behind a comma does what phrases are told of first (رحل عن عالمنا، بأحد مستشفيات حلب، │
    الفنان سالم)."""
    if phrase.entity is None or phrase.first not in rest[2:] or not reading.units[phrase.first - 1].is_comma:
        return False
    first = reading.units[rest[0]].word
    return (first.preposition or bool(first.prefix)) and len(first.stem) < 5


def _predicate(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the noun phrase between وهو or وهي and a verb that describes it (وهي مجموعة متطرفة تبنت هجوما)."""
    if clause.kind != "circumstance" or clause.opener < 0 or reading.units[clause.opener].word.stem not in ("هو", "هي"):
        return None
    between = [k for k in clause.units if clause.opener < k < clause.verb]
    if not between or len(between) > 5 or between[-1] - between[0] != len(between) - 1:
        return None
    if any(not is_nominal(reading.units[k]) or reading.units[k].word.prefix for k in between):
        return None
    return Phrase(between[0], between[-1] + 1, reading.entity_at(between[0]))


def _needs_words(reading: Reading, phrase: Phrase) -> bool:
    """Tells whether a name is written out: one word alone, or one behind the first letter of its title (د. سامي)."""
    entity = phrase.entity
    if entity is not None and any(reading.units[k].text == "." for k in range(phrase.first, phrase.end)):
        return True
    return entity is not None and (entity.bare or (entity.kind == "person" and entity.name_end - entity.first == 1))


def _owner_of_past(reading: Reading, clause: Clause) -> Phrase | None:
    """Finds X of `سبق لX أن` and `على X أن` before the verb."""
    before = [k for k in clause.units if k < clause.verb]
    for place, k in enumerate(before[:-2]):
        if _has_to(reading, clause, before[place:]):
            return Phrase(k + 1, clause.verb - 1, reading.entity_at(k + 1))
        if reading.units[k].word.stem in ("سبق", "يسبق") and _for_whom(reading, before[place + 1]):
            first = before[place + 1]
            return Phrase(first, phrase_end(reading, first), reading.entity_at(first))
    return None


def _has_to(reading: Reading, clause: Clause, run: list[int]) -> bool:
    """Tells whether units are على X أن right before the verb (على │ الشركة │ أن تقدم)."""
    units = reading.units
    if units[run[0]].word.stem != "على" or run[-1] != clause.verb - 1 or len(run) != clause.verb - run[0]:
        return False
    return "complementizer" in units[run[-1]].word.classes and all(is_nominal(units[k]) for k in run[1:-1])


def _for_whom(reading: Reading, k: int) -> bool:
    """Tells whether ل is attached to a unit, also to a name that no list holds (سبق لديشون أن)."""
    entity = reading.entity_at(k)
    named = entity is not None and entity.kind == "person" and reading.units[k].word.fold[:1] == "ل"
    return reading.units[k].word.prefix == "ل" or (named and reading.units[k].word.unknown)
