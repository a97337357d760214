"""PDF, experimental: a page's glyphs to lines in reading order; needs pdfplumber."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from timeline_cli.errors import TimelineError
from timeline_cli.extras import needed
from timeline_cli.model import Segment
from timeline_cli.readers.markup import CELL
from timeline_cli.readers.source import Extracted, ReadOptions, document_of
from timeline_cli.readers.visual import brackets_score, is_rtl, logical, mirrored

WARNING = "reading PDF is experimental: columns and order may be wrong, check it with --show-source"

_SAME_LINE = 0.3  # of the font size: how far baselines on one line differ
_WORD_GAP, _CELL_GAP = 0.18, 1.6  # of the font size
_LINE_GAP = 2.2  # of the font size: more than that starts a paragraph
_FULL = 0.7  # of the widest line: a shorter one ends its paragraph
_UNMAPPED = re.compile(r"\(cid:\d+\)")  # a glyph without a character, most often one that stretches a word
_INSIDE_WORD = re.compile(r"(?<=[\u0620-\u065f])([^\w\s\u0600-\u06ff./,:-])(?=[\u0620-\u065f])")
_OFTEN = 3
_BULLETS = ("•", "◦", "▪", "●", "-", "–", "*")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: its text in reading order, where it begins and ends, how wide its first word is."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    first_word: float


def read(data: bytes, name: str, options: ReadOptions) -> Extracted:
    """Returns the one document that a PDF is, with its pages as segments, and a warning.

    The title is that of the file's properties. Their dates are those of the file, not of the text, and are not taken.
    Raises TimelineError where the PDF cannot be opened or holds no text, as a scan does.
    """
    pdfplumber = needed("pdfplumber", "pdf", "reading PDF")
    pages: list[str] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as source:
            title = _title(source.metadata or {})
            for page in source.pages:
                pages.append(_page_text(page))
                page.close()
    except Exception as error:  # pdfminer raises many kinds for damaged files
        raise TimelineError(f"{name}: is damaged, encrypted or no PDF: {type(error).__name__} {error}") from None
    if not any(pages):
        raise TimelineError(f"{name}: holds no text; a scan has to be read by OCR first")
    segments, start = [], 0
    for number, page_text in enumerate(pages, 1):
        segments.append(Segment(start, start + len(page_text), f"page {number}"))
        start += len(page_text)
    document = replace(document_of(name, "".join(pages), title), segments=tuple(segments))
    return Extracted((document,), (f"{name}: {WARNING}",))


def _title(properties: dict[str, Any]) -> str | None:
    title = properties.get("Title")
    return " ".join(title.split()) or None if isinstance(title, str) else None


def _page_text(page: Any) -> str:
    chars = page.dedupe_chars().chars
    rtl = is_rtl(char["text"] for char in chars)
    lines = [_line(glyphs, rtl) for glyphs in _by_baseline(chars)]
    lines = [line for line in lines if line.text.strip()]
    stretchers = _stretchers(lines)
    if stretchers:
        lines = [replace(line, text=stretchers.sub("", line.text)) for line in lines]
    if sum(brackets_score(line.text) for line in lines) < 0:
        lines = [replace(line, text=mirrored(line.text)) for line in lines]
    return _paragraphs(lines, rtl)


def _stretchers(lines: Sequence[_Line]) -> re.Pattern[str] | None:
    """Returns what finds the signs that only ever stand inside Arabic words, None where there are none.

    LibreOffice stretches justified words with a glyph that it may map to any sign.
    """
    text = "\n".join(line.text for line in lines)
    inside = Counter(_INSIDE_WORD.findall(text))
    signs = [sign for sign, count in inside.items() if count >= _OFTEN and text.count(sign) == count]
    return re.compile(f"[{re.escape(''.join(signs))}]") if signs else None


def _by_baseline(chars: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Returns the glyphs of each line, top to bottom; fonts that take turns in a line share its baseline."""
    lines: list[list[dict[str, Any]]] = []
    for char in sorted((c for c in chars if c["upright"]), key=lambda c: -c["matrix"][5]):
        if lines and abs(lines[-1][0]["matrix"][5] - char["matrix"][5]) <= _SAME_LINE * char["size"]:
            lines[-1].append(char)
        else:
            lines.append([char])
    return lines


def _line(chars: list[dict[str, Any]], rtl: bool) -> _Line:
    bases = sorted((c for c in chars if not _is_mark(c)), key=lambda c: (c["x0"] + c["x1"], c["x0"]))
    if not bases:
        return _Line("", 0, 0, 0, 1, 0)
    texts = [_UNMAPPED.sub("", base["text"]) for base in bases]
    for mark in filter(_is_mark, chars):
        middle = (mark["x0"] + mark["x1"]) / 2
        nearest = min(range(len(bases)), key=lambda i: abs((bases[i]["x0"] + bases[i]["x1"]) / 2 - middle))
        texts[nearest] += mark["text"]
    size = max(base["size"] for base in bases)
    glyphs = [texts[0]]
    for left, right, text in zip(bases, bases[1:], texts[1:], strict=False):
        gap = right["x0"] - left["x1"]
        if gap > _CELL_GAP * size:
            glyphs.append(CELL)
        elif gap > _WORD_GAP * size and not left["text"].isspace() and not right["text"].isspace():
            glyphs.append(" ")
        glyphs.append(text)
    inked = [base for base in bases if not base["text"].isspace()] or bases
    cells = (" ".join(cell.split()) for cell in logical(glyphs, rtl).split(CELL))
    text = CELL.join(cell for cell in cells if cell)
    return _Line(
        text, inked[0]["x0"], inked[-1]["x1"], bases[0]["matrix"][5], size, _first_word(bases if rtl else bases[::-1])
    )


def _is_mark(char: dict[str, Any]) -> bool:
    return bool(char["text"]) and all(unicodedata.combining(letter) for letter in char["text"])


def _first_word(bases: list[dict[str, Any]]) -> float:
    """Returns the width of the word that the glyphs end in."""
    word: list[dict[str, Any]] = []
    for char in reversed(bases):
        if char["text"].isspace() and word:
            break
        if not char["text"].isspace():
            word.append(char)
    return float(max(c["x1"] for c in word) - min(c["x0"] for c in word)) if word else 0.0


def _paragraphs(lines: list[_Line], rtl: bool) -> str:
    """Returns the lines of a page, those that only the page's edge has broken joined again."""
    if not lines:
        return ""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    width = max(line.x1 - line.x0 for line in lines)
    parts = [lines[0].text]
    for above, line in pairwise(lines):
        room = above.x0 - left if rtl else right - above.x1
        near = above.baseline - line.baseline < _LINE_GAP * max(above.size, line.size)
        alike = abs(above.size - line.size) < 0.5 and CELL not in above.text + line.text
        full = room < line.first_word + above.size * _WORD_GAP and above.x1 - above.x0 > _FULL * width
        joined = near and alike and full and not line.text.startswith(_BULLETS)
        parts += ["" if joined and above.text.endswith("-") else " " if joined else "\n", line.text]
    return "".join(parts) + "\n"
