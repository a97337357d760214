"""The words of time by class: what `lexicon/*.csv` says, keyed by folded form.

A class is what patterns are written in (`MONTH`, `WEEKDAY`, `UNIT_PL` …): the `class` column of each word list. A word
may have several. Its letter is one character that stands for its exact set of classes, so that a stretch of text
becomes a short string of letters and a pattern a regular expression over them (`match.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from timeline_cli.lexicon import rows

UNKNOWN = "x"
_FIRST_LETTER = 0xE000

# Words of these classes open a window when they are met; all others count only beside one of them.
STRONG = frozenset(
    {
        "MONTH",
        "HIJRI",
        "WEEKDAY",
        "DEICTIC",
        "NIGHT",
        "UNIT",
        "UNIT_DEF",
        "UNIT_DU",
        "UNIT_DU_DEF",
        "UNIT_PL",
        "UNIT_PL_DEF",
        "UNIT_ACC",
        "DECADES",
        "SEASON",
        "SEASON_DEF",
        "DAYPART",
        "DAYPART_DEF",
        "DAYPART_ADV",
        "MIDNIGHT",
        "ACADEMIC",
        "HOLIDAY",
        "ADVERB",
        "ANAPHOR",
        "HALF",
        "QUARTER",
        "TEN",
        "THIRD",
        "ERA_AH",
        "ERA_BC",
        "ERA_BH",
        "MILLENNIUM",
        "WEEKDAY_LATIN",
        "REL",
        "ZONE",
        "DAYAFTERDAY",
    }
)


@dataclass(slots=True, eq=False)
class Word:
    """A lexical entry: folded form, classes, what each class says of it, and the letter of its set of classes."""

    fold: str
    classes: set[str] = field(default_factory=set)
    data: dict[str, Any] = field(default_factory=dict)
    letter: str = UNKNOWN


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month as one naming system has it.

    `needs_context`: a date only beside a day, year, pair or preposition. `bare`: a preposition is context enough.
    """

    calendar: str
    system: str
    month: int
    needs_context: bool
    bare: bool = True


def split(text: str) -> tuple[str, ...]:
    """Returns the words, digit runs and marks of a folded text; letters and digits part, white space is dropped."""
    parts: list[str] = []
    kind = ""
    for char in text:
        now = "letter" if char.isalpha() else "digit" if char.isdecimal() else "space" if char.isspace() else "mark"
        if now == kind and now != "mark":
            parts[-1] += char
        else:
            parts.append(char)
        kind = now
    return tuple(part for part in parts if not part.isspace())


class Vocabulary:
    """All words and forms of several words, with their classes."""

    def __init__(self) -> None:
        self.words: dict[str, Word] = {}
        self.phrases: dict[str, dict[str, list[tuple[tuple[str, ...], Word]]]] = {}
        self._letters: dict[frozenset[str], str] = {}

    def entry(self, form: str) -> Word:
        """Returns the entry of a form of one or several words, a new one where there is none."""
        parts = split(form)
        if len(parts) == 1:
            return self.words.setdefault(form, Word(form))
        candidates = self.phrases.setdefault(parts[0], {}).setdefault(parts[1], [])
        for rest, entry in candidates:
            if rest == parts[2:]:
                return entry
        entry = Word(form)
        candidates.append((parts[2:], entry))
        candidates.sort(key=lambda candidate: -len(candidate[0]))
        return entry

    def add(self, form: str, cls: str, data: Any = None) -> None:
        """Gives a folded form a class and what the class says of it (the first saying stays). Case does not count."""
        entry = self.entry(form.lower())
        entry.classes.add(cls)
        entry.data.setdefault(cls, data)

    def letter(self, classes: frozenset[str]) -> str:
        """Returns the letter of a set of classes, the same for equal sets."""
        if not classes:
            return UNKNOWN
        return self._letters.setdefault(classes, chr(_FIRST_LETTER + len(self._letters)))

    def letters_with(self, cls: str) -> str:
        """Returns the letters of all sets that hold a class."""
        return "".join(letter for classes, letter in self._letters.items() if cls in classes)

    def letter_sets(self) -> Iterator[tuple[frozenset[str], str]]:
        """Yields every set of classes with its letter."""
        yield from self._letters.items()

    def classes_of(self, letter: str) -> frozenset[str]:
        """Returns the set of classes that a letter stands for."""
        return next((classes for classes, other in self._letters.items() if other == letter), frozenset())

    def entries(self) -> Iterator[Word]:
        """Yields every entry, single words first."""
        yield from self.words.values()
        for by_second in self.phrases.values():
            for candidates in by_second.values():
                yield from (entry for _, entry in candidates)

    def assign_letters(self) -> None:
        """Gives every entry the letter of its classes. Blocked words are unknown ones: nothing reaches across them."""
        for entry in self.entries():
            entry.letter = UNKNOWN if "BLOCK" in entry.classes else self.letter(frozenset(entry.classes))


Row = dict[str, str]

# What a class says of a word, by word list. The classes that guards ask for by word (`guards.py`) are not read here.
_LISTS: dict[str, Callable[[Row], Any]] = {
    "grammar": lambda row: None,
    "weekdays": lambda row: int(row["iso_weekday"]),
    "units": lambda row: row["iso"],
    "deictics": lambda row: int(row["offset"]) if row["class"] == "DEICTIC" else row["unit"],
    "dayparts": lambda row: (row["code"], row["clock_rule"]),
    "periods": lambda row: row["code"],
    "relative_adjectives": lambda row: int(row["offset"]),
    "modifiers": lambda row: row["mod"],
    "eras": lambda row: row["era"],
    "timezones": lambda row: (row["zone"], row["utc_offset"]),
    "frequency": lambda row: row["value"],
    "holidays": lambda row: row,
    "vague": lambda row: None,
}


def _add_months(vocabulary: Vocabulary) -> None:
    for row in rows("months"):
        cls = row["class"]
        entry = vocabulary.entry(row["fold"])
        entry.classes.add(cls)
        bare = row["ambiguous"] != "1" or "prep" in row["needs"] or row["system"] in ("maghrebi", "moroccan")
        name = MonthName(row["calendar"], row["system"], int(row["month"] or 0), row["ambiguous"] == "1", bare)
        names: tuple[MonthName, ...] = entry.data.get(cls, ())
        if name not in names:
            entry.data[cls] = (*names, name)


@cache
def guard_words(cls: str) -> frozenset[str]:
    """Returns the folded words and phrases of one class of `false_positives.csv`."""
    return frozenset(row["fold"] for row in rows("false_positives") if cls in row["class"].split())


@cache
def vocabulary() -> Vocabulary:
    """Returns the vocabulary of all word lists, without letters (the tokeniser adds number words, then assigns)."""
    result = Vocabulary()
    _add_months(result)
    for name, meaning in _LISTS.items():
        for row in rows(name):
            for cls in row["class"].split():
                result.add(row["fold"], cls, meaning(row))
    for row in rows("false_positives"):
        if row["class"] == "BLOCK":
            result.add(row["fold"], "BLOCK")
    return result
