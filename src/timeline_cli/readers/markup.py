"""HTML whose every word is content (chapters, feed entries, converted documents) to plain text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

CELL = "\t"

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody "
    "tfoot thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = ("h1", "h2", "h3")
_SILENT = frozenset({"script", "style", "head", "template", "noscript", "svg", "math"})
_CELLS = frozenset({"td", "th"})
# The parser takes quadratic time over many tags that are never closed: such signs are no tags.
_UNCLOSED = 500
_NO_TAG = re.compile(r"<(?![^<>]{0,2000}>)")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")


def text_of(markup: str) -> str:
    """Returns the text of HTML: a block a line, the cells of a table row on one line with tabs between them."""
    return _read(markup).text()


def heading_of(markup: str) -> str | None:
    """Returns the first heading (h1 to h3) of HTML, None where there is none."""
    return _read(markup).heading


def _read(markup: str) -> _Text:
    if markup.count("<") > 2 * markup.count(">") + _UNCLOSED:
        markup = _NO_TAG.sub("&lt;", markup)
    try:
        return _parsed(markup)
    except AssertionError:  # the parser's answer to a marked section that is none
        return _parsed(markup.replace("<!", "&lt;!"))


def _parsed(markup: str) -> _Text:
    parser = _Text()
    parser.feed(markup)
    parser.close()
    return parser


class _Text(HTMLParser):
    """Gathers the lines of a text while HTML is fed to it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.heading: str | None = None
        self._lines: list[str] = []
        self._line: list[str] = []
        self._silent: list[str] = []
        self._in_cell = 0
        self._first_cell = True
        self._heading_parts: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag in _CELLS:
            if not self._first_cell:
                self._line.append(CELL)
            self._in_cell += 1
            self._first_cell = False
        elif tag == "br" or tag in _BLOCKS:
            self._break()
            self._first_cell = self._first_cell or tag == "tr"
        if tag in _HEADINGS and self.heading is None and self._heading_parts is None:
            self._heading_parts = []

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag in _CELLS:
            self._in_cell = max(0, self._in_cell - 1)
        elif tag == "tr":
            self._in_cell = 0
            self._break()
        elif tag in _BLOCKS:
            self._break()
        if tag in _HEADINGS and self._heading_parts is not None:
            self.heading = _SPACE.sub(" ", "".join(self._heading_parts)).strip() or None
            self._heading_parts = None

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self._line.append(_SPACE.sub(" ", data))
        if self._heading_parts is not None:
            self._heading_parts.append(data)

    def text(self) -> str:
        """Returns the lines so far, each ended."""
        self._in_cell = 0
        self._break()
        return "".join(f"{line}\n" for line in self._lines)

    def _break(self) -> None:
        if self._in_cell:  # blocks inside a cell stay on the line of their row
            self._line.append(" ")
            return
        cells = [" ".join(cell.split(" ")).strip() for cell in "".join(self._line).split(CELL)]
        line = CELL.join(" ".join(cell.split()) for cell in cells).strip(" \t")
        if line:
            self._lines.append(line)
        self._line = []
