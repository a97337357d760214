"""Raw text → typed tokens: those of its surface forms, phrases and numbers in words joined.

Offsets are code points of the raw text. What most windows need of their tokens, their letters, is gathered without a
look at any single one of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from timeline_cli.dates.fold import CONTROLS, MARKS, PRESENTATION, TATWEEL
from timeline_cli.dates.numbers import cardinal, numerals, ordinal
from timeline_cli.dates.surfaces import COUNTS, FOLLOWS, LEAD, OPENS, Token, lexicon, number_word, token_of
from timeline_cli.dates.words import Word

_LETTER = (
    f"\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f{PRESENTATION}"
)
_WORD_RUN = f"[{_LETTER}][{_LETTER}{MARKS}{TATWEEL}]*(?:[{CONTROLS}]+[{_LETTER}{MARKS}{TATWEEL}]+)*"
_NUMBER = (
    r"(?<!\d[.,٫٬])(?<!\d)\d{1,3}(?:[,٬]\d{3})+(?![.,٫٬]?\d)"  # grouped
    r"|(?<!\d[.,٫٬])\d+[.,٫]\d+(?![.,٫٬]?\d)"  # decimal
    r"|\d+"
)
_TOKEN = re.compile(rf"{LEAD}(?:{_WORD_RUN}|{_NUMBER}|[A-Za-zÀ-ÿ]+|[^ ])")


def _joints(quality: int) -> str:
    """Returns a class of the joints that have a quality (OPENS, FOLLOWS, COUNTS)."""
    return f"[{''.join(str(joint) for joint in range(8) if joint & quality)}]"


_PHRASE = re.compile(f"{_joints(OPENS)}(?={_joints(FOLLOWS)})")
_NUMBER_WORDS = re.compile(f"{_joints(COUNTS)}.?{_joints(COUNTS)}")  # و may stand between two of them


@dataclass(slots=True, eq=False)
class Tokens:
    """The tokens of a stretch of text. `letters` joins the letters of the `words`.

    `borders`: offsets in the text where one token ends and the next one's lead begins; one more than there are words.
    """

    words: list[Token]
    borders: list[int]
    letters: str

    def start(self, index: int) -> int:
        """Returns the offset of a token's first code point."""
        return self.borders[index] + self.words[index].lead

    def end(self, index: int) -> int:
        """Returns the offset after a token's last code point."""
        return self.borders[index + 1]


def _surfaces(text: str, start: int, end: int) -> list[str]:
    """Returns the surfaces between two offsets; spaces at the end are cut off first, so no run is tried twice."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return _TOKEN.findall(text, start, end)


def tokenise(text: str, start: int, end: int) -> Tokens:
    """Returns the tokens between two offsets, phrases and numbers in words joined."""
    words = list(map(token_of, _surfaces(text, start, end)))
    letters = "".join([word.letter for word in words])
    joints = "".join([word.joint for word in words])
    if len(letters) > len(words):
        words = [part for word in words for part in word.parts or (word,)]
    counted = _NUMBER_WORDS.search(joints) is not None
    if _PHRASE.search(joints) is not None:
        _join_phrases(words, joints)
    if counted:
        _join_numbers(words)
    if len(words) < len(letters):
        letters = "".join([word.letter for word in words])
    return Tokens(words, list(accumulate([word.width for word in words], initial=start)), letters)


def _joined(word: Word, parts: list[Token]) -> Token:
    """Returns the token of a word that several tokens make."""
    width = sum(part.width for part in parts)
    return Token(word.fold, word.classes, word.data, word.letter, lead=parts[0].lead, width=width)


def _join_phrases(words: list[Token], joints: str) -> None:
    phrases = lexicon().phrases
    gone = 0
    for opener in _PHRASE.finditer(joints):
        at = opener.start() - gone
        if at < 0:
            continue
        by_second = phrases.get(words[at].fold)
        for rest, entry in by_second.get(words[at + 1].fold, ()) if by_second is not None else ():
            stop = at + 2 + len(rest)
            if stop <= len(words) and (not rest or [word.fold for word in words[at + 2 : stop]] == list(rest)):
                words[at:stop] = [_joined(entry, words[at:stop])]
                gone += len(rest) + 1
                break


def _join_numbers(words: list[Token]) -> None:
    known = numerals()
    readings = [known.get(word.fold) for word in words]
    joint = [i > 0 and words[i - 1].fold == "و" for i in range(len(words))]
    at = 0
    while at < len(words):
        if readings[at] is not None:
            found = ordinal(readings, joint, at) or cardinal(readings, joint, at)
            if found is not None and found[1] > at + 1:
                numeral, stop = found
                words[at:stop] = [_joined(number_word(numeral), words[at:stop])]
                readings[at:stop] = [(numeral,)]
                joint[at:stop] = [joint[at]]
        at += 1


def first_surface(text: str, start: int, end: int) -> str | None:
    """Returns the first surface form between two offsets, None where there is none."""
    match = _TOKEN.match(text, start, end)
    return None if match is None else match[0]


def last_surface(text: str, start: int, end: int) -> str | None:
    """Returns the last surface form between two offsets, None where there is none."""
    surfaces = _surfaces(text, start, end)
    return surfaces[-1] if surfaces else None
