"""Relative clauses whose pronoun stands behind a preposition or a noun, told with the noun in its place (§2.4):
`الدفعة التي سيتم الإعلان عنها` becomes `الإعلان عن الدفعة`, `البطولة التي شاركت فيها ست فرق` becomes `شاركت ست فرق في
البطولة`, `الكأس التي أقيمت تصفياتها` becomes `أقيمت تصفيات الكأس`."""

from __future__ import annotations

from dataclasses import replace

from timeline_cli.events.doers.antecedents import hidden_subject
from timeline_cli.events.doers.naming import Antecedent
from timeline_cli.events.doers.object_pronouns import BOUND
from timeline_cli.events.doers.objects import asks_for_object
from timeline_cli.events.doers.phrases import extended, is_nominal, phrase_end
from timeline_cli.events.doers.protagonist import hero_hidden_in
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.doers.written_subjects import subject_pieces
from timeline_cli.events.plain_words import plain_text
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.composing import Title, finished, verb_pieces
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.trim import Piece, words_of
from timeline_cli.events.wording.wellformed import disagrees
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.letters import fold, unjoined
from timeline_cli.text.shapes import Verb
from timeline_cli.text.words import Word

_MASDAR_VERBS = cues("masdar-verbs") - {"سبق"}
_BY_NOBODY = cues("by-nobody") | cues("impersonal")
_LONG = cues("long-prepositions")
_FURTHEST = 7
_WHICH = frozenset({"أول", "أولى", "آخر", "ثاني", "ثالث", "إحدى", "أحد", "معظم", "جميع", "كل", "بعض", "أبرز"})


def resumed_title(
    story: Story,
    reading: Reading,
    clause: Clause,
    verb: Verb,
    head: list[Piece],
    noun: Antecedent,
    rest: list[int],
    own: tuple[str, ...],
) -> Title | None:
    """Returns the clause with its noun in the place of the pronoun, None where it has none or its doer is unclear.

    `head`: the noun as it stands, `noun`: what it means; `rest`: units of the clause behind the verb; `own`: pronouns
    that mean the noun.
    """
    undated = [k for k in rest if reading.units[k].date < 0 and not reading.units[k].is_mark]
    place = next((k for k in undated[:_FURTHEST] if resumes(reading.units[k].word, own)), -1)
    if place < 0:
        return _of_owned(story, reading, clause, verb, head, noun, undated, rest, own)
    preposition = _preposition(reading.units[place].word, own)
    if not preposition or not head:
        return None
    gap = governed(head, preposition)
    before = [k for k in rest if k < place]
    behind = [k for k in rest if k > place]
    named = [noun]
    told = [k for k in before if reading.units[k].date < 0 and not reading.units[k].is_mark]
    if told and _of_act(reading, verb, told[0]):
        start = [Piece(plain_text(reading.units, k, k == told[0]), k) for k in told]
    elif told:
        if reading.units[told[0]].word.prefix or reading.units[told[0]].word.preposition:
            return None
        start = [*verb_pieces(reading, clause, verb), *(Piece(reading.units[k].text, k) for k in told)]
    else:
        doer = _counted(reading, _doer(reading, clause, verb, behind), behind)
        if doer is not None and _is_rather_object(reading, verb, doer):
            doer = None if hero_hidden_in(story, reading, clause) is not None else doer
        start = verb_pieces(reading, clause, verb)
        if doer is None and not _needs_no_doer(verb):
            hides = _hides_doer(reading, behind)
            who = hidden_subject(story, reading, clause) if hides else None
            if who is None or not (who.person or _is_team(who)) or who.reading is not reading:
                who = hero_hidden_in(story, reading, clause) if hides or asks_for_object(verb) else None
            if who is None:
                return None
            named.append(who)
            start = [*start, Piece(who.words, -1)]
        if doer is not None:
            start = [*start, *subject_pieces(story, reading, doer, named)]
            behind = [k for k in behind if k >= doer.end]
    lead = [replace(piece, chunk=1, rank=0) for piece in [*start, *gap]]
    body = pieces_of(story, reading, behind, verb, start=words_of(lead), chunk=2) if behind else []
    return finished(reading, [*lead, *body], tuple(named))


def _is_rather_object(reading: Reading, verb: Verb, doer: Phrase) -> bool:
    """Tells whether what seems the doer of a verb that asks for an object may be that (التي نالت منها │ الإجازة)."""
    word = reading.units[doer.first].word
    people = word.office is not None or word.organisation is not None or word.classes & {"person-noun", "group-noun"}
    return asks_for_object(verb) and not verb.passive and doer.entity is None and not people


def resumes(word: Word, own: tuple[str, ...]) -> bool:
    """Tells whether a preposition carries the pronoun that stands for the described noun (فيها, عليه)."""
    return "preposition-bound" in word.classes and word.stem.endswith(own)


def _preposition(word: Word, own: tuple[str, ...]) -> str:
    """Returns the preposition before the pronoun: في of فيها, على of عليه."""
    base = fold(word.stem)[: -len(next(pronoun for pronoun in own if word.stem.endswith(pronoun)))]
    return base if base in _LONG else BOUND.get(base, "") or BOUND.get(base[:-1] if len(base) > 2 else base, "")


def _is_team(who: Antecedent) -> bool:
    return who.entity is not None and who.entity.key == "فريق"


def governed(head: list[Piece], preposition: str) -> list[Piece]:
    """Writes a noun phrase behind a preposition: بالبطولة, للقاء, إلى البلدة; in the genitive as far as letters
    show it."""
    text = head[0].text
    if text.endswith("ون") and text.startswith("ال"):
        text = text[:-2] + "ين"
    if len(preposition) > 1:
        return [Piece(preposition, -1), replace(head[0], text=text), *head[1:]]
    if not text[:1].isalpha():
        return [Piece(preposition + "ـ", -1), *head]
    if preposition == "ل" and text.startswith("ال"):
        text = "ل" + text[2:] if text.startswith("الل") else "لل" + text[2:]
        return [replace(head[0], text=text), *head[1:]]
    return [replace(head[0], text=preposition + text), *head[1:]]


def _of_act(reading: Reading, verb: Verb, k: int) -> bool:
    """Tells whether تم or جرى has the noun of an act behind it, which a title begins with (T3)."""
    word = reading.units[k].word
    return _is_light(verb) and is_nominal(reading.units[k]) and not word.prefix and not word.pronoun


def _doer(reading: Reading, clause: Clause, verb: Verb, behind: list[int]) -> Phrase | None:
    """Returns who does it, right behind the pronoun's preposition or the date behind that."""
    doer = subject(reading, clause)
    first = next((k for k in behind if reading.units[k].date < 0 and not reading.units[k].is_mark), -1)
    if doer is not None and doer.first > clause.verb:
        return extended(reading, doer, behind) if doer.first == first else None
    if first < 0 or verb.person not in ("3ms", "3fs") or not is_nominal(reading.units[first]):
        return None
    word = reading.units[first].word
    if word.prefix or word.lead or word.preposition or word.stem.endswith("ا") or "adverb" in word.classes:
        return None
    if word.pronoun and not word.definite and verb.transitive:
        return None
    if disagrees(reading, first, verb.person) or (verb.person == "3ms" and word.feminine):
        return None
    return extended(reading, Phrase(first, phrase_end(reading, first), reading.entity_at(first)), behind)


def _counted(reading: Reading, doer: Phrase | None, behind: list[int]) -> Phrase | None:
    """Takes what is counted behind a bracket into a doer that is only its number (شاركت فيها (60) │ دولة)."""
    units = reading.units
    if doer is None or not units[doer.end - 1].is_number or doer.end + 1 >= len(units):
        return doer
    end = doer.end + 1
    closes = units[doer.end].text == ")" and end in behind and is_nominal(units[end])
    return Phrase(doer.first, end + 1, doer.entity) if closes and not units[end].word.prefix else doer


def _hides_doer(reading: Reading, behind: list[int]) -> bool:
    """Tells whether nothing that could do it stands behind the pronoun's preposition (الزيارة التي قام بها إلى …)."""
    first = next((k for k in behind if not reading.units[k].is_mark), -1)
    if first < 0:
        return True
    unit = reading.units[first]
    return unit.date >= 0 or unit.word.preposition or bool(unit.word.prefix)


def _needs_no_doer(verb: Verb) -> bool:
    return verb.passive or bool(set(verb.lemma.split("|")) & _BY_NOBODY)


def is_first_of(reading: Reading, undated: list[int]) -> bool:
    """Tells whether a word for one of several things opens what is behind a verb, with their owner's pronoun (التي
    انطلقت │ أولى مراحلها)."""
    if len(undated) < 2 or undated[1] != undated[0] + 1:
        return False
    word = reading.units[undated[1]].word
    plain = bool(word.pronoun) and not (word.definite or word.prefix or word.lead or word.place)
    return plain and reading.units[undated[0]].word.stem in _WHICH


def _of_owned(
    story: Story,
    reading: Reading,
    clause: Clause,
    verb: Verb,
    head: list[Piece],
    noun: Antecedent,
    undated: list[int],
    rest: list[int],
    own: tuple[str, ...],
) -> Title | None:
    """Puts the described noun in the place of the pronoun of what happens to something of it (أقيمت تصفياتها)."""
    if not undated or not head or verb.pronoun:
        return None
    which = undated[:1] if is_first_of(reading, undated) else []
    undated = undated[len(which) :]
    first = reading.units[undated[0]].word
    noun_only = first.verb is None or first.act is not None  # التي بدأ │ بيعها
    if first.pronoun not in own or first.definite or first.prefix or not noun_only or first.place:
        return None
    act = _is_light(verb)
    if not act and (verb.transitive and not verb.passive):
        return None
    base = Piece(unjoined(first.stem.removesuffix(first.pronoun)), undated[0])
    start = [*(Piece(reading.units[k].text, k) for k in which), base]
    start = start if act else [*verb_pieces(reading, clause, verb), *start]
    lead = [replace(piece, chunk=1, rank=0) for piece in [*start, *_governed_by_noun(head)]]
    behind = [k for k in rest if k > undated[0]]
    body = pieces_of(story, reading, behind, verb, start=words_of(lead), chunk=2) if behind else []
    return finished(reading, [*lead, *body], (noun,))


def _is_light(verb: Verb) -> bool:
    """Tells whether a verb only says that the act behind it was done (تم, جرى)."""
    return bool(set(verb.lemma.split("|")) & _MASDAR_VERBS) and verb.person in ("3ms", "3fs")


def _governed_by_noun(head: list[Piece]) -> list[Piece]:
    text = head[0].text
    return [replace(head[0], text=text[:-2] + "ين"), *head[1:]] if text.startswith("ال") and text[-2:] == "ون" else head
