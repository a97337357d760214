"""Who takes part, where it happens and who says so: tests/data/event-roles.jsonl holds one short text a row."""

import json

import pytest

from tests.events.articles import DATA
from timeline_cli.events import extract_document
from timeline_cli.model import Day, Document

ROWS = [json.loads(line) for line in (DATA / "event-roles.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["rule"])
def test_roles_of_the_last_event(row):
    events = extract_document(Document("-", row["text"], dct=Day.parse("2023-06-14"), sha256="")).events
    event = next(event for event in events if str(event.begin) == row["day"])
    assert [name.text for name in event.participants] == row["participants"]
    assert [name.text for name in event.places] == row["places"]
    assert event.attribution == row["attribution"]
