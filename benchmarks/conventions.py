"""What the gold format asks of a span that a peer cannot know: applied to every peer's finds before they are scored."""

from __future__ import annotations

import re
from collections.abc import Sequence

from benchmarks.scorer import Expression

# The guideline leaves prepositions and what they are written together with outside the span.
_LEAD = re.compile(r"(?:[\s،,.:()؛\"«»\-–]+|(?:في|منذ|حتى|خلال|قبل|بعد|من|إلى|الى|عن|ل|و|ب)\s+|[وفبلك](?=\d))+")
_TAIL = re.compile(r"[\s،,.:؛\"«»(\-–]+\Z")
_NOW = frozenset({"الآن", "الان", "حاليا", "حالياً"})  # not marked, by the guideline

# Two documents' dates far apart in every part, for texts whose date is not known.
BASES = ("2001-06-13", "2014-11-21")


def conforming(text: str, found: Sequence[Expression]) -> list[Expression]:
    """Returns the finds with their spans cut as the guideline cuts them, without those that it does not mark."""
    cut = (_cut(text, expression) for expression in found)
    return [expression for expression in cut if expression["text"] and expression["text"] not in _NOW]


def _cut(text: str, expression: Expression) -> Expression:
    start, end = expression["start"], expression["end"]
    tail = _TAIL.search(text, start, end)
    if tail is not None:
        end = tail.start()
    lead = _LEAD.match(text, start, end)
    if lead is not None and lead.end() < end:
        start = lead.end()
    return expression | {"start": start, "end": end, "text": text[start:end]}


def without_base(one: Sequence[Expression], other: Sequence[Expression]) -> list[Expression]:
    """Returns the finds of a text whose date is not known, from those with either of `BASES` as its date.

    Days that change with the base are not in the text: they become null.
    """
    days = {(e["start"], e["end"]): (e["begin"], e["last"]) for e in other}
    return [
        e if days.get((e["start"], e["end"])) == (e["begin"], e["last"]) else e | {"begin": None, "last": None}
        for e in one
    ]
