"""Units of a sentence: words and marks, a time expression with its preposition being one unit (docs/events.md §0)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from timeline_cli.lexicon.index import cues
from timeline_cli.text.neighbours import reread
from timeline_cli.text.tokens import COMMAS, Unit
from timeline_cli.text.words import Word
from timeline_cli.text.words import word as known_word

_start, _end = attrgetter("start"), attrgetter("end")
_GLUED_PREFIXES = frozenset("بلك")
_WISHES = cues("wishes")
_PRAISES = frozenset({"تعالي", "ورعاه", "وايده"})
_OF_TWO = frozenset({"لعامي", "لشهري", "بشهري"})  # with the preposition that a glued letter is
_OF_MANY = frozenset({"أعوام", "سنوات", "لأعوام"})  # أعوام 1988 و1991 و2003
_DASHES = frozenset("-–—ـ")


def units(tokens: Sequence[Unit], spans: Sequence[tuple[int, int]]) -> list[Unit]:
    """Returns the units of a sentence.

    `spans`: start and end of the time expressions inside it, in order, without overlap; they may begin inside a token
    (`و17 منه`). Prepositions and framing words (في, يوم, بتاريخ, في الفترة من) before one become part of its unit.
    """
    found: list[Unit] = []
    tokens = reread(_joined(_without_wishes(tokens), spans))
    i = 0
    for number, (start, end) in enumerate(spans):
        first = bisect_right(tokens, start, i, key=_end)
        found.extend(tokens[i:first])
        i = bisect_left(tokens, end, first, key=_start)
        if first < i:
            found.append(_date_unit(found, tokens[first], max(end, tokens[i - 1].end), number, start))
    found.extend(tokens[i:])
    return found


def _joined(tokens: Sequence[Unit], spans: Sequence[tuple[int, int]]) -> Sequence[Unit]:
    """Returns the tokens with each و that a blank parts from its word joined to it (والماء │ و طالب المئات), but to
    no number and no date."""
    alone = [place for place, token in enumerate(tokens[:-1]) if token.text == "و"]
    if not alone:
        return tokens
    found, dates = list(tokens), {start for start, _ in spans}
    for place in reversed(alone):
        one, after = found[place], found[place + 1]
        if after.is_mark or after.is_number or after.start in dates or not _is_arabic(after.text[0]):
            continue
        text = one.text + after.text
        found[place : place + 2] = [Unit(one.start, after.end, text, known_word(text))]
    return found


def _is_arabic(letter: str) -> bool:
    return "ء" <= letter <= "ي"


def _without_wishes(tokens: Sequence[Unit]) -> Sequence[Unit]:
    """Returns the tokens without what is wished for a person or a plan, with the dashes or commas around it (الملك
    عبد العزيز رحمه الله افتتح …, غدا - بمشيئة الله تعالى -); `إلى رحمة الله` is none."""
    gone: set[int] = set()
    for place in [place for place, token in enumerate(tokens) if token.word.fold == "الله"]:
        if not place or not _wishes(tokens[place - 1].word):
            continue
        first = place - 1 - (tokens[place - 1].word.fold == "شاء")
        last = place
        while last + 1 < len(tokens) and tokens[last + 1].word.fold in _PRAISES:
            last += 1
        around = {tokens[first - 1].text, tokens[last + 1].text} if first > 0 and last + 1 < len(tokens) else set()
        if around and (around <= _DASHES or around <= COMMAS):
            first, last = first - 1, last + 1
        gone.update(range(first, last + 1))
    return [token for place, token in enumerate(tokens) if place not in gone] if gone else tokens


def _wishes(word: Word) -> bool:
    return word.fold in _WISHES and (word.bare[0] == "ب" or not word.bare.endswith("ة"))


def _date_unit(before: list[Unit], first: Unit, end: int, number: int, start: int) -> Unit:
    """Builds the unit of a time expression and takes its preposition and framing words off the list before it."""
    attached = first.text[: start - first.start] if start > first.start else ""
    lead = "و" if attached.startswith("و") else first.word.lead if not attached else ""
    preposition = attached[-1:] if attached[-1:] in _GLUED_PREFIXES else ""
    begin = first.start
    frame = ""
    while (
        before
        and not lead
        and (
            _frames_date(before[-1].word, preposition)
            or (preposition in ("قبل", "بعد") and before[-1].text == "ما")
            or (first.text[:1].isdigit() and begin == first.start and before[-1].word.stem in _OF_MANY)
        )
    ):
        unit = before.pop()
        begin = unit.start
        frame = frame or unit.word.stem
        lead = unit.word.lead
        if unit.word.classes & {"date-preposition"} or unit.word.prefix:
            preposition = unit.word.prefix or unit.word.stem
        elif unit.word.stem in _OF_TWO:
            preposition = unit.word.stem[0]
    return Unit(begin, end, first.text, first.word, number, lead, preposition, frame=frame)


def _frames_date(word: Word, preposition: str) -> bool:
    if word.verb is not None or (word.definite and "date-frame" not in word.classes):
        return False
    if preposition in ("في", "منذ", "حتى", "خلال") and word.stem not in ("وذلك", "ذلك", "الفترة", "وحتى"):
        return False
    return bool(word.classes & {"date-frame", "date-preposition"})
