"""Label Studio: tasks with predictions, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, BinaryIO

from timeline_cli.model import Document, TimeExpression, Timeline
from timeline_cli.writers.annotated import Annotated, annotated, attributes_of
from timeline_cli.writers.json_text import block_of
from timeline_cli.writers.provenance import Provenance, tool


def write(
    timeline: Timeline, provenance: Provenance, stream: BinaryIO, documents: Sequence[Document]
) -> tuple[str, ...]:
    """Writes a task a text, for a configuration with `<Labels name="label" toName="text">` and `<Text name="text">`.

    Offsets are code points. What an expression means stands in the region's `meta`. Returns what was left out.
    """
    texts, remarks = annotated(timeline, provenance, documents)
    stream.write(block_of([_task(one) for one in texts]))
    return remarks


def _task(one: Annotated) -> dict[str, Any]:
    version = f"timeline-cli {tool()['version']} {tool()['rules']}"
    regions = [_region(number, expression) for number, expression in enumerate(one.expressions, 1)]
    data = {
        "text": one.document.text,
        "name": one.document.name,
        "title": one.document.title,
        "dct": None if one.day is None else str(one.day),
    }
    return {"data": data, "predictions": [{"model_version": version, "result": regions}]}


def _region(number: int, expression: TimeExpression) -> dict[str, Any]:
    meaning = [f"{key}={value}" for key, value in attributes_of(expression).items() if key != "type"]
    return {
        "id": f"t{number}",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {
            "start": expression.start,
            "end": expression.end,
            "text": expression.text,
            "labels": [expression.type],
        },
        "score": round(expression.confidence, 3),
        "meta": {"text": meaning},
    }
