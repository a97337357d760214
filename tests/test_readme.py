"""The examples of README.md."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[1] / "README.md"


def test_the_examples_run() -> None:
    failed, attempted = doctest.testfile(str(PAGE), module_relative=False)
    assert attempted > 0
    assert failed == 0
