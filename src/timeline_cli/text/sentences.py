"""Finds sentence ends (docs/events.md §1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timeline_cli.lexicon.index import cues
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.letters import fold
from timeline_cli.text.sections import Section, sections
from timeline_cli.text.verbs import dual_form, object_form
from timeline_cli.text.words import Word, word

_MARK = re.compile(r"[.!?؟…]+")
_LAST_WORD = re.compile(r"[^\s«»\"“”()\[\]،,:؛]+$")
_NEXT_WORD = re.compile(r"[\s»”\")\]]*([^\s«»\"“”()\[\]،,:؛.!?؟…]+)")
_CLOSERS = "»”\")]’'"
_OPENS_ANEW = cues("opens-anew")
_YEAR = re.compile(r"\d[\s]*(?:م|هـ|ه|ق\.م|ق\.\s?م)$")


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence of prose or a headline. Offsets are code points, half-open, without blanks at the ends.

    `section`: number of the run of lines without a heading between them. `kind`: prose or headline. `line`: number of
    the line it stands in.
    """

    start: int
    end: int
    section: int
    kind: str
    line: int


@cache
def _abbreviations() -> frozenset[str]:
    never = ("era", "etc", "formula", "latin")
    return frozenset(row["fold"] for row in rows("events/abbreviations") if row["kind"] not in never)


def sentences(text: str, last: int | None = None) -> list[Sentence]:
    """Returns the sentences of all lines that can tell events, in order.

    `last`: an offset behind whose sentence nothing is wanted, None where all are.
    """
    found: list[Sentence] = []
    for sentence in _all_sentences(text):
        found.append(sentence)
        if last is not None and sentence.end > last:
            break
    return found


def _all_sentences(text: str) -> Iterator[Sentence]:
    number = 0
    for line, section in enumerate(sections(text)):
        if section.kind == "heading":
            number += 1
        elif section.kind in ("prose", "headline"):
            yield from _of_line(text, section, number, line)


def _of_line(text: str, section: Section, number: int, line: int) -> Iterator[Sentence]:
    start = section.start
    for match in _MARK.finditer(text, section.start, section.end):
        end = match.end()
        if not _ends(text, match.start(), end, section.end, match.group()):
            continue
        while end < section.end and text[end] in _CLOSERS:
            end += 1
        if _frame_follows(text, match.start(), end, section.end):
            continue
        yield from _trimmed(text, start, end, number, section.kind, line)
        start = end
    yield from _trimmed(text, start, section.end, number, section.kind, line)


def _trimmed(text: str, start: int, end: int, number: int, kind: str, line: int) -> Iterator[Sentence]:
    """Yields the sentence between two offsets without blanks at its ends, nothing where only blanks stand there."""
    while start < end and (text[start].isspace() or text[start] in "\u200f\u200e\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Sentence(start, end, number, kind, line)


def _ends(text: str, start: int, end: int, limit: int, mark: str) -> bool:
    """Tells whether the mark at start:end closes a sentence."""
    following = _NEXT_WORD.match(text, end, min(limit, end + 60))
    if following is None:
        return True
    after = following.group(1)
    glued = following.start(1) == end
    if mark[0] in "…" or (len(mark) > 1 and set(mark) == {"."}):
        return len(mark) == 2 and mark[0] == "." and _starts_clause(word(after)) and not glued
    if mark[0] != ".":
        return text[end : end + 1] not in tuple(_CLOSERS)
    before = _LAST_WORD.search(text, max(0, start - 30), start)
    left = before.group() if before else ""
    if glued and ((left[-1:].isdigit() and after[0].isdigit()) or left.isascii() or after.isascii()):
        return not (left[-1:].isdigit() and after[0].isdigit()) and not (left.isascii() or after.isascii())
    if glued and len(left) <= 2:
        return False
    plain = fold(left).rsplit(".", 1)[-1]
    if _YEAR.search(text, max(0, start - 16), start):
        return True
    if fold(left) in _abbreviations() or (plain in _abbreviations() and len(plain) <= 3):
        return text[end : end + 1] == "\n"
    return not _stray(text, end, limit, word(after))


def _starts_clause(first: Word) -> bool:
    return first.verb is not None or first.speech is not None or bool(first.classes & {"clause-adverb", "was"})


def _stray(text: str, end: int, limit: int, first: Word) -> bool:
    """Tells whether a full stop is a stray one: what follows goes on without a verb of its own before the next stop."""
    if first.lead != "و" or first.verb is not None or first.speech is not None:
        return False
    if object_form(first.stem, fold(first.stem)) or (dual_form(first.stem, fold(first.stem)) and not first.given):
        return False  # … بنفسه. وعطلتها السلطات مرتين, … الشركة. ونالا جائزة
    stop = _MARK.search(text, end + 1, limit)
    if stop is not None and stop.group()[0] in "؟?!":
        return False
    rest = text[end : stop.start() if stop else limit].split()
    if len(rest) > 20 or len(rest) < 1:
        return False
    analysed = [word(item.strip('،,؛:/()«»"“”')) for item in rest]
    if any(
        item.classes
        & {
            "was",
            "light",
            "negation",
            "pronoun",
            "demonstrative",
            "complementizer",
            "modal",
            "phase",
            "planned-participle",
        }
        for item in analysed
    ):
        return False
    if analysed[0].fold in _OPENS_ANEW and len(analysed) > 4:
        return False  # "1934. وبعد سنوات من التنقيب تدفق النفط …" begins anew
    # "آذار. وفي 22 نيسان هاتف الوزير نظيره …": behind its day also a form that may be a noun
    led = len(rest) > 6 and first.stem == "في" and rest[1][:1].isdigit()
    verbs = (
        item
        for n, item in enumerate(analysed)
        if item.verb is not None
        and (not item.verb.ambiguous or (led and n > 1) or _does(analysed, n))
        and not item.given
    )
    return next(verbs, None) is None and not any(item.speech is not None for item in analysed)


def _does(analysed: list[Word], n: int) -> bool:
    """Tells whether a perfect that may be a noun stands between what a phrase names and a definite noun, whose verb it
    then is (وإلى باريس │ شد │ الرحال)."""
    item = analysed[n]
    if not 1 < n < len(analysed) - 1 or item.verb is None or item.verb.aspect != "perfect" or item.definite:
        return False
    before, after = analysed[n - 1], analysed[n + 1]
    if item.pronoun and before.common and not (before.definite or before.prefix or item.lead):
        return n > 1 and analysed[1].pronoun != "" and before.verb is None  # ومن أعماله لوحة │ كتبها لجامع
    return (before.definite or before.place is not None) and after.definite and not after.prefix and not item.lead


def _frame_follows(text: str, start: int, end: int, limit: int) -> bool:
    """Tells whether a speech verb follows a closed quotation whose own mark stood inside it (`.» قال …`)."""
    if end - start < 2 or text[end - 1] not in '»”"':
        return False
    following = _NEXT_WORD.match(text, end, min(limit, end + 40))
    if following is None:
        return False
    first = word(following.group(1))
    return first.speech is not None and first.lead == ""
