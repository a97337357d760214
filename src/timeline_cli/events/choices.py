"""What a reader wants in a chronology beside what is there by default (docs/events.md)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choices:
    """Which entries a chronology has.

    `all_dates`: also dates that tell of no event, marked as descriptive. `statements`: also what was only said on a day
    (`Speaker: words`). `spans`: a beginning and its end in one sentence, or a first day and how long it lasted, are one
    entry over all days. `follow_up`: acts that follow in the sentence of a dated one, without a date of their own, are
    entries of the same day.
    """

    all_dates: bool = False
    statements: bool = True
    spans: bool = False
    follow_up: bool = False


DEFAULT = Choices()
"""Events as docs/events.md §7 tells them, one entry for a date."""
