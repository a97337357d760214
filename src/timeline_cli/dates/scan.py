"""Raw text → windows that hold a trigger word or a telling number, in one linear pass.

The text is searched once for the spellings of all strong words (Aho–Corasick), once for digit shapes, and once for
words that marks or presentation forms disguise; only what lies around a find is ever folded and matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from ahocorasick_rs import AhoCorasick, MatchKind

from timeline_cli.dates.fold import CONTROLS, MARKS, PRESENTATION, TATWEEL
from timeline_cli.dates.tokens import is_strong, lexicon, pieces_of

BEFORE, AFTER = 72, 72  # code points of context on either side of a trigger
LONGEST = 4096  # code points of a window; a longer stretch of triggers is cut

_CONTROL = f"[{CONTROLS}]*"
_DIGITS = re.compile(
    rf"(?<!\d)(?:[12١٢۱۲]\d{{3}}(?!\d)|\d{{1,2}}\s?{_CONTROL}[/\\⁄]{_CONTROL}\s?\d|\d{{1,2}}[-.]{_CONTROL}\d{{1,2}}[-.]{_CONTROL}\d\d|\d{{1,2}}:\d\d|\d{{3}}\s?م(?!\w))"
)
_LETTERS = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff"
_DISGUISED = re.compile(f"[{MARKS}{TATWEEL}{CONTROLS}](?=[{_LETTERS}])|[{PRESENTATION}]|[ڪکیېہھۀەۃ]")
_WORD_AROUND = re.compile(f"[{_LETTERS}{MARKS}{TATWEEL}{CONTROLS}{PRESENTATION}]+")
_PREFIXES = frozenset(
    "و ف ب ل ك ال وال فال بال كال لل ولل فلل وب ول فب وك وبال ـ".split()  # what may stand before a trigger inside a word
)
_ALEFS = "اأإآ"
_NO_SPELLING = frozenset({"ه", "م", "ص"})


def _spellings(form: str) -> Iterator[str]:
    """Yields how a folded word may be spelt: hamza on its first alef, ta marbuta, alef maqsura."""
    body = 2 if form.startswith("ال") and len(form) > 3 else 0
    options: list[str] = []
    for index, char in enumerate(form):
        if char == "ا" and index == body:
            options.append(_ALEFS)
        elif char == "ه" and index == len(form) - 1:
            options.append("هة")
        elif char == "ي" and index == len(form) - 1:
            options.append("يى")
        else:
            options.append(char)
    for letters in product(*options):
        yield "".join(letters)


@cache
def _triggers() -> tuple[str, ...]:
    words = lexicon()
    found: set[str] = set()
    strong = {form for form, word in words.words.items() if is_strong(word) and form not in _NO_SPELLING}
    for form in strong:
        found.update(_spellings(form))
        if form.isascii():
            found.update((form.capitalize(), form.upper()))
    for first, candidates in words.phrases.items():
        for rest, word in candidates:
            parts = (first, *rest)
            if is_strong(word) and strong.isdisjoint(parts):
                found.update(_spellings(max(parts, key=len)))
    every = [form for form, word in words.words.items() if "WEEKDAY_INDEF" in word.classes]
    found.update(f"{word} {spelling}" for word in ("كل", "يوم") for form in every for spelling in _spellings(form))
    found.discard("الي")
    return tuple(sorted(form for form in found if len(form) > 1))


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick([*_triggers(), "هـ", "ق.م"], matchkind=MatchKind.LeftmostLongest)


def _hits(text: str) -> list[tuple[int, int]]:
    """Returns the offsets of triggers that stand as words, in no special order."""
    hits: list[tuple[int, int]] = []
    length = len(text)
    for _, start, end in _automaton().find_matches_as_indexes(text):
        if end < length and text[end].isalpha() and text[end] not in MARKS:
            continue
        if start and text[start - 1].isalpha():
            begin = start - 1
            while begin and start - begin < 6 and text[begin - 1].isalpha():
                begin -= 1
            if text[begin:start] not in _PREFIXES:
                continue
        hits.append((start, end))
    hits += [match.span() for match in _DIGITS.finditer(text)]
    return hits


def _disguised(text: str) -> list[tuple[int, int]]:
    """Returns the offsets of strong words that marks inside them hide from the automaton."""
    hits: list[tuple[int, int]] = []
    done = 0
    for match in _DISGUISED.finditer(text):
        if match.start() < done:
            continue
        begin = match.start()
        while begin > done and begin > match.start() - 40 and not text[begin - 1].isspace():
            begin -= 1
        word = _WORD_AROUND.search(text, begin)
        while word is not None and word.end() <= match.start():
            word = _WORD_AROUND.search(text, word.end())
        if word is None:
            continue
        done = word.end()
        if any(is_strong(piece.word) or piece.opens_phrase for piece in pieces_of(word[0])):
            hits.append(word.span())
    return hits


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Yields half-open stretches of the text, in order and apart, that may hold time expressions."""
    hits = _hits(text)
    hits += _disguised(text)
    if not hits:
        return
    hits.sort()
    length = len(text)
    start, end = max(hits[0][0] - BEFORE, 0), 0
    for hit_start, hit_end in hits:
        if end and hit_start - BEFORE > end:
            yield _whole_words(text, start, end, length)
            start = max(hit_start - BEFORE, 0)
        elif hit_end - start > LONGEST:
            yield start, hit_start
            start = hit_start
        end = min(hit_end + AFTER, length)
    yield _whole_words(text, start, end, length)


def _whole_words(text: str, start: int, end: int, length: int) -> tuple[int, int]:
    """Moves both ends of a window to white space, outwards, by 40 code points at most."""
    limit = max(0, start - 40)
    while start > limit and not text[start - 1].isspace():
        start -= 1
    limit = min(length, end + 40)
    while end < limit and not text[end].isspace():
        end += 1
    return start, end
