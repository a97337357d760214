"""Whatever words stand side by side, reading them ends in events that slice back to their text."""

from __future__ import annotations

import random

import pytest

from timeline_cli import extract
from timeline_cli.lexicon import rows

LISTS = (
    "dayparts", "deictics", "eras", "frequency", "grammar", "holidays", "modifiers", "months", "numbers", "particles",
    "periods", "relative_adjectives", "timezones", "units", "vague", "weekdays", "events/event_verbs",
    "events/attribution_verbs", "events/event_nouns", "events/office_titles", "events/places", "events/territories",
    "events/connectives", "events/modality", "events/organisation_heads", "events/given_names",
)  # fmt: skip
MARKS = ["5", "12", "2015", "1436", "،", ".", ":", "-", "/", "و", "(", ")", "10:30", "»", "«", "3", "\n"]


@pytest.mark.parametrize("seed", range(40))
def test_word_soup_is_read(seed: int) -> None:
    chance = random.Random(seed)
    lists = [[row["form"] for row in rows(name)] for name in LISTS]
    for _ in range(40):
        words = [chance.choice(MARKS if chance.random() < 0.2 else chance.choice(lists)) for _ in range(12)]
        text = " ".join(words)
        for event in extract(text, dct=chance.choice([None, "2015-08-03"]), all_dates=True):
            told = event.tellings[0]
            assert event.begin <= event.last
            assert text[told.start : told.end]
            assert told.sentence in text
