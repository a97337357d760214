"""The words on either side of an item, and what a word there may be."""

from __future__ import annotations

from functools import cache

from timeline_cli.dates.match import Item
from timeline_cli.dates.tense import aspect
from timeline_cli.dates.tokens import Tokens
from timeline_cli.dates.words import UNKNOWN, Word, guard_words
from timeline_cli.lexicon import rows

_NO_WORD = Word("")
_STEPPED_OVER = frozenset({"QUOTE", "ARTICLE"})
_WITH_ARTICLE = ("NAMEHEAD", "EVENTHEAD", "PLACEHEAD")
_STEMMED = (
    "NAMEHEAD",
    "EVENTHEAD",
    "NUMBERHEAD",
    "COUNTED",
    "AGEHEAD",
    "PERSONCUE",
    "FEASTHEAD",
    "WEEKDAYHEAD",
    "GENITIVEHEAD",
    "EVENTYEAR",
    "PLACEHEAD",
    "CASEHEAD",
    "MEDIAHEAD",
    "NIGHTHEAD",
)


@cache
def words(cls: str) -> frozenset[str]:
    """Returns the folded words of a class of `false_positives.csv`, heads of names also with their article."""
    found = guard_words(cls)
    if cls in _WITH_ARTICLE:
        found |= {"ال" + word for word in found if not word.startswith("ال")}
    return found


@cache
def given_names() -> frozenset[str]:
    """Returns the folded given names of the word list."""
    return frozenset(row["fold"] for row in rows("events/given_names"))


@cache
def _stems() -> frozenset[str]:
    return frozenset().union(*(words(cls) for cls in _STEMMED))


@cache
def stem(word: str) -> str:
    """Returns a folded word without و ف ب ل ك, where the rest is a guard word."""
    known = _stems()
    if word not in known:
        for length in (1, 2):
            if len(word) > length + 2 and word[0] in "وفبلك" and word[length:] in known:
                return word[length:]
        if word.startswith("لل") and "ال" + word[2:] in known:
            return "ال" + word[2:]
    return word


def is_counted(word: Word, listed: bool = False) -> bool:
    """Tells whether a word is a noun that a number before it counts.

    Besides the listed ones that is an indefinite accusative (2015 طالبا), unless only those are asked for.
    """
    form = word.fold
    if form in words("COUNTED") or form in ("%", "٪"):
        return True
    if not word.classes.isdisjoint({"UNIT", "UNIT_PL", "UNIT_ACC", "THOUS", "PAST_BIG"}):
        return True
    if listed:
        return False
    accusative = len(form) > 3 and form.endswith("ا") and not form.endswith(("ها", "نا", "هما"))
    return word.letter == UNKNOWN and accusative and not form.startswith("ال") and form not in words("NOTCOUNTED")


def is_indefinite_noun(word: Word) -> bool:
    """Tells whether a word looks like a noun without article, such as a number may count."""
    form = word.fold
    if word.letter != UNKNOWN or len(form) < 3 or not form.isalpha() or form in words("FUNCTIONWORD"):
        return False
    return aspect(form) is None and form[0] not in "وفل" and not form.startswith(("ال", "بال"))


class Around:
    """The words on either side of an item, nearest first."""

    __slots__ = ("item", "text", "tokens")

    def __init__(self, item: Item, tokens: Tokens, text: str) -> None:
        self.item = item
        self.tokens = tokens
        self.text = text

    def before(self, distance: int = 1) -> Word:
        """Returns the word so many tokens before, an empty one at the edge."""
        index = self.item.first - distance
        return self.tokens.words[index] if index >= 0 else _NO_WORD

    def after(self, distance: int = 1) -> Word:
        """Returns the word so many tokens after, an empty one at the edge."""
        index = self.item.last - 1 + distance
        return self.tokens.words[index] if index < len(self.tokens.words) else _NO_WORD

    def first(self) -> Word:
        """Returns the first word of the item."""
        return self.tokens.words[self.item.first]

    def head(self) -> str:
        """Returns the stem of the nearest word before; quotation marks and a loose article are stepped over."""
        distance = 1
        while distance < 4 and not self.before(distance).classes.isdisjoint(_STEPPED_OVER):
            distance += 1
        return stem(self.before(distance).fold)

    def has_definite_head(self) -> bool:
        """Whether the word before bears the article: it cannot govern what follows (الشركة أمس, but سوق الأحد)."""
        word = self.before()
        return word.letter == UNKNOWN and word.fold.startswith(("ال", "لل", "بال", "وال"))

    def surface(self) -> str:
        """Returns the words of the item as they stand."""
        return self.text[self.item.start : self.item.end]
