import json

import pytest

from tests.events.articles import DATA
from timeline_cli.events import extract_document
from timeline_cli.model import Day, Document

ROWS = [json.loads(line) for line in (DATA / "event-titles.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["source"])
def test_titles(row):
    timeline = extract_document(Document("-", row["text"], dct=Day.parse(row["dct"]), sha256=""))
    assert row["title"] in [event.title for event in timeline]
