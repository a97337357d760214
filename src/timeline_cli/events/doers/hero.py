"""Whom or what a short text is about: a person, a body, a town, building or paper of which its first sentence tells and
most of the next go on (docs/events.md §3.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from timeline_cli.events.doers.candidates import stands_alone
from timeline_cli.events.doers.naming import Antecedent, of_phrase
from timeline_cli.events.doers.nominal import nominal_subject
from timeline_cli.events.doers.phrases import is_nominal, phrase_end
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.topics import pronoun_of
from timeline_cli.events.entities.entity import Entity
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import fold, unjoined
from timeline_cli.text.listed import function_classes
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import CLOSING_QUOTES, OPENING_QUOTES
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

NESTED = frozenset({"relative", "bracket", "tail", "saying", "quote", "complement"})
MAKES = cues("makes")  # what a person does with a thing behind his verb
_ONE_PERSON = cues("one-person")
_MOURNS = cues("mourns")
_DONE_TO_PERSONS = frozenset({"death", "court", "appointment", "election"})
_PARTS = cues("of-thing")
_DONE_TO_THINGS = cues("done-to-thing")
_MADE = frozenset({"founding", "opening"})
_HISTORY = cues("history-of")
_TEAMS = cues("team")
_ISSUES = cues("issue-of")
_BEHIND_ISSUE = 2  # من and the name
_PLEADS = cues("pleads-for")
_ACTS = frozenset({"person", "organisation"})
_SITES = frozenset({"city", "place", "organisation"})
_LONGEST_NAME = 6
_READ = 8
_MOST_SENTENCES = 9
_HEADLINES = 3
_FEWEST = 2
_NEAR = 4


def hero(story: Story) -> Antecedent | None:
    """Returns whom or what a text is about, None where its sentences do not go on with what the first one tells of."""
    if "hero" not in story.remembered:
        story.remembered["hero"] = _looked_for(story)
    found = story.remembered["hero"]
    return found if isinstance(found, Antecedent) else None


def hero_that(story: Story, fits: Callable[[Antecedent], bool]) -> Antecedent | None:
    """Returns whom or what a text is about if that fits what is asked of it, None elsewhere.

    What follows is read ahead only where something that the first sentence tells of fits.
    """
    if not any(map(fits, _candidates(story))):
        return None
    who = hero(story)
    return who if who is not None and fits(who) else None


def _looked_for(story: Story) -> Antecedent | None:
    candidates = _candidates(story)
    if not candidates:
        return None
    ahead = story.ahead()
    for who in _rather_things(story, ahead, candidates, _numbers_behind(story, opening_number(story))):
        numbers = _numbers_behind(story, who.reading.number)
        acts = who.person or (who.entity is not None and who.entity.kind == "organisation")
        fewest = min(_FEWEST, len(numbers))
        if _in_enough(ahead, numbers, who, fewest if acts else max(fewest, (len(numbers) + 1) // 2)):
            return who
    return None


def _candidates(story: Story) -> tuple[Antecedent, ...]:
    """Returns what the first sentence of a short text tells of; none where nothing follows that may go on with it."""
    if "told first" not in story.remembered:
        short = len(story.sentences) <= _MOST_SENTENCES
        starts = dict.fromkeys((opening_number(story), 0)) if short and _numbers_behind(story, 0) else {}
        story.remembered["told first"] = tuple(who for start in starts for who in _told_first(story, start))
    found = story.remembered["told first"]
    return found if isinstance(found, tuple) else ()


def opening_number(story: Story) -> int:
    """Returns the number of the first sentence that tells something, behind a headline or question (من المدير؟)."""
    for number, sentence in enumerate(story.sentences[:_HEADLINES]):
        if sentence.kind == "prose" and not story.text[sentence.start : sentence.end].rstrip().endswith("؟"):
            return number
    return 0


def _numbers_behind(story: Story, start: int) -> list[int]:
    section = story.sentences[start].section
    return [
        n for n in range(start + 1, min(start + _READ, len(story.sentences))) if story.sentences[n].section == section
    ]


def _in_enough(ahead: Story, numbers: list[int], who: Antecedent, fewest: int) -> bool:
    """Tells whether at least `fewest` of some sentences go on about somebody; no more are read than tell it."""
    for place, number in enumerate(numbers):
        if fewest > len(numbers) - place:
            return False
        fewest -= _goes_on_about(ahead.reading(number), who)
        if fewest <= 0:
            return True
    return False


def _rather_things(
    story: Story, ahead: Story, candidates: Sequence[Antecedent], numbers: list[int]
) -> Sequence[Antecedent]:
    """Returns the candidates, what somebody builds or founds before him where the next sentences tell of its parts or
    of what is done to it, and none of what he did (شيد الوالي الجامع. وتصدعت مئذنته. ورممه …)."""
    first = story.reading(opening_number(story))
    opening = next((c for c in first.clauses if c.verb >= 0 and c.kind not in NESTED), None)
    verb = first.units[opening.verb].word.verb if opening is not None else None
    if verb is None or not verb.kinds & _MADE or not candidates[0].person:
        return candidates
    doer = candidates[0]
    things = [who for who in candidates[1:] if not who.person and who.feminine == doer.feminine]
    if not things:
        return candidates
    next_ones = [ahead.reading(n) for n in numbers]
    told = any(_tells_of_thing(reading, feminine=doer.feminine) for reading in next_ones)
    return (
        [*things, *candidates] if told and not any(_does_hidden(reading, doer) for reading in next_ones) else candidates
    )


def _tells_of_thing(reading: Reading, *, feminine: bool) -> bool:
    """Tells whether a sentence opens by telling of a part of something (تصدعت │ مئذنته)."""
    pronoun = "ها" if feminine else "ه"
    opening = next((c for c in reading.clauses if c.verb >= 0 and c.kind not in NESTED), None)
    verb = reading.units[opening.verb].word.verb if opening is not None else None
    if verb is not None and verb.pronoun == pronoun and set(verb.lemma.split("|")) & _DONE_TO_THINGS:
        return True
    own = [k for k in opening.units if k > opening.verb][:2] if opening is not None else []
    nouns = (reading.units[k].word for k in own if reading.units[k].date < 0)
    return any(word.pronoun == pronoun and fold(unjoined(word.stem.removesuffix(pronoun))) in _PARTS for word in nouns)


def _does_hidden(reading: Reading, who: Antecedent) -> bool:
    """Tells whether a sentence opens with what a person does or suffers unnamed (وتوفي عام …)."""
    opening = next((c for c in reading.clauses if c.verb >= 0 and c.kind not in NESTED), None)
    verb = reading.units[opening.verb].word.verb if opening is not None else None
    if opening is None or verb is None or verb.pronoun or subject(reading, opening) is not None:
        return False
    human = verb.kinds & (_DONE_TO_PERSONS | {"education", "visit", "departure", "arrival", "birth", "family"})
    return verb.person == ("3fs" if who.feminine else "3ms") and bool(human)


def _goes_on_about(reading: Reading, who: Antecedent) -> bool:
    """Tells whether a sentence opens with a verb of somebody's gender without a subject, with such a pronoun, or with
    a thing's own noun again (القصر)."""
    pronoun = "ها" if who.feminine else "ه"
    if reading.units and reading.units[0].word.stem == ("هي" if who.feminine else "هو"):
        return True
    opening = next((c for c in reading.clauses if c.verb >= 0 and c.kind not in NESTED), None)
    verb = reading.units[opening.verb].word.verb if opening is not None else None
    if opening is None or verb is None:  # وكانت أقسى هزائمه
        return any(pronoun_of(reading, k) == pronoun for k in reading.clauses[0].units[:_NEAR])
    thing = who.entity is None or who.entity.kind not in _ACTS
    told = subject(reading, opening)
    says = reading.units[opening.verb].word.speech is not None
    if verb.person == ("3fs" if who.feminine else "3ms") and told is None and not (thing and (says or who.person)):
        return True
    if told is not None and named_again(reading, told.first, who):
        return True
    if not who.person and any(_alone_again(reading, k, who) for k in opening.units if k > opening.verb):
        return True
    town = who.entity is not None and who.entity.kind in ("city", "place")
    if town and any(_is_town(reading, k) for k in opening.units):
        return True
    body = not thing and not who.person and told is not None and not reading.units[told.first].word.definite
    made = told is not None and (who.person or body) and _made(reading, told, verb)
    if made and who.feminine == (verb.person == "3fs"):
        return True
    if any(_mentions(reading, k, who) for k in opening.units):
        return True
    return any(pronoun_of(reading, k) == pronoun for k in opening.units if k <= opening.verb + _NEAR)


def _made(reading: Reading, told: Phrase, verb: Verb) -> bool:
    """Tells whether what seems the subject of a verb is rather what somebody makes or studies (صمم │ مبنى البريد)."""
    lemmas = verb.lemma.split("|")
    classes = frozenset().union(*(function_classes().get(lemma, frozenset()) for lemma in lemmas))
    asks = not classes.isdisjoint({"takes-object", "active-only"}) or not MAKES.isdisjoint(lemmas)
    head = reading.units[told.first].word
    people = head.office is not None or head.given or head.classes & {"person-noun", "group-noun"}
    return asks and not verb.passive and told.first > 0 and told.entity is None and not people


def named_again(reading: Reading, k: int, who: Antecedent) -> bool:
    """Tells whether a word means somebody or something again: الراحل, a person's own name, a thing's own noun."""
    word = reading.units[k].word
    if who.person:
        named = reading.entity_at(k)
        if word.core == known_word(who.words.split()[-1]).core and " " in who.words:
            return True  # وطوباسي │ مناضل سابق
        if named is not None and named.kind == "person":
            return reading.units[named.name_end - 1].text == who.words.split()[-1]
        told = "last-person" in word.classes or word.core in _ONE_PERSON
        return told and word.definite and word.feminine == who.feminine
    return word.definite and word.core in _own_nouns(who)


def _alone_again(reading: Reading, k: int, who: Antecedent) -> bool:
    """Tells whether a thing's own noun stands alone at a unit (وحلت الحكومة │ الجمعية)."""
    if not named_again(reading, k, who):
        return False
    after = reading.units[k + 1] if k + 1 < len(reading.units) else None
    return after is None or after.date >= 0 or not after.word.definite or bool(after.word.prefix or after.word.lead)


def _mentions(reading: Reading, k: int, who: Antecedent) -> bool:
    """Tells whether a clause tells of somebody or something anywhere: by his name, by what he is (المتهم, الوزيرة), by
    the noun of a body (الشركة) or another word for a team."""
    word = reading.units[k].word
    if reading.units[k].date >= 0 or reading.units[k].is_mark:
        return False
    named = reading.entity_over(k)
    if who.person:
        if named is not None and named.kind == "person" and named.end - named.name_first > 1:
            return False  # another of his family
        if not word.definite and named is None and word.core not in _PLEADS:
            return False
        titled = word.definite and word.feminine == who.feminine and word.core in _own_titles(who)
        pleads = word.core in _PLEADS and word.pronoun == ("ها" if who.feminine else "ه")
        return titled or pleads or named_again(reading, k, who)
    team = who.entity is not None and who.entity.kind == "organisation" and _own_nouns(who) & _TEAMS
    return word.definite and (word.core in _own_nouns(who) or (bool(team) and word.core in _TEAMS))


def _own_titles(who: Antecedent) -> set[str]:
    """Returns the cores of the words that somebody's name stands behind (وزيرة السياحة │ ليلى الراوي)."""
    entity = who.entity
    if entity is None or entity.kind != "person":
        return set()
    units = who.reading.units
    words = [units[k].word for k in range(entity.first, entity.name_first)]
    return {word.core for word in words if word.office is not None or word.classes & {"person-noun", "last-person"}}


def _own_nouns(who: Antecedent) -> set[str]:
    """Returns the nouns that something is called by: the first of its name, and a site behind it (مبنى │ مستشفى …)."""
    units = who.reading.units
    second = units[who.first + 1].word if who.first + 1 < len(units) else None
    sited = second is not None and not second.definite and bool(second.organisation or second.place_head)
    sited = sited and units[who.first].word.organisation is None  # شركة │ قناة السويس
    return {units[who.first].word.core} | ({second.core} if second is not None and sited else set())


def _is_town(reading: Reading, k: int) -> bool:
    """Tells whether a noun stands alone for the town or site told of (المدينة, البلدة)."""
    word = reading.units[k].word
    if not word.definite or word.prefix or reading.entity_over(k) is not None:
        return False
    return known_word(word.stem.removeprefix("ال")).place_head is not None


def taken_up(story: Story, reading: Reading, k: int) -> Antecedent | None:
    """Returns the thing with a name that a text is about where its noun stands alone for it (القصر: قصر الرمان); None
    elsewhere."""
    unit = reading.units[k]
    if unit.date >= 0 or not unit.word.definite or reading.number == 0:
        return None
    known = reading.entity_over(k)
    if unit.word.prefix or (known is not None and not known.bare):
        return None
    after = reading.units[k + 1].word if k + 1 < len(reading.units) and reading.units[k + 1].date < 0 else None
    if after is not None and after.definite and not after.prefix and not after.lead:
        return None
    return hero_that(story, lambda who: not who.person and len(who.words.split()) > 1 and named_again(reading, k, who))


def _told_first(story: Story, start: int) -> Iterator[Antecedent]:
    """Yields what the first sentence may tell of: its named subject, the name or thing that it opens with (هو كمال
    الأزهري، فقيه …), what is founded there."""
    reading = story.reading(start)
    for clause in reading.clauses:
        if clause.kind in NESTED:
            continue
        phrase = subject(reading, clause) if clause.verb >= 0 else nominal_subject(reading, clause)
        entity = phrase.entity if phrase is not None else None
        opening = min(clause.units, default=0)
        if clause.verb > opening and (phrase is None or phrase.first > opening):
            yield from _thing(story, reading, clause, None)
        if clause.verb >= 0 and (entity is None or entity.kind != "person"):
            yield from _mourned(story, reading, clause)
        if entity is not None and entity.kind in _ACTS and not entity.bare:
            yield of_phrase(story, reading, Phrase(entity.first, entity.end, entity))
        else:
            yield from _thing(story, reading, clause, phrase)
            entity = next((e for e in reading.entities if e.first in clause.units[:12] and e.kind in _ACTS), None)
            alone = entity is not None and entity.kind == "person" and entity.end == entity.first + 1  # غرب │ آسيا
            told = phrase is not None or _opens_with_person(reading, clause)
            if entity is not None and not told and not entity.bare and not alone:
                yield of_phrase(story, reading, Phrase(entity.first, entity.end, entity))
            yield from _inside(story, reading, phrase)
        if clause.verb >= 0:
            yield from _done_to(story, reading, clause)
            for entity in reading.entities:
                if entity.kind == "person" and entity.first in clause.units and entity.first < entity.end - 1:
                    yield of_phrase(story, reading, Phrase(entity.first, entity.end, entity))
            return


def _opens_with_person(reading: Reading, clause: Clause) -> bool:
    """Tells whether an office with the article stands right behind a verb (انخرطت │ المحامية …), so that no body of a
    phrase is told of."""
    k = clause.verb + 1
    return (
        clause.verb >= 0
        and k < len(reading.units)
        and reading.units[k].word.definite
        and _are_people(reading.units[k].word)
    )


def _thing(story: Story, reading: Reading, clause: Clause, told: Phrase | None) -> Iterator[Antecedent]:
    """Yields the thing with a name that a clause tells of: a town, a building, a paper «X»."""
    phrase = told if told is not None else _opening_phrase(reading, clause)
    if phrase is None or reading.units[phrase.first].word.core in _HISTORY:
        return
    quoted = _quoted(story, reading, phrase)
    if quoted is not None:
        yield quoted
        return
    entity = phrase.entity if phrase.entity is not None else reading.entity_at(phrase.first)
    if entity is not None and entity.kind in _SITES and not entity.bare:
        yield _site(story, reading, entity)
    elif entity is None and phrase.end > phrase.first + 1 and stands_alone(reading, phrase):
        head = reading.units[phrase.first].word
        words = [reading.units[k].word for k in range(phrase.first, phrase.end)]
        people = any(_are_people(word) for word in words if word is words[0] or not word.definite)
        named = any(word.place_head is not None or word.organisation is not None for word in words[:2])
        if named and not (people or head.act is not None or head.pronoun or head.is_function or head.pattern_plural):
            end = min(phrase.end, phrase.first + _LONGEST_NAME)
            if head.place_head is not None and not reading.units[phrase.first + 1].word.definite:
                end = phrase.first + 2  # مدينة مدني │ عاصمة ولاية الجزيرة
            yield of_phrase(story, reading, Phrase(phrase.first, end))


def _inside(story: Story, reading: Reading, phrase: Phrase | None) -> Iterator[Antecedent]:
    """Yields the town or site whose history or name is told of (يرجع تاريخ │ بلدة القصير إلى …), the paper or fair of
    which something comes out (صدر العدد الأول من │ جريدة «النور»)."""
    head = reading.units[phrase.first].word if phrase is not None else None
    begun = head is not None and head.act is not None and head.act.kind in ("founding", "opening")
    issued = head is not None and head.core in _ISSUES
    told = head is not None and (begun or issued or head.core in _HISTORY)
    end = phrase.end + _BEHIND_ISSUE * issued if phrase is not None else 0
    for entity in reading.entities if told else ():
        if phrase is None or not phrase.first < entity.first < end:
            continue
        if entity.kind == "person":
            yield of_phrase(story, reading, Phrase(entity.first, entity.end, entity))
        elif entity.kind in _SITES and not entity.bare:
            yield _site(story, reading, entity)


def _mourned(story: Story, reading: Reading, clause: Clause) -> Iterator[Antecedent]:
    """Yields the person whom a body or town mourns, honours or puts on trial (نعى اتحاد الكتاب │ الروائي سالم)."""
    verb = reading.units[clause.verb].word.verb
    if verb is None or not (verb.kinds & _DONE_TO_PERSONS or set(verb.lemma.split("|")) & _MOURNS):
        return
    for entity in reading.entities:
        behind = entity.kind == "person" and entity.first in clause.units and entity.first > clause.verb
        if behind and entity.first < entity.end - 1:
            yield of_phrase(story, reading, Phrase(entity.first, entity.end, entity))


def _are_people(word: Word) -> bool:
    return word.office is not None or bool(word.classes & {"person-noun", "group-noun"})


def _site(story: Story, reading: Reading, entity: Entity) -> Antecedent:
    found = of_phrase(story, reading, Phrase(entity.first, entity.end, entity))
    return replace(found, feminine=found.feminine or entity.kind == "city")


def _opening_phrase(reading: Reading, clause: Clause) -> Phrase | None:
    """Returns the noun phrase that a clause without verb begins with, behind هو, كانت."""
    own = [k for k in clause.units if reading.units[k].word.stem not in ("هو", "هي")]
    own = own[1:] if own and "was" in reading.units[own[0]].word.classes else own
    if not own or reading.units[own[0]].date >= 0:
        return None
    first = own[0]
    if first == clause.verb:
        return None
    if reading.units[first].text in OPENING_QUOTES:
        return Phrase(first, first + 1)
    word = reading.units[first].word
    if not is_nominal(reading.units[first]) or word.prefix or word.unknown:
        return None
    entity = reading.entity_at(first)
    return Phrase(first, entity.end if entity is not None else phrase_end(reading, first), entity)


def _quoted(story: Story, reading: Reading, phrase: Phrase) -> Antecedent | None:
    """Returns what a name between marks at the beginning is, with the noun behind it («الضياء» صحيفة …: صحيفة
    «الضياء»); None elsewhere."""
    units, first = reading.units, phrase.first
    if units[first].text not in OPENING_QUOTES:
        first -= 1
    if first < 0 or units[first].text not in OPENING_QUOTES or any(units[k].date < 0 for k in range(first)):
        return None
    end = next((k for k in range(first + 2, min(first + 7, len(units))) if units[k].text in CLOSING_QUOTES), -1)
    if end < 0 or end + 1 >= len(units):
        return None
    noun = units[end + 1].word
    if not is_nominal(units[end + 1]) or noun.definite or noun.prefix or noun.office is not None or noun.pronoun:
        return None
    inner = story.words(units, first + 1, end)
    entity = next((e for e in reading.entities if first <= e.first <= first + 1), None)
    return Antecedent(f"{noun.stem} «{inner}»", noun.feminine, False, entity, reading, end + 1)


def _done_to(story: Story, reading: Reading, clause: Clause) -> Iterator[Antecedent]:
    """Yields the body or building named behind a verb that somebody does something to (أسس نادي الواحة الشيخ سالم)."""
    doer = subject(reading, clause)
    for entity in reading.entities:
        before = reading.units[entity.first - 1] if entity.first else None
        if doer is not None and doer.first < entity.first < doer.end:
            continue  # أسس عمال الميناء │ نادي «الساحل»
        if entity.kind not in ("place", "organisation") or entity.bare or entity.first not in clause.units:
            continue
        if entity.first > clause.verb and before is not None and not before.word.preposition:
            owned = before.date < 0 and not before.is_mark and is_nominal(before) and before.word.verb is None
            if owned and not (before.word.definite or reading.entity_over(entity.first - 1)):
                continue  # انخرطت المحامية في صفوف │ الحركة النسائية
            if not reading.units[entity.first].word.prefix:
                yield _site(story, reading, entity)
            return
