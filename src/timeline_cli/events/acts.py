"""Kinds of acts that several rules ask for together: those of `event_verbs.csv` and `event_nouns.csv`."""

from __future__ import annotations

MOVES = frozenset({"visit", "departure", "arrival"})
TAKES_PLACES = MOVES | {"military", "attack"}
DONE_TO_PERSONS = frozenset({"death", "court", "appointment", "election"})
HUMAN_ACTS = MOVES | {
    "statement", "appointment", "resignation", "education", "death", "family", "birth", "court", "meeting",
    "election", "publication", "religion", "injury", "health",
}  # fmt: skip
