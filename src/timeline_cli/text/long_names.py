"""Names of several words that lists hold whole, found by their first two words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline_cli.text.tokens import Unit

LongNames = Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]


def by_two_words(names: Iterable[Sequence[str]]) -> LongNames:
    """Returns names, as folded words, by their first word and their second (empty without one), longest first."""
    found: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
    for words in sorted(map(tuple, names), key=len, reverse=True):
        seconds = found.setdefault(words[0], {})
        second = words[1] if len(words) > 1 else ""
        seconds[second] = (*seconds.get(second, ()), words)
    return found


def longest_at(names: LongNames, units: Sequence[Unit], i: int) -> tuple[str, ...]:
    """Returns the longest name that begins at a unit (what is attached to it is looked through), empty without one."""
    seconds = names.get(units[i].word.listing)
    if seconds is None:
        return ()
    after = units[i + 1] if i + 1 < len(units) else None
    if after is not None and after.date < 0 and after.word.fold:
        for words in seconds.get(after.word.fold, ()):
            if len(words) == 2 or _goes_on(words, units, i):
                return words
    return seconds.get("", ((),))[0]


def _goes_on(words: tuple[str, ...], units: Sequence[Unit], i: int) -> bool:
    if len(words) > len(units) - i:
        return False
    return all(units[i + k].date < 0 and units[i + k].word.fold == words[k] for k in range(2, len(words)))
