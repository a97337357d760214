"""Comparison forms of single words (docs/temporal-expressions.md §1.1). Never applied to whole texts."""

from __future__ import annotations

import re

_MARKS = (
    "".join(map(chr, [0x640, 0x670, *range(0x610, 0x61B), *range(0x64B, 0x656), *range(0x6D6, 0x6EE)]))
    + "\u00ad\u061c\ufeff\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

_BARE = {ord(mark): None for mark in _MARKS}
_FOLD = _BARE | {
    ord(letter): plain
    for plain, variants in {"ا": "أإآٱ", "ي": "ىیې", "ك": "کڪ", "ه": "ةہھۀەۃ"}.items()
    for letter in variants
}
_INVISIBLE = {ord(mark): None for mark in _MARKS if ord(mark) in (0xAD, 0x61C, 0xFEFF) or ord(mark) >= 0x200B}

# Most words need no change, and to see that takes a third of the time that it takes to make a copy.
_is_marked = re.compile(f"[{''.join(map(chr, _BARE))}]").search
_folds = re.compile(f"[{''.join(map(chr, _FOLD))}]").search


def bare(word: str) -> str:
    """Returns a word without vowel marks, tatweel and invisible characters."""
    return word.translate(_BARE) if _is_marked(word) else word


def fold(word: str) -> str:
    """Returns the form that words are compared by: bare, one alef, one ya, ha for ta marbuta.

    A bare word keeps its length, so that a part of it folds to the same part of its folded form.
    """
    return word.translate(_FOLD) if _folds(word) else word


def visible(text: str) -> str:
    """Returns a text without direction marks, zero-width characters and soft hyphens; vowel marks stay."""
    return text if text.isascii() else text.translate(_INVISIBLE)


_SINGULAR = frozenset({"وفات", "حيات", "معانات", "ملاقات", "مواسات", "مبارات", "قنات"})


def unjoined(base: str) -> str:
    """Writes a noun without the pronoun it was joined to: زيارت becomes زيارة, لقائ becomes لقاء, تدريبات stays."""
    if base.endswith("ات"):
        return base[:-1] + "ة" if base in _SINGULAR else base
    return base[:-1] + {"ت": "ة", "ئ": "ء", "ؤ": "ء"}[base[-1]] if base[-1] in "تئؤ" else base
