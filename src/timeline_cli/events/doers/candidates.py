"""Whom or what a hidden subject may be: the subjects and persons of the clauses and sentences before (docs/events.md
§3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline_cli.events.doers.epithets import person_meant
from timeline_cli.events.doers.naming import Antecedent, is_surname, of_phrase, resolved
from timeline_cli.events.doers.nominal import described_feminine, nominal_subject
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.tokens import OPENING_QUOTES

_SENTENCES_BACK = 6
_SOURCED = cues("sources")
_TOPICAL = frozenset({"main", "and", "then", "complement", "quote"})


def candidates(story: Story, reading: Reading, clause: Clause) -> Iterator[Antecedent]:
    """Yields the subjects of the clauses before, newest first, then the objects, within the section."""
    before = [story.reading(number) for number in _numbers_before(story, reading)]
    first = story.reading(0)
    limit = clause.verb if clause.verb >= 0 else min(clause.units, default=0)
    told = [(reading, reading.clauses[: clause.number], limit), *((other, other.clauses, 10_000) for other in before)]
    passed: list[Antecedent] = []
    for other, clauses, end in told:
        hidden = _goes_on(other, clauses)
        for found in _mentions(story, other, clauses, end):
            if _is_source(found):
                continue  # بحسب │ «رويترز»
            if hidden and found.taken_up < 0:
                passed.append(found)  # ولي القضاء بعد سالم الراوي. ثم رحل …
            else:
                yield found
    yield from passed
    if reading.number > 0:
        yield from _persons(story, first)


def _is_source(found: Antecedent) -> bool:
    """Tells whether a name is only that of the source of what is told (بحسب │ «رويترز»، فإن القناة …)."""
    units, k = found.reading.units, found.first - 1
    k -= k >= 0 and units[k].text in OPENING_QUOTES
    behind = units[k].word.stem if k >= 0 and units[k].date < 0 else ""
    return behind in _SOURCED or (k > 0 and units[k].word.preposition and units[k - 1].word.stem in _SOURCED)


def _goes_on(reading: Reading, clauses: list[Clause]) -> bool:
    """Tells whether clauses go on with somebody whom they do not name: all their verbs are active with a hidden
    subject, so that whom they name is not who does."""
    verbs = [
        (clause, reading.units[clause.verb].word.verb)
        for clause in clauses
        if clause.verb >= 0 and clause.kind not in ("relative", "tail", "bracket")
    ]
    return bool(verbs) and all(
        verb is not None and verb.person in ("3ms", "3fs") and not verb.pronoun and _names_nobody(reading, clause)
        for clause, verb in verbs
    )


def _names_nobody(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause has no subject but what tells how somebody did it (قفل │ راجعا)."""
    phrase = subject(reading, clause)
    word = reading.units[phrase.first].word if phrase is not None else None
    return word is None or (
        word.stem.endswith("ا") and len(word.stem) > 3 and not (word.definite or word.given or word.place)
    )


def _numbers_before(story: Story, reading: Reading) -> Iterator[int]:
    """Yields the numbers of the sentences that may name what a sentence takes up, newest first."""
    for number in range(reading.number - 1, max(-1, reading.number - 1 - _SENTENCES_BACK), -1):
        sentence = story.sentences[number]
        if sentence.section != reading.sentence.section or sentence.kind != "prose":
            return
        yield number


def stands_alone(reading: Reading, phrase: Phrase) -> bool:
    """Tells whether a subject can be taken up again: a name, or a definite noun phrase."""
    if phrase.entity is not None or (phrase.first and reading.units[phrase.first - 1].text in OPENING_QUOTES):
        return True
    words = [reading.units[k].word for k in range(phrase.first, phrase.end)]
    if words[0].is_function or words[0].prefix or words[0].pronoun or words[0].stem == "اليوم":
        return False
    if len(words) > 1 and reading.entity_over(phrase.end - 1) is not None:
        return True  # حركة │ الأفق
    return words[0].definite or (len(words) > 1 and any(word.definite or word.place for word in words[1:3]))


def _mentions(story: Story, reading: Reading, clauses: list[Clause], limit: int = 10_000) -> Iterator[Antecedent]:
    """Yields the subjects of clauses, then the persons named, those of units behind `limit` left out."""
    for clause in reversed(clauses):
        if clause.kind in ("relative", "tail", "bracket") or _describes_on(reading, clause):
            continue
        phrase = subject(reading, clause) if clause.verb >= 0 else nominal_subject(reading, clause)
        if phrase is not None and (stands_alone(reading, phrase) or is_surname(story, reading, phrase)):
            found = _whole_name(story, reading, phrase)
            verb = reading.units[clause.verb].word.verb if clause.verb >= 0 else None
            agrees = verb is not None and verb.person == "3fs" and found.entity is None and not found.person
            office = found.entity is not None and found.entity.kind == "office" and found.entity.bare
            agrees = agrees or (verb is not None and verb.person == "3fs" and office)  # سكتت │ المدافع
            agrees = agrees or (verb is None and found.entity is None and described_feminine(reading, phrase))
            goes = verb is not None and (verb.transitive or _goes_to(reading, phrase.end))
            team = found.entity is not None and found.entity.kind == "city" and goes
            owned = found.person or is_country(found) or team
            man = verb is not None and verb.person == "3ms" and owned and phrase.first == clause.verb + 1
            yield replace(
                found,
                taken_up=reading.number,
                topic=clause.kind in _TOPICAL and not _hides_speaker(reading, clause),
                feminine=(found.feminine and not man) or agrees,
            )
        served = _taken_into_service(reading, clause, phrase)
        if served is not None:
            yield replace(of_phrase(story, reading, served), taken_up=reading.number, topic=clause.kind in _TOPICAL)
    yield from (found for found in _persons(story, reading) if found.first < limit)


def _describes_on(reading: Reading, clause: Clause) -> bool:
    """Tells whether a clause joined by و goes on with a relative one right before it: a pronoun at its verb means what
    is described (الإحصائية التي أصدرتها الوزارة │ واطلعت عليها «الحياة»)."""
    before = reading.clauses[clause.number - 1] if clause.number and clause.kind == "and" and clause.verb >= 0 else None
    if before is None or before.kind != "relative" or before.opener < 0:
        return False
    pronoun = {"الذي": "ه", "التي": "ها"}.get(reading.units[before.opener].word.stem, "")
    verb = reading.units[clause.verb].word.verb
    after = reading.units[clause.verb + 1].word if clause.verb + 1 < len(reading.units) else None
    bound = after is not None and "preposition-bound" in after.classes and after.stem.endswith(pronoun)
    return bool(pronoun) and (bound or (verb is not None and verb.pronoun == pronoun))


def _goes_to(reading: Reading, k: int) -> bool:
    """Tells whether where somebody goes stands behind a name, which then is no town that he goes to (سافر ميلان │ إلى
    موسكو)."""
    return k < len(reading.units) and reading.units[k].word.stem in ("إلى", "الى", "على")


def _taken_into_service(reading: Reading, clause: Clause, told: Phrase | None) -> Phrase | None:
    """Returns the person or body behind the act of تم or جرى, whom the text goes on about (تمت الاستعانة │ بطيران
    الحرس، حيث خرج …); None elsewhere."""
    light = clause.verb >= 0 and "light" in reading.units[clause.verb].word.classes
    if not light or told is None or told.entity is not None:
        return None
    entity = reading.entity_at(told.first + 1)
    acts = entity is not None and entity.kind in ("person", "organisation") and entity.first in clause.units
    return Phrase(entity.first, entity.end, entity) if entity is not None and acts else None


def _whole_name(story: Story, reading: Reading, phrase: Phrase) -> Antecedent:
    """Returns a subject by the full name that it means, also one told by what he is (الراحل)."""
    name = person_meant(story, reading, phrase.first) if phrase.end == phrase.first + 1 else None
    if name is None:
        return resolved(story, reading, of_phrase(story, reading, phrase))
    return Antecedent(name.text, reading.units[phrase.first].word.feminine, True, None, reading, phrase.first)


def _hides_speaker(reading: Reading, clause: Clause) -> bool:
    """Tells whether somebody unnamed tells of a clause, who may be meant by what follows as well (وأشارت إلى أن
    المنظمة …. وركزت)."""
    said = reading.clauses[clause.parent] if clause.parent >= 0 and clause.kind == "complement" else None
    return said is not None and said.verb >= 0 and said.number != clause.number and subject(reading, said) is None


def _persons(story: Story, reading: Reading) -> Iterator[Antecedent]:
    for entity in reading.entities:
        if entity.kind == "person":
            yield of_phrase(story, reading, Phrase(entity.first, entity.end, entity))


def is_country(candidate: Antecedent) -> bool:
    """Tells whether a candidate is a country."""
    return candidate.entity is not None and candidate.entity.kind == "country"
