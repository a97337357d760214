"""Surface forms → tokens: words freed of their proclitics, digit runs, marks. Every form is analysed once.

A surface form is what the tokeniser cuts: one word, number or mark, with the white space before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline_cli.dates.fold import CONTROLS, MARKS, fold, raw_prefix
from timeline_cli.dates.numbers import Numeral, numerals
from timeline_cli.dates.words import UNKNOWN, Vocabulary, Word, vocabulary

# White space and stray marks before a token belong to its surface, so that the surfaces of a text add up to it.
LEAD = f"[ \t\r\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000{CONTROLS}{MARKS}]*"
_LEADING = re.compile(LEAD)

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

_BARE_CLITICS = {"و": "AND", "ف": "AND", "ب": "PREFIX", "ل": "PREFIX", "ك": "PREFIX", "ال": "ARTICLE", "لل": "PREFIX",
                 "بال": "ARTICLE", "وال": "ARTICLE", "ول": "PREFIX", "وب": "PREFIX"}  # fmt: skip
_CLITIC_LETTERS = frozenset("وفبلك")
_MEMORY = 1 << 17  # surface forms
_LONGEST_REMEMBERED = 48  # code points


@dataclass(slots=True, eq=False)
class Token(Word):
    """A word as it stands in a surface form.

    `joint`: how it may join the tokens beside it: a digit, the sum of OPENS, FOLLOWS and COUNTS. `width`: its code
    points with the `lead` that stands before it. `parts`: the tokens of a form of several (وبالأمس); its `letter` and
    `joint` are then theirs in one string.
    """

    joint: str = "0"
    lead: int = 0
    width: int = 0
    parts: tuple[Token, ...] = ()


# A token may open a form of several words, be the second word of one, and be a number word.
OPENS, FOLLOWS, COUNTS = 1, 2, 4
_STANDS_ALONE, _FOLLOWS_ONLY = "0", str(FOLLOWS)


@dataclass(slots=True, eq=False)
class Digits(Token):
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
def number_word(numeral: Numeral) -> Word:
    """Returns the word of a number that several words make."""
    classes = _number_word_classes(numeral)
    word = _word("", classes)
    word.data = dict.fromkeys(classes, numeral)
    return word


def _digits(form: str) -> Digits:
    """Returns the token of a number in digits."""
    text = fold(form)
    if "." in text or "," in text:
        head, _, tail = text.replace(",", ".").partition(".")
        if ("," in text and len(tail) >= 3) or text.count(",") + text.count(".") > 1:
            value = int(text.replace(",", "").replace(".", ""))
            return _digit_token(text, value, 5, frozenset(("NUMBER",)))
        clock = len(head) <= 2 and len(tail) == 2 and int(head) < 24 and int(tail) < 60
        classes = frozenset(("DECIMAL", "CLOCK_DECIMAL")) if clock else frozenset(("DECIMAL",))
        return _digit_token(text, float(f"{head}.{tail}"), len(text), classes)
    length = len(text)
    value = int(text) if length <= 9 else 10**9
    return _digit_token(text, value, length, _digit_classes(value, length))


def _digit_token(text: str, value: float, length: int, classes: frozenset[str]) -> Digits:
    letter, joint = lexicon().letter(classes), _joint(text)
    return Digits(text, set(classes), dict.fromkeys(classes), letter, joint, value=value, length=length)


@cache
def _known_forms() -> frozenset[str]:
    """Returns the folded forms that are words, clitics, or the first word of a form of several."""
    words = lexicon()
    return frozenset([*words.words, *words.phrases, *_BARE_CLITICS])


@cache
def _followers() -> frozenset[str]:
    """Returns the folded words that stand second in a form of several words."""
    return frozenset().union(*lexicon().phrases.values())


def _joint(form: str, opens: bool = False, counts: bool = False) -> str:
    return str(OPENS * opens + FOLLOWS * (form in _followers()) + COUNTS * counts)


def _token(word: Word, lead: int, width: int, opens: bool = False, counts: bool = False) -> Token:
    return Token(word.fold, word.classes, word.data, word.letter, _joint(word.fold, opens, counts), lead, width)


def _analyse(surface: str) -> Token:
    """Returns the token of a surface form, or the one that holds its several tokens."""
    lead = _LEADING.match(surface)
    skip = lead.end() if lead is not None else 0
    form = surface[skip:]
    first = form[:1]
    if first.isdecimal():
        digits = _digits(form)
        digits.lead, digits.width = skip, len(surface)
        return digits
    if not first.isalpha():
        return _token(lexicon().words.get(form, _UNKNOWN_WORD), skip, len(surface))
    if first.isascii() or "À" <= first <= "ÿ":
        parts = _parted(form, (), fold(form).lower(), skip)
    else:
        parts = arabic_tokens(form, skip)
    if len(parts) == 1:
        return parts[0]
    letters, joints = ("".join(found) for found in zip(*((part.letter, part.joint) for part in parts), strict=True))
    return Token("", letter=letters, joint=joints, parts=parts)


def arabic_tokens(form: str, lead: int = 0) -> tuple[Token, ...]:
    """Returns the tokens of an Arabic word with so many code points before it."""
    folded = fold(form)
    return _parted(form, *(_segment(folded) if folded else ((), "")), lead)


def _parted(form: str, clitics: tuple[tuple[str, str], ...], stem: str, lead: int) -> tuple[Token, ...]:
    """Returns the tokens of a word whose clitics and stem are known."""
    if not clitics and not stem:
        return (_token(_UNKNOWN_WORD, lead, lead + len(form)),)
    words = lexicon()
    tokens: list[Token] = []
    done = begin = 0
    for clitic, cls in clitics:
        done += len(clitic)
        end = raw_prefix(form, done)
        tokens.append(_token(_clitic(clitic, cls), lead, lead + end - begin, not stem and clitic in words.phrases))
        begin, lead = end, 0
    if stem:
        entry = words.words.get(stem) or Word(stem)
        tokens.append(_token(entry, lead, lead + len(form) - begin, stem in words.phrases, stem in numerals()))
    return tuple(tokens)


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


_NO_CLASSES: set[str] = set()  # shared by all unknown words
_NO_DATA: dict[str, Any] = {}


class _Surfaces(dict[str, Token]):
    """The surface forms met so far; a new one is analysed when it is looked up."""

    def __missing__(self, surface: str) -> Token:
        token = _unknown(surface) or _analyse(surface)
        if len(surface) <= _LONGEST_REMEMBERED:
            if len(self) >= _MEMORY:
                self.clear()
            self[surface] = token
        return token


def _unknown(surface: str) -> Token | None:
    """Returns the token of an Arabic word that the lexicon does not know, as most forms of a text are; else None.

    This is the first look at a form, and short for that reason: whatever is not plain is left to `_analyse`.
    """
    lead = 1 if surface[0] == " " else 0
    if not "ؠ" <= surface[lead : lead + 1] <= "ي":
        return None
    form = fold(surface[lead:])
    if not form or form in _known_forms() or (form[0] in _CLITIC_LETTERS and _segment(form)[0]):
        return None
    joint = _FOLLOWS_ONLY if form in _followers() else _STANDS_ALONE
    return Token(form, _NO_CLASSES, _NO_DATA, UNKNOWN, joint, lead, len(surface))


# Looks up a surface form: its token, or the one that holds its several tokens as `parts`.
token_of = _Surfaces().__getitem__
