"""Words as the text writes them, without و, ف and the preposition attached to the first."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_cli.text.tokens import Unit

_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"


def without_first_letter(text: str) -> str:
    """Returns a word without its first letter and the vowel marks on it."""
    return text[1:].lstrip(_MARKS)


_DENIALS = frozenset({"ولا", "ولم", "ولن"})  # listed whole, with their و


def plain_text(parts: Sequence[Unit], k: int, first: bool) -> str:
    """Returns the text of a unit; `first` takes an attached و, ف and a preposition off it (للمصنع becomes المصنع)."""
    unit = parts[k]
    text = unit.text
    if not first or unit.date >= 0:
        return text
    word = unit.word
    if word.lead or word.stem in _DENIALS:
        text = without_first_letter(text)
    if word.prefix:
        if text.startswith("لل"):
            rest = without_first_letter(text)
            if not (rest.startswith("ل") and word.core.startswith("ل")):
                return "ال" + rest[1:]
            return "ال" + rest if _described(parts, k) else rest
        text = without_first_letter(text)
    return text


def words_of(text: str, parts: Sequence[Unit], first: int, end: int) -> str:
    """Returns the text of units first:end without an attached و, ف or preposition at its start."""
    if end <= first:
        return ""
    if end == first + 1:
        return plain_text(parts, first, True)
    rest = text[parts[first].end : parts[end - 1].end]
    return plain_text(parts, first, True) + " ".join(rest.split("\n"))


def _described(parts: Sequence[Unit], k: int) -> bool:
    """Tells whether a definite adjective stands behind a unit (للقاء المرتقب), which no article shows in لل."""
    after = parts[k + 1].word if k + 1 < len(parts) else None
    if after is None or not after.definite:
        return False
    agrees = parts[k].word.feminine and after.feminine
    return agrees or "ordinal" in after.classes or "superlative" in after.classes or after.core.startswith("م")
