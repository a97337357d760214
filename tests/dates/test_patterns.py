"""Every pattern does on its own examples what it says."""

from __future__ import annotations

import pytest

from timeline_cli.dates import parse
from timeline_cli.dates.match import compile_form
from timeline_cli.dates.patterns import grammar
from timeline_cli.model import Day

DCT = Day.parse("2023-03-15")
EXAMPLES = [
    (pattern.name, text, value)
    for level in grammar().levels
    for pattern in level.patterns
    for text, value in pattern.examples
]


@pytest.mark.parametrize(("name", "text", "value"), EXAMPLES, ids=[f"{name}:{text}" for name, text, _ in EXAMPLES])
def test_example(name: str, text: str, value: str | None) -> None:
    found = parse(text, DCT)
    assert found is not None
    assert found.value == value


def test_a_form_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot read"):
        compile_form("d:DAY %% MONTH", lambda cls: "a")
    with pytest.raises(ValueError, match="no word has class"):
        compile_form("d:NOSUCH", lambda cls: "")
