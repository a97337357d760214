"""Nouns and persons in quotation marks that a relative clause describes (docs/events.md §2.4)."""

from __future__ import annotations

from timeline_cli.events.doers.phrases import is_nominal
from timeline_cli.events.reading import Phrase, Reading
from timeline_cli.events.wording.agreeing import fits
from timeline_cli.lexicon.index import cues
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb
from timeline_cli.text.tokens import CLOSING_QUOTES, OPENING_QUOTES

_FURTHEST = 14
_PLACE_OF = cues("in-place-of")


def quoted_person(reading: Reading, clause: Clause, kind: str, verb: Verb) -> Phrase | None:
    """Returns the person in quotation marks right before a relative pronoun, a comma between at most (أقدم صناع الفخار
    "سالم الراوي"، │ الذي وافته المنية); None elsewhere."""
    units, k = reading.units, clause.opener - 1
    k -= k > 0 and units[k].is_comma
    if k < 1 or units[k].text not in CLOSING_QUOTES or units[k - 1].is_mark:
        return None
    person = reading.entity_over(k - 1)
    if person is None or person.kind != "person" or person.first < 1:
        return None
    opens = units[person.first - 1].text in OPENING_QUOTES
    return Phrase(person.first, person.end, person) if opens and fits(reading, person.first, kind, verb) else None


def opening_of_name(reading: Reading, clause: Clause, last: int) -> int:
    """Returns the mark that opens a name of at most three words behind a definite noun (الإعصار «مايندا» الذي …); 0
    where a described phrase does not end in one."""
    units = reading.units
    if last + 1 >= len(units) or units[last + 1].text not in "»”" or clause.opener < 0:
        return 0
    for k in range(last, max(0, last - 3), -1):
        if units[k].text in "«“":
            return k if k > 0 and units[k - 1].word.definite and reading.entity_over(k - 1) is None else 0
    return 0


def named_work(reading: Reading, clause: Clause, last: int, kind: str, verb: Verb) -> Phrase | None:
    """Returns an indefinite noun with its name in quotation marks (رواية «الجسر» التي …, لصاروخ «طارق» أطلقه …), the
    name alone where no noun stands before it (محل «المنار 1» الذي …); None elsewhere."""
    units = reading.units
    last -= clause.opener < 0 and units[last].text in CLOSING_QUOTES
    if last + 1 >= len(units) or units[last + 1].text not in CLOSING_QUOTES:
        return None
    opening = next((k for k in range(last, max(0, last - 5), -1) if units[k].text in OPENING_QUOTES), -1)
    if opening < 1 or reading.entity_over(opening) is not None:
        return None
    before = units[opening - 1]
    if clause.opener < 0 and not before.word.common:
        return None
    if before.word.stem in _PLACE_OF or before.word.preposition:
        return Phrase(opening, last + 2) if kind in ("ms", "fs") else None
    governed = before.word.prefix and clause.opener >= 0
    if not is_nominal(before) or before.word.definite or governed or before.word.pronoun:
        return None
    return Phrase(opening - 1, last + 2) if fits(reading, opening - 1, kind, verb) else None


def noun_of_name(reading: Reading, k: int, kind: str, verb: Verb) -> list[int]:
    """Returns the noun before a name in quotation marks with ل behind it where it agrees (مهرجان «القمر» │ للأفلام
    الذي …), none elsewhere."""
    units = reading.units
    noun = next((j for j in range(k - 2, max(0, k - _FURTHEST), -1) if units[j].text in OPENING_QUOTES), 0) - 1
    return [noun] if noun >= 0 and is_nominal(units[noun]) and fits(reading, noun, kind, verb) else []
