"""The sentences of a document, analysed when an event asks for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from timeline_cli.annotators import Span
from timeline_cli.events.entities.biographies import opening_name
from timeline_cli.events.entities.bodies import heads_meant
from timeline_cli.events.entities.clubs import club_words
from timeline_cli.events.entities.names import entities
from timeline_cli.events.known_names import KnownNames, with_marked
from timeline_cli.events.plain_words import words_of
from timeline_cli.events.reading import Reading
from timeline_cli.model import TimeExpression
from timeline_cli.text.clauses import Clause
from timeline_cli.text.listed import function_classes
from timeline_cli.text.listed_names import FATHERS
from timeline_cli.text.sentences import Sentence
from timeline_cli.text.tokens import Unit, tokens
from timeline_cli.text.units import units

_SHORT_TEXT = 12  # sentences
REACH = 100_000
_QUOTED_BEFORE = 3000
_OPENING = 2000
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _sport_words() -> frozenset[str]:
    return frozenset(form for form, classes in function_classes().items() if "sport-word" in classes)


@dataclass(slots=True)
class Story:
    """A document while its events are read. `expressions` are those with days, in order; `marked` the names that
    annotators found; `names` those that the sentences read so far have said; `remembered` what was worked out once.
    Names are looked for up to `REACH` code points back, so that long texts take linear time."""

    text: str
    sentences: list[Sentence]
    expressions: Sequence[TimeExpression]
    marked: Sequence[Span] = ()
    names: KnownNames = field(init=False)
    remembered: dict[str, object] = field(default_factory=dict)
    _readings: dict[int, Reading] = field(default_factory=dict)
    _parts: dict[int, list[Unit]] = field(default_factory=dict)
    _first_places: dict[str, int] = field(default_factory=dict)
    _sport: bool | None = None
    _starts: list[int] = field(default_factory=list)
    _expression_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.names = KnownNames(self.text)
        self._starts = [sentence.start for sentence in self.sentences]
        self._expression_starts = [expression.start for expression in self.expressions]

    @property
    def is_short(self) -> bool:
        """Tells whether it has so few sentences that it keeps titles which only the others explain."""
        return len(self.sentences) <= _SHORT_TEXT

    def sentence_at(self, offset: int) -> int:
        """Returns the number of the sentence that holds an offset, -1 where no prose stands there."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.sentences[number].end else -1

    def reading(self, number: int) -> Reading:
        """Returns the analysis of a sentence, made once; its names are remembered for what follows."""
        known = self._readings.get(number)
        if known is None:
            known = self._readings[number] = self._read(number)
        return known

    def ahead(self) -> Story:
        """Returns a copy whose sentences can be read before their turn, so that no names are known too early. What does
        not depend on names, it shares."""
        return Story(self.text, self.sentences, self.expressions, self.marked, _parts=self._parts)

    def clauses_before(self, number: int, reach: int) -> Iterator[tuple[Reading, Clause]]:
        """Yields the clauses of at most `reach` sentences before one, within its section, newest first."""
        section = self.sentences[number].section
        for before in range(number - 1, max(-1, number - 1 - reach), -1):
            if self.sentences[before].section != section:
                return
            reading = self.reading(before)
            for clause in reversed(reading.clauses):
                yield reading, clause

    def in_quotation(self, number: int) -> bool:
        """Tells whether a sentence begins inside a quotation that was opened earlier on its line."""
        start = self.sentences[number].start
        nearest = max(0, start - _QUOTED_BEFORE)
        line = self.text.rfind("\n", nearest, start) + 1
        before = self.text[max(line, nearest) : start]
        return any(before.rfind(opening) > before.rfind(closing) for opening, closing in (("“", "”"), ("«", "»")))

    def words(self, parts: Sequence[Unit], first: int, end: int) -> str:
        """Returns the text of units first:end without an attached و, ف or preposition at its start."""
        return words_of(self.text, parts, first, end)

    def _read(self, number: int) -> Reading:
        sentence = self.sentences[number]
        found = self._expressions_in(sentence)
        parts = self._parts.get(number)
        if parts is None:
            cut = tokens(self.text, sentence.start, sentence.end)
            parts = self._parts[number] = units(cut, [(e.start, e.end) for e in found])
        self._read_surnames(parts, number)
        self._read_heads(parts, number)
        names = entities(parts, self.names.surnames, self.names.short_names.keys(), sport=self._names_clubs(parts))
        opening = opening_name(parts) if number == 0 else None
        if opening is not None:
            names = [opening, *(entity for entity in names if entity.first >= opening.end)]
        names = self.names.with_known(parts, names)
        if self.marked:
            names = with_marked(parts, names, self.marked)
        self.names.learn(parts, names)
        return Reading(number, sentence, parts, names, found)

    def _names_clubs(self, parts: Sequence[Unit]) -> bool:
        """Tells whether units may be clubs without a head word: words of a game stand in the first part of the text."""
        if self._sport is None:
            if club_words().isdisjoint([part.word.listing for part in parts]):
                return False
            self._sport = len(_sport_words().intersection(_LETTERS.findall(self.text[:_OPENING]))) > 1
        return self._sport

    def _expressions_in(self, sentence: Sentence) -> tuple[TimeExpression, ...]:
        first = bisect_right(self._expression_starts, sentence.start - 1)
        last = bisect_right(self._expression_starts, sentence.end - 1)
        found: list[TimeExpression] = []
        for expression in self.expressions[first:last]:
            if expression.end <= sentence.end and (not found or expression.start >= found[-1].end):
                found.append(expression)
        return tuple(found)

    def _read_surnames(self, parts: Sequence[Unit], number: int) -> None:
        """Looks up words that may be family names in the text before: who is named in full there names them here."""
        named = False
        for unit in parts:
            word = unit.word
            if (word.surname or named) and unit.date < 0 and word.stem not in self.names.surnames:
                self._read_first(word.stem, number)
            named = word.given != "" or word.fold in FATHERS

    def _read_heads(self, parts: Sequence[Unit], number: int) -> None:
        """Looks up the head words that definite nouns may take up in the text before: who is named in full there."""
        for unit in parts:
            for head in heads_meant(unit.word) if unit.date < 0 and unit.word.definite else ():
                self._read_first(head, number)

    def _read_first(self, form: str, number: int) -> None:
        """Reads the sentence before one in which a form first stands."""
        place = self._first_place(form, self.sentences[number].start)
        before = self.sentence_at(place) if place >= 0 else -1
        if 0 <= before < number:
            self.reading(before)

    def _first_place(self, form: str, here: int) -> int:
        """Returns the offset where a form first stands within reach before an offset, -1 where it does not."""
        start = max(0, here - REACH)
        place = self._first_places.get(form, -1)
        if not start <= place <= here - len(form):
            place = self.text.find(form, start, here)
            self._first_places[form] = place
        return place
