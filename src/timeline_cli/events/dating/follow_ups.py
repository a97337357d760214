"""Acts that follow a dated one in its sentence and carry no date of their own (docs/events.md §2.4, `--follow-up`)."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.reading import Reading
from timeline_cli.text.clauses import Clause

_GOES_ON = frozenset({"and", "then"})
_HANGS_ON = frozenset({"relative", "complement", "quote", "bracket", "saying"})


def follow_ups(reading: Reading, head: Attachment, date: int) -> Iterator[Attachment]:
    """Yields the acts of the coordinated clauses behind the main one whose date stands before its verb (في 7 مايو زار
    المصنع، │ ثم التقى العمال): those of the same tense, up to a clause with a date of its own or of another kind."""
    clause = reading.clauses[head.clause]
    first = reading.units[head.unit].word.verb if head.kind == "verb" else None
    if first is None or clause.kind != "main" or date > head.unit:
        return
    for later in reading.clauses[clause.number + 1 :]:
        if later.kind in _HANGS_ON:
            continue
        verb = reading.units[later.verb].word.verb if later.verb >= 0 else None
        if later.kind not in _GOES_ON or verb is None or _is_dated(reading, later):
            return
        if verb.aspect == first.aspect and not verb.guessed:
            yield Attachment(later.number, later.verb, "verb", "D5")


def _is_dated(reading: Reading, clause: Clause) -> bool:
    return any(reading.units[k].date >= 0 for k in clause.units)
