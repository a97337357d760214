"""Whom and what the names of a sentence are: tests/data/event-names.jsonl holds one sentence a row."""

import json

import pytest

from tests.events.articles import DATA
from timeline_cli.events.entities.names import entities
from timeline_cli.lexicon.loader import rows
from timeline_cli.text.tokens import tokens
from timeline_cli.text.units import units

ROWS = [json.loads(line) for line in (DATA / "event-names.jsonl").read_text("utf-8").splitlines()]


def names_in(text, *, sport=False):
    parts = units(tokens(text, 0, len(text)), [])
    return [
        [entity.kind, text[parts[entity.name_first].start : parts[entity.name_end - 1].end]]
        for entity in entities(parts, sport=sport)
        if not entity.bare and entity.kind != "role"
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["rule"])
def test_names_of_a_sentence(row):
    assert names_in(row["text"], sport=row.get("sport", False)) == row["names"]


@pytest.mark.parametrize("name", ["family_names", "given_names", "organisation_heads", "clubs"])
def test_no_word_of_a_list_of_names_stands_there_twice(name):
    forms = [row["form"] for row in rows(f"events/{name}")]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []
