"""Number words: what one word counts, and how words add up to a number (docs/temporal-expressions.md §3.3, §3.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline_cli.lexicon import rows


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number word. `rank`: unit, ten (20–90), teen (the word that makes 11–19 of a unit), hundred, thousand,
    million, or ready for one that joins with nothing. `ordinal`: whether it orders. `feminine`, `definite`: of form.
    """

    value: int
    rank: str
    ordinal: bool
    feminine: bool
    definite: bool


_TEEN_TAILS = frozenset({"عشر", "عشره"})
_RANKS = {"hundred": "hundred", "thousand": "thousand", "million": "million"}


@cache
def numerals() -> dict[str, tuple[Numeral, ...]]:
    """Returns the readings of every single-word numeral by folded form, ordinals last."""
    found: dict[str, dict[tuple[int, bool], Numeral]] = {}
    for row in rows("numbers"):
        form = row["fold"]
        if " " in form or not row["value"].isdigit() or row["class"] in ("pdf-corrupt",):
            continue
        value, ordinal = int(row["value"]), row["kind"] == "ordinal"
        if value == 0 or form in ("زوج", "غره", "الفاتح", "فاتح", "مستهل", "سلخ", "منسلخ"):
            continue
        if row["class"] in _RANKS:
            rank = _RANKS[row["class"]]
        elif form in _TEEN_TAILS:
            rank = "teen"
        elif value < 10 or (value == 10 and ordinal):
            rank = "unit"
        elif value >= 20 and value % 10 == 0 and value < 100:
            rank = "ten"
        else:
            rank = "ready"
        numeral = Numeral(value, rank, ordinal, row["gender"] == "f", form.startswith("ال"))
        found.setdefault(form, {}).setdefault((value, ordinal), numeral)
    result = {form: tuple(sorted(readings.values(), key=lambda n: n.ordinal)) for form, readings in found.items()}
    for form in ("حادي", "الحادي", "حاديه", "الحاديه"):
        result[form] = (Numeral(1, "unit", True, form.endswith("ه"), form.startswith("ال")),)
    return result


Reading = tuple[Numeral, ...]


def _pick(readings: Reading | None, ordinal: bool, *ranks: str) -> Numeral | None:
    for numeral in readings or ():
        if numeral.ordinal is ordinal and numeral.rank in ranks:
            return numeral
    return None


def ordinal(words: Sequence[Reading | None], joint: Sequence[bool], at: int) -> tuple[Numeral, int] | None:
    """Returns the longest ordinal of several words that starts at a word, and the index after it.

    `words[i]` are the readings of word i, None for other words; `joint[i]` tells whether و stands before word i as a
    token of its own at i-1.
    """
    head = _pick(words[at], True, "unit")
    if head is None or at + 1 >= len(words):
        return None
    tail = _pick(words[at + 1], False, "teen") if not joint[at + 1] else None
    if tail is not None and head.value < 10:
        return Numeral(10 + head.value, "ready", True, head.feminine, head.definite), at + 2
    if at + 2 < len(words) and joint[at + 2] and head.value < 10:
        ten = _pick(words[at + 2], False, "ten") or _pick(words[at + 2], True, "ten")
        if ten is not None and (ten.definite == head.definite):
            return Numeral(ten.value + head.value, "ready", True, head.feminine, head.definite), at + 3
    return None


def cardinal(words: Sequence[Reading | None], joint: Sequence[bool], at: int) -> tuple[Numeral, int] | None:
    """Returns the longest cardinal of several words that starts at a word, and the index after it (see `ordinal`).

    Its groups go down (ألف وتسعمئة وخمسة) or, as older prose has it, up (خمسة وتسعمئة وألف).
    """
    down, up = _descending(words, joint, at), _ascending(words, joint, at)
    return max(filter(None, (down, up)), key=lambda found: found[1], default=None)


def _ascending(words: Sequence[Reading | None], joint: Sequence[bool], at: int) -> tuple[Numeral, int] | None:
    step = _group(words, joint, at)
    if step is None or step[2] > 100:
        return None
    total, index, scale = step
    while index + 1 < len(words) and joint[index + 1]:
        step = _group(words, joint, index + 1)
        if step is None or step[2] <= scale:
            break
        total, index, scale = total + step[0], step[1], step[2]
    return Numeral(total, "ready", False, False, False), index


def _descending(words: Sequence[Reading | None], joint: Sequence[bool], at: int) -> tuple[Numeral, int] | None:
    total, index, last_scale, first = 0, at, 10**9, at
    definite = bool(words[at]) and words[at][0].definite  # type: ignore[index]
    while True:
        if index != first:
            if not (index + 1 < len(words) and joint[index + 1]):
                break
            step = _group(words, joint, index + 1)
        else:
            step = _group(words, joint, index)
        if step is None:
            break
        value, after, scale = step
        if value >= last_scale:
            break
        total, index, last_scale = total + value, after, scale
        if scale == 1:
            break
    if index == at:
        return None
    return Numeral(total, "ready", False, False, definite), index


def _group(words: Sequence[Reading | None], joint: Sequence[bool], at: int) -> tuple[int, int, int] | None:
    """Returns value, index after, and scale of a group: thousands, hundreds, or a number below 100."""
    below = _below_hundred(words, joint, at)
    hundred = _pick(words[at], False, "hundred")
    if hundred is not None:
        value, after = hundred.value, at + 1
        if after < len(words) and not joint[after] and _pick(words[after], False, "thousand"):
            return value * 1000, after + 1, 1000
        return value, after, 100
    thousand = _pick(words[at], False, "thousand")
    if thousand is not None:
        return thousand.value if thousand.value >= 1000 else 1000, at + 1, 1000
    if below is None:
        return None
    value, after = below
    if after < len(words) and not joint[after]:
        if 3 <= value <= 9 and after == at + 1:
            hundred = _pick(words[after], False, "hundred")
            if hundred is not None and hundred.value == 100:
                return value * 100, after + 1, 100
        if _pick(words[after], False, "thousand"):
            return value * 1000, after + 1, 1000
    return value, after, 1


def _below_hundred(words: Sequence[Reading | None], joint: Sequence[bool], at: int) -> tuple[int, int] | None:
    ready = _pick(words[at], False, "ready", "ten", "teen")
    if ready is not None:
        return ready.value, at + 1
    unit = _pick(words[at], False, "unit")
    if unit is None:
        return None
    if at + 1 < len(words) and not joint[at + 1] and unit.value < 10 and _pick(words[at + 1], False, "teen"):
        return 10 + unit.value, at + 2
    if at + 2 < len(words) and joint[at + 2] and unit.value < 10:
        ten = _pick(words[at + 2], False, "ten")
        if ten is not None:
            return unit.value + ten.value, at + 3
    return unit.value, at + 1
