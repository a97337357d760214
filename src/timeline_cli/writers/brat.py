"""brat standoff: an archive with a `.txt` and an `.ann` each text, and the configuration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from timeline_cli.model import Document, TimeExpression, Timeline
from timeline_cli.writers.annotated import annotated, attributes_of, member_names
from timeline_cli.writers.provenance import Provenance
from timeline_cli.writers.zipped import write_members

_ANNOTATION_CONF = "[entities]\nDATE\nTIME\nDURATION\nSET\n\n[relations]\n\n[events]\n\n[attributes]\n"


def write(
    timeline: Timeline, provenance: Provenance, stream: BinaryIO, documents: Sequence[Document]
) -> tuple[str, ...]:
    """Writes an archive to unpack into brat's data folder; returns what was left out.

    Offsets are code points. An expression that runs over a line's end has a fragment each line. What it means stands in
    its note.
    """
    texts, remarks = annotated(timeline, provenance, documents)
    members = {"annotation.conf": _ANNOTATION_CONF.encode()}
    for name, one in zip(member_names(texts), texts, strict=True):
        members[f"{name}.txt"] = one.document.text.encode("utf-8", "replace")
        members[f"{name}.ann"] = standoff_of(one.document.text, one.expressions).encode("utf-8", "replace")
    write_members(members, stream)
    return remarks


def standoff_of(text: str, expressions: Sequence[TimeExpression]) -> str:
    """Returns the annotation file of a text: a line an expression, and a note with what it means."""
    lines = []
    for number, expression in enumerate(expressions, 1):
        fragments = _fragments(text, expression.start, expression.end)
        places = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(text[start:end] for start, end in fragments)
        lines.append(f"T{number}\t{expression.type} {places}\t{words}\n")
        note = " ".join(f"{key}={value}" for key, value in attributes_of(expression).items() if key != "type")
        if note:
            lines.append(f"#{number}\tAnnotatorNotes T{number}\t{note}\n")
    return "".join(lines)


def _fragments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Returns the stretches of an expression that lie on one line each, white space at the lines' ends left aside."""
    fragments = []
    place = start
    for line in text[start:end].split("\n"):
        inner = line.strip()
        if inner:
            first = place + line.index(inner)
            fragments.append((first, first + len(inner)))
        place += len(line) + 1
    return fragments
