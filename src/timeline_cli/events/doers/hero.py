"""Whom or what a short text is about: a person, a body, a town, building or paper of which its first sentence tells and
most of the next go on (docs/events.md §3.2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline_cli.events.acts import DONE_TO_PERSONS, MOVES
from timeline_cli.events.doers.naming import Antecedent
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.told_first import NESTED, told_first
from timeline_cli.events.doers.topics import pronoun_of
from timeline_cli.events.entities.entity import ACTING_KINDS
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import fold, unjoined
from timeline_cli.text.listed import function_classes
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import word as known_word

MAKES = cues("makes")  # what a person does with a thing behind his verb
_ONE_PERSON = cues("one-person")
_PARTS = cues("of-thing")
_DONE_TO_THINGS = cues("done-to-thing")
_OF_A_LIFE = DONE_TO_PERSONS | MOVES | {"education", "birth", "family"}
_MADE = frozenset({"founding", "opening"})
_TEAMS = cues("team")
_PLEADS = cues("pleads-for")
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
        story.remembered["told first"] = tuple(who for start in starts for who in told_first(story, start))
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
    opening = _opening(first)
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
    opening = _opening(reading)
    verb = reading.units[opening.verb].word.verb if opening is not None else None
    if verb is not None and verb.pronoun == pronoun and set(verb.lemma.split("|")) & _DONE_TO_THINGS:
        return True
    own = [k for k in opening.units if k > opening.verb][:2] if opening is not None else []
    nouns = (reading.units[k].word for k in own if reading.units[k].date < 0)
    return any(word.pronoun == pronoun and fold(unjoined(word.stem.removesuffix(pronoun))) in _PARTS for word in nouns)


def _does_hidden(reading: Reading, who: Antecedent) -> bool:
    """Tells whether a sentence opens with what a person does or suffers unnamed (وتوفي عام …)."""
    opening = _opening(reading)
    verb = reading.units[opening.verb].word.verb if opening is not None else None
    if opening is None or verb is None or verb.pronoun or subject(reading, opening) is not None:
        return False
    human = verb.kinds & _OF_A_LIFE
    return verb.person == ("3fs" if who.feminine else "3ms") and bool(human)


def _goes_on_about(reading: Reading, who: Antecedent) -> bool:
    """Tells whether a sentence opens with a verb of somebody's gender without a subject, with such a pronoun, or with
    a thing's own noun again (القصر)."""
    pronoun = "ها" if who.feminine else "ه"
    if reading.units and reading.units[0].word.stem == ("هي" if who.feminine else "هو"):
        return True
    opening = _opening(reading)
    verb = reading.units[opening.verb].word.verb if opening is not None else None
    if opening is None or verb is None:  # وكانت أقسى هزائمه
        return any(pronoun_of(reading, k) == pronoun for k in reading.clauses[0].units[:_NEAR])
    thing = who.entity is None or who.entity.kind not in ACTING_KINDS
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


def _opening(reading: Reading) -> Clause | None:
    """Returns the first clause of a sentence with a verb that is told by the text itself, None without one."""
    return next((c for c in reading.clauses if c.verb >= 0 and c.kind not in NESTED), None)


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
