"""The title of what a participle with a date describes (docs/events.md §3, D2, D9)."""

from __future__ import annotations

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.dating.plans import postpones
from timeline_cli.events.doers.naming import of_phrase
from timeline_cli.events.doers.phrases import phrase_start
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.composing import NO_TITLE, Title, finished, plain_pieces
from timeline_cli.events.wording.span import pieces_of
from timeline_cli.events.wording.trim import FEWEST_WORDS, Piece, words_of
from timeline_cli.lexicon.index import cues
from timeline_cli.text.finite_verbs import is_verb
from timeline_cli.text.words import Word

_NEAR = 7
_ACCORDINGLY = cues("accordingly")
_EDITIONS = cues("editions")


def participle_title(story: Story, reading: Reading, head: Attachment) -> Title:
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
    while first < last and postpones(reading.units[first].word):
        first += 1  # تأجيل │ العام الدراسي المرتقب في …
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
    return finished(reading, pieces, named)


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
