"""What a reader has in mind when he meets an expression: the document's date, and the date the story last named."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline_cli.dates.options import DEFAULT, DateOptions
from timeline_cli.dates.spans import Resolved


@dataclass(slots=True)
class Named:
    """A date of the story with where it stood."""

    found: Resolved
    start: int
    end: int
    relation: str


@dataclass(slots=True)
class Story:
    """The state of reading a document from its start. Day numbers; None where nothing is known.

    `dct`: the document's date. `ref`: the last date named; `ref_day`, `ref_dated`: the last of day grain, and the last
    that fixes a year by itself. `hijri`: whether the text counts years in the Hijri calendar.
    """

    dct: int | None = None
    options: DateOptions = DEFAULT
    ref: Named | None = None
    ref_day: Named | None = None
    ref_dated: Named | None = None
    period: Named | None = None
    repeats_at: int = -1
    hijri: bool = False
    libyan: bool = False
    days: list[Named] = field(default_factory=list)

    def remember(self, found: Resolved, start: int, end: int, relation: str, subordinate: bool = False) -> None:
        """Makes a resolved expression the date that the story last named.

        A subordinate one (in brackets, in a relative clause) does not set the year for the dates after it (§6.6.3).
        """
        if found.type == "SET":
            self.repeats_at = end
            return
        if found.begin is None or found.type == "DURATION":
            return
        entry = Named(found, start, end, relation)
        self.ref = entry
        if found.grain in ("day", "daypart", "time"):
            self.ref_day = entry
            self.days.append(entry)
        if not subordinate and (found.how in ("explicit", "narrative", "anaphora", "pair") or found.grain in ("day", "daypart", "time", "year")):
            self.ref_dated = entry
        if found.grain in ("interval", "month", "quarter", "half", "season", "week"):
            self.period = entry

    def day_before(self, limit: int | None) -> Named | None:
        """Returns the last day named that does not lie after a day number, the last of all for None."""
        for entry in reversed(self.days[-8:]):
            if limit is None or (entry.found.begin is not None and entry.found.begin <= limit):
                return entry
        return None

    @property
    def year(self) -> int | None:
        """The year of the document's date."""
        if self.dct is None:
            return None
        from timeline_cli.model import date_of

        return date_of(self.dct)[0]
