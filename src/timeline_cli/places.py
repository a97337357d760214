"""Offsets of a text as line and column, which editors understand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from timeline_cli.model import Segment


class Lines:
    """The lines of a text.

    `before`: how many lines stand in the file above the text, such as front matter. `segments`: pages or rows of the
    document.
    """

    __slots__ = ("_before", "_segments", "_starts")

    def __init__(self, text: str, before: int = 0, segments: Sequence[Segment] = ()) -> None:
        self._before = before
        self._segments = segments
        self._starts = [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]

    def place(self, offset: int) -> tuple[int, int]:
        """Returns line and column of an offset, both from 1; columns count code points."""
        line = bisect_right(self._starts, offset) - 1
        return line + 1 + self._before, offset - self._starts[line] + 1

    def segment(self, offset: int) -> str | None:
        """Returns the label of the page or row that an offset stands in, None where a document has none."""
        return next((one.label for one in self._segments if one.start <= offset < one.end), None)
