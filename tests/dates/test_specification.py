"""The worked examples of docs/temporal-expressions.md: every expression, span, value, days, modifier and calendar."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from timeline_cli.dates import read
from timeline_cli.model import Day

EXAMPLES = Path(__file__).parents[1] / "data" / "temporal-expressions-examples.jsonl"
ROWS = [json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]


def shown(expression: dict[str, Any]) -> tuple[Any, ...]:
    keys = ("start", "end", "type", "value", "begin", "last", "mod")
    return (*(expression.get(key) for key in keys), expression.get("calendar", "gregorian"))


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_example(row: dict[str, Any]) -> None:
    reading = read(row["text"], Day.parse(row["dct"]) if row["dct"] else None)
    found = [
        (e.start, e.end, e.type, e.value, e.begin and str(e.begin), e.last and str(e.last), e.mod, e.calendar)
        for e in reading.expressions
    ]
    assert found == [shown(expression) for expression in row["timexes"]]
