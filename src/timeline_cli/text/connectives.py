"""Words that join clauses, as they stand in a sentence (docs/events.md §1.3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline_cli.lexicon.loader import rows
from timeline_cli.text.tokens import Unit


class Connective(NamedTuple):
    """A row of `connectives.csv`: its folded words, kind, and what it does to clauses and titles."""

    words: tuple[str, ...]
    kind: str
    splits: str
    lead: str
    tail: str


@cache
def connectives() -> dict[str, tuple[Connective, ...]]:
    """Returns the connectives by their first folded word, longest first."""
    found: dict[str, list[Connective]] = {}
    for row in rows("events/connectives"):
        words = tuple(row["fold"].split())
        entry = Connective(words, row["kind"], row["splits"], row["lead_in_title"], row["tail_in_title"])
        found.setdefault(words[0], []).append(entry)
    return {first: tuple(sorted(group, key=lambda c: -len(c.words))) for first, group in found.items()}


@cache
def _by_two_words() -> dict[str, dict[str, tuple[Connective, ...]]]:
    """Returns the connectives by their first and second folded word (empty without one), longest first."""
    found: dict[str, dict[str, tuple[Connective, ...]]] = {}
    for first, group in connectives().items():
        seconds = found.setdefault(first, {})
        for entry in group:
            second = entry.words[1] if len(entry.words) > 1 else ""
            seconds[second] = (*seconds.get(second, ()), entry)
    return found


def connective_at(units: Sequence[Unit], i: int) -> Connective | None:
    """Returns the longest connective that begins at a unit (a leading و or ف is looked through), None without one."""
    unit = units[i]
    word = unit.word
    if not word.connects or unit.date >= 0:
        return None
    if i and units[i - 1].text in "«“" and any(after.text in "»”" for after in units[i + 1 : i + 4]):
        return None  # دار «لو سيغل»
    if i and unit.text == "فان" and (units[i - 1].word.speech is not None or units[i - 1].word.given):
        return None  # قال │ فان دال, آنا │ فان فيك
    known = _by_two_words()
    return _connective_from(known, word.fold, units, i) or (
        _connective_from(known, word.fold[1:], units, i) if word.lead else None
    )


def _connective_from(
    known: dict[str, dict[str, tuple[Connective, ...]]], first: str, units: Sequence[Unit], i: int
) -> Connective | None:
    seconds = known.get(first)
    if seconds is None:
        return None
    following = units[i + 1] if i + 1 < len(units) else None
    if following is not None and following.date < 0 and following.word.fold:
        for entry in seconds.get(following.word.fold, ()):
            if _stands_at(entry.words, units, i):
                return entry
    single = seconds.get("")
    return single[0] if single is not None else None


def _stands_at(words: tuple[str, ...], units: Sequence[Unit], i: int) -> bool:
    if len(words) > len(units) - i or _names_ali(units, i):
        return False
    return all(units[i + k].word.fold == words[k] and units[i + k].date < 0 for k in range(2, len(words)))


def _names_ali(units: Sequence[Unit], i: int) -> bool:
    """Tells whether a name stands before what someone says (قال أحمد علي │ إن), not على before أن."""
    return units[i].word.bare == "علي" and units[i + 1].word.bare.startswith("إن")
