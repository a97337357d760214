"""The tense of the clause that a date stands in (docs/temporal-expressions.md §6.5)."""

from __future__ import annotations

import re
from functools import cache

from timeline_cli.dates.fold import fold
from timeline_cli.lexicon import rows

PAST, PRESENT, FUTURE = "past", "present", "future"
_WORD = re.compile(r"[^\W\d_]+(?:[\u064b-\u0652\u0670\u0640]+[^\W\d_]*)*")
_END = re.compile(r"[.!؟?\n؛]+")
_RELATIVE_CLAUSE = re.compile(r"،\s*[وف]?(?:التي|الذي|الذى|الذين)\s[^،.\n]{1,90}،")
_CLAUSE_END = re.compile(r"[.!؟?\n؛،]+")
_REACH = 260  # code points looked at on either side
_WORDS = 26  # words looked at on the left; half as many on the right

_FUTURE_WORDS = frozenset(
    fold(word)
    for word in "سوف لن المقرر مقرر مقررا المقررة المتوقع متوقع يتوقع المنتظر منتظر ينتظر المزمع المرتقب المرتقبة يعتزم تعتزم "
    "سيتم ستتم المفترض يفترض ينوي تنوي المزمعة المتوقعة المنتظرة راح رح".split()
)
# Verbs that no list holds, by their shape: سيـ goes only before a verb (§1.3), and hardly a noun begins with ي.
_UNKNOWN_FUTURE = re.compile(r"سي(?!ار|اس|اد|د|طر|ن|ول|ر|ف|اق|ل)\w{3,5}")
_UNKNOWN_IMPERFECT = re.compile(r"ي(?!وم|ون|ول|ناير|اب|مين|من|هود|ور|سار|اسر|اسين|عقوب|زيد|حيي|د|مين|تيم|وس|قين|اس)\w{3,5}(?<!ه)(?<!ات)(?<!ا)")
# At the start of a sentence a word of this shape is a verb more often than a noun (تقبل، تعقد; but تقرير، تونس).
_OPENING_IMPERFECT = re.compile(r"ت(?!حت|لك|ونس|ركي|جاه|ماما|مت|م$|ضم|ل )\w{2,3}(?<!ي)\w(?<!ه)(?<!ا)")
_PAST_WORDS = frozenset({"كان", "كانت", "كانوا", "لم", "قد", "لقد", "تم", "جري", "جرت"})


@cache
def verb_forms() -> dict[str, str]:
    """Returns the aspect of every finite verb form of the word lists by folded form; unsure forms are left out."""
    forms: dict[str, str] = {}
    for row in rows("events/event_verbs"):
        aspect = row["aspect"]
        if aspect in ("perfect", "imperfect") and row["ambiguous"] != "noun":
            forms.setdefault(row["fold"], aspect)
    for row in rows("events/attribution_verbs"):
        if row["aspect"] in ("perfect", "imperfect") and not row["ambiguous"]:
            forms.setdefault(row["fold"], row["aspect"])
    forms.update(dict.fromkeys(("كان", "كانت", "كانوا", "تم", "جرت", "ولد", "ولدت", "توفي", "توفيت"), "perfect"))
    forms.update(dict.fromkeys(("يكون", "تكون", "يتم", "تتم", "يجري", "تجري"), "imperfect"))
    return forms


@cache
def _opening_forms() -> frozenset[str]:
    """Returns the perfects that are nouns elsewhere and verbs at the start of a sentence (شهد, طلب)."""
    found = {row["fold"] for row in rows("events/event_verbs") if row["aspect"] == "perfect" and row["ambiguous"] == "noun"}
    return frozenset(found | {row["fold"] for row in rows("events/attribution_verbs") if row["aspect"] == "perfect"}) - {"بين", "عبر"}


@cache
def aspect(word: str) -> str | None:
    """Returns perfect, imperfect, future or None for one folded word, with و or ف before it or not."""
    forms = verb_forms()
    for stem in (word, word[1:]) if word[:1] in "وف" and len(word) > 3 else (word,):
        if stem in _FUTURE_WORDS:
            return FUTURE
        found = forms.get(stem)
        if found is not None:
            return found
        if stem[:1] == "س" and forms.get(stem[1:]) == "imperfect":
            return FUTURE
        if stem in _PAST_WORDS:
            return "perfect"
        if _UNKNOWN_FUTURE.fullmatch(stem):
            return FUTURE
        if _UNKNOWN_IMPERFECT.fullmatch(stem):
            return "imperfect"
    return None


def tense(text: str, start: int, end: int) -> str | None:
    """Returns the tense around the offsets of an expression: past, present or future, None where no verb is near.

    The nearest finite verb to the left inside the sentence decides, else the nearest to the right.
    """
    left = text[max(0, start - _REACH) : start]
    left = _RELATIVE_CLAUSE.sub(" ", left)
    cuts = [match.end() for match in _END.finditer(left) if not _inside_number(left, match.start())]
    if cuts:
        left = left[cuts[-1] :]
    words = _WORD.findall(left)[-_WORDS:]
    for index in range(len(words) - 1, -1, -1):
        found = _read(words, index)
        if found is not None:
            return found
    if words:
        first = fold(words[0])
        if first in _opening_forms():
            return PAST
        if _OPENING_IMPERFECT.fullmatch(first.removeprefix("و")):
            return PRESENT
    right = text[end : end + _REACH].lstrip(" ،,")
    stop = _CLAUSE_END.search(right)
    if stop is not None:
        right = right[: stop.start()]
    words = _WORD.findall(right)[: _WORDS // 2]
    for index in range(len(words)):
        found = _read(words, index)
        if found is not None:
            return found
    return None


def _inside_number(text: str, at: int) -> bool:
    return text[at] == "." and at + 1 < len(text) and text[at + 1].isdecimal() and at > 0 and text[at - 1].isdecimal()


def _read(words: list[str], index: int) -> str | None:
    found = aspect(fold(words[index]))
    if found is None:
        return None
    if found == "perfect":
        return PAST
    if found == FUTURE:
        return FUTURE
    for before in words[max(0, index - 2) : index]:
        word = fold(before)
        if word in ("لم", "ولم", "فلم", "كان", "كانت", "وكان", "وكانت"):
            return PAST
        if word in ("لن", "سوف", "ولن", "وسوف") or word in _FUTURE_WORDS:
            return FUTURE
    return PRESENT
