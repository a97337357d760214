"""Offsets of a text as line and column, which editors understand."""

from __future__ import annotations

from bisect import bisect_right


class Lines:
    """The lines of a text. `before`: how many lines stand in the file above the text, such as front matter."""

    __slots__ = ("_before", "_starts")

    def __init__(self, text: str, before: int = 0) -> None:
        self._before = before
        self._starts = [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]

    def place(self, offset: int) -> tuple[int, int]:
        """Returns line and column of an offset, both from 1; columns count code points."""
        line = bisect_right(self._starts, offset) - 1
        return line + 1 + self._before, offset - self._starts[line] + 1
