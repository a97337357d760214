"""CoNLL-U Plus: a token a line, with offsets and IOB2 labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import BinaryIO

from timeline_cli.model import Document, TimeExpression, Timeline
from timeline_cli.text.sentences import sentences
from timeline_cli.writers.annotated import Annotated, annotated
from timeline_cli.writers.provenance import Provenance

COLUMNS = ("ID", "FORM", "START", "END", "TIMEX", "VALUE")
_MARK = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f\u202a-\u202e\u2066-\u2069\u061c"
_TOKEN = re.compile(rf"\d+(?:[.,/:]\d+)*|(?:[^\W\d]|[{_MARK}])+|[^\s\w]", re.UNICODE)
_BLANK = re.compile(r"\s+")


def write(
    timeline: Timeline, provenance: Provenance, stream: BinaryIO, documents: Sequence[Document]
) -> tuple[str, ...]:
    """Writes the tokens of all texts, sentence by sentence; returns what was left out.

    `START` and `END` are code points of the document. `TIMEX` is `B-DATE`, `I-DATE` … or `O`; a word that an expression
    cuts in two (`وأمس`) is two tokens. `VALUE` stands at the first token of an expression.
    """
    texts, remarks = annotated(timeline, provenance, documents)
    stream.write(f"# global.columns = {' '.join(COLUMNS)}\n".encode())
    for one in texts:
        for block in _blocks(one):
            stream.write(block.encode("utf-8", "replace"))
    return remarks


def _blocks(one: Annotated) -> Iterator[str]:
    """Yields the sentences of a text as blocks, each ended by an empty line."""
    text, expressions = one.document.text, one.expressions
    cuts = sorted({edge for expression in expressions for edge in (expression.start, expression.end)})
    for number, (start, end) in enumerate(_sentences(text, expressions), 1):
        head = [f"# newdoc id = {_line(one.document.name)}\n"] if number == 1 else []
        head += [f"# sent_id = {number}\n", f"# text = {_line(text[start:end])}\n"]
        rows = _rows(text, start, end, cuts, expressions)
        yield "".join([*head, *("\t".join(row) + "\n" for row in rows), "\n"])


def _sentences(text: str, expressions: Sequence[TimeExpression]) -> Iterator[tuple[int, int]]:
    """Yields stretches that together are the whole text: its sentences, those that an expression runs across joined."""
    starts = [sentence.start for sentence in sentences(text)]
    inner = [at for at in starts if at > 0 and not any(e.start < at < e.end for e in expressions)]
    for start, end in pairwise([0, *inner, len(text)]):
        if text[start:end].strip():
            yield start, end


def _rows(
    text: str, start: int, end: int, cuts: Sequence[int], expressions: Sequence[TimeExpression]
) -> Iterator[tuple[str, ...]]:
    for number, (first, last) in enumerate(_tokens(text, start, end, cuts), 1):
        inside = next((e for e in expressions if e.start <= first < e.end), None)
        label = "O" if inside is None else f"{'B' if inside.start == first else 'I'}-{inside.type}"
        value = inside.value or "_" if inside is not None and inside.start == first else "_"
        yield str(number), text[first:last], str(first), str(last), label, value


def _tokens(text: str, start: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    for match in _TOKEN.finditer(text, start, end):
        first = match.start()
        for cut in (*(cut for cut in cuts if match.start() < cut < match.end()), match.end()):
            yield first, cut
            first = cut


def _line(text: str) -> str:
    return _BLANK.sub(" ", text).strip()
