"""The examples of docs/calendars.md."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "calendars.md"


def test_the_examples_of_the_page_run():
    failed, attempted = doctest.testfile(str(PAGE), module_relative=False)
    assert attempted > 0
    assert failed == 0
