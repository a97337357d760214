"""Raw text → typed tokens: words freed of their proclitics, digit runs, marks, numbers in words.

Offsets are code points of the raw text. Every surface form is analysed once and remembered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline_cli.dates.fold import CONTROLS, MARKS, PRESENTATION, TATWEEL, fold, raw_prefix
from timeline_cli.dates.numbers import Numeral, cardinal, numerals, ordinal
from timeline_cli.dates.words import STRONG, UNKNOWN, Vocabulary, Word, vocabulary

_LETTER = (
    f"\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f{PRESENTATION}"
)
_WORD_RUN = f"[{_LETTER}][{_LETTER}{MARKS}{TATWEEL}]*(?:[{CONTROLS}]+[{_LETTER}{MARKS}{TATWEEL}]+)*"
_NUMBER = (
    r"(?<!\d[.,٫٬])(?<!\d)\d{1,3}(?:[,٬]\d{3})+(?![.,٫٬]?\d)"  # grouped
    r"|(?<!\d[.,٫٬])\d+[.,٫]\d+(?![.,٫٬]?\d)"  # decimal
    r"|\d+"
)
# White space and stray marks before a token belong to its surface, so that the surfaces of a text add up to it.
_LEAD = f"[ \t\r\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000{CONTROLS}{MARKS}]*"
_TOKEN = re.compile(rf"{_LEAD}(?:{_WORD_RUN}|{_NUMBER}|[A-Za-zÀ-ÿ]+|[^ ])")
_LEADING = re.compile(_LEAD)

# Marks by class; everything else outside words and numbers is unknown.
_MARK_CLASSES = {
    mark: cls
    for cls, marks in {
        "SLASH": "/\\⁄∕／",
        "DASH": "-‐‑‒–—―−ـ~÷←→",
        "COMMA": "،,",
        "LPAR": "([",
        "RPAR": ")]",
        "COLON": ":",
        "DOT": ".",
        "EQUALS": "=",
        "PIPE": "|·•",
        "NEWLINE": "\n",
        "QUOTE": '"«»“”',
        "PLUS": "+",
    }.items()
    for mark in marks
}

_PROCLITICS = {"و": "AND", "ف": "AND", "ب": "PREFIX", "ل": "PREFIX", "ك": "PREFIX"}
_BARE_CLITICS = {"و": "AND", "ف": "AND", "ب": "PREFIX", "ل": "PREFIX", "ك": "PREFIX", "ال": "ARTICLE", "لل": "PREFIX",
                 "بال": "ARTICLE", "وال": "ARTICLE", "ول": "PREFIX", "وب": "PREFIX"}  # fmt: skip
_MEMORY = 1 << 17  # surface forms
_LONGEST_REMEMBERED = 48  # code points


@dataclass(frozen=True, slots=True)
class Piece:
    """A token of a surface form: word, begin and end inside the form, and its numeral readings, if it has any."""

    word: Word
    begin: int
    end: int
    numerals: tuple[Numeral, ...] | None
    opens_phrase: bool


@dataclass(slots=True, eq=False)
class Digits(Word):
    """A number in digits: `value` (an int, a float for decimals), `length` in digits as written."""

    value: float = 0
    length: int = 0


def _digit_classes(value: int, length: int) -> frozenset[str]:
    classes = {"NUMBER"}
    if length <= 2:
        if 1 <= value <= 31:
            classes.add("DAY")
        if 1 <= value <= 12:
            classes.add("MONTH_NUMBER")
        if value <= 24:
            classes.add("HOURS_DIGITS")
        if length == 2:
            classes.add("YEAR2")
            if value < 60:
                classes.add("MINUTES_DIGITS")
    if length == 3:
        classes.add("YEAR3")
    if length == 4 and 1000 <= value < 3000:
        classes.add("YEAR4")
    if length <= 4 and value > 0:
        classes.add("YEAR_ANY")
    return frozenset(classes)


def _number_word_classes(numeral: Numeral) -> frozenset[str]:
    if numeral.ordinal:
        classes = {"ORDINAL"}
        if numeral.value <= 31:
            classes.add("DAY_ORDINAL")
        if numeral.feminine and numeral.value <= 12 and numeral.definite:
            classes.add("HOUR_WORD")
        return frozenset(classes)
    classes = {"CARDINAL"}
    if numeral.value <= 31:
        classes.add("DAY_CARDINAL")
    if numeral.value in (20, 30):
        classes.add("DAY_ORDINAL")
    if 1000 <= numeral.value < 3000:
        classes.add("YEAR_WORDS")
    elif 10 < numeral.value < 100:
        classes.add("YEAR2_WORDS")
    elif numeral.value < 1000:
        classes.add("YEAR_SMALL_WORDS")
    if numeral.definite and numeral.value == 1:
        classes.add("HOUR_WORD")
    return frozenset(classes)


@cache
def lexicon() -> Vocabulary:
    """Returns the vocabulary with number words, marks and digit runs, every entry with its letter."""
    words = vocabulary()
    for form, readings in numerals().items():
        for numeral in readings:
            for cls in _number_word_classes(numeral):
                words.add(form, cls, numeral)
    for mark, cls in _MARK_CLASSES.items():
        words.words[mark] = Word(mark, {cls}, {cls: None})
    words.assign_letters()
    for length in range(1, 6):
        for value in (0, 1, 13, 24, 25, 32, 60, 999, 1000, 3000, 9999, 99999):
            if len(str(value)) <= length:
                words.letter(_digit_classes(value, length))
    for values in range(1, 3001):
        for is_ordinal in (True, False):
            words.letter(_number_word_classes(Numeral(values, "ready", is_ordinal, False, False)))
            words.letter(_number_word_classes(Numeral(values, "ready", is_ordinal, True, True)))
    for cls in ("AND", "PREFIX", "ARTICLE", "DECIMAL", "CLOCK_DECIMAL"):
        words.letter(frozenset((cls,)))
    words.letter(frozenset(("DECIMAL", "CLOCK_DECIMAL")))
    return words


def _word(form: str, classes: frozenset[str]) -> Word:
    return Word(form, set(classes), dict.fromkeys(classes), lexicon().letter(classes))


@cache
def _clitic(form: str, cls: str) -> Word:
    return _word(form, frozenset((cls,)))


@cache
def _number_word(numeral: Numeral) -> Word:
    classes = _number_word_classes(numeral)
    word = _word("", classes)
    word.data = dict.fromkeys(classes, numeral)
    return word


def _digits(surface: str) -> Word:
    text = fold(surface)
    if "." in text or "," in text:
        head, _, tail = text.replace(",", ".").partition(".")
        if ("," in text and len(tail) >= 3) or text.count(",") + text.count(".") > 1:
            value = int(text.replace(",", "").replace(".", ""))
            return _digit_word(text, value, 5, frozenset(("NUMBER",)))
        clock = len(head) <= 2 and len(tail) == 2 and int(head) < 24 and int(tail) < 60
        classes = frozenset(("DECIMAL", "CLOCK_DECIMAL")) if clock else frozenset(("DECIMAL",))
        return _digit_word(text, float(f"{head}.{tail}"), len(text), classes)
    length = len(text)
    value = int(text) if length <= 9 else 10**9
    return _digit_word(text, value, length, _digit_classes(value, length))


def _digit_word(text: str, value: float, length: int, classes: frozenset[str]) -> Word:
    return Digits(text, set(classes), dict.fromkeys(classes), lexicon().letter(classes), value, length)


def _analyse(surface: str, kind: int | None) -> tuple[Piece, ...]:
    """Returns the tokens of a surface form; `kind` is the group of `_TOKEN` that matched."""
    if kind == 2:
        return (Piece(_digits(surface), 0, len(surface), None, False),)
    if kind is None:
        word = lexicon().words.get(surface)
        return (Piece(word or _UNKNOWN_WORD, 0, len(surface), None, False),)
    form = fold(surface).lower() if kind == 3 else fold(surface)
    if not form:
        return (Piece(_UNKNOWN_WORD, 0, len(surface), None, False),)
    if kind == 1:
        clitics, stem = _segment(form)
    else:
        clitics, stem = (), form
    pieces: list[Piece] = []
    done = begin = 0
    for clitic, cls in clitics:
        done += len(clitic)
        end = raw_prefix(surface, done)
        pieces.append(Piece(_clitic(clitic, cls), begin, end, None, not stem and clitic in lexicon().phrases))
        begin = end
    if stem:
        words = lexicon()
        entry = words.words.get(stem) or Word(stem)
        pieces.append(Piece(entry, begin, len(surface), numerals().get(stem), stem in words.phrases))
    return tuple(pieces)


_UNKNOWN_WORD = Word("")


def _known(stem: str, words: Vocabulary) -> bool:
    return stem in words.words or stem in words.phrases


def _segment(form: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """Returns the proclitics of a folded word with their classes, and the stem ("" where only clitics are left).

    Whole words beat segmented ones (§1.3). The stem of للـ words is given back its article.
    """
    words = lexicon()
    if form in _BARE_CLITICS:
        cls = _BARE_CLITICS[form]
        if len(form) > 1 and form[0] == "و":
            return (("و", "AND"), (form[1:], cls)), ""
        return ((form, cls),), ""
    if _known(form, words):
        return (), form
    clitics: list[tuple[str, str]] = []
    rest = form
    if rest[0] in "وف" and len(rest) > 2:
        clitics.append((rest[0], "AND"))
        rest = rest[1:]
        if _known(rest, words):
            return tuple(clitics), rest
    if rest.startswith("لل") and len(rest) > 3 and _known("ال" + rest[2:], words):
        return (*clitics, ("ل", "PREFIX")), "ال" + rest[2:]
    if rest[0] in "بلك" and len(rest) > 2 and _known(rest[1:], words):
        return (*clitics, (rest[0], "PREFIX")), rest[1:]
    return (), form


@dataclass(slots=True, eq=False)
class Tokens:
    """The tokens of a stretch of text, as parallel lists. `starts`, `ends`: offsets in the text.

    `letters` joins the letters of the words; `strong` tells whether any word opens a window.
    """

    words: list[Word]
    starts: list[int]
    ends: list[int]
    letters: str


def _surfaces(text: str, start: int, end: int) -> list[str]:
    """Returns the surfaces between two offsets; spaces at the end are cut off first, so no run is tried twice."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return _TOKEN.findall(text, start, end)


def tokenise(text: str, start: int, end: int) -> Tokens:
    """Returns the tokens between two offsets, phrases and numbers in words joined."""
    words: list[Word] = []
    starts: list[int] = []
    ends: list[int] = []
    numerals_at: list[int] = []
    phrases: list[int] = []
    at = start
    for surface in _surfaces(text, start, end):
        found = _memory.get(surface)
        if found is None:
            found = _remember(surface)
        if isinstance(found, tuple):
            for piece in found:
                if piece.numerals is not None:
                    numerals_at.append(len(words))
                if piece.opens_phrase:
                    phrases.append(len(words))
                words.append(piece.word)
                starts.append(at + piece.begin)
                ends.append(at + piece.end)
            at += len(surface)
        else:
            # An unknown word: nothing asks where it begins behind its white space.
            words.append(found)
            starts.append(at)
            at += len(surface)
            ends.append(at)
    if phrases:
        _join_phrases(words, starts, ends, phrases)
    if len(numerals_at) > 1:
        _join_numbers(words, starts, ends)
    return Tokens(words, starts, ends, "".join([word.letter for word in words]))


# A surface form (with what stands before it) by what it is: an unknown word, or its pieces.
_memory: dict[str, Word | tuple[Piece, ...]] = {}


def _remember(surface: str) -> Word | tuple[Piece, ...]:
    if len(_memory) >= _MEMORY:
        _memory.clear()
    lead = _LEADING.match(surface)
    skip = lead.end() if lead is not None else 0
    form = surface[skip:]
    kind = _kind(form)
    found: Word | tuple[Piece, ...] | None = _unknown(form) if kind == 1 else None
    if found is not None:
        if len(surface) <= _LONGEST_REMEMBERED:
            _memory[surface] = found
        return found
    pieces = _analyse(form, kind)
    if len(pieces) == 1 and pieces[0].numerals is None and not pieces[0].opens_phrase and is_unknown(pieces[0].word):
        found = pieces[0].word
    else:
        found = tuple(Piece(p.word, p.begin + skip, p.end + skip, p.numerals, p.opens_phrase) for p in pieces)
    if len(surface) <= _LONGEST_REMEMBERED:
        _memory[surface] = found
    return found


_NO_CLASSES: set[str] = set()  # shared by all unknown words
_NO_DATA: dict[str, Any] = {}


def _unknown(form: str) -> Word | None:
    """Returns the word of an Arabic form that the lexicon does not know, as most forms of a text are; else None."""
    folded = fold(form)
    if not folded:
        return None
    clitics, stem = _segment(folded)
    words = lexicon()
    if clitics or stem in words.words or stem in words.phrases or stem in numerals():
        return None
    return Word(stem, _NO_CLASSES, _NO_DATA)


def _kind(form: str) -> int | None:
    first = form[:1]
    if first.isdecimal():
        return 2
    if first.isalpha():
        return 3 if first.isascii() or "À" <= first <= "ÿ" else 1
    return None


def _join_phrases(words: list[Word], starts: list[int], ends: list[int], openers: list[int]) -> None:
    phrases = lexicon().phrases
    gone = 0
    for opener in openers:
        at = opener - gone
        if at < 0 or at + 1 >= len(words):
            continue
        by_second = phrases.get(words[at].fold)
        if by_second is None:
            continue
        for rest, entry in by_second.get(words[at + 1].fold, ()):
            stop = at + 2 + len(rest)
            if stop <= len(words) and all(words[at + 2 + i].fold == part for i, part in enumerate(rest)):
                words[at:stop] = [entry]
                starts[at + 1 : stop] = []
                ends[at:stop] = [ends[stop - 1]]
                gone += len(rest) + 1
                break


def _join_numbers(words: list[Word], starts: list[int], ends: list[int]) -> None:
    known = numerals()
    readings = [known.get(word.fold) for word in words]
    joint = [i > 0 and words[i - 1].fold == "و" for i in range(len(words))]
    at = 0
    while at < len(words):
        if readings[at] is not None:
            found = ordinal(readings, joint, at) or cardinal(readings, joint, at)
            if found is not None and found[1] > at + 1:
                numeral, stop = found
                words[at:stop] = [_number_word(numeral)]
                starts[at + 1 : stop] = []
                ends[at:stop] = [ends[stop - 1]]
                readings[at:stop] = [(numeral,)]
                joint[at:stop] = [joint[at]]
        at += 1


OPENS_PHRASE = "+"


def letters_of(text: str, start: int, end: int, first: bool) -> str:
    """Returns the letters of the first or last word between two offsets, clitics included; none for unknown words.

    An unknown word that may open a phrase has the letter OPENS_PHRASE.
    """
    if first:
        match = _TOKEN.match(text, start, end)
        surfaces = [match[0]] if match is not None else []
    else:
        surfaces = _surfaces(text, start, end)[-1:]
    letters = ""
    for surface in surfaces:
        found = _memory.get(surface) or _remember(surface)
        if isinstance(found, tuple):
            letters += "".join(
                [
                    OPENS_PHRASE if piece.opens_phrase and is_unknown(piece.word) else piece.word.letter
                    for piece in found
                ]
            )
    return letters


def pieces_of(surface: str) -> tuple[Piece, ...]:
    """Returns the tokens of one Arabic word."""
    return _analyse(surface, 1)


def is_strong(word: Word) -> bool:
    """Tells whether a word opens a window by itself."""
    return not STRONG.isdisjoint(word.classes)


def is_unknown(word: Word) -> bool:
    """Tells whether a word has no class: no pattern reaches across it."""
    return word.letter == UNKNOWN
