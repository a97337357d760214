"""What differs between the chronologies of two versions of a text."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from timeline_cli.model import Event
from timeline_cli.selection import searchable

ADDED, REMOVED, REDATED, RETITLED, RESTATED = "added", "removed", "redated", "retitled", "status"
_LIKE = 75  # per cent of the words of two titles of one day that are one act told otherwise


@dataclass(frozen=True, slots=True)
class Entry:
    """What is compared of an event: ISO days, title, status, and the words of its date."""

    begin: str
    last: str
    title: str
    status: str
    date_text: str = ""

    @classmethod
    def of(cls, event: Event) -> Entry:
        """Returns the entry of an event."""
        return cls(str(event.begin), str(event.last), event.title, event.status, event.tellings[0].date_text)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    `kind`: added, removed, redated, retitled or status. `old` is None for what was added, `new` for what was removed.
    """

    kind: str
    old: Entry | None
    new: Entry | None


def changes(old: Sequence[Entry], new: Sequence[Entry]) -> list[Change]:
    """Returns what changed, in order of time.

    An entry is the same where days and title agree; redated where only the title does; retitled where the days do and
    most words of the title.
    """
    pairs, before, after = _paired(list(old), list(new), lambda entry: (entry.begin, entry.last, _title(entry)))
    found = [Change(RESTATED, one, other) for one, other in pairs if one.status != other.status]
    pairs, before, after = _paired(before, after, _title)
    found += [Change(REDATED, one, other) for one, other in pairs]
    for one in list(before):
        other = next((entry for entry in after if _told_otherwise(one, entry)), None)
        if other is not None:
            found.append(Change(RETITLED, one, other))
            before.remove(one)
            after.remove(other)
    found += [Change(REMOVED, one, None) for one in before]
    found += [Change(ADDED, None, one) for one in after]
    return sorted(found, key=_when)


def _paired(
    old: Sequence[Entry], new: Sequence[Entry], key: Callable[[Entry], Hashable]
) -> tuple[list[tuple[Entry, Entry]], list[Entry], list[Entry]]:
    """Returns the pairs that have one key, and what is left of both sides."""
    waiting: dict[Hashable, list[Entry]] = {}
    for entry in new:
        waiting.setdefault(key(entry), []).append(entry)
    pairs, left = [], []
    for entry in old:
        partners = waiting.get(key(entry))
        if partners:
            pairs.append((entry, partners.pop(0)))
        else:
            left.append(entry)
    unpaired = {id(entry) for partners in waiting.values() for entry in partners}
    return pairs, left, [entry for entry in new if id(entry) in unpaired]


def _title(entry: Entry) -> str:
    return searchable(entry.title)


def _told_otherwise(one: Entry, other: Entry) -> bool:
    if (one.begin, one.last) != (other.begin, other.last):
        return False
    return fuzz.token_set_ratio(_title(one), _title(other)) >= _LIKE


def _when(change: Change) -> tuple[bool, str, str]:
    entry = change.new or change.old
    assert entry is not None
    return not entry.begin.startswith("-"), entry.begin, entry.title


def entries_of(events: Iterable[Event]) -> list[Entry]:
    """Returns the entries of events."""
    return [Entry.of(event) for event in events]
