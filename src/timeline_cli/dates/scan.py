"""Raw text → windows that hold a trigger word or a telling number, in one linear pass.

The text is searched once for the spellings of all strong words (Aho–Corasick), once for digit shapes, and once for
words that marks or presentation forms disguise; only what lies around a find is ever folded and matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from timeline_cli.dates.fold import CONTROLS, MARKS, PRESENTATION, TATWEEL, fold
from timeline_cli.dates.surfaces import OPENS, arabic_tokens, lexicon, token_of
from timeline_cli.dates.tokens import first_surface, last_surface
from timeline_cli.dates.words import STRONG, UNKNOWN, Word

BEFORE, AFTER = 34, 16  # code points of context on either side of a trigger
LONGEST = 4096  # code points of a window; a longer stretch of triggers is cut
_BLOCK = 1 << 19  # code points searched at a time, so that memory does not grow with the text
_OVERLAP = 64  # code points by which a block looks into the next one, longer than any trigger

_LETTERS = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff"
_D = "[0-9٠-٩۰-۹]"
_C = f"[{CONTROLS}]?"
# A year, two numbers with a slash, three with dashes or dots, a clock, three digits and م, hours with ص or م before
# another (10 ص إلى 8 م), a day of the month named before (28 منه). Each begins with a digit, so that the search runs at
# the speed of a character class.
_SLASHED = rf"{_D}?[ \u00a0]?{_C}[/\\⁄∕]{_C}[ \u00a0]?{_D}"
_THREE = rf"{_D}?[-.]{_C}{_D}{_D}?[-.]{_C}{_D}{_D}"
_DIGITS = re.compile(
    rf"{_D}(?:{_D}{{3}}(?!{_D})|{_SLASHED}|{_THREE}|{_D}?:{_D}{_D}|{_D}{{2}} ?م(?!\w)|{_D}? منه(?!\w)|{_D}? ?ص(?!\w)"
    rf"|{_D}? ?م (?:[إا]لى|حتى|[-–]))"
)
# A day in words of the month named before (في الخامس والعشرين منه), not a part of something (في الجزء الثاني منه).
_DAY_OF_IT = re.compile(r"(?:^|\s)[وف]?(?:في|يوم|حتى|ليلة|مساء|صباح) ال\w+(?: عشر| وال\w+)?\s$")
_MILLENNIUM = frozenset("12١٢۱۲")
_RARE_LETTERS = "ڪکیېہھۀەۃ"
_HIDING = f"[{MARKS}{TATWEEL}{CONTROLS}{PRESENTATION}{_RARE_LETTERS}]"
# A run of them before a letter, found from its first one alone, so that no run is tried twice. The expression begins
# with the class and looks back from behind it, since the search for a class is the fast one.
_DISGUISE = re.compile(f"{_HIDING}(?<!{_HIDING}{_HIDING}){_HIDING}*(?=[{_LETTERS}{PRESENTATION}])")
_WORD_AROUND = re.compile(f"[{_LETTERS}{MARKS}{TATWEEL}{CONTROLS}{PRESENTATION}]+")
_PREFIXES = frozenset(
    [
        "و",
        "ف",
        "ب",
        "ل",
        "ك",
        "ال",
        "وال",
        "فال",
        "بال",
        "كال",
        "لل",
        "ولل",
        "فلل",
        "وب",
        "ول",
        "فب",
        "وك",
        "وبال",
        "ـ",
    ]  # what may stand before a trigger inside a word
)
_ALEFS = "اأإآ"
_SHORT = frozenset({"آب", "غد"})  # the only triggers of two letters
_COMMON = frozenset({"مايه", "ماية", "اب", "أب", "إب", "الي", "هـ"})
_HIJRI_OWNERS = frozenset({"ذو", "ذي", "ذا"})
_LONGEST_WORD = 400  # code points of a word that is looked up
_OF_IT = "منه"
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
            options.append("يىی")
        else:
            options.append(char)
    for letters in product(*options):
        yield "".join(letters)


def _is_strong(word: Word) -> bool:
    """Tells whether a word opens a window by itself."""
    return not STRONG.isdisjoint(word.classes)


@cache
def _triggers() -> tuple[str, ...]:
    words = lexicon()
    found: set[str] = set()
    strong = {form for form, word in words.words.items() if _is_strong(word) and form not in _NO_SPELLING}
    for form in strong:
        found.update(_spellings(form))
        if form.isascii():
            found.update((form.capitalize(), form.upper()))
    alone = {form for form in strong if not words.words[form].classes <= _LONELY}
    for first, by_second in words.phrases.items():
        for second, candidates in by_second.items():
            for rest, word in candidates:
                parts = (first, second, *rest)
                if _is_strong(word) and alone.isdisjoint(parts):
                    found.update(_phrase_spellings(parts))
    every = [form for form, word in words.words.items() if "WEEKDAY_INDEF" in word.classes]
    found.update(f"{word} {spelling}" for word in ("كل", "يوم") for form in every for spelling in _spellings(form))
    return tuple(sorted(form for form in found if (len(form) > 2 or form in _SHORT) and form not in _COMMON))


def _phrase_spellings(parts: tuple[str, ...]) -> Iterator[str]:
    """Yields what to look for to find a form of several words: the stem of a month's name, else the first two words."""
    stem = lexicon().words.get(parts[0])
    if stem is not None and "MONTHSTEM" in stem.classes:
        yield from _spellings(parts[0])
    elif parts[0] in _HIJRI_OWNERS:
        yield from _spellings(parts[1])
    elif parts[0].isalpha() and parts[1].isalpha() and len(parts[0] + parts[1]) > 3:
        for first, second in product(_spellings(parts[0]), _spellings(parts[1])):
            yield f"{first} {second}"


@cache
def _automaton() -> AhoCorasick:
    """Returns the automaton of all triggers: a full table, some 4 MB, twice as fast as the compact one."""
    forms = _automaton_forms()
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


@cache
def _automaton_forms() -> list[str]:
    return [*_triggers(), "هـ", "ق.م", _OF_IT]


_SURROGATE = re.compile("[\ud800-\udfff]")


def _matches(text: str) -> list[tuple[int, int, int]]:
    """Returns index, start and end of every trigger; half a surrogate pair, which is no text, is read as U+FFFD."""
    try:
        return _automaton().find_matches_as_indexes(text)
    except UnicodeEncodeError:
        return _automaton().find_matches_as_indexes(_SURROGATE.sub("\ufffd", text))


def _hits(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Returns the offsets of triggers that begin between two offsets and stand as words, in no special order."""
    hits: list[tuple[int, int]] = []
    length = len(text)
    sociable, plural, own = _sociable(), _plural_units(), _points_back()
    block = text if start == 0 and end >= length else text[start : end + _OVERLAP]
    for index, begin, stop in _matches(block):
        begin, stop = begin + start, stop + start
        if begin >= end or (stop < length and text[stop].isalpha() and text[stop] not in MARKS):
            continue
        word = begin
        if begin and text[begin - 1].isalpha():
            word = begin - 1
            while word and begin - word < 6 and text[word - 1].isalpha():
                word -= 1
            if text[word:begin] not in _PREFIXES:
                continue
        if own[index] and _DAY_OF_IT.search(text, max(0, begin - 32), begin) is None:
            continue
        if not sociable[index] or _has_company(text, word, stop) or (plural[index] and text[word:begin] == "ل"):
            hits.append((begin, stop))
    for match in _DIGITS.finditer(text, start, min(end + _OVERLAP, length)):
        begin, stop = match.span()
        if begin >= end or (begin and text[begin - 1].isdecimal()):
            continue
        if text[begin] in _MILLENNIUM or not text[begin:stop].isdecimal():
            hits.append((begin, stop))
    return hits


# Units, dayparts and seasons mean a time only beside another word of time; these beside them do not count as one.
_NO_COMPANY = frozenset(
    [
        "IN",
        "OF",
        "FROM",
        "AND",
        "PREFIX",
        "ON",
        "COMMA",
        "DOT",
        "QUOTE",
        "NEWLINE",
        "LPAR",
        "RPAR",
        "COLON",
        "DASH",
        "SLASH",
        "AT",
        "OR",
        "THEN",
        "PIPE",
        "GONE",
        "PLUS",
        "EQUALS",
    ]
)
_LONELY = frozenset(
    [
        "UNIT",
        "UNIT_DEF",
        "UNIT_PL",
        "UNIT_PL_DEF",
        "UNIT_ACC",
        "SEASON",
        "SEASON_DEF",
        "DAYPART",
        "DAYPART_DEF",
        "HALF",
        "QUARTER",
        "THIRD",
        "TEN",
        "CENTURY",
        "DECADEDEF",
        "MILLENNIUM",
        "YEARWORD",
        "YEARDEF",
        "MONTHWORD",
        "MONTHDEF",
        "WEEKDEF",
        "DAYWORD",
        "HOUR",
        "MINUTES",
        "SECONDS",
        "HOURS",
        "MONTHPL",
        "DAYPL",
        "YEARPL",
        "NIGHTWORD",
        "ORDINAL",
        "HOUR_WORD",
        "DAY_ORDINAL",
        "CARDINAL",
        "FRACTION",
        "HALFFRACTION",
        "YEAR_SMALL_WORDS",
        "DAY_CARDINAL",
        "TERM",
        "AMPM",
        "REL",
        "RELDU",
    ]
)


@cache
def _sociable() -> tuple[bool, ...]:
    """Returns for each trigger whether it needs company."""
    words = lexicon().words
    found: list[bool] = []
    for form in _automaton_forms():
        word = words.get(fold(form))
        found.append(word is not None and bool(word.classes) and word.classes <= _LONELY)
    return tuple(found)


_DISTANCE_TAILS = frozenset({"مدى", "مدي", "مدار"})  # على مدى سنوات


@cache
def _plural_units() -> tuple[bool, ...]:
    """Returns for each trigger whether it is a plural unit, a length of time behind ل (لساعات)."""
    words = lexicon().words
    return tuple("UNIT_PL" in word.classes if (word := words.get(fold(form))) else False for form in _automaton_forms())


@cache
def _points_back() -> tuple[bool, ...]:
    """Returns for each trigger whether it only means a month named before (منه)."""
    return tuple(form == _OF_IT for form in _automaton_forms())


@cache
def _company_letters() -> frozenset[str]:
    """Returns the letters of the words that count as company."""
    return frozenset(letter for classes, letter in lexicon().letter_sets() if not classes <= _NO_COMPANY)


@lru_cache(maxsize=1 << 16)
def _is_company(surface: str | None) -> bool:
    """Tells whether a surface form belongs to the words of time, by itself or as the first of several words."""
    if surface is None:
        return False
    token = token_of(surface)
    if not _company_letters().isdisjoint(token.letter):
        return True
    return any(part.letter == UNKNOWN and int(part.joint) & OPENS for part in token.parts or (token,))


def _has_company(text: str, start: int, end: int) -> bool:
    """Tells whether the word before or after a stretch belongs to the words of time."""
    if _is_company(first_surface(text, end, min(end + 40, len(text)))):
        return True
    if text[max(0, start - 5) : start].strip() in _DISTANCE_TAILS:
        return True
    if text.endswith(" من ", max(0, start - 4), start):
        day = last_surface(text, max(0, start - 32), start - 4)
        if day is not None and "DAY_ORDINAL" in token_of(day).classes:
            return True  # السابع من الجاري
    return _is_company(last_surface(text, max(0, start - 28), start))


def _disguised(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Returns the offsets of strong words between two offsets that marks inside them hide from the automaton."""
    hits: list[tuple[int, int]] = []
    done = start
    for match in _DISGUISE.finditer(text, start, end):
        at = match.start()
        if at < done:
            continue
        begin = _word_start(text, max(done, at - 40), at)
        word = _WORD_AROUND.search(text, begin, begin + _LONGEST_WORD)
        while word is not None and word.end() <= at:
            word = _WORD_AROUND.search(text, word.end(), word.end() + _LONGEST_WORD)
        if word is None:
            continue
        done = word.end()
        if _is_strong_surface(word[0]):
            hits.append(word.span())
    return hits


def _word_start(text: str, floor: int, at: int) -> int:
    """Returns the offset after the last white space between two offsets, the first of them where there is none."""
    words = text[floor:at].split()
    return at - len(words[-1]) if words and not text[at - 1].isspace() else at


@lru_cache(maxsize=1 << 16)
def _is_strong_surface(surface: str) -> bool:
    return any(_is_strong(word) or int(word.joint) & OPENS for word in arabic_tokens(surface))


def _all_hits(text: str) -> Iterator[tuple[int, int]]:
    """Yields the offsets of all triggers of a text in order, a block at a time."""
    for start in range(0, len(text), _BLOCK):
        hits = _hits(text, start, start + _BLOCK)
        hits += _disguised(text, start, start + _BLOCK)
        hits.sort()
        yield from hits


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Yields half-open stretches of the text, in order, that may hold time expressions."""
    length = len(text)
    start = end = -1
    for hit_start, hit_end in _all_hits(text):
        if end >= 0 and hit_start - BEFORE > end:
            yield whole_words(text, start, end)
            start = -1
        elif end >= 0 and hit_end - start > LONGEST:
            yield start, hit_start
            start = hit_start
        if start < 0:
            start = max(hit_start - BEFORE, 0)
        end = min(max(end, hit_end + AFTER), length)
    if start >= 0:
        yield whole_words(text, start, end)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns both ends of a window moved outwards to white space, by 40 code points at most."""
    if start > 0:
        limit = max(0, start - 40)
        found = max(text.rfind(" ", limit, start), text.rfind("\n", limit, start))
        start = found + 1 if found >= 0 else limit
    length = len(text)
    if end < length:
        found = text.find(" ", end, end + 40)
        end = found if found >= 0 else min(end + 40, length)
    return max(start, 0), min(end, length)
