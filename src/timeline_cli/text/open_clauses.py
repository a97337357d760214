"""The clauses of a sentence while it is cut: those found, and the stack of those still open (docs/events.md §1.3)."""

from __future__ import annotations

from timeline_cli.text.clauses import Clause
from timeline_cli.text.waiting import SUBORDINATE

_FRAMES = frozenset({"complement", "quote", "bracket", "saying"})
_GOES_ON = frozenset({"and", "then", "as", "but", "while"})


class OpenClauses:
    """What a sentence is read into. `now`: the clause that the next unit belongs to; `found`: all clauses in the order
    of their openings; `stack`: the numbers of the open ones, the innermost last."""

    def __init__(self) -> None:
        self.now = Clause("main")
        self.found = [self.now]
        self.stack = [0]

    def push(self, kind: str, opener: int = -1, *, framed: bool = False, closer: str = "") -> Clause:
        """Opens a clause inside the innermost one. `framed`: what it holds is said, not told; `closer`: the mark that
        ends it."""
        parent = self.stack[-1]
        number = len(self.found)
        frame = number if framed else self.now.frame
        self.now = Clause(kind, number, parent, frame, opener, closer=closer)
        self.found.append(self.now)
        self.stack.append(number)
        return self.now

    def pop(self) -> None:
        """Closes the innermost clause."""
        del self.stack[-1]
        self.now = self.found[self.stack[-1]]

    def beside(self, kind: str, opener: int) -> Clause:
        """Opens a clause beside the nearest main-level clause: relatives are left, frames stay. One that says when or
        why hangs on the clause it follows (كما ترشح الأمير، │ بعد أن خسر …)."""
        followed = self.now.number if self.now.kind in _GOES_ON and self.now.verb >= 0 else -1
        while len(self.stack) > 1 and self.now.kind not in _FRAMES:
            self.pop()
        clause = self.push(kind, opener)
        if kind in SUBORDINATE and followed >= 0:
            clause.parent = followed
        return clause

    def leave_frames(self) -> None:
        """Closes clauses up to the mark that opened one of them."""
        while len(self.stack) > 1 and not self.now.closer:
            self.pop()

    def leave_relatives(self) -> None:
        """Closes the relative clauses inside which the reading stands."""
        while self.now.kind == "relative":
            self.pop()

    def told(self) -> bool:
        """Tells whether a verb has been read, or a clause is open inside the first."""
        return self.now.verb >= 0 or len(self.stack) > 1

    def closes(self, text: str) -> bool:
        """Tells whether a mark ends one of the open clauses."""
        return any(self.found[number].closer == text for number in self.stack)

    def parent_waits(self) -> bool:
        """Tells whether the clause around the innermost one has no verb yet."""
        parent = self.now.parent
        return parent >= 0 and self.found[parent].verb < 0 and self.found[parent].kind != "bracket"

    def describe(self, antecedent: int, verb: int) -> Clause:
        """Opens a relative clause that begins with its verb."""
        clause = self.push("relative")
        clause.antecedent, clause.verb = antecedent, verb
        return clause

    def describes_first(self, i: int) -> None:
        """Makes what follows the clause's first noun its description, and the unit its verb (ناقلة │ ترفع علم مالطا │
        رست)."""
        clause, first = self.now, self.now.verb
        described = self.describe(first - 1, first)
        described.units.extend(k for k in clause.units if k >= first)
        clause.units[:] = [k for k in clause.units if k < first]
        self.pop()
        clause.verb = i

    def anew_from(self, i: int, opening: list[int]) -> None:
        """Opens a clause with the last units of the one before and the verb behind them."""
        del self.now.units[len(self.now.units) - len(opening) :]
        clause = self.beside("and", opening[0])
        clause.units.extend(opening)
        clause.verb = i
