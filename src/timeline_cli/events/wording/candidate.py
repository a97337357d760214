"""A head with the title it may get, of which the checks of refusals are asked (docs/events.md §7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline_cli.events.dating.attach import Attachment
from timeline_cli.events.doers.subjects import subject
from timeline_cli.events.reading import Reading
from timeline_cli.events.story import Story
from timeline_cli.events.wording.composing import Title
from timeline_cli.text.clauses import Clause
from timeline_cli.text.shapes import Verb


@dataclass(frozen=True, slots=True)
class Candidate:
    """A head with the title it may get. `off`: it tells that something was called off; `cut`: its own title did not
    read well, and a plain cut stands for it where there is one."""

    story: Story
    reading: Reading
    head: Attachment
    made: Title
    off: bool = False
    cut: bool = False

    @property
    def clause(self) -> Clause:
        """The clause of the head."""
        return self.reading.clauses[self.head.clause]

    @property
    def verb(self) -> Verb | None:
        """The verb that is the head, None for other heads."""
        return self.reading.units[self.head.unit].word.verb if self.head.kind == "verb" else None

    @property
    def described(self) -> bool:
        """Whether the head is the verb of a relative clause."""
        return self.head.kind == "verb" and self.clause.kind == "relative"

    @property
    def short(self) -> bool:
        """Whether the title is less than two words."""
        return len(self.made.text.split()) < 2

    @property
    def opens(self) -> bool:
        """Whether the title begins with the head, or with what denies it."""
        first = self.made.order[:1]
        denied = first == (self.head.unit - 1,) and "negation" in self.reading.units[first[0]].word.classes
        return first == (self.head.unit,) or denied


Check = Callable[[Candidate], bool]


def is_unnamed(candidate: Candidate) -> bool:
    """Tells whether a third person stands without any doer in front of its object or phrase (T5)."""
    reading, head, verb = candidate.reading, candidate.head, candidate.verb
    if verb is None or candidate.made.named or verb.person not in ("3ms", "3fs") or verb.passive:
        return False
    if candidate.clause.kind == "which" and candidate.made.order and not candidate.opens:
        return False  # مما أسفر عن │ مقتل شخصين
    behind = reading.entity_at(head.unit + 1)
    if behind is not None and behind.kind == "organisation" and verb.kinds & {"death", "injury"}:
        return False
    return subject(reading, candidate.clause) is None
