"""Clauses of a sentence, each with at most one governing verb (docs/events.md §1.3, §1.4)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Clause:
    """A clause while its sentence is read. `number`: its place in the list. `units`: its own units, those of nested
    clauses left out.

    `kind`: main, and (joined by و, ف, ثم), relative, complement, quote, bracket, saying (a participial frame) or the
    kind of its connective. `verb`: unit of the governing verb or -1. `parent`: the clause it hangs on or -1. `frame`:
    the complement or quote it stands in or -1. `opener`: unit of the word that opens it or -1. `antecedent`: the unit
    before a relative clause. `between_commas`: a comma stood before it.
    """

    kind: str
    number: int = 0
    parent: int = -1
    frame: int = -1
    opener: int = -1
    antecedent: int = -1
    between_commas: bool = False
    verb: int = -1
    closer: str = ""
    units: list[int] = field(default_factory=list)
