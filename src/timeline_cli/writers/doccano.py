"""doccano: JSON lines for a sequence labelling project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from timeline_cli.model import Document, Timeline
from timeline_cli.writers.annotated import annotated
from timeline_cli.writers.json_text import line_of
from timeline_cli.writers.provenance import Provenance


def write(
    timeline: Timeline, provenance: Provenance, stream: BinaryIO, documents: Sequence[Document]
) -> tuple[str, ...]:
    """Writes a line a text: `text`, `label` as `[start, end, type]` in code points, and the rest as metadata.

    `values` holds what the expressions mean, which the tool has no place for. Returns what was left out.
    """
    texts, remarks = annotated(timeline, provenance, documents)
    for one in texts:
        labels = [[expression.start, expression.end, expression.type] for expression in one.expressions]
        values = [expression.value for expression in one.expressions]
        day = None if one.day is None else str(one.day)
        line = {"text": one.document.text, "label": labels, "name": one.document.name, "dct": day, "values": values}
        stream.write(line_of(line))
    return remarks
